//! The files of version 1, as they were written when it was new: every later version reads them. A file
//! below `tests/fixtures/files` is never changed; a new version adds its own.

use pejlemaerke::{
    app::KINDS,
    document::{ALIVE, Document, Kind, Life, Moment, Record, RecordId, Value},
    exchange::{self, Contents, Entered, Format, Refused, csv},
    measure::{Decimal, Found, Quality, State, When, derive, records},
    note,
    village::{
        Aim, Course, PlaceKind, Profile, Stage, Tally, difference,
        records::{self as of, PASSAGE, PROCESS, RATING, THREAD, part_id, profile_of},
    },
    vision::{Edition, Language},
    workshop::records as workshop,
};
use std::collections::BTreeSet;

const VISION: &str = "randers-2021";
const EVERYTHING: &[u8] = include_bytes!("../fixtures/files/everything-1.json");
const SET: &[u8] = include_bytes!("../fixtures/files/measurement-set-1.json");
const NAMELESS: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-without-names.json");
pub(super) const VILLAGE: &[u8] = include_bytes!("../fixtures/files/village-profile-1.json");
const NAMELESS_VILLAGE: &[u8] =
    include_bytes!("../fixtures/files/village-profile-1-without-names.json");
pub(super) const WORKSHOP: &[u8] = include_bytes!("../fixtures/files/workshop-1.json");
const NAMELESS_WORKSHOP: &[u8] = include_bytes!("../fixtures/files/workshop-1-without-names.json");
/// What was made of the workshop's results.
pub(super) const CARRIED_ON: &[u8] = include_bytes!("../fixtures/files/workshop-1-carried-on.json");
const NEWER: &[u8] = include_bytes!("../fixtures/files/newer.json");
const DANISH: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-danish.csv");
const INTERNATIONAL: &[u8] =
    include_bytes!("../fixtures/files/measurement-set-1-international.csv");

/// Files with names, and the same without.
const NAMED: [(&[u8], &[u8]); 3] =
    [(SET, NAMELESS), (VILLAGE, NAMELESS_VILLAGE), (WORKSHOP, NAMELESS_WORKSHOP)];

/// Reads a file by the way it takes through the app.
fn read(bytes: &[u8]) -> Result<Contents, Refused> {
    let entered = exchange::enter(bytes.to_vec())?;
    let text = if let Entered::File(text) = entered { text } else { String::new() };
    exchange::read(&text, VISION, KINDS)
}

pub(super) fn contents(bytes: &[u8]) -> Contents {
    read(bytes).unwrap()
}

/// The record with this number at the end of its id.
pub(super) fn record(contents: &Contents, number: &str) -> Record {
    let is_it = |record: &&Record| record.id.to_string().ends_with(number);
    contents.records.iter().find(is_it).unwrap().clone()
}

/// What stands in a field, the first in front.
pub(super) fn values(record: &Record, field: &str) -> Vec<String> {
    record.entries(field).iter().map(|entry| entry.value.to_string()).collect()
}

