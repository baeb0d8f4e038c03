//! Spoiled files at every entrance: none makes the app stop, and what is taken in all the same keeps what
//! `entrances` says must be true.
//!
//! `PEJLEMAERKE_CASES` says how many; a failure tells its number, and `PEJLEMAERKE_CASE` with that
//! number repeats it alone.

use super::entrances::{self, Entrance};
use std::{
    env,
    fmt::Write as _,
    ops::Range,
    panic::{self, AssertUnwindSafe},
    thread,
};

/// Nothing that is thrown is longer.
const LONGEST: usize = 6_000;

/// What is put in where it may do harm: signs of JSON and tables, keys, numbers at their limits, pieces
/// of signs, and signs that are seldom thought of.
const TOKENS: [&[u8]; 91] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"\\udc00",
    b"\\u0000",
    b"\\\"",
    b"\n",
    b"\r\n",
    b"\r",
    b"\t",
    b" ",
    b"\n\n",
    b"\0",
    b"\x01",
    b"\x1b",
    b"\x7f",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\xa6",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc3\xa6",
    b"\xcc\x8a",
    b"\xe2\x80\xae",
    b"\xe2\x80\xa8",
    b"\xf0\x9f\x98\x80",
    b"\xc4\xb0",
    b"\xe3\x90\x80",
    b"\xea\xb1\x80",
    b"z",
    b"null",
    b"true",
    b"false",
    b"[]",
    b"{}",
    b"\"\"",
    b"0",
    b"-1",
    b"-0",
    b"1e999",
    b"1.5",
    b"01",
    b"9223372036854775807",
    b"9223372036854775808",
    b"9007199254740993",
    b"1099511627777",
    b"4294967296",
    b"999999999999999",
    b"0.0000001",
    b"\"id\":",
    b"\"kind\":",
    b"\"seen\":",
    b"\"changes\":[",
    b"\"set\":{",
    b"\"or\":{",
    b"\"by\":",
    b"\"alive\":null",
    b"{\"withheld\":true}",
    b"\"records\"",
    b"\"body\"",
    b"\"without\"",
    b"\"min_reader\"",
    b"observation",
    b"note",
    b";",
    b"'",
    b"=",
    b"+",
    b"@",
    b"%",
    b"-",
    b".",
    b"/",
    b"#",
    b"?",
    b"&",
    b"sep=,\n",
    b"2016-H1",
    b"T23:59:60Z",
    b"PK\x03\x04",
    b"running ",
    b"8a1=2",
    b"100000,",
];

/// Chance that can be repeated (splitmix64, Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; 0 below 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap() % end.max(1)
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A short piece somewhere.
    fn piece(&mut self, length: usize) -> Range<usize> {
        let start = self.below(length + 1);
        let most = if self.below(4) == 0 { length } else { 8 };
        let end = start + self.below(most.min(length - start) + 1);
        start..end
    }
}

/// Spoils something in one way.
fn spoil(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let length = bytes.len();
    match chance.below(13) {
        0 if length > 0 => {
            let bit = chance.below(8);
            bytes[chance.below(length)] ^= 1 << bit;
        }
        1 => drop(bytes.drain(chance.piece(length))),
        2 => {
            let piece = bytes[chance.piece(length)].to_vec();
            let at = chance.below(length + 1);
            bytes.splice(at..at, piece);
        }
        3 => {
            let at = chance.below(length + 1);
            bytes.splice(at..at, chance.one_of(&TOKENS).iter().copied());
        }
        4 => {
            let piece = chance.piece(length);
            bytes.splice(piece, chance.one_of(&TOKENS).iter().copied());
        }
        5 => {
            let other = chance.one_of(corpus);
            let theirs = other[chance.piece(other.len())].to_vec();
            bytes.splice(chance.piece(length), theirs);
        }
        6 => {
            // From here on it goes on as another one does.
            let other = chance.one_of(corpus);
            bytes.truncate(chance.below(length + 1));
            bytes.extend_from_slice(&other[chance.below(other.len() + 1)..]);
        }
        7 => swap_number(bytes, chance),
        8 => bytes.truncate(chance.below(length + 1)),
        9..12 => swap_quoted(bytes, corpus, chance),
        _ if length > 0 => {
            let other = chance.below(length);
            bytes.swap(chance.below(length), other);
        }
        _ => {}
    }
}

