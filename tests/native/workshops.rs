//! Workshops at several tables: eight tablets start from the facilitator's copy, each writes what is its
//! own, and their files are put together. What comes out is what counting by hand gives ([`super::hall`]).
//!
//! The laws are those of `document`:
//! - L1, L2, L3, L6: `tables_put_together_in_any_order_and_again_come_to_what_counting_by_hand_gives`,
//!   `a_table_that_hands_on_anothers_file_too_adds_nothing_twice`
//! - L3, L5: `who_votes_again_on_the_same_seat_has_one_ballot_and_it_is_the_later`,
//!   `a_table_that_was_held_twice_is_left_out_and_taken_in_again`
//! - L4: `a_grouping_that_is_undone_leaves_the_votes_as_they_were`
//! - L1, L5: `groupings_made_on_two_devices_meet_in_one_and_no_vote_is_lost_or_counted_twice`

use super::hall::{Chance, Hall, Tablet, by_hand, check, held, hold, prepared, text};
use pejlemaerke::{
    document::{Deed, Device, Edit, Record, RecordId, Value},
    workshop::{Ballot, Counts, Outcome, Share, Way, casts, grouping, records as of, tables},
};
use std::collections::BTreeMap;

/// Laws L1, L2, L3 and L6.
#[test]
fn tables_put_together_in_any_order_and_again_come_to_what_counting_by_hand_gives() {
    for round in 0..50 {
        let mut chance = Chance(round);
        let (mut hall, tablets, papers) = held(&mut chance);
        if round % 3 == 0 {
            // Meanwhile somebody takes away what others vote on.
            hall.facilitator.edit(&[Edit::Delete(hall.own)]);
        }
        let files: Vec<Vec<Record>> = tablets.iter().map(Tablet::file).collect();
        for _ in 0..3 {
            let mut order: Vec<&Vec<Record>> = files.iter().collect();
            order.extend([chance.of(&files), chance.of(&files)]);
            chance.shuffle(&mut order);
            let mut whole = hall.facilitator.clone();
            for file in order {
                whole.take_in(file);
            }
            check(&whole, &hall, &papers);
        }
        // Or one gathers some, another the rest, and they meet.
        let (mut one, mut other) = (tablets[0].clone(), tablets[7].clone());
        for (at, file) in files.iter().enumerate() {
            let to = if at < 5 { &mut one } else { &mut other };
            to.take_in(file);
        }
        one.take_in(&hall.facilitator.file());
        one.take_in(&other.file());
        check(&one, &hall, &papers);
    }
}

/// Laws L3 and L5.
#[test]
fn who_votes_again_on_the_same_seat_has_one_ballot_and_it_is_the_later() {
    let mut chance = Chance(1);
    let hall = prepared(&mut chance);
    let activity = hall.activities[1];
    let mut tablet = Tablet::new(1, hall.facilitator.workshop, &hall.facilitator.document);
    let ballot = |answer: u8| vec![("8a1".to_owned(), answer)];
    for seat in 1..=5 {
        tablet.cast(activity, seat, &ballot(2));
    }
    let first = tablet.file();
    // The round is begun again, after the tablet was started anew.
    tablet.opened += 1;
    for seat in 1..=5 {
        tablet.cast(activity, seat, &ballot(6));
    }
    let second = tablet.file();
    for order in [[&first, &second], [&second, &first]] {
        let mut whole = hall.facilitator.clone();
        for file in order {
            whole.take_in(file);
        }
        let cast = &casts(&whole.document, whole.workshop, activity)[0];
        assert_eq!(cast.ballots, vec![Ballot::default().with("8a1", Some(6)); 5]);
        assert_eq!(whole.outcome(activity).scores[0].counts, Counts::default().with(6, 5));
        assert!(whole.document.records().all(|record| record.conflicts().is_empty()));
    }
    // In two tabs that did not know of each other: one ballot a seat still, the same for everybody.
    let mut tab = tablet.clone();
    tab.opened += 1;
    for seat in 1..=5 {
        tablet.cast(activity, seat, &ballot(3));
        tab.cast(activity, seat, &ballot(4));
    }
    let (one, other) = (tablet.file(), tab.file());
    tablet.take_in(&other);
    tab.take_in(&one);
    assert_eq!(tablet.outcome(activity), tab.outcome(activity));
    assert_eq!(tablet.outcome(activity).voters, 5);
}

