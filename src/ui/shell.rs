//! What stays while the views change: search, the way around, settings, messages.

#[cfg(feature = "whole")]
use super::platform::{clipboard, launch};
use super::{
    components::{Icon, brand_mark, flag, icon, live, press, segments, words},
    pages,
    platform::{file, offline::Readiness, page},
    session::{Session, Toast},
    text::Text,
};
#[cfg(feature = "whole")]
use crate::store::SaveState;
use crate::{
    app::{Measuring, Route, Screen, Villages, Workshops},
    store::Appearance,
    vision::{Edition, Language},
};
use leptos::{ev, prelude::*};

/// Loads the edition and mounts the app.
pub(super) fn start() {
    match Edition::embedded() {
        Ok(edition) => {
            let edition: &'static Edition = Box::leak(Box::new(edition));
            mount_to_body(move || {
                let session = Session::open(edition);
                follow(session);
                let view = shell(session);
                page::remove_shell();
                page::after_drawing(|| page::mark_time("first-view"));
                view
            });
        }
        // Tests keep this from shipping; the static shell then says that the app cannot start.
        Err(error) => page::fail(&error.to_string()),
    }
}

/// Everything that happens without being drawn.
fn follow(session: Session) {
    session.follow_address();
    session.follow_other_tabs();
    // Not tied to drawing: tabs in the background are not drawn.
    #[cfg(feature = "whole")]
    page::after(0, move || session.work.start());
    page::set_root("data-part", if cfg!(feature = "whole") { "whole" } else { "first" });
    Effect::new(move || {
        page::set_title(&title(session));
        page::set_root("lang", session.language().tag());
        page::set_root("data-appearance", session.preferences.read().appearance.name());
    });
    Effect::new(move || {
        if session.offline.has_update.get() {
            session.announce(session.text_now().update_ready.into());
        }
    });
    page::on_key(move |event| {
        let is_shortcut =
            (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k");
        let is_slash = event.key() == "/"
            && session.preferences.read_untracked().slash_key
            && !page::is_typing(event)
            && !event.ctrl_key()
            && !event.alt_key();
        if is_shortcut || is_slash {
            event.prevent_default();
            page::focus("#search");
            page::select_text("#search");
        }
        #[cfg(feature = "whole")]
        undo_by_key(session, event);
    });
    #[cfg(feature = "whole")]
    {
        follow_work(session);
        page::on_window("paste", move |event| paste_file(session, &event));
        launch::on_files(move |opened| pages::open_files(session, opened));
    }
    page::after(0, move || session.load_published());
    // After the first view stands, so that the first letter typed does not wait.
    page::after(200, move || {
        session.searcher();
    });
}

/// Takes pasted text for a file where nothing is being typed and it looks like one of this app's.
#[cfg(feature = "whole")]
fn paste_file(session: Session, event: &ev::Event) {
    let Some(text) = clipboard::pasted(event) else { return };
    if !page::is_typing(event) && text.trim_start().starts_with('{') {
        event.prevent_default();
        session.enter_when_ready(session.text_now().files.pasted.into(), text.into_bytes());
    }
}

/// Undoes and does again by Ctrl/⌘+Z.
#[cfg(feature = "whole")]
fn undo_by_key(session: Session, event: &ev::KeyboardEvent) {
    let is_undo = (event.ctrl_key() || event.meta_key()) && !page::is_typing(event);
    let key = event.key().to_lowercase();
    if is_undo && (key == "z" || key == "y") {
        event.prevent_default();
        session.work.undo(session, key == "y" || event.shift_key());
    }
}

/// Tells of the person's own work: when it is loaded, and when it is not kept.
#[cfg(feature = "whole")]
fn follow_work(session: Session) {
    // For whoever waits until everything kept on the device is loaded.
    Effect::new(move || {
        page::set_root("data-ready", if session.work.is_ready.get() { "yes" } else { "no" });
    });
    page::on_unload(move || matches!(session.work.state.get_untracked(), SaveState::NotSaved(_)));
    Effect::new(move || {
        if let SaveState::NotSaved(error) = session.work.state.get() {
            session.announce((session.text_now().work.not_saved_why)(error).into());
        }
    });
}

/// What the browser calls this view.
fn title(session: Session) -> String {
    let t = session.text();
    let language = session.language();
    let name = match session.screen() {
        Screen::Overview => return format!("{} · Vision 2021", t.app),
        Screen::Goals(_) => t.nav_goals.into(),
        Screen::GoalsWith(status) => format!("{}: {}", t.nav_goals, (t.measure.status)(status)),
        Screen::Measure(measuring) => measuring_title(t, &measuring).into(),
        #[cfg(feature = "whole")]
        Screen::Villages(villages) => pages::village_title(session, &villages),
        #[cfg(not(feature = "whole"))]
        Screen::Villages(_) => t.nav_villages.into(),
        #[cfg(feature = "whole")]
        Screen::Workshops(workshops) => pages::workshop_title(session, &workshops),
        #[cfg(not(feature = "whole"))]
        Screen::Workshops(_) => t.nav_workshops.into(),
        Screen::Area(area) => format!("{}. {}", area.number, area.title.get(language)),
        Screen::Section(section, _) => {
            format!("{}: {}", (t.section_number)(section), section.title.get(language))
        }
        Screen::Goal(_, goal, None) => {
            format!("{}: {}", (t.goal_number)(&goal.id), goal.label.get(language))
        }
        Screen::Goal(_, _, Some(part)) => {
            format!("{}: {}", (t.part_number)(&part.id), part.label.get(language))
        }
        Screen::Search(words) if words.is_empty() => t.search_title.into(),
        Screen::Search(words) => (t.search_title_for)(&words),
        Screen::Adopted => t.adopted_title.into(),
        Screen::Files => t.work.files_title.into(),
        Screen::About => t.about_title.into(),
        Screen::Unknown(_) => t.unknown_title.into(),
    };
    format!("{name} · {}", t.app)
}

/// What the browser calls a view of measuring.
const fn measuring_title(t: &Text, measuring: &Measuring) -> &'static str {
    let t = &t.measure;
    match measuring {
        Measuring::Table(_) => t.title,
        Measuring::All => t.view_all,
        Measuring::New(_) => t.entry_title,
        Measuring::Edit(_) => t.entry_edit_title,
        Measuring::Grid => t.view_grid,
        Measuring::Compare => t.view_compare,
        Measuring::Timeline => t.view_timeline,
        Measuring::Matrix => t.view_matrix,
        Measuring::Sets => t.view_sets,
        Measuring::Target(_) => t.set_target,
        Measuring::Indicator(_) => t.indicator_title,
    }
}

