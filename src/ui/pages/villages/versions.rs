//! Versions of a profile: named, and compared.

use super::{looked_at, name_of, point_name, trail};
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    measure::When,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        named::says,
        platform::{chance, page},
        session::Session,
        villages::compass_of_two,
        wording::place_name,
        work::new_id,
    },
    village::{
        Profile, date, difference,
        records::{CONTENT, MADE, NAME, OF_PROFILE, VERSION, WHAT},
        text_name,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A version as it is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    id: RecordId,
    name: String,
    made: String,
}

pub(super) fn page(session: Session, id: RecordId) -> AnyView {
    let t = &session.text().village;
    let profile = looked_at(session, id);
    let versions = Memo::new(move |_| listed(session, id));
    let name = Memo::new(move |_| name_of(session, &profile.read()));
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    view! {
        <div class="villages-page accent-3">
            {live(move || trail(session, id, name.get(), session.text().village.versions).into_any())}
            <header class="page-head"><h1 tabindex="-1">{t.versions}</h1><p class="lead">{t.versions_lead}</p></header>
            {new_version(session, id, profile)}
            {live(move || list(session, &versions.get()))}
            {live(move || {
                let versions = versions.get();
                if versions.is_empty() { return ().into_any(); }
                choices(session, &versions, from, to)
            })}
            {live(move || {
                let versions = versions.get();
                let Some(last) = versions.last() else { return ().into_any() };
                // A chosen version may have been deleted since.
                let listed = |id: String| versions.iter().find(|one| one.id.to_string() == id);
                let content = |version: &Listed| {
                    let id = version.id;
                    session.work.look(|document| Profile::parse(document.get(id)?.text(CONTENT)))
                };
                let before = listed(from.get()).unwrap_or(last);
                let after = listed(to.get()).and_then(content).unwrap_or_else(|| profile.get());
                content(before).map_or_else(|| ().into_any(), |before| compared(session, &before, &after))
            })}
        </div>
    }
    .into_any()
}

fn listed(session: Session, profile: RecordId) -> Vec<Listed> {
    let name = profile.to_string();
    session.work.look(|document| {
        let of = document.of_kind(&VERSION).filter(|one| one.text(OF_PROFILE) == name);
        let listed = of.map(|one| Listed {
            id: one.id,
            name: one.text(NAME).to_owned(),
            made: one.text(MADE).to_owned(),
        });
        listed.collect()
    })
}

fn new_version(session: Session, id: RecordId, profile: Memo<Profile>) -> AnyView {
    let t = &session.text().village;
    let name = RwSignal::new(String::new());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.work.flush();
        let version = new_id();
        let today = When::of_day(chance::today()).to_string();
        let typed = name.get_untracked().trim().to_owned();
        let set = |field, text: String| Edit::Set(version, field, text.into(), BTreeSet::new());
        let edits = [
            Edit::Create(version, VERSION.name),
            set(OF_PROFILE, id.to_string()),
            set(NAME, typed),
            set(MADE, today),
            set(CONTENT, profile.get_untracked().to_json()),
        ];
        session.work.act(DeedName::VersionAdded, &edits);
        session.say_done(DeedName::VersionAdded);
        name.set(String::new());
        page::focus_soon("#version-name");
    };
    view! {
        <form class="new-profile panel" on:submit=save>
            <label for="version-name">{t.version_name}</label>
            <p id="version-hint" class="field-hint">{t.version_hint}</p>
            <div class="new-profile-row">
                <input id="version-name" aria-describedby="version-hint" type="text" maxlength="120" autocomplete="off" prop:value=words(move || name.get()) on:input=move |event| name.set(event_target_value(&event))/>
                <button class="button" type="submit" disabled=flag(move || session.work.is_read_only.get())>{icon(Icon::Add)}{t.version_save}</button>
            </div>
        </form>
    }
    .into_any()
}

