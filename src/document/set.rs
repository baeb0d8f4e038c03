//! All records of a device, and the only ways in which they change.

use super::{
    ALIVE, DifferentKind, Dot, Kind, Life, Moment, Record, RecordId, Value, Values, Writer,
    deed::{Deed, Touch, difference, united},
};
use crate::sorted::Sorted;
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// Records by their ids.
///
/// Invariant: each record's id stands once in `by_kind`, under its kind, which never changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    records: BTreeMap<RecordId, Record>,
    /// So that few records of one kind are found among many of another.
    by_kind: Sorted<String, BTreeSet<RecordId>>,
}

/// One thing a person does to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Makes a record of a kind.
    Create(RecordId, &'static str),
    /// Puts a value into a field in place of what the person saw there: the changes that stood in
    /// the field when they began ([`Record::basis`]). What came since stands beside it.
    Set(RecordId, &'static str, Value, BTreeSet<Dot>),
    /// Puts one value in place of all that stands in a field: settles a conflict.
    Settle(RecordId, String, Value),
    /// Puts values in place of all that stands in a field: brings a conflict back as it was.
    PutBack(RecordId, String, Values),
    /// Deletes a record. It can be brought back.
    Delete(RecordId),
    /// Brings a deleted record back, or settles that a disputed one stays.
    Restore(RecordId),
}

/// Who changes something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// The present session.
    pub writer: Writer,
    /// Now, by this device's clock.
    pub at: Moment,
}

impl Document {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id)
    }

    /// All records, also deleted ones, in the order they were made.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The records of a kind that are there, in the order they were made.
    pub fn of_kind<'a>(&'a self, kind: &'a Kind) -> impl Iterator<Item = &'a Record> {
        let ids = self.by_kind.get(kind.name).into_iter().flatten();
        ids.filter_map(|id| self.records.get(id)).filter(|record| record.is_present())
    }

    /// Adds a record that is not there yet.
    fn add(&mut self, id: RecordId, new: impl FnOnce() -> Record) {
        if let Entry::Vacant(place) = self.records.entry(id) {
            let record = place.insert(new());
            self.by_kind.change(record.kind.clone(), |ids| {
                ids.insert(id);
            });
        }
    }

    pub(super) fn get_mut(&mut self, id: RecordId) -> Option<&mut Record> {
        self.records.get_mut(&id)
    }

    /// How many records there are, also deleted ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Takes in a copy of a record; says what that changed, which is nothing for a copy that was
    /// taken in before (law L3).
    ///
    /// # Errors
    /// When there is a record of another kind under its id.
    pub fn merge(&mut self, copy: &Record) -> Result<Deed, DifferentKind> {
        let Some(mine) = self.records.get_mut(&copy.id) else {
            let mut deed = Deed::default();
            deed.note_new(copy);
            self.add(copy.id, || copy.clone());
            return Ok(deed);
        };
        if mine.seen().covers(copy.seen()) && copy.seen().covers(mine.seen()) && mine == copy {
            return Ok(Deed::default());
        }
        let before = mine.clone();
        mine.merge(copy)?;
        Ok(difference(&before, mine))
    }

    /// Takes in some of many records, as part of a deed. Copies of another kind than the record
    /// under their id are left out and returned.
    pub fn merge_into(&mut self, deed: &mut Deed, copies: Vec<Record>) -> Vec<RecordId> {
        let mut foreign = Vec::new();
        for copy in copies {
            if !self.records.contains_key(&copy.id) {
                deed.note_new(&copy);
                self.add(copy.id, || copy);
                continue;
            }
            match self.merge(&copy) {
                Ok(part) => deed.append(part),
                Err(DifferentKind) => foreign.push(copy.id),
            }
        }
        foreign
    }

    /// Takes in copies of many records as one deed. Copies of another kind than the record under
    /// their id are left out and returned.
    pub fn merge_all<'a>(
        &mut self,
        copies: impl IntoIterator<Item = &'a Record>,
    ) -> (Deed, Vec<RecordId>) {
        let (mut deed, mut foreign) = (Deed::default(), Vec::new());
        for copy in copies {
            match self.merge(copy) {
                Ok(part) => deed.append(part),
                Err(DifferentKind) => foreign.push(copy.id),
            }
        }
        (deed, foreign)
    }

    /// Does what a person asks for, in one go. Edits of records that do not exist do nothing, nor do
    /// values that may not stand in their field.
    pub fn change(&mut self, author: Author, edits: &[Edit], kinds: &[&Kind]) -> Deed {
        let mut doing =
            Doing { document: self, author, dots: Sorted::default(), deed: Deed::default() };
        for edit in edits {
            doing.edit(edit, kinds);
        }
        doing.deed
    }

    /// Makes every field say what it says in a snapshot: what was made since is taken away, what
    /// was changed is changed back, and what is missing is put back. Can be undone like any deed.
    pub fn restore(&mut self, author: Author, snapshot: &[Record]) -> Deed {
        let (deed, _) = self.merge_all(snapshot);
        let then: Sorted<RecordId, &Record> =
            snapshot.iter().map(|record| (record.id, record)).collect();
        let ids: Vec<RecordId> = self.records.keys().copied().collect();
        let mut doing = Doing { document: self, author, dots: Sorted::default(), deed };
        for id in ids {
            let kind = doing.document.get(id).map(|record| record.kind.as_str());
            let then = then.get(&id).filter(|then| Some(then.kind.as_str()) == kind).copied();
            doing.return_to(id, then);
        }
        doing.deed
    }
}

