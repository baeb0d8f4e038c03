//! What was deleted: listed by the things that people deleted, and brought back in the same way.

use crate::{
    document::{Device, Document, Edit, Record, RecordId},
    measure::records::OF_SET,
    village::records::OF_PROFILE,
    workshop::records::OF_WORKSHOP,
};

/// What was deleted, as seen from a device. What went with the set, profile or workshop that it
/// belongs to is not listed by itself.
pub fn trash(document: &Document, device: Device) -> impl Iterator<Item = &Record> {
    document.records().filter(move |record| {
        record.is_in_trash(device) && owner_in_trash(document, device, record).is_none()
    })
}

/// The edits that bring a deleted record back, with all that went with it.
#[must_use]
pub fn bring_back(document: &Document, device: Device, id: RecordId) -> Vec<Edit> {
    let with = document.records().filter(|record| {
        record.is_in_trash(device)
            && owner_in_trash(document, device, record).is_some_and(|owner| owner.id == id)
    });
    let mut edits = vec![Edit::Restore(id)];
    edits.extend(with.map(|record| Edit::Restore(record.id)));
    edits
}

/// The deleted set, profile or workshop with which a record was deleted: at the same time.
fn owner_in_trash<'a>(
    document: &'a Document,
    device: Device,
    record: &Record,
) -> Option<&'a Record> {
    let owners = [OF_SET, OF_PROFILE, OF_WORKSHOP].map(|field| RecordId::parse(record.text(field)));
    let owner = owners.into_iter().flatten().find_map(|id| document.get(id))?;
    let is_one = owner.is_in_trash(device) && owner.changed() == record.changed();
    is_one.then_some(owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::KINDS,
        document::{Author, Moment, Writer},
        village::records::{ACTION, PROFILE},
    };
    use std::collections::BTreeSet;

    #[test]
    fn what_went_with_a_profile_comes_back_with_it_and_what_went_before_does_not() {
        let device = Device::new(&[1; 8]);
        let writer = Writer::new(device, &[1; 6]);
        let id = |number| RecordId::new(number, &[0; 10]);
        let mut document = Document::default();
        let mut act = |at, edits: &[Edit]| {
            let author = Author { writer, at: Moment::from_seconds(at) };
            document.change(author, edits, KINDS);
        };
        let part = |of: RecordId| {
            let profile = id(1).to_string();
            [
                Edit::Create(of, ACTION.name),
                Edit::Set(of, OF_PROFILE, profile.into(), BTreeSet::new()),
            ]
        };
        act(1, &[Edit::Create(id(1), PROFILE.name)]);
        act(2, &part(id(2)));
        act(3, &part(id(3)));
        act(4, &[Edit::Delete(id(2))]);
        act(5, &[Edit::Delete(id(1)), Edit::Delete(id(3))]);
        let listed: Vec<RecordId> = trash(&document, device).map(|record| record.id).collect();
        assert_eq!(listed, [id(1), id(2)]);
        let back = bring_back(&document, device, id(1));
        assert_eq!(back, [Edit::Restore(id(1)), Edit::Restore(id(3))]);
        assert_eq!(bring_back(&document, device, id(2)), [Edit::Restore(id(2))]);
        let author = Author { writer, at: Moment::from_seconds(6) };
        document.change(author, &back, KINDS);
        assert!(document.get(id(3)).is_some_and(Record::is_present));
        assert_eq!(trash(&document, device).count(), 1);
    }
}
