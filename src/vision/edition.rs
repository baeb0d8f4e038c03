//! The types of an edition and its loading. The JSON Schema under `public/schema/` is made from
//! these types, so their docs are written for the author of another municipality's edition.

use super::{
    Bilingual,
    read::{Fields, Read, read_fields, read_names, unpack},
};
use crate::value::Value;
use chrono::NaiveDate;
use std::fmt;

/// One municipality's vision as data: what it promises, why, and what the document leaves open.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Edition {
    /// Short name of the edition in files and addresses, such as `randers-2021`.
    pub edition: String,
    /// Title of the adopted document.
    pub title: Bilingual,
    /// The municipality whose vision it is.
    pub municipality: Bilingual,
    /// Who adopted it, as a noun phrase in the middle of a sentence.
    pub adopted_by: Bilingual,
    /// When it was adopted, in words.
    pub adopted: Bilingual,
    /// The day on which it was adopted, as `2014-06-16`: what was measured before is a starting point.
    pub adopted_on: String,
    /// The year in which the promises are to be kept.
    pub target_year: u16,
    /// The preface, paragraph by paragraph.
    pub preface: Vec<Bilingual>,
    /// The numbered focus areas, in order.
    pub areas: Vec<Area>,
    /// The themes and elements, in order.
    pub sections: Vec<Section>,
    /// Where one item refers to, or repeats, another.
    pub references: Vec<Reference>,
    /// What a reader should know about an item that the document itself does not say.
    pub notes: Vec<Note>,
    /// What is to be reached, as far as the document says it.
    pub targets: Vec<Target>,
    /// Targets that the document announces or needs but does not set.
    pub open_targets: Vec<OpenTarget>,
    /// Who is named in the document, and where.
    pub actors: Vec<Actor>,
}

/// A focus area.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Area {
    /// `area1`, `area2` and so on.
    pub id: String,
    /// Its number, from 1.
    pub number: u8,
    /// Its title as adopted.
    pub title: Bilingual,
    /// Its title for narrow places.
    pub short: Bilingual,
}

/// A theme, or an element that stands beside the focus areas.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Section {
    /// The theme's number, such as `5`, or `e` and the element's number, such as `e6`.
    pub id: String,
    /// Number of the focus area; `null` for an element.
    pub area: Option<String>,
    /// Title as adopted.
    pub title: Bilingual,
    /// Title for narrow places.
    pub short: Bilingual,
    /// The lettered promises, in order.
    pub goals: Vec<Goal>,
    /// Why (ids `5-r1` …).
    pub rationale: Vec<BlockItem>,
    /// What is to support it (ids `5-s1` …).
    pub support: Vec<BlockItem>,
    /// How it is measured (ids `5-m1` …).
    pub measures: Vec<BlockItem>,
}

/// A lettered promise.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Goal {
    /// The section's id and the letter, such as `5d`.
    pub id: String,
    /// The promise in a few words, for lists.
    pub label: Bilingual,
    /// The promise in plain language.
    pub text: Bilingual,
    /// What kind of promise it is.
    pub kind: GoalKind,
    /// A second kind where the promise is of two.
    #[cfg_attr(feature = "schema", serde(default))]
    pub second_kind: Option<GoalKind>,
    /// Numbered parts of the promise (ids `8a1` …), where it has some.
    #[cfg_attr(feature = "schema", serde(default))]
    pub parts: Vec<Part>,
}

/// A numbered part of a goal.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Part {
    /// The goal's id and the part's number, such as `8a1`.
    pub id: String,
    /// The part in a few words.
    pub label: Bilingual,
    /// The part in plain language.
    pub text: Bilingual,
}

/// What kind of promise a goal is: it decides how one can tell whether it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(rename_all = "snake_case"))]
pub enum GoalKind {
    /// A number of something.
    Count,
    /// A share of something.
    SharePercent,
    /// A place among others.
    RankTopN,
    /// Something that is there or not.
    ExistsYesNo,
    /// How people see something.
    Perception,
    /// A direction that is neither.
    Other,
}

/// A paragraph of one of the three blocks under the goals.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct BlockItem {
    /// The section's id, the block's letter and a number, such as `5-r1`.
    pub id: String,
    /// The paragraph in plain language.
    pub text: Bilingual,
}

/// The three blocks under the goals of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// Begrundelse.
    Rationale,
    /// Skal understøttes af.
    Support,
    /// Vi måler det sådan.
    Measures,
}

impl Block {
    /// The blocks in the order in which they stand.
    pub const ALL: [Self; 3] = [Self::Rationale, Self::Support, Self::Measures];

    /// The letter in the ids of the block's items.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Rationale => 'r',
            Self::Support => 's',
            Self::Measures => 'm',
        }
    }
}

impl Section {
    /// The items of one block.
    #[must_use]
    pub fn block(&self, block: Block) -> &[BlockItem] {
        match block {
            Block::Rationale => &self.rationale,
            Block::Support => &self.support,
            Block::Measures => &self.measures,
        }
    }

