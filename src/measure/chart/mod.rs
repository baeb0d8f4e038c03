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
}
