//! Moments as the devices' clocks told them: shown to people, never used to decide.

use chrono::{DateTime, Datelike, Timelike};
use std::fmt;

/// Seconds since 1970 (UTC), as some device's clock had it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

/// The first second of the year 1 and the last of 9999: what RFC 3339 can write.
const FIRST: i64 = -62_135_596_800;
const LAST: i64 = 253_402_300_799;

/// So far may two clocks differ before it is worth a word, in seconds.
const TOLERANCE: i64 = 10 * 60;

impl Moment {
    /// The moment so many seconds after the beginning of 1970 (UTC); a clock beyond the calendar of
    /// four-digit years counts as its end.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(FIRST, LAST))
    }

    /// Seconds since 1970 (UTC).
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Reads `2026-11-24T13:40:05Z` or any other time of RFC 3339.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|time| Self::from_seconds(time.timestamp()))
    }

    /// Whether this moment lies so far after `now` that one of the two clocks must be wrong.
    #[must_use]
    pub const fn is_ahead_of(self, now: Self) -> bool {
        self.0 > now.0.saturating_add(TOLERANCE)
    }

    /// Whole days from `earlier` to this moment; none when it is the other way round.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        let days = self.0.saturating_sub(earlier.0) / 86_400;
        if days < 0 { 0 } else { days }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::from_timestamp(self.0, 0).unwrap_or_default();
        let (year, month, day) = (time.year(), time.month(), time.day());
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_survives_being_written_and_read() {
        for seconds in [0, 1, 1_764_000_000, 4_102_444_800, i64::MAX, i64::MIN] {
            let moment = Moment::from_seconds(seconds);
            assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
        }
        assert_eq!(Moment::parse("2026-11-24"), None);
    }

    #[test]
    fn a_clock_set_to_next_year_is_ahead_and_one_a_minute_off_is_not() {
        let now = Moment::from_seconds(1_764_000_000);
        assert!(Moment::from_seconds(now.seconds() + 365 * 86_400).is_ahead_of(now));
        assert!(!Moment::from_seconds(now.seconds() + 60).is_ahead_of(now));
        assert!(!Moment::from_seconds(0).is_ahead_of(now));
    }

    #[test]
    fn days_are_counted_forwards_only() {
        let now = Moment::from_seconds(10 * 86_400);
        assert_eq!(now.days_since(Moment::from_seconds(86_400 * 3 + 1)), 6);
        assert_eq!(Moment::default().days_since(now), 0);
    }
}
