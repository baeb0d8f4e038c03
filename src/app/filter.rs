//! Which indicators the table of measuring shows.

use super::{observations::Words, table::Row};
use crate::measure::{Kind, Status};
use percent_encoding::percent_decode_str;

/// How long ago something was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Staleness {
    /// At most a year ago.
    Fresh,
    /// More than one year and at most three years ago.
    Ageing,
    /// More than three years ago.
    Old,
    /// Never, or on no known date.
    Never,
}

impl Staleness {
    /// All of them, the freshest first.
    pub const ALL: [Self; 4] = [Self::Fresh, Self::Ageing, Self::Old, Self::Never];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Old => "old",
            Self::Never => "never",
        }
    }

    /// The staleness with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|staleness| staleness.name() == name)
    }

    /// The staleness of what was observed so many days ago. A year may have a leap day.
    #[must_use]
    pub const fn of(age_days: Option<i32>) -> Self {
        match age_days {
            None => Self::Never,
            Some(..=366) => Self::Fresh,
            Some(..=1_096) => Self::Ageing,
            Some(_) => Self::Old,
        }
    }
}

/// Which rows are shown: those of which everything asked for is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which occur in the name, the id or the item.
    pub words: String,
    /// The number of a focus area, or `e` for what stands beside them.
    pub area: Option<String>,
    /// A status.
    pub status: Option<Status>,
    /// A kind of indicator.
    pub kind: Option<Kind>,
    /// How long ago the latest observation was.
    pub staleness: Option<Staleness>,
    /// Somebody who answers for an observation.
    pub owner: Option<String>,
    /// Only where a target is still to be set.
    pub is_open_only: bool,
}

/// The name under which what stands beside the focus areas is asked for.
pub(super) const ELEMENT: &str = "e";

const WORDS: &str = "ord";
const AREA: &str = "omraade";
const STATUS: &str = "status";
const KIND: &str = "slags";
const STALENESS: &str = "alder";
const OWNER: &str = "ansvarlig";
const OPEN: &str = "aabne";
const YES: &str = "ja";

impl Filter {
    /// The filter as a short text for addresses, such as `omraade=2&status=kept`.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(&value.replace('%', "%25").replace('&', "%26"));
        };
        if !self.words.is_empty() {
            put(WORDS, &self.words);
        }
        if let Some(area) = &self.area {
            put(AREA, area);
        }
        if let Some(status) = self.status {
            put(STATUS, status.name());
        }
        if let Some(kind) = self.kind {
            put(KIND, kind.name());
        }
        if let Some(staleness) = self.staleness {
            put(STALENESS, staleness.name());
        }
        if let Some(owner) = &self.owner {
            put(OWNER, owner);
        }
        if self.is_open_only {
            put(OPEN, YES);
        }
        query
    }

    /// Reads what [`Self::to_query`] wrote. What is not understood asks for nothing.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for part in query.split('&') {
            let Some((name, value)) = part.split_once('=') else { continue };
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                WORDS => filter.words = value,
                AREA => filter.area = Some(value),
                STATUS => filter.status = Status::from_name(&value),
                KIND => filter.kind = Kind::from_name(&value),
                STALENESS => filter.staleness = Staleness::from_name(&value),
                OWNER => filter.owner = Some(value),
                OPEN => filter.is_open_only = value == YES,
                _ => {}
            }
        }
        filter
    }

    /// Whether a row is shown; the words are those of the filter.
    pub(super) fn admits(&self, row: &Row, words: &Words) -> bool {
        let area = row.area.as_deref().unwrap_or(ELEMENT);
        let is_open = row.indicator.is_open && row.indicator.target.is_none();
        self.area.as_deref().is_none_or(|wanted| wanted == area)
            && self.status.is_none_or(|wanted| wanted == row.status)
            && self.kind.is_none_or(|wanted| wanted == row.indicator.kind)
            && self.staleness.is_none_or(|wanted| wanted == Staleness::of(row.age_days))
            && self.owner.as_ref().is_none_or(|wanted| row.owners.contains(wanted))
            && (is_open || !self.is_open_only)
            && words.are_in(&row.indicator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_being_written_and_read() {
        for text in ["", "a", "æ ø&å", "85 %", "%26", "a=b&omraade=1", " x ", "+"] {
            let mut filters = vec![
                Filter { words: text.into(), ..Filter::default() },
                Filter { area: Some(text.into()), ..Filter::default() },
                Filter { owner: Some(text.into()), is_open_only: true, ..Filter::default() },
            ];
            filters.extend(Status::ALL.map(|one| Filter {
                words: text.into(),
                status: Some(one),
                ..Filter::default()
            }));
            filters.extend(Kind::ALL.map(|one| Filter { kind: Some(one), ..Filter::default() }));
            filters.extend(
                Staleness::ALL.map(|one| Filter { staleness: Some(one), ..Filter::default() }),
            );
            for filter in filters {
                assert_eq!(Filter::from_query(&filter.to_query()), filter);
            }
        }
        let filter =
            Filter { area: Some("2".into()), status: Some(Status::Kept), ..Filter::default() };
        assert_eq!(filter.to_query(), "omraade=2&status=kept");
        assert_eq!(Filter::from_query("status=x&farve=gul&ord"), Filter::default());
    }

    #[test]
    fn staleness_begins_after_one_year_and_after_three() {
        let check = |age: Option<i32>, expected: Staleness| {
            assert_eq!(Staleness::of(age), expected, "{age:?}");
        };
        check(Some(0), Staleness::Fresh);
        check(Some(366), Staleness::Fresh);
        check(Some(367), Staleness::Ageing);
        check(Some(1_096), Staleness::Ageing);
        check(Some(1_097), Staleness::Old);
        check(None, Staleness::Never);
    }
}
