//! One observation as a person typed it, and what it means: read in the habit of their language, refused
//! where it cannot be, questioned where it is odd.

mod edits;
mod typed;

pub use edits::{edits_changed, edits_new};
pub use typed::Typed;

use super::{
    Decimal, Found, Kind, NotANumber, Observation, Quality, State, When, records::is_link,
};
use crate::vision::Language;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The value.
    Value,
    /// Of how many, or compared with what.
    Of,
    /// The state.
    State,
    /// The date.
    When,
    /// How sure it is.
    Quality,
    /// The title of the source.
    Title,
    /// Who published the source.
    Publisher,
    /// The address of the source.
    Address,
    /// The date of the source.
    SourceDate,
    /// How many were asked.
    Sample,
    /// A remark.
    Note,
    /// Whoever answers for it.
    Owner,
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must be filled in.
    Missing,
    /// It is no number.
    NotANumber(NotANumber),
    /// It is no date.
    NotADate,
    /// It cannot be below zero.
    Negative,
    /// A place begins at 1.
    BelowOne,
    /// It must be a whole number.
    NotWhole,
    /// It is more than there is in all.
    AboveAll,
    /// The number in all must be above zero.
    NothingOfAll,
    /// Only a forecast lies in the future.
    InTheFuture,
    /// It is no link to a page or a mail address.
    NotALink,
    /// It is too long.
    TooLong,
}

/// What is odd and may be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// More than a hundred per cent.
    AboveHundred,
    /// A number of something below zero.
    NegativeCount,
    /// Ten times the last value or more, or a tenth or less.
    FarFromLast(Decimal),
    /// Long before the vision.
    LongBefore,
    /// There is one of that date already.
    OnTheSameDate,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What was found; none where that cannot be read.
    pub found: Option<Found>,
    /// When.
    pub when: Option<When>,
    /// The date of the source.
    pub source_date: Option<When>,
    /// How many were asked.
    pub sample: Option<i64>,
    /// What is refused.
    pub problems: Vec<(Field, Problem)>,
    /// What is asked.
    pub questions: Vec<Question>,
}

/// Observations before this year are asked about.
const LONG_BEFORE: i32 = 1990;

/// Reads what was typed for an indicator of a kind. `earlier` are its other observations in the order of
/// time, `today` is in days since 1970-01-01.
#[must_use]
pub fn read(
    typed: &Typed,
    kind: Kind,
    earlier: &[Observation],
    today: i32,
    language: Language,
) -> Reading {
    let mut reading = Reading::default();
    if kind == Kind::Milestone {
        reading.found = State::from_name(&typed.state).map(Found::State);
        if reading.found.is_none() {
            reading.problems.push((Field::State, Problem::Missing));
        }
    } else {
        read_figure(&mut reading, typed, kind, language);
    }
    read_dates(&mut reading, typed, today);
    read_rest(&mut reading, typed, language);
    ask(&mut reading, kind, earlier);
    reading
}

fn read_figure(reading: &mut Reading, typed: &Typed, kind: Kind, language: Language) {
    let mut number = |text: &str, field: Field, is_needed: bool| match Decimal::read(text, language)
    {
        Ok(number) => Some(number),
        Err(NotANumber::Empty) => {
            if is_needed {
                reading.problems.push((field, Problem::Missing));
            }
            None
        }
        Err(error) => {
            reading.problems.push((field, Problem::NotANumber(error)));
            None
        }
    };
    let value = number(&typed.value, Field::Value, true);
    let needs_of = matches!(kind, Kind::Coverage | Kind::Comparison);
    let of = if kind.has_of() { number(&typed.of, Field::Of, needs_of) } else { None };
    let zero = Decimal::whole(0);
    let counts = matches!(kind, Kind::Rank | Kind::Coverage);
    let mut wrong = |field, problem| reading.problems.push((field, problem));
    if let Some(value) = value {
        if kind == Kind::Rank && value < Decimal::whole(1) {
            wrong(Field::Value, Problem::BelowOne);
        } else if counts && !value.is_whole() {
            wrong(Field::Value, Problem::NotWhole);
        } else if value < zero && matches!(kind, Kind::Share | Kind::Coverage) {
            wrong(Field::Value, Problem::Negative);
        } else if kind != Kind::Comparison && of.is_some_and(|of| of > zero && value > of) {
            wrong(Field::Value, Problem::AboveAll);
        }
    }
    if let Some(of) = of.filter(|_| kind != Kind::Comparison) {
        if of <= zero {
            wrong(Field::Of, Problem::NothingOfAll);
        } else if counts && !of.is_whole() {
            wrong(Field::Of, Problem::NotWhole);
        }
    }
    reading.found =
        value.filter(|_| of.is_some() || !needs_of).map(|value| Found::Figure(value, of));
}

