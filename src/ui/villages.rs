//! What several views say of village profiles: the compass with its table, how far one has come, and
//! which actions serve a goal.

use super::{
    charts::compass::{Series as CompassSeries, compass},
    components::{Icon, icon, live, press},
    platform::{file, page},
    session::Session,
    share,
};
use crate::{
    app::{Route, Villages, danish_key},
    document::{Record, RecordId},
    measure::{State, paste::safe_cell},
    sorted::sort,
    village::{
        self, Aim, POINTS, Profile, Rating, Round, Stage, Words, number,
        records::{self, ACTION_ID, GOAL, NAME, STATE, THREAD, WHAT, profile_of},
    },
    vision::Place,
};
use leptos::prelude::*;

/// The words of profiles in the present language.
pub(crate) fn words_of(session: Session) -> &'static Words {
    village::words(session.language())
}

/// What the app calls a profile.
pub(crate) fn named(session: Session, profile: &Profile) -> String {
    let name = profile.name();
    if name.is_empty() { words_of(session).unnamed.into() } else { name.into() }
}

/// The name of a point or a goal, without its number.
pub(crate) fn label(session: Session, id: &str) -> String {
    let label = match session.edition.place(id) {
        Some(Place::Part(_, _, part)) => &part.label,
        Some(Place::Goal(_, goal)) => &goal.label,
        Some(Place::Section(_) | Place::Block(..)) | None => return id.to_owned(),
    };
    // Also where a file is handed on, which follows nothing.
    let language = untrack(|| session.language());
    label.get(language).to_owned()
}

/// All profiles by their names, in the Danish alphabet; follows changes.
pub(crate) fn sorted_profiles(session: Session) -> Vec<(RecordId, Profile)> {
    let mut all = session.work.look(Profile::all);
    sort(&mut all, |(id, one), (other_id, other)| {
        (danish_key(one.name()), id) < (danish_key(other.name()), other_id)
    });
    all
}

fn round(profile: &Profile, aim: Aim) -> Round {
    let rating = |point| profile.rating(point, aim);
    let spread =
        |one: Rating| one.group.map(|group| (f64::from(group.least), f64::from(group.most)));
    Round {
        ratings: POINTS.map(|point| rating(point).map(|one| one.value.to_f64())),
        spread: POINTS.map(|point| rating(point).and_then(spread)),
    }
}

fn has_any(round: &Round) -> bool {
    round.ratings.iter().any(Option::is_some)
}

