//! Observations: dated values of an indicator, or states of a yes/no promise, with their sources.

use super::{Decimal, When};
use std::cmp::Ordering;

/// One dated value or state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    /// When; none where the source does not say, and then it decides nothing.
    pub when: Option<When>,
    /// What was found.
    pub found: Found,
    /// How sure it is.
    pub quality: Quality,
    /// Whether it cannot be compared with the one before it.
    pub is_break: bool,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A value, and of how many, or compared with what.
    Figure(Decimal, Option<Decimal>),
    /// A state.
    State(State),
}

/// The state of a yes/no promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing has been done.
    NotBegun,
    /// It is planned.
    Planned,
    /// It is decided.
    Decided,
    /// It is being done.
    UnderWay,
    /// It is there.
    Done,
    /// It was given up, or something else came in its place.
    Dropped,
}

impl State {
    /// All states, in the order in which things mostly go.
    pub const ALL: [Self; 6] =
        [Self::NotBegun, Self::Planned, Self::Decided, Self::UnderWay, Self::Done, Self::Dropped];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotBegun => "not_begun",
            Self::Planned => "planned",
            Self::Decided => "decided",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// How sure an observation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// Counted or measured.
    #[default]
    Measured,
    /// Reckoned from something else.
    Estimated,
    /// To be corrected later.
    Provisional,
    /// About the future: it never decides a status.
    Forecast,
}

impl Quality {
    /// All qualities, the surest first.
    pub const ALL: [Self; 4] = [Self::Measured, Self::Estimated, Self::Provisional, Self::Forecast];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Estimated => "estimated",
            Self::Provisional => "provisional",
            Self::Forecast => "forecast",
        }
    }

    /// The quality with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quality| quality.name() == name)
    }
}

impl Observation {
    /// In the order of time; what has no date stands first.
    #[must_use]
    pub fn by_time(&self, other: &Self) -> Ordering {
        self.when.cmp(&other.when)
    }

    /// The value, if it is one.
    #[must_use]
    pub const fn figure(&self) -> Option<(Decimal, Option<Decimal>)> {
        if let Found::Figure(value, of) = self.found { Some((value, of)) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_states_and_qualities_are_read_back() {
        assert!(State::ALL.iter().all(|state| State::from_name(state.name()) == Some(*state)));
        assert!(Quality::ALL.iter().all(|one| Quality::from_name(one.name()) == Some(*one)));
    }
}
