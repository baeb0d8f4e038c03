//! A focus area: its themes with their goals.

use crate::{
    app::{Route, neighbours as find_neighbours},
    ui::{
        components::{Neighbour, breadcrumbs, contours, neighbours},
        session::Session,
        status::{counts, of_goal, told_mark},
        wording::{accent, notes, related},
    },
    vision::{Area, Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(session: Session, area: &'static Area) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let edition = session.edition;
    let themes: Vec<&Section> = edition.themes(area).collect();
    let goals: Vec<&Goal> = themes.iter().flat_map(|theme| &theme.goals).collect();
    let summary = format!(
        "{} · {}: {}",
        (t.count_themes)(themes.len()),
        (t.count_goals)(goals.len()),
        (t.measure.counts)(&counts(session, &goals))
    );
    let (previous, next) = find_neighbours(edition.areas.iter(), &area);
    let neighbour = |area: &Area| Neighbour {
        address: Route::to_area(area).address(),
        number: (t.area_number)(area.number),
        name: area.short.get(language).into(),
    };
    let element = edition.elements().next().map(|element| Neighbour {
        address: Route::Section(element.id.clone(), None).address(),
        number: (t.section_number)(element),
        name: element.short.get(language).into(),
    });
    let next = next.map(neighbour).or(element);
    view! {
        <article class=format!("area-page {}", accent(Some(&area.number.to_string())))>
            {breadcrumbs(t.breadcrumbs, vec![(Route::Overview.address(), t.nav_vision.into())], (t.area_number)(area.number))}
            <header class="page-head is-accented">
                {contours()}
                <p class="eyebrow">{(t.area_number)(area.number)}</p>
                <h1 tabindex="-1">{area.title.get(language)}</h1>
                <p class="lead">{summary}</p>
            </header>
            {notes(session, &area.id)}
            {related(session, &area.id)}
            <div class="cards">{themes.into_iter().map(|theme| theme_card(session, theme)).collect_view()}</div>
            {neighbours((t.previous, t.next), (previous.map(neighbour), next))}
        </article>
    }
}

fn theme_card(session: Session, theme: &'static Section) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let rows = theme.goals.iter().map(|goal| {
        view! {
            <li>
                <a href=Route::Goal(goal.id.clone()).address()>
                    <b>{goal.id.as_str()}</b>
                    <span>{goal.label.get(language)}</span>
                    {told_mark(session, of_goal(session, &goal.id))}
                </a>
            </li>
        }
    });
    let goals: Vec<&Goal> = theme.goals.iter().collect();
    let summary = (t.measure.counts)(&counts(session, &goals));
    let heading = format!("theme-{}", theme.id);
    view! {
        <section class="card" aria-labelledby=heading.clone()>
            <header>
                <p class="eyebrow">{(t.section_number)(theme)}</p>
                <h2 id=heading.clone()><a href=Route::Section(theme.id.clone(), None).address()>{theme.title.get(language)}</a></h2>
                <p class="card-counts">{summary}</p>
            </header>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}
