//! Reads the document as the council adopted it, from plain text, into the ids of the edition.
//!
//! The text may come from a PDF, a clipboard or a word processor: hard-wrapped, with blank lines
//! between all lines or none, page breaks, stray blanks before a letter, a heading without its
//! colon, lost bullets, letters in decomposed form. [`parse`] cuts it at its headings ("Tema 5:",
//! "6. Element:", "Fokusområde 2.", "Hér er vi i …", "Begrundelse", "Skal understøttes af",
//! "Vi måler det sådan") and gives every goal, part and paragraph the id it has in the edition.
//!
//! Two rules hold throughout. The words are those of the document: only line ends, repeated
//! blanks and bullets go. And nothing is guessed: what does not fit what the edition expects is
//! reported, and where the number of paragraphs does not come out, the block is kept whole.
//!
//! Reading order: `report` (what comes out), `lines`, `outline`, `goals`, `blocks`.

mod blocks;
mod goals;
mod lines;
mod outline;
mod report;

pub use report::{Adopted, ExpectedSection, Refusal, Unplaced, Why};

use crate::sorted::Sorted;
use blocks::Paragraphs;
use lines::{Line, join};
use outline::{FoundBlock, FoundSection, Outline};

use super::Block;

/// The largest text that is read, in bytes of UTF-8. The document itself has 39 thousand.
pub const MAX_BYTES: usize = 2_000_000;
/// The most lines that are read, blank ones included.
const MAX_LINES: usize = 100_000;
/// One character in so many may be a stray control or replacement character.
const STRAY_CHARACTER_IN: usize = 50;

/// Reads an adopted document.
///
/// Takes time linear in the length of the text.
///
/// # Errors
/// When the text is too large, is no text, or is not the document that the edition restates.
pub fn parse(text: &str, expected: &[ExpectedSection<'_>]) -> Result<Adopted, Refusal> {
    refuse_what_is_no_text(text)?;
    let outline = Outline::of(lines::read(text), expected);
    refuse_another_document(&outline, expected)?;
    Ok(place(outline, expected))
}

fn refuse_what_is_no_text(text: &str) -> Result<(), Refusal> {
    let ends = text.chars().filter(|c| matches!(c, '\n' | '\r')).count();
    if text.len() > MAX_BYTES || ends > MAX_LINES {
        return Err(Refusal::TooLarge);
    }
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        Err(Refusal::Empty)
    } else if start.starts_with("%PDF") {
        Err(Refusal::Pdf)
    } else if ["PK\u{3}", "PK\u{5}", "{\\rtf"].iter().any(|opening| start.starts_with(opening)) {
        Err(Refusal::Office)
    } else if is_not_text(text) {
        Err(Refusal::NotText)
    } else {
        Ok(())
    }
}

fn is_not_text(text: &str) -> bool {
    let is_strange = |c: &char| *c == '\u{fffd}' || (c.is_control() && !c.is_whitespace());
    let strange = text.chars().filter(is_strange).count();
    text.contains('\0') || strange * STRAY_CHARACTER_IN > text.chars().count()
}

fn refuse_another_document(
    outline: &Outline<'_>,
    expected: &[ExpectedSection<'_>],
) -> Result<(), Refusal> {
    if outline.sections.is_empty() {
        return Err(Refusal::NoThemes);
    }
    let ids: Sorted<&str, ()> = outline.known().map(|(_, known)| (known.id, ())).collect();
    let (found, expected) = (ids.len(), expected.len());
    if found * 2 < expected {
        return Err(Refusal::WrongDocument { found, expected });
    }
    Ok(())
}

fn place(outline: Outline<'_>, expected: &[ExpectedSection<'_>]) -> Adopted {
    let blocks = outline.known().flat_map(|(section, _)| &section.blocks);
    let wrapped = blocks.filter(|found| found.block.is_some()).map(|found| found.lines.as_slice());
    let paragraphs = Paragraphs::learned_from(wrapped);
    let with_blocks: Sorted<&str, ()> = outline
        .known()
        .filter(|(section, _)| !section.blocks.is_empty())
        .map(|(_, known)| (known.id, ()))
        .collect();

    let mut adopted =
        Adopted { areas: outline.areas, preface: outline.preface, ..Adopted::default() };
    report(&outline.under_areas, None, Why::UnderArea, &mut adopted);
    let mut placed: Sorted<&str, ()> = Sorted::default();
    for section in outline.sections {
        let Some(known) = section.expected() else {
            let is_numbered = section.numbered.is_some();
            let why = if is_numbered { Why::TitleDiffers } else { Why::UnknownSection };
            adopted.report(section.line, None, all_words(&section), why);
            continue;
        };
        if section.blocks.is_empty() && with_blocks.contains_key(known.id) {
            // An entry of a table of contents: the section itself stands elsewhere.
            report(&section.before_blocks, Some(known.id), Why::BeforeBlocks, &mut adopted);
        } else if placed.insert(known.id, ()).is_none() {
            place_section(section, known, &paragraphs, &mut adopted);
        } else {
            let words = all_words(&section);
            adopted.report(section.line, Some(known.id), words, Why::RepeatedSection);
        }
    }
    let unplaced = std::mem::take(&mut adopted.unplaced).into_iter().enumerate();
    let by_line: Sorted<(usize, usize), Unplaced> =
        unplaced.map(|(number, found)| ((found.line, number), found)).collect();
    adopted.unplaced = by_line.into_iter().map(|(_, found)| found).collect();
    let ids = expected.iter().flat_map(ExpectedSection::ids);
    adopted.missing = ids.filter(|id| !adopted.items.contains_key(id)).collect();
    adopted
}