fn read_dates(reading: &mut Reading, typed: &Typed, today: i32) {
    reading.when = When::read(&typed.when);
    match reading.when {
        None if typed.when.trim().is_empty() => {
            reading.problems.push((Field::When, Problem::Missing));
        }
        None => reading.problems.push((Field::When, Problem::NotADate)),
        Some(when) if when.first_day() > today && typed.quality() != Quality::Forecast => {
            reading.problems.push((Field::When, Problem::InTheFuture));
        }
        Some(_) => {}
    }
    reading.source_date = When::read(&typed.source_date);
    if reading.source_date.is_none() && !typed.source_date.trim().is_empty() {
        reading.problems.push((Field::SourceDate, Problem::NotADate));
    }
}

fn read_rest(reading: &mut Reading, typed: &Typed, language: Language) {
    match Decimal::read(&typed.sample, language) {
        Err(NotANumber::Empty) => {}
        Err(error) => reading.problems.push((Field::Sample, Problem::NotANumber(error))),
        Ok(number) if !number.is_whole() => {
            reading.problems.push((Field::Sample, Problem::NotWhole));
        }
        Ok(number) if number < Decimal::whole(1) => {
            reading.problems.push((Field::Sample, Problem::Negative));
        }
        Ok(number) if number > Decimal::whole(1_000_000_000) => {
            reading.problems.push((Field::Sample, Problem::TooLong));
        }
        Ok(number) => {
            reading.sample = i64::try_from(number.millionths() / 1_000_000).ok();
        }
    }
    let address = typed.address.trim();
    if !address.is_empty() && !is_link(address) {
        reading.problems.push((Field::Address, Problem::NotALink));
    }
    let long = [
        (Field::Title, &typed.title, 300),
        (Field::Publisher, &typed.publisher, 200),
        (Field::Note, &typed.note, 2_000),
        (Field::Owner, &typed.owner, 120),
    ];
    for (field, text, most) in long {
        if text.trim().chars().count() > most {
            reading.problems.push((field, Problem::TooLong));
        }
    }
}

fn ask(reading: &mut Reading, kind: Kind, earlier: &[Observation]) {
    let zero = Decimal::whole(0);
    if let Some(Found::Figure(value, _)) = reading.found {
        if kind == Kind::Share && value > Decimal::whole(100) {
            reading.questions.push(Question::AboveHundred);
        }
        if kind == Kind::Count && value < zero {
            reading.questions.push(Question::NegativeCount);
        }
        let last = earlier.iter().rev().find_map(Observation::figure).map(|(value, _)| value);
        let is_far = |last: Decimal| {
            let (one, other) = (value.millionths().abs(), last.millionths().abs());
            one != 0
                && other != 0
                && value.is_negative() == last.is_negative()
                && (one >= other.saturating_mul(10) || other >= one.saturating_mul(10))
        };
        // A place may well change tenfold.
        let last = last.filter(|last| kind != Kind::Rank && is_far(*last));
        reading.questions.extend(last.map(Question::FarFromLast));
    }
    if let Some(when) = reading.when {
        if when.year() < LONG_BEFORE {
            reading.questions.push(Question::LongBefore);
        }
        if earlier.iter().any(|one| one.when == Some(when)) {
            reading.questions.push(Question::OnTheSameDate);
        }
    }
}

