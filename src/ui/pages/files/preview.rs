//! What a file would change, before it does: each thing with both sides, to be taken or left.

use crate::{
    app::{FoundInFile, Incoming, Outcome, Source, Together},
    document::{Record, RecordId},
    exchange::{Difference, Effect, Item, Newer, Settled},
    ui::{
        components::{Icon, flag, icon, live, press, words},
        incoming::{Progress, why_left_out},
        named::{field_name, name, says},
        platform::chance,
        session::Session,
    },
    value::Value,
    workshop::records::{BALLOT, HANDS, SEAT},
};
use leptos::prelude::*;

/// So many things of one effect are listed at first, and with every asking for more.
const LISTED: usize = 50;

pub(super) fn view(session: Session) -> AnyView {
    let files = session.files;
    let is_busy = Memo::new(move |_| {
        files.progress.with(|progress| progress.map(|one| matches!(one, Progress::Taking(_))))
    });
    let shown = Memo::new(move |_| files.shown());
    live(move || match (is_busy.get(), shown.get()) {
        (Some(_), _) => busy(session),
        (None, Some(_)) => preview(session),
        (None, None) => ().into_any(),
    })
}

/// How far reading or taking in has come.
fn busy(session: Session) -> AnyView {
    let t = &session.text().files;
    let progress = session.files.progress;
    let percent = move || match progress.get() {
        Some(
            Progress::Reading(done) | Progress::ReadingOf(_, _, done) | Progress::Taking(done),
        ) => done,
        None => 0,
    };
    let told = move || match progress.get() {
        Some(Progress::Taking(done)) => (session.text().files.taking)(done),
        Some(Progress::Reading(done)) => (session.text().files.reading)(done),
        Some(Progress::ReadingOf(at, of, done)) => (session.text().files.reading_of)(at, of, done),
        None => String::new(),
    };
    let is_taking = matches!(progress.get_untracked(), Some(Progress::Taking(_)));
    // What is being taken in can be undone in one go afterwards; stopped midway it would be half.
    let cancel = (!is_taking).then(|| view! { <button class="button is-quiet" on:click=press(move || session.put_away())>{t.cancel}</button> });
    view! {
            <section class="panel incoming" aria-busy="true">
                <p role="status">{words(told)}</p>
                <progress max="100" value=words(move || percent().to_string()) aria-label=t.preview></progress>
                {cancel}
            </section>
        }
        .into_any()
}

/// All that the file would change.
fn preview(session: Session) -> AnyView {
    let t = &session.text().files;
    let lead = session.files.incoming.with_untracked(|incoming| {
        incoming.as_ref().map(|incoming| lead(session, incoming)).unwrap_or_default()
    });
    let is_nothing = session.files.incoming.with_untracked(|incoming| {
        let seen = Effect::ALL.into_iter().filter(|one| *one != Effect::Unchanged);
        incoming
            .as_ref()
            .is_some_and(|incoming| seen.map(|one| incoming.plan.count(one)).sum::<usize>() == 0)
    });
    let groups: Vec<AnyView> =
        Effect::ALL.into_iter().map(|effect| group(session, effect)).collect();
    let count = move || {
        session.files.incoming.with(|incoming| incoming.as_ref().map_or(0, Incoming::count))
    };
    let (title, nothing, files) = with_together(session, |together| {
        (t.preview_several, t.nothing_several, Some(files_list(session, together)))
    })
    .unwrap_or((t.preview, t.nothing, None));
    let nothing = is_nothing.then(|| view! { <p>{nothing}</p> });
    view! {
        <section class="panel incoming" aria-labelledby="incoming-heading">
            <h2 id="incoming-heading" tabindex="-1">{title}</h2>
            {lead.into_iter().map(|line| view! { <p class="quiet">{line}</p> }.into_any()).collect::<Vec<AnyView>>()}
            {files}
            {nothing}
            {groups}
            {misfits(session)}
            <p class="button-row">
                {(!is_nothing).then(|| view! {
                    <button class="button" disabled=flag(move || count() == 0) on:click=press(move || session.accept())>
                        {words(move || (session.text().files.take)(count()))}
                    </button>
                })}
                <button class="button is-quiet" on:click=press(move || session.put_away())>{icon(Icon::Close)}{t.cancel}</button>
            </p>
        </section>
    }
    .into_any()
}

/// What the file is, in lines.
fn lead(session: Session, incoming: &Incoming) -> Vec<String> {
    let t = session.text();
    let mut lines = vec![incoming.name.clone()];
    match &incoming.source {
        Source::File(format, exported, is_without_names) => {
            let time = (t.work.time)(chance::local(exported.seconds()));
            lines.push((t.files.preview_lead)(*format, &time));
            if *is_without_names {
                lines.push(t.files.without_names.into());
            }
        }
        Source::Sheet => lines.push(t.files.from_sheet.into()),
        Source::Together(together) => {
            lines = vec![(t.files.several_lead)(together.count_read(), together.files.len())];
        }
    }
    lines
}

