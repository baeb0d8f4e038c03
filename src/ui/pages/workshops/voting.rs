//! Voting: the tablet goes from hand to hand, or hands are counted. What it comes to is hidden.

use super::{Hall, ballot, hands};
use crate::{
    document::{Edit, RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press, segments, words},
        platform::page,
        session::Session,
        workshops::subject_view,
    },
    workshop::{
        Activity, Cast, Method, Way, cast_of, has_subjects,
        records::{OF_ACTIVITY, OF_TABLE, ROUND, WAY, made, round_id},
        subjects_of,
    },
};
use leptos::prelude::*;

/// What this table has cast in an activity; follows changes.
pub(super) fn cast(hall: Hall, activity: RecordId) -> Cast {
    hall.session.work.look(|document| cast_of(document, hall.id, activity, hall.table))
}

/// The edits that note how this table votes, before anything of it is.
pub(super) fn round_birth(hall: Hall, activity: RecordId) -> Vec<Edit> {
    let fields =
        [(OF_ACTIVITY, activity.to_string().into()), (OF_TABLE, hall.table.to_string().into())];
    made(round_id(activity, hall.table), &ROUND, hall.id, fields)
}

/// Puts values into the record of how this table votes.
pub(super) fn put_round(hall: Hall, activity: RecordId, field: &'static str, value: Value) {
    let id = round_id(activity, hall.table);
    hall.sit();
    let edits = hall.session.work.look_now(|document| {
        let mut edits = crate::app::birth(document, id, &round_birth(hall, activity));
        let basis = document.get(id).map(|record| record.basis(field)).unwrap_or_default();
        edits.push(Edit::Set(id, field, value, basis));
        edits
    });
    hall.session.work.act_for_good(&edits);
}

/// Where a table is while the tablet goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// It lies on the table.
    Down,
    /// Somebody at this seat votes.
    Voting(i64),
    /// Somebody at this seat has voted, and hands it on.
    Done(i64),
}

pub(super) fn view(
    hall: Hall,
    activity: &Activity,
    seconds: RwSignal<i64>,
    is_voting: RwSignal<bool>,
) -> AnyView {
    let session = hall.session;
    let id = activity.id;
    // A ballot that was begun is not opened by itself: somebody else may be looking.
    let hand = RwSignal::new(Hand::Down);
    Effect::new(move || is_voting.set(hand.get() != Hand::Down));
    let cast = Memo::new(move |_| cast(hall, id));
    let way = Memo::new(move |_| cast.read().way);
    let has_subjects = {
        let activity = activity.clone();
        Memo::new(move |_| {
            // The agenda may be changed meanwhile, in another tab.
            let workshop = hall.workshop.read();
            let activity = workshop.activity(id).unwrap_or(&activity);
            session.work.look(|document| has_subjects(document, hall.id, activity))
        })
    };
    let activity = activity.clone();
    live(move || {
        if !has_subjects.get() {
            return nothing_to_vote_on(hall, &activity);
        }
        match hand.get() {
            Hand::Down => down(hall, &activity, cast, way, hand, seconds),
            Hand::Voting(seat) => ballot::view(hall, &activity, seat, hand, seconds),
            Hand::Done(seat) => done(hall, activity.id, seat, hand, seconds),
        }
    })
}

fn nothing_to_vote_on(hall: Hall, activity: &Activity) -> AnyView {
    let t = &hall.session.text().workshop;
    if activity.is_on_notes {
        let writing = hall.workshop.read_untracked().writing_before(activity.id).cloned();
        let back = writing.map(|writing| {
            let name = (t.stage)(writing.stage);
            view! { <button type="button" class="button" on:click=press(move || hall.go(&writing))>{name}</button> }
        });
        return view! { <p class="nothing">{t.no_notes}</p>{back} }.into_any();
    }
    view! {
        <p class="nothing">{t.no_subjects}</p>
        <a class="button is-quiet" href=hall.address(crate::app::Workshops::Prepare)>{t.prepare}</a>
    }
    .into_any()
}

/// The tablet lies on the table.
fn down(
    hall: Hall,
    activity: &Activity,
    cast: Memo<Cast>,
    way: Memo<Way>,
    hand: RwSignal<Hand>,
    seconds: RwSignal<i64>,
) -> AnyView {
    let session = hall.session;
    let id = activity.id;
    let activity = activity.clone();
    let rule = rule(session, &activity);
    view! {
        <p class="lead">{rule}</p>
        {segments(
            "way",
            move || session.text().workshop.way_label,
            Way::ALL.to_vec(),
            move |way| (session.text().workshop.way)(way),
            move || way.get(),
            move |chosen| put_round(hall, id, WAY, chosen.name().into()),
        )}
        {live(move || match way.get() {
            Way::Pass => pass(hall, &activity, cast, hand, seconds),
            Way::Hands => hands::view(hall, &activity, seconds),
        })}
    }
    .into_any()
}

/// What people may do, in a sentence.
pub(super) fn rule(session: Session, activity: &Activity) -> String {
    let t = &session.text().workshop;
    match activity.method {
        Method::Dots => (t.rule_dots)(activity.votes),
        Method::Rating => t.rule_rating.into(),
        Method::Stance => t.rule_stance.into(),
    }
}

