//! Reading a file into rows of cells, with its columns recognised.

use super::{Column, cells::Cells, columns::folded};
use crate::{measure::Decimal, vision::Language};

/// More rows than this are not taken in.
pub const MOST_ROWS: usize = 60_000;
/// More columns than this are not taken in.
pub const MOST_COLUMNS: usize = 200;

const SEPARATORS: [char; 3] = [';', '\t', ','];

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands between two cells.
    pub separator: char,
    /// What each column is; none where nobody knows.
    pub columns: Vec<Option<Column>>,
    /// The headers as they stand in the file, each on one line.
    pub headers: Vec<String>,
    /// The headers of columns that nobody knows and that are filled somewhere.
    pub extra: Vec<String>,
    /// The rows in which something stands.
    pub rows: Vec<Row>,
    /// Whether it is a file as Open SDG keeps them: a year, a value, and columns of what the value is
    /// a part of (women, a district); only rows where those are empty tell the whole.
    pub is_open_sdg: bool,
}

/// A row in which something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// Its cells without space around them and without guards, up to the last filled one.
    pub cells: Vec<String>,
    /// The header and the cell of each filled column that nobody knows.
    pub extra: Vec<(String, String)>,
    /// Whether it tells of a part alone and not of the whole.
    pub is_part: bool,
}

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSheet {
    /// Nothing stands in it.
    Empty,
    /// Its first row has no header of a value, a state or a date.
    NoHeader,
    /// It has more than [`MOST_ROWS`] rows: so many.
    TooManyRows(usize),
    /// It has more than [`MOST_COLUMNS`] columns: so many.
    TooManyColumns(usize),
    /// A quotation mark on this line is never closed.
    Quote(usize),
    /// Two headers mean this column, and neither better than the other.
    Twice(Column),
}