fn place_section(
    section: FoundSection<'_>,
    known: &ExpectedSection<'_>,
    paragraphs: &Paragraphs,
    adopted: &mut Adopted,
) {
    let kinds: Vec<Option<Block>> = section.blocks.iter().map(|found| found.block).collect();
    adopted.items.insert(known.id.to_owned(), section.title);
    report(&section.before_blocks, Some(known.id), Why::BeforeBlocks, adopted);
    let mut seen: Sorted<Option<Block>, ()> = Sorted::default();
    for (FoundBlock { block, lines }, at) in section.blocks.into_iter().zip(1..) {
        if seen.insert(block, ()).is_some() {
            report(&lines, Some(known.id), Why::RepeatedBlock, adopted);
            continue;
        }
        let next_is_repeated = kinds.get(at).is_some_and(|next| seen.contains_key(next));
        let is_closed = !next_is_repeated && next_block_is_there(block, &kinds, known);
        match block {
            None => goals::place(lines, known, is_closed, adopted),
            Some(block) if is_closed => place_block(&lines, block, known, paragraphs, adopted),
            Some(_) => report(&lines, Some(known.id), Why::NextMissing, adopted),
        }
    }
}

/// Whether the heading that should close a block was found. Where it was lost, the block has
/// swallowed what follows, and might by chance still have the expected number of paragraphs.
fn next_block_is_there(
    block: Option<Block>,
    kinds: &[Option<Block>],
    known: &ExpectedSection<'_>,
) -> bool {
    let mut later = Block::ALL.into_iter().filter(|later| Some(*later) > block);
    let next = later.find(|later| known.paragraphs(*later) > 0);
    next.is_none_or(|next| kinds.contains(&Some(next)))
}

fn place_block(
    lines: &[Line],
    block: Block,
    known: &ExpectedSection<'_>,
    paragraphs: &Paragraphs,
    adopted: &mut Adopted,
) {
    let expected = known.paragraphs(block);
    let key = known.block_key(block);
    if let Some(wordings) = paragraphs.exactly(lines, expected) {
        let numbered = (1..).zip(wordings);
        adopted.items.extend(numbered.map(|(number, words)| (format!("{key}{number}"), words)));
        return;
    }
    let certain = paragraphs.certain(lines);
    let why = Why::ParagraphCount { block, found: certain.len(), expected };
    report(lines, Some(known.id), why, adopted);
    if !certain.is_empty() {
        adopted.blocks.insert(key, certain);
    }
}

fn report(lines: &[Line], section: Option<&str>, why: Why, adopted: &mut Adopted) {
    if let Some(first) = lines.first() {
        let words = join(lines.iter().map(|line| line.text.as_str()));
        adopted.report(first.number, section, words, why);
    }
}

