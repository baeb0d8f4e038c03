//! Frames as pictures, and back: QR codes.
//!
//! A frame is drawn in byte mode at error correction M, which restores some 15 % of a picture: more
//! than L, which a smear or a lamp's reflection outruns, and not so much that the code gets dense.
//! A frame that cannot be read all the same costs only a moment, as any later one replaces it.
//!
//! Codes are drawn by the crate `fast_qr`. They are read by what stands here, and only those written
//! in bytes: of the crates that read codes, `rqrr` stops the app at some photographs (its issue 54),
//! overlooks most codes of this size that are blurred or tilted, and weighs 70 kB.

mod bitmap;
#[cfg(test)]
mod camera;
mod correction;
mod finding;
mod layout;
mod words;

use bitmap::Bitmap;
use fast_qr::{ECL, Mode, QRBuilder};
use std::fmt::Write as _;

/// The light margin that a code needs, in modules.
const QUIET: usize = 4;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many modules it is wide and high, without its light margin.
    pub size: usize,
    /// Row by row, dark ones are true.
    modules: Vec<bool>,
}

impl Picture {
    /// Whether a module is dark; those outside are light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.modules.get(y * self.size + x) == Some(&true)
    }

    /// The dark modules as one path of an SVG, whose view box is 0, 0, `size + 8`, `size + 8`: a
    /// module is one unit, and four of them are left light on every side.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.modules.chunks(self.size.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run.first() == Some(&true) {
                    let (left, top, width) = (x + QUIET, y + QUIET, run.len());
                    // Writing to a text does not fail.
                    let written = write!(path, "M{left} {top}h{width}v1h-{width}z");
                    debug_assert!(written.is_ok());
                }
                x += run.len();
            }
        }
        path
    }
}

/// Draws bytes as the smallest QR code that holds them; none where no code does.
#[must_use]
pub fn draw(bytes: &[u8]) -> Option<Picture> {
    let code = QRBuilder::new(bytes).mode(Mode::Byte).ecl(ECL::M).build().ok()?;
    let modules = code.data.iter().take(code.size * code.size).map(|module| module.value());
    Some(Picture { size: code.size, modules: modules.collect() })
}

