//! The one envelope of all files: what it holds, in which version, and who can read it.

use crate::document::{Kind, Moment, Record, Unfit, Value, admit};
use std::fmt::Write as _;

/// The format of a file with everything a device holds.
const FORMAT: &str = "pejlemaerke/everything";
/// The version that is written, and the newest that can be read.
const VERSION: i64 = 1;
/// A larger file is refused before it is read, in bytes.
pub const LARGEST: usize = 50_000_000;
/// More changes to one record than people make; a file that claims so is damaged, and taking its
/// numbers over would leave no room for further ones.
const MOST_CHANGES: u64 = 1 << 40;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// When it was written, by its writer's clock.
    pub exported: Moment,
    /// The records.
    pub records: Vec<Record>,
}

/// Why a file is not taken in. Nothing was written then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is not JSON: in the words of the reader.
    NotJson(String),
    /// It is JSON, but no file of this app.
    NotOurs,
    /// It is about another vision: its name.
    OtherVision(String),
    /// A newer app wrote it.
    Newer,
    /// A record is damaged: its place in the file, from 1, and what is wrong.
    Damaged(usize, String),
}

/// Writes a file with these records: the envelope first, then a record a line, so that two files
/// can be compared line by line.
#[must_use]
pub fn write<'a>(
    vision: &str,
    exported: Moment,
    records: impl Iterator<Item = &'a Record>,
) -> String {
    let mut file = format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"min_reader\": {VERSION},\n\
         \"vision\": {},\n\"exported\": \"{exported}\",\n\"body\": {{\"records\": [",
        Value::from(vision)
    );
    for (number, record) in records.enumerate() {
        let comma = if number == 0 { "" } else { "," };
        // Writing to a text does not fail.
        let written = write!(file, "{comma}\n{record}");
        debug_assert!(written.is_ok());
    }
    file.push_str("\n]}\n}\n");
    file
}

/// Reads a file about a vision: all of it or nothing.
///
/// # Errors
/// When it cannot be taken in, with the reason.
pub fn read(text: &str, vision: &str, kinds: &[&Kind]) -> Result<Contents, Refused> {
    if text.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let value = Value::parse(text).map_err(|error| Refused::NotJson(error.to_string()))?;
    let map = value.as_map().ok_or(Refused::NotOurs)?;
    let word = |name: &str| map.get(name).and_then(Value::as_text);
    if word("format") != Some(FORMAT) {
        let is_ours = word("format").is_some_and(|format| format.starts_with("pejlemaerke/"));
        return Err(if is_ours { Refused::Newer } else { Refused::NotOurs });
    }
    match map.get("min_reader").and_then(Value::as_whole) {
        Some(least) if least > VERSION => return Err(Refused::Newer),
        Some(_) => {}
        None => return Err(Refused::NotOurs),
    }
    match word("vision") {
        Some(name) if name == vision => {}
        Some(name) => return Err(Refused::OtherVision(name.into())),
        None => return Err(Refused::NotOurs),
    }
    let exported = word("exported").and_then(Moment::parse).ok_or(Refused::NotOurs)?;
    let body = map.get("body").and_then(Value::as_map).ok_or(Refused::NotOurs)?;
    let list = body.get("records").and_then(Value::as_list).ok_or(Refused::NotOurs)?;
    let numbered = list.iter().enumerate();
    let records = numbered.map(|(index, value)| record(index + 1, value, kinds));
    Ok(Contents { exported, records: records.collect::<Result<_, _>>()? })
}

fn record(number: usize, value: &Value, kinds: &[&Kind]) -> Result<Record, Refused> {
    let record = Record::from_value(value)
        .map_err(|malformed| Refused::Damaged(number, malformed.to_string()))?;
    if record.seen().entries().any(|(_, seen)| seen > MOST_CHANGES) {
        return Err(Refused::Damaged(number, "seen".into()));
    }
    admit(record, kinds).map_err(|unfit| match unfit {
        Unfit::Newer => Refused::Newer,
        Unfit::Field(field) => Refused::Damaged(number, field),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Author, Device, Document, Edit, RecordId, Writer},
        note,
    };
    use std::collections::BTreeSet;

    const KINDS: &[&Kind] = &[&note::KIND];

    fn document() -> Document {
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let mut document = Document::default();
        for number in 1..=3 {
            let id = RecordId::new(number, &[0; 10]);
            let text = format!("æ \"{number}\"\n");
            let edits =
                [Edit::Create(id, "note"), Edit::Set(id, "text", text.into(), BTreeSet::new())];
            document.change(Author { writer, at: Moment::from_seconds(9) }, &edits, KINDS);
        }
        document
    }

    fn file() -> String {
        write("randers-2021", Moment::from_seconds(60), document().records())
    }

    #[test]
    fn a_file_holds_what_was_written_and_writing_it_again_gives_the_same() {
        let contents = read(&file(), "randers-2021", KINDS).unwrap();
        let mut again = Document::default();
        again.merge_all(&contents.records);
        assert_eq!(again, document());
        assert_eq!(write("randers-2021", contents.exported, again.records()), file());
        assert_eq!(read(&format!("\u{feff}{}", file()), "randers-2021", KINDS), Ok(contents));
    }

    #[test]
    fn a_file_without_records_is_a_file() {
        let empty = write("randers-2021", Moment::default(), [].iter());
        assert_eq!(read(&empty, "randers-2021", KINDS).unwrap().records, []);
    }

    #[test]
    fn what_cannot_be_taken_in_is_refused_with_its_reason() {
        let check = |text: &str, is_expected: fn(&Refused) -> bool| {
            let refused = read(text, "randers-2021", KINDS).unwrap_err();
            assert!(is_expected(&refused), "{refused:?}");
        };
        let file = file();
        check("", |refused| matches!(refused, Refused::NotJson(_)));
        check("[]", |refused| *refused == Refused::NotOurs);
        check("{}", |refused| *refused == Refused::NotOurs);
        check(&file.replace(FORMAT, "geojson"), |refused| *refused == Refused::NotOurs);
        check(&file.replace(FORMAT, "pejlemaerke/new"), |refused| *refused == Refused::Newer);
        check(&file.replace("_reader\": 1", "_reader\": 2"), |r| *r == Refused::Newer);
        check(&file.replace("randers", "aarhus"), |refused| {
            *refused == Refused::OtherVision("aarhus-2021".into())
        });
        check(&file.replacen("\"note\"", "\"dance\"", 1), |refused| *refused == Refused::Newer);
        check(&file.replacen("\"alive\":true", "\"alive\":7", 1), |refused| {
            *refused == Refused::Damaged(1, "alive".into())
        });
        check(&file.replace(":1}}", ":9007199254740992}}"), |refused| {
            matches!(refused, Refused::Damaged(1, _))
        });
        check(&"x".repeat(LARGEST + 1), |refused| *refused == Refused::TooLarge);
    }
}
