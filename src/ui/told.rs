//! What became of a promise: its status and why, its indicators with chart and table, and what else is
//! published.

use super::{
    charts,
    components::{Icon, icon, live, press},
    entries::{also_published, entry_line},
    measuring::Loading,
    platform::{chance, file, page},
    session::Session,
    share,
    status::{chip, set_choice},
    text::Told,
};
use crate::{
    app::{DeedName, Measuring, Place, Route, Series, SetKey},
    document::Edit,
    measure::{
        Found, Indicator, Judgement, Kind, Observation, Quality, Reason, paste::safe_cell, show,
    },
    vision::Goal,
};
use leptos::prelude::*;

/// What became of a goal.
pub(crate) fn became(session: Session, goal: &'static Goal) -> AnyView {
    #[cfg(feature = "whole")]
    let verdict = super::verdict::verdict_section(session, &goal.id);
    #[cfg(not(feature = "whole"))]
    let verdict = ();
    view! {
        <section class="became" aria-labelledby="became">
            <div class="became-head">
                <h2 id="became">{session.text().measure.became}</h2>
                {live(move || set_choice(session))}
            </div>
            {live(move || summary(session, goal))}
            {live(move || indicators(session, &goal.id))}
            {live(move || also_published(session, &goal.id))}
            {verdict}
        </section>
    }
    .into_any()
}

/// What is measured for a theme or one of its measures; nothing where that is nothing.
pub(crate) fn measured(session: Session, item: &'static str) -> AnyView {
    live(move || {
        let published = also_published(session, item);
        view! { <div class="measured">{indicators(session, item)}{published}</div> }.into_any()
    })
}

/// The status of a goal, first computed, then by whoever put another in its place.
fn summary(session: Session, goal: &'static Goal) -> AnyView {
    let t = &session.text().measure;
    let (set, today) = (session.shown_set(), chance::today());
    let (computed, verdict, count) = session.measures(|measures| {
        let indicators = measures.indicators_of(set, &goal.id);
        let count = indicators.iter().filter(|one| !one.is_own && !one.is_open).count();
        (measures.computed(set, &goal.id, today), measures.verdict(set, &goal.id).cloned(), count)
    });
    let why = session.measures(|measures| {
        let why = measures.published().why(&goal.id)?;
        Some(why.get(session.language()).to_owned())
    });
    let why = why.filter(|_| set == SetKey::Published);
    let shown = verdict.as_ref().map_or(computed, |verdict| verdict.status);
    let verdict = verdict.map(|verdict| {
        view! {
            <p class="verdict-said">{(t.verdict_says)(&verdict.owner, &verdict.reason)}</p>
            <p class="quiet">{(t.computed_says)((t.status)(computed))}</p>
        }
    });
    view! {
        <p class="status-line">{chip(session, shown)}</p>
        {verdict}
        {(count > 1).then(|| view! { <p class="quiet">{t.together}</p> })}
        {why.map(|why| view! {
            <div class="note is-reason">{icon(Icon::About)}<p><b>{t.decides}" "</b>{why}</p></div>
        })}
    }
    .into_any()
}

/// The indicators about an item, each with what was found.
fn indicators(session: Session, item: &str) -> AnyView {
    let set = session.shown_set();
    let all = session.measures(|measures| measures.indicators_of(set, item));
    let is_only = all.len() == 1 && session.edition.goals().any(|(_, goal)| goal.id == item);
    let views = all.into_iter().map(|indicator| indicator_view(session, set, &indicator, is_only));
    let views = views.collect::<Vec<AnyView>>();
    let t = &session.text().measure;
    let add = Route::Measure(Measuring::Indicator(item.to_owned())).address();
    view! {
        <div class="indicators">{views}</div>
        <p class="indicator-tools"><a class="quiet-link" href=add>{icon(Icon::Add)}{t.indicator_add}</a></p>
    }
    .into_any()
}

