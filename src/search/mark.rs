//! Showing what a query found: marked words, and a piece of a long text around them.

use std::ops::Range;

use super::class::Class;
use super::fold::unfolded;
use super::near::inside;
use super::query::{Query, Word};
use super::stem::stem;
use super::token::{Piece, pieces};
use crate::{sorted::sort, vision::Language};

/// A piece of text that is either marked or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// The piece; never empty.
    pub text: &'a str,
    /// Whether the query found it.
    pub hit: bool,
}

/// Cuts a text into what a query finds in it and what stands between; the spans together are the
/// text. Marked are the letters that were typed where they stand in the word, and the whole word
/// where it is another inflection or was mistyped.
///
/// Only this text is known here: a guess such as a typing error is marked when the word of the
/// query is not found in this text in any better way.
#[must_use]
pub fn mark<'a>(text: &'a str, language: Language, query: &str) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for hit in hits(text, language, query) {
        push(&mut spans, text.get(at..hit.start), false);
        at = hit.end;
        push(&mut spans, text.get(hit), true);
    }
    push(&mut spans, text.get(at..), false);
    spans
}

/// The bytes of a piece of at most `max_chars` characters around the first hit; the beginning of
/// the text if there is no hit. Words are kept whole where that is possible.
#[must_use]
pub fn snippet(text: &str, language: Language, query: &str, max_chars: usize) -> Range<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let Some(spare) = letters.len().checked_sub(max_chars).filter(|&spare| spare > 0) else {
        return 0..text.len();
    };
    let hit = hits(text, language, query).into_iter().next().unwrap_or_default();
    let number_of = |byte: usize| letters.partition_point(|&(at, _)| at < byte);
    let (first, behind) = (number_of(hit.start), number_of(hit.end));
    let is_blank = |number: usize| letters.get(number).is_some_and(|(_, c)| c.is_whitespace());

    let lead = (max_chars / 4).min(max_chars.saturating_sub(behind - first));
    let earliest = first.saturating_sub(lead).min(spare);
    let is_word_start = earliest == 0 || is_blank(earliest - 1);
    let start = if is_word_start { None } else { (earliest..first).find(|&at| is_blank(at)) };
    let start = start.unwrap_or(earliest);
    let start = (start..first).find(|&at| !is_blank(at)).unwrap_or(first.max(start));

    let latest = (start + max_chars).min(letters.len());
    let is_word_end = latest == letters.len() || is_blank(latest);
    let end = if is_word_end { None } else { (behind..latest).rev().find(|&at| is_blank(at)) };
    let end = end.unwrap_or(latest);
    let end = (behind.max(start)..end).rev().find(|&at| !is_blank(at)).map_or(end, |at| at + 1);

    let byte_of = |number: usize| letters.get(number).map_or(text.len(), |&(at, _)| at);
    byte_of(start)..byte_of(end)
}

fn push<'a>(spans: &mut Vec<Span<'a>>, text: Option<&'a str>, hit: bool) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        spans.push(Span { text, hit });
    }
}

/// What the query finds, in order, without overlaps.
fn hits(text: &str, language: Language, query: &str) -> Vec<Range<usize>> {
    let query = Query::parse(query);
    if query.words.is_empty() {
        return Vec::new();
    }
    let terms: Vec<Term<'_>> =
        pieces(text).filter_map(|piece| Term::new(text, piece, language)).collect();
    let mut hits: Vec<Range<usize>> =
        query.words.iter().flat_map(|word| hits_of(word, &terms, language)).collect();
    sort(&mut hits, |one, other| (one.start, one.end) < (other.start, other.end));
    merged(hits)
}

/// What one word of the query finds; guesses only where there is nothing better.
fn hits_of(word: &Word, terms: &[Term<'_>], language: Language) -> Vec<Range<usize>> {
    let found: Vec<(Class, Range<usize>)> =
        terms.iter().filter_map(|term| term.found_by(word, language)).collect();
    let best = found.iter().map(|(class, _)| *class).max();
    let worth_marking = |class: Class| class > Class::Root || Some(class) == best;
    found.into_iter().filter(|(class, _)| worth_marking(*class)).map(|(_, range)| range).collect()
}

fn merged(hits: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(hits.len());
    for hit in hits {
        match merged.last_mut() {
            Some(last) if hit.start <= last.end => last.end = last.end.max(hit.end),
            Some(_) | None => merged.push(hit),
        }
    }
    merged
}

/// A word of the text.
struct Term<'a> {
    /// As it is written.
    written: &'a str,
    /// Where it begins in the text.
    start: usize,
    folded: String,
    stem: String,
}

