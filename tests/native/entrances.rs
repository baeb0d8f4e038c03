//! Every place through which texts and bytes come into the app, with what must be true of whatever comes
//! in. `fuzz` throws spoiled files at them.

use super::bad_input::VISION;
use pejlemaerke::{
    app::{Filter, KINDS, Route},
    document::{Device, Document, Dot, Kind, Moment, Record, RecordId, Value, Writer, admit},
    exchange::{self, Entered, Reading, Refused, csv},
    measure::{Decimal, Indicator, When, derive, paste},
    note,
    store::{
        Bundle, Preferences, import_text, journal, pack_text, read_import, read_pack, snapshot,
    },
    vision::{Edition, Language, adopted},
    workshop::{Ballot, Counts, Timer},
};
use std::{borrow::Cow, collections::BTreeSet, sync::OnceLock};

/// A place through which something comes in.
pub(super) struct Entrance {
    pub(super) name: &'static str,
    /// What fits, to be spoiled.
    pub(super) corpus: Vec<Vec<u8>>,
    /// Lets something in and says whether it was taken in. Panics where what must be true is not.
    pub(super) take: fn(&[u8]) -> bool,
}

/// All of them.
pub(super) fn all() -> Vec<Entrance> {
    let files = files();
    let entrance = |name, corpus: &[&[u8]], take| Entrance {
        name,
        corpus: corpus.iter().map(|text| text.to_vec()).collect(),
        take,
    };
    let of = |name, corpus: &[Vec<u8>], take| Entrance { name, corpus: corpus.to_vec(), take };
    let mut all = vec![
        of("enter", &[&files[..], &[ADOPTED.to_vec(), DANISH.to_vec()]].concat(), enter),
        of("read", &files, read),
        of("json", &files, json),
        of("record", &records(), record),
        entrance("table", &[DANISH, INTERNATIONAL, OPEN_SDG, EXCEL], table),
        entrance("paste", &[DANISH, b"2018\t91\n\"a\"\"b\nc\"\t=1", b"x;-1;\r\n"], cells),
        entrance("number", &[b"1.234,5", b"-0.25", b"85 %", b"1'000", b"999999999999999"], number),
        entrance("date", DATES, date),
        entrance("moment", &[b"2026-11-24T13:40:05Z", b"2026-11-24t13:40:05.5+01:00"], moment),
        entrance("name", NAMES, name),
        entrance("cast", &[b"8a1=2 8a3=1", b"0,0,1,2", b"running 1764000000"], cast),
        entrance("wording", &[ADOPTED], wording),
        of("pack", &packs(), pack),
        of("kept", &kept(), snapshot_or_entry),
        entrance("preferences", PREFERENCES, preferences),
        entrance("route", ROUTES, route),
        entrance("filter", FILTERS, filter),
    ];
    all.extend(super::code_entrances::all());
    all
}

// ---- what fits ----

const ADOPTED: &[u8] = include_bytes!("../fixtures/adopted-sample.txt");
const EVERYTHING: &[u8] = include_bytes!("../fixtures/files/everything-1.json");
const SET: &[u8] = include_bytes!("../fixtures/files/measurement-set-1.json");
const NAMELESS: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-without-names.json");
const VILLAGE: &[u8] = include_bytes!("../fixtures/files/village-profile-1.json");
const WORKSHOP: &[u8] = include_bytes!("../fixtures/files/workshop-1.json");
const NEWER: &[u8] = include_bytes!("../fixtures/files/newer.json");
const DANISH: &[u8] = include_bytes!("../fixtures/files/measurement-set-1-danish.csv");
const INTERNATIONAL: &[u8] =
    include_bytes!("../fixtures/files/measurement-set-1-international.csv");
