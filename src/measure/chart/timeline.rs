//! The timeline: the dated events of many goals over one axis, in as many lanes as they need.

use super::scale::{Scale, tame};
use crate::sorted::sort;
use std::{cmp::Reverse, collections::BinaryHeap};

/// So much too close are two dots by rounding alone.
const SLACK: f64 = 1e-6;

/// Where everything on a timeline stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineLayout {
    /// The x of each event, in the order in which they were given.
    pub xs: Vec<f64>,
    /// The lane of each event, from 0.
    pub lanes: Vec<usize>,
    /// How many lanes there are.
    pub lane_count: usize,
    /// The x of the first of January, and the year.
    pub year_ticks: Vec<(f64, i32)>,
}

/// Lays out events, given by their days in any order, over the days from `first` to `last`; what
/// lies before or after stands at the end. Two events of a lane are at least `gap` apart.
#[must_use]
pub fn lay_out_timeline(
    days: &[i32],
    first: i32,
    last: i32,
    width: f64,
    gap: f64,
) -> TimelineLayout {
    let (first, last) = (first.min(last), first.max(last));
    let scale = Scale::across(first, last, width);
    let xs: Vec<f64> =
        days.iter().map(|day| scale.at(f64::from((*day).clamp(first, last)))).collect();
    let (lanes, lane_count) = lanes(days, &xs, tame(gap));
    TimelineLayout { xs, lanes, lane_count, year_ticks: scale.year_marks(first, last) }
}

/// The lowest free lane for each event in order of time, and how many there are.
///
/// All are of one size, so lanes become free in the order in which they were taken: it is enough to
/// look at the one taken first.
fn lanes(days: &[i32], xs: &[f64], gap: f64) -> (Vec<usize>, usize) {
    let mut order: Vec<(i32, usize)> = days.iter().copied().zip(0..).collect();
    sort(&mut order, |one, other| one < other);
    let mut lanes = vec![0; days.len()];
    let mut count = 0;
    let mut free = BinaryHeap::new();
    let mut taken: Vec<(f64, usize)> = Vec::new();
    let mut first_taken = 0;
    for (_, index) in order {
        let x = xs.get(index).copied().unwrap_or_default();
        while let Some((before, lane)) = taken.get(first_taken) {
            if x - before + SLACK < gap {
                break;
            }
            free.push(Reverse(*lane));
            first_taken += 1;
        }
        let lane = free.pop().map_or(count, |Reverse(lane)| lane);
        count = count.max(lane + 1);
        taken.push((x, lane));
        if let Some(place) = lanes.get_mut(index) {
            *place = lane;
        }
    }
    (lanes, count)
}

#[cfg(test)]
mod tests {
    use super::super::tests::Chance;
    use super::*;

    #[test]
    fn dots_that_would_overlap_go_to_the_lowest_free_lane() {
        // A day is a px here, beginning at 20.
        let check = |days: &[i32], gap: f64, lanes: &[usize]| {
            let timeline = lay_out_timeline(days, 0, 300, 340.0, gap);
            assert_eq!(timeline.lanes, lanes, "{days:?}");
            assert_eq!(timeline.lane_count, lanes.iter().max().map_or(0, |lane| lane + 1));
            for (x, day) in timeline.xs.iter().zip(days) {
                assert!((x - 20.0 - f64::from(*day)).abs() < 1e-6);
            }
        };
        check(&[], 10.0, &[]);
        check(&[7], 10.0, &[0]);
        check(&[0, 10, 20, 300], 10.0, &[0, 0, 0, 0]);
        check(&[0, 5, 10, 15], 10.0, &[0, 1, 0, 1]);
        check(&[15, 10, 5, 0], 10.0, &[1, 0, 1, 0]);
        check(&[50, 50, 50, 60], 10.0, &[0, 1, 2, 0]);
        check(&[50, 50, 50, 51], 0.0, &[0, 0, 0, 0]);
    }

    #[test]
    fn what_lies_beyond_the_axis_stands_at_its_end() {
        let check = |first: i32, last: i32| {
            let timeline = lay_out_timeline(&[i32::MIN, 50, i32::MAX], first, last, 140.0, 10.0);
            let there = [17.5, 70.0, 122.5];
            assert!(timeline.xs.iter().zip(there).all(|(x, to)| (x - to).abs() < 1e-6));
        };
        check(0, 100);
        check(100, 0);
    }

    #[test]
    fn years_are_marked_where_they_begin() {
        let timeline = lay_out_timeline(&[], 16_071, 18_992, 600.0, 10.0);
        let years: Vec<i32> = timeline.year_ticks.iter().map(|(_, year)| *year).collect();
        assert_eq!(years, (2014..=2021).collect::<Vec<_>>());
        assert!((timeline.year_ticks[0].0 - 20.0).abs() < 1e-6);
        assert_eq!(timeline.lane_count, 0);
    }

    #[test]
    fn five_thousand_events_overlap_nowhere_and_none_stands_outside() {
        let mut chance = Chance(3);
        for _ in 0..10 {
            let width = f64::from(chance.below(2000));
            let days: Vec<i32> = (0..5000).map(|_| chance.day()).collect();
            let (first, last) = (chance.day(), chance.day());
            let timeline = lay_out_timeline(&days, first, last, width, 12.0);
            assert!(timeline.xs.iter().all(|x| (0.0..=width).contains(x)));
            assert!(timeline.year_ticks.iter().all(|(x, _)| (0.0..=width).contains(x)));
            let mut lanes: Vec<Vec<f64>> = vec![Vec::new(); timeline.lane_count];
            for (x, lane) in timeline.xs.iter().zip(&timeline.lanes) {
                lanes[*lane].push(*x);
            }
            for mut lane in lanes {
                lane.sort_by(f64::total_cmp);
                assert!(!lane.is_empty());
                assert!(lane.windows(2).all(|two| two[1] - two[0] > 12.0 - 2.0 * SLACK));
            }
        }
    }
}
