//! A person's own verdict on a goal, beside the computed status.

use super::{
    components::{flag, press},
    platform::page,
    session::Session,
    work::new_id,
};
use crate::{
    app::{DeedName, SetKey},
    document::Edit,
    measure::{Status, records},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The form in which a verdict is given, folded away.
pub(crate) fn verdict_section(session: Session, item: &'static str) -> AnyView {
    let t = &session.text().measure;
    let status = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let owner = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let give = move || {
        let text = reason.get_untracked().trim().to_owned();
        let Some(chosen) = Status::from_name(&status.get_untracked()).filter(|_| !text.is_empty())
        else {
            is_missing.set(true);
            return page::focus("#verdict-reason");
        };
        is_missing.set(false);
        let (set, mut edits) = session.writable_set(&session.usual_set());
        let before = session.measures(|measures| {
            measures.verdict(SetKey::Own(set), item).map(|verdict| verdict.id)
        });
        edits.extend(before.map(Edit::Delete));
        let id = new_id();
        edits.push(Edit::Create(id, records::VERDICT.name));
        for (field, value) in [
            (records::OF_SET, set.to_string()),
            (records::ITEM, item.to_owned()),
            (records::STATUS, chosen.name().to_owned()),
            (records::REASON, text),
            (records::OWNER, owner.get_untracked().trim().to_owned()),
        ] {
            edits.push(Edit::Set(id, field, value.into(), BTreeSet::new()));
        }
        session.work.act(DeedName::VerdictGiven, &edits);
        session.show_set(SetKey::Own(set));
        reason.set(String::new());
        session.say_done(DeedName::VerdictGiven);
        page::focus_heading_soon();
    };
    let remove = move || {
        let set = session.shown_set();
        let id = session.measures(|measures| measures.verdict(set, item).map(|verdict| verdict.id));
        if let Some(id) = id {
            session.work.act(DeedName::VerdictRemoved, &[Edit::Delete(id)]);
            session.say_done(DeedName::VerdictRemoved);
        }
        page::focus_heading_soon();
    };
    let has_verdict = move || {
        let set = session.shown_set();
        session.measures(|measures| measures.verdict(set, item).is_some())
    };
    let options = Status::ALL
        .into_iter()
        .map(|one| view! { <option value=one.name()>{(t.status)(one)}</option> }.into_any());
    let options = options.collect::<Vec<AnyView>>();
    view! {
        <details class="verdict-form">
            <summary>{t.verdict}</summary>
            <p class="quiet">{t.verdict_lead}</p>
            <div class="form">
                <label for="verdict-status">{t.verdict_status}</label>
                <select id="verdict-status" on:change=move |event| status.set(event_target_value(&event))>
                    <option value="">{t.choose}</option>
                    {options}
                </select>
                <label for="verdict-reason">{t.verdict_reason}</label>
                <textarea id="verdict-reason" rows="3" maxlength="2000" aria-describedby="verdict-missing" prop:value=move || reason.get() on:input=move |event| reason.set(event_target_value(&event))></textarea>
                <p id="verdict-missing" class="field-problem" hidden=flag(move || !is_missing.get())>{t.verdict_needs_reason}</p>
                <label for="verdict-owner">{t.verdict_by}</label>
                <input id="verdict-owner" type="text" maxlength="120" autocomplete="off" on:input=move |event| owner.set(event_target_value(&event))/>
                <p class="button-row">
                    <button class="button" disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get()) on:click=press(give)>{t.verdict_give}</button>
                    <button class="button is-quiet" hidden=flag(move || !has_verdict()) on:click=press(remove)>{t.verdict_remove}</button>
                </p>
            </div>
        </details>
    }
    .into_any()
}