const OPEN_SDG: &[u8] = b"Year,Units,District,Value\n2020,%,,85.5\n2020,%,\"North, old\",81\n";
const EXCEL: &[u8] = "sep=;\r\nIndikator;\u{c5}r;V\u{e6}rdi;Kilde\r\n1e;2020;85,5;x\r\n".as_bytes();
const DATES: &[&[u8]] = &[
    b"2016",
    b"2016-H1",
    b"Q3 2016",
    b"3/2016",
    b"2016-02-29",
    b"23-11-2026",
    b"23. nov. 2026",
    "1. halv\u{e5}r 2016".as_bytes(),
];
const NAMES: &[&[u8]] = &[
    b"01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a",
    b"AnesMac1Ab12-_.12",
    b"AnesMac1Ab12-_",
    b"AnesMac1",
    b"1790000000 17",
];
const PREFERENCES: &[&[u8]] = &[b"{\"language\":\"da\"}", b"{}", b"{\"wording\":\"edition\"}"];
const ROUTES: &[&[u8]] = &[
    b"#/maal/5d",
    b"#/maal/slags/tal",
    b"#/maal/status/kept",
    b"#/tema/5/5-r1",
    b"#/omraade/1",
    b"#/soeg/fri%20leg",
    b"#/maalinger/vis/omraade=2&status=kept",
    b"#/maalinger/ret/01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a",
    b"#/workshop/01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a/resultat",
    b"#/ordlyd",
];
const FILTERS: &[&[u8]] = &[
    b"omraade=2&status=kept",
    b"ord=fri%26leg&slags=share&alder=old",
    b"ansvarlig=Ane%2525&aabne=ja",
];

/// Files of this app: those that are frozen, and one a record.
fn files() -> Vec<Vec<u8>> {
    let frozen = [EVERYTHING, SET, NAMELESS, NEWER].map(<[u8]>::to_vec);
    let files = sample().into_iter().map(|(format, record)| {
        let at = Moment::from_seconds(1_790_000_000);
        exchange::write(format, VISION, at, std::iter::once(&record)).into_bytes()
    });
    frozen.into_iter().chain(files).collect()
}

/// Records of every kind.
fn sample() -> Vec<(exchange::Format, Record)> {
    let read = |bytes| exchange::read(str::from_utf8(bytes).unwrap(), VISION, KINDS).unwrap();
    let records = |file: exchange::Contents| {
        let format = file.format;
        file.records.into_iter().map(move |record| (format, record))
    };
    let mut sample: Vec<_> =
        [EVERYTHING, SET, NAMELESS].map(read).into_iter().flat_map(records).collect();
    // One of each kind, since many are alike; the longest last.
    let mut seen = BTreeSet::new();
    let mut more: Vec<_> = [VILLAGE, WORKSHOP].map(read).into_iter().flat_map(records).collect();
    more.retain(|(_, record)| seen.insert(record.kind.clone()));
    more.sort_by_key(|(_, record)| record.to_string().len());
    sample.extend(more);
    sample
}

fn records() -> Vec<Vec<u8>> {
    sample().iter().map(|(_, record)| record.to_string().into_bytes()).collect()
}

/// Packs, as they were written at first and as they are written now; one of the longest record alone.
fn packs() -> Vec<Vec<u8>> {
    let records: Vec<Record> = sample().into_iter().map(|(_, record)| record).collect();
    let (longest, others) = records.split_last().unwrap();
    let packs = others.chunks(5).chain([std::slice::from_ref(longest)]);
    let texts = packs.flat_map(|some| [pack_text(some.iter()), bundle(some).text()]);
    texts.map(String::into_bytes).collect()
}

/// Snapshots, entries of the journal, and the last file that was taken in.
fn kept() -> Vec<Vec<u8>> {
    let records: Vec<Record> = sample().into_iter().map(|(_, record)| record).take(4).collect();
    let at = Moment::from_seconds(1_790_000_000);
    let (list, one) = (pack_text(records.iter()), pack_text(records.iter().take(1)));
    let texts = [
        snapshot::snapshot_text(at, snapshot::Why::Import, &mut bundle(&records)),
        format!("{{\"at\":\"{at}\",\"count\":4,\"why\":\"asked\"}}\n{list}"),
        journal::entry_text(at, None, &mut bundle(&records)),
        journal::entry_text(at, None, &mut bundle(&records[..1])),
        import_text(at, &one, &bundle(&records).text()),
        import_text(at, "[]", &list),
    ];
    texts.map(String::into_bytes).into()
}

fn bundle(records: &[Record]) -> Bundle {
    Bundle::of(records.iter())
}

/// Whether a bundle can hold them: each record once.
fn are_apart(records: &[Record]) -> bool {
    let ids: BTreeSet<RecordId> = records.iter().map(|record| record.id).collect();
    ids.len() == records.len()
}

