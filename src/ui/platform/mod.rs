//! Everything the app asks of the browser, other than to draw and to keep.

pub(crate) mod address;
#[cfg(feature = "whole")]
pub(crate) mod awake;
#[cfg(feature = "whole")]
pub(crate) mod camera;
pub(crate) mod chance;
pub(crate) mod clipboard;
#[cfg(feature = "whole")]
pub(crate) mod drag;
pub(crate) mod fetch;
pub(crate) mod file;
pub(crate) mod lasting;
#[cfg(feature = "whole")]
pub(crate) mod launch;
pub(crate) mod offline;
pub(crate) mod page;
pub(crate) mod tabs;
#[cfg(feature = "whole")]
pub(crate) mod turns;

use web_sys::{Document, Window, window};

/// The window. It is there wherever this app runs; the app is not meant for workers.
#[expect(clippy::disallowed_methods, reason = "this is the one place for it")]
fn browser() -> Option<(Window, Document)> {
    let window = window()?;
    let document = window.document()?;
    Some((window, document))
}
