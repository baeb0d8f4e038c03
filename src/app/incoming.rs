//! What has come in and is looked at before it is taken in.

use super::Together;
use crate::{
    document::{Document, Edit, Moment, Record, RecordId},
    exchange::{Difference, Effect, Format, Plan, Settled, is_taken_back, put_back},
    measure::records::{INDICATOR, OF_SET},
    sorted::Sorted,
    village::records::OF_PROFILE,
    workshop::records::{OF_ACTIVITY, OF_WORKSHOP},
};
use std::collections::{BTreeMap, BTreeSet};

/// Where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file of this app: what it is, when it was written, and whether names were left out.
    File(Format, Moment, bool),
    /// A table.
    Sheet,
    /// Several files of this app.
    Together(Together),
}

/// A file with its preview, and what the person chose of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The file's name, or what stands for it; empty for several files, which have names of their own.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// Its records.
    pub records: Vec<Record>,
    /// What taking them in would change.
    pub plan: Plan,
    skipped: BTreeSet<RecordId>,
    settled: Sorted<(RecordId, String), Settled>,
}

impl Incoming {
    /// A file of which all is chosen and nothing settled.
    #[must_use]
    pub fn new(name: String, source: Source, records: Vec<Record>, plan: Plan) -> Self {
        let (skipped, settled) = (BTreeSet::new(), Sorted::default());
        Self { name, source, records, plan, skipped, settled }
    }

    /// The record at a place of the file.
    #[must_use]
    pub fn record(&self, at: usize) -> Option<&Record> {
        self.records.get(at)
    }

    /// Whether something is to be taken in.
    #[must_use]
    pub fn takes(&self, id: RecordId) -> bool {
        !self.skipped.contains(&id)
    }

    /// Chooses one, or leaves it out.
    pub fn choose(&mut self, id: RecordId, is_taken: bool) {
        if is_taken {
            self.skipped.remove(&id);
        } else {
            self.skipped.insert(id);
        }
    }

    /// Chooses all that have an effect, or leaves them out.
    pub fn choose_all(&mut self, effect: Effect, is_taken: bool) {
        let ids: Vec<RecordId> = self.plan.with(effect).map(|item| item.id).collect();
        for id in ids {
            self.choose(id, is_taken);
        }
    }

    /// How many are chosen of what people would see a change of.
    #[must_use]
    pub fn count(&self) -> usize {
        let is_seen = |effect| !matches!(effect, Effect::Unchanged | Effect::Foreign);
        self.plan.items.iter().filter(|item| is_seen(item.effect) && self.takes(item.id)).count()
    }

    /// How a conflict is to be settled.
    #[must_use]
    pub fn settled(&self, id: RecordId, field: &str) -> Settled {
        self.settled.get(&(id, field.to_owned())).copied().unwrap_or_default()
    }

    /// Settles a conflict.
    pub fn settle(&mut self, id: RecordId, field: &str, settled: Settled) {
        self.settled.insert((id, field.to_owned()), settled);
    }

