//! The action plan: what, why, who, when, what it costs, and which goals of the vision it serves.

use super::{add, records_of, remove, words_of};
use crate::{
    app::{DeedName, Route},
    document::{Edit, RecordId, Value},
    measure::State,
    sorted::sort,
    ui::{
        components::{Icon, flag, icon, live, press},
        fields::{Field, Reads, choice, line, prose, reading},
        platform::page,
        session::Session,
        threads::origin,
    },
    village::{
        Way, goal_key, move_edits,
        records::{
            ACTION, ACTION_ID, COST, FUNDING, GOAL, LAST, LINK, OF_PROFILE, ORDER, STATE, THREAD,
            TIME, WHAT, WHO, WHY, part_id,
        },
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn view(session: Session, profile: RecordId) -> AnyView {
    let t = &session.text().village;
    let made = records_of(session, profile, &ACTION);
    let sorted = Memo::new(move |_| {
        let mut ids: Vec<(i64, RecordId)> = session
            .work
            .look(|document| made.get().into_iter().map(|id| (order(document, id), id)).collect());
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| id).collect::<Vec<RecordId>>()
    });
    let new = move || {
        let last = session.work.look_now(|document| {
            made.get_untracked().into_iter().map(|id| order(document, id)).max()
        });
        let next = Value::Whole(last.unwrap_or(0).saturating_add(1).min(LAST));
        add(session, profile, &ACTION, vec![(ORDER, next)], WHAT);
    };
    view! {
        <p class="lead">{t.actions_lead}</p>
        <section class="village-form" aria-label=t.step_actions>
            {live(move || {
                let ids = sorted.get();
                let count = ids.len();
                let rows = ids.into_iter().enumerate().map(|(at, id)| row(session, profile, sorted, (at, count), id));
                page::keep_focus();
                view! { <ol class="plain-list action-list">{rows.collect::<Vec<AnyView>>()}</ol> }.into_any()
            })}
            <button id="add-action" class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(new)>{icon(Icon::Add)}{t.action_add}</button>
        </section>
        {super::comments::view(session, profile, "actions")}
    }
    .into_any()
}

fn order(document: &crate::document::Document, id: RecordId) -> i64 {
    let order = document.get(id).and_then(|record| record.front(ORDER)?.as_whole());
    order.unwrap_or(LAST)
}

fn row(
    session: Session,
    profile: RecordId,
    sorted: Memo<Vec<RecordId>>,
    (at, count): (usize, usize),
    id: RecordId,
) -> AnyView {
    let (t, w) = (&session.text().village, words_of(session));
    let field = |name| Field::new(session, DeedName::ProfileWritten, (id, name));
    let label = |name| (w.field)(ACTION.name, name);
    let mut states = vec![("", t.state_open)];
    states.extend(State::ALL.map(|state| (state.name(), (w.state)(state))));
    let shift = move |way: Way| {
        let ids = sorted.get_untracked();
        let edits = session.work.look_now(|document| move_edits(document, &ids, at, way));
        session.work.act(DeedName::ActionsMoved, &edits);
        let place = if way == Way::Up { at } else { at + 2 };
        session.announce((session.text_now().village.moved_to)(place));
        // At either end only the other way is open.
        let next = match way {
            Way::Up if place > 1 => "up",
            Way::Down if place == count => "up",
            Way::Up | Way::Down => "down",
        };
        page::focus_soon(&format!("[id='{next}-{id}']"));
    };
    let number = (t.action_number)(at + 1);
    let is_last = at + 1 == count;
    view! {
        <li class="panel form village-item" aria-label=number.clone()>
            <div class="action-head">
                <b>{number.clone()}</b>
                <span class="action-moves">
                    <button id=format!("up-{id}") type="button" class="icon-button is-up" disabled={at == 0} aria-label=(t.move_up)(at + 1) on:click=press(move || shift(Way::Up))>{icon(Icon::Forward)}</button>
                    <button id=format!("down-{id}") type="button" class="icon-button is-down" disabled=is_last aria-label=(t.move_down)(at + 1) on:click=press(move || shift(Way::Down))>{icon(Icon::Forward)}</button>
                </span>
            </div>
            {line(&field(WHAT), label(WHAT), "", 300)}
            {prose(&field(WHY), label(WHY), "", 3, 2_000)}
            <div class="field-pair">
                <div>{line(&field(WHO), label(WHO), t.hint_who, 200)}</div>
                <div>{line(&field(TIME), label(TIME), t.hint_time, 120)}</div>
            </div>
            <div class="field-pair">
                <div>{reading(&field(COST), label(COST), Reads::Number)}</div>
                <div>{line(&field(FUNDING), label(FUNDING), "", 300)}</div>
                <div>{choice(&field(STATE), label(STATE), states)}</div>
            </div>
            {threads(session, profile, id)}
            {reading(&field(LINK), label(LINK), Reads::Link)}
            {origin(session, vec![id])}
            <button class="quiet-link" on:click=press(move || remove(session, id, "#add-action"))>{icon(Icon::Close)}{t.action_remove}</button>
        </li>
    }
    .into_any()
}

/// The goals that an action serves, and a way to tie it to another.
fn threads(session: Session, profile: RecordId, action: RecordId) -> AnyView {
    let t = &session.text().village;
    let tied = Memo::new(move |_| {
        let name = action.to_string();
        session.work.look(|document| {
            let all = document.of_kind(&THREAD).filter(|one| one.text(ACTION_ID) == name);
            let mut goals: Vec<String> = all.map(|one| one.text(GOAL).to_owned()).collect();
            sort(&mut goals, |one, other| goal_key(one) < goal_key(other));
            goals
        })
    });
    let select = format!("goal-{action}");
    let chosen = RwSignal::new(String::new());
    let tie = move || {
        let goal = chosen.get_untracked();
        if goal.is_empty() {
            return page::focus_soon(&format!("[id='goal-{action}']"));
        }
        let id = part_id(action, &THREAD, &goal);
        let set = |field, value: String| Edit::Set(id, field, value.into(), BTreeSet::new());
        let is_known = session.work.look_now(|document| document.get(id).is_some());
        let edits = [
            if is_known { Edit::Restore(id) } else { Edit::Create(id, THREAD.name) },
            set(OF_PROFILE, profile.to_string()),
            set(ACTION_ID, action.to_string()),
            set(GOAL, goal),
        ];
        session.work.act(DeedName::ThreadChanged, &edits);
        chosen.set(String::new());
        page::focus_soon(&format!("[id='goal-{action}']"));
    };
    let options = move || {
        let language = session.language();
        let tied = tied.get();
        let goals = session.edition.goals().filter(|(_, goal)| !tied.contains(&goal.id));
        let goals = goals.map(|(_, goal)| {
            let name = format!("{} {}", goal.id, goal.label.get(language));
            view! { <option value=goal.id.clone()>{name}</option> }.into_any()
        });
        view! { <option value="">{session.text().village.thread_choose}</option>{goals.collect::<Vec<AnyView>>()} }.into_any()
    };
    let select_for = select.clone();
    view! {
        <div class="threads">
            <p class="field-label">{t.thread_label}</p>
            {live(move || {
                let rows = tied.get().into_iter().map(|goal| tied_goal(session, action, &goal));
                view! { <ul class="thread-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
            })}
            <label for=select_for>{t.thread_add}</label>
            <div class="thread-choice">
                <select id=select on:change=move |event| chosen.set(event_target_value(&event))>{live(options)}</select>
                <button type="button" class="button is-quiet" disabled=flag(move || session.work.is_read_only.get()) on:click=press(tie)>{t.thread_tie}</button>
            </div>
        </div>
    }
    .into_any()
}

fn tied_goal(session: Session, action: RecordId, goal: &str) -> AnyView {
    let t = &session.text().village;
    let label = crate::ui::wording::place_name(session, goal);
    let route = Route::to_id(goal, session.edition).unwrap_or(Route::Goals(None));
    let id = part_id(action, &THREAD, goal);
    let untie = move || {
        session.work.act(DeedName::ThreadChanged, &[Edit::Delete(id)]);
        page::focus_soon(&format!("[id='goal-{action}']"));
    };
    view! {
        <li><a href=route.address()>{label.clone()}</a><button type="button" class="icon-button" aria-label=(t.thread_remove)(&label) on:click=press(untie)>{icon(Icon::Close)}</button></li>
    }
    .into_any()
}
