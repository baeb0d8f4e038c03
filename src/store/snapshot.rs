//! Snapshots: the whole document as it was before something large was done to it.

use super::{
    journal::{Unread, read_records},
    shelf::pack_text,
};
use crate::document::{Kind, Moment, Record, Value};

/// So many snapshots are kept; the oldest goes first.
pub const KEPT: usize = 10;

/// Why a snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A file was taken in.
    Import,
    /// Many records were deleted at once.
    Delete,
    /// Another snapshot was restored.
    Restore,
    /// A new version of the app changed the form of what is kept.
    Migration,
    /// The person asked for it.
    Asked,
}

impl Why {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Import, "import"),
        (Self::Delete, "delete"),
        (Self::Restore, "restore"),
        (Self::Migration, "migration"),
        (Self::Asked, "asked"),
    ];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(why, _)| *why == self).map_or("asked", |(_, name)| name)
    }
}

/// A snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// When it was taken.
    pub at: Moment,
    /// Before what.
    pub why: Why,
    /// All records, also deleted ones.
    pub records: Vec<Record>,
}

/// A snapshot as text.
#[must_use]
pub fn snapshot_text<'a>(
    at: Moment,
    why: Why,
    records: impl Iterator<Item = &'a Record>,
) -> String {
    format!("{{\"at\":\"{at}\",\"why\":\"{}\",\"records\":{}}}", why.name(), pack_text(records))
}

/// Reads a snapshot's text.
///
/// # Errors
/// When it is none, or of a newer app.
pub fn read_snapshot(text: &str, kinds: &[&Kind]) -> Result<Snapshot, Unread> {
    let value = Value::parse(text).or(Err(Unread::Unreadable))?;
    let map = value.as_map().ok_or(Unread::Unreadable)?;
    let text = |name: &str| map.get(name).and_then(Value::as_text);
    let why = Why::ALL.iter().find(|(_, name)| Some(*name) == text("why"));
    let at = text("at").and_then(Moment::parse);
    let list = map.get("records").and_then(Value::as_list);
    let (Some((why, _)), Some(at), Some(list)) = (why, at, list) else {
        return Err(Unread::Unreadable);
    };
    Ok(Snapshot { at, why: *why, records: read_records(list, kinds)? })
}

/// Of the numbers of all snapshots, those that go so that only the newest stay.
#[must_use]
pub fn outdated(numbers: &[u32]) -> Vec<u32> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.truncate(numbers.len().saturating_sub(KEPT));
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_survives_being_written_and_read() {
        for (why, _) in Why::ALL {
            let text = snapshot_text(Moment::from_seconds(7), why, [].iter());
            let expected = Snapshot { at: Moment::from_seconds(7), why, records: Vec::new() };
            assert_eq!(read_snapshot(&text, &[]), Ok(expected));
        }
        assert_eq!(read_snapshot("{}", &[]), Err(Unread::Unreadable));
        assert_eq!(read_snapshot("", &[]), Err(Unread::Unreadable));
    }

    #[test]
    fn the_newest_ten_stay() {
        assert_eq!(outdated(&[5, 1, 2]), Vec::<u32>::new());
        let many: Vec<u32> = (1..=13).rev().collect();
        assert_eq!(outdated(&many), [1, 2, 3]);
    }
}
