//! Village profiles, as a local council drafts them: over weeks, offline, several people together.

use crate::{engine, journey};
use pejlemaerke::{village::words, vision::Language};
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, axe, eventually},
    files::{file, handed_out, watch},
    notes::{accept, choose_file, take_in},
    real_plan::{ACTIONS, CARRIED, PLACE, POINTS},
    site::Site,
    villages::file_of,
};
use serde_json::{Value, json};
use xtask::browsers::Engine;

/// Begins a profile of a place and stands in its first step.
async fn begin(app: &App<'_>, name: &str) -> Result<(), Failure> {
    app.go("#/landsbyer").await?;
    app.field("new-profile").await?.send_keys(name).await?;
    app.press("Begynd").await?;
    app.sees_heading("Stedet").await
}

/// Writes into the field with this label, in the last form that has one, as pasting does.
async fn write(app: &App<'_>, label: &str, text: &str) -> Result<(), Failure> {
    let (label, text) = (Value::from(label), Value::from(text));
    let script = format!(
        "const labels = [...document.querySelectorAll('main label[for]')].filter((one) => one.textContent.trim() === {label});
         const field = labels.length ? document.getElementById(labels.at(-1).htmlFor) : null;
         if (!field) return false;
         for (let up = field.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
         field.focus(); field.value = {text};
         field.dispatchEvent(new InputEvent(field.tagName === 'SELECT' ? 'change' : 'input', {{ bubbles: true }}));
         field.blur(); return true"
    );
    eventually(&format!("there is a field {label}"), async || {
        Ok(app.browser.run(&script).await? == true)
    })
    .await
}

/// Goes on to a step of the editor by its name in the list of steps.
async fn step(app: &App<'_>, name: &str) -> Result<(), Failure> {
    let name = Value::from(name);
    let script = format!(
        "const link = [...document.querySelectorAll('.village-steps a')].find((one) => one.hash.endsWith('/skriv/' + {name})); if (!link) return false; link.click(); return true"
    );
    eventually("the step is listed", async || Ok(app.browser.run(&script).await? == true)).await?;
    let arrived = format!(
        "return location.hash.endsWith('/skriv/' + {name}) && document.querySelector('main h1') !== null"
    );
    eventually("the step is open", async || Ok(app.browser.run(&arrived).await? == true)).await?;
    app.go(&app.fragment().await?).await
}

async fn rate(app: &App<'_>, which: &str, rating: u8) -> Result<(), Failure> {
    let script = format!(
        "const one = document.querySelector(\"input[name='{which}'][value='{rating}']\"); if (!one) return false; one.click(); return one.checked"
    );
    eventually("the rating can be given", async || Ok(app.browser.run(&script).await? == true))
        .await
}

/// The address of the profile that is open.
async fn profile(app: &App<'_>) -> Result<String, Failure> {
    let fragment = app.fragment().await?;
    Ok(fragment.split('/').take(3).collect::<Vec<_>>().join("/"))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is seen of an element, as text without line breaks.
async fn seen(app: &App<'_>, selector: &str) -> Result<String, Failure> {
    // WebKit reads line breaks of `white-space: pre-line` as blanks.
    Ok(plain(&app.text(selector).await?))
}

/// How many sheets of A4 the page takes.
async fn sheets(browser: &Browser) -> Result<usize, Failure> {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let size = json!({"preferCSSPageSize": true, "printBackground": false});
    let pdf = browser.driver.cdp().send_raw("Page.printToPDF", size).await?;
    let pdf = STANDARD.decode(text_of(&pdf, "data"))?;
    let text = String::from_utf8_lossy(&pdf);
    Ok(text.matches("/Type /Page\n").count().max(text.matches("/Type /Page ").count()))
}

async fn ready(browser: &Browser, site: &Site) -> Result<(), Failure> {
    let app = App::open(browser, site, "#/landsbyer").await?;
    app.is_ready().await
}

/// The plan of Mellerup (2017), of Havndal (2013) and of Albæk and Østrup (2013), as far as they are known,
/// put together into one: whatever a real plan says has a place.
#[test]
fn a_real_plan_is_drafted_offline_step_by_step_and_nothing_of_it_is_homeless() {
    journey(async |browser, site| {
        browser.resize(820, 1180).await?;
        ready(browser, site).await?;
        let app = App::open(browser, site, "#/landsbyer").await?;
        app.is_ready_offline().await?;
        app.is_ready().await?;
        site.cut();

        begin(&app, "Mellerup").await?;
        let address = profile(&app).await?;
        write(
            &app,
            "Kort fortalt",
            "En levende landsby mellem skov og fjord, hvor husene er til at betale.",
        )
        .await?;
        for (part, text) in PLACE.into_iter().filter(|(part, _)| *part != CARRIED.0) {
            write_part(&app, part, text).await?;
        }
        app.press("Tilføj et tal").await?;
        for (field, text) in [
            ("name", "Indbyggere"),
            ("amount", "1.200"),
            ("year", "2016"),
            ("source", "Besøgsrapport"),
            ("wished", "1300"),
            ("wished_by", "2020"),
        ] {
            write_field(&app, field, text).await?;
        }
        for (point, part, text) in POINTS {
            step(&app, point).await?;
            write_part(&app, &format!("{point}/{part}"), text).await?;
        }
        step(&app, "8a4").await?;
        rate(&app, "rating-now", 3).await?;
        rate(&app, "rating-wished", 6).await?;
        step(&app, "8a5").await?;
        for (rating, people) in [(3, "2"), (4, "5"), (6, "1")] {
            let script = format!(
                "const one = document.getElementById('tally-{rating}'); one.closest('details').open = true; one.value = '{people}'; one.dispatchEvent(new Event('input', {{ bubbles: true }})); return true"
            );
            app.browser.run(&script).await?;
        }
        app.sees_in(".group-rating [role='status']", "8 personer").await?;
        step(&app, "8a7").await?;
        app.press("Tilføj et partnerskab").await?;
        write_field(&app, "name", "De Nedre Byer").await?;
        write_field(&app, "about", "Albæk og Østrup, om Naturpark Randers Fjord").await?;

        step(&app, "handlinger").await?;
        write_actions(&app).await?;
        write_field(&app, "cost", "3.000.000").await?;
        // The last becomes the first but one.
        app.press("Flyt handling 5 op").await?;
        app.press("Flyt handling 4 op").await?;
        app.press("Flyt handling 3 op").await?;

        step(&app, "opsummering").await?;
        write_part(&app, CARRIED.0, CARRIED.1).await?;
        app.says_of_saving("saved").await?;
        app.go(&address).await?;
        let read = seen(&app, ".village-profile").await?;
        for (_, text) in PLACE {
            assert!(read.contains(&plain(text)), "missing: {text}\n{read}");
        }
        for (_, _, text) in POINTS {
            assert!(read.contains(text), "missing: {text}");
        }
        for words in [
            "Indbyggere",
            "1.200",
            "1.300",
            "3 af 7",
            "8 personer",
            "De Nedre Byer",
            "3.000.000 kr.",
        ] {
            assert!(read.contains(words), "missing: {words}\n{read}");
        }
        let order = "return [...document.querySelectorAll('.actions-read h3')].map((one) => one.textContent.trim())";
        let order = app.browser.run(order).await?;
        assert_eq!(order[1].as_str().unwrap_or_default(), ACTIONS[4].0);
        // Both ends of the red thread.
        app.go("#/maal/8a").await?;
        app.sees_in(".village-actions", "Mellerup").await?;
        app.go("#/landsbyer/roed-traad").await?;
        app.sees_in("main", "af 72 mål").await?;
        // All of it is still there after the page was loaded anew, without a network.
        app.go(&address).await?;
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(".village-profile", ACTIONS[0].0).await
    });
}

/// Writes the action plan, each action tied to a goal.
async fn write_actions(app: &App<'_>) -> Result<(), Failure> {
    for (number, (what, why, goal)) in ACTIONS.into_iter().enumerate() {
        app.press("Tilføj en handling").await?;
        eventually("the action is there", async || {
            Ok(app.count(".action-list > li").await? == number as u64 + 1)
        })
        .await?;
        write_field(app, "what", what).await?;
        write_field(app, "why", why).await?;
        write_field(app, "who", "Mellerup Bylaug").await?;
        let tie = format!(
            "const one = [...document.querySelectorAll('.threads select')].at(-1); one.value = '{goal}'; one.dispatchEvent(new Event('change', {{ bubbles: true }})); one.nextElementSibling.click(); return true"
        );
        app.browser.run(&tie).await?;
        let tied = format!(
            "return [...document.querySelectorAll('.action-list > li')].at(-1).querySelector(\".thread-list a[href$='/{goal}']\") !== null"
        );
        eventually("it is tied", async || Ok(app.browser.run(&tied).await? == true)).await?;
    }
    Ok(())
}

fn text_of<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Writes a text of the profile, found by the name that it has on the screen.
async fn write_part(app: &App<'_>, part: &str, text: &str) -> Result<(), Failure> {
    write(app, (words(Language::Da).passage)(part), text).await
}

/// Writes into the last field of a list that has this name.
async fn write_field(app: &App<'_>, field: &str, text: &str) -> Result<(), Failure> {
    let text = Value::from(text);
    let script = format!(
        "const field = [...document.querySelectorAll(\".village-item [id^='{field}-0']\")].filter((one) => /^(INPUT|TEXTAREA|SELECT)$/.test(one.tagName)).at(-1); if (!field) return false;
         field.focus(); field.value = {text}; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); field.blur(); return true"
    );
    eventually(&format!("there is a field {field}"), async || {
        Ok(app.browser.run(&script).await? == true)
    })
    .await
}

#[test]
fn two_drafts_of_one_profile_merge_field_by_field_and_look_alike_on_paper() {
    journey(async |browser, site| {
        let other_site = Site::start()?;
        ready(browser, site).await?;
        let app = App::open(browser, site, "#/landsbyer").await?;
        app.is_ready().await?;
        begin(&app, "Asferg").await?;
        let address = profile(&app).await?;
        write(&app, "Kontakt til lokalrådet", "Ane, tlf. 12 34 56 78").await?;
        write_part(&app, "history", "Her lå et mejeri.").await?;
        step(&app, "8a1").await?;
        rate(&app, "rating-now", 4).await?;
        app.says_of_saving("saved").await?;
        let begun = share(&app, &address, false).await?;
        assert!(begun.contains("Her lå et mejeri.") && !begun.contains("Ane"));

        ready(browser, &other_site).await?;
        let other = App::open(browser, &other_site, "#/filer").await?;
        other.is_ready().await?;
        take_in(&other, &file("begyndt.json", &begun)?).await?;
        other.go(&format!("{address}/skriv/sted")).await?;
        write_part(&other, "history", "Her lå et mejeri og en smedje.").await?;
        write_part(&other, "vision", "Flere børn i skolen.").await?;
        step(&other, "8a1").await?;
        let open = "const one = document.querySelector('details.comments'); if (one) one.open = true; return !!one";
        eventually("there is room for comments", async || {
            Ok(other.browser.run(open).await? == true)
        })
        .await?;
        other.press("Skriv en kommentar").await?;
        write_field(&other, "text", "Skal vi nævne købmanden?").await?;
        other.says_of_saving("saved").await?;
        let went_on = share(&other, &address, false).await?;

        let app = App::open(browser, site, &format!("{address}/skriv/sted")).await?;
        app.is_ready().await?;
        write_part(&app, "history", "Her lå et mejeri og en station.").await?;
        write_part(&app, "known", "Det gode sammenhold.").await?;
        app.says_of_saving("saved").await?;
        app.go("#/filer").await?;
        choose_file(&app, &file("videre.json", &went_on)?).await?;
        app.sees_in(".incoming", "Konflikt: 1").await?;
        app.sees_in(".is-conflict .sides", "smedje").await?;
        app.choose("Det, der står i filen").await?;
        accept(&app).await?;
        app.go(&address).await?;
        for words in ["smedje", "Flere børn i skolen.", "Det gode sammenhold.", "Ane, tlf."] {
            app.sees_in(".village-profile", words).await?;
        }

        app.sees_in(".village-comments", "Skal vi nævne købmanden?").await?;
        // For readers the profile goes out alone.
        let alone = share_alone(&app).await?;
        assert!(alone.contains("smedje") && !alone.contains("købmanden"), "{alone}");

        // The other takes the merged one: both see the same, on paper too.
        let merged = share(&app, &address, false).await?;
        let paper =
            if engine() == Engine::Chromium { Some(paper(&app, &address).await?) } else { None };
        let other = App::open(browser, &other_site, "#/filer").await?;
        other.is_ready().await?;
        take_in(&other, &file("samlet.json", &merged)?).await?;
        other.go(&address).await?;
        other.sees_in(".village-profile", "Det gode sammenhold.").await?;
        assert!(!seen(&other, ".village-profile").await?.contains("Ane"));
        if let Some(first) = paper {
            let second = self::paper(&other, &address).await?;
            assert!(first == second, "the two devices print different pictures");
        }
        Ok(())
    });
}

/// The picture of a profile as paper sees it, which the print preview shows.
async fn paper(app: &App<'_>, address: &str) -> Result<String, Failure> {
    let cdp = app.browser.driver.cdp();
    app.browser.resize(760, 1600).await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
    app.go(address).await?;
    app.browser.run("document.activeElement.blur(); scrollTo(0, 0); return true").await?;
    app.go(address).await?;
    let picture = cdp.send_raw("Page.captureScreenshot", json!({"format": "png"})).await?;
    cdp.send_raw("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
    Ok(text_of(&picture, "data").to_owned())
}

/// Shares a profile from its page; returns the file's text.
async fn share(app: &App<'_>, address: &str, with_names: bool) -> Result<String, Failure> {
    app.go(address).await?;
    watch(app).await?;
    let before = app.browser.run("return window.handedOut.length").await?.as_u64().unwrap_or(0);
    let open = "const share = document.querySelector('.share'); if (share) share.open = true; return !!share";
    eventually("the profile can be shared", async || Ok(app.browser.run(open).await? == true))
        .await?;
    let choose = format!(
        "const names = document.querySelector(\".share input[id^='share-names']\"); if (!names) return false; if (names.checked === {with_names}) names.click(); return true"
    );
    eventually("it can be said with or without names", async || {
        Ok(app.browser.run(&choose).await? == true)
    })
    .await?;
    app.press("Gem som fil").await?;
    let handed = handed_out(app, before + 1).await?;
    assert!(handed.name.starts_with("landsbyprofil-asferg"), "{}", handed.name);
    Ok(handed.text)
}

/// Shares the profile whose share form is open, without what is beside it; returns the file's text.
async fn share_alone(app: &App<'_>) -> Result<String, Failure> {
    watch(app).await?;
    let before = app.browser.run("return window.handedOut.length").await?.as_u64().unwrap_or(0);
    let open = "const share = document.querySelector('.share'); if (share) share.open = true; return !!share";
    eventually("the profile can be shared", async || Ok(app.browser.run(open).await? == true))
        .await?;
    let choose = "const one = document.querySelector(\".share input[id^='share-alone']\"); if (!one) return false; if (!one.checked) one.click(); return true";
    eventually("it can go out alone", async || Ok(app.browser.run(choose).await? == true)).await?;
    app.press("Gem som fil").await?;
    Ok(handed_out(app, before + 1).await?.text)
}

#[test]
fn forty_profiles_are_seen_at_once_compared_and_printed_on_two_to_six_sheets() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/filer").await?;
        app.is_ready().await?;
        let (place, first) = file_of(40)?;
        take_in(&app, &place).await?;
        app.go("#/landsbyer").await?;
        eventually("all are listed", async || Ok(app.count(".village-card").await? == 40)).await?;
        app.choose("Revision").await?;
        app.sees_in(".village-card h2", "Landsby 10").await?;
        app.go("#/landsbyer/sammenlign").await?;
        app.sees_in(".compare-table", "8a1").await?;
        app.go("#/landsbyer/roed-traad").await?;
        eventually("every village has a column", async || {
            Ok(app.count(".thread-table thead th").await? == 43)
        })
        .await?;
        let address = format!("#/landsbyer/{first}");
        app.go(&address).await?;
        app.sees_in(".village-profile h1", "Albæk").await?;
        if engine() == Engine::Chromium {
            let sheets = sheets(browser).await?;
            assert!((2..=6).contains(&sheets), "{sheets} sheets");
        }
        // A version, a change, and what differs.
        app.go(&format!("{address}/versioner")).await?;
        app.field("version-name").await?.send_keys("Vedtaget 2026").await?;
        app.press("Gem version").await?;
        app.sees_in(".version-list", "Vedtaget 2026").await?;
        app.sees_in("main", "Der er ingen forskel").await?;
        app.go(&format!("{address}/skriv/8a3")).await?;
        write(&app, "Ønsker", "Ti nye grunde.").await?;
        app.go(&format!("{address}/versioner")).await?;
        app.sees_in(".compare-table", "Ti nye grunde.").await?;
        // In front of everybody, by keyboard.
        app.go(&format!("{address}/vis")).await?;
        app.sees_in(".presentation h1", "Albæk").await?;
        app.key(thirtyfour::Key::Right).await?;
        app.sees_in(".presentation h1", "Kompas").await?;
        for _ in 0..5 {
            app.key(thirtyfour::Key::Right).await?;
        }
        app.sees_in(".presentation h1", "Identitet").await?;
        app.key(thirtyfour::Key::Escape).await?;
        app.sees_in(".village-profile h1", "Albæk").await?;
        // Deleted with all that belongs to it, and back in one go.
        app.press("Slet profilen").await?;
        eventually("it is gone", async || Ok(app.count(".village-card").await? == 39)).await?;
        app.press("Fortryd").await?;
        eventually("it is back", async || Ok(app.count(".village-card").await? == 40)).await
    });
}