/// A small compass of today's ratings, for a card.
pub(crate) fn mini_compass(session: Session, profile: &Profile) -> AnyView {
    let today = round(profile, Aim::Today);
    if !has_any(&today) {
        return ().into_any();
    }
    let told = POINTS.iter().filter_map(|point| {
        let rating = profile.rating(point, Aim::Today)?;
        Some(format!("{point}: {}", rating.value.show(session.language())))
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let name = format!("{}. {told}", (session.text().village.compass_of)(&named(session, profile)));
    let labels = POINTS.map(|_| String::new());
    view! { <div class="mini-compass">{compass("", name, &labels, vec![(CompassSeries::Today, today)], 150.0)}</div> }
        .into_any()
}

/// The compass of a profile: today, as wished, and at the last revision; with its table.
pub(crate) fn compass_figure(
    session: Session,
    profile: &Profile,
    before: Option<&Profile>,
    is_far_away: bool,
) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let today = ((w.aim)(Aim::Today), CompassSeries::Today, round(profile, Aim::Today));
    let wished = ((w.aim)(Aim::Wished), CompassSeries::Wished, round(profile, Aim::Wished));
    let last =
        before.map(|before| (t.last_version, CompassSeries::Before, round(before, Aim::Today)));
    let rounds = [Some(today), Some(wished), last].into_iter().flatten();
    let profiles = [(profile, Aim::Today), (profile, Aim::Wished)];
    let columns: Vec<_> = profiles.into_iter().chain(before.map(|one| (one, Aim::Today))).collect();
    // Seen from far away, the names are as large as they can be.
    let width = if is_far_away || page::is_narrow() { 340.0 } else { 520.0 };
    figure(session, (t.compass_of)(&named(session, profile)), rounds.collect(), &columns, width)
}

/// The compasses of two profiles, or of two versions of one, in one picture.
pub(crate) fn compass_of_two(
    session: Session,
    (name, one): (&str, &Profile),
    (other_name, other): (&str, &Profile),
) -> AnyView {
    let t = &session.text().village;
    let rounds = vec![
        (name, CompassSeries::Today, round(one, Aim::Today)),
        (other_name, CompassSeries::Other, round(other, Aim::Today)),
    ];
    let title = (t.compass_of)(&format!("{name} · {other_name}"));
    let width = if page::is_narrow() { 340.0 } else { 520.0 };
    figure(session, title, rounds, &[(one, Aim::Today), (other, Aim::Today)], width)
}

fn figure(
    session: Session,
    title: String,
    mut rounds: Vec<(&str, CompassSeries, Round)>,
    columns: &[(&Profile, Aim)],
    width: f64,
) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let language = session.language();
    if !rounds.iter().any(|(_, _, round)| has_any(round)) {
        return view! { <p class="nothing">{t.compass_none}</p> }.into_any();
    }
    let heads = rounds
        .iter()
        .map(|(name, _, _)| view! { <th scope="col">{(*name).to_owned()}</th> }.into_any());
    let heads = heads.collect::<Vec<AnyView>>();
    let labels = POINTS.map(|point| label(session, point));
    let rows = POINTS.iter().zip(&labels).map(|(point, label)| {
        let cells = columns.iter().map(|(profile, aim)| {
            let rating = profile.rating(point, *aim);
            let value = rating.as_ref().map_or_else(|| "–".to_owned(), |one| number(&one.value.to_string(), language));
            let group = rating.and_then(|one| one.group);
            let group = group.map(|one| view! { <small>{(w.group)(one.people, one.least, one.most)}</small> });
            view! { <td>{value}{group}</td> }.into_any()
        });
        view! { <tr><th scope="row"><b>{*point}</b>" "{label.clone()}</th>{cells.collect::<Vec<AnyView>>()}</tr> }.into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    let csv = csv(session, &rounds, &labels, columns);
    let copy = move || share::copy(session, &csv);
    let save = move || {
        let saved = page::picture("#compass")
            .is_some_and(|svg| file::save_as("kompas.svg", &svg, "image/svg+xml"));
        if !saved {
            session.say(session.text_now().work.backup_failed.into(), None);
        }
    };
    let tools = &session.text().measure;
    rounds.retain(|(_, _, round)| has_any(round));
    let legend = rounds.iter().map(|(name, series, _)| {
        let class = match series {
            CompassSeries::Today => "compass-key",
            CompassSeries::Wished => "compass-key is-wished",
            CompassSeries::Before => "compass-key is-before",
            CompassSeries::Other => "compass-key is-other",
        };
        view! { <li class=class><span aria-hidden="true"></span>{(*name).to_owned()}</li> }
            .into_any()
    });
    let legend = legend.collect::<Vec<AnyView>>();
    let rounds = rounds.into_iter().map(|(_, series, round)| (series, round)).collect();
    view! {
        <figure class="compass-figure">
            <div class="compass-picture">
                {compass("compass", title, &labels, rounds, width)}
                <ul class="compass-legend">{legend}</ul>
            </div>
            <div class="compass-table">
                <table>
                    <caption class="visually-hidden">{w.compass}</caption>
                    <thead><tr><th scope="col">{w.point}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                <p class="indicator-tools">
                    <button class="quiet-link" on:click=press(copy)>{icon(Icon::Copy)}{tools.copy_csv}</button>
                    <button class="quiet-link" on:click=press(save)>{icon(Icon::Figure)}{tools.save_picture}</button>
                </p>
            </div>
        </figure>
    }
    .into_any()
}

/// The table of a compass for a spreadsheet.
fn csv(
    session: Session,
    rounds: &[(&str, CompassSeries, Round)],
    labels: &[String; 7],
    columns: &[(&Profile, Aim)],
) -> String {
    let language = session.language();
    let heads = rounds.iter().map(|(name, _, _)| safe_cell(name));
    let mut lines = vec![
        std::iter::once(words_of(session).point.to_owned())
            .chain(heads)
            .collect::<Vec<_>>()
            .join(";"),
    ];
    for (point, label) in POINTS.iter().zip(labels) {
        let mut cells = vec![safe_cell(&format!("{point} {label}"))];
        cells.extend(columns.iter().map(|(profile, aim)| {
            let rating = profile.rating(point, *aim);
            rating.map(|one| one.value.show(language)).unwrap_or_default()
        }));
        lines.push(cells.join(";"));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// How far a profile has come, with the date that counts.
pub(crate) fn stage_line(session: Session, profile: &Profile) -> String {
    let (t, w) = (&session.text().village, words_of(session));
    let language = session.language();
    let stage = (w.stage)(profile.stage());
    let date = |field| profile.date(field).map(|when| when.show(language));
    let since = match profile.stage() {
        Stage::Draft => date(records::BEGUN).map(|when| (t.since)(&when)),
        Stage::Hearing => match (date(records::HEARING_FROM), date(records::HEARING_TO)) {
            (_, Some(to)) => Some((t.until)(&to)),
            (from, None) => from.map(|when| (t.since)(&when)),
        },
        Stage::Adopted => date(records::ADOPTED),
        Stage::Revision => {
            date(records::ADOPTED).map(|when| format!("· {} {when}", (w.stage)(Stage::Adopted)))
        }
    };
    let next = match profile.stage() {
        Stage::Adopted => profile
            .next_revision()
            .map(|when| format!("{}: {}", w.next_revision, when.show(language))),
        Stage::Draft | Stage::Hearing | Stage::Revision => None,
    };
    let first = since.map_or_else(|| stage.to_owned(), |since| format!("{stage} {since}"));
    [Some(first), next].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The actions of villages that serve a goal, for the goal's page.
pub(crate) fn actions_for(session: Session, goal: &'static str) -> AnyView {
    let found = Memo::new(move |_| {
        // By the threads alone: this follows every edit, and most are of other things.
        session.work.look(|document| {
            let tied = document.of_kind(&THREAD).filter(|thread| thread.text(GOAL) == goal);
            let told = tied.filter_map(|thread| {
                let there = |id| document.get(id).filter(|one| one.is_present());
                let action = there(RecordId::parse(thread.text(ACTION_ID))?)?;
                let profile = there(profile_of(action)?)?;
                let text = |of: &Record, field| of.text(field).trim().to_owned();
                let state = State::from_name(action.text(STATE));
                Some((profile.id, text(profile, NAME), text(action, WHAT), state))
            });
            told.collect::<Vec<_>>()
        })
    });
    live(move || {
        let (t, w) = (&session.text().village, words_of(session));
        let found = found.get();
        if found.is_empty() {
            return ().into_any();
        }
        let rows = found.into_iter().map(|(id, name, what, state)| {
            let address = Route::Villages(Villages::Profile(id.to_string())).address();
            let name = if name.is_empty() { w.unnamed.to_owned() } else { name };
            let state = state.map(|state| view! { <span class="badge">{(w.state)(state)}</span> });
            view! { <li><a href=address><b>{name}</b></a>": "{what}" "{state}</li> }.into_any()
        });
        view! {
            <section class="village-actions" aria-labelledby="village-actions">
                <h2 id="village-actions">{icon(Icon::Village)}" "{t.actions_here}</h2>
                <ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul>
            </section>
        }
        .into_any()
    })
}