fn shell(session: Session) -> impl IntoView {
    view! {
        <div
            class="app"
            on:dragover=move |event| {
                if file::are_dragged(&event) {
                    event.prevent_default();
                }
            }
            on:drop=move |event| drop_files(session, &event)
        >
            <button class="skip" on:click=press(move || page::focus("h1"))>{words(move || session.text().skip)}</button>
            <header class="top">
                <a class="brand" href="#/">{brand_mark()}<span>{words(move || session.text().app)}</span></a>
                {search_field(session)}
                {save_state(session)}
                {settings(session)}
            </header>
            {live(move || navigation(session).into_any())}
            <main>
                {live(move || {
                    let is_hidden = !session.is_storage_blocked;
                    view! { <p class="banner" hidden=is_hidden>{session.text().storage_blocked}</p> }
                }.into_any())}
                {live(move || pages::page(session).into_any())}
            </main>
            {live(move || footer(session).into_any())}
            <div class="visually-hidden" role="status">{words(move || session.announcement.get())}</div>
            <section class="messages" aria-label=words(move || session.text().work.messages)>
                {live(move || update_notice(session).into_any())}
                {live(move || work_notices(session).into_any())}
                {live(move || session.toast.get().map(|toast| toast_view(session, toast)).into_any())}
            </section>
        </div>
    }
}

fn search_field(session: Session) -> impl IntoView {
    // What is typed stays in the field until another view is opened.
    let typed = words(move || session.route.read().words().unwrap_or_default().to_owned());
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "Enter" => {
            event.prevent_default();
            page::move_focus(".results a", 1, "#search");
        }
        "Escape" if session.route.read_untracked().words().is_some() => {
            // The browser would empty the field, and with it the entry that is being left.
            event.prevent_default();
            session.leave_search();
        }
        _ => {}
    };
    view! {
        <search class="search">
            {icon(Icon::Search)}
            <input
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-label=words(move || session.text().search)
                placeholder=words(move || session.text().search_hint)
                prop:value=typed
                on:input=move |event| session.search_for(&event_target_value(&event))
                on:keydown=on_key
            />
            <kbd aria-hidden="true" hidden=flag(move || !session.preferences.read().slash_key)>"/"</kbd>
        </search>
    }
}

