//! A photograph in dark and light: every pixel is told to be one of them by what is around it, since
//! no lamp shines on all of a picture alike.

use super::layout::Point;

/// Pictures are at most so wide and high: work and memory stay bounded.
const LARGEST: usize = 4096;
/// The side of a block, in parts of the picture's shorter side.
const PARTS: usize = 40;
/// So many blocks to each side tell what is dark and what is light: more than a large mark takes.
const REACH: usize = 4;
/// What differs less is one shade.
const CONTRAST: u8 = 24;

/// The pixel or count that a number lies in; none where it is negative or no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "negative ones are sorted out, and large ones stay large"
)]
pub(super) fn whole(number: f64) -> Option<usize> {
    (number >= 0.0).then_some(number as usize)
}

/// A picture in dark and light.
pub(super) struct Bitmap {
    width: usize,
    height: usize,
    dark: Vec<bool>,
}

impl Bitmap {
    /// Tells dark from light; none where the picture has another size than it says.
    pub(super) fn new(width: usize, height: usize, grey: &[u8]) -> Option<Self> {
        let is_sound = width.max(height) <= LARGEST && grey.len() == width * height;
        if !is_sound || grey.is_empty() {
            return None;
        }
        let side = (width.min(height) / PARTS).max(4);
        let blocks = Blocks::new(width, side, grey);
        let mut dark = Vec::with_capacity(grey.len());
        for (y, rows) in grey.chunks(side * width).enumerate() {
            let limits: Vec<u8> = (0..blocks.columns).map(|x| blocks.limit(x, y)).collect();
            for row in rows.chunks(width) {
                for (pixels, limit) in row.chunks(side).zip(&limits) {
                    dark.extend(pixels.iter().map(|pixel| pixel < limit));
                }
            }
        }
        Some(Self { width, height, dark })
    }

    /// How many pixels it is wide.
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// How many pixels it is high.
    pub(super) const fn height(&self) -> usize {
        self.height
    }

    /// The rows; dark pixels are true.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.dark.chunks(self.width)
    }

    /// Whether a pixel is dark; those outside are light.
    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        let is_inside = x < self.width && y < self.height;
        is_inside && self.dark.get(y * self.width + x) == Some(&true)
    }

    /// Whether it is dark at a point.
    pub(super) fn at(&self, point: Point) -> bool {
        let pixel = whole(point.x).zip(whole(point.y));
        pixel.is_some_and(|(x, y)| self.is_dark(x, y))
    }
}

/// The darkest and the lightest pixel of each block of a picture.
struct Blocks {
    /// How many stand beside each other.
    columns: usize,
    /// Row by row.
    range: Vec<(u8, u8)>,
}

impl Blocks {
    /// Those of a picture, so many pixels wide and high.
    fn new(width: usize, side: usize, grey: &[u8]) -> Self {
        let columns = width.div_ceil(side);
        let mut range = Vec::new();
        for rows in grey.chunks(side * width) {
            let mut blocks = vec![(u8::MAX, 0); columns];
            for row in rows.chunks(width) {
                for (pixels, (darkest, lightest)) in row.chunks(side).zip(&mut blocks) {
                    for pixel in pixels {
                        *darkest = (*darkest).min(*pixel);
                        *lightest = (*lightest).max(*pixel);
                    }
                }
            }
            range.extend(blocks);
        }
        Self { columns, range }
    }

    /// Below which a pixel of a block is dark: halfway between the extremes around it.
    fn limit(&self, x: usize, y: usize) -> u8 {
        let (mut darkest, mut lightest) = (u8::MAX, 0);
        let columns = x.saturating_sub(REACH)..self.columns.min(x + REACH + 1);
        let rows = self.range.chunks(self.columns).skip(y.saturating_sub(REACH));
        for row in rows.take(y.min(REACH) + REACH + 1) {
            for (dark, light) in row.get(columns.clone()).unwrap_or_default() {
                darkest = darkest.min(*dark);
                lightest = lightest.max(*light);
            }
        }
        if lightest.saturating_sub(darkest) < CONTRAST {
            0
        } else {
            u8::midpoint(darkest, lightest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_as_many_pixels_as_it_says_and_not_too_many() {
        let is_some = |width, height, count| Bitmap::new(width, height, &vec![9; count]).is_some();
        assert!(is_some(1, 1, 1) && is_some(3, 7, 21) && is_some(4096, 2, 8192));
        assert!(!is_some(0, 0, 0) && !is_some(0, 7, 0) && !is_some(7, 0, 0));
        assert!(!is_some(3, 7, 20) && !is_some(3, 7, 22) && !is_some(4097, 1, 4097));
        assert!(!is_some(usize::MAX, usize::MAX, 1) && !is_some(1 << 32, 1 << 32, 0));
    }

    #[test]
    fn what_is_dark_is_told_by_what_is_around_it() {
        // Stripes on a page that is lit from the right: the light ones on the left are darker than
        // the dark ones on the right.
        let stripe = |x: usize| (x / 7) % 2 == 1;
        let (light, dark) = (|x: usize| 60 + x * 195 / 799, |x: usize| 20 + x * 130 / 799);
        let shade = |x: usize| if stripe(x) { dark(x) } else { light(x) };
        let grey: Vec<u8> =
            (0..800 * 400).map(|at| u8::try_from(shade(at % 800)).unwrap()).collect();
        let bitmap = Bitmap::new(800, 400, &grey).unwrap();
        for (x, y) in (0..800).flat_map(|x| [(x, 0), (x, 200), (x, 399)]) {
            assert_eq!(bitmap.is_dark(x, y), stripe(x), "{x}, {y}");
        }
        assert!(
            !bitmap.is_dark(800, 0) && !bitmap.is_dark(7, 400) && !bitmap.is_dark(7, usize::MAX)
        );
    }

    #[test]
    fn what_hardly_differs_is_light() {
        let grey: Vec<u8> = (0..100 * 100).map(|at| 90 + u8::from(at % 3 == 0) * 20).collect();
        assert!(!Bitmap::new(100, 100, &grey).unwrap().rows().flatten().any(|is_dark| *is_dark));
    }

    #[test]
    fn outside_of_a_picture_it_is_light() {
        let bitmap = Bitmap::new(2, 2, &[0, 255, 255, 0]).unwrap();
        let at = |x, y| bitmap.at(Point { x, y });
        assert!(at(0.9, 0.1) && at(1.0, 1.99) && !at(1.0, 0.5));
        for far in [-0.1, 2.0, 1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            assert!(!at(far, 0.0) && !at(0.0, far));
        }
    }
}
