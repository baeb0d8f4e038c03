//! Scales: values and days to px, and the ticks that mark an axis.

/// A value further from 0 is drawn here, so that no sum of coordinates runs over.
const HUGE: f64 = 1e100;
/// Values that differ by less than this share of their size are drawn as equal: the ticks between
/// them could not be told apart.
const EQUAL: f64 = 1e-9;
/// The room left of the first day and right of the last one: half the name of a year.
const EDGE: f64 = 20.0;
/// The room that the name of a year takes with the space around it.
const YEAR_ROOM: f64 = 44.0;

/// A straight mapping of values to px. Either direction may be reversed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value at `start`.
    pub from: f64,
    /// The value at `end`.
    pub to: f64,
    /// Where `from` stands, in px.
    pub start: f64,
    /// Where `to` stands, in px.
    pub end: f64,
}

impl Scale {
    /// Where a value stands, in px; in the middle if the scale has no extent.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let extent = self.to - self.from;
        let share = if extent.abs() > 0.0 { (value - self.from) / extent } else { 0.5 };
        self.start + share * (self.end - self.start)
    }

    /// The days of a chart over its whole width.
    pub(super) fn across(first: i32, last: i32, width: f64) -> Self {
        let width = tame(width).max(0.0);
        let edge = EDGE.min(width / 8.0);
        Self { from: f64::from(first), to: f64::from(last), start: edge, end: width - edge }
    }

    /// As many years as have room, each with its x.
    pub(super) fn year_marks(&self, first: i32, last: i32) -> Vec<(f64, i32)> {
        let years = year_ticks(first, last, how_many(self.end - self.start, YEAR_ROOM));
        years.into_iter().map(|(year, day)| (self.at(f64::from(day)), year)).collect()
    }
}

/// Even steps of 1, 2, 2.5 or 5 × 10^n that enclose the data, in rising order: as many as wished, or
/// some fewer, or one more. Around equal values there are some on both sides.
#[must_use]
pub fn ticks(least: f64, most: f64, wished: usize) -> Vec<f64> {
    let (least, most) = apart(least, most);
    let steps = u8::try_from(wished.clamp(2, 100) - 1).map_or(99.0, f64::from);
    let rough = (most - least) / steps;
    // Kept as a fraction, so that three steps of 0.1 are 0.3 and not 0.30000000000000004.
    let (mut up, mut down) = (1.0, 1.0);
    while up * 10.0 <= rough {
        up *= 10.0;
    }
    while rough * down < 1.0 {
        down *= 10.0;
    }
    let lead = rough * down / up * (1.0 - EQUAL);
    up *= [1.0, 2.0, 2.5, 5.0].into_iter().find(|nice| *nice >= lead).unwrap_or(10.0);

    let mut multiple = (least * down / up + EQUAL).floor();
    let end = (most * down / up - EQUAL).ceil();
    let mut all = Vec::new();
    while multiple <= end {
        all.push(multiple * up / down);
        multiple += 1.0;
    }
    all
}

/// The first of January of every year, or of every 2nd, 5th, 10th (20th, 50th …), within these
/// days: each year and its day, `most` of them at the most.
#[must_use]
pub fn year_ticks(first_day: i32, last_day: i32, most: usize) -> Vec<(i32, i32)> {
    let (first_day, last_day) = (i64::from(first_day), i64::from(last_day));
    let (mut first, mut last) = (year_near(first_day) - 1, year_near(last_day) + 1);
    while day_of(first, 1, 1) < first_day {
        first += 1;
    }
    while day_of(last, 1, 1) > last_day {
        last -= 1;
    }
    // Two at least are aimed at: for a single one, a step could be taken that meets no year at all.
    let aim = i64::try_from(most.max(2)).unwrap_or(i64::MAX);
    let count = |step: i64| last.div_euclid(step) - (first - 1).div_euclid(step);
    let (mut step, mut unit) = (1, 1);
    while count(step) > aim {
        if step == unit {
            step = 2 * unit;
        } else if step == 2 * unit {
            step = 5 * unit;
        } else {
            unit *= 10;
            step = unit;
        }
    }
    let mut all = Vec::new();
    let mut year = first + (-first).rem_euclid(step);
    while year <= last && all.len() < most {
        if let (Ok(name), Ok(day)) = (i32::try_from(year), i32::try_from(day_of(year, 1, 1))) {
            all.push((name, day));
        }
        year += step;
    }
    all
}

/// The days since 1970-01-01 of a date of our calendar (Hinnant's `days_from_civil`): years are
/// counted from March, so that the leap day comes last, and in eras of 400 years.
fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    year.div_euclid(400) * 146_097 + day_of_era - 719_468
}

/// The year of a day, or one beside it.
fn year_near(day: i64) -> i64 {
    1970 + (day * 400).div_euclid(146_097)
}

/// The days that an axis shows for these: a little more on both sides, and more than a year, so that
/// the first of some January is among them.
pub(super) fn day_range(days: &[i32]) -> Option<(i32, i32)> {
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);
    let span = i64::from(last) - i64::from(first);
    let room = i32::try_from((span / 50).max((400 - span) / 2)).unwrap_or(i32::MAX);
    Some((first.saturating_sub(room), last.saturating_add(room)))
}

/// The lesser and the greater of two values, moved apart where they are as good as equal.
pub(super) fn apart(one: f64, other: f64) -> (f64, f64) {
    let (one, other) = (tame(one), tame(other));
    let (least, most) = (one.min(other), one.max(other));
    let size = least.abs().max(most.abs());
    if most - least > size * EQUAL {
        return (least, most);
    }
    let room = if size >= 1.0 {
        (size / 10.0).max(1.0)
    } else if size > 0.0 {
        size / 2.0
    } else {
        1.0
    };
    (least - room, most + room)
}

