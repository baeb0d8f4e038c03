//! Reading a file: step by step, so that no step of a large one takes long, and with nothing taken in
//! before all of it was read.

use super::{
    Contents, Format, LARGEST, Refused,
    envelope::{NAMES, OURS, VERSION},
};
use crate::{
    document::{Kind, Moment, Record, Unfit, admit},
    sorted::Sorted,
    value::{JsonError, Reader, Value, Wrong},
};

/// More changes to one record than people make; a file that claims so is damaged, and taking its
/// numbers over would leave no room for further ones.
const MOST_CHANGES: u64 = 1 << 40;
/// No single thing in a file is longer, in bytes: what people write in the longest fields of a record
/// takes some tenth of it.
const LONGEST: usize = 2_000_000;
/// More entries than this have no place in an envelope.
const MOST_ENTRIES: usize = 100;

/// A file while it is being read.
#[derive(Debug)]
pub struct Reading<'a> {
    reader: Reader<'a>,
    size: usize,
    vision: &'a str,
    kinds: &'static [&'static Kind],
    at: At,
    head: Sorted<String, Value>,
    body: Sorted<String, Value>,
    /// Set once the list of records was met.
    format: Option<Format>,
    has_records: bool,
    records: Vec<Record>,
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Start,
    Head,
    Body,
    Records,
    End,
}

