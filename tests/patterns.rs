//! What patterns and joins find, as tables.

use factlint::article::Article;
use factlint::check::check;
use factlint::lexicon::Lexicon;
use factlint::rules::RuleSet;
use factlint::source::{Format, Source};

/// The messages of a rule in a text, in order.
fn messages(rule: &str, text: &str) -> Vec<String> {
    let mut rules = RuleSet::empty();
    if let Err(error) = rules.add("house/rule", "house/rule.toml", rule) {
        panic!("{:?}", miette::Report::new(*error));
    }
    let source = Source::new("text", text, Format::Plain);
    let article = Article::read(&source.prose, Lexicon::built_in(), None);
    check(&source, &article, &rules).diagnostics.into_iter().map(|it| it.message).collect()
}

#[test]
fn patterns_and_what_they_catch() {
    for (pattern, message, text, expected) in [
        ("{a:quantity} ( {b:quantity} )", "{a}|{b}", "It is 5 km (3 miles) long.", &["5 km|3 miles"][..]),
        ("{a:money} .. {b:money}", "{a}|{b}", "It rose to $5 million from $3 million.", &["$5 million|$3 million"]),
        ("{a:money} .. {b:money}", "{a}|{b}", "It cost $5 million, it said, not $3 million.", &[]),
        (
            "{a:money} ... {b:money}",
            "{a}|{b}",
            "It cost $5 million, it said, not $3 million.",
            &["$5 million|$3 million"],
        ),
        ("<rose|fell> [by] {a:percent}", "{a}", "Sales rose by 5% and fell 3%.", &["5%", "3%"]),
        ("{verb:@rise} {a:percent}", "{verb}", "Profit climbed 5%, costs fell 3%.", &["climbed"]),
        ("{a:count} !<percent|%> {w:word}", "{a} {w}", "It has 12 seats.", &["12 seats"]),
        ("medals : {a:count+}", "{a}", "They won medals: 7 gold, 8 silver and 3 bronze.", &["7 gold, 8 silver and 3"]),
        ("named {w:word+} ,", "{w}", "A man named Hollis Van Dale, 41, was held.", &["Hollis Van Dale"]),
        ("\\[ {w:word} \\]", "{w}", "He said [then] so.", &["then"]),
        ("in {a:year}", "{a}", "It opened in 1998 and closed in May.", &["1998"]),
    ] {
        let rule = format!("title = \"t\"\n[find]\nany = ['''{pattern}''']\nmessage = \"{message}\"\n");
        assert_eq!(messages(&rule, text), expected, "{pattern} in {text}");
    }
}

#[test]
fn groups_hold_captures_and_other_groups() {
    for (pattern, text, expected) in [
        (
            "Ada [, {age:age} ,] <died|<was born|came>> <in {x:year}|on {y:day}>",
            "Ada, 41, died in 1998.",
            "41|1998|unknown",
        ),
        (
            "Ada [, {age:age} ,] <died|<was born|came>> <in {x:year}|on {y:day}>",
            "Ada came on 2 May 1998.",
            "unknown|unknown|2 May 1998",
        ),
        ("{a:count} [of [the] {b:count}|against {c:count}] seats", "It won 12 of the 40 seats.", "12|40|unknown"),
        ("{a:count} [of [the] {b:count}|against {c:count}] seats", "It won 12 against 40 seats.", "12|unknown|40"),
        // What a branch that does not fit has caught is let go.
        ("<{a:count} of {b:count} men|{c:count} of .. seats>", "It won 12 of 40 seats.", "unknown|unknown|12"),
    ] {
        let names: Vec<&str> = pattern.split('{').skip(1).filter_map(|it| it.split(':').next()).collect();
        let message = names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join("|");
        let rule = format!("title = \"t\"\n[find]\nany = [\"{pattern}\"]\nmessage = \"{message}\"\n");
        assert_eq!(messages(&rule, text), [expected], "{pattern} in {text}");
    }
}

#[test]
fn parts_stand_for_their_patterns() {
    let rule = |parts: &str, pattern: &str| {
        format!("title = \"t\"\n[parts]\n{parts}\n[find]\nany = [\"{pattern}\"]\nmessage = \"{{a}}|{{b}}\"\n")
    };
    let born = "born = [\"born [@when]\", \"<birth|born> at {b:age}\"]\nwhen = [\"in {a:year}\", \"on {a:day}\"]";
    for (parts, pattern, text, expected) in [
        (born, "was @born", "She was born in 1998.", &["1998|unknown"][..]),
        (born, "was @born", "She was born on 2 May 1998.", &["2 May 1998|unknown"]),
        (born, "was [@when] !@born <@born|{b:word}>", "She was in 1998 poor.", &["1998|poor"]),
        // A part counts before a class of its name.
        ("rise = [\"soared {a:percent}\"]", "{b:count} @rise", "The 5 soared 5%. The 5 climbed.", &["5%|5"]),
    ] {
        assert_eq!(messages(&rule(parts, pattern), text), expected, "{pattern} with {parts} in {text}");
    }
}

