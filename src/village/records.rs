//! The kinds of records in which village profiles are kept.
//!
//! Every long text and every rating is a record of its own, so that one edit writes one text and not
//! the whole profile. Such a record's id follows from its profile and its part ([`part_id`]): two
//! people who write to the same part without knowing of each other write to one record, and their
//! texts meet there.

use super::{PlaceKind, rating::Tally};
use crate::{
    document::{Document, Edit, Kind, Record, RecordId, Shape},
    measure::State,
};
use std::collections::BTreeSet;

pub use crate::{document::part_id, workshop::records::FROM_WORKSHOP};

/// A village profile: what place it is about, and who writes it.
pub const PROFILE: Kind = Kind {
    name: "profile",
    fields: &[
        (NAME, Shape::Line(120)),
        (PLACE_KIND, Shape::Checked(|text| PlaceKind::from_name(text).is_some())),
        (COURSE, Shape::Checked(|text| Course::from_name(text).is_some())),
        (BELONGS_TO, Shape::Line(120)),
        (PITCH, Shape::Prose(300)),
        (COUNCIL, Shape::Line(200)),
        (CONTACT, Shape::Personal(400)),
        (MAP, Shape::Line(2_000)),
        (PLAN_LINK, Shape::Line(2_000)),
    ],
    steps: &[],
};

/// How far a profile has come. Dates are kept as [`crate::measure::When`], or as they were typed
/// where they cannot be read.
pub const PROCESS: Kind = Kind {
    name: "process",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (STAGE, Shape::Checked(|text| Stage::from_name(text).is_some())),
        (BEGUN, Shape::Line(60)),
        (HEARING_FROM, Shape::Line(60)),
        (HEARING_TO, Shape::Line(60)),
        (ADOPTED, Shape::Line(60)),
        (REVISION, Shape::Line(60)),
    ],
    steps: &[],
};

/// One text of a profile.
pub const PASSAGE: Kind = Kind {
    name: "passage",
    fields: &[(OF_PROFILE, Shape::Line(36)), (PART, Shape::Line(40)), (TEXT, Shape::Prose(10_000))],
    steps: &[],
};

