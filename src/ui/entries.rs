//! Published facts with their sources: as the source of a figure, and as what else is published of an
//! item.

use super::{
    charts,
    components::{Icon, icon, press},
    measuring::Loading,
    session::Session,
};
use crate::{
    app::{Place, Series},
    measure::{
        Found, Indicator, Kind, Observation, Unit,
        published::{Entry, Told},
    },
    vision::Bilingual,
};
use leptos::prelude::*;

/// So many are shown before a person asks for the rest.
const SHOWN: usize = 4;

/// A published fact in a sentence, with its source, date and cautions.
pub(crate) fn entry_line(session: Session, entry: &Entry) -> AnyView {
    let Some(told) = &entry.told else {
        return waiting(session);
    };
    let t = &session.text().measure;
    let language = session.language();
    let title = told.title.get(language).to_owned();
    let date = told.source_date.map(|when| when.show(language));
    let badges = badges(session, told);
    let note = told.note.as_ref().map(|note| {
        view! { <details class="caution"><summary>{t.caution}</summary><p>{note.get(language).to_owned()}</p></details> }
    });
    let is_dated = date.is_some() && !title.contains(date.as_deref().unwrap_or_default());
    view! {
        <span class="entry-text">{told.text.get(language).to_owned()}</span>
        <span class="entry-source">
            {t.source}": "
            <a href=told.address.clone() rel="noopener noreferrer" target="_blank">{title}</a>
            {is_dated.then(|| view! { " ("{date}")" })}
        </span>
        {badges}
        {note}
    }
    .into_any()
}

fn badges(session: Session, told: &Told) -> AnyView {
    let t = &session.text().measure;
    let badge = |is_so: bool, word: &'static str, hint: &'static str| {
        is_so.then(|| view! { <span class="badge" title=hint>{word}<span class="visually-hidden">": "{hint}</span></span> })
    };
    view! {
        {badge(told.is_inferred, t.inferred, t.inferred_hint)}
        {badge(told.is_weak, t.weak, t.weak_hint)}
    }
    .into_any()
}

fn waiting(session: Session) -> AnyView {
    let t = &session.text().measure;
    match session.measuring.loading.get() {
        Loading::Failed => view! {
            <span class="nothing">{t.loading_failed}" "</span>
            <button class="quiet-link" on:click=press(move || session.load_published())>{t.try_again}</button>
        }
        .into_any(),
        Loading::Waiting | Loading::There => view! { <span class="nothing">{t.loading}</span> }.into_any(),
    }
}

/// What else is published of an item: series of figures as pictures, then every fact in the order of time.
pub(crate) fn also_published(session: Session, item: &str) -> AnyView {
    let t = &session.text().measure;
    let mut entries = session
        .measures(|measures| measures.published().context(item).cloned().collect::<Vec<Entry>>());
    if entries.is_empty() {
        return ().into_any();
    }
    crate::sorted::sort(&mut entries, |one, other| one.when() > other.when());
    let pictures = series_of(&entries).into_iter().map(|(indicator, series)| {
        view! {
            <figure class="context-series">
                <figcaption>{indicator.name.get(session.language()).to_owned()}</figcaption>
                {charts::picture(session, &indicator, &series, true)}
            </figure>
        }
        .into_any()
    });
    let pictures = pictures.collect::<Vec<AnyView>>();
    let count = entries.len();
    let rows = entries.iter().map(|entry| entry_row(session, entry)).collect::<Vec<AnyView>>();
    let mut rows = rows.into_iter();
    let first = rows.by_ref().take(SHOWN).collect::<Vec<AnyView>>();
    let rest = rows.collect::<Vec<AnyView>>();
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="more-entries">
                <summary>{icon(Icon::Forward)}<span>{(t.show_more)(count - SHOWN)}</span></summary>
                <ol class="entries">{rest}</ol>
            </details>
        }
    });
    let heading = format!("published-{item}");
    let labelled = heading.clone();
    view! {
        <section class="also-published" aria-labelledby=labelled>
            <h3 id=heading>{t.also_published}</h3>
            <p class="quiet">{t.also_published_lead}</p>
            <div class="context-charts">{pictures}</div>
            <ol class="entries">{first}</ol>
            {rest}
        </section>
    }
    .into_any()
}

fn entry_row(session: Session, entry: &Entry) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let when = entry.when().map_or_else(|| t.undated.to_owned(), |when| when.show(language));
    let state = entry.told.as_ref().and_then(|told| told.state.as_ref());
    let state = state.map(|state| state.get(language).to_owned());
    view! {
        <li class="entry">
            <p class="entry-head"><time>{when}</time>{state.map(|state| view! { <b>{state}</b> })}</p>
            <p>{entry_line(session, entry)}</p>
        </li>
    }
    .into_any()
}

/// The figures among the entries that are of one measure and unit, where there are at least two of
/// different dates: each as an indicator of its own, without a target.
fn series_of(entries: &[Entry]) -> Vec<(Indicator, Series)> {
    let mut found: Vec<(Indicator, Series)> = Vec::new();
    // Entries stand newest first; series in the order of time.
    for entry in entries.iter().rev() {
        let (Some(told), Some(observation)) = (&entry.told, entry.observation) else { continue };
        if !matches!(observation.found, Found::Figure(..)) || observation.when.is_none() {
            continue;
        }
        let unit = unit(&told.unit);
        let is_same = |(indicator, _): &&mut (Indicator, Series)| {
            indicator.name == told.name && indicator.unit == unit
        };
        if let Some((_, series)) = found.iter_mut().find(is_same) {
            add(series, observation);
            continue;
        }
        let kind = match observation.found {
            Found::Figure(_, Some(_)) => Kind::Rank,
            _ if unit == Unit::Percent => Kind::Share,
            Found::Figure(..) | Found::State(_) => Kind::Count,
        };
        let indicator = Indicator {
            id: entry.id.clone(),
            item: entry.about.clone(),
            name: told.name.clone(),
            kind,
            unit,
            target: None,
            is_open: false,
            is_own: false,
        };
        let mut series = Series::default();
        add(&mut series, observation);
        found.push((indicator, series));
    }
    found.retain(|(_, series)| {
        let whens: Vec<_> = series.observations.iter().map(|one| one.when).collect();
        whens.first() != whens.last()
    });
    found
}

fn add(series: &mut Series, observation: Observation) {
    series.observations.push(observation);
    series.places.push(Place::Published(0));
}

fn unit(unit: &Bilingual) -> Unit {
    match unit.da.as_str() {
        "" => Unit::None,
        "%" => Unit::Percent,
        _ => Unit::Named(unit.clone()),
    }
}
