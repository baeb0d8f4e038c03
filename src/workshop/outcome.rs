//! What a vote came to, counted from what the tables cast.

mod score;

use super::{Ballot, Counts, Method, Way};
use crate::{document::RecordId, sorted::Sorted};

pub use score::Score;

/// What one table cast in an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The table.
    pub table: RecordId,
    /// Whether it does not count.
    pub is_left_out: bool,
    /// In which way its votes came in.
    pub way: Way,
    /// How many people showed their hands.
    pub people: u32,
    /// The ballots, one for each seat.
    pub ballots: Vec<Ballot>,
    /// The hands that were shown for each subject.
    pub hands: Vec<(String, Counts)>,
}

impl Cast {
    /// A table at which nothing was said or cast.
    #[must_use]
    pub const fn empty(table: RecordId) -> Self {
        Self {
            table,
            is_left_out: false,
            way: Way::Pass,
            people: 0,
            ballots: Vec::new(),
            hands: Vec::new(),
        }
    }

    /// The way that decides what counts. Hands without any word of a way or of people are taken as such,
    /// so that they are told of as too many, and not passed over.
    fn counted_way(&self) -> Way {
        let is_said = self.people > 0 || !self.ballots.is_empty() || self.hands.is_empty();
        if is_said { self.way } else { Way::Hands }
    }
}

/// What a vote came to.
///
/// - A table's way decides what counts: its ballots, or its hands. The other is kept and not counted.
/// - A ballot that fits counts, also a blank one: who abstains has answered.
/// - Hands count as long as the people there can have shown them. Where votes are counted: for all
///   subjects together, no more than all have; else for each subject, no more than there are people. An
///   answer that the method does not know fits nowhere.
/// - What does not fit is told of ([`Self::unfit`]), and nothing of it counts.
/// - A table that is left out has its share and adds nothing to the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How people voted.
    pub method: Method,
    /// How many votes each person had, where votes are counted.
    pub votes: u32,
    /// How many people voted.
    pub voters: u32,
    /// How many of them answered nothing.
    pub blank: u32,
    /// How many ballots and shows of hands do not fit.
    pub unfit: u32,
    /// What each subject got.
    pub scores: Vec<Score>,
    /// What came from each table, in the order they were given.
    pub shares: Vec<Share>,
}

/// What came from one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The table.
    pub table: RecordId,
    /// Whether it does not count.
    pub is_left_out: bool,
    /// In which way the votes came in that count.
    pub way: Way,
    /// How many people voted.
    pub voters: u32,
    /// How many of them answered nothing; of hands that is not known.
    pub blank: u32,
    /// How many ballots and shows of hands do not fit.
    pub unfit: u32,
    /// The subjects that got something, in the order of their ids.
    pub counts: Vec<(String, Counts)>,
}

/// Counts a vote. The subjects stand in the order given, also those without votes, and after them those
/// that have votes and are not given.
#[must_use]
pub fn outcome(method: Method, votes: u32, subjects: &[String], casts: &[Cast]) -> Outcome {
    let shares: Vec<Share> = casts.iter().map(|cast| share(method, votes, cast)).collect();
    let counted = || shares.iter().filter(|share| !share.is_left_out);
    let sum = |part: fn(&Share) -> u32| counted().map(part).fold(0, u32::saturating_add);
    let mut totals: Sorted<&str, Counts> = Sorted::default();
    for (subject, counts) in counted().flat_map(|share| &share.counts) {
        totals.change(subject, |total| *total = total.plus(*counts));
    }
    let score = |subject: &str, is_listed| {
        let counts = totals.get(subject).copied().unwrap_or_default();
        Score { subject: subject.to_owned(), counts, is_listed }
    };
    let mut scores: Vec<Score> = Vec::new();
    let mut listed: Sorted<&str, ()> = Sorted::default();
    for subject in subjects {
        // What is given twice has its votes once.
        if listed.insert(subject, ()).is_none() {
            scores.push(score(subject, true));
        }
    }
    let others = totals.keys().filter(|subject| !listed.contains_key(**subject));
    scores.extend(others.map(|subject| score(subject, false)));
    Outcome {
        method,
        votes,
        voters: sum(|share| share.voters),
        blank: sum(|share| share.blank),
        unfit: sum(|share| share.unfit),
        scores,
        shares,
    }
}

