//! What workshops look like to everybody: no faults by axe-core, nothing too wide or too small, and minutes
//! that fit on two pages.

use super::TEMPLATE;
use crate::{engine, journey};
use pejlemaerke::document::RecordId;
use pejlemaerke_e2e::{
    Failure,
    browser::{Browser, axe, eventually},
    notes::take_in,
    workshops::{
        Role, Tablet,
        made::{PEOPLE, held},
    },
};
use serde_json::json;
use xtask::browsers::Engine;

const STAGES: [&str; 8] = [
    "Velkomst",
    "Stem",
    "Resultat",
    "Skriv sedler",
    "Saml sedler",
    "Prioriter",
    "Aftal",
    "Afslutning",
];
/// A template for each way to vote.
const TEMPLATES: [&str; 3] = [TEMPLATE, "Landsbyens kompas", "Et tema i dybden"];

/// What is too wide; and on a tablet, what is too small for a finger. The seven ratings do not fit beside
/// each other on a phone at 44 px each; that they have 24 px and room is looked at by axe-core.
const MISSHAPEN: &str = "
    const most = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth <= most ? [] : [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > most + 1).slice(0, 8).map((one) => `too wide: ${one.outerHTML.slice(0, 80)}`);
    const small = most < 600 ? [] : [...document.querySelectorAll('main button, main .button, main select, main summary, main label:has([type=radio], [type=checkbox])')]
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => box.height > 0 && (box.height < (one.matches('summary') ? 36 : 44) || box.width < 44))
        .map(([one, box]) => `too small: ${one.textContent.trim().slice(0, 40)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    return [...wide, ...small]";

/// Looks at views and gathers what is wrong.
struct Looking<'a> {
    hall: &'a Tablet<'a>,
    axe: String,
    /// How it looks at the moment.
    how: String,
    faults: Vec<String>,
}

impl Looking<'_> {
    async fn at(&mut self, what: &str) -> Result<(), Failure> {
        let app = &self.hall.app;
        // What a bar at the edge covers is scrolled into sight by whoever wants it.
        app.browser.run("scrollTo(0, 0); return true").await?;
        let mut found = app.faults(&self.axe).await?;
        let misshapen = app.browser.run(MISSHAPEN).await?;
        let misshapen = misshapen.as_array().into_iter().flatten();
        found.extend(misshapen.filter_map(|fault| fault.as_str().map(str::to_owned)));
        self.faults.extend(found.into_iter().map(|fault| format!("{what} {}: {fault}", self.how)));
        Ok(())
    }

    /// The workshop that was held, in every view and every stage.
    async fn at_all_of(&mut self, id: RecordId) -> Result<(), Failure> {
        let hall = self.hall;
        let address = format!("#/workshop/{id}");
        hall.app.go("#/workshop").await?;
        self.at("list").await?;
        hall.app.go(&address).await?;
        for step in ["2. Stem", "6. Prioriter"] {
            let open = format!(
                "const one = [...document.querySelectorAll('main summary')].find((one) => one.textContent.startsWith('{step}')); one?.parentElement.setAttribute('open', ''); return !!one"
            );
            eventually("the activity can be opened", async || {
                Ok(hall.app.browser.run(&open).await? == true)
            })
            .await?;
        }
        eventually("it is open", async || hall.has(Role::Field, "Hvad spørger du om?").await)
            .await?;
        self.at("prepare").await?;
        for stage in STAGES {
            hall.app.go(&format!("{address}/koer")).await?;
            hall.stage(stage).await?;
            if stage == "Saml sedler" {
                hall.tap("SpørgsmålHvad sker der med købmanden, når han går på pension?").await?;
                hall.sees("1 valgt").await?;
            }
            self.at(stage).await?;
            hall.app.go(&format!("{address}/skaerm")).await?;
            self.at(&format!("{stage} on the big screen")).await?;
        }
        for view in ["resultat", "referat"] {
            hall.app.go(&format!("{address}/{view}")).await?;
            // One of each that can be unfolded: what is out of sight is drawn only when it is seen.
            let unfold = "const first = new Map([...document.querySelectorAll('main summary')].reverse().map((one) => [one.textContent, one.parentElement]));
                first.forEach((one) => { one.open = true }); return [...first.values()].every((one) => one.children.length > 1)";
            eventually("it is unfolded", async || Ok(hall.app.browser.run(unfold).await? == true))
                .await?;
            self.at(view).await?;
        }
        Ok(())
    }

    /// A ballot of each sort, hands, and the moment between two people.
    async fn at_ballots(&mut self, addresses: &[String]) -> Result<(), Failure> {
        let hall = self.hall;
        for (template, address) in TEMPLATES.iter().zip(addresses) {
            hall.app.go(&format!("{address}/koer")).await?;
            hall.stage("Stem").await?;
            hall.choose("Tæl hænder").await?;
            hall.sees("tæl hænderne").await?;
            self.at(&format!("hands of {template}")).await?;
            hall.choose("På tabletten").await?;
            hall.take().await?;
            self.at(&format!("ballot of {template}")).await?;
            hall.tap("Stem blankt").await?;
            hall.sees("Giv tabletten videre.").await?;
            self.at(&format!("between two of {template}")).await?;
            hall.tap("Alle har stemt").await?;
        }
        Ok(())
    }
}

#[test]
fn axe_finds_nothing_on_any_view_of_workshops_light_or_dark_narrow_or_wide() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/filer").await?;
        let (place, id) = held()?;
        take_in(&hall.app, &place).await?;
        hall.app.sees_in(".report", "ting er lagt ind").await?;
        let mut addresses = Vec::new();
        for template in TEMPLATES {
            hall.app.go("#/workshop").await?;
            hall.tap(&format!("Brug skabelonen: {template}")).await?;
            eventually("it is begun", async || Ok(hall.app.fragment().await?.len() > 20)).await?;
            addresses.push(hall.app.fragment().await?);
        }
        hall.app.says_of_saving("saved").await?;
        let mut looking =
            Looking { hall: &hall, axe: axe()?, how: String::new(), faults: Vec::new() };
        for (appearance, width) in [("light", 320), ("dark", 820)] {
            let keep = format!(
                "localStorage.setItem('pejlemaerke/preferences', JSON.stringify({{ appearance: '{appearance}' }})); return true"
            );
            browser.run(&keep).await?;
            hall.app.reload().await?;
            hall.app.is_ready().await?;
            browser.resize(width, 1180).await?;
            looking.how = format!("{appearance} {width}");
            looking.at_all_of(id).await?;
            looking.at_ballots(&addresses).await?;
        }
        let faults = looking.faults;
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
        Ok(())
    });
}

/// How many sheets of A4 the page takes.
async fn sheets(browser: &Browser) -> Result<usize, Failure> {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let size = json!({"preferCSSPageSize": true, "printBackground": false});
    let pdf = browser.driver.cdp().send_raw("Page.printToPDF", size).await?;
    let pdf = pdf.get("data").and_then(serde_json::Value::as_str).unwrap_or_default();
    let pdf = STANDARD.decode(pdf)?;
    let text = String::from_utf8_lossy(&pdf);
    Ok(text.matches("/Type /Page\n").count().max(text.matches("/Type /Page ").count()))
}

#[test]
fn the_minutes_of_twelve_people_hold_what_matters_and_fit_on_two_sheets() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/filer").await?;
        let (place, id) = held()?;
        take_in(&hall.app, &place).await?;
        hall.app.sees_in(".report", "ting er lagt ind").await?;
        hall.app.go(&format!("#/workshop/{id}/referat")).await?;
        let people = format!("{PEOPLE} deltagere");
        for words in [
            "Borgermøde om Asferg i forsamlingshuset",
            "Ledet af Mette Æbelø",
            people.as_str(),
            "Skrive til kommunen om en cykelsti",
            "Borgerforeningen og Ane · januar 2027",
            "Sikker vej til skolen",
            "Der blev skrevet 14 sedler.",
        ] {
            hall.sees(words).await?;
        }
        // Only Chromium prints into a file here.
        if engine() == Engine::Chromium {
            let sheets = sheets(browser).await?;
            assert!((1..=2).contains(&sheets), "{sheets} sheets");
        }
        Ok(())
    });
}