// ---- what must be true ----

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What is let in is what the bytes say, and whatever can be read is let in as a file.
fn enter(bytes: &[u8]) -> bool {
    let entered = exchange::enter(bytes.to_vec());
    let plain = str::from_utf8(bytes).ok();
    match &entered {
        Ok(Entered::File(text) | Entered::Sheet(text) | Entered::Document(text)) => {
            let is_json = text.trim_start().starts_with(['{', '[']);
            assert_eq!(matches!(entered, Ok(Entered::File(_))), is_json);
            assert!(!text.contains('\0') && !text.trim().is_empty());
            if let Some(plain) = plain {
                assert_eq!(plain.strip_prefix('\u{feff}').unwrap_or(plain), text);
            }
        }
        Err(refused) => {
            let is_of_reading = matches!(
                refused,
                Refused::NotJson(_)
                    | Refused::NotOurs
                    | Refused::OtherVision(_)
                    | Refused::Newer
                    | Refused::Damaged(..)
            );
            assert!(!is_of_reading, "{refused:?}");
        }
    }
    let can_be_read = plain.is_some_and(|text| exchange::read(text, VISION, KINDS).is_ok());
    assert!(!can_be_read || matches!(entered, Ok(Entered::File(_))));
    entered.is_ok()
}

/// In steps as at once; written again it is the same; taken in twice it changes nothing.
fn read(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let whole = exchange::read(&text, VISION, KINDS);
    let mut reading = Reading::new(&text, VISION, KINDS);
    let most = 1 + bytes.len() % 3;
    let mut count = 0;
    let stepwise = loop {
        let step = reading.step(most);
        assert!(reading.count() <= count + most && reading.percent() <= 100);
        count = reading.count();
        match step {
            Ok(false) => {}
            Ok(true) => break reading.finish(),
            Err(refused) => break Err(refused),
        }
    };
    assert_eq!(stepwise, whole);
    let Ok(contents) = whole else { return false };
    let (format, at) = (contents.format, contents.exported);
    let mut again = exchange::begin(format, VISION, at, contents.is_without_names);
    for (number, record) in contents.records.iter().enumerate() {
        exchange::put(&mut again, record, number == 0);
    }
    again.push_str(exchange::END);
    let mut document = Document::default();
    document.merge_all(&contents.records);
    let (deed, _) = document.merge_all(&contents.records);
    assert!(deed.is_empty());
    assert_eq!(exchange::read(&again, VISION, KINDS), Ok(contents));
    let nameless = exchange::write_without_names(format, VISION, at, document.records(), KINDS);
    let nameless = exchange::read(&nameless, VISION, KINDS).unwrap();
    for record in &nameless.records {
        for field in exchange::names(&record.kind, KINDS) {
            assert!(record.entries(field).iter().all(|entry| entry.value.is_withheld()));
        }
    }
    let before = document.clone();
    document.merge_all(&nameless.records);
    assert_eq!(document, before, "names that were left out took names away");
    true
}

fn json(bytes: &[u8]) -> bool {
    let Ok(value) = Value::parse(&text(bytes)) else { return false };
    let written = value.to_string();
    assert_eq!(Value::parse(&written), Ok(value));
    true
}

fn record(bytes: &[u8]) -> bool {
    let Ok(record) = Record::parse(&text(bytes)) else { return false };
    assert_eq!(Record::parse(&record.to_string()).as_ref(), Ok(&record));
    assert!(record.has_all_of(&record));
    if let Ok(admitted) = admit(record, KINDS) {
        assert_eq!(admit(admitted.clone(), KINDS), Ok(admitted));
    }
    true
}

/// Some indicators, of every kind.
fn indicators() -> &'static [Indicator] {
    static SOME: OnceLock<Vec<Indicator>> = OnceLock::new();
    SOME.get_or_init(|| derive(&Edition::embedded().unwrap()).into_iter().take(12).collect())
}

/// What of a text is written into a table: signs that are no text would make the whole file none.
fn written_of(text: &str) -> String {
    let is_text = |sign: &char| !sign.is_control() || ['\t', '\n', '\r'].contains(sign);
    text.chars().filter(is_text).collect::<String>().trim().to_owned()
}

