//! Records and fields that are not taken in, and texts that look dangerous and are taken in as they are.

use super::bad_input::{GOOD, VISION, check_changed, read, taken};
use pejlemaerke::{
    app::KINDS,
    document::{ALIVE, Document, Kind, Moment, Record, RecordId, Shape, Value},
    exchange::{self, Entered, Format},
    measure::records::{ADDRESS, OBSERVATION, is_link},
    note,
};

const ID: &str = "01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a";
const WRITER: &str = "AnesMac1Ab12-_";

/// A record of a kind with a value in one field.
pub(super) fn record(kind: &Kind, field: &str, value: &Value) -> String {
    format!(
        r#"{{"id":"{ID}","kind":"{}","format":1,"seen":{{"{WRITER}":1}},"changes":[
        {{"by":"{WRITER}.1","at":"2026-11-24T13:40:05Z","set":{{"{field}":{value}}}}}]}}"#,
        kind.name
    )
}

/// A file with these records.
pub(super) fn file(records: &[String]) -> String {
    let head = exchange::begin(Format::Everything, VISION, Moment::default(), false);
    format!("{head}{}{}", records.join(","), exchange::END)
}

fn lists(depth: usize) -> Value {
    (1..depth).fold(Value::List(Vec::new()), |inner, _| Value::List(vec![inner]))
}

