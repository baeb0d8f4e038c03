//! All kinds of records.

use crate::{document::Kind, note};

/// All kinds of records. A new one is added here and nowhere else.
pub const KINDS: &[&Kind] = &[&note::KIND];
