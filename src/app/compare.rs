//! Comparing two sets, or one set on two dates, indicator by indicator.

use super::{
    Measures, Place, Series, SetKey,
    table::{document_order, latest},
};
use crate::measure::{Indicator, Observation, Status, When, judge};

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The set.
    pub set: SetKey,
    /// How much of it counts: only what was observed by the end of this date. What has no date
    /// counts only where nothing is said here.
    pub until: Option<When>,
}

/// How two sides differ on an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the first side has an observation.
    OnlyFirst,
    /// Only the second side has an observation.
    OnlySecond,
    /// The values differ, the statuses do not.
    Value,
    /// The statuses differ, whatever the values.
    Status,
    /// Values and statuses are the same; the dates may differ.
    Same,
}

/// An indicator with what both sides say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The indicator, where both sides have it as the first has it.
    pub indicator: Indicator,
    /// The latest observation of the first side, and the status on that side.
    pub first: Option<(Place, Observation, Status)>,
    /// The latest observation of the second side, and the status on that side.
    pub second: Option<(Place, Observation, Status)>,
    /// How they differ.
    pub change: Change,
}

/// Compares two sides, in the order of the document. Indicators without data on both sides are
/// left out.
#[must_use]
pub fn compare(measures: &Measures, first: Side, second: Side, today: i32) -> Vec<Difference> {
    let pairs = pairs(measures.indicators(first.set), measures.indicators(second.set));
    let either = |(one, other): &Pair| one.clone().or_else(|| other.clone());
    let indicators: Vec<Indicator> = pairs.iter().filter_map(either).collect();
    let order = document_order(&indicators.iter().collect::<Vec<_>>());
    let difference = |at: usize| {
        let (one, other) = pairs.get(at)?;
        let first = one.as_ref().and_then(|one| standing(measures, first, one, today));
        let second = other.as_ref().and_then(|other| standing(measures, second, other, today));
        let change = match (&first, &second) {
            (None, None) => return None,
            (Some(_), None) => Change::OnlyFirst,
            (None, Some(_)) => Change::OnlySecond,
            (Some((_, _, one)), Some((_, _, other))) if one != other => Change::Status,
            (Some((_, one, _)), Some((_, other, _))) if one.found != other.found => Change::Value,
            (Some(_), Some(_)) => Change::Same,
        };
        Some(Difference { indicator: indicators.get(at)?.clone(), first, second, change })
    };
    order.into_iter().filter_map(difference).collect()
}

/// An indicator as the two sides have it; one of them has it at least.
type Pair = (Option<Indicator>, Option<Indicator>);

fn pairs(first: Vec<Indicator>, second: Vec<Indicator>) -> Vec<Pair> {
    let mut second: Vec<Option<Indicator>> = second.into_iter().map(Some).collect();
    let mut pairs: Vec<Pair> = Vec::with_capacity(second.len());
    for one in first {
        let is_twin =
            |other: &Option<Indicator>| matches!(other, Some(other) if is_same(&one, other));
        let at = second.iter().position(is_twin);
        let twin = at.and_then(|at| second.get_mut(at)).and_then(Option::take);
        pairs.push((Some(one), twin));
    }
    pairs.extend(second.into_iter().flatten().map(|other| (None, Some(other))));
    pairs
}

/// Whether two indicators measure the same: own ones of two sets do where item, kind and name are
/// the same.
fn is_same(one: &Indicator, other: &Indicator) -> bool {
    let name = |indicator: &Indicator| indicator.name.da.trim().to_lowercase();
    one.id == other.id
        || (one.is_own
            && other.is_own
            && one.item == other.item
            && one.kind == other.kind
            && name(one) == name(other))
}