/// Cells are told by their place, and whatever stands in a cell is written so that it is read again.
fn table(bytes: &[u8]) -> bool {
    let Ok(sheet) = csv::read(&text(bytes)) else { return false };
    assert_eq!(sheet.headers.len(), sheet.columns.len());
    assert!(sheet.rows.len() <= csv::MOST_ROWS && sheet.headers.len() <= csv::MOST_COLUMNS);
    for column in csv::Column::ALL {
        assert!(sheet.columns.iter().filter(|one| **one == Some(column)).count() <= 1);
    }
    let language = csv::language_of(&sheet);
    let mut lines = Vec::new();
    for row in sheet.rows.iter().take(6) {
        let chosen = Some("1e");
        let said = csv::understand(&sheet, row, indicators(), chosen, language, 20_000);
        for bad in said.iter().flat_map(|said| &said.bad) {
            assert!(bad.line == row.line && bad.column <= row.cells.len().max(sheet.headers.len()));
        }
        let cell = |at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let value = "-1.5".to_owned();
        lines.push(csv::Line {
            value,
            note: cell(0),
            title: cell(1),
            owner: cell(2),
            ..Default::default()
        });
    }
    for style in [csv::Style::DANISH, csv::Style::INTERNATIONAL] {
        let written = csv::read(&csv::write(&lines, style, language)).unwrap();
        assert_eq!(written.rows.len(), lines.len());
        for (row, line) in written.rows.iter().zip(&lines) {
            let get = |column| row.get(&written, column);
            assert_eq!(get(csv::Column::Note), written_of(&line.note));
            assert_eq!(get(csv::Column::Title), written_of(&line.title));
            assert_eq!(get(csv::Column::Owner), written_of(&line.owner));
            assert_eq!(
                Decimal::read(get(csv::Column::Value), language).ok(),
                Decimal::parse(&line.value)
            );
        }
    }
    let file_name = text(&bytes[..bytes.len().min(30)]);
    let proposed = csv::propose(&sheet, indicators(), &file_name, language);
    assert!(proposed.is_none_or(|id| indicators().iter().any(|indicator| indicator.id == id)));
    true
}

/// No cell comes out as a formula or on two lines.
fn cells(bytes: &[u8]) -> bool {
    let pasted = paste::cells(&text(bytes));
    assert!(pasted.rows.len() <= 5_000 && pasted.rows.iter().all(|row| row.len() <= 40));
    for cell in pasted.rows.iter().flatten().take(30) {
        let safe = paste::safe_cell(cell);
        let safe = safe.strip_prefix('"').unwrap_or(&safe);
        assert!(!safe.starts_with(['=', '+', '-', '@']) && !safe.contains(['\n', '\r', '\t']));
        let is_blank = cell.trim().is_empty();
        assert!(!is_blank || paste::state(cell).is_none());
        assert!(!is_blank || paste::indicator(cell, indicators(), Language::Da).is_none());
    }
    !pasted.rows.is_empty()
}

fn number(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let found = [
        Decimal::parse(&text),
        Decimal::read(&text, Language::Da).ok(),
        Decimal::read(&text, Language::En).ok(),
    ];
    for number in found.into_iter().flatten() {
        assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        for language in Language::ALL {
            assert_eq!(Decimal::read(&number.show(language), language), Ok(number));
        }
    }
    found.iter().any(Option::is_some)
}

fn date(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let found = [When::parse(&text), When::read(&text)];
    for when in found.into_iter().flatten() {
        assert_eq!(When::parse(&when.to_string()), Some(when));
        for language in Language::ALL {
            assert_eq!(When::read(&when.show(language)), Some(when), "{}", when.show(language));
        }
        assert!((1_900..=2_200).contains(&when.year()) && when.first_day() <= when.last_day());
    }
    found.iter().any(Option::is_some)
}

fn moment(bytes: &[u8]) -> bool {
    let found = Moment::parse(&text(bytes));
    let again = found.map(|moment| moment.to_string());
    assert_eq!(again.and_then(|text| Moment::parse(&text)), found);
    found.is_some()
}

/// Whether a text can be read; written, it is read as the same.
fn is_same<T: ToString + PartialEq>(text: &str, parse: fn(&str) -> Option<T>) -> bool {
    let found = parse(text);
    assert!(found.as_ref().is_none_or(|one| parse(&one.to_string()).as_ref() == Some(one)));
    found.is_some()
}

/// What people voted, and a table's clock.
fn cast(bytes: &[u8]) -> bool {
    let text = text(bytes);
    is_same(&text, Ballot::parse) | is_same(&text, Counts::parse) | is_same(&text, Timer::parse)
}

