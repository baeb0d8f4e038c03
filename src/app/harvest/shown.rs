//! Which workshops have something to say about a goal.

use crate::{
    document::{Device, Document, Record, RecordId, Value},
    workshop::{
        Stage, Workshop, has_votes,
        records::{ACTIVITY, IS_ON_NOTES, ITEMS, STAGE, table_id, workshop_of},
        table_of,
    },
};

/// The votes about an item, or about a part of it, in which something was cast: workshop and activity. A
/// vote stands here once the device's own table, if it is one at the workshop, is past it: nobody who is
/// voting sees what others voted, also where their files have come in already.
///
/// The screens that show it follow every edit: where no vote is about the item, nothing else is read.
#[must_use]
pub fn workshops_on(document: &Document, item: &str, device: Device) -> Vec<(RecordId, RecordId)> {
    let votes = document.of_kind(&ACTIVITY).filter(|activity| is_vote_on(activity, item));
    let shown = votes.filter_map(|vote| {
        let workshop = Workshop::of(document, workshop_of(vote)?)?;
        let here = table_of(document, table_id(workshop.id, device));
        let is_shown = workshop.is_revealed(vote.id, here.as_ref())
            && has_votes(document, workshop.id, vote.id);
        is_shown.then_some((workshop.id, vote.id))
    });
    shown.collect()
}

/// Whether people vote on an item, or on a part of it, in an activity.
fn is_vote_on(activity: &Record, item: &str) -> bool {
    activity.text(ITEMS).split_ascii_whitespace().any(|id| is_within(id, item))
        && Stage::from_name(activity.text(STAGE)).is_some_and(Stage::is_vote)
        && activity.front(IS_ON_NOTES) != Some(&Value::Flag(true))
}

/// Whether an id is an item's, or that of a numbered part of a lettered one: 8a1 of 8a, but not 10 of 1.
fn is_within(id: &str, item: &str) -> bool {
    let is_lettered = item.ends_with(|sign: char| sign.is_ascii_alphabetic());
    id.strip_prefix(item).is_some_and(|part| {
        part.is_empty() || is_lettered && part.bytes().all(|sign| sign.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::samples::{Hall, WORKSHOP_ID, id},
        *,
    };
    use crate::{
        document::Edit,
        workshop::{
            Method,
            records::{
                AT, COUNTS, HANDS, OF_ACTIVITY, OF_SUBJECT, OF_TABLE, ORDER, TABLE, hands_id, made,
            },
        },
    };

    /// A vote on 5d and 8a1, and the reveal after it.
    fn hall() -> (Hall, RecordId, RecordId) {
        let mut hall = Hall::new();
        let vote = hall.vote(10, Method::Dots, "5d 8a1");
        let reveal = hall.add(11, &ACTIVITY, [(STAGE, "reveal".into()), (ORDER, Value::Whole(11))]);
        (hall, vote, reveal)
    }

    fn device() -> Device {
        Device::new(&[3; 8])
    }

    fn is_told(hall: &Hall, vote: RecordId) -> bool {
        let told = workshops_on(&hall.document, "5d", device());
        assert!(told.is_empty() || told == [(id(WORKSHOP_ID), vote)]);
        !told.is_empty()
    }

    /// Has this device's table begin at an activity.
    fn begin(hall: &mut Hall, at: RecordId) -> RecordId {
        let table = table_id(id(WORKSHOP_ID), device());
        let fields = [(AT, at.to_string().into())];
        hall.change(&made(table, &TABLE, id(WORKSHOP_ID), fields));
        table
    }

    fn go(hall: &mut Hall, table: RecordId, at: RecordId) {
        hall.change(&[Edit::Settle(table, AT.into(), at.to_string().into())]);
    }

    #[test]
    fn a_vote_is_told_once_something_was_cast_and_this_table_is_past_it() {
        let (mut hall, vote, reveal) = hall();
        let here = begin(&mut hall, reveal);
        assert!(!is_told(&hall, vote), "nobody has cast anything");
        hall.cast(vote, here, 1, "5d=1");
        assert!(is_told(&hall, vote));
        go(&mut hall, here, vote);
        assert!(!is_told(&hall, vote), "this table is voting again");
        let other = hall.table(20, reveal);
        hall.cast(vote, other, 1, "5d=1");
        assert!(!is_told(&hall, vote), "another's votes are not shown to those who vote");
    }

    #[test]
    fn a_device_that_is_no_table_sees_what_files_brought_and_shown_hands_are_cast() {
        let (mut hall, vote, _) = hall();
        let table = hall.table(20, vote);
        let fields = [
            (OF_ACTIVITY, vote.to_string().into()),
            (OF_TABLE, table.to_string().into()),
            (OF_SUBJECT, "5d".into()),
            (COUNTS, "4".into()),
        ];
        hall.change(&made(hands_id(vote, table, "5d"), &HANDS, id(WORKSHOP_ID), fields));
        assert!(is_told(&hall, vote));
    }

    #[test]
    fn votes_elsewhere_on_notes_or_of_a_deleted_workshop_are_not_told() {
        let (mut hall, vote, reveal) = hall();
        let table = hall.table(20, reveal);
        hall.cast(vote, table, 1, "5d=1");
        assert!(is_told(&hall, vote));
        assert_eq!(workshops_on(&hall.document, "8a", device()), [(id(WORKSHOP_ID), vote)]);
        assert_eq!(workshops_on(&hall.document, "8a2", device()), []);
        assert_eq!(workshops_on(&hall.document, "", device()), []);
        let check = |edit: Edit| {
            let mut hall = hall.clone();
            hall.change(&[edit]);
            assert!(!is_told(&hall, vote));
        };
        check(Edit::Settle(vote, IS_ON_NOTES.into(), Value::Flag(true)));
        check(Edit::Settle(vote, STAGE.into(), "writing".into()));
        check(Edit::Settle(vote, ITEMS.into(), "5c".into()));
        check(Edit::Delete(vote));
        check(Edit::Delete(id(WORKSHOP_ID)));
    }

    #[test]
    fn parts_are_within_their_goal_and_themes_within_nothing() {
        let check = |id: &str, item: &str, expected| {
            assert_eq!(is_within(id, item), expected, "{id} {item}");
        };
        check("8a1", "8a", true);
        check("8a", "8a", true);
        check("8a1", "8a1", true);
        check("8a", "8a1", false);
        check("10", "1", false);
        check("1a", "1", false);
        check("8a1", "8", false);
        check("8-r3", "8", false);
        check("e6c", "e6", false);
        check("ae12", "a", false);
        check("8a1", "", false);
    }
}
