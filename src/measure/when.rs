//! Dates as precise as they are known: a year, half a year, a quarter, a month or a day.

use crate::vision::Language;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A date as precise as it is known. Years run from 1900 to 2200.
///
/// Ordered by the last day it can be, then by the first: what is known less precisely counts as
/// late as it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A year.
    Year(i32),
    /// The first or second half of a year.
    Half(i32, u32),
    /// A quarter of a year, from 1 to 4.
    Quarter(i32, u32),
    /// A month, from 1 to 12.
    Month(i32, u32),
    /// A day.
    Day(i32, u32, u32),
}

const MONTHS: [[&str; 12]; 2] = [
    ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

impl When {
    /// Reads a date as it is kept: `2016`, `2016-H1`, `2016-Q3`, `2016-03`, `2016-03-01`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let when = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Year(year),
            (Some(part), None, _) => match part.split_at_checked(1)? {
                ("H", half) => Self::Half(year, number(half, 1)?.unsigned_abs()),
                ("Q", quarter) => Self::Quarter(year, number(quarter, 1)?.unsigned_abs()),
                _ => Self::Month(year, number(part, 2)?.unsigned_abs()),
            },
            (Some(month), Some(day), None) => {
                Self::Day(year, number(month, 2)?.unsigned_abs(), number(day, 2)?.unsigned_abs())
            }
            _ => return None,
        };
        when.checked()
    }

    /// Reads a date as a person types it, in either language: `2016`, `1. halvår 2016`,
    /// `Q3 2016`, `marts 2016`, `3/2016`, `23. nov. 2026`, `23-11-2026`, `2026-11-23` and the like.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some(when) = Self::parse(&text.to_uppercase()) {
            return Some(when);
        }
        let (mut numbers, mut word) = (Vec::new(), None);
        for piece in text.split(|sign: char| !sign.is_alphanumeric()).filter(|p| !p.is_empty()) {
            let digits = piece.trim_start_matches(char::is_alphabetic);
            let letters = piece.get(..piece.len() - digits.len()).unwrap_or_default();
            // "1st", "1ste": letters after the number say nothing.
            let digits = digits.trim_end_matches(char::is_alphabetic);
            if !letters.is_empty() && word.replace(letters).is_some() {
                return None;
            }
            if !digits.is_empty() {
                numbers.push(digits);
            }
        }
        let whole = |text: &str| text.parse::<u32>().ok();
        let year = |text: &str| number(text, 4);
        let when = match (word, numbers.as_slice()) {
            (None, [month, of]) if of.len() == 4 => Self::Month(year(of)?, whole(month)?),
            (None, [of, month]) => Self::Month(year(of)?, whole(month)?),
            (None, [day, month, of]) if of.len() == 4 => {
                Self::Day(year(of)?, whole(month)?, whole(day)?)
            }
            (None, [of, month, day]) => Self::Day(year(of)?, whole(month)?, whole(day)?),
            (Some("q" | "k" | "kvartal" | "kv" | "quarter"), [quarter, of]) => {
                Self::Quarter(year(of)?, whole(quarter)?)
            }
            (Some("h" | "halvår" | "half"), [half, of]) => Self::Half(year(of)?, whole(half)?),
            (Some(word), [of]) => Self::Month(year(of)?, month(word)?),
            (Some(word), [day, of]) => Self::Day(year(of)?, month(word)?, whole(day)?),
            _ => return None,
        };
        when.checked()
    }

    /// The day this many days after the beginning of 1970.
    #[must_use]
    pub fn of_day(day: i32) -> Self {
        let date = NaiveDate::from_epoch_days(day).unwrap_or_default();
        Self::Day(date.year(), date.month(), date.day())
    }

    /// The date in the habit of a language: `23. nov. 2026`.
    #[must_use]
    pub fn show(self, language: Language) -> String {
        let name = |month: u32| {
            let names = if language == Language::Da { MONTHS.first() } else { MONTHS.last() };
            let at = usize::try_from(month).unwrap_or_default().saturating_sub(1);
            names.and_then(|names| names.get(at)).copied().unwrap_or_default()
        };
        match (self, language) {
            (Self::Year(year), _) => year.to_string(),
            (Self::Half(year, half), Language::Da) => format!("{half}. halvår {year}"),
            (Self::Half(year, half), Language::En) => format!("H{half} {year}"),
            (Self::Quarter(year, quarter), Language::Da) => format!("{quarter}. kvartal {year}"),
            (Self::Quarter(year, quarter), Language::En) => format!("Q{quarter} {year}"),
            (Self::Month(year, month), _) => format!("{} {year}", name(month)),
            (Self::Day(year, month, day), Language::Da) => format!("{day}. {} {year}", name(month)),
            (Self::Day(year, month, day), Language::En) => format!("{day} {} {year}", name(month)),
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::Day(year, ..) => year,
        }
    }

    /// The first day it can be, in days since 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> i32 {
        match self {
            Self::Year(year) => day(year, 1, 1),
            Self::Half(year, half) => day(year, half * 6 - 5, 1),
            Self::Quarter(year, quarter) => day(year, quarter * 3 - 2, 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Day(year, month, of) => day(year, month, of),
        }
    }

    /// The last day it can be, in days since 1970-01-01.
    #[must_use]
    pub fn last_day(self) -> i32 {
        match self {
            Self::Year(year) => day(year, 12, 31),
            Self::Half(year, half) => end_of(year, half * 6),
            Self::Quarter(year, quarter) => end_of(year, quarter * 3),
            Self::Month(year, month) => end_of(year, month),
            Self::Day(year, month, of) => day(year, month, of),
        }
    }

    /// Itself, if there is such a date.
    fn checked(self) -> Option<Self> {
        let is_there = (1900..=2200).contains(&self.year())
            && match self {
                Self::Year(_) => true,
                Self::Half(_, half) => (1..=2).contains(&half),
                Self::Quarter(_, quarter) => (1..=4).contains(&quarter),
                Self::Month(_, month) => (1..=12).contains(&month),
                Self::Day(year, month, day) => NaiveDate::from_ymd_opt(year, month, day).is_some(),
            };
        is_there.then_some(self)
    }
}

