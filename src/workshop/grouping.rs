//! Notes that say the same are put in groups, and groups into groups; votes go with them.

use super::{Counts, Outcome, Score, Share};
use crate::{document::RecordId, sorted::Sorted};

/// A group that stands on its own, or a note that is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    /// Its id.
    pub id: String,
    /// The ids whose votes it has: its own, those of the groups that were merged into it, and of all
    /// their notes.
    pub members: Vec<String>,
}

impl Grouped {
    fn alone(id: RecordId) -> Self {
        let id = id.to_string();
        Self { members: vec![id.clone()], id }
    }
}

/// Puts notes together by their groups: first the groups that stand on their own, also those without
/// notes, then the notes that are in none, both in the order given. Notes come with the group they are in,
/// groups with the one they were merged into; a group that is not among the groups counts as none.
///
/// Every note and every group is in exactly one place. Where groups were merged into each other in a
/// circle, which two devices can do together, the one with the smallest id stands.
#[must_use]
pub fn grouped(
    notes: &[(RecordId, Option<RecordId>)],
    groups: &[(RecordId, Option<RecordId>)],
) -> Vec<Grouped> {
    let heads = heads(groups);
    let head_of = |group: RecordId| heads.get(&group).copied();
    let mut all: Vec<Grouped> = Vec::new();
    let mut places: Sorted<RecordId, usize> = Sorted::default();
    for (id, _) in groups.iter().filter(|(id, _)| head_of(*id) == Some(*id)) {
        places.insert(*id, all.len());
        all.push(Grouped::alone(*id));
    }
    let merged = groups.iter().filter(|(id, _)| head_of(*id) != Some(*id));
    let merged = merged.map(|(id, _)| (*id, head_of(*id)));
    let written = notes.iter().map(|(id, group)| (*id, group.and_then(head_of)));
    let mut lone: Vec<Grouped> = Vec::new();
    for (id, head) in merged.chain(written) {
        let place = head.and_then(|head| places.get(&head));
        match place.and_then(|place| all.get_mut(*place)) {
            Some(group) => group.members.push(id.to_string()),
            None => lone.push(Grouped::alone(id)),
        }
    }
    all.extend(lone);
    all
}

/// For each group the one that stands for it in the end.
fn heads(groups: &[(RecordId, Option<RecordId>)]) -> Sorted<RecordId, RecordId> {
    let into: Sorted<RecordId, Option<RecordId>> = groups.iter().copied().collect();
    let ids: Vec<RecordId> = into.keys().copied().collect();
    let place = |id: RecordId| ids.binary_search(&id).ok();
    // All go on by one step, then by two, by four and so on, until every one is at its end or in its
    // circle; and know the first, by id, of all they came by. In the end that is all of the circle.
    let next = |(at, into): (usize, &Option<RecordId>)| into.and_then(place).unwrap_or(at);
    let mut ahead: Vec<usize> = into.values().enumerate().map(next).collect();
    let mut first: Vec<usize> = (0..ids.len()).collect();
    let at = |all: &[usize], place: usize| all.get(place).copied().unwrap_or(place);
    let mut steps = 1;
    while steps < ids.len() {
        let pairs = first.iter().zip(&ahead);
        first = pairs.map(|(first_yet, to)| at(&first, *to).min(*first_yet)).collect();
        ahead = ahead.iter().map(|to| at(&ahead, *to)).collect();
        steps *= 2;
    }
    let head = |to: &usize| ids.get(at(&first, *to)).copied();
    ids.iter().copied().zip(&ahead).filter_map(|(id, to)| Some((id, head(to)?))).collect()
}

