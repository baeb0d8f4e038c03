//! The app as a person meets it: by headings, links and labels.

use crate::{
    Failure,
    browser::{Browser, eventually},
    site::Site,
};
use serde_json::Value;
use thirtyfour::{By, Key, WebElement};

/// The app in one tab.
pub struct App<'a> {
    /// The browser it runs in.
    pub browser: &'a Browser,
    site: &'a Site,
}

impl<'a> App<'a> {
    /// Opens a view by its address and waits for it.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn open(
        browser: &'a Browser,
        site: &'a Site,
        fragment: &str,
    ) -> Result<Self, Failure> {
        let app = Self { browser, site };
        browser.driver.goto(site.address(fragment)).await?;
        app.is_open().await?;
        app.is_settled().await?;
        Ok(app)
    }

    /// Goes on to another view by its address, in a tab where the app is open.
    ///
    /// # Errors
    /// When no view opens.
    pub async fn go(&self, fragment: &str) -> Result<(), Failure> {
        let address = self.site.address(fragment);
        // By script: Chromium's driver takes seconds to see that a fragment needs no loading.
        self.browser.run(&format!("location.href = {}", quoted(&address))).await?;
        self.is_settled().await?;
        // The first part of the app makes way for the whole where a view needs it.
        let is_there = "const { part } = document.documentElement.dataset; const h = document.querySelector('main h1');
            return !!h && !!h.innerText.trim() && !(part === 'first' && /^#.(maalinger|landsbyer|workshop|filer|ordlyd|om)([/]|$)/.test(location.hash))";
        eventually("a view is open", async || {
            Ok(self.browser.run(is_there).await.is_ok_and(|answer| answer == true))
        })
        .await?;
        self.is_settled().await
    }

    /// Waits until the whole app is there and everything kept on the device is loaded. Where only the
    /// first part of the app is, it is asked for the rest as a person does who wants to write.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn is_ready(&self) -> Result<(), Failure> {
        if self.browser.run("return document.documentElement.dataset.part").await? == "first" {
            self.browser
                .run("window.name = 'pejlemaerke-whole'; window.isOld = true; location.reload()")
                .await?;
            self.is_loaded_anew().await?;
        }
        eventually("everything is loaded", async || {
            Ok(self.browser.run("return document.documentElement.dataset.ready").await? == "yes")
        })
        .await
    }

    /// Waits until the app says this of the last edit: `saved` or `not-saved`.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn says_of_saving(&self, state: &str) -> Result<(), Failure> {
        let script = "return document.querySelector('.save-state').dataset.state";
        eventually(state, async || Ok(self.browser.run(script).await? == state)).await
    }

    /// Reloads the page.
    ///
    /// # Errors
    /// When no view opens.
    pub async fn reload(&self) -> Result<(), Failure> {
        // By script: Firefox's driver reloads past the service worker, as Shift and F5 do.
        self.browser.run("window.isOld = true; location.reload()").await?;
        self.is_loaded_anew().await
    }

    /// Waits until the page whose window was marked as old has made way for a new one.
    ///
    /// # Errors
    /// When it has not in time.
    pub async fn is_loaded_anew(&self) -> Result<(), Failure> {
        let is_new = "return !window.isOld && !!document.querySelector('main h1')";
        eventually("the page is loaded anew", async || {
            // Between the pages there is nobody to ask.
            Ok(self.browser.run(is_new).await.is_ok_and(|answer| answer == true))
        })
        .await
    }

    async fn is_open(&self) -> Result<(), Failure> {
        eventually("a view is open", async || Ok(!self.text("main h1").await?.is_empty())).await
    }

    /// Waits until the app has drawn, scrolled and moved the focus: three frames after the last
    /// change, since it does so in the second.
    async fn is_settled(&self) -> Result<(), Failure> {
        let script = "const done = arguments[arguments.length - 1]; let left = 3;
            const frame = () => { left -= 1; if (left > 0) requestAnimationFrame(frame); else setTimeout(done); };
            setTimeout(() => requestAnimationFrame(frame));
            // A tab in the background draws no frames.
            setTimeout(done, 1000);";
        // A page that makes way for another one answers nothing; the next one does.
        eventually("the page answers", async || {
            Ok(self.browser.driver.execute_async(script, Vec::new()).await.is_ok())
        })
        .await
    }

    /// The text of the first element that matches, as it is seen; empty where there is none.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn text(&self, selector: &str) -> Result<String, Failure> {
        let script = format!(
            "const e = document.querySelector({}); return e ? e.innerText.trim() : ''",
            quoted(selector)
        );
        Ok(self.browser.run(&script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// How many elements match.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn count(&self, selector: &str) -> Result<u64, Failure> {
        let script = format!("return document.querySelectorAll({}).length", quoted(selector));
        Ok(self.browser.run(&script).await?.as_u64().unwrap_or_default())
    }

    /// Waits until the heading of the view contains these words.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn sees_heading(&self, words: &str) -> Result<(), Failure> {
        self.sees_in("main h1", words).await
    }

    /// Waits until an element contains these words.
    ///
    /// # Errors
    /// When it does not in time; tells what was there instead.
    pub async fn sees_in(&self, selector: &str, words: &str) -> Result<(), Failure> {
        let is_seen = async || Ok(self.text(selector).await.is_ok_and(|text| text.contains(words)));
        let seen = eventually(words, is_seen).await;
        if seen.is_err() {
            let there = self.text(selector).await?;
            return Err(format!("{selector} should say «{words}», but says «{there}»").into());
        }
        Ok(())
    }

    /// Follows the link with this text within the main part.
    ///
    /// # Errors
    /// When there is none.
    pub async fn follow(&self, words: &str) -> Result<(), Failure> {
        let path = format!("//main//a[contains(normalize-space(.), {})]", xpath_quoted(words));
        self.press_element(&By::XPath(path), words).await
    }

    /// Presses the button with this text or label.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press(&self, words: &str) -> Result<(), Failure> {
        let words_quoted = xpath_quoted(words);
        let path = format!(
            "//button[contains(normalize-space(.), {words_quoted}) or @aria-label={words_quoted}]"
        );
        self.press_element(&By::XPath(path), words).await
    }

    /// Chooses the radio button with this text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn choose(&self, words: &str) -> Result<(), Failure> {
        let path = format!("//label[normalize-space(.)={}]", xpath_quoted(words));
        self.press_element(&By::XPath(path), words).await
    }

    async fn press_element(&self, by: &By, words: &str) -> Result<(), Failure> {
        self.is_settled().await?;
        // A view may be drawn anew between finding and pressing; then it is found again.
        let pressed = eventually(words, async || {
            let Ok(found) = self.browser.driver.find_all(by.clone()).await else {
                return Ok(false);
            };
            for element in found {
                if element.is_displayed().await.unwrap_or(false) {
                    let _ = element.scroll_into_view().await;
                    if element.click().await.is_ok() {
                        return Ok(true);
                    }
                }
            }
            Ok(false)
        });
        pressed
            .await
            .map_err(|error| format!("nothing called «{words}» can be pressed: {error}").into())
    }

    /// The field with this id.
    ///
    /// # Errors
    /// When there is none.
    pub async fn field(&self, id: &str) -> Result<WebElement, Failure> {
        Ok(self.browser.driver.find(By::Id(id.to_owned())).await?)
    }

    /// Presses the box with this id, by its label.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press_box(&self, id: &str) -> Result<(), Failure> {
        self.press_element(&By::Css(format!("label[for='{id}']")), id).await
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    /// When there is none.
    pub async fn choose_option(&self, id: &str, value: &str) -> Result<(), Failure> {
        let path = By::Css(format!("[id='{id}'] option[value='{value}']"));
        self.browser.driver.find(path).await?.click().await?;
        Ok(())
    }

    /// Types into the search field, from whatever view.
    ///
    /// # Errors
    /// When there is no search field.
    pub async fn search(&self, words: &str) -> Result<(), Failure> {
        self.field("search").await?.send_keys(words).await?;
        Ok(())
    }

    /// Presses a key wherever the focus is.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn key(&self, key: Key) -> Result<(), Failure> {
        self.keys(&key.value().to_string()).await
    }

    /// Types wherever the focus is.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn keys(&self, keys: &str) -> Result<(), Failure> {
        self.browser.driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// What has the focus: its text or label.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn focused(&self) -> Result<String, Failure> {
        let script = "const e = document.activeElement; return (e.getAttribute('aria-label') || e.innerText || '').trim()";
        Ok(self.browser.run(script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The fragment of the address.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn fragment(&self) -> Result<String, Failure> {
        Ok(self.browser.run("return location.hash").await?.as_str().unwrap_or_default().to_owned())
    }

    /// How far the page is scrolled, in CSS pixels.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn scrolled(&self) -> Result<f64, Failure> {
        Ok(self.browser.run("return window.scrollY").await?.as_f64().unwrap_or_default())
    }

    /// Waits until the app says that it works without a network.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn is_ready_offline(&self) -> Result<(), Failure> {
        let is_ready = eventually("the app is ready offline", async || {
            Ok(self.count("[data-readiness='Ready']").await? > 0)
        });
        let Err(failure) = is_ready.await else { return Ok(()) };
        let script = "const done = arguments[arguments.length - 1];
            const said = document.querySelector('[data-readiness]')?.dataset.readiness;
            navigator.serviceWorker.getRegistration().then(found => done(JSON.stringify([said, found?.installing?.state, found?.waiting?.state, found?.active?.state])))";
        let state = self.browser.driver.execute_async(script, Vec::new()).await?;
        Err(format!("{failure}; said, installing, waiting, active: {}", state.json()).into())
    }

    /// What the accessibility checker finds, a line a fault.
    ///
    /// # Errors
    /// When the checker does not run.
    pub async fn faults(&self, axe: &str) -> Result<Vec<String>, Failure> {
        self.browser.run(&format!("{axe}; return true")).await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
               .then(r => done(r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)} (${n.failureSummary.replaceAll('\\n', ' ')})`))))
               .catch(e => done(['the checker failed: ' + e]))";
        let found = self.browser.driver.execute_async(script, Vec::new()).await?;
        let lines = found.json().as_array().cloned().unwrap_or_default();
        Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Quoted for `XPath`, which knows no escapes.
fn xpath_quoted(text: &str) -> String {
    if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") }
}
