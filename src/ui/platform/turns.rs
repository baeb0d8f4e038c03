//! Long work in short tasks: between two of them the browser draws and answers the person.

use super::browser;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// A task lasts about so long, in milliseconds.
const LENGTH: f64 = 30.0;

/// Work that is done in turns with the browser's own.
pub(crate) struct Turns {
    begun: f64,
}

impl Turns {
    pub(crate) fn begin() -> Self {
        Self { begun: now() }
    }

    /// Lets the browser have its turn, once this one has lasted long enough; says whether it had it.
    pub(crate) async fn rest(&mut self) -> bool {
        let is_due = now() - self.begun >= LENGTH;
        if is_due {
            self.next().await;
        }
        is_due
    }

    /// Lets the browser have its turn.
    pub(crate) async fn next(&mut self) {
        next_task().await;
        self.begun = now();
    }
}

fn now() -> f64 {
    let performance = browser().and_then(|(window, _)| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// Goes on in a task of its own. A message comes sooner than any timer.
async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // Fails only for a closed port.
        let _ = channel.port2().post_message(&wasm_bindgen::JsValue::UNDEFINED);
    });
    // The promise is never refused.
    let _ = JsFuture::from(promise).await;
    channel.port1().close();
}
