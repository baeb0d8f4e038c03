//! A browser with its driver, alive as long as the value.

use crate::Failure;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{net::TcpStream, time};
use xtask::browsers::{CHROMIUM_ARGUMENTS, Engine};

/// How long anything may take before it counts as failed.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked whether something has happened.
pub const PACE: Duration = Duration::from_millis(25);

/// A started browser.
pub struct Browser {
    /// The session with the driver.
    pub driver: WebDriver,
    /// Which engine it is.
    pub engine: Engine,
    processes: Processes,
}

/// Processes that end with the value, the last one first.
struct Processes(Vec<Child>);

impl Drop for Processes {
    fn drop(&mut self) {
        for process in self.0.iter_mut().rev() {
            // It may have ended by itself, which is as good.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Browser {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// When browser or driver are missing or do not start.
    pub async fn start(engine: Engine) -> Result<Self, Failure> {
        Self::start_with(engine, capabilities(engine, &[])?).await
    }

    /// Starts Chromium with a camera that sees a film (YUV4MPEG2), again and again.
    ///
    /// # Errors
    /// When browser or driver are missing or do not start.
    pub async fn start_with_camera(film: &Path) -> Result<Self, Failure> {
        let more = [
            "--use-fake-device-for-media-stream".into(),
            "--use-fake-ui-for-media-stream".into(),
            format!("--use-file-for-fake-video-capture={}", film.display()),
        ];
        Self::start_with(Engine::Chromium, capabilities(Engine::Chromium, &more)?).await
    }

    /// Starts Chromium with a profile that outlives it.
    ///
    /// # Errors
    /// When browser or driver are missing or do not start.
    pub async fn start_in(profile: &Path) -> Result<Self, Failure> {
        let profile = [format!("--user-data-dir={}", profile.display())];
        Self::start_with(Engine::Chromium, capabilities(Engine::Chromium, &profile)?).await
    }

    /// Kills the browser at once, as a dead battery would: by the id of the process that holds the
    /// profile. The driver ends with it.
    ///
    /// # Errors
    /// When no such process runs.
    pub fn kill(self, profile: &Path) -> Result<(), Failure> {
        let marks = format!("--user-data-dir={}", profile.display());
        let mut killed = 0;
        for entry in std::fs::read_dir("/proc")? {
            let folder = entry?.path();
            // Processes come and go while they are listed.
            let Ok(line) = std::fs::read(folder.join("cmdline")) else { continue };
            let line = String::from_utf8_lossy(&line);
            let words: Vec<&str> = line.split('\0').collect();
            let is_browser = words.contains(&marks.as_str())
                && !words.iter().any(|word| word.starts_with("--type="));
            let id = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            if let Some(id) = id.filter(|_| is_browser) {
                killed += u32::from(Command::new("kill").args(["-9", &id]).status()?.success());
            }
        }
        // The session is gone with the browser; its driver ends with this value.
        std::mem::forget(self.driver);
        drop(self.processes);
        if killed == 0 { Err("there was no browser to kill".into()) } else { Ok(()) }
    }

    async fn start_with(engine: Engine, wanted: Capabilities) -> Result<Self, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut processes = Processes(Vec::new());
        let mut driver = Command::new(engine.driver()?);
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        if engine == Engine::Webkit {
            let (screen, display) = virtual_screen()?;
            processes.0.push(screen);
            driver.env("DISPLAY", display).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        processes.0.push(driver.spawn()?);
        eventually("the driver answers", async || {
            Ok(TcpStream::connect(("127.0.0.1", port)).await.is_ok())
        })
        .await?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
        Ok(Self { driver, engine, processes })
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// When the driver does not answer any more.
    pub async fn quit(self) -> Result<(), Failure> {
        self.driver.quit().await?;
        drop(self.processes);
        Ok(())
    }

    /// Makes the view this large, in CSS pixels. Windows of Firefox and WebKit do not get narrower
    /// than some 450 px; Chromium's view does.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Failure> {
        if self.engine == Engine::Chromium {
            let size =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        } else {
            self.driver.set_window_rect(0, 0, width, height).await?;
        }
        Ok(())
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn run(&self, script: &str) -> Result<Value, Failure> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Slows the processor down, in Chromium.
    ///
    /// # Errors
    /// When the browser cannot do it.
    pub async fn slow_down(&self, times: u32) -> Result<(), Failure> {
        self.driver
            .cdp()
            .send_raw("Emulation.setCPUThrottlingRate", json!({"rate": times}))
            .await?;
        Ok(())
    }
}

/// Waits until something is so.
///
/// # Errors
/// When it is not so in time, with its name; or when looking fails.
pub async fn eventually(
    what: &str,
    is_so: impl AsyncFn() -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let mut pace = time::interval(PACE);
    let wait = async {
        loop {
            pace.tick().await;
            if is_so().await? {
                return Ok(());
            }
        }
    };
    time::timeout(PATIENCE, wait)
        .await
        .map_err(|elapsed| format!("waited in vain until {what}: {elapsed}"))?
}

fn capabilities(engine: Engine, more: &[String]) -> Result<Capabilities, Failure> {
    let binary = engine.browser()?;
    let binary = binary.to_string_lossy();
    let (name, key, options) = match engine {
        Engine::Chromium => {
            let mut arguments = CHROMIUM_ARGUMENTS.map(String::from).to_vec();
            arguments.extend_from_slice(more);
            ("chrome", "goog:chromeOptions", json!({"binary": binary, "args": arguments}))
        }
        Engine::Firefox => (
            "firefox",
            "moz:firefoxOptions",
            json!({"binary": binary, "args": ["-headless", "--width=1280", "--height=900"]}),
        ),
        Engine::Webkit => (
            "MiniBrowser",
            "webkitgtk:browserOptions",
            json!({"binary": binary, "args": ["--automation"]}),
        ),
    };
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", name)?;
    capabilities.set(key, options)?;
    Ok(capabilities)
}

/// Starts an X server without a screen; returns it and the name of its display.
fn virtual_screen() -> Result<(Child, String), Failure> {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut number = String::new();
    if let Some(out) = server.stdout.take() {
        BufReader::new(out).read_line(&mut number)?;
    }
    Ok((server, format!(":{}", number.trim())))
}

/// The source of the accessibility checker.
///
/// # Errors
/// When it cannot be installed.
pub fn axe() -> Result<String, Failure> {
    Ok(std::fs::read_to_string(Path::new(&xtask::tools::AXE.folder()?).join("axe.min.js"))?)
}
