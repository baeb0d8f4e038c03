//! All profiles on the device, and a new one.

use super::{name_of, words_of};
use crate::{
    app::{DeedName, Outgoing, Route, Villages},
    document::{Edit, RecordId},
    ui::{
        components::{Icon, contours, flag, icon, live, segments, words},
        outgoing::share,
        platform::chance,
        session::Session,
        villages::{mini_compass, sorted_profiles, stage_line},
        work::new_id,
    },
    village::{
        Course, PLACES, Profile, ProfileOrder, Step, arrange, filled, points_described,
        records::{NAME, PLACE_KIND, PROFILE},
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn page(session: Session) -> AnyView {
    let profiles = Memo::new(move |_| sorted_profiles(session));
    let order = RwSignal::new(ProfileOrder::Name);
    let count = Memo::new(move |_| profiles.read().len());
    let lead = move || {
        let t = &session.text().village;
        if count.get() == 0 { t.list_empty.to_owned() } else { (t.list_lead)(count.get()) }
    };
    let t = &session.text().village;
    let views = move || {
        let t = &session.text().village;
        if count.get() == 0 {
            return ().into_any();
        }
        view! {
            <nav class="filter" aria-label=t.views><ul>
                <li><a href=Route::Villages(Villages::List).address() aria-current="page">{t.title}</a></li>
                <li><a href=Route::Villages(Villages::Compare).address()>{t.compare}</a></li>
                <li><a href=Route::Villages(Villages::Threads).address()>{t.threads}</a></li>
            </ul></nav>
        }
        .into_any()
    };
    view! {
        <div class="villages-page accent-3">
            <header class="page-head is-accented">
                {contours()}
                <h1 tabindex="-1">{t.title}</h1>
                <p class="lead">{words(lead)}</p>
                {live(views)}
            </header>
            {live(move || {
                // Where there are profiles already, these come first.
                let is_first = count.get() == 0;
                let class = if is_first { "new-profile-fold is-first" } else { "new-profile-fold" };
                view! {
                    <details class=class open=is_first>
                        <summary class="button">{icon(Icon::Add)}{session.text().village.new_title}</summary>
                        {new_profile(session)}
                    </details>
                }
                .into_any()
            })}
            {live(move || if count.get() > 1 { order_choice(session, order) } else { ().into_any() })}
            {live(move || {
                let mut profiles = profiles.get();
                arrange(&mut profiles, order.get(), chance::today());
                let cards = profiles.into_iter().map(|(id, profile)| card(session, id, &profile));
                view! { <ul class="village-cards">{cards.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
        </div>
    }
    .into_any()
}

fn order_choice(session: Session, order: RwSignal<ProfileOrder>) -> AnyView {
    segments(
        "profile-order",
        move || session.text().village.order,
        ProfileOrder::ALL.to_vec(),
        move |order| (session.text().village.order_name)(order),
        move || order.get(),
        move |chosen| order.set(chosen),
    )
    .into_any()
}

/// Begins a profile: a name is enough.
fn new_profile(session: Session) -> AnyView {
    let t = &session.text().village;
    let name = RwSignal::new(String::new());
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        let place = PLACES.iter().find(|place| place.name == typed);
        let id = new_id();
        let mut edits = vec![Edit::Create(id, PROFILE.name)];
        if !typed.is_empty() {
            edits.push(Edit::Set(id, NAME, typed.into(), BTreeSet::new()));
        }
        if let Some(kind) = place.and_then(|place| place.kind) {
            edits.push(Edit::Set(id, PLACE_KIND, kind.name().into(), BTreeSet::new()));
        }
        session.work.act(DeedName::ProfileAdded, &edits);
        session.go_to(&Route::Villages(Villages::Edit(id.to_string(), Step::Place)));
        session.say_done(DeedName::ProfileAdded);
    };
    let options =
        PLACES.iter().map(|place| view! { <option value=place.name></option> }.into_any());
    let may_write = move || session.work.is_ready.get() && !session.work.is_read_only.get();
    view! {
        <form class="new-profile panel" on:submit=begin>
            <label for="new-profile">{t.new_name}</label>
            <div class="new-profile-row">
                <input id="new-profile" type="text" maxlength="120" list="places" autocomplete="off" on:input=move |event| name.set(event_target_value(&event))/>
                <button class="button" type="submit" disabled=flag(move || !may_write())>{icon(Icon::Add)}{t.new_begin}</button>
            </div>
            <datalist id="places">{options.collect::<Vec<AnyView>>()}</datalist>
            <p class="field-hint">{t.new_hint}</p>
        </form>
    }
    .into_any()
}

fn card(session: Session, id: RecordId, profile: &Profile) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let address =
        |villages: fn(String) -> Villages| Route::Villages(villages(id.to_string())).address();
    let name = name_of(session, profile);
    let kind = profile.place_kind().map(|kind| (w.place_kind)(kind));
    let is_together = profile.course() == Course::Together;
    let filled = filled(profile);
    let described = if is_together {
        match profile.belongs_to() {
            "" => (w.course)(Course::Together).to_owned(),
            place => (w.belongs)(place),
        }
    } else {
        (t.points_described)(points_described(profile))
    };
    let pitch = (!profile.pitch().is_empty())
        .then(|| view! { <p class="village-pitch">{profile.pitch().to_owned()}</p> });
    let is_due = profile.is_revision_due(chance::today());
    let due =
        is_due.then(|| view! { <p class="village-due">{icon(Icon::Note)}{t.revision_due}</p> });
    let percent = filled.done * 100 / filled.all.max(1);
    view! {
        <li class="village-card">
            <div class="village-card-text">
                <p class="eyebrow">{kind}</p>
                <h2><a href=address(Villages::Profile)>{name.clone()}</a></h2>
                {pitch}
                <p class="quiet">{stage_line(session, profile)}</p>
                {due}
                <p class="village-filled"><meter min="0" max="100" value=percent.to_string() aria-label=t.filled_label></meter><span>{described}" · "{(t.percent_filled)(percent)}</span></p>
                <p class="village-tools">
                    <a class="quiet-link" href=super::edit::resume_address(session, id)>{icon(Icon::Note)}<span>{t.go_on}<span class="visually-hidden">": "{name}</span></span></a>
                </p>
                {share(session, words(move || session.text().village.share), move || Outgoing::Profile(id))}
            </div>
            {(!is_together).then(|| mini_compass(session, profile))}
        </li>
    }
    .into_any()
}

/// Asks nothing: deleting can be undone.
pub(super) fn delete(session: Session, id: RecordId) {
    use crate::village::records::belonging;
    let ids: Vec<RecordId> = session.work.look_now(|document| {
        belonging(document, id).filter(|one| one.is_present()).map(|one| one.id).collect()
    });
    session.go_to(&Route::Villages(Villages::List));
    session.delete_many(DeedName::ProfileDeleted, ids.into_iter().map(Edit::Delete).collect());
}
