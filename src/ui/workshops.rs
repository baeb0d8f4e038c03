//! What several views say of workshops: names of what is voted on, what a vote came to, and a table's clock.

use super::{
    components::{Icon, icon, press},
    platform::{file, page},
    session::Session,
    share,
    wording::place_name,
};
use crate::{
    document::{Document, RecordId},
    measure::Decimal,
    sorted::{Sorted, sort},
    village::{self, number},
    vision::Place,
    workshop::{
        Activity, Bar, Colours, Method, Outcome, Score, Workshop, grouping, groups, notes, picture,
        table, tables,
    },
};
use leptos::prelude::*;

/// What the app calls a workshop.
pub(crate) fn named(session: Session, name: &str) -> String {
    if name.is_empty() { session.text().workshop.unnamed.into() } else { name.into() }
}

/// The names of subjects, notes and groups by their ids.
pub(crate) type Names = Sorted<String, String>;

/// The names of what people can vote on in a workshop, beside the items of the vision.
pub(crate) fn names(document: &Document, workshop: &Workshop) -> Names {
    let mut names = Names::default();
    let own = workshop.activities.iter().flat_map(|activity| &activity.own);
    for (id, text) in own {
        names.insert(id.to_string(), text.clone());
    }
    for note in notes(document, workshop.id) {
        names.insert(note.id.to_string(), note.text);
    }
    let by_id: Names = groups(document, workshop.id)
        .into_iter()
        .map(|group| (group.id.to_string(), group.name))
        .collect();
    for one in grouping(document, workshop.id) {
        let Some(name) = by_id.get(&one.id) else { continue };
        // A group without a name is called by what stands first in it.
        let first = || one.members.iter().find_map(|id| names.get(id)).cloned();
        let name = if name.is_empty() { first().unwrap_or_default() } else { name.clone() };
        names.insert(one.id, name);
    }
    names
}

/// What is voted on: the number that it has in the vision, if any, and what it is called.
pub(crate) fn subject(session: Session, names: &Names, id: &str) -> (Option<String>, String) {
    let language = untrack(|| session.language());
    match session.edition.place(id) {
        Some(Place::Part(_, _, part)) => (Some(id.into()), part.label.get(language).into()),
        Some(Place::Goal(_, goal)) => (Some(id.into()), goal.label.get(language).into()),
        Some(Place::Section(section)) => (Some(id.into()), section.short.get(language).into()),
        Some(Place::Block(..)) => (None, place_name(session, id)),
        None => {
            let t = &session.text().workshop;
            let name = names.get(id).filter(|name| !name.is_empty());
            (None, name.map_or_else(|| t.gone.to_owned(), Clone::clone))
        }
    }
}

/// What is voted on, in one line.
pub(crate) fn subject_line(session: Session, names: &Names, id: &str) -> String {
    match subject(session, names, id) {
        (Some(number), name) => format!("{number} {name}"),
        (None, name) => name,
    }
}

/// What is voted on, its number in bold.
pub(crate) fn subject_view(session: Session, names: &Names, id: &str) -> AnyView {
    let (number, name) = subject(session, names, id);
    let number = number.map(|number| view! { <b class="subject-number">{number}" "</b> });
    view! { {number}{name} }.into_any()
}

/// What the app calls a table.
pub(crate) fn table_name(session: Session, name: &str) -> String {
    if name.is_empty() { session.text().workshop.table_unnamed.into() } else { name.into() }
}

/// The result for one subject, as it is shown.
pub(crate) fn value(session: Session, score: &Score, method: Method) -> String {
    let t = &session.text().workshop;
    let language = session.language();
    match method {
        Method::Dots => Decimal::whole(score.votes().into()).show(language),
        Method::Rating => {
            score.mean().map_or_else(|| "–".into(), |mean| number(&mean.to_string(), language))
        }
        Method::Stance => score.agreed_percent().map_or_else(|| "–".into(), t.percent),
    }
}

