//! What is being typed and not yet saved. It outlives a redrawn view, and remembers what the person
//! saw when they began, so that nothing that came since is overwritten unseen.

use crate::document::{Dot, Edit, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a record.
pub(super) type Place = (RecordId, &'static str);

/// All fields that are being typed in.
#[derive(Default)]
pub(super) struct Drafts(BTreeMap<Place, Draft>);

struct Draft {
    text: String,
    /// What stood in the field when the person began.
    basis: BTreeSet<Dot>,
    /// What makes the record, where it was not there when the person began.
    birth: Vec<Edit>,
    is_dirty: bool,
}

impl Drafts {
    /// The text in a field, while it is being typed in.
    pub(super) fn text(&self, place: Place) -> Option<&str> {
        self.0.get(&place).map(|draft| draft.text.as_str())
    }

    /// Notes what was typed. `basis` and `birth` count at the first letter.
    pub(super) fn type_in(
        &mut self,
        place: Place,
        text: String,
        basis: BTreeSet<Dot>,
        birth: Vec<Edit>,
    ) {
        let before = self.0.remove(&place);
        let (basis, birth) = before.map_or((basis, birth), |draft| (draft.basis, draft.birth));
        self.0.insert(place, Draft { text, basis, birth, is_dirty: true });
    }

    /// The edits that save what was typed since the last time.
    pub(super) fn edits(&self) -> Vec<(Place, Vec<Edit>)> {
        let dirty = self.0.iter().filter(|(_, draft)| draft.is_dirty);
        let edit = |(place, draft): (&Place, &Draft)| {
            let (id, field) = *place;
            let mut edits = draft.birth.clone();
            edits.push(Edit::Set(id, field, draft.text.as_str().into(), draft.basis.clone()));
            (*place, edits)
        };
        dirty.map(edit).collect()
    }

    /// Whether something was typed and not yet saved.
    pub(super) fn is_dirty(&self) -> bool {
        self.0.values().any(|draft| draft.is_dirty)
    }

    /// Notes that a draft was saved by these changes: the person has seen them.
    pub(super) fn saved(&mut self, place: Place, basis: BTreeSet<Dot>) {
        if let Some(draft) = self.0.get_mut(&place) {
            draft.basis = basis;
            draft.birth.clear();
            draft.is_dirty = false;
        }
    }

    /// Forgets a field that is no longer being typed in. What was not saved stays.
    pub(super) fn leave(&mut self, place: Place) {
        self.0.retain(|other, draft| *other != place || draft.is_dirty);
    }

    /// Forgets all that is saved: an undo is to be seen in the fields.
    pub(super) fn leave_all(&mut self) {
        self.0.retain(|_, draft| draft.is_dirty);
    }
}
