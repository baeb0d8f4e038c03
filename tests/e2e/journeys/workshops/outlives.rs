//! A tablet is loaded anew, or its battery dies, in each stage: what was called saved is there, and what
//! was begun is gone on with.

use super::{PRIORITISING, TEMPLATE, VOTING};
use crate::{engine, journey};
use pejlemaerke_e2e::{
    Failure,
    browser::{Browser, eventually},
    site::Site,
    workshops::{
        Role, Tablet,
        made::{points, subject},
    },
};
use std::{fs, path::Path};
use xtask::{browsers::Engine, project};

const NOTES: [&str; 3] = ["Cykelsti til skolen", "Lys ved busstoppet", "Fællesspisning"];

async fn reload(hall: &Tablet<'_>) -> Result<(), Failure> {
    // While the files for later are being fetched, WebKit's driver loses a page that is loaded anew.
    hall.app.is_ready_offline().await?;
    hall.app.reload().await?;
    // Between the first part of the app and the whole there is nobody to ask.
    eventually("everything is loaded", async || Ok(hall.app.is_ready().await.is_ok())).await
}

/// So many votes stand on the ballot.
async fn has_given(hall: &Tablet<'_>, votes: &[(&str, &str)]) -> Result<(), Failure> {
    for (subject, count) in votes {
        hall.reads(Role::Output, &format!("Stemmer til {subject}"), count).await?;
    }
    Ok(())
}

#[test]
fn a_ballot_and_a_note_in_mid_sentence_are_there_after_a_reload() {
    journey(async |browser, site| {
        let names = points()?;
        let (first, second) = (names[0].as_str(), names[5].as_str());
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        hall.begin(TEMPLATE).await?;
        hall.follow("Start workshoppen").await?;
        hall.write("Hvad hedder bordet?", "Bord 7").await?;
        hall.begin_to_write("Hvor mange er I?", "12").await?;
        hall.app.key(thirtyfour::Key::Tab).await?;
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.reads(Role::Field, "Hvad hedder bordet?", "Bord 7").await?;
        hall.reads(Role::Field, "Hvor mange er I?", "12").await?;

        // A ballot that is half filled in, and nobody else's.
        hall.tap("Næste: Stem").await?;
        hall.take().await?;
        hall.give(&[first, first, second]).await?;
        hall.tap("Aflever").await?;
        hall.tap("Næste person stemmer").await?;
        hall.give(&[second, second]).await?;
        reload(&hall).await?;
        // It is not opened by itself: somebody else may be looking.
        assert!(!hall.has(Role::Group, "Stemmeseddel 2").await?);
        hall.tap("Gå videre med den").await?;
        eventually("the ballot is there", async || hall.has(Role::Group, "Stemmeseddel 2").await)
            .await?;
        has_given(&hall, &[(first, "0"), (second, "2")]).await?;
        hall.give(&[first]).await?;
        hall.tap("Aflever").await?;
        hall.tap("Alle har stemt").await?;
        hall.sees("2 af 12 har stemt").await?;
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.app.sees_heading(VOTING).await?;
        hall.sees("2 af 12 har stemt").await?;

        hall.tap("Næste: Resultat").await?;
        let given = [(first.to_owned(), 3), (second.to_owned(), 3)];
        assert_eq!(hall.votes(VOTING).await?, given);
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.app.sees_heading("Hvad lægger du mærke til").await?;
        assert_eq!(hall.votes(VOTING).await?, given);

        // A note in mid-sentence, and of what sort it is.
        hall.tap("Næste: Skriv sedler").await?;
        for note in &NOTES[..2] {
            hall.lay("Idé", note).await?;
        }
        hall.choose("Tilbud").await?;
        hall.begin_to_write("Hvad vil du tage dig af?", "Vi laver ma").await?;
        reload(&hall).await?;
        hall.sees("2 sedler er afleveret.").await?;
        hall.reads(Role::Choice, "Tilbud", "chosen").await?;
        hall.reads(Role::Field, "Hvad vil du tage dig af?", "Vi laver ma").await?;
        hall.tap("Aflever sedlen").await?;
        hall.sees("3 sedler er afleveret.").await?;
        Ok(())
    });
}

