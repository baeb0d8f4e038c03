//! All observations of a set as one long list, and the part of it that is in sight.
//!
//! A set may hold 50,000 observations. So that filtering and sorting them takes no time that
//! anybody notices, its place in the order is one number, and the list is put in order once and then
//! looked through with every letter that is typed.

use super::{Measures, Place, SetKey};
use crate::{
    measure::{Found, Indicator, State, When, records::Kept},
    sorted::{Sorted, sort},
};
use std::collections::BTreeMap;

/// By what the list of observations is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// By date; what has none counts as the oldest.
    #[default]
    When,
    /// By indicator in the order of the document, then by date.
    Indicator,
    /// By value; what has none stands first, then states in the order in which things mostly go.
    Value,
}

impl ListOrder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::When, Self::Indicator, Self::Value];

    /// The name in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Indicator => "indicator",
            Self::Value => "value",
        }
    }

    /// The order with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// The observations of a set in an order, ready to be looked through for words with every letter
/// that is typed: each text stands in it once, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    lines: Vec<Line>,
    /// The different texts in which words are looked for.
    texts: Vec<String>,
}

/// In so many texts words are looked for: of the indicator, and of the observation itself.
const TEXTS: usize = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    place: Place,
    /// The places of its texts among all.
    texts: [u32; TEXTS],
}

impl Listed {
    /// All observations of a set in an order. Where an owner is asked for, only theirs; the empty
    /// name asks for those without one.
    ///
    /// Of the published figures all entries are in it, also those that only tell something nearby.
    #[must_use]
    pub fn new(
        measures: &Measures,
        set: SetKey,
        owner: Option<&str>,
        order: ListOrder,
        is_descending: bool,
    ) -> Self {
        let mut listing = Listing { order, ..Listing::default() };
        let indicators = measures.indicators(set);
        let known = indicators.iter().zip(0..).map(|(indicator, rank)| {
            let text = listing.text(&searched(indicator));
            (indicator.id.as_str(), Known { rank, text })
        });
        let known: Sorted<&str, Known> = known.collect();
        match set {
            SetKey::Published => {
                let is_wanted = owner.is_none_or(str::is_empty);
                let entries = measures.published().entries.iter().enumerate();
                for (at, entry) in entries.filter(|_| is_wanted) {
                    let texts = entry.told.as_ref().map_or([""; TEXTS - 1], |told| {
                        let (name, title) = (&told.name, &told.title);
                        [&name.da, &name.en, &title.da, &title.en].map(String::as_str)
                    });
                    let indicator = entry.decides.as_deref().unwrap_or(&entry.about);
                    let found = entry.observation.map(|one| one.found);
                    let known = known.get(indicator).copied();
                    listing.take(Place::Published(at), known, (entry.when(), found), texts);
                }
            }
            SetKey::Own(id) => {
                let is_wanted = |kept: &&Kept| {
                    kept.set == Some(id) && owner.is_none_or(|owner| owner == kept.owner)
                };
                for kept in measures.all_kept().filter(is_wanted) {
                    let known = known.get(kept.indicator.as_str()).copied();
                    let dated = (kept.observation.when, Some(kept.observation.found));
                    let texts = [kept.title.as_str(), kept.owner.as_str(), "", ""];
                    listing.take(Place::Own(kept.id), known, dated, texts);
                }
            }
        }
        listing.sorted(is_descending)
    }

    /// Those in which all words occur, in capitals or not: in the id or name of the indicator, in
    /// the title of the source or in the name of the owner.
    #[must_use]
    pub fn with(&self, words: &str) -> Vec<Place> {
        let words = Words::of(words);
        let found: Vec<u32> = self.texts.iter().map(|text| words.found_in_lower(text)).collect();
        let found = |text: &u32| usize::try_from(*text).ok().and_then(|at| found.get(at).copied());
        let has_all = |line: &&Line| {
            let all = line.texts.iter().fold(0, |all, text| all | found(text).unwrap_or(0));
            all == words.all
        };
        self.lines.iter().filter(has_all).map(|line| line.place).collect()
    }
}

/// The texts of an indicator in which words are looked for. The id of an own one is not: it is made of
/// chance, and any short word would occur in it.
fn searched(indicator: &Indicator) -> String {
    let id = if indicator.is_own { "" } else { indicator.id.as_str() };
    let name = &indicator.name;
    // Nobody types a line's end.
    [id, indicator.item.as_str(), name.da.as_str(), name.en.as_str()].join("\n")
}

/// What is known of an indicator before its observations are gone through.
#[derive(Clone, Copy)]
struct Known {
    rank: u32,
    text: u32,
}

/// A list while it is being made.
#[derive(Default)]
struct Listing {
    order: ListOrder,
    lines: Vec<Line>,
    /// For each line its order in the upper bits, and in the lowest 32 its index.
    keys: Vec<u128>,
    texts: Vec<String>,
    by_text: BTreeMap<String, u32>,
}

