//! Numbers with their units; their grammar is that of [`super::amount`] and [`super::unit`].

use serde_json::{Map, Value as Json};

use super::amount::{Amounts, Item, Of};
use super::range::figure_json;
use crate::lexicon::{Unit, Word};
use crate::reading::{self, Figure, Series};
use crate::tokens::{TokenKind, Tokens};

/// A number with its unit: "160 kilometers", "5 ft 11 in".
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure as it is written, in the likeliest unit; of sides or a list the first.
    pub figure: Figure,
    /// What it means, in every unit that the text can mean.
    pub quantity: reading::Quantity,
}

impl Quantity {
    pub(super) fn new(figure: Figure, units: &[Unit], start: Tokens<'_>, rest: Tokens<'_>) -> Self {
        let mut quantity = reading::Quantity::new(figure, units);
        quantity.may_be_difference =
            units.iter().any(|it| it.is_temperature()) && may_be_difference(&figure, start, rest);
        quantity.is_difference = units.iter().any(|it| it.is_temperature()) && is_difference(start, rest);
        quantity.may_be_difference |= quantity.is_difference;
        Self { figure, quantity }
    }

    /// The likeliest unit.
    pub fn unit(&self) -> Unit {
        self.quantity.first().unit
    }

    pub(super) fn to_json(&self) -> Map<String, Json> {
        let reading = self.quantity.first();
        // Temperatures do not round as lengths do.
        let figure = Figure { interval: reading.amount, ..self.figure };
        let mut keys = figure_json(&figure);
        keys.insert("unit".into(), Json::from(reading.unit.id()));
        if let Some(dimension) = reading.unit.dimension_name() {
            keys.insert("dimension".into(), Json::from(dimension));
        }
        keys
    }

    pub(super) fn describe(&self) -> String {
        self.quantity.describe()
    }
}

/// The claim that a series of items with units makes.
pub(super) fn series(amounts: &Amounts<'_>, start: Tokens<'_>) -> Option<Quantity> {
    let each = |item: &Item<'_>| match &item.of {
        Of::Units(units) => Some(Quantity::new(item.figure, units, start, amounts.rest)),
        _ => None,
    };
    let items: Vec<Quantity> = amounts.items.iter().filter_map(each).collect();
    let (first, last) = (items.first()?.clone(), items.last()?.clone());
    if items.len() == 1 {
        let Of::Units(units) = &amounts.items[0].of else { return None };
        return Some(Quantity::new(first.figure.hedged(amounts.hedge), units, start, amounts.rest));
    }
    let same_unit = first.unit() == last.unit();
    let figure = match amounts.series {
        Series::Range if same_unit => Figure::between(first.figure, last.figure).hedged(amounts.hedge),
        _ => first.figure.hedged(amounts.hedge),
    };
    if amounts.series == Series::Range && same_unit {
        return Some(Quantity { figure, ..Quantity::new(figure, &units_of(&last), start, amounts.rest) });
    }
    let quantity = reading::Quantity::series(items.into_iter().map(|it| it.quantity).collect(), amounts.series);
    // The figure is that of the first item, in the unit of the last, which names the series.
    let figure =
        quantity.items[0].in_unit(quantity.first().unit).map_or(figure, |it| Figure { interval: it, ..figure });
    Some(Quantity { figure, quantity })
}

fn units_of(quantity: &Quantity) -> Vec<Unit> {
    quantity.quantity.readings.iter().map(|it| it.unit).collect()
}

/// Whether the words around a temperature, or its smallness, let it be a difference.
fn may_be_difference(figure: &Figure, start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const REACH: usize = 30;
    if figure.value().abs() <= 5.0 {
        return true;
    }
    let Some(words) = start.lexicon.classes.get("temperature-difference") else { return false };
    let before = (1..=REACH).map_while(|back| start.before(back)).take_while(|it| start.spelling(it) != ".");
    let behind = (0..REACH).map_while(|ahead| rest.get(ahead)).take_while(|it| rest.spelling(it) != ".");
    before.chain(behind).any(|it| words.contains(it.word))
}

/// Whether the words right beside a temperature make it a difference: "warmed by a further 2 °C", "a drop of about 14
/// degrees", "21 degrees (38 degrees Fahrenheit) warmer".
fn is_difference(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let classes = &start.lexicon.classes;
    let (Some(leads), Some(trails), Some(small)) =
        (classes.get("difference-before"), classes.get("difference-behind"), classes.get("difference-between"))
    else {
        return false;
    };
    let mut back = 1;
    while start.before(back).is_some_and(|it| it.kind == TokenKind::Word && small.contains(it.word)) {
        back += 1;
    }
    let leads_in = start.before(back).is_some_and(|it| leads.contains(it.word));
    let mut behind = rest;
    if behind.first().is_some_and(|it| it.word == Word::of("(")) {
        const CLOSE: Word = Word::of(")");
        let close = (1..12).find(|at| behind.get(*at).is_some_and(|it| it.word == CLOSE));
        behind = close.map_or(behind, |at| behind.skip(at + 1));
    }
    leads_in || behind.first().is_some_and(|it| trails.contains(it.word))
}