fn named(session: Session, version: &Listed) -> String {
    let made = date(&version.made, session.language());
    if version.name.is_empty() { made } else { format!("{} · {made}", version.name) }
}

fn list(session: Session, versions: &[Listed]) -> AnyView {
    let t = &session.text().village;
    if versions.is_empty() {
        return view! { <p class="nothing">{t.versions_none}</p> }.into_any();
    }
    let rows = versions.iter().rev().map(|version| {
        let id = version.id;
        let name = named(session, version);
        let delete = move || {
            session.work.act(DeedName::ProfilePartDeleted, &[Edit::Delete(id)]);
            session.say_done(DeedName::ProfilePartDeleted);
            page::focus_soon("#version-name");
        };
        view! { <li><span>{name.clone()}</span><button class="icon-button" aria-label=(t.version_remove)(&name) on:click=press(delete)>{icon(Icon::Close)}</button></li> }.into_any()
    });
    view! { <ul class="panel-list version-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

fn choices(
    session: Session,
    versions: &[Listed],
    from: RwSignal<String>,
    to: RwSignal<String>,
) -> AnyView {
    let t = &session.text().village;
    let option = |version: &Listed, chosen: &str| {
        let value = version.id.to_string();
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{named(session, version)}</option> }
            .into_any()
    };
    let options = |chosen: &str| {
        versions.iter().rev().map(|one| option(one, chosen)).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="form compare-choice">
            <div><label for="compare-from">{t.compare_from}</label>
            <select id="compare-from" on:change=move |event| from.set(event_target_value(&event))>{options(&from.get_untracked())}</select></div>
            <div><label for="compare-to">{t.compare_to}</label>
            <select id="compare-to" on:change=move |event| to.set(event_target_value(&event))><option value="">{t.compare_now}</option>{options(&to.get_untracked())}</select></div>
        </div>
    }
    .into_any()
}

/// What differs, text by text.
fn compared(session: Session, before: &Profile, after: &Profile) -> AnyView {
    let t = &session.text().village;
    let language = session.language();
    let changed = difference(before, after);
    if changed.is_empty() {
        return view! { <p class="report" role="status">{t.no_difference}</p> }.into_any();
    }
    let point = |point: &str| point_name(session, point);
    let shown = |name: &str, text: &str| {
        if text.is_empty() {
            return "–".to_owned();
        }
        match name.split('/').next() {
            Some("passage") => text.to_owned(),
            Some("thread") => place_name(session, text),
            _ => {
                let field = name.rsplit('/').next().unwrap_or_default();
                says(session, field, Some(&Value::from(text)))
            }
        }
    };
    // Which action or figure it is about.
    let about = |name: &str| {
        let mut parts = name.split('/');
        let (kind, id) = (parts.next()?, parts.next()?);
        let field = match kind {
            "action" | "thread" => format!("action/{id}/{WHAT}"),
            "figure" | "partner" => format!("{kind}/{id}/{NAME}"),
            _ => return None,
        };
        let text = Some(after.text(&field)).filter(|text| !text.is_empty());
        Some(format!(" – {}", text.unwrap_or_else(|| before.text(&field))))
    };
    let rows = changed.iter().map(|one| {
        view! {
            <tr>
                <th scope="row">{text_name(&one.name, point, language)}{about(&one.name)}</th>
                <td data-label=t.compare_from>{shown(&one.name, &one.before)}</td>
                <td data-label=t.compare_to>{shown(&one.name, &one.after)}</td>
            </tr>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="differences">
            <h2 id="differences">{(t.differences)(changed.len())}</h2>
            {compass_of_two(session, (t.compare_from, before), (t.compare_to, after))}
            <table class="compare-table">
                <thead><tr><th scope="col">{t.compare_what}</th><th scope="col">{t.compare_from}</th><th scope="col">{t.compare_to}</th></tr></thead>
                <tbody>{rows.collect::<Vec<AnyView>>()}</tbody>
            </table>
        </section>
    }
    .into_any()
}
