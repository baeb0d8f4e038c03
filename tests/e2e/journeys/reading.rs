//! A citizen reads.

use crate::journey;
use pejlemaerke_e2e::{app::App, browser::eventually};
use thirtyfour::Key;

#[test]
fn a_citizen_goes_from_the_overview_to_an_area_a_theme_and_a_goal() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.sees_heading("72 løfter til 2021").await?;
        app.follow("Bolig-, kultur- og handelsbyen Randers").await?;
        app.sees_heading("Bolig-, kultur- og handelsbyen Randers").await?;
        app.follow("Infrastruktur").await?;
        app.sees_heading("Infrastruktur").await?;
        app.sees_in(".promises", "Sløjfen").await?;
        app.follow("Sløjfen").await?;
        app.sees_heading("Sløjfen").await?;
        app.sees_in(".facts", "udgangen af 2021").await?;
        app.sees_in(".breadcrumbs", "Tema 5 Infrastruktur").await?;
        assert_eq!(app.fragment().await?, "#/maal/5d");
        assert_eq!(browser.driver.title().await?, "Mål 5d: Bilfri Sløjfe · Pejlemærke");
        app.follow("Læs hele temaet").await?;
        app.sees_in("#block-s", "Skal understøttes").await?;
        app.follow("Næste").await?;
        app.sees_heading("Handelsbyen").await
    });
}

#[test]
fn a_cross_reference_leads_to_the_same_promise_elsewhere_and_says_why() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/5a").await?;
        app.sees_in("main", "Lovet to gange").await?;
        app.sees_in(".context .related", "9e").await?;
        app.follow("9e ·").await?;
        app.sees_heading("Østbroen").await?;
        assert_eq!(app.fragment().await?, "#/maal/9e");
        app.sees_in(".context .related", "5a").await
    });
}

#[test]
fn a_reference_that_leads_nowhere_says_so() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/tema/1/1-r1").await?;
        app.sees_in("[id='item-1-r1']", "nummer 19").await?;
        app.sees_in("[id='item-1-r1'] .note", "Henvisning uden mål").await
    });
}

#[test]
fn back_forward_and_reload_lead_where_one_was() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/tema/7").await?;
        app.sees_heading("Bolig-").await?;
        app.follow("Munkdrup").await?;
        app.sees_heading("Munkdrup").await?;
        eventually("a new view begins at its top", async || Ok(app.scrolled().await? < 1.0))
            .await?;
        browser.driver.back().await?;
        app.sees_heading("Bolig-").await?;
        eventually("the view is where it was left", async || Ok(app.scrolled().await? > 100.0))
            .await?;
        let height = app.scrolled().await?;
        let kept = format!("return Math.abs(history.state[1] - {height}) < 2");
        eventually("the height is kept", async || Ok(browser.run(&kept).await? == true)).await?;
        app.reload().await?;
        app.sees_heading("Bolig-").await?;
        eventually("the height outlives a reload", async || {
            Ok((app.scrolled().await? - height).abs() < 40.0)
        })
        .await?;
        browser.driver.forward().await?;
        app.sees_heading("Munkdrup").await
    });
}

#[test]
fn an_address_opens_directly_with_its_paragraph_in_sight() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/tema/13/13-s8").await?;
        app.sees_heading("Værdier og praksis").await?;
        let is_in_sight = "const r = document.getElementById('item-13-s8').getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight";
        eventually("the paragraph is in sight", async || {
            Ok(browser.run(is_in_sight).await?.as_bool() == Some(true))
        })
        .await?;
        app.go("#/maal/8a3").await?;
        app.sees_in(".part.is-shown h3", "olig").await
    });
}

#[test]
fn a_link_opened_in_a_new_tab_shows_the_same_view() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/tema/10").await?;
        let link = browser.run("return document.querySelector('.promise-text').href").await?;
        let tab = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(tab).await?;
        browser.driver.goto(link.as_str().unwrap_or_default()).await?;
        app.sees_heading("2.000").await
    });
}

#[test]
fn an_unknown_address_shows_a_helpful_page() {
    journey(async |browser, site| {
        for address in ["#/maal/99z", "#/omraade/7", "#/hvad/er/parkering", "#/%FF%00"] {
            let app = App::open(browser, site, address).await?;
            app.sees_heading("Her er der ikke noget").await?;
        }
        let app = App::open(browser, site, "#/hvad/er/parkering").await?;
        app.sees_in("main ul", "5b").await?;
        app.follow("Gå til overblikket").await?;
        app.sees_heading("72 løfter").await
    });
}

#[test]
fn the_focus_moves_to_the_heading_of_a_new_view() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.follow("Centerbyer og landsbyer").await?;
        app.sees_heading("Centerbyer og landsbyer").await?;
        eventually("the heading has the focus", async || {
            Ok(app.focused().await? == "Centerbyer og landsbyer")
        })
        .await
    });
}

#[test]
fn everything_is_reached_by_keyboard_alone() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        // The first stop is the way past the menus.
        browser.run("document.activeElement.blur()").await?;
        app.key(Key::Tab).await?;
        eventually("the skip link comes first", async || {
            Ok(app.focused().await? == "Gå til indholdet")
        })
        .await?;
        app.key(Key::Enter).await?;
        eventually("the heading has the focus", async || {
            Ok(app.focused().await?.contains("72 løfter"))
        })
        .await?;
        app.key(Key::Tab).await?;
        eventually("the first link of the view follows", async || {
            Ok(app.focused().await?.contains("Holdt"))
        })
        .await?;
        app.key(Key::Enter).await?;
        app.sees_heading("Alle 72 mål").await?;
        app.sees_in(".filter-result", "2 af 72 mål").await
    });
}

#[test]
fn a_link_is_copied_or_shown() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/1e").await?;
        app.press("Kopiér link").await?;
        app.sees_in(".message", "ink").await
    });
}
