//! The published figures that ship with the app: whole, honest about what decides, and defensible.

use pejlemaerke::{
    app::{Measures, SetKey},
    measure::{
        Found, Kind, Status,
        published::{Entry, Published},
    },
    vision::Edition,
};
use std::{fs, path::PathBuf};

fn text() -> String {
    let place =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/data/published-figures.json");
    fs::read_to_string(place).unwrap()
}

fn published() -> Published {
    Published::read(&text()).unwrap()
}

/// 26 November 2026.
const TODAY: i32 = 20_783;

#[test]
fn every_entry_has_its_texts_and_a_link_to_its_source() {
    let published = published();
    assert_eq!(published.entries.len(), 294);
    for entry in &published.entries {
        let told = entry.told.as_ref().unwrap();
        let texts = [&told.name, &told.text, &told.title];
        assert!(
            texts.iter().all(|text| !text.da.is_empty() && !text.en.is_empty()),
            "{}",
            entry.id
        );
        assert!(told.address.starts_with("http"), "{}", entry.id);
    }
}

#[test]
fn the_table_says_of_every_goal_what_decides_it_and_why() {
    let (published, edition) = (published(), Edition::embedded().unwrap());
    for (_, goal) in edition.goals() {
        let why =
            published.why(&goal.id).unwrap_or_else(|| panic!("{} is not in the table", goal.id));
        assert!(!why.da.is_empty() && !why.en.is_empty(), "{}", goal.id);
    }
    let value: serde_json::Value = serde_json::from_str(&text()).unwrap();
    for row in value["decisions"].as_array().unwrap() {
        let item = row["item"].as_str().unwrap();
        let listed: Vec<&str> =
            row["entries"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        let deciding: Vec<&str> = published.deciding(item).map(|entry| entry.id.as_str()).collect();
        assert_eq!(listed, deciding, "{item}");
    }
}

#[test]
fn only_direct_entries_of_one_measure_decide() {
    let (published, edition) = (published(), Edition::embedded().unwrap());
    let measures = Measures::new(&edition, published.clone());
    let deciding =
        published.entries.iter().filter_map(|entry| Some((entry, entry.decides.as_ref()?)));
    for (entry, id) in deciding {
        let told = entry.told.as_ref().unwrap();
        assert!(!told.is_inferred && !told.is_weak, "{}", entry.id);
        let indicator = measures.indicator(SetKey::Published, id).unwrap();
        let is_state = matches!(entry.observation.unwrap().found, Found::State(_));
        assert_eq!(is_state, indicator.kind == Kind::Milestone, "{}", entry.id);
        let of_same = |other: &Entry| {
            let other = other.told.as_ref().unwrap();
            other.unit == told.unit && (other.name == told.name || is_state)
        };
        assert!(published.deciding(id).all(of_same), "{id} mixes measures");
    }
}

#[test]
fn the_embedded_part_gives_the_same_statuses_as_the_whole() {
    let edition = Edition::embedded().unwrap();
    let statuses = |published: Published| -> Vec<(String, Status)> {
        let measures = Measures::new(&edition, published);
        let status = |goal: &str| measures.status(SetKey::Published, goal, TODAY);
        edition.goals().map(|(_, goal)| (goal.id.clone(), status(&goal.id))).collect()
    };
    let (embedded, whole) = (statuses(Published::embedded()), statuses(published()));
    assert_eq!(embedded, whole);
    let of = |wanted: Status| -> Vec<&str> {
        let found = whole.iter().filter(|(_, status)| *status == wanted);
        found.map(|(goal, _)| goal.as_str()).collect()
    };
    // What the app says before the council and its critics: a change here is a change of that.
    assert_eq!(of(Status::Kept), ["1d", "1e"]);
    assert_eq!(of(Status::Missed), ["3a", "5a", "5d", "6b", "7a", "7h", "9e"]);
    assert_eq!(of(Status::NoData).len(), 63);
}

#[test]
fn a_file_that_is_not_whole_is_refused_in_words() {
    let check = |text: &str, expected: &str| {
        assert_eq!(Published::read(text).unwrap_err(), expected);
    };
    check("{}", "entries");
    check("{\"entries\": [{\"id\": \"x\"}], \"decisions\": []}", "entry x");
    check("{\"entries\": []}", "decisions");
    assert!(Published::read("{").is_err());
}
