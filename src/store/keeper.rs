//! Keeps a document: opens it from shelf and journal, and saves every deed to both.
//!
//! The journal is written elsewhere, since browsers only do it in their own time: what is to be
//! appended is handed out as text, and the answer comes back to [`Keeper::journaled`].

use super::{
    Bundle, Saving, Shelf, Store, StoreError, Unreadable,
    journal::{self, Recovered},
};
use crate::document::{Device, Document, Kind, Moment, Record, RecordId};
use std::collections::BTreeSet;

/// Keeps a document on the device.
pub struct Keeper<'a> {
    store: &'a Store,
    shelf: Shelf<'a>,
    kinds: &'static [&'static Kind],
    saving: Saving,
    /// Whether the browser keeps nothing: then the shelf lasts as long as the page.
    is_blocked: bool,
    is_newer: bool,
    /// Whether it may be worth the time to put the groups on the shelf together.
    may_compact: bool,
}

/// Where packs hold fewer copies of records than this, looking into them takes no time.
const FEW: usize = 2_000;

/// What opening brought, beside the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Texts that could not be read; they stand in quarantine.
    pub unreadable: Vec<Unreadable>,
    /// Numbers of journal entries that could not be read; they stay.
    pub unreadable_entries: Vec<u32>,
    /// Numbers of journal entries that may be forgotten.
    pub done: Vec<u32>,
    /// How many records the journal brought back.
    pub recovered: usize,
    /// Whether what is kept was written by an older version of the app.
    pub is_migrated: bool,
    /// The device that this one was before a kill took its id, if the journal knows better.
    pub device: Option<Device>,
}

/// A save that has reached the shelf, or not; the journal is next.
#[derive(Debug)]
pub struct Save {
    /// Under which the journal's answer is told.
    pub number: u64,
    /// What is to be appended to the journal.
    pub entry: String,
    /// What is to be told to the other tabs; [`super::read_pack`] reads it.
    pub told: String,
    /// How many records it is about.
    pub count: usize,
    /// Whether the shelf took it.
    pub shelved: Result<(), StoreError>,
    /// Records of which another tab had written more; they belong into the document.
    pub gained: Vec<Record>,
}

impl<'a> Keeper<'a> {
    /// A keeper for this store. `is_blocked`: the browser keeps nothing.
    #[must_use]
    pub fn new(store: &'a Store, kinds: &'static [&'static Kind], is_blocked: bool) -> Self {
        let (saving, shelf) = (Saving::default(), store.shelf(kinds));
        Self { store, shelf, kinds, saving, is_blocked, is_newer: false, may_compact: false }
    }

    /// Reads the document from the shelf.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn open(&mut self) -> Result<(Document, Opened), StoreError> {
        let loaded = self.shelf.load()?;
        self.is_newer |= loaded.is_newer;
        let mut document = Document::default();
        document.merge_all(&loaded.records);
        // By the number of copies, so that not every start reads all packs a second time in vain.
        let spare = loaded.records.len().saturating_sub(document.len());
        self.may_compact =
            loaded.has_plain || loaded.packed < FEW || spare.saturating_mul(4) >= loaded.packed;
        let is_migrated = loaded.older_layout.is_some() && !loaded.records.is_empty();
        let unreadable = loaded.unreadable;
        Ok((document, Opened { unreadable, is_migrated, ..Opened::default() }))
    }

    /// Reads the journal over the document and writes what it knew more to the shelf. `group` names
    /// a new group, of the present time. Entries that the shelf surely has are told in
    /// [`Opened::done`].
    pub fn recover(
        &mut self,
        document: &mut Document,
        entries: &[(u32, String)],
        group: RecordId,
        now: Moment,
        opened: &mut Opened,
    ) {
        let settled = self.store.settled();
        let Recovered { ids, done, settled, unreadable, is_newer, device } =
            journal::recover(document, entries, self.kinds, settled, now);
        self.is_newer |= is_newer;
        opened.recovered = ids.len();
        opened.unreadable_entries = unreadable;
        // Only where the id was made at this start: one that outlived is this device's.
        let known = device.filter(|_| !self.is_newer && self.store.is_device_new());
        opened.device = known.filter(|known| self.store.keep_device(*known).is_ok());
        if self.is_newer {
            return;
        }
        opened.done = done;
        // The journal has these records already. Where the shelf is full they stay there, and nothing
        // counts as settled.
        let records = ids.iter().filter_map(|id| document.get(*id));
        let (shelved, gained) = self.put(document, Bundle::of(records), group);
        document.merge_all(&gained);
        if let (Ok(()), Some(settled)) = (shelved, settled) {
            self.store.keep_settled(settled).ok();
        }
        self.shelf.sweep(group.milliseconds()).ok();
    }

