//! What a person works on: the document, who is writing, and what can be undone.

use super::KINDS;
use crate::document::{Author, Deed, Document, Edit, Moment, Record, RecordId, Writer};
use std::collections::BTreeSet;

/// The name of a deed, to tell what was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedName {
    /// A note was begun.
    NoteAdded,
    /// A note was written.
    NoteWritten,
    /// A note was deleted.
    NoteDeleted,
    /// An observation was added.
    ObservationAdded,
    /// An observation was changed.
    ObservationChanged,
    /// An observation was deleted.
    ObservationDeleted,
    /// So many observations were entered at once.
    ObservationsEntered(usize),
    /// A set was made, or a copy of one.
    SetAdded,
    /// A set's name or description was written.
    SetWritten,
    /// A set was deleted with all that belongs to it.
    SetDeleted,
    /// A target was set.
    TargetSet,
    /// A target was taken away.
    TargetRemoved,
    /// An indicator was added.
    IndicatorAdded,
    /// A status was put in place of the computed one.
    VerdictGiven,
    /// A status put in place of the computed one was taken away.
    VerdictRemoved,
    /// A village profile was begun.
    ProfileAdded,
    /// A village profile was written on.
    ProfileWritten,
    /// A village profile was deleted with all that belongs to it.
    ProfileDeleted,
    /// Something was added to a village profile: a figure, an action, a partner.
    ProfilePartAdded,
    /// Something was taken out of a village profile.
    ProfilePartDeleted,
    /// Actions were put in another order.
    ActionsMoved,
    /// An action was tied to a goal, or untied.
    ThreadChanged,
    /// A comment was written.
    CommentAdded,
    /// A version of a village profile was named.
    VersionAdded,
    /// A workshop was made.
    WorkshopAdded,
    /// A workshop was written on: its preparation, a note, what was agreed.
    WorkshopWritten,
    /// A workshop was deleted with all that belongs to it.
    WorkshopDeleted,
    /// A workshop's agenda was put in another order.
    AgendaMoved,
    /// Something was added to a workshop: an activity, a subject, what was agreed.
    WorkshopPartAdded,
    /// Something was taken out of a workshop.
    WorkshopPartDeleted,
    /// A note was written at a workshop.
    WorkshopNoteAdded,
    /// Notes were put together, or apart.
    NotesGrouped,
    /// The votes of an activity were taken away.
    VotesCleared,
    /// A table was left out of a result, or taken in again.
    TableLeftOut,
    /// A result was turned into something outside its workshop.
    Harvested,
    /// Something deleted was brought back.
    Restored,
    /// One side of a conflict was chosen.
    Settled,
    /// A file with so many records was taken in.
    Imported(usize),
    /// A snapshot was restored.
    SnapshotRestored,
}

/// So many seconds may lie between two pieces of one typing, to be undone in one go.
const PAUSE: i64 = 10;
/// So many deeds are remembered.
const REMEMBERED: usize = 200;

/// The document with a session's own history.
#[derive(Debug)]
pub struct Desk {
    document: Document,
    writer: Writer,
    past: Vec<Done>,
    future: Vec<Done>,
}

#[derive(Debug)]
struct Done {
    name: DeedName,
    deed: Deed,
    at: Moment,
}

impl Desk {
    /// A desk with this document; nothing was done in this session yet.
    #[must_use]
    pub const fn new(document: Document, writer: Writer) -> Self {
        Self { document, writer, past: Vec::new(), future: Vec::new() }
    }

    /// The document.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Who writes here.
    #[must_use]
    pub const fn writer(&self) -> Writer {
        self.writer
    }

    /// Does what a person asks for; returns the records that are to be saved.
    pub fn act(&mut self, name: DeedName, edits: &[Edit], at: Moment) -> BTreeSet<RecordId> {
        let deed = self.document.change(self.author(at), edits, KINDS);
        self.note(name, deed, at)
    }

    /// Does what is no single person's to undo: a ballot that somebody cast before handing the tablet on,
    /// a clock that was set; returns the records that are to be saved. What was cleared before is no longer
    /// to be undone once people vote anew: the old votes would count among the new.
    pub fn act_for_good(&mut self, edits: &[Edit], at: Moment) -> BTreeSet<RecordId> {
        let ids = self.document.change(self.author(at), edits, KINDS).ids();
        let stays =
            |done: &Done| done.name != DeedName::VotesCleared || done.deed.ids().is_disjoint(&ids);
        self.past.retain(stays);
        self.future.retain(stays);
        ids
    }

    /// Takes in a file; returns the records that are to be saved. Records of another kind than the
    /// one under their id here are left out and returned too.
    pub fn import(
        &mut self,
        records: &[Record],
        at: Moment,
    ) -> (BTreeSet<RecordId>, Vec<RecordId>) {
        let mut deed = Deed::default();
        let foreign = self.import_some(&mut deed, records.to_vec());
        (self.imported(deed, &[], at), foreign)
    }

    /// Takes in some of a file's records, as part of a deed that [`Self::imported`] ends.
    pub fn import_some(&mut self, deed: &mut Deed, records: Vec<Record>) -> Vec<RecordId> {
        self.document.merge_into(deed, records)
    }

