//! Packs as they stand on the shelf: compressed, since the room there is counted in UTF-16 units
//! whatever is in them, and written with 15 bits a unit.
//!
//! A packed text is the letter `z`, which no JSON begins with, and signs from U+3400 on, each of
//! which stands for 15 bits: none of them is a surrogate, a control character or a quotation mark.
//! The bits are bytes, the highest bit first: an LZ4 block behind its size (four bytes, the lowest
//! first), then [`END`], then zeros. `public/recovery.js` reads it too.

use lz4_flex::block;

/// What a packed text begins with.
const FORM: char = 'z';
/// The sign for 15 zeros.
const FIRST: u32 = 0x3400;
/// A sign stands for so many bits.
const BITS: u32 = 15;
/// The byte behind the last one: whole signs may have room for a byte more than was written.
const END: u8 = 1;
/// A text that claims to be longer, in bytes, is damaged: all of the room holds much less.
const LONGEST: usize = 64 << 20;

/// Packs a text.
pub(super) fn pack(text: &str) -> String {
    let mut bytes = block::compress_prepend_size(text.as_bytes());
    bytes.push(END);
    let mut packed = String::with_capacity(4 + bytes.len() * 8 / 5);
    packed.push(FORM);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8) | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            packed.extend(sign(bits >> count));
        }
    }
    if count > 0 {
        packed.extend(sign(bits << (BITS - count)));
    }
    packed
}

/// The sign for the lowest 15 bits.
fn sign(bits: u32) -> Option<char> {
    char::from_u32(FIRST + (bits & ((1 << BITS) - 1)))
}

/// Whether a text has the form of a packed one.
pub(super) fn is_packed(text: &str) -> bool {
    text.starts_with(FORM)
}

/// Reads a text that [`pack`] wrote; none where it is damaged.
pub(super) fn unpack(packed: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(packed.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0);
    for sign in packed.strip_prefix(FORM)?.chars() {
        let number = u32::from(sign).checked_sub(FIRST).filter(|number| *number < 1 << BITS)?;
        bits = (bits << BITS) | number;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    if bytes.last() == Some(&0) {
        bytes.pop();
    }
    if bytes.pop() != Some(END) {
        return None;
    }
    let (size, block) = bytes.split_first_chunk()?;
    let size = usize::try_from(u32::from_le_bytes(*size)).ok().filter(|size| *size <= LONGEST)?;
    let text = block::decompress(block, size).ok().filter(|text| text.len() == size)?;
    String::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters that look random, the same every time.
    fn letters(count: usize) -> String {
        let mut state = 7_u32;
        let mut letter = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from(state >> 28).unwrap())
        };
        (0..count).map(|_| letter()).collect()
    }

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    #[test]
    fn a_text_survives_being_packed_and_unpacked() {
        let mut texts: Vec<String> = (0..200).map(letters).collect();
        texts.extend((0..200).map(|count| "\0".repeat(count)));
        for text in
            ["[]", "æøå Ærø", "日本語 😀 \u{10ffff}", "\"\\\n\t\u{7f}\u{1}", "[\n]\0\0\u{1}"]
        {
            texts.extend([text.to_owned(), text.repeat(1_000)]);
        }
        texts.push(letters(2 << 20));
        texts.push("{\"id\":\"0192f0c1\",\"kind\":\"note\"},\n".repeat(60_000));
        for text in texts {
            let packed = pack(&text);
            let is_sign = |sign: char| ('\u{3400}'..='\u{b3ff}').contains(&sign);
            assert!(is_packed(&packed) && packed.chars().skip(1).all(is_sign));
            assert!(unpack(&packed).as_ref() == Some(&text), "{} bytes", text.len());
        }
    }

    #[test]
    fn what_repeats_takes_little_room_and_what_does_not_hardly_more_than_its_bits() {
        let text = "{\"set\":\"0192f0c1\",\"date\":\"2019-03\"},".repeat(1_000);
        assert!(units(&pack(&text)) < text.len() / 100);
        let text = letters(100_000);
        assert!(units(&pack(&text)) < text.len() * 8 / 15 + text.len() / 100);
    }

    #[test]
    fn what_is_damaged_gives_nothing_or_a_text_and_never_stops_the_app() {
        for text in ["", "z", "[]", "z[]", "zz", "z\u{3400}", "z\u{b3ff}", "z\u{b400}", "z\u{33ff}"]
        {
            assert_eq!(unpack(text), None, "{text}");
        }
        let text = format!("{}{}", "[\"æ\",2019]".repeat(40), letters(300));
        let packed: Vec<char> = pack(&text).chars().collect();
        let with = |at: usize, sign: char| {
            let mut damaged = packed.clone();
            damaged[at] = sign;
            unpack(&damaged.into_iter().collect::<String>())
        };
        for at in 0..packed.len() {
            let cut: String = packed[..at].iter().collect();
            assert_ne!(unpack(&cut).as_ref(), Some(&text), "cut at {at}");
            assert_eq!(with(at, '"'), None, "a quotation mark at {at}");
            for bit in 0..BITS {
                let number = u32::from(packed[at]).wrapping_sub(FIRST) ^ (1 << bit);
                // What becomes of it is for the reader of JSON to judge.
                with(at, char::from_u32(FIRST.wrapping_add(number)).unwrap_or('z'));
            }
        }
    }

    #[test]
    fn a_text_that_claims_to_be_too_long_is_refused() {
        let claim = |size: u32| {
            let mut bytes = size.to_le_bytes().to_vec();
            bytes.extend([0x10, b'a', END]);
            let mut number = bytes.iter().fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
            // 56 bits, filled up to 60.
            number <<= 4;
            let mut packed = String::from(FORM);
            for shift in [45, 30, 15, 0] {
                packed.extend(sign(u32::try_from((number >> shift) & 0x7fff).unwrap()));
            }
            unpack(&packed)
        };
        assert_eq!(claim(1), Some("a".into()));
        for size in [0, 2, 1 << 20, (64 << 20) + 1, u32::MAX] {
            assert_eq!(claim(size), None, "{size}");
        }
    }
}
