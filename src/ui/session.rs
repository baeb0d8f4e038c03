//! What one open page holds: the edition, where the person is, and how they like to read.

#[cfg(feature = "whole")]
use super::incoming::Files;
use super::{
    measuring::Measuring,
    platform::{
        address::{self, Entries},
        offline::Offline,
        page,
    },
    text::{self, Text},
    work::Work,
};
use crate::{
    app::{DeedName, Route, Screen, Searcher},
    document::{Edit, Moment},
    store::{BrowserKeys, MemoryKeys, Preferences, Room, Store, Wording, snapshot::Why},
    vision::{
        Edition, Item, Language,
        adopted::{self, Adopted, ExpectedSection, Refusal},
    },
};
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// A handle to all that one page holds; cheap to copy, and there as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Session(&'static Held);

impl std::ops::Deref for Session {
    type Target = Held;

    fn deref(&self) -> &Held {
        self.0
    }
}

/// What one page holds.
pub(crate) struct Held {
    pub(crate) edition: &'static Edition,
    pub(crate) route: RwSignal<Route>,
    pub(crate) preferences: RwSignal<Preferences>,
    /// What was pasted as the council's document and not yet read; outlives a redrawn view.
    pub(crate) pasted: RwSignal<String>,
    pub(crate) adopted: RwSignal<Option<Arc<Adopted>>>,
    /// Whether the store kept the council's document.
    pub(crate) is_adopted_kept: RwSignal<bool>,
    /// Why the last document was refused, in a sentence.
    pub(crate) refusal: RwSignal<Option<String>>,
    pub(crate) is_storage_blocked: bool,
    /// What the person makes: notes and all that is to come.
    pub(crate) work: Work,
    /// What is measured.
    pub(crate) measuring: Measuring,
    /// When everything was last handed out as a file.
    pub(crate) last_backup: RwSignal<Option<Moment>>,
    /// The file that has come in.
    #[cfg(feature = "whole")]
    pub(crate) files: Files,
    /// What became of the last file that was chosen.
    pub(crate) file_report: RwSignal<Option<String>>,
    pub(crate) offline: Offline,
    /// What a screen reader is to say next.
    pub(crate) announcement: RwSignal<String>,
    /// A short word on what was just done, with a way to undo it.
    pub(crate) toast: RwSignal<Option<Toast>>,
    language: Memo<Language>,
    wording: Memo<Wording>,
    searcher: &'static OnceLock<Searcher>,
    store: StoredValue<&'static Store, LocalStorage>,
    entries: StoredValue<Entries, LocalStorage>,
    /// The document as it was last seen in, or written to, the store.
    last_kept: StoredValue<Option<String>, LocalStorage>,
    /// The view from which search was opened, so that leaving it leads back there.
    came_to_search: RwSignal<bool>,
}

/// A short word on what was just done.
#[derive(Clone)]
pub(crate) struct Toast {
    pub(crate) message: String,
    pub(crate) undo: Option<Undo>,
}

