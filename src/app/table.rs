//! The table of measuring: every indicator of a set with what is known of it, filtered, sorted and
//! grouped.

use super::{Measures, Place, Series, SetKey, danish_key, filter::Filter, observations::Words};
use crate::{
    measure::{Indicator, Kind, Observation, Quality, Status, When},
    sorted::sort,
    vision::{Edition, Language, Section},
};

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

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Area, Self::Status, Self::Kind];

    /// The name in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Area => "area",
            Self::Status => "status",
            Self::Kind => "kind",
        }
    }
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
        let days =
            |when: When| i64::from(when.last_day()) * 1_000_000 + i64::from(when.first_day());
        let number = match column {
            Column::Number => whole(at),
            Column::Name => 0,
            Column::Status => {
                whole(Status::ALL.iter().position(|one| *one == row.status).unwrap_or_default())
            }
            Column::Latest => row.latest.and_then(|(_, one)| one.when).map_or(i64::MIN, days),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            filter::Staleness,
            samples::{Sample, day},
        },
        measure::{published::Published, records},
    };

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
        assert_eq!(
            (row.area.as_deref(), row.owners.as_slice()),
            (Some("1"), ["Anna".to_owned(), "Bo".to_owned()].as_slice())
        );
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
        let named = |name: &str| at(&|row: &Row| row.indicator.name.da == name);
        let of_id = |id: &str| at(&|row: &Row| row.indicator.id == id);
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
    fn equal_rows_stand_in_the_order_of_the_document() {
        let rows = sample();
        let check = |column: Column, is_descending: bool, expected: &[&str]| {
            let order = Order { column, is_descending };
            let groups = arrange(&rows, &Filter::default(), order, Grouping::None, Language::Da);
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
        let groups = |grouping| arrange(&rows, &Filter::default(), order, grouping, Language::Da);
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
}
