//! What a row says: as if a person had typed it into the form.

use super::{
    Column, Row, Sheet,
    propose::{is_id_of, named},
    words,
};
use crate::{
    document::RecordId,
    measure::{
        Indicator, Kind, Quality, State,
        entry::{self, Field, Problem, Reading, Typed},
        paste,
    },
    vision::Language,
};

/// A longer cell is not taken in, in signs.
const LONGEST_CELL: usize = 20_000;
/// So much of it is told.
const LONGEST_TOLD: usize = 100;

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The line of the file on which it begins.
    pub line: usize,
    /// The record it is about, if it says so.
    pub id: Option<RecordId>,
    /// The id of its indicator; none where it names none that is known.
    pub indicator: Option<String>,
    /// What a person would have typed.
    pub typed: Typed,
    /// What that means.
    pub reading: Reading,
    /// What cannot be taken in; the row is fit to be kept where there is nothing.
    pub bad: Vec<BadCell>,
}

/// A cell that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// The line of the file on which its row begins.
    pub line: usize,
    /// Its column, from 1; 0 where the file has no such column.
    pub column: usize,
    /// The column's header as it stands in the file; empty where there is none.
    pub header: String,
    /// What stands in it; of one that is too long the beginning.
    pub cell: String,
    /// What is wrong with it.
    pub why: Why,
}

/// Why a cell cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It names no indicator that is known.
    NoIndicator,
    /// The form would refuse it.
    Problem(Field, Problem),
    /// It is no state.
    State,
    /// It is no quality.
    Quality,
    /// It is neither yes nor no.
    YesNo,
    /// It is no id of a record.
    Id,
    /// It is longer than any text that can be kept.
    TooLong,
    /// It stands beyond the last header: a decimal comma between commas leads to that.
    Beyond,
}

/// What a row says; none where it says nothing of an indicator. `chosen` is the id of the indicator for
/// rows that name none, `today` is in days since 1970-01-01.
#[must_use]
pub fn understand(
    sheet: &Sheet,
    row: &Row,
    indicators: &[Indicator],
    chosen: Option<&str>,
    language: Language,
    today: i32,
) -> Option<Understood> {
    let mut reader = Reader { sheet, row, bad: Vec::new() };
    if reader.says_nothing() {
        return None;
    }
    reader.check_cells();
    let id = RecordId::parse(reader.get(Column::Id));
    if id.is_none() {
        reader.refuse_filled(Column::Id, Why::Id);
    }
    let indicator = reader.indicator(indicators, chosen, language);
    let mut typed = reader.typed();
    let kind = reader.state(&mut typed, indicator.map(|indicator| indicator.kind));
    let reading = entry::read(&typed, kind, &[], today, language);
    for (field, problem) in &reading.problems {
        reader.refuse_field(*field, *problem);
    }
    let (line, bad) = (row.line, reader.bad);
    let indicator = indicator.map(|indicator| indicator.id.clone());
    Some(Understood { line, id, indicator, typed, reading, bad })
}

struct Reader<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    bad: Vec<BadCell>,
}

