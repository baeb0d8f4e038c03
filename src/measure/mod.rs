//! Measurements: what can be measured for each promise, what was found, and what that says.
//!
//! Where to start: [`Indicator`] and [`derive`], [`Observation`], then [`judge`], whose module docs
//! hold the rules of the status.

pub mod chart;
mod decimal;
pub mod entry;
mod indicator;
mod observation;
pub mod paste;
pub mod published;
pub mod records;
pub mod show;
mod status;
mod when;

pub use decimal::{Decimal, NotANumber};
pub use indicator::{Indicator, Kind, Side, Target, Unit, derive};
pub use observation::{Found, Observation, Quality, State};
pub use status::{Judgement, Reason, Status, judge, reaches, together};
pub use when::When;
