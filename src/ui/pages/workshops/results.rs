//! What a workshop came to: each vote with its numbers, the notes by what they are about, what was agreed,
//! and where all of it goes from here.

use super::{Hall, harvest, run::heading, tables};
use crate::{
    app::{Outgoing, Route, Workshops},
    document::RecordId,
    sorted::Sorted,
    ui::{
        components::{Icon, icon, live, press, words},
        outgoing::share,
        workshops::{Names, named, outcome_figure},
    },
    village,
    workshop::{Grouped, Note, NoteSort, grouping, has_votes, notes},
};
use leptos::prelude::*;

pub(super) fn page(hall: Hall) -> AnyView {
    let session = hall.session;
    let id = hall.id;
    let t = &session.text().workshop;
    let told = move || {
        let workshop = hall.workshop.read();
        let told = [
            named(session, &workshop.name),
            village::date(&workshop.held, session.language()),
            workshop.place.clone(),
        ];
        told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let votes = Memo::new(move |_| {
        hall.workshop.read().votes().map(|vote| vote.id).collect::<Vec<RecordId>>()
    });
    let profile = harvest::chosen_profile(hall);
    view! {
        <article class="workshop-results accent-5">
            {hall.trail(t.results)}
            <header class="page-head">
                <h1 tabindex="-1">{t.results}</h1>
                <p class="lead">{words(told)}</p>
                <p class="button-row">
                    <a class="button is-quiet" href=hall.address(Workshops::Minutes)>{icon(Icon::Document)}{t.minutes}</a>
                    <a class="button is-quiet" href=hall.address(Workshops::Run)>{icon(Icon::Forward)}{t.run}</a>
                </p>
            </header>
            <section class="panel form" aria-labelledby="tables">
                <h2 id="tables">{t.tables}</h2>
                <p class="quiet">{t.tables_lead}" "<a href=Route::Files.address()>{session.text().work.to_files}</a></p>
                {tables::all(hall)}
                {share(session, words(move || session.text().workshop.share), move || Outgoing::Workshop(id))}
            </section>
            {harvest::profile_choice(hall, profile)}
            {harvest::agreements_section(hall, profile)}
            {live(move || {
                let votes = votes.get().into_iter().map(|vote| vote_section(hall, vote, profile));
                view! { <div>{votes.collect::<Vec<AnyView>>()}</div> }.into_any()
            })}
            {notes_section(hall)}
        </article>
    }
    .into_any()
}

fn vote_section(hall: Hall, vote: RecordId, profile: RwSignal<Option<RecordId>>) -> AnyView {
    let session = hall.session;
    let is_open = RwSignal::new(false);
    // Drawn anew with the result alone: what was opened in it stays open.
    let is_cast =
        Memo::new(move |_| session.work.look(|document| has_votes(document, hall.id, vote)));
    let is_revealed =
        Memo::new(move |_| hall.workshop.read().is_revealed(vote, hall.here.read().as_ref()));
    let activity = Memo::new(move |_| hall.workshop.read().activity(vote).cloned());
    let outcome = Memo::new(move |_| activity.read().as_ref().map(|vote| hall.outcome(vote)));
    let names = Memo::new(move |_| hall.names());
    live(move || {
        let t = &session.text().workshop;
        let Some((activity, outcome)) = activity.get().zip(outcome.get()) else {
            return ().into_any();
        };
        let workshop = hall.workshop.get();
        let title = heading(hall, Some(&activity));
        let body = if !is_cast.get() {
            view! { <p class="nothing">{t.nothing_cast}</p> }.into_any()
        } else if !is_revealed.get() && !is_open.get() {
            // A table that is still voting does not look by mistake.
            view! {
                <p class="nothing">{t.still_hidden}</p>
                <button class="button is-quiet" on:click=move |_| is_open.set(true)>{t.show_anyway}</button>
            }
            .into_any()
        } else {
            let names = names.get();
            view! {
                {outcome_figure(session, &workshop, &activity, &outcome, &names)}
                {harvest::of_vote(hall, &activity, &outcome, &names, profile)}
            }
            .into_any()
        };
        view! {
            <section class="result-vote">
                <p class="eyebrow">{(t.stage)(activity.stage)}</p>
                <h2>{title}</h2>
                {body}
            </section>
        }
        .into_any()
    })
}

/// The notes, by their groups and sorts.
fn notes_section(hall: Hall) -> AnyView {
    let session = hall.session;
    let told = Memo::new(move |_| {
        let (notes, groups) =
            session.work.look(|document| (notes(document, hall.id), grouping(document, hall.id)));
        (notes, groups, hall.names())
    });
    live(move || {
        if hall.is_writing() {
            return view! { <p class="nothing">{session.text().workshop.notes_hidden}</p> }
                .into_any();
        }
        let (notes, groups, names) = told.get();
        notes_by_group(hall, notes, &groups, &names)
    })
}

fn notes_by_group(hall: Hall, all: Vec<Note>, groups: &[Grouped], names: &Names) -> AnyView {
    let t = &hall.session.text().workshop;
    if all.is_empty() {
        return ().into_any();
    }
    let by_id: Sorted<String, Note> =
        all.into_iter().map(|note| (note.id.to_string(), note)).collect();
    let mut lone: Vec<&Note> = Vec::new();
    let mut blocks: Vec<AnyView> = Vec::new();
    for group in groups {
        let mine: Vec<&Note> = group.members.iter().filter_map(|one| by_id.get(one)).collect();
        if by_id.contains_key(&group.id) {
            lone.extend(mine);
        } else if !mine.is_empty() {
            let name = names.get(&group.id).cloned().unwrap_or_default();
            blocks.push(block(hall, name, &mine));
        }
    }
    for sort in NoteSort::ALL {
        let mine: Vec<&Note> = lone.iter().copied().filter(|note| note.sort == sort).collect();
        if !mine.is_empty() {
            blocks.push(block(hall, (t.sorts)(sort).to_owned(), &mine));
        }
    }
    view! {
        <section class="result-notes" aria-labelledby="notes-heading">
            <h2 id="notes-heading">{t.notes}</h2>
            {blocks}
        </section>
    }
    .into_any()
}

/// So many notes of each kind are drawn at first; more on demand.
const SHOWN: usize = 12;

fn block(hall: Hall, name: String, notes: &[&Note]) -> AnyView {
    let t = &hall.session.text().workshop;
    let count = notes.len();
    let notes: Vec<Note> = notes.iter().copied().cloned().collect();
    let is_whole = RwSignal::new(false);
    let rows = live(move || {
        let t = &hall.session.text().workshop;
        let most = if is_whole.get() { usize::MAX } else { SHOWN };
        let rows = notes.iter().take(most).map(|note| note_row(hall, note));
        let rows = rows.collect::<Vec<AnyView>>();
        let hidden = notes.len().saturating_sub(most);
        let show = press(move || is_whole.set(true));
        let more = (hidden > 0).then(|| view! { <button type="button" class="button is-quiet no-print" on:click=show>{(t.more_notes)(hidden)}</button> });
        view! { <ul class="plain-list">{rows}</ul>{more} }.into_any()
    });
    view! {
        <details class="result-group" open>
            <summary><h3>{name}</h3><small>{(t.notes_in)(count)}</small></summary>
            {rows}
        </details>
    }
    .into_any()
}

fn note_row(hall: Hall, note: &Note) -> AnyView {
    let t = &hall.session.text().workshop;
    let by = (!note.by.is_empty()).then(|| view! { <small>" · "{note.by.clone()}</small> });
    view! {
        <li class="result-note">
            <span class="as-written">{note.text.clone()}</span>
            <small>{(t.sort)(note.sort)}{by}</small>
            {harvest::of_note(hall, note)}
        </li>
    }
    .into_any()
}
