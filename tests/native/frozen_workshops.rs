//! The workshop in the files of version 1: it is read as it was written, and its votes come to what was
//! counted by hand. Of all frozen files: `frozen`.

use super::frozen::{CARRIED_ON, VILLAGE, WORKSHOP, contents, record, values};
use pejlemaerke::{
    app::{Harvest, HarvestWords, KINDS, harvest, harvested_from, is_harvested},
    document::{Author, Device, Document, Edit, Life, Record, RecordId, Value, Writer},
    measure::{Decimal, When},
    vision::Edition,
    workshop::{
        Counts, Outcome, Score, Stage, Timer, Way, Workshop, agreements, grouping, notes,
        outcome_of,
        records::{self as of, belonging},
        tables,
    },
};

const ID: &str = "01a209cb-59c1-77ee-a761-5ef35f30b701";
/// The village profile that it is for.
const PROFILE: &str = "0199160f-2a40-7b1e-8c55-6d20f4a1e301";
/// The ends of the ids of what is voted on beside the items of the vision.
const SUBJECTS: [(&str, &str); 9] = [
    ("b720", "shop"),
    ("b721", "shifts"),
    ("b730", "light"),
    ("b731", "unnamed"),
    ("b732", "lamps"),
    ("b743", "bus"),
    ("b745", "pool"),
    ("b746", "twice"),
    ("b747", "empty"),
];

fn id(text: &str) -> RecordId {
    RecordId::parse(text).unwrap()
}

/// The file, with the workshop in it.
fn workshop() -> (Document, Workshop) {
    let mut document = Document::default();
    document.merge_all(&contents(WORKSHOP).records);
    let workshop = Workshop::of(&document, id(ID)).unwrap();
    (document, workshop)
}

/// The id of a record by its end.
fn ending(end: &str) -> RecordId {
    record(&contents(WORKSHOP), end).id
}

fn name(subject: &str) -> String {
    let known = SUBJECTS.iter().find(|(end, _)| subject.ends_with(end));
    known.map_or(subject, |(_, name)| name).to_owned()
}

/// A vote in a line: each subject with what it got, those that are no longer voted on with a star; and
/// who voted, who of them abstained, and what did not fit.
fn told(outcome: &Outcome) -> (String, [u32; 3]) {
    let score = |score: &Score| {
        let star = if score.is_listed { "" } else { "*" };
        format!("{}{star}:{}", name(&score.subject), score.counts)
    };
    let scores: Vec<String> = outcome.scores.iter().map(score).collect();
    (scores.join(" "), [outcome.voters, outcome.blank, outcome.unfit])
}

fn outcome(number: usize) -> Outcome {
    let (document, workshop) = workshop();
    outcome_of(&document, workshop.id, &workshop.activities[number])
}

/// Checks what the vote of an activity, by its place on the agenda, comes to.
fn check(number: usize, scores: &str, people: [u32; 3]) {
    assert_eq!(told(&outcome(number)), (scores.to_owned(), people));
}

#[test]
fn a_workshop_is_read_as_it_was_written() {
    let (document, workshop) = workshop();
    assert_eq!(Workshop::all(&document), std::slice::from_ref(&workshop));
    assert_eq!(workshop.name, "Borgermøde i Ellekrog");
    assert!(workshop.aim.ends_with("frem til sommer,\nog hvem der tager fat. \"Alle\" er med."));
    let place = [&workshop.place, &workshop.held];
    assert_eq!(place, ["Forsamlingshuset, Ellekrog", "2026-11-25"]);
    assert_eq!(workshop.profile, Some(id(PROFILE)));
    assert!(workshop.is_named && !workshop.is_locking);
    // Every stage; the votes on ratings and stances were put in afterwards.
    let stages = workshop.activities.iter().map(|activity| activity.stage.name());
    let expected =
        "welcome voting reveal voting voting writing grouping prioritising agreeing closing";
    assert_eq!(stages.collect::<Vec<_>>().join(" "), expected);
    assert!(Stage::ALL.iter().all(|stage| expected.contains(stage.name())));
    // Where nobody said how many, it takes what is usual.
    assert_eq!(workshop.activities[2].minutes, 5);
    assert_eq!(workshop.minutes(), 77);
    let vote = &workshop.activities[1];
    assert_eq!((vote.votes, vote.items.join(" ")), (3, "8a1 8a3 8a4 8a7".into()));
    assert_eq!(vote.own, [(ending("b720"), "Den tomme butik ved kirken".to_owned())]);
    assert_eq!(vote.question, "Hvad skal vi tage fat på først?");
    assert_eq!(workshop.activities[4].own[0].1, "Vi driver selv butikken ”på skift”");
    assert!(belonging(&document, workshop.id).eq(document.records()));
}

