//! Finding QR codes in a picture, and their modules.
//!
//! First marks are looked for: the squares in three corners, across which dark and light stand as
//! 1:1:3:1:1 in every direction. Three of them at a right angle may belong to a code. How many modules
//! lie between them is not known exactly, nor how far the picture is tilted; both are tried, and what
//! fits the patterns that every code has (the marks, the dotted lines between them, the small marks)
//! is taken. A code seen in a mirror is read as well.

use super::{
    bitmap::{Bitmap, whole},
    layout::{Code, Point, known, real},
    words::decode,
};
use crate::sorted::sort;

/// So many marks are looked at: those that were crossed most often.
const MARKS: usize = 12;
/// So many groups of three marks are tried.
const GROUPS: usize = 5;
/// A small mark may lie so many modules away from where the marks' sizes say.
const TILT: i32 = 14;
/// Of the modules that are known, more than so many in a thousand must fit.
const FIT: usize = 800;
/// Codes have versions 1 to 40.
const VERSIONS: std::ops::RangeInclusive<usize> = 1..=40;

/// A mark in a corner of a code.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    centre: Point,
    /// A module, measured across.
    unit: f64,
    /// How often it was crossed.
    count: f64,
}

impl Bitmap {
    /// What the codes say.
    pub(super) fn read(&self) -> Vec<Vec<u8>> {
        let mut marks = self.marks();
        let mut read = Vec::new();
        for group in groups(&marks).into_iter().take(GROUPS) {
            if !group.iter().all(|mark| marks.contains(mark)) {
                continue;
            }
            if let Some(bytes) = self.read_group(group) {
                marks.retain(|mark| !group.contains(mark));
                read.push(bytes);
            }
        }
        read
    }

