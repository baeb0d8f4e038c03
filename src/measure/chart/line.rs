//! The line of what was measured, with its target, baseline and deadline.

use super::scale::{Scale, apart, day_range, how_many, tame, ticks};

/// The size of a direct label, in px.
const LABEL_WIDTH: f64 = 34.0;
const LABEL_HEIGHT: f64 = 16.0;
/// From the upper edge of a label to the line its text stands on.
const LABEL_RISE: f64 = 12.0;
/// Between the middle of a dot and its label, and how much of that the dot fills.
const LABEL_GAP: f64 = 6.0;
const DOT: f64 = 4.0;
/// With more points than this, dots would hide the line.
const MOST_DOTS: usize = 60;

/// What was measured at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first day it can be of.
    pub first_day: i32,
    /// The last day it can be of.
    pub last_day: i32,
    /// The value.
    pub value: f64,
    /// False for what is estimated, provisional or a forecast; its dot is drawn hollow.
    pub is_firm: bool,
    /// It cannot be compared with the point before: no line leads to it.
    pub is_break_before: bool,
}

/// What a line chart shows, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<'a> {
    /// The points in order of time.
    pub points: &'a [Point],
    /// The value aimed at.
    pub target: Option<f64>,
    /// The value at the start.
    pub baseline: Option<f64>,
    /// The day by which the target is to be reached.
    pub deadline: Option<i32>,
    /// The values are places in a ranking: the axis runs downwards, with 1 on top.
    pub is_rank: bool,
    /// The values are shares: the axis stays within 0 and 100.
    pub is_share: bool,
    /// The width of the `viewBox`.
    pub width: f64,
    /// The height of the `viewBox`.
    pub height: f64,
    /// Today, around which the axis runs when there is nothing else to run around.
    pub today: i32,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Which part of a label stands at its x: the `text-anchor` of SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// The x of the part that `anchor` says.
    pub x: f64,
    /// The y of the line its text stands on.
    pub y: f64,
    /// Which part of it stands at `x`.
    pub anchor: Anchor,
}

/// The dot of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The x of its middle.
    pub x: f64,
    /// The y of its middle.
    pub y: f64,
    /// Which of the points it is.
    pub index: usize,
    /// Whether it is drawn filled.
    pub is_firm: bool,
    /// Where its value is written, if there is room for it.
    pub label: Option<LabelPlace>,
}

/// Where everything in a line chart stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LineLayout {
    /// The area of the lines, without the room for the names of the axes.
    pub plot: Rect,
    /// The y of each tick, and its value. None without any value.
    pub y_ticks: Vec<(f64, f64)>,
    /// The x of the first of January, and the year.
    pub x_ticks: Vec<(f64, i32)>,
    /// The lines between breaks. One of a single point is seen only if its ends are drawn round.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// The dots in order of time: all, or of many points the first, the last and the extremes.
    pub dots: Vec<Dot>,
    /// The y of the target.
    pub target_y: Option<f64>,
    /// The y of the baseline.
    pub baseline_y: Option<f64>,
    /// The x of the deadline.
    pub deadline_x: Option<f64>,
    /// The x of each break, between the two points it separates.
    pub breaks: Vec<f64>,
}

/// Lays out a line chart.
#[must_use]
pub fn lay_out(line: &Line<'_>) -> LineLayout {
    let (width, height) = (tame(line.width).max(0.0), tame(line.height).max(0.0));
    let (top, bottom) = ((height / 5.0).min(24.0), (height / 4.0).min(28.0));
    let tall = height - top - bottom;
    let values = value_ticks(line, (how_many(tall, 40.0) + 1).clamp(2, 7));
    let longest = values.iter().fold(0.0, |most: f64, value| most.max(letters(*value)));
    let left = (12.0 + 8.0 * longest).min(width / 3.0);
    let wide = width - left - (width / 8.0).min(20.0);
    let plot = Rect { x: left, y: top, width: wide, height: tall };

    let ends = line.points.iter().flat_map(|point| [point.first_day, point.last_day]);
    let days: Vec<i32> = ends.chain(line.deadline).collect();
    let range = day_range(&days).or_else(|| day_range(&[line.today]));
    let (first, last) = range.unwrap_or_default();
    let (from, to) = (f64::from(first), f64::from(last));
    let across = Scale { from, to, start: left, end: left + wide };
    let (low, high) =
        values.first().zip(values.last()).map_or((0.0, 1.0), |(low, high)| (*low, *high));
    let (start, end) = if line.is_rank { (top, top + tall) } else { (top + tall, top) };
    let upright = Scale { from: low, to: high, start, end };
    let height_of = |value: f64| upright.at(tame(value));

    let middle = |point: &Point| f64::from(point.first_day).midpoint(f64::from(point.last_day));
    let spots: Vec<(f64, f64)> = line
        .points
        .iter()
        .map(|point| (across.at(middle(point)), height_of(point.value)))
        .collect();
    let (runs, breaks) = runs(line.points, &spots);
    let room = Rect { x: left, y: 0.0, width: width - left, height: top + tall };
    LineLayout {
        plot,
        y_ticks: values.iter().map(|value| (upright.at(*value), *value)).collect(),
        x_ticks: across.year_marks(first, last),
        runs,
        dots: dots(line.points, &spots, room),
        target_y: line.target.map(height_of),
        baseline_y: line.baseline.map(height_of),
        deadline_x: line.deadline.map(|day| across.at(f64::from(day))),
        breaks,
    }
}

