//! Fields of records that are saved while they are typed in, with both sides where they are in conflict.

use super::{
    components::{flag, live, press, words},
    drafts::Place,
    named::says,
    platform::{chance, page},
    session::Session,
};
use crate::{
    app::DeedName,
    document::{Dot, Edit, Moment, RecordId, Value},
    measure::{Decimal, When, records::is_link},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A field of a record.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) session: Session,
    deed: DeedName,
    pub(crate) place: Place,
    /// What makes the record, where the first letter does.
    birth: Arc<[Edit]>,
}

impl Field {
    /// A field of a record that is there.
    pub(crate) fn new(session: Session, deed: DeedName, place: Place) -> Self {
        Self::born(session, deed, place, Vec::new())
    }

    /// A field of a record that these edits make, where it is not there yet.
    pub(crate) fn born(session: Session, deed: DeedName, place: Place, birth: Vec<Edit>) -> Self {
        Self { session, deed, place, birth: birth.into() }
    }

    /// The id of its element.
    pub(crate) fn element(&self) -> String {
        format!("{}-{}", self.place.1, self.place.0)
    }

    /// What stands in it; follows changes.
    pub(crate) fn text(&self) -> String {
        self.session.work.field(self.place)
    }

    fn type_in(&self, text: String) {
        self.session.work.type_in_part(self.deed, self.place, text, &self.birth);
    }

    /// Puts a value into it.
    pub(crate) fn put(&self, value: Value) {
        self.session.work.put(self.deed, self.place, value, &self.birth);
    }
}

/// A text of one line.
pub(crate) fn line(field: &Field, label: &'static str, hint: &'static str, most: u32) -> AnyView {
    listed(field, label, hint, most, "")
}

/// A text of one line, with suggestions from the list of this id.
pub(crate) fn listed(
    field: &Field,
    label: &'static str,
    hint: &'static str,
    most: u32,
    list: &'static str,
) -> AnyView {
    let (session, place, id) = (field.session, field.place, field.element());
    let (shown, typed) = (field.clone(), field.clone());
    let list = (!list.is_empty()).then_some(list);
    let described = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <label for=id.clone()>{label}</label>
        {hint_view(&id, hint)}
        <input id=id type="text" maxlength=most.to_string() autocomplete="off" list=list aria-describedby=described readonly=barred(session) prop:value=words(move || shown.text()) on:input=move |event| typed.type_in(event_target_value(&event)) on:blur=move |_| session.work.leave(place)/>
        {conflict(session, place.0, place.1)}
    }
    .into_any()
}

/// A text of any lines.
pub(crate) fn prose(
    field: &Field,
    label: &'static str,
    hint: &'static str,
    rows: u32,
    most: u32,
) -> AnyView {
    let (session, place, id) = (field.session, field.place, field.element());
    let (shown, typed) = (field.clone(), field.clone());
    let described = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <label for=id.clone()>{label}</label>
        {hint_view(&id, hint)}
        <textarea id=id rows=rows.to_string() maxlength=most.to_string() spellcheck="true" aria-describedby=described readonly=barred(session) prop:value=words(move || shown.text()) on:input=move |event| typed.type_in(event_target_value(&event)) on:blur=move |_| session.work.leave(place)></textarea>
        {conflict(session, place.0, place.1)}
    }
    .into_any()
}

fn hint_view(id: &str, hint: &'static str) -> Option<AnyView> {
    let id = format!("{id}-hint");
    (!hint.is_empty()).then(|| view! { <p id=id class="field-hint">{hint}</p> }.into_any())
}

fn barred(session: Session) -> Box<dyn Fn() -> bool + Send + Sync> {
    flag(move || session.work.is_read_only.get())
}

/// As what a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    Number,
    Date,
    Link,
}

impl Reads {
    /// What is kept of what was typed: the number or date that it is, or else every sign of it.
    fn kept(self, session: Session, typed: &str) -> String {
        let language = session.preferences.read_untracked().language;
        let read = match self {
            Self::Number => Decimal::read(typed, language).ok().map(|one| one.to_string()),
            Self::Date => When::read(typed).map(|one| one.to_string()),
            Self::Link => Some(typed.trim().to_owned()),
        };
        read.unwrap_or_else(|| typed.to_owned())
    }

    /// What is kept as it is shown, where it can be read.
    fn shown(self, session: Session, kept: &str) -> Option<String> {
        let language = session.language();
        match self {
            Self::Number => Decimal::parse(kept).map(|one| one.show(language)),
            Self::Date => When::parse(kept).map(|one| one.show(language)),
            Self::Link => is_link(kept).then(|| kept.to_owned()),
        }
    }
}