/// The outcome by groups: each has the votes of all its members. No vote is changed, and where every note
/// is alone it is the outcome itself. What is a member of nothing stays as it is, and is no longer listed.
#[must_use]
pub fn together(outcome: &Outcome, grouped: &[Grouped]) -> Outcome {
    let mut places: Sorted<&str, usize> = Sorted::default();
    for (place, one) in grouped.iter().enumerate() {
        for member in &one.members {
            places.insert(member, place);
        }
    }
    let score = |one: &Grouped| Score {
        subject: one.id.clone(),
        counts: Counts::default(),
        is_listed: true,
    };
    let mut scores: Vec<Score> = grouped.iter().map(score).collect();
    for score in &outcome.scores {
        let place = places.get(score.subject.as_str());
        match place.and_then(|place| scores.get_mut(*place)) {
            Some(group) => group.counts = group.counts.plus(score.counts),
            None => scores.push(Score { is_listed: false, ..score.clone() }),
        }
    }
    let name = |subject: &str| {
        let group = places.get(subject).and_then(|place| grouped.get(*place));
        group.map_or(subject, |group| group.id.as_str()).to_owned()
    };
    let share = |share: &Share| {
        let mut all: Sorted<String, Counts> = Sorted::default();
        for (subject, counts) in &share.counts {
            all.change(name(subject), |sum| *sum = sum.plus(*counts));
        }
        Share { counts: all.into_iter().collect(), ..share.clone() }
    };
    Outcome { scores, shares: outcome.shares.iter().map(share).collect(), ..outcome.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::{Ballot, Cast, Method, outcome};
    use std::collections::BTreeMap;

    type Pairs = Vec<(RecordId, Option<RecordId>)>;

    fn id(number: u32) -> RecordId {
        RecordId::new(number.into(), &[1; 10])
    }

    fn pairs(of: &[(u32, Option<u32>)]) -> Pairs {
        of.iter().map(|(one, other)| (id(*one), other.map(id))).collect()
    }

    fn number(text: &str) -> u32 {
        u32::try_from(RecordId::parse(text).unwrap().milliseconds()).unwrap()
    }

    /// Groups are below 100, notes above.
    fn check(
        notes: &[(u32, Option<u32>)],
        groups: &[(u32, Option<u32>)],
        expected: &[(u32, &[u32])],
    ) {
        let grouped = grouped(&pairs(notes), &pairs(groups));
        let members = |one: &Grouped| one.members.iter().map(|id| number(id)).collect::<Vec<_>>();
        let got: Vec<(u32, Vec<u32>)> =
            grouped.iter().map(|one| (number(&one.id), members(one))).collect();
        let expected: Vec<(u32, Vec<u32>)> =
            expected.iter().map(|(id, members)| (*id, members.to_vec())).collect();
        assert_eq!(got, expected, "{notes:?} {groups:?}");
    }

    #[test]
    fn groups_come_first_and_then_the_notes_that_are_in_none() {
        check(&[], &[], &[]);
        check(&[(101, None), (100, None)], &[], &[(101, &[101]), (100, &[100])]);
        let notes = [(100, None), (101, Some(2)), (102, Some(1)), (103, Some(2))];
        let groups = [(2, None), (1, None), (3, None)];
        check(&notes, &groups, &[(2, &[2, 101, 103]), (1, &[1, 102]), (3, &[3]), (100, &[100])]);
    }

    #[test]
    fn a_group_that_was_merged_takes_its_notes_along_at_any_depth() {
        let notes = [(100, Some(1)), (101, Some(2)), (102, Some(3))];
        let groups = [(1, Some(2)), (2, Some(3)), (3, None)];
        check(&notes, &groups, &[(3, &[3, 1, 2, 100, 101, 102])]);
    }

    #[test]
    fn what_is_in_a_group_that_is_not_there_stands_on_its_own() {
        check(&[(100, Some(7))], &[], &[(100, &[100])]);
        check(&[(100, Some(1))], &[(1, Some(7))], &[(1, &[1, 100])]);
        // A note is no group.
        check(&[(100, Some(101)), (101, None)], &[], &[(100, &[100]), (101, &[101])]);
    }

    #[test]
    fn of_groups_in_a_circle_the_one_with_the_smallest_id_stands() {
        check(&[(100, Some(2))], &[(2, Some(1)), (1, Some(2))], &[(1, &[1, 2, 100])]);
        check(&[], &[(1, Some(1))], &[(1, &[1])]);
        // A circle of three, and two groups that lead into it, one of them by way of the other.
        let groups = [(4, Some(3)), (3, Some(5)), (5, Some(4)), (1, Some(5)), (2, Some(1))];
        check(&[(100, Some(2))], &groups, &[(3, &[3, 4, 5, 1, 2, 100])]);
    }

    struct Chance(u32);

    impl Chance {
        fn below(&mut self, most: u32) -> u32 {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) % most
        }

        /// Mostly a group; sometimes none, or one that is not there.
        fn group(&mut self, groups: u32) -> Option<u32> {
            (self.below(3) > 0).then(|| self.below(groups + 2))
        }
    }

    /// The group that stands for another, by walking on one step at a time.
    fn walked(groups: &[(u32, Option<u32>)], start: u32) -> u32 {
        let mut path = vec![start];
        loop {
            let here = path[path.len() - 1];
            let into = groups.iter().find(|(id, _)| *id == here).and_then(|(_, into)| *into);
            match into.filter(|into| groups.iter().any(|(id, _)| id == into)) {
                None => return here,
                Some(next) if path.contains(&next) => {
                    let circle = path.into_iter().skip_while(|one| *one != next);
                    return circle.min().unwrap();
                }
                Some(next) => path.push(next),
            }
        }
    }

    #[test]
    fn every_note_and_every_group_is_in_exactly_one_place() {
        let mut chance = Chance(3);
        for _ in 0..1_000 {
            let (many_notes, many_groups) = (chance.below(12), chance.below(9));
            let groups: Vec<_> =
                (0..many_groups).map(|id| (id, chance.group(many_groups))).collect();
            let notes: Vec<_> =
                (0..many_notes).map(|id| (100 + id, chance.group(many_groups))).collect();
            let grouped = grouped(&pairs(&notes), &pairs(&groups));
            let mut expected: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for (group, _) in &groups {
                expected.entry(walked(&groups, *group)).or_default().push(*group);
            }
            for (note, group) in &notes {
                let group = group.filter(|group| *group < many_groups);
                let head = group.map_or(*note, |group| walked(&groups, group));
                expected.entry(head).or_default().push(*note);
            }
            let mut got: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
            for one in &grouped {
                assert_eq!(one.members[0], one.id);
                let mut members: Vec<u32> = one.members.iter().map(|id| number(id)).collect();
                members.sort_unstable();
                assert_eq!(got.insert(number(&one.id), members), None);
            }
            assert_eq!(got, expected, "{notes:?} {groups:?}");
        }
    }

    fn vote(subjects: &[String], texts: &[&str]) -> Outcome {
        let ballots = texts.iter().map(|text| Ballot::parse(text).unwrap()).collect();
        let cast = Cast { ballots, ..Cast::empty(id(9)) };
        outcome(Method::Rating, 1, subjects, &[cast])
    }

    #[test]
    fn a_group_has_the_votes_of_all_that_is_in_it() {
        let notes = pairs(&[(100, Some(1)), (101, None), (102, Some(2))]);
        let grouped = grouped(&notes, &pairs(&[(1, None), (2, Some(1))]));
        let [one, lone, third] = [100, 101, 102].map(|note| id(note).to_string());
        let (group, gone) = (id(1).to_string(), id(50).to_string());
        let subjects = [group.clone(), lone.clone(), gone.clone()];
        let (first, second) =
            (format!("{one}=7 {lone}=2"), format!("{group}=3 {gone}=4 {one}=7 {third}=3"));
        let mut sorted: Vec<&str> = second.split(' ').collect();
        sorted.sort_unstable();
        let together = together(&vote(&subjects, &[&first, &sorted.join(" ")]), &grouped);
        let score =
            |score: &Score| (score.subject.clone(), score.counts.to_string(), score.is_listed);
        let scores: Vec<_> = together.scores.iter().map(score).collect();
        let expected = [
            (group.clone(), "0,0,2,0,0,0,2".to_owned(), true),
            (lone.clone(), "0,1".to_owned(), true),
            (gone.clone(), "0,0,0,1".to_owned(), false),
        ];
        assert_eq!(scores, expected);
        let shares = &together.shares[0].counts;
        let shares: Vec<(&str, u32)> =
            shares.iter().map(|(id, counts)| (id.as_str(), counts.people())).collect();
        assert_eq!(shares, [(group.as_str(), 4), (gone.as_str(), 1), (lone.as_str(), 1)]);
        assert_eq!((together.voters, together.total()), (2, 6));
    }

    #[test]
    fn with_every_note_alone_the_outcome_is_what_it_was() {
        let mut chance = Chance(17);
        for _ in 0..200 {
            let notes: Pairs = (0..6).map(|note| (id(100 + note), None)).collect();
            let alone = grouped(&notes, &[]);
            let subjects: Vec<String> = alone.iter().map(|one| one.id.clone()).collect();
            let ballot = |chance: &mut Chance| {
                let answers = (0..chance.below(6)).fold(Ballot::default(), |ballot, _| {
                    let note = id(100 + chance.below(8)).to_string();
                    ballot.with(&note, u8::try_from(1 + chance.below(7)).ok())
                });
                answers.to_string()
            };
            let texts: Vec<String> = (0..5).map(|_| ballot(&mut chance)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let single = vote(&subjects, &texts);
            assert_eq!(together(&single, &alone), single);
            // However they are grouped, no vote is lost and none comes to it.
            let groups: Vec<_> = (0..4).map(|id| (id, chance.group(4))).collect();
            let notes: Vec<_> = (100..106).map(|note| (note, chance.group(4))).collect();
            let grouped = grouped(&pairs(&notes), &pairs(&groups));
            let together = together(&single, &grouped);
            assert_eq!((together.total(), together.voters), (single.total(), single.voters));
            for answer in 1..=7 {
                let of = |outcome: &Outcome| -> u32 {
                    outcome.scores.iter().map(|score| score.counts.of(answer)).sum()
                };
                assert_eq!(of(&together), of(&single));
            }
        }
    }

    #[test]
    fn long_chains_and_large_circles_are_walked_at_once() {
        let many = 20_000;
        let chain: Pairs = (0..many).map(|at| (id(at), Some(id(at + 1)))).collect();
        let end = grouped(&[], &chain);
        assert_eq!((end.len(), number(&end[0].id)), (1, many - 1));
        let circle: Pairs = (0..many).map(|at| (id(at), Some(id((at + 1) % many)))).collect();
        let head = grouped(&[], &circle);
        assert_eq!((head.len(), number(&head[0].id)), (1, 0));
        assert_eq!(head[0].members.len(), usize::try_from(many).unwrap());
    }
}
