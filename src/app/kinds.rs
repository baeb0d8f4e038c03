//! All kinds of records.

use crate::{document::Kind, measure::records, note};

/// All kinds of records. A new one is added here and nowhere else.
pub const KINDS: &[&Kind] = &[
    &note::KIND,
    &records::SET,
    &records::OBSERVATION,
    &records::INDICATOR_KIND,
    &records::TARGET,
    &records::VERDICT,
];
