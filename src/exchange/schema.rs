//! The JSON Schema (2020-12) of a file, derived from the kinds of records that may stand in it. It is
//! documentation as much as a check: whoever writes an importer needs nothing else.
//!
//! What a schema cannot say stands in its descriptions: that `seen` covers every change, and that no
//! change stands twice. [`words`] holds all descriptions.

mod example;
mod forms;
mod words;

use super::envelope::VERSION;
use crate::{
    document::{ALIVE, Kind, Value},
    sorted::Sorted,
};
use example::example;
use forms::{of_shape, or_null};

/// The highest number of a change that is taken in.
const MOST_CHANGES: i64 = 1 << 40;

const RECORD_ID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$";
const WRITER: &str = "^[A-Za-z0-9_-]{14}$";
const CHANGE: &str = r"^[A-Za-z0-9_-]{14}\.[1-9][0-9]{0,12}$";
const MOMENT: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T\
                      ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$";

type Map = Sorted<String, Value>;

/// The schema of the files of a format, such as `pejlemaerke/everything`, in which records of these
/// kinds stand.
#[must_use]
pub fn schema(format: &str, title: &str, kinds: &[&Kind]) -> Value {
    let name = format.rsplit('/').next().unwrap_or(format);
    let records = [
        ("type", "array".into()),
        ("description", words::RECORDS.into()),
        ("items", Value::map([("oneOf", list(kinds.iter().map(|kind| to(kind.name))))])),
    ];
    let body = object(words::BODY, &["records"], [("records", Value::map(records))]);
    let strings = Value::map([("type", "string".into())]);
    let properties = [
        ("format", told(words::FORMAT, [("const", format.into())])),
        ("version", told(words::VERSION, [("const", Value::Whole(VERSION))])),
        ("min_reader", told(words::MIN_READER, [("const", Value::Whole(VERSION))])),
        ("vision", told(words::VISION, [("type", "string".into())])),
        ("exported", told(words::EXPORTED, [("$ref", "#/$defs/moment".into())])),
        ("without", told(words::WITHOUT, [("type", "array".into()), ("items", strings)])),
        ("body", body),
    ];
    let required = ["format", "version", "min_reader", "vision", "exported", "body"];
    let mut schema = object(&words::file(), &required, properties);
    add(&mut schema, "$schema", "https://json-schema.org/draft/2020-12/schema".into());
    add(&mut schema, "$id", format!("{name}.schema.json").into());
    add(&mut schema, "title", title.into());
    add(&mut schema, "$defs", definitions(kinds));
    add(&mut schema, "examples", list([example(format, kinds)]));
    schema
}

fn list<V: Into<Value>>(values: impl IntoIterator<Item = V>) -> Value {
    Value::List(values.into_iter().map(Into::into).collect())
}

fn add(schema: &mut Value, name: &str, value: Value) {
    if let Value::Map(map) = schema {
        map.insert(name.into(), value);
    }
}

/// A schema with a description.
fn told<const N: usize>(description: &str, entries: [(&str, Value); N]) -> Value {
    let mut schema = Value::map(entries);
    add(&mut schema, "description", description.into());
    schema
}

/// An object with these properties, and perhaps others.
fn object<const N: usize>(
    description: &str,
    required: &[&str],
    properties: [(&str, Value); N],
) -> Value {
    told(
        description,
        [
            ("type", "object".into()),
            ("required", list(required.iter().copied())),
            ("properties", Value::map(properties)),
        ],
    )
}

/// A text of a form.
fn text(description: &str, pattern: &str) -> Value {
    told(description, [("type", "string".into()), ("pattern", pattern.into())])
}

fn whole(least: i64, most: i64) -> Value {
    Value::map([
        ("type", "integer".into()),
        ("minimum", Value::Whole(least)),
        ("maximum", Value::Whole(most)),
    ])
}

/// A reference to a definition.
fn to(name: &str) -> Value {
    Value::map([("$ref", format!("#/$defs/{name}").into())])
}

