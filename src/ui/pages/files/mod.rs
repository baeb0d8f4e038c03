//! What comes in, and what is on this device: backup, files taken in, room, conflicts, snapshots, trash, quarantine.

mod conflicts;
mod preview;
mod receive;
mod table;

use crate::{
    app::{DeedName, KINDS, MOST_FILES, Outgoing, bring_back, trash},
    document::Record,
    store::{
        backup,
        snapshot::{Why, read_label, read_snapshot},
    },
    ui::{
        components::{Icon, contours, flag, icon, live, press, words},
        named::name,
        outgoing::{save_backup, share},
        platform::{chance, file, lasting, page},
        session::Session,
        work::now,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// So many deleted things are listed.
const LISTED: usize = 50;

pub(super) fn page(session: Session) -> impl IntoView {
    let t = &session.text().work;
    Effect::new(move || {
        if session.work.is_ready.get() {
            spawn_local(session.work.recall_import());
        }
    });
    view! {
        <article class="files-page">
            <header class="page-head is-accented accent-6">
                {contours()}
                <h1 tabindex="-1">{t.files_title}</h1>
                <p class="lead">{t.files_lead}</p>
            </header>
            {preview::view(session)}
            {table::view(session)}
            <div class="files-grid">
                {backup_view(session)}
                {import_view(session)}
                {live(move || storage_view(session).into_any())}
                {snapshots_view(session)}
                {live(move || conflicts::view(session))}
                {live(move || trash_view(session).into_any())}
                {quarantine_view(session)}
            </div>
            <p class="onward"><a href="./recovery.html">{t.recovery}{icon(Icon::Forward)}</a></p>
        </article>
    }
}

// ---- backup ----

fn backup_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let last = move || {
        session.last_backup.get().map_or_else(
            || t.backup_never.to_owned(),
            |at| (t.backup_last)(&(t.time)(chance::local(at.seconds()))),
        )
    };
    let advice = move || {
        let last = session.last_backup.get();
        session.work.look(|document| {
            let changes = document.records().flat_map(Record::changes);
            (t.backup_advice)(backup::advice(last, changes.map(|(_, change)| change.at), now()))
        })
    };
    view! {
        <section class="panel">
            <h2>{t.backup}</h2>
            <p>{words(advice)}</p>
            <p class="quiet">{words(last)}</p>
            <button class="button" on:click=press(move || save_backup(session))>{t.backup_save}</button>
            {share(session, words(move || session.text().files.everything), || Outgoing::Everything)}
        </section>
    }
}

// ---- taking in a file ----

fn import_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let choose = move |event| {
        let chosen = file::all_chosen(&event);
        super::open_files(session, chosen);
    };
    view! {
        <section class="panel">
            <h2>{t.import}</h2>
            <label class="drop-zone">
                {icon(Icon::Document)}
                <span class="button is-quiet">{t.import_choose}</span>
                <input
                    id="import"
                    class="visually-hidden"
                    type="file"
                    multiple
                    disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get())
                    on:change=choose
                />
                <small>{t.import_hint}" "{(session.text().files.several_hint)(MOST_FILES)}</small>
            </label>
            <p class="report" hidden=flag(move || session.file_report.read().is_none())>{live(move || session.file_report.get().into_any())}</p>
            {live(move || last_import(session))}
            {receive::view(session)}
        </section>
    }
}

/// The last file that was taken in, with a way to take that back.
fn last_import(session: Session) -> AnyView {
    let t = session.text();
    let work = session.work;
    let Some(at) = work.last_import.get() else { return ().into_any() };
    let time = (t.work.time)(chance::local(at.seconds()));
    let is_barred = flag(move || work.is_read_only.get());
    view! {
        <p class="quiet">{(t.files.last_import)(&time)}</p>
        <button class="button is-quiet" disabled=is_barred on:click=press(move || work.undo_import(session))>{t.files.undo_import}</button>
    }
    .into_any()
}

// ---- room ----

fn storage_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    let now = now();
    let (count, ahead) = work.look(|document| {
        let changes = document.records().flat_map(Record::changes);
        (document.len(), changes.filter(|(_, change)| change.at.is_ahead_of(now)).count())
    });
    let room = session.room().map(|room| {
        let free = room.of.saturating_sub(room.used);
        view! {
            <meter min="0" max="100" low="60" high="80" optimum="0" value=room.percent().to_string() aria-label=t.storage></meter>
            <p>{(t.storage_used)(room.percent(), free)}</p>
        }
    });
    let ask = move || {
        spawn_local(async move { work.is_lasting.set(lasting::ask().await) });
    };
    view! {
        <section class="panel">
            <h2>{t.storage}</h2>
            <p>{(t.records)(count)}"."</p>
            {room}
            <p class="quiet">{(t.storage_journal)(work.has_journal.get())}</p>
            <p class="quiet">{(t.lasting)(work.is_lasting.get())}</p>
            {(work.is_lasting.get() == Some(false)).then(|| view! {
                <button class="button is-quiet" on:click=press(ask)>{t.lasting_ask}</button>
            })}
            {(ahead > 0).then(|| view! { <p class="note is-refusal">{icon(Icon::Note)}<span>{(t.clock_ahead)(ahead)}</span></p> })}
            <p class="quiet">{t.device}": "<code>{work.device().to_string()}</code></p>
        </section>
    }
}

