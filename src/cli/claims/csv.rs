//! Claims for spreadsheets, as RFC 4180 describes them.

use super::Listed;
use crate::source::Source;

/// One file's claims.
pub(super) fn part(source: &Source, claims: &[Listed<'_>]) -> String {
    let row = |it: &Listed<'_>| {
        let place = source.position(source.prose.to_file(it.claim.span).start);
        let value = &it.claim.value;
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let fields = [&source.name, &line, &column, value.kind(), &it.words(source), &value.describe()];
        let fields: Vec<String> = fields.iter().map(|it| field(it)).collect();
        fields.join(",") + "\r\n"
    };
    claims.iter().map(row).collect()
}

/// The document from the parts of all files.
pub(super) fn whole(parts: &[String]) -> String {
    format!("path,line,column,kind,text,reading\r\n{}", parts.concat())
}

/// One field. What a spreadsheet would run as a formula is made text.
fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '@', '-']) && text.parse::<f64>().is_err() {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_are_quoted() {
        for (text, written) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=1+1", "'=1+1"),
            ("-5", "-5"),
        ] {
            assert_eq!(field(text), written);
        }
    }
}