fn definitions(kinds: &[&Kind]) -> Value {
    let seen = [
        ("type", "object".into()),
        ("propertyNames", to("writer")),
        ("additionalProperties", whole(1, MOST_CHANGES)),
    ];
    let withheld = [
        ("type", "object".into()),
        ("required", list(["withheld"])),
        ("properties", Value::map([("withheld", Value::map([("const", Value::Flag(true))]))])),
        ("additionalProperties", Value::Flag(false)),
    ];
    let mut moment = text(words::MOMENT, MOMENT);
    add(&mut moment, "format", "date-time".into());
    let mut all: Map = Sorted::default();
    for (name, schema) in [
        ("record-id", text(words::RECORD_ID, RECORD_ID)),
        ("writer", text(words::WRITER, WRITER)),
        ("moment", moment),
        ("seen", told(words::SEEN, seen)),
        ("change", change()),
        ("alive", told(words::ALIVE, [("type", or_null("boolean"))])),
        ("withheld", told(words::WITHHELD, withheld)),
    ] {
        all.insert(name.into(), schema);
    }
    for kind in kinds {
        all.insert(kind.name.into(), record(kind));
        all.insert(format!("{}-fields", kind.name), fields(kind));
    }
    Value::Map(all)
}

/// A change of a record of any kind.
fn change() -> Value {
    let lists = Value::map([("type", "array".into())]);
    let or = [("type", "object".into()), ("additionalProperties", lists)];
    let set = [("type", "object".into()), ("minProperties", Value::Whole(1))];
    let properties = [
        ("by", text(words::BY, CHANGE)),
        ("at", to("moment")),
        ("set", told(words::SET, set)),
        ("or", told(words::OR, or)),
    ];
    object(words::CHANGE, &["by", "at", "set"], properties)
}

/// A record of a kind.
fn record(kind: &Kind) -> Value {
    let name = kind.name;
    let others = field_names(kind).map(|field| {
        let items = to(&format!("{name}-fields/properties/{field}"));
        (field.to_owned(), Value::map([("type", "array".into()), ("items", items)]))
    });
    let or = Value::map([("properties", Value::Map(others.collect()))]);
    let set = to(&format!("{name}-fields"));
    let mut change = to("change");
    add(&mut change, "properties", Value::map([("set", set), ("or", or)]));
    let format = Value::Whole(kind.format().into());
    let properties = [
        ("id", to("record-id")),
        ("kind", Value::map([("const", name.into())])),
        ("format", told(words::RECORD_FORMAT, [("const", format)])),
        ("seen", to("seen")),
        ("changes", told(words::CHANGES, [("type", "array".into()), ("items", change)])),
    ];
    let description = words::kind(name).unwrap_or_default();
    object(description, &["id", "kind", "format", "seen", "changes"], properties)
}

fn field_names(kind: &Kind) -> impl Iterator<Item = &'static str> {
    kind.fields.iter().map(|(field, _)| *field).chain([ALIVE])
}

/// What may stand in the fields of a kind.
fn fields(kind: &Kind) -> Value {
    let mut properties: Map = Sorted::default();
    properties.insert(ALIVE.into(), to("alive"));
    for (field, shape) in kind.fields {
        let mut schema = of_shape(kind.name, field, *shape);
        add(&mut schema, "description", words::field(kind.name, field).unwrap_or_default().into());
        properties.insert((*field).into(), schema);
    }
    let entries = [("type", "object".into()), ("properties", Value::Map(properties))];
    told(words::FIELDS, entries)
}

#[cfg(test)]
mod tests {
    use super::{forms::checked, *};
    use crate::{
        app::KINDS,
        document::{Document, Record, RecordId, Shape, part_id},
        exchange::{Format, read, write},
        measure::{
            Kind as Measured, Quality, Side, State, Status,
            records::{OBSERVATION, SET, observation},
        },
        village::{
            PlaceKind, Stage as Process,
            records::{PART, PASSAGE, PROFILE, profile_of},
        },
        workshop::{
            Method, NoteSort, Stage, Template, Way, Workshop,
            records::{ACTIVITY, BALLOT, ITEMS, VOTED, WORKSHOP},
        },
    };

    fn everything() -> Value {
        schema("pejlemaerke/everything", "Everything", KINDS)
    }

    fn known(value: &Value) -> serde_json::Value {
        serde_json::from_str(&value.to_string()).unwrap()
    }

