//! What people say to a part of a profile.

use super::words_of;
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press},
        fields::{Field, line, prose},
        platform::page,
        session::Session,
        work::new_id,
    },
    village::records::{BY, COMMENT, IS_SETTLED, OF_PROFILE, PART, TEXT},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The comments on a part, folded; and a way to write one.
pub(super) fn view(session: Session, profile: RecordId, part: &'static str) -> AnyView {
    let t = &session.text().village;
    let ids = Memo::new(move |_| {
        session.work.look(|document| {
            let name = profile.to_string();
            let of = document.of_kind(&COMMENT);
            let here = of.filter(|one| one.text(OF_PROFILE) == name && one.text(PART) == part);
            here.map(|one| one.id).collect::<Vec<RecordId>>()
        })
    });
    let is_open = !ids.get_untracked().is_empty();
    let new = move || {
        let id = new_id();
        let set = |field, value: String| Edit::Set(id, field, value.into(), BTreeSet::new());
        let edits = [
            Edit::Create(id, COMMENT.name),
            set(OF_PROFILE, profile.to_string()),
            set(PART, part.to_owned()),
        ];
        session.work.act(DeedName::CommentAdded, &edits);
        page::focus_soon(&format!("[id='{TEXT}-{id}']"));
    };
    view! {
        <details class="comments" open=is_open>
            <summary>{icon(Icon::Note)}{live(move || (session.text().village.comments)(ids.read().len()).into_any())}</summary>
            {live(move || {
                let rows = ids.get().into_iter().map(|id| comment(session, id));
                page::keep_focus();
                view! { <ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
            <button class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(new)>{icon(Icon::Add)}{t.comment_add}</button>
        </details>
    }
    .into_any()
}

fn comment(session: Session, id: RecordId) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let field = |name| Field::new(session, DeedName::ProfileWritten, (id, name));
    let settled = field(IS_SETTLED);
    let is_settled = Memo::new(move |_| {
        session.work.look(|document| document.get(id)?.front(IS_SETTLED).cloned())
            == Some(Value::Flag(true))
    });
    let delete = move || {
        session.work.act(DeedName::ProfilePartDeleted, &[Edit::Delete(id)]);
        session.say_done(DeedName::ProfilePartDeleted);
        page::focus_soon(".comments summary");
    };
    view! {
        <li class="panel form village-item">
            {prose(&field(TEXT), (w.field)(COMMENT.name, TEXT), "", 3, 4_000)}
            {line(&field(BY), (w.field)(COMMENT.name, BY), t.hint_by, 120)}
            <label class="check">
                <input type="checkbox" prop:checked=flag(move || is_settled.get()) on:change=move |event| settled.put(Value::Flag(event_target_checked(&event)))/>
                <span>{(w.field)(COMMENT.name, IS_SETTLED)}</span>
            </label>
            <button class="quiet-link" on:click=press(delete)>{icon(Icon::Close)}{t.comment_remove}</button>
        </li>
    }
    .into_any()
}