impl<'a> Term<'a> {
    fn new(text: &'a str, piece: Piece, language: Language) -> Option<Self> {
        let mut folded = String::new();
        piece.write(text, &mut folded);
        let stem = stem(&folded, language);
        Some(Self { start: piece.range.start, written: text.get(piece.range)?, folded, stem })
    }

    /// How a word of the query finds this one, and which bytes of the text.
    fn found_by(&self, word: &Word, language: Language) -> Option<(Class, Range<usize>)> {
        let (class, part) = self.class(word, language)?;
        let range = part.map_or(0..self.written.len(), |part| unfolded(self.written, &part));
        Some((class, self.start + range.start..self.start + range.end))
    }

    /// The way in which a word finds this one, as the index would, and the folded bytes that it
    /// means; none for the whole word.
    fn class(&self, word: &Word, language: Language) -> Option<(Class, Option<Range<usize>>)> {
        let term = self.folded.as_str();
        let typed = word.term.as_str();
        if term == typed {
            return Some((Class::Exact, None));
        }
        let is_inflected = word.stem_in(language) == Some(self.stem.as_str());
        let begins = word.beginning_of(term).filter(|class| !is_inflected || *class > Class::Stem);
        if let Some(class) = begins {
            return Some((class, Some(0..typed.len())));
        }
        if is_inflected || word.without_sign() == Some(term) {
            return Some((Class::Stem, None));
        }
        if let Some(at) = inside(typed, term).filter(|_| word.may_be_part()) {
            return Some((Class::Infix, Some(at..at + typed.len())));
        }
        self.guess(word)
    }