/// A rating of one of the seven points, by one person or by a group.
pub const RATING: Kind = Kind {
    name: "rating",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (PART, Shape::Line(40)),
        (RATED, Shape::Whole(1, 7)),
        (TALLY, Shape::Checked(|text| Tally::parse(text).is_some())),
        (REASON, Shape::Prose(2_000)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// A key figure. Numbers are kept as [`crate::measure::Decimal`], or as they were typed where they
/// cannot be read; dates likewise.
pub const FIGURE: Kind = Kind {
    name: "figure",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (NAME, Shape::Line(120)),
        (AMOUNT, Shape::Line(60)),
        (UNIT, Shape::Line(60)),
        (YEAR, Shape::Line(60)),
        (SOURCE, Shape::Line(300)),
        (LINK, Shape::Line(2_000)),
        (WISHED, Shape::Line(60)),
        (WISHED_BY, Shape::Line(60)),
    ],
    steps: &[],
};

/// A line of the action plan.
pub const ACTION: Kind = Kind {
    name: "action",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (WHAT, Shape::Line(300)),
        (WHY, Shape::Prose(2_000)),
        (WHO, Shape::Line(200)),
        (TIME, Shape::Line(120)),
        (COST, Shape::Line(60)),
        (FUNDING, Shape::Line(300)),
        (STATE, Shape::Checked(|text| State::from_name(text).is_some())),
        (LINK, Shape::Line(2_000)),
        (ORDER, Shape::Whole(0, LAST)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// The red thread: an action serves a goal of the vision.
pub const THREAD: Kind = Kind {
    name: "thread",
    fields: &[(OF_PROFILE, Shape::Line(36)), (ACTION_ID, Shape::Line(36)), (GOAL, Shape::Line(40))],
    steps: &[],
};

/// A place that this one works together with; perhaps one with a profile on this device.
pub const PARTNER: Kind = Kind {
    name: "partner",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (WITH, Shape::Line(36)),
        (NAME, Shape::Line(120)),
        (ABOUT, Shape::Prose(2_000)),
    ],
    steps: &[],
};

/// What somebody says to a part of a profile.
pub const COMMENT: Kind = Kind {
    name: "comment",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (PART, Shape::Line(40)),
        (TEXT, Shape::Prose(4_000)),
        (BY, Shape::Personal(120)),
        (IS_SETTLED, Shape::Flag),
    ],
    steps: &[],
};

/// A profile as it was when somebody gave that a name. Holds no names of persons.
pub const VERSION: Kind = Kind {
    name: "version",
    fields: &[
        (OF_PROFILE, Shape::Line(36)),
        (NAME, Shape::Line(120)),
        (MADE, Shape::Line(60)),
        (CONTENT, Shape::Checked(is_content)),
    ],
    steps: &[],
};

/// So many bytes may a version have: more than all texts of a profile together may hold.
const LONGEST: usize = 1_500_000;

fn is_content(text: &str) -> bool {
    text.len() <= LONGEST && super::Profile::parse(text).is_some()
}

/// The kinds of records that a village profile is made of, itself among them.
pub const KINDS: [&Kind; 10] = [
    &PROFILE, &PROCESS, &PASSAGE, &RATING, &FIGURE, &ACTION, &THREAD, &PARTNER, &COMMENT, &VERSION,
];

/// The field with a name.
pub const NAME: &str = "name";
/// The field with what a place is in the town pattern.
pub const PLACE_KIND: &str = "place_kind";
/// The field with whether the place is to be developed ([`Course`]).
pub const COURSE: &str = "course";
/// The field with the place that this one belongs to.
pub const BELONGS_TO: &str = "belongs_to";
/// The field with what the place is, in at most 300 characters.
pub const PITCH: &str = "pitch";
/// The field with the local council's name.
pub const COUNCIL: &str = "council";
/// The field with how the local council is reached.
pub const CONTACT: &str = "contact";
/// The field with the address of a map.
pub const MAP: &str = "map";
/// The field with the address of a plan that was published elsewhere.
pub const PLAN_LINK: &str = "plan_link";
/// The field with the id of the profile that a record belongs to.
pub const OF_PROFILE: &str = "profile";
/// The field with how far the profile has come ([`Stage`]).
pub const STAGE: &str = "stage";
/// The field with when the work began.
pub const BEGUN: &str = "begun";
/// The field with when the hearing begins.
pub const HEARING_FROM: &str = "hearing_from";
/// The field with when the hearing ends.
pub const HEARING_TO: &str = "hearing_to";
/// The field with when the profile was adopted.
pub const ADOPTED: &str = "adopted";
/// The field with when it is to be looked at again.
pub const REVISION: &str = "revision";
/// The field with the part that a text, a rating or a comment belongs to.
pub const PART: &str = "part";
/// The field with a text.
pub const TEXT: &str = "text";
/// The field with one person's rating.
pub const RATED: &str = "rated";
/// The field with how many of a group gave each rating ([`Tally`]).
pub const TALLY: &str = "tally";
/// The field with the reason for a rating.
pub const REASON: &str = "reason";
/// The field with a key figure's number.
pub const AMOUNT: &str = "amount";
/// The field with a key figure's unit.
pub const UNIT: &str = "unit";
/// The field with when a key figure was so.
pub const YEAR: &str = "year";
/// The field with where a key figure comes from.
pub const SOURCE: &str = "source";
/// The field with the address of a source.
pub const LINK: &str = "link";
/// The field with what a key figure is to become.
pub const WISHED: &str = "wished";
/// The field with when it is to be so.
pub const WISHED_BY: &str = "wished_by";
/// The field with what is to be done.
pub const WHAT: &str = "what";
/// The field with why.
pub const WHY: &str = "why";
/// The field with who does it.
pub const WHO: &str = "who";
/// The field with when it is done.
pub const TIME: &str = "time";
/// The field with what it costs, in kroner.
pub const COST: &str = "cost";
/// The field with who pays.
pub const FUNDING: &str = "funding";
/// The field with how far an action has come.
pub const STATE: &str = "state";
/// The field with the place of an action among the others; the lowest comes first.
pub const ORDER: &str = "order";
/// The last place that an action can have; where none is said it counts as this.
pub const LAST: i64 = 1_000_000;
/// The field with the id of an action.
pub const ACTION_ID: &str = "action";
/// The field with the id of a goal of the vision.
pub const GOAL: &str = "goal";
/// The field with the id of another profile.
pub const WITH: &str = "with";
/// The field with what a partnership is about.
pub const ABOUT: &str = "about";
/// The field with who says something.
pub const BY: &str = "by";
/// The field that says that a comment is dealt with.
pub const IS_SETTLED: &str = "settled";
/// The field with the day on which a version was named.
pub const MADE: &str = "made";
/// The field with what the profile said, as JSON.
pub const CONTENT: &str = "content";

/// Whether a place is to be developed. The vision allows for a profile that says it is not (8-r3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    /// It develops in its own right.
    #[default]
    Own,
    /// It is a place to live, together with another village or cluster.
    Together,
}

