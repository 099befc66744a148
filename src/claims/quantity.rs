//! Numbers with their units. They begin as sums of money do, so that [`super::amount`] reads both.
//!
//! ```abnf
//! quantity = measure [joint measure] / figure 1*2(by measure) ; 198 miles to 932 miles  5 ft by 20 in
//! measure  = figure ["-"] unit [smaller]                     ; 160 km  5 ft 11 in  22- to 42-centimetre
//!          / part ["of"] ["a"] unit                          ; half a mile
//!          / leading-unit figure                             ; Mach 2
//! smaller  = [","] ["and"] number part-of-unit
//! ```

use serde_json::{Map, Value as Json};

use super::amount::{Amounts, Item, Of};
use super::range::figure_json;
use crate::lexicon::{Unit, Word, word_id};
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
    if let [item] = &amounts.items[..] {
        let Of::Units(units) = &item.of else { return None };
        return Some(Quantity::new(item.figure.hedged(amounts.hedge), units, start, amounts.rest));
    }
    let each = |item: &Item<'_>| match &item.of {
        Of::Units(units) => Some(Quantity::new(item.figure, units, start, amounts.rest)),
        _ => None,
    };
    let items: Vec<Quantity> = amounts.items.iter().filter_map(each).collect();
    let (first, last) = (items.first()?.clone(), items.last()?.clone());
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
    if behind.first().is_some_and(|it| it.word == word_id!("(")) {
        const CLOSE: Word = Word::of(")");
        let close = (1..12).find(|at| behind.get(*at).is_some_and(|it| it.word == CLOSE));
        behind = close.map_or(behind, |at| behind.skip(at + 1));
    }
    leads_in || behind.first().is_some_and(|it| trails.contains(it.word))
}

#[cfg(test)]
mod tests {
    use crate::claims::table::assert_reads;
    use crate::claims::{Value, scan};
    use crate::lexicon::Lexicon;
    use crate::tokens::lex;

