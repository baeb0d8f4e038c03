//! What taking in a file would change, before anything is changed: the preview. What it says is what
//! is then done, because both come from merging the same copies.

use crate::{
    document::{ALIVE, Document, Edit, Life, Record, RecordId, Value, Values, seen_by_people},
    sorted::Sorted,
};

/// What taking in one record does, as people see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It was not here.
    New,
    /// It becomes what the file says.
    Changed,
    /// It is deleted, as it was where the file comes from.
    Deleted,
    /// Here and there something else was written without knowing of each other: both stand, until
    /// somebody settles it.
    Conflict,
    /// Nothing that anybody sees.
    Unchanged,
    /// Something of another kind is here under its id: it is left out.
    Foreign,
}

impl Effect {
    /// All effects.
    pub const ALL: [Self; 6] =
        [Self::Conflict, Self::Changed, Self::Deleted, Self::New, Self::Unchanged, Self::Foreign];
}

/// One record of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: RecordId,
    /// Its place among the records of the file, from 0.
    pub at: usize,
    /// What taking it in does.
    pub effect: Effect,
}

/// A preview of a file. It is made in steps, so that no step of a large one takes long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The records in the order of the file.
    pub items: Vec<Item>,
}

impl Plan {
    /// Looks at the next of a file's records, at most so many; says whether that was all.
    pub fn step(&mut self, document: &Document, records: &[Record], most: usize) -> bool {
        for (at, record) in records.iter().enumerate().skip(self.items.len()).take(most) {
            let effect = effect(document.get(record.id), record);
            self.items.push(Item { id: record.id, at, effect });
        }
        self.items.len() >= records.len()
    }

    /// The preview of a file in one go.
    #[must_use]
    pub fn of(document: &Document, records: &[Record]) -> Self {
        let mut plan = Self::default();
        plan.step(document, records, usize::MAX);
        plan
    }

    /// The records that have an effect, in the order of the file.
    pub fn with(&self, effect: Effect) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.effect == effect)
    }

    /// How many records have an effect.
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.with(effect).count()
    }
}

/// What taking in a copy does.
fn effect(mine: Option<&Record>, theirs: &Record) -> Effect {
    let Some(mine) = mine else {
        return if theirs.is_present() { Effect::New } else { Effect::Unchanged };
    };
    if mine == theirs {
        return Effect::Unchanged;
    }
    let mut merged = mine.clone();
    if merged.merge(theirs).is_err() {
        return Effect::Foreign;
    }
    if is_taken_back(mine, theirs) {
        return Effect::New;
    }
    if seen_by_people(mine) == seen_by_people(&merged) {
        return Effect::Unchanged;
    }
    let is_new_conflict = |field: &&str| mine.values(field).len() < merged.values(field).len();
    let is_disputed = merged.life() == Life::Disputed && mine.life() != Life::Disputed;
    if is_disputed || merged.conflicts().iter().any(is_new_conflict) {
        return Effect::Conflict;
    }
    match (mine.is_present(), merged.is_present()) {
        (false, true) => Effect::New,
        (true, false) => Effect::Deleted,
        _ => Effect::Changed,
    }
}

/// Whether a record was here, was taken back with the import that brought it, and is asked for again:
/// merging alone would leave it taken back, since that was done by somebody who had seen it.
#[must_use]
pub fn is_taken_back(mine: &Record, theirs: &Record) -> bool {
    let mut merged = mine.clone();
    mine.life() == Life::Absent
        && theirs.is_present()
        && merged.merge(theirs).is_ok()
        && !merged.is_present()
}

/// The edits that put such a record back as the file has it.
#[must_use]
pub fn put_back(theirs: &Record) -> Vec<Edit> {
    let fields = theirs.fields().into_iter().filter(|field| *field != ALIVE);
    let values = fields.filter_map(|field| {
        let known = theirs.values(field).into_iter().filter(|entry| !entry.value.is_withheld());
        let values: Values = known.map(|entry| entry.value.clone()).collect();
        (!values.is_empty()).then(|| Edit::PutBack(theirs.id, field.to_owned(), values))
    });
    std::iter::once(Edit::Restore(theirs.id)).chain(values).collect()
}

