//! One record that is made of a result.

use crate::document::{Document, Edit, Kind, RecordId, Value};
use std::collections::BTreeSet;

/// A record that is to be there, and what is to stand in it.
pub(super) struct Piece {
    id: RecordId,
    kind: &'static Kind,
    fields: Vec<(&'static str, Value, Says)>,
}

/// When a field is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Where nothing stands in it.
    Once,
    /// Where anything else stands in it.
    Always,
}

impl Piece {
    pub(super) const fn new(id: RecordId, kind: &'static Kind) -> Self {
        Self { id, kind, fields: Vec::new() }
    }

    /// A field that is people's to change once it was given.
    pub(super) fn once(self, field: &'static str, value: impl Into<Value>) -> Self {
        self.with(field, value.into(), Says::Once)
    }

    /// A field that follows the result.
    pub(super) fn always(self, field: &'static str, value: impl Into<Value>) -> Self {
        self.with(field, value.into(), Says::Always)
    }

    fn with(mut self, field: &'static str, value: Value, says: Says) -> Self {
        let is_blank = value.as_text() == Some("");
        let value = if is_blank { Value::Nothing } else { value };
        self.fields.push((field, value, says));
        self
    }

    /// The edits that bring it about: none where it is so. A record that was deleted is brought back, with
    /// what stood in it.
    pub(super) fn edits(self, document: &Document) -> Vec<Edit> {
        let Self { id, kind, fields } = self;
        let record = document.get(id);
        let mut edits = match record {
            None => vec![Edit::Create(id, kind.name)],
            // Whatever a file may have put there is no copy of this record.
            Some(record) if record.kind != kind.name => return Vec::new(),
            Some(record) if record.is_present() => Vec::new(),
            Some(_) => vec![Edit::Restore(id)],
        };
        for (field, value, says) in fields {
            let there = record.map(|record| record.values(field)).unwrap_or_default();
            let all_say = |value: &Value| there.iter().all(|entry| entry.value == value);
            let is_said = match says {
                Says::Once => value == Value::Nothing || !all_say(&Value::Nothing),
                Says::Always if there.is_empty() => value == Value::Nothing,
                Says::Always => all_say(&value),
            };
            if !is_said {
                let over = record.map_or_else(BTreeSet::new, |record| record.basis(field));
                edits.push(Edit::Set(id, field, value, over));
            }
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::samples::{Hall, id},
        *,
    };
    use crate::note::{BY, ITEM, KIND, TEXT};

    fn piece(text: &str) -> Piece {
        Piece::new(id(9), &KIND).once(ITEM, "5d").once(BY, "").always(TEXT, text)
    }

    fn put(hall: &mut Hall, text: &str) -> usize {
        let edits = piece(text).edits(&hall.document);
        hall.change(&edits);
        edits.len()
    }

    #[test]
    fn a_record_is_made_once_and_then_only_what_differs_is_written() {
        let mut hall = Hall::new();
        assert_eq!(put(&mut hall, "a"), 3);
        assert_eq!(put(&mut hall, "a"), 0);
        assert_eq!(put(&mut hall, "b"), 1);
        assert_eq!(put(&mut hall, ""), 1);
        assert_eq!(put(&mut hall, ""), 0);
        assert_eq!(hall.record(id(9)).values(TEXT)[0].value, &Value::Nothing);
        assert_eq!(put(&mut hall, "b"), 1);
        hall.change(&[Edit::Settle(id(9), ITEM.into(), Value::Nothing)]);
        assert_eq!(put(&mut hall, "b"), 1);
        assert_eq!(hall.text(id(9), ITEM), "5d");
    }

    #[test]
    fn what_follows_a_result_settles_a_conflict_and_what_is_given_once_leaves_it() {
        let mut hall = Hall::new();
        put(&mut hall, "a");
        let mut other = hall.on_device(2);
        for (hall, item, text) in [(&mut hall, "1a", "x"), (&mut other, "1b", "y")] {
            hall.change(&[
                Edit::Settle(id(9), ITEM.into(), item.into()),
                Edit::Settle(id(9), TEXT.into(), text.into()),
            ]);
        }
        hall.document.merge_all(other.document.records());
        assert_eq!(hall.record(id(9)).conflicts(), [ITEM, TEXT]);
        assert_eq!(put(&mut hall, "x"), 1);
        assert_eq!(hall.record(id(9)).conflicts(), [ITEM]);
        assert_eq!(put(&mut hall, "x"), 0);
    }

    #[test]
    fn a_record_of_another_kind_under_its_id_is_left_alone() {
        let mut hall = Hall::new();
        hall.change(&[Edit::Create(id(9), crate::measure::records::SET.name)]);
        assert_eq!(put(&mut hall, "a"), 0);
    }
}
