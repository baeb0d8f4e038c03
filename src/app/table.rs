//! The table of measuring: every indicator of a set with what is known of it, filtered, sorted and
//! grouped.

use super::{Measures, Place, Series, SetKey, danish_key, observations::Words};
use crate::{
    measure::{Indicator, Kind, Observation, Quality, Status, When},
    sorted::sort,
    vision::{Edition, Language, Section},
};
use percent_encoding::percent_decode_str;

/// An indicator and what a set says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The indicator; its `item` tells which goal, theme or paragraph it belongs to.
    pub indicator: Indicator,
    /// The number of the focus area; none for what stands beside the focus areas.
    pub area: Option<String>,
    /// What the observations say.
    pub status: Status,
    /// The latest observation that is neither a forecast nor in the future. One without a date
    /// only where none has a date.
    pub latest: Option<(Place, Observation)>,
    /// How many observations there are.
    pub count: usize,
    /// Who answers for the observations, each once.
    pub owners: Vec<String>,
    /// How many days ago the latest observation was, at least.
    pub age_days: Option<i32>,
}

/// How long ago something was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Staleness {
    /// At most a year ago.
    Fresh,
    /// More than one year and at most three years ago.
    Ageing,
    /// More than three years ago.
    Old,
    /// Never, or on no known date.
    Never,
}

impl Staleness {
    /// All of them, the freshest first.
    pub const ALL: [Self; 4] = [Self::Fresh, Self::Ageing, Self::Old, Self::Never];

    /// The name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Old => "old",
            Self::Never => "never",
        }
    }

    /// The staleness with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|staleness| staleness.name() == name)
    }

    /// The staleness of what was observed so many days ago. A year may have a leap day.
    #[must_use]
    pub const fn of(age_days: Option<i32>) -> Self {
        match age_days {
            None => Self::Never,
            Some(..=366) => Self::Fresh,
            Some(..=1_096) => Self::Ageing,
            Some(_) => Self::Old,
        }
    }
}

/// Which rows are shown: those of which everything asked for is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which occur in the name, the id or the item.
    pub words: String,
    /// The number of a focus area, or `e` for what stands beside them.
    pub area: Option<String>,
    /// A status.
    pub status: Option<Status>,
    /// A kind of indicator.
    pub kind: Option<Kind>,
    /// How long ago the latest observation was.
    pub staleness: Option<Staleness>,
    /// Somebody who answers for an observation.
    pub owner: Option<String>,
    /// Only where a target is still to be set.
    pub is_open_only: bool,
}

/// The name under which what stands beside the focus areas is asked for.
pub(super) const ELEMENT: &str = "e";

const WORDS: &str = "ord";
const AREA: &str = "omraade";
const STATUS: &str = "status";
const KIND: &str = "slags";
const STALENESS: &str = "alder";
const OWNER: &str = "ansvarlig";
const OPEN: &str = "aabne";
const YES: &str = "ja";

impl Filter {
    /// The filter as a short text for addresses, such as `omraade=2&status=kept`.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(&value.replace('%', "%25").replace('&', "%26"));
        };
        if !self.words.is_empty() {
            put(WORDS, &self.words);
        }
        if let Some(area) = &self.area {
            put(AREA, area);
        }
        if let Some(status) = self.status {
            put(STATUS, status.name());
        }
        if let Some(kind) = self.kind {
            put(KIND, kind.name());
        }
        if let Some(staleness) = self.staleness {
            put(STALENESS, staleness.name());
        }
        if let Some(owner) = &self.owner {
            put(OWNER, owner);
        }
        if self.is_open_only {
            put(OPEN, YES);
        }
        query
    }

    /// Reads what [`Self::to_query`] wrote. What is not understood asks for nothing.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for part in query.split('&') {
            let Some((name, value)) = part.split_once('=') else { continue };
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                WORDS => filter.words = value,
                AREA => filter.area = Some(value),
                STATUS => filter.status = Status::from_name(&value),
                KIND => filter.kind = Kind::from_name(&value),
                STALENESS => filter.staleness = Staleness::from_name(&value),
                OWNER => filter.owner = Some(value),
                OPEN => filter.is_open_only = value == YES,
                _ => {}
            }
        }
        filter
    }

    fn admits(&self, row: &Row, words: &Words) -> bool {
        let area = row.area.as_deref().unwrap_or(ELEMENT);
        let is_open = row.indicator.is_open && row.indicator.target.is_none();
        self.area.as_deref().is_none_or(|wanted| wanted == area)
            && self.status.is_none_or(|wanted| wanted == row.status)
            && self.kind.is_none_or(|wanted| wanted == row.indicator.kind)
            && self.staleness.is_none_or(|wanted| wanted == Staleness::of(row.age_days))
            && self.owner.as_ref().is_none_or(|wanted| row.owners.contains(wanted))
            && (is_open || !self.is_open_only)
            && words.found_in_indicator(&row.indicator) == words.all
    }
}

