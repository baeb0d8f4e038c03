//! What a workshop's results are turned into: actions and ratings of a village profile, measurements,
//! and notes on the vision's items. Each says which workshop it came from.
//!
//! # Invariants
//! - The id of every record made follows from what it comes from ([`part_id`]): a second tap, also on
//!   another device, meets the record of the first.
//! - What follows a result, as a rating's tally does, says after each tap what the result says now.
//!   Whatever people can have gone on with, such as the words of an action, is given only where nothing
//!   stands yet.
//! - A tap that would change nothing gives no edits.

mod measured;
mod piece;
mod profile;
#[cfg(test)]
mod samples;
mod shown;

pub use shown::workshops_on;

use crate::{
    document::{Document, Edit, Kind, Record, RecordId, part_id},
    measure::{
        When,
        records::{INDICATOR_KIND, OBSERVATION},
    },
    note,
    village::{
        POINTS,
        records::{ACTION, RATING},
    },
    vision::Edition,
    workshop::{
        Activity, Workshop, notes,
        records::{FROM_WORKSHOP, workshop_of},
    },
};
use measured::Measurement;
use piece::Piece;
use profile::{action, rating_id, ratings};

/// What is made of which result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Harvest {
    /// An agreement becomes an action in a village profile's plan.
    Action {
        /// What was agreed.
        agreement: RecordId,
        /// The profile.
        profile: RecordId,
    },
    /// Ratings of the seven points become those of a village profile, as it is today.
    Ratings {
        /// The vote.
        activity: RecordId,
        /// The profile.
        profile: RecordId,
    },
    /// What a vote says about an item of the vision becomes a measurement.
    Indicator {
        /// The vote.
        activity: RecordId,
        /// The item.
        item: String,
    },
    /// A workshop's note becomes a note on an item of the vision.
    Note {
        /// The workshop's note.
        note: RecordId,
        /// The item.
        item: String,
    },
}

/// The words for what is made, in the language of whoever makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HarvestWords {
    /// What the set of a workshop's measurements is called.
    pub set_name: String,
    /// What their source is called: the workshop.
    pub source: String,
    /// What the indicator is called.
    pub indicator: String,
}

/// The edits that make something of a result: none where there is nothing to make, or where all of it is
/// there. Whether the result may be seen already is for the caller to ask.
#[must_use]
pub fn harvest(
    document: &Document,
    edition: &Edition,
    workshop: &Workshop,
    what: &Harvest,
    words: &HarvestWords,
    today: When,
) -> Vec<Edit> {
    let pieces = match what {
        Harvest::Action { agreement, profile } => {
            action(document, edition, workshop, *agreement, *profile)
        }
        Harvest::Ratings { activity, profile } => ratings(document, workshop, *activity, *profile),
        Harvest::Indicator { activity, item } => {
            let found = vote(workshop, *activity)
                .and_then(|vote| Measurement::of(document, edition, workshop, vote, item));
            found.map(|found| found.pieces(workshop, words, today))
        }
        Harvest::Note { note, item } => note_on(document, edition, workshop, *note, item),
    };
    pieces.into_iter().flatten().flat_map(|piece| piece.edits(document)).collect()
}

/// The record that something was made into, if it is there: of ratings the first, of a measurement the
/// indicator.
#[must_use]
pub fn is_harvested(document: &Document, what: &Harvest) -> Option<RecordId> {
    match what {
        Harvest::Action { agreement, profile } => {
            let id = part_id(*agreement, &ACTION, &profile.to_string());
            there(document, id, &ACTION).map(|record| record.id)
        }
        Harvest::Ratings { activity, profile } => {
            let workshop = workshop_of(document.get(*activity)?)?;
            let rating = |point: &&str| {
                let record = there(document, rating_id(*profile, point), &RATING)?;
                (harvested_from(record) == Some(workshop)).then_some(record.id)
            };
            POINTS.iter().find_map(rating)
        }
        Harvest::Indicator { activity, item } => {
            there(document, part_id(*activity, &OBSERVATION, item), &OBSERVATION)?;
            let id = part_id(*activity, &INDICATOR_KIND, item);
            there(document, id, &INDICATOR_KIND).map(|record| record.id)
        }
        Harvest::Note { note, item } => {
            let id = part_id(*note, &note::KIND, item);
            there(document, id, &note::KIND).map(|record| record.id)
        }
    }
}

/// The workshop that a record came out of.
#[must_use]
pub fn harvested_from(record: &Record) -> Option<RecordId> {
    RecordId::parse(record.text(FROM_WORKSHOP))
}

/// A record of a kind, if it is there.
fn there<'a>(document: &'a Document, id: RecordId, kind: &Kind) -> Option<&'a Record> {
    document.get(id).filter(|record| record.kind == kind.name && record.is_present())
}

/// An activity of a workshop in which people vote.
fn vote(workshop: &Workshop, activity: RecordId) -> Option<&Activity> {
    workshop.activity(activity).filter(|activity| activity.stage.is_vote())
}

fn note_on(
    document: &Document,
    edition: &Edition,
    workshop: &Workshop,
    note: RecordId,
    item: &str,
) -> Option<Vec<Piece>> {
    edition.place(item)?;
    let one = notes(document, workshop.id).into_iter().find(|one| one.id == note)?;
    let by = if workshop.is_named { one.by } else { String::new() };
    let piece = Piece::new(part_id(note, &note::KIND, item), &note::KIND)
        .once(note::ITEM, item)
        .once(note::TEXT, one.text)
        .once(note::BY, by)
        .once(FROM_WORKSHOP, workshop.id.to_string());
    Some(vec![piece])
}

