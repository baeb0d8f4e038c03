//! The status of a promise follows its rules, as `measure::status` lists them. Each row of
//! `status.tsv` names a promise, what was observed and what the rules say of it. What holds for all
//! promises is tried on random ones; `PEJLEMAERKE_CASES` says on how many.

use super::oracle::same;
use pejlemaerke::{
    measure::{
        Decimal, Found, Indicator, Judgement, Kind, Observation, Quality, Reason, Side, State,
        Status, Target, Unit, When, judge, reaches, together,
    },
    vision::Bilingual,
};
use proptest::{
    array, collection,
    strategy::Strategy,
    test_runner::{Config, TestCaseResult, TestRunner},
};
use std::{collections::BTreeSet, env};

const TABLE: &str = include_str!("status.tsv");

/// Goals with several indicators, and what the rules say of them (S9).
const TOGETHER: &[(&str, &str)] = &[
    ("", "no-data"),
    ("kept", "kept"),
    ("kept kept kept", "kept"),
    ("kept kept-late", "kept-late"),
    ("kept on-the-way", "on-the-way"),
    ("kept-late on-the-way", "on-the-way"),
    ("kept behind on-the-way", "behind"),
    ("behind moving-away kept", "moving-away"),
    ("kept missed", "missed"),
    ("missed moving-away behind on-the-way", "missed"),
    ("missed no-data", "missed"),
    ("no-target missed", "missed"),
    ("kept no-data", "no-data"),
    ("kept no-target", "no-target"),
    ("no-data no-data", "no-data"),
    ("no-target no-target", "no-target"),
];

// ---- the table ----

/// A heading with its rules, and the cells of a row below it.
type Case = (&'static str, [&'static str; 10]);

