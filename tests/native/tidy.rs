//! The repository keeps its own rules.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folder or file below `src`, and words that may not occur in it. `ui/platform` alone is allowed
/// what the row before it forbids.
const DIRECTIONS: &[(&str, &[&str], &[&str])] = &[
    ("vision", BROWSER, &[]),
    ("search", BROWSER, &[]),
    ("app", BROWSER, &[]),
    ("document", BROWSER, &[]),
    ("exchange", BROWSER, &[]),
    ("measure", BROWSER, &[]),
    ("village", BROWSER, &[]),
    ("workshop", BROWSER, &[]),
    ("note.rs", BROWSER, &[]),
    ("value", BROWSER, &[]),
    ("sorted.rs", BROWSER, &[]),
    ("store", &["leptos", "crate::ui"], &[]),
    (
        "ui",
        &["web_sys::", "js_sys::", "wasm_bindgen", "inner_html", "localStorage", "gloo"],
        &["ui/platform"],
    ),
    ("ui/platform", &["localStorage", "gloo", "inner_html", "crate::vision", "crate::app"], &[]),
    (
        "ui/components",
        &["crate::vision", "crate::app", "crate::search", "crate::store", "session"],
        &[],
    ),
    (
        "ui/pages",
        &["super::area", "super::goal", "super::section", "pages::", "inner_html"],
        &["ui/pages/mod.rs"],
    ),
];

const BROWSER: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "std::time",
    "rand::",
    "crate::ui",
    "crate::store",
];

/// A file that is longer holds more than one concept.
const LONGEST: usize = 500;

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_path_buf()];
    }
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(&open).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn below(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap().display().to_string()
}

/// The code of a file: without comments and without its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_only_use_what_their_direction_allows() {
    let src = project().join("src");
    let mut broken = Vec::new();
    for (folder, forbidden, except) in DIRECTIONS {
        assert!(src.join(folder).exists(), "{folder} is in the table but not in src");
        for path in files(&src.join(folder), "rs") {
            let name = below(&path, &src);
            if except.iter().any(|except| name.starts_with(except)) {
                continue;
            }
            let code = code(&path);
            let words = forbidden.iter().filter(|word| code.contains(**word));
            broken.extend(words.map(|word| format!("{name} uses {word}")));
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_test_file_is_named_in_its_binary() {
    for (folder, main) in [
        ("tests/native", "main.rs"),
        ("tests/browser", "main.rs"),
        ("tests/e2e/journeys", "main.rs"),
    ] {
        let folder = project().join(folder);
        for path in files(&folder, "rs") {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            // What lies in a folder of its own is named in the file beside it.
            let within = path.parent().unwrap();
            let main =
                if within == folder { folder.join(main) } else { within.with_extension("rs") };
            let named = fs::read_to_string(main).unwrap();
            assert!(
                stem == "main" || named.contains(&format!("mod {stem};")),
                "{stem} is forgotten"
            );
        }
    }
}

#[test]
fn every_stylesheet_is_named_in_the_page() {
    let page = fs::read_to_string(project().join("index.html")).unwrap();
    for path in files(&project().join("style"), "css") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(page.contains(&format!("style/{name}")), "{name} is forgotten");
    }
}

#[test]
fn raw_colours_stand_in_the_tokens_alone() {
    for path in files(&project().join("style"), "css") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let is_raw = text.split('#').skip(1).any(|after| {
            let word: String = after.chars().take_while(char::is_ascii_alphanumeric).collect();
            matches!(word.len(), 3 | 6) && word.chars().all(|c| c.is_ascii_hexdigit())
        });
        assert!(!is_raw || name == "tokens.css", "{name} has a raw colour");
    }
}

#[test]
fn files_hold_one_concept() {
    let mut long = Vec::new();
    for folder in ["src", "xtask/src", "tests"] {
        for path in files(&project().join(folder), "rs") {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            if lines > LONGEST {
                long.push(format!("{}: {lines} lines", below(&path, &project())));
            }
        }
    }
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn the_app_makes_no_request_to_another_host() {
    let mut named = Vec::new();
    for folder in ["src", "public", "style"] {
        for end in ["rs", "js", "css", "svg", "webmanifest"] {
            for path in files(&project().join(folder), end) {
                let text = fs::read_to_string(&path).unwrap();
                // The schemas are not part of the app: they name their language, and links as examples.
                if path.starts_with(project().join("src/exchange/schema"))
                    || path.ends_with("src/exchange/schema.rs")
                    // Sources of the places, as links that are shown.
                    || path.ends_with("src/village/places.rs")
                {
                    continue;
                }
                let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                let is_foreign = |line: &&str| {
                    let names_host = |at: &str| at.starts_with(char::is_alphanumeric);
                    line.split("://").skip(1).any(names_host)
                        && !line.contains("www.w3.org/2000/svg")
                        && !line.trim_start().starts_with("//")
                };
                named.extend(
                    text.lines()
                        .filter(is_foreign)
                        .map(|line| format!("{}: {line}", below(&path, &project()))),
                );
            }
        }
    }
    assert_eq!(named, Vec::<String>::new());
}
