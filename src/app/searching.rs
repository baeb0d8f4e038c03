//! Search over the whole edition: what is indexed, and how results are grouped.

use super::Route;
use crate::{
    search::{Builder, Entry, Field, Index, Weight},
    vision::{Bilingual, Block, Edition, Item, Language, Place},
};

/// The groups in which results are shown, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Group {
    /// Goals and their parts.
    Goals,
    /// Focus areas, themes and elements.
    Sections,
    /// Paragraphs that say why.
    Rationale,
    /// Paragraphs that say what is to support the goals.
    Support,
    /// Paragraphs that say how it is measured.
    Measures,
    /// Editorial notes.
    Notes,
}

impl Group {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Goals, Self::Sections, Self::Rationale, Self::Support, Self::Measures, Self::Notes];
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The id of the item, area or note.
    pub id: String,
    /// Whether some of the words are missing in it.
    pub is_partial: bool,
}

/// What was found of one kind, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// The kind.
    pub group: Group,
    /// What was found; never empty.
    pub found: Vec<Found>,
}

/// The index of an edition.
pub struct Searcher {
    index: Index,
    ids: Vec<String>,
}

impl Searcher {
    /// Indexes an edition, in both languages.
    #[must_use]
    pub fn new(edition: &Edition) -> Self {
        let mut gathering = Gathering { builder: Builder::new(), ids: Vec::new() };
        for area in &edition.areas {
            gathering.add(
                Group::Sections,
                &area.id,
                Some(&area.title),
                &[&area.short],
                &area.number.to_string(),
            );
        }
        for item in edition.items() {
            gathering.add_item(&item);
        }
        for note in &edition.notes {
            gathering.add(Group::Notes, &note.id, None, &[&note.note], "");
        }
        Self { index: gathering.builder.build(), ids: gathering.ids }
    }

    /// What matches the words, in groups; empty groups are left out.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<FoundGroup> {
        let hits = self.index.search(words, self.ids.len());
        let of_group = |group: Group| {
            let hits = hits.iter().filter(|hit| hit.group == group as u8);
            let found = hits.filter_map(|hit| {
                let id = self.ids.get(hit.entry.0)?.clone();
                Some(Found { id, is_partial: hit.is_partial })
            });
            FoundGroup { group, found: found.collect() }
        };
        Group::ALL.into_iter().map(of_group).filter(|group| !group.found.is_empty()).collect()
    }
}

struct Gathering {
    builder: Builder,
    ids: Vec<String>,
}

impl Gathering {
    fn add_item(&mut self, item: &Item<'_>) {
        match item.place {
            Place::Section(section) => {
                let group = Group::Sections;
                self.add(group, item.id, Some(&section.title), &[&section.short], section.number());
            }
            Place::Goal(_, goal) => {
                self.add(Group::Goals, item.id, Some(&goal.label), &[&goal.text], item.id);
            }
            Place::Part(_, _, part) => {
                self.add(Group::Goals, item.id, Some(&part.label), &[&part.text], item.id);
            }
            Place::Block(_, block, ..) => {
                let group = match block {
                    Block::Rationale => Group::Rationale,
                    Block::Support => Group::Support,
                    Block::Measures => Group::Measures,
                };
                self.add(group, item.id, None, &[item.text], item.id);
            }
        }
    }

    fn add(
        &mut self,
        group: Group,
        id: &str,
        title: Option<&Bilingual>,
        bodies: &[&Bilingual],
        key: &str,
    ) {
        let mut fields = vec![Field { language: Language::Da, weight: Weight::Key, text: key }];
        for language in Language::ALL {
            fields.extend(title.map(|text| Field {
                language,
                weight: Weight::Title,
                text: text.get(language),
            }));
            fields.extend(bodies.iter().map(|text| Field {
                language,
                weight: Weight::Body,
                text: text.get(language),
            }));
        }
        self.builder.add(Entry { group: group as u8, fields });
        self.ids.push(id.into());
    }
}

impl Found {
    /// What stands above the excerpt; nothing for paragraphs and notes.
    #[must_use]
    pub fn title<'a>(&self, edition: &'a Edition, language: Language) -> Option<&'a str> {
        let title = match edition.place(&self.id) {
            Some(Place::Goal(_, goal)) => &goal.label,
            Some(Place::Part(_, _, part)) => &part.label,
            Some(Place::Section(_) | Place::Block(..)) | None => return None,
        };
        Some(title.get(language))
    }

    /// The text of which an excerpt is shown.
    #[must_use]
    pub fn text<'a>(&self, edition: &'a Edition, language: Language) -> &'a str {
        let area = || edition.areas.iter().find(|area| area.id == self.id).map(|area| &area.title);
        let note = || edition.notes.iter().find(|note| note.id == self.id).map(|note| &note.note);
        let item = edition.items().find(|item| item.id == self.id).map(|item| item.text);
        item.or_else(area).or_else(note).map_or("", |text| text.get(language))
    }

    /// Where it is read; a note at the first place it belongs to.
    #[must_use]
    pub fn route(&self, edition: &Edition) -> Route {
        Route::to_id(self.item(edition), edition).unwrap_or(Route::Overview)
    }

    /// The number of the focus area it belongs to; none beside the areas.
    #[must_use]
    pub fn area<'a>(&'a self, edition: &'a Edition) -> Option<&'a str> {
        let id = self.item(edition);
        id.strip_prefix("area").or_else(|| edition.place(id)?.section().area.as_deref())
    }

    fn item<'a>(&'a self, edition: &'a Edition) -> &'a str {
        let note = edition.notes.iter().find(|note| note.id == self.id);
        note.and_then(|note| note.items.first()).map_or(&self.id, String::as_str)
    }
}
