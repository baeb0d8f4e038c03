//! The files of version 1, as they were written when it was new: every later version reads them. A file
//! below `tests/fixtures/files` is never changed; a new version adds its own.

use pejlemaerke::{
    app::KINDS,
    document::{ALIVE, Document, Life, Moment, Record, RecordId, Value},
    exchange::{self, Contents, Entered, Format, Refused, csv},
    measure::{Decimal, Found, Quality, State, When, derive, records},
    note,
    vision::{Edition, Language},
};
use std::collections::BTreeSet;

const VISION: &str = "randers-2021";
const EVERYTHING: &[u8] = include_bytes!("../fixtures/files/everything-1.json");
const SET: &[u8] = include_bytes!("../fixtures/files/measurement-set-1.json");
const NAMELESS: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-without-names.json");
const NEWER: &[u8] = include_bytes!("../fixtures/files/newer.json");
const DANISH: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-danish.csv");
const INTERNATIONAL: &[u8] =
    include_bytes!("../fixtures/files/measurement-set-1-international.csv");

/// Reads a file by the way it takes through the app.
fn read(bytes: &[u8]) -> Result<Contents, Refused> {
    let entered = exchange::enter(bytes.to_vec())?;
    let text = if let Entered::File(text) = entered { text } else { String::new() };
    exchange::read(&text, VISION, KINDS)
}

fn contents(bytes: &[u8]) -> Contents {
    read(bytes).unwrap()
}

/// The record with this number at the end of its id.
fn record(contents: &Contents, number: &str) -> Record {
    let is_it = |record: &&Record| record.id.to_string().ends_with(number);
    contents.records.iter().find(is_it).unwrap().clone()
}

/// What stands in a field, the first in front.
fn values(record: &Record, field: &str) -> Vec<String> {
    record.entries(field).iter().map(|entry| entry.value.to_string()).collect()
}

#[test]
fn a_file_of_version_1_is_written_again_byte_by_byte() {
    for (bytes, format) in [(EVERYTHING, Format::Everything), (SET, Format::MeasurementSet)] {
        let contents = contents(bytes);
        assert_eq!((contents.format, contents.is_without_names), (format, false));
        assert_eq!(contents.exported, Moment::parse("2026-11-24T13:40:05Z").unwrap());
        // Through a document, as everything that is taken in.
        let mut document = Document::default();
        document.merge_all(&contents.records);
        let again = exchange::write(format, VISION, contents.exported, document.records());
        assert_eq!(again, String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_set_without_names_is_made_from_the_one_with_names_byte_by_byte() {
    let (named, nameless) = (contents(SET), contents(NAMELESS));
    assert!(nameless.is_without_names);
    let at = nameless.exported;
    for records in [&named.records, &nameless.records] {
        let format = Format::MeasurementSet;
        let again = exchange::write_without_names(format, VISION, at, records.iter(), KINDS);
        assert_eq!(again, String::from_utf8_lossy(NAMELESS));
    }
    let owner = record(&nameless, "09");
    assert_eq!(owner.front(records::OWNER), Some(&Value::withheld()));
}

#[test]
fn names_that_were_left_out_leave_the_names_that_are_known() {
    let (named, nameless) = (contents(SET), contents(NAMELESS));
    for order in [[&named, &nameless], [&nameless, &named]] {
        let mut document = Document::default();
        for contents in order {
            document.merge_all(&contents.records);
        }
        assert!(document.records().eq(&named.records));
    }
}

#[test]
fn the_files_together_use_every_kind_and_every_field() {
    let mut used = BTreeSet::new();
    for record in contents(EVERYTHING).records.iter().chain(&contents(SET).records) {
        let fields = record.fields();
        used.extend(fields.iter().map(|field| (record.kind.clone(), (*field).to_owned())));
    }
    for kind in KINDS {
        for (field, _) in kind.fields {
            let place = (kind.name.to_owned(), (*field).to_owned());
            assert!(used.contains(&place), "{}.{field}", kind.name);
        }
    }
    let kinds: BTreeSet<String> =
        contents(EVERYTHING).records.iter().map(|record| record.kind.clone()).collect();
    assert_eq!(kinds.len(), KINDS.len());
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
    let all = [EVERYTHING, SET, NAMELESS].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
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
