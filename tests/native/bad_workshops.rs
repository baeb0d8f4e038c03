//! Workshops from files made by hand or meant ill: what may not stand in a field is refused, and what may
//! is taken in, told of, and counts only as far as it can be true. What holds for the fields of every
//! kind: `bad_records`.

use super::{
    bad_input::{VISION, read, taken, told},
    bad_records::{file, record},
};
use pejlemaerke::{
    app::KINDS,
    document::{ALIVE, Device, Document, Kind, Moment, RecordId, Value},
    exchange::{self, Format},
    measure::records::OBSERVATION,
    village::records::PASSAGE,
    workshop::{
        Outcome, Score, Workshop, casts, grouping, outcome_of,
        records::{
            ACTIVITY, AGREEMENT, AT, BALLOT, BY, COUNTS, GROUP, GROUP_ID, HANDS, INTO, IS_LEFT_OUT,
            IS_ON_NOTES, ITEMS, KINDS as PARTS, METHOD, MINUTES, NAME, NOTE, NUMBER, OF_ACTIVITY,
            OF_SUBJECT, OF_TABLE, OF_WORKSHOP, ORDER, PEOPLE, QUESTION, ROUND, SEAT, SORT, STAGE,
            SUBJECT, TABLE, TEMPLATE, TEXT, TIMER, VOTED, VOTES, WAY, WHO, WORKSHOP, ballot_id,
            hands_id, round_id, table_id,
        },
        tables,
    },
};

// ---- what is refused ----

/// Checks what a field takes in and what it refuses, with the field's name.
fn check((kind, field): (&Kind, &str), right: &[Value], wrong: &[Value]) {
    let fit = right.iter().map(|value| (value, "taken in".to_owned()));
    let unfit = wrong.iter().map(|value| (value, format!("Damaged 1 {field}")));
    for (value, expected) in fit.chain(unfit) {
        let file = file(&[record(kind, field, value)]);
        assert_eq!(taken(file.into()), expected, "{}.{field}: {value}", kind.name);
    }
}

fn check_texts(place: (&Kind, &str), right: &[&str], wrong: &[&str]) {
    let values = |texts: &[&str]| texts.iter().map(|text| (*text).into()).collect::<Vec<Value>>();
    check(place, &values(right), &values(wrong));
}

#[test]
fn what_nobody_can_choose_in_a_workshop_is_refused() {
    let templates = ["priorities", "promises", "theme", "compass", "ideas", "free"];
    check_texts((&WORKSHOP, TEMPLATE), &templates, &["", "Free", "world café"]);
    let stages = [
        "welcome",
        "writing",
        "voting",
        "reveal",
        "grouping",
        "prioritising",
        "agreeing",
        "closing",
    ];
    check_texts((&ACTIVITY, STAGE), &stages, &["", "Voting", "voting ", "dancing", "prioritizing"]);
    check_texts((&ACTIVITY, METHOD), &["dots", "rating", "stance"], &["", "Dots", "ranking"]);
    check_texts((&ROUND, WAY), &["pass", "hands"], &["", "both", "Hands"]);
    let sorts = ["idea", "worry", "offer", "question"];
    check_texts((&NOTE, SORT), &sorts, &["", "Idea", "wish", "idé"]);
    let many = |count: usize| (0..count).map(|at| format!("x{at}")).collect::<Vec<_>>().join(" ");
    let long = |length: usize| "x".repeat(length);
    check_texts(
        (&ACTIVITY, ITEMS),
        &["", "8a1", "8a1 e6c 5-m1", "no-such-item", &many(100), &long(40)],
        &["8a1 8a1", "8a1,8a3", "8a1;", "<b>", "8a1\u{a0}8a3", "å", &many(101), &long(41)],
    );
}

#[test]
fn clocks_that_cannot_be_are_refused() {
    check_texts(
        (&TABLE, TIMER),
        &["stopped 0", "stopped 36000", "running 0", "running 253402300799"],
        &[
            "running 99999999999999999999",
            "running 9223372036854775807",
            "running 253402300800",
            "running -1",
            "running 1e9",
            "running 0x10",
            "running 007",
            "running  7",
            "running 7\n",
            "running ٧",
            "running",
            "running ",
            "stopped 36001",
            "stopped -0",
            "paused 300",
            "300",
            "",
        ],
    );
}

