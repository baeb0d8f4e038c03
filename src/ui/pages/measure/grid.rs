//! Many observations at once: typed row by row, or pasted from a spreadsheet.

use super::head;
use crate::{
    app::{DeedName, Measuring, SetKey},
    measure::{
        Indicator, Kind, Observation,
        entry::{Reading, Typed, edits_new, read},
        paste,
    },
    ui::{
        components::{Icon, flag, icon, live, press, words},
        platform::{chance, clipboard, page},
        session::Session,
        told::value,
        work::new_id,
    },
    value::Value,
};
use leptos::prelude::*;

/// Where the grid's text is kept until it is saved.
const FORM: &str = "grid";
/// So many rows are drawn; the rest come into sight as those are saved or emptied.
const DRAWN: usize = 200;
/// So many empty rows stand at the end.
const EMPTY: usize = 3;

/// The columns, in their order: the name in the kept form, and the ids of fields.
const COLUMNS: [&str; 6] = ["indicator", "when", "value", "of", "title", "owner"];

/// A row as it was typed.
type Cells = [String; 6];

#[derive(Clone, Copy)]
struct Grid {
    session: Session,
    rows: RwSignal<Vec<Cells>>,
    /// Rises when rows come or go other than by typing: then all is drawn anew.
    drawn: RwSignal<u32>,
}

/// What a row means.
enum Meaning {
    Empty,
    NoIndicator,
    Read(Box<(Indicator, Typed, Reading)>),
}

pub(super) fn page(session: Session) -> AnyView {
    let t = &session.text().measure;
    let grid = Grid { session, rows: RwSignal::new(kept(session)), drawn: RwSignal::new(0) };
    let save = move || grid.save();
    let clear = move || {
        let before = grid.rows.get_untracked();
        grid.put(Vec::new());
        let back = std::sync::Arc::new(move || grid.put(before.clone()));
        let t = session.text_now();
        session.say(t.measure.grid_cleared.into(), Some((t.work.undo, back)));
        Grid::focus(0, 0);
    };
    let may_write = move || session.work.is_ready.get() && !session.work.is_read_only.get();
    let columns =
        [t.grid_indicator, t.entry_when, t.value, t.grid_of, t.entry_source, t.entry_owner];
    let columns = columns.map(|name| view! { <th scope="col">{name}</th> }.into_any());
    let columns = columns.into_iter().collect::<Vec<AnyView>>();
    view! {
        <div class="grid-page">
            {head(session, &Measuring::Grid, t.view_grid, t.grid_lead.into())}
            <div class="table-frame" tabindex="0" role="region" aria-label=t.view_grid on:paste=move |event| grid.paste(&event)>
                <table class="grid">
                    <thead><tr><td></td>{columns}<th scope="col">{t.grid_read}</th></tr></thead>
                    {live(move || grid.body())}
                </table>
            </div>
            <p class="grid-state" role="status">{words(move || grid.state())}</p>
            <p class="button-row">
                <button class="button" disabled=flag(move || !may_write() || grid.ready().is_empty()) on:click=press(save)>
                    {words(move || (session.text().measure.grid_save)(grid.ready().len()))}
                </button>
                <button class="button is-quiet" on:click=press(clear)>{icon(Icon::Close)}{t.grid_clear}</button>
            </p>
        </div>
    }
    .into_any()
}

/// The rows as they were left.
fn kept(session: Session) -> Vec<Cells> {
    let value = session.form(FORM).and_then(|text| Value::parse(&text).ok());
    let rows = value.as_ref().and_then(Value::as_list).unwrap_or_default();
    let cells = |row: &Value| -> Option<Cells> {
        let cells: Vec<String> = row
            .as_list()?
            .iter()
            .map(|cell| cell.as_text().map(str::to_owned))
            .collect::<Option<_>>()?;
        cells.try_into().ok()
    };
    rows.iter().filter_map(cells).collect()
}

impl Grid {
    /// Replaces all rows, and draws them anew.
    fn put(self, rows: Vec<Cells>) {
        self.rows.set(rows);
        self.drawn.update(|drawn| *drawn += 1);
        self.keep();
    }

    fn keep(self) {
        let rows = self.rows.get_untracked();
        let is_filled = |row: &&Cells| row.iter().any(|cell| !cell.is_empty());
        let filled: Vec<Value> = rows
            .iter()
            .filter(is_filled)
            .map(|row| Value::List(row.iter().map(|cell| cell.as_str().into()).collect()))
            .collect();
        let text = if filled.is_empty() { String::new() } else { Value::List(filled).to_string() };
        self.session.keep_form(FORM, &text);
    }

