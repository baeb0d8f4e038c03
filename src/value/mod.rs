//! Values of fields, and of everything that is written as JSON (RFC 8259). No floating-point number
//! is among them: decimals are texts, so that what was typed is what is kept.
//!
//! The reader is the app's own: a key that stands twice, a fraction and deep nesting must be refused,
//! and the usual readers, which know every kind of number, weigh ten times as much in the wasm.

mod reader;

pub(crate) use reader::Reader;

use crate::sorted::Sorted;
use std::fmt::{self, Write as _};

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
    /// Reads JSON.
    ///
    /// # Errors
    /// When it is not JSON, or a key stands twice, a number is not whole or does not fit, values are
    /// nested too deeply, or there are too many keys; with line and column.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        let mut reader = Reader::new(text);
        let value = reader.value(0)?;
        reader.end()?;
        Ok(value)
    }

    /// What stands in place of a name that was left out of a file: it was not emptied, and wherever
    /// the name is known, it stays.
    #[must_use]
    pub fn withheld() -> Self {
        Self::map([("withheld", Self::Flag(true))])
    }

    /// Whether it stands in place of a name that was left out.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        let Self::Map(map) = self else { return false };
        map.len() == 1 && map.get("withheld") == Some(&Self::Flag(true))
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
        match self {
            Self::Nothing => out.write_str("null"),
            Self::Flag(true) => out.write_str("true"),
            Self::Flag(false) => out.write_str("false"),
            Self::Whole(number) => write!(out, "{number}"),
            Self::Text(text) => write_text(out, text),
            Self::List(list) => {
                out.write_char('[')?;
                for (number, value) in list.iter().enumerate() {
                    if number > 0 {
                        out.write_char(',')?;
                    }
                    value.fmt(out)?;
                }
                out.write_char(']')
            }
            Self::Map(map) => {
                out.write_char('{')?;
                for (number, (name, value)) in map.iter().enumerate() {
                    if number > 0 {
                        out.write_char(',')?;
                    }
                    write_text(out, name)?;
                    out.write_char(':')?;
                    value.fmt(out)?;
                }
                out.write_char('}')
            }
        }
    }
}

/// Writes a text as JSON.
pub(crate) fn write_text(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    let mut rest = text;
    while let Some(at) = rest.find(|sign: char| sign < ' ' || sign == '"' || sign == '\\') {
        let (plain, special) = rest.split_at(at);
        out.write_str(plain)?;
        let mut signs = special.chars();
        match signs.next() {
            Some('"') => out.write_str("\\\""),
            Some('\\') => out.write_str("\\\\"),
            Some('\n') => out.write_str("\\n"),
            Some('\r') => out.write_str("\\r"),
            Some('\t') => out.write_str("\\t"),
            Some('\u{8}') => out.write_str("\\b"),
            Some('\u{c}') => out.write_str("\\f"),
            other => write!(out, "\\u{:04x}", other.map_or(0, u32::from)),
        }?;
        rest = signs.as_str();
    }
    out.write_str(rest)?;
    out.write_char('"')
}

/// Why a text is not JSON that can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Something else should stand here, or the text ends too early.
    Unexpected,
    /// A number is no number, or has a fraction or an exponent.
    Number,
    /// A whole number has more than 64 bits.
    Large,
    /// A text has a sign or an escape that may not stand in it.
    Text,
    /// A key stands twice.
    Twice,
    /// Values are nested more than 64 deep.
    Deep,
    /// An object has more than 10,000 keys.
    Many,
    /// A single thing is longer than any that people make.
    Long,
}

impl fmt::Display for JsonError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {:?}", self.line, self.column, self.wrong)
    }
}

impl std::error::Error for JsonError {}

#[cfg(test)]
mod tests {
    use super::{
        reader::{DEEPEST, MOST_KEYS},
        *,
    };

    #[test]
    fn a_value_survives_being_written_and_read() {
        let text = r#"{"a":[null,true,-3,"æ \" \n"],"b":{}}"#;
        assert_eq!(Value::parse(text).unwrap().to_string(), text);
    }

