//! What became of each promise: read by a citizen, measured by an officer.

use crate::journey;
use pejlemaerke_e2e::{
    Failure,
    app::App,
    browser::{axe, eventually},
};
use thirtyfour::Key;

/// Presses Tab until the element with this id has the focus: nobody needs a mouse to get there.
async fn tab_to(app: &App<'_>, id: &str) -> Result<(), Failure> {
    let focused = format!("return document.activeElement.id === '{id}'");
    for _ in 0..80 {
        if app.browser.run(&focused).await? == true {
            return Ok(());
        }
        app.key(Key::Tab).await?;
    }
    Err(format!("{id} is not reached by Tab").into())
}

/// Pastes a text where the focus is, as Ctrl+V does.
async fn paste(app: &App<'_>, text: &str) -> Result<(), Failure> {
    // Firefox has names of its own for the text.
    let script = format!(
        "const text = {}; const data = new DataTransfer(); data.setData('text/plain', text);
         document.activeElement.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, data: text, dataType: 'text/plain', bubbles: true, cancelable: true }}))",

        serde_json::Value::from(text)
    );
    app.browser.run(&script).await?;
    Ok(())
}

async fn is_saved(app: &App<'_>) -> Result<(), Failure> {
    app.says_of_saving("saved").await
}

#[test]
fn a_citizen_finds_what_became_of_parent_satisfaction_in_three_taps_with_its_source() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.follow("0-6-års").await?;
        app.sees_heading("0-6").await?;
        app.follow("85").await?;
        app.sees_heading("85").await?;
        app.sees_in(".status-line", "Holdt").await?;
        app.sees_in(".explained", "91").await?;
        app.sees_in(".series-table", "89").await?;
        app.sees_in(".series-table .entry-source", "Kilde:").await?;
        let sources = "return [...document.querySelectorAll('.series-table .entry-source a')].every(a => a.href.startsWith('http'))";
        assert_eq!(browser.run(sources).await?, true);
        assert!(app.count(".indicator .chart .chart-dot").await? >= 4);
        Ok(())
    });
}

#[test]
fn a_citizen_finds_what_became_of_the_business_climate_rank() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.follow("Erhvervsstrategi").await?;
        app.sees_in(".indicator .explained", "nr. 56").await?;
        app.sees_in(".indicator", "Siden da: nr. 75").await?;
        // Surveys that cannot be compared are not joined by a line.
        assert!(app.count(".indicator .chart .chart-break").await? >= 1);
        app.sees_in(".series-table .entry-source", "Kilde:").await
    });
}

#[test]
fn an_officer_enters_by_keyboard_alone_and_everything_outlives_a_reload() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/ny/1e").await?;
        app.is_ready().await?;
        app.sees_heading("forældre").await?;
        tab_to(&app, "entry-value").await?;
        app.keys("87,5").await?;
        app.key(Key::Tab).await?;
        app.keys("november 2020").await?;
        app.sees_in(".read-as", "87,5\u{a0}% · nov. 2020").await?;
        tab_to(&app, "entry-title").await?;
        app.keys("Kommunens egen undersøgelse").await?;
        app.key(Key::Enter).await?;
        app.sees_in(".messages", "Ny måling").await?;
        is_saved(&app).await?;
        app.sees_in(".status-line", "Holdt").await?;
        app.sees_in(".series-table", "Kommunens egen undersøgelse").await?;
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(".series-table", "Kommunens egen undersøgelse").await?;
        // The published figures stand as they were.
        app.sees_in(".indicator", "Offentliggjorte tal").await
    });
}

#[test]
fn rows_pasted_from_a_spreadsheet_are_checked_corrected_saved_and_undone() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/mange").await?;
        app.is_ready().await?;
        let row = |number: u32| {
            let value = if number == 7 { "85x".to_owned() } else { format!("{},5", 60 + number) };
            format!("1e\t{}\t{value}\t\tRegneark\tMette\n", 1990 + number)
        };
        let rows: String = (0..30).map(row).collect();
        tab_to(&app, "cell-0-0").await?;
        paste(&app, &rows).await?;
        app.sees_in(".messages", "30 rækker indsat").await?;
        app.sees_in(".grid-state", "1 række kan ikke gemmes").await?;
        app.sees_in(".grid", "Kan ikke læses som et tal").await?;
        // Corrected where it stands.
        app.browser
            .run("const cell = document.getElementById('cell-7-2'); cell.focus(); cell.select()")
            .await?;
        app.keys("67,5").await?;
        app.press("Gem 30 målinger").await?;
        app.sees_in(".messages", "30 målinger gemt").await?;
        is_saved(&app).await?;
        app.go("#/maalinger/alle").await?;
        app.sees_in(".filter-result", "30 målinger").await?;
        app.browser.run("document.activeElement.blur()").await?;
        app.browser
            .driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys("z")
            .key_up(Key::Control)
            .perform()
            .await?;
        app.sees_in(".messages", "Fortrudt").await?;
        is_saved(&app).await?;
        app.press("Gentag").await?;
        app.sees_in(".filter-result", "30 målinger").await?;
        is_saved(&app).await?;
        app.reload().await?;
        app.is_ready().await?;
        app.sees_in(".filter-result", "30 målinger").await
    });
}

