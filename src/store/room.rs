//! How much of the device's room is used.

use super::{Keys, StoreError};

/// So many UTF-16 units fit into an origin's localStorage, keys included: 5 MiB in every engine.
pub const ROOM: usize = 5_242_880;

/// Room used and room there is, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Used, keys included, by everything of this origin.
    pub used: usize,
    /// There is, in all.
    pub of: usize,
}

impl Room {
    /// Measures all keys.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn measure(keys: &dyn Keys) -> Result<Self, StoreError> {
        let mut used = 0;
        for name in keys.names()? {
            used += units(&name) + keys.get(&name)?.as_deref().map_or(0, units);
        }
        Ok(Self { used, of: ROOM })
    }

    /// Used room in whole per cent.
    #[must_use]
    pub const fn percent(self) -> usize {
        match self.used.saturating_mul(100).checked_div(self.of) {
            Some(percent) => percent,
            None => 100,
        }
    }

    /// Whether it is time to warn: from 80 per cent on.
    #[must_use]
    pub const fn is_scarce(self) -> bool {
        self.percent() >= 80
    }
}

/// How long a text is, in the units of browsers.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MemoryKeys;

    #[test]
    fn names_and_texts_count_in_the_units_of_browsers() {
        let keys = MemoryKeys::default();
        keys.set("ab", "æ😀").unwrap();
        assert_eq!(Room::measure(&keys).unwrap().used, 2 + 1 + 2);
    }

    #[test]
    fn from_eighty_per_cent_on_room_is_scarce() {
        assert!(!Room { used: 79, of: 100 }.is_scarce());
        assert!(Room { used: 80, of: 100 }.is_scarce());
        assert_eq!(Room { used: 1, of: 0 }.percent(), 100);
    }
}
