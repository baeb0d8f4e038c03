//! The overview: what was promised, in numbers and by area.

use crate::{
    app::Route,
    ui::{
        components::{contours, live},
        session::Session,
        status::{counts, horizon, of_goal, set_choice, status_list, told_mark},
        told::newest,
        wording::accent,
    },
    vision::{Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let edition = session.edition;
    let goals: Vec<&Goal> = edition.goals().map(|(_, goal)| goal).collect();
    let numbers = counts(session, &goals);
    let lead = (t.measure.overview_lead)(&numbers, goals.len());
    let areas = edition.areas.iter().map(|area| {
        let themes: Vec<&Section> = edition.themes(area).collect();
        card(
            session,
            Card {
                address: Route::to_area(area).address(),
                accent: accent(Some(&area.number.to_string())),
                number: (t.area_number)(area.number),
                title: area.title.get(language).into(),
                sections: themes,
            },
        )
    });
    let elements = edition.elements().map(|element| {
        card(
            session,
            Card {
                address: Route::Section(element.id.clone(), None).address(),
                accent: accent(None),
                number: (t.section_number)(element),
                title: element.short.get(language).into(),
                sections: vec![element],
            },
        )
    });
    view! {
        <div class="overview">
            <header class="hero">
                {contours()}
                <h1 tabindex="-1">{(t.overview_promises)(goals.len(), edition.target_year)}</h1>
                <p class="hero-question">{t.measure.overview_question}</p>
                <p class="hero-lead">{lead}</p>
            </header>
            <section aria-labelledby="statuses">
                <h2 id="statuses" class="quiet-heading">{t.measure.overview_statuses}</h2>
                {set_choice(session)}
                {status_list(session, numbers)}
            </section>
            <section aria-labelledby="areas">
                <h2 id="areas" class="quiet-heading">{t.overview_areas}</h2>
                <div class="cards">{areas.collect_view()}{elements.collect_view()}</div>
            </section>
            <section aria-labelledby="newest">
                <h2 id="newest" class="quiet-heading">{t.measure.newest}</h2>
                {live(move || newest(session, 5))}
            </section>
        </div>
    }
}

struct Card {
    address: String,
    accent: &'static str,
    number: String,
    title: String,
    sections: Vec<&'static Section>,
}

/// An area with its horizon of promises and its themes; of an element, its goals.
fn card(session: Session, card: Card) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let goals: Vec<&Goal> = card.sections.iter().flat_map(|section| &section.goals).collect();
    let rows = match card.sections.as_slice() {
        [element] if element.is_element() => element
            .goals
            .iter()
            .map(|goal| {
                let status = told_mark(session, of_goal(session, &goal.id));
                row(&Route::Goal(goal.id.clone()), &goal.id, goal.label.get(language), status)
            })
            .collect_view(),
        themes => themes
            .iter()
            .map(|theme| {
                let of_theme: Vec<&Goal> = theme.goals.iter().collect();
                let words = (t.measure.counts)(&counts(session, &of_theme));
                let marks = view! { <span class="row-marks">{horizon(session, &of_theme)}<span class="visually-hidden">{words}</span></span> }.into_any();
                row(
                    &Route::Section(theme.id.clone(), None),
                    theme.number(),
                    theme.short.get(language),
                    marks,
                )
            })
            .collect_view(),
    };
    let heading = card.address.trim_start_matches("#/").replace('/', "-");
    view! {
        <section class=format!("card {}", card.accent) aria-labelledby=heading.clone()>
            <header>
                <p class="eyebrow">{card.number}</p>
                <h3 id=heading.clone()><a href=card.address>{card.title}</a></h3>
                <p class="card-counts"><b>{(t.count_goals)(goals.len())}</b>": "{(t.measure.counts)(&counts(session, &goals))}</p>
            </header>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

fn row(route: &Route, number: &str, name: &str, picture: AnyView) -> impl IntoView + use<> {
    let (number, name) = (number.to_owned(), name.to_owned());
    view! {
        <li>
            <a href=route.address()>
                <b>{number}</b>
                <span>{name}</span>
                {picture}
            </a>
        </li>
    }
}
