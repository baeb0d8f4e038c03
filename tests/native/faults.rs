//! The fault campaign: every journey is cut off, or fails, at every operation in turn. What people
//! see afterwards is the state before the deed that was under way or the state after it, never a
//! mixture; and whatever was told to be saved is there.

use super::simulated::{
    Device, Fault, People, Tab, day, first, id, imported, open, prepared, room_of_import,
};
use pejlemaerke::{
    app::{DeedName, KINDS},
    document::{Edit, Moment, Record, RecordId},
    exchange, note,
    store::{
        Bundle, SaveState, names,
        snapshot::{Why, read_snapshot, snapshot_text},
    },
};
use std::collections::BTreeSet;

/// What a person does, from a device in some state on.
struct Journey {
    name: &'static str,
    /// A device in its state, two days before.
    setup: fn() -> Device,
    deeds: fn(&mut Run<'_>) -> Result<(), Cut>,
}

/// Journeys of a few records.
const SMALL: &[Journey] = &[
    Journey { name: "writing a note", setup: Device::new, deeds: writing },
    Journey { name: "deleting and restoring", setup: Device::new, deeds: deleting },
    Journey { name: "settling a conflict", setup: in_conflict, deeds: settling },
    Journey { name: "restoring a snapshot", setup: Device::new, deeds: restoring },
    Journey { name: "writing after restarts", setup: Device::new, deeds: returning },
    Journey { name: "writing without room", setup: full, deeds: going_on },
    Journey { name: "beside unreadable texts", setup: damaged, deeds: going_on },
    Journey { name: "beside them without room", setup: damaged_and_full, deeds: going_on },
    Journey { name: "when the journal knows more", setup: behind, deeds: catching_up },
];

/// Journeys of hundreds of records.
const LARGE: &[Journey] = &[
    Journey { name: "taking in a file", setup: Device::new, deeds: importing },
    Journey { name: "doing so without room", setup: nearly_full, deeds: importing_in_vain },
    Journey { name: "putting groups together", setup: heaped, deeds: coming_back },
    Journey { name: "doing that without room", setup: heaped_and_full, deeds: coming_back },
];

// ---- states of a device ----

fn in_conflict() -> Device {
    let device = prepared(1);
    let (mut one, mut other) = (open(&device), open(&device));
    one.write((id(1), note::TEXT), "b", day(0));
    other.write((id(1), note::TEXT), "c", day(0));
    one.answer_all();
    other.answer_all();
    device.close();
    device
}

fn full() -> Device {
    with_room(prepared(2), 0)
}

fn nearly_full() -> Device {
    with_room(prepared(1), room_of_import() / 2)
}

fn with_room(device: Device, room: usize) -> Device {
    device.set_room(Some(room));
    device
}

fn damaged() -> Device {
    let device = prepared(2);
    device.lay(&format!("{}{}", names::RECORD, id(1)), "{broken");
    device.lay(&format!("{}rubbish", names::RECORD), "{lost");
    device
}

fn damaged_and_full() -> Device {
    with_room(damaged(), 0)
}

/// Two of three notes have not reached the shelf when the browser is killed.
fn behind() -> Device {
    let device = prepared(1);
    let mut tab = open(&device);
    for number in 2..=3 {
        tab.act(DeedName::NoteAdded, &first(id(number), "a"), day(0));
    }
    tab.answer_all();
    device.kill(0, false);
    device
}

/// Four groups stand on the shelf, and nothing in the journal. Of the first two everything stands in
/// the last two as well, and of the third most stands in the fourth.
fn heaped() -> Device {
    let device = prepared(1);
    let mut tab = open(&device);
    let (ids, _) = tab.desk.import(&imported()[..120], day(0));
    tab.save(&ids, day(0));
    let (_, ids) = tab.desk.undo(day(0)).unwrap();
    tab.save(&ids, day(0));
    let (_, ids) = tab.desk.redo(day(0)).unwrap();
    tab.save(&ids, day(0));
    let edits: Vec<Edit> = ids.iter().take(90).map(|id| Edit::Delete(*id)).collect();
    tab.act(DeedName::NoteDeleted, &edits, day(0));
    tab.answer_all();
    device.close();
    device.forget_journal();
    device
}

fn heaped_and_full() -> Device {
    with_room(heaped(), 500)
}

// ---- journeys ----

fn writing(run: &mut Run<'_>) -> Result<(), Cut> {
    run.add(1)?;
    run.write(1, "b")?;
    run.write(1, &"c".repeat(300))?;
    run.write(1, "d")
}

fn deleting(run: &mut Run<'_>) -> Result<(), Cut> {
    run.add(1)?;
    run.add(2)?;
    run.add(3)?;
    run.act(DeedName::NoteDeleted, &[Edit::Delete(id(2))])?;
    run.act(DeedName::Restored, &[Edit::Restore(id(2))])?;
    run.act(DeedName::NoteDeleted, &[Edit::Delete(id(1)), Edit::Delete(id(3))])?;
    run.undo()
}

fn settling(run: &mut Run<'_>) -> Result<(), Cut> {
    let note = run.tab().document().get(id(1)).unwrap();
    assert_eq!(note.conflicts(), [note::TEXT]);
    run.act(DeedName::Settled, &[Edit::Settle(id(1), note::TEXT.into(), "b".into())])
}

fn restoring(run: &mut Run<'_>) -> Result<(), Cut> {
    run.add(1)?;
    run.add(2)?;
    let records: Vec<&Record> = run.tab().document().records().collect();
    let snapshot = snapshot_text(day(2), Why::Asked, &mut Bundle::of(records.iter().copied()));
    run.write(1, "b")?;
    run.add(3)?;
    let at = run.at;
    let ids = run.tab().desk.restore(&read_snapshot(&snapshot, KINDS).unwrap(), at);
    assert_eq!(ids, BTreeSet::from([id(1), id(3)]));
    run.save(&ids)
}

fn returning(run: &mut Run<'_>) -> Result<(), Cut> {
    run.add(1)?;
    run.restart()?;
    run.write(1, "b")?;
    run.restart()?;
    run.write(1, "c")?;
    run.add(2)?;
    run.restart()
}

fn going_on(run: &mut Run<'_>) -> Result<(), Cut> {
    assert_eq!(run.tab().document().len(), 2);
    run.write(1, "longer than before")?;
    run.add(3)?;
    run.write(1, "longer than before and before that")
}

fn catching_up(run: &mut Run<'_>) -> Result<(), Cut> {
    assert_eq!((run.tab().document().len(), run.tab().opened.recovered), (3, 2));
    run.write(2, "b")
}

fn importing(run: &mut Run<'_>) -> Result<(), Cut> {
    run.import()?;
    run.undo()?;
    let at = run.at;
    let (_, ids) = run.tab().desk.redo(at).unwrap();
    run.save(&ids)
}

fn coming_back(run: &mut Run<'_>) -> Result<(), Cut> {
    run.write(1, "b")?;
    run.restart()
}

fn importing_in_vain(run: &mut Run<'_>) -> Result<(), Cut> {
    run.import()?;
    run.write(1, "b")
}

/// A journey ends early: the app could not open, or the browser was killed.
struct Cut;

/// A journey under way.
struct Run<'a> {
    device: &'a Device,
    context: &'a str,
    tab: Option<Tab<'a>>,
    at: Moment,
    /// What people saw at first and after every deed.
    states: Vec<People>,
    /// The place among them of the last that was told to be saved.
    acknowledged: usize,
}

