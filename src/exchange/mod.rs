//! Files: everything that is handed on and comes back.

mod envelope;

pub use envelope::{Contents, LARGEST, Refused, read, write};
