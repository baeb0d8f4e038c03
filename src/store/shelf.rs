//! Records in localStorage: one key a record, or a pack of records that came together.
//!
//! Invariants:
//! - Nothing is written before everything was loaded, and nothing at all by an app that is older
//!   than what is kept.
//! - A write first takes in what another tab has written since, so that a key only ever gains.
//! - A group of records is there whole or not at all: its packs count only with their mark, which
//!   is written last.
//! - What packs hold in vain is taken away by `compaction`, never what nothing else holds.
//! - What cannot be read is moved to quarantine, never overwritten.

use super::{
    Bundle, Keys, StoreError,
    journal::{Unread, read_record, read_records},
    names, packing,
};
use crate::document::{Kind, Record, RecordId, Value};
use crate::sorted::Sorted;

/// So many records make a pack. More in one would take about a tenth less room, but one that is
/// damaged takes all of them into quarantine.
pub(super) const PACK: usize = 100;
/// Rises when what is kept takes another form that older apps cannot read, whatever the kinds: 1
/// since packs are compressed. An older app would take those for damaged, move them to quarantine
/// and go on without the records in them.
const FORM: u32 = 1;
/// A group without its mark is swept away when it is older than this, in milliseconds: until then
/// another tab may still be writing it.
const ABANDONED: u64 = 60 * 60 * 1000;

/// The records in localStorage.
pub struct Shelf<'a> {
    pub(super) keys: &'a dyn Keys,
    pub(super) kinds: &'static [&'static Kind],
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Copies of records; one record may occur more than once, to be merged.
    pub records: Vec<Record>,
    /// Texts that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Whether a newer app has written here. Then nothing may be written.
    pub is_newer: bool,
    /// The older layout that was found, if it was.
    pub older_layout: Option<u32>,
    /// How many of the copies came out of packs.
    pub packed: usize,
    /// Whether some of these packs are not compressed.
    pub has_plain: bool,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its name.
    pub name: String,
    /// Whether it was moved to quarantine. Where there was no room it stays, untouched.
    pub is_moved: bool,
}

/// The number of the layout with these kinds: it rises with every kind and every step, and with the
/// form of what is kept.
#[must_use]
pub fn layout(kinds: &[&Kind]) -> u32 {
    FORM + kinds.iter().map(|kind| kind.format()).sum::<u32>()
}

impl<'a> Shelf<'a> {
    /// The shelf in these keys.
    #[must_use]
    pub fn new(keys: &'a dyn Keys, kinds: &'static [&'static Kind]) -> Self {
        Self { keys, kinds }
    }

    /// Reads everything. Writes nothing but copies of unreadable texts.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        let found = self.found_layout()?;
        let mut loaded = Loaded {
            is_newer: self.is_newer()?,
            older_layout: found.filter(|found| *found < layout(self.kinds)),
            ..Loaded::default()
        };
        let mut known: Sorted<String, ()> = Sorted::default();
        let mut is_first = true;
        // Another tab may put groups together meanwhile (see `compaction`). It writes the new group
        // before it removes the old ones: what was missed here stands in a group that has come since.
        loop {
            let names = self.keys.names()?;
            let mut groups = Sorted::default();
            for group in names.iter().filter_map(|name| name.strip_prefix(names::GROUP)) {
                if !known.contains_key(group) {
                    groups.insert(group.to_owned(), ());
                }
            }
            if groups.is_empty() && !is_first {
                return Ok(loaded);
            }
            self.load_from(&names, &groups, is_first, &mut loaded)?;
            known.extend(groups);
            is_first = false;
        }
    }

    /// Reads the packs of these groups, and the single records too if that is wished.
    fn load_from(
        &self,
        names: &[String],
        groups: &Sorted<String, ()>,
        with_single: bool,
        loaded: &mut Loaded,
    ) -> Result<(), StoreError> {
        for name in names {
            if let Some(id) = name.strip_prefix(names::RECORD).filter(|_| with_single) {
                let Some(text) = self.keys.get(name)? else { continue };
                let record = self.read(&text).and_then(|record| {
                    if record.id.to_string() == id { Ok(record) } else { Err(Unread::Unreadable) }
                });
                self.take(name, &text, record.map(|record| vec![record]), loaded);
            } else if let Some((group, _)) =
                name.strip_prefix(names::PACK).and_then(|pack| pack.split_once('/'))
            {
                if !groups.contains_key(group) {
                    continue;
                }
                let Some(text) = self.keys.get(name)? else { continue };
                let records = read_pack(&text, self.kinds);
                loaded.packed += records.as_ref().map_or(0, Vec::len);
                loaded.has_plain |= !packing::is_packed(&text);
                self.take(name, &text, records, loaded);
            }
        }
        Ok(())
    }

