//! What is pasted from a spreadsheet, and what single words in it mean.

use super::{Indicator, State};
use crate::vision::Language;

/// More rows or cells in a row than this are not taken in.
const MOST_ROWS: usize = 5_000;
const MOST_CELLS: usize = 40;

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether there were more than are taken in.
    pub is_cut: bool,
}

/// Reads pasted text: rows by line ends, cells by tabs, or by semicolons where there is no tab. Cells
/// in quotation marks may hold any of them.
#[must_use]
pub fn cells(text: &str) -> Pasted {
    let text = text.trim_start_matches('\u{feff}');
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let mut pasted = Pasted::default();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            _ if is_quoted => cell.push(sign),
            '\r' | '\n' => {
                if sign == '\r' && signs.peek() == Some(&'\n') {
                    signs.next();
                }
                row.push(std::mem::take(&mut cell));
                pasted.take(std::mem::take(&mut row));
            }
            _ if sign == separator => row.push(std::mem::take(&mut cell)),
            _ => cell.push(sign),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        pasted.take(row);
    }
    pasted
}

impl Pasted {
    fn take(&mut self, mut row: Vec<String>) {
        self.is_cut |= row.len() > MOST_CELLS || self.rows.len() >= MOST_ROWS;
        row.truncate(MOST_CELLS);
        if self.rows.len() < MOST_ROWS {
            self.rows.push(row);
        }
    }
}

/// A text as a cell of a spreadsheet takes it: on one line, and not as a formula (OWASP, "CSV
/// Injection").
#[must_use]
pub fn safe_cell(text: &str) -> String {
    let line = text.split(['\r', '\n', '\t']).collect::<Vec<_>>().join(" ");
    let is_formula = line.starts_with(['=', '+', '-', '@']);
    let line = if is_formula { format!("'{line}") } else { line };
    if line.contains([';', '"', ',']) {
        return format!("\"{}\"", line.replace('"', "\"\""));
    }
    line
}

/// Words for states, in both languages.
const WORDS: [(State, &[&str]); 6] = [
    (State::Done, &["udført", "gennemført", "færdig", "ja", "done", "yes", "finished"]),
    (State::UnderWay, &["i gang", "igang", "under way", "underway", "in progress"]),
    (State::Decided, &["besluttet", "vedtaget", "decided", "adopted"]),
    (State::Planned, &["planlagt", "planned"]),
    (State::NotBegun, &["ikke begyndt", "ikke startet", "nej", "not begun", "not started", "no"]),
    (State::Dropped, &["opgivet", "droppet", "dropped", "given up"]),
];

/// The state that a word means, in either language.
#[must_use]
pub fn state(text: &str) -> Option<State> {
    let text = text.trim().to_lowercase();
    let found = WORDS.iter().find(|(_, words)| words.contains(&text.as_str()));
    found.map(|(state, _)| *state).or_else(|| State::from_name(&text))
}

/// The indicator that is meant: by its id, with or without "mål" before it, by its name, or by words
/// that only one name contains.
#[must_use]
pub fn indicator<'a>(
    typed: &str,
    all: &'a [Indicator],
    language: Language,
) -> Option<&'a Indicator> {
    let typed = typed.trim().to_lowercase();
    let id = ["mål", "goal"].iter().find_map(|word| typed.strip_prefix(word)).unwrap_or(&typed);
    let id = id.trim().replace(' ', "");
    if id.is_empty() {
        return None;
    }
    let name = |indicator: &Indicator| indicator.name.get(language).to_lowercase();
    let by_id = all.iter().find(|indicator| indicator.id.to_lowercase() == id);
    let by_name = || all.iter().find(|indicator| name(indicator) == typed);
    by_id.or_else(by_name).or_else(|| {
        let mut containing = all.iter().filter(|indicator| name(indicator).contains(&typed));
        let only = containing.next()?;
        if containing.next().is_none() { Some(only) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{measure::derive, vision::Edition};

    #[test]
    fn cells_are_told_apart_as_spreadsheets_write_them() {
        let check = |text: &str, expected: &[&[&str]]| {
            let rows = cells(text).rows;
            assert_eq!(rows, expected, "{text:?}");
        };
        check("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]);
        check("a;b\nc;d", &[&["a", "b"], &["c", "d"]]);
        check("a\t1;2\n", &[&["a", "1;2"]]);
        check("a\t\"b\tc\nd\"\"e\"\tf", &[&["a", "b\tc\nd\"e", "f"]]);
        check("\u{feff}a\t\tb", &[&["a", "", "b"]]);
        check("a\n\nb", &[&["a"], &[""], &["b"]]);
        check("12\" rør\tx", &[&["12\" rør", "x"]]);
        check("\"never closed\tx", &[&["never closed\tx"]]);
        check("", &[]);
    }

    #[test]
    fn more_than_is_taken_in_is_told() {
        let many = "a\n".repeat(MOST_ROWS + 1);
        let pasted = cells(&many);
        assert_eq!((pasted.rows.len(), pasted.is_cut), (MOST_ROWS, true));
        assert!(cells(&"a\t".repeat(MOST_CELLS + 1)).is_cut);
        assert!(!cells("a\tb").is_cut);
    }

    #[test]
    fn cells_cannot_become_formulas() {
        assert_eq!(safe_cell("=1+1"), "'=1+1");
        assert_eq!(safe_cell("@x;y"), "\"'@x;y\"");
        assert_eq!(safe_cell("to\nlinjer"), "to linjer");
        assert_eq!(safe_cell("sagt \"så\""), "\"sagt \"\"så\"\"\"");
        assert_eq!(safe_cell("helt almindelig"), "helt almindelig");
    }

    #[test]
    fn states_are_understood_in_both_languages() {
        assert_eq!(state(" Udført "), Some(State::Done));
        assert_eq!(state("in progress"), Some(State::UnderWay));
        assert_eq!(state("NEJ"), Some(State::NotBegun));
        assert_eq!(state("under_way"), Some(State::UnderWay));
        assert_eq!(state("måske"), None);
    }

    #[test]
    fn indicators_are_found_by_id_name_or_the_only_match() {
        let all = derive(&Edition::embedded().unwrap());
        let check = |typed: &str, expected: Option<&str>| {
            let found = indicator(typed, &all, Language::Da);
            assert_eq!(found.map(|one| one.id.as_str()), expected, "{typed}");
        };
        check("1e", Some("1e"));
        check(" Mål 1E ", Some("1e"));
        check("10-m1", Some("10-m1"));
        check("9d.2", Some("9d.2"));
        check("Bycentrum er udvidet", Some("6b"));
        check("sløjfen", Some("5d"));
        check("mindst", None);
        check("", None);
        check("17x", None);
    }
}
