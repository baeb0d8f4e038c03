//! The laws of records and merging, as `document` lists them, on random histories of two to five
//! people who write, undo, hand each other files and open old ones, each by a clock of their own.
//!
//! | law | tests |
//! |---|---|
//! | L1 | `merging_in_either_order_makes_the_same_document` |
//! | L2 | `merging_in_any_grouping_makes_the_same_document` |
//! | L3 | `a_file_taken_in_twice_changes_nothing` |
//! | L1–L3 | `merging_only_ever_adds_to_what_was_seen` |
//! | L4 | `an_undone_deed_or_merge_leaves_what_people_saw_before_it`, |
//! | | `deeds_undone_in_reverse_order_lead_back_through_all_that_people_saw` |
//! | L5 | `devices_agree_with_a_simulation_that_keeps_the_whole_history`, |
//! | | `every_short_history_of_two_agrees_with_the_simulation`, |
//! | | `a_dispute_that_an_undo_brought_back_is_not_settled_by_an_edit` |
//! | L6 | `whatever_is_written_is_read_back_equal`, |
//! | | `a_clock_beyond_the_calendar_leaves_a_record_readable`, |
//! | | `a_record_with_the_highest_number_stays_readable_when_it_is_changed` |
//! | L7 | `clocks_that_run_wild_change_no_outcome` |
//!
//! `PEJLEMAERKE_CASES` says how many histories each law is tried on. A failure tells the shortest
//! history that was found to break the law.

use super::oracle::{self, Doing, Known, Place, Whole, life};
use pejlemaerke::{
    app::{DeedName, Desk},
    document::{
        ALIVE, Author, Deed, Device, Document, Dot, Edit, Kind, Life, Moment, Record, RecordId,
        Shape, Value, Writer, seen_by_people,
    },
    note,
};
use proptest::{
    array, collection,
    strategy::Strategy,
    test_runner::{Config, TestCaseError, TestCaseResult, TestRunner},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fmt, iter, mem,
};

const CASES: u32 = 2_000;

const KIND: Kind = Kind {
    name: "sample",
    fields: &[
        (TEXT, Shape::Prose(80)),
        (TITLE, Shape::Prose(80)),
        (COUNT, Shape::Whole(i64::MIN, i64::MAX)),
    ],
    steps: &[],
};
const KINDS: &[&Kind] = &[&KIND];
const TEXT: &str = "text";
const TITLE: &str = "title";
const COUNT: &str = "count";
const FIELDS: [&str; 3] = [TEXT, TITLE, COUNT];
const RECORDS: usize = 3;

/// What somebody may write: much of it hard to write as JSON.
const TEXTS: [&str; 12] = [
    "",
    "a",
    "\"'\\/",
    "b",
    "to\nlinjer\r\n",
    "æøå ÆØÅ",
    "\t\u{0}\u{1}\u{8}\u{1f}\u{7f}\u{85}",
    "🌊👩\u{200d}👧",
    "\u{2028}\u{2029}\u{feff}\u{202e}",
    "e\u{301}",
    "{\"a\":[null]}",
    "null",
];
const COUNTS: [i64; 6] = [i64::MIN, -1, 0, 1, 1 << 53, i64::MAX];

/// When histories begin, and how far wild clocks are off: from 1969 to the end of the calendar.
const START: i64 = 1_764_000_000;
const BEHIND: i64 = -START;
const AHEAD: i64 = 250_000_000_000 - START;

// ---- histories ----

/// What happened among people, one after the other.
#[derive(Clone)]
struct History {
    /// How far each person's clock is off, in seconds.
    clocks: Vec<i64>,
    acts: Vec<Act>,
    /// In which order everybody takes in everybody's file at last: the lowest first.
    order: [u8; 20],
}

#[derive(Clone, Copy, Debug)]
struct Act {
    by: usize,
    does: Does,
}

#[derive(Clone, Copy, Debug)]
enum Does {
    /// Makes a record with a first title in one go, unless somebody has.
    Create(usize),
    Set(Place, usize),
    /// Looks at a field and begins to write: what comes later is not seen.
    Look(Place),
    SetAsLooked(Place, usize),
    Settle(Place, usize),
    Delete(usize),
    Restore(usize),
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

impl fmt::Debug for History {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "clocks {:?}, order of the exchange {:?}", self.clocks, self.order)?;
        self.acts.iter().try_for_each(|act| writeln!(out, "{act:?}"))
    }
}