#[test]
fn axe_finds_nothing_on_any_view_of_villages() {
    journey(async |browser, site| {
        let axe = axe()?;
        let app = App::open(browser, site, "#/landsbyer").await?;
        app.is_ready().await?;
        let mut faults = Vec::new();
        let mut look = async |app: &App<'_>, what: &str| -> Result<(), Failure> {
            let found = app.faults(&axe).await?;
            faults.extend(found.into_iter().map(|fault| format!("{what}: {fault}")));
            let wide = "const most = document.documentElement.clientWidth; if (document.documentElement.scrollWidth <= most) return '';
                return [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > most + 1).map((one) => one.tagName + '.' + one.getAttribute('class')).slice(0, 8).join(' ')";
            if let Some(wide) = browser.run(wide).await?.as_str().filter(|wide| !wide.is_empty()) {
                faults.push(format!("{what}: scrolls sideways: {wide}"));
            }
            Ok(())
        };
        look(&app, "empty").await?;
        app.go("#/filer").await?;
        let (place, first) = file_of(2)?;
        take_in(&app, &place).await?;
        let address = format!("#/landsbyer/{first}");
        for (appearance, width) in [("light", 320), ("dark", 1280)] {
            let keep = format!(
                "localStorage.setItem('pejlemaerke/preferences', JSON.stringify({{ appearance: '{appearance}' }})); return true"
            );
            browser.run(&keep).await?;
            app.reload().await?;
            app.is_ready().await?;
            browser.resize(width, 900).await?;
            for view in
                ["#/landsbyer", "#/landsbyer/sammenlign", "#/landsbyer/roed-traad", "#/maal/8a"]
            {
                app.go(view).await?;
                look(&app, &format!("{view} {appearance} {width}")).await?;
            }
            for rest in [
                "",
                "/skriv/sted",
                "/skriv/8a5",
                "/skriv/8a7",
                "/skriv/handlinger",
                "/skriv/opsummering",
                "/versioner",
                "/vis",
            ] {
                let view = format!("{address}{rest}");
                app.go(&view).await?;
                if rest == "/skriv/8a5" {
                    app.browser.run("document.querySelectorAll('main details').forEach((one) => { one.open = true }); return true").await?;
                }
                look(&app, &format!("{view} {appearance} {width}")).await?;
            }
        }
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
        Ok(())
    });
}