/// A way back, and the word on its button. Not a `Callback`: that would go with the view that made
/// it, and the view is often redrawn by the very deed.
pub(crate) type Undo = (&'static str, Arc<dyn Fn() + Send + Sync>);

impl Session {
    /// Reads what the device remembers.
    pub(crate) fn open(edition: &'static Edition) -> Self {
        let keys = BrowserKeys::open();
        let is_storage_blocked = keys.is_err();
        let store = keys.map_or_else(|_| Store::new(MemoryKeys::default()), Store::new);
        let store: &'static Store = Box::leak(Box::new(store));
        let preferences = RwSignal::new(store.preferences().unwrap_or_default());
        let work = Work::new(store, is_storage_blocked);
        let session = Self(Box::leak(Box::new(Held {
            edition,
            route: RwSignal::new(Route::Overview),
            preferences,
            language: Memo::new(move |_| preferences.read().language),
            wording: Memo::new(move |_| preferences.read().wording),
            pasted: RwSignal::new(String::new()),
            last_kept: StoredValue::new_local(None),
            adopted: RwSignal::new(None),
            is_adopted_kept: RwSignal::new(false),
            refusal: RwSignal::new(None),
            is_storage_blocked,
            work,
            measuring: Measuring::new(edition, work, preferences),
            last_backup: RwSignal::new(store.backup()),
            #[cfg(feature = "whole")]
            files: Files::new(),
            file_report: RwSignal::new(None),
            offline: Offline::start(),
            announcement: RwSignal::new(String::new()),
            toast: RwSignal::new(None),
            searcher: Box::leak(Box::new(OnceLock::new())),
            store: StoredValue::new_local(store),
            entries: StoredValue::new_local(Entries::default()),
            came_to_search: RwSignal::new(false),
        })));
        session.load_adopted();
        session
    }

    /// The language now; follows changes where called in a reactive place.
    pub(crate) fn language(self) -> Language {
        self.language.get()
    }

    /// The words of the interface now.
    pub(crate) fn text(self) -> &'static Text {
        text::text(self.language())
    }

    /// The words of the interface, without following changes.
    pub(crate) fn text_now(self) -> &'static Text {
        text::text(self.preferences.read_untracked().language)
    }

    /// Changes how the person likes to read, and remembers it.
    pub(crate) fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        if self.store.get_value().keep_preferences(&self.preferences.read_untracked()).is_err() {
            self.say(self.text_now().storage_blocked.into(), None);
        }
    }

    /// The wordings to show: only the plain one where no document was opened.
    pub(crate) fn wording(self) -> Wording {
        if self.adopted.read().is_some() { self.wording.get() } else { Wording::Plain }
    }

    /// Everything that can be searched, made ready at first use.
    pub(crate) fn searcher(self) -> &'static Searcher {
        self.searcher.get_or_init(|| Searcher::new(self.edition))
    }

    #[cfg(feature = "whole")]
    /// What stands in a form that was not sent off yet.
    pub(crate) fn form(self, name: &str) -> Option<String> {
        self.store.get_value().form(name)
    }

    #[cfg(feature = "whole")]
    /// Keeps what stands in a form, or forgets it.
    pub(crate) fn keep_form(self, name: &str, text: &str) {
        // Where it cannot be kept it still stands in the form.
        self.store.get_value().keep_form(name, text).ok();
    }

    /// Shows a short word and has it read out.
    pub(crate) fn say(self, message: String, undo: Option<Undo>) {
        self.announce(message.clone());
        self.toast.set(Some(Toast { message, undo }));
    }

    #[cfg(feature = "whole")]
    /// Says what was done, with a way to undo it.
    pub(crate) fn say_done(self, name: DeedName) {
        // Where this tab may only read, nothing was done.
        if !self.work.may_write() {
            return;
        }
        let what = (self.text_now().work.deed)(name);
        let mut signs = what.chars();
        let first: String = signs.next().into_iter().flat_map(char::to_uppercase).collect();
        self.say_with_undo(format!("{first}{}.", signs.as_str()));
    }

    #[cfg(feature = "whole")]
    /// Says something with a way to undo the last deed.
    pub(crate) fn say_with_undo(self, words: String) {
        let undo = Arc::new(move || self.work.undo(self, false));
        self.say(words, Some((self.text_now().work.undo, undo)));
    }

    #[cfg(feature = "whole")]
    /// Deletes many records in one deed, after a snapshot where that can be taken.
    pub(crate) fn delete_many(self, name: DeedName, edits: Vec<Edit>) {
        leptos::task::spawn_local(async move {
            // Without a snapshot the deletion can still be undone, and stands in the trash.
            self.work.snapshot(Why::Delete).await.ok();
            self.work.act(name, &edits);
            self.say_done(name);
        });
    }

    /// Has a screen reader say something, also when it said the same before.
    pub(crate) fn announce(self, words: String) {
        self.announcement.set(String::new());
        page::after_drawing(move || self.announcement.set(words));
    }

    // ---- going from view to view ----

    /// Follows the address.
    pub(crate) fn follow_address(self) {
        let is_first = StoredValue::new(true);
        self.entries.get_value().follow(move |fragment, arrival| {
            let route = Route::parse(&fragment);
            let item = route.item_in_sight().map(str::to_owned);
            self.came_to_search.set(false);
            self.toast.set(None);
            let is_search = route.words().is_some();
            self.route.set(route);
            let was_first = is_first.get_value();
            is_first.set_value(false);
            let is_focus_moved = page::watch_focus();
            page::after_drawing(move || {
                if !was_first && !is_search && !is_focus_moved() {
                    page::focus("h1");
                }
                match (arrival, item) {
                    (address::Arrival::Again(height), _) => page::scroll_to(height),
                    (address::Arrival::New, Some(item))
                        if page::focus_found(&format!("[id='item-{item}']")) =>
                    {
                        page::show(&format!("[id='item-{item}']"));
                    }
                    (address::Arrival::New, _) => page::scroll_to(0.0),
                }
            });
        });
    }

    // ---- files ----

    #[cfg(feature = "whole")]
    /// Remembers that everything was handed out as a file.
    pub(crate) fn keep_backup(self, at: Moment) {
        self.last_backup.set(Some(at));
        // Where it cannot be remembered the reminder comes again, which does no harm.
        self.store.get_value().keep_backup(at).ok();
    }

    /// How much room is used on the device; none where nothing can be kept.
    pub(crate) fn room(self) -> Option<Room> {
        if self.is_storage_blocked { None } else { self.store.get_value().room().ok() }
    }

    /// Searches for these words; the address follows without a new entry for every letter.
    pub(crate) fn search_for(self, words: &str) {
        let route = Route::Search(words.into());
        let entries = self.entries.get_value();
        if self.route.read_untracked().words().is_some() {
            entries.replace(&route.address());
        } else {
            entries.push(&route.address());
            self.came_to_search.set(true);
            page::after_drawing(|| page::scroll_to(0.0));
        }
        self.route.set(route);
    }

    /// Puts another address on the view that is open, without drawing it anew.
    pub(crate) fn note_address(self, route: &Route) {
        self.entries.get_value().replace(&route.address());
    }

    /// Opens another view, as a link would.
    pub(crate) fn go_to(self, route: &Route) {
        if *self.route.read_untracked() != *route {
            self.entries.get_value().push(&route.address());
            self.route.set(route.clone());
        }
    }

    /// Leaves search for the view it was opened from.
    pub(crate) fn leave_search(self) {
        if self.came_to_search.get_untracked() {
            address::back();
        } else {
            self.entries.get_value().replace(&Route::Overview.address());
            self.route.set(Route::Overview);
            page::focus_heading_soon();
        }
    }

    /// What the present address leads to.
    pub(crate) fn screen(self) -> Screen<'static> {
        Screen::of(&self.route.read(), self.edition)
    }

    // ---- the council's own wording ----

    #[cfg(feature = "whole")]
    /// Reads a document and keeps it, with a way back to the one before; a refusal leaves
    /// everything as it was.
    pub(crate) fn open_adopted(self, text: &str) {
        let found = match parse(text, self.edition) {
            Ok(found) => found,
            Err(refusal) => return self.refuse((self.text_now().refusal)(refusal)),
        };
        let before = self.document();
        self.refusal.set(None);
        self.pasted.set(String::new());
        self.keep_adopted(Some(text));
        let Counts { sections, goals, .. } = Counts::of(&found, self.edition);
        let sentence = (self.text_now().adopted_loaded)(sections.0, sections.1, goals.0, goals.1);
        self.adopted.set(Some(Arc::new(found)));
        if before.adopted.is_some() {
            self.say(sentence, Some(self.back_to(before)));
        } else {
            self.announce(sentence);
        }
        if self.wording.get_untracked() == Wording::Plain {
            self.prefer(|preferences| preferences.wording = Wording::Both);
        }
        page::focus_soon("#adopted-result");
    }

    #[cfg(feature = "whole")]
    /// Says why a document is not taken into use.
    pub(crate) fn refuse(self, sentence: String) {
        self.announce(sentence.clone());
        self.refusal.set(Some(sentence));
    }

    #[cfg(feature = "whole")]
    /// Forgets the document, with a way to take that back.
    pub(crate) fn remove_adopted(self) {
        let before = self.document();
        if !self.keep_adopted(None) {
            return self.say(self.text_now().storage_blocked.into(), None);
        }
        self.refusal.set(None);
        self.adopted.set(None);
        self.say(self.text_now().adopted_removed.into(), Some(self.back_to(before)));
        page::focus_heading_soon();
    }

    /// Takes over what another tab has changed, and nothing else: what is in use here without being
    /// kept stays in use.
    pub(crate) fn follow_other_tabs(self) {
        page::on_window("storage", move |_| {
            #[cfg(feature = "whole")]
            self.work.check_layout();
            let store = self.store.get_value();
            if let Ok(preferences) = store.preferences()
                && preferences != *self.preferences.read_untracked()
            {
                self.preferences.set(preferences);
            }
            if let Ok(kept) = store.adopted()
                && kept != self.last_kept.get_value()
            {
                self.load_adopted();
            }
        });
    }

    fn document(self) -> Document {
        Document { kept: self.last_kept.get_value(), adopted: self.adopted.get_untracked() }
    }

    fn back_to(self, before: Document) -> Undo {
        let undo = move || {
            self.keep_adopted(before.kept.as_deref());
            self.adopted.set(before.adopted.clone());
            self.toast.set(None);
        };
        (self.text_now().adopted_undo, Arc::new(undo))
    }

    /// Writes the document's text to the store, or takes it away; says whether that worked.
    fn keep_adopted(self, text: Option<&str>) -> bool {
        let store = self.store.get_value();
        let done =
            text.map_or_else(|| store.remove_adopted(), |text| store.keep_adopted(text)).is_ok();
        if done {
            self.last_kept.set_value(text.map(str::to_owned));
        }
        self.is_adopted_kept.set(done && text.is_some() && !self.is_storage_blocked);
        done
    }

    /// Reads the council's document as it was kept. A first visit has none.
    fn load_adopted(self) {
        if cfg!(not(feature = "whole")) {
            return;
        }
        let Ok(kept) = self.store.get_value().adopted() else { return };
        let found = kept.as_deref().map(|text| parse(text, self.edition)).transpose();
        self.is_adopted_kept.set(kept.is_some());
        self.last_kept.set_value(kept);
        match found {
            Ok(found) => self.adopted.set(found.map(Arc::new)),
            // Kept by an app that could read it. It stays until the person removes or replaces it.
            Err(refusal) => self.refusal.set(Some((self.text_now().refusal)(refusal))),
        }
    }
}

