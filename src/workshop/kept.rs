//! What a workshop is, put together from its records.

use super::{Grouped, Method, NoteSort, Stage, Timer, grouped, records as of, subjects};
use crate::{
    document::{Document, Kind, Record, RecordId, Value},
    sorted::sort,
};

/// A workshop as it was prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// Its record.
    pub id: RecordId,
    /// Its name; may be empty.
    pub name: String,
    /// What is to come of it.
    pub aim: String,
    /// Where it is held.
    pub place: String,
    /// The day on which it is held, as it is kept.
    pub held: String,
    /// The village profile that it is for.
    pub profile: Option<RecordId>,
    /// Whether people give their names.
    pub is_named: bool,
    /// Whether nothing is taken in once the time is up.
    pub is_locking: bool,
    /// Its agenda, in order.
    pub activities: Vec<Activity>,
}

/// A step of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its record.
    pub id: RecordId,
    /// What is done in it.
    pub stage: Stage,
    /// How many minutes it takes.
    pub minutes: i64,
    /// What is asked; may be empty.
    pub question: String,
    /// How people vote, where they vote.
    pub method: Method,
    /// How many votes each person has, where votes are counted.
    pub votes: u32,
    /// Whether people vote on the notes.
    pub is_on_notes: bool,
    /// The items of the vision that people vote on.
    pub items: Vec<String>,
    /// What people vote on in the workshop's own words.
    pub own: Vec<(RecordId, String)>,
    /// Its place in the agenda as it is kept.
    pub order: i64,
}

/// A device at the workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its record.
    pub id: RecordId,
    /// Its name; may be empty.
    pub name: String,
    /// How many people sit there, where that was said.
    pub people: u32,
    /// The activity that it is at.
    pub at: Option<RecordId>,
    /// Its clock.
    pub timer: Option<Timer>,
    /// Whether it does not count.
    pub is_left_out: bool,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its record.
    pub id: RecordId,
    /// What it is.
    pub sort: NoteSort,
    /// What it says.
    pub text: String,
    /// Who wrote it; may be empty.
    pub by: String,
    /// The table at which it was written.
    pub table: Option<RecordId>,
    /// The group that it was put in.
    pub group: Option<RecordId>,
}

/// A group of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteGroup {
    /// Its record.
    pub id: RecordId,
    /// Its name; may be empty.
    pub name: String,
    /// The group that it was merged into.
    pub into: Option<RecordId>,
}

/// What was agreed to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its record.
    pub id: RecordId,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// When.
    pub time: String,
    /// What it follows from: an item of the vision, a subject, a note or a group.
    pub subject: String,
}

fn text(record: &Record, field: &str) -> String {
    record.text(field).trim().to_owned()
}

pub(super) fn whole(record: &Record, field: &str) -> Option<i64> {
    record.front(field).and_then(Value::as_whole)
}

pub(super) fn count(record: &Record, field: &str) -> u32 {
    whole(record, field).and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

fn is_set(record: &Record, field: &str) -> bool {
    record.front(field) == Some(&Value::Flag(true))
}

pub(super) fn id(record: &Record, field: &str) -> Option<RecordId> {
    RecordId::parse(record.text(field))
}

/// The records of a kind that belong to a workshop, in the order they were made. It is asked for with every
/// edit, so it compares texts as they are.
pub(super) fn parts<'a>(
    document: &'a Document,
    workshop: RecordId,
    kind: &'a Kind,
) -> impl Iterator<Item = &'a Record> {
    let name = workshop.to_string();
    document.of_kind(kind).filter(move |record| record.text(of::OF_WORKSHOP) == name)
}

/// The records of a kind that belong to a workshop, by the place that is kept in them.
fn in_order<'a>(
    document: &'a Document,
    workshop: RecordId,
    kind: &'a Kind,
) -> Vec<(i64, &'a Record)> {
    let place = |record| (whole(record, of::ORDER).unwrap_or(of::LAST), record);
    let mut all: Vec<(i64, &Record)> = parts(document, workshop, kind).map(place).collect();
    sort(&mut all, |(order, one), (other_order, other)| (order, one.id) < (other_order, other.id));
    all
}

