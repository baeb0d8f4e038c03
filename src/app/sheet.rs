//! A table that has come in: what its rows mean, and the records they become.

use super::{KINDS, Measures, SetKey};
use crate::{
    document::{Author, Document, Edit, Record, RecordId},
    exchange::csv::{BadCell, Column, Sheet, Understood, language_of, propose, understand},
    measure::{
        Indicator, Observation,
        entry::{Reading, Typed, edits_changed, edits_new, read},
        records::{INDICATOR, NAME, OBSERVATION, OF_SET, SET},
    },
};
use std::collections::BTreeSet;

/// A table, and what the person has said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file's name.
    pub name: String,
    /// What stands in it.
    pub sheet: Sheet,
    /// The set that its observations are put into; none for a new one.
    pub set: Option<RecordId>,
    /// The indicator of rows that name none.
    pub indicator: Option<String>,
    /// Whether rows that cannot be read are left out. Otherwise there is no going on while there are
    /// any.
    pub leaves_out: bool,
}

/// What the rows of a table mean. It is made in steps, so that no step of a large one takes long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understanding {
    /// How many rows were looked at.
    pub seen: usize,
    /// The rows that can be read.
    pub rows: Vec<Understood>,
    /// The cells that cannot.
    pub bad: Vec<BadCell>,
    /// How many rows have such cells.
    pub unreadable: usize,
    /// How many rows are about a part only, as in tables of Open SDG.
    pub parts: usize,
    /// The ids that were met. A row that was copied in a spreadsheet has the id of the one it was copied
    /// from, and is another observation.
    ids: BTreeSet<RecordId>,
}

impl Table {
    /// A table as it came in; the set that is looked at is proposed for it, and an indicator where its
    /// name or a header tells of one.
    #[must_use]
    pub fn new(name: String, sheet: Sheet, measures: &Measures, shown: SetKey) -> Self {
        let shown_set = if let SetKey::Own(set) = shown { Some(set) } else { None };
        // A table that comes back belongs to the set that it came from.
        let from = sheet.rows.iter().find_map(|row| {
            let id = RecordId::parse(row.get(&sheet, Column::Id))?;
            measures.kept(id).and_then(|kept| kept.set)
        });
        let set = from.or(shown_set);
        let indicators = measures.indicators(shown);
        let indicator = propose(&sheet, &indicators, &name, language_of(&sheet));
        Self { name, sheet, set, indicator, leaves_out: false }
    }

    /// The set as a key.
    #[must_use]
    pub fn key(&self) -> SetKey {
        self.set.map_or(SetKey::Published, SetKey::Own)
    }

    /// Looks at the next rows, at most so many; says whether that was all.
    pub fn step(
        &self,
        understanding: &mut Understanding,
        indicators: &[Indicator],
        today: i32,
        most: usize,
    ) -> bool {
        let language = language_of(&self.sheet);
        for row in self.sheet.rows.iter().skip(understanding.seen).take(most) {
            understanding.seen += 1;
            if row.is_part {
                understanding.parts += 1;
                continue;
            }
            let chosen = self.indicator.as_deref();
            let Some(mut row) = understand(&self.sheet, row, indicators, chosen, language, today)
            else {
                continue;
            };
            row.id = row.id.filter(|id| understanding.ids.insert(*id));
            if row.bad.is_empty() {
                understanding.rows.push(row);
            } else {
                understanding.unreadable += 1;
                understanding.bad.append(&mut row.bad);
            }
        }
        understanding.seen >= self.sheet.rows.len()
    }

