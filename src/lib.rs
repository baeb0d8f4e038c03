//! Pejlemærke opens Randers Kommune's *Vision 2021* to everybody.
//!
//! # Where to start
//! 1. [`vision`]: the embedded edition, its items and how they refer to each other.
//! 2. [`search`]: finds items by forgiving words, in Danish and English.
//! 3. [`document`]: records, changes, merging and undoing; [`note`] is the first kind of record.
//! 4. [`measure`]: what can be measured for each promise, what was found, and what that says.
//! 5. [`village`]: village profiles: seven points, ratings, an action plan.
//! 6. [`workshop`]: workshops: stages, ballots, notes, and what tables come to together.
//! 7. [`app`]: addresses, what each screen shows as data, and the desk that holds a session's work.
//! 8. [`store`]: the only place that keeps anything on the device: shelf, journal, snapshots.
//! 9. [`exchange`]: files: the one entrance, the one envelope, previews, tables, codes.
//! 10. `ui` (wasm32 only): draws what `app` says and performs what it asks for.
//!
//! [`value`] and [`sorted`] serve all of them: JSON without floating-point numbers, and small maps.
//!
//! # Directions
//! `vision`, `search`, `document`, `measure`, `village`, `workshop`, `exchange`, `note` and `app` are pure: no browser, no clock, no randomness. They are built and
//! tested natively, where `ui` and the browser half of `store` do not exist at all. Only `store`
//! touches localStorage and IndexedDB; only `ui::platform` touches other browser interfaces; `ui::components`
//! know no domain types and pages never use other pages. `tests/native/tidy.rs` keeps all this.
//!
//! # Two parts
//! A first visit loads the app without its feature `whole`: reading, search, statuses and charts. The whole
//! app is fetched after the first view; `public/start.js` says when it is started instead.
//!
//! # Invariants
//! - Every item id of the edition is unique, and every reference, note, target and actor of the
//!   edition names ids that exist ([`vision::validate`]).
//! - Every [`app::Route`] survives being written to an address and read back.
//! - Merging is commutative, associative and idempotent, and loses nothing that was not overwritten by
//!   somebody who had seen it (laws L1–L7 of [`document`]).
//! - What a preview says is what taking the file in does ([`exchange::Plan`]); one undo takes it back.
//! - Every file that version 1 of a format wrote is read and written again with the same bytes
//!   (`tests/native/frozen.rs`).
//! - What was called saved survives a kill of the browser at any moment ([`store`]).
//! - What cannot be read from the device is left as it is and never overwritten by loading.

#![cfg_attr(
    all(target_arch = "wasm32", not(feature = "whole")),
    expect(dead_code, unused_imports, reason = "the first part of the app uses only some of it")
)]

pub mod app;
pub mod document;
pub mod exchange;
pub mod measure;
pub mod note;
pub mod search;
pub mod sorted;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod value;
pub mod village;
pub mod vision;
pub mod workshop;
