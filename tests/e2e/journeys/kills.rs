//! The browser is killed at the worst moments: what the app called saved is there afterwards. Only
//! Chromium is killed, whose localStorage reaches the disk seconds later. `PEJLEMAERKE_KILLS` says
//! how often.

use crate::engine;
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{Browser, eventually},
    notes::{file_of, take_in, texts, write},
    site::Site,
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::time::Instant;
use xtask::{browsers::Engine, project};

/// How often the browser is killed after an edit, and in an import, without another wish.
const KILLS: u64 = 50;
const IMPORTS: u64 = 10;
/// So many notes are in the file that is taken in.
const NOTES: u64 = 5_000;

fn wished(usual: u64) -> u64 {
    std::env::var("PEJLEMAERKE_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn profile(name: &str) -> Result<PathBuf, Failure> {
    let folder = project().join(format!("target/profiles/{}-{name}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Removes a profile once the processes that a killed browser leaves behind have ended: until then
/// they may still write into it.
async fn forget(profile: &Path) -> Result<(), Failure> {
    eventually("the profile is gone", async || Ok(fs::remove_dir_all(profile).is_ok())).await
}

fn run(steps: impl AsyncFnOnce(&Site) -> Result<(), Failure>) {
    if engine() != Engine::Chromium {
        return;
    }
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let site = Site::start().expect("a site");
    if let Err(failure) = runtime.block_on(steps(&site)) {
        panic!("{failure}");
    }
}

/// What the usual way would do: the whole document under one key, with every edit.
const BASELINE: &str = "const all = JSON.parse(localStorage.getItem('baseline') ?? '[]'); all.push(all.length); localStorage.setItem('baseline', JSON.stringify(all)); return all.length";
const BASELINE_LENGTH: &str = "return JSON.parse(localStorage.getItem('baseline') ?? '[]').length";

#[test]
fn every_note_that_was_called_saved_survives_a_kill_at_that_moment() {
    run(async |site| {
        let profile = profile("edits")?;
        let mut expected: Vec<String> = Vec::new();
        let (mut lost_by_baseline, mut baseline) = (0, 0);
        let kills = wished(KILLS);
        for number in 1..=kills {
            let browser = Browser::start_in(&profile).await?;
            let app = App::open(&browser, site, "#/maal/1a").await?;
            app.is_ready().await?;
            assert_eq!(texts(&app).await?, expected, "after kill {}", number - 1);
            let found = browser.run(BASELINE_LENGTH).await?.as_u64().unwrap_or_default();
            lost_by_baseline += baseline - found;
            baseline = browser.run(BASELINE).await?.as_u64().unwrap_or_default();
            let text = format!("Note nr. {number}");
            write(&app, &text).await?;
            expected.push(text);
            browser.kill(&profile)?;
        }
        println!(
            "{kills} kills right after «Gemt»: 0 notes lost; the whole document in localStorage lost {lost_by_baseline} of {kills} edits"
        );
        forget(&profile).await
    });
}

#[test]
fn an_import_that_is_killed_at_any_moment_is_there_whole_or_not_at_all() {
    run(async |site| {
        let file = file_of(NOTES)?;
        let (mut whole, mut acknowledged) = (0, 0);
        let kills = wished(IMPORTS);
        for number in 1..=kills {
            let profile = profile("import")?;
            let was_saved = import_and_kill(site, &profile, &file, number).await?;
            let browser = Browser::start_in(&profile).await?;
            let app = App::open(&browser, site, "#/filer").await?;
            app.is_ready().await?;
            let words = app.text(".files-grid").await?;
            let is_whole = words.contains("5.000 ting.");
            assert!(is_whole || words.contains("0 ting."), "run {number}: {words}");
            assert!(is_whole || !was_saved, "run {number}: it was called saved");
            whole += u64::from(is_whole);
            acknowledged += u64::from(was_saved);
            browser.quit().await?;
            forget(&profile).await?;
        }
        println!(
            "{} imports of {NOTES} notes killed: {whole} there whole ({acknowledged} of them called saved), {} not at all",
            kills,
            kills - whole
        );
        Ok(())
    });
}

/// Somebody is writing a village profile when the battery dies in the middle of a sentence.
#[test]
fn a_kill_in_the_middle_of_a_sentence_takes_at_most_one_second_of_it() {
    run(async |site| {
        let profile = profile("sentence")?;
        let browser = Browser::start_in(&profile).await?;
        let app = App::open(&browser, site, "#/landsbyer").await?;
        app.is_ready().await?;
        app.field("new-profile").await?.send_keys("Uggelhuse").await?;
        app.press("Begynd").await?;
        app.sees_heading("Stedet").await?;
        let address = app.fragment().await?;
        let find = "const label = [...document.querySelectorAll('main label[for]')].find((one) => one.textContent === 'Stedets historie'); const field = label && document.getElementById(label.htmlFor); field?.focus(); return field?.id ?? ''";
        let field = browser.run(find).await?.as_str().unwrap_or_default().to_owned();
        let field = app.field(&field).await?;
        // Each word with the time at which it had been typed; a person takes longer for each.
        let words = "Her ved Gudenåen har folk boet siden stenalderen og i forsamlingshuset mødes vi stadig hver eneste tirsdag hele vinteren igennem ";
        let (mut typed, mut times) = (String::new(), Vec::new());
        for word in words.repeat(3).split_inclusive(' ') {
            field.send_keys(word).await?;
            typed.push_str(word);
            times.push((typed.chars().count(), Instant::now()));
        }
        browser.kill(&profile)?;
        let killed = Instant::now();
        let browser = Browser::start_in(&profile).await?;
        let app = App::open(&browser, site, &address).await?;
        app.is_ready().await?;
        let read = "return [...document.querySelectorAll('main textarea')].map((one) => one.value).find((one) => one.startsWith('Her ved')) ?? ''";
        let kept = browser.run(read).await?.as_str().unwrap_or_default().to_owned();
        assert!(typed.starts_with(&kept), "{kept}");
        let kept = kept.chars().count();
        let lost = times.iter().find(|(signs, _)| *signs > kept).map(|(_, time)| killed - *time);
        let lost = lost.unwrap_or_default();
        println!(
            "killed while writing: {kept} of {} signs kept, the first lost one {} ms old",
            typed.chars().count(),
            lost.as_millis()
        );
        assert!(lost <= Duration::from_secs(1), "{} ms were lost", lost.as_millis());
        browser.quit().await?;
        forget(&profile).await
    });
}

/// Takes in the file and kills the browser a little later; says whether it was called saved.
async fn import_and_kill(
    site: &Site,
    profile: &Path,
    file: &Path,
    number: u64,
) -> Result<bool, Failure> {
    let browser = Browser::start_in(profile).await?;
    let app = App::open(&browser, site, "#/filer").await?;
    take_in(&app, file).await?;
    // Moments spread over the whole import, from the first millisecond to well after it.
    tokio::time::sleep(Duration::from_millis(number * 37 % 1_000)).await;
    // To be asked, the page must have finished what it was at: every other time it is not asked.
    let state = "return document.querySelector('.save-state').dataset.state";
    let was_saved = number.is_multiple_of(2) && browser.run(state).await? == "saved";
    browser.kill(profile)?;
    Ok(was_saved)
}
