//! The names of the points around a compass, and how large the compass can be between them.

use super::{DIRECTIONS, Spot, along, line};
use crate::measure::chart::Anchor;

/// Between two lines of text.
const LINE: f64 = 16.0;
/// From the upper edge of a line to what its text stands on.
const RISE: f64 = 12.0;
/// Around the outer ring, so that a mark on it stands free.
const GAP: f64 = 10.0;
/// Between two names.
const BETWEEN: f64 = 8.0;
/// Between a name and the edge of the `viewBox`.
const EDGE: f64 = 4.0;
/// A name further from its axis than this gets a line to it.
const NEAR: f64 = 16.0;
/// A name may not stand further from its axis than this, if the compass can be smaller instead.
const FAR: f64 = 34.0;
/// Where there is little room, the size of the compass counts for more.
const FAR_IF_NARROW: f64 = 52.0;
/// With less room than this for one half, the compass is narrow.
const NARROW: f64 = 200.0;
/// A larger compass would not be read more easily.
const LARGEST: f64 = 230.0;
/// With less than this share of the width a compass would be hard to read: then names stand far off.
const SMALLEST: f64 = 0.64;
/// So many lines a name has at most, if its words are no longer than its room.
const MOST_LINES: usize = 3;
const MOST_LINES_IF_NARROW: usize = 4;
/// Each further line counts as much as standing this much further off.
const LINE_COST: f64 = 9.0;
/// Standing in the way of another name's line counts as much as standing this much further off.
const CROSSED: f64 = 30.0;
/// A name is moved in steps of this size.
const STEP: f64 = 2.0;
/// The two names at the bottom may stand so far inwards, if that brings them nearer.
const INWARDS: [f64; 6] = [0.0, 10.0, 20.0, 30.0, 40.0, 50.0];
/// The names in the order in which they take their places: first those with the least room.
const ORDER: [usize; 7] = [2, 5, 1, 6, 0, 3, 4];
/// The widths of which a name tries those that are narrow enough.
const ROOMS: [f64; 9] = [60.0, 72.0, 84.0, 98.0, 112.0, 130.0, 150.0, 180.0, 220.0];

/// The name of a point, beside the outer end of its axis.
#[derive(Clone, Debug, PartialEq)]
pub struct CompassLabel {
    /// The x of the part that `anchor` says.
    pub x: f64,
    /// Which part of each line stands at `x`.
    pub anchor: Anchor,
    /// The y that each line stands on, and its text.
    pub lines: Vec<(f64, String)>,
    /// A line to the axis as path data, where the name stands off it.
    pub leader: Option<String>,
}

/// The names in their places, and what is left for the compass.
pub(super) struct Placed {
    pub(super) radius: f64,
    pub(super) centre: Spot,
    pub(super) height: f64,
    pub(super) labels: Vec<CompassLabel>,
}

/// Places the names around the largest compass that they leave room for.
pub(super) fn place(names: &[String; 7], width: f64) -> Placed {
    let half = width / 2.0 - EDGE;
    let (far, most_lines) =
        if half < NARROW { (FAR_IF_NARROW, MOST_LINES_IF_NARROW) } else { (FAR, MOST_LINES) };
    let wraps: Vec<Vec<Wrap>> =
        names.iter().map(|name| wraps(name, half - BETWEEN, most_lines)).collect();
    let mut plan = Plan { half, radius: (half - GAP).min(LARGEST), far };
    while plan.radius > half * SMALLEST {
        if let Some(names) = plan.arrange(&wraps) {
            return finish(names, width, plan.radius);
        }
        plan.radius -= 2.0;
    }
    plan.far = f64::MAX;
    finish(plan.arrange(&wraps).unwrap_or_default(), width, plan.radius)
}

/// A name in lines.
struct Wrap {
    lines: Vec<String>,
    width: f64,
}

/// A rectangle, seen from the middle of the compass.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// A name with its place, seen from the middle of the compass.
struct Boxed<'a> {
    index: usize,
    wrap: &'a Wrap,
    area: Area,
    anchor: Anchor,
    distance: f64,
    cost: f64,
}

/// A compass that is tried.
struct Plan {
    /// The middle of the `viewBox` is so far from where names may end.
    half: f64,
    radius: f64,
    /// No name may stand further from its axis.
    far: f64,
}

