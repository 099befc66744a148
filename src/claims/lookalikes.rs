//! What only looks like a claim is none: names of models and versions, addresses, telephone numbers, verses, citations
//! and the rest of what is written in digits and is no figure.

use super::scan;
use crate::lexicon::Lexicon;
use crate::tokens::lex;

/// The claims of a text: kind and spelling.
fn claims(text: &str) -> String {
    let lexicon = Lexicon::built_in();
    let tokens = lex(text, lexicon);
    let found = scan(tokens.view());
    let told = found.iter().map(|it| format!("{} {}", it.value.kind(), &text[it.span.range()]));
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn texts_and_the_claims_in_them() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        // Models, versions and codes.
        ("an F-16, a Boeing 737-800 and two Su-27s", "number two"),
        ("an A320neo, an iPhone 15 and an AK-47", ""),
        ("Covid-19 spread; SARS-CoV-2 did too", ""),
        ("version 2.3.1 of Python 3.11.4", ""),
        ("Windows 10.0.19045 and v1.2", ""),
        ("GPT-4 and MP3 files over 4G", ""),
        ("Apollo-11 and T-72 tanks", ""),
        ("SCP-173 in room B12", ""),
        ("ISO 9001:2015 and RFC-2616", ""),
        ("a WD-40 can and 3D glasses of 4x4 trucks", ""),
        ("the G20 and the G-7", ""),
        ("galaxy MACS J1149.5+6663", ""),
        ("Windows 95, Firefox 3.5 and Web 2.0", ""),
        ("a Boeing 737 Max, a Glock 19 and a Cessna 172", ""),
        ("NGC 1300 and the asteroid 2011 AG5", ""),
        ("Under-21s and Forty-Niners", ""),
        (
            "with Type 1 or 2 diabetes; at Stage 3 or 4; Train 12 or 13 teachers",
            "number 12 or 13; number 12; number 13",
        ),
        ("pages 12 and 14; in Room 12 and 30 people", "number 30"),
        ("call (555) 464-0178 or visit Apt 4B of the Big 3", ""),
        ("the S&P 500 rose and the FTSE 100 fell", ""),
        ("Maroon 5 and Sum 41", ""),
        ("On Day 3 England; Category 5 winds; Phase 3 trials", ""),
        ("Room 12 costs; Train 300 teachers", "number 300"),
        ("45 737s and nine 787s", "number 45; number nine"),
        ("three Boeing 737 MAX 8s", "number three"),
        ("against 2019 levels", ""),
        ("the 911s; SH1 was closed", ""),
        ("under TEU article 11 citizens may", ""),
        ("two-by-fours", ""),
        // Addresses, numbers of houses, streets and telephones.
        ("call 555-123-4567 or +1-222-222-2222", ""),
        ("call (555) 123-4567 today", "date today"),
        ("10.0.0.1 and 192.168.1.254:8080", ""),
        ("see https://a.org/2016/05/12/2-dead.html", ""),
        ("mail j.smith42@news24.com", ""),
        ("@user2016 tweeted #euro2020", ""),
        ("No. 10 and no. 4", ""),
        ("Route 66, Highway 101 and Flight 370", ""),
        ("14 Main Street, Flat 3, 27 Marsh Lane", ""),
        ("PO Box 112, Room 404, junction 9", ""),
        ("call 0800 555 111 or 020 7946 0018", ""),
        ("dial 999 or text 66777", ""),
        ("In Manila 12 died; in London 300 people marched", "number 12; number 300"),
        ("In 5 Wall Street banks, Boeing 737 jets", "number 5; number 737"),
        // Verses, pages, sections and citations.
        ("John 3:16 and Genesis 1:1–31", ""),
        ("Psalm 23 and verse 5", ""),
        ("Chapter 11, Section 230, Article 50", ""),
        ("pp. 110-12 and page 7", ""),
        ("410 U.S. 113", ""),
        ("doi:10.1000/182", ""),
        ("H.R. 1234 and Act 12/2015", ""),
        ("Nature 512, 65-68; [1994] 1 AC 212; 17 U.S.C. 107", ""),
        ("see Fig. 3, p. 214 and Smith et al., 2014", ""),
        ("as shown [5], [18,19,20] and [1–3]", ""),
        ("call +61 411 751 191 or (801) 581-6410", ""),
        ("north of 96th Street and 31st Street", ""),
        ("A $2,000 credit", "money $2,000"),
        ("World War One", ""),
        ("a one-term mayor; a 2+2 seater", ""),
        // Names and idioms with numbers in them.
        ("9/11 and 24/7 news", ""),
        ("the one who won, at one another", ""),
        ("a second opinion and a third party", "ordinal second; ordinal third"),
        ("a half-brother and a quarterback", ""),
        ("the first half of a match", "ordinal first; fraction half"),
        ("several, many and a few people", ""),
        ("may march on", ""),
        ("at 24 Sussex Drive", ""),
        ("Theresa May and April Jones", ""),
        ("the Sun sat on a sofa", ""),
        ("a score of the match", ""),
        ("India were 212 for 7 at tea", ""),
        ("won by 1-14 to 0-12", ""),
        ("the test scores of pupils", ""),
        ("in the low 30s, in the 40s", ""),
    ] {
        let read = claims(text);
        if read != expected {
            wrong.push(format!("{text}\n  read     {read}\n  expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
