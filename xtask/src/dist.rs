//! From trunk's output to `dist/`: every file that may be cached for ever named by its content,
//! one stylesheet, a strict policy, the service worker's list, and compressed twins.

use crate::{first, font};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};
use xtask::{Failure, process, project, tools};

/// The first load may weigh this much, in bytes with brotli.
pub(crate) const BUDGET: usize = 300_000;

/// What `dist/` weighs.
pub(crate) struct Weight {
    /// Name, bytes as they are, bytes with brotli; of every file of the first load.
    pub(crate) files: Vec<(String, usize, usize)>,
}

impl Weight {
    /// All bytes of the first load, with brotli.
    pub(crate) fn first_load(&self) -> usize {
        self.files.iter().map(|(_, _, small)| small).sum()
    }

    /// Prints a table, heaviest first.
    pub(crate) fn print(&self) {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by_key(|(_, _, small)| std::cmp::Reverse(*small));
        println!("{:<44} {:>9} {:>9}", "file of the first load", "bytes", "brotli");
        for (name, bytes, small) in files {
            println!("{name:<44} {bytes:>9} {small:>9}");
        }
        println!("{:<44} {:>9} {:>9}", "together", "", self.first_load());
        println!("{:<44} {:>9} {BUDGET:>9}", "at most", "");
    }
}

/// Builds the release and lays out `dist/`.
pub(crate) fn build() -> Result<Weight, Failure> {
    tools::ensure_wasm_target()?;
    let trunk = tools::TRUNK.program()?;
    process::run(
        Command::new("cargo").current_dir(project()).args(["fetch", "--quiet", "--locked"]),
    )?;
    println!("Building the release: about 2 minutes the first time, then about 1");
    process::run(
        Command::new(trunk)
            .current_dir(project())
            .env("PATH", tools::path()?)
            .env_remove("NO_COLOR")
            .args(["build", "--release", "--offline"]),
    )?;
    let mut files = gather(&project().join("target/trunk"))?;
    first::build(&mut files)?;
    let (font, licence) = font::subset()?;
    files.insert("newsreader.woff2".into(), font);
    let licences = licences(&licence)?;
    let precached = finish(&mut files)?;
    files.insert("licences.txt".into(), licences.into_bytes());
    for schema in fs::read_dir(project().join("public/schema"))? {
        let schema = schema?;
        let name = format!("schema/{}", schema.file_name().to_string_lossy());
        files.insert(name, fs::read(schema.path())?);
    }
    lay_out(&files)?;
    let first_load = precached.into_iter().chain(["service-worker.js".into()]);
    let files = first_load
        .filter_map(|name: String| {
            files.get(&name).map(|content| (name, content.len(), brotli(content).len()))
        })
        .collect();
    Ok(Weight { files })
}

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

