//! What a file that names no indicator may be about.

use super::{Column, Sheet};
use crate::{
    measure::{Indicator, paste},
    vision::Language,
};

/// Shorter words stand in many names.
const SHORTEST_NAME: usize = 4;

/// A proposal for the rows that name no indicator: the one whose id stands in the name of the file
/// (`maal-5d-2020.csv`), else the one that the header of the values or of a further column names.
#[must_use]
pub fn propose(
    sheet: &Sheet,
    indicators: &[Indicator],
    file_name: &str,
    language: Language,
) -> Option<String> {
    let value = sheet.place(Column::Value).and_then(|at| sheet.headers.get(at));
    let headers = value.into_iter().chain(&sheet.extra);
    // "Værdi" names a column and no indicator.
    let mut telling = headers.filter(|header| Column::from_header(header).is_none());
    let by_header = || telling.find_map(|header| named(header, indicators, language));
    in_file_name(file_name, indicators).or_else(by_header).map(|indicator| indicator.id.clone())
}

/// The indicator that a text names in either language, this one first. A short text must be its id.
pub(super) fn named<'a>(
    text: &str,
    indicators: &'a [Indicator],
    language: Language,
) -> Option<&'a Indicator> {
    let by_id = indicators.iter().find(|indicator| indicator.id == text);
    by_id.or_else(|| {
        let is_long = text.chars().count() >= SHORTEST_NAME;
        let languages = [language, language.other()].into_iter();
        let mut found = languages.filter_map(|one| paste::indicator(text, indicators, one));
        found.find(|indicator| is_long || is_id_of(text, indicator))
    })
}

/// Whether a text is an indicator's id, with or without a word before it.
pub(super) fn is_id_of(text: &str, indicator: &Indicator) -> bool {
    let text = text.trim().to_lowercase().replace(' ', "");
    text.ends_with(&indicator.id.to_lowercase())
}

/// The only indicator whose id stands in the name of a file. Of `9d` and `9d.2` the longer is meant.
fn in_file_name<'a>(file_name: &str, indicators: &'a [Indicator]) -> Option<&'a Indicator> {
    let name = file_name.to_lowercase();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut ends = [".csv", ".tsv", ".txt"].into_iter();
    let name = ends.find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let standing = indicators.iter().filter(|indicator| stands(&indicator.id, name));
    let standing: Vec<&Indicator> = standing.collect();
    let longest = standing.iter().copied().max_by_key(|indicator| indicator.id.len())?;
    let is_only = standing.iter().all(|one| longest.id.starts_with(&one.id));
    is_only.then_some(longest)
}

/// Whether an id stands in a name, not as a part of a longer word.
fn stands(id: &str, name: &str) -> bool {
    let id = id.to_lowercase();
    // A number alone may be a year or a version.
    if !id.contains(char::is_alphabetic) {
        return false;
    }
    name.match_indices(&id).any(|(at, _)| {
        let before = name.get(..at).unwrap_or_default();
        let after = name.get(at + id.len()..).unwrap_or_default();
        let is_word = ["mål", "maal", "goal"].iter().any(|word| before.ends_with(word));
        (is_word || !before.ends_with(char::is_alphanumeric))
            && !after.starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{exchange::csv::read, measure::derive, vision::Edition};

    #[test]
    fn an_indicator_is_proposed_by_file_name_or_header() {
        let all = derive(&Edition::embedded().unwrap());
        let check = |file_name: &str, header: &str, expected: Option<&str>| {
            let sheet = read(&format!("{header}\n2020;85;x\n")).unwrap();
            let found = propose(&sheet, &all, file_name, Language::Da);
            assert_eq!(found.as_deref(), expected, "{file_name} {header}");
        };
        let plain = "År;Værdi";
        check("1e.csv", plain, Some("1e"));
        check("C:\\data\\1E (2).CSV", plain, Some("1e"));
        check("maal-5d-2020.csv", plain, Some("5d"));
        check("mål5d.txt", plain, Some("5d"));
        check("10-m1.csv", plain, Some("10-m1"));
        check("9d.csv", plain, Some("9d"));
        check("9d.2.csv", plain, Some("9d.2"));
        check("1e-og-5d.csv", plain, None);
        check("indicator_1-2-1.csv", plain, None);
        check("tal.csv", plain, None);
        check("", plain, None);
        check("11ex.csv", plain, None);
        check("tal.csv", "År;1e", Some("1e"));
        check("tal.csv", "År;Mål 5d", Some("5d"));
        check("tal.csv", "År;Værdi;Bycentrum er udvidet", Some("6b"));
        check("tal.csv", "År;Værdi;by", None);
        check("2021-1e.csv", "År;5d", Some("1e"));
    }

    #[test]
    fn a_header_of_values_that_was_assigned_by_hand_may_name_it() {
        let all = derive(&Edition::embedded().unwrap());
        let mut sheet = read("År;Sløjfen\n2020;85\n").unwrap();
        sheet.assign(1, Some(Column::Value));
        assert_eq!(propose(&sheet, &all, "", Language::Da).as_deref(), Some("5d"));
    }
}
