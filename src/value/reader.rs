//! Reading JSON.

use super::{JsonError, Value, Wrong};
use crate::sorted::Sorted;

pub(super) const DEEPEST: usize = 64;
pub(super) const MOST_KEYS: usize = 10_000;

/// A text while it is being read; by [`Value::parse`] as a whole, or piece by piece where it is long.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// How far it was read, in bytes.
    at: usize,
    /// How far it may be read before somebody looks at what was read.
    until: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a text.
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, until: usize::MAX }
    }

    /// How far it was read, in bytes.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// From here on at most so many bytes may be read, until this is said again.
    pub(crate) const fn bound(&mut self, bytes: usize) {
        self.until = self.at.saturating_add(bytes);
    }

    /// Sees that nothing more comes.
    pub(crate) fn end(&mut self) -> Result<(), JsonError> {
        if self.next_sign().is_some() { Err(self.error(Wrong::Unexpected)) } else { Ok(()) }
    }

    /// The key of the next entry of an object, or none at its end. `is_first` says whether none was
    /// read before.
    pub(crate) fn key(&mut self, is_first: bool) -> Result<Option<String>, JsonError> {
        if !self.has_next(is_first, b'}')? {
            return Ok(None);
        }
        if self.next_sign() != Some(b'"') {
            return Err(self.error(Wrong::Unexpected));
        }
        let key = self.string()?;
        self.expect(b':')?;
        Ok(Some(key))
    }

    /// Whether another value follows in a list or object, rather than its end.
    pub(crate) fn has_next(&mut self, is_first: bool, end: u8) -> Result<bool, JsonError> {
        if !is_first {
            return self.goes_on(end);
        }
        let is_empty = self.next_sign() == Some(end);
        self.at += usize::from(is_empty);
        Ok(!is_empty)
    }

    pub(crate) fn error(&self, wrong: Wrong) -> JsonError {
        let read = self.text.get(..self.at).unwrap_or(self.text);
        let line = read.split('\n').count();
        let column = read.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        JsonError { line, column, wrong }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next sign that is no white space.
    pub(crate) fn next_sign(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.byte()
    }

    pub(crate) fn expect(&mut self, sign: u8) -> Result<(), JsonError> {
        if self.next_sign() != Some(sign) {
            return Err(self.error(Wrong::Unexpected));
        }
        self.at += 1;
        Ok(())
    }

    pub(crate) fn value(&mut self, depth: usize) -> Result<Value, JsonError> {
        if self.at > self.until {
            return Err(self.error(Wrong::Long));
        }
        match self.next_sign() {
            Some(b'{' | b'[') if depth == DEEPEST => Err(self.error(Wrong::Deep)),
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Value::Flag(true)),
            Some(b'f') => self.word("false", Value::Flag(false)),
            Some(b'n') => self.word("null", Value::Nothing),
            _ => Err(self.error(Wrong::Unexpected)),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(self.error(Wrong::Unexpected));
        }
        self.at += word.len();
        Ok(value)
    }

    fn map(&mut self, depth: usize) -> Result<Value, JsonError> {
        let mut map = Sorted::default();
        self.at += 1;
        while let Some(name) = self.key(map.is_empty())? {
            if map.contains_key(&name) {
                return Err(self.error(Wrong::Twice));
            }
            if map.len() >= MOST_KEYS {
                return Err(self.error(Wrong::Many));
            }
            map.insert(name, self.value(depth + 1)?);
        }
        Ok(Value::Map(map))
    }

    fn list(&mut self, depth: usize) -> Result<Value, JsonError> {
        let mut list = Vec::new();
        self.at += 1;
        while self.has_next(list.is_empty(), b']')? {
            list.push(self.value(depth + 1)?);
        }
        Ok(Value::List(list))
    }

    /// Whether a comma follows rather than the end.
    fn goes_on(&mut self, end: u8) -> Result<bool, JsonError> {
        let sign = self.next_sign();
        if sign != Some(b',') && sign != Some(end) {
            return Err(self.error(Wrong::Unexpected));
        }
        self.at += 1;
        Ok(sign == Some(b','))
    }

    fn number(&mut self) -> Result<Value, JsonError> {
        let start = self.at;
        while matches!(self.byte(), Some(b'-' | b'+' | b'.' | b'0'..=b'9' | b'e' | b'E')) {
            self.at += 1;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_whole || (digits.len() > 1 && digits.starts_with('0')) {
            self.at = start;
            return Err(self.error(Wrong::Number));
        }
        let number = text.parse().ok().map(Value::Whole);
        // The place is only sought where it is told: that reads everything before it.
        number.ok_or_else(|| {
            self.at = start;
            self.error(Wrong::Large)
        })
    }

    fn string(&mut self) -> Result<String, JsonError> {
        let mut read = String::new();
        self.at += 1;
        loop {
            let start = self.at;
            while self.byte().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            read.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(read);
                }
                Some(b'\\') => read.push(self.escape()?),
                Some(_) => return Err(self.error(Wrong::Text)),
                None => return Err(self.error(Wrong::Unexpected)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        self.at += 1;
        let sign = match self.byte() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unit_or_pair();
            }
            Some(_) => return Err(self.error(Wrong::Text)),
            None => return Err(self.error(Wrong::Unexpected)),
        };
        self.at += 1;
        Ok(sign)
    }

    /// A sign written as one UTF-16 unit, or as two of a pair.
    fn unit_or_pair(&mut self) -> Result<char, JsonError> {
        let mut units = vec![self.unit()?];
        if units.iter().all(|unit| (0xd800..0xdc00).contains(unit)) {
            if self.text.get(self.at..self.at + 2) != Some("\\u") {
                return Err(self.error(Wrong::Text));
            }
            self.at += 2;
            units.push(self.unit()?);
        }
        let sign = char::decode_utf16(units).next().and_then(Result::ok);
        sign.ok_or_else(|| self.error(Wrong::Text))
    }

    fn unit(&mut self) -> Result<u16, JsonError> {
        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let unit = u16::from_str_radix(digits, 16).ok().filter(|_| are_digits);
        let unit = unit.ok_or_else(|| self.error(Wrong::Text))?;
        self.at += 4;
        Ok(unit)
    }
}
