//! The index: which terms stand where.

use super::class::Class;
use super::lexicon::{Lexicon, Spoken};
use super::texts::Interner;
use super::token::{Kind, pieces};
use super::trail::GAP;
use crate::vision::Language;

/// Something that can be found, with all its texts.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What kind of thing it is, for those who show results in groups; search only hands it back.
    pub group: u8,
    /// The texts in which it is found.
    pub fields: Vec<Field<'a>>,
}

/// A text of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The language in which the text is written.
    pub language: Language,
    /// How much it says about the entry.
    pub weight: Weight,
    /// The text itself; the index keeps its words only.
    pub text: &'a str,
}

/// How much a field says about its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A text among others.
    Body,
    /// The title or name.
    Title,
    /// An id such as `5d` or `tema 10`.
    Key,
}

impl Weight {
    const fn points(self) -> u32 {
        match self {
            Self::Body => 1,
            Self::Title => 3,
            Self::Key => 4,
        }
    }
}

/// The number of an entry: how many were added before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryIndex(pub usize);

/// Collects entries for an [`Index`].
#[derive(Debug, Default)]
pub struct Builder {
    terms: Interner,
    /// By the number of a term.
    spoken: Vec<Spoken>,
    occurrences: Vec<Occurrence>,
    fields: Vec<FieldRow>,
    groups: Vec<u8>,
    position: usize,
    /// The term at hand; kept to spare an allocation for every word.
    term: String,
}

impl Builder {
    /// A builder without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry, and says by which number hits will name it.
    pub fn add(&mut self, entry: Entry<'_>) -> EntryIndex {
        let index = self.groups.len();
        self.groups.push(entry.group);
        for (number, field) in entry.fields.into_iter().enumerate() {
            self.add_field(index, number, field);
        }
        EntryIndex(index)
    }

    /// The index of all entries added.
    #[must_use]
    pub fn build(self) -> Index {
        let (terms, places) = self.terms.into_sorted();
        let mut spoken = vec![Spoken::default(); places.len()];
        for (place, languages) in places.iter().zip(self.spoken) {
            if let Some(slot) = spoken.get_mut(*place) {
                *slot = languages;
            }
        }
        let (starts, postings) = grouped(self.occurrences, &places);
        Index {
            lexicon: Lexicon::new(terms, &spoken),
            starts,
            postings,
            fields: self.fields,
            groups: self.groups,
            positions: self.position + 1,
        }
    }

    fn add_field(&mut self, entry: usize, number: usize, field: Field<'_>) {
        // Words of different fields never stand close together.
        self.position += GAP;
        let first = self.position;
        for piece in pieces(field.text) {
            piece.write(field.text, &mut self.term);
            let term = self.terms.number(&self.term);
            if self.spoken.len() <= term {
                self.spoken.resize(term + 1, Spoken::default());
            }
            if let Some(spoken) = self.spoken.get_mut(term) {
                spoken.add(field.language);
            }
            // A percentage stands where its figure stands, which came right before it.
            if piece.kind != Kind::Percent {
                self.position += 1;
            }
            let position = self.position.saturating_sub(1);
            let posting = Posting { field: self.fields.len(), position };
            self.occurrences.push(Occurrence { term, posting });
        }
        let words = self.position - first;
        let worth = field.weight.points() * brevity(words);
        self.fields.push(FieldRow { entry, number, weight: field.weight, worth });
    }
}

/// Everything that can be found. See the module for what is found and in which order.
#[derive(Debug)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    /// Where the postings of each term begin, and after the last one where they end.
    starts: Vec<usize>,
    postings: Vec<Posting>,
    pub(super) fields: Vec<FieldRow>,
    /// The group of each entry.
    pub(super) groups: Vec<u8>,
    /// One more than the last position.
    pub(super) positions: usize,
}

impl Index {
    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Where a term stands, from the first entry to the last.
    pub(super) fn postings(&self, term: usize) -> &[Posting] {
        let bounds = self.starts.get(term).zip(self.starts.get(term + 1));
        let postings = bounds.and_then(|(&start, &end)| self.postings.get(start..end));
        postings.unwrap_or_default()
    }

    /// Whether a term stands in an id.
    pub(super) fn is_key(&self, term: &str) -> bool {
        let postings = self.lexicon.position(term).map(|term| self.postings(term));
        postings.unwrap_or_default().iter().any(|posting| {
            self.fields.get(posting.field).is_some_and(|field| field.weight == Weight::Key)
        })
    }
}

