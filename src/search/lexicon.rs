//! The words that occur, and which of them a word of a query finds.

use super::class::Class;
use super::near::{DIGITS, inside, mask};
use super::query::Word;
use super::stem::{is_stemmable, stem};
use super::texts::Texts;
use super::token::Kind;
use crate::{sorted::sort, vision::Language};

/// Letters of an ending at most, where a part of a compound may be inflected.
const LONGEST_ENDING: usize = 4;

/// A term that a word of a query finds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) term: usize,
    pub(super) class: Class,
}

/// In which languages a term occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spoken {
    danish: bool,
    english: bool,
}

impl Spoken {
    /// Notes that a term occurs in a language.
    pub(super) const fn add(&mut self, language: Language) {
        match language {
            Language::Da => self.danish = true,
            Language::En => self.english = true,
        }
    }

    const fn in_language(self, language: Language) -> bool {
        match language {
            Language::Da => self.danish,
            Language::En => self.english,
        }
    }
}

/// All terms in ascending order, with what it takes to find them.
#[derive(Debug)]
pub(super) struct Lexicon {
    terms: Texts,
    /// The letters of each term.
    masks: Vec<u32>,
    danish: Stems,
    english: Stems,
}

impl Lexicon {
    /// Takes terms in ascending order, and where each is spoken.
    pub(super) fn new(terms: Texts, spoken: &[Spoken]) -> Self {
        let masks = (0..terms.len()).map(|term| mask(terms.get(term))).collect();
        let danish = Stems::new(&terms, spoken, Language::Da);
        let english = Stems::new(&terms, spoken, Language::En);
        Self { terms, masks, danish, english }
    }

    /// The number of a term.
    pub(super) fn position(&self, term: &str) -> Option<usize> {
        self.terms.position(term)
    }

    /// Puts all terms that a word finds into `found`, instead of what was there; a term may be
    /// found in several ways.
    pub(super) fn find(&self, word: &Word, found: &mut Vec<Found>) {
        found.clear();
        self.as_it_stands(word, found);
        self.beginnings(word, found);
        self.inflections(word, found);
        if word.may_be_part() {
            self.parts(word, found);
        }
        let guesses: [fn(&Self, &Word, &mut Vec<Found>); 3] =
            [Self::by_root, Self::with_plain_letters, Self::mistyped];
        for guess in guesses {
            if found.is_empty() && word.kind == Kind::Word {
                guess(self, word, found);
            }
        }
    }

    fn as_it_stands(&self, word: &Word, found: &mut Vec<Found>) {
        let exact = self.position(&word.term);
        found.extend(exact.map(|term| Found { term, class: Class::Exact }));
        let figure = word.without_sign().and_then(|figure| self.position(figure));
        found.extend(figure.map(|term| Found { term, class: Class::Infix }));
    }

    fn beginnings(&self, word: &Word, found: &mut Vec<Found>) {
        for term in self.terms.starting_with(&word.term) {
            let text = self.terms.get(term);
            if text.len() > word.term.len()
                && let Some(class) = word.beginning_of(text)
            {
                found.push(Found { term, class });
            }
        }
    }

    fn inflections(&self, word: &Word, found: &mut Vec<Found>) {
        for language in Language::ALL {
            let terms = word.stem_in(language).map(|stem| self.stems(language).terms(stem));
            let terms = terms.unwrap_or_default().iter();
            found.extend(terms.map(|&term| Found { term, class: Class::Stem }));
        }
    }

    fn parts(&self, word: &Word, found: &mut Vec<Found>) {
        for (term, text) in self.with_letters_of(&word.term) {
            if let Some(at) = inside(&word.term, text) {
                found.push(Found { term, class: self.part_class(text, at, word.term.len()) });
            }
        }
    }

    fn by_root(&self, word: &Word, found: &mut Vec<Found>) {
        let Some(root) = word.root.as_deref() else {
            return;
        };
        let with_root = self.with_letters_of(root).filter(|(_, text)| text.contains(root));
        found.extend(with_root.map(|(term, _)| Found { term, class: Class::Root }));
    }

