//! Paragraphs: which lines of a hard-wrapped block belong together.
//!
//! Where blank lines separate paragraphs, they decide. Where they stand between all lines or
//! nowhere, the wrapping itself tells: a line was broken only because the next word did not fit,
//! so a line on which it would have fitted ends its paragraph. What remains is in doubt, and a
//! doubt is settled only by the number of paragraphs that the edition expects, never by a guess.

use super::lines::{Line, SOFT_HYPHEN, join};
use crate::sorted::sort;

/// Longer lines, in characters, were never wrapped to a page.
const LONGEST_WRAPPED_LINE: usize = 200;
/// Width of a blank; the unit is about a twentieth of the type size.
const BLANK: usize = 5;
/// What stands before the points of a list; the last two are what symbol fonts leave behind.
const BULLETS: [char; 5] = ['•', '▪', '●', '\u{f0b7}', '\u{f0a7}'];

/// How paragraphs end in one document, as learned from all its blocks.
#[derive(Debug)]
pub(super) struct Paragraphs {
    /// The width to which lines are wrapped; 0 where every line is a paragraph.
    width: usize,
    /// Whether blank lines separate paragraphs.
    blanks_separate: bool,
}

/// How certain it is that a paragraph ends between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Nothing else explains how the lines stand.
    Certain,
    /// The line is full, but an extra blank or a new page speaks for an end.
    Likely,
    /// The line is full and a sentence ends with it.
    Possible,
}

impl Paragraphs {
    /// Learns from the blocks of a document how its paragraphs end.
    pub(super) fn learned_from<'a>(blocks: impl Iterator<Item = &'a [Line]>) -> Self {
        let (mut pairs, mut blanks, mut long, mut lines) = (0, 0, 0, 0);
        let mut broken = Vec::new();
        for block in blocks {
            lines += block.len();
            long += block.iter().filter(|line| is_long(&line.text)).count();
            for (line, next) in neighbours(block) {
                pairs += 1;
                blanks += usize::from(next.gap);
                if !(ends_sentence(&line.text) && begins_sentence(&next.text)) {
                    broken.push(width_of(&line.text));
                }
            }
        }
        let wrapped = long * 20 <= lines;
        Self {
            width: if wrapped { nearly_widest(broken) } else { 0 },
            blanks_separate: blanks * 5 > pairs && blanks * 5 < pairs * 4,
        }
    }

    /// The paragraphs of a block as far as they can be told apart for certain.
    pub(super) fn certain(&self, lines: &[Line]) -> Vec<String> {
        self.split(lines, Ending::Certain)
    }

    /// The paragraphs of a block that is known to have so many. Nothing, where the certain ends,
    /// those and the likely ones, and all possible ones give other numbers.
    pub(super) fn exactly(&self, lines: &[Line], count: usize) -> Option<Vec<String>> {
        let ways = [Ending::Certain, Ending::Likely, Ending::Possible];
        ways.into_iter().map(|least| self.split(lines, least)).find(|found| found.len() == count)
    }

    fn split(&self, lines: &[Line], least: Ending) -> Vec<String> {
        let mut paragraphs = Vec::new();
        let mut current: Vec<&str> = Vec::new();
        let mut before: Option<&Line> = None;
        for line in lines {
            let ending = before.and_then(|before| self.ending(before, line));
            if ending.is_some_and(|found| found <= least) {
                paragraphs.push(join(std::mem::take(&mut current)));
            }
            let text = line.text.as_str();
            current.push(if current.is_empty() { without_bullet(text) } else { text });
            before = Some(line);
        }
        if !current.is_empty() {
            paragraphs.push(join(current));
        }
        paragraphs
    }

    fn ending(&self, line: &Line, next: &Line) -> Option<Ending> {
        if self.width == 0 || starts_with_bullet(&next.text) {
            return Some(Ending::Certain);
        }
        if !begins_sentence(&next.text) {
            return None;
        }
        if !self.blanks_separate {
            return self.ending_by_width(line, next);
        }
        if next.gap {
            return Some(Ending::Certain);
        }
        match self.ending_by_width(line, next)? {
            Ending::Certain => Some(Ending::Likely),
            Ending::Likely | Ending::Possible => Some(Ending::Possible),
        }
    }

    /// Widths are estimates, so that a little room at the end of a line says nothing yet. A line
    /// that does not end a sentence needs much room to count.
    fn ending_by_width(&self, line: &Line, next: &Line) -> Option<Ending> {
        let reach = width_of(&line.text) + BLANK + width_of(first_piece(&next.text));
        let fits_easily = reach * 4 <= self.width * 3;
        let fits = reach * 20 <= self.width * 19;
        let ends = ends_sentence(&line.text);
        match (fits_easily || (fits && ends), ends) {
            (true, _) => Some(Ending::Certain),
            (false, true) if line.spare || next.page => Some(Ending::Likely),
            (false, true) => Some(Ending::Possible),
            (false, false) => None,
        }
    }
}

fn neighbours(lines: &[Line]) -> impl Iterator<Item = (&Line, &Line)> {
    lines.iter().zip(lines.iter().skip(1))
}

fn is_long(text: &str) -> bool {
    text.chars().nth(LONGEST_WRAPPED_LINE).is_some()
}

