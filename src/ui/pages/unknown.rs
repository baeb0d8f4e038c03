//! A helpful page for an address that leads nowhere.

use crate::{
    app::Route,
    ui::{session::Session, wording::place_name},
};
use leptos::prelude::*;

/// How many guesses are offered.
const GUESSES: usize = 5;

pub(super) fn page(session: Session, address: &str) -> impl IntoView + use<> {
    let t = session.text();
    let words = address.replace(['/', '-', '_', '#'], " ");
    let groups = session.searcher().find(&words);
    let mut guesses = groups.iter().flat_map(|group| &group.found).take(GUESSES).map(|found| {
        let address = found.route(session.edition).address();
        view! { <li><a href=address>{place_name(session, &found.id)}</a></li> }
    });
    let first = guesses.next();
    let guesses = first.into_iter().chain(guesses).collect::<Vec<_>>();
    view! {
        <div class="unknown-page">
            <header class="page-head">
                <h1 tabindex="-1">{t.unknown_title}</h1>
                <p class="lead">{(t.unknown_lead)(address)}</p>
            </header>
            {(!guesses.is_empty()).then(|| view! {
                <h2>{t.unknown_perhaps}</h2>
                <ul class="plain-list">{guesses}</ul>
            })}
            <p class="button-row"><a class="button" href=Route::Overview.address()>{t.unknown_home}</a></p>
        </div>
    }
}
