//! A curve with target, baseline and deadline.

use crate::{
    app::Series,
    measure::{
        Found, Indicator, Kind, Quality, Side,
        chart::{Anchor, Line, LineLayout, Point, lay_out},
        show,
    },
    ui::{session::Session, told::css_name},
};
use leptos::prelude::*;

const HEIGHT: f64 = 260.0;

pub(super) fn picture(
    session: Session,
    indicator: &Indicator,
    series: &Series,
    width: f64,
) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let mut points = Vec::new();
    let mut labels = Vec::new();
    for one in &series.observations {
        let (Some(when), Found::Figure(value, of)) = (one.when, one.found) else { continue };
        // Of a coverage the share is drawn.
        let share = of.map(crate::measure::Decimal::to_f64).filter(|of| *of > 0.0);
        let drawn = match share.filter(|_| indicator.kind == Kind::Coverage) {
            Some(of) => value.to_f64() / of * 100.0,
            None => value.to_f64(),
        };
        points.push(Point {
            first_day: when.first_day(),
            last_day: when.last_day(),
            value: drawn,
            is_firm: one.quality == Quality::Measured,
            is_break_before: one.is_break,
        });
        labels.push(value.show(language));
    }
    let target = indicator.target.as_ref();
    let aim = target.filter(|target| matches!(target.side, Side::AtLeast | Side::AtMost));
    let layout = lay_out(&Line {
        points: &points,
        target: aim.map(|target| target.value.to_f64()),
        baseline: target.and_then(|target| target.baseline).map(|(value, _)| value.to_f64()),
        deadline: target.and_then(|target| target.deadline).map(crate::measure::When::last_day),
        is_rank: indicator.kind == Kind::Rank,
        is_share: matches!(indicator.kind, Kind::Share | Kind::Coverage),
        width,
        height: HEIGHT,
        today: crate::ui::platform::chance::today(),
    });
    let plot = &layout.plot;
    let (left, right) = (plot.x, plot.x + plot.width);
    let (top, bottom) = (plot.y, plot.y + plot.height);
    let mut parts: Vec<AnyView> = Vec::new();
    for (y, value) in &layout.y_ticks {
        let y = *y;
        parts.push(path("chart-grid", format!("M{left:.1} {y:.1}H{right:.1}")));
        parts.push(text("chart-tick", left - 6.0, y + 4.0, "end", number(*value, session)));
    }
    for (x, year) in &layout.x_ticks {
        parts.push(path("chart-grid", format!("M{x:.1} {bottom:.1}v5")));
        parts.push(text("chart-tick", *x, bottom + 20.0, "middle", year.to_string()));
    }
    if let Some(y) = layout.baseline_y {
        parts.push(path("chart-baseline", format!("M{left:.1} {y:.1}H{right:.1}")));
    }
    if let Some(x) = layout.deadline_x {
        parts.push(path("chart-deadline", format!("M{x:.1} {top:.1}V{bottom:.1}")));
        let when = target.and_then(|target| target.deadline).map(|when| when.show(language));
        let is_right = x > right - 90.0;
        let (x, anchor) = if is_right { (x - 5.0, "end") } else { (x + 5.0, "start") };
        parts.push(text(
            "chart-word",
            x,
            (top - 6.0).max(11.0),
            anchor,
            (t.chart_deadline)(&when.unwrap_or_default()),
        ));
    }
    if let (Some(y), Some(target)) = (layout.target_y, aim) {
        // The sight line: thin, with the mark that one aims at.
        parts.push(path("chart-target", format!("M{left:.1} {y:.1}H{right:.1}")));
        parts.push(path("chart-target-mark", format!("M{left:.1} {:.1}l5 8h-10z", y - 8.0)));
        let words = format!("{}: {}", t.chart_target, show::target(indicator, target, language));
        parts.push(text(
            "chart-word",
            left + 8.0,
            if y < top + 22.0 { y + 16.0 } else { y - 6.0 },
            "start",
            words,
        ));
    }
    parts.extend(found(&layout, &labels));
    let name = (t.chart)(indicator.name.get(language));
    view! {
        <svg id=format!("chart-{}", css_name(&indicator.id)) class="chart" viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=name>{parts}</svg>
    }
    .into_any()
}

/// What was found: lines between breaks, dots, and the words at some of them.
fn found(layout: &LineLayout, labels: &[String]) -> Vec<AnyView> {
    let bottom = layout.plot.y + layout.plot.height;
    let mut parts = Vec::new();
    for run in &layout.runs {
        let points: Vec<String> = run.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
        parts.push(path("chart-line", format!("M{}", points.join("L"))));
    }
    for x in &layout.breaks {
        let (one, other) = (x - 3.0, x + 3.0);
        parts.push(path(
            "chart-break",
            format!("M{one:.1} {bottom:.1}l4 -14M{other:.1} {bottom:.1}l4 -14"),
        ));
    }
    for dot in &layout.dots {
        let class = if dot.is_firm { "chart-dot" } else { "chart-dot is-open" };
        parts.push(path(
            class,
            format!("M{:.1} {:.1}a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0 -9 0z", dot.x - 4.5, dot.y),
        ));
        if let (Some(label), Some(words)) = (&dot.label, labels.get(dot.index)) {
            let anchor = match label.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            parts.push(text("chart-label", label.x, label.y, anchor, words.clone()));
        }
    }
    parts
}

fn number(value: f64, session: Session) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    crate::measure::Decimal::parse(text)
        .map_or_else(|| text.to_owned(), |one| one.show(session.language()))
}

pub(super) fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class=class d=d/> }.into_any()
}

pub(super) fn text(
    class: &'static str,
    x: f64,
    y: f64,
    anchor: &'static str,
    words: String,
) -> AnyView {
    view! { <text class=class x=format!("{x:.1}") y=format!("{y:.1}") text-anchor=anchor>{words}</text> }.into_any()
}
