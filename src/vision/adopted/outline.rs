//! Headings: where sections and their blocks begin. Which words belong to which item is decided
//! elsewhere; here they are only gathered under their headings.

use super::ExpectedSection;
use super::lines::{Line, compact, join};
use crate::sorted::Sorted;
use crate::vision::Block;

/// Longest heading of a block, in bytes; longer text before a colon is a sentence.
const LONGEST_BLOCK_HEADING: usize = 80;

/// A document cut at its headings.
#[derive(Default)]
pub(super) struct Outline<'e> {
    /// Lines before the first heading.
    pub(super) preface: Vec<String>,
    /// Titles of the focus areas by number.
    pub(super) areas: Sorted<u32, String>,
    /// Lines between the heading of a focus area and the next section.
    pub(super) under_areas: Vec<Line>,
    /// Sections in the order in which their headings stand, repeated ones included.
    pub(super) sections: Vec<FoundSection<'e>>,
    place: Place,
}

/// A heading of a theme or element and what stands under it.
pub(super) struct FoundSection<'e> {
    /// The line of the heading.
    pub(super) line: usize,
    /// The whole heading.
    pub(super) heading: String,
    /// The heading without number.
    pub(super) title: String,
    /// What the edition expects, where it has a section of this number.
    pub(super) numbered: Option<&'e ExpectedSection<'e>>,
    /// Whether the title is that of the expected section, small differences aside.
    pub(super) agrees: bool,
    /// Lines before the first block.
    pub(super) before_blocks: Vec<Line>,
    /// The blocks in the order in which they stand.
    pub(super) blocks: Vec<FoundBlock>,
}

/// A heading of a block and the lines under it.
pub(super) struct FoundBlock {
    /// Which block it is; nothing for the block of lettered goals.
    pub(super) block: Option<Block>,
    /// Its lines.
    pub(super) lines: Vec<Line>,
}

#[derive(Clone, Copy, Default)]
enum Place {
    #[default]
    Preface,
    Area,
    Section,
}

/// A line that has the form "Tema 5: …" or "6. Element: …".
struct SectionHeading<'t> {
    id: String,
    colon: bool,
    title: &'t str,
}

impl<'e> Outline<'e> {
    /// Cuts a document at its headings.
    pub(super) fn of(lines: Vec<Line>, expected: &'e [ExpectedSection<'e>]) -> Self {
        let mut outline = Self::default();
        let mut lines = lines.into_iter().peekable();
        while let Some(line) = lines.next() {
            let next = lines.peek().map_or("", |next| next.text.as_str());
            if let Some(mut section) = open_section(&line, next, expected) {
                while let Some(more) = lines.next_if(|more| section.title_goes_on(&more.text)) {
                    section.lengthen_title(&more.text);
                }
                section.agrees = section.has_expected_title();
                outline.sections.push(section);
                outline.place = Place::Section;
            } else if let Some((number, title)) = area_heading(&line.text, next) {
                outline.areas.insert(number, title.to_owned());
                outline.place = Place::Area;
            } else {
                outline.take(line);
            }
        }
        outline
    }

    /// The sections that the edition knows, with what it expects of them.
    pub(super) fn known(
        &self,
    ) -> impl Iterator<Item = (&FoundSection<'e>, &'e ExpectedSection<'e>)> {
        self.sections.iter().filter_map(|section| Some((section, section.expected()?)))
    }

    fn take(&mut self, line: Line) {
        match self.place {
            Place::Preface => self.preface.push(join([line.text.as_str()])),
            Place::Area => self.under_areas.push(line),
            Place::Section => {
                if let Some(section) = self.sections.last_mut() {
                    section.take(line);
                }
            }
        }
    }
}

impl<'e> FoundSection<'e> {
    /// The expected section, where number and title agree.
    pub(super) fn expected(&self) -> Option<&'e ExpectedSection<'e>> {
        self.numbered.filter(|_| self.agrees)
    }

    fn take(&mut self, line: Line) {
        if let Some((block, rest)) = block_heading(&line.text) {
            let text = rest.to_owned();
            let lines = if text.is_empty() { Vec::new() } else { vec![Line { text, ..line }] };
            self.blocks.push(FoundBlock { block, lines });
        } else if let Some(block) = self.blocks.last_mut() {
            block.lines.push(line);
        } else {
            self.before_blocks.push(line);
        }
    }