/// Reads the codes in a picture: one byte a pixel, row by row, from dark to light.
///
/// It gives what each code says, and nothing where there is none, or where the picture has more or
/// fewer bytes than it says.
#[must_use]
pub fn read(width: usize, height: usize, grey: &[u8]) -> Vec<Vec<u8>> {
    Bitmap::new(width, height, grey).map(|bitmap| bitmap.read()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{
        camera::{Photograph, STRAIGHT, Shot},
        *,
    };
    use crate::exchange::series::{Receiver, Sender, Taken};
    use proptest::{collection::vec, prelude::*};

    /// Bytes that look random, the same every time.
    fn bytes(count: usize, seed: u32) -> Vec<u8> {
        let mut state = seed;
        let mut byte = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        (0..count).map(|_| byte()).collect()
    }

    /// More bytes than any frame has.
    fn frame() -> Vec<u8> {
        bytes(560, 7)
    }

    fn read_photograph(photograph: &Photograph) -> Vec<Vec<u8>> {
        read(photograph.width, photograph.height, &photograph.grey)
    }

    #[test]
    fn many_bytes_make_a_large_code_and_too_many_none() {
        let size = |count| draw(&bytes(count, 1)).map(|picture| picture.size);
        assert_eq!(
            [0, 560, 561, 2_331, 2_332, 9_000].map(size),
            [Some(21), Some(89), Some(93), Some(177), None, None]
        );
    }

    #[test]
    fn the_path_covers_the_dark_modules_within_a_light_margin() {
        let picture = draw(b"https://example.org/").unwrap();
        let mut dark = Vec::new();
        let path = picture.path();
        for run in path.split_terminator('z') {
            let mut numbers = run.split(['M', ' ', 'h', 'v']).skip(1).map(str::parse);
            let mut next = || numbers.next().unwrap().unwrap();
            let (x, y, width, height, back): (i32, i32, i32, i32, i32) =
                (next(), next(), next(), next(), next());
            assert_eq!((height, back), (1, -width));
            dark.extend((x..x + width).map(|x| (y, x)));
        }
        let modules = (0..picture.size).flat_map(|y| (0..picture.size).map(move |x| (y, x)));
        let modules = modules.filter(|(y, x)| picture.is_dark(*x, *y));
        let modules = modules.map(|(y, x)| [y, x].map(|at| i32::try_from(at + 4).unwrap()).into());
        assert_eq!(dark, modules.collect::<Vec<_>>());
        assert!(!picture.is_dark(picture.size, 0) && !picture.is_dark(0, usize::MAX));
    }

    #[test]
    fn a_frame_is_read_from_any_photograph_that_a_hall_allows() {
        let (frame, picture) = (frame(), draw(&frame()).unwrap());
        let check = |shot: Shot| {
            let read = read_photograph(&shot.take(&picture));
            assert!(read == [frame.clone()], "{shot:?}");
        };
        let hall = Shot { blurred: 1, noise: 12.0, gradient: -60.0, ..STRAIGHT };
        for pixels in [2.0, 2.3, 2.5, 2.6, 3.0, 3.3, 3.5, 7.1] {
            check(Shot { pixels, ..STRAIGHT });
        }
        for pixels in [3.0, 4.0, 6.5] {
            check(Shot { pixels, ..hall });
        }
        for turned in [1.0, 7.0, 29.0, 45.0, 90.0, 180.0, 203.0, 330.0] {
            check(Shot { turned, ..hall });
        }
        for tilted in [-0.12, -0.05, 0.02, 0.08, 0.12] {
            check(Shot { tilted, ..hall });
            check(Shot { tilted, turned: 33.0, ..hall });
        }
        check(Shot { blurred: 2, ..hall });
        check(Shot { noise: 25.0, ..hall });
        check(Shot { bright: (90.0, 140.0), blurred: 1, noise: 5.0, ..STRAIGHT });
        check(Shot { bright: (10.0, 70.0), blurred: 1, gradient: 150.0, ..STRAIGHT });
    }

    #[test]
    fn codes_of_all_sizes_are_read() {
        for count in (1..2_331).step_by(233).chain([2, 3, 14, 20, 2_331]) {
            let bytes = bytes(count, 3);
            let shot = Shot { turned: 4.0, tilted: 0.03, blurred: 1, noise: 8.0, ..STRAIGHT };
            assert_eq!(read_photograph(&shot.take(&draw(&bytes).unwrap())), [bytes], "{count}");
        }
    }

    #[test]
    fn a_code_that_is_partly_hidden_or_seen_in_a_mirror_is_read() {
        let photograph = STRAIGHT.take(&draw(&frame()).unwrap());
        let mut hidden = photograph.clone();
        for (at, pixel) in hidden.grey.iter_mut().enumerate() {
            let (x, y) = (at % photograph.width, at / photograph.width);
            if (150..190).contains(&x) && (150..190).contains(&y) {
                *pixel = 230;
            }
        }
        assert_eq!(read_photograph(&hidden), [frame()]);
        let mut mirrored = photograph;
        for row in mirrored.grey.chunks_mut(mirrored.width) {
            row.reverse();
        }
        assert_eq!(read_photograph(&mirrored), [frame()]);
    }

    #[test]
    fn two_codes_in_a_photograph_are_both_read() {
        let [one, two] = [b"the one".to_vec(), frame()];
        let [left, right] = [&one, &two].map(|bytes| STRAIGHT.take(&draw(bytes).unwrap()));
        let mut both = right.clone();
        both.width += left.width;
        both.grey.clear();
        for (y, row) in right.grey.chunks(right.width).enumerate() {
            let empty = vec![210; left.width];
            both.grey.extend(left.grey.chunks(left.width).nth(y).unwrap_or(&empty));
            both.grey.extend(row);
        }
        let mut read = read_photograph(&both);
        read.sort_by_key(Vec::len);
        assert_eq!(read, [one, two]);
    }

    #[test]
    fn a_file_goes_from_screen_to_camera() {
        let payload = bytes(4_000, 9);
        let sender = Sender::new(&payload).unwrap();
        let mut receiver = Receiver::default();
        let mut taken = Taken::NotOurs;
        // Every third picture is missed.
        for number in (0..40).filter(|number| number % 3 != 1) {
            let picture = draw(&sender.frame(number)).unwrap();
            let shot = Shot { turned: f64::from(number), blurred: 1, noise: 10.0, ..STRAIGHT };
            for frame in read_photograph(&shot.take(&picture)) {
                taken = receiver.take(&frame);
            }
            if matches!(taken, Taken::Done(_)) {
                break;
            }
        }
        assert!(taken == Taken::Done(payload), "{} received", receiver.received());
    }

    #[test]
    fn where_there_is_no_code_none_is_read() {
        for (width, height) in (0..40).flat_map(|x| (0..40).map(move |y| (x, y))) {
            let grey = bytes(width * height, 5);
            assert!(read(width, height, &grey).is_empty());
            assert!(read(width, height + 1, &grey).is_empty() || width == 0);
        }
        assert!(read(usize::MAX, 2, &[]).is_empty());
        for shade in [0, 255] {
            assert!(read(640, 480, &vec![shade; 640 * 480]).is_empty());
        }
        // Marks everywhere, and none of them belongs to a code.
        let mark = |x: usize, y: usize| {
            let ring = x.min(y).min(6_usize.wrapping_sub(x)).min(6_usize.wrapping_sub(y));
            if x < 7 && y < 7 && ring != 1 { 20 } else { 230 }
        };
        let at = |at: usize| mark(at % 400 / 3 % 9, at / 400 / 3 % 9);
        assert!(read(400, 400, &(0..400 * 400).map(at).collect::<Vec<_>>()).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn any_bytes_are_drawn_and_read(
            bytes in vec(any::<u8>(), 1..700),
            turned in 0.0..360.0,
            tilted in -0.1..0.1,
            pixels in 3.0..6.0,
        ) {
            let shot = Shot { pixels, turned, tilted, blurred: 1, noise: 8.0, ..STRAIGHT };
            prop_assert_eq!(read_photograph(&shot.take(&draw(&bytes).unwrap())), [bytes]);
        }

        #[test]
        fn any_pixels_are_read_without_harm(
            width in 1_usize..200,
            grey in vec(prop::sample::select(vec![0_u8, 255]), 0..20_000),
        ) {
            let height = grey.len() / width;
            let _ = read(width, height, &grey[..width * height]);
        }

        #[test]
        fn spoilt_codes_are_read_without_harm(
            spots in vec((any::<usize>(), 0_usize..80, any::<u8>()), 0..40),
            turned in 0.0..360.0,
            tilted in -0.5..0.5,
            count in 1_usize..400,
        ) {
            let shot = Shot { pixels: 3.0, turned, tilted, ..STRAIGHT };
            let mut photograph = shot.take(&draw(&bytes(count, 1)).unwrap());
            let (width, pixels) = (photograph.width, photograph.grey.len());
            for (at, side, shade) in spots {
                for place in (0..side * side).map(|place| place / side * width + place % side) {
                    photograph.grey[(at % pixels + place) % pixels] = shade;
                }
            }
            for read in read_photograph(&photograph) {
                prop_assert_eq!(read, bytes(count, 1));
            }
        }
    }
}
