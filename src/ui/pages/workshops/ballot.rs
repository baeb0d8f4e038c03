//! A ballot in somebody's hands.

use super::{
    Hall,
    voting::{Hand, round_birth},
};
use crate::{
    document::{Edit, RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        platform::page,
        session::Session,
        workshops::{subject_line, subject_view},
    },
    workshop::{
        Activity, Ballot, MOST_ANSWERED, Method,
        records::{
            BALLOT, NAME, NUMBER, OF_ACTIVITY, OF_TABLE, SEAT, VOTED, ballot_id, made, round_id,
            seat_id,
        },
        subjects_of,
    },
};
use leptos::prelude::*;

/// So many subjects stand on a ballot at first. Where there are more, notes wait to be grouped.
const SHOWN: usize = 80;

/// The seats at this table from which ballots have come; follows changes.
pub(super) fn seats(hall: Hall, activity: RecordId) -> Vec<i64> {
    let (table, activity) = (hall.table.to_string(), activity.to_string());
    hall.session.work.look(|document| {
        let mine = document
            .of_kind(&BALLOT)
            .filter(|one| one.text(OF_TABLE) == table && one.text(OF_ACTIVITY) == activity);
        let mut seats: Vec<i64> =
            mine.filter_map(|one| one.front(NUMBER).and_then(Value::as_whole)).collect();
        seats.sort_unstable();
        seats
    })
}

/// So many seats beyond the last are looked at for ballots that were begun.
const BEGUN: i64 = 50;

/// The name under which a ballot is kept that was begun at a seat. While it is, no other window takes the
/// seat for somebody else.
fn form(activity: RecordId, seat: i64) -> String {
    format!("ballot-{activity}-{seat}")
}

/// The seats at which a ballot was begun and neither handed in nor put away.
pub(super) fn begun(hall: Hall, activity: RecordId) -> Vec<i64> {
    let last = untrack(|| seats(hall, activity)).into_iter().max().unwrap_or(0);
    let is_begun = |seat: &i64| hall.session.form(&form(activity, *seat)).is_some();
    (1..=last.saturating_add(BEGUN)).filter(is_begun).collect()
}

/// The seat of the next person: one from which nobody has voted and at which nobody is voting.
pub(super) fn next_seat(hall: Hall, activity: RecordId) -> i64 {
    let taken = untrack(|| seats(hall, activity)).into_iter().chain(begun(hall, activity));
    taken.max().unwrap_or(0).saturating_add(1)
}

/// Puts away what was begun at a seat.
pub(super) fn put_away(hall: Hall, activity: RecordId, seat: i64) {
    hall.session.keep_form(&form(activity, seat), "");
}

/// What a seat is called: by its number, and by the name of whoever sits there.
pub(super) fn seat_name(hall: Hall, activity: RecordId, seat: i64) -> String {
    let id = seat_id(activity, hall.table, seat);
    let name = hall.session.work.look_now(|document| {
        document.get(id).map(|record| record.text(NAME).trim().to_owned()).unwrap_or_default()
    });
    if name.is_empty() { seat.to_string() } else { format!("{seat} {name}") }
}

/// A ballot as it is kept while somebody fills it in: what stands on it, and the name.
fn read(kept: &str) -> Option<(Ballot, String)> {
    let (ballot, name) = kept.strip_prefix(':')?.split_once('\n')?;
    Some((Ballot::parse(ballot)?, name.to_owned()))
}