fn cases() -> Vec<Case> {
    let (mut heading, mut all) = ("", Vec::new());
    for line in TABLE.lines() {
        if let Some(text) = line.strip_prefix("# ") {
            heading = text;
        } else {
            let mut cells = [""; 10];
            for (cell, text) in cells.iter_mut().zip(line.split('\t')) {
                *cell = text;
            }
            all.push((heading, cells));
        }
    }
    all
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn day(text: &str) -> i32 {
    When::parse(text).unwrap().last_day()
}

/// Reads a target such as `at_least 85 by 2021 from 60 on 2014`.
fn target(text: &str) -> Option<Target> {
    let (text, from) = text.split_once(" from ").unwrap_or((text, ""));
    let (text, by) = text.split_once(" by ").unwrap_or((text, ""));
    let (side, value) = text.split_once(' ').unwrap_or((text, "0"));
    let baseline = from.split_once(" on ");
    (side != "none").then(|| Target {
        value: number(value),
        side: Side::from_name(side).unwrap(),
        deadline: (!by.is_empty()).then(|| When::parse(by).unwrap()),
        baseline: baseline.map(|(value, on)| (number(value), When::parse(on).unwrap())),
        is_own: false,
    })
}

fn indicator(kind: Kind, target: Option<Target>) -> Indicator {
    Indicator {
        id: String::new(),
        item: String::new(),
        name: Bilingual { da: String::new(), en: String::new() },
        kind,
        unit: Unit::None,
        target,
        is_open: false,
        is_own: false,
    }
}

/// Reads an observation such as `2018-12 12/19~`.
fn observation(text: &str) -> Observation {
    let (when, found) = text.split_once(' ').unwrap();
    let quality = match found.chars().next_back() {
        Some('?') => Quality::Estimated,
        Some('~') => Quality::Provisional,
        Some('>') => Quality::Forecast,
        _ => Quality::Measured,
    };
    let found = found.trim_end_matches(['?', '~', '>']);
    let found = match (State::from_name(found), found.split_once('/')) {
        (Some(state), _) => Found::State(state),
        (None, Some((value, of))) => Found::Figure(number(value), Some(number(of))),
        (None, None) => Found::Figure(number(found), None),
    };
    let when = (when != "-").then(|| When::parse(when).unwrap());
    Observation { when, found, quality, is_break: false }
}

/// A judgement as the last cells of a row tell it.
fn told(judgement: &Judgement) -> [String; 4] {
    let reason = match judgement.reason {
        Reason::Nothing => "nothing".into(),
        Reason::OnlyBefore => "only-before".into(),
        Reason::OnlyAfter => "only-after".into(),
        Reason::NoTarget => "no-target".into(),
        Reason::Reached => "reached".into(),
        Reason::ReachedLate(_) => "reached-late".into(),
        Reason::NotReached => "not-reached".into(),
        Reason::Path(there) => format!("path {there}"),
        Reason::WorseThan(start) => format!("worse-than {start}"),
        Reason::NoPath => "no-path".into(),
        Reason::State(state) => format!("state {}", state.name()),
    };
    let place = judgement.decided_by.map_or_else(|| "-".into(), |at| at.to_string());
    let since = judgement.since.map_or_else(
        || "-".into(),
        |(at, is_reached)| format!("{at} {}", if is_reached { "yes" } else { "no" }),
    );
    [judgement.status.name().into(), reason, place, since]
}

#[test]
fn every_case_of_the_table_holds() {
    let mut wrong = Vec::new();
    for (rules, cells) in cases() {
        let [name, kind, aim, made, today, list, expected @ ..] = cells;
        let texts = list.split("; ").filter(|text| !text.is_empty());
        let observations: Vec<Observation> = texts.map(observation).collect();
        let is_sorted = observations.is_sorted_by(|one, next| one.by_time(next).is_le());
        assert!(is_sorted, "{name}: not in the order of time");
        let indicator = indicator(Kind::from_name(kind).unwrap(), target(aim));
        let found = told(&judge(&indicator, &observations, day(made), day(today)));
        let mut pairs = expected.iter().zip(&found);
        if pairs.any(|(expected, found)| !expected.is_empty() && *expected != found.as_str()) {
            let (found, expected) = (found.join(" | "), expected.join(" | "));
            wrong.push(format!("{rules}\n  {name}:\n    {found} instead of\n    {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases().len(), wrong.join("\n"));
}

#[test]
fn the_table_has_at_least_eighty_cases_and_every_status_and_rule() {
    let all = cases();
    assert!(all.len() >= 80);
    let names: BTreeSet<&str> = all.iter().map(|(_, [name, ..])| *name).collect();
    assert_eq!(names.len(), all.len(), "two cases have the same name");
    for (_, [name, .., status, _, _, _]) in &all {
        assert!(Status::from_name(status).is_some(), "{name}: {status} is no status");
    }
    for status in Status::ALL {
        let is_there = all.iter().any(|(_, [.., found, _, _, _])| *found == status.name());
        assert!(is_there, "no case is {}", status.name());
    }
    for kind in Kind::ALL {
        assert!(all.iter().any(|(_, [_, found, ..])| *found == kind.name()), "{}", kind.name());
    }
    // S9 is about several promises and has a table of its own.
    for rule in (1..=8).map(|number| format!("S{number}")) {
        assert!(all.iter().any(|(heading, _)| heading.contains(&rule)), "no case of {rule}");
    }
    assert!(TABLE.lines().all(|line| line.split('\t').count() <= 10), "a row is too long");
}

#[test]
fn a_goal_with_several_indicators_is_as_good_as_the_least_good_one() {
    for (statuses, expected) in TOGETHER {
        let names = statuses.split_whitespace();
        let mut statuses: Vec<Status> =
            names.map(|name| Status::from_name(name).unwrap()).collect();
        for _ in 0..2 {
            assert_eq!(together(&statuses).name(), *expected, "{statuses:?}");
            statuses.reverse();
        }
    }
}

// ---- all promises ----

/// The days of random promises begin with 2012 and end late in 2022.
const FIRST_DAY: &str = "2012-01-01";
const MADE: &str = "2014-06-16";

/// What is drawn: numbers below 4000, quick to make and to make smaller.
type Chance = [u16; 6];

#[derive(Clone, Debug)]
struct Promise {
    indicator: Indicator,
    observations: Vec<Observation>,
    today: i32,
    /// One that may say nothing.
    more: Observation,
}

/// A date as precise as chance has it.
fn when(chance: u16, precision: u16) -> Option<When> {
    let date = When::of_day(day(FIRST_DAY) + i32::from(chance));
    let text = date.to_string();
    match precision % 8 {
        0 => None,
        1 | 2 => text.get(..4).and_then(When::parse),
        3 | 4 => text.get(..7).and_then(When::parse),
        _ => Some(date),
    }
}

/// One of few values, so that many are equal or lie exactly on an edge.
fn value(chance: u16) -> Decimal {
    Decimal::from_hundredths(i128::from(chance % 41) * 25)
}

fn one_of<T: Copy>(all: &[T], chance: u16) -> T {
    all[usize::from(chance) % all.len()]
}

fn observed(kind: Kind, [date, precision, figure, of, state, quality]: Chance) -> Observation {
    let is_state = (kind == Kind::Milestone) != (state % 7 == 0);
    let found = if is_state {
        Found::State(one_of(&State::ALL, figure))
    } else {
        Found::Figure(value(figure), (kind.has_of() && of % 5 > 0).then(|| value(of)))
    };
    let quality = one_of(&Quality::ALL, quality);
    Observation { when: when(date, precision), found, quality, is_break: false }
}

fn promise(of: Chance, dates: Chance, more: Chance, observations: &[Chance]) -> Promise {
    let [kind, side, aim, start, has_target, today] = of;
    let [by, by_precision, on, on_precision, ..] = dates;
    let kind = one_of(&Kind::ALL, kind);
    let aim = Target {
        value: value(aim),
        side: if kind == Kind::Milestone { Side::Done } else { one_of(&Side::ALL, side) },
        deadline: when(by, by_precision),
        baseline: when(on, on_precision).map(|on| (value(start), on)),
        is_own: false,
    };
    let mut observations: Vec<Observation> =
        observations.iter().map(|chance| observed(kind, *chance)).collect();
    observations.sort_by(Observation::by_time);
    Promise {
        indicator: indicator(kind, (has_target % 10 > 0).then_some(aim)),
        observations,
        today: day(FIRST_DAY) + i32::from(today),
        more: observed(kind, more),
    }
}

fn promises() -> impl Strategy<Value = Promise> {
    let chance = || array::uniform6(0_u16..4_000);
    let observations = collection::vec(chance(), 0..8);
    (chance(), chance(), chance(), observations)
        .prop_map(|(of, dates, more, observations)| promise(of, dates, more, &observations))
}

fn tenfold(number: Decimal) -> Decimal {
    Decimal::from_hundredths(number.millionths() / 1_000)
}

impl Promise {
    fn status(&self) -> Status {
        judge(&self.indicator, &self.observations, day(MADE), self.today).status
    }

    fn with(&self, one: Observation) -> Self {
        let mut promise = self.clone();
        promise.observations.push(one);
        promise.observations.sort_by(Observation::by_time);
        promise
    }

    /// Whether any observation that counts (S1) reaches the target.
    fn is_ever_reached(&self) -> bool {
        let counts = |one: &&Observation| {
            let in_question =
                |when: When| when.last_day() >= day(MADE) && when.first_day() <= self.today;
            one.quality != Quality::Forecast && one.when.is_some_and(in_question)
        };
        let Indicator { kind, target, .. } = &self.indicator;
        target.as_ref().is_some_and(|target| {
            let mut counting = self.observations.iter().filter(counts);
            counting.any(|one| reaches(*kind, target, one.found))
        })
    }

    fn tenfold(&self) -> Self {
        let mut promise = self.clone();
        if let Some(target) = &mut promise.indicator.target {
            target.value = tenfold(target.value);
            target.baseline = target.baseline.map(|(value, on)| (tenfold(value), on));
        }
        for one in &mut promise.observations {
            if let Found::Figure(value, of) = one.found {
                one.found = Found::Figure(tenfold(value), of.map(tenfold));
            }
        }
        promise
    }

    fn keeps_the_laws(&self) -> TestCaseResult {
        let status = self.status();
        let is_kept_by_nothing = status == Status::Kept && !self.is_ever_reached();
        same("kept, though nothing reaches the target", &is_kept_by_nothing, &false)?;
        let forecast = Observation { quality: Quality::Forecast, ..self.more };
        same("with a forecast", &self.with(forecast).status(), &status)?;
        let undated = Observation { when: None, ..self.more };
        same("with an undated one", &self.with(undated).status(), &status)?;
        if matches!(self.indicator.kind, Kind::Share | Kind::Count) {
            same("with all numbers tenfold", &self.tenfold().status(), &status)?;
        }
        Ok(())
    }
}

#[test]
fn no_forecast_no_undated_one_and_no_scale_changes_a_status_and_nothing_is_kept_by_nothing() {
    let cases = env::var("PEJLEMAERKE_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = cases.unwrap_or(2_000);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let run = TestRunner::new(config).run(&promises(), |promise| promise.keeps_the_laws());
    let broken = run.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(broken.is_empty(), "{broken}");
}
