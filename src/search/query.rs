//! What was typed, read as words that can be found in several ways.

use super::class::Class;
use super::fold::fold;
use super::near::{Letters, begins_but_for_one, begins_plainly, differs_by_one};
use super::stem::{is_stemmable, stem};
use super::token::{Kind, pieces};
use crate::vision::Language;

/// Words of a query that are looked for; a person types fewer.
const MOST_WORDS: usize = 12;
/// Words of a query that are read before stop words are left out.
const MOST_READ: usize = 4 * MOST_WORDS;
/// Letters from which a word may be inflected, or be the beginning of a longer one.
const PREFIX_LETTERS: usize = 3;
/// Letters, in folded spelling, from which a word may be a part of a longer one.
const INSIDE_LETTERS: usize = 4;
/// Letters from which a word may hold a typing error.
const TYPO_LETTERS: usize = 5;

/// Words that say what kind of id follows: `tema 5`, `goal 5d`. Folded.
const LABELS: [&str; 8] = ["element", "goal", "goals", "maal", "tema", "temaer", "theme", "themes"];

/// Words that are everywhere, in both languages: folded and in ascending order. `by` is not among
/// them, since it is a town in Danish.
const STOP_WORDS: [&str; 45] = [
    "a", "about", "af", "an", "and", "are", "at", "de", "den", "der", "det", "did", "du", "en",
    "er", "et", "for", "fra", "from", "har", "hvad", "i", "in", "is", "it", "med", "of", "og",
    "om", "on", "or", "paa", "som", "that", "the", "til", "to", "ved", "vi", "was", "we", "were",
    "what", "which", "with",
];

/// What is looked for.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// The words in the order in which they were typed.
    pub(super) words: Vec<Word>,
}

impl Query {
    /// Reads what was typed; nothing in it is an error.
    pub(super) fn parse(text: &str) -> Self {
        let mut words = read(text);
        if let Some(last) = words.last_mut() {
            last.last = true;
        }
        find_labels(&mut words);
        if !words.iter().all(Word::is_stop_word) {
            words.retain(|word| !word.is_stop_word());
        }
        words.truncate(MOST_WORDS);
        Self { words }
    }
}

/// A word of a query.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The folded spelling.
    pub(super) term: String,
    pub(super) kind: Kind,
    /// The place in the query, stop words counted.
    pub(super) place: usize,
    /// Whether it may still be being typed.
    pub(super) last: bool,
    /// Whether it only says what kind of id follows.
    pub(super) label: bool,
    /// The folded stem, where it is the beginning of the word and long enough to be looked for.
    pub(super) root: Option<String>,
    letters: Letters,
    /// Danish and English.
    stems: Option<[String; 2]>,
}

impl Word {
    fn new(term: &str, kind: Kind, place: usize) -> Self {
        let letters = Letters::of(term);
        let inflected = kind == Kind::Word && letters.len() >= PREFIX_LETTERS && is_stemmable(term);
        let stems = inflected.then(|| Language::ALL.map(|language| stem(term, language)));
        let root = stems.iter().flatten().find_map(|stem| root(term, stem));
        Self { term: term.to_owned(), kind, place, last: false, label: false, root, letters, stems }
    }

    /// The stem in one language, for a word that may be inflected.
    pub(super) fn stem_in(&self, language: Language) -> Option<&str> {
        let [danish, english] = self.stems.as_ref()?;
        Some(match language {
            Language::Da => danish.as_str(),
            Language::En => english.as_str(),
        })
    }

    /// Of a percentage the figure without its sign.
    pub(super) fn without_sign(&self) -> Option<&str> {
        self.term.strip_suffix('%')
    }