    /// Ends the taking in of a file, with the conflicts that the person has settled; returns the
    /// records that are to be saved.
    pub fn imported(&mut self, mut deed: Deed, settle: &[Edit], at: Moment) -> BTreeSet<RecordId> {
        deed.append(self.document.change(self.author(at), settle, KINDS));
        let name = DeedName::Imported(deed.ids().len());
        self.note(name, deed, at)
    }

    /// Notes a file that was taken in before the app was started, so that it can be undone. It is
    /// told by its records as they were before and after. Says whether anything of it still stands.
    pub fn remember_import(&mut self, before: &[Record], after: Vec<Record>, at: Moment) -> bool {
        let (mut then, mut deed) = (Document::default(), Deed::default());
        then.merge_all(before);
        then.merge_into(&mut deed, after);
        let stands = deed.stands_in(&self.document);
        if stands {
            let name = DeedName::Imported(deed.ids().len());
            self.past.insert(0, Done { name, deed, at });
        }
        stands
    }

    /// Makes everything say what it said in a snapshot; returns the records that are to be saved.
    pub fn restore(&mut self, snapshot: &[Record], at: Moment) -> BTreeSet<RecordId> {
        let deed = self.document.restore(self.author(at), snapshot);
        self.note(DeedName::SnapshotRestored, deed, at)
    }

    /// Takes in what another tab has done or the journal knew. It is not this session's to undo.
    pub fn receive(&mut self, records: &[Record]) -> BTreeSet<RecordId> {
        self.document.merge_all(records).0.ids()
    }

    /// Whether there is a deed to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Undoes the last deed of this session; returns its name and the records that are to be saved.
    /// None where there is none. No records where others have overwritten all of it since.
    pub fn undo(&mut self, at: Moment) -> Option<(DeedName, BTreeSet<RecordId>)> {
        let Done { name, deed, .. } = self.past.pop()?;
        let deed = self.revert(&deed, at);
        let ids = deed.ids();
        self.future.push(Done { name, deed, at });
        Some((name, ids))
    }

    /// Undoes the last file that was taken in, whatever was done since; see [`Self::undo`].
    pub fn undo_import(&mut self, at: Moment) -> Option<(DeedName, BTreeSet<RecordId>)> {
        let is_import = |done: &Done| matches!(done.name, DeedName::Imported(_));
        let place = self.past.iter().rposition(is_import)?;
        let import = self.past.remove(place);
        self.past.push(import);
        self.undo(at)
    }

    /// Does again what was undone last.
    pub fn redo(&mut self, at: Moment) -> Option<(DeedName, BTreeSet<RecordId>)> {
        let Done { name, deed, .. } = self.future.pop()?;
        let deed = self.revert(&deed, at);
        let ids = deed.ids();
        self.past.push(Done { name, deed, at });
        Some((name, ids))
    }

    fn revert(&mut self, deed: &Deed, at: Moment) -> Deed {
        let undo = self.document.undo(self.author(at), deed);
        for done in self.past.iter_mut().chain(&mut self.future) {
            done.deed.follow(&undo);
        }
        undo
    }

    const fn author(&self, at: Moment) -> Author {
        Author { writer: self.writer, at }
    }

    fn note(&mut self, name: DeedName, deed: Deed, at: Moment) -> BTreeSet<RecordId> {
        let ids = deed.ids();
        if deed.is_empty() {
            return ids;
        }
        self.future.clear();
        match self.past.last_mut() {
            Some(last) if goes_on(last, name, at) && deed.goes_on_from(&last.deed) => {
                last.deed.append(deed);
                last.at = at;
            }
            _ => self.past.push(Done { name, deed, at }),
        }
        if self.past.len() > REMEMBERED {
            self.past.remove(0);
        }
        ids
    }
}

/// Whether a deed goes on with the typing of the last one.
fn goes_on(last: &Done, name: DeedName, at: Moment) -> bool {
    matches!(name, DeedName::NoteWritten | DeedName::SetWritten)
        && last.name == name
        && (0..=PAUSE).contains(&(at.seconds() - last.at.seconds()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Device,
        workshop::records::{BALLOT, VOTED, ballot_id, made},
    };

    #[test]
    fn votes_that_were_cleared_come_back_by_undo_until_somebody_votes_anew() {
        let id = |number| RecordId::new(number, &[1; 10]);
        let mut desk = Desk::new(Document::default(), Writer::new(Device::new(&[1; 8]), &[1; 6]));
        let at = Moment::default();
        let ballots = [1, 2].map(|seat| ballot_id(id(2), id(3), seat));
        let cast = |ballot| made(ballot, &BALLOT, id(1), [(VOTED, "8a1=1".into())]);
        for ballot in ballots {
            desk.act_for_good(&cast(ballot), at);
        }
        let count = |desk: &Desk| desk.document().of_kind(&BALLOT).count();
        desk.act(DeedName::VotesCleared, &ballots.map(Edit::Delete), at);
        assert_eq!(count(&desk), 0);
        assert!(desk.undo(at).is_some());
        assert_eq!(count(&desk), 2);
        desk.act(DeedName::VotesCleared, &ballots.map(Edit::Delete), at);
        desk.act_for_good(&[Edit::Restore(ballots[0])], at);
        assert!(desk.undo(at).is_none());
        assert_eq!(count(&desk), 1);
    }
}