    #[test]
    fn spellings_and_their_values() {
        assert_reads(
            "quantity",
            &[
                ("160 kilometers", 160.0, "kilometer"),
                ("100 miles (", 100.0, "mile"),
                ("5 ft by 20 in tank", 60.0, "inch"),
                ("30x40 cm", 30.0, "centimeter"),
                ("a 4x4 vehicle", f64::NAN, ""),
                ("5ft6in tall", 5.5, "foot"),
                ("an 8-fl-oz glass", 8.0, "fluid-ounce"),
                ("30-odd miles", 30.0, "mile"),
                ("20+ km", 20.0, "kilometer"),
                ("five or six miles", 5.5, "mile"),
                ("a gallon of milk", 1.0, "gallon"),
                ("a ton of trouble", f64::NAN, ""),
                ("985 millibars", 985.0, "millibar"),
                ("a five-pound note", f64::NAN, ""),
                ("a 5-mile run", 5.0, "mile"),
                ("22- to 42-centimetre", 32.0, "centimeter"),
                ("8- to 16-meter", 12.0, "meter"),
                ("10 1/2 miles", 10.5, "mile"),
                ("half a mile", 0.5, "mile"),
                ("188 miles an hour", 188.0, "mile-per-hour"),
                ("188 mph", 188.0, "mile-per-hour"),
                ("90 km/h", 90.0, "kilometer-per-hour"),
                ("9.8 m/s²", 9.8, "meter-per-square-second"),
                ("5 L/100 km", 5.0, "liter-per-100-kilometer"),
                ("190 km2", 190.0, "square-kilometer"),
                ("190 sq km", 190.0, "square-kilometer"),
                ("190 square kilometres", 190.0, "square-kilometer"),
                ("5 km² of", 5.0, "square-kilometer"),
                ("3 kilometres squared", 3.0, "square-kilometer"),
                ("0.9 trillion cubic feet", 9e11, "cubic-foot"),
                ("30 cc", 30.0, "cubic-centimeter"),
                ("16,000 metric tons", 16_000.0, "tonne"),
                ("three tons of", 3.0, "ton"),
                ("75ml", 75.0, "milliliter"),
                ("200lbs", 200.0, "pound"),
                ("37 °C", 37.0, "celsius"),
                ("−11.6 °C", -11.6, "celsius"),
                ("98.6 degrees Fahrenheit", 98.6, "fahrenheit"),
                ("45°", 45.0, "degree"),
                ("6 ft 3 in", 6.25, "foot"),
                ("6ft 3in tall", 6.25, "foot"),
                ("6 feet, 3 inches", 6.25, "foot"),
                ("5-foot-6", 5.5, "foot"),
                ("5'6\"", 5.5, "foot"),
                ("4 ft 4½ in", 4.375, "foot"),
                ("10st 7lb", 10.5, "stone"),
                ("4 lb 8 oz", 4.5, "pound"),
                ("5 ft by 20 in", 60.0, "inch"),
                ("3 m × 2 m", 3.0, "meter"),
                ("5 by 3 metres", 5.0, "meter"),
                ("between 198 miles and 932 miles", 565.0, "mile"),
                ("15m hectares", 15e6, "hectare"),
                ("13m (22km)", 13.0, "meter"),
                ("2 1/2 in thick", 2.5, "inch"),
                ("16.5 inches)", 16.5, "inch"),
                ("500 GW", 500.0, "gigawatt"),
                ("500 mW", 500.0, "milliwatt"),
                ("3 kWh", 3.0, "kilowatt-hour"),
                ("12 ft 2 in more or less", 12.0 + 1.0 / 6.0, "foot"),
                ("½ teaspoon of", 0.5, "teaspoon"),
                ("6.0 × 10²³ kg", 6.0e23, "kilogram"),
                ("500 pounds", 500.0, "pound"),
                ("5 in 2015", f64::NAN, ""),
                ("killed five in the morning", f64::NAN, ""),
                ("Mach 2 jets", 2.0, "mach"),
                ("at Mach 0.85", 0.85, "mach"),
                ("a Mach-5 missile", 5.0, "mach"),
                ("a Mustang Mach 1", f64::NAN, ""),
                ("eight tonnes a hectare", 8.0, "tonne-per-hectare"),
                ("120 bushels of corn an acre", 120.0, "bushel-per-acre"),
                ("62 miles to the gallon", 62.0, "mile-per-gallon"),
                ("9 litres of alcohol a year", 9.0, "liter-per-year"),
                ("300 litres a year earlier", 300.0, "liter"),
                ("two pints a mile from home", 2.0, "pint"),
                ("three miles to the foot of the hill", 3.0, "mile"),
                ("a year (370 d)", 1.0, "year"),
                ("beer at 6d", f64::NAN, ""),
                ("a 24-by-36-inch print", 24.0, "inch"),
                ("he is six foot three in his socks", 6.25, "foot"),
                ("fell to -40 C in", -40.0, "celsius"),
                ("weighed 38 kg. The", 38.0, "kilogram"),
                ("81,000 gross tons", 81_000.0, "gross-ton"),
                ("2,400 square km", 2400.0, "square-kilometer"),
                ("170 lb ft of torque", 170.0, "pound-force-foot"),
                ("92 decibels", 92.0, "decibel"),
                ("450 PS", 450.0, "metric-horsepower"),
                ("1.65 million bpd", 1.65e6, "barrel-per-day"),
                ("five kilos", 5.0, "kilogram"),
                ("3 kg 200 g", 3.2, "kilogram"),
                ("312,915 gross square feet", 312_915.0, "square-foot"),
                ("2 cups of flour", 2.0, "cup"),
                ("a gallon and a half", 1.5, "gallon"),
                ("nine 787s", f64::NAN, ""),
                ("output of 9.7 mb/d", 9.7, "million-barrel-per-day"),
                ("573.15K beside 300 °C", 300.0, "celsius"),
            ],
        );
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
            ("Mach 2 (2,400 km/h)", Verdict::Compatible),
            ("Mach 1 (1,200 km/h)", Verdict::Compatible),
            ("Mach 2 (500 km/h)", Verdict::Conflict),
        ] {
            let tokens = lex(text, lexicon);
            let claims = scan(tokens.view());
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
