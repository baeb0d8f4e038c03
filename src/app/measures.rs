//! All measurements a session knows: the published ones and those of the person's own sets, with the
//! statuses they give. Follows the document change by change, so that one edit among many thousand
//! observations costs what one edit costs.

use super::order::danish_key;
use crate::{
    document::{Document, Record, RecordId},
    measure::{
        Indicator, Judgement, Observation, Status, derive, judge,
        published::{Entry, Published},
        records::{self, Kept},
        together,
    },
    sorted::sort,
    vision::Edition,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// A measurement set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetKey {
    /// The published figures.
    Published,
    /// One of the person's own.
    Own(RecordId),
}

impl SetKey {
    /// Reads a set's name in addresses and preferences.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "offentliggjort" => Some(Self::Published),
            id => RecordId::parse(id).map(Self::Own),
        }
    }

    /// The name in addresses and preferences.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Published => "offentliggjort".into(),
            Self::Own(id) => id.to_string(),
        }
    }
}

/// One of the person's own sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSet {
    /// Its record.
    pub id: RecordId,
    /// Its name; may be empty.
    pub name: String,
    /// What it is about; may be empty.
    pub about: String,
}

/// A status that a person has put in place of the computed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Its record.
    pub id: RecordId,
    set: Option<RecordId>,
    item: String,
    /// The status.
    pub status: Status,
    /// Why.
    pub reason: String,
    /// Who says so; may be empty.
    pub owner: String,
}

/// Where an observation is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the published set, at this place.
    Published(usize),
    /// In a record.
    Own(RecordId),
}

/// The observations of one indicator in one set, in the order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Where each is kept.
    pub places: Vec<Place>,
    /// The observations.
    pub observations: Vec<Observation>,
}

struct OwnTarget {
    id: RecordId,
    set: Option<RecordId>,
    indicator: String,
    unit: String,
    target: crate::measure::Target,
}

struct OwnIndicator {
    id: RecordId,
    set: Option<RecordId>,
    indicator: Indicator,
}

/// All measurements.
pub struct Measures {
    derived: Vec<Indicator>,
    made: i32,
    published: Published,
    sets: Vec<OwnSet>,
    kept: BTreeMap<RecordId, Kept>,
    by_indicator: BTreeMap<(RecordId, String), BTreeSet<RecordId>>,
    own: Vec<OwnIndicator>,
    targets: Vec<OwnTarget>,
    verdicts: Vec<Verdict>,
    judged: RefCell<Judged>,
}

/// Judgements that were asked for, until something they rest on changes.
#[derive(Default)]
struct Judged {
    today: i32,
    by_indicator: BTreeMap<(SetKey, String), Judgement>,
}

impl Measures {
    /// The measurements for an edition, with what is published of them so far.
    #[must_use]
    pub fn new(edition: &Edition, published: Published) -> Self {
        Self {
            derived: derive(edition),
            made: edition.made(),
            published,
            sets: Vec::new(),
            kept: BTreeMap::new(),
            by_indicator: BTreeMap::new(),
            own: Vec::new(),
            targets: Vec::new(),
            verdicts: Vec::new(),
            judged: RefCell::default(),
        }
    }

    /// Takes over the published figures with their texts.
    pub fn publish(&mut self, published: Published) {
        self.published = published;
        self.judged.borrow_mut().by_indicator.clear();
    }

    /// Follows changes of these records; says whether any of them is a measurement.
    pub fn follow(&mut self, document: &Document, ids: &BTreeSet<RecordId>) -> bool {
        let mut is_any = false;
        for id in ids {
            let Some(record) = document.get(*id) else { continue };
            if records::KINDS.iter().all(|kind| kind.name != record.kind) {
                continue;
            }
            is_any = true;
            self.forget(*id);
            if record.is_present() {
                self.take(record);
            }
        }
        is_any
    }

    fn forget(&mut self, id: RecordId) {
        if let Some(old) = self.kept.remove(&id)
            && let Some(set) = old.set
        {
            self.touch(set, &old.indicator);
            let key = (set, old.indicator);
            if let Some(list) = self.by_indicator.get_mut(&key) {
                list.remove(&id);
                if list.is_empty() {
                    self.by_indicator.remove(&key);
                }
            }
        }
        let before = self.sets.len() + self.own.len() + self.targets.len() + self.verdicts.len();
        self.sets.retain(|set| set.id != id);
        self.own.retain(|own| own.id != id);
        self.targets.retain(|target| target.id != id);
        self.verdicts.retain(|verdict| verdict.id != id);
        let after = self.sets.len() + self.own.len() + self.targets.len() + self.verdicts.len();
        if before != after {
            self.judged.borrow_mut().by_indicator.clear();
        }
    }