    fn guess(&self, word: &Word) -> Option<(Class, Option<Range<usize>>)> {
        let term = self.folded.as_str();
        if let Some(root) = word.root.as_deref()
            && let Some(at) = term.find(root)
        {
            return Some((Class::Root, Some(at..at + root.len())));
        }
        if let Some(length) = word.plainly(term) {
            return Some((Class::Plain, Some(0..length)));
        }
        let has_digits = term.bytes().any(|byte| byte.is_ascii_digit());
        (!has_digits && word.is_mistyped(term)).then_some((Class::Typo, None))
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::{Builder, Entry, Field, Weight};
    use super::*;

    fn check(text: &str, language: Language, query: &str, expected: &str) {
        let spans = mark(text, language, query);
        let marked: String = spans
            .iter()
            .map(|span| if span.hit { format!("[{}]", span.text) } else { span.text.to_owned() })
            .collect();
        assert_eq!(marked, expected, "{query}");
    }

    fn danish(text: &str, query: &str, expected: &str) {
        check(text, Language::Da, query, expected);
    }

    #[test]
    fn the_letters_typed_are_marked_where_they_stand() {
        danish("Skoleledere mødes", "skole", "[Skole]ledere mødes");
        danish("Skoleledere mødes", "leder", "Skole[leder]e mødes");
        danish("Skoleledere mødes", "skole leder", "[Skoleleder]e mødes");
        danish("Børnehaver", "boernehave", "[Børnehave]r");
        danish("A\u{30a}rhus", "aarh", "[A\u{30a}rh]us");
    }

    #[test]
    fn an_inflected_or_mistyped_word_is_marked_whole() {
        danish("Skolerne mødes", "skole mødes", "[Skolerne] [mødes]");
        danish("Skoleledere mødes", "skoel", "[Skoleledere] mødes");
        check("Cities and a city", Language::En, "city", "[Cities] and a [city]");
    }

    #[test]
    fn guesses_are_marked_only_where_there_is_nothing_better() {
        danish("Leder og lever", "leder", "[Leder] og lever");
        danish("Leder og lever", "lefer", "[Leder] og [lever]");
        danish("Landsbyprofil", "landsbyerne", "[Landsby]profil");
        danish("Børnene", "bornen", "[Børnen]e");
    }

    #[test]
    fn figures_are_marked_as_they_are_written() {
        danish("Fra 2.000 til 20.000", "2000", "Fra [2.000] til 20.000");
        danish("Mindst 85 % af alle", "85%", "Mindst [85 %] af alle");
        danish("Mindst 85 procent", "85 %", "Mindst [85 procent]");
        danish("Mål 5d og 5", "mål 5d", "[Mål] [5d] og 5");
    }

    #[test]
    fn without_a_hit_nothing_is_marked() {
        danish("Skov og strand", "skole", "Skov og strand");
        danish("Skov og strand", "", "Skov og strand");
        danish("", "skole", "");
        assert!(mark("", Language::Da, "skole").is_empty());
    }

    #[test]
    fn the_spans_together_are_the_text() {
        let texts = [
            "",
            "Skoleledere mødes kl. 16-18, 85 % af dem.",
            "A\u{30a}rhus’ børne\u{ad}haver — 2.000,5 m² på 23.11.2026",
            "東京 🏫 e\u{301} \u{301}\u{ad} Ωμέγα",
            "ææøøåå AAEEOE ßß",
        ];
        let queries =
            ["", "%", "skole", "aa", "a", "å", "o", "borne", "2000", "85 %", "skoel 5d", "ω", "ss"];
        for text in texts {
            for (query, language) in
                queries.iter().flat_map(|query| Language::ALL.map(|language| (query, language)))
            {
                let spans = mark(text, language, query);
                assert_eq!(spans.iter().map(|span| span.text).collect::<String>(), text);
                assert!(spans.iter().all(|span| !span.text.is_empty()), "{text} {query}");
            }
        }
    }

    #[test]
    fn what_the_index_finds_is_marked() {
        let text = "Skoleledere og børnehaver i 85 % af landsbyerne mødes om 2.000 boliger";
        let mut builder = Builder::new();
        let field = Field { language: Language::Da, weight: Weight::Body, text };
        builder.add(Entry { group: 0, fields: vec![field] });
        let index = builder.build();
        for query in [
            "skole",
            "leder",
            "skoel",
            "bornehave",
            "brnehave",
            "børnehaven",
            "landsby",
            "85%",
            "85 procent",
            "2000",
            "bolig",
            "møde",
            "sk",
            "haver",
        ] {
            assert_eq!(index.search(query, 1).len(), 1, "{query}");
            assert!(mark(text, Language::Da, query).iter().any(|span| span.hit), "{query}");
        }
    }

    const LONG: &str = "Byen vokser langsomt, og mange nye boliger er på vej. Skoleledere mødes \
                        hvert år for at tale om børn og unge i landsbyerne.";

    fn check_snippet(query: &str, max_chars: usize, expected: &str) {
        let range = snippet(LONG, Language::Da, query, max_chars);
        assert_eq!(LONG.get(range), Some(expected), "{query}");
    }

    #[test]
    fn a_snippet_stands_around_the_first_hit_with_whole_words() {
        check_snippet("skoleleder", 40, "på vej. Skoleledere mødes hvert år for");
        check_snippet("byen", 12, "Byen vokser");
        check_snippet("landsbyerne", 30, "om børn og unge i landsbyerne.");
    }

    #[test]
    fn a_snippet_without_a_hit_is_the_beginning() {
        check_snippet("xyzzy", 20, "Byen vokser");
        check_snippet("", 21, "Byen vokser langsomt,");
    }

    #[test]
    fn a_snippet_never_exceeds_its_length() {
        for max_chars in 0..LONG.len() + 5 {
            for query in ["", "byen", "skoleledere", "landsbyerne", "på"] {
                let range = snippet(LONG, Language::Da, query, max_chars);
                let piece = LONG.get(range).expect("whole characters");
                assert!(piece.chars().count() <= max_chars, "{query} {max_chars}");
            }
        }
    }

    #[test]
    fn a_short_or_unbroken_text_is_shown_as_far_as_it_fits() {
        assert_eq!(snippet("En skole", Language::Da, "skole", 100), 0..8);
        assert_eq!(snippet("", Language::Da, "skole", 0), 0..0);
        assert_eq!(snippet(&"ø".repeat(50), Language::Da, "skole", 10), 0..20);
    }
}
