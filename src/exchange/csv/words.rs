//! Words for states, qualities, yes and no, as they stand in files.

use crate::{
    measure::{Quality, State},
    vision::Language,
};

/// A state in a language, as [`crate::measure::paste::state`] understands it.
pub(super) const fn state_word(state: State, language: Language) -> &'static str {
    match (state, language) {
        (State::NotBegun, Language::Da) => "ikke begyndt",
        (State::NotBegun, Language::En) => "not begun",
        (State::Planned, Language::Da) => "planlagt",
        (State::Planned, Language::En) => "planned",
        (State::Decided, Language::Da) => "besluttet",
        (State::Decided, Language::En) => "decided",
        (State::UnderWay, Language::Da) => "i gang",
        (State::UnderWay, Language::En) => "under way",
        (State::Done, Language::Da) => "udført",
        (State::Done, Language::En) => "done",
        (State::Dropped, Language::Da) => "opgivet",
        (State::Dropped, Language::En) => "dropped",
    }
}

/// A quality in a language, as [`quality`] understands it.
pub(super) const fn quality_word(quality: Quality, language: Language) -> &'static str {
    match (quality, language) {
        (Quality::Measured, Language::Da) => "målt",
        (Quality::Measured, Language::En) => "measured",
        (Quality::Estimated, Language::Da) => "skønnet",
        (Quality::Estimated, Language::En) => "estimated",
        (Quality::Provisional, Language::Da) => "foreløbig",
        (Quality::Provisional, Language::En) => "provisional",
        (Quality::Forecast, Language::Da) => "prognose",
        (Quality::Forecast, Language::En) => "forecast",
    }
}

/// Yes in a language.
pub(super) const fn yes(language: Language) -> &'static str {
    match language {
        Language::Da => "ja",
        Language::En => "yes",
    }
}

/// Other words for qualities.
const QUALITIES: [(Quality, &[&str]); 4] = [
    (Quality::Measured, &["optalt", "talt", "counted"]),
    (Quality::Estimated, &["skøn", "estimeret", "anslået", "estimate"]),
    (Quality::Provisional, &["foreløbigt", "foreløbige", "preliminary"]),
    (Quality::Forecast, &["forventet", "fremskrivning", "projection", "expected"]),
];

/// The quality that a word means, in either language.
pub(super) fn quality(text: &str) -> Option<Quality> {
    let text = text.trim().to_lowercase();
    let by_word = Quality::ALL.into_iter().find(|quality| {
        Language::ALL.into_iter().any(|language| quality_word(*quality, language) == text)
    });
    by_word.or_else(|| {
        let found = QUALITIES.iter().find(|(_, words)| words.contains(&text.as_str()));
        found.map(|(quality, _)| *quality)
    })
}

/// Whether a word means yes; nothing is no. None for any other word.
pub(super) fn is_yes(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "yes" | "x" | "1" | "sand" | "true" => Some(true),
        "" | "nej" | "no" | "-" | "0" | "falsk" | "false" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::paste;

    #[test]
    fn every_word_that_is_written_is_understood() {
        for language in Language::ALL {
            for state in State::ALL {
                assert_eq!(paste::state(state_word(state, language)), Some(state));
            }
            for one in Quality::ALL {
                assert_eq!(quality(quality_word(one, language)), Some(one));
            }
            assert_eq!(is_yes(yes(language)), Some(true));
        }
    }

    #[test]
    fn other_words_are_understood_or_told_apart_from_them() {
        assert_eq!(quality(" Foreløbigt "), Some(Quality::Provisional));
        assert_eq!(quality("helt sikkert"), None);
        assert_eq!([is_yes("X"), is_yes("Nej"), is_yes("måske")], [Some(true), Some(false), None]);
    }
}
