//! The kinds of records in which workshops are kept.
//!
//! What there is once only for a table, a seat or an activity has an id that follows from it
//! ([`part_id`]): a ballot that is cast again is the same record, and a file that comes twice brings
//! nothing new.

use super::{Ballot, Counts, Method, NoteSort, Stage, Template, Timer, Way, subjects};
use crate::document::{Device, Document, Edit, Kind, Record, RecordId, Shape, Value, part_id};
use std::collections::BTreeSet;

/// A workshop: what it is about and how it is held.
pub const WORKSHOP: Kind = Kind {
    name: "workshop",
    fields: &[
        (NAME, Shape::Line(120)),
        (AIM, Shape::Prose(1_000)),
        (PLACE, Shape::Line(120)),
        (HELD, Shape::Line(60)),
        (FACILITATOR, Shape::Personal(120)),
        (TEMPLATE, Shape::Checked(|text| Template::from_name(text).is_some())),
        (PROFILE, Shape::Line(36)),
        (IS_NAMED, Shape::Flag),
        (IS_LOCKING, Shape::Flag),
    ],
    steps: &[],
};

/// A step of a workshop's agenda: its stage, and what is asked in it.
pub const ACTIVITY: Kind = Kind {
    name: "activity",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (STAGE, Shape::Checked(|text| Stage::from_name(text).is_some())),
        (MINUTES, Shape::Whole(0, 600)),
        (QUESTION, Shape::Line(300)),
        (METHOD, Shape::Checked(|text| Method::from_name(text).is_some())),
        (VOTES, Shape::Whole(1, MOST_VOTES)),
        (IS_ON_NOTES, Shape::Flag),
        (ITEMS, Shape::Checked(subjects::are_items)),
        (ORDER, Shape::Whole(0, LAST)),
    ],
    steps: &[],
};

/// A subject in a workshop's own words, to be voted on beside the vision's goals.
pub const SUBJECT: Kind = Kind {
    name: "subject",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (TEXT, Shape::Line(300)),
        (ORDER, Shape::Whole(0, LAST)),
    ],
    steps: &[],
};

/// A table: one device at a workshop, with where it is on the agenda. Its id follows from the workshop
/// and the device ([`table_id`]).
pub const TABLE: Kind = Kind {
    name: "table",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (NAME, Shape::Line(60)),
        (PEOPLE, Shape::Whole(0, MOST_PEOPLE)),
        (AT, Shape::Line(36)),
        (TIMER, Shape::Checked(|text| Timer::parse(text).is_some())),
        (IS_LEFT_OUT, Shape::Flag),
    ],
    steps: &[],
};

/// Who voted from a seat at a table in an activity, where the workshop is held with names: the next time
/// somebody else may sit there. Its id follows from activity, table and number ([`seat_id`]).
pub const SEAT: Kind = Kind {
    name: "seat",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (OF_TABLE, Shape::Line(36)),
        (NUMBER, Shape::Whole(1, MOST_PEOPLE)),
        (NAME, Shape::Personal(120)),
    ],
    steps: &[],
};

/// How a table votes in an activity. Its id follows from activity and table ([`round_id`]).
pub const ROUND: Kind = Kind {
    name: "round",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (OF_TABLE, Shape::Line(36)),
        (WAY, Shape::Checked(|text| Way::from_name(text).is_some())),
        (PEOPLE, Shape::Whole(0, MOST_PEOPLE)),
    ],
    steps: &[],
};

/// How many hands a table showed for a subject. Its id follows from activity, table and subject
/// ([`hands_id`]).
pub const HANDS: Kind = Kind {
    name: "hands",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (OF_TABLE, Shape::Line(36)),
        (OF_SUBJECT, Shape::Line(40)),
        (COUNTS, Shape::Checked(|text| Counts::parse(text).is_some())),
    ],
    steps: &[],
};

