//! Several tables: a tablet each, and one result.

use super::{TEMPLATE, VOTING};
use crate::{engine, journey};
use pejlemaerke::village::POINTS;
use pejlemaerke_e2e::{
    Failure,
    browser::Browser,
    files::{choose_files, file, handed_out, watch},
    notes::{accept, take_in},
    site::Site,
    workshops::{
        Role, Tablet,
        made::{points, table},
    },
};
use std::path::PathBuf;

/// How many people sit at a table, by its number.
fn people(table: usize) -> usize {
    4 + table % 3
}

/// What a person at a table wishes for, each by its place.
fn wishes(table: usize, person: usize) -> [usize; 3] {
    [(table + person) % 7, (table * person) % 7, table % 7]
}

fn name(table: usize) -> String {
    format!("Bord {table}")
}

/// How many votes each point has at these tables.
fn counted(tables: &[usize]) -> Result<Vec<(String, u32)>, Failure> {
    let mut all: Vec<(String, u32)> = points()?.into_iter().map(|name| (name, 0)).collect();
    for table in tables {
        for at in (0..people(*table)).flat_map(|person| wishes(*table, person)) {
            if let Some((_, count)) = all.get_mut(at) {
                *count += 1;
            }
        }
    }
    Ok(all.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// Hands the workshop on as a file; returns its text.
async fn share(hall: &Tablet<'_>) -> Result<String, Failure> {
    watch(&hall.app).await?;
    hall.tap("Del workshoppen").await?;
    hall.tap("Gem som fil").await?;
    Ok(handed_out(&hall.app, 1).await?.text)
}

/// A table with a tablet of its own, from the file it was given to the file it hands back.
async fn real_table(
    site: &Site,
    begun: PathBuf,
    table: usize,
    address: &str,
) -> Result<String, Failure> {
    let browser = Browser::start(engine()).await?;
    let steps = async {
        let hall = Tablet::open(&browser, site, "#/filer").await?;
        take_in(&hall.app, &begun).await?;
        hall.app.sees_in(".report", "ting er lagt ind").await?;
        hall.app.go(&format!("{address}/koer")).await?;
        hall.write("Hvad hedder bordet?", &format!("Bord {table}")).await?;
        hall.tap("Næste: Stem").await?;
        hall.take().await?;
        let names = points()?;
        let name = |at: usize| names.get(at).map_or("", String::as_str);
        for person in 0..people(table) {
            hall.give(&wishes(table, person).map(name)).await?;
            hall.tap("Aflever").await?;
            let is_last = person + 1 == people(table);
            hall.tap(if is_last { "Alle har stemt" } else { "Næste person stemmer" }).await?;
        }
        hall.stage("Afslutning").await?;
        hall.app.says_of_saving("saved").await?;
        share(&hall).await
    };
    let text = steps.await;
    browser.quit().await?;
    text
}

#[test]
fn eight_tables_give_one_result_and_a_table_can_be_left_out_and_taken_in_again() {
    journey(async |browser, site| {
        let hall = Tablet::open(browser, site, "#/workshop").await?;
        let address = hall.begin(TEMPLATE).await?;
        hall.app.says_of_saving("saved").await?;
        let begun = share(&hall).await?;
        let mut files = Vec::new();
        for number in 1..8_u8 {
            let number_of = usize::from(number);
            let ballot =
                |person| wishes(number_of, person).map(|at| POINTS[at].to_owned()).to_vec();
            let votes: Vec<Vec<String>> = (0..people(number_of)).map(ballot).collect();
            let text = table(&begun, number, &name(number_of), &votes)?;
            files.push(file(&format!("bord-{number}.json"), &text)?);
        }
        let text = real_table(site, file("workshop.json", &begun)?, 8, &address).await?;
        files.push(file("bord-8.json", &text)?);
        // One of them comes twice.
        files.push(file("bord-3 (kopi).json", &std::fs::read_to_string(&files[2])?)?);

        hall.app.go("#/filer").await?;
        choose_files(&hall.app, &files).await?;
        hall.app.sees_in(".incoming", "8 af 9 filer").await?;
        accept(&hall.app).await?;
        hall.app.sees_in(".report", "fra 8 filer").await?;
        hall.app.go(&format!("{address}/resultat")).await?;
        let all: Vec<usize> = (1..=8).collect();
        assert_eq!(hall.votes(VOTING).await?, counted(&all)?);
        let voters: usize = all.iter().map(|table| people(*table)).sum();
        hall.sees(&format!("{voters} har stemt.")).await?;
        let shown = hall.table(VOTING).await?;
        let head: Vec<&str> = shown[0].iter().skip(3).map(String::as_str).collect();
        assert_eq!(
            head,
            ["Bord 1", "Bord 2", "Bord 3", "Bord 4", "Bord 5", "Bord 6", "Bord 7", "Bord 8"]
        );
        for (column, table) in (3..).zip(&all) {
            let mine: Vec<(String, u32)> = shown[1..]
                .iter()
                .map(|row| (row[0].clone(), row[column].parse().unwrap_or(0)))
                .filter(|(_, count)| *count > 0)
                .collect();
            assert_eq!(mine, counted(&[*table])?, "table {table}");
        }

        hall.choose("Bord 4").await?;
        hall.is_told("til eller fra").await?;
        let rest: Vec<usize> = all.iter().copied().filter(|table| *table != 4).collect();
        hall.sees(&format!("{} har stemt.", voters - people(4))).await?;
        assert_eq!(hall.votes(VOTING).await?, counted(&rest)?);
        assert!(hall.table(VOTING).await?[0].contains(&"Bord 4 (tæller ikke)".to_owned()));
        hall.choose("Bord 4").await?;
        hall.sees(&format!("{voters} har stemt.")).await?;
        assert_eq!(hall.votes(VOTING).await?, counted(&all)?);
        assert_eq!(hall.read(Role::Choice, "Bord 4").await?.as_deref(), Some("chosen"));
        hall.app.says_of_saving("saved").await?;
        // All of it is there after a reload.
        hall.app.reload().await?;
        hall.app.is_ready().await?;
        assert_eq!(hall.votes(VOTING).await?, counted(&all)?);
        Ok(())
    });
}
