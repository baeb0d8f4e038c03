//! What the part of the app that a first visit begins with does not have: the rest of the app is
//! fetched for it.

use crate::{
    app::Route,
    ui::{
        components::press,
        platform::{file, page},
        session::Session,
    },
};
use leptos::prelude::*;

/// Fetches the rest of the app, which then shows the view at this address; says so where that failed.
pub(super) fn page(session: Session) -> AnyView {
    let t = session.text();
    let has_failed = page::root("data-whole").as_deref() == Some("failed");
    if !has_failed {
        page::after_drawing(page::reload);
    }
    let sentence = if has_failed { t.rest_failed } else { t.rest_coming };
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{t.app}</h1>
            <p class="lead">{sentence}</p>
        </header>
        {has_failed.then(|| view! { <button class="button" on:click=press(page::reload)>{t.measure.try_again}</button> })}
    }
    .into_any()
}

/// Leads to where files are taken in: this part of the app cannot read them.
pub(in crate::ui) fn open_file(session: Session, _file: file::File) {
    session.go_to(&Route::Files);
}

/// Leads to where a backup is saved.
pub(in crate::ui) fn save_backup(session: Session) {
    session.go_to(&Route::Files);
}
