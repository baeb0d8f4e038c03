//! Putting notes together: choose some by tapping, then say where they go; or drag them.

use super::{Hall, next_order, ordered};
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    sorted::Sorted,
    ui::{
        components::{Icon, flag, icon, live, press, words},
        fields::{Field, line, prose},
        platform::{drag, page},
        work::new_id,
    },
    workshop::{
        Grouped, Note, grouped, grouping, groups, notes,
        records::{GROUP, GROUP_ID, INTO, NAME, ORDER, TEXT, made},
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// So many notes are drawn at first; more on demand.
const SHOWN: usize = 60;
/// So many notes of a group are drawn at first.
const IN_GROUP: usize = 12;

/// What stands on the wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wall {
    groups: Vec<Grouped>,
    lone: Vec<RecordId>,
    notes: Sorted<String, Note>,
    merged: Vec<(RecordId, RecordId)>,
}

fn wall(hall: Hall) -> Wall {
    let (notes, groups) =
        hall.session.work.look(|document| (notes(document, hall.id), groups(document, hall.id)));
    let places: Vec<_> = notes.iter().map(|note| (note.id, note.group)).collect();
    let merged: Vec<_> = groups.iter().map(|group| (group.id, group.into)).collect();
    let all = grouped(&places, &merged);
    let notes: Sorted<String, Note> =
        notes.into_iter().map(|note| (note.id.to_string(), note)).collect();
    let (lone, groups): (Vec<Grouped>, Vec<Grouped>) =
        all.into_iter().partition(|one| notes.contains_key(&one.id));
    let lone = lone.iter().filter_map(|one| RecordId::parse(&one.id)).collect();
    let merged = merged.into_iter().filter_map(|(id, into)| Some((id, into?))).collect();
    Wall { groups, lone, notes, merged }
}

pub(super) fn view(hall: Hall) -> AnyView {
    let session = hall.session;
    let wall = Memo::new(move |_| wall(hall));
    let chosen = RwSignal::new(BTreeSet::<RecordId>::new());
    let most = RwSignal::new(SHOWN);
    let group_ids = ordered(hall, &GROUP);
    let is_empty = Memo::new(move |_| wall.read().notes.is_empty());
    // Each group is drawn by itself, so that a note that is put into one does not draw them all.
    let heads = Memo::new(move |_| {
        wall.read().groups.iter().map(|group| group.id.clone()).collect::<Vec<String>>()
    });
    let lone = Memo::new(move |_| {
        let wall = wall.read();
        let shown = wall.lone.iter().take(most.get());
        let notes = shown.filter_map(|id| wall.notes.get(&id.to_string()).cloned());
        (notes.collect::<Vec<Note>>(), wall.lone.len())
    });
    // What was chosen may have been deleted since. By their ids alone: a note is edited in this bar.
    let there = Memo::new(move |_| {
        let (wall, chosen) = (wall.read(), chosen.read());
        let is_there = |id: &RecordId| wall.notes.contains_key(&id.to_string());
        chosen.iter().copied().filter(is_there).collect::<Vec<RecordId>>()
    });
    let drop = move |event: leptos::ev::DragEvent| {
        if let Some(note) = drag::carried(&event).and_then(|text| RecordId::parse(&text)) {
            event.prevent_default();
            event.stop_propagation();
            put_in(hall, &with_chosen(note, chosen), None);
        }
    };
    view! {
        <p class="lead">{words(move || session.text().workshop.grouping_lead)}</p>
        {live(move || if is_empty.get() {
            view! { <p class="nothing">{session.text().workshop.no_notes}</p> }.into_any()
        } else {
            ().into_any()
        })}
        {live(move || {
            let groups = heads.get().into_iter().map(|head| group_live(hall, wall, head, chosen));
            page::keep_focus();
            view! { <ul class="note-groups">{groups.collect::<Vec<AnyView>>()}</ul> }.into_any()
        })}
        <h2 hidden=flag(move || lone.read().1 == 0)>{words(move || (session.text().workshop.lone_notes)(lone.read().1))}</h2>
        <div class="lone-notes" on:dragover=|event| event.prevent_default() on:drop=drop>{cards(hall, Signal::derive(move || lone.read().0.clone()), chosen, "note-wall is-lone")}</div>
        {live(move || {
            let t = &session.text().workshop;
            let (notes, count) = lone.get();
            let hidden = count.saturating_sub(notes.len());
            let more = (hidden > 0).then(|| view! { <button class="button is-quiet" on:click=press(move || most.update(|most| *most += 10 * SHOWN))>{(t.more_notes)(hidden)}</button> });
            more.into_any()
        })}
        {live(move || {
            let ids = there.get();
            if ids.is_empty() { ().into_any() } else { chosen_bar(hall, group_ids, ids, chosen) }
        })}
    }
    .into_any()
}

