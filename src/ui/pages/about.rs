//! About the app: what it is, where the text comes from, privacy, accessibility, version.

use crate::{
    app::Route,
    ui::{components::contours, session::Session},
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> impl IntoView {
    let t = session.text();
    let language = session.language();
    let preface =
        session.edition.preface.iter().map(|paragraph| view! { <p>{paragraph.get(language)}</p> });
    let rules = t
        .measure
        .rules
        .iter()
        .map(|(name, rule)| view! { <dt>{*name}</dt><dd>{*rule}</dd> }.into_any());
    let rules = rules.collect::<Vec<AnyView>>();
    view! {
        <article class="about-page">
            <header class="page-head is-accented accent-6">
                {contours()}
                <h1 tabindex="-1">{t.about_title}</h1>
            </header>
            {sections(t.about)}
            <section>
                <h2>{t.measure.rules_title}</h2>
                <dl class="rules">{rules}</dl>
            </section>
            <section>
                <h2>{t.about_preface}</h2>
                {preface.collect_view()}
            </section>
            <section>
                <h2>{t.about_accessibility}</h2>
                {t.accessibility.iter().map(|(title, paragraphs)| view! {
                    <h3>{*title}</h3>
                    {paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
                }).collect_view()}
            </section>
            <section>
                <h2>{t.about_version}</h2>
                <p>{(t.version)(env!("CARGO_PKG_VERSION"))}</p>
                <ul class="plain-list">
                    <li><a href=Route::Adopted.address()>{t.adopted_title}</a></li>
                    <li><a href="./licences.txt">{t.licences}</a></li>
                    {t.schemas.iter().map(|(file, name)| view! { <li><a href=format!("./schema/{file}.schema.json")>{*name}</a></li> }).collect_view()}
                </ul>
            </section>
        </article>
    }
}

fn sections(all: &'static [(&'static str, &'static [&'static str])]) -> impl IntoView {
    let sections = all.iter().map(|(title, paragraphs)| {
        view! {
            <section>
                <h2>{*title}</h2>
                {paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            </section>
        }
    });
    sections.collect_view()
}
