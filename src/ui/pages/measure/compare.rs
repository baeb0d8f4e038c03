//! Comparison of two sets, or of one set at two dates.

use super::head;
use crate::{
    app::{Change, Difference, Measuring, Place, Route, SetKey, Side, compare},
    measure::{Observation, Status, When},
    ui::{
        components::{live, words},
        session::Session,
        status::chip,
        told::value,
    },
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let sets = session.measuring.sets.get_untracked();
    let first = RwSignal::new((SetKey::Published.name(), String::new()));
    // With a set of one's own the two are compared; with none, the published one at two dates.
    if sets.is_empty() {
        first.set((SetKey::Published.name(), session.edition.target_year.to_string()));
    }
    let second = sets.first().map_or(SetKey::Published, |own| SetKey::Own(own.id));
    let second = RwSignal::new((second.name(), String::new()));
    view! {
        <div class="compare-page">
            {head(session, &Measuring::Compare, t.view_compare, t.compare_lead.into())}
            <form class="compare-sides" on:submit=|event| event.prevent_default()>
                {side_form(session, "first", t.compare_first, first)}
                {side_form(session, "second", t.compare_second, second)}
            </form>
            {live(move || body(session, &first.get(), &second.get()))}
        </div>
    }
    .into_any()
}

fn side_form(
    session: Session,
    id: &'static str,
    name: &'static str,
    side: RwSignal<(String, String)>,
) -> AnyView {
    let t = &session.text().measure;
    let (chosen, until) = side.get_untracked();
    let mut all = vec![SetKey::Published];
    all.extend(session.measuring.sets.get().into_iter().map(|own| SetKey::Own(own.id)));
    let options = all.into_iter().map(|set| {
        let key = set.name();
        let is_chosen = key == chosen;
        view! { <option value=key selected=is_chosen>{session.set_name(set)}</option> }.into_any()
    });
    let options = options.collect::<Vec<AnyView>>();
    let is_wrong = move || {
        let text = side.get().1;
        !text.trim().is_empty() && When::read(&text).is_none()
    };
    let (set_id, date_id) = (format!("{id}-set"), format!("{id}-until"));
    let problem = format!("{id}-problem");
    view! {
        <fieldset class="panel form">
            <legend>{name}</legend>
            <label for=set_id.clone()>{t.set}</label>
            <select id=set_id on:change=move |event| { let name = event_target_value(&event); side.update(|side| side.0 = name); }>{options}</select>
            <label for=date_id.clone()>{t.compare_until}</label>
            <input id=date_id type="text" autocomplete="off" value=until aria-describedby=problem.clone() on:input=move |event| { let text = event_target_value(&event); side.update(|side| side.1 = text); }/>
            <p id=problem class="field-problem" hidden=crate::ui::components::flag(move || !is_wrong())>{words(move || (session.text().measure.problem)(crate::measure::entry::Problem::NotADate))}</p>
        </fieldset>
    }
    .into_any()
}

fn to_side(side: &(String, String)) -> Side {
    let set = SetKey::parse(&side.0).unwrap_or(SetKey::Published);
    Side { set, until: When::read(&side.1) }
}

fn body(session: Session, first: &(String, String), second: &(String, String)) -> AnyView {
    let t = &session.text().measure;
    let (first, second) = (to_side(first), to_side(second));
    let today = crate::ui::platform::chance::today();
    let all = session.measures(|measures| compare(measures, first, second, today));
    if all.is_empty() {
        return view! { <p class="nothing">{t.compare_nothing}</p> }.into_any();
    }
    let same = all.iter().filter(|one| one.change == Change::Same).count();
    let changed = all.len() - same;
    let rows = all.iter().filter(|one| one.change != Change::Same);
    let rows = rows.map(|one| row(session, one)).collect::<Vec<AnyView>>();
    let table = (changed > 0).then(|| {
        view! {
            <div class="table-frame" tabindex="0" role="region" aria-label=t.view_compare>
                <table class="compare">
                    <thead><tr><th scope="col">{t.column_name}</th><th scope="col">{t.compare_first}</th><th scope="col">{t.compare_second}</th><th scope="col">{t.compare_changed}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! { <p class="filter-result" role="status">{(t.compare_differences)(changed, same)}</p>{table} }.into_any()
}

fn row(session: Session, difference: &Difference) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let address =
        Route::to_id(&difference.indicator.item, session.edition).map(|route| route.address());
    let cell = |side: &Option<(Place, Observation, Status)>| match side {
        None => view! { <span class="nothing">{t.nothing}</span> }.into_any(),
        Some((_, one, status)) => {
            let when = one.when.map(|when| when.show(language)).unwrap_or_default();
            view! { <b>{value(session, &difference.indicator, one)}</b><small>{when}</small>{chip(session, *status)} }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row"><a href=address><b>{difference.indicator.item.clone()}</b>" "{difference.indicator.name.get(language).to_owned()}</a></th>
            <td>{cell(&difference.first)}</td>
            <td>{cell(&difference.second)}</td>
            <td>{(t.change)(difference.change)}</td>
        </tr>
    }
    .into_any()
}
