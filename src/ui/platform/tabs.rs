//! Talking with the other tabs of this device.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel to the other tabs; none where the browser has none.
pub(crate) struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Joins the other tabs, and listens to them for as long as the page lives.
    pub(crate) fn join(heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new("pejlemaerke").ok();
        if let Some(channel) = &channel {
            let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(text) = event.data().as_string() {
                    heard(text);
                }
            });
            channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
            listen.forget();
        }
        Self(channel)
    }

    /// Tells the others.
    pub(crate) fn tell(&self, text: &str) {
        if let Some(channel) = &self.0 {
            // Fails only for a closed channel; this one stays open.
            let _ = channel.post_message(&text.into());
        }
    }
}
