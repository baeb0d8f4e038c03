//! A profile for everybody in the hall to see: large, one thing at a time, nothing to change.

use super::{looked_at, name_of, point_name, profile, words_of};
use crate::{
    app::{Route, Villages},
    document::RecordId,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        platform::page,
        session::Session,
        villages::{compass_figure, stage_line},
    },
    village::{Course, POINT_PASSAGES, POINTS, Profile},
};
use leptos::prelude::*;

/// What is shown at a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slide {
    Title,
    Together,
    Passage(&'static str),
    Compass,
    Figures,
    Point(&'static str),
    Actions,
}

pub(super) fn page(session: Session, id: RecordId) -> AnyView {
    let profile = looked_at(session, id);
    let before = super::last_version(session, id);
    let at = RwSignal::new(0_usize);
    let slides = Memo::new(move |_| slides(&profile.read()));
    // Slides can become fewer while they are shown.
    let shown = move || at.get().min(slides.read().len().saturating_sub(1));
    let go = move |step: isize| {
        let last = slides.read_untracked().len().saturating_sub(1);
        let next = at.get_untracked().saturating_add_signed(step).min(last);
        if next != at.get_untracked() {
            at.set(next);
            page::after_drawing(|| {
                page::focus(".presentation h1");
                page::scroll_to(0.0);
            });
        }
    };
    let leave = move || session.go_to(&Route::Villages(Villages::Profile(id.to_string())));
    page::on_key_here(move |event| match event.key().as_str() {
        // With these the browser goes back, or closes something.
        _ if event.alt_key() || event.ctrl_key() || event.meta_key() => {}
        "ArrowRight" | "PageDown" => go(1),
        "ArrowLeft" | "PageUp" => go(-1),
        "Escape" => leave(),
        _ => {}
    });
    view! {
        <div class="presentation accent-3">
            {live(move || {
                let slides = slides.get();
                let slide = slides.get(at.get()).or(slides.last()).copied().unwrap_or(Slide::Title);
                slide_view(session, before.read().as_ref(), &profile.read(), slide)
            })}
            <nav class="presentation-tools" aria-label=words(move || session.text().village.present)>
                <button class="button is-quiet" on:click=press(leave)>{icon(Icon::Close)}{words(move || session.text().village.present_leave)}</button>
                <span role="status">{words(move || (session.text().village.slide)(shown() + 1, slides.read().len()))}</span>
                <button class="icon-button is-back" disabled=flag(move || shown() == 0) aria-label=words(move || session.text().previous) on:click=press(move || go(-1))>{icon(Icon::Forward)}</button>
                <button class="icon-button" disabled=flag(move || shown() + 1 >= slides.read().len()) aria-label=words(move || session.text().next) on:click=press(move || go(1))>{icon(Icon::Forward)}</button>
            </nav>
        </div>
    }
    .into_any()
}

fn slides(profile: &Profile) -> Vec<Slide> {
    let has_rating =
        POINTS.iter().any(|point| profile.rating(point, crate::village::Aim::Today).is_some());
    let is_written = |point: &&'static str| {
        let has_partners = *point == "8a7" && !profile.partners().is_empty();
        let is_told = |part: &&str| !profile.passage(&format!("{point}/{part}")).is_empty();
        has_partners || POINT_PASSAGES.iter().any(is_told)
    };
    let is_own = profile.course() == Course::Own;
    let mut slides = vec![Slide::Title];
    if !is_own {
        slides.push(Slide::Together);
    }
    if is_own && has_rating {
        slides.push(Slide::Compass);
    }
    if !profile.figures().is_empty() {
        slides.push(Slide::Figures);
    }
    let told = ["vision", "known", "history"].into_iter();
    slides.extend(told.filter(|part| !profile.passage(part).is_empty()).map(Slide::Passage));
    slides.extend(POINTS.into_iter().filter(is_written).map(Slide::Point));
    if !profile.actions().is_empty() {
        slides.push(Slide::Actions);
    }
    slides
}

fn slide_view(
    session: Session,
    before: Option<&Profile>,
    profile: &Profile,
    slide: Slide,
) -> AnyView {
    let w = words_of(session);
    match slide {
        Slide::Title => view! {
            <section class="slide is-title">
                <p class="eyebrow">{profile.place_kind().map(|kind| (w.place_kind)(kind))}</p>
                <h1 tabindex="-1">{name_of(session, profile)}</h1>
                <p class="slide-pitch">{profile.pitch().to_owned()}</p>
                <p class="quiet">{profile.council().to_owned()}</p>
                <p class="quiet">{stage_line(session, profile)}</p>
            </section>
        }
        .into_any(),
        Slide::Together => view! {
            <section class="slide"><h1 tabindex="-1">{name_of(session, profile)}</h1>{profile::together(session, profile)}</section>
        }
        .into_any(),
        Slide::Passage(part) => view! {
            <section class="slide"><h1 tabindex="-1">{(w.passage)(part)}</h1>{profile::paragraphs(profile.passage(part))}</section>
        }
        .into_any(),
        Slide::Figures => view! {
            <section class="slide"><h1 tabindex="-1">{w.figures}</h1>{profile::figures(session, profile)}</section>
        }
        .into_any(),
        Slide::Compass => view! {
            <section class="slide">
                <h1 tabindex="-1">{w.compass}</h1>
                {compass_figure(session, profile, before, true)}
            </section>
        }
        .into_any(),
        Slide::Point(point) => {
            let texts = POINT_PASSAGES.into_iter().filter_map(|part| {
                let part = format!("{point}/{part}");
                let text = profile.passage(&part);
                (!text.is_empty()).then(|| view! { <div class="slide-text"><h2>{(w.passage)(&part)}</h2>{profile::paragraphs(text)}</div> }.into_any())
            });
            view! {
                <section class="slide">
                    <p class="eyebrow">{point}</p>
                    <h1 tabindex="-1">{point_name(session, point)}</h1>
                    {profile::rating(session, profile, point)}
                    {(point == "8a7").then(|| profile::partners(session, profile))}
                    <div class="slide-texts">{texts.collect::<Vec<AnyView>>()}</div>
                </section>
            }
            .into_any()
        }
        Slide::Actions => view! {
            <section class="slide"><h1 tabindex="-1">{w.actions}</h1>
            <ol class="slide-actions">{profile.actions().iter().map(|one| {
                let state = one.state.map(|state| view! { <span class="badge">{(w.state)(state)}</span> });
                let who = [one.who, one.time].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
                view! { <li><b>{one.what.to_owned()}</b>" "{state}<small>{who}</small></li> }.into_any()
            }).collect::<Vec<AnyView>>()}</ol></section>
        }
        .into_any(),
    }
}