/// The ticks that enclose all values, from the least to the greatest.
fn value_ticks(line: &Line<'_>, wished: usize) -> Vec<f64> {
    let values = line.points.iter().map(|point| point.value).chain(line.target);
    let (least, most) = values
        .chain(line.baseline)
        .map(tame)
        .fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(value), most.max(value)));
    if least > most {
        return Vec::new();
    }
    if line.is_rank {
        return rank_ticks(least, most, wished);
    }
    let (low, high) = apart(least, most);
    // What was made room for may not look like something that can be: fewer than none, or more
    // than all.
    let low = low.max(least.min(0.0));
    let high = if line.is_share { high.min(most.max(100.0)) } else { high };
    // Seen from 0, unless the data would be squeezed into the upper half.
    ticks(if low <= high - low { low.min(0.0) } else { low }, high, wished)
}

/// Whole places from the first one down.
fn rank_ticks(least: f64, most: f64, wished: usize) -> Vec<f64> {
    let top = least.min(1.0);
    let end = most.max(top + 1.0).ceil();
    let even = (2..=wished)
        .rev()
        .map(|wished| ticks(top - 1.0, end, wished))
        .find(|all| all.iter().all(|tick| (tick - tick.floor()).abs() < 1e-9));
    let mut all = vec![top];
    all.extend(even.unwrap_or_else(|| vec![end]).into_iter().filter(|tick| *tick > top));
    all
}

/// About how many letters a number is written with.
fn letters(value: f64) -> f64 {
    let mut count = if value < 0.0 { 2.0 } else { 1.0 };
    let mut whole = value.abs();
    while whole >= 10.0 {
        whole /= 10.0;
        // A point after every third digit.
        count += 4.0 / 3.0;
    }
    let has_decimals = (value - value.floor()).abs() > 1e-9;
    if has_decimals { count + 2.0 } else { count }
}

/// The lines between breaks, and where the breaks are.
fn runs(points: &[Point], spots: &[(f64, f64)]) -> (Vec<Vec<(f64, f64)>>, Vec<f64>) {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut breaks = Vec::new();
    let mut before: Option<f64> = None;
    for (point, spot) in points.iter().zip(spots) {
        if let Some(run) = runs.last_mut().filter(|_| !point.is_break_before) {
            run.push(*spot);
        } else {
            breaks.extend(before.map(|before| before.midpoint(spot.0)));
            runs.push(vec![*spot]);
        }
        before = Some(spot.0);
    }
    (runs, breaks)
}

/// The dots with their labels: those that tell most get theirs first.
fn dots(points: &[Point], spots: &[(f64, f64)], room: Rect) -> Vec<Dot> {
    let is_crowded = points.len() > MOST_DOTS;
    let mut places = Places { room, dots: if is_crowded { &[] } else { spots }, taken: Vec::new() };
    let main = [
        0,
        points.len().saturating_sub(1),
        extreme(points, |one, other| one > other),
        extreme(points, |one, other| one < other),
    ];
    let mut labels: Vec<Option<LabelPlace>> = vec![None; points.len()];
    // Among many the first, the last and the extremes tell enough; the table has them all.
    let others = if is_crowded { 0..0 } else { 0..points.len() };
    for (turn, index) in main.into_iter().chain(others).enumerate() {
        if let (Some(spot), Some(label)) = (spots.get(index), labels.get_mut(index))
            && label.is_none()
        {
            *label = places.take(*spot, false);
            if label.is_none() && turn < main.len() {
                *label = places.take(*spot, true);
            }
        }
    }
    let mut dots = Vec::new();
    for (index, ((point, spot), label)) in points.iter().zip(spots).zip(labels).enumerate() {
        if label.is_some() || !is_crowded {
            dots.push(Dot { x: spot.0, y: spot.1, index, is_firm: point.is_firm, label });
        }
    }
    dots
}

/// The first point whose value no other one betters.
fn extreme(points: &[Point], is_better: fn(f64, f64) -> bool) -> usize {
    let (mut best, mut found): (Option<f64>, usize) = (None, 0);
    for (index, point) in points.iter().enumerate() {
        if best.is_none_or(|best| is_better(point.value, best)) {
            (best, found) = (Some(point.value), index);
        }
    }
    found
}

/// The places for labels.
struct Places<'a> {
    room: Rect,
    dots: &'a [(f64, f64)],
    taken: Vec<Rect>,
}