#[test]
fn a_damaged_record_is_refused_by_its_number_and_what_is_wrong() {
    let kind = "\"note\"";
    let format = "\"format\":1";
    let changes = "\"changes\":[";
    let change = "\"changes\":[{";
    check_changed(&[
        ("a record in a list", "{\"changes\"", "[],{\"changes\"", "Damaged 1 record"),
        ("a record null", "{\"changes\"", "null,{\"changes\"", "Damaged 1 record"),
        ("a record as text", "{\"changes\"", "\"x\",{\"changes\"", "Damaged 1 record"),
        ("a record without anything", "{\"changes\"", "{},{\"changes\"", "Damaged 1 id"),
        ("the second record", "}}\n]", "}},7\n]", "Damaged 2 record"),
        ("no id", "\"id\"", "\"x\"", "Damaged 1 id"),
        ("id null", ID, "", "Damaged 1 id"),
        ("id as number", "\"01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a\"", "17", "Damaged 1 id"),
        ("id without hyphens", ID, "01a20dc8fb0a7c3e9b1f5a2d84e0c60a", "Damaged 1 id"),
        ("id in braces", ID, "{01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a}", "Damaged 1 id"),
        ("id of version 4", "-7c3e-", "-4c3e-", "Damaged 1 id"),
        ("id that is short", "c60a", "c60", "Damaged 1 id"),
        ("id that is long", "c60a", "c60aa", "Damaged 1 id"),
        ("id of other letters", "c60a", "c60g", "Damaged 1 id"),
        ("id with a blank", "01a2", " 1a2", "Damaged 1 id"),
        ("id like a path", ID, "../../0192f0c1-2345-7abc-8def-012345", "Damaged 1 id"),
        ("no kind", "\"kind\"", "\"x\"", "Damaged 1 kind"),
        ("kind null", kind, "null", "Damaged 1 kind"),
        ("kind as number", kind, "1", "Damaged 1 kind"),
        ("kind to come", kind, "\"dance\"", "Newer"),
        ("kind without a name", kind, "\"\"", "Newer"),
        ("kind with capitals", kind, "\"Note\"", "Newer"),
        ("no format of the record", format, "\"x\":1", "Damaged 1 format"),
        ("format 0", format, "\"format\":0", "Damaged 1 format"),
        ("format -1", format, "\"format\":-1", "Damaged 1 format"),
        ("format 2", format, "\"format\":2", "Newer"),
        ("format of far away", format, "\"format\":4294967295", "Newer"),
        ("format beyond", format, "\"format\":4294967296", "Damaged 1 format"),
        ("format as text", format, "\"format\":\"1\"", "Damaged 1 format"),
        ("format with a fraction", format, "\"format\":1.5", "NotJson Number"),
        ("no seen", "\"seen\"", "\"x\"", "Damaged 1 seen"),
        ("seen null", "{\"AnesMac1Ab12-_\":1}", "null", "Damaged 1 seen"),
        ("seen in a list", "{\"AnesMac1Ab12-_\":1}", "[1]", "Damaged 1 seen"),
        ("nothing seen", "{\"AnesMac1Ab12-_\":1}", "{}", "Damaged 1 by"),
        ("seen 0", "_\":1", "_\":0", "Damaged 1 seen"),
        ("seen -1", "_\":1", "_\":-1", "Damaged 1 seen"),
        ("seen as text", "_\":1", "_\":\"1\"", "Damaged 1 seen"),
        ("seen more than people make", "_\":1}", "_\":1099511627777}", "Damaged 1 seen"),
        ("seen beyond", "_\":1}", "_\":9007199254740993}", "Damaged 1 seen"),
        ("seen at the end", "_\":1}", "_\":9223372036854775807}", "Damaged 1 seen"),
        ("a writer that is short", "_\":1}", "\":1}", "Damaged 1 seen"),
        ("a writer that is long", "_\":1}", "_x\":1}", "Damaged 1 seen"),
        ("a writer with a blank", "_\":1}", " \":1}", "Damaged 1 seen"),
        ("a writer of other letters", "-_\":1}", "æ\":1}", "Damaged 1 seen"),
        ("a writer without a name", "{\"AnesMac1Ab12-_\":1", "{\"\":1", "Damaged 1 seen"),
        ("no changes", "\"changes\"", "\"x\"", "Damaged 1 changes"),
        ("changes null", changes, "\"changes\":null,\"x\":[", "Damaged 1 changes"),
        ("changes as object", changes, "\"changes\":{},\"x\":[", "Damaged 1 changes"),
        ("a change null", change, "\"changes\":[null,{", "Damaged 1 change"),
        ("a change in a list", change, "\"changes\":[[],{", "Damaged 1 change"),
        ("a change as text", change, "\"changes\":[\"x\",{", "Damaged 1 change"),
        ("a change without anything", change, "\"changes\":[{},{", "Damaged 1 change"),
        ("no by", "\"by\"", "\"x\"", "Damaged 1 change"),
        ("by null", "\"AnesMac1Ab12-_.1\"", "null", "Damaged 1 change"),
        ("by a writer alone", "_.1", "_", "Damaged 1 change"),
        ("by a writer of other letters", "-_.1", "!_.1", "Damaged 1 change"),
        ("by number 0", "_.1", "_.0", "Damaged 1 change"),
        ("by number -1", "_.1", "_.-1", "Damaged 1 change"),
        ("by number 01", "_.1", "_.01", "Damaged 1 change"),
        ("by number +1", "_.1", "_.+1", "Damaged 1 change"),
        ("by number 1.0", "_.1", "_.1.0", "Damaged 1 change"),
        ("by a number beyond", "_.1", "_.9007199254740993", "Damaged 1 change"),
        ("by a number of 30 digits", "_.1", "_.123456789012345678901234567890", "Damaged 1 change"),
        ("by more than was seen", "_.1", "_.2", "Damaged 1 by"),
        ("by more than people make", "_.1", "_.1099511627777", "Damaged 1 by"),
        ("by somebody who was not seen", "-_.1", "-x.1", "Damaged 1 by"),
        ("no at", "\"at\"", "\"x\"", "Damaged 1 change"),
        ("at null", "\"2026-11-20T08:00:00Z\"", "null", "Damaged 1 change"),
        ("at as number", "\"2026-11-20T08:00:00Z\"", "0", "Damaged 1 change"),
        ("at in words", "2026-11-20T08:00:00Z", "yesterday", "Damaged 1 change"),
        ("at a day", "2026-11-20T08:00:00Z", "2026-11-20", "Damaged 1 change"),
        ("at no day", "2026-11-20T", "2026-02-30T", "Damaged 1 change"),
        ("at hour 25", "T08:", "T25:", "Damaged 1 change"),
        ("no set", "\"set\"", "\"x\"", "Damaged 1 change"),
        ("set null", "\"set\":", "\"set\":null,\"x\":", "Damaged 1 change"),
        ("set in a list", "\"set\":", "\"set\":[],\"x\":", "Damaged 1 change"),
        ("set without fields", "\"set\":", "\"set\":{},\"x\":", "Damaged 1 change"),
        ("or null", "\"set\":", "\"or\":null,\"set\":", "Damaged 1 change"),
        ("or in a list", "\"set\":", "\"or\":[],\"set\":", "Damaged 1 change"),
        ("or without a list", "\"set\":", "\"or\":{\"text\":\"b\"},\"set\":", "Damaged 1 change"),
        (
            "or of a field not set",
            "\"set\":",
            "\"or\":{\"by\":[\"b\"]},\"set\":",
            "Damaged 1 change",
        ),
        ("or of a wrong value", "\"set\":", "\"or\":{\"text\":[7]},\"set\":", "Damaged 1 text"),
    ]);
}

