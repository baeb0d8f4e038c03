//! A person's notes on an item: writing, conflicts, deleting.

use super::{
    components::{Icon, flag, icon, live, press},
    fields::{self, Field},
    platform::page,
    session::Session,
    threads::origin,
    work::new_id,
};
use crate::{
    app::DeedName,
    document::{Edit, Life, RecordId},
    note,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The notes on an item, and a way to write one.
pub(crate) fn notes_section(session: Session, item: &'static str) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    let ids = Memo::new(move |_| {
        work.look(|document| note::notes_on(document, item).map(|note| note.id).collect::<Vec<_>>())
    });
    let may_write = move || work.is_ready.get() && !work.is_read_only.get();
    view! {
        <section class="own-notes" aria-labelledby="own-notes">
            <h2 id="own-notes">{t.notes}</h2>
            <p class="quiet">{t.notes_lead}</p>
            {live(move || {
                let notes = ids.get().into_iter().map(|id| note_view(session, id).into_any());
                // A note that came or went must not take the focus from the one being written.
                page::keep_focus();
                view! { <ul class="plain-list">{notes.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
            <button class="button is-quiet" disabled=flag(move || !may_write()) on:click=press(move || add(session, item))>
                {icon(Icon::Note)}{t.note_add}
            </button>
        </section>
    }
}

fn add(session: Session, item: &'static str) {
    let id = new_id();
    let edits = [
        Edit::Create(id, note::KIND.name),
        Edit::Set(id, note::ITEM, item.into(), BTreeSet::new()),
    ];
    session.work.act(DeedName::NoteAdded, &edits);
    page::focus_soon(&format!("[id='text-{id}']"));
}

fn note_view(session: Session, id: RecordId) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    let delete = move || {
        work.act(DeedName::NoteDeleted, &[Edit::Delete(id)]);
        let undo = std::sync::Arc::new(move || work.undo(session, false));
        session.say(t.note_deleted.into(), Some((t.undo, undo)));
        page::focus_soon("#own-notes");
    };
    let is_disputed = Memo::new(move |_| {
        work.look(|document| document.get(id).map(crate::document::Record::life))
            == Some(Life::Disputed)
    });
    let dispute = move || {
        is_disputed.get().then(|| {
            view! {
                <div class="conflict">
                    <p><b>{t.conflict}". "</b>{t.disputed}</p>
                    <p class="button-row">
                        <button class="button is-quiet" on:click=press(move || work.act(DeedName::Settled, &[Edit::Restore(id)]))>{t.disputed_keep}</button>
                        <button class="button is-quiet" on:click=press(delete)>{t.disputed_delete}</button>
                    </p>
                </div>
            }
        })
        .into_any()
    };
    let field = |name| Field::new(session, DeedName::NoteWritten, (id, name));
    view! {
        <li class="own-note">
            {live(dispute)}
            {fields::prose(&field(note::TEXT), t.note_text, "", 4, 20_000)}
            {fields::line(&field(note::BY), t.note_by, "", 120)}
            {origin(session, vec![id])}
            <button class="quiet-link" on:click=press(delete)>{icon(Icon::Close)}{t.note_delete}</button>
        </li>
    }
}
