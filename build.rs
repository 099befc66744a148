//! Embeds every file under `rules/`, so that nothing is looked for on disk when the program starts and no list
//! of rules has to be kept, and turns the word lists of `data/` into sets of hashes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(dead_code)]
#[allow(unreachable_pub)] // what is public there is public in the library
#[path = "src/lexicon/word.rs"]
mod word;

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets the manifest directory"));
    let root = home.join("rules");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut table = String::from("pub(crate) static FILES: &[(&str, &str)] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&root).expect("the walk stays below its root").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        writeln!(table, "    ({name:?}, include_str!({:?})),", file.display().to_string())
            .expect("a string takes any text");
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets the output directory"));
    fs::write(out.join("rule_files.rs"), table)?;
    write_word_sets(&home.join("data"), &out.join("known.sets"))?;
    for list in ["misspellings", "spelling-varieties"] {
        write_word_index(&home.join("data").join(list).with_extension("txt"), &out.join(list).with_extension("index"))?;
    }
    Ok(())
}

/// Writes where the words of a list's lines stand; see `src/lexicon/spelling.rs`. A line is white-space separated
/// entries; what follows `=` in an entry belongs to its word. First a bit for the low part of every word's hash, then
/// the sorted hashes, each with the place of its line.
fn write_word_index(list: &Path, index: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", list.display());
    let text = fs::read_to_string(list)?;
    let mut bits = vec![0_u8; word::FILTER_BYTES];
    let mut records = Vec::new();
    let mut at = 0_u32;
    for line in text.split_inclusive('\n') {
        for entry in line.split_whitespace() {
            let hash = word::Word::of(entry.split('=').next().unwrap_or(entry)).short_hash();
            let bit = hash as usize % (word::FILTER_BYTES * 8);
            bits[bit / 8] |= 1 << (bit % 8);
            records.push((hash, at));
        }
        at += line.len() as u32;
    }
    records.sort_unstable();
    bits.extend(records.iter().flat_map(|(hash, at)| [hash.to_le_bytes(), at.to_le_bytes()].concat()));
    fs::write(index, bits)
}

/// Writes the members of all sets in one table; see `src/lexicon/known.rs`.
fn write_word_sets(data: &Path, table: &Path) -> io::Result<()> {
    let mut words: BTreeMap<u32, u32> = BTreeMap::new();
    let mut put = |word: &str, bit: usize| *words.entry(word::Word::of(word).short_hash()).or_default() |= 1 << bit;
    let [lists @ .., _] = word::WORD_SETS;
    for (bit, list) in lists.iter().enumerate() {
        let path = data.join(list).with_extension("txt");
        println!("cargo:rerun-if-changed={}", path.display());
        for line in fs::read_to_string(path)?.lines() {
            put(line, bit);
            if *list == "places" {
                // Wherever the lexer may end the first word of a place.
                let ends = line.char_indices().filter(|(_, it)| !it.is_alphanumeric());
                ends.for_each(|(end, _)| put(&line[..end], lists.len()));
            }
        }
    }
    // Twice as many slots as words, so that the next empty one is near.
    let count = (words.len() * 2).next_power_of_two();
    let mut slots = vec![0; count];
    for (hash, sets) in words {
        let mut at = (hash >> (32 - count.ilog2())) as usize;
        while slots[at] != 0 {
            at = (at + 1) % count;
        }
        // The first eight bits of a hash are told by its slot; their place is taken by the sets.
        slots[at] = hash << 8 | sets;
    }
    fs::write(table, slots.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>())
}

/// Gathers the TOML files below `folder` and tells cargo to watch each folder for new ones.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            println!("cargo:rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}
