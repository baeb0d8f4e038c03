//! The one envelope of all files: what it holds, in which version, and who can read it.

use crate::{
    document::{Kind, Moment, Record, Shape, Value},
    measure::records,
    village, workshop,
};
use std::fmt::Write as _;

/// The version that is written, and the newest that can be read.
pub(super) const VERSION: i64 = 1;
/// How every format's name begins.
pub(super) const OURS: &str = "pejlemaerke/";
/// What [`Contents::is_without_names`] is written as.
pub(super) const NAMES: &str = "names";

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Everything a device holds.
    Everything,
    /// A measurement set, or some of its observations.
    MeasurementSet,
    /// A village profile.
    VillageProfile,
    /// A workshop, from one table or from several.
    Workshop,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] =
        [Self::Everything, Self::MeasurementSet, Self::VillageProfile, Self::Workshop];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everything => "pejlemaerke/everything",
            Self::MeasurementSet => "pejlemaerke/measurement-set",
            Self::VillageProfile => "pejlemaerke/village-profile",
            Self::Workshop => "pejlemaerke/workshop",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether a record of this kind may stand in it.
    #[must_use]
    pub fn holds(self, kind: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::MeasurementSet => records::KINDS.iter().any(|known| known.name == kind),
            Self::VillageProfile => village::records::KINDS.iter().any(|known| known.name == kind),
            Self::Workshop => workshop::records::KINDS.iter().any(|known| known.name == kind),
        }
    }
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// What it is.
    pub format: Format,
    /// When it was written, by its writer's clock.
    pub exported: Moment,
    /// Whether names were left out.
    pub is_without_names: bool,
    /// The records.
    pub records: Vec<Record>,
}

/// The beginning of a file: the envelope, up to its first record.
#[must_use]
pub fn begin(format: Format, vision: &str, exported: Moment, is_without_names: bool) -> String {
    let without =
        if is_without_names { format!("\"without\": [\"{NAMES}\"],\n") } else { String::new() };
    format!(
        "{{\n\"format\": \"{}\",\n\"version\": {VERSION},\n\"min_reader\": {VERSION},\n\
         \"vision\": {},\n\"exported\": \"{exported}\",\n{without}\"body\": {{\"records\": [",
        format.name(),
        Value::from(vision)
    )
}

/// The end of a file.
pub const END: &str = "\n]}\n}\n";

/// Writes a record into a file, on a line of its own, so that two files can be compared line by line.
pub fn put(file: &mut String, record: &Record, is_first: bool) {
    let comma = if is_first { "" } else { "," };
    // Writing to a text does not fail.
    let written = write!(file, "{comma}\n{record}");
    debug_assert!(written.is_ok());
}

/// Writes a file with these records: the envelope first, then a record a line.
#[must_use]
pub fn write<'a>(
    format: Format,
    vision: &str,
    exported: Moment,
    records: impl Iterator<Item = &'a Record>,
) -> String {
    let mut file = begin(format, vision, exported, false);
    for (number, record) in records.enumerate() {
        put(&mut file, record, number == 0);
    }
    file.push_str(END);
    file
}

/// Writes a file in which every name of a person is withheld.
#[must_use]
pub fn write_without_names<'a>(
    format: Format,
    vision: &str,
    exported: Moment,
    records: impl Iterator<Item = &'a Record>,
    kinds: &[&Kind],
) -> String {
    let mut file = begin(format, vision, exported, true);
    for (number, record) in records.enumerate() {
        put(&mut file, &record.withholding(&names(&record.kind, kinds)), number == 0);
    }
    file.push_str(END);
    file
}

/// The fields of a kind that hold names of persons.
#[must_use]
pub fn names(kind: &str, kinds: &[&Kind]) -> Vec<&'static str> {
    let fields = kinds.iter().filter(|known| known.name == kind).flat_map(|kind| kind.fields);
    let personal = fields.filter(|(_, shape)| matches!(shape, Shape::Personal(_)));
    personal.map(|(field, _)| *field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Author, Device, Document, Edit, RecordId, Writer},
        exchange::{LARGEST, Reading, Refused, read},
        note,
    };
    use std::collections::BTreeSet;

    const FORMAT: &str = "pejlemaerke/everything";

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
        write(Format::Everything, "randers-2021", Moment::from_seconds(60), document().records())
    }

    #[test]
    fn a_file_holds_what_was_written_and_writing_it_again_gives_the_same() {
        let contents = read(&file(), "randers-2021", KINDS).unwrap();
        let mut again = Document::default();
        again.merge_all(&contents.records);
        assert_eq!(again, document());
        assert_eq!(
            write(Format::Everything, "randers-2021", contents.exported, again.records()),
            file()
        );
        let marked = format!("\u{feff}{}", file());
        assert_eq!(read(&marked, "randers-2021", KINDS), Ok(contents));
    }

    #[test]
    fn a_file_without_records_is_a_file() {
        let empty = write(Format::Everything, "randers-2021", Moment::default(), [].iter());
        assert_eq!(read(&empty, "randers-2021", KINDS).unwrap().records, []);
    }

    #[test]
    fn a_file_is_read_alike_in_steps_and_in_one_go() {
        let file = file();
        for most in 1..5 {
            let mut reading = Reading::new(&file, "randers-2021", KINDS);
            let mut count = 0;
            while !reading.step(most).unwrap() {
                assert!(reading.count() <= count + most);
                count = reading.count();
            }
            assert_eq!(reading.percent(), 100);
            assert_eq!(reading.finish(), read(&file, "randers-2021", KINDS));
        }
    }

    #[test]
    fn entries_of_the_envelope_may_come_in_any_order() {
        let file = file();
        let (head, body) = file.split_once("\"body\"").unwrap();
        let (start, head) = head.split_at(1);
        let turned = format!(
            "{start}\"body\"{},{}}}",
            body.trim_end().strip_suffix('}').unwrap(),
            head.trim_end().strip_suffix(',').unwrap()
        );
        assert_eq!(read(&turned, "randers-2021", KINDS), read(&file, "randers-2021", KINDS));
        // A note has no place in a measurement set, also where that is said last.
        let set = turned.replace(FORMAT, "pejlemaerke/measurement-set");
        let refused = Err(Refused::Damaged(1, "note".into()));
        assert_eq!(read(&set, "randers-2021", KINDS), refused);
        let set = file.replace(FORMAT, "pejlemaerke/measurement-set");
        assert_eq!(read(&set, "randers-2021", KINDS), refused);
    }

    #[test]
    fn a_file_without_names_holds_none_and_says_so() {
        let mut document = document();
        let id = RecordId::new(1, &[0; 10]);
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let by = [Edit::Set(id, note::BY, "Ane Ære".into(), BTreeSet::new())];
        document.change(Author { writer, at: Moment::default() }, &by, KINDS);
        let (format, at) = (Format::Everything, Moment::default());
        let file = write_without_names(format, "randers-2021", at, document.records(), KINDS);
        assert!(!file.contains("Ane") && file.contains("\"without\": [\"names\"]"));
        let contents = read(&file, "randers-2021", KINDS).unwrap();
        assert!(contents.is_without_names);
        let before = document.clone();
        document.merge_all(&contents.records);
        assert_eq!(document, before);
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
