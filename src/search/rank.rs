//! Searching: all words of a query against all entries, the best entries first.

use super::class::Class;
use super::index::{EntryIndex, Index};
use super::lexicon::Found;
use super::query::{Query, Word};
use super::score::{Cell, Column, keep_best, ranked};
use super::trail::Trail;

/// An entry that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which entry.
    pub entry: EntryIndex,
    /// The group that the entry was given.
    pub group: u8,
    /// How good a hit it is: only to be compared with other hits of the same search.
    pub score: u32,
    /// How the words of the query were found, in the order of the query; words that were not found
    /// in this entry are left out.
    pub matched: Vec<Matched>,
    /// Whether the entry lacks some of the words. Either all hits of a search do, or none does.
    pub is_partial: bool,
}

/// How a word of the query was found in an entry, at its best place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The word's number among those looked for, from 0.
    pub word: usize,
    /// The number of the field in the entry, from 0.
    pub field: usize,
    /// In which way.
    pub class: Class,
}

impl Index {
    /// The best entries for a query, at most `limit`, the best one first; equally good ones in the
    /// order in which they were added.
    ///
    /// Returned are the entries in which every word is found. If there are none, those in which as
    /// many words as possible are found. A query without words finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::parse(query);
        let columns = self.columns(&query.words);
        let mut ranked = ranked(&columns, self.len());
        keep_best(&mut ranked, limit);
        let hits = ranked.into_iter();
        hits.map(|(score, entry)| self.hit(entry, score, &columns)).collect()
    }

    fn columns(&self, words: &[Word]) -> Vec<Column> {
        let mut found = Vec::new();
        let mut trail = Trail::new(self.positions);
        let mut place_before = None;
        let mut columns = Vec::with_capacity(words.len());
        for (number, word) in words.iter().enumerate() {
            trail.next_word(place_before.map(|before| word.place.saturating_sub(before)));
            place_before = Some(word.place);
            self.lexicon.find(word, &mut found);
            let next = words.get(number + 1);
            let is_label = word.label && next.is_some_and(|next| self.is_key(&next.term));
            columns.push(Column::new(self.cells(&found, &mut trail), !is_label));
        }
        columns
    }

    fn cells(&self, found: &[Found], trail: &mut Trail) -> Vec<Cell> {
        let mut cells = vec![Cell::EMPTY; self.len()];
        for found in found {
            for posting in self.postings(found.term) {
                let Some(field) = self.fields.get(posting.field) else { continue };
                let class = field.class(found.class);
                let value = class.points() * field.worth * trail.visit(posting.position);
                if let Some(cell) = cells.get_mut(field.entry)
                    && cell.value < value
                {
                    *cell = Cell { value, field: field.number, class };
                }
            }
        }
        cells
    }

    fn hit(&self, entry: usize, score: u32, columns: &[Column]) -> Hit {
        let matched = columns.iter().enumerate().filter_map(|(word, column)| {
            column.cell(entry).map(|cell| Matched { word, field: cell.field, class: cell.class })
        });
        Hit {
            entry: EntryIndex(entry),
            group: self.groups.get(entry).copied().unwrap_or_default(),
            score,
            matched: matched.collect(),
            is_partial: columns.iter().any(|column| column.is_missing(entry)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::{Builder, Entry, Field, Weight};
    use super::*;
    use crate::vision::Language;

    const fn field(weight: Weight, text: &str) -> Field<'_> {
        Field { language: Language::Da, weight, text }
    }

    fn index<'a>(entries: impl IntoIterator<Item = Vec<Field<'a>>>) -> Index {
        let mut builder = Builder::new();
        for fields in entries {
            builder.add(Entry { group: 0, fields });
        }
        builder.build()
    }

    fn bodies(texts: &[&str]) -> Index {
        index(texts.iter().map(|text| vec![field(Weight::Body, text)]))
    }

    fn entries(index: &Index, query: &str) -> Vec<usize> {
        index.search(query, usize::MAX).into_iter().map(|hit| hit.entry.0).collect()
    }

    /// The entries that are found among bodies, best first.
    fn check(texts: &[&str], query: &str, expected: &[usize]) {
        assert_eq!(entries(&bodies(texts), query), expected, "{query}");
    }

    #[test]
    fn better_ways_of_finding_a_word_come_first() {
        let texts = [
            "folkeskole mødes her",
            "skoleledere mødes her",
            "skole mødes her",
            "skoler mødes her",
            "børnehave mødes her",
        ];
        check(&texts, "skole mødes", &[2, 3, 1, 0]);
    }

    #[test]
    fn a_compound_is_found_by_each_of_its_parts() {
        let texts = ["Alle skoleledere mødes.", "Byens parker er grønne."];
        for query in ["skole", "leder", "skole leder", "leder skole", "skoleleder", "skoel"] {
            check(&texts, query, &[0]);
        }
    }

    #[test]
    fn danish_letters_may_be_typed_in_several_ways() {
        let texts = ["Børnehaver i Århus", "Skov og strand"];
        for query in ["børnehave", "boernehave", "bornehave", "BØRNEHAVEN", "aarhus", "arhus"] {
            check(&texts, query, &[0]);
        }
    }

    #[test]
    fn a_typing_error_counts_only_when_nothing_better_is_found() {
        check(&["en god leder", "en gammel lever"], "leder", &[0]);
        check(&["en god leder", "en gammel lever"], "lefer", &[0, 1]);
    }

    #[test]
    fn figures_are_found_in_any_spelling_but_only_whole() {
        let texts = ["i alt 2.000 boliger", "i alt 20.000 boliger", "i alt 2000 boliger"];
        check(&texts, "2000", &[0, 2]);
        check(&texts, "2,000 boliger", &[0, 2]);
        check(&texts, "200", &[]);
    }

    #[test]
    fn percentages_are_found_in_any_spelling() {
        let texts = ["for 85 procent af alle", "for mindst 85 % af os", "for 85 borgere i byen"];
        check(&texts, "85%", &[0, 1, 2]);
        check(&texts, "85 pct", &[0, 1, 2]);
        check(&texts, "85 borgere", &[2]);
    }

    #[test]
    fn every_word_must_be_found_unless_no_entry_has_them_all() {
        let texts = ["skole og kultur", "skole og idræt", "park og vand"];
        check(&texts, "skole kultur", &[0]);
        check(&texts, "kultur idræt", &[0, 1]);
        check(&texts, "skole kultur xyzzy", &[0]);
        check(&texts, "xyzzy", &[]);
    }

    #[test]
    fn words_may_be_found_in_different_fields_and_languages() {
        let danish = field(Weight::Title, "Flere boliger");
        let english = Field { language: Language::En, ..field(Weight::Body, "Cities with homes") };
        let index = index([vec![danish, english]]);
        let hits = index.search("bolig city", 5);
        let matched: Vec<_> =
            hits[0].matched.iter().map(|found| (found.word, found.field)).collect();
        assert_eq!(matched, [(0, 0), (1, 1)]);
        assert_eq!(hits[0].matched[1].class, Class::Stem);
    }

    #[test]
    fn a_title_counts_for_more_than_a_body() {
        let index = index([
            vec![field(Weight::Title, "Kultur"), field(Weight::Body, "Erhverv i byen")],
            vec![field(Weight::Title, "Erhverv"), field(Weight::Body, "Kultur i byen")],
        ]);
        assert_eq!(entries(&index, "erhverv"), [1, 0]);
        assert_eq!(entries(&index, "kultur"), [0, 1]);
    }

    #[test]
    fn an_id_comes_first_with_and_without_its_label() {
        let body = field(Weight::Body, "Vi har 5 mål og ét tema");
        let index = index([
            vec![body],
            vec![field(Weight::Key, "5d")],
            vec![field(Weight::Key, "5")],
            vec![field(Weight::Key, "15")],
        ]);
        for query in ["5", "tema 5", "theme 5"] {
            assert_eq!(entries(&index, query), [2, 1, 0], "{query}");
        }
        for query in ["5d", "mål 5d", "goal 5D"] {
            assert_eq!(entries(&index, query), [1], "{query}");
        }
        assert_eq!(index.search("mål 5d", 1)[0].matched[0].class, Class::Key);
    }

    #[test]
    fn a_label_in_the_id_itself_helps() {
        let index =
            index([vec![field(Weight::Key, "element 5")], vec![field(Weight::Key, "tema 5")]]);
        assert_eq!(entries(&index, "tema 5"), [1, 0]);
        assert_eq!(entries(&index, "element 5"), [0, 1]);
    }

    #[test]
    fn close_words_and_phrases_come_first() {
        let texts = [
            "høj musik om natten i det mørke og våde efterår, men kvalitet",
            "musik er høj i dag, og det er kvalitet vi vil have her",
            "høj kvalitet i det daglige og musik om natten til hver enkelt",
        ];
        check(&texts, "høj kvalitet", &[2, 0, 1]);
        let apart = [
            "kvalitet er en god ting at have, når den er høj",
            "høj, ja, og kvalitet er en god ting at have da",
        ];
        check(&apart, "høj kvalitet", &[1, 0]);
    }

    #[test]
    fn shorter_fields_come_first() {
        check(&["en skole i en by ved en å med en bro", "en skole"], "skole", &[1, 0]);
    }

    #[test]
    fn rare_words_count_for_more() {
        let texts = ["park by", "park by", "skole by", "skole by", "skole by", "skole vand"];
        check(&texts, "park vand", &[5, 0, 1]);
    }

    #[test]
    fn equally_good_entries_keep_their_order_and_the_limit_keeps_the_best() {
        let texts = ["skole i byen", "skole", "skole i byen", "park", "skole i byen"];
        check(&texts, "skole", &[1, 0, 2, 4]);
        let index = bodies(&texts);
        let few: Vec<usize> = index.search("skole", 2).iter().map(|hit| hit.entry.0).collect();
        assert_eq!(few, [1, 0]);
        assert!(index.search("skole", 0).is_empty());
    }

    #[test]
    fn an_entry_keeps_its_group() {
        let mut builder = Builder::new();
        builder.add(Entry { group: 7, fields: vec![field(Weight::Title, "Skole")] });
        assert_eq!(builder.build().search("skole", 1)[0].group, 7);
    }

    #[test]
    fn odd_queries_find_nothing_and_break_nothing() {
        let index = bodies(&["en skole", "85 % af os"]);
        for query in ["", "   ", "%", "''", "-", "\u{0}", "\u{301}", "🏫", "東京"] {
            assert!(index.search(query, 10).is_empty(), "{query:?}");
        }
        assert!(index.search(&"x".repeat(100_000), 10).is_empty());
        assert_eq!(index.search(&"skole ".repeat(10_000), 10).len(), 1);
        assert!(bodies(&[]).search("skole", 10).is_empty());
        assert!(bodies(&[""]).search("skole", 10).is_empty());
    }
}
