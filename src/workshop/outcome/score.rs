//! What a subject got, and which got the most.

use super::Outcome;
use crate::{
    measure::Decimal,
    sorted::sort,
    village::Rating,
    workshop::{Counts, Method},
};
use std::cmp::Ordering;

/// What a subject got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Its id.
    pub subject: String,
    /// How many gave which answer.
    pub counts: Counts,
    /// Whether people can vote on it still; false where it was deleted since.
    pub is_listed: bool,
}

impl Outcome {
    /// The scores, best first, each with its rank. Those that are as good as each other share a rank and
    /// stand in the order of [`Self::scores`].
    #[must_use]
    pub fn ranked(&self) -> Vec<(usize, &Score)> {
        let mut order: Vec<(usize, &Score)> = self.scores.iter().enumerate().collect();
        sort(&mut order, |(at, one), (other_at, other)| {
            self.standing(one, other).then(other_at.cmp(at)) == Ordering::Greater
        });
        let mut ranked: Vec<(usize, &Score)> = Vec::new();
        for (at, (_, score)) in order.into_iter().enumerate() {
            let tied = ranked.last().filter(|(_, last)| self.standing(last, score).is_eq());
            let rank = tied.map_or(at + 1, |(rank, _)| *rank);
            ranked.push((rank, score));
        }
        ranked
    }

    /// Which of two scores is better.
    fn standing(&self, one: &Score, other: &Score) -> Ordering {
        match self.method {
            Method::Dots => one.votes().cmp(&other.votes()),
            Method::Rating => {
                let ((sum, people), (other_sum, others)) = (one.weight(), other.weight());
                let is_rated = (people > 0).cmp(&(others > 0));
                // Both means times both numbers of people.
                is_rated.then((sum * others).cmp(&(other_sum * people)))
            }
            Method::Stance => {
                let agree = one.counts.of(1).cmp(&other.counts.of(1));
                one.lead().cmp(&other.lead()).then(agree)
            }
        }
    }
}

impl Score {
    /// How many votes it got, where votes are counted.
    #[must_use]
    pub fn votes(&self) -> u32 {
        self.counts.of(1)
    }

    /// How many answered. Where votes are counted: how many votes there are.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.counts.people()
    }

    /// The mean of the ratings, with one decimal; none where nobody has rated.
    #[must_use]
    pub fn mean(&self) -> Option<Decimal> {
        self.rating().map(|rating| rating.value)
    }

    /// The lowest and the highest rating that was given.
    #[must_use]
    pub fn ends(&self) -> Option<(u8, u8)> {
        self.rating()?.group.map(|group| (group.least, group.most))
    }

    /// How many in a hundred of those who agree or disagree do agree, rounded half up; none where nobody
    /// does either.
    #[must_use]
    pub fn agreed_percent(&self) -> Option<u32> {
        let (agree, disagree) = (u64::from(self.counts.of(1)), u64::from(self.counts.of(2)));
        let both = agree + disagree;
        let percent = (agree * 200 + both).checked_div(both * 2)?;
        u32::try_from(percent).ok()
    }

    fn rating(&self) -> Option<Rating> {
        Rating::of("", &self.counts.tally().to_string())
    }

    /// The sum of the ratings, and how many there are.
    fn weight(&self) -> (u128, u128) {
        let given = (1..=7).map(|answer| (u128::from(answer), u128::from(self.counts.of(answer))));
        given.fold((0, 0), |(sum, people), (answer, count)| (sum + answer * count, people + count))
    }

    /// By how many those who agree are more than those who disagree.
    fn lead(&self) -> i64 {
        i64::from(self.counts.of(1)) - i64::from(self.counts.of(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::outcome;

    fn rank(method: Method, counts: &[&str], expected: &[(usize, usize)]) {
        let subject = |(at, text): (usize, &&str)| Score {
            subject: at.to_string(),
            counts: Counts::parse(text).unwrap(),
            is_listed: true,
        };
        let scores = counts.iter().enumerate().map(subject).collect();
        let outcome = Outcome { scores, ..outcome(method, 3, &[], &[]) };
        let ranked = outcome.ranked().into_iter();
        let ranked: Vec<(usize, usize)> =
            ranked.map(|(rank, score)| (rank, score.subject.parse().unwrap())).collect();
        assert_eq!(ranked, expected, "{method:?} {counts:?}");
    }

    #[test]
    fn the_best_stand_first_and_equals_share_a_rank() {
        rank(Method::Dots, &[], &[]);
        rank(Method::Dots, &["2", "7", "0", "2", "1"], &[(1, 1), (2, 0), (2, 3), (4, 4), (5, 2)]);
        rank(Method::Dots, &["0", "0", "0"], &[(1, 0), (1, 1), (1, 2)]);
        // Means of 4, 4 and 4.5, and two that nobody rated.
        let ratings = ["0", "0,0,0,1", "1,0,0,0,0,0,1", "0", "0,0,0,1,1"];
        rank(Method::Rating, &ratings, &[(1, 4), (2, 1), (2, 2), (4, 0), (4, 3)]);
        // 1 of 3 and 33333 of 100000: nearly the same mean.
        rank(Method::Rating, &["2,1", "66667,33333"], &[(1, 0), (2, 1)]);
        // More agree than disagree by 1, by 1 with more who agree, by none, and nobody.
        let stances = ["1", "3,2", "2,2,9", "0,1", "0,0,4"];
        rank(Method::Stance, &stances, &[(1, 1), (2, 0), (3, 2), (4, 4), (5, 3)]);
    }

    #[test]
    fn a_score_tells_its_mean_its_ends_and_how_many_agree() {
        let score = |text: &str| {
            let counts = Counts::parse(text).unwrap();
            Score { subject: "a".into(), counts, is_listed: true }
        };
        assert_eq!(score("0,0,3,5,1").mean(), Decimal::parse("3.8"));
        assert_eq!(score("0,0,3,5,1").ends(), Some((3, 5)));
        assert_eq!((score("0").mean(), score("0").ends()), (None, None));
        assert_eq!((score("5").votes(), score("5,2").people()), (5, 7));
        let check = |text: &str, expected| assert_eq!(score(text).agreed_percent(), expected);
        check("1,2,9", Some(33));
        check("2,1", Some(67));
        // 12.5 of a hundred.
        check("1,7", Some(13));
        check("0,5", Some(0));
        check("100000", Some(100));
        check("0,0,7", None);
    }
}
