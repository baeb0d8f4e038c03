//! Files that go from device to device: handed on, looked at, taken in, merged, taken back.

use crate::journey;
use pejlemaerke::exchange::{
    qr::draw,
    series::{Sender, pack},
};
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, eventually},
    files::{choose_files, file, share_set},
    measurements::file_of,
    notes::{accept, choose_file, take_in},
    site::Site,
};
use std::path::{Path, PathBuf};
use xtask::browsers::Engine;

/// Enters an observation of parents' satisfaction.
async fn observe(app: &App<'_>, value: &str, when: &str, owner: &str) -> Result<(), Failure> {
    app.go("#/maalinger/ny/1e").await?;
    app.field("entry-value").await?.send_keys(value).await?;
    app.field("entry-when").await?.send_keys(when).await?;
    app.browser
        .run("document.querySelectorAll('form.form details').forEach((all) => { all.open = true })")
        .await?;
    app.field("entry-owner").await?.send_keys(owner).await?;
    app.press("Gem målingen").await?;
    app.sees_in(".messages", "Ny måling").await?;
    app.says_of_saving("saved").await
}

/// Opens the observation with this value to change it, and changes the value.
async fn correct(app: &App<'_>, shown: &str, value: &str) -> Result<(), Failure> {
    app.go("#/maalinger/alle").await?;
    let find = format!(
        "const row = [...document.querySelectorAll('.list-row')].find((row) => row.querySelector('.list-value').textContent.startsWith('{shown}'));
         if (row) location.hash = row.querySelector('a').hash; return !!row"
    );
    eventually("the observation is listed", async || Ok(app.browser.run(&find).await? == true))
        .await?;
    let field = app.field("entry-value").await?;
    field.clear().await?;
    field.send_keys(value).await?;
    app.press("Gem målingen").await?;
    app.sees_in(".messages", "Ændring af måling").await?;
    app.says_of_saving("saved").await
}

async fn values(app: &App<'_>) -> Result<Vec<String>, Failure> {
    app.go("#/maalinger/alle").await?;
    app.sees_in(".filter-result", "måling").await?;
    let script = "return [...document.querySelectorAll('.list-value')].map((cell) => cell.textContent.trim()).sort()";
    let found = app.browser.run(script).await?;
    let values = found.as_array().cloned().unwrap_or_default();
    Ok(values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect())
}

/// A device of its own: what a browser keeps belongs to the address it was kept under.
async fn device<'a>(browser: &'a Browser, site: &'a Site) -> Result<App<'a>, Failure> {
    let app = App::open(browser, site, "#/filer").await?;
    app.is_ready().await?;
    Ok(app)
}

#[test]
fn a_set_goes_round_three_devices_and_the_last_one_holds_everything() {
    journey(async |browser, site| {
        let (second_site, third_site) = (Site::start()?, Site::start()?);
        let first = device(browser, site).await?;
        observe(&first, "90", "2019", "Anna").await?;
        let begun = share_set(&first, "json", true).await?;
        assert!(begun.name.starts_with("maalesaet-"), "{}", begun.name);
        assert!(Path::new(&begun.name).extension().is_some_and(|end| end == "json"));

        let second = device(browser, &second_site).await?;
        take_in(&second, &file("begun.json", &begun.text)?).await?;
        second.sees_in(".report", "2 ting er lagt ind").await?;
        correct(&second, "90", "91").await?;
        observe(&second, "88", "2020", "Bo").await?;
        let went_on = share_set(&second, "json", true).await?;

        let first = device(browser, site).await?;
        correct(&first, "90", "92").await?;
        let corrected = share_set(&first, "json", true).await?;

        let third = device(browser, &third_site).await?;
        take_in(&third, &file("corrected.json", &corrected.text)?).await?;
        third.sees_in(".report", "2 ting er lagt ind").await?;
        third.go("#/filer").await?;
        let went_on = file("went-on.json", &went_on.text)?;
        choose_file(&third, &went_on).await?;
        third.sees_in(".incoming", "Konflikt: 1").await?;
        third.sees_in(".incoming", "Nyt: 1").await?;
        third.sees_in(".is-conflict .sides", "92").await?;
        third.sees_in(".is-conflict .sides", "91").await?;
        third.choose("Det, der står i filen").await?;
        accept(&third).await?;
        third.sees_in(".report", "2 ting er lagt ind").await?;
        assert_eq!(values(&third).await?, ["88\u{a0}%", "91\u{a0}%"]);
        let settled = share_set(&third, "json", true).await?;

        // The first takes it back: what was settled there counts here too, without another conflict.
        let first = device(browser, site).await?;
        let settled = file("settled.json", &settled.text)?;
        choose_file(&first, &settled).await?;
        first.sees_in(".incoming", "Ændret: 1").await?;
        assert_eq!(first.count(".incoming-group.is-conflict").await?, 0);
        accept(&first).await?;
        first.sees_in(".report", "2 ting er lagt ind").await?;
        assert_eq!(values(&first).await?, ["88\u{a0}%", "91\u{a0}%"]);
        // The same once more changes nothing.
        first.go("#/filer").await?;
        choose_file(&first, &settled).await?;
        first.sees_in(".incoming", "Alt i filen er her allerede").await
    });
}