impl Plan {
    /// A place for each name, or nothing if one would stand too far from its axis.
    fn arrange<'a>(&self, wraps: &'a [Vec<Wrap>]) -> Option<Vec<Boxed<'a>>> {
        let mut placed: Vec<Boxed<'a>> = Vec::new();
        for index in ORDER {
            let direction = *DIRECTIONS.get(index)?;
            let inwards = if is_below(direction) { &INWARDS[..] } else { &[0.0] };
            let mut best: Option<Boxed<'a>> = None;
            for wrap in wraps.get(index)? {
                for inwards in inwards {
                    let (left, anchor) = self.beside(wrap.width, direction, *inwards);
                    let Some(area) = self.settle(wrap, direction, left, &placed) else { continue };
                    let distance = area.distance(along((0.0, 0.0), direction, self.radius));
                    let lines = wrap.lines.iter().fold(0.0, |cost, _| cost + LINE_COST);
                    let crossed = if self.is_crossed(direction, &area) { CROSSED } else { 0.0 };
                    let cost = distance + lines + crossed + inwards / 4.0;
                    if best.as_ref().is_none_or(|best| cost < best.cost) {
                        best = Some(Boxed { index, wrap, area, anchor, distance, cost });
                    }
                }
            }
            placed.push(best?);
        }
        placed.sort_by_key(|one| one.index);
        Some(placed)
    }

    /// Moves a name from the end of its axis up or down until it stands free.
    fn settle(
        &self,
        wrap: &Wrap,
        direction: Spot,
        left: f64,
        placed: &[Boxed<'_>],
    ) -> Option<Area> {
        let end = along((0.0, 0.0), direction, self.radius);
        let height = wrap.lines.iter().fold(0.0, |height, _| height + LINE);
        let top = end.1 + (direction.1 - 1.0) * height / 2.0;
        let mut area = Area { left, top, right: left + wrap.width, bottom: top + height };
        let step = if direction.1 < 0.0 { -STEP } else { STEP };
        // So far that all other names have room before it, however long they are.
        let others = placed.iter().map(|other| other.area.bottom - other.area.top + BETWEEN);
        let most = others.sum::<f64>() + 2.0 * (self.radius + GAP) + height;
        let mut moved = 0.0;
        while moved < most && !self.is_free(&area, placed) {
            if area.distance(end) > self.far {
                return None;
            }
            area.top += step;
            area.bottom += step;
            moved += STEP;
        }
        (area.distance(end) <= self.far).then_some(area)
    }

    /// Whether a name at the side stands where the lines to the names at the bottom run.
    fn is_crossed(&self, direction: Spot, area: &Area) -> bool {
        let inner = area.left.max(-area.right);
        let run = DIRECTIONS.iter().find(|other| is_below(**other));
        let run = run.map_or(0.0, |(x, _)| x * self.radius + BETWEEN / 2.0);
        direction.1 > 0.0 && !is_below(direction) && inner < run
    }

    fn is_free(&self, area: &Area, placed: &[Boxed<'_>]) -> bool {
        area.is_outside(self.radius) && !placed.iter().any(|other| area.is_near(&other.area))
    }

    /// The left edge of a name, and which way its lines are set.
    fn beside(&self, width: f64, direction: Spot, inwards: f64) -> (f64, Anchor) {
        let end = direction.0.abs() * self.radius;
        let is_right = direction.0 > 0.0;
        if end < 1.0 {
            return (-width / 2.0, Anchor::Middle);
        }
        if is_below(direction) {
            // Two stand beside each other: each keeps to its half, if it can.
            let middle = end.max(width.midpoint(BETWEEN)).min(self.half - width / 2.0) - inwards;
            let middle = middle.max(width / 2.0 - self.half);
            return (if is_right { middle } else { -middle } - width / 2.0, Anchor::Middle);
        }
        let inner = (end + GAP).min(self.half - width);
        let is_squeezed = end + GAP > inner;
        match (is_right, is_squeezed) {
            (true, false) => (inner, Anchor::Start),
            (true, true) => (inner, Anchor::End),
            (false, false) => (-inner - width, Anchor::End),
            (false, true) => (-inner - width, Anchor::Start),
        }
    }
}

/// Whether a point is one of the two at the bottom.
fn is_below(direction: Spot) -> bool {
    direction.1 > 0.5
}

impl Area {
    /// Whether it stands outside the outer ring and the gap around it.
    ///
    /// Two convex shapes are apart where a side of one of them parts them. Across from each point of
    /// a heptagon there is the middle of a side.
    fn is_outside(&self, radius: f64) -> bool {
        let side = radius * 0.900_968_868 + GAP;
        let is_beyond = |(x, y): &Spot| {
            let across = if *x < 0.0 { self.left } else { self.right };
            let upright = if *y < 0.0 { self.top } else { self.bottom };
            -(x * across + y * upright) >= side
        };
        DIRECTIONS.iter().any(is_beyond)
            || self.bottom <= -radius - GAP
            || self.left.max(-self.right) >= radius * 0.974_927_912 + GAP
    }

    fn is_near(&self, other: &Self) -> bool {
        self.left < other.right + BETWEEN
            && other.left < self.right + BETWEEN
            && self.top < other.bottom + BETWEEN / 2.0
            && other.top < self.bottom + BETWEEN / 2.0
    }

    /// The place in it that is nearest to another one.
    fn nearest(&self, (x, y): Spot) -> Spot {
        (x.max(self.left).min(self.right), y.max(self.top).min(self.bottom))
    }

    fn distance(&self, spot: Spot) -> f64 {
        let (x, y) = self.nearest(spot);
        (x - spot.0).hypot(y - spot.1)
    }
}

/// From places seen from the middle to places in the `viewBox`.
fn finish(boxes: Vec<Boxed<'_>>, width: f64, radius: f64) -> Placed {
    let (mut top, mut bottom) = (-radius - GAP, radius + GAP);
    for one in &boxes {
        (top, bottom) = (top.min(one.area.top - EDGE), bottom.max(one.area.bottom + EDGE));
    }
    let centre = (width / 2.0, -top);
    let labels = boxes.into_iter().map(|one| one.label(centre, radius)).collect();
    Placed { radius, centre, height: bottom - top, labels }
}

impl Boxed<'_> {
    fn label(&self, centre: Spot, radius: f64) -> CompassLabel {
        let area = &self.area;
        let x = match self.anchor {
            Anchor::Start => area.left,
            Anchor::Middle => area.left.midpoint(area.right),
            Anchor::End => area.right,
        };
        let mut y = centre.1 + area.top + RISE;
        let mut lines = Vec::new();
        for text in &self.wrap.lines {
            lines.push((y, text.clone()));
            y += LINE;
        }
        let direction = DIRECTIONS.get(self.index).filter(|_| self.distance > NEAR);
        let leader = direction.map(|direction| {
            let end = along(centre, *direction, radius);
            let near = area.nearest(along((0.0, 0.0), *direction, radius));
            line(&[end, along(centre, near, 1.0)])
        });
        CompassLabel { x: centre.0 + x, anchor: self.anchor, lines, leader }
    }
}

