//! The geometry of the charts: where everything stands, before anything is drawn.
//!
//! Sizes are CSS px of the `viewBox`; x grows to the right and y downwards from its upper left
//! corner. Days are days since 1970-01-01. Every coordinate is finite and inside the `viewBox`,
//! whatever the values are.

mod line;
mod scale;
mod timeline;
mod track;

pub use line::{Anchor, Dot, LabelPlace, Line, LineLayout, Point, Rect, lay_out};
pub use scale::{Scale, ticks, year_ticks};
pub use timeline::{TimelineLayout, lay_out_timeline};
pub use track::{TrackLayout, lay_out_track};

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same in every run.
    pub(super) struct Chance(pub(super) u64);

    impl Chance {
        /// A number below `end`.
        pub(super) fn below(&mut self, end: u32) -> u32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
            u32::try_from(self.0 >> 33).unwrap() % end
        }

        /// A day of about two hundred years, now and then one beyond every calendar.
        pub(super) fn day(&mut self) -> i32 {
            match self.below(40) {
                0 => i32::MAX,
                1 => i32::MIN,
                _ => i32::try_from(self.below(70_000)).unwrap() - 20_000,
            }
        }

        /// A value: small, large, next to another, huge or next to nothing.
        pub(super) fn value(&mut self) -> f64 {
            let some = f64::from(self.below(1000)) - 300.0;
            match self.below(12) {
                0 => 0.0,
                1 => some * 1e300,
                2 => some * 1e-300,
                3 => some * 1e9,
                4 => 1e15 + some / 1000.0,
                5 => f64::MAX,
                _ => some / 7.0,
            }
        }
    }

    #[test]
    fn the_pictures_of_one_goal_mark_the_same_years() {
        let check = |first: i32, last: i32| {
            let years = |marks: Vec<(f64, i32)>| -> Vec<i32> {
                marks.into_iter().map(|(_, year)| year).collect()
            };
            let track = lay_out_track(&[(first, first), (last, last)], None, 800.0);
            let line = lay_out(&Line {
                points: &[],
                target: None,
                baseline: None,
                deadline: Some(first),
                is_rank: false,
                is_share: false,
                width: 800.0,
                height: 300.0,
                today: 0,
            });
            let timeline = lay_out_timeline(&[], first, last, 800.0, 12.0);
            assert!(!years(line.x_ticks).is_empty());
            let (track, timeline) = (years(track.year_ticks), years(timeline.year_ticks));
            assert!(timeline.iter().all(|year| track.contains(year)), "{track:?} {timeline:?}");
        };
        // From the beginning of 2014 and of 2016 to the end of 2021.
        check(16_071, 18_992);
        check(16_801, 18_992);
    }

    #[test]
    fn whatever_is_measured_stands_inside_and_no_label_on_another() {
        let mut chance = Chance(4);
        for turn in 0..3000_u32 {
            let points: Vec<Point> = (0..chance.below(90))
                .map(|_| Point {
                    first_day: chance.day(),
                    last_day: chance.day(),
                    value: chance.value(),
                    is_firm: chance.below(2) == 0,
                    is_break_before: chance.below(5) == 0,
                })
                .collect();
            let (width, height) = (f64::from(chance.below(900)), f64::from(chance.below(400)));
            let chart = lay_out(&Line {
                points: &points,
                target: (turn % 2 == 0).then(|| chance.value()),
                baseline: (turn % 3 == 0).then(|| chance.value()),
                deadline: (turn % 5 < 3).then(|| chance.day()),
                is_rank: turn % 7 == 0,
                is_share: turn % 4 == 1,
                width,
                height,
                today: chance.day(),
            });
            let check = |x: f64, y: f64| {
                let is_inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
                assert!(is_inside, "{x} {y} in {width} × {height}: {points:?}");
            };
            let xs = chart.x_ticks.iter().map(|(x, _)| x).chain(&chart.breaks);
            let ys = chart.y_ticks.iter().map(|(y, _)| y).chain(&chart.target_y);
            let mut all = chart.runs.concat();
            all.extend(xs.chain(&chart.deadline_x).map(|x| (*x, 0.0)));
            all.extend(ys.chain(&chart.baseline_y).map(|y| (0.0, *y)));
            for (x, y) in all {
                check(x, y);
            }
            check(chart.plot.x, chart.plot.y);
            check(chart.plot.x + chart.plot.width, chart.plot.y + chart.plot.height);
            assert_eq!(chart.runs.iter().map(Vec::len).sum::<usize>(), points.len());

            let mut labels: Vec<(f64, f64)> = Vec::new();
            for place in chart.dots.iter().filter_map(|dot| dot.label) {
                let x = match place.anchor {
                    Anchor::Start => place.x,
                    Anchor::Middle => place.x - 17.0,
                    Anchor::End => place.x - 34.0,
                };
                check(x, place.y - 12.0);
                check(x + 34.0, place.y + 4.0);
                let is_alone = |(other_x, other_y): &(f64, f64)| {
                    (other_x - x).abs() > 33.9 || (other_y - place.y).abs() > 15.9
                };
                assert!(labels.iter().all(is_alone), "{labels:?} {place:?}");
                labels.push((x, place.y));
            }
        }
    }
}
