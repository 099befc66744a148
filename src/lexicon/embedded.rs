//! The files under `rules/`, as the build put them into the program.

include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// Name (path below `rules/`, without its ending) and text of every embedded file below `folder`, by name.
pub(crate) fn files(folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().filter(move |(name, _)| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

/// The text of one embedded file.
///
/// # Panics
/// Where there is no such file: the name is a constant of this program, so the first test would show it.
pub(crate) fn file(name: &str) -> &'static str {
    FILES
        .iter()
        .find(|(it, _)| *it == name)
        .map(|(_, text)| *text)
        .unwrap_or_else(|| panic!("rules/{name}.toml is missing"))
}

/// Reads an embedded vocabulary file into its type.
///
/// # Panics
/// Where the file does not have the shape of `T`; the files are part of the program and every test loads them.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(name: &str) -> T {
    toml::from_str(file(name)).unwrap_or_else(|error| panic!("rules/{name}.toml: {error}"))
}

/// All embedded rule files: everything outside `lexicon/`.
pub(crate) fn rule_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().filter(|(name, _)| !name.starts_with("lexicon/"))
}