impl Reading {
    /// Whether it can be kept: nothing is refused, and what is asked was answered.
    #[must_use]
    pub fn is_ready(&self, typed: &Typed) -> bool {
        self.problems.is_empty() && (self.questions.is_empty() || typed.is_confirmed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::records::{
        ADDRESS, OF, QUALITY, SAMPLE, SOURCE_DATE, STATE, TITLE, VALUE, WHEN,
    };

    const TODAY: i32 = 20_782; // 2026-11-25

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, text) in fields {
            *typed.text_mut(name).unwrap() = (*text).to_owned();
        }
        typed
    }

    fn one(when: &str, value: &str) -> Observation {
        let found = Found::Figure(Decimal::parse(value).unwrap(), None);
        let when = When::parse(when);
        Observation { when, found, quality: Quality::Measured, is_break: false }
    }

    /// `found` as it is kept, problems and questions.
    fn check(
        kind: Kind,
        fields: &[(&str, &str)],
        found: &str,
        problems: &[(Field, Problem)],
        questions: &[Question],
    ) {
        let mut typed = typed(fields);
        if !fields.iter().any(|(name, _)| *name == WHEN) {
            typed.when = "2020".into();
        }
        let earlier = [one("2016", "40"), one("2018", "50")];
        let reading = read(&typed, kind, &earlier, TODAY, Language::Da);
        let shown = match reading.found {
            None => String::new(),
            Some(Found::State(state)) => state.name().into(),
            Some(Found::Figure(value, None)) => value.to_string(),
            Some(Found::Figure(value, Some(of))) => format!("{value}/{of}"),
        };
        assert_eq!(shown, found, "{fields:?}");
        assert_eq!(reading.problems, problems, "{fields:?}");
        assert_eq!(reading.questions, questions, "{fields:?}");
        let is_clean = problems.is_empty() && questions.is_empty();
        assert_eq!(reading.is_ready(&typed), is_clean);
        typed.is_confirmed = true;
        assert_eq!(reading.is_ready(&typed), problems.is_empty());
    }

    const UNREADABLE: Problem = Problem::NotANumber(NotANumber::Unreadable);

    #[test]
    fn figures_are_read_by_their_kind() {
        let fine = |kind, fields: &[(&str, &str)], found| check(kind, fields, found, &[], &[]);
        fine(Kind::Share, &[(VALUE, "87,5 %")], "87.5");
        fine(Kind::Share, &[(VALUE, "100")], "100");
        fine(Kind::Count, &[(VALUE, "123")], "123");
        fine(Kind::Count, &[(VALUE, "0")], "0");
        fine(Kind::Rank, &[(VALUE, "1")], "1");
        fine(Kind::Rank, &[(VALUE, "6"), (OF, "19")], "6/19");
        fine(Kind::Rank, &[(VALUE, "500")], "500");
        fine(Kind::Coverage, &[(VALUE, "21"), (OF, "21")], "21/21");
        fine(Kind::Coverage, &[(VALUE, "15"), (OF, "21")], "15/21");
        fine(Kind::Comparison, &[(VALUE, "6,9"), (OF, "7,4")], "6.9/7.4");
        fine(Kind::Scale, &[(VALUE, "30,4"), (OF, "50")], "30.4/50");
        fine(Kind::Milestone, &[(STATE, "done"), (VALUE, "rubbish")], "done");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let bad = |kind, fields: &[(&str, &str)], found, field, problem| {
            check(kind, fields, found, &[(field, problem)], &[]);
        };
        let value = Field::Value;
        bad(Kind::Share, &[], "", value, Problem::Missing);
        bad(Kind::Share, &[(VALUE, "mange")], "", value, UNREADABLE);
        bad(Kind::Share, &[(VALUE, "-12")], "-12", value, Problem::Negative);
        bad(Kind::Rank, &[(VALUE, "0")], "0", value, Problem::BelowOne);
        bad(Kind::Rank, &[(VALUE, "-3")], "-3", value, Problem::BelowOne);
        bad(Kind::Rank, &[(VALUE, "2,5")], "2.5", value, Problem::NotWhole);
        bad(Kind::Rank, &[(VALUE, "20"), (OF, "19")], "20/19", value, Problem::AboveAll);
        bad(Kind::Coverage, &[(VALUE, "22"), (OF, "21")], "22/21", value, Problem::AboveAll);
        bad(Kind::Coverage, &[(VALUE, "20")], "", Field::Of, Problem::Missing);
        bad(Kind::Coverage, &[(VALUE, "20"), (OF, "0")], "20/0", Field::Of, Problem::NothingOfAll);
        bad(
            Kind::Coverage,
            &[(VALUE, "20"), (OF, "30,5")],
            "20/30.5",
            Field::Of,
            Problem::NotWhole,
        );
        bad(Kind::Comparison, &[(VALUE, "7")], "", Field::Of, Problem::Missing);
        bad(Kind::Scale, &[(VALUE, "60"), (OF, "50")], "60/50", value, Problem::AboveAll);
        bad(Kind::Milestone, &[(VALUE, "7")], "", Field::State, Problem::Missing);
        bad(Kind::Milestone, &[(STATE, "x")], "", Field::State, Problem::Missing);
    }