    /// The example with these fields in a change of a record of a kind.
    fn with(kind: &Kind, fields: &Value) -> serde_json::Value {
        let mut file = known(&example("pejlemaerke/everything", KINDS));
        let record = &mut file["body"]["records"][0];
        record["kind"] = kind.name.into();
        record["changes"][0]["set"] = known(fields);
        file
    }

    #[test]
    fn every_kind_and_every_field_is_described() {
        for kind in KINDS {
            assert!(words::kind(kind.name).is_some(), "{}", kind.name);
            for (field, _) in kind.fields {
                let words = words::field(kind.name, field).unwrap_or_default();
                assert!(words.len() > 40, "{}.{field}", kind.name);
            }
        }
    }

    #[test]
    fn nothing_is_described_that_is_not_there() {
        for (kind, _, fields) in words::KINDS {
            let known = KINDS.iter().find(|known| known.name == *kind).unwrap();
            for (field, _) in *fields {
                assert!(known.fields.iter().any(|(name, _)| name == field), "{kind}.{field}");
            }
        }
    }

    #[test]
    fn every_field_with_a_test_of_its_own_has_a_form() {
        for kind in KINDS {
            for (field, shape) in kind.fields {
                let is_checked = matches!(shape, Shape::Checked(_));
                let has_form = checked(kind.name, field).is_some();
                assert_eq!(has_form, is_checked, "{}.{field}", kind.name);
            }
        }
    }

    #[test]
    fn the_example_is_read_shown_and_written_the_same_in_every_format() {
        for format in Format::ALL {
            let kinds: Vec<&Kind> =
                KINDS.iter().copied().filter(|kind| format.holds(kind.name)).collect();
            let file = example(format.name(), &kinds);
            let contents = read(&file.to_string(), "randers-2021", KINDS).unwrap();
            let kinds: Vec<&str> = contents.records.iter().map(|one| one.kind.as_str()).collect();
            assert!(contents.records.iter().all(Record::is_present));
            let [owner, part] = contents.records.as_slice() else { panic!("{kinds:?}") };
            match format {
                Format::VillageProfile => {
                    assert_eq!(kinds, [PROFILE.name, PASSAGE.name]);
                    assert_eq!(part.id, part_id(owner.id, &PASSAGE, part.text(PART)));
                    assert_eq!(profile_of(part), Some(owner.id));
                }
                Format::Workshop => {
                    assert_eq!(kinds, [WORKSHOP.name, ACTIVITY.name]);
                    let mut document = Document::default();
                    document.merge_all(&contents.records);
                    let workshop = Workshop::of(&document, owner.id).unwrap();
                    let votes: Vec<RecordId> = workshop.votes().map(|vote| vote.id).collect();
                    assert_eq!(votes, [part.id]);
                }
                Format::Everything | Format::MeasurementSet => {
                    assert_eq!(kinds, [SET.name, OBSERVATION.name]);
                    assert_eq!(observation(part).unwrap().set, Some(owner.id));
                }
            }
            let again = write(format, "randers-2021", contents.exported, contents.records.iter());
            assert_eq!(Value::parse(&again), Ok(file));
        }
    }

    #[test]
    fn a_format_without_these_kinds_has_an_example_that_conforms() {
        let kinds = [&crate::note::KIND];
        let schema = known(&schema("pejlemaerke/notes", "Notes", &kinds));
        assert_eq!(schema["$id"], "notes.schema.json");
        let validator = jsonschema::validator_for(&schema).unwrap();
        assert!(validator.is_valid(&schema["examples"][0]));
        assert!(!validator.is_valid(&known(&example("pejlemaerke/notes", KINDS))));
    }

