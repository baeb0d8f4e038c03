//! Copying.

use super::browser;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies a text and tells afterwards whether that worked. Pages that are not on a secure address
/// may not copy.
pub(crate) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let Some((window, _)) = browser().filter(|(window, _)| window.is_secure_context()) else {
        return done(false);
    };
    spawn_local(async move {
        let written = JsFuture::from(window.navigator().clipboard().write_text(&text)).await;
        done(written.is_ok());
    });
}

/// The text that is being pasted.
pub(crate) fn pasted(event: &web_sys::Event) -> Option<String> {
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    event.clipboard_data()?.get_data("text/plain").ok()
}