/// A column by which the table can be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The order of the document.
    #[default]
    Number,
    /// The name, in Danish alphabetical order.
    Name,
    /// The status, in the order in which they are told.
    Status,
    /// The date of the latest observation; none counts as the oldest.
    Latest,
    /// The number of observations.
    Count,
}

/// How the table is sorted. Rows that are equal stand in the order of the document in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By which column.
    pub column: Column,
    /// Whether the last stands first.
    pub is_descending: bool,
}

/// By what rows are gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// All in one group.
    #[default]
    None,
    /// By focus area.
    Area,
    /// By status.
    Status,
    /// By kind of indicator.
    Kind,
}

/// What the rows of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// Nothing: they are all there are.
    All,
    /// The focus area; none for what stands beside the focus areas.
    Area(Option<String>),
    /// The status.
    Status(Status),
    /// The kind of indicator.
    Kind(Kind),
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowGroup {
    /// What they have in common.
    pub heading: GroupKey,
    /// Their places in the list of all rows, in the order in which they are shown.
    pub rows: Vec<usize>,
}

impl RowGroup {
    /// Where the group stands among the others.
    fn rank(&self) -> Option<usize> {
        match &self.heading {
            GroupKey::All => None,
            // Rows are numbered in the order of the document.
            GroupKey::Area(_) => self.rows.iter().min().copied(),
            GroupKey::Status(status) => Status::ALL.iter().position(|one| one == status),
            GroupKey::Kind(kind) => Kind::ALL.iter().position(|one| one == kind),
        }
    }
}

/// A row for each indicator of a set, in the order of the document.
#[must_use]
pub fn rows(measures: &Measures, edition: &Edition, set: SetKey, today: i32) -> Vec<Row> {
    let indicators = measures.indicators(set);
    let order = document_order(&indicators.iter().collect::<Vec<_>>());
    let ordered = order.into_iter().filter_map(|at| indicators.get(at));
    ordered.map(|indicator| row(measures, edition, set, today, indicator)).collect()
}

fn row(
    measures: &Measures,
    edition: &Edition,
    set: SetKey,
    today: i32,
    indicator: &Indicator,
) -> Row {
    let series = measures.series(set, &indicator.id);
    let latest = latest(&series, today);
    let mut owners: Vec<String> = Vec::new();
    for place in &series.places {
        if let Place::Own(id) = place
            && let Some(kept) = measures.kept(*id)
            && !kept.owner.is_empty()
            && !owners.contains(&kept.owner)
        {
            owners.push(kept.owner.clone());
        }
    }
    let when = latest.and_then(|(_, one)| one.when);
    Row {
        indicator: indicator.clone(),
        area: section_of(edition, &indicator.item).and_then(|section| section.area.clone()),
        status: measures.judgement(set, indicator, today).status,
        latest,
        count: series.places.len(),
        owners,
        age_days: when.map(|when| today.saturating_sub(when.last_day()).max(0)),
    }
}

/// The latest observation that is neither a forecast nor in the future. Those without a date stand
/// before all others.
pub(super) fn latest(series: &Series, today: i32) -> Option<(Place, Observation)> {
    let has_been = |one: &Observation| {
        one.quality != Quality::Forecast && one.when.is_none_or(|when| when.first_day() <= today)
    };
    let mut pairs = series.places.iter().copied().zip(series.observations.iter().copied());
    pairs.rfind(|(_, one)| has_been(one))
}

/// The section in which an item stands.
pub(super) fn section_of<'a>(edition: &'a Edition, item: &str) -> Option<&'a Section> {
    edition.place(item).map(|place| place.section())
}

/// The places of indicators in the order of the document. Own ones, which [`Measures::indicators`]
/// gives last, stand after those about the same item, else after those of the same section.
pub(super) fn document_order(indicators: &[&Indicator]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(indicators.len());
    for (at, indicator) in indicators.iter().enumerate() {
        let (mut same_item, mut same_section) = (None, None);
        if indicator.is_own {
            for (place, other) in order.iter().enumerate() {
                let Some(other) = indicators.get(*other) else { continue };
                if other.item == indicator.item {
                    same_item = Some(place + 1);
                }
                if section_part(&other.item) == section_part(&indicator.item) {
                    same_section = Some(place + 1);
                }
            }
        }
        order.insert(same_item.or(same_section).unwrap_or(order.len()), at);
    }
    order
}

