//! Reads the document that Randers Byråd adopted in 2014, `../shared/vision/vision-2021.txt` beside
//! the package. Where the package stands alone the document is not there: then the test says so
//! and reads the fixture instead.

use pejlemaerke::vision::Block;
use pejlemaerke::vision::adopted::{Adopted, ExpectedSection, parse};
use std::path::Path;

const FIXTURE: &str = include_str!("../fixtures/adopted-sample.txt");

/// Id, title, goals, and the paragraphs of rationale, support and measures.
type Row = (&'static str, &'static str, usize, [usize; 3]);

const SECTIONS: [Row; 17] = [
    ("1", "0-6 års området", 5, [5, 6, 1]),
    ("2", "Skoler i et ansvarsfællesskab - med plads til forskellighed", 5, [6, 4, 3]),
    ("3", "Den nye skole (fortsat fra nummer 2)", 3, [3, 4, 1]),
    ("4", "Ungdoms- og videregående uddannelser", 8, [2, 5, 1]),
    ("5", "Infrastruktur", 5, [3, 5, 2]),
    ("6", "Handelsbyen", 2, [2, 11, 1]),
    ("7", "Bolig- og kultur/aktivitetsbyen", 9, [6, 4, 1]),
    ("8", "Synlige by- og landsbyprofiler", 2, [3, 7, 1]),
    ("9", "Infrastruktur (relateret til centerbyer og landsbyer)", 5, [3, 3, 1]),
    ("10", "Erhvervsstrategier mv.", 6, [5, 5, 1]),
    ("11", "Kompetencer og erhverv – Randers uddanner alle unge", 4, [1, 4, 4]),
    ("12", "Indkøbspolitik", 1, [2, 4, 1]),
    ("13", "Værdier og praksis", 6, [2, 10, 1]),
    ("14", "Den sociale arv brydes", 2, [3, 3, 1]),
    ("15", "Sundhedsområdet", 5, [4, 5, 1]),
    ("16", "De lokale fællesskaber (medborgerskab/civilsamfundet)", 1, [1, 4, 2]),
    ("e6", "Branding - Randers skal brandes", 3, [2, 1, 0]),
];

const SAMPLE_SECTIONS: [Row; 4] = [
    ("1", "Strande og stier", 3, [2, 5, 2]),
    ("2", "Byer med kort afstand – alt det, man bruger", 2, [2, 2, 1]),
    ("3", "Skole, arbejde mv.", 2, [1, 2, 1]),
    ("e6", "Et navn med klang", 2, [1, 1, 0]),
];

fn expected(rows: &[Row], parts: (&'static str, usize)) -> Vec<ExpectedSection<'static>> {
    let section = |&(id, title, goals, [rationale, support, measures]): &Row| {
        let with_parts = parts.0.strip_suffix('a') == Some(id);
        let parts = if with_parts { vec![parts] } else { Vec::new() };
        ExpectedSection { id, title, goals, parts, rationale, support, measures }
    };
    rows.iter().map(section).collect()
}

/// How many of some ids were found.
fn count(adopted: &Adopted, ids: impl IntoIterator<Item = String>) -> usize {
    ids.into_iter().filter(|id| adopted.items.contains_key(id)).count()
}

fn goals(sections: &[ExpectedSection<'_>]) -> Vec<String> {
    let letters = |section: &ExpectedSection<'_>| {
        let id = section.id.to_owned();
        ('a'..='z').take(section.goals).map(move |letter| format!("{id}{letter}"))
    };
    sections.iter().flat_map(letters).collect()
}

fn paragraphs(sections: &[ExpectedSection<'_>]) -> Vec<String> {
    let mut ids = Vec::new();
    for section in sections {
        for block in Block::ALL {
            let numbers = 1..=section.paragraphs(block);
            ids.extend(numbers.map(|n| format!("{}-{}{n}", section.id, block.letter())));
        }
    }
    ids
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_councils_own_document_is_read_into_every_id_of_the_edition() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vision/vision-2021.txt");
    let Ok(document) = std::fs::read_to_string(&path) else {
        println!("skipped: the adopted document is not beside the package; reading the fixture");
        let sections = expected(&SAMPLE_SECTIONS, ("2a", 4));
        let adopted = parse(FIXTURE, &sections).expect("the fixture is a document of this kind");
        assert_eq!(count(&adopted, goals(&sections)), 9);
        assert_eq!(count(&adopted, paragraphs(&sections)), 18);
        return;
    };
    println!("reading the adopted document");
    let sections = expected(&SECTIONS, ("8a", 7));
    let adopted = parse(&document, &sections).expect("the adopted document is read");

    assert_eq!(count(&adopted, sections.iter().map(|section| section.id.to_owned())), 17);
    assert_eq!(count(&adopted, goals(&sections)), 72);
    assert_eq!(count(&adopted, (1..=7).map(|part| format!("8a{part}"))), 7);
    assert_eq!(count(&adopted, paragraphs(&sections)), 161);
    assert!(adopted.is_complete(), "{:?} {:?}", adopted.unplaced, adopted.missing);
    assert_eq!(adopted.items.len(), 257);

    let whole = without_blanks(&document);
    for (id, wording) in &adopted.items {
        assert!(!wording.is_empty(), "{id}");
        assert!(whole.contains(&without_blanks(wording)), "{id}: {wording}");
    }
}

#[test]
fn without_its_blanks_the_document_keeps_what_is_certain_and_reports_the_rest() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vision/vision-2021.txt");
    let Ok(document) = std::fs::read_to_string(&path) else {
        println!("skipped: the adopted document is not beside the package");
        return;
    };
    let sections = expected(&SECTIONS, ("8a", 7));
    let whole = parse(&document, &sections).expect("the adopted document is read");
    let lines: Vec<&str> =
        document.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bare = parse(&lines.join("\n"), &sections).expect("the same words are read");

    assert_eq!(count(&bare, goals(&sections)), 72);
    assert_eq!(count(&bare, paragraphs(&sections)), 151);
    assert_eq!(bare.blocks.keys().collect::<Vec<_>>(), ["1-s", "3-s"]);
    for (id, wording) in &bare.items {
        assert_eq!(whole.items.get(id), Some(wording), "{id}");
    }
}