impl<'a> Run<'a> {
    fn tab(&mut self) -> &mut Tab<'a> {
        self.tab.as_mut().unwrap()
    }

    fn open(&mut self) -> Result<(), Cut> {
        let tab = Tab::open(self.device, KINDS, self.at).or(Err(Cut))?;
        match self.states.last() {
            None => self.states.push(tab.seen()),
            Some(last) => assert_eq!(tab.seen(), *last, "{}: after a restart", self.context),
        }
        self.tab = Some(tab);
        self.go_on()
    }

    fn restart(&mut self) -> Result<(), Cut> {
        self.go_on()?;
        self.tab = None;
        self.device.close();
        self.open()?;
        self.go_on()
    }

    fn go_on(&self) -> Result<(), Cut> {
        if self.device.is_killed() { Err(Cut) } else { Ok(()) }
    }

    fn act(&mut self, name: DeedName, edits: &[Edit]) -> Result<(), Cut> {
        let at = self.at;
        let ids = self.tab().desk.act(name, edits, at);
        self.save(&ids)
    }

    fn add(&mut self, number: u64) -> Result<(), Cut> {
        self.act(DeedName::NoteAdded, &first(id(number), "a"))
    }

    fn write(&mut self, number: u64, text: &str) -> Result<(), Cut> {
        let basis = self.tab().basis((id(number), note::TEXT));
        let edit = Edit::Set(id(number), note::TEXT, text.into(), basis);
        self.act(DeedName::NoteWritten, &[edit])
    }

    fn import(&mut self) -> Result<(), Cut> {
        let at = self.at;
        let (ids, foreign) = self.tab().desk.import(imported(), at);
        assert_eq!((ids.len(), foreign.len()), (250, 0));
        self.save(&ids)
    }

    fn undo(&mut self) -> Result<(), Cut> {
        let at = self.at;
        let (_, ids) = self.tab().desk.undo(at).unwrap();
        self.save(&ids)
    }

    fn save(&mut self, ids: &BTreeSet<RecordId>) -> Result<(), Cut> {
        let at = self.at;
        let tab = self.tab();
        tab.save(ids, at);
        tab.answer_all();
        let (seen, state) = (tab.seen(), tab.state());
        self.states.push(seen);
        // Nobody sees what a tab would tell after its end.
        self.go_on()?;
        if state == SaveState::Saved {
            self.acknowledged = self.states.len() - 1;
        }
        self.at = Moment::from_seconds(at.seconds() + 60);
        Ok(())
    }
}