#[test]
fn a_conflict_left_for_later_is_settled_from_the_list() {
    journey(async |browser, site| {
        let other_site = Site::start()?;
        let first = device(browser, site).await?;
        observe(&first, "90", "2019", "Anna").await?;
        let begun = share_set(&first, "json", true).await?;
        correct(&first, "90", "92").await?;
        let other = device(browser, &other_site).await?;
        take_in(&other, &file("begun-2.json", &begun.text)?).await?;
        other.sees_in(".report", "2 ting er lagt ind").await?;
        correct(&other, "90", "91").await?;
        let changed = share_set(&other, "json", true).await?;
        let first = device(browser, site).await?;
        choose_file(&first, &file("changed-2.json", &changed.text)?).await?;
        first.sees_in(".incoming", "Konflikt: 1").await?;
        accept(&first).await?;
        first.sees_in(".report", "1 ting er lagt ind").await?;
        first.sees_in(".conflicts", "Hvad skal gælde").await?;
        let open = "document.querySelector('.conflicts details').open = true";
        browser.run(open).await?;
        first.sees_in(".conflicts .conflict", "91").await?;
        first.press("Brug denne").await?;
        first.sees_in(".conflicts", "Ingen konflikter").await
    });
}

#[test]
fn an_import_is_taken_back_in_one_go_also_after_a_reload() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        observe(&app, "90", "2019", "Anna").await?;
        app.go("#/filer").await?;
        take_in(&app, &file_of(30)?.0).await?;
        app.sees_in(".report", "31 ting er lagt ind").await?;
        app.says_of_saving("saved").await?;
        // Something else is done since.
        observe(&app, "89", "2018", "Anna").await?;
        app.reload().await?;
        app.go("#/filer").await?;
        app.sees_in(".files-grid", "34 ting").await?;
        app.press("Fortryd det, der sidst blev lagt ind").await?;
        app.sees_in(".messages", "Fortrudt").await?;
        app.says_of_saving("saved").await?;
        app.reload().await?;
        app.go("#/maalinger/saet").await?;
        // What was entered since is still there, though the set it was put into came with the file.
        eventually("two sets are left", async || Ok(app.count(".sets textarea").await? == 2))
            .await?;
        Ok(())
    });
}

#[test]
fn several_files_give_one_preview_and_are_taken_back_as_one() {
    journey(async |browser, site| {
        let other_site = Site::start()?;
        let first = device(browser, site).await?;
        observe(&first, "90", "2019", "Anna").await?;
        let begun = share_set(&first, "json", true).await?;
        correct(&first, "90", "92").await?;
        observe(&first, "88", "2020", "Bo").await?;
        let went_on = share_set(&first, "json", true).await?;

        let app = device(browser, &other_site).await?;
        let packed = file("together-c.zip", "")?;
        std::fs::write(&packed, b"PK\x03\x04\x14\0")?;
        let files = [
            file("together-a.json", &went_on.text)?,
            file("together-b.json", &begun.text)?,
            packed,
            file("together-d.json", &begun.text)?,
            file("together-e.csv", "Dato;Værdi\n2018;91\n")?,
        ];
        choose_files(&app, &files).await?;
        app.sees_in(".incoming", "Det vil filerne ændre").await?;
        app.sees_in(".incoming", "2 af 5 filer").await?;
        app.sees_in(".incoming", "Et målesæt, gemt").await?;
        app.sees_in(".incoming", "Udeladt: Den er en zip-fil").await?;
        app.sees_in(".incoming", "Samme fil som together-b.json").await?;
        app.sees_in(".incoming", "Udeladt: Den ligner en tabel").await?;
        app.sees_in(".incoming", "Nyt: 3").await?;
        assert_eq!(app.count(".incoming-group.is-conflict").await?, 0);
        accept(&app).await?;
        app.sees_in(".report", "3 ting er lagt ind fra 2 filer").await?;
        assert_eq!(values(&app).await?, ["88\u{a0}%", "92\u{a0}%"]);
        app.go("#/filer").await?;
        choose_files(&app, files.get(..2).unwrap_or_default()).await?;
        app.sees_in(".incoming", "Alt i filerne er her allerede").await?;
        app.press("Annuller").await?;
        app.press("Fortryd det, der sidst blev lagt ind").await?;
        app.sees_in(".messages", "Fortrudt").await?;
        app.go("#/maalinger/saet").await?;
        eventually("no set is left", async || Ok(app.count(".sets textarea").await? == 0)).await
    });
}

