//! The natures of promises as pictures.

use super::{
    components::{Icon, icon},
    session::Session,
};
use crate::app::Nature;
use leptos::prelude::*;

/// The icon of a nature.
pub(crate) const fn picture(nature: Nature) -> Icon {
    match nature {
        Nature::Figure => Icon::Figure,
        Nature::YesNo => Icon::YesNo,
        Nature::Perception => Icon::Perception,
        Nature::Course => Icon::Course,
    }
}

/// A nature as a label.
pub(crate) fn chip(session: Session, nature: Nature) -> impl IntoView {
    view! { <span class="chip">{icon(picture(nature))}{(session.text().nature)(nature)}</span> }
}
