//! The compass: seven ratings from 1 to 7 around a middle, before anything is drawn.
//!
//! Sizes are CSS px of the `viewBox`; x grows to the right and y downwards from its upper left
//! corner. The first point stands straight up, the others follow clockwise. A 1 stands a seventh
//! of the way out, so that the weakest rating is still seen as one; a 7 stands on the outer ring.
//! Every coordinate is finite and inside the `viewBox`, whatever was rated.

mod labels;

pub use labels::CompassLabel;

/// The directions of the seven points: clockwise from straight up, each of length 1.
const DIRECTIONS: [Spot; 7] = [
    (0.0, -1.0),
    (0.781_831_482, -0.623_489_802),
    (0.974_927_912, 0.222_520_934),
    (0.433_883_739, 0.900_968_868),
    (-0.433_883_739, 0.900_968_868),
    (-0.974_927_912, 0.222_520_934),
    (-0.781_831_482, -0.623_489_802),
];
/// The least and the greatest width that is laid out.
const NARROWEST: f64 = 240.0;
const WIDEST: f64 = 1200.0;
/// The bars of a second and a third round stand this far beside the axis.
const BESIDE: f64 = 5.0;
/// Half the stroke that ends a bar.
const BAR_END: f64 = 3.5;

/// A place, by its x and its y.
type Spot = (f64, f64);

/// The ratings of one round, in the order of the points; none where a point is not rated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Round {
    /// The ratings; of a group their mean.
    pub ratings: [Option<f64>; 7],
    /// The least and the most that was given on a point, where a group has rated.
    pub spread: [Option<(f64, f64)>; 7],
}

/// Where everything on a compass stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CompassLayout {
    /// The width of the `viewBox`.
    pub width: f64,
    /// Its height, which the labels decide.
    pub height: f64,
    /// The middle.
    pub centre: Spot,
    /// The rings of the ratings 1 to 7, as path data.
    pub rings: [String; 7],
    /// The outer end of each axis.
    pub axes: [Spot; 7],
    /// The middles of the numbers on three rings, and the numbers.
    pub numbers: [(Spot, u8); 3],
    /// The names of the points.
    pub labels: Vec<CompassLabel>,
    /// The rounds, in the order in which they were given.
    pub rounds: Vec<RoundLayout>,
}

/// Where the ratings of one round stand.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundLayout {
    /// The middles of the marks; none where a point is not rated.
    pub dots: [Option<Spot>; 7],
    /// The closed outline as path data, where all seven are rated.
    pub outline: Option<String>,
    /// Otherwise the lines between rated neighbours as path data: a gap stays a gap.
    pub stretches: Vec<String>,
    /// The bars from the least to the most that was given, as path data.
    pub bars: Vec<String>,
}

