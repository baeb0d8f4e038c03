//! The last file that was taken in, so that it can be undone even after the app was started anew: the
//! records it touched, as they were before and after.

use super::{journal::Unread, shelf::read_pack};
use crate::document::{Kind, Moment, Record, Value};

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastImport {
    /// When.
    pub at: Moment,
    /// The records as they were before, without those that came with it.
    pub before: Vec<Record>,
    /// The records as they were after.
    pub after: Vec<Record>,
}

/// As text: when, then the records before and those after, each as a bundle's text, behind an empty
/// line.
#[must_use]
pub fn import_text(at: Moment, before: &str, after: &str) -> String {
    format!("{{\"at\":\"{at}\"}}\n\n{before}\n\n{after}")
}

/// Reads what [`import_text`] wrote.
///
/// # Errors
/// When it is damaged or of a newer app.
pub fn read_import(text: &str, kinds: &[&Kind]) -> Result<LastImport, Unread> {
    let mut parts = text.split("\n\n");
    let mut next = || parts.next().ok_or(Unread::Unreadable);
    let value = Value::parse(next()?).or(Err(Unread::Unreadable))?;
    let at = value.as_map().and_then(|map| map.get("at")).and_then(Value::as_text);
    let at = at.and_then(Moment::parse).ok_or(Unread::Unreadable)?;
    Ok(LastImport { at, before: read_pack(next()?, kinds)?, after: read_pack(next()?, kinds)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::RecordId, note, store::Bundle};

    #[test]
    fn an_import_survives_being_written_and_read() {
        let record = |number| Record::new(RecordId::new(number, &[0; 10]), note::KIND.name, 1);
        let kinds: &[&Kind] = &[&note::KIND];
        let at = Moment::from_seconds(7);
        for count in [0, 1, 2, 350] {
            let before: Vec<Record> = (1..=count / 2).map(record).collect();
            let after: Vec<Record> = (1..=count).map(record).collect();
            let text = |records: &[Record]| Bundle::of(records.iter()).text();
            let text = import_text(at, &text(&before), &text(&after));
            assert_eq!(read_import(&text, kinds), Ok(LastImport { at, before, after }));
        }
        assert_eq!(read_import("{}", kinds), Err(Unread::Unreadable));
    }
}