#[test]
fn several_files_of_which_none_can_be_read_change_nothing() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        let files: [(&str, &[u8]); 2] =
            [("none.png", b"\x89PNG\r\n\x1a\n"), ("none.html", b"<!doctype html><p>x")];
        let mut places = Vec::new();
        for (name, bytes) in files {
            let place = file(name, "")?;
            std::fs::write(&place, bytes)?;
            places.push(place);
        }
        choose_files(&app, &places).await?;
        app.sees_in(".report", "Filen er ikke lagt ind. Den er et billede").await?;
        app.sees_in(".report", "Ingen af de 2 filer").await?;
        let many: Result<Vec<PathBuf>, Failure> =
            (0..21).map(|number| file(&format!("many-{number}.json"), "{}")).collect();
        choose_files(&app, &many?).await?;
        app.sees_in(".report", "Vælg højst 20 filer").await?;
        app.sees_in(".files-grid", "0 ting").await
    });
}

#[test]
fn single_things_are_taken_in_and_the_rest_left() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        choose_file(&app, &file_of(3)?.0).await?;
        app.sees_in(".incoming", "Nyt: 4").await?;
        assert_eq!(browser.run("return Object.keys(localStorage).filter((key) => key.includes('record') || key.includes('pack')).length").await?, 0);
        app.press("Vælg ingen").await?;
        app.sees_in(".incoming", "Intet valgt").await?;
        let choose = "document.querySelectorAll('.incoming-list input')[1].click()";
        browser.run(choose).await?;
        app.press("Læg 1 ting ind").await?;
        app.sees_in(".report", "1 ting er lagt ind").await?;
        app.sees_in(".files-grid", "2 ting").await
    });
}

#[test]
fn without_names_no_name_is_in_the_file_and_none_is_lost_when_it_comes_back() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        observe(&app, "90", "2019", "Anna Ægidius").await?;
        for form in ["json", "csv", "csv-point"] {
            let named = share_set(&app, form, true).await?;
            assert!(named.text.contains("Anna Ægidius"), "{form}");
            let nameless = share_set(&app, form, false).await?;
            assert!(!nameless.text.contains("Anna"), "{form}");
            assert!(nameless.text.contains("2019"), "{form}");
            app.go("#/filer").await?;
            let end = form.split('-').next().unwrap_or(form);
            choose_file(&app, &file(&format!("nameless.{end}"), &nameless.text)?).await?;
            if end == "csv" {
                app.press("Vis, hvad der vil ændres").await?;
            }
            app.sees_in(".incoming", "Alt i filen er her allerede").await?;
            app.press("Annuller").await?;
        }
        app.go("#/maal/1e").await?;
        app.sees_in(".series-table", "Anna Ægidius").await
    });
}

#[test]
fn a_table_goes_out_to_a_spreadsheet_and_comes_back_changed() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        observe(&app, "90,5", "2019", "=Anna").await?;
        let table = share_set(&app, "csv", true).await?;
        assert!(Path::new(&table.name).extension().is_some_and(|end| end == "csv"));
        assert!(table.text.starts_with('\u{feff}'));
        assert!(table.text.contains(";90,5;") && table.text.contains("'=Anna"), "{}", table.text);
        let changed = table.text.replace(";90,5;", ";91,5;")
            + ";;1e;;;2020;88;;;;;;;Rapport;;;;;\r\n;;xx;;;2021;mange;;;;;;;;;;;;\r\n";
        app.go("#/filer").await?;
        choose_file(&app, &file("changed.csv", &changed)?).await?;
        app.sees_in(".incoming", "Rækker, der kan læses: 2 af 3").await?;
        app.sees_in(".incoming", "Linje 4").await?;
        app.sees_in(".incoming", "»xx«").await?;
        app.press_box("leave-out").await?;
        app.press("Vis, hvad der vil ændres").await?;
        app.sees_in(".incoming", "Ændret: 1").await?;
        app.sees_in(".incoming", "Nyt: 1").await?;
        accept(&app).await?;
        app.sees_in(".report", "2 ting er lagt ind").await?;
        assert_eq!(values(&app).await?, ["88\u{a0}%", "91,5\u{a0}%"]);
        app.go("#/maal/1e").await?;
        app.sees_in(".series-table", "=Anna").await
    });
}

