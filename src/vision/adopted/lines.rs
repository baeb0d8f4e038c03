//! From text as it was extracted to clean lines that remember what stood around them.

/// A hyphen that shows only where a word was broken at the end of a line.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

const FORM_FEED: char = '\u{c}';
/// A stray blank marks the top of a page only where it is rare: at most one line in so many.
const STRAY_BLANK_IN: usize = 8;

/// A line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the text, from 1.
    pub(super) number: usize,
    /// Its words with single blanks between them. Composed letters, no invisible characters but
    /// one [`SOFT_HYPHEN`] at the end where a word was broken there.
    pub(super) text: String,
    /// Whether a blank line stands before it.
    pub(super) gap: bool,
    /// Whether it seems to be the first of a page.
    pub(super) page: bool,
    /// Whether it ends in more blanks than the lines of this text usually do: the writer typed a
    /// blank before ending the paragraph.
    pub(super) spare: bool,
}

/// A line with the blanks at its two ends counted.
struct Piece {
    line: Line,
    before: usize,
    after: usize,
}

/// All lines that are not blank, without page numbers.
pub(super) fn read(text: &str) -> Vec<Line> {
    let pieces = pieces(text);
    let usual = usual_ending(&pieces);
    let indented = pieces.iter().filter(|piece| piece.before > 0).count();
    let stray = indented * STRAY_BLANK_IN <= pieces.len();
    let numbers = page_numbers(&pieces);
    let mut lines = Vec::with_capacity(pieces.len());
    let mut page = false;
    for (piece, is_page_number) in pieces.into_iter().zip(numbers) {
        page |= piece.line.page;
        if is_page_number {
            continue;
        }
        let page_top = page || (stray && piece.before > 0);
        lines.push(Line { page: page_top, spare: piece.after > usual, ..piece.line });
        page = false;
    }
    lines
}

/// Lower-case letters and digits alone, accents on e dropped: headings compare equal whatever
/// their blanks, case and punctuation.
pub(super) fn compact(text: &str) -> String {
    let lower = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    lower.map(|c| if matches!(c, 'é' | 'è' | 'ê') { 'e' } else { c }).collect()
}

/// The words of several lines as one line.
pub(super) fn join<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        append(&mut text, line);
    }
    if text.ends_with(SOFT_HYPHEN) {
        text.pop();
    }
    text
}

fn append(text: &mut String, line: &str) {
    if text.ends_with(SOFT_HYPHEN) {
        text.pop();
    } else if !text.is_empty() && !goes_on_after_hyphen(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Whether a line that ends in a hyphen goes on without a blank: "mini-" and "byer" do, "social-"
/// and "og arbejdsområdet" do not. The hyphen itself stays, for it may be part of the word.
fn goes_on_after_hyphen(text: &str, line: &str) -> bool {
    let Some(word) = text.strip_suffix('-') else { return false };
    let linking = ["og", "eller", "samt", "men", "til", "and", "or"];
    let next = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.ends_with(char::is_alphanumeric) && !linking.contains(&next)
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut number, mut gap, mut page) = (1, false, false);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(ends_line).unwrap_or(rest.len());
        let Some((raw, tail)) = rest.split_at_checked(end) else { break };
        let mut after = tail.chars();
        let ended_by = after.next();
        let after_one = after.as_str();
        let words = clean(raw);
        if words.is_empty() {
            gap |= ended_by != Some(FORM_FEED);
        } else {
            let line = Line { number, text: words, gap, page, spare: false };
            let blanks = |c: &char| c.is_whitespace();
            pieces.push(Piece {
                line,
                before: raw.chars().take_while(blanks).count(),
                after: raw.chars().rev().take_while(blanks).count(),
            });
            (gap, page) = (false, false);
        }
        page |= ended_by == Some(FORM_FEED);
        number += usize::from(ended_by.is_some_and(counts_as_line));
        rest = tail.strip_prefix("\r\n").unwrap_or(after_one);
    }
    pieces
}

const fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | FORM_FEED | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Editors count no line at a vertical tab or form feed.
const fn counts_as_line(c: char) -> bool {
    !matches!(c, '\u{b}' | FORM_FEED)
}