/// The width that all but the widest twentieth keep to, so that one odd line sets no measure.
fn nearly_widest(mut widths: Vec<usize>) -> usize {
    sort(&mut widths, |one, other| one < other);
    widths.get(widths.len() * 19 / 20).copied().unwrap_or_default()
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '“', '"', '»', '«', '’', '\'', ')']);
    text.ends_with(['.', '!', '?', ':', '…'])
}

/// Whether a line can be the first of a paragraph: it does not go on in the middle of a sentence.
fn begins_sentence(text: &str) -> bool {
    let goes_on = ['/', '–', '—', '-', ',', '.', ')', '%'];
    !text.starts_with(|c: char| c.is_lowercase() || goes_on.contains(&c))
}

fn starts_with_bullet(text: &str) -> bool {
    text.starts_with(BULLETS)
}

fn without_bullet(text: &str) -> &str {
    text.trim_start_matches(BULLETS).trim_start()
}

/// As much of a line as would have had to fit on the line before: its first word, or that word
/// up to a hyphen inside it.
fn first_piece(text: &str) -> &str {
    let word = text.split(' ').next().unwrap_or_default();
    let is_inside = |at: usize| at > 0 && at + 1 < word.len();
    let hyphen = word.find('-').filter(|at| is_inside(*at));
    hyphen.and_then(|at| word.get(..=at)).unwrap_or(word)
}

/// Roughly how wide a text is when set in a proportional typeface.
fn width_of(text: &str) -> usize {
    text.chars().map(width_of_letter).sum()
}

fn width_of_letter(c: char) -> usize {
    match c {
        SOFT_HYPHEN => 0,
        'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | ':' | ';' | '|' | '!' | ' ' => BLANK,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '”' | '“' | '"' => 7,
        'c' | 's' | 'v' | 'x' | 'y' | 'z' | 'k' => 9,
        'm' | 'w' | 'æ' | '–' | '—' | '%' | '@' => 15,
        'M' | 'W' => 17,
        _ if c.is_uppercase() => 12,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::read;
    use super::*;

    const LONG: &str = "Der er mange gode grunde til at lægge den nye sti langs åen og ikke i";
    const FULL: &str = "Der er mange gode grunde til at lægge den nye sti langs åen og ej.";

    fn split(text: &str, count: usize) -> Option<Vec<String>> {
        let lines = read(text);
        Paragraphs::learned_from(std::iter::once(lines.as_slice())).exactly(&lines, count)
    }

    #[test]
    fn a_line_with_room_for_the_next_word_ends_its_paragraph() {
        let text = format!("{LONG}\nden tætte by.\nDet koster mindre.");
        let found = split(&text, 2).unwrap();
        assert_eq!(found, [format!("{LONG} den tætte by."), "Det koster mindre.".into()]);
        assert_eq!(split(&text, 1), None);
        assert_eq!(split(&text, 3), None);
    }

    #[test]
    fn a_short_line_ends_its_paragraph_even_with_a_comma() {
        let text = format!("{LONG}\nden tætte by,\nDet koster mindre.");
        assert_eq!(split(&text, 2).map(|found| found.len()), Some(2));
    }

    #[test]
    fn a_full_line_ends_its_paragraph_only_where_the_number_says_so() {
        let text = format!("{LONG}\n{FULL}\nSommerferiegæsterne kender den.");
        assert_eq!(split(&text, 1).map(|found| found.len()), Some(1));
        assert_eq!(split(&text, 2).map(|found| found.len()), Some(2));
    }

    #[test]
    fn one_of_two_doubtful_ends_is_never_guessed() {
        let guests = "Sommerferiegæsterne kender den sti, der går helt ned langs åen og i";
        let text = format!("{LONG}\n{FULL}\n{guests}\n{FULL}\nSommerferiegæsterne");
        assert_eq!(split(&text, 2), None);
        let typed = text.replacen(&format!("{FULL}\n"), &format!("{FULL} \n"), 1);
        assert_eq!(split(&typed, 2).map(|found| found.len()), Some(2));
    }

    #[test]
    fn blank_lines_decide_where_they_stand_only_between_paragraphs() {
        let text = format!("{LONG}\n{LONG}\n{FULL}\n\nSommerferien\nstarter {LONG}\nnu.\n\nJa.");
        assert_eq!(split(&text, 3).map(|found| found.len()), Some(3));
    }

    #[test]
    fn blank_lines_between_all_lines_say_nothing() {
        let text = format!("{LONG}\n\nden tætte by.\n\nDet koster mindre.");
        assert_eq!(split(&text, 2).map(|found| found.len()), Some(2));
    }

    #[test]
    fn every_line_of_an_unwrapped_text_is_a_paragraph() {
        let long = LONG.repeat(4);
        assert_eq!(
            split(&format!("{long}.\n{long}\nog {long}."), 3).map(|found| found.len()),
            Some(3)
        );
    }

    #[test]
    fn bullets_begin_paragraphs_and_are_no_words() {
        let text = format!("• {LONG}\nden tætte by\n• og det koster mindre");
        let found = split(&text, 2).unwrap();
        assert_eq!(found, [format!("{LONG} den tætte by"), "og det koster mindre".into()]);
    }

    #[test]
    fn only_the_piece_up_to_a_hyphen_has_to_fit() {
        assert_eq!(first_piece("skole-/dagtilbud er"), "skole-");
        assert_eq!(first_piece("elev- og"), "elev-");
        assert_eq!(first_piece("- og"), "-");
    }
}
