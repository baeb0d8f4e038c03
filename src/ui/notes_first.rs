//! Where notes are written, in the part of the app that a first visit begins with: the way to the whole app.

use super::{
    components::{Icon, icon, press},
    platform::page,
    session::Session,
};
use leptos::prelude::*;

/// What can be made here, and the way there.
pub(crate) fn notes_section(session: Session, _: &'static str) -> AnyView {
    let t = &session.text().work;
    view! {
        <section class="own-notes" aria-labelledby="own-notes">
            <h2 id="own-notes">{t.notes}</h2>
            <p class="quiet">{t.notes_lead}</p>
            <button class="button is-quiet" on:click=press(page::load_whole)>{icon(Icon::Note)}{t.note_add}</button>
        </section>
    }
    .into_any()
}
