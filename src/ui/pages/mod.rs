//! The views, one a file. Pages use components and the wording of items, never each other.

mod about;
mod adopted;
mod area;
mod files;
mod goal;
mod goals;
mod overview;
mod search;
mod section;
mod unknown;

pub(super) use files::save_backup;

use super::{platform::file, session::Session};
use crate::{app::Screen, exchange};
use leptos::prelude::*;

/// The view at the present address.
pub(super) fn page(session: Session) -> AnyView {
    match session.screen() {
        Screen::Overview => overview::page(session).into_any(),
        Screen::Goals(nature) => goals::page(session, nature).into_any(),
        Screen::Area(area) => area::page(session, area).into_any(),
        Screen::Section(section, _) => section::page(session, section).into_any(),
        Screen::Goal(section, goal, part) => goal::page(session, section, goal, part).into_any(),
        Screen::Search(words) => search::page(session, &words).into_any(),
        Screen::Adopted => adopted::page(session).into_any(),
        Screen::Files => files::page(session).into_any(),
        Screen::About => about::page(session).into_any(),
        Screen::Unknown(address) => unknown::page(session, &address).into_any(),
    }
}

/// Reads a file that was chosen or dropped: one of this app's, or the council's own document.
pub(super) fn open_file(session: Session, chosen: file::File) {
    #[expect(clippy::cast_precision_loss, reason = "fifty million is exact")]
    if file::size(&chosen) > exchange::LARGEST as f64 {
        return session.report_refused(&exchange::Refused::TooLarge);
    }
    file::read(chosen, move |text| match text {
        Some(text) if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => {
            files::take_in(session, &text);
        }
        Some(text) => adopted::open_text(session, &text),
        None => adopted::refuse_unreadable(session),
    });
}