    #[test]
    fn the_example_conforms_and_what_is_wrong_does_not() {
        let validator = jsonschema::validator_for(&known(&everything())).unwrap();
        let check = |pointer: &str, value: &str, expected: bool| {
            let mut file = known(&example("pejlemaerke/everything", KINDS));
            *file.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
            assert_eq!(validator.is_valid(&file), expected, "{pointer}: {value}");
        };
        check("/version", "1", true);
        check("/version", "2", false);
        check("/min_reader", "2", false);
        check("/format", r#""pejlemaerke/measurement-set""#, false);
        check("/exported", r#""yesterday""#, false);
        check("/body", "{}", false);
        check("/body/records", "[]", true);
        let record = |rest: &str| format!("/body/records/0/{rest}");
        check(&record("id"), r#""17""#, false);
        check(&record("kind"), r#""dance""#, false);
        check(&record("format"), "2", false);
        check(&record("seen"), r#"{"k3Jd92Lxab12Zy": 0}"#, false);
        check(&record("seen"), r#"{"k3Jd92Lxab12Zy": 1099511627776}"#, true);
        check(&record("seen"), r#"{"k3Jd92Lxab12Zy": 1099511627777}"#, false);
        check(&record("seen"), r#"{"short": 1}"#, false);
        check(&record("changes"), "[]", true);
        check(&record("changes/0/by"), r#""k3Jd92Lxab12Zy.01""#, false);
        check(&record("changes/0/at"), r#""2026-11-24""#, false);
        check(&record("changes/0/set"), "{}", false);
        check(&record("changes/0/set"), r#"{"alive": 1}"#, false);
        check(&record("changes/0/set"), r#"{"colour": [1]}"#, true);
        let change = |or: &str| {
            format!(
                r#"[{{"by":"k3Jd92Lxab12Zy.1","at":"2026-11-24T13:40:05Z","set":{{"name":"a"}},"or":{or}}}]"#
            )
        };
        check(&record("changes"), &change(r#"{"name":["b",null]}"#), true);
        check(&record("changes"), &change(r#"{"name":"b"}"#), false);
        check(&record("changes"), &change(r#"{"name":[7]}"#), false);
    }

    #[test]
    fn the_highest_number_of_a_change_is_the_one_that_is_read() {
        let file = example("pejlemaerke/everything", KINDS).to_string();
        let check = |highest: i64, expected: bool| {
            let file = file.replace("Zy\":1}", &format!("Zy\":{highest}}}"));
            assert_eq!(read(&file, "randers-2021", KINDS).is_ok(), expected, "{highest}");
        };
        check(MOST_CHANGES, true);
        check(MOST_CHANGES + 1, false);
    }

    #[test]
    fn the_schema_allows_in_each_field_what_the_app_does() {
        let validator = jsonschema::validator_for(&known(&everything())).unwrap();
        let (mut allowed, mut refused) = (0, 0);
        for kind in KINDS {
            for (field, _) in kind.fields.iter().chain([&(ALIVE, Shape::Flag)]) {
                for value in values() {
                    let expected = kind.allows(field, &value);
                    let file = with(kind, &Value::map([(field, value.clone())]));
                    assert_eq!(
                        validator.is_valid(&file),
                        expected,
                        "{}.{field} {value}",
                        kind.name
                    );
                    *(if expected { &mut allowed } else { &mut refused }) += 1;
                }
            }
        }
        assert!(allowed > 500 && refused > 500, "{allowed} allowed, {refused} refused");
    }

    #[test]
    fn what_no_pattern_says_of_a_text_stands_in_its_description() {
        let validator = jsonschema::validator_for(&known(&everything())).unwrap();
        for (kind, field, text, told) in [
            (&ACTIVITY, ITEMS, "8a1 8a1", "each once"),
            (&BALLOT, VOTED, "8a1=1 8a1=1", "each once"),
            (&BALLOT, VOTED, "8a3=1 8a1=2", "in the order of ASCII"),
        ] {
            assert!(!kind.allows(field, &text.into()), "{text}");
            assert!(validator.is_valid(&with(kind, &Value::map([(field, text.into())]))), "{text}");
            assert!(words::field(kind.name, field).unwrap().contains(told), "{text}");
        }
    }

    fn values() -> Vec<Value> {
        let withheld = Value::withheld();
        let mut values = vec![
            Value::Nothing,
            Value::Flag(false),
            Value::map([("withheld", Value::Flag(false))]),
            Value::map([("withheld", Value::Flag(true)), ("name", "a".into())]),
            list([withheld.clone()]),
            withheld,
        ];
        values.extend([-1, 0, 1, 1_000_000_000, 1_000_000_001].map(Value::Whole));
        for length in [36, 37, 40, 41, 60, 61, 120, 121, 200, 201, 300, 301, 2_000, 2_001, 20_001] {
            values.push("æ".repeat(length).into());
        }
        let decimals = "0 -0 00 - 1. .5 +1 1,5 1.5 -1234.5 1e3 007.10 1.123456 1.1234567 \
                        123456789012345 1234567890123456 000123456789012345 123456789.123456 \
                        1234567890.123456 12345678901234.5 12345678901234.56 0.000001";
        let dates = "1899 1900 2200 2201 2016 02016 2016-H1 2016-H3 2016-h1 2016-Q4 2016-Q5 2016-Q \
                     2016-03 2016-13 2016-3 2016-00 2016-03-01 2016-03-32 2016-04-31 2016-02-29 \
                     2016-02-30 2016-03-01-01 2016- 2016-11-31 2016-12-31";
        let links = "https://a http:// https:// HTTP://a mailto:a@b mailto: ftp://a javascript:a \
                     https://æ.dk";
        values.extend(
            [decimals, dates, links].iter().flat_map(|all| all.split(' ')).map(Value::from),
        );
        for text in
            ["", " ", "a\nb", "a\rb", "a\n", "2016\n", "1\n", "https://a b", "https://a\u{85}"]
        {
            values.push(text.into());
        }
        let tallies = "0,0,3,5,1,0,0 1,2,3,4,5,6 1,2,3,4,5,6,7,8 1,2,3,4,5,6, 100000,0,0,0,0,0,0000007 \
                       100001,0,0,0,0,0,0 1,2,3,4,5,6,-7";
        let contents = r#"{}| { } |{"a":"b"}|{ "a" : "\"\u00e6\/" , "æ" : "" }|{"a":1}|{"a":"b",}
                          |{"a":"\x"}|["a"]|{"a":{}}|{"a":"b"}}"#;
        values.push("{\"a\":\"\n\"}".into());
        values.extend(tallies.split(' ').chain(contents.split('|')).map(Value::from));
        for most in [2_000, 2_001] {
            values.push(format!("https://{}", "a".repeat(most - 8)).into());
        }
        let items = "8a1 8a3|8a1\t8a3\n| 8a1 |8-r3|8_1|8a1,8a3|æ";
        let ballots = "8a1=2 8a3=1|=1|8a1=0|8a1=20|8a1=21|8a1=02|8a1=2  8a3=1|8a1=2 |a b=1";
        let counts = "0|5|0,0|3,2,1|0,0,0,0,0,0,7|0,0,0,0,0,0,0,7|100000,1|100001|03|3,0|3,,1|,1";
        let timers = "stopped 0|stopped 36000|stopped 36001|stopped 07|running 0|running 1764000000\
                      |running 253402300799|running 253402300800|running 99999999999999999999\
                      |running -1|running  1|Running 1|stopped";
        let all = [items, ballots, counts, timers].into_iter().flat_map(|some| some.split('|'));
        values.extend(all.map(Value::from));
        for many in [100, 101] {
            let list =
                |end: &str| (100..100 + many).map(|at| format!("{at}{end}")).collect::<Vec<_>>();
            values.extend([list(""), list("=1")].map(|list| list.join(" ").into()));
            values.push(format!("{}=1", "x".repeat(many - 60)).into());
        }
        let states = State::ALL.map(State::name).into_iter();
        let names = states.chain(Quality::ALL.map(Quality::name)).chain(Side::ALL.map(Side::name));
        let names =
            names.chain(Status::ALL.map(Status::name)).chain(Process::ALL.map(Process::name));
        let names = names.chain(PlaceKind::ALL.map(PlaceKind::name)).chain(["own", "together"]);
        let names = names.chain(Stage::ALL.map(Stage::name)).chain(Method::ALL.map(Method::name));
        let names = names.chain(Way::ALL.map(Way::name)).chain(NoteSort::ALL.map(NoteSort::name));
        let names = names.chain(Template::ALL.map(Template::name));
        values.extend(names.chain(Measured::ALL.map(Measured::name)).map(Value::from));
        values
    }
}
