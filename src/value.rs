//! Values of fields, and of everything that is written as JSON. No floating-point number is among
//! them: decimals are texts, so that what was typed is what is kept.

use crate::sorted::Sorted;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
    ser::{SerializeMap, SerializeSeq},
};
use std::fmt;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing: the field was emptied.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A text; also a decimal number or a date.
    Text(String),
    /// Several values in their order.
    List(Vec<Value>),
    /// Named values.
    Map(Sorted<String, Value>),
}

impl Value {
    /// Reads JSON. A key that stands twice, a number that is not whole, and text after the end are
    /// refused; nesting is bounded by the reader.
    ///
    /// # Errors
    /// In the words of the reader, with line and column.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number, if it is one.
    #[must_use]
    pub const fn as_whole(&self) -> Option<i64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    /// The list, if it is one.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The named values, if it is that.
    #[must_use]
    pub const fn as_map(&self) -> Option<&Sorted<String, Self>> {
        if let Self::Map(map) = self { Some(map) } else { None }
    }

    /// Named values in one go.
    #[must_use]
    pub fn map<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Map(entries.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// As compact JSON.
impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&serde_json::to_string(self).map_err(|_no_such_value| fmt::Error)?)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => out.serialize_unit(),
            Self::Flag(flag) => out.serialize_bool(*flag),
            Self::Whole(number) => out.serialize_i64(*number),
            Self::Text(text) => out.serialize_str(text),
            Self::List(list) => {
                let mut all = out.serialize_seq(Some(list.len()))?;
                for value in list {
                    all.serialize_element(value)?;
                }
                all.end()
            }
            Self::Map(map) => {
                let mut all = out.serialize_map(Some(map.len()))?;
                for (name, value) in map {
                    all.serialize_entry(name, value)?;
                }
                all.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value without fractions")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map(Value::Whole).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = items.next_element()? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Sorted::default();
        while let Some((name, value)) = entries.next_entry::<String, Value>()? {
            if let Some(_first) = map.insert(name, value) {
                return Err(A::Error::custom("a key stands twice"));
            }
        }
        Ok(Value::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_survives_being_written_and_read() {
        let text = r#"{"a":[null,true,-3,"æ \" \n"],"b":{}}"#;
        assert_eq!(Value::parse(text).unwrap().to_string(), text);
    }

    #[test]
    fn what_could_be_misread_is_refused() {
        for bad in [
            r#"{"a":1,"a":2}"#,
            "1.5",
            "1e999",
            "NaN",
            "123456789012345678901234567890",
            r#""\ud800""#,
            "\u{feff}{}",
            "{} {}",
            "",
            "{",
            &"[".repeat(500),
        ] {
            assert!(Value::parse(bad).is_err(), "{bad}");
        }
    }
}
