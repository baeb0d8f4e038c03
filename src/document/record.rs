//! A record: what stands in its fields, who put it there, and what this copy has seen.

use super::{Device, Dot, Moment, RecordId, Value, Values, Version};
use crate::sorted::Sorted;
use std::collections::BTreeSet;

/// The field that says whether a record is there: true, false (deleted), or nothing (its creation
/// was undone). Every change to a record says true, so that a change made without knowing of a
/// deletion stands beside it.
pub const ALIVE: &str = "alive";

/// A record.
///
/// Invariants: every change that stands has been seen; no change stands without a value; no field
/// of a change is without a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// The name of its kind.
    pub kind: String,
    /// The version of its kind's fields.
    pub format: u32,
    pub(super) seen: Version,
    pub(super) standing: Sorted<Dot, Change>,
}

/// A change, as far as it still stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// When it was made, by its maker's clock.
    pub at: Moment,
    /// What it put into which field and nobody has overwritten since.
    pub set: Sorted<String, Values>,
}

/// Whether a record is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It is.
    Present,
    /// It is, though somebody deleted it without knowing of a change made elsewhere.
    Disputed,
    /// It was deleted and can be brought back.
    Deleted,
    /// It was never made, or its making was undone.
    Absent,
}

/// One value that stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The value.
    pub value: &'a Value,
    /// The change that put it there.
    pub dot: Dot,
    /// When, by its maker's clock.
    pub at: Moment,
}

/// A record's kind is fixed when it is made; two records of different kinds under one id are not
/// two copies of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifferentKind;

impl Record {
    /// A record that nobody has changed yet.
    #[must_use]
    pub fn new(id: RecordId, kind: &str, format: u32) -> Self {
        let (seen, standing) = (Version::default(), Sorted::default());
        Self { id, kind: kind.into(), format, seen, standing }
    }

    /// What this copy has seen.
    #[must_use]
    pub const fn seen(&self) -> &Version {
        &self.seen
    }

    /// The changes of which something still stands, oldest first by their numbers.
    #[must_use]
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = (Dot, &Change)> {
        self.standing.iter().map(|(dot, change)| (*dot, change))
    }