    fn take(&mut self, record: &Record) {
        let (id, set) = (record.id, RecordId::parse(record.text(records::OF_SET)));
        match record.kind.as_str() {
            kind if kind == records::OBSERVATION.name => {
                let Some(kept) = records::observation(record) else { return };
                if let Some(set) = kept.set {
                    self.touch(set, &kept.indicator);
                    self.by_indicator.entry((set, kept.indicator.clone())).or_default().insert(id);
                }
                self.kept.insert(id, kept);
                return;
            }
            kind if kind == records::SET.name => self.sets.push(OwnSet {
                id,
                name: record.text(records::NAME).into(),
                about: record.text(records::ABOUT).into(),
            }),
            kind if kind == records::INDICATOR_KIND.name => {
                let indicator = records::own_indicator(record);
                self.own.push(OwnIndicator { id, set, indicator });
            }
            kind if kind == records::TARGET.name => {
                let Some(target) = records::target(record) else { return };
                let indicator = record.text(records::INDICATOR).into();
                let unit = record.text(records::UNIT).into();
                self.targets.push(OwnTarget { id, set, indicator, unit, target });
            }
            kind if kind == records::VERDICT.name => {
                let Some(status) = Status::from_name(record.text(records::STATUS)) else { return };
                self.verdicts.push(Verdict {
                    id,
                    set,
                    item: record.text(records::ITEM).into(),
                    status,
                    reason: record.text(records::REASON).into(),
                    owner: record.text(records::OWNER).into(),
                });
            }
            _ => return,
        }
        self.judged.borrow_mut().by_indicator.clear();
    }

    fn touch(&self, set: RecordId, indicator: &str) {
        let key = (SetKey::Own(set), indicator.to_owned());
        self.judged.borrow_mut().by_indicator.remove(&key);
    }

    /// The day on which the promises were made, in days since 1970-01-01.
    #[must_use]
    pub const fn made(&self) -> i32 {
        self.made
    }

    // ---- sets and indicators ----

    /// The person's own sets, by name in Danish order. A set that is gone, as when a file was taken back
    /// in one go, is there without a name as long as an observation is in it: nothing is lost from
    /// sight.
    #[must_use]
    pub fn sets(&self) -> Vec<OwnSet> {
        let mut sets = self.sets.clone();
        for (id, _) in self.by_indicator.keys() {
            if sets.iter().all(|set| set.id != *id) {
                sets.push(OwnSet { id: *id, name: String::new(), about: String::new() });
            }
        }
        sort(&mut sets, |one, other| {
            (danish_key(&one.name), one.id) < (danish_key(&other.name), other.id)
        });
        sets
    }

    /// Whether there is such a set.
    #[must_use]
    pub fn has_set(&self, set: SetKey) -> bool {
        match set {
            SetKey::Published => true,
            SetKey::Own(id) => self.sets().iter().any(|own| own.id == id),
        }
    }

    /// The indicators of a set, in the order of the document: the vision's, with targets of the set
    /// where the vision has none, then the set's own.
    #[must_use]
    pub fn indicators(&self, set: SetKey) -> Vec<Indicator> {
        let derived = self.derived.iter().cloned();
        let own = self.own.iter().filter(|own| own.set.map(SetKey::Own) == Some(set));
        let own = own.map(|own| own.indicator.clone());
        derived.chain(own).map(|indicator| self.with_target(set, indicator)).collect()
    }

    /// One indicator of a set.
    #[must_use]
    pub fn indicator(&self, set: SetKey, id: &str) -> Option<Indicator> {
        let derived = self.derived.iter().find(|indicator| indicator.id == id);
        let own = || self.own.iter().map(|own| &own.indicator).find(|indicator| indicator.id == id);
        derived.or_else(own).map(|indicator| self.with_target(set, indicator.clone()))
    }

    /// The indicators of a set about one item.
    #[must_use]
    pub fn indicators_of(&self, set: SetKey, item: &str) -> Vec<Indicator> {
        let mut all = self.indicators(set);
        all.retain(|indicator| indicator.item == item);
        all
    }

    /// The record of the target that a set gives an indicator.
    #[must_use]
    pub fn target_record(&self, set: SetKey, indicator: &str) -> Option<RecordId> {
        self.own_target(set, indicator).map(|target| target.id)
    }

    fn own_target(&self, set: SetKey, indicator: &str) -> Option<&OwnTarget> {
        let is_meant = |target: &&OwnTarget| {
            target.set.map(SetKey::Own) == Some(set) && target.indicator == indicator
        };
        self.targets.iter().find(is_meant)
    }

    fn with_target(&self, set: SetKey, mut indicator: Indicator) -> Indicator {
        if indicator.target.is_none()
            && let Some(own) = self.own_target(set, &indicator.id)
        {
            indicator.target = Some(own.target.clone());
            if !own.unit.is_empty() {
                indicator.unit = records::own_unit(indicator.kind, &own.unit);
            }
        }
        indicator
    }

    // ---- observations ----

    /// The published figures.
    #[must_use]
    pub const fn published(&self) -> &Published {
        &self.published
    }

