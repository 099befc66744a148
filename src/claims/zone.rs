//! The zone that a time of day is told in.
//!
//! ```abnf
//! zone  = ["("] abbreviation [shift] ["time"] [")"] / zone-name ["standard" / "daylight" / "summer"] ["time"]
//!       / "Z"                                                  ; right behind the time
//!       / "local time" / place ["standard" / "daylight" / "summer"] "time" / "in" place
//! shift = ("+" / "-") hours [":" minutes]                     ; behind "UTC" and "GMT"
//! ```

use super::date::elements::{self as e, COLON, IN, integer, is, is_capital};
use crate::lexicon::{Features, Word, word_id};
use crate::reading::Zone;
use crate::tokens::{Case, Token, TokenKind, Tokens};

/// Reads the zone that a time is told in.
pub(super) fn zone(input: Tokens<'_>) -> Option<(Tokens<'_>, Zone)> {
    const LOCAL: Word = Word::of("local");
    const TIME: Word = Word::of("time");
    const KINDS: [Word; 3] = [Word::of("standard"), Word::of("daylight"), Word::of("summer")];
    let token = input.first()?;
    let word_at = |view: Tokens<'_>, ahead: usize| view.get(ahead).map(|it| it.word);
    if token.word == e::OPEN {
        let (rest, found) = zone(input.skip(1)).filter(|_| input.get(1).is_some_and(|it| it.word != e::OPEN))?;
        return is(rest, 0, e::CLOSE).then(|| (rest.skip(1), found));
    }
    if token.word == LOCAL && is(input, 1, TIME) {
        return Some((input.skip(2), Zone::Local));
    }
    // "0430Z"
    if !token.spaced && token.word == word_id!("z") && token.case != Case::Lower {
        return Some((input.skip(1), Zone::Offsets(vec![0])));
    }
    let zones = &input.lexicon.zones;
    if token.word == IN {
        let at = input.skip(1);
        if !at.first().is_some_and(is_capital) {
            return None;
        }
        let (zone, count) = zones.place(|ahead| word_at(at, ahead))?;
        return Some((at.skip(count), Zone::Named(zone)));
    }
    if !is_capital(token) && token.word != word_id!("universal") {
        return None;
    }
    if token.features.any(Features::ZONE) {
        // "West Africa Time" is not WEST.
        let is_short = token.span.len() > 1 && token.case != Case::Title;
        if let Some(offsets) = zones.abbreviation(token.word).filter(|_| is_short) {
            let rest = input.skip(1);
            if offsets == [0]
                && let Some((end, minutes)) = shift(rest)
            {
                return Some((end, Zone::Offsets(vec![minutes])));
            }
            let rest = if is(rest, 0, TIME) { rest.skip(1) } else { rest };
            return Some((rest, Zone::Offsets(offsets.to_vec())));
        }
        if let Some((zone, count)) = zones.name(|ahead| word_at(input, ahead)) {
            let mut rest = input.skip(count);
            let is_kind = rest.first().is_some_and(|it| KINDS.contains(&it.word));
            if is_kind {
                rest = rest.skip(1);
            }
            let has_time = is(rest, 0, TIME);
            // "9 a.m. Eastern" is a zone, "9 a.m. Central Park" none.
            let calendar = Features::WEEKDAY.with(Features::MONTH);
            let is_name = |it: &Token| is_capital(it) && it.kind == TokenKind::Word && !it.features.any(calendar);
            let may_stand_alone = token.case == Case::Upper || !rest.first().is_some_and(is_name);
            if has_time || may_stand_alone {
                return Some((if has_time { rest.skip(1) } else { rest }, Zone::Named(zone)));
            }
        }
    }
    // "Kabul time", "Israel Daylight Time"
    let (zone, count) = zones.place(|ahead| word_at(input, ahead))?;
    let rest = input.skip(count);
    let rest = if rest.first().is_some_and(|it| KINDS.contains(&it.word)) { rest.skip(1) } else { rest };
    is(rest, 0, TIME).then(|| (rest.skip(1), Zone::Named(zone)))
}

/// "+2", "-05:30", right behind "UTC" or "GMT" or a time stamp: minutes east of Greenwich.
pub(super) fn shift(input: Tokens<'_>) -> Option<(Tokens<'_>, i16)> {
    let sign = input.first()?;
    let east = match input.spelling(sign) {
        "+" => 1,
        "-" | "–" | "−" => -1,
        _ => return None,
    };
    let (hours, digits) = integer(input, 1).filter(|_| input.get(1).is_some_and(|it| !it.spaced))?;
    if digits == 4 {
        return Some((input.skip(2), east * (hours / 100 * 60 + hours % 100) as i16));
    }
    if digits > 2 || hours > 14 {
        return None;
    }
    let minutes = integer(input, 3).filter(|(value, digits)| {
        is(input, 2, COLON) && *digits == 2 && *value < 60 && input.get(3).is_some_and(|it| !it.spaced)
    });
    match minutes {
        Some((minutes, _)) => Some((input.skip(4), east * (hours * 60 + minutes) as i16)),
        None => Some((input.skip(2), east * (hours * 60) as i16)),
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_tells;
    use crate::claims::time::tests::tell;

    #[test]
    fn spellings_and_their_zones() {
        let rows = [
            ("at 9 a.m. West Africa Time, at 2pm Israel Daylight Time", "09:00 Africa/Lagos|14:00 Asia/Jerusalem"),
            ("at 2pm Gulf Standard Time and 0300 Zulu", "14:00 Asia/Dubai|03:00 UTC"),
            ("at 4:30 p.m. Hawaii-Aleutian Standard Time (UTC-10)", "16:30 Pacific/Honolulu"),
            ("at 10:00 (GMT+3)", "10:00 GMT+3"),
            ("at 5 p.m. ET Friday, at 6 p.m. Central Park", "17:00 America/New_York|18:00"),
            ("at 9 p.m. Eastern Tuesday", "21:00 America/New_York"),
            ("at 9 a.m. EST", "09:00 EST"),
            ("1400 GMT", "14:00 GMT"),
            ("12:45 p.m. local time", "12:45 local time"),
            ("05:59 JST", "05:59 JST"),
            ("at 9 p.m. in Berlin", "21:00 Europe/Berlin"),
            ("8 a.m. Eastern, 5 a.m. Pacific", "08:00 America/New_York|05:00 America/Los_Angeles"),
            ("3 p.m. UTC+2", "15:00 UTC+2"),
            ("at 8 p.m. (1900 GMT)", "20:00|19:00 GMT"),
            ("at 2025-03-04T18:30:00+05:30 sharp", "18:30:00 +05:30"),
            ("logged at 2023-10-07T06:30:00Z, or at 0430Z", "06:30:00 Z|04:30 Z"),
            ("at 3pm, BST, and at 20:00 hrs", "15:00 BST|20:00"),
            ("at 9 in the morning Tokyo time", "09:00 Asia/Tokyo"),
        ];
        assert_tells(tell, &rows);
    }
}