/// `is_only`: its status stands above already.
fn indicator_view(session: Session, set: SetKey, indicator: &Indicator, is_only: bool) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let today = chance::today();
    let (series, judgement, others) = session.measures(|measures| {
        let others = measures.sets().into_iter().map(|own| SetKey::Own(own.id));
        let others = others.chain([SetKey::Published]).filter(|other| {
            *other != set && !measures.series(*other, &indicator.id).places.is_empty()
        });
        let others: Vec<SetKey> = others.collect();
        let judgement = measures.judgement(set, indicator, today);
        (measures.series(set, &indicator.id), judgement, others)
    });
    let name = indicator.name.get(language).to_owned();
    let heading = format!("indicator-{}", indicator.id);
    let labelled = heading.clone();
    let sentence = explanation(session, indicator, &series, &judgement);
    let since = judgement.since.and_then(|(at, is_reached)| {
        let (value, when) = shown(session, indicator, &series, at)?;
        Some((t.since)(&value, &when, is_reached))
    });
    let others = (!others.is_empty()).then(|| {
        let names: Vec<String> = others.iter().map(|other| session.set_name(*other)).collect();
        view! { <p class="quiet">{(t.other_sets)(names.len(), &names.join(", "))}</p> }
    });
    let is_empty = series.places.is_empty();
    let figures = (!is_empty).then(|| {
        view! {
            {charts::picture(session, indicator, &series, false)}
            {table(session, indicator, &series)}
        }
    });
    let target_word = match (&indicator.target, indicator.is_open) {
        (Some(target), _) if target.is_own => Some(t.own_target),
        (None, true) => Some(t.open_target),
        _ => None,
    };
    let may_set = indicator.target.as_ref().is_none_or(|target| target.is_own);
    let set_word = if indicator.target.is_some() { t.change_target } else { t.set_target };
    let id = indicator.id.clone();
    let set_target = (may_set && indicator.kind != Kind::Milestone).then(|| {
        let address = Route::Measure(Measuring::Target(id.clone())).address();
        view! { <a class="quiet-link" href=address>{icon(Icon::Vision)}{set_word}</a> }
    });
    view! {
        <section class="indicator" aria-labelledby=labelled>
            <header class="indicator-head">
                <h3 id=heading>{name}</h3>
                {(!is_only).then(|| chip(session, judgement.status))}
            </header>
            <p class="explained">{sentence}</p>
            {since.map(|since| view! { <p class="explained">{since}</p> })}
            {target_word.map(|word| view! { <p class="quiet">{word}</p> })}
            {figures}
            {others}
            <p class="indicator-tools">
                <a class="button is-quiet" href=Route::Measure(Measuring::New(id)).address()>{icon(Icon::Add)}{t.add}</a>
                {set_target}
            </p>
        </section>
    }
    .into_any()
}

/// Why a status came out, in a sentence with the figures it used.
pub(crate) fn explanation(
    session: Session,
    indicator: &Indicator,
    series: &Series,
    judgement: &Judgement,
) -> String {
    let t = &session.text().measure;
    let language = session.language();
    let target = indicator.target.as_ref();
    let deadline = target.and_then(|target| target.deadline);
    let late = if let Reason::ReachedLate(at) = judgement.reason { Some(at) } else { None };
    let of = |at: Option<usize>| at.and_then(|at| shown(session, indicator, series, at));
    let beside = if let Reason::Path(value) | Reason::WorseThan(value) = judgement.reason {
        show::number(indicator, value, language)
    } else {
        String::new()
    };
    (t.explain)(&Told {
        reason: judgement.reason,
        status: judgement.status,
        decided: of(judgement.decided_by),
        late: of(late),
        target: target.map(|target| show::target(indicator, target, language)).unwrap_or_default(),
        deadline: deadline.map(|when| when.show(language)).unwrap_or_default(),
        is_over: deadline.is_some_and(|when| when.last_day() < chance::today()),
        beside,
    })
}

/// A figure or state of a series, and its date.
fn shown(
    session: Session,
    indicator: &Indicator,
    series: &Series,
    at: usize,
) -> Option<(String, String)> {
    let observation = series.observations.get(at)?;
    let when = observation.when.map(|when| when.show(session.language())).unwrap_or_default();
    Some((value(session, indicator, observation), when))
}

/// A figure or state in words.
pub(crate) fn value(session: Session, indicator: &Indicator, observation: &Observation) -> String {
    match observation.found {
        Found::State(state) => (session.text().measure.state)(state).into(),
        found @ Found::Figure(..) => show::figure(indicator, found, session.language()),
    }
}

