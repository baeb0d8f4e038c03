//! Statuses as pictures and words: never by colour alone.

use super::{components::words, platform::page, session::Session};
use crate::{
    app::{Route, SetKey},
    measure::Status,
    vision::Goal,
};
use leptos::prelude::*;

/// The sign of a status, in a square of 16. Filled and round is kept; the more is missing, the less of
/// it is filled.
const fn sign(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Kept => ("M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z", ""),
        Status::KeptLate => ("M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z", RING),
        Status::OnTheWay => ("M8 1.5a6.5 6.5 0 0 1 0 13z", RING),
        Status::Behind => ("M8 1.5A6.5 6.5 0 0 1 14.5 8H8z", RING),
        Status::MovingAway => ("", "M8 2.5v10M4 8.5l4 4 4-4"),
        Status::Missed => ("", RING),
        Status::NoTarget => ("", "M8 1.8 14.2 8 8 14.2 1.8 8z"),
        Status::NoData => ("", "M3 8h10"),
    }
}

const RING: &str = "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z";

/// The sign of a status alone: the words stand beside it.
pub(crate) fn mark(status: Status) -> AnyView {
    let (filled, line) = sign(status);
    let class = format!("mark is-{}", status.name());
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path class="mark-fill" d=filled/>
            <path class="mark-line" d=line/>
        </svg>
    }
    .into_any()
}

/// The sign of a status, its word for screen readers alone.
pub(crate) fn told_mark(session: Session, status: Status) -> AnyView {
    let word = (session.text().measure.status)(status);
    view! { <span class="row-picture" title=word>{mark(status)}<span class="visually-hidden">{word}</span></span> }
        .into_any()
}

/// A status with its word.
pub(crate) fn chip(session: Session, status: Status) -> AnyView {
    let word = (session.text().measure.status)(status);
    let class = format!("status-chip is-{}", status.name());
    view! { <span class=class>{mark(status)}<span>{word}</span></span> }.into_any()
}

/// The status of a goal by the set that is looked at.
pub(crate) fn of_goal(session: Session, goal: &str) -> Status {
    let statuses = session.measuring.statuses.read();
    statuses.iter().find(|(id, _)| *id == goal).map_or(Status::NoData, |(_, status)| *status)
}

/// How many of these goals have each status.
pub(crate) fn counts(session: Session, goals: &[&Goal]) -> [usize; 8] {
    let mut counts = [0; 8];
    for goal in goals {
        let status = of_goal(session, &goal.id);
        for (count, one) in counts.iter_mut().zip(Status::ALL) {
            *count += usize::from(one == status);
        }
    }
    counts
}

/// A horizon with one mark for every goal, in their order. It says nothing that the words beside
/// it do not say.
pub(crate) fn horizon(session: Session, goals: &[&Goal]) -> AnyView {
    const STEP: usize = 20;
    let width = goals.len().max(1) * STEP;
    let marks = goals.iter().enumerate().map(|(index, goal)| {
        let status = of_goal(session, &goal.id);
        let (filled, line) = sign(status);
        let place = format!("translate({} 8)", index * STEP + 2);
        let stem = format!("M{0} 26V36", index * STEP + STEP / 2);
        let class = format!("mark is-{}", status.name());
        view! {
            <path class="horizon-stem" d=stem/>
            <g class=class transform=place><path class="mark-fill" d=filled/><path class="mark-line" d=line/></g>
        }
        .into_any()
    });
    let marks = marks.collect::<Vec<AnyView>>();
    view! {
        <svg class="horizon-line" viewBox=format!("0 0 {width} 40") width=width aria-hidden="true" focusable="false">
            <path class="horizon-base" d=format!("M0 36H{width}")/>
            {marks}
        </svg>
    }
    .into_any()
}

/// How many promises have each status, each a way to the list of them.
pub(crate) fn status_list(session: Session, counts: [usize; 8]) -> AnyView {
    let t = &session.text().measure;
    let rows = Status::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let rows = rows.map(|(status, count)| {
        view! {
            <li class=format!("is-{}", status.name())>
                <a href=Route::GoalsWith(status).address()>
                    {mark(status)}
                    <b>{count}</b>
                    <span class="nature-name">{(t.status)(status)}</span>
                    <small>{(t.status_explained)(status)}</small>
                </a>
            </li>
        }
        .into_any()
    });
    view! { <ul class="natures statuses">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

/// Which set is looked at, to be changed; nothing where there is only the published one.
pub(crate) fn set_choice(session: Session) -> AnyView {
    let sets = session.measuring.sets.get();
    if sets.is_empty() {
        return ().into_any();
    }
    let t = &session.text().measure;
    let mut choices = vec![(SetKey::Published, t.published.to_owned())];
    choices.extend(sets.into_iter().map(|own| {
        let key = SetKey::Own(own.id);
        (key, session.set_name(key))
    }));
    let shown = session.shown_set();
    let options = choices.into_iter().map(|(key, name)| {
        view! { <option value=key.name() selected=key == shown>{name}</option> }.into_any()
    });
    let choose = move |event| {
        if let Some(set) = SetKey::parse(&event_target_value(&event)) {
            session.show_set(set);
            page::focus_soon("#shown-set");
        }
    };
    view! {
        <label class="set-choice" for="shown-set">
            <span>{words(move || session.text().measure.set)}</span>
            <select id="shown-set" on:change=choose>{options.collect::<Vec<AnyView>>()}</select>
        </label>
    }
    .into_any()
}
