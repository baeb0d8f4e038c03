//! The status of a promise: what the observations say about it, and the figures that decided.
//!
//! # The rules
//! They stand on the About screen too. Ids are cited by the table of cases below.
//! - **S1** Only dated observations count that are neither forecasts nor in the future, and of which the
//!   last possible day is not before the promise was made. What is older is a starting point.
//! - **S2** Without any that counts: *no data*. Never zero, never a failure.
//! - **S3** With data but without a target: *no target*.
//! - **S4** After the deadline the last observation before its end decides: *kept* if it reaches the
//!   target; else *kept late* if a later one does; else *missed*. Without one before the deadline the
//!   status is *no data*, whatever figures came later; only a yes/no promise that is told to be *done*
//!   after the deadline is *kept late*, since a milestone tells when it was reached. What happened
//!   since is told beside it.
//! - **S5** Before the deadline, or without one, the latest observation decides: *kept* if it reaches
//!   the target.
//! - **S6** Otherwise the straight path from the baseline to the target at the deadline decides: *on
//!   the way* if the observation is no further behind the path than 5 % of the whole distance, *moving
//!   away* if it is further from the target than the baseline by more than that, else *behind*. The baseline
//!   is the one given, else the last observation before the promise was made, else the first one
//!   before the observation that is judged.
//! - **S7** Without a deadline there is no path: *moving away* if the observation is worse than the
//!   baseline, else *behind*. Without a baseline, too, it is *behind*.
//! - **S8** Of a yes/no promise the last state in time counts: *done* reaches the target. Before the
//!   deadline *planned*, *decided* and *under way* are *on the way*, *not begun* is *behind* and *dropped*
//!   is *missed*.
//! - **S9** A goal with several indicators is *kept* only if every one is; one that is missed makes it
//!   *missed*; among the others *moving away* tells before *behind*, that before *no data*, *no
//!   target*, *on the way* and *kept late*.

use super::{Decimal, Found, Indicator, Kind, Observation, Quality, Side, State, Target};
use std::cmp::Ordering;

/// What the observations say about a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Reached in time.
    Kept,
    /// Reached after the deadline.
    KeptLate,
    /// On the straight path to the target.
    OnTheWay,
    /// Behind the path.
    Behind,
    /// Further from the target than at the start.
    MovingAway,
    /// Not reached in time.
    Missed,
    /// There are observations, but nothing to hold them against.
    NoTarget,
    /// There is nothing that tells.
    NoData,
}

impl Status {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Kept,
        Self::KeptLate,
        Self::OnTheWay,
        Self::Behind,
        Self::MovingAway,
        Self::Missed,
        Self::NoTarget,
        Self::NoData,
    ];

    /// The name in files and addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::KeptLate => "kept-late",
            Self::OnTheWay => "on-the-way",
            Self::Behind => "behind",
            Self::MovingAway => "moving-away",
            Self::Missed => "missed",
            Self::NoTarget => "no-target",
            Self::NoData => "no-data",
        }
    }

    /// The status with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A status with all that led to it. Observations are told by their place in the list that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The status.
    pub status: Status,
    /// Why.
    pub reason: Reason,
    /// The observation that decided.
    pub decided_by: Option<usize>,
    /// The latest observation after the deadline, and whether it reaches the target.
    pub since: Option<(usize, bool)>,
}

/// Why a status came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no observation at all, or none with a date.
    Nothing,
    /// All observations are from before the promise was made.
    OnlyBefore,
    /// All observations in question are from after the deadline.
    OnlyAfter,
    /// There is no target.
    NoTarget,
    /// The target is reached, in time where there is a deadline.
    Reached,
    /// The target was reached after the deadline, by this observation.
    ReachedLate(usize),
    /// The target was not reached in time.
    NotReached,
    /// Where the path would be on that day, and the observation is close enough or not.
    Path(Decimal),
    /// Worse than where it started, by this figure.
    WorseThan(Decimal),
    /// Not reached yet, and there is no path to judge the way by.
    NoPath,
    /// A state that says how far things are.
    State(State),
}

