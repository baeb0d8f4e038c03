//! The embedded edition is whole and sound. `inventory.json` lists, for each of the 257 items of
//! the adopted document, the figures that its restatement must keep.

use pejlemaerke::vision::{Edition, Item, Language, Place, ReferenceKind, validate};
use std::collections::{BTreeMap, BTreeSet};

const INVENTORY: &str = include_str!("../fixtures/inventory.json");

fn embedded() -> Edition {
    Edition::embedded().unwrap()
}

fn count(edition: &Edition, is_meant: fn(&Place<'_>) -> bool) -> usize {
    edition.items().filter(|item| is_meant(&item.place)).count()
}

#[test]
fn the_embedded_edition_breaks_no_rule() {
    let problems: Vec<String> = validate(&embedded()).iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn every_item_of_the_adopted_document_is_there_and_nothing_else() {
    let edition = embedded();
    let inventory: BTreeMap<String, Vec<String>> = serde_json::from_str(INVENTORY).unwrap();
    let expected: BTreeSet<&str> = inventory.keys().map(String::as_str).collect();
    let found: BTreeSet<&str> = edition.items().map(|item| item.id).collect();
    assert_eq!(found, expected);
    assert_eq!(edition.items().count(), 257);
}

#[test]
fn the_edition_has_the_vision_s_size() {
    let edition = embedded();
    assert_eq!(edition.areas.len(), 5);
    assert_eq!(edition.sections.iter().filter(|section| !section.is_element()).count(), 16);
    assert_eq!(edition.elements().count(), 1);
    assert_eq!(edition.goals().count(), 72);
    assert_eq!(count(&edition, |place| matches!(place, Place::Part(..))), 7);
    let block = |letter: char| {
        edition.items().filter(|item| item.id.contains(&format!("-{letter}"))).count()
    };
    assert_eq!([block('r'), block('s'), block('m')], [53, 85, 23]);
    // The document has 58; one of them joins two pairs, which stand apart here.
    assert_eq!(edition.references.len(), 58 + 1);
    assert_eq!(edition.open_targets.len(), 12);
    assert_eq!(edition.actors.len(), 38);
}

#[test]
fn every_figure_survives_in_both_languages() {
    let edition = embedded();
    let inventory: BTreeMap<String, Vec<String>> = serde_json::from_str(INVENTORY).unwrap();
    let mut lost = Vec::new();
    for item in edition.items() {
        for figure in inventory.get(item.id).into_iter().flatten() {
            for language in Language::ALL {
                if !tells(item.text.get(language), figure) {
                    lost.push(format!("{} {}: {figure}", item.id, language.tag()));
                }
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
}

/// Whether a text has the figure, in digits or, of small numbers, in words.
fn tells(text: &str, figure: &str) -> bool {
    let words: &[&str] = match figure {
        "1" => &["en", "et", "én", "ét", "one"],
        "2" => &["to", "two"],
        "3" => &["tre", "three"],
        "7" => &["syv", "seven"],
        "13" => &["tretten", "thirteen"],
        _ => &[],
    };
    let lower = text.to_lowercase();
    let is_word =
        |word: &str| lower.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
    figures(text).contains(figure) || words.iter().any(|word| is_word(word))
}

/// The numbers in a text, without separators of thousands and with a decimal point.
fn figures(text: &str) -> BTreeSet<String> {
    let is_figure = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let words = text.split(|c: char| !is_figure(c)).map(|word| word.trim_matches(['.', ',']));
    words.filter(|word| !word.is_empty()).map(plain_number).collect()
}

fn plain_number(word: &str) -> String {
    let mut parts = word.split(['.', ',']);
    let mut number = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if part.len() != 3 {
            number.push('.');
        }
        number.push_str(part);
    }
    number
}

#[test]
fn figures_are_read_in_both_ways_of_writing_them() {
    for text in ["2.000 arbejdspladser", "2,000 jobs", "2000."] {
        assert!(figures(text).contains("2000"), "{text}");
    }
    assert!(figures("kl. 16-18").contains("18"));
    assert!(tells("to uddannelser", "2") && !tells("tolv uddannelser", "2"));
}

#[test]
fn labels_of_goals_are_short_and_tell_goals_apart() {
    let edition = embedded();
    for language in Language::ALL {
        let labels: Vec<&str> = edition.goals().map(|(_, goal)| goal.label.get(language)).collect();
        let different: BTreeSet<&&str> = labels.iter().collect();
        assert_eq!(different.len(), labels.len());
        let long: Vec<_> = labels.iter().filter(|label| label.chars().count() > 48).collect();
        assert_eq!(long, Vec::<&&str>::new());
    }
}

#[test]
fn no_text_ends_in_the_middle_or_carries_stray_blanks() {
    let edition = embedded();
    let is_whole = |text: &str| {
        text.trim() == text
            && !text.contains("  ")
            && text.ends_with(['.', '?', '!', '”', '"', ':'])
    };
    let broken: Vec<&str> = edition
        .items()
        .filter(|item| !matches!(item.place, Place::Section(_)))
        .filter(|item| Language::ALL.iter().any(|language| !is_whole(item.text.get(*language))))
        .map(|item: Item<'_>| item.id)
        .collect();
    assert_eq!(broken, Vec::<&str>::new());
}

#[test]
fn every_place_of_a_reference_can_be_gone_to() {
    let edition = embedded();
    for reference in &edition.references {
        for id in reference.from.iter().chain(&reference.to) {
            let route = pejlemaerke::app::Route::to_id(id, &edition);
            assert!(route.is_some(), "{id} of «{}» has no address", reference.adopted);
        }
        if reference.kind == ReferenceKind::Repeat {
            assert!(reference.from.len() + reference.to.len() > 1, "{}", reference.adopted);
        }
    }
}

#[test]
fn the_same_promise_in_two_themes_is_related_both_ways() {
    let edition = embedded();
    for (one, other) in [("5a", "9e"), ("9e", "5a"), ("4d", "7c"), ("11c", "13b")] {
        assert!(
            edition.related(one).iter().any(|related| related.items.contains(&other)),
            "{one} and {other}"
        );
    }
}

#[test]
fn an_edition_that_breaks_a_rule_is_found_out() {
    let broken = |change: fn(&mut Edition)| {
        let mut edition = embedded();
        change(&mut edition);
        validate(&edition).iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    let check = |change: fn(&mut Edition), expected: &str| {
        let found = broken(change);
        assert!(found.contains(expected), "{found:?} does not tell that {expected}");
    };
    check(|edition| edition.sections[0].goals[1].id = "1a".into(), "the id 1a stands twice");
    check(|edition| edition.sections[0].goals[1].id = "1z".into(), "1z stands where 1b belongs");
    check(|edition| edition.sections[0].goals[0].text.en = " ".into(), "1a lacks a text");
    check(|edition| edition.notes[0].items = vec!["99x".into()], "names 99x, which does not exist");
    check(
        |edition| edition.sections[0].area = Some("9".into()),
        "section 1 belongs to no known area",
    );
    check(|edition| edition.targets[0].deadline = "soon".into(), "is not a year");
    check(|edition| edition.targets[0].value = Some("1e999".into()), "is not a decimal number");
}

#[test]
fn an_edition_of_another_form_does_not_load() {
    for text in ["", "{}", "[]", r#"{"edition": 1}"#] {
        assert!(Edition::from_json(text).is_err(), "{text}");
    }
}

#[test]
fn the_packed_edition_is_the_one_its_author_wrote() {
    let written = Edition::from_json(Edition::EMBEDDED).unwrap();
    assert_eq!(Edition::embedded().unwrap(), written);
}
