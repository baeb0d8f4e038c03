//! Every observation of a set: thousands of rows, of which only those in sight are drawn.

use super::head;
use crate::{
    app::{ListOrder, Listed, Measuring, Outgoing, Place, Route, SetKey, window},
    ui::{
        components::{live, words},
        outgoing::share,
        platform::page,
        session::Session,
        told::value,
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// The height of a row in CSS px, as `style/measure.css` has it.
const ROW: f64 = 64.0;
/// So many rows are drawn beyond those in sight, on either side.
const SPARE: usize = 8;

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let wanted = RwSignal::new(String::new());
    let order = RwSignal::new((ListOrder::When, true));
    let scrolled = RwSignal::new((0.0, 600.0));
    let listed = Memo::new(move |_| {
        let (set, (order, is_descending)) = (session.shown_set(), order.get());
        session.measures(|measures| Listed::new(measures, set, None, order, is_descending))
    });
    let places = Memo::new(move |_| Arc::new(listed.read().with(&wanted.read())));
    let in_sight = Memo::new(move |_| {
        let (scrolled, height) = scrolled.get();
        window(places.read().len(), ROW, scrolled, height, SPARE)
    });
    let count = words(move || {
        let t = &session.text().measure;
        (t.all_lead)(places.read().len(), &session.set_name(session.shown_set()))
    });
    let orders = [
        (ListOrder::When, t.date),
        (ListOrder::Indicator, t.column_name),
        (ListOrder::Value, t.value),
    ];
    let options =
        orders.map(|(one, name)| view! { <option value=one.name()>{name}</option> }.into_any());
    let options = options.into_iter().collect::<Vec<AnyView>>();
    let rows = move || {
        let window = in_sight.get();
        let places = places.get();
        if places.is_empty() {
            return view! { <p class="nothing">{session.text().measure.all_none}</p> }.into_any();
        }
        let shown = places.get(window.first..window.last).unwrap_or_default();
        let rows = shown.iter().zip(window.first..).map(|(place, at)| row(session, *place, at));
        let rows = rows.collect::<Vec<AnyView>>();
        let count = places.len().to_string();
        view! {
            <div style:height=format!("{}px", window.before_px)></div>
            <div role="table" aria-rowcount=count class="list-rows">{rows}</div>
            <div style:height=format!("{}px", window.after_px)></div>
        }
        .into_any()
    };
    view! {
        <div class="all-page">
            {head(session, &Measuring::All, t.view_all, String::new())}
            <p class="filter-result" role="status">{count}</p>
            <form class="filters" role="search" on:submit=|event| event.prevent_default()>
                <label for="all-words"><span>{t.words}</span>
                    <input id="all-words" type="search" autocomplete="off" on:input=move |event| wanted.set(event_target_value(&event))/>
                </label>
                <label for="all-order"><span>{t.sort_label}</span>
                    <select id="all-order" on:change=move |event| {
                        let name = event_target_value(&event);
                        let one = ListOrder::from_name(&name).unwrap_or(ListOrder::When);
                        order.set((one, one == ListOrder::When));
                    }>{options}</select>
                </label>
            </form>
            {share_shown(session, places)}
            <div
                id="all-rows"
                class="list-frame"
                tabindex="0"
                role="region"
                aria-label=t.view_all
                on:scroll=move |_| scrolled.set(page::scrolled_within("#all-rows"))
            >
                {live(rows)}
            </div>
        </div>
    }
    .into_any()
}

/// Hands on what is shown of a set of the person's own.
fn share_shown(session: Session, places: Memo<Arc<Vec<Place>>>) -> AnyView {
    let is_any = Memo::new(move |_| !places.read().is_empty());
    live(move || {
        let SetKey::Own(set) = session.shown_set() else { return ().into_any() };
        if !is_any.get() {
            return ().into_any();
        }
        let own = |place: &Place| if let Place::Own(id) = place { Some(*id) } else { None };
        let title = words(move || (session.text().files.shown_only)(places.read().len()));
        share(session, title, move || {
            Outgoing::Some(set, places.read_untracked().iter().filter_map(own).collect())
        })
    })
}

fn row(session: Session, place: Place, at: usize) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let set = session.shown_set();
    let cells = session.measures(|measures| match place {
        Place::Published(at) => {
            let entry = measures.entry(at)?;
            let told = entry.told.as_ref();
            let name = told.map(|told| told.name.get(language).to_owned()).unwrap_or_default();
            let value = entry.observation.and_then(|one| one.figure()).map(|(value, _)| {
                let unit = told.map(|told| told.unit.get(language)).unwrap_or_default();
                format!("{} {unit}", value.show(language))
            });
            let state =
                told.and_then(|told| told.state.as_ref()).map(|one| one.get(language).to_owned());
            let title = told.map(|told| told.title.get(language).to_owned()).unwrap_or_default();
            Some((
                entry.about.clone(),
                name,
                entry.when(),
                value.or(state).unwrap_or_default(),
                title,
            ))
        }
        Place::Own(id) => {
            let kept = measures.kept(id)?;
            let indicator = measures.indicator(set, &kept.indicator)?;
            let name = indicator.name.get(language).to_owned();
            let shown = value(session, &indicator, &kept.observation);
            let title = [kept.title.as_str(), kept.owner.as_str()]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" · ");
            Some((indicator.item, name, kept.observation.when, shown, title))
        }
    });
    let (item, name, when, value, title) = cells.unwrap_or_default();
    let address = match place {
        Place::Published(_) => Route::to_id(&item, session.edition),
        Place::Own(id) => Some(Route::Measure(Measuring::Edit(id.to_string()))),
    };
    let when = when.map_or_else(|| t.undated.to_owned(), |when| when.show(language));
    view! {
        <div role="row" class="list-row" aria-rowindex=(at + 1).to_string()>
            <span role="cell"><b>{item}</b></span>
            <span role="cell" class="list-name"><a href=address.map(|route| route.address())>{name}</a><small>{title}</small></span>
            <span role="cell" class="list-when">{when}</span>
            <span role="cell" class="list-value">{value}</span>
        </div>
    }
    .into_any()
}
