//! Keys that live as long as the page: for tests, and where the browser keeps nothing.

use super::{Keys, StoreError};
use crate::sorted::Sorted;
use std::{cell::RefCell, rc::Rc};

/// Keys in memory.
#[derive(Debug, Default)]
pub struct MemoryKeys(RefCell<Sorted<String, String>>);

impl Keys for MemoryKeys {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}

impl<K: Keys> Keys for Rc<K> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        K::get(self, key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        K::set(self, key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        K::remove(self, key)
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        K::names(self)
    }
}
