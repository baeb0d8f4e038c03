//! Running other programs, with their output shown as it comes.

use crate::Failure;
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

/// How a program ended, with the tests it reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it exited with 0.
    pub success: bool,
    /// Tests it reported as passed.
    pub passed: usize,
    /// Tests it reported as failed.
    pub failed: usize,
}

/// Runs a program and fails when it does.
///
/// # Errors
/// When it cannot be started or exits with anything but 0.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let line = describe(command);
    println!("$ {line}");
    let status = command.status().map_err(|error| format!("{line}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{line}: {status}").into()) }
}

/// Runs a program, shows what it prints and adds up the test results in it.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub fn run_counting(command: &mut Command) -> Result<Outcome, Failure> {
    let line = describe(command);
    println!("$ {line}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{line}: {error}"))?;
    let mut outcome = Outcome::default();
    if let Some(out) = child.stdout.take() {
        for text in BufReader::new(out).lines() {
            let text = text?;
            println!("{text}");
            if let Some((passed, failed)) = test_result(&text) {
                outcome.passed += passed;
                outcome.failed += failed;
            }
        }
    }
    outcome.success = child.wait()?.success();
    Ok(outcome)
}

/// What a program prints, or nothing when it is not there or fails.
#[must_use]
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The counts in a line such as `test result: ok. 5 passed; 0 failed; …`.
fn test_result(line: &str) -> Option<(usize, usize)> {
    let counts = line.trim_start().strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |word: &str| {
        counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
    };
    Some((count("passed")?, count("failed")?))
}

fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(usize, usize)>) {
        assert_eq!(test_result(line), expected, "{line}");
    }

    #[test]
    fn test_results_are_counted() {
        check("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured", Some((12, 0)));
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2)));
        check("test reading ... ok", None);
        check("test result: unclear", None);
    }

    #[test]
    fn a_program_that_is_not_there_prints_nothing() {
        assert_eq!(output("no-such-program-anywhere", &[]), None);
    }
}
