//! What keeps the house tidy: who may import whom, and that nothing is left lying about.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use factlint::claims::Kind;
use factlint::rules::RuleSet;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The rooms in the order of the corridor. A room imports only rooms to its left.
const CORRIDOR: &[&str] = &[
    "source",
    "lexicon",
    "tokens",
    "reading",
    "claims",
    "article",
    "expression",
    "rules",
    "diagnostic",
    "check",
    "report",
    "cli",
];

/// What a room does without although it stands to its left.
const FORBIDDEN: &[(&str, &str)] = &[
    ("lexicon", "source"),
    ("reading", "tokens"),
    ("reading", "source"),
    ("diagnostic", "claims"),
    ("diagnostic", "rules"),
    ("diagnostic", "article"),
    ("report", "claims"),
    ("report", "check"),
];

/// Rooms that import one to their right, and what they take from it: plain data.
const EXCEPTIONS: &[(&str, &str)] = &[("rules", "diagnostic")];

/// Libraries that only some rooms know.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("miette", &["rules", "report", "cli", "expression"]),
    ("clap", &["cli"]),
    ("rayon", &["cli"]),
    ("std::fs", &["cli"]),
    ("pulldown_cmark", &["source"]),
    ("html5gum", &["source"]),
];

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .flat_map(|path| if path.is_dir() { files(&path, ending) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|it| it == ending))
        .collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines of code of a source file: no comments, no tests at its foot.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| line.trim() != "#[cfg(test)]").filter(|line| !line.trim_start().starts_with("//"))
}

/// The room of a source file: its folder or its own name below `src`.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(ROOT).join("src")).expect("it stands below src");
    let first = below.iter().next().expect("it has a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a line of code names behind `crate::`.
fn imports(line: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>();
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let behind = &line[at + "crate::".len()..];
        match behind.strip_prefix('{') {
            Some(list) => found.extend(list.split(',').map(|it| word(it.trim()))),
            None => found.push(word(behind)),
        }
    }
    found
}

#[test]
fn rooms_import_only_to_their_left() {
    let place = |room: &str| CORRIDOR.iter().position(|it| *it == room);
    let mut wrong = Vec::new();
    for path in files(&Path::new(ROOT).join("src"), "rs") {
        let here = room(&path);
        if matches!(here.as_str(), "main" | "lib") {
            continue;
        }
        let own = place(&here).unwrap_or_else(|| panic!("the room `{here}` has no place in the corridor"));
        for line in code(&read(&path)) {
            for there in imports(line) {
                let pair = (here.as_str(), there.as_str());
                let Some(other) = place(&there) else { continue };
                if FORBIDDEN.contains(&pair) || other > own && !EXCEPTIONS.contains(&pair) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
            for (library, rooms) in LIBRARIES {
                let uses = line.contains(&format!("{library}::")) || line.contains(&format!("use {library};"));
                if uses && !rooms.contains(&here.as_str()) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports against the corridor:\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_proves_itself() {
    for rule in RuleSet::built_in().iter() {
        let examples = &rule.examples;
        assert!(!examples.invalid.is_empty(), "{} has no text that it reports", rule.path);
        assert!(!examples.valid.is_empty(), "{} has no text that it leaves alone", rule.path);
        assert!(!rule.summary.trim().is_empty(), "{} has no summary", rule.path);
    }
}

#[test]
fn no_snapshot_is_left_over() {
    let folder = Path::new(ROOT).join("snapshots/rules");
    let rules: BTreeSet<String> = RuleSet::built_in().iter().map(|rule| rule.name.clone()).collect();
    for path in files(&folder, "snap") {
        let name = path.strip_prefix(&folder).expect("it stands below").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        assert!(rules.contains(&name), "{} is the snapshot of no rule", path.display());
    }
}

/// The table in `rules/README.md` is made from the rules. Where it is stale, this test fails and writes it.
#[test]
fn the_index_of_rules_is_fresh() {
    const BEGIN: &str = "<!-- rules -->\n";
    const END: &str = "<!-- end of rules -->\n";
    let path = Path::new(ROOT).join("rules/README.md");
    let text = read(&path);
    let (before, rest) = text.split_once(BEGIN).expect("the table has its mark");
    let (_, after) = rest.split_once(END).expect("the table has an end");
    let mut table = String::from("\n| rule | severity | what it checks |\n|---|---|---|\n");
    for rule in RuleSet::built_in().iter() {
        let summary = rule.summary.replace('|', "\\|");
        table.push_str(&format!("| [`{0}`]({0}.toml) | {1} | {2} |\n", rule.name, rule.severity.name(), summary));
    }
    let fresh = format!("{before}{BEGIN}{table}\n{END}{after}");
    if text != fresh {
        fs::write(&path, &fresh).expect("the index can be written");
        panic!("rules/README.md was stale and is written anew: commit it");
    }
}

/// The table of patterns in the guide is the program's own.
#[test]
fn the_guide_knows_every_form_of_pattern() {
    let guide = read(Path::new(&format!("{ROOT}/CONTRIBUTING.md")));
    for (written, matches) in factlint::rules::FORMS {
        let row = format!("| `{}` | {} |", written.replace('|', "\\|"), matches.replace('|', "\\|"));
        assert!(guide.contains(&row), "CONTRIBUTING.md lacks the row\n{row}");
    }
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = files(&Path::new(ROOT).join("src"), "rs")
        .into_iter()
        .filter(|path| code(&read(path)).count() > 600)
        .map(|path| path.display().to_string())
        .collect();
    assert!(long.is_empty(), "files that do more than one thing: {long:?}");
}

/// Kinds of claim of which the article says where they begin and end; all others are read from tokens alone.
const FOUND_BY_THE_ARTICLE: &[Kind] = &[Kind::Name, Kind::Acronym, Kind::List, Kind::Quotation];

#[test]
fn the_file_of_a_kind_has_its_grammar_and_its_table() {
    let claims = Path::new(ROOT).join("src/claims");
    for kind in Kind::ALL.iter().filter(|it| !FOUND_BY_THE_ARTICLE.contains(it)) {
        let kind = kind.name().replace('-', "_");
        let (file, folder) = (claims.join(format!("{kind}.rs")), claims.join(&kind).join("mod.rs"));
        let text = read(if file.exists() { &file } else { &folder });
        let (grammar, parser) = (text.find("//! ```abnf"), text.find("fn "));
        assert!(grammar.is_some_and(|it| Some(it) < parser), "{kind} has no grammar at the head of its file");
        assert!(text.contains("fn spellings_and_their_"), "{kind} has no table of spellings");
    }
}
