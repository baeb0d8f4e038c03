//! Histories by chance, and a simulation that keeps the whole of them, to hold the document against.
//!
//! The simulation knows nothing of versions, dots or clocks. Every value that anybody ever entered
//! is kept for good, under a number of its own; every event knows which values its author overwrote
//! and which events the author knew. A person knows a set of events, and handing over is the union
//! of two sets, record by record. What stands is what a known event entered and no known event
//! overwrote. That is slow, grows without end, and can hardly be wrong.
//!
//! What undoing and returning to a snapshot do is policy, written here as `document` documents it:
//! a deed is undone wherever something it put still stands; each value it took comes back as an
//! entry of its own; where nothing would be left to say whether a record is there, `Nothing` does.

use pejlemaerke::{
    document::{ALIVE, Kind, Life, Shape, Value},
    note,
};
use proptest::{
    array, collection,
    strategy::Strategy,
    test_runner::{Config, TestCaseError, TestCaseResult, TestRunner},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fmt, iter,
};

/// The kind of the records in all histories, under a name that the app knows.
pub(super) const KIND: Kind = Kind {
    name: note::KIND.name,
    fields: &[(TEXT, Shape::Prose(80)), (TITLE, Shape::Prose(80)), (COUNT, ANY_WHOLE)],
    steps: &[],
};
pub(super) const TEXT: &str = "text";
pub(super) const TITLE: &str = "title";
const COUNT: &str = "count";
const ANY_WHOLE: Shape = Shape::Whole(i64::MIN, i64::MAX);
const FIELDS: [&str; 3] = [TEXT, TITLE, COUNT];
pub(super) const RECORDS: usize = 3;

/// What somebody may write: much of it hard to write as JSON.
const TEXTS: [&str; 8] = [
    "",
    "a",
    "\"'\\/ {\"a\":[null]}",
    "b",
    "to\nlinjer\r\n",
    "æøå e\u{301}",
    "\t\u{0}\u{1f}\u{7f}\u{85}\u{2028}\u{feff}\u{202e}",
    "🌊👩\u{200d}👧",
];
const COUNTS: [i64; 4] = [0, i64::MIN, 1 << 53, i64::MAX];

/// When histories begin, and how far clocks are off: from 1970 to nearly the end of the calendar.
pub(super) const START: i64 = 1_764_000_000;
const OFF: std::ops::Range<i64> = -START..250_000_000_000 - START;

// ---- histories ----

/// A field of a record, by the record's number.
pub(super) type Place = (usize, &'static str);

/// What happened among people, one after the other.
#[derive(Clone)]
pub(super) struct History {
    /// How far each person's clock is off, in seconds.
    pub(super) clocks: Vec<i64>,
    pub(super) acts: Vec<Act>,
    /// In which order everybody takes in everybody's file at last: the lowest first.
    pub(super) order: [u8; 20],
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Act {
    pub(super) by: usize,
    pub(super) does: Does,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Does {
    Change(Change),
    /// Looks at a field and begins to write: what comes later is not seen.
    Look(Place),
    Undo,
    Redo,
    /// Takes in somebody's file of this moment.
    Import(usize),
    /// Takes in one record of somebody's, as between tabs: nobody's deed.
    Receive(usize, usize),
    /// Writes a file, which grows old.
    Export,
    /// Takes in the file that somebody wrote last.
    ImportOld(usize),
    Snapshot,
    ReturnToSnapshot,
    /// Opens the app anew: another writer with no deeds to undo.
    Reload,
}

/// A change of one record. What is entered into a field follows from a choice, see [`entered`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    /// Makes a record with a first title in one go, unless somebody has.
    Create(usize),
    Set(Place, usize),
    /// Writes over what stood in the field at the last look.
    SetAsLooked(Place, usize),
    Settle(Place, usize),
    Delete(usize),
    Restore(usize),
}

impl fmt::Debug for History {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "clocks {:?}, order of the exchange {:?}", self.clocks, self.order)?;
        self.acts.iter().try_for_each(|act| writeln!(out, "{act:?}"))
    }
}

/// Histories of so many acts at most, that begin with one record that everybody has.
fn histories(most: usize) -> impl Strategy<Value = History> {
    let clocks = collection::vec(OFF, 2..=5);
    let acts = collection::vec(array::uniform6(0_u8..60), 1..=most);
    let order = array::uniform20(0_u8..100);
    (clocks, acts, 1..=RECORDS, order).prop_map(|(clocks, acts, records, order)| {
        let people = clocks.len();
        let first = iter::once(Act { by: 0, does: Does::Change(Change::Create(0)) });
        let others = (1..people).map(|by| Act { by, does: Does::Import(0) });
        let acts = acts.into_iter().map(|chance| act(chance, people, records));
        History { acts: first.chain(others).chain(acts).collect(), clocks, order }
    })
}

