//! CSV: measurement sets for spreadsheets, and what comes back from them or from elsewhere.
//!
//! Where to start: [`write()`] and [`read()`]; then [`understand()`], which makes a row of a [`Sheet`]
//! what a person could have typed into the form.
//!
//! # What is written and what is read
//! Written is as RFC 4180 has it, in one of two [`Style`]s, with a byte order mark, since spreadsheets
//! take a file without one for an old encoding. Read is whatever spreadsheets make of it: any of three
//! separators, any line ends, quoted cells over several lines, columns in any order.
//!
//! The cells are told apart by the sixty lines of `cells` and not by the crate `csv`, which weighs as
//! much in the wasm: it ends a quotation mark that is never closed silently at the end of the file, where
//! the person has to be told its line, and counts no lines that end with a carriage return alone. Both
//! read the same cells otherwise. What is written needs no more than the doubling of quotation marks.
//!
//! # Formulas
//! A spreadsheet runs a text that begins with `=`, `+`, `-` or `@` (OWASP, "CSV Injection"), so such a
//! text gets an apostrophe in front, and so does one that has apostrophes before such a sign already:
//! taking one away again always gives the text that was there.

mod cells;
mod columns;
mod propose;
mod read;
mod understand;
mod words;
mod write;

pub use columns::Column;
pub use propose::propose;
pub use read::{MOST_COLUMNS, MOST_ROWS, NoSheet, Row, Sheet, language_of, read};
pub use understand::{BadCell, Understood, Why, understand};
pub use write::write;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What stands between two cells: `;` or `,`.
    pub separator: char,
    /// Whether a point stands before decimals; otherwise a comma does.
    pub is_point: bool,
}

impl Style {
    /// What Danish spreadsheets expect.
    pub const DANISH: Self = Self { separator: ';', is_point: false };
    /// What most other spreadsheets and programs expect.
    pub const INTERNATIONAL: Self = Self { separator: ',', is_point: true };
}

