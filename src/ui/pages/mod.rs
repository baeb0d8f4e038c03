//! The views, one a file. Pages use components and the wording of items, never each other.

mod about;
mod adopted;
mod area;
mod goal;
mod goals;
mod overview;
mod search;
mod section;
mod unknown;

pub(super) use adopted::open_document;

use super::session::Session;
use crate::app::Screen;
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
        Screen::About => about::page(session).into_any(),
        Screen::Unknown(address) => unknown::page(session, &address).into_any(),
    }
}
