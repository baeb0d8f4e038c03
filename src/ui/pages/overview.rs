//! The overview: what was promised, in numbers and by area.

use crate::{
    app::{Nature, Route},
    ui::{
        components::{contours, icon},
        nature::{counts, horizon, picture},
        session::Session,
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
    let numbers = counts(&goals);
    let lead = (t.overview_lead)(
        edition.adopted_by.get(language),
        edition.adopted.get(language),
        &numbers,
        edition.open_targets.len(),
    );
    let natures = Nature::ALL.into_iter().zip(numbers).map(|(nature, count)| {
        view! {
            <li>
                <a href=Route::Goals(Some(nature)).address()>
                    {icon(picture(nature))}
                    <b>{count}</b>
                    <span class="nature-name">{(t.nature)(nature)}</span>
                    <small>{(t.nature_explained)(nature)}</small>
                </a>
            </li>
        }
    });
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
                <p class="hero-question">{t.overview_question}</p>
                <p class="hero-lead">{lead}</p>
            </header>
            <section aria-labelledby="natures">
                <h2 id="natures" class="quiet-heading">{t.overview_natures}</h2>
                <ul class="natures">{natures.collect_view()}</ul>
            </section>
            <section aria-labelledby="areas">
                <h2 id="areas" class="quiet-heading">{t.overview_areas}</h2>
                <div class="cards">{areas.collect_view()}{elements.collect_view()}</div>
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
                row(&Route::Goal(goal.id.clone()), &goal.id, goal.label.get(language), None)
            })
            .collect_view(),
        themes => themes
            .iter()
            .map(|theme| {
                let count = (t.count_goals)(theme.goals.len());
                row(
                    &Route::Section(theme.id.clone(), None),
                    theme.number(),
                    theme.short.get(language),
                    Some(count),
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
                <p class="card-counts"><b>{(t.count_goals)(goals.len())}</b>": "{(t.natures_in)(&counts(&goals))}</p>
                {horizon(&goals)}
            </header>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

fn row(route: &Route, number: &str, name: &str, count: Option<String>) -> impl IntoView + use<> {
    let (number, name) = (number.to_owned(), name.to_owned());
    view! {
        <li>
            <a href=route.address()>
                <b>{number}</b>
                <span>{name}</span>
                {count.map(|count| view! { <small>{count}</small> })}
            </a>
        </li>
    }
}