    #[test]
    fn what_could_be_misread_is_refused() {
        let check = |text: &str, expected: Wrong| {
            assert_eq!(Value::parse(text).map_err(|error| error.wrong), Err(expected), "{text}");
        };
        check(r#"{"a":1,"a":2}"#, Wrong::Twice);
        for text in ["1.5", "1e999", "-", "01", "1-1", "--1", "[1.]"] {
            check(text, Wrong::Number);
        }
        check("123456789012345678901234567890", Wrong::Large);
        for text in [r#""\ud800""#, r#""\udc00""#, r#""\ud800\u0041""#, r#""\u+041""#, r#""\x""#] {
            check(text, Wrong::Text);
        }
        check("\"a\nb\"", Wrong::Text);
        for text in ["NaN", "\u{feff}{}", "{} {}", "", "{", "[1,]", "{\"a\"}", "tru", "\"a", "+1"] {
            check(text, Wrong::Unexpected);
        }
        check(&"[".repeat(DEEPEST + 1), Wrong::Deep);
        check(&"[".repeat(DEEPEST), Wrong::Unexpected);
        let keys: Vec<String> = (0..=MOST_KEYS).map(|key| format!("\"{key:05}\":0")).collect();
        check(&format!("{{{}}}", keys.join(",")), Wrong::Many);
    }

    #[test]
    fn an_error_tells_its_place() {
        for (text, line, column) in [
            ("{\n  \"æ\": x}", 2, 8),
            ("\"æ\\æ\"\n ", 1, 4),
            ("\"\\u12æ4\"\n ", 1, 4),
            ("[1,\n9223372036854775808]\n", 2, 1),
        ] {
            let error = Value::parse(text).unwrap_err();
            assert_eq!((error.line, error.column), (line, column), "{text}");
        }
    }

    #[test]
    fn many_numbers_are_read_in_one_pass() {
        // It would take hours if each number went back to the beginning.
        assert!(Value::parse(&format!("[{}0]", "0,".repeat(1_000_000))).is_ok());
    }

    /// Texts made from good ones by cutting, doubling and replacing single characters.
    fn mutations() -> Vec<String> {
        let good = [
            r#"{"a":[null,true,-3,"æ \" \n \u00e6 \ud83d\ude00"],"b":{"c":[]}}"#,
            " [ 0 , -0 , 9223372036854775807 , { } , \"\" ] ",
            r#"{"format":"x","list":[[1],[2,[3]]],"text":"\\ \/ \b\f\r\t"}"#,
        ];
        let mut texts = Vec::new();
        for text in good {
            let signs: Vec<char> = text.chars().collect();
            for at in 0..signs.len() {
                let with = |middle: &str, skip: usize| {
                    let (before, after) = (&signs[..at], &signs[(at + skip).min(signs.len())..]);
                    before.iter().collect::<String>() + middle + &after.iter().collect::<String>()
                };
                texts.push(with("", signs.len()));
                texts.push(with("", 1));
                for sign in
                    ["\"", "\\", ",", ":", "[", "]", "{", "}", "0", "-", "u", " ", "\u{1}", "é"]
                {
                    texts.push(with(sign, 0));
                    texts.push(with(sign, 1));
                }
            }
            texts.push(text.into());
        }
        texts
    }

    #[test]
    fn it_reads_what_a_well_known_reader_reads_and_writes_it_the_same() {
        let (mut read, mut refused) = (0, 0);
        for text in mutations() {
            let known = serde_json::from_str::<serde_json::Value>(&text);
            match Value::parse(&text) {
                Ok(value) => {
                    // The other reader makes a fraction of -0.
                    let known = known.unwrap().to_string().replace("-0.0", "0");
                    assert_eq!(value.to_string(), known, "{text}");
                    read += 1;
                }
                // These are refused on purpose.
                Err(JsonError { wrong: Wrong::Number | Wrong::Large | Wrong::Twice, .. }) => {}
                Err(error) => {
                    assert!(known.is_err(), "{text}: {error}");
                    refused += 1;
                }
            }
        }
        assert!(read > 300 && refused > 1_000, "{read} read, {refused} refused");
    }
}
