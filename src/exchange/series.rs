//! A text as a series of frames that may come in any order and with gaps, for handing over by codes that
//! one device shows and another one's camera reads.
//!
//! # How it works
//! The packed text is cut into `k` blocks of equal length, the last filled up with zeros. Frame `n` below
//! `k` carries block `n`; every later frame carries the sum (exclusive or) of about half of the
//! blocks, drawn by a generator from the number of the frame. The receiver solves the equations that it
//! has got, so that it does not matter which frames it missed: any `k` frames of which none follows from
//! the others will do, and of frames from `k` on nearly every one is such (a random binary matrix has
//! full rank but for 1.6 rows on average). Nothing is asked back.
//!
//! # The layout of a frame
//! Numbers have their highest byte first.
//!
//! | bytes | what |
//! |---|---|
//! | 2 | `PJ` |
//! | 1 | the version of this layout, 1 |
//! | 8 | the first bytes of the SHA-256 of the packed text: the name of the series, and its proof |
//! | 4 | how long the packed text is |
//! | 2 | the number of blocks, `k` |
//! | 4 | the number of the frame |
//! | the rest | a block, or a sum of blocks |
//!
//! The packed text is an LZ4 block (`lz4_flex`) behind the length of the text, four bytes, the lowest first.
//!
//! A frame has up to 350 bytes: with error correction M a code of version 14 (73 modules),
//! which the camera of a tablet reads from another's screen at arm's length. Larger codes carry more and
//! are missed more often.

use lz4_flex::block;
use sha2::{Digest, Sha256};

/// So many bytes of the packed text stand in a frame.
const BLOCK: usize = 329;
/// So many bytes stand before them.
const HEAD: usize = 21;
const MARK: [u8; 2] = *b"PJ";
const VERSION: u8 = 1;
/// A longer packed text takes too long to be read from a screen: at five frames a second this takes some
/// twenty-five seconds.
pub const LARGEST: usize = 125 * BLOCK;
/// A text is not longer than this once it is unpacked, in bytes.
const LONGEST: usize = 4_000_000;
/// After so many frames of one other series in a row it is that one which is being shown.
const OTHERS: u32 = 3;

/// Packs a text.
#[must_use]
pub fn pack(text: &str) -> Vec<u8> {
    block::compress_prepend_size(text.as_bytes())
}

/// Unpacks what [`pack`] packed; none where it is damaged.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<String> {
    let size = bytes.first_chunk::<4>().map(|size| u32::from_le_bytes(*size))?;
    let size = usize::try_from(size).ok().filter(|size| *size <= LONGEST)?;
    let text = block::decompress(bytes.get(4..)?, size).ok()?;
    String::from_utf8(text).ok()
}

type Hash = [u8; 8];

fn hash(bytes: &[u8]) -> Hash {
    let whole = Sha256::digest(bytes);
    whole.first_chunk::<8>().copied().unwrap_or_default()
}

/// What every frame of a series says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Series {
    hash: Hash,
    length: u32,
    blocks: u16,
}

impl Series {
    /// The blocks of which a frame carries the sum, as bits.
    fn blocks_of(self, number: u32) -> Bits {
        let mut bits = Bits::none(self.blocks);
        if number < u32::from(self.blocks) {
            bits.turn(usize::try_from(number).unwrap_or(usize::MAX));
            return bits;
        }
        let mut state = u64::from_be_bytes(self.hash) ^ u64::from(number);
        for word in &mut bits.0 {
            *word = mix(&mut state);
        }
        bits.cut(self.blocks);
        bits
    }
}

/// The next number of a generator (splitmix64; Steele, Lea and Flood 2014).
const fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// A set of blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bits(Vec<u64>);

impl Bits {
    fn none(blocks: u16) -> Self {
        Self(vec![0; usize::from(blocks).div_ceil(64)])
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    fn turn(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word ^= 1 << (at % 64);
        }
    }

    /// Takes out what is beyond the last block.
    fn cut(&mut self, blocks: u16) {
        let over = usize::from(blocks) % 64;
        if over > 0
            && let Some(last) = self.0.last_mut()
        {
            *last &= (1 << over) - 1;
        }
    }

