//! Notes: what a person writes to an item of the vision.

use crate::document::{Document, Kind, Record, Shape};

pub use crate::workshop::records::FROM_WORKSHOP;

/// Notes as records.
pub const KIND: Kind = Kind {
    name: "note",
    fields: &[
        (ITEM, Shape::Line(40)),
        (TEXT, Shape::Prose(20_000)),
        (BY, Shape::Personal(120)),
        (FROM_WORKSHOP, Shape::Line(36)),
    ],
    steps: &[],
};

/// The field with the id of the item that the note is about.
pub const ITEM: &str = "item";
/// The field with the note itself.
pub const TEXT: &str = "text";
/// The field with the name of whoever wrote it, if they want it there.
pub const BY: &str = "by";

/// The notes on an item, oldest first.
pub fn notes_on<'a>(document: &'a Document, item: &str) -> impl Iterator<Item = &'a Record> {
    document.of_kind(&KIND).filter(move |note| note.text(ITEM) == item)
}
