//! All years at a glance: a dot for everything that has a date.

use super::line::{path, text};
use crate::{
    app::Event,
    measure::chart::lay_out_timeline,
    ui::{platform::page, session::Session},
};
use leptos::prelude::*;

const LANE: f64 = 9.0;

pub(crate) fn timeline(session: Session, events: &[Event]) -> AnyView {
    // Events stand newest first; the picture runs to the right.
    let days: Vec<i32> = events.iter().rev().map(|event| event.when.last_day()).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return ().into_any() };
    let width = if page::is_narrow() { 360.0 } else { 960.0 };
    let layout = lay_out_timeline(&days, *first, *last, width, LANE);
    #[expect(clippy::cast_precision_loss, reason = "lanes are few")]
    let height = layout.lane_count as f64 * LANE + 34.0;
    let line = height - 26.0;
    let mut parts = vec![path("chart-line", format!("M0 {line:.1}H{width}"))];
    for (x, year) in &layout.year_ticks {
        parts.push(path("chart-grid", format!("M{x:.1} {line:.1}v6")));
        parts.push(text("chart-tick", *x, height - 5.0, "middle", year.to_string()));
    }
    let mut dots = Vec::new();
    for (x, lane) in layout.xs.iter().zip(&layout.lanes) {
        #[expect(clippy::cast_precision_loss, reason = "lanes are few")]
        let y = line - 7.0 - *lane as f64 * LANE;
        dots.push(format!("M{:.1} {y:.1}a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0 -7 0z", x - 3.5));
    }
    parts.push(path("chart-dot", dots.concat()));
    let name = (session.text().measure.chart)(session.text().measure.view_timeline);
    view! {
        <svg class="chart is-timeline" viewBox=format!("0 0 {width} {height:.0}") role="img" aria-label=name>{parts}</svg>
    }
    .into_any()
}
