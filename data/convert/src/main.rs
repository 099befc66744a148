//! Makes `data/misspellings.txt` and `data/spelling-varieties.txt` of the lists of the crates `typos-dict` and `varcon`.
//!
//! `cargo run --manifest-path data/convert/Cargo.toml` writes both files; with `--check` it only says whether they are
//! as it would write them. The words that it leaves out on purpose stand in the text files beside its `Cargo.toml`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

mod misspellings;
mod varieties;

fn main() -> ExitCode {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let check = std::env::args().any(|it| it == "--check");
    let mut status = ExitCode::SUCCESS;
    for (name, text) in [("misspellings.txt", misspellings::list()), ("spelling-varieties.txt", varieties::list())] {
        let path = folder.join(name);
        if fs::read_to_string(&path).is_ok_and(|it| it == text) {
            println!("{name} is up to date");
        } else if check {
            println!("{name} is not what its sources give");
            status = ExitCode::FAILURE;
        } else if let Err(error) = fs::write(&path, text) {
            println!("{name} cannot be written: {error}");
            status = ExitCode::FAILURE;
        } else {
            println!("{name} is written");
        }
    }
    status
}
