//! What a session holds and shows, without a browser: addresses, screens and search results.

mod birth;
mod compare;
mod desk;
mod events;
mod filter;
mod harvest;
mod incoming;
mod kinds;
mod measures;
mod nature;
mod observations;
mod order;
mod outgoing;
mod route;
#[cfg(test)]
mod samples;
mod screen;
mod searching;
mod several;
mod sheet;
mod table;
mod trash;

pub use birth::birth;
pub use compare::{Change, Difference, Side, compare};
pub use desk::{DeedName, Desk};
pub use events::{Event, by_year, events};
pub use filter::{Filter, Staleness};
pub use harvest::{Harvest, HarvestWords, harvest, harvested_from, is_harvested, workshops_on};
pub use incoming::{Incoming, Source};
pub use kinds::KINDS;
pub use measures::{Measures, OwnSet, Place, Series, SetKey, Verdict};
pub use nature::Nature;
pub use observations::{ListOrder, Listed, Window, window};
pub use order::danish_key;
pub use outgoing::{Outgoing, file_name};
pub use route::{Measuring, Route, Villages, Workshops};
pub use screen::{Screen, neighbours};
pub use searching::{Found, FoundGroup, Group, Searcher};
pub use several::{
    Fingerprint, Found as FoundInFile, LeftOut, MOST_FILES, Outcome, Portion, Several, Together,
    TooMuch, check_amount, ours,
};
pub use sheet::{Table, Understanding, apart, new_set};
pub use table::{Column, GroupKey, Grouping, Order, Row, RowGroup, arrange, rows};
pub use trash::{bring_back, trash};
