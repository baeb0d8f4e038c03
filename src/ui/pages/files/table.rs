//! A table that has come in: what its columns are, into which set it goes, and what cannot be read.

use crate::{
    app::{SetKey, Table, Understanding},
    document::RecordId,
    exchange::csv::{BadCell, Column, Why},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        session::Session,
    },
};
use leptos::prelude::*;

/// So many cells that cannot be read are told one by one.
const TOLD: usize = 50;
/// So many rows are looked at before the columns are right; all of them after that.
const MOST: usize = usize::MAX;

pub(super) fn view(session: Session) -> AnyView {
    let shown = Memo::new(move |_| session.files.shown_table());
    live(move || if shown.get().is_some() { table_view(session) } else { ().into_any() })
}

fn table_view(session: Session) -> AnyView {
    let table = session.files.table;
    let t = &session.text().files;
    let rows = Memo::new(move |_| {
        let mut rows = Understanding::default();
        table.with(|table| {
            if let Some(table) = table {
                session.understand(table, &mut rows, MOST);
            }
        });
        rows
    });
    let (name, count, is_open_sdg) = table.with_untracked(|table| {
        table.as_ref().map_or_else(Default::default, |table| {
            (table.name.clone(), table.sheet.rows.len(), table.sheet.is_open_sdg)
        })
    });
    let is_ready = move || {
        let leaves_out = table.with(|table| table.as_ref().is_some_and(|table| table.leaves_out));
        rows.with(|rows| !rows.rows.is_empty() && (rows.unreadable == 0 || leaves_out))
    };
    let go_on = move || {
        if let Some(taken) = table.get_untracked() {
            session.preview_table(taken, rows.get_untracked());
        }
    };
    view! {
        <section class="panel incoming" aria-labelledby="table-heading">
            <h2 id="table-heading" tabindex="-1">{t.sheet}</h2>
            <p class="quiet">{name}</p>
            <p>{(t.sheet_lead)(count)}</p>
            {is_open_sdg.then(|| view! { <p>{t.sheet_open_sdg}</p> })}
            {columns(session)}
            <div class="form">{set_choice(session)}{indicator_choice(session)}</div>
            <p role="status" class="filter-result">{words(move || {
                rows.with(|rows| (session.text().files.readable)(rows.rows.len(), rows.seen))
            })}</p>
            {live(move || rows.with(|rows| bad(session, rows)))}
            <p class="button-row">
                <button class="button" disabled=flag(move || !is_ready()) on:click=press(go_on)>{t.show_preview}</button>
                <button class="button is-quiet" on:click=press(move || session.put_away())>{icon(Icon::Close)}{t.cancel}</button>
            </p>
        </section>
    }
    .into_any()
}

fn change(session: Session, change: impl FnOnce(&mut Table)) {
    session.files.table.update(|table| {
        if let Some(table) = table {
            change(table);
        }
    });
}

