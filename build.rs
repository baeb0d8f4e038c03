//! Gathers the edition's files (`src/vision/edition/*.json`) into one compact JSON document that
//! `vision::edition` embeds. Putting another municipality's files there needs no change of code.
//! Of the published figures (`public/data/published-figures.json`) it gathers those that decide a
//! status, a line each, for `measure::published` to embed.

use serde_json::{Map, Value};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/vision/edition");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();

    let mut edition = Map::new();
    let mut sections = Vec::new();
    for path in paths {
        let place = path.display().to_string();
        println!("cargo:rerun-if-changed={place}");
        let value: Value = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{place}: {error}"))?;
        let Value::Object(fields) = value else {
            return Err(format!("{place}: not a JSON object").into());
        };
        if fields.contains_key("goals") {
            sections.push(Value::Object(fields));
            continue;
        }
        for (key, value) in fields {
            if edition.insert(key.clone(), value).is_some() {
                return Err(format!("{place}: \"{key}\" stands in another file too").into());
            }
        }
    }
    edition.insert("sections".into(), sections.into());
    let out = env::var("OUT_DIR")?;
    let mut edition = Value::Object(edition);
    fs::write(Path::new(&out).join("edition.json"), edition.to_string())?;
    let mut texts = (Vec::new(), Vec::new());
    take_texts(&mut edition, &mut texts);
    let packed = serde_json::json!({"edition": edition, "da": texts.0, "en": texts.1});
    fs::write(Path::new(&out).join("edition-packed.json"), packed.to_string())?;
    fs::write(Path::new(&out).join("deciding.txt"), deciding()?)?;
    Ok(())
}

/// The published figures that decide: id, indicator, date, value or state, and whether the series
/// breaks before it.
fn deciding() -> Result<String, Box<dyn Error>> {
    let place = "public/data/published-figures.json";
    println!("cargo:rerun-if-changed={place}");
    let value: Value = serde_json::from_str(&fs::read_to_string(place)?)
        .map_err(|error| format!("{place}: {error}"))?;
    let entries = value.get("entries").and_then(Value::as_array).ok_or("no entries")?;
    let mut lines = String::new();
    for entry in entries.iter().filter(|entry| entry.get("decides").is_some()) {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let word = |name: &str| text(name).ok_or_else(|| format!("{place}: {entry} has no {name}"));
        let found = text("value").map_or_else(|| word("state"), Ok)?;
        let is_break = entry.get("break") == Some(&Value::Bool(true));
        let line = [word("id")?, word("decides")?, text("date").unwrap_or("-"), found];
        lines += &line.join(" ");
        lines += if is_break { " break\n" } else { " -\n" };
    }
    Ok(lines)
}

/// Puts an empty object in place of every text in two languages: gathered by language, the texts
/// are packed better. `Edition::embedded` puts them back in the same order.
fn take_texts(value: &mut Value, texts: &mut (Vec<Value>, Vec<Value>)) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| take_texts(value, texts)),
        Value::Object(map)
            if map.len() == 2 && map.contains_key("da") && map.contains_key("en") =>
        {
            texts.0.extend(map.remove("da"));
            texts.1.extend(map.remove("en"));
        }
        Value::Object(map) => map.values_mut().for_each(|value| take_texts(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
