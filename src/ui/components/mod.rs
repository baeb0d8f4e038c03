//! Pieces of the interface that know nothing of the vision.

mod breadcrumbs;
mod icon;
mod live;
mod neighbours;
mod segments;

pub(crate) use breadcrumbs::breadcrumbs;
pub(crate) use icon::{Icon, brand_mark, contours, icon};
pub(crate) use live::{Words, flag, live, press, words};
pub(crate) use neighbours::{Neighbour, neighbours};
pub(crate) use segments::segments;
