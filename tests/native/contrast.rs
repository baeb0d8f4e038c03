//! The colours of `style/tokens.css` are legible: text 4.5:1, lines and marks 3:1 (WCAG 2.2, 1.4.3
//! and 1.4.11), in light and dark.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Name, light and dark colour, of the tokens that have both; the first definition of each is the
/// ordinary one, later ones are those of high contrast.
fn tokens() -> BTreeMap<&'static str, [[f64; 3]; 2]> {
    let mut tokens = BTreeMap::new();
    for (name, value) in TOKENS.split("--").filter_map(|piece| piece.split_once(": light-dark(")) {
        let colours = value
            .split(')')
            .next()
            .unwrap_or_default()
            .split(", ")
            .map(colour)
            .collect::<Option<Vec<_>>>();
        if let Some([light, dark]) = colours.as_deref() {
            tokens.entry(name).or_insert([*light, *dark]);
        }
    }
    tokens
}

fn colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        u8::from_str_radix(&digits[at..at + 2], 16).ok().map(|value| f64::from(value) / 255.0)
    };
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_that_is_used_is_strong_enough() {
    let mut pairs = Vec::new();
    for ground in ["paper", "surface", "sunken"] {
        pairs.extend(
            ["ink", "ink-soft", "fjord", "warn", "kept"]
                .map(|text| (text.to_owned(), ground.to_owned(), 4.5)),
        );
        pairs.push(("focus".into(), ground.into(), 3.0));
        pairs.push(("line-strong".into(), ground.into(), 3.0));
    }
    pairs.push(("on-fjord".into(), "fjord".into(), 4.5));
    pairs.push(("ink".into(), "mark".into(), 4.5));
    for number in 1..=6 {
        let own = format!("area-{number}-surface");
        for ground in ["paper", "surface", &own] {
            pairs.push((format!("area-{number}-text"), ground.into(), 4.5));
            pairs.push((format!("area-{number}-line"), ground.into(), 3.0));
        }
        pairs.extend(["ink", "ink-soft", "fjord"].map(|text| (text.to_owned(), own.clone(), 4.5)));
    }
    let tokens = tokens();
    let mut weak = Vec::new();
    for (front, ground, least) in &pairs {
        for (mode, index) in [("light", 0), ("dark", 1)] {
            let found = ratio(tokens[front.as_str()][index], tokens[ground.as_str()][index]);
            if found < *least {
                weak.push(format!("{mode}: {front} on {ground} is {found:.2}, needs {least}"));
            }
        }
    }
    assert_eq!(weak, Vec::<String>::new());
}

#[test]
fn black_on_white_has_the_greatest_contrast() {
    assert!((ratio([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.001);
}
