//! The order of actions: what to write when one is moved.

use super::records::{LAST, ORDER};
use crate::document::{Document, Edit, RecordId, Value};

/// Which way an action is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
}

/// The new places of those that get one when the action at `at` is moved, given the places of all in
/// their present order. Mostly two; all from the first tie on, where two devices gave the same place
/// to different actions.
#[must_use]
pub fn moved(orders: &[i64], at: usize, way: Way) -> Vec<(usize, i64)> {
    let other = match way {
        Way::Up => at.checked_sub(1),
        Way::Down => Some(at + 1).filter(|other| *other < orders.len()),
    };
    let Some(other) = other.filter(|_| at < orders.len()) else { return Vec::new() };
    let mut turned: Vec<usize> = (0..orders.len()).collect();
    turned.swap(at, other);
    let rising = orders.windows(2).all(|pair| matches!(pair, [one, next] if one < next));
    let places = |number: usize| -> i64 {
        let plain = || i64::try_from(number + 1).unwrap_or(i64::MAX);
        if rising { orders.get(number).copied().unwrap_or_else(plain) } else { plain() }
    };
    let new = turned.iter().enumerate().map(|(number, from)| (*from, places(number)));
    new.filter(|(from, place)| orders.get(*from) != Some(place)).collect()
}

/// The edits that move one of several records, at this place among them, past its neighbour.
#[must_use]
pub fn move_edits(document: &Document, ids: &[RecordId], at: usize, way: Way) -> Vec<Edit> {
    let order = |id: &RecordId| document.get(*id).and_then(|one| one.front(ORDER)?.as_whole());
    let orders: Vec<i64> = ids.iter().map(|id| order(id).unwrap_or(LAST)).collect();
    let edit = |(number, order): (usize, i64)| {
        let id = *ids.get(number)?;
        Some(Edit::Set(id, ORDER, Value::Whole(order), document.get(id)?.basis(ORDER)))
    };
    moved(&orders, at, way).into_iter().filter_map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(orders: &[i64], at: usize, way: Way, expected: &[usize]) {
        let mut all: Vec<(i64, usize)> = orders.iter().copied().zip(0..).collect();
        for (number, order) in moved(orders, at, way) {
            all[number].0 = order;
        }
        all.sort_unstable();
        assert_eq!(
            all.iter().map(|(_, number)| *number).collect::<Vec<_>>(),
            expected,
            "{orders:?}"
        );
    }

    #[test]
    fn the_moved_one_changes_places_with_its_neighbour_and_nothing_else_moves() {
        check(&[1, 2, 3], 2, Way::Up, &[0, 2, 1]);
        check(&[1, 2, 3], 0, Way::Down, &[1, 0, 2]);
        check(&[1, 20, 300], 1, Way::Up, &[1, 0, 2]);
        check(&[5, 5, 5, 5], 3, Way::Up, &[0, 1, 3, 2]);
        check(&[1, 2, 2, 9], 0, Way::Down, &[1, 0, 2, 3]);
        assert_eq!(moved(&[1, 20, 300], 1, Way::Up), [(1, 1), (0, 20)]);
    }

    #[test]
    fn at_the_ends_and_beyond_nothing_happens() {
        check(&[1, 2], 0, Way::Up, &[0, 1]);
        check(&[1, 2], 1, Way::Down, &[0, 1]);
        assert_eq!(moved(&[], 0, Way::Down), []);
        assert_eq!(moved(&[1], 7, Way::Up), []);
    }
}