    fn add(&mut self, other: &Self) {
        for (mine, other) in self.0.iter_mut().zip(&other.0) {
            *mine ^= other;
        }
    }

    fn first(&self) -> Option<usize> {
        let (at, word) = self.0.iter().enumerate().find(|(_, word)| **word != 0)?;
        Some(at * 64 + usize::try_from(word.trailing_zeros()).unwrap_or(0))
    }
}

fn add(sum: &mut [u8], other: &[u8]) {
    for (mine, other) in sum.iter_mut().zip(other) {
        *mine ^= other;
    }
}

/// Makes the frames of a series.
#[derive(Clone, Debug)]
pub struct Sender {
    series: Series,
    blocks: Vec<Vec<u8>>,
}

impl Sender {
    /// A series of this packed text; none where it is longer than [`LARGEST`], or empty.
    #[must_use]
    pub fn new(packed: &[u8]) -> Option<Self> {
        if packed.is_empty() || packed.len() > LARGEST {
            return None;
        }
        let count = packed.len().div_ceil(BLOCK);
        let length = packed.len().div_ceil(count);
        let mut blocks: Vec<Vec<u8>> = packed.chunks(length).map(<[u8]>::to_vec).collect();
        for block in &mut blocks {
            block.resize(length, 0);
        }
        let series = Series {
            hash: hash(packed),
            length: u32::try_from(packed.len()).ok()?,
            blocks: u16::try_from(blocks.len()).ok()?,
        };
        Some(Self { series, blocks })
    }

    /// How many blocks there are: so many frames, or a few more, must be read.
    #[must_use]
    pub const fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// A frame of the series; there is no last one.
    #[must_use]
    pub fn frame(&self, number: u32) -> Vec<u8> {
        let Series { hash, length, blocks } = self.series;
        let mut frame = MARK.to_vec();
        frame.push(VERSION);
        frame.extend(hash);
        frame.extend(length.to_be_bytes());
        frame.extend(blocks.to_be_bytes());
        frame.extend(number.to_be_bytes());
        let chosen = self.series.blocks_of(number);
        let mut sum = vec![0; self.blocks.first().map_or(0, Vec::len)];
        for (_, block) in self.blocks.iter().enumerate().filter(|(at, _)| chosen.has(*at)) {
            add(&mut sum, block);
        }
        frame.extend(sum);
        frame
    }
}

/// What became of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is no frame of this app's.
    NotOurs,
    /// It has a newer layout.
    Newer,
    /// It is of another series than the one that is being read.
    Other,
    /// It says nothing new.
    Known,
    /// It brought a part.
    New,
    /// It brought the last part: this is the packed text.
    Done(Vec<u8>),
    /// With it all parts are there and do not fit together: reading begins anew.
    Damaged,
}

/// Puts frames together.
#[derive(Clone, Debug, Default)]
pub struct Receiver {
    reading: Option<Reading>,
    /// The other series that was last seen, and how often in a row.
    other: Option<(Series, u32)>,
}

#[derive(Clone, Debug)]
struct Reading {
    series: Series,
    /// For each block an equation that begins with it, once there is one.
    rows: Vec<Option<(Bits, Vec<u8>)>>,
    count: usize,
}

impl Receiver {
    /// How many parts were received.
    #[must_use]
    pub fn received(&self) -> usize {
        self.reading.as_ref().map_or(0, |reading| reading.count)
    }

    /// How many parts there are; none before the first frame.
    #[must_use]
    pub fn blocks(&self) -> usize {
        self.reading.as_ref().map_or(0, |reading| reading.rows.len())
    }

    /// Takes in a frame.
    pub fn take(&mut self, frame: &[u8]) -> Taken {
        let Some((series, number, sum)) = read(frame) else {
            let is_newer =
                frame.starts_with(&MARK) && frame.get(2).is_some_and(|one| *one > VERSION);
            return if is_newer { Taken::Newer } else { Taken::NotOurs };
        };
        if self.is_other(series) {
            return Taken::Other;
        }
        let count = usize::from(series.blocks);
        let begin = || Reading { series, rows: vec![None; count], count: 0 };
        let reading = self.reading.get_or_insert_with(begin);
        if !reading.add(series.blocks_of(number), sum.to_vec()) {
            return Taken::Known;
        }
        if reading.count < count {
            return Taken::New;
        }
        let packed = self.reading.take().map(Reading::solve).unwrap_or_default();
        if hash(&packed) == series.hash { Taken::Done(packed) } else { Taken::Damaged }
    }

