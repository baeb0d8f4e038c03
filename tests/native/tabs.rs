//! Several tabs on one device: what each case that was thought of comes to, and thousands that
//! nobody has thought of, checked against a history that is kept apart from the app.

use super::simulated::{
    Device, Place, Tab, day, first, id, imported, open, prepared, room_of_import,
};
use pejlemaerke::{
    app::{DeedName, KINDS},
    document::{ALIVE, Document, Dot, Edit, Kind, Moment, Record, RecordId, Value},
    measure::records,
    note,
    store::{SaveState, StoreError},
    village::records as village,
    workshop::records as workshop,
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    env, thread,
};

// ---- cases by name ----

/// A kind that only a newer app knows.
const LATER: Kind = Kind { name: "later", fields: &[], steps: &[] };
const NEWER: &[&Kind] = &[
    &note::KIND,
    &records::SET,
    &records::OBSERVATION,
    &records::INDICATOR_KIND,
    &records::TARGET,
    &records::VERDICT,
    &village::PROFILE,
    &village::PROCESS,
    &village::PASSAGE,
    &village::RATING,
    &village::FIGURE,
    &village::ACTION,
    &village::THREAD,
    &village::PARTNER,
    &village::COMMENT,
    &village::VERSION,
    &workshop::WORKSHOP,
    &workshop::ACTIVITY,
    &workshop::SUBJECT,
    &workshop::TABLE,
    &workshop::SEAT,
    &workshop::ROUND,
    &workshop::HANDS,
    &workshop::BALLOT,
    &workshop::NOTE,
    &workshop::GROUP,
    &workshop::AGREEMENT,
    &LATER,
];

fn text(number: u64) -> Place {
    (id(number), note::TEXT)
}

fn values(document: &Document, place: Place) -> Values {
    let entries = document.get(place.0).map(|record| record.values(place.1)).unwrap_or_default();
    entries.iter().map(|entry| entry.value.clone()).collect()
}

/// Two tabs write without knowing of each other, then hear of each other, and the browser is
/// closed: each time the note says this.
fn check_two(places: [Place; 2], expected: [&[&str]; 2]) {
    let device = prepared(1);
    let (mut one, mut other) = (open(&device), open(&device));
    let told = one.write(places[0], "b", day(0));
    let answer = other.write(places[1], "c", day(0));
    one.hear(&answer);
    other.hear(&told);
    one.answer_all();
    other.answer_all();
    assert_eq!(one.document(), other.document());
    device.close();
    let again = open(&device);
    assert_eq!(again.document(), one.document());
    for (place, expected) in places.into_iter().zip(expected) {
        let expected: Values = expected.iter().map(|text| Value::from(*text)).collect();
        assert_eq!(values(again.document(), place), expected);
    }
}

#[test]
fn what_two_tabs_write_into_different_fields_stands_without_a_conflict() {
    check_two([text(1), (id(1), note::BY)], [&["b"], &["c"]]);
}

#[test]
fn what_two_tabs_write_into_one_field_stands_side_by_side() {
    check_two([text(1), text(1)], [&["b", "c"], &["b", "c"]]);
}

#[test]
fn a_tab_with_an_older_app_only_reads_once_a_newer_one_has_written() {
    let device = prepared(1);
    let mut older = open(&device);
    let mut newer = Tab::open(&device, NEWER, day(0)).unwrap();
    older.write((id(1), note::BY), "Ane", day(0));
    assert!(!older.keeper.is_read_only());
    newer.write(text(1), "b", day(0));
    let before = device.shown();
    older.write(text(1), "c", day(0));
    assert!(older.keeper.is_read_only());
    assert_eq!(device.shown(), before);
    // What it had accepted is in the journal, for the newer app to take in.
    newer.answer_all();
    older.answer_all();
    assert_eq!(older.state(), SaveState::Saved);
    device.close();
    let again = Tab::open(&device, NEWER, day(0)).unwrap();
    assert_eq!(values(again.document(), text(1)), BTreeSet::from(["b".into(), "c".into()]));
    assert_eq!(values(again.document(), (id(1), note::BY)), BTreeSet::from(["Ane".into()]));
    assert!(open(&device).keeper.is_read_only());
}

