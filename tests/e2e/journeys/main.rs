//! What people do with the app, in the browser that `PEJLEMAERKE_ENGINE` names (Chromium without
//! it). Run by `cargo xtask test e2e`, which builds `dist/` first.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod accessibility;
mod adopted;
mod exchange;
mod kills;
mod measuring;
mod notes;
mod offline;
mod reading;
mod searching;
mod settings;
mod storage;
mod villages;
mod workshops;

use pejlemaerke_e2e::{Failure, browser::Browser, site::Site};
use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::pin,
    task::Poll,
    thread,
};
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
        let result = unless_it_panics(steps(&browser, &site)).await;
        // Also after a panic: a browser that is left behind keeps its driver waiting for minutes.
        browser.quit().await?;
        Ok::<_, Failure>(result)
    });
    match result {
        Ok(Ok(Ok(()))) => {}
        Ok(Ok(Err(failure))) | Err(failure) => panic!("{failure}"),
        Ok(Err(panic)) => resume_unwind(panic),
    }
}

/// What something comes to, or what it panicked with.
async fn unless_it_panics<T>(steps: impl Future<Output = T>) -> thread::Result<T> {
    let mut steps = pin!(steps);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| steps.as_mut().poll(context))) {
        Ok(Poll::Ready(result)) => Poll::Ready(Ok(result)),
        Ok(Poll::Pending) => Poll::Pending,
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}
