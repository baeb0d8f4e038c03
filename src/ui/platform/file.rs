//! Files that a person chose, dropped, or takes away.

use super::browser;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub(crate) use web_sys::File;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, HtmlAnchorElement, HtmlInputElement, TextDecoder, Url,
};

/// The file chosen with an input, which is then ready for the same file again.
pub(crate) fn chosen(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The file dropped on the page.
pub(crate) fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Whether files, rather than text or links, are being dragged.
pub(crate) fn are_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The size in bytes.
pub(crate) fn size(file: &File) -> f64 {
    file.size()
}

/// Reads a file as text: UTF-8, or Windows-1252 where it is not that, as older documents are.
pub(crate) fn read(file: File, done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return done(None) };
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        done(String::from_utf8(bytes).map_or_else(|error| decode_older(error.as_bytes()), Some));
    });
}

/// Hands a JSON text to the person as a file of this name; says whether the browser took it.
pub(crate) fn save(name: &str, text: &str) -> bool {
    save_as(name, text, "application/json")
}

/// Hands a text to the person as a file of this name and type; says whether the browser took it.
pub(crate) fn save_as(name: &str, text: &str, kind: &str) -> bool {
    let save = || {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let (_, document) = browser().ok_or(wasm_bindgen::JsValue::UNDEFINED)?;
        let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser reads it in its own time.
        super::page::after(60_000, move || drop(Url::revoke_object_url(&address)));
        Ok::<_, wasm_bindgen::JsValue>(())
    };
    save().is_ok()
}

fn decode_older(bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label("windows-1252").ok()?.decode_with_u8_array(bytes).ok()
}
