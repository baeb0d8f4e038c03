//! Whether the browser will keep what is on the device, and one tab at a time.

use super::browser;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Asks the browser never to clear this app's storage by itself; says whether it agrees. None where
/// browsers have no say in it.
pub(crate) async fn ask() -> Option<bool> {
    let promise = browser()?.0.navigator().storage().persist().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether the browser has agreed already.
pub(crate) async fn is_granted() -> Option<bool> {
    let promise = browser()?.0.navigator().storage().persisted().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Does something while no other tab does it; at once where tabs cannot be told apart.
pub(crate) async fn alone<F: Future<Output = ()> + 'static>(name: &str, action: F) {
    let Some(locks) = locks() else { return action.await };
    let mut action = Some(action);
    let run = Closure::<dyn FnMut() -> JsValue>::new(move || {
        action.take().map_or(JsValue::UNDEFINED, |action| {
            let done = async move {
                action.await;
                Ok(JsValue::UNDEFINED)
            };
            future_to_promise(done).into()
        })
    });
    let request = || {
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        request.call2(&locks, &name.into(), run.as_ref())?.dyn_into::<Promise>()
    };
    if let Ok(promise) = request() {
        // Fails where the page is going away; then there is nothing left to do.
        let _ = JsFuture::from(promise).await;
    }
}

/// The browser's locks; none on insecure addresses.
fn locks() -> Option<JsValue> {
    let navigator = browser()?.0.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}
