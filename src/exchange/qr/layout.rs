//! What all QR codes of a size have in common, and how a code lies in a picture.

/// A point of the picture, or of a code in modules.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    /// The way from another point.
    pub(super) fn from(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }

    /// The point at the end of a way, gone so many times.
    pub(super) fn plus(self, way: Self, times: f64) -> Self {
        Self { x: self.x + way.x * times, y: self.y + way.y * times }
    }

    /// How long a way is.
    pub(super) fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// The area that two ways span: positive where the second turns right.
    pub(super) fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    /// The product of two ways: 0 where they are at a right angle.
    pub(super) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
}

/// A number of pixels or modules.
#[expect(clippy::cast_precision_loss, reason = "sides of pictures are short")]
pub(super) fn real(count: usize) -> f64 {
    count as f64
}

/// A code laid over a picture.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// How many modules it is wide and high.
    pub(super) size: usize,
    /// The centres of the marks: in the corner, right, below; and of the last small mark, three
    /// modules further in than a fourth one would have it.
    pub(super) points: [Point; 4],
    /// How much further away the marks right and below are than the one in the corner.
    weights: (f64, f64),
}

impl Code {
    /// A code that hangs on four points; none where they lie wrong.
    pub(super) fn new(points: [Point; 4], size: usize) -> Option<Self> {
        let [corner, right, below, small] = points;
        // Such that `map` takes the small mark's place in the code to its place in the picture.
        let far = (real(size) - 10.0) / (real(size) - 7.0);
        let [corner, right, below] = [corner, right, below].map(|point| point.from(small));
        let area = right.cross(below) * far;
        let share = 2.0 * far - 1.0;
        let weights = (corner.cross(below) * share / area, right.cross(corner) * share / area);
        let is_sound = weights.0 > 0.2 && weights.1 > 0.2 && weights.0 < 5.0 && weights.1 < 5.0;
        is_sound.then_some(Self { size, points, weights })
    }

    /// A code of which only the marks are known, and how much further away the two others are than the
    /// one in the corner.
    pub(super) fn tilted(marks: [Point; 3], weights: (f64, f64), size: usize) -> Self {
        let [corner, right, below] = marks;
        let points = [corner, right, below, corner];
        let mut code = Self { size, points, weights };
        let small = real(size) - 6.5;
        code.points[3] = code.map(small, small);
        code
    }

    /// Where a point of the code, in modules, lies in the picture: the mean of the three marks, each
    /// of which weighs more the nearer it is to the point, and the further from the camera.
    pub(super) fn map(&self, x: f64, y: f64) -> Point {
        let between = real(self.size) - 7.0;
        let (u, v) = ((x - 3.5) / between, (y - 3.5) / between);
        let (one, two, three) = (1.0 - u - v, u * self.weights.0, v * self.weights.1);
        let all = one + two + three;
        let [corner, right, below, _] = self.points;
        Point::default().plus(corner, one / all).plus(right, two / all).plus(below, three / all)
    }
}

/// Tells of every module that is the same in all codes of a size, and whether
/// it is dark: the marks, without their light margins, the small marks and the dotted lines.
pub(super) fn known(size: usize, tell: &mut impl FnMut(usize, usize, bool)) {
    let mut square = |x: usize, y: usize, side: usize| {
        for (dy, dx) in (0..side).flat_map(|dy| (0..side).map(move |dx| (dy, dx))) {
            let ring = dx.min(dy).min(side - 1 - dx).min(side - 1 - dy);
            tell(x + dx, y + dy, ring != 1);
        }
    };
    for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
        square(x, y, 7);
    }
    let small = small_marks(size);
    let last = small.len().saturating_sub(1);
    for (row, y) in small.iter().enumerate() {
        for (column, x) in small.iter().enumerate() {
            // There are none where the large marks are.
            let (near, far) = (row.min(column), row.max(column));
            if near > 0 || (far > 0 && far < last) {
                square(x - 2, y - 2, 5);
            }
        }
    }
    for at in 8..size - 8 {
        tell(at, 6, at % 2 == 0);
        tell(6, at, at % 2 == 0);
    }
}

/// Where the small marks stand, in both directions.
fn small_marks(size: usize) -> Vec<usize> {
    let version = (size - 17) / 4;
    if version < 2 {
        return Vec::new();
    }
    let gaps = version / 7 + 1;
    // The last ones stand at even steps, the first one six modules from the edge.
    let step = if version == 32 { 26 } else { (version * 4 + gaps * 2 + 3) / (gaps * 2) * 2 };
    let mut marks: Vec<usize> = (0..gaps).map(|number| size - 7 - number * step).collect();
    marks.push(6);
    marks.reverse();
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::qr::draw;

    #[test]
    fn what_is_known_of_a_code_is_so_in_codes_of_every_size() {
        let mut sizes = Vec::new();
        let counts = (0..400).step_by(12).chain((400..).step_by(30));
        let pictures = counts.map_while(|count| draw(&vec![b'a'; count]));
        for picture in pictures {
            let mut count = 0;
            known(picture.size, &mut |x, y, is_dark| {
                assert_eq!(picture.is_dark(x, y), is_dark, "{x}, {y} of {}", picture.size);
                count += 1;
            });
            assert!(count >= 3 * 49 + 2 * (picture.size - 16));
            sizes.push(picture.size);
        }
        sizes.dedup();
        assert_eq!(sizes, (1..=40).map(|version| version * 4 + 17).collect::<Vec<_>>());
    }

    #[test]
    fn a_code_lies_where_its_four_points_are() {
        let points = [(10.0, 20.0), (300.0, 40.0), (30.0, 280.0), (250.0, 230.0)];
        let points = points.map(|(x, y)| Point { x, y });
        let code = Code::new(points, 89).unwrap();
        let places = [(3.5, 3.5), (85.5, 3.5), (3.5, 85.5), (82.5, 82.5)];
        for ((x, y), point) in places.into_iter().zip(points) {
            assert!(code.map(x, y).from(point).length() < 1e-9);
        }
        // Folded over, or without an extent.
        let [corner, right, below, _] = points;
        assert!(Code::new([corner, right, below, corner], 89).is_none());
        assert!(Code::new([corner; 4], 89).is_none());
    }
}
