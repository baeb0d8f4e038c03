//! The laws of records and merging, as `document` lists them, on random histories of two to five
//! people who write, undo, hand each other files and open old ones, each by a clock of their own.
//!
//! - L1, L2, L3: `merging_in_any_order_and_grouping_and_again_makes_the_same`
//! - L4: `an_undone_deed_or_merge_leaves_what_people_saw_before_it`,
//!   `deeds_undone_in_reverse_order_lead_back_through_all_that_people_saw`
//! - L5: `devices_agree_with_a_simulation_that_keeps_the_whole_history`,
//!   `every_short_history_of_two_agrees_with_the_simulation`
//! - L6: `whatever_is_written_is_read_back_equal`
//! - L7: `clocks_that_run_wild_change_no_outcome`
//!
//! `PEJLEMAERKE_CASES` says how many histories each law is tried on. A failure tells the shortest
//! history that was found to break the law.

use super::oracle::{
    self, Act, Change, Does, Doing, KIND, Known, Place, RECORDS, START, TEXT, TITLE, Whole,
    entered, in_histories, life, same,
};
use pejlemaerke::exchange::{self, Format};
use pejlemaerke::{
    app::{DeedName, Desk},
    document::{
        ALIVE, Author, Deed, Device, Document, Dot, Edit, Kind, Life, Moment, Record, RecordId,
        Value, Writer, seen_by_people,
    },
};
use proptest::test_runner::TestCaseResult;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, mem,
};

const KINDS: &[&Kind] = &[&KIND];

fn id(record: usize) -> RecordId {
    RecordId::new([1_000, 2_000, 3_000][record], &[7; 10])
}

/// What a change asks of the document, over what stood in the field by these changes.
fn edits(change: Change, over: BTreeSet<Dot>, nth: i64) -> Vec<Edit> {
    match change {
        Change::Create(record) => vec![
            Edit::Create(id(record), KIND.name),
            Edit::Set(id(record), TITLE, entered(TITLE, 1, nth), over),
        ],
        Change::Set((record, field), choice) | Change::SetAsLooked((record, field), choice) => {
            vec![Edit::Set(id(record), field, entered(field, choice, nth), over)]
        }
        Change::Settle((record, field), choice) => {
            vec![Edit::Settle(id(record), field.into(), entered(field, choice, nth))]
        }
        Change::Delete(record) => vec![Edit::Delete(id(record))],
        Change::Restore(record) => vec![Edit::Restore(id(record))],
    }
}

// ---- people ----

/// What a person has, and what the simulation says they know.
#[derive(Clone, Default)]
struct Stock {
    document: Document,
    known: Known,
}

/// What a person did, here and in the simulation.
type Done = (Deed, oracle::Deed);
/// What stood in a field when a person looked, here and in the simulation.
type Basis = (BTreeSet<Dot>, BTreeSet<usize>);

#[derive(Clone, Default)]
struct Person {
    number: u8,
    /// How often the app was opened anew.
    opened: u8,
    clock: i64,
    has: Stock,
    /// What can be undone, and what can be done again.
    deeds: [Vec<Done>; 2],
    looked: BTreeMap<Place, Basis>,
    file: Stock,
    snapshot: Option<Stock>,
}

/// People, and the simulation beside them.
#[derive(Clone)]
struct World {
    people: Vec<Person>,
    whole: Whole,
    /// The records that somebody made.
    made: BTreeSet<usize>,
    /// How many acts there were.
    nth: i64,
    /// What the last act did, if anything.
    last: Option<Deed>,
}

impl World {
    fn after(clocks: &[i64], acts: &[Act]) -> Self {
        let person = |(number, clock)| Person { number, clock, ..Person::default() };
        let people = (1..).zip(clocks.iter().copied()).map(person).collect();
        let (whole, made) = (Whole::default(), BTreeSet::new());
        let mut world = Self { people, whole, made, nth: 0, last: None };
        for act in acts {
            world.act(*act);
        }
        world
    }