/// What one group shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    notes: Vec<Note>,
    /// The groups that were merged into it.
    within: Vec<RecordId>,
}

fn group_live(
    hall: Hall,
    wall: Memo<Wall>,
    head: String,
    chosen: RwSignal<BTreeSet<RecordId>>,
) -> AnyView {
    let Some(id) = RecordId::parse(&head) else { return ().into_any() };
    let shown = Memo::new(move |_| {
        let wall = wall.read();
        let Some(group) = wall.groups.iter().find(|group| group.id == head) else {
            return Shown::default();
        };
        let notes: Vec<Note> =
            group.members.iter().filter_map(|one| wall.notes.get(one)).cloned().collect();
        let merged = wall.merged.iter().map(|(from, _)| *from);
        let is_in = |from: &RecordId| *from != id && group.members.contains(&from.to_string());
        Shown { notes, within: merged.filter(is_in).collect() }
    });
    group_view(hall, id, shown, chosen)
}

/// Notes on the wall. Those that stay are not drawn anew.
fn cards(
    hall: Hall,
    notes: Signal<Vec<Note>>,
    chosen: RwSignal<BTreeSet<RecordId>>,
    class: &'static str,
) -> AnyView {
    let card = move |note: Note| note_view(hall, &note, chosen);
    view! {
        <ul class=class><For each=move || notes.get() key=|note| (note.id, note.text.clone()) children=card/></ul>
    }
    .into_any()
}

/// A note on the wall: a tap chooses it.
fn note_view(hall: Hall, note: &Note, chosen: RwSignal<BTreeSet<RecordId>>) -> AnyView {
    let t = &hall.session.text().workshop;
    let id = note.id;
    let is_chosen = Memo::new(move |_| chosen.read().contains(&id));
    let toggle = move || {
        chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    };
    let by = (!note.by.is_empty()).then(|| view! { <small>{note.by.clone()}</small> });
    let take = move |event| drag::carry(&event, &id.to_string());
    let sort = format!("note-card is-{}", note.sort.name());
    view! {
        <li>
            <button id=format!("note-{id}") type="button" class=sort draggable="true" aria-pressed=words(move || if is_chosen.get() { "true" } else { "false" }) on:click=press(toggle) on:dragstart=take>
                <small class="note-sort">{(t.sort)(note.sort)}</small>
                <span class="as-written">{note.text.clone()}</span>
                {by}
            </button>
        </li>
    }
    .into_any()
}

