//! What the modules of a QR code say.

use super::{correction::correct, layout::known};

/// For each version, and the error corrections M, L, H and Q, as they are numbered in codes: how many
/// bytes of a block are for correction, and how many blocks there are (ISO/IEC 18004, table 9).
const BLOCKS: [[(usize, usize); 4]; 40] = [
    [(10, 1), (7, 1), (17, 1), (13, 1)],
    [(16, 1), (10, 1), (28, 1), (22, 1)],
    [(26, 1), (15, 1), (22, 2), (18, 2)],
    [(18, 2), (20, 1), (16, 4), (26, 2)],
    [(24, 2), (26, 1), (22, 4), (18, 4)],
    [(16, 4), (18, 2), (28, 4), (24, 4)],
    [(18, 4), (20, 2), (26, 5), (18, 6)],
    [(22, 4), (24, 2), (26, 6), (22, 6)],
    [(22, 5), (30, 2), (24, 8), (20, 8)],
    [(26, 5), (18, 4), (28, 8), (24, 8)],
    [(30, 5), (20, 4), (24, 11), (28, 8)],
    [(22, 8), (24, 4), (28, 11), (26, 10)],
    [(22, 9), (26, 4), (22, 16), (24, 12)],
    [(24, 9), (30, 4), (24, 16), (20, 16)],
    [(24, 10), (22, 6), (24, 18), (30, 12)],
    [(28, 10), (24, 6), (30, 16), (24, 17)],
    [(28, 11), (28, 6), (28, 19), (28, 16)],
    [(26, 13), (30, 6), (28, 21), (28, 18)],
    [(26, 14), (28, 7), (26, 25), (26, 21)],
    [(26, 16), (28, 8), (28, 25), (30, 20)],
    [(26, 17), (28, 8), (30, 25), (28, 23)],
    [(28, 17), (28, 9), (24, 34), (30, 23)],
    [(28, 18), (30, 9), (30, 30), (30, 25)],
    [(28, 20), (30, 10), (30, 32), (30, 27)],
    [(28, 21), (26, 12), (30, 35), (30, 29)],
    [(28, 23), (28, 12), (30, 37), (28, 34)],
    [(28, 25), (30, 12), (30, 40), (30, 34)],
    [(28, 26), (30, 13), (30, 42), (30, 35)],
    [(28, 28), (30, 14), (30, 45), (30, 38)],
    [(28, 29), (30, 15), (30, 48), (30, 40)],
    [(28, 31), (30, 16), (30, 51), (30, 43)],
    [(28, 33), (30, 17), (30, 54), (30, 45)],
    [(28, 35), (30, 18), (30, 57), (30, 48)],
    [(28, 37), (30, 19), (30, 60), (30, 51)],
    [(28, 38), (30, 19), (30, 63), (30, 53)],
    [(28, 40), (30, 20), (30, 66), (30, 56)],
    [(28, 43), (30, 21), (30, 70), (30, 59)],
    [(28, 45), (30, 22), (30, 74), (30, 62)],
    [(28, 47), (30, 24), (30, 77), (30, 65)],
    [(28, 49), (30, 25), (30, 81), (30, 68)],
];

/// What a code of a size says; none where it cannot be read, or says something else than bytes.
pub(super) fn decode(size: usize, is_dark: &dyn Fn(usize, usize) -> bool) -> Option<Vec<u8>> {
    let version = size.checked_sub(17)? / 4;
    let format = format(size, is_dark)?;
    let blocks = BLOCKS.get(version.checked_sub(1)?)?.get(format >> 3)?;
    let data = data(&words(size, format & 7, is_dark), *blocks)?;
    bytes(&data, version)
}

/// The level of error correction and the mask, five bits, as the better of two copies says.
fn format(size: usize, is_dark: &dyn Fn(usize, usize) -> bool) -> Option<usize> {
    let down = (0..6).chain([7, 8]).map(|y| (8, y));
    let left = [7].into_iter().chain((0..6).rev()).map(|x| (x, 8));
    // From the highest bit on.
    let one: Vec<_> = down.chain(left).rev().collect();
    let up = (0..7).map(|y| (8, size - 1 - y));
    let right = (0..8).map(|x| (size - 8 + x, 8));
    let other: Vec<_> = up.chain(right).collect();
    let [one, other] = [one, other].map(|places| {
        places.into_iter().fold(0, |bits: usize, (x, y)| (bits << 1) | usize::from(is_dark(x, y)))
    });
    let wrong = |format: usize| {
        let code = (0..5).rev().fold(format << 10, |code, bit| {
            if (code >> (bit + 10)) & 1 == 1 { code ^ (0x537 << bit) } else { code }
        });
        let word = ((format << 10) | code) ^ 0x5412;
        (word ^ one).count_ones().min((word ^ other).count_ones())
    };
    // Any two differ in seven bits.
    (0..32).find(|format| wrong(*format) <= 3)
}

/// The bytes as they lie in a code: in columns of two, upwards and downwards in turns.
fn words(size: usize, mask: usize, is_dark: &dyn Fn(usize, usize) -> bool) -> Vec<u8> {
    let mut is_data = vec![true; size * size];
    let mut reserve = |x: usize, y: usize| {
        if let Some(is_data) = is_data.get_mut(y * size + x) {
            *is_data = false;
        }
    };
    known(size, &mut |x, y, _| reserve(x, y));
    for at in 0..size {
        // The margins of the marks and the format, and the version.
        for near in 0..9 {
            let (is_first, is_last) = (at < 9, at >= size - 8);
            if is_first || is_last {
                reserve(at, near);
                reserve(near, at);
            }
            if size >= 45 && near < 6 && at >= size - 11 {
                reserve(at, near);
                reserve(near, at);
            }
        }
        reserve(at, 6);
        reserve(6, at);
    }
    let (mut words, mut word, mut bits) = (Vec::new(), 0_u8, 0);
    let columns = (0..size).rev().filter(|x| *x != 6).collect::<Vec<_>>();
    for (number, pair) in columns.chunks(2).enumerate() {
        for step in 0..size {
            let y = if number % 2 == 0 { size - 1 - step } else { step };
            for x in pair.iter().filter(|x| is_data.get(y * size + **x) == Some(&true)) {
                word = (word << 1) | u8::from(is_dark(*x, y) != is_masked(mask, *x, y));
                bits += 1;
                if bits % 8 == 0 {
                    words.push(word);
                }
            }
        }
    }
    words
}

