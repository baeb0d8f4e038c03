//! Serving the app to the person at the keyboard.

use crate::dist;
use std::process::{Command, Stdio};
use xtask::{Failure, browsers, process, project, server::Server, tools};

const PORT: u16 = 8080;

/// Builds the release and serves it until it is stopped.
pub(crate) fn release() -> Result<(), Failure> {
    println!("1 of 2: build (the first time about 15 minutes with all tools, later about 1)");
    dist::build()?;
    let server = Server::start_near(&project().join("dist"), "", PORT)?;
    let address = format!("http://{}/", server.address());
    println!("2 of 2: serving at {address} (stop with Ctrl+C)");
    open(&address);
    loop {
        std::thread::park();
    }
}

/// Rebuilds on every save.
pub(crate) fn develop() -> Result<(), Failure> {
    tools::ensure_wasm_target()?;
    println!("Building and watching: about 2 minutes the first time, then seconds");
    process::run(
        Command::new(tools::TRUNK.program()?)
            .current_dir(project())
            .env("PATH", tools::path()?)
            .env_remove("NO_COLOR")
            .args(["serve", "--offline"]),
    )
}

/// Opens a browser where there is a screen and a program that does it; none is no failure.
fn open(address: &str) {
    let has_screen =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if !(has_screen || cfg!(target_os = "macos")) {
        return;
    }
    if let Some(opener) = browsers::find(&[opener]) {
        let started =
            Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        if let Err(error) = started {
            println!("No browser could be opened ({error}); open the address yourself.");
        }
    }
}
