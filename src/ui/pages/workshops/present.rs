//! The big screen: for everybody in the hall to see. It follows this device's table, also in a window of
//! its own.

use super::{Hall, clock, closing, run::heading};
use crate::{
    app::{Route, Workshops},
    document::Moment,
    sorted::Sorted,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        platform::awake,
        work::now,
        workshops::{bars, named, subject_view, turnout},
    },
    village,
    workshop::{
        Activity, Grouped, Note, Stage, Urgency, Way, agreements, grouping, notes, show_time,
        subjects_of,
    },
};
use leptos::prelude::*;

/// So many rows can be read from afar.
const ROWS: usize = 8;
/// So many notes of each group are read out.
const NOTES: usize = 3;
/// So many notes that are in no group are read out.
const LOOSE: usize = 20;

pub(super) fn page(hall: Hall) -> AnyView {
    let session = hall.session;
    let seconds = clock();
    awake::keep_awake();
    on_cleanup(awake::unfill_screen);
    let current = Memo::new(move |_| hall.current());
    let at = Memo::new(move |_| current.read().as_ref().map(|one| one.id));
    let step = move |is_next: bool| {
        let workshop = hall.workshop.get_untracked();
        let Some(id) = at.get_untracked() else { return };
        let (before, next) = workshop.beside(id);
        if let Some(activity) = if is_next { next } else { before } {
            hall.go(activity);
        }
    };
    let leave = move || {
        session.go_to(&Route::Workshops(Workshops::Run(hall.id.to_string())));
    };
    let toggle =
        move || {
            hall.set_timer(|timer| {
                if timer.is_running() { timer.pause(now()) } else { timer.start(now()) }
            });
        };
    crate::ui::platform::page::on_key_here(move |event| match event.key().as_str() {
        // With these the browser goes back, or closes something; a key that is held would run on to the result.        _ if event.alt_key() || event.ctrl_key() || event.meta_key() || event.repeat() => {}
        "ArrowRight" | "PageDown" => step(true),
        "ArrowLeft" | "PageUp" => step(false),
        "Escape" => leave(),
        _ => {}
    });
    let beside = Memo::new(move |_| {
        let workshop = hall.workshop.read();
        let (before, next) = at.get().map_or((None, None), |id| workshop.beside(id));
        (before.is_some(), next.is_some())
    });
    let word = move || {
        let t = &session.text().workshop;
        if hall.timer().is_running() { t.clock_pause } else { t.clock_start }
    };
    let can_fill = awake::can_fill_screen();
    let fill = can_fill.then(|| view! {
        <button class="button is-quiet is-fill" on:click=press(awake::fill_screen)>{icon(Icon::Screen)}{words(move || session.text().workshop.fill_screen)}</button>
    });
    view! {
        <div class="presentation is-workshop accent-5">
            <div class="present-head">
                <p class="eyebrow">{words(move || named(session, &hall.workshop.read().name))}" · "{words(move || stage_name(hall, current.get().as_ref()))}</p>
                {time(hall, seconds)}
            </div>
            {live(move || slide(hall, current.get().as_ref()))}
            <nav class="presentation-tools" aria-label=words(move || session.text().workshop.big_screen)>
                <button class="button is-quiet is-leave" on:click=press(leave)>{icon(Icon::Close)}{words(move || session.text().workshop.leave_screen)}</button>
                {fill}
                <button class="button is-quiet" on:click=press(toggle)>{icon(Icon::Clock)}{words(word)}</button>
                <button class="icon-button is-back" disabled=flag(move || !beside.get().0) aria-label=words(move || session.text().previous) on:click=press(move || step(false))>{icon(Icon::Forward)}</button>
                <button class="icon-button" disabled=flag(move || !beside.get().1) aria-label=words(move || session.text().next) on:click=press(move || step(true))>{icon(Icon::Forward)}</button>
            </nav>
        </div>
    }
    .into_any()
}

fn stage_name(hall: Hall, activity: Option<&Activity>) -> &'static str {
    let t = &hall.session.text().workshop;
    (t.stage)(activity.map(|activity| activity.stage).unwrap_or_default())
}

fn time(hall: Hall, seconds: RwSignal<i64>) -> AnyView {
    let session = hall.session;
    let timer = Memo::new(move |_| hall.timer());
    let moment = move || Moment::from_seconds(seconds.get());
    let urgency = Memo::new(move |_| timer.get().urgency(moment()));
    let class = move || match urgency.get() {
        Urgency::Calm => "present-time",
        Urgency::Soon => "present-time is-soon",
        Urgency::Up => "present-time is-up",
    };
    let told = move || {
        let t = &session.text().workshop;
        match urgency.get() {
            Urgency::Calm => "",
            Urgency::Soon => t.minute_left,
            Urgency::Up => t.time_is_up,
        }
    };
    view! {
        <p class=words(class)><span role="timer" aria-label=words(move || session.text().workshop.clock)>{words(move || show_time(timer.get().left(moment())))}</span><small>{words(told)}</small></p>
    }
    .into_any()
}

