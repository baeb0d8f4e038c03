//! What a village profile says, put together from its records: for reading, printing, comparing, and
//! for keeping as a version.

use super::{
    PlaceKind,
    rating::Rating,
    records::{self, Course, KINDS, Stage},
};
use crate::{
    document::{Document, Record, RecordId, Shape, Value},
    measure::{When, records::is_link},
    sorted::Sorted,
};
use std::collections::BTreeMap;

/// The seven points of a profile: the parts of goal 8a of the vision.
pub const POINTS: [&str; 7] = ["8a1", "8a2", "8a3", "8a4", "8a5", "8a6", "8a7"];

/// The texts that stand on their own in a profile, beside those of the points.
pub const PASSAGES: [&str; 11] = [
    "members",
    "together",
    "history",
    "heritage",
    "vision",
    "values",
    "known",
    "influence",
    "background",
    "carried",
    "sources",
];

/// The texts of each point; `8a1/today` is one of them.
pub const POINT_PASSAGES: [&str; 9] = [
    "today",
    "strengths",
    "weaknesses",
    "wishes",
    "plan",
    "challenge",
    "challenge-why",
    "challenge-proposal",
    "challenge-answer",
];

/// Which rating of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// As it is.
    Today,
    /// As it is wished.
    Wished,
}

impl Aim {
    /// The part of the rating of a point.
    #[must_use]
    pub fn part(self, point: &str) -> String {
        match self {
            Self::Today => format!("{point}/now"),
            Self::Wished => format!("{point}/wished"),
        }
    }
}

/// What a profile says, without names of persons: each text under a name of its own, such as
/// `profile/name`, `passage/8a1/today` or `action/ID/what`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    texts: Sorted<String, String>,
}

impl Profile {
    /// What a profile says; none where there is no such profile.
    #[must_use]
    pub fn of(document: &Document, id: RecordId) -> Option<Self> {
        let is_there = document
            .get(id)
            .is_some_and(|one| one.kind == records::PROFILE.name && one.is_present());
        let mut profile = Self::default();
        for kind in KINDS.iter().filter(|_| is_there) {
            for record in document.of_kind(kind) {
                if records::profile_of(record) == Some(id) {
                    profile.take(record);
                }
            }
        }
        profile.drop_loose_threads();
        is_there.then_some(profile)
    }

    /// What all profiles say, in the order they were begun.
    #[must_use]
    pub fn all(document: &Document) -> Vec<(RecordId, Self)> {
        let mut profiles: BTreeMap<RecordId, Self> = BTreeMap::new();
        for kind in KINDS {
            for record in document.of_kind(kind) {
                let Some(id) = records::profile_of(record) else { continue };
                if record.kind == records::PROFILE.name {
                    profiles.insert(id, Self::default());
                }
                if let Some(profile) = profiles.get_mut(&id) {
                    profile.take(record);
                }
            }
        }
        profiles.values_mut().for_each(Self::drop_loose_threads);
        profiles.into_iter().collect()
    }

    /// Forgets the threads of actions that were deleted.
    fn drop_loose_threads(&mut self) {
        let actions: Vec<String> = self.ids("action").into_iter().map(str::to_owned).collect();
        let is_tied = |name: &str| {
            let action = name.strip_prefix("thread/").and_then(|rest| rest.split('/').next());
            action.is_none_or(|action| actions.iter().any(|one| one == action))
        };
        self.texts.retain(|name, _| is_tied(name));
    }