/// What there is to say beside the value.
fn beside(session: Session, score: &Score, method: Method) -> String {
    let t = &session.text().workshop;
    match method {
        Method::Dots => String::new(),
        Method::Rating => score
            .ends()
            .map(|(least, most)| (t.spread)(score.people(), least, most))
            .unwrap_or_default(),
        Method::Stance => {
            let of = |answer| score.counts.of(answer);
            (t.stances)(of(1), of(2), of(3))
        }
    }
}

/// How long a bar is, from 0 to 1.
pub(crate) fn share_of(score: &Score, outcome: &Outcome) -> f64 {
    match outcome.method {
        Method::Dots => {
            let most = outcome.scores.iter().map(Score::votes).max().unwrap_or(0);
            f64::from(score.votes()) / f64::from(most.max(1))
        }
        Method::Rating => score.mean().map_or(0.0, |mean| (mean.to_f64() - 1.0).max(0.0) / 6.0),
        Method::Stance => f64::from(score.agreed_percent().unwrap_or(0)) / 100.0,
    }
}

/// How many have voted, in a sentence.
pub(crate) fn turnout(session: Session, outcome: &Outcome) -> String {
    let t = &session.text().workshop;
    let mut told = (t.turnout)(outcome.voters, outcome.blank);
    if outcome.unfit > 0 {
        told.push(' ');
        told.push_str(&(t.unfit)(outcome.unfit));
    }
    told
}

/// So many more than were asked for may share the last place.
const SHARED: usize = 3;
/// Up to so many subjects without votes are named.
const NAMED: usize = 8;

/// What a vote came to, the best first: bars, and how far apart people are.
pub(crate) fn bars(session: Session, names: &Names, outcome: &Outcome, most: usize) -> AnyView {
    let t = &session.text().workshop;
    // Of votes that are spread, what got none is only named.
    let is_without = |score: &Score| outcome.method == Method::Dots && score.votes() == 0;
    let ranked = outcome.ranked();
    let without: Vec<&str> = ranked
        .iter()
        .filter(|(_, score)| is_without(score))
        .map(|(_, score)| score.subject.as_str())
        .collect();
    let without = match without.len() {
        0 => None,
        1..=NAMED => {
            let names: Vec<String> =
                without.iter().map(|id| subject_line(session, names, id)).collect();
            Some((t.without_votes)(&names.join(" · ")))
        }
        count => Some((t.many_without_votes)(count)),
    };
    let without = without.map(|told| view! { <p class="without-votes">{told}</p> });
    // Those that share the last place come along, as far as there is room.
    let given = ranked.into_iter().filter(|(_, score)| !is_without(score));
    let (best, rest): (Vec<_>, Vec<_>) = given
        .enumerate()
        .partition(|(at, (rank, _))| *rank <= most && *at < most.saturating_add(SHARED));
    let more = (!rest.is_empty())
        .then(|| view! { <p class="without-votes">{(t.and_more)(rest.len())}</p> });
    let rows = best.into_iter().map(|(_, (rank, score))| {
        let share = share_of(score, outcome);
        let beside = beside(session, score, outcome.method);
        let beside = (!beside.is_empty()).then(|| view! { <small>{beside}</small> });
        view! {
            <li class="vote-row">
                <span class="vote-rank">{rank.to_string()}"."</span>
                <span class="vote-subject">{subject_view(session, names, &score.subject)}</span>
                <span class="vote-value"><b>{value(session, score, outcome.method)}</b>{beside}</span>
                {vote_bar(score, outcome.method, share)}
            </li>
        }
        .into_any()
    });
    view! { <ol class="vote-bars">{rows.collect::<Vec<AnyView>>()}</ol>{more}{without} }.into_any()
}