impl Listing {
    fn take(
        &mut self,
        place: Place,
        known: Option<Known>,
        (when, found): (Option<When>, Option<Found>),
        texts: [&str; TEXTS - 1],
    ) {
        let order = match self.order {
            ListOrder::When => u128::from(time(when)),
            ListOrder::Indicator => {
                // What belongs to no indicator stands last.
                let rank = known.map_or(u32::MAX, |known| known.rank);
                (u128::from(rank) << 40) | u128::from(time(when))
            }
            ListOrder::Value => value(found),
        };
        let index = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        self.keys.push((order << 32) | u128::from(index));
        let [one, other, third, fourth] = texts.map(|text| self.text(text));
        let of_indicator = known.map_or_else(|| self.text(""), |known| known.text);
        self.lines.push(Line { place, texts: [of_indicator, one, other, third, fourth] });
    }

    /// The place of a text among all.
    fn text(&mut self, text: &str) -> u32 {
        if let Some(at) = self.by_text.get(text) {
            return *at;
        }
        let at = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text.to_lowercase());
        self.by_text.insert(text.to_owned(), at);
        at
    }

    fn sorted(mut self, is_descending: bool) -> Listed {
        sort(&mut self.keys, |one, other| if is_descending { one > other } else { one < other });
        let at = |key: &u128| usize::try_from(key & u128::from(u32::MAX)).ok();
        let lines = self.keys.iter().filter_map(|key| self.lines.get(at(key)?).cloned());
        Listed { lines: lines.collect(), texts: self.texts }
    }
}

/// A date as a number of at most 40 bits in the order of dates.
fn time(when: Option<When>) -> u64 {
    // Days count from 1970 and years from 1900: so many more, and none is negative.
    let number = |day: i32| u64::from(day.saturating_add(100_000).unsigned_abs());
    when.map_or(0, |when| (number(when.last_day()) << 20) | number(when.first_day()))
}

/// A value as a number of at most 80 bits in the order of values.
fn value(found: Option<Found>) -> u128 {
    match found {
        None => 0,
        Some(Found::State(state)) => {
            (1..).zip(State::ALL).find(|(_, other)| *other == state).map_or(0, |(rank, _)| rank)
        }
        // A number has at most fifteen digits: with so many millionths more, none is negative.
        Some(Found::Figure(value, _)) => (value.millionths() + (1_i128 << 72)).unsigned_abs(),
    }
}

/// Words that are looked for; of more than 32 the first.
pub(super) struct Words {
    words: Vec<String>,
    /// What is found where all of them are: one bit for each.
    all: u32,
}

impl Words {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let words: Vec<String> = text.split_whitespace().take(32).map(String::from).collect();
        let all = (0..words.len()).fold(0, |all, at| all | (1_u32 << at));
        Self { words, all }
    }

    /// Which of the words occur in a text in small letters, a bit for each.
    fn found_in_lower(&self, text: &str) -> u32 {
        let found = self.words.iter().zip(0..).filter(|(word, _)| text.contains(word.as_str()));
        found.fold(0, |all, (_, at)| all | (1_u32 << at))
    }

    /// Whether all words occur in an indicator's id, item or names.
    pub(super) fn are_in(&self, indicator: &Indicator) -> bool {
        self.all == 0 || self.found_in_lower(&searched(indicator).to_lowercase()) == self.all
    }
}

/// The part of a long list that is drawn, and how much room the rest takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The first row that is drawn.
    pub first: usize,
    /// The row after the last one that is drawn.
    pub last: usize,
    /// The room before the first row.
    pub before_px: f64,
    /// The room after the last row.
    pub after_px: f64,
}

/// Browsers cap the height of elements, the lowest at some 8.9 million pixels. A list that would be
/// higher is scaled: it is this high, and scrolling through it goes over the more rows at a time.
const MOST_PX: f64 = 8_000_000.0;

/// The rows that are in sight of a list of `count` rows, all `row_px` high, when it is scrolled by
/// so much in a view of a height, and so many spare ones on both sides. Room and rows together are
/// always equally high.
#[must_use]
pub fn window(count: usize, row_px: f64, scrolled_px: f64, view_px: f64, spare: usize) -> Window {
    let (row, view) = (row_px.max(1.0), view_px.max(0.0));
    let full = px(count) * row;
    let total = full.min(MOST_PX);
    let end = (total - view).max(0.0);
    let scrolled = scrolled_px.max(0.0).min(end);
    // Where the view begins in the list as if it were not scaled.
    let begin = if full > total && end > 0.0 { scrolled / end * (full - view) } else { scrolled };
    let first = rows((begin / row).floor()).saturating_sub(spare).min(count);
    let last = rows(((begin + view) / row).ceil()).saturating_add(spare).min(count);
    let drawn = px(last.saturating_sub(first)) * row;
    let before_px = (scrolled - begin + px(first) * row).min(total - drawn).max(0.0);
    Window { first, last, before_px, after_px: (total - before_px - drawn).max(0.0) }
}