    /// All that stands in a field, the front one first: the one with the most history behind it,
    /// then by writer. The same on every device that has seen the same.
    #[must_use]
    pub fn entries(&self, field: &str) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for (dot, change) in self.changes().rev() {
            let values = change.set.get(field).into_iter().flat_map(Values::iter).rev();
            entries.extend(values.map(|value| Entry { value, dot, at: change.at }));
        }
        entries
    }

    /// The different values of a field, the front one first; more than one is a conflict.
    #[must_use]
    pub fn values(&self, field: &str) -> Vec<Entry<'_>> {
        let mut values: Vec<Entry<'_>> = Vec::new();
        for entry in self.entries(field) {
            if values.iter().all(|other| other.value != entry.value) {
                values.push(entry);
            }
        }
        values
    }

    /// The value in front.
    #[must_use]
    pub fn front(&self, field: &str) -> Option<&Value> {
        // As the first of the entries, without listing them all.
        let mut changes = self.standing.values().rev();
        changes.find_map(|change| change.set.get(field)?.iter().next_back())
    }

    /// The text in front; empty where there is none.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.front(field).and_then(Value::as_text).unwrap_or_default()
    }

    /// The changes that stand in a field: what a person who looks at it has seen.
    #[must_use]
    pub fn basis(&self, field: &str) -> BTreeSet<Dot> {
        let mut basis = BTreeSet::new();
        basis.extend(self.entries(field).iter().map(|entry| entry.dot));
        basis
    }

    /// The names of the fields in which something stands, in alphabetical order.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        let mut fields = Sorted::default();
        for change in self.standing.values() {
            fields.extend(change.set.keys().map(|field| (field.as_str(), ())));
        }
        fields.into_iter().map(|(field, ())| field).collect()
    }

    /// The one change by which all of it stands, with one value in each field, as in most records.
    fn only_change(&self) -> Option<&Change> {
        let mut changes = self.standing.values();
        let only = changes.next().filter(|_| self.standing.len() == 1)?;
        only.set.values().all(|values| values.len() == 1).then_some(only)
    }

    /// The fields that hold more than one value.
    #[must_use]
    pub fn conflicts(&self) -> Vec<&str> {
        if self.only_change().is_some() {
            return Vec::new();
        }
        let is_conflict = |field: &&str| *field != ALIVE && self.values(field).len() > 1;
        self.fields().into_iter().filter(is_conflict).collect()
    }

    /// Whether the record is there.
    #[must_use]
    pub fn life(&self) -> Life {
        let only = self.only_change().and_then(|change| change.set.get(ALIVE));
        if only.is_some_and(|values| values.iter().eq([&Value::Flag(true)])) {
            return Life::Present;
        }
        let said = self.values(ALIVE);
        let says = |value: &Value| said.iter().any(|entry| entry.value == value);
        let is_gone = says(&Value::Flag(false));
        match (says(&Value::Flag(true)), is_gone) {
            (true, false) if says(&Value::Nothing) => Life::Disputed,
            (true, false) => Life::Present,
            (true, true) => Life::Disputed,
            (false, true) => Life::Deleted,
            (false, false) => Life::Absent,
        }
    }

    /// Whether the record is shown among its kind.
    #[must_use]
    pub fn is_present(&self) -> bool {
        matches!(self.life(), Life::Present | Life::Disputed)
    }

    /// Whether the record is in the trash of a device: deleted, or taken back by another device that
    /// had taken it in from a file. What a device itself has undone is not.
    #[must_use]
    pub fn is_in_trash(&self, device: Device) -> bool {
        match self.life() {
            Life::Present | Life::Disputed => false,
            Life::Deleted => true,
            Life::Absent => {
                self.entries(ALIVE).iter().any(|entry| entry.dot.writer.device() != device)
            }
        }
    }

    /// When it was last changed, by the clock of whoever did.
    #[must_use]
    pub fn changed(&self) -> Moment {
        self.standing.values().map(|change| change.at).max().unwrap_or_default()
    }

    /// Takes in another copy of the record. Law L1–L3: in any order, any grouping and any number
    /// of times, the same copies make the same record. What stands in one copy falls only if the
    /// other has seen it and it no longer stands there.
    ///
    /// # Errors
    /// When the other is no copy of this record.
    pub fn merge(&mut self, other: &Self) -> Result<(), DifferentKind> {
        if self.id != other.id || self.kind != other.kind {
            return Err(DifferentKind);
        }
        let mut merged = Sorted::default();
        keep(&self.standing, other, &mut merged);
        keep(&other.standing, self, &mut merged);
        self.format = self.format.max(other.format);
        self.standing = merged;
        self.seen.join(&other.seen);
        Ok(())
    }

    /// A copy in which these fields are withheld. Taken in elsewhere, it leaves what is known there.
    #[must_use]
    pub fn withholding(&self, fields: &[&str]) -> Self {
        let mut copy = self.clone();
        for change in copy.standing.values_mut() {
            for field in fields {
                if let Some(values) = change.set.get_mut(*field) {
                    *values = Values::from([Value::withheld()]);
                }
            }
        }
        copy
    }

    /// Whether this copy has everything that another has: taking it in would change nothing.
    #[must_use]
    pub fn has_all_of(&self, other: &Self) -> bool {
        let mut merged = self.clone();
        merged.merge(other).is_ok() && merged == *self
    }

    /// The values of a field by the changes by which they stand.
    pub(super) fn by_change(&self, field: &str) -> Sorted<Dot, &Values> {
        self.changes().filter_map(|(dot, change)| Some((dot, change.set.get(field)?))).collect()
    }

    /// Takes values out of a field that stand by these changes; returns them.
    pub(super) fn take(&mut self, field: &str, over: &BTreeSet<Dot>) -> Sorted<Dot, Values> {
        let mut taken = Sorted::default();
        for dot in over {
            if let Some(change) = self.standing.get_mut(dot) {
                taken.extend(change.set.remove(field).map(|values| (*dot, values)));
            }
        }
        self.standing.retain(|_, change| !change.set.is_empty());
        taken
    }

    /// Puts values into a field by a change.
    pub(super) fn put(&mut self, field: &str, values: Values, dot: Dot, at: Moment) {
        self.seen.see(dot);
        if values.is_empty() {
            return;
        }
        self.standing.change(dot, |change| {
            change.at = at;
            change.set.change(field.into(), |there| there.extend(values));
        });
    }

    /// Whether some value still stands in a field by one of these changes.
    pub(super) fn stands(&self, field: &str, dots: &BTreeSet<Dot>) -> bool {
        let has = |dot| self.standing.get(dot).is_some_and(|change| change.set.contains_key(field));
        dots.iter().any(has)
    }
}

