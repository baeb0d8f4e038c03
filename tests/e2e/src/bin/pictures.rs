//! Takes a picture of every view, in every size, appearance and language, to be looked at.

use pejlemaerke_e2e::{Failure, app::App, browser::Browser, site::Site};
use std::{fs, path::PathBuf};
use xtask::{browsers::Engine, project};

const VIEWS: [(&str, &str); 18] = [
    ("overview", "#/"),
    ("area", "#/omraade/2"),
    ("theme", "#/tema/1"),
    ("element", "#/tema/e6"),
    ("goal", "#/maal/10a"),
    ("parts", "#/maal/8a"),
    ("goals", "#/maal"),
    ("search", "#/soeg/skole"),
    ("wording", "#/ordlyd"),
    ("files", "#/filer"),
    ("about", "#/om"),
    ("measured", "#/maal/1e"),
    ("table", "#/maalinger"),
    ("entry", "#/maalinger/ny/15c"),
    ("grid", "#/maalinger/mange"),
    ("matrix", "#/maalinger/matrix"),
    ("timeline", "#/maalinger/tid"),
    ("compare", "#/maalinger/sammenlign"),
];
const SIZES: [(&str, u32, u32); 3] =
    [("phone", 390, 844), ("tablet", 820, 1180), ("desktop", 1440, 900)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let site = Site::start()?;
    let browser = Browser::start(Engine::Chromium).await?;
    if arguments.iter().any(|word| word == "--readme") {
        for_readme(&browser, &site).await?;
    } else {
        let folder =
            arguments.first().map_or_else(|| project().join("target/pictures"), PathBuf::from);
        all(&browser, &site, &folder).await?;
    }
    browser.quit().await
}

async fn all(browser: &Browser, site: &Site, folder: &std::path::Path) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    let app = App::open(browser, site, "").await?;
    for language in ["da", "en"] {
        for appearance in ["light", "dark"] {
            prefer(browser, language, appearance).await?;
            for (size, width, height) in SIZES {
                browser.resize(width, height).await?;
                for (view, fragment) in VIEWS {
                    app.go(fragment).await?;
                    app.reload().await?;
                    let name = format!("{view}-{size}-{appearance}-{language}.png");
                    browser.driver.screenshot(&folder.join(name)).await?;
                }
            }
        }
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}

/// The two pictures of the README.
async fn for_readme(browser: &Browser, site: &Site) -> Result<(), Failure> {
    let folder = project().join("public/pictures");
    fs::create_dir_all(&folder)?;
    let app = App::open(browser, site, "").await?;
    prefer(browser, "da", "light").await?;
    browser.resize(1200, 860).await?;
    app.reload().await?;
    browser.driver.screenshot(&folder.join("overview.png")).await?;
    prefer(browser, "en", "dark").await?;
    app.go("#/maal/1e").await?;
    app.reload().await?;
    browser.driver.screenshot(&folder.join("goal.png")).await?;
    Ok(())
}

async fn prefer(browser: &Browser, language: &str, appearance: &str) -> Result<(), Failure> {
    let keep = format!(
        "localStorage.setItem('pejlemaerke/preferences', JSON.stringify({{ language: '{language}', appearance: '{appearance}' }}))"
    );
    browser.run(&keep).await?;
    Ok(())
}