/// Lays out a compass with the names of its seven points.
#[must_use]
pub fn lay_out_compass(names: &[String; 7], rounds: &[Round], width: f64) -> CompassLayout {
    let width = if width.is_finite() { width.clamp(NARROWEST, WIDEST) } else { NARROWEST };
    let placed = labels::place(names, width);
    let frame = Frame { centre: placed.centre, radius: placed.radius };
    // Beside the axis, where no mark hides them.
    let number = |rating: u8| {
        let (x, y) = frame.at((0.0, -1.0), f64::from(rating));
        ((x + 15.0, y), rating)
    };
    CompassLayout {
        width,
        height: placed.height,
        centre: frame.centre,
        rings: [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
            .map(|rating| closed(&DIRECTIONS.map(|direction| frame.at(direction, rating)))),
        axes: DIRECTIONS.map(|direction| frame.at(direction, 7.0)),
        numbers: [1, 4, 7].map(number),
        labels: placed.labels,
        rounds: rounds
            .iter()
            .zip([0.0, BESIDE, -BESIDE].into_iter().cycle())
            .map(|(round, beside)| frame.lay_out(round, beside))
            .collect(),
    }
}

/// The middle and the radius of the outer ring.
struct Frame {
    centre: Spot,
    radius: f64,
}

impl Frame {
    fn at(&self, direction: Spot, rating: f64) -> Spot {
        along(self.centre, direction, self.radius * rating / 7.0)
    }

    fn lay_out(&self, round: &Round, beside: f64) -> RoundLayout {
        let mut dots = [None; 7];
        for ((dot, direction), given) in dots.iter_mut().zip(DIRECTIONS).zip(round.ratings) {
            *dot = given.and_then(within).map(|rating| self.at(direction, rating));
        }
        let spreads = DIRECTIONS.iter().zip(round.spread);
        let bars = spreads.filter_map(|(direction, spread)| {
            let (least, most) = spread?;
            Some(self.bar(*direction, within(least)?, within(most)?, beside))
        });
        let all: Vec<Spot> = dots.iter().flatten().copied().collect();
        let is_whole = all.len() == dots.len();
        RoundLayout {
            dots,
            outline: is_whole.then(|| closed(&all)),
            stretches: if is_whole { Vec::new() } else { stretches(&dots) },
            bars: bars.collect(),
        }
    }

    /// A line along an axis with a stroke across each end.
    fn bar(&self, direction: Spot, least: f64, most: f64, beside: f64) -> String {
        let across = (-direction.1, direction.0);
        let ends = [least, most].map(|rating| along(self.at(direction, rating), across, beside));
        let strokes =
            ends.map(|end| line(&[along(end, across, -BAR_END), along(end, across, BAR_END)]));
        line(&ends) + &strokes.concat()
    }
}

/// A rating that can be drawn: beyond 1 and 7 it stands there.
fn within(rating: f64) -> Option<f64> {
    (!rating.is_nan()).then(|| rating.clamp(1.0, 7.0))
}

/// What stands some px away in a direction.
fn along((x, y): Spot, direction: Spot, px: f64) -> Spot {
    (x + direction.0 * px, y + direction.1 * px)
}

fn line(spots: &[Spot]) -> String {
    let spots: Vec<String> = spots.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    format!("M{}", spots.join("L"))
}

fn closed(spots: &[Spot]) -> String {
    line(spots) + "z"
}

/// The lines between neighbours, once around from the first gap.
fn stretches(dots: &[Option<Spot>; 7]) -> Vec<String> {
    let gap = dots.iter().position(Option::is_none).unwrap_or(0);
    let mut found = Vec::new();
    let mut run: Vec<Spot> = Vec::new();
    // Once more the gap at the end, where the last run ends.
    for dot in dots.iter().cycle().skip(gap).take(dots.len() + 1) {
        if let Some(dot) = dot {
            run.push(*dot);
            continue;
        }
        if run.len() > 1 {
            found.push(line(&run));
        }
        run.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> [String; 7] {
        [
            "Identitet",
            "Offentlige faciliteter",
            "Boligudvikling og tilpasning",
            "Infrastruktur",
            "Fællesskaber",
            "Erhverv, handel, turisme og det grønne",
            "Partnerskaber og foreningsliv",
        ]
        .map(str::to_owned)
    }

    fn round(ratings: [f64; 7]) -> Round {
        // None is written as 0.
        Round {
            ratings: ratings.map(|one| Some(one).filter(|one| *one != 0.0)),
            ..Round::default()
        }
    }

    fn distance(one: Spot, other: Spot) -> f64 {
        (one.0 - other.0).hypot(one.1 - other.1)
    }

    /// Every number of a path, two by two.
    fn spots(path: &str) -> Vec<Spot> {
        let numbers: Vec<f64> = path
            .split(['M', 'L', 'z', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        numbers.chunks(2).map(|two| (two[0], two[1])).collect()
    }

    #[test]
    fn the_first_point_stands_straight_up_and_the_others_follow_clockwise() {
        let layout = lay_out_compass(&names(), &[], 560.0);
        let (x, y) = layout.centre;
        let radius = y - layout.axes[0].1;
        assert!((layout.axes[0].0 - x).abs() < 1e-9 && radius > 100.0, "{layout:?}");
        for (index, end) in layout.axes.iter().enumerate() {
            let turn = std::f64::consts::TAU * f64::from(u32::try_from(index).unwrap()) / 7.0;
            let wished = (x + radius * turn.sin(), y - radius * turn.cos());
            assert!(distance(*end, wished) < 1e-5, "{index}");
        }
    }

    #[test]
    fn a_one_stands_off_the_middle_and_a_seven_on_the_outer_ring() {
        let check = |rating: f64, share: f64| {
            let layout = lay_out_compass(&names(), &[round([rating; 7])], 360.0);
            for (dot, end) in layout.rounds[0].dots.iter().zip(layout.axes) {
                let outer = distance(end, layout.centre);
                let there = distance(dot.unwrap(), layout.centre);
                assert!((there - outer * share / 7.0).abs() < 1e-6, "{rating}");
            }
        };
        check(1.0, 1.0);
        check(4.5, 4.5);
        check(7.0, 7.0);
        // What cannot be is drawn at the nearest rating.
        check(-3.0, 1.0);
        check(1e300, 7.0);
        check(f64::INFINITY, 7.0);
    }

    #[test]
    fn a_gap_is_drawn_as_a_gap() {
        let check = |ratings: [f64; 7], is_closed: bool, runs: &[usize]| {
            let layout = lay_out_compass(&names(), &[round(ratings)], 360.0);
            let round = &layout.rounds[0];
            assert_eq!(round.outline.is_some(), is_closed, "{ratings:?}");
            let found: Vec<usize> = round.stretches.iter().map(|one| spots(one).len()).collect();
            assert_eq!(found, runs, "{ratings:?}");
        };
        check([3.0; 7], true, &[]);
        check([0.0; 7], false, &[]);
        check([5.0, 3.0, 4.0, 2.0, 6.0, 0.0, 0.0], false, &[5]);
        // Around the first point, and a single one without a line.
        check([5.0, 3.0, 0.0, 2.0, 0.0, 4.0, 4.0], false, &[4]);
        check([0.0, 3.0, 3.0, 0.0, 2.0, 2.0, 2.0], false, &[2, 3]);
        check([3.0, 0.0, 3.0, 0.0, 3.0, 0.0, 0.0], false, &[]);
        check([3.0, f64::NAN, 3.0, 3.0, 3.0, 3.0, 3.0], false, &[6]);
    }

    #[test]
    fn a_bar_runs_from_the_least_to_the_most_and_has_two_ends() {
        let mut given = Round::default();
        given.spread[0] = Some((6.0, 2.0));
        given.spread[3] = Some((f64::NAN, 2.0));
        let layout = lay_out_compass(&names(), &[given, given], 360.0);
        let radius = layout.centre.1 - layout.axes[0].1;
        let check = |index: usize, beside: f64| {
            let round: &RoundLayout = &layout.rounds[index];
            assert_eq!(round.bars.len(), 1);
            let spots = spots(&round.bars[0]);
            assert_eq!(spots.len(), 6);
            for (spot, rating) in spots.iter().zip([6.0, 2.0]) {
                let wished = (layout.centre.0 + beside, layout.centre.1 - radius * rating / 7.0);
                assert!(distance(*spot, wished) < 0.1, "{spots:?}");
            }
        };
        check(0, 0.0);
        check(1, BESIDE);
    }

    #[test]
    fn whatever_is_rated_stands_inside() {
        let mut seed = 7_u64;
        let mut below = |end: u32| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
            u32::try_from(seed >> 33).unwrap() % end
        };
        for turn in 0..400_u32 {
            let mut value = || match below(12) {
                0 => f64::NAN,
                1 => f64::NEG_INFINITY,
                2 => f64::MAX,
                3 => -1e9,
                _ => f64::from(below(90)) / 10.0,
            };
            let mut rounds = [Round::default(); 4];
            for round in &mut rounds {
                for (rating, spread) in round.ratings.iter_mut().zip(&mut round.spread) {
                    *rating = Some(value()).filter(|value| *value < 8.5);
                    *spread = Some((value(), value())).filter(|(least, _)| *least < 8.5);
                }
            }
            let names = std::array::from_fn(|_| {
                let letters = ["W", "i", " ", "ø", "-", "bo", "  ", "m", "\u{1f3e0}"];
                (0..below(1 + turn / 2)).map(|_| letters[below(9) as usize]).collect()
            });
            let width = f64::from(below(1400));
            let width = if turn % 50 == 0 { f64::NAN } else { width };
            let layout = lay_out_compass(&names, &rounds, width);
            let mut all: Vec<Spot> = layout.axes.to_vec();
            all.extend(layout.numbers.iter().map(|(spot, _)| *spot));
            all.extend(layout.rings.iter().flat_map(|ring| spots(ring)));
            for round in &layout.rounds {
                all.extend(round.dots.iter().flatten());
                let paths = round.outline.iter().chain(&round.stretches).chain(&round.bars);
                all.extend(paths.flat_map(|path| spots(path)));
            }
            for label in &layout.labels {
                all.extend(label.lines.iter().map(|(y, _)| (label.x, *y)));
                all.extend(label.leader.iter().flat_map(|leader| spots(leader)));
            }
            for (x, y) in all {
                let is_inside =
                    (0.0..=layout.width).contains(&x) && (0.0..=layout.height).contains(&y);
                assert!(is_inside, "{x} {y} in {} × {}", layout.width, layout.height);
            }
        }
    }
}
