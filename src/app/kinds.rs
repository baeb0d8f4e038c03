//! All kinds of records.

use crate::{
    document::Kind, measure::records, note, village::records as village,
    workshop::records as workshop,
};

/// All kinds of records. A new one is added here and nowhere else.
pub const KINDS: &[&Kind] = &[
    &note::KIND,
    &records::SET,
    &records::OBSERVATION,
    &records::INDICATOR_KIND,
    &records::TARGET,
    &records::VERDICT,
    &village::PROFILE,
    &village::PROCESS,
    &village::PASSAGE,
    &village::RATING,
    &village::FIGURE,
    &village::ACTION,
    &village::THREAD,
    &village::PARTNER,
    &village::COMMENT,
    &village::VERSION,
    &workshop::WORKSHOP,
    &workshop::ACTIVITY,
    &workshop::SUBJECT,
    &workshop::TABLE,
    &workshop::SEAT,
    &workshop::ROUND,
    &workshop::HANDS,
    &workshop::BALLOT,
    &workshop::NOTE,
    &workshop::GROUP,
    &workshop::AGREEMENT,
];