/// Laws L3 and L5.
#[test]
fn a_table_that_was_held_twice_is_left_out_and_taken_in_again() {
    let mut chance = Chance(2);
    let (hall, tablets, mut papers) = held(&mut chance);
    // Somebody took another tablet and went round with it again.
    let start = &hall.facilitator;
    let mut second = Tablet::new(9, start.workshop, &start.document);
    hold(&mut second, &hall, &mut chance, &mut papers);
    let files: Vec<Vec<Record>> = tablets.iter().chain([&second]).map(Tablet::file).collect();
    let mut whole = hall.facilitator.clone();
    for file in &files {
        whole.take_in(file);
    }
    assert_eq!(tables(&whole.document, whole.workshop).len(), 9);
    for is_left_out in [false, true, false] {
        whole.leave_out(second.table(), is_left_out);
        for papers in papers.values_mut() {
            papers.get_mut(&second.table()).unwrap().is_left_out = is_left_out;
        }
        check(&whole, &hall, &papers);
        // Its file comes once more and changes nothing of that.
        whole.take_in(files.last().unwrap());
        check(&whole, &hall, &papers);
    }
}

/// Laws L1, L2 and L3.
#[test]
fn a_table_that_hands_on_anothers_file_too_adds_nothing_twice() {
    let (hall, mut tablets, papers) = held(&mut Chance(3));
    let lent = tablets[0].file();
    tablets[1].take_in(&lent);
    // And the one that was lent from goes on, so that there is an older and a newer copy of its own.
    let activity = hall.activities[1];
    let round = of::round_id(activity, tablets[0].table());
    tablets[0].write(round, &of::ROUND, [(of::WAY, text(Way::Hands.name()))]);
    let mut papers = papers;
    papers.get_mut(&activity).unwrap().get_mut(&tablets[0].table()).unwrap().way = Way::Hands;
    for order in [[0, 1, 2, 3, 4, 5, 6, 7, 1], [1, 0, 7, 6, 5, 4, 3, 2, 0]] {
        let mut whole = hall.facilitator.clone();
        for at in order {
            whole.take_in(&tablets[at].file());
        }
        check(&whole, &hall, &papers);
        assert_eq!(casts(&whole.document, whole.workshop, activity).len(), 8);
        let (deed, _) = whole.document.merge_all(&lent);
        assert!(deed.is_empty());
    }
}

// ---- notes and groups ----

/// Notes from the tables, groups without any, and what was voted on all of them.
struct Wall {
    whole: Tablet,
    activity: RecordId,
    notes: Vec<RecordId>,
    groups: Vec<RecordId>,
}

fn wall(chance: &mut Chance) -> Wall {
    let Hall { facilitator, activities, .. } = prepared(chance);
    let (mut whole, activity) = (facilitator, activities[3]);
    let [mut notes, groups] =
        [12, 4].map(|many| (0..many).map(|_| chance.id()).collect::<Vec<_>>());
    notes.sort_unstable();
    for (order, group) in (0..).zip(&groups) {
        whole.write(*group, &of::GROUP, [(of::ORDER, Value::Whole(order))]);
    }
    for note in &notes {
        whole.note(*note, "Mere lys på stien");
    }
    let subjects: Vec<String> = groups.iter().chain(&notes).map(ToString::to_string).collect();
    let mut papers = BTreeMap::new();
    for number in 1..=8 {
        let mut tablet = Tablet::new(number, whole.workshop, &whole.document);
        papers.insert(tablet.table(), tablet.vote(activity, &subjects, chance));
        whole.take_in(&tablet.file());
    }
    let expected = by_hand(&whole.activity(activity), &subjects, &papers);
    assert_eq!(whole.outcome(activity), expected);
    Wall { whole, activity, notes, groups }
}

impl Wall {
    /// Puts notes into groups and groups into each other as it comes.
    fn regroup(&self, tablet: &mut Tablet, own: Option<RecordId>, chance: &mut Chance) -> Deed {
        let groups: Vec<RecordId> = self.groups.iter().copied().chain(own).collect();
        let mut edits = Vec::new();
        for (ids, field) in [(&self.notes, of::GROUP_ID), (&self.groups, of::INTO)] {
            for id in ids {
                if !chance.is_one_in(3) {
                    edits.push(Edit::Settle(*id, field.into(), text(chance.of(&groups))));
                }
            }
        }
        tablet.edit(&edits)
    }

    /// Takes everything out of its group, and the groups away that were made since.
    fn ungroup(&self, tablet: &mut Tablet) {
        let all = grouping(&tablet.document, tablet.workshop);
        let ids = all.iter().flat_map(|one| &one.members);
        let edit = |id: RecordId| {
            let field = if self.notes.contains(&id) { of::GROUP_ID } else { of::INTO };
            let is_new = !self.notes.contains(&id) && !self.groups.contains(&id);
            if is_new { Edit::Delete(id) } else { Edit::Settle(id, field.into(), Value::Nothing) }
        };
        let edits = ids.map(|id| edit(RecordId::parse(id).unwrap()));
        tablet.edit(&edits.collect::<Vec<_>>());
    }

