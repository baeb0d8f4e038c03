//! Files that go out of the app and come into it.

use crate::{Failure, app::App, browser::eventually};
use std::{fs, path::PathBuf};
use xtask::project;

/// A file as it was handed out: its name and what stands in it.
pub struct HandedOut {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Has the page keep the files that it hands out, instead of the browser.
///
/// # Errors
/// When the page is gone.
pub async fn watch(app: &App<'_>) -> Result<(), Failure> {
    let script = "if (!window.handedOut) {
        window.handedOut = []; const blobs = new Map(); const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { const address = make.call(URL, blob); blobs.set(address, blob); return address; };
        HTMLAnchorElement.prototype.click = function () { blobs.get(this.href).arrayBuffer().then((bytes) => handedOut.push({ name: this.download, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) })); };
    }
    return handedOut.length";
    app.browser.run(script).await?;
    Ok(())
}

/// The last file that was handed out, once there are so many.
///
/// # Errors
/// When there are not in time.
pub async fn handed_out(app: &App<'_>, count: u64) -> Result<HandedOut, Failure> {
    eventually("the file is handed out", async || {
        Ok(app.browser.run("return window.handedOut.length").await?.as_u64() == Some(count))
    })
    .await?;
    let found = app.browser.run("return window.handedOut.at(-1)").await?;
    let word = |name: &str| {
        found.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    Ok(HandedOut { name: word("name"), text: word("text") })
}

/// Shares the only set of one's own from the view of sets, as a table or as a file of the app, and with
/// names or without.
///
/// # Errors
/// When it is not handed out in time.
pub async fn share_set(app: &App<'_>, form: &str, with_names: bool) -> Result<HandedOut, Failure> {
    app.go("#/maalinger/saet").await?;
    watch(app).await?;
    let before = app.browser.run("return window.handedOut.length").await?.as_u64().unwrap_or(0);
    let open = "const share = document.querySelector('.sets .share'); if (share) share.open = true; return !!share";
    eventually("the set can be shared", async || Ok(app.browser.run(open).await? == true)).await?;
    let choose = format!(
        "const choice = document.querySelector('.share input[value=\"{form}\"]'); if (!choice) return false; choice.click();
         const names = document.querySelector('.share input[type=checkbox]'); if (names.checked === {with_names}) names.click(); return true"
    );
    eventually("it can be chosen as what", async || Ok(app.browser.run(&choose).await? == true))
        .await?;
    app.press("Gem som fil").await?;
    handed_out(app, before + 1).await
}

/// Puts a text into a file of this name; returns its place.
///
/// # Errors
/// When it cannot be written.
pub fn file(name: &str, text: &str) -> Result<PathBuf, Failure> {
    let folder = project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = folder.join(name);
    fs::write(&place, text)?;
    Ok(place)
}

/// Chooses several files at once on the Files screen.
///
/// # Errors
/// When there is no field for them.
pub async fn choose_files(app: &App<'_>, files: &[PathBuf]) -> Result<(), Failure> {
    app.is_ready().await?;
    let places: Vec<_> = files.iter().map(|place| place.to_string_lossy()).collect();
    // So WebDriver parts the files of one choice.
    app.field("import").await?.send_keys(places.join("\n")).await?;
    Ok(())
}
