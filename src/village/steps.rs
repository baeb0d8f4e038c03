//! The steps in which a profile is written, and how much of each is there.

use super::{
    profile::{Aim, POINTS, Profile},
    records::Course,
};

/// A step of the guided editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The place, its council and its story.
    Place,
    /// One of the seven points.
    Point(&'static str),
    /// The action plan.
    Actions,
    /// All of it once more, and how far it has come.
    Summary,
}

/// How much of a step is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// So many of the questions have an answer.
    pub done: usize,
    /// So many there are.
    pub all: usize,
}

impl Filled {
    /// Whether every question has an answer.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.done == self.all
    }

    fn of<const N: usize>(answers: [bool; N]) -> Self {
        Self { done: answers.into_iter().filter(|is_there| *is_there).count(), all: N }
    }
}

impl Step {
    /// All steps in their order.
    pub const ALL: [Self; 10] = [
        Self::Place,
        Self::Point("8a1"),
        Self::Point("8a2"),
        Self::Point("8a3"),
        Self::Point("8a4"),
        Self::Point("8a5"),
        Self::Point("8a6"),
        Self::Point("8a7"),
        Self::Actions,
        Self::Summary,
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "sted",
            Self::Point(point) => point,
            Self::Actions => "handlinger",
            Self::Summary => "opsummering",
        }
    }

    /// The step with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// How much of the step is there in a profile; none for the summary, which asks for nothing, and
    /// for the points and actions of a place that is not to be developed in its own right.
    #[must_use]
    pub fn filled(self, profile: &Profile) -> Option<Filled> {
        let is_own = profile.course() == Course::Own;
        let has = |part: &str| !profile.passage(part).is_empty();
        match self {
            Self::Place if is_own => Some(Filled::of([
                !profile.name().is_empty(),
                profile.place_kind().is_some(),
                !profile.council().is_empty(),
                !profile.pitch().is_empty(),
                has("history"),
                !profile.figures().is_empty(),
            ])),
            Self::Place => Some(Filled::of([
                !profile.name().is_empty(),
                !profile.belongs_to().is_empty(),
                has("together"),
            ])),
            Self::Point(point) if is_own => Some(Filled::of([
                has(&format!("{point}/today")),
                has(&format!("{point}/strengths")) || has(&format!("{point}/weaknesses")),
                has(&format!("{point}/wishes")),
                profile.rating(point, Aim::Today).is_some(),
            ])),
            Self::Actions if is_own => {
                let actions = profile.actions();
                Some(Filled::of([
                    !actions.is_empty(),
                    actions.iter().any(|action| !action.goals.is_empty()),
                ]))
            }
            Self::Point(_) | Self::Actions | Self::Summary => None,
        }
    }
}

/// How much of all steps is there.
#[must_use]
pub fn filled(profile: &Profile) -> Filled {
    let steps = Step::ALL.into_iter().filter_map(|step| step.filled(profile));
    steps.fold(Filled { done: 0, all: 0 }, |sum, step| Filled {
        done: sum.done + step.done,
        all: sum.all + step.all,
    })
}

/// How many of the seven points say something.
#[must_use]
pub fn points_described(profile: &Profile) -> usize {
    let is_described = |point: &&'static str| {
        let step = Step::Point(point).filled(profile);
        step.is_some_and(|step| step.done > 0)
    };
    POINTS.into_iter().filter(is_described).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(texts: &str) -> Profile {
        Profile::parse(texts).unwrap()
    }

    #[test]
    fn every_step_is_found_by_its_name_and_every_point_is_a_step() {
        for step in Step::ALL {
            assert_eq!(Step::from_name(step.name()), Some(step));
        }
        assert_eq!(Step::from_name("8a8"), None);
        for point in POINTS {
            assert_eq!(Step::from_name(point), Some(Step::Point(point)));
        }
    }

    #[test]
    fn an_empty_profile_has_nothing_of_everything_and_a_point_counts_once_it_says_something() {
        let empty = profile("{}");
        assert_eq!(filled(&empty), Filled { done: 0, all: 6 + 7 * 4 + 2 });
        assert_eq!(points_described(&empty), 0);
        let one =
            profile("{\"passage/8a3/wishes\":\"Flere boliger\",\"rating/8a3/now/rated\":\"3\"}");
        assert_eq!(Step::Point("8a3").filled(&one), Some(Filled { done: 2, all: 4 }));
        assert_eq!((filled(&one).done, points_described(&one)), (2, 1));
    }

    #[test]
    fn a_place_that_belongs_to_another_is_not_asked_for_seven_points() {
        let together = profile(
            "{\"profile/course\":\"together\",\"profile/name\":\"Tjærby\",\"profile/belongs_to\":\"Albæk\",\"passage/together\":\"Vi bor her.\"}",
        );
        assert!(filled(&together).is_whole());
        assert_eq!(filled(&together).all, 3);
    }
}
