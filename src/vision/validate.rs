//! The rules that types cannot express. An edition that breaks one must not be shipped.

use super::{Bilingual, Block, Edition, Section};
use std::{collections::BTreeSet, fmt};

/// A rule that an edition breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The id stands twice.
    DuplicateId(String),
    /// The id is not what its place asks for.
    WrongId {
        /// The id found.
        found: String,
        /// The id that belongs there.
        expected: String,
    },
    /// A text is empty in one of the languages.
    EmptyText(String),
    /// Something names an id that does not exist.
    UnknownId {
        /// Who names it.
        by: String,
        /// The id named.
        id: String,
    },
    /// A theme belongs to an area that does not exist.
    UnknownArea(String),
    /// A target's value is not a decimal number.
    WrongValue(String),
    /// A target's deadline is not a year.
    WrongDeadline(String),
    /// The day of adoption is not one.
    WrongDay(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId(id) => write!(out, "the id {id} stands twice"),
            Self::WrongId { found, expected } => {
                write!(out, "{found} stands where {expected} belongs")
            }
            Self::EmptyText(at) => write!(out, "{at} lacks a text in one of the languages"),
            Self::UnknownId { by, id } => write!(out, "{by} names {id}, which does not exist"),
            Self::UnknownArea(section) => write!(out, "section {section} belongs to no known area"),
            Self::WrongDeadline(item) => {
                write!(out, "the deadline of {item}'s target is not a year")
            }
            Self::WrongDay(day) => write!(out, "the day of adoption, {day}, is not one"),
            Self::WrongValue(item) => write!(out, "the target of {item} is not a decimal number"),
        }
    }
}

/// All rules that the edition breaks; empty for a valid one.
#[must_use]
pub fn validate(edition: &Edition) -> Vec<Problem> {
    let mut problems = Vec::new();
    if edition.adopted_on.parse::<chrono::NaiveDate>().is_err() {
        problems.push(Problem::WrongDay(edition.adopted_on.clone()));
    }
    let mut ids = BTreeSet::from(["preface"]);
    ids.extend(edition.areas.iter().map(|area| area.id.as_str()));
    for item in edition.items() {
        if !ids.insert(item.id) {
            problems.push(Problem::DuplicateId(item.id.into()));
        }
        check_text(item.text, item.id, &mut problems);
    }
    for (area, number) in edition.areas.iter().zip(1_u8..) {
        check_id(&area.id, &format!("area{number}"), &mut problems);
        check_text(&area.title, &area.id, &mut problems);
    }
    for section in &edition.sections {
        if !section.is_element() && edition.area_of(section).is_none() {
            problems.push(Problem::UnknownArea(section.id.clone()));
        }
        check_section_ids(section, &mut problems);
    }
    check_links(edition, &ids, &mut problems);
    for target in &edition.targets {
        if target.value.as_deref().is_some_and(|value| !is_decimal(value)) {
            problems.push(Problem::WrongValue(target.item.clone()));
        }
        let year = target.deadline.parse().ok();
        if year.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31)).is_none() {
            problems.push(Problem::WrongDeadline(target.item.clone()));
        }
    }
    problems
}

/// Goals carry the letters a, b, c …; parts and block items the numbers 1, 2, 3 …
fn check_section_ids(section: &Section, problems: &mut Vec<Problem>) {
    for (goal, letter) in section.goals.iter().zip('a'..='z') {
        check_id(&goal.id, &format!("{}{letter}", section.id), problems);
        check_text(&goal.label, &goal.id, problems);
        for (part, number) in goal.parts.iter().zip(1..) {
            check_id(&part.id, &format!("{}{number}", goal.id), problems);
            check_text(&part.label, &part.id, problems);
        }
    }
    for block in Block::ALL {
        for (item, number) in section.block(block).iter().zip(1..) {
            check_id(&item.id, &format!("{}-{}{number}", section.id, block.letter()), problems);
        }
    }
}

fn check_links(edition: &Edition, ids: &BTreeSet<&str>, problems: &mut Vec<Problem>) {
    let mut check = |by: &str, named: &[String]| {
        for id in named.iter().filter(|id| !ids.contains(id.as_str())) {
            problems.push(Problem::UnknownId { by: by.into(), id: id.clone() });
        }
    };
    for reference in &edition.references {
        check(&reference.adopted, &reference.from);
        check(&reference.adopted, &reference.to);
    }
    for note in &edition.notes {
        check(&note.id, &note.items);
    }
    for target in &edition.targets {
        check("a target", std::slice::from_ref(&target.item));
    }
    for open in &edition.open_targets {
        check(&open.id, std::slice::from_ref(&open.section));
        check(&open.id, &open.items);
    }
    for actor in &edition.actors {
        check(&actor.id, &actor.items);
    }
}

fn check_id(found: &str, expected: &str, problems: &mut Vec<Problem>) {
    if found != expected {
        problems.push(Problem::WrongId { found: found.into(), expected: expected.into() });
    }
}

fn check_text(text: &Bilingual, at: &str, problems: &mut Vec<Problem>) {
    if text.da.trim().is_empty() || text.en.trim().is_empty() {
        problems.push(Problem::EmptyText(at.into()));
    }
}

fn is_decimal(value: &str) -> bool {
    let (whole, part) = value.split_once('.').unwrap_or((value, "0"));
    [whole, part]
        .iter()
        .all(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()))
}
