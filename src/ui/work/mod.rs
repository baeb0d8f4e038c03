//! A person's own work while the page is open: performs what the desk and the keeper say, and tells
//! the views when something has changed.

mod import;
mod typing;

use super::{
    drafts::{Drafts, Place},
    platform::{chance, lasting, page, tabs::Tabs},
    session::Session,
};
use crate::{
    app::{DeedName, Desk, KINDS},
    document::{Author, Device, Document, Edit, Moment, Record, RecordId, Value, Writer},
    store::{
        Bundle, Database, Drawer, Keeper, Opened, Save, SaveState, Store, StoreError,
        journal::Unread,
        read_pack,
        snapshot::{self, Why, snapshot_text},
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::{cell::RefCell, collections::BTreeSet};

/// Handles to a person's own work; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    /// Rises with every change of the document; views that show records follow it.
    revision: RwSignal<u64>,
    /// Whether what a person did is kept.
    pub(crate) state: RwSignal<SaveState>,
    /// Whether everything was loaded; before that nothing can be edited.
    pub(crate) is_ready: RwSignal<bool>,
    /// Whether a newer app has written on this device.
    pub(crate) is_read_only: RwSignal<bool>,
    /// Whether the browser keeps the journal.
    pub(crate) has_journal: RwSignal<bool>,
    /// Whether the browser has promised to keep everything; none where it does not say.
    pub(crate) is_lasting: RwSignal<Option<bool>>,
    /// What loading brought, until the person has read of it.
    pub(crate) opened: RwSignal<Opened>,
    /// Whether the room for records is nearly used up.
    pub(crate) is_room_scarce: RwSignal<bool>,
    /// When the last file was taken in that can still be undone.
    pub(crate) last_import: RwSignal<Option<Moment>>,
    inner: StoredValue<&'static RefCell<Inner>, LocalStorage>,
}

struct Inner {
    desk: Desk,
    keeper: Keeper<'static>,
    database: Option<Database>,
    tabs: Option<Tabs>,
    drafts: Drafts,
    is_flush_due: bool,
    has_asked: bool,
    /// Whether the last import is known, or was looked for.
    has_recalled: bool,
    /// What is being typed, for its undoing.
    typing: DeedName,
    /// Records that changed since measurements were last brought up to date.
    changed: BTreeSet<RecordId>,
}

/// A deed that was undone or done again, and the records that are to be saved; see [`Desk::undo`].
type Undone = Option<(DeedName, BTreeSet<RecordId>)>;

/// Now, by this device's clock.
#[expect(clippy::cast_possible_wrap, reason = "milliseconds of this age are far below")]
pub(crate) fn now() -> Moment {
    Moment::from_seconds((chance::milliseconds() / 1000) as i64)
}

/// A new record's id.
pub(crate) fn new_id() -> RecordId {
    RecordId::new(chance::milliseconds(), &chance::bytes())
}

impl Work {
    /// Nothing is loaded yet; see [`Self::start`].
    pub(crate) fn new(store: &'static Store, is_blocked: bool) -> Self {
        let writer = Writer::new(store.device(&chance::bytes()), &chance::bytes());
        let inner = Inner {
            desk: Desk::new(Document::default(), writer),
            keeper: Keeper::new(store, KINDS, is_blocked),
            database: None,
            tabs: None,
            drafts: Drafts::default(),
            is_flush_due: false,
            has_asked: false,
            has_recalled: false,
            typing: DeedName::NoteWritten,
            changed: BTreeSet::new(),
        };
        Self {
            revision: RwSignal::new(0),
            state: RwSignal::new(SaveState::Idle),
            is_ready: RwSignal::new(false),
            is_read_only: RwSignal::new(false),
            has_journal: RwSignal::new(false),
            is_lasting: RwSignal::new(None),
            opened: RwSignal::new(Opened::default()),
            is_room_scarce: RwSignal::new(false),
            last_import: RwSignal::new(None),
            inner: StoredValue::new_local(Box::leak(Box::new(RefCell::new(inner)))),
        }
    }

    /// Loads the document, reads the journal over it, and follows the other tabs.
    pub(crate) fn start(self) {
        let inner = self.inner();
        inner.borrow_mut().tabs = Some(Tabs::join(move |text| self.hear(&text)));
        let (document, opened) = {
            let keeper = &mut inner.borrow_mut().keeper;
            // Where nothing can be read, nothing is written either.
            keeper.open().unwrap_or_else(|_refused| {
                keeper.make_read_only();
                Default::default()
            })
        };
        let writer = inner.borrow().desk.writer();
        inner.borrow_mut().desk = Desk::new(document, writer);
        page::on_leaving(move || self.flush());
        spawn_local(async move { self.recover(opened).await });
    }

    async fn recover(self, mut opened: Opened) {
        let database = Database::open().await;
        let entries = match &database {
            Ok(database) => database.all(Drawer::Journal).await,
            Err(error) => Err(*error),
        };
        self.has_journal.set(entries.is_ok());
        let done = {
            let inner = &mut *self.inner().borrow_mut();
            if matches!(database, Err(StoreError::Newer)) {
                inner.keeper.make_read_only();
            }
            inner.database = database.ok();
            let (group, entries) = (new_id(), entries.unwrap_or_default());
            let mut document = inner.desk.document().clone();
            inner.keeper.recover(&mut document, &entries, group, now(), &mut opened);
            let same = opened.device.map(|device| Writer::new(device, &chance::bytes()));
            inner.desk = Desk::new(document, same.unwrap_or_else(|| inner.desk.writer()));
            let all = inner.desk.document().records().map(|record| record.id);
            inner.changed = all.collect();
            self.is_read_only.set(inner.keeper.is_read_only());
            opened.done.clone()
        };
        let is_migrated = opened.is_migrated;
        self.opened.set(opened);
        self.is_ready.set(true);
        self.is_room_scarce.set(self.inner().borrow().keeper.is_room_scarce());
        self.bump();
        if is_migrated && self.snapshot(Why::Migration).await.is_err() {
            self.has_journal.set(false);
        }
        self.is_lasting.set(lasting::is_granted().await);
        lasting::alone("pejlemaerke/journal", async move {
            if let Some(database) = self.database() {
                // What could not be forgotten now is forgotten another time.
                database.remove(Drawer::Journal, &done).await.ok();
            }
            let has_room = {
                let inner = self.inner().borrow();
                let is_compacted = inner.keeper.compact(new_id()).unwrap_or(false);
                is_compacted && !inner.keeper.is_room_scarce()
            };
            if has_room {
                self.is_room_scarce.set(false);
            }
        })
        .await;
    }

    /// The person has read what loading brought.
    pub(crate) fn forget_news(self) {
        self.opened.set(Opened::default());
        self.is_room_scarce.set(false);
    }

    // ---- looking ----

    /// Looks at the document; follows its changes where called in a reactive place.
    pub(crate) fn look<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.revision.track();
        self.look_now(look)
    }

    /// Looks at the document, without following its changes.
    pub(crate) fn look_now<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        look(self.inner().borrow().desk.document())
    }

    /// Hands out which records have changed since this was last asked, and the document with them;
    /// follows changes where called in a reactive place.
    pub(crate) fn take_changed(self, take: impl FnOnce(&Document, &BTreeSet<RecordId>)) {
        self.revision.track();
        let inner = &mut *self.inner().borrow_mut();
        let changed = std::mem::take(&mut inner.changed);
        if !changed.is_empty() {
            take(inner.desk.document(), &changed);
        }
    }

    /// This device.
    pub(crate) fn device(self) -> Device {
        self.inner().borrow().desk.writer().device()
    }

    /// Somebody who writes on this device at no other time: for copies that are apart from the document
    /// until they are taken in.
    pub(crate) fn author_apart(self) -> Author {
        Author { writer: Writer::new(self.device(), &chance::bytes()), at: now() }
    }

    /// Looks at what stands in quarantine.
    pub(crate) fn quarantined(self) -> Vec<(String, String)> {
        self.inner().borrow().keeper.shelf().quarantined().unwrap_or_default()
    }

    // ---- doing ----

    /// Does what the person asks for, and saves it. Where this tab may only read, nothing is done.
    pub(crate) fn act(self, name: DeedName, edits: &[Edit]) {
        if self.may_write() {
            let ids = self.inner().borrow_mut().desk.act(name, edits, now());
            self.save(&ids);
        }
    }

    /// Does what is no single person's to undo; see [`Desk::act_for_good`].
    pub(crate) fn act_for_good(self, edits: &[Edit]) {
        if self.may_write() {
            let ids = self.inner().borrow_mut().desk.act_for_good(edits, now());
            self.save(&ids);
        }
    }

    /// Puts a value into a field of a record that `birth` makes where it is not there yet.
    pub(crate) fn put(self, name: DeedName, place: Place, value: Value, birth: &[Edit]) {
        let (id, field) = place;
        let edits = self.look_now(|document| {
            let mut edits = crate::app::birth(document, id, birth);
            let basis = document.get(id).map(|record| record.basis(field)).unwrap_or_default();
            edits.push(Edit::Set(id, field, value, basis));
            edits
        });
        self.act(name, &edits);
    }

    /// Makes everything say what it said in a snapshot.
    pub(crate) fn restore(self, records: &[Record]) {
        if self.may_write() {
            let ids = self.inner().borrow_mut().desk.restore(records, now());
            self.inner().borrow_mut().drafts.leave_all();
            self.save(&ids);
        }
    }

    /// Undoes the last deed, or does the last undone one again, and says so.
    pub(crate) fn undo(self, session: Session, is_redo: bool) {
        if is_redo {
            return self.undo_by(session, true, Desk::redo);
        }
        if self.inner().borrow().desk.can_undo() || self.inner().borrow().has_recalled {
            return self.undo_by(session, false, Desk::undo);
        }
        spawn_local(async move {
            self.recall_import().await;
            self.undo_by(session, false, Desk::undo);
        });
    }

    fn undo_by(self, session: Session, is_redo: bool, undo: fn(&mut Desk, Moment) -> Undone) {
        self.flush();
        if !self.may_write() {
            return;
        }
        let done = {
            let inner = &mut *self.inner().borrow_mut();
            inner.drafts.leave_all();
            undo(&mut inner.desk, now())
        };
        let t = &session.text_now().work;
        let Some((name, ids)) = done else {
            let nothing = if is_redo { t.nothing_to_redo } else { t.nothing_to_undo };
            return session.say(nothing.into(), None);
        };
        if matches!(name, DeedName::Imported(_)) {
            self.last_import.set(is_redo.then(now));
        }
        self.save(&ids);
        let name = (t.deed)(name);
        if ids.is_empty() {
            self.bump();
            return session.say((t.overwritten_since)(&name), None);
        }
        let (sentence, back) =
            if is_redo { ((t.redone)(&name), t.undo) } else { ((t.undone)(&name), t.redo) };
        let again = std::sync::Arc::new(move || self.undo(session, !is_redo));
        session.say(sentence, Some((back, again)));
    }

    // ---- snapshots ----

    /// Takes a snapshot, and forgets the oldest beyond the last ten.
    pub(crate) async fn snapshot(self, why: Why) -> Result<(), StoreError> {
        let ids: Vec<RecordId> =
            self.look_now(|document| document.records().map(|record| record.id).collect());
        let text = snapshot_text(now(), why, &mut self.bundle(ids.into_iter()).await);
        let database = self.database().ok_or(StoreError::Blocked)?;
        database.append(Drawer::Snapshots, &text).await?;
        let all = database.all(Drawer::Snapshots).await?;
        let numbers: Vec<u32> = all.iter().map(|(number, _)| *number).collect();
        database.remove(Drawer::Snapshots, &snapshot::outdated(&numbers)).await
    }

    /// The kept snapshots as texts, newest first.
    pub(crate) async fn snapshots(self) -> Vec<(u32, String)> {
        let Some(database) = self.database() else { return Vec::new() };
        let mut all = database.all(Drawer::Snapshots).await.unwrap_or_default();
        all.reverse();
        all
    }

    // ---- within ----

    /// Takes over that another tab has written a newer layout.
    pub(crate) fn check_layout(self) {
        let inner = &mut *self.inner().borrow_mut();
        inner.keeper.check();
        self.is_read_only.set(inner.keeper.is_read_only());
    }

    fn inner(self) -> &'static RefCell<Inner> {
        self.inner.get_value()
    }

    fn database(self) -> Option<Database> {
        self.inner().borrow().database.clone()
    }

    /// Whether everything is loaded and no newer app has written here.
    pub(crate) fn may_write(self) -> bool {
        self.is_ready.get_untracked() && !self.is_read_only.get_untracked()
    }

    fn bump(self) {
        self.revision.update(|revision| *revision += 1);
    }

    /// Saves records; see [`Self::save_bundle`].
    fn save(self, ids: &BTreeSet<RecordId>) {
        let bundle =
            self.look_now(|document| Bundle::of(ids.iter().filter_map(|id| document.get(*id))));
        self.inner().borrow_mut().changed.extend(ids);
        self.save_bundle(bundle);
    }

    /// Saves records to shelf and journal, tells the other tabs, and asks the browser once to keep
    /// everything.
    fn save_bundle(self, bundle: Bundle) {
        if bundle.ids().is_empty() {
            return;
        }
        let save = self.shelve(bundle);
        self.tell_tabs(&save.told);
        self.bump();
        spawn_local(self.journal(save));
    }

    /// Puts records on the shelf.
    fn shelve(self, bundle: Bundle) -> Save {
        let save = {
            let inner = &mut *self.inner().borrow_mut();
            let save = inner.keeper.save_bundle(inner.desk.document(), bundle, new_id(), now());
            inner.desk.receive(&save.gained);
            inner.changed.extend(save.gained.iter().map(|record| record.id));
            save
        };
        if save.shelved == Err(StoreError::Refused) {
            self.is_room_scarce.set(true);
        }
        self.tell_state();
        save
    }

    fn tell_tabs(self, text: &str) {
        if let Some(tabs) = &self.inner().borrow().tabs {
            tabs.tell(text);
        }
    }

    /// Appends a save to the journal; then it is kept.
    async fn journal(self, save: Save) {
        let result = self.append(&save.entry).await;
        self.has_journal.set(result.is_ok());
        self.inner().borrow_mut().keeper.journaled(save.number, result);
        self.tell_state();
        // Looking at all that is kept takes too long to be done with every letter.
        if save.count > 1 {
            self.is_room_scarce.set(self.inner().borrow().keeper.is_room_scarce());
        }
        if !std::mem::replace(&mut self.inner().borrow_mut().has_asked, true) {
            // Some browsers ask the person, who may take their time or never answer.
            spawn_local(async move { self.is_lasting.set(lasting::ask().await) });
        }
    }

    /// Appends to the journal. Browsers sometimes drop the connection; then it is opened anew, once.
    async fn append(self, entry: &str) -> Result<(), StoreError> {
        if let Some(database) = self.database()
            && database.append(Drawer::Journal, entry).await.is_ok()
        {
            return Ok(());
        }
        let database = Database::open().await?;
        self.inner().borrow_mut().database = Some(database.clone());
        database.append(Drawer::Journal, entry).await
    }

    fn tell_state(self) {
        let inner = self.inner().borrow();
        let state = inner.keeper.saving().state();
        let is_typing = state == SaveState::Saved && inner.drafts.is_dirty();
        self.state.set(if is_typing { SaveState::Saving } else { state });
        self.is_read_only.set(inner.keeper.is_read_only());
    }

    /// Takes in what another tab has done.
    fn hear(self, text: &str) {
        match read_pack(text, KINDS) {
            Ok(records) => {
                let inner = &mut *self.inner().borrow_mut();
                inner.desk.receive(&records);
                inner.changed.extend(records.iter().map(|record| record.id));
                for record in &records {
                    let mine = inner.desk.document().get(record.id).filter(|mine| *mine != record);
                    // The other tab's write may have gone over ours. A shelf that is full has told
                    // of itself when this tab saved.
                    if let Some(mine) = mine {
                        inner.keeper.shelf().keep(mine).ok();
                    }
                }
            }
            Err(Unread::Newer) => self.inner().borrow_mut().keeper.make_read_only(),
            // Not from a tab of this app's: there is nothing in it to take in.
            Err(Unread::Unreadable) => return,
        }
        self.is_read_only.set(self.inner().borrow().keeper.is_read_only());
        self.bump();
    }
}