    /// Whether a newer app has written here.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_newer(&self) -> Result<bool, StoreError> {
        Ok(self.found_layout()?.is_some_and(|found| found > layout(self.kinds)))
    }

    /// Keeps a record. Where another tab has written more than this one knows, the two are merged,
    /// and the whole is returned.
    ///
    /// # Errors
    /// When there is no room (what was there stands), or a newer app has written here.
    pub fn keep(&self, record: &Record) -> Result<Option<Record>, StoreError> {
        self.claim()?;
        let name = format!("{}{}", names::RECORD, record.id);
        let Some(there) = self.keys.get(&name)? else {
            self.keys.set(&name, &record.to_string())?;
            return Ok(None);
        };
        let whole = match self.read(&there) {
            Ok(there) => {
                let mut whole = record.clone();
                if whole.merge(&there).is_err() {
                    self.set_aside(&name, &there.to_string())?;
                    whole = record.clone();
                }
                whole
            }
            Err(Unread::Newer) => return Err(StoreError::Newer),
            Err(Unread::Unreadable) => {
                self.set_aside(&name, &there)?;
                record.clone()
            }
        };
        let text = whole.to_string();
        if text != there {
            self.keys.set(&name, &text)?;
        }
        Ok((whole != *record).then_some(whole))
    }

    /// Keeps records that belong together: all of them or none.
    ///
    /// # Errors
    /// When there is no room, or a newer app has written here; what was there stands.
    pub fn keep_group(&self, group: RecordId, records: &[&Record]) -> Result<(), StoreError> {
        self.keep_packs(group, Bundle::of(records.iter().copied()).into_packs())
    }

    /// Keeps a group of these packs: all of them or none.
    pub(super) fn keep_packs(&self, group: RecordId, packs: Vec<String>) -> Result<(), StoreError> {
        self.claim()?;
        let mut written: Vec<String> = Vec::new();
        let mark = (format!("{}{group}", names::GROUP), packs.len().to_string());
        let packs = packs
            .into_iter()
            .enumerate()
            .map(|(number, text)| (format!("{}{group}/{number}", names::PACK), text));
        for (name, text) in packs.chain([mark]) {
            if let Err(error) = self.keys.set(&name, &text) {
                for name in written.iter().rev() {
                    self.keys.remove(name)?;
                }
                return Err(error);
            }
            written.push(name);
        }
        Ok(())
    }

    /// Takes away packs that were never completed, once nobody can be writing them any more.
    ///
    /// # Errors
    /// When the store is blocked.
    pub fn sweep(&self, milliseconds: u64) -> Result<(), StoreError> {
        let names = self.keys.names()?;
        for name in &names {
            let Some((group, _)) =
                name.strip_prefix(names::PACK).and_then(|pack| pack.split_once('/'))
            else {
                continue;
            };
            let is_old = RecordId::parse(group)
                .is_some_and(|group| group.milliseconds().saturating_add(ABANDONED) < milliseconds);
            if is_old && self.keys.get(&format!("{}{group}", names::GROUP))?.is_none() {
                self.keys.remove(name)?;
            }
        }
        Ok(())
    }

    /// What stands in quarantine: each text under the name it had. What was set aside when the app
    /// stopped is among it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn quarantined(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut found = Vec::new();
        for name in self.keys.names()? {
            let is_rescued = name.starts_with(names::RESCUED);
            if let Some(original) =
                name.strip_prefix(names::QUARANTINE).or(is_rescued.then_some(name.as_str()))
                && let Some(text) = self.keys.get(&name)?
            {
                found.push((original.to_owned(), text));
            }
        }
        Ok(found)
    }

    fn found_layout(&self) -> Result<Option<u32>, StoreError> {
        let found = self.keys.get(names::LAYOUT)?;
        // A number that cannot be read is no number of this app's: nothing may be written.
        Ok(found.map(|found| found.parse().unwrap_or(u32::MAX)))
    }

    /// Makes sure, before every write, that no newer app has written here.
    pub(super) fn claim(&self) -> Result<(), StoreError> {
        let mine = layout(self.kinds);
        match self.found_layout()? {
            Some(found) if found > mine => Err(StoreError::Newer),
            Some(found) if found == mine => Ok(()),
            Some(_) | None => self.keys.set(names::LAYOUT, &mine.to_string()),
        }
    }

    pub(super) fn read(&self, text: &str) -> Result<Record, Unread> {
        read_record(Value::parse(text).or(Err(Unread::Unreadable))?, self.kinds)
    }

    /// Takes what was read of a text, or moves the text to quarantine.
    fn take(&self, name: &str, text: &str, read: Result<Vec<Record>, Unread>, loaded: &mut Loaded) {
        match read {
            Ok(records) => loaded.records.extend(records),
            Err(Unread::Newer) => loaded.is_newer = true,
            // What a newer app has written in its own way is not this one's to move.
            Err(Unread::Unreadable) if loaded.is_newer => {
                loaded.unreadable.push(Unreadable { name: name.into(), is_moved: false });
            }
            Err(Unread::Unreadable) => {
                let moved = self.set_aside(name, text).and_then(|()| self.keys.remove(name));
                loaded.unreadable.push(Unreadable { name: name.into(), is_moved: moved.is_ok() });
            }
        }
    }

    /// Copies a text to quarantine, beside whatever stands there under its name.
    fn set_aside(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!("~{number}") };
            let place = format!("{}{name}{suffix}", names::QUARANTINE);
            match self.keys.get(&place)? {
                Some(there) if there != text => number += 1,
                Some(_) => return Ok(()),
                None => return self.keys.set(&place, text),
            }
        }
    }
}