/// Whether a mask turns a module.
fn is_masked(mask: usize, x: usize, y: usize) -> bool {
    let product = x * y;
    0 == match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (y / 2 + x / 3) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => (product % 3 + (x + y) % 2) % 2,
    }
}

/// The data, put right: the blocks lie in turns in a code, a byte of each.
fn data(words: &[u8], (correction, count): (usize, usize)) -> Option<Vec<u8>> {
    let short = (words.len() / count).checked_sub(correction)?;
    // The last ones are a byte longer.
    let long = words.len() % count;
    let mut blocks = vec![Vec::new(); count];
    let mut words = words.iter();
    for at in 0..=short {
        let first = if at < short { 0 } else { count - long };
        for (block, word) in blocks.iter_mut().skip(first).zip(&mut words) {
            block.push(*word);
        }
    }
    for _ in 0..correction {
        for (block, word) in blocks.iter_mut().zip(&mut words) {
            block.push(*word);
        }
    }
    let mut data = Vec::new();
    for mut block in blocks {
        correct(&mut block, correction)?;
        data.extend(block.get(..block.len().checked_sub(correction)?)?);
    }
    Some(data)
}

/// The bytes that the data say.
fn bytes(data: &[u8], version: usize) -> Option<Vec<u8>> {
    let mut at = 0;
    let mut take = |count: usize| {
        let number = (at..at + count).try_fold(0, |number: usize, at| {
            let byte = data.get(at / 8)?;
            Some((number << 1) | usize::from((byte >> (7 - at % 8)) & 1))
        });
        at += count;
        number
    };
    let mut bytes = Vec::new();
    // An end that has no room is none, and a code that is full has none.
    while let Some(mode) = take(4).filter(|mode| *mode != 0) {
        if mode != 4 {
            return None;
        }
        for _ in 0..take(if version < 10 { 8 } else { 16 })? {
            bytes.push(u8::try_from(take(8)?).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fast_qr::{ECL, Mask, Mode, QRBuilder};

    fn code(bytes: &[u8], level: ECL, mask: Option<Mask>) -> Option<(usize, Vec<bool>)> {
        let mut builder = QRBuilder::new(bytes);
        builder.mode(Mode::Byte).ecl(level);
        mask.map(|mask| builder.mask(mask));
        let code = builder.build().ok()?;
        let modules = code.data.iter().take(code.size * code.size);
        Some((code.size, modules.map(|module| module.value()).collect()))
    }

    fn read(size: usize, modules: &[bool]) -> Option<Vec<u8>> {
        decode(size, &|x, y| modules[y * size + x])
    }

    #[test]
    fn codes_of_every_version_and_error_correction_are_read() {
        for level in [ECL::L, ECL::M, ECL::Q, ECL::H] {
            let mut sizes = Vec::new();
            let small = (0..64).step_by(6).chain((64..400).step_by(12));
            for count in small.chain((400..800).step_by(20)).chain((800..).step_by(40)) {
                let bytes: Vec<u8> = (0..=u8::MAX).cycle().step_by(7).take(count).collect();
                let Some((size, modules)) = code(&bytes, level, None) else { break };
                if sizes.last() != Some(&size) {
                    assert_eq!(read(size, &modules), Some(bytes), "{size} {level:?}");
                    sizes.push(size);
                }
            }
            assert_eq!(sizes.len(), 40);
        }
    }

    #[test]
    fn every_mask_is_taken_off() {
        let masks = [
            Mask::Checkerboard,
            Mask::HorizontalLines,
            Mask::VerticalLines,
            Mask::DiagonalLines,
            Mask::LargeCheckerboard,
            Mask::Fields,
            Mask::Diamonds,
            Mask::Meadow,
        ];
        for mask in masks {
            let (size, modules) = code(b"any bytes", ECL::M, Some(mask)).unwrap();
            assert_eq!(read(size, &modules).as_deref(), Some(b"any bytes".as_slice()));
        }
    }

    #[test]
    fn what_is_not_written_in_bytes_is_not_read() {
        let code = QRBuilder::new("0123456789").mode(Mode::Numeric).build().unwrap();
        assert_eq!(decode(code.size, &|x, y| code[y][x].value()), None);
    }

    #[test]
    fn wrong_modules_are_put_right_up_to_a_point_and_sizes_that_are_none_are_no_code() {
        let bytes = vec![7; 300];
        let (size, modules) = code(&bytes, ECL::M, None).unwrap();
        let spoil = |every: usize| {
            let spoilt =
                |x: usize, y: usize| modules[y * size + x] != (y * size + x).is_multiple_of(every);
            decode(size, &spoilt)
        };
        assert_eq!(spoil(240), Some(bytes));
        assert_eq!((spoil(20), spoil(2)), (None, None));
        for size in (0..21).chain([181, 185]) {
            assert_eq!(decode(size, &|x, y| x % 3 == y % 2), None, "{size}");
        }
    }
}