    /// A published entry by its place.
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.published.entries.get(at)
    }

    /// An observation of the person's own.
    #[must_use]
    pub fn kept(&self, id: RecordId) -> Option<&Kept> {
        self.kept.get(&id)
    }

    /// All observations of the person's own, in the order they were made.
    pub fn all_kept(&self) -> impl Iterator<Item = &Kept> {
        self.kept.values()
    }

    /// How many observations a set has.
    #[must_use]
    pub fn count(&self, set: SetKey) -> usize {
        match set {
            SetKey::Published => self.published.entries.len(),
            SetKey::Own(_) => {
                self.kept.values().filter(|kept| kept.set.map(SetKey::Own) == Some(set)).count()
            }
        }
    }

    /// The observations of an indicator in a set, in the order of time.
    #[must_use]
    pub fn series(&self, set: SetKey, indicator: &str) -> Series {
        let pairs: Vec<(Place, Observation)> = match set {
            SetKey::Published => {
                let entries = self.published.entries.iter().enumerate();
                let deciding =
                    entries.filter(|(_, entry)| entry.decides.as_deref() == Some(indicator));
                deciding
                    .filter_map(|(at, entry)| Some((Place::Published(at), entry.observation?)))
                    .collect()
            }
            SetKey::Own(id) => {
                let ids = self.by_indicator.get(&(id, indicator.to_owned()));
                let kept = ids.into_iter().flatten().filter_map(|id| self.kept.get(id));
                kept.map(|kept| (Place::Own(kept.id), kept.observation)).collect()
            }
        };
        // Dates are reckoned once for each, not with every comparison.
        let days = |one: &Observation| one.when.map(|when| (when.last_day(), when.first_day()));
        let mut dated: Vec<_> =
            pairs.into_iter().map(|(place, one)| ((days(&one), place), one)).collect();
        sort(&mut dated, |(one, _), (other, _)| one < other);
        let mut series = Series::default();
        for ((_, place), observation) in dated {
            series.places.push(place);
            series.observations.push(observation);
        }
        series
    }

    // ---- statuses ----

    /// What a set's observations say of an indicator.
    #[must_use]
    pub fn judgement(&self, set: SetKey, indicator: &Indicator, today: i32) -> Judgement {
        let key = (set, indicator.id.clone());
        {
            let judged = &mut *self.judged.borrow_mut();
            if judged.today != today {
                judged.today = today;
                judged.by_indicator.clear();
            }
            if let Some(judgement) = judged.by_indicator.get(&key) {
                return judgement.clone();
            }
        }
        let series = self.series(set, &indicator.id);
        let judgement = judge(indicator, &series.observations, self.made, today);
        self.judged.borrow_mut().by_indicator.insert(key, judgement.clone());
        judgement
    }

    /// The status of a goal by a set: that of its vision's indicators together, before anybody's verdict.
    #[must_use]
    pub fn computed(&self, set: SetKey, goal: &str, today: i32) -> Status {
        let mut statuses = Vec::new();
        for indicator in
            self.derived.iter().filter(|indicator| indicator.item == goal && !indicator.is_open)
        {
            let indicator = self.with_target(set, indicator.clone());
            statuses.push(self.judgement(set, &indicator, today).status);
        }
        together(&statuses)
    }

    /// The status of a goal that is shown: a person's verdict, or else the computed one.
    #[must_use]
    pub fn status(&self, set: SetKey, goal: &str, today: i32) -> Status {
        self.verdict(set, goal).map_or_else(|| self.computed(set, goal, today), |one| one.status)
    }

    /// What a person has put in place of the computed status.
    #[must_use]
    pub fn verdict(&self, set: SetKey, goal: &str) -> Option<&Verdict> {
        let is_meant = |one: &&Verdict| one.set.map(SetKey::Own) == Some(set) && one.item == goal;
        self.verdicts.iter().rfind(is_meant)
    }

    /// The newest dated observations of a set, the newest first.
    #[must_use]
    pub fn newest(&self, set: SetKey, most: usize, today: i32) -> Vec<Place> {
        let mut newest: Vec<(crate::measure::When, Place)> = Vec::new();
        let mut consider = |when: Option<crate::measure::When>, place: Place| {
            let Some(when) = when.filter(|when| when.first_day() <= today) else { return };
            let at = newest.iter().position(|(other, _)| *other < when).unwrap_or(newest.len());
            if at < most {
                newest.insert(at, (when, place));
                newest.truncate(most);
            }
        };
        match set {
            SetKey::Published => {
                for (at, entry) in self.published.entries.iter().enumerate() {
                    consider(entry.when(), Place::Published(at));
                }
            }
            SetKey::Own(_) => {
                for kept in self.kept.values().filter(|kept| kept.set.map(SetKey::Own) == Some(set))
                {
                    consider(kept.observation.when, Place::Own(kept.id));
                }
            }
        }
        newest.into_iter().map(|(_, place)| place).collect()
    }
}