#[test]
fn counts_and_ballots_that_cannot_be_are_refused() {
    let many = |count: u32| (100..100 + count).map(|at| format!("{at}=1")).collect::<Vec<_>>();
    check_texts(
        (&HANDS, COUNTS),
        &["0", "5", "0,0,1", "100000", "1,2,3,4,5,6,7"],
        &[
            "1,2,3,4,5,6,7,8",
            "0,0,0,0,0,0,0,1",
            "100001",
            "99999999999999999999",
            "-1",
            "1,-1",
            "1.5",
            "3,0",
            "3, 1",
            "3,",
            "",
        ],
    );
    check_texts(
        (&BALLOT, VOTED),
        &["", "8a1=20", "8a1=2 8a3=1", &many(100).join(" ")],
        &[
            "8a1=21",
            "8a1=0",
            "8a1=-1",
            "8a1=999999999999",
            "8a1",
            "=1",
            "8a3=1 8a1=2",
            "8a1=1 8a1=1",
            "8a1=1,8a3=1",
            "<script>=1",
            &many(101).join(" "),
            &format!("{}=1", "x".repeat(41)),
        ],
    );
}

#[test]
fn numbers_and_texts_out_of_bounds_are_refused() {
    let whole = |kind, field, [least, most]: [i64; 2]| {
        let numbers = |all: &[i64]| all.iter().map(|one| Value::Whole(*one)).collect::<Vec<_>>();
        let wrong = numbers(&[least - 1, most + 1, i64::MIN, i64::MAX]);
        check((kind, field), &numbers(&[least, most]), &wrong);
    };
    // There is no seat 0, and none after 10,000.
    whole(&BALLOT, NUMBER, [1, 10_000]);
    whole(&SEAT, NUMBER, [1, 10_000]);
    whole(&ROUND, PEOPLE, [0, 10_000]);
    whole(&TABLE, PEOPLE, [0, 10_000]);
    whole(&ACTIVITY, MINUTES, [0, 600]);
    whole(&ACTIVITY, VOTES, [1, 20]);
    whole(&ACTIVITY, ORDER, [0, 1_000_000]);
    let long = |kind, field, most: usize| {
        let text = |count: usize| vec![Value::from("æ".repeat(count))];
        check((kind, field), &text(most), &text(most + 1));
    };
    long(&WORKSHOP, NAME, 120);
    long(&ACTIVITY, QUESTION, 300);
    long(&SUBJECT, TEXT, 300);
    long(&SEAT, NAME, 120);
    long(&NOTE, TEXT, 1_000);
    long(&NOTE, BY, 120);
    long(&GROUP, NAME, 120);
    long(&AGREEMENT, WHO, 200);
}

#[test]
fn an_activity_of_a_newer_app_is_refused_as_that() {
    let newer = record(&ACTIVITY, STAGE, &"dancing".into());
    let newer = newer.replace("\"format\":1", "\"format\":2");
    assert_eq!(taken(file(&[newer]).into()), "Newer");
}

#[test]
fn what_is_no_part_of_a_workshop_is_refused_in_its_file_and_its_parts_in_others() {
    let check = |format: Format, kinds: &[&Kind], expected: &str| {
        let records = kinds.iter().map(|kind| record(kind, "unknown", &Value::Whole(1)));
        let records: Vec<String> = records.collect();
        let head = exchange::begin(format, VISION, Moment::default(), false);
        let file = format!("{head}{}{}", records.join(","), exchange::END);
        let found = read(&file).err().map_or("taken in".to_owned(), |refused| told(&refused));
        assert_eq!(found, expected, "{format:?}");
    };
    for kind in PARTS {
        check(Format::Workshop, &[kind], "taken in");
        let refused = format!("Damaged 1 {}", kind.name);
        check(Format::MeasurementSet, &[kind], &refused);
        check(Format::VillageProfile, &[kind], &refused);
    }
    for kind in KINDS.iter().filter(|kind| !PARTS.iter().any(|own| own.name == kind.name)) {
        check(Format::Workshop, &[&WORKSHOP, kind], &format!("Damaged 2 {}", kind.name));
    }
    check(Format::Workshop, &[&OBSERVATION], "Damaged 1 observation");
    check(Format::Workshop, &[&BALLOT, &TABLE, &PASSAGE], "Damaged 3 passage");
}

// ---- what is taken in, and what it comes to ----

fn id(number: u64) -> RecordId {
    RecordId::new(number, &[7; 10])
}

/// The workshop.
const MAIN: u64 = 1;
/// Its vote.
const VOTE: u64 = 2;

fn text(id: RecordId) -> Value {
    id.to_string().into()
}

fn table() -> RecordId {
    table_id(id(MAIN), Device::parse("AnesMac1").unwrap())
}

/// A file under way: a workshop, a vote on two points in it, and what else is put there.
struct File(Vec<String>);