    /// The theme's or element's number: `5` for `5`, `6` for `e6`.
    #[must_use]
    pub fn number(&self) -> &str {
        self.id.trim_start_matches('e')
    }

    /// Whether this is an element beside the focus areas rather than a theme.
    #[must_use]
    pub const fn is_element(&self) -> bool {
        self.area.is_none()
    }
}

/// A place of the document that refers to, or repeats, another.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Reference {
    /// How the document refers.
    pub kind: ReferenceKind,
    /// The items that refer; of a repetition, all that repeat each other.
    pub from: Vec<String>,
    /// The items referred to; empty where they lie outside the document or nowhere.
    pub to: Vec<String>,
    /// The referring words, or the subject of a repetition.
    pub adopted: String,
    /// Whether the reference leads somewhere; `null` where that lies outside the document.
    pub resolves: Option<bool>,
    /// Why the items belong together, in one sentence.
    pub reason: Bilingual,
}

/// How the document refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(rename_all = "snake_case"))]
pub enum ReferenceKind {
    /// In so many words.
    Explicit,
    /// To something outside the document.
    External,
    /// By saying the same, or something on the same matter, again.
    Repeat,
}

/// An editorial note.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Note {
    /// `n01` and so on.
    pub id: String,
    /// What the note is about.
    pub kind: NoteKind,
    /// The items at which a reader should see it.
    pub items: Vec<String>,
    /// The note.
    pub note: Bilingual,
}

/// What an editorial note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(rename_all = "snake_case"))]
pub enum NoteKind {
    /// A reference that leads nowhere.
    DeadReference,
    /// A reference that names another place than it means.
    WrongReference,
    /// A promise made twice.
    Repeated,
    /// Figures that disagree.
    Disagreeing,
    /// A word that the document does not define.
    Undefined,
    /// Words that can be read in two ways.
    Ambiguous,
    /// Two places that pull in different directions.
    Tension,
    /// A time beyond, or other than, the vision's year.
    Horizon,
    /// A promise that the document does not say how to measure.
    Unmeasured,
    /// Several names for one thing, or one name for several.
    Naming,
    /// Something that stands where one would not look for it.
    Misplaced,
}

/// What is to be reached, as far as the document says it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Target {
    /// The goal or measure item that says so.
    pub item: String,
    /// What is measured.
    pub measure: Measure,
    /// On which side of the value the promise is kept.
    pub direction: Direction,
    /// The value as a decimal number; `null` where there is none.
    pub value: Option<String>,
    /// The value's unit, such as `percent`, `rank` or `homes`.
    pub unit: Option<String>,
    /// Of how many, or of what part, a rank is.
    pub out_of: Option<String>,
    /// The year by whose end it is to be reached.
    pub deadline: String,
    /// What the value is compared with, where the document says it.
    pub baseline: Option<Bilingual>,
    /// The target in a few words.
    pub label: Bilingual,
}

/// What a target measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(rename_all = "snake_case"))]
pub enum Measure {
    /// A share of something, in per cent.
    Share,
    /// A number of something.
    Count,
    /// A place among others; lower is better.
    Rank,
    /// A comparison with another figure.
    Comparison,
    /// How many of all there are.
    Coverage,
    /// Something that is there or not.
    Milestone,
    /// A growth since a starting point.
    Increase,
}

/// On which side of its value a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(rename_all = "snake_case"))]
pub enum Direction {
    /// The value or more.
    AtLeast,
    /// The value or less.
    AtMost,
    /// More than what it is compared with.
    Above,
    /// It is there.
    Exists,
}

/// A target that the document announces or needs but does not set.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct OpenTarget {
    /// `o01` and so on.
    pub id: String,
    /// The section it belongs to.
    pub section: String,
    /// The items that speak of it.
    pub items: Vec<String>,
    /// Whether the document itself says that the target is to be set.
    pub announced: bool,
    /// What is to be set.
    pub what: Bilingual,
}

/// Somebody whom the document names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Actor {
    /// Lower-case words with hyphens.
    pub id: String,
    /// The name a citizen would use.
    pub name: Bilingual,
    /// What the document has them do.
    pub role: Bilingual,
    /// The items that name them.
    pub items: Vec<String>,
}

read_fields! {
    Edition { edition, title, municipality, adopted_by, adopted, adopted_on, target_year, preface, areas, sections, references, notes, targets, open_targets, actors }
    Area { id, number, title, short }
    Section { id, area, title, short, goals, rationale, support, measures }
    Part { id, label, text }
    BlockItem { id, text }
    Reference { kind, from, to, adopted, resolves, reason }
    Note { id, kind, items, note }
    Target { item, measure, direction, value, unit, out_of, deadline, baseline, label }
    OpenTarget { id, section, items, announced, what }
    Actor { id, name, role, items }
}