    #[test]
    fn dates_and_the_rest_are_checked() {
        let bad = |fields: &[(&str, &str)], field, problem| {
            let mut all = vec![(VALUE, "50")];
            all.extend(fields);
            check(Kind::Share, &all, "50", &[(field, problem)], &[]);
        };
        bad(&[(WHEN, "")], Field::When, Problem::Missing);
        bad(&[(WHEN, "i går")], Field::When, Problem::NotADate);
        bad(&[(WHEN, "2027")], Field::When, Problem::InTheFuture);
        bad(&[(WHEN, "26-11-2026")], Field::When, Problem::InTheFuture);
        bad(&[(SOURCE_DATE, "x")], Field::SourceDate, Problem::NotADate);
        bad(&[(SAMPLE, "1,5")], Field::Sample, Problem::NotWhole);
        bad(&[(SAMPLE, "0")], Field::Sample, Problem::Negative);
        bad(&[(SAMPLE, "mange")], Field::Sample, UNREADABLE);
        bad(&[(ADDRESS, "javascript:alert(1)")], Field::Address, Problem::NotALink);
        bad(&[(TITLE, &"æ".repeat(301))], Field::Title, Problem::TooLong);
        let fine = |fields: &[(&str, &str)]| {
            let mut all = vec![(VALUE, "50")];
            all.extend(fields);
            check(Kind::Share, &all, "50", &[], &[]);
        };
        // The year that is running, and today, have begun.
        fine(&[(WHEN, "2026")]);
        fine(&[(WHEN, "25-11-2026")]);
        fine(&[(WHEN, "2030"), (QUALITY, "forecast")]);
        fine(&[(SAMPLE, "1.343"), (SOURCE_DATE, "aug. 2015"), (ADDRESS, "mailto:a@b.dk")]);
    }

    #[test]
    fn what_is_odd_is_asked() {
        let odd = |kind, fields: &[(&str, &str)], found, question| {
            check(kind, fields, found, &[], &[question]);
        };
        odd(Kind::Share, &[(VALUE, "140")], "140", Question::AboveHundred);
        let last = Question::FarFromLast(Decimal::whole(50));
        odd(Kind::Count, &[(VALUE, "500")], "500", last);
        odd(Kind::Count, &[(VALUE, "5")], "5", last);
        odd(Kind::Count, &[(VALUE, "-20")], "-20", Question::NegativeCount);
        odd(Kind::Share, &[(VALUE, "50"), (WHEN, "1989")], "50", Question::LongBefore);
        odd(Kind::Share, &[(VALUE, "50"), (WHEN, "2018")], "50", Question::OnTheSameDate);
    }

    #[test]
    fn english_numbers_are_read_in_english() {
        let typed = typed(&[(VALUE, "1,234.5"), (WHEN, "Mar 2020")]);
        let reading = read(&typed, Kind::Count, &[], TODAY, Language::En);
        let value = Decimal::parse("1234.5").unwrap();
        assert_eq!(reading.found, Some(Found::Figure(value, None)));
        assert!(reading.is_ready(&typed));
    }
}
