//! One observation: entered in under a minute, shown as it was read before it is saved.

use crate::{
    app::{DeedName, Measuring, Place, Route, SetKey},
    document::RecordId,
    measure::{
        Indicator, Kind, Observation, Quality, State,
        entry::{Field, Reading, Typed, edits_changed, edits_new, read},
        show,
    },
    ui::{
        components::{Icon, breadcrumbs, flag, icon, live, words},
        platform::{chance, page},
        session::Session,
        told::value,
        wording::place_name,
        work::new_id,
    },
    value::Value,
};
use leptos::prelude::*;

/// Where a form's text is kept until it is sent off.
fn form_name(indicator: &str) -> String {
    format!("observation/{indicator}")
}

/// A form for a new observation of an indicator.
pub(super) fn new(session: Session, id: &str) -> AnyView {
    let set = session.shown_set();
    // What comes from elsewhere must not draw the form anew while it is filled in.
    let Some(indicator) = session.measuring.now(|measures| measures.indicator(set, id)) else {
        return unknown(session);
    };
    let kept = session.form(&form_name(id));
    let typed =
        kept.and_then(|text| Value::parse(&text).ok()).and_then(|value| Typed::from_value(&value));
    form(session, indicator, typed.unwrap_or_default(), None)
}

/// A form with an observation that is to be changed.
pub(super) fn edit(session: Session, id: &str) -> AnyView {
    // Everything must be loaded before an observation can be said not to exist.
    if !session.work.is_ready.get() {
        return ().into_any();
    }
    let id = RecordId::parse(id);
    let kept = id.and_then(|id| session.measuring.now(|measures| measures.kept(id).cloned()));
    let found = kept.and_then(|kept| {
        let set = SetKey::Own(kept.set?);
        let indicator =
            session.measuring.now(|measures| measures.indicator(set, &kept.indicator))?;
        let typed = session.work.look_now(|document| {
            document.get(kept.id).map(|record| Typed::of_record(record, session.language()))
        })?;
        Some((indicator, typed, kept.id))
    });
    match found {
        Some((indicator, typed, id)) => form(session, indicator, typed, Some(id)),
        None => unknown(session),
    }
}

fn unknown(session: Session) -> AnyView {
    let t = &session.text().measure;
    view! {
        <div class="entry-page">
            <header class="page-head"><h1 tabindex="-1">{t.entry_edit_title}</h1><p class="lead">{t.entry_unknown}</p></header>
            <a class="button" href=Route::Measure(Measuring::Table(String::new())).address()>{t.title}</a>
        </div>
    }
    .into_any()
}

/// What a form works on; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    indicator: StoredValue<Indicator>,
    typed: RwSignal<Typed>,
    set: RwSignal<String>,
    changed: Option<RecordId>,
    /// Whether the person tried to save: from then on every problem is told at its field.
    is_tried: RwSignal<bool>,
    /// What was typed, as it was read; every field asks for it.
    reading: Memo<Reading>,
}

impl Form {
    fn new(
        session: Session,
        indicator: Indicator,
        typed: Typed,
        changed: Option<RecordId>,
    ) -> Self {
        let (kind, id) = (indicator.kind, indicator.id.clone());
        let typed = RwSignal::new(typed);
        let set = RwSignal::new(untrack(|| session.usual_set()));
        let earlier = Memo::new(move |_| {
            // A set that is yet to be made has none.
            let Some(set) = SetKey::parse(&set.read()) else { return Vec::new() };
            let series = session.measures(|measures| measures.series(set, &id));
            let others = series.places.iter().zip(series.observations);
            let is_other =
                |place: &Place| changed.is_none_or(|changed| *place != Place::Own(changed));
            let others = others.filter(|(place, _)| is_other(place)).map(|(_, one)| one);
            others.collect::<Vec<Observation>>()
        });
        let reading = Memo::new(move |_| {
            read(&typed.read(), kind, &earlier.read(), chance::today(), session.language())
        });
        let indicator = StoredValue::new(indicator);
        Self { session, indicator, typed, set, changed, is_tried: RwSignal::new(false), reading }
    }