pub(super) fn view(
    hall: Hall,
    activity: &Activity,
    seat: i64,
    hand: RwSignal<Hand>,
    seconds: RwSignal<i64>,
) -> AnyView {
    let session = hall.session;
    let id = activity.id;
    let kept = session.form(&form(id, seat)).and_then(|kept| read(&kept)).unwrap_or_default();
    let (ballot, name) = (RwSignal::new(kept.0), RwSignal::new(kept.1));
    // From here on it is found again after a reload.
    let keep = move || {
        let (ballot, name) = (ballot.read_untracked(), name.read_untracked());
        session.keep_form(&form(id, seat), &format!(":{}\n{}", *ballot, *name));
    };
    keep();
    let change = move |new: Ballot| {
        ballot.set(new);
        keep();
    };
    let is_barred =
        Memo::new(move |_| hall.is_locked(seconds.get()) || session.work.is_read_only.get());
    let leave = move |to: Hand| {
        put_away(hall, id, seat);
        hand.set(to);
    };
    let hand_in = move |ballot: &Ballot| {
        if !is_barred.get_untracked() {
            cast(hall, id, seat, ballot, name.read_untracked().trim());
            leave(Hand::Done(seat));
            session.announce(session.text_now().workshop.thanks.into());
        }
    };
    let subjects = session.work.look_now(|document| subjects_of(document, hall.id, activity));
    let names = untrack(|| hall.names());
    let (method, votes) = (activity.method, activity.votes);
    let is_full = Memo::new(move |_| match method {
        Method::Dots => ballot.read().used() >= votes,
        Method::Rating | Method::Stance => ballot.read().answers().count() >= MOST_ANSWERED,
    });
    let paper = Paper { session, method, votes, ballot, is_full };
    let most = RwSignal::new(SHOWN);
    let count = subjects.len();
    let rows = live(move || {
        let row = |subject: &String| {
            let name = subject_view(session, &names, subject);
            let label = subject_line(session, &names, subject);
            let answer = paper.answer(subject, &label, change);
            view! { <li class="ballot-row"><span class="ballot-subject">{name}</span>{answer}</li> }
                .into_any()
        };
        let rows = subjects.iter().take(most.get()).map(row).collect::<Vec<AnyView>>();
        view! { <ol class="ballot-rows">{rows}</ol> }.into_any()
    });
    let more = live(move || {
        let hidden = count.saturating_sub(most.get());
        let show = press(move || most.set(usize::MAX));
        let more = (hidden > 0).then(|| view! { <button type="button" class="button is-quiet" on:click=show>{(session.text().workshop.more_subjects)(hidden)}</button> });
        more.into_any()
    });
    let left = move || {
        let t = &session.text().workshop;
        match method {
            Method::Dots => (t.votes_left)(votes.saturating_sub(ballot.read().used())),
            Method::Rating | Method::Stance => (t.answered)(ballot.read().answers().count()),
        }
    };
    let is_blank = Memo::new(move |_| ballot.read().is_blank());
    let t = &session.text().workshop;
    let give_in = move || {
        if is_blank.get_untracked() {
            // Nothing was chosen: abstaining is an answer, and has a button of its own.
            return page::focus_soon("#vote-blank");
        }
        hand_in(&ballot.get_untracked());
    };
    let is_named = hall.workshop.read_untracked().is_named;
    view! {
        <div class="ballot" role="group" aria-label=(t.ballot_of)(&seat.to_string())>
            <p class="eyebrow">{(t.ballot_of)(&seat.to_string())}</p>
            {is_named.then(|| name_field(session, name, keep))}
            <p class="ballot-left" role="status">{words(left)}</p>
            {rows}
            {more}
            <p class="button-row ballot-end">
                <button class="button is-large" disabled=flag(move || is_barred.get() || is_blank.get()) on:click=press(give_in)>{icon(Icon::Offline)}{t.hand_in}</button>
                <button id="vote-blank" class="button is-quiet" disabled=flag(move || is_barred.get() || !is_blank.get()) on:click=press(move || hand_in(&Ballot::default()))>{t.vote_blank}</button>
                <button class="quiet-link" on:click=press(move || { leave(Hand::Down); page::focus_soon("#next-person"); })>{t.not_now}</button>
            </p>
        </div>
    }
    .into_any()
}

fn name_field(
    session: Session,
    name: RwSignal<String>,
    keep: impl Fn() + Copy + 'static,
) -> AnyView {
    let type_in = move |event| {
        name.set(event_target_value(&event));
        keep();
    };
    view! {
        <p class="form ballot-name">
            <label for="ballot-name">{session.text().workshop.your_name}</label>
            <input id="ballot-name" type="text" maxlength="120" autocomplete="off" prop:value=words(move || name.get()) on:input=type_in/>
        </p>
    }
    .into_any()
}

/// What all rows of a ballot share.
#[derive(Clone, Copy)]
struct Paper {
    session: Session,
    method: Method,
    votes: u32,
    ballot: RwSignal<Ballot>,
    /// Whether all votes are used, or no more answers fit.
    is_full: Memo<bool>,
}

