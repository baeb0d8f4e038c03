//! Search results, grouped, with what matched marked.

use crate::{
    app::{Found, FoundGroup, Group, Route},
    search::{mark, snippet},
    ui::{
        components::{flag, press},
        platform::page,
        session::Session,
        wording::accent,
    },
    vision::Language,
};
use leptos::{ev, prelude::*};

/// How many results of a group are shown at first: goals are what most people look for.
const fn first(group: Group) -> usize {
    if matches!(group, Group::Goals) { 6 } else { 3 }
}

/// How long an excerpt is, in characters.
const EXCERPT: usize = 170;

pub(super) fn page(session: Session, words: &str) -> impl IntoView + use<> {
    let t = session.text();
    let words = words.trim().to_owned();
    if words.is_empty() {
        return view! { <div class="results-page">{invitation(session)}</div> }.into_any();
    }
    let searcher = session.searcher();
    let groups = page::timed("search", || searcher.find(&words));
    let count: usize = groups.iter().map(|group| group.found.len()).sum();
    let is_partial = groups.iter().flat_map(|group| &group.found).all(|found| found.is_partial);
    session.announce((t.search_count)(count));
    let move_on = |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        page::move_focus(".results a", step, "#search");
    };
    let leave = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            session.leave_search();
        }
    };
    let nothing = (count == 0).then(|| {
        view! { <p class="lead">{(t.search_none)(&words)}" "{t.search_none_advice}</p>{examples(session)} }
    });
    view! {
        <div class="results-page" on:keydown=leave>
            <header class="page-head">
                <h1 tabindex="-1">{(t.search_title_for)(&words)}</h1>
                <p class="lead">{(t.search_count)(count)}</p>
                {(count > 0 && is_partial).then(|| view! { <p>{t.search_partial}</p> })}
            </header>
            {nothing}
            <div class="results" on:keydown=move_on>
                {groups.into_iter().map(|group| group_view(session, group, &words)).collect_view()}
            </div>
            {(count > 0).then(|| view! { <p class="search-keys">{t.search_keys}</p> })}
        </div>
    }
    .into_any()
}

/// What can be searched for, before anything is typed.
fn invitation(session: Session) -> impl IntoView {
    let t = session.text();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{t.search_title}</h1>
            <p class="lead">{t.search_empty}</p>
        </header>
        {examples(session)}
    }
}

fn examples(session: Session) -> impl IntoView {
    let examples = session.text().search_examples.iter().map(|example| {
        view! { <li><a class="example" href=Route::Search((*example).into()).address()>{*example}</a></li> }
    });
    view! { <ul class="examples">{examples.collect_view()}</ul> }
}

fn group_view(session: Session, group: FoundGroup, words: &str) -> impl IntoView + use<> {
    let t = session.text();
    let language = session.language();
    let name = (t.group)(group.group);
    let count = group.found.len();
    let shows_all = RwSignal::new(count <= first(group.group) + 1);
    let words = words.to_owned();
    let heading = format!("found-{}", group.group as u8);
    let rows = move || {
        let shown = if shows_all.get() { count } else { first(group.group) };
        group
            .found
            .iter()
            .take(shown)
            .map(|found| result(session, found, &words, language))
            .collect_view()
    };
    view! {
        <section aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{name}" "<small>{count}</small></h2>
            <ul class="found">{rows}</ul>
            <button class="quiet-link" hidden=flag(move || shows_all.get()) on:click=press(move || shows_all.set(true))>
                {(t.show_all)(count)}
            </button>
        </section>
    }
}

fn result(
    session: Session,
    found: &Found,
    words: &str,
    language: Language,
) -> impl IntoView + use<> {
    let title = found.title(session.edition, language);
    let text = found.text(session.edition, language);
    let excerpt = text.get(snippet(text, language, words, EXCERPT)).unwrap_or(text);
    let (begins, ends) = (text.starts_with(excerpt), text.ends_with(excerpt));
    let number = super::super::wording::place_number(session, &found.id);
    view! {
        <li class=accent(found.area(session.edition))>
            <a href=found.route(session.edition).address()>
                <span class="found-number">{number}</span>
                {title.map(|title| view! { <span class="found-title">{marked(title, language, words)}</span> })}
                <span class="found-text">
                    {(!begins).then_some("… ")}{marked(excerpt, language, words)}{(!ends).then_some(" …")}
                </span>
            </a>
        </li>
    }
}

fn marked(text: &str, language: Language, words: &str) -> impl IntoView + use<> {
    let spans = mark(text, language, words).into_iter().map(|span| {
        let text = span.text.to_owned();
        if span.hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    });
    spans.collect_view()
}
