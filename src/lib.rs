//! Pejlemærke opens Randers Kommune's *Vision 2021* to everybody.
//!
//! # Where to start
//! 1. [`vision`]: the embedded edition, its items and how they refer to each other.
//! 2. [`search`]: finds items by forgiving words, in Danish and English.
//! 3. [`app`]: addresses and what each screen shows, as data.
//! 4. `ui` (wasm32 only): draws what `app` says and performs what it asks for.
//! 5. [`store`]: the only place that keeps anything on the device.
//!
//! # Directions
//! `vision`, `search` and `app` are pure: no browser, no clock, no randomness. They are built and
//! tested natively, where `ui` and the browser half of `store` do not exist at all. Only `store`
//! touches localStorage; only `ui::platform` touches other browser interfaces; `ui::components`
//! know no domain types and pages never use other pages. `tests/native/tidy.rs` keeps all this.
//!
//! # Invariants
//! - Every item id of the edition is unique, and every reference, note, target and actor of the
//!   edition names ids that exist ([`vision::validate`]).
//! - Every [`app::Route`] survives being written to an address and read back.
//! - What cannot be read from the device is left as it is and never overwritten by loading.

pub mod app;
pub mod document;
pub mod exchange;
pub mod note;
pub mod search;
pub mod sorted;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod value;
pub mod vision;
