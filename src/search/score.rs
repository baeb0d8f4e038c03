//! Scores: what the words found add up to.

use super::class::Class;
use crate::sorted::sort;

/// What a word that is everywhere counts for; rarer words count for more.
const COMMONEST: u32 = 16;

/// How one word of the query was found in one entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// 0 where it was not found.
    pub(super) value: u32,
    /// The number of the field in the entry.
    pub(super) field: usize,
    pub(super) class: Class,
}

impl Cell {
    /// Not found.
    pub(super) const EMPTY: Self = Self { value: 0, field: 0, class: Class::Typo };
}

/// How one word of the query was found in all entries.
#[derive(Debug)]
pub(super) struct Column {
    cells: Vec<Cell>,
    counts: bool,
    rarity: u32,
}

impl Column {
    /// `counts` says whether an entry must have the word.
    pub(super) fn new(cells: Vec<Cell>, counts: bool) -> Self {
        let matching = cells.iter().filter(|cell| cell.value > 0).count();
        let rarity = rarity(cells.len(), matching);
        Self { cells, counts, rarity }
    }

    /// How the word was found in an entry, if it was.
    pub(super) fn cell(&self, entry: usize) -> Option<&Cell> {
        self.cells.get(entry).filter(|cell| cell.value > 0)
    }

    /// Whether the entry should have the word and has not.
    pub(super) fn is_missing(&self, entry: usize) -> bool {
        self.counts && self.cell(entry).is_none()
    }
}

/// Score and number of the entries that have the most words, in the order of the entries.
pub(super) fn ranked(columns: &[Column], entries: usize) -> Vec<(u32, usize)> {
    let mut most = 1;
    let mut ranked = Vec::new();
    for entry in 0..entries {
        let counting = columns.iter().filter(|column| column.counts);
        let (words, score) = counting
            .filter_map(|column| column.cell(entry).map(|cell| cell.value * column.rarity))
            .fold((0, 0), |(words, score), value| (words + 1, score + value));
        if words > most {
            most = words;
            ranked.clear();
        }
        if words == most {
            ranked.push((score, entry));
        }
    }
    ranked
}

/// Sorts the best ones to the front and drops the others.
pub(super) fn keep_best(ranked: &mut Vec<(u32, usize)>, limit: usize) {
    let order = |one: &(u32, usize), other: &(u32, usize)| {
        other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1))
    };
    sort(ranked, |one, other| order(one, other).is_lt());
    ranked.truncate(limit);
}

/// What a word counts for that so many of the entries have: four more for every time that half as
/// many have it.
fn rarity(entries: usize, matching: usize) -> u32 {
    let power = |count: usize| (count as u128).saturating_pow(4);
    let ratio = power(entries) / power(matching).max(1);
    COMMONEST + ratio.checked_ilog2().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[u32]) -> Column {
        let cells = values.iter().map(|&value| Cell { value, ..Cell::EMPTY }).collect();
        Column::new(cells, true)
    }

    #[test]
    fn a_word_counts_for_more_where_it_is_rare() {
        assert_eq!(rarity(1000, 1000), COMMONEST);
        assert_eq!(rarity(1000, 500), COMMONEST + 4);
        assert!(rarity(1000, 1) > rarity(1000, 2));
        assert_eq!(rarity(0, 0), COMMONEST);
    }

    #[test]
    fn only_entries_with_the_most_words_are_ranked() {
        let columns = [column(&[1, 0, 2, 0]), column(&[0, 0, 1, 1])];
        assert_eq!(ranked(&columns, 4), [(3 * (COMMONEST + 4), 2)]);
        assert_eq!(ranked(&columns[..1], 4).len(), 2);
        assert!(ranked(&[column(&[0, 0])], 2).is_empty());
        assert!(ranked(&[], 2).is_empty());
    }

    #[test]
    fn a_word_that_does_not_count_changes_nothing() {
        let label = Column { counts: false, ..column(&[9, 9]) };
        assert_eq!(ranked(&[label, column(&[1, 1])], 2), [(COMMONEST, 0), (COMMONEST, 1)]);
    }

    #[test]
    fn the_best_are_kept_and_equals_keep_their_order() {
        let mut ranked = vec![(1, 0), (5, 1), (3, 2), (5, 3), (3, 4)];
        keep_best(&mut ranked, 3);
        assert_eq!(ranked, [(5, 1), (5, 3), (3, 2)]);
        keep_best(&mut ranked, 10);
        assert_eq!(ranked.len(), 3);
    }
}