    /// The records that a row becomes: of a known observation the changes in the columns that the
    /// table has, of another a new one; nothing where the same stands in the set already.
    pub fn edits(
        &self,
        row: &Understood,
        set: RecordId,
        document: &Document,
        measures: &Measures,
        new_id: impl FnOnce() -> RecordId,
    ) -> Vec<Edit> {
        let Some(indicator) = row.indicator.as_deref() else { return Vec::new() };
        let known = row.id.and_then(|id| document.get(id));
        let is_it = |record: &&Record| {
            record.kind == OBSERVATION.name
                && record.is_present()
                && record.text(OF_SET) == set.to_string()
                && record.text(INDICATOR) == indicator
        };
        if let Some(record) = known.filter(is_it) {
            let (typed, reading) = self.over(record, row, measures, indicator);
            return edits_changed(record, &typed, &reading);
        }
        let is_there = || {
            let series = measures.series(SetKey::Own(set), indicator);
            let mut kept = series.places.iter().filter_map(|place| {
                if let super::Place::Own(id) = place { measures.kept(*id) } else { None }
            });
            kept.any(|kept| {
                kept.observation == observation(&row.reading, &row.typed, kept.observation)
                    && kept.title == row.typed.title.trim()
            })
        };
        match row.id.filter(|_| known.is_none_or(|record| !record.is_present())) {
            // It was deleted, or taken back: it is put back as the table has it.
            Some(id) if known.is_some() => {
                let fields = edits_new(id, set, indicator, &row.typed, &row.reading);
                let put = |edit| match edit {
                    Edit::Set(id, field, value, _) => Some(Edit::Settle(id, field.into(), value)),
                    Edit::Create(id, _) => Some(Edit::Restore(id)),
                    Edit::Settle(..) | Edit::PutBack(..) | Edit::Delete(_) | Edit::Restore(_) => {
                        None
                    }
                };
                fields.into_iter().filter_map(put).collect()
            }
            Some(id) => edits_new(id, set, indicator, &row.typed, &row.reading),
            _ if is_there() => Vec::new(),
            _ => edits_new(new_id(), set, indicator, &row.typed, &row.reading),
        }
    }

    /// What an observation says once the cells of a row are put over it.
    fn over(
        &self,
        record: &Record,
        row: &Understood,
        measures: &Measures,
        indicator: &str,
    ) -> (Typed, Reading) {
        let language = language_of(&self.sheet);
        let mut typed = Typed::of_record(record, language);
        let new = &row.typed;
        for column in self.sheet.columns.iter().flatten() {
            match column {
                Column::When => typed.when.clone_from(&new.when),
                Column::Value => typed.value.clone_from(&new.value),
                Column::Of => typed.of.clone_from(&new.of),
                Column::State => typed.state.clone_from(&new.state),
                Column::Quality => typed.quality.clone_from(&new.quality),
                Column::Break => typed.is_break = new.is_break,
                Column::Sample => typed.sample.clone_from(&new.sample),
                Column::Title => typed.title.clone_from(&new.title),
                Column::Publisher => typed.publisher.clone_from(&new.publisher),
                Column::Address => typed.address.clone_from(&new.address),
                Column::SourceDate => typed.source_date.clone_from(&new.source_date),
                Column::Note => typed.note.clone_from(&new.note),
                // A table may have been handed on without names: an empty cell takes none away.
                Column::Owner if new.owner.is_empty() => {}
                Column::Owner => typed.owner.clone_from(&new.owner),
                Column::Id
                | Column::Set
                | Column::Indicator
                | Column::Name
                | Column::Item
                | Column::Unit => {}
            }
        }
        typed.is_confirmed = true;
        let kind = measures.indicator(self.key(), indicator).map(|indicator| indicator.kind);
        let kind = kind.unwrap_or(crate::measure::Kind::Count);
        // The row was read without a problem; what it is put over was too, when it was entered.
        let reading = read(&typed, kind, &[], i32::MAX, language);
        (typed, reading)
    }
}

/// The edits that make a set for a table.
#[must_use]
pub fn new_set(set: RecordId, name: &str) -> Vec<Edit> {
    let name: String = name.chars().filter(|sign| !matches!(sign, '\n' | '\r')).take(120).collect();
    vec![Edit::Create(set, SET.name), Edit::Set(set, NAME, name.into(), BTreeSet::new())]
}

fn observation(reading: &Reading, typed: &Typed, like: Observation) -> Observation {
    Observation {
        when: reading.when,
        found: reading.found.unwrap_or(like.found),
        quality: crate::measure::Quality::from_name(&typed.quality).unwrap_or_default(),
        is_break: typed.is_break,
    }
}

/// Records as they are once edits were made to those that are there: copies, apart from the document, so
/// that they can be looked at before anything is changed.
#[must_use]
pub fn apart(document: &Document, author: Author, edits: &[Edit]) -> Vec<Record> {
    let mut scratch = Document::default();
    let ids: BTreeSet<RecordId> = edits.iter().map(edited).collect();
    scratch.merge_all(ids.iter().filter_map(|id| document.get(*id)));
    scratch.change(author, edits, KINDS);
    scratch.records().cloned().collect()
}

