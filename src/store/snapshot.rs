//! Snapshots: the whole document as it was before something large was done to it. As text, the
//! first line tells of it, so that a list of them need not read them whole.

use super::{Bundle, journal::Unread, shelf::read_pack};
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

/// What is told of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// When it was taken.
    pub at: Moment,
    /// Before what.
    pub why: Why,
    /// How many records it holds, also deleted ones.
    pub count: usize,
}

/// A snapshot as text.
pub fn snapshot_text(at: Moment, why: Why, bundle: &mut Bundle) -> String {
    let label = Value::map([
        ("at", at.to_string().into()),
        ("why", why.name().into()),
        ("count", Value::Whole(i64::try_from(bundle.ids().len()).unwrap_or(i64::MAX))),
    ]);
    format!("{label}\n{}", bundle.text())
}

/// Reads the first line of a snapshot's text.
///
/// # Errors
/// When it is none.
pub fn read_label(text: &str) -> Result<Label, Unread> {
    let line = text.lines().next().unwrap_or_default();
    let value = Value::parse(line).or(Err(Unread::Unreadable))?;
    let map = value.as_map().ok_or(Unread::Unreadable)?;
    let word = |name: &str| map.get(name).and_then(Value::as_text);
    let why = Why::ALL.iter().find(|(_, name)| Some(*name) == word("why"));
    let count = map.get("count").and_then(Value::as_whole);
    let label = || {
        let count = usize::try_from(count?).ok()?;
        Some(Label { at: Moment::parse(word("at")?)?, why: why?.0, count })
    };
    label().ok_or(Unread::Unreadable)
}

/// Reads the records of a snapshot's text.
///
/// # Errors
/// When it is none, or of a newer app.
pub fn read_snapshot(text: &str, kinds: &[&Kind]) -> Result<Vec<Record>, Unread> {
    let (_, records) = text.split_once('\n').ok_or(Unread::Unreadable)?;
    read_pack(records, kinds)
}

/// Of the numbers of all snapshots, oldest first, those that go so that only the newest stay.
#[must_use]
pub fn outdated(numbers: &[u32]) -> Vec<u32> {
    numbers.iter().copied().take(numbers.len().saturating_sub(KEPT)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::RecordId;

    #[test]
    fn a_snapshot_survives_being_written_and_read() {
        let record = Record::new(RecordId::new(1, &[1; 10]), "note", 1);
        for (why, _) in Why::ALL {
            let at = Moment::from_seconds(7);
            let text = snapshot_text(at, why, &mut Bundle::of([&record].into_iter()));
            assert_eq!(read_label(&text), Ok(Label { at, why, count: 1 }));
            assert_eq!(read_snapshot(&text, &[&crate::note::KIND]), Ok(vec![record.clone()]));
        }
        assert_eq!(read_label("{}"), Err(Unread::Unreadable));
        assert_eq!(read_label(""), Err(Unread::Unreadable));
        assert_eq!(read_snapshot("{}", &[]), Err(Unread::Unreadable));
    }

    #[test]
    fn the_newest_ten_stay() {
        assert_eq!(outdated(&[1, 2, 5]), Vec::<u32>::new());
        let many: Vec<u32> = (1..=13).collect();
        assert_eq!(outdated(&many), [1, 2, 3]);
    }
}
