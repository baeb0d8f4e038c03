//! What is kept on the device: one key per small unit, behind an interface that tests replace.
//!
//! Invariants:
//! - Loading never writes, with one exception: what cannot be read is first copied to a
//!   quarantine key, so that a later save does not destroy it.
//! - A failed save leaves the previous value in place and is reported.
//! - What was acknowledged as saved is there after a kill at any moment: it is in the journal. Only
//!   where the browser keeps no journal it is on the shelf alone, which the Files screen tells.
//!
//! Records go to the [`Shelf`] (localStorage) and, with every save, to the [`journal`] (IndexedDB).
//! [`Saving`] knows the truth about both.

pub mod backup;
#[cfg(target_arch = "wasm32")]
mod browser;
mod bundle;
mod compaction;
#[cfg(target_arch = "wasm32")]
mod database;
pub mod journal;
mod keeper;
mod last_import;
mod memory;
pub mod names;
mod packing;
mod preferences;
mod room;
mod saving;
mod shelf;
pub mod snapshot;

#[cfg(target_arch = "wasm32")]
pub use browser::BrowserKeys;
pub use bundle::Bundle;
#[cfg(target_arch = "wasm32")]
pub use database::{Database, Drawer};
pub use keeper::{Keeper, Opened, Save};
pub use last_import::{LastImport, import_text, read_import};
pub use memory::MemoryKeys;
pub use preferences::{Appearance, Preferences, Wording};
pub use room::{ROOM, Room};
pub use saving::{SaveState, Saving};
pub use shelf::{Loaded, Shelf, Unreadable, layout, pack_text, read_pack};

use crate::document::{Device, Kind, Moment, Value};

use names::{ADOPTED, BACKUP, DEVICE, FORM, PREFERENCES, QUARANTINE, SETTLED};
use std::cell::Cell;
use std::fmt;

/// Named texts that outlive the page.
pub trait Keys {
    /// The text kept under a key.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// When the store is full or blocked; the previous value then stands.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Forgets a key.
    ///
    /// # Errors
    /// When the store is blocked.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys, in any order.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn names(&self) -> Result<Vec<String>, StoreError>;
}

/// Why something was not kept or not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page keep anything.
    Blocked,
    /// There is no room, or the browser refused this one write.
    Refused,
    /// A newer app has written here; this one only reads.
    Newer,
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Blocked => "the device's storage is blocked",
            Self::Refused => "the device's storage refused the write",
            Self::Newer => "the device's storage is in use by a newer version of the app",
        })
    }
}

impl std::error::Error for StoreError {}

/// The device's store.
pub struct Store {
    keys: Box<dyn Keys>,
    is_device_new: Cell<bool>,
}

impl Store {
    /// A store over these keys.
    #[must_use]
    pub fn new(keys: impl Keys + 'static) -> Self {
        Self { keys: Box::new(keys), is_device_new: Cell::new(false) }
    }

    /// The remembered preferences; the defaults where there are none or they cannot be read.
    ///
    /// # Errors
    /// When the store cannot be read, or the copy of unreadable preferences cannot be made.
    pub fn preferences(&self) -> Result<Preferences, StoreError> {
        let Some(text) = self.keys.get(PREFERENCES)? else { return Ok(Preferences::default()) };
        if let Some(preferences) = Preferences::parse(&text) {
            return Ok(preferences);
        }
        self.keys.set(&format!("{QUARANTINE}{PREFERENCES}"), &text)?;
        Ok(Preferences::default())
    }

    /// Remembers preferences.
    ///
    /// # Errors
    /// When the store is full or blocked.
    pub fn keep_preferences(&self, preferences: &Preferences) -> Result<(), StoreError> {
        self.keys.set(PREFERENCES, &preferences.to_value().to_string())
    }

