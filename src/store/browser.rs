//! localStorage, after a probe: `gloo_storage` panics where the browser blocks it.

use super::{Keys, StoreError};
use gloo_storage::{LocalStorage, Storage as _};

/// The keys of this origin in localStorage.
pub struct BrowserKeys {
    _probed: (),
}

impl BrowserKeys {
    /// Finds out whether the browser lets the page keep anything.
    ///
    /// # Errors
    /// When it does not: blocked cookies, a sandboxed frame, some private windows.
    #[expect(clippy::disallowed_methods, reason = "the store may touch the browser")]
    pub fn open() -> Result<Self, StoreError> {
        match web_sys::window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(Self { _probed: () }),
            Some(Ok(None) | Err(_)) | None => Err(StoreError::Blocked),
        }
    }
}

/// Every refusal counts the same here: the browser's own reason is not for the reader.
fn refused<T>(result: Result<T, wasm_bindgen::JsValue>) -> Result<T, StoreError> {
    result.or(Err(StoreError::Refused))
}

impl Keys for BrowserKeys {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        refused(LocalStorage::raw().get_item(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        refused(LocalStorage::raw().set_item(key, value))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        refused(LocalStorage::raw().remove_item(key))
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        let storage = LocalStorage::raw();
        let count = refused(storage.length())?;
        let mut names = Vec::new();
        for number in 0..count {
            names.extend(refused(storage.key(number))?);
        }
        Ok(names)
    }
}
