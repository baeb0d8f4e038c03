//! Everything that must hold before a change is done.

#![expect(clippy::disallowed_types, reason = "how long a part took is told to a person")]

use crate::dist;
use std::{
    process::{Command, ExitCode},
    time::Instant,
};
use xtask::{
    Failure,
    browsers::{self, Engine},
    process::{self, Outcome},
    project, tools,
};

/// What to run.
pub(crate) struct Selection {
    parts: Vec<Part>,
    engines: Vec<Engine>,
    only: Option<String>,
    cases: Option<String>,
    kills: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lint,
    Native,
    Browser,
    Build,
    EndToEnd,
    Laws,
}

impl Part {
    /// What is run when nothing is named. The laws are among the native tests too.
    const USUAL: [Self; 5] = [Self::Lint, Self::Native, Self::Browser, Self::Build, Self::EndToEnd];
    const ALL: [Self; 6] =
        [Self::Lint, Self::Native, Self::Browser, Self::Build, Self::EndToEnd, Self::Laws];

    const fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Build => "build",
            Self::EndToEnd => "e2e",
            Self::Laws => "laws",
        }
    }
}

impl Selection {
    /// Reads the words after `test`.
    pub(crate) fn parse(words: &[String]) -> Result<Self, Failure> {
        let mut selection =
            Self { parts: Vec::new(), engines: Vec::new(), only: None, cases: None, kills: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--engine" => {
                    let name = words.next().ok_or("--engine needs a name")?;
                    let engine = Engine::from_name(name)
                        .ok_or_else(|| format!("no engine is called {name}"))?;
                    selection.engines.push(engine);
                }
                "--only" => {
                    selection.only = Some(words.next().ok_or("--only needs words")?.clone());
                }
                "--cases" => {
                    selection.cases = Some(words.next().ok_or("--cases needs a number")?.clone());
                }
                "--kills" => {
                    selection.kills = Some(words.next().ok_or("--kills needs a number")?.clone());
                }
                name => {
                    let part = Part::ALL.into_iter().find(|part| part.name() == name);
                    selection.parts.push(
                        part.ok_or_else(|| format!("there is nothing called {name} to test"))?,
                    );
                }
            }
        }
        if selection.parts.is_empty() {
            selection.parts = Part::USUAL.to_vec();
        }
        if selection.engines.is_empty() {
            selection.engines = Engine::ALL.to_vec();
        }
        Ok(selection)
    }

    fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

/// Runs what is selected; the last line adds everything up.
pub(crate) fn run(selection: &Selection) -> ExitCode {
    let mut tally = Tally::new();
    if selection.has(Part::Lint) {
        match tools::ensure_wasm_target().and_then(|()| tools::ensure_lints()) {
            Ok(()) => lint(&mut tally),
            failed => {
                tally.check("tools for the lints", failed);
            }
        }
    }
    if selection.has(Part::Native) {
        tally.tests("native tests", native());
    }
    if selection.has(Part::Laws) {
        tally.tests("laws", laws(selection.cases.as_deref(), selection.only.as_deref()));
    }
    if selection.has(Part::Browser) {
        tally.tests("tests in a browser", browser());
    }
    let mut is_built = true;
    if selection.has(Part::Build) || selection.has(Part::EndToEnd) {
        is_built = tally.check("release build within the budget", within_budget());
    }
    if selection.has(Part::EndToEnd) && is_built {
        for engine in &selection.engines {
            let result = browsers::ensure(&[*engine]).and_then(|()| journeys(*engine, selection));
            tally.tests(&format!("journeys in {}", engine.name()), result);
        }
    }
    tally.close()
}

/// Runs one of the programs that drive a browser for other ends than tests.
pub(crate) fn tool(name: &str, arguments: &[String]) -> Result<(), Failure> {
    dist::build()?.print();
    browsers::ensure(&[Engine::Chromium])?;
    process::run(
        cargo()
            .args(["run", "--quiet", "--package", "pejlemaerke-e2e", "--bin", name, "--"])
            .args(arguments),
    )
}

fn lint(tally: &mut Tally) {
    tally.check("format", process::run(cargo().args(["fmt", "--all", "--check"])));
    let deny = ["--", "--deny", "warnings"];
    let host =
        ["clippy", "--quiet", "--workspace", "--all-targets", "--features", "pejlemaerke/schema"];
    tally.check("clippy on this machine", process::run(cargo().args(host).args(deny)));
    let wasm = [
        "clippy",
        "--quiet",
        "--package",
        "pejlemaerke",
        "--lib",
        "--bins",
        "--test",
        "browser",
        "--target",
        tools::WASM_TARGET,
    ];
    tally.check("clippy on wasm32", process::run(cargo().args(wasm).args(deny)));
}