fn gather(folder: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(open) = folders.pop() {
        for entry in fs::read_dir(open)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

/// Renames and rewrites; returns the files that the service worker keeps.
fn finish(files: &mut Files) -> Result<Vec<String>, Failure> {
    let page = take_text(files, "index.html")?;
    let font = rename(files, "newsreader.woff2")?;
    let boot = take_text(files, "boot.js")?.replace("newsreader.woff2", &font);
    files.insert("boot.js".into(), boot.into_bytes());
    minify(files, "boot.js", &[])?;
    let boot = rename(files, "boot.js")?;

    let (page, sheets) = cut_tags(&page, |tag| {
        tag.starts_with("<link") && tag.contains("rel=stylesheet")
            || tag.contains("rel=\"stylesheet\"")
    });
    let mut style = String::new();
    for sheet in &sheets {
        style.push_str(&take_text(files, &file_named_in(sheet)?)?);
    }
    files.insert("style.css".into(), style.into_bytes());
    let style = rename(files, "style.css")?;

    // Trunk's own loader is inline, which the policy forbids; `start.js` takes its place.
    let (page, _) = cut_tags(&page, |tag| tag.contains("preload"));
    let page = cut_inline_module(&page);
    let mut start = fs::read_to_string(project().join("public/start.js"))?;
    for (place, name) in [("FIRST", first::NAME), ("WHOLE", "pejlemaerke")] {
        let wasm = only(files, name, "wasm")?;
        let wasm = rename(files, &wasm)?;
        let script = only(files, name, "js")?;
        minify(files, &script, &["--module", "--toplevel"])?;
        let script = rename(files, &script)?;
        start = start.replace(&format!("{place}_JS"), &script);
        start = start.replace(&format!("{place}_WASM"), &wasm);
    }
    files.insert("start.js".into(), start.into_bytes());
    let start = rename(files, "start.js")?;

    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
         <link rel=\"stylesheet\" href=\"./{style}\">\
         <script type=\"module\" src=\"./{start}\"></script>"
    );
    let page = insert_after_charset(&page, &head)?.replace("./boot.js", &format!("./{boot}"));
    files.insert("index.html".into(), page.into_bytes());

    // Pictures for installing are fetched by the browser when a person installs the app.
    let is_first_load = |name: &str| !name.starts_with("icons/") || name == "icons/icon.svg";
    let mut precached = files.clone();
    precached.retain(|name, _| is_first_load(name));
    let mut later = precached.clone();
    later.retain(|name, _| is_later(name));
    precached.retain(|name, _| !is_later(name));
    let worker = fs::read_to_string(project().join("public/service-worker.js"))?;
    files.insert("service-worker.js".into(), fill_worker(&worker, &precached, &later).into_bytes());
    Ok(precached.into_keys().collect())
}

/// What the page may do: nothing but load its own files and run its own wasm.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'";

/// Makes a script small: trunk's own minifier does not understand the bindings.
fn minify(files: &mut Files, name: &str, arguments: &[&str]) -> Result<(), Failure> {
    let (from, to) = (project().join("target/script.js"), project().join("target/script.min.js"));
    fs::write(&from, take_text(files, name)?)?;
    let terser = tools::TERSER.folder()?.join("bin/terser");
    process::run(
        Command::new("node")
            .arg(terser)
            .args(arguments)
            .args(["--compress", "passes=2", "--mangle", "--output"])
            .arg(&to)
            .arg(&from),
    )?;
    files.insert(name.into(), fs::read(to)?);
    Ok(())
}

/// Files that the service worker keeps too, but fetches once the app stands.
fn is_later(name: &str) -> bool {
    ["recovery.", "newsreader-", "published-figures.", "pejlemaerke-"]
        .iter()
        .any(|start| name.starts_with(start))
}

fn fill_worker(worker: &str, files: &Files, later: &Files) -> String {
    let list = |files: &Files| {
        let list: Vec<_> = files
            .iter()
            .map(|(name, content)| {
                (name, format!("sha256-{}", STANDARD.encode(Sha256::digest(content))))
            })
            .collect();
        serde_json::json!(list).to_string()
    };
    let (first, later) = (list(files), list(later));
    let build = hash(format!("{worker}{first}{later}").as_bytes());
    worker
        .replace("BUILD_ID", &build)
        .replace("const FILES = [];", &format!("const FILES = {first};"))
        .replace("const LATER = [];", &format!("const LATER = {later};"))
}

/// The first 16 hexadecimal digits of the content's SHA-256.
fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().take(8).fold(String::new(), |name, byte| name + &format!("{byte:02x}"))
}

/// Puts the content's hash in place of whatever hash the name has.
fn rename(files: &mut Files, name: &str) -> Result<String, Failure> {
    let content = files.remove(name).ok_or_else(|| format!("{name} is not in trunk's output"))?;
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_hash = |word: &str| word.len() >= 12 && word.chars().all(|c| c.is_ascii_hexdigit());
    let words: Vec<&str> =
        stem.split('-').flat_map(|part| part.split('_')).filter(|word| !is_hash(word)).collect();
    let name = format!("{}-{}.{end}", words.join("-"), hash(&content));
    files.insert(name.clone(), content);
    Ok(name)
}

fn take_text(files: &mut Files, name: &str) -> Result<String, Failure> {
    let content = files.remove(name).ok_or_else(|| format!("{name} is not in trunk's output"))?;
    Ok(String::from_utf8(content)?)
}

fn only(files: &Files, start: &str, end: &str) -> Result<String, Failure> {
    let is_meant = |name: &&String| name.starts_with(start) && name.ends_with(&format!(".{end}"));
    let mut names = files.keys().filter(is_meant);
    match (names.next(), names.next()) {
        (Some(name), None) => Ok(name.clone()),
        _ => Err(format!("there should be exactly one {start}*.{end}").into()),
    }
}

/// Takes all tags out of which `is_meant` says so; returns the rest and the tags.
fn cut_tags(page: &str, is_meant: impl Fn(&str) -> bool) -> (String, Vec<String>) {
    let mut rest = String::new();
    let mut tags = Vec::new();
    for (number, piece) in page.split('<').enumerate() {
        if number == 0 {
            rest.push_str(piece);
            continue;
        }
        let piece = format!("<{piece}");
        let end = piece.find('>').map_or(piece.len(), |at| at + 1);
        let (tag, after) = piece.split_at(end);
        if is_meant(tag) {
            tags.push(tag.into());
            rest.push_str(after);
        } else {
            rest.push_str(&piece);
        }
    }
    (rest, tags)
}