/// Changes while they are being made: one number for each record and deed.
struct Doing<'a> {
    document: &'a mut Document,
    author: Author,
    dots: Sorted<RecordId, Dot>,
    deed: Deed,
}

impl Doing<'_> {
    fn edit(&mut self, edit: &Edit, kinds: &[&Kind]) {
        match edit {
            Edit::Create(id, kind) => {
                let Some(kind) = kinds.iter().find(|known| known.name == *kind) else { return };
                let new = || Record::new(*id, kind.name, kind.format());
                self.document.add(*id, new);
                self.put(*id, ALIVE, Values::from([Value::Flag(true)]), &BTreeSet::new());
            }
            Edit::Set(id, field, value, over) => {
                if !self.allows(*id, field, value, kinds) {
                    return;
                }
                self.put(*id, field, Values::from([value.clone()]), over);
                self.assert_alive(*id);
            }
            Edit::Settle(id, field, value) => {
                if !self.allows(*id, field, value, kinds) {
                    return;
                }
                let over = self.basis(*id, field);
                self.put(*id, field, Values::from([value.clone()]), &over);
                self.assert_alive(*id);
            }
            Edit::PutBack(id, field, values) => {
                if !values.iter().all(|value| self.allows(*id, field, value, kinds)) {
                    return;
                }
                let over = self.basis(*id, field);
                self.put(*id, field, values.clone(), &over);
                self.assert_alive(*id);
            }
            Edit::Delete(id) => self.set_alive(*id, false),
            Edit::Restore(id) => self.set_alive(*id, true),
        }
    }

    /// Whether a value may stand in a field: what may not would not be read again.
    fn allows(&self, id: RecordId, field: &str, value: &Value, kinds: &[&Kind]) -> bool {
        let record = self.document.get(id);
        let kind = kinds.iter().find(|kind| record.is_some_and(|record| record.kind == kind.name));
        // What stands for a name that was left out says nothing: nobody puts it over anything.
        !value.is_withheld() && kind.is_some_and(|kind| kind.allows(field, value))
    }

    fn basis(&self, id: RecordId, field: &str) -> BTreeSet<Dot> {
        self.document.get(id).map(|record| record.basis(field)).unwrap_or_default()
    }

    fn set_alive(&mut self, id: RecordId, is_alive: bool) {
        let over = self.basis(id, ALIVE);
        self.put(id, ALIVE, Values::from([Value::Flag(is_alive)]), &over);
    }

    /// Says with a change to some field that the record is there, beside whatever says that it is
    /// not: that dispute is a person's to settle.
    fn assert_alive(&mut self, id: RecordId) {
        let yes = Values::from([Value::Flag(true)]);
        let mut over = BTreeSet::new();
        if let Some(record) = self.document.get(id) {
            let says_only_so = |(_, values): &(Dot, &Values)| **values == yes;
            over.extend(
                record.by_change(ALIVE).into_iter().filter(says_only_so).map(|(dot, _)| dot),
            );
        }
        self.put(id, ALIVE, yes, &over);
    }

    fn put(&mut self, id: RecordId, field: &str, values: Values, over: &BTreeSet<Dot>) {
        let Some(record) = self.document.records.get_mut(&id) else { return };
        let known = self.dots.get(&id).copied();
        let dot = known.unwrap_or_else(|| record.seen().next(self.author.writer));
        self.dots.insert(id, dot);
        // Writing twice into a field in one deed leaves the second.
        let mut over = over.clone();
        over.insert(dot);
        let taken = record.take(field, &over);
        record.put(field, values, dot, self.author.at);
        let mut put = BTreeSet::from([dot]);
        put.retain(|dot| record.stands(field, &BTreeSet::from([*dot])));
        self.deed.note(id, field.into(), Touch { put, taken });
    }

    fn return_to(&mut self, id: RecordId, then: Option<&Record>) {
        let Some(now) = self.document.get(id) else { return };
        let Some(then) = then else {
            if now.is_present() {
                let over = now.basis(ALIVE);
                self.put(id, ALIVE, Values::from([Value::Nothing]), &over);
            }
            return;
        };
        let standing = |record: &Record, field: &str| -> Values {
            record.values(field).iter().map(|entry| entry.value.clone()).collect()
        };
        let fields: Vec<String> = united(now, then).into_iter().map(str::to_owned).collect();
        let mut puts = Vec::new();
        for field in fields {
            // Whether the record is there counts, not who said so.
            let is_unknown = || then.values(&field).iter().all(|entry| entry.value.is_withheld());
            let is_same = if field == ALIVE {
                now.life() == then.life()
            } else if !then.values(&field).is_empty() && is_unknown() {
                true
            } else {
                standing(now, &field) == standing(then, &field)
            };
            if !is_same {
                let back = then.by_change(&field).into_iter();
                puts.push((field, back.map(|(dot, values)| (dot, values.clone())).collect()));
            }
        }
        self.put_back(id, puts);
    }

    /// Puts values in place of all that stands in fields of a record; each change gets a successor
    /// of its own, in the same order, so that what stood in front will.
    fn put_back(&mut self, id: RecordId, puts: Vec<(String, Sorted<Dot, Values>)>) {
        let Some(record) = self.document.records.get_mut(&id) else { return };
        let mut successors: Sorted<Dot, Dot> = Sorted::default();
        for (_, back) in &puts {
            successors.extend(back.keys().map(|dot| (*dot, *dot)));
        }
        let mut next = record.seen().next(self.author.writer);
        for successor in successors.values_mut() {
            *successor = next;
            next.number = next.number.saturating_add(1);
        }
        for (field, back) in puts {
            let over = record.basis(&field);
            let taken = record.take(&field, &over);
            let mut put = BTreeSet::new();
            for (dot, values) in back {
                let successor = successors.get(&dot).copied().unwrap_or(next);
                record.put(&field, values, successor, self.author.at);
                put.insert(successor);
            }
            self.deed.note(id, field, Touch { put, taken });
        }
    }
}