/// The picture of one subject's votes. Beside it the same stands in words.
fn vote_bar(score: &Score, method: Method, share: f64) -> AnyView {
    const WIDTH: f64 = 700.0;
    match method {
        Method::Dots => view! {
            <svg class="vote-bar" viewBox="0 0 700 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="bar-ground" width="700" height="12"/>
                <rect class="bar-full" width=format!("{:.1}", share * WIDTH) height="12"/>
            </svg>
        }
        .into_any(),
        Method::Rating => {
            let most = (1..=7).map(|one| score.counts.of(one)).max().unwrap_or(0).max(1);
            let column = |one: u8| {
                let count = score.counts.of(one);
                let height = 40.0 * f64::from(count) / f64::from(most);
                let left = f64::from(one - 1) * 100.0;
                view! {
                    <rect class="bar-ground" x=format!("{:.0}", left + 4.0) y="38" width="92" height="3"/>
                    <rect class="bar-full" x=format!("{:.0}", left + 4.0) y=format!("{:.1}", 41.0 - height) width="92" height=format!("{height:.1}")/>
                    <text class="bar-number" x=format!("{:.0}", left + 50.0) y="60">{one.to_string()}</text>
                }
                .into_any()
            };
            let mean = score.mean().map(|mean| {
                let at = format!("{:.1}", (mean.to_f64() - 0.5) * 100.0);
                view! { <path class="bar-mean" d=format!("M{at} 0V44")/> }
            });
            view! {
                <svg class="vote-bar is-rating" viewBox="0 0 700 64" aria-hidden="true" focusable="false">
                    {(1..=7).map(column).collect::<Vec<AnyView>>()}
                    {mean}
                </svg>
            }
            .into_any()
        }
        Method::Stance => {
            let all = f64::from(score.people().max(1));
            let part = |answer| f64::from(score.counts.of(answer)) / all * WIDTH;
            let (agree, neither) = (part(1), part(3));
            view! {
                <svg class="vote-bar" viewBox="0 0 700 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="bar-ground" width="700" height="12"/>
                    <rect class="bar-full" width=format!("{agree:.1}") height="12"/>
                    <rect class="bar-neither" x=format!("{agree:.1}") width=format!("{neither:.1}") height="12"/>
                    <rect class="bar-against" x=format!("{:.1}", agree + neither) width=format!("{:.1}", part(2)) height="12"/>
                </svg>
            }
            .into_any()
        }
    }
}

/// What a vote came to with its numbers in a table, each table's share among them, and ways to take it
/// along.
pub(crate) fn outcome_figure(
    session: Session,
    workshop: &Workshop,
    activity: &Activity,
    outcome: &Outcome,
    names: &Names,
) -> AnyView {
    let (t, tools) = (&session.text().workshop, &session.text().measure);
    let rows = rows(session, workshop.id, outcome, names);
    let heads = rows.first().map(|(_, cells)| cells.clone()).unwrap_or_default();
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any());
    let body = rows.iter().skip(1).map(|(name, cells)| {
        let cells = cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }.into_any());
        view! { <tr><th scope="row">{name.clone()}</th>{cells.collect::<Vec<AnyView>>()}</tr> }
            .into_any()
    });
    let body = body.collect::<Vec<AnyView>>();
    let csv = {
        let mut lines = rows.iter().map(|(name, cells)| {
            let mut line = vec![name.clone()];
            line.extend(cells.iter().cloned());
            line
        });
        let head: Vec<String> = lines.next().unwrap_or_default();
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        table(&head, &lines.collect::<Vec<_>>())
    };
    let title = if activity.question.is_empty() {
        (t.stage)(activity.stage).to_owned()
    } else {
        activity.question.clone()
    };
    let svg = drawn(session, workshop, &title, outcome, names);
    let copy = move || share::copy(session, &csv);
    let save = move || {
        if !file::save_as("afstemning.svg", &svg, "image/svg+xml") {
            session.say(session.text_now().work.backup_failed.into(), None);
        }
    };
    view! {
        <div class="vote-figure">
            <p class="quiet">{turnout(session, outcome)}</p>
            {bars(session, names, outcome, usize::MAX)}
            <details class="vote-table no-print">
                <summary>{icon(Icon::Forward)}{t.as_table}</summary>
                <div class="table-scroll" role="region" tabindex="0" aria-label=t.as_table>
                    <table>
                        <thead><tr><th scope="col">{t.subject}</th>{heads.collect::<Vec<AnyView>>()}</tr></thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                <p class="indicator-tools">
                    <button class="quiet-link" on:click=press(copy)>{icon(Icon::Copy)}{tools.copy_csv}</button>
                    <button class="quiet-link" on:click=press(save)>{icon(Icon::Figure)}{tools.save_picture}</button>
                </p>
            </details>
        </div>
    }
    .into_any()
}

