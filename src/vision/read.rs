//! Reading the types of an edition from JSON. Derived readers weigh some 20 kB (brotli) more in the
//! wasm, for one text that is read once.

use super::Bilingual;
use crate::{sorted::Sorted, value::Value};

/// A type that is read from JSON.
pub(super) trait Read: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// When it does not have the form of this type, in words that name the place.
    fn read(value: Value) -> Result<Self, String>;

    /// What stands for a field that is not there; mostly that is an error.
    fn missing() -> Option<Self> {
        None
    }
}

/// The fields of a JSON object while they are being read.
pub(super) struct Fields(Sorted<String, Value>);

impl Fields {
    pub(super) fn of(value: Value) -> Result<Self, String> {
        if let Value::Map(fields) = value { Ok(Self(fields)) } else { Err("no object".into()) }
    }

    /// Reads one field.
    pub(super) fn take<T: Read>(&mut self, name: &str) -> Result<T, String> {
        let read = match self.0.remove(name) {
            Some(value) => T::read(value),
            None => T::missing().ok_or_else(|| "is missing".to_owned()),
        };
        read.map_err(|error| in_field(name, &error))
    }

    /// Makes sure that every field was read.
    pub(super) fn end(self) -> Result<(), String> {
        self.0.keys().next().map_or(Ok(()), |name| Err(format!("{name} is not a known field")))
    }
}

fn in_field(name: &str, error: &str) -> String {
    format!("{name}: {error}")
}

/// Puts the texts of a packed edition, which stand by language, back into their places.
///
/// # Errors
/// When it is not packed so, or texts are missing.
pub(super) fn unpack(packed: Value) -> Result<Value, String> {
    let mut fields = Fields::of(packed)?;
    let mut part = |name: &str| fields.0.remove(name).ok_or_else(|| in_field(name, "is missing"));
    let mut edition = part("edition")?;
    let (Value::List(da), Value::List(en)) = (part("da")?, part("en")?) else {
        return Err("the texts are no lists".into());
    };
    let mut texts = da.into_iter().zip(en);
    put_texts(&mut edition, &mut texts);
    Ok(edition)
}

fn put_texts(value: &mut Value, texts: &mut impl Iterator<Item = (Value, Value)>) {
    match value {
        Value::List(list) => list.iter_mut().for_each(|value| put_texts(value, texts)),
        Value::Map(map) if map.is_empty() => {
            if let Some((da, en)) = texts.next() {
                map.insert("da".into(), da);
                map.insert("en".into(), en);
            }
        }
        Value::Map(map) => map.values_mut().for_each(|value| put_texts(value, texts)),
        Value::Nothing | Value::Flag(_) | Value::Whole(_) | Value::Text(_) => {}
    }
}

/// Makes a struct readable, field by field.
macro_rules! read_fields {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::vision::read::Read for $type {
            fn read(value: $crate::value::Value) -> Result<Self, String> {
                let mut fields = $crate::vision::read::Fields::of(value)?;
                let this = Self { $($field: fields.take(stringify!($field))?),* };
                fields.end().map(|()| this)
            }
        }
    )*};
}

/// Makes an enum readable, by the names of its variants.
macro_rules! read_names {
    ($($type:ident { $($name:literal => $variant:ident),* $(,)? })*) => {$(
        impl $crate::vision::read::Read for $type {
            fn read(value: $crate::value::Value) -> Result<Self, String> {
                match value.as_text() {
                    $(Some($name) => Ok(Self::$variant),)*
                    _ => Err(format!("{value} is not one of the known words")),
                }
            }
        }
    )*};
}

pub(super) use {read_fields, read_names};

impl Read for String {
    fn read(value: Value) -> Result<Self, String> {
        if let Value::Text(text) = value { Ok(text) } else { Err(format!("{value} is no text")) }
    }
}

impl Read for bool {
    fn read(value: Value) -> Result<Self, String> {
        if let Value::Flag(flag) = value { Ok(flag) } else { Err(format!("{value} is no flag")) }
    }
}

impl Read for u16 {
    fn read(value: Value) -> Result<Self, String> {
        let number = value.as_whole().and_then(|number| Self::try_from(number).ok());
        number.ok_or_else(|| format!("{value} is no number that fits"))
    }
}

impl Read for u8 {
    fn read(value: Value) -> Result<Self, String> {
        Self::try_from(u16::read(value)?).map_err(|error| error.to_string())
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value) -> Result<Self, String> {
        if value == Value::Nothing { Ok(None) } else { T::read(value).map(Some) }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value) -> Result<Self, String> {
        let Value::List(list) = value else { return Err(format!("{value} is no list")) };
        let mut read = Self::with_capacity(list.len());
        for value in list {
            read.push(T::read(value)?);
        }
        Ok(read)
    }
}

read_fields! { Bilingual { da, en } }

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let read = Vec::<Bilingual>::read(Value::parse(text).unwrap());
        assert_eq!(read.err().as_deref(), Some(expected));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        check("{}", "{} is no list");
        check("[7]", "no object");
        check(r#"[{"da":"a"}]"#, "en: is missing");
        check(r#"[{"da":"a","en":null}]"#, "en: null is no text");
        check(r#"[{"da":"a","en":"b","sv":"c"}]"#, "sv is not a known field");
    }
}
