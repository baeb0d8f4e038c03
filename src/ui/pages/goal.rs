//! A goal: the promise in large type, what it can be held against, and what belongs to it.

#[cfg(feature = "whole")]
use crate::ui::{threads::results_on, villages::actions_for as village_actions};
use crate::{
    app::{Nature, Route, neighbours as find_neighbours},
    ui::{
        components::{Icon, Neighbour, breadcrumbs, contours, icon, neighbours},
        nature::picture,
        notes::notes_section,
        session::Session,
        share::copy_link,
        told::became,
        wording::{accent, further_notes, notes, related, wording, wording_choice},
    },
    vision::{Goal, Part, Section, Target},
};
use leptos::prelude::*;

pub(super) fn page(
    session: Session,
    section: &'static Section,
    goal: &'static Goal,
    part: Option<&'static Part>,
) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let edition = session.edition;
    let mut steps = vec![(Route::Overview.address(), t.nav_vision.to_owned())];
    steps.extend(edition.area_of(section).map(|area| {
        (Route::to_area(area).address(), format!("{}. {}", area.number, area.short.get(language)))
    }));
    steps.push((
        Route::Section(section.id.clone(), None).address(),
        format!("{} {}", (t.section_number)(section), section.short.get(language)),
    ));
    let all: Vec<&Goal> = edition.goals().map(|(_, goal)| goal).collect();
    let (previous, next) = find_neighbours(all, &goal);
    let neighbour = |goal: &Goal| Neighbour {
        address: Route::Goal(goal.id.clone()).address(),
        number: (t.goal_number)(&goal.id),
        name: goal.label.get(language).into(),
    };
    let measures = section.measures.iter().map(|item| {
        view! {
            <li id=format!("item-{}", item.id)>
                <p>{wording(session, &item.id, &item.text)}</p>
                {further_notes(session, &item.id, &goal.id)}
            </li>
        }
    });
    let how_measured = if section.measures.is_empty() {
        view! { <p class="nothing">{t.no_measures}</p> }.into_any()
    } else {
        view! { <ul class="plain-list">{measures.collect_view()}</ul> }.into_any()
    };
    view! {
        <article class=format!("goal-page {}", accent(section.area.as_deref()))>
            {breadcrumbs(t.breadcrumbs, steps, (t.goal_number)(&goal.id))}
            <header class="page-head is-accented">
                {contours()}
                <p class="eyebrow">{(t.goal_number)(&goal.id)}" · "{goal.label.get(language)}</p>
                <h1 class="goal-promise" tabindex="-1">{wording(session, &goal.id, &goal.text)}</h1>
                <div class="page-tools">{wording_choice(session)}{copy_link(session)}</div>
            </header>
            <div class="reading">
                <div class="reading-main">
                    {became(session, goal)}
                    {facts(session, goal)}
                    {notes(session, &goal.id)}
                    {parts(session, goal, part)}
                    <section aria-labelledby="measured">
                        <h2 id="measured">{(t.block)(crate::vision::Block::Measures)}</h2>
                        {how_measured}
                    </section>
                    {village_actions(session, &goal.id)}
                    {results_on(session, &goal.id)}
                    {notes_section(session, &goal.id)}
                    <p class="onward">
                        <a href=Route::Section(section.id.clone(), None).address()>{t.read_theme}{icon(Icon::Forward)}</a>
                    </p>
                </div>
                {context(session, section, goal)}
            </div>
            {neighbours((t.previous, t.next), (previous.map(neighbour), next.map(neighbour)))}
        </article>
    }
}

/// What the promise can be held against.
fn facts(session: Session, goal: &'static Goal) -> impl IntoView {
    let t = session.text();
    let nature = Nature::of(goal);
    let targets: Vec<&Target> = session.edition.targets_of(&goal.id).collect();
    let targets = if targets.is_empty() {
        view! { <div class="fact"><dt>{t.target}</dt><dd>{t.no_target}</dd></div> }.into_any()
    } else {
        targets.into_iter().map(|target| target_facts(session, target)).collect_view().into_any()
    };
    view! {
        <dl class="facts">
            <div class="fact">
                <dt>{t.kind_of_promise}</dt>
                <dd>{icon(picture(nature))}<span>{(t.nature)(nature)}<small>{(t.nature_explained)(nature)}</small></span></dd>
            </div>
            {targets}
        </dl>
    }
}

fn target_facts(session: Session, target: &'static Target) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    view! {
        <div class="fact is-target"><dt>{t.target}</dt><dd>{target.label.get(language)}</dd></div>
        <div class="fact"><dt>{t.deadline}</dt><dd>{(t.deadline_year)(&target.deadline)}</dd></div>
        {target.baseline.as_ref().map(|baseline| view! {
            <div class="fact"><dt>{t.baseline}</dt><dd>{baseline.get(language)}</dd></div>
        })}
    }
}

/// The numbered parts of the promise, where it has some.
fn parts(
    session: Session,
    goal: &'static Goal,
    shown: Option<&'static Part>,
) -> Option<impl IntoView> {
    let t = session.text();
    let language = session.language();
    (!goal.parts.is_empty()).then(|| {
        let parts = goal.parts.iter().map(|part| {
            let class = if shown == Some(part) { "part is-shown" } else { "part" };
            view! {
                <li class=class id=format!("item-{}", part.id) tabindex="-1">
                    <h3>{part.label.get(language)}</h3>
                    <p>{wording(session, &part.id, &part.text)}</p>
                    {notes(session, &part.id)}
                </li>
            }
        });
        view! {
            <section aria-labelledby="parts">
                <h2 id="parts">{t.parts_title}</h2>
                <ol class="parts">{parts.collect_view()}</ol>
            </section>
        }
    })
}

/// What belongs to the goal: related places, the other goals of its theme, who is named.
fn context(session: Session, section: &'static Section, goal: &'static Goal) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let others = section.goals.iter().filter(|other| other.id != goal.id).map(|other| {
        view! {
            <li><a href=Route::Goal(other.id.clone()).address()><b>{other.id.as_str()}</b>" "{other.label.get(language)}</a></li>
        }
    });
    let others = others.collect::<Vec<_>>();
    view! {
        <aside class="context" aria-label=t.related>
            {related(session, &goal.id).map(|list| view! { <section><h2>{t.related}</h2>{list}</section> })}
            {(!others.is_empty()).then(|| view! {
                <section><h2>{t.in_theme}</h2><ul class="plain-list">{others}</ul></section>
            })}
        </aside>
    }
}

/// People's own work is not in the part of the app that a first visit begins with.
#[cfg(not(feature = "whole"))]
const fn village_actions(_: Session, _: &'static str) {}
#[cfg(not(feature = "whole"))]
const fn results_on(_: Session, _: &'static str) {}
