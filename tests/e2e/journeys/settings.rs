//! Language and appearance, remembered and shared between tabs.

use crate::journey;
use pejlemaerke_e2e::{app::App, browser::eventually};

const BACKGROUND: &str = "return getComputedStyle(document.body).backgroundColor";

#[test]
fn the_language_is_switched_in_one_press_and_remembered() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/5d").await?;
        app.sees_in(".facts", "Frist").await?;
        app.press("English").await?;
        app.sees_in(".facts", "Deadline").await?;
        assert_eq!(browser.run("return document.documentElement.lang").await?, "en");
        app.reload().await?;
        app.sees_in(".facts", "Deadline").await?;
        app.press("Dansk").await?;
        app.sees_in(".facts", "Frist").await
    });
}

#[test]
fn the_appearance_is_chosen_and_remembered() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.press("Sprog og udseende").await?;
        app.choose("Mørkt").await?;
        eventually("the page is dark", async || {
            Ok(browser.run(BACKGROUND).await? == "rgb(11, 27, 33)")
        })
        .await?;
        app.reload().await?;
        assert_eq!(browser.run(BACKGROUND).await?, "rgb(11, 27, 33)");
        app.press("Sprog og udseende").await?;
        app.choose("Høj kontrast").await?;
        eventually("the contrast is high", async || {
            let colour = browser.run(BACKGROUND).await?;
            Ok(colour == "rgb(255, 255, 255)" || colour == "rgb(0, 0, 0)")
        })
        .await
    });
}

#[test]
fn a_choice_in_one_tab_is_seen_in_the_other() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        let other = App::open(browser, site, "#/om").await?;
        other.sees_heading("Om Pejlemærke").await?;
        other.press("English").await?;
        other.sees_heading("About Pejlemærke").await?;
        browser.driver.switch_to_window(first).await?;
        browser.driver.enter_default_frame().await?;
        app.sees_heading("72 promises for 2021").await
    });
}

#[test]
fn what_was_pasted_outlives_a_change_of_language_and_of_appearance() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/ordlyd").await?;
        app.field("pasted").await?.send_keys("Tema 1").await?;
        app.press("English").await?;
        app.sees_heading("The city council’s own wording").await?;
        app.press("Language and appearance").await?;
        app.choose("Dark").await?;
        let pasted = browser.run("return document.getElementById('pasted').value").await?;
        assert_eq!(pasted, "Tema 1");
        Ok(())
    });
}

#[test]
fn the_slash_key_can_be_switched_off() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/om").await?;
        app.press("Sprog og udseende").await?;
        app.choose("Tasten / åbner søgningen").await?;
        app.press("Luk").await?;
        app.keys("/").await?;
        assert_ne!(app.focused().await?, "Søg i visionen");
        app.reload().await?;
        app.keys("/").await?;
        assert_ne!(app.focused().await?, "Søg i visionen");
        Ok(())
    });
}
