//! Takes a picture of every view, in every size, appearance and language, to be looked at.

use pejlemaerke_e2e::{
    Failure, app::App, browser::Browser, full_hall, notes::take_in, site::Site, villages::file_of,
};
use std::{fs, path::PathBuf};
use xtask::{browsers::Engine, project};

const VIEWS: [(&str, &str); 22] = [
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
    ("villages", "#/landsbyer"),
    ("villages-compared", "#/landsbyer/sammenlign"),
    ("villages-threads", "#/landsbyer/roed-traad"),
    ("workshops", "#/workshop"),
];
/// Views of a village profile, below its address.
const OF_A_VILLAGE: [(&str, &str); 7] = [
    ("village", ""),
    ("village-place", "/skriv/sted"),
    ("village-point", "/skriv/8a5"),
    ("village-actions", "/skriv/handlinger"),
    ("village-summary", "/skriv/opsummering"),
    ("village-versions", "/versioner"),
    ("village-presented", "/vis"),
];
/// Views of a workshop, below its address.
const OF_A_WORKSHOP: [(&str, &str); 5] = [
    ("workshop", ""),
    ("workshop-run", "/koer"),
    ("workshop-screen", "/skaerm"),
    ("workshop-results", "/resultat"),
    ("workshop-minutes", "/referat"),
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
    let (app, village) = with_villages(browser, site).await?;
    let workshop = with_workshop(&app).await?;
    let mut views = VIEWS.map(|(view, fragment)| (view, fragment.to_owned())).to_vec();
    views.extend(OF_A_VILLAGE.map(|(view, rest)| (view, format!("{village}{rest}"))));
    views.extend(OF_A_WORKSHOP.map(|(view, rest)| (view, format!("{workshop}{rest}"))));
    for language in ["da", "en"] {
        for appearance in ["light", "dark"] {
            prefer(browser, language, appearance).await?;
            for (size, width, height) in SIZES {
                browser.resize(width, height).await?;
                for (view, fragment) in &views {
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

/// The app with some village profiles in it, and the address of the first.
async fn with_villages<'a>(
    browser: &'a Browser,
    site: &'a Site,
) -> Result<(App<'a>, String), Failure> {
    let app = App::open(browser, site, "#/filer").await?;
    app.is_ready().await?;
    let (file, first) = file_of(3)?;
    take_in(&app, &file).await?;
    Ok((app, format!("#/landsbyer/{first}")))
}

/// Takes in a workshop, moves this table on to its first result, and returns the workshop's address.
async fn with_workshop(app: &App<'_>) -> Result<String, Failure> {
    app.go("#/filer").await?;
    let (file, workshop) = full_hall::file_of(24, 18)?;
    take_in(app, &file).await?;
    let address = format!("#/workshop/{workshop}");
    app.go(&format!("{address}/koer")).await?;
    app.press("Resultat").await?;
    app.says_of_saving("saved").await?;
    Ok(address)
}

/// The pictures of the README.
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
    let (app, village) = with_villages(browser, site).await?;
    prefer(browser, "da", "light").await?;
    // The whole compass is to be seen.
    browser.resize(1200, 1150).await?;
    app.go(&village).await?;
    app.reload().await?;
    browser.driver.screenshot(&folder.join("village.png")).await?;
    let workshop = with_workshop(&app).await?;
    browser.resize(1600, 1000).await?;
    app.go(&format!("{workshop}/skaerm")).await?;
    app.reload().await?;
    browser.driver.screenshot(&folder.join("workshop.png")).await?;
    Ok(())
}

async fn prefer(browser: &Browser, language: &str, appearance: &str) -> Result<(), Failure> {
    let keep = format!(
        "localStorage.setItem('pejlemaerke/preferences', JSON.stringify({{ language: '{language}', appearance: '{appearance}' }}))"
    );
    browser.run(&keep).await?;
    Ok(())
}
