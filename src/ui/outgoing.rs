//! Handing on: as a file, a table, a text to be pasted, or a series of codes.

use super::{
    components::{Icon, Words, flag, icon, live, press},
    platform::{chance, clipboard, file, turns::Turns},
    session::Session,
    text::FilesText,
    work::now,
};
use crate::{
    app::{KINDS, Outgoing, SetKey, file_name},
    document::{Document, Moment, RecordId},
    exchange::{self, csv},
    measure::When,
    village::{
        Profile, markdown,
        records::{CONTACT, NAME},
    },
    workshop::records as workshop,
};
use leptos::{prelude::*, task::spawn_local};

/// Where it is kept who shares.
const FROM: &str = "from";

/// As what it is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum As {
    File,
    Table,
    TablePoint,
    Markdown,
}

impl As {
    /// As what something can be handed on, the usual first.
    const fn of(what: &Outgoing) -> &'static [Self] {
        match what {
            Outgoing::Everything | Outgoing::Workshop(_) => &[Self::File],
            Outgoing::Set(_) | Outgoing::Some(..) => &[Self::File, Self::Table, Self::TablePoint],
            Outgoing::Profile(_) | Outgoing::ProfileAlone(_) => &[Self::File, Self::Markdown],
        }
    }

    const fn word(self, t: &FilesText) -> &'static str {
        match self {
            Self::File => t.as_file,
            Self::Table => t.as_table,
            Self::TablePoint => t.as_table_point,
            Self::Markdown => t.as_markdown,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::File => "json",
            Self::Table => "csv",
            Self::TablePoint => "csv-point",
            Self::Markdown => "markdown",
        }
    }

    /// The ending of the file's name, and the type that browsers know it by.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::File => ("json", "application/json"),
            Self::Table | Self::TablePoint => ("csv", "text/csv"),
            Self::Markdown => ("md", "text/markdown"),
        }
    }
}

type What = Box<dyn Fn() -> Outgoing>;

/// What the person has said of how it is handed on.
#[derive(Clone, Copy)]
struct Choice {
    session: Session,
    /// Asked when it is handed on: what is shown may have changed since.
    what: StoredValue<What, LocalStorage>,
    form: RwSignal<As>,
    is_without_names: RwSignal<bool>,
    /// Whether a profile goes out as it reads, without comments, versions and what was deleted.
    is_alone: RwSignal<bool>,
    codes: RwSignal<Option<String>>,
}

/// A folded form for handing something on.
pub(crate) fn share(
    session: Session,
    title: Words,
    what: impl Fn() -> Outgoing + 'static,
) -> AnyView {
    // How a council is reached goes along only where somebody says so.
    let is_private = matches!(what(), Outgoing::Profile(_));
    let choice = Choice {
        session,
        what: StoredValue::new_local(Box::new(what)),
        form: RwSignal::new(As::File),
        is_without_names: RwSignal::new(is_private),
        is_alone: RwSignal::new(false),
        codes: RwSignal::new(None),
    };
    let is_open = RwSignal::new(false);
    view! {
        <details class="share" on:toggle=move |_| is_open.set(true)>
            <summary>{icon(Icon::Forward)}{title}</summary>
            {live(move || if is_open.get() { choice.view() } else { ().into_any() })}
        </details>
    }
    .into_any()
}

