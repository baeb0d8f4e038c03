//! Whether what a person did is kept: the truth behind "Gemt".

use super::StoreError;
use crate::document::RecordId;
use crate::sorted::Sorted;
use std::collections::BTreeSet;

/// What is told about the last edits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was edited yet.
    #[default]
    Idle,
    /// Some edits are not yet where a kill cannot reach them.
    Saving,
    /// All edits are kept.
    Saved,
    /// Some edits are only in this tab's memory.
    NotSaved(StoreError),
}

/// Follows every save from the moment it is made to the moment it is kept.
///
/// Invariant: the state is [`SaveState::Saved`] only if every record edited so far is in the
/// journal as it is now, or, where the journal failed, on the shelf.
#[derive(Debug, Default)]
pub struct Saving {
    next: u64,
    waiting: Sorted<u64, Vec<Part>>,
    /// The records that are nowhere but in this tab's memory, and the number of the save that
    /// failed.
    unsaved: Sorted<RecordId, u64>,
    error: Option<StoreError>,
    is_begun: bool,
}

/// Records that went to the shelf together, and whether it took them.
pub(super) type Part = (BTreeSet<RecordId>, Result<(), StoreError>);

impl Saving {
    /// Begins a save, after the shelf took its parts or did not. The journal's answer comes under
    /// the returned number.
    pub fn begin(&mut self, parts: Vec<Part>) -> u64 {
        self.is_begun = true;
        self.next += 1;
        self.waiting.insert(self.next, parts);
        self.next
    }

    /// Takes the journal's answer to a save. Answers may come out of order: one to an earlier save
    /// says nothing of a later one that failed.
    pub fn journaled(&mut self, number: u64, journal: Result<(), StoreError>) {
        for (ids, shelved) in self.waiting.remove(&number).unwrap_or_default() {
            match (journal, shelved) {
                (Ok(()), _) | (Err(_), Ok(())) => {
                    self.unsaved.retain(|id, failed| *failed > number || !ids.contains(id));
                }
                (Err(_), Err(error)) => {
                    self.unsaved.extend(ids.into_iter().map(|id| (id, number)));
                    self.error = Some(error);
                }
            }
        }
    }

    /// The records that are only in this tab's memory; they go along with the next save.
    #[must_use]
    pub fn unsaved(&self) -> BTreeSet<RecordId> {
        let mut ids = BTreeSet::new();
        ids.extend(self.unsaved.keys().copied());
        ids
    }

    /// What is to be told.
    #[must_use]
    pub fn state(&self) -> SaveState {
        match self.error {
            _ if !self.is_begun => SaveState::Idle,
            Some(error) if !self.unsaved.is_empty() => SaveState::NotSaved(error),
            _ if !self.waiting.is_empty() => SaveState::Saving,
            _ => SaveState::Saved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: Result<(), StoreError> = Err(StoreError::Refused);

    fn ids(numbers: &[u64]) -> BTreeSet<RecordId> {
        numbers.iter().map(|number| RecordId::new(*number, &[0; 10])).collect()
    }

    #[test]
    fn saved_is_said_when_the_journal_has_answered_every_save() {
        let mut saving = Saving::default();
        assert_eq!(saving.state(), SaveState::Idle);
        let one = saving.begin(vec![(ids(&[1]), Ok(()))]);
        let other = saving.begin(vec![(ids(&[2]), Ok(()))]);
        saving.journaled(other, Ok(()));
        assert_eq!(saving.state(), SaveState::Saving);
        saving.journaled(one, Ok(()));
        assert_eq!(saving.state(), SaveState::Saved);
    }

    #[test]
    fn either_of_the_two_places_is_enough_and_neither_is_not() {
        let check = |shelf, journal, expected| {
            let mut saving = Saving::default();
            let number = saving.begin(vec![(ids(&[1]), shelf)]);
            saving.journaled(number, journal);
            assert_eq!(saving.state(), expected);
        };
        check(Ok(()), Ok(()), SaveState::Saved);
        check(FULL, Ok(()), SaveState::Saved);
        check(Ok(()), FULL, SaveState::Saved);
        check(FULL, FULL, SaveState::NotSaved(StoreError::Refused));
    }

    #[test]
    fn what_was_not_saved_is_remembered_until_it_is() {
        let mut saving = Saving::default();
        let number = saving.begin(vec![(ids(&[1, 2]), FULL)]);
        saving.journaled(number, FULL);
        let number = saving.begin(vec![(ids(&[1]), Ok(()))]);
        saving.journaled(number, Ok(()));
        assert_eq!(saving.state(), SaveState::NotSaved(StoreError::Refused));
        assert_eq!(saving.unsaved(), ids(&[2]));
        let number = saving.begin(vec![(ids(&[2]), Ok(()))]);
        saving.journaled(number, Ok(()));
        assert_eq!(saving.state(), SaveState::Saved);
        saving.journaled(99, FULL);
        assert_eq!(saving.state(), SaveState::Saved);
    }

    #[test]
    fn a_late_answer_to_an_earlier_save_says_nothing_of_a_later_one() {
        let mut saving = Saving::default();
        let first = saving.begin(vec![(ids(&[1]), Ok(()))]);
        let second = saving.begin(vec![(ids(&[1]), FULL)]);
        saving.journaled(second, FULL);
        saving.journaled(first, Ok(()));
        assert_eq!(saving.state(), SaveState::NotSaved(StoreError::Refused));
    }
}