    fn cell(self, row: usize, column: usize) -> String {
        self.rows
            .with_untracked(|rows| rows.get(row).and_then(|row| row.get(column)).cloned())
            .unwrap_or_default()
    }

    fn type_in(self, row: usize, column: usize, text: &str) {
        let mut is_new = false;
        self.rows.update(|rows| {
            while rows.len() <= row {
                rows.push(Cells::default());
                is_new = true;
            }
            if let Some(cell) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
                text.clone_into(cell);
            }
        });
        self.keep();
        if is_new {
            page::keep_focus();
            self.drawn.update(|drawn| *drawn += 1);
        }
    }

    /// What a row means in the set that is written to.
    fn meaning(self, cells: &Cells) -> Meaning {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Meaning::Empty;
        }
        let session = self.session;
        let set = SetKey::parse(&session.usual_set()).unwrap_or(SetKey::Published);
        let language = session.language();
        let [name, when, value, of, title, owner] = cells.clone();
        session.measures(|measures| {
            let all = measures.indicators(set);
            let Some(indicator) = paste::indicator(&name, &all, language) else {
                return Meaning::NoIndicator;
            };
            let is_state = indicator.kind == Kind::Milestone;
            let state = paste::state(&value).filter(|_| is_state);
            let typed = Typed {
                value: if is_state { String::new() } else { value },
                state: state.map(|state| state.name().to_owned()).unwrap_or_default(),
                of,
                when,
                title,
                owner,
                is_confirmed: false,
                ..Typed::default()
            };
            // A set that is yet to be made has none.
            let earlier = match set {
                SetKey::Published => Vec::new(),
                SetKey::Own(_) => measures.series(set, &indicator.id).observations,
            };
            let reading = read(&typed, indicator.kind, &earlier, chance::today(), language);
            Meaning::Read(Box::new((indicator.clone(), typed, reading)))
        })
    }

    /// The rows that can be saved. Questions are answered on the form of the observation itself; here a
    /// value that raises one is told of and saved only from there.
    fn ready(self) -> Vec<usize> {
        let rows = self.rows.get();
        let is_ready = |cells: &Cells| {
            if let Meaning::Read(read) = self.meaning(cells) {
                read.2.is_ready(&read.1)
            } else {
                false
            }
        };
        rows.iter().enumerate().filter(|(_, cells)| is_ready(cells)).map(|(at, _)| at).collect()
    }

    fn filled(self) -> usize {
        let rows = self.rows.get();
        rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).count()
    }

    fn state(self) -> String {
        let t = &self.session.text().measure;
        let (filled, ready) = (self.filled(), self.ready().len());
        if filled == 0 {
            return t.grid_nothing.into();
        }
        if filled > ready { (t.grid_bad)(filled - ready) } else { String::new() }
    }

    fn save(self) {
        let session = self.session;
        let ready = untrack(|| self.ready());
        let (set, mut edits) = session.writable_set(&session.usual_set());
        let rows = self.rows.get_untracked();
        for cells in ready.iter().filter_map(|at| rows.get(*at)) {
            if let Meaning::Read(read) = untrack(|| self.meaning(cells)) {
                let (indicator, typed, reading) = *read;
                edits.extend(edits_new(new_id(), set, &indicator.id, &typed, &reading));
            }
        }
        session.work.act(DeedName::ObservationsEntered(ready.len()), &edits);
        let is_left = |(at, row): &(usize, Cells)| {
            !ready.contains(at) && row.iter().any(|cell| !cell.trim().is_empty())
        };
        let left: Vec<Cells> =
            rows.into_iter().enumerate().filter(is_left).map(|(_, row)| row).collect();
        let count = left.len();
        self.put(left);
        session.show_set(SetKey::Own(set));
        session.say_with_undo((session.text_now().measure.grid_saved)(ready.len(), count));
        Self::focus(0, 0);
    }

    /// Puts pasted rows in, from the cell that has the focus.
    fn paste(self, event: &leptos::ev::Event) {
        let Some(text) = clipboard::pasted(event) else { return };
        if !text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r']) {
            return;
        }
        event.prevent_default();
        let (row, column) = Self::place_of_focus().unwrap_or((0, 0));
        let pasted = paste::cells(&text);
        let mut rows = self.rows.get_untracked();
        for (down, cells) in pasted.rows.iter().enumerate() {
            while rows.len() <= row + down {
                rows.push(Cells::default());
            }
            let Some(line) = rows.get_mut(row + down) else { continue };
            for (cell, text) in line.iter_mut().skip(column).zip(cells) {
                text.trim().clone_into(cell);
            }
        }
        self.put(rows);
        let t = &self.session.text_now().measure;
        let mut words = (t.grid_pasted)(pasted.rows.len());
        if pasted.is_cut {
            words.push(' ');
            words.push_str(t.grid_cut);
        }
        self.session.say(words, None);
        Self::focus(row, column);
    }

    fn place_of_focus() -> Option<(usize, usize)> {
        let id = page::focused_id()?;
        let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
        Some((row.parse().ok()?, column.parse().ok()?))
    }

    fn focus(row: usize, column: usize) {
        page::focus_soon(&format!("#cell-{row}-{column}"));
    }

    fn body(self) -> AnyView {
        self.drawn.track();
        let count = self.rows.with_untracked(Vec::len) + EMPTY;
        let rows = (0..count.min(DRAWN)).map(|at| self.row(at)).collect::<Vec<AnyView>>();
        view! { <tbody>{rows}</tbody> }.into_any()
    }

    fn row(self, at: usize) -> AnyView {
        let t = &self.session.text().measure;
        let name = (t.grid_row)(at + 1);
        let labels =
            [t.grid_indicator, t.entry_when, t.value, t.grid_of, t.entry_source, t.entry_owner];
        let cells = labels.into_iter().enumerate().map(|(column, label)| {
            let id = format!("cell-{at}-{column}");
            let label = format!("{name}: {label}");
            let class = COLUMNS.get(column).copied().unwrap_or_default();
            let type_in = move |event| self.type_in(at, column, &event_target_value(&event));
            let on_key = move |event: leptos::ev::KeyboardEvent| {
                let to = match event.key().as_str() {
                    "Enter" | "ArrowDown" => at + 1,
                    "ArrowUp" if at > 0 => at - 1,
                    _ => return,
                };
                event.prevent_default();
                Self::focus(to, if event.key() == "Enter" { 0 } else { column });
            };
            view! {
                <td class=format!("is-{class}")><input id=id type="text" autocomplete="off" aria-label=label value=self.cell(at, column) on:input=type_in on:keydown=on_key/></td>
            }
            .into_any()
        });
        let cells = cells.collect::<Vec<AnyView>>();
        view! {
            <tr><th scope="row"><span class="visually-hidden">{name.clone()}</span><span aria-hidden="true">{at + 1}</span></th>{cells}<td class="is-read">{live(move || self.read_as(at))}</td></tr>
        }
        .into_any()
    }

    /// How a row was read, or why it cannot be.
    fn read_as(self, at: usize) -> AnyView {
        let session = self.session;
        let t = &session.text().measure;
        let Some(cells) = self.rows.with(|rows| rows.get(at).cloned()) else {
            return ().into_any();
        };
        match self.meaning(&cells) {
            Meaning::Empty => ().into_any(),
            Meaning::NoIndicator => {
                view! { <span class="field-problem">{t.grid_no_indicator}</span> }.into_any()
            }
            Meaning::Read(read) => {
                let (indicator, typed, reading) = *read;
                let problems = reading.problems.iter().map(|(field, problem)| {
                    format!("{}: {}", (t.field)(*field), (t.problem)(*problem))
                });
                let mut told: Vec<String> = problems.collect();
                if told.is_empty() && !reading.is_ready(&typed) {
                    told.extend(reading.questions.iter().map(|one| (t.question)(one)));
                }
                if !told.is_empty() {
                    return view! { <span class="field-problem">{told.join(" ")}</span> }
                        .into_any();
                }
                let language = session.language();
                let shown = reading.found.map(|found| {
                    let one = Observation {
                        when: reading.when,
                        found,
                        quality: crate::measure::Quality::Measured,
                        is_break: false,
                    };
                    value(session, &indicator, &one)
                });
                let when = reading.when.map(|when| when.show(language));
                let words: Vec<String> =
                    [Some(indicator.name.get(language).to_owned()), shown, when]
                        .into_iter()
                        .flatten()
                        .collect();
                view! { <span class="read-as">{words.join(" · ")}</span> }.into_any()
            }
        }
    }
}
