//! Draws what the pure modules say, and performs what the person asks for.

mod components;
mod drafts;
mod nature;
mod notes;
mod pages;
mod platform;
mod session;
mod share;
mod shell;
mod text;
mod wording;
mod work;

/// Starts the app in the page.
pub fn start() {
    shell::start();
}