    fn act(&mut self, Act { by, does }: Act) {
        self.nth += 1;
        self.last = None;
        match does {
            Does::Change(change) => self.change(by, change),
            Does::Look(place) => {
                let basis = self.look(by, place);
                self.people[by].looked.insert(place, basis);
            }
            Does::Undo => self.undo(by, 0),
            Does::Redo => self.undo(by, 1),
            Does::Import(from) => {
                let file = mem::take(&mut self.people[from].has);
                self.import(by, &file);
                self.people[from].has = file;
            }
            Does::Receive(from, record) => self.receive(by, from, record),
            Does::Export => self.people[by].file = self.people[by].has.clone(),
            Does::ImportOld(from) => self.import(by, &self.people[from].file.clone()),
            Does::Snapshot => self.people[by].snapshot = Some(self.people[by].has.clone()),
            Does::ReturnToSnapshot => {
                if let Some(then) = self.people[by].snapshot.clone() {
                    let records: Vec<Record> = then.document.records().cloned().collect();
                    let restore = |d: &mut Document, author| d.restore(author, &records);
                    let done = self.both(by, restore, |doing| doing.return_to(&then.known));
                    self.note(by, done);
                }
            }
            Does::Reload => {
                let person = &mut self.people[by];
                person.opened += 1;
                person.deeds = Default::default();
                person.looked.clear();
            }
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

    fn change(&mut self, by: usize, change: Change) {
        let (dots, entries) = match change {
            Change::Create(record) if !self.made.insert(record) => return,
            Change::Set(place, _) => self.look(by, place),
            Change::SetAsLooked(place, _) => {
                self.people[by].looked.get(&place).cloned().unwrap_or_default()
            }
            Change::Create(_) | Change::Settle(..) | Change::Delete(_) | Change::Restore(_) => {
                Basis::default()
            }
        };
        let (edits, nth) = (edits(change, dots, self.nth), self.nth);
        let real = |document: &mut Document, author| document.change(author, &edits, KINDS);
        let done = self.both(by, real, |doing| doing.change(change, &entries, nth));
        self.note(by, done);
    }

    fn undo(&mut self, by: usize, from: usize) {
        if let Some((deed, told)) = self.people[by].deeds[from].pop() {
            let done = self.both(by, |d, author| d.undo(author, &deed), |doing| doing.undo(&told));
            self.people[by].deeds[1 - from].push(done);
        }
    }

    fn import(&mut self, by: usize, file: &Stock) {
        let merge = |document: &mut Document, _| document.merge_all(file.document.records()).0;
        let done = self.both(by, merge, |doing| doing.take_in(&file.known));
        self.note(by, done);
    }

    fn receive(&mut self, by: usize, from: usize, record: usize) {
        let there = &self.people[from].has;
        if let Some(copy) = there.document.get(id(record)).cloned() {
            let known = there.known.only(record);
            let merge = |document: &mut Document, _| document.merge(&copy).unwrap();
            self.both(by, merge, |doing| doing.take_in(&known));
        }
    }

    /// Remembers what a person can undo.
    fn note(&mut self, by: usize, done: Done) {
        if !done.0.is_empty() {
            self.people[by].deeds[0].push(done);
            self.people[by].deeds[1].clear();
        }
    }

    /// Does something to a person's document, and tells the simulation.
    fn both(
        &mut self,
        by: usize,
        real: impl FnOnce(&mut Document, Author) -> Deed,
        tell: impl FnOnce(&mut Doing<'_>),
    ) -> Done {
        let author = self.author(by);
        let Stock { document, known } = &mut self.people[by].has;
        let deed = real(document, author);
        self.last = Some(deed.clone());
        let mut doing = self.whole.doing(known);
        tell(&mut doing);
        (deed, doing.deed)
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
            let mut stands: BTreeMap<&str, BTreeSet<&Value>> = BTreeMap::new();
            for field in found.fields() {
                let entries = found.entries(field);
                stands.insert(field, entries.iter().map(|entry| entry.value).collect());
            }
            same("what stands", &stands, &told)?;
            let conflicts = told.iter().filter(|(field, all)| **field != ALIVE && all.len() > 1);
            let conflicts: Vec<&str> = conflicts.map(|(field, _)| *field).collect();
            same("the conflicts", &found.conflicts(), &conflicts)?;
            same("the life", &found.life(), &told.get(ALIVE).map_or(Life::Absent, life))?;
        }
        Ok(())
    }

    /// Once everybody has taken in everybody's file, in some order, all have the same; and every
    /// value ever entered stands in it, or was overwritten by somebody who had seen it.
    fn agrees_after_exchange(mut self, order: &[u8; 20]) -> TestCaseResult {
        let people = self.people.len();
        let pairs = (0..people).flat_map(|by| (0..people).map(move |from| (by, from)));
        let mut turns: Vec<_> = order.iter().zip(pairs.filter(|(by, from)| by != from)).collect();
        turns.sort();
        for (_, (by, from)) in turns {
            self.act(Act { by, does: Does::Import(from) });
        }
        let all = &self.people[0].has.document;
        for by in 0..people {
            self.agrees(by)?;
            same("the documents after the exchange", &self.people[by].has.document, all)?;
        }
        let lost = self.whole.lost(|(record, field), value| {
            let record = all.get(id(record));
            record.is_some_and(|record| record.values(field).iter().any(|e| e.value == value))
        });
        same("what is gone, though nobody who had seen it overwrote it", &lost, &Vec::new())
    }
}

type Shown<'a> = BTreeMap<RecordId, (Life, BTreeMap<&'a str, BTreeSet<&'a Value>>)>;

/// What people see of a document.
fn shown(document: &Document) -> Shown<'_> {
    document.records().filter_map(|record| Some((record.id, seen_by_people(record)?))).collect()
}

// ---- the laws ----

/// Laws L1, L2 and L3 for three copies of something.
fn merge_alike<T: fmt::Debug + PartialEq>(
    [one, two, three]: [&T; 3],
    merged: impl Fn(&T, &T) -> T,
) -> TestCaseResult {
    let both = merged(one, two);
    same("merged in the other order (L1)", &merged(two, one), &both)?;
    let grouped = merged(one, &merged(two, three));
    same("merged in another grouping (L2)", &grouped, &merged(&both, three))?;
    same("merged again (L3)", &merged(&both, two), &both)?;
    same("merged with itself (L3)", &merged(&both, &both), &both)
}

#[test]
fn merging_in_any_order_and_grouping_and_again_makes_the_same() {
    in_histories(30, |history| {
        let people = World::after(&history.clocks, &history.acts).people;
        // Where there are only two people, the third copy is an old file.
        let third = people.get(2).map_or(&people[0].file, |person| &person.has);
        let [one, two, three] = [&people[0].has, &people[1].has, third].map(|has| &has.document);
        let merge = |one: &Document, other: &Document| {
            let mut merged = one.clone();
            merged.merge_all(other.records());
            merged
        };
        merge_alike([one, two, three], merge)?;
        let mut merged = merge(one, two);
        let (deed, foreign) = merged.merge_all(two.records());
        same("what a file changes the second time", &(deed, foreign), &Default::default())?;
        for record in one.records() {
            let (Some(two), Some(three)) = (two.get(record.id), three.get(record.id)) else {
                continue;
            };
            merge_alike([record, two, three], |one, other| {
                let mut merged = one.clone();
                merged.merge(other).unwrap();
                merged
            })?;
            let seen = merged.get(record.id).unwrap().seen();
            let kept = seen.covers(record.seen()) && seen.covers(two.seen());
            same("whether what was seen stays seen", &kept, &true)?;
        }
        Ok(())
    });
}

#[test]
fn an_undone_deed_or_merge_leaves_what_people_saw_before_it() {
    in_histories(28, |history| {
        let (earlier, last) = history.acts.split_at(history.acts.len().saturating_sub(4));
        let mut world = World::after(&history.clocks, earlier);
        for act in last {
            let before = world.people[act.by].has.document.clone();
            world.act(*act);
            let Some(deed) = &world.last else { continue };
            let (author, after) = (world.author(act.by), &world.people[act.by].has.document);
            let mut document = after.clone();
            let undone = document.undo(author, deed);
            same("seen after an undo", &shown(&document), &shown(&before))?;
            let redone = document.undo(author, &undone);
            same("seen after the undo was undone", &shown(&document), &shown(after))?;
            document.undo(author, &redone);
            same("seen after that was undone", &shown(&document), &shown(&before))?;
        }
        Ok(())
    });
}

/// Does what can be done at a desk of the app, alone or with the file of somebody else; returns
/// what was touched.
fn at_desk(desk: &mut Desk, does: Does, file: &[Record], nth: i64) -> BTreeSet<RecordId> {
    let at = Moment::from_seconds(START + 60 * nth);
    if let Does::Change(change) = does {
        let place = if let Change::Set(place, _) = change { Some(place) } else { None };
        let basis = |(record, field)| Some(desk.document().get(id(record))?.basis(field));
        let edits = edits(change, place.and_then(basis).unwrap_or_default(), nth);
        desk.act(DeedName::Settled, &edits, at)
    } else if let Does::Import(_) = does {
        desk.import(file, at).0
    } else if let Does::ReturnToSnapshot = does {
        desk.restore(file, at)
    } else {
        BTreeSet::new()
    }
}

#[test]
fn deeds_undone_in_reverse_order_lead_back_through_all_that_people_saw() {
    in_histories(24, |history| {
        let writer = |number| Writer::new(Device::new(&[number; 8]), &[0; 6]);
        let desk = |number| (Desk::new(Document::default(), writer(number)), Vec::new());
        let (mut desks, mut made) = ([1, 2].map(desk), BTreeSet::new());
        for (Act { by, does }, nth) in history.acts.iter().zip(1..) {
            let is_made = matches!(does, Does::Change(Change::Create(id)) if !made.insert(*id));
            let file: Vec<Record> = desks[1 - by % 2].0.document().records().cloned().collect();
            let (desk, states) = &mut desks[by % 2];
            let before = desk.document().clone();
            if !is_made && !at_desk(desk, *does, &file, nth).is_empty() {
                states.push(before);
            }
        }
        let at = Moment::from_seconds(START);
        for (desk, states) in &mut desks {
            let last = desk.document().clone();
            for state in states.iter().rev() {
                desk.undo(at);
                same("seen after an undo", &shown(desk.document()), &shown(state))?;
            }
            for state in states.iter().chain([&last]).skip(1) {
                desk.redo(at);
                same("seen when done again", &shown(desk.document()), &shown(state))?;
            }
        }
        Ok(())
    });
}

#[test]
fn devices_agree_with_a_simulation_that_keeps_the_whole_history() {
    in_histories(36, |history| {
        let mut world = World::after(&history.clocks, &[]);
        for act in &history.acts {
            world.act(*act);
            world.agrees(act.by)?;
        }
        world.agrees_after_exchange(&history.order)
    });
}

/// All that two do to one field, and to whether its record is there.
const SMALL: [Act; 8] = [
    Act { by: 0, does: Does::Change(Change::Set((0, TEXT), 1)) },
    Act { by: 1, does: Does::Change(Change::Set((0, TEXT), 1)) },
    Act { by: 0, does: Does::Import(1) },
    Act { by: 1, does: Does::Import(0) },
    Act { by: 0, does: Does::Change(Change::Delete(0)) },
    Act { by: 0, does: Does::Change(Change::Restore(0)) },
    Act { by: 0, does: Does::Undo },
    Act { by: 1, does: Does::Undo },
];

fn agree_further(world: &World, path: &mut Vec<Act>, more: usize) {
    for act in &SMALL {
        let mut world = world.clone();
        world.act(*act);
        path.push(*act);
        let agree = world.agrees(act.by);
        let agree = agree.and_then(|()| world.clone().agrees_after_exchange(&[0; 20]));
        assert!(agree.is_ok(), "{agree:?} after {path:#?}");
        if more > 1 {
            agree_further(&world, path, more - 1);
        }
        path.pop();
    }
}

#[test]
fn every_short_history_of_two_agrees_with_the_simulation() {
    let create = Act { by: 0, does: Does::Change(Change::Create(0)) };
    let both_have_it = World::after(&[0, 0], &[create, Act { by: 1, does: Does::Import(0) }]);
    agree_further(&both_have_it, &mut Vec::new(), 4);
}

#[test]
fn whatever_is_written_is_read_back_equal() {
    in_histories(30, |history| {
        for person in World::after(&history.clocks, &history.acts).people {
            for record in person.has.document.records() {
                same("read", &Record::parse(&record.to_string()), &Ok(record.clone()))?;
                same("admitted", &KIND.admit(record.clone()), &Ok(record.clone()))?;
                // A name that was left out comes back as it is known here.
                let mut named = record.clone();
                named.merge(&record.withholding(&[TEXT])).ok();
                same("named", &named, record)?;
            }
            // A file taken in by an app that has nothing gives the same, and so does handing that on.
            let written = |document: &Document| {
                exchange::write(Format::Everything, "v", Moment::default(), document.records())
            };
            let file = written(&person.has.document);
            let mut empty = Document::default();
            empty.merge_all(
                &exchange::read(&file, "v", KINDS).map(|file| file.records).unwrap_or_default(),
            );
            same("taken in", &empty, &person.has.document)?;
            same("handed on", &written(&empty), &file)?;
        }
        Ok(())
    });
}

/// All that stands, the front value of each field first, without its time.
fn timeless(document: &Document) -> Vec<(RecordId, &str, Dot, &Value)> {
    let mut all = Vec::new();
    for record in document.records() {
        for field in record.fields() {
            let entries = record.entries(field);
            all.extend(entries.iter().map(|entry| (record.id, field, entry.dot, entry.value)));
        }
    }
    all
}

#[test]
fn clocks_that_run_wild_change_no_outcome() {
    in_histories(36, |history| {
        let wild = World::after(&history.clocks, &history.acts);
        let right = World::after(&vec![0; history.clocks.len()], &history.acts);
        for (wild, right) in wild.people.iter().zip(&right.people) {
            let (wild, right) = (&wild.has.document, &right.has.document);
            same("what stands", &timeless(wild), &timeless(right))?;
            same("what people see", &shown(wild), &shown(right))?;
        }
        Ok(())
    });
}
