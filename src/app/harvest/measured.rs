//! What a vote says about an item of the vision, as a measurement.

use super::{HarvestWords, Piece};
use crate::{
    document::{Document, RecordId, Value, part_id},
    measure::{
        Decimal, Kind, When,
        records::{
            INDICATOR, INDICATOR_KIND, ITEM, KIND, NAME, OBSERVATION, OF, OF_SET, SAMPLE, SET,
            TITLE, UNIT, VALUE, WHEN,
        },
    },
    vision::{Edition, Place},
    workshop::{
        Activity, Method, Outcome, Score, Workshop, outcome_of, records::FROM_WORKSHOP, subjects,
    },
};

/// What a vote says about an item, as it is measured.
pub(super) struct Measurement<'a> {
    vote: RecordId,
    /// What people voted on.
    item: &'a str,
    /// What that is measured for: indicators are about goals, not about their parts.
    about: &'a str,
    figure: Figure,
}

/// A figure with what it means.
struct Figure {
    kind: Kind,
    unit: &'static str,
    value: Decimal,
    /// The end of the scale.
    of: Option<Decimal>,
    /// How many people it rests on.
    people: u32,
}

impl<'a> Measurement<'a> {
    pub(super) fn of(
        document: &Document,
        edition: &'a Edition,
        workshop: &Workshop,
        vote: &Activity,
        item: &'a str,
    ) -> Option<Self> {
        let about = match edition.place(item)? {
            Place::Part(_, goal, _) => &goal.id,
            Place::Section(_) | Place::Goal(..) | Place::Block(..) => item,
        };
        let outcome = outcome_of(document, workshop.id, vote);
        let is_it = |score: &&Score| score.is_listed && score.subject == item;
        let score = outcome.scores.iter().find(is_it)?;
        let figure = Figure::of(&outcome, score)?;
        Some(Self { vote: vote.id, item, about, figure })
    }

    pub(super) fn pieces(
        self,
        workshop: &Workshop,
        words: &HarvestWords,
        today: When,
    ) -> Vec<Piece> {
        let Self { vote, item, about, figure } = self;
        let from = || workshop.id.to_string();
        let set = part_id(workshop.id, &SET, "results");
        let indicator = part_id(vote, &INDICATOR_KIND, item);
        let observation = Piece::new(part_id(vote, &OBSERVATION, item), &OBSERVATION)
            .once(OF_SET, set.to_string())
            .once(INDICATOR, indicator.to_string())
            .always(VALUE, figure.value.to_string())
            .always(OF, figure.of.map(|of| of.to_string()).unwrap_or_default())
            .always(SAMPLE, counted(figure.people))
            .once(TITLE, subjects::line(&words.source, 300))
            .once(FROM_WORKSHOP, from());
        // A day to come is when it is meant to be held: nothing was measured then.
        let held = When::read(&workshop.held).filter(|held| held.first_day() <= today.last_day());
        let observation = match held {
            Some(held) => observation.always(WHEN, held.to_string()),
            None => observation.once(WHEN, today.to_string()),
        };
        vec![
            Piece::new(set, &SET)
                .once(NAME, subjects::line(&words.set_name, 120))
                .once(FROM_WORKSHOP, from()),
            Piece::new(indicator, &INDICATOR_KIND)
                .once(OF_SET, set.to_string())
                .once(ITEM, about)
                .once(NAME, subjects::line(&words.indicator, 200))
                .always(KIND, figure.kind.name())
                .always(UNIT, figure.unit)
                .once(FROM_WORKSHOP, from()),
            observation,
        ]
    }
}

impl Figure {
    /// What a score comes to; none where nobody has voted.
    fn of(outcome: &Outcome, score: &Score) -> Option<Self> {
        let percent =
            |value, people| Self { kind: Kind::Share, unit: "%", value, of: None, people };
        match outcome.method {
            Method::Dots => {
                let value = share(score.counts.of(1), outcome.total())?;
                Some(percent(value, outcome.voters))
            }
            Method::Rating => Some(Self {
                kind: Kind::Scale,
                unit: "",
                value: score.mean()?,
                of: Some(Decimal::whole(Method::Rating.answers().into())),
                people: score.counts.people(),
            }),
            Method::Stance => {
                // The share is of those who took a side; no others are counted as asked.
                let people = score.counts.of(1).saturating_add(score.counts.of(2));
                Some(percent(Decimal::whole(score.agreed_percent()?.into()), people))
            }
        }
    }
}

