//! The clock of a table. It holds when the time is up, not how often it ticked: a tablet that slept or
//! was loaded again is right at once.

use crate::document::Moment;
use std::fmt;

/// So many minutes can be given to something: ten hours.
const MOST_MINUTES: i64 = 600;

/// More seconds than this are never left, whatever the clock of another device said.
const MOST_SECONDS: i64 = MOST_MINUTES * 60;

/// In so many last seconds the end is near.
const LAST_MINUTE: i64 = 60;

/// A clock that runs down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// It stands still with so many seconds left.
    Stopped(i64),
    /// It runs; its time is up so many seconds after the beginning of 1970 (UTC).
    Running(i64),
}

/// How near the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// There is time, or the clock stands still.
    Calm,
    /// The last minute runs.
    Soon,
    /// The time is up.
    Up,
}

impl Timer {
    /// A clock that stands still with so many minutes left, at most ten hours.
    #[must_use]
    pub fn of_minutes(minutes: i64) -> Self {
        Self::Stopped(minutes.clamp(0, MOST_MINUTES) * 60)
    }

    /// Reads `stopped 300` or `running 1764000000`; nothing that would be written in another way.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (state, number) = text.split_once(' ')?;
        let number = number.parse().ok()?;
        let timer = match state {
            "stopped" => Self::Stopped(number),
            "running" => Self::Running(number),
            _ => return None,
        };
        (timer.to_string() == text).then_some(timer)
    }

    /// How many seconds are left. Less than none once the time is up, so that people see for how long;
    /// never more than ten hours, since the clock that set the end may have been wrong.
    #[must_use]
    pub fn left(self, now: Moment) -> i64 {
        match self {
            Self::Stopped(seconds) => seconds.clamp(0, MOST_SECONDS),
            Self::Running(end) => end.saturating_sub(now.seconds()).min(MOST_SECONDS),
        }
    }

    /// Whether it runs.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Running(_))
    }

    /// The clock, running. One that runs already runs on unchanged.
    #[must_use]
    pub fn start(self, now: Moment) -> Self {
        match self {
            Self::Stopped(_) => Self::until(now, self.left(now)),
            Self::Running(seconds) => Self::Running(end(seconds)),
        }
    }

    /// The clock, standing still. What is over stays at 0.
    #[must_use]
    pub fn pause(self, now: Moment) -> Self {
        Self::Stopped(self.left(now).max(0))
    }

    /// The clock with so many seconds more, or fewer, from 0 up to ten hours. Seconds that it is over
    /// do not count: where 60 are added, 60 are left. It runs on if it ran.
    #[must_use]
    pub fn add(self, now: Moment, seconds: i64) -> Self {
        let left = self.left(now).max(0).saturating_add(seconds).clamp(0, MOST_SECONDS);
        match self {
            Self::Stopped(_) => Self::Stopped(left),
            Self::Running(_) => Self::until(now, left),
        }
    }

    /// Whether the time is up.
    #[must_use]
    pub fn is_up(self, now: Moment) -> bool {
        self.left(now) <= 0
    }

    /// How near the end is. A clock that stands still hurries nobody until its time is up.
    #[must_use]
    pub fn urgency(self, now: Moment) -> Urgency {
        if self.is_up(now) {
            Urgency::Up
        } else if self.is_running() && self.left(now) <= LAST_MINUTE {
            Urgency::Soon
        } else {
            Urgency::Calm
        }
    }

    /// A clock that runs for so many seconds from now.
    fn until(now: Moment, seconds: i64) -> Self {
        Self::Running(end(now.seconds().saturating_add(seconds)))
    }
}

/// The nearest end that can be written: from 1970 to the last moment there is.
fn end(seconds: i64) -> i64 {
    Moment::from_seconds(seconds.max(0)).seconds()
}

impl fmt::Display for Timer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Stopped(seconds) => write!(out, "stopped {}", seconds.clamp(0, MOST_SECONDS)),
            Self::Running(seconds) => write!(out, "running {}", end(seconds)),
        }
    }
}