/// The numbers as a table: its head first, then a row a subject. Where there is more than one table, each
/// has its column.
fn rows(
    session: Session,
    workshop: RecordId,
    outcome: &Outcome,
    names: &Names,
) -> Vec<(String, Vec<String>)> {
    let t = &session.text().workshop;
    let language = session.language();
    let answers: Vec<(u8, String)> = match outcome.method {
        Method::Dots => vec![(1, t.votes.to_owned())],
        Method::Rating => (1..=7).map(|one| (one, one.to_string())).collect(),
        Method::Stance => [(1, t.agree), (3, t.neither), (2, t.disagree)]
            .map(|(one, word)| (one, word.into()))
            .into(),
    };
    let known = session.work.look_now(|document| tables(document, workshop));
    let name_of = |id| {
        let name = known.iter().find(|table| table.id == id).map(|table| table.name.as_str());
        table_name(session, name.unwrap_or_default())
    };
    let mut shares: Vec<_> =
        outcome.shares.iter().map(|share| (name_of(share.table), share)).collect();
    sort(&mut shares, |(one, a), (other, b)| (one, a.table) < (other, b.table));
    if shares.len() < 2 {
        shares.clear();
    }
    let mut head: Vec<String> = vec![t.result.into()];
    head.extend(answers.iter().map(|(_, word)| word.clone()));
    head.extend(shares.iter().map(|(name, share)| {
        if share.is_left_out { (t.left_out_table)(name) } else { name.clone() }
    }));
    let mut rows = vec![(t.subject.to_owned(), head)];
    for score in &outcome.scores {
        let mut cells = vec![value(session, score, outcome.method)];
        let count = |one: u32| Decimal::whole(one.into()).show(language);
        cells.extend(answers.iter().map(|(answer, _)| count(score.counts.of(*answer))));
        cells.extend(shares.iter().map(|(_, share)| {
            let of = share.counts.iter().find(|(subject, _)| *subject == score.subject);
            let counts = of.map(|(_, counts)| *counts).unwrap_or_default();
            let alone = Score { subject: String::new(), counts, is_listed: true };
            value(session, &alone, outcome.method)
        }));
        rows.push((subject_line(session, names, &score.subject), cells));
    }
    rows
}

/// A vote as a picture of its own.
fn drawn(
    session: Session,
    workshop: &Workshop,
    title: &str,
    outcome: &Outcome,
    names: &Names,
) -> String {
    let bars = outcome.ranked().into_iter().map(|(_, score)| Bar {
        label: subject_line(session, names, &score.subject),
        value: value(session, score, outcome.method),
        share: share_of(score, outcome),
        spread: (outcome.method == Method::Rating)
            .then(|| [1, 2, 3, 4, 5, 6, 7].map(|one| score.counts.of(one))),
    });
    let colour = |name| page::colour(name).unwrap_or_default();
    let colours = Colours {
        paper: colour("--surface"),
        ink: colour("--ink"),
        quiet: colour("--ink-soft"),
        bar: colour("--fjord"),
    };
    let held = village::date(&workshop.held, session.language());
    let footer = [named(session, &workshop.name), held, "Pejlemærke".to_owned()];
    let footer: Vec<String> = footer.into_iter().filter(|text| !text.is_empty()).collect();
    picture(
        title,
        &turnout(session, outcome),
        &bars.collect::<Vec<Bar>>(),
        &colours,
        &footer.join(" · "),
    )
}
