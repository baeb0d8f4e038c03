//! What becomes part of a village profile.

use super::{Piece, harvested_from, there, vote};
use crate::{
    document::{Document, Record, RecordId, Value, part_id},
    village::{
        Aim, POINTS,
        records::{
            ACTION, ACTION_ID, GOAL, LAST, OF_PROFILE, ORDER, PART, PROFILE, RATING, TALLY, THREAD,
            TIME, WHAT, WHO,
        },
    },
    vision::{Edition, Place},
    workshop::{Method, Score, Workshop, agreements, outcome_of, records::FROM_WORKSHOP},
};

pub(super) fn rating_id(profile: RecordId, point: &str) -> RecordId {
    part_id(profile, &RATING, &Aim::Today.part(point))
}

pub(super) fn action(
    document: &Document,
    edition: &Edition,
    workshop: &Workshop,
    agreement: RecordId,
    profile: RecordId,
) -> Option<Vec<Piece>> {
    there(document, profile, &PROFILE)?;
    let agreed = agreements(document, workshop.id);
    let place = agreed.iter().position(|one| one.id == agreement)?;
    let one = agreed.into_iter().nth(place).filter(|one| !one.what.is_empty())?;
    let order = order_after(document, workshop.id, profile, place);
    let goal = goal_of(edition, &one.subject);
    let id = part_id(agreement, &ACTION, &profile.to_string());
    let mut pieces = vec![
        Piece::new(id, &ACTION)
            .once(OF_PROFILE, profile.to_string())
            .once(WHAT, one.what)
            .once(WHO, one.who)
            .once(TIME, one.time)
            .once(ORDER, Value::Whole(order))
            .once(FROM_WORKSHOP, workshop.id.to_string()),
    ];
    if let Some(goal) = goal {
        let thread = Piece::new(part_id(id, &THREAD, goal), &THREAD)
            .once(OF_PROFILE, profile.to_string())
            .once(ACTION_ID, id.to_string())
            .once(GOAL, goal);
        pieces.push(thread);
    }
    Some(pieces)
}

/// The place of an action after the last of its profile, and among those of its own workshop as they were
/// agreed: two devices that take them over in different orders give each the same place.
fn order_after(document: &Document, workshop: RecordId, profile: RecordId, place: usize) -> i64 {
    let profile = profile.to_string();
    let others = document
        .of_kind(&ACTION)
        .filter(|one| one.text(OF_PROFILE) == profile && harvested_from(one) != Some(workshop));
    let order = |one: &Record| one.front(ORDER).and_then(Value::as_whole).unwrap_or(LAST);
    let last = others.map(order).max().unwrap_or_default();
    let next = i64::try_from(place).unwrap_or(LAST).saturating_add(1);
    last.saturating_add(next).min(LAST)
}

/// The goal that an item is, or is a part of.
fn goal_of<'a>(edition: &'a Edition, item: &str) -> Option<&'a str> {
    match edition.place(item)? {
        Place::Goal(_, goal) | Place::Part(_, goal, _) => Some(&goal.id),
        Place::Section(_) | Place::Block(..) => None,
    }
}