impl Row {
    /// The cell in a column; empty where there is none.
    #[must_use]
    pub fn get(&self, sheet: &Sheet, column: Column) -> &str {
        sheet.place(column).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

impl Sheet {
    /// Where a column stands, from 0.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|one| *one == Some(column))
    }

    /// Says what the column at a place is, from 0. It is taken away from where it stood before.
    pub fn assign(&mut self, at: usize, column: Option<Column>) {
        if at >= self.columns.len() {
            return;
        }
        for (place, one) in self.columns.iter_mut().enumerate() {
            if place == at {
                *one = column;
            } else if *one == column {
                *one = None;
            }
        }
        self.reckon();
    }

    /// Reckons what follows from the columns.
    fn reckon(&mut self) {
        let has = |name: &str| self.headers.iter().any(|header| folded(header) == name);
        self.is_open_sdg = has("year") && has("value") && self.place(Column::Indicator).is_none();
        let named = self.headers.iter().zip(&self.columns).enumerate();
        // A column without a header is a numbering that a program put there.
        let unknown: Vec<(usize, &String)> = named
            .filter(|(_, (header, column))| column.is_none() && !header.is_empty())
            .map(|(at, (header, _))| (at, header))
            .collect();
        let mut is_filled = vec![false; self.headers.len()];
        for row in &mut self.rows {
            row.extra.clear();
            for (at, header) in &unknown {
                let Some(cell) = row.cells.get(*at).filter(|cell| !cell.is_empty()) else {
                    continue;
                };
                row.extra.push(((*header).clone(), cell.clone()));
                if let Some(filled) = is_filled.get_mut(*at) {
                    *filled = true;
                }
            }
            row.is_part = self.is_open_sdg && !row.extra.is_empty();
        }
        let filled = unknown.iter().filter(|(at, _)| is_filled.get(*at) == Some(&true));
        self.extra = filled.map(|(_, header)| (*header).clone()).collect();
    }
}

/// Reads a file.
///
/// # Errors
/// When it cannot be taken in, with the reason.
pub fn read(text: &str) -> Result<Sheet, NoSheet> {
    let (mut cells, headers) = header(text.trim_start_matches('\u{feff}'))?;
    if headers.len() > MOST_COLUMNS {
        return Err(NoSheet::TooManyColumns(headers.len()));
    }
    let columns = columns(&headers)?;
    let is_needed =
        |one: &Option<Column>| matches!(one, Some(Column::Value | Column::State | Column::When));
    if !columns.iter().any(is_needed) {
        return Err(NoSheet::NoHeader);
    }
    let (mut rows, mut count) = (Vec::new(), 0);
    for row in &mut cells {
        let (line, cells) = row.map_err(NoSheet::Quote)?;
        if cells.is_empty() {
            continue;
        }
        count += 1;
        if count <= MOST_ROWS {
            rows.push(Row { line, cells, extra: Vec::new(), is_part: false });
        }
    }
    if count > MOST_ROWS {
        return Err(NoSheet::TooManyRows(count));
    }
    let separator = cells.separator();
    let extra = Vec::new();
    let mut sheet = Sheet { separator, columns, headers, extra, rows, is_open_sdg: false };
    sheet.reckon();
    Ok(sheet)
}

/// The first filled row, read with the separator that makes most of it known, and the rows after it.
fn header(text: &str) -> Result<(Cells<'_>, Vec<String>), NoSheet> {
    let said = said_separator(text);
    let filled = said.map_or(text, |(_, rest)| rest);
    if !filled.contains(|sign: char| !sign.is_whitespace() && !SEPARATORS.contains(&sign)) {
        return Err(NoSheet::Empty);
    }
    let (mut best, mut most, mut unclosed) = (None, 0, None);
    for separator in SEPARATORS {
        let (text, line) = match said {
            Some((said, _)) if said != separator => continue,
            Some((_, rest)) => (rest, 2),
            None => (text, 1),
        };
        let mut cells = Cells::new(text, line, separator);
        match cells.find(is_filled) {
            // There are empty cells in quotation marks alone.
            None => {}
            Some(Err(line)) => unclosed = unclosed.or(Some(line)),
            Some(Ok((_, row))) => {
                let known =
                    row.iter().take(MOST_COLUMNS).filter_map(|one| Column::from_header(one));
                let known = known.count();
                if best.is_none() || known > most {
                    (best, most) = (Some((cells, row)), known);
                }
            }
        }
    }
    match (best, unclosed) {
        (Some((cells, row)), _) if most > 0 => {
            let words = |header: &String| header.split_whitespace().collect::<Vec<_>>().join(" ");
            Ok((cells, row.iter().map(words).collect()))
        }
        (_, Some(line)) => Err(NoSheet::Quote(line)),
        (Some(_), None) => Err(NoSheet::NoHeader),
        (None, None) => Err(NoSheet::Empty),
    }
}

fn is_filled(row: &Result<(usize, Vec<String>), usize>) -> bool {
    row.as_ref().map_or(true, |(_, cells)| !cells.is_empty())
}

/// The separator that Excel's first line `sep=;` says, and what comes after that line.
fn said_separator(text: &str) -> Option<(char, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let line = line.trim_matches('"');
    let (word, sign) = line.split_at_checked(4)?;
    let mut signs = sign.chars();
    let sign = signs.next().filter(|sign| SEPARATORS.contains(sign))?;
    let is_said = word.eq_ignore_ascii_case("sep=") && signs.next().is_none();
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    is_said.then(|| (sign, rest.strip_prefix('\n').unwrap_or(rest)))
}

/// What each header means. A column's own header comes before other words for it.
fn columns(headers: &[String]) -> Result<Vec<Option<Column>>, NoSheet> {
    let named: Vec<_> = headers.iter().map(|header| Column::named(header)).collect();
    let count = |sought| named.iter().filter(|one| **one == Some(sought)).count();
    let column = |one: &Option<(Column, bool)>| {
        let Some((column, is_own)) = *one else { return Ok(None) };
        match (is_own, count((column, true)), count((column, false))) {
            (true, 1, _) | (false, 0, 1) => Ok(Some(column)),
            (false, 1, _) => Ok(None),
            _ => Err(NoSheet::Twice(column)),
        }
    };
    named.iter().map(column).collect()
}

/// How the numbers of a sheet are read: in Danish between semicolons and tabs, in English between
/// commas; but if some of its values can only be meant in the other way and none in this one, in that.
#[must_use]
pub fn language_of(sheet: &Sheet) -> Language {
    let usual = if sheet.separator == ',' { Language::En } else { Language::Da };
    let of = |column| sheet.rows.iter().filter_map(move |row| habit(row.get(sheet, column)));
    let mut told = of(Column::Value).chain(of(Column::Of)).peekable();
    let is_other = told.peek().is_some() && told.all(|language| language != usual);
    if is_other { usual.other() } else { usual }
}

/// The language in which a number must be meant; none where its signs tell nothing.
fn habit(cell: &str) -> Option<Language> {
    let (da, en) = (Decimal::read(cell, Language::Da), Decimal::read(cell, Language::En));
    let last = cell.rfind(['.', ','])?;
    let is_point = cell.get(last..)?.starts_with('.');
    let (sign, other) = if is_point { ('.', ',') } else { (',', '.') };
    if da.is_err() || da != en {
        return None;
    }
    // Of two signs the last stands before the decimals; one that is repeated stands between groups.
    let is_decimal = cell.contains(other) || cell.matches(sign).count() == 1;
    Some(if is_decimal == is_point { Language::En } else { Language::Da })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headers, and the line and the cells of each row, with `|` between cells.
    fn shown(text: &str) -> Result<Vec<String>, NoSheet> {
        let sheet = read(text)?;
        let rows = sheet.rows.iter().map(|row| format!("{}: {}", row.line, row.cells.join("|")));
        Ok(std::iter::once(sheet.headers.join("|")).chain(rows).collect())
    }

    #[test]
    fn awkward_sheets_are_read_as_they_were_meant() {
        let check = |text: &str, expected: &[&str]| {
            let expected = expected.iter().map(|row| (*row).to_owned()).collect();
            assert_eq!(shown(text), Ok(expected), "{text:?}");
        };
        let plain = ["Dato|Værdi", "2: 2020|85,5"];
        check("Dato;Værdi\n2020;85,5", &plain);
        check("\u{feff}Dato;Værdi\r\n2020;85,5\r\n", &plain);
        check("Dato;Værdi\r2020;85,5\r", &plain);
        check("Dato\tVærdi\n2020\t85,5\n", &plain);
        check("Dato,Værdi\n2020,\"85,5\"\n", &plain);
        check("Dato;Værdi;;;\n2020;85,5;;;\n", &plain);
        check("\"Dato\";\"Værdi\"\n \"2020\";85,5", &["Dato|Værdi", "2: \"2020\"|85,5"]);
        check(" Dato ; Værdi \n2020 ;\u{a0}85,5 ", &plain);
        check("sep=;\nDato;Værdi\n2020;85,5", &["Dato|Værdi", "3: 2020|85,5"]);
        check("\u{feff}SEP=,\r\nDato,Værdi\r\n2020,8;5", &["Dato|Værdi", "3: 2020|8;5"]);
        check("\"sep=\t\"\rDato\tVærdi\r2020\t8", &["Dato|Værdi", "3: 2020|8"]);
        check("\n\n;;\nDato;Værdi\n\n;\n2020;85,5\n\n", &["Dato|Værdi", "7: 2020|85,5"]);
        check("Dato;Værdi", &["Dato|Værdi"]);
        check("Dato;Værdi\n", &["Dato|Værdi"]);
        check("Dato\n2020", &["Dato", "2: 2020"]);
        check(
            "Dato;Værdi;Note\n2020\n2021;1;a;b;;",
            &["Dato|Værdi|Note", "2: 2020", "3: 2021|1|a|b"],
        );
        check("Dato;\"Værdi,\nmålt\";Tal\n2020;x;1", &["Dato|Værdi, målt|Tal", "3: 2020|x|1"]);
        check(
            "Dato;Note\n2020;\"a;b \"\"c\"\"\r\nd\"\n2021;e",
            &["Dato|Note", "2: 2020|a;b \"c\"\r\nd", "4: 2021|e"],
        );
        check(
            "Dato;Note\n2020;12\" rør\n2021;\"a\" b",
            &["Dato|Note", "2: 2020|12\" rør", "3: 2021|a b"],
        );
        check(
            "Dato;Note;Værdi\n'=1;'@x;'-5\n'n;''=;-5",
            &["Dato|Note|Værdi", "2: =1|@x|-5", "3: 'n|'=|-5"],
        );
        check("Dato;Note, kort;Tal\n2020;a,b;1", &["Dato|Note, kort|Tal", "2: 2020|a,b|1"]);
        check("Dato;Note\n2020;a\0b\u{b}c", &["Dato|Note", "2: 2020|a\0b\u{b}c"]);
        let huge = "æ".repeat(100_000);
        check(&format!("Dato;Note\n2020;{huge}"), &["Dato|Note", &format!("2: 2020|{huge}")]);
    }

    #[test]
    fn what_is_no_sheet_is_refused_with_its_reason() {
        let check = |text: &str, expected| assert_eq!(shown(text), Err(expected), "{text:.80}");
        for empty in ["", "\u{feff}", "\n\r\n", ";;;\n;;", " , ,\t", "sep=;\n"] {
            check(empty, NoSheet::Empty);
        }
        check("2020;85\n2021;86", NoSheet::NoHeader);
        check("Indikator;Kilde\n1e;x", NoSheet::NoHeader);
        check("{\"format\": \"pejlemaerke/everything\"}", NoSheet::NoHeader);
        check("Dato;Note\n2020;a\n2021;\"b\n2022;c", NoSheet::Quote(3));
        check("Dato;\"Værdi\n2020;85", NoSheet::Quote(1));
        check("Dato;Værdi;Value\n2020;85;86", NoSheet::Twice(Column::Value));
        check("dato,DATO\n", NoSheet::Twice(Column::When));
        check("År;Måned;Værdi\n2020;5;1", NoSheet::Twice(Column::When));
        let many = format!("Dato{}", ";a".repeat(MOST_COLUMNS));
        check(&many, NoSheet::TooManyColumns(201));
        let rows = |count: usize| format!("Dato\n{}", "2020\n\n".repeat(count));
        check(&rows(MOST_ROWS + 2), NoSheet::TooManyRows(60_002));
        assert_eq!(read(&rows(MOST_ROWS)).unwrap().rows.len(), MOST_ROWS);
    }

    #[test]
    fn an_own_header_comes_before_other_words() {
        let sheet = read("År;Dato;Titel;Kilde\n2020;2020-05;a;b").unwrap();
        let expected = [None, Some(Column::When), None, Some(Column::Title)];
        assert_eq!(sheet.columns, expected);
        assert_eq!(sheet.extra, ["År", "Titel"]);
    }

    #[test]
    fn a_file_of_open_sdg_tells_the_whole_from_its_parts() {
        let text = "Year,Units,Sex,Age,Area,Value\n2015,%,,,,85.5\n2015,%,Female,,,87\n\
                    2016,%,Male,18-24,,80.25\n2016,%,,,,84\n";
        let mut sheet = read(text).unwrap();
        assert!(sheet.is_open_sdg);
        assert_eq!(sheet.extra, ["Sex", "Age"]);
        let parts: Vec<bool> = sheet.rows.iter().map(|row| row.is_part).collect();
        assert_eq!(parts, [false, true, true, false]);
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(sheet.rows[2].extra, [pair("Sex", "Male"), pair("Age", "18-24")]);
        assert_eq!(sheet.rows[2].get(&sheet, Column::Unit), "%");
        assert_eq!(sheet.rows[2].get(&sheet, Column::Note), "");
        sheet.assign(2, Some(Column::Note));
        assert_eq!(sheet.extra, ["Age"]);
        assert!(!sheet.rows[1].is_part && sheet.rows[2].is_part);
        sheet.assign(3, Some(Column::Indicator));
        assert!(!sheet.is_open_sdg && !sheet.rows[2].is_part);
        // The first column of a table that a program numbered has no header.
        let numbered = read(",Year,Value\n0,2015,85\n").unwrap();
        assert!(numbered.is_open_sdg && !numbered.rows[0].is_part && numbered.extra.is_empty());
        assert!(!read("År,Value,Sex\n2015,1,F").unwrap().is_open_sdg);
        assert!(!read("Indicator,Year,Value\n1e,2015,1").unwrap().is_open_sdg);
    }

    #[test]
    fn a_column_is_assigned_by_hand_and_taken_from_where_it_stood() {
        let mut sheet = read("År;Tal;1e\n2020;1;85").unwrap();
        sheet.assign(2, Some(Column::Value));
        assert_eq!(sheet.columns, [Some(Column::When), None, Some(Column::Value)]);
        assert_eq!(
            (sheet.rows[0].get(&sheet, Column::Value), &sheet.extra[..]),
            ("85", &["Tal".to_owned()][..])
        );
        sheet.assign(2, None);
        assert_eq!(sheet.columns, [Some(Column::When), None, None]);
        let before = sheet.clone();
        sheet.assign(3, Some(Column::When));
        assert_eq!(sheet, before);
    }

    #[test]
    fn numbers_are_read_by_the_separator_unless_they_tell_otherwise() {
        let check = |separator: char, values: &[&str], expected| {
            let rows = values.iter().map(|value| format!("2020{separator}\"{value}\"\n"));
            let text = format!("Dato{separator}Værdi\n{}", rows.collect::<String>());
            assert_eq!(language_of(&read(&text).unwrap()), expected, "{text}");
        };
        check(';', &["85", "1.234"], Language::Da);
        check(';', &["85,5", "1.234"], Language::Da);
        check(';', &["85.5", "1.234"], Language::En);
        check(';', &["85.5 %", "x", "", "1.2.3"], Language::En);
        check(';', &["85.5", "85,5"], Language::Da);
        check(';', &["1,234.5"], Language::En);
        check(';', &["1,234,567"], Language::En);
        check('\t', &["0.125"], Language::En);
        check('\t', &["1.234"], Language::Da);
        check(',', &["85", "1.234"], Language::En);
        check(',', &["85,5", "1.234"], Language::Da);
        check(',', &["1.234.567"], Language::Da);
        check(',', &["85,5", "1,234.5"], Language::En);
        check(',', &[], Language::En);
    }
}