    /// Puts the groups on the shelf together where that saves room; says whether it did. `group`
    /// names a new group, of the present time. To be called after [`Self::recover`], while no other
    /// tab does the same.
    ///
    /// # Errors
    /// When there is no room or the store is blocked; nothing is lost then.
    pub fn compact(&self, group: RecordId) -> Result<bool, StoreError> {
        if self.is_blocked || self.is_newer || !self.may_compact {
            return Ok(false);
        }
        self.shelf.compact(group)
    }

    /// Saves these records, and all that could not be saved before. `group` names a new group, of
    /// the present time, in case there are several.
    pub fn save(
        &mut self,
        document: &Document,
        ids: &BTreeSet<RecordId>,
        group: RecordId,
        at: Moment,
    ) -> Save {
        let records = ids.iter().filter_map(|id| document.get(*id));
        self.save_bundle(document, Bundle::of(records), group, at)
    }

    /// Saves the records of a bundle, as they stand in it, and all that could not be saved before.
    pub fn save_bundle(
        &mut self,
        document: &Document,
        mut bundle: Bundle,
        group: RecordId,
        at: Moment,
    ) -> Save {
        let (ids, told) = (bundle.ids().clone(), bundle.text());
        let by = self.store.kept_device();
        let mut entry = journal::entry_text(at, by, &mut bundle);
        // What there was no room for before must not keep out what there is room for now.
        let (shelved, mut gained) = self.put(document, bundle, group);
        let mut earlier = self.saving.unsaved();
        earlier.retain(|id| !ids.contains(id));
        let of =
            |ids: &BTreeSet<RecordId>| Bundle::of(ids.iter().filter_map(|id| document.get(*id)));
        let (shelved_earlier, gained_earlier) = self.put(document, of(&earlier), group);
        gained.extend(gained_earlier);
        if !earlier.is_empty() {
            let all = ids.union(&earlier).copied().collect();
            entry = journal::entry_text(at, by, &mut of(&all));
        }
        self.is_newer |= shelved == Err(StoreError::Newer);
        let count = ids.len();
        let parts = vec![(ids, shelved), (earlier, shelved_earlier)];
        Save { number: self.saving.begin(parts), entry, told, count, shelved, gained }
    }

    /// Takes the journal's answer to a save.
    pub fn journaled(&mut self, number: u64, result: Result<(), StoreError>) {
        self.saving.journaled(number, result);
    }

    /// What is told about the last edits.
    #[must_use]
    pub const fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Whether the room is nearly used up.
    #[must_use]
    pub fn is_room_scarce(&self) -> bool {
        !self.is_blocked && self.store.room().is_ok_and(super::Room::is_scarce)
    }

    /// Whether a newer app has written here: then this one only reads.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.is_newer
    }

    /// Looks whether a newer app has written since.
    pub fn check(&mut self) {
        self.is_newer |= self.shelf.is_newer().unwrap_or(false);
    }

    /// Turns read-only: a tab with a newer app has spoken.
    pub const fn make_read_only(&mut self) {
        self.is_newer = true;
    }

    /// The records in localStorage.
    #[must_use]
    pub const fn shelf(&self) -> &Shelf<'a> {
        &self.shelf
    }

    /// Puts records on the shelf: one under its own key, several as a group.
    fn put(
        &self,
        document: &Document,
        bundle: Bundle,
        group: RecordId,
    ) -> (Result<(), StoreError>, Vec<Record>) {
        if self.is_blocked || self.is_newer {
            let error = if self.is_blocked { StoreError::Blocked } else { StoreError::Newer };
            return (Err(error), Vec::new());
        }
        let mut ids = bundle.ids().iter();
        match (ids.next().and_then(|id| document.get(*id)), ids.next()) {
            (None, _) => (Ok(()), Vec::new()),
            (Some(record), None) => match self.shelf.keep(record) {
                Ok(gained) => (Ok(()), gained.into_iter().collect()),
                Err(error) => (Err(error), Vec::new()),
            },
            (Some(_), Some(_)) => (self.shelf.keep_packs(group, bundle.into_packs()), Vec::new()),
        }
    }
}