/// Seconds as a clock shows them: `8:00`, `0:07`, `1:02:05`, and `−0:12` for what is over.
#[must_use]
pub fn show(seconds: i64) -> String {
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (all / 3_600, all / 60 % 60, all % 60);
    if hours == 0 {
        format!("{sign}{minutes}:{seconds:02}")
    } else {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day in November 2025.
    const TODAY: i64 = 1_764_000_000;

    fn at(seconds: i64) -> Moment {
        Moment::from_seconds(seconds)
    }

    /// Moments from the first to the last that there are.
    fn moments() -> [Moment; 7] {
        [i64::MIN, -1, 0, 1, TODAY, TODAY + 40_000, i64::MAX].map(at)
    }

    /// Clocks as they come, and as no text says them.
    fn timers() -> Vec<Timer> {
        let numbers = [i64::MIN, -1, 0, 1, 59, 60, 61, 300, 36_000, 36_001, TODAY, i64::MAX];
        numbers.into_iter().flat_map(|n| [Timer::Stopped(n), Timer::Running(n)]).collect()
    }

    #[test]
    fn minutes_are_taken_up_to_ten_hours() {
        fn check(minutes: i64, expected: i64) {
            assert_eq!(Timer::of_minutes(minutes), Timer::Stopped(expected), "{minutes}");
        }
        check(0, 0);
        check(8, 480);
        check(600, 36_000);
        check(601, 36_000);
        check(-1, 0);
        check(i64::MAX, 36_000);
        check(i64::MIN, 0);
    }

    #[test]
    fn a_sleep_of_90_seconds_takes_exactly_90() {
        let timer = Timer::of_minutes(8).start(at(TODAY));
        assert_eq!(timer.left(at(TODAY)), 480);
        assert_eq!(timer.left(at(TODAY + 90)), 390);
        assert_eq!(timer.left(at(TODAY + 500)), -20);
    }

    #[test]
    fn a_clock_that_stands_still_loses_nothing() {
        let timer = Timer::of_minutes(8);
        assert!(moments().into_iter().all(|now| timer.left(now) == 480));
        assert!(!timer.is_running());
    }

    #[test]
    fn a_clock_is_loaded_again_as_it_was_whatever_was_done_to_it_and_when() {
        for timer in timers() {
            for now in moments() {
                let done = [timer.start(now), timer.pause(now), timer.add(now, 60)];
                for timer in done {
                    assert_eq!(Timer::parse(&timer.to_string()), Some(timer), "{timer}");
                }
                assert!(Timer::parse(&timer.to_string()).is_some(), "{timer:?}");
            }
        }
    }

    #[test]
    fn a_paused_clock_goes_on_where_it_was() {
        let paused = Timer::of_minutes(5).start(at(TODAY)).pause(at(TODAY + 100));
        assert_eq!(paused, Timer::Stopped(200));
        assert_eq!(paused.pause(at(TODAY + 150)), paused);
        let running = paused.start(at(TODAY + 5_000));
        assert_eq!(running.left(at(TODAY + 5_001)), 199);
        assert_eq!(running.start(at(TODAY + 5_100)), running);
    }

    #[test]
    fn what_is_over_stays_at_0_when_it_is_paused() {
        let over = Timer::of_minutes(1).start(at(TODAY));
        assert_eq!(over.pause(at(TODAY + 61)), Timer::Stopped(0));
    }

    #[test]
    fn a_clock_set_back_gives_never_more_than_ten_hours() {
        let timer = Timer::of_minutes(5).start(at(TODAY));
        assert_eq!(timer.left(at(TODAY - 3_600)), 3_900);
        assert_eq!(timer.left(at(TODAY - 365 * 86_400)), 36_000);
        assert_eq!(timer.pause(at(TODAY - 365 * 86_400)), Timer::Stopped(36_000));
        let mended = timer.add(at(TODAY - 365 * 86_400), -35_700);
        assert_eq!(mended, Timer::of_minutes(5).start(at(TODAY - 365 * 86_400)));
    }

    #[test]
    fn time_is_added_and_taken_but_never_below_0() {
        fn check(timer: Timer, seconds: i64, expected: Timer) {
            assert_eq!(timer.add(at(TODAY), seconds), expected, "{timer} {seconds}");
        }
        check(Timer::Stopped(300), 60, Timer::Stopped(360));
        check(Timer::Stopped(300), -60, Timer::Stopped(240));
        check(Timer::Stopped(30), -60, Timer::Stopped(0));
        check(Timer::Stopped(36_000), 60, Timer::Stopped(36_000));
        check(Timer::Running(TODAY + 300), 60, Timer::Running(TODAY + 360));
        check(Timer::Running(TODAY + 30), -60, Timer::Running(TODAY));
        // Over for 45 seconds.
        check(Timer::Running(TODAY - 45), 60, Timer::Running(TODAY + 60));
    }

    #[test]
    fn the_end_is_near_in_the_last_minute_of_a_clock_that_runs() {
        fn check(timer: Timer, expected: Urgency) {
            assert_eq!(timer.urgency(at(TODAY)), expected, "{timer}");
            assert_eq!(timer.is_up(at(TODAY)), expected == Urgency::Up, "{timer}");
        }
        check(Timer::Running(TODAY + 61), Urgency::Calm);
        check(Timer::Running(TODAY + 60), Urgency::Soon);
        check(Timer::Running(TODAY + 1), Urgency::Soon);
        check(Timer::Running(TODAY), Urgency::Up);
        check(Timer::Running(TODAY - 1), Urgency::Up);
        check(Timer::Stopped(1), Urgency::Calm);
        check(Timer::Stopped(0), Urgency::Up);
    }

    #[test]
    fn a_text_is_read_only_as_it_is_written() {
        fn check(text: &str, expected: Option<Timer>) {
            assert_eq!(Timer::parse(text), expected, "{text:?}");
        }
        check("stopped 300", Some(Timer::Stopped(300)));
        check("stopped 0", Some(Timer::Stopped(0)));
        check("stopped 36000", Some(Timer::Stopped(36_000)));
        check("running 1764000000", Some(Timer::Running(TODAY)));
        check("running 0", Some(Timer::Running(0)));
        check("running 253402300799", Some(Timer::Running(253_402_300_799)));
        for hostile in [
            "",
            " ",
            "stopped",
            "running ",
            "stopped  300",
            " stopped 300",
            "stopped 300 ",
            "stopped 300\n",
            "stopped +300",
            "stopped 0300",
            "stopped -0",
            "stopped -1",
            "stopped 36001",
            "stopped 3e2",
            "stopped 300.0",
            "stopped ٣٠٠",
            "stopped\u{a0}300",
            "Stopped 300",
            "paused 300",
            "running -1",
            "running 253402300800",
            "running 9223372036854775807",
            "running 9223372036854775808",
            "running 99999999999999999999999999",
        ] {
            check(hostile, None);
        }
    }

    #[test]
    fn nothing_overflows_at_the_ends() {
        for timer in timers() {
            for now in moments() {
                assert!(timer.left(now) <= 36_000);
                for seconds in [i64::MIN, -60, 0, 60, i64::MAX] {
                    assert!((0..=36_000).contains(&timer.add(now, seconds).pause(now).left(now)));
                }
                let _ = (timer.start(now).left(now), timer.urgency(now), show(timer.left(now)));
            }
        }
    }

    #[test]
    fn seconds_are_shown_as_on_a_clock() {
        fn check(seconds: i64, expected: &str) {
            assert_eq!(show(seconds), expected);
        }
        check(480, "8:00");
        check(7, "0:07");
        check(0, "0:00");
        check(3_599, "59:59");
        check(3_600, "1:00:00");
        check(3_725, "1:02:05");
        check(36_000, "10:00:00");
        check(-12, "−0:12");
        check(-3_725, "−1:02:05");
        check(i64::MIN, "−2562047788015215:30:08");
    }
}
