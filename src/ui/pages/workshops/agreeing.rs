//! Agreeing: what is to be done, who does it, and when.

use super::{Hall, add, next_order, ordered, remove};
use crate::{
    app::DeedName,
    document::RecordId,
    ui::{
        components::{Icon, flag, icon, live, press},
        fields::{Field, line},
        platform::page,
        workshops::{Names, subject_line, subject_view, value},
    },
    workshop::{
        Activity, Outcome,
        records::{AGREEMENT, OF_SUBJECT, ORDER, TEXT, TIME, WHO},
        subjects,
    },
};
use leptos::prelude::*;

/// So many of the best of a vote are offered.
const OFFERED: usize = 6;
/// An agreement has at most so many letters.
const MOST: usize = 300;

pub(super) fn view(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let ids = ordered(hall, &AGREEMENT);
    let new = move || {
        let order = next_order(hall, &ids.get_untracked());
        add(hall, DeedName::WorkshopPartAdded, &AGREEMENT, vec![(ORDER, order)], TEXT);
    };
    view! {
        <p class="lead">{t.agreeing_lead}</p>
        <div class="agreeing">
            <section aria-label=t.agreements>
                {live(move || {
                    let all = ids.get();
                    let rows = all.into_iter().enumerate().map(|(at, id)| row(hall, at, id));
                    page::keep_focus();
                    view! { <ol class="plain-list agreements">{rows.collect::<Vec<AnyView>>()}</ol> }.into_any()
                })}
                <button id="add-agreement" class="button" disabled=flag(move || session.work.is_read_only.get()) on:click=press(new)>{icon(Icon::Add)}{t.agreement_add}</button>
            </section>
            {offered(hall, ids)}
        </div>
    }
    .into_any()
}

fn row(hall: Hall, at: usize, id: RecordId) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let field = |name| Field::new(session, DeedName::WorkshopWritten, (id, name));
    view! {
        <li class="panel form agreement" aria-label=(t.agreement_number)(at + 1)>
            {line(&field(TEXT), t.agreement_what, "", 300)}
            <div class="field-pair">
                <div>{line(&field(WHO), t.agreement_who, "", 200)}</div>
                <div>{line(&field(TIME), t.agreement_when, "", 120)}</div>
            </div>
            <button class="quiet-link" on:click=press(move || remove(hall, id, "#add-agreement"))>{icon(Icon::Close)}{(t.agreement_remove)(at + 1)}</button>
        </li>
    }
    .into_any()
}

/// The best of the last vote, to be agreed on by one tap.
fn offered(hall: Hall, ids: Memo<Vec<RecordId>>) -> AnyView {
    let best = Memo::new(move |_| {
        let vote = hall.shown_votes().pop()?;
        let outcome = hall.outcome(&vote);
        Some((vote, outcome, hall.names()))
    });
    live(move || {
        let Some((vote, outcome, names)) = best.get() else { return ().into_any() };
        offered_of(hall, ids, &vote, &outcome, &names)
    })
}

fn offered_of(
    hall: Hall,
    ids: Memo<Vec<RecordId>>,
    vote: &Activity,
    outcome: &Outcome,
    names: &Names,
) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let method = vote.method;
    let best = outcome.ranked().into_iter().filter(|(_, score)| score.people() > 0).take(OFFERED);
    let rows = best.map(|(rank, score)| {
        let name = subject_line(session, names, &score.subject);
        let subject = score.subject.clone();
        let text = subjects::line(&name, MOST);
        let take = move || {
            let order = next_order(hall, &ids.get_untracked());
            let fields = vec![
                (TEXT, text.clone().into()),
                (OF_SUBJECT, subject.clone().into()),
                (ORDER, order),
            ];
            add(hall, DeedName::WorkshopPartAdded, &AGREEMENT, fields, TEXT);
        };
        let label = (t.agree_on)(&name);
        view! {
            <li>
                <span>{rank.to_string()}". "{subject_view(session, names, &score.subject)}" "<b>{value(session, score, method)}</b></span>
                <button type="button" class="icon-button" aria-label=label on:click=press(take)>{icon(Icon::Add)}</button>
            </li>
        }
        .into_any()
    });
    view! {
        <aside class="panel offered" aria-labelledby="offered">
            <h2 id="offered">{t.offered}</h2>
            <p class="quiet">{t.offered_lead}</p>
            <ol class="plain-list">{rows.collect::<Vec<AnyView>>()}</ol>
        </aside>
    }
    .into_any()
}