#[test]
fn a_table_of_open_sdg_is_read_with_its_main_figures_alone() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        let table = "Year,Sex,Units,Value\n2018,,%,91\n2018,F,%,92\n2019,,%,90.5\n";
        choose_file(&app, &file("indicator_1-2-1.csv", table)?).await?;
        app.sees_in(".incoming", "Open SDG").await?;
        app.sees_in(".incoming", "1 række gælder kun en undergruppe").await?;
        app.choose_option("table-indicator", "1e").await?;
        app.sees_in(".incoming .filter-result", "2 af 3").await?;
        app.press("Vis, hvad der vil ændres").await?;
        app.sees_in(".incoming", "Nyt: 3").await?;
        accept(&app).await?;
        app.sees_in(".report", "3 ting er lagt ind").await?;
        assert_eq!(values(&app).await?, ["90,5\u{a0}%", "91\u{a0}%"]);
        Ok(())
    });
}

#[test]
fn a_file_is_pasted_as_text_and_a_large_one_can_be_cancelled() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        let (small, _) = file_of(2)?;
        let text = serde_json::Value::from(std::fs::read_to_string(small)?);
        let paste = format!(
            "const text = {text}; const data = new DataTransfer(); data.setData('text/plain', text);
             document.body.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, data: text, dataType: 'text/plain', bubbles: true, cancelable: true }}))"
        );
        browser.run(&paste).await?;
        app.sees_in(".incoming", "Nyt: 3").await?;
        app.sees_in(".incoming", "Indsat tekst").await?;
        app.press("Annuller").await?;
        eventually("it is put away", async || Ok(app.count(".incoming").await? == 0)).await?;
        // As soon as its progress is seen, it is cancelled.
        let cancel = "new MutationObserver((_, observer) => {
            const button = document.querySelector('.incoming[aria-busy] .button');
            if (button) { observer.disconnect(); button.click(); window.wasCancelled = true; }
        }).observe(document.body, { childList: true, subtree: true })";
        browser.run(cancel).await?;
        choose_file(&app, &file_of(8_000)?.0).await?;
        eventually("it is cancelled", async || {
            Ok(browser.run("return !!window.wasCancelled").await? == true)
        })
        .await?;
        app.sees_in(".messages", "Annulleret").await?;
        eventually("it is put away", async || Ok(app.count(".incoming").await? == 0)).await?;
        app.sees_in(".files-grid", "0 ting").await
    });
}

#[test]
fn files_of_other_programs_are_refused_in_a_sentence_of_their_own() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        let files: [(&str, &[u8], &str); 8] = [
            ("a.zip", b"PK\x03\x04\x14\0", "Den er en zip-fil"),
            ("a.png", b"\x89PNG\r\n\x1a\n", "Den er et billede"),
            ("a.html", b"<!doctype html><p>x", "Den er en webside"),
            ("a-utf16.json", b"\xff\xfe{\0}\0", "UTF-16"),
            ("a-latin1.json", b"{\"m\xe5l\": 1}", "UTF-8"),
            ("a-null.json", b"{\"a\": \"\0\"}", "Den er ikke tekst"),
            ("twice.json", b"{\"format\": \"x\", \"format\": \"y\"}", "det samme felt"),
            ("a.csv", b"Navn;Farve\nx;y\n", "Indikator, Dato"),
        ];
        for (name, bytes, words) in files {
            let place = file(name, "")?;
            std::fs::write(&place, bytes)?;
            choose_file(&app, &place).await?;
            app.sees_in(".report", words).await?;
        }
        app.sees_in(".files-grid", "0 ting").await
    });
}

