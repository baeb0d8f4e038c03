//! The journal: every save, appended to IndexedDB, which survives a kill that localStorage does
//! not. At start it is read over the shelf, and trimmed of what the shelf surely has.

use super::{Bundle, shelf::read_pack};
use crate::document::{Device, Document, Kind, Moment, Record, RecordId, Value, admit};
use std::collections::BTreeSet;

/// What is on the shelf counts as on the disk after so long, in days. Browsers write localStorage out
/// late, in Chromium at most sixty times and 10 MiB an hour; a day is far beyond that.
const SETTLING: i64 = 1;
/// When more days have passed than this, it is the clock that was set.
const CLOCK: i64 = 400;

/// Up to which entry the shelf had everything at some opening. It is kept on the shelf itself, after
/// what it speaks of: where it is found after a kill, the rest was written out too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// When that was.
    pub at: Moment,
    /// The number of the entry.
    pub entry: u32,
}

impl Settled {
    /// Reads `1790000000 17`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (seconds, entry) = text.split_once(' ')?;
        let at = Moment::from_seconds(seconds.parse().ok()?);
        Some(Self { at, entry: entry.parse().ok()? })
    }
}

impl std::fmt::Display for Settled {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {}", self.at.seconds(), self.entry)
    }
}

/// One save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, by this device's clock.
    pub at: Moment,
    /// The device that saved, where it says so: its id stands in localStorage, which a kill in the first
    /// seconds takes away.
    pub by: Option<Device>,
    /// The records as they were after it.
    pub records: Vec<Record>,
}

/// What reading the journal brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Records of which the journal knew more than the shelf; they are to be kept there.
    pub ids: BTreeSet<RecordId>,
    /// The numbers of entries that may be forgotten.
    pub done: Vec<u32>,
    /// What is to be noted on the shelf after those records.
    pub settled: Option<Settled>,
    /// The numbers of entries that could not be read. They stay, for the raw export.
    pub unreadable: Vec<u32>,
    /// Whether a newer app has written here. Then nothing may be written.
    pub is_newer: bool,
    /// The device that made the last entry.
    pub device: Option<Device>,
}

/// A save as text: a single record as JSON, more as packs behind a line that says when.
pub fn entry_text(at: Moment, by: Option<Device>, bundle: &mut Bundle) -> String {
    let text = bundle.text();
    let by = by.map(|device| format!(",\"by\":\"{device}\"")).unwrap_or_default();
    if bundle.ids().len() < 2 {
        return format!("{{\"at\":\"{at}\"{by},\"records\":{text}}}");
    }
    format!("{{\"at\":\"{at}\"{by}}}\n{text}")
}

/// Reads an entry's text.
///
/// # Errors
/// When it is none, or of a newer app.
pub fn read_entry(text: &str, kinds: &[&Kind]) -> Result<Entry, Unread> {
    // No line of JSON begins with the sign of a pack.
    let packs = text.find("\nz").map(|end| text.split_at(end));
    let value = Value::parse(packs.map_or(text, |(head, _)| head)).or(Err(Unread::Unreadable))?;
    let Value::Map(mut map) = value else { return Err(Unread::Unreadable) };
    let at = map.get("at").and_then(Value::as_text).and_then(Moment::parse);
    let by = map.get("by").and_then(Value::as_text).and_then(Device::parse);
    let records = if let Some((_, packs)) = packs {
        read_pack(packs.trim_start(), kinds)?
    } else {
        read_records(map.remove("records").ok_or(Unread::Unreadable)?, kinds)?
    };
    Ok(Entry { at: at.ok_or(Unread::Unreadable)?, by, records })
}

/// Why a text gives no records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A newer app wrote it.
    Newer,
    /// It is damaged.
    Unreadable,
}

/// Reads records that stand in a list, all or none.
pub(super) fn read_records(list: Value, kinds: &[&Kind]) -> Result<Vec<Record>, Unread> {
    let Value::List(list) = list else { return Err(Unread::Unreadable) };
    list.into_iter().map(|value| read_record(value, kinds)).collect()
}

