//! The red thread: which goals of the vision the villages' actions serve, and which none does.

use super::name_of;
use crate::{
    app::{Route, Villages},
    document::RecordId,
    ui::{
        components::{breadcrumbs, flag, live},
        session::Session,
        villages::sorted_profiles,
        wording::accent,
    },
    village::{Profile, matrix},
    vision::{Goal, Section},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = session.text();
    let all = Memo::new(move |_| sorted_profiles(session));
    let only_untouched = RwSignal::new(false);
    let steps = vec![(Route::Villages(Villages::List).address(), t.village.title.to_owned())];
    view! {
        <div class="villages-page accent-3">
            {breadcrumbs(t.breadcrumbs, steps, t.village.threads.to_owned())}
            <header class="page-head"><h1 tabindex="-1">{t.village.threads}</h1><p class="lead">{t.village.threads_lead}</p></header>
            {live(move || table(session, &all.read(), only_untouched))}
        </div>
    }
    .into_any()
}

fn table(session: Session, all: &[(RecordId, Profile)], only: RwSignal<bool>) -> AnyView {
    let t = &session.text().village;
    let goals: Vec<(&'static Section, &'static Goal)> = session.edition.goals().collect();
    let ids: Vec<&str> = goals.iter().map(|(_, goal)| goal.id.as_str()).collect();
    let counts = matrix(&ids, all);
    let untouched = counts.iter().filter(|row| row.iter().all(|count| *count == 0)).count();
    let heads = all.iter().map(|(id, profile)| {
        let address = Route::Villages(Villages::Profile(id.to_string())).address();
        view! { <th scope="col"><a href=address>{name_of(session, profile)}</a></th> }.into_any()
    });
    let rows = goals.iter().zip(&counts).map(|((section, goal), row)| {
        let is_touched = row.iter().any(|count| *count > 0);
        let touching = all.iter().zip(row).filter(|(_, count)| **count > 0);
        let names = touching.map(|((_, profile), _)| name_of(session, profile));
        let names = names.collect::<Vec<_>>().join(", ");
        let cells = row.iter().map(|count| {
            let (class, text) = if *count == 0 { ("is-none", "–".to_owned()) } else { ("is-some", count.to_string()) };
            view! { <td class=class>{text}</td> }.into_any()
        });
        view! {
            <tr class=accent(section.area.as_deref()) hidden=flag(move || is_touched && only.get())>
                <th scope="row"><a href=Route::Goal(goal.id.clone()).address()><b>{goal.id.clone()}</b>" "{goal.label.get(session.language())}</a></th>
                <td class=if is_touched { "is-sum" } else { "is-none" }>{row.iter().sum::<usize>().to_string()}</td>
                <td class="thread-names">{names}</td>
                {cells.collect::<Vec<AnyView>>()}
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    view! {
        <p role="status" class="lead">{(t.untouched)(untouched, goals.len())}</p>
        <label class="check"><input type="checkbox" prop:checked=flag(move || only.get()) on:change=move |event| only.set(event_target_checked(&event))/><span>{t.only_untouched}</span></label>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t.threads>
            <table class="thread-table">
                <thead><tr><th scope="col">{t.goal}</th><th scope="col">{t.actions_sum}</th><th scope="col" class="thread-names">{t.title}</th>{heads.collect::<Vec<AnyView>>()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