    /// The marks, those first that were crossed most often.
    fn marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (y, row) in self.rows().enumerate() {
            let (mut runs, mut end) = ([0; 5], 0);
            for run in row.chunk_by(|one, next| one == next) {
                runs.rotate_left(1);
                runs[4] = run.len();
                end += run.len();
                if run.first() == Some(&true) && is_mark(runs) {
                    self.note(&mut marks, end - runs[4] - runs[3] - runs[2].div_ceil(2), y);
                }
            }
        }
        marks.retain(|mark| mark.count > 1.0);
        sort(&mut marks, |one, other| one.count > other.count);
        marks.truncate(MARKS);
        marks
    }

    /// Notes a mark that was crossed at a pixel, if it is one from above as well.
    fn note(&self, marks: &mut Vec<Mark>, x: usize, y: usize) {
        let Some((middle, high)) = self.across(x, y, false) else { return };
        let Some(y) = whole(middle) else { return };
        let Some((x, wide)) = self.across(x, y, true) else { return };
        if high > 1.6 * wide || wide > 1.6 * high {
            return;
        }
        let (centre, unit) = (Point { x, y: middle }, (high + wide) / 14.0);
        let is_near = |mark: &&mut Mark| mark.centre.from(centre).length() < 2.0 * mark.unit;
        if let Some(mark) = marks.iter_mut().find(is_near) {
            mark.count += 1.0;
            mark.centre = mark.centre.plus(centre.from(mark.centre), 1.0 / mark.count);
            mark.unit += (unit - mark.unit) / mark.count;
        } else {
            marks.push(Mark { centre, unit, count: 1.0 });
        }
    }

    /// The middle and the length of the mark that a pixel is in, along a row or a column.
    fn across(&self, x: usize, y: usize, is_row: bool) -> Option<(f64, f64)> {
        let (at, end) = if is_row { (x, self.width()) } else { (y, self.height()) };
        let is_dark = |at| if is_row { self.is_dark(at, y) } else { self.is_dark(x, at) };
        let arm = |places: &mut dyn Iterator<Item = usize>| {
            let (mut runs, mut run) = ([0_usize; 3], 0);
            for at in places {
                if is_dark(at) == (run % 2 == 1) {
                    run += 1;
                }
                let Some(length) = runs.get_mut(run) else { break };
                *length += 1;
            }
            runs
        };
        let [inner, light, dark] = arm(&mut (at..end));
        let [inner_back, light_back, dark_back] = arm(&mut (0..at).rev());
        let runs = [dark_back, light_back, inner_back + inner, light, dark];
        let begin = at - inner_back - light_back - dark_back;
        let length = runs.iter().sum::<usize>();
        is_mark(runs).then(|| (real(2 * begin + length) / 2.0, real(length)))
    }

    /// Reads the code with these marks.
    fn read_group(&self, marks: [Mark; 3]) -> Option<Vec<u8>> {
        let [corner, right, below] = marks;
        let [one, two] = [right, below].map(|mark| mark.centre.from(corner.centre));
        // A row or column through a mark that is turned is longer than the mark's side.
        let slant = one.x.abs().max(one.y.abs()) / one.length();
        let unit = (corner.unit + right.unit + below.unit) / 3.0 * slant;
        let size = whole(f64::midpoint(one.length(), two.length()) / unit + 7.0)?;
        let version = (size.saturating_sub(15) / 4).min(*VERSIONS.end());
        let versions = version.saturating_sub(2)..=version + 2;
        let mut found: Vec<(usize, Code)> = versions
            .filter(|version| VERSIONS.contains(version))
            .filter_map(|version| self.place(marks, version * 4 + 17))
            .collect();
        sort(&mut found, |one, other| one.0 > other.0);
        // What was moved to fit the known modules may fit the others worse.
        let laid = |(_, code): (_, Code)| Some([self.refine(&code)?, code]);
        found.into_iter().take(2).filter_map(laid).flatten().find_map(|code| self.decode(&code))
    }

    /// Lays a code of a size over the picture; with how many in a thousand known modules fit.
    fn place(&self, marks: [Mark; 3], size: usize) -> Option<(usize, Code)> {
        let [corner, right, below] = marks.map(|mark| mark.centre);
        // What is further away is smaller, by the power of one along the tilt's axis and of two across.
        let [_, to_right, down] = marks.map(|mark| 1.0 + (marks[0].unit / mark.unit - 1.0) / 1.5);
        let guess = Code::tilted([corner, right, below], (to_right, down), size);
        let (small, at) = (guess.points[3], real(size) - 6.5);
        // A module's way across and down.
        let [across, down] =
            [(at + 1.0, at), (at, at + 1.0)].map(|(x, y)| guess.map(x, y).from(small));
        let mut best: Option<(usize, Code)> = None;
        let mut weigh = |code: Code| {
            let fit = self.fit(&code, &[0.5]);
            if best.as_ref().is_none_or(|(most, _)| fit > *most) {
                best = Some((fit, code));
            }
        };
        weigh(guess);
        // The smallest codes have no small mark.
        let tilt = if size > 21 { 2 * TILT } else { -1 };
        for (dy, dx) in (-tilt..=tilt).flat_map(|dy| (-tilt..=tilt).map(move |dx| (dy, dx))) {
            let small = small.plus(across, f64::from(dx) / 2.0).plus(down, f64::from(dy) / 2.0);
            if self.is_small_mark(small, across, down) {
                Code::new([corner, right, below, small], size).map(&mut weigh);
            }
        }
        best
    }

    /// Whether there is a small mark at a point: dark, a light ring and a dark ring.
    fn is_small_mark(&self, centre: Point, across: Point, down: Point) -> bool {
        let mut wrong = 0;
        for y in -2_i32..=2 {
            for x in -2_i32..=2 {
                let is_dark = x.abs().max(y.abs()) != 1;
                let point = centre.plus(across, f64::from(x)).plus(down, f64::from(y));
                wrong += usize::from(self.at(point) != is_dark);
                if wrong > 4 {
                    return false;
                }
            }
        }
        true
    }

    /// Moves the points that a code hangs on until it fits best; none where it fits badly.
    fn refine(&self, code: &Code) -> Option<Code> {
        const WITHIN: [f64; 3] = [0.25, 0.5, 0.75];
        let mut code = code.clone();
        let mut best = self.fit(&code, &WITHIN);
        let unit = code.points[1].from(code.points[0]).length() / (real(code.size) - 7.0);
        for step in [1.0, 0.5, 0.25, 0.5, 0.25, 0.12].map(|step| step * unit) {
            for point in 0..4 {
                for way in [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)] {
                    let mut points = code.points;
                    if let Some(point) = points.get_mut(point) {
                        *point = point.plus(Point { x: way.0, y: way.1 }, 1.0);
                    }
                    let Some(moved) = Code::new(points, code.size) else { continue };
                    let fit = self.fit(&moved, &WITHIN);
                    if fit > best {
                        (best, code) = (fit, moved);
                    }
                }
            }
        }
        (best > FIT).then_some(code)
    }

    /// How many in a thousand of the modules that are known fit, looked at at these places.
    fn fit(&self, code: &Code, within: &[f64]) -> usize {
        let (mut fits, mut all) = (0, 0);
        known(code.size, &mut |x, y, is_dark| {
            for dy in within {
                for dx in within {
                    fits += usize::from(self.at(code.map(real(x) + dx, real(y) + dy)) == is_dark);
                    all += 1;
                }
            }
        });
        fits * 1000 / all.max(1)
    }

    /// What a code says.
    fn decode(&self, code: &Code) -> Option<Vec<u8>> {
        const WITHIN: [f64; 3] = [0.3, 0.5, 0.7];
        let is_dark = |x: usize, y: usize| {
            let place = |dx, dy| self.at(code.map(real(x) + dx, real(y) + dy));
            let places = WITHIN.iter().flat_map(|dy| WITHIN.map(|dx| place(dx, *dy)));
            places.filter(|is_dark| *is_dark).count() > 4
        };
        let modules: Vec<bool> =
            (0..code.size * code.size).map(|at| is_dark(at % code.size, at / code.size)).collect();
        let is_dark = |x: usize, y: usize| modules.get(y * code.size + x) == Some(&true);
        decode(code.size, &is_dark).or_else(|| decode(code.size, &|x, y| is_dark(y, x)))
    }
}