/// A text that is read as a number, a date or an address. It says how it was read; what cannot be read
/// is kept as it was typed.
pub(crate) fn reading(field: &Field, label: &'static str, reads: Reads) -> AnyView {
    let (session, place, id) = (field.session, field.place, field.element());
    // What was typed stands there until the field is left; then what it was read as.
    let typed = RwSignal::new(None::<String>);
    let (shown, written, told, wrong) =
        (field.clone(), field.clone(), field.clone(), field.clone());
    let text = move || {
        let kept = shown.text();
        typed.get().unwrap_or_else(|| reads.shown(session, &kept).unwrap_or(kept))
    };
    let type_in = move |event| {
        let text = event_target_value(&event);
        written.type_in(reads.kept(session, &text));
        typed.set(Some(text));
    };
    let leave = move |_| {
        typed.set(None);
        session.work.leave(place);
    };
    let is_wrong = move || {
        let kept = wrong.text();
        // While one types, most of what stands there is not yet what it is to become.
        typed.get().is_none() && !kept.is_empty() && reads.shown(session, &kept).is_none()
    };
    let is_wrong = Memo::new(move |_| is_wrong());
    let note = move || {
        let t = &session.text().village;
        let kept = told.text();
        match (reads, reads.shown(session, &kept)) {
            (_, None) if kept.is_empty() || typed.get().is_some() => String::new(),
            (Reads::Number, None) => t.not_a_number.into(),
            (Reads::Date, None) => t.not_a_date.into(),
            (Reads::Link, None) => t.not_a_link.into(),
            (Reads::Link, Some(_)) => String::new(),
            (_, Some(read)) if typed.get().is_some_and(|typed| typed.trim() != read) => {
                (t.read_as)(&read)
            }
            (_, Some(_)) => String::new(),
        }
    };
    let note = Memo::new(move |_| note());
    let note_id = format!("{id}-note");
    let mode = match reads {
        Reads::Number => "decimal",
        Reads::Date => "text",
        Reads::Link => "url",
    };
    view! {
        <label for=id.clone()>{label}</label>
        <input id=id type="text" inputmode=mode autocomplete="off" maxlength=if reads == Reads::Link { "2000" } else { "60" } aria-describedby=note_id.clone() aria-invalid=words(move || if is_wrong.get() { "true" } else { "false" }) readonly=barred(session) prop:value=words(text) on:input=type_in on:blur=leave/>
        <p id=note_id class=words(move || if is_wrong.get() { "field-problem" } else { "field-hint" }) hidden=flag(move || note.read().is_empty())>{words(move || note.get())}</p>
        {conflict(session, place.0, place.1)}
    }
    .into_any()
}

/// A choice of one among a few; the first is what it is before anybody has chosen.
pub(crate) fn choice(
    field: &Field,
    label: &'static str,
    options: Vec<(impl Into<String>, impl Into<String>)>,
) -> AnyView {
    let (session, place, id) = (field.session, field.place, field.element());
    let options = options.into_iter().enumerate().map(|(number, (name, word))| {
        let (field, name, word) = (field.clone(), name.into(), word.into());
        let value = name.clone();
        let is_chosen = move || {
            let chosen = field.text();
            chosen == name || (number == 0 && chosen.is_empty())
        };
        view! { <option value=value prop:selected=flag(is_chosen)>{word}</option> }.into_any()
    });
    let options = options.collect::<Vec<AnyView>>();
    let chosen = field.clone();
    let choose = move |event| {
        let name = event_target_value(&event);
        chosen.put(if name.is_empty() { Value::Nothing } else { name.into() });
    };
    view! {
        <label for=id.clone()>{label}</label>
        <select id=id disabled=barred(session) on:change=choose>{options}</select>
        {conflict(session, place.0, place.1)}
    }
    .into_any()
}

/// One side of a conflict, as it is shown.
#[derive(Clone, PartialEq)]
struct Side {
    value: Value,
    dot: Dot,
    at: Moment,
}

/// Both sides of a field that is in conflict, to choose one.
pub(crate) fn conflict(session: Session, id: RecordId, name: &'static str) -> AnyView {
    let work = session.work;
    let sides = Memo::new(move |_| {
        work.look(|document| {
            let record = document.get(id);
            let entries = record.map(|record| record.values(name)).unwrap_or_default();
            let sides = entries.iter().map(|entry| Side {
                value: entry.value.clone(),
                dot: entry.dot,
                at: entry.at,
            });
            sides.collect::<Vec<_>>()
        })
    });
    live(move || {
        let t = &session.text().work;
        let sides = sides.get();
        (sides.len() > 1)
            .then(|| {
                let sides = sides.into_iter().map(|side| side_view(session, id, name, side));
                view! {
                    <div class="conflict" role="group" aria-label=t.conflict>
                        <p><b>{t.conflict}". "</b>{t.conflict_lead}</p>
                        <ul>{sides.collect_view()}</ul>
                    </div>
                }
            })
            .into_any()
    })
}

fn side_view(
    session: Session,
    id: RecordId,
    name: &'static str,
    side: Side,
) -> impl IntoView + use<> {
    let t = &session.text().work;
    let work = session.work;
    let is_here = side.dot.writer.device() == work.device();
    let time = (t.time)(chance::local(side.at.seconds()));
    let is_empty = side.value.as_text().is_some_and(str::is_empty) || side.value == Value::Nothing;
    let shown =
        if is_empty { t.conflict_empty.to_owned() } else { says(session, name, Some(&side.value)) };
    let choose = move || {
        let edit = Edit::Settle(id, name.into(), side.value.clone());
        work.leave((id, name));
        work.act(DeedName::Settled, &[edit]);
        page::focus_soon(&format!("[id='{name}-{id}']"));
    };
    view! {
        <li>
            <small>{if is_here { t.side_here } else { t.side_elsewhere }}" · "{time}</small>
            <blockquote>{shown}</blockquote>
            <button class="button is-quiet" on:click=press(choose)>{t.conflict_use}</button>
        </li>
    }
}