/// So many rows stand in the table of an indicator; the rest are in the list of all observations.
const ROWS: usize = 40;

/// The observations of a series as a table, newest first, with their sources; and ways to take them
/// along.
fn table(session: Session, indicator: &Indicator, series: &Series) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let is_own = series.places.iter().any(|place| matches!(place, Place::Own(_)));
    let newest = series.places.iter().zip(&series.observations).rev().take(ROWS);
    let rows = newest.map(|(place, one)| {
        let when = one.when.map_or_else(|| t.undated.to_owned(), |when| when.show(language));
        let quality = (one.quality != Quality::Measured).then(|| (t.quality)(one.quality));
        let is_break = one.is_break.then_some(t.break_here);
        let small = [quality, is_break].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let tools = if let Place::Own(id) = *place { Some(tools(session, id)) } else { None };
        view! {
            <tr>
                <th scope="row">{when}</th>
                <td class="is-value">{value(session, indicator, one)}{(!small.is_empty()).then(|| view! { <small>{small}</small> })}</td>
                <td>{source(session, *place)}</td>
                {is_own.then(|| view! { <td class="is-tools">{tools}</td> })}
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    let more = series.places.len().checked_sub(ROWS).filter(|more| *more > 0).map(|more| {
        let address = Route::Measure(Measuring::All).address();
        view! { <p><a href=address>{(t.show_more)(more)}</a></p> }
    });
    let csv = csv(session, indicator, series);
    let copy = move || share::copy(session, &csv);
    let picture = format!("#chart-{}", css_name(&indicator.id));
    let name = format!("{}.svg", indicator.id);
    let save = move || {
        let t = session.text_now();
        let saved =
            page::picture(&picture).is_some_and(|svg| file::save_as(&name, &svg, "image/svg+xml"));
        if !saved {
            session.say(t.work.backup_failed.into(), None);
        }
    };
    view! {
        <details class="series-table" open>
            <summary>{t.table}" ("{series.places.len()}")"</summary>
            <div class="table-frame" tabindex="0" role="region" aria-label=t.table>
                <table>
                    <thead><tr><th scope="col">{t.date}</th><th scope="col">{t.value}</th><th scope="col">{t.source}</th>{is_own.then(|| view! { <th scope="col">{t.actions}</th> })}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
            <p class="indicator-tools">
                <button class="quiet-link" on:click=press(copy)>{icon(Icon::Copy)}{t.copy_csv}</button>
                <button class="quiet-link" on:click=press(save)>{icon(Icon::Figure)}{t.save_picture}</button>
            </p>
        </details>
    }
    .into_any()
}

/// The id of an indicator in a selector: `9d.2` becomes `9d-2`.
pub(crate) fn css_name(id: &str) -> String {
    id.replace('.', "-")
}

#[cfg(feature = "whole")]
fn tools(session: Session, id: crate::document::RecordId) -> AnyView {
    let t = &session.text().measure;
    let work = session.work;
    let delete = move || {
        work.act(DeedName::ObservationDeleted, &[Edit::Delete(id)]);
        let undo = std::sync::Arc::new(move || work.undo(session, false));
        let t = session.text_now();
        session.say(t.measure.deleted.into(), Some((t.work.undo, undo)));
        page::focus_heading_soon();
    };
    view! {
        <a class="quiet-link" href=Route::Measure(Measuring::Edit(id.to_string())).address()>{t.edit}</a>
        <button class="quiet-link" on:click=press(delete)>{t.delete}</button>
    }
    .into_any()
}

/// Nothing is a person's own yet.
#[cfg(not(feature = "whole"))]
fn tools(_: Session, _: crate::document::RecordId) -> AnyView {
    ().into_any()
}

/// Where an observation comes from.
pub(crate) fn source(session: Session, place: Place) -> AnyView {
    match place {
        Place::Published(at) => {
            let entry = session.measures(|measures| measures.entry(at).cloned());
            entry.map(|entry| entry_line(session, &entry)).into_any()
        }
        #[cfg(not(feature = "whole"))]
        Place::Own(_) => ().into_any(),
        #[cfg(feature = "whole")]
        Place::Own(id) => {
            // Whoever draws this follows the measurements; other records have no part in it.
            let words = session.work.look_now(|document| {
                document.get(id).map(|record| {
                    use crate::measure::records::{
                        ADDRESS, NOTE, OWNER, PUBLISHER, TITLE, is_link,
                    };
                    let text = |field| record.text(field).to_owned();
                    let address = Some(text(ADDRESS)).filter(|address| is_link(address));
                    let title = [text(TITLE), text(PUBLISHER)];
                    let title: Vec<String> =
                        title.into_iter().filter(|part| !part.is_empty()).collect();
                    (
                        title.join(", "),
                        address,
                        text(NOTE),
                        text(OWNER),
                        !record.conflicts().is_empty(),
                    )
                })
            });
            let (title, address, note, owner, is_disputed) = words.unwrap_or_default();
            let shown = if title.is_empty() { address.clone().unwrap_or_default() } else { title };
            let title = match address {
                Some(address) => {
                    view! { <a href=address rel="noopener noreferrer" target="_blank">{shown}</a> }
                        .into_any()
                }
                None => shown.into_any(),
            };
            view! {
                {title}
                {(!owner.is_empty()).then(|| view! { <small>{session.text().measure.owner}": "{owner}</small> })}
                {(!note.is_empty()).then(|| view! { <small>{note}</small> })}
                {is_disputed.then(|| view! { <small class="is-warning">{session.text().work.conflict}</small> })}
            }
            .into_any()
        }
    }
}

/// The series as a spreadsheet takes it: semicolons and the language's decimal sign.
fn csv(session: Session, indicator: &Indicator, series: &Series) -> String {
    let t = &session.text().measure;
    let mut lines = vec![[t.date, t.value, t.source].join(";")];
    for (place, one) in series.places.iter().zip(&series.observations) {
        let when = one.when.map(|when| when.to_string()).unwrap_or_default();
        let source = match *place {
            Place::Published(at) => session.measures(|measures| {
                let told = measures.entry(at).and_then(|entry| entry.told.as_ref());
                told.map(|told| told.title.get(session.language()).to_owned()).unwrap_or_default()
            }),
            Place::Own(id) => session.measures(|measures| {
                measures.kept(id).map(|kept| kept.title.clone()).unwrap_or_default()
            }),
        };
        let value = match one.found {
            Found::Figure(value, _) => value.show(session.language()).replace('−', "-"),
            Found::State(_) => value(session, indicator, one),
        };
        lines.push([when.as_str(), &value, &safe_cell(&source)].join(";"));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The newest observations and milestones of the set that is looked at.
pub(crate) fn newest(session: Session, most: usize) -> AnyView {
    let t = &session.text().measure;
    let (set, today, language) = (session.shown_set(), chance::today(), session.language());
    let places = session.measures(|measures| measures.newest(set, most, today));
    if places.is_empty() {
        let waiting =
            session.measuring.loading.get() == Loading::Waiting && set == SetKey::Published;
        let word = if waiting { t.loading } else { t.newest_none };
        return view! { <p class="nothing">{word}</p> }.into_any();
    }
    let rows = places.into_iter().filter_map(|place| match place {
        Place::Published(at) => {
            let entry = session.measures(|measures| measures.entry(at).cloned())?;
            let told = entry.told.as_ref()?;
            let item = entry.about.clone();
            Some((entry.when()?, item, told.text.get(language).to_owned()))
        }
        Place::Own(id) => {
            let kept = session.measures(|measures| measures.kept(id).cloned())?;
            let indicator =
                session.measures(|measures| measures.indicator(set, &kept.indicator))?;
            let words = format!(
                "{}: {}",
                indicator.name.get(language),
                value(session, &indicator, &kept.observation)
            );
            Some((kept.observation.when?, indicator.item, words))
        }
    });
    let rows = rows.map(|(when, item, words)| {
        let address = Route::to_id(&item, session.edition).map(|route| route.address());
        view! {
            <li>
                <time>{when.show(language)}</time>
                <a href=address><b>{item}</b>" "{words}</a>
            </li>
        }
        .into_any()
    });
    view! { <ol class="newest">{rows.collect::<Vec<AnyView>>()}</ol> }.into_any()
}
