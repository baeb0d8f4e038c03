//! The tablet in the hall: one activity at a time, with its clock, and the way to the next.

use super::{Hall, agreeing, clock, closing, grouping, tables, voting, writing};
use crate::{
    app::Workshops,
    document::{Moment, RecordId},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        platform::{awake, page},
        work::now,
        workshops::{named, outcome_figure},
    },
    village,
    workshop::{Activity, Stage, Timer, Urgency, show_time},
};
use leptos::prelude::*;

pub(super) fn page(hall: Hall) -> AnyView {
    let session = hall.session;
    let seconds = clock();
    awake::keep_awake();
    let current = Memo::new(move |_| hall.current());
    let at = Memo::new(move |_| current.read().as_ref().map(|one| (one.id, one.stage)));
    let is_voting = RwSignal::new(false);
    view! {
        <article class="workshop-run accent-5" class:is-handed=flag(move || is_voting.get())>
            <p class="run-trail no-print">
                <a class="quiet-link" href=hall.address(Workshops::Prepare)>{icon(Icon::Back)}{words(move || named(session, &hall.workshop.read().name))}</a>
                {live(move || screen_links(hall))}
            </p>
            {live(move || progress(hall, at.get().map(|(id, _)| id)))}
            {live(move || {
                // Drawn anew for another activity, and not with every vote.
                let Some((id, stage)) = at.get() else { return empty(hall) };
                is_voting.set(false);
                let activity = hall.workshop.read_untracked().activity(id).cloned();
                activity.map_or_else(|| empty(hall), |activity| {
                    view! {
                        <header class="run-head">
                            <div>
                                <p class="eyebrow">{(session.text().workshop.stage)(stage)}</p>
                                <h1 tabindex="-1">{words(move || heading(hall, current.get().as_ref()))}</h1>
                            </div>
                            {clock_view(hall, seconds)}
                        </header>
                        <section class="run-body">{body(hall, &activity, seconds, is_voting)}</section>
                    }
                    .into_any()
                })
            })}
            {live(move || onward(hall, at.get().map(|(id, _)| id)))}
        </article>
    }
    .into_any()
}

/// What an activity is called before everybody: its question, or its stage.
pub(super) fn heading(hall: Hall, activity: Option<&Activity>) -> String {
    let t = &hall.session.text().workshop;
    match activity {
        Some(activity) if !activity.question.is_empty() => activity.question.clone(),
        Some(activity) if activity.stage == Stage::Welcome => {
            named(hall.session, &hall.workshop.read().name)
        }
        Some(activity) => (t.stage_heading)(activity.stage).into(),
        None => named(hall.session, &hall.workshop.read().name),
    }
}

fn empty(hall: Hall) -> AnyView {
    let t = &hall.session.text().workshop;
    view! {
        <header class="run-head"><h1 tabindex="-1">{named(hall.session, &hall.workshop.read_untracked().name)}</h1></header>
        <p class="lead">{t.agenda_empty}</p>
        <a class="button" href=hall.address(Workshops::Prepare)>{t.prepare}</a>
    }
    .into_any()
}

/// Ways to the big screen: in a window of its own, or here.
fn screen_links(hall: Hall) -> AnyView {
    let t = &hall.session.text().workshop;
    let address = hall.address(Workshops::Present);
    view! {
        <span class="run-screens">
            <a class="quiet-link" href=address.clone()>{icon(Icon::Screen)}{t.big_screen}</a>
            <a class="quiet-link is-window" href=address target="_blank" rel="opener">{t.big_screen_window}</a>
        </span>
    }
    .into_any()
}

/// Where on the agenda this table is.
fn progress(hall: Hall, at: Option<RecordId>) -> AnyView {
    let session = hall.session;
    let workshop = hall.workshop.get();
    let steps = workshop.activities.iter().map(|activity| {
        let is_here = Some(activity.id) == at;
        let name = (session.text().workshop.stage)(activity.stage);
        let to = activity.clone();
        let current = is_here.then_some("step");
        // A tap on where one is would set the clock back.
        let go = move || {
            if !is_here {
                hall.go(&to);
            }
        };
        view! { <li><button type="button" aria-current=current on:click=press(go)>{name}</button></li> }.into_any()
    });
    page::after_drawing(|| page::show_within(".run-steps ol", "[aria-current]"));
    view! { <nav class="run-steps" aria-label=session.text().workshop.agenda><ol>{steps.collect::<Vec<AnyView>>()}</ol></nav> }.into_any()
}