/// Records as one JSON list, a record a line.
pub fn pack_text<'a>(records: impl Iterator<Item = &'a Record>) -> String {
    let lines: Vec<String> = records.map(ToString::to_string).collect();
    format!("[{}]", lines.join(",\n"))
}

/// Reads records that [`pack_text`] or [`Bundle`] wrote, all or none: packs, one a line, or a JSON list
/// as it is, since packs were not compressed at first.
///
/// # Errors
/// When the text is damaged or of a newer app.
pub fn read_pack(text: &str, kinds: &[&Kind]) -> Result<Vec<Record>, Unread> {
    let list = |text: &str| read_records(Value::parse(text).or(Err(Unread::Unreadable))?, kinds);
    if !packing::is_packed(text) {
        return list(text);
    }
    let mut records = Vec::new();
    for pack in text.split('\n') {
        records.append(&mut list(&packing::unpack(pack).ok_or(Unread::Unreadable)?)?);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Author, Device, Document, Edit, Moment, Shape, Writer},
        store::MemoryKeys,
    };
    use std::collections::BTreeSet;

    const KIND: Kind = Kind { name: "note", fields: &[("text", Shape::Line(9))], steps: &[] };
    const KINDS: &[&Kind] = &[&KIND];

    fn author(by: u8) -> Author {
        let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
        Author { writer, at: Moment::default() }
    }

    fn note(number: u64) -> Record {
        let id = RecordId::new(number, &[0; 10]);
        let mut document = Document::default();
        let text = format!("note {number}");
        let edits = [Edit::Create(id, "note"), Edit::Set(id, "text", text.into(), BTreeSet::new())];
        document.change(author(1), &edits, KINDS);
        document.get(id).unwrap().clone()
    }

    fn changed(record: &Record, by: u8, text: &str) -> Record {
        let mut document = Document::default();
        document.merge(record).unwrap();
        let edit = Edit::Set(record.id, "text", text.into(), record.basis("text"));
        document.change(author(by), &[edit], KINDS);
        document.get(record.id).unwrap().clone()
    }

    fn name(record: &Record) -> String {
        format!("{}{}", names::RECORD, record.id)
    }

    #[test]
    fn records_come_back_as_they_were_kept() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        assert_eq!(shelf.load(), Ok(Loaded::default()));
        assert_eq!(shelf.keep(&note(1)), Ok(None));
        shelf.keep_group(RecordId::new(9, &[0; 10]), &[&note(2), &note(3)]).unwrap();
        let mut loaded = shelf.load().unwrap();
        loaded.records.sort_by_key(|record| record.id);
        assert_eq!(loaded.records, [note(1), note(2), note(3)]);
    }

    #[test]
    fn packs_are_compressed_and_those_that_are_not_yet_are_read_too() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        let group = RecordId::new(9, &[0; 10]);
        shelf.keep_group(group, &[&note(2), &note(3)]).unwrap();
        let pack = format!("{}{group}/0", names::PACK);
        assert!(packing::is_packed(&keys.get(&pack).unwrap().unwrap()));
        let loaded = shelf.load().unwrap();
        assert!(loaded.packed == 2 && !loaded.has_plain);
        keys.set(&pack, &pack_text([note(2), note(3)].iter())).unwrap();
        let plain = shelf.load().unwrap();
        assert!(plain.records == loaded.records && plain.has_plain);
        keys.set(&pack, "z\u{3400}").unwrap();
        assert_eq!(shelf.load().unwrap().unreadable, [Unreadable { name: pack, is_moved: true }]);
    }

    #[test]
    fn an_app_that_cannot_read_compressed_packs_takes_them_for_newer() {
        assert_eq!(layout(KINDS), KIND.format() + 1);
    }

    #[test]
    fn what_another_tab_has_written_is_taken_in_before_writing() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        shelf.keep(&changed(&note(1), 2, "theirs")).unwrap();
        let whole = shelf.keep(&changed(&note(1), 3, "mine")).unwrap().unwrap();
        assert_eq!(whole.conflicts(), ["text"]);
        assert_eq!(shelf.load().unwrap().records, [whole]);
    }

    #[test]
    fn a_group_without_its_mark_is_not_there_and_is_swept_when_it_is_old() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        let group = RecordId::new(1_000, &[0; 10]);
        shelf.keep_group(group, &[&note(1)]).unwrap();
        keys.remove(&format!("{}{group}", names::GROUP)).unwrap();
        assert_eq!(shelf.load().unwrap().records, []);
        shelf.sweep(1_000 + ABANDONED).unwrap();
        assert!(keys.names().unwrap().iter().any(|name| name.starts_with(names::PACK)));
        shelf.sweep(1_001 + ABANDONED).unwrap();
        assert!(!keys.names().unwrap().iter().any(|name| name.starts_with(names::PACK)));
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_and_the_rest_loads() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        shelf.keep(&note(1)).unwrap();
        shelf.keep(&note(2)).unwrap();
        keys.set(&name(&note(1)), "{broken").unwrap();
        let loaded = shelf.load().unwrap();
        assert_eq!(loaded.records, [note(2)]);
        assert_eq!(loaded.unreadable, [Unreadable { name: name(&note(1)), is_moved: true }]);
        assert_eq!(shelf.quarantined(), Ok(vec![(name(&note(1)), "{broken".into())]));
        assert_eq!(shelf.load().unwrap().unreadable, []);
    }

    #[test]
    fn two_unreadable_texts_of_one_name_are_both_kept() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        for text in ["{one", "{other", "{one"] {
            keys.set(&name(&note(1)), text).unwrap();
            shelf.load().unwrap();
        }
        let texts: Vec<String> =
            shelf.quarantined().unwrap().into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["{one", "{other"]);
    }

    #[test]
    fn an_unreadable_text_is_set_aside_before_it_is_overwritten() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        keys.set(&name(&note(1)), "{broken").unwrap();
        assert_eq!(shelf.keep(&note(1)), Ok(None));
        assert_eq!(shelf.quarantined().unwrap().len(), 1);
        assert_eq!(shelf.load().unwrap().records, [note(1)]);
    }

    #[test]
    fn where_a_newer_app_has_written_nothing_is_written() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        shelf.keep(&note(1)).unwrap();
        keys.set(names::LAYOUT, "99").unwrap();
        assert!(shelf.load().unwrap().is_newer);
        assert_eq!(shelf.keep(&note(2)), Err(StoreError::Newer));
        assert_eq!(shelf.keep_group(note(9).id, &[&note(2)]), Err(StoreError::Newer));
        assert_eq!(shelf.load().unwrap().records, [note(1)]);
    }

    #[test]
    fn a_record_of_a_newer_format_is_neither_read_nor_touched() {
        let keys = MemoryKeys::default();
        let shelf = Shelf::new(&keys, KINDS);
        let newer = note(1).to_string().replace("\"format\":1", "\"format\":2");
        keys.set(&name(&note(1)), &newer).unwrap();
        let loaded = shelf.load().unwrap();
        assert!(loaded.is_newer && loaded.records.is_empty() && loaded.unreadable.is_empty());
        assert_eq!(shelf.keep(&note(1)), Err(StoreError::Newer));
        assert_eq!(keys.get(&name(&note(1))), Ok(Some(newer)));
    }
}
