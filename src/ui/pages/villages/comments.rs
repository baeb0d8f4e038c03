//! What people say to a part of a profile.

use super::{edit, words_of};
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
    village::{
        Step,
        records::{BY, COMMENT, IS_SETTLED, OF_PROFILE, PART, TEXT},
    },
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

/// All comments on a profile, to be read; nothing where there is none. They are not for paper.
pub(super) fn read(session: Session, profile: RecordId) -> AnyView {
    let found = session.work.look(|document| {
        let name = profile.to_string();
        let of = document.of_kind(&COMMENT).filter(|one| one.text(OF_PROFILE) == name);
        let told = of.map(|one| {
            let is_settled = one.front(IS_SETTLED) == Some(&Value::Flag(true));
            let text = |field| one.text(field).to_owned();
            (text(PART), text(TEXT), text(BY), is_settled)
        });
        told.collect::<Vec<_>>()
    });
    if found.is_empty() {
        return ().into_any();
    }
    let (t, w) = (&session.text().village, words_of(session));
    let count = found.len();
    let rows = found.into_iter().map(|(part, text, by, is_settled)| {
        let step = Step::from_name(&part).unwrap_or(Step::Actions);
        let settled = is_settled.then(|| view! { <span class="badge">{(w.field)(COMMENT.name, IS_SETTLED)}</span> });
        let by = (!by.is_empty()).then(|| view! { <small>{by}</small> });
        view! { <li><a href=edit::address(profile, step)>{edit::step_name(session, step)}</a>" "{settled}<p class="as-written">{text}</p>{by}</li> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    view! { <section class="village-text village-comments no-print"><h2>{(t.comments)(count)}</h2><ul class="plain-list">{rows}</ul></section> }
        .into_any()
}