/// Tries a law on random histories of so many acts at most.
pub(super) fn in_histories(most: usize, law: impl Fn(&History) -> TestCaseResult) {
    let cases = env::var("PEJLEMAERKE_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = cases.unwrap_or(2_000);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&histories(most), |history| law(&history));
    let broken = result.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(broken.is_empty(), "{broken}");
}

/// A test says by this what must be equal, and is told what is not.
pub(super) fn same<T: fmt::Debug + PartialEq>(
    what: &str,
    found: &T,
    expected: &T,
) -> TestCaseResult {
    if found == expected {
        return Ok(());
    }
    Err(TestCaseError::fail(format!("{what}:\n{found:?}\ninstead of\n{expected:?}\n")))
}

/// An act from six numbers below 60, so that what is drawn is quick to make and to make smaller.
fn act(chance: [u8; 6], people: usize, records: usize) -> Act {
    let [does, by, other, record, field, choice] = chance.map(usize::from);
    let by = by % people;
    let other = (by + 1 + other % (people - 1)) % people;
    let record = record % records;
    let (place, choice) = ((record, FIELDS[field % FIELDS.len()]), choice % TEXTS.len());
    let does = match does {
        0..=10 => Does::Change(Change::Set(place, choice)),
        11..=13 => Does::Look(place),
        14..=18 => Does::Change(Change::SetAsLooked(place, choice)),
        19..=21 => Does::Change(Change::Settle(place, choice)),
        22..=24 => Does::Change(Change::Delete(record)),
        25..=26 => Does::Change(Change::Restore(record)),
        27..=33 => Does::Undo,
        34..=36 => Does::Redo,
        37..=45 => Does::Import(other),
        46..=48 => Does::Receive(other, record),
        49..=50 => Does::Export,
        51..=52 => Does::ImportOld(other),
        53 => Does::Snapshot,
        54 => Does::ReturnToSnapshot,
        55 => Does::Reload,
        _ => Does::Change(Change::Create(record)),
    };
    Act { by, does }
}

/// What is entered. Half of the choices are the same for everybody, so that two may enter the same
/// without knowing of each other; half are like nothing that was entered before.
pub(super) fn entered(field: &str, choice: usize, nth: i64) -> Value {
    let is_own = choice % 2 == 1;
    match (field == COUNT, is_own) {
        (true, false) => Value::Whole(COUNTS[choice / 2]),
        (true, true) => Value::Whole(1_000 + nth),
        (false, false) => TEXTS[choice].into(),
        (false, true) => format!("{}{nth}", TEXTS[choice]).into(),
    }
}

// ---- the simulation ----

/// What stands in a record's fields: numbers of entered values.
type Standing = BTreeMap<&'static str, BTreeSet<usize>>;

/// Everything that anybody ever did.
#[derive(Clone, Debug, Default)]
pub(super) struct Whole {
    events: Vec<Event>,
    entered: Vec<Entered>,
}

/// What one person did to one record in one go.
#[derive(Clone, Debug, Default)]
struct Event {
    /// The events of this record that its author knew.
    knew: BTreeSet<usize>,
    entered: BTreeSet<usize>,
    overwrote: BTreeSet<usize>,
}

/// A value that somebody entered.
#[derive(Clone, Debug)]
struct Entered {
    event: usize,
    place: Place,
    value: Value,
}

/// What a person knows: the events of each record they have.
#[derive(Clone, Debug, Default)]
pub(super) struct Known(BTreeMap<usize, BTreeSet<usize>>);

/// What was done in one go, for undoing it.
#[derive(Clone, Debug, Default)]
pub(super) struct Deed(BTreeMap<Place, Touch>);

#[derive(Clone, Debug, Default)]
struct Touch {
    put: BTreeSet<usize>,
    taken: BTreeSet<usize>,
}

/// Something being done by somebody: one event for each record it touches.
pub(super) struct Doing<'a> {
    whole: &'a mut Whole,
    known: &'a mut Known,
    begun: BTreeMap<usize, usize>,
    pub(super) deed: Deed,
}

impl Known {
    /// Whether the person has the record.
    pub(super) fn has(&self, record: usize) -> bool {
        self.0.contains_key(&record)
    }

    /// What the person knows of one record.
    pub(super) fn only(&self, record: usize) -> Self {
        Self(self.0.get(&record).map(|events| (record, events.clone())).into_iter().collect())
    }
}

