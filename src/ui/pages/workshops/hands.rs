//! Counting hands: the facilitator enters how many there were.

use super::{
    Hall,
    tables::people,
    voting::{self, round_birth},
};
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    ui::{
        components::{flag, words},
        fields::Field,
        platform::page,
        workshops::{subject_line, subject_view},
    },
    workshop::{
        Activity, Counts, Method,
        records::{
            COUNTS, HANDS, OF_ACTIVITY, OF_SUBJECT, OF_TABLE, PEOPLE, hands_id, made, round_id,
        },
        subjects_of,
    },
};
use leptos::prelude::*;

pub(super) fn view(hall: Hall, activity: &Activity, seconds: RwSignal<i64>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let (id, method, votes) = (activity.id, activity.method, activity.votes);
    let cast = Memo::new(move |_| voting::cast(hall, id));
    let round = Field::born(
        session,
        DeedName::WorkshopWritten,
        (round_id(id, hall.table), PEOPLE),
        round_birth(hall, id),
    );
    let is_barred =
        Memo::new(move |_| hall.is_locked(seconds.get()) || session.work.is_read_only.get());
    let subjects = session.work.look_now(|document| subjects_of(document, hall.id, activity));
    let names = untrack(|| hall.names());
    let answers: Vec<(u8, String)> = match method {
        Method::Dots => vec![(1, t.votes.to_owned())],
        Method::Rating => (1..=7).map(|one| (one, one.to_string())).collect(),
        Method::Stance => [(1, t.agree), (3, t.neither), (2, t.disagree)]
            .map(|(one, word)| (one, word.to_owned()))
            .into(),
    };
    let rows = subjects.into_iter().map(|subject| {
        let name = subject_line(session, &names, &subject);
        let counts = {
            let subject = subject.clone();
            Memo::new(move |_| {
                let cast = cast.read();
                let mine = cast.hands.iter().find(|(of, _)| *of == subject);
                mine.map(|(_, counts)| *counts).unwrap_or_default()
            })
        };
        let fields = answers.iter().map(|(answer, word)| {
            let (answer, word, subject) = (*answer, word.clone(), subject.clone());
            let label = format!("{name}: {word}");
            let put = move |event| {
                let typed: Option<u32> = event_target_value(&event).trim().parse().ok();
                let room = room(&cast.read_untracked(), method, votes, &subject, answer);
                let count = typed.unwrap_or(0).min(room);
                if typed.is_some_and(|typed| typed > count) {
                    session.say((session.text_now().workshop.too_many_hands)(room), None);
                }
                show(hall, id, &subject, counts.get_untracked().with(answer, count));
                page::set_value(&event, &shown(count));
            };
            view! {
                <label class="hands-count"><span>{word}</span><input type="number" inputmode="numeric" min="0" aria-label=label disabled=flag(move || is_barred.get() || cast.read().people == 0) prop:value=words(move || shown(counts.get().of(answer))) on:change=put/></label>
            }
            .into_any()
        });
        let fields = fields.collect::<Vec<AnyView>>();
        view! { <li class="ballot-row"><span class="ballot-subject">{subject_view(session, &names, &subject)}</span><span class="hands-counts">{fields}</span></li> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    let told = move || {
        let cast = cast.read();
        let t = &session.text().workshop;
        if cast.people == 0 {
            return t.hands_people_first.to_owned();
        }
        match method {
            Method::Dots => {
                let used = cast.hands.iter().map(|(_, counts)| counts.of(1));
                let used = used.fold(0, u32::saturating_add);
                let all = cast.people.saturating_mul(votes);
                let told = (t.hands_used)(used, all);
                if used > all { format!("{told} {}", t.hands_unfit) } else { told }
            }
            Method::Rating | Method::Stance => (t.hands_each)(cast.people),
        }
    };
    view! {
        <div class="hands form">
            <p class="quiet">{t.hands_lead}</p>
            <div class="field-pair"><div>{people(hall, t.hands_people, round, move || cast.read().people)}</div></div>
            <p class="ballot-left" role="status">{words(told)}</p>
            <ol class="ballot-rows">{rows}</ol>
        </div>
    }
    .into_any()
}

fn shown(count: u32) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// How many hands there can be for an answer, with those that were counted for the others.
fn room(
    cast: &crate::workshop::Cast,
    method: Method,
    votes: u32,
    subject: &str,
    answer: u8,
) -> u32 {
    let of = |counts: &Counts, but: u8| {
        (1..=7).filter(|one| *one != but).map(|one| counts.of(one)).sum::<u32>()
    };
    match method {
        Method::Dots => {
            let others = cast.hands.iter().filter(|(of, _)| of != subject);
            let used = others.map(|(_, counts)| counts.of(1)).fold(0, u32::saturating_add);
            cast.people.saturating_mul(votes).saturating_sub(used)
        }
        Method::Rating | Method::Stance => {
            let mine = cast.hands.iter().find(|(of, _)| of == subject);
            cast.people.saturating_sub(mine.map_or(0, |(_, counts)| of(counts, answer)))
        }
    }
}

/// Notes how many hands were shown for a subject.
fn show(hall: Hall, activity: RecordId, subject: &str, counts: Counts) {
    let id = hands_id(activity, hall.table, subject);
    let birth = made(
        id,
        &HANDS,
        hall.id,
        [
            (OF_ACTIVITY, activity.to_string().into()),
            (OF_TABLE, hall.table.to_string().into()),
            (OF_SUBJECT, subject.into()),
        ],
    );
    let value: Value = counts.to_string().into();
    hall.sit();
    let edits = hall.session.work.look_now(|document| {
        let mut edits = crate::app::birth(document, id, &birth);
        let basis = document.get(id).map(|record| record.basis(COUNTS)).unwrap_or_default();
        edits.push(Edit::Set(id, COUNTS, value, basis));
        edits
    });
    hall.session.work.act(DeedName::WorkshopWritten, &edits);
}
