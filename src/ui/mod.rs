//! Draws what the pure modules say, and performs what the person asks for.

mod charts;
#[cfg(feature = "whole")]
mod codes;
mod components;
#[cfg(feature = "whole")]
mod drafts;
mod entries;
#[cfg(feature = "whole")]
mod fields;
#[cfg(feature = "whole")]
mod incoming;
mod measuring;
#[cfg(feature = "whole")]
mod named;
mod nature;
#[cfg(feature = "whole")]
mod notes;
#[cfg(not(feature = "whole"))]
#[path = "notes_first.rs"]
mod notes;
#[cfg(feature = "whole")]
mod outgoing;
mod pages;
mod platform;
mod session;
mod share;
mod shell;
mod status;
mod text;
#[cfg(feature = "whole")]
mod threads;
mod told;
#[cfg(feature = "whole")]
mod verdict;
#[cfg(feature = "whole")]
mod villages;
mod wording;
#[cfg(feature = "whole")]
mod work;
#[cfg(not(feature = "whole"))]
#[path = "work_first.rs"]
mod work;
#[cfg(feature = "whole")]
mod workshops;

/// Starts the app in the page.
pub fn start() {
    shell::start();
}