impl Places<'_> {
    /// Takes a place above a dot, or else below it.
    fn take(&mut self, (x, y): (f64, f64), may_hide_dots: bool) -> Option<LabelPlace> {
        let half = LABEL_WIDTH / 2.0;
        let (left, anchor) = if x - half < self.room.x {
            (x, Anchor::Start)
        } else if x + half > self.room.x + self.room.width {
            (x - LABEL_WIDTH, Anchor::End)
        } else {
            (x - half, Anchor::Middle)
        };
        for top in [y - LABEL_GAP - LABEL_HEIGHT, y + LABEL_GAP] {
            let label = Rect { x: left, y: top, width: LABEL_WIDTH, height: LABEL_HEIGHT };
            if self.is_free(&label, may_hide_dots) {
                self.taken.push(label);
                return Some(LabelPlace { x, y: top + LABEL_RISE, anchor });
            }
        }
        None
    }

    fn is_free(&self, label: &Rect, may_hide_dots: bool) -> bool {
        let (room, right, bottom) = (&self.room, label.x + label.width, label.y + label.height);
        let is_inside = label.x >= room.x
            && label.y >= room.y
            && right <= room.x + room.width
            && bottom <= room.y + room.height;
        let hides = |(x, y): &(f64, f64)| {
            *x > label.x - DOT && *x < right + DOT && *y > label.y - DOT && *y < bottom + DOT
        };
        is_inside
            && !self.taken.iter().any(|other| label.overlaps(other))
            && (may_hide_dots || !self.dots.iter().any(hides))
    }
}

impl Rect {
    fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::When;

    #[rustfmt::skip]
    const EMPTY: Line<'static> = Line {
        points: &[], target: None, baseline: None, deadline: None, is_rank: false, is_share: false,
        width: 640.0, height: 240.0, today: 20_000,
    };

    fn points(values: impl IntoIterator<Item = f64>) -> Vec<Point> {
        let point = |(value, year)| {
            let (first_day, last_day) = (When::Year(year).first_day(), When::Year(year).last_day());
            Point { first_day, last_day, value, is_firm: true, is_break_before: false }
        };
        values.into_iter().zip(2014..).map(point).collect()
    }

    #[test]
    fn the_axis_encloses_the_data_and_runs_as_it_is_read() {
        let check = |values: &[f64], line: Line<'_>, ticks: &[f64]| {
            let points = points(values.iter().copied());
            let chart = lay_out(&Line { points: &points, ..line });
            assert_eq!(chart.y_ticks.iter().map(|(_, value)| *value).collect::<Vec<_>>(), ticks);
            assert!(chart.y_ticks.windows(2).all(|two| (two[0].0 < two[1].0) == line.is_rank));
        };
        let share = Line { is_share: true, ..EMPTY };
        check(&[90.0, 95.0], share, &[90.0, 92.0, 94.0, 96.0]);
        check(&[10.0, 30.0], share, &[0.0, 10.0, 20.0, 30.0]);
        check(&[98.0], Line { target: Some(100.0), ..share }, &[98.0, 98.5, 99.0, 99.5, 100.0]);
        check(&[62.0, 40.0], Line { is_rank: true, ..EMPTY }, &[1.0, 20.0, 40.0, 60.0, 80.0]);
        check(&[], Line { target: Some(5.0), ..EMPTY }, &[4.0, 4.5, 5.0, 5.5, 6.0]);
        check(&[], EMPTY, &[]);
    }

    #[test]
    fn a_break_parts_the_line_and_a_year_stands_in_its_middle() {
        let mut points = points([1.0, 2.0, 3.0, 4.0]);
        points[2].is_break_before = true;
        let chart = lay_out(&Line { points: &points, ..EMPTY });
        assert_eq!(chart.runs.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
        let check = |x: f64, ticks: [usize; 2]| {
            let [from, to] = ticks.map(|tick| chart.x_ticks[tick].0);
            assert!((x - from.midpoint(to)).abs() < 0.5, "{chart:?}");
        };
        check(chart.dots[0].x, [0, 1]);
        check(chart.breaks[0], [2, 2]);
    }

    #[test]
    fn many_points_have_dots_only_where_they_have_labels() {
        let check = |count: u32, is_all: bool| {
            let value = |at| if at == 20 { 50.0 } else { f64::from(at % 7) - f64::from(at / 40) };
            let chart = lay_out(&Line { points: &points((0..count).map(value)), ..EMPTY });
            assert_eq!(chart.dots.iter().all(|dot| dot.label.is_some()), !is_all);
            assert_eq!(chart.dots.len() == usize::try_from(count).unwrap(), is_all);
            for index in [0, 20, usize::try_from(count).unwrap() - 1] {
                assert!(chart.dots.iter().any(|dot| dot.index == index && dot.label.is_some()));
            }
        };
        check(60, true);
        check(61, false);
    }
}
