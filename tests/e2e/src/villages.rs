//! Files full of village profiles, as another device would hand them on.

use crate::Failure;
use pejlemaerke::{
    app::KINDS,
    document::{Author, Device, Document, Edit, Kind, Moment, RecordId, Value, Writer},
    exchange,
    village::{
        POINTS,
        records::{
            self, ACTION, FIGURE, PASSAGE, PROCESS, PROFILE, RATING, THREAD, part_edits, part_id,
        },
    },
};
use std::{collections::BTreeSet, fs, path::PathBuf};
use xtask::project;

/// Makes records with ids of their own.
struct Making {
    document: Document,
    author: Author,
    number: u64,
}

impl Making {
    fn id(&mut self) -> RecordId {
        self.number += 1;
        let mixed = self.number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        let mut chance = [5; 10];
        chance[..8].copy_from_slice(&mixed);
        RecordId::new(1_790_000_000_000 + self.number, &chance)
    }

    fn act(&mut self, edits: &[Edit]) {
        self.document.change(self.author, edits, KINDS);
    }

    fn part(
        &mut self,
        profile: RecordId,
        kind: &'static Kind,
        part: &str,
        field: &'static str,
        value: Value,
    ) {
        let mut edits = part_edits(profile, kind, part);
        edits.push(Edit::Set(part_id(profile, kind, part), field, value, BTreeSet::new()));
        self.act(&edits);
    }

    /// A record that belongs to a profile.
    fn add(
        &mut self,
        profile: RecordId,
        kind: &'static Kind,
        fields: &[(&'static str, Value)],
    ) -> RecordId {
        let id = self.id();
        let mut edits = vec![
            Edit::Create(id, kind.name),
            Edit::Set(id, records::OF_PROFILE, profile.to_string().into(), BTreeSet::new()),
        ];
        edits.extend(
            fields
                .iter()
                .map(|(field, value)| Edit::Set(id, field, value.clone(), BTreeSet::new())),
        );
        self.act(&edits);
        id
    }

    /// A profile with everything in it; every fourth is rated by a group.
    fn profile(&mut self, number: u64, name: &str) -> RecordId {
        let id = self.id();
        let set = |field, value: &str| Edit::Set(id, field, value.into(), BTreeSet::new());
        let kind = turn(&["village", "local_town", "cluster", "centre_town"], number);
        self.act(&[
            Edit::Create(id, PROFILE.name),
            set(records::NAME, name),
            set(records::PLACE_KIND, kind),
            set(records::COUNCIL, "Lokalrådet"),
            set(records::CONTACT, "Kontaktperson 12, tlf. 00 00 00 00"),
            set(records::PITCH, "Skov, fjord og et forsamlingshus, hvor der altid er kaffe. Her kan man bo billigt, cykle til skole og kende sine naboer."),
        ]);
        let stages = ["draft", "hearing", "adopted", "revision"];
        self.part(id, &PROCESS, "", records::STAGE, turn(&stages, number).into());
        self.part(
            id,
            &PROCESS,
            "",
            records::ADOPTED,
            format!("{}-05-12", 2022 + number % 5).into(),
        );
        for part in ["history", "vision", "known", "influence", "sources"] {
            let text = format!(
                "Om {part}: byen voksede op omkring stationen og mejeriet.\n\nI dag er det foreningerne, der bærer. Afsnit nr. {number}."
            );
            self.part(id, &PASSAGE, part, records::TEXT, text.into());
        }
        for (at, point) in (0_i64..).zip(POINTS) {
            for part in ["today", "strengths", "weaknesses", "wishes", "plan"] {
                let text = format!(
                    "{name}, {point}: her står der noget om {part}, i et par sætninger, som lokalrådet skrev en aften. Det er kort, men der er sagt noget om både skole, vej og fællesskab."
                );
                self.part(id, &PASSAGE, &format!("{point}/{part}"), records::TEXT, text.into());
            }
            let rated = (i64::try_from(number).unwrap_or_default() * 3 + at * 2) % 7 + 1;
            let (field, value) = if number % 4 == 1 {
                (records::TALLY, Value::from(format!("0,{},3,{},2,1,0", number % 3, at + 1)))
            } else {
                (records::RATED, Value::Whole(rated))
            };
            self.part(id, &RATING, &format!("{point}/now"), field, value);
            self.part(
                id,
                &RATING,
                &format!("{point}/wished"),
                records::RATED,
                Value::Whole((rated + 2).min(7)),
            );
        }
        for (what, amount, unit) in
            [("Indbyggere", "1150", ""), ("Afstand til Randers", "12.5", "km")]
        {
            self.add(
                id,
                &FIGURE,
                &[
                    (records::NAME, what.into()),
                    (records::AMOUNT, amount.into()),
                    (records::UNIT, unit.into()),
                    (records::YEAR, "2023".into()),
                    (records::SOURCE, "Danmarks Statistik".into()),
                ],
            );
        }
        let goals = ["8a", "8b", "5d", "16a", "9e", "12a"];
        for order in 1..=6_u64 {
            let action = self.add(
                id,
                &ACTION,
                &[
                    (
                        records::WHAT,
                        format!("Handling {order}: sti, bænke og lys ved den gamle station").into(),
                    ),
                    (records::WHY, "Fordi børn skal kunne cykle sikkert til skole.".into()),
                    (records::WHO, "Borgerforeningen".into()),
                    (records::TIME, format!("forår {}", 2026 + order).into()),
                    (records::COST, (order * 25_000).to_string().into()),
                    (records::ORDER, Value::Whole(i64::try_from(order).unwrap_or_default())),
                ],
            );
            let goal = turn(&goals, order + number);
            let thread = part_id(action, &THREAD, goal);
            let set =
                |field, value: String| Edit::Set(thread, field, value.into(), BTreeSet::new());
            self.act(&[
                Edit::Create(thread, THREAD.name),
                set(records::OF_PROFILE, id.to_string()),
                set(records::ACTION_ID, action.to_string()),
                set(records::GOAL, goal.to_owned()),
            ]);
        }
        id
    }
}

/// One of a few, in turn.
fn turn(among: &[&'static str], number: u64) -> &'static str {
    let at = usize::try_from(number).unwrap_or_default() % among.len();
    among.get(at).copied().unwrap_or_default()
}

/// A file with so many profiles, each with everything in it, and the id of the first; returns its place.
/// The second has a name of 120 characters.
///
/// # Errors
/// When it cannot be written.
pub fn file_of(count: u64) -> Result<(PathBuf, RecordId), Failure> {
    let writer = Writer::new(Device::new(&[8; 8]), &[8; 6]);
    let at = Moment::from_seconds(1_790_000_000);
    let mut making =
        Making { document: Document::default(), author: Author { writer, at }, number: 0 };
    let mut first = None;
    for number in 0..count {
        let name = match number {
            0 => "Albæk".to_owned(),
            1 => "Landsbyklyngen ved fjorden med alle de små steder mellem åen, skoven og den gamle landevej nord for Randers".to_owned(),
            number => format!("Landsby {number}"),
        };
        let id = making.profile(number, &name);
        first = first.or(Some(id));
    }
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = folder.join(format!("{count}-villages.json"));
    let text = exchange::write(
        exchange::Format::Everything,
        "randers-2021",
        at,
        making.document.records(),
    );
    fs::write(&place, text)?;
    Ok((place, first.ok_or("no profile was asked for")?))
}
