//! The display face, cut down to the letters that the app sets in it.

use std::{ffi::OsString, fs, process::Command};
use xtask::{Failure, process, project, tools};

/// Everything that headings and promises use in both languages, and a few neighbours.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \
    !\"'%&()*+,-./:;?=–—‘’“”…·«»\u{a0}§æøåÆØÅéÉüÜöÖäÄ";

/// The font as a subset, and its licence.
pub(crate) fn subset() -> Result<(Vec<u8>, String), Failure> {
    let font = tools::NEWSREADER.folder()?;
    let modules = [tools::HARFBUZZ.folder()?, tools::WOFF2.folder()?];
    let modules = modules.iter().filter_map(|folder| folder.parent());
    let modules: OsString = std::env::join_paths(modules)?;
    let made = project().join("target/newsreader.woff2");
    fs::create_dir_all(project().join("target"))?;
    process::run(
        Command::new("node")
            .env("NODE_PATH", modules)
            .arg(project().join("xtask/subset-font.cjs"))
            .arg(font.join("files/newsreader-latin-600-normal.woff2"))
            .arg(&made)
            .arg(LETTERS),
    )?;
    Ok((fs::read(made)?, fs::read_to_string(font.join("LICENSE"))?))
}