impl Whole {
    /// Begins to do something.
    pub(super) fn doing<'a>(&'a mut self, known: &'a mut Known) -> Doing<'a> {
        Doing { whole: self, known, begun: BTreeMap::new(), deed: Deed::default() }
    }

    /// What stands in a record, for somebody who knows this: what was entered and not overwritten.
    pub(super) fn standing(&self, known: &Known, record: usize) -> Standing {
        let numbers = known.0.get(&record).into_iter().flatten();
        let events: Vec<&Event> = numbers.map(|number| &self.events[*number]).collect();
        let fallen: BTreeSet<usize> =
            events.iter().flat_map(|event| &event.overwrote).copied().collect();
        let mut standing = Standing::new();
        for entry in events.iter().flat_map(|event| &event.entered) {
            if !fallen.contains(entry) {
                standing.entry(self.entered[*entry].place.1).or_default().insert(*entry);
            }
        }
        standing
    }

    /// The values that stand in each field.
    pub(super) fn told(
        &self,
        known: &Known,
        record: usize,
    ) -> BTreeMap<&'static str, BTreeSet<&Value>> {
        let standing = self.standing(known, record);
        standing.into_iter().map(|(field, entries)| (field, self.values(&entries))).collect()
    }

    fn values(&self, entries: &BTreeSet<usize>) -> BTreeSet<&Value> {
        entries.iter().map(|entry| &self.entered[*entry].value).collect()
    }

    /// The values ever entered that neither stand nor were overwritten by somebody who had seen
    /// them.
    pub(super) fn lost(&self, stands: impl Fn(Place, &Value) -> bool) -> Vec<String> {
        let mut lost = Vec::new();
        for (number, entered) in self.entered.iter().enumerate() {
            // Who enters twice into a field in one go has seen the first.
            let was_overwritten_knowingly = self.events.iter().any(|event| {
                event.overwrote.contains(&number)
                    && (event.knew.contains(&entered.event) || event.entered.contains(&number))
            });
            if !was_overwritten_knowingly && !stands(entered.place, &entered.value) {
                lost.push(format!("{entered:?}"));
            }
        }
        lost
    }
}

