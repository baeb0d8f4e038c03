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
        match self.0.remove(name) {
            Some(value) => T::read(value).map_err(|error| format!("{name}: {error}")),
            None => T::missing().ok_or_else(|| format!("{name} is missing")),
        }
    }

    /// Makes sure that every field was read.
    pub(super) fn end(self) -> Result<(), String> {
        self.0.keys().next().map_or(Ok(()), |name| Err(format!("{name} is not a known field")))
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
        list.into_iter().map(T::read).collect()
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
        check(r#"[{"da":"a"}]"#, "en is missing");
        check(r#"[{"da":"a","en":null}]"#, "en: null is no text");
        check(r#"[{"da":"a","en":"b","sv":"c"}]"#, "sv is not a known field");
    }
}
