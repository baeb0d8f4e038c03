//! Measurements in a session: brought up to date with every change, and the published figures with
//! their texts, which come after the first view.

use super::{
    platform::{chance, fetch, page},
    session::Session,
    work::Work,
};
use crate::{
    app::{Measures, OwnSet, SetKey},
    document::{Edit, RecordId},
    measure::{Status, published::Published, records},
    store::Preferences,
    vision::Edition,
};
use leptos::{prelude::*, task::spawn_local};
use std::{cell::RefCell, collections::BTreeSet};

/// The published figures beside the app.
const FILE: &str = "./published-figures.json";

/// How far the published figures have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loading {
    /// On their way.
    Waiting,
    /// There.
    There,
    /// They could not be had.
    Failed,
}

/// What a session holds of measurements.
#[derive(Clone, Copy)]
pub(crate) struct Measuring {
    followed: Followed,
    /// How far the published figures have come.
    pub(crate) loading: RwSignal<Loading>,
    /// The person's own sets.
    pub(crate) sets: Memo<Vec<OwnSet>>,
    /// The set that is looked at: the published figures, unless the person chose one of their own.
    pub(crate) shown: Memo<SetKey>,
    /// The status of every goal by that set, in the order of the document: views that show no more
    /// are drawn anew only when one of them changes.
    pub(crate) statuses: Memo<Vec<(&'static str, Status)>>,
}

impl Measuring {
    pub(crate) fn new(
        edition: &'static Edition,
        work: Work,
        preferences: RwSignal<Preferences>,
    ) -> Self {
        let measures = Measures::new(edition, Published::embedded());
        let measures: &'static RefCell<Measures> = Box::leak(Box::new(RefCell::new(measures)));
        let followed = Followed::new(measures, work);
        let sets = Memo::new(move |_| followed.look(Measures::sets));
        let shown = Memo::new(move |_| {
            let chosen = SetKey::parse(&preferences.read().set).unwrap_or(SetKey::Published);
            let has = |own: &OwnSet| SetKey::Own(own.id) == chosen;
            if sets.read().iter().any(has) { chosen } else { SetKey::Published }
        });
        let statuses = Memo::new(move |_| {
            let (set, today) = (shown.get(), chance::today());
            followed.look(|measures| {
                let goals = edition.goals().map(|(_, goal)| goal.id.as_str());
                goals.map(|goal| (goal, measures.status(set, goal, today))).collect::<Vec<_>>()
            })
        });
        Self { followed, loading: followed.loading, sets, shown, statuses }
    }

    #[cfg(feature = "whole")]
    /// Looks at the measurements, without following their changes.
    pub(crate) fn now<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        untrack(|| self.look(look_at))
    }

    #[cfg(feature = "whole")]
    /// Brings the measurements up to date with what has changed so far, in the middle of a long change:
    /// nobody is told before its end.
    pub(crate) fn catch_up(self) {
        let Followed { measures, work, is_untold, .. } = self.followed;
        untrack(|| {
            work.take_changed(|document, ids| {
                if measures.get_value().borrow_mut().follow(document, ids) {
                    is_untold.set_value(true);
                }
            });
        });
    }

    /// Looks at the measurements; follows their changes where called in a reactive place.
    pub(crate) fn look<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        self.followed.look(look_at)
    }
}

/// The measurements, and when they last changed.
#[derive(Clone, Copy)]
struct Followed {
    measures: StoredValue<&'static RefCell<Measures>, LocalStorage>,
    /// How often a measurement has changed: other records, such as notes, do not count.
    count: Memo<u64>,
    loading: RwSignal<Loading>,
    work: Work,
    /// Whether measurements were brought up to date without anybody having been told yet.
    is_untold: StoredValue<bool>,
}

impl Followed {
    fn new(measures: &'static RefCell<Measures>, work: Work) -> Self {
        let measures = StoredValue::new_local(measures);
        let is_untold = StoredValue::new(false);
        let count = Memo::new(move |last: Option<&u64>| {
            let mut has_changed = is_untold.get_value();
            is_untold.set_value(false);
            work.take_changed(|document, ids| {
                has_changed |= measures.get_value().borrow_mut().follow(document, ids);
            });
            last.copied().unwrap_or_default() + u64::from(has_changed)
        });
        let loading = RwSignal::new(Loading::Waiting);
        Self { measures, count, loading, work, is_untold }
    }

    fn look<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        self.loading.track();
        self.count.get();
        look_at(&self.measures.get_value().borrow())
    }
}

impl Session {
    /// Looks at the measurements; follows their changes where called in a reactive place.
    pub(crate) fn measures<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        self.measuring.look(look_at)
    }

    /// Fetches the published figures with their texts.
    pub(crate) fn load_published(self) {
        spawn_local(async move {
            let read = fetch::text(FILE).await.and_then(|text| Published::read(&text).ok());
            let loading = match read {
                Some(published) => {
                    self.measuring.followed.measures.get_value().borrow_mut().publish(published);
                    Loading::There
                }
                None => Loading::Failed,
            };
            page::keep_focus();
            self.measuring.loading.set(loading);
        });
    }

    /// The set that is looked at.
    pub(crate) fn shown_set(self) -> SetKey {
        self.measuring.shown.get()
    }

    /// Looks at another set from now on.
    pub(crate) fn show_set(self, set: SetKey) {
        let name = if set == SetKey::Published { String::new() } else { set.name() };
        if self.preferences.read_untracked().set != name {
            self.prefer(|preferences| preferences.set = name);
        }
    }

    /// The name of a set.
    pub(crate) fn set_name(self, set: SetKey) -> String {
        let t = &self.text().measure;
        match set {
            SetKey::Published => t.published.into(),
            SetKey::Own(id) => {
                let sets = self.measuring.sets.read();
                let name = sets.iter().find(|own| own.id == id).map(|own| own.name.clone());
                name.filter(|name| !name.is_empty()).unwrap_or_else(|| t.unnamed.into())
            }
        }
    }

    #[cfg(feature = "whole")]
    /// A set of the person's own to write into: the one with this name in forms, or else a new one with the
    /// edits that make it.
    pub(crate) fn writable_set(self, chosen: &str) -> (RecordId, Vec<Edit>) {
        let own = match SetKey::parse(chosen) {
            Some(SetKey::Own(id)) if self.measures(|m| m.has_set(SetKey::Own(id))) => Some(id),
            _ => None,
        };
        own.map_or_else(
            || {
                let id = super::work::new_id();
                let name = self.text_now().measure.unnamed;
                (id, set_edits(id, name, ""))
            },
            |id| (id, Vec::new()),
        )
    }

    #[cfg(feature = "whole")]
    /// The set that a form offers first: the one that is looked at, the only one, or none.
    pub(crate) fn usual_set(self) -> String {
        let shown = self.shown_set();
        if shown != SetKey::Published {
            return shown.name();
        }
        let sets = self.measuring.sets.read();
        sets.first().map(|own| SetKey::Own(own.id).name()).unwrap_or_default()
    }
}

#[cfg(feature = "whole")]
/// The edits that make a set.
pub(crate) fn set_edits(id: RecordId, name: &str, about: &str) -> Vec<Edit> {
    let set = |field, text: &str| Edit::Set(id, field, text.into(), BTreeSet::new());
    vec![Edit::Create(id, records::SET.name), set(records::NAME, name), set(records::ABOUT, about)]
}