#[test]
fn two_changes_with_one_name_are_refused() {
    let change = GOOD.split_once("\"changes\":[").unwrap().1.split_once(']').unwrap().0;
    let twice = GOOD.replacen(change, &format!("{change},{change}"), 1);
    assert_eq!(taken(twice.into_bytes()), "Damaged 1 by");
}

#[test]
fn an_id_in_capitals_is_the_same_id() {
    let contents = read(&GOOD.replacen(ID, &ID.to_uppercase(), 1)).unwrap();
    assert_eq!(contents.records[0].id, RecordId::parse(ID).unwrap());
    assert!(contents.records[0].to_string().contains(ID));
}

/// What may not stand in a field of this shape.
fn wrong_values(shape: Shape) -> Vec<Value> {
    let mut wrong = vec![
        Value::List(Vec::new()),
        Value::List(vec!["a".into()]),
        Value::map([]),
        Value::map([("a", "a".into())]),
        Value::map([("withheld", Value::Flag(false))]),
        Value::map([("withheld", Value::Flag(true)), ("more", Value::Nothing)]),
    ];
    if !matches!(shape, Shape::Personal(_)) {
        wrong.push(Value::withheld());
    }
    if !matches!(shape, Shape::Flag) {
        wrong.extend([Value::Flag(true), Value::Flag(false)]);
    }
    match shape {
        Shape::Whole(least, most) => {
            let numbers = [least - 1, most + 1, i64::MIN, i64::MAX].map(Value::Whole);
            wrong.extend(numbers.into_iter().chain(["1".into(), "".into()]));
            return wrong;
        }
        Shape::Flag => wrong.extend(["true", "ja", "1", ""].map(Value::from)),
        Shape::Line(most) | Shape::Personal(most) => {
            let long = ["x", "æ", "😀"].map(|sign| sign.repeat(most + 1).into());
            wrong.extend(long.into_iter().chain(["a\nb", "a\rb", "\n", "a\r\n"].map(Value::from)));
        }
        Shape::Prose(most) => wrong.push("æ".repeat(most + 1).into()),
        Shape::Checked(_) => {
            let long = "1".repeat(2_001).into();
            wrong.extend(["", " ", "x", "\u{202e}1", "1\n", "null"].map(Value::from));
            wrong.push(long);
        }
    }
    wrong.extend([0, 1, -1, i64::MIN, i64::MAX].map(Value::Whole));
    wrong
}

/// What just may stand in a field of this shape.
fn right_values(shape: Shape) -> Vec<Value> {
    match shape {
        Shape::Whole(least, most) => vec![Value::Whole(least), Value::Whole(most)],
        Shape::Flag => vec![Value::Flag(true), Value::Flag(false)],
        Shape::Line(most) | Shape::Prose(most) => vec!["".into(), "😀".repeat(most).into()],
        Shape::Personal(most) => vec!["æ".repeat(most).into(), Value::withheld()],
        Shape::Checked(_) => Vec::new(),
    }
}

/// Texts that are wrong in most fields with a test of their own, and right in this one: no items, a word
/// that may be the id of an item, a blank ballot.
fn is_right_there(kind: &Kind, field: &str, value: &Value) -> bool {
    let right: &[&str] = match (kind.name, field) {
        ("activity", "items") => &["", "x", "null"],
        ("ballot", "voted") => &[""],
        _ => &[],
    };
    value.as_text().is_some_and(|text| right.contains(&text))
}

