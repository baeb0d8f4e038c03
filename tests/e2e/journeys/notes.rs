//! Notes: written, found again, undone, deleted, handed on; in one tab and in two.

use crate::journey;
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, eventually},
    notes::{choose_file, file_of, last, take_in, texts, write},
    site::Site,
};

const MESSAGE: &str = ".messages";

#[test]
fn a_note_is_written_found_again_deleted_and_brought_back() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Spørg daginstitutionerne æøå").await?;
        app.reload().await?;
        app.is_ready().await?;
        assert_eq!(texts(&app).await?, ["Spørg daginstitutionerne æøå"]);
        app.press("Slet noten").await?;
        app.sees_in(MESSAGE, "Noten er slettet").await?;
        assert_eq!(app.count(".own-note").await?, 0);
        app.press("Fortryd").await?;
        eventually("the note is back", async || Ok(app.count(".own-note").await? == 1)).await?;
        app.press("Gentag").await?;
        eventually("it is gone again", async || Ok(app.count(".own-note").await? == 0)).await?;
        app.go("#/filer").await?;
        app.sees_in(".files-grid", "Spørg daginstitutionerne").await?;
        app.press("Hent tilbage").await?;
        app.sees_in(".files-grid", "Papirkurven er tom").await?;
        app.go("#/maal/1a").await?;
        eventually("the note is back", async || Ok(texts(&app).await?.len() == 1)).await
    });
}

#[test]
fn the_keys_for_undo_and_redo_work_outside_of_fields() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/2b").await?;
        write(&app, "Første").await?;
        browser.run("document.activeElement.blur(); document.querySelector('h1').focus()").await?;
        let press = |shift: bool| {
            format!(
                "document.querySelector('h1').dispatchEvent(new KeyboardEvent('keydown', {{ key: 'z', ctrlKey: true, shiftKey: {shift}, bubbles: true, cancelable: true }}))"
            )
        };
        browser.run(&press(false)).await?;
        app.sees_in(MESSAGE, "Fortrudt: ændring af note").await?;
        eventually("the text is gone", async || Ok(texts(&app).await? == [""])).await?;
        browser.run(&press(true)).await?;
        app.sees_in(MESSAGE, "Gentaget: ændring af note").await?;
        eventually("the text is back", async || Ok(texts(&app).await? == ["Første"])).await?;
        browser.run(&press(false)).await?;
        browser.run(&press(false)).await?;
        app.sees_in(MESSAGE, "Fortrudt: ny note").await?;
        browser.run(&press(false)).await?;
        app.sees_in(MESSAGE, "Der er intet at fortryde").await
    });
}

/// Opens the same goal in a second tab and returns both tabs' handles.
async fn second_tab(
    browser: &Browser,
    site: &Site,
) -> Result<(thirtyfour::WindowHandle, thirtyfour::WindowHandle), Failure> {
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second.clone()).await?;
    let app = App::open(browser, site, "#/maal/1a").await?;
    app.is_ready().await?;
    Ok((first, second))
}

#[test]
fn edits_to_different_fields_in_two_tabs_both_survive() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Teksten").await?;
        let (first, second) = second_tab(browser, site).await?;
        let by = browser.driver.find(thirtyfour::By::Css(".own-note input")).await?;
        by.send_keys("Ane").await?;
        app.says_of_saving("saved").await?;
        browser.driver.switch_to_window(first).await?;
        last(&app).await?.send_keys(" går videre").await?;
        app.says_of_saving("saved").await?;
        let name = "return document.querySelector('.own-note input').value";
        eventually("the name is here too", async || Ok(browser.run(name).await? == "Ane")).await?;
        browser.driver.switch_to_window(second).await?;
        app.reload().await?;
        app.is_ready().await?;
        assert_eq!(texts(&app).await?, ["Teksten går videre"]);
        assert_eq!(browser.run(name).await?, "Ane");
        assert_eq!(app.count(".conflict").await?, 0);
        Ok(())
    });
}

