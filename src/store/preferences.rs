//! How a person likes to read.

use crate::vision::Language;
use serde::{Deserialize, Serialize};

/// How a person likes to read. Fields that are missing take their defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::default(),
            appearance: Appearance::default(),
            wording: Wording::default(),
            slash_key: true,
        }
    }
}

/// The app's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
}