const fn edited(edit: &Edit) -> RecordId {
    match edit {
        Edit::Create(id, _)
        | Edit::Set(id, ..)
        | Edit::Settle(id, ..)
        | Edit::Delete(id)
        | Edit::PutBack(id, ..)
        | Edit::Restore(id) => *id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            Outgoing,
            samples::{Sample, day},
        },
        document::{Device, Moment, Writer},
        exchange::{Effect, Plan, csv},
        measure::published::Published,
        vision::Language,
    };

    fn author() -> Author {
        let writer = Writer::new(Device::new(&[5; 8]), &[5; 6]);
        Author { writer, at: Moment::from_seconds(5) }
    }

    /// The records that a table becomes in a sample's set.
    fn taken(sample: &Sample, set: RecordId, text: &str) -> (Vec<Record>, Understanding) {
        let sheet = csv::read(text).unwrap();
        let table = Table::new("tabel.csv".into(), sheet, &sample.measures, SetKey::Own(set));
        let indicators = sample.measures.indicators(table.key());
        let mut understanding = Understanding::default();
        while !table.step(&mut understanding, &indicators, day("2026-01-01"), 2) {}
        let mut number = 0;
        let mut edits = Vec::new();
        for row in &understanding.rows {
            edits.extend(table.edits(row, set, sample.document(), &sample.measures, || {
                number += 1;
                RecordId::new(number, &[9; 10])
            }));
        }
        (apart(sample.document(), author(), &edits), understanding)
    }

    fn effects(sample: &Sample, records: &[Record]) -> Vec<Effect> {
        Plan::of(sample.document(), records).items.iter().map(|item| item.effect).collect()
    }

    fn table(sample: &Sample, set: RecordId, has_names: bool) -> String {
        let (document, measures) = (sample.document(), &sample.measures);
        let lines = Outgoing::Set(set).lines(document, measures, "Sæt", Language::Da, has_names);
        csv::write(&lines, csv::Style::DANISH, Language::Da)
    }

    fn sample() -> (Sample, RecordId) {
        let mut sample = Sample::new(Published::default());
        let set = sample.set();
        sample.observe(set, "1e", "2018", "91", "Anna");
        sample.observe(set, "5d", "2019-03", "planned", "Bo");
        (sample, set)
    }

    #[test]
    fn a_set_that_comes_back_as_a_table_changes_nothing() {
        let (sample, set) = sample();
        for has_names in [true, false] {
            let (records, understanding) = taken(&sample, set, &table(&sample, set, has_names));
            assert_eq!((understanding.rows.len(), understanding.bad.len()), (2, 0));
            assert_eq!(records, []);
        }
    }

    #[test]
    fn a_cell_that_was_changed_in_the_table_changes_its_observation_only() {
        let (sample, set) = sample();
        let changed = table(&sample, set, false).replace(";91;", ";92,5;");
        let (records, _) = taken(&sample, set, &changed);
        assert_eq!(effects(&sample, &records), [Effect::Changed]);
        assert_eq!(records[0].text(crate::measure::records::VALUE), "92.5");
        assert_eq!(records[0].text(crate::measure::records::OWNER), "Anna");
    }

    #[test]
    fn rows_without_a_mark_are_new_unless_the_same_stands_there() {
        let (sample, set) = sample();
        let text = "Indikator;Dato;Værdi;Kilde\n1e;2018;91;Rapport\n1e;2019;90;Rapport\n";
        let (records, _) = taken(&sample, set, text);
        assert_eq!(effects(&sample, &records), [Effect::New]);
    }

    #[test]
    fn a_row_that_was_copied_in_the_spreadsheet_is_another_observation() {
        let (sample, set) = sample();
        let text = table(&sample, set, true);
        let row = text.lines().find(|line| line.contains(";91;")).unwrap();
        let copied = format!("{text}{}\r\n", row.replace(";2018;", ";2021;"));
        let (records, _) = taken(&sample, set, &copied);
        assert_eq!(effects(&sample, &records), [Effect::New]);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_what_is_about_a_part_is_left_out() {
        let (sample, set) = sample();
        let text = "Indikator;Dato;Værdi\n1e;2018;mange\n1e;2019;90\nxx;2019;1\n";
        let (_, understanding) = taken(&sample, set, text);
        assert_eq!((understanding.unreadable, understanding.rows.len()), (2, 1));
        let lines: Vec<usize> = understanding.bad.iter().map(|cell| cell.line).collect();
        assert_eq!(lines, [2, 4]);
        let parts = "Year,Sex,Value\n2018,,91\n2018,F,92\n";
        let (_, understanding) = taken(&sample, set, parts);
        assert_eq!(understanding.parts, 1);
    }
}
