//! A device as browsers really keep it, and tabs that use it as `ui::work` does.
//!
//! What localStorage takes is seen by every tab at once and reaches the disk late: a kill leaves
//! what stood after some first part of the writes since. An entry of the journal is begun and
//! answered later: an answered one survives every kill, another one may or may not. Any one
//! operation can be made to fail, or to be the one before which the browser is killed.

use pejlemaerke::{
    app::{DeedName, Desk, KINDS},
    document::{
        self, Author, Document, Dot, Edit, Kind, Moment, Record, RecordId, Writer, seen_by_people,
    },
    exchange, note,
    store::{Keeper, Keys, Opened, SaveState, Store, StoreError, journal::Unread, read_pack},
};
use std::{
    cell::{RefCell, RefMut},
    collections::{BTreeMap, BTreeSet, VecDeque},
    mem,
    rc::Rc,
    sync::OnceLock,
};

/// What goes wrong, and at which operation, counted from 0 over localStorage and journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// This one fails, the others work.
    Fail(usize),
    /// Before this one the browser is killed: it and all that follow have no effect.
    Kill(usize),
}

/// What people see of every record that is not absent.
pub(super) type People = BTreeMap<RecordId, String>;

/// A field of a record.
pub(super) type Place = (RecordId, &'static str);

type Kinds = &'static [&'static Kind];

/// A device with one browser.
pub(super) struct Device {
    state: Rc<RefCell<State>>,
    store: Store,
}

#[derive(Clone, Default)]
struct State {
    /// What tabs read in localStorage, and what of it is on the disk.
    shown: BTreeMap<String, String>,
    durable: BTreeMap<String, String>,
    /// What was written since, in order; without a text it was removed.
    pending: Vec<(String, Option<String>)>,
    entries: BTreeMap<u32, Entry>,
    last_entry: u32,
    /// How many names were given out, so that none is given twice.
    names: u64,
    operations: usize,
    fault: Option<Fault>,
    is_killed: bool,
    /// The quota in UTF-16 units, if there is one.
    room: Option<usize>,
    is_journal_broken: bool,
    /// How many UTF-16 units were written to localStorage, keys included, and to the journal.
    written: usize,
}

#[derive(Clone)]
struct Entry {
    text: String,
    is_answered: bool,
}

/// The device's localStorage.
struct Disk(Rc<RefCell<State>>);

/// The moment so many days after the one at which everything here begins.
pub(super) fn day(number: i64) -> Moment {
    Moment::from_seconds(1_800_000_000 + number * 86_400)
}

/// The id of a test's note.
pub(super) fn id(number: u64) -> RecordId {
    RecordId::new(number, &[3; 10])
}

/// Begins a note.
pub(super) fn first(id: RecordId, text: &str) -> [Edit; 3] {
    [
        Edit::Create(id, note::KIND.name),
        Edit::Set(id, note::ITEM, "1.2".into(), BTreeSet::new()),
        Edit::Set(id, note::TEXT, text.into(), BTreeSet::new()),
    ]
}

/// A device with the notes 1 to `count`, all with the text `a`, and no browser open.
pub(super) fn prepared(count: u64) -> Device {
    let device = Device::new();
    let mut tab = open(&device);
    for number in 1..=count {
        tab.act(DeedName::NoteAdded, &first(id(number), "a"), day(0));
    }
    tab.answer_all();
    device.close();
    device
}

/// Opens the app on the first day.
pub(super) fn open(device: &Device) -> Tab<'_> {
    Tab::open(device, KINDS, day(0)).unwrap()
}

