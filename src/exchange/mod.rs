//! Files: everything that is handed on and comes back.
//!
//! A file comes in through [`enter`], which looks at its bytes and says what it is. Files of this app
//! are read by [`Reading`], step by step; what taking them in would change is a [`Plan`], and the plan
//! is what is then done. Formats are frozen: what version 1 wrote is read by every later version
//! (`tests/fixtures/files`), and a file that says it needs a newer reader is refused.

pub mod csv;
mod entrance;
mod envelope;
mod plan;
pub mod qr;
mod reading;
mod refused;
#[cfg(feature = "schema")]
pub mod schema;
pub mod series;

pub use entrance::{Entered, enter};
pub use envelope::{Contents, END, Format, begin, names, put, write, write_without_names};
pub use plan::{Difference, Effect, Item, Newer, Plan, Settled, is_taken_back, put_back};
pub use reading::{Reading, read};
pub use refused::{LARGEST, Refused};
