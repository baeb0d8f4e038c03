//! Input that is not taken in, kind by kind, each with the refusal that tells why. What is refused gives
//! no records, so that nothing of it can reach a document. Of records and their fields:
//! `bad_records`.

use pejlemaerke::{
    app::KINDS,
    exchange::{self, Contents, Entered, LARGEST, Reading, Refused, csv},
    vision::{Edition, adopted},
};
use std::collections::BTreeSet;

pub(super) const VISION: &str = "randers-2021";

/// A small file, in which the tables here and in `bad_records` replace one thing at a time.
pub(super) const GOOD: &str = r#"{
"format": "pejlemaerke/everything",
"version": 1,
"min_reader": 1,
"vision": "randers-2021",
"exported": "2026-11-24T13:40:05Z",
"body": {"records": [
{"changes":[{"at":"2026-11-20T08:00:00Z","by":"AnesMac1Ab12-_.1","set":{"alive":true,"item":"1e","text":"æ \u00e5"}}],"format":1,"id":"01a20dc8-fb0a-7c3e-9b1f-5a2d84e0c60a","kind":"note","seen":{"AnesMac1Ab12-_":1}}
]}
}
"#;

/// Where further entries of the envelope can stand.
const HEAD: &str = "\"version\": 1";

/// Reads a file in one go and in steps, with the same result.
pub(super) fn read(text: &str) -> Result<Contents, Refused> {
    let whole = exchange::read(text, VISION, KINDS);
    for most in [1, 2, 1_000] {
        let mut reading = Reading::new(text, VISION, KINDS);
        let mut count = 0;
        let result = loop {
            let result = reading.step(most);
            assert!(reading.count() <= count + most, "a step read too many");
            count = reading.count();
            match result {
                Ok(false) => {}
                Ok(true) => break reading.finish(),
                Err(refused) => break Err(refused),
            }
        };
        assert_eq!(result, whole, "in steps of {most}");
    }
    whole
}

/// A refusal in a few words, without the place in the text.
pub(super) fn told(refused: &Refused) -> String {
    match refused {
        Refused::NotJson(error) => format!("NotJson {:?}", error.wrong),
        Refused::OtherVision(name) => format!("OtherVision {name}"),
        Refused::Damaged(number, what) => format!("Damaged {number} {what}"),
        Refused::TooLarge
        | Refused::Empty
        | Refused::Packed
        | Refused::Picture
        | Refused::Pdf
        | Refused::WebPage
        | Refused::OtherEncoding
        | Refused::NotUtf8
        | Refused::NotText
        | Refused::NotOurs
        | Refused::Newer => format!("{refused:?}"),
    }
}

/// What becomes of some bytes, in a few words, on the way that a file takes through the app.
pub(super) fn taken(bytes: Vec<u8>) -> String {
    let end = |result: Result<(), String>| result.err().unwrap_or_else(|| "taken in".into());
    match exchange::enter(bytes) {
        Err(refused) => told(&refused),
        Ok(Entered::File(text)) => end(read(&text).map(drop).map_err(|refused| told(&refused))),
        Ok(Entered::Sheet(text)) => {
            end(csv::read(&text).map(drop).map_err(|refused| format!("Sheet {refused:?}")))
        }
        Ok(Entered::Document(text)) => {
            let edition = Edition::embedded().unwrap();
            let sections: Vec<adopted::ExpectedSection<'_>> =
                edition.sections.iter().map(Into::into).collect();
            let refused = adopted::parse(&text, &sections).map(drop);
            end(refused.map_err(|refused| format!("Document {refused:?}")))
        }
    }
}

/// Checks a table: what kind of input, the bytes, and what becomes of them. Tells all that differ.
fn check(table: &[(&str, &[u8], &str)]) {
    check_all(table.iter().map(|(name, bytes, expected)| (*name, bytes.to_vec(), *expected)));
}

/// Checks a table of changes to the good file: what kind, what is replaced by what, and what becomes
/// of it.
pub(super) fn check_changed(table: &[(&str, &str, &str, &str)]) {
    check_all(table.iter().map(|(name, from, to, expected)| {
        assert!(GOOD.contains(from), "{name}: {from} is not in the file");
        (*name, GOOD.replacen(from, to, 1).into_bytes(), *expected)
    }));
}

