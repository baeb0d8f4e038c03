//! Records on their way to the device: written once, for the shelf, the journal and the other tabs.
//! Many are added in steps, so that no step takes long.

use super::{packing, shelf::PACK};
use crate::document::{Record, RecordId};
use std::collections::BTreeSet;

/// Records as texts.
#[derive(Debug, Default)]
pub struct Bundle {
    ids: BTreeSet<RecordId>,
    /// The packs for the shelf, each of so many records.
    packs: Vec<String>,
    /// The records of the next pack.
    open: Vec<String>,
}

impl Bundle {
    /// A bundle of these records.
    pub fn of<'a>(records: impl Iterator<Item = &'a Record>) -> Self {
        let mut bundle = Self::default();
        for record in records {
            bundle.add(record);
        }
        bundle
    }

    /// Adds a record that is not in it yet.
    pub fn add(&mut self, record: &Record) {
        if self.open.len() == PACK {
            self.close();
        }
        self.ids.insert(record.id);
        self.open.push(record.to_string());
    }

    /// The records in it.
    #[must_use]
    pub const fn ids(&self) -> &BTreeSet<RecordId> {
        &self.ids
    }

    /// Its records as one text, which [`super::read_pack`] reads: a single one or none as a JSON list,
    /// more as packs, one a line.
    #[must_use]
    pub fn text(&mut self) -> String {
        if self.ids.len() < 2 {
            return format!("[{}]", self.open.join(""));
        }
        self.close();
        self.packs.join("\n")
    }

    /// Its packs for the shelf.
    pub(super) fn into_packs(mut self) -> Vec<String> {
        self.close();
        self.packs
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            let text = format!("[{}]", self.open.join(",\n"));
            self.packs.push(packing::pack(&text));
            self.open.clear();
        }
    }
}
