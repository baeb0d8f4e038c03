//! The entrances for what a camera reads: frames of a series, packed texts, pictures.

use super::entrances::Entrance;
use pejlemaerke::exchange::{
    qr,
    series::{Receiver, Sender, Taken, pack, unpack},
};

const PACKED: [u8; 1_500] = [0x5a; 1_500];

/// All of them.
pub(super) fn all() -> Vec<Entrance> {
    let good = include_str!("../fixtures/files/measurement-set-1.json");
    let text: String = good.chars().take(2_000).collect();
    vec![
        Entrance { name: "frame", corpus: frames(), take: frame },
        Entrance { name: "packed", corpus: vec![pack(&text)], take: packed },
        Entrance { name: "picture", corpus: pictures(), take: picture },
    ]
}

fn frames() -> Vec<Vec<u8>> {
    let sender = Sender::new(&PACKED).unwrap();
    (0..8).map(|number| sender.frame(number)).collect()
}

/// Whatever a frame says, the series comes through in the end, and comes through whole.
fn frame(bytes: &[u8]) -> bool {
    let sender = Sender::new(&PACKED).unwrap();
    let mut receiver = Receiver::default();
    receiver.take(&sender.frame(0));
    let taken = receiver.take(bytes);
    let blocks = u32::try_from(sender.blocks()).unwrap();
    let comes = (0..8 * blocks + 60).any(|number| {
        if let Taken::Done(found) = receiver.take(&sender.frame(number)) {
            found == PACKED
        } else {
            false
        }
    });
    assert!(comes, "the series does not come through any more");
    [Taken::New, Taken::Known].contains(&taken)
}

fn packed(bytes: &[u8]) -> bool {
    let Some(text) = unpack(bytes) else { return false };
    assert_eq!(unpack(&pack(&text)), Some(text));
    true
}

/// Small pictures: width and height in a byte each, then greys.
fn pictures() -> Vec<Vec<u8>> {
    let picture = qr::draw(b"PJ1").unwrap();
    // With a light margin of four modules.
    let side = picture.size + 8;
    let grey = |at: usize| {
        let (x, y) = ((at % side).wrapping_sub(4), (at / side).wrapping_sub(4));
        if picture.is_dark(x, y) { 0 } else { 255 }
    };
    let greys = (0..side * side).map(grey);
    let side = u8::try_from(side).unwrap();
    vec![[side, side].into_iter().chain(greys).collect()]
}

fn picture(bytes: &[u8]) -> bool {
    let [width, height, greys @ ..] = bytes else { return false };
    // Each module three pixels wide, as a camera would see it.
    let (width, height) = (usize::from(*width), usize::from(*height));
    let large: Vec<u8> = (0..9 * width * height)
        .map(|at| (at / (3 * width) / 3) * width + (at % (3 * width)) / 3)
        .map(|at| greys.get(at).copied().unwrap_or(255))
        .collect();
    let all = [qr::read(width, height, greys), qr::read(3 * width, 3 * height, &large)];
    all.iter().any(|codes| !codes.is_empty())
}