impl<'a> Reader<'a> {
    /// The cell in a column; empty where it is too long to be taken in.
    fn get(&self, column: Column) -> &'a str {
        let cell = self.row.get(self.sheet, column);
        if is_too_long(cell) { "" } else { cell }
    }

    /// Whether at most what could be measured stands in the row.
    fn says_nothing(&self) -> bool {
        let naming =
            [Column::Set, Column::Indicator, Column::Name, Column::Item, Column::Unit].map(Some);
        let filled = self.row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let mut columns = filled.map(|(at, _)| self.sheet.columns.get(at).copied().flatten());
        columns.all(|column| naming.contains(&column))
    }

    /// Refuses cells for what can be said of any.
    fn check_cells(&mut self) {
        for (at, cell) in self.row.cells.iter().enumerate() {
            if is_too_long(cell) {
                self.refuse(Some(at), Why::TooLong);
            } else if at >= self.sheet.headers.len() && !cell.is_empty() {
                self.refuse(Some(at), Why::Beyond);
            }
        }
    }

    /// Refuses a cell, unless it has been refused already.
    fn refuse(&mut self, at: Option<usize>, why: Why) {
        let column = at.map_or(0, |at| at + 1);
        if column > 0 && self.bad.iter().any(|bad| bad.column == column) {
            return;
        }
        let text = |all: &[String]| at.and_then(|at| all.get(at)).cloned().unwrap_or_default();
        let mut cell = text(&self.row.cells);
        if is_too_long(&cell) {
            cell = cell.chars().take(LONGEST_TOLD).chain(['…']).collect();
        }
        let (line, header) = (self.row.line, text(&self.sheet.headers));
        self.bad.push(BadCell { line, column, header, cell, why });
    }

    fn refuse_filled(&mut self, column: Column, why: Why) {
        if !self.get(column).is_empty() {
            self.refuse(self.sheet.place(column), why);
        }
    }

    fn refuse_field(&mut self, field: Field, problem: Problem) {
        let place = self.sheet.place(Column::of_field(field));
        // The values may hold the states.
        let values = || self.sheet.place(Column::Value).filter(|_| field == Field::State);
        let is_told = field == Field::State && self.bad.iter().any(|bad| bad.why == Why::State);
        if !is_told {
            self.refuse(place.or_else(values), Why::Problem(field, problem));
        }
    }

    /// The indicator of the row. What stands in its column alone decides; without that a whole name
    /// or the id of an item comes before what was chosen, and some words of a name after it.
    fn indicator<'b>(
        &mut self,
        indicators: &'b [Indicator],
        chosen: Option<&str>,
        language: Language,
    ) -> Option<&'b Indicator> {
        let cell = self.get(Column::Indicator);
        let name = self.get(Column::Name);
        let item = self.get(Column::Item);
        let chosen = || chosen.and_then(|id| indicators.iter().find(|one| one.id == id));
        let by_item = || named(item, indicators, language).filter(|one| is_id_of(item, one));
        let found = if cell.is_empty() {
            by_name(name, indicators)
                .or_else(by_item)
                .or_else(chosen)
                .or_else(|| named(name, indicators, language))
        } else {
            // An indicator that somebody added has another id on another device.
            named(cell, indicators, language).or_else(|| by_name(name, indicators))
        };
        if found.is_none() {
            let mut filled = [Column::Indicator, Column::Name, Column::Item].into_iter();
            let filled = filled.find(|column| !self.get(*column).is_empty());
            let place = self.sheet.place(filled.unwrap_or(Column::Indicator));
            self.refuse(place, Why::NoIndicator);
        }
        found
    }

    /// What a person would have typed, without the state.
    fn typed(&mut self) -> Typed {
        let text = |column| self.get(column).to_owned();
        let mut typed = Typed {
            value: text(Column::Value),
            of: text(Column::Of),
            when: text(Column::When),
            title: text(Column::Title),
            publisher: text(Column::Publisher),
            address: text(Column::Address),
            source_date: text(Column::SourceDate),
            sample: text(Column::Sample),
            note: text(Column::Note),
            owner: text(Column::Owner),
            is_confirmed: true,
            ..Typed::default()
        };
        match words::quality(self.get(Column::Quality)) {
            Some(Quality::Measured) => {}
            Some(quality) => typed.quality = quality.name().into(),
            None => self.refuse_filled(Column::Quality, Why::Quality),
        }
        match words::is_yes(self.get(Column::Break)) {
            Some(is_break) => typed.is_break = is_break,
            None => self.refuse_filled(Column::Break, Why::YesNo),
        }
        typed
    }

    /// Reads the state, which of a yes/no promise may stand among the values. Returns the kind; where
    /// it is not known, one by which the rest of the row can be read.
    fn state(&mut self, typed: &mut Typed, kind: Option<Kind>) -> Kind {
        let cell = self.get(Column::State);
        let says_state = !cell.is_empty() || paste::state(&typed.value).is_some();
        let kind = kind.unwrap_or(if says_state { Kind::Milestone } else { Kind::Count });
        let column = if cell.is_empty() && kind == Kind::Milestone {
            typed.value.clear();
            Column::Value
        } else {
            Column::State
        };
        match paste::state(self.get(column)).map(State::name) {
            Some(name) => typed.state = name.into(),
            None => self.refuse_filled(column, Why::State),
        }
        kind
    }
}