/// What comes from one table.
fn share(method: Method, votes: u32, cast: &Cast) -> Share {
    let way = cast.counted_way();
    let mut share = Share {
        table: cast.table,
        is_left_out: cast.is_left_out,
        way,
        voters: 0,
        blank: 0,
        unfit: 0,
        counts: Vec::new(),
    };
    let mut counts = match way {
        Way::Pass => take_ballots(method, votes, &cast.ballots, &mut share),
        Way::Hands => take_hands(method, votes, cast, &mut share),
    };
    counts.retain(|_, counts| counts.people() > 0);
    share.counts = counts.into_iter().collect();
    share
}

fn take_ballots(
    method: Method,
    votes: u32,
    ballots: &[Ballot],
    share: &mut Share,
) -> Sorted<String, Counts> {
    let mut all: Sorted<String, Counts> = Sorted::default();
    for ballot in ballots {
        if !ballot.is_fit(method, votes) {
            share.unfit = share.unfit.saturating_add(1);
            continue;
        }
        share.voters = share.voters.saturating_add(1);
        share.blank = share.blank.saturating_add(ballot.is_blank().into());
        for (subject, answer) in ballot.answers() {
            let given = match method {
                Method::Dots => Counts::default().with(1, answer.into()),
                Method::Rating | Method::Stance => Counts::default().with(answer, 1),
            };
            all.change(subject.to_owned(), |counts| *counts = counts.plus(given));
        }
    }
    all
}

fn take_hands(
    method: Method,
    votes: u32,
    cast: &Cast,
    share: &mut Share,
) -> Sorted<String, Counts> {
    let mut all: Sorted<String, Counts> = Sorted::default();
    for (subject, shown) in &cast.hands {
        all.change(subject.clone(), |counts| *counts = counts.plus(*shown));
    }
    share.voters = cast.people;
    let is_known =
        |counts: &Counts| (method.answers() + 1..=7).all(|answer| counts.of(answer) == 0);
    match method {
        Method::Dots => {
            let used: u64 = all.values().map(|counts| u64::from(counts.people())).sum();
            let is_fit = used <= u64::from(cast.people).saturating_mul(votes.into());
            // Whose hands were too many cannot be told: nothing of them counts.
            if !is_fit || !all.values().all(is_known) {
                (share.voters, share.unfit) = (0, cast.people.max(1));
                return Sorted::default();
            }
        }
        Method::Rating | Method::Stance => all.retain(|_, counts| {
            let is_fit = counts.people() <= cast.people && is_known(counts);
            share.unfit = share.unfit.saturating_add((!is_fit).into());
            is_fit
        }),
    }
    all
}

