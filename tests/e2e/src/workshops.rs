//! Workshops as people in a hall meet them: a tablet that is touched where a word stands on a button or
//! beside a field. Everything is found by its role and name, as a screen reader tells them.

pub mod made;

use crate::{
    Failure,
    app::App,
    browser::{Browser, eventually},
    site::Site,
};
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    time::Duration,
};
use thirtyfour::{
    Key, WebElement,
    common::command::{Actions, Command},
};
use xtask::browsers::Engine;

/// A tablet held upright, in CSS pixels.
pub const TABLET: (u32, u32) = (820, 1180);

/// Finds elements by role and name. With a group, only what is in it.
const PAGE: &str = "
const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
const byIds = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
const nameOf = (e) => plain(e.getAttribute('aria-label') ?? (e.hasAttribute('aria-labelledby') ? byIds(e.getAttribute('aria-labelledby'))
    : e.labels?.length ? e.labels[0].textContent : e.matches('fieldset') ? e.querySelector('legend')?.textContent : e.textContent));
const ROLES = {
    button: 'button, summary', link: 'a[href]', choice: '[type=radio], [type=checkbox]',
    field: 'input:not([type=radio]):not([type=checkbox]), textarea, select',
    group: '[role=group], [role=region], fieldset, section, nav, aside, li[aria-label]', timer: '[role=timer]', output: 'output',
};
const all = (role, within) => [...within.querySelectorAll(ROLES[role])].filter((e) => e.getClientRects().length > 0);
const groupOf = (words) => find('group', words) ?? [...document.querySelectorAll('main li')].find((e) => nameOf(e).startsWith(words));
const find = (role, words, group) => {
    const within = group ? groupOf(group) : document;
    if (!within) return null;
    const those = all(role, within);
    // Beside a box stands its label, and then often a word on what it means.
    return those.find((e) => nameOf(e) === words) ?? (role === 'choice' ? those.find((e) => nameOf(e).startsWith(words)) : null) ?? null;
};
const frames = (then, count = 2) => {
    let left = count;
    const go = () => { if (left < 0) return; left -= 1; if (left >= 0) requestAnimationFrame(go); else then(); };
    setTimeout(go);
};
";

/// What an element is to whoever looks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press, or to unfold.
    Button,
    /// A way to another view.
    Link,
    /// A radio button or a box to tick.
    Choice,
    /// Something to write in, or a list to choose from.
    Field,
    /// Several things under one name.
    Group,
    /// A clock.
    Timer,
    /// A number that the app shows.
    Output,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Choice => "choice",
            Self::Field => "field",
            Self::Group => "group",
            Self::Timer => "timer",
            Self::Output => "output",
        }
    }
}

/// A tablet in a hall.
pub struct Tablet<'a> {
    /// The app on it.
    pub app: App<'a>,
    taps: Cell<u32>,
}