    /// Every vote that was cast before is counted once, in the place where its subject is now.
    fn check_same_votes(&self, tablet: &Tablet, before: &Outcome) {
        let after = tablet.outcome(self.activity);
        let grouped = grouping(&tablet.document, tablet.workshop);
        for id in self.notes.iter().chain(&self.groups).map(ToString::to_string) {
            let places = grouped.iter().flat_map(|one| &one.members).filter(|one| **one == id);
            assert_eq!(places.count(), 1, "{id}");
        }
        assert_eq!(after.scores.len(), grouped.len());
        for (score, one) in after.scores.iter().zip(&grouped) {
            let parts = before.scores.iter().filter(|score| one.members.contains(&score.subject));
            let sum = parts.fold(Counts::default(), |sum, part| sum.plus(part.counts));
            assert_eq!((&score.subject, score.counts), (&one.id, sum));
        }
        assert_eq!((after.total(), after.voters), (before.total(), before.voters));
        let by_table = |outcome: &Outcome| -> Vec<(RecordId, u32)> {
            let sum = |share: &Share| share.counts.iter().map(|(_, counts)| counts.people()).sum();
            outcome.shares.iter().map(|share| (share.table, sum(share))).collect()
        };
        assert_eq!(by_table(&after), by_table(before));
    }
}

/// Laws L1 and L5.
#[test]
fn groupings_made_on_two_devices_meet_in_one_and_no_vote_is_lost_or_counted_twice() {
    for round in 0..40 {
        let mut chance = Chance(round);
        let wall = wall(&mut chance);
        let before = wall.whole.outcome(wall.activity);
        let [mut one, mut other] =
            [1, 2].map(|number| Tablet::new(number, wall.whole.workshop, &wall.whole.document));
        for tablet in [&mut one, &mut other] {
            let own = chance.id();
            tablet.write(own, &of::GROUP, []);
            wall.regroup(tablet, Some(own), &mut chance);
        }
        wall.check_same_votes(&one, &before);
        let (from_one, from_other) = (one.file(), other.file());
        one.take_in(&from_other);
        other.take_in(&from_one);
        assert_eq!(one.outcome(wall.activity), other.outcome(wall.activity));
        wall.check_same_votes(&one, &before);
        wall.ungroup(&mut one);
        other.take_in(&one.file());
        for tablet in [one, other] {
            assert_eq!(tablet.outcome(wall.activity), before);
        }
    }
}

/// Law L4.
#[test]
fn a_grouping_that_is_undone_leaves_the_votes_as_they_were() {
    for round in 100..120 {
        let mut chance = Chance(round);
        let wall = wall(&mut chance);
        let before = wall.whole.outcome(wall.activity);
        let mut tablet = wall.whole.clone();
        let deed = wall.regroup(&mut tablet, None, &mut chance);
        assert!(tablet.outcome(wall.activity).scores.len() < before.scores.len());
        wall.check_same_votes(&tablet, &before);
        tablet.undo(&deed);
        assert_eq!(tablet.outcome(wall.activity), before);
    }
}

/// A debug build on a busy machine is many times slower than what people use, so a second is generous: it
/// is there to notice work that grows with the square of notes or votes. It is done in some 40 ms.
#[test]
#[expect(clippy::disallowed_types, reason = "how long it takes is what is tested")]
fn a_hall_of_three_hundred_with_a_thousand_notes_is_counted_within_a_second() {
    let mut chance = Chance(5);
    let Hall { facilitator: mut whole, activities, .. } = prepared(&mut chance);
    let [groups, notes] =
        [200, 1_000].map(|many| (0..many).map(|_| chance.id()).collect::<Vec<_>>());
    for group in &groups {
        let into = text(chance.of(&groups));
        whole.write(*group, &of::GROUP, [(of::INTO, into)]);
    }
    for note in &notes {
        whole.note(*note, "Mere lys på stien");
        whole.write(*note, &of::NOTE, [(of::GROUP_ID, text(chance.of(&groups)))]);
    }
    let subjects: Vec<String> = notes.iter().map(ToString::to_string).collect();
    let mut papers = BTreeMap::new();
    for number in 1..=30 {
        whole.device = Device::new(&[number; 8]);
        papers.insert(whole.table(), whole.vote(activities[3], &subjects, &mut chance));
    }
    let start = std::time::Instant::now();
    let outcome = whole.outcome(activities[3]);
    let took = start.elapsed();
    let expected = by_hand(&whole.activity(activities[3]), &subjects, &papers);
    assert_eq!((outcome.voters, outcome.total()), (expected.voters, expected.total()));
    assert_eq!(outcome.voters, 300);
    assert!(took.as_millis() < 1_000, "{took:?}");
}
