//! Files that a person chose, dropped, or takes away.

use super::browser;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
pub(crate) use web_sys::File;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

/// The file chosen with an input, which is then ready for the same file again.
pub(crate) fn chosen(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The files chosen with an input, which is then ready for the same files again.
#[cfg(feature = "whole")]
pub(crate) fn all_chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    // Emptying the input empties its list.
    let files = input.as_ref().map(|input| listed(input.files().as_ref())).unwrap_or_default();
    if let Some(input) = input {
        input.set_value("");
    }
    files
}

/// The files dropped on the page.
pub(crate) fn dropped(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|data| data.files()).as_ref())
}

fn listed(files: Option<&FileList>) -> Vec<File> {
    files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at))).collect()
}

/// Whether files, rather than text or links, are being dragged.
pub(crate) fn are_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The size in bytes.
#[cfg(feature = "whole")]
pub(crate) fn size(file: &File) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes are whole; what is larger than any memory counts as that large"
    )]
    let size = file.size() as usize;
    size
}

/// The name.
#[cfg(feature = "whole")]
pub(crate) fn name(file: &File) -> String {
    file.name()
}

/// Reads a file's bytes; none where the browser cannot.
#[cfg(feature = "whole")]
pub(crate) fn read(file: File, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    spawn_local(async move { done(bytes(file).await) });
}

/// A file's bytes; none where the browser cannot read them.
#[cfg(feature = "whole")]
pub(crate) async fn bytes(file: File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// A text in which letters and their marks are one sign where there is one for both (NFC, Unicode
/// Standard Annex 15): some systems write an å in two.
#[cfg(feature = "whole")]
pub(crate) fn composed(text: String) -> String {
    // Combining marks, U+0300 to U+036F, begin with these bytes; nearly all files have none.
    if !text.bytes().any(|byte| matches!(byte, 0xcc | 0xcd)) {
        return text;
    }
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Whether the system's share sheet can carry files of a kind: its ending and its type.
#[cfg(feature = "whole")]
pub(crate) fn can_send((end, kind): (&str, &str)) -> bool {
    shared(&format!("x.{end}"), "", kind).is_some_and(|(navigator, data)| {
        let has = js_sys::Reflect::has(&navigator, &"canShare".into());
        has.unwrap_or(false) && navigator.can_share_with_data(&data)
    })
}

/// Hands a text to the system's share sheet as a file; says whether it was taken.
#[cfg(feature = "whole")]
pub(crate) async fn send(name: &str, text: &str, kind: &str) -> bool {
    let Some((navigator, data)) = shared(name, text, kind) else { return false };
    JsFuture::from(navigator.share_with_data(&data)).await.is_ok()
}

#[cfg(feature = "whole")]
fn shared(name: &str, text: &str, kind: &str) -> Option<(web_sys::Navigator, web_sys::ShareData)> {
    let options = web_sys::FilePropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let file = File::new_with_str_sequence_and_options(&parts, name, &options).ok()?;
    let data = web_sys::ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    Some((browser()?.0.navigator(), data))
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
