//! The guided editor: ten steps in any order, saved while one writes.

use super::{actions, name_of, place, point, point_name, records_of, summary, trail};
use crate::{
    app::{Route, Villages},
    document::{RecordId, Value},
    ui::{
        components::{Icon, icon, live, words},
        platform::page,
        session::Session,
    },
    village::{
        Profile, Step, filled,
        records::{COMMENT, IS_SETTLED, PART},
    },
};
use leptos::prelude::*;

pub(super) fn page(session: Session, id: RecordId, step: Step) -> AnyView {
    session.keep_form(&form_name(id), step.name());
    let t = session.text();
    let profile = super::looked_at(session, id);
    let name = Memo::new(move |_| name_of(session, &profile.read()));
    let body = match step {
        Step::Place => place::view(session, id),
        Step::Point(point) => point::view(session, id, point),
        Step::Actions => actions::view(session, id),
        Step::Summary => summary::view(session, id),
    };
    let heading = match step {
        Step::Point(point) => format!("{point} {}", point_name(session, point)),
        Step::Place | Step::Actions | Step::Summary => step_name(session, step),
    };
    view! {
        <div class="village-edit accent-3">
            {live(move || trail(session, id, name.get(), session.text().village.edit).into_any())}
            <div class="village-steps-and-form">
                {steps(session, id, step, profile)}
                <div class="village-step">
                    <header class="page-head">
                        <p class="eyebrow">{words(move || name.get())}" · "{(t.village.step_of)(number(step), Step::ALL.len())}</p>
                        <h1 tabindex="-1">{heading}</h1>
                    </header>
                    {body}
                    {onward(session, id, step)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn number(step: Step) -> usize {
    Step::ALL.iter().position(|one| *one == step).unwrap_or_default() + 1
}

fn form_name(id: RecordId) -> String {
    format!("village-{id}")
}

/// Where one left off writing a profile.
pub(super) fn resume_address(session: Session, id: RecordId) -> String {
    let step = session.form(&form_name(id)).and_then(|name| Step::from_name(&name));
    address(id, step.unwrap_or(Step::Place))
}

pub(super) fn address(id: RecordId, step: Step) -> String {
    Route::Villages(Villages::Edit(id.to_string(), step)).address()
}

/// The name of a step.
pub(super) fn step_name(session: Session, step: Step) -> String {
    let t = &session.text().village;
    match step {
        Step::Place => t.step_place.into(),
        Step::Point(point) => point_name(session, point),
        Step::Actions => t.step_actions.into(),
        Step::Summary => t.step_summary.into(),
    }
}

/// The steps, with how much of each is there.
fn steps(session: Session, id: RecordId, here: Step, profile: Memo<Profile>) -> AnyView {
    let t = &session.text().village;
    let comments = records_of(session, id, &COMMENT);
    let open = Memo::new(move |_| {
        session.work.look(|document| {
            let all = comments.get().into_iter().filter_map(|id| document.get(id));
            let open = all.filter(|one| one.front(IS_SETTLED) != Some(&Value::Flag(true)));
            open.map(|one| one.text(PART).to_owned()).collect::<Vec<String>>()
        })
    });
    let number = number(here);
    // On a wide screen there is room for them beside the form.
    let is_open = !page::is_below(1000.0);
    view! {
        <details class="village-steps" open=is_open>
            <summary>{icon(Icon::Forward)}<span>{(t.step_of)(number, Step::ALL.len())}": "{step_name(session, here)}</span></summary>
            <nav aria-label=t.steps><ol>{Step::ALL.map(|step| step_link(session, id, step, here, profile, open)).into_iter().collect::<Vec<AnyView>>()}</ol></nav>
            <p class="quiet">{words(move || {
                let all = filled(&profile.read());
                (session.text().village.percent_filled)(all.done * 100 / all.all.max(1))
            })}</p>
            <a class="quiet-link" href=Route::Villages(Villages::Profile(id.to_string())).address()>{icon(Icon::Document)}{t.read}</a>
        </details>
    }
    .into_any()
}

fn step_link(
    session: Session,
    id: RecordId,
    step: Step,
    here: Step,
    profile: Memo<Profile>,
    open: Memo<Vec<String>>,
) -> AnyView {
    let current = (step == here).then_some("step");
    let code = if let Step::Point(point) = step { point } else { "" };
    let part = if step == Step::Actions { "actions" } else { code };
    let class = move || match step.filled(&profile.read()) {
        None => "step-mark",
        Some(filled) if filled.done == 0 => "step-mark is-empty",
        Some(filled) if filled.is_whole() => "step-mark is-whole",
        Some(_) => "step-mark is-begun",
    };
    let word = move || {
        let t = &session.text().village;
        let filled = step.filled(&profile.read());
        let how_much = filled.map(|filled| match filled.done {
            0 => t.step_empty.to_owned(),
            _ if filled.is_whole() => t.step_whole.to_owned(),
            done => (t.step_begun)(done, filled.all),
        });
        how_much.map_or_else(String::new, |word| format!(" – {word}"))
    };
    let count =
        move || match open.read().iter().filter(|one| !part.is_empty() && *one == part).count() {
            0 => String::new(),
            count => (session.text().village.comments)(count),
        };
    view! {
        <li><a href=address(id, step) aria-current=current>
            <span class=words(class) aria-hidden="true"></span>
            <span class="step-name">{(!code.is_empty()).then(|| view! { <b>{code}</b>" " })}{step_name(session, step)}<small>{words(count)}</small></span>
            <span class="visually-hidden">{words(word)}</span>
        </a></li>
    }
    .into_any()
}

fn onward(session: Session, id: RecordId, step: Step) -> AnyView {
    let t = session.text();
    let at = number(step) - 1;
    let link = |step: Option<&Step>, is_next: bool| {
        step.map(|step| {
            let class = if is_next { "button" } else { "button is-quiet" };
            let word = if is_next { t.next } else { t.previous };
            view! { <a class=class href=address(id, *step)>{word}": "{step_name(session, *step)}</a> }
        })
    };
    view! {
        <p class="button-row step-onward">
            {link(at.checked_sub(1).and_then(|at| Step::ALL.get(at)), false)}
            {link(Step::ALL.get(at + 1), true)}
        </p>
    }
    .into_any()
}