#[test]
fn where_the_shelf_is_full_the_journal_keeps_and_brings_back() {
    let device = prepared(1);
    let mut tab = open(&device);
    let before = device.shown();
    device.set_room(Some(0));
    tab.write(text(1), "longer than before", day(0));
    tab.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    assert_eq!(device.shown(), before);
    device.kill(0, false);
    let again = open(&device);
    assert_eq!((again.document(), again.opened.recovered), (tab.document(), 1));
}

#[test]
fn where_nothing_keeps_it_is_told_and_the_next_save_takes_everything_along() {
    let device = prepared(1);
    let mut tab = open(&device);
    device.set_room(Some(0));
    device.break_journal();
    tab.write(text(1), "longer than before", day(0));
    tab.act(DeedName::NoteAdded, &first(id(2), "new"), day(0));
    assert_eq!(tab.state(), SaveState::NotSaved(StoreError::Refused));
    assert_eq!(values(tab.document(), text(1)), BTreeSet::from(["longer than before".into()]));
    device.set_room(None);
    tab.write((id(2), note::BY), "Ane", day(0));
    assert_eq!(tab.state(), SaveState::Saved);
    device.close();
    assert_eq!(open(&device).document(), tab.document());
}

#[test]
fn an_import_without_room_leaves_what_was_there_and_no_part_of_itself() {
    let device = prepared(1);
    let mut tab = open(&device);
    let room = room_of_import();
    device.set_room(Some(room / 2));
    device.break_journal();
    let (before, written) = (device.shown(), device.written());
    let (ids, _) = tab.desk.import(imported(), day(0));
    tab.save(&ids, day(0));
    assert!(device.written() > written + room / 3, "there was no room for the first pack");
    assert_eq!(device.shown(), before);
    assert_eq!(tab.state(), SaveState::NotSaved(StoreError::Refused));
    assert_eq!(tab.document().len(), 251);
}

#[test]
fn a_note_that_another_tab_has_written_in_stays_in_its_place_when_its_making_is_undone() {
    let device = Device::new();
    let (mut one, mut other) = (open(&device), open(&device));
    let told = one.act(DeedName::NoteAdded, &first(id(1), "a"), day(0));
    other.hear(&told);
    let told = other.write(text(1), "b", day(0));
    one.hear(&told);
    let (_, ids) = one.desk.undo(day(0)).unwrap();
    let told = one.save(&ids, day(0));
    other.hear(&told);
    assert_eq!(values(other.document(), text(1)), BTreeSet::from(["b".into()]));
    assert_eq!(note::notes_on(other.document(), "1.2").count(), 1);
}

/// How much is written for one edit of a hundred characters, beside so many records.
fn written_by_one_edit(records: u64) -> usize {
    let device = prepared(1);
    let mut tab = open(&device);
    let mut note = tab.document().get(id(1)).unwrap().clone();
    let copy = |number| {
        note.id = id(number);
        note.clone()
    };
    tab.desk.receive(&(2..=records).map(copy).collect::<Vec<_>>());
    let all: Vec<&Record> = tab.document().records().collect();
    tab.keeper.shelf().keep_group(id(records + 1), &all).unwrap();
    let before = device.written();
    tab.write(text(1), &"æ".repeat(100), day(0));
    device.written() - before
}

#[test]
fn an_edit_writes_little_however_much_there_is() {
    let written = [10, 1_000, 50_000].map(written_by_one_edit);
    assert!(written[0] > 200 && written[0] <= 2_000, "{written:?}");
    assert_eq!(written, [written[0]; 3]);
}

// ---- cases by chance ----

/// What looks random and is the same every time: `SplitMix64`, after Steele, Lea and Flood 2014.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % most
    }
}

