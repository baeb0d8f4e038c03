//! How two profiles, or two versions of one, differ.

use super::Profile;
use crate::sorted::Sorted;

/// A text that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The name of the text, as in [`Profile::texts`].
    pub name: String,
    /// What it says in the one; empty where it says nothing.
    pub before: String,
    /// What it says in the other.
    pub after: String,
}

/// The texts that differ, in the order of their names.
#[must_use]
pub fn difference(before: &Profile, after: &Profile) -> Vec<Changed> {
    let mut names: Sorted<&str, ()> = Sorted::default();
    names.extend(before.texts().chain(after.texts()).map(|(name, _)| (name, ())));
    let changed = names.keys().filter(|name| before.text(name) != after.text(name));
    let told = |name: &&str| Changed {
        name: (*name).to_owned(),
        before: before.text(name).to_owned(),
        after: after.text(name).to_owned(),
    };
    changed.map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_what_went_and_what_changed_is_told_and_nothing_else() {
        let before = Profile::parse(r#"{"a":"1","b":"2","c":"3"}"#).unwrap();
        let after = Profile::parse(r#"{"b":"2","c":"4","d":"5"}"#).unwrap();
        let told: Vec<_> = difference(&before, &after)
            .into_iter()
            .map(|one| (one.name, one.before, one.after))
            .collect();
        let expected = [("a", "1", ""), ("c", "3", "4"), ("d", "", "5")];
        assert_eq!(told, expected.map(|(a, b, c)| (a.into(), b.into(), c.into())));
        assert_eq!(difference(&before, &before), []);
    }
}