#[test]
fn shared_parts_stand_beside_classes() {
    let mut rules = RuleSet::empty();
    rules.add("lexicon/parts/house", "house.toml", "holds = [\"<holds|seats> {n:count}\"]").expect("a part");
    let rule = "title = \"t\"\n[find]\nany = [\"it @holds\"]\nrequire = \"n > 100\"\n";
    rules.add("house/rule", "house/rule.toml", rule).expect("a rule");
    let source = Source::new("text", "It seats 40 people.", Format::Plain);
    let article = Article::read(&source.prose, Lexicon::built_in(), None);
    assert_eq!(check(&source, &article, &rules).diagnostics.len(), 1);
}

#[test]
fn joins_and_what_belongs_together() {
    let rule = |relate: &str| {
        format!(
            "title = \"t\"\n[find.first]\nany = [\"paid {{sum:money}}\"]\n[find.second]\nany = [\"cost {{sum:money}}\"]\n\
             [relate]\n{relate}\nrequire = \"first.sum = second.sum\"\nmessage = \"{{first.sum}}|{{second.sum}}\"\n"
        )
    };
    let near_and_far = "He paid $5. It cost $7.\n\nLater it cost $5.";
    for (relate, text, expected) in [
        ("", near_and_far, &["$5|$7"][..]),
        ("against = \"any\"", near_and_far, &[]),
        ("within = \"sentence\"", near_and_far, &[]),
        ("within = \"neighbours\"", near_and_far, &["$5|$7"]),
        ("order = \"after\"", "It cost $7. He paid $5.", &[]),
        ("order = \"before\"", "It cost $7. He paid $5.", &["$5|$7"]),
    ] {
        assert_eq!(messages(&rule(relate), text), expected, "{relate} in {text}");
    }
}

#[test]
fn the_odd_one_of_a_group_is_reported() {
    let rule = "title = \"t\"\n[find.first]\nany = [\"{n:count} seats\"]\n[find.second]\nany = [\"{n:count} seats\"]\n\
                [relate]\nsame = [\"n.noun\"]\nrequire = \"first.n = second.n\"\nmessage = \"{first.n}|{second.n}\"\n";
    let text = "The hall has 400 seats. Its 430 seats are red.\n\nAll 400 seats were taken.";
    assert_eq!(messages(rule, text), ["400|430"]);
}

#[test]
fn what_the_text_calls_wrong_is_not_reported() {
    let rule = "title = \"t\"\n[find]\nany = [\"{a:quantity} ( {b:quantity} )\"]\nrequire = \"a = b\"\n";
    assert_eq!(messages(rule, "The sign mistakenly gave 5 km (9 miles).").len(), 0);
    assert_eq!(messages(rule, "The sign gave 5 km (9 miles).").len(), 1);
    let quoted = messages(rule, "\"It is 5 km (9 miles),\" he said.");
    assert!(quoted[0].ends_with("(in a quotation)"), "{quoted:?}");
}

#[test]
fn of_rules_that_meet_in_the_same_claims_one_reports() {
    let rule = |name: &str, severity: &str, pattern: &str| {
        format!("title = \"{name}\"\nseverity = \"{severity}\"\n[find]\nany = [\"{pattern}\"]\nrequire = \"a = b\"\n")
    };
    let two = |severity| rule("two", severity, "{a:money} .. {b:money}");
    let three = rule("three", "warning", "{a:money} .. {b:money} .. {c:money}");
    let shares = rule("shares", "warning", "{a:percent} .. {b:percent}");
    let text = "It rose to $5 from $3 and $2, or to 9% from 5%.";
    for (first, second, expected) in [
        (two("warning"), &three, &["three"][..]),
        (two("error"), &three, &["two"]),
        (two("warning"), &two("warning"), &["two"]),
        (two("warning"), &shares, &["two", "shares"]),
    ] {
        let mut rules = RuleSet::empty();
        rules.add("house/first", "first.toml", &first).expect("a rule");
        rules.add("house/second", "second.toml", second).expect("a rule");
        let source = Source::new("text", text, Format::Plain);
        let article = Article::read(&source.prose, Lexicon::built_in(), None);
        let found = check(&source, &article, &rules).diagnostics;
        assert_eq!(found.iter().map(|it| it.message.as_str()).collect::<Vec<_>>(), expected, "{first} {second}");
    }
}