/// The ways to break a name into few lines.
fn wraps(name: &str, most: f64, most_lines: usize) -> Vec<Wrap> {
    let longest = name.split_whitespace().map(text_width).fold(0.0, f64::max);
    let mut found: Vec<Wrap> = Vec::new();
    for room in ROOMS.iter().filter(|room| **room <= most && **room >= longest) {
        let wrap = wrap(name, *room);
        if wrap.lines.len() <= most_lines && found.iter().all(|other| other.lines != wrap.lines) {
            found.push(wrap);
        }
    }
    if found.is_empty() {
        found.push(wrap(name, most));
    }
    found
}

/// Breaks a name into lines, and a word only if it is longer than a line.
fn wrap(name: &str, room: f64) -> Wrap {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        if let Some(last) = lines.last_mut()
            && text_width(last) + letter_width(' ') + text_width(word) <= room
        {
            last.push(' ');
            last.push_str(word);
            continue;
        }
        let mut part = String::new();
        let mut width = 0.0;
        for letter in word.chars() {
            let more = letter_width(letter);
            if width + more > room && !part.is_empty() {
                lines.push(std::mem::take(&mut part));
                width = 0.0;
            }
            part.push(letter);
            width += more;
        }
        lines.push(part);
    }
    let width = lines.iter().map(|text| text_width(text)).fold(0.0, f64::max);
    Wrap { lines, width }
}

