//! Without a network, and with a new build.

use crate::journey;
use pejlemaerke_e2e::app::App;

#[test]
fn after_one_visit_every_view_works_with_the_server_gone() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.is_ready_offline().await?;
        site.cut();
        app.reload().await?;
        app.sees_heading("72 løfter").await?;
        let views = [
            ("#/omraade/4", "Erhvervslivet"),
            ("#/tema/12", "Indkøbspolitik"),
            ("#/tema/e6", "Branding"),
            ("#/maal/10a", "2.000"),
            ("#/maal", "Alle 72 mål"),
            ("#/soeg/bibliotek", "Søgning"),
            ("#/ordlyd", "Byrådets egen ordlyd"),
            ("#/filer", "Filer på denne enhed"),
            ("#/om", "Om Pejlemærke"),
        ];
        for (fragment, heading) in views {
            app.go(fragment).await?;
            app.reload().await?;
            app.sees_heading(heading).await?;
        }
        Ok(())
    });
}

#[test]
fn no_request_leaves_for_another_host_and_the_policy_is_strict() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.is_ready_offline().await?;
        for fragment in ["#/tema/7", "#/maal/7g", "#/soeg/vand", "#/ordlyd", "#/om"] {
            app.go(fragment).await?;
        }
        let foreign = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))";
        assert_eq!(browser.run(foreign).await?, serde_json::json!([]));
        let policy =
            "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
        let policy = browser.run(policy).await?;
        let policy = policy.as_str().unwrap_or_default();
        assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"));
        assert!(!policy.replace("wasm-unsafe-eval", "").contains("unsafe-eval"));
        // A script written into the page does not run.
        let inject = "window.wasRun = false; const s = document.createElement('script');
            s.textContent = 'window.wasRun = true'; document.body.append(s); return window.wasRun";
        assert_eq!(browser.run(inject).await?, false);
        assert_eq!(browser.run("return document.cookie").await?, "");
        Ok(())
    });
}

#[test]
fn a_new_build_is_told_of_and_taken_into_use_when_the_person_agrees() {
    journey(async |browser, site| {
        let app = App::open(browser, site, "").await?;
        app.is_ready_offline().await?;
        site.publish_another_build()?;
        app.reload().await?;
        app.sees_in(".message", "En ny udgave af appen er klar").await?;
        let is_new =
            "return fetch('index.html').then(r => r.text()).then(t => t.includes('Ny udgave'))";
        assert_eq!(
            browser.run(is_new).await?,
            false,
            "the old build stays until the person agrees"
        );
        browser.run("window.isOld = true").await?;
        app.press("Tag den i brug").await?;
        app.is_loaded_anew().await?;
        assert_eq!(browser.run(is_new).await?, true, "the new build is in use");
        app.sees_heading("72 løfter").await
    });
}