fn is_too_long(cell: &str) -> bool {
    cell.len() > LONGEST_CELL && cell.chars().count() > LONGEST_CELL
}

/// The indicator with this name in either language.
fn by_name<'a>(name: &str, indicators: &'a [Indicator]) -> Option<&'a Indicator> {
    let is_name = |one: &&Indicator| {
        Language::ALL.iter().any(|language| !name.is_empty() && one.name.get(*language) == name)
    };
    indicators.iter().find(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exchange::csv::read,
        measure::{Found, NotANumber, derive},
        vision::Edition,
    };

    const TODAY: i32 = 20_782; // 2026-11-25
    const UNREADABLE: Problem = Problem::NotANumber(NotANumber::Unreadable);

    fn indicators() -> Vec<Indicator> {
        derive(&Edition::embedded().unwrap())
    }

    fn all(text: &str, chosen: Option<&str>) -> Vec<Option<Understood>> {
        let sheet = read(text).unwrap();
        let understand = |row| understand(&sheet, row, &indicators(), chosen, Language::Da, TODAY);
        sheet.rows.iter().map(understand).collect()
    }

    fn only(text: &str, chosen: Option<&str>) -> Understood {
        all(text, chosen).remove(0).unwrap()
    }

    #[test]
    fn bad_cells_are_told_with_row_column_and_header() {
        let check = |text: &str, expected: &[(usize, usize, &str, &str, Why)]| {
            let rows = all(text, Some("1e"));
            let bad: Vec<BadCell> = rows.into_iter().flatten().flat_map(|row| row.bad).collect();
            let told: Vec<_> = bad
                .iter()
                .map(|bad| (bad.line, bad.column, bad.header.as_str(), bad.cell.as_str(), bad.why))
                .collect();
            assert_eq!(told, expected, "{text}");
        };
        let value = |problem| Why::Problem(Field::Value, problem);
        let when = |problem| Why::Problem(Field::When, problem);
        check("År;Tal\n2020;85 %\n", &[]);
        check(
            "År;Tal\n2020;\"mange\n\"\nhvornår;86\n",
            &[
                (2, 2, "Tal", "mange", value(UNREADABLE)),
                (4, 1, "År", "hvornår", when(Problem::NotADate)),
            ],
        );
        check(
            "År;Tal\n2020;\n;86",
            &[(2, 2, "Tal", "", value(Problem::Missing)), (3, 1, "År", "", when(Problem::Missing))],
        );
        check("Tal\n86", &[(2, 0, "", "", when(Problem::Missing))]);
        check("År\n2020", &[(2, 0, "", "", value(Problem::Missing))]);
        check("År,Tal\n2020,85,5", &[(2, 3, "", "5", Why::Beyond)]);
        check(
            "Id;År;Tal;Sikkerhed;Ny metode;Link\n7;2030;-1;vist;måske;www.x.dk",
            &[
                (2, 1, "Id", "7", Why::Id),
                (2, 4, "Sikkerhed", "vist", Why::Quality),
                (2, 5, "Ny metode", "måske", Why::YesNo),
                (2, 3, "Tal", "-1", value(Problem::Negative)),
                (2, 2, "År", "2030", when(Problem::InTheFuture)),
                (2, 6, "Link", "www.x.dk", Why::Problem(Field::Address, Problem::NotALink)),
            ],
        );
        check(
            "Indikator;År;Milepæl\n17x;2020;udført\n6b;2020;måske\n6b;2020;",
            &[
                (2, 1, "Indikator", "17x", Why::NoIndicator),
                (3, 3, "Milepæl", "måske", Why::State),
                (4, 3, "Milepæl", "", Why::Problem(Field::State, Problem::Missing)),
            ],
        );
        check(
            "Indikator;År;Værdi\n6b;2020;85\n6b;2020;ja\n6b;2020",
            &[
                (2, 3, "Værdi", "85", Why::State),
                (4, 3, "Værdi", "", Why::Problem(Field::State, Problem::Missing)),
            ],
        );
        let (huge, told) = ("æ".repeat(20_001), format!("{}…", "æ".repeat(100)));
        check(
            &format!("År;Tal;Note;Hvad\n2020;{huge};a;{huge}"),
            &[(2, 2, "Tal", &told, Why::TooLong), (2, 4, "Hvad", &told, Why::TooLong)],
        );
        let long = "æ".repeat(20_000);
        check(
            &format!("År;Tal;Note\n2020;85;{long}"),
            &[(2, 3, "Note", &long, Why::Problem(Field::Note, Problem::TooLong))],
        );
    }

    #[test]
    fn a_row_that_says_nothing_gives_nothing() {
        let rows = all("Indikator;Navn;Enhed;År;Tal\n1e;x;%\n1e;;;2020\n1e;;;;85", None);
        let is_told: Vec<bool> = rows.iter().map(Option::is_some).collect();
        assert_eq!(is_told, [false, true, true]);
    }

    #[test]
    fn the_indicator_is_the_one_named_or_else_the_one_chosen() {
        let check = |text: &str, chosen: Option<&str>, expected: Option<&str>| {
            let understood = only(text, chosen);
            assert_eq!(understood.indicator.as_deref(), expected, "{text}");
            let is_bad = understood.bad.iter().any(|bad| bad.why == Why::NoIndicator);
            assert_eq!(is_bad, expected.is_none(), "{text}");
        };
        check("Indikator;År;Tal\nMål 1E;2020;85", Some("5d"), Some("1e"));
        check("Indikator;År;Tal\nsløjfen;2020;85", None, Some("5d"));
        check("Indikator;År;Tal\n5;2020;85", Some("1e"), None);
        check("Indikator;År;Tal\n;2020;85", Some("5d"), Some("5d"));
        check("År;Tal\n2020;85", Some("5d"), Some("5d"));
        check("År;Tal\n2020;85", Some("17x"), None);
        check("År;Tal\n2020;85", None, None);
        check("Mål;År;Tal\n5d;2020;85", Some("1e"), Some("5d"));
        check("Mål;År;Tal\n5;2020;85", Some("1e"), Some("1e"));
        check("Navn;År;Tal\nsløjfen;2020;85", Some("1e"), Some("1e"));
        check("Navn;År;Tal\nsløjfen;2020;85", None, Some("5d"));
        let name = indicators().into_iter().find(|one| one.id == "6b").unwrap().name.en;
        check(&format!("Indikator;Navn;År;Tal\nx-y;{name};2020;85"), Some("1e"), Some("6b"));
        check(&format!("Navn;År;Tal\n{name};2020;85"), Some("1e"), Some("6b"));
    }

    #[test]
    fn a_row_is_read_as_if_it_had_been_typed() {
        let text = "Dato;Værdi;Kilde;Antal adspurgte;Sikkerhed;Brud\n\
                    3. kvartal 2020;1.234,5 %;Vores måling;1.343;skøn;x";
        let understood = only(text, Some("1e"));
        assert_eq!(understood.bad, []);
        let (typed, reading) = (understood.typed, understood.reading);
        assert!(
            matches!(reading.found, Some(Found::Figure(value, None)) if value.to_string() == "1234.5")
        );
        assert_eq!(reading.when.unwrap().to_string(), "2020-Q3");
        assert_eq!((reading.sample, typed.title.as_str()), (Some(1_343), "Vores måling"));
        assert_eq!((typed.quality.as_str(), typed.is_break), ("estimated", true));
        // More than a hundred per cent would be asked about; an import does not ask.
        assert!(!reading.questions.is_empty() && reading.is_ready(&typed));
        let understood = only("År;Værdi\n2020;Udført", Some("6b"));
        assert_eq!(understood.reading.found, Some(Found::State(State::Done)));
        assert_eq!(
            (understood.typed.state.as_str(), understood.typed.value.as_str()),
            ("done", "")
        );
    }
}
