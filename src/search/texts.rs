//! Many short texts in one piece of memory.

use crate::sorted::sort;
use std::ops::Range;

/// Texts by number, one behind the other in a single string.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text at the end.
    pub(super) fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    /// How many texts there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A text by its number; empty where there is none.
    pub(super) fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.all.get(start.unwrap_or_default()..end).unwrap_or_default()
    }

    /// The number of a text, among texts in ascending order.
    pub(super) fn position(&self, text: &str) -> Option<usize> {
        let number = self.first_without(|other| other < text);
        (number < self.len() && self.get(number) == text).then_some(number)
    }

    /// The numbers under which a text stands, among texts in ascending order.
    pub(super) fn equal_to(&self, text: &str) -> Range<usize> {
        self.first_without(|other| other < text)..self.first_without(|other| other <= text)
    }

    /// The texts that begin like this, among texts in ascending order.
    pub(super) fn starting_with(&self, start: &str) -> Range<usize> {
        let first = self.first_without(|other| other < start);
        first..self.first_without(|other| other < start || other.starts_with(start))
    }

    /// The first text that has not a property that only the first so many have.
    fn first_without(&self, property: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if property(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Gives equal texts equal numbers, counting from 0 in the order of their first appearance.
///
/// A hash table of its own, because the order of the standard one differs from run to run, and
/// looking up every word of a large text in a tree would take most of the time of building.
#[derive(Debug, Default)]
pub(super) struct Interner {
    texts: Texts,
    /// Numbers plus one, 0 where a slot is free; the length is a power of two.
    slots: Vec<usize>,
}

impl Interner {
    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> usize {
        if self.slots.len() <= 2 * self.texts.len() {
            self.grow();
        }
        let slot = self.slot_of(text);
        match self.slots.get_mut(slot) {
            Some(taken) if *taken > 0 => *taken - 1,
            free => {
                self.texts.push(text);
                if let Some(free) = free {
                    *free = self.texts.len();
                }
                self.texts.len() - 1
            }
        }
    }

    /// The texts in ascending order, and the place of each number among them.
    pub(super) fn into_sorted(self) -> (Texts, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        sort(&mut order, |one, other| self.texts.get(*one) < self.texts.get(*other));
        let mut sorted = Texts::default();
        let mut places = vec![0; order.len()];
        for (place, number) in order.into_iter().enumerate() {
            sorted.push(self.texts.get(number));
            if let Some(slot) = places.get_mut(number) {
                *slot = place;
            }
        }
        (sorted, places)
    }

    /// The slot that holds a text, or the free one where it belongs.
    fn slot_of(&self, text: &str) -> usize {
        let last = self.slots.len().saturating_sub(1);
        let mut slot = hash(text) & last;
        while let Some(&taken) = self.slots.get(slot) {
            if taken == 0 || self.texts.get(taken - 1) == text {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    /// Doubles the slots, so that at least half of them are free.
    fn grow(&mut self) {
        let length = (2 * self.slots.len()).max(64);
        self.slots = vec![0; length];
        for number in 0..self.texts.len() {
            let slot = self.slot_of(self.texts.get(number));
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number + 1;
            }
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo) with 32 bits, which needs no more than a multiplication for each byte.
fn hash(text: &str) -> usize {
    let start = 0x811c_9dc5_u32;
    let mixed =
        text.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: &[&str]) -> Texts {
        let mut texts = Texts::default();
        for text in all {
            texts.push(text);
        }
        texts
    }

    #[test]
    fn texts_are_found_by_number_and_by_spelling() {
        let texts = texts(&["by", "landsby", "skole", "skoler"]);
        assert_eq!(texts.get(0), "by");
        assert_eq!(texts.get(3), "skoler");
        assert_eq!(texts.get(4), "");
        assert_eq!(texts.position("skole"), Some(2));
        assert_eq!(texts.position("skol"), None);
        assert_eq!(texts.position("å"), None);
        assert_eq!(texts.position(""), None);
    }

    #[test]
    fn texts_are_found_by_their_beginning() {
        let texts = texts(&["by", "skole", "skoleleder", "skoler", "sø"]);
        assert_eq!(texts.starting_with("skole"), 1..4);
        assert_eq!(texts.starting_with("skolel"), 2..3);
        assert_eq!(texts.starting_with("x"), 5..5);
        assert_eq!(texts.starting_with(""), 0..5);
        assert_eq!(Texts::default().starting_with("by"), 0..0);
    }

    #[test]
    fn equal_texts_stand_together() {
        let texts = texts(&["by", "skol", "skol", "vej"]);
        assert_eq!(texts.equal_to("skol"), 1..3);
        assert_eq!(texts.equal_to("sko"), 1..1);
    }

    #[test]
    fn a_text_keeps_the_number_it_got_first() {
        let mut interner = Interner::default();
        let words: Vec<String> = (0..500).map(|number| format!("ord{number}")).collect();
        for round in 0..2 {
            for (number, word) in words.iter().enumerate() {
                assert_eq!(interner.number(word), number, "round {round}");
            }
        }
    }

    #[test]
    fn sorting_tells_where_each_number_went() {
        let mut interner = Interner::default();
        for word in ["vej", "by", "skole", "by"] {
            interner.number(word);
        }
        let (sorted, places) = interner.into_sorted();
        assert_eq!((sorted.get(0), sorted.get(1), sorted.get(2)), ("by", "skole", "vej"));
        assert_eq!(places, [2, 0, 1]);
    }
}
