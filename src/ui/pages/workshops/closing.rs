//! Closing: the result in short, and the file that leaves the room.

use super::Hall;
use crate::{
    app::{Outgoing, Workshops},
    ui::{
        components::{Icon, icon, live, words},
        outgoing::share,
        workshops::{bars, turnout},
    },
    workshop::{Agreement, agreements, notes},
};
use leptos::prelude::*;

/// So many of the best of each vote are shown.
const BEST: usize = 3;

pub(super) fn view(hall: Hall) -> AnyView {
    let session = hall.session;
    let id = hall.id;
    view! {
        <p class="lead">{words(move || session.text().workshop.closing_lead)}</p>
        {live(move || summary(hall))}
        <section class="panel form" aria-labelledby="take-along">
            <h2 id="take-along">{words(move || session.text().workshop.take_along)}</h2>
            <p>{words(move || session.text().workshop.take_along_lead)}</p>
            {share(session, words(move || session.text().workshop.share), move || Outgoing::Workshop(id))}
            <p class="button-row">
                <a class="button is-quiet" href=hall.address(Workshops::Minutes)>{icon(Icon::Document)}{words(move || session.text().workshop.minutes)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// What came of it, for everybody to see.
pub(super) fn summary(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let names = hall.names();
    let votes = hall.shown_votes().into_iter().map(|vote| {
        let outcome = hall.outcome(&vote);
        view! {
            <section class="closing-vote">
                <h2>{super::run::heading(hall, Some(&vote))}</h2>
                {bars(session, &names, &outcome, BEST)}
                <p class="quiet">{turnout(session, &outcome)}</p>
            </section>
        }
        .into_any()
    });
    let votes = votes.collect::<Vec<AnyView>>();
    let (count, agreed) = session
        .work
        .look(|document| (notes(document, hall.id).len(), agreements(document, hall.id)));
    let written = (count > 0).then(|| view! { <p>{(t.notes_written)(count)}</p> });
    view! {
        <div class="closing">
            {agreed_list(hall, &agreed)}
            {votes}
            {written}
        </div>
    }
    .into_any()
}

/// What was agreed, to be read.
pub(super) fn agreed_list(hall: Hall, agreed: &[Agreement]) -> AnyView {
    let t = &hall.session.text().workshop;
    let told = agreed.iter().filter(|one| !one.what.is_empty());
    let rows = told.map(|one| {
        let who = [one.who.as_str(), one.time.as_str()];
        let who: Vec<&str> = who.into_iter().filter(|text| !text.is_empty()).collect();
        view! { <li><b>{one.what.clone()}</b>" "<small>{who.join(" · ")}</small></li> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="closing-agreed">
            <h2>{t.agreements}</h2>
            <ol class="agreed-list">{rows}</ol>
        </section>
    }
    .into_any()
}
