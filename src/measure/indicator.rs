//! Indicators: what can be measured for a goal or a theme, derived from the edition or added by a
//! person.

use super::{Decimal, When};
use crate::vision::{self, Bilingual, Direction, Edition, Goal, GoalKind, Measure};

/// What an indicator measures, and thereby how an observation of it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A share of something, in per cent.
    Share,
    /// A number of something.
    Count,
    /// A place among so many; lower is better.
    Rank,
    /// A figure beside another that it is compared with.
    Comparison,
    /// So many of all there are.
    Coverage,
    /// A yes/no promise, told by milestones.
    Milestone,
    /// A mean on a scale up to so much, as in surveys.
    Scale,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Share,
        Self::Count,
        Self::Rank,
        Self::Comparison,
        Self::Coverage,
        Self::Milestone,
        Self::Scale,
    ];

    /// The name in files and addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Count => "count",
            Self::Rank => "rank",
            Self::Comparison => "comparison",
            Self::Coverage => "coverage",
            Self::Milestone => "milestone",
            Self::Scale => "scale",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether an observation needs a second figure: of how many, or compared with what.
    #[must_use]
    pub const fn has_of(self) -> bool {
        matches!(self, Self::Rank | Self::Comparison | Self::Coverage | Self::Scale)
    }
}

/// On which side of its target a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The target or more.
    AtLeast,
    /// The target or less.
    AtMost,
    /// More than what it is compared with.
    Above,
    /// In the upper part of all: its place times the target is at most their number (15c: 3).
    UpperPart,
    /// It is there.
    Done,
}

impl Side {
    /// All sides.
    pub const ALL: [Self; 5] =
        [Self::AtLeast, Self::AtMost, Self::Above, Self::UpperPart, Self::Done];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Above => "above",
            Self::UpperPart => "upper_part",
            Self::Done => "done",
        }
    }

    /// The side with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The value; zero where the side says everything.
    pub value: Decimal,
    /// On which side of it the promise is kept.
    pub side: Side,
    /// By when; none where that is not said.
    pub deadline: Option<When>,
    /// Where it started, and when.
    pub baseline: Option<(Decimal, When)>,
    /// Whether a person set it, where the vision does not.
    pub is_own: bool,
}

/// What stands after a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing.
    None,
    /// Per cent.
    Percent,
    /// Some things, by their name.
    Named(Bilingual),
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Of one derived from the edition the id of its item, with `.2` for a second of the same item, or
    /// of its open target; of an own one the id of its record.
    pub id: String,
    /// The goal, theme or paragraph it is about.
    pub item: String,
    /// Its name.
    pub name: Bilingual,
    /// What it measures.
    pub kind: Kind,
    /// What stands after its values.
    pub unit: Unit,
    /// What is to be reached; none where nothing is said.
    pub target: Option<Target>,
    /// Whether the vision says that a target is to be set and does not set it.
    pub is_open: bool,
    /// Whether a person added it.
    pub is_own: bool,
}

impl Indicator {
    /// Whether anything can be reached: a target, or a state.
    #[must_use]
    pub fn has_target(&self) -> bool {
        self.target.is_some()
    }
}

/// The indicators of an edition, in the order of the document: one for each target, one for each
/// goal without one, and one for each target that the vision leaves open.
#[must_use]
pub fn derive(edition: &Edition) -> Vec<Indicator> {
    let mut all = Vec::new();
    for section in &edition.sections {
        for goal in &section.goals {
            let targets = from_targets(edition, &goal.id);
            if targets.is_empty() {
                all.push(from_goal(edition, goal));
            }
            all.extend(targets);
        }
        for item in &section.measures {
            all.extend(from_targets(edition, &item.id));
        }
        for open in edition.open_targets_of(&section.id) {
            all.push(Indicator {
                id: open.id.clone(),
                item: open.items.first().unwrap_or(&section.id).clone(),
                name: open.what.clone(),
                kind: Kind::Count,
                unit: Unit::None,
                target: None,
                is_open: true,
                is_own: false,
            });
        }
    }
    all
}

fn from_targets(edition: &Edition, item: &str) -> Vec<Indicator> {
    let targets = edition.targets_of(item).zip(1..);
    let indicator = |(target, number): (&vision::Target, u32)| {
        let kind = match target.measure {
            Measure::Share | Measure::Increase => Kind::Share,
            Measure::Count => Kind::Count,
            Measure::Rank => Kind::Rank,
            Measure::Comparison => Kind::Comparison,
            Measure::Coverage => Kind::Coverage,
            Measure::Milestone => Kind::Milestone,
        };
        Indicator {
            id: if number == 1 { item.into() } else { format!("{item}.{number}") },
            item: item.into(),
            name: target.label.clone(),
            kind,
            unit: unit(target.unit.as_deref()),
            target: Some(to_target(target)),
            is_open: false,
            is_own: false,
        }
    };
    targets.map(indicator).collect()
}