impl File {
    fn new(method: &str) -> Self {
        let mut file = Self(Vec::new());
        file.put(id(MAIN), &WORKSHOP, &[]);
        file.vote(VOTE, &[(METHOD, method.into()), (ITEMS, "8a1 8a3".into())]);
        file
    }

    /// A record that is there, with these fields.
    fn put(&mut self, id: RecordId, kind: &Kind, fields: &[(&str, Value)]) {
        let mut set = Value::map([(ALIVE, Value::Flag(true))]);
        if let Value::Map(map) = &mut set {
            map.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        }
        self.0.push(format!(
            r#"{{"id":"{id}","kind":"{}","format":1,"seen":{{"AnesMac1Ab12-_":1}},"changes":[
            {{"by":"AnesMac1Ab12-_.1","at":"2026-11-25T18:00:00Z","set":{set}}}]}}"#,
            kind.name
        ));
    }

    /// A record of a workshop.
    fn of(&mut self, workshop: u64, at: RecordId, kind: &Kind, fields: &[(&str, Value)]) {
        self.put(at, kind, &[&[(OF_WORKSHOP, text(id(workshop)))], fields].concat());
    }

    /// A vote in which each person has three votes.
    fn vote(&mut self, number: u64, fields: &[(&str, Value)]) {
        let vote = [(STAGE, "voting".into()), (VOTES, Value::Whole(3))];
        self.of(MAIN, id(number), &ACTIVITY, &[&vote, fields].concat());
    }

    /// What a table cast in an activity, with further fields.
    fn cast(&mut self, at: RecordId, kind: &Kind, activity: u64, fields: &[(&str, Value)]) {
        let place = [(OF_ACTIVITY, text(id(activity))), (OF_TABLE, text(table()))];
        self.of(MAIN, at, kind, &[&place, fields].concat());
    }

    fn ballot(&mut self, seat: i64, voted: &str) {
        self.ballot_under(ballot_id(id(VOTE), table(), seat), seat, voted);
    }

    fn ballot_under(&mut self, at: RecordId, seat: i64, voted: &str) {
        self.cast(at, &BALLOT, VOTE, &[(NUMBER, Value::Whole(seat)), (VOTED, voted.into())]);
    }

    fn hands(&mut self, subject: &str, counts: &str) {
        let at = hands_id(id(VOTE), table(), subject);
        self.cast(at, &HANDS, VOTE, &[(OF_SUBJECT, subject.into()), (COUNTS, counts.into())]);
    }

    fn round(&mut self, way: &str, people: i64) {
        let fields = [(WAY, way.into()), (PEOPLE, Value::Whole(people))];
        self.cast(round_id(id(VOTE), table()), &ROUND, VOTE, &fields);
    }

    /// The document after the file was taken in, by the way that files take through the app.
    fn document(&self) -> Document {
        let contents = read(&file(&self.0)).unwrap();
        let mut document = Document::default();
        let (_, foreign) = document.merge_all(&contents.records);
        assert_eq!(foreign, []);
        document
    }

    fn outcome(&self) -> Outcome {
        let document = self.document();
        let workshop = Workshop::of(&document, id(MAIN)).unwrap();
        outcome_of(&document, workshop.id, workshop.activity(id(VOTE)).unwrap())
    }

    /// Checks what the vote comes to: each subject with what it got, those that nobody can vote on with a
    /// star; and who voted, who of them abstained, and what does not fit.
    fn check(&self, scores: &str, people: [u32; 3]) {
        let outcome = self.outcome();
        let score = |one: &Score| {
            format!("{}{}:{}", one.subject, if one.is_listed { "" } else { "*" }, one.counts)
        };
        let found: Vec<String> = outcome.scores.iter().map(score).collect();
        assert_eq!(found.join(" "), scores);
        assert_eq!([outcome.voters, outcome.blank, outcome.unfit], people);
    }
}

#[test]
fn whoever_has_too_many_votes_is_told_of_and_counts_for_nothing() {
    let check = |method: &str, ballots: &[&str], scores: &str, people: [u32; 3]| {
        let mut file = File::new(method);
        for (seat, voted) in (1..).zip(ballots) {
            file.ballot(seat, voted);
        }
        file.check(scores, people);
    };
    check(
        "dots",
        &["8a1=3", "8a1=4", "8a1=20 8a3=20", "", "8a1=1 8a3=2"],
        "8a1:4 8a3:2",
        [3, 1, 2],
    );
    // What nobody can answer, in ballots that are right otherwise.
    check("rating", &["8a1=7", "8a1=8 8a3=1"], "8a1:0,0,0,0,0,0,1 8a3:0", [1, 0, 1]);
    check("stance", &["8a1=3 8a3=1", "8a1=4", "8a1=20"], "8a1:0,0,1 8a3:1", [1, 0, 2]);
}

