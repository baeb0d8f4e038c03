//! Files that come in: read in short tasks, shown before anything is changed, and taken in as shown.

mod several;

pub(crate) use several::why_left_out;

use super::{
    platform::{chance, file, page, turns::Turns},
    session::{Session, parse},
    work::new_id,
};
use crate::{
    app::{Incoming, KINDS, Route, SetKey, Source, Table, Understanding, apart, new_set},
    document::{Edit, Record},
    exchange::{Contents, Entered, LARGEST, Plan, Reading, Refused, csv, enter},
    vision::adopted::{MAX_BYTES, Refusal},
};
use leptos::{prelude::*, task::spawn_local};

/// So many records or rows are looked at between two looks at the clock.
const STEP: usize = 50;

/// What is being done with a file, or with several, and how far that is, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// It is read.
    Reading(usize),
    /// This one of so many is read, which is so much of all of them.
    ReadingOf(usize, usize, usize),
    /// It is taken in.
    Taking(usize),
}

/// The file that has come in. It is there until it is taken in or put away, and outlives a redrawn
/// view.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    /// A file with its preview.
    pub(crate) incoming: RwSignal<Option<Incoming>>,
    /// A table whose columns are being looked at.
    pub(crate) table: RwSignal<Option<Table>>,
    /// What is being done.
    pub(crate) progress: RwSignal<Option<Progress>>,
    /// Rises with every file and every cancelling: what was begun under another number goes no
    /// further.
    turn: RwSignal<u64>,
}

impl Files {
    pub(crate) fn new() -> Self {
        Self {
            incoming: RwSignal::new(None),
            table: RwSignal::new(None),
            progress: RwSignal::new(None),
            turn: RwSignal::new(0),
        }
    }

    fn begin(self) -> u64 {
        self.incoming.set(None);
        self.table.set(None);
        self.turn.update(|turn| *turn += 1);
        self.turn.get_untracked()
    }

    /// The file that is shown, by its turn: a view of it is drawn anew for another file, and not with
    /// every choice.
    pub(crate) fn shown(self) -> Option<u64> {
        self.incoming.with(Option::is_some).then(|| self.turn.get())
    }

    /// The table that is shown, by its turn.
    pub(crate) fn shown_table(self) -> Option<u64> {
        self.table.with(Option::is_some).then(|| self.turn.get())
    }

    fn is_over(self, turn: u64) -> bool {
        self.turn.get_untracked() != turn
    }
}

impl Session {
    /// Puts away whatever has come in; nothing was changed.
    pub(crate) fn put_away(self) {
        self.files.begin();
        self.files.progress.set(None);
        self.say(self.text_now().files.cancelled.into(), None);
    }

    /// Reads a file that was chosen, dropped or opened with the app.
    pub(crate) fn open_file(self, chosen: file::File) {
        if file::size(&chosen) > LARGEST {
            return self.refuse_file(&Refused::TooLarge);
        }
        let name = file::name(&chosen);
        file::read(chosen, move |bytes| match bytes {
            // In a task of its own: a large one takes its time.
            Some(bytes) => page::after(0, move || self.enter_when_ready(name, bytes)),
            None => self.report(self.text_now().unreadable_file),
        });
    }

    /// A file may come before everything that is kept here was loaded; then it waits for that.
    pub(crate) fn enter_when_ready(self, name: String, bytes: Vec<u8>) {
        self.when_ready(move || self.enter(name, bytes));
    }

    fn when_ready(self, enter: impl FnOnce() + 'static) {
        let waiting = StoredValue::new_local(Some(enter));
        Effect::new(move || {
            if self.work.is_ready.get()
                && let Some(enter) = waiting.try_update_value(Option::take).flatten()
            {
                untrack(enter);
            }
        });
    }

    /// One after the other: what is being taken in must not be put away half done.
    fn is_taking(self) -> bool {
        let taking = match self.files.progress.get_untracked() {
            Some(Progress::Taking(done)) => Some(done),
            Some(Progress::Reading(_) | Progress::ReadingOf(..)) | None => None,
        };
        if let Some(done) = taking {
            self.say((self.text_now().files.taking)(done), None);
        }
        taking.is_some()
    }