/// An observation as it is kept, with what names it: a row to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The id of its record; empty for a published one.
    pub id: String,
    /// The measurement set it belongs to.
    pub set: String,
    /// The id of its indicator.
    pub indicator: String,
    /// The name of its indicator.
    pub name: String,
    /// The id of the goal, theme or paragraph.
    pub item: String,
    /// The date.
    pub when: String,
    /// The value.
    pub value: String,
    /// Of how many, or compared with what.
    pub of: String,
    /// The name of a state.
    pub state: String,
    /// The unit of the value.
    pub unit: String,
    /// The name of a quality.
    pub quality: String,
    /// Whether it cannot be compared with the one before.
    pub is_break: bool,
    /// How many were asked or counted.
    pub sample: String,
    /// The title of the source.
    pub title: String,
    /// Who published the source.
    pub publisher: String,
    /// The address of the source.
    pub address: String,
    /// The date of the source.
    pub source_date: String,
    /// A remark.
    pub note: String,
    /// Whoever answers for it.
    pub owner: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::RecordId,
        measure::{Decimal, Found, Indicator, Kind, Quality, State, When, derive},
        vision::{Edition, Language},
    };

    const TODAY: i32 = 20_782; // 2026-11-25
    const STYLES: [Style; 2] = [Style::DANISH, Style::INTERNATIONAL];

    /// Numbers by a rule, so that a failure can be seen again.
    struct Draw(u64);

    impl Draw {
        fn below(&mut self, most: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(self.0 >> 33).unwrap() % most
        }

        fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
            all[self.below(all.len())]
        }

        /// A text with what is hard in it, as texts are kept: without space around it.
        fn text(&mut self) -> String {
            const PIECES: [&str; 22] = [
                "=", "+", "-", "@", "'", "''", "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r",
                "æ", "1.234,5", " ", "\u{feff}", "ja", "SUM(A1)", "sep=;", "😀",
            ];
            let length = self.below(6);
            let text: String = (0..length).map(|_| self.one(&PIECES)).collect();
            text.trim().into()
        }

        fn number(&mut self, most_decimals: usize) -> String {
            let digits = self.below(2_000_000);
            let decimals = self.below(most_decimals + 1);
            match decimals {
                0 => digits.to_string(),
                _ => format!("{}.{:02$}", digits % 3_000, self.below(10), decimals),
            }
        }

        fn when(&mut self) -> String {
            let ends = ["", "-H1", "-H2", "-Q3", "-02", "-12", "-05-31", "-11-01"];
            format!("{}{}", 1_995 + self.below(30), self.one(&ends))
        }

        fn line(&mut self, indicator: &Indicator) -> Line {
            let number = u64::try_from(self.below(1_000_000)).unwrap();
            let mut line = Line {
                id: RecordId::new(number, &[3; 10]).to_string(),
                set: self.text(),
                indicator: indicator.id.clone(),
                name: indicator.name.da.clone(),
                item: indicator.item.clone(),
                when: self.when(),
                unit: self.text(),
                quality: Quality::ALL[self.below(4)].name().into(),
                is_break: self.below(2) == 1,
                title: self.text(),
                publisher: self.text(),
                address: self
                    .one(&["", "https://www.randers.dk/x?a=1,2;3", "mailto:a@b.dk"])
                    .into(),
                note: self.text(),
                owner: self.text(),
                ..Line::default()
            };
            if self.below(2) == 1 {
                line.sample = (1 + self.below(9_000)).to_string();
                line.source_date = self.when();
            }
            match indicator.kind {
                Kind::Milestone => line.state = State::ALL[self.below(6)].name().into(),
                Kind::Share | Kind::Scale => line.value = self.number(6),
                Kind::Count => line.value = format!("-{}", 1 + self.below(5_000)),
                Kind::Comparison => (line.value, line.of) = (self.number(3), self.number(3)),
                Kind::Rank | Kind::Coverage => {
                    (line.value, line.of) = ((1 + self.below(50)).to_string(), "1234".into());
                }
            }
            line
        }
    }

    /// The line that a row was written from.
    fn back(sheet: &Sheet, row: &Row, language: Language) -> Line {
        let text = |column| row.get(sheet, column).to_owned();
        let number = |column| {
            let number = Decimal::read(row.get(sheet, column), language);
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        let quality = words::quality(row.get(sheet, Column::Quality));
        let state = crate::measure::paste::state(row.get(sheet, Column::State));
        Line {
            id: text(Column::Id),
            set: text(Column::Set),
            indicator: text(Column::Indicator),
            name: text(Column::Name),
            item: text(Column::Item),
            when: text(Column::When),
            value: number(Column::Value),
            of: number(Column::Of),
            state: state.map(State::name).unwrap_or_default().into(),
            unit: text(Column::Unit),
            quality: quality.map(Quality::name).unwrap_or_default().into(),
            is_break: words::is_yes(row.get(sheet, Column::Break)).unwrap(),
            sample: text(Column::Sample),
            title: text(Column::Title),
            publisher: text(Column::Publisher),
            address: text(Column::Address),
            source_date: text(Column::SourceDate),
            note: text(Column::Note),
            owner: text(Column::Owner),
        }
    }

    /// Every style in both languages, with lines for every indicator.
    fn for_all_files(check: impl Fn(&[Line], &Sheet, &[Indicator], Style)) {
        let indicators = derive(&Edition::embedded().unwrap());
        let mut draw = Draw(7);
        for style in STYLES {
            for language in Language::ALL {
                for _ in 0..10 {
                    let lines: Vec<Line> = indicators.iter().map(|one| draw.line(one)).collect();
                    let file = write(&lines, style, language);
                    let sheet = read(&file).unwrap();
                    assert_eq!(sheet.separator, style.separator);
                    assert_eq!(sheet.columns, Column::ALL.map(Some));
                    assert_eq!(sheet.rows.len(), lines.len());
                    check(&lines, &sheet, &indicators, style);
                }
            }
        }
    }

    #[test]
    fn what_was_written_is_read_back() {
        for_all_files(|lines, sheet, _, style| {
            let language = language_of(sheet);
            assert_eq!(language == Language::En, style.is_point);
            for (line, row) in lines.iter().zip(&sheet.rows) {
                assert_eq!(&back(sheet, row, language), line);
            }
        });
    }

    #[test]
    fn what_was_written_is_understood_as_it_was_meant() {
        for_all_files(|lines, sheet, indicators, _| {
            let language = language_of(sheet);
            for (line, row) in lines.iter().zip(&sheet.rows) {
                let understood = understand(sheet, row, indicators, None, language, TODAY).unwrap();
                assert_eq!(understood.bad, [], "{line:?}");
                assert_eq!(understood.id, RecordId::parse(&line.id));
                assert_eq!(understood.indicator.as_ref(), Some(&line.indicator));
                let found = Decimal::parse(&line.value)
                    .map(|value| Found::Figure(value, Decimal::parse(&line.of)))
                    .or(State::from_name(&line.state).map(Found::State));
                let (typed, reading) = (understood.typed, understood.reading);
                assert_eq!(reading.found, found);
                assert_eq!(reading.when, When::parse(&line.when));
                assert_eq!(reading.source_date, When::parse(&line.source_date));
                assert_eq!(reading.sample, line.sample.parse().ok());
                assert_eq!(
                    typed.quality,
                    if line.quality == "measured" { "" } else { &line.quality }
                );
                assert_eq!((typed.is_break, &typed.note), (line.is_break, &line.note));
            }
        });
    }
}
