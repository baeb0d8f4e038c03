//! Cutting text into words, figures and ids.

use std::ops::Range;

use super::fold::{is_invisible, is_mark, push_folded};

/// Letters or digits of one piece that count; what is longer was not written by a person.
const LONGEST_TERM: usize = 64;

/// What turns the figure before it into a percentage, besides the sign and `per cent`.
const PERCENT_WORDS: [&str; 3] = ["procent", "percent", "pct"];

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters only.
    Word,
    /// Letters and digits together, such as the ids `5d`, `8a1` and `10-m1`.
    Key,
    /// A number.
    Figure,
    /// A number with its percent sign or word; follows the same number without.
    Percent,
}

/// A piece of text and the bytes where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

impl Piece {
    /// Writes the term under which the piece is found, over what `term` held.
    pub(super) fn write(&self, text: &str, term: &mut String) {
        term.clear();
        let piece = text.get(self.range.clone()).unwrap_or_default();
        match self.kind {
            Kind::Word | Kind::Key => {
                for letter in piece.chars().take(LONGEST_TERM) {
                    push_folded(letter, term);
                }
            }
            Kind::Figure => write_figure(piece, term),
            Kind::Percent => {
                write_figure(piece, term);
                term.push('%');
            }
        }
    }
}

/// The pieces of a text in order.
pub(super) const fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0, single_until: 0, percent: None }
}

/// Goes through a text piece by piece.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// Up to here digits between separators are figures of their own, as in a date.
    single_until: usize,
    /// The percentage to be returned next.
    percent: Option<Piece>,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(percent) = self.percent.take() {
            return Some(percent);
        }
        let start = self.at + self.text.get(self.at..)?.find(starts_piece)?;
        let (kind, length) = self.measure(start)?;
        let end = start + length;
        let after = self.text.get(end..)?;
        self.at = end;
        match kind {
            Kind::Word | Kind::Key => self.at += short_ending(after),
            Kind::Figure | Kind::Percent => {
                self.percent = percent(after)
                    .map(|more| Piece { kind: Kind::Percent, range: start..end + more });
            }
        }
        Some(Piece { kind, range: start..end })
    }
}

impl Pieces<'_> {
    /// What begins here, and its length in bytes.
    fn measure(&mut self, start: usize) -> Option<(Kind, usize)> {
        let rest = self.text.get(start..)?;
        let (run, tail) = leading_run(rest);
        if !run.contains(|letter: char| letter.is_ascii_digit()) {
            return Some((Kind::Word, run.len()));
        }
        if let Some(more) = id_tail(tail) {
            return Some((Kind::Key, run.len() + more));
        }
        if digits(run) < run.len() {
            return Some((Kind::Key, run.len()));
        }
        Some((Kind::Figure, self.figure(start, rest)))
    }

    /// The length of the figure that begins here.
    fn figure(&mut self, start: usize, rest: &str) -> usize {
        let single = digits(rest);
        if start < self.single_until {
            return single;
        }
        let run = figure_run(rest);
        if rest.get(..run).and_then(reading).is_some() {
            return run;
        }
        self.single_until = start + run;
        single
    }
}

fn starts_piece(letter: char) -> bool {
    letter.is_ascii_digit() || (letter.is_alphabetic() && !is_mark(letter))
}

fn continues_piece(letter: char) -> bool {
    starts_piece(letter) || is_mark(letter) || is_invisible(letter)
}

/// The letters and digits with which a text begins, and the rest.
fn leading_run(text: &str) -> (&str, &str) {
    let length = text.find(|letter: char| !continues_piece(letter)).unwrap_or(text.len());
    text.split_at_checked(length).unwrap_or((text, ""))
}

/// The length of the second half of an id such as `10-m1`: a hyphen, one letter, digits.
fn id_tail(text: &str) -> Option<usize> {
    let tail = text.strip_prefix('-')?;
    let number = tail.strip_prefix(|letter: char| letter.is_ascii_alphabetic())?;
    let count = digits(number);
    let ends = !number.get(count..)?.starts_with(continues_piece);
    (count > 0 && ends).then_some(2 + count)
}

/// The length of an ending behind an apostrophe (`council's`, `EU's`, `tv'et`), which is no word.
fn short_ending(text: &str) -> usize {
    let Some(tail) = text.strip_prefix(['\'', '’']) else {
        return 0;
    };
    let (ending, rest) = leading_run(tail);
    if (1..=2).contains(&ending.chars().count()) { text.len() - rest.len() } else { 0 }
}