pub(super) fn ratings(
    document: &Document,
    workshop: &Workshop,
    activity: RecordId,
    profile: RecordId,
) -> Option<Vec<Piece>> {
    there(document, profile, &PROFILE)?;
    let vote = vote(workshop, activity).filter(|vote| vote.method == Method::Rating)?;
    let is_rated = |score: &&Score| {
        let is_point = POINTS.contains(&score.subject.as_str());
        is_point && score.is_listed && score.counts.people() > 0
    };
    let rating = |score: &Score| {
        Piece::new(rating_id(profile, &score.subject), &RATING)
            .once(OF_PROFILE, profile.to_string())
            .once(PART, Aim::Today.part(&score.subject))
            .always(TALLY, score.counts.tally().to_string())
            .always(FROM_WORKSHOP, workshop.id.to_string())
    };
    let outcome = outcome_of(document, workshop.id, vote);
    Some(outcome.scores.iter().filter(is_rated).map(rating).collect())
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            is_harvested,
            samples::{Hall, PROFILE_ID, TODAY, WORKSHOP_ID, act, id, plan, rate, set},
        },
        *,
    };
    use crate::{
        app::{DeedName, Desk},
        document::{Device, Edit, Life, Moment, Writer},
        village::{
            Profile,
            records::{REASON, part_edits},
        },
    };

    #[test]
    fn an_agreement_becomes_an_action_that_serves_the_goal_it_is_about() {
        for (subject, expected) in [
            ("5d", "Sti 5d"),
            ("8a3", "Sti 8a"),
            ("5", "Sti"),
            ("5-m1", "Sti"),
            ("", "Sti"),
            ("99z", "Sti"),
            (&id(77).to_string(), "Sti"),
        ] {
            let mut hall = Hall::new();
            let agreement = hall.agreement(10, "Sti", subject);
            hall.tap(&act(agreement));
            assert_eq!(plan(&hall), [expected], "{subject}");
            let made = is_harvested(&hall.document, &act(agreement)).unwrap();
            assert_eq!(hall.text(made, WHO), "Lokalrådet");
            assert_eq!(hall.text(made, TIME), "Foråret 2027");
            assert_eq!(harvested_from(hall.record(made)), Some(id(WORKSHOP_ID)));
        }
    }

    #[test]
    fn a_second_tap_changes_nothing_whatever_people_have_made_of_the_action() {
        let mut hall = Hall::new();
        let agreement = hall.agreement(10, "Sti", "5d");
        assert!(!hall.tap(&act(agreement)).is_empty());
        assert!(hall.tap(&act(agreement)).is_empty());
        let made = is_harvested(&hall.document, &act(agreement)).unwrap();
        hall.change(&[
            Edit::Settle(made, WHAT.into(), "En sti til skolen".into()),
            Edit::Settle(made, WHO.into(), "".into()),
        ]);
        assert!(hall.tap(&act(agreement)).is_empty());
        assert_eq!(plan(&hall), ["En sti til skolen 5d"]);
    }

    #[test]
    fn actions_come_after_those_of_the_plan_in_the_order_in_which_they_were_agreed() {
        let mut hall = Hall::new();
        hall.change(&[
            Edit::Create(id(5), ACTION.name),
            set(id(5), OF_PROFILE, id(PROFILE_ID).to_string()),
            set(id(5), WHAT, "Bus"),
            set(id(5), ORDER, Value::Whole(7)),
        ]);
        let (sti, sal) = (hall.agreement(10, "Sti", ""), hall.agreement(11, "Sal", ""));
        for both in [[sti, sal], [sal, sti]] {
            let mut hall = hall.clone();
            for one in both {
                hall.tap(&act(one));
            }
            assert_eq!(plan(&hall), ["Bus", "Sti", "Sal"]);
        }
    }

    #[test]
    fn an_action_that_was_deleted_is_brought_back_with_its_thread_and_as_it_was() {
        let mut hall = Hall::new();
        let agreement = hall.agreement(10, "Sti", "5d");
        hall.tap(&act(agreement));
        let made = is_harvested(&hall.document, &act(agreement)).unwrap();
        hall.change(&[
            Edit::Settle(made, WHAT.into(), "En sti".into()),
            Edit::Delete(made),
            Edit::Delete(part_id(made, &THREAD, "5d")),
        ]);
        assert_eq!(is_harvested(&hall.document, &act(agreement)), None);
        hall.tap(&act(agreement));
        assert_eq!(plan(&hall), ["En sti 5d"]);
        assert_eq!(hall.record(made).life(), Life::Present);
    }

    #[test]
    fn what_was_undone_can_be_made_again() {
        let mut hall = Hall::new();
        let agreement = hall.agreement(10, "Sti", "5d");
        let writer = Writer::new(Device::new(&[1; 8]), &[2; 6]);
        let mut desk = Desk::new(hall.document.clone(), writer);
        let edits = hall.edits(&act(agreement), TODAY);
        desk.act(DeedName::Harvested, &edits, Moment::from_seconds(1));
        desk.undo(Moment::from_seconds(2)).unwrap();
        hall.document = desk.document().clone();
        assert_eq!(plan(&hall), Vec::<String>::new());
        hall.tap(&act(agreement));
        assert_eq!(plan(&hall), ["Sti 5d"]);
    }

    fn tally(hall: &Hall, point: &str) -> String {
        let id = rating_id(id(PROFILE_ID), point);
        hall.document.get(id).map(|one| one.text(TALLY).to_owned()).unwrap_or_default()
    }

    #[test]
    fn ratings_of_the_points_become_those_of_the_profile() {
        let mut hall = Hall::new();
        let vote = hall.vote(10, Method::Rating, &POINTS.join(" "));
        let table = hall.table(20, vote);
        hall.cast(vote, table, 1, "8a1=2 8a3=7");
        hall.cast(vote, table, 2, "8a1=4");
        hall.tap(&rate(vote));
        assert_eq!(
            ["8a1", "8a2", "8a3"].map(|point| tally(&hall, point)),
            ["0,1,0,1,0,0,0", "", "0,0,0,0,0,0,1"]
        );
        let rating =
            Profile::of(&hall.document, id(PROFILE_ID)).unwrap().rating("8a1", Aim::Today).unwrap();
        assert_eq!((rating.value.to_string(), rating.group.unwrap().people), ("3".into(), 2));
        let first = is_harvested(&hall.document, &rate(vote)).unwrap();
        assert_eq!(first, rating_id(id(PROFILE_ID), "8a1"));
        assert_eq!(harvested_from(hall.record(first)), Some(id(WORKSHOP_ID)));
        assert!(hall.tap(&rate(vote)).is_empty());
    }

    #[test]
    fn ratings_go_over_those_that_stood_there_and_leave_the_reason() {
        let mut hall = Hall::new();
        let rating = rating_id(id(PROFILE_ID), "8a1");
        let mut there = part_edits(id(PROFILE_ID), &RATING, "8a1/now");
        there.push(set(rating, TALLY, "9,0,0,0,0,0,0"));
        there.push(set(rating, REASON, "Ingen bus"));
        hall.change(&there);
        let vote = hall.vote(10, Method::Rating, "8a1");
        assert_eq!(is_harvested(&hall.document, &rate(vote)), None);
        for (table, expected) in [(20, "0,0,0,0,1,0,0"), (21, "0,0,0,0,2,0,0")] {
            let table = hall.table(table, vote);
            hall.cast(vote, table, 1, "8a1=5");
            hall.tap(&rate(vote));
            assert_eq!(tally(&hall, "8a1"), expected);
            assert_eq!(hall.text(rating, REASON), "Ingen bus");
            assert!(hall.record(rating).conflicts().is_empty());
        }
        hall.change(&[Edit::Delete(rating)]);
        assert_eq!(is_harvested(&hall.document, &rate(vote)), None);
        hall.tap(&rate(vote));
        assert_eq!(is_harvested(&hall.document, &rate(vote)), Some(rating));
        assert_eq!(hall.record(rating).life(), Life::Present);
    }
}
