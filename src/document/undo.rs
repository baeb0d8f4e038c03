//! Undoing: a new deed that puts back what another took.

use super::{
    ALIVE, Dot, Moment, Record, Value, Values,
    deed::{Deed, Touch},
    set::{Author, Document},
};
use crate::sorted::Sorted;
use std::collections::BTreeSet;

impl Document {
    /// Undoes a deed by changes that put back what it took, wherever what it put still stands. What
    /// somebody has overwritten since stays as they left it, and a record made by the deed on which
    /// somebody has worked since stays whole. The deed that is returned undoes the undoing; earlier
    /// and later ones must [`Deed::follow`] it.
    pub fn undo(&mut self, author: Author, deed: &Deed) -> Deed {
        let mut undo = Deed::default();
        for (id, touches) in deed.by_record(self) {
            if let Some(record) = self.get_mut(id) {
                revert(record, &touches, author, &mut undo);
            }
        }
        undo
    }
}

fn revert(record: &mut Record, touches: &[(String, Touch)], author: Author, undo: &mut Deed) {
    let is_open = |record: &Record, field: &str, touch: &Touch| {
        touch.put.is_empty() || record.stands(field, &touch.put)
    };
    let made = touches
        .iter()
        .find(|(field, touch)| field == ALIVE && touch.taken.is_empty() && !touch.put.is_empty());
    if made.is_some_and(|(field, touch)| !is_open(record, field, touch)) {
        return;
    }
    let open: Vec<&(String, Touch)> =
        touches.iter().filter(|(field, touch)| is_open(record, field, touch)).collect();
    // Each change gets a successor of its own, in the same order, so that what stood in front will.
    let mut successors: Sorted<Dot, Dot> = Sorted::default();
    for (_, touch) in &open {
        successors.extend(touch.taken.keys().map(|dot| (*dot, *dot)));
    }
    let mut next = record.seen().next(author.writer);
    for successor in successors.values_mut() {
        *successor = next;
        next.number = next.number.saturating_add(1);
    }
    for (field, touch) in open {
        let is_unmade = field == ALIVE && is_all(record, &touch.put) && touch.taken.is_empty();
        let taken = record.take(field, &touch.put);
        let mut put = BTreeSet::new();
        for (dot, values) in &touch.taken {
            let successor = successors.get(dot).copied().unwrap_or(next);
            record.put(field, values.clone(), successor, author.at);
            undo.rename(record.id, field, *dot, successor);
            put.insert(successor);
        }
        if is_unmade {
            put_nothing(record, next, author.at);
            put.insert(next);
        }
        if put.is_empty() {
            // Nothing comes in its place, but others are to see that it was taken back.
            record.put(field, Values::default(), next, author.at);
        }
        undo.note(record.id, field.clone(), Touch { put, taken });
    }
}

/// Whether these changes are all that says whether a record is there.
fn is_all(record: &Record, put: &BTreeSet<Dot>) -> bool {
    record.basis(ALIVE).is_subset(put)
}

fn put_nothing(record: &mut Record, dot: Dot, at: Moment) {
    record.put(ALIVE, Values::from([Value::Nothing]), dot, at);
}
