//! The published JSON Schemas are the ones that the types make; the edition and every file that the app
//! writes conform to them. `UPDATE=1 cargo xtask test native` writes them anew.

#![cfg(feature = "schema")]

use pejlemaerke::{
    app::KINDS,
    document::Kind,
    exchange::{Format, read, schema::schema, write, write_without_names},
    measure::records,
    village,
    vision::Edition,
    workshop,
};
use serde_json::Value;
use std::{fs, path::PathBuf};

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("public/schema/{name}.schema.json"))
}

fn of_edition() -> Value {
    let mut schema = serde_json::to_value(schemars::schema_for!(Edition)).unwrap();
    schema["$id"] = "edition.schema.json".into();
    schema
}

fn of_files(format: Format) -> Value {
    let (title, kinds): (&str, &[&Kind]) = match format {
        Format::Everything => ("Everything that a device holds", KINDS),
        Format::MeasurementSet => ("A measurement set", &records::KINDS),
        Format::VillageProfile => ("A village profile", &village::records::KINDS),
        Format::Workshop => ("A workshop", &workshop::records::KINDS),
    };
    serde_json::from_str(&schema(format.name(), title, kinds).to_string()).unwrap()
}

/// The name of a format without what all have in common.
fn name(format: Format) -> &'static str {
    format.name().split_once('/').unwrap().1
}

#[test]
fn the_published_schemas_are_the_ones_the_types_make() {
    let mut all = vec![("edition", of_edition())];
    all.extend(Format::ALL.map(|format| (name(format), of_files(format))));
    for (name, made) in all {
        let text = format!("{}\n", serde_json::to_string_pretty(&made).unwrap());
        if std::env::var_os("UPDATE").is_some() {
            fs::write(place(name), &text).unwrap();
        }
        let published = fs::read_to_string(place(name)).unwrap_or_default();
        assert!(
            published == text,
            "public/schema/{name}.schema.json is out of date: run UPDATE=1 cargo xtask test native"
        );
    }
}

#[test]
fn the_embedded_edition_conforms_to_it_and_a_broken_one_does_not() {
    let schema = jsonschema::validator_for(&of_edition()).unwrap();
    let mut edition = serde_json::from_str::<Value>(Edition::EMBEDDED).unwrap();
    let errors: Vec<String> = schema.iter_errors(&edition).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    edition["sections"][0]["goals"][0]["kind"] = "wish".into();
    assert!(!schema.is_valid(&edition));
}

#[test]
fn every_file_that_is_written_conforms_with_and_without_names() {
    for format in Format::ALL {
        let validator = jsonschema::validator_for(&of_files(format)).unwrap();
        let check = |text: &str| {
            let file = serde_json::from_str::<Value>(text).unwrap();
            let errors: Vec<String> =
                validator.iter_errors(&file).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "{}", format.name());
        };
        let mut fixtures = vec![format!("{}-1", name(format))];
        if format == Format::Everything {
            fixtures.push("workshop-1-carried-on".into());
        }
        for fixture in fixtures {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/files");
            let frozen = fs::read_to_string(format!("{folder}/{fixture}.json")).unwrap();
            check(&frozen);
            let contents = read(&frozen, "randers-2021", KINDS).unwrap();
            let (at, records) = (contents.exported, contents.records.iter());
            check(&write(format, "randers-2021", at, records.clone()));
            check(&write_without_names(format, "randers-2021", at, records, KINDS));
        }
    }
}
