//! The four natures of promises: how one can tell, in everyday words, whether one was kept.

use crate::vision::{Goal, GoalKind};

/// How one can tell whether a promise was kept. The goal's first kind decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// By a figure: a number, a share or a rank.
    Figure,
    /// By looking whether something is there.
    YesNo,
    /// By asking people how they see it.
    Perception,
    /// Only by judgement: the promise gives a direction.
    Course,
}

impl Nature {
    /// All natures, the most exact first.
    pub const ALL: [Self; 4] = [Self::Figure, Self::YesNo, Self::Perception, Self::Course];

    /// The nature of a goal.
    #[must_use]
    pub const fn of(goal: &Goal) -> Self {
        match goal.kind {
            GoalKind::Count | GoalKind::SharePercent | GoalKind::RankTopN => Self::Figure,
            GoalKind::ExistsYesNo => Self::YesNo,
            GoalKind::Perception => Self::Perception,
            GoalKind::Other => Self::Course,
        }
    }

    /// How many of these goals are of this nature.
    pub fn count<'a>(self, goals: impl IntoIterator<Item = &'a Goal>) -> usize {
        goals.into_iter().filter(|goal| Self::of(goal) == self).count()
    }

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "tal",
            Self::YesNo => "ja-nej",
            Self::Perception => "oplevelse",
            Self::Course => "retning",
        }
    }

    /// The nature with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nature| nature.name() == name)
    }
}