/// Puts another number in place of one.
fn swap_number(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len());
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let Some(start) = bytes.iter().skip(from).position(is_digit).map(|at| at + from) else {
        return;
    };
    let end = bytes.iter().skip(start).position(|byte| !is_digit(byte));
    let end = end.map_or(bytes.len(), |length| start + length);
    let number = match chance.below(3) {
        0 => chance.below(300).to_string().into_bytes(),
        1 => chance.next().to_string().into_bytes(),
        _ => chance.one_of(&TOKENS[44..57]).to_vec(),
    };
    bytes.splice(start..end, number);
}

/// Puts what stands between quotation marks elsewhere in place of what stands between them here: the
/// forms stay right, and what they say becomes wrong.
fn swap_quoted(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let theirs = chance.one_of(corpus);
    if let Some((here, there)) = quoted(bytes, chance).zip(quoted(theirs, chance)) {
        bytes.splice(here, theirs[there].iter().copied());
    }
}

fn quoted(bytes: &[u8], chance: &mut Chance) -> Option<Range<usize>> {
    let marks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'"');
    let marks: Vec<usize> = marks.map(|(at, _)| at).collect();
    let first = 2 * chance.below(marks.len() / 2);
    Some(marks.get(first)? + 1..*marks.get(first + 1)?)
}

/// What a case throws.
fn thrown(case: usize, corpus: &[Vec<u8>]) -> Vec<u8> {
    let mut chance = Chance(u64::try_from(case).unwrap());
    let mut bytes = chance.one_of(corpus).clone();
    // Much that is wrong at once hardly gets beyond the first refusal.
    for _ in 0..*chance.one_of(&[0, 1, 1, 1, 1, 1, 2, 2, 2, 5]) {
        spoil(&mut bytes, corpus, &mut chance);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn entrance(entrances: &[Entrance], case: usize) -> &Entrance {
    &entrances[case % entrances.len()]
}

/// Carries a case out and says whether it was taken in; tells it in full where it fails.
fn carry_out(entrances: &[Entrance], case: usize) -> bool {
    let Entrance { name, corpus, take } = entrance(entrances, case);
    let bytes = thrown(case, corpus);
    panic::catch_unwind(AssertUnwindSafe(|| take(&bytes))).unwrap_or_else(|panicked| {
        let mut hex = String::new();
        for byte in &bytes {
            write!(hex, "{byte:02x}").unwrap();
        }
        println!("case {case} at {name}: {}\n{hex}", String::from_utf8_lossy(&bytes));
        panic::resume_unwind(panicked)
    })
}

/// Carries out every second case from a first one; counts what each entrance took in.
fn carry_out_half(entrances: &[Entrance], first: usize, cases: usize) -> Vec<usize> {
    let mut taken = vec![0; entrances.len()];
    for case in (first..cases).step_by(2) {
        taken[case % entrances.len()] += usize::from(carry_out(entrances, case));
    }
    taken
}

#[test]
fn no_spoiled_file_stops_the_app_and_what_is_taken_in_keeps_its_laws() {
    let asked = |name| env::var(name).ok().and_then(|number| number.parse().ok());
    let entrances = entrances::all();
    if let Some(case) = asked("PEJLEMAERKE_CASE") {
        carry_out(&entrances, case);
        return;
    }
    let cases: usize = asked("PEJLEMAERKE_CASES").unwrap_or(20_000).max(20_000);
    let halves = thread::scope(|scope| {
        let odd = scope.spawn(|| carry_out_half(&entrances, 1, cases));
        [carry_out_half(&entrances, 0, cases), odd.join().unwrap()]
    });
    // Where nothing is taken in any more, nothing but the first refusal is tried.
    let fair = cases / entrances.len() / 50;
    for (at, Entrance { name, .. }) in entrances.iter().enumerate() {
        let taken = halves[0][at] + halves[1][at];
        println!("{name}: {taken} of {} taken in", cases / entrances.len());
        assert!(taken >= fair, "{name} takes in only {taken}");
    }
}

#[test]
fn a_case_is_the_same_whenever_it_is_repeated() {
    let entrances = entrances::all();
    for case in 0..200 {
        let corpus = &entrance(&entrances, case).corpus;
        assert_eq!(thrown(case, corpus), thrown(case, corpus));
    }
}
