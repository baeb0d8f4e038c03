//! Measurements for the tests of the tables and lists that are made of them.

use crate::{
    app::{KINDS, Measures},
    document::{Author, Device, Document, Edit, Moment, RecordId, Writer},
    measure::{State, When, published::Published, records},
    vision::Edition,
};
use std::collections::BTreeSet;

pub(super) struct Sample {
    pub(super) edition: Edition,
    pub(super) measures: Measures,
    document: Document,
}

impl Sample {
    pub(super) fn new(published: Published) -> Self {
        let edition = Edition::embedded().unwrap();
        let measures = Measures::new(&edition, published);
        Self { edition, measures, document: Document::default() }
    }

    pub(super) const fn document(&self) -> &Document {
        &self.document
    }

    /// Makes a record; empty texts are left out.
    pub(super) fn add(&mut self, kind: &'static str, fields: &[(&'static str, &str)]) -> RecordId {
        let number = u64::try_from(self.document.len()).unwrap();
        let id = RecordId::new(1_790_000_000_000 + number, &[3; 10]);
        let mut edits = vec![Edit::Create(id, kind)];
        for (field, text) in fields.iter().copied().filter(|(_, text)| !text.is_empty()) {
            edits.push(Edit::Set(id, field, text.into(), BTreeSet::new()));
        }
        let writer = Writer::new(Device::new(&[7; 8]), &[7; 6]);
        let author = Author { writer, at: Moment::default() };
        let deed = self.document.change(author, &edits, KINDS);
        self.measures.follow(&self.document, &deed.ids());
        id
    }

    pub(super) fn set(&mut self) -> RecordId {
        self.add(records::SET.name, &[(records::NAME, "Egne")])
    }

    pub(super) fn observe(
        &mut self,
        set: RecordId,
        indicator: &str,
        when: &str,
        value: &str,
        owner: &str,
    ) -> RecordId {
        let is_state = State::from_name(value).is_some();
        let fields = [
            (records::OF_SET, set.to_string()),
            (records::INDICATOR, indicator.into()),
            (records::WHEN, when.into()),
            (if is_state { records::STATE } else { records::VALUE }, value.into()),
            (records::OWNER, owner.into()),
            (records::TITLE, "Rapport".into()),
        ];
        let fields: Vec<(&'static str, &str)> =
            fields.iter().map(|(field, text)| (*field, text.as_str())).collect();
        self.add(records::OBSERVATION.name, &fields)
    }

    pub(super) fn own_indicator(&mut self, set: RecordId, item: &str, name: &str) -> RecordId {
        let set = set.to_string();
        let fields = [
            (records::OF_SET, set.as_str()),
            (records::ITEM, item),
            (records::NAME, name),
            (records::KIND, "count"),
        ];
        self.add(records::INDICATOR_KIND.name, &fields)
    }
}

/// Published entries: what each is about, and its further fields as JSON.
pub(super) fn published(entries: &[(&str, &str)]) -> Published {
    let entries: Vec<String> = entries
        .iter()
        .map(|(about, rest)| {
            let text = |word: &str| format!(r#"{{"da": "{word}", "en": "{word}"}}"#);
            let comma = if rest.is_empty() { "" } else { "," };
            format!(
                r#"{{"id": "x", "about": "{about}", "name": {}, "text": {},
                "source": {{"title": {}, "address": "x"}}{comma} {rest}}}"#,
                text(&format!("Navn{about}")),
                text("Tekst"),
                text("Kilde"),
            )
        })
        .collect();
    let entries = entries.join(",");
    Published::read(&format!(r#"{{"entries": [{entries}], "decisions": []}}"#)).unwrap()
}

pub(super) fn day(text: &str) -> i32 {
    When::parse(text).unwrap().last_day()
}
