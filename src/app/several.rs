//! Several files that come in together and give one result: read one after the other, merged as they
//! come, and told of one by one. The laws of [`crate::document`] make their order and their repeats
//! meaningless.

use crate::{
    document::{Moment, Record, RecordId},
    exchange::{Contents, Entered, Format, LARGEST, Refused},
};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, btree_map::Entry};

/// At most so many files come in together.
pub const MOST_FILES: usize = 20;

/// Why files that come in together are not even begun with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// They are more than [`MOST_FILES`].
    Files,
    /// Together they are larger than one file may be.
    Bytes,
}

/// Looks at the sizes of files before any of them is read. What is too large by itself is never read
/// and does not count.
///
/// # Errors
/// When they are too many, or too large together.
pub fn check_amount(sizes: &[usize]) -> Result<(), TooMuch> {
    let read = sizes.iter().filter(|size| **size <= LARGEST);
    let all = read.fold(0_usize, |all, size| all.saturating_add(*size));
    if sizes.len() > MOST_FILES {
        Err(TooMuch::Files)
    } else if all > LARGEST {
        Err(TooMuch::Bytes)
    } else {
        Ok(())
    }
}

/// The part that one file is of all that is read, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// What was read before it.
    pub before: usize,
    /// Its own size.
    pub size: usize,
    /// The size of all files.
    pub all: usize,
}

impl Portion {
    /// How much of all files was read, in per cent, once so much of this one was.
    #[must_use]
    pub fn percent(self, of_this: usize) -> usize {
        // A hundred times the largest size is more than 32 bits hold.
        let read = self.before.saturating_add(self.size / 100 * of_this.min(100));
        read.saturating_mul(10).checked_div(self.all / 10).unwrap_or(100).min(100)
    }
}

/// What tells files with the same bytes. It is made in steps, so that no step of a large one takes
/// long.
#[derive(Clone, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds the next bytes of the file.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Why one of several files is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The browser could not read it.
    Unreadable,
    /// It cannot be taken in.
    Refused(Refused),
    /// It looks like a table, of which the columns are to be looked at: it is opened alone.
    Sheet,
    /// It is another text, perhaps the council's own document: it is opened alone.
    Document,
}

/// The text of a file of this app. Anything else has no place among several files.
///
/// # Errors
/// When it is no such file, with the reason.
pub fn ours(entered: Result<Entered, Refused>) -> Result<String, LeftOut> {
    match entered {
        Ok(Entered::File(text)) => Ok(text),
        Ok(Entered::Sheet(_)) => Err(LeftOut::Sheet),
        Ok(Entered::Document(_)) => Err(LeftOut::Document),
        Err(refused) => Err(LeftOut::Refused(refused)),
    }
}

/// What stands in a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub format: Format,
    /// When it was written, by its writer's clock.
    pub exported: Moment,
    /// Whether names were left out.
    pub is_without_names: bool,
    /// How many records it has.
    pub records: usize,
    /// How many of them were left out, because an earlier file has something of another kind under
    /// their ids.
    pub misfits: usize,
}

/// What became of one of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was read.
    Read(Found),
    /// It has the same bytes as an earlier file, whose name this is, and counts once.
    Same(String),
    /// It is left out.
    LeftOut(LeftOut),
}

/// Files that came in together, once all were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Their names, and what became of each, in the order in which they came.
    pub files: Vec<(String, Outcome)>,
    /// The records that were left out, because an earlier file has something of another kind under
    /// their ids.
    pub misfits: Vec<Record>,
}

impl Together {
    /// How many of the files were read.
    #[must_use]
    pub fn count_read(&self) -> usize {
        self.files.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Read(_))).count()
    }

    /// The first file that was left out, and why.
    #[must_use]
    pub fn first_left_out(&self) -> Option<(&str, &LeftOut)> {
        self.files.iter().find_map(|(name, outcome)| match outcome {
            Outcome::LeftOut(why) => Some((name.as_str(), why)),
            Outcome::Read(_) | Outcome::Same(_) => None,
        })
    }
}

/// Files that come in together, while they are read one after the other. Nothing of a file is merged
/// before all of it was read.
#[derive(Debug, Default)]
pub struct Several {
    together: Together,
    /// The fingerprints of the files met so far, with the names of the files.
    known: Vec<([u8; 32], String)>,
    merged: BTreeMap<RecordId, Record>,
    /// What the last file has and is still to be merged.
    rest: std::vec::IntoIter<Record>,
}

impl Several {
    /// Whether the bytes of a file were met before; then it is told of as the same, and is done with.
    pub fn is_known(&mut self, name: &str, fingerprint: Fingerprint) -> bool {
        let fingerprint = fingerprint.finish();
        let earlier = self.known.iter().find(|(known, _)| *known == fingerprint);
        let Some((_, earlier)) = earlier else {
            self.known.push((fingerprint, name.to_owned()));
            return false;
        };
        self.together.files.push((name.to_owned(), Outcome::Same(earlier.clone())));
        true
    }