    /// Reads a profile as a version keeps it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let value = Value::parse(text).ok()?;
        let mut texts = Sorted::default();
        for (name, value) in value.as_map()? {
            texts.insert(name.clone(), value.as_text()?.to_owned());
        }
        Some(Self { texts })
    }

    /// The profile as a version keeps it: JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let values = self.texts.iter().map(|(name, text)| (name.clone(), text.as_str().into()));
        Value::Map(values.collect()).to_string()
    }

    fn take(&mut self, record: &Record) {
        let kind = KINDS.into_iter().find(|kind| kind.name == record.kind);
        let Some(kind) = kind else { return };
        let (name, is_alone) = match kind.name {
            "profile" | "process" => (kind.name.to_owned(), false),
            "passage" => (format!("passage/{}", record.text(records::PART)), true),
            "rating" => (format!("rating/{}", record.text(records::PART)), false),
            "thread" => {
                let (action, goal) = (record.text(records::ACTION_ID), record.text(records::GOAL));
                self.texts.insert(format!("thread/{action}/{goal}"), goal.into());
                return;
            }
            // What people say about a profile, and what it said before, is not what it says.
            "comment" | "version" => return,
            _ => (format!("{}/{}", kind.name, record.id), false),
        };
        for (field, shape) in kind.fields {
            let beside = [records::OF_PROFILE, records::PART, records::FROM_WORKSHOP];
            let is_own = !beside.contains(field);
            if !is_own || matches!(shape, Shape::Personal(_)) {
                continue;
            }
            let text = match record.front(field) {
                Some(Value::Text(text)) => text.trim().to_owned(),
                Some(Value::Whole(number)) => number.to_string(),
                _ => continue,
            };
            if !text.is_empty() {
                let name = if is_alone { name.clone() } else { format!("{name}/{field}") };
                self.texts.insert(name, text);
            }
        }
    }

    /// Every text with its name, in the order of the names.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The text with this name; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    fn field(&self, field: &str) -> &str {
        self.text(&format!("profile/{field}"))
    }

    /// The name of the place; may be empty.
    #[must_use]
    pub fn name(&self) -> &str {
        self.field(records::NAME)
    }

    /// What the place is in the town pattern.
    #[must_use]
    pub fn place_kind(&self) -> Option<PlaceKind> {
        PlaceKind::from_name(self.field(records::PLACE_KIND))
    }

    /// The members of a cluster, one a line in the text `members`.
    #[must_use]
    pub fn members(&self) -> Vec<&str> {
        let lines = self.passage("members").lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// Whether the place is to be developed.
    #[must_use]
    pub fn course(&self) -> Course {
        Course::from_name(self.field(records::COURSE)).unwrap_or_default()
    }

    /// The place that this one belongs to.
    #[must_use]
    pub fn belongs_to(&self) -> &str {
        self.field(records::BELONGS_TO)
    }

    /// What the place is, in at most 300 characters.
    #[must_use]
    pub fn pitch(&self) -> &str {
        self.field(records::PITCH)
    }

    /// The local council's name.
    #[must_use]
    pub fn council(&self) -> &str {
        self.field(records::COUNCIL)
    }

    /// The address of a map; empty where there is none that may be followed.
    #[must_use]
    pub fn map(&self) -> &str {
        link(self.field(records::MAP))
    }

    /// The address of a plan that was published elsewhere; likewise.
    #[must_use]
    pub fn plan_link(&self) -> &str {
        link(self.field(records::PLAN_LINK))
    }

    /// How far the profile has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        Stage::from_name(self.text(&format!("process/{}", records::STAGE))).unwrap_or_default()
    }

    /// A date of the process, where it can be read.
    #[must_use]
    pub fn date(&self, field: &str) -> Option<When> {
        When::parse(self.text(&format!("process/{field}")))
    }

    /// When the profile is to be looked at again: as was agreed, or two years after it was adopted.
    #[must_use]
    pub fn next_revision(&self) -> Option<When> {
        let adopted = || Some(later(self.date(records::ADOPTED)?, 2));
        self.date(records::REVISION).or_else(adopted)
    }

    /// Whether an adopted profile should have been looked at again by this day.
    #[must_use]
    pub fn is_revision_due(&self, today: i32) -> bool {
        self.stage() == Stage::Adopted
            && self.next_revision().is_some_and(|when| when.last_day() < today)
    }

    /// A text of the profile; empty where there is none.
    #[must_use]
    pub fn passage(&self, part: &str) -> &str {
        self.text(&format!("passage/{part}"))
    }

    /// Whether the village challenges what the plan says on a point.
    #[must_use]
    pub fn challenges(&self, point: &str) -> bool {
        let is_there = |part: &&str| !self.passage(&format!("{point}/{part}")).is_empty();
        ["challenge", "challenge-why", "challenge-proposal"].iter().any(is_there)
    }

    /// The rating of a point.
    #[must_use]
    pub fn rating(&self, point: &str, aim: Aim) -> Option<Rating> {
        let name = format!("rating/{}", aim.part(point));
        let field = |field: &str| self.text(&format!("{name}/{field}"));
        Rating::of(field(records::RATED), field(records::TALLY))
    }

    /// Why a point is rated so; empty where nobody has said.
    #[must_use]
    pub fn reason(&self, point: &str, aim: Aim) -> &str {
        self.text(&format!("rating/{}/{}", aim.part(point), records::REASON))
    }
}

/// An address that may be followed, or nothing.
pub(super) fn link(text: &str) -> &str {
    if is_link(text) { text } else { "" }
}

