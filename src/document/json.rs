//! A record as JSON, as it stands in the device's store and in files.
//!
//! ```json
//! {"alive":…}
//! ```
//! is never written alone: a record reads
//! `{"id", "kind", "format", "seen": {writer: number}, "changes": [{"by": "writer.number",
//! "at": time, "set": {field: value}, "or": {field: [value]}}]}`, the oldest change first. `or`
//! holds further values of the same change and is mostly absent.

use super::{
    Change, Dot, Moment, Record, RecordId, Value, Values, Version, Writer, version::HIGHEST,
};
use crate::{sorted::Sorted, value::write_text};
use std::fmt::{self, Display as _};

/// More changes than this stand in no record: with every change most of those before fall.
const MOST_CHANGES: usize = 2_000;
/// More values than this stand beside each other in no field.
const MOST_VALUES: usize = 200;

/// Why a text is not a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It is not JSON; in the words of the reader.
    Json(String),
    /// Something is missing or of another shape: its name.
    Shape(&'static str),
}

impl fmt::Display for Malformed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(words) => out.write_str(words),
            Self::Shape(name) => out.write_str(name),
        }
    }
}

impl Record {
    /// Reads a record.
    ///
    /// # Errors
    /// When the text is not JSON or not a record.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let value = Value::parse(text).map_err(|error| Malformed::Json(error.to_string()))?;
        Self::from_value(value)
    }

    /// Reads a record from JSON that was read already.
    ///
    /// # Errors
    /// When it is not a record.
    pub fn from_value(value: Value) -> Result<Self, Malformed> {
        let Value::Map(mut map) = value else { return Err(Malformed::Shape("record")) };
        let changes = map.remove("changes");
        let text = |name: &'static str| {
            map.get(name).and_then(Value::as_text).ok_or(Malformed::Shape(name))
        };
        let format = map.get("format").and_then(Value::as_whole);
        let mut record = Self::new(
            RecordId::parse(text("id")?).ok_or(Malformed::Shape("id"))?,
            text("kind")?,
            format
                .and_then(|format| u32::try_from(format).ok())
                .filter(|format| *format > 0)
                .ok_or(Malformed::Shape("format"))?,
        );
        record.seen = version(map.get("seen")).ok_or(Malformed::Shape("seen"))?;
        let Some(Value::List(changes)) = changes else { return Err(Malformed::Shape("changes")) };
        if changes.len() > MOST_CHANGES {
            return Err(Malformed::Shape("changes"));
        }
        for value in changes {
            let (dot, change) = change(value).ok_or(Malformed::Shape("change"))?;
            let is_first = record.standing.insert(dot, change).is_none();
            if !is_first || !record.seen.has_seen(dot) {
                return Err(Malformed::Shape("by"));
            }
        }
        Ok(record)
    }
}

/// As compact JSON, keys in alphabetical order. It is written as it stands: tens of thousands of records are
/// saved at once.
impl fmt::Display for Record {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("{\"changes\":[")?;
        for (number, (dot, change)) in self.changes().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            write!(out, "{comma}{{\"at\":\"{}\",\"by\":\"{dot}\"", change.at)?;
            write_others(out, change)?;
            out.write_str(",\"set\":{")?;
            let fronts =
                change.set.iter().filter_map(|(field, all)| Some((field, all.iter().next_back()?)));
            for (number, (field, front)) in fronts.enumerate() {
                write_name(out, number, field)?;
                front.fmt(out)?;
            }
            out.write_str("}}")?;
        }
        write!(out, "],\"format\":{},\"id\":\"{}\",\"kind\":", self.format, self.id)?;
        write_text(out, &self.kind)?;
        out.write_str(",\"seen\":{")?;
        for (number, (writer, seen)) in self.seen.entries().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            write!(out, "{comma}\"{writer}\":{seen}")?;
        }
        out.write_str("}}")
    }
}

