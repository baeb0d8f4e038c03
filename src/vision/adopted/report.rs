//! What is expected of an adopted document, and what was found in it.

use crate::sorted::Sorted;
use crate::vision::{Block, Section};
use std::fmt;

/// A section as the edition knows it: what the document is expected to hold, and how much of it.
///
/// The id decides the heading that is looked for: `5` stands under "Tema 5", `e6` under
/// "6. Element".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedSection<'a> {
    /// The section's id.
    pub id: &'a str,
    /// The title as adopted, with or without "6. Element:" in front.
    pub title: &'a str,
    /// How many lettered goals there are.
    pub goals: usize,
    /// Goals that have numbered parts, each with its id and the number of its parts.
    pub parts: Vec<(&'a str, usize)>,
    /// How many paragraphs the rationale has.
    pub rationale: usize,
    /// How many paragraphs say what is to support it.
    pub support: usize,
    /// How many paragraphs say how it is measured.
    pub measures: usize,
}

/// The adopted wording by item, and an account of everything that found no place.
///
/// Every word of the document is in exactly one of [`items`](Self::items),
/// [`blocks`](Self::blocks), [`areas`](Self::areas), [`preface`](Self::preface) or
/// [`unplaced`](Self::unplaced), except that [`unplaced`](Self::unplaced) repeats what is in
/// [`blocks`](Self::blocks), and that headings of blocks, page numbers and the entries of a table
/// of contents are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    /// Adopted wording by item id: of a section its title, of anything else its text on one line.
    /// A goal with parts holds only the words that lead up to them.
    pub items: Sorted<String, String>,
    /// Paragraphs that are known to belong to a block but could not be told apart with certainty,
    /// by section id and block letter (`5-s`), or by the id of a goal whose parts they are (`8a`).
    pub blocks: Sorted<String, Vec<String>>,
    /// Titles of the focus areas by number, as their headings have them.
    pub areas: Sorted<u32, String>,
    /// The lines before the first heading; they belong to no item.
    pub preface: Vec<String>,
    /// What could not be placed, in the order of the document.
    pub unplaced: Vec<Unplaced>,
    /// Expected ids that [`items`](Self::items) does not hold, in the order of the edition.
    pub missing: Vec<String>,
}

/// A stretch of the document that could not be given to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The section in which it stands, where that is known.
    pub section: Option<String>,
    /// Its words, on one line.
    pub text: String,
    /// Why it was not placed.
    pub why: Why,
}

/// Why a stretch of the document was not given to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands between the heading of a focus area and its first theme.
    UnderArea,
    /// It stands under a heading whose number the edition does not have.
    UnknownSection,
    /// It stands under a heading whose number belongs to another title.
    TitleDiffers,
    /// It stands under a heading that was there before.
    RepeatedSection,
    /// It stands between a section's heading and the heading of its first block.
    BeforeBlocks,
    /// It stands under a block heading that was there before in the same section.
    RepeatedBlock,
    /// It stands before the first lettered goal.
    NoLetter,
    /// It has a letter that is not the next one.
    LetterOutOfOrder,
    /// It has the next letter, but the edition has no such goal.
    ExtraGoal,
    /// It may hold more than the goal or block, since the heading or letter that should
    /// follow was not found.
    NextMissing,
    /// A goal's parts are not as many as expected.
    PartCount {
        /// How many there are.
        found: usize,
        /// How many the edition has.
        expected: usize,
    },
    /// A block's paragraphs are not as many as expected; they are in [`Adopted::blocks`].
    ParagraphCount {
        /// The block.
        block: Block,
        /// How many paragraphs could be told apart for certain.
        found: usize,
        /// How many the edition has.
        expected: usize,
    },
}

/// Why a document was not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than [`MAX_BYTES`](super::MAX_BYTES) or has too many lines.
    TooLarge,
    /// It holds nothing but blanks.
    Empty,
    /// It is a PDF file, not the text of one.
    Pdf,
    /// It is a word processor's file or another archive, not text.
    Office,
    /// It holds characters that no text has.
    NotText,
    /// It has no heading of a theme or element: a document of another kind.
    NoThemes,
    /// It has themes, but fewer than half of those expected.
    WrongDocument {
        /// How many of the expected sections were found.
        found: usize,
        /// How many are expected.
        expected: usize,
    },
}

impl<'a> From<&'a Section> for ExpectedSection<'a> {
    fn from(section: &'a Section) -> Self {
        let parts = section.goals.iter().filter(|goal| !goal.parts.is_empty());
        Self {
            id: &section.id,
            title: &section.title.da,
            goals: section.goals.len(),
            parts: parts.map(|goal| (goal.id.as_str(), goal.parts.len())).collect(),
            rationale: section.rationale.len(),
            support: section.support.len(),
            measures: section.measures.len(),
        }
    }
}

impl ExpectedSection<'_> {
    /// How many paragraphs a block has.
    #[must_use]
    pub const fn paragraphs(&self, block: Block) -> usize {
        match block {
            Block::Rationale => self.rationale,
            Block::Support => self.support,
            Block::Measures => self.measures,
        }
    }

    /// How many parts a goal has; zero for a goal without parts.
    #[must_use]
    pub fn parts_of(&self, goal: &str) -> usize {
        self.parts.iter().find(|(id, _)| *id == goal).map_or(0, |(_, count)| *count)
    }

    /// The ids of the section and of everything in it, in the order of the edition.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let mut ids = vec![self.id.to_owned()];
        for (letter, _) in ('a'..='z').zip(0..self.goals) {
            let goal = self.goal_id(letter);
            let parts = 1..=self.parts_of(&goal);
            let part_ids: Vec<String> = parts.map(|number| format!("{goal}{number}")).collect();
            ids.push(goal);
            ids.extend(part_ids);
        }
        for block in Block::ALL {
            let key = self.block_key(block);
            ids.extend((1..=self.paragraphs(block)).map(|number| format!("{key}{number}")));
        }
        ids
    }

    pub(super) fn goal_id(&self, letter: char) -> String {
        format!("{}{letter}", self.id)
    }

    pub(super) fn block_key(&self, block: Block) -> String {
        format!("{}-{}", self.id, block.letter())
    }
}

impl Adopted {
    /// Whether every expected item has its adopted wording and nothing was left over.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.unplaced.is_empty()
    }

    pub(super) fn report(&mut self, line: usize, section: Option<&str>, text: String, why: Why) {
        if !text.is_empty() {
            self.unplaced.push(Unplaced { line, section: section.map(str::to_owned), text, why });
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => out.write_str("the document is too large"),
            Self::Empty => out.write_str("the document is empty"),
            Self::Pdf => out.write_str("this is a PDF file, not its text"),
            Self::Office => out.write_str("this is a word processor's file, not its text"),
            Self::NotText => out.write_str("this is not text"),
            Self::NoThemes => out.write_str("the document has no themes"),
            Self::WrongDocument { found, expected } => {
                write!(out, "only {found} of {expected} themes were found")
            }
        }
    }
}

impl std::error::Error for Refusal {}
