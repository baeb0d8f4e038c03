//! The compass of a village's ratings.

use super::line::{path, text};
use crate::{
    measure::chart::Anchor,
    village::{CompassLayout, Round, RoundLayout, lay_out_compass},
};
use leptos::prelude::*;

/// What a round of ratings is about. It decides the look of its outline and of its marks, which are
/// all seen where they stand on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Series {
    /// How it is today: a filled area, and dots.
    Today,
    /// How it is wished to be: a dashed outline, and rings around what they stand on.
    Wished,
    /// How it was at the last revision: a dotted outline, and small squares.
    Before,
    /// Another village: a second outline, and diamonds around what they stand on.
    Other,
}

/// The compass of a village's ratings: today, as wished, and at the last revision; or of two villages.
///
/// `name` is what a screen reader says in place of the picture. A legend and a table stand beside it.
pub(crate) fn compass(
    id: &str,
    name: String,
    labels: &[String; 7],
    mut rounds: Vec<(Series, Round)>,
    width: f64,
) -> AnyView {
    rounds.sort_by_key(|(series, _)| *series);
    let (series, rounds): (Vec<Series>, Vec<Round>) = rounds.into_iter().unzip();
    let layout = lay_out_compass(labels, &rounds, width);
    let mut parts = grid(&layout);
    let drawn = || series.iter().copied().zip(&layout.rounds);
    for (series, round) in drawn() {
        parts.extend(outline(series, round));
    }
    for (series, round) in drawn() {
        if !round.bars.is_empty() {
            parts.push(path(series.bars(), round.bars.concat()));
        }
    }
    for (series, round) in drawn() {
        let marks: Vec<String> =
            round.dots.iter().flatten().map(|(x, y)| series.mark(*x, *y)).collect();
        parts.push(path(series.marks(), marks.concat()));
    }
    // Above all marks, so that the scale is always read.
    for ((x, y), number) in layout.numbers {
        parts.push(text("compass-number", x, y + 4.0, "middle", number.to_string()));
    }
    let size = format!("0 0 {:.0} {:.0}", layout.width, layout.height.ceil());
    view! {
        <svg id=id.to_owned() class="chart compass" viewBox=size role="img" aria-label=name>{parts}</svg>
    }
    .into_any()
}

/// Rings, axes and the names of the points.
fn grid(layout: &CompassLayout) -> Vec<AnyView> {
    let mut parts = Vec::new();
    if let Some(outer) = layout.rings.last() {
        parts.push(path("compass-field", outer.clone()));
    }
    parts.push(path("compass-ring", layout.rings.concat()));
    let (x, y) = layout.centre;
    let axes = layout.axes.map(|(to_x, to_y)| format!("M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}"));
    parts.push(path("compass-axis", axes.concat()));
    for label in &layout.labels {
        if let Some(leader) = &label.leader {
            parts.push(path("compass-leader", leader.clone()));
        }
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        for (y, words) in &label.lines {
            parts.push(text("compass-label", label.x, *y, anchor, words.clone()));
        }
    }
    parts
}

/// The outline, closed where all seven points are rated.
fn outline(series: Series, round: &RoundLayout) -> Option<AnyView> {
    let d = round.outline.clone().unwrap_or_else(|| round.stretches.concat());
    let class = if round.outline.is_some() { series.area() } else { series.line() };
    (!d.is_empty()).then(|| path(class, d))
}

impl Series {
    const fn line(self) -> &'static str {
        match self {
            Self::Today => "compass-today",
            Self::Wished => "compass-wished",
            Self::Before => "compass-before",
            Self::Other => "compass-other",
        }
    }

    /// The class of a closed outline. Only today's area is filled: two fills hide each other.
    const fn area(self) -> &'static str {
        match self {
            Self::Today => "compass-today is-whole",
            Self::Wished | Self::Before | Self::Other => self.line(),
        }
    }

    const fn bars(self) -> &'static str {
        match self {
            Self::Today => "compass-spread is-today",
            Self::Wished => "compass-spread is-wished",
            Self::Before => "compass-spread is-before",
            Self::Other => "compass-spread is-other",
        }
    }

    const fn marks(self) -> &'static str {
        match self {
            Self::Today => "compass-mark is-today",
            Self::Wished => "compass-mark is-wished",
            Self::Before => "compass-mark is-before",
            Self::Other => "compass-mark is-other",
        }
    }

    fn mark(self, x: f64, y: f64) -> String {
        match self {
            Self::Today => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0 5 5 0 1 0 -10 0z", x - 5.0),
            Self::Wished => format!("M{:.1} {y:.1}a8 8 0 1 0 16 0 8 8 0 1 0 -16 0z", x - 8.0),
            Self::Before => format!("M{:.1} {:.1}h5v5h-5z", x - 2.5, y - 2.5),
            Self::Other => format!("M{x:.1} {:.1}l9 9-9 9-9-9z", y - 9.0),
        }
    }
}