read_names! {
    GoalKind { "count" => Count, "share_percent" => SharePercent, "rank_top_n" => RankTopN, "exists_yes_no" => ExistsYesNo, "perception" => Perception, "other" => Other }
    ReferenceKind { "explicit" => Explicit, "external" => External, "repeat" => Repeat }
    NoteKind { "dead_reference" => DeadReference, "wrong_reference" => WrongReference, "repeated" => Repeated, "disagreeing" => Disagreeing, "undefined" => Undefined, "ambiguous" => Ambiguous, "tension" => Tension, "horizon" => Horizon, "unmeasured" => Unmeasured, "naming" => Naming, "misplaced" => Misplaced }
    Measure { "share" => Share, "count" => Count, "rank" => Rank, "comparison" => Comparison, "coverage" => Coverage, "milestone" => Milestone, "increase" => Increase }
    Direction { "at_least" => AtLeast, "at_most" => AtMost, "above" => Above, "exists" => Exists }
}

impl Read for Goal {
    fn read(value: Value) -> Result<Self, String> {
        let mut fields = Fields::of(value)?;
        let goal = Self {
            id: fields.take("id")?,
            label: fields.take("label")?,
            text: fields.take("text")?,
            kind: fields.take("kind")?,
            second_kind: fields.take("second_kind")?,
            parts: fields.take::<Option<Vec<Part>>>("parts")?.unwrap_or_default(),
        };
        fields.end().map(|()| goal)
    }
}

/// Why an edition cannot be read.
#[derive(Debug)]
pub struct LoadError(String);

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the edition does not have the form of its schema: {}", self.0)
    }
}

impl std::error::Error for LoadError {}

impl Edition {
    /// The edition this app was built with, as its author wrote it. The app itself carries it in a
    /// form that packs better.
    pub const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/edition.json"));

    /// The edition this app was built with. That it loads is tested, as is its validity.
    ///
    /// # Errors
    /// When the embedded data does not have the form of these types.
    pub fn embedded() -> Result<Self, LoadError> {
        let packed = include_str!(concat!(env!("OUT_DIR"), "/edition-packed.json"));
        let value = Value::parse(packed).map_err(|error| LoadError(error.to_string()))?;
        unpack(value).and_then(Self::read).map_err(LoadError)
    }

    /// Reads an edition.
    ///
    /// # Errors
    /// When the text is not JSON of the form of these types; unknown fields are an error.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        let value = Value::parse(text).map_err(|error| LoadError(error.to_string()))?;
        Self::read(value).map_err(LoadError)
    }

    /// The day on which the promises were made, in days since 1970-01-01.
    #[must_use]
    pub fn made(&self) -> i32 {
        self.adopted_on.parse::<NaiveDate>().map_or(0, |day| day.to_epoch_days())
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The focus area with this number.
    #[must_use]
    pub fn area(&self, number: u8) -> Option<&Area> {
        self.areas.iter().find(|area| area.number == number)
    }

    /// The focus area of a section; none for an element.
    #[must_use]
    pub fn area_of(&self, section: &Section) -> Option<&Area> {
        let number = section.area.as_deref()?;
        self.areas.iter().find(|area| area.number.to_string() == number)
    }

    /// The themes of a focus area, in order.
    pub fn themes<'a>(&'a self, area: &Area) -> impl Iterator<Item = &'a Section> + use<'a> {
        let number = area.number.to_string();
        self.sections.iter().filter(move |section| section.area.as_deref() == Some(&number))
    }

    /// The elements that stand beside the focus areas.
    pub fn elements(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.is_element())
    }

    /// All goals with their sections, in the order of the document.
    pub fn goals(&self) -> impl Iterator<Item = (&Section, &Goal)> {
        self.sections
            .iter()
            .flat_map(|section| section.goals.iter().map(move |goal| (section, goal)))
    }

    /// The targets that one item sets.
    pub fn targets_of<'a>(&'a self, item: &str) -> impl Iterator<Item = &'a Target> {
        self.targets.iter().filter(move |target| target.item == item)
    }

    /// The open targets of a section.
    pub fn open_targets_of<'a>(&'a self, section: &str) -> impl Iterator<Item = &'a OpenTarget> {
        self.open_targets.iter().filter(move |open| open.section == section)
    }

    /// The editorial notes at one item.
    pub fn notes_at<'a>(&'a self, item: &str) -> impl Iterator<Item = &'a Note> {
        self.notes.iter().filter(move |note| note.items.iter().any(|id| id == item))
    }

    /// Who is named in any item of a section.
    pub fn actors_in<'a>(&'a self, section: &Section) -> impl Iterator<Item = &'a Actor> {
        self.actors.iter().filter(move |actor| {
            actor
                .items
                .iter()
                .any(|id| self.place(id).is_some_and(|place| place.section().id == section.id))
        })
    }

    /// Who is named in one item.
    pub fn actors_at<'a>(&'a self, item: &str) -> impl Iterator<Item = &'a Actor> {
        self.actors.iter().filter(move |actor| actor.items.iter().any(|id| id == item))
    }
}
