//! `dist/` on a host of its own, in a sub-folder, with a network that can be cut.

use crate::Failure;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};
use xtask::{project, server::Server};

const SUB_FOLDER: &str = "kommune/pejlemaerke";

/// A site under test.
pub struct Site {
    folder: PathBuf,
    server: RefCell<Option<Server>>,
    port: u16,
}

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Site {
    /// Serves a copy of `dist/`, so that a journey may publish another build of it.
    ///
    /// # Errors
    /// When `dist/` was not built.
    pub fn start() -> Result<Self, Failure> {
        let dist = project().join("dist");
        if !dist.join("index.html").is_file() {
            return Err("dist/ is missing: run cargo xtask build".into());
        }
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = project().join(format!("target/sites/{}-{number}", std::process::id()));
        copy(&dist, &folder)?;
        let server = Server::start(&folder, SUB_FOLDER, 0)?;
        let port = server.address().port();
        Ok(Self { folder, server: RefCell::new(Some(server)), port })
    }

    /// The address of a view.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        format!("http://127.0.0.1:{}/{SUB_FOLDER}/{fragment}", self.port)
    }

    /// Has the browser refuse all storage to pages that are opened with `?blocked`, as it does where
    /// people block cookies.
    ///
    /// # Errors
    /// When the build is not of the expected form.
    pub fn block_storage(&self) -> Result<(), Failure> {
        const BLOCK: &str = "if (location.search.includes('blocked')) for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });\n";
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !name.starts_with("boot-") {
                continue;
            }
            if path.extension().is_some_and(|end| end == "js") {
                fs::write(&path, format!("{BLOCK}{}", fs::read_to_string(&path)?))?;
            } else {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    /// Cuts the network: nothing answers any more.
    pub fn cut(&self) {
        self.server.replace(None);
    }

    /// Puts a changed build in place of the present one, as publishing does. The page's title tells
    /// it from the first.
    ///
    /// # Errors
    /// When the build is not of the expected form.
    pub fn publish_another_build(&self) -> Result<(), Failure> {
        let page = self.folder.join("index.html");
        let changed = fs::read_to_string(&page)?.replace("<title>", "<title>Ny udgave: ");
        fs::write(&page, &changed)?;
        let worker = self.folder.join("service-worker.js");
        let text = fs::read_to_string(&worker)?;
        let start = text.find("const FILES = ").ok_or("the worker names no files")?
            + "const FILES = ".len();
        let end = text
            .get(start..)
            .and_then(|rest| rest.find("];"))
            .ok_or("the list of files is cut off")?
            + start
            + 1;
        let list = text.get(start..end).unwrap_or_default();
        let mut files: Vec<(String, String)> = serde_json::from_str(list)?;
        for (name, integrity) in &mut files {
            if name == "index.html" {
                *integrity =
                    format!("sha256-{}", STANDARD.encode(Sha256::digest(changed.as_bytes())));
            }
        }
        let text = text
            .replace(list, &serde_json::to_string(&files)?)
            .replace("const BUILD = \"", "const BUILD = \"next-");
        fs::write(&worker, text)?;
        for name in ["index.html", "service-worker.js"] {
            for twin in ["br", "gz"] {
                fs::remove_file(self.folder.join(format!("{name}.{twin}")))?;
            }
        }
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Left-overs stand in target/, where nobody minds them.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