    fn change(self, change: impl FnOnce(&mut Typed)) {
        self.typed.update(|typed| {
            change(typed);
        });
        if self.changed.is_none() {
            let text = self.typed.with_untracked(|typed| {
                if typed.is_empty() { String::new() } else { typed.to_value().to_string() }
            });
            let name = self.indicator.with_value(|indicator| form_name(&indicator.id));
            self.session.keep_form(&name, &text);
        }
    }

    fn save(self) {
        let session = self.session;
        let reading = self.reading.get_untracked();
        let typed = self.typed.get_untracked();
        self.is_tried.set(true);
        if !reading.is_ready(&typed) {
            let count = reading.problems.len().max(1);
            session.announce((session.text_now().measure.not_saved_problems)(count));
            let first =
                reading.problems.first().map(|(field, _)| format!("#entry-{}", id_of(*field)));
            return page::focus_soon(first.as_deref().unwrap_or("#entry-confirm"));
        }
        let indicator = self.indicator.get_value();
        let (name, edits, set) = if let Some(id) = self.changed {
            let edits = session.work.look_now(|document| {
                document.get(id).map(|record| edits_changed(record, &typed, &reading))
            });
            (DeedName::ObservationChanged, edits.unwrap_or_default(), None)
        } else {
            let (set, mut edits) = session.writable_set(&self.set.get_untracked());
            edits.extend(edits_new(new_id(), set, &indicator.id, &typed, &reading));
            (DeedName::ObservationAdded, edits, Some(SetKey::Own(set)))
        };
        if !edits.is_empty() {
            session.work.act(name, &edits);
        }
        session.keep_form(&form_name(&indicator.id), "");
        if let Some(set) = set {
            session.show_set(set);
        }
        let back = Route::to_id(&indicator.item, session.edition).unwrap_or(Route::Overview);
        session.go_to(&back);
        session.say_done(name);
        page::focus_heading_soon();
    }
}

const fn id_of(field: Field) -> &'static str {
    match field {
        Field::Value => "value",
        Field::Of => "of",
        Field::State => "state",
        Field::When => "when",
        Field::Quality => "quality",
        Field::Title => "title",
        Field::Publisher => "publisher",
        Field::Address => "address",
        Field::SourceDate => "source-date",
        Field::Sample => "sample",
        Field::Note => "note",
        Field::Owner => "owner",
    }
}

fn form(
    session: Session,
    indicator: Indicator,
    typed: Typed,
    changed: Option<RecordId>,
) -> AnyView {
    let t = &session.text().measure;
    let language = session.language();
    let name = indicator.name.get(language).to_owned();
    let target = indicator.target.as_ref().map(|target| show::target(&indicator, target, language));
    let item = place_name(session, &indicator.item);
    let back = Route::to_id(&indicator.item, session.edition).unwrap_or(Route::Overview).address();
    let kind = indicator.kind;
    let title = if changed.is_some() { t.entry_edit_title } else { t.entry_title };
    let form = Form::new(session, indicator, typed, changed);
    let is_state = kind == Kind::Milestone;
    let value_field = if is_state {
        state_field(form)
    } else {
        line(form, Field::Value, (t.entry_value)(kind), "decimal", |typed| &mut typed.value)
    };
    let of_field = kind
        .has_of()
        .then(|| line(form, Field::Of, (t.entry_of)(kind), "decimal", |typed| &mut typed.of));
    let more = view! {
        {line(form, Field::Publisher, t.entry_publisher, "text", |typed| &mut typed.publisher)}
        {line(form, Field::SourceDate, t.entry_source_date, "text", |typed| &mut typed.source_date)}
        {line(form, Field::Sample, t.entry_sample, "numeric", |typed| &mut typed.sample)}
        {note_field(form)}
        {line(form, Field::Owner, t.entry_owner, "text", |typed| &mut typed.owner)}
        {(!is_state).then(|| break_field(form))}
    };
    let quality = (!is_state).then(|| quality_field(form));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    view! {
        <div class="entry-page">
            {breadcrumbs(t.views, vec![(back, item)], title.into())}
            <header class="page-head">
                <p class="eyebrow">{title}</p>
                <h1 tabindex="-1">{name}</h1>
                {target.map(|target| view! { <p class="lead">{t.chart_target}": "{target}</p> })}
            </header>
            <form class="form panel" novalidate on:submit=save>
                {value_field}
                {of_field}
                {line(form, Field::When, t.entry_when, "text", |typed| &mut typed.when)}
                <p class="field-hint" id="when-hint">{t.entry_when_hint}</p>
                {live(move || read_as(form))}
                {quality}
                {line(form, Field::Title, t.entry_source, "text", |typed| &mut typed.title)}
                {line(form, Field::Address, t.entry_address, "url", |typed| &mut typed.address)}
                <details class="more-fields"><summary>{icon(Icon::Forward)}<span>{t.entry_more}</span></summary><div class="form">{more}</div></details>
                {changed.is_none().then(|| set_field(form))}
                {live(move || questions(form))}
                <p class="button-row">
                    <button class="button" type="submit" disabled=flag(move || !session.work.is_ready.get() || session.work.is_read_only.get())>{t.entry_save}</button>
                </p>
            </form>
        </div>
    }
    .into_any()
}

