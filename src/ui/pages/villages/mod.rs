//! Village profiles: the list, the guided editor, reading, comparing, the red thread.

mod actions;
mod comments;
mod compare;
mod edit;
mod figures;
mod list;
mod place;
mod point;
mod present;
mod profile;
mod summary;
mod threads;
mod versions;

use crate::ui::villages::{label as point_name, named as name_of, words_of};
use crate::{
    app::{DeedName, Route, Villages},
    document::{Edit, Kind, RecordId},
    ui::{components::breadcrumbs, fields::Field, platform::page, session::Session, work::new_id},
    village::{
        self, Profile,
        records::{CONTENT, OF_PROFILE, PASSAGE, PROFILE, TEXT, VERSION, part_edits, part_id},
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The view at an address of village profiles.
pub(super) fn page(session: Session, villages: Villages) -> AnyView {
    match villages {
        Villages::List => list::page(session),
        Villages::Threads => threads::page(session),
        Villages::Compare => compare::page(session),
        Villages::Profile(id) => with(session, &id, profile::page),
        Villages::Edit(id, step) => {
            with(session, &id, move |session, id| edit::page(session, id, step))
        }
        Villages::Versions(id) => with(session, &id, versions::page),
        Villages::Present(id) => with(session, &id, present::page),
    }
}

/// What the browser calls a view of village profiles.
pub(crate) fn title(session: Session, villages: &Villages) -> String {
    let t = &session.text().village;
    let name = |id: &str| {
        let name = RecordId::parse(id).and_then(|id| {
            session
                .work
                .look(|document| Some(document.get(id)?.text(village::records::NAME).to_owned()))
        });
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| words_of(session).unnamed.into())
    };
    match villages {
        Villages::List => t.title.into(),
        Villages::Threads => t.threads.into(),
        Villages::Compare => t.compare.into(),
        Villages::Profile(id) => name(id),
        Villages::Edit(id, step) => format!("{}: {}", name(id), edit::step_name(session, *step)),
        Villages::Versions(id) => format!("{}: {}", name(id), t.versions),
        Villages::Present(id) => format!("{}: {}", name(id), t.present),
    }
}

/// A view of a profile, or a word where it is not on this device.
fn with(
    session: Session,
    id: &str,
    view: impl Fn(Session, RecordId) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let parsed = RecordId::parse(id);
    let is_there = Memo::new(move |_| {
        let is_there = parsed.is_some_and(|id| {
            session.work.look(|document| {
                document.get(id).is_some_and(|one| one.kind == PROFILE.name && one.is_present())
            })
        });
        // Before everything is loaded nobody knows.
        session.work.is_ready.get().then_some(is_there)
    });
    crate::ui::components::live(move || match (parsed, is_there.get()) {
        (Some(id), Some(true)) => view(session, id),
        (_, None) => {
            let t = session.text();
            view! { <header class="page-head"><h1 tabindex="-1">{t.village.title}</h1><p class="lead">{t.measure.loading}</p></header> }.into_any()
        }
        _ => {
            let t = &session.text().village;
            view! {
                <header class="page-head">
                    <h1 tabindex="-1">{t.not_here}</h1>
                    <p class="lead">{t.not_here_lead}</p>
                </header>
                <a class="button" href=Route::Villages(Villages::List).address()>{t.to_list}</a>
            }
            .into_any()
        }
    })
}

/// Where a view stands: all profiles, then this one.
fn trail(session: Session, id: RecordId, name: String, here: &str) -> impl IntoView {
    let t = session.text();
    let steps = vec![
        (Route::Villages(Villages::List).address(), t.village.title.to_owned()),
        (Route::Villages(Villages::Profile(id.to_string())).address(), name),
    ];
    breadcrumbs(t.breadcrumbs, steps, here.to_owned())
}

/// A field of the profile's own record.
fn own_field(session: Session, profile: RecordId, field: &'static str) -> Field {
    Field::new(session, DeedName::ProfileWritten, (profile, field))
}

/// A text of the profile.
fn passage(session: Session, profile: RecordId, part: &str) -> Field {
    part_field(session, profile, &PASSAGE, part, TEXT)
}

/// A field of the record for a part of the profile.
fn part_field(
    session: Session,
    profile: RecordId,
    kind: &'static Kind,
    part: &str,
    field: &'static str,
) -> Field {
    let place = (part_id(profile, kind, part), field);
    Field::born(session, DeedName::ProfileWritten, place, part_edits(profile, kind, part))
}

/// Adds a record that belongs to a profile, and leads to one of its fields.
fn add(session: Session, profile: RecordId, kind: &'static Kind, more: Vec<Set>, focus: &str) {
    let id = new_id();
    let mut edits = vec![
        Edit::Create(id, kind.name),
        Edit::Set(id, OF_PROFILE, profile.to_string().into(), BTreeSet::new()),
    ];
    edits.extend(
        more.into_iter().map(|(field, value)| Edit::Set(id, field, value, BTreeSet::new())),
    );
    session.work.act(DeedName::ProfilePartAdded, &edits);
    page::focus_soon(&format!("[id='{focus}-{id}']"));
}

/// A field and what is put into it.
type Set = (&'static str, crate::document::Value);

/// Takes a record out of a profile, with a way back.
fn remove(session: Session, id: RecordId, then: &'static str) {
    session.work.act(DeedName::ProfilePartDeleted, &[Edit::Delete(id)]);
    session.say_done(DeedName::ProfilePartDeleted);
    page::focus_soon(then);
}

/// The records of a kind that belong to a profile, in the order they were made; follows changes.
fn records_of(session: Session, profile: RecordId, kind: &'static Kind) -> Memo<Vec<RecordId>> {
    Memo::new(move |_| {
        session.work.look(|document| {
            let of = document.of_kind(kind);
            let mine = of.filter(|record| village::records::profile_of(record) == Some(profile));
            mine.map(|record| record.id).collect()
        })
    })
}

/// The last version that was named; follows changes.
fn last_version(session: Session, id: RecordId) -> Memo<Option<Profile>> {
    Memo::new(move |_| {
        let name = id.to_string();
        session.work.look(|document| {
            let of = document.of_kind(&VERSION).filter(|one| one.text(OF_PROFILE) == name);
            Profile::parse(of.last()?.text(CONTENT))
        })
    })
}

/// What a profile says; follows changes.
fn looked_at(session: Session, id: RecordId) -> Memo<Profile> {
    Memo::new(move |_| session.work.look(|document| Profile::of(document, id).unwrap_or_default()))
}
