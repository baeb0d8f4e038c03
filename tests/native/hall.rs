//! A hall with tablets, on which a workshop is held, and paper beside them: all that is cast is written
//! down a second time and counted by hand, slip by slip. That is slow and can hardly be wrong.

use pejlemaerke::{
    app::KINDS,
    document::{
        Author, Deed, Device, Document, Edit, Kind, Moment, Record, RecordId, Value, Writer, admit,
    },
    workshop::{
        Activity, Ballot, Counts, Method, NoteSort, Outcome, Score, Share, Stage, Way, Workshop,
        outcome_of,
        records::{self as of, belonging, made},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What looks random and is the same every time.
pub(super) struct Chance(pub(super) u32);

impl Chance {
    pub(super) fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % most
    }

    pub(super) fn is_one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }

    pub(super) fn id(&mut self) -> RecordId {
        let bytes = [0; 10].map(|_: u8| u8::try_from(self.below(256)).unwrap());
        RecordId::new(1_790_000_000_000 + u64::from(self.below(10_000)), &bytes)
    }

    pub(super) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(u32::try_from(all.len()).unwrap()) as usize]
    }

    pub(super) fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in 1..all.len() {
            all.swap(at, self.below(u32::try_from(at + 1).unwrap()) as usize);
        }
    }
}

// ---- tablets ----

/// A device in the hall, with all that it has.
#[derive(Clone)]
pub(super) struct Tablet {
    pub(super) device: Device,
    /// How often the app was opened anew.
    pub(super) opened: u8,
    pub(super) workshop: RecordId,
    pub(super) document: Document,
}

impl Tablet {
    pub(super) fn new(number: u8, workshop: RecordId, document: &Document) -> Self {
        let device = Device::new(&[number; 8]);
        Self { device, opened: 0, workshop, document: document.clone() }
    }

    pub(super) fn table(&self) -> RecordId {
        of::table_id(self.workshop, self.device)
    }

    fn author(&self) -> Author {
        let writer = Writer::new(self.device, &[self.opened; 6]);
        Author { writer, at: Moment::default() }
    }

    pub(super) fn edit(&mut self, edits: &[Edit]) -> Deed {
        self.document.change(self.author(), edits, KINDS)
    }

    pub(super) fn undo(&mut self, deed: &Deed) {
        self.document.undo(self.author(), deed);
    }

