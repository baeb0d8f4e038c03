//! Measurement sets: names, descriptions, which one is looked at, copies.

use super::head;
use crate::{
    app::{DeedName, Measuring, Outgoing, OwnSet, SetKey},
    document::{Edit, RecordId},
    measure::records,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        measuring::set_edits,
        outgoing::share,
        platform::page,
        session::Session,
        threads::origin,
        work::new_id,
    },
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let ids = Memo::new(move |_| {
        session.measuring.sets.read().iter().map(|own| own.id).collect::<Vec<RecordId>>()
    });
    let add = move || {
        let id = new_id();
        session.work.act(DeedName::SetAdded, &set_edits(id, "", ""));
        page::focus_soon(&format!("[id='set-name-{id}']"));
    };
    let may_write = move || session.work.is_ready.get() && !session.work.is_read_only.get();
    view! {
        <div class="sets-page">
            {head(session, &Measuring::Sets, t.view_sets, t.sets_lead.into())}
            <ul class="sets">
                {published(session)}
                {live(move || {
                    let sets = ids.get().into_iter().map(|id| own(session, id)).collect::<Vec<AnyView>>();
                    page::keep_focus();
                    sets.into_any()
                })}
            </ul>
            <button class="button" disabled=flag(move || !may_write()) on:click=press(add)>{icon(Icon::Add)}{t.set_add}</button>
        </div>
    }
    .into_any()
}

fn published(session: Session) -> AnyView {
    let t = &session.text().measure;
    let count = session.measuring.now(|measures| measures.published().entries.len());
    view! {
        <li class="panel">
            <h2>{t.published}</h2>
            <p>{t.published_about}</p>
            <p class="quiet">{(t.observations)(count)}" · "{t.set_read_only}</p>
            {show_button(session, SetKey::Published)}
        </li>
    }
    .into_any()
}

fn show_button(session: Session, set: SetKey) -> AnyView {
    live(move || {
        let t = &session.text().measure;
        if session.shown_set() == set {
            return view! { <p class="is-shown">{icon(Icon::Vision)}{t.set_shown}</p> }.into_any();
        }
        view! { <button class="button is-quiet" on:click=press(move || session.show_set(set))>{t.set_show}</button> }
            .into_any()
    })
}

fn own(session: Session, id: RecordId) -> AnyView {
    let t = &session.text().measure;
    let work = session.work;
    let set = SetKey::Own(id);
    let count = words(move || {
        (session.text().measure.observations)(session.measures(|measures| measures.count(set)))
    });
    let field = move |name: &'static str, label: &'static str, is_long: bool| {
        let element = format!("set-{name}-{id}");
        let type_in = move |event| {
            work.type_in_as(DeedName::SetWritten, (id, name), event_target_value(&event));
        };
        let leave = move |_| work.leave((id, name));
        let input = if is_long {
            view! { <textarea id=element.clone() rows="2" maxlength="2000" readonly=flag(move || work.is_read_only.get()) prop:value=words(move || work.field((id, name))) on:input=type_in on:blur=leave></textarea> }.into_any()
        } else {
            view! { <input id=element.clone() type="text" maxlength="120" autocomplete="off" readonly=flag(move || work.is_read_only.get()) prop:value=words(move || work.field((id, name))) on:input=type_in on:blur=leave/> }.into_any()
        };
        view! { <label for=element>{label}</label>{input} }.into_any()
    };
    let heading = words(move || session.set_name(set));
    view! {
        <li class="panel">
            <h2>{heading}</h2>
            <div class="form">
                {field(records::NAME, t.set_name, false)}
                {field(records::ABOUT, t.set_about, true)}
            </div>
            <p class="quiet">{count}</p>
            {origin(session, vec![id])}
            <p class="button-row">
                {show_button(session, set)}
                <button class="button is-quiet" on:click=press(move || copy(session, id))>{t.set_copy}</button>
                <button class="quiet-link" on:click=press(move || delete(session, id))>{icon(Icon::Close)}{t.set_delete}</button>
            </p>
            {share(session, words(move || session.text().files.share_set), move || Outgoing::Set(id))}
        </li>
    }
    .into_any()
}

/// All records that belong to a set.
fn belonging(session: Session, set: RecordId) -> Vec<RecordId> {
    let name = set.to_string();
    session.work.look_now(|document| {
        let all = document.records().filter(|record| record.is_present());
        all.filter(|record| record.text(records::OF_SET) == name).map(|record| record.id).collect()
    })
}

/// Makes a copy of a set with all that belongs to it. Copies of own indicators get ids of their own, and
/// copies of their observations follow them.
fn copy(session: Session, id: RecordId) {
    session.work.flush();
    let set = new_id();
    let old = session.measuring.sets.get_untracked().into_iter().find(|own| own.id == id);
    let OwnSet { about, .. } =
        old.unwrap_or_else(|| OwnSet { id, name: String::new(), about: String::new() });
    let name =
        (session.text_now().measure.set_copy_of)(&untrack(|| session.set_name(SetKey::Own(id))));
    let mut edits = set_edits(set, &name, &about);
    let ids: Vec<(RecordId, RecordId)> =
        belonging(session, id).into_iter().map(|old| (old, new_id())).collect();
    session.work.look_now(|document| {
        for (old, new) in &ids {
            let Some(record) = document.get(*old) else { continue };
            let Some(kind) = crate::app::KINDS.iter().find(|kind| kind.name == record.kind) else {
                continue;
            };
            edits.push(Edit::Create(*new, kind.name));
            for (field, _) in kind.fields {
                let Some(value) = record.front(field) else { continue };
                // What names the set or one of its own indicators names the copy.
                let named = value.as_text().unwrap_or_default();
                let moved = ids.iter().find(|(old, _)| old.to_string() == named);
                let moved = moved.map(|(_, new)| new.to_string().into());
                let value = match *field {
                    records::OF_SET => set.to_string().into(),
                    records::INDICATOR => moved.unwrap_or_else(|| value.clone()),
                    _ => value.clone(),
                };
                edits.push(Edit::Set(*new, field, value, std::collections::BTreeSet::new()));
            }
        }
    });
    session.work.act(DeedName::SetAdded, &edits);
    let count = untrack(|| session.measures(|measures| measures.count(SetKey::Own(set))));
    session.say_with_undo((session.text_now().measure.set_copied)(count));
    page::focus_heading_soon();
}

/// Deletes a set with all that belongs to it; one undo brings everything back.
fn delete(session: Session, id: RecordId) {
    let mut edits: Vec<Edit> = belonging(session, id).into_iter().map(Edit::Delete).collect();
    edits.push(Edit::Delete(id));
    session.delete_many(DeedName::SetDeleted, edits);
    page::focus_heading_soon();
}
