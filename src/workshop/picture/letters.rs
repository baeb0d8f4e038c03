//! The texts of a picture: how they are set, how they break into lines, and how they are written into
//! a file.
//!
//! Widths are in hundredths of the size of the letters.

use super::{ROOM, SLOT};

/// How a text is set.
pub(super) struct Face {
    pub(super) size: u64,
    /// From one line to the next.
    pub(super) line: u64,
    /// What the element says besides.
    pub(super) is_bold: bool,
    pub(super) is_quiet: bool,
    /// The px of a line. Bold letters have fewer, for they are wider than they are counted.
    pub(super) room: u64,
    /// So many lines are shown.
    pub(super) most: usize,
}

const PLAIN: Face =
    Face { size: 15, line: 20, is_bold: false, is_quiet: false, room: ROOM, most: 3 };
pub(super) const TITLE: Face = Face { size: 24, line: 30, is_bold: true, room: ROOM - 60, ..PLAIN };
pub(super) const SUBTITLE: Face = Face { size: 16, line: 22, is_quiet: true, most: 4, ..PLAIN };
pub(super) const LABEL: Face = PLAIN;
pub(super) const VALUE: Face = Face { size: 16, is_bold: true, room: 110, most: 1, ..PLAIN };
/// Of the ends of a scale.
pub(super) const END: Face = Face { size: 13, is_quiet: true, ..PLAIN };
pub(super) const FOOTER: Face = Face { size: 13, line: 18, is_quiet: true, ..PLAIN };

/// The face of a count under its column. It becomes smaller where the column has too little room: a
/// number that is cut would be another number.
pub(super) fn count_face(count: &str) -> Face {
    let room = SLOT - 4;
    Face { size: 14.min(room * 100 / text_width(count).max(1)), room, ..PLAIN }
}

/// A text on one line, written out as XML.
pub(super) fn on_one_line(text: &str) -> String {
    escaped(&words(text).join(" "))
}

/// The words of a text, without what XML forbids and what is not seen. Blanks at which a text must
/// not break stay in their word.
fn words(text: &str) -> Vec<String> {
    let is_break = |sign: char| sign.is_whitespace() && !matches!(sign, '\u{a0}' | '\u{202f}');
    let is_kept = |sign: &char| {
        !sign.is_control() && !matches!(sign, '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let words = text.split(is_break).map(|word| word.chars().filter(is_kept).collect());
    words.filter(|word: &String| !word.is_empty()).collect()
}

/// Breaks a text into as many lines as its face shows, and a word only if it is longer than a line.
/// Where more would follow, the last line ends with "…".
pub(super) fn wrap(text: &str, face: &Face) -> Vec<String> {
    let room = face.room * 100 / face.size.max(1);
    let mut lines = Vec::new();
    let (mut line, mut width) = (String::new(), 0);
    for word in words(text) {
        if !line.is_empty() && width + letter_width(' ') + text_width(&word) > room {
            lines.push(std::mem::take(&mut line));
            width = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            width += letter_width(' ');
        }
        for letter in word.chars() {
            let more = letter_width(letter);
            if width + more > room && !line.is_empty() && !is_mark(letter) {
                lines.push(std::mem::take(&mut line));
                width = 0;
            }
            line.push(letter);
            width += more;
        }
        if lines.len() > face.most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > face.most {
        lines.truncate(face.most);
        if let Some(last) = lines.last_mut() {
            leave_off(last, room);
        }
    }
    lines
}

/// Ends a line with "…", within its room.
fn leave_off(line: &mut String, room: u64) {
    let mut width = text_width(line) + letter_width('…');
    while width > room
        && let Some(letter) = line.pop()
    {
        width -= letter_width(letter);
    }
    line.truncate(line.trim_end().len());
    line.push('…');
}

/// About how wide a text is, rather too wide than too narrow, whatever letters a device has.
pub(super) fn text_width(text: &str) -> u64 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> u64 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 28,
        ' ' | ',' | '.' | '-' | ':' | 'f' | 'r' | 't' => 38,
        'm' | 'w' | 'æ' | 'M' | 'W' | 'Æ' | 'Ø' | '%' | '@' => 98,
        'a'..='z' | 'å' | 'ø' | 'é' => 60,
        _ if letter.is_ascii() => 72,
        // Little pictures among the letters.
        '\u{1f000}'.. => 140,
        _ => 105,
    }
}

/// Whether it belongs to the letter before and has no width of its own: accents, variants, joiners.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// A text with the signs that mean something to XML written out.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            _ => written.push(sign),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_breaks_between_words_and_ends_with_three_dots() {
        let check = |text: &str, room: u64, most: usize, expected: &[&str]| {
            assert_eq!(wrap(text, &Face { room, most, size: 10, ..PLAIN }), expected);
        };
        check("En ny bro over åen", 60, 3, &["En ny bro", "over åen"]);
        check("En ny bro over åen", 60, 1, &["En ny bro…"]);
        check("En ny bro over åen", 50, 1, &["En ny b…"]);
        check("En ny over åen", 46, 1, &["En ny…"]);
        check("  En\n\tbro ", 60, 3, &["En bro"]);
        check("aaaaaaaaaaaa", 30, 3, &["aaaaa", "aaaaa", "aa"]);
        check("aaaaaaaaaaaaaaaa", 30, 3, &["aaaaa", "aaaaa", "aaa…"]);
        check("og aaaaaaa", 30, 3, &["og", "aaaaa", "aa"]);
        check("W", 1, 3, &["W"]);
        check("", 50, 3, &[]);
    }

    #[test]
    fn what_belongs_together_stays_together_and_what_is_not_seen_is_left_out() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(wrap(text, &Face { room: 50, size: 10, ..PLAIN }), expected);
        };
        check("12\u{a0}345 kr.", &["12\u{a0}345", "kr."]);
        check("aaaaaaaae\u{301}\u{301}", &["aaaaaaaa", "e\u{301}\u{301}"]);
        check("aaaaaaae\u{301}\u{301}", &["aaaaaaae\u{301}\u{301}"]);
        check("sko\u{ad}le\0", &["skole"]);
        check(" \u{1} \u{fffe}\u{ffff}\u{feff}", &[]);
    }

    #[test]
    fn a_long_text_of_marks_alone_takes_no_long_time() {
        let lines = wrap(&"\u{301}".repeat(200_000), &Face { most: 0, ..LABEL });
        assert_eq!(lines, Vec::<String>::new());
        assert_eq!(wrap(&("W ".repeat(200) + &"\u{301}".repeat(200_000)), &LABEL).len(), 3);
    }

    #[test]
    fn a_count_becomes_smaller_rather_than_cut() {
        let check = |count: &str, expected: u64| assert_eq!(count_face(count).size, expected);
        check("0", 14);
        check("99999", 14);
        check("100000", 12);
        check("4294967295", 7);
        check("", 14);
    }

    #[test]
    fn signs_of_xml_are_written_out() {
        assert_eq!(escaped("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; 'd'");
        assert_eq!(on_one_line(" En\nny\u{7} "), "En ny");
    }
}