/// The section's id at the beginning of an item's.
fn section_part(item: &str) -> &str {
    let letters = usize::from(item.starts_with('e'));
    let digits = item.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    item.get(..letters + digits).unwrap_or_default()
}

/// What decides where a row stands.
struct Key {
    at: usize,
    number: i64,
    name: String,
}

impl Key {
    fn of(at: usize, row: &Row, column: Column, language: Language) -> Self {
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let days = |when: When| {
            i64::from(when.last_day()) * 1_000_000 + i64::from(when.first_day())
        };
        let number = match column {
            Column::Number => whole(at),
            Column::Name => 0,
            Column::Status => {
                whole(Status::ALL.iter().position(|one| *one == row.status).unwrap_or_default())
            }
            Column::Latest => {
                row.latest.and_then(|(_, one)| one.when).map_or(i64::MIN, days)
            }
            Column::Count => whole(row.count),
        };
        let name = match column {
            Column::Name => danish_key(row.indicator.name.get(language)),
            Column::Number | Column::Status | Column::Latest | Column::Count => String::new(),
        };
        Self { at, number, name }
    }
}

/// The rows that a filter admits, sorted within their groups. Areas stand in the order of the
/// document, statuses and kinds in the order in which they are told; no group is empty.
#[must_use]
pub fn arrange(
    rows: &[Row],
    filter: &Filter,
    order: Order,
    grouping: Grouping,
    language: Language,
) -> Vec<RowGroup> {
    let words = Words::of(&filter.words);
    let admitted = rows.iter().enumerate().filter(|(_, row)| filter.admits(row, &words));
    let keys = admitted.map(|(at, row)| Key::of(at, row, order.column, language));
    let mut keys: Vec<Key> = keys.collect();
    sort(&mut keys, |one, other| {
        let (first, second) = if order.is_descending { (other, one) } else { (one, other) };
        let (first, second) = ((first.number, &first.name), (second.number, &second.name));
        first < second || (first == second && one.at < other.at)
    });
    let mut groups: Vec<RowGroup> = Vec::new();
    for Key { at, .. } in keys {
        let Some(row) = rows.get(at) else { continue };
        let heading = match grouping {
            Grouping::None => GroupKey::All,
            Grouping::Area => GroupKey::Area(row.area.clone()),
            Grouping::Status => GroupKey::Status(row.status),
            Grouping::Kind => GroupKey::Kind(row.indicator.kind),
        };
        match groups.iter_mut().find(|group| group.heading == heading) {
            Some(group) => group.rows.push(at),
            None => groups.push(RowGroup { heading, rows: vec![at] }),
        }
    }
    sort(&mut groups, |one, other| one.rank() < other.rank());
    groups
}

/// Measurements for the tests of this module and its neighbours.
#[cfg(test)]
pub(super) mod samples {
    use crate::{
        app::{KINDS, Measures},
        document::{Author, Device, Document, Edit, Moment, RecordId, Writer},
        measure::{State, When, published::Published, records},
        vision::Edition,
    };
    use std::collections::BTreeSet;

    pub(in crate::app) struct Sample {
        pub(in crate::app) edition: Edition,
        pub(in crate::app) measures: Measures,
        document: Document,
    }

    impl Sample {
        pub(in crate::app) fn new(published: Published) -> Self {
            let edition = Edition::embedded().unwrap();
            let measures = Measures::new(&edition, published);
            Self { edition, measures, document: Document::default() }
        }

