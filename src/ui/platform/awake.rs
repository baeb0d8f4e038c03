//! The screen in a hall: kept awake, filled by the page, and a second window for it.

use super::browser;
use js_sys::{Function, Promise, Reflect};
use leptos::{
    ev,
    prelude::{StoredValue, UpdateValue, on_cleanup, window_event_listener_untyped},
    task::spawn_local,
};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A screen that was asked to stay awake, until it is let go.
type Lock = StoredValue<Option<JsValue>, leptos::prelude::LocalStorage>;

/// Keeps the screen awake for as long as the present view stands. Browsers let go of it whenever the page
/// is hidden, so it is asked for again when it is shown. Where browsers know nothing of it, the device's
/// own settings decide.
pub(crate) fn keep_awake() {
    let lock: Lock = StoredValue::new_local(None);
    ask(lock);
    let handle = window_event_listener_untyped("visibilitychange", move |_| ask(lock));
    on_cleanup(move || {
        handle.remove();
        if let Some(held) = lock.try_update_value(Option::take).flatten() {
            release(&held);
        }
    });
}

fn ask(lock: Lock) {
    let Some((window, document)) = browser() else { return };
    if document.hidden() {
        return;
    }
    let request = || {
        let wake = Reflect::get(&window.navigator(), &"wakeLock".into()).ok()?;
        let request: Function = Reflect::get(&wake, &"request".into()).ok()?.dyn_into().ok()?;
        request.call1(&wake, &"screen".into()).ok()?.dyn_into::<Promise>().ok()
    };
    if let Some(promise) = request() {
        spawn_local(async move {
            // Refused where the battery is low; then the screen sleeps as it always does.
            let Ok(held) = JsFuture::from(promise).await else { return };
            if lock.try_update_value(|lock| *lock = Some(held.clone())).is_none() {
                // The view was left meanwhile.
                release(&held);
            }
        });
    }
}

fn release(held: &JsValue) {
    let release = Reflect::get(held, &"release".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(release) = release {
        // The browser may have let go of it by itself.
        let _ = release.call0(held);
    }
}

/// Whether the page can fill the screen; phones often cannot do it.
pub(crate) fn can_fill_screen() -> bool {
    browser().is_some_and(|(_, document)| document.fullscreen_enabled())
}

/// Has the page fill the screen, or no longer.
pub(crate) fn fill_screen() {
    let Some((_, document)) = browser() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused where no person has asked for it, which here is never.
        let _ = root.request_fullscreen();
    }
}

/// Leaves the filled screen, if it is filled.
pub(crate) fn unfill_screen() {
    if let Some((_, document)) = browser()
        && document.fullscreen_element().is_some()
    {
        document.exit_fullscreen();
    }
}

/// Calls about four times a second for as long as the present view stands, and at once when the page is
/// shown again or the device wakes.
pub(crate) fn on_tick(action: impl Fn() + Clone + 'static) {
    let tick = action.clone();
    let timer = leptos::prelude::set_interval_with_handle(tick, Duration::from_millis(250));
    let shown = window_event_listener_untyped("visibilitychange", {
        let action = action.clone();
        move |_| action()
    });
    let focused = leptos::prelude::window_event_listener(ev::focus, move |_| action());
    on_cleanup(move || {
        // Fails only where there is no window.
        if let Ok(timer) = timer {
            timer.clear();
        }
        shown.remove();
        focused.remove();
    });
}