/// About how wide a text is, rather too wide than too narrow, whatever letters the device has.
fn text_width(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 3.8,
        ' ' | ',' | '.' | '-' | ':' | 'f' | 'r' | 't' => 5.2,
        'm' | 'w' | 'æ' | 'M' | 'W' | 'Æ' | 'Ø' => 12.8,
        _ if letter.is_lowercase() => 8.1,
        _ if letter.is_ascii() => 9.6,
        _ => 13.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DANISH: [&str; 7] = [
        "Identitet",
        "Offentlige faciliteter",
        "Boligudvikling og tilpasning",
        "Infrastruktur",
        "Fællesskaber",
        "Erhverv, handel, turisme og det grønne",
        "Partnerskaber og foreningsliv",
    ];
    const ENGLISH: [&str; 7] = [
        "Identity",
        "Public facilities",
        "Housing development and adaptation",
        "Infrastructure",
        "Communities",
        "Business, trade, tourism and nature",
        "Partnerships and associations",
    ];

    /// The rectangle that a label fills, seen from the middle.
    fn area(label: &CompassLabel, centre: Spot) -> Area {
        let width = label.lines.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max);
        let left = match label.anchor {
            Anchor::Start => label.x,
            Anchor::Middle => label.x - width / 2.0,
            Anchor::End => label.x - width,
        };
        // A little smaller, for sums are rounded.
        let left = left - centre.0 + 0.01;
        let top = label.lines[0].0 - RISE - centre.1 + 0.01;
        let bottom = label.lines.last().unwrap().0 - RISE + LINE - centre.1 - 0.01;
        Area { left, top, right: left + width - 0.02, bottom }
    }

    #[test]
    fn names_stand_inside_beside_the_compass_and_never_on_each_other() {
        for names in [DANISH, ENGLISH] {
            let names = names.map(str::to_owned);
            for width in (240..=700).map(f64::from) {
                let placed = place(&names, width);
                let (x, y) = placed.centre;
                let areas: Vec<Area> =
                    placed.labels.iter().map(|label| area(label, placed.centre)).collect();
                for (index, one) in areas.iter().enumerate() {
                    assert!(one.left + x >= 0.0 && one.right + x <= width, "{index} at {width}");
                    assert!(one.top + y >= 0.0 && one.bottom + y <= placed.height);
                    assert!(one.is_outside(placed.radius), "{index} at {width}");
                    assert!(!areas.iter().skip(index + 1).any(|other| one.is_near(other)));
                }
            }
        }
    }

    #[test]
    fn the_compass_fills_most_of_the_width_and_keeps_its_names_near() {
        let check = |width: f64, far: f64| {
            for names in [DANISH, ENGLISH] {
                let placed = place(&names.map(str::to_owned), width);
                assert!(placed.radius * 2.0 > width * 0.6, "{width}: {}", placed.radius);
                assert!(placed.height < width * 1.15, "{width}: {}", placed.height);
                for (label, direction) in placed.labels.iter().zip(DIRECTIONS) {
                    let end = along((0.0, 0.0), direction, placed.radius);
                    assert!(area(label, placed.centre).distance(end) < far, "{width} {label:?}");
                }
            }
        };
        check(280.0, 80.0);
        check(360.0, 60.0);
        check(560.0, 40.0);
        check(640.0, 40.0);
    }

    #[test]
    fn only_a_name_that_stands_off_has_a_line_to_it() {
        let placed = place(&DANISH.map(str::to_owned), 560.0);
        let has_leader: Vec<bool> =
            placed.labels.iter().map(|label| label.leader.is_some()).collect();
        assert_eq!(has_leader, [false, false, true, false, false, true, false]);
    }

    #[test]
    fn a_name_breaks_between_words_and_a_word_only_where_it_must() {
        let check = |name: &str, room: f64, lines: &[&str]| {
            assert_eq!(wrap(name, room).lines, lines);
        };
        check("Identitet", 100.0, &["Identitet"]);
        check("  Offentlige   faciliteter ", 100.0, &["Offentlige", "faciliteter"]);
        check("Offentlige faciliteter", 200.0, &["Offentlige faciliteter"]);
        check("og Wwwwww", 50.0, &["og", "Www", "www"]);
        check("W", 1.0, &["W"]);
        check(" ", 50.0, &[]);
    }
}
