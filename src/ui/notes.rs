//! A person's notes on an item: writing, conflicts, deleting.

use super::{
    components::{Icon, flag, icon, live, press, words},
    platform::page,
    session::Session,
    work::new_id,
};
use crate::{
    app::DeedName,
    document::{Dot, Edit, Life, Moment, RecordId, Value},
    note,
    ui::platform::chance,
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
    view! {
        <li class="own-note">
            {live(dispute)}
            {field(session, id, note::TEXT, t.note_text)}
            {field(session, id, note::BY, t.note_by)}
            <button class="quiet-link" on:click=press(delete)>{icon(Icon::Close)}{t.note_delete}</button>
        </li>
    }
}

/// A field that is saved while it is typed in, with both sides where it is in conflict.
fn field(session: Session, id: RecordId, name: &'static str, label: &'static str) -> impl IntoView {
    let work = session.work;
    let element = format!("{name}-{id}");
    let type_in = move |event| work.type_in((id, name), event_target_value(&event));
    let leave = move |_| work.leave((id, name));
    let input = if name == note::TEXT {
        view! {
            <textarea id=element.clone() rows="4" maxlength="20000" readonly=flag(move || work.is_read_only.get()) prop:value=words(move || work.field((id, name))) on:input=type_in on:blur=leave></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=element.clone() type="text" maxlength="120" autocomplete="off" readonly=flag(move || work.is_read_only.get()) prop:value=words(move || work.field((id, name))) on:input=type_in on:blur=leave/>
        }
        .into_any()
    };
    view! {
        <label for=element>{label}</label>
        {input}
        {conflict(session, id, name)}
    }
}

/// One side of a conflict, as it is shown.
#[derive(Clone, PartialEq)]
struct Side {
    value: Value,
    dot: Dot,
    at: Moment,
}

fn conflict(session: Session, id: RecordId, name: &'static str) -> impl IntoView {
    let work = session.work;
    let sides = Memo::new(move |_| {
        work.look(|document| {
            let record = document.get(id);
            let entries = record.map(|record| record.values(name)).unwrap_or_default();
            let sides = entries.iter().map(|entry| Side {
                value: entry.value.clone(),
                dot: entry.dot,
                at: entry.at,
            });
            sides.collect::<Vec<_>>()
        })
    });
    live(move || {
        let t = &session.text().work;
        let sides = sides.get();
        (sides.len() > 1)
            .then(|| {
                let sides = sides.into_iter().map(|side| side_view(session, id, name, side));
                view! {
                    <div class="conflict" role="group" aria-label=t.conflict>
                        <p><b>{t.conflict}". "</b>{t.conflict_lead}</p>
                        <ul>{sides.collect_view()}</ul>
                    </div>
                }
            })
            .into_any()
    })
}

fn side_view(
    session: Session,
    id: RecordId,
    name: &'static str,
    side: Side,
) -> impl IntoView + use<> {
    let t = &session.text().work;
    let work = session.work;
    let is_here = side.dot.writer.device() == work.device();
    let time = (t.time)(chance::local(side.at.seconds()));
    let text = side.value.as_text().unwrap_or_default().to_owned();
    let shown = if text.is_empty() { t.conflict_empty.to_owned() } else { text };
    let choose = move || {
        let edit = Edit::Settle(id, name.into(), side.value.clone());
        work.leave((id, name));
        work.act(DeedName::Settled, &[edit]);
        page::focus_soon(&format!("[id='{name}-{id}']"));
    };
    view! {
        <li>
            <small>{if is_here { t.side_here } else { t.side_elsewhere }}" · "{time}</small>
            <blockquote>{shown}</blockquote>
            <button class="button is-quiet" on:click=press(choose)>{t.conflict_use}</button>
        </li>
    }
}
