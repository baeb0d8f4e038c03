//! What one person answered, and how many of a table gave which answer.

use super::Method;
use crate::{sorted::Sorted, village::Tally};
use std::fmt;

/// So many subjects can one ballot answer.
pub const MOST_ANSWERED: usize = 100;
/// The highest answer to one subject: all votes that a person can have
/// ([`super::records::MOST_VOTES`]).
const HIGHEST: u8 = 20;
/// The longest id of a subject.
const LONGEST: usize = 40;
/// More hands than this are shown for no subject.
const MOST_HANDS: u32 = 100_000;

/// What stands on one ballot: an answer for each subject that was answered. What an answer means is the
/// [`Method`]'s: a number of votes, a rating, or whether the person agrees (1), disagrees (2) or neither
/// (3).
///
/// Kept as `8a1=2 8a3=1`. One ballot has one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot(Sorted<String, u8>);

impl Ballot {
    /// Reads a ballot as it is kept, and in no other way. An empty text is a blank ballot.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut ballot = Self::default();
        for entry in text.split_ascii_whitespace() {
            let (subject, answer) = entry.split_once('=')?;
            ballot = ballot.with(subject, Some(answer.parse().ok()?));
        }
        // Signs, leading zeros, another order, repeats, and what cannot be answered.
        (ballot.to_string() == text).then_some(ballot)
    }

    /// The answer to a subject.
    #[must_use]
    pub fn answer(&self, subject: &str) -> Option<u8> {
        self.0.get(subject).copied()
    }

    /// The subjects that were answered, with the answers, in the order of their ids.
    pub fn answers(&self) -> impl Iterator<Item = (&str, u8)> {
        self.0.iter().map(|(subject, answer)| (subject.as_str(), *answer))
    }

    /// How many votes it uses, where votes are counted.
    #[must_use]
    pub fn used(&self) -> u32 {
        self.0.values().map(|answer| u32::from(*answer)).sum()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// The same with another answer to a subject, or with none. What cannot be answered changes nothing.
    #[must_use]
    pub fn with(mut self, subject: &str, answer: Option<u8>) -> Self {
        let Some(answer) = answer else {
            self.0.remove(subject);
            return self;
        };
        let has_room = self.0.len() < MOST_ANSWERED || self.0.contains_key(subject);
        if has_room && is_subject(subject) && (1..=HIGHEST).contains(&answer) {
            self.0.insert(subject.to_owned(), answer);
        }
        self
    }

    /// The same with one more vote on a subject, unless all of a person's votes are used.
    #[must_use]
    pub fn add(self, subject: &str, votes: u32) -> Self {
        if self.used() >= votes {
            return self;
        }
        let more = self.answer(subject).unwrap_or_default() + 1;
        self.with(subject, Some(more))
    }

    /// The same with one vote fewer on a subject.
    #[must_use]
    pub fn take(self, subject: &str) -> Self {
        let fewer = self.answer(subject).filter(|answer| *answer > 1).map(|answer| answer - 1);
        self.with(subject, fewer)
    }

    /// Whether it counts: nobody has more votes than they were given, and every answer is one that there
    /// is.
    #[must_use]
    pub fn is_fit(&self, method: Method, votes: u32) -> bool {
        match method {
            Method::Dots => self.used() <= votes,
            Method::Rating | Method::Stance => {
                self.0.values().all(|answer| (1..=method.answers()).contains(answer))
            }
        }
    }
}

impl fmt::Display for Ballot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (subject, answer)) in self.answers().enumerate() {
            let blank = if at == 0 { "" } else { " " };
            write!(out, "{blank}{subject}={answer}")?;
        }
        Ok(())
    }
}

/// Whether a text can be the id of a subject: of an item, or of a record.
fn is_subject(text: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-';
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_sign)
}

/// How many gave which answer to one subject. Where votes are counted there is the answer 1 alone: a vote.
///
/// Kept as `3,2,1`: how many gave the answers 1, 2 and so on, up to the last that anybody gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u32; 7]);

