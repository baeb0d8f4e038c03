//! The views, one a file. Pages use components and the wording of items, never each other.

#[cfg(feature = "whole")]
mod about;
#[cfg(feature = "whole")]
mod adopted;
mod area;
#[cfg(feature = "whole")]
mod files;
mod goal;
mod goals;
#[cfg(feature = "whole")]
mod measure;
mod overview;
#[cfg(not(feature = "whole"))]
mod rest;
mod search;
mod section;
mod unknown;
#[cfg(feature = "whole")]
mod villages;
#[cfg(feature = "whole")]
mod workshops;

#[cfg(feature = "whole")]
pub(super) use crate::ui::outgoing::save_backup;
#[cfg(not(feature = "whole"))]
pub(super) use rest::save_backup;
#[cfg(feature = "whole")]
pub(super) use villages::title as village_title;
#[cfg(feature = "whole")]
pub(super) use workshops::title as workshop_title;

use super::session::Session;
use crate::app::Screen;
use crate::ui::platform::file;
use leptos::prelude::*;

/// The view at the present address.
pub(super) fn page(session: Session) -> AnyView {
    match session.screen() {
        Screen::Overview => overview::page(session).into_any(),
        Screen::Goals(nature) => goals::page(session, nature, None).into_any(),
        Screen::GoalsWith(status) => goals::page(session, None, Some(status)).into_any(),
        #[cfg(feature = "whole")]
        Screen::Measure(measuring) => measure::page(session, measuring),
        #[cfg(feature = "whole")]
        Screen::Villages(villages) => villages::page(session, villages),
        #[cfg(feature = "whole")]
        Screen::Workshops(workshops) => workshops::page(session, workshops),
        Screen::Area(area) => area::page(session, area).into_any(),
        Screen::Section(section, _) => section::page(session, section).into_any(),
        Screen::Goal(section, goal, part) => goal::page(session, section, goal, part).into_any(),
        Screen::Search(words) => search::page(session, &words).into_any(),
        #[cfg(feature = "whole")]
        Screen::Adopted => adopted::page(session).into_any(),
        #[cfg(feature = "whole")]
        Screen::Files => files::page(session).into_any(),
        #[cfg(feature = "whole")]
        Screen::About => about::page(session).into_any(),
        #[cfg(not(feature = "whole"))]
        Screen::Measure(_)
        | Screen::Villages(_)
        | Screen::Workshops(_)
        | Screen::Adopted
        | Screen::Files
        | Screen::About => rest::page(session),
        Screen::Unknown(address) => unknown::page(session, &address).into_any(),
    }
}

/// Reads a file that was chosen or dropped: one of this app's, a table, or the council's own document.
#[cfg(feature = "whole")]
pub(super) fn open_file(session: Session, chosen: file::File) {
    session.open_file(chosen);
}

/// Reads files that were chosen or dropped together.
#[cfg(feature = "whole")]
pub(super) fn open_files(session: Session, chosen: Vec<file::File>) {
    session.open_files(chosen);
}

/// Leads to where files are taken in.
#[cfg(not(feature = "whole"))]
pub(super) fn open_files(session: Session, chosen: Vec<file::File>) {
    if let Some(first) = chosen.into_iter().next() {
        rest::open_file(session, first);
    }
}
