//! Files full of workshops, as other tables would hand them on.

use crate::Failure;
use pejlemaerke::{
    app::KINDS,
    document::{Author, Device, Document, Edit, Kind, Moment, RecordId, Value, Writer},
    exchange::{self, Format},
    village::POINTS,
    vision::{Edition, Language, Place},
    workshop::{
        Ballot, NoteSort, Planned, Stage, Template, Workshop,
        records::{
            self as of, ACTIVITY, AGREEMENT, BALLOT, GROUP, NOTE, ROUND, TABLE, WORKSHOP,
            ballot_id, made, round_id, table_id,
        },
        subjects,
    },
};
use std::{collections::BTreeSet, fs, path::PathBuf};
use xtask::project;

const VISION: &str = "randers-2021";

/// A device at a workshop, with what it holds.
struct Making {
    document: Document,
    device: Device,
    author: Author,
    number: u64,
}

impl Making {
    fn new(device: u8) -> Self {
        let at = Moment::from_seconds(1_790_000_000);
        let (id, writer) = (Device::new(&[device; 8]), [device; 6]);
        let author = Author { writer: Writer::new(id, &writer), at };
        Self {
            document: Document::default(),
            device: id,
            author,
            number: u64::from(device) * 1_000,
        }
    }

    fn id(&mut self) -> RecordId {
        self.number += 1;
        let mixed = self.number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        let mut chance = [6; 10];
        chance[..8].copy_from_slice(&mixed);
        RecordId::new(1_790_000_000_000 + self.number, &chance)
    }

