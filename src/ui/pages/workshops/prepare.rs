//! Preparing a workshop: what it is about, how it is held, its agenda, and handing it to the other tables.

use super::{Hall, agenda, harvest::profile_names};
use crate::{
    app::{DeedName, Outgoing, Route, Workshops},
    document::{Edit, RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        fields::{Reads, choice, line, prose, reading},
        outgoing::share,
        session::Session,
        workshops::named,
    },
    workshop::records::{
        AIM, FACILITATOR, HELD, IS_LOCKING, IS_NAMED, NAME, PLACE, PROFILE, belonging,
    },
};
use leptos::prelude::*;

pub(super) fn page(hall: Hall) -> AnyView {
    let session = hall.session;
    let (t, id) = (&session.text().workshop, hall.id);
    let workshop = hall.workshop;
    let told = move || {
        let workshop = workshop.read();
        (session.text().workshop.steps_and_minutes)(workshop.activities.len(), workshop.minutes())
    };
    view! {
        <article class="workshop-prepare accent-5">
            {super::list_trail(hall)}
            <header class="page-head">
                <h1 tabindex="-1">{words(move || named(session, &workshop.read().name))}</h1>
                <p class="lead">{words(told)}</p>
                <p class="button-row">
                    <a class="button is-large" href=hall.address(Workshops::Run)>{icon(Icon::Forward)}{t.start}</a>
                    <a class="button is-quiet" href=hall.address(Workshops::Results)>{icon(Icon::Figure)}{t.results}</a>
                </p>
                <p class="quiet">{t.start_hint}</p>
            </header>
            <div class="workshop-columns">
                <section class="panel form" aria-labelledby="about-workshop">
                    <h2 id="about-workshop">{t.about}</h2>
                    {line(&hall.field(NAME), t.name, "", 120)}
                    {prose(&hall.field(AIM), t.aim, t.aim_hint, 3, 1_000)}
                    <div class="field-pair">
                        <div>{reading(&hall.field(HELD), t.held, Reads::Date)}</div>
                        <div>{line(&hall.field(PLACE), t.place, "", 120)}</div>
                    </div>
                    {line(&hall.field(FACILITATOR), t.facilitator, "", 120)}
                    {profile_choice(hall)}
                    {check(hall, IS_NAMED, t.with_names, t.with_names_hint)}
                    {check(hall, IS_LOCKING, t.locking, t.locking_hint)}
                </section>
                {agenda::view(hall)}
            </div>
            <section class="panel form" aria-labelledby="tables-heading">
                <h2 id="tables-heading">{t.several_tables}</h2>
                <p class="quiet">{t.several_tables_lead}</p>
                {share(session, words(move || session.text().workshop.share), move || Outgoing::Workshop(id))}
            </section>
            <p class="village-delete"><button class="quiet-link" disabled=flag(move || session.work.is_read_only.get()) on:click=press(move || delete(session, id))>{icon(Icon::Close)}{t.delete}</button></p>
        </article>
    }
    .into_any()
}

/// The village profile that a workshop is for.
fn profile_choice(hall: Hall) -> AnyView {
    let session = hall.session;
    let profiles = profile_names(session);
    live(move || {
        let profiles = profiles.get();
        if profiles.is_empty() {
            return ().into_any();
        }
        let t = &session.text().workshop;
        let mut options = vec![(String::new(), t.no_profile.to_owned())];
        options.extend(profiles.into_iter().map(|(id, name)| (id.to_string(), name)));
        choice(&hall.field(PROFILE), t.for_profile, options)
    })
}

/// A yes or no of the workshop, with a word on what it means.
fn check(hall: Hall, field: &'static str, label: &'static str, hint: &'static str) -> AnyView {
    let session = hall.session;
    let place = hall.field(field);
    let is_on = move || {
        let workshop = hall.workshop.read();
        if field == IS_NAMED { workshop.is_named } else { workshop.is_locking }
    };
    let label_for = format!("{field}-{}", hall.id);
    let id = label_for.clone();
    view! {
        <label class="check" for=label_for>
            <input id=id type="checkbox" disabled=flag(move || session.work.is_read_only.get()) prop:checked=flag(is_on) on:change=move |event| place.put(Value::Flag(event_target_checked(&event)))/>
            <span>{label}<small>{hint}</small></span>
        </label>
    }
    .into_any()
}

/// Asks nothing: deleting can be undone.
fn delete(session: Session, id: RecordId) {
    let ids: Vec<RecordId> = session.work.look_now(|document| {
        belonging(document, id).filter(|one| one.is_present()).map(|one| one.id).collect()
    });
    session.go_to(&Route::Workshops(Workshops::List));
    session.delete_many(DeedName::WorkshopDeleted, ids.into_iter().map(Edit::Delete).collect());
}
