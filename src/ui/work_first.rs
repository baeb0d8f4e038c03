//! A person's own work in the part of the app that a first visit begins with: there is none yet. Where
//! something is to be made, the whole app is loaded; `public/start.js` loads it at once where there is
//! something on the device.

use crate::{
    document::{Document, RecordId},
    store::Store,
};
use std::collections::BTreeSet;

/// Stands for a person's own work.
#[derive(Clone, Copy)]
pub(crate) struct Work;

impl Work {
    pub(crate) const fn new(_: &'static Store, _: bool) -> Self {
        Self
    }

    /// There are no changes to hand out.
    pub(crate) fn take_changed(self, _: impl FnOnce(&Document, &BTreeSet<RecordId>)) {}
}
