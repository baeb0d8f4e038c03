//! Writing lines.

use super::{Column, Line, Style, cells::guarded, words};
use crate::{
    measure::{Decimal, Quality, State},
    vision::Language,
};

/// Writes a file with a header row in a language, numbers in a style, and words for states and
/// qualities in the language.
#[must_use]
pub fn write(lines: &[Line], style: Style, language: Language) -> String {
    let mut file = String::from('\u{feff}');
    push_row(&mut file, style, |column| column.header(language).to_owned());
    for line in lines {
        push_row(&mut file, style, |column| cell(line, column, style, language));
    }
    file
}

fn push_row(file: &mut String, style: Style, cell: impl Fn(Column) -> String) {
    for (at, column) in Column::ALL.into_iter().enumerate() {
        if at > 0 {
            file.push(style.separator);
        }
        let cell = cell(column);
        if cell.contains([style.separator, '"', '\r', '\n']) {
            file.push('"');
            file.push_str(&cell.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(&cell);
        }
    }
    file.push_str("\r\n");
}

fn cell(line: &Line, column: Column, style: Style, language: Language) -> String {
    let state = |state| words::state_word(state, language);
    let quality = |quality| words::quality_word(quality, language);
    let text: &str = match column {
        Column::Id => &line.id,
        Column::Set => &line.set,
        Column::Indicator => &line.indicator,
        Column::Name => &line.name,
        Column::Item => &line.item,
        Column::When => &line.when,
        Column::Value => return number(&line.value, style),
        Column::Of => return number(&line.of, style),
        Column::State => State::from_name(&line.state).map_or(line.state.as_str(), state),
        Column::Unit => &line.unit,
        Column::Quality => Quality::from_name(&line.quality).map_or(line.quality.as_str(), quality),
        Column::Break if line.is_break => words::yes(language),
        Column::Break => "",
        Column::Sample => return number(&line.sample, style),
        Column::Title => &line.title,
        Column::Publisher => &line.publisher,
        Column::Address => &line.address,
        Column::SourceDate => &line.source_date,
        Column::Note => &line.note,
        Column::Owner => &line.owner,
    };
    // Signs that are no text, as some programs paste them, would make the whole file none.
    let is_text = |sign: &char| !sign.is_control() || matches!(sign, '\t' | '\n' | '\r');
    if text.chars().all(|sign| is_text(&sign)) {
        return guarded(text);
    }
    guarded(&text.chars().filter(is_text).collect::<String>())
}

/// A number is safe as it is, a negative one too; anything else is a text.
fn number(text: &str, style: Style) -> String {
    match Decimal::parse(text) {
        Some(_) if style.is_point => text.into(),
        Some(_) => text.replace('.', ","),
        None => guarded(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            indicator: "1e".into(),
            item: "1e".into(),
            when: "2020-Q3".into(),
            value: "-1234.5".into(),
            state: "under_way".into(),
            quality: "estimated".into(),
            is_break: true,
            title: "=1+1".into(),
            note: "to\nlinjer, \"sagt\"; så".into(),
            owner: "Mette".into(),
            ..Line::default()
        }
    }

    #[test]
    fn a_danish_file_has_semicolons_and_commas_before_decimals() {
        let file = write(&[line()], Style::DANISH, Language::Da);
        let expected = "\u{feff}Id;Målesæt;Indikator;Navn;Mål;Dato;Værdi;Af eller mod;Milepæl;Enhed;\
                        Sikkerhed;Ny metode;Antal adspurgte;Kilde;Udgiver;Kildens adresse;Kildens dato;\
                        Bemærkning;Ansvarlig\r\n\
                        ;;1e;;1e;2020-Q3;-1234,5;;i gang;;skønnet;ja;;'=1+1;;;;\
                        \"to\nlinjer, \"\"sagt\"\"; så\";Mette\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn an_international_file_has_commas_and_points() {
        let file = write(&[line()], Style::INTERNATIONAL, Language::En);
        let row = file.lines().nth(1).unwrap();
        assert_eq!(row, ",,1e,,1e,2020-Q3,-1234.5,,under way,,estimated,yes,,'=1+1,,,,\"to");
        assert!(file.starts_with("\u{feff}Id,Measurement set,Indicator,Name,Goal,Date,Value,"));
        let comma = Style { separator: ',', is_point: false };
        assert!(write(&[line()], comma, Language::En).contains(",\"-1234,5\","));
    }

    #[test]
    fn what_is_no_number_or_name_is_guarded_like_any_text() {
        let odd = Line { value: "=A1".into(), state: "@".into(), sample: "-".into(), ..line() };
        let file = write(&[odd], Style::DANISH, Language::Da);
        assert!(file.contains(";'=A1;;'@;;skønnet;ja;'-;"), "{file}");
        assert_eq!(write(&[], Style::DANISH, Language::En).lines().count(), 1);
    }
}
