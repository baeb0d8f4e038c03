//! The minutes: two pages on paper.

use super::{Hall, closing::agreed_list, run::heading};
use crate::{
    app::Workshops,
    measure::When,
    sorted::Sorted,
    ui::{
        components::{Icon, icon, live, press},
        platform::{chance, page},
        workshops::{bars, named, turnout},
    },
    village,
    workshop::{Note, agreements, grouping, notes, records::FACILITATOR, tables},
};
use leptos::prelude::*;

/// So many of the best of each vote stand in the minutes.
const BEST: usize = 7;
/// So many notes stand in the minutes for each group; the others are in the file.
const NOTES: usize = 4;
/// So many groups of notes stand in the minutes.
const GROUPS: usize = 8;

pub(super) fn page(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    view! {
        <article class="workshop-minutes accent-5">
            <div class="no-print">{hall.trail(t.minutes)}</div>
            <p class="button-row no-print">
                <button class="button" on:click=press(page::print)>{icon(Icon::Document)}{session.text().village.print}</button>
                <a class="button is-quiet" href=hall.address(Workshops::Results)>{t.results}</a>
            </p>
            {live(move || sheet(hall))}
        </article>
    }
    .into_any()
}

fn sheet(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let language = session.language();
    let workshop = hall.workshop.get();
    let names = hall.names();
    let facilitator = hall.session.work.look(|document| {
        document.get(hall.id).map(|record| record.text(FACILITATOR).trim().to_owned())
    });
    let people: u32 = {
        let tables = session.work.look(|document| tables(document, hall.id));
        tables.iter().filter(|table| !table.is_left_out).map(|table| table.people).sum()
    };
    let led = facilitator.filter(|name| !name.is_empty()).map(|name| (t.led_by)(&name));
    let told = [
        village::date(&workshop.held, language),
        workshop.place.clone(),
        led.unwrap_or_default(),
        if people > 0 { (t.people)(people) } else { String::new() },
    ];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let votes = hall.shown_votes().into_iter().map(|vote| {
        let outcome = hall.outcome(&vote);
        view! {
            <section class="minutes-vote">
                <h2>{heading(hall, Some(&vote))}</h2>
                {bars(session, &names, &outcome, BEST)}
                <p class="quiet">{turnout(session, &outcome)}</p>
            </section>
        }
        .into_any()
    });
    let votes = votes.collect::<Vec<AnyView>>();
    let agreed = session.work.look(|document| agreements(document, hall.id));
    let printed = When::of_day(chance::today()).show(language);
    view! {
        <header class="minutes-head">
            <p class="eyebrow">{t.minutes}</p>
            <h1 tabindex="-1">{named(session, &workshop.name)}</h1>
            <p class="quiet">{told.join(" · ")}</p>
            <p class="as-written">{workshop.aim.clone()}</p>
        </header>
        {agreed_list(hall, &agreed)}
        {votes}
        {notes_told(hall)}
        <p class="quiet minutes-foot">{(t.minutes_foot)(&printed)}</p>
    }
    .into_any()
}

/// The notes in short, by their groups.
fn notes_told(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let (all, groups) =
        session.work.look(|document| (notes(document, hall.id), grouping(document, hall.id)));
    if all.is_empty() || hall.is_writing() {
        return ().into_any();
    }
    let count = all.len();
    let names = hall.names();
    let by_id: Sorted<String, Note> =
        all.into_iter().map(|note| (note.id.to_string(), note)).collect();
    let some = |notes: &[&Note]| {
        let told = notes
            .iter()
            .take(NOTES)
            .map(|note| view! { <li>{shortened(&note.text)}</li> }.into_any());
        let more = notes.len().saturating_sub(NOTES);
        let more = (more > 0).then(|| view! { <li class="quiet">{(t.and_more)(more)}</li> });
        view! { <ul>{told.collect::<Vec<AnyView>>()}{more}</ul> }.into_any()
    };
    let mut blocks: Vec<AnyView> = Vec::new();
    let mut lone: Vec<&Note> = Vec::new();
    let mut left_out = 0_usize;
    for group in &groups {
        let mine: Vec<&Note> = group.members.iter().filter_map(|one| by_id.get(one)).collect();
        if by_id.contains_key(&group.id) {
            lone.extend(mine);
        } else if blocks.len() >= GROUPS {
            left_out += usize::from(!mine.is_empty());
        } else if !mine.is_empty() {
            let name = names.get(&group.id).cloned().unwrap_or_default();
            blocks.push(
                view! { <div class="minutes-group"><h3>{name}</h3>{some(&mine)}</div> }.into_any(),
            );
        }
    }
    if !lone.is_empty() {
        blocks.push(
            view! { <div class="minutes-group"><h3>{t.other_notes}</h3>{some(&lone)}</div> }
                .into_any(),
        );
    }
    let more = (left_out > 0).then(|| view! { <p class="quiet">{(t.more_groups)(left_out)}</p> });
    view! {
        <section class="minutes-notes">
            <h2>{t.notes}</h2>
            <p class="quiet">{(t.notes_written)(count)}</p>
            <div class="minutes-groups">{blocks}</div>
            {more}
        </section>
    }
    .into_any()
}

/// A note as it fits in the minutes.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