type Values = BTreeSet<Value>;
type Dots = BTreeSet<Dot>;
/// Everything that was ever entered.
type History = BTreeMap<(Place, Dot), Entered>;

/// What somebody entered into a field. Several values only where an undo brings them back.
struct Entered {
    values: Values,
    /// What they saw there and put it in place of.
    over: Dots,
    is_acknowledged: bool,
}

/// What was told to be saved stands, unless somebody who had seen it put something in its place;
/// and nothing else stands. What was never told to be saved may have come to nothing.
fn check(history: &History, document: &Document, context: &str) {
    let has_seen = |id, dot| document.get(id).is_some_and(|record| record.seen().has_seen(dot));
    let mut there: BTreeMap<&(Place, Dot), &Entered> = history.iter().collect();
    there.retain(|(place, dot), entered| entered.is_acknowledged || has_seen(place.0, *dot));
    let mut fallen = BTreeSet::new();
    for ((place, _), entered) in &there {
        fallen.extend(entered.over.iter().map(|dot| (*place, *dot)));
    }
    let mut expected: BTreeMap<Place, Values> = BTreeMap::new();
    for (key, entered) in there {
        let stands = expected.entry(key.0).or_default();
        if !fallen.contains(key) {
            stands.extend(entered.values.iter().cloned());
        }
    }
    for (place, expected) in expected {
        assert_eq!(values(document, place), expected, "{context}: {place:?}");
    }
}

/// A tab, and what whoever sits before it knows.
struct Seat<'a> {
    tab: Tab<'a>,
    /// What each of the tabs has told and this one has not heard yet.
    inbox: Vec<VecDeque<String>>,
    /// What stood in fields when the person last looked.
    looked: BTreeMap<Place, Dots>,
    unacknowledged: Vec<(Place, Dot)>,
}

impl<'a> Seat<'a> {
    fn open(device: &'a Device, seats: usize, now: Moment) -> Self {
        let tab = Tab::open(device, KINDS, now).unwrap();
        let (inbox, looked) = (vec![VecDeque::new(); seats], BTreeMap::new());
        Self { tab, inbox, looked, unacknowledged: Vec::new() }
    }

    fn standing(&self, place: Place) -> Vec<(Dot, Value)> {
        let record = self.tab.document().get(place.0);
        let entries = record.map(|record| record.entries(place.1)).unwrap_or_default();
        entries.iter().map(|entry| (entry.dot, entry.value.clone())).collect()
    }

    /// Notes what the next deed will enter into a field, in place of what stands there by these
    /// changes.
    fn enter(&mut self, all: &mut History, place: Place, values: Values, over: Dots) {
        let record = self.tab.document().get(place.0).unwrap();
        let dot = record.seen().next(self.tab.desk.writer());
        self.unacknowledged.push((place, dot));
        all.insert((place, dot), Entered { values, over, is_acknowledged: false });
    }
}

struct World<'a> {
    device: &'a Device,
    seats: Vec<Seat<'a>>,
    notes: Vec<RecordId>,
    history: History,
    chance: Chance,
    now: Moment,
}

impl<'a> World<'a> {
    fn begin(device: &'a Device, mut chance: Chance) -> Self {
        let (now, count) = (day(0), if chance.below(4) == 0 { 3 } else { 2 });
        let seats: Vec<Seat<'_>> = (0..count).map(|_| Seat::open(device, count, now)).collect();
        let notes = seats[0].tab.document().records().map(|note| note.id).collect();
        let mut world = Self { device, seats, notes, history: History::new(), chance, now };
        for place in world.notes.iter().flat_map(|id| [(*id, note::TEXT), (*id, ALIVE)]) {
            for (dot, value) in world.seats[0].standing(place) {
                let (values, over) = (BTreeSet::from([value]), BTreeSet::new());
                world.history.insert((place, dot), Entered { values, over, is_acknowledged: true });
            }
        }
        world
    }

