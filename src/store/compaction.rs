//! Takes away what groups on the shelf hold in vain: every import, its undo and its redo leave a
//! group, and each later edit of one of its records stands under a key of its own.
//!
//! Nothing is lost, wherever the browser is killed and whatever another tab does meanwhile:
//! - A group goes only if it was read whole just before, and everything in it stands in a record's
//!   own key (which is never taken away) or in groups that stay.
//! - What groups hold beside that is written as one new group, mark last, before the old ones go.
//! - A group goes mark first: from then on it is not there, and packs that a kill leaves behind are
//!   swept like those of a group that was never completed.
//! - A group that comes meanwhile is not touched; one that is not whole is not touched either and
//!   counts for nothing.

use super::{Bundle, Shelf, StoreError, names, room::units, shelf::read_pack};
use crate::document::{Document, Record, RecordId};
use std::collections::BTreeSet;

/// A group that was read whole.
struct Group {
    /// The names of its mark and its packs, the mark first.
    names: Vec<String>,
    /// The room that its packs take.
    room: usize,
    records: Vec<Record>,
}

impl Shelf<'_> {
    /// Takes away what groups hold in vain, where that saves at least a quarter of the room that
    /// they take; says whether it did. `group` names a new group, of the present time.
    ///
    /// # Errors
    /// When there is no room, the store is blocked or a newer app has written here; nothing is lost
    /// then.
    pub fn compact(&self, group: RecordId) -> Result<bool, StoreError> {
        let names = self.keys.names()?;
        let mut marked: Vec<&str> =
            names.iter().filter_map(|name| name.strip_prefix(names::GROUP)).collect();
        if marked.is_empty() {
            return Ok(false);
        }
        let mut known = self.single(&names)?;
        let mut needed = BTreeSet::new();
        let (mut spent, mut rest) = (Vec::new(), Vec::new());
        // The newest first: what it holds is what the others hold in vain. Group ids sort by time.
        marked.sort_unstable();
        for name in marked.into_iter().rev() {
            let Some(mut group) = self.group(name)? else { continue };
            let mut is_needed = false;
            for record in std::mem::take(&mut group.records) {
                if known.get(record.id).is_some_and(|known| known.has_all_of(&record)) {
                    continue;
                }
                // Two kinds under one id are damage, which stays as it is.
                if known.merge(&record).is_err() {
                    return Ok(false);
                }
                needed.insert(record.id);
                is_needed = true;
            }
            let groups = if is_needed { &mut rest } else { &mut spent };
            groups.push(group);
        }
        let records: Vec<&Record> = needed.iter().filter_map(|id| known.get(*id)).collect();
        let packs = Bundle::of(records.iter().copied()).into_packs();
        let new: usize = packs.iter().map(|text| units(text)).sum();
        let is_worth_writing = saves(room(&rest), new);
        let left = if is_worth_writing { new } else { room(&rest) };
        if !saves(room(&spent) + room(&rest), left) {
            return Ok(false);
        }
        self.claim()?;
        // These first: they make room for the new group.
        self.forget(&spent)?;
        if is_worth_writing {
            self.keep_packs(group, packs)?;
            self.forget(&rest)?;
        }
        Ok(true)
    }

    /// The records that stand under keys of their own, as far as they can be read.
    fn single(&self, names: &[String]) -> Result<Document, StoreError> {
        let mut single = Document::default();
        for name in names {
            let Some(id) = name.strip_prefix(names::RECORD) else { continue };
            let Some(text) = self.keys.get(name)? else { continue };
            if let Ok(record) = self.read(&text)
                && record.id.to_string() == id
            {
                // The first copy of its id: there is nothing that it could not be merged with.
                single.merge(&record).ok();
            }
        }
        Ok(single)
    }

    /// A group, if all of it is there and can be read.
    fn group(&self, group: &str) -> Result<Option<Group>, StoreError> {
        let mark = format!("{}{group}", names::GROUP);
        let count = self.keys.get(&mark)?.and_then(|count| count.parse::<usize>().ok());
        let Some(count) = count else { return Ok(None) };
        let mut read = Group { names: vec![mark], room: 0, records: Vec::new() };
        for number in 0..count {
            let name = format!("{}{group}/{number}", names::PACK);
            let Some(text) = self.keys.get(&name)? else { return Ok(None) };
            let Ok(records) = read_pack(&text, self.kinds) else { return Ok(None) };
            read.names.push(name);
            read.room += units(&text);
            read.records.extend(records);
        }
        Ok(Some(read))
    }

    fn forget(&self, groups: &[Group]) -> Result<(), StoreError> {
        groups.iter().flat_map(|group| &group.names).try_for_each(|name| self.keys.remove(name))
    }
}

