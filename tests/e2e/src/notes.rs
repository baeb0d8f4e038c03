//! Notes as a person writes them, and files full of them.

use crate::{Failure, app::App, browser::eventually};
use pejlemaerke::{
    app::KINDS,
    document::{Author, Device, Document, Edit, Moment, RecordId, Writer},
    exchange, note,
};
use std::{collections::BTreeSet, fs, path::PathBuf};
use thirtyfour::{By, WebElement};
use xtask::project;

/// The text fields of all notes in sight, in their order.
///
/// # Errors
/// When the page is gone.
pub async fn texts(app: &App<'_>) -> Result<Vec<String>, Failure> {
    let script = "return [...document.querySelectorAll('.own-note textarea')].map(e => e.value)";
    let found = app.browser.run(script).await?;
    let texts = found.as_array().cloned().unwrap_or_default();
    Ok(texts.iter().filter_map(|text| text.as_str().map(String::from)).collect())
}

/// The text field of the last note.
///
/// # Errors
/// When there is none.
pub async fn last(app: &App<'_>) -> Result<WebElement, Failure> {
    let fields = app.browser.driver.find_all(By::Css(".own-note textarea")).await?;
    fields.into_iter().next_back().ok_or_else(|| "there is no note".into())
}

/// Writes a new note and waits until it is saved.
///
/// # Errors
/// When it is not in time.
pub async fn write(app: &App<'_>, text: &str) -> Result<(), Failure> {
    app.is_ready().await?;
    let before = texts(app).await?.len();
    app.press("Skriv en note").await?;
    eventually("the note is there", async || Ok(texts(app).await?.len() > before)).await?;
    last(app).await?.send_keys(text).await?;
    app.says_of_saving("saved").await
}

/// A file with so many notes, as another device would hand it on; returns its place.
///
/// # Errors
/// When it cannot be written.
pub fn file_of(count: u64) -> Result<PathBuf, Failure> {
    let writer = Writer::new(Device::new(&[7; 8]), &[7; 6]);
    let at = Moment::from_seconds(1_790_000_000);
    let mut document = Document::default();
    for number in 1..=count {
        let id = RecordId::new(1_790_000_000_000 + number, &[3; 10]);
        let set = |field, value: String| Edit::Set(id, field, value.into(), BTreeSet::new());
        let edits = [
            Edit::Create(id, note::KIND.name),
            set(note::ITEM, "7g".into()),
            set(note::TEXT, format!("Note nr. {number} fra en anden enhed.")),
        ];
        document.change(Author { writer, at }, &edits, KINDS);
    }
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = folder.join(format!("{count}-notes.json"));
    fs::write(
        &place,
        exchange::write(exchange::Format::Everything, "randers-2021", at, document.records()),
    )?;
    Ok(place)
}

/// Chooses a file on the Files screen.
///
/// # Errors
/// When there is no field for it.
pub async fn choose_file(app: &App<'_>, file: &std::path::Path) -> Result<(), Failure> {
    app.is_ready().await?;
    app.field("import").await?.send_keys(file.to_string_lossy().as_ref()).await?;
    Ok(())
}

/// Takes in all of the file that is shown.
///
/// # Errors
/// When nothing is shown in time, or nothing of it can be taken in.
pub async fn accept(app: &App<'_>) -> Result<(), Failure> {
    let script = "const button = document.querySelector('.incoming #incoming-heading ~ .button-row .button:not(.is-quiet):not([disabled])');
        if (button) button.click(); return !!button";
    eventually("there is something to take in", async || Ok(app.browser.run(script).await? == true))
        .await
}

/// Chooses a file and takes in all of it.
///
/// # Errors
/// When it is not shown in time.
pub async fn take_in(app: &App<'_>, file: &std::path::Path) -> Result<(), Failure> {
    choose_file(app, file).await?;
    accept(app).await
}