impl Course {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::Together];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Together => "together",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|course| course.name() == name)
    }
}

/// How far a profile has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It is being written.
    #[default]
    Draft,
    /// Everybody is asked what they think of it.
    Hearing,
    /// It was adopted.
    Adopted,
    /// It was adopted, and is being looked at again.
    Revision,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Hearing, Self::Adopted, Self::Revision];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Hearing => "hearing",
            Self::Adopted => "adopted",
            Self::Revision => "revision",
        }
    }

    /// The stage with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

/// The edits that make the record for one part of a profile: a passage, a rating, or the process.
#[must_use]
pub fn part_edits(profile: RecordId, kind: &'static Kind, part: &str) -> Vec<Edit> {
    let id = part_id(profile, kind, part);
    let mut edits = vec![
        Edit::Create(id, kind.name),
        Edit::Set(id, OF_PROFILE, profile.to_string().into(), BTreeSet::new()),
    ];
    if kind.fields.iter().any(|(field, _)| *field == PART) {
        edits.push(Edit::Set(id, PART, part.into(), BTreeSet::new()));
    }
    edits
}

/// The profile that a record belongs to: itself, if it is one.
#[must_use]
pub fn profile_of(record: &Record) -> Option<RecordId> {
    if record.kind == PROFILE.name {
        return Some(record.id);
    }
    let is_part = KINDS.iter().any(|kind| kind.name == record.kind);
    RecordId::parse(record.text(OF_PROFILE)).filter(|_| is_part)
}

/// All records that a profile is made of, itself among them, also deleted ones.
pub fn belonging(document: &Document, profile: RecordId) -> impl Iterator<Item = &Record> {
    document.records().filter(move |record| profile_of(record) == Some(profile))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Author, Device, Moment, Writer};

    #[test]
    fn the_record_of_a_part_has_the_same_id_on_every_device() {
        let one = RecordId::new(1_000, &[1; 10]);
        let other = RecordId::new(1_000, &[2; 10]);
        assert_eq!(part_id(one, &PASSAGE, "8a1/today"), part_id(one, &PASSAGE, "8a1/today"));
        assert_ne!(part_id(one, &PASSAGE, "8a1/today"), part_id(one, &RATING, "8a1/today"));
        assert_ne!(part_id(one, &PASSAGE, "8a1/today"), part_id(other, &PASSAGE, "8a1/today"));
        assert_eq!(part_id(one, &PASSAGE, "8a1/today").milliseconds(), 1_000);
    }

    #[test]
    fn texts_of_two_devices_to_one_part_meet_in_one_record() {
        let profile = RecordId::new(1_000, &[1; 10]);
        let id = part_id(profile, &PASSAGE, "history");
        let write = |device: u8, text: &str| {
            let writer = Writer::new(Device::new(&[device; 8]), &[1; 6]);
            let mut edits = part_edits(profile, &PASSAGE, "history");
            edits.push(Edit::Set(id, TEXT, text.into(), BTreeSet::new()));
            let mut document = Document::default();
            document.change(Author { writer, at: Moment::default() }, &edits, &KINDS);
            document
        };
        let mut both = write(1, "Her lå en station.");
        both.merge_all(write(2, "Byen er fra 1300-tallet.").records());
        let record = both.get(id).unwrap();
        assert_eq!(record.conflicts(), [TEXT]);
        assert_eq!(record.text(PART), "history");
        assert_eq!(belonging(&both, profile).count(), 1);
    }

    #[test]
    fn every_stage_and_course_is_read_by_its_name() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_name(stage.name()), Some(stage));
        }
        for course in Course::ALL {
            assert_eq!(Course::from_name(course.name()), Some(course));
        }
        assert_eq!(Stage::from_name("Draft"), None);
    }
}