fn group_view(
    hall: Hall,
    id: RecordId,
    shown: Memo<Shown>,
    chosen: RwSignal<BTreeSet<RecordId>>,
) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let count = Memo::new(move |_| shown.read().notes.len());
    let most = RwSignal::new(IN_GROUP);
    let hidden = move || count.get().saturating_sub(most.get());
    let notes = Signal::derive(move || {
        shown.read().notes.iter().take(most.get()).cloned().collect::<Vec<Note>>()
    });
    let more = live(move || {
        let t = &session.text().workshop;
        let hidden = hidden();
        let more = (hidden > 0).then(|| view! { <button type="button" class="quiet-link" on:click=press(move || most.set(usize::MAX))>{(t.more_notes)(hidden)}</button> });
        more.into_any()
    });
    let name = Field::new(session, DeedName::WorkshopWritten, (id, NAME));
    let dissolve = move || {
        session.work.act(DeedName::NotesGrouped, &[Edit::Delete(id)]);
        session.say_done(DeedName::NotesGrouped);
    };
    let has_merged = Memo::new(move |_| !shown.read().within.is_empty());
    let split = move || {
        let within = shown.read_untracked().within.clone();
        let edits = session.work.look_now(|document| {
            let part = |from: &RecordId| {
                let basis = document.get(*from)?.basis(INTO);
                Some(Edit::Set(*from, INTO, Value::Nothing, basis))
            };
            within.iter().filter_map(part).collect::<Vec<Edit>>()
        });
        session.work.act(DeedName::NotesGrouped, &edits);
        session.say_done(DeedName::NotesGrouped);
    };
    let drop = move |event: leptos::ev::DragEvent| {
        if let Some(note) = drag::carried(&event).and_then(|text| RecordId::parse(&text)) {
            event.prevent_default();
            event.stop_propagation();
            put_in(hall, &with_chosen(note, chosen), Some(id));
        }
    };
    let is_merging = RwSignal::new(false);
    let merge_button = move |id: RecordId| {
        let open = move || {
            is_merging.set(true);
            page::focus_soon(&format!("[id='merge-{id}']"));
        };
        view! { <button type="button" class="quiet-link" on:click=press(open)>{icon(Icon::Related)}{session.text().workshop.group_merge}</button> }.into_any()
    };
    view! {
        <li class="note-group panel" on:dragover=|event| event.prevent_default() on:drop=drop>
            <div class="form">{line(&name, t.group_name, "", 120)}</div>
            <p class="quiet">{words(move || (session.text().workshop.notes_in)(count.get()))}</p>
            {cards(hall, notes, chosen, "note-wall")}
            {more}
            <p class="group-tools">
                {live(move || if is_merging.get() { merge_choice(hall, id) } else { merge_button(id) })}
                <button type="button" class="quiet-link" hidden=flag(move || !has_merged.get()) on:click=press(split)>{icon(Icon::Related)}{t.group_split}</button>
                <button type="button" class="quiet-link" on:click=press(dissolve)>{icon(Icon::Close)}{t.group_dissolve}</button>
            </p>
        </li>
    }
    .into_any()
}

/// The choice of another group to merge one into.
fn merge_choice(hall: Hall, id: RecordId) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let heads = session.work.look_now(|document| grouping(document, hall.id));
    let names = groups_by_name(hall);
    let options = heads.into_iter().filter(|head| head.id != id.to_string()).filter_map(|head| {
        let name = names.get(&head.id)?.clone();
        let name = if name.is_empty() { t.group_unnamed.to_owned() } else { name };
        Some(view! { <option value=head.id>{name}</option> }.into_any())
    });
    let options = options.collect::<Vec<AnyView>>();
    let into = RwSignal::new(String::new());
    let merge = move || {
        let into = into.get_untracked();
        if into.is_empty() {
            return page::focus(&format!("[id='merge-{id}']"));
        }
        let edit = session.work.look_now(|document| {
            let basis = document.get(id)?.basis(INTO);
            Some(Edit::Set(id, INTO, into.into(), basis))
        });
        session.work.act(DeedName::NotesGrouped, &edit.into_iter().collect::<Vec<Edit>>());
        session.say_done(DeedName::NotesGrouped);
    };
    let element = format!("merge-{id}");
    let label_for = element.clone();
    view! {
        <label class="visually-hidden" for=label_for>{t.group_merge}</label>
        <select id=element on:change=move |event| into.set(event_target_value(&event))><option value="">{t.group_merge}</option>{options}</select>
        <button type="button" class="button is-quiet" on:click=press(merge)>{t.group_merge_now}</button>
    }
    .into_any()
}

fn groups_by_name(hall: Hall) -> Sorted<String, String> {
    let all = hall.session.work.look_now(|document| groups(document, hall.id));
    all.into_iter().map(|group| (group.id.to_string(), group.name)).collect()
}

