//! All workshops on the device, and the templates for a new one.

use crate::{
    app::{DeedName, Route, Workshops},
    document::{Edit, RecordId, Value},
    measure::When,
    ui::{
        components::{Icon, contours, flag, icon, live, press, words},
        platform::{chance, page},
        session::Session,
        work::new_id,
        workshops::named,
    },
    village,
    workshop::{
        Planned, Template, Workshop,
        records::{
            ACTIVITY, HELD, IS_ON_NOTES, ITEMS, METHOD, MINUTES, NAME, OF_ACTIVITY, ORDER,
            QUESTION, STAGE, SUBJECT, TEMPLATE, TEXT, VOTES, WORKSHOP, made,
        },
        subjects,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn page(session: Session) -> AnyView {
    let workshops = Memo::new(move |_| session.work.look(Workshop::all));
    let t = &session.text().workshop;
    view! {
        <div class="workshops-page accent-5">
            <header class="page-head is-accented">
                {contours()}
                <h1 tabindex="-1">{t.title}</h1>
                <p class="lead">{t.lead}</p>
            </header>
            {live(move || {
                let workshops = workshops.get();
                if workshops.is_empty() {
                    return ().into_any();
                }
                let cards = workshops.iter().map(|workshop| card(session, workshop));
                view! {
                    <section aria-labelledby="own-workshops">
                        <h2 id="own-workshops">{session.text().workshop.own}</h2>
                        <ul class="workshop-cards">{cards.collect::<Vec<AnyView>>()}</ul>
                    </section>
                }
                .into_any()
            })}
            <section aria-labelledby="templates">
                <h2 id="templates">{t.templates}</h2>
                <p class="quiet">{t.templates_lead}</p>
                {live(move || {
                    let cards = Template::ALL.map(|template| template_card(session, template));
                    view! { <ul class="template-cards">{Vec::from(cards)}</ul> }.into_any()
                })}
            </section>
        </div>
    }
    .into_any()
}

fn card(session: Session, workshop: &Workshop) -> AnyView {
    let t = &session.text().workshop;
    let address =
        |view: fn(String) -> Workshops| Route::Workshops(view(workshop.id.to_string())).address();
    let name = named(session, &workshop.name);
    let told = [
        village::date(&workshop.held, session.language()),
        workshop.place.clone(),
        (t.steps_and_minutes)(workshop.activities.len(), workshop.minutes()),
    ];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let link = |view, picture, word: &'static str| {
        let name = name.clone();
        view! { <a class="quiet-link" href=address(view)>{icon(picture)}<span>{word}<span class="visually-hidden">": "{name}</span></span></a> }.into_any()
    };
    view! {
        <li class="workshop-card">
            <h3><a href=address(Workshops::Prepare)>{name.clone()}</a></h3>
            <p class="quiet">{told.join(" · ")}</p>
            <p class="button-row village-tools">
                {link(Workshops::Run, Icon::Forward, t.run)}
                {link(Workshops::Results, Icon::Figure, t.results)}
            </p>
        </li>
    }
    .into_any()
}

fn template_card(session: Session, template: Template) -> AnyView {
    let t = &session.text().workshop;
    let language = session.language();
    let theme = RwSignal::new(String::new());
    let themes = template.takes_theme().then(|| {
        let options = session.edition.sections.iter().map(|section| {
            let name = format!("{} · {}", section.id, section.short.get(language));
            view! { <option value=section.id.clone()>{name}</option> }.into_any()
        });
        view! {
            <label for="template-theme">{t.which_theme}</label>
            <select id="template-theme" on:change=move |event| theme.set(event_target_value(&event))>{options.collect::<Vec<AnyView>>()}</select>
        }
    });
    let is_barred = flag(move || !session.work.is_ready.get() || session.work.is_read_only.get());
    let begin = move || begin(session, template, &theme.get_untracked());
    let class = if template == Template::Priorities { "button" } else { "button is-quiet" };
    view! {
        <li class="template-card">
            <h3>{template.title(language)}</h3>
            <p>{template.lead(language)}</p>
            {themes}
            <p class="template-foot">
                <small>{(t.about_minutes)(template.minutes())}</small>
                <button class=class disabled=is_barred on:click=press(begin)>{words(move || session.text().workshop.choose)}<span class="visually-hidden">": "{template.title(language)}</span></button>
            </p>
        </li>
    }
    .into_any()
}

/// What a template asks about: the goals of a theme, or all themes.
fn items(session: Session, template: Template, theme: &str) -> Vec<String> {
    let edition = session.edition;
    if template.takes_theme() {
        let chosen = edition.section(theme).or(edition.sections.first());
        let goals = chosen.into_iter().flat_map(|section| &section.goals);
        return goals.map(|goal| goal.id.clone()).collect();
    }
    edition.sections.iter().map(|section| section.id.clone()).collect()
}

/// Makes a workshop from a template, ready to be run as it is.
fn begin(session: Session, template: Template, theme: &str) {
    let language = session.preferences.read_untracked().language;
    let id = new_id();
    let mut name = template.title(language).to_owned();
    if template.takes_theme()
        && let Some(section) = session.edition.section(theme).or(session.edition.sections.first())
    {
        section.short.get(language).clone_into(&mut name);
    }
    let set = |field, value: String| Edit::Set(id, field, value.into(), BTreeSet::new());
    let mut edits = vec![
        Edit::Create(id, WORKSHOP.name),
        set(NAME, name.chars().take(120).collect()),
        set(TEMPLATE, template.name().to_owned()),
        set(HELD, When::of_day(chance::today()).to_string()),
    ];
    let agenda = template.agenda(&items(session, template, theme), language);
    for (number, planned) in (1..).zip(agenda) {
        edits.extend(step(id, number, planned));
    }
    session.work.act(DeedName::WorkshopAdded, &edits);
    session.go_to(&Route::Workshops(Workshops::Prepare(id.to_string())));
    session.say_done(DeedName::WorkshopAdded);
    page::focus_heading_soon();
}

/// The edits that make one step of the agenda.
fn step(workshop: RecordId, number: i64, planned: Planned) -> Vec<Edit> {
    let activity = new_id();
    let mut edits = made(
        activity,
        &ACTIVITY,
        workshop,
        [
            (STAGE, planned.stage.name().into()),
            (MINUTES, Value::Whole(planned.minutes)),
            (QUESTION, planned.question.into()),
            (METHOD, planned.method.name().into()),
            (VOTES, Value::Whole(planned.votes)),
            (IS_ON_NOTES, Value::Flag(planned.is_on_notes)),
            (ITEMS, subjects::text(&planned.items).into()),
            (ORDER, Value::Whole(number)),
        ],
    );
    for (place, text) in (1..).zip(planned.own) {
        let subject = [
            (OF_ACTIVITY, activity.to_string().into()),
            (TEXT, text.into()),
            (ORDER, Value::Whole(place)),
        ];
        edits.extend(made(new_id(), &SUBJECT, workshop, subject));
    }
    edits
}
