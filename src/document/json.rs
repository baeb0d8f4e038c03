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
use crate::sorted::Sorted;

/// Why a text is not a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It is not JSON; in the words of the reader.
    Json(String),
    /// Something is missing or of another shape: its name.
    Shape(&'static str),
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
        Self::from_value(&value)
    }

    /// Reads a record from JSON that was read already.
    ///
    /// # Errors
    /// When it is not a record.
    pub fn from_value(value: &Value) -> Result<Self, Malformed> {
        let map = value.as_map().ok_or(Malformed::Shape("record"))?;
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
        let changes =
            map.get("changes").and_then(Value::as_list).ok_or(Malformed::Shape("changes"))?;
        for value in changes {
            let (dot, change) = change(value).ok_or(Malformed::Shape("change"))?;
            let is_first = record.standing.insert(dot, change).is_none();
            if !is_first || !record.seen.has_seen(dot) {
                return Err(Malformed::Shape("by"));
            }
        }
        Ok(record)
    }

    /// The record as JSON values.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let seen = self.seen.entries();
        let seen = seen.map(|(writer, number)| (writer.to_string(), whole(number))).collect();
        Value::map([
            ("id", self.id.to_string().into()),
            ("kind", self.kind.as_str().into()),
            ("format", Value::Whole(self.format.into())),
            ("seen", Value::Map(seen)),
            ("changes", Value::List(self.changes().map(written).collect())),
        ])
    }
}

/// As compact JSON.
impl std::fmt::Display for Record {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.to_value().fmt(out)
    }
}

fn whole(number: u64) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
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

fn change(value: &Value) -> Option<(Dot, Change)> {
    let map = value.as_map()?;
    let dot = Dot::parse(map.get("by")?.as_text()?)?;
    let at = Moment::parse(map.get("at")?.as_text()?)?;
    let first = map.get("set")?.as_map()?;
    let mut set: Sorted<String, Values> =
        first.iter().map(|(field, value)| (field.clone(), Values::from([value.clone()]))).collect();
    if let Some(others) = map.get("or") {
        for (field, values) in others.as_map()? {
            set.get_mut(field)?.extend(values.as_list()?.iter().cloned().collect());
        }
    }
    (!set.is_empty()).then_some((dot, Change { at, set }))
}

fn written((dot, change): (Dot, &Change)) -> Value {
    let mut set = Sorted::default();
    let mut or = Sorted::default();
    for (field, values) in &change.set {
        let mut values = values.iter().rev().cloned();
        set.extend(values.next().map(|front| (field.clone(), front)));
        let others: Vec<Value> = values.collect();
        if !others.is_empty() {
            or.insert(field.clone(), Value::List(others));
        }
    }
    let mut map = Sorted::from_iter([
        ("by".to_owned(), dot.to_string().into()),
        ("at".to_owned(), change.at.to_string().into()),
        ("set".to_owned(), Value::Map(set)),
    ]);
    if !or.is_empty() {
        map.insert("or".into(), Value::Map(or));
    }
    Value::Map(map)
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