impl Choice {
    fn view(self) -> AnyView {
        let Self { session, form, is_without_names, codes, .. } = self;
        let t = &session.text().files;
        let what = self.what();
        let id = match &what {
            Outgoing::Everything => "all".to_owned(),
            Outgoing::Set(set) => set.to_string(),
            Outgoing::Some(set, _) => format!("some-{set}"),
            Outgoing::Profile(profile) | Outgoing::ProfileAlone(profile) => profile.to_string(),
            Outgoing::Workshop(workshop) => workshop.to_string(),
        };
        let is_profile = matches!(what, Outgoing::Profile(_) | Outgoing::ProfileAlone(_));
        let is_workshop = matches!(what, Outgoing::Workshop(_));
        let (lead, names) = if is_workshop {
            (t.share_profile_lead, (t.leave_names_out, t.leave_names_out_hint))
        } else if is_profile {
            (t.share_profile_lead, (t.leave_contact_out, t.leave_contact_out_hint))
        } else {
            (t.share_lead, (t.leave_names_out, t.leave_names_out_hint))
        };
        let forms = As::of(&what);
        let forms = (forms.len() > 1).then(|| {
            let group = format!("share-as-{id}");
            let options = forms.iter().copied().map(|one| {
                let name = one.word(t);
                view! {
                    <label class="check">
                        <input type="radio" name=group.clone() value=one.name() checked=one == form.get_untracked() on:change=move |_| { codes.set(None); form.set(one) }/>
                        <span>{name}</span>
                    </label>
                }
                .into_any()
            });
            view! { <fieldset><legend>{t.share_as}</legend>{options.collect::<Vec<AnyView>>()}</fieldset> }
        });
        let alone = is_profile.then(|| {
            let choose = move |event| {
                codes.set(None);
                self.is_alone.set(event_target_checked(&event));
            };
            view! {
                <label class="check">
                    <input id=format!("share-alone-{id}") type="checkbox" checked=self.is_alone.get_untracked() on:change=choose/>
                    <span>{t.profile_alone}<small>{t.profile_alone_hint}</small></span>
                </label>
            }
        });
        let from = session.form(FROM).unwrap_or_default();
        let type_from = move |event| session.keep_form(FROM, &event_target_value(&event));
        let (names_id, names_for) = (format!("share-names-{id}"), format!("share-names-{id}"));
        let from_id = format!("share-from-{id}");
        let can_send = move || file::can_send(form.get().kind());
        let is_file = move || form.get() == As::File;
        let close = move || codes.set(None);
        view! {
            <div class="share-form">
                <p class="quiet">{lead}</p>
                {forms}
                {alone}
                <label class="check" for=names_for>
                    <input id=names_id type="checkbox" checked=is_without_names.get_untracked() on:change=move |event| { codes.set(None); is_without_names.set(event_target_checked(&event)) }/>
                    <span>{names.0}<small>{names.1}</small></span>
                </label>
                <label for=from_id.clone()>{t.from}</label>
                <input id=from_id type="text" maxlength="60" autocomplete="organization" value=from on:input=type_from/>
                <p class="field-hint">{t.from_hint}</p>
                <p class="button-row">
                    <button class="button" on:click=press(move || self.save())>{t.save}</button>
                    <button class="button is-quiet" hidden=flag(move || !can_send()) on:click=press(move || self.send())>{t.send}</button>
                    <button class="button is-quiet" on:click=press(move || self.copy())>{t.copy}</button>
                    <button class="button is-quiet" hidden=flag(move || !is_file()) on:click=press(move || self.show_codes())>{t.show_codes}</button>
                </p>
                {live(move || codes.get().map_or_else(|| ().into_any(), |text| super::codes::view(session, &text, close)))}
            </div>
        }
        .into_any()
    }

    fn what(self) -> Outgoing {
        let what = self.what.with_value(|what| what());
        if let Outgoing::Profile(id) = what
            && self.is_alone.get_untracked()
        {
            return Outgoing::ProfileAlone(id);
        }
        what
    }

    /// What the file says.
    async fn text(self) -> String {
        let what = self.what();
        let is_without = self.is_without_names.get_untracked();
        match self.form.get_untracked() {
            As::File => json(self.session, &what, is_without).await,
            As::Table => self.table(&what, csv::Style::DANISH),
            As::TablePoint => self.table(&what, csv::Style::INTERNATIONAL),
            As::Markdown => self.markdown(&what),
        }
    }

    fn table(self, what: &Outgoing, style: csv::Style) -> String {
        let session = self.session;
        let has_names = !self.is_without_names.get_untracked();
        let set_name = what.set().map(|set| untrack(|| session.set_name(SetKey::Own(set))));
        let language = session.preferences.read_untracked().language;
        let lines = session.measuring.now(|measures| {
            session.work.look_now(|document| {
                let name = set_name.as_deref().unwrap_or_default();
                what.lines(document, measures, name, language, has_names)
            })
        });
        csv::write(&lines, style, language)
    }

    /// A village profile to be read anywhere.
    fn markdown(self, what: &Outgoing) -> String {
        let session = self.session;
        let (Outgoing::Profile(id) | Outgoing::ProfileAlone(id)) = what else {
            return String::new();
        };
        let language = session.preferences.read_untracked().language;
        let has_names = !self.is_without_names.get_untracked();
        let label = |id: &str| super::villages::label(session, id);
        let today = When::of_day(chance::today()).show(language);
        session.work.look_now(|document| {
            let profile = Profile::of(document, *id).unwrap_or_default();
            let contact = document.get(*id).map(|record| record.text(CONTACT));
            markdown(&profile, contact.filter(|_| has_names), label, &today, language)
        })
    }

