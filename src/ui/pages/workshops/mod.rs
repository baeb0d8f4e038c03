//! Workshops: the list with its templates, preparing, the tablet in the hall, the big screen, results and
//! minutes.

mod agenda;
mod agreeing;
mod ballot;
mod closing;
mod grouping;
mod hands;
mod harvest;
mod list;
mod minutes;
mod prepare;
mod present;
mod results;
mod run;
mod tables;
mod voting;
mod writing;

use crate::{
    app::{DeedName, Route, Workshops},
    document::{Edit, Kind, Moment, RecordId, Value},
    sorted::sort,
    ui::{
        components::{breadcrumbs, live},
        fields::Field,
        platform::{awake, page},
        session::Session,
        work::{new_id, now},
        workshops::{Names, named, names},
    },
    workshop::{
        Activity, Outcome, Stage, Table, Timer, Workshop, has_votes, outcome_of,
        records::{self, AT, LAST, ORDER, TABLE, TIMER, made, table_id},
        table_of,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The view at an address of workshops.
pub(super) fn page(session: Session, workshops: Workshops) -> AnyView {
    match workshops {
        Workshops::List => list::page(session),
        Workshops::Prepare(id) => with(session, &id, prepare::page),
        Workshops::Run(id) => with(session, &id, run::page),
        Workshops::Present(id) => with(session, &id, present::page),
        Workshops::Results(id) => with(session, &id, results::page),
        Workshops::Minutes(id) => with(session, &id, minutes::page),
    }
}

/// What the browser calls a view of workshops.
pub(crate) fn title(session: Session, workshops: &Workshops) -> String {
    let t = &session.text().workshop;
    let name = |id: &str| {
        let text = RecordId::parse(id).and_then(|id| {
            session.work.look(|document| Some(document.get(id)?.text(records::NAME).to_owned()))
        });
        named(session, text.unwrap_or_default().trim())
    };
    match workshops {
        Workshops::List => t.title.into(),
        Workshops::Prepare(id) => format!("{}: {}", name(id), t.prepare),
        Workshops::Run(id) => name(id),
        Workshops::Present(id) => format!("{}: {}", name(id), t.big_screen),
        Workshops::Results(id) => format!("{}: {}", name(id), t.results),
        Workshops::Minutes(id) => format!("{}: {}", name(id), t.minutes),
    }
}

/// A workshop as its views see it, with this device's table.
#[derive(Clone, Copy)]
struct Hall {
    session: Session,
    id: RecordId,
    /// This device's table.
    table: RecordId,
    workshop: Memo<Workshop>,
    /// What is known of this device's table; none before anything was done there.
    here: Memo<Option<Table>>,
}

impl Hall {
    fn new(session: Session, id: RecordId, workshop: Memo<Option<Workshop>>) -> Self {
        let table = table_id(id, session.work.device());
        let work = session.work;
        Self {
            session,
            id,
            table,
            workshop: Memo::new(move |before: Option<&Workshop>| {
                // What was just deleted is shown for the moment that the view still stands.
                workshop.get().or_else(|| before.cloned()).unwrap_or_else(|| Workshop::empty(id))
            }),
            here: Memo::new(move |_| work.look(|document| table_of(document, table))),
        }
    }

    /// The activity that this table is at; follows changes.
    fn current(self) -> Option<Activity> {
        self.workshop.read().current(self.here.read().as_ref()).cloned()
    }

    /// A field of the workshop's own record.
    fn field(self, field: &'static str) -> Field {
        Field::new(self.session, DeedName::WorkshopWritten, (self.id, field))
    }

    /// A field of this device's table.
    fn table_field(self, field: &'static str) -> Field {
        let birth = made(self.table, &TABLE, self.id, []);
        Field::born(self.session, DeedName::WorkshopWritten, (self.table, field), birth)
    }

    /// The names of what can be voted on; follows changes.
    fn names(self) -> Names {
        let workshop = self.workshop.get();
        self.session.work.look(|document| names(document, &workshop))
    }
    /// The votes in which something was cast and which this table is past; follows changes.
    fn shown_votes(self) -> Vec<Activity> {
        let workshop = self.workshop.read();
        let here = self.here.read();
        let is_shown = |vote: &&Activity| {
            workshop.is_revealed(vote.id, here.as_ref())
                && self.session.work.look(|document| has_votes(document, self.id, vote.id))
        };
        workshop.votes().filter(is_shown).cloned().collect()
    }

    /// Whether people write in silence at this table: nobody reads notes then; follows changes.
    fn is_writing(self) -> bool {
        self.here.read().is_some()
            && self.current().is_some_and(|current| current.stage == Stage::Writing)
    }

    /// Makes this device a table, where it is none yet: it then hides what is voted on.
    fn sit(self) {
        if self.here.read_untracked().is_none() {
            self.put_here(Vec::new());
        }
    }

    /// What a vote came to; follows changes.
    fn outcome(self, activity: &Activity) -> Outcome {
        self.session.work.look(|document| outcome_of(document, self.id, activity))
    }

    /// Has this table begin an activity, its clock set and stopped.
    fn go(self, activity: &Activity) {
        let timer = Timer::of_minutes(activity.minutes);
        self.put_here(vec![
            (AT, activity.id.to_string().into()),
            (TIMER, timer.to_string().into()),
        ]);
        page::after_drawing(|| {
            page::scroll_to(0.0);
            page::focus("h1");
        });
    }

    /// Changes this table's clock.
    fn set_timer(self, change: impl FnOnce(Timer) -> Timer) {
        let timer = self.timer_now();
        self.put_here(vec![(TIMER, change(timer).to_string().into())]);
    }

    /// This table's clock: before it was touched, stopped at what the activity takes.
    fn timer(self) -> Timer {
        let kept = self.here.read().as_ref().and_then(|table| table.timer);
        let usual = || Timer::of_minutes(self.current().map_or(0, |current| current.minutes));
        kept.unwrap_or_else(usual)
    }

    fn timer_now(self) -> Timer {
        untrack(|| self.timer())
    }

    /// Whether nothing more is taken in at this second, because the time is up.
    fn is_locked(self, second: i64) -> bool {
        let has_time = self.current().is_some_and(|current| current.minutes > 0);
        has_time
            && self.workshop.read().is_locking
            && self.timer().is_up(Moment::from_seconds(second))
    }

    /// Puts values into fields of this device's table, which may not be there yet.
    fn put_here(self, fields: Vec<(&'static str, Value)>) {
        let work = self.session.work;
        let edits = work.look_now(|document| {
            let mut edits =
                crate::app::birth(document, self.table, &made(self.table, &TABLE, self.id, []));
            let record = document.get(self.table);
            edits.extend(fields.into_iter().map(|(field, value)| {
                let basis = record.map(|record| record.basis(field)).unwrap_or_default();
                Edit::Set(self.table, field, value, basis)
            }));
            edits
        });
        work.act_for_good(&edits);
    }

    /// The address of another view of this workshop.
    fn address(self, view: fn(String) -> Workshops) -> String {
        Route::Workshops(view(self.id.to_string())).address()
    }

    /// Where a view stands: all workshops, then this one.
    fn trail(self, here: &str) -> AnyView {
        let t = self.session.text();
        let steps = vec![
            (Route::Workshops(Workshops::List).address(), t.workshop.title.to_owned()),
            (
                self.address(Workshops::Prepare),
                named(self.session, &self.workshop.read_untracked().name),
            ),
        ];
        breadcrumbs(t.breadcrumbs, steps, here.to_owned()).into_any()
    }
}

/// Where the first view of a workshop stands: all workshops, then this one.
fn list_trail(hall: Hall) -> AnyView {
    let session = hall.session;
    live(move || {
        let t = session.text();
        let steps = vec![(Route::Workshops(Workshops::List).address(), t.workshop.title.into())];
        let here = named(session, &hall.workshop.read().name);
        breadcrumbs(t.breadcrumbs, steps, here).into_any()
    })
}

/// Seconds since 1970, about four times a second; follows the clock for as long as the view stands.
fn clock() -> RwSignal<i64> {
    let seconds = RwSignal::new(now().seconds());
    awake::on_tick(move || {
        let now = now().seconds();
        if seconds.get_untracked() != now {
            seconds.set(now);
        }
    });
    seconds
}

/// A view of a workshop, or a word where it is not on this device.
fn with(session: Session, id: &str, view: fn(Hall) -> AnyView) -> AnyView {
    let parsed = RecordId::parse(id);
    let workshop = Memo::new(move |_| {
        parsed.and_then(|id| session.work.look(|document| Workshop::of(document, id)))
    });
    let is_there = Memo::new(move |_| {
        let is_there = workshop.read().is_some();
        // Before everything is loaded nobody knows.
        session.work.is_ready.get().then_some(is_there)
    });
    live(move || match (parsed, is_there.get()) {
        (Some(id), Some(true)) => view(Hall::new(session, id, workshop)),
        (_, None) => {
            let t = session.text();
            view! { <header class="page-head"><h1 tabindex="-1">{t.workshop.title}</h1><p class="lead">{t.measure.loading}</p></header> }.into_any()
        }
        _ => {
            let t = &session.text().workshop;
            view! {
                <header class="page-head">
                    <h1 tabindex="-1">{t.not_here}</h1>
                    <p class="lead">{t.not_here_lead}</p>
                </header>
                <a class="button" href=Route::Workshops(Workshops::List).address()>{t.to_list}</a>
            }
            .into_any()
        }
    })
}

/// Adds a record that belongs to a workshop, and leads to one of its fields.
fn add(
    hall: Hall,
    name: DeedName,
    kind: &'static Kind,
    fields: Vec<(&'static str, Value)>,
    focus: &str,
) -> RecordId {
    let id = new_id();
    let mut edits = made(id, kind, hall.id, []);
    let set = |(field, value)| Edit::Set(id, field, value, BTreeSet::new());
    edits.extend(fields.into_iter().map(set));
    hall.session.work.act(name, &edits);
    if !focus.is_empty() {
        page::focus_soon(&format!("[id='{focus}-{id}']"));
    }
    id
}

/// Takes a record out of a workshop, with a way back.
fn remove(hall: Hall, id: RecordId, then: &'static str) {
    hall.session.work.act(DeedName::WorkshopPartDeleted, &[Edit::Delete(id)]);
    hall.session.say_done(DeedName::WorkshopPartDeleted);
    page::focus_soon(then);
}

/// The ids of a workshop's records of a kind, in their order; follows changes.
fn ordered(hall: Hall, kind: &'static Kind) -> Memo<Vec<RecordId>> {
    Memo::new(move |_| {
        hall.session.work.look(|document| {
            let mine = document
                .of_kind(kind)
                .filter(|record| records::workshop_of(record) == Some(hall.id));
            let place = |record: &crate::document::Record| {
                (record.front(ORDER).and_then(Value::as_whole).unwrap_or(LAST), record.id)
            };
            let mut all: Vec<(i64, RecordId)> = mine.map(place).collect();
            sort(&mut all, |one, other| one < other);
            all.into_iter().map(|(_, id)| id).collect()
        })
    })
}

/// The place after the last of these records.
fn next_order(hall: Hall, ids: &[RecordId]) -> Value {
    let last = hall.session.work.look_now(|document| {
        let order = |id: &RecordId| document.get(*id)?.front(ORDER)?.as_whole();
        ids.iter().filter_map(order).max()
    });
    Value::Whole(last.unwrap_or(0).saturating_add(1).min(LAST))
}
