//! Workshops: people in a hall vote, write notes and agree on what is to be done, at one tablet or at
//! several, and the result leaves the room as a file.
//!
//! # How it is kept
//! As records ([`records`]): a ballot, a note or a show of hands each. [`Workshop`] is what they say
//! together. Each tablet is a table with its own place on the agenda and its own clock; tables are
//! combined by merging their records, as everything is.
//!
//! # Invariants
//! - A result depends only on what was cast, not on the order or the files in which it came, nor on how
//!   often: combining obeys the laws of [`crate::document`].
//! - Nobody's votes exceed the votes they have. A ballot or show of hands that does is told of and not
//!   counted ([`Outcome`]).
//! - What a vote came to is shown only once a table has left the voting ([`Workshop::is_revealed`]).
//! - Grouping changes no vote: what a group has is the sum over what is in it, and is apart again when
//!   the group is.

mod ballot;
mod grouping;
mod kept;
mod method;
mod outcome;
mod picture;
pub mod records;
mod stage;
pub mod subjects;
mod template;
mod timer;
mod votes;

pub use ballot::{Ballot, Counts, MOST_ANSWERED};
pub use grouping::{Grouped, grouped, together};
pub use kept::{
    Activity, Agreement, Note, NoteGroup, Table, Workshop, agreements, grouping, groups, notes,
    table_of, tables,
};
pub use method::{Method, NoteSort, Way};
pub use outcome::{Cast, Outcome, Score, Share, outcome};
pub use picture::{Bar, Colours, picture, table};
pub use stage::Stage;
pub use template::{Planned, Template};
pub use timer::{Timer, Urgency, show as show_time};
pub use votes::{cast_of, casts, has_subjects, has_votes, outcome_of, subjects_of, votes_in};