/// Looks at the files that came in together, where they did.
fn with_together<T>(session: Session, look: impl FnOnce(&Together) -> T) -> Option<T> {
    session.files.incoming.with_untracked(|incoming| match &incoming.as_ref()?.source {
        Source::Together(together) => Some(look(together)),
        Source::File(..) | Source::Sheet => None,
    })
}

fn is_several(session: Session) -> bool {
    with_together(session, |_| ()).is_some()
}

/// What became of each of the files that came in together.
fn files_list(session: Session, together: &Together) -> AnyView {
    let t = session.text();
    let rows = together.files.iter().map(|(name, outcome)| {
        let told = match outcome {
            Outcome::Read(found) => found_in_file(session, found),
            Outcome::Same(earlier) => (t.files.file_same)(earlier),
            Outcome::LeftOut(why) => (t.files.file_left_out)(&why_left_out(t, why)),
        };
        view! { <li><span>{name.clone()}<small>{told}</small></span></li> }.into_any()
    });
    view! { <ul class="panel-list">{rows.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

fn found_in_file(session: Session, found: &FoundInFile) -> String {
    let t = session.text();
    let time = (t.work.time)(chance::local(found.exported.seconds()));
    let mut told = vec![(t.files.file_read)(found.format, &time, found.records)];
    if found.misfits > 0 {
        told.push((t.files.file_misfits)(found.misfits));
    }
    if found.is_without_names {
        told.push(t.files.without_names.into());
    }
    told.join(" ")
}

/// What was left out of a file because an earlier one has something of another kind under its id.
fn misfits(session: Session) -> AnyView {
    let t = &session.text().files;
    let (names, count) = with_together(session, |together| {
        let some = together.misfits.iter().take(LISTED);
        let names: Vec<String> = some.map(|record| name(session, record)).collect();
        (names, together.misfits.len())
    })
    .unwrap_or_default();
    if count == 0 {
        return ().into_any();
    }
    let rows = names.into_iter().map(|name| view! { <li><span>{name}</span></li> }.into_any());
    let class = format!("incoming-group is-{}", class_of(Effect::Foreign));
    view! {
        <details class=class>
            <summary><b>{(t.effect)(Effect::Foreign, count)}</b><small>{t.misfits_lead}</small></summary>
            <ul class="incoming-list">{rows.collect::<Vec<AnyView>>()}</ul>
        </details>
    }
    .into_any()
}

/// All that has one effect, folded where it needs no decision.
fn group(session: Session, effect: Effect) -> AnyView {
    let t = &session.text().files;
    let files = session.files;
    let items: Vec<Item> = files.incoming.with_untracked(|incoming| {
        incoming.iter().flat_map(|incoming| incoming.plan.with(effect).copied()).collect()
    });
    if items.is_empty() {
        return ().into_any();
    }
    let is_first_open =
        matches!(effect, Effect::Conflict) || (effect != Effect::Unchanged && items.len() <= 5);
    let is_open = RwSignal::new(is_first_open);
    let shown = RwSignal::new(LISTED);
    let choosable = !matches!(effect, Effect::Unchanged | Effect::Foreign);
    let choose = move |is_taken: bool| {
        files.incoming.update(|incoming| {
            if let Some(incoming) = incoming {
                incoming.choose_all(effect, is_taken);
            }
        });
    };
    let count = items.len();
    let buttons = (choosable && count > 1).then(|| {
        view! {
            <p class="button-row">
                <button class="quiet-link" on:click=press(move || choose(true))>{t.all}</button>
                <button class="quiet-link" on:click=press(move || choose(false))>{t.none}</button>
            </p>
        }
    });
    let list = move || {
        if !is_open.get() {
            return ().into_any();
        }
        let most = shown.get();
        let rows: Vec<AnyView> =
            items.iter().take(most).map(|one| item(session, *one, choosable)).collect();
        let left = items.len().saturating_sub(most);
        let more = (left > 0).then(|| view! {
            <button class="button is-quiet" on:click=press(move || shown.update(|shown| *shown += LISTED))>{(session.text().files.more)(left)}</button>
        });
        view! { <ul class="incoming-list">{rows}</ul>{more} }.into_any()
    };
    let class = format!("incoming-group is-{}", class_of(effect));
    let of_several = is_several(session).then(|| (t.effect_lead_several)(effect)).flatten();
    let lead = of_several.unwrap_or_else(|| (t.effect_lead)(effect));
    view! {
        <details class=class open=is_first_open on:toggle=move |_| is_open.update(|is_open| *is_open = true)>
            <summary><b>{(t.effect)(effect, count)}</b><small>{lead}</small></summary>
            {buttons}
            {live(list)}
        </details>
    }
    .into_any()
}

const fn class_of(effect: Effect) -> &'static str {
    match effect {
        Effect::New => "new",
        Effect::Changed => "changed",
        Effect::Deleted => "deleted",
        Effect::Conflict => "conflict",
        Effect::Unchanged => "unchanged",
        Effect::Foreign => "foreign",
    }
}

fn with_record<T>(session: Session, at: usize, look: impl FnOnce(&Record) -> T) -> Option<T> {
    session.files.incoming.with_untracked(|incoming| incoming.as_ref()?.record(at).map(look))
}

/// One thing of the file.
fn item(session: Session, item: Item, is_choosable: bool) -> AnyView {
    let files = session.files;
    let title = with_record(session, item.at, |record| name(session, record)).unwrap_or_default();
    let id = format!("take-{}", item.id);
    let is_taken = move || {
        files.incoming.with(|incoming| incoming.as_ref().is_some_and(|one| one.takes(item.id)))
    };
    let choose = move |event| {
        let is_on = event_target_checked(&event);
        files.incoming.update(|incoming| {
            if let Some(incoming) = incoming {
                incoming.choose(item.id, is_on);
            }
        });
    };
    let label = if is_choosable {
        view! {
            <label class="check" for=id.clone()>
                <input id=id.clone() type="checkbox" prop:checked=flag(is_taken) on:change=choose/>
                <span>{title}</span>
            </label>
        }
        .into_any()
    } else {
        view! { <span>{title}</span> }.into_any()
    };
    // What stands on a ballot is nobody's to read.
    let kind = with_record(session, item.at, |theirs| theirs.kind.clone()).unwrap_or_default();
    let is_secret = [BALLOT.name, HANDS.name, SEAT.name].contains(&kind.as_str());
    let has_sides =
        !is_secret && matches!(item.effect, Effect::New | Effect::Changed | Effect::Conflict);
    let is_open = RwSignal::new(item.effect == Effect::Conflict);
    let sides = has_sides.then(|| {
        view! {
            <details class="incoming-sides" open=is_open.get_untracked() on:toggle=move |_| is_open.set(true)>
                <summary>{session.text().files.field}</summary>
                {live(move || if is_open.get() { sides(session, item) } else { ().into_any() })}
            </details>
        }
    });
    view! { <li>{label}{sides}</li> }.into_any()
}

/// Both sides of every field that differs.
fn sides(session: Session, item: Item) -> AnyView {
    let t = &session.text().files;
    let differences = with_record(session, item.at, |theirs| {
        session.work.look_now(|document| Difference::between(document.get(item.id), theirs))
    });
    let kind = with_record(session, item.at, |theirs| theirs.kind.clone()).unwrap_or_default();
    let is_several = is_several(session);
    let from = if is_several { t.files } else { t.file };
    let rows = differences.unwrap_or_default().into_iter().map(|difference| {
        let all = |values: &[Value]| {
            let texts: Vec<String> =
                values.iter().map(|value| says(session, &difference.field, Some(value))).collect();
            if texts.is_empty() {
                says(session, &difference.field, None)
            } else {
                texts.join(" / ")
            }
        };
        let newer = match difference.newer {
            _ if item.effect == Effect::New => (t.newer)(Newer::Neither),
            Newer::File if is_several => t.newer_several,
            newer @ (Newer::File | Newer::Here | Newer::Neither) => (t.newer)(newer),
        };
        let here = (item.effect != Effect::New).then(
            || view! { <dd><small>{t.here}</small><span>{all(&difference.here)}</span></dd> },
        );
        let choice = difference.is_conflict().then(|| {
            if is_several && difference.file.len() > 1 {
                // None of them may fall because another was met first.
                view! { <dd class="quiet">{t.files_differ}</dd> }.into_any()
            } else {
                choice(session, item.id, &difference.field)
            }
        });
        view! {
            <div class="side-row">
                <dt>{field_name(session, &kind, &difference.field)}</dt>
                {here}
                <dd><small>{from}</small><span>{all(&difference.file)}</span></dd>
                <dd class="quiet">{newer}</dd>
                {choice}
            </div>
        }
        .into_any()
    });
    view! { <dl class="sides">{rows.collect::<Vec<AnyView>>()}</dl> }.into_any()
}

/// How a conflict is settled with the file.
fn choice(session: Session, id: RecordId, field: &str) -> AnyView {
    let t = &session.text().files;
    let files = session.files;
    let is_several = is_several(session);
    let group = format!("settle-{id}-{field}");
    let chosen = files.incoming.with_untracked(|incoming| {
        incoming.as_ref().map(|incoming| incoming.settled(id, field)).unwrap_or_default()
    });
    let options = [Settled::Later, Settled::Here, Settled::File].map(|settled| {
        let words = match settled {
            Settled::File if is_several => t.settled_several,
            settled @ (Settled::Later | Settled::Here | Settled::File) => (t.settled)(settled),
        };
        let field = field.to_owned();
        let choose = move |_| {
            files.incoming.update(|incoming| {
                if let Some(incoming) = incoming {
                    incoming.settle(id, &field, settled);
                }
            });
        };
        view! {
            <label class="check">
                <input type="radio" name=group.clone() checked=settled == chosen on:change=choose/>
                <span>{words}</span>
            </label>
        }
        .into_any()
    });
    view! { <dd class="settle"><fieldset><legend>{t.settle}</legend>{options.into_iter().collect::<Vec<AnyView>>()}</fieldset></dd> }
        .into_any()
}
