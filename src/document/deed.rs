//! What was done, in such detail that it can be undone.

use super::{Dot, Record, RecordId, Values};
use crate::sorted::Sorted;
use std::collections::{BTreeMap, BTreeSet};

/// What was done in one go, in such detail that it can be undone. Undoing gives a deed again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    touches: BTreeMap<(RecordId, String), Touch>,
    /// Of an undo: under which new changes the values stand that it put back.
    renamed: Sorted<(RecordId, String, Dot), Dot>,
}

/// What was done to one field of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Touch {
    /// The changes that stand there since.
    pub(super) put: BTreeSet<Dot>,
    /// The values that fell, and the changes by which they had stood.
    pub(super) taken: Sorted<Dot, Values>,
}

impl Deed {
    /// Whether nothing was done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.touches.is_empty()
    }

    /// The records that were touched.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<RecordId> {
        let mut ids = BTreeSet::new();
        ids.extend(self.touches.keys().map(|(id, _)| *id));
        ids
    }

    /// Adds what was done next, so that both are undone in one go.
    pub fn append(&mut self, next: Self) {
        for ((id, field), touch) in next.touches {
            self.note(id, field, touch);
        }
    }

    /// Notes what was done to a field. What this deed itself had put there is not taken from anybody.
    pub(super) fn note(&mut self, id: RecordId, field: String, touch: Touch) {
        let noted = self.touches.entry((id, field)).or_default();
        for (dot, values) in touch.taken {
            if !noted.put.remove(&dot) {
                noted.taken.insert(dot, values);
            }
        }
        noted.put.extend(touch.put);
    }

    /// Whether all that this deed took had been put there by another: then the two are one piece of
    /// work, with nobody else's in between.
    #[must_use]
    pub fn goes_on_from(&self, last: &Self) -> bool {
        self.touches.iter().all(|(place, touch)| {
            let put = last.touches.get(place).map(|last| &last.put);
            touch.taken.keys().all(|dot| put.is_some_and(|put| put.contains(dot)))
        })
    }

    /// Follows an undo: the values it put back stand under new changes, by which this deed now
    /// knows them. Without this, only the last deed could be undone.
    pub fn follow(&mut self, undo: &Self) {
        if undo.renamed.is_empty() {
            return;
        }
        for ((id, field), touch) in &mut self.touches {
            let name =
                |dot: Dot| undo.renamed.get(&(*id, field.clone(), dot)).copied().unwrap_or(dot);
            let put = std::mem::take(&mut touch.put);
            touch.put.extend(put.into_iter().map(name));
            let taken = std::mem::take(&mut touch.taken);
            touch.taken = taken.into_iter().map(|(dot, values)| (name(dot), values)).collect();
        }
    }

    /// The records with what was done to each of their fields.
    pub(super) fn by_record(&self) -> Sorted<RecordId, Vec<(&str, &Touch)>> {
        let mut records = Sorted::<RecordId, Vec<(&str, &Touch)>>::default();
        for ((id, field), touch) in &self.touches {
            records.change(*id, |touches| touches.push((field, touch)));
        }
        records
    }

    /// Notes that a value stands under a new change.
    pub(super) fn rename(&mut self, id: RecordId, field: &str, from: Dot, to: Dot) {
        self.renamed.insert((id, field.to_owned(), from), to);
    }
}

/// The fields of two copies of a record.
pub(super) fn united<'a>(one: &'a Record, other: &'a Record) -> Vec<&'a str> {
    let mut fields = one.fields();
    fields.extend(other.fields().into_iter().filter(|field| !one.fields().contains(field)));
    fields
}

/// What changed between two states of one record, the later of which has seen the earlier.
pub(super) fn difference(before: &Record, after: &Record) -> Deed {
    let mut deed = Deed::default();
    for field in united(before, after) {
        let (had, has) = (before.by_change(field), after.by_change(field));
        let differs = |dot: &Dot| had.get(dot) != has.get(dot);
        let mut put = BTreeSet::new();
        put.extend(has.keys().copied().filter(differs));
        let fell = had.iter().filter(|(dot, _)| differs(dot));
        let taken: Sorted<Dot, Values> =
            fell.map(|(dot, values)| (*dot, (*values).clone())).collect();
        if !put.is_empty() || !taken.is_empty() {
            deed.touches.insert((after.id, field.to_owned()), Touch { put, taken });
        }
    }
    deed
}
