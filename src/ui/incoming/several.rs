//! Several files that come in together: read one after the other, and shown as one.

use super::{Progress, STEP};
use crate::{
    app::{
        Fingerprint, LeftOut, Portion, Route, Several, Source, Together, TooMuch, check_amount,
        ours,
    },
    exchange::{LARGEST, Refused, enter},
    ui::{
        platform::{file, page, turns::Turns},
        session::Session,
        text::Text,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// So many bytes are told from others between two looks at the clock.
const PIECE: usize = 200_000;

impl Session {
    /// Reads files that were chosen or dropped together: one as ever, several with one result.
    pub(crate) fn open_files(self, mut chosen: Vec<file::File>) {
        if chosen.len() > 1 {
            let sizes: Vec<usize> = chosen.iter().map(file::size).collect();
            match check_amount(&sizes) {
                Ok(()) => {
                    page::after(0, move || self.when_ready(move || self.read_several(chosen)));
                }
                Err(much) => self.refuse_several(much),
            }
        } else if let Some(only) = chosen.pop() {
            self.open_file(only);
        }
    }

    /// Reads several files of this app, and shows what they would change together.
    fn read_several(self, chosen: Vec<file::File>) {
        if self.is_taking() {
            return;
        }
        if !self.work.may_write() {
            return self.say(self.text_now().work.read_only.into(), None);
        }
        self.file_report.set(None);
        let turn = self.files.begin();
        self.go_to(&Route::Files);
        self.files.progress.set(Some(Progress::ReadingOf(1, chosen.len(), 0)));
        spawn_local(async move {
            let Some(several) = self.read_each(chosen, turn).await else { return };
            let (together, records) = several.finish();
            if together.count_read() > 0 {
                self.preview(String::new(), Source::Together(together), records, turn).await;
            } else {
                self.files.progress.set(None);
                self.refuse_all(&together);
            }
        });
    }

    /// One file after the other, so that no more than one text is held. None where it was cancelled.
    async fn read_each(self, chosen: Vec<file::File>, turn: u64) -> Option<Several> {
        let is_read = |size: &usize| *size <= LARGEST;
        let all = chosen.iter().map(file::size).filter(is_read).sum();
        let (mut several, mut before, of) = (Several::default(), 0, chosen.len());
        for (at, one) in chosen.into_iter().enumerate() {
            let name = file::name(&one);
            let size = file::size(&one);
            if !is_read(&size) {
                several.leave_out(name, LeftOut::Refused(Refused::TooLarge));
                continue;
            }
            let portion = Portion { before, size, all };
            let show = |percent| Progress::ReadingOf(at + 1, of, portion.percent(percent));
            self.files.progress.set(Some(show(0)));
            self.read_one(&mut several, name, one, turn, show).await?;
            before += size;
        }
        Some(several)
    }

    /// None where it was cancelled.
    async fn read_one(
        self,
        several: &mut Several,
        name: String,
        chosen: file::File,
        turn: u64,
        show: impl Fn(usize) -> Progress,
    ) -> Option<()> {
        let bytes = file::bytes(chosen).await;
        if self.files.is_over(turn) {
            return None;
        }
        let Some(bytes) = bytes else {
            several.leave_out(name, LeftOut::Unreadable);
            return Some(());
        };
        let (mut turns, mut fingerprint) = (Turns::begin(), Fingerprint::default());
        for piece in bytes.chunks(PIECE) {
            fingerprint.add(piece);
            if turns.rest().await && self.files.is_over(turn) {
                return None;
            }
        }
        if several.is_known(&name, fingerprint) {
            return Some(());
        }
        let read = match ours(enter(bytes)) {
            Ok(text) => self.read_in_turns(&text, turn, show).await?.map_err(LeftOut::Refused),
            Err(why) => Err(why),
        };
        match read {
            Ok(contents) => several.add(name, contents),
            Err(why) => several.leave_out(name, why),
        }
        while !several.step(STEP) {
            if turns.rest().await && self.files.is_over(turn) {
                return None;
            }
        }
        Some(())
    }

    /// Says why none of several files was taken in: of the first of them, as if it had come alone.
    fn refuse_all(self, together: &Together) {
        let Some((name, why)) = together.first_left_out() else { return };
        let t = self.text_now();
        let rest = (t.files.none_of)(name, together.files.len());
        self.report(&format!("{} {rest}", why_left_out(t, why)));
    }

    /// Says why several files were not even read.
    fn refuse_several(self, much: TooMuch) {
        let t = &self.text_now().files;
        self.report_as(t.refused_title_several, &(t.too_much)(much));
    }
}

/// Why one of several files is left out.
pub(crate) fn why_left_out(t: &Text, why: &LeftOut) -> String {
    match why {
        LeftOut::Unreadable => t.unreadable_file.into(),
        LeftOut::Refused(refused) => (t.files.refused)(refused),
        LeftOut::Sheet => t.files.sheet_alone.into(),
        LeftOut::Document => t.files.document_alone.into(),
    }
}
