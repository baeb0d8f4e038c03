//! The published JSON Schema is the one that the types make, and the edition conforms to it.
//! `UPDATE=1 cargo xtask test native` writes it anew.

#![cfg(feature = "schema")]

use pejlemaerke::vision::Edition;
use std::{fs, path::PathBuf};

fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/schema/edition.schema.json")
}

fn made() -> serde_json::Value {
    let mut schema = serde_json::to_value(schemars::schema_for!(Edition)).unwrap();
    schema["$id"] = "edition.schema.json".into();
    schema
}

#[test]
fn the_published_schema_is_the_one_the_types_make() {
    let text = format!("{}\n", serde_json::to_string_pretty(&made()).unwrap());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(place(), &text).unwrap();
    }
    let published = fs::read_to_string(place()).unwrap_or_default();
    assert!(
        published == text,
        "public/schema/edition.schema.json is out of date: run UPDATE=1 cargo xtask test native"
    );
}

#[test]
fn the_embedded_edition_conforms_to_it_and_a_broken_one_does_not() {
    let schema = jsonschema::validator_for(&made()).unwrap();
    let mut edition = serde_json::from_str::<serde_json::Value>(Edition::EMBEDDED).unwrap();
    let errors: Vec<String> = schema.iter_errors(&edition).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    edition["sections"][0]["goals"][0]["kind"] = "wish".into();
    assert!(!schema.is_valid(&edition));
}