/// What can be done with the notes that were chosen.
fn chosen_bar(
    hall: Hall,
    group_ids: Memo<Vec<RecordId>>,
    ids: Vec<RecordId>,
    chosen: RwSignal<BTreeSet<RecordId>>,
) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let names = groups_by_name(hall);
    let ids = StoredValue::new(ids);
    let finish = move || {
        chosen.set(BTreeSet::new());
        page::keep_focus();
    };
    let new = move || {
        let order = next_order(hall, &group_ids.get_untracked());
        let id = new_id();
        let mut edits = made(id, &GROUP, hall.id, [(ORDER, order)]);
        edits.extend(moves(hall, &ids.get_value(), Some(id)));
        session.work.act(DeedName::NotesGrouped, &edits);
        session.say_done(DeedName::NotesGrouped);
        finish();
        page::focus_soon(&format!("[id='{NAME}-{id}']"));
    };
    let to = RwSignal::new(String::new());
    let put = move || {
        let to = to.get_untracked();
        if to.is_empty() {
            return page::focus("#chosen-into");
        }
        put_in(hall, &ids.get_value(), RecordId::parse(&to));
        finish();
    };
    let delete = move || {
        let edits: Vec<Edit> = ids.get_value().into_iter().map(Edit::Delete).collect();
        session.work.act(DeedName::WorkshopPartDeleted, &edits);
        session.say_done(DeedName::WorkshopPartDeleted);
        finish();
        page::focus_heading_soon();
    };
    let heads = session.work.look_now(|document| grouping(document, hall.id));
    let options = heads.into_iter().filter_map(|head| {
        let name = names.get(&head.id)?.clone();
        let name = if name.is_empty() { t.group_unnamed.to_owned() } else { name };
        Some(view! { <option value=head.id>{name}</option> }.into_any())
    });
    let options = options.collect::<Vec<AnyView>>();
    let count = ids.with_value(Vec::len);
    let single = ids.with_value(|ids| if let [one] = ids.as_slice() { Some(*one) } else { None });
    let edit = single.map(|id| {
        let field = Field::new(session, DeedName::WorkshopWritten, (id, TEXT));
        view! { <details class="note-edit"><summary>{icon(Icon::Note)}{t.note_edit}</summary><div class="form">{prose(&field, t.note_text, "", 3, 1_000)}</div></details> }
    });
    view! {
        <div class="chosen-bar" role="group" aria-label=t.chosen_label>
            <b role="status">{(t.chosen)(count)}</b>
            <button type="button" class="button" on:click=press(new)>{icon(Icon::Add)}{t.group_new}</button>
            <label class="visually-hidden" for="chosen-into">{t.group_into}</label>
            <select id="chosen-into" on:change=move |event| to.set(event_target_value(&event))><option value="">{t.group_into}</option>{options}<option value="none">{t.group_none}</option></select>
            <button type="button" class="button is-quiet" on:click=press(put)>{t.group_put}</button>
            <button type="button" class="quiet-link" on:click=press(delete)>{icon(Icon::Close)}{t.note_remove}</button>
            <button type="button" class="quiet-link" on:click=press(finish)>{t.chosen_none}</button>
            {edit}
        </div>
    }
    .into_any()
}

/// The edits that put notes into a group, or out of any.
fn moves(hall: Hall, notes: &[RecordId], group: Option<RecordId>) -> Vec<Edit> {
    hall.session.work.look_now(|document| {
        let put = |id: &RecordId| {
            let basis = document.get(*id)?.basis(GROUP_ID);
            let value = group.map_or(Value::Nothing, |group| group.to_string().into());
            Some(Edit::Set(*id, GROUP_ID, value, basis))
        };
        notes.iter().filter_map(put).collect()
    })
}

/// What is dragged: a note, with all that were chosen where it is one of them.
fn with_chosen(note: RecordId, chosen: RwSignal<BTreeSet<RecordId>>) -> Vec<RecordId> {
    let all = chosen.get_untracked();
    if all.contains(&note) { all.into_iter().collect() } else { vec![note] }
}

fn put_in(hall: Hall, notes: &[RecordId], group: Option<RecordId>) {
    hall.session.work.act(DeedName::NotesGrouped, &moves(hall, notes, group));
    hall.session.say_done(DeedName::NotesGrouped);
}