/// How far a journey came.
struct Outcome {
    states: Vec<People>,
    acknowledged: usize,
    is_whole: bool,
}

fn carry_out(journey: &Journey, device: &Device, context: &str) -> Outcome {
    let (states, at) = (Vec::new(), day(2));
    let mut run = Run { device, context, tab: None, at, states, acknowledged: 0 };
    let ended = run.open().and_then(|()| (journey.deeds)(&mut run));
    Outcome { states: run.states, acknowledged: run.acknowledged, is_whole: ended.is_ok() }
}

// ---- the campaign ----

/// A journey that is to be struck by every fault in turn.
struct Campaign<'a> {
    journey: &'a Journey,
    prepared: Device,
    /// What people see at first and after every deed where nothing goes wrong.
    states: Vec<People>,
    /// What stands on the device from the beginning and nobody can read.
    unreadable: Vec<String>,
}

/// Carries a journey out with every fault in turn; returns how many operations were struck.
fn strike_everywhere(journey: &Journey) -> usize {
    let prepared = (journey.setup)();
    let mut unreadable: Vec<String> = prepared.shown().into_values().collect();
    unreadable.retain(|text| text.starts_with('{') && Record::parse(text).is_err());
    let device = prepared.copy();
    device.arm(None);
    let Outcome { states, acknowledged, is_whole } = carry_out(journey, &device, journey.name);
    let does_each_show = states.windows(2).all(|pair| pair[0] != pair[1]);
    assert!(is_whole && does_each_show && acknowledged > 0, "{} does too little", journey.name);
    assert_eq!(acknowledged, states.len() - 1, "{}", journey.name);
    let campaign = Campaign { journey, prepared, states, unreadable };
    for index in 0..device.operations() {
        campaign.strike(Fault::Fail(index));
        campaign.strike(Fault::Kill(index));
    }
    device.operations()
}

impl Campaign<'_> {
    fn strike(&self, fault: Fault) {
        let context = format!("{}, {fault:?}", self.journey.name);
        let device = self.prepared.copy();
        device.arm(Some(fault));
        let outcome = carry_out(self.journey, &device, &context);
        let came = outcome.states.len();
        assert!(outcome.states == self.states[..came], "{context}: memory lost something");
        // The old state or the new one; the new one alone where it was told to be saved.
        let possible = &self.states[outcome.acknowledged..came.max(1)];
        match fault {
            Fault::Fail(index) => {
                assert!(device.operations() > index, "{context} was never reached");
                device.close();
                self.check_restart(&device, possible, &context);
            }
            Fault::Kill(_) => {
                assert!(device.is_killed(), "{context} was never reached");
                self.check_restarts(&device, possible, &context);
            }
        }
    }

    fn check_restarts(&self, killed: &Device, possible: &[People], context: &str) {
        let pending = killed.pending();
        for flushed in BTreeSet::from([0, pending / 2, pending]) {
            for keeps_begun in BTreeSet::from([false, killed.has_begun()]) {
                let device = killed.copy();
                device.kill(flushed, keeps_begun);
                let context = format!("{context}, {flushed} of {pending} flushed, {keeps_begun}");
                self.check_restart(&device, possible, &context);
            }
        }
    }

    fn check_restart(&self, device: &Device, possible: &[People], context: &str) {
        let seen = Tab::open(device, KINDS, day(2)).unwrap().seen();
        let some: Vec<&String> = seen.values().take(4).collect();
        assert!(possible.contains(&seen), "{context}: {} records, {some:#?}", seen.len());
        let shown = device.shown();
        for text in &self.unreadable {
            assert!(shown.values().any(|kept| kept == text), "{context}: {text} is gone");
        }
    }
}

#[test]
fn small_journeys_leave_the_old_state_or_the_new_whatever_fails() {
    assert!(SMALL.iter().map(strike_everywhere).sum::<usize>() >= 200);
}

