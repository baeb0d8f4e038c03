//! One of the seven points: how it is, what is strong and weak, what is wished, a rating, and what the
//! plan says of it.

use super::{add, comments, part_field, passage, records_of, remove, words_of};
use crate::{
    app::DeedName,
    document::{RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        fields::{Field, choice, conflict, line, prose},
        platform::page,
        session::Session,
        villages::sorted_profiles,
    },
    village::{
        Aim, Prompts, Tally, in_language, number, prompts,
        records::{ABOUT, NAME, PARTNER, RATED, RATING, REASON, TALLY, WITH},
    },
};
use leptos::prelude::*;

pub(super) fn view(session: Session, id: RecordId, point: &'static str) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let part = |name: &str| passage(session, id, &format!("{point}/{name}"));
    let Some(prompts) = prompts(point) else { return ().into_any() };
    let language = session.language();
    let long =
        |name: &str| prose(&part(name), (w.passage)(&format!("{point}/{name}")), "", 5, 10_000);
    let is_challenged = session.work.look_now(|document| {
        crate::village::Profile::of(document, id).is_some_and(|one| one.challenges(point))
    });
    view! {
        <p class="lead">{in_language(prompts.about, language)}</p>
        <section class="form village-form">
            {questions(session, prompts.today)}
            {long("today")}
        </section>
        <section class="form village-form">
            {questions(session, prompts.weighing)}
            <div class="field-pair">
                <div>{long("strengths")}</div>
                <div>{long("weaknesses")}</div>
            </div>
        </section>
        <section class="form village-form">
            {questions(session, prompts.wishes)}
            {long("wishes")}
        </section>
        {rating(session, id, point, prompts)}
        <section class="form village-form" aria-labelledby="the-plan">
            <h2 id="the-plan">{t.section_plan}</h2>
            <p class="field-hint">{t.hint_plan}</p>
            {long("plan")}
            <details class="challenge" open=is_challenged>
                <summary>{icon(Icon::Forward)}<span>{t.challenge_open}</span></summary>
                <p class="field-hint">{t.hint_challenge}</p>
                {long("challenge")}
                {long("challenge-why")}
                {long("challenge-proposal")}
                {long("challenge-answer")}
            </details>
        </section>
        {(point == "8a7").then(|| partners(session, id))}
        {comments::view(session, id, point)}
    }
    .into_any()
}

