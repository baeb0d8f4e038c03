//! The status of all goals at a glance: a row for each theme, a mark for each goal.

use super::head;
use crate::{
    app::{Measuring, Route},
    ui::{
        session::Session,
        status::{counts, mark, of_goal, status_list},
        wording::accent,
    },
    vision::{Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let all: Vec<&Goal> = session.edition.goals().map(|(_, goal)| goal).collect();
    let rows = session.edition.sections.iter().map(|section| row(session, section));
    let rows = rows.collect::<Vec<AnyView>>();
    view! {
        <div class="matrix-page">
            {head(session, &Measuring::Matrix, t.view_matrix, t.matrix_lead.into())}
            {status_list(session, counts(session, &all))}
            <div class="table-frame" tabindex="0" role="region" aria-label=t.view_matrix>
                <table class="matrix">
                    <thead><tr><th scope="col">{t.matrix_theme}</th><th scope="col">{t.matrix_goals}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row(session: Session, section: &'static Section) -> AnyView {
    let t = session.text();
    let language = session.language();
    let cells = section.goals.iter().map(|goal| {
        let status = of_goal(session, &goal.id);
        let word = (t.measure.status)(status);
        let name = format!("{} {}: {word}", goal.id, goal.label.get(language));
        view! {
            <li><a href=Route::Goal(goal.id.clone()).address() aria-label=name.clone() title=name>{mark(status)}<span aria-hidden="true">{goal.id.as_str()}</span></a></li>
        }
        .into_any()
    });
    let cells = cells.collect::<Vec<AnyView>>();
    view! {
        <tr class=accent(section.area.as_deref())>
            <th scope="row">
                <a href=Route::Section(section.id.clone(), None).address()><b>{section.number().to_owned()}</b>" "{section.short.get(language)}</a>
            </th>
            <td><ul class="matrix-cells">{cells}</ul></td>
        </tr>
    }
    .into_any()
}
