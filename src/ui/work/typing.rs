//! What a person types: noted with every letter, saved in the pauses.

use super::{Work, now};
use crate::{
    app::DeedName,
    document::Edit,
    store::SaveState,
    ui::{drafts::Place, platform::page},
};
use leptos::prelude::*;

/// Typing is saved at most so long after a letter, in milliseconds.
const PAUSE: i32 = 400;

impl Work {
    /// The text of a field, as it is being typed or as it stands.
    pub(crate) fn field(self, place: Place) -> String {
        self.revision.track();
        let inner = self.inner().borrow();
        inner.drafts.text(place).map_or_else(
            || inner.desk.document().get(place.0).map_or("", |record| record.text(place.1)).into(),
            str::to_owned,
        )
    }

    /// Notes what was typed into a field; it is saved in a moment, and can be undone under this name.
    pub(crate) fn type_in_as(self, name: DeedName, place: Place, text: String) {
        self.type_in_part(name, place, text, &[]);
    }

    /// Like [`Self::type_in_as`], into a record that `birth` makes where it is not there yet.
    pub(crate) fn type_in_part(self, name: DeedName, place: Place, text: String, birth: &[Edit]) {
        if !self.may_write() {
            return;
        }
        let inner = &mut *self.inner().borrow_mut();
        inner.typing = name;
        let record = inner.desk.document().get(place.0);
        let basis = record.map(|record| record.basis(place.1)).unwrap_or_default();
        let birth = crate::app::birth(inner.desk.document(), place.0, birth);
        inner.drafts.type_in(place, text, basis, birth);
        self.state.set(SaveState::Saving);
        if !inner.is_flush_due {
            inner.is_flush_due = true;
            page::after(PAUSE, move || self.flush());
        }
    }

    /// Saves what was typed in a field and stops holding it: what stands there is shown again.
    pub(crate) fn leave(self, place: Place) {
        self.flush();
        self.inner().borrow_mut().drafts.leave(place);
        self.bump();
    }

    /// Saves everything that was typed.
    pub(crate) fn flush(self) {
        let edits = {
            let inner = &mut *self.inner().borrow_mut();
            inner.is_flush_due = false;
            inner.drafts.edits()
        };
        for (place, edits) in edits {
            let ids = {
                let inner = &mut *self.inner().borrow_mut();
                let ids = inner.desk.act(inner.typing, &edits, now());
                let writer = inner.desk.writer();
                let record = inner.desk.document().get(place.0);
                let mine = record.map(|record| record.basis(place.1)).unwrap_or_default();
                let mine = mine.into_iter().filter(|dot| dot.writer == writer).collect();
                inner.drafts.saved(place, mine);
                ids
            };
            self.save(&ids);
        }
    }
}