/// Which side of a difference was written later, by the clocks of those who wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newer {
    /// The file's.
    File,
    /// The one here.
    Here,
    /// Neither, or only one side was ever written.
    Neither,
}

/// A field that says something else here than in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub field: String,
    /// What stands here, the front one first.
    pub here: Vec<Value>,
    /// What stands in the file.
    pub file: Vec<Value>,
    /// What stands once it is taken in.
    pub after: Vec<Value>,
    /// Which was written later.
    pub newer: Newer,
}

impl Difference {
    /// The fields that differ, in alphabetical order.
    #[must_use]
    pub fn between(mine: Option<&Record>, theirs: &Record) -> Vec<Self> {
        let empty = Record::new(theirs.id, &theirs.kind, theirs.format);
        let mine = mine.unwrap_or(&empty);
        let mut merged = mine.clone();
        if merged.merge(theirs).is_err() {
            return Vec::new();
        }
        let mut fields: Sorted<&str, ()> = Sorted::default();
        fields.extend(mine.fields().into_iter().chain(theirs.fields()).map(|field| (field, ())));
        let differs =
            |field: &&str| values(mine, field) != values(&merged, field) && *field != ALIVE;
        let fields: Vec<&str> = fields.keys().copied().filter(differs).collect();
        let difference = |field: &str| {
            let at = |record: &Record| record.values(field).iter().map(|entry| entry.at).max();
            let newer = match (at(mine), at(theirs)) {
                (Some(here), Some(file)) if here < file => Newer::File,
                (Some(here), Some(file)) if here > file => Newer::Here,
                _ => Newer::Neither,
            };
            let (here, file, after) =
                (values(mine, field), values(theirs, field), values(&merged, field));
            Self { field: field.to_owned(), here, file, after, newer }
        };
        fields.into_iter().map(difference).collect()
    }

    /// Whether taking the file in leaves several values in the field.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.after.len() > 1
    }
}

fn values(record: &Record, field: &str) -> Vec<Value> {
    record.values(field).into_iter().map(|entry| entry.value.clone()).collect()
}

/// How a person settles a conflict before the file is taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Settled {
    /// Not now: both stand.
    #[default]
    Later,
    /// By what stands here.
    Here,
    /// By what the file says.
    File,
}

impl Settled {
    /// The edits that settle a field once the file was taken in.
    #[must_use]
    pub fn edit(self, id: RecordId, difference: &Difference) -> Option<Edit> {
        let value = match self {
            Self::Later => None,
            Self::Here => difference.here.first(),
            Self::File => difference.file.first(),
        };
        // What was left out of the file settles nothing.
        let value = value.filter(|value| !value.is_withheld());
        value.map(|value| Edit::Settle(id, difference.field.clone(), value.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::KINDS,
        document::{Author, Device, Moment, Writer},
        note,
    };

    fn author(by: u8, second: i64) -> Author {
        let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
        Author { writer, at: Moment::from_seconds(second) }
    }

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[0; 10])
    }

    fn write(document: &mut Document, by: u8, second: i64, number: u64, text: &str) {
        let over = document.get(id(number)).map(|note| note.basis(note::TEXT)).unwrap_or_default();
        let mut edits = vec![Edit::Set(id(number), note::TEXT, text.into(), over)];
        if document.get(id(number)).is_none() {
            edits.insert(0, Edit::Create(id(number), note::KIND.name));
        }
        document.change(author(by, second), &edits, KINDS);
    }

    fn delete(document: &mut Document, by: u8, number: u64) {
        document.change(author(by, 50), &[Edit::Delete(id(number))], KINDS);
    }