#[test]
fn large_journeys_leave_the_old_state_or_the_new_whatever_fails() {
    assert!(LARGE.iter().map(strike_everywhere).sum::<usize>() >= 35);
}

// ---- what the campaign does not reach ----

#[test]
fn groups_are_put_together_at_the_next_start() {
    let device = heaped();
    let count = |start: &str| device.shown().keys().filter(|name| name.starts_with(start)).count();
    let (used, before) = (device.used(), count(names::GROUP));
    let seen = open(&device).seen();
    assert_eq!((before, count(names::GROUP), count(names::PACK)), (4, 1, 2));
    assert!(device.used() < used * 3 / 4, "{used} units, then {}", device.used());
    device.close();
    assert_eq!(open(&device).seen(), seen);
}

/// The browser is killed with nothing on the disk; people then see this, at this moment.
fn check_killed(device: &Device, seen: &People, now: Moment) {
    device.kill(0, false);
    assert_eq!(Tab::open(device, KINDS, now).unwrap().seen(), *seen);
}

#[test]
fn what_the_journal_brought_back_outlives_a_reload_and_another_kill() {
    let device = Device::new();
    let mut tab = open(&device);
    tab.act(DeedName::NoteAdded, &first(id(1), "a"), day(0));
    tab.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    let seen = tab.seen();
    check_killed(&device, &seen, day(2));
    // A reload, or a second tab, at once: it finds on the shelf what is not on the disk.
    assert_eq!(Tab::open(&device, KINDS, day(2)).unwrap().seen(), seen);
    check_killed(&device, &seen, day(2));
}

#[test]
fn what_was_done_under_a_clock_that_was_years_behind_outlives_a_reload_and_a_kill() {
    let device = Device::new();
    let mut tab = Tab::open(&device, KINDS, Moment::default()).unwrap();
    tab.act(DeedName::NoteAdded, &first(id(1), "a"), Moment::default());
    tab.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    let seen = tab.seen();
    assert_eq!(open(&device).seen(), seen);
    check_killed(&device, &seen, day(0));
}

#[test]
fn a_value_changed_by_hand_in_a_file_outlives_a_kill_once_it_is_saved() {
    let device = prepared(1);
    let mut tab = open(&device);
    let file = exchange::write(
        exchange::Format::Everything,
        "randers-2021",
        day(0),
        tab.document().records(),
    );
    let by_hand = file.replace("\"text\":\"a\"", "\"text\":\"b\"");
    let contents = exchange::read(&by_hand, "randers-2021", KINDS).unwrap();
    let (ids, _) = tab.desk.import(&contents.records, day(0));
    assert_eq!(tab.document().get(id(1)).unwrap().conflicts(), [note::TEXT]);
    tab.save(&ids, day(0));
    tab.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    check_killed(&device, &tab.seen(), day(0));
}

#[test]
fn a_text_that_is_longer_than_a_note_may_be_takes_nothing_with_it() {
    let device = prepared(1);
    let mut tab = open(&device);
    tab.write((id(1), note::TEXT), &"x".repeat(20_001), day(0));
    tab.answer_all();
    let seen = tab.seen();
    device.close();
    check_killed(&device, &seen, day(0));
}

#[test]
fn a_late_answer_to_an_earlier_save_does_not_hide_that_a_later_one_failed() {
    let device = prepared(1);
    let mut tab = open(&device);
    tab.write((id(1), note::TEXT), "b", day(0));
    device.set_room(Some(0));
    device.break_journal();
    tab.write((id(1), note::TEXT), "longer than before", day(0));
    assert!(matches!(tab.state(), SaveState::NotSaved(_)));
    assert!(tab.answer());
    assert!(matches!(tab.state(), SaveState::NotSaved(_)), "{:?}", tab.state());
}

#[test]
fn where_the_journal_is_dead_the_shelf_keeps() {
    let device = Device::new();
    device.break_journal();
    let mut tab = open(&device);
    tab.act(DeedName::NoteAdded, &first(id(1), "a"), day(0));
    assert_eq!(tab.state(), SaveState::Saved);
    device.close();
    assert_eq!(open(&device).seen(), tab.seen());
}

#[test]
fn an_older_app_moves_nothing_that_a_newer_one_wrote() {
    let device = prepared(1);
    device.lay(names::LAYOUT, "99");
    device.lay(&format!("{}{}", names::RECORD, id(7)), "{\"in\":\"a form of its own\"}");
    let before = device.shown();
    assert!(open(&device).keeper.is_read_only());
    assert_eq!(device.shown(), before);
}
