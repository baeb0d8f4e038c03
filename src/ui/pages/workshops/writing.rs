//! Writing in silence: each note is laid down face down, and nobody sees those of others yet.

use super::Hall;
use crate::{
    document::{Edit, RecordId},
    ui::{
        components::{Icon, flag, icon, live, segments, words},
        platform::page,
        work::new_id,
    },
    workshop::{
        NoteSort, notes,
        records::{BY, NOTE, OF_ACTIVITY, OF_TABLE, SORT, TEXT, made},
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// So many letters may a note have.
const MOST: usize = 1_000;

/// The name under which a note is kept that was begun.
fn form_of(activity: RecordId) -> String {
    format!("note-{activity}")
}

/// The form for notes.
pub(super) fn view(hall: Hall, activity: RecordId, seconds: RwSignal<i64>) -> AnyView {
    let session = hall.session;
    let form = form_of(activity);
    // What was begun stands there again after a reload.
    let kept = session.form(&form).unwrap_or_default();
    let (kept_sort, kept_text) = kept.split_once('\n').unwrap_or_default();
    let sort = RwSignal::new(NoteSort::from_name(kept_sort).unwrap_or_default());
    let text = RwSignal::new(kept_text.to_owned());
    let by = RwSignal::new(String::new());
    let keep = {
        let form = form.clone();
        move || {
            let (sort, text) = (sort.get_untracked().name(), text.read_untracked());
            session.keep_form(&form, &format!("{sort}\n{}", *text));
        }
    };
    let is_barred = Memo::new(move |_| {
        hall.is_locked(seconds.get())
            || session.work.is_read_only.get()
            || !session.work.is_ready.get()
    });
    let count = Memo::new(move |_| {
        session.work.look(|document| {
            let all = notes(document, hall.id);
            let here = all.iter().filter(|note| note.table == Some(hall.table)).count();
            (all.len(), here)
        })
    });
    let lay = move || {
        let written = text.get_untracked().trim().to_owned();
        if written.is_empty() || is_barred.get_untracked() {
            return page::focus("#note-text");
        }
        let id = new_id();
        let mut edits = made(
            id,
            &NOTE,
            hall.id,
            [
                (OF_ACTIVITY, activity.to_string().into()),
                (OF_TABLE, hall.table.to_string().into()),
                (SORT, sort.get_untracked().name().into()),
                (TEXT, written.into()),
            ],
        );
        let name = by.get_untracked().trim().to_owned();
        if hall.workshop.read_untracked().is_named && !name.is_empty() {
            edits.push(Edit::Set(id, BY, name.into(), BTreeSet::new()));
        }
        // The tablet may be handed on: the next person finds nothing of it, and nothing to undo. Notes are
        // mended when they are put together.
        hall.sit();
        session.work.act_for_good(&edits);
        session.keep_form(&form, "");
        text.set(String::new());
        by.set(String::new());
        session.say(session.text_now().workshop.note_laid.into(), None);
        page::focus_soon("#note-text");
    };
    let type_in = move |event| {
        let typed = event_target_value(&event);
        text.set(typed);
        keep();
    };
    let told = move || (session.text().workshop.notes_count)(count.get().0, count.get().1);
    let t = &session.text().workshop;
    view! {
        <form class="note-form" on:submit=move |event| { event.prevent_default(); lay() }>
            <p class="lead">{t.writing_lead}</p>
            {segments(
                "note-sort",
                move || session.text().workshop.sort_label,
                NoteSort::ALL.to_vec(),
                move |sort| (session.text().workshop.sort)(sort),
                move || sort.get(),
                move |chosen| {
                    sort.set(chosen);
                    session.keep_form(
                        &form_of(activity),
                        &format!("{}\n{}", chosen.name(), *text.read_untracked()),
                    );
                },
            )}
            <label for="note-text">{words(move || (session.text().workshop.note_label)(sort.get()))}</label>
            <textarea id="note-text" rows="4" maxlength=MOST.to_string() spellcheck="true" disabled=flag(move || is_barred.get()) prop:value=words(move || text.get()) on:input=type_in></textarea>
            {live(move || {
                if !hall.workshop.read().is_named {
                    return ().into_any();
                }
                let t = &session.text().workshop;
                view! {
                    <label for="note-by">{t.note_by}</label>
                    <input id="note-by" type="text" maxlength="120" autocomplete="off" prop:value=words(move || by.get()) on:input=move |event| by.set(event_target_value(&event))/>
                }
                .into_any()
            })}
            <p class="button-row">
                <button class="button is-large" type="submit" disabled=flag(move || is_barred.get())>{icon(Icon::Note)}{t.note_lay}</button>
            </p>
            <p class="quiet" role="status">{words(told)}</p>
        </form>
    }
    .into_any()
}
