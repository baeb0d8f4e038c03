//! Items by id: every place of an edition that has an id of its own.

use super::{Bilingual, Block, BlockItem, Edition, Goal, Part, Section};

/// Where an id leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'a> {
    /// A theme or element.
    Section(&'a Section),
    /// A lettered promise.
    Goal(&'a Section, &'a Goal),
    /// A numbered part of a promise.
    Part(&'a Section, &'a Goal, &'a Part),
    /// A paragraph under the goals, with its block and its number in it from 1.
    Block(&'a Section, Block, usize, &'a BlockItem),
}

/// An item with its id and text, as it stands in the document's order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item<'a> {
    /// The item's id.
    pub id: &'a str,
    /// The item's text; of a section its title.
    pub text: &'a Bilingual,
    /// Where it stands.
    pub place: Place<'a>,
}

impl<'a> Place<'a> {
    /// The section in which the item stands, or the section itself.
    #[must_use]
    pub const fn section(&self) -> &'a Section {
        match self {
            Self::Section(section)
            | Self::Goal(section, _)
            | Self::Part(section, _, _)
            | Self::Block(section, _, _, _) => section,
        }
    }
}

impl Edition {
    /// All items in the order of the document.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.sections.iter().flat_map(items_of)
    }

    /// Where an id leads; nothing for an id that is not in the edition.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<Place<'_>> {
        self.items().find(|item| item.id == id).map(|item| item.place)
    }
}

fn items_of(section: &Section) -> impl Iterator<Item = Item<'_>> {
    let itself = Item { id: &section.id, text: &section.title, place: Place::Section(section) };
    let goals = section.goals.iter().flat_map(move |goal| {
        let promise = Item { id: &goal.id, text: &goal.text, place: Place::Goal(section, goal) };
        let parts = goal.parts.iter().map(move |part| Item {
            id: &part.id,
            text: &part.text,
            place: Place::Part(section, goal, part),
        });
        std::iter::once(promise).chain(parts)
    });
    let blocks = Block::ALL.into_iter().flat_map(move |block| {
        section.block(block).iter().zip(1..).map(move |(item, number)| Item {
            id: &item.id,
            text: &item.text,
            place: Place::Block(section, block, number, item),
        })
    });
    std::iter::once(itself).chain(goals).chain(blocks)
}
