//! What was done, in such detail that it can be undone.

use super::{ALIVE, Document, Dot, Record, RecordId, Value, Values};
use crate::sorted::Sorted;
use std::collections::{BTreeMap, BTreeSet};

/// What was done in one go, in such detail that it can be undone. Undoing gives a deed again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    touches: BTreeMap<(RecordId, String), Touch>,
    /// Records that were not there at all, with the changes by which they stand since: all that stands
    /// in them by these was put there.
    added: BTreeMap<RecordId, Vec<Dot>>,
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
        self.touches.is_empty() && self.added.is_empty()
    }

    /// Whether anything that it put still stands.
    #[must_use]
    pub fn stands_in(&self, document: &Document) -> bool {
        let added = |(id, dots): (&RecordId, &Vec<Dot>)| {
            document
                .get(*id)
                .is_some_and(|record| record.changes().any(|(dot, _)| dots.contains(&dot)))
        };
        let touched = |((id, field), touch): (&(RecordId, String), &Touch)| {
            document.get(*id).is_some_and(|record| record.stands(field, &touch.put))
        };
        self.added.iter().any(added) || self.touches.iter().any(touched)
    }

    /// The records that were touched.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<RecordId> {
        let mut ids: Vec<RecordId> = self.touches.keys().map(|(id, _)| *id).collect();
        ids.dedup();
        ids.extend(self.added.keys());
        ids.into_iter().collect()
    }

    /// Adds what was done next, so that both are undone in one go.
    pub fn append(&mut self, next: Self) {
        for ((id, field), touch) in next.touches {
            self.note(id, field, touch);
        }
        for (id, dots) in next.added {
            self.added.entry(id).or_default().extend(dots);
        }
    }

    /// Notes what was done to a field. What this deed itself had put there is not taken from anybody.
    pub(super) fn note(&mut self, id: RecordId, field: String, touch: Touch) {
        if let Some(dots) = self.added.get_mut(&id) {
            // All that it could have taken there was put by this deed.
            dots.extend(touch.put);
            return;
        }
        let noted = self.touches.entry((id, field)).or_default();
        for (dot, values) in touch.taken {
            if !noted.put.remove(&dot) {
                noted.taken.insert(dot, values);
            }
        }
        noted.put.extend(touch.put);
    }

    /// Notes a record that was not there at all.
    pub(super) fn note_new(&mut self, record: &Record) {
        self.added.insert(record.id, record.changes().map(|(dot, _)| dot).collect());
    }

    /// Whether all that this deed took had been put there by another: then the two are one piece of
    /// work, with nobody else's in between.
    #[must_use]
    pub fn goes_on_from(&self, last: &Self) -> bool {
        self.added.is_empty()
            && self.touches.iter().all(|(place, touch)| {
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
        for ((id, _, from), to) in &undo.renamed {
            if let Some(dots) = self.added.get_mut(id).filter(|dots| dots.contains(from)) {
                dots.push(*to);
            }
        }
    }

    /// The records with what was done to each of their fields, by what stands in them now.
    pub(super) fn by_record(&self, document: &Document) -> Vec<(RecordId, Vec<(String, Touch)>)> {
        let mut records: Vec<(RecordId, Vec<(String, Touch)>)> = Vec::new();
        for ((id, field), touch) in &self.touches {
            let one = (field.clone(), touch.clone());
            match records.last_mut() {
                Some((last, touches)) if last == id => touches.push(one),
                _ => records.push((*id, vec![one])),
            }
        }
        for (id, dots) in &self.added {
            let Some(record) = document.get(*id) else { continue };
            let put = |field: &str| {
                let by = record.by_change(field);
                by.keys().copied().filter(|dot| dots.contains(dot)).collect::<BTreeSet<Dot>>()
            };
            let touches = record.fields().into_iter().map(|field| {
                (field.to_owned(), Touch { put: put(field), taken: Sorted::default() })
            });
            let touches: Vec<(String, Touch)> =
                touches.filter(|(_, touch)| !touch.put.is_empty()).collect();
            // Somebody has worked on it since and says themselves that it is there: it stays whole.
            if touches.iter().any(|(field, _)| field == ALIVE) {
                records.push((*id, touches));
            }
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
        // A name that a file had left out and another one brings is not taken away again.
        let was_unknown =
            |dot: &Dot| had.get(dot).is_some_and(|values| values.iter().all(Value::is_withheld));
        let differs = |dot: &Dot| had.get(dot) != has.get(dot) && !was_unknown(dot);
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
