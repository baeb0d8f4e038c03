//! The red thread: which actions of which villages serve which goals of the vision.

use super::Profile;
use crate::document::RecordId;

/// One action that serves a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serves<'a> {
    /// The goal.
    pub goal: &'a str,
    /// The village.
    pub profile: RecordId,
    /// What is to be done.
    pub action: super::Action<'a>,
}

/// All threads of these profiles, by village and then by importance.
#[must_use]
pub fn threads(profiles: &[(RecordId, Profile)]) -> Vec<Serves<'_>> {
    let mut threads = Vec::new();
    for (id, profile) in profiles {
        for action in profile.actions() {
            for goal in &action.goals {
                threads.push(Serves { goal, profile: *id, action: action.clone() });
            }
        }
    }
    threads
}

/// For each goal, how many actions of each village serve it, in the order of both lists.
#[must_use]
pub fn matrix(goals: &[&str], profiles: &[(RecordId, Profile)]) -> Vec<Vec<usize>> {
    let mut rows = vec![vec![0; profiles.len()]; goals.len()];
    for one in threads(profiles) {
        let row = goals.iter().position(|goal| *goal == one.goal);
        let column = profiles.iter().position(|(id, _)| *id == one.profile);
        let cell = row.zip(column).and_then(|(row, column)| rows.get_mut(row)?.get_mut(column));
        if let Some(count) = cell {
            *count += 1;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thread_stands_in_the_matrix_once() {
        let one = r#"{"action/a/what":"Sti","action/b/what":"Bus","thread/a/5d":"5d","thread/b/5d":"5d","thread/b/16a":"16a","thread/gone/1a":"1a"}"#;
        let profiles = [
            (RecordId::new(1, &[0; 10]), Profile::parse(one).unwrap()),
            (RecordId::new(2, &[0; 10]), Profile::default()),
        ];
        assert_eq!(matrix(&["1a", "5d", "16a"], &profiles), [[0, 0], [2, 0], [1, 0]]);
        let threads = threads(&profiles);
        let told: Vec<_> = threads.iter().map(|one| (one.goal, one.action.what)).collect();
        assert_eq!(told, [("5d", "Sti"), ("5d", "Bus"), ("16a", "Bus")]);
    }
}
