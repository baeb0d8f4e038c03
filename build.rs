//! Gathers the edition's files (`src/vision/edition/*.json`) into one compact JSON document that
//! `vision::edition` embeds. Putting another municipality's files there needs no change of code.

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
    Ok(())
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