fn number(text: &str, digits: usize) -> Option<i32> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// The month that begins with these letters in either language.
fn month(word: &str) -> Option<u32> {
    let start: String = word.chars().take(3).collect();
    if start.chars().count() < 3 {
        return None;
    }
    let found = MONTHS.iter().find_map(|names| {
        names.iter().zip(1..).find(|(name, _)| name.to_lowercase().trim_end_matches('.') == start)
    });
    found.map(|(_, month)| month)
}

fn day(year: i32, month: u32, day: u32) -> i32 {
    NaiveDate::from_ymd_opt(year, month, day).map_or(0, |date| date.to_epoch_days())
}

fn end_of(year: i32, month: u32) -> i32 {
    if month >= 12 { day(year, 12, 31) } else { day(year, month + 1, 1) - 1 }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.last_day(), self.first_day()).cmp(&(other.last_day(), other.first_day()))
    }
}

/// As it is kept.
impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(out, "{year}"),
            Self::Half(year, half) => write!(out, "{year}-H{half}"),
            Self::Quarter(year, quarter) => write!(out, "{year}-Q{quarter}"),
            Self::Month(year, month) => write!(out, "{year}-{month:02}"),
            Self::Day(year, month, day) => write!(out, "{year}-{month:02}-{day:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        let check = |typed: &str, kept: &str| {
            assert_eq!(
                When::read(typed).map(|when| when.to_string()).as_deref(),
                Some(kept),
                "{typed}"
            );
        };
        for typed in ["2016", " 2016 "] {
            check(typed, "2016");
        }
        for typed in ["1. halvår 2016", "H1 2016", "2016-H1", "2016-h1", "h1 2016"] {
            check(typed, "2016-H1");
        }
        for typed in ["3. kvartal 2016", "Q3 2016", "K3 2016", "2016-Q3", "3. kv. 2016"] {
            check(typed, "2016-Q3");
        }
        for typed in
            ["marts 2016", "mar. 2016", "March 2016", "3/2016", "03-2016", "2016-03", "2016/3"]
        {
            check(typed, "2016-03");
        }
        for typed in
            ["23. nov. 2026", "23 Nov 2026", "23-11-2026", "23.11.2026", "23/11 2026", "2026-11-23"]
        {
            check(typed, "2026-11-23");
        }
        check("1. maj 2020", "2020-05-01");
        check("okt 2019", "2019-10");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in [
            "",
            "20",
            "i går",
            "2016-13",
            "31-02-2020",
            "0. kvartal 2016",
            "5. kvartal 2016",
            "1800",
            "2201",
            "3 halvår 2016",
            "2016-3-1-1",
            "marts",
            "nov dec 2020",
            "32. nov. 2026",
        ] {
            assert_eq!(When::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_date_survives_being_kept_and_being_shown() {
        let mut all = vec![When::Year(2016)];
        all.extend((1..=2).map(|half| When::Half(2016, half)));
        all.extend((1..=4).map(|quarter| When::Quarter(2016, quarter)));
        all.extend((1..=12).map(|month| When::Month(2016, month)));
        all.extend((1..=12).map(|month| When::Day(2016, month, 29)));
        for when in all {
            assert_eq!(When::parse(&when.to_string()), Some(when));
            for language in Language::ALL {
                assert_eq!(When::read(&when.show(language)), Some(when), "{}", when.show(language));
            }
        }
    }

    #[test]
    fn a_date_spans_the_days_it_can_be() {
        let days = |text: &str| {
            let when = When::parse(text).unwrap();
            (When::of_day(when.first_day()).to_string(), When::of_day(when.last_day()).to_string())
        };
        let check = |text: &str, first: &str, last: &str| {
            assert_eq!(days(text), (first.to_owned(), last.to_owned()));
        };
        check("2021", "2021-01-01", "2021-12-31");
        check("2016-H1", "2016-01-01", "2016-06-30");
        check("2016-H2", "2016-07-01", "2016-12-31");
        check("2016-Q1", "2016-01-01", "2016-03-31");
        check("2016-02", "2016-02-01", "2016-02-29");
        check("2015-02", "2015-02-01", "2015-02-28");
        check("2014-06-16", "2014-06-16", "2014-06-16");
    }

    #[test]
    fn a_less_precise_date_counts_as_late_as_it_can_be() {
        let when = |text| When::parse(text).unwrap();
        assert!(when("2018-12-31") > when("2018-12") && when("2018") < when("2018-12"));
        assert!(when("2018-11") < when("2018"));
    }
}