fn name(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let found = [
        is_same(&text, RecordId::parse),
        is_same(&text, Writer::parse),
        is_same(&text, Device::parse),
        is_same(&text, Dot::parse),
        is_same(&text, journal::Settled::parse),
    ];
    found.contains(&true)
}

/// Every wording that is found is one of an item that is there, and stands in the document.
fn wording(bytes: &[u8]) -> bool {
    let section = |id, title, goals, [rationale, support, measures]: [usize; 3]| {
        let parts = if id == "2" { vec![("2a", 4)] } else { Vec::new() };
        adopted::ExpectedSection { id, title, goals, parts, rationale, support, measures }
    };
    let expected = [
        section("1", "Strande og stier", 3, [2, 5, 2]),
        section("2", "Byer med kort afstand – alt det, man bruger", 2, [2, 2, 1]),
        section("3", "Skole, arbejde mv.", 2, [1, 2, 1]),
        section("e6", "Et navn med klang", 2, [1, 1, 0]),
    ];
    let Ok(adopted) = adopted::parse(&text(bytes), &expected) else { return false };
    let ids: Vec<String> = expected.iter().flat_map(adopted::ExpectedSection::ids).collect();
    assert!(adopted.items.keys().all(|id| ids.contains(id)));
    true
}

fn pack(bytes: &[u8]) -> bool {
    let Ok(records) = read_pack(&text(bytes), KINDS) else { return false };
    assert_eq!(read_pack(&pack_text(records.iter()), KINDS).as_ref(), Ok(&records));
    if are_apart(&records) {
        assert_eq!(read_pack(&bundle(&records).text(), KINDS), Ok(records));
    }
    true
}

fn snapshot_or_entry(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let label = snapshot::read_label(&text);
    let records = snapshot::read_snapshot(&text, KINDS);
    if let (Ok(label), Ok(records)) = (label, &records)
        && are_apart(records)
    {
        let again = snapshot::snapshot_text(label.at, label.why, &mut bundle(records));
        assert_eq!(snapshot::read_snapshot(&again, KINDS).as_ref(), Ok(records));
        let label = snapshot::Label { count: records.len(), ..label };
        assert_eq!(snapshot::read_label(&again), Ok(label));
    }
    let entry = journal::read_entry(&text, KINDS);
    if let Ok(entry) = &entry
        && are_apart(&entry.records)
    {
        let again = journal::entry_text(entry.at, entry.by, &mut bundle(&entry.records));
        assert_eq!(journal::read_entry(&again, KINDS).as_ref(), Ok(entry));
    }
    let import = read_import(&text, KINDS);
    if let Ok(import) = &import
        && are_apart(&import.before)
        && are_apart(&import.after)
    {
        let [before, after] = [&import.before, &import.after].map(|some| bundle(some).text());
        let again = import_text(import.at, &before, &after);
        assert_eq!(read_import(&again, KINDS).as_ref(), Ok(import));
    }
    records.is_ok() || entry.is_ok() || import.is_ok()
}

fn preferences(bytes: &[u8]) -> bool {
    let Some(preferences) = Preferences::parse(&text(bytes)) else { return false };
    let again = Preferences::parse(&preferences.to_value().to_string());
    assert_eq!(again, Some(preferences));
    true
}

fn route(bytes: &[u8]) -> bool {
    let route = Route::parse(&text(bytes));
    assert_eq!(Route::parse(&route.address()), route);
    !matches!(route, Route::Unknown(_))
}

fn filter(bytes: &[u8]) -> bool {
    let filter = Filter::from_query(&text(bytes));
    assert_eq!(Filter::from_query(&filter.to_query()), filter);
    filter != Filter::default()
}

#[test]
fn what_fits_is_taken_in_by_every_entrance() {
    for Entrance { name, corpus, take } in all() {
        for fit in corpus {
            let is_newer = fit == NEWER && name == "read";
            assert_eq!(take(&fit), !is_newer, "{name}: {}", text(&fit));
            assert!(fit.len() <= 4_096, "{name}: too long to be spoiled often");
        }
    }
}

#[test]
fn the_sample_has_every_kind() {
    let is_there = |kind: &&Kind| sample().iter().any(|(_, record)| record.kind == kind.name);
    assert!(KINDS.iter().all(is_there) && note::KIND.format() == 1);
}
