//! What kinds of records there are, what may stand in their fields, and how older ones become
//! present ones. Each kind stands in one place, with its fields and its steps, and is named once
//! in the list of kinds that the app hands in.

use super::{ALIVE, Record, Value, Values};
use crate::sorted::Sorted;

/// A kind of record.
#[derive(Debug)]
pub struct Kind {
    /// Its name in records.
    pub name: &'static str,
    /// The fields it knows. Others are kept as they are: a newer app may have written them.
    pub fields: &'static [(&'static str, Shape)],
    /// The steps from each older format to the next: the first leads from format 1 to 2. The
    /// present format is one more than there are steps.
    pub steps: &'static [Step],
}

/// A step from one format of a kind to the next. It looks at one field and its value at a time and
/// at nothing else, so that older copies may be merged before or after it with the same result.
pub type Step = fn(field: &str, value: &Value) -> (String, Value);

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text of one line, of at most so many characters.
    Line(usize),
    /// The name of a person, as a text of one line of at most so many characters. Files that are handed
    /// on without names hold [`Value::withheld`] in its place.
    Personal(usize),
    /// A text of any lines, of at most so many characters.
    Prose(usize),
    /// A text that passes a test, such as a date or a decimal number.
    Checked(fn(&str) -> bool),
    /// Yes or no.
    Flag,
    /// A whole number from one to another.
    Whole(i64, i64),
}

/// Why a record is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Its kind or its format is of a newer app.
    Newer,
    /// A field holds what may not stand there: the field's name.
    Field(String),
}

impl Kind {
    /// The present format.
    #[must_use]
    pub fn format(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Brings a record up to the present format and checks it.
    ///
    /// # Errors
    /// When it is newer than this app, or a field holds what may not stand there.
    pub fn admit(&self, mut record: Record) -> Result<Record, Unfit> {
        if record.format > self.format() {
            return Err(Unfit::Newer);
        }
        let done = usize::try_from(record.format.saturating_sub(1)).unwrap_or(usize::MAX);
        for step in self.steps.iter().skip(done) {
            apply(&mut record, *step);
        }
        record.format = self.format();
        for (field, value) in record.standing.values().flat_map(|change| {
            change.set.iter().flat_map(|(field, values)| values.iter().map(move |v| (field, v)))
        }) {
            if !self.allows(field, value) {
                return Err(Unfit::Field(field.clone()));
            }
        }
        Ok(record)
    }

    /// Whether a value may stand in a field.
    #[must_use]
    pub fn allows(&self, field: &str, value: &Value) -> bool {
        if field == ALIVE {
            return matches!(value, Value::Flag(_) | Value::Nothing);
        }
        let shape = self.fields.iter().find(|(name, _)| *name == field).map(|(_, shape)| *shape);
        *value == Value::Nothing || shape.is_none_or(|shape| shape.allows(value))
    }
}

impl Shape {
    fn allows(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Personal(_), value) if value.is_withheld() => true,
            (Self::Line(most) | Self::Personal(most), Value::Text(text)) => {
                !text.contains(['\n', '\r']) && text.chars().count() <= most
            }
            (Self::Prose(most), Value::Text(text)) => text.chars().count() <= most,
            (Self::Checked(is_fit), Value::Text(text)) => is_fit(text),
            (Self::Flag, Value::Flag(_)) => true,
            (Self::Whole(least, most), Value::Whole(number)) => (least..=most).contains(number),
            _ => false,
        }
    }
}

/// Finds a record's kind, brings it up to date and checks it.
///
/// # Errors
/// When it is newer than this app, or a field holds what may not stand there.
pub fn admit(record: Record, kinds: &[&Kind]) -> Result<Record, Unfit> {
    let kind = kinds.iter().find(|kind| kind.name == record.kind).ok_or(Unfit::Newer)?;
    kind.admit(record)
}

fn apply(record: &mut Record, step: Step) {
    for change in record.standing.values_mut() {
        let before = std::mem::take(&mut change.set);
        let mut after: Sorted<String, Values> = Sorted::default();
        for (field, values) in before {
            for value in values {
                let (field, value) =
                    if field == ALIVE { (field.clone(), value) } else { step(&field, &value) };
                after.change(field, |values| values.insert(value));
            }
        }
        change.set = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Device, Moment, RecordId, Writer};

    /// A kind whose format 1 called its text `body` and whose format 2 counted from 0.
    const KIND: Kind = Kind {
        name: "sample",
        fields: &[("text", Shape::Line(5)), ("count", Shape::Whole(1, 7))],
        steps: &[
            |field, value| {
                let field = if field == "body" { "text" } else { field };
                (field.into(), value.clone())
            },
            |field, value| match (field, value) {
                ("count", Value::Whole(count)) => (field.into(), Value::Whole(count + 1)),
                _ => (field.into(), value.clone()),
            },
        ],
    };

    fn record(format: u32, fields: &[(&str, Value)], by: u8) -> Record {
        let mut record = Record::new(RecordId::new(1, &[1; 10]), "sample", format);
        let dot = record.seen().next(Writer::new(Device::new(&[by; 8]), &[1; 6]));
        for (field, value) in fields {
            record.put(field, Values::from([value.clone()]), dot, Moment::default());
        }
        record
    }

    #[test]
    fn an_old_record_takes_every_step_and_a_present_one_none() {
        let old = record(1, &[("body", "a".into()), ("count", Value::Whole(0))], 1);
        let new = KIND.admit(old).unwrap();
        assert_eq!((new.format, new.text("text")), (3, "a"));
        assert_eq!(new.front("count"), Some(&Value::Whole(1)));
        assert_eq!(KIND.admit(new.clone()), Ok(new));
    }

    #[test]
    fn copies_may_be_merged_before_or_after_the_steps() {
        let one = record(1, &[("body", "a".into())], 1);
        let other = record(1, &[("body", "b".into()), ("count", Value::Whole(2))], 2);
        let mut before = one.clone();
        before.merge(&other).unwrap();
        let before = KIND.admit(before).unwrap();
        let mut after = KIND.admit(one).unwrap();
        after.merge(&KIND.admit(other).unwrap()).unwrap();
        assert_eq!(before, after);
    }

    #[test]
    fn what_may_not_stand_in_a_field_is_told_and_unknown_fields_are_kept() {
        let check = |field: &str, value: Value, expected: Option<Unfit>| {
            let result = KIND.admit(record(3, &[(field, value)], 1));
            assert_eq!(result.err(), expected, "{field}");
        };
        let refused = |field: &str| Some(Unfit::Field(field.into()));
        check("text", "short".into(), None);
        check("text", "longer".into(), refused("text"));
        check("text", "a\nb".into(), refused("text"));
        check("text", Value::Whole(1), refused("text"));
        check("text", Value::Nothing, None);
        check("count", Value::Whole(8), refused("count"));
        check("alive", "yes".into(), refused("alive"));
        check("colour", Value::List(vec!["red".into()]), None);
    }

    #[test]
    fn a_newer_format_and_an_unknown_kind_are_newer() {
        assert_eq!(KIND.admit(record(4, &[], 1)), Err(Unfit::Newer));
        assert_eq!(
            admit(Record::new(RecordId::new(1, &[1; 10]), "other", 1), &[&KIND]),
            Err(Unfit::Newer)
        );
    }
}