fn settings(session: Session) -> impl IntoView {
    view! {
        <div class="settings">
            <button
                class="language-switch"
                lang=words(move || session.language().other().tag())
                on:click=press(move || session.prefer(|preferences| preferences.language = preferences.language.other()))
            >
                {words(move || language_name(session.language().other()))}
            </button>
            <button class="icon-button" popovertarget="settings" aria-label=words(move || session.text().settings)>
                {icon(Icon::Settings)}
            </button>
            <div id="settings" class="popover" popover="auto">
                {segments(
                    "language",
                    move || session.text().language,
                    Language::ALL.to_vec(),
                    language_name,
                    move || session.preferences.read().language,
                    move |language| session.prefer(|preferences| preferences.language = language),
                )}
                {segments(
                    "appearance",
                    move || session.text().appearance,
                    Appearance::ALL.to_vec(),
                    move |appearance| appearance_name(session, appearance),
                    move || session.preferences.read().appearance,
                    move |appearance| session.prefer(|preferences| preferences.appearance = appearance),
                )}
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=flag(move || session.preferences.read().slash_key)
                        on:change=move |event| {
                            let is_on = event_target_checked(&event);
                            session.prefer(|preferences| preferences.slash_key = is_on);
                        }
                    />
                    <span>{words(move || session.text().slash_key)}</span>
                </label>
                <button class="button is-quiet" popovertarget="settings" popovertargetaction="hide">
                    {words(move || session.text().close)}
                </button>
            </div>
        </div>
    }
}

const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Da => "Dansk",
        Language::En => "English",
    }
}

fn appearance_name(session: Session, appearance: Appearance) -> &'static str {
    let t = session.text();
    match appearance {
        Appearance::System => t.appearance_system,
        Appearance::Light => t.appearance_light,
        Appearance::Dark => t.appearance_dark,
        Appearance::Contrast => t.appearance_contrast,
    }
}

fn navigation(session: Session) -> impl IntoView {
    let t = session.text();
    let route = session.route.get();
    let is_vision =
        matches!(route, Route::Overview | Route::Area(_) | Route::Section(..) | Route::Goal(_));
    let is_measure = matches!(route, Route::Measure(_));
    let is_villages = matches!(route, Route::Villages(_));
    let is_workshops = matches!(route, Route::Workshops(_));
    let is_goals = matches!(route, Route::Goals(_) | Route::GoalsWith(_));
    let places = [
        (Route::Overview, Icon::Vision, t.nav_vision, is_vision),
        (Route::Goals(None), Icon::List, t.nav_goals, is_goals),
        (Route::Measure(Measuring::Table(String::new())), Icon::Measure, t.measure.nav, is_measure),
        (Route::Villages(Villages::List), Icon::Village, t.nav_villages, is_villages),
        (Route::Workshops(Workshops::List), Icon::Workshop, t.nav_workshops, is_workshops),
        (Route::Adopted, Icon::Document, t.nav_adopted, route == Route::Adopted),
        (Route::Files, Icon::Files, t.work.nav_files, route == Route::Files),
        (Route::About, Icon::About, t.nav_about, route == Route::About),
    ];
    view! {
        <nav class="places" aria-label=t.menu>
            {places
                .into_iter()
                .map(|(place, picture, name, is_here)| {
                    let current = is_here.then_some("page");
                    view! { <a href=place.address() aria-current=current>{icon(picture)}<span>{name}</span></a> }
                })
                .collect_view()}
        </nav>
    }
}

fn readiness(session: Session) -> &'static str {
    let t = session.text();
    match session.offline.readiness.get() {
        Readiness::Preparing => t.offline_preparing,
        Readiness::Ready => t.offline_ready,
        Readiness::Unavailable => t.offline_unavailable,
    }
}