/// The same date some years later. The 29th of February becomes the 28th.
const fn later(when: When, years: i32) -> When {
    match when {
        When::Year(year) => When::Year(year + years),
        When::Half(year, half) => When::Half(year + years, half),
        When::Quarter(year, quarter) => When::Quarter(year + years, quarter),
        When::Month(year, month) => When::Month(year + years, month),
        When::Day(year, 2, 29) => When::Day(year + years, 2, 28),
        When::Day(year, month, day) => When::Day(year + years, month, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Author, Device, Edit, Moment, Writer},
        village::records::{
            ACTION, FIGURE, PASSAGE, PROCESS, PROFILE, RATING, THREAD, part_edits, part_id,
        },
    };
    use std::collections::BTreeSet;

    fn id(number: u64) -> RecordId {
        RecordId::new(number, &[0; 10])
    }

    fn set(id: RecordId, field: &'static str, value: impl Into<Value>) -> Edit {
        Edit::Set(id, field, value.into(), BTreeSet::new())
    }

    /// Albæk with a text, a group's rating, two actions, and a contact.
    fn document() -> Document {
        let profile = id(1);
        let mut edits = vec![
            Edit::Create(profile, PROFILE.name),
            set(profile, records::NAME, "Albæk"),
            set(profile, records::PLACE_KIND, "village"),
            set(profile, records::CONTACT, "Ane Ære, 12 34 56 78"),
            set(profile, records::MAP, "javascript:alert(1)"),
        ];
        let mut part = |kind, name: &str, field, value: Value| {
            edits.extend(part_edits(profile, kind, name));
            edits.push(set(part_id(profile, kind, name), field, value));
        };
        part(&PASSAGE, "8a1/today", records::TEXT, "Ved fjorden. ".into());
        part(&PASSAGE, "members", records::TEXT, "Albæk\n\n Østrup ".into());
        part(&PASSAGE, "8a4/challenge-why", records::TEXT, "Bussen kører forbi.".into());
        part(&RATING, "8a1/now", records::TALLY, "0,0,3,5,1,0,0".into());
        part(&RATING, "8a1/wished", records::RATED, Value::Whole(6));
        part(&PROCESS, "", records::STAGE, "adopted".into());
        part(&PROCESS, "", records::ADOPTED, "2024-02-29".into());
        for (number, order) in [(2, 5), (3, 1)] {
            edits.push(Edit::Create(id(number), ACTION.name));
            edits.push(set(id(number), records::OF_PROFILE, profile.to_string()));
            edits.push(set(id(number), records::WHAT, format!("Handling {number}")));
            edits.push(set(id(number), records::ORDER, Value::Whole(order)));
        }
        let thread = part_id(id(3), &THREAD, "5d");
        edits.extend([
            Edit::Create(thread, THREAD.name),
            set(thread, records::OF_PROFILE, profile.to_string()),
            set(thread, records::ACTION_ID, id(3).to_string()),
            set(thread, records::GOAL, "5d"),
            Edit::Create(id(4), FIGURE.name),
            set(id(4), records::OF_PROFILE, id(9).to_string()),
            set(id(4), records::NAME, "Af en anden profil"),
        ]);
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let mut document = Document::default();
        document.change(Author { writer, at: Moment::default() }, &edits, &KINDS);
        document
    }

    #[test]
    fn a_profile_says_what_its_records_say() {
        let document = document();
        let profile = Profile::of(&document, id(1)).unwrap();
        assert_eq!((profile.name(), profile.place_kind()), ("Albæk", Some(PlaceKind::Village)));
        assert_eq!(profile.passage("8a1/today"), "Ved fjorden.");
        assert_eq!(profile.members(), ["Albæk", "Østrup"]);
        assert_eq!(profile.map(), "", "an address that runs something is none");
        assert!(profile.challenges("8a4") && !profile.challenges("8a1"));
        assert_eq!(profile.rating("8a1", Aim::Today).unwrap().group.unwrap().people, 9);
        assert_eq!(profile.rating("8a1", Aim::Wished).unwrap().value.to_string(), "6");
        assert_eq!(profile.rating("8a2", Aim::Today), None);
        assert_eq!(profile.figures(), []);
        let actions = profile.actions();
        assert_eq!(
            actions.iter().map(|one| one.what).collect::<Vec<_>>(),
            ["Handling 3", "Handling 2"]
        );
        assert_eq!(actions.first().unwrap().goals, ["5d"]);
    }

    #[test]
    fn a_version_keeps_everything_but_names_of_persons() {
        let profile = Profile::of(&document(), id(1)).unwrap();
        let kept = profile.to_json();
        assert!(!kept.contains("Ane") && !kept.contains("12 34"));
        assert_eq!(Profile::parse(&kept), Some(profile));
        for wrong in ["", "[]", "{\"profile/name\":1}", "{"] {
            assert_eq!(Profile::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn all_profiles_are_read_as_each_alone() {
        let document = document();
        let alone = Profile::of(&document, id(1)).unwrap();
        assert_eq!(Profile::all(&document), [(id(1), alone)]);
        assert_eq!(Profile::of(&document, id(2)), None, "an action is no profile");
    }

    #[test]
    fn the_next_revision_is_as_agreed_or_two_years_after_the_adoption() {
        let profile = Profile::of(&document(), id(1)).unwrap();
        assert_eq!(profile.next_revision(), Some(When::Day(2026, 2, 28)));
        let last = When::Day(2026, 2, 28).last_day();
        assert!(!profile.is_revision_due(last) && profile.is_revision_due(last + 1));
        let agreed = profile.to_json().replacen('{', "{\"process/revision\":\"2025\",", 1);
        assert_eq!(Profile::parse(&agreed).unwrap().next_revision(), Some(When::Year(2025)));
        assert_eq!(Profile::default().next_revision(), None);
        assert!(!Profile::default().is_revision_due(i32::MAX));
    }
}