fn native() -> Result<Outcome, Failure> {
    let app = [
        "test",
        "--quiet",
        "--package",
        "pejlemaerke",
        "--features",
        "schema",
        "--lib",
        "--test",
        "native",
    ];
    let commands = ["test", "--quiet", "--package", "xtask", "--lib", "--bins"];
    let app = process::run_counting(cargo().args(app))?;
    let commands = process::run_counting(cargo().args(commands))?;
    Ok(Outcome {
        success: app.success && commands.success,
        passed: app.passed + commands.passed,
        failed: app.failed + commands.failed,
    })
}

fn browser() -> Result<Outcome, Failure> {
    tools::ensure_wasm_target()?;
    browsers::ensure(&[Engine::Chromium])?;
    let runner = tools::WASM_BINDGEN.sibling("wasm-bindgen-test-runner")?;
    let settings = project().join("target/webdriver.json");
    std::fs::create_dir_all(project().join("target"))?;
    std::fs::write(&settings, browsers::chromium_options()?)?;
    process::run_counting(
        cargo()
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", Engine::Chromium.driver()?)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .args([
                "test",
                "--package",
                "pejlemaerke",
                "--test",
                "browser",
                "--target",
                tools::WASM_TARGET,
            ]),
    )
}

fn within_budget() -> Result<(), Failure> {
    let weight = dist::build()?;
    weight.print();
    let bytes = weight.first_load();
    if bytes <= dist::BUDGET {
        Ok(())
    } else {
        Err(format!("the first load weighs {bytes} bytes").into())
    }
}

/// The laws of `document`, the tabs' interleavings and spoiled files, with as many cases as wished; or only
/// those whose names contain the words.
fn laws(cases: Option<&str>, only: Option<&str>) -> Result<Outcome, Failure> {
    let mut command = cargo();
    command.args([
        "test",
        "--quiet",
        "--release",
        "--package",
        "pejlemaerke",
        "--features",
        "schema",
    ]);
    command.args(["--test", "native", "--"]);
    match only {
        Some(words) => command.arg(words),
        None => command.args(["laws::", "tabs::", "fuzz::"]),
    };
    if let Some(cases) = cases {
        command.env("PEJLEMAERKE_CASES", cases);
    }
    process::run_counting(&mut command)
}

fn journeys(engine: Engine, selection: &Selection) -> Result<Outcome, Failure> {
    let mut command = cargo();
    command
        .env("PEJLEMAERKE_ENGINE", engine.name())
        .args([
            "test",
            "--quiet",
            "--package",
            "pejlemaerke-e2e",
            "--test",
            "e2e",
            "--",
            "--test-threads",
            "1",
        ])
        .args(&selection.only);
    if let Some(kills) = &selection.kills {
        command.env("PEJLEMAERKE_KILLS", kills);
    }
    process::run_counting(&mut command)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project());
    command
}

struct Tally {
    passed: usize,
    failed: usize,
    failures: Vec<String>,
    last: Instant,
}

impl Tally {
    fn new() -> Self {
        Self { passed: 0, failed: 0, failures: Vec::new(), last: Instant::now() }
    }

    fn check(&mut self, name: &str, result: Result<(), Failure>) -> bool {
        self.tests(name, result.map(|()| Outcome { success: true, passed: 1, failed: 0 }))
    }

    /// Adds up a run. One that fails without a failed test, or runs none, is one failure.
    fn tests(&mut self, name: &str, result: Result<Outcome, Failure>) -> bool {
        let outcome = result.unwrap_or_else(|error| {
            println!("{error}");
            Outcome::default()
        });
        let is_good = outcome.success && outcome.passed > 0 && outcome.failed == 0;
        self.passed += outcome.passed;
        self.failed += if is_good { 0 } else { outcome.failed.max(1) };
        if !is_good {
            self.failures.push(name.into());
        }
        let word = if is_good { "passed" } else { "FAILED" };
        println!("== {name}: {word} ({:.0?} since the last)\n", self.last.elapsed());
        self.last = Instant::now();
        is_good
    }

    fn close(self) -> ExitCode {
        for name in &self.failures {
            println!("failed: {name}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_tests_is_a_failure() {
        let mut tally = Tally::new();
        assert!(!tally.tests("nothing", Ok(Outcome { success: true, passed: 0, failed: 0 })));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }

    #[test]
    fn a_run_that_cannot_start_is_a_failure_and_the_rest_still_counts() {
        let mut tally = Tally::new();
        tally.check("broken", Err("no compiler".into()));
        tally.tests("tests", Ok(Outcome { success: true, passed: 7, failed: 0 }));
        assert_eq!((tally.passed, tally.failed), (7, 1));
    }

    #[test]
    fn arguments_narrow_the_run() {
        let words: Vec<String> = ["e2e", "--engine", "firefox"].map(String::from).to_vec();
        let selection = Selection::parse(&words).unwrap();
        assert!(selection.has(Part::EndToEnd) && !selection.has(Part::Native));
        assert_eq!(selection.engines, [Engine::Firefox]);
        assert!(Selection::parse(&["e3e".into()]).is_err());
    }
}
