//! Two profiles beside each other.

use super::{name_of, point_name, words_of};
use crate::{
    app::{Route, Villages},
    document::RecordId,
    ui::{
        components::{breadcrumbs, flag, live},
        session::Session,
        villages::{compass_of_two, sorted_profiles},
    },
    village::{Aim, POINTS, Profile, number},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> AnyView {
    let t = session.text();
    let all = Memo::new(move |_| sorted_profiles(session));
    let (one, other) = (RwSignal::new(None::<RecordId>), RwSignal::new(None::<RecordId>));
    let steps = vec![(Route::Villages(Villages::List).address(), t.village.title.to_owned())];
    view! {
        <div class="villages-page accent-3">
            {breadcrumbs(t.breadcrumbs, steps, t.village.compare.to_owned())}
            <header class="page-head"><h1 tabindex="-1">{t.village.compare}</h1><p class="lead">{t.village.compare_lead}</p></header>
            {live(move || {
                let all = all.get();
                if all.len() < 2 {
                    return view! { <p class="nothing">{session.text().village.compare_few}</p> }.into_any();
                }
                let t = &session.text().village;
                view! {
                    <div class="form compare-choice">
                        {select(session, "compare-one", t.compare_one, &all, one, other)}
                        {select(session, "compare-other", t.compare_other, &all, other, one)}
                    </div>
                }
                .into_any()
            })}
            {live(move || {
                let all = all.get();
                let find = |chosen: Option<RecordId>, but: Option<RecordId>| {
                    let found = all.iter().find(|(id, _)| Some(*id) == chosen);
                    let usual = || all.iter().find(|(id, _)| Some(*id) != but);
                    found.or_else(usual).filter(|_| all.len() > 1)
                };
                let first = find(one.get(), other.get());
                let second = find(other.get(), first.map(|(id, _)| *id));
                match (first, second) {
                    (Some(one), Some(other)) => beside(session, &one.1, &other.1),
                    _ => ().into_any(),
                }
            })}
        </div>
    }
    .into_any()
}

fn select(
    session: Session,
    id: &'static str,
    label: &'static str,
    all: &[(RecordId, Profile)],
    chosen: RwSignal<Option<RecordId>>,
    other: RwSignal<Option<RecordId>>,
) -> AnyView {
    let usual = if id == "compare-one" { all.first() } else { all.get(1) };
    let usual = usual.map(|(id, _)| *id);
    let spare = all.first().map(|(id, _)| *id);
    let options = all.iter().map(|(id, profile)| {
        let id = *id;
        let is_chosen = move || {
            let usual = if other.get() == usual { spare } else { usual };
            chosen.get().or(usual) == Some(id)
        };
        view! { <option value=id.to_string() prop:selected=flag(is_chosen)>{name_of(session, profile)}</option> }.into_any()
    });
    view! {
        <div><label for=id>{label}</label>
        <select id=id on:change=move |event| chosen.set(RecordId::parse(&event_target_value(&event)))>{options.collect::<Vec<AnyView>>()}</select></div>
    }
    .into_any()
}

fn beside(session: Session, one: &Profile, other: &Profile) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let language = session.language();
    let names = (name_of(session, one), name_of(session, other));
    let mut rows: Vec<(String, String, String)> = Vec::new();
    let mut row = |name: &str, of: &dyn Fn(&Profile) -> String| {
        let (one, other) = (of(one), of(other));
        if !one.is_empty() || !other.is_empty() {
            rows.push((name.to_owned(), one, other));
        }
    };
    row(t.compare_kind, &|profile| {
        profile.place_kind().map(|kind| (w.place_kind)(kind).to_owned()).unwrap_or_default()
    });
    row(t.compare_stage, &|profile| (w.stage)(profile.stage()).to_owned());
    row(t.compare_pitch, &|profile| profile.pitch().to_owned());
    for point in POINTS {
        let label = format!("{point} {}", point_name(session, point));
        for aim in [Aim::Today, Aim::Wished] {
            row(&format!("{label}: {}", (w.aim)(aim)), &|profile| {
                let rating = profile.rating(point, aim);
                rating.map(|one| number(&one.value.to_string(), language)).unwrap_or_default()
            });
        }
        for part in ["today", "wishes"] {
            let part = format!("{point}/{part}");
            row(&format!("{label}: {}", (w.passage)(&part)), &|profile| {
                profile.passage(&part).to_owned()
            });
        }
    }
    let figures = |profile: &Profile| {
        let told = profile.figures().into_iter().map(|one| {
            format!("{}: {} {}", one.name, number(one.amount, language), one.unit)
                .trim_end()
                .to_owned()
        });
        told.collect::<Vec<_>>().join("\n")
    };
    row(w.figures, &figures);
    row(w.actions, &|profile| {
        profile.actions().iter().map(|one| one.what).collect::<Vec<_>>().join("\n")
    });
    let cell = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    let (first, second) = names.clone();
    let rows = rows.into_iter().map(|(name, one, other)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-label=first.clone()>{cell(one)}</td>
                <td data-label=second.clone()>{cell(other)}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect::<Vec<AnyView>>();
    view! {
        {compass_of_two(session, (&names.0, one), (&names.1, other))}
        <table class="compare-table">
            <thead><tr><th scope="col">{t.compare_what}</th><th scope="col">{names.0.clone()}</th><th scope="col">{names.1.clone()}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
