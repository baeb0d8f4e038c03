//! Voting: the tablet goes from hand to hand, or hands are counted, and nobody sees what others chose.

use super::{TEMPLATE, VOTING};
use crate::journey;
use pejlemaerke_e2e::{
    Failure,
    browser::eventually,
    workshops::{Role, Tablet, made::points},
};

const PEOPLE: usize = 12;

/// The subjects that a person gives their three votes, each by its place.
fn wishes(person: usize) -> [usize; 3] {
    [person % 7, (person * 3 + 1) % 7, (person / 2) % 7]
}

/// How many votes each subject has, as the table in the app tells them.
fn counted(names: &[String], votes: &[[usize; 3]]) -> Vec<(String, u32)> {
    let mut all: Vec<(String, u32)> = names.iter().map(|name| (name.clone(), 0)).collect();
    for at in votes.iter().flatten() {
        if let Some((_, count)) = all.get_mut(*at) {
            *count += 1;
        }
    }
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The ballot on the screen has nothing on it.
async fn is_empty(hall: &Tablet<'_>, names: &[String]) -> Result<(), Failure> {
    hall.sees("Du har 3 stemmer tilbage.").await?;
    for name in names {
        hall.reads(Role::Output, &format!("Stemmer til {name}"), "0").await?;
        hall.reads(Role::Button, &format!("En stemme mindre til {name}"), "barred").await?;
    }
    assert_eq!(hall.read(Role::Button, "Aflever").await?.as_deref(), Some("barred"));
    Ok(())
}

/// A person votes and hands the tablet on.
async fn vote(hall: &Tablet<'_>, names: &[String], votes: [usize; 3]) -> Result<(), Failure> {
    hall.give(&votes.map(|at| names.get(at).map_or("", String::as_str))).await?;
    hall.sees("Du har brugt alle dine stemmer.").await?;
    for name in names {
        // Nobody has a fourth.
        hall.reads(Role::Button, &format!("En stemme mere til {name}"), "barred").await?;
    }
    hall.tap("Aflever").await
}

/// Between two people nothing of the vote is on the screen.
async fn is_handed_on(hall: &Tablet<'_>, names: &[String]) -> Result<(), Failure> {
    hall.sees("Tak, din stemme er afgivet.").await?;
    for name in names {
        assert!(!hall.shows(name).await?, "{name} is still in sight");
    }
    Ok(())
}

#[test]
fn twelve_people_pass_one_tablet_and_what_is_revealed_is_what_they_voted() {
    journey(async |browser, site| {
        let names = points()?;
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        hall.tap(&format!("Brug skabelonen: {TEMPLATE}")).await?;
        hall.follow("Start workshoppen").await?;
        hall.write("Hvor mange er I?", "12").await?;
        hall.tap("Næste: Stem").await?;
        hall.take().await?;
        // From nothing to the first ballot in somebody's hands, in under a minute.
        assert!(hall.taps() <= 5, "{} taps", hall.taps());

        let mut votes = Vec::new();
        for person in 1..=PEOPLE {
            assert!(hall.has(Role::Group, &format!("Stemmeseddel {person}")).await?);
            is_empty(&hall, &names).await?;
            if person == 5 {
                hall.tap("Stem blankt").await?;
                votes.push(None);
            } else {
                vote(&hall, &names, wishes(person)).await?;
                votes.push(Some(wishes(person)));
            }
            is_handed_on(&hall, &names).await?;
            hall.tap(if person < PEOPLE { "Næste person stemmer" } else { "Alle har stemt" })
                .await?;
        }
        hall.sees("12 af 12 har stemt").await?;
        hall.sees("Resultatet er skjult, til I går videre.").await?;
        assert!(hall.table(VOTING).await?.is_empty());

        // Nor does anybody look by mistake where the results are.
        let run = hall.app.fragment().await?;
        hall.app.go(&run.replace("/koer", "/resultat")).await?;
        hall.sees("Resultatet er skjult, så længe I stemmer ved dette bord.").await?;
        assert!(hall.table(VOTING).await?.is_empty());
        hall.app.go(&run).await?;

        // The third thinks better of it.
        hall.tap("Ændr en stemme, der er afgivet").await?;
        hall.tap("Stem igen på stemmeseddel 3").await?;
        assert!(hall.has(Role::Group, "Stemmeseddel 3").await?);
        is_empty(&hall, &names).await?;
        vote(&hall, &names, [6, 6, 6]).await?;
        votes[2] = Some([6, 6, 6]);
        is_handed_on(&hall, &names).await?;
        hall.tap("Alle har stemt").await?;
        hall.sees("12 af 12 har stemt").await?;

        let given: Vec<[usize; 3]> = votes.into_iter().flatten().collect();
        let expected = counted(&names, &given);
        hall.tap("Næste: Resultat").await?;
        assert_eq!(hall.votes(VOTING).await?, expected);
        hall.sees("12 har stemt, heraf 1 blankt.").await?;
        // Back, where it is hidden again and nothing of it is gone.
        hall.tap("Forrige: Stem").await?;
        hall.sees("12 af 12 har stemt").await?;
        assert!(hall.table(VOTING).await?.is_empty());
        hall.tap("Næste: Resultat").await?;
        assert_eq!(hall.votes(VOTING).await?, expected);
        Ok(())
    });
}

#[test]
fn more_hands_than_people_have_votes_are_not_taken_and_told_of() {
    journey(async |browser, site| {
        let names = points()?;
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        hall.begin(TEMPLATE).await?;
        hall.follow("Start workshoppen").await?;
        hall.tap("Næste: Stem").await?;
        hall.choose("Tæl hænder").await?;
        hall.sees("Skriv først, hvor mange der deltager.").await?;
        hall.write("Hvor mange deltager?", "12").await?;
        hall.sees("0 af 36 stemmer er brugt.").await?;
        let field = |at: usize| format!("{}: Stemmer", names[at]);
        hall.write(&field(0), "20").await?;
        hall.sees("20 af 36 stemmer er brugt.").await?;
        hall.write(&field(3), "20").await?;
        hall.is_told("Så mange stemmer er der ikke. Her er der plads til 16.").await?;
        hall.reads(Role::Field, &field(3), "16").await?;
        hall.sees("36 af 36 stemmer er brugt.").await?;
        hall.write(&field(5), "1").await?;
        hall.reads(Role::Field, &field(5), "").await?;
        // What one gives back another can have.
        hall.write(&field(0), "9").await?;
        hall.write(&field(5), "11").await?;
        hall.sees("36 af 36 stemmer er brugt.").await?;
        hall.tap("Næste: Resultat").await?;
        let expected = [(0, 9), (3, 16), (5, 11)].map(|(at, count)| (names[at].clone(), count));
        assert_eq!(hall.votes(VOTING).await?, expected);
        hall.sees("12 har stemt.").await
    });
}

#[test]
fn a_ballot_is_cast_by_keyboard_alone() {
    journey(async |browser, site| {
        let names = points()?;
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        hall.press(&format!("Brug skabelonen: {TEMPLATE}")).await?;
        hall.lands_on(TEMPLATE).await?;
        hall.press("Start workshoppen").await?;
        hall.lands_on("Velkommen").await?;
        hall.press("Næste: Stem").await?;
        hall.lands_on(VOTING).await?;
        hall.press("Næste person stemmer").await?;
        eventually("the ballot is there", async || hall.has(Role::Group, "Stemmeseddel 1").await)
            .await?;
        for at in [0, 0, 4] {
            hall.press(&format!("En stemme mere til {}", names[at])).await?;
        }
        hall.sees("Du har brugt alle dine stemmer.").await?;
        hall.press("Aflever").await?;
        hall.sees("Tak, din stemme er afgivet.").await?;
        hall.press("Alle har stemt").await?;
        hall.sees("1 har stemt").await?;
        hall.press("Næste: Resultat").await?;
        let expected = [(0, 2), (4, 1)].map(|(at, count)| (names[at].clone(), count));
        assert_eq!(hall.votes(VOTING).await?, expected);
        Ok(())
    });
}
