//! What the project's commands share with its end-to-end tests: the pinned tools and the server.

pub mod browsers;
pub mod process;
pub mod server;
pub mod tools;

/// Why a command could not do its work, in words for the person at the keyboard.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The folder of the project, whatever folder the command was called in.
#[must_use]
pub fn project() -> &'static std::path::Path {
    let xtask = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}
