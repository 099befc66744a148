//! Megabytes a second of reading, of lexing, of finding claims and of the whole check, on one core.
//!
//! `cargo bench` reads the articles of `../shared/eval/articles` where they are, else those of `tests/articles`;
//! `cargo bench -- FOLDER` reads any folder, `cargo bench -- FOLDER claims` runs only the stages of that name. Where
//! the system tells the time that the process had on a core (Linux), that is what is measured.

use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use factlint::article::Article;
use factlint::check::check;
use factlint::claims::{Claim, scan};
use factlint::lexicon::Lexicon;
use factlint::rules::RuleSet;
use factlint::source::{Format, Source};
use factlint::tokens::lex;

/// How long each stage is repeated; the fastest round counts.
const TIME: Duration = Duration::from_secs(3);

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut words = std::env::args().skip(1).filter(|it| !it.starts_with('-'));
    let named = words.next().map(PathBuf::from);
    let wanted = words.next().unwrap_or_default();
    let usual = [root.join("../shared/eval/articles"), root.join("tests/articles")];
    let folder = named.or_else(|| usual.into_iter().find(|it| it.is_dir())).unwrap_or_else(|| root.to_owned());
    let texts: Vec<(String, String)> = ignore::Walk::new(&folder)
        .flatten()
        .filter_map(|entry| {
            let name = entry.path().display().to_string();
            Format::announced_by(&name)?;
            Some((name, std::fs::read_to_string(entry.path()).ok()?))
        })
        .collect();
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let mut out = std::io::stdout();
    writeln!(out, "{} articles, {:.1} MB, from {}", texts.len(), bytes as f64 / 1e6, folder.display())?;

    let lexicon = Lexicon::built_in();
    let rules = RuleSet::built_in();
    let open = |(name, text): &(String, String)| Source::new(name.as_str(), text.as_str(), Format::of_name(name));
    let sources: Vec<Source> = texts.iter().map(open).collect();
    let articles: Vec<Article<'_>> = sources.iter().map(|it| Article::read(&it.prose, lexicon, None)).collect();
    let mut stage = |name: &str, run: &mut dyn FnMut()| -> std::io::Result<()> {
        if !name.contains(&wanted) {
            return Ok(());
        }
        let seconds = fastest(run).as_secs_f64();
        writeln!(out, "{name:28} {:8.1} MB/s  {:8.1} ms", bytes as f64 / 1e6 / seconds, seconds * 1e3)
    };
    stage("format to prose", &mut || texts.iter().for_each(|it| drop(black_box(open(it)))))?;
    stage("lexing", &mut || sources.iter().for_each(|it| drop(black_box(lex(&it.prose.text, lexicon)))))?;
    stage("claims of lexed text", &mut || {
        articles.iter().for_each(|it| drop(black_box(claims(it))));
    })?;
    stage("reading", &mut || {
        sources.iter().for_each(|it| drop(black_box(Article::read(&it.prose, lexicon, None))));
    })?;
    stage("checking", &mut || {
        let pairs = sources.iter().zip(&articles);
        pairs.for_each(|(source, article)| drop(black_box(check(source, article, &rules))));
    })?;
    stage("all of it", &mut || {
        texts.iter().for_each(|it| {
            let source = open(it);
            let article = Article::read(&source.prose, lexicon, None);
            drop(black_box(check(&source, &article, &rules)));
        });
    })
}

/// The claims of an article's tokens, block by block, without names.
fn claims(article: &Article<'_>) -> Vec<Claim> {
    let blocks = article.sentences.chunk_by(|one, other| one.block == other.block);
    let ends = blocks.map(|block| (block[0].tokens.0 as usize, block[block.len() - 1].tokens.1 as usize));
    ends.flat_map(|(start, end)| scan(article.tokens().slice(start, end))).collect()
}

/// The time of the fastest round.
fn fastest(run: &mut dyn FnMut()) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    while begin.elapsed() < TIME {
        let (start, on_core) = (Instant::now(), time_on_core());
        run();
        let measured = on_core.zip(time_on_core()).map(|(from, to)| to - from);
        best = best.min(measured.unwrap_or_else(|| start.elapsed()));
    }
    best
}

/// How long the process has had a core for itself so far.
fn time_on_core() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
