//! Search finds what people look for. Each row of `queries.tsv` names a query and the goals that
//! must come first among the goals, in any order.

use pejlemaerke::{
    app::{Group, Searcher},
    vision::Edition,
};
use std::collections::BTreeSet;

const QUERIES: &str = include_str!("queries.tsv");

fn rows() -> impl Iterator<Item = (&'static str, BTreeSet<&'static str>)> {
    QUERIES.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
        let mut cells = line.split('\t');
        let (query, first) = (cells.next().unwrap(), cells.next().unwrap());
        (query, first.split_whitespace().collect())
    })
}

#[test]
fn the_goals_that_must_come_first_do() {
    let edition = Edition::embedded().unwrap();
    let searcher = Searcher::new(&edition);
    let mut wrong = Vec::new();
    for (query, expected) in rows() {
        let groups = searcher.find(query);
        let goals = groups.iter().find(|group| group.group == Group::Goals);
        let found: Vec<&str> = goals
            .into_iter()
            .flat_map(|group| &group.found)
            .map(|found| found.id.as_str())
            .collect();
        let first: BTreeSet<&str> = found.iter().copied().take(expected.len()).collect();
        if first != expected {
            wrong.push(format!(
                "{query}: {:?} instead of {expected:?}",
                found.iter().take(5).collect::<Vec<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows().count(), wrong.join("\n"));
}

#[test]
fn the_set_of_queries_is_large_enough_to_tell_something() {
    assert!(rows().count() >= 60);
}

#[test]
fn every_goal_is_found_by_its_number_and_by_its_label_in_both_languages() {
    let edition = Edition::embedded().unwrap();
    let searcher = Searcher::new(&edition);
    for (_, goal) in edition.goals() {
        for query in [&goal.id, &goal.label.da, &goal.label.en] {
            let groups = searcher.find(query);
            let first = groups
                .iter()
                .find(|group| group.group == Group::Goals)
                .and_then(|group| group.found.first());
            assert_eq!(first.map(|found| found.id.as_str()), Some(goal.id.as_str()), "{query}");
        }
    }
}

#[test]
fn odd_queries_find_nothing_and_do_no_harm() {
    let edition = Edition::embedded().unwrap();
    let searcher = Searcher::new(&edition);
    let long = "skole ".repeat(2000);
    for query in ["", "   ", "%", "''", "<script>", "\u{0}", "🌊", "qqqqqqqqq"] {
        assert!(searcher.find(query).is_empty(), "{query:?}");
    }
    assert!(!searcher.find(&long).is_empty());
}
