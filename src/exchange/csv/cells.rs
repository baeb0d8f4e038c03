//! Cells told apart by separators, quotation marks and line ends.

/// The rows of a text, each with the line on which it begins. A quotation mark that is never closed
/// ends them with the line on which it stands.
pub(super) struct Cells<'a> {
    rest: &'a str,
    line: usize,
    separator: char,
}

impl<'a> Cells<'a> {
    /// The rows of a text whose first line has this number.
    pub(super) const fn new(text: &'a str, line: usize, separator: char) -> Self {
        Self { rest: text, line, separator }
    }

    pub(super) const fn separator(&self) -> char {
        self.separator
    }

    fn cell(&mut self) -> Result<String, usize> {
        let mut cell = String::new();
        if let Some(rest) = self.rest.strip_prefix('"') {
            self.rest = rest;
            self.take_quoted(&mut cell)?;
        }
        // What stands after the closing mark belongs to the cell, as spreadsheets have it.
        let is_end = |sign: char| sign == self.separator || sign == '\r' || sign == '\n';
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (plain, rest) = self.rest.split_at(end);
        cell.push_str(plain);
        self.rest = rest;
        Ok(clean(cell))
    }

    fn take_quoted(&mut self, cell: &mut String) -> Result<(), usize> {
        let opened = self.line;
        loop {
            let (inside, rest) = self.rest.split_once('"').ok_or(opened)?;
            cell.push_str(inside);
            self.line += line_ends(inside);
            let Some(rest) = rest.strip_prefix('"') else {
                self.rest = rest;
                return Ok(());
            };
            cell.push('"');
            self.rest = rest;
        }
    }
}

impl Iterator for Cells<'_> {
    /// A row without the empty cells at its end, and its line.
    type Item = Result<(usize, Vec<String>), usize>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (line, mut cells) = (self.line, Vec::new());
        loop {
            match self.cell() {
                Ok(cell) => cells.push(cell),
                Err(opened) => {
                    self.rest = "";
                    return Some(Err(opened));
                }
            }
            let Some(rest) = self.rest.strip_prefix(self.separator) else { break };
            self.rest = rest;
        }
        let mut ends = ["\r\n", "\r", "\n"].into_iter();
        self.rest = ends.find_map(|end| self.rest.strip_prefix(end)).unwrap_or_default();
        self.line += 1;
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Some(Ok((line, cells)))
    }
}

/// How many lines end in a text.
fn line_ends(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches("\r\n").count()
}

/// Whether a spreadsheet would take a text for a formula, or one that is guarded against that.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@'])
}

/// A text that no spreadsheet takes for a formula, without space around it; [`clean`] gives it back.
/// Without space in front, no tab or carriage return stands there, which would be dangerous too.
pub(super) fn guarded(text: &str) -> String {
    let text = text.trim();
    if is_formula(text) { format!("'{text}") } else { text.into() }
}

/// A cell without space around it and without the apostrophe that guarded it.
fn clean(cell: String) -> String {
    let text = cell.trim();
    let is_guarded = |text: &&str| is_formula(text);
    let text = text.strip_prefix('\'').filter(is_guarded).unwrap_or(text);
    if text.len() == cell.len() { cell } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let rows: Vec<_> = Cells::new(text, 1, ';').map(Result::unwrap).collect();
        let rows: Vec<(usize, Vec<&str>)> = rows
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(line, row)| (*line, row.to_vec())).collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn cells_are_told_apart_as_spreadsheets_write_them() {
        check("", &[]);
        check("a;b\r\nc;d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a;b\rc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a\n\n;;\nb", &[(1, &["a"]), (2, &[]), (3, &[]), (4, &["b"])]);
        check("a;;b;;", &[(1, &["a", "", "b"])]);
        check("\"a;b\";\"c\"\"d\"", &[(1, &["a;b", "c\"d"])]);
        check("\"\";\"\"\"\"", &[(1, &["", "\""])]);
        check("\"a\r\nb\rc\nd\";e\nf", &[(1, &["a\r\nb\rc\nd", "e"]), (5, &["f"])]);
        check("12\" rør;\"x\"y\"z", &[(1, &["12\" rør", "xy\"z"])]);
        check(" a ;\u{a0}b\u{a0}; \"c\"", &[(1, &["a", "b", "\"c\""])]);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_told_with_its_line() {
        let check = |text, line| {
            let mut cells = Cells::new(text, 1, ';').skip_while(Result::is_ok);
            assert_eq!(cells.next(), Some(Err(line)), "{text:?}");
            assert_eq!(cells.next(), None);
        };
        check("\"", 1);
        check("a;b\n\"c\nd\";\"e\n\nf", 3);
        check("a\n\"b\"\"", 2);
    }

    #[test]
    fn a_guard_is_put_before_formulas_alone_and_goes_away_again() {
        let check = |text: &str, expected: &str| {
            assert_eq!(guarded(text), expected);
            assert_eq!(clean(guarded(text)), text.trim());
        };
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("+45 12 34", "'+45 12 34"),
            ("@x", "'@x"),
            ("'=1", "''=1"),
            ("''-", "'''-"),
            ("'n sag", "'n sag"),
            ("a=b", "a=b"),
            ("\t=1", "'=1"),
            ("\r\n@x\n", "'@x"),
            ("'", "'"),
            ("", ""),
        ] {
            check(text, expected);
        }
    }
}
