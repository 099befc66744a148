//! What the lexicon knows of a single word, and what its last letter shows, as bits that the lexer writes into each token.

/// A set of the roles that a word can play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u32);

impl Features {
    /// No role.
    pub const NONE: Self = Self(0);
    /// A cardinal number word: `one`, `twenty`, `dozen`.
    pub const NUMBER: Self = Self(1);
    /// A word that multiplies: `hundred`, `million`, `lakh`, `bn`.
    pub const SCALE: Self = Self(1 << 1);
    /// An ordinal word: `first`, `twenty-first`.
    pub const ORDINAL: Self = Self(1 << 2);
    /// A word for a part: `half`, `third`, `quarters`.
    pub const FRACTION: Self = Self(1 << 3);
    /// The first word or symbol of a unit: `kilometers`, `sq`, `mph`.
    pub const UNIT: Self = Self(1 << 4);
    /// The first word or symbol of a currency: `dollars`, `US`, `€`.
    pub const CURRENCY: Self = Self(1 << 5);
    /// A month or its abbreviation.
    pub const MONTH: Self = Self(1 << 6);
    /// A day of the week or its abbreviation.
    pub const WEEKDAY: Self = Self(1 << 7);
    /// The first word of a hedge: `about`, `more` (than), `nearly`.
    pub const HEDGE: Self = Self(1 << 8);
    /// The first word of a time zone: `GMT`, `Eastern`, `local` (time).
    pub const ZONE: Self = Self(1 << 9);
    /// A word whose full stop does not end a sentence: `Mr`, `Dr`, `No`, `Jan`.
    pub const ABBREVIATION: Self = Self(1 << 10);
    /// A title before a name: `Mr`, `President`, `Senator`.
    pub const TITLE: Self = Self(1 << 11);
    /// A word that starts a date or time expression and is none of the above: `yesterday`, `mid`, `noon`, `next`.
    pub const CALENDAR: Self = Self(1 << 12);
    /// A function word (`the`, `of`, `said`), never part of a name.
    pub const FUNCTION: Self = Self(1 << 13);
    /// A percent word or sign: `percent`, `percentage` (points), `%`.
    pub const PERCENT: Self = Self(1 << 14);
    /// A unit of time: `day`, `months`, `hr`.
    pub const PERIOD: Self = Self(1 << 15);
    /// A very common word of English, in lower case; evidence that a capitalised one is no name.
    pub const COMMON: Self = Self(1 << 16);
    /// A word that leads into a claim and begins it: `a`, `between`, `minus`.
    pub const LEADING: Self = Self(1 << 17);
    /// A mark or word without which a sentence has no list: `,`, `;`, `and`.
    pub const PARTING: Self = Self(1 << 18);
    /// A relative or companion: `wife`, `brother`.
    pub const KIN: Self = Self(1 << 19);
    /// A pronoun of one man: `he`, `his`.
    pub const HE: Self = Self(1 << 20);
    /// A pronoun of one woman: `she`, `hers`.
    pub const SHE: Self = Self(1 << 21);
    /// A quotation mark that stands in pairs.
    pub const QUOTE: Self = Self(1 << 22);
    /// A mark that can end a sentence, or a word with a full stop of its own.
    pub const STOP: Self = Self(1 << 23);
    /// The first word of what denies or doubts the words behind it: `not`, `may`.
    pub const MODAL: Self = Self(1 << 24);
    /// A mark that opens brackets.
    pub const BRACKET: Self = Self(1 << 25);
    /// A word of the calendar that says something without any other: `today`, `noon`, `autumn`.
    pub const WHOLE: Self = Self(1 << 26);
    /// A word or mark that a claim of the calendar goes on with behind its first word: `of`, `full`, `-`.
    pub const JOINT: Self = Self(1 << 27);
    /// A word that multiplies by what it begins with: `tenfold`.
    pub const FOLD: Self = Self(1 << 28);
    /// The first word of what speaks for the Julian calendar: `tsar`.
    pub const OLD_STYLE: Self = Self(1 << 29);
    /// The first token of its block, which no lexicon knows: the article marks it.
    pub const FIRST: Self = Self(1 << 30);
    /// A word of the vocabulary of names ([`NameRoles`](super::NameRoles)), which says more of it.
    pub const NAME_WORD: Self = Self(1 << 31);

    /// The roles of words that are a number or a part of one.
    pub const NUMERAL: Self = Self::NUMBER.with(Self::SCALE).with(Self::FRACTION).with(Self::ORDINAL);
    /// The roles of words that begin a date.
    pub const DATE: Self = Self::MONTH.with(Self::WEEKDAY).with(Self::CALENDAR);

    /// Whether this set has a role in common with `other`.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of both sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
