//! Forgiving full-text search over everything, in both languages at once.
//!
//! # How a word of the query finds a word of the text
//! Text and query are cut into words, figures and ids, and spelled alike: lower case, `ae`, `oe` and
//! `aa` for `æ`, `ø` and `å`, no accents, `2.000` as `2000`, `85 procent` as `85%`. A word then
//! counts as found in one of the ways that [`Class`] lists, best first. The guesses among them
//! ([`Class::Root`], [`Class::Plain`], [`Class::Typo`]) are only made when the word is found in no
//! better way anywhere. The last word of a query is taken as still being typed. A figure is found
//! as it stands or not at all: `2000` never finds `20000`.
//!
//! # How entries are ranked
//! Every word of the query must be found somewhere in an entry, in any field and either language.
//! If no entry has them all, the entries that have the most words are returned. Stop words count
//! only when there is nothing else, and so does `tema` in `tema 5` when `5` is an id. The score adds
//! up over the words: the way of finding × the weight of the field × how close the words stand × how
//! rare the word is, all in whole numbers, so that every device ranks alike.
//!
//! # Reading order
//! `fold` and `token` spell, `stem` and `near` compare, `class` and `query` read what was typed,
//! `texts`, `lexicon` and `index` store, `trail`, `score` and `rank` rank, `mark` shows.

mod class;
mod fold;
mod index;
mod lexicon;
mod mark;
mod near;
mod query;
mod rank;
mod score;
mod stem;
mod texts;
mod token;
mod trail;

pub use class::Class;
pub use fold::fold;
pub use index::{Builder, Entry, EntryIndex, Field, Index, Weight};
pub use mark::{Span, mark, snippet};
pub use rank::{Hit, Matched};