    fn title_goes_on(&self, more: &str) -> bool {
        self.numbered.is_some_and(|expected| {
            begins_title(&join([self.title.as_str(), more]), expected) && !compact(more).is_empty()
        })
    }

    fn lengthen_title(&mut self, more: &str) {
        self.heading = join([self.heading.as_str(), more]);
        self.title = join([self.title.as_str(), more]);
    }

    /// The same title but for case, blanks, punctuation and a minority of its words.
    fn has_expected_title(&self) -> bool {
        let Some(expected) = self.numbered else { return false };
        let words = words_of(&self.title);
        let wanted = words_of(bare_title(expected));
        let met = wanted.iter().filter(|word| words.contains(word)).count();
        compact(&self.title) == compact(bare_title(expected))
            || (met > 0 && met * 2 >= wanted.len())
    }
}

/// A heading with a colon is one in any case. Without it the line, or the line after a bare
/// number, has to be the expected title or its beginning, for a sentence may begin alike.
fn open_section<'e>(
    line: &Line,
    next: &str,
    expected: &'e [ExpectedSection<'e>],
) -> Option<FoundSection<'e>> {
    let found = section_heading(&line.text)?;
    let numbered = expected.iter().find(|section| section.id == found.id);
    let shown = if found.title.is_empty() { next } else { found.title };
    let is_heading = found.colon || numbered.is_some_and(|section| begins_title(shown, section));
    if !is_heading {
        return None;
    }
    Some(FoundSection {
        line: line.number,
        heading: join([line.text.as_str()]),
        title: join([found.title]),
        numbered,
        agrees: false,
        before_blocks: Vec::new(),
        blocks: Vec::new(),
    })
}

fn section_heading(text: &str) -> Option<SectionHeading<'_>> {
    let (id, rest) = if let Some((number, rest)) = strip_word(text, "tema").and_then(number) {
        (number.to_string(), rest)
    } else {
        let (number, rest) = number(text)?;
        let rest = rest.trim_start();
        let rest = rest.strip_prefix('.').unwrap_or(rest).trim_start();
        (format!("e{number}"), strip_word(rest, "element")?)
    };
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start();
    let title = rest.trim_start_matches([':', '.', '-', '–', ' ']);
    Some(SectionHeading { id, colon: rest.starts_with(':'), title })
}

/// "Fokusområde 2. Titel". Without a full stop or colon only where a section follows at once.
fn area_heading<'t>(text: &'t str, next: &str) -> Option<(u32, &'t str)> {
    let (number, rest) = number(strip_word(text, "fokusområde")?)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start();
    let marked = rest.starts_with(['.', ':']);
    let title = rest.trim_start_matches([':', '.', ' ']);
    (marked || section_heading(next).is_some()).then_some((number, title))
}

/// Which block a line opens, and the words that follow the heading on the same line.
fn block_heading(text: &str) -> Option<(Option<Block>, &str)> {
    let (heading, rest) = text.split_once(':').unwrap_or((text, ""));
    if heading.len() > LONGEST_BLOCK_HEADING {
        return None;
    }
    let heading = compact(heading);
    let block = match heading.as_str() {
        "begrundelse" => Some(Block::Rationale),
        "skalunderstøttesaf" | "skalunderstøttesafbla" | "skalunderstøttesafblandtandet" => {
            Some(Block::Support)
        }
        "vimålerdetsådan" => Some(Block::Measures),
        other => {
            let year = other.strip_prefix("herervii")?;
            if year.is_empty() || year.bytes().any(|b| !b.is_ascii_digit()) {
                return None;
            }
            None
        }
    };
    Some((block, rest.trim()))
}

fn begins_title(text: &str, expected: &ExpectedSection<'_>) -> bool {
    let text = compact(text);
    !text.is_empty() && compact(bare_title(expected)).starts_with(&text)
}

/// The expected title without "6. Element:" in front.
fn bare_title<'e>(expected: &ExpectedSection<'e>) -> &'e str {
    section_heading(expected.title).map_or(expected.title, |heading| heading.title)
}

