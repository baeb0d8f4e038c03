//! What is handed on: which records, as which file, under which name.

use super::{Measures, SetKey};
use crate::{
    document::{Document, Record, RecordId, Value},
    exchange::{Format, csv::Line},
    measure::{
        records::{self, INDICATOR_KIND, OBSERVATION, OF_SET},
        show,
    },
    village,
    vision::Language,
    workshop,
};
use std::collections::BTreeSet;

/// What is handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// Everything on the device.
    Everything,
    /// A measurement set with all that belongs to it.
    Set(RecordId),
    /// Some observations of a set, with the set and its indicators.
    Some(RecordId, BTreeSet<RecordId>),
    /// A village profile with all that belongs to it: for those who write it too.
    Profile(RecordId),
    /// A village profile as it reads: without comments, versions and what was deleted.
    ProfileAlone(RecordId),
    /// A workshop with all that belongs to it: to another table, or back from one.
    Workshop(RecordId),
}

impl Outgoing {
    /// What its file is.
    #[must_use]
    pub const fn format(&self) -> Format {
        match self {
            Self::Everything => Format::Everything,
            Self::Set(_) | Self::Some(..) => Format::MeasurementSet,
            Self::Profile(_) | Self::ProfileAlone(_) => Format::VillageProfile,
            Self::Workshop(_) => Format::Workshop,
        }
    }

    /// The set, if it is one.
    #[must_use]
    pub const fn set(&self) -> Option<RecordId> {
        match self {
            Self::Everything | Self::Profile(_) | Self::ProfileAlone(_) | Self::Workshop(_) => None,
            Self::Set(set) | Self::Some(set, _) => Some(*set),
        }
    }

    /// The records that its file holds, deleted ones among them: that they were deleted is to be known
    /// elsewhere too.
    #[must_use]
    pub fn ids(&self, document: &Document) -> Vec<RecordId> {
        let name = self.set().map(|set| set.to_string());
        let is_in = |record: &&Record| {
            let of_set = || {
                let value = Value::from(name.clone().unwrap_or_default());
                record.entries(OF_SET).iter().any(|entry| *entry.value == value)
            };
            match self {
                Self::Everything => true,
                Self::Workshop(id) => workshop::records::workshop_of(record) == Some(*id),
                Self::Profile(profile) => village::records::profile_of(record) == Some(*profile),
                Self::ProfileAlone(profile) => {
                    let is_beside =
                        [village::records::COMMENT.name, village::records::VERSION.name]
                            .contains(&record.kind.as_str());
                    let is_its = village::records::profile_of(record) == Some(*profile);
                    is_its && !is_beside && record.is_present()
                }
                Self::Set(set) => record.id == *set || of_set(),
                Self::Some(set, some) => {
                    let is_observation = record.kind == OBSERVATION.name;
                    let is_indicator = record.kind == INDICATOR_KIND.name;
                    record.id == *set
                        || (is_observation && of_set() && some.contains(&record.id))
                        || (is_indicator && of_set())
                }
            }
        };
        document.records().filter(is_in).map(|record| record.id).collect()
    }

    /// Its observations as rows of a table; without names where that is wished.
    #[must_use]
    pub fn lines(
        &self,
        document: &Document,
        measures: &Measures,
        set_name: &str,
        language: Language,
        has_names: bool,
    ) -> Vec<Line> {
        let Some(set) = self.set() else { return Vec::new() };
        let ids = self.ids(document);
        let observations = ids
            .iter()
            .filter_map(|id| document.get(*id))
            .filter(|record| record.kind == OBSERVATION.name && record.is_present());
        let line = |record: &Record| {
            let text = |field| record.text(field).to_owned();
            let id = text(records::INDICATOR);
            let indicator = measures.indicator(SetKey::Own(set), &id);
            let (name, item, unit) = indicator.as_ref().map_or_else(Default::default, |one| {
                (
                    one.name.get(language).to_owned(),
                    one.item.clone(),
                    show::after(&one.unit, language).trim().to_owned(),
                )
            });
            let sample = record.front(records::SAMPLE).and_then(Value::as_whole);
            Line {
                id: record.id.to_string(),
                set: set_name.to_owned(),
                indicator: id,
                name,
                item,
                when: text(records::WHEN),
                value: text(records::VALUE),
                of: text(records::OF),
                state: text(records::STATE),
                unit,
                quality: text(records::QUALITY),
                is_break: record.front(records::BREAK) == Some(&Value::Flag(true)),
                sample: sample.map(|one| one.to_string()).unwrap_or_default(),
                title: text(records::TITLE),
                publisher: text(records::PUBLISHER),
                address: text(records::ADDRESS),
                source_date: text(records::SOURCE_DATE),
                note: text(records::NOTE),
                owner: if has_names { text(records::OWNER) } else { String::new() },
            }
        };
        observations.map(line).collect()
    }
}