fn all_words(section: &FoundSection<'_>) -> String {
    let in_blocks = section.blocks.iter().flat_map(|found| &found.lines);
    let lines = section.before_blocks.iter().chain(in_blocks);
    let words = lines.map(|line| line.text.as_str());
    join(std::iter::once(section.heading.as_str()).chain(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document of an invented municipality with the defects of real extractions: hard wraps,
    /// blank lines between all lines, a stray blank before the first line of a page, headings
    /// without a colon, lost bullets, a wrapped title, paragraphs that end with a full line.
    const SAMPLE: &str = include_str!("../../../tests/fixtures/adopted-sample.txt");

    fn expected() -> [ExpectedSection<'static>; 4] {
        let section = |id, title, goals, counts: [usize; 3]| ExpectedSection {
            id,
            title,
            goals,
            parts: if id == "2" { vec![("2a", 4)] } else { Vec::new() },
            rationale: counts[0],
            support: counts[1],
            measures: counts[2],
        };
        let near = "Byer med kort afstand – alt det, man bruger i en almindelig hverdag, \
                    skal kunne nås til fods eller på cykel";
        [
            section("1", "Strande og stier", 3, [2, 5, 2]),
            section("2", near, 2, [2, 2, 1]),
            section("3", "Skole, arbejde mv.", 2, [1, 2, 1]),
            section("e6", "6. Element: Et navn med klang – Solbæk skal høres", 2, [1, 1, 0]),
        ]
    }

    fn read(text: &str) -> Adopted {
        parse(text, &expected()).unwrap()
    }

    fn items(text: &str) -> Sorted<String, String> {
        read(text).items
    }

    fn without_blanks(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    #[test]
    fn every_item_is_found_but_those_of_the_one_block_in_doubt() {
        let adopted = read(SAMPLE);
        assert_eq!(adopted.missing, ["3-s1", "3-s2"]);
        assert_eq!(adopted.items.len(), 35);
        let [doubt] = adopted.unplaced.as_slice() else { unreachable!("{:?}", adopted.unplaced) };
        let why = Why::ParagraphCount { block: Block::Support, found: 1, expected: 2 };
        assert_eq!((doubt.why, doubt.section.as_deref()), (why, Some("3")));
        let line = SAMPLE.lines().nth(doubt.line - 1).unwrap();
        assert!(doubt.text.starts_with(line.trim()));
        assert_eq!(*adopted.blocks.get("3-s").unwrap(), std::slice::from_ref(&doubt.text));
        assert!(!adopted.is_complete());
    }

    #[test]
    fn every_defect_is_mended() {
        let items = items(SAMPLE);
        let check = |id: &str, wording: &str| assert_eq!(items.get(id).unwrap(), wording, "{id}");
        // A title on two lines, and one whose dash is another than the edition's.
        check("2", expected()[1].title);
        check("e6", "Et navn med klang - Solbæk skal høres");
        // A goal without a full stop, with a blank too many at its end.
        check("1c", "85 % af gæsterne kalder strandene rene");
        // Words broken at a hyphen, across a line end.
        assert!(items.get("1-s3").unwrap().ends_with("jf. kystens anlægs-/driftsplaner."));
        // A paragraph that ends with a full line, known by the page that begins after it.
        assert!(items.get("1-s2").unwrap().starts_with("Foreningerne passer hver sin strækning"));
        assert!(items.get("1-s3").unwrap().starts_with("Fritidsudvalget sætter penge af"));
        // A short line ends its paragraph even with a comma.
        check("1-s4", "Der skal findes en ordning for hunde i højsæsonen,");
        // Parts without their bullets.
        check("2a", "Alle byer med over 200 indbyggere har en egen aftale om deres:");
        check("2a1", "Mødested (kro, skole eller hal).");
        check("2a2", "daglige indkøb");
        check("2a4", "Grønne pletter/legepladser.");
        // A stray blank before a letter and before a heading.
        assert!(items.get("2b").unwrap().starts_with("Der findes et byråd for børn"));
        assert!(items.get("2-r1").unwrap().starts_with("Halvdelen af kommunens familier"));
        // Headings without a colon, and a block that the document does not have.
        check("2-m1", "Kan tælles direkte. Aftalerne skal være underskrevet.");
        check("e6-s1", "Byrådet vælger ét billede af kommunen og holder fast i det.");
    }

    #[test]
    fn what_is_no_item_is_kept_beside_the_items() {
        let adopted = read(SAMPLE);
        assert_eq!(*adopted.areas.get(&1).unwrap(), "Kyst og natur");
        assert_eq!(*adopted.areas.get(&2).unwrap(), "Hverdag i byerne");
        assert_eq!(adopted.preface.first().map(String::as_str), Some("Vision 2030"));
        assert_eq!(adopted.preface.last().map(String::as_str), Some("April 2022"));
    }

    #[test]
    fn the_words_are_those_of_the_document() {
        let document = without_blanks(SAMPLE);
        for (id, wording) in items(SAMPLE) {
            assert!(document.contains(&without_blanks(&wording)), "{id}: {wording}");
        }
    }

    #[test]
    fn every_way_of_extraction_gives_the_same_items() {
        let reference = items(SAMPLE);
        let check = |how: &str, text: &str| assert_eq!(items(text), reference, "{how}");
        check("CRLF", &SAMPLE.replace('\n', "\r\n"));
        check("CR", &SAMPLE.replace('\n', "\r"));
        check("a byte order mark", &format!("\u{feff}{SAMPLE}"));
        check("decomposed", &SAMPLE.replace('å', "a\u{30a}").replace('é', "e\u{301}"));
        check("non-breaking blanks", &SAMPLE.replace(' ', "\u{a0}"));
        check("tabs", &SAMPLE.replace(' ', "\t"));
        check("form feeds", &SAMPLE.replace("\n ", "\n\u{c}"));
        check("soft hyphens", &SAMPLE.replace("borgere", "bor\u{ad}gere"));
        let filled: Vec<&str> = SAMPLE.lines().filter(|line| !line.is_empty()).collect();
        check("no blank lines", &filled.join("\n"));
        let bullets = [" Mødested", " daglige", " Vej til", " Grønne"];
        let listed = bullets.iter().fold(SAMPLE.to_owned(), |text, part| {
            text.replace(&format!("\n{part}"), &format!("\n•{part}"))
        });
        check("bullets", &listed);
        check("capitals and no accent", &SAMPLE.replace("Hér er vi i", "HER ER VI I"));
        check("no colons", &SAMPLE.replace("Begrundelse:", "Begrundelse"));
    }

    #[test]
    fn a_lost_heading_or_letter_costs_items_but_never_gives_wrong_ones() {
        let reference = items(SAMPLE);
        let headings = ["Tema", "6. Element", "Hér er", "Begrundelse", "Skal under", "Vi måler"];
        let lines: Vec<&str> = SAMPLE.lines().collect();
        let mut lost = 0;
        for (at, line) in lines.iter().enumerate() {
            let is_heading = headings.iter().any(|heading| line.trim().starts_with(heading));
            let without_letter = line.trim().get(1..).and_then(|rest| rest.strip_prefix(". "));
            if !is_heading && without_letter.is_none_or(|_| line.starts_with(char::is_numeric)) {
                continue;
            }
            lost += 1;
            let mut cut = lines.clone();
            cut[at] = without_letter.unwrap_or_default();
            for (id, wording) in items(&cut.join("\n")) {
                assert_eq!(reference.get(&id), Some(&wording), "without line {}: {line}", at + 1);
            }
        }
        assert!(lost > 25);
    }

    #[test]
    fn letters_out_of_order_are_reported() {
        let adopted = read(&SAMPLE.replace("b. Alle strande", "d. Alle strande"));
        let whys: Vec<Why> = adopted.unplaced.iter().map(|unplaced| unplaced.why).collect();
        assert_eq!(whys.get(..2), Some([Why::LetterOutOfOrder; 2].as_slice()));
        assert_eq!(adopted.missing.get(..2), Some(["1b".to_owned(), "1c".to_owned()].as_slice()));
    }

    #[test]
    fn sections_of_another_number_or_title_are_reported_whole() {
        let check = |text: &str, why: Why, words: &str| {
            let unplaced = read(text).unplaced;
            let found = unplaced.iter().find(|unplaced| unplaced.why == why).unwrap();
            assert!(found.text.starts_with(words), "{}", found.text);
        };
        let other = SAMPLE.replace("Tema 3: Skole, arbejde mv.", "Tema 3: Energi og klima");
        check(&other, Why::TitleDiffers, "Tema 3: Energi og klima a. Der er skabt");
        let more = format!("{SAMPLE}\nTema 4: Nyt\nHér er vi i 2030:\na. Mere.");
        check(&more, Why::UnknownSection, "Tema 4: Nyt a. Mere.");
        check(&format!("{SAMPLE}\n{SAMPLE}"), Why::RepeatedSection, "Tema 1: Strande og stier a.");
    }

    #[test]
    fn a_table_of_contents_does_not_hide_the_sections() {
        let text = format!("Tema 1: Strande og stier … 2\nTema 3: Skole, arbejde … 4\n{SAMPLE}");
        assert_eq!(items(&text), items(SAMPLE));
    }

    #[test]
    fn a_document_of_another_kind_is_refused() {
        let check = |text: &str, why: Refusal| assert_eq!(parse(text, &expected()), Err(why));
        check("", Refusal::Empty);
        check("\u{feff} \n\n", Refusal::Empty);
        check("%PDF-1.7\n1 0 obj", Refusal::Pdf);
        check("PK\u{3}\u{4}\u{14}", Refusal::Office);
        check("{\\rtf1\\ansi Tema 1", Refusal::Office);
        check("Tema 1: Strande\0", Refusal::NotText);
        check("R\u{fffd}dhuset p\u{fffd} torvet", Refusal::NotText);
        check("Opskrift på boller\n\nHvedemel og mælk.", Refusal::NoThemes);
        check("Tema 1: Strande og stier", Refusal::WrongDocument { found: 1, expected: 4 });
        check("Tema 1: Vind\nTema 2: Sol", Refusal::WrongDocument { found: 0, expected: 4 });
        check(&" ".repeat(MAX_BYTES + 1), Refusal::TooLarge);
        check(&"\n".repeat(MAX_LINES + 1), Refusal::TooLarge);
    }

    #[test]
    fn reading_any_beginning_of_a_document_ends_well() {
        let expected = expected();
        let ends = SAMPLE.char_indices().map(|(at, _)| at);
        let read = ends.filter(|end| parse(&SAMPLE[..*end], &expected).is_ok()).count();
        assert!(read > 0);
    }
}