/// Histories of so many acts at most, that begin with one record that everybody has.
fn histories(most: usize) -> impl Strategy<Value = History> {
    let clocks = collection::vec(BEHIND..AHEAD, 2..=5);
    let acts = collection::vec(array::uniform6(0_u8..60), 1..=most);
    let order = array::uniform20(0_u8..100);
    (clocks, acts, 1..=RECORDS, order).prop_map(|(clocks, acts, records, order)| {
        let people = clocks.len();
        let first = iter::once(Act { by: 0, does: Does::Create(0) });
        let others = (1..people).map(|by| Act { by, does: Does::Import(0) });
        let acts = acts.into_iter().map(|chance| act(chance, people, records));
        History { acts: first.chain(others).chain(acts).collect(), clocks, order }
    })
}

/// An act from six numbers below 60, so that what is drawn is quick to make and to make smaller.
fn act(chance: [u8; 6], people: usize, records: usize) -> Act {
    let [does, by, other, record, field, choice] = chance.map(usize::from);
    let by = by % people;
    let other = (by + 1 + other % (people - 1)) % people;
    let record = record % records;
    let (place, choice) = ((record, FIELDS[field % FIELDS.len()]), choice % TEXTS.len());
    let does = match does {
        0..=10 => Does::Set(place, choice),
        11..=13 => Does::Look(place),
        14..=18 => Does::SetAsLooked(place, choice),
        19..=21 => Does::Settle(place, choice),
        22..=24 => Does::Delete(record),
        25..=26 => Does::Restore(record),
        27..=33 => Does::Undo,
        34..=36 => Does::Redo,
        37..=45 => Does::Import(other),
        46..=48 => Does::Receive(other, record),
        49..=50 => Does::Export,
        51..=52 => Does::ImportOld(other),
        53 => Does::Snapshot,
        54 => Does::ReturnToSnapshot,
        55 => Does::Reload,
        _ => Does::Create(record),
    };
    Act { by, does }
}

/// What is entered. Half of the choices are the same for everybody, so that two may enter the same
/// without knowing of each other; half are like nothing that was entered before.
fn entered(field: &str, choice: usize, nth: i64) -> Value {
    let is_own = choice % 2 == 1;
    match (field == COUNT, is_own) {
        (true, false) => Value::Whole(COUNTS[choice / 2]),
        (true, true) => Value::Whole(1_000 + nth),
        (false, false) => TEXTS[choice].into(),
        (false, true) => format!("{}{nth}", TEXTS[choice]).into(),
    }
}

fn id(record: usize) -> RecordId {
    RecordId::new([1_000, 2_000, 3_000][record], &[7; 10])
}

// ---- people ----

/// What a person has, and what the simulation says they know.
#[derive(Clone, Default)]
struct Stock {
    document: Document,
    known: Known,
}

type Done = (Deed, oracle::Deed);
/// What stood in a field when a person looked.
type Basis = (BTreeSet<Dot>, BTreeSet<usize>);

#[derive(Clone, Default)]
struct Person {
    number: u8,
    /// How often the app was opened.
    opened: u8,
    clock: i64,
    has: Stock,
    past: Vec<Done>,
    future: Vec<Done>,
    looked: BTreeMap<Place, Basis>,
    file: Stock,
    snapshot: Option<Stock>,
}

/// People, and the simulation beside them.
#[derive(Clone)]
struct World {
    people: Vec<Person>,
    whole: Whole,
    made: BTreeSet<usize>,
    /// How many acts there were.
    nth: i64,
}

impl Person {
    fn note(&mut self, done: Done) {
        if !done.0.is_empty() {
            self.past.push(done);
            self.future.clear();
        }
    }

    fn reload(&mut self) {
        self.opened += 1;
        self.past.clear();
        self.future.clear();
        self.looked.clear();
    }
}

