//! Reed–Solomon codes over the field of 256 elements, as QR codes use them: a block of bytes in which
//! half as many wrong ones are put right as there are bytes for correction at its end.

/// The product of two elements, modulo x⁸ + x⁴ + x³ + x² + 1.
///
/// Bit by bit: a table of all products would weigh more than the rest of the reader.
fn times(one: u8, other: u8) -> u8 {
    (0..8).rev().fold(0, |product: u8, bit| {
        let overflow = if product & 0x80 == 0 { 0 } else { 0x1d };
        (product << 1) ^ overflow ^ if (other >> bit) & 1 == 1 { one } else { 0 }
    })
}

/// An element to a power.
fn power(element: u8, exponent: usize) -> u8 {
    // Any but 0 is 1 to the power of 255.
    (0..exponent % 255).fold(1, |power, _| times(power, element))
}

/// What an element is multiplied with to get 1; 0 for 0.
fn inverse(element: u8) -> u8 {
    power(element, 254)
}

/// A polynomial's value; the first coefficient is the constant one.
fn value(polynomial: &[u8], x: u8) -> u8 {
    polynomial.iter().rev().fold(0, |sum, coefficient| times(sum, x) ^ coefficient)
}

/// The block's values at the powers of the generator, 2: all 0 where it is right.
fn syndromes(block: &[u8], count: usize) -> Vec<u8> {
    let value = |x| block.iter().fold(0, |sum, byte| times(sum, x) ^ byte);
    (0..count).map(|exponent| value(power(2, exponent))).collect()
}

/// The shortest polynomial that goes on as the syndromes do (Berlekamp 1968, Massey 1969): it is 0 at
/// the inverses of the wrong places.
fn locator(syndromes: &[u8]) -> Vec<u8> {
    let (mut locator, mut before, mut last) = (vec![1], vec![1], 1);
    let mut length = 0;
    for (number, _) in syndromes.iter().enumerate() {
        before.insert(0, 0);
        let so_far = syndromes.get(..=number).unwrap_or_default().iter().rev();
        let off = so_far.zip(&locator).fold(0, |sum, (one, other)| sum ^ times(*one, *other));
        if off == 0 {
            continue;
        }
        let old = locator.clone();
        let factor = times(off, inverse(last));
        locator.resize(locator.len().max(before.len()), 0);
        for (coefficient, other) in locator.iter_mut().zip(&before) {
            *coefficient ^= times(factor, *other);
        }
        if 2 * length <= number {
            length = number + 1 - length;
            (before, last) = (old, off);
        }
    }
    locator.truncate(length + 1);
    locator
}

/// Puts a block right whose last bytes, so many, are for correction; none where too much is wrong.
pub(super) fn correct(block: &mut [u8], count: usize) -> Option<()> {
    let wrong = syndromes(block, count);
    if wrong.iter().all(|syndrome| *syndrome == 0) {
        return Some(());
    }
    let locator = locator(&wrong);
    if (locator.len() - 1) * 2 > count {
        return None;
    }
    // How much is wrong at each place (Forney 1965).
    let evaluator: Vec<u8> = (0..count)
        .map(|at| {
            let known = wrong.iter().take(at + 1).rev().zip(&locator);
            known.fold(0, |sum, (one, other)| sum ^ times(*one, *other))
        })
        .collect();
    let odd = |(at, coefficient): (usize, &u8)| if at % 2 == 1 { *coefficient } else { 0 };
    let slope: Vec<u8> =
        locator.iter().enumerate().skip(1).map(|all| odd((all.0, all.1))).collect();
    for (exponent, byte) in block.iter_mut().rev().enumerate() {
        let place = power(2, exponent);
        let back = inverse(place);
        if value(&locator, back) == 0 {
            let slope = value(&slope, back);
            *byte ^= times(place, times(value(&evaluator, back), inverse(slope)));
        }
    }
    syndromes(block, count).iter().all(|syndrome| *syndrome == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    #[test]
    fn the_field_is_the_one_of_the_standard() {
        assert_eq!((times(0x80, 2), times(0x53, 1), times(7, 0)), (0x1d, 0x53, 0));
        assert_eq!((power(2, 8), power(2, 255), power(2, 254)), (0x1d, 1, 0x8e));
        for element in 1..=255 {
            assert_eq!(times(element, inverse(element)), 1);
        }
    }

    /// The example of the standard: version 1, error correction M, `01234567`.
    const EXAMPLE: [u8; 26] = [
        0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec,
        0x11, 0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55,
    ];

    proptest! {
        #[test]
        fn up_to_five_wrong_bytes_of_the_example_are_put_right(
            wrong in vec((0_usize..26, 1_u8..), 0..6),
        ) {
            let mut block = EXAMPLE;
            for (at, by) in wrong {
                block[at] ^= by;
            }
            prop_assert_eq!(correct(&mut block, 10), Some(()));
            prop_assert_eq!(block, EXAMPLE);
        }

        #[test]
        fn what_is_put_right_is_right_and_anything_is_taken(
            mut block in vec(any::<u8>(), 0..100),
            count in 0_usize..40,
        ) {
            if correct(&mut block, count).is_some() {
                prop_assert!(syndromes(&block, count).iter().all(|syndrome| *syndrome == 0));
            }
        }
    }
}