/// A field of one line, with what is wrong in it.
fn line(
    form: Form,
    field: Field,
    label: &'static str,
    mode: &'static str,
    of: fn(&mut Typed) -> &mut String,
) -> AnyView {
    let id = format!("entry-{}", id_of(field));
    let problem = format!("{id}-problem");
    let typed = form.typed.with_untracked(|typed| of(&mut typed.clone()).clone());
    let type_in = move |event| {
        let text = event_target_value(&event);
        form.change(|typed| *of(typed) = text);
    };
    view! {
        <label for=id.clone()>{label}</label>
        <input id=id type="text" inputmode=mode autocomplete="off" value=typed aria-describedby=problem.clone() aria-invalid=words(move || if is_told(form, field) { "true" } else { "false" }) on:input=type_in/>
        {problem_view(form, field, problem)}
    }
    .into_any()
}

/// A problem is told once the field has something in it, and when the person tried to save.
fn is_told(form: Form, field: Field) -> bool {
    told_problem(form, field).is_some()
}

fn told_problem(form: Form, field: Field) -> Option<&'static str> {
    let reading = form.reading.get();
    let (_, problem) = reading.problems.iter().find(|(other, _)| *other == field)?;
    let is_missing = *problem == crate::measure::entry::Problem::Missing;
    let t = &form.session.text().measure;
    (form.is_tried.get() || !is_missing).then(|| (t.problem)(*problem))
}

fn problem_view(form: Form, field: Field, id: String) -> AnyView {
    view! {
        <p id=id class="field-problem" hidden=flag(move || !is_told(form, field))>{words(move || told_problem(form, field).unwrap_or_default())}</p>
    }
    .into_any()
}

fn state_field(form: Form) -> AnyView {
    let t = &form.session.text().measure;
    let chosen = form.typed.with_untracked(|typed| typed.state.clone());
    let options = State::ALL.map(|one| {
        view! { <option value=one.name() selected=one.name() == chosen>{(t.state)(one)}</option> }.into_any()
    });
    let options = options.into_iter().collect::<Vec<AnyView>>();
    view! {
        <label for="entry-state">{t.entry_state}</label>
        <select id="entry-state" aria-describedby="entry-state-problem" on:change=move |event| {
            let name = event_target_value(&event);
            form.change(|typed| typed.state = name);
        }>
            <option value="">{t.choose}</option>
            {options}
        </select>
        {problem_view(form, Field::State, "entry-state-problem".into())}
    }
    .into_any()
}

