//! Which screen an address leads to, once its ids are looked up in the edition.

use super::{
    Nature, Route,
    route::{Measuring, Villages, Workshops},
};
use crate::measure::Status;
use crate::vision::{Area, Edition, Goal, Part, Place, Section};

/// A screen with all it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen<'a> {
    /// The focus areas and the element, with search in front.
    Overview,
    /// All goals in one list, or those of one nature.
    Goals(Option<Nature>),
    /// The goals with one status.
    GoalsWith(Status),
    /// Measuring.
    Measure(Measuring),
    /// Village profiles.
    Villages(Villages),
    /// Workshops.
    Workshops(Workshops),
    /// A focus area.
    Area(&'a Area),
    /// A theme or element, with the item that is to be in sight.
    Section(&'a Section, Option<String>),
    /// A goal, with the part that is to be in sight.
    Goal(&'a Section, &'a Goal, Option<&'a Part>),
    /// Search for these words.
    Search(String),
    /// The council's own document.
    Adopted,
    /// What is on this device.
    Files,
    /// About the app.
    About,
    /// Nothing is there.
    Unknown(String),
}

impl<'a> Screen<'a> {
    /// Looks up a route's ids.
    #[must_use]
    pub fn of(route: &Route, edition: &'a Edition) -> Self {
        match route {
            Route::Overview => Self::Overview,
            Route::Goals(nature) => Self::Goals(*nature),
            Route::GoalsWith(status) => Self::GoalsWith(*status),
            Route::Measure(measuring) => Self::Measure(measuring.clone()),
            Route::Villages(villages) => Self::Villages(villages.clone()),
            Route::Workshops(workshops) => Self::Workshops(workshops.clone()),
            Route::Adopted => Self::Adopted,
            Route::Files => Self::Files,
            Route::About => Self::About,
            Route::Search(words) => Self::Search(words.clone()),
            Route::Unknown(path) => Self::Unknown(path.clone()),
            Route::Area(number) => number
                .parse()
                .ok()
                .and_then(|number| edition.area(number))
                .map_or_else(|| Self::Unknown(number.clone()), Self::Area),
            Route::Section(id, item) => edition.section(id).map_or_else(
                || Self::Unknown(id.clone()),
                |section| Self::Section(section, item.clone()),
            ),
            Route::Goal(id) => match edition.place(id) {
                Some(Place::Goal(section, goal)) => Self::Goal(section, goal, None),
                Some(Place::Part(section, goal, part)) => Self::Goal(section, goal, Some(part)),
                Some(Place::Section(_) | Place::Block(..)) | None => Self::Unknown(id.clone()),
            },
        }
    }
}

impl Route {
    /// The address at which an item of the edition is read.
    #[must_use]
    pub fn to_place(place: &Place<'_>) -> Self {
        match place {
            Place::Section(section) => Self::Section(section.id.clone(), None),
            Place::Goal(_, goal) => Self::Goal(goal.id.clone()),
            Place::Part(_, _, part) => Self::Goal(part.id.clone()),
            Place::Block(section, _, _, item) => {
                Self::Section(section.id.clone(), Some(item.id.clone()))
            }
        }
    }

    /// The address at which the item, area or preface with this id is read.
    #[must_use]
    pub fn to_id(id: &str, edition: &Edition) -> Option<Self> {
        if id == "preface" {
            return Some(Self::About);
        }
        if let Some(area) = edition.areas.iter().find(|area| area.id == id) {
            return Some(Self::to_area(area));
        }
        edition.place(id).map(|place| Self::to_place(&place))
    }

    /// The address of a focus area.
    #[must_use]
    pub fn to_area(area: &Area) -> Self {
        Self::Area(area.number.to_string())
    }
}

/// Neighbours in the order of the document, for "previous" and "next".
pub fn neighbours<T: PartialEq>(
    all: impl IntoIterator<Item = T>,
    one: &T,
) -> (Option<T>, Option<T>) {
    let mut previous = None;
    let mut all = all.into_iter();
    while let Some(item) = all.next() {
        if item == *one {
            return (previous, all.next());
        }
        previous = Some(item);
    }
    (None, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_found_at_both_ends_and_in_the_middle() {
        assert_eq!(neighbours([1, 2, 3], &1), (None, Some(2)));
        assert_eq!(neighbours([1, 2, 3], &2), (Some(1), Some(3)));
        assert_eq!(neighbours([1, 2, 3], &3), (Some(2), None));
        assert_eq!(neighbours([1, 2, 3], &4), (None, None));
    }
}