/// The name of a file: what, who, when. Only letters, digits and hyphens, so that every system takes
/// it; names that systems keep for themselves do not come about, since the first part is given.
#[must_use]
pub fn file_name(parts: &[&str], end: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| plain(part)).collect();
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}.{end}", parts.join("-"))
}

fn plain(text: &str) -> String {
    let mut name = String::new();
    for sign in text.chars().flat_map(char::to_lowercase).take(60) {
        match sign {
            'æ' | 'ä' => name.push_str("ae"),
            'ø' | 'ö' => name.push_str("oe"),
            'å' => name.push_str("aa"),
            'é' => name.push('e'),
            'ü' => name.push('u'),
            sign if sign.is_ascii_alphanumeric() => name.push(sign),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::samples::Sample, measure::published::Published};

    #[test]
    fn a_file_is_named_after_what_who_and_when() {
        let check = |parts: &[&str], expected: &str| {
            assert_eq!(file_name(parts, "json"), expected, "{parts:?}");
        };
        check(
            &["maalesaet", "Skoler 2026", "", "2026-11-26"],
            "maalesaet-skoler-2026-2026-11-26.json",
        );
        check(
            &["maalesaet", "Ærø/Ås: «50 %»", "Lokalrådet"],
            "maalesaet-aeroe-aas-50-lokalraadet.json",
        );
        check(&["maalesaet", "../../etc", "CON"], "maalesaet-etc-con.json");
        check(&["maalesaet", &"x".repeat(500)], &format!("maalesaet-{}.json", "x".repeat(60)));
    }

    #[test]
    fn a_set_takes_along_what_belongs_to_it_and_nothing_else() {
        let mut sample = Sample::new(Published::default());
        let (set, other) = (sample.set(), sample.set());
        let one = sample.observe(set, "1e", "2018", "91", "Anna");
        let two = sample.observe(set, "1e", "2019", "-1.5", "Bo");
        let foreign = sample.observe(other, "1e", "2018", "1", "Bo");
        let document = sample.document();
        let mut expected = vec![set, one, two];
        expected.sort();
        assert_eq!(Outgoing::Set(set).ids(document), expected);
        let some = Outgoing::Some(set, BTreeSet::from([two, foreign]));
        assert_eq!(some.ids(document), [set, two]);
        assert_eq!(Outgoing::Everything.ids(document).len(), 5);
    }

    #[test]
    fn a_profile_for_readers_leaves_comments_versions_and_the_deleted_behind() {
        use crate::{
            app::KINDS,
            document::{Author, Device, Edit, Moment, Writer},
            village::records::{ACTION, COMMENT, OF_PROFILE, PROFILE, VERSION},
        };
        let id = |number| RecordId::new(number, &[0; 10]);
        let mut edits = vec![Edit::Create(id(1), PROFILE.name), Edit::Create(id(9), PROFILE.name)];
        for (number, kind) in [(2, &ACTION), (3, &ACTION), (4, &COMMENT), (5, &VERSION)] {
            let of = id(1).to_string().into();
            edits.push(Edit::Create(id(number), kind.name));
            edits.push(Edit::Set(id(number), OF_PROFILE, of, BTreeSet::new()));
        }
        edits.push(Edit::Delete(id(3)));
        let writer = Writer::new(Device::new(&[1; 8]), &[1; 6]);
        let mut document = Document::default();
        document.change(Author { writer, at: Moment::default() }, &edits, KINDS);
        let ids = |what: Outgoing| what.ids(&document);
        assert_eq!(ids(Outgoing::Profile(id(1))), [1, 2, 3, 4, 5].map(id));
        assert_eq!(ids(Outgoing::ProfileAlone(id(1))), [1, 2].map(id));
    }

    #[test]
    fn rows_of_a_table_hold_what_is_kept_with_or_without_names() {
        let mut sample = Sample::new(Published::default());
        let set = sample.set();
        sample.observe(set, "1e", "2018", "91", "Anna");
        let lines = |has_names| {
            Outgoing::Set(set).lines(
                sample.document(),
                &sample.measures,
                "Sæt",
                Language::Da,
                has_names,
            )
        };
        let [line] = lines(true).try_into().unwrap();
        assert_eq!((line.when.as_str(), line.value.as_str()), ("2018", "91"));
        assert_eq!((line.owner.as_str(), line.unit.as_str()), ("Anna", "%"));
        assert!(lines(false).iter().all(|line| line.owner.is_empty()));
    }
}