/// The further values of a change, where there are any.
fn write_others(out: &mut fmt::Formatter<'_>, change: &Change) -> fmt::Result {
    let several = change.set.iter().filter(|(_, values)| values.len() > 1);
    for (number, (field, values)) in several.clone().enumerate() {
        out.write_str(if number == 0 { ",\"or\":{" } else { "" })?;
        write_name(out, number, field)?;
        for (number, value) in values.iter().rev().skip(1).enumerate() {
            out.write_str(if number == 0 { "[" } else { "," })?;
            value.fmt(out)?;
        }
        out.write_str("]")?;
    }
    out.write_str(if several.count() > 0 { "}" } else { "" })
}

fn write_name(out: &mut fmt::Formatter<'_>, number: usize, name: &str) -> fmt::Result {
    out.write_str(if number == 0 { "" } else { "," })?;
    write_text(out, name)?;
    out.write_str(":")
}

fn version(value: Option<&Value>) -> Option<Version> {
    let mut version = Version::default();
    for (writer, number) in value?.as_map()? {
        let number = u64::try_from(number.as_whole()?).ok()?;
        if number == 0 || number > HIGHEST {
            return None;
        }
        version.see(Dot { number, writer: Writer::parse(writer)? });
    }
    Some(version)
}

fn change(value: Value) -> Option<(Dot, Change)> {
    let Value::Map(mut map) = value else { return None };
    let Some(Value::Map(first)) = map.remove("set") else { return None };
    let dot = Dot::parse(map.get("by")?.as_text()?)?;
    let at = Moment::parse(map.get("at")?.as_text()?)?;
    let mut set: Sorted<String, Values> =
        first.into_iter().map(|(field, value)| (field, Values::from([value]))).collect();
    if let Some(others) = map.remove("or") {
        let Value::Map(others) = others else { return None };
        for (field, values) in others {
            let Value::List(values) = values else { return None };
            if values.len() > MOST_VALUES {
                return None;
            }
            set.get_mut(&field)?.extend(values.into_iter().collect());
        }
    }
    (!set.is_empty()).then_some((dot, Change { at, set }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Device;

    const ID: &str = "0192f0c1-2345-7abc-8def-0123456789ab";

    fn record() -> Record {
        let writer = Writer::new(Device::new(&[1; 8]), &[2; 6]);
        let mut record = Record::new(RecordId::parse(ID).unwrap(), "note", 1);
        let dot = record.seen.next(writer);
        let at = Moment::from_seconds(1_764_000_000);
        record.put("text", Values::from(["b".into(), "a".into()]), dot, at);
        record.put("alive", Values::from([Value::Flag(true)]), dot, at);
        record
    }

    #[test]
    fn a_record_survives_being_written_and_read() {
        let text = record().to_string();
        assert_eq!(Record::parse(&text), Ok(record()));
        assert!(text.contains(r#""set":{"alive":true,"text":"b"}"#), "{text}");
        assert!(text.contains(r#""or":{"text":["a"]}"#), "{text}");
    }

    #[test]
    fn what_is_no_record_is_told_by_name() {
        let good = record().to_string();
        let check = |from: &str, to: &str, expected: Malformed| {
            assert!(good.contains(from), "{from} is not in {good}");
            assert_eq!(Record::parse(&good.replace(from, to)), Err(expected), "{from} → {to}");
        };
        check(ID, "17", Malformed::Shape("id"));
        check(r#""note""#, "null", Malformed::Shape("kind"));
        check(r#""format":1"#, r#""format":0"#, Malformed::Shape("format"));
        check(r#""format":1"#, r#""format":-4"#, Malformed::Shape("format"));
        check(r#"":1}}"#, r#"":0}}"#, Malformed::Shape("seen"));
        check(".1\"", ".2\"", Malformed::Shape("by"));
        check(".1\"", ".x\"", Malformed::Shape("change"));
        check("2025-", "last ", Malformed::Shape("change"));
        check(r#""or":{"text""#, r#""or":{"other""#, Malformed::Shape("change"));
        assert_eq!(Record::parse("[]"), Err(Malformed::Shape("record")));
        assert!(matches!(Record::parse(good.get(..40).unwrap()), Err(Malformed::Json(_))));
    }
}
