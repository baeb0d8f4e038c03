//! Stems: what the inflections of a word have in common.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::joined;
use crate::vision::Language;

/// Endings of nouns that follow an open syllable directly: `by|en`, `sti|er`, `sø|erne`.
const OPEN_ENDINGS: [&str; 8] = ["en", "ens", "er", "ers", "erne", "ernes", "et", "ets"];

/// The stem of a folded word in one language; the word itself where nothing is known about it.
///
/// Danish stems are spelled with `æ`, `ø` and `å`, in whichever spelling the word came: the Danish
/// algorithm would otherwise take the second half of an `ø` for an ending (`miljoe`).
pub(super) fn stem(term: &str, language: Language) -> String {
    if !is_stemmable(term) {
        return term.to_owned();
    }
    match language {
        Language::Da => {
            let word = with_danish_letters(term);
            open_syllable(&word).map_or_else(|| danish(&word).into_owned(), str::to_owned)
        }
        Language::En => english(term).into_owned(),
    }
}

/// Whether a folded term is a word that the algorithms know how to read.
pub(super) fn is_stemmable(term: &str) -> bool {
    !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_lowercase())
}

// Two functions that are never inlined, each with its algorithm as a constant: only so does the
// linker see that the library's other algorithms are not used and leave them out.
#[inline(never)]
fn danish(word: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::Danish).stem(word)
}

#[inline(never)]
fn english(word: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::English).stem(word)
}

fn with_danish_letters(term: &str) -> String {
    let mut word = String::with_capacity(term.len());
    let mut bytes = term.bytes().peekable();
    while let Some(first) = bytes.next() {
        if let Some(letter) = bytes.peek().and_then(|&second| joined(first, second)) {
            bytes.next();
            word.push(letter);
        } else {
            word.push(char::from(first));
        }
    }
    word
}

/// The open syllable of a word that is only that and an ending, as in `byen` and `stierne`.
///
/// The Danish algorithm leaves such words alone, and a vision for towns cannot do without `by`.
fn open_syllable(word: &str) -> Option<&str> {
    let is_vowel =
        |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å');
    let (vowel, letter) = word.char_indices().find(|&(_, letter)| is_vowel(letter))?;
    let (syllable, ending) = word.split_at_checked(vowel + letter.len_utf8())?;
    OPEN_ENDINGS.contains(&ending).then_some(syllable)
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    /// All words share one stem.
    fn check(language: Language, words: &[&str]) {
        let mut stems: Vec<String> = words.iter().map(|word| stem(&fold(word), language)).collect();
        stems.dedup();
        assert_eq!(stems.len(), 1, "{words:?}: {stems:?}");
    }

    #[test]
    fn danish_inflections_share_a_stem() {
        check(Language::Da, &["skole", "skolen", "skoler", "skolerne", "skolernes"]);
        check(Language::Da, &["virksomhed", "virksomheden", "virksomheder"]);
        check(Language::Da, &["børn", "børnene", "børnenes"]);
        check(Language::Da, &["aktør", "aktøren", "aktører"]);
        check(Language::Da, &["landsby", "landsbyen", "landsbyer", "landsbyerne"]);
    }

    #[test]
    fn danish_words_may_end_in_a_danish_letter() {
        check(Language::Da, &["miljø", "miljøet", "miljøer"]);
        check(Language::Da, &["sø", "søen", "søer"]);
    }

    #[test]
    fn short_danish_words_are_inflected_too() {
        check(Language::Da, &["by", "byen", "byer", "byerne", "byens"]);
        check(Language::Da, &["sti", "stien", "stier"]);
        assert_eq!(stem("hus", Language::Da), "hus");
    }

    #[test]
    fn english_inflections_share_a_stem() {
        check(Language::En, &["school", "schools"]);
        check(Language::En, &["city", "cities"]);
        check(Language::En, &["company", "companies"]);
        check(Language::En, &["learn", "learning", "learned"]);
    }

    #[test]
    fn both_spellings_of_a_danish_letter_share_a_stem() {
        check(Language::Da, &["børnehave", "boernehaver", "BØRNEHAVEN"]);
        check(Language::Da, &["område", "omraader", "OMRÅDERNE"]);
    }

    #[test]
    fn what_is_no_word_of_these_languages_stays_as_it_is() {
        for term in ["", "5d", "2000", "85%", "10-m1", "ωμέγα", "東京"] {
            assert_eq!(stem(term, Language::Da), term);
            assert_eq!(stem(term, Language::En), term);
        }
    }
}
