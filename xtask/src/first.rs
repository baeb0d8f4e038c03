//! The part of the app that a first visit begins with: the same package without its feature `whole`,
//! built as trunk builds the rest.

use crate::dist::Files;
use std::{fs, process::Command};
use xtask::{Failure, process, project, tools};

/// How its files begin.
pub(crate) const NAME: &str = "first";

/// Builds it and adds its files.
pub(crate) fn build(files: &mut Files) -> Result<(), Failure> {
    let arguments = ["build", "--quiet", "--release", "--no-default-features"];
    process::run(Command::new("cargo").current_dir(project()).args(arguments).args([
        "--package",
        "pejlemaerke",
        "--bin",
        "pejlemaerke",
        "--target",
        tools::WASM_TARGET,
    ]))?;
    let folder = project().join("target/first");
    let built = project().join("target").join(tools::WASM_TARGET).join("release/pejlemaerke.wasm");
    process::run(
        Command::new(tools::WASM_BINDGEN.program()?)
            .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(&folder)
            .arg(built),
    )?;
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    process::run(
        Command::new("wasm-opt")
            .env("PATH", tools::path()?)
            .args(optimisations()?)
            .arg("--output")
            .arg(&wasm)
            .arg(&wasm),
    )?;
    for name in [format!("{NAME}.js"), format!("{NAME}_bg.wasm")] {
        files.insert(name.clone(), fs::read(folder.join(&name))?);
    }
    Ok(())
}

/// What `index.html` has trunk tell wasm-opt.
fn optimisations() -> Result<Vec<String>, Failure> {
    let page = fs::read_to_string(project().join("index.html"))?;
    let value = |name: &str| {
        let rest = page.split_once(&format!("{name}=\""))?.1;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let level = value("data-wasm-opt").ok_or("index.html names no level for wasm-opt")?;
    let more = value("data-wasm-opt-params").ok_or("index.html names no settings for wasm-opt")?;
    let mut all = vec![format!("-O{level}")];
    all.extend(more.split_whitespace().map(str::to_owned));
    Ok(all)
}