#[test]
fn groups_priorities_and_half_an_agreement_are_there_after_a_reload() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        hall.begin(TEMPLATE).await?;
        hall.follow("Start workshoppen").await?;
        hall.stage("Skriv sedler").await?;
        for note in NOTES {
            hall.lay("Idé", note).await?;
        }
        hall.tap("Næste: Saml sedler").await?;
        hall.group(&["IdéCykelsti til skolen", "IdéLys ved busstoppet"], "Vejen").await?;
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.sees("Ikke i en gruppe (1)").await?;
        hall.reads(Role::Field, "Hvad handler de om?", "Vejen").await?;

        hall.tap("Næste: Prioriter").await?;
        hall.take().await?;
        hall.give(&["Vejen"]).await?;
        reload(&hall).await?;
        hall.tap("Gå videre med den").await?;
        has_given(&hall, &[("Vejen", "1")]).await?;
        hall.give(&["Vejen"]).await?;
        hall.tap("Aflever").await?;
        hall.tap("Alle har stemt").await?;

        hall.tap("Næste: Aftal").await?;
        hall.tap("Gør til aftale: Vejen").await?;
        hall.begin_to_write("Hvem?", "Lokalrådet og An").await?;
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.reads(Role::Field, "Hvad skal der ske?", "Vejen").await?;
        hall.reads(Role::Field, "Hvem?", "Lokalrådet og An").await?;

        hall.tap("Næste: Afslutning").await?;
        hall.app.says_of_saving("saved").await?;
        reload(&hall).await?;
        hall.app.sees_heading("Hvad går vi hjem med").await?;
        hall.sees("Lokalrådet og An").await?;
        hall.sees("Der blev skrevet 3 sedler.").await
    });
}

/// What is done in each stage, right before the battery dies.
async fn act(hall: &Tablet<'_>, stage: usize) -> Result<(), Failure> {
    let third = subject("8a3")?;
    match stage {
        0 => hall.write("Hvor mange er I?", "12").await,
        1 => {
            hall.tap("Næste: Stem").await?;
            hall.take().await?;
            hall.give(&[third.as_str(), third.as_str()]).await?;
            hall.tap("Aflever").await
        }
        2 => hall.tap("Næste: Resultat").await,
        3 => {
            hall.tap("Næste: Skriv sedler").await?;
            for note in NOTES {
                hall.lay("Idé", note).await?;
            }
            Ok(())
        }
        4 => {
            hall.tap("Næste: Saml sedler").await?;
            hall.group(&["IdéCykelsti til skolen", "IdéLys ved busstoppet"], "Vejen").await
        }
        5 => {
            hall.tap("Næste: Prioriter").await?;
            hall.take().await?;
            hall.give(&["Vejen", "Vejen", "Fællesspisning"]).await?;
            hall.tap("Aflever").await
        }
        6 => {
            hall.tap("Næste: Aftal").await?;
            hall.tap("Gør til aftale: Vejen").await?;
            hall.write("Hvem?", "Lokalrådet").await
        }
        _ => hall.tap("Næste: Afslutning").await,
    }
}

/// All of it is there when the tablet is started again.
async fn is_there(hall: &Tablet<'_>, stage: usize) -> Result<(), Failure> {
    let third = subject("8a3")?;
    match stage {
        0 => hall.reads(Role::Field, "Hvor mange er I?", "12").await,
        1 | 5 => hall.sees("1 af 12 har stemt").await,
        2 => {
            assert_eq!(hall.votes(VOTING).await?, [(third, 2)]);
            Ok(())
        }
        3 => hall.sees("3 sedler er afleveret.").await,
        4 => {
            hall.sees("Ikke i en gruppe (1)").await?;
            hall.reads(Role::Field, "Hvad handler de om?", "Vejen").await
        }
        6 => {
            hall.reads(Role::Field, "Hvad skal der ske?", "Vejen").await?;
            hall.reads(Role::Field, "Hvem?", "Lokalrådet").await
        }
        _ => {
            hall.app.sees_heading("Hvad går vi hjem med").await?;
            hall.follow("Alle resultater").await?;
            let expected = [("Vejen".to_owned(), 2), ("Fællesspisning".to_owned(), 1)];
            assert_eq!(hall.votes(PRIORITISING).await?, expected);
            assert_eq!(hall.votes(VOTING).await?, [(third, 2)]);
            Ok(())
        }
    }
}