#[test]
fn what_is_typed_into_a_grid_outlives_leaving_and_reloading() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/mange").await?;
        app.is_ready().await?;
        app.field("cell-0-0").await?.send_keys("7d").await?;
        app.field("cell-0-2").await?.send_keys("400").await?;
        app.go("#/om").await?;
        app.reload().await?;
        app.go("#/maalinger/mange").await?;
        let typed = "return document.getElementById('cell-0-0').value + document.getElementById('cell-0-2').value";
        eventually("the row stands again", async || Ok(app.browser.run(typed).await? == "7d400"))
            .await
    });
}

#[test]
fn a_value_that_cannot_be_is_explained_and_one_that_is_odd_is_questioned() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/ny/1e").await?;
        app.is_ready().await?;
        app.press("Gem målingen").await?;
        app.sees_in("#entry-value-problem", "Skal udfyldes").await?;
        app.field("entry-value").await?.send_keys("140 %").await?;
        app.field("entry-when").await?.send_keys("2099").await?;
        app.sees_in("#entry-when-problem", "fremtiden").await?;
        app.sees_in(".is-question", "Mere end 100").await?;
        let when = app.field("entry-when").await?;
        when.clear().await?;
        when.send_keys("2020").await?;
        app.press("Gem målingen").await?;
        // Not saved before the question is answered.
        app.sees_heading("forældre").await?;
        app.press_box("entry-confirm").await?;
        app.press("Gem målingen").await?;
        app.sees_in(".series-table", "140").await
    });
}

#[test]
fn two_sets_are_compared_and_the_differences_listed() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/ny/1e").await?;
        app.is_ready().await?;
        app.field("entry-value").await?.send_keys("70").await?;
        app.field("entry-when").await?.send_keys("2020").await?;
        app.press("Gem målingen").await?;
        app.sees_in(".status-line", "Ikke holdt").await?;
        app.go("#/maalinger/sammenlign").await?;
        app.sees_in(".compare", "91").await?;
        app.sees_in(".compare", "70").await?;
        app.sees_in(".compare", "Anden status").await?;
        app.sees_in(".filter-result", "forskel").await
    });
}

#[test]
fn an_open_target_is_set_by_a_person_and_marked_as_theirs() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/maaltal/o05").await?;
        app.is_ready().await?;
        app.field("target-value").await?.send_keys("80").await?;
        app.field("target-unit").await?.send_keys("%").await?;
        app.field("target-deadline").await?.send_keys("2030").await?;
        app.press("Gem måltallet").await?;
        app.sees_in("main", "Måltallet er sat af dig").await?;
        app.go("#/maalinger/vis/aabne=ja").await?;
        app.sees_in(".filter-result", "11 af").await
    });
}

#[test]
fn a_verdict_stands_beside_the_computed_status() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maal/5d").await?;
        app.is_ready().await?;
        app.browser.run("document.querySelector('.verdict-form').open = true").await?;
        app.choose_option("verdict-status", "missed").await?;
        app.press("Gem vurderingen").await?;
        app.sees_in("#verdict-missing", "Skriv en begrundelse").await?;
        app.field("verdict-reason").await?.send_keys("Der kører biler endnu.").await?;
        app.press("Gem vurderingen").await?;
        app.sees_in(".became", "Vurderet: Der kører biler endnu.").await?;
        app.sees_in(".became", "Beregnet status").await?;
        is_saved(&app).await
    });
}

#[test]
fn sets_are_named_copied_deleted_and_brought_back() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "#/maalinger/saet").await?;
        app.is_ready().await?;
        app.press("Nyt målesæt").await?;
        let is_named = "return document.activeElement.id.startsWith('set-name')";
        eventually(
            "the name can be written",
            async || Ok(app.browser.run(is_named).await? == true),
        )
        .await?;
        app.keys("Borgerpanelet").await?;
        is_saved(&app).await?;
        app.sees_in(".sets", "Borgerpanelet").await?;
        app.press("Lav en kopi").await?;
        app.sees_in(".sets", "Kopi af Borgerpanelet").await?;
        app.press("Slet målesættet").await?;
        app.sees_in(".messages", "Sletning af målesæt").await?;
        eventually("one set less", async || Ok(app.count(".sets > li").await? == 2)).await?;
        app.press("Fortryd").await?;
        eventually("it is back", async || Ok(app.count(".sets > li").await? == 3)).await
    });
}

#[test]
fn axe_finds_nothing_where_measurements_are_entered_and_refused() {
    journey(async |browser, site| {
        let axe = axe()?;
        let app = App::open(browser, site, "#/maalinger/ny/15c").await?;
        app.is_ready().await?;
        app.press("Gem målingen").await?;
        app.sees_in("#entry-value-problem", "Skal udfyldes").await?;
        let mut faults = app.faults(&axe).await?;
        app.field("entry-value").await?.send_keys("6").await?;
        app.field("entry-of").await?.send_keys("19").await?;
        app.field("entry-when").await?.send_keys("1950").await?;
        app.sees_in(".is-question", "langt før").await?;
        faults.extend(app.faults(&axe).await?);
        app.press_box("entry-confirm").await?;
        app.press("Gem målingen").await?;
        app.sees_in(".series-table", "nr. 6 af 19").await?;
        faults.extend(app.faults(&axe).await?);
        for view in
            ["#/maalinger/alle", "#/maalinger/saet", "#/maalinger/sammenlign", "#/maalinger/tid"]
        {
            app.go(view).await?;
            faults.extend(app.faults(&axe).await?);
        }
        assert_eq!(faults, Vec::<String>::new());
        Ok(())
    });
}