/// Keeps of one copy's changes what the other does not know, or still has too.
fn keep(mine: &Sorted<Dot, Change>, other: &Record, merged: &mut Sorted<Dot, Change>) {
    for (dot, change) in mine {
        let theirs = other.standing.get(dot);
        for (field, values) in &change.set {
            let stands = theirs.is_some_and(|theirs| theirs.set.contains_key(field));
            if stands || !other.seen.has_seen(*dot) {
                merged.change(*dot, |kept| {
                    // What is met first counts, also where it is of before 1970, which is where nothing begins.
                    let is_first = kept.set.is_empty();
                    kept.at = if is_first { change.at } else { kept.at.max(change.at) };
                    kept.set.change(field.clone(), |there| there.extend(values.clone()));
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Writer;

    fn writer(chance: u8) -> Writer {
        Writer::new(Device::new(&[chance; 8]), &[chance; 6])
    }

    fn record() -> Record {
        Record::new(RecordId::new(1, &[1; 10]), "note", 1)
    }

    /// The record after somebody who saw all of it wrote into a field.
    fn written(record: &Record, by: u8, field: &str, value: impl Into<Value>) -> Record {
        let mut record = record.clone();
        let dot = record.seen.next(writer(by));
        let basis = record.basis(field);
        record.take(field, &basis);
        record.put(field, Values::from([value.into()]), dot, Moment::default());
        record
    }

    fn merged(one: &Record, other: &Record) -> Record {
        let mut merged = one.clone();
        merged.merge(other).unwrap();
        merged
    }

    fn texts(record: &Record, field: &str) -> Vec<String> {
        let texts = record.values(field);
        texts.iter().filter_map(|entry| entry.value.as_text().map(String::from)).collect()
    }

    #[test]
    fn edits_to_different_fields_both_survive() {
        let base = written(&record(), 1, "text", "a");
        let merged = merged(&written(&base, 2, "text", "b"), &written(&base, 3, "by", "Ane"));
        assert_eq!((merged.text("text"), merged.text("by")), ("b", "Ane"));
        assert_eq!(merged.conflicts(), Vec::<&str>::new());
    }

    #[test]
    fn edits_to_one_field_without_knowing_of_each_other_are_a_conflict() {
        let base = written(&record(), 1, "text", "a");
        let (mine, theirs) = (written(&base, 2, "text", "b"), written(&base, 3, "text", "c"));
        let both = merged(&mine, &theirs);
        assert_eq!(both, merged(&theirs, &mine));
        assert_eq!(texts(&both, "text"), ["c", "b"]);
        assert_eq!(both.conflicts(), ["text"]);
        let settled = written(&both, 2, "text", "b");
        assert_eq!(texts(&merged(&both, &settled), "text"), ["b"]);
    }

    #[test]
    fn a_change_from_before_the_clocks_began_is_merged_like_any_other() {
        let mut old = record();
        let (dot, at) = (old.seen.next(writer(1)), Moment::from_seconds(-1));
        old.put("text", Values::from(["a".into()]), dot, at);
        assert_eq!(merged(&old, &old), old);
        assert!(old.has_all_of(&old));
    }

    #[test]
    fn a_name_left_out_of_a_file_gives_way_to_the_name_in_any_order() {
        let known = written(&written(&record(), 1, "text", "a"), 1, "by", "Ane");
        let handed_on = known.withholding(&["by"]);
        assert_eq!((handed_on.text("text"), handed_on.text("by")), ("a", ""));
        assert!(!handed_on.to_string().contains("Ane"));
        assert_eq!(merged(&known, &handed_on), known);
        assert_eq!(merged(&handed_on, &known), known);
        // Whoever has it without the name works on, and hands it back.
        let elsewhere = written(&handed_on, 2, "text", "b");
        let back = merged(&known, &elsewhere);
        assert_eq!((back.text("text"), back.text("by")), ("b", "Ane"));
        assert_eq!(back.conflicts(), Vec::<&str>::new());
        // A name that was taken away is not brought back by an older copy.
        let emptied = written(&known, 1, "by", Value::Nothing);
        assert_eq!(merged(&emptied, &elsewhere).text("by"), "");
        assert_eq!(merged(&elsewhere, &emptied), merged(&emptied, &elsewhere));
    }

    #[test]
    fn one_who_had_seen_the_other_overwrites_without_a_conflict() {
        let first = written(&record(), 1, "text", "a");
        let second = written(&first, 2, "text", "b");
        assert_eq!(texts(&merged(&first, &second), "text"), ["b"]);
    }

    #[test]
    fn the_same_value_from_two_is_no_conflict() {
        let base = record();
        let both = merged(&written(&base, 1, "text", "a"), &written(&base, 2, "text", "a"));
        assert_eq!(both.entries("text").len(), 2);
        assert_eq!(both.conflicts(), Vec::<&str>::new());
    }

    #[test]
    fn a_change_without_knowing_of_the_deletion_brings_the_record_back_disputed() {
        let base = written(&record(), 1, ALIVE, Value::Flag(true));
        let deleted = written(&base, 2, ALIVE, Value::Flag(false));
        let changed = written(&written(&base, 3, "text", "b"), 3, ALIVE, Value::Flag(true));
        assert_eq!(deleted.life(), Life::Deleted);
        assert_eq!(merged(&base, &deleted).life(), Life::Deleted);
        assert_eq!(merged(&changed, &deleted).life(), Life::Disputed);
        assert_eq!(record().life(), Life::Absent);
    }

    #[test]
    fn a_value_changed_by_hand_in_a_file_stands_beside_the_first() {
        let mine = written(&record(), 1, "text", "a");
        let by_hand = written(&record(), 1, "text", "b");
        assert_eq!(texts(&merged(&mine, &by_hand), "text"), ["b", "a"]);
        assert_eq!(merged(&mine, &by_hand), merged(&by_hand, &mine));
    }

    #[test]
    fn no_clock_decides_which_value_is_in_front() {
        let base = written(&record(), 1, "text", "a");
        let ahead = {
            let mut record = base.clone();
            let dot = record.seen.next(writer(2));
            let basis = record.basis("text");
            record.take("text", &basis);
            let next_year = Moment::from_seconds(4_000_000_000);
            record.put("text", Values::from(["from next year".into()]), dot, next_year);
            record
        };
        let now = written(&base, 3, "text", "from now");
        assert_eq!(merged(&ahead, &now).text("text"), "from now");
    }

    #[test]
    fn another_record_is_not_merged() {
        let mut mine = record();
        assert_eq!(mine.merge(&Record::new(mine.id, "action", 1)), Err(DifferentKind));
        let other = Record::new(RecordId::new(2, &[1; 10]), "note", 1);
        assert_eq!(mine.merge(&other), Err(DifferentKind));
    }
}
