//! A workshop for the tests of what its results become.

use super::{Harvest, HarvestWords, harvest};
use crate::{
    app::KINDS,
    document::{
        Author, Deed, Device, Document, Edit, Kind, Moment, Record, RecordId, Value, Writer,
    },
    measure::When,
    village::{
        Profile,
        records::{NAME, PROFILE},
    },
    vision::Edition,
    workshop::{
        Method, Workshop,
        records::{
            self as of, ACTIVITY, AGREEMENT, BALLOT, NOTE, TABLE, WORKSHOP, ballot_id, made,
        },
    },
};
use std::collections::BTreeSet;

pub(super) const WORKSHOP_ID: u64 = 1;
pub(super) const PROFILE_ID: u64 = 2;
pub(super) const TODAY: When = When::Day(2026, 11, 26);

pub(super) fn id(number: u64) -> RecordId {
    RecordId::new(number, &[0; 10])
}

pub(super) fn set(id: RecordId, field: &'static str, value: impl Into<Value>) -> Edit {
    Edit::Set(id, field, value.into(), BTreeSet::new())
}

/// What a device has of a workshop in Albæk, whose profile it has too.
#[derive(Clone)]
pub(super) struct Hall {
    pub(super) document: Document,
    pub(super) edition: Edition,
    pub(super) words: HarvestWords,
    device: u8,
}

impl Hall {
    pub(super) fn new() -> Self {
        let words = HarvestWords {
            set_name: "Resultater: Borgermøde".into(),
            source: "Borgermøde".into(),
            indicator: "Stemmer".into(),
        };
        let (document, edition) = (Document::default(), Edition::embedded().unwrap());
        let mut hall = Self { document, edition, words, device: 1 };
        let (workshop, profile) = (id(WORKSHOP_ID), id(PROFILE_ID));
        hall.change(&[
            Edit::Create(workshop, WORKSHOP.name),
            set(workshop, of::HELD, "2026-11-20"),
            Edit::Create(profile, PROFILE.name),
            set(profile, NAME, "Albæk"),
        ]);
        hall
    }

    /// The same on another device.
    pub(super) fn on_device(&self, device: u8) -> Self {
        Self { device, ..self.clone() }
    }

    pub(super) fn change(&mut self, edits: &[Edit]) -> Deed {
        let writer = Writer::new(Device::new(&[self.device; 8]), &[1; 6]);
        self.document.change(Author { writer, at: Moment::default() }, edits, KINDS)
    }

    /// Makes something that belongs to the workshop.
    pub(super) fn add<const N: usize>(
        &mut self,
        number: u64,
        kind: &'static Kind,
        fields: [(&'static str, Value); N],
    ) -> RecordId {
        self.change(&made(id(number), kind, id(WORKSHOP_ID), fields));
        id(number)
    }

    /// A vote as a step of the agenda.
    pub(super) fn vote(&mut self, number: u64, method: Method, items: &str) -> RecordId {
        let order = Value::Whole(number.try_into().unwrap());
        let fields = [
            (of::STAGE, "voting".into()),
            (of::METHOD, method.name().into()),
            (of::VOTES, Value::Whole(3)),
            (of::ITEMS, items.into()),
            (of::ORDER, order),
        ];
        self.add(number, &ACTIVITY, fields)
    }

    pub(super) fn agreement(&mut self, number: u64, what: &str, subject: &str) -> RecordId {
        let fields = [
            (of::TEXT, what.into()),
            (of::WHO, "Lokalrådet".into()),
            (of::TIME, "Foråret 2027".into()),
            (of::OF_SUBJECT, subject.into()),
            (of::ORDER, Value::Whole(number.try_into().unwrap())),
        ];
        self.add(number, &AGREEMENT, fields)
    }

    pub(super) fn note(&mut self, number: u64, text: &str) -> RecordId {
        self.add(number, &NOTE, [(of::TEXT, text.into()), (of::BY, "Ane Ære".into())])
    }

    /// A table that is at an activity.
    pub(super) fn table(&mut self, number: u64, at: RecordId) -> RecordId {
        self.add(number, &TABLE, [(of::AT, at.to_string().into())])
    }

    /// A ballot from a seat of a table.
    pub(super) fn cast(&mut self, activity: RecordId, table: RecordId, seat: i64, ballot: &str) {
        let fields = [
            (of::OF_ACTIVITY, activity.to_string().into()),
            (of::OF_TABLE, table.to_string().into()),
            (of::NUMBER, Value::Whole(seat)),
            (of::VOTED, ballot.into()),
        ];
        let ballot = ballot_id(activity, table, seat);
        self.change(&made(ballot, &BALLOT, id(WORKSHOP_ID), fields));
    }

    pub(super) fn edits(&self, what: &Harvest, today: When) -> Vec<Edit> {
        let workshop = Workshop::of(&self.document, id(WORKSHOP_ID)).unwrap();
        harvest(&self.document, &self.edition, &workshop, what, &self.words, today)
    }

    /// Makes something of a result.
    pub(super) fn tap(&mut self, what: &Harvest) -> Deed {
        let edits = self.edits(what, TODAY);
        self.change(&edits)
    }

    pub(super) fn record(&self, id: RecordId) -> &Record {
        self.document.get(id).unwrap()
    }

    pub(super) fn text(&self, id: RecordId, field: &str) -> &str {
        self.record(id).text(field)
    }

    /// Takes in what another device has; no field may come to hold two values.
    pub(super) fn meet(&mut self, other: &Self) {
        self.document.merge_all(other.document.records());
        for record in self.document.records() {
            assert_eq!(record.conflicts(), Vec::<&str>::new(), "{} {}", record.kind, record.id);
        }
    }
}

pub(super) fn act(agreement: RecordId) -> Harvest {
    Harvest::Action { agreement, profile: id(PROFILE_ID) }
}

pub(super) fn rate(activity: RecordId) -> Harvest {
    Harvest::Ratings { activity, profile: id(PROFILE_ID) }
}

/// The actions of the plan, in order, each with the goals that it serves.
pub(super) fn plan(hall: &Hall) -> Vec<String> {
    let profile = Profile::of(&hall.document, id(PROFILE_ID)).unwrap();
    let told = profile.actions().into_iter().map(|one| [&[one.what], &*one.goals].concat());
    told.map(|words| words.join(" ")).collect()
}