    fn step(&mut self) {
        self.now = Moment::from_seconds(self.now.seconds() + 60);
        let seat = self.chance.below(self.seats.len());
        match self.chance.below(24) {
            0..=8 => self.write(seat),
            9 | 10 => self.look(seat),
            11 => self.delete(seat),
            12 | 13 => self.undo(seat),
            14..=16 => self.deliver(seat),
            17..=19 => self.answer(seat),
            20 => self.device.flush(),
            21 => self.reload(seat),
            _ => self.kill(),
        }
    }

    fn place(&mut self) -> Place {
        let note = self.chance.below(self.notes.len());
        (self.notes[note], if self.chance.below(3) == 0 { note::BY } else { note::TEXT })
    }

    fn look(&mut self, seat: usize) {
        let place = self.place();
        let basis = self.seats[seat].tab.basis(place);
        self.seats[seat].looked.insert(place, basis);
    }

    fn write(&mut self, number: usize) {
        let (place, now) = (self.place(), self.now);
        let value = Value::from(format!("{} of {number}", self.now.seconds()));
        let (yes, alive) = (Value::Flag(true), (place.0, ALIVE));
        let seat = &mut self.seats[number];
        if seat.tab.document().get(place.0).is_none_or(|record| !record.is_present()) {
            return;
        }
        let over = seat.looked.remove(&place).unwrap_or_else(|| seat.tab.basis(place));
        let mut said = seat.standing(alive);
        said.retain(|(_, value)| *value == yes);
        let said = said.into_iter().map(|(dot, _)| dot).collect();
        seat.enter(&mut self.history, place, Values::from([value.clone()]), over.clone());
        seat.enter(&mut self.history, alive, Values::from([yes]), said);
        let edit = Edit::Set(place.0, place.1, value, over);
        let told = seat.tab.act(DeedName::NoteWritten, &[edit], now);
        self.tell(number, &told);
    }

    /// A dispute is not deleted here: to bring it back by an undo is for `laws` to try.
    fn delete(&mut self, number: usize) {
        let (place, now) = ((self.place().0, ALIVE), self.now);
        let seat = &mut self.seats[number];
        if values(seat.tab.document(), place) == BTreeSet::from([Value::Flag(true)]) {
            let (gone, over) = (Values::from([Value::Flag(false)]), seat.tab.basis(place));
            seat.enter(&mut self.history, place, gone, over);
            let told = seat.tab.act(DeedName::NoteDeleted, &[Edit::Delete(place.0)], now);
            self.tell(number, &told);
        }
    }

    /// What an undo does is for `laws` to judge; here it only enters what it is seen to do.
    fn undo(&mut self, number: usize) {
        let now = self.now;
        let seat = &mut self.seats[number];
        let fields = [note::TEXT, note::BY, ALIVE];
        let places: Vec<Place> =
            self.notes.iter().flat_map(|id| fields.map(|field| (*id, field))).collect();
        let before: Vec<_> = places.iter().map(|place| (*place, seat.standing(*place))).collect();
        let Some((_, ids)) = seat.tab.desk.undo(now).filter(|(_, ids)| !ids.is_empty()) else {
            return;
        };
        for (place, had) in before {
            let has = seat.standing(place);
            let fell = had.iter().filter(|entry| !has.contains(entry));
            let over: Dots = fell.map(|(dot, _)| *dot).collect();
            let mut came: BTreeMap<Dot, Values> = BTreeMap::new();
            for (dot, value) in has.iter().filter(|entry| !had.contains(entry)) {
                came.entry(*dot).or_default().insert(value.clone());
            }
            if came.is_empty() && !over.is_empty() {
                // Nothing came in its place, but the undo has a number too.
                let writer = seat.tab.desk.writer();
                let seen = seat.tab.document().get(place.0).unwrap().seen();
                let number = seen.entries().find(|(other, _)| *other == writer).unwrap().1;
                came.insert(Dot { number, writer }, Values::new());
            }
            for (dot, values) in came {
                seat.unacknowledged.push((place, dot));
                let entered = Entered { values, over: over.clone(), is_acknowledged: false };
                self.history.insert((place, dot), entered);
            }
        }
        let told = seat.tab.save(&ids, now);
        self.tell(number, &told);
    }

