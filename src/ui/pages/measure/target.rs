//! A target where the vision sets none: the person's own, marked as such.

use crate::{
    app::{DeedName, Measuring, Route, SetKey},
    document::{Edit, Value},
    measure::{Decimal, Indicator, Side, When, records},
    ui::{
        components::{breadcrumbs, flag, press, words},
        platform::page,
        session::Session,
        wording::place_name,
        work::new_id,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The fields of the form: their ids, and where each is kept.
const FIELDS: [&str; 6] = [
    records::VALUE,
    records::SIDE,
    records::UNIT,
    records::DEADLINE,
    records::BASELINE,
    records::BASELINE_WHEN,
];

pub(super) fn page(session: Session, id: &str) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let set = session.shown_set();
    let Some(indicator) = session.measuring.now(|measures| measures.indicator(set, id)) else {
        return view! { <header class="page-head"><h1 tabindex="-1">{t.entry_unknown}</h1></header> }.into_any();
    };
    let back = Route::to_id(&indicator.item, session.edition).unwrap_or(Route::Overview);
    let place = place_name(session, &indicator.item);
    let title = (t.target_title)(indicator.name.get(language));
    let head = view! {
        {breadcrumbs(t.views, vec![(back.address(), place)], t.set_target.into())}
        <header class="page-head"><h1 tabindex="-1">{title}</h1><p class="lead">{t.target_lead}</p></header>
    };
    if indicator.target.as_ref().is_some_and(|target| !target.is_own) {
        return view! { <div class="entry-page">{head}<p>{t.target_fixed}</p></div> }.into_any();
    }
    let record = session.measuring.now(|measures| measures.target_record(set, id));
    let typed = FIELDS.map(|field| {
        let kept = record.and_then(|record| {
            session.work.look_now(|document| Some(document.get(record)?.text(field).to_owned()))
        });
        let kept = kept.unwrap_or_default();
        let shown = match field {
            records::VALUE | records::BASELINE => {
                Decimal::parse(&kept).map(|one| one.show(language))
            }
            records::DEADLINE | records::BASELINE_WHEN => {
                When::parse(&kept).map(|one| one.show(language))
            }
            _ => None,
        };
        RwSignal::new(shown.unwrap_or(kept))
    });
    let problems = RwSignal::new(Vec::<&'static str>::new());
    let [value, side, unit, deadline, baseline, baseline_when] = typed;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save(session, &indicator, record, typed, problems);
    };
    let remove = move || {
        if let Some(record) = record {
            session.work.act(DeedName::TargetRemoved, &[Edit::Delete(record)]);
            session.go_to(&back);
            session.say_done(DeedName::TargetRemoved);
            page::focus_heading_soon();
        }
    };
    let is_most = side.get_untracked() == Side::AtMost.name();
    view! {
        <div class="entry-page">
            {head}
            <form class="form panel" novalidate on:submit=save>
                {line(session, records::VALUE, t.target_value, value, problems)}
                <label for="target-side">{t.target_side}</label>
                <select id="target-side" on:change=move |event| side.set(event_target_value(&event))>
                    <option value=Side::AtLeast.name()>{t.side_least}</option>
                    <option value=Side::AtMost.name() selected=is_most>{t.side_most}</option>
                </select>
                {line(session, records::UNIT, t.target_unit, unit, problems)}
                {line(session, records::DEADLINE, t.target_deadline, deadline, problems)}
                {line(session, records::BASELINE, t.target_baseline, baseline, problems)}
                {line(session, records::BASELINE_WHEN, t.target_baseline_when, baseline_when, problems)}
                <p class="button-row">
                    <button class="button" type="submit" disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get())>{t.target_save}</button>
                    {record.map(|_| view! { <button type="button" class="button is-quiet" on:click=press(remove)>{t.target_remove}</button> })}
                </p>
            </form>
        </div>
    }
    .into_any()
}

fn line(
    session: Session,
    field: &'static str,
    label: &'static str,
    typed: RwSignal<String>,
    problems: RwSignal<Vec<&'static str>>,
) -> AnyView {
    use crate::measure::entry::Problem;
    let id = format!("target-{field}");
    let problem = format!("{id}-problem");
    let is_wrong = move || problems.read().contains(&field);
    let word = move || {
        let t = &session.text().measure;
        let is_date = field == records::DEADLINE || field == records::BASELINE_WHEN;
        if is_date {
            (t.problem)(Problem::NotADate)
        } else {
            (t.problem)(Problem::NotANumber(crate::measure::NotANumber::Unreadable))
        }
    };
    view! {
        <label for=id.clone()>{label}</label>
        <input id=id type="text" autocomplete="off" maxlength="60" value=typed.get_untracked() aria-describedby=problem.clone() aria-invalid=words(move || if is_wrong() { "true" } else { "false" }) on:input=move |event| typed.set(event_target_value(&event))/>
        <p id=problem class="field-problem" hidden=flag(move || !is_wrong())>{words(word)}</p>
    }
    .into_any()
}

fn save(
    session: Session,
    indicator: &Indicator,
    record: Option<crate::document::RecordId>,
    typed: [RwSignal<String>; 6],
    problems: RwSignal<Vec<&'static str>>,
) {
    let language = session.preferences.read_untracked().language;
    let mut wrong = Vec::new();
    let mut values = Vec::new();
    for (field, typed) in FIELDS.into_iter().zip(typed) {
        let text = typed.get_untracked().trim().to_owned();
        let read = match field {
            _ if text.is_empty() && field != records::VALUE => Some(String::new()),
            records::VALUE | records::BASELINE => {
                Decimal::read(&text, language).ok().map(|one| one.to_string())
            }
            records::DEADLINE | records::BASELINE_WHEN => {
                When::read(&text).map(|one| one.to_string())
            }
            _ => Some(text),
        };
        match read {
            Some(text) => values.push((field, text)),
            None => wrong.push(field),
        }
    }
    let first = wrong.first().copied();
    problems.set(wrong);
    if let Some(first) = first {
        return page::focus_soon(&format!("#target-{first}"));
    }
    let (mut edits, set) = match session.shown_set() {
        SetKey::Own(set) => (Vec::new(), set),
        SetKey::Published => {
            let (set, edits) = session.writable_set(&session.usual_set());
            (edits, set)
        }
    };
    let id = record.unwrap_or_else(new_id);
    if record.is_none() {
        edits.push(Edit::Create(id, records::TARGET.name));
        values.push((records::OF_SET, set.to_string()));
        values.push((records::INDICATOR, indicator.id.clone()));
    }
    session.work.look_now(|document| {
        for (field, text) in values {
            let there = document.get(id);
            if there.is_some_and(|there| there.text(field) == text)
                || (there.is_none() && text.is_empty())
            {
                continue;
            }
            let value = if text.is_empty() { Value::Nothing } else { text.into() };
            let basis = there.map_or_else(BTreeSet::new, |there| there.basis(field));
            edits.push(Edit::Set(id, field, value, basis));
        }
    });
    session.work.act(DeedName::TargetSet, &edits);
    session.show_set(SetKey::Own(set));
    session.go_to(
        &Route::to_id(&indicator.item, session.edition)
            .unwrap_or(Route::Measure(Measuring::Table(String::new()))),
    );
    session.say_done(DeedName::TargetSet);
    page::focus_heading_soon();
}