impl World {
    fn new(clocks: &[i64]) -> Self {
        let people = (1_u8..).zip(clocks);
        let person =
            |(number, clock): (u8, &i64)| Person { number, clock: *clock, ..Person::default() };
        let people = people.map(person).collect();
        Self { people, whole: Whole::default(), made: BTreeSet::new(), nth: 0 }
    }

    fn after(history: &History) -> Self {
        let mut world = Self::new(&history.clocks);
        history.acts.iter().for_each(|act| world.act(*act));
        world
    }

    fn act(&mut self, Act { by, does }: Act) {
        self.nth += 1;
        let nth = self.nth;
        match does {
            Does::Create(record) => self.create(by, record),
            Does::Set(place, choice) => {
                let basis = self.look(by, place);
                self.set(by, place, choice, &basis);
            }
            Does::Look(place) => {
                let basis = self.look(by, place);
                self.people[by].looked.insert(place, basis);
            }
            Does::SetAsLooked(place, choice) => {
                let basis = self.people[by].looked.get(&place).cloned().unwrap_or_default();
                self.set(by, place, choice, &basis);
            }
            Does::Settle(place, choice) => {
                let value = entered(place.1, choice, nth);
                let edit = Edit::Settle(id(place.0), place.1.into(), value.clone());
                self.change(by, &[edit], |doing| doing.settle(place, value));
            }
            Does::Delete(record) => {
                let edit = Edit::Delete(id(record));
                self.change(by, &[edit], |doing| doing.set_alive(record, false));
            }
            Does::Restore(record) => {
                let edit = Edit::Restore(id(record));
                self.change(by, &[edit], |doing| doing.set_alive(record, true));
            }
            Does::Undo => {
                if let Some(done) = self.people[by].past.pop() {
                    let undone = self.undo(by, &done);
                    self.people[by].future.push(undone);
                }
            }
            Does::Redo => {
                if let Some(undone) = self.people[by].future.pop() {
                    let done = self.undo(by, &undone);
                    self.people[by].past.push(done);
                }
            }
            Does::Import(from) => {
                let file = mem::take(&mut self.people[from].has);
                self.import(by, &file);
                self.people[from].has = file;
            }
            Does::Receive(from, record) => self.receive(by, from, record),
            Does::Export => self.people[by].file = self.people[by].has.clone(),
            Does::ImportOld(from) => {
                let file = self.people[from].file.clone();
                self.import(by, &file);
            }
            Does::Snapshot => self.people[by].snapshot = Some(self.people[by].has.clone()),
            Does::ReturnToSnapshot => {
                if let Some(then) = self.people[by].snapshot.clone() {
                    self.return_to(by, &then);
                }
            }
            Does::Reload => self.people[by].reload(),
        }
    }

    fn author(&self, by: usize) -> Author {
        let Person { number, opened, clock, .. } = self.people[by];
        let writer = Writer::new(Device::new(&[number; 8]), &[opened; 6]);
        Author { writer, at: Moment::from_seconds(START + 60 * self.nth + clock) }
    }

    fn look(&self, by: usize, (record, field): Place) -> Basis {
        let Stock { document, known } = &self.people[by].has;
        let dots = document.get(id(record)).map(|record| record.basis(field));
        let entries = self.whole.standing(known, record).remove(field);
        (dots.unwrap_or_default(), entries.unwrap_or_default())
    }

    fn create(&mut self, by: usize, record: usize) {
        if !self.made.insert(record) {
            return;
        }
        let value = entered(TITLE, 1, self.nth);
        let title = Edit::Set(id(record), TITLE, value.clone(), BTreeSet::new());
        self.change(by, &[Edit::Create(id(record), KIND.name), title], |doing| {
            doing.create(record);
            doing.set((record, TITLE), value, &BTreeSet::new());
        });
    }

    fn set(&mut self, by: usize, place: Place, choice: usize, (dots, entries): &Basis) {
        let value = entered(place.1, choice, self.nth);
        let edit = Edit::Set(id(place.0), place.1, value.clone(), dots.clone());
        self.change(by, &[edit], |doing| doing.set(place, value, entries));
    }

