//! The council's own document: opening it, what was found in it, removing it.

use crate::{
    app::Route,
    ui::{
        components::{Icon, contours, flag, icon, live, press},
        platform::file,
        session::{Counts, Session},
        wording::place_name,
    },
    vision::adopted::Adopted,
};
use leptos::prelude::*;

pub(super) fn page(session: Session) -> impl IntoView {
    let t = session.text();
    let found = session.adopted.get().map(|adopted| found_view(session, &adopted));
    let is_open = found.is_some();
    view! {
        <div class="adopted-page">
            <header class="page-head is-accented accent-6">
                {contours()}
                <h1 tabindex="-1">{t.adopted_title}</h1>
                <p class="lead">{t.adopted_lead}</p>
            </header>
            {live(move || refusal_view(session).into_any())}
            {found}
            {(!is_open).then(|| opening(session))}
        </div>
    }
}

fn refusal_view(session: Session) -> Option<impl IntoView> {
    let t = session.text();
    session.refusal.get().map(|sentence| {
        view! { <div class="note is-refusal">{icon(Icon::Note)}<p><b>{t.adopted_open_failed}". "</b>{sentence}</p></div> }
    })
}

fn opening(session: Session) -> impl IntoView {
    let t = session.text();
    let pasted = session.pasted;
    let choose = move |event| {
        if let Some(document) = file::chosen(&event) {
            super::open_file(session, document);
        }
    };
    view! {
        <section class="opening">
            <p>{t.adopted_how}</p>
            <label class="drop-zone">
                {icon(Icon::Document)}
                <span class="button">{t.adopted_choose}</span>
                <input class="visually-hidden" type="file" on:change=choose/>
                <small>{t.adopted_drop}</small>
            </label>
            <form
                on:submit=move |event| {
                    event.prevent_default();
                    session.open_adopted(&pasted.get_untracked());
                }
            >
                <label for="pasted">{t.adopted_paste}</label>
                <textarea
                    id="pasted"
                    rows="6"
                    lang="da"
                    prop:value=pasted
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <button class="button is-quiet">{t.adopted_paste_open}</button>
            </form>
            <button
                class="button is-quiet"
                hidden=flag(move || !session.is_adopted_kept.get())
                on:click=press(move || session.remove_adopted())
            >
                {t.adopted_remove}
            </button>
        </section>
    }
}

fn found_view(session: Session, adopted: &Adopted) -> impl IntoView + use<> {
    let t = session.text();
    let counts = Counts::of(adopted, session.edition);
    let kept =
        move || if session.is_adopted_kept.get() { t.adopted_kept } else { t.adopted_not_kept };
    let unplaced = adopted.unplaced.iter().map(|piece| {
        let place = piece.section.as_deref().map(|section| place_name(session, section));
        view! {
            <li>
                <small>{(t.adopted_line)(piece.line)}{place.map(|place| format!(" · {place}"))}</small>
                <p lang="da">{piece.text.clone()}</p>
            </li>
        }
    });
    let unplaced = unplaced.collect::<Vec<_>>();
    let missing = adopted.missing.iter().map(|id| {
        let address = Route::to_id(id, session.edition).map(|route| route.address());
        view! { <li><a href=address>{place_name(session, id)}</a></li> }
    });
    let missing = missing.collect::<Vec<_>>();
    view! {
        <section class="adopted-result">
            <h2 id="adopted-result" tabindex="-1">{(t.adopted_loaded)(counts.sections.0, counts.sections.1, counts.goals.0, counts.goals.1)}</h2>
            <p>{(t.adopted_blocks)(counts.paragraphs.0, counts.paragraphs.1)}" "{kept}</p>
            <p class="button-row">
                <a class="button" href=Route::Overview.address()>{t.adopted_read}</a>
                <button class="button is-quiet" on:click=press(move || session.remove_adopted())>{t.adopted_remove}</button>
            </p>
            {(!unplaced.is_empty()).then(|| view! {
                <details>
                    <summary>{(t.adopted_unplaced)(unplaced.len())}</summary>
                    <p>{t.adopted_unplaced_lead}</p>
                    <ul class="plain-list unplaced">{unplaced}</ul>
                </details>
            })}
            {(!missing.is_empty()).then(|| view! {
                <details>
                    <summary>{(t.adopted_missing)(missing.len())}</summary>
                    <ul class="plain-list">{missing}</ul>
                </details>
            })}
        </section>
    }
}
