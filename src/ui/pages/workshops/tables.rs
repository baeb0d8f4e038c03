//! The tables: what this one is called, and which of them count.

use super::Hall;
use crate::{
    app::DeedName,
    document::{Edit, RecordId, Value},
    sorted::sort,
    ui::{
        components::{flag, live, words},
        fields::{Field, line},
        platform::page,
        session::Session,
        workshops::table_name,
    },
    workshop::{
        Table, Way,
        records::{
            BALLOT, IS_LEFT_OUT, MOST_PEOPLE, NAME, NOTE, OF_TABLE, PEOPLE, ROUND, WAY, workshop_of,
        },
        tables,
    },
};
use leptos::prelude::*;

/// What this table is called, and how many people sit there.
pub(super) fn this_table(hall: Hall) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    view! {
        <div class="field-pair">
            <div>{line(&hall.table_field(NAME), t.table_label, t.table_hint, 60)}</div>
            <div>{people(hall, t.people_label, hall.table_field(PEOPLE), move || hall.here.read().as_ref().map_or(0, |table| table.people))}</div>
        </div>
    }
    .into_any()
}

/// How many people there are; nothing where it was not said.
pub(super) fn people(
    hall: Hall,
    label: &'static str,
    field: Field,
    shown: impl Fn() -> u32 + Send + Sync + 'static,
) -> AnyView {
    let session = hall.session;
    let element = field.element();
    let put = move |event| {
        let typed: Option<i64> = event_target_value(&event).trim().parse().ok();
        let people = typed.map(|people| people.clamp(0, MOST_PEOPLE));
        field.put(people.map_or(Value::Nothing, Value::Whole));
        page::set_value(&event, &people.map(|one| one.to_string()).unwrap_or_default());
    };
    let shown = move || match shown() {
        0 => String::new(),
        people => people.to_string(),
    };
    view! {
        <label for=element.clone()>{label}</label>
        <input id=element type="number" inputmode="numeric" min="0" max=MOST_PEOPLE.to_string() disabled=flag(move || session.work.is_read_only.get()) prop:value=words(shown) on:change=put/>
    }
    .into_any()
}

/// All tables with how much came from each, and whether they count.
pub(super) fn all(hall: Hall) -> AnyView {
    let session = hall.session;
    let all = Memo::new(move |_| {
        let mut all = session.work.look(|document| tables(document, hall.id));
        sort(&mut all, |one, other| (&one.name, one.id) < (&other.name, other.id));
        let with = |table: Table| (brought(session, hall.id, table.id), table);
        all.into_iter().map(with).collect::<Vec<_>>()
    });
    live(move || {
        let t = &session.text().workshop;
        let tables = all.get();
        if tables.len() < 2 {
            return view! { <p class="quiet">{t.one_table}</p> }.into_any();
        }
        let twice = (1..tables.len()).any(|at| {
            let before = at.checked_sub(1).and_then(|before| tables.get(before));
            tables.get(at).zip(before).is_some_and(|((_, one), (_, other))| {
                one.name == other.name && !one.is_left_out && !other.is_left_out
            })
        });
        let twice = twice.then(|| view! { <p class="field-problem">{t.same_name}</p> });
        let rows = tables.iter().map(|(brought, table)| row(hall, table, *brought));
        view! {
            {twice}
            <fieldset class="table-list"><legend>{t.counted}</legend><ul class="plain-list">{rows.collect::<Vec<AnyView>>()}</ul></fieldset>
        }
        .into_any()
    })
}

fn row(hall: Hall, table: &Table, brought: (usize, usize)) -> AnyView {
    let session = hall.session;
    let t = &session.text().workshop;
    let (id, is_left_out) = (table.id, table.is_left_out);
    let mut name = table_name(session, &table.name);
    if id == hall.table {
        name = format!("{name} {}", t.this_device);
    }
    let label_for = format!("counts-{id}");
    let element = label_for.clone();
    let told = (t.brought)(brought);
    view! {
        <li>
            <label class="check" for=label_for>
                <input id=element type="checkbox" checked=!is_left_out disabled=flag(move || session.work.is_read_only.get()) on:change=move |event| leave_out(session, id, !event_target_checked(&event))/>
                <span>{name}<small>{told}</small></span>
            </label>
        </li>
    }
    .into_any()
}

/// How many votes of persons, on ballots or by hands, and how many notes came from a table.
fn brought(session: Session, workshop: RecordId, table: RecordId) -> (usize, usize) {
    let name = table.to_string();
    session.work.look_now(|document| {
        let count = |kind| {
            let mine = document.of_kind(kind).filter(|record| record.text(OF_TABLE) == name);
            mine.filter(|record| workshop_of(record) == Some(workshop)).count()
        };
        let shown = document.of_kind(&ROUND).filter(|round| {
            let is_by_hands = Way::from_name(round.text(WAY)) == Some(Way::Hands);
            is_by_hands && round.text(OF_TABLE) == name && workshop_of(round) == Some(workshop)
        });
        let people =
            shown.filter_map(|round| usize::try_from(round.front(PEOPLE)?.as_whole()?).ok());
        (count(&BALLOT).saturating_add(people.fold(0, usize::saturating_add)), count(&NOTE))
    })
}

fn leave_out(session: Session, table: RecordId, is_left_out: bool) {
    let basis = session.work.look_now(|document| {
        document.get(table).map(|record| record.basis(IS_LEFT_OUT)).unwrap_or_default()
    });
    let edit = Edit::Set(table, IS_LEFT_OUT, Value::Flag(is_left_out), basis);
    session.work.act(DeedName::TableLeftOut, &[edit]);
    session.say_done(DeedName::TableLeftOut);
    page::focus_soon(&format!("[id='counts-{table}']"));
}