    /// Looks at what came in, by its content.
    pub(crate) fn enter(self, name: String, bytes: Vec<u8>) {
        if self.is_taking() {
            return;
        }
        self.file_report.set(None);
        match enter(bytes) {
            Ok(Entered::File(text)) => self.read_file(name, text),
            Ok(Entered::Sheet(text)) => self.read_sheet(name, &text),
            Ok(Entered::Document(text)) => self.open_document(&text),
            Err(refused) => self.refuse_file(&refused),
        }
    }

    fn open_document(self, text: &str) {
        self.go_to(&Route::Adopted);
        if text.len() > MAX_BYTES {
            return self.refuse((self.text_now().refusal)(Refusal::TooLarge));
        }
        self.open_adopted(text);
    }

    fn read_sheet(self, name: String, text: &str) {
        // A record is never composed: its values stand under changes that others know as they are.
        let composed = file::composed(text.to_owned());
        let sheet = match csv::read(&composed) {
            Ok(sheet) => sheet,
            // A document may begin like a table.
            Err(_) if parse(text, self.edition).is_ok() => {
                return self.open_document(text);
            }
            Err(problem) => {
                let sentence = (self.text_now().files.no_sheet)(&problem);
                return self.report(&sentence);
            }
        };
        self.files.begin();
        self.files.progress.set(None);
        let shown = untrack(|| self.shown_set());
        let table = self.measuring.now(|measures| Table::new(name, sheet, measures, shown));
        self.go_to(&Route::Files);
        self.files.table.set(Some(table));
        page::focus_soon("#table-heading");
    }

    /// Reads a file of this app, and shows what it would change.
    fn read_file(self, name: String, text: String) {
        if !self.work.may_write() {
            return self.say(self.text_now().work.read_only.into(), None);
        }
        let turn = self.files.begin();
        self.go_to(&Route::Files);
        self.files.progress.set(Some(Progress::Reading(0)));
        spawn_local(async move {
            Turns::begin().next().await;
            let read = self.read_in_turns(&text, turn, Progress::Reading).await;
            drop(text);
            match read {
                None => {}
                Some(Err(refused)) => {
                    self.files.progress.set(None);
                    self.refuse_file(&refused);
                }
                Some(Ok(Contents { format, exported, is_without_names, records })) => {
                    let source = Source::File(format, exported, is_without_names);
                    self.preview(name, source, records, turn).await;
                }
            }
        });
    }

    /// None where it was cancelled.
    async fn read_in_turns(
        self,
        text: &str,
        turn: u64,
        show: impl Fn(usize) -> Progress,
    ) -> Option<Result<Contents, Refused>> {
        let mut turns = Turns::begin();
        let mut reading = Reading::new(text, &self.edition.edition, KINDS);
        loop {
            match reading.step(STEP) {
                Ok(true) => return Some(reading.finish()),
                Ok(false) => {}
                Err(refused) => return Some(Err(refused)),
            }
            if turns.rest().await {
                if self.files.is_over(turn) {
                    return None;
                }
                self.files.progress.set(Some(show(reading.percent())));
            }
        }
    }

    /// None where it was cancelled.
    async fn plan(self, records: &[Record], turn: u64) -> Option<Plan> {
        let (mut turns, mut plan) = (Turns::begin(), Plan::default());
        while !self.work.look_now(|document| plan.step(document, records, STEP)) {
            if turns.rest().await && self.files.is_over(turn) {
                return None;
            }
        }
        Some(plan)
    }

    async fn preview(self, name: String, source: Source, records: Vec<Record>, turn: u64) {
        let Some(plan) = self.plan(&records, turn).await else { return };
        if self.files.is_over(turn) {
            return;
        }
        self.files.progress.set(None);
        self.files.table.set(None);
        self.files.incoming.set(Some(Incoming::new(name, source, records, plan)));
        page::focus_soon("#incoming-heading");
    }