fn room(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.room).sum()
}

/// Whether at least a quarter is saved.
const fn saves(before: usize, after: usize) -> bool {
    before > 0 && after.saturating_mul(4) <= before.saturating_mul(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Author, Device, Edit, Kind, Moment, Shape, Writer},
        store::{Keys, MemoryKeys, pack_text},
    };
    use std::cell::Cell;

    const KIND: Kind = Kind { name: "note", fields: &[("text", Shape::Line(99))], steps: &[] };
    const KINDS: &[&Kind] = &[&KIND];

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[7; 10])
    }

    /// The notes with these numbers, as this writer writes them over and over.
    fn notes(numbers: std::ops::Range<u64>, times: u8) -> Vec<Record> {
        let mut document = Document::default();
        for number in numbers {
            let mut edits = vec![Edit::Create(id(number), "note")];
            for by in 1..=times {
                let over = document.get(id(number)).map(|note| note.basis("text"));
                let text = format!("{number} by {by}").into();
                edits.push(Edit::Set(id(number), "text", text, over.unwrap_or_default()));
                let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
                document.change(Author { writer, at: Moment::default() }, &edits, KINDS);
                edits.clear();
            }
        }
        document.records().cloned().collect()
    }

    fn keep_group(keys: &dyn Keys, group: u64, records: &[Record]) {
        let records: Vec<&Record> = records.iter().collect();
        Shelf::new(keys, KINDS).keep_group(id(group), &records).unwrap();
    }

    fn loaded(keys: &dyn Keys) -> Document {
        let loaded = Shelf::new(keys, KINDS).load().unwrap();
        assert!(loaded.unreadable.is_empty() && !loaded.is_newer);
        let mut document = Document::default();
        document.merge_all(&loaded.records);
        document
    }

    fn groups(keys: &dyn Keys) -> Vec<String> {
        let mut names = keys.names().unwrap();
        names.retain(|name| name.starts_with(names::GROUP));
        names.iter().map(|name| name.replace(names::GROUP, "")).collect()
    }

    /// Puts together what stands there; these groups are left and nothing was lost.
    fn check(keys: &MemoryKeys, is_worth: bool, left: &[u64]) {
        let before = loaded(keys);
        assert_eq!(Shelf::new(keys, KINDS).compact(id(9_000)), Ok(is_worth));
        let left: Vec<String> = left.iter().map(|number| id(*number).to_string()).collect();
        assert_eq!(groups(keys), left);
        assert_eq!(loaded(keys), before);
        assert_eq!(Shelf::new(keys, KINDS).compact(id(9_001)), Ok(false), "a second time");
    }

    #[test]
    fn a_group_that_stands_in_later_ones_goes_without_anything_being_written() {
        let keys = MemoryKeys::default();
        check(&keys, false, &[]);
        keep_group(&keys, 1_000, &notes(0..250, 1));
        check(&keys, false, &[1_000]);
        keep_group(&keys, 1_001, &notes(0..250, 2));
        keep_group(&keys, 1_002, &notes(0..250, 3));
        check(&keys, true, &[1_002]);
    }

    #[test]
    fn what_groups_hold_beside_each_other_becomes_one() {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..250, 1));
        keep_group(&keys, 1_001, &notes(0..200, 2));
        check(&keys, true, &[9_000]);
        keep_group(&keys, 9_100, &notes(300..600, 1));
        check(&keys, false, &[9_000, 9_100]);
    }

    #[test]
    fn what_stands_under_keys_of_its_own_need_not_stand_in_a_group() {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..100, 1));
        let shelf = Shelf::new(&keys, KINDS);
        for note in notes(0..80, 2) {
            shelf.keep(&note).unwrap();
        }
        check(&keys, true, &[9_000]);
        for note in notes(80..100, 1) {
            shelf.keep(&note).unwrap();
        }
        check(&keys, true, &[]);
    }

    #[test]
    fn an_older_copy_under_a_key_of_its_own_takes_nothing_out_of_a_group() {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..20, 2));
        for note in notes(0..20, 1) {
            Shelf::new(&keys, KINDS).keep(&note).unwrap();
        }
        check(&keys, false, &[1_000]);
    }

    #[test]
    fn packs_that_are_not_compressed_yet_are_compressed() {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..50, 1));
        let plain = pack_text(notes(0..50, 1).iter());
        keys.set(&format!("{}{}/0", names::PACK, id(1_000)), &plain).unwrap();
        check(&keys, true, &[9_000]);
    }

    #[test]
    fn a_group_that_is_not_whole_stays_and_counts_for_nothing() {
        let keys = MemoryKeys::default();
        for (group, times) in [(1_000, 1), (1_001, 2), (1_002, 2)] {
            keep_group(&keys, group, &notes(0..250, times));
        }
        let pack = |group: u64| format!("{}{}/1", names::PACK, id(group));
        keys.remove(&pack(1_002)).unwrap();
        check(&keys, true, &[1_001, 1_002]);
        keys.set(&pack(1_001), "z\u{3400}").unwrap();
        assert_eq!(Shelf::new(&keys, KINDS).compact(id(9_002)), Ok(false));
        assert_eq!(groups(&keys).len(), 2);
    }

    #[test]
    fn where_a_newer_app_has_written_nothing_is_taken_away() {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..250, 1));
        keep_group(&keys, 1_001, &notes(0..250, 2));
        keys.set(names::LAYOUT, "99").unwrap();
        assert_eq!(Shelf::new(&keys, KINDS).compact(id(9_000)), Err(StoreError::Newer));
        assert_eq!(groups(&keys).len(), 2);
    }

    /// Keys in which another tab does something just before one operation.
    struct Meanwhile<'a> {
        keys: &'a MemoryKeys,
        operations: Cell<usize>,
        at: usize,
        other: &'a dyn Fn(&MemoryKeys),
    }

    impl Meanwhile<'_> {
        fn step(&self) -> &MemoryKeys {
            if self.operations.replace(self.operations.get() + 1) == self.at {
                (self.other)(self.keys);
            }
            self.keys
        }
    }

    impl Keys for Meanwhile<'_> {
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.step().get(key)
        }
        fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
            self.step().set(key, value)
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.step().remove(key)
        }
        fn names(&self) -> Result<Vec<String>, StoreError> {
            self.step().names()
        }
    }

    /// Both what can go at once and what must be written anew.
    fn heaped() -> MemoryKeys {
        let keys = MemoryKeys::default();
        keep_group(&keys, 1_000, &notes(0..250, 1));
        keep_group(&keys, 1_001, &notes(0..250, 2));
        keep_group(&keys, 1_002, &notes(0..200, 3));
        Shelf::new(&keys, KINDS).keep(&notes(0..1, 4)[0]).unwrap();
        keys
    }

    /// One tab does this, and another does that just before each of its operations in turn. Then
    /// everything is there that was there, and these notes too.
    fn check_meanwhile(one: &dyn Fn(&dyn Keys), other: &dyn Fn(&MemoryKeys), more: &[Record]) {
        let mut expected = loaded(&heaped());
        expected.merge_all(more);
        for at in 0.. {
            let keys = heaped();
            let meanwhile = Meanwhile { keys: &keys, operations: Cell::new(0), at, other };
            one(&meanwhile);
            if meanwhile.operations.get() <= at {
                assert!(at > 10, "hardly anything was done");
                return;
            }
            assert!(loaded(&keys) == expected, "before operation {at}");
        }
    }

    fn compact(keys: &dyn Keys) {
        assert_eq!(Shelf::new(keys, KINDS).compact(id(9_000)), Ok(true));
    }

    #[test]
    fn what_another_tab_writes_meanwhile_stays() {
        let (one, many) = (notes(3..4, 5), notes(100..300, 4));
        let write = |keys: &MemoryKeys| {
            Shelf::new(keys, KINDS).keep(&one[0]).unwrap();
            keep_group(keys, 1_500, &many);
        };
        check_meanwhile(&compact, &write, &[one.clone(), many.clone()].concat());
    }

    #[test]
    fn another_tab_that_loads_meanwhile_finds_everything() {
        let expected = loaded(&heaped());
        check_meanwhile(&compact, &|keys| assert_eq!(loaded(keys), expected), &[]);
        check_meanwhile(&|keys| assert_eq!(loaded(keys), expected), &|keys| compact(keys), &[]);
    }

    #[test]
    fn two_tabs_that_do_it_at_once_lose_nothing() {
        let one = |keys: &dyn Keys| {
            Shelf::new(keys, KINDS).compact(id(9_000)).ok();
        };
        let other = |keys: &MemoryKeys| {
            Shelf::new(keys, KINDS).compact(id(9_001)).ok();
        };
        check_meanwhile(&one, &other, &[]);
    }
}
