//! The agenda: its activities in order, and what is asked in each.

use super::{Hall, add, next_order, ordered, remove};
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        fields::{Field, choice, line},
        platform::page,
        workshops::subject_line,
    },
    village::{POINTS, Way, move_edits},
    workshop::{
        Activity, Method, Stage, has_votes,
        records::{
            ACTIVITY, IS_ON_NOTES, ITEMS, METHOD, MINUTES, MOST_VOTES, OF_ACTIVITY, ORDER,
            QUESTION, STAGE, SUBJECT, TEXT, VOTES,
        },
        subjects, votes_in,
    },
};
use leptos::prelude::*;

/// The agenda, to be changed.
pub(super) fn view(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let ids = ordered(hall, &ACTIVITY);
    let new = move || {
        let order = next_order(hall, &ids.get_untracked());
        let fields = vec![(STAGE, Stage::Voting.name().into()), (ORDER, order)];
        let id = add(hall, DeedName::WorkshopPartAdded, &ACTIVITY, fields, STAGE);
        page::open_soon(&format!("[id='activity-{id}']"));
    };
    view! {
        <section class="panel form agenda" aria-labelledby="agenda">
            <h2 id="agenda">{t.agenda}</h2>
            <p class="quiet">{t.agenda_lead}</p>
            {live(move || {
                let all = ids.get();
                let count = all.len();
                let rows = all.into_iter().enumerate().map(|(at, id)| row(hall, ids, (at, count), id));
                page::keep_focus();
                view! { <ol class="plain-list agenda-list">{rows.collect::<Vec<AnyView>>()}</ol> }.into_any()
            })}
            {live(move || {
                let is_open = hall.workshop.read().activities.last().is_some_and(|last| last.stage.is_vote());
                let told = session.text().workshop.vote_last;
                is_open.then(|| view! { <p class="field-problem">{told}</p> }).into_any()
            })}
            <button id="add-activity" class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(new)>{icon(Icon::Add)}{t.activity_add}</button>
        </section>
    }
    .into_any()
}

fn row(hall: Hall, ids: Memo<Vec<RecordId>>, (at, count): (usize, usize), id: RecordId) -> AnyView {
    let session = hall.session;
    let activity = Memo::new(move |_| hall.workshop.read().activity(id).cloned());
    let is_open = RwSignal::new(false);
    let stage = move || activity.read().as_ref().map(|activity| activity.stage).unwrap_or_default();
    let name = move || (session.text().workshop.stage)(stage());
    let told = move || {
        let t = &session.text().workshop;
        let activity = activity.get();
        let minutes = activity.as_ref().map_or(0, |one| one.minutes);
        let question = activity.map(|one| one.question).unwrap_or_default();
        let minutes = (t.minutes_short)(minutes);
        if question.is_empty() { minutes } else { format!("{minutes} · {question}") }
    };
    let shift = move |way: Way| {
        let all = ids.get_untracked();
        let edits = session.work.look_now(|document| move_edits(document, &all, at, way));
        session.work.act(DeedName::AgendaMoved, &edits);
        let place = if way == Way::Up { at } else { at + 2 };
        session.announce((session.text_now().village.moved_to)(place));
        let next = match way {
            Way::Up if place > 1 => "up",
            Way::Down if place == count => "up",
            Way::Up | Way::Down => "down",
        };
        page::focus_soon(&format!("[id='{next}-{id}']"));
    };
    let is_last = at + 1 == count;
    let up = move || (session.text().workshop.move_up)(&format!("{} {}", at + 1, name()));
    let down = move || (session.text().workshop.move_down)(&format!("{} {}", at + 1, name()));
    view! {
        <li class="agenda-step">
            <details id=format!("activity-{id}") on:toggle=move |_| is_open.set(true)>
                <summary><b>{format!("{}. ", at + 1)}{words(name)}</b><small>{words(told)}</small></summary>
                {live(move || if is_open.get() { activity_form(hall, id, activity) } else { ().into_any() })}
            </details>
            <span class="action-moves">
                <button id=format!("up-{id}") type="button" class="icon-button is-up" disabled={at == 0} aria-label=words(up) on:click=press(move || shift(Way::Up))>{icon(Icon::Forward)}</button>
                <button id=format!("down-{id}") type="button" class="icon-button is-down" disabled=is_last aria-label=words(down) on:click=press(move || shift(Way::Down))>{icon(Icon::Forward)}</button>
            </span>
        </li>
    }
    .into_any()
}