/// Tolerance around the path, in hundredths of the distance from baseline to target.
const TOLERANCE: i128 = 5;

/// Judges observations, which stand in the order of time, of an indicator. `made` is the day on which
/// the promise was made, `today` the present one, both in days since 1970-01-01.
#[must_use]
pub fn judge(
    indicator: &Indicator,
    observations: &[Observation],
    made: i32,
    today: i32,
) -> Judgement {
    let judging = Judging::new(indicator, observations, made, today);
    judging.judge()
}

/// Whether a value reaches a target; `of` is of how many, or compared with what.
#[must_use]
pub fn reaches(kind: Kind, target: &Target, found: Found) -> bool {
    let value = match found {
        Found::State(state) => return state == State::Done,
        Found::Figure(value, _) => value,
    };
    let of = if let Found::Figure(_, of) = found { of } else { None };
    let exact = exact(kind, found);
    let aim = Exact::whole(target.value);
    match (target.side, of) {
        (Side::AtLeast, _) => exact.is_some_and(|value| value.compare(aim) != Ordering::Less),
        (Side::AtMost, _) => exact.is_some_and(|value| value.compare(aim) != Ordering::Greater),
        (Side::Above, Some(of)) => value > of,
        (Side::UpperPart, Some(of)) => {
            let part = value.millionths().saturating_mul(target.value.millionths());
            part <= of.millionths().saturating_mul(1_000_000)
        }
        (Side::Above | Side::UpperPart, None) | (Side::Done, _) => false,
    }
}

/// A value as it is compared with a target: of a coverage its share in per cent. None of nothing.
fn exact(kind: Kind, found: Found) -> Option<Exact> {
    match found {
        Found::Figure(value, Some(of)) if kind == Kind::Coverage => {
            Exact::new(value.millionths().saturating_mul(100), of.millionths())
        }
        Found::Figure(value, _) => Some(Exact::whole(value)),
        Found::State(_) => None,
    }
}

/// An exact fraction with a denominator above zero, so that no rounding decides.
#[derive(Clone, Copy, Debug)]
struct Exact(i128, i128);

impl Exact {
    /// A fraction in its lowest terms; none with a denominator of zero or less.
    fn new(above: i128, below: i128) -> Option<Self> {
        if below <= 0 {
            return None;
        }
        let (mut one, mut other) = (above.abs(), below);
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let common = one.max(1);
        Some(Self(above / common, below / common))
    }

    fn whole(number: Decimal) -> Self {
        Self::new(number.millionths(), 1_000_000).unwrap_or(Self(0, 1))
    }

    fn compare(self, other: Self) -> Ordering {
        self.0.saturating_mul(other.1).cmp(&other.0.saturating_mul(self.1))
    }

    /// To two decimals, for showing.
    fn shown(self) -> Decimal {
        Decimal::from_hundredths(self.0.saturating_mul(100).checked_div(self.1).unwrap_or_default())
    }
}

/// Of several indicators' statuses the one of their goal (S9).
#[must_use]
pub fn together(statuses: &[Status]) -> Status {
    let worst = |status: &Status| match status {
        Status::Kept => 0,
        Status::KeptLate => 1,
        Status::OnTheWay => 2,
        Status::NoTarget => 3,
        Status::NoData => 4,
        Status::Behind => 5,
        Status::MovingAway => 6,
        Status::Missed => 7,
    };
    let rank = |one: &&Status, other: &&Status| worst(one).cmp(&worst(other));
    statuses.iter().max_by(rank).copied().unwrap_or(Status::NoData)
}

struct Judging<'a> {
    indicator: &'a Indicator,
    all: &'a [Observation],
    made: i32,
    today: i32,
    /// The places of those that count, in the order of time.
    counting: Vec<usize>,
}

