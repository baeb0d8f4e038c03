//! A track of milestones: what was the state when.

use super::line::{path, text};
use crate::{
    app::Series,
    measure::{Found, Indicator, State, When, chart::lay_out_track},
    ui::{session::Session, told::css_name},
};
use leptos::prelude::*;

const HEIGHT: f64 = 96.0;
const LINE: f64 = 44.0;

pub(super) fn picture(
    session: Session,
    indicator: &Indicator,
    series: &Series,
    width: f64,
) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let mut days = Vec::new();
    let mut states = Vec::new();
    for one in &series.observations {
        if let (Some(when), Found::State(state)) = (one.when, one.found) {
            days.push((when.first_day(), when.last_day()));
            states.push(state);
        }
    }
    let deadline = indicator.target.as_ref().and_then(|target| target.deadline);
    let layout = lay_out_track(&days, deadline.map(When::last_day), width);
    let mut parts = vec![path("chart-line", format!("M0 {LINE}H{width}"))];
    for (x, year) in &layout.year_ticks {
        parts.push(path("chart-grid", format!("M{x:.1} {LINE}v8")));
        parts.push(text("chart-tick", *x, LINE + 26.0, "middle", year.to_string()));
    }
    if let (Some(x), Some(when)) = (layout.deadline_x, deadline) {
        parts.push(path("chart-deadline", format!("M{x:.1} 6V{LINE}")));
        let (x, anchor) = if x > width - 110.0 { (x - 5.0, "end") } else { (x + 5.0, "start") };
        parts.push(text("chart-word", x, 16.0, anchor, (t.chart_deadline)(&when.show(language))));
    }
    for (x, state) in layout.xs.iter().zip(states) {
        parts.push(path("chart-dot", sign(state, *x)));
    }
    let name = (t.chart)(indicator.name.get(language));
    view! {
        <svg id=format!("chart-{}", css_name(&indicator.id)) class="chart is-track" viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=name>{parts}</svg>
    }
    .into_any()
}

/// Each state has a shape of its own.
fn sign(state: State, x: f64) -> String {
    let y = LINE;
    match state {
        State::NotBegun => format!("M{:.1} {y}h8", x - 4.0),
        State::Planned => format!("M{x:.1} {:.1}l6 6-6 6-6-6z", y - 6.0),
        State::Decided => format!("M{:.1} {:.1}h10v10h-10z", x - 5.0, y - 5.0),
        State::UnderWay => format!("M{:.1} {:.1}l10 6-10 6z", x - 5.0, y - 6.0),
        State::Done => format!("M{:.1} {y}a7 7 0 1 0 14 0 7 7 0 1 0 -14 0z", x - 7.0),
        State::Dropped => format!("M{0:.1} {1:.1}l10 10m0 -10l-10 10", x - 5.0, y - 5.0),
    }
}
