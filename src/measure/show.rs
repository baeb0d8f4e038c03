//! Figures and targets in the words of a language.

use super::{Decimal, Found, Indicator, Kind, Side, State, Target, Unit};
use crate::vision::Language;

/// A state in words: the same on every screen and in every file.
#[must_use]
pub const fn state(state: State, language: Language) -> &'static str {
    match (state, language) {
        (State::NotBegun, Language::Da) => "Ikke begyndt",
        (State::NotBegun, Language::En) => "Not begun",
        (State::Planned, Language::Da) => "Planlagt",
        (State::Planned, Language::En) => "Planned",
        (State::Decided, Language::Da) => "Besluttet",
        (State::Decided, Language::En) => "Decided",
        (State::UnderWay, Language::Da) => "I gang",
        (State::UnderWay, Language::En) => "Under way",
        (State::Done, Language::Da) => "Udført",
        (State::Done, Language::En) => "Done",
        (State::Dropped, Language::Da) => "Opgivet",
        (State::Dropped, Language::En) => "Dropped",
    }
}

/// A figure as people write it: `91 %`, `nr. 70 af 91`, `5 af 21`, `127 boliger`. A state has words of
/// its own ([`state`]); here it is empty.
#[must_use]
pub fn figure(indicator: &Indicator, found: Found, language: Language) -> String {
    let Found::Figure(value, of) = found else { return String::new() };
    let value = value.show(language);
    let of = of.map(|of| of.show(language));
    let is_danish = language == Language::Da;
    match (indicator.kind, of) {
        (Kind::Rank, None) if is_danish => format!("nr. {value}"),
        (Kind::Rank, None) => format!("no. {value}"),
        (Kind::Rank, Some(of)) if is_danish => format!("nr. {value} af {of}"),
        (Kind::Rank, Some(of)) => format!("no. {value} of {of}"),
        (Kind::Coverage | Kind::Scale, Some(of)) if is_danish => format!("{value} af {of}"),
        (Kind::Coverage | Kind::Scale, Some(of)) => format!("{value} of {of}"),
        (Kind::Comparison, Some(of)) if is_danish => format!("{value} mod {of}"),
        (Kind::Comparison, Some(of)) => format!("{value} against {of}"),
        (
            Kind::Share
            | Kind::Count
            | Kind::Comparison
            | Kind::Coverage
            | Kind::Milestone
            | Kind::Scale,
            _,
        ) => format!("{value}{}", after(&indicator.unit, language)),
    }
}

/// A plain number with the indicator's unit, for axes and paths.
#[must_use]
pub fn number(indicator: &Indicator, value: Decimal, language: Language) -> String {
    figure(indicator, Found::Figure(value, None), language)
}

/// What stands after a value, with its space.
#[must_use]
pub fn after(unit: &Unit, language: Language) -> String {
    match (unit, language) {
        (Unit::None, _) => String::new(),
        (Unit::Percent, Language::Da) => "\u{a0}%".into(),
        (Unit::Percent, Language::En) => "%".into(),
        (Unit::Named(name), _) => format!(" {}", name.get(language)),
    }
}

/// A target in words: `mindst 85 %`, `top 10`, `den øverste tredjedel`.
#[must_use]
pub fn target(indicator: &Indicator, target: &Target, language: Language) -> String {
    let value = target.value.show(language);
    let is_coverage = indicator.kind == Kind::Coverage;
    let unit = if is_coverage { &Unit::Percent } else { &indicator.unit };
    let with_unit = || format!("{value}{}", after(unit, language));
    match (target.side, language) {
        (Side::AtMost, _) if indicator.kind == Kind::Rank => format!("top {value}"),
        (Side::AtLeast, Language::Da) => format!("mindst {}", with_unit()),
        (Side::AtLeast, Language::En) => format!("at least {}", with_unit()),
        (Side::AtMost, Language::Da) => format!("højst {}", with_unit()),
        (Side::AtMost, Language::En) => format!("at most {}", with_unit()),
        (Side::Above, Language::Da) => "mere end det, der sammenlignes med".into(),
        (Side::Above, Language::En) => "more than what it is compared with".into(),
        (Side::UpperPart, Language::Da) if value == "3" => "den øverste tredjedel".into(),
        (Side::UpperPart, Language::En) if value == "3" => "the top third".into(),
        (Side::UpperPart, Language::Da) => format!("den øverste {value}.-del"),
        (Side::UpperPart, Language::En) => format!("the top 1/{value}"),
        (Side::Done, Language::Da) => "på plads".into(),
        (Side::Done, Language::En) => "in place".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{measure::derive, vision::Edition};

    #[test]
    fn figures_and_targets_read_as_people_write_them() {
        let all = derive(&Edition::embedded().unwrap());
        let check = |id: &str, found: (&str, Option<&str>), da: [&str; 2], en: [&str; 2]| {
            let indicator = all.iter().find(|indicator| indicator.id == id).unwrap();
            let decimal = |text| Decimal::parse(text).unwrap();
            let found = Found::Figure(decimal(found.0), found.1.map(decimal));
            let aim = indicator.target.as_ref().unwrap();
            for (language, words) in [(Language::Da, da), (Language::En, en)] {
                assert_eq!(figure(indicator, found, language), words[0]);
                assert_eq!(target(indicator, aim, language), words[1]);
            }
        };
        check("1e", ("91.5", None), ["91,5\u{a0}%", "mindst 85\u{a0}%"], ["91.5%", "at least 85%"]);
        check("10-m1", ("70", Some("91")), ["nr. 70 af 91", "top 10"], ["no. 70 of 91", "top 10"]);
        check(
            "7d",
            ("1234", None),
            ["1.234 boliger", "mindst 400 boliger"],
            ["1,234 homes", "at least 400 homes"],
        );
        check(
            "1b",
            ("5", Some("21")),
            ["5 af 21", "mindst 100\u{a0}%"],
            ["5 of 21", "at least 100%"],
        );
        check(
            "15c",
            ("12", Some("19")),
            ["nr. 12 af 19", "den øverste tredjedel"],
            ["no. 12 of 19", "the top third"],
        );
        check(
            "2c",
            ("6.9", Some("7.4")),
            ["6,9 mod 7,4", "mere end det, der sammenlignes med"],
            ["6.9 against 7.4", "more than what it is compared with"],
        );
    }
}
