//! Draws what the pure modules say, and performs what the person asks for.

mod components;
mod nature;
mod pages;
mod platform;
mod session;
mod share;
mod shell;
mod text;
mod wording;

/// Starts the app in the page.
pub fn start() {
    shell::start();
}
