//! The project's own commands. `cargo xtask` lists them.

mod checks;
mod dist;
mod first;
mod font;
mod serve;

use std::{env, process::ExitCode};
use xtask::Failure;

const HELP: &str = "\
cargo xtask serve [--dev]      build the release and serve it at http://127.0.0.1:8080
                               (--dev: rebuild and reload on every save,
                               at http://127.0.0.1:8180)
cargo xtask build              lay out dist/ for any static host
cargo xtask test [WHAT …]      run everything, or only: lint native browser build e2e
             [--engine NAME]   with e2e: chromium, firefox or webkit alone
             [--only WORDS]    with e2e: only the journeys whose names contain the words
             [--kills N]       with e2e: kill the browser so often
cargo xtask test laws [--cases N] [--only WORDS]
                               the laws of merging and spoiled files, with so many cases each
cargo xtask bench              measure against the budgets, in Chromium
cargo xtask pictures [FOLDER]  take a picture of every screen (default: target/pictures)
             [--readme]        and renew those of the README";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match command(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result<ExitCode, Failure> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    };
    match name.as_str() {
        "serve" if rest == ["--dev"] => serve::develop()?,
        "serve" if rest.is_empty() => serve::release()?,
        "build" if rest.is_empty() => return build(),
        "test" => return Ok(checks::run(&checks::Selection::parse(rest)?)),
        "bench" if rest.is_empty() => checks::tool("bench", &[])?,
        "pictures" => checks::tool("pictures", rest)?,
        _ => return Err(format!("«{}» is not a command.\n\n{HELP}", arguments.join(" ")).into()),
    }
    Ok(ExitCode::SUCCESS)
}

fn build() -> Result<ExitCode, Failure> {
    let weight = dist::build()?;
    weight.print();
    let fits = weight.first_load() <= dist::BUDGET;
    println!("dist/ is ready for any static host, in any sub-folder.");
    Ok(if fits { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