    /// Writes fields over what stands there, of a record that is made if it is not there.
    pub(super) fn write<const N: usize>(
        &mut self,
        id: RecordId,
        kind: &'static Kind,
        fields: [(&'static str, Value); N],
    ) {
        let mut edits = made(id, kind, self.workshop, fields);
        for edit in &mut edits {
            if let (Edit::Set(_, field, _, over), Some(there)) = (edit, self.document.get(id)) {
                *over = there.basis(field);
            }
        }
        self.edit(&edits);
    }

    pub(super) fn cast(&mut self, activity: RecordId, seat: i64, ballot: &[(String, u8)]) {
        let voted = ballot
            .iter()
            .fold(Ballot::default(), |all, (subject, answer)| all.with(subject, Some(*answer)));
        let table = self.table();
        self.write(
            of::ballot_id(activity, table, seat),
            &of::BALLOT,
            [
                (of::OF_ACTIVITY, text(&activity)),
                (of::OF_TABLE, text(&table)),
                (of::NUMBER, Value::Whole(seat)),
                (of::VOTED, text(&voted)),
            ],
        );
    }

    /// Lets ten people vote within their votes, and keeps it on paper.
    pub(super) fn vote(
        &mut self,
        activity: RecordId,
        subjects: &[String],
        chance: &mut Chance,
    ) -> Paper {
        let votes = self.activity(activity).votes;
        let mut paper = Paper::default();
        for seat in 1..=10 {
            let mut ballot: BTreeMap<String, u8> = BTreeMap::new();
            for _ in 0..chance.below(votes + 1) {
                *ballot.entry(chance.of(subjects).clone()).or_default() += 1;
            }
            let ballot: Vec<(String, u8)> = ballot.into_iter().collect();
            self.cast(activity, seat, &ballot);
            paper.ballots.insert(seat, ballot);
        }
        paper
    }

    pub(super) fn show(&mut self, activity: RecordId, subject: &str, hands: &[u32]) {
        let table = self.table();
        let counts: Vec<String> = hands.iter().map(ToString::to_string).collect();
        self.write(
            of::hands_id(activity, table, subject),
            &of::HANDS,
            [
                (of::OF_ACTIVITY, text(&activity)),
                (of::OF_TABLE, text(&table)),
                (of::OF_SUBJECT, text(subject)),
                (of::COUNTS, text(&counts.join(","))),
            ],
        );
    }

    pub(super) fn leave_out(&mut self, table: RecordId, is_left_out: bool) {
        self.write(table, &of::TABLE, [(of::IS_LEFT_OUT, Value::Flag(is_left_out))]);
    }

    pub(super) fn note(&mut self, id: RecordId, words: &str) {
        let table = text(&self.table());
        let sort = text(NoteSort::Idea.name());
        self.write(
            id,
            &of::NOTE,
            [(of::OF_TABLE, table), (of::SORT, sort), (of::TEXT, text(words))],
        );
    }

    /// The workshop as it leaves the tablet in a file and is read from it (law L6).
    pub(super) fn file(&self) -> Vec<Record> {
        let read =
            |record: &Record| admit(Record::parse(&record.to_string()).unwrap(), KINDS).unwrap();
        belonging(&self.document, self.workshop).map(read).collect()
    }

    pub(super) fn take_in(&mut self, file: &[Record]) {
        let (_, foreign) = self.document.merge_all(file);
        assert_eq!(foreign, []);
    }

    pub(super) fn activity(&self, id: RecordId) -> Activity {
        Workshop::of(&self.document, self.workshop).unwrap().activity(id).unwrap().clone()
    }

    pub(super) fn outcome(&self, activity: RecordId) -> Outcome {
        outcome_of(&self.document, self.workshop, &self.activity(activity))
    }
}

pub(super) fn text(words: &(impl ToString + ?Sized)) -> Value {
    words.to_string().into()
}

/// What the facilitator prepared.
pub(super) struct Hall {
    pub(super) facilitator: Tablet,
    /// A vote by each method, and one on notes.
    pub(super) activities: [RecordId; 4],
    /// A subject of the first vote in the workshop's own words.
    pub(super) own: RecordId,
}

pub(super) const ITEMS: [&str; 3] = ["8a1", "8a3", "e6c"];

pub(super) fn prepared(chance: &mut Chance) -> Hall {
    let workshop = chance.id();
    let mut facilitator = Tablet::new(100, workshop, &Document::default());
    facilitator.write(workshop, &of::WORKSHOP, [(of::NAME, text("Forsamlingshuset"))]);
    let activities = [(); 4].map(|()| chance.id());
    for (at, id) in (0_i64..).zip(activities) {
        let is_on_notes = at == 3;
        let method = Method::ALL.get(usize::try_from(at).unwrap()).copied().unwrap_or_default();
        facilitator.write(
            id,
            &of::ACTIVITY,
            [
                (of::STAGE, text(Stage::Voting.name())),
                (of::METHOD, text(method.name())),
                (of::VOTES, Value::Whole(1 + i64::from(chance.below(5)))),
                (of::IS_ON_NOTES, Value::Flag(is_on_notes)),
                (of::ITEMS, text(&ITEMS.join(" "))),
                (of::ORDER, Value::Whole(at)),
            ],
        );
    }
    let own = chance.id();
    facilitator.write(
        own,
        &of::SUBJECT,
        [(of::OF_ACTIVITY, text(&activities[0])), (of::TEXT, text("En bænk ved stranden"))],
    );
    Hall { facilitator, activities, own }
}

// ---- paper ----

/// What a table cast in an activity, on paper.
#[derive(Clone, Default)]
pub(super) struct Paper {
    pub(super) is_left_out: bool,
    pub(super) way: Way,
    people: u32,
    /// By seat.
    ballots: BTreeMap<i64, Vec<(String, u8)>>,
    /// By subject: how many gave the answers 1, 2 and so on.
    hands: BTreeMap<String, Vec<u32>>,
}

/// One slip for each vote: what it is for, and the answer.
pub(super) type Slips = Vec<(String, u8)>;

impl Paper {
    /// The slips that count, and how many voted, were blank and did not fit.
    fn slips(&self, method: Method, votes: u32) -> (Slips, [u32; 3]) {
        let mut slips = Slips::new();
        if self.way == Way::Hands {
            let mut unfit = 0;
            for (subject, hands) in &self.hands {
                if method != Method::Dots && hands.iter().sum::<u32>() > self.people {
                    unfit += 1;
                    continue;
                }
                for (answer, count) in (1..).zip(hands) {
                    slips.extend((0..*count).map(|_| (subject.clone(), answer)));
                }
            }
            let most = (self.people * votes) as usize;
            if method == Method::Dots && slips.len() > most {
                return (Slips::new(), [0, 0, self.people.max(1)]);
            }
            return (slips, [self.people, 0, unfit]);
        }
        let mut told = [0; 3];
        for ballot in self.ballots.values() {
            let fits = match method {
                Method::Dots => ballot.iter().map(|(_, n)| u32::from(*n)).sum::<u32>() <= votes,
                Method::Rating => ballot.iter().all(|(_, rating)| *rating <= 7),
                Method::Stance => ballot.iter().all(|(_, stance)| *stance <= 3),
            };
            if !fits {
                told[2] += 1;
                continue;
            }
            told[0] += 1;
            told[1] += u32::from(ballot.is_empty());
            for (subject, answer) in ballot {
                let (many, what) = if method == Method::Dots { (*answer, 1) } else { (1, *answer) };
                slips.extend((0..many).map(|_| (subject.clone(), what)));
            }
        }
        (slips, told)
    }
}

fn sorted_out(slips: &Slips) -> Vec<(String, Counts)> {
    let subjects: BTreeSet<&String> = slips.iter().map(|(subject, _)| subject).collect();
    let count = |subject: &String, answer: u8| {
        slips.iter().filter(|(of, what)| of == subject && *what == answer).count()
    };
    let counts = |subject: &String| {
        (1..=7).fold(Counts::default(), |counts, answer| {
            counts.with(answer, u32::try_from(count(subject, answer)).unwrap())
        })
    };
    subjects.into_iter().map(|subject| (subject.clone(), counts(subject))).collect()
}

/// The outcome as people at a table with all the paper would find it.
pub(super) fn by_hand(
    activity: &Activity,
    listed: &[String],
    papers: &BTreeMap<RecordId, Paper>,
) -> Outcome {
    let (mut all, mut sums, mut shares) = (Slips::new(), [0; 3], Vec::new());
    for (table, paper) in papers {
        let (slips, told) = paper.slips(activity.method, activity.votes);
        let [voters, blank, unfit] = told;
        let (is_left_out, way, counts) = (paper.is_left_out, paper.way, sorted_out(&slips));
        shares.push(Share { table: *table, is_left_out, way, voters, blank, unfit, counts });
        if !paper.is_left_out {
            all.extend(slips);
            sums = [0, 1, 2].map(|at: usize| sums[at] + told[at]);
        }
    }
    let mut got: BTreeMap<String, Counts> = sorted_out(&all).into_iter().collect();
    let mut scores: Vec<Score> = Vec::new();
    for subject in listed {
        let counts = got.remove(subject).unwrap_or_default();
        scores.push(Score { subject: subject.clone(), counts, is_listed: true });
    }
    let rest = got.into_iter();
    scores.extend(rest.map(|(subject, counts)| Score { subject, counts, is_listed: false }));
    let Activity { method, votes, .. } = *activity;
    Outcome { method, votes, voters: sums[0], blank: sums[1], unfit: sums[2], scores, shares }
}

// ---- holding a workshop ----

/// By activity and table.
pub(super) type Papers = BTreeMap<RecordId, BTreeMap<RecordId, Paper>>;

/// Lets a table go through the votes on items, mostly within its votes.
pub(super) fn hold(tablet: &mut Tablet, hall: &Hall, chance: &mut Chance, papers: &mut Papers) {
    let table = tablet.table();
    let is_left_out = chance.is_one_in(5);
    tablet.write(table, &of::TABLE, [(of::IS_LEFT_OUT, Value::Flag(is_left_out))]);
    for activity in &hall.activities[..3] {
        let Activity { method, votes, .. } = tablet.activity(*activity);
        let way = *chance.of(&Way::ALL);
        let people = 1 + chance.below(6);
        let mut paper = Paper { is_left_out, way, people, ..Paper::default() };
        tablet.write(
            of::round_id(*activity, table),
            &of::ROUND,
            [
                (of::OF_ACTIVITY, text(activity)),
                (of::OF_TABLE, text(&table)),
                (of::WAY, text(way.name())),
                (of::PEOPLE, Value::Whole(people.into())),
            ],
        );
        let subjects: Vec<String> =
            ITEMS.map(str::to_owned).into_iter().chain([hall.own.to_string()]).collect();
        // A table that changed its mind has both; one counts.
        if way == Way::Pass || chance.is_one_in(4) {
            for _ in 0..people + 2 {
                let highest = u32::from(method.answers()) + u32::from(chance.is_one_in(5));
                let most = if method == Method::Dots { votes } else { highest };
                let mut ballot: BTreeMap<String, u8> = BTreeMap::new();
                for _ in 0..chance.below(4) {
                    let answer = u8::try_from(1 + chance.below(most)).unwrap();
                    ballot.insert(chance.of(&subjects).clone(), answer);
                }
                let ballot: Vec<(String, u8)> = ballot.into_iter().collect();
                // Some vote twice on one seat.
                let seat = i64::from(1 + chance.below(people));
                tablet.cast(*activity, seat, &ballot);
                paper.ballots.insert(seat, ballot);
            }
        }
        if way == Way::Hands || chance.is_one_in(4) {
            for subject in subjects.iter().take(chance.below(5) as usize) {
                let answers = usize::from(method.answers());
                let mut hands: Vec<u32> = (0..answers).map(|_| chance.below(3)).collect();
                while hands.len() > 1 && hands.last() == Some(&0) {
                    hands.pop();
                }
                tablet.show(*activity, subject, &hands);
                paper.hands.insert(subject.clone(), hands);
            }
        }
        papers.entry(*activity).or_default().insert(table, paper);
    }
}

pub(super) fn check(tablet: &Tablet, hall: &Hall, papers: &Papers) {
    let is_there = tablet.document.get(hall.own).is_some_and(Record::is_present);
    for (activity, papers) in papers {
        let mut listed = ITEMS.map(str::to_owned).to_vec();
        if *activity == hall.activities[0] && is_there {
            listed.push(hall.own.to_string());
        }
        let expected = by_hand(&tablet.activity(*activity), &listed, papers);
        assert_eq!(tablet.outcome(*activity), expected);
    }
}

pub(super) fn held(chance: &mut Chance) -> (Hall, Vec<Tablet>, Papers) {
    let hall = prepared(chance);
    let mut papers = Papers::new();
    let tablets = (1..=8).map(|number| {
        let start = &hall.facilitator;
        let mut tablet = Tablet::new(number, start.workshop, &start.document);
        hold(&mut tablet, &hall, chance, &mut papers);
        tablet
    });
    let tablets = tablets.collect();
    (hall, tablets, papers)
}
