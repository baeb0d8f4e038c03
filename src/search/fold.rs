//! Folding: one spelling for what people type in several ways.
//!
//! Folded text is lower case and without accents; `æ`, `ø` and `å` are written `ae`, `oe` and `aa`,
//! as on a keyboard that lacks them. Text and query are folded alike and before anything else.

use std::ops::Range;

const DIAERESIS: char = '\u{308}';
const RING_ABOVE: char = '\u{30a}';

/// The folded spelling of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        push_folded(letter, &mut folded);
    }
    folded
}

/// Adds one letter in its folded spelling.
pub(super) fn push_folded(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for lower in letter.to_lowercase() {
        if is_mark(lower) {
            let base = folded.chars().next_back();
            folded.extend(second_letter(base, lower));
        } else if let Some(plain) = plain_spelling(lower) {
            folded.push_str(plain);
        } else if !is_invisible(lower) {
            folded.push(lower);
        }
    }
}

/// The bytes of a word that are spelled by the given bytes of its folded spelling, in whole letters.
pub(super) fn unfolded(word: &str, folded: &Range<usize>) -> Range<usize> {
    let mut spelled = String::with_capacity(word.len());
    let mut letter_start = 0;
    let mut start = None;
    for (at, letter) in word.char_indices() {
        let before = spelled.len();
        push_folded(letter, &mut spelled);
        // A mark belongs to the letter before it, so nothing begins or ends at one.
        if !is_mark(letter) {
            letter_start = at;
            if before >= folded.end && spelled.len() > before {
                return start.unwrap_or(at)..at;
            }
        }
        if start.is_none() && spelled.len() > folded.start {
            start = Some(letter_start);
        }
    }
    start.unwrap_or(word.len())..word.len()
}

/// The Danish letter that two folded letters may stand for.
pub(super) const fn joined(first: u8, second: u8) -> Option<char> {
    match (first, second) {
        (b'a', b'e') => Some('æ'),
        (b'o', b'e') => Some('ø'),
        (b'a', b'a') => Some('å'),
        _ => None,
    }
}

/// Whether this is an accent that stands behind its letter.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether this can stand inside a word unseen: soft hyphens, joiners, the byte order mark.
pub(super) const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// What a mark adds to the letter before it, where the two together are spelled with two letters.
const fn second_letter(base: Option<char>, mark: char) -> Option<char> {
    match (base, mark) {
        (Some('a'), RING_ABOVE) => Some('a'),
        (Some('a' | 'o'), DIAERESIS) => Some('e'),
        _ => None,
    }
}

const fn plain_spelling(letter: char) -> Option<&'static str> {
    Some(match letter {
        'æ' | 'ä' | 'ǽ' | 'ǣ' => "ae",
        'ø' | 'ö' | 'ǿ' | 'œ' => "oe",
        'å' | 'ǻ' => "aa",
        'à' | 'á' | 'â' | 'ã' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text}");
    }

    #[test]
    fn danish_letters_are_spelled_with_two_letters() {
        check("Børn på Ærø", "boern paa aeroe");
        check("ÆØÅ", "aeoeaa");
        check("boern paa aeroe", "boern paa aeroe");
    }

    #[test]
    fn accents_fall_away() {
        check("idé", "ide");
        check("én ENTRÉ crêpe", "en entre crepe");
        check("Müller Şahin Łódź", "muller sahin lodz");
        check("Straße", "strasse");
    }

    #[test]
    fn the_neighbours_letters_are_read_as_the_danish_ones() {
        check("Malmö Kämpe", "malmoe kaempe");
    }

    #[test]
    fn letters_with_marks_of_their_own_fold_like_whole_ones() {
        check("A\u{30a}rhus", "aarhus");
        check("ide\u{301}", "ide");
        check("Malmo\u{308}", "malmoe");
        check("u\u{308}", "u");
        check("\u{30a}", "");
    }

    #[test]
    fn what_nobody_sees_falls_away() {
        check("skole\u{ad}leder", "skoleleder");
        check("\u{feff}by", "by");
    }

    #[test]
    fn other_scripts_are_only_lower_cased() {
        check("Ωμέγα", "ωμέγα");
        check("東京", "東京");
        check("", "");
    }

    #[test]
    fn folded_bytes_lead_back_to_whole_letters() {
        fn back(word: &str, folded: Range<usize>, expected: &str) {
            assert_eq!(word.get(unfolded(word, &folded)), Some(expected), "{word} {folded:?}");
        }
        back("Børnehave", 0..5, "Børn");
        back("Børnehave", 2..5, "ørn");
        back("Børnehave", 1..2, "ø");
        back("Børnehave", 0..10, "Børnehave");
        back("A\u{30a}rhus", 0..2, "A\u{30a}");
        back("A\u{30a}rhus", 1..3, "A\u{30a}r");
        back("A\u{30a}rhus", 0..1, "A\u{30a}");
        back("skole\u{ad}leder", 0..5, "skole\u{ad}");
        back("skole\u{ad}leder", 5..10, "leder");
        back("by", 0..0, "");
    }
}
