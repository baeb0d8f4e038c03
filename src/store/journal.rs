//! The journal: every save, appended to IndexedDB, which survives a kill that localStorage does
//! not. At start it is read over the shelf, and trimmed of what the shelf surely has.

use super::shelf::pack_text;
use crate::document::{Document, Kind, Moment, Record, RecordId, Value, admit};
use std::collections::BTreeSet;

/// An entry is kept at least so long, in days. Browsers write localStorage out late, in Chromium at
/// most sixty times and 10 MiB an hour; a day is far beyond that.
const KEPT: i64 = 1;

/// One save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, by this device's clock.
    pub at: Moment,
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
    /// The numbers of entries that could not be read. They stay, for the raw export.
    pub unreadable: Vec<u32>,
    /// Whether a newer app has written here. Then nothing may be written.
    pub is_newer: bool,
}

/// A save as text.
#[must_use]
pub fn entry_text<'a>(at: Moment, records: impl Iterator<Item = &'a Record>) -> String {
    format!("{{\"at\":\"{at}\",\"records\":{}}}", pack_text(records))
}

/// Reads an entry's text.
///
/// # Errors
/// When it is none, or of a newer app.
pub fn read_entry(text: &str, kinds: &[&Kind]) -> Result<Entry, Unread> {
    let value = Value::parse(text).or(Err(Unread::Unreadable))?;
    let map = value.as_map().ok_or(Unread::Unreadable)?;
    let at = map.get("at").and_then(Value::as_text).and_then(Moment::parse);
    let list = map.get("records").and_then(Value::as_list).ok_or(Unread::Unreadable)?;
    Ok(Entry { at: at.ok_or(Unread::Unreadable)?, records: read_records(list, kinds)? })
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
pub(super) fn read_records(list: &[Value], kinds: &[&Kind]) -> Result<Vec<Record>, Unread> {
    list.iter().map(|value| read_record(value, kinds)).collect()
}

/// Reads one record, brings it up to date and checks it.
pub(super) fn read_record(value: &Value, kinds: &[&Kind]) -> Result<Record, Unread> {
    let record = Record::from_value(value).or(Err(Unread::Unreadable))?;
    admit(record, kinds).map_err(|unfit| match unfit {
        crate::document::Unfit::Newer => Unread::Newer,
        crate::document::Unfit::Field(_) => Unread::Unreadable,
    })
}

/// Merges the journal's entries into the document as the shelf gave it.
pub fn recover(
    document: &mut Document,
    entries: &[(u32, String)],
    kinds: &[&Kind],
    now: Moment,
) -> Recovered {
    let mut recovered = Recovered::default();
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
        let mut is_on_shelf = true;
        for record in &entry.records {
            let is_known =
                document.get(record.id).is_some_and(|mine| mine.seen().covers(record.seen()))
                    && !recovered.ids.contains(&record.id);
            if !is_known {
                is_on_shelf = false;
                // A record of another kind under this id is damage: its entry stays in the journal.
                if document.merge(record).is_ok() {
                    recovered.ids.insert(record.id);
                }
            }
        }
        if is_on_shelf && now.days_since(entry.at) >= KEPT {
            recovered.done.push(*number);
        }
    }
    recovered
}