// ---- snapshots ----

fn snapshots_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    let all = RwSignal::new(Vec::<(u32, String)>::new());
    let renew = move || {
        spawn_local(async move {
            let texts = work.snapshots().await;
            all.set(texts);
        });
    };
    Effect::new(move || {
        // Also after an import or a restore, which take one.
        work.look(|_| ());
        if work.is_ready.get() {
            renew();
        }
    });
    let take = move || {
        spawn_local(async move {
            let t = &session.text_now().work;
            let taken = work.snapshot(Why::Asked).await;
            session
                .say(if taken.is_ok() { t.snapshot_taken } else { t.snapshot_failed }.into(), None);
            renew();
        });
    };
    let restore = move |text: String| {
        spawn_local(async move {
            let t = &session.text_now().work;
            let Ok(records) = read_snapshot(&text, KINDS) else {
                return session.say(t.snapshot_unreadable.into(), None);
            };
            // The restore can be undone in this tab even where no snapshot can be taken.
            work.snapshot(Why::Restore).await.ok();
            work.restore(&records);
            let undo = std::sync::Arc::new(move || work.undo(session, false));
            session.say((t.deed)(DeedName::SnapshotRestored), Some((t.undo, undo)));
        });
    };
    let rows = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="nothing">{t.snapshots_none}</p> }.into_any();
        }
        let rows = all.into_iter().map(|(_, text)| {
            let words = read_label(&text).map_or_else(
                |_unread| t.snapshot_unreadable.to_owned(),
                |label| {
                    let time = (t.time)(chance::local(label.at.seconds()));
                    format!("{time} · {}", (t.records)(label.count))
                },
            );
            let why = read_label(&text).map_or("", |label| (t.snapshot_why)(label.why));
            view! {
                <li>
                    <span>{why}<small>{words}</small></span>
                    <button class="button is-quiet" on:click=press(move || restore(text.clone()))>{t.snapshot_restore}</button>
                </li>
            }
        });
        view! { <ul class="panel-list">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel">
            <h2>{t.snapshots}</h2>
            <p class="quiet">{t.snapshots_lead}</p>
            {live(rows)}
            <button class="button is-quiet" on:click=press(take)>{t.snapshot_take}</button>
        </section>
    }
}

// ---- trash ----

fn trash_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    // Naming them looks at the measurements, which look at the document themselves.
    let device = work.device();
    let (deleted, count) = work.look(|document| {
        let deleted = || trash(document, device);
        (deleted().take(LISTED).cloned().collect::<Vec<Record>>(), deleted().count())
    });
    let rows = deleted.into_iter().map(|record| {
        let (id, name) = (record.id, name(session, &record));
        let restore = move || {
            let edits = work.look_now(|document| bring_back(document, device, id));
            work.act(DeedName::Restored, &edits);
            let undo = std::sync::Arc::new(move || work.undo(session, false));
            session.say((t.deed)(DeedName::Restored), Some((t.undo, undo)));
            page::focus_heading_soon();
        };
        view! { <li><span>{name}</span><button class="button is-quiet" on:click=press(restore)>{t.trash_restore}</button></li> }
    });
    let rows = if count == 0 {
        view! { <p class="nothing">{t.trash_none}</p> }.into_any()
    } else {
        view! {
            <p class="quiet">{t.trash_lead}</p>
            <ul class="panel-list">{rows.collect_view()}</ul>
            {(count > LISTED).then(|| (t.trash_more)(count - LISTED))}
        }
        .into_any()
    };
    view! { <section class="panel"><h2>{t.trash}</h2>{rows}</section> }
}

// ---- quarantine ----

fn quarantine_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let rows = move || {
        // What is unreadable is found when everything is loaded.
        session.work.is_ready.track();
        let kept = session.work.quarantined();
        if kept.is_empty() {
            return view! { <p class="nothing">{t.quarantine_none}</p> }.into_any();
        }
        let rows = kept.into_iter().map(|(name, text)| {
            let size = (t.characters)(text.chars().count());
            let shown = name.trim_start_matches(crate::store::names::ALL).to_owned();
            let save = move || {
                let name = name.replace('/', "-");
                if !file::save(&format!("{name}.txt"), &text) {
                    session.say(session.text_now().work.backup_failed.into(), None);
                }
            };
            view! { <li><span>{shown}<small>{size}</small></span><button class="button is-quiet" on:click=press(save)>{t.quarantine_save}</button></li> }
        });
        view! { <p class="quiet">{t.quarantine_lead}</p><ul class="panel-list">{rows.collect_view()}</ul> }
            .into_any()
    };
    view! { <section class="panel"><h2>{t.quarantine}</h2>{live(rows)}</section> }
}