    /// The records on this device.
    #[must_use]
    pub fn shelf(&self, kinds: &'static [&'static Kind]) -> Shelf<'_> {
        Shelf::new(self.keys.as_ref(), kinds)
    }

    /// How much room is used.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn room(&self) -> Result<Room, StoreError> {
        Room::measure(self.keys.as_ref())
    }

    /// This device's id, made from random bytes at first use. Where it cannot be kept it lasts as
    /// long as the page.
    pub fn device(&self, chance: &[u8; 8]) -> Device {
        let kept = self.keys.get(DEVICE).ok().flatten();
        if let Some(device) = kept.as_deref().and_then(Device::parse) {
            return device;
        }
        let device = Device::new(chance);
        self.is_device_new.set(true);
        // A device without a lasting id is a new device every time, which merges just as well.
        self.keys.set(DEVICE, &device.to_string()).ok();
        device
    }

    /// Whether this device's id was made since the store was opened.
    fn is_device_new(&self) -> bool {
        self.is_device_new.get()
    }

    /// This device's id, where it is kept.
    fn kept_device(&self) -> Option<Device> {
        Device::parse(&self.keys.get(DEVICE).ok().flatten()?)
    }

    /// Gives this device the id that it had before a kill took it from localStorage: that reaches the disk
    /// seconds later than the journal.
    fn keep_device(&self, device: Device) -> Result<(), StoreError> {
        self.is_device_new.set(false);
        self.keys.set(DEVICE, &device.to_string())
    }

    /// Up to which journal entry the shelf had everything.
    fn settled(&self) -> Option<journal::Settled> {
        journal::Settled::parse(&self.keys.get(SETTLED).ok().flatten()?)
    }

    fn keep_settled(&self, settled: journal::Settled) -> Result<(), StoreError> {
        self.keys.set(SETTLED, &settled.to_string())
    }

    /// When everything was last handed out as a file.
    #[must_use]
    pub fn backup(&self) -> Option<Moment> {
        let text = self.keys.get(BACKUP).ok().flatten()?;
        Moment::parse(Value::parse(&text).ok()?.as_map()?.get("at")?.as_text()?)
    }

    /// Remembers that everything was handed out as a file.
    ///
    /// # Errors
    /// When the store is full or blocked.
    pub fn keep_backup(&self, at: Moment) -> Result<(), StoreError> {
        self.keys.set(BACKUP, &Value::map([("at", at.to_string().into())]).to_string())
    }

    /// What stands in a form that was not sent off yet.
    #[must_use]
    pub fn form(&self, name: &str) -> Option<String> {
        self.keys.get(&format!("{FORM}{name}")).ok().flatten()
    }

    /// Keeps what stands in a form; an empty text forgets it.
    ///
    /// # Errors
    /// When the store is full or blocked; the form itself still shows it.
    pub fn keep_form(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let key = format!("{FORM}{name}");
        if text.is_empty() { self.keys.remove(&key) } else { self.keys.set(&key, text) }
    }

    /// The text of the council's document, as the reader opened it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn adopted(&self) -> Result<Option<String>, StoreError> {
        self.keys.get(ADOPTED)
    }

    /// Keeps the text of the council's document.
    ///
    /// # Errors
    /// When the store is full or blocked; the previous text then stands.
    pub fn keep_adopted(&self, text: &str) -> Result<(), StoreError> {
        self.keys.set(ADOPTED, text)
    }

    /// Forgets the council's document.
    ///
    /// # Errors
    /// When the store is blocked.
    pub fn remove_adopted(&self) -> Result<(), StoreError> {
        self.keys.remove(ADOPTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vision::Language;
    use std::rc::Rc;

    struct Full;

    impl Keys for Full {
        fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
            Ok(Some("not json".into()))
        }
        fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
            Err(StoreError::Refused)
        }
        fn remove(&self, _: &str) -> Result<(), StoreError> {
            Ok(())
        }
        fn names(&self) -> Result<Vec<String>, StoreError> {
            Ok(Vec::new())
        }
    }

    #[test]
    fn preferences_come_back_as_they_were_kept() {
        let store = Store::new(MemoryKeys::default());
        assert_eq!(store.preferences(), Ok(Preferences::default()));
        let english = Preferences {
            language: Language::En,
            appearance: Appearance::Dark,
            wording: Wording::Both,
            slash_key: false,
            set: "x".into(),
        };
        store.keep_preferences(&english).unwrap();
        assert_eq!(store.preferences(), Ok(english));
    }

    #[test]
    fn unreadable_preferences_are_set_aside_before_anything_is_written() {
        let keys = Rc::new(MemoryKeys::default());
        keys.set(PREFERENCES, "{broken").unwrap();
        let store = Store::new(Rc::clone(&keys));
        assert_eq!(store.preferences(), Ok(Preferences::default()));
        store.keep_preferences(&Preferences::default()).unwrap();
        assert_eq!(
            keys.get("pejlemaerke/quarantine/pejlemaerke/preferences"),
            Ok(Some("{broken".into()))
        );
    }

    #[test]
    fn preferences_of_a_newer_app_keep_what_this_one_knows() {
        let keys = MemoryKeys::default();
        keys.set(PREFERENCES, r#"{"language":"en","newer":1}"#).unwrap();
        assert_eq!(Store::new(keys).preferences().unwrap().language, Language::En);
    }

    #[test]
    fn a_full_store_says_so() {
        let store = Store::new(Full);
        assert_eq!(store.keep_adopted("text"), Err(StoreError::Refused));
        assert_eq!(store.preferences(), Err(StoreError::Refused));
    }
}
