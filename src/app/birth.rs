//! Records that come into being when somebody first writes in them.

use crate::document::{Document, Edit, Life, RecordId, Value};

/// What is to be done before something is written in a record: nothing where it is there and says to what
/// it belongs, and else the edits that make it. It may have been made and unmade again: by an undo, or by
/// taking back a file.
#[must_use]
pub fn birth(document: &Document, id: RecordId, edits: &[Edit]) -> Vec<Edit> {
    let is_whole = document.get(id).is_some_and(|record| {
        let is_said = |edit: &Edit| match edit {
            Edit::Set(_, field, ..) => {
                record.front(field).is_some_and(|value| *value != Value::Nothing)
            }
            Edit::Create(..)
            | Edit::Settle(..)
            | Edit::PutBack(..)
            | Edit::Delete(_)
            | Edit::Restore(_) => true,
        };
        record.is_present() && edits.iter().all(is_said)
    });
    if is_whole {
        return Vec::new();
    }
    // What was deleted comes back, and is not disputed.
    let is_deleted = document.get(id).is_some_and(|record| record.life() == Life::Deleted);
    let again = |edit: &Edit| {
        if let (Edit::Create(id, _), true) = (edit, is_deleted) {
            Edit::Restore(*id)
        } else {
            edit.clone()
        }
    };
    edits.iter().map(again).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{DeedName, Desk},
        document::{Device, Moment, Writer},
        village::{
            Profile,
            records::{NAME, PASSAGE, PROFILE, TEXT, part_edits, part_id},
        },
    };
    use std::collections::BTreeSet;
    #[test]
    fn what_was_deleted_comes_back_undisputed() {
        let profile = RecordId::new(1, &[1; 10]);
        let id = part_id(profile, &PASSAGE, "history");
        let made = part_edits(profile, &PASSAGE, "history");
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let mut desk = Desk::new(Document::default(), writer);
        let mut act = |edits: &[Edit]| {
            desk.act_for_good(edits, Moment::default());
            let again = birth(desk.document(), id, &made);
            (desk.document().get(id).unwrap().life(), again)
        };
        let (life, again) = act(&made);
        assert_eq!((life, again.len()), (Life::Present, 0));
        let (life, again) = act(&[Edit::Delete(id)]);
        assert_eq!(life, Life::Deleted);
        assert_eq!(act(&again), (Life::Present, Vec::new()));
    }

    #[test]
    fn what_is_written_after_an_undo_belongs_to_the_profile_again() {
        let profile = RecordId::new(1, &[1; 10]);
        let id = part_id(profile, &PASSAGE, "history");
        let made = part_edits(profile, &PASSAGE, "history");
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let mut desk = Desk::new(Document::default(), writer);
        let set = |id, field, text: &str| Edit::Set(id, field, text.into(), BTreeSet::new());
        let begun = [Edit::Create(profile, PROFILE.name), set(profile, NAME, "Albæk")];
        desk.act(DeedName::ProfileAdded, &begun, Moment::from_seconds(1));
        let mut at = 100;
        let mut write = |desk: &mut Desk, text: &str| {
            at += 100;
            let mut edits = birth(desk.document(), id, &made);
            let count = edits.len();
            edits.push(set(id, TEXT, text));
            desk.act(DeedName::ProfileWritten, &edits, Moment::from_seconds(at));
            count
        };
        let history = |desk: &Desk| {
            Profile::of(desk.document(), profile).unwrap().passage("history").to_owned()
        };
        assert_eq!(write(&mut desk, "Mejeri"), 3);
        assert_eq!(write(&mut desk, "Mejeri"), 0);
        assert_eq!(history(&desk), "Mejeri");
        desk.undo(Moment::from_seconds(900)).unwrap();
        desk.undo(Moment::from_seconds(901)).unwrap();
        assert_eq!(history(&desk), "");
        assert_eq!(write(&mut desk, "Station"), 3);
        assert_eq!(history(&desk), "Station");
    }
}