fn to_target(target: &vision::Target) -> Target {
    let value = target.value.as_deref().and_then(Decimal::parse);
    let (value, side) = match (target.direction, value) {
        // Part of all: "the top third".
        (Direction::AtMost, None) => (Decimal::whole(3), Side::UpperPart),
        (Direction::AtMost, Some(value)) => (value, Side::AtMost),
        (Direction::AtLeast, value) => (value.unwrap_or(Decimal::whole(0)), Side::AtLeast),
        (Direction::Above, _) => (Decimal::whole(0), Side::Above),
        (Direction::Exists, _) => (Decimal::whole(0), Side::Done),
    };
    let deadline = When::parse(&target.deadline);
    Target { value, side, deadline, baseline: None, is_own: false }
}

fn from_goal(edition: &Edition, goal: &Goal) -> Indicator {
    let kind = match (goal.kind, goal.second_kind) {
        (GoalKind::Count, _) | (GoalKind::Other, Some(GoalKind::Count)) => Kind::Count,
        (GoalKind::SharePercent, _) => Kind::Share,
        (GoalKind::RankTopN, _) => Kind::Rank,
        // What people are to see must be there first.
        (GoalKind::Perception, Some(GoalKind::ExistsYesNo)) => Kind::Milestone,
        (GoalKind::Perception, _) | (GoalKind::Other, Some(GoalKind::Perception)) => Kind::Scale,
        (GoalKind::ExistsYesNo | GoalKind::Other, _) => Kind::Milestone,
    };
    let target = (kind == Kind::Milestone).then(|| Target {
        value: Decimal::whole(0),
        side: Side::Done,
        deadline: Some(When::Year(i32::from(edition.target_year))),
        baseline: None,
        is_own: false,
    });
    Indicator {
        id: goal.id.clone(),
        item: goal.id.clone(),
        name: goal.label.clone(),
        kind,
        unit: if kind == Kind::Share { Unit::Percent } else { Unit::None },
        target,
        is_open: false,
        is_own: false,
    }
}

fn unit(name: Option<&str>) -> Unit {
    let named = |da: &str, en: &str| Unit::Named(Bilingual { da: da.into(), en: en.into() });
    match name {
        Some("percent") => Unit::Percent,
        Some("homes") => named("boliger", "homes"),
        Some("kilometres") => named("km", "km"),
        Some("jobs") => named("arbejdspladser", "jobs"),
        Some("programmes") => named("uddannelser", "programmes"),
        Some("rank") | None => Unit::None,
        Some(other) => named(other, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Indicator> {
        derive(&Edition::embedded().unwrap())
    }

    #[test]
    fn every_goal_and_every_open_target_has_an_indicator() {
        let (edition, all) = (Edition::embedded().unwrap(), all());
        for (_, goal) in edition.goals() {
            assert!(all.iter().any(|indicator| indicator.item == goal.id), "{}", goal.id);
        }
        assert_eq!(all.iter().filter(|indicator| indicator.is_open).count(), 12);
        let mut ids: Vec<&str> = all.iter().map(|indicator| indicator.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all.len());
    }

    #[test]
    fn targets_come_from_the_vision() {
        let all = all();
        let check = |id: &str, kind: Kind, side: Side, value: i64| {
            let indicator = all.iter().find(|indicator| indicator.id == id).unwrap();
            let target = indicator.target.as_ref().unwrap();
            assert_eq!(
                (indicator.kind, target.side, target.value),
                (kind, side, Decimal::whole(value)),
                "{id}"
            );
            assert_eq!(target.deadline, Some(When::Year(if id == "13f" { 2020 } else { 2021 })));
        };
        check("1e", Kind::Share, Side::AtLeast, 85);
        check("1b", Kind::Coverage, Side::AtLeast, 100);
        check("10-m1", Kind::Rank, Side::AtMost, 10);
        check("15c", Kind::Rank, Side::UpperPart, 3);
        check("2c", Kind::Comparison, Side::Above, 0);
        check("9d", Kind::Count, Side::AtLeast, 100);
        check("9d.2", Kind::Count, Side::AtLeast, 50);
        check("13f", Kind::Milestone, Side::Done, 0);
        check("e6c", Kind::Share, Side::AtLeast, 75);
    }

    #[test]
    fn names_of_kinds_and_sides_are_read_back() {
        assert!(Kind::ALL.iter().all(|kind| Kind::from_name(kind.name()) == Some(*kind)));
        assert!(Side::ALL.iter().all(|side| Side::from_name(side.name()) == Some(*side)));
    }
}
