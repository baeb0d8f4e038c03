//! Ratings from 1 to 7: one person's, or a group's with how many agreed.

use crate::measure::Decimal;
use std::fmt;

/// How many of a group gave each rating from 1 to 7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([u32; 7]);

/// More people than this are in no group.
const MOST: u32 = 100_000;

impl Tally {
    /// Reads a tally as it is kept: `0,0,3,5,1,0,0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut counts = [0; 7];
        let mut parts = text.split(',');
        for count in &mut counts {
            let part = parts.next()?;
            let is_plain = !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
            *count = part.parse().ok().filter(|count| is_plain && *count <= MOST)?;
        }
        parts.next().is_none().then_some(Self(counts))
    }

    /// How many gave this rating.
    #[must_use]
    pub fn count(&self, rating: u8) -> u32 {
        let at = usize::from(rating).checked_sub(1);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    /// The same with another count for a rating. More than [`Self::parse`] takes is the most it takes.
    #[must_use]
    pub fn with(mut self, rating: u8, count: u32) -> Self {
        let at = usize::from(rating).checked_sub(1);
        if let Some(place) = at.and_then(|at| self.0.get_mut(at)) {
            *place = count.min(MOST);
        }
        self
    }

    /// How many have rated.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The mean in tenths, rounded half up; none where nobody has rated.
    fn tenths(&self) -> Option<i64> {
        let people = i64::from(self.people());
        let sum: i64 =
            (1..).zip(self.0).map(|(rating, count): (i64, u32)| rating * i64::from(count)).sum();
        (people > 0).then(|| (sum * 20 + people) / (people * 2))
    }

    /// The lowest and the highest rating that was given.
    fn ends(&self) -> Option<(u8, u8)> {
        let given =
            || (1_u8..).zip(self.0).filter(|(_, count)| *count > 0).map(|(rating, _)| rating);
        given().next().zip(given().last())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, count) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(out, "{comma}{count}")?;
        }
        Ok(())
    }
}

/// A rating of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// From 1 to 7; of a group its mean, with one decimal.
    pub value: Decimal,
    /// Of a group: who gave what.
    pub group: Option<Group>,
}

/// What is known of a group's rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// How many have rated (n).
    pub people: u32,
    /// The lowest rating that was given.
    pub least: u8,
    /// The highest.
    pub most: u8,
    /// How many gave which.
    pub tally: Tally,
}

impl Rating {
    /// The rating from what is kept: a group's tally goes before one person's number.
    #[must_use]
    pub fn of(rated: &str, tally: &str) -> Option<Self> {
        let tally = Tally::parse(tally).unwrap_or_default();
        if let (Some(tenths), Some((least, most))) = (tally.tenths(), tally.ends()) {
            let group = Group { people: tally.people(), least, most, tally };
            let value = Decimal::from_hundredths(i128::from(tenths) * 10);
            return Some(Self { value, group: Some(group) });
        }
        let rated: i64 = rated.parse().ok().filter(|rated| (1..=7).contains(rated))?;
        Some(Self { value: Decimal::whole(rated), group: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_is_read_as_it_is_written_and_in_no_other_way() {
        let tally = Tally::parse("0,1,0,12,3,0,0").unwrap();
        assert_eq!(Tally::parse(&tally.to_string()), Some(tally));
        assert_eq!((tally.count(4), tally.count(0), tally.count(8)), (12, 0, 0));
        for wrong in [
            "",
            "1",
            "1,2,3,4,5,6",
            "1,2,3,4,5,6,7,8",
            "1,2,3,4,5,6,-7",
            "1,2,3,4,5,6,+7",
            "1,2,3,4,5,6,999999999",
        ] {
            assert_eq!(Tally::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_groups_rating_is_its_mean_with_how_many_and_how_far_apart() {
        let check = |tally: &str, mean: &str, people: u32, ends: (u8, u8)| {
            let rating = Rating::of("2", tally).unwrap();
            let group = rating.group.unwrap();
            assert_eq!(rating.value, Decimal::parse(mean).unwrap(), "{tally}");
            assert_eq!((group.people, group.least, group.most), (people, ends.0, ends.1));
        };
        check("0,0,3,5,1,0,0", "3.8", 9, (3, 5));
        check("1,0,0,0,0,0,1", "4", 2, (1, 7));
        check("0,0,0,0,0,0,4", "7", 4, (7, 7));
        // 7 of 3: 2.333…; 1 of 2 and 1 of 3: exactly 2.5.
        check("1,0,2,0,0,0,0", "2.3", 3, (1, 3));
        check("0,1,1,0,0,0,0", "2.5", 2, (2, 3));
    }

    #[test]
    fn one_persons_number_counts_where_no_group_has_rated() {
        assert_eq!(Rating::of("3", "").unwrap().value, Decimal::whole(3));
        assert_eq!(Rating::of("3", "0,0,0,0,0,0,0").unwrap().group, None);
        assert_eq!(Rating::of("", ""), None);
        assert_eq!(Rating::of("8", ""), None);
    }

    #[test]
    fn the_mean_lies_between_the_ends_whatever_the_group() {
        let mut chance = 7_u32;
        for _ in 0..2_000 {
            let mut tally = Tally::default();
            for rating in 1..=7 {
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                tally = tally.with(rating, if chance >> 31 == 0 { 0 } else { chance >> 20 & 63 });
            }
            let Some(rating) = Rating::of("", &tally.to_string()) else {
                assert_eq!(tally.people(), 0);
                continue;
            };
            let group = rating.group.unwrap();
            assert!(rating.value >= Decimal::whole(group.least.into()));
            assert!(rating.value <= Decimal::whole(group.most.into()));
        }
    }
}