#[test]
fn the_same_field_in_two_tabs_is_a_conflict_in_both_until_it_is_settled() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Først").await?;
        let (first, second) = second_tab(browser, site).await?;
        browser.driver.switch_to_window(first.clone()).await?;
        // What this tab tells is lost on the way, as when two people type at the same moment.
        browser.run("BroadcastChannel.prototype.postMessage = () => {}").await?;
        last(&app).await?.send_keys(" herfra").await?;
        app.says_of_saving("saved").await?;
        browser.driver.switch_to_window(second.clone()).await?;
        last(&app).await?.send_keys(" derfra").await?;
        app.says_of_saving("saved").await?;
        for tab in [second.clone(), first] {
            browser.driver.switch_to_window(tab).await?;
            app.sees_in(".conflict", "Først herfra").await?;
            app.sees_in(".conflict", "Først derfra").await?;
        }
        app.go("#/filer").await?;
        app.sees_in(".files-grid", "Først").await?;
        browser.driver.switch_to_window(second).await?;
        app.press("Brug denne").await?;
        eventually("it is settled", async || Ok(app.count(".conflict").await? == 0)).await?;
        app.reload().await?;
        app.is_ready().await?;
        assert_eq!(app.count(".conflict").await?, 0);
        Ok(())
    });
}

#[test]
fn a_file_is_taken_in_once_and_twice_undone_and_restored_from_a_snapshot() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/filer").await?;
        let file = file_of(120)?;
        take_in(&app, &file).await?;
        app.sees_in(".report", "120 ting er lagt ind").await?;
        app.says_of_saving("saved").await?;
        app.sees_in(".files-grid", "Før en fil blev lagt ind").await?;
        choose_file(&app, &file).await?;
        app.sees_in(".incoming", "Alt i filen er her allerede").await?;
        app.press("Annuller").await?;
        app.sees_in(MESSAGE, "Intet er ændret").await?;
        app.go("#/maal/7g").await?;
        eventually("the notes are there", async || Ok(texts(&app).await?.len() == 120)).await?;
        app.reload().await?;
        app.is_ready().await?;
        eventually("they are kept", async || Ok(texts(&app).await?.len() == 120)).await?;
        app.go("#/filer").await?;
        // The snapshot is from before the file.
        let restore = "const all = [...document.querySelectorAll('.panel-list button')]; all[all.length - 1].click()";
        eventually("the snapshot is listed", async || {
            Ok(app.count(".panel-list button").await? == 1)
        })
        .await?;
        browser.run(restore).await?;
        app.sees_in(MESSAGE, "øjebliksbillede hentet tilbage").await?;
        app.go("#/maal/7g").await?;
        eventually("the notes are gone", async || Ok(texts(&app).await?.is_empty())).await?;
        browser.run("document.querySelector('h1').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))").await?;
        eventually("they are back", async || Ok(texts(&app).await?.len() == 120)).await
    });
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_in_words() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/filer").await?;
        let good = std::fs::read_to_string(file_of(3)?)?;
        let folder = xtask::project().join(format!("target/documents-{}", std::process::id()));
        let cases = [
            ("cut", good.get(..300).unwrap_or_default().to_owned(), "kun delvis hentet"),
            ("other", r#"{"type":"FeatureCollection"}"#.into(), "ikke en fil fra Pejlemærke"),
            ("vision", good.replace("randers-2021", "aarhus-2030"), "en anden vision"),
            ("newer", good.replace("\"min_reader\": 1", "\"min_reader\": 9"), "nyere version"),
            ("damaged", good.replace("\"alive\":true", "\"alive\":7"), "beskadiget"),
        ];
        for (name, text, words) in cases {
            let place = folder.join(format!("{name}.json"));
            std::fs::write(&place, text)?;
            choose_file(&app, &place).await?;
            app.sees_in(".report", words).await?;
            let kept = "return Object.keys(localStorage).filter(k => k.includes('record') || k.includes('pack')).length";
            assert_eq!(browser.run(kept).await?, 0, "{name}");
        }
        Ok(())
    });
}