#[cfg(test)]
mod tests {
    use crate::claims::{Value, scan};
    use crate::lexicon::Lexicon;
    use crate::tokens::{Tokens, lex};

    /// The first claim of each text: kind, number and unit or currency.
    #[test]
    fn spellings_and_their_values() {
        let lexicon = Lexicon::built_in();
        for (text, kind, number, unit) in [
            ("160 kilometers", "quantity", 160.0, "kilometer"),
            ("100 miles (", "quantity", 100.0, "mile"),
            ("a 5-mile run", "quantity", 5.0, "mile"),
            ("22- to 42-centimetre", "quantity", 32.0, "centimeter"),
            ("8- to 16-meter", "quantity", 12.0, "meter"),
            ("10 1/2 miles", "quantity", 10.5, "mile"),
            ("half a mile", "quantity", 0.5, "mile"),
            ("188 miles an hour", "quantity", 188.0, "mile-per-hour"),
            ("188 mph", "quantity", 188.0, "mile-per-hour"),
            ("90 km/h", "quantity", 90.0, "kilometer-per-hour"),
            ("9.8 m/s²", "quantity", 9.8, "meter-per-square-second"),
            ("5 L/100 km", "quantity", 5.0, "liter-per-100-kilometer"),
            ("190 km2", "quantity", 190.0, "square-kilometer"),
            ("190 sq km", "quantity", 190.0, "square-kilometer"),
            ("190 square kilometres", "quantity", 190.0, "square-kilometer"),
            ("5 km² of", "quantity", 5.0, "square-kilometer"),
            ("3 kilometres squared", "quantity", 3.0, "square-kilometer"),
            ("0.9 trillion cubic feet", "quantity", 9e11, "cubic-foot"),
            ("30 cc", "quantity", 30.0, "cubic-centimeter"),
            ("16,000 metric tons", "quantity", 16_000.0, "tonne"),
            ("three tons of", "quantity", 3.0, "ton"),
            ("75ml", "quantity", 75.0, "milliliter"),
            ("200lbs", "quantity", 200.0, "pound"),
            ("37 °C", "quantity", 37.0, "celsius"),
            ("−11.6 °C", "quantity", -11.6, "celsius"),
            ("98.6 degrees Fahrenheit", "quantity", 98.6, "fahrenheit"),
            ("45°", "quantity", 45.0, "degree"),
            ("6 ft 3 in", "quantity", 6.25, "foot"),
            ("6ft 3in tall", "quantity", 6.25, "foot"),
            ("6 feet, 3 inches", "quantity", 6.25, "foot"),
            ("5-foot-6", "quantity", 5.5, "foot"),
            ("5'6\"", "quantity", 5.5, "foot"),
            ("4 ft 4½ in", "quantity", 4.375, "foot"),
            ("10st 7lb", "quantity", 10.5, "stone"),
            ("4 lb 8 oz", "quantity", 4.5, "pound"),
            ("5 ft by 20 in", "quantity", 60.0, "inch"),
            ("3 m × 2 m", "quantity", 3.0, "meter"),
            ("5 by 3 metres", "quantity", 5.0, "meter"),
            ("between 198 miles and 932 miles", "quantity", 565.0, "mile"),
            ("15m hectares", "quantity", 15e6, "hectare"),
            ("13m (22km)", "quantity", 13.0, "meter"),
            ("2 1/2 in thick", "quantity", 2.5, "inch"),
            ("16.5 inches)", "quantity", 16.5, "inch"),
            ("500 GW", "quantity", 500.0, "gigawatt"),
            ("500 mW", "quantity", 500.0, "milliwatt"),
            ("3 kWh", "quantity", 3.0, "kilowatt-hour"),
            ("12 ft 2 in more or less", "quantity", 12.0 + 1.0 / 6.0, "foot"),
            ("½ teaspoon of", "quantity", 0.5, "teaspoon"),
            ("6.0 × 10²³ kg", "quantity", 6.0e23, "kilogram"),
            ("5 in 2015", "number", 5.0, ""),
            ("killed five in the morning", "number", 5.0, ""),
            ("5%", "percent", 5.0, ""),
            ("12.5 per cent", "percent", 12.5, ""),
            ("two percentage points", "percent", 2.0, ""),
            ("25 basis points", "percent", 25.0, ""),
            ("5–10%", "percent", 7.5, ""),
            ("between 5 and 10 percent", "percent", 7.5, ""),
            ("5% to 10%", "percent", 7.5, ""),
            ("$3.5bn", "money", 3.5e9, "USD"),
            ("more than $1.5 million", "money", 1.5e6, "USD"),
            ("£6m", "money", 6e6, "GBP"),
            ("€1.2 million", "money", 1.2e6, "EUR"),
            ("US$10–15 million", "money", 12.5e6, "USD"),
            ("$5 to $10", "money", 7.5, "USD"),
            ("A$500", "money", 500.0, "AUD"),
            ("Rs 500 crore", "money", 5e9, "INR"),
            ("Rs500", "money", 500.0, "INR"),
            ("40 lakh rupees", "money", 4e6, "INR"),
            ("50p", "money", 50.0, "GBP"),
            ("50 cents", "money", 50.0, "USD"),
            ("5 million Hong Kong dollars", "money", 5e6, "HKD"),
            ("five million pounds", "money", 5e6, "GBP"),
            ("500 EUR", "money", 500.0, "EUR"),
            ("EUR 500", "money", 500.0, "EUR"),
            ("two dollars and fifty cents", "money", 2.5, "USD"),
            ("75 USD million", "money", 75e6, "USD"),
            ("half a million dollars", "money", 5e5, "USD"),
            ("10 $ is", "money", 10.0, "USD"),
            ("$15 an hour", "money", 15.0, "USD"),
            ("500 pounds", "quantity", 500.0, "pound"),
            ("21st", "ordinal", 21.0, ""),
            ("twenty-first", "ordinal", 21.0, ""),
            ("two-thirds", "fraction", 2.0 / 3.0, ""),
            ("one in five people", "fraction", 0.2, ""),
            ("two out of three", "fraction", 2.0 / 3.0, ""),
            ("three-quarters of", "fraction", 0.75, ""),
        ] {
            let tokens = lex(text, lexicon);
            let claims = scan(Tokens::new(&tokens, text, lexicon));
            let Some(claim) = claims.first() else { panic!("{text}: nothing is read") };
            assert_eq!(claim.value.kind(), kind, "{text}: {claim:?}");
            let json = claim.value.to_json();
            let found = json["number"].as_f64().unwrap_or(f64::NAN);
            assert!((found - number).abs() <= 1e-9 * number.abs(), "{text}: {json:?}");
            let of = json.get("unit").filter(|_| kind == "quantity").or(json.get("currency"));
            assert_eq!(of.and_then(|it| it.as_str()).unwrap_or_default(), unit, "{text}");
        }
    }

