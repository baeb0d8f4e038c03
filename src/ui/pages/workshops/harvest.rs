//! From a result to what comes of it, by one tap each: an action or ratings of a village, an indicator, a
//! note on a goal.

use super::Hall;
use crate::{
    app::{DeedName, Harvest, HarvestWords, Measuring, Route, Villages, harvest, is_harvested},
    document::RecordId,
    measure::When,
    ui::{
        components::{Icon, flag, icon, live, press},
        platform::{chance, page},
        session::Session,
        villages::{named as profile_name, sorted_profiles},
        workshops::{Names, named, subject_line},
    },
    village::POINTS,
    vision::Place,
    workshop::{Activity, Agreement, Method, Note, Outcome, Score, agreements},
};
use leptos::prelude::*;

/// The profile that results are carried to: the workshop's, or the only one there is.
pub(super) fn chosen_profile(hall: Hall) -> RwSignal<Option<RecordId>> {
    let chosen = RwSignal::new(None);
    let session = hall.session;
    Effect::new(move |is_set: Option<bool>| {
        // Once: what the person chooses then, stays.
        if is_set == Some(true) {
            return true;
        }
        let profiles = sorted_profiles(session);
        let of_workshop = hall.workshop.read().profile;
        let is_there = |id: &RecordId| profiles.iter().any(|(one, _)| one == id);
        let only = if let [(one, _)] = profiles.as_slice() { Some(*one) } else { None };
        chosen.set(of_workshop.filter(is_there).or(only));
        !profiles.is_empty()
    });
    chosen
}

/// The profiles on this device by their names; follows changes.
pub(super) fn profile_names(session: Session) -> Memo<Vec<(RecordId, String)>> {
    Memo::new(move |_| {
        let all = sorted_profiles(session).into_iter();
        all.map(|(id, profile)| (id, profile_name(session, &profile))).collect()
    })
}

/// The choice of a profile, where there is one.
pub(super) fn profile_choice(hall: Hall, chosen: RwSignal<Option<RecordId>>) -> AnyView {
    let session = hall.session;
    let profiles = profile_names(session);
    live(move || {
        let t = &session.text().workshop;
        let profiles = profiles.get();
        if profiles.is_empty() {
            return view! { <p class="quiet">{t.no_profiles}" "<a href=Route::Villages(Villages::List).address()>{t.to_profiles}</a></p> }.into_any();
        }
        let options = profiles.into_iter().map(|(id, name)| {
            let is_chosen = flag(move || chosen.get() == Some(id));
            view! { <option value=id.to_string() prop:selected=is_chosen>{name}</option> }
                .into_any()
        });
        let choose = move |event| chosen.set(RecordId::parse(&event_target_value(&event)));
        view! {
            <p class="harvest-profile">
                <label for="harvest-profile">{t.carry_to}</label>
                <select id="harvest-profile" on:change=choose><option value="">{t.profile_choose}</option>{options.collect::<Vec<AnyView>>()}</select>
            </p>
        }
        .into_any()
    })
}

fn words_of(hall: Hall) -> HarvestWords {
    let t = &hall.session.text_now().workshop;
    let name = named(hall.session, &hall.workshop.read_untracked().name);
    HarvestWords {
        set_name: (t.set_name)(&name),
        source: (t.source)(&name),
        indicator: String::new(),
    }
}

/// Carries a result on, and says so.
fn carry(hall: Hall, what: &Harvest, indicator: &str) {
    let session = hall.session;
    let mut words = words_of(hall);
    indicator.clone_into(&mut words.indicator);
    let workshop = hall.workshop.get_untracked();
    let today = When::of_day(chance::today());
    let edits = session
        .work
        .look_now(|document| harvest(document, session.edition, &workshop, what, &words, today));
    session.work.act(DeedName::Harvested, &edits);
    if edits.is_empty() {
        session.say(session.text_now().workshop.already_carried.into(), None);
    } else {
        session.say_done(DeedName::Harvested);
    }
}

/// A button that carries a result on; once that is done, the way to what came of it.
fn carry_button(
    hall: Hall,
    what: Harvest,
    word: &'static str,
    about: &str,
    indicator: String,
    address: impl Fn(RecordId) -> String + Send + Sync + 'static,
) -> AnyView {
    let session = hall.session;
    let made = {
        let what = what.clone();
        Memo::new(move |_| session.work.look(|document| is_harvested(document, &what)))
    };
    let about = about.to_owned();
    live(move || {
        let t = &session.text().workshop;
        let (what, indicator, about) = (what.clone(), indicator.clone(), about.clone());
        let link = made.get().map(
            |id| view! { <a class="quiet-link" href=address(id)>{icon(Icon::Link)}{t.carried}{hidden(&about)}</a> },
        );
        let again =
            made.get().is_some() && matches!(what, Harvest::Action { .. } | Harvest::Note { .. });
        let word = if made.get().is_some() { t.carry_again } else { word };
        let button = (!again).then(|| view! {
            <button type="button" class="quiet-link" disabled=flag(move || session.work.is_read_only.get()) on:click=press(move || carry(hall, &what, &indicator))>{icon(Icon::Add)}{word}{hidden(&about)}</button>
        });
        view! { <span class="carry">{button}{link}</span> }.into_any()
    })
}

