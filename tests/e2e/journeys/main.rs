//! What people do with the app, in the browser that `PEJLEMAERKE_ENGINE` names (Chromium without
//! it). Run by `cargo xtask test e2e`, which builds `dist/` first.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod accessibility;
mod adopted;
mod kills;
mod measuring;
mod notes;
mod offline;
mod reading;
mod searching;
mod settings;
mod storage;

use pejlemaerke_e2e::{Failure, browser::Browser, site::Site};
use xtask::browsers::Engine;

/// The engine under test.
fn engine() -> Engine {
    let name = std::env::var("PEJLEMAERKE_ENGINE").unwrap_or_else(|_| "chromium".into());
    Engine::from_name(&name).expect("PEJLEMAERKE_ENGINE names an engine")
}

/// Runs a journey in a browser of its own, with a site of its own.
fn journey(steps: impl AsyncFnOnce(&Browser, &Site) -> Result<(), Failure>) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let result = runtime.block_on(async {
        let site = Site::start()?;
        let browser = Browser::start(engine()).await?;
        let result = steps(&browser, &site).await;
        browser.quit().await?;
        result
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}
