//! What comes of a workshop: actions and ratings of a village, words on the vision's goals, and the way
//! back from each.

use super::VOTING;
use crate::journey;
use pejlemaerke::document::RecordId;
use pejlemaerke_e2e::{
    Failure,
    browser::eventually,
    notes::{take_in, texts},
    workshops::{
        Role, Tablet,
        made::{held, points, subject},
    },
};

const NAME: &str = "Borgermøde om Asferg i forsamlingshuset";

/// Begins a village profile; returns its address.
async fn village(hall: &Tablet<'_>) -> Result<String, Failure> {
    hall.app.go("#/landsbyer").await?;
    hall.app.field("new-profile").await?.send_keys("Asferg").await?;
    hall.tap("Begynd").await?;
    hall.app.sees_heading("Stedet").await?;
    let fragment = hall.app.fragment().await?;
    Ok(fragment.split('/').take(3).collect::<Vec<_>>().join("/"))
}

/// Takes in the workshop that was held and opens its results.
async fn results(hall: &Tablet<'_>) -> Result<RecordId, Failure> {
    let (place, id) = held()?;
    hall.app.go("#/filer").await?;
    take_in(&hall.app, &place).await?;
    hall.app.sees_in(".report", "ting er lagt ind").await?;
    hall.app.go(&format!("#/workshop/{id}/resultat")).await?;
    Ok(id)
}

/// Follows the way back to the workshop.
async fn leads_back(hall: &Tablet<'_>, id: RecordId) -> Result<(), Failure> {
    hall.follow(NAME).await?;
    hall.app.sees_heading("Alle resultater").await?;
    assert_eq!(hall.app.fragment().await?, format!("#/workshop/{id}/resultat"));
    Ok(())
}

#[test]
fn an_agreement_becomes_an_action_in_the_villages_plan_that_leads_back() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/landsbyer").await?;
        let profile = village(&hall).await?;
        let id = results(&hall).await?;
        hall.tap("Gør til handling i landsbyens plan: Holde den første fællesspisning").await?;
        hall.is_told("Resultat ført videre").await?;
        hall.follow("Se det: Holde den første fællesspisning").await?;
        eventually("the profile is open", async || Ok(hall.app.fragment().await? == profile))
            .await?;
        for words in [
            "Holde den første fællesspisning",
            "Borgerforeningen og Ane",
            "januar 2027",
            "Fra workshoppen",
        ] {
            hall.sees(words).await?;
        }
        leads_back(&hall, id).await
    });
}

#[test]
fn a_vote_is_told_of_on_the_goals_page_and_a_note_is_laid_on_a_goal() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/filer").await?;
        let id = results(&hall).await?;
        hall.app.go("#/maal/8a").await?;
        hall.sees("Workshopper om dette mål").await?;
        hall.sees(VOTING).await?;
        hall.sees("12 har stemt.").await?;
        leads_back(&hall, id).await?;

        let note = "Cykelsti langs landevejen til skolen, så børnene kan komme selv";
        hall.tap(&format!("Knyt til et mål: {note}")).await?;
        hall.select("Knyt til et mål", &subject("5d")?).await?;
        hall.tap("Knyt til målet").await?;
        hall.is_told("Resultat ført videre").await?;
        hall.app.go("#/maal/5d").await?;
        eventually("the note is on the goal", async || Ok(texts(&hall.app).await? == [note]))
            .await?;
        hall.sees("Fra workshoppen").await?;
        leads_back(&hall, id).await
    });
}

#[test]
fn ratings_at_a_workshop_fill_the_villages_compass() {
    journey(async |browser, site| {
        let names = points()?;
        let hall = Tablet::open(browser, site, "#/landsbyer").await?;
        let profile = village(&hall).await?;
        let address = hall.begin("Landsbyens kompas").await?;
        hall.follow("Start workshoppen").await?;
        hall.stage("Stem").await?;
        hall.take().await?;
        for (person, ratings) in [[7, 2], [5, 3], [6, 1]].iter().enumerate() {
            for (name, rating) in names.iter().zip(ratings) {
                hall.touch(Role::Choice, &rating.to_string(), name).await?;
            }
            hall.sees("Du har svaret på 2.").await?;
            hall.tap("Aflever").await?;
            hall.tap(if person < 2 { "Næste person stemmer" } else { "Alle har stemt" }).await?;
        }
        hall.tap("Næste: Resultat").await?;
        hall.sees("3 svar, fra 5 til 7").await?;
        hall.app.go(&format!("{address}/resultat")).await?;
        hall.tap("Før resultatet videre").await?;
        hall.tap("Læg bedømmelserne i landsbyens kompas").await?;
        hall.is_told("Resultat ført videre").await?;
        hall.follow("Se det").await?;
        eventually("the profile is open", async || Ok(hall.app.fragment().await? == profile))
            .await?;
        hall.sees("I dag: 6 af 7 (3 personer, 5–7)").await?;
        hall.sees("I dag: 2 af 7 (3 personer, 1–3)").await
    });
}