#[test]
fn more_hands_than_people_have_are_told_of_and_count_for_nothing() {
    let check = |method, people: i64, hands: [&str; 2], scores: &str, expected: [u32; 3]| {
        let mut file = File::new(method);
        file.round("hands", people);
        file.hands("8a1", hands[0]);
        file.hands("8a3", hands[1]);
        file.check(scores, expected);
    };
    check("dots", 2, ["4", "2"], "8a1:4 8a3:2", [2, 0, 0]);
    check("dots", 2, ["4", "3"], "8a1:0 8a3:0", [0, 0, 2]);
    check("dots", 2, ["1,1", "1"], "8a1:0 8a3:0", [0, 0, 2]);
    check("dots", 10_000, ["100000", "100000"], "8a1:0 8a3:0", [0, 0, 10_000]);
    check("dots", 0, ["0", "1"], "8a1:0 8a3:0", [0, 0, 1]);
    check("rating", 2, ["0,0,1,1", "3"], "8a1:0,0,1,1 8a3:0", [2, 0, 1]);
    check("stance", 2, ["0,0,0,1", "2"], "8a1:0 8a3:2", [2, 0, 1]);
    // Nobody said how many there are.
    let mut file = File::new("dots");
    file.hands("8a1", "1");
    file.check("8a1:0 8a3:0", [0, 0, 1]);
}

#[test]
fn votes_for_what_is_not_there_are_counted_and_told_apart() {
    let mut file = File::new("dots");
    let foreign = id(900).to_string();
    file.of(9, id(900), &SUBJECT, &[(OF_ACTIVITY, text(id(VOTE))), (TEXT, "Andres".into())]);
    file.ballot(1, "8a1=1 99z=2");
    file.ballot(2, &format!("{foreign}=1 8a3=1"));
    file.check(&format!("8a1:1 8a3:1 {foreign}*:1 99z*:2"), [2, 0, 0]);
    // In an activity that is not there nothing is counted.
    let at = ballot_id(id(77), table(), 1);
    file.cast(at, &BALLOT, 77, &[(NUMBER, Value::Whole(1)), (VOTED, "8a1=1".into())]);
    file.check(&format!("8a1:1 8a3:1 {foreign}*:1 99z*:2"), [2, 0, 0]);
    // The table is not there either: its votes count, and nothing else is known of it.
    let document = file.document();
    assert_eq!((tables(&document, id(MAIN)), file.outcome().shares.len()), (vec![], 1));
}

#[test]
fn what_was_cast_under_another_id_is_taken_in_and_not_counted() {
    let mut file = File::new("dots");
    file.ballot(1, "8a1=1");
    for at in 50..60 {
        file.ballot_under(id(at), 1, "8a3=3");
    }
    // Under the id of one seat, with the number of another, or none.
    file.ballot_under(ballot_id(id(VOTE), table(), 2), 3, "8a3=3");
    file.cast(ballot_id(id(VOTE), table(), 4), &BALLOT, VOTE, &[(VOTED, "8a3=3".into())]);
    // Under the id that it has in another activity, or at another table.
    file.ballot_under(ballot_id(id(3), table(), 5), 5, "8a3=3");
    file.ballot_under(ballot_id(id(VOTE), id(4), 6), 6, "8a3=3");
    file.cast(id(61), &ROUND, VOTE, &[(WAY, "hands".into()), (PEOPLE, Value::Whole(9))]);
    file.cast(id(62), &HANDS, VOTE, &[(OF_SUBJECT, "8a3".into()), (COUNTS, "9".into())]);
    let hands = [(OF_SUBJECT, "8a3".into()), (COUNTS, "9".into())];
    file.cast(hands_id(id(VOTE), table(), "8a1"), &HANDS, VOTE, &hands);
    file.check("8a1:1 8a3:0", [1, 0, 0]);
    assert_eq!(file.document().of_kind(&BALLOT).count(), 15);
    let cast = casts(&file.document(), id(MAIN), id(VOTE));
    assert_eq!((cast.len(), cast[0].hands.len()), (1, 0));
}