/// A ballot. Its id follows from activity, table and seat ([`ballot_id`]): whoever votes again has one
/// ballot still. It holds no name.
pub const BALLOT: Kind = Kind {
    name: "ballot",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (OF_TABLE, Shape::Line(36)),
        (NUMBER, Shape::Whole(1, MOST_PEOPLE)),
        (VOTED, Shape::Checked(|text| Ballot::parse(text).is_some())),
    ],
    steps: &[],
};

/// A note that somebody wrote at a workshop.
pub const NOTE: Kind = Kind {
    name: "workshop-note",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (OF_ACTIVITY, Shape::Line(36)),
        (OF_TABLE, Shape::Line(36)),
        (SORT, Shape::Checked(|text| NoteSort::from_name(text).is_some())),
        (TEXT, Shape::Prose(1_000)),
        (BY, Shape::Personal(120)),
        (GROUP_ID, Shape::Line(36)),
    ],
    steps: &[],
};

/// A group of notes that say the same.
pub const GROUP: Kind = Kind {
    name: "group",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (NAME, Shape::Line(120)),
        (INTO, Shape::Line(36)),
        (ORDER, Shape::Whole(0, LAST)),
    ],
    steps: &[],
};

/// What was agreed to be done.
pub const AGREEMENT: Kind = Kind {
    name: "agreement",
    fields: &[
        (OF_WORKSHOP, Shape::Line(36)),
        (TEXT, Shape::Line(300)),
        (WHO, Shape::Personal(200)),
        (TIME, Shape::Line(120)),
        (OF_SUBJECT, Shape::Line(40)),
        (ORDER, Shape::Whole(0, LAST)),
    ],
    steps: &[],
};

/// The kinds of records that a workshop is made of, itself among them.
pub const KINDS: [&Kind; 11] = [
    &WORKSHOP, &ACTIVITY, &SUBJECT, &TABLE, &SEAT, &ROUND, &HANDS, &BALLOT, &NOTE, &GROUP,
    &AGREEMENT,
];

/// So many votes can a person have in an activity.
pub const MOST_VOTES: i64 = 20;
/// More people than this are at no table.
pub const MOST_PEOPLE: i64 = 10_000;
/// The last place in an order; where none is said it counts as this.
pub const LAST: i64 = 1_000_000;

/// The field with a name.
pub const NAME: &str = "name";
/// The field with what is to come of a workshop.
pub const AIM: &str = "aim";
/// The field with where a workshop is held.
pub const PLACE: &str = "place";
/// The field with the day on which a workshop is held, as [`crate::measure::When`], or as it was typed.
pub const HELD: &str = "held";
/// The field with who leads a workshop.
pub const FACILITATOR: &str = "facilitator";
/// The field with the template that a workshop was made from.
pub const TEMPLATE: &str = "template";
/// The field with the id of the village profile that a workshop is for.
pub const PROFILE: &str = "profile";
/// The field that says that people give their names.
pub const IS_NAMED: &str = "named";
/// The field that says that nothing is taken in once the time is up.
pub const IS_LOCKING: &str = "locking";
/// The field with the id of the workshop that a record belongs to.
pub const OF_WORKSHOP: &str = "workshop";
/// The field with the stage of an activity ([`Stage`]).
pub const STAGE: &str = "stage";
/// The field with how many minutes an activity takes.
pub const MINUTES: &str = "minutes";
/// The field with what is asked in an activity.
pub const QUESTION: &str = "question";
/// The field with how people vote in an activity ([`Method`]).
pub const METHOD: &str = "method";
/// The field with how many votes each person has.
pub const VOTES: &str = "votes";
/// The field that says that people vote on the workshop's notes.
pub const IS_ON_NOTES: &str = "on_notes";
/// The field with the ids of the goals, points and themes that people vote on, with blanks between.
pub const ITEMS: &str = "items";
/// The field with a place among others; the lowest comes first.
pub const ORDER: &str = "order";
/// The field with the id of an activity.
pub const OF_ACTIVITY: &str = "activity";
/// The field with a text.
pub const TEXT: &str = "text";
/// The field with how many people there are.
pub const PEOPLE: &str = "people";
/// The field with the id of the activity that a table is at.
pub const AT: &str = "at";
/// The field with a table's clock ([`Timer`]).
pub const TIMER: &str = "timer";
/// The field that says that a table does not count.
pub const IS_LEFT_OUT: &str = "left_out";
/// The field with the id of a table.
pub const OF_TABLE: &str = "table";
/// The field with the number of a seat.
pub const NUMBER: &str = "number";
/// The field with how a table votes ([`Way`]).
pub const WAY: &str = "way";
/// The field with the id of what people vote on: an item of the vision, a subject, a note or a group.
pub const OF_SUBJECT: &str = "subject";
/// The field with how many hands were shown ([`Counts`]).
pub const COUNTS: &str = "counts";
/// The field with what stands on a ballot ([`Ballot`]).
pub const VOTED: &str = "voted";
/// The field with what a note is ([`NoteSort`]).
pub const SORT: &str = "sort";
/// The field with who wrote a note.
pub const BY: &str = "by";
/// The field with the id of the group that a note was put in.
pub const GROUP_ID: &str = "group";
/// The field with the id of the group that this one was merged into.
pub const INTO: &str = "into";
/// The field with who does what was agreed.
pub const WHO: &str = "who";
/// The field with when it is done.
pub const TIME: &str = "time";
/// The field of records elsewhere that came out of a workshop: its id.
pub const FROM_WORKSHOP: &str = "from_workshop";

