//! A file of a workshop with many people and notes, as it is once all tables were combined.

use crate::Failure;
use pejlemaerke::{
    app::KINDS,
    document::{Author, Device, Document, Edit, Kind, Moment, RecordId, Value, Writer},
    exchange,
    vision::Language,
    workshop::{
        Ballot, NoteSort, Stage, Template, Way,
        records::{
            ACTIVITY, BALLOT, GROUP, GROUP_ID, HELD, IS_ON_NOTES, ITEMS, METHOD, MINUTES, NAME,
            NOTE, NUMBER, OF_ACTIVITY, OF_TABLE, ORDER, PEOPLE, QUESTION, ROUND, SORT, STAGE,
            TABLE, TEXT, VOTED, VOTES, WAY, WORKSHOP, ballot_id, made, round_id, table_id,
        },
        subjects,
    },
};
use std::{collections::BTreeSet, fs, path::PathBuf};
use xtask::project;

/// So many people sit at a table.
const SEATS: u64 = 30;
/// Every so many notes begin a group, and the next few go into it.
const BETWEEN_GROUPS: u64 = 25;
/// So many notes are in a group.
const IN_GROUP: u64 = 10;

struct Making {
    document: Document,
    author: Author,
    workshop: RecordId,
    number: u64,
}

impl Making {
    fn id(&mut self) -> RecordId {
        self.number += 1;
        let mixed = self.number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        let mut chance = [7; 10];
        chance[..8].copy_from_slice(&mixed);
        RecordId::new(1_791_000_000_000 + self.number, &chance)
    }

    fn make<const N: usize>(
        &mut self,
        id: RecordId,
        kind: &'static Kind,
        fields: [(&'static str, Value); N],
    ) {
        let edits = made(id, kind, self.workshop, fields);
        self.document.change(self.author, &edits, KINDS);
    }

    /// The agenda of a template; returns its activities.
    fn agenda(&mut self) -> Vec<(Stage, bool, RecordId)> {
        let agenda = Template::Priorities.agenda(&[], Language::Da);
        let mut made = Vec::new();
        for (place, step) in (1..).zip(agenda) {
            let id = self.id();
            made.push((step.stage, step.is_on_notes, id));
            self.make(
                id,
                &ACTIVITY,
                [
                    (STAGE, step.stage.name().into()),
                    (MINUTES, Value::Whole(step.minutes)),
                    (QUESTION, step.question.into()),
                    (METHOD, step.method.name().into()),
                    (VOTES, Value::Whole(step.votes)),
                    (IS_ON_NOTES, Value::Flag(step.is_on_notes)),
                    (ITEMS, subjects::text(&step.items).into()),
                    (ORDER, Value::Whole(place)),
                ],
            );
        }
        made
    }
}

/// A file with a workshop of so many people and notes, in groups; returns it with the workshop's id.
///
/// # Errors
/// When the file cannot be written.
pub fn file_of(people: u64, notes: u64) -> Result<(PathBuf, RecordId), Failure> {
    let writer = Writer::new(Device::new(&[9; 8]), &[9; 6]);
    let author = Author { writer, at: Moment::from_seconds(1_791_000_000) };
    let workshop = RecordId::new(1_791_000_000_000, &[7; 10]);
    let mut making = Making { document: Document::default(), author, workshop, number: 0 };
    let set = |field, value: &str| Edit::Set(workshop, field, value.into(), BTreeSet::new());
    let begun = [
        Edit::Create(workshop, WORKSHOP.name),
        set(NAME, "Borgermøde i hallen"),
        set(HELD, "2026-11-26"),
    ];
    making.document.change(author, &begun, KINDS);
    let agenda = making.agenda();
    let mut tables = Vec::new();
    for (table, first) in (0..people).step_by(usize::try_from(SEATS)?).enumerate() {
        let device = Device::new(&[u8::try_from(table)? + 10; 8]);
        let id = table_id(workshop, device);
        let seats = SEATS.min(people - first);
        let name = format!("Bord {}", table + 1);
        let fields = [(NAME, name.into()), (PEOPLE, Value::Whole(i64::try_from(seats)?))];
        making.make(id, &TABLE, fields);
        tables.push((id, seats));
    }
    let written = notes_of(&mut making, notes, &tables);
    for (_, is_on_notes, activity) in agenda.iter().filter(|(stage, ..)| stage.is_vote()) {
        let subjects: Vec<String> = if *is_on_notes {
            written.iter().map(ToString::to_string).collect()
        } else {
            pejlemaerke::village::POINTS.map(str::to_owned).to_vec()
        };
        for (at, (table, seats)) in tables.iter().enumerate() {
            let of = |field, id: RecordId| (field, Value::from(id.to_string()));
            let round = round_id(*activity, *table);
            let way = (WAY, Value::from(Way::Pass.name()));
            making.make(round, &ROUND, [of(OF_ACTIVITY, *activity), of(OF_TABLE, *table), way]);
            for seat in 1..=i64::try_from(*seats)? {
                let mut ballot = Ballot::default();
                for vote in 0..3 {
                    let mixed = usize::try_from(seat)? * 37 + at * 101 + vote * 53;
                    let subject = turn(&subjects, mixed).cloned().unwrap_or_default();
                    ballot = ballot.add(&subject, 3);
                }
                let fields = [
                    of(OF_ACTIVITY, *activity),
                    of(OF_TABLE, *table),
                    (NUMBER, Value::Whole(seat)),
                    (VOTED, ballot.to_string().into()),
                ];
                making.make(ballot_id(*activity, *table, seat), &BALLOT, fields);
            }
        }
    }
    let name = format!("workshop-{people}-{notes}.json");
    let file = exchange::write(
        exchange::Format::Workshop,
        "randers-2021",
        Moment::from_seconds(1_791_000_100),
        making.document.records(),
    );
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, file)?;
    Ok((path, workshop))
}

/// One of a few, in turn.
fn turn<T>(among: &[T], number: usize) -> Option<&T> {
    among.get(number.checked_rem(among.len())?)
}

/// Notes of every sort, some of them in groups; returns their ids.
fn notes_of(making: &mut Making, count: u64, tables: &[(RecordId, u64)]) -> Vec<RecordId> {
    let mut group = None;
    let mut written = Vec::new();
    for (number, at) in (0..count).zip(0_usize..) {
        if number % BETWEEN_GROUPS == 0 {
            let id = making.id();
            let name = format!("Emne {}", number / BETWEEN_GROUPS + 1);
            let order = (ORDER, Value::Whole(i64::try_from(number).unwrap_or_default()));
            making.make(id, &GROUP, [(NAME, name.into()), order]);
            group = Some(id);
        }
        let id = making.id();
        let of_group = group.filter(|_| number % BETWEEN_GROUPS < IN_GROUP);
        let text = format!("Seddel {number}: en sti, en bænk og lidt mere lys ved søen");
        let sort = turn(&NoteSort::ALL, at).copied().unwrap_or_default();
        let table = turn(tables, at).map(|(table, _)| table.to_string()).unwrap_or_default();
        let fields = [
            (OF_TABLE, table.into()),
            (SORT, sort.name().into()),
            (TEXT, text.into()),
            (GROUP_ID, of_group.map_or(Value::Nothing, |id| id.to_string().into())),
        ];
        making.make(id, &NOTE, fields);
        written.push(id);
    }
    written
}