#[test]
fn every_field_of_every_kind_refuses_what_may_not_stand_in_it() {
    let mut checked = 0;
    for kind in KINDS {
        let alive = (ALIVE, Shape::Flag);
        for (field, shape) in kind.fields.iter().copied().chain([alive]) {
            let expected = format!("Damaged 1 {field}");
            for value in wrong_values(shape) {
                let is_right = is_right_there(kind, field, &value);
                let expected = if is_right { "taken in" } else { &expected };
                let record = record(kind, field, &value);
                assert_eq!(taken(file(&[record]).into()), expected, "{}: {value}", kind.name);
                checked += 1;
            }
            for value in right_values(shape).into_iter().chain([Value::Nothing]) {
                let record = record(kind, field, &value);
                assert_eq!(taken(file(&[record]).into()), "taken in", "{}.{field}", kind.name);
            }
        }
    }
    assert!(checked > 500, "{checked}");
}

#[test]
fn links_that_run_or_hide_something_are_refused() {
    let check = |address: &str, expected: &str| {
        let record = record(&OBSERVATION, ADDRESS, &address.into());
        assert_eq!(taken(file(&[record]).into()), expected, "{address}");
        assert_eq!(is_link(address), expected == "taken in", "{address}");
    };
    check("https://example.org/<script>", "taken in");
    check("mailto:a@example.org?subject=%0d%0aBcc:b@example.org", "taken in");
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        " https://example.org",
        "https://example.org\n",
        "https://example.org/a b",
        "https:\\\\example.org",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "//example.org",
        "example.org",
        "ftp://example.org",
        "https:/example.org",
        "http://",
    ] {
        check(bad, "Damaged 1 address");
    }
}

// ---- every place of the file ----

/// The file with one value after the other replaced.
fn each_replaced(value: &Value, by: &Value) -> Vec<(String, Value)> {
    let mut all = vec![(String::new(), by.clone())];
    if let Value::List(list) = value {
        for (at, inner) in list.iter().enumerate() {
            for (place, inner) in each_replaced(inner, by) {
                let mut list = list.clone();
                list[at] = inner;
                all.push((format!("/{at}{place}"), Value::List(list)));
            }
        }
    } else if let Value::Map(map) = value {
        for (name, inner) in map {
            for (place, inner) in each_replaced(inner, by) {
                let mut map = map.clone();
                map.insert(name.clone(), inner);
                all.push((format!("/{name}{place}"), Value::Map(map)));
            }
        }
    }
    all
}

#[test]
fn a_value_of_another_type_is_refused_at_every_place_of_the_file_that_is_read() {
    let good = Value::parse(GOOD).unwrap();
    let check = |by: Value, expected: &[&str]| {
        let mut fit = Vec::new();
        for (place, changed) in each_replaced(&good, &by) {
            if let Ok(contents) = read(&changed.to_string()) {
                fit.push(place.replace("/body/records/0/changes/0/set", "…"));
                assert!(contents.records.len() < 2);
            }
        }
        assert_eq!(fit, expected, "{by} is taken in");
    };
    // Any field can be empty; the version tells people something, and the reader nothing.
    check(Value::Nothing, &["…/alive", "…/item", "…/text", "/version"]);
    check(Value::Flag(true), &["…/alive", "/version"]);
    check(Value::Whole(7), &["/body/records/0/seen/AnesMac1Ab12-_", "/version"]);
    check("x".into(), &["…/item", "…/text", "/version"]);
    check(Value::List(Vec::new()), &["/body/records", "/body/records/0/changes", "/version"]);
    check(Value::map([]), &["/version"]);
}

// ---- what is taken in ----

/// Texts that do harm where somebody takes them for more than text.
const HOSTILE: [&str; 24] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "</title></textarea><b>x",
    "&lt;b&gt; &amp; &#x3c;",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "'; DROP TABLE notes; --",
    "../../../../etc/passwd",
    "C:\\Windows\\system32\\cmd.exe",
    "con.txt",
    "=HYPERLINK(\"https://example.org\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u{202e}txt.exe",
    "\u{2066}a\u{2069}\u{200f}b\u{200b}c\u{feff}",
    "e\u{301}\u{301}\u{301} Z\u{351}\u{36d}",
    "\0\u{1}\u{7f}\u{85}\u{9f}",
    "\u{fffe}\u{ffff}\u{10ffff}\u{e000}",
    "\u{2028}\u{2029}\t\u{b}",
    "\\u003cb\\u003e \\\" \\",
    "__proto__",
    "{\"withheld\": true}",
    "😀👩‍👩‍👧‍👦🇩🇰",
];

