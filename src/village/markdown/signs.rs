//! Typed text as Markdown that shows it as it was typed: no sign of it makes a heading, a list, a
//! table, a link, code or HTML.
//!
//! How breaks are kept: in [`prose`] a blank line parts paragraphs and a single break is a hard one,
//! written as a backslash at the end of the line. In [`line()`], for headings, table cells and list
//! items, breaks become spaces.

/// A text that stands after something else on one line.
pub(super) fn line(text: &str) -> String {
    let lines: Vec<String> = lines(text, false).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// A text of any length, as paragraphs.
pub(super) fn prose(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in lines(text, true) {
        if line.is_empty() {
            is_new = true;
            continue;
        }
        match paragraphs.last_mut().filter(|_| !is_new) {
            Some(paragraph) => {
                paragraph.push_str("\\\n");
                paragraph.push_str(&line);
            }
            None => paragraphs.push(line),
        }
        is_new = false;
    }
    paragraphs.join("\n\n")
}

/// A link to an address that may be followed, under a name; an empty name shows the address.
pub(super) fn link(name: &str, address: &str) -> String {
    let shown = Some(line(name)).filter(|name| !name.is_empty()).unwrap_or_else(|| line(address));
    // A sign that could end the address or begin a reference ("&copy;") is written with a backslash.
    let has_reference = address.contains(';');
    let mut to = String::new();
    for sign in address.chars() {
        if matches!(sign, '<' | '>' | '\\' | '|' | '`') || sign == '&' && has_reference {
            to.push('\\');
        }
        to.push(sign);
    }
    format!("[{shown}](<{to}>)")
}

/// The same lines with something before each of them that is not empty, as in lists.
pub(super) fn indented(text: &str, width: usize) -> String {
    let space = " ".repeat(width);
    let lines = text.lines().enumerate().map(|(number, line)| match (number, line) {
        (0, line) | (_, line @ "") => line.to_owned(),
        (_, line) => format!("{space}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The same lines as a block quote.
pub(super) fn quoted(text: &str) -> String {
    let lines: Vec<_> =
        text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    lines.join("\n")
}

/// Every line of a text, escaped; a lone carriage return ends a line too.
fn lines(text: &str, is_at_start: bool) -> impl Iterator<Item = String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(|line| escaped(line, is_at_start)).collect();
    lines.into_iter()
}

/// A line with a backslash before every sign that means something; at the start of a line that are
/// more signs than after something else.
fn escaped(line: &str, is_at_start: bool) -> String {
    let plain: String = line
        .chars()
        .map(|sign| if sign == '\t' { ' ' } else { sign })
        .filter(|sign| !sign.is_control())
        .collect();
    let mut told = String::new();
    // "1. " and "1) " at the start would begin a list.
    let mut is_number = is_at_start;
    let mut signs = plain.trim().chars().enumerate().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let is_special = match sign {
            '\\' | '`' | '*' | '_' | '#' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '^' => true,
            '-' | '+' | '=' | ':' => is_at_start && at == 0,
            '.' | ')' => at > 0 && is_number && next.is_none_or(|next| next == ' '),
            // A reference such as "&amp;".
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
            _ => false,
        };
        if is_special {
            told.push('\\');
        }
        told.push(sign);
        is_number &= sign.is_ascii_digit();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_are_escaped_where_they_do() {
        let check = |typed: &str, expected: &str| assert_eq!(prose(typed), expected, "{typed:?}");
        check("Sti, bænk og bål (8 m) - 2.500 kr.", "Sti, bænk og bål (8 m) - 2.500 kr.");
        check("a\\b `c` *d* _e_ ~~f~~ $g$", "a\\\\b \\`c\\` \\*d\\* \\_e\\_ \\~\\~f\\~\\~ \\$g\\$");
        check("# [x](y) | <b>", "\\# \\[x\\](y) \\| \\<b\\>");
        check("- en", "\\- en");
        check("  + to - 3", "\\+ to - 3");
        check("===", "\\===");
        check(":--", "\\:--");
        check("1. maj", "1\\. maj");
        check("12) x. y)", "12\\) x. y)");
        check("1.240 kr.", "1.240 kr.");
        check("3.", "3\\.");
        check(".5", ".5");
        check("Søn & Co &amp; &#35;", "Søn & Co \\&amp; \\&\\#35;");
        assert_eq!(line("- 1. maj\n+ #"), "- 1. maj + \\#", "after something else");
    }

    #[test]
    fn breaks_are_kept_in_prose_and_become_spaces_on_a_line() {
        let typed = "\n Et\r\nTo \r\n\r\n\n- Tre\r4.\u{0} x\t\ny\\\nz\n";
        assert_eq!(line(typed), "Et To - Tre 4. x y\\\\ z");
        assert_eq!(prose(typed), "Et\\\nTo\n\n\\- Tre\\\n4\\. x\\\ny\\\\\\\nz");
        assert_eq!([prose("\n \r"), line("\u{1}\n\u{7f}")], ["", ""]);
    }

    #[test]
    fn an_address_stays_inside_its_link() {
        let check = |name: &str, address: &str, expected: &str| {
            assert_eq!(link(name, address), expected);
        };
        check("Kort", "https://a.dk/?b=1&c=2", "[Kort](<https://a.dk/?b=1&c=2>)");
        check("] [", "https://a.dk/)", "[\\] \\[](<https://a.dk/)>)");
        check("", "https://a_b.dk", "[https://a\\_b.dk](<https://a_b.dk>)");
        check("x", "https://a>|<\\`&lt;", "[x](<https://a\\>\\|\\<\\\\\\`\\&lt;>)");
    }

    #[test]
    fn lines_after_the_first_stand_under_the_text_of_a_list_item() {
        assert_eq!(indented("a\n\nb\nc", 3), "a\n\n   b\n   c");
        assert_eq!(quoted("a\n\nb"), "> a\n>\n> b");
    }
}