fn footer(session: Session) -> impl IntoView {
    view! {
        <footer class="foot">
            <p>{session.text().footer}</p>
            <p class="foot-links">
                <a href=Route::Files.address()>{session.text().work.nav_files}</a>
                <a href=Route::Adopted.address()>{session.text().nav_adopted}</a>
                <a href=Route::About.address()>{session.text().nav_about}</a>
            </p>
            <p class="offline-state" data-readiness=words(move || format!("{:?}", session.offline.readiness.get()))>
                {icon(Icon::Offline)}{words(move || readiness(session))}
            </p>
        </footer>
    }
}

#[cfg(feature = "whole")]
/// Whether what the person did is kept: nothing is said before they have done anything.
fn save_state(session: Session) -> impl IntoView {
    let told = move || {
        let t = &session.text().work;
        match session.work.state.get() {
            SaveState::Idle => "",
            SaveState::Saving => t.saving,
            SaveState::Saved => t.saved,
            SaveState::NotSaved(_) => t.not_saved,
        }
    };
    let state = move || match session.work.state.get() {
        SaveState::Idle => "idle",
        SaveState::Saving => "saving",
        SaveState::Saved => "saved",
        SaveState::NotSaved(_) => "not-saved",
    };
    view! {
        <a
            class="save-state"
            href=Route::Files.address()
            data-state=words(state)
            hidden=flag(move || session.work.state.get() == SaveState::Idle)
        >
            {icon(Icon::Offline)}<span>{words(told)}</span>
        </a>
    }
}

#[cfg(feature = "whole")]
/// What a person should know about what they made, with a way out.
fn work_notices(session: Session) -> Vec<AnyView> {
    let t = &session.text().work;
    let work = session.work;
    let mut notices = Vec::new();
    if work.is_read_only.get() {
        notices.push(view! {
            <div class="message"><p>{t.read_only}</p><button class="button" on:click=|_| page::reload()>{t.reload}</button></div>
        }.into_any());
    }
    if let SaveState::NotSaved(error) = work.state.get() {
        notices.push(view! {
            <div class="message is-warning"><p>{(t.not_saved_why)(error)}</p><button class="button" on:click=press(move || pages::save_backup(session))>{t.backup_save}</button></div>
        }.into_any());
    }
    let opened = work.opened.get();
    let told = [
        (!opened.unreadable.is_empty()).then(|| (t.unreadable_found)(opened.unreadable.len())),
        (opened.recovered > 0).then(|| (t.recovered)(opened.recovered)),
        work.is_room_scarce.get().then(|| t.room_scarce.to_owned()),
    ];
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !told.is_empty() {
        notices.push(view! {
            <div class="message">
                <p>{told}</p>
                <a class="button" href=Route::Files.address() on:click=press(move || work.forget_news())>{t.to_files}</a>
                <button class="icon-button" aria-label=session.text().close on:click=press(move || {
                    work.forget_news();
                    page::focus_heading_soon();
                })>{icon(Icon::Close)}</button>
            </div>
        }.into_any());
    }
    notices
}

/// Nothing has been made yet.
#[cfg(not(feature = "whole"))]
fn save_state(_: Session) -> AnyView {
    ().into_any()
}

/// Nothing has been made yet.
#[cfg(not(feature = "whole"))]
fn work_notices(_: Session) -> AnyView {
    ().into_any()
}

fn update_notice(session: Session) -> Option<impl IntoView> {
    let t = session.text();
    session.offline.has_update.get().then(|| {
        view! {
            <div class="message">
                <p>{t.update_ready}</p>
                <button class="button" on:click=press(move || session.offline.apply_update())>{t.update_apply}</button>
                <button class="button is-quiet" on:click=press(move || {
                    session.offline.has_update.set(false);
                    page::focus_heading_soon();
                })>{t.later}</button>
            </div>
        }
    })
}

fn toast_view(session: Session, toast: Toast) -> impl IntoView {
    let undo = toast.undo.map(|(word, action)| {
        view! { <button class="button" on:click=press(move || {
            action();
            page::focus_heading_soon();
        })>{word}</button> }
    });
    view! {
        <div class="message">
            <p>{toast.message}</p>
            {undo}
            <button class="icon-button" aria-label=session.text().close on:click=press(move || {
                session.toast.set(None);
                page::focus_heading_soon();
            })>
                {icon(Icon::Close)}
            </button>
        </div>
    }
}

fn drop_files(session: Session, event: &ev::DragEvent) {
    let files = file::dropped(event);
    if !files.is_empty() {
        event.prevent_default();
        pages::open_files(session, files);
    }
}