/// One place where a term stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting {
    pub(super) field: usize,
    /// Counted through all fields.
    pub(super) position: usize,
}

/// What is kept of a field.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldRow {
    pub(super) entry: usize,
    /// Its number in the entry.
    pub(super) number: usize,
    weight: Weight,
    /// What a word in it is worth, in parts of the score.
    pub(super) worth: u32,
}

impl FieldRow {
    /// How a word was found, given how its term was.
    pub(super) fn class(&self, found: Class) -> Class {
        if self.weight == Weight::Key && found == Class::Exact { Class::Key } else { found }
    }
}

#[derive(Clone, Copy, Debug)]
struct Occurrence {
    term: usize,
    posting: Posting,
}

/// What each word of a field counts for: a little more where there are fewer of them.
fn brevity(words: usize) -> u32 {
    32 - words.checked_ilog2().unwrap_or_default().min(8)
}

/// Where each term's postings begin, and all postings, term by term; `places` gives each term its
/// place. A counting sort, which leaves the postings of a term in the order of the text.
fn grouped(occurrences: Vec<Occurrence>, places: &[usize]) -> (Vec<usize>, Vec<Posting>) {
    let place_of = |occurrence: &Occurrence| places.get(occurrence.term).copied();
    let mut starts = vec![0; places.len() + 1];
    for place in occurrences.iter().filter_map(place_of) {
        if let Some(count) = starts.get_mut(place + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let mut free = starts.clone();
    let mut postings = vec![Posting::default(); occurrences.len()];
    for occurrence in occurrences {
        if let Some(place) = place_of(&occurrence)
            && let Some(next) = free.get_mut(place)
        {
            if let Some(slot) = postings.get_mut(*next) {
                *slot = occurrence.posting;
            }
            *next += 1;
        }
    }
    (starts, postings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(texts: &[&str]) -> Index {
        let mut builder = Builder::new();
        for text in texts {
            let field = Field { language: Language::Da, weight: Weight::Body, text };
            builder.add(Entry { group: 0, fields: vec![field] });
        }
        builder.build()
    }

    /// The field of each posting, and its position counted from that of the first word of all.
    fn check(index: &Index, term: &str, expected: &[(usize, usize)]) {
        let term = index.lexicon.position(term).expect("a term that occurs");
        let postings = index.postings(term).iter();
        let places: Vec<(usize, usize)> =
            postings.map(|posting| (posting.field, posting.position - GAP)).collect();
        assert_eq!(places, expected);
    }

    #[test]
    fn postings_say_where_a_term_stands() {
        let index = index(&["skole og by", "", "by og skole og by"]);
        let third = 3 + 2 * GAP;
        check(&index, "skole", &[(0, 0), (2, third + 2)]);
        check(&index, "by", &[(0, 2), (2, third), (2, third + 4)]);
        check(&index, "og", &[(0, 1), (2, third + 1), (2, third + 3)]);
    }

    #[test]
    fn a_percentage_stands_where_its_figure_stands() {
        let index = index(&["mindst 85 procent af alle"]);
        check(&index, "85", &[(0, 1)]);
        check(&index, "85%", &[(0, 1)]);
        check(&index, "procent", &[(0, 2)]);
    }

    #[test]
    fn entries_are_numbered_as_they_were_added() {
        let mut builder = Builder::new();
        assert_eq!(builder.add(Entry { group: 1, fields: Vec::new() }), EntryIndex(0));
        assert_eq!(builder.add(Entry { group: 2, fields: Vec::new() }), EntryIndex(1));
        let index = builder.build();
        assert_eq!((index.len(), index.is_empty()), (2, false));
        assert!(Builder::new().build().is_empty());
    }

    #[test]
    fn an_id_is_known_as_such() {
        let mut builder = Builder::new();
        let key = Field { language: Language::Da, weight: Weight::Key, text: "5d" };
        let body = Field { language: Language::Da, weight: Weight::Body, text: "5e by" };
        builder.add(Entry { group: 0, fields: vec![key, body] });
        let index = builder.build();
        assert!(index.is_key("5d"));
        assert!(!index.is_key("5e"));
        assert!(!index.is_key("5f"));
    }

    #[test]
    fn a_term_that_does_not_exist_stands_nowhere() {
        assert!(index(&["by"]).postings(7).is_empty());
        assert!(index(&[]).postings(0).is_empty());
    }
}
