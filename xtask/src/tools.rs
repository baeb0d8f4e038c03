//! The tools of the build, pinned in one place, and their installation in a per-user cache.
//! A tool that is already on PATH in the pinned version is used as it is.

use crate::{Failure, process};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A tool built from its sources by cargo.
pub struct CargoTool {
    crate_name: &'static str,
    program: &'static str,
    version: &'static str,
    minutes: u8,
}

/// Builds the app (MIT or Apache-2.0).
pub const TRUNK: CargoTool =
    CargoTool { crate_name: "trunk", program: "trunk", version: "0.21.14", minutes: 10 };
/// Ties wasm to JavaScript (MIT or Apache-2.0); goes with the `wasm-bindgen` of Cargo.toml.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    crate_name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.129",
    minutes: 2,
};
/// Drives Firefox in tests (MPL-2.0).
pub const GECKODRIVER: CargoTool =
    CargoTool { crate_name: "geckodriver", program: "geckodriver", version: "0.37.1", minutes: 3 };

/// A package of the npm registry.
pub struct NpmPackage {
    name: &'static str,
    version: &'static str,
}

/// Makes wasm small (Apache-2.0).
pub const BINARYEN: NpmPackage = NpmPackage { name: "binaryen", version: "132.0.0" };
/// The display face, Newsreader (SIL Open Font License 1.1).
pub const NEWSREADER: NpmPackage = NpmPackage { name: "@fontsource/newsreader", version: "5.3.0" };
/// Cuts the display face down to what is used (MIT).
pub const HARFBUZZ: NpmPackage = NpmPackage { name: "harfbuzzjs", version: "1.6.4" };
/// Packs it again (MIT).
pub const WOFF2: NpmPackage = NpmPackage { name: "woff2-encoder", version: "2.0.0" };
/// Makes JavaScript small (BSD-2-Clause).
pub const TERSER: NpmPackage = NpmPackage { name: "terser", version: "5.44.1" };
/// Finds faults of accessibility in tests (MPL-2.0).
pub const AXE: NpmPackage = NpmPackage { name: "axe-core", version: "4.14.1" };

/// The target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The cache's folder: `PEJLEMAERKE_CACHE`, else `pejlemaerke` in the user's cache folder.
///
/// # Errors
/// When the environment names no home folder.
pub fn cache() -> Result<PathBuf, Failure> {
    if let Some(folder) = env::var_os("PEJLEMAERKE_CACHE") {
        return Ok(folder.into());
    }
    let folder = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or("no home folder is known; name a folder for tools in PEJLEMAERKE_CACHE")?;
    Ok(folder.join("pejlemaerke"))
}

impl CargoTool {
    /// The program's path, after installing it where it is missing.
    ///
    /// # Errors
    /// When it cannot be installed.
    pub fn program(&self) -> Result<PathBuf, Failure> {
        if process::output(self.program, &["--version"]).is_some_and(|line| self.is_named_in(&line))
        {
            return Ok(self.program.into());
        }
        let root = cache()?.join(format!("{}-{}", self.crate_name, self.version));
        let program = root.join("bin").join(self.program);
        if !program.is_file() {
            println!(
                "Installing {} {}: once, about {} minutes",
                self.crate_name, self.version, self.minutes
            );
            process::run(
                Command::new("cargo")
                    .args([
                        "install",
                        self.crate_name,
                        "--version",
                        self.version,
                        "--locked",
                        "--quiet",
                        "--root",
                    ])
                    .arg(&root),
            )?;
        }
        Ok(program)
    }

    /// Another program of the same package.
    ///
    /// # Errors
    /// When it cannot be installed.
    pub fn sibling(&self, name: &str) -> Result<PathBuf, Failure> {
        Ok(self.program()?.with_file_name(name))
    }

    fn is_named_in(&self, line: &str) -> bool {
        line.split_whitespace().any(|word| word == self.version)
    }
}

impl NpmPackage {
    /// The package's folder, after installing it where it is missing.
    ///
    /// # Errors
    /// When it cannot be installed.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        let name = self.name.trim_start_matches('@').replace('/', "-");
        let root = cache()?.join(format!("{name}-{}", self.version));
        let folder = root.join("node_modules").join(self.name);
        // npm writes this file last, so an interrupted installation is begun again.
        if !root.join("node_modules/.package-lock.json").is_file() {
            println!("Installing {} {}: once, a few seconds", self.name, self.version);
            std::fs::create_dir_all(&root)?;
            process::run(
                Command::new("npm")
                    .args([
                        "install",
                        "--silent",
                        "--no-fund",
                        "--no-audit",
                        "--no-save",
                        "--prefix",
                    ])
                    .arg(&root)
                    .arg(format!("{}@{}", self.name, self.version)),
            )?;
        }
        Ok(folder)
    }
}

/// A PATH on which trunk finds `wasm-bindgen` and `wasm-opt` in the pinned versions.
///
/// # Errors
/// When one of them cannot be installed.
pub fn path() -> Result<std::ffi::OsString, Failure> {
    let mut folders = Vec::new();
    folders.extend(WASM_BINDGEN.program()?.parent().map(Path::to_path_buf));
    if !process::output("wasm-opt", &["--version"])
        .is_some_and(|line| line.contains(&format!("version {}", major(BINARYEN.version))))
    {
        folders.push(BINARYEN.folder()?.join("bin"));
        folders.push(
            cache()?.join(format!("binaryen-{}", BINARYEN.version)).join("node_modules/.bin"),
        );
    }
    folders.retain(|folder| !folder.as_os_str().is_empty());
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(env::join_paths(folders)?)
}

/// Adds the wasm32 target to the toolchain where it is missing.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure_wasm_target() -> Result<(), Failure> {
    let there = process::output("rustc", &["--print", "target-libdir", "--target", WASM_TARGET])
        .is_some_and(|folder| Path::new(folder.trim()).is_dir());
    if there {
        return Ok(());
    }
    println!("Adding the target {WASM_TARGET}: once, a few seconds");
    process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

/// Adds rustfmt and clippy to the toolchain where they are missing.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub fn ensure_lints() -> Result<(), Failure> {
    for (component, program) in [("rustfmt", "rustfmt"), ("clippy", "clippy-driver")] {
        if process::output(program, &["--version"]).is_none() {
            process::run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_version_on_path_is_used() {
        assert!(TRUNK.is_named_in("trunk 0.21.14"));
        assert!(WASM_BINDGEN.is_named_in("wasm-bindgen 0.2.129 (8e1f1d9a1 2026-01-01)"));
        assert!(!TRUNK.is_named_in("trunk 0.21.140"));
        assert!(!TRUNK.is_named_in("trunk 0.22.0"));
    }

    #[test]
    fn the_pins_agree_with_the_other_places_that_name_them() {
        let read = |name: &str| std::fs::read_to_string(crate::project().join(name)).unwrap();
        let trunk = read("Trunk.toml");
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
        assert!(trunk.contains(&format!("wasm_opt = \"version_{}\"", major(BINARYEN.version))));
        assert!(
            read("Cargo.toml").contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version))
        );
    }
}
