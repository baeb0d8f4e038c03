//! What a copy of a record has seen: causal versions, one entry a writer.

use super::Writer;
use crate::sorted::Sorted;
use std::fmt;

/// One change's name within its record: who made it, and its number. A change's number is one more
/// than the highest its maker had seen in the record, so that it also tells how much history a
/// change stands on.
///
/// Ordered by number, then by writer: the order in which concurrent values stand. No clock is in
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    /// Its number.
    pub number: u64,
    /// Who made it.
    pub writer: Writer,
}

impl Dot {
    /// Reads `k3Jd92Lxab12Zy.4`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (writer, number) = text.split_once('.')?;
        Some(Self { writer: Writer::parse(writer)?, number: parse_number(number)? })
    }
}

impl fmt::Display for Dot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.writer, self.number)
    }
}

/// The highest number that is written or taken in; far beyond what people do to one record.
pub(super) const HIGHEST: u64 = 1 << 53;

fn parse_number(text: &str) -> Option<u64> {
    let number = text.parse().ok()?;
    (number > 0 && number <= HIGHEST && !text.starts_with(['0', '+'])).then_some(number)
}

/// All changes a copy of a record has seen: of each writer, those up to a number.
///
/// Invariant: a writer's changes to a record are seen in their order, because a record always
/// travels whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version(Sorted<Writer, u64>);

impl Version {
    /// Whether this version has seen a change.
    #[must_use]
    pub fn has_seen(&self, dot: Dot) -> bool {
        self.0.get(&dot.writer).is_some_and(|seen| *seen >= dot.number)
    }

    /// Whether this version has seen everything that another has.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other
            .0
            .iter()
            .all(|(writer, number)| self.has_seen(Dot { number: *number, writer: *writer }))
    }

    /// Takes note of a change.
    pub fn see(&mut self, dot: Dot) {
        self.0.change(dot.writer, |seen| *seen = dot.number.max(*seen));
    }

    /// Takes note of everything that another version has seen.
    pub fn join(&mut self, other: &Self) {
        for (writer, number) in &other.0 {
            self.see(Dot { number: *number, writer: *writer });
        }
    }

    /// The name of a writer's next change.
    #[must_use]
    pub fn next(&self, writer: Writer) -> Dot {
        let highest = self.0.values().copied().max().unwrap_or_default();
        Dot { number: highest.saturating_add(1), writer }
    }

    /// Each writer with the number up to which its changes were seen.
    pub fn entries(&self) -> impl Iterator<Item = (Writer, u64)> {
        self.0.iter().map(|(writer, number)| (*writer, *number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Device;

    fn writer(chance: u8) -> Writer {
        Writer::new(Device::new(&[chance; 8]), &[chance; 6])
    }

    #[test]
    fn a_next_change_stands_on_everything_seen() {
        let mut version = Version::default();
        version.see(Dot { number: 4, writer: writer(1) });
        let next = version.next(writer(2));
        assert_eq!(next.number, 5);
        assert!(!version.has_seen(next));
        version.see(next);
        assert!(version.has_seen(next));
    }

    #[test]
    fn joined_versions_have_seen_what_each_had() {
        let (mut one, mut other) = (Version::default(), Version::default());
        one.see(Dot { number: 2, writer: writer(1) });
        other.see(Dot { number: 1, writer: writer(1) });
        other.see(Dot { number: 3, writer: writer(2) });
        assert!(!one.covers(&other) && !other.covers(&one));
        one.join(&other);
        assert!(one.covers(&other));
    }

    #[test]
    fn a_dot_has_one_text() {
        let dot = Dot { number: 12, writer: writer(3) };
        assert_eq!(Dot::parse(&dot.to_string()), Some(dot));
        for bad in ["0", "01", "+1", "-1", "", "99999999999999999999", "1.1"] {
            assert_eq!(Dot::parse(&format!("{}.{bad}", writer(3))), None, "{bad}");
        }
    }
}