/// The council's document at one moment, to come back to.
struct Document {
    /// Its text in the store.
    kept: Option<String>,
    /// What was read of it.
    adopted: Option<Arc<Adopted>>,
}

pub(super) fn parse(text: &str, edition: &Edition) -> Result<Adopted, Refusal> {
    let expected: Vec<ExpectedSection> =
        edition.sections.iter().map(ExpectedSection::from).collect();
    adopted::parse(text, &expected)
}

/// How much of the edition was found in a document: of each, what was found and how much there is.
pub(crate) struct Counts {
    pub(crate) sections: (usize, usize),
    pub(crate) goals: (usize, usize),
    pub(crate) paragraphs: (usize, usize),
}

impl Counts {
    pub(crate) fn of(adopted: &Adopted, edition: &Edition) -> Self {
        use crate::vision::Place;
        let count = |is_meant: fn(&Place<'_>) -> bool| {
            let all = edition.items().filter(|item| is_meant(&item.place));
            let found = |item: &Item<'_>| adopted.items.contains_key(item.id);
            all.fold((0, 0), |(there, all), item| (there + usize::from(found(&item)), all + 1))
        };
        Self {
            sections: count(|place| matches!(place, Place::Section(_))),
            goals: count(|place| matches!(place, Place::Goal(..))),
            paragraphs: count(|place| matches!(place, Place::Block(..))),
        }
    }
}
