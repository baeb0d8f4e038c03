//! Files full of observations, as another device would hand them on.

use crate::Failure;
use pejlemaerke::{
    app::KINDS,
    document::{Author, Device, Document, Edit, Moment, RecordId, Value, Writer},
    exchange,
    measure::{Kind, derive, records},
    vision::Edition,
};
use std::{collections::BTreeSet, fs, path::PathBuf};
use xtask::project;

/// A file with one set of so many observations, spread over all indicators that are figures, and the id of
/// the set; returns its place.
///
/// # Errors
/// When it cannot be written.
pub fn file_of(count: u64) -> Result<(PathBuf, RecordId), Failure> {
    let writer = Writer::new(Device::new(&[9; 8]), &[9; 6]);
    let at = Moment::from_seconds(1_790_000_000);
    let author = Author { writer, at };
    let id = |number: u64| {
        let mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        let mut chance = [7; 10];
        chance[..8].copy_from_slice(&mixed);
        RecordId::new(1_790_000_000_000 + number, &chance)
    };
    let figures: Vec<String> = derive(&Edition::embedded()?)
        .into_iter()
        .filter(|indicator| indicator.kind != Kind::Milestone)
        .map(|indicator| indicator.id)
        .collect();
    let mut document = Document::default();
    let put = |id, field, value: Value| Edit::Set(id, field, value, BTreeSet::new());
    let set = id(0);
    let edits = [Edit::Create(set, records::SET.name), put(set, records::NAME, "Stort sæt".into())];
    document.change(author, &edits, KINDS);
    let indicators = figures.iter().cycle();
    for (number, indicator) in (1..=count).zip(indicators) {
        let observation = id(number);
        let edits = [
            Edit::Create(observation, records::OBSERVATION.name),
            put(observation, records::OF_SET, set.to_string().into()),
            put(observation, records::INDICATOR, indicator.as_str().into()),
            put(
                observation,
                records::WHEN,
                format!("{}-{:02}", 2014 + number / 12 % 12, number % 12 + 1).into(),
            ),
            put(
                observation,
                records::VALUE,
                format!("{}.{}", number * 7 % 100, number % 10).into(),
            ),
            put(observation, records::TITLE, format!("Opgørelse nr. {}", number % 500).into()),
            put(observation, records::OWNER, format!("Medarbejder {}", number % 12).into()),
        ];
        document.change(author, &edits, KINDS);
    }
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = folder.join(format!("{count}-observations.json"));
    fs::write(
        &place,
        exchange::write(exchange::Format::Everything, "randers-2021", at, document.records()),
    )?;
    Ok((place, set))
}
