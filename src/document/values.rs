//! The values that stand in a field by one change.

use super::Value;

/// Values that stand in a field by one change. More than one only where an undo brings a conflict
/// back, or where somebody changed a file by hand.
///
/// Invariant: [`Value::withheld`] only stands alone. A name that was left out of a file gives way to
/// the name itself, in whatever order the copies come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<Value>);

impl Values {
    /// Adds a value that is not there yet.
    pub fn insert(&mut self, value: Value) {
        if value.is_withheld() && !self.0.is_empty() {
            return;
        }
        self.0.retain(|there| !there.is_withheld());
        if let Err(at) = self.0.binary_search(&value) {
            self.0.insert(at, value);
        }
    }

    /// Adds the values that are not there yet.
    pub fn extend(&mut self, values: Self) {
        for value in values.0 {
            self.insert(value);
        }
    }

    /// The values in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, Value> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<const N: usize> From<[Value; N]> for Values {
    fn from(values: [Value; N]) -> Self {
        values.into_iter().collect()
    }
}

impl FromIterator<Value> for Values {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        let mut sorted = Self::default();
        for value in values {
            sorted.insert(value);
        }
        sorted
    }
}

impl<'a> IntoIterator for &'a Values {
    type Item = &'a Value;
    type IntoIter = std::slice::Iter<'a, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Values {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
