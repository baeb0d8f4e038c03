//! The room that what a council measures takes on the device: 50,000 observations fit.

use pejlemaerke::{
    document::{Author, Device, Document, Edit, Kind, Moment, Record, RecordId, Shape, Writer},
    store::{MemoryKeys, ROOM, Room, Shelf},
};
use std::collections::BTreeSet;

const OBSERVATION: Kind = Kind {
    name: "observation",
    fields: &[
        ("set", Shape::Line(36)),
        ("indicator", Shape::Line(40)),
        ("when", Shape::Line(10)),
        ("value", Shape::Line(40)),
        ("title", Shape::Line(300)),
        ("address", Shape::Line(300)),
        ("quality", Shape::Line(40)),
        ("owner", Shape::Line(120)),
    ],
    steps: &[],
};
const KINDS: &[&Kind] = &[&OBSERVATION];

const MANY: u64 = 50_000;
const SOURCES: &[&str] = &[
    "Danmarks Statistik, FOLK1A",
    "Randers Kommune, budget og regnskab",
    "Den Nationale Sundhedsprofil",
    "Trivselsmåling i folkeskolen",
    "Jobindsats.dk",
    "KL, nøgletal for ældreområdet",
];
const QUALITIES: &[&str] = &["measured", "estimated", "preliminary"];
const OWNERS: &[&str] = &["Ane Holm", "Økonomi", "Børn og Skole", "Kultur og Fritid"];

/// What looks random and is the same every time: `SplitMix64`, after Steele, Lea and Flood 2014.
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        (self.draw() >> 33) % most
    }

    fn id(&mut self, milliseconds: u64) -> RecordId {
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&self.draw().to_be_bytes());
        chance[8..].copy_from_slice(&self.draw().to_be_bytes()[..2]);
        RecordId::new(milliseconds, &chance)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let count = u64::try_from(all.len()).unwrap();
        &all[usize::try_from(self.below(count)).unwrap()]
    }
}

/// Observations, each by chance of any set, indicator, source and author: nothing stands beside
/// what is like it, as it would in a file with one series after the other.
fn observations() -> Document {
    let mut chance = Chance(7);
    let start = 1_790_000_000_000;
    let sets: Vec<RecordId> = (0..10).map(|_| chance.id(start)).collect();
    let indicators: Vec<RecordId> = (0..200).map(|_| chance.id(start)).collect();
    let mut writer = || {
        let device = chance.draw().to_be_bytes();
        Writer::new(Device::new(&device), &[0, 1, 2, 3, 4, 5].map(|at: usize| device[at] >> 2))
    };
    let writers: Vec<Writer> = (0..20).map(|_| writer()).collect();
    let mut document = Document::default();
    for _ in 0..MANY {
        let made = start + chance.below(1 << 30);
        let id = chance.id(made);
        let number = chance.below(2_000);
        let fields = [
            ("set", chance.of(&sets).to_string()),
            ("indicator", chance.of(&indicators).to_string()),
            ("when", format!("20{:02}-{:02}", chance.below(26), 1 + chance.below(12))),
            ("value", format!("{}.{}", chance.below(1_000), chance.below(10))),
            ("title", (*chance.of(SOURCES)).to_owned()),
            ("address", format!("https://www.statistikbanken.dk/statbank5a/?w={number}")),
            ("quality", (*chance.of(QUALITIES)).to_owned()),
            ("owner", (*chance.of(OWNERS)).to_owned()),
        ];
        let mut edits = vec![Edit::Create(id, OBSERVATION.name)];
        edits
            .extend(fields.map(|(field, text)| Edit::Set(id, field, text.into(), BTreeSet::new())));
        let at = Moment::from_seconds(i64::try_from(made / 1_000).unwrap());
        document.change(Author { writer: *chance.of(&writers), at }, &edits, KINDS);
    }
    document
}

#[test]
fn fifty_thousand_observations_fit_on_the_shelf_and_come_back() {
    let document = observations();
    let records: Vec<&Record> = document.records().collect();
    assert_eq!(u64::try_from(records.len()), Ok(MANY));
    let plain: usize = records.iter().take(100).map(|record| record.to_string().len()).sum();
    assert!(plain / 100 > 400, "the observations are too small: {plain} for a hundred");
    let keys = MemoryKeys::default();
    let shelf = Shelf::new(&keys, KINDS);
    shelf.keep_group(RecordId::new(1, &[0; 10]), &records).unwrap();
    let used = Room::measure(&keys).unwrap().used;
    assert!(used <= ROOM, "{used} units of {ROOM}");
    let mut again = Document::default();
    again.merge_all(&shelf.load().unwrap().records);
    assert!(again == document, "what came back is not what was kept");
}