/// The records of a file with 250 notes from elsewhere: two and a half packs on the shelf.
pub(super) fn imported() -> &'static [Record] {
    static FILE: OnceLock<Vec<Record>> = OnceLock::new();
    FILE.get_or_init(|| {
        let writer = Writer::new(document::Device::new(&[5; 8]), &[5; 6]);
        let (author, mut elsewhere) = (Author { writer, at: day(0) }, Document::default());
        for number in 1..=250 {
            let id = RecordId::new(number, &[9; 10]);
            elsewhere.change(author, &first(id, &format!("from elsewhere {number}")), KINDS);
        }
        let file = exchange::write(
            exchange::Format::Everything,
            "randers-2021",
            day(0),
            elsewhere.records(),
        );
        exchange::read(&file, "randers-2021", KINDS).unwrap().records
    })
}

/// How much room [`imported`] takes on the shelf.
pub(super) fn room_of_import() -> usize {
    let device = prepared(1);
    let mut tab = open(&device);
    let before = device.used();
    let (ids, _) = tab.desk.import(imported(), day(0));
    tab.save(&ids, day(0));
    device.used() - before
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn put(keys: &mut BTreeMap<String, String>, key: &str, text: Option<&str>) {
    match text {
        Some(text) => keys.insert(key.into(), text.into()),
        None => keys.remove(key),
    };
}

/// Counts an operation, and lets it through if it is to have an effect.
fn step(state: &RefCell<State>) -> Result<RefMut<'_, State>, StoreError> {
    let mut state = state.borrow_mut();
    let index = state.operations;
    state.is_killed |= state.fault == Some(Fault::Kill(index));
    if state.is_killed {
        return Err(StoreError::Blocked);
    }
    state.operations += 1;
    if state.fault == Some(Fault::Fail(index)) { Err(StoreError::Refused) } else { Ok(state) }
}

impl State {
    fn used(&self) -> usize {
        self.shown.iter().map(|(key, text)| units(key) + units(text)).sum()
    }

    fn has_room(&self, key: &str, text: &str) -> bool {
        let Some(room) = self.room else { return true };
        let before = self.shown.get(key).map_or(0, |before| units(key) + units(before));
        self.used() - before + units(key) + units(text) <= room
    }

    fn write(&mut self, key: &str, text: Option<&str>) {
        put(&mut self.shown, key, text);
        self.pending.push((key.into(), text.map(Into::into)));
    }
}

