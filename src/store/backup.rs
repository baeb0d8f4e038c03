//! When to remind of a backup: what is on one device only can be lost with it.

use crate::document::Moment;

/// What is to be said about backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Nothing was made yet, or all of it is in a file.
    Nothing,
    /// So many changes are on this device alone; that is no matter yet.
    Fine(usize),
    /// So many changes are on this device alone, and a backup is due.
    Due(usize),
}

/// From so many changes on a backup is due at once.
const MANY: usize = 50;
/// After so many days it is due for a single change.
const DAYS: i64 = 7;

/// Weighs the changes that stand on this device (when each was made) against the last backup.
#[must_use]
pub fn advice(last: Option<Moment>, changes: impl Iterator<Item = Moment>, now: Moment) -> Advice {
    let newer: Vec<Moment> = changes.filter(|at| last.is_none_or(|last| *at > last)).collect();
    let Some(oldest) = newer.iter().min() else { return Advice::Nothing };
    if newer.len() >= MANY || now.days_since(*oldest) >= DAYS {
        Advice::Due(newer.len())
    } else {
        Advice::Fine(newer.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Moment {
        Moment::from_seconds(number * 86_400)
    }

    #[test]
    fn a_backup_is_due_by_the_age_and_the_amount_of_what_is_here_alone() {
        let check = |last: Option<i64>, changes: &[i64], expected| {
            let changes = changes.iter().map(|number| day(*number));
            assert_eq!(advice(last.map(day), changes, day(100)), expected);
        };
        check(None, &[], Advice::Nothing);
        check(None, &[100], Advice::Fine(1));
        check(None, &[93], Advice::Due(1));
        check(Some(99), &[93, 98, 99], Advice::Nothing);
        check(Some(50), &[93, 98], Advice::Due(2));
        check(Some(97), &[93, 98], Advice::Fine(1));
        check(Some(97), &[98; 50], Advice::Due(50));
    }
}
