//! How a person likes to read.

use crate::{sorted::Sorted, value::Value, vision::Language};

/// How a person likes to read. Fields that are missing take their defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The language of interface and edition.
    pub language: Language,
    /// Light, dark, or as the device says.
    pub appearance: Appearance,
    /// Which wording is shown where the council's document was opened.
    pub wording: Wording,
    /// Whether `/` alone opens search. People who speak to their device may need it off
    /// (WCAG 2.2, 2.1.4).
    pub slash_key: bool,
    /// The name of the measurement set that is looked at; empty for the published figures.
    pub set: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::default(),
            appearance: Appearance::default(),
            wording: Wording::default(),
            slash_key: true,
            set: String::new(),
        }
    }
}

impl Preferences {
    /// Reads preferences. What is missing or of a newer app takes its default.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let value = Value::parse(text).ok()?;
        let map = value.as_map()?;
        let word = |name: &str| map.get(name).and_then(Value::as_text).unwrap_or_default();
        let all = Self::default();
        let appearance = Appearance::ALL.into_iter().find(|one| one.name() == word("appearance"));
        let wording = Wording::ALL.into_iter().find(|one| one.name() == word("wording"));
        let slash_key = match map.get("slash_key") {
            Some(Value::Flag(flag)) => *flag,
            _ => all.slash_key,
        };
        Some(Self {
            language: Language::from_tag(word("language")).unwrap_or(all.language),
            appearance: appearance.unwrap_or(all.appearance),
            wording: wording.unwrap_or(all.wording),
            slash_key,
            set: word("set").into(),
        })
    }

    /// The preferences as JSON values.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut map = Sorted::default();
        for (name, word) in [
            ("language", self.language.tag()),
            ("appearance", self.appearance.name()),
            ("wording", self.wording.name()),
            ("set", &self.set),
        ] {
            map.insert(name.to_owned(), Value::from(word));
        }
        map.insert("slash_key".to_owned(), Value::Flag(self.slash_key));
        Value::Map(map)
    }
}

/// The app's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// As the device is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the device is set, with the strongest contrasts.
    Contrast,
}

impl Appearance {
    /// All appearances.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// The name in `data-appearance`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// Which wording of an item is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wording {
    /// The plain-language edition.
    Plain,
    /// The council's own.
    Adopted,
    /// Both, beside each other.
    #[default]
    Both,
}

impl Wording {
    /// All wordings.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Adopted, Self::Both];

    /// The name in the store.
    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Adopted => "adopted",
            Self::Both => "both",
        }
    }
}
