//! The whole agenda: notes in silence, groups, priorities and agreements, at one tablet.

use super::{PRIORITISING, TEMPLATE};
use crate::journey;
use pejlemaerke_e2e::{
    Failure,
    browser::eventually,
    workshops::{Role, Tablet},
};

const NOTES: [(&str, &str); 7] = [
    ("Idé", "Cykelsti til skolen"),
    ("Bekymring", "Lastbilerne kører for stærkt"),
    ("Tilbud", "Jeg tegner et kort"),
    ("Idé", "Fællesspisning hver måned"),
    ("Tilbud", "Vi laver maden"),
    ("Spørgsmål", "Hvem har nøglen til huset?"),
    ("Spørgsmål", "Hvad koster det?"),
];
const ROAD: &str = "Sikker vej";
const HOUSE: &str = "Forsamlingshuset";
/// The last note stays alone.
const LONE: &str = "Hvad koster det?";

/// Writes all notes; what one has written nobody else sees.
async fn write_notes(hall: &Tablet<'_>) -> Result<(), Failure> {
    for (number, (sort, text)) in NOTES.into_iter().enumerate() {
        hall.lay(sort, text).await?;
        let told = if number == 0 {
            "1 seddel er afleveret.".to_owned()
        } else {
            format!("{} sedler er afleveret.", number + 1)
        };
        hall.sees(&told).await?;
        for (_, text) in NOTES {
            assert!(!hall.shows(text).await?, "{text} is in sight");
        }
    }
    Ok(())
}

/// Three people give their votes to the groups and to the note that is alone.
async fn prioritise(hall: &Tablet<'_>) -> Result<(), Failure> {
    let wishes = [[ROAD, ROAD, HOUSE], [HOUSE, ROAD, LONE], [ROAD, HOUSE, ROAD]];
    hall.take().await?;
    for (number, wished) in wishes.iter().enumerate() {
        hall.give(wished).await?;
        hall.tap("Aflever").await?;
        hall.tap(if number < 2 { "Næste person stemmer" } else { "Alle har stemt" }).await?;
    }
    Ok(())
}

fn told(votes: &[(&str, u32)]) -> Vec<(String, u32)> {
    votes.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

#[test]
fn a_whole_agenda_leads_from_notes_to_agreements() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        let address = hall.begin(TEMPLATE).await?;
        hall.follow("Start workshoppen").await?;
        hall.stage("Skriv sedler").await?;
        write_notes(&hall).await?;

        hall.tap("Næste: Saml sedler").await?;
        hall.sees("Ikke i en gruppe (7)").await?;
        hall.group(
            &[
                "IdéCykelsti til skolen",
                "BekymringLastbilerne kører for stærkt",
                "TilbudJeg tegner et kort",
            ],
            ROAD,
        )
        .await?;
        hall.sees("Ikke i en gruppe (4)").await?;
        hall.group(&["IdéFællesspisning hver måned", "TilbudVi laver maden"], HOUSE).await?;
        // One more goes into a group that is there.
        hall.tap("SpørgsmålHvem har nøglen til huset?").await?;
        hall.select("Læg i …", HOUSE).await?;
        hall.touch(Role::Button, "Læg", "De valgte sedler").await?;
        hall.sees("Ikke i en gruppe (1)").await?;

        hall.tap("Næste: Prioriter").await?;
        prioritise(&hall).await?;
        hall.tap("Næste: Aftal").await?;
        let results = format!("{address}/resultat");
        let apart = told(&[(ROAD, 5), (HOUSE, 3), (LONE, 1)]);
        hall.app.go(&results).await?;
        assert_eq!(hall.votes(PRIORITISING).await?, apart);

        // Merged, the votes are added; apart again, they are as before.
        hall.app.go(&format!("{address}/koer")).await?;
        hall.stage("Saml sedler").await?;
        hall.tap("Læg sammen med …").await?;
        hall.select("Læg sammen med …", HOUSE).await?;
        hall.tap("Læg sammen").await?;
        hall.sees("6 sedler").await?;
        hall.stage("Aftal").await?;
        hall.app.go(&results).await?;
        assert_eq!(hall.votes(PRIORITISING).await?, told(&[(HOUSE, 8), (LONE, 1)]));
        hall.app.go(&format!("{address}/koer")).await?;
        hall.stage("Saml sedler").await?;
        hall.tap("Skil ad igen").await?;
        hall.stage("Aftal").await?;
        hall.app.go(&results).await?;
        assert_eq!(hall.votes(PRIORITISING).await?, apart);

        // From the best of the vote to what is agreed.
        hall.app.go(&format!("{address}/koer")).await?;
        hall.tap(&format!("Gør til aftale: {ROAD}")).await?;
        hall.reads(Role::Field, "Hvad skal der ske?", ROAD).await?;
        hall.write("Hvem?", "Lokalrådet").await?;
        hall.write("Hvornår?", "inden jul").await?;
        hall.tap("Tilføj en aftale").await?;
        eventually("there are two", async || hall.has(Role::Group, "Aftale 2").await).await?;
        // The second's first field has the focus.
        let is_in = "return document.activeElement.tagName === 'INPUT' && document.activeElement.value === ''";
        eventually("it can be written", async || Ok(browser.run(is_in).await? == true)).await?;
        hall.app.keys("Holde fællesspisning").await?;
        hall.tap("Næste: Afslutning").await?;
        for words in
            [ROAD, "Lokalrådet · inden jul", "Holde fællesspisning", "Der blev skrevet 7 sedler."]
        {
            hall.sees(words).await?;
        }
        hall.follow("Alle resultater").await?;
        hall.app.sees_heading("Alle resultater").await?;
        for words in
            [ROAD, HOUSE, "Hvad koster det?", "Lokalrådet · inden jul", "Holde fællesspisning"]
        {
            hall.sees(words).await?;
        }
        assert_eq!(hall.votes(PRIORITISING).await?, apart);
        hall.app.says_of_saving("saved").await
    });
}