/// A value that can be reckoned with: neither too large nor too small for it, 0 for what is no
/// number.
pub(super) fn tame(value: f64) -> f64 {
    if value.is_nan() || value.abs() < 1.0 / HUGE { 0.0 } else { value.clamp(-HUGE, HUGE) }
}

/// How many things of a size there is room for, up to sixty.
pub(super) fn how_many(room: f64, each: f64) -> usize {
    (1..=60_u32).take_while(|count| f64::from(*count) * each <= room).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::Chance;
    use super::*;
    use crate::measure::When;

    #[test]
    fn a_scale_runs_in_either_direction() {
        let check = |scale: Scale, value: f64, x: f64| {
            assert!((scale.at(value) - x).abs() < 1e-9, "{scale:?} {value}");
        };
        let scale = Scale { from: 0.0, to: 50.0, start: 100.0, end: 200.0 };
        check(scale, 0.0, 100.0);
        check(scale, 25.0, 150.0);
        check(scale, 60.0, 220.0);
        check(Scale { start: 200.0, end: 100.0, ..scale }, 10.0, 180.0);
        check(Scale { from: 50.0, to: 0.0, ..scale }, 10.0, 180.0);
        check(Scale { to: 0.0, ..scale }, 7.0, 150.0);
    }

    #[test]
    fn ticks_are_round_numbers_that_enclose_the_data() {
        let check = |least: f64, most: f64, wished: usize, all: &[f64]| {
            assert_eq!(ticks(least, most, wished).as_slice(), all);
        };
        check(0.0, 100.0, 5, &[0.0, 25.0, 50.0, 75.0, 100.0]);
        check(0.0, 1.0, 6, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(0.3, 0.9, 4, &[0.2, 0.4, 0.6, 0.8, 1.0]);
        check(62.0, 71.0, 5, &[60.0, 62.5, 65.0, 67.5, 70.0, 72.5]);
        check(-3.0, 4.0, 5, &[-4.0, -2.0, 0.0, 2.0, 4.0]);
        check(4.0, -3.0, 5, &[-4.0, -2.0, 0.0, 2.0, 4.0]);
        check(1.5e6, 9.2e6, 5, &[0.0, 2e6, 4e6, 6e6, 8e6, 1e7]);
        check(7.0, 7.0, 3, &[6.0, 7.0, 8.0]);
        check(0.0, 0.0, 3, &[-1.0, 0.0, 1.0]);
    }

    #[test]
    fn ticks_are_few_and_enclose_whatever_is_given() {
        let mut chance = Chance(1);
        for _ in 0..5000 {
            let wished = usize::try_from(chance.below(12)).unwrap();
            let (one, other) = (chance.value(), chance.value());
            let all = ticks(one, other, wished);
            let (least, most) = apart(one, other);
            let slack = (most - least) * 1e-6;
            assert!((2..=wished.max(2) + 1).contains(&all.len()), "{one} {other} {all:?}");
            assert!(all[0] <= least + slack && all[all.len() - 1] >= most - slack, "{all:?}");
            assert!(all.windows(2).all(|two| two[0] < two[1]), "{one} {other} {all:?}");
        }
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(ticks(odd, 3.0, usize::MAX).iter().all(|tick| tick.is_finite()));
        }
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let check = |year: i64, month: i64, of: i64, day: i64| {
            assert_eq!(day_of(year, month, of), day, "{year}-{month}-{of}");
        };
        check(1970, 1, 1, 0);
        check(1969, 12, 31, -1);
        check(1900, 2, 28, -25_509);
        check(1900, 3, 1, -25_508);
        check(2000, 2, 29, 11_016);
        check(2000, 3, 1, 11_017);
        check(2016, 2, 29, 16_860);
        check(2016, 3, 1, 16_861);
        check(2024, 12, 31, 20_088);
        check(2025, 1, 1, 20_089);
        for year in 1900..=2200 {
            check(i64::from(year), 1, 1, i64::from(When::Year(year).first_day()));
            check(i64::from(year), 3, 1, i64::from(When::Month(year, 3).first_day()));
        }
    }

    #[test]
    fn years_are_marked_as_often_as_there_is_room() {
        let day = |text: &str| When::parse(text).unwrap().first_day();
        let check = |first: &str, last: &str, most: usize, years: &[i32]| {
            let all = year_ticks(day(first), day(last), most);
            assert!(all.iter().all(|(year, at)| *at == When::Year(*year).first_day()), "{all:?}");
            assert_eq!(all.into_iter().map(|(year, _)| year).collect::<Vec<_>>(), years);
        };
        let all: Vec<i32> = (2014..=2021).collect();
        check("2014-01-01", "2021-12-31", 8, &all);
        check("2013-12-31", "2021-01-01", 8, &all);
        check("2014-01-02", "2021-12-31", 8, &all[1..]);
        check("2014-01-01", "2021-12-31", 5, &[2014, 2016, 2018, 2020]);
        check("2014-01-01", "2021-12-31", 3, &[2015, 2020]);
        check("2014-01-01", "2021-12-31", 1, &[2015]);
        check("2014-01-01", "2021-12-31", 0, &[]);
        check("1900-01-01", "2200-01-01", 10, &[1900, 1950, 2000, 2050, 2100, 2150, 2200]);
        check("2014-02-01", "2014-12-31", 5, &[]);
        assert!(year_ticks(i32::MIN, i32::MAX, 10).len() > 2);
        assert!(year_ticks(3000, 1000, 10).is_empty());
    }
}