impl Outcome {
    /// All votes or answers that all subjects got.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.scores.iter().fold(0, |sum, score| sum.saturating_add(score.people()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn table(number: u8) -> RecordId {
        RecordId::new(u64::from(number), &[number; 10])
    }

    fn ballots(number: u8, texts: &[&str]) -> Cast {
        let ballots = texts.iter().map(|text| Ballot::parse(text).unwrap()).collect();
        Cast { ballots, ..Cast::empty(table(number)) }
    }

    fn hands(number: u8, people: u32, shown: &[(&str, &str)]) -> Cast {
        let hands = shown.iter().map(|(id, counts)| ((*id).into(), Counts::parse(counts).unwrap()));
        Cast { way: Way::Hands, people, hands: hands.collect(), ..Cast::empty(table(number)) }
    }

    fn subjects(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    /// An outcome in one line: `8a1:5 8a2:3,1*`, the unlisted marked, and how many voted, were blank and
    /// did not fit.
    fn told(outcome: &Outcome) -> (String, [u32; 3]) {
        let score = |score: &Score| {
            format!("{}:{}{}", score.subject, score.counts, if score.is_listed { "" } else { "*" })
        };
        let scores: Vec<String> = outcome.scores.iter().map(score).collect();
        (scores.join(" "), [outcome.voters, outcome.blank, outcome.unfit])
    }

    fn check(method: Method, casts: &[Cast], expected: (&str, [u32; 3])) {
        let outcome = outcome(method, 3, &subjects(&["a", "b"]), casts);
        assert_eq!(told(&outcome), (expected.0.to_owned(), expected.1), "{casts:?}");
    }

    #[test]
    fn ballots_count_where_the_tablet_went_round_and_hands_where_they_were_shown() {
        let mut both = ballots(1, &["a=2 b=1", "b=3"]);
        both.hands = vec![("a".into(), Counts::default().with(1, 1))];
        both.people = 4;
        check(Method::Dots, &[both.clone()], ("a:2 b:4", [2, 0, 0]));
        both.way = Way::Hands;
        check(Method::Dots, &[both], ("a:1 b:0", [4, 0, 0]));
        check(Method::Dots, &[], ("a:0 b:0", [0, 0, 0]));
        check(Method::Dots, &[Cast::empty(table(1))], ("a:0 b:0", [0, 0, 0]));
    }

    #[test]
    fn hands_without_a_word_of_people_are_told_of_and_not_counted() {
        let shown = Cast { way: Way::Pass, ..hands(1, 0, &[("a", "2"), ("b", "1")]) };
        let one = outcome(Method::Dots, 3, &[], std::slice::from_ref(&shown));
        assert_eq!((one.unfit, one.total(), one.shares[0].way), (1, 0, Way::Hands));
        assert_eq!(outcome(Method::Stance, 3, &[], &[shown]).unfit, 2);
        // The table went round with the tablet after all, and nobody has voted yet.
        let passed = Cast { way: Way::Pass, ..hands(1, 5, &[("a", "2")]) };
        check(Method::Dots, &[passed], ("a:0 b:0", [0, 0, 0]));
    }

    #[test]
    fn who_abstains_has_voted_and_who_has_too_many_votes_has_not() {
        let cast = ballots(1, &["", "a=1", "a=4", "a=2 b=2"]);
        check(Method::Dots, &[cast], ("a:1 b:0", [2, 1, 2]));
        let cast = ballots(1, &["", "a=1 b=7", "a=7", "a=8 b=1"]);
        check(Method::Rating, &[cast], ("a:1,0,0,0,0,0,1 b:0,0,0,0,0,0,1", [3, 1, 1]));
        let cast = ballots(1, &["a=1", "a=2 b=3", "b=4"]);
        check(Method::Stance, &[cast], ("a:1,1 b:0,0,1", [2, 0, 1]));
    }

    #[test]
    fn hands_count_up_to_all_votes_that_the_people_have() {
        check(Method::Dots, &[hands(1, 2, &[("a", "5"), ("b", "1")])], ("a:5 b:1", [2, 0, 0]));
        check(Method::Dots, &[hands(1, 2, &[("a", "5"), ("b", "2")])], ("a:0 b:0", [0, 0, 2]));
        check(Method::Dots, &[hands(1, 0, &[("a", "1")])], ("a:0 b:0", [0, 0, 1]));
        check(Method::Dots, &[hands(1, 9, &[("a", "1,1")])], ("a:0 b:0", [0, 0, 9]));
        let most = hands(1, u32::MAX, &[("a", "100000"), ("b", "100000")]);
        check(Method::Dots, &[most], ("a:100000 b:100000", [u32::MAX, 0, 0]));
    }

    #[test]
    fn hands_for_one_subject_are_never_more_than_the_people() {
        let shown = hands(1, 4, &[("a", "1,1,2"), ("b", "5")]);
        check(Method::Stance, &[shown], ("a:1,1,2 b:0", [4, 0, 1]));
        let shown = hands(1, 4, &[("a", "0,0,0,1"), ("b", "4")]);
        check(Method::Stance, &[shown], ("a:0 b:4", [4, 0, 1]));
        let shown = hands(1, 4, &[("a", "0,0,0,1"), ("b", "0,0,0,0,0,0,4")]);
        check(Method::Rating, &[shown], ("a:0,0,0,1 b:0,0,0,0,0,0,4", [4, 0, 0]));
        // The same subject twice, as only a file made by hand can have it.
        let shown = hands(1, 4, &[("a", "3"), ("a", "0,3")]);
        check(Method::Stance, &[shown], ("a:0 b:0", [4, 0, 1]));
    }

    #[test]
    fn a_table_that_is_left_out_keeps_its_share_and_adds_nothing() {
        let mut second = ballots(2, &["a=1 gone=2", "b=4"]);
        let first = ballots(1, &["a=3"]);
        let with = [first.clone(), second.clone()];
        check(Method::Dots, &with, ("a:4 b:0 gone:2*", [2, 0, 1]));
        second.is_left_out = true;
        let casts = [first, second];
        check(Method::Dots, &casts, ("a:3 b:0", [1, 0, 0]));
        let share = outcome(Method::Dots, 3, &[], &casts).shares.remove(1);
        assert_eq!((share.table, share.is_left_out), (table(2), true));
        assert_eq!((share.voters, share.blank, share.unfit), (1, 0, 1));
        let (one, two) = (Counts::default().with(1, 1), Counts::default().with(1, 2));
        assert_eq!(share.counts, [("a".to_owned(), one), ("gone".to_owned(), two)]);
    }

    #[test]
    fn subjects_stand_in_the_order_given_and_deleted_ones_after_them() {
        let casts = [ballots(1, &["y=1 z=1", "a=1"])];
        let outcome = outcome(Method::Dots, 3, &subjects(&["b", "a", "b"]), &casts);
        assert_eq!(told(&outcome).0, "b:0 a:1 y:1* z:1*");
        assert_eq!(outcome.total(), 3);
    }

    /// Counts by hand: one answer after the other into a plain list, looking up everything again.
    fn by_hand(
        method: Method,
        votes: u32,
        casts: &[Cast],
    ) -> (BTreeMap<(String, u8), u32>, [u32; 3]) {
        let mut given: Vec<(String, u8)> = Vec::new();
        let mut told = [0; 3];
        for cast in casts.iter().filter(|cast| !cast.is_left_out) {
            if cast.way == Way::Hands {
                let all = cast.hands.iter().flat_map(|(id, counts)| {
                    (1..=7).flat_map(|a| vec![(id.clone(), a); counts.of(a) as usize])
                });
                let all: Vec<(String, u8)> = all.collect();
                let too_many = |ids: &[&String], most: u32| {
                    all.iter().filter(|(id, _)| ids.contains(&id)).count() > most as usize
                };
                let every: Vec<&String> = cast.hands.iter().map(|(id, _)| id).collect();
                if method != Method::Dots {
                    for id in every {
                        if too_many(&[id], cast.people) {
                            told[2] += 1;
                        } else {
                            given.extend(all.iter().filter(|(other, _)| other == id).cloned());
                        }
                    }
                } else if too_many(&every, cast.people * votes) {
                    told[2] += cast.people.max(1);
                    continue;
                } else {
                    given.extend(all);
                }
                told[0] += cast.people;
                continue;
            }
            for text in cast.ballots.iter().map(ToString::to_string) {
                let entries = text.split(' ').filter_map(|entry| entry.split_once('='));
                let answers: Vec<(String, u8)> =
                    entries.map(|(id, answer)| (id.to_owned(), answer.parse().unwrap())).collect();
                let sum: u32 = answers.iter().map(|(_, answer)| u32::from(*answer)).sum();
                let highest = answers.iter().map(|(_, answer)| *answer).max().unwrap_or(1);
                let fits = match method {
                    Method::Dots => sum <= votes,
                    Method::Rating => highest <= 7,
                    Method::Stance => highest <= 3,
                };
                told[if fits { 0 } else { 2 }] += 1;
                told[1] += u32::from(answers.is_empty());
                for (id, answer) in answers.into_iter().filter(|_| fits) {
                    match method {
                        Method::Dots => given.extend(vec![(id, 1); answer.into()]),
                        Method::Rating | Method::Stance => given.push((id, answer)),
                    }
                }
            }
        }
        let mut counts = BTreeMap::new();
        for one in given {
            *counts.entry(one).or_default() += 1;
        }
        (counts, told)
    }

    #[test]
    fn random_votes_come_to_what_counting_by_hand_gives() {
        let mut chance = 5_u32;
        let mut below = |most: u32| {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (chance >> 8) % most
        };
        for round in 0..600_u32 {
            let method = Method::ALL[round as usize % 3];
            let votes = 1 + below(5);
            let mut casts = Vec::new();
            for number in 0..=below(4) {
                let mut cast = Cast::empty(table(u8::try_from(number).unwrap()));
                cast.is_left_out = below(4) == 0;
                cast.people = below(9);
                for _ in 0..below(6) {
                    let mut ballot = Ballot::default();
                    for _ in 0..below(5) {
                        let answer = 1 + below(u32::from(method.answers()) + 1);
                        ballot = ballot.with(&below(5).to_string(), u8::try_from(answer).ok());
                    }
                    cast.ballots.push(ballot);
                }
                if below(2) == 0 {
                    cast.way = Way::Hands;
                    for subject in 0..below(5) {
                        let counts = (1..=method.answers())
                            .fold(Counts::default(), |all, answer| all.with(answer, below(4)));
                        cast.hands.push((subject.to_string(), counts));
                    }
                }
                casts.push(cast);
            }
            let outcome = outcome(method, votes, &subjects(&["3", "1", "0"]), &casts);
            let (counts, told) = by_hand(method, votes, &casts);
            assert_eq!([outcome.voters, outcome.blank, outcome.unfit], told, "{casts:?}");
            assert_eq!(outcome.total(), counts.values().sum::<u32>());
            for score in &outcome.scores {
                for answer in 1..=7 {
                    let expected = counts.get(&(score.subject.clone(), answer)).copied();
                    assert_eq!(score.counts.of(answer), expected.unwrap_or_default(), "{casts:?}");
                }
            }
        }
    }
}
