//! A theme or element in full: its promises and the three blocks under them.

use crate::{
    app::{Nature, Route, neighbours as find_neighbours},
    ui::{
        components::{Icon, Neighbour, breadcrumbs, contours, icon, live, neighbours},
        nature::chip,
        session::Session,
        share::copy_link,
        status,
        told::measured,
        wording::{accent, notes, related, related_folded, whole_block, wording, wording_choice},
    },
    vision::{Block, Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(session: Session, section: &'static Section) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let edition = session.edition;
    let area = edition.area_of(section);
    let mut steps = vec![(Route::Overview.address(), t.nav_vision.to_owned())];
    steps.extend(area.map(|area| {
        (Route::to_area(area).address(), format!("{}. {}", area.number, area.short.get(language)))
    }));
    let goals = section.goals.iter().map(|goal| goal_entry(session, goal));
    let blocks = Block::ALL.map(|block| block_view(session, section, block));
    let of_section: Vec<&Goal> = section.goals.iter().collect();
    let summary = (t.measure.counts)(&status::counts(session, &of_section));
    let (previous, next) = find_neighbours(edition.sections.iter(), &section);
    let neighbour = |section: &Section| Neighbour {
        address: Route::Section(section.id.clone(), None).address(),
        number: (t.section_number)(section),
        name: section.short.get(language).into(),
    };
    let eyebrow = match area {
        Some(area) => format!("{} · {}", (t.section_number)(section), area.short.get(language)),
        None => format!("{} · {}", (t.section_number)(section), t.beside_the_areas),
    };
    view! {
        <article class=format!("section-page {}", accent(section.area.as_deref()))>
            {breadcrumbs(t.breadcrumbs, steps, (t.section_number)(section))}
            <header class="page-head is-accented">
                {contours()}
                <p class="eyebrow">{eyebrow}</p>
                <h1 tabindex="-1">{section.title.get(language)}</h1>
                <p class="lead">{summary}</p>
                <div class="page-tools">{wording_choice(session)}{copy_link(session)}</div>
            </header>
            <div class="reading">
                <div class="reading-main">
                    {theme_measures(session, section)}
                    <section aria-labelledby="goals">
                        <h2 id="goals">{(t.we_are)(edition.target_year)}</h2>
                        <ol class="promises">{goals.collect_view()}</ol>
                    </section>
                    {blocks}
                    {measured(session, &section.id)}
                </div>
                {context(session, section)}
            </div>
            {neighbours((t.previous, t.next), (previous.map(neighbour), next.map(neighbour)))}
        </article>
    }
}

/// The theme's own measures that have a target, with their statuses and the way to them.
fn theme_measures(session: Session, section: &'static Section) -> AnyView {
    let t = session.text();
    let language = session.language();
    let rows = section
        .measures
        .iter()
        .flat_map(|item| session.edition.targets_of(&item.id).map(move |target| (item, target)));
    let rows = rows.map(|(item, target)| {
        let address = Route::Section(section.id.clone(), Some(item.id.clone())).address();
        let item = item.id.as_str();
        view! {
            <li><a href=address><span>{target.label.get(language)}</span>{live(move || status_of(session, item))}</a></li>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="theme-measures" aria-labelledby="theme-measures">
            <h2 id="theme-measures">{t.measure.theme_measured}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The status of an indicator by the set that is looked at.
fn status_of(session: Session, indicator: &str) -> AnyView {
    let (set, today) = (session.shown_set(), crate::ui::platform::chance::today());
    let status = session.measures(|measures| {
        let indicator = measures.indicator(set, indicator)?;
        Some(measures.judgement(set, &indicator, today).status)
    });
    status.map(|status| status::chip(session, status)).into_any()
}

fn goal_entry(session: Session, goal: &'static Goal) -> impl IntoView {
    let language = session.language();
    let target = session.edition.targets_of(&goal.id).next().map(|target| {
        view! { <small class="promise-target">{icon(Icon::Vision)}{target.label.get(language)}</small> }
    });
    let parts = (!goal.parts.is_empty()).then(|| {
        let parts = goal.parts.iter().map(|part| view! { <li>{part.label.get(language)}</li> });
        view! { <ol class="promise-parts">{parts.collect_view()}</ol> }
    });
    view! {
        <li class="promise" id=format!("item-{}", goal.id)>
            <span class="promise-letter" aria-hidden="true">{goal.id.as_str()}</span>
            <div>
                <a class="promise-text" href=Route::Goal(goal.id.clone()).address()>
                    <span class="visually-hidden">{(session.text().goal_number)(&goal.id)}": "</span>
                    {wording(session, &goal.id, &goal.text)}
                </a>
                {parts}
                <p class="promise-facts">{status::chip(session, status::of_goal(session, &goal.id))}{chip(session, Nature::of(goal))}{target}</p>
                {notes(session, &goal.id)}
            </div>
        </li>
    }
}

fn block_view(session: Session, section: &'static Section, block: Block) -> impl IntoView {
    let t = session.text();
    let items = section.block(block);
    let name = (t.block)(block);
    let heading = format!("block-{}", block.letter());
    if items.is_empty() {
        return view! {
            <section aria-labelledby=heading.clone()>
                <h2 id=heading.clone()>{name}</h2>
                <p class="nothing">{t.no_measures}</p>
            </section>
        }
        .into_any();
    }
    let items = items.iter().map(|item| {
        view! {
            <li class="block-item" id=format!("item-{}", item.id) tabindex="-1">
                <p>{wording(session, &item.id, &item.text)}</p>
                {notes(session, &item.id)}
                {related_folded(session, &item.id)}
                {(block == Block::Measures).then(|| measured(session, &item.id))}
            </li>
        }
    });
    view! {
        <section aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{name}</h2>
            {whole_block(session, &section.id, block)}
            <ol class=format!("block is-{}", block.letter())>{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// What stands beside the text: what was left open, who is named, what else it belongs with.
fn context(session: Session, section: &'static Section) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let edition = session.edition;
    let open: Vec<_> = edition
        .open_targets_of(&section.id)
        .map(|open| view! { <li>{open.what.get(language)}</li> })
        .collect();
    let actors: Vec<_> = edition
        .actors_in(section)
        .map(|actor| view! { <li><b>{actor.name.get(language)}</b>" "<small>{actor.role.get(language)}</small></li> })
        .collect();
    let own_notes = notes(session, &section.id);
    let relations = related(session, &section.id);
    view! {
        <aside class="context" aria-label=t.theme_says>
            {own_notes}
            {(!open.is_empty()).then(|| view! {
                <section>
                    <h2>{t.open_targets}</h2>
                    <p>{t.open_targets_lead}</p>
                    <ul class="plain-list">{open}</ul>
                </section>
            })}
            {relations.map(|relations| view! { <section><h2>{t.related}</h2>{relations}</section> })}
            {(!actors.is_empty()).then(|| view! {
                <section><h2>{t.actors}</h2><ul class="plain-list actors">{actors}</ul></section>
            })}
        </aside>
    }
}
