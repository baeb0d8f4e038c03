//! All goals in one list, or those of one nature or one status.

use crate::{
    app::{Nature, Route},
    measure::Status,
    ui::{
        components::{Icon, icon},
        nature::picture,
        session::Session,
        status,
        wording::accent,
    },
    vision::{Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(
    session: Session,
    nature: Option<Nature>,
    wanted: Option<Status>,
) -> impl IntoView {
    let t = session.text();
    let edition = session.edition;
    let is_shown = |goal: &&Goal| {
        nature.is_none_or(|nature| Nature::of(goal) == nature)
            && wanted.is_none_or(|wanted| status::of_goal(session, &goal.id) == wanted)
    };
    let all = edition.goals().count();
    let shown = edition.goals().filter(|(_, goal)| is_shown(goal)).count();

    let choices = std::iter::once(None).chain(Nature::ALL.map(Some)).map(|choice| {
        let name = choice.map_or(t.goals_all, |nature| (t.nature)(nature));
        let current = (choice == nature && wanted.is_none()).then_some("true");
        view! {
            <li>
                <a href=Route::Goals(choice).address() aria-current=current>
                    {icon(choice.map_or(Icon::List, picture))}
                    {name}
                </a>
            </li>
        }
    });
    let all_goals: Vec<&Goal> = edition.goals().map(|(_, goal)| goal).collect();
    let counts = status::counts(session, &all_goals);
    let by_status = Status::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let by_status = by_status.map(|(one, count)| {
        let current = (wanted == Some(one)).then_some("true");
        view! {
            <li><a href=Route::GoalsWith(one).address() aria-current=current>{status::mark(one)}{(t.measure.status)(one)}" "<small>{count}</small></a></li>
        }
    });
    let groups = edition.sections.iter().filter_map(|section| {
        let goals: Vec<&Goal> = section.goals.iter().filter(is_shown).collect();
        (!goals.is_empty()).then(|| group(session, section, &goals))
    });
    view! {
        <div class="goals-page">
            <header class="page-head">
                <h1 tabindex="-1">{(t.goals_title)(all)}</h1>
                <p class="lead">{t.goals_lead}</p>
                <nav class="filter" aria-label=t.goals_filter>
                    <ul>{choices.collect_view()}</ul>
                    <ul>{by_status.collect_view()}</ul>
                </nav>
                <p class="filter-result">
                    {nature.map(|nature| view! { <span>{(t.nature_explained)(nature)}". "</span> })}
                    {wanted.map(|wanted| view! { <span>{(t.measure.status)(wanted)}": "{(t.measure.status_explained)(wanted)}". "</span> })}
                    {(t.goals_shown)(shown, all)}
                </p>
            </header>
            {groups.collect_view()}
        </div>
    }
}

fn group(
    session: Session,
    section: &'static Section,
    goals: &[&'static Goal],
) -> impl IntoView + use<> {
    let t = session.text();
    let language = session.language();
    let rows = goals.iter().map(|goal| {
        let target = session.edition.targets_of(&goal.id).next().map(|target| target.label.get(language));
        let nature = Nature::of(goal);
        let status = status::of_goal(session, &goal.id);
        view! {
            <li>
                <a href=Route::Goal(goal.id.clone()).address()>
                    <b>{goal.id.as_str()}</b>
                    <span class="row-name">{goal.label.get(language)}</span>
                    {target.map(|target| view! { <small class="row-target">{target}</small> })}
                    <span class="row-nature">{status::mark(status)}<small>{(t.measure.status)(status)}</small></span>
                    <span class="visually-hidden">{(t.nature)(nature)}</span>
                </a>
            </li>
        }
    });
    let heading = format!("section-{}", section.id);
    view! {
        <section class=format!("goal-group {}", accent(section.area.as_deref())) aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>
                <a href=Route::Section(section.id.clone(), None).address()>
                    <small>{(t.section_number)(section)}</small>
                    {section.title.get(language)}
                </a>
            </h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}