    /// What two devices have that once had the same notes, 1 to 6.
    fn apart() -> (Document, Document) {
        let mut here = Document::default();
        for number in 1..=6 {
            write(&mut here, 1, 1, number, "før");
        }
        let mut there = here.clone();
        write(&mut there, 2, 20, 2, "der");
        write(&mut here, 1, 10, 3, "her");
        write(&mut there, 2, 20, 3, "der");
        delete(&mut there, 2, 4);
        write(&mut here, 1, 10, 5, "her");
        write(&mut here, 1, 10, 6, "her");
        delete(&mut there, 2, 6);
        write(&mut there, 2, 20, 7, "ny");
        write(&mut there, 2, 20, 8, "kort");
        delete(&mut there, 2, 8);
        (here, there)
    }

    fn records(document: &Document) -> Vec<Record> {
        document.records().cloned().collect()
    }

    #[test]
    fn a_preview_says_of_each_record_what_taking_it_in_does() {
        let (here, there) = apart();
        let plan = Plan::of(&here, &records(&there));
        let effects: Vec<Effect> = plan.items.iter().map(|item| item.effect).collect();
        let expected = [
            Effect::Unchanged,
            Effect::Changed,
            Effect::Conflict,
            Effect::Deleted,
            Effect::Unchanged,
            Effect::Conflict,
            Effect::New,
            Effect::Unchanged,
        ];
        assert_eq!(effects, expected);
        let mut in_steps = Plan::default();
        while !in_steps.step(&here, &records(&there), 3) {}
        assert_eq!(in_steps, plan);
    }

    #[test]
    fn what_was_taken_in_is_unchanged_ever_after() {
        let (mut here, there) = apart();
        here.merge_all(&records(&there));
        let plan = Plan::of(&here, &records(&there));
        assert_eq!(plan.count(Effect::Unchanged), 8);
    }

    #[test]
    fn both_sides_of_a_difference_are_shown_and_which_is_newer() {
        let (here, there) = apart();
        let of = |number| Difference::between(here.get(id(number)), there.get(id(number)).unwrap());
        let text = |text: &str| vec![Value::from(text)];
        let [changed] = of(2).try_into().unwrap();
        assert_eq!((&changed.here, &changed.after), (&text("før"), &text("der")));
        assert_eq!((changed.newer, changed.is_conflict()), (Newer::File, false));
        let [conflict] = of(3).try_into().unwrap();
        assert_eq!((&conflict.here, &conflict.file), (&text("her"), &text("der")));
        assert!(conflict.is_conflict());
        assert_eq!(of(5), []);
        assert_eq!(of(7).len(), 1);
    }

    #[test]
    fn a_conflict_is_settled_as_the_person_chose() {
        let check = |settled: Settled, expected: &[&str]| {
            let (mut here, there) = apart();
            let theirs = there.get(id(3)).unwrap();
            let [conflict] = Difference::between(here.get(id(3)), theirs).try_into().unwrap();
            here.merge_all([theirs]);
            let edit: Vec<Edit> = settled.edit(id(3), &conflict).into_iter().collect();
            here.change(author(1, 60), &edit, KINDS);
            let left = values(here.get(id(3)).unwrap(), note::TEXT);
            assert_eq!(left, expected.iter().map(|text| Value::from(*text)).collect::<Vec<_>>());
        };
        check(Settled::Later, &["der", "her"]);
        check(Settled::Here, &["her"]);
        check(Settled::File, &["der"]);
    }

    #[test]
    fn a_record_of_another_kind_under_the_same_id_is_left_out() {
        let (mut here, mut there) = (Document::default(), Document::default());
        write(&mut here, 1, 1, 1, "note");
        there.change(author(2, 1), &[Edit::Create(id(1), "set")], KINDS);
        assert_eq!(Plan::of(&here, &records(&there)).count(Effect::Foreign), 1);
    }
}