impl Workshop {
    /// A workshop; none where there is no such workshop.
    #[must_use]
    pub fn of(document: &Document, id: RecordId) -> Option<Self> {
        let record =
            document.get(id).filter(|one| one.kind == of::WORKSHOP.name && one.is_present())?;
        Some(Self {
            id,
            name: text(record, of::NAME),
            aim: text(record, of::AIM),
            place: text(record, of::PLACE),
            held: text(record, of::HELD),
            profile: RecordId::parse(record.text(of::PROFILE)),
            is_named: is_set(record, of::IS_NAMED),
            is_locking: is_set(record, of::IS_LOCKING),
            activities: activities(document, id),
        })
    }

    /// A workshop of which nothing is known.
    #[must_use]
    pub const fn empty(id: RecordId) -> Self {
        Self {
            id,
            name: String::new(),
            aim: String::new(),
            place: String::new(),
            held: String::new(),
            profile: None,
            is_named: false,
            is_locking: false,
            activities: Vec::new(),
        }
    }

    /// All workshops, the last made first.
    #[must_use]
    pub fn all(document: &Document) -> Vec<Self> {
        let ids = document.of_kind(&of::WORKSHOP).map(|record| record.id);
        let mut all: Vec<Self> = ids.filter_map(|id| Self::of(document, id)).collect();
        all.reverse();
        all
    }

    /// An activity of the agenda.
    #[must_use]
    pub fn activity(&self, id: RecordId) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == id)
    }

    /// How many minutes all activities take.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        self.activities.iter().map(|activity| activity.minutes).sum()
    }

    /// The activity that a table is at: where that is not known or was taken off the agenda, the first.
    #[must_use]
    pub fn current(&self, table: Option<&Table>) -> Option<&Activity> {
        let at = table.and_then(|table| self.activity(table.at?));
        at.or(self.activities.first())
    }

    /// The activities before and after one.
    #[must_use]
    pub fn beside(&self, id: RecordId) -> (Option<&Activity>, Option<&Activity>) {
        let Some(at) = self.place(id) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|at| self.activities.get(at));
        (before, self.activities.get(at + 1))
    }

    /// The place of an activity on the agenda, from 0.
    #[must_use]
    pub fn place(&self, id: RecordId) -> Option<usize> {
        self.activities.iter().position(|activity| activity.id == id)
    }
    /// Whether a table may see what a vote came to: it is past it on the agenda. A device that is no table at
    /// the workshop has nothing to hide from anybody.
    #[must_use]
    pub fn is_revealed(&self, vote: RecordId, table: Option<&Table>) -> bool {
        if table.is_none() {
            return true;
        }
        let at = self.current(table).and_then(|current| self.place(current.id));
        self.place(vote).zip(at).is_some_and(|(vote, at)| vote < at)
    }

    /// The last vote before an activity: what a reveal shows.
    #[must_use]
    pub fn vote_before(&self, id: RecordId) -> Option<&Activity> {
        let at = self.place(id)?;
        self.activities.iter().take(at).rev().find(|activity| activity.stage.is_vote())
    }

    /// The activities in which people vote.
    pub fn votes(&self) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(|activity| activity.stage.is_vote())
    }

    /// The last activity before one in which notes are written; else the first of all, if any.
    #[must_use]
    pub fn writing_before(&self, id: RecordId) -> Option<&Activity> {
        let at = self.place(id).unwrap_or_default();
        let is_writing = |activity: &&Activity| activity.stage == Stage::Writing;
        let before = self.activities.iter().take(at + 1).rev().find(is_writing);
        before.or(self.activities.iter().find(is_writing))
    }
}

