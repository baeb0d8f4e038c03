//! Words that nearly agree: with one typing error, or with plain letters for the Danish ones.

use super::fold::joined;

/// Letters of a word that are compared.
const LONGEST: usize = 64;

/// The bit in a [`mask`] that says that a term has digits.
pub(super) const DIGITS: u32 = 1 << 26;
const OTHERS: u32 = 1 << 27;

const AE: u8 = b'{';
const OE: u8 = b'|';
const AA: u8 = b'}';

/// A folded word with one byte for each letter: `ae`, `oe` and `aa` count as one, so that a missing
/// `ø` is one error and not two. They take the places they had in the Danish ISO 646.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    slots: [u8; LONGEST],
    length: usize,
}

impl Letters {
    /// The letters of a folded word.
    pub(super) fn of(term: &str) -> Self {
        let mut slots = [0; LONGEST];
        let mut length = 0;
        let mut bytes = term.bytes().peekable();
        for (number, slot) in slots.iter_mut().enumerate() {
            let Some(first) = bytes.next() else { break };
            let letter = bytes.peek().and_then(|&second| joined(first, second));
            *slot = letter.map_or(first, one_byte);
            if letter.is_some() {
                bytes.next();
            }
            length = number + 1;
        }
        Self { slots, length }
    }

    /// One byte for each letter.
    pub(super) fn as_slice(&self) -> &[u8] {
        self.slots.get(..self.length).unwrap_or_default()
    }

    /// How many letters the word has.
    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// The bytes that these first letters take in the folded spelling.
    pub(super) fn folded_length(&self, letters: usize) -> usize {
        let bytes = |&letter: &u8| if matches!(letter, AE | OE | AA) { 2_usize } else { 1 };
        self.as_slice().iter().take(letters).map(bytes).sum()
    }
}

/// Which letters occur in a term, one bit each: a quick way to see that two cannot agree.
pub(super) fn mask(term: &str) -> u32 {
    term.bytes().fold(0, |mask, byte| mask | bit(byte))
}

/// Where `part` stands in `term` behind its beginning.
pub(super) fn inside(part: &str, term: &str) -> Option<usize> {
    // `windows` does not take zero.
    let length = part.len().max(1);
    let found = term.as_bytes().windows(length).skip(1).position(|at| at == part.as_bytes());
    found.map(|before| before + 1)
}

/// Whether one letter too many, too few, wrong, or swapped with the next makes the difference.
pub(super) fn differs_by_one(typed: &[u8], meant: &[u8]) -> bool {
    repairs(typed, meant).into_iter().flatten().any(|(typed, meant)| typed == meant)
}

/// Whether `typed` with one error repaired is how `meant` begins.
///
/// Something must agree behind the error: otherwise any wrong last letter would find every word
/// that begins with the letters before it.
pub(super) fn begins_but_for_one(typed: &[u8], meant: &[u8]) -> bool {
    let [swapped, missing, wrong, superfluous] = repairs(typed, meant);
    let agrees = |rests: Rests<'_>, at_least: usize| {
        rests.is_some_and(|(typed, meant)| typed.len() >= at_least && meant.starts_with(typed))
    };
    agrees(swapped, 0) || agrees(missing, 1) || agrees(wrong, 1) || agrees(superfluous, 1)
}

/// Whether `meant` begins with `typed` when a plain `o` may stand for `ø`, and `a` for `å` or `æ`.
pub(super) fn begins_plainly(typed: &[u8], meant: &[u8]) -> bool {
    typed.len() <= meant.len()
        && typed.iter().zip(meant).all(|(&typed, &meant)| typed == meant || typed == plain(meant))
}

/// What is left of both words behind the repaired error.
type Rests<'a> = Option<(&'a [u8], &'a [u8])>;

/// The rests for the errors that are possible where the words part: letters swapped, one missing,
/// one wrong, one too many.
fn repairs<'a>(typed: &'a [u8], meant: &'a [u8]) -> [Rests<'a>; 4] {
    let same = typed.iter().zip(meant).take_while(|(typed, meant)| typed == meant).count();
    let typed_from = |skipped: usize| typed.get(same + skipped..);
    let meant_from = |skipped: usize| meant.get(same + skipped..);
    let swapped = match (typed_from(0), meant_from(0)) {
        (Some([one, two, typed @ ..]), Some([first, second, meant @ ..]))
            if one == second && two == first =>
        {
            Some((typed, meant))
        }
        _ => None,
    };
    let missing = typed_from(0).zip(meant_from(1));
    let wrong = typed_from(1).zip(meant_from(1));
    let superfluous = typed_from(1).zip(meant_from(0));
    [swapped, missing, wrong, superfluous]
}