fn activity_form(hall: Hall, id: RecordId, activity: Memo<Option<Activity>>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let field = |name| Field::new(session, DeedName::WorkshopWritten, (id, name));
    let is_begun =
        Memo::new(move |_| session.work.look(|document| has_votes(document, hall.id, id)));
    let is_vote =
        Memo::new(move |_| activity.read().as_ref().is_some_and(|one| one.stage.is_vote()));
    view! {
        <div class="form agenda-form">
            <div class="field-pair">
                <div>{live(move || {
                    let t = &session.text().workshop;
                    let stages = Stage::ALL.map(|stage| (stage.name(), (t.stage)(stage))).to_vec();
                    if is_begun.get() {
                        let stage = activity.read_untracked().as_ref().map(|one| one.stage).unwrap_or_default();
                        return view! { <p class="field-label">{t.stage_label}</p><p>{(t.stage)(stage)}</p> }.into_any();
                    }
                    choice(&Field::new(session, DeedName::WorkshopWritten, (id, STAGE)), t.stage_label, stages)
                })}</div>
                <div>{whole(hall, id, MINUTES, t.minutes_label, (1, 600), move || activity.read().as_ref().map_or(0, |one| one.minutes))}</div>
            </div>
            {line(&field(QUESTION), t.question_label, t.question_hint, 300)}
            {live(move || if is_vote.get() { vote_form(hall, id, activity) } else { ().into_any() })}
            <button class="quiet-link" on:click=press(move || remove(hall, id, "#add-activity"))>{icon(Icon::Close)}{t.activity_remove}</button>
        </div>
    }
    .into_any()
}

/// A whole number between two ends.
fn whole(
    hall: Hall,
    id: RecordId,
    field: &'static str,
    label: &'static str,
    (least, most): (i64, i64),
    shown: impl Fn() -> i64 + Clone + Send + Sync + 'static,
) -> AnyView {
    let session = hall.session;
    let place = Field::new(session, DeedName::WorkshopWritten, (id, field));
    let element = place.element();
    let stands = shown.clone();
    let put = move |event| {
        let typed: Option<i64> = event_target_value(&event).trim().parse().ok();
        let number = typed.map_or_else(|| untrack(&stands), |one| one.clamp(least, most));
        if typed.is_some() {
            place.put(Value::Whole(number));
        }
        page::set_value(&event, &number.to_string());
    };
    view! {
        <label for=element.clone()>{label}</label>
        <input id=element type="number" inputmode="numeric" min=least.to_string() max=most.to_string() disabled=flag(move || session.work.is_read_only.get()) prop:value=words(move || shown().to_string()) on:change=put/>
    }
    .into_any()
}

/// How people vote, and on what. Once somebody has voted, it can no longer be changed.
fn vote_form(hall: Hall, id: RecordId, activity: Memo<Option<Activity>>) -> AnyView {
    let session = hall.session;
    let is_begun =
        Memo::new(move |_| session.work.look(|document| has_votes(document, hall.id, id)));
    live(move || {
        let t = &session.text().workshop;
        if is_begun.get() {
            let clear = move || {
                let edits: Vec<Edit> = session.work.look_now(|document| {
                    votes_in(document, hall.id, id).map(Edit::Delete).collect()
                });
                session.work.act(DeedName::VotesCleared, &edits);
                session.say_done(DeedName::VotesCleared);
            };
            return view! {
                <p class="field-hint">{t.vote_fixed}</p>
                <button class="button is-quiet" on:click=press(clear)>{t.votes_clear}</button>
            }
            .into_any();
        }
        let field = |name| Field::new(session, DeedName::WorkshopWritten, (id, name));
        let methods = Method::ALL.map(|method| (method.name(), (t.method)(method))).to_vec();
        let on_notes = field(IS_ON_NOTES);
        let notes_for = format!("{IS_ON_NOTES}-{id}");
        let notes_id = notes_for.clone();
        let method =
            Memo::new(move |_| activity.read().as_ref().map(|one| one.method).unwrap_or_default());
        let is_on_notes =
            Memo::new(move |_| activity.read().as_ref().is_some_and(|one| one.is_on_notes));
        view! {
            <div class="field-pair">
                <div>{choice(&field(METHOD), t.method_label, methods)}</div>
                <div>{live(move || if method.get() == Method::Dots {
                    whole(hall, id, VOTES, session.text().workshop.votes_label, (1, MOST_VOTES), move || activity.read().as_ref().map_or(1, |one| one.votes.into()))
                } else {
                    ().into_any()
                })}</div>
            </div>
            <label class="check" for=notes_for>
                <input id=notes_id type="checkbox" prop:checked=flag(move || is_on_notes.get()) on:change=move |event| on_notes.put(Value::Flag(event_target_checked(&event)))/>
                <span>{t.on_notes}<small>{t.on_notes_hint}</small></span>
            </label>
            {live(move || if is_on_notes.get() { ().into_any() } else { subjects_form(hall, id, activity) })}
        }
        .into_any()
    })
}

