//! Searching, from every view, by keyboard and by pressing.

use crate::journey;
use pejlemaerke_e2e::{app::App, browser::eventually};
use thirtyfour::Key;

#[test]
fn what_is_typed_is_found_at_once_marked_and_opened() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.search("skoleleder").await?;
        app.sees_heading("Søgning: skoleleder").await?;
        app.sees_in(".results", "3b").await?;
        app.sees_in(".results mark", "koleleder").await?;
        app.follow("Mål 3b").await?;
        app.sees_heading("skolelederprofil").await?;
        browser.driver.back().await?;
        app.sees_heading("Søgning: skoleleder").await?;
        assert_eq!(app.fragment().await?, "#/soeg/skoleleder");
        browser.driver.back().await?;
        app.sees_heading("72 løfter").await
    });
}

#[test]
fn search_is_a_slash_away_on_every_view_and_works_by_keyboard() {
    journey(async |browser, site| {
        for fragment in ["#/om", "#/tema/9", "#/maal", "#/ordlyd", "#/omraade/2"] {
            let app = App::open(browser, site, fragment).await?;
            app.keys("/").await?;
            eventually("the search field has the focus", async || {
                Ok(app.focused().await? == "Søg i visionen")
            })
            .await?;
            app.keys("cyklesti").await?;
            app.sees_heading("Søgning: cyklesti").await?;
            app.sees_in(".results", "9d").await?;
            app.key(Key::Down).await?;
            eventually("the first result has the focus", async || {
                Ok(app.focused().await?.contains("9d"))
            })
            .await?;
            app.key(Key::Up).await?;
            eventually("the field has the focus again", async || {
                Ok(app.focused().await? == "Søg i visionen")
            })
            .await?;
            app.key(Key::Escape).await?;
            eventually("leaving search leads back", async || Ok(app.fragment().await? == fragment))
                .await?;
        }
        Ok(())
    });
}

#[test]
fn english_words_find_danish_goals_and_the_other_way_round() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.search("apprenticeships").await?;
        app.sees_in(".results", "11b").await?;
        app.press("English").await?;
        app.sees_heading("Search: apprenticeships").await?;
        app.sees_in(".results mark", "pprenticeship").await
    });
}

#[test]
fn nothing_found_is_said_and_helped() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.search("xyzzyplugh").await?;
        app.sees_in("main", "Intet i visionen passer på ”xyzzyplugh”").await?;
        app.follow("Østbroen").await?;
        app.sees_in(".results", "5a").await
    });
}

#[test]
fn a_search_has_an_address_of_its_own() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/soeg/85%20%25").await?;
        app.sees_heading("Søgning: 85 %").await?;
        app.sees_in(".results", "1e").await?;
        app.sees_in(".results mark", "85").await
    });
}
