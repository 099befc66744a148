//! The program as its users run it: formats, exit codes, bad input, standard input.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn factlint() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command.env_clear();
    command
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// What a run gave: exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = factlint().current_dir(folder).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all output is UTF-8");
    (output.status.code().expect("no signal ended it"), text(output.stdout), text(output.stderr))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

fn paths(document: &Value) -> Vec<&str> {
    document["files"].as_array().expect("a list of files").iter().filter_map(|it| it["path"].as_str()).collect()
}

#[test]
fn claims_have_places_in_the_file() {
    let folder = folder();
    let text = "---\ndate: 2016-05-12\n---\n\nThe *über* camp had 21 men.\n";
    write(folder.path(), "a.md", text);
    let (code, out, _) = run(folder.path(), &["claims", "--format", "json", "a.md"]);
    assert_eq!(code, 0);
    let document = json(&out);
    assert_eq!(document["version"], 1);
    let claims = document["files"][0]["claims"].as_array().expect("a list of claims");
    let claim = claims.iter().find(|it| it["text"] == "21").expect("the number is a claim");
    let span = &claim["span"];
    let offset = |key: &str| span[key].as_u64().expect("a number") as usize;
    assert_eq!(&text[offset("start")..offset("end")], "21");
    assert_eq!((offset("line"), offset("column"), offset("end_line"), offset("end_column")), (5, 21, 5, 23));
    assert_eq!(claim["value"]["number"].as_f64(), Some(21.0));
}

#[test]
fn claims_tell_where_and_how_they_are_made() {
    let folder = folder();
    let text = "# The mill burns\n\nAda Falk saw it. \"It took 20 minutes,\" said Falk. It did not cost 30 lives.\n";
    write(folder.path(), "a.md", text);
    let (_, out, _) = run(folder.path(), &["claims", "--format", "json", "a.md"]);
    let document = json(&out);
    let claims = document["files"][0]["claims"].as_array().expect("a list of claims");
    let claim = |text: &str| claims.iter().find(|it| it["text"] == text).expect("the text is a claim");
    assert_eq!(claim("Ada Falk")["value"]["bearer"], claim("Falk")["value"]["bearer"]);
    assert_eq!(claim("It took 20 minutes,")["value"]["speaker"], "Falk");
    assert_eq!(claim("20 minutes")["attributes"], serde_json::json!(["quoted"]));
    assert_eq!(claim("30")["attributes"], serde_json::json!(["negated"]));
    assert_eq!((&claim("30")["sentence"], &claim("30")["paragraph"]), (&4.into(), &2.into()));
}

#[test]
fn folders_are_walked_in_order_and_as_gitignore_says() {
    let folder = folder();
    for name in ["b.txt", "a.md", "c/d.html", "c/ignored.txt", "picture.png", ".hidden.md"] {
        write(folder.path(), name, "Some words here.\n");
    }
    write(folder.path(), ".gitignore", "ignored.txt\n");
    let (code, out, _) = run(folder.path(), &["check", "--format", "json", "."]);
    assert_eq!(code, 0);
    assert_eq!(paths(&json(&out)), ["./a.md", "./b.txt", "./c/d.html"]);
    let again = run(folder.path(), &["check", "--format", "json", "."]);
    assert_eq!(again.1, out, "the same input gives the same output");
    // A file that is named is read whatever its name, and each file once.
    let (_, out, _) = run(folder.path(), &["check", "--format", "json", "picture.png", "a.md", "a.md"]);
    assert_eq!(paths(&json(&out)), ["a.md", "picture.png"]);
}

#[test]
fn standard_input_has_a_name() {
    for arguments in [&["claims", "--format", "json"][..], &["claims", "--format", "json", "-"]] {
        let output = factlint().args(arguments).write_stdin("21 men").output().expect("it runs");
        assert_eq!(paths(&json(&String::from_utf8_lossy(&output.stdout))), ["<stdin>"]);
    }
    let output = factlint()
        .args(["claims", "--format", "json", "--stdin-filename", "x.html"])
        .write_stdin("<p>5&nbsp;<!-- 6 -->men</p>")
        .output()
        .expect("it runs");
    let document = json(&String::from_utf8_lossy(&output.stdout));
    assert_eq!(paths(&document), ["x.html"]);
    let claims = document["files"][0]["claims"].as_array().expect("a list of claims");
    assert!(claims.iter().all(|it| it["text"] != "6"), "a comment is not read: {claims:?}");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let folder = folder();
    write(folder.path(), "good.txt", "Nothing wrong here.\n");
    write(folder.path(), "latin.txt", b"First line.\nA caf\xe9 on the quay.\n");
    write(folder.path(), "wide.txt", b"\xff\xfea\0b\0");
    let (code, out, error) = run(folder.path(), &["check", "--format", "json", ".", "missing.md"]);
    assert_eq!(code, 2);
    assert_eq!(paths(&json(&out)), ["./good.txt"]);
    for part in [
        "./latin.txt: is not UTF-8: byte 0xE9 at offset 17 (line 2)",
        "iconv -f WINDOWS-1252 -t UTF-8 ./latin.txt",
        "iconv -f UTF-16 -t UTF-8 ./wide.txt",
        "missing.md: there is no such file or folder",
    ] {
        assert!(error.contains(part), "{part} is not in {error}");
    }
}

