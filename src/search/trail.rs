//! Where the words of a query stood, to tell whether they stand close together.

/// Free positions between fields, so that words of different fields are never close.
pub(super) const GAP: usize = 8;
/// Positions between words that are close.
const NEAR: usize = 5;
/// As many ones as there are positions from [`NEAR`] before a word to [`NEAR`] behind it.
const NEIGHBOURS: u64 = (1 << (2 * NEAR + 1)) - 1;

/// What closeness is worth, in parts of the score.
const ALONE: u32 = 8;
const CLOSE: u32 = 10;
const IN_PHRASE: u32 = 28;

/// The positions of the word at hand and of the one before it.
#[derive(Debug)]
pub(super) struct Trail {
    /// How far behind the word before it this word stands in the query; none for the first word.
    distance: Option<usize>,
    before: Positions,
    here: Positions,
    /// Positions that complete the query so far as a phrase.
    phrase_before: Positions,
    phrase_here: Positions,
}

impl Trail {
    /// For a text with so many positions.
    pub(super) fn new(positions: usize) -> Self {
        let none = Positions::none(positions);
        Self {
            distance: None,
            before: none.clone(),
            here: none.clone(),
            phrase_before: none.clone(),
            phrase_here: none,
        }
    }

    /// Goes on to the next word of the query.
    pub(super) fn next_word(&mut self, distance: Option<usize>) {
        self.distance = distance;
        std::mem::swap(&mut self.before, &mut self.here);
        std::mem::swap(&mut self.phrase_before, &mut self.phrase_here);
        self.here.clear();
        self.phrase_here.clear();
    }

    /// Notes that the word stands here, and says what that is worth.
    pub(super) fn visit(&mut self, position: usize) -> u32 {
        let (in_phrase, closeness) = match self.distance {
            None => (true, ALONE),
            Some(distance) if self.follows_phrase(position, distance) => (true, IN_PHRASE),
            Some(_) if self.before.has_near(position) => (false, CLOSE),
            Some(_) => (false, ALONE),
        };
        self.here.add(position);
        if in_phrase {
            self.phrase_here.add(position);
        }
        closeness
    }

    fn follows_phrase(&self, position: usize, distance: usize) -> bool {
        let before = position.checked_sub(distance);
        distance <= GAP && before.is_some_and(|before| self.phrase_before.has(before))
    }
}

/// A set of positions, one bit each.
#[derive(Clone, Debug)]
struct Positions(Vec<u64>);

impl Positions {
    fn none(positions: usize) -> Self {
        Self(vec![0; positions / 64 + 1])
    }

    fn clear(&mut self) {
        self.0.fill(0);
    }

    fn add(&mut self, position: usize) {
        if let Some(bits) = self.0.get_mut(position / 64) {
            *bits |= 1_u64 << (position % 64);
        }
    }

    fn has(&self, position: usize) -> bool {
        self.window(position) & 1 == 1
    }

    fn has_near(&self, position: usize) -> bool {
        self.window(position.saturating_sub(NEAR)) & NEIGHBOURS != 0
    }

    /// 64 positions from here on.
    fn window(&self, position: usize) -> u64 {
        let (number, bit) = (position / 64, position % 64);
        let bits = |number: usize| self.0.get(number).copied().unwrap_or_default();
        let behind = if bit == 0 { 0 } else { bits(number + 1) << (64 - bit) };
        (bits(number) >> bit) | behind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first word stands at the first positions; what the second is worth at the last one.
    fn check(first: &[usize], distance: usize, second: usize, expected: u32) {
        let mut trail = Trail::new(200);
        trail.next_word(None);
        for &position in first {
            assert_eq!(trail.visit(position), ALONE);
        }
        trail.next_word(Some(distance));
        assert_eq!(trail.visit(second), expected, "{first:?} {second}");
    }

    #[test]
    fn words_are_worth_most_as_the_phrase_that_was_typed() {
        check(&[10], 1, 11, IN_PHRASE);
        check(&[10], 2, 12, IN_PHRASE);
        check(&[63], 1, 64, IN_PHRASE);
        check(&[10], 2, 11, CLOSE);
    }

    #[test]
    fn close_words_are_worth_more_than_distant_ones() {
        check(&[10], 1, 15, CLOSE);
        check(&[15], 1, 10, CLOSE);
        check(&[10], 1, 16, ALONE);
        check(&[66], 1, 61, CLOSE);
        check(&[61], 1, 66, CLOSE);
        check(&[], 1, 66, ALONE);
        check(&[0], 1, 3, CLOSE);
    }

    #[test]
    fn one_word_that_holds_both_is_close() {
        check(&[10], 1, 10, CLOSE);
    }

    #[test]
    fn a_phrase_that_broke_off_does_not_go_on() {
        let mut trail = Trail::new(100);
        trail.next_word(None);
        trail.visit(10);
        trail.next_word(Some(1));
        trail.visit(20);
        trail.next_word(Some(1));
        assert_eq!(trail.visit(21), CLOSE);
    }

    #[test]
    fn positions_beyond_the_text_are_nowhere() {
        check(&[10], 1, 100_000, ALONE);
    }
}
