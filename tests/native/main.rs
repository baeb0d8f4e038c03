//! Everything that can be proven without a browser. One binary: what is not named here, does not
//! run, and `tidy` fails for a file that is forgotten.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod adopted_document;
mod bad_input;
mod bad_records;
mod bad_villages;
mod bad_workshops;
mod capacity;
mod code_entrances;
mod contrast;
mod edition;
mod entrances;
mod faults;
mod frozen;
mod frozen_workshops;
mod fuzz;
mod hall;
mod laws;
mod oracle;
mod published;
mod queries;
mod schema;
mod simulated;
mod status;
mod tabs;
mod tidy;
mod workshops;
