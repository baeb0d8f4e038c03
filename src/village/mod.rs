//! Village profiles: what a place is, how it is on seven points, what is wished, and what is to be
//! done. Goal 8a of the vision promises one to every centre town and village; 8b asks for local
//! councils, who write them here.
//!
//! # How it is kept
//! As records ([`records`]), a long text or a rating each. [`Profile`] is what they say together.
//!
//! # Invariants
//! - Two people who write to the same part of a profile write to the same record
//!   ([`records::part_id`]), so that their texts meet and none is lost.
//! - What a profile says, and every version of it, holds no names of persons; these stand only in
//!   fields of the shape [`crate::document::Shape::Personal`], which files leave out on demand.
//! - Whatever was typed is kept, also where it is no number, date or address; only what can be read
//!   is used as such.

mod arrange;
mod compass;
mod difference;
mod lists;
mod markdown;
mod order;
mod places;
mod profile;
mod prompts;
mod rating;
pub mod records;
mod steps;
mod thread;
mod words;

pub use arrange::{ProfileOrder, arrange};
pub use compass::*;
pub use difference::{Changed, difference};
pub use lists::{Action, Figure, Partner, goal_key};
pub use markdown::markdown;
pub use order::{Way, move_edits, moved};
pub use places::{PLACES, Place, PlaceKind};
pub use profile::{Aim, PASSAGES, POINT_PASSAGES, POINTS, Profile};
pub use prompts::{PROMPTS, Prompts, in_language, prompts};
pub use rating::{Group, Rating, Tally};
pub use records::{Course, Stage};
pub use steps::{Filled, Step, filled, points_described};
pub use thread::{Serves, matrix, threads};
pub use words::{Words, date, number, text_name, words};