impl Keys for Disk {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let state = step(&self.0)?;
        Ok(state.shown.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut state = step(&self.0)?;
        if !state.has_room(key, value) {
            return Err(StoreError::Refused);
        }
        state.written += units(key) + units(value);
        state.write(key, Some(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mut state = step(&self.0)?;
        state.write(key, None);
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        let state = step(&self.0)?;
        Ok(state.shown.keys().cloned().collect())
    }
}

impl Device {
    pub(super) fn new() -> Self {
        Self::over(State::default())
    }

    /// Another device in the same state.
    pub(super) fn copy(&self) -> Self {
        Self::over(self.state.borrow().clone())
    }

    fn over(state: State) -> Self {
        let state = Rc::new(RefCell::new(state));
        Self { store: Store::new(Disk(Rc::clone(&state))), state }
    }

    /// Counts operations from now on, with this fault among them.
    pub(super) fn arm(&self, fault: Option<Fault>) {
        let state = &mut *self.state.borrow_mut();
        (state.operations, state.fault) = (0, fault);
    }

    pub(super) fn operations(&self) -> usize {
        self.state.borrow().operations
    }

    pub(super) fn is_killed(&self) -> bool {
        self.state.borrow().is_killed
    }

    /// How many writes to localStorage have not reached the disk.
    pub(super) fn pending(&self) -> usize {
        self.state.borrow().pending.len()
    }

    /// Whether the journal owes an answer.
    pub(super) fn has_begun(&self) -> bool {
        self.state.borrow().entries.values().any(|entry| !entry.is_answered)
    }

    /// The browser is killed and started again: so many of the pending writes have reached the
    /// disk, and what the journal had not answered is there or not. No fault is left.
    pub(super) fn kill(&self, flushed: usize, keeps_begun: bool) {
        let state = &mut *self.state.borrow_mut();
        for (key, text) in state.pending.drain(..).take(flushed) {
            put(&mut state.durable, &key, text.as_deref());
        }
        state.shown = state.durable.clone();
        state.entries.retain(|_, entry| mem::replace(&mut entry.is_answered, true) || keeps_begun);
        (state.fault, state.is_killed) = (None, false);
    }

    /// Everything pending reaches the disk.
    pub(super) fn flush(&self) {
        let state = &mut *self.state.borrow_mut();
        state.durable = state.shown.clone();
        state.pending.clear();
    }

    /// The browser is closed in peace and started again.
    pub(super) fn close(&self) {
        self.flush();
        // What is still to go wrong goes wrong after that.
        let fault = self.state.borrow().fault;
        self.kill(0, true);
        self.state.borrow_mut().fault = fault;
    }

    /// Days have passed: the journal has forgotten everything, and the shelf alone has it.
    pub(super) fn forget_journal(&self) {
        self.state.borrow_mut().entries.clear();
    }

    /// Leaves room in localStorage for so many UTF-16 units more, or without end.
    pub(super) fn set_room(&self, more: Option<usize>) {
        let mut state = self.state.borrow_mut();
        let used = state.used();
        state.room = more.map(|more| used + more);
    }

    /// From now on every append to the journal fails.
    pub(super) fn break_journal(&self) {
        self.state.borrow_mut().is_journal_broken = true;
    }

    /// Puts a text on the disk that the app did not write.
    pub(super) fn lay(&self, key: &str, text: &str) {
        self.state.borrow_mut().write(key, Some(text));
        self.flush();
    }

    /// All that tabs read in localStorage.
    pub(super) fn shown(&self) -> BTreeMap<String, String> {
        self.state.borrow().shown.clone()
    }

    /// How many UTF-16 units localStorage holds, keys included.
    pub(super) fn used(&self) -> usize {
        self.state.borrow().used()
    }

    /// How many UTF-16 units were written so far, keys and journal included.
    pub(super) fn written(&self) -> usize {
        self.state.borrow().written
    }

    fn number(&self) -> u64 {
        let mut state = self.state.borrow_mut();
        state.names += 1;
        state.names
    }

    fn new_id(&self, at: Moment) -> RecordId {
        let mut chance = [0; 10];
        chance[2..].copy_from_slice(&self.number().to_be_bytes());
        RecordId::new(at.seconds().unsigned_abs() * 1000, &chance)
    }

    fn new_writer(&self) -> Writer {
        let number = self.number();
        let chance = [0, 6, 12, 18, 24, 30].map(|shift| ((number >> shift) & 63) as u8);
        Writer::new(document::Device::new(&[7; 8]), &chance)
    }

    fn begin(&self, text: &str) -> Result<u32, StoreError> {
        let state = &mut *step(&self.state)?;
        if state.is_journal_broken {
            return Err(StoreError::Refused);
        }
        state.written += units(text);
        state.last_entry += 1;
        state.entries.insert(state.last_entry, Entry { text: text.into(), is_answered: false });
        Ok(state.last_entry)
    }

    /// The journal's answer. A transaction that fails leaves nothing.
    fn answer(&self, number: u32) -> Result<(), StoreError> {
        let result = step(&self.state).map(drop);
        if !self.is_killed() {
            self.settle(number, result.is_ok());
        }
        result
    }

    fn settle(&self, number: u32, is_kept: bool) {
        let mut state = self.state.borrow_mut();
        if !is_kept {
            state.entries.remove(&number);
        } else if let Some(entry) = state.entries.get_mut(&number) {
            entry.is_answered = true;
        }
    }

    fn entries(&self) -> Result<Vec<(u32, String)>, StoreError> {
        let state = step(&self.state)?;
        let answered = state.entries.iter().filter(|(_, entry)| entry.is_answered);
        Ok(answered.map(|(number, entry)| (*number, entry.text.clone())).collect())
    }

    fn trim(&self, numbers: &[u32]) -> Result<(), StoreError> {
        step(&self.state)?.entries.retain(|number, _| !numbers.contains(number));
        Ok(())
    }
}

/// One opening of the app.
pub(super) struct Tab<'a> {
    device: &'a Device,
    kinds: Kinds,
    /// Saves by their numbers, and the entries whose answers they wait for.
    waiting: VecDeque<(u64, u32)>,
    pub(super) keeper: Keeper<'a>,
    pub(super) desk: Desk,
    pub(super) opened: Opened,
}

impl<'a> Tab<'a> {
    pub(super) fn open(device: &'a Device, kinds: Kinds, now: Moment) -> Result<Self, StoreError> {
        let mut keeper = Keeper::new(&device.store, kinds, false);
        let (mut document, mut opened) = keeper.open()?;
        let entries = device.entries()?;
        keeper.recover(&mut document, &entries, device.new_id(now), now, &mut opened);
        if !opened.done.is_empty() {
            // What could not be forgotten now is forgotten another time.
            device.trim(&opened.done).ok();
        }
        keeper.compact(device.new_id(now)).ok();
        let desk = Desk::new(document, device.new_writer());
        Ok(Self { device, kinds, waiting: VecDeque::new(), keeper, desk, opened })
    }