impl<'a> Judging<'a> {
    fn new(indicator: &'a Indicator, all: &'a [Observation], made: i32, today: i32) -> Self {
        let counts = |one: &Observation| {
            one.quality != Quality::Forecast
                && one.when.is_some_and(|when| when.last_day() >= made && when.first_day() <= today)
                && (indicator.kind == Kind::Milestone) == matches!(one.found, Found::State(_))
        };
        let counting = all.iter().enumerate().filter(|(_, one)| counts(one)).map(|(at, _)| at);
        Self { indicator, all, made, today, counting: counting.collect() }
    }

    fn get(&self, at: usize) -> Option<&'a Observation> {
        self.all.get(at)
    }

    fn last_day(&self, at: usize) -> i32 {
        self.get(at).and_then(|one| one.when).map_or(i32::MIN, super::When::last_day)
    }

    fn reaches(&self, target: &Target, at: usize) -> bool {
        self.get(at).is_some_and(|one| reaches(self.indicator.kind, target, one.found))
    }

    fn judge(&self) -> Judgement {
        let plain = |status, reason| Judgement { status, reason, decided_by: None, since: None };
        let Some(latest) = self.counting.last().copied() else {
            let is_dated = |one: &Observation| {
                one.quality != Quality::Forecast
                    && one.when.is_some_and(|when| when.last_day() < self.made)
            };
            let reason =
                if self.all.iter().any(is_dated) { Reason::OnlyBefore } else { Reason::Nothing };
            return plain(Status::NoData, reason);
        };
        let Some(target) = &self.indicator.target else {
            let decided_by = Some(latest);
            return Judgement { decided_by, ..plain(Status::NoTarget, Reason::NoTarget) };
        };
        let deadline = target.deadline.map(super::When::last_day);
        match deadline.filter(|deadline| *deadline < self.today) {
            Some(deadline) => self.after(target, deadline),
            None => self.before(target, deadline, latest),
        }
    }

    /// S4.
    fn after(&self, target: &Target, deadline: i32) -> Judgement {
        let is_in_time = |at: &&usize| self.last_day(**at) <= deadline;
        let later = self.counting.iter().filter(|at| self.last_day(**at) > deadline);
        let since = later.clone().next_back().map(|at| (*at, self.reaches(target, *at)));
        let Some(last) = self.counting.iter().rfind(is_in_time).copied() else {
            // Of a state, unlike of a figure, one knows that it was not there before.
            let is_done = |at: &&usize| {
                self.get(**at).is_some_and(|one| one.found == Found::State(State::Done))
            };
            let done = later.clone().find(is_done).copied();
            let (status, reason) = match done {
                Some(at) => (Status::KeptLate, Reason::ReachedLate(at)),
                None => (Status::NoData, Reason::OnlyAfter),
            };
            return Judgement { status, reason, decided_by: done, since };
        };
        let decided_by = Some(last);
        if self.reaches(target, last) {
            return Judgement { status: Status::Kept, reason: Reason::Reached, decided_by, since };
        }
        let late = later.into_iter().find(|at| self.reaches(target, **at)).copied();
        let (status, reason) = match (late, self.get(last).map(|one| one.found)) {
            (Some(at), _) => (Status::KeptLate, Reason::ReachedLate(at)),
            (None, Some(Found::State(state))) => (Status::Missed, Reason::State(state)),
            (None, _) => (Status::Missed, Reason::NotReached),
        };
        Judgement { status, reason, decided_by, since }
    }

    /// S5 to S8.
    fn before(&self, target: &Target, deadline: Option<i32>, latest: usize) -> Judgement {
        let told =
            |status, reason| Judgement { status, reason, decided_by: Some(latest), since: None };
        if self.reaches(target, latest) {
            return told(Status::Kept, Reason::Reached);
        }
        let found = self.get(latest).map(|one| one.found);
        if let Some(Found::State(state)) = found {
            let status = match state {
                State::NotBegun => Status::Behind,
                State::Planned | State::Decided | State::UnderWay => Status::OnTheWay,
                State::Done => Status::Kept,
                State::Dropped => Status::Missed,
            };
            return told(status, Reason::State(state));
        }
        let value = found.and_then(|found| exact(self.indicator.kind, found));
        let aim = Self::aim(target, found);
        let (Some(value), Some(aim), Some((from, start))) =
            (value, aim, self.baseline(target, latest))
        else {
            return told(Status::Behind, Reason::NoPath);
        };
        let is_down = matches!(target.side, Side::AtMost | Side::UpperPart);
        let path = Path { from, start, aim, is_down, deadline, at: self.last_day(latest) };
        let (status, reason) = path.judge(value);
        told(status, reason)
    }

    /// The value that the path leads to.
    fn aim(target: &Target, found: Option<Found>) -> Option<Exact> {
        let of = if let Some(Found::Figure(_, of)) = found { of } else { None };
        match target.side {
            Side::AtLeast | Side::AtMost => Some(Exact::whole(target.value)),
            Side::Above => of.map(Exact::whole),
            Side::UpperPart => Exact::new(of?.millionths(), target.value.millionths()),
            Side::Done => None,
        }
    }

    /// Where the path begins (S6): never at the observation that is judged.
    fn baseline(&self, target: &Target, judged: usize) -> Option<(Exact, i32)> {
        if let Some((value, when)) = target.baseline {
            return Some((Exact::whole(value), when.last_day()));
        }
        let usable = |at: usize| {
            let one = self.get(at).filter(|one| one.quality != Quality::Forecast)?;
            Some((exact(self.indicator.kind, one.found)?, one.when?.last_day()))
        };
        let mut first = None;
        let mut before = None;
        for (value, day) in (0..judged).filter_map(usable) {
            if day < self.made {
                before = Some((value, day));
            } else if first.is_none() {
                first = Some((value, day));
            }
        }
        before.or(first)
    }
}