    /// How the word is found in a longer term that begins with it, if at all.
    pub(super) fn beginning_of(&self, term: &str) -> Option<Class> {
        let rest = term.strip_prefix(self.term.as_str())?;
        match self.kind {
            Kind::Word | Kind::Key if self.last => Some(Class::Typed),
            Kind::Word if self.letters.len() >= PREFIX_LETTERS => Some(Class::Prefix),
            // Never a longer figure, but `5` may become `5d` or `5-r1`.
            Kind::Figure if self.last && rest.starts_with(is_in_ids) => Some(Class::Typed),
            Kind::Word | Kind::Key | Kind::Figure | Kind::Percent => None,
        }
    }

    /// Whether the word may be found inside longer ones.
    pub(super) const fn may_be_part(&self) -> bool {
        matches!(self.kind, Kind::Word) && self.term.len() >= INSIDE_LETTERS
    }

    /// The bytes of a term that the word means with plain letters for Danish ones.
    pub(super) fn plainly(&self, term: &str) -> Option<usize> {
        let meant = Letters::of(term);
        let long = matches!(self.kind, Kind::Word) && self.letters.len() >= PREFIX_LETTERS;
        let agrees = long && begins_plainly(self.letters.as_slice(), meant.as_slice());
        agrees.then(|| meant.folded_length(self.letters.len()))
    }

    /// Whether the word is the term, or its beginning, but for one typing error.
    ///
    /// Tried with `oe` as two letters and as one: `skoel` is no `skøl`, but a missing `ø` is one
    /// error and not two.
    pub(super) fn is_mistyped(&self, term: &str) -> bool {
        matches!(self.kind, Kind::Word)
            && (is_near(self.term.as_bytes(), term.as_bytes())
                || is_near(self.letters.as_slice(), Letters::of(term).as_slice()))
    }

    fn is_stop_word(&self) -> bool {
        STOP_WORDS.binary_search(&self.term.as_str()).is_ok()
    }
}

fn is_near(typed: &[u8], meant: &[u8]) -> bool {
    let is_long = |word: &[u8]| word.len() >= TYPO_LETTERS;
    ((is_long(typed) || is_long(meant)) && differs_by_one(typed, meant))
        || (is_long(typed) && begins_but_for_one(typed, meant))
}

/// What may follow the figure with which an id begins.
fn is_in_ids(letter: char) -> bool {
    letter.is_alphabetic() || letter == '-'
}

fn root(term: &str, stem: &str) -> Option<String> {
    let root = fold(stem);
    let is_part = root.len() < term.len() && term.starts_with(root.as_str());
    (is_part && root.len() >= INSIDE_LETTERS).then_some(root)
}

/// All words of a query; a percentage is one word, however it is written.
fn read(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut term = String::new();
    let mut place = 0;
    let mut percent_end = 0;
    for piece in pieces(text) {
        if words.len() >= MOST_READ {
            break;
        }
        piece.write(text, &mut term);
        if piece.kind == Kind::Percent {
            // The figure by itself was the word before.
            place = words.pop().map_or(place, |figure| figure.place);
            percent_end = piece.range.end;
        }
        // What is left of `85 procent` is the word for the sign.
        let is_sign = piece.kind != Kind::Percent && piece.range.start < percent_end;
        if !is_sign && !term.is_empty() {
            words.push(Word::new(&term, piece.kind, place));
        }
        place += 1;
    }
    words
}

