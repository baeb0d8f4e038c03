//! The last step: how far the profile has come, what is still open, and handing it on.

use super::{edit, part_field, passage, words_of};
use crate::{
    app::{Outgoing, Route, Villages},
    document::RecordId,
    ui::{
        components::{Icon, icon, live, words},
        fields::{Reads, choice, prose, reading},
        outgoing::share,
        session::Session,
        villages::compass_figure,
    },
    village::{
        Profile, Stage, Step,
        records::{ADOPTED, BEGUN, HEARING_FROM, HEARING_TO, PROCESS, REVISION, STAGE},
    },
};
use leptos::prelude::*;

pub(super) fn view(session: Session, id: RecordId) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let process = |field| part_field(session, id, &PROCESS, "", field);
    let label = |field| (w.field)(PROCESS.name, field);
    let date = |field| reading(&process(field), label(field), Reads::Date);
    let stages = Stage::ALL.map(|stage| (stage.name(), (w.stage)(stage))).to_vec();
    let looked_at = super::looked_at(session, id);
    let before = super::last_version(session, id);
    let address =
        |villages: fn(String) -> Villages| Route::Villages(villages(id.to_string())).address();
    view! {
        <p class="lead">{t.summary_lead}</p>
        {live(move || open_steps(session, id, &looked_at.read()))}
        {live(move || compass_figure(session, &looked_at.read(), before.read().as_ref(), false))}
        <section class="form village-form" aria-labelledby="stage">
            <h2 id="stage">{t.section_stage}</h2>
            {choice(&process(STAGE), label(STAGE), stages)}
            <div class="field-pair">
                <div>{date(BEGUN)}</div>
                <div>{date(HEARING_FROM)}</div>
                <div>{date(HEARING_TO)}</div>
                <div>{date(ADOPTED)}</div>
                <div>{date(REVISION)}</div>
            </div>
            <p class="field-hint">{t.hint_revision}</p>
            {prose(&passage(session, id, "carried"), (w.passage)("carried"), t.hint_carried, 4, 10_000)}
        </section>
        <section class="village-form">
            <h2>{t.section_hand_on}</h2>
            <p class="button-row">
                <a class="button" href=address(Villages::Profile)>{icon(Icon::Document)}{t.read}</a>
                <a class="button is-quiet" href=address(Villages::Versions)>{icon(Icon::Copy)}{t.versions}</a>
                <a class="button is-quiet" href=address(Villages::Present)>{icon(Icon::Vision)}{t.present}</a>
            </p>
            {share(session, words(move || session.text().village.share), move || Outgoing::Profile(id))}
        </section>
    }
    .into_any()
}

/// What is not there yet, as links and without blame.
fn open_steps(session: Session, id: RecordId, profile: &Profile) -> AnyView {
    let t = &session.text().village;
    let open = Step::ALL.into_iter().filter_map(|step| {
        let filled = step.filled(profile).filter(|filled| !filled.is_whole())?;
        let word = if filled.done == 0 { t.step_empty.to_owned() } else { (t.step_begun)(filled.done, filled.all) };
        Some(view! { <li><a href=edit::address(id, step)>{edit::step_name(session, step)}</a>" – "{word}</li> }.into_any())
    });
    let open = open.collect::<Vec<AnyView>>();
    if open.is_empty() {
        return view! { <p class="report">{t.all_there}</p> }.into_any();
    }
    view! { <section class="village-form"><h2>{t.section_open}</h2><ul class="open-steps">{open}</ul></section> }.into_any()
}