/// A straight path from a baseline to an aim.
struct Path {
    from: Exact,
    start: i32,
    aim: Exact,
    /// Whether less is better.
    is_down: bool,
    deadline: Option<i32>,
    /// The day of the observation.
    at: i32,
}

impl Path {
    /// S6 and S7.
    fn judge(&self, value: Exact) -> (Status, Reason) {
        // All three over one denominator; downwards is upwards with the sign turned.
        let sign = if self.is_down { -1 } else { 1 };
        let all = [self.from, self.aim, value];
        let below = all.iter().fold(1_i128, |below, one| below.saturating_mul(one.1));
        let [from, aim, value] = all.map(|one| (sign * one.0).saturating_mul(below / one.1));
        let distance = aim - from;
        let days = |from: i32, to: i32| i128::from(to) - i128::from(from);
        let whole = self.deadline.map_or(0, |deadline| days(self.start, deadline));
        let tolerance = if whole > 0 { distance.abs().saturating_mul(TOLERANCE) } else { 0 };
        if (from - value).saturating_mul(100) > tolerance {
            return (Status::MovingAway, Reason::WorseThan(self.from.shown()));
        }
        if whole <= 0 || distance <= 0 {
            return (Status::Behind, Reason::NoPath);
        }
        let gone = days(self.start, self.at).clamp(0, whole);
        // value ≥ from + distance · gone / whole − 5 % of the distance, times 100 · whole.
        let needed = from.saturating_mul(100 * whole) + distance.saturating_mul(100 * gone)
            - distance.saturating_mul(TOLERANCE * whole);
        let is_close = value.saturating_mul(100 * whole) >= needed;
        let expected = from.saturating_mul(whole) + distance.saturating_mul(gone);
        let expected = Exact(sign * expected, below.saturating_mul(whole)).shown();
        let status = if is_close { Status::OnTheWay } else { Status::Behind };
        (status, Reason::Path(expected))
    }
}