impl<'a> Tablet<'a> {
    /// Opens a view on a tablet that is touched.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn open(
        browser: &'a Browser,
        site: &'a Site,
        fragment: &str,
    ) -> Result<Self, Failure> {
        browser.resize(TABLET.0, TABLET.1).await?;
        if browser.engine == Engine::Chromium {
            let touch = json!({"enabled": true, "maxTouchPoints": 5});
            browser.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        }
        // A script that waits in a page that makes way for another is never answered in WebKit: then it is
        // asked again.
        browser.driver.set_script_timeout(Duration::from_secs(8)).await?;
        let app = App::open(browser, site, fragment).await?;
        app.is_ready().await?;
        Ok(Self { app, taps: Cell::new(0) })
    }

    /// How often it was touched.
    pub const fn taps(&self) -> u32 {
        self.taps.get()
    }

    /// Touches a button.
    ///
    /// # Errors
    /// When there is none that can be touched.
    pub async fn tap(&self, words: &str) -> Result<(), Failure> {
        self.touch(Role::Button, words, "").await
    }

    /// Follows a link.
    ///
    /// # Errors
    /// When there is none that can be touched.
    pub async fn follow(&self, words: &str) -> Result<(), Failure> {
        self.touch(Role::Link, words, "").await
    }

    /// Chooses one among several, or ticks a box.
    ///
    /// # Errors
    /// When there is none that can be touched.
    pub async fn choose(&self, words: &str) -> Result<(), Failure> {
        self.touch(Role::Choice, words, "").await
    }

    /// Touches what has this role and name, within the group of a name or the entry of a list that begins
    /// with it.
    ///
    /// # Errors
    /// When nothing like it can be touched; says why.
    pub async fn touch(&self, role: Role, words: &str, group: &str) -> Result<(), Failure> {
        let script = format!(
            "{PAGE} const [role, words, group, done] = arguments;
            frames(() => {{
                const found = find(role, words, group);
                if (!found || found.disabled) return done(found ? 'it is barred' : 'it is not there');
                const target = found.matches('[type=radio], [type=checkbox]') ? found.labels[0] : found;
                target.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                frames(() => {{
                    const box = target.getBoundingClientRect();
                    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
                    const hit = document.elementFromPoint(x, y);
                    done(target.contains(hit) ? [x, y] : 'it is covered by ' + hit?.outerHTML.slice(0, 120));
                }}, 1);
            }});"
        );
        let arguments = vec![json!(role.name()), json!(words), json!(group)];
        let why = RefCell::new(String::new());
        let touched = eventually(words, async || {
            // A view may make way for the next one meanwhile; then it is looked for again.
            let driver = &self.app.browser.driver;
            let found = match driver.execute_async(script.as_str(), arguments.clone()).await {
                Ok(found) => found,
                Err(error) => {
                    *why.borrow_mut() = error.to_string();
                    return Ok(false);
                }
            };
            let place = found.json().as_array().cloned().unwrap_or_default();
            let [x, y] = place.as_slice() else {
                *why.borrow_mut() = found.json().to_string();
                return Ok(false);
            };
            self.touch_at(x, y).await?;
            Ok(true)
        });
        touched.await.map_err(|error| {
            format!("{role:?} «{words}» cannot be touched, {}: {error}", why.borrow())
        })?;
        self.taps.set(self.taps.get() + 1);
        Ok(())
    }

    async fn touch_at(&self, x: &Value, y: &Value) -> Result<(), Failure> {
        let browser = self.app.browser;
        // WebKit's driver for desktops has no fingers.
        let pointer = if browser.engine == Engine::Webkit { "mouse" } else { "touch" };
        let touch = json!([{
            "type": "pointer", "id": pointer, "parameters": {"pointerType": pointer},
            "actions": [
                {"type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y},
                {"type": "pointerDown", "button": 0},
                {"type": "pointerUp", "button": 0},
            ],
        }]);
        browser.driver.cmd(Command::PerformActions(Actions::from(touch))).await?;
        Ok(())
    }

    /// What an element says or holds; nothing where there is none. A button or choice that is barred, or
    /// chosen, says so.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn read(&self, role: Role, words: &str) -> Result<Option<String>, Failure> {
        let script = format!(
            "{PAGE} const [role, words] = arguments; const found = find(role, words); if (!found) return null;
            if (role === 'field') return found.value;
            if (role === 'choice') return found.checked ? 'chosen' : '';
            if (role === 'button') return found.disabled ? 'barred' : found.getAttribute('aria-pressed') === 'true' ? 'pressed' : '';
            return plain(found.textContent)"
        );
        let answer = self
            .app
            .browser
            .driver
            .execute(script.as_str(), vec![json!(role.name()), json!(words)]);
        Ok(answer.await?.json().as_str().map(str::to_owned))
    }

    /// Waits until an element says or holds this.
    ///
    /// # Errors
    /// When it does not in time; tells what it says instead.
    pub async fn reads(&self, role: Role, words: &str, expected: &str) -> Result<(), Failure> {
        let is_so = async || {
            Ok(self.read(role, words).await.is_ok_and(|there| there.as_deref() == Some(expected)))
        };
        if eventually(expected, is_so).await.is_err() {
            let there = self.read(role, words).await?;
            return Err(format!("{role:?} «{words}» should say «{expected}», not {there:?}").into());
        }
        Ok(())
    }

    /// Whether there is something with this role and name in sight.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn has(&self, role: Role, words: &str) -> Result<bool, Failure> {
        Ok(self.read(role, words).await?.is_some())
    }

    /// Presses Tab until what has this name has the focus, and then Enter.
    ///
    /// # Errors
    /// When it is not reached.
    pub async fn press(&self, words: &str) -> Result<(), Failure> {
        let script =
            format!("{PAGE} const e = document.activeElement; return e.disabled ? '' : nameOf(e)");
        for _ in 0..120 {
            if self.app.browser.run(&script).await? == words {
                return self.app.key(Key::Enter).await;
            }
            self.app.key(Key::Tab).await?;
        }
        Err(format!("«{words}» is not reached by Tab").into())
    }

    /// The names of all that has this role in sight.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn names(&self, role: Role) -> Result<Vec<String>, Failure> {
        let script =
            format!("{PAGE} return all(arguments[0], document.querySelector('main')).map(nameOf)");
        let found =
            self.app.browser.driver.execute(script.as_str(), vec![json!(role.name())]).await?;
        let names = found.json().as_array().cloned().unwrap_or_default();
        Ok(names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
    }

    /// Waits until these words stand on the page.
    ///
    /// # Errors
    /// When they do not in time.
    pub async fn sees(&self, words: &str) -> Result<(), Failure> {
        self.app.sees_in("main", words).await
    }

    /// Whether these words stand on the page.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn shows(&self, words: &str) -> Result<bool, Failure> {
        Ok(self.app.text("main").await?.contains(words))
    }

    /// Waits until the app says this in a message.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn is_told(&self, words: &str) -> Result<(), Failure> {
        self.app.sees_in("[aria-label='Beskeder']", words).await
    }

    /// The field beside which these words stand.
    async fn field(&self, words: &str) -> Result<WebElement, Failure> {
        let script = format!("{PAGE} return find('field', arguments[0])");
        let found = self.app.browser.driver.execute(script.as_str(), vec![json!(words)]).await?;
        found.element().map_err(|_no_element| format!("there is no field «{words}»").into())
    }

    /// Writes into a field, instead of what stands there, and leaves it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn write(&self, words: &str, text: &str) -> Result<(), Failure> {
        self.begin_to_write(words, text).await?;
        self.app.key(Key::Tab).await
    }

    /// Writes into a field, instead of what stands there, and stays in it.
    ///
    /// # Errors
    /// When there is none.
    pub async fn begin_to_write(&self, words: &str, text: &str) -> Result<(), Failure> {
        self.touch(Role::Field, words, "").await?;
        let is_in = format!(
            "{PAGE} const field = find('field', arguments[0]); if (field !== document.activeElement) return false; field.select(); return true"
        );
        eventually("the field can be written in", async || {
            let answer = self.app.browser.driver.execute(is_in.as_str(), vec![json!(words)]);
            Ok(*answer.await?.json() == true)
        })
        .await?;
        self.app.keys(text).await
    }

    /// Chooses from a list by what stands there.
    ///
    /// # Errors
    /// When there is no such list, or it has nothing of this name.
    pub async fn select(&self, words: &str, option: &str) -> Result<(), Failure> {
        eventually("the list is there", async || self.has(Role::Field, words).await).await?;
        let list = self.field(words).await?;
        let path =
            thirtyfour::By::XPath(format!("./descendant::option[normalize-space(.)=\"{option}\"]"));
        list.find(path).await?.click().await?;
        Ok(())
    }

    /// The table below a heading, row by row, its head first; nothing where there is none.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn table(&self, heading: &str) -> Result<Vec<Vec<String>>, Failure> {
        let script = format!(
            "{PAGE} const heading = [...document.querySelectorAll('main h1, main h2, main h3')].find((one) => plain(one.textContent) === arguments[0]);
            const table = heading?.closest('section, article')?.querySelector('table');
            return table ? [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent))) : []"
        );
        let found = self.app.browser.driver.execute(script.as_str(), vec![json!(heading)]).await?;
        Ok(serde_json::from_value(found.json().clone())?)
    }

    /// How many votes each subject got in the vote with this heading, once it is shown; only those that
    /// got some.
    ///
    /// # Errors
    /// When it is not shown in time.
    pub async fn votes(&self, heading: &str) -> Result<Vec<(String, u32)>, Failure> {
        eventually("the numbers are shown", async || Ok(!self.table(heading).await?.is_empty()))
            .await?;
        let table = self.table(heading).await?;
        let vote = |row: &Vec<String>| {
            let votes = row.get(2)?.parse().ok().filter(|votes| *votes > 0)?;
            Some((row.first()?.clone(), votes))
        };
        Ok(table.iter().skip(1).filter_map(vote).collect())
    }

    /// Begins a workshop from a template and stands in its preparation.
    ///
    /// # Errors
    /// When there is no such template.
    pub async fn begin(&self, template: &str) -> Result<String, Failure> {
        self.app.go("#/workshop").await?;
        self.tap(&format!("Brug skabelonen: {template}")).await?;
        self.app.sees_heading(template).await?;
        self.app.fragment().await
    }

    /// Goes on to a stage by its name on the agenda.
    ///
    /// # Errors
    /// When it is not on it.
    pub async fn stage(&self, name: &str) -> Result<(), Failure> {
        self.touch(Role::Button, name, "Dagsorden").await
    }

    /// Waits until a view stands there and its heading has the focus.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn lands_on(&self, heading: &str) -> Result<(), Failure> {
        self.app.sees_heading(heading).await?;
        let is_in = "return document.activeElement.matches('h1')";
        eventually("the heading has the focus", async || {
            Ok(self.app.browser.run(is_in).await? == true)
        })
        .await
    }

    /// How many seconds the clock shows as left; fewer than none once the time is up.
    ///
    /// # Errors
    /// When there is no clock.
    pub async fn left(&self) -> Result<i64, Failure> {
        let shown = self.read(Role::Timer, "Tid tilbage").await?.ok_or("there is no clock")?;
        let (sign, time) =
            shown.strip_prefix('\u{2212}').map_or((1, shown.as_str()), |time| (-1, time));
        let mut left = 0;
        for part in time.split(':') {
            left = left * 60 + part.parse::<i64>()?;
        }
        Ok(sign * left)
    }

    /// Has so many seconds pass for the page at once, as they do while a device sleeps.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn sleeps(&self, seconds: i64) -> Result<(), Failure> {
        // Scripts of Firefox's driver have a clock of their own; the window's is the page's.
        let script = format!(
            "window.slept = (window.slept ?? 0) + {seconds} * 1000; const clock = window.Date; window.awake ??= clock.now; clock.now = () => window.awake.call(clock) + window.slept;
            document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }})); return true"
        );
        self.app.browser.run(&script).await?;
        Ok(())
    }

    /// Takes the tablet as the next person.
    ///
    /// # Errors
    /// When nobody can vote.
    pub async fn take(&self) -> Result<(), Failure> {
        self.tap("Næste person stemmer").await
    }

    /// Gives a vote for each of these subjects, several for one that stands there several times.
    ///
    /// # Errors
    /// When one of them cannot be given.
    pub async fn give(&self, subjects: &[&str]) -> Result<(), Failure> {
        for subject in subjects {
            self.tap(&format!("En stemme mere til {subject}")).await?;
        }
        Ok(())
    }

    /// Lays a note of a sort.
    ///
    /// # Errors
    /// When none can be laid.
    pub async fn lay(&self, sort: &str, text: &str) -> Result<(), Failure> {
        self.choose(sort).await?;
        let label = match sort {
            "Bekymring" => "Hvad bekymrer dig?",
            "Tilbud" => "Hvad vil du tage dig af?",
            "Spørgsmål" => "Hvad vil du spørge om?",
            _ => "Hvad kunne vi gøre?",
        };
        self.begin_to_write(label, text).await?;
        self.tap("Aflever sedlen").await?;
        self.reads(Role::Field, label, "").await
    }

    /// Puts notes into a new group and gives it a name.
    ///
    /// # Errors
    /// When one of them is not there.
    pub async fn group(&self, notes: &[&str], name: &str) -> Result<(), Failure> {
        for note in notes {
            self.tap(note).await?;
        }
        let count =
            if let [_] = notes { "1 valgt".to_owned() } else { format!("{} valgt", notes.len()) };
        self.sees(&count).await?;
        self.touch(Role::Button, "Ny gruppe", "De valgte sedler").await?;
        let label = "return document.activeElement.labels?.[0]?.textContent === 'Hvad handler de om?' && document.activeElement.value === ''";
        eventually("the group can be named", async || {
            Ok(self.app.browser.run(label).await? == true)
        })
        .await?;
        self.app.keys(name).await?;
        self.app.key(Key::Tab).await
    }
}
