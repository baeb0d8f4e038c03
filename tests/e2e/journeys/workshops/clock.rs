//! The clock of a table, and the big screen that follows it.

use super::{TEMPLATE, VOTING};
use crate::journey;
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, eventually},
    site::Site,
    workshops::{Role, Tablet, made::points},
};
use thirtyfour::Key;

/// Begins a workshop, runs it and stands at the vote; returns its address.
async fn at_the_vote(hall: &Tablet<'_>) -> Result<String, Failure> {
    let address = hall.begin(TEMPLATE).await?;
    hall.follow("Start workshoppen").await?;
    hall.tap("Næste: Stem").await?;
    hall.app.sees_heading(VOTING).await?;
    Ok(address)
}

/// The clock shows so much, or a second less, which may have passed meanwhile.
async fn shows(hall: &Tablet<'_>, seconds: i64) -> Result<(), Failure> {
    let is_so = async || Ok((seconds - 1..=seconds).contains(&hall.left().await?));
    let seen = eventually("the clock is right", is_so).await;
    let left = hall.left().await?;
    seen.map_err(|failure| format!("{left} seconds are left, not {seconds}: {failure}").into())
}

#[test]
fn the_clock_is_right_at_once_when_a_tablet_wakes_and_bars_votes_when_time_is_up() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        let address = hall.begin(TEMPLATE).await?;
        hall.choose("Luk for svar, når tiden er gået").await?;
        hall.app.go(&format!("{address}/koer")).await?;
        hall.stage("Stem").await?;
        hall.reads(Role::Timer, "Tid tilbage", "10:00").await?;
        hall.tap("+1: et minut mere").await?;
        hall.reads(Role::Timer, "Tid tilbage", "11:00").await?;
        hall.tap("−1: et minut mindre").await?;
        hall.tap("−1: et minut mindre").await?;
        hall.reads(Role::Timer, "Tid tilbage", "9:00").await?;
        hall.tap("Start uret").await?;
        eventually("it runs", async || Ok(hall.left().await? < 540)).await?;
        // Ninety seconds asleep; looked at once, without waiting.
        let before = hall.left().await?;
        hall.sleeps(90).await?;
        let after = hall.left().await?;
        assert!((before - 91..=before - 89).contains(&after), "{before} s, then {after} s");
        hall.tap("Hold pause").await?;
        let held = hall.left().await?;
        hall.sleeps(90).await?;
        assert_eq!(hall.left().await?, held);
        hall.tap("Start uret").await?;

        // Somebody is about to vote when the time is up.
        hall.take().await?;
        hall.give(&[points()?[0].as_str()]).await?;
        hall.sleeps(held).await?;
        hall.reads(Role::Button, "Aflever", "barred").await?;
        hall.reads(Role::Button, "Stem blankt", "barred").await?;
        hall.tap("Fortryd, jeg stemmer ikke nu").await?;
        hall.sees("Tiden er gået. Der er lukket for svar.").await?;
        hall.reads(Role::Button, "Næste person stemmer", "barred").await?;
        hall.tap("+1: et minut mere").await?;
        shows(&hall, 60).await?;
        hall.sees("Et minut tilbage").await?;
        hall.take().await?;
        hall.give(&[points()?[0].as_str()]).await?;
        hall.tap("Aflever").await?;
        hall.sees("Tak, din stemme er afgivet.").await
    });
}

#[test]
fn the_clock_goes_on_while_the_page_is_loaded_anew() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        at_the_vote(&hall).await?;
        hall.tap("Start uret").await?;
        eventually("it runs", async || Ok(hall.left().await? < 600)).await?;
        hall.app.says_of_saving("saved").await?;
        let before = hall.left().await?;
        let now = "return Math.floor(Date.now() / 1000)";
        let start = browser.run(now).await?.as_i64().unwrap_or_default();
        hall.app.reload().await?;
        hall.app.is_ready().await?;
        eventually("it runs on", async || {
            let passed = browser.run(now).await?.as_i64().unwrap_or_default() - start;
            let left = hall.left().await?;
            Ok(passed > 0 && (before - passed - 1..=before - passed + 1).contains(&left))
        })
        .await?;
        assert!(hall.has(Role::Button, "Hold pause").await?);
        Ok(())
    });
}

/// Opens the big screen in a second tab; returns both.
async fn big_screen(
    browser: &Browser,
    site: &Site,
    address: &str,
) -> Result<[thirtyfour::WindowHandle; 2], Failure> {
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second.clone()).await?;
    let app = App::open(browser, site, &format!("{address}/skaerm")).await?;
    app.is_ready().await?;
    Ok([first, second])
}

#[test]
fn the_big_screen_follows_the_tablet_and_its_arrow_keys_move_it() {
    journey(async |browser, site| {
        let names = points()?;
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        let address = hall.begin(TEMPLATE).await?;
        hall.follow("Start workshoppen").await?;
        hall.write("Hvor mange er I?", "12").await?;
        hall.app.says_of_saving("saved").await?;
        let [tablet, screen] = big_screen(browser, site, &address).await?;
        let look_at = async |tab: &thirtyfour::WindowHandle| {
            browser.driver.switch_to_window(tab.clone()).await
        };
        hall.app.sees_heading("Velkommen!").await?;

        look_at(&tablet).await?;
        hall.tap("Næste: Stem").await?;
        look_at(&screen).await?;
        hall.app.sees_heading(VOTING).await?;
        hall.sees("Ingen har stemt endnu").await?;
        hall.sees(&names[0]).await?;
        look_at(&tablet).await?;
        hall.take().await?;
        hall.give(&[names[0].as_str(), names[0].as_str(), names[6].as_str()]).await?;
        hall.tap("Aflever").await?;
        hall.tap("Alle har stemt").await?;
        look_at(&screen).await?;
        hall.sees("1 af 12 har stemt").await?;
        // How many, but not for what.
        for row in browser.run("return [...document.querySelectorAll('main li')].map((one) => one.textContent.trim())").await?.as_array().into_iter().flatten() {
            assert!(names.iter().any(|name| row == name.as_str()), "{row}");
        }

        hall.app.key(Key::Right).await?;
        hall.app.sees_heading("Hvad lægger du mærke til").await?;
        hall.sees("1 har stemt.").await?;
        look_at(&tablet).await?;
        hall.app.sees_heading("Hvad lægger du mærke til").await?;
        assert_eq!(hall.votes(VOTING).await?, [(names[0].clone(), 2), (names[6].clone(), 1)]);
        // The clock is the same on both.
        hall.tap("Start uret").await?;
        eventually("it runs", async || Ok(hall.left().await? < 300)).await?;
        let left = hall.left().await?;
        look_at(&screen).await?;
        eventually("the big screen's clock runs", async || {
            Ok((left - 3..=left).contains(&hall.left().await?))
        })
        .await?;
        hall.app.key(Key::Left).await?;
        hall.app.sees_heading(VOTING).await?;
        look_at(&tablet).await?;
        hall.app.sees_heading(VOTING).await?;
        look_at(&screen).await?;
        hall.app.key(Key::Escape).await?;
        eventually("the big screen is left", async || {
            Ok(hall.app.fragment().await? == format!("{address}/koer"))
        })
        .await
    });
}