    /// Does something and saves it; returns what the other tabs are told.
    pub(super) fn act(&mut self, name: DeedName, edits: &[Edit], at: Moment) -> String {
        let ids = self.desk.act(name, edits, at);
        self.save(&ids, at)
    }

    /// Writes into a field in place of what stands there; returns what the other tabs are told.
    pub(super) fn write(&mut self, place: Place, text: &str, at: Moment) -> String {
        let edit = Edit::Set(place.0, place.1, text.into(), self.basis(place));
        self.act(DeedName::NoteWritten, &[edit], at)
    }

    /// Saves as the app does; returns what the other tabs are told.
    pub(super) fn save(&mut self, ids: &BTreeSet<RecordId>, at: Moment) -> String {
        let group = self.device.new_id(at);
        let save = self.keeper.save(self.desk.document(), ids, group, at);
        self.desk.receive(&save.gained);
        match self.device.begin(&save.entry) {
            Ok(entry) => self.waiting.push_back((save.number, entry)),
            Err(error) => self.keeper.journaled(save.number, Err(error)),
        }
        save.told
    }

    /// The journal answers the oldest save; false where none waits.
    pub(super) fn answer(&mut self) -> bool {
        let Some((number, entry)) = self.waiting.pop_front() else { return false };
        self.keeper.journaled(number, self.device.answer(entry));
        true
    }

    pub(super) fn answer_all(&mut self) {
        while self.answer() {}
    }

    /// Takes in what another tab has told.
    pub(super) fn hear(&mut self, text: &str) {
        match read_pack(text, self.kinds) {
            Ok(records) => {
                self.desk.receive(&records);
                for record in &records {
                    if let Some(mine) = self.document().get(record.id).filter(|it| *it != record) {
                        self.keeper.shelf().keep(mine).ok();
                    }
                }
            }
            Err(Unread::Newer) => self.keeper.make_read_only(),
            Err(Unread::Unreadable) => {}
        }
    }

    /// The tab goes; what the journal had not answered it is kept or not.
    pub(super) fn go(self, keeps_begun: bool) {
        for (_, entry) in self.waiting {
            self.device.settle(entry, keeps_begun);
        }
    }

    pub(super) fn document(&self) -> &Document {
        self.desk.document()
    }

    /// What somebody who looks at a field sees.
    pub(super) fn basis(&self, place: Place) -> BTreeSet<Dot> {
        self.document().get(place.0).map(|record| record.basis(place.1)).unwrap_or_default()
    }

    pub(super) fn state(&self) -> SaveState {
        self.keeper.saving().state()
    }

    pub(super) fn seen(&self) -> People {
        let shown = |record: &Record| Some((record.id, format!("{:?}", seen_by_people(record)?)));
        self.document().records().filter_map(shown).collect()
    }
}