const fn one_byte(letter: char) -> u8 {
    match letter {
        'æ' => AE,
        'ø' => OE,
        _ => AA,
    }
}

const fn plain(letter: u8) -> u8 {
    match letter {
        OE => b'o',
        AE | AA => b'a',
        other => other,
    }
}

fn bit(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => DIGITS,
        _ => OTHERS,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    type Agree = fn(&[u8], &[u8]) -> bool;

    fn check(agree: Agree, typed: &str, meant: &str, expected: bool) {
        assert_eq!(agree(typed.as_bytes(), meant.as_bytes()), expected, "{typed} {meant}");
    }

    fn check_letters(agree: Agree, typed: &str, meant: &str, expected: bool) {
        let (one, other) = (Letters::of(&fold(typed)), Letters::of(&fold(meant)));
        assert_eq!(agree(one.as_slice(), other.as_slice()), expected, "{typed} {meant}");
    }

    #[test]
    fn one_error_of_each_kind_is_forgiven() {
        check(differs_by_one, "skloe", "skole", true);
        check(differs_by_one, "skle", "skole", true);
        check(differs_by_one, "skolle", "skole", true);
        check(differs_by_one, "skile", "skole", true);
        check(differs_by_one, "kole", "skole", true);
        check(differs_by_one, "skol", "skole", true);
        check(differs_by_one, "skolex", "skole", true);
        check(differs_by_one, "skolf", "skole", true);
    }

    #[test]
    fn two_errors_and_none_are_something_else() {
        check(differs_by_one, "skole", "skole", false);
        check(differs_by_one, "sklloe", "skole", false);
        check(differs_by_one, "kolse", "skole", false);
        check(differs_by_one, "skoleleder", "skole", false);
        check(differs_by_one, "", "skole", false);
        check(differs_by_one, "", "", false);
    }

    #[test]
    fn a_danish_letter_is_one_letter() {
        check_letters(differs_by_one, "brnehave", "børnehave", true);
        check_letters(differs_by_one, "køologi", "økologi", true);
        check_letters(differs_by_one, "åkologi", "økologi", true);
        assert_eq!(Letters::of("boern").len(), 4);
        assert_eq!(Letters::of("boernehave").folded_length(4), 5);
        assert_eq!(Letters::of(&"x".repeat(1000)).len(), LONGEST);
    }

    #[test]
    fn the_beginning_of_a_longer_word_may_have_one_error() {
        check(begins_but_for_one, "skoel", "skoleledere", true);
        check(begins_but_for_one, "skileled", "skoleledere", true);
        check(begins_but_for_one, "skolleled", "skoleledere", true);
        check(begins_but_for_one, "skoeled", "skoleledere", true);
        check(begins_but_for_one, "skxlx", "skoleledere", false);
    }

    #[test]
    fn a_wrong_last_letter_finds_no_longer_words() {
        check(begins_but_for_one, "skolx", "skoleledere", false);
    }

    #[test]
    fn plain_letters_stand_for_danish_ones() {
        check_letters(begins_plainly, "born", "børn", true);
        check_letters(begins_plainly, "born", "børnehave", true);
        check_letters(begins_plainly, "radhus", "rådhus", true);
        check_letters(begins_plainly, "smabornsomrader", "småbørnsområder", true);
        check_letters(begins_plainly, "larer", "lærer", true);
        check_letters(begins_plainly, "børn", "born", false);
        check_letters(begins_plainly, "bern", "børn", false);
    }

    #[test]
    fn a_part_is_found_behind_the_beginning_only() {
        assert_eq!(inside("leder", "skoleledere"), Some(5));
        assert_eq!(inside("skole", "skoleledere"), None);
        assert_eq!(inside("anan", "ananan"), Some(2));
        assert_eq!(inside("skole", "by"), None);
        assert_eq!(inside("", "by"), None);
    }

    #[test]
    fn a_mask_tells_letters_from_digits() {
        assert_eq!(mask("aab"), 0b11);
        assert_eq!(mask("5d") & DIGITS, DIGITS);
        assert_eq!(mask("by") & DIGITS, 0);
    }
}