/// The clock, with what can be done to it.
fn clock_view(hall: Hall, seconds: RwSignal<i64>) -> AnyView {
    let session = hall.session;
    let timer = Memo::new(move |_| hall.timer());
    let left = Memo::new(move |_| timer.get().left(Moment::from_seconds(seconds.get())));
    let urgency = Memo::new(move |_| timer.get().urgency(Moment::from_seconds(seconds.get())));
    Effect::new(move |before: Option<Urgency>| {
        let urgency = urgency.get();
        let t = &session.text_now().workshop;
        match urgency {
            _ if before.is_none_or(|before| before == urgency) => {}
            Urgency::Soon => session.announce(t.minute_left.into()),
            Urgency::Up => session.announce(t.time_is_up.into()),
            Urgency::Calm => {}
        }
        urgency
    });
    let toggle =
        move || {
            hall.set_timer(|timer| {
                if timer.is_running() { timer.pause(now()) } else { timer.start(now()) }
            });
        };
    let add = move |seconds: i64| hall.set_timer(|timer: Timer| timer.add(now(), seconds));
    let class = move || match urgency.get() {
        Urgency::Calm => "run-clock",
        Urgency::Soon => "run-clock is-soon",
        Urgency::Up => "run-clock is-up",
    };
    let word = move || {
        let t = &session.text().workshop;
        if timer.get().is_running() { t.clock_pause } else { t.clock_start }
    };
    let told = move || {
        let t = &session.text().workshop;
        match urgency.get() {
            Urgency::Calm => "",
            Urgency::Soon => t.minute_left,
            Urgency::Up if hall.workshop.read().is_locking => t.time_is_up_locked,
            Urgency::Up => t.time_is_up,
        }
    };
    view! {
        <div class=words(class)>
            <p class="clock-time" role="timer" aria-label=words(move || session.text().workshop.clock)>{words(move || show_time(left.get()))}</p>
            <p class="clock-tools">
                <button type="button" class="icon-button" aria-label=words(move || session.text().workshop.minute_less) on:click=press(move || add(-60))>"−1"</button>
                <button type="button" class="button is-quiet clock-toggle" on:click=press(toggle)>{icon(Icon::Clock)}{words(word)}</button>
                <button type="button" class="icon-button" aria-label=words(move || session.text().workshop.minute_more) on:click=press(move || add(60))>"+1"</button>
            </p>
            <p class="clock-word">{words(told)}</p>
        </div>
    }
    .into_any()
}

fn body(
    hall: Hall,
    activity: &Activity,
    seconds: RwSignal<i64>,
    is_voting: RwSignal<bool>,
) -> AnyView {
    match activity.stage {
        Stage::Welcome => welcome(hall),
        Stage::Writing => writing::view(hall, activity.id, seconds),
        Stage::Voting | Stage::Prioritising => voting::view(hall, activity, seconds, is_voting),
        Stage::Reveal => reveal(hall, activity),
        Stage::Grouping => grouping::view(hall),
        Stage::Agreeing => agreeing::view(hall),
        Stage::Closing => closing::view(hall),
    }
}

fn welcome(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    view! {
        {live(move || {
            let workshop = hall.workshop.get();
            let told = [village::date(&workshop.held, session.language()), workshop.place.clone()];
            let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
            let steps = workshop.activities.iter().map(|activity| {
                let t = &session.text().workshop;
                view! { <li><b>{(t.stage)(activity.stage)}</b>" "<small>{(t.minutes_short)(activity.minutes)}</small><br/>{activity.question.clone()}</li> }.into_any()
            });
            view! {
                <p class="run-aim as-written">{workshop.aim.clone()}</p>
                <p class="quiet">{told.join(" · ")}</p>
                <ol class="run-agenda">{steps.collect::<Vec<AnyView>>()}</ol>
            }
            .into_any()
        })}
        <section class="panel form" aria-labelledby="this-table">
            <h2 id="this-table">{t.this_table}</h2>
            {tables::this_table(hall)}
        </section>
    }
    .into_any()
}

/// What the vote before came to.
fn reveal(hall: Hall, activity: &Activity) -> AnyView {
    let session = hall.session;
    let id = activity.id;
    // Drawn anew with the result alone: a table that was opened stays open.
    let shown = Memo::new(move |_| {
        let vote = hall.workshop.read().vote_before(id).cloned()?;
        let outcome = hall.outcome(&vote);
        Some((vote, outcome, hall.names()))
    });
    live(move || {
        let Some((vote, outcome, names)) = shown.get() else {
            return view! { <p class="nothing">{session.text().workshop.no_vote_before}</p> }
                .into_any();
        };
        let workshop = hall.workshop.get();
        view! {
            <h2>{heading(hall, Some(&vote))}</h2>
            {outcome_figure(session, &workshop, &vote, &outcome, &names)}
        }
        .into_any()
    })
}

/// The ways to the activity before and to the next.
fn onward(hall: Hall, at: Option<RecordId>) -> AnyView {
    let session = hall.session;
    let t = session.text();
    let workshop = hall.workshop.get();
    let Some(id) = at else { return ().into_any() };
    let (before, next) = workshop.beside(id);
    let button = |activity: Option<&Activity>, is_next: bool| {
        activity.cloned().map(|activity| {
            let (class, word) =
                if is_next { ("button is-large", t.next) } else { ("button is-quiet", t.previous) };
            let name = (t.workshop.stage)(activity.stage);
            let go = move || hall.go(&activity);
            view! { <button type="button" class=class on:click=press(go)>{word}": "{name}</button> }
        })
    };
    let is_last = next.is_none();
    let results = is_last.then(|| view! { <a class="button is-large" href=hall.address(Workshops::Results)>{icon(Icon::Figure)}{t.workshop.results}</a> });
    view! {
        <nav class="run-onward no-print" aria-label=t.workshop.onward>
            {button(before, false)}
            {button(next, true)}
            {results}
        </nav>
    }
    .into_any()
}