    fn file_name(self) -> String {
        let session = self.session;
        let what = self.what();
        let (first, title) = match what {
            Outgoing::Everything => ("pejlemaerke-alt", String::new()),
            Outgoing::Set(set) | Outgoing::Some(set, _) => {
                ("maalesaet", untrack(|| session.set_name(SetKey::Own(set))))
            }
            Outgoing::Profile(id) | Outgoing::ProfileAlone(id) => {
                ("landsbyprofil", session.work.look_now(|document| title(document, id)))
            }
            Outgoing::Workshop(id) => {
                let (name, table) = session.work.look_now(|document| {
                    let table = workshop::table_id(id, session.work.device());
                    (title(document, id), title(document, table))
                });
                let table =
                    if self.is_without_names.get_untracked() { String::new() } else { table };
                ("workshop", format!("{name} {table}"))
            }
        };
        name(session, first, &title, self.form.get_untracked().kind().0)
    }

    fn save(self) {
        let session = self.session;
        session.work.flush();
        spawn_local(async move {
            let moment = now();
            let (text, name) = (self.text().await, self.file_name());
            let (_, kind) = self.form.get_untracked().kind();
            if !file::save_as(&name, &text, kind) {
                return session.say(session.text_now().work.backup_failed.into(), None);
            }
            self.note_backup(moment);
            session.say((session.text_now().files.saved)(&name), None);
        });
    }

    fn send(self) {
        let session = self.session;
        session.work.flush();
        spawn_local(async move {
            let moment = now();
            let (text, name) = (self.text().await, self.file_name());
            let (_, kind) = self.form.get_untracked().kind();
            // Where the person thinks better of it there is nothing to say.
            if file::send(&name, &text, kind).await {
                self.note_backup(moment);
                session.say(session.text_now().files.sent.into(), None);
            }
        });
    }

    fn copy(self) {
        let session = self.session;
        session.work.flush();
        spawn_local(async move {
            let text = self.text().await;
            clipboard::copy(text, move |is_copied| {
                let t = &session.text_now().measure;
                session.say(if is_copied { t.copied } else { t.not_copied }.into(), None);
            });
        });
    }

    fn show_codes(self) {
        self.session.work.flush();
        spawn_local(async move {
            self.codes.set(Some(self.text().await));
        });
    }

    /// A file with everything, names among it, is a backup.
    fn note_backup(self, moment: Moment) {
        let is_everything = self.what() == Outgoing::Everything;
        if is_everything && !self.is_without_names.get_untracked() {
            self.session.keep_backup(moment);
        }
    }
}

/// A file of this app with what is handed on, written in short tasks.
async fn json(session: Session, what: &Outgoing, is_without_names: bool) -> String {
    let ids = session.work.look_now(|document| what.ids(document));
    let vision = &session.edition.edition;
    let mut file = exchange::begin(what.format(), vision, now(), is_without_names);
    let (mut turns, mut is_first) = (Turns::begin(), true);
    for id in ids {
        session.work.look_now(|document| {
            let Some(record) = document.get(id) else { return };
            if is_without_names {
                let names = exchange::names(&record.kind, KINDS);
                exchange::put(&mut file, &record.withholding(&names), is_first);
            } else {
                exchange::put(&mut file, record, is_first);
            }
            is_first = false;
        });
        turns.rest().await;
    }
    file.push_str(exchange::END);
    file
}

/// What a record is called, where it has a name.
fn title(document: &Document, id: RecordId) -> String {
    document.get(id).map(|record| record.text(NAME).to_owned()).unwrap_or_default()
}

/// The name of a file: what, of what name, who shares it, and when.
fn name(session: Session, what: &str, title: &str, end: &str) -> String {
    let from = session.form(FROM).unwrap_or_default();
    let time = chance::local(now().seconds());
    let date = format!(
        "{}-{:02}-{:02}-{:02}{:02}",
        time.year, time.month, time.day, time.hour, time.minute
    );
    file_name(&[what, title, &from, &date], end)
}

/// Hands everything to the person as a file: a backup.
pub(crate) fn save_backup(session: Session) {
    session.work.flush();
    spawn_local(async move {
        let moment = now();
        let text = json(session, &Outgoing::Everything, false).await;
        let t = &session.text_now().work;
        if !file::save(&name(session, "pejlemaerke-alt", "", "json"), &text) {
            return session.say(t.backup_failed.into(), None);
        }
        session.keep_backup(moment);
        session.say(t.backup_done.into(), None);
    });
}