#[test]
fn hostile_texts_are_taken_in_as_plain_text_and_written_unchanged() {
    for kind in KINDS {
        let is_text = |shape: &Shape| {
            matches!(shape, Shape::Line(60..) | Shape::Prose(_) | Shape::Personal(_))
        };
        for (field, _) in kind.fields.iter().filter(|(_, shape)| is_text(shape)) {
            for text in HOSTILE {
                let file = file(&[record(kind, field, &text.into())]);
                let entered = exchange::enter(file.clone().into_bytes()).unwrap();
                assert_eq!(entered, Entered::File(file.clone()), "{text:?}");
                let contents = read(&file).unwrap();
                assert_eq!(contents.records[0].text(field), text);
                let (format, at) = (contents.format, contents.exported);
                let again = exchange::write(format, VISION, at, contents.records.iter());
                assert_eq!(read(&again), Ok(contents));
            }
        }
    }
}

#[test]
fn hostile_names_of_fields_that_nobody_knows_are_kept_with_their_values() {
    let values = [Value::Nothing, Value::Whole(i64::MIN), Value::withheld(), lists(56)];
    for name in HOSTILE.into_iter().chain(["", "constructor", "toString", "length"]) {
        for value in &values {
            let escaped = Value::from(name).to_string();
            let field = escaped.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
            let file = file(&[record(&note::KIND, field.unwrap(), value)]);
            let contents = read(&file).unwrap();
            assert_eq!(contents.records[0].front(name), Some(value), "{name}");
            let again = Record::parse(&contents.records[0].to_string());
            assert_eq!(again.as_ref(), Ok(&contents.records[0]));
        }
    }
}

#[test]
fn what_nobody_knows_around_the_records_is_passed_over() {
    check_changed(&[
        ("in the envelope", "\"version\"", "\"x\": [{\"y\": 1}], \"version\"", "taken in"),
        ("in the body", "\"records\"", "\"x\": null, \"records\"", "taken in"),
        ("in a record", "\"kind\"", "\"x\":[],\"kind\"", "taken in"),
        ("in a change", "\"by\"", "\"x\":{},\"by\"", "taken in"),
        ("a version to come that this reader may read", "on\": 1", "on\": 7", "taken in"),
        (
            "names that are left out, without a list",
            "\"body\"",
            "\"without\": 1, \"body\"",
            "taken in",
        ),
        (
            "something else that is left out",
            "\"body\"",
            "\"without\": [\"x\"], \"body\"",
            "taken in",
        ),
    ]);
}

#[test]
fn a_record_that_stands_twice_in_a_file_is_two_copies_of_one() {
    let one = record(&note::KIND, note::TEXT, &"a".into());
    let check = |records: &[String], expected: (usize, &[&str], usize)| {
        let contents = read(&file(records)).unwrap();
        assert_eq!(contents.records.len(), records.len());
        let mut document = Document::default();
        let (_, foreign) = document.merge_all(&contents.records);
        let id = RecordId::parse(ID).unwrap();
        let conflicts = document.get(id).unwrap().conflicts();
        assert_eq!((document.len(), conflicts.as_slice(), foreign.len()), expected);
        // In any order, and again.
        let before = document.clone();
        document.merge_all(contents.records.iter().rev());
        assert_eq!(document, before);
    };
    check(&[one.clone(), one.clone()], (1, &[], 0));
    // Two values by one change were made by hand: both stand.
    let other = one.replace("\"a\"", "\"b\"");
    check(&[one.clone(), other], (1, &[note::TEXT], 0));
    let apart = one.replace("\"a\"", "\"b\"").replace(WRITER, "BosPad22Zz98xY");
    check(&[one.clone(), apart], (1, &[note::TEXT], 0));
    // Another kind under the same id is left out and told.
    check(&[one.clone(), one.replace("\"note\"", "\"set\"")], (1, &[], 1));
}
