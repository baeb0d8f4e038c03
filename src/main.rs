//! Starts the app in the browser.

/// Mounts the app in the page.
#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    pejlemaerke::ui::start();
}

/// The app only runs in a browser; on other machines it says how it is started.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Pejlemærke runs in a browser. Start it with: cargo xtask serve");
}
