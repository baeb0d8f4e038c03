//! Reading files that a person chose or dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub(crate) use web_sys::File;
use web_sys::{DragEvent, Event, HtmlInputElement, TextDecoder};

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

fn decode_older(bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label("windows-1252").ok()?.decode_with_u8_array(bytes).ok()
}
