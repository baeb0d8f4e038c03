//! Everything that can be proven without a browser. One binary: what is not named here, does not
//! run, and `tidy` fails for a file that is forgotten.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod adopted_document;
mod capacity;
mod contrast;
mod edition;
mod faults;
mod laws;
mod oracle;
mod published;
mod queries;
mod schema;
mod simulated;
mod status;
mod tabs;
mod tidy;
