//! Key figures with year and source.

use super::{add, records_of, remove, words_of};
use crate::{
    app::DeedName,
    document::RecordId,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        fields::{Field, Reads, line, listed, reading},
        platform::page,
        session::Session,
    },
    village::records::{AMOUNT, FIGURE, LINK, NAME, SOURCE, UNIT, WISHED, WISHED_BY, YEAR},
};
use leptos::prelude::*;

pub(super) fn view(session: Session, profile: RecordId) -> AnyView {
    let t = &session.text().village;
    let ids = records_of(session, profile, &FIGURE);
    let suggestions =
        t.figure_names.iter().map(|name| view! { <option value=*name></option> }.into_any());
    view! {
        <section class="village-form" aria-labelledby="figures">
            <h2 id="figures" tabindex="-1">{words_of(session).figures}</h2>
            <p class="quiet">{t.figures_lead}</p>
            <datalist id="figure-names">{suggestions.collect::<Vec<AnyView>>()}</datalist>
            {live(move || {
                let rows = ids.get().into_iter().map(|id| row(session, id));
                page::keep_focus();
                view! { <ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
            <button class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(move || add(session, profile, &FIGURE, Vec::new(), NAME))>{icon(Icon::Add)}{t.figure_add}</button>
        </section>
    }
    .into_any()
}

fn row(session: Session, id: RecordId) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let field = |name| Field::new(session, DeedName::ProfileWritten, (id, name));
    let named = field(NAME);
    let label = |name| (w.field)(FIGURE.name, name);
    view! {
        <li class="panel form village-item">
            {listed(&field(NAME), label(NAME), "", 120, "figure-names")}
            <div class="field-pair">
                <div>{reading(&field(AMOUNT), label(AMOUNT), Reads::Number)}</div>
                <div>{line(&field(UNIT), label(UNIT), "", 60)}</div>
                <div>{reading(&field(YEAR), label(YEAR), Reads::Date)}</div>
            </div>
            {line(&field(SOURCE), label(SOURCE), "", 300)}
            {reading(&field(LINK), label(LINK), Reads::Link)}
            <div class="field-pair">
                <div>{reading(&field(WISHED), label(WISHED), Reads::Number)}</div>
                <div>{reading(&field(WISHED_BY), label(WISHED_BY), Reads::Date)}</div>
            </div>
            <button class="quiet-link" on:click=press(move || remove(session, id, "#figures"))>{icon(Icon::Close)}<span>{t.figure_remove}<span class="visually-hidden">": "{words(move || named.text())}</span></span></button>
        </li>
    }
    .into_any()
}
