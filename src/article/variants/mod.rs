//! Names that the article spells two ways.
//!
//! Words of names that differ by a slip are found by sorting: a slip leaves the first two or the last three letters alone.
//! That the article means one bearer is then shown by what stands around the two words ([`Evidence`]); without that,
//! and where the text itself speaks of two (both in one sentence, two given names, a remark on the spelling), nothing
//! is said.
mod judge;
mod mentions;
mod terms;

use crate::claims::Claim;
use crate::reading::names::Spelling;
use crate::tokens::Tokens;

use super::Sentence;
use judge::Judge;
use terms::{candidates, terms};

/// One name in two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameVariant {
    /// The claims with the more frequent (or, at equal counts, fuller) spelling, in order of the text.
    pub usual: Vec<u32>,
    /// The claims with the other spelling, in order of the text.
    pub other: Vec<u32>,
    /// The word that is spelled two ways: index of a token in the first claim of `usual`, and of `other`.
    pub words: (u32, u32),
    /// How the spellings relate.
    pub relation: Spelling,
    /// What shows that one bearer is meant.
    pub evidence: Evidence,
}

/// What shows that two spellings mean one bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The same other words stand in both names: Joe Parisi, Joe Pariso.
    SharedPart,
    /// One is never given a full name of its own: Hans Kettelhack, Kettelhak.
    BareSurname,
    /// The word is rare, the spelling stands once, and no word of English or known name is spelled like it.
    RareWord,
}
/// Finds the names that the article spells two ways. The claims know their sentences and bearers.
pub(super) fn find(claims: &[Claim], sentences: &[Sentence], tokens: Tokens<'_>) -> Vec<NameVariant> {
    let terms = terms(claims, tokens);
    let judge = Judge { claims, sentences, tokens };
    let found = candidates(&terms)
        .into_iter()
        .filter_map(|(one, other, relation)| judge.variant(&terms[one], &terms[other], relation));
    let mut found: Vec<NameVariant> = found.collect();
    found.sort_by_key(|it| it.other[0]);
    found
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::source::{Format, Source};

    /// The pairs of spellings that are found, the usual one first.
    fn variants(text: &str) -> String {
        let source = Source::new("", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let spelling = |token: u32| &text[article.tokens[token as usize].span.range()];
        let pairs = article.variants().iter().map(|it| format!("{}/{}", spelling(it.words.0), spelling(it.words.1)));
        pairs.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_and_their_variants() {
        for (text, expected) in [
            ("Joe Parisi spoke. We thank Joe Pariso for it.", "Parisi/Pariso"),
            ("Karl Kettelhack, the mayor, spoke.\n\nKettelhak told us more.", "Kettelhack/Kettelhak"),
            ("Volodymyr Zelensky left. Then Volodymyr Zelenky came back.", "Zelensky/Zelenky"),
            ("Univision sold it. It was Univision first. The Univison studio is closed.", "Univision/Univison"),
            ("It hit the United States. The rest of the United Sates was dry.", "States/Sates"),
            ("The Megara Hyblaea Museum opened. The Megara Hyblea Museum closed.", "Hyblaea/Hyblea"),
            ("McKinley Group rose. The shares of MacKinley Group fell.", "McKinley/MacKinley"),
            ("Gudrun Lohse-Wirth came. Ms Lohse-Wirt left.", "Wirth/Wirt"),
            ("Former Socceroo Craig Vuković came. Brisbane paid for Vukovich.", "Vuković/Vukovich"),
            ("Ludmila Hrabovsky sells bread.\nCustomers love Hrabovksy for it.", "Hrabovsky/Hrabovksy"),
            ("How to Survive the NAR Settlment. Survive the NAR Settlement.", "Settlement/Settlment"),
            ("Bernadette Okafor-Lind won. Ms Okafor-Lynd left.", "Lind/Lynd"),
            ("Rajesh Subramanyam lost. Then Mr Subramaniam left.", "Subramanyam/Subramaniam"),
            ("Gregory Abernathy objected. It was wrong, Abernethy said.", "Abernathy/Abernethy"),
            ("Greenhalgh Brewery will close. The owner of Greenhalg Brewery left.", "Greenhalgh/Greenhalg"),
            ("Volkswagen rose. The shares of Volkswagen fell. Then Volkswagon spoke.", "Volkswagen/Volkswagon"),
            ("Marcus Oyelowo objected. The city lost to Mr. Oyewolo before.", "Oyelowo/Oyewolo"),
            ("Peter Hollenbaugh was hired. “It is a dream,” said Hollenbach.", "Hollenbaugh/Hollenbach"),
            ("The road to Llanfedwyn is shut. Snow fell on Llanfedwin.", "Llanfedwyn/Llanfedwin"),
            ("Deputy Katharine Lowe spoke. It rained. Then Katherine Lowe left.", "Katharine/Katherine"),
            ("Aldervane Holdings rose. Shares of Aldervain Holdings fell.", "Aldervane/Aldervain"),
            ("Judge Linh Nguyen left. It was late, said Ms Nyugen.", "Nguyen/Nyugen"),
            ("The head of Syntrigo left. It hurt Sintrygo.", "Syntrigo/Sintrygo"),
            ("The west Rhineland rose. Trains from Rheinland-Pfalz were late.", ""),
            ("Gregory Abernathy objected. The Abernethy biscuit is sold there.", ""),
            // Rivers, what others call it, text that lost its spaces.
            ("Ronald Blythe wrote of the Alde and the Blyth.", ""),
            ("The battle of Poitiers was lost. Poitiers fell. It was often referred to as \"Poictiers\".", ""),
            ("The contact of KAP AGKai Knitter. About KAP AGKAP.", ""),
            // Two bearers, and the text says so.
            ("Maria Santangelo sued. Her brother, Mario Santangelo, did not.", ""),
            ("Jens Thorbecke sees it. Marie Thornbeck does not.", ""),
            ("Meier scored before Meyer did. Then Meier left.", ""),
            ("The shirt said Schultze. The board said Schulze, as he spells it.", ""),
            ("Kathleen O'Brian spoke. She is an O'Brian, not an O'Brien.", ""),
            ("Dr Anna Steyn believed what the officer, Sgt Anna Steen, said.", ""),
            ("Referee Johansson booked Johannsson. Johannsson was unlucky.", ""),
            ("Johansson, who plays the spy, and Johannsson, who wrote it, left. Johansson won.", ""),
            ("Choi Kyung-hee was jailed for two years. Choi Kyoung-hwan was jailed for five.", ""),
            ("Ms. Alison Bryce chairs it. Her sister-in-law, Ms. Allison Bryce, is its lawyer.", ""),
            // Spellings of sources and of other languages.
            ("Jalalabad fell. It was a revolt against \"the collectors at Jelalabad\". Jalalabad burned.", ""),
            ("He wrote of Sweden (Suevoniae). The north of Sweden (Sueoniae) is cold. Sweden (Suevoniae) is not.", ""),
            ("The Bosporos is deep. The Bosporos is cold. The cape was Bosporios.", ""),
            // Inflections, other words, places that are listed.
            ("Croatia won. The Croatian team beat Hindus. A Hindu wept in Croatia.", ""),
            ("Iran attacked. Later Iraq attacked. Then Iran stopped.", ""),
            ("The Ulster Defence Regiment came. The Ulster Defense Regiment left.", ""),
            ("President Joe Biden spoke. President Bidenhad left.", ""),
        ] {
            assert_eq!(variants(text), expected, "{text}");
        }
    }
}
