//! Fixing files: what is written, what is left alone, and that no moment leaves a file half written.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn factlint(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn output(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = factlint(folder, arguments);
    let output = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("all output is UTF-8");
    (output.status.code().expect("no signal ended it"), text(output.stdout), text(output.stderr))
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("the file is there")
}

fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("a.md"), text).expect("the file can be written");
    folder
}

#[test]
fn safe_fixes_are_applied_once() {
    let folder = folder("# Rome\r\n\r\nHe went to to *Rome* on the\r\nthe bus.\r\n");
    let (_, _, note) = output(folder.path(), &["check", "--fix", "a.md"]);
    let fixed = read(folder.path(), "a.md");
    assert!(fixed.starts_with("# Rome\r\n\r\nHe went to *Rome* on the"), "{fixed:?}");
    assert!(note.contains("mended"), "{note}");
    let (_, _, note) = output(folder.path(), &["check", "--fix", "a.md"]);
    assert!(note.contains("0 findings mended"), "{note}");
    assert_eq!(read(folder.path(), "a.md"), fixed);
}

#[test]
fn a_diff_writes_nothing() {
    let text = "He went to to Rome.\n";
    let folder = folder(text);
    let (_, diff, _) = output(folder.path(), &["check", "--diff", "a.md"]);
    assert!(diff.contains("-He went to to Rome.\n+He went to Rome.\n"), "{diff}");
    assert_eq!(read(folder.path(), "a.md"), text);
}

#[test]
fn standard_input_comes_back_fixed() {
    let folder = folder("");
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_factlint"))
        .current_dir(folder.path())
        .args(["check", "--fix", "-"])
        .write_stdin("He went to to Rome.\n")
        .output()
        .expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "He went to Rome.\n");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder("He went to to Rome.\n");
    let file = folder.path().join("a.md");
    let link = folder.path().join("link.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions can be set");
    symlink(&file, &link).expect("a link can be made");
    output(folder.path(), &["check", "--fix", "link.md"]);
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(read(folder.path(), "a.md"), "He went to Rome.\n");
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
    // What is marked read-only is left as it is, and that is said.
    fs::write(&file, "He went to to Rome.\n").expect("the file can be written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("permissions can be set");
    let (code, _, note) = output(folder.path(), &["check", "--fix", "a.md"]);
    assert_eq!((code, read(folder.path(), "a.md").as_str()), (2, "He went to to Rome.\n"));
    assert!(note.contains("a.md: cannot be fixed: the file is read-only"), "{note}");
}

/// Kills the program at a few hundred moments of its run. Whenever that is, the file is as it was or wholly fixed.
#[test]
fn a_killed_run_leaves_the_file_whole() {
    const RUNS: u32 = 240;
    let before = "He went to to Rome on the the bus.\n\n".repeat(300);
    let folder = folder(&before);
    let path = folder.path().join("a.md");
    let start = Instant::now();
    factlint(folder.path(), &["check", "--fix", "a.md"]).status().expect("the program runs");
    let whole_run = start.elapsed().min(Duration::from_millis(60));
    let after = read(folder.path(), "a.md");
    assert_ne!(before, after, "there is something to fix");
    for run in 0..RUNS {
        fs::write(&path, &before).expect("the file can be written");
        let mut child = factlint(folder.path(), &["check", "--fix", "a.md"]).spawn().expect("the program runs");
        // Spread over the whole run, and a little beyond it.
        std::thread::sleep(whole_run * run * 5 / (RUNS * 4));
        child.kill().expect("a child can be killed");
        child.wait().expect("it ends");
        let now = read(folder.path(), "a.md");
        assert!(now == before || now == after, "run {run}: the file is neither as it was nor fixed");
        for entry in fs::read_dir(folder.path()).expect("the folder is there") {
            let entry = entry.expect("the folder can be read");
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != "a.md" {
                assert!(name.starts_with(".factlint-") && name.ends_with(".tmp"), "{name} is left behind");
                fs::remove_file(entry.path()).expect("it can be removed");
            }
        }
    }
}
