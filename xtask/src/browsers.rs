//! The three browser engines and their drivers.

use crate::{Failure, process, tools};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and their kin.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's engine, as GTK's `MiniBrowser`.
    Webkit,
}

impl Engine {
    /// All engines.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name used on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The engine with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// The browser's program.
    ///
    /// # Errors
    /// When it is not installed.
    pub fn browser(self) -> Result<PathBuf, Failure> {
        match self {
            Self::Chromium => find(&["chromium", "chromium-browser", "google-chrome"]),
            Self::Firefox => find(&["firefox-esr", "firefox"]),
            Self::Webkit => mini_browser(),
        }
        .ok_or_else(|| format!("{} is not installed: {}", self.name(), self.advice()).into())
    }

    /// The driver's program.
    ///
    /// # Errors
    /// When it is not installed and cannot be.
    pub fn driver(self) -> Result<PathBuf, Failure> {
        let found = match self {
            Self::Chromium => find(&["chromedriver"]),
            Self::Firefox => return tools::GECKODRIVER.program(),
            Self::Webkit => find(&["WebKitWebDriver"]),
        };
        found.ok_or_else(|| {
            format!("the driver of {} is not installed: {}", self.name(), self.advice()).into()
        })
    }

    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-roboto-unhinted"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    fn advice(self) -> String {
        format!("as root: apt-get install --no-install-recommends {}", self.packages().join(" "))
    }

    fn is_installed(self) -> bool {
        let has_screen = self != Self::Webkit || find(&["Xvfb"]).is_some();
        let has_driver = self == Self::Firefox || self.driver().is_ok();
        self.browser().is_ok() && has_driver && has_screen
    }
}

/// Installs missing browsers where that takes no question: on Debian and its kin, as root.
///
/// # Errors
/// When one is missing and cannot be installed; says what to install.
pub fn ensure(engines: &[Engine]) -> Result<(), Failure> {
    let missing: Vec<Engine> =
        engines.iter().copied().filter(|engine| !engine.is_installed()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let may_install = find(&["apt-get"]).is_some()
        && process::output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !may_install {
        let advice: Vec<String> = missing.iter().map(|engine| engine.advice()).collect();
        return Err(format!("Browsers for the tests are missing.\n{}", advice.join("\n")).into());
    }
    let packages: Vec<&str> =
        missing.iter().flat_map(|engine| engine.packages()).copied().collect();
    println!("Installing {}: once, about 2 minutes", packages.join(", "));
    process::run(Command::new("apt-get").args(["update", "--quiet", "--quiet"]))?;
    process::run(
        Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"])
            .args(packages),
    )
}

/// How Chromium is started for tests: without a screen, and without talking to anybody.
pub const CHROMIUM_ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The capabilities with which `wasm-bindgen-test-runner` asks for Chromium, as JSON.
///
/// # Errors
/// When Chromium is not installed.
pub fn chromium_options() -> Result<String, Failure> {
    let binary = Engine::Chromium.browser()?;
    let options = serde_json::json!({"args": CHROMIUM_ARGUMENTS, "binary": binary});
    Ok(serde_json::json!({"goog:chromeOptions": options}).to_string())
}

/// The first of these programs on PATH.
#[must_use]
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file())
    })
}

fn mini_browser() -> Option<PathBuf> {
    ["x86_64-linux-gnu", "aarch64-linux-gnu"]
        .into_iter()
        .flat_map(|machine| {
            ["4.1", "4.0", "6.0"]
                .map(|version| format!("/usr/lib/{machine}/webkit2gtk-{version}/MiniBrowser"))
        })
        .map(|program| Path::new(&program).to_path_buf())
        .find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_found_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::from_name(engine.name()), Some(engine));
        }
        assert_eq!(Engine::from_name("netscape"), None);
    }
}