/// The latest observation of one side, and the status that follows from what counts there.
fn standing(
    measures: &Measures,
    side: Side,
    indicator: &Indicator,
    today: i32,
) -> Option<(Place, Observation, Status)> {
    let Series { places, observations } = measures.series(side.set, &indicator.id);
    let end = side.until.map(When::last_day);
    let counts = |one: &Observation| {
        end.is_none_or(|end| one.when.is_some_and(|when| when.last_day() <= end))
    };
    let mut series = Series::default();
    for (place, observation) in places.into_iter().zip(observations) {
        if counts(&observation) {
            series.places.push(place);
            series.observations.push(observation);
        }
    }
    let day = end.map_or(today, |end| end.min(today));
    let (place, observation) = latest(&series, day)?;
    let status = judge(indicator, &series.observations, measures.made(), day).status;
    Some((place, observation, status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::samples::{Sample, day},
        measure::published::Published,
    };

    const TODAY: &str = "2020-06-01";

    /// Two sets, and the record of the first one's own indicator.
    fn sample() -> (Sample, [SetKey; 2], String) {
        let mut sample = Sample::new(Published::default());
        let (one, other) = (sample.set(), sample.set());
        sample.observe(one, "1e", "2018", "80", "");
        sample.observe(one, "1e", "2019", "90", "");
        sample.observe(one, "5d", "2020-03", "planned", "");
        sample.observe(one, "2d", "2022", "3", "");
        sample.observe(one, "4d", "2019", "100", "");
        sample.observe(other, "1e", "2017", "90.0", "");
        sample.observe(other, "3a", "2019", "80", "");
        sample.observe(other, "4d", "2019", "600", "");
        let own = sample.own_indicator(one, "9d", "Cykler").to_string();
        let twin = sample.own_indicator(other, "9d", " CYKLER ").to_string();
        let alone = sample.own_indicator(other, "1e", "Rutsjebaner").to_string();
        sample.observe(one, &own, "2019", "3", "");
        sample.observe(other, &twin, "2019", "4", "");
        sample.observe(other, &alone, "2019", "5", "");
        (sample, [SetKey::Own(one), SetKey::Own(other)], own)
    }

    fn check(found: &[Difference], expected: &[(&str, Change)]) {
        let found: Vec<(&str, Change)> = found
            .iter()
            .map(|one| {
                let indicator = &one.indicator;
                let name = if indicator.is_own { &indicator.name.da } else { &indicator.id };
                (name.as_str(), one.change)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn two_sets_are_compared_in_the_order_of_the_document() {
        let (sample, [one, other], own) = sample();
        let side = |set| Side { set, until: None };
        let found = compare(&sample.measures, side(one), side(other), day(TODAY));
        check(
            &found,
            &[
                ("1e", Change::Same),
                ("Rutsjebaner", Change::OnlySecond),
                ("3a", Change::OnlySecond),
                ("4d", Change::Status),
                ("5d", Change::OnlyFirst),
                ("Cykler", Change::Value),
            ],
        );
        assert_eq!(found[5].indicator.id, own);
        let statuses = |at: usize| {
            [&found[at].first, &found[at].second].map(|one| one.map(|(_, _, status)| status))
        };
        assert_eq!(statuses(0), [Some(Status::Kept); 2]);
        assert_eq!(statuses(3), [Some(Status::Behind), Some(Status::Kept)]);
        assert_eq!(statuses(4), [Some(Status::OnTheWay), None]);
        assert_eq!(statuses(5), [Some(Status::NoTarget); 2]);
    }

    #[test]
    fn one_set_is_compared_on_two_dates() {
        let (sample, [set, _], _) = sample();
        let side = |until| Side { set, until };
        let until = |text| side(When::parse(text));
        let compare = |first, second| compare(&sample.measures, first, second, day(TODAY));
        check(
            &compare(until("2018"), side(None)),
            &[
                ("1e", Change::Status),
                ("4d", Change::OnlySecond),
                ("5d", Change::OnlySecond),
                ("Cykler", Change::OnlySecond),
            ],
        );
        // A year that is not over yet on that day does not count on it.
        check(&compare(until("2019-12-30"), until("2018-12-31")), &[("1e", Change::Same)]);
        check(&compare(until("2017"), until("2016")), &[]);
    }
}