        /// Makes a record; empty texts are left out.
        pub(in crate::app) fn add(
            &mut self,
            kind: &'static str,
            fields: &[(&'static str, &str)],
        ) -> RecordId {
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

        pub(in crate::app) fn set(&mut self) -> RecordId {
            self.add(records::SET.name, &[(records::NAME, "Egne")])
        }

        pub(in crate::app) fn observe(
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

        pub(in crate::app) fn own_indicator(
            &mut self,
            set: RecordId,
            item: &str,
            name: &str,
        ) -> RecordId {
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
    pub(in crate::app) fn published(entries: &[(&str, &str)]) -> Published {
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

    pub(in crate::app) fn day(text: &str) -> i32 {
        When::parse(text).unwrap().last_day()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        samples::{Sample, day},
        *,
    };
    use crate::measure::{published::Published, records};

    fn sample() -> Vec<Row> {
        let mut sample = Sample::new(Published::default());
        let set = sample.set();
        sample.observe(set, "1e", "2018", "90", "Anna");
        sample.observe(set, "1e", "2019", "86", "Bo");
        sample.observe(set, "1e", "2019-06", "88", "Anna");
        sample.observe(set, "1e", "2021", "20", "");
        sample.observe(set, "2d", "2015", "7", "");
        sample.observe(set, "5d", "2020-03", "planned", "Bo");
        sample.observe(set, "7d", "", "12", "");
        sample.own_indicator(set, "5d", "Ænder på Sløjfen");
        sample.own_indicator(set, "5-r1", "Biler");
        let target = [
            (records::OF_SET, set.to_string()),
            (records::INDICATOR, "o03".into()),
            (records::VALUE, "80".into()),
        ];
        let target = target.each_ref().map(|(field, text)| (*field, text.as_str()));
        sample.add(records::TARGET.name, &target);
        rows(&sample.measures, &sample.edition, SetKey::Own(set), day("2020-06-01"))
    }

    fn find<'a>(rows: &'a [Row], id: &str) -> &'a Row {
        rows.iter().find(|row| row.indicator.id == id).unwrap()
    }

    /// Ids, and of own indicators names, of one group.
    fn names(rows: &[Row], group: &RowGroup) -> Vec<String> {
        let name = |at: &usize| {
            let indicator = &rows[*at].indicator;
            if indicator.is_own { indicator.name.da.clone() } else { indicator.id.clone() }
        };
        group.rows.iter().map(name).collect()
    }

    fn check(filter: &Filter, expected: &[&str]) {
        let rows = sample();
        let groups = arrange(&rows, filter, Order::default(), Grouping::None, Language::Da);
        let found: Vec<String> = groups.iter().flat_map(|group| names(&rows, group)).collect();
        assert_eq!(found, expected, "{filter:?}");
    }

    #[test]
    fn a_row_tells_what_a_set_says_of_an_indicator() {
        let rows = sample();
        let row = find(&rows, "1e");
        assert_eq!((row.status, row.count, row.age_days), (Status::Kept, 4, Some(153)));
        assert_eq!((row.area.as_deref(), row.owners.as_slice()), (
            Some("1"),
            ["Anna".to_owned(), "Bo".to_owned()].as_slice()
        ));
        assert_eq!(row.latest.and_then(|(_, one)| one.when), Some(When::Year(2019)));
        assert_eq!(find(&rows, "5d").status, Status::OnTheWay);
        let row = find(&rows, "7d");
        assert_eq!((row.latest.is_some(), row.count, row.age_days), (true, 1, None));
        let row = find(&rows, "e6c");
        assert_eq!((&row.area, row.status, row.latest), (&None, Status::NoData, None));
    }

    #[test]
    fn own_indicators_stand_with_their_item_or_in_their_section() {
        let rows = sample();
        let at = |is_meant: &dyn Fn(&Row) -> bool| rows.iter().position(is_meant).unwrap();
        let named = |name: &str| at(&|row| row.indicator.name.da == name);
        let of_id = |id: &str| at(&|row| row.indicator.id == id);
        assert_eq!(named("Ænder på Sløjfen"), of_id("5d") + 1);
        assert_eq!(named("Biler") + 1, of_id("6a"));
    }

    #[test]
    fn a_filter_shows_what_everything_asked_for_is_true_of() {
        let none = Filter::default;
        let words = |words: &str| Filter { words: words.into(), ..none() };
        check(&words("SLØJFEN"), &["5d", "Ænder på Sløjfen"]);
        check(&words("sløjfen bilfri"), &["5d"]);
        check(&words("ænder 5d"), &["Ænder på Sløjfen"]);
        check(&words("9d"), &["9d", "9d.2"]);
        check(&Filter { area: Some("e".into()), ..none() }, &["e6a", "e6b", "e6c"]);
        check(&Filter { status: Some(Status::Kept), ..none() }, &["1e", "2d"]);
        check(
            &Filter { kind: Some(Kind::Rank), ..none() },
            &["2d", "4c", "10-m1", "11-m2", "11-m3", "11-m4", "13b", "15c"],
        );
        check(&Filter { staleness: Some(Staleness::Old), ..none() }, &["2d"]);
        check(&Filter { staleness: Some(Staleness::Fresh), ..none() }, &["1e", "5d"]);
        check(&Filter { owner: Some("Bo".into()), ..none() }, &["1e", "5d"]);
        check(&Filter { area: Some("2".into()), owner: Some("Bo".into()), ..none() }, &["5d"]);
        // The set gives o03 a target of its own.
        check(
            &Filter { is_open_only: true, ..none() },
            &["o01", "o08", "o02", "o12", "o04", "o05", "o11", "o09", "o06", "o10", "o07"],
        );
        check(&words("findes-ikke"), &[]);
    }

    #[test]
    fn a_filter_survives_being_written_and_read() {
        for text in ["", "a", "æ ø&å", "85 %", "%26", "a=b&omraade=1", " x ", "+"] {
            let mut filters = vec![
                Filter { words: text.into(), ..Filter::default() },
                Filter { area: Some(text.into()), ..Filter::default() },
                Filter { owner: Some(text.into()), is_open_only: true, ..Filter::default() },
            ];
            filters.extend(Status::ALL.map(|one| Filter {
                words: text.into(),
                status: Some(one),
                ..Filter::default()
            }));
            filters.extend(Kind::ALL.map(|one| Filter { kind: Some(one), ..Filter::default() }));
            filters.extend(
                Staleness::ALL.map(|one| Filter { staleness: Some(one), ..Filter::default() }),
            );
            for filter in filters {
                assert_eq!(Filter::from_query(&filter.to_query()), filter);
            }
        }
        let filter = Filter {
            area: Some("2".into()),
            status: Some(Status::Kept),
            ..Filter::default()
        };
        assert_eq!(filter.to_query(), "omraade=2&status=kept");
        assert_eq!(Filter::from_query("status=x&farve=gul&ord"), Filter::default());
    }

    #[test]
    fn equal_rows_stand_in_the_order_of_the_document() {
        let rows = sample();
        let check = |column: Column, is_descending: bool, expected: &[&str]| {
            let order = Order { column, is_descending };
            let groups =
                arrange(&rows, &Filter::default(), order, Grouping::None, Language::Da);
            assert_eq!(groups.len(), 1);
            assert_eq!(groups[0].rows.len(), rows.len());
            let found = names(&rows, &groups[0]);
            assert_eq!(found[..expected.len()], *expected, "{order:?}");
        };
        check(Column::Number, false, &["1a", "1b"]);
        check(Column::Number, true, &["e6c", "e6b", "e6a"]);
        check(Column::Status, false, &["1e", "2d", "5d", "1a"]);
        check(Column::Latest, true, &["5d", "1e", "2d", "1a", "1b"]);
        check(Column::Count, true, &["1e", "2d", "5d", "7d", "1a"]);
    }

    #[test]
    fn names_stand_in_danish_order() {
        let rows = sample();
        for (is_descending, language) in [(false, Language::Da), (true, Language::En)] {
            let order = Order { column: Column::Name, is_descending };
            let groups = arrange(&rows, &Filter::default(), order, Grouping::None, language);
            let key = |at: &usize| danish_key(rows[*at].indicator.name.get(language));
            let keys: Vec<String> = groups[0].rows.iter().map(key).collect();
            let is_sorted = |pair: &[String]| {
                if is_descending { pair[0] >= pair[1] } else { pair[0] <= pair[1] }
            };
            assert!(keys.windows(2).all(is_sorted));
        }
    }

    #[test]
    fn groups_stand_in_the_order_of_what_they_have_in_common() {
        let rows = sample();
        let order = Order { column: Column::Latest, is_descending: true };
        let groups = |grouping| {
            arrange(&rows, &Filter::default(), order, grouping, Language::Da)
        };
        let headings = |grouping| -> Vec<GroupKey> {
            groups(grouping).into_iter().map(|group| group.heading).collect()
        };
        let area = |number: &str| GroupKey::Area(Some(number.into()));
        let areas = [area("1"), area("2"), area("3"), area("4"), area("5"), GroupKey::Area(None)];
        assert_eq!(headings(Grouping::Area), areas);
        let statuses = [Status::Kept, Status::OnTheWay, Status::NoData].map(GroupKey::Status);
        assert_eq!(headings(Grouping::Status), statuses);
        assert_eq!(headings(Grouping::Kind), Kind::ALL.map(GroupKey::Kind));
        assert_eq!(names(&rows, &groups(Grouping::Status)[0]), ["1e", "2d"]);
        assert_eq!(names(&rows, &groups(Grouping::Area)[1])[..1], ["5d"]);
    }

    #[test]
    fn staleness_begins_after_one_year_and_after_three() {
        let check = |age: Option<i32>, expected: Staleness| {
            assert_eq!(Staleness::of(age), expected, "{age:?}");
        };
        check(Some(0), Staleness::Fresh);
        check(Some(366), Staleness::Fresh);
        check(Some(367), Staleness::Ageing);
        check(Some(1_096), Staleness::Ageing);
        check(Some(1_097), Staleness::Old);
        check(None, Staleness::Never);
    }
}
