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
    measures: StoredValue<&'static RefCell<Measures>, LocalStorage>,
    work: Work,
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
        let measures = StoredValue::new_local(measures);
        let loading = RwSignal::new(Loading::Waiting);
        let sets = Memo::new(move |_| look(measures, work, loading, Measures::sets));
        let shown = Memo::new(move |_| {
            let chosen = SetKey::parse(&preferences.read().set).unwrap_or(SetKey::Published);
            let has = |own: &OwnSet| SetKey::Own(own.id) == chosen;
            if sets.read().iter().any(has) { chosen } else { SetKey::Published }
        });
        let statuses = Memo::new(move |_| {
            let (set, today) = (shown.get(), chance::today());
            look(measures, work, loading, |measures| {
                let goals = edition.goals().map(|(_, goal)| goal.id.as_str());
                goals.map(|goal| (goal, measures.status(set, goal, today))).collect::<Vec<_>>()
            })
        });
        Self { measures, work, loading, sets, shown, statuses }
    }

    #[cfg(feature = "whole")]
    /// Looks at the measurements, without following their changes.
    pub(crate) fn now<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        untrack(|| self.look(look_at))
    }

    /// Looks at the measurements; follows their changes where called in a reactive place.
    pub(crate) fn look<T>(self, look_at: impl FnOnce(&Measures) -> T) -> T {
        look(self.measures, self.work, self.loading, look_at)
    }
}

fn look<T>(
    measures: StoredValue<&'static RefCell<Measures>, LocalStorage>,
    work: Work,
    loading: RwSignal<Loading>,
    look_at: impl FnOnce(&Measures) -> T,
) -> T {
    loading.track();
    let measures = measures.get_value();
    work.take_changed(|document, ids| measures.borrow_mut().follow(document, ids));
    look_at(&measures.borrow())
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
                    self.measuring.measures.get_value().borrow_mut().publish(published);
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