/// How much a part is of a whole, in per cent, with at most one decimal, rounded half up.
fn share(part: u32, whole: u32) -> Option<Decimal> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let tenths = (part * 2_000 + whole).checked_div(whole * 2)?;
    Some(Decimal::from_hundredths(tenths * 10))
}

/// How many people were asked, where that is known.
fn counted(people: u32) -> Value {
    let most = i64::from(people).min(1_000_000_000);
    if people == 0 { Value::Nothing } else { Value::Whole(most) }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Harvest, is_harvested,
            samples::{Hall, TODAY, WORKSHOP_ID, id, set},
        },
        *,
    };
    use crate::{
        app::{Measures, SetKey},
        document::{Edit, Life},
        measure::{Found, published::Published, records::observation, show},
        vision::Language,
        workshop::records::{HELD, IS_LEFT_OUT},
    };
    use std::collections::BTreeSet;

    fn of(activity: RecordId, item: &str) -> Harvest {
        Harvest::Indicator { activity, item: item.into() }
    }

    fn results() -> RecordId {
        part_id(id(WORKSHOP_ID), &SET, "results")
    }

    fn found(hall: &Hall, vote: RecordId, item: &str) -> RecordId {
        assert!(is_harvested(&hall.document, &of(vote, item)).is_some());
        part_id(vote, &OBSERVATION, item)
    }

    #[test]
    fn every_way_of_voting_has_a_figure_with_how_many_it_rests_on() {
        let check = |method, ballots: &[&str], shown: &str, people: i64| {
            let mut hall = Hall::new();
            let vote = hall.vote(10, method, "5d 1a 3");
            let table = hall.table(20, vote);
            for (ballot, seat) in ballots.iter().zip(1..) {
                hall.cast(vote, table, seat, ballot);
            }
            hall.tap(&of(vote, "5d"));
            let mut measures = Measures::new(&hall.edition, Published::default());
            let ids: BTreeSet<RecordId> = hall.document.records().map(|one| one.id).collect();
            measures.follow(&hall.document, &ids);
            let key = SetKey::Own(results());
            let made = is_harvested(&hall.document, &of(vote, "5d")).unwrap();
            let indicator = measures.indicator(key, &made.to_string()).unwrap();
            assert_eq!(indicator.item, "5d");
            let series = measures.series(key, &indicator.id);
            let [one] = series.observations[..] else { panic!("one observation") };
            assert_eq!(show::figure(&indicator, one.found, Language::Da), shown, "{ballots:?}");
            let sample = hall.record(found(&hall, vote, "5d")).front(SAMPLE);
            assert_eq!(sample, Some(&Value::Whole(people)), "{ballots:?}");
        };
        check(Method::Dots, &["1a=1 5d=2", "1a=3", ""], "33,3\u{a0}%", 3);
        check(Method::Dots, &["5d=3", "5d=3"], "100\u{a0}%", 2);
        check(Method::Dots, &["1a=1"], "0\u{a0}%", 1);
        check(Method::Rating, &["5d=7", "5d=6", "1a=1 5d=6", "1a=1"], "6,3 af 7", 3);
        check(Method::Stance, &["5d=1", "5d=1", "5d=2", "5d=3"], "67\u{a0}%", 3);
        check(Method::Stance, &["5d=2"], "0\u{a0}%", 1);
    }

    #[test]
    fn a_share_is_rounded_half_up_to_one_decimal() {
        let check = |part, whole, expected: &str| {
            assert_eq!(share(part, whole).unwrap().to_string(), expected, "{part} of {whole}");
        };
        check(1, 3, "33.3");
        check(2, 3, "66.7");
        check(1, 8, "12.5");
        check(1, 2_000, "0.1");
        check(1, 2_001, "0");
        check(u32::MAX, u32::MAX, "100");
        assert_eq!(share(0, 0), None);
    }

    #[test]
    fn a_part_is_measured_for_its_goal_and_a_theme_for_itself() {
        let mut hall = Hall::new();
        let vote = hall.vote(10, Method::Dots, "8a1 8a2 3 e6");
        let table = hall.table(20, vote);
        hall.cast(vote, table, 1, "3=1 8a1=1 8a2=1");
        let mut made = Vec::new();
        for (item, about) in [("8a1", "8a"), ("8a2", "8a"), ("3", "3"), ("e6", "e6")] {
            hall.tap(&of(vote, item));
            let indicator = is_harvested(&hall.document, &of(vote, item)).unwrap();
            assert_eq!(hall.text(indicator, ITEM), about);
            assert!(!made.contains(&indicator));
            made.push(indicator);
        }
        assert_eq!(hall.document.of_kind(&SET).count(), 1);
    }

    #[test]
    fn what_a_later_table_brings_is_told_by_the_next_tap_and_a_third_changes_nothing() {
        let mut hall = Hall::new();
        let vote = hall.vote(10, Method::Rating, "5d");
        for (number, mean, people) in [(20, "6", 1), (21, "6", 2)] {
            let table = hall.table(number, vote);
            hall.cast(vote, table, 1, "5d=6");
            assert!(!hall.tap(&of(vote, "5d")).is_empty());
            let one = hall.record(found(&hall, vote, "5d"));
            assert_eq!((one.text(VALUE), one.front(SAMPLE)), (mean, Some(&Value::Whole(people))));
            assert_eq!(one.conflicts(), Vec::<&str>::new());
            assert!(hall.tap(&of(vote, "5d")).is_empty());
        }
        hall.change(&[set(id(21), IS_LEFT_OUT, Value::Flag(true))]);
        hall.tap(&of(vote, "5d"));
        let one = observation(hall.record(found(&hall, vote, "5d"))).unwrap();
        assert_eq!(
            one.observation.found,
            Found::Figure(Decimal::whole(6), Some(Decimal::whole(7)))
        );
        assert_eq!(hall.record(one.id).front(SAMPLE), Some(&Value::Whole(1)));
    }

    #[test]
    fn it_is_dated_by_the_day_of_the_workshop_or_else_by_the_first_tap() {
        let check = |held: &str, expected: &str| {
            let mut hall = Hall::new();
            hall.change(&[Edit::Settle(id(WORKSHOP_ID), HELD.into(), held.into())]);
            let vote = hall.vote(10, Method::Dots, "5d");
            let table = hall.table(20, vote);
            hall.cast(vote, table, 1, "5d=1");
            hall.tap(&of(vote, "5d"));
            assert_eq!(hall.text(found(&hall, vote, "5d"), WHEN), expected, "{held}");
            assert_eq!(hall.edits(&of(vote, "5d"), When::Day(2026, 11, 27)), [], "{held}");
        };
        check("2026-11-20", "2026-11-20");
        check("20. nov. 2026", "2026-11-20");
        check("2026", "2026");
        check("", "2026-11-26");
        check("når høsten er inde", "2026-11-26");
        check("2031-01-01", "2026-11-26");
    }

    #[test]
    fn what_was_deleted_is_brought_back_and_what_was_renamed_keeps_its_name() {
        let mut hall = Hall::new();
        let vote = hall.vote(10, Method::Dots, "5d");
        let table = hall.table(20, vote);
        hall.cast(vote, table, 1, "5d=1");
        hall.tap(&of(vote, "5d"));
        let indicator = is_harvested(&hall.document, &of(vote, "5d")).unwrap();
        let one = found(&hall, vote, "5d");
        hall.change(&[Edit::Settle(results(), NAME.into(), "Vores tal".into())]);
        hall.change(&[results(), indicator, one].map(Edit::Delete));
        assert_eq!(is_harvested(&hall.document, &of(vote, "5d")), None);
        hall.tap(&of(vote, "5d"));
        assert_eq!(is_harvested(&hall.document, &of(vote, "5d")), Some(indicator));
        assert_eq!(hall.text(results(), NAME), "Vores tal");
        for id in [results(), indicator, one] {
            assert_eq!(hall.record(id).life(), Life::Present);
        }
    }

    #[test]
    fn words_are_cut_to_what_a_field_holds() {
        let mut hall = Hall::new();
        let long = format!(" En\nto{}", "æ".repeat(400));
        hall.words = HarvestWords { set_name: long.clone(), source: long.clone(), indicator: long };
        let vote = hall.vote(10, Method::Dots, "5d");
        let table = hall.table(20, vote);
        hall.cast(vote, table, 1, "5d=1");
        hall.tap(&of(vote, "5d"));
        let indicator = is_harvested(&hall.document, &of(vote, "5d")).unwrap();
        let check = |id, field, most: usize| {
            let text = hall.text(id, field);
            assert!(text.starts_with("En to") && text.chars().count() == most, "{field}");
        };
        check(results(), NAME, 120);
        check(indicator, NAME, 200);
        check(found(&hall, vote, "5d"), TITLE, 300);
        assert_eq!(hall.edits(&of(vote, "5d"), TODAY), []);
    }
}
