//! What is on this device: backup, files taken in, room, conflicts, snapshots, trash, quarantine.

use crate::{
    app::{DeedName, KINDS, Route},
    document::{Edit, Life, Record, RecordId},
    exchange, note,
    store::{
        backup,
        snapshot::{Why, read_label, read_snapshot},
    },
    ui::{
        components::{Icon, contours, flag, icon, live, press, words},
        platform::{chance, file, lasting, page},
        session::Session,
        wording::place_name,
        work::now,
    },
};
use leptos::{prelude::*, task::spawn_local};

/// So many deleted things are listed.
const LISTED: usize = 50;

pub(super) fn page(session: Session) -> impl IntoView {
    let t = &session.text().work;
    view! {
        <article class="files-page">
            <header class="page-head is-accented accent-6">
                {contours()}
                <h1 tabindex="-1">{t.files_title}</h1>
                <p class="lead">{t.files_lead}</p>
            </header>
            <div class="files-grid">
                {backup_view(session)}
                {import_view(session)}
                {live(move || storage_view(session).into_any())}
                {snapshots_view(session)}
                {live(move || conflicts_view(session).into_any())}
                {live(move || trash_view(session).into_any())}
                {quarantine_view(session)}
            </div>
            <p class="onward"><a href="./recovery.html">{t.recovery}{icon(Icon::Forward)}</a></p>
        </article>
    }
}

// ---- backup ----

/// Hands everything to the person as a file.
pub(in crate::ui) fn save_backup(session: Session) {
    let t = &session.text_now().work;
    session.work.flush();
    let moment = now();
    let vision = &session.edition.edition;
    let text =
        session.work.look_now(|document| exchange::write(vision, moment, document.records()));
    let time = chance::local(moment.seconds());
    let name = format!(
        "pejlemaerke-alt-{}-{:02}-{:02}-{:02}{:02}.json",
        time.year, time.month, time.day, time.hour, time.minute
    );
    if !file::save(&name, &text) {
        return session.say(t.backup_failed.into(), None);
    }
    session.keep_backup(moment);
    session.say(t.backup_done.into(), None);
}

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
        </section>
    }
}

// ---- taking in a file ----

/// Takes in a file's text: a snapshot first, then all of it or nothing.
pub(in crate::ui) fn take_in(session: Session, text: &str) {
    if !session.work.may_write() {
        return session.say(session.text_now().work.read_only.into(), None);
    }
    let read = exchange::read(text, &session.edition.edition, KINDS);
    let contents = match read {
        Ok(contents) => contents,
        Err(refused) => {
            return session.report_refused(&refused);
        }
    };
    spawn_local(async move {
        let snapshot = session.work.snapshot(Why::Import).await;
        let (changed, foreign) = session.work.import(&contents.records);
        let t = &session.text_now().work;
        let mut report = vec![if changed == 0 {
            t.import_nothing_new.to_owned()
        } else {
            (t.imported)(changed)
        }];
        if foreign > 0 {
            report.push((t.import_foreign)(foreign));
        }
        if snapshot.is_err() {
            report.push(t.import_no_snapshot.into());
        }
        session.file_report.set(Some(report.join(" ")));
        let undo = std::sync::Arc::new(move || session.work.undo(session, false));
        session.say(report.join(" "), (changed > 0).then_some((t.undo, undo)));
    });
}

fn import_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let choose = move |event| {
        if let Some(chosen) = file::chosen(&event) {
            super::open_file(session, chosen);
        }
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
                    disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get())
                    on:change=choose
                />
                <small>{t.import_hint}</small>
            </label>
            <p class="report" hidden=flag(move || session.file_report.read().is_none())>{live(move || session.file_report.get().into_any())}</p>
        </section>
    }
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

// ---- conflicts and trash ----

/// Where a record is read: its name and address.
fn place(session: Session, record: &Record) -> (String, Option<String>) {
    let item = record.text(note::ITEM);
    let text: String = record.text(note::TEXT).chars().take(80).collect();
    let text = if text.is_empty() { session.text().work.note_empty.into() } else { text };
    let route = Route::to_id(item, session.edition);
    let name = if route.is_some() { place_name(session, item) } else { item.to_owned() };
    (format!("{name}: {text}"), route.map(|route| route.address()))
}

fn conflicts_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let rows = session.work.look(|document| {
        let is_conflict = |record: &&Record| {
            record.is_present()
                && (record.life() == Life::Disputed || !record.conflicts().is_empty())
        };
        let rows = document.records().filter(is_conflict).map(|record| {
            let (name, address) = place(session, record);
            view! { <li><a href=address>{name}</a></li> }
        });
        rows.collect::<Vec<_>>()
    });
    let rows = if rows.is_empty() {
        view! { <p class="nothing">{t.conflicts_none}</p> }.into_any()
    } else {
        view! { <ul class="panel-list">{rows}</ul> }.into_any()
    };
    view! { <section class="panel"><h2>{t.conflicts}</h2>{rows}</section> }
}

fn trash_view(session: Session) -> impl IntoView {
    let t = &session.text().work;
    let work = session.work;
    let deleted: Vec<(RecordId, String)> = work.look(|document| {
        let device = work.device();
        let deleted = document.records().filter(|record| record.is_in_trash(device));
        deleted.map(|record| (record.id, place(session, record).0)).collect()
    });
    let count = deleted.len();
    let rows = deleted.into_iter().take(LISTED).map(|(id, name)| {
        let restore = move || {
            work.act(DeedName::Restored, &[Edit::Restore(id)]);
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