/// What a vote can become: ratings of a village, and an indicator for each item of the vision.
pub(super) fn of_vote(
    hall: Hall,
    activity: &Activity,
    outcome: &Outcome,
    names: &Names,
    profile: RwSignal<Option<RecordId>>,
) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let id = activity.id;
    let is_of_points = activity.items.iter().any(|item| POINTS.contains(&item.as_str()));
    let ratings = (activity.method == Method::Rating && is_of_points).then(|| {
        live(move || {
            let t = &session.text().workshop;
            profile.get().map_or_else(
                || ().into_any(),
                |profile| {
                    let what = Harvest::Ratings { activity: id, profile };
                    let address =
                        move |_| Route::Villages(Villages::Profile(profile.to_string())).address();
                    carry_button(hall, what, t.to_compass, "", String::new(), address)
                },
            )
        })
    });
    let method = activity.method;
    let is_item = |score: &&Score| {
        score.people() > 0
            && session
                .edition
                .place(&score.subject)
                .is_some_and(|place| !matches!(place, Place::Block(..)))
    };
    let rows = outcome.scores.iter().filter(is_item).map(|score| {
        let item = score.subject.clone();
        let name = subject_line(session, names, &item);
        let what = Harvest::Indicator { activity: id, item };
        let indicator = (t.indicator_name)(method, &name);
        let address = |_| Route::Measure(Measuring::Sets).address();
        view! { <li><span>{name.clone()}</span>{carry_button(hall, what, t.to_indicator, &name, indicator, address)}</li> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    if rows.is_empty() && ratings.is_none() {
        return ().into_any();
    }
    view! {
        <details class="carry-on no-print">
            <summary>{icon(Icon::Forward)}{t.carry_on}</summary>
            <p>{ratings}</p>
            <ul class="plain-list carry-rows">{rows}</ul>
        </details>
    }
    .into_any()
}

/// A note, to be laid on a goal of the vision.
pub(super) fn of_note(hall: Hall, note: &Note) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let id = note.id;
    let is_open = RwSignal::new(false);
    let select = format!("note-goal-{id}");
    let picked = RwSignal::new(String::new());
    let put = move || {
        let item = picked.get_untracked();
        if item.is_empty() {
            return page::focus(&format!("[id='note-goal-{id}']"));
        }
        carry(hall, &Harvest::Note { note: id, item }, "");
        picked.set(String::new());
        page::select_first(&format!("[id='note-goal-{id}']"));
    };
    let form = move || {
        if !is_open.get() {
            return ().into_any();
        }
        let t = &session.text().workshop;
        let language = session.language();
        let options = session.edition.goals().map(|(_, goal)| {
            let name = format!("{} {}", goal.id, goal.label.get(language));
            view! { <option value=goal.id.clone()>{name}</option> }.into_any()
        });
        view! {
            <label class="visually-hidden" for=select.clone()>{t.to_goal}</label>
            <div class="thread-choice">
                <select id=select.clone() on:change=move |event| picked.set(event_target_value(&event))><option value="">{t.item_choose}</option>{options.collect::<Vec<AnyView>>()}</select>
                <button type="button" class="button is-quiet" on:click=press(put)>{t.goal_put}</button>
            </div>
        }
        .into_any()
    };
    view! {
        <details class="carry-on no-print" on:toggle=move |_| is_open.set(true)>
            <summary>{icon(Icon::Forward)}{t.to_goal}<span class="visually-hidden">": "{note.text.clone()}</span></summary>
            {live(form)}
        </details>
    }
    .into_any()
}

/// What was agreed, and the way into a village's action plan.
pub(super) fn agreements_section(hall: Hall, profile: RwSignal<Option<RecordId>>) -> AnyView {
    let session = hall.session;
    let all = Memo::new(move |_| session.work.look(|document| agreements(document, hall.id)));
    live(move || agreed_rows(hall, &all.read(), profile))
}

fn agreed_rows(hall: Hall, all: &[Agreement], profile: RwSignal<Option<RecordId>>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let told = all.iter().filter(|one| !one.what.is_empty());
    let rows = told.map(|one| {
        let (id, what) = (one.id, one.what.clone());
        let who = [one.who.as_str(), one.time.as_str()];
        let who: Vec<&str> = who.into_iter().filter(|text| !text.is_empty()).collect();
        let carry = live(move || {
            let t = &session.text().workshop;
            let Some(profile) = profile.get() else { return ().into_any() };
            let address =
                move |_| Route::Villages(Villages::Profile(profile.to_string())).address();
            let harvest = Harvest::Action { agreement: id, profile };
            carry_button(hall, harvest, t.to_action, &what, String::new(), address)
        });
        view! { <li><b>{one.what.clone()}</b>" "<small>{who.join(" · ")}</small>{carry}</li> }
            .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="result-agreed" aria-labelledby="agreed">
            <h2 id="agreed">{t.agreements}</h2>
            <ol class="agreed-list">{rows}</ol>
            {live(move || {
                let told = session.text().workshop.who_goes_along;
                profile.get().map(|_| view! { <p class="quiet">{told}</p> }).into_any()
            })}
        </section>
    }
    .into_any()
}

/// What a button or link is about, for those who do not see what it stands beside.
fn hidden(about: &str) -> Option<AnyView> {
    let about = format!(": {about}");
    (about.len() > 2).then(|| view! { <span class="visually-hidden">{about}</span> }.into_any())
}
