//! Everybody can use it: no faults by axe-core, no sideways scrolling, targets large enough.

use crate::{engine, journey};
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, axe},
    files::file,
    measurements::file_of,
    notes::{accept, choose_file, write},
};
use xtask::browsers::Engine;

const VIEWS: [&str; 23] = [
    "#/",
    "#/omraade/2",
    "#/tema/1",
    "#/tema/e6",
    "#/maal/8a",
    "#/maal/5a",
    "#/maal",
    "#/soeg/skole",
    "#/ordlyd",
    "#/filer",
    "#/maal/1e",
    "#/maal/status/no-data",
    "#/tema/10",
    "#/maalinger",
    "#/maalinger/alle",
    "#/maalinger/mange",
    "#/maalinger/matrix",
    "#/maalinger/tid",
    "#/maalinger/sammenlign",
    "#/maalinger/saet",
    "#/maalinger/ny/1b",
    "#/om",
    "#/findes/ikke",
];

async fn appear(browser: &Browser, appearance: &str) -> Result<(), Failure> {
    let keep = format!(
        "localStorage.setItem('pejlemaerke/preferences', JSON.stringify({{ appearance: '{appearance}' }}))"
    );
    browser.run(&keep).await?;
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_view_light_or_dark_narrow_or_wide() {
    journey(async |browser, site| {
        let axe = axe()?;
        let app = App::open(browser, site, "").await?;
        let mut faults = Vec::new();
        for appearance in ["light", "dark", "contrast"] {
            appear(browser, appearance).await?;
            app.reload().await?;
            for width in [320, 1280] {
                browser.resize(width, 900).await?;
                for view in VIEWS {
                    app.go(view).await?;
                    let found = app.faults(&axe).await?;
                    faults.extend(
                        found
                            .into_iter()
                            .map(|fault| format!("{view} {appearance} {width}: {fault}")),
                    );
                }
            }
        }
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
        Ok(())
    });
}

#[test]
fn nothing_scrolls_sideways_at_320_pixels_or_with_text_twice_as_large() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        let mut wide = Vec::new();
        // Twice the text in 640 px is what zooming a window of 1280 px to 200 % gives.
        for (width, size) in [(320, "100%"), (640, "200%")] {
            browser.resize(width, 700).await?;
            for view in VIEWS {
                app.go(view).await?;
                browser.run(&format!("document.documentElement.style.fontSize = '{size}'")).await?;
                let excess = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
                if excess.as_i64() != Some(0) {
                    wide.push(format!("{view} at {width} px, {size}: {excess} px too wide"));
                }
            }
        }
        assert_eq!(wide, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn everything_that_is_pressed_is_large_enough() {
    // Links in running text are exempt (WCAG 2.2, 2.5.8); all others are 24 px at least, and the
    // app's own controls 44 px.
    const SMALL: &str = "return [...document.querySelectorAll('button, .places a, .button, .segment span, .rows a, .filter a, .search input, summary')]
        .filter(e => e.offsetParent !== null && !e.closest('.popover'))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, r]) => r.height > 0 && (r.height < (e.matches('summary') ? 36 : 44) || r.width < 44))
        .map(([e, r]) => `${e.tagName} ${e.textContent.trim().slice(0, 40)}: ${r.width}x${r.height}`)";
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        let width = if engine() == Engine::Chromium { 390 } else { 600 };
        browser.resize(width, 844).await?;
        for view in VIEWS {
            app.go(view).await?;
            let small = browser.run(SMALL).await?;
            assert_eq!(small, serde_json::json!([]), "{view}");
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_where_a_person_writes_in_conflict_and_after_a_deletion() {
    journey(async |browser, site| {
        let axe = axe()?;
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Først").await?;
        // Another copy of the note, from before what was written last, with words of its own.
        let fork = "const key = Object.keys(localStorage).find(k => k.startsWith('pejlemaerke/record/'));
            const record = JSON.parse(localStorage.getItem(key));
            const change = record.changes.find(c => c.set.text);
            // The lowest of all writers, so that what was written here stands in front.
            change.by = change.by.replace(/^.{8}/, '--------'); change.set.text = 'Derfra';
            const [writer, number] = change.by.split('.'); const seen = Object.values(record.seen)[0];
            record.seen = { [Object.keys(record.seen)[0]]: seen - 1, [writer]: Number(number) };
            new BroadcastChannel('pejlemaerke').postMessage(JSON.stringify([record]))";
        browser.run(fork).await?;
        app.sees_in(".conflict", "Derfra").await?;
        let mut faults = app.faults(&axe).await?;
        app.press("Slet noten").await?;
        app.sees_in(".messages", "Noten er slettet").await?;
        faults.extend(app.faults(&axe).await?);
        app.go("#/filer").await?;
        app.sees_in(".files-grid", "Først").await?;
        faults.extend(app.faults(&axe).await?);
        assert_eq!(faults, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_and_nothing_is_too_wide_where_files_come_in_and_go_out() {
    journey(async |browser, site| {
        let axe = axe()?;
        let app = App::open(browser, site, "#/filer").await?;
        app.is_ready().await?;
        let mut faults = Vec::new();
        let wide =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let mut look = async |what: &str| {
            for width in [320, 1280] {
                browser.resize(width, 900).await?;
                let found = app.faults(&axe).await?;
                faults.extend(found.into_iter().map(|fault| format!("{what} {width}: {fault}")));
                if browser.run(wide).await? != 0 {
                    faults.push(format!("{what} {width}: too wide"));
                }
            }
            Ok::<(), Failure>(())
        };
        let table = "Indikator;Dato;Værdi;Navn\n1e;2018;91;x\n1e;2019;mange;y\n";
        choose_file(&app, &file("axe.csv", table)?).await?;
        app.sees_in(".incoming", "1 af 2").await?;
        look("table").await?;
        app.press("Annuller").await?;
        choose_file(&app, &file_of(3)?.0).await?;
        app.sees_in(".incoming", "Nyt: 4").await?;
        let open =
            "document.querySelectorAll('.incoming details').forEach((all) => { all.open = true })";
        browser.run(open).await?;
        app.sees_in(".incoming .sides", "Filen").await?;
        look("preview").await?;
        accept(&app).await?;
        app.sees_in(".report", "4 ting er lagt ind").await?;
        look("taken in").await?;
        app.go("#/maalinger/saet").await?;
        let open = "document.querySelectorAll('.share').forEach((all) => { all.open = true })";
        browser.run(open).await?;
        app.press("Vis som QR-koder").await?;
        app.sees_in(".codes", "Kode nr.").await?;
        look("codes").await?;
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
        Ok(())
    });
}