/// What each column is.
fn columns(session: Session) -> AnyView {
    let t = &session.text().files;
    let language = session.language();
    let table = session.files.table;
    let shown = move |at: usize| {
        table.with(|table| {
            table.as_ref().and_then(|table| table.sheet.columns.get(at).copied().flatten())
        })
    };
    let (headers, examples) = table.with_untracked(|table| {
        table.as_ref().map_or_else(Default::default, |table| {
            let first = table.sheet.rows.first();
            let examples: Vec<String> = (0..table.sheet.headers.len())
                .map(|at| first.and_then(|row| row.cells.get(at)).cloned().unwrap_or_default())
                .collect();
            (table.sheet.headers.clone(), examples)
        })
    });
    let rows = headers.into_iter().zip(examples).enumerate().map(|(at, (header, example))| {
        let id = format!("column-{at}");
        let choose = move |event| {
            let name = event_target_value(&event);
            let column = Column::ALL.into_iter().find(|column| name_of(*column) == name);
            change(session, |table| table.sheet.assign(at, column));
        };
        let options = Column::ALL.map(|column| {
            view! { <option value=name_of(column) prop:selected=flag(move || shown(at) == Some(column))>{column.header(language)}</option> }.into_any()
        });
        let example: String = example.chars().take(60).collect();
        let hint = (!example.is_empty()).then(|| view! { <small>{(t.example)(&example)}</small> });
        view! {
            <li>
                <label for=id.clone()>{(t.column)(at + 1, &header)}{hint}</label>
                <select id=id on:change=choose>
                    <option value="" prop:selected=flag(move || shown(at).is_none())>{t.column_unused}</option>
                    {options.into_iter().collect::<Vec<AnyView>>()}
                </select>
            </li>
        }
        .into_any()
    });
    view! { <ul class="columns">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

fn name_of(column: Column) -> &'static str {
    column.header(crate::vision::Language::En)
}

/// Into which set the observations go.
fn set_choice(session: Session) -> AnyView {
    let t = &session.text().files;
    let chosen =
        session.files.table.with_untracked(|table| table.as_ref().and_then(|table| table.set));
    let sets = session.measuring.sets.get();
    let options = sets.into_iter().map(|own| {
        let name = session.set_name(SetKey::Own(own.id));
        view! { <option value=own.id.to_string() selected=chosen == Some(own.id)>{name}</option> }
            .into_any()
    });
    let choose = move |event| {
        let set = RecordId::parse(&event_target_value(&event));
        change(session, |table| table.set = set);
    };
    view! {
        <label for="table-set">{t.into_set}</label>
        <select id="table-set" on:change=choose>
            <option value="" selected=chosen.is_none()>{t.into_new}</option>
            {options.collect::<Vec<AnyView>>()}
        </select>
    }
    .into_any()
}

/// For which indicator rows count that name none.
fn indicator_choice(session: Session) -> AnyView {
    let t = &session.text().files;
    let language = session.language();
    let (key, chosen) = session.files.table.with_untracked(|table| {
        table
            .as_ref()
            .map_or((SetKey::Published, None), |table| (table.key(), table.indicator.clone()))
    });
    let all = session.measuring.now(|measures| measures.indicators(key));
    let options = all.into_iter().map(|one| {
        let is_chosen = chosen.as_ref() == Some(&one.id);
        let name = format!("{} · {}", one.item, one.name.get(language));
        view! { <option value=one.id selected=is_chosen>{name}</option> }.into_any()
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        change(session, |table| table.indicator = (!name.is_empty()).then_some(name));
    };
    view! {
        <label for="table-indicator">{t.for_indicator}</label>
        <select id="table-indicator" on:change=choose>
            <option value="" selected=chosen.is_none()>{t.for_indicator_none}</option>
            {options.collect::<Vec<AnyView>>()}
        </select>
    }
    .into_any()
}

/// What cannot be read, cell by cell, and whether it is left out.
fn bad(session: Session, rows: &Understanding) -> AnyView {
    let t = &session.text().files;
    let parts =
        (rows.parts > 0).then(|| view! { <p class="quiet">{(t.parts_left_out)(rows.parts)}</p> });
    if rows.bad.is_empty() {
        return parts.into_any();
    }
    let told = rows
        .bad
        .iter()
        .take(TOLD)
        .map(|cell| view! { <li>{(t.bad_cell)(cell, why(session, cell))}</li> }.into_any());
    let told = told.collect::<Vec<AnyView>>();
    let left = rows.bad.len().saturating_sub(TOLD);
    let leaves_out = session
        .files
        .table
        .with_untracked(|table| table.as_ref().is_some_and(|table| table.leaves_out));
    let choose = move |event| {
        let is_on = event_target_checked(&event);
        change(session, |table| table.leaves_out = is_on);
    };
    view! {
        {parts}
        <div class="note is-refusal">
            {icon(Icon::Note)}
            <div>
                <p><b>{(t.bad_cells)(rows.bad.len())}</b></p>
                <ul>{told}</ul>
                {(left > 0).then(|| view! { <p>{format!("+ {left}")}</p> })}
                <label class="check" for="leave-out">
                    <input id="leave-out" type="checkbox" checked=leaves_out on:change=choose/>
                    <span>{(t.leave_out)(rows.unreadable)}</span>
                </label>
            </div>
        </div>
    }
    .into_any()
}

fn why(session: Session, cell: &BadCell) -> &'static str {
    let t = session.text();
    match cell.why {
        Why::NoIndicator => t.files.why_no_indicator,
        Why::Problem(_, problem) => (t.measure.problem)(problem),
        Why::State => t.files.why_state,
        Why::Quality => t.files.why_quality,
        Why::YesNo => t.files.why_yes_no,
        Why::Id => t.files.why_id,
        Why::TooLong => t.files.why_long,
        Why::Beyond => t.files.why_beyond,
    }
}