/// A film of the codes of a series, five a second, some of them missed.
fn film(text: &str) -> Result<PathBuf, Failure> {
    const WIDTH: usize = 640;
    const HEIGHT: usize = 480;
    let sender = Sender::new(&pack(text)).ok_or("the text is too long for codes")?;
    let blocks = u32::try_from(sender.blocks())?;
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F5:1 Ip A1:1 C420jpeg\n").into_bytes();
    for number in (0..blocks + 20).filter(|number| number % 4 != 2) {
        let code = draw(&sender.frame(number)).ok_or("no code")?;
        let pixels = HEIGHT / (code.size + 8);
        let (left, top) = ((WIDTH - code.size * pixels) / 2, (HEIGHT - code.size * pixels) / 2);
        film.extend(b"FRAME\n");
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                let module = |at: usize, begin: usize| at.checked_sub(begin).map(|at| at / pixels);
                let place = module(x, left).zip(module(y, top));
                let is_dark = place.is_some_and(|(x, y)| y < code.size && code.is_dark(x, y));
                film.push(if is_dark { 40 } else { 210 });
            }
        }
        film.resize(film.len() + WIDTH * HEIGHT / 2, 128);
    }
    let place = file("codes.y4m", "")?;
    std::fs::write(&place, film)?;
    Ok(place)
}

#[test]
fn a_set_is_handed_over_by_codes_that_a_camera_reads() {
    journey(async |browser, site| {
        if crate::engine() != Engine::Chromium {
            // The others can be given no camera; where it is refused, the file is the way.
            return Ok(());
        }
        let sender = device(browser, site).await?;
        observe(&sender, "90", "2019", "Anna").await?;
        observe(&sender, "88", "2020", "Bo").await?;
        let shared = share_set(&sender, "json", true).await?;
        sender.press("Vis som QR-koder").await?;
        sender.sees_in(".codes", "Kode nr. 2").await?;
        assert_eq!(sender.count(".codes > svg").await?, 1);
        let other_site = Site::start()?;
        let seeing = Browser::start_with_camera(&film(&shared.text)?).await?;
        let result = async {
            let receiver = device(&seeing, &other_site).await?;
            receiver.browser.run("document.querySelector('.camera-share').open = true").await?;
            receiver.press("Tænd kameraet").await?;
            receiver.sees_in(".incoming", "Nyt: 3").await?;
            accept(&receiver).await?;
            receiver.sees_in(".report", "3 ting er lagt ind").await?;
            assert_eq!(values(&receiver).await?, ["88\u{a0}%", "90\u{a0}%"]);
            Ok::<(), Failure>(())
        };
        let result = result.await;
        seeing.quit().await?;
        result
    });
}

#[test]
fn where_there_is_no_camera_the_file_is_offered_instead() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        browser.run("navigator.mediaDevices && (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))); document.querySelector('.camera-share').open = true").await?;
        app.press("Tænd kameraet").await?;
        app.sees_in(".camera", "Brug en fil i stedet").await
    });
}

#[test]
fn a_file_is_handed_to_the_systems_share_sheet_where_that_takes_files() {
    journey(async |browser, site| {
        let app = device(browser, site).await?;
        observe(&app, "90", "2019", "Anna").await?;
        app.go("#/maalinger/saet").await?;
        // No share sheet opens where nobody sits; what the app hands it is looked at instead.
        let sheet = "Navigator.prototype.canShare = (data) => data.files.length === 1;
            Navigator.prototype.share = async (data) => { const [file] = data.files; window.sheet = file.name + ' ' + file.type + ' ' + await file.text(); };
            document.querySelector('.sets .share').open = true";
        browser.run(sheet).await?;
        app.press("Send …").await?;
        app.sees_in(".messages", "givet videre").await?;
        let sent = browser.run("return window.sheet").await?;
        let sent = sent.as_str().unwrap_or_default();
        assert!(sent.starts_with("maalesaet-") && sent.contains("application/json"), "{sent}");
        assert!(sent.contains("pejlemaerke/measurement-set") && sent.contains("Anna"), "{sent}");
        Ok(())
    });
}

#[test]
fn a_file_that_the_system_opens_with_the_app_is_shown() {
    journey(async |browser, site| {
        if crate::engine() != Engine::Chromium {
            // The others do not open files with installed apps.
            return Ok(());
        }
        let queue = "Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (take) => { window.opened = take; } } })";
        let script = serde_json::json!({ "source": queue });
        browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        let app = device(browser, site).await?;
        let text = serde_json::Value::from(std::fs::read_to_string(file_of(2)?.0)?);
        let open = format!(
            "opened({{ files: [{{ getFile: async () => new File([{text}], 'handed-on.json') }}] }})"
        );
        browser.run(&open).await?;
        app.sees_in(".incoming", "handed-on.json").await?;
        app.sees_in(".incoming", "Nyt: 3").await
    });
}