#[test]
fn nothing_that_is_cast_without_its_place_counts_anywhere() {
    let mut file = File::new("dots");
    let seat = [(NUMBER, Value::Whole(1)), (VOTED, "8a3=3".into())];
    let at = ballot_id(id(VOTE), table(), 1);
    for (field, value) in [
        (OF_WORKSHOP, "".into()),
        (OF_WORKSHOP, Value::Nothing),
        (OF_WORKSHOP, "../../etc".into()),
        (OF_WORKSHOP, text(id(VOTE))),
        (OF_ACTIVITY, text(id(MAIN))),
        (OF_ACTIVITY, "x".into()),
        (OF_TABLE, "".into()),
        (OF_TABLE, text(id(VOTE))),
        (NUMBER, Value::Nothing),
        (VOTED, Value::Nothing),
        (ALIVE, Value::Flag(false)),
    ] {
        let mut one = File(file.0.clone());
        let place = [
            (OF_WORKSHOP, text(id(MAIN))),
            (OF_ACTIVITY, text(id(VOTE))),
            (OF_TABLE, text(table())),
        ];
        one.put(at, &BALLOT, &[&place, &seat[..], &[(field, value.clone())]].concat());
        one.check("8a1:0 8a3:0", [0, 0, 0]);
    }
    file.ballot(1, "8a3=3");
    file.check("8a1:0 8a3:3", [1, 0, 0]);
}

#[test]
fn groups_that_were_merged_in_circles_hold_every_note_and_every_vote_once() {
    let mut file = File::new("dots");
    // A circle of 20, 21 and 22, with 23 behind it; 24 in itself; 25 in no group; 26 in what is no id.
    let into = [(20, 21), (21, 22), (22, 20), (23, 22), (24, 24), (25, MAIN)];
    for (from, to) in into {
        file.of(MAIN, id(from), &GROUP, &[(INTO, text(id(to)))]);
    }
    file.of(MAIN, id(26), &GROUP, &[(INTO, "26".into())]);
    for (note, group) in (30..).zip([20, 21, 22, 23, 24, 25, 26, VOTE]) {
        file.of(MAIN, id(note), &NOTE, &[(TEXT, "Lys".into()), (GROUP_ID, text(id(group)))]);
    }
    file.vote(5, &[(IS_ON_NOTES, Value::Flag(true))]);
    for (seat, (one, other)) in (1..).zip([(20, 30), (21, 31), (22, 32), (23, 33), (24, 37)]) {
        let voted = format!("{}=1 {}=1", id(one), id(other));
        let fields = [(NUMBER, Value::Whole(seat)), (VOTED, voted.as_str().into())];
        file.cast(ballot_id(id(5), table(), seat), &BALLOT, 5, &fields);
    }
    let document = file.document();
    let grouped = grouping(&document, id(MAIN));
    let heads: Vec<(String, usize)> =
        grouped.iter().map(|one| (one.id.clone(), one.members.len())).collect();
    let expected = [(20, 8), (24, 2), (25, 2), (26, 2), (37, 1)];
    assert_eq!(heads, expected.map(|(head, count)| (id(head).to_string(), count)));
    let workshop = Workshop::of(&document, id(MAIN)).unwrap();
    let outcome = outcome_of(&document, workshop.id, workshop.activity(id(5)).unwrap());
    let votes: Vec<u32> = outcome.scores.iter().map(Score::votes).collect();
    assert_eq!((votes, outcome.voters, outcome.unfit), (vec![8, 1, 0, 0, 1], 5, 0));
}

#[test]
fn activities_of_another_workshop_are_no_part_of_this_one() {
    let mut file = File(Vec::new());
    file.put(id(MAIN), &WORKSHOP, &[(NAME, "Vores".into())]);
    file.put(id(9), &WORKSHOP, &[(NAME, "Deres".into())]);
    // A vote and a subject of theirs, and our ballot in it.
    let vote = [(STAGE, "voting".into()), (ITEMS, "8a1".into())];
    file.of(9, id(VOTE), &ACTIVITY, &vote);
    file.of(9, id(8), &SUBJECT, &[(OF_ACTIVITY, text(id(VOTE))), (TEXT, "Deres".into())]);
    file.ballot(1, "8a1=1");
    file.of(MAIN, table(), &TABLE, &[(AT, text(id(VOTE))), (IS_LEFT_OUT, Value::Flag(false))]);
    let document = file.document();
    let [ours, theirs] = [MAIN, 9].map(|number| Workshop::of(&document, id(number)).unwrap());
    assert_eq!((ours.activities.len(), ours.minutes(), theirs.activities.len()), (0, 0, 1));
    let here = tables(&document, ours.id);
    assert_eq!((here.len(), ours.current(here.first())), (1, None));
    assert!(!ours.is_revealed(id(VOTE), here.first()));
    let outcome = outcome_of(&document, theirs.id, &theirs.activities[0]);
    assert_eq!((outcome.voters, outcome.total(), outcome.shares.len()), (0, 0, 0));
    assert_eq!(outcome.scores.len(), 2);
}