/// Starts the tablet, does something, and kills the browser as soon as the app has called it saved.
async fn until_killed(
    site: &Site,
    profile: &Path,
    view: &str,
    steps: impl AsyncFnOnce(&Tablet<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let browser = Browser::start_in(profile).await?;
    let done = async {
        let hall = Tablet::open(&browser, site, view).await?;
        steps(&hall).await?;
        hall.app.says_of_saving("saved").await
    };
    let done = done.await;
    browser.kill(profile)?;
    done
}

/// Prepares a workshop and puts the tablet away as usual; returns the workshop's address.
async fn prepare(site: &Site, profile: &Path) -> Result<String, Failure> {
    let browser = Browser::start_in(profile).await?;
    let address = async {
        let hall = Tablet::open(&browser, site, "#/workshop").await?;
        let address = hall.begin(TEMPLATE).await?;
        hall.app.says_of_saving("saved").await?;
        Ok(address)
    };
    let address = address.await;
    browser.quit().await?;
    address
}

/// Only Chromium is killed, whose localStorage reaches the disk seconds later; the others have no profile
/// that outlives them.
fn run(name: &str, steps: impl AsyncFnOnce(&Site, &Path) -> Result<(), Failure>) {
    if engine() != Engine::Chromium {
        return;
    }
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let done = runtime.block_on(async {
        let site = Site::start()?;
        let profile = project().join(format!("target/profiles/{}-{name}", std::process::id()));
        fs::create_dir_all(&profile)?;
        let done = steps(&site, &profile).await;
        // The processes that a killed browser leaves behind may still write into it.
        eventually("the profile is gone", async || Ok(fs::remove_dir_all(&profile).is_ok()))
            .await?;
        done
    });
    if let Err(failure) = done {
        panic!("{failure}");
    }
}

#[test]
fn what_was_called_saved_in_any_stage_survives_a_kill_at_that_moment() {
    run("stages", async |site, profile| {
        let view = format!("{}/koer", prepare(site, profile).await?);
        for stage in 0..8_usize {
            let steps = async |hall: &Tablet<'_>| {
                if let Some(before) = stage.checked_sub(1) {
                    is_there(hall, before).await?;
                }
                act(hall, stage).await
            };
            let done = until_killed(site, profile, &view, steps).await;
            done.map_err(|failure| format!("stage {stage}: {failure}"))?;
        }
        until_killed(site, profile, &view, async |hall| {
            is_there(hall, 7).await?;
            hall.app.go(&view).await?;
            hall.tap("Forrige: Aftal").await
        })
        .await
    });
}

/// The device's own id has to outlive it too: it says which table the tablet is.
#[test]
fn a_tablet_that_dies_in_its_first_minute_is_the_same_table_afterwards() {
    run("first-minute", async |site, profile| {
        until_killed(site, profile, "#/workshop", async |hall| {
            hall.begin(TEMPLATE).await?;
            hall.follow("Start workshoppen").await?;
            act(hall, 0).await?;
            act(hall, 1).await
        })
        .await?;
        until_killed(site, profile, "#/workshop", async |hall| {
            hall.follow(&format!("Til workshoppen: {TEMPLATE}")).await?;
            is_there(hall, 1).await?;
            hall.tap("Næste person stemmer").await?;
            hall.sees("Stemmeseddel 2").await?;
            hall.tap("Stem blankt").await
        })
        .await
    });
}
