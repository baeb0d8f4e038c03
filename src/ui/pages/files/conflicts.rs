//! Everything of which several versions stand, to be settled here or where it is worked on.

use crate::{
    app::DeedName,
    document::{Edit, Life, Record, RecordId},
    ui::{
        components::{live, press},
        named::{address, field_name, name, says},
        platform::chance,
        session::Session,
    },
    value::Value,
};
use leptos::prelude::*;

/// So many are listed.
const LISTED: usize = 50;

pub(super) fn view(session: Session) -> AnyView {
    let t = &session.text().work;
    let is_conflict = |record: &&Record| {
        record.is_present() && (record.life() == Life::Disputed || !record.conflicts().is_empty())
    };
    let ids: Vec<RecordId> = session
        .work
        .look(|document| document.records().filter(is_conflict).map(|record| record.id).collect());
    let left = ids.len().saturating_sub(LISTED);
    let rows: Vec<AnyView> = ids.into_iter().take(LISTED).map(|id| row(session, id)).collect();
    let rows = if rows.is_empty() {
        view! { <p class="nothing">{t.conflicts_none}</p> }.into_any()
    } else {
        let more = (left > 0).then(|| (t.trash_more)(left));
        view! { <p class="quiet">{t.conflict_lead}</p><ul class="panel-list is-stacked">{rows}</ul>{more} }.into_any()
    };
    view! { <section class="panel conflicts"><h2>{t.conflicts}</h2>{rows}</section> }.into_any()
}

fn row(session: Session, id: RecordId) -> AnyView {
    // Naming it looks at the measurements, which look at the document themselves.
    let record = session.work.look_now(|document| document.get(id).cloned());
    let (title, place) = record.map_or_else(Default::default, |record| {
        (name(session, &record), address(session, &record))
    });
    let is_open = RwSignal::new(false);
    view! {
        <li>
            <a href=place>{title}</a>
            <details on:toggle=move |_| is_open.set(true)>
                <summary>{session.text().files.settle}</summary>
                {live(move || if is_open.get() { sides(session, id) } else { ().into_any() })}
            </details>
        </li>
    }
    .into_any()
}

/// One version of a field: what it says, and when that was written.
type Side = (Value, String);

fn sides(session: Session, id: RecordId) -> AnyView {
    let t = session.text();
    let kind = session.work.look_now(|document| document.get(id).map(|one| one.kind.clone()));
    let kind = kind.unwrap_or_default();
    let (fields, is_disputed) = session.work.look_now(|document| {
        let Some(record) = document.get(id) else { return Default::default() };
        let sides = |field: &str| -> Vec<Side> {
            let entries = record.values(field).into_iter();
            let time = |seconds| (t.work.time)(chance::local(seconds));
            let known = entries.filter(|entry| !entry.value.is_withheld());
            known.map(|entry| (entry.value.clone(), time(entry.at.seconds()))).collect()
        };
        let fields = record.conflicts().into_iter().map(|field| (field.to_owned(), sides(field)));
        (fields.collect::<Vec<(String, Vec<Side>)>>(), record.life() == Life::Disputed)
    });
    let fields = fields.into_iter().map(|(field, sides)| {
        let title = field_name(session, &kind, &field);
        let choices = sides.into_iter().map(|(value, time)| {
            let shown = says(session, &field, Some(&value));
            let field = field.clone();
            let choose = move || {
                let edit = Edit::Settle(id, field.clone(), value.clone());
                session.work.act(DeedName::Settled, &[edit]);
                session.say_done(DeedName::Settled);
            };
            view! {
                <li><blockquote>{shown}<small>{time}</small></blockquote><button class="button is-quiet" on:click=press(choose)>{t.work.conflict_use}</button></li>
            }
            .into_any()
        });
        view! { <p><b>{title}</b></p><ul>{choices.collect::<Vec<AnyView>>()}</ul> }.into_any()
    });
    let fields = fields.collect::<Vec<AnyView>>();
    let settle = move |edit: Edit| {
        session.work.act(DeedName::Settled, &[edit]);
        session.say_done(DeedName::Settled);
    };
    let dispute = is_disputed.then(|| {
        view! {
            <p>{t.work.disputed}</p>
            <p class="button-row">
                <button class="button is-quiet" on:click=press(move || settle(Edit::Restore(id)))>{t.work.disputed_keep}</button>
                <button class="button is-quiet" on:click=press(move || settle(Edit::Delete(id)))>{t.work.disputed_delete}</button>
            </p>
        }
    });
    view! { <div class="conflict">{fields}{dispute}</div> }.into_any()
}