    fn with_plain_letters(&self, word: &Word, found: &mut Vec<Found>) {
        let plain =
            self.with_letters_of(&word.term).filter(|(_, text)| word.plainly(text).is_some());
        found.extend(plain.map(|(term, _)| Found { term, class: Class::Plain }));
    }

    fn mistyped(&self, word: &Word, found: &mut Vec<Found>) {
        let typed = mask(&word.term);
        for (term, have) in self.masks.iter().enumerate() {
            // One wrong letter is missing from the term; as `ø` it is missing as two.
            let possible = (typed & !have).count_ones() <= 2 && have & DIGITS == 0;
            if possible && word.is_mistyped(self.terms.get(term)) {
                found.push(Found { term, class: Class::Typo });
            }
        }
    }

    /// The terms that have all letters of a text.
    fn with_letters_of(&self, text: &str) -> impl Iterator<Item = (usize, &str)> {
        let wanted = mask(text);
        let numbers = self.masks.iter().enumerate().filter(move |(_, have)| wanted & !**have == 0);
        numbers.map(move |(term, _)| (term, self.terms.get(term)))
    }

    /// A part stands behind another word (`skole|leder`, `virksomheds|leder`) or at the end, perhaps
    /// inflected. What stands elsewhere is taken for letters that happen to be there.
    fn part_class(&self, text: &str, at: usize, length: usize) -> Class {
        let head = text.get(..at).unwrap_or_default();
        let is_word = |head: &str| head.len() >= 2 && self.position(head).is_some();
        let at_end = at >= 3 && text.len() - (at + length).min(text.len()) <= LONGEST_ENDING;
        if at_end || is_word(head) || head.strip_suffix(['s', 'e']).is_some_and(is_word) {
            Class::Part
        } else {
            Class::Infix
        }
    }

    const fn stems(&self, language: Language) -> &Stems {
        match language {
            Language::Da => &self.danish,
            Language::En => &self.english,
        }
    }
}

/// The stems of one language in ascending order, and the term of each.
#[derive(Debug)]
struct Stems {
    stems: Texts,
    terms: Vec<usize>,
}

impl Stems {
    fn new(terms: &Texts, spoken: &[Spoken], language: Language) -> Self {
        let words = spoken.iter().enumerate().filter(|(term, spoken)| {
            spoken.in_language(language) && is_stemmable(terms.get(*term))
        });
        let mut rows: Vec<(String, usize)> =
            words.map(|(term, _)| (stem(terms.get(term), language), term)).collect();
        sort(&mut rows, |one, other| one < other);
        let mut stems = Texts::default();
        let mut numbers = Vec::with_capacity(rows.len());
        for (stem, term) in rows {
            stems.push(&stem);
            numbers.push(term);
        }
        Self { stems, terms: numbers }
    }