/// What people vote on: items of the vision, and the workshop's own words.
fn subjects_form(hall: Hall, id: RecordId, activity: Memo<Option<Activity>>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let items = Memo::new(move |_| {
        activity.read().as_ref().map(|one| one.items.clone()).unwrap_or_default()
    });
    let own = Memo::new(move |_| {
        let own = activity.read().as_ref().map(|one| one.own.clone()).unwrap_or_default();
        own.into_iter().map(|(id, _)| id).collect::<Vec<RecordId>>()
    });
    let place = Field::new(session, DeedName::WorkshopWritten, (id, ITEMS));
    let put = move |ids: &[String]| place.put(subjects::text(ids).into());
    let (take, drop) = (put.clone(), put);
    let select = format!("add-item-{id}");
    let picked = RwSignal::new(String::new());
    let choose = move || {
        let chosen = picked.get_untracked();
        let mut ids = items.get_untracked();
        if chosen == "points" {
            let points = POINTS.map(str::to_owned).into_iter();
            ids.extend(points.filter(|point| !items.read_untracked().contains(point)));
        } else if !chosen.is_empty() && !ids.contains(&chosen) {
            ids.push(chosen);
        }
        let text = subjects::text(&ids);
        if subjects::are_items(&text) {
            take(&ids);
        }
        picked.set(String::new());
        page::select_first(&format!("[id='add-item-{id}']"));
    };
    let options = move || {
        let t = &session.text().workshop;
        let language = session.language();
        let names = crate::ui::workshops::Names::default();
        let item = |id: &str| {
            let name = subject_line(session, &names, id);
            view! { <option value=id.to_owned()>{name}</option> }.into_any()
        };
        let points = POINTS.iter().map(|point| item(point)).collect::<Vec<AnyView>>();
        let sections = session.edition.sections.iter().map(|one| item(&one.id));
        let sections = sections.collect::<Vec<AnyView>>();
        let goals = session.edition.sections.iter().map(|section| {
            let goals = section.goals.iter().map(|goal| item(&goal.id)).collect::<Vec<AnyView>>();
            let name = section.short.get(language).to_owned();
            view! { <optgroup label=name>{goals}</optgroup> }.into_any()
        });
        view! {
            <option value="">{t.item_choose}</option>
            <option value="points">{t.item_points}</option>
            <optgroup label=t.item_themes>{sections}</optgroup>
            <optgroup label=t.item_points_group>{points}</optgroup>
            {goals.collect::<Vec<AnyView>>()}
        }
        .into_any()
    };
    view! {
        <p class="field-label">{t.subjects_label}</p>
        {live(move || {
            let t = &session.text().workshop;
            let names = crate::ui::workshops::Names::default();
            let rows = items.get().into_iter().map(|item| {
                let name = subject_line(session, &names, &item);
                let label = (t.subject_remove)(&name);
                let drop = drop.clone();
                let take_out = move || {
                    let mut ids = items.get_untracked();
                    ids.retain(|id| *id != item);
                    drop(&ids);
                    page::focus_soon(&format!("[id='add-item-{id}']"));
                };
                view! { <li><span>{name}</span><button type="button" class="icon-button" aria-label=label on:click=press(take_out)>{icon(Icon::Close)}</button></li> }.into_any()
            });
            view! { <ul class="thread-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
        })}
        <label for=select.clone()>{t.item_add}</label>
        <div class="thread-choice">
            <select id=select on:change=move |event| picked.set(event_target_value(&event))>{live(options)}</select>
            <button type="button" class="button is-quiet" on:click=press(choose)>{t.item_take}</button>
        </div>
        {own_subjects(hall, id, own)}
    }
    .into_any()
}

/// Subjects in the workshop's own words.
fn own_subjects(hall: Hall, id: RecordId, own: Memo<Vec<RecordId>>) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let add_own = move || {
        let order = next_order(hall, &own.get_untracked());
        let fields = vec![(OF_ACTIVITY, id.to_string().into()), (ORDER, order)];
        add(hall, DeedName::WorkshopPartAdded, &SUBJECT, fields, TEXT);
    };
    view! {
        {live(move || {
            let t = &session.text().workshop;
            let rows = own.get().into_iter().enumerate().map(|(at, subject)| {
                let field = Field::new(session, DeedName::WorkshopWritten, (subject, TEXT));
                let label = (t.subject_remove)(&(at + 1).to_string());
                view! {
                    <li class="own-subject">
                        <div>{line(&field, t.own_subject, "", 300)}</div>
                        <button type="button" class="icon-button" aria-label=label on:click=press(move || remove(hall, subject, "#add-activity"))>{icon(Icon::Close)}</button>
                    </li>
                }
                .into_any()
            });
            page::keep_focus();
            view! { <ol class="plain-list">{rows.collect::<Vec<AnyView>>()}</ol> }.into_any()
        })}
        <button type="button" class="button is-quiet" on:click=press(add_own)>{icon(Icon::Add)}{t.own_subject_add}</button>
    }
    .into_any()
}