impl Counts {
    /// Reads counts as they are kept, and in no other way.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut counts = Self::default();
        let mut places = counts.0.iter_mut();
        for part in text.split(',') {
            *places.next()? = part.parse().ok().filter(|count| *count <= MOST_HANDS)?;
        }
        // Signs, leading zeros, and answers at the end that nobody gave.
        (counts.to_string() == text).then_some(counts)
    }

    /// How many gave this answer.
    #[must_use]
    pub fn of(&self, answer: u8) -> u32 {
        let at = usize::from(answer).checked_sub(1);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    /// The same with another count for an answer. More than [`Self::parse`] takes is the most it takes.
    #[must_use]
    pub fn with(mut self, answer: u8, count: u32) -> Self {
        let at = usize::from(answer).checked_sub(1);
        if let Some(place) = at.and_then(|at| self.0.get_mut(at)) {
            *place = count.min(MOST_HANDS);
        }
        self
    }

    /// How many answered. Where votes are counted: how many votes there are.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.0.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Both together.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
        self
    }

    /// The same as the ratings of a group.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let with = |tally: Tally, (rating, count)| tally.with(rating, count);
        (1..).zip(self.0).fold(Tally::default(), with)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, rest @ ..] = self.0;
        write!(out, "{first}")?;
        let last = rest.iter().rposition(|count| *count > 0).map_or(0, |at| at + 1);
        for count in rest.iter().take(last) {
            write!(out, ",{count}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::records::MOST_VOTES;
    use std::collections::BTreeMap;

    /// What looks random and is the same every time.
    struct Chance(u32);

    impl Chance {
        fn below(&mut self, most: u32) -> u32 {
            self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.0 >> 8) % most
        }
    }

    #[test]
    fn a_ballot_is_read_as_it_is_written_and_in_no_other_way() {
        let check = |text: &str, is_ballot: bool| {
            let read = Ballot::parse(text).map(|ballot| ballot.to_string());
            assert_eq!(read.as_deref(), is_ballot.then_some(text), "{text:?}");
        };
        for text in ["", "8a1=2", "8a1=2 8a3=1", "A=20 a=1", "8-r1=7 81=1"] {
            check(text, true);
        }
        check(&format!("{}=1", "x".repeat(40)), true);
        for wrong in [
            " ",
            "=",
            "8a1",
            "8a1=",
            "=1",
            "8a1=0",
            "8a1=21",
            "8a1=300",
            "8a1=99999999999999999999",
            "8a1=02",
            "8a1=+2",
            "8a1=-2",
            "8a1= 2",
            "8a1=2=2",
            "8a1=2.0",
            "8a1=٢",
            "8a3=1 8a1=2",
            "8a1=2 8a1=2",
            "8a1=2 8a1=3",
            "8a1=2  8a3=1",
            "8a1=2\t8a3=1",
            "8a1=2\n",
            " 8a1=2",
            "8a1=2 ",
            "8a1=2,8a3=1",
            "å=1",
            "8_1=1",
            "8a1\0=1",
        ] {
            check(wrong, false);
        }
        check(&format!("{}=1", "x".repeat(41)), false);
    }

    #[test]
    fn a_ballot_has_room_for_a_hundred_answers() {
        let many = |count: u32| -> Ballot {
            (0..count).fold(Ballot::default(), |all, at| all.with(&format!("x{at}"), Some(1)))
        };
        assert_eq!(many(100).used(), 100);
        assert_eq!(many(101), many(100));
        assert_eq!(many(100).with("x7", Some(3)).answer("x7"), Some(3));
        assert_eq!(Ballot::parse(&many(100).to_string()), Some(many(100)));
        assert_eq!(Ballot::parse(&format!("{} x999=1", many(100))), None);
    }

    #[test]
    fn what_cannot_be_answered_changes_nothing() {
        let ballot = Ballot::default().with("8a1", Some(2));
        for (subject, answer) in [("8a1", 0), ("8a1", 21), ("", 1), ("a b", 1), ("a=", 1)] {
            assert_eq!(ballot.clone().with(subject, Some(answer)), ballot, "{subject} {answer}");
        }
        assert_eq!(ballot.clone().with("8a2", None), ballot);
        assert!(ballot.with("8a1", None).is_blank());
        assert_eq!(i64::from(HIGHEST), MOST_VOTES);
    }

    #[test]
    fn no_votes_are_given_that_a_person_does_not_have_whatever_they_tap() {
        let mut chance = Chance(7);
        for _ in 0..500 {
            let votes = chance.below(22);
            let mut ballot = Ballot::default();
            let mut counted: BTreeMap<String, u32> = BTreeMap::new();
            for _ in 0..60 {
                let subject = format!("8a{}", chance.below(4));
                let given: u32 = counted.values().sum();
                if chance.below(3) > 0 {
                    ballot = ballot.add(&subject, votes);
                    let count = counted.entry(subject).or_default();
                    *count += u32::from(given < votes && *count < 20);
                } else {
                    ballot = ballot.take(&subject);
                    let count = counted.entry(subject).or_default();
                    *count = count.saturating_sub(1);
                }
                assert!(ballot.used() <= votes && ballot.is_fit(Method::Dots, votes));
                let answered = ballot.answers().map(|(id, answer)| (id, u32::from(answer)));
                let expected = counted.iter().filter(|(_, count)| **count > 0);
                assert!(answered.eq(expected.map(|(id, count)| (id.as_str(), *count))));
            }
        }
    }

    #[test]
    fn every_ballot_survives_being_written_and_read() {
        let mut chance = Chance(11);
        for _ in 0..2_000 {
            let mut ballot = Ballot::default();
            for _ in 0..chance.below(12) {
                let subject: String = (0..=chance.below(40))
                    .map(|_| ['a', 'Z', '0', '-'][chance.below(4) as usize])
                    .collect();
                let answer = u8::try_from(chance.below(24)).unwrap();
                ballot = ballot.with(&subject, Some(answer));
            }
            assert_eq!(Ballot::parse(&ballot.to_string()), Some(ballot));
        }
    }

    #[test]
    fn a_ballot_counts_only_within_what_the_method_allows() {
        let check = |text: &str, method: Method, votes: u32, expected: bool| {
            let ballot = Ballot::parse(text).unwrap();
            assert_eq!(ballot.is_fit(method, votes), expected, "{text} {method:?} {votes}");
        };
        for method in Method::ALL {
            check("", method, 0, true);
        }
        check("8a1=2 8a2=1", Method::Dots, 3, true);
        check("8a1=2 8a2=1", Method::Dots, 2, false);
        check("8a1=20", Method::Dots, 20, true);
        check("8a1=7 8a2=7", Method::Rating, 1, true);
        check("8a1=8", Method::Rating, 20, false);
        check("8a1=3 8a2=1", Method::Stance, 1, true);
        check("8a1=4", Method::Stance, 20, false);
    }

    #[test]
    fn counts_are_read_as_they_are_written_and_in_no_other_way() {
        let check = |text: &str, are_counts: bool| {
            let read = Counts::parse(text).map(|counts| counts.to_string());
            assert_eq!(read.as_deref(), are_counts.then_some(text), "{text:?}");
        };
        for text in ["0", "5", "3,2,1", "0,0,1,4", "0,0,0,0,0,0,7", "100000,1"] {
            check(text, true);
        }
        for wrong in [
            "",
            ",",
            "3,",
            ",3",
            "0,0",
            "3,0",
            "3,,1",
            "03",
            "00",
            "+3",
            "-3",
            "3 ",
            "3, 2",
            "3;2",
            "3.0",
            "٣",
            "100001",
            "4294967296",
            "1,2,3,4,5,6,7,8",
            "1,1,1,1,1,1,1,0",
        ] {
            check(wrong, false);
        }
    }

    #[test]
    fn counts_add_up_and_never_overflow() {
        let counts = Counts::default().with(1, 3).with(7, 2).with(0, 9).with(8, 9);
        assert_eq!((counts.of(1), counts.of(7), counts.of(0), counts.of(8)), (3, 2, 0, 0));
        assert_eq!(counts.people(), 5);
        assert_eq!(counts.plus(counts).to_string(), "6,0,0,0,0,0,4");
        assert_eq!(counts.tally().to_string(), "3,0,0,0,0,0,2");
        assert_eq!(Counts::default().with(2, u32::MAX).of(2), MOST_HANDS);
        let many = (0..40).fold(Counts::parse("100000").unwrap(), |sum, _| sum.plus(sum));
        assert_eq!(many.plus(counts).people(), u32::MAX);
    }
}