    /// What is to be taken in, and the edits that settle its conflicts. What is chosen brings with it the
    /// set, indicator, profile, workshop and activity that it belongs to, where they are not here yet. What nobody would see
    /// goes along: it tells this device what the other has seen.
    #[must_use]
    pub fn accepted(self, document: &Document) -> (Vec<Record>, Vec<Edit>) {
        let new: BTreeMap<String, RecordId> =
            self.plan.with(Effect::New).map(|item| (item.id.to_string(), item.id)).collect();
        let mut taken = BTreeSet::new();
        for (item, record) in self.plan.items.iter().zip(&self.records) {
            if item.effect == Effect::Foreign || !self.takes(item.id) {
                continue;
            }
            taken.insert(item.id);
            let fields = [OF_SET, INDICATOR, OF_PROFILE, OF_WORKSHOP, OF_ACTIVITY];
            let named = fields.map(|field| new.get(record.text(field)));
            taken.extend(named.into_iter().flatten());
        }
        let mut settle = Vec::new();
        for theirs in self.records.iter().filter(|record| taken.contains(&record.id)) {
            if document.get(theirs.id).is_some_and(|mine| is_taken_back(mine, theirs)) {
                settle.extend(put_back(theirs));
            }
        }
        for ((id, field), settled) in &self.settled {
            let theirs = self.records.iter().find(|record| record.id == *id);
            let Some(theirs) = theirs.filter(|_| taken.contains(id)) else { continue };
            let differences = Difference::between(document.get(*id), theirs);
            let difference = differences.iter().find(|one| one.field == *field);
            settle.extend(difference.and_then(|difference| settled.edit(*id, difference)));
        }
        let records = self.records.into_iter().filter(|record| taken.contains(&record.id));
        (records.collect(), settle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::KINDS,
        document::{Author, Device, Value, Writer},
        measure::records::{NAME, OBSERVATION, SET, TITLE},
    };

    fn author(by: u8) -> Author {
        let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
        Author { writer, at: Moment::from_seconds(i64::from(by)) }
    }

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[0; 10])
    }

    fn put(document: &mut Document, by: u8, number: u64, field: &'static str, value: &str) {
        let over = document.get(id(number)).map(|one| one.basis(field)).unwrap_or_default();
        let edit = Edit::Set(id(number), field, value.into(), over);
        document.change(author(by), &[edit], KINDS);
    }

    /// A set with two observations.
    fn there() -> Document {
        let mut there = Document::default();
        let make = [
            Edit::Create(id(1), SET.name),
            Edit::Create(id(2), OBSERVATION.name),
            Edit::Create(id(3), OBSERVATION.name),
        ];
        there.change(author(1), &make, KINDS);
        put(&mut there, 1, 1, NAME, "Sæt");
        put(&mut there, 1, 2, OF_SET, &id(1).to_string());
        put(&mut there, 1, 3, OF_SET, &id(1).to_string());
        there
    }

    fn incoming(here: &Document, there: &Document) -> Incoming {
        let records: Vec<Record> = there.records().cloned().collect();
        let plan = Plan::of(here, &records);
        Incoming::new(String::new(), Source::Sheet, records, plan)
    }

    #[test]
    fn what_is_chosen_brings_its_set_with_it() {
        let here = Document::default();
        let mut file = incoming(&here, &there());
        assert_eq!(file.count(), 3);
        file.choose_all(Effect::New, false);
        assert_eq!((file.count(), file.clone().accepted(&here).0.len()), (0, 0));
        file.choose(id(3), true);
        let ids: Vec<RecordId> = file.accepted(&here).0.iter().map(|record| record.id).collect();
        assert_eq!(ids, [id(1), id(3)]);
    }

    #[test]
    fn what_was_taken_back_can_be_taken_in_again() {
        let mut here = Document::default();
        let (records, _) = incoming(&here, &there()).accepted(&here);
        let (deed, _) = here.merge_all(&records);
        here.undo(author(3), &deed);
        let file = incoming(&here, &there());
        assert_eq!((file.plan.count(Effect::New), file.count()), (3, 3));
        let (records, settle) = file.accepted(&here);
        here.merge_all(&records);
        here.change(author(3), &settle, KINDS);
        let there = there();
        for record in there.records() {
            let mine = here.get(record.id).unwrap();
            assert!(mine.is_present() && mine.conflicts().is_empty());
            assert_eq!(mine.text(NAME), record.text(NAME));
            assert_eq!(mine.text(OF_SET), record.text(OF_SET));
        }
    }

    #[test]
    fn what_was_taken_back_comes_again_with_its_conflicts() {
        let (mut one, mut two) = (there(), there());
        put(&mut one, 2, 2, TITLE, "her");
        put(&mut two, 3, 2, TITLE, "der");
        one.merge_all(two.records());
        let mut here = Document::default();
        let (records, _) = incoming(&here, &one).accepted(&here);
        let (deed, _) = here.merge_all(&records);
        here.undo(author(4), &deed);
        let (records, settle) = incoming(&here, &one).accepted(&here);
        here.merge_all(&records);
        here.change(author(4), &settle, KINDS);
        assert_eq!(here.get(id(2)).unwrap().conflicts(), [TITLE]);
    }

    #[test]
    fn a_conflict_is_settled_with_the_file_or_later() {
        let mut here = there();
        let mut elsewhere = there();
        put(&mut here, 1, 2, TITLE, "her");
        put(&mut elsewhere, 2, 2, TITLE, "der");
        let mut file = incoming(&here, &elsewhere);
        assert_eq!((file.count(), file.plan.count(Effect::Conflict)), (1, 1));
        assert_eq!(file.clone().accepted(&here).1, []);
        file.settle(id(2), TITLE, Settled::File);
        assert_eq!(file.settled(id(2), TITLE), Settled::File);
        let expected = Edit::Settle(id(2), TITLE.into(), Value::from("der"));
        assert_eq!(file.clone().accepted(&here).1, [expected]);
        file.choose(id(2), false);
        assert_eq!(file.accepted(&here).1, []);
    }
}