    /// Whether a frame is of another series than the one that is being read. When that other is seen
    /// again and again, it is read from then on.
    fn is_other(&mut self, series: Series) -> bool {
        let is_mine = self.reading.as_ref().is_none_or(|reading| reading.series == series);
        if is_mine {
            self.other = None;
            return false;
        }
        let seen = self.other.filter(|(other, _)| *other == series).map_or(1, |(_, seen)| seen + 1);
        self.other = Some((series, seen));
        if seen < OTHERS {
            return true;
        }
        (self.reading, self.other) = (None, None);
        false
    }
}

impl Reading {
    /// Adds an equation; says whether it says anything that the others do not.
    fn add(&mut self, mut bits: Bits, mut sum: Vec<u8>) -> bool {
        while let Some(first) = bits.first() {
            match self.rows.get_mut(first) {
                Some(Some((row, of_row))) => {
                    bits.add(row);
                    add(&mut sum, of_row);
                }
                Some(empty) => {
                    *empty = Some((bits, sum));
                    self.count += 1;
                    return true;
                }
                None => return false,
            }
        }
        false
    }

    /// All blocks one after the other, once there is an equation for each.
    fn solve(mut self) -> Vec<u8> {
        // From the last to the first, each equation holds but blocks that are known already.
        for at in (0..self.rows.len()).rev() {
            let (before, known) = self.rows.split_at_mut(at + 1);
            let Some(Some((bits, sum))) = before.last_mut() else { continue };
            for (block, row) in (at + 1..).zip(known) {
                if let Some((_, of_row)) = row.as_ref().filter(|_| bits.has(block)) {
                    add(sum, of_row);
                }
            }
        }
        let blocks = self.rows.into_iter().flatten().flat_map(|(_, block)| block);
        blocks.take(usize::try_from(self.series.length).unwrap_or(usize::MAX)).collect()
    }
}

