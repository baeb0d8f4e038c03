//! What a session holds and shows, without a browser: addresses, screens and search results.

mod desk;
mod kinds;
mod measures;
mod nature;
mod order;
mod route;
mod screen;
mod searching;

pub use desk::{DeedName, Desk};
pub use kinds::KINDS;
pub use measures::{Measures, OwnSet, Place, Series, SetKey, Verdict};
pub use order::danish_key;
pub use nature::Nature;
pub use route::{Measuring, Route};
pub use screen::{Screen, neighbours};
pub use searching::{Found, FoundGroup, Group, Searcher};
