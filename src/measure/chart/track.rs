//! The milestone track: the states of a promise in time, and its deadline.

use super::scale::{Scale, day_range};

/// So far apart are two states at least, if there is room: two marks beside each other.
const GAP: f64 = 28.0;

/// Where everything on a milestone track stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackLayout {
    /// The x of each state, in the order in which they were given.
    pub xs: Vec<f64>,
    /// The x of the deadline.
    pub deadline_x: Option<f64>,
    /// The x of the first of January, and the year.
    pub year_ticks: Vec<(f64, i32)>,
}

/// Lays out states, given in order of time by the first and the last day each can be.
#[must_use]
pub fn lay_out_track(days: &[(i32, i32)], deadline: Option<i32>, width: f64) -> TrackLayout {
    let ends: Vec<i32> =
        days.iter().flat_map(|(first, last)| [*first, *last]).chain(deadline).collect();
    let Some((first, last)) = day_range(&ends) else {
        return TrackLayout { xs: Vec::new(), deadline_x: None, year_ticks: Vec::new() };
    };
    let scale = Scale::across(first, last, width);
    let mut xs: Vec<f64> = days
        .iter()
        .map(|(first, last)| scale.at(f64::midpoint(f64::from(*first), f64::from(*last))))
        .collect();
    push_apart(&mut xs, scale.start, scale.end);
    TrackLayout {
        xs,
        deadline_x: deadline.map(|day| scale.at(f64::from(day))),
        year_ticks: scale.year_marks(first, last),
    }
}

/// Moves marks as little as possible, so that they stand in order, `GAP` apart and between two
/// ends; closer together, but evenly, where there is no room for that.
///
/// Less a gap for each mark before it, the marks must not fall. Those that would are gathered
/// around their mean (the pooling of adjacent violators), which moves them least.
fn push_apart(xs: &mut [f64], least: f64, most: f64) {
    let between = (1..xs.len()).fold(0.0, |sum: f64, _| sum + 1.0);
    let gap = if between > 0.0 { GAP.min((most - least) / between) } else { 0.0 };
    let mut groups: Vec<(f64, f64)> = Vec::new();
    let mut before: f64 = 0.0;
    for x in xs.iter() {
        let (mut mean, mut count) = (*x - before, 1.0);
        while let Some((other, more)) = groups.pop_if(|(other, _)| *other > mean) {
            mean = (mean * count + other * more) / (count + more);
            count += more;
        }
        groups.push((mean, count));
        before += gap;
    }
    let room = most - gap * between;
    let mut before: f64 = 0.0;
    let mut groups = groups.into_iter();
    let (mut mean, mut left): (f64, f64) = (0.0, 0.0);
    for x in xs {
        if left < 0.5 {
            (mean, left) = groups.next().unwrap_or_default();
        }
        // Not `clamp`: without room the ends may have changed places by a rounding.
        *x = (mean.min(room).max(least) + before).min(most);
        left -= 1.0;
        before += gap;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Chance;
    use super::*;
    use crate::measure::When;

    fn day(text: &str) -> (i32, i32) {
        let when = When::parse(text).unwrap();
        (when.first_day(), when.last_day())
    }

    #[test]
    fn marks_are_pushed_apart_no_further_than_needed() {
        let check = |xs: &[f64], pushed: &[f64]| {
            let mut moved = xs.to_vec();
            push_apart(&mut moved, 20.0, 300.0);
            let is_there = moved.iter().zip(pushed).all(|(one, other)| (one - other).abs() < 1e-6);
            assert!(is_there && moved.len() == pushed.len(), "{moved:?}");
        };
        check(&[], &[]);
        check(&[50.0], &[50.0]);
        check(&[50.0, 100.0, 128.0], &[50.0, 100.0, 128.0]);
        check(&[100.0, 100.0], &[86.0, 114.0]);
        check(&[100.0, 100.0, 100.0, 200.0], &[72.0, 100.0, 128.0, 200.0]);
        check(&[90.0, 100.0, 130.0], &[78.666_667, 106.666_667, 134.666_667]);
        check(&[20.0, 20.0, 40.0], &[20.0, 48.0, 76.0]);
        check(&[290.0, 300.0], &[272.0, 300.0]);
        // Eleven have just the room there is.
        let all: Vec<f64> = (0..11).map(|step| 20.0 + 28.0 * f64::from(step)).collect();
        check(&[150.0; 11], &all);
    }

    #[test]
    fn states_stand_in_order_with_years_and_deadline() {
        let states = [day("2014"), day("2016-H1"), day("2016-H1"), day("2019-05-01")];
        let track = lay_out_track(&states, Some(day("2021").1), 500.0);
        let end = track.deadline_x.unwrap();
        assert!(track.xs.windows(2).all(|two| two[1] - two[0] > 27.9), "{track:?}");
        assert!(track.xs[3] < end && end < 500.0);
        let years: Vec<i32> = track.year_ticks.iter().map(|(_, year)| *year).collect();
        assert_eq!(years, (2014..=2022).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_gives_nothing_and_a_deadline_alone_stands_in_the_middle() {
        let check = |deadline: Option<i32>, x: Option<f64>| {
            let track = lay_out_track(&[], deadline, 300.0);
            assert!(track.xs.is_empty());
            assert_eq!(track.deadline_x, x);
            assert_eq!(track.year_ticks.is_empty(), deadline.is_none());
        };
        check(None, None);
        check(Some(18_992), Some(150.0));
    }

    #[test]
    fn nothing_ever_stands_outside() {
        let mut chance = Chance(2);
        for _ in 0..2000 {
            let width = f64::from(chance.below(900));
            let count = chance.below(40);
            let days: Vec<(i32, i32)> = (0..count).map(|_| (chance.day(), chance.day())).collect();
            let deadline = (chance.below(2) == 0).then(|| chance.day());
            let track = lay_out_track(&days, deadline, width);
            let years = track.year_ticks.iter().map(|(x, _)| *x);
            let mut all = track.xs.iter().copied().chain(track.deadline_x).chain(years);
            assert!(all.all(|x| (0.0..=width).contains(&x)), "{width} {track:?}");
            assert_eq!(track.xs.len(), days.len());
            assert!(track.xs.windows(2).all(|two| two[0] <= two[1] + 1e-6), "{track:?}");
        }
        for width in [f64::NAN, f64::INFINITY, -5.0] {
            let track = lay_out_track(&[(0, 0), (5, 5)], Some(9), width);
            assert!(track.xs.iter().all(|x| x.is_finite()));
        }
    }
}
