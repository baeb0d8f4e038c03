//! What was observed in the course of time.

use super::{
    Measures, Place, SetKey,
    filter::ELEMENT,
    observations::{ListOrder, Listed},
    table::section_of,
};
use crate::{
    measure::When,
    sorted::Sorted,
    vision::{Edition, Section},
};

/// Something that was observed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub when: When,
    /// Where it is kept.
    pub place: Place,
    /// The id of the goal, theme or paragraph that it is about; `0` is the vision itself.
    pub item: String,
    /// The number of the focus area; none for what stands beside the focus areas.
    pub area: Option<String>,
}

/// All that a set has dated and that has begun by today, the newest first: of the published figures
/// also what only tells something nearby. An area is a focus area's number, or `e` for the elements
/// beside them.
#[must_use]
pub fn events(
    measures: &Measures,
    edition: &Edition,
    set: SetKey,
    area: Option<&str>,
    today: i32,
) -> Vec<Event> {
    let indicators = measures.indicators(set);
    let known: Sorted<&str, (&str, Option<&Section>)> = indicators
        .iter()
        .map(|one| (one.id.as_str(), (one.item.as_str(), section_of(edition, &one.item))))
        .collect();
    let event = |place: Place| {
        let (when, indicator, about) = match place {
            Place::Published(at) => {
                let entry = measures.entry(at)?;
                // Before the texts are there, an entry knows only what it decides.
                (entry.when()?, entry.decides.as_deref().unwrap_or_default(), &entry.about)
            }
            Place::Own(id) => {
                let kept = measures.kept(id)?;
                (kept.observation.when?, kept.indicator.as_str(), &kept.indicator)
            }
        };
        if when.first_day() > today {
            return None;
        }
        let of_about = || (about.as_str(), section_of(edition, about));
        let (item, section) = known.get(indicator).copied().unwrap_or_else(of_about);
        let is_meant = area.is_none_or(|wanted| {
            section.is_some_and(|one| one.area.as_deref().unwrap_or(ELEMENT) == wanted)
        });
        let area = section.and_then(|section| section.area.clone());
        is_meant.then(|| Event { when, place, item: item.into(), area })
    };
    let listed = Listed::new(measures, set, None, ListOrder::When, true);
    listed.with("").into_iter().filter_map(event).collect()
}

/// Events by the years they belong to, in their order.
#[must_use]
pub fn by_year(events: Vec<Event>) -> Vec<(i32, Vec<Event>)> {
    let mut years: Vec<(i32, Vec<Event>)> = Vec::new();
    for event in events {
        let year = event.when.year();
        match years.last_mut() {
            Some((last, of_year)) if *last == year => of_year.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::samples::{Sample, day, published},
        measure::published::Published,
    };

    fn check(
        sample: &Sample,
        set: SetKey,
        area: Option<&str>,
        expected: &[(&str, &str, Option<&str>)],
    ) {
        let found = events(&sample.measures, &sample.edition, set, area, day("2020-06-01"));
        let found: Vec<(String, &str, Option<&str>)> = found
            .iter()
            .map(|event| (event.when.to_string(), event.item.as_str(), event.area.as_deref()))
            .collect();
        let found: Vec<(&str, &str, Option<&str>)> =
            found.iter().map(|(when, item, area)| (when.as_str(), *item, *area)).collect();
        assert_eq!(found, expected, "{area:?}");
    }

    #[test]
    fn published_entries_that_have_a_date_are_events() {
        let sample = Sample::new(published(&[
            ("10", r#""decides": "10-m1", "date": "2018", "value": "70""#),
            ("0", r#""date": "2019-05-02""#),
            ("e6", r#""date": "2020-04""#),
            ("1e", r#""decides": "1e", "date": "2021", "value": "91""#),
            ("1e", ""),
            ("9d", r#""decides": "9d.2", "date": "2020", "value": "3""#),
        ]));
        let check = |area, expected: &[_]| check(&sample, SetKey::Published, area, expected);
        check(
            None,
            &[
                ("2020", "9d", Some("3")),
                ("2020-04", "e6", None),
                ("2019-05-02", "0", None),
                ("2018", "10-m1", Some("4")),
            ],
        );
        check(Some("4"), &[("2018", "10-m1", Some("4"))]);
        check(Some("e"), &[("2020-04", "e6", None)]);
        check(Some("5"), &[]);
    }

    #[test]
    fn own_observations_that_have_a_date_are_events() {
        let mut sample = Sample::new(Published::default());
        let (set, other) = (sample.set(), sample.set());
        let own = sample.own_indicator(set, "5", "Biler").to_string();
        sample.observe(set, "1e", "2019", "3", "");
        sample.observe(set, &own, "2019-07", "3", "");
        sample.observe(set, "1e", "", "3", "");
        sample.observe(set, "x", "2018", "3", "");
        sample.observe(other, "1e", "2019", "3", "");
        let check = |area, expected: &[_]| check(&sample, SetKey::Own(set), area, expected);
        check(None, &[("2019", "1e", Some("1")), ("2019-07", "5", Some("2")), ("2018", "x", None)]);
        check(Some("2"), &[("2019-07", "5", Some("2"))]);
    }

    #[test]
    fn years_hold_their_events_in_order() {
        let event = |when: &str| Event {
            when: When::parse(when).unwrap(),
            place: Place::Published(0),
            item: "1e".into(),
            area: None,
        };
        let years = by_year(["2020", "2020-04", "2018-Q1"].map(event).to_vec());
        let counts: Vec<(i32, usize)> =
            years.iter().map(|(year, events)| (*year, events.len())).collect();
        assert_eq!(counts, [(2020, 2), (2018, 1)]);
        assert!(by_year(Vec::new()).is_empty());
    }
}
