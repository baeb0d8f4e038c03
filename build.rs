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
    fs::write(
        Path::new(&env::var("OUT_DIR")?).join("edition.json"),
        Value::Object(edition).to_string(),
    )?;
    Ok(())
}
