//! Files that the operating system opens with the installed app (W3C, "Web App Launch Handler").

use super::{browser, file::File};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Calls with the files that are opened with the app at a time, where the system can do that.
pub(crate) fn on_files(open: impl Fn(Vec<File>) + Clone + 'static) {
    let take = Closure::<dyn Fn(JsValue)>::new(move |parameters: JsValue| {
        let files = Reflect::get(&parameters, &"files".into()).map(|files| Array::from(&files));
        let open = open.clone();
        spawn_local(async move {
            let mut found = Vec::new();
            for handle in files.into_iter().flatten() {
                // A file that is gone meanwhile is none.
                found.extend(file_of(&handle).await);
            }
            if !found.is_empty() {
                open(found);
            }
        });
    });
    let set = || {
        let (window, _) = browser()?;
        let queue = Reflect::get(&window, &"launchQueue".into()).ok()?;
        let consume: Function =
            Reflect::get(&queue, &"setConsumer".into()).ok()?.dyn_into().ok()?;
        consume.call1(&queue, take.as_ref()).ok()
    };
    if set().is_some() {
        take.forget();
    }
}

async fn file_of(handle: &JsValue) -> Option<File> {
    let get: Function = Reflect::get(handle, &"getFile".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = get.call0(handle).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