    fn change(&mut self, by: usize, edits: &[Edit], tell: impl FnOnce(&mut Doing<'_>)) {
        let author = self.author(by);
        let person = &mut self.people[by];
        let deed = person.has.document.change(author, edits, KINDS);
        let mut doing = self.whole.doing(&mut person.has.known);
        tell(&mut doing);
        let told = doing.deed;
        person.note((deed, told));
    }

    fn undo(&mut self, by: usize, (deed, told): &Done) -> Done {
        let author = self.author(by);
        let Stock { document, known } = &mut self.people[by].has;
        let deed = document.undo(author, deed);
        let mut doing = self.whole.doing(known);
        doing.undo(told);
        (deed, doing.deed)
    }

    fn import(&mut self, by: usize, file: &Stock) {
        let person = &mut self.people[by];
        let (deed, _) = person.has.document.merge_all(file.document.records());
        let mut doing = self.whole.doing(&mut person.has.known);
        doing.take_in(&file.known);
        let told = doing.deed;
        person.note((deed, told));
    }

    fn receive(&mut self, by: usize, from: usize, record: usize) {
        let there = &self.people[from].has;
        let Some(copy) = there.document.get(id(record)).cloned() else { return };
        let known = there.known.only(record);
        let here = &mut self.people[by].has;
        here.document.merge(&copy).unwrap();
        self.whole.doing(&mut here.known).take_in(&known);
    }

    fn return_to(&mut self, by: usize, then: &Stock) {
        let author = self.author(by);
        let snapshot: Vec<Record> = then.document.records().cloned().collect();
        let person = &mut self.people[by];
        let deed = person.has.document.restore(author, &snapshot);
        let mut doing = self.whole.doing(&mut person.has.known);
        doing.return_to(&then.known);
        let told = doing.deed;
        person.note((deed, told));
    }

    /// Everybody takes in everybody's file once, in some order: then all know everything.
    fn exchange(&mut self, order: &[u8; 20]) {
        let people = self.people.len();
        let pairs = (0..people).flat_map(|by| (0..people).map(move |from| (by, from)));
        let mut turns: Vec<_> = order.iter().zip(pairs.filter(|(by, from)| by != from)).collect();
        turns.sort();
        for (_, (by, from)) in turns {
            self.act(Act { by, does: Does::Import(from) });
        }
    }

    /// A person has what the simulation says: nothing is missing, nothing came back, and no values
    /// stand as a conflict that knew of each other.
    fn agrees(&self, by: usize) -> TestCaseResult {
        let Stock { document, known } = &self.people[by].has;
        for record in 0..RECORDS {
            let found = document.get(id(record));
            same("whether a record is there", &found.is_some(), &known.has(record))?;
            let Some(found) = found else { continue };
            let told = self.whole.told(known, record);
            let values = |field| found.values(field).iter().map(|entry| entry.value).collect();
            let stands: BTreeMap<&str, BTreeSet<&Value>> =
                found.fields().into_iter().map(|field| (field, values(field))).collect();
            same("what stands", &stands, &told)?;
            let conflicts = told.iter().filter(|(field, all)| **field != ALIVE && all.len() > 1);
            let conflicts: Vec<&str> = conflicts.map(|(field, _)| *field).collect();
            same("the conflicts", &found.conflicts(), &conflicts)?;
            same("the life", &found.life(), &told.get(ALIVE).map_or(Life::Absent, life))?;
        }
        Ok(())
    }

    /// When all have exchanged everything, they have the same; and every value ever entered stands
    /// in it, or was overwritten by somebody who had seen it.
    fn agrees_after_exchange(mut self, order: &[u8; 20]) -> TestCaseResult {
        self.exchange(order);
        let all = &self.people[0].has.document;
        for by in 0..self.people.len() {
            self.agrees(by)?;
            same("the documents after the exchange", &self.people[by].has.document, all)?;
        }
        let lost = self.whole.lost(|(record, field), value| {
            let entries = all.get(id(record)).map(|record| record.values(field));
            entries.unwrap_or_default().iter().any(|entry| entry.value == value)
        });
        same("what nobody who had seen it overwrote, and is gone", &lost, &Vec::new())
    }

    /// A deed undone at once leaves what people saw before it, its undo undone what they saw after.
    fn undo_leads_back(&self, by: usize, deed: &Deed, before: &Document) -> TestCaseResult {
        let (author, after) = (self.author(by), &self.people[by].has.document);
        let mut document = after.clone();
        let undone = document.undo(author, deed);
        same("what people see after the undo", &shown(&document), &shown(before))?;
        let redone = document.undo(author, &undone);
        same("what people see after the undo was undone", &shown(&document), &shown(after))?;
        document.undo(author, &redone);
        same("what people see after it was undone again", &shown(&document), &shown(before))
    }
}

type Shown<'a> = BTreeMap<RecordId, (Life, BTreeMap<&'a str, BTreeSet<&'a Value>>)>;

/// What people see of a document.
fn shown(document: &Document) -> Shown<'_> {
    document.records().filter_map(|record| Some((record.id, seen_by_people(record)?))).collect()
}

