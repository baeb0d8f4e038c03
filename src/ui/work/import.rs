//! Taking in a file: in short tasks, all of it or nothing, and to be undone even after a new start.

use super::{Work, now};
use crate::{
    app::{Desk, KINDS},
    document::{Deed, Edit, Record, RecordId},
    store::{
        Bundle, Database, Drawer, LastImport, StoreError, import_text, read_import, snapshot::Why,
    },
    ui::{
        platform::{page, turns::Turns},
        session::Session,
    },
};
use leptos::prelude::*;

/// So many records are taken in between two looks at the clock.
const STEP: usize = 100;

/// What taking in a file came to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Imported {
    /// So many records changed.
    pub(crate) changed: usize,
    /// So many were left out: something of another kind is here under their ids.
    pub(crate) foreign: usize,
    /// Whether a snapshot was taken before.
    pub(crate) has_snapshot: bool,
}

impl Work {
    /// Takes in records of a file, in short tasks, with the conflicts that the person has settled: a
    /// snapshot first, then all of them or none. `each` is called after every step in which what looks
    /// at them may catch up, with how many have gone through it.
    pub(crate) async fn import(
        self,
        records: Vec<Record>,
        settle: &[Edit],
        each: impl Fn(usize),
    ) -> Imported {
        let mut imported = Imported {
            has_snapshot: self.snapshot(Why::Import).await.is_ok(),
            ..Imported::default()
        };
        page::mark_time("merge-begun");
        let mut turns = Turns::begin();
        let (mut before, mut deed) = (Vec::new(), Deed::default());
        let mut rest = records.into_iter();
        loop {
            let some: Vec<Record> = rest.by_ref().take(STEP).collect();
            if some.is_empty() {
                break;
            }
            {
                let inner = &mut *self.inner().borrow_mut();
                let document = inner.desk.document();
                before.extend(some.iter().filter_map(|record| document.get(record.id)).cloned());
                imported.foreign += inner.desk.import_some(&mut deed, some).len();
            }
            turns.rest().await;
        }
        let ids = self.inner().borrow_mut().desk.imported(deed, settle, now());
        page::mark_time("merged");
        imported.changed = ids.len();
        for (number, id) in ids.iter().enumerate() {
            self.inner().borrow_mut().changed.insert(*id);
            if number % STEP == 0 {
                each(number);
                turns.rest().await;
            }
        }
        let bundle = self.bundle(ids.into_iter()).await;
        if imported.changed == 0 {
            return imported;
        }
        let save = self.shelve(bundle);
        turns.next().await;
        self.tell_tabs(&save.told);
        turns.next().await;
        let before = Bundle::of(before.iter()).text();
        let text = import_text(now(), &before, &save.told);
        self.journal(save).await;
        turns.next().await;
        self.bump();
        self.inner().borrow_mut().has_recalled = true;
        self.last_import.set(Some(now()));
        if let Some(database) = self.database() {
            // Without it the import can still be undone in this tab, and by its snapshot ever after.
            self.remember(&database, &text).await.ok();
        }
        imported
    }

    /// Records as texts, written in short tasks.
    pub(super) async fn bundle(self, ids: impl Iterator<Item = RecordId>) -> Bundle {
        let (mut bundle, mut turns) = (Bundle::default(), Turns::begin());
        for (number, id) in ids.enumerate() {
            self.look_now(|document| document.get(id).map(|record| bundle.add(record)));
            if number % STEP == 0 {
                turns.rest().await;
            }
        }
        bundle
    }

    /// Keeps the last import in place of the one before.
    async fn remember(self, database: &Database, text: &str) -> Result<(), StoreError> {
        let earlier = database.all(Drawer::Imports).await?;
        database.append(Drawer::Imports, text).await?;
        let earlier: Vec<u32> = earlier.iter().map(|(number, _)| *number).collect();
        database.remove(Drawer::Imports, &earlier).await
    }

    /// Brings back what was taken in before the app was started anew, so that it can be undone: when
    /// somebody looks for it, since it may be large.
    pub(crate) async fn recall_import(self) {
        if std::mem::replace(&mut self.inner().borrow_mut().has_recalled, true) {
            return;
        }
        let Some(database) = self.database() else { return };
        let texts = database.all(Drawer::Imports).await.unwrap_or_default();
        // One that cannot be read is of no use to anybody: the snapshot before it remains.
        let last = texts.last().and_then(|(_, text)| read_import(text, KINDS).ok());
        if let Some(LastImport { at, before, after }) = last {
            let desk = &mut self.inner().borrow_mut().desk;
            let stands = desk.remember_import(&before, after, at);
            self.last_import.set(stands.then_some(at));
        }
    }

    /// Undoes the last import, whatever was done since.
    pub(crate) fn undo_import(self, session: Session) {
        self.undo_by(session, false, Desk::undo_import);
    }
}
