//! The council's own wording, laid beside the plain text.

use crate::journey;
use pejlemaerke::vision::Edition;
use pejlemaerke_e2e::{
    Failure,
    app::App,
    document::{SIGN, made_from},
};
use std::{fs, path::PathBuf};

fn document(name: &str, text: &str) -> Result<PathBuf, Failure> {
    let folder = xtask::project().join(format!("target/documents-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, text)?;
    Ok(path)
}

async fn open_file(app: &App<'_>, path: &std::path::Path) -> Result<(), Failure> {
    let input = app.browser.driver.find(thirtyfour::By::Css("input[type=file]")).await?;
    input.send_keys(path.to_string_lossy().as_ref()).await?;
    Ok(())
}

#[test]
fn a_document_is_opened_read_kept_and_removed() {
    journey(async |browser, site| {
        let text = made_from(&Edition::embedded()?);
        let app = App::open(browser, site, "#/ordlyd").await?;
        open_file(&app, &document("vision.txt", &text)?).await?;
        app.sees_in("#adopted-result", "17 af 17 temaer og 72 af 72 mål").await?;

        app.go("#/maal/5d").await?;
        app.sees_in(".goal-promise .adopted", SIGN).await?;
        app.choose("Klart sprog").await?;
        app.sees_heading("Sløjfen er").await?;
        assert_eq!(app.count(".goal-promise .adopted").await?, 0);
        app.choose("Vedtaget").await?;
        app.sees_in(".goal-promise .adopted", SIGN).await?;
        app.reload().await?;
        app.sees_in(".goal-promise .adopted", SIGN).await?;

        app.go("#/ordlyd").await?;
        app.press("Fjern ordlyden fra enheden").await?;
        app.sees_in(".message", "fjernet").await?;
        app.press("Fortryd").await?;
        app.sees_in("#adopted-result", "72 af 72 mål").await?;
        app.press("Fjern ordlyden fra enheden").await?;
        app.reload().await?;
        app.sees_in(".opening", "Åbn en tekstfil").await
    });
}

#[test]
fn a_document_can_be_pasted() {
    journey(async |browser, site| {
        let text = made_from(&Edition::embedded()?);
        let app = App::open(browser, site, "#/ordlyd").await?;
        let paste = format!(
            "const field = document.getElementById('pasted'); field.value = {};
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
            serde_json::Value::from(text)
        );
        browser.run(&paste).await?;
        app.press("Læs den indsatte tekst").await?;
        app.sees_in("#adopted-result", "72 af 72 mål").await
    });
}

#[test]
fn a_document_dropped_on_any_view_is_opened() {
    journey(async |browser, site| {
        let text = made_from(&Edition::embedded()?);
        let app = App::open(browser, site, "#/tema/3").await?;
        app.is_ready().await?;
        let drop = format!(
            "const data = new DataTransfer(); data.items.add(new File([{}], 'vision.txt', {{ type: 'text/plain' }}));
             document.querySelector('main').dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }}));",
            serde_json::Value::from(text)
        );
        browser.run(&drop).await?;
        app.sees_in("#adopted-result", "72 af 72 mål").await
    });
}

#[test]
fn documents_of_another_kind_are_refused_in_a_sentence() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/ordlyd").await?;
        let sample = include_str!("../../fixtures/adopted-sample.txt");
        let refused = [
            (
                "minutes.txt",
                "Referat af mødet den 3. maj.\nTil stede var alle.\n",
                "Det må være et andet dokument",
            ),
            ("another-vision.txt", sample, "af de 17 temaer"),
            ("vision.pdf", "%PDF-1.7 \u{1}\u{2}", "Den er en PDF"),
            ("empty.txt", " \n", "Den er tom"),
        ];
        for (name, text, sentence) in refused {
            open_file(&app, &document(name, text)?).await?;
            app.sees_in(".note.is-refusal", sentence).await?;
            assert_eq!(app.count("#adopted-result").await?, 0, "{name} was taken into use");
        }
        Ok(())
    });
}
