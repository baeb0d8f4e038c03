//! The lists of a profile: key figures, actions, partners.

use super::{
    profile::{Profile, link},
    records,
};
use crate::{document::RecordId, measure::State, sorted::sort};

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<'a> {
    /// Its record.
    pub id: &'a str,
    /// What it counts.
    pub name: &'a str,
    /// How much, as [`crate::measure::Decimal`] or as it was typed.
    pub amount: &'a str,
    /// Of what.
    pub unit: &'a str,
    /// When, as [`crate::measure::When`] or as it was typed.
    pub year: &'a str,
    /// Where it comes from.
    pub source: &'a str,
    /// The address of the source; empty where there is none that may be followed.
    pub link: &'a str,
    /// What it is to become.
    pub wished: &'a str,
    /// By when.
    pub wished_by: &'a str,
}

/// A line of the action plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action<'a> {
    /// Its record.
    pub id: &'a str,
    /// What is to be done.
    pub what: &'a str,
    /// Why.
    pub why: &'a str,
    /// Who does it.
    pub who: &'a str,
    /// When.
    pub time: &'a str,
    /// What it costs in kroner, as [`crate::measure::Decimal`] or as it was typed.
    pub cost: &'a str,
    /// Who pays.
    pub funding: &'a str,
    /// How far it has come.
    pub state: Option<State>,
    /// Where more can be read; empty where there is no address that may be followed.
    pub link: &'a str,
    /// Its place among the others; the lowest comes first.
    pub order: i64,
    /// The goals of the vision that it serves.
    pub goals: Vec<&'a str>,
}

/// A place that this one works together with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner<'a> {
    /// Its record.
    pub id: &'a str,
    /// The other profile, where it is known.
    pub with: Option<RecordId>,
    /// The other place's name.
    pub name: &'a str,
    /// What it is about.
    pub about: &'a str,
}

impl Profile {
    /// The ids under a kind, in the order they were made.
    pub(super) fn ids(&self, kind: &str) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for (name, _) in self.texts() {
            let id = name.strip_prefix(kind).and_then(|rest| rest.split('/').nth(1));
            if let Some(id) = id.filter(|id| ids.last() != Some(id)) {
                ids.push(id);
            }
        }
        ids
    }

    /// The key figures, in the order they were made.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure<'_>> {
        let figure = |id| {
            let text = |field: &str| self.text(&format!("figure/{id}/{field}"));
            Figure {
                id,
                name: text(records::NAME),
                amount: text(records::AMOUNT),
                unit: text(records::UNIT),
                year: text(records::YEAR),
                source: text(records::SOURCE),
                link: link(text(records::LINK)),
                wished: text(records::WISHED),
                wished_by: text(records::WISHED_BY),
            }
        };
        self.ids("figure").into_iter().map(figure).collect()
    }

    /// The action plan, the most important first.
    #[must_use]
    pub fn actions(&self) -> Vec<Action<'_>> {
        let mut actions = Vec::new();
        for id in self.ids("action") {
            let text = |field: &str| self.text(&format!("action/{id}/{field}"));
            let threads = format!("thread/{id}/");
            let goals = self.texts().filter(|(name, _)| name.starts_with(&threads));
            let mut goals: Vec<&str> = goals.map(|(_, goal)| goal).collect();
            sort(&mut goals, |one, other| goal_key(one) < goal_key(other));
            actions.push(Action {
                id,
                what: text(records::WHAT),
                why: text(records::WHY),
                who: text(records::WHO),
                time: text(records::TIME),
                cost: text(records::COST),
                funding: text(records::FUNDING),
                state: State::from_name(text(records::STATE)),
                link: link(text(records::LINK)),
                order: text(records::ORDER).parse().unwrap_or(records::LAST),
                goals,
            });
        }
        sort(&mut actions, |one, other| (one.order, one.id) < (other.order, other.id));
        actions
    }

    /// The places it works together with.
    #[must_use]
    pub fn partners(&self) -> Vec<Partner<'_>> {
        let partner = |id| {
            let text = |field: &str| self.text(&format!("partner/{id}/{field}"));
            Partner {
                id,
                with: RecordId::parse(text(records::WITH)),
                name: text(records::NAME),
                about: text(records::ABOUT),
            }
        };
        self.ids("partner").into_iter().map(partner).collect()
    }
}

/// What sorts goals as the vision does: 1e before 10a, the element's last.
#[must_use]
pub fn goal_key(id: &str) -> (u32, &str) {
    let letters = id.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number = id.get(..id.len() - letters.len()).unwrap_or_default();
    (number.parse().unwrap_or(u32::MAX), letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_stand_in_the_order_of_the_vision() {
        let mut goals = ["e6a", "10a", "8a1", "1e", "8a", "16a"];
        goals.sort_by_key(|id| goal_key(id));
        assert_eq!(goals, ["1e", "8a", "8a1", "10a", "16a", "e6a"]);
    }
}