#[test]
fn a_file_of_version_1_is_written_again_byte_by_byte() {
    for (bytes, format, exported) in [
        (EVERYTHING, Format::Everything, "2026-11-24T13:40:05Z"),
        (SET, Format::MeasurementSet, "2026-11-24T13:40:05Z"),
        (VILLAGE, Format::VillageProfile, "2026-11-26T08:00:00Z"),
        (WORKSHOP, Format::Workshop, "2026-11-25T20:05:00Z"),
        (CARRIED_ON, Format::Everything, "2026-11-26T08:45:00Z"),
    ] {
        let contents = contents(bytes);
        assert_eq!((contents.format, contents.is_without_names), (format, false));
        assert_eq!(contents.exported, Moment::parse(exported).unwrap());
        // Through a document, as everything that is taken in.
        let mut document = Document::default();
        document.merge_all(&contents.records);
        let again = exchange::write(format, VISION, contents.exported, document.records());
        assert_eq!(again, String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_file_without_names_is_made_from_the_one_with_names_byte_by_byte() {
    for (bytes, without) in NAMED {
        let (named, nameless) = (contents(bytes), contents(without));
        assert!(nameless.is_without_names);
        assert_eq!(nameless.format, named.format);
        let (format, at) = (nameless.format, nameless.exported);
        for records in [&named.records, &nameless.records] {
            let again = exchange::write_without_names(format, VISION, at, records.iter(), KINDS);
            assert_eq!(again, String::from_utf8_lossy(without));
        }
    }
    let owner = record(&contents(NAMELESS), "09");
    assert_eq!(owner.front(records::OWNER), Some(&Value::withheld()));
    let village = contents(NAMELESS_VILLAGE);
    for (number, field) in [("01", of::CONTACT), ("09", of::BY)] {
        assert_eq!(record(&village, number).front(field), Some(&Value::withheld()));
    }
    let workshop = contents(NAMELESS_WORKSHOP);
    for (number, field) in
        [("b701", workshop::FACILITATOR), ("b741", workshop::BY), ("b750", workshop::WHO)]
    {
        assert_eq!(record(&workshop, number).front(field), Some(&Value::withheld()));
    }
    let mut seats = workshop.records.iter().filter(|record| record.kind == workshop::SEAT.name);
    assert!(seats.all(|seat| seat.front(workshop::NAME) == Some(&Value::withheld())));
    for nameless in [NAMELESS_VILLAGE, NAMELESS_WORKSHOP] {
        let text = String::from_utf8_lossy(nameless);
        let names = ["Ærø", "Bo Lund", "Karen", "Ib Skov", "Mette"];
        assert!(names.iter().all(|name| !text.contains(name)));
    }
}

#[test]
fn names_that_were_left_out_leave_the_names_that_are_known() {
    for (bytes, without) in NAMED {
        let (named, nameless) = (contents(bytes), contents(without));
        for order in [[&named, &nameless], [&nameless, &named]] {
            let mut document = Document::default();
            for contents in order {
                document.merge_all(&contents.records);
            }
            assert!(document.records().eq(&named.records));
        }
    }
}

#[test]
fn the_files_together_use_every_kind_and_every_field() {
    let mut used = BTreeSet::new();
    let files = [EVERYTHING, SET, VILLAGE, WORKSHOP, CARRIED_ON];
    for record in files.iter().flat_map(|bytes| contents(bytes).records) {
        let fields = record.fields();
        used.extend(fields.iter().map(|field| (record.kind.clone(), (*field).to_owned())));
    }
    for kind in KINDS {
        assert!(used.iter().any(|(used, _)| used == kind.name), "{}", kind.name);
        for (field, _) in kind.fields {
            let place = (kind.name.to_owned(), (*field).to_owned());
            assert!(used.contains(&place), "{}.{field}", kind.name);
        }
    }
}

#[test]
fn every_kind_and_every_field_of_a_village_and_of_a_workshop_stands_in_its_file() {
    let check = |file: &[u8], kinds: &[&Kind]| {
        let records = contents(file).records;
        for kind in kinds {
            let all = || records.iter().filter(|record| record.kind == kind.name);
            assert!(all().count() > 0, "{}", kind.name);
            // What came out of a workshop stands in a file of its own.
            let own = kind.fields.iter().filter(|(field, _)| *field != of::FROM_WORKSHOP);
            for (field, _) in own {
                let is_said =
                    |record: &Record| record.front(field).is_some_and(|one| *one != "".into());
                assert!(all().any(is_said), "{}.{field}", kind.name);
            }
        }
    };
    check(VILLAGE, &of::KINDS);
    check(WORKSHOP, &workshop::KINDS);
}

#[test]
fn notes_are_read_as_they_were_written() {
    let contents = contents(EVERYTHING);
    assert_eq!(contents.records.len(), 8);
    let written = record(&contents, "0a");
    assert_eq!(written.text(note::TEXT), "Hvem spurgte?\n\t\"Vi\" \\ de / dem");
    assert_eq!((written.text(note::ITEM), written.text(note::BY)), ("1e", "Ane Ærø"));
    let deleted = record(&contents, "0b");
    assert_eq!((deleted.life(), deleted.text(note::TEXT)), (Life::Deleted, "Slettet"));
    let undone = record(&contents, "0c");
    assert_eq!(values(&undone, note::TEXT), ["\"b\"", "\"a\"", "\"\""]);
    assert_eq!(undone.front(note::BY), Some(&Value::Nothing));
    let disputed = record(&contents, "21");
    assert_eq!(disputed.conflicts(), [records::VALUE]);
}

#[test]
fn measurements_are_read_as_they_were_written() {
    let contents = contents(SET);
    assert_eq!(contents.records.len(), 9);
    let set = record(&contents, "01");
    assert_eq!(set.text(records::ABOUT), "Første linje\n\"Anden\" linje");
    let kept = |number| records::observation(&record(&contents, number)).unwrap();
    let place = kept("02");
    let (value, of) = (Decimal::parse("12.50").unwrap(), Decimal::parse("98"));
    assert_eq!(place.observation.found, Found::Figure(value, of));
    assert_eq!(place.observation.when, Some(When::Day(2020, 11, 3)));
    assert_eq!(place.observation.quality, Quality::Estimated);
    assert!(place.observation.is_break && !place.is_disputed);
    assert_eq!((place.set, place.owner.as_str()), (Some(set.id), "Ane Ærø"));
    let note = record(&contents, "02");
    assert_eq!(note.text(records::NOTE), "Sort\tside \\ 8\nog 9 😀 \u{1f}");
    assert_eq!(note.front(records::SAMPLE), Some(&Value::Whole(1_204)));
    assert_eq!(kept("03").observation.found, Found::State(State::Done));

    let disputed = record(&contents, "04");
    assert_eq!(values(&disputed, records::VALUE), ["\"-0.25\"", "\"87.5\""]);
    assert_eq!(values(&disputed, records::TITLE), ["\"Skema b\"", "\"Skema a\""]);
    assert_eq!(disputed.conflicts(), [records::TITLE, records::VALUE]);
    assert_eq!(record(&contents, "05").front(ALIVE), Some(&Value::Flag(false)));
    assert!(!record(&contents, "05").is_present());
    let emptied = record(&contents, "06");
    assert_eq!(emptied.front(records::NOTE), Some(&Value::Nothing));
    assert_eq!(values(&emptied, "colour"), [r#"[{"a":"æ","b":-3},true,null]"#]);

    let own = records::own_indicator(&record(&contents, "07"));
    assert_eq!((own.item.as_str(), own.name.da.as_str()), ("5b", "Ledige pladser"));
    let target = records::target(&record(&contents, "08")).unwrap();
    let baseline = (Decimal::whole(220), When::Day(2014, 1, 31));
    assert_eq!((target.value, target.baseline), (Decimal::whole(150), Some(baseline)));
    assert_eq!(record(&contents, "09").text(records::STATUS), "kept-late");
}

/// The profile in the file of a village.
const PROFILE: &str = "0199160f-2a40-7b1e-8c55-6d20f4a1e301";

fn village() -> (Document, RecordId) {
    let mut document = Document::default();
    document.merge_all(&contents(VILLAGE).records);
    (document, RecordId::parse(PROFILE).unwrap())
}

#[test]
fn a_village_is_read_as_it_was_written() {
    let (document, id) = village();
    let profile = Profile::of(&document, id).unwrap();
    assert_eq!(Profile::all(&document), [(id, profile.clone())]);
    let place = (profile.name(), profile.place_kind(), profile.course(), profile.belongs_to());
    assert_eq!(place, ("Ellekrog", Some(PlaceKind::Village), Course::Own, "Bækkelund"));
    assert_eq!(profile.council(), "Ellekrog Lokalråd");
    assert_eq!(profile.map(), "https://example.org/kort?by=Ellekrog&zoom=14#%C3%A5en");
    assert_eq!(profile.plan_link(), "https://example.org/planer/ellekrog.pdf");
    assert!(profile.pitch().ends_with("og ”Elledammen”, hvor alle lærer at stå på skøjter."));
    assert!(profile.passage("history").ends_with(
        "\n\nI 1898 kom mejeriet, og \"Krogen\" fik navn efter svinget \\ knækket på vejen.\t😀"
    ));

    // What could not be read as a date stands as it was typed.
    assert_eq!(profile.stage(), Stage::Adopted);
    assert_eq!(profile.text("process/begun"), "efter sommerferien 2025");
    assert_eq!(profile.date(of::BEGUN), None);
    assert_eq!(profile.date(of::HEARING_TO), Some(When::Day(2026, 5, 15)));
    assert_eq!(profile.next_revision(), Some(When::Quarter(2028, 2)));

    let group = profile.rating("8a1", Aim::Today).unwrap();
    assert_eq!(group.value, Decimal::parse("3.8").unwrap());
    let group = group.group.unwrap();
    assert_eq!((group.people, group.least, group.most), (9, 3, 5));
    assert_eq!(Some(group.tally), Tally::parse("0,0,3,5,1,0,0"));
    let alone = |point, aim| profile.rating(point, aim).map(|one| (one.value, one.group));
    assert_eq!(alone("8a1", Aim::Wished), Some((Decimal::whole(6), None)));
    assert_eq!(alone("8a4", Aim::Today), Some((Decimal::whole(3), None)));
    assert_eq!(alone("8a4", Aim::Wished), None);
    assert!(profile.reason("8a1", Aim::Today).starts_with("På mødet: "));
    assert!(profile.challenges("8a4") && !profile.challenges("8a1"));
}

#[test]
fn the_lists_of_a_village_are_read_as_they_were_written() {
    let (document, id) = village();
    let profile = Profile::of(&document, id).unwrap();
    let actions = profile.actions();
    let told: Vec<_> = actions.iter().map(|one| (one.what, one.state, one.order)).collect();
    let path = ("Sti fra skolen til hallen", Some(State::UnderWay), 2);
    assert_eq!(told, [("Møde med kommunen om bussen", None, 1), path]);
    let goals: Vec<_> = actions.iter().map(|one| one.goals.as_slice()).collect();
    assert_eq!(goals, [&["5c"][..], &["8a4", "16a"]]);
    let costs: Vec<_> = actions.iter().map(|one| one.cost).collect();
    assert_eq!(costs, ["ingenting", "125000"]);
    let path = &actions[1];
    assert_eq!(
        (path.who, path.time, path.link),
        ("Stiudvalget", "forår 2027", "https://example.org/sti")
    );
    let deleted = record(&contents(VILLAGE), "04");
    assert_eq!((deleted.life(), deleted.text(of::WHAT)), (Life::Deleted, "Ny hal"));

    let figures = profile.figures();
    let told: Vec<_> =
        figures.iter().map(|one| (one.name, one.amount, one.unit, one.year, one.link)).collect();
    let people = ("Indbyggere", "412", "personer", "2026-01-01", "https://example.org/tal");
    assert_eq!(told, [people, ("Afstand til Randers", "ca. 12,5", "km", "i dag", "")]);
    assert_eq!((figures[0].wished, figures[0].wished_by), ("450", "2035"));
    let partners = profile.partners();
    let partner = (partners[0].name, partners[0].with);
    assert_eq!(partner, ("Bækkelund", RecordId::parse("01991090-1510-7c6d-94e1-f20b7a3d5908")));
    let contents = contents(VILLAGE);
    let comment = record(&contents, "09");
    assert_eq!((comment.text(of::PART), comment.text(of::BY)), ("8a4", "Bo Lund, Ellekrog"));
    assert_eq!(comment.front(of::IS_SETTLED), Some(&Value::Flag(true)));
    assert_eq!(record(&contents, "0a").text(of::PART), "actions");
}

#[test]
fn two_texts_to_one_part_of_a_village_stand_in_one_record() {
    let (document, id) = village();
    let disputed: Vec<&Record> =
        document.records().filter(|record| !record.conflicts().is_empty()).collect();
    let [passage] = disputed.as_slice() else { panic!("{disputed:?}") };
    assert_eq!(passage.conflicts(), [of::TEXT]);
    assert_eq!(passage.text(of::PART), "8a1/today");
    let texts = [
        "\"Vi er mest kendt for skolen og hallen.\"",
        "\"Vi er en landsby for sig, med åen midt i.\"",
    ];
    assert_eq!(values(passage, of::TEXT), texts);
    let profile = Profile::of(&document, id).unwrap();
    assert_eq!(profile.passage("8a1/today"), "Vi er mest kendt for skolen og hallen.");
}

#[test]
fn the_ids_of_the_parts_of_a_village_are_the_ones_that_are_still_made() {
    let (document, id) = village();
    let mut parts = 0;
    for record in document.records() {
        assert_eq!(profile_of(record), Some(id), "{record}");
        let part = record.text(of::PART);
        let expected = match record.kind.as_str() {
            "process" => part_id(id, &PROCESS, ""),
            "passage" => part_id(id, &PASSAGE, part),
            "rating" => part_id(id, &RATING, part),
            "thread" => {
                let action = RecordId::parse(record.text(of::ACTION_ID)).unwrap();
                part_id(action, &THREAD, record.text(of::GOAL))
            }
            _ => continue,
        };
        assert_eq!(record.id, expected, "{record}");
        parts += 1;
    }
    assert_eq!(parts, 18);
}

#[test]
fn a_version_of_a_village_says_what_it_said_then() {
    let (document, id) = village();
    let now = Profile::of(&document, id).unwrap();
    let version = record(&contents(VILLAGE), "0b");
    assert_eq!(
        (version.text(of::NAME), version.text(of::MADE)),
        ("Efter borgermødet", "2025-09-18")
    );
    let kept = version.text(of::CONTENT);
    let then = Profile::parse(kept).unwrap();
    assert_eq!(then.to_json(), kept);
    assert_eq!((then.name(), then.stage()), ("Ellekrog", Stage::Draft));
    let told: Vec<_> = then.actions().iter().map(|one| one.what).collect();
    assert_eq!(told, ["Sti fra skolen til hallen", "Møde med kommunen om bussen", "Ny hal"]);
    assert_eq!(then.actions()[0].goals, ["8a4", "16a"]);
    let changed = difference(&then, &now);
    let rating = changed.iter().find(|one| one.name == "rating/8a4/now/rated").unwrap();
    assert_eq!((rating.before.as_str(), rating.after.as_str()), ("2", "3"));
}

#[test]
fn a_file_for_a_newer_reader_is_refused_as_that() {
    assert_eq!(read(NEWER), Err(Refused::Newer));
}

#[test]
fn a_table_of_version_1_is_understood_in_both_styles() {
    let indicators = derive(&Edition::embedded().unwrap());
    let today = When::parse("2026-11-24").unwrap().last_day();
    let check = |bytes: &[u8], expected: (char, Language)| {
        let Ok(Entered::Sheet(text)) = exchange::enter(bytes.to_vec()) else { panic!("no table") };
        let sheet = csv::read(&text).unwrap();
        let language = csv::language_of(&sheet);
        assert_eq!((sheet.separator, language), expected);
        let columns: Vec<_> = csv::Column::ALL.into_iter().map(Some).collect();
        assert_eq!(sheet.columns, columns);
        let rows = sheet.rows.iter();
        let understood: Vec<csv::Understood> = rows
            .filter_map(|row| csv::understand(&sheet, row, &indicators, None, language, today))
            .collect();
        let bad: Vec<&csv::BadCell> = understood.iter().flat_map(|one| &one.bad).collect();
        assert_eq!(bad, Vec::<&csv::BadCell>::new());
        let ids: Vec<Option<&str>> =
            understood.iter().map(|one| one.indicator.as_deref()).collect();
        assert_eq!(ids, [Some("2d"), Some("1a"), Some("1e")]);
        let id = RecordId::parse("01a20dc8-fb02-7c3e-9b1f-5a2d84e0c602");
        assert_eq!((understood[0].id, understood[0].line), (id, 2));
        // The note above stands on two lines.
        assert_eq!((understood[1].line, understood[2].line), (4, 5));
        let readings = understood.iter().map(|one| &one.reading);
        let found: Vec<(Found, Option<When>)> =
            readings.map(|reading| (reading.found.unwrap(), reading.when)).collect();
        let figure = |text, of| Found::Figure(Decimal::parse(text).unwrap(), of);
        assert_eq!(
            found,
            [
                (figure("12", Decimal::parse("98")), Some(When::Day(2020, 11, 3))),
                (Found::State(State::Done), Some(When::Year(2019))),
                (figure("87.5", None), Some(When::Half(2020, 2))),
            ]
        );
        let typed = &understood[0].typed;
        assert!(typed.is_break);
        assert_eq!(typed.quality, Quality::Estimated.name());
        assert_eq!(typed.title, "Karakterer \"2020\"");
        assert_eq!(
            (typed.note.as_str(), typed.sample.as_str()),
            ("Sort; side 8\nog \"9\"", "1204")
        );
        // What a spreadsheet would have run.
        assert_eq!(understood[1].typed.note, "-- se side 3");
        assert_eq!(understood[2].typed.owner, "=Bo");
    };
    check(DANISH, (';', Language::Da));
    check(INTERNATIONAL, (',', Language::En));
}

#[test]
fn every_format_that_a_kind_ever_had_stands_in_some_file() {
    let all = [EVERYTHING, SET, NAMELESS, VILLAGE, WORKSHOP]
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    for kind in KINDS {
        for format in 1..=kind.format() {
            let mark = format!("\"format\":{format},");
            let named = format!("\"kind\":\"{}\"", kind.name);
            let has = |line: &str| line.contains(&mark) && line.contains(&named);
            let is_there = all.iter().any(|file| file.lines().any(has));
            assert!(is_there, "no file holds a {} of format {format}", kind.name);
        }
    }
}
