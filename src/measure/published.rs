//! The read-only set of published figures, which ships with the app.
//!
//! Its few entries that decide a status are embedded ([`Published::embedded`]), so that the first view can tell
//! where the promises stand. Everything, with texts and sources, is a file of its own beside the app
//! ([`Published::read`]), read when the first view stands.

use super::{Decimal, Found, Observation, Quality, State, When};
use crate::{value::Value, vision::Bilingual};

/// The published figures, as far as they are loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// What decides each goal and measure, and why.
    pub decisions: Vec<Decision>,
    /// Whether texts and sources are there.
    pub is_whole: bool,
}

/// Which entries decide a goal or a measure, and why these, or why none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The goal or measure.
    pub item: String,
    /// Why.
    pub why: Bilingual,
}

/// A published fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id in the file, such as `pub-014`.
    pub id: String,
    /// The goal or theme it is about; `0` is the vision itself.
    pub about: String,
    /// The indicator whose status it decides; none where it only tells something near it.
    pub decides: Option<String>,
    /// When and what; none for a fact that is neither a figure nor a state.
    pub observation: Option<Observation>,
    /// The texts and the source; none as long as only the embedded part is loaded.
    pub told: Option<Box<Told>>,
}

/// What is told of a published fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What was measured, as a heading.
    pub name: Bilingual,
    /// What stands after the value; empty where nothing does.
    pub unit: Bilingual,
    /// The state in words; none for a figure.
    pub state: Option<Bilingual>,
    /// The fact in a sentence.
    pub text: Bilingual,
    /// The title of the source.
    pub title: Bilingual,
    /// The address of the source.
    pub address: String,
    /// The date of the source, as it was given.
    pub source_date: Option<When>,
    /// Whether it needs interpretation: a year, a replacement, a proxy.
    pub is_inferred: bool,
    /// Whether it tells something near the promise rather than a result of it.
    pub is_weak: bool,
    /// When it is, where it has no observation.
    pub when: Option<When>,
    /// A caution.
    pub note: Option<Bilingual>,
}

impl Published {
    /// The part that is embedded: what decides.
    #[must_use]
    pub fn embedded() -> Self {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/deciding.txt")).lines();
        let entries = lines.filter_map(|line| {
            let mut words = line.split(' ');
            let mut word = || words.next();
            let (id, decides) = (word()?, word()?);
            Some(Entry {
                id: id.into(),
                about: String::new(),
                decides: Some(decides.into()),
                observation: observation(word()?, word()?, word()? == "break"),
                told: None,
            })
        });
        Self { entries: entries.collect(), decisions: Vec::new(), is_whole: false }
    }

    /// Reads the whole file.
    ///
    /// # Errors
    /// When it does not have the form of its schema, with the place in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let value = Value::parse(text).map_err(|error| error.to_string())?;
        let list = |name: &str| {
            field(&value, name).and_then(Value::as_list).ok_or_else(|| name.to_owned())
        };
        let mut published = Self { is_whole: true, ..Self::default() };
        for value in list("entries")? {
            let id = text_of(value, "id").unwrap_or_default();
            published.entries.push(entry(value).ok_or_else(|| format!("entry {id}"))?);
        }
        for value in list("decisions")? {
            let decision = || {
                Some(Decision {
                    item: text_of(value, "item")?.into(),
                    why: bilingual(field(value, "why")?)?,
                })
            };
            published.decisions.push(decision().ok_or("decisions")?);
        }
        Ok(published)
    }

    /// The entries that decide an indicator.
    pub fn deciding<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.decides.as_deref() == Some(indicator))
    }

    /// The entries about an item that do not decide anything, in the order of the file.
    pub fn context<'a>(&'a self, item: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.about == item && entry.decides.is_none())
    }

    /// Why these entries decide an item, or why none does.
    #[must_use]
    pub fn why(&self, item: &str) -> Option<&Bilingual> {
        self.decisions.iter().find(|decision| decision.item == item).map(|decision| &decision.why)
    }
}

impl Entry {
    /// When it is.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        let told = || self.told.as_ref().and_then(|told| told.when);
        self.observation.as_ref().and_then(|one| one.when).or_else(told)
    }
}

fn entry(value: &Value) -> Option<Entry> {
    let when = text_of(value, "date");
    let is_break = field(value, "break") == Some(&Value::Flag(true));
    let found = text_of(value, "value").or_else(|| text_of(value, "state")).unwrap_or("context");
    let source = field(value, "source")?;
    let is = |name: &str| field(value, name) == Some(&Value::Flag(true));
    let part = |name: &str| field(value, name).and_then(bilingual);
    let nothing = || Bilingual { da: String::new(), en: String::new() };
    Some(Entry {
        id: text_of(value, "id")?.into(),
        about: text_of(value, "about")?.into(),
        decides: text_of(value, "decides").map(Into::into),
        observation: observation(when.unwrap_or("-"), found, is_break),
        told: Some(Box::new(Told {
            name: part("name")?,
            unit: part("unit").unwrap_or_else(nothing),
            state: part("state_name"),
            text: part("text")?,
            title: field(source, "title").and_then(bilingual)?,
            address: text_of(source, "address")?.into(),
            source_date: text_of(source, "date").and_then(When::parse),
            is_inferred: is("inferred"),
            is_weak: is("weak"),
            when: when.and_then(When::parse),
            note: part("note"),
        })),
    })
}

/// Reads `2018-12`, and `91`, `12/19` or `done`.
fn observation(when: &str, found: &str, is_break: bool) -> Option<Observation> {
    let found = if let Some(state) = State::from_name(found) {
        Found::State(state)
    } else {
        let (value, of) = found.split_once('/').unwrap_or((found, ""));
        Found::Figure(Decimal::parse(value)?, Decimal::parse(of))
    };
    Some(Observation { when: When::parse(when), found, quality: Quality::Measured, is_break })
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.as_map()?.get(name)
}

fn text_of<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    field(value, name)?.as_text()
}

fn bilingual(value: &Value) -> Option<Bilingual> {
    Some(Bilingual { da: text_of(value, "da")?.into(), en: text_of(value, "en")?.into() })
}