fn quality_field(form: Form) -> AnyView {
    let t = &form.session.text().measure;
    let chosen = form.typed.with_untracked(|typed| typed.quality.clone());
    let options = Quality::ALL.map(|one| {
        view! { <option value=one.name() selected=one.name() == chosen>{(t.quality)(one)}</option> }.into_any()
    });
    let options = options.into_iter().collect::<Vec<AnyView>>();
    view! {
        <label for="entry-quality">{t.entry_quality}</label>
        <select id="entry-quality" on:change=move |event| {
            let name = event_target_value(&event);
            form.change(|typed| typed.quality = name);
        }>{options}</select>
    }
    .into_any()
}

fn note_field(form: Form) -> AnyView {
    let t = &form.session.text().measure;
    let typed = form.typed.with_untracked(|typed| typed.note.clone());
    view! {
        <label for="entry-note">{t.entry_note}</label>
        <textarea id="entry-note" rows="3" maxlength="2000" on:input=move |event| {
            let text = event_target_value(&event);
            form.change(|typed| typed.note = text);
        }>{typed}</textarea>
    }
    .into_any()
}

fn break_field(form: Form) -> AnyView {
    let t = &form.session.text().measure;
    let is_break = form.typed.with_untracked(|typed| typed.is_break);
    view! {
        <label class="check" for="entry-break">
            <input id="entry-break" type="checkbox" checked=is_break on:change=move |event| {
                let is_on = event_target_checked(&event);
                form.change(|typed| typed.is_break = is_on);
            }/>
            <span>{t.entry_break}</span>
        </label>
    }
    .into_any()
}

fn set_field(form: Form) -> AnyView {
    let session = form.session;
    let t = &session.text().measure;
    let chosen = form.set.get_untracked();
    let options = session.measuring.sets.get().into_iter().map(|own| {
        let key = SetKey::Own(own.id);
        let name = key.name();
        let is_chosen = name == chosen;
        view! { <option value=name selected=is_chosen>{session.set_name(key)}</option> }.into_any()
    });
    let options = options.collect::<Vec<AnyView>>();
    let is_none = chosen.is_empty();
    view! {
        <label for="entry-set">{t.entry_set}</label>
        <select id="entry-set" on:change=move |event| form.set.set(event_target_value(&event))>
            {options}
            <option value="" selected=is_none>{t.entry_new_set}</option>
        </select>
    }
    .into_any()
}

/// How the value and the date were read, before anything is saved.
fn read_as(form: Form) -> AnyView {
    let session = form.session;
    let reading = form.reading.get();
    let t = &session.text().measure;
    let observation = reading.found.map(|found| Observation {
        when: reading.when,
        found,
        quality: Quality::Measured,
        is_break: false,
    });
    let shown = observation
        .map(|one| form.indicator.with_value(|indicator| value(session, indicator, &one)));
    let when = reading.when.map(|when| when.show(session.language()));
    let parts: Vec<String> = shown.into_iter().chain(when).collect();
    let words =
        if parts.is_empty() { String::new() } else { (t.entry_read_as)(&parts.join(" · ")) };
    view! { <p class="read-as" role="status">{words}</p> }.into_any()
}

fn questions(form: Form) -> AnyView {
    let session = form.session;
    let reading = form.reading.get();
    if reading.questions.is_empty() {
        return ().into_any();
    }
    let t = &session.text().measure;
    let asked = reading.questions.iter().map(|one| view! { <p>{(t.question)(one)}</p> }.into_any());
    let asked = asked.collect::<Vec<AnyView>>();
    let is_confirmed = form.typed.with(|typed| typed.is_confirmed);
    view! {
        <div class="note is-question" role="alert">
            {icon(Icon::Note)}
            <div>
                {asked}
                <label class="check" for="entry-confirm">
                    <input id="entry-confirm" type="checkbox" checked=is_confirmed on:change=move |event| {
                        let is_on = event_target_checked(&event);
                        form.change(|typed| typed.is_confirmed = is_on);
                        page::focus_soon("#entry-confirm");
                    }/>
                    <span>{t.entry_confirm}</span>
                </label>
            </div>
        </div>
    }
    .into_any()
}