#[test]
fn strange_texts_are_read() {
    let folder = folder();
    write(folder.path(), "empty.md", "");
    write(folder.path(), "nul.txt", "21 men\0 and 5\0women\0");
    write(folder.path(), "mark.txt", "\u{feff}21 men\r\nand 5 women");
    write(folder.path(), "long.txt", "21 men and 5 women on Friday ".repeat(20_000));
    write(folder.path(), "deep.md", format!("{}x", "> ".repeat(5_000)));
    write(folder.path(), "open.html", "<div>".repeat(20_000));
    let (code, out, error) = run(folder.path(), &["check", "--format", "json", "."]);
    assert!(code < 2, "{error}");
    assert_eq!(paths(&json(&out)).len(), 6);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    write(folder.path(), "good.txt", "Nothing wrong here.\n");
    write(folder.path(), "shut/a.txt", "Nothing wrong here.\n");
    let shut = folder.path().join("shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).expect("permissions can be set");
    // Who may do everything is not stopped by permissions.
    let is_root = fs::read_dir(&shut).is_ok();
    let (code, out, error) = run(folder.path(), &["check", "--format", "json", "."]);
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).expect("permissions can be set");
    assert!(paths(&json(&out)).contains(&"./good.txt"));
    if !is_root {
        assert_eq!(code, 2);
        assert!(error.contains("./shut: no permission to read it"), "{error}");
    }
}

