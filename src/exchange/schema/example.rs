//! The example in the schema, from which a file can be written.

use super::{VERSION, list};
use crate::document::{ALIVE, Kind, Value};

/// The smallest file that is of use, by one writer: a set and an observation in it, a profile and a text
/// of it, or a workshop and a vote on its agenda. Of kinds that the format does not know, it holds none.
pub(super) fn example(format: &str, kinds: &[&Kind]) -> Value {
    const WRITER: &str = "k3Jd92Lxab12Zy";
    const MADE: &str = "2026-11-24T13:40:05Z";
    const OF_SET: &str = "01a20dc8-fb08-7c3e-9b1f-5a2d84e0c617";
    const OBSERVATION: &str = "01a20dc8-fb09-7f52-8a4c-e91b6d3075fa";
    const OF_PROFILE: &str = "0199160f-2a40-7b1e-8c55-6d20f4a1e301";
    const PASSAGE: &str = "0199160f-2a40-7bad-8d69-cec56eac8878";
    const OF_WORKSHOP: &str = "01a209cb-59c1-77ee-a761-5ef35f30b701";
    const ACTIVITY: &str = "01a209cb-59bb-701e-9261-7b0feda7b711";
    let made = |id: &str, kind: &str, fields: Value| {
        let change = Value::map([
            ("by", format!("{WRITER}.1").into()),
            ("at", MADE.into()),
            ("set", fields),
        ]);
        Value::map([
            ("id", id.into()),
            ("kind", kind.into()),
            ("format", Value::Whole(1)),
            ("seen", Value::map([(WRITER, Value::Whole(1))])),
            ("changes", list([change])),
        ])
    };
    let set = [
        (ALIVE, Value::Flag(true)),
        ("name", "Forældrenes svar (et eksempel)".into()),
        ("about", "Invented figures that show the form of a file.".into()),
    ];
    let observation = [
        (ALIVE, Value::Flag(true)),
        ("set", OF_SET.into()),
        ("indicator", "1e".into()),
        ("when", "2020-11".into()),
        ("value", "87.5".into()),
        ("sample", Value::Whole(1_204)),
        ("title", "Parents’ survey (an example)".into()),
        ("publisher", "Nobody: the figure is invented".into()),
        ("address", "https://example.org/parents-survey".into()),
        ("source_date", "2021-01-15".into()),
    ];
    let profile = [(ALIVE, Value::Flag(true)), ("name", "Ellekrog (et eksempel)".into())];
    let passage = [
        (ALIVE, Value::Flag(true)),
        ("profile", OF_PROFILE.into()),
        ("part", "8a1/today".into()),
        ("text", "An invented text that shows the form of a file.".into()),
    ];
    let workshop = [
        (ALIVE, Value::Flag(true)),
        ("name", "Borgermøde i Ellekrog (et eksempel)".into()),
        ("aim", "An invented workshop that shows the form of a file.".into()),
        ("held", "2026-11-25".into()),
    ];
    let activity = [
        (ALIVE, Value::Flag(true)),
        ("workshop", OF_WORKSHOP.into()),
        ("stage", "voting".into()),
        ("question", "Hvad skal vi tage fat på først?".into()),
        ("method", "dots".into()),
        ("votes", Value::Whole(3)),
        ("items", "8a1 8a3 8a4 8a7".into()),
        ("minutes", Value::Whole(8)),
        ("order", Value::Whole(1)),
    ];
    let records = [
        ("set", made(OF_SET, "set", Value::map(set))),
        ("observation", made(OBSERVATION, "observation", Value::map(observation))),
        ("profile", made(OF_PROFILE, "profile", Value::map(profile))),
        ("passage", made(PASSAGE, "passage", Value::map(passage))),
        ("workshop", made(OF_WORKSHOP, "workshop", Value::map(workshop))),
        ("activity", made(ACTIVITY, "activity", Value::map(activity))),
    ];
    let is_known = |name: &str| kinds.iter().any(|kind| kind.name == name);
    let records = records.into_iter().filter(|(kind, _)| is_known(kind)).take(2);
    let records = list(records.map(|(_, record)| record));
    Value::map([
        ("format", format.into()),
        ("version", Value::Whole(VERSION)),
        ("min_reader", Value::Whole(VERSION)),
        ("vision", "randers-2021".into()),
        ("exported", MADE.into()),
        ("body", Value::map([("records", records)])),
    ])
}