fn check_all<'a>(table: impl Iterator<Item = (&'a str, Vec<u8>, &'a str)>) {
    let (mut names, mut wrong) = (BTreeSet::new(), Vec::new());
    for (name, bytes, expected) in table {
        assert!(names.insert(name), "{name} stands twice");
        let found = taken(bytes);
        if found != expected {
            wrong.push(format!("{name}: {found} instead of {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Units of UTF-16 or UTF-32 as bytes.
fn units<const N: usize>(bytes: impl Iterator<Item = [u8; N]>) -> Vec<u8> {
    bytes.flatten().collect()
}

#[test]
fn the_file_that_is_spoiled_here_is_taken_in() {
    assert_eq!(taken(GOOD.into()), "taken in");
    assert_eq!(taken(format!("\u{feff}{GOOD}").into_bytes()), "taken in");
    assert_eq!(taken(GOOD.replace('\n', "\r\n").into_bytes()), "taken in");
}

#[test]
fn a_file_that_ends_too_early_is_refused_wherever_it_ends() {
    let whole = GOOD.trim_end().as_bytes();
    for end in 0..whole.len() {
        let cut = taken(whole[..end].to_vec());
        let is_expected = ["Empty", "NotUtf8", "NotJson Unexpected", "NotJson Text"];
        assert!(is_expected.contains(&cut.as_str()), "{end} bytes: {cut}");
    }
    for start in 1..whole.len() {
        assert_ne!(taken(whole[start..].to_vec()), "taken in", "without {start} bytes");
    }
}

#[test]
fn files_that_are_no_text_are_refused_as_what_they_are() {
    check(&[
        ("nothing", b"", "Empty"),
        ("blanks", b" \r\n\t ", "Empty"),
        ("a byte order mark alone", b"\xef\xbb\xbf", "Empty"),
        ("a zip", b"PK\x03\x04\x14\0\0\0\x08\0\x8c\x5b", "Packed"),
        ("an empty zip", b"PK\x05\x06\0\0\0\0\0\0\0\0", "Packed"),
        ("an xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml", "Packed"),
        ("an ods", b"PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis", "Packed"),
        ("a gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "Packed"),
        ("a 7z", b"7z\xbc\xaf\x27\x1c\0\x04", "Packed"),
        ("a rar", b"Rar!\x1a\x07\x01\0", "Packed"),
        ("a bzip2", b"BZh91AY&SY", "Packed"),
        ("an xz", b"\xfd7zXZ\0\0\x04", "Packed"),
        ("an older office document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "Packed"),
        ("an rtf", b"{\\rtf1\\ansi {\\fonttbl}}", "Packed"),
        ("a png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Picture"),
        ("a jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "Picture"),
        ("a gif", b"GIF89a\x01\0\x01\0", "Picture"),
        ("a webp", b"RIFF\x24\0\0\0WEBPVP8 ", "Picture"),
        ("a heic", b"\0\0\0\x18ftypheic\0\0\0\0", "Picture"),
        ("an avif", b"\0\0\0\x20ftypavif\0\0\0\0", "Picture"),
        ("a film", b"\0\0\0\x20ftypisom\0\0\x02\0", "Picture"),
        ("a tiff", b"II*\0\x08\0\0\0", "Picture"),
        ("a tiff, the other way", b"MM\0*\0\0\0\x08", "Picture"),
        ("a sound", b"ID3\x03\0\0\0\0\0\0", "Picture"),
        ("a pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "Pdf"),
        ("a pdf of signs alone", b"%PDF-1.4\n1 0 obj\n<< >>", "Pdf"),
        ("an svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "WebPage"),
        ("a web page", b"<!DOCTYPE html><title>x</title>", "WebPage"),
        ("a web page after blanks", b"\xef\xbb\xbf\n  <HTML>", "WebPage"),
        ("an xml", b"<?xml version=\"1.0\"?><a/>", "WebPage"),
        ("a script", b"<script>alert(1)</script>", "WebPage"),
        ("a wasm", b"\0asm\x01\0\0\0\x01\x20\x05\x60\x01\x7f\x01\x7f", "NotText"),
        ("an sqlite", b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", "NotText"),
        ("an elf", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0", "NotText"),
        ("a java class", b"\xca\xfe\xba\xbe\0\0\x00\x34\0\x1d\x0a\0\x06", "NotText"),
        (
            "an exe",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0",
            "NotText",
        ),
        (
            "a bitmap",
            b"BM\x36\x03\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\x10\0\0\0\x01\0\x18\0",
            "NotText",
        ),
        ("a tar", b"file.txt\0\0\0\0\0\0\0\x000644\0", "NotText"),
        ("zeros", &[0; 300], "NotText"),
        ("one zero", b"\0", "NotText"),
        ("a bell", b"Vision 2021\x07", "NotText"),
    ]);
    let noise: Vec<u8> =
        (0..2_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check(&[("noise", &noise, "NotText")]);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut large = GOOD.as_bytes().to_vec();
    large.resize(LARGEST + 1, b' ');
    assert_eq!(taken(large.clone()), "TooLarge");
    let text = String::from_utf8(large).unwrap();
    assert_eq!(exchange::read(&text, VISION, KINDS), Err(Refused::TooLarge));
    let mut reading = Reading::new(&text, VISION, KINDS);
    assert_eq!((reading.step(1), reading.count()), (Err(Refused::TooLarge), 0));
}

#[test]
fn text_in_another_encoding_is_refused_as_that() {
    let (little, big) = (|unit: u16| unit.to_le_bytes(), |unit: u16| unit.to_be_bytes());
    let long = |text: &'static str| text.chars().map(u32::from);
    check(&[
        ("UTF-16, marked", &units("\u{feff}{}".encode_utf16().map(little)), "OtherEncoding"),
        (
            "UTF-16, other way, marked",
            &units("\u{feff}{}".encode_utf16().map(big)),
            "OtherEncoding",
        ),
        ("UTF-16", &units(GOOD.encode_utf16().map(little)), "OtherEncoding"),
        ("UTF-16, other way", &units(GOOD.encode_utf16().map(big)), "OtherEncoding"),
        ("UTF-32, marked", &units(long("\u{feff}{}").map(u32::to_le_bytes)), "OtherEncoding"),
        (
            "UTF-32, other way, marked",
            &units(long("\u{feff}{}").map(u32::to_be_bytes)),
            "OtherEncoding",
        ),
        ("UTF-32", &units(long(GOOD).map(u32::to_le_bytes)), "OtherEncoding"),
        ("UTF-32, other way", &units(long(GOOD).map(u32::to_be_bytes)), "OtherEncoding"),
        (
            "a table in UTF-16",
            &units("dato;værdi\n2020;1\n".encode_utf16().map(little)),
            "OtherEncoding",
        ),
        (
            "Latin-1",
            &GOOD
                .replace('æ', "e")
                .replacen("1e", "\u{1}", 1)
                .bytes()
                .map(|byte| if byte == 1 { 0xe6 } else { byte })
                .collect::<Vec<u8>>(),
            "NotUtf8",
        ),
        ("an overlong sign", b"{\"a\": \"\xc0\xaf\"}", "NotUtf8"),
        ("an overlong quotation mark", b"{\"a\": \"\xe0\x80\xa2\"}", "NotUtf8"),
        ("CESU-8", b"{\"a\": \"\xed\xa0\xbd\xed\xb8\x80\"}", "NotUtf8"),
        ("beyond Unicode", b"{\"a\": \"\xf4\x90\x80\x80\"}", "NotUtf8"),
        ("five bytes for a sign", b"{\"a\": \"\xf8\x88\x80\x80\x80\"}", "NotUtf8"),
        ("half a sign", b"{\"a\": \"\xc3\"}", "NotUtf8"),
        ("the other half of a sign", b"{\"a\": \"\xa6\"}", "NotUtf8"),
        ("a byte that is no text", b"{\"a\": \"\xff\"}", "NotUtf8"),
        ("marked, and not UTF-8", b"\xef\xbb\xbfm\xe5l;v\xe6rdi", "NotUtf8"),
        ("a zero in front", b"\0{\"format\": \"pejlemaerke/everything\"}", "NotText"),
        ("a zero within", b"{\"format\": \"pejlemaerke/\0everything\"}", "NotText"),
        ("a zero behind", b"{\"format\": \"pejlemaerke/everything\"}\0", "NotText"),
        ("a control sign in a text", b"{\"a\": \"\x01\"}", "NotText"),
        ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf{}", "NotOurs"),
        ("a byte order mark behind", b"{}\xef\xbb\xbf", "NotJson Unexpected"),
    ]);
}

#[test]
fn files_of_other_programs_are_refused() {
    check(&[
        ("GeoJSON", br#"{"type":"FeatureCollection","features":[]}"#, "NotOurs"),
        ("Excalidraw", br#"{"type":"excalidraw","version":2,"elements":[]}"#, "NotOurs"),
        ("a package", br#"{"name":"x","version":"1.0.0"}"#, "NotOurs"),
        ("a notebook", br#"{"cells":[],"nbformat":4}"#, "NotOurs"),
        ("an empty object", b"{}", "NotOurs"),
        ("an empty list", b"[]", "NotOurs"),
        ("a list of objects", br#"[{"id":1},{"id":2}]"#, "NotOurs"),
        ("a record alone", br#"{"id":"x","kind":"note","format":1}"#, "NotOurs"),
        ("objects line by line", b"{\"a\":1}\n{\"a\":2}", "NotJson Unexpected"),
        ("JSON with remarks", b"{ // a\n}", "NotJson Unexpected"),
        ("JSON with single quotes", b"{'a': 1}", "NotJson Unexpected"),
        ("JSON with bare keys", b"{a: 1}", "NotJson Unexpected"),
        ("JSON with a comma too many", b"{\"a\": 1,}", "NotJson Unexpected"),
        ("a list with a comma too many", b"[1,]", "NotJson Unexpected"),
        ("two commas", b"[1,,2]", "NotJson Unexpected"),
        ("a bracket of the other kind", b"[1}", "NotJson Unexpected"),
        ("TOML", b"[package]\nname = \"x\"", "NotJson Unexpected"),
        ("Markdown", b"[a link](x.html) and more", "NotJson Unexpected"),
        ("words in braces", b"{{ template }}", "NotJson Unexpected"),
        ("a text of JSON", b"\"x\"", "Document NoThemes"),
        ("a number of JSON", b"17", "Document NoThemes"),
        ("null", b"null", "Document NoThemes"),
        ("a vCard", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ane\r\nEND:VCARD\r\n", "Document NoThemes"),
        ("RIS", b"TY  - JOUR\r\nAU  - Holm, Ane\r\nER  - \r\n", "Document NoThemes"),
        ("a calendar", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "Document NoThemes"),
        ("BibTeX", b"@article{a, title = {x}}", "Sheet NoHeader"),
        ("YAML", b"---\nformat: pejlemaerke/everything\n", "Document NoThemes"),
        ("a letter", "Kære byråd\n\nTak for sidst.\n".as_bytes(), "Document NoThemes"),
        ("an address", b"https://example.org/", "Document NoThemes"),
        ("a table of something else", b"name,colour\nAne,red\n", "Sheet NoHeader"),
        ("separators alone", b";;;\n;;;\n", "Sheet Empty"),
        ("a quotation mark that stays open", b"dato;\"v\n2020;1\n", "Sheet Quote(1)"),
        ("a table with two values", b"dato;tal;tal\n2020;1;2\n", "Sheet Twice(Value)"),
    ]);
}

#[test]
fn json_that_could_be_misread_is_refused() {
    let version =
        |value: &str| GOOD.replacen(HEAD, &format!("\"version\": {value}"), 1).into_bytes();
    for (value, expected) in [
        ("1e999", "NotJson Number"),
        ("1e0", "NotJson Number"),
        ("1.0", "NotJson Number"),
        ("1.", "NotJson Number"),
        (".5", "NotJson Unexpected"),
        ("01", "NotJson Number"),
        ("-01", "NotJson Number"),
        ("00", "NotJson Number"),
        ("+1", "NotJson Unexpected"),
        ("-", "NotJson Number"),
        ("--1", "NotJson Number"),
        ("1-1", "NotJson Number"),
        ("0x10", "NotJson Unexpected"),
        ("1_000", "NotJson Unexpected"),
        ("NaN", "NotJson Unexpected"),
        ("Infinity", "NotJson Unexpected"),
        ("-Infinity", "NotJson Number"),
        ("undefined", "NotJson Unexpected"),
        ("True", "NotJson Unexpected"),
        ("nul", "NotJson Unexpected"),
        ("truefalse", "NotJson Unexpected"),
        ("１", "NotJson Unexpected"),
        ("123456789012345678901234567890", "NotJson Large"),
        ("9223372036854775808", "NotJson Large"),
        ("-9223372036854775809", "NotJson Large"),
        ("9223372036854775807", "taken in"),
        ("-9223372036854775808", "taken in"),
        ("-0", "taken in"),
        (r#""\ud800""#, "NotJson Text"),
        (r#""\udc00""#, "NotJson Text"),
        (r#""\udc00\ud800""#, "NotJson Text"),
        (r#""\ud800\ud800""#, "NotJson Text"),
        (r#""\ud800a""#, "NotJson Text"),
        (r#""\ud800\n""#, "NotJson Text"),
        (r#""\ud83d\ude00""#, "taken in"),
        (r#""\u12""#, "NotJson Text"),
        (r#""\u+123""#, "NotJson Text"),
        (r#""\u{41}""#, "NotJson Text"),
        (r#""\U00000041""#, "NotJson Text"),
        (r#""\x41""#, "NotJson Text"),
        (r#""\'""#, "NotJson Text"),
        (r#""\0""#, "NotJson Text"),
        ("\"\\\n\"", "NotJson Text"),
        ("\"a\nb\"", "NotJson Text"),
        ("\"a\tb\"", "NotJson Text"),
        ("\"a\rb\"", "NotJson Text"),
        ("\"a\u{1b}b\"", "NotJson Text"),
        ("\u{a0}1", "NotJson Unexpected"),
        ("1\u{2028}", "NotJson Unexpected"),
        ("\u{c}1", "NotJson Unexpected"),
        ("\u{feff}1", "NotJson Unexpected"),
    ] {
        assert_eq!(taken(version(value)), expected, "{value:?}");
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_at_every_level() {
    check_changed(&[
        ("the envelope", HEAD, "\"version\": 1, \"version\": 1", "NotJson Twice"),
        ("written another way", HEAD, r#""version": 1, "\u0076ersion": 1"#, "NotJson Twice"),
        ("the format", HEAD, r#""format": "x""#, "NotJson Twice"),
        ("the body", HEAD, r#""body": {"records": []}"#, "NotJson Twice"),
        ("the records", "[\n", "[], \"records\": [\n", "NotJson Twice"),
        ("a record", "\"format\":1", "\"format\":1,\"format\":1", "NotJson Twice"),
        ("a change", "\"by\"", "\"at\":1,\"by\"", "NotJson Twice"),
        ("fields", "\"alive\"", "\"text\":1,\"alive\"", "NotJson Twice"),
        ("what was seen", "_\":1}", "_\":1,\"AnesMac1Ab12-_\":1}", "NotJson Twice"),
        ("an unknown field", "\"alive\"", r#""x":[{"a":1,"a":1}],"alive""#, "NotJson Twice"),
        ("an unknown entry", HEAD, r#""x": {"a": 1, "a": 1}"#, "NotJson Twice"),
    ]);
}

#[test]
fn what_is_nested_too_deeply_or_has_too_many_keys_is_refused() {
    let nest = |open: &str, close: &str, depth: usize| open.repeat(depth) + &close.repeat(depth);
    for depth in [65, 10_000, 1_000_000] {
        let list = nest("[", "]", depth);
        assert_eq!(taken(list.clone().into_bytes()), "NotJson Deep", "{depth} lists");
        assert_eq!(taken("[".repeat(depth).into_bytes()), "NotJson Deep", "{depth} open lists");
        let map = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        assert_eq!(taken(map.into_bytes()), "NotJson Deep", "{depth} objects");
        let within = GOOD.replacen("\"alive\"", &format!("\"x\":{list},\"alive\""), 1);
        assert_eq!(taken(within.into_bytes()), "NotJson Deep", "{depth} lists in a field");
    }
    assert_eq!(taken(nest("[", "]", 64).into_bytes()), "NotOurs");
    let keys = |count: usize| {
        let keys: Vec<String> = (0..count).map(|key| format!("\"{key}\":0")).collect();
        keys.join(",")
    };
    let fields = |count| GOOD.replacen("\"alive\"", &format!("{},\"alive\"", keys(count)), 1);
    // The note has three fields.
    assert_eq!(taken(fields(9_998).into_bytes()), "NotJson Many");
    assert_eq!(taken(fields(9_997).into_bytes()), "taken in");
    let nested = format!("{HEAD}, \"x\": {{{}}}", keys(10_001));
    assert_eq!(taken(GOOD.replacen(HEAD, &nested, 1).into_bytes()), "NotJson Many");
    let head = format!("{HEAD}, {}", keys(101));
    assert_eq!(taken(GOOD.replacen(HEAD, &head, 1).into_bytes()), "NotJson Many");
}

#[test]
fn a_wrong_envelope_is_refused() {
    let format = "\"pejlemaerke/everything\"";
    let reader = "\"min_reader\": 1";
    let vision = "\"randers-2021\"";
    let exported = "\"2026-11-24T13:40:05Z\"";
    let body = "\"body\": {";
    check_changed(&[
        ("no format", "\"format\": ", "\"x\": ", "NotOurs"),
        ("format null", format, "null", "NotOurs"),
        ("format in a list", format, r#"["pejlemaerke/everything"]"#, "NotOurs"),
        ("format of another", format, "\"geojson\"", "NotOurs"),
        ("format with capitals", format, "\"Pejlemaerke/everything\"", "NotOurs"),
        ("format like a path", format, "\"../pejlemaerke/everything\"", "NotOurs"),
        ("format to come", format, "\"pejlemaerke/canvas\"", "Newer"),
        ("format without a name", format, "\"pejlemaerke/\"", "Newer"),
        ("format without notes", format, "\"pejlemaerke/measurement-set\"", "Damaged 1 note"),
        ("no reader", "\"min_reader\": ", "\"x\": ", "NotOurs"),
        ("reader 2", reader, "\"min_reader\": 2", "Newer"),
        ("reader of far away", reader, "\"min_reader\": 9223372036854775807", "Newer"),
        ("reader 0", reader, "\"min_reader\": 0", "NotOurs"),
        ("reader -1", reader, "\"min_reader\": -1", "NotOurs"),
        ("reader -0", reader, "\"min_reader\": -0", "NotOurs"),
        ("reader as text", reader, "\"min_reader\": \"1\"", "NotOurs"),
        ("reader null", reader, "\"min_reader\": null", "NotOurs"),
        ("reader true", reader, "\"min_reader\": true", "NotOurs"),
        ("reader in a list", reader, "\"min_reader\": [1]", "NotOurs"),
        ("reader 1.0", reader, "\"min_reader\": 1.0", "NotJson Number"),
        ("reader 1e0", reader, "\"min_reader\": 1e0", "NotJson Number"),
        ("no vision", "\"vision\": ", "\"x\": ", "NotOurs"),
        ("vision null", vision, "null", "NotOurs"),
        ("vision of another", vision, "\"aarhus-2030\"", "OtherVision aarhus-2030"),
        ("vision without a name", vision, "\"\"", "OtherVision "),
        ("vision like a page", vision, "\"<b>x</b>\"", "OtherVision <b>x</b>"),
        ("no moment", "\"exported\": ", "\"x\": ", "NotOurs"),
        ("moment null", exported, "null", "NotOurs"),
        ("moment in words", exported, "\"yesterday\"", "NotOurs"),
        ("moment as number", exported, "1790000000", "NotOurs"),
        ("moment of a day", exported, "\"2026-11-24\"", "NotOurs"),
        ("moment of no month", exported, "\"2026-13-24T13:40:05Z\"", "NotOurs"),
        ("moment without a zone", exported, "\"2026-11-24T13:40:05\"", "NotOurs"),
        ("moment of five digits", exported, "\"12026-11-24T13:40:05Z\"", "NotOurs"),
        ("no body", body, "\"x\": {", "NotOurs"),
        ("a body that ends early", body, "\"body\": {}, \"x\": {", "NotOurs"),
        ("body null", body, "\"body\": null, \"x\": {", "NotOurs"),
        ("body in a list", body, "\"body\": [], \"x\": {", "NotOurs"),
        ("no records", "\"records\"", "\"x\"", "NotOurs"),
        ("records null", "\"records\"", "\"records\": null, \"x\"", "NotOurs"),
        ("records as object", "\"records\"", "\"records\": {}, \"x\"", "NotOurs"),
        ("records as text", "\"records\"", "\"records\": \"\", \"x\"", "NotOurs"),
        ("something behind", "]}\n}", "]}\n} {}", "NotJson Unexpected"),
        ("a bracket behind", "]}\n}", "]}\n}}", "NotJson Unexpected"),
    ]);
}