    fn terms(&self, stem: &str) -> &[usize] {
        self.terms.get(self.stems.equal_to(stem)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    fn lexicon(terms: &[&str]) -> Lexicon {
        let mut sorted = terms.to_vec();
        sorted.sort_unstable();
        let mut texts = Texts::default();
        let mut spoken = Vec::new();
        for term in sorted {
            texts.push(term);
            spoken.push(Spoken { danish: true, english: true });
        }
        Lexicon::new(texts, &spoken)
    }

    /// The terms found by the first word of a query, best first, each in its best way.
    fn check(terms: &[&str], query: &str, expected: &[(&str, Class)]) {
        let lexicon = lexicon(terms);
        let query = Query::parse(query);
        let mut found = Vec::new();
        lexicon.find(query.words.first().expect("a word"), &mut found);
        found.sort_unstable_by(|one, other| {
            other.class.cmp(&one.class).then(one.term.cmp(&other.term))
        });
        let mut seen = Vec::new();
        found.retain(|found| {
            let new = !seen.contains(&found.term);
            seen.push(found.term);
            new
        });
        let named: Vec<(&str, Class)> =
            found.iter().map(|found| (lexicon.terms.get(found.term), found.class)).collect();
        assert_eq!(named, expected);
    }

    const SCHOOLS: [&str; 6] =
        ["by", "folkeskolen", "skole", "skoleledere", "skoler", "virksomhedsleder"];

    #[test]
    fn a_word_is_found_inflected_and_in_compounds() {
        check(
            &SCHOOLS,
            "skole by",
            &[
                ("skole", Class::Exact),
                ("skoler", Class::Stem),
                ("skoleledere", Class::Prefix),
                ("folkeskolen", Class::Part),
            ],
        );
    }

    #[test]
    fn the_last_word_is_still_being_typed() {
        check(
            &SCHOOLS,
            "skol",
            &[
                ("skole", Class::Typed),
                ("skoleledere", Class::Typed),
                ("skoler", Class::Typed),
                ("folkeskolen", Class::Part),
            ],
        );
    }

    #[test]
    fn a_later_part_of_a_compound_is_found() {
        check(
            &SCHOOLS,
            "leder",
            &[("skoleledere", Class::Part), ("virksomhedsleder", Class::Part)],
        );
        check(&["byraadsmedlem", "by"], "raad", &[("byraadsmedlem", Class::Part)]);
        check(&["handelsby"], "ande", &[("handelsby", Class::Infix)]);
    }

    #[test]
    fn a_typing_error_is_forgiven_when_nothing_better_is_found() {
        check(
            &SCHOOLS,
            "skoel by",
            &[("skole", Class::Typo), ("skoleledere", Class::Typo), ("skoler", Class::Typo)],
        );
        check(&["leder", "lever"], "leder", &[("leder", Class::Exact)]);
        check(&["leder", "lever"], "lefer", &[("leder", Class::Typo), ("lever", Class::Typo)]);
    }

    #[test]
    fn plain_letters_come_before_typing_errors() {
        check(
            &["boern", "boernehave", "korn"],
            "born by",
            &[("boern", Class::Plain), ("boernehave", Class::Plain)],
        );
    }

    #[test]
    fn a_stem_finds_compounds_when_nothing_better_is_found() {
        check(&["landsbyprofil", "lande"], "landsbyerne", &[("landsbyprofil", Class::Root)]);
        check(&["landsbyprofil", "landsbyen"], "landsbyerne", &[("landsbyen", Class::Stem)]);
    }

    #[test]
    fn figures_are_found_as_they_stand() {
        let figures = ["2000", "20000", "2001", "85", "85%", "850", "5d", "5d1"];
        check(&figures, "2000", &[("2000", Class::Exact)]);
        check(&figures, "200", &[]);
        check(&figures, "85 %", &[("85%", Class::Exact), ("85", Class::Infix)]);
        check(&figures, "85", &[("85", Class::Exact)]);
        check(&figures, "5d", &[("5d", Class::Exact), ("5d1", Class::Typed)]);
        check(&figures, "5", &[("5d", Class::Typed), ("5d1", Class::Typed)]);
    }

    #[test]
    fn short_words_are_found_as_they_stand_or_being_typed() {
        check(&["by", "byer", "landsby"], "by skole", &[("by", Class::Exact)]);
        check(&["ny", "nyt", "fornyet"], "ny skole", &[("ny", Class::Exact)]);
        check(&["ny", "nyt", "fornyet"], "ny", &[("ny", Class::Exact), ("nyt", Class::Typed)]);
    }

    #[test]
    fn a_stem_counts_in_its_own_language_only() {
        let mut texts = Texts::default();
        texts.push("cities");
        let spoken = [Spoken { danish: true, english: false }];
        let lexicon = Lexicon::new(texts, &spoken);
        let query = Query::parse("city");
        let mut found = Vec::new();
        lexicon.find(query.words.first().expect("a word"), &mut found);
        assert!(found.iter().all(|found| found.class < Class::Stem));
    }
}
