//! What people vote on, and what was cast, put together from a workshop's records.

use super::{
    Activity, Ballot, Cast, Counts, Grouped, Outcome, Way, grouping,
    kept::{count, id, parts, whole},
    notes, outcome, records as of, table_of, together,
};
use crate::{
    document::{Document, Kind, Record, RecordId, Value},
    sorted::Sorted,
};

/// The ids of what people vote on in an activity, in order.
#[must_use]
pub fn subjects_of(document: &Document, workshop: RecordId, activity: &Activity) -> Vec<String> {
    if activity.is_on_notes {
        // A group in which nothing is stands for nothing.
        let notes: Sorted<String, ()> =
            notes(document, workshop).into_iter().map(|note| (note.id.to_string(), ())).collect();
        let has_note = |one: &Grouped| one.members.iter().any(|id| notes.contains_key(id));
        return grouping(document, workshop)
            .into_iter()
            .filter(has_note)
            .map(|one| one.id)
            .collect();
    }
    let own = activity.own.iter().map(|(id, _)| id.to_string());
    activity.items.iter().cloned().chain(own).collect()
}

/// What was cast in an activity, by table.
#[must_use]
pub fn casts(document: &Document, workshop: RecordId, activity: RecordId) -> Vec<Cast> {
    let name = activity.to_string();
    // By their tables: a file may name a great many.
    let mut casts: Vec<Cast> = Vec::new();
    for kind in VOTE_KINDS {
        let of_activity =
            parts(document, workshop, kind).filter(|record| record.text(of::OF_ACTIVITY) == name);
        for record in of_activity {
            let Some(table) = id(record, of::OF_TABLE) else { continue };
            if !is_own(record, activity, table) {
                continue;
            }
            let at = casts.binary_search_by_key(&table, |cast| cast.table).unwrap_or_else(|at| {
                let is_left_out = table_of(document, table).is_some_and(|table| table.is_left_out);
                casts.insert(at, Cast { is_left_out, ..Cast::empty(table) });
                at
            });
            if let Some(cast) = casts.get_mut(at) {
                take(cast, record);
            }
        }
    }
    casts
}

/// What one table has cast in an activity.
#[must_use]
pub fn cast_of(
    document: &Document,
    workshop: RecordId,
    activity: RecordId,
    table: RecordId,
) -> Cast {
    let (name, of_table) = (activity.to_string(), table.to_string());
    let is_left_out = table_of(document, table).is_some_and(|table| table.is_left_out);
    let mut cast = Cast { is_left_out, ..Cast::empty(table) };
    for kind in VOTE_KINDS {
        let mine = parts(document, workshop, kind).filter(|record| {
            record.text(of::OF_ACTIVITY) == name && record.text(of::OF_TABLE) == of_table
        });
        let own = mine.filter(|record| is_own(record, activity, table));
        own.for_each(|record| take(&mut cast, record));
    }
    cast
}

/// The kinds of records in which votes are kept.
const VOTE_KINDS: [&Kind; 3] = [&of::ROUND, &of::BALLOT, &of::HANDS];

/// Whether a record has the id that its table, seat or subject gives it. One that has not is none of the
/// app's: it would count beside the one that is.
fn is_own(record: &Record, activity: RecordId, table: RecordId) -> bool {
    let seat = || whole(record, of::NUMBER).unwrap_or_default();
    let id = match record.kind.as_str() {
        kind if kind == of::ROUND.name => of::round_id(activity, table),
        kind if kind == of::BALLOT.name => of::ballot_id(activity, table, seat()),
        _ => of::hands_id(activity, table, record.text(of::OF_SUBJECT)),
    };
    record.id == id
}

/// Takes in what a record says of a table's votes.
fn take(cast: &mut Cast, record: &Record) {
    if record.kind == of::ROUND.name {
        cast.way = Way::from_name(record.text(of::WAY)).unwrap_or_default();
        cast.people = count(record, of::PEOPLE);
    } else if record.kind == of::BALLOT.name {
        let ballot = record.front(of::VOTED).and_then(Value::as_text).and_then(Ballot::parse);
        cast.ballots.extend(ballot);
    } else {
        let counts = Counts::parse(record.text(of::COUNTS));
        let subject = record.text(of::OF_SUBJECT);
        cast.hands.extend(counts.map(|counts| (subject.to_owned(), counts)));
    }
}

/// Whether there is anything to vote on in an activity.
#[must_use]
pub fn has_subjects(document: &Document, workshop: RecordId, activity: &Activity) -> bool {
    if activity.is_on_notes {
        return parts(document, workshop, &of::NOTE).next().is_some();
    }
    !activity.items.is_empty() || !activity.own.is_empty()
}

/// What a vote came to: of notes, by their groups.
#[must_use]
pub fn outcome_of(document: &Document, workshop: RecordId, activity: &Activity) -> Outcome {
    let casts = casts(document, workshop, activity.id);
    let subjects = subjects_of(document, workshop, activity);
    let single = outcome(activity.method, activity.votes, &subjects, &casts);
    if activity.is_on_notes { together(&single, &grouping(document, workshop)) } else { single }
}

/// Whether anything was cast in an activity.
#[must_use]
pub fn has_votes(document: &Document, workshop: RecordId, activity: RecordId) -> bool {
    let name = activity.to_string();
    let is_vote = |record: &Record| {
        let is_of = record.text(of::OF_ACTIVITY) == name;
        is_of && id(record, of::OF_TABLE).is_some_and(|table| is_own(record, activity, table))
    };
    [&of::BALLOT, &of::HANDS].into_iter().any(|kind| parts(document, workshop, kind).any(is_vote))
}

/// All ballots and shown hands of an activity. How the tables vote is not among them.
pub fn votes_in(
    document: &Document,
    workshop: RecordId,
    activity: RecordId,
) -> impl Iterator<Item = RecordId> {
    [&of::BALLOT, &of::HANDS].into_iter().flat_map(move |kind| {
        parts(document, workshop, kind)
            .filter(move |record| id(record, of::OF_ACTIVITY) == Some(activity))
            .map(|record| record.id)
    })
}
