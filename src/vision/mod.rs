//! The vision as data: the embedded plain-language edition, the references between its items,
//! and the reader of the council's own document.

pub mod adopted;
mod edition;
mod item;
mod language;
mod read;
mod related;
mod validate;

pub use edition::{
    Actor, Area, Block, BlockItem, Direction, Edition, Goal, GoalKind, LoadError, Measure, Note,
    NoteKind, OpenTarget, Part, Reference, ReferenceKind, Section, Target,
};
pub use item::{Item, Place};
pub use language::{Bilingual, Language};
pub use related::Related;
pub use validate::{Problem, validate};
