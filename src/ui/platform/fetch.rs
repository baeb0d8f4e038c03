//! Files of the app that are read when they are first needed.

use super::browser;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of a file beside the app; none where it cannot be had now.
pub(crate) async fn text(name: &str) -> Option<String> {
    let (window, _) = browser()?;
    let response = JsFuture::from(window.fetch_with_str(name)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