fn words_of(title: &str) -> Vec<String> {
    title.split(|c: char| !c.is_alphanumeric()).map(compact).filter(|word| word.len() > 2).collect()
}

/// What follows a word at the beginning of a text; the word is given in lower case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in word.chars() {
        if rest.next()?.to_lowercase().next() != Some(wanted) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// A number at the beginning of a text, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::super::lines::read;
    use super::*;

    fn expected() -> [ExpectedSection<'static>; 2] {
        let section = |id, title| ExpectedSection {
            id,
            title,
            goals: 1,
            parts: Vec::new(),
            rationale: 1,
            support: 1,
            measures: 1,
        };
        [section("5", "Skov, strand og sti"), section("e6", "6. Element: Et navn til byen")]
    }

    fn titles(text: &str) -> Vec<(String, bool)> {
        let expected = expected();
        let outline = Outline::of(read(text), &expected);
        outline.sections.iter().map(|found| (found.title.clone(), found.agrees)).collect()
    }

    #[test]
    fn section_headings_are_known_in_every_spelling() {
        let check = |text: &str, title: &str| {
            assert_eq!(titles(text), [(title.to_owned(), true)], "{text}");
        };
        check("Tema 5: Skov, strand og sti", "Skov, strand og sti");
        check(" TEMA5 :Skov, strand og sti", "Skov, strand og sti");
        check("Tema 5 Skov, strand og sti", "Skov, strand og sti");
        check("Tema 5. Skov,\n\nstrand og sti", "Skov, strand og sti");
        check("Tema 5\nSkov, strand og sti", "Skov, strand og sti");
        check("Tema 5: Skove, strand og sti …… 7", "Skove, strand og sti …… 7");
        check("6. Element: Et navn til byen", "Et navn til byen");
        check("6 element - Et navn\ntil byen", "Et navn til byen");
    }

    #[test]
    fn sentences_that_begin_like_a_heading_are_none() {
        let check = |text: &str| assert!(titles(text).is_empty(), "{text}");
        check("Tema 5 er det største");
        check("Tema 5b: Skov, strand og sti");
        check("Temaerne står nedenfor");
        check("Det 6. element:");
        check("6. elementer: Et navn til byen");
        check("Tema 99999999999: Skov");
    }

    #[test]
    fn a_heading_with_another_title_is_one_but_does_not_agree() {
        assert_eq!(titles("Tema 5: Havn"), [("Havn".to_owned(), false)]);
        assert_eq!(titles("Tema 7: Havn"), [("Havn".to_owned(), false)]);
    }

    #[test]
    fn block_headings_are_known_in_every_spelling() {
        let check = |text: &str, block: Option<Block>, rest: &str| {
            assert_eq!(block_heading(text), Some((block, rest)), "{text}");
        };
        check("Hér er vi i 2030:", None, "");
        check("HER ER VI I  2045", None, "");
        check("Begrundelse", Some(Block::Rationale), "");
        check("begrundelse : Byen vokser.", Some(Block::Rationale), "Byen vokser.");
        check("Skal understøttes af bl. a.:", Some(Block::Support), "");
        check("Skal understøttes af", Some(Block::Support), "");
        check("Vi måler det sådan", Some(Block::Measures), "");
    }

    #[test]
    fn sentences_that_begin_like_a_block_heading_are_none() {
        let check = |text: &str| assert_eq!(block_heading(text), None, "{text}");
        check("Begrundelse for valget");
        check("Her er vi i gang");
        check("Her er vi i");
        check("Vi måler det sådan hvert år");
    }

    #[test]
    fn a_focus_area_needs_a_full_stop_or_a_section_after_it() {
        let check = |text: &str, next: &str, expected: Option<(u32, &str)>| {
            assert_eq!(area_heading(text, next), expected, "{text}");
        };
        check("Fokusområde 2. Byen", "", Some((2, "Byen")));
        check("FOKUSOMRÅDE 2 Byen", "Tema 5: Skov", Some((2, "Byen")));
        check("Fokusområde 2 er stort", "og bredt", None);
        check("Fokusområderne er to", "Tema 5: Skov", None);
    }
}
