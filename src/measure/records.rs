//! The kinds of records in which people keep measurements, and reading them back.

use super::{
    Decimal, Found, Indicator, Observation, Quality, Side, State, Status, Target, Unit, When,
    indicator,
};
use crate::{
    document::{Kind, Record, RecordId, Shape},
    vision::Bilingual,
};

pub use crate::workshop::records::FROM_WORKSHOP;

/// A measurement set: a named collection of indicators, targets and observations.
pub const SET: Kind = Kind {
    name: "set",
    fields: &[
        (NAME, Shape::Line(120)),
        (ABOUT, Shape::Prose(2_000)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// An observation.
pub const OBSERVATION: Kind = Kind {
    name: "observation",
    fields: &[
        (OF_SET, Shape::Line(36)),
        (INDICATOR, Shape::Line(40)),
        (WHEN, Shape::Checked(is_date)),
        (VALUE, Shape::Checked(is_number)),
        (OF, Shape::Checked(is_number)),
        (STATE, Shape::Checked(|text| State::from_name(text).is_some())),
        (QUALITY, Shape::Checked(|text| Quality::from_name(text).is_some())),
        (BREAK, Shape::Flag),
        (TITLE, Shape::Line(300)),
        (PUBLISHER, Shape::Line(200)),
        (ADDRESS, Shape::Checked(is_link)),
        (SOURCE_DATE, Shape::Checked(is_date)),
        (SAMPLE, Shape::Whole(1, 1_000_000_000)),
        (NOTE, Shape::Prose(2_000)),
        (OWNER, Shape::Personal(120)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// An indicator that a person added.
pub const INDICATOR_KIND: Kind = Kind {
    name: "indicator",
    fields: &[
        (OF_SET, Shape::Line(36)),
        (ITEM, Shape::Line(40)),
        (NAME, Shape::Line(200)),
        (KIND, Shape::Checked(|text| indicator::Kind::from_name(text).is_some())),
        (UNIT, Shape::Line(60)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// A target that a person set where the vision sets none.
pub const TARGET: Kind = Kind {
    name: "target",
    fields: &[
        (OF_SET, Shape::Line(36)),
        (INDICATOR, Shape::Line(40)),
        (VALUE, Shape::Checked(is_number)),
        (SIDE, Shape::Checked(|text| Side::from_name(text).is_some())),
        (UNIT, Shape::Line(60)),
        (DEADLINE, Shape::Checked(is_date)),
        (BASELINE, Shape::Checked(is_number)),
        (BASELINE_WHEN, Shape::Checked(is_date)),
    ],
    steps: &[],
};

/// A status that a person has put in place of the computed one, with their reason.
pub const VERDICT: Kind = Kind {
    name: "verdict",
    fields: &[
        (OF_SET, Shape::Line(36)),
        (ITEM, Shape::Line(40)),
        (STATUS, Shape::Checked(|text| Status::from_name(text).is_some())),
        (REASON, Shape::Prose(2_000)),
        (OWNER, Shape::Personal(120)),
    ],
    steps: &[],
};

/// The kinds of records that a measurement set is made of, itself among them.
pub const KINDS: [&Kind; 5] = [&SET, &OBSERVATION, &INDICATOR_KIND, &TARGET, &VERDICT];

/// The field with a name.
pub const NAME: &str = "name";
/// The field that tells what a set is about.
pub const ABOUT: &str = "about";
/// The field with the id of the set that a record belongs to.
pub const OF_SET: &str = "set";
/// The field with the id of the indicator.
pub const INDICATOR: &str = "indicator";
/// The field with the id of the goal, theme or paragraph.
pub const ITEM: &str = "item";
/// The field with a date, as [`When`] is kept.
pub const WHEN: &str = "when";
/// The field with a value, as [`Decimal`] is kept.
pub const VALUE: &str = "value";
/// The field with of how many, or compared with what.
pub const OF: &str = "of";
/// The field with a state of a yes/no promise.
pub const STATE: &str = "state";
/// The field with how sure it is.
pub const QUALITY: &str = "quality";
/// The field that says that a value cannot be compared with the one before.
pub const BREAK: &str = "break";
/// The field with the title of the source.
pub const TITLE: &str = "title";
/// The field with who published the source.
pub const PUBLISHER: &str = "publisher";
/// The field with the address of the source.
pub const ADDRESS: &str = "address";
/// The field with the date of the source.
pub const SOURCE_DATE: &str = "source_date";
/// The field with how many were asked or counted.
pub const SAMPLE: &str = "sample";
/// The field with a remark.
pub const NOTE: &str = "note";
/// The field with whoever answers for it.
pub const OWNER: &str = "owner";
/// The field with the kind of an indicator.
pub const KIND: &str = "kind";
/// The field with a unit.
pub const UNIT: &str = "unit";
/// The field with the side of a target.
pub const SIDE: &str = "side";
/// The field with a deadline.
pub const DEADLINE: &str = "deadline";
/// The field with a baseline's value.
pub const BASELINE: &str = "baseline";
/// The field with a baseline's date.
pub const BASELINE_WHEN: &str = "baseline_when";
/// The field with a status.
pub const STATUS: &str = "status";
/// The field with the reason for a status.
pub const REASON: &str = "reason";

/// Links that may be kept: to pages and to mail addresses, nothing that runs.
#[must_use]
pub fn is_link(text: &str) -> bool {
    let is_known = ["https://", "http://", "mailto:"].iter().any(|start| {
        text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
            && text.len() > start.len()
    });
    is_known
        && text.chars().count() <= 2_000
        && !text.contains(|sign: char| sign.is_whitespace() || sign.is_control() || turns(sign))
}

/// Whether a sign changes the direction of the text after it, so that an address could look like
/// another (Unicode Technical Report 36, "Bidirectional Text Spoofing").
const fn turns(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_date(text: &str) -> bool {
    When::parse(text).is_some()
}

fn is_number(text: &str) -> bool {
    Decimal::parse(text).is_some()
}

/// An observation as a person keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its record.
    pub id: RecordId,
    /// The set it belongs to.
    pub set: Option<RecordId>,
    /// The id of its indicator.
    pub indicator: String,
    /// When and what.
    pub observation: Observation,
    /// The title of its source.
    pub title: String,
    /// Whoever answers for it.
    pub owner: String,
    /// Whether some field holds values that did not know of each other.
    pub is_disputed: bool,
}

/// Reads an observation; none where value and state are both missing.
#[must_use]
pub fn observation(record: &Record) -> Option<Kept> {
    let value = Decimal::parse(record.text(VALUE));
    let found = match (State::from_name(record.text(STATE)), value) {
        (Some(state), _) => Found::State(state),
        (None, Some(value)) => Found::Figure(value, Decimal::parse(record.text(OF))),
        (None, None) => return None,
    };
    Some(Kept {
        id: record.id,
        set: RecordId::parse(record.text(OF_SET)),
        indicator: record.text(INDICATOR).into(),
        observation: Observation {
            when: When::parse(record.text(WHEN)),
            found,
            quality: Quality::from_name(record.text(QUALITY)).unwrap_or_default(),
            is_break: record.front(BREAK) == Some(&crate::document::Value::Flag(true)),
        },
        title: record.text(TITLE).into(),
        owner: record.text(OWNER).into(),
        is_disputed: !record.conflicts().is_empty(),
    })
}

/// Reads a target.
#[must_use]
pub fn target(record: &Record) -> Option<Target> {
    let when = |field| When::parse(record.text(field));
    Some(Target {
        value: Decimal::parse(record.text(VALUE))?,
        side: Side::from_name(record.text(SIDE)).unwrap_or(Side::AtLeast),
        deadline: when(DEADLINE),
        baseline: Decimal::parse(record.text(BASELINE)).zip(when(BASELINE_WHEN)),
        is_own: true,
    })
}

/// Reads an own indicator.
#[must_use]
pub fn own_indicator(record: &Record) -> Indicator {
    let name = record.text(NAME);
    let kind = indicator::Kind::from_name(record.text(KIND)).unwrap_or(indicator::Kind::Count);
    Indicator {
        id: record.id.to_string(),
        item: record.text(ITEM).into(),
        name: Bilingual { da: name.into(), en: name.into() },
        kind,
        unit: own_unit(kind, record.text(UNIT)),
        target: None,
        is_open: false,
        is_own: true,
    }
}

/// A unit as a person wrote it.
#[must_use]
pub fn own_unit(kind: indicator::Kind, text: &str) -> Unit {
    match (kind, text) {
        (indicator::Kind::Share, _) | (_, "%") => Unit::Percent,
        (_, "") => Unit::None,
        _ => Unit::Named(Bilingual { da: text.into(), en: text.into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_run_something_are_not_kept() {
        let check = |text: &str, expected| assert_eq!(is_link(text), expected, "{text}");
        check("https://www.randers.dk/x?y=1#z", true);
        check("HTTP://randers.dk", true);
        check("mailto:a@b.dk", true);
        check("javascript:alert(1)", false);
        check(" https://randers.dk", false);
        check("https://randers.dk/a b", false);
        check("https://", false);
        check("data:text/html,x", false);
        check("æø", false);
        check(&format!("https://{}", "a".repeat(2_001)), false);
    }
}