/// Whether five runs stand as 1:1:3:1:1.
fn is_mark(runs: [usize; 5]) -> bool {
    let all: usize = runs.iter().sum();
    let is_near = |(run, modules): (usize, usize)| {
        (run * 7).abs_diff(all * modules) * 2 < all * modules.min(2)
    };
    all >= 7 && runs.into_iter().zip([1, 1, 3, 1, 1]).all(is_near)
}

/// Groups of three marks that may belong to one code, the likeliest first: the one in the corner, the
/// one to its right, and the one below.
fn groups(marks: &[Mark]) -> Vec<[Mark; 3]> {
    let mut groups = Vec::new();
    for corner in marks {
        for right in marks {
            for below in marks {
                let [one, two] = [right, below].map(|mark| mark.centre.from(corner.centre));
                let (long, short) =
                    (one.length().max(two.length()), one.length().min(two.length()));
                let units = [corner.unit, right.unit, below.unit];
                let largest = units.into_iter().fold(0.0, f64::max);
                let smallest = units.into_iter().fold(f64::MAX, f64::min);
                // The smallest code has 14 modules between its marks.
                let is_likely = one.cross(two) > 0.0 && short > 8.0 * smallest;
                let skew = one.dot(two).abs() / (long * short);
                if is_likely && largest < 2.0 * smallest && long < 1.6 * short && skew < 0.5 {
                    let unlike = skew + (long / short - 1.0) + (largest / smallest - 1.0);
                    groups.push((unlike, [*corner, *right, *below]));
                }
            }
        }
    }
    sort(&mut groups, |one: &(f64, _), other| one.0 < other.0);
    groups.into_iter().map(|(_, group)| group).collect()
}
