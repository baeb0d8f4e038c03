//! The fragment of the address, the history's entries, and where each was scrolled to.

use super::{browser, page};
use crate::sorted::Sorted;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ScrollRestoration;

/// How a view was come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Arrival {
    /// By a link or a typed address.
    New,
    /// Back, forward or by reloading, with the height it was scrolled to.
    Again(f64),
}

/// The history's entries. Each carries a number of its own in its state, so that coming back to
/// one is told from opening the same address anew.
#[derive(Clone, Default)]
pub(crate) struct Entries {
    heights: Rc<RefCell<Sorted<u32, f64>>>,
    current: Rc<RefCell<u32>>,
    /// Whether a height waits to be written to the entry's state.
    is_waiting: Rc<Cell<bool>>,
}

/// How long after scrolling the height is written to the entry, in milliseconds. Browsers allow
/// some three writes a second.
const SETTLING: i32 = 400;

impl Entries {
    /// Takes the browser's own scrolling over and calls `arrive` for the first view and whenever
    /// the fragment changes.
    pub(crate) fn follow(&self, arrive: impl Fn(String, Arrival) + 'static) {
        if let Some(history) = browser().and_then(|(window, _)| window.history().ok()) {
            // Where this fails the browser scrolls by itself, a little too early.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let entries = self.clone();
        page::on_window("scroll", move |_| {
            entries.note_height();
            entries.keep_height_soon();
        });
        let arrival = self.arrive();
        arrive(fragment(), arrival);
        let entries = self.clone();
        page::on_window("hashchange", move |_| {
            // The height is still that of the view being left; its scroll event may come too late.
            entries.note_height();
            arrive(fragment(), entries.arrive());
        });
    }

    /// Puts another address on the current entry, without an event.
    pub(crate) fn replace(&self, address: &str) {
        self.write(address, false);
    }

    /// Opens a new entry, without an event.
    pub(crate) fn push(&self, address: &str) {
        self.note_height();
        let next = self.unused();
        *self.current.borrow_mut() = next;
        self.write(address, true);
    }

    fn arrive(&self) -> Arrival {
        if let Some((number, height)) = state() {
            *self.current.borrow_mut() = number;
            let height = self.heights.borrow().get(&number).copied().unwrap_or(height);
            return Arrival::Again(height);
        }
        let next = self.unused();
        *self.current.borrow_mut() = next;
        self.replace(&fragment());
        Arrival::New
    }

    /// A number higher than any this page has seen; clock-based, so that a reload does not begin
    /// with numbers that older entries already carry.
    fn unused(&self) -> u32 {
        let seconds = js_sys::Date::now() / 100.0;
        // Wraps after years of one open page; two entries alike would only scroll alike.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "wrapped to 32 bits on purpose"
        )]
        let number = (seconds % f64::from(u32::MAX)) as u32;
        let highest = self.heights.borrow().keys().next_back().copied().unwrap_or(0);
        number.max(highest + 1).max(*self.current.borrow() + 1)
    }

    fn note_height(&self) {
        self.heights.borrow_mut().insert(*self.current.borrow(), page::scrolled());
    }

    /// Writes the height to the entry itself, where it outlives a reload.
    fn keep_height_soon(&self) {
        if self.is_waiting.replace(true) {
            return;
        }
        let entries = self.clone();
        page::after(SETTLING, move || {
            entries.is_waiting.set(false);
            // Between a link and the arrival at its view the entry is not this one any more.
            if state().is_some_and(|(number, _)| number == *entries.current.borrow()) {
                entries.replace(&fragment());
            }
        });
    }

    fn write(&self, address: &str, is_new: bool) {
        let Some(history) = browser().and_then(|(window, _)| window.history().ok()) else { return };
        let number = *self.current.borrow();
        let height = self.heights.borrow().get(&number).copied().unwrap_or(0.0);
        let state = js_sys::Array::of2(&number.into(), &height.into());
        let address = if address.is_empty() { "#/" } else { address };
        let written = if is_new {
            history.push_state_with_url(&state, "", Some(address))
        } else {
            history.replace_state_with_url(&state, "", Some(address))
        };
        // Browsers limit how often this may be done; a missed entry only costs a "back".
        drop(written);
    }
}

/// Goes one entry back.
pub(crate) fn back() {
    if let Some(history) = browser().and_then(|(window, _)| window.history().ok()) {
        // Fails only where navigation is forbidden.
        let _ = history.back();
    }
}

/// The whole address, for sharing.
pub(crate) fn whole() -> String {
    browser().and_then(|(window, _)| window.location().href().ok()).unwrap_or_default()
}

fn fragment() -> String {
    browser().and_then(|(window, _)| window.location().hash().ok()).unwrap_or_default()
}

fn state() -> Option<(u32, f64)> {
    let state: JsValue = browser()?.0.history().ok()?.state().ok()?;
    let state: js_sys::Array = state.dyn_into().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "written from a u32"
    )]
    let number = state.get(0).as_f64()? as u32;
    Some((number, state.get(1).as_f64()?))
}
