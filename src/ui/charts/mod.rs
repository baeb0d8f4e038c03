//! Pictures of measurements, drawn from tested geometry (`measure::chart`). Each says nothing that the
//! words and tables beside it do not say, so screen readers get a short name and the table.

#[cfg(feature = "whole")]
pub(crate) mod compass;
mod line;
mod timeline;
mod track;

pub(crate) use timeline::timeline;

use super::{platform::page, session::Session};
use crate::{
    app::Series,
    measure::{Indicator, Kind},
};
use leptos::prelude::*;

/// A picture of a series: a curve of figures, or a track of milestones. Where there is little room it is
/// drawn smaller, so that its words stay readable.
pub(crate) fn picture(
    session: Session,
    indicator: &Indicator,
    series: &Series,
    is_small: bool,
) -> AnyView {
    if series.observations.iter().all(|one| one.when.is_none()) {
        return ().into_any();
    }
    let width = if is_small || page::is_narrow() { 340.0 } else { 640.0 };
    if indicator.kind == Kind::Milestone {
        track::picture(session, indicator, series, width)
    } else {
        line::picture(session, indicator, series, width)
    }
}