impl Paper {
    /// How a subject is answered.
    fn answer(
        self,
        subject: &str,
        label: &str,
        change: impl Fn(Ballot) + Copy + Send + Sync + 'static,
    ) -> AnyView {
        let Self { session, method, votes, ballot, is_full } = self;
        let t = &session.text().workshop;
        let given = {
            let subject = subject.to_owned();
            Memo::new(move |_| ballot.read().answer(&subject).unwrap_or(0))
        };
        match method {
            Method::Dots => {
                let (more, fewer) = (subject.to_owned(), subject.to_owned());
                let more = move || change(ballot.get_untracked().add(&more, votes));
                let fewer = move || change(ballot.get_untracked().take(&fewer));
                let dots = move || "●".repeat(usize::from(given.get()));
                view! {
                <span class="ballot-dots">
                    <span class="dots" aria-hidden="true">{words(dots)}</span>
                    <button type="button" class="step-button" aria-label=(t.vote_fewer)(label) disabled=flag(move || given.get() == 0) on:click=press(fewer)>"−"</button>
                    <output aria-label=(t.votes_on)(label)>{words(move || given.get().to_string())}</output>
                    <button type="button" class="step-button is-more" aria-label=(t.vote_more)(label) disabled=flag(move || is_full.get()) on:click=press(more)>"+"</button>
                </span>
            }
            .into_any()
            }
            Method::Rating | Method::Stance => {
                let choices: Vec<(u8, String)> = if method == Method::Rating {
                    (1..=7).map(|one| (one, one.to_string())).collect()
                } else {
                    [(1, t.agree), (3, t.neither), (2, t.disagree)]
                        .map(|(one, word)| (one, word.to_owned()))
                        .into()
                };
                let name = format!("answer-{subject}");
                let subject = subject.to_owned();
                let options = choices.into_iter().map(|(one, word)| {
                let (subject, name) = (subject.clone(), name.clone());
                let choose =
                    move |_| change(ballot.get_untracked().with(&subject, Some(one)));
                view! {
                    <label class="answer">
                        <input type="radio" name=name disabled=flag(move || given.get() == 0 && is_full.get()) prop:checked=flag(move || given.get() == one) on:change=choose/>
                        <span>{word}</span>
                    </label>
                }
                .into_any()
            });
                let options = options.collect::<Vec<AnyView>>();
                let none = move || change(ballot.get_untracked().with(&subject, None));
                let class = if method == Method::Rating { "answers is-rating" } else { "answers" };
                let end = move |word: &'static str| {
                    (method == Method::Rating)
                        .then(|| view! { <small aria-hidden="true">{word}</small> })
                };
                view! {
                <fieldset class=class>
                    <legend class="visually-hidden">{label.to_owned()}</legend>
                    <div class="answer-row">{options}</div>
                    <span class="answer-ends">
                        {end(t.rating_low)}
                        <button type="button" class="quiet-link" disabled=flag(move || given.get() == 0) on:click=press(none)>{t.answer_none}</button>
                        {end(t.rating_high)}
                    </span>
                </fieldset>
            }
            .into_any()
            }
        }
    }
}

/// Casts a ballot: what the seat had cast before is no longer counted.
fn cast(hall: Hall, activity: RecordId, seat: i64, ballot: &Ballot, name: &str) {
    let id = ballot_id(activity, hall.table, seat);
    let place = || {
        [
            (OF_ACTIVITY, activity.to_string().into()),
            (OF_TABLE, hall.table.to_string().into()),
            (NUMBER, Value::Whole(seat)),
        ]
    };
    hall.sit();
    let edits = hall.session.work.look_now(|document| {
        let put = |id: RecordId, kind, field, text: &str| {
            let mut edits = crate::app::birth(document, id, &made(id, kind, hall.id, place()));
            let basis = document.get(id).map(|record| record.basis(field)).unwrap_or_default();
            edits.push(Edit::Set(id, field, text.into(), basis));
            edits
        };
        let round = round_id(activity, hall.table);
        let mut edits = crate::app::birth(document, round, &round_birth(hall, activity));
        edits.extend(put(id, &BALLOT, VOTED, &ballot.to_string()));
        if !name.is_empty() {
            edits.extend(put(seat_id(activity, hall.table, seat), &SEAT, NAME, name));
        }
        edits
    });
    hall.session.work.act_for_good(&edits);
}