impl Doing<'_> {
    /// Changes a record, over what the person saw where that matters.
    pub(super) fn change(&mut self, change: Change, over: &BTreeSet<usize>, nth: i64) {
        match change {
            Change::Create(record) => {
                self.known.0.entry(record).or_default();
                self.put((record, ALIVE), vec![Value::Flag(true)], &BTreeSet::new());
                self.set((record, TITLE), entered(TITLE, 1, nth), &BTreeSet::new());
            }
            Change::Set(place, choice) | Change::SetAsLooked(place, choice) => {
                self.set(place, entered(place.1, choice, nth), over);
            }
            Change::Settle(place, choice) => {
                let over = self.standing(place);
                self.set(place, entered(place.1, choice, nth), &over);
            }
            Change::Delete(record) => self.set_alive(record, false),
            Change::Restore(record) => self.set_alive(record, true),
        }
    }

    /// Enters a value over what the person saw, and says that the record is there in place of
    /// whatever said so before; what says otherwise is not the person's to settle by the way.
    fn set(&mut self, place: Place, value: Value, over: &BTreeSet<usize>) {
        self.put(place, vec![value], over);
        let mut said = self.standing((place.0, ALIVE));
        said.retain(|entry| self.whole.entered[*entry].value == Value::Flag(true));
        self.put((place.0, ALIVE), vec![Value::Flag(true)], &said);
    }

    fn set_alive(&mut self, record: usize, is_alive: bool) {
        let over = self.standing((record, ALIVE));
        self.put((record, ALIVE), vec![Value::Flag(is_alive)], &over);
    }

    /// Undoes a deed.
    pub(super) fn undo(&mut self, deed: &Deed) {
        // A record that was made by the deed and worked on since stays whole.
        let is_kept = |record: usize| {
            deed.0.iter().any(|(place, touch)| {
                *place == (record, ALIVE)
                    && touch.taken.is_empty()
                    && !touch.put.is_empty()
                    && self.standing(*place).is_disjoint(&touch.put)
            })
        };
        let kept: Vec<usize> =
            deed.0.keys().map(|place| place.0).filter(|record| is_kept(*record)).collect();
        for (place, touch) in &deed.0 {
            if kept.contains(&place.0) {
                continue;
            }
            let standing = self.standing(*place);
            if !touch.put.is_empty() && standing.is_disjoint(&touch.put) {
                continue;
            }
            let entered = &self.whole.entered;
            let mut back: Vec<Value> =
                touch.taken.iter().map(|entry| entered[*entry].value.clone()).collect();
            if back.is_empty() && place.1 == ALIVE && standing.is_subset(&touch.put) {
                back.push(Value::Nothing);
            }
            self.put(*place, back, &touch.put);
        }
    }

    /// Takes in what somebody else knows.
    pub(super) fn take_in(&mut self, from: &Known) {
        for (record, events) in &from.0 {
            let before = self.whole.standing(self.known, *record);
            self.known.0.entry(*record).or_default().extend(events);
            let after = self.whole.standing(self.known, *record);
            for field in either(&before, &after) {
                let none = BTreeSet::new();
                let had = before.get(field).unwrap_or(&none);
                let has = after.get(field).unwrap_or(&none);
                let put: BTreeSet<usize> = has.difference(had).copied().collect();
                let taken: BTreeSet<usize> = had.difference(has).copied().collect();
                if !put.is_empty() || !taken.is_empty() {
                    self.deed.note((*record, field), put, taken);
                }
            }
        }
    }

    /// Takes in a snapshot and makes every field say what it said there.
    pub(super) fn return_to(&mut self, then: &Known) {
        self.take_in(then);
        let records: Vec<usize> = self.known.0.keys().copied().collect();
        for record in records {
            let now = self.whole.standing(self.known, record);
            if then.has(record) {
                let then = self.whole.standing(then, record);
                self.return_record(record, &now, &then);
            } else {
                let over = now.get(ALIVE).cloned().unwrap_or_default();
                let life = life(&self.whole.values(&over));
                if matches!(life, Life::Present | Life::Disputed) {
                    self.put((record, ALIVE), vec![Value::Nothing], &over);
                }
            }
        }
    }

    fn return_record(&mut self, record: usize, now: &Standing, then: &Standing) {
        for field in either(now, then) {
            let none = BTreeSet::new();
            let over = now.get(field).unwrap_or(&none);
            let says = self.whole.values(over);
            let said = self.whole.values(then.get(field).unwrap_or(&none));
            let is_same = if field == ALIVE { life(&says) == life(&said) } else { says == said };
            if !is_same {
                let back = said.into_iter().cloned().collect();
                self.put((record, field), back, over);
            }
        }
    }

    fn standing(&self, place: Place) -> BTreeSet<usize> {
        self.whole.standing(self.known, place.0).remove(place.1).unwrap_or_default()
    }

    /// Enters values in place of those of `over` that stand. Entering twice into a field in one go
    /// leaves the second.
    fn put(&mut self, place: Place, values: Vec<Value>, over: &BTreeSet<usize>) {
        if !self.known.has(place.0) {
            return;
        }
        let event = self.event(place.0);
        let mut taken = self.standing(place);
        taken.retain(|entry| over.contains(entry) || self.whole.entered[*entry].event == event);
        let first = self.whole.entered.len();
        let entered = values.into_iter().map(|value| Entered { event, place, value });
        self.whole.entered.extend(entered);
        let put: BTreeSet<usize> = (first..self.whole.entered.len()).collect();
        let own = &mut self.whole.events[event];
        own.entered.extend(&put);
        own.overwrote.extend(&taken);
        self.deed.note(place, put, taken);
    }

    /// The event by which this touches a record.
    fn event(&mut self, record: usize) -> usize {
        if let Some(event) = self.begun.get(&record) {
            return *event;
        }
        let event = self.whole.events.len();
        let known = self.known.0.entry(record).or_default();
        self.whole.events.push(Event { knew: known.clone(), ..Event::default() });
        known.insert(event);
        self.begun.insert(record, event);
        event
    }
}

impl Deed {
    /// Notes what was done next to a field. What this deed had put there is taken from nobody.
    fn note(&mut self, place: Place, put: BTreeSet<usize>, taken: BTreeSet<usize>) {
        let noted = self.0.entry(place).or_default();
        for entry in taken {
            if !noted.put.remove(&entry) {
                noted.taken.insert(entry);
            }
        }
        noted.put.extend(put);
    }
}

/// The fields of two states.
fn either(one: &Standing, other: &Standing) -> BTreeSet<&'static str> {
    one.keys().chain(other.keys()).copied().collect()
}

/// Whether a record is there, by all that is said of it.
pub(super) fn life(said: &BTreeSet<&Value>) -> Life {
    let says = |value: Value| said.contains(&value);
    let (is_there, is_deleted) = (says(Value::Flag(true)), says(Value::Flag(false)));
    match (is_there, is_deleted || says(Value::Nothing)) {
        (true, true) => Life::Disputed,
        (true, false) => Life::Present,
        (false, _) if is_deleted => Life::Deleted,
        (false, _) => Life::Absent,
    }
}