fn clean(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for c in raw.chars() {
        if c.is_whitespace() || c.is_control() {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
        } else if let Some(letter) = text.chars().next_back().and_then(|base| composed(base, c)) {
            text.pop();
            text.push(letter);
        } else if let Some(letters) = ligature(c) {
            text.push_str(letters);
        } else if !is_invisible(c) {
            text.push(c);
        }
    }
    if text.ends_with(' ') {
        text.pop();
    }
    let broken = text.ends_with(SOFT_HYPHEN);
    text.retain(|c| c != SOFT_HYPHEN);
    if broken && !text.is_empty() {
        text.push(SOFT_HYPHEN);
    }
    text
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The one letter that a base letter and a combining mark are written as, for the letters of
/// Danish and its neighbours.
fn composed(base: char, mark: char) -> Option<char> {
    let (bases, letters) = match mark {
        '\u{300}' => ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        '\u{301}' => ("aeiouyæøåAEIOUYÆØÅ", "áéíóúýǽǿǻÁÉÍÓÚÝǼǾǺ"),
        '\u{302}' => ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        '\u{303}' => ("anoANO", "ãñõÃÑÕ"),
        '\u{308}' => ("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        '\u{30a}' => ("aA", "åÅ"),
        '\u{327}' => ("cC", "çÇ"),
        _ => return None,
    };
    bases.chars().zip(letters.chars()).find(|(of, _)| *of == base).map(|(_, letter)| letter)
}

const fn ligature(c: char) -> Option<&'static str> {
    match c {
        '\u{fb00}' => Some("ff"),
        '\u{fb01}' => Some("fi"),
        '\u{fb02}' => Some("fl"),
        '\u{fb03}' => Some("ffi"),
        '\u{fb04}' => Some("ffl"),
        _ => None,
    }
}

fn usual_ending(pieces: &[Piece]) -> usize {
    let mut blanks: Vec<usize> = pieces.iter().map(|piece| piece.after).collect();
    crate::sorted::sort(&mut blanks, |one, other| one < other);
    blanks.get(blanks.len() / 2).copied().unwrap_or_default()
}

/// Which lines are page numbers: "Side 3", or a bare number next to a page break.
fn page_numbers(pieces: &[Piece]) -> Vec<bool> {
    let next_is_top = pieces.iter().skip(1).map(|piece| piece.line.page).chain([false]);
    let is_number = |(piece, ends_page): (&Piece, bool)| {
        let text = piece.line.text.as_str();
        is_numbered_side(text) || ((piece.line.page || ends_page) && is_bare_number(text))
    };
    pieces.iter().zip(next_is_top).map(is_number).collect()
}

fn is_bare_number(text: &str) -> bool {
    let number = text.trim_matches(['-', '–', ' ']);
    (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

fn is_numbered_side(text: &str) -> bool {
    let mut words = text.split(' ');
    let opens = matches!(words.next(), Some("Side" | "side"));
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(number), None, ..) => opens && is_bare_number(number),
        (Some(number), Some("af"), Some(all), None) => {
            opens && is_bare_number(number) && is_bare_number(all)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        read(text).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_and_counts_once() {
        let lines = read("en\r\nto\rtre\n\nfem\u{2028}seks\u{c}seks igen");
        let numbers: Vec<usize> = lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 2, 3, 5, 6, 6]);
        let gaps: Vec<bool> = lines.iter().map(|line| line.gap).collect();
        assert_eq!(gaps, [false, false, false, true, false, false]);
        let pages: Vec<bool> = lines.iter().map(|line| line.page).collect();
        assert_eq!(pages, [false, false, false, false, false, true]);
    }

    #[test]
    fn extraction_leaves_no_traces_in_the_words() {
        let check = |input: &str, expected: &str| assert_eq!(texts(input), [expected]);
        check("  Ga\u{30a}rdens\u{a0}cafe\u{301}\t er  a\u{ad}ben ", "Gårdens café er aben");
        check("A\u{30a}ben bog\u{200b}bus", "Åben bogbus");
        check("e\u{fb01}n gra\u{fb02}", "efin grafl");
        check("bo\u{7}gbus", "bo gbus");
    }

    #[test]
    fn the_first_line_of_a_page_is_known_by_its_stray_blank() {
        let mut text = "Linje uden.\n".repeat(20);
        text.push_str(" Linje med.\n");
        let pages = read(&text).into_iter().filter(|line| line.page).map(|line| line.number);
        assert_eq!(pages.collect::<Vec<_>>(), [21]);
        assert!(read("  en\n  to\n  tre").iter().all(|line| !line.page));
    }

    #[test]
    fn page_numbers_are_left_out_where_a_page_ends_or_begins() {
        assert_eq!(texts("en\n3\n\u{c}to\nSide 4\ntre\nSide 5 af 9\n"), ["en", "to", "tre"]);
        assert_eq!(texts("omkring\n25\nboliger"), ["omkring", "25", "boliger"]);
        assert_eq!(texts("Side om side\n"), ["Side om side"]);
        assert!(read("en\n\u{c}3\nto").iter().any(|line| line.text == "to" && line.page));
    }

    #[test]
    fn a_blank_more_than_usual_at_the_end_is_noticed() {
        let spare: Vec<bool> = read("a \nb  \nc \n").iter().map(|line| line.spare).collect();
        assert_eq!(spare, [false, true, false]);
        assert!(read("a\nb\nc").iter().all(|line| !line.spare));
    }

    #[test]
    fn words_broken_at_a_line_end_are_joined_and_keep_their_hyphens() {
        let check = |input: [&str; 2], expected: &str| assert_eq!(join(input), expected);
        check(["en lille", "by"], "en lille by");
        check(["mini-", "bogby"], "mini-bogby");
        check(["anlægs-", "/driftsplaner"], "anlægs-/driftsplaner");
        check(["social-", "og kulturområdet"], "social- og kulturområdet");
        check(["byen -", "og havnen"], "byen - og havnen");
        check(["biblio\u{ad}", "teket\u{ad}"], "biblioteket");
    }

    #[test]
    fn headings_compare_without_case_blanks_and_accents() {
        assert_eq!(compact(" HÉR er  vi i 2030 :"), "herervii2030");
    }
}