fn questions(session: Session, questions: &'static [[&'static str; 2]]) -> AnyView {
    let language = session.language();
    let rows =
        questions.iter().map(|one| view! { <li>{in_language(*one, language)}</li> }.into_any());
    view! { <ul class="prompts">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

// ---- rating ----

fn rating(
    session: Session,
    id: RecordId,
    point: &'static str,
    prompts: &'static Prompts,
) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let language = session.language();
    let reason = part_field(session, id, &RATING, &Aim::Today.part(point), REASON);
    let ends = format!(
        "1: {} · 7: {}",
        in_language(prompts.lowest, language),
        in_language(prompts.highest, language)
    );
    view! {
        <section class="form village-form" aria-labelledby="rating">
            <h2 id="rating">{t.section_rating}</h2>
            <p class="field-hint">{ends}</p>
            {scale(session, id, point, Aim::Today)}
            {group(session, id, point)}
            {prose(&reason, (w.field)(RATING.name, REASON), "", 3, 2_000)}
            {scale(session, id, point, Aim::Wished)}
        </section>
    }
    .into_any()
}

/// One person's rating: seven buttons, and one for none.
fn scale(session: Session, id: RecordId, point: &'static str, aim: Aim) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let field = part_field(session, id, &RATING, &aim.part(point), RATED);
    let place = field.place;
    let rated = Memo::new(move |_| {
        session.work.look(|document| document.get(place.0)?.front(RATED)?.as_whole())
    });
    let name = if aim == Aim::Today { "rating-now" } else { "rating-wished" };
    let buttons = (1..=7_i64).map(|number| {
        let field = field.clone();
        let barred = flag(move || session.work.is_read_only.get());
        view! {
            <label class="scale-step">
                <input type="radio" name=name value=number.to_string() disabled=barred prop:checked=flag(move || rated.get() == Some(number)) on:change=move |_| field.put(Value::Whole(number))/>
                <span>{number}</span>
            </label>
        }
        .into_any()
    });
    let none = field.clone();
    view! {
        <fieldset id=format!("{RATED}-{}", place.0) tabindex="-1" class="scale">
            <legend>{(w.aim)(aim)}</legend>
            <div class="scale-row">
                {buttons.collect::<Vec<AnyView>>()}
                <button type="button" class="quiet-link" disabled=flag(move || rated.get().is_none()) on:click=press(move || none.put(Value::Nothing))>{t.rating_none}</button>
            </div>
            {conflict(session, place.0, RATED)}
        </fieldset>
    }
    .into_any()
}

/// How many of a group gave which rating.
fn group(session: Session, id: RecordId, point: &'static str) -> AnyView {
    let t = &session.text().village;
    let field = part_field(session, id, &RATING, &Aim::Today.part(point), TALLY);
    let place = field.place;
    let tally = Memo::new(move |_| {
        let kept = session
            .work
            .look(|document| document.get(place.0).map(|one| one.text(TALLY).to_owned()));
        kept.and_then(|kept| Tally::parse(&kept)).unwrap_or_default()
    });
    let counts = (1..=7_u8).map(|number| {
        let field = field.clone();
        let element = format!("tally-{number}");
        let told = move |tally: Tally| match tally.count(number) {
            0 => String::new(),
            count => count.to_string(),
        };
        let shown = move || told(tally.get());
        let shown_now = move || told(tally.get_untracked());
        let count = move |event| {
            let typed = event_target_value(&event);
            let typed = typed.trim();
            if !typed.bytes().all(|sign| sign.is_ascii_digit()) {
                // What is no count is not taken for one: the field says what counts.
                return page::set_value(&event, &shown_now());
            }
            let new = tally.get_untracked().with(number, typed.parse().unwrap_or_default());
            field.put(if new.people() == 0 { Value::Nothing } else { new.to_string().into() });
        };
        view! {
            <div class="tally-step">
                <label for=element.clone()>{number}</label>
                <input id=element type="text" inputmode="numeric" maxlength="6" autocomplete="off" readonly=flag(move || session.work.is_read_only.get()) prop:value=words(shown) on:input=count/>
            </div>
        }
        .into_any()
    });
    let told = move || {
        let (t, w) = (&session.text().village, words_of(session));
        let rating = crate::village::Rating::of("", &tally.get().to_string());
        rating.and_then(|rating| rating.group.zip(Some(rating.value))).map_or_else(
            || t.group_none.to_owned(),
            |(group, value)| {
                let value = number(&value.to_string(), session.language());
                format!(
                    "{} – {}",
                    (w.rated)(&value),
                    (w.group)(group.people, group.least, group.most)
                )
            },
        )
    };
    let is_open = tally.get_untracked().people() > 0;
    view! {
        <details class="group-rating" open=is_open>
            <summary>{icon(Icon::Forward)}<span>{t.group_open}</span></summary>
            <p class="field-hint">{t.group_hint}</p>
            <div id=format!("{TALLY}-{}", place.0) tabindex="-1" class="tally" role="group" aria-label=t.group_open>{counts.collect::<Vec<AnyView>>()}</div>
            <p role="status">{words(told)}</p>
            {conflict(session, place.0, TALLY)}
        </details>
    }
    .into_any()
}

// ---- partners ----

fn partners(session: Session, profile: RecordId) -> AnyView {
    let t = &session.text().village;
    let ids = records_of(session, profile, &PARTNER);
    view! {
        <section class="village-form" aria-labelledby="partners">
            <h2 id="partners" tabindex="-1">{words_of(session).partners}</h2>
            <p class="quiet">{t.partners_lead}</p>
            {live(move || {
                let rows = ids.get().into_iter().map(|id| partner(session, profile, id));
                page::keep_focus();
                view! { <ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
            <button class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(move || add(session, profile, &PARTNER, Vec::new(), NAME))>{icon(Icon::Add)}{t.partner_add}</button>
        </section>
    }
    .into_any()
}

fn partner(session: Session, profile: RecordId, id: RecordId) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let field = |name| Field::new(session, DeedName::ProfileWritten, (id, name));
    let named = field(NAME);
    let mut others = untrack(|| sorted_profiles(session));
    others.retain(|(other, _)| *other != profile);
    let mut options = vec![(String::new(), t.partner_elsewhere.to_owned())];
    options
        .extend(others.iter().map(|(id, other)| (id.to_string(), super::name_of(session, other))));
    view! {
        <li class="panel form village-item">
            {line(&field(NAME), (w.field)(PARTNER.name, NAME), "", 120)}
            <div on:change=move |_| name_after(session, id)>
                {choice(&field(WITH), (w.field)(PARTNER.name, WITH), options)}
            </div>
            {prose(&field(ABOUT), (w.field)(PARTNER.name, ABOUT), "", 3, 2_000)}
            <button class="quiet-link" on:click=press(move || remove(session, id, "#partners"))>{icon(Icon::Close)}<span>{t.partner_remove}<span class="visually-hidden">": "{words(move || named.text())}</span></span></button>
        </li>
    }
    .into_any()
}

/// Takes over the name of the chosen profile where no name was written: it is read without that profile too.
fn name_after(session: Session, id: RecordId) {
    let name = session.work.look_now(|document| {
        let partner = document.get(id).filter(|partner| partner.text(NAME).is_empty())?;
        let other = document.get(RecordId::parse(partner.text(WITH))?)?;
        Some(other.text(NAME).to_owned())
    });
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        Field::new(session, DeedName::ProfileWritten, (id, NAME)).put(name.into());
    }
}
