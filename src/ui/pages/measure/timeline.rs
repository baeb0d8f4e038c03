//! Everything that has a date, newest first, with a picture of all years.

use super::head;
use crate::{
    app::{Event, Measuring, Place, Route, by_year, events},
    ui::{charts, components::live, session::Session, told::value, wording::accent},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let area = RwSignal::new(String::new());
    let mut options = vec![(String::new(), t.all.to_owned())];
    for one in &session.edition.areas {
        options
            .push((one.number.to_string(), format!("{}. {}", one.number, one.short.get(language))));
    }
    options.extend(
        session.edition.elements().next().map(|one| ("e".into(), one.short.get(language).into())),
    );
    let options = options
        .into_iter()
        .map(|(value, name)| view! { <option value=value>{name}</option> }.into_any());
    let options = options.collect::<Vec<AnyView>>();
    view! {
        <div class="timeline-page">
            {head(session, &Measuring::Timeline, t.view_timeline, t.timeline_lead.into())}
            <form class="filters" on:submit=|event| event.prevent_default()>
                <label for="timeline-area"><span>{t.area}</span>
                    <select id="timeline-area" on:change=move |event| area.set(event_target_value(&event))>{options}</select>
                </label>
            </form>
            {live(move || body(session, &area.get()))}
        </div>
    }
    .into_any()
}

fn body(session: Session, area: &str) -> AnyView {
    let t = &session.text().measure;
    let (set, today) = (session.shown_set(), crate::ui::platform::chance::today());
    let area = (!area.is_empty()).then_some(area);
    let all = session.measures(|measures| events(measures, session.edition, set, area, today));
    if all.is_empty() {
        return view! { <p class="nothing">{t.timeline_none}</p> }.into_any();
    }
    let picture = charts::timeline(session, &all);
    let years = by_year(all).into_iter().enumerate().map(|(at, (year, events))| {
        let name = (t.timeline_year)(year, events.len());
        let rows = events.iter().map(|event| row(session, event)).collect::<Vec<AnyView>>();
        view! {
            <details class="timeline-year" open=at < 2>
                <summary><h2>{name}</h2></summary>
                <ol class="newest">{rows}</ol>
            </details>
        }
        .into_any()
    });
    let years = years.collect::<Vec<AnyView>>();
    view! { {picture}{years} }.into_any()
}

fn row(session: Session, event: &Event) -> AnyView {
    let language = session.language();
    let set = session.shown_set();
    let words = session.measures(|measures| match event.place {
        Place::Published(at) => {
            let told = measures.entry(at)?.told.as_ref()?;
            Some(told.text.get(language).to_owned())
        }
        Place::Own(id) => {
            let kept = measures.kept(id)?;
            let indicator = measures.indicator(set, &kept.indicator)?;
            let shown = value(session, &indicator, &kept.observation);
            Some(format!("{}: {shown}", indicator.name.get(language)))
        }
    });
    let address = Route::to_id(&event.item, session.edition).map(|route| route.address());
    view! {
        <li class=accent(event.area.as_deref())>
            <time>{event.when.show(language)}</time>
            <a href=address><b>{event.item.clone()}</b>" "{words.unwrap_or_default()}</a>
        </li>
    }
    .into_any()
}