    /// Leaves a file out.
    pub fn leave_out(&mut self, name: String, why: LeftOut) {
        self.together.files.push((name, Outcome::LeftOut(why)));
    }

    /// Adds a file that was read. Its records are merged by [`Several::step`].
    pub fn add(&mut self, name: String, contents: Contents) {
        self.step(usize::MAX);
        let Contents { format, exported, is_without_names, records } = contents;
        let found =
            Found { format, exported, is_without_names, records: records.len(), misfits: 0 };
        self.together.files.push((name, Outcome::Read(found)));
        self.rest = records.into_iter();
    }

    /// Merges at most so many records of the file that was added last; says whether that was all.
    pub fn step(&mut self, most: usize) -> bool {
        let before = self.together.misfits.len();
        for record in self.rest.by_ref().take(most) {
            match self.merged.entry(record.id) {
                Entry::Vacant(place) => {
                    place.insert(record);
                }
                Entry::Occupied(mut there) => {
                    if there.get_mut().merge(&record).is_err() {
                        self.together.misfits.push(record);
                    }
                }
            }
        }
        let more = self.together.misfits.len() - before;
        if let Some((_, Outcome::Read(found))) = self.together.files.last_mut() {
            found.misfits += more;
        }
        self.rest.len() == 0
    }

    /// What became of the files, and the records of all of them in the order they were made.
    #[must_use]
    pub fn finish(mut self) -> (Together, Vec<Record>) {
        self.step(usize::MAX);
        (self.together, self.merged.into_values().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::KINDS,
        document::{Author, Device, Document, Edit, Writer},
        exchange::{Effect, Plan},
        note,
    };

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[0; 10])
    }

    fn author(by: u8) -> Author {
        let writer = Writer::new(Device::new(&[by; 8]), &[by; 6]);
        Author { writer, at: Moment::from_seconds(i64::from(by)) }
    }

    fn write(document: &mut Document, by: u8, number: u64, text: &str) {
        let mut edits = Vec::new();
        if document.get(id(number)).is_none() {
            edits.push(Edit::Create(id(number), note::KIND.name));
        }
        let over = document.get(id(number)).map(|note| note.basis(note::TEXT)).unwrap_or_default();
        edits.push(Edit::Set(id(number), note::TEXT, text.into(), over));
        document.change(author(by), &edits, KINDS);
    }

    /// The note that all tables of a workshop began with, changed at one, and what only that one has.
    fn table(by: u8) -> Document {
        let mut table = Document::default();
        write(&mut table, 1, 1, "før");
        write(&mut table, by, 1, &format!("bord {by}"));
        write(&mut table, by, u64::from(by) * 10, "egen");
        table
    }

    fn contents(document: &Document) -> Contents {
        let (format, exported) = (Format::Everything, Moment::from_seconds(7));
        let records = document.records().cloned().collect();
        Contents { format, exported, is_without_names: false, records }
    }

    fn together(files: &[(&str, Contents)], most: usize) -> (Together, Vec<Record>) {
        let mut several = Several::default();
        for (name, contents) in files {
            several.add((*name).to_owned(), contents.clone());
            while !several.step(most) {}
        }
        several.finish()
    }

    fn found(records: usize, misfits: usize) -> Outcome {
        let (format, exported) = (Format::Everything, Moment::from_seconds(7));
        Outcome::Read(Found { format, exported, is_without_names: false, records, misfits })
    }

    fn fingerprint(bytes: &[u8]) -> Fingerprint {
        let mut fingerprint = Fingerprint::default();
        bytes.chunks(2).for_each(|some| fingerprint.add(some));
        fingerprint
    }

    #[test]
    fn several_files_give_what_taking_them_in_one_after_the_other_gives_in_any_order() {
        let tables = [2, 3, 4].map(|by| ("bord.json", contents(&table(by))));
        let mut one_by_one = Document::default();
        for (_, contents) in &tables {
            one_by_one.merge_all(&contents.records);
        }
        let expected: Vec<Record> = one_by_one.records().cloned().collect();
        let [one, two, three] = tables;
        for order in [[&one, &two, &three], [&three, &one, &two], [&two, &three, &one]] {
            let files = order.map(Clone::clone);
            let (told, records) = together(&files, usize::MAX);
            assert_eq!(records, expected);
            assert_eq!((told.count_read(), told.misfits.len()), (3, 0));
            assert!(told.files.iter().all(|(_, outcome)| *outcome == found(2, 0)));
            for most in 1..4 {
                assert_eq!(together(&files, most).1, expected);
            }
            // A file that comes twice under different bytes, as of another day, adds nothing.
            let twice = [files.as_slice(), files.as_slice()].concat();
            assert_eq!(together(&twice, 1).1, expected);
        }
    }

    #[test]
    fn what_two_files_changed_without_knowing_of_each_other_is_one_conflict() {
        let here = {
            let mut here = Document::default();
            write(&mut here, 1, 1, "før");
            here
        };
        let files = [2, 3].map(|by| ("bord.json", contents(&table(by))));
        let (_, records) = together(&files, usize::MAX);
        let plan = Plan::of(&here, &records);
        assert_eq!((plan.count(Effect::Conflict), plan.count(Effect::New)), (1, 2));
        assert_eq!(records[0].values(note::TEXT).len(), 2);
    }

    #[test]
    fn files_with_the_same_bytes_are_told_of_and_counted_once() {
        let mut several = Several::default();
        assert!(!several.is_known("a.json", fingerprint(b"abcde")));
        several.add("a.json".into(), contents(&table(2)));
        assert!(!several.is_known("b.json", fingerprint(b"abcdf")));
        several.leave_out("b.json".into(), LeftOut::Refused(Refused::NotOurs));
        assert!(several.is_known("c.json", fingerprint(b"abcde")));
        // Also where the first could not be read: its reason is not told twice.
        assert!(several.is_known("d.json", fingerprint(b"abcdf")));
        let (told, records) = several.finish();
        assert_eq!((told.count_read(), records.len()), (1, 2));
        let outcomes: Vec<Outcome> = told.files.into_iter().map(|(_, outcome)| outcome).collect();
        let left_out = Outcome::LeftOut(LeftOut::Refused(Refused::NotOurs));
        let same = |name: &str| Outcome::Same(name.into());
        assert_eq!(outcomes, [found(2, 0), left_out, same("a.json"), same("b.json")]);
    }

    #[test]
    fn of_different_kinds_under_one_id_those_of_the_later_file_are_left_out() {
        let mut other = Document::default();
        let make = [Edit::Create(id(1), "set"), Edit::Create(id(2), "set")];
        other.change(author(9), &make, KINDS);
        let (notes, sets) = (("a.json", contents(&table(3))), ("b.json", contents(&other)));
        let kinds = |records: &[Record]| -> Vec<String> {
            records.iter().map(|record| record.kind.clone()).collect()
        };
        let (told, records) = together(&[notes.clone(), sets.clone()], 1);
        assert_eq!(told.files[1].1, found(2, 1));
        assert_eq!(
            (kinds(&told.misfits), kinds(&records)[0].as_str()),
            (vec!["set".into()], "note")
        );
        let (told, records) = together(&[sets, notes], 1);
        assert_eq!(told.files[1].1, found(2, 1));
        assert_eq!(
            (kinds(&told.misfits), kinds(&records)[0].as_str()),
            (vec!["note".into()], "set")
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_does_not_stop_the_others() {
        let mut several = Several::default();
        several.leave_out("a.txt".into(), LeftOut::Document);
        several.add("b.json".into(), contents(&table(2)));
        several.leave_out("c.json".into(), LeftOut::Refused(Refused::Newer));
        let (told, records) = several.finish();
        assert_eq!((told.count_read(), records.len()), (1, 2));
        assert_eq!(told.first_left_out(), Some(("a.txt", &LeftOut::Document)));
    }

    #[test]
    fn only_files_of_this_app_are_read_together() {
        let check = |text: &str, expected: Result<&str, LeftOut>| {
            let read = ours(crate::exchange::enter(text.as_bytes().to_vec()));
            assert_eq!(read, expected.map(str::to_owned));
        };
        check("{}", Ok("{}"));
        check("Dato;Værdi\n2018;91", Err(LeftOut::Sheet));
        check("Vision 2021\n\nMål og midler", Err(LeftOut::Document));
        check("", Err(LeftOut::Refused(Refused::Empty)));
    }

    #[test]
    fn too_many_files_are_not_begun_with_nor_too_large_ones() {
        let check = |sizes: &[usize], expected| assert_eq!(check_amount(sizes), expected);
        check(&[1; MOST_FILES], Ok(()));
        check(&[1; MOST_FILES + 1], Err(TooMuch::Files));
        check(&[LARGEST - 1, 1], Ok(()));
        check(&[LARGEST, 1], Err(TooMuch::Bytes));
        check(&[usize::MAX, LARGEST], Ok(()));
        check(&[], Ok(()));
    }

    #[test]
    fn progress_goes_through_all_files() {
        let check = |before, size, all, of_this, expected| {
            assert_eq!(Portion { before, size, all }.percent(of_this), expected);
        };
        check(0, 1_000, 2_000, 0, 0);
        check(0, 1_000, 2_000, 100, 50);
        check(1_000, 1_000, 2_000, 50, 75);
        check(1_000, 1_000, 2_000, 100, 100);
        check(25_000_000, 25_000_000, LARGEST, 100, 100);
        check(0, 0, 0, 0, 100);
        check(usize::MAX, usize::MAX, 1, 900, 100);
    }
}