    /// Quantities of one text that say the same, or do not.
    #[test]
    fn quantities_and_their_conversions() {
        use crate::reading::Verdict;
        let lexicon = Lexicon::built_in();
        for (text, expected) in [
            ("1,435 mm (4 ft 8 1/2 in)", Verdict::Compatible),
            ("6 feet, 4 inches (1.93m)", Verdict::Compatible),
            ("5 ft by 20 in (1.5 m by 0.5 m)", Verdict::Compatible),
            ("5 ft by 20 in (1.5 m by 0.7 m)", Verdict::Conflict),
            ("22- to 42-centimeters (8.7 inches to 16.5 inches)", Verdict::Compatible),
            ("22- to 42-centimeters (8.7 inches to 19.5 inches)", Verdict::Conflict),
            ("between 198 miles and 932 miles (320 and 1,500 kilometers)", Verdict::Compatible),
            ("limit of 1.5 C (2.7 F)", Verdict::Compatible),
            ("13m (22km)", Verdict::Compatible),
            ("15m hectares (37m acres)", Verdict::Compatible),
            ("44,330 tons (45,041 metric tons)", Verdict::Compatible),
            ("37 °C (67 °F)", Verdict::Conflict),
            ("about 100 miles (160km)", Verdict::Compatible),
        ] {
            let tokens = lex(text, lexicon);
            let claims = scan(Tokens::new(&tokens, text, lexicon));
            let outer = |from: u32| {
                claims.iter().find(|it| it.tokens.0 >= from).and_then(|it| match &it.value {
                    Value::Quantity(found) => Some((it.tokens.1, found.quantity.clone())),
                    _ => None,
                })
            };
            let (end, one) = outer(0).unwrap_or_else(|| panic!("{text}: {claims:?}"));
            let (_, other) = outer(end).unwrap_or_else(|| panic!("{text}: {claims:?}"));
            assert_eq!(one.compare(&other), expected, "{text}: {} and {}", one.describe(), other.describe());
        }
    }
}
