//! The threads between workshops and what came of them: from a record back to its workshop, and from a goal
//! to the workshops that voted on it.

use super::{
    components::{Icon, icon, live},
    session::Session,
    villages::label,
    workshops::{named, turnout, value},
};
use crate::{
    app::{Route, Workshops, harvested_from, workshops_on},
    document::RecordId,
    village,
    workshop::{Activity, Outcome, Workshop, outcome_of},
};
use leptos::prelude::*;

/// The workshop that one of some records came from, if any came from one that is on this device.
pub(crate) fn origin(session: Session, ids: Vec<RecordId>) -> AnyView {
    let found = Memo::new(move |_| {
        session.work.look(|document| {
            let from = |id: &RecordId| harvested_from(document.get(*id)?);
            let workshop = Workshop::of(document, ids.iter().find_map(from)?)?;
            Some((workshop.id, workshop.name))
        })
    });
    live(move || {
        let t = &session.text().workshop;
        let Some((workshop, name)) = found.get() else { return ().into_any() };
        let address = Route::Workshops(Workshops::Results(workshop.to_string())).address();
        view! { <p class="origin">{icon(Icon::Workshop)}{t.from_workshop}" "<a href=address>{named(session, &name)}</a></p> }
            .into_any()
    })
}

/// What a workshop said about a goal.
#[derive(Clone, PartialEq)]
struct Told {
    workshop: Workshop,
    vote: Activity,
    outcome: Outcome,
}

/// What workshops said about a goal, for the goal's page. What is still voted on is not shown.
pub(crate) fn results_on(session: Session, goal: &'static str) -> AnyView {
    let device = session.work.device();
    let found = Memo::new(move |_| {
        session.work.look(|document| {
            let told = workshops_on(document, goal, device).into_iter().filter_map(|(id, vote)| {
                let workshop = Workshop::of(document, id)?;
                let vote = workshop.activity(vote)?.clone();
                let outcome = outcome_of(document, id, &vote);
                Some(Told { workshop, vote, outcome })
            });
            told.collect::<Vec<Told>>()
        })
    });
    live(move || {
        let t = &session.text().workshop;
        let rows = found.get().into_iter().map(|told| told_view(session, goal, &told));
        let rows = rows.collect::<Vec<AnyView>>();
        if rows.is_empty() {
            return ().into_any();
        }
        view! {
            <section class="village-actions" aria-labelledby="on-goal">
                <h2 id="on-goal">{icon(Icon::Workshop)}" "{t.on_goal}</h2>
                <ul class="plain-list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn told_view(session: Session, goal: &str, told: &Told) -> AnyView {
    let t = &session.text().workshop;
    let Told { workshop, vote, outcome } = told;
    let address = Route::Workshops(Workshops::Results(workshop.id.to_string())).address();
    // Of a goal with parts, such as 8a, the parts that were voted on.
    let mine = outcome.scores.iter().filter(|score| {
        let rest = score.subject.strip_prefix(goal);
        rest.is_some_and(|rest| rest.bytes().all(|sign| sign.is_ascii_digit()))
    });
    let rows = mine.map(|score| {
        let subject = &score.subject;
        let name = (*subject != goal).then(|| format!("{subject} {}: ", label(session, subject)));
        view! { <li>{name}<b>{value(session, score, vote.method)}</b></li> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    let held = village::date(&workshop.held, session.language());
    view! {
        <li>
            <a href=address><b>{named(session, &workshop.name)}</b></a>" "<small>{held}</small>
            <p>{vote.question.clone()}" "<small>{(t.method)(vote.method)}". "{turnout(session, outcome)}</small></p>
            <ul class="plain-list on-goal">{rows}</ul>
        </li>
    }
    .into_any()
}
