//! The first step: the place, its council, its story and its figures.

use super::{figures, own_field, passage, words_of};
use crate::{
    document::RecordId,
    ui::{
        components::live,
        fields::{Reads, choice, line, listed, prose, reading},
        session::Session,
    },
    village::{
        Course, PLACES, PlaceKind,
        records::{
            BELONGS_TO, CONTACT, COUNCIL, COURSE, MAP, NAME, PITCH, PLACE_KIND, PLAN_LINK, PROFILE,
        },
    },
};
use leptos::prelude::*;

pub(super) fn view(session: Session, id: RecordId) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let label = |field| (w.field)(PROFILE.name, field);
    let own = |field| own_field(session, id, field);
    let long = move |part: &str, hint: &'static str| {
        prose(&passage(session, id, part), (words_of(session).passage)(part), hint, 4, 10_000)
    };
    let mut kinds = vec![("", t.kind_open)];
    kinds.extend(PlaceKind::ALL.map(|kind| (kind.name(), (w.place_kind)(kind))));
    let courses = Course::ALL.map(|course| (course.name(), (w.course)(course))).to_vec();
    let profile = super::looked_at(session, id);
    let is_cluster = Memo::new(move |_| profile.read().place_kind() == Some(PlaceKind::Cluster));
    let course = Memo::new(move |_| profile.read().course());
    let options =
        PLACES.iter().map(|place| view! { <option value=place.name></option> }.into_any());
    view! {
        <section class="form village-form" aria-labelledby="the-place">
            <h2 id="the-place">{t.section_place}</h2>
            <datalist id="places">{options.collect::<Vec<AnyView>>()}</datalist>
            {listed(&own(NAME), label(NAME), "", 120, "places")}
            {choice(&own(PLACE_KIND), label(PLACE_KIND), kinds)}
            {live(move || if is_cluster.get() { long("members", session.text().village.hint_members) } else { ().into_any() })}
            {prose(&own(PITCH), label(PITCH), t.hint_pitch, 3, 300)}
            {live(move || {
                let length = profile.read().pitch().chars().count();
                view! { <p class="field-hint">{(session.text().village.signs_left)(300_usize.saturating_sub(length))}</p> }.into_any()
            })}
            {reading(&own(MAP), label(MAP), Reads::Link)}
            {choice(&own(COURSE), label(COURSE), courses)}
            <p class="field-hint">{t.hint_course}</p>
            {live(move || if course.get() == Course::Together {
                let w = words_of(session);
                view! {
                    {listed(&own_field(session, id, BELONGS_TO), (w.field)(PROFILE.name, BELONGS_TO), "", 120, "places")}
                    {long("together", session.text().village.hint_together)}
                }.into_any()
            } else {
                ().into_any()
            })}
        </section>
        <section class="form village-form" aria-labelledby="the-council">
            <h2 id="the-council">{t.section_council}</h2>
            {line(&own(COUNCIL), label(COUNCIL), t.hint_council, 200)}
            {line(&own(CONTACT), label(CONTACT), t.hint_contact, 400)}
            {long("influence", t.hint_influence)}
            {long("background", t.hint_background)}
        </section>
        <section class="form village-form" aria-labelledby="the-story">
            <h2 id="the-story">{t.section_story}</h2>
            {long("history", t.hint_history)}
            {long("heritage", t.hint_heritage)}
            {long("vision", t.hint_vision)}
            {long("values", "")}
            {long("known", "")}
        </section>
        {figures::view(session, id)}
        <section class="form village-form" aria-labelledby="the-sources">
            <h2 id="the-sources">{t.section_sources}</h2>
            {reading(&own(PLAN_LINK), label(PLAN_LINK), Reads::Link)}
            {long("sources", t.hint_sources)}
        </section>
    }
    .into_any()
}