// ---- the laws ----

/// Tries a law on random histories of so many acts at most.
fn in_histories(most: usize, law: impl Fn(&History) -> TestCaseResult) {
    let cases = env::var("PEJLEMAERKE_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = cases.unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&histories(most), |history| law(&history));
    let broken = result.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(broken.is_empty(), "{broken}");
}

fn same<T: fmt::Debug + PartialEq>(what: &str, found: &T, expected: &T) -> TestCaseResult {
    if found == expected {
        return Ok(());
    }
    Err(TestCaseError::fail(format!("{what}:\n{found:?}\ninstead of\n{expected:?}\n")))
}

/// Three documents from one history: two people's, and a third's or an old file.
fn three(history: &History) -> [Document; 3] {
    let world = World::after(history);
    let third = world.people.get(2).map_or(&world.people[0].file, |person| &person.has);
    [&world.people[0].has, &world.people[1].has, third].map(|stock| stock.document.clone())
}

fn merged(one: &Document, other: &Document) -> Document {
    let mut merged = one.clone();
    merged.merge_all(other.records());
    merged
}

fn merged_record(one: &Record, other: &Record) -> Record {
    let mut merged = one.clone();
    merged.merge(other).unwrap();
    merged
}

/// The records that are in all three documents.
fn in_all([one, two, three]: &[Document; 3]) -> impl Iterator<Item = [&Record; 3]> {
    one.records().filter_map(|record| Some([record, two.get(record.id)?, three.get(record.id)?]))
}

#[test]
fn merging_in_either_order_makes_the_same_document() {
    in_histories(30, |history| {
        let all = three(history);
        for [one, other, _] in in_all(&all) {
            same("records", &merged_record(one, other), &merged_record(other, one))?;
        }
        let [one, other, _] = &all;
        same("documents", &merged(one, other), &merged(other, one))
    });
}

#[test]
fn merging_in_any_grouping_makes_the_same_document() {
    in_histories(30, |history| {
        let all = three(history);
        for [one, two, three] in in_all(&all) {
            let first = merged_record(&merged_record(one, two), three);
            same("records", &first, &merged_record(one, &merged_record(two, three)))?;
        }
        let [one, two, three] = &all;
        same("documents", &merged(&merged(one, two), three), &merged(one, &merged(two, three)))
    });
}

#[test]
fn a_file_taken_in_twice_changes_nothing() {
    in_histories(30, |history| {
        let [mine, file, _] = three(history);
        let once = merged(&mine, &file);
        for file in [&file, &mine, &once] {
            let mut twice = once.clone();
            let (deed, foreign) = twice.merge_all(file.records());
            same("what was changed", &(deed.is_empty(), foreign.is_empty()), &(true, true))?;
            same("documents", &twice, &once)?;
        }
        Ok(())
    });
}

#[test]
fn merging_only_ever_adds_to_what_was_seen() {
    in_histories(30, |history| {
        for [one, other, _] in in_all(&three(history)) {
            let merged = merged_record(one, other);
            let (one, other) = (one.seen(), other.seen());
            let covers_both = merged.seen().covers(one) && merged.seen().covers(other);
            let adds_nothing_else = merged.seen().entries().all(|(writer, number)| {
                let dot = Dot { number, writer };
                one.has_seen(dot) || other.has_seen(dot)
            });
            same("what was seen", &(covers_both, adds_nothing_else), &(true, true))?;
        }
        Ok(())
    });
}