fn find_labels(words: &mut [Word]) {
    let mut before_id = false;
    for word in words.iter_mut().rev() {
        word.label = before_id && LABELS.contains(&word.term.as_str());
        before_id = matches!(word.kind, Kind::Figure | Kind::Key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let query = Query::parse(text);
        let terms: Vec<&str> = query.words.iter().map(|word| word.term.as_str()).collect();
        assert_eq!(terms, expected, "{text}");
    }

    fn word(text: &str) -> Word {
        let query = Query::parse(text);
        query.words.into_iter().next().expect("one word")
    }

    #[test]
    fn stop_words_fall_away_while_something_is_left() {
        check("målene for skolerne i Randers", &["maalene", "skolerne", "randers"]);
        check("what about the schools", &["schools"]);
        check("og i", &["og", "i"]);
        check("på", &["paa"]);
    }

    #[test]
    fn stop_words_stand_in_the_order_in_which_they_are_looked_up() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn odd_queries_are_empty() {
        for text in ["", "   ", "%", "''", "- , .", "\u{0}"] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_percentage_is_one_word() {
        check("85 % af", &["85%"]);
        check("85 procent tilfredse", &["85%", "tilfredse"]);
        check("85 per cent", &["85%"]);
        check("2.000 procent", &["2000%"]);
        assert_eq!(word("85 %").without_sign(), Some("85"));
    }

    #[test]
    fn only_the_last_word_typed_may_be_unfinished() {
        let query = Query::parse("skole leder");
        assert_eq!(query.words.iter().map(|word| word.last).collect::<Vec<_>>(), [false, true]);
        assert!(!word("skole i").last, "the word being typed was a stop word");
    }

    #[test]
    fn places_count_the_words_left_out() {
        let query = Query::parse("mål for 85 procent af skolerne");
        let places: Vec<usize> = query.words.iter().map(|word| word.place).collect();
        assert_eq!(places, [0, 2, 5]);
    }

    #[test]
    fn a_label_stands_before_an_id() {
        let labels =
            |text: &str| Query::parse(text).words.iter().map(|word| word.label).collect::<Vec<_>>();
        assert_eq!(labels("mål 5d"), [true, false]);
        assert_eq!(labels("theme 10"), [true, false]);
        assert_eq!(labels("tema skole"), [false, false]);
        assert_eq!(labels("tema"), [false]);
    }

    #[test]
    fn a_figure_is_not_the_beginning_of_a_longer_one() {
        for longer in ["20000", "2000.5", "2000%"] {
            assert_eq!(word("2000").beginning_of(longer), None);
        }
        assert_eq!(word("5").beginning_of("5d"), Some(Class::Typed));
        assert_eq!(word("5").beginning_of("5-r1"), Some(Class::Typed));
    }

    #[test]
    fn short_words_begin_longer_ones_only_while_being_typed() {
        assert_eq!(word("by").beginning_of("byer"), Some(Class::Typed));
        assert_eq!(word("ny skole").beginning_of("nyere"), None);
        assert_eq!(word("sø skole").beginning_of("soeer"), None);
        assert_eq!(word("vej skole").beginning_of("vejen"), Some(Class::Prefix));
        assert_eq!(word("by").stem_in(Language::Da), None);
    }

    #[test]
    fn a_typing_error_needs_five_letters() {
        assert!(word("skoel").is_mistyped("skoleledere"));
        assert!(word("brnehave").is_mistyped("boernehaver"));
        assert!(word("skle").is_mistyped("skole"));
        assert!(!word("skat").is_mistyped("skal"));
        assert!(!word("skle").is_mistyped("skoleledere"));
        assert!(!word("2000").is_mistyped("2001"));
        assert!(!word("20000").is_mistyped("20001"));
    }

    #[test]
    fn plain_letters_are_no_typing_errors() {
        assert_eq!(word("born").plainly("boernehave"), Some(5));
        assert_eq!(word("bo").plainly("boern"), None);
    }

    #[test]
    fn a_root_is_what_a_word_begins_with() {
        assert_eq!(word("landsbyerne").root.as_deref(), Some("landsby"));
        assert_eq!(word("skole").root.as_deref(), Some("skol"));
        assert_eq!(word("cities").root.as_deref(), Some("citi"));
        assert_eq!(word("by").root, None);
    }

    #[test]
    fn endless_queries_are_cut() {
        assert_eq!(Query::parse(&"skole ".repeat(10_000)).words.len(), MOST_WORDS);
        assert_eq!(Query::parse(&"x".repeat(100_000)).words.len(), 1);
    }
}