fn cut_inline_module(page: &str) -> String {
    let mut rest = page.to_owned();
    while let Some(start) =
        rest.find("<script type=module>").or_else(|| rest.find("<script type=\"module\">"))
    {
        let end = rest
            .get(start..)
            .and_then(|tail| tail.find("</script>"))
            .map_or(rest.len(), |at| start + at + 9);
        rest.replace_range(start..end, "");
    }
    rest
}

fn file_named_in(tag: &str) -> Result<String, Failure> {
    let missing = || format!("no file is named in {tag}");
    let value = tag.split_once("href=").ok_or_else(missing)?.1.trim_start_matches('"');
    let name = value.split(['"', ' ', '>']).next().ok_or_else(missing)?;
    Ok(name.trim_start_matches("./").into())
}

fn insert_after_charset(page: &str, head: &str) -> Result<String, Failure> {
    let at = page.find("<meta charset").ok_or("index.html names no charset")?;
    let end =
        page.get(at..).and_then(|tail| tail.find('>')).ok_or("index.html is cut off")? + at + 1;
    let (before, after) = page.split_at(end);
    Ok(format!("{before}{head}{after}"))
}

fn lay_out(files: &Files) -> Result<(), Failure> {
    let staging = project().join("target/dist");
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    for (name, content) in files {
        let path = staging.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content)?;
        if is_compressible(name) {
            fs::write(with_suffix(&path, "br"), brotli(content))?;
            fs::write(with_suffix(&path, "gz"), gzip(content)?)?;
        }
    }
    let dist = project().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    Ok(fs::rename(staging, dist)?)
}

fn is_compressible(name: &str) -> bool {
    [".html", ".css", ".js", ".wasm", ".svg", ".json", ".webmanifest", ".txt"]
        .iter()
        .any(|end| name.ends_with(end))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn brotli(content: &[u8]) -> Vec<u8> {
    let mut small = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Writing to memory does not fail; an empty twin would be seen in the table at once.
    let written = brotli::BrotliCompress(&mut &*content, &mut small, &settings);
    debug_assert!(written.is_ok());
    if small.len() < content.len() { small } else { content.to_vec() }
}

fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// The licences of what is shipped: the display face and every crate in the wasm.
fn licences(font: &str) -> Result<String, Failure> {
    let list = process::output(
        "cargo",
        &[
            "tree",
            "--manifest-path",
            &project().join("Cargo.toml").to_string_lossy(),
            "--package",
            "pejlemaerke",
            "--target",
            tools::WASM_TARGET,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}: {l}",
        ],
    )
    .ok_or("cargo tree failed")?;
    let mut crates: Vec<&str> = list
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.starts_with("pejlemaerke "))
        .collect();
    crates.sort_unstable();
    crates.dedup();
    let crates: Vec<String> = crates.iter().map(|line| line.replace(" (proc-macro)", "")).collect();
    Ok(format!(
        "Display face: Newsreader, cut down to the letters used\n\n{font}\n\nRust crates\n\n{}\n",
        crates.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_the_hash_of_the_content_and_no_other() {
        let mut files = Files::from([("app-0123456789abcdef_bg.wasm".into(), b"x".to_vec())]);
        let name = rename(&mut files, "app-0123456789abcdef_bg.wasm").unwrap();
        assert_eq!(name, format!("app-bg-{}.wasm", hash(b"x")));
        assert!(files.contains_key(&name));
    }

    #[test]
    fn tags_are_cut_and_returned_in_order() {
        let (rest, tags) = cut_tags("a<link x>b<p>c<link y>", |tag| tag.starts_with("<link"));
        assert_eq!(rest, "ab<p>c");
        assert_eq!(tags, ["<link x>", "<link y>"]);
    }

    #[test]
    fn an_inline_module_goes_and_other_scripts_stay() {
        let page = "<script src=a></script><script type=module>import x</script>b";
        assert_eq!(cut_inline_module(page), "<script src=a></script>b");
    }

    #[test]
    fn the_worker_names_every_file_and_changes_with_each() {
        let worker = "const BUILD = \"BUILD_ID\";\nconst FILES = [];\nconst LATER = [];";
        let files = |content: &[u8]| Files::from([("a.css".into(), content.to_vec())]);
        let one = fill_worker(worker, &files(b"1"), &Files::new());
        assert!(one.contains("FILES = [[\"a.css\",\"sha256-"));
        assert_ne!(one, fill_worker(worker, &files(b"2"), &Files::new()));
        assert_ne!(one, fill_worker(worker, &files(b"1"), &files(b"1")));
    }

    #[test]
    fn compressed_twins_are_made_of_text_and_wasm_only() {
        assert!(is_compressible("style.css") && is_compressible("a.wasm"));
        assert!(!is_compressible("font.woff2") && !is_compressible("icon.png"));
    }
}