    /// Shows what a table would change, once its columns are right.
    pub(crate) fn preview_table(self, table: Table, rows: Understanding) {
        let turn = self.files.begin();
        self.files.progress.set(Some(Progress::Reading(0)));
        spawn_local(async move {
            let mut turns = Turns::begin();
            let set = table.set.unwrap_or_else(new_id);
            let mut edits: Vec<Edit> =
                if table.set.is_none() { new_set(set, stem(&table.name)) } else { Vec::new() };
            let made = edits.len();
            for row in &rows.rows {
                let more = self.measuring.now(|measures| {
                    self.work.look_now(|document| table.edits(row, set, document, measures, new_id))
                });
                edits.extend(more);
                if turns.rest().await && self.files.is_over(turn) {
                    return;
                }
            }
            // A set for nothing is none.
            if edits.len() == made {
                edits.clear();
            }
            let author = self.work.author_apart();
            let records = self.work.look_now(|document| apart(document, author, &edits));
            self.preview(table.name, Source::Sheet, records, turn).await;
        });
    }

    /// Takes in what was chosen of the file that is shown. Where something has changed meanwhile, what
    /// it would change is shown again instead.
    pub(crate) fn accept(self) {
        if !self.work.may_write() {
            return self.say(self.text_now().work.read_only.into(), None);
        }
        let Some(mut incoming) = self.files.incoming.try_update(Option::take).flatten() else {
            return;
        };
        let turn = self.files.begin();
        self.files.progress.set(Some(Progress::Taking(0)));
        spawn_local(async move {
            let Some(plan) = self.plan(&incoming.records, turn).await else { return };
            if plan != incoming.plan {
                incoming.plan = plan;
                self.files.progress.set(None);
                self.files.incoming.set(Some(incoming));
                return self.say(self.text_now().work.changed_meanwhile.into(), None);
            }
            let count = incoming.count();
            let set = the_set(&incoming);
            let files = match &incoming.source {
                Source::Together(together) => Some(together.count_read()),
                Source::File(..) | Source::Sheet => None,
            };
            let (records, settle) = self.work.look_now(|document| incoming.accepted(document));
            let all = records.len().max(1);
            let imported = self.work.import(records, &settle, |done| {
                self.measuring.catch_up();
                self.files.progress.set(Some(Progress::Taking(done * 100 / all)));
            });
            let imported = imported.await;
            self.files.progress.set(None);
            if let Some(set) = set {
                self.show_set(set);
            }
            let t = &self.text_now().work;
            let mut report = vec![match files {
                Some(files) => (self.text_now().files.imported_of)(count, files),
                None => (t.imported)(count),
            }];
            if imported.foreign > 0 {
                report.push((t.import_foreign)(imported.foreign));
            }
            if !imported.has_snapshot {
                report.push(t.import_no_snapshot.into());
            }
            let report = report.join(" ");
            self.file_report.set(Some(report.clone()));
            let undo = std::sync::Arc::new(move || self.work.undo_import(self));
            self.say(report, (imported.changed > 0).then_some((t.undo, undo)));
            page::focus_heading_soon();
        });
    }

    /// Says why a file was not taken in, where it was chosen.
    fn refuse_file(self, refused: &Refused) {
        let sentence = (self.text_now().files.refused)(refused);
        if *self.route.read_untracked() == Route::Adopted {
            self.refuse(sentence);
        } else {
            self.report(&sentence);
        }
    }

    fn report(self, sentence: &str) {
        self.report_as(self.text_now().files.refused_title, sentence);
    }

    fn report_as(self, title: &str, sentence: &str) {
        let sentence = format!("{title}. {sentence}");
        self.go_to(&Route::Files);
        self.announce(sentence.clone());
        self.file_report.set(Some(sentence));
    }

    /// Today, for reading tables.
    pub(crate) fn understand(self, table: &Table, rows: &mut Understanding, most: usize) -> bool {
        let indicators = self.measuring.now(|measures| measures.indicators(table.key()));
        table.step(rows, &indicators, chance::today(), most)
    }
}

/// The set that a file is about, where it is about one: it is looked at next.
fn the_set(incoming: &Incoming) -> Option<SetKey> {
    let is_set = |record: &&Record| record.kind == crate::measure::records::SET.name;
    let mut sets = incoming.records.iter().filter(is_set).filter(|set| incoming.takes(set.id));
    let only = sets.next()?;
    if sets.next().is_none() && only.is_present() { Some(SetKey::Own(only.id)) } else { None }
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