/// Whether a record is shown, and as what: for comparing states in the eyes of a person.
#[must_use]
pub fn seen_by_people(record: &Record) -> Option<(Life, BTreeMap<&str, BTreeSet<&Value>>)> {
    if record.life() == Life::Absent {
        return None;
    }
    let fields = record.fields().into_iter().filter(|field| *field != ALIVE);
    let values = fields.map(|field| {
        (field, record.values(field).iter().map(|entry| entry.value).collect::<BTreeSet<_>>())
    });
    Some((record.life(), values.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Device, Shape};

    const KIND: Kind = Kind { name: "note", fields: &[("text", Shape::Prose(100))], steps: &[] };
    const KINDS: &[&Kind] = &[&KIND];

    fn author(by: u8) -> Author {
        let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
        Author { writer, at: Moment::default() }
    }

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[0; 10])
    }

    fn write(document: &mut Document, by: u8, text: &str) -> Deed {
        let over = document.get(id(1)).map(|record| record.basis("text")).unwrap_or_default();
        document.change(author(by), &[Edit::Set(id(1), "text", text.into(), over)], KINDS)
    }

    fn with_note() -> (Document, Deed) {
        let mut document = Document::default();
        let edits =
            [Edit::Create(id(1), "note"), Edit::Set(id(1), "text", "a".into(), BTreeSet::new())];
        let deed = document.change(author(1), &edits, KINDS);
        (document, deed)
    }

    fn text(document: &Document) -> &str {
        document.get(id(1)).map(|record| record.text("text")).unwrap_or_default()
    }

    fn life(document: &Document) -> Life {
        document.get(id(1)).map_or(Life::Absent, Record::life)
    }

    #[test]
    fn a_deed_is_undone_and_done_again() {
        let (mut document, _) = with_note();
        let deed = write(&mut document, 1, "b");
        let undone = document.undo(author(1), &deed);
        assert_eq!(text(&document), "a");
        let redone = document.undo(author(1), &undone);
        assert_eq!(text(&document), "b");
        document.undo(author(1), &redone);
        assert_eq!(text(&document), "a");
    }

    #[test]
    fn a_creation_undone_leaves_nothing_to_see_and_comes_back_whole() {
        let (mut document, deed) = with_note();
        let undone = document.undo(author(1), &deed);
        assert_eq!(life(&document), Life::Absent);
        document.undo(author(1), &undone);
        assert_eq!((life(&document), text(&document)), (Life::Present, "a"));
    }

    #[test]
    fn a_deletion_is_undone() {
        let (mut document, _) = with_note();
        let deed = document.change(author(1), &[Edit::Delete(id(1))], KINDS);
        assert_eq!(life(&document), Life::Deleted);
        document.undo(author(1), &deed);
        assert_eq!((life(&document), text(&document)), (Life::Present, "a"));
    }

    #[test]
    fn undoing_leaves_alone_what_somebody_has_overwritten_since() {
        let (mut document, _) = with_note();
        let deed = write(&mut document, 1, "b");
        write(&mut document, 2, "c");
        document.undo(author(1), &deed);
        assert_eq!(text(&document), "c");
    }

    #[test]
    fn undoing_leaves_a_concurrent_value_standing() {
        let (mut mine, _) = with_note();
        let mut theirs = mine.clone();
        let deed = write(&mut mine, 1, "b");
        write(&mut theirs, 2, "c");
        mine.merge_all(theirs.records());
        mine.undo(author(1), &deed);
        let values: BTreeSet<_> =
            mine.get(id(1)).unwrap().values("text").iter().map(|e| e.value.clone()).collect();
        assert_eq!(values, BTreeSet::from(["a".into(), "c".into()]));
    }

    #[test]
    fn what_came_since_the_person_looked_is_not_overwritten() {
        let (mut mine, _) = with_note();
        let looked = mine.get(id(1)).unwrap().basis("text");
        let mut theirs = mine.clone();
        write(&mut theirs, 2, "theirs");
        mine.merge_all(theirs.records());
        mine.change(author(1), &[Edit::Set(id(1), "text", "mine".into(), looked)], KINDS);
        assert_eq!(mine.get(id(1)).unwrap().conflicts(), ["text"]);
    }

    #[test]
    fn an_undone_merge_leaves_what_was_there_and_merging_again_changes_nothing() {
        let (mut mine, _) = with_note();
        let before = mine.clone();
        let mut theirs = mine.clone();
        write(&mut theirs, 2, "theirs");
        theirs.change(author(2), &[Edit::Create(id(2), "note")], KINDS);
        let (deed, foreign) = mine.merge_all(theirs.records());
        assert_eq!((deed.ids().len(), foreign.len()), (2, 0));
        mine.undo(author(1), &deed);
        let shown = |document: &Document| {
            let shown = document
                .records()
                .filter_map(|r| Some((r.id, format!("{:?}", seen_by_people(r)?))));
            shown.collect::<Vec<_>>()
        };
        assert_eq!(shown(&mine), shown(&before));
        let (again, _) = mine.merge_all(theirs.records());
        assert!(again.is_empty());
    }

    #[test]
    fn an_edit_does_not_settle_whether_a_record_is_there() {
        let (mut mine, _) = with_note();
        let mut theirs = mine.clone();
        theirs.change(author(2), &[Edit::Delete(id(1))], KINDS);
        write(&mut mine, 1, "b");
        mine.merge_all(theirs.records());
        assert_eq!(life(&mine), Life::Disputed);
        write(&mut mine, 1, "c");
        assert_eq!(life(&mine), Life::Disputed);
        mine.change(author(1), &[Edit::Restore(id(1))], KINDS);
        assert_eq!(life(&mine), Life::Present);
    }

    #[test]
    fn restoring_a_snapshot_takes_away_puts_back_and_is_undone() {
        let (mut document, _) = with_note();
        let snapshot: Vec<Record> = document.records().cloned().collect();
        write(&mut document, 1, "b");
        document.change(author(1), &[Edit::Create(id(2), "note")], KINDS);
        let later = document.clone();
        let deed = document.restore(author(1), &snapshot);
        assert_eq!(text(&document), "a");
        assert_eq!(document.get(id(2)).unwrap().life(), Life::Absent);
        document.undo(author(1), &deed);
        assert_eq!(text(&document), "b");
        assert!(document.get(id(2)).unwrap().is_present());
        let mut empty = Document::default();
        empty.restore(author(2), &snapshot);
        assert_eq!(text(&empty), "a");
        let undone = document.restore(author(1), &later.records().cloned().collect::<Vec<_>>());
        assert!(undone.is_empty());
    }

    #[test]
    fn edits_of_records_that_do_not_exist_do_nothing() {
        let mut document = Document::default();
        assert!(document.change(author(1), &[Edit::Delete(id(9))], KINDS).is_empty());
        assert!(document.change(author(1), &[Edit::Create(id(9), "other")], KINDS).is_empty());
        assert!(document.is_empty());
    }
}
