//! The orders in which profiles are listed.

use super::{Profile, filled};
use crate::{document::RecordId, measure::When, sorted::sort};

/// By what profiles are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileOrder {
    /// By their names.
    Name,
    /// Those that should be looked at again first, the longest due before the others.
    Revision,
    /// Those that lack most first.
    Open,
}

impl ProfileOrder {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Name, Self::Revision, Self::Open];
}

/// Puts profiles, which stand in the order of their names, in another order; equal ones stay as they are.
pub fn arrange(profiles: &mut Vec<(RecordId, Profile)>, order: ProfileOrder, today: i32) {
    let rank = |profile: &Profile| match order {
        ProfileOrder::Name => 0,
        ProfileOrder::Revision if profile.is_revision_due(today) => {
            profile.next_revision().map_or(i32::MAX, When::last_day)
        }
        ProfileOrder::Revision => i32::MAX,
        ProfileOrder::Open => {
            let filled = filled(profile);
            i32::try_from(filled.done * 1000 / filled.all.max(1)).unwrap_or(i32::MAX)
        }
    };
    let mut ranked: Vec<(i32, usize, (RecordId, Profile))> = std::mem::take(profiles)
        .into_iter()
        .enumerate()
        .map(|(at, one)| (rank(&one.1), at, one))
        .collect();
    sort(&mut ranked, |one, other| (one.0, one.1) < (other.0, other.1));
    profiles.extend(ranked.into_iter().map(|(_, _, one)| one));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_revisions_and_open_profiles_come_first_and_the_rest_by_name() {
        let profile = |number: u64, texts: &str| {
            (RecordId::new(number, &[0; 10]), Profile::parse(texts).unwrap())
        };
        let adopted =
            |year: &str| format!(r#"{{"process/stage":"adopted","process/adopted":"{year}"}}"#);
        let all = vec![
            profile(1, &adopted("2025")),
            profile(2, r#"{"profile/name":"B","passage/history":"H"}"#),
            profile(3, &adopted("2022")),
            profile(4, &adopted("2020")),
        ];
        let check = |order: ProfileOrder, expected: [u64; 4]| {
            let mut all = all.clone();
            arrange(&mut all, order, When::Day(2026, 11, 26).last_day());
            let found: Vec<u64> = all.iter().map(|(id, _)| id.milliseconds()).collect();
            assert_eq!(found, expected, "{order:?}");
        };
        check(ProfileOrder::Name, [1, 2, 3, 4]);
        check(ProfileOrder::Revision, [4, 3, 1, 2]);
        check(ProfileOrder::Open, [1, 3, 4, 2]);
    }
}
