//! A new indicator of the person's own.

use crate::{
    app::{DeedName, Measuring, Route, SetKey},
    document::Edit,
    measure::{Kind, records},
    ui::{
        components::{breadcrumbs, flag, words},
        platform::page,
        session::Session,
        wording::place_name,
        work::new_id,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn page(session: Session, item: &str) -> AnyView {
    let t = &session.text().measure;
    let Some(back) = Route::to_id(item, session.edition) else {
        return view! { <header class="page-head"><h1 tabindex="-1">{t.entry_unknown}</h1></header> }.into_any();
    };
    let place = place_name(session, item);
    let name = RwSignal::new(String::new());
    let kind = RwSignal::new(Kind::Count);
    let unit = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let item = item.to_owned();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        is_missing.set(text.is_empty());
        if text.is_empty() {
            return page::focus("#indicator-name");
        }
        let (set, mut edits) = session.writable_set(&session.usual_set());
        let id = new_id();
        edits.push(Edit::Create(id, records::INDICATOR_KIND.name));
        for (field, value) in [
            (records::OF_SET, set.to_string()),
            (records::ITEM, item.clone()),
            (records::NAME, text),
            (records::KIND, kind.get_untracked().name().to_owned()),
            (records::UNIT, unit.get_untracked().trim().to_owned()),
        ] {
            edits.push(Edit::Set(id, field, value.into(), BTreeSet::new()));
        }
        session.work.act(DeedName::IndicatorAdded, &edits);
        session.show_set(SetKey::Own(set));
        session.go_to(&Route::Measure(Measuring::New(id.to_string())));
        session.say_done(DeedName::IndicatorAdded);
        page::focus_heading_soon();
    };
    let options = Kind::ALL.map(|one| {
        view! { <option value=one.name() selected=one == Kind::Count>{(t.kind)(one)}</option> }
            .into_any()
    });
    let options = options.into_iter().collect::<Vec<AnyView>>();
    view! {
        <div class="entry-page">
            {breadcrumbs(t.views, vec![(back.address(), place)], t.indicator_title.into())}
            <header class="page-head"><h1 tabindex="-1">{t.indicator_title}</h1></header>
            <form class="form panel" novalidate on:submit=save>
                <label for="indicator-name">{t.indicator_name}</label>
                <input id="indicator-name" type="text" maxlength="200" autocomplete="off" aria-describedby="indicator-problem" aria-invalid=words(move || if is_missing.get() { "true" } else { "false" }) on:input=move |event| name.set(event_target_value(&event))/>
                <p id="indicator-problem" class="field-problem" hidden=flag(move || !is_missing.get())>{(t.problem)(crate::measure::entry::Problem::Missing)}</p>
                <label for="indicator-kind">{t.kind_label}</label>
                <select id="indicator-kind" on:change=move |event| kind.set(Kind::from_name(&event_target_value(&event)).unwrap_or(Kind::Count))>{options}</select>
                <label for="indicator-unit">{t.target_unit}</label>
                <input id="indicator-unit" type="text" maxlength="60" autocomplete="off" on:input=move |event| unit.set(event_target_value(&event))/>
                <p class="button-row"><button class="button" type="submit" disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get())>{t.indicator_save}</button></p>
            </form>
        </div>
    }
    .into_any()
}