/// The id of the table that a device is at a workshop.
#[must_use]
pub fn table_id(workshop: RecordId, device: Device) -> RecordId {
    part_id(workshop, &TABLE, &device.to_string())
}

/// The id of who voted from a seat of a table.
#[must_use]
pub fn seat_id(activity: RecordId, table: RecordId, number: i64) -> RecordId {
    part_id(activity, &SEAT, &format!("{table}/{number}"))
}

/// The id of how a table votes in an activity.
#[must_use]
pub fn round_id(activity: RecordId, table: RecordId) -> RecordId {
    part_id(activity, &ROUND, &table.to_string())
}

/// The id of how many hands a table showed for a subject.
#[must_use]
pub fn hands_id(activity: RecordId, table: RecordId, subject: &str) -> RecordId {
    part_id(activity, &HANDS, &format!("{table}/{subject}"))
}

/// The id of the ballot from a seat of a table.
#[must_use]
pub fn ballot_id(activity: RecordId, table: RecordId, number: i64) -> RecordId {
    part_id(activity, &BALLOT, &format!("{table}/{number}"))
}

/// The edits that make a record of a workshop with these fields.
#[must_use]
pub fn made<const N: usize>(
    id: RecordId,
    kind: &'static Kind,
    workshop: RecordId,
    fields: [(&'static str, Value); N],
) -> Vec<Edit> {
    let mut edits = vec![
        Edit::Create(id, kind.name),
        Edit::Set(id, OF_WORKSHOP, workshop.to_string().into(), BTreeSet::new()),
    ];
    let set = |(field, value)| Edit::Set(id, field, value, BTreeSet::new());
    edits.extend(fields.into_iter().map(set));
    edits
}

/// The workshop that a record belongs to: itself, if it is one.
#[must_use]
pub fn workshop_of(record: &Record) -> Option<RecordId> {
    if record.kind == WORKSHOP.name {
        return Some(record.id);
    }
    let is_part = KINDS.iter().any(|kind| kind.name == record.kind);
    RecordId::parse(record.text(OF_WORKSHOP)).filter(|_| is_part)
}

/// All records that a workshop is made of, itself among them, also deleted ones.
pub fn belonging(document: &Document, workshop: RecordId) -> impl Iterator<Item = &Record> {
    document.records().filter(move |record| workshop_of(record) == Some(workshop))
}