/// The length of the percent sign or word with which a text begins, spaces included.
fn percent(text: &str) -> Option<usize> {
    let next = text.trim_start();
    if let Some(rest) = next.strip_prefix('%') {
        return Some(text.len() - rest.len());
    }
    let (name, rest) = leading_run(next);
    if PERCENT_WORDS.iter().any(|word| name.eq_ignore_ascii_case(word)) {
        return Some(text.len() - rest.len());
    }
    let (second, rest) = leading_run(rest.trim_start());
    let is_per_cent = name.eq_ignore_ascii_case("per") && second.eq_ignore_ascii_case("cent");
    is_per_cent.then(|| text.len() - rest.len())
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The length of digits with single points or commas between them.
fn figure_run(text: &str) -> usize {
    let mut length = digits(text);
    loop {
        let rest = text.get(length..).and_then(|rest| rest.strip_prefix(['.', ',']));
        match rest.map(digits) {
            Some(group) if group > 0 => length += 1 + group,
            Some(_) | None => return length,
        }
    }
}

/// The whole part and the decimals of a figure; nothing for a date or a list.
///
/// `2.000` and `2,000` are both two thousand: nobody writes a decision with three decimals.
fn reading(run: &str) -> Option<(&str, &str)> {
    let Some((whole, decimals)) = run.rsplit_once(['.', ',']) else {
        return Some((run, ""));
    };
    let is_comma = run.get(whole.len()..).is_some_and(|tail| tail.starts_with(','));
    let (last, other) = if is_comma { (',', '.') } else { ('.', ',') };
    if is_grouped(run, last) {
        Some((run, ""))
    } else if digits(whole) == whole.len() || is_grouped(whole, other) {
        Some((whole, decimals))
    } else {
        None
    }
}

/// Whether these are thousands: groups of three digits behind a shorter first one.
fn is_grouped(run: &str, separator: char) -> bool {
    let mut groups = run.split(separator);
    let all_digits = |group: &str| digits(group) == group.len();
    groups.next().is_some_and(|first| {
        (1..=3).contains(&first.len()) && all_digits(first) && !first.starts_with('0')
    }) && groups.all(|group| group.len() == 3 && all_digits(group))
}

/// Writes the figure with which a piece begins: no thousands separators, a point before decimals.
fn write_figure(piece: &str, term: &mut String) {
    let run = piece.get(..figure_run(piece)).unwrap_or_default();
    let (whole, decimals) = reading(run).unwrap_or((run, ""));
    term.extend(whole.chars().filter(char::is_ascii_digit).take(LONGEST_TERM));
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        term.push('.');
        term.extend(decimals.chars().take(LONGEST_TERM));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut term = String::new();
        let terms: Vec<String> = pieces(text)
            .map(|piece| {
                piece.write(text, &mut term);
                term.clone()
            })
            .collect();
        assert_eq!(terms.join(" "), expected, "{text}");
    }

    #[test]
    fn words_are_letters_between_other_things() {
        check("Bolig-, kultur- og handelsbyen", "bolig kultur og handelsbyen");
        check("leg/læring (idræt)", "leg laering idraet");
        check("", "");
        check(" \n%'’-", "");
    }

    #[test]
    fn short_endings_behind_an_apostrophe_are_no_words() {
        check("the council’s plan", "the council plan");
        check("EU's don't", "eu don");
        check("O'Brien", "o brien");
        check("''", "");
    }

    #[test]
    fn ids_stay_in_one_piece() {
        check("5d, 8a1 og 10-m1.", "5d 8a1 og 10-m1");
        check("e6-r2 e6a E6", "e6-r2 e6a e6");
        check("CO2-udslip", "co2 udslip");
    }

    #[test]
    fn a_hyphen_between_other_things_separates() {
        check("16-18", "16 18");
        check("0-6 års", "0 6 aars");
        check("16-årige", "16 aarige");
        check("10-m1x", "10 m1x");
        check("8a1–8a7", "8a1 8a7");
    }

    #[test]
    fn thousands_lose_their_separators() {
        check("2.000 2,000 2000", "2000 2000 2000");
        check("1.234.567", "1234567");
        check("2.000kr", "2000 kr");
    }

    #[test]
    fn decimals_follow_a_point() {
        check("2,5 2.5 2,50", "2.5 2.5 2.5");
        check("1.234,5 1,234.5", "1234.5 1234.5");
        check("0,125", "0.125");
        check("16.00", "16");
    }

    #[test]
    fn dates_and_lists_are_single_figures() {
        check("23.11.2026", "23 11 2026");
        check("1,2,3", "1 2 3");
        check("i 2021. Og", "i 2021 og");
    }

    #[test]
    fn a_percentage_is_found_with_and_without_its_sign() {
        check("85 %", "85 85%");
        check("85% af", "85 85% af");
        check("85\u{a0}%", "85 85%");
        check("85 procent", "85 85% procent");
        check("2,5 percent", "2.5 2.5% percent");
        check("85 per cent", "85 85% per cent");
        check("85 pct.", "85 85% pct");
        check("80-90 %", "80 90 90%");
        check("85 personer", "85 personer");
    }

    #[test]
    fn a_percentage_covers_its_sign() {
        let text = "Mindst 85 procent af";
        let percent = pieces(text).find(|piece| piece.kind == Kind::Percent);
        assert_eq!(percent.and_then(|piece| text.get(piece.range)), Some("85 procent"));
    }

    #[test]
    fn accents_and_soft_hyphens_stay_inside_their_word() {
        check("ide\u{301}er", "ideer");
        check("skole\u{ad}ledere", "skoleledere");
    }

    #[test]
    fn endless_words_are_cut() {
        check(&"a".repeat(1000), &"a".repeat(64));
        check(&"7".repeat(1000), &"7".repeat(64));
    }
}