#[cfg(test)]
mod tests {
    use super::{
        samples::{Hall, PROFILE_ID, TODAY, WORKSHOP_ID, act, id, plan, rate, set},
        *,
    };
    use crate::{
        document::Value,
        measure::records::TITLE,
        workshop::{Method, records as of},
    };

    #[test]
    fn a_note_is_put_to_an_item_with_its_writer_only_where_people_give_their_names() {
        for (is_named, by) in [(false, ""), (true, "Ane Ære")] {
            let mut hall = Hall::new();
            hall.change(&[set(id(WORKSHOP_ID), of::IS_NAMED, Value::Flag(is_named))]);
            let note = hall.note(10, "Lys på stien");
            let what = Harvest::Note { note, item: "8a3".into() };
            hall.tap(&what);
            let made: Vec<&Record> = note::notes_on(&hall.document, "8a3").collect();
            let [made] = made[..] else { panic!("one note") };
            assert_eq!((made.text(note::TEXT), made.text(note::BY)), ("Lys på stien", by));
            assert_eq!(harvested_from(made), Some(id(WORKSHOP_ID)));
            assert_eq!(is_harvested(&hall.document, &what), Some(made.id));
            assert!(hall.tap(&what).is_empty());
        }
    }

    #[test]
    fn of_nothing_nothing_is_made() {
        let mut hall = Hall::new();
        let blank = hall.agreement(10, " ", "5d");
        let agreement = hall.agreement(11, "Sti", "5d");
        let silent = hall.vote(12, Method::Rating, "8a1 5d");
        let (dots, empty) = (hall.vote(13, Method::Dots, "8a1 5d"), hall.note(14, ""));
        let other = hall.vote(15, Method::Rating, "1a 5-m1");
        let table = hall.table(20, dots);
        hall.cast(silent, table, 1, "");
        hall.cast(dots, table, 1, "8a1=1");
        hall.cast(other, table, 1, "1a=4 5-m1=4");
        let indicator = |activity, item: &str| Harvest::Indicator { activity, item: item.into() };
        for what in [
            act(blank),
            act(id(99)),
            act(silent),
            Harvest::Action { agreement, profile: id(99) },
            Harvest::Action { agreement, profile: id(WORKSHOP_ID) },
            rate(silent),
            rate(dots),
            rate(other),
            rate(agreement),
            Harvest::Ratings { activity: other, profile: id(99) },
            indicator(silent, "5d"),
            indicator(dots, "1a"),
            indicator(dots, "99z"),
            indicator(id(99), "5d"),
            Harvest::Note { note: empty, item: "5d".into() },
            Harvest::Note { note: id(99), item: "5d".into() },
        ] {
            assert_eq!(hall.edits(&what, TODAY), [], "{what:?}");
            assert_eq!(is_harvested(&hall.document, &what), None, "{what:?}");
        }
        let note = hall.note(16, "Lys");
        assert_eq!(hall.edits(&Harvest::Note { note, item: "99z".into() }, TODAY), []);
        hall.change(&[Edit::Delete(note), Edit::Delete(agreement), Edit::Delete(id(PROFILE_ID))]);
        assert_eq!(hall.edits(&Harvest::Note { note, item: "5d".into() }, TODAY), []);
        assert_eq!(hall.edits(&act(agreement), TODAY), []);
    }

    #[test]
    fn two_devices_that_both_made_everything_meet_without_a_conflict() {
        let mut hall = Hall::new();
        let (sti, sal) = (hall.agreement(10, "Sti", "5d"), hall.agreement(11, "Sal", "8a3"));
        let rating = hall.vote(12, Method::Rating, "8a1 8a2 5d");
        let note = hall.note(13, "Lys");
        let table = hall.table(20, rating);
        hall.cast(rating, table, 1, "5d=6 8a1=3 8a2=4");
        let mut all =
            vec![act(sti), act(sal), rate(rating), Harvest::Note { note, item: "5d".into() }];
        let indicator = |item: &&str| Harvest::Indicator { activity: rating, item: (*item).into() };
        all.extend(["8a1", "8a2", "5d"].iter().map(indicator));
        let (mut one, mut other) = (hall.on_device(1), hall.on_device(2));
        for (mine, theirs) in all.iter().zip(all.iter().rev()) {
            one.tap(mine);
            other.tap(theirs);
        }
        let count = one.document.len();
        one.meet(&other);
        other.meet(&one);
        assert_eq!(one.document, other.document);
        assert_eq!(one.document.len(), count);
        assert_eq!(plan(&one), ["Sti 5d", "Sal 8a"]);
        for what in all {
            let made = is_harvested(&one.document, &what).unwrap();
            assert_eq!(harvested_from(one.record(made)), Some(id(WORKSHOP_ID)));
            assert!(one.tap(&what).is_empty(), "{what:?}");
        }
        let titles = one.document.of_kind(&OBSERVATION).map(|one| one.text(TITLE));
        assert_eq!(titles.collect::<Vec<_>>(), ["Borgermøde"; 3]);
    }
}