fn px(rows: usize) -> f64 {
    f64::from(u32::try_from(rows).unwrap_or(u32::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole already; what is out of range becomes the nearest number in it"
)]
fn rows(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::samples::{Sample, published},
        measure::published::Published,
    };

    /// A set whose observations are known by their places in this list, and the places.
    fn sample() -> (Sample, SetKey, Vec<Place>) {
        let mut sample = Sample::new(Published::default());
        let set = sample.set();
        let other = sample.set();
        let all = [
            (set, "1e", "2018", "90", "Anna"),
            (set, "5d", "2019-03", "planned", "Bo"),
            (set, "1e", "", "12.5", "Anna"),
            (set, "9d", "2017-06-01", "-3", ""),
            (other, "1e", "2018", "1", "Bo"),
        ];
        let places = all.map(|(set, indicator, when, value, owner)| {
            Place::Own(sample.observe(set, indicator, when, value, owner))
        });
        (sample, SetKey::Own(set), places.to_vec())
    }

    fn check(words: &str, owner: Option<&str>, order: ListOrder, expected: &[usize]) {
        let (sample, set, places) = sample();
        let mut expected: Vec<Place> = expected.iter().map(|at| places[*at]).collect();
        let list = |is_descending| {
            Listed::new(&sample.measures, set, owner, order, is_descending).with(words)
        };
        assert_eq!(list(false), expected, "{words} {owner:?} {order:?}");
        expected.reverse();
        assert_eq!(list(true), expected, "{words} {owner:?} {order:?}, descending");
    }

    #[test]
    fn the_list_is_ordered_by_date_indicator_or_value() {
        check("", None, ListOrder::When, &[2, 3, 0, 1]);
        check("", None, ListOrder::Indicator, &[2, 0, 1, 3]);
        check("", None, ListOrder::Value, &[1, 3, 2, 0]);
    }

    #[test]
    fn all_words_have_to_occur_in_indicator_title_or_owner() {
        check("ANNA", None, ListOrder::When, &[2, 0]);
        check("anna 1e", None, ListOrder::When, &[2, 0]);
        check("anna 5d", None, ListOrder::When, &[]);
        check("sløjfen BILFRI", None, ListOrder::When, &[1]);
        check("rapport", None, ListOrder::Value, &[1, 3, 2, 0]);
    }

    #[test]
    fn an_owner_has_only_their_own() {
        check("", Some("Bo"), ListOrder::When, &[1]);
        check("", Some(""), ListOrder::When, &[3]);
        check("", Some("B"), ListOrder::When, &[]);
    }

    #[test]
    fn published_entries_are_found_by_their_names_and_sources() {
        let published = published(&[
            ("1e", r#""decides": "1e", "date": "2018", "value": "91""#),
            ("5d", r#""date": "2020""#),
            ("0", ""),
        ]);
        let measures = Sample::new(published).measures;
        let check = |words: &str, owner: Option<&str>, order: ListOrder, expected: &[usize]| {
            let found = Listed::new(&measures, SetKey::Published, owner, order, false).with(words);
            let expected: Vec<Place> = expected.iter().copied().map(Place::Published).collect();
            assert_eq!(found, expected, "{words}");
        };
        check("", None, ListOrder::When, &[2, 0, 1]);
        check("", None, ListOrder::Indicator, &[0, 1, 2]);
        check("", None, ListOrder::Value, &[1, 2, 0]);
        check("navn5d", None, ListOrder::When, &[1]);
        check("KILDE sløjfen", None, ListOrder::When, &[1]);
        check("", Some("Bo"), ListOrder::When, &[]);
    }

    #[test]
    fn a_window_covers_the_view_and_the_list_keeps_its_height() {
        let check = |count: usize, row: f64, view: f64, spare: usize| {
            let total = (px(count) * row).min(MOST_PX);
            let end = (total - view).max(0.0);
            for part in -10..=1_010 {
                let scrolled = end * f64::from(part) / 1_000.0;
                let window = window(count, row, scrolled, view, spare);
                let (before, after) = (window.before_px, window.after_px);
                let told = format!("{count} × {row}, {scrolled}: {window:?}");
                assert!(before >= 0.0 && after >= 0.0, "{told}");
                assert!(window.first <= window.last && window.last <= count, "{told}");
                let bottom = before + px(window.last - window.first) * row;
                assert!((bottom + after - total).abs() < 0.01, "{told}");
                let top = scrolled.clamp(0.0, end);
                assert!(before < top + 0.01 && bottom > (top + view).min(total) - 0.01, "{told}");
                let most = (view / row).ceil() + 2.0 + 2.0 * px(spare);
                assert!(px(window.last - window.first) <= most, "{told}");
            }
        };
        check(0, 48.0, 600.0, 5);
        check(3, 48.0, 600.0, 5);
        check(1_000, 44.3, 600.0, 0);
        check(50_000, 48.0, 900.0, 10);
        check(170_000, 48.0, 900.0, 10);
        check(2_000_000, 48.0, 900.0, 3);
    }

    #[test]
    fn scaled_lists_are_reached_from_their_first_row_to_their_last() {
        let at = |scrolled: f64| window(2_000_000, 48.0, scrolled, 900.0, 3);
        assert_eq!(at(0.0).first, 0);
        assert_eq!(at(MOST_PX).last, 2_000_000);
        let middle = at((MOST_PX - 900.0) / 2.0);
        assert!((999_980..1_000_000).contains(&middle.first), "{middle:?}");
    }
}
