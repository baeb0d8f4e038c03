//! Storage as browsers really do it: blocked, full, damaged, written by a newer app, and an app that
//! has stopped.

use crate::journey;
use pejlemaerke_e2e::{
    app::App,
    browser::eventually,
    notes::{file_of, take_in, texts, write},
};
use serde_json::json;

const MESSAGES: &str = ".messages";
const RECORDS: &str =
    "return Object.keys(localStorage).filter(k => k.startsWith('pejlemaerke/record/'))";

#[test]
fn a_tab_without_storage_says_so_and_keeps_what_is_typed_while_another_tab_saves() {
    journey(async |browser, site| {
        site.block_storage()?;
        let app = App::open(browser, site, "?blocked#/maal/1a").await?;
        app.sees_in("main .banner", "ikke").await?;
        app.is_ready().await?;
        app.press("Skriv en note").await?;
        app.says_of_saving("not-saved").await?;
        pejlemaerke_e2e::notes::last(&app).await?.send_keys("Kun her").await?;
        app.sees_in(MESSAGES, "findes kun i denne fane").await?;
        app.sees_in(MESSAGES, "Gem alt som en fil").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        let other = App::open(browser, site, "#/maal/2b").await?;
        write(&other, "Gemt her").await?;
        browser.driver.switch_to_window(first).await?;
        assert_eq!(texts(&app).await?, ["Kun her"]);
        app.go("?blocked#/om").await?;
        app.go("?blocked#/maal/1a").await?;
        eventually("the note is still there", async || Ok(texts(&app).await? == ["Kun her"]))
            .await?;
        // Else the browser asks before it closes the tab.
        browser.run("window.onbeforeunload = null; addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)").await?;
        Ok(())
    });
}

#[test]
fn a_full_device_keeps_the_previous_values_and_the_journal_keeps_the_import() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Den gamle værdi").await?;
        let before =
            browser.run("return JSON.stringify(Object.entries(localStorage).sort())").await?;
        let fill = "let size = 1 << 20; for (let n = 0; size >= 256;) { try { localStorage.setItem('fill' + n, 'x'.repeat(size)); n++; } catch { size /= 2; } }";
        browser.run(fill).await?;
        app.go("#/filer").await?;
        take_in(&app, &file_of(2_000)?).await?;
        app.sees_in(".report", "2.000 ting er lagt ind").await?;
        app.sees_in(MESSAGES, "Pladsen").await?;
        app.says_of_saving("saved").await?;
        let rest = "return JSON.stringify(Object.entries(localStorage).filter(([k]) => !k.startsWith('fill')).sort())";
        assert_eq!(browser.run(rest).await?, before, "what was there stands, and nothing half");
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(".files-grid", "2.001 ting").await?;
        assert!(app.text(".files-grid").await?.contains("Gem alt som en fil"));
        app.go("#/maal/1a").await?;
        assert_eq!(texts(&app).await?, ["Den gamle værdi"]);
        Ok(())
    });
}

#[test]
fn what_cannot_be_read_is_set_aside_the_rest_loads_and_the_journal_heals_it() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Den ene").await?;
        write(&app, "Den anden").await?;
        let damage = "const key = Object.keys(localStorage).filter(k => k.startsWith('pejlemaerke/record/')).sort()[0]; localStorage.setItem(key, '{broken');
            localStorage.setItem('pejlemaerke/record/not-an-id', 'nonsense')";
        browser.run(damage).await?;
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(MESSAGES, "sat til side").await?;
        assert_eq!(texts(&app).await?, ["Den ene", "Den anden"]);
        app.go("#/filer").await?;
        app.sees_in(".files-grid", "record/not-an-id").await?;
        app.sees_in(".files-grid", "Gem som fil").await?;
        let kept = "return Object.entries(localStorage).filter(([k]) => k.includes('quarantine')).map(([, v]) => v).sort()";
        assert_eq!(browser.run(kept).await?, json!(["nonsense", "{broken"]));
        Ok(())
    });
}

#[test]
fn what_a_newer_app_has_written_is_only_read() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Før den nye udgave").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        let other = App::open(browser, site, "#/maal/1a").await?;
        other.is_ready().await?;
        other.browser.run("localStorage.setItem('pejlemaerke/format', '99')").await?;
        browser.driver.switch_to_window(first).await?;
        app.sees_in(MESSAGES, "Her kan du kun læse").await?;
        let records = browser.run(RECORDS).await?;
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(MESSAGES, "Her kan du kun læse").await?;
        assert_eq!(texts(&app).await?, ["Før den nye udgave"]);
        let locked = "return document.querySelector('.own-note textarea').readOnly && document.querySelector('.own-notes > .button').disabled";
        assert_eq!(browser.run(locked).await?, true);
        assert_eq!(browser.run(RECORDS).await?, records);
        Ok(())
    });
}

#[test]
fn an_app_that_has_stopped_says_so_and_the_recovery_page_has_everything() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1a").await?;
        write(&app, "Gemt før stoppet").await?;
        app.is_ready_offline().await?;
        // Firefox runs scripts of tests in a world of their own; the event must come from the page's.
        browser.run("const page = window.wrappedJSObject ?? window; page.dispatchEvent(new page.ErrorEvent('error', { error: new page.WebAssembly.RuntimeError('unreachable') }))").await?;
        app.sees_in("dialog.stopped", "Appen er gået i stå").await?;
        let cached = "return caches.match('recovery.html').then(Boolean)";
        eventually("the recovery page is kept", async || Ok(browser.run(cached).await? == true))
            .await?;
        site.cut();
        browser.run("location.href = document.querySelector('dialog.stopped a').href").await?;
        let gathered = "return window.pejlemaerkeRecovery ? pejlemaerkeRecovery.gather().then(all => JSON.stringify(all)) : ''";
        eventually("the recovery page stands", async || {
            // The page may just be on its way.
            Ok(browser.run(gathered).await.is_ok_and(|all| all != ""))
        })
        .await?;
        let all = browser.run(gathered).await?;
        let all: serde_json::Value = serde_json::from_str(all.as_str().unwrap_or_default())?;
        let local = all["local"].to_string();
        assert!(local.contains("Gemt før stoppet") && local.contains("pejlemaerke/rescued/"));
        assert!(all["journal"].to_string().contains("Gemt før stoppet"));
        Ok(())
    });
}
