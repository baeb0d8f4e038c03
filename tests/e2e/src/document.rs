//! A document of the form that the council adopted, made from the embedded edition's own plain
//! text, so that journeys need no file from elsewhere.

use pejlemaerke::vision::{Block, Edition, Language, Section};
use std::fmt::Write;

/// What every line of the made document says more than the plain text, to tell them apart.
pub const SIGN: &str = "(vedtaget)";

/// The whole document, one paragraph a line, as pasted from a word processor.
#[must_use]
pub fn made_from(edition: &Edition) -> String {
    let mut text = String::from("Vision 2021\n\nForord\n\n");
    let mut area = None;
    for section in &edition.sections {
        if section.area != area
            && let Some(new) = edition.area_of(section)
        {
            area.clone_from(&section.area);
            line(
                &mut text,
                format_args!("Fokusområde {}. {}", new.number, new.title.get(Language::Da)),
            );
        }
        section_text(&mut text, section);
    }
    text
}

fn section_text(text: &mut String, section: &Section) {
    let title = &section.title.da;
    let number = section.number();
    if section.is_element() {
        line(text, format_args!("{number}. Element: {title}"));
    } else {
        line(text, format_args!("Tema {number}: {title}"));
    }
    line(text, format_args!("Hér er vi i 2021:"));
    for (goal, letter) in section.goals.iter().zip('a'..) {
        let end = if goal.parts.is_empty() { "" } else { " Det gælder:" };
        line(text, format_args!("{letter}. {SIGN} {}{end}", goal.text.da));
        for part in &goal.parts {
            line(text, format_args!("• {SIGN} {}", part.label.da));
        }
    }
    let headings = [
        (Block::Rationale, "Begrundelse:"),
        (Block::Support, "Skal understøttes af bl.a.:"),
        (Block::Measures, "Vi måler det sådan"),
    ];
    for (block, heading) in headings {
        if !section.block(block).is_empty() {
            line(text, format_args!("{heading}"));
        }
        for item in section.block(block) {
            line(text, format_args!("{SIGN} {}", item.text.da));
        }
    }
}

/// Writing to a string does not fail.
fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    let written = writeln!(text, "{words}\n");
    debug_assert!(written.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejlemaerke::vision::adopted::{ExpectedSection, parse};

    #[test]
    fn every_item_of_the_made_document_is_found() {
        let edition = Edition::embedded().unwrap();
        let expected: Vec<ExpectedSection> =
            edition.sections.iter().map(ExpectedSection::from).collect();
        let adopted = parse(&made_from(&edition), &expected).unwrap();
        assert_eq!(adopted.missing, Vec::<String>::new(), "{:?}", adopted.unplaced);
    }
}