#[test]
fn the_tables_of_a_workshop_are_read_as_they_were_written() {
    let (document, workshop) = workshop();
    let tables = tables(&document, workshop.id);
    let told: Vec<_> =
        tables.iter().map(|one| (one.name.as_str(), one.people, one.is_left_out)).collect();
    assert_eq!(told, [("Scenen", 5, false), ("Prøvebord", 0, true), ("Ved døren", 4, false)]);
    let clocks: Vec<_> = tables.iter().map(|one| one.timer).collect();
    assert_eq!(clocks, [Some(Timer::Stopped(900)), None, Some(Timer::Running(1_795_635_820))]);
    let at: Vec<Stage> =
        tables.iter().map(|one| workshop.current(Some(one)).unwrap().stage).collect();
    assert_eq!(at, [Stage::Agreeing, Stage::Welcome, Stage::Closing]);
    let people = document.of_kind(&of::SEAT).map(|seat| seat.text(of::NAME));
    assert_eq!(people.collect::<Vec<_>>(), ["Karen Holm", "Ib Skov", "Mette Lind"]);
}

/// Of five at the stage one abstains, and one spreads four votes where there are three. By the door
/// somebody voted in two tabs, and hands were counted before the tablet went round.
#[test]
fn the_votes_that_were_spread_come_to_what_was_counted_by_hand() {
    check(1, "8a1:3 8a3:2 8a4:9 8a7:1 shop:1", [7, 1, 1]);
    let outcome = outcome(1);
    assert_eq!((outcome.votes, outcome.total()), (3, 16));
    let shares: Vec<_> = outcome
        .shares
        .iter()
        .map(|share| (share.way, share.voters, share.unfit, share.is_left_out))
        .collect();
    assert_eq!(
        shares,
        [(Way::Pass, 4, 1, false), (Way::Pass, 1, 0, true), (Way::Pass, 3, 0, false)]
    );
    // The table at which somebody tried it out beforehand keeps what it cast.
    assert_eq!(outcome.shares[1].counts, [("8a7".to_owned(), Counts::default().with(1, 3))]);
    let ranks: Vec<_> = outcome
        .ranked()
        .iter()
        .map(|(rank, one)| format!("{rank} {}", name(&one.subject)))
        .collect();
    assert_eq!(ranks, ["1 8a4", "2 8a1", "3 8a3", "4 8a7", "4 shop"]);
}

/// Three ballots at the stage; by the door four people show their hands.
#[test]
fn the_ratings_come_to_what_was_counted_by_hand() {
    check(3, "8a1:0,0,1,3,2,1 8a4:1,4,1", [7, 0, 0]);
    let means: Vec<_> =
        outcome(3).scores.iter().map(|score| (score.mean(), score.ends())).collect();
    let mean = |text| Decimal::parse(text);
    assert_eq!(means, [(mean("4.4"), Some((3, 6))), (mean("2"), Some((1, 3)))]);
}

/// Five at the stage show hands, once six of them; by the door there are three ballots.
#[test]
fn the_stances_come_to_what_was_counted_by_hand() {
    check(4, "16a:4,2,1 shifts:1,0,1", [8, 0, 1]);
    let percents: Vec<_> = outcome(4).scores.iter().map(Score::agreed_percent).collect();
    assert_eq!(percents, [Some(67), Some(100)]);
}

/// One note that had votes was taken away afterwards, and one group merged into another.
#[test]
fn the_votes_on_notes_come_to_what_was_counted_by_hand_group_by_group() {
    check(7, "light:5 unnamed:2 bus:3 pool:0 twice*:2", [7, 0, 0]);
    assert_eq!(outcome(7).total(), 12);
    let (document, workshop) = workshop();
    let grouped: Vec<(String, usize)> = grouping(&document, workshop.id)
        .iter()
        .map(|one| (name(&one.id), one.members.len()))
        .collect();
    let expected = [("light", 5), ("unnamed", 2), ("bus", 1), ("pool", 1)];
    assert_eq!(grouped, expected.map(|(name, count)| (name.to_owned(), count)));
    // Taken apart again, each has its own votes.
    let mut apart = document.clone();
    let writer = Writer::parse("AnesMac1Ab12-_").unwrap();
    let edit = Edit::Settle(ending("b732"), of::INTO.into(), Value::Nothing);
    apart.change(Author { writer, at: contents(WORKSHOP).exported }, &[edit], KINDS);
    let apart = outcome_of(&apart, workshop.id, &workshop.activities[7]);
    assert_eq!(told(&apart).0, "light:4 unnamed:2 lamps:1 bus:3 pool:0 twice*:2");
}

