//! Handing a view on by its address.

use super::{
    components::{Icon, icon, press},
    platform::{address, clipboard},
    session::Session,
};
use leptos::prelude::*;

/// Copies a text and says so.
pub(crate) fn copy(session: Session, text: &str) {
    clipboard::copy(text.to_owned(), move |is_copied| {
        let t = &session.text_now().measure;
        session.say(if is_copied { t.copied } else { t.not_copied }.into(), None);
    });
}

/// A button that copies the address of this view.
pub(crate) fn copy_link(session: Session) -> impl IntoView {
    let copy = move || {
        let whole = address::whole();
        clipboard::copy(whole.clone(), move |is_copied| {
            let t = session.text_now();
            session.say(
                if is_copied { t.link_copied.into() } else { (t.link_not_copied)(&whole) },
                None,
            );
        });
    };
    view! { <button class="quiet-link" on:click=press(copy)>{icon(Icon::Link)}{session.text().copy_link}</button> }
}