fn activities(document: &Document, workshop: RecordId) -> Vec<Activity> {
    let own: Vec<(i64, &Record)> = in_order(document, workshop, &of::SUBJECT);
    let activity = |(order, record): (i64, &Record)| {
        let mine = own.iter().filter(|(_, one)| id(one, of::OF_ACTIVITY) == Some(record.id));
        let mine = mine.map(|(_, one)| (one.id, text(one, of::TEXT)));
        let stage = Stage::from_name(record.text(of::STAGE)).unwrap_or_default();
        let usual = if stage == Stage::Prioritising { 3 } else { 1 };
        Activity {
            id: record.id,
            stage,
            minutes: whole(record, of::MINUTES).unwrap_or(stage.usual_minutes()),
            question: text(record, of::QUESTION),
            method: Method::from_name(record.text(of::METHOD)).unwrap_or_default(),
            votes: Some(count(record, of::VOTES)).filter(|votes| *votes > 0).unwrap_or(usual),
            is_on_notes: is_set(record, of::IS_ON_NOTES),
            items: subjects::items(record.text(of::ITEMS)),
            own: mine.collect(),
            order,
        }
    };
    in_order(document, workshop, &of::ACTIVITY).into_iter().map(activity).collect()
}

/// The tables of a workshop, in the order of their ids.
#[must_use]
pub fn tables(document: &Document, workshop: RecordId) -> Vec<Table> {
    parts(document, workshop, &of::TABLE).map(table).collect()
}

/// A table; none where it was not begun.
#[must_use]
pub fn table_of(document: &Document, id: RecordId) -> Option<Table> {
    let is_it = |one: &&Record| one.kind == of::TABLE.name && one.is_present();
    document.get(id).filter(is_it).map(table)
}

fn table(record: &Record) -> Table {
    Table {
        id: record.id,
        name: text(record, of::NAME),
        people: count(record, of::PEOPLE),
        at: id(record, of::AT),
        timer: Timer::parse(record.text(of::TIMER)),
        is_left_out: is_set(record, of::IS_LEFT_OUT),
    }
}

/// The notes of a workshop, in the order they were written.
#[must_use]
pub fn notes(document: &Document, workshop: RecordId) -> Vec<Note> {
    let note = |record: &Record| Note {
        id: record.id,
        sort: NoteSort::from_name(record.text(of::SORT)).unwrap_or_default(),
        text: text(record, of::TEXT),
        by: text(record, of::BY),
        table: id(record, of::OF_TABLE),
        group: id(record, of::GROUP_ID),
    };
    parts(document, workshop, &of::NOTE).map(note).filter(|note| !note.text.is_empty()).collect()
}

/// The groups of a workshop, in order.
#[must_use]
pub fn groups(document: &Document, workshop: RecordId) -> Vec<NoteGroup> {
    let group = |(_, record): (i64, &Record)| NoteGroup {
        id: record.id,
        name: text(record, of::NAME),
        into: id(record, of::INTO),
    };
    in_order(document, workshop, &of::GROUP).into_iter().map(group).collect()
}

/// What was agreed, in order.
#[must_use]
pub fn agreements(document: &Document, workshop: RecordId) -> Vec<Agreement> {
    let agreement = |(_, record): (i64, &Record)| Agreement {
        id: record.id,
        what: text(record, of::TEXT),
        who: text(record, of::WHO),
        time: text(record, of::TIME),
        subject: text(record, of::OF_SUBJECT),
    };
    in_order(document, workshop, &of::AGREEMENT).into_iter().map(agreement).collect()
}

/// The groups with their notes, and the notes that are in none.
#[must_use]
pub fn grouping(document: &Document, workshop: RecordId) -> Vec<Grouped> {
    let notes: Vec<_> =
        notes(document, workshop).into_iter().map(|note| (note.id, note.group)).collect();
    let groups: Vec<_> =
        groups(document, workshop).into_iter().map(|group| (group.id, group.into)).collect();
    grouped(&notes, &groups)
}