impl<'a> Reading<'a> {
    /// Begins to read a file about a vision.
    #[must_use]
    pub fn new(text: &'a str, vision: &'a str, kinds: &'static [&'static Kind]) -> Self {
        Self {
            reader: Reader::new(text.strip_prefix('\u{feff}').unwrap_or(text)),
            size: text.len(),
            vision,
            kinds,
            at: At::Start,
            head: Sorted::default(),
            body: Sorted::default(),
            format: None,
            has_records: false,
            records: Vec::new(),
        }
    }

    /// How many records were read so far.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.records.len()
    }

    /// How much of the file was read, in per cent.
    #[must_use]
    pub fn percent(&self) -> usize {
        let (at, size) = (self.reader.at() as u64, self.size as u64);
        let percent = at.saturating_mul(100).checked_div(size).unwrap_or(100).min(100);
        usize::try_from(percent).unwrap_or(100)
    }

    /// Reads at most so many records further; says whether that was all.
    ///
    /// # Errors
    /// When the file cannot be taken in, with the reason.
    pub fn step(&mut self, most: usize) -> Result<bool, Refused> {
        if self.size > LARGEST {
            return Err(Refused::TooLarge);
        }
        let end = self.records.len().saturating_add(most);
        loop {
            match self.at {
                At::Start => self.start()?,
                At::Head => self.entry_of_head()?,
                At::Body => self.entry_of_body()?,
                At::Records if self.records.len() >= end => return Ok(false),
                At::Records => self.next_record()?,
                At::End => return Ok(true),
            }
        }
    }

    /// What was read. To be called when all was read.
    ///
    /// # Errors
    /// When the envelope says that it cannot be taken in.
    pub fn finish(self) -> Result<Contents, Refused> {
        let format = self.check_head()?;
        if !self.has_records || self.at != At::End {
            return Err(Refused::NotOurs);
        }
        // Where the list of records came before the format's name, they were not compared with it.
        for (index, record) in self.records.iter().enumerate() {
            holds(format, index + 1, record)?;
        }
        let exported = self.word("exported").and_then(Moment::parse).ok_or(Refused::NotOurs)?;
        let without = self.head.get("without").and_then(Value::as_list).unwrap_or_default();
        let is_without_names = without.iter().any(|value| value.as_text() == Some(NAMES));
        Ok(Contents { format, exported, is_without_names, records: self.records })
    }

    fn start(&mut self) -> Result<(), Refused> {
        if self.reader.next_sign() == Some(b'{') {
            self.reader.expect(b'{')?;
            self.at = At::Head;
            return Ok(());
        }
        // All of it is read, to tell what is damaged from what is of another kind.
        self.reader.bound(LONGEST);
        self.reader.value(0)?;
        self.reader.end()?;
        Err(Refused::NotOurs)
    }

    fn entry_of_head(&mut self) -> Result<(), Refused> {
        let Some(key) = self.reader.key(self.head.is_empty())? else {
            self.reader.end()?;
            self.check_head()?;
            self.at = At::End;
            return Ok(());
        };
        self.check_new(&self.head, &key)?;
        if key == "body" && self.reader.next_sign() == Some(b'{') {
            // Marks the key as met.
            self.head.insert(key, Value::Nothing);
            self.reader.expect(b'{')?;
            self.at = At::Body;
            return Ok(());
        }
        self.reader.bound(LONGEST);
        let value = self.reader.value(1)?;
        self.head.insert(key, value);
        Ok(())
    }

    fn entry_of_body(&mut self) -> Result<(), Refused> {
        let Some(key) = self.reader.key(self.body.is_empty())? else {
            self.at = At::Head;
            return Ok(());
        };
        self.check_new(&self.body, &key)?;
        if key == "records" && self.reader.next_sign() == Some(b'[') {
            self.body.insert(key, Value::Nothing);
            if self.head.contains_key("format") && self.head.contains_key("min_reader") {
                // Mostly the envelope comes first, and a wrong one is known before its records are read.
                self.format = Some(self.check_format()?);
            }
            self.reader.expect(b'[')?;
            self.has_records = true;
            self.at = At::Records;
            return Ok(());
        }
        self.reader.bound(LONGEST);
        let value = self.reader.value(2)?;
        self.body.insert(key, value);
        Ok(())
    }

    fn next_record(&mut self) -> Result<(), Refused> {
        if !self.reader.has_next(self.records.is_empty(), b']')? {
            self.at = At::Body;
            return Ok(());
        }
        self.reader.bound(LONGEST);
        let value = self.reader.value(3)?;
        let number = self.records.len() + 1;
        let record = record(number, value, self.kinds)?;
        if let Some(format) = self.format {
            holds(format, number, &record)?;
        }
        self.records.push(record);
        Ok(())
    }

    fn check_new(&self, met: &Sorted<String, Value>, key: &str) -> Result<(), JsonError> {
        if met.contains_key(key) {
            return Err(self.reader.error(Wrong::Twice));
        }
        if met.len() >= MOST_ENTRIES { Err(self.reader.error(Wrong::Many)) } else { Ok(()) }
    }

    fn word(&self, name: &str) -> Option<&str> {
        self.head.get(name).and_then(Value::as_text)
    }

    /// Whether this app knows the format, and may read this version of it.
    fn check_format(&self) -> Result<Format, Refused> {
        let name = self.word("format").unwrap_or_default();
        let Some(format) = Format::from_name(name) else {
            return Err(if name.starts_with(OURS) { Refused::Newer } else { Refused::NotOurs });
        };
        match self.head.get("min_reader").and_then(Value::as_whole) {
            Some(least) if least > VERSION => Err(Refused::Newer),
            Some(1..) => Ok(format),
            Some(_) | None => Err(Refused::NotOurs),
        }
    }

    fn check_head(&self) -> Result<Format, Refused> {
        let format = self.check_format()?;
        match self.word("vision") {
            Some(name) if name == self.vision => Ok(format),
            Some(name) => Err(Refused::OtherVision(name.into())),
            None => Err(Refused::NotOurs),
        }
    }
}

/// Reads a file about a vision in one go: all of it or nothing.
///
/// # Errors
/// When it cannot be taken in, with the reason.
pub fn read(
    text: &str,
    vision: &str,
    kinds: &'static [&'static Kind],
) -> Result<Contents, Refused> {
    let mut reading = Reading::new(text, vision, kinds);
    while !reading.step(usize::MAX)? {}
    reading.finish()
}

fn holds(format: Format, number: usize, record: &Record) -> Result<(), Refused> {
    if format.holds(&record.kind) {
        Ok(())
    } else {
        Err(Refused::Damaged(number, record.kind.clone()))
    }
}

fn record(number: usize, value: Value, kinds: &[&Kind]) -> Result<Record, Refused> {
    let record = Record::from_value(value)
        .map_err(|malformed| Refused::Damaged(number, malformed.to_string()))?;
    if record.seen().entries().any(|(_, seen)| seen > MOST_CHANGES) {
        return Err(Refused::Damaged(number, "seen".into()));
    }
    admit(record, kinds).map_err(|unfit| match unfit {
        Unfit::Newer => Refused::Newer,
        Unfit::Field(field) => Refused::Damaged(number, field),
    })
}