    fn make<const N: usize>(
        &mut self,
        (id, workshop): (RecordId, RecordId),
        kind: &'static Kind,
        fields: [(&'static str, Value); N],
    ) -> RecordId {
        self.document.change(self.author, &made(id, kind, workshop, fields), KINDS);
        id
    }

    /// A workshop with the agenda of a template.
    fn workshop(&mut self, template: Template) -> RecordId {
        let id = self.id();
        let set = |field, value: &str| Edit::Set(id, field, value.into(), BTreeSet::new());
        let edits = [
            Edit::Create(id, WORKSHOP.name),
            set(of::NAME, "Borgermøde om Asferg i forsamlingshuset"),
            set(
                of::AIM,
                "At blive enige om tre ting, som vi tager fat på i år, og om hvem der gør det.",
            ),
            set(of::PLACE, "Asferg Forsamlingshus"),
            set(of::HELD, "2026-11-23"),
            set(of::FACILITATOR, "Mette Æbelø"),
            set(of::TEMPLATE, template.name()),
        ];
        self.document.change(self.author, &edits, KINDS);
        for (number, planned) in (1..).zip(template.agenda(&[], Language::Da)) {
            self.activity(id, number, planned);
        }
        id
    }

    fn activity(&mut self, workshop: RecordId, number: i64, planned: Planned) {
        let id = self.id();
        let fields = [
            (of::STAGE, planned.stage.name().into()),
            (of::MINUTES, Value::Whole(planned.minutes)),
            (of::QUESTION, planned.question.into()),
            (of::METHOD, planned.method.name().into()),
            (of::VOTES, Value::Whole(planned.votes)),
            (of::IS_ON_NOTES, Value::Flag(planned.is_on_notes)),
            (of::ITEMS, subjects::text(&planned.items).into()),
            (of::ORDER, Value::Whole(number)),
        ];
        self.make((id, workshop), &ACTIVITY, fields);
    }

    /// This device's table, with so many people.
    fn table(&mut self, workshop: RecordId, name: &str, people: i64, at: RecordId) -> RecordId {
        let fields = [
            (of::NAME, name.into()),
            (of::PEOPLE, Value::Whole(people)),
            (of::AT, at.to_string().into()),
        ];
        self.make((table_id(workshop, self.device), workshop), &TABLE, fields)
    }

    /// The ballots of a table in an activity: seat by seat the subjects that got a vote.
    fn vote(&mut self, workshop: RecordId, activity: RecordId, votes: &[Vec<String>]) {
        let table = table_id(workshop, self.device);
        let of_vote = [
            (of::OF_ACTIVITY, activity.to_string().into()),
            (of::OF_TABLE, table.to_string().into()),
        ];
        self.make((round_id(activity, table), workshop), &ROUND, of_vote.clone());
        for (seat, given) in (1..).zip(votes) {
            let ballot =
                given.iter().fold(Ballot::default(), |ballot, subject| ballot.add(subject, 20));
            let [activity_field, table_field] = of_vote.clone();
            let fields = [
                activity_field,
                table_field,
                (of::NUMBER, Value::Whole(seat)),
                (of::VOTED, ballot.to_string().into()),
            ];
            self.make((ballot_id(activity, table, seat), workshop), &BALLOT, fields);
        }
    }

    fn file(&self) -> String {
        exchange::write(Format::Workshop, VISION, self.author.at, self.document.records())
    }
}

/// What a subject of the vision is called on a ballot.
///
/// # Errors
/// When there is none of this id.
pub fn subject(id: &str) -> Result<String, Failure> {
    let edition = Edition::embedded()?;
    let label = match edition.place(id) {
        Some(Place::Part(_, _, part)) => &part.label,
        Some(Place::Goal(_, goal)) => &goal.label,
        Some(Place::Section(section)) => &section.short,
        Some(Place::Block(..)) | None => return Err(format!("there is no {id}").into()),
    };
    Ok(format!("{id} {}", label.get(Language::Da)))
}

/// The seven points, as they are called on a ballot.
///
/// # Errors
/// When one of them is not in the vision.
pub fn points() -> Result<Vec<String>, Failure> {
    POINTS.into_iter().map(subject).collect()
}

/// The file of a table that took part in a workshop, whose first vote was cast there: seat by seat the ids
/// of the subjects that got a vote.
///
/// # Errors
/// When the workshop's file cannot be read.
pub fn table(file: &str, number: u8, name: &str, votes: &[Vec<String>]) -> Result<String, Failure> {
    let contents = exchange::read(file, VISION, KINDS).map_err(|refused| format!("{refused:?}"))?;
    let mut making = Making::new(number);
    making.document.merge_all(&contents.records);
    let all = Workshop::all(&making.document);
    let workshop = all.first().ok_or("there is no workshop")?;
    let vote = workshop.votes().next().ok_or("there is no vote")?;
    let people = i64::try_from(votes.len())?;
    making.table(workshop.id, name, people, vote.id);
    making.vote(workshop.id, vote.id, votes);
    Ok(making.file())
}

/// What people wrote at the workshop that was held, each with its group.
const NOTES: [(&str, NoteSort, Option<usize>); 14] = [
    ("Cykelsti langs landevejen til skolen, så børnene kan komme selv", NoteSort::Idea, Some(0)),
    ("Lys ved busstoppet og en bænk, hvor man kan sidde i læ", NoteSort::Idea, Some(0)),
    ("Min datter tør ikke cykle, når lastbilerne kører forbi", NoteSort::Worry, Some(0)),
    ("Jeg kan tegne et kort over de farlige steder", NoteSort::Offer, Some(0)),
    ("Fællesspisning hver måned i forsamlingshuset", NoteSort::Idea, Some(1)),
    ("Vi kan lave mad til 60, hvis nogen køber ind", NoteSort::Offer, Some(1)),
    ("Hvem betaler for varmen i huset om vinteren?", NoteSort::Question, Some(1)),
    ("Byg små boliger til de ældre, så husene bliver fri til familier", NoteSort::Idea, Some(2)),
    ("De unge flytter, fordi der ikke er noget at leje", NoteSort::Worry, Some(2)),
    ("Må man bygge på den gamle boldbane?", NoteSort::Question, Some(2)),
    ("En velkomstpakke til dem, der flytter til", NoteSort::Idea, Some(3)),
    ("Jeg vil gerne gå en tur med de nye og vise dem byen", NoteSort::Offer, Some(3)),
    ("Hvad sker der med købmanden, når han går på pension?", NoteSort::Question, None),
    ("At det altid er de samme fem, der gør det hele", NoteSort::Worry, None),
];
const GROUPS: [&str; 4] = [
    "Sikker vej til skolen",
    "Fællesskab i forsamlingshuset",
    "Boliger til unge og ældre",
    "Nye naboer",
];
const AGREEMENTS: [(&str, &str, &str); 5] = [
    (
        "Skrive til kommunen om en cykelsti med et kort over de farlige steder",
        "Lokalrådet",
        "inden jul",
    ),
    ("Holde den første fællesspisning", "Borgerforeningen og Ane", "januar 2027"),
    ("Søge om penge til lys og bænk ved busstoppet", "Jørgen", "forår 2027"),
    ("Spørge ejeren, om der må bygges på den gamle boldbane", "Lokalrådet", "februar 2027"),
    ("Lave en velkomstpakke", "Skolebestyrelsen", "sommer 2027"),
];

/// So many people took part in the workshop that was held.
pub const PEOPLE: usize = 12;

/// A workshop that was held to its end by twelve people: fourteen notes, four groups, five agreements.
/// Returns the place of its file and its id.
///
/// # Errors
/// When it cannot be written.
pub fn held() -> Result<(PathBuf, RecordId), Failure> {
    let mut making = Making::new(3);
    let id = making.workshop(Template::Priorities);
    let all = Workshop::all(&making.document);
    let workshop = all.first().ok_or("there is no workshop")?;
    let of_stage = |stage| {
        let found = workshop.activities.iter().find(|one| one.stage == stage);
        found.map(|one| one.id).ok_or("the template has no such stage")
    };
    making.table(id, "Bord 1", i64::try_from(PEOPLE)?, of_stage(Stage::Closing)?);
    let in_turn = |among: &[String], person: usize| -> Vec<String> {
        [person, person * 2, person / 3]
            .into_iter()
            .filter_map(|at| among.get(at % among.len()))
            .cloned()
            .collect()
    };
    let points = POINTS.map(str::to_owned);
    let votes: Vec<_> = (0..PEOPLE).map(|person| in_turn(&points, person)).collect();
    making.vote(id, of_stage(Stage::Voting)?, &votes);
    let groups: Vec<RecordId> = (1..)
        .zip(GROUPS)
        .map(|(order, name)| {
            let group = making.id();
            making.make(
                (group, id),
                &GROUP,
                [(of::NAME, name.into()), (of::ORDER, Value::Whole(order))],
            )
        })
        .collect();
    let (writing, table) = (of_stage(Stage::Writing)?, table_id(id, making.device));
    for (text, sort, group) in NOTES {
        let group = group.and_then(|group| groups.get(group));
        let note = making.id();
        let fields = [
            (of::OF_ACTIVITY, writing.to_string().into()),
            (of::OF_TABLE, table.to_string().into()),
            (of::SORT, sort.name().into()),
            (of::TEXT, text.into()),
            (of::GROUP_ID, group.map_or(Value::Nothing, |group| group.to_string().into())),
        ];
        making.make((note, id), &NOTE, fields);
    }
    let groups: Vec<String> = groups.iter().map(RecordId::to_string).collect();
    let votes: Vec<_> = (0..PEOPLE).map(|person| in_turn(&groups, person)).collect();
    making.vote(id, of_stage(Stage::Prioritising)?, &votes);
    for (order, (what, who, time)) in (1..).zip(AGREEMENTS) {
        let agreement = making.id();
        let fields = [
            (of::TEXT, what.into()),
            (of::WHO, who.into()),
            (of::TIME, time.into()),
            (of::ORDER, Value::Whole(order)),
        ];
        making.make((agreement, id), &AGREEMENT, fields);
    }
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = folder.join("held-workshop.json");
    fs::write(&place, making.file())?;
    Ok((place, id))
}