/// The next person may take the tablet.
fn pass(
    hall: Hall,
    activity: &Activity,
    cast: Memo<Cast>,
    hand: RwSignal<Hand>,
    seconds: RwSignal<i64>,
) -> AnyView {
    let session = hall.session;
    let subjects = ballot_subjects(hall, activity);
    let activity = activity.id;
    let seats = Memo::new(move |_| ballot::seats(hall, activity));

    let is_barred =
        Memo::new(move |_| hall.is_locked(seconds.get()) || session.work.is_read_only.get());
    let told = move || {
        let people = hall.here.read().as_ref().map_or(0, |table| table.people);
        (session.text().workshop.have_voted)(cast.read().ballots.len(), people)
    };
    let take = move || {
        hand.set(Hand::Voting(ballot::next_seat(hall, activity)));
        page::focus_heading_soon();
    };
    view! {
        <div class="pass-on">
            <p class="have-voted" role="status">{words(told)}</p>
            <button id="next-person" class="button is-large" disabled=flag(move || is_barred.get()) on:click=press(take)>{icon(Icon::Forward)}{words(move || session.text().workshop.next_person)}</button>
            <p class="quiet">{words(move || session.text().workshop.hidden_until)}</p>
            {begun_ballots(hall, activity, hand)}
            {live(move || {
                let seats = seats.get();
                if seats.is_empty() {
                    return ().into_any();
                }
                let t = &session.text().workshop;
                let again = seats.into_iter().map(|seat| {
                    let name = ballot::seat_name(hall, activity, seat);
                    let label = (t.vote_again_as)(&name);
                    let take = move || {
                        // The old vote is not shown, and neither is what was begun.
                        ballot::put_away(hall, activity, seat);
                        hand.set(Hand::Voting(seat));
                    };
                    view! { <li><button type="button" class="seat" disabled=flag(move || is_barred.get()) aria-label=label on:click=press(take)>{name}</button></li> }.into_any()
                });
                view! {
                    <details class="vote-again">
                        <summary>{icon(Icon::Forward)}{t.vote_again}</summary>
                        <p class="quiet">{t.vote_again_hint}</p>
                        <ul class="seats">{again.collect::<Vec<AnyView>>()}</ul>
                    </details>
                }
                .into_any()
            })}
            {subjects}
        </div>
    }
    .into_any()
}

/// Ballots that were begun and left: by a reload, or because another activity was opened.
fn begun_ballots(hall: Hall, activity: RecordId, hand: RwSignal<Hand>) -> AnyView {
    let left = RwSignal::new(ballot::begun(hall, activity));
    live(move || {
        let t = &hall.session.text().workshop;
        let rows = left.get().into_iter().map(|seat| {
            let drop = move || {
                ballot::put_away(hall, activity, seat);
                left.update(|left| left.retain(|one| *one != seat));
                page::focus_soon("#next-person");
            };
            view! {
                <p class="note begun">
                    <span>{(t.begun)(seat)}</span>
                    <button type="button" class="button is-quiet" on:click=press(move || hand.set(Hand::Voting(seat)))>{t.begun_go_on}</button>
                    <button type="button" class="quiet-link" on:click=press(drop)>{t.begun_drop}</button>
                </p>
            }
            .into_any()
        });
        rows.collect::<Vec<AnyView>>().into_any()
    })
}

/// So many subjects are named where everybody can read them.
const NAMED: usize = 20;

/// What is voted on, for those who wait for the tablet.
fn ballot_subjects(hall: Hall, activity: &Activity) -> AnyView {
    let session = hall.session;
    let all = session.work.look_now(|document| subjects_of(document, hall.id, activity));
    let names = untrack(|| hall.names());
    let rows = all
        .iter()
        .take(NAMED)
        .map(|id| view! { <li>{subject_view(session, &names, id)}</li> }.into_any());
    view! {
        <div class="pass-subjects">
            <p class="field-label">{session.text().workshop.subjects_label}</p>
            <ul>{rows.collect::<Vec<AnyView>>()}</ul>
        </div>
    }
    .into_any()
}

/// Somebody has voted: nothing of it is left on the screen.
fn done(
    hall: Hall,
    activity: RecordId,
    seat: i64,
    hand: RwSignal<Hand>,
    seconds: RwSignal<i64>,
) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let is_barred = flag(move || hall.is_locked(seconds.get()));
    let next = move || {
        hand.set(Hand::Voting(ballot::next_seat(hall, activity)));
        page::focus_heading_soon();
    };
    let down = move || {
        hand.set(Hand::Down);
        page::focus_soon("#next-person");
    };
    page::focus_soon("#pass-on");
    view! {
        <div class="pass-on is-done">
            <p class="eyebrow">{(t.ballot_of)(&seat.to_string())}</p>
            <p class="pass-thanks">{t.thanks}</p>
            <p class="lead">{t.hand_on}</p>
            <p class="button-row">
                <button id="pass-on" class="button is-large" disabled=is_barred on:click=press(next)>{icon(Icon::Forward)}{t.next_person}</button>
                <button class="button is-quiet" on:click=press(down)>{t.put_down}</button>
            </p>
        </div>
    }
    .into_any()
}