/// Reads the head of a frame; none for anything that cannot be a frame of this layout.
fn read(frame: &[u8]) -> Option<(Series, u32, &[u8])> {
    let (head, sum) = frame.split_at_checked(HEAD)?;
    let rest = head.strip_prefix(&MARK)?.strip_prefix(&[VERSION])?;
    let (hash, rest) = rest.split_first_chunk::<8>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (blocks, rest) = rest.split_first_chunk::<2>()?;
    let number = u32::from_be_bytes(*rest.first_chunk::<4>()?);
    let (length, blocks) = (u32::from_be_bytes(*length), u16::from_be_bytes(*blocks));
    let (size, count) = (usize::try_from(length).ok()?, usize::from(blocks));
    let is_sound = (1..=LARGEST).contains(&size)
        && count == size.div_ceil(BLOCK)
        && sum.len() == size.div_ceil(count);
    is_sound.then_some((Series { hash: *hash, length, blocks }, number, sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes(length: usize) -> Vec<u8> {
        let mut state = u64::try_from(length).unwrap();
        (0..length).map(|_| mix(&mut state).to_be_bytes()[0]).collect()
    }

    /// How many frames of those that pass were needed.
    fn needed(packed: &[u8], passes: impl Fn(u32) -> bool) -> usize {
        let sender = Sender::new(packed).unwrap();
        let mut receiver = Receiver::default();
        let mut count = 0;
        for number in (0..100_000).filter(|number| passes(*number)) {
            count += 1;
            let taken = receiver.take(&sender.frame(number));
            if let Taken::Done(found) = taken {
                assert_eq!(found, packed);
                return count;
            }
            assert!([Taken::New, Taken::Known].contains(&taken), "{taken:?}");
        }
        panic!("never done");
    }

    #[test]
    fn a_text_survives_being_packed_sent_received_and_unpacked() {
        for length in [1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 5_000, LARGEST] {
            let packed = bytes(length);
            assert_eq!(needed(&packed, |_| true), packed.len().div_ceil(BLOCK), "{length}");
        }
        let text = "Æblegrød ".repeat(3_000);
        assert_eq!(unpack(&pack(&text)), Some(text));
        assert!(Sender::new(&bytes(LARGEST + 1)).is_none() && Sender::new(&[]).is_none());
    }

    #[test]
    fn hardly_more_frames_are_needed_than_there_are_blocks_whatever_was_missed() {
        for length in [3_000, 20_000, LARGEST] {
            let (packed, blocks) = (bytes(length), length.div_ceil(BLOCK));
            for percent in [30, 60, 90] {
                let passes = |number: u32| {
                    let mut state = u64::from(number) + 77;
                    mix(&mut state) % 100 >= percent
                };
                let found = needed(&packed, passes);
                assert!(found <= blocks + 8, "{length}, {percent} %: {found} of {blocks}");
            }
        }
    }

    #[test]
    fn another_series_is_read_once_it_is_shown_for_good() {
        let (one, other) = (bytes(2_000), bytes(2_100));
        let (sender, other_sender) = (Sender::new(&one).unwrap(), Sender::new(&other).unwrap());
        let mut receiver = Receiver::default();
        assert_eq!(receiver.take(&sender.frame(0)), Taken::New);
        assert_eq!(receiver.take(&sender.frame(0)), Taken::Known);
        assert_eq!(receiver.take(&other_sender.frame(0)), Taken::Other);
        assert_eq!(receiver.take(&other_sender.frame(1)), Taken::Other);
        assert_eq!(receiver.take(&sender.frame(1)), Taken::New);
        assert_eq!((receiver.received(), receiver.blocks()), (2, 7));
        for number in 0..2 {
            assert_eq!(receiver.take(&other_sender.frame(number)), Taken::Other);
        }
        assert_eq!(receiver.take(&other_sender.frame(2)), Taken::New);
        assert_eq!(receiver.received(), 1);
    }

    #[test]
    fn damage_is_found_at_the_end_and_reading_begins_anew() {
        let packed = bytes(2_000);
        let sender = Sender::new(&packed).unwrap();
        let mut receiver = Receiver::default();
        let mut last = Taken::Known;
        for number in 0..7 {
            let mut frame = sender.frame(number);
            if number == 2 {
                *frame.last_mut().unwrap() ^= 1;
            }
            last = receiver.take(&frame);
        }
        assert_eq!(last, Taken::Damaged);
        for number in 7..60 {
            last = receiver.take(&sender.frame(number));
            if last == Taken::Done(packed.clone()) {
                return;
            }
        }
        panic!("{last:?}");
    }

    #[test]
    fn what_is_no_frame_is_told() {
        let sender = Sender::new(&bytes(700)).unwrap();
        let mut receiver = Receiver::default();
        assert_eq!(receiver.take(b""), Taken::NotOurs);
        assert_eq!(receiver.take("https://example".as_bytes()), Taken::NotOurs);
        let frame = sender.frame(0);
        for end in 0..frame.len() {
            assert_eq!(receiver.take(&frame[..end]), Taken::NotOurs);
        }
        let mut newer = frame;
        newer[2] = 2;
        assert_eq!(receiver.take(&newer), Taken::Newer);
        assert_eq!(unpack(b"\xff\xff\xff\xffx"), None);
        assert_eq!(unpack(b"x"), None);
    }

    proptest! {
        #[test]
        fn no_frame_however_damaged_stops_the_receiver(
            changes in proptest::collection::vec((0_u32..20, 0_usize..540, any::<u8>()), 0..60)
        ) {
            let sender = Sender::new(&bytes(3_000)).unwrap();
            let mut receiver = Receiver::default();
            for (number, at, byte) in changes {
                let mut frame = sender.frame(number);
                if let Some(there) = frame.get_mut(at) {
                    *there = byte;
                }
                receiver.take(&frame);
                prop_assert!(receiver.received() <= receiver.blocks().max(1));
            }
        }
    }
}