#[test]
fn usage_errors_end_with_two() {
    let folder = folder();
    write(folder.path(), "a.md", "Some words.\n");
    for arguments in [
        &["check", "--format", "xml", "a.md"][..],
        &["check", "--date", "12 May", "a.md"],
        &["check", "--unsafe-fixes", "a.md"],
        &["check", "--rules", "nowhere", "a.md"],
        &["claims", "--kind", "numbre", "a.md"],
        &["wrong"],
        &[],
    ] {
        let (code, out, error) = run(folder.path(), arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!error.is_empty());
    }
    let (code, out, _) = run(folder.path(), &["--help"]);
    assert!(code == 0 && out.contains("check"));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    use std::process::{Command, Stdio};
    let folder = folder();
    write(folder.path(), "long.txt", "21 men and 5 women on Friday. ".repeat(20_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(["claims", "--format", "json", "long.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn claims_are_listed_for_people() {
    let folder = folder();
    write(folder.path(), "a.md", "The camp had 21 men.\n");
    let list = |format: &str| run(folder.path(), &["claims", "--kind", "number", "--format", format, "a.md"]).1;
    assert!(list("table").contains("   1  number  21"), "{}", list("table"));
    assert!(list("markdown").contains("- [ ] line 1: **21** number"), "{}", list("markdown"));
    assert!(list("csv").starts_with("path,line,column,kind,text,reading\r\na.md,1,14,number,21,"), "{}", list("csv"));
}

#[test]
fn mistakes_in_the_configuration_are_pointed_at() {
    let folder = folder();
    write(folder.path(), "a/b.md", "Some words.\n");
    for (config, message) in [
        ("dat = \"2016\"\n", "unknown field `dat`"),
        ("date = \"12 May\"\n", "this is no date"),
        ("fail-on = \"all\"\n", "this is no severity"),
        ("language = \"de\"\n", "this is no variety of English"),
        ("[rules]\n\"no-such-rule\" = \"allow\"\n", "there is no such rule or group"),
        ("rule-folders = [\"nowhere\"]\n", "there is no such folder of rules"),
        ("date = \n", "factlint.toml"),
    ] {
        write(folder.path(), "factlint.toml", config);
        let (code, _, error) = run(folder.path(), &["check", "a/b.md"]);
        assert_eq!(code, 2, "{config}: {error}");
        assert!(error.contains(message), "{config}: {error}");
    }
    write(folder.path(), "factlint.toml", "date = \"2016-05-12\"\nfail-on = \"never\"\n");
    assert_eq!(run(folder.path(), &["check", "a/b.md"]).0, 0);
}

#[test]
fn findings_decide_the_exit_code() {
    let folder = folder();
    write(folder.path(), "a.md", "The camp lay 160 kilometers (120 miles) away. He went to to Rome.\n");
    write(folder.path(), "b.md", "He went to to Rome.\n");
    for (arguments, expected) in [
        (&["check", "a.md"][..], 1),
        (&["check", "b.md"], 0),
        (&["check", "--fail-on", "warning", "b.md"], 1),
        (&["check", "--fail-on", "never", "a.md"], 0),
    ] {
        assert_eq!(run(folder.path(), arguments).0, expected, "{arguments:?}");
    }
    write(folder.path(), "factlint.toml", "[rules]\nunits = \"allow\"\nspelling = \"error\"\n");
    let (code, out, _) = run(folder.path(), &["check", "--format", "short", "a.md"]);
    assert_eq!((code, out.as_str()), (1, "a.md:1:55: error: `to to` is written twice [spelling/doubled-word]\n"));
}

#[test]
fn a_house_says_how_it_spells() {
    let folder = folder();
    write(folder.path(), "american.md", "The color of the harbor was of no importance to the goverment.\n");
    write(folder.path(), "british.md", "The neighbours of the centre criticised its coloer.\n");
    for (language, file, expected) in [
        ("", "american.md", &["goverment"][..]),
        ("en-US", "american.md", &["goverment"]),
        ("en-GB", "american.md", &["(color × 1, harbor × 1)", "goverment"]),
        ("en-AU", "american.md", &["(color × 1, harbor × 1)", "goverment"]),
        ("", "british.md", &["`colour`"]),
        ("en-US", "british.md", &["(neighbours × 1, centre × 1, criticised × 1)", "`color`"]),
        ("en-GB", "british.md", &["`colour`"]),
        ("en-CA", "british.md", &["(neighbours × 1, centre × 1; criticised × 1)", "`color` or `colour`"]),
    ] {
        let config = if language.is_empty() { String::new() } else { format!("language = \"{language}\"\n") };
        write(folder.path(), "factlint.toml", config);
        let (_, out, _) = run(folder.path(), &["check", "--format", "short", file]);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{language}: {out}");
        assert!(lines.iter().zip(expected).all(|(line, part)| line.contains(part)), "{language}: {out}");
    }
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder();
    write(folder.path(), "b.md", "He went to to Rome.\n");
    let (_, plain, _) = run(folder.path(), &["check", "b.md"]);
    assert!(!plain.contains('\u{1b}') && plain.contains("`to to` is written twice"), "{plain}");
    assert!(plain.ends_with("0 cross-checked, 0 errors, 1 warning\n"), "{plain}");
    let (_, coloured, _) = run(folder.path(), &["check", "--color", "always", "b.md"]);
    assert!(coloured.contains("\u{1b}["));
}

#[test]
fn a_folder_of_rules_is_used_and_tested() {
    let folder = folder();
    let rule = "title = \"old name\"\nsummary = \"The hall has a new name.\"\n[words]\nforbid = [\"fish hall\"]\n\
                [examples]\ninvalid = [\"The fish hall opens at six.\"]\nvalid = [\"The hall sells fish.\"]\n";
    write(folder.path(), "mine/house/fish-hall.toml", rule);
    write(folder.path(), "a.md", "He sat in the fish hall.\n");
    let (_, out, _) = run(folder.path(), &["check", "--rules", "mine", "--format", "short", "a.md"]);
    assert!(out.starts_with("a.md:1:15: ") && out.contains("[house/fish-hall]"), "{out}");
    let (code, out, _) = run(folder.path(), &["test", "mine"]);
    assert_eq!((code, out.as_str()), (0, "1 rule, 2 examples, 0 failures\n"));
    let (_, out, _) = run(folder.path(), &["explain", "--rules", "mine", "house/fish-hall"]);
    assert!(out.contains("The hall has a new name.") && out.contains("example:1:5"), "{out}");
    // An example that does not turn out is pointed at.
    write(folder.path(), "mine/house/fish-hall.toml", rule.replace("sells fish", "is no fish hall"));
    let (code, out, _) = run(folder.path(), &["test", "mine"]);
    assert!(code == 1 && out.contains("fish-hall.toml:7: valid example of house/fish-hall"), "{out}");
    // So is a mistake in the file.
    write(folder.path(), "mine/house/fish-hall.toml", rule.replace("forbid", "forbidd"));
    let (code, _, error) = run(folder.path(), &["check", "--rules", "mine", "a.md"]);
    assert!(code == 2 && error.contains("forbidd") && error.contains("fish-hall.toml"), "{error}");
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder();
    let (_, table, _) = run(folder.path(), &["rules"]);
    assert!(table.contains("units/conversion-mismatch"), "{table}");
    let (_, out, _) = run(folder.path(), &["rules", "--format", "json"]);
    let rules = json(&out)["rules"].as_array().expect("a list of rules").len();
    assert_eq!(rules + 1, table.lines().count());
    let (code, _, error) = run(folder.path(), &["explain", "conversion-mismach"]);
    assert!(code == 2 && error.contains("did you mean `units/conversion-mismatch`?"), "{error}");
}

#[test]
fn a_configuration_is_never_overwritten() {
    let folder = folder();
    assert_eq!(run(folder.path(), &["init"]).0, 0);
    write(folder.path(), "a.md", "Some words.\n");
    assert_eq!(run(folder.path(), &["check", "a.md"]).0, 0, "what it writes is a configuration");
    write(folder.path(), "factlint.toml", "# mine\n");
    assert_eq!(run(folder.path(), &["init"]).0, 2);
    assert_eq!(fs::read_to_string(folder.path().join("factlint.toml")).expect("it is there"), "# mine\n");
}
