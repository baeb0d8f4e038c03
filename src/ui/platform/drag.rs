//! Dragging something of the page from one place to another.

use web_sys::DragEvent;

/// What is dragged carries a text along.
pub(crate) fn carry(event: &DragEvent, text: &str) {
    if let Some(data) = event.data_transfer() {
        // Fails only where nothing may be carried; then nothing arrives.
        let _ = data.set_data("text/plain", text);
    }
}

/// The text that what was dropped carries along.
pub(crate) fn carried(event: &DragEvent) -> Option<String> {
    event.data_transfer()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}