    fn tell(&mut self, from: usize, text: &str) {
        for (number, seat) in self.seats.iter_mut().enumerate() {
            if number != from {
                seat.inbox[from].push_back(text.to_owned());
            }
        }
    }

    fn deliver(&mut self, seat: usize) {
        let from = self.chance.below(self.seats.len());
        if let Some(text) = self.seats[seat].inbox[from].pop_front() {
            self.seats[seat].tab.hear(&text);
        }
    }

    fn answer(&mut self, seat: usize) {
        let seat = &mut self.seats[seat];
        seat.tab.answer();
        if seat.tab.state() == SaveState::Saved {
            for key in seat.unacknowledged.drain(..) {
                self.history.get_mut(&key).unwrap().is_acknowledged = true;
            }
        }
    }

    /// A tab is loaded anew or crashes; the page is opened again.
    fn reload(&mut self, seat: usize) {
        let (seats, keeps_begun) = (self.seats.len(), self.chance.below(2) == 0);
        self.seats.remove(seat).tab.go(keeps_begun);
        self.seats.insert(seat, Seat::open(self.device, seats, self.now));
    }

    /// The browser is killed, and opened again at once or days later.
    fn kill(&mut self) {
        let seats = self.seats.len();
        self.seats.clear();
        let flushed = self.chance.below(self.device.pending() + 1);
        self.device.kill(flushed, self.chance.below(2) == 0);
        let seconds = if self.chance.below(2) == 0 { 2 * 86_400 } else { 0 };
        self.now = Moment::from_seconds(self.now.seconds() + seconds);
        self.seats = (0..seats).map(|_| Seat::open(self.device, seats, self.now)).collect();
    }

    /// Everything is answered and delivered; then all tabs agree, and a last kill takes nothing.
    /// Returns in how many fields there is a conflict.
    fn finish(mut self, case: usize) -> usize {
        for seat in 0..self.seats.len() {
            self.seats[seat].tab.answer_all();
            self.answer(seat);
            assert!(self.seats[seat].unacknowledged.is_empty(), "case {case}: not saved");
            for text in std::mem::take(&mut self.seats[seat].inbox).into_iter().flatten() {
                self.seats[seat].tab.hear(&text);
            }
        }
        let document = self.seats[0].tab.document().clone();
        let is_agreed = self.seats.iter().all(|seat| *seat.tab.document() == document);
        assert!(is_agreed, "case {case}: the tabs do not agree");
        check(&self.history, &document, &format!("case {case}"));
        self.kill();
        let again = self.seats[0].tab.document();
        check(&self.history, again, &format!("case {case}, killed"));
        document.records().map(|record| record.conflicts().len()).sum()
    }
}

fn play(case: usize) -> usize {
    let mut chance = Chance(u64::try_from(case).unwrap());
    let device = prepared(1 + u64::from(chance.below(2) == 0));
    let mut world = World::begin(&device, chance);
    for _ in 0..14 {
        world.step();
    }
    world.finish(case)
}

#[test]
fn nothing_saved_is_lost_and_nothing_falsely_in_conflict_whatever_tabs_do() {
    let asked = env::var("PEJLEMAERKE_CASES").ok().and_then(|number| number.parse().ok());
    let cases = asked.map_or(10_000, |asked: usize| asked.max(10_000));
    let play_half = |half| (half..cases).step_by(2).map(play).sum::<usize>();
    let conflicts = thread::scope(|scope| {
        let odd = scope.spawn(|| play_half(1));
        play_half(0) + odd.join().unwrap()
    });
    assert!(conflicts > cases / 20, "hardly anything was in conflict");
}