#[test]
fn the_notes_of_a_workshop_are_read_as_they_were_written() {
    let (document, workshop) = workshop();
    let notes = notes(&document, workshop.id);
    let told: Vec<_> = notes.iter().map(|one| (one.sort.name(), one.by.as_str())).collect();
    let [idea, karen, ib] = [("idea", ""), ("worry", "Karen Holm"), ("offer", "Ib Skov")];
    assert_eq!(told, [idea, karen, ib, ("question", ""), idea, idea]);
    assert_eq!(notes[1].text, "Her er bælgmørkt om vinteren.\nBørnene går på landevejen 😟");
    let table = |end: &str| of::table_id(workshop.id, Device::parse(end).unwrap());
    assert_eq!(
        (notes[1].table, notes[3].table),
        (Some(table("AnesMac1")), Some(table("BosPad22")))
    );
    // In a group that was dissolved since.
    assert_eq!(notes[5].group, Some(ending("b733")));
    let deleted = record(&contents(WORKSHOP), "b746");
    assert_eq!((deleted.life(), deleted.text(of::TEXT)), (Life::Deleted, "Lamper"));
}

#[test]
fn agreements_and_conflicts_of_a_workshop_are_read_as_they_were_written() {
    let (document, workshop) = workshop();
    let agreed = agreements(&document, workshop.id);
    let told: Vec<_> = agreed
        .iter()
        .map(|one| (one.what.as_str(), one.who.as_str(), one.time.as_str(), name(&one.subject)))
        .collect();
    let bus = ("Spørg kommunen om bussen", "", "i marts", "8a4".to_owned());
    let light =
        ("Lys på stien til hallen", "Ib Skov og stiudvalget", "i januar", "light".to_owned());
    assert_eq!(told, [bus, light]);
    let disputed: Vec<&Record> =
        document.records().filter(|record| !record.conflicts().is_empty()).collect();
    let [ballot, agreement] = disputed.as_slice() else { panic!("{disputed:?}") };
    assert_eq!((ballot.conflicts(), agreement.conflicts()), (vec![of::VOTED], vec![of::TIME]));
    assert_eq!(values(ballot, of::VOTED), ["\"8a4=3\"", "\"8a1=3\""]);
    assert_eq!(values(agreement, of::TIME), ["\"i januar\"", "\"inden jul\""]);
}

#[test]
fn the_ids_of_the_parts_of_a_workshop_are_the_ones_that_are_still_made() {
    let (document, workshop) = workshop();
    let mut parts = 0;
    for record in document.records() {
        let names = |field: &str| id(record.text(field));
        let number = || record.front(of::NUMBER).and_then(Value::as_whole).unwrap();
        let expected = match record.kind.as_str() {
            "table" => {
                let writer = record.seen().entries().map(|(writer, _)| writer.to_string());
                let devices = writer.map(|writer| Device::parse(&writer[..8]).unwrap());
                let mut ids = devices.map(|device| of::table_id(workshop.id, device));
                ids.find(|id| *id == record.id).unwrap()
            }
            "seat" => of::seat_id(names(of::OF_ACTIVITY), names(of::OF_TABLE), number()),
            "round" => of::round_id(names(of::OF_ACTIVITY), names(of::OF_TABLE)),
            "hands" => {
                let subject = record.text(of::OF_SUBJECT);
                of::hands_id(names(of::OF_ACTIVITY), names(of::OF_TABLE), subject)
            }
            "ballot" => of::ballot_id(names(of::OF_ACTIVITY), names(of::OF_TABLE), number()),
            _ => continue,
        };
        assert_eq!(record.id, expected, "{record}");
        parts += 1;
    }
    assert_eq!(parts, 41);
}

#[test]
fn what_was_carried_on_is_met_by_what_is_carried_on_again() {
    let (mut document, workshop) = workshop();
    document.merge_all(&contents(VILLAGE).records);
    let carried_on = contents(CARRIED_ON).records;
    document.merge_all(&carried_on);
    assert!(carried_on.iter().all(|one| document.get(one.id) == Some(one)));
    let from = carried_on.iter().filter_map(harvested_from);
    assert_eq!(from.collect::<Vec<_>>(), [workshop.id; 6]);
    let (rating, profile) = (workshop.activities[3].id, id(PROFILE));
    let edition = Edition::embedded().unwrap();
    let (words, today) = (HarvestWords::default(), When::parse("2026-11-26").unwrap());
    for (what, kind) in [
        (Harvest::Action { agreement: ending("b751"), profile }, "action"),
        (Harvest::Indicator { activity: rating, item: "8a4".into() }, "indicator"),
        (Harvest::Note { note: ending("b743"), item: "8a4".into() }, "note"),
    ] {
        let made = is_harvested(&document, &what).and_then(|id| document.get(id)).unwrap();
        assert_eq!(made.kind, kind);
        assert_eq!(harvest(&document, &edition, &workshop, &what, &words, today), [], "{what:?}");
    }
    // Of the two points that were rated one was carried on.
    let ratings = Harvest::Ratings { activity: rating, profile };
    assert!(is_harvested(&document, &ratings).is_some());
    let edits = harvest(&document, &edition, &workshop, &ratings, &words, today);
    let is_new = |edit: &&Edit| matches!(edit, Edit::Create(..));
    assert_eq!(edits.iter().filter(is_new).count(), 0);
}