/// Reads one record, brings it up to date and checks it.
pub(super) fn read_record(value: Value, kinds: &[&Kind]) -> Result<Record, Unread> {
    let record = Record::from_value(value).or(Err(Unread::Unreadable))?;
    admit(record, kinds).map_err(|unfit| match unfit {
        crate::document::Unfit::Newer => Unread::Newer,
        crate::document::Unfit::Field(_) => Unread::Unreadable,
    })
}

/// Merges the journal's entries into the document as the shelf gave it. `settled` is what an earlier
/// opening has noted: only entries it speaks of may be forgotten.
pub fn recover(
    document: &mut Document,
    entries: &[(u32, String)],
    kinds: &[&Kind],
    settled: Option<Settled>,
    now: Moment,
) -> Recovered {
    let mut recovered = Recovered::default();
    let age = settled.map_or(0, |settled| now.days_since(settled.at));
    let is_settled = |number: u32| {
        settled.is_some_and(|settled| number <= settled.entry) && (SETTLING..=CLOCK).contains(&age)
    };
    for (number, text) in entries {
        let entry = match read_entry(text, kinds) {
            Ok(entry) => entry,
            Err(Unread::Newer) => {
                recovered.is_newer = true;
                continue;
            }
            Err(Unread::Unreadable) => {
                recovered.unreadable.push(*number);
                continue;
            }
        };
        recovered.device = entry.by.or(recovered.device);
        let mut is_on_shelf = true;
        for record in &entry.records {
            let mine = document.get(record.id);
            let is_known = mine.is_some_and(|mine| mine.has_all_of(record))
                && !recovered.ids.contains(&record.id);
            if !is_known {
                is_on_shelf = false;
                // A record of another kind under this id is damage: its entry stays in the journal.
                if document.merge(record).is_ok() {
                    recovered.ids.insert(record.id);
                }
            }
        }
        if is_on_shelf && is_settled(*number) {
            recovered.done.push(*number);
        }
    }
    // A new note is due when the last one has done its work, or its clock was wrong.
    let is_due = settled.is_none() || !(0..SETTLING).contains(&age);
    let last = entries.last().map(|(number, _)| *number).filter(|_| is_due);
    recovered.settled = last.map(|entry| Settled { at: now, entry });
    recovered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_of_what_is_settled_survives_being_written_and_read() {
        let settled = Settled { at: Moment::from_seconds(1_790_000_000), entry: 17 };
        assert_eq!(Settled::parse(&settled.to_string()), Some(settled));
        assert_eq!(Settled::parse("17"), None);
    }

    #[test]
    fn an_entry_survives_being_written_and_read_whatever_its_length() {
        let at = Moment::from_seconds(7);
        for count in [0, 1, 2, 250] {
            let record = |number| Record::new(RecordId::new(number, &[0; 10]), "note", 1);
            let records: Vec<Record> = (0..count).map(record).collect();
            let by = Some(Device::new(&[7; 8]));
            let text = entry_text(at, by, &mut Bundle::of(records.iter()));
            assert_eq!(read_entry(&text, &[&crate::note::KIND]), Ok(Entry { at, by, records }));
        }
    }

    #[test]
    fn an_entry_is_forgotten_a_day_after_an_opening_that_found_it_on_the_shelf() {
        let empty = entry_text(Moment::default(), None, &mut Bundle::default());
        let entries = [(5, empty), (6, "{cut".into())];
        let at = |days: i64| Moment::from_seconds(days * 86_400);
        let check = |settled: Option<(i64, u32)>, now: i64, done: &[u32], noted: bool| {
            let settled = settled.map(|(day, entry)| Settled { at: at(day), entry });
            let recovered = recover(&mut Document::default(), &entries, &[], settled, at(now));
            assert_eq!(recovered.done, done);
            assert_eq!(recovered.unreadable, [6]);
            assert_eq!(recovered.settled.is_some(), noted);
        };
        check(None, 1_000, &[], true);
        check(Some((1_000, 6)), 1_000, &[], false);
        check(Some((1_000, 6)), 1_001, &[5], true);
        check(Some((1_000, 4)), 1_001, &[], true);
        check(Some((0, 6)), 1_001, &[], true);
    }
}
