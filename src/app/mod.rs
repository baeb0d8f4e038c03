//! What a session holds and shows, without a browser: addresses, screens and search results.

mod desk;
mod kinds;
mod nature;
mod route;
mod screen;
mod searching;

pub use desk::{DeedName, Desk};
pub use kinds::KINDS;
pub use nature::Nature;
pub use route::Route;
pub use screen::{Screen, neighbours};
pub use searching::{Found, FoundGroup, Group, Searcher};