fn slide(hall: Hall, activity: Option<&Activity>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let title = heading(hall, activity);
    let body = match activity {
        None => ().into_any(),
        Some(activity) => match activity.stage {
            Stage::Welcome => welcome(hall),
            Stage::Writing => count(hall),
            Stage::Voting | Stage::Prioritising => voting(hall, activity),
            Stage::Reveal => reveal(hall, activity),
            Stage::Grouping => groups(hall),
            Stage::Agreeing => {
                let agreed = session.work.look(|document| agreements(document, hall.id));
                if agreed.iter().all(|one| one.what.is_empty()) {
                    view! { <p class="slide-pitch">{t.agreeing_big}</p> }.into_any()
                } else {
                    closing::agreed_list(hall, &agreed)
                }
            }
            Stage::Closing => closing::summary(hall),
        },
    };
    view! { <section class="slide"><h1 tabindex="-1">{title}</h1>{body}</section> }.into_any()
}

fn welcome(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let workshop = hall.workshop.get();
    let told = [village::date(&workshop.held, session.language()), workshop.place.clone()];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let steps = workshop.activities.iter().map(|activity| {
        view! { <li>{(t.stage)(activity.stage)}" "<small>{(t.minutes_short)(activity.minutes)}</small></li> }.into_any()
    });
    view! {
        <p class="slide-pitch">{workshop.aim.clone()}</p>
        <ol class="present-agenda">{steps.collect::<Vec<AnyView>>()}</ol>
        <p class="quiet">{told.join(" · ")}</p>
    }
    .into_any()
}

/// While people write, only how much there is.
fn count(hall: Hall) -> AnyView {
    let t = &hall.session.text().workshop;
    let all = hall.session.work.look(|document| notes(document, hall.id).len());
    view! {
        <p class="slide-pitch">{t.writing_big}</p>
        <p class="big-number"><b>{all.to_string()}</b>" "{(t.notes_word)(all)}</p>
    }
    .into_any()
}

/// While people vote, what is voted on and how many have.
fn voting(hall: Hall, activity: &Activity) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let subjects = session.work.look(|document| subjects_of(document, hall.id, activity));
    let names = hall.names();
    let people = hall.here.read().as_ref().map_or(0, |table| table.people);
    // At this table: others' come in later.
    let cast = super::voting::cast(hall, activity.id);
    let class = if subjects.len() > ROWS { "present-subjects is-many" } else { "present-subjects" };
    let rows = subjects
        .iter()
        .take(4 * ROWS)
        .map(|subject| view! { <li>{subject_view(session, &names, subject)}</li> }.into_any());
    let voted = match cast.way {
        Way::Pass => cast.ballots.len(),
        Way::Hands => usize::try_from(cast.people).unwrap_or(usize::MAX),
    };
    view! {
        <p class="slide-pitch">{super::voting::rule(session, activity)}</p>
        <ul class=class>{rows.collect::<Vec<AnyView>>()}</ul>
        <p class="big-number is-told">{(t.have_voted)(voted, people)}</p>
    }
    .into_any()
}

fn reveal(hall: Hall, activity: &Activity) -> AnyView {
    let session = hall.session;
    let workshop = hall.workshop.get();
    let Some(vote) = workshop.vote_before(activity.id) else {
        return view! { <p class="slide-pitch">{session.text().workshop.no_vote_before}</p> }
            .into_any();
    };
    let (outcome, names) = (hall.outcome(vote), hall.names());
    let question = (!vote.question.is_empty())
        .then(|| view! { <p class="slide-pitch">{vote.question.clone()}</p> });
    view! {
        {question}
        {bars(session, &names, &outcome, ROWS)}
        <p class="quiet">{turnout(session, &outcome)}</p>
    }
    .into_any()
}

/// The groups as they come about, with some of what is in each.
fn groups(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let (all, notes) =
        session.work.look(|document| (grouping(document, hall.id), notes(document, hall.id)));
    let count = notes.len();
    let names = hall.names();
    let by_id: Sorted<String, Note> =
        notes.into_iter().map(|note| (note.id.to_string(), note)).collect();
    let is_group = |one: &&Grouped| !by_id.contains_key(&one.id);
    let groups = all.iter().filter(is_group).take(ROWS).map(|group| {
        let mine: Vec<&Note> = group.members.iter().filter_map(|one| by_id.get(one)).collect();
        let name = names.get(&group.id).filter(|name| !name.is_empty()).cloned();
        let name = name.unwrap_or_else(|| t.group_unnamed.to_owned());
        let told = mine.iter().take(NOTES).map(|note| view! { <li>{note.text.clone()}</li> }.into_any());
        view! {
            <li><h2>{name}" "<small>{(t.notes_in)(mine.len())}</small></h2><ul>{told.collect::<Vec<AnyView>>()}</ul></li>
        }
        .into_any()
    });
    let loose: Vec<&Note> = all.iter().filter_map(|one| by_id.get(&one.id)).collect();
    let loose_told = match loose.len() {
        0 => ().into_any(),
        1..=LOOSE => {
            let told = loose.iter().map(|note| view! { <li>{note.text.clone()}</li> }.into_any());
            view! { <ul class="present-subjects is-many">{told.collect::<Vec<AnyView>>()}</ul> }
                .into_any()
        }
        left => view! { <p>{(t.lone_notes)(left)}</p> }.into_any(),
    };
    view! {
        <ul class="present-groups">{groups.collect::<Vec<AnyView>>()}</ul>
        {loose_told}
        <p class="big-number"><b>{count.to_string()}</b>" "{(t.notes_word)(count)}</p>
    }
    .into_any()
}
