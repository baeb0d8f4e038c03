//! What makes a set of records local-first: ids, causal versions, changes, merge, undo.
//!
//! # How it works
//! A record's fields hold *what still stands* of the changes made to it, and the record knows which
//! changes its copy has *seen*. Merging two copies keeps a value unless the other copy has seen it
//! and it no longer stands there. So a value falls only to somebody who had seen it; two values
//! that did not know of each other stand side by side, as a conflict that a person settles when
//! they like. Clocks decide nothing; they are shown.
//!
//! Records always travel whole, to other tabs, to the journal and into files. That is what makes
//! one version per record exact.
//!
//! # Laws
//! Cited by the tests in `tests/native/laws.rs`.
//! - **L1** commutative: A with B is B with A.
//! - **L2** associative: (A with B) with C is A with (B with C).
//! - **L3** idempotent: A with B with B is A with B; a file taken in twice changes nothing.
//! - **L4** an undone deed, a merge among them, leaves what people saw before it, but for what
//!   somebody has overwritten since.
//! - **L5** devices that hand each other copies in any order come to the same state, and every value
//!   ever entered stands in it, or was overwritten by somebody who had seen it. Whatever was
//!   entered without knowing of each other stands as a conflict, and nothing else does.
//! - **L6** whatever is written as JSON is read back equal.
//! - **L7** a clock that runs ahead changes no outcome.
//!
//! # Why not a library
//! Weighed in 2026-11 by what one use (load, change, merge, save) adds to a wasm optimised for size, in
//! brotli bytes over one that only reads JSON, by how a file reads, and by whether a conflict is
//! known exactly:
//! - *automerge* 0.12: 386 kB, *loro* 1.17: 545 kB. Both know concurrent values exactly and bring
//!   text and list editing that is not needed here; each alone weighs more than the whole first load
//!   may (300 kB), and their files are binary, where councils should be able to read theirs.
//! - *crdts* 7.3: 24 kB. Its map resets what it removes, so a deletion and a change made elsewhere
//!   come out as neither; its files carry a clock for every nested value.
//!
//! What is needed here, a register that holds concurrent values and one version a record, is the
//! few hundred lines of `version`, `record`, `set` and `undo`.

mod deed;
mod id;
mod json;
mod kind;
mod moment;
mod part;
mod record;
mod set;
mod undo;
mod values;
mod version;

pub use crate::value::Value;
pub use deed::Deed;
pub use id::{Device, RecordId, Writer};
pub use json::Malformed;
pub use kind::{Kind, Shape, Step, Unfit, admit};
pub use moment::Moment;
pub use part::part_id;
pub use record::{ALIVE, Change, DifferentKind, Entry, Life, Record};
pub use set::{Author, Document, Edit, seen_by_people};
pub use values::Values;
pub use version::{Dot, Version};
