//! The stem of a word: what its forms have in common.

/// The endings that forms of English words add, the longest first, and the shortest stem that each may leave.
const ENDINGS: &[(&str, usize)] = &[
    ("ations", 3),
    ("ation", 3),
    ("ments", 4),
    ("ment", 4),
    ("ings", 3),
    ("ing", 3),
    ("ies", 2),
    ("ers", 4),
    ("ed", 3),
    ("er", 4),
    ("es", 3),
    ("s", 3),
    ("e", 3),
    ("y", 3),
];

/// The stem of a word in lower case: "award" for "awarded" and "awards", "los" for "losing" and "loss", "count" for
/// "countries" and "country".
///
/// It serves to find words again in other forms. Words of one stem need not be of one meaning.
pub fn stem(word: &str) -> String {
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches(['’', '\'']);
    let lower = lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(lower);
    for (ending, least) in ENDINGS {
        let Some(stem) = lower.strip_suffix(ending).filter(|it| it.len() >= *least) else { continue };
        if *ending == "s" && stem.ends_with('s') {
            return stem.to_owned();
        }
        if *ending == "s" && stem.ends_with(['u', 'i']) {
            return lower.to_owned();
        }
        let stem = stem.strip_suffix(['e', 'i']).filter(|it| it.len() >= 3).unwrap_or(stem);
        // "planned" and "plan".
        let mut letters = stem.chars().rev();
        let (last, before) = (letters.next(), letters.next());
        let is_doubled = last == before && last.is_some_and(|it| !"aeiou".contains(it)) && stem.len() > 3;
        return if is_doubled { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() };
    }
    lower.to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_and_their_stems() {
        for forms in [
            &["award", "awards", "awarded", "awarding", "Award"][..],
            &["job", "jobs"],
            &["losing", "loss", "losses"],
            &["page", "pages", "paged"],
            &["vote", "voted", "votes", "voting"],
            &["researcher", "researchers"],
            &["line", "lines"],
            &["plan", "planned", "plans"],
            &["city", "cities"],
            &["surplus"],
            &["bus"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }
}
