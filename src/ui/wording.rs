//! The words of an item, plain or adopted or both, and what belongs to it.

use super::{
    components::{Icon, icon, segments},
    session::Session,
};
use crate::{
    app::Route,
    store::Wording,
    vision::{Bilingual, Block, Note, Place, ReferenceKind, Related},
};
use leptos::prelude::*;

/// The text of an item in the wording the person chose. Where the document gave no wording for
/// this one place, the plain text stands, with a word on that.
pub(crate) fn wording(
    session: Session,
    id: &str,
    plain: &'static Bilingual,
) -> impl IntoView + use<> {
    let t = session.text();
    let language = session.language();
    let chosen = session.wording();
    let adopted =
        session.adopted.read().as_ref().and_then(|adopted| adopted.items.get(id).cloned());
    let shows_plain = chosen != Wording::Adopted || adopted.is_none();
    let quote = (chosen != Wording::Plain).then(|| match adopted {
        Some(text) => view! {
            <blockquote class="adopted" lang="da">
                <small class="adopted-label" lang=language.tag()>{t.wording_label}</small>
                <span>{text}</span>
            </blockquote>
        }
        .into_any(),
        None => view! { <small class="adopted-missing">{t.wording_missing}</small> }.into_any(),
    });
    view! {
        {shows_plain.then(|| view! { <span class="plain">{plain.get(language)}</span> })}
        {quote}
    }
}

/// The adopted wording of a block that could not be told apart, where there is one.
pub(crate) fn whole_block(
    session: Session,
    section: &str,
    block: Block,
) -> Option<impl IntoView + use<>> {
    if session.wording() == Wording::Plain {
        return None;
    }
    let t = session.text();
    let key = format!("{section}-{}", block.letter());
    let paragraphs = session.adopted.read().as_ref()?.blocks.get(&key)?.clone();
    let language = session.language();
    Some(view! {
        <blockquote class="adopted" lang="da">
            <small class="adopted-label" lang=language.tag()>{t.wording_whole_block}</small>
            {paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
        </blockquote>
    })
}

/// The choice between plain and adopted wording; before a document was opened, the way to it.
pub(crate) fn wording_choice(session: Session) -> impl IntoView {
    let t = session.text();
    if session.adopted.read().is_none() {
        return view! {
            <a class="quiet-link" href=Route::Adopted.address()>{icon(Icon::Document)}{t.wording_offer}</a>
        }
        .into_any();
    }
    let word = move |wording| match wording {
        Wording::Plain => t.wording_plain,
        Wording::Adopted => t.wording_adopted,
        Wording::Both => t.wording_both,
    };
    segments(
        "wording",
        move || t.wording,
        Wording::ALL.to_vec(),
        word,
        move || session.preferences.read().wording,
        move |wording| session.prefer(|preferences| preferences.wording = wording),
    )
    .into_any()
}

/// The editorial notes at an item.
pub(crate) fn notes(session: Session, id: &str) -> impl IntoView + use<> {
    notes_where(session, id, &|_| true)
}

/// The editorial notes at an item, but for those that also stand at another one on the same view.
pub(crate) fn further_notes(session: Session, id: &str, other: &str) -> impl IntoView + use<> {
    notes_where(session, id, &|note| note.items.iter().all(|item| item != other))
}

fn notes_where(
    session: Session,
    id: &str,
    is_meant: &dyn Fn(&Note) -> bool,
) -> impl IntoView + use<> {
    let t = session.text();
    let language = session.language();
    let notes: Vec<&'static Note> =
        session.edition.notes_at(id).filter(|note| is_meant(note)).collect();
    let notes = notes.into_iter().map(|note| {
        view! {
            <div class="note" role="note" aria-label=t.notes>
                {icon(Icon::Note)}
                <p><b>{(t.note_kind)(note.kind)}". "</b>{note.note.get(language)}</p>
            </div>
        }
    });
    notes.collect_view()
}

/// What an item belongs together with, folded away: for paragraphs, which are read one after the
/// other.
pub(crate) fn related_folded(session: Session, id: &str) -> Option<impl IntoView + use<>> {
    let t = session.text();
    let mut places: Vec<String> = Vec::new();
    for place in session.edition.related(id).iter().flat_map(|related| &related.items) {
        let name = short_name(session, place);
        if !places.contains(&name) {
            places.push(name);
        }
    }
    if places.is_empty() && session.edition.notes_at(id).next().is_some() {
        // The note says it already.
        return None;
    }
    let summary = if places.is_empty() {
        t.reference.to_owned()
    } else {
        format!("{} {}", t.related, places.join(", "))
    };
    related(session, id).map(|list| {
        view! { <details class="related-folded"><summary>{icon(Icon::Related)}<span>{summary}</span></summary>{list}</details> }
    })
}

/// What an item belongs together with, and why.
pub(crate) fn related(session: Session, id: &str) -> Option<impl IntoView + use<>> {
    let all = session.edition.related(id);
    // That the preface announces all themes tells nothing about any one of them.
    let all = all.into_iter().filter(|related| related.items != ["preface"]);
    let entries = all.map(|related| related_entry(session, related)).collect::<Vec<_>>();
    (!entries.is_empty()).then(|| view! { <ul class="related">{entries}</ul> })
}

fn related_entry(session: Session, related: Related<'static>) -> impl IntoView + use<> {
    let t = session.text();
    let links = related.items.into_iter().filter_map(|id| {
        let address = Route::to_id(id, session.edition)?.address();
        Some(view! { <li><a href=address>{place_name(session, id)}</a></li> })
    });
    let links = links.collect::<Vec<_>>();
    let instead = match (links.is_empty(), related.kind, related.resolves) {
        (false, _, _) => None,
        (true, ReferenceKind::External, _) | (true, _, None) => Some(t.outside),
        (true, _, _) => Some(t.leads_nowhere),
    };
    view! {
        <li>
            <p>{related.reason.get(session.language())}</p>
            {(!links.is_empty()).then(|| view! { <ul class="related-places">{links}</ul> })}
            {instead.map(|word| view! { <small>{word}</small> })}
        </li>
    }
}

/// How a place is named in a link: "Mål 5d Sløjfen er bilfri", "Tema 7, begrundelse 3".
pub(crate) fn place_name(session: Session, id: &str) -> String {
    let t = session.text();
    let language = session.language();
    if id == "preface" {
        return t.preface.into();
    }
    if let Some(area) = session.edition.areas.iter().find(|area| area.id == id) {
        return format!("{} · {}", (t.area_number)(area.number), area.short.get(language));
    }
    match session.edition.place(id) {
        Some(Place::Section(section)) => {
            format!("{} · {}", (t.section_number)(section), section.short.get(language))
        }
        Some(Place::Goal(_, goal)) => format!("{} · {}", goal.id, goal.label.get(language)),
        Some(Place::Part(_, _, part)) => format!("{} · {}", part.id, part.label.get(language)),
        Some(Place::Block(section, block, number, _)) => {
            format!("{} · {}", (t.section_number)(section), (t.block_item)(block, number))
        }
        None => id.into(),
    }
}

/// The shortest name of a place: "5d", "Tema 7", "Forordet".
fn short_name(session: Session, id: &str) -> String {
    match session.edition.place(id) {
        Some(Place::Goal(_, goal)) => goal.id.clone(),
        Some(Place::Part(_, _, part)) => part.id.clone(),
        Some(Place::Section(section) | Place::Block(section, ..)) => {
            (session.text().section_number)(section)
        }
        None => place_name(session, id),
    }
}

/// The number of a place as it stands before its name in search results.
pub(crate) fn place_number(session: Session, id: &str) -> String {
    let t = session.text();
    if let Some(area) = session.edition.areas.iter().find(|area| area.id == id) {
        return (t.area_number)(area.number);
    }
    match session.edition.place(id) {
        Some(Place::Goal(_, goal)) => (t.goal_number)(&goal.id),
        Some(Place::Part(_, _, part)) => (t.part_number)(&part.id),
        Some(Place::Section(section) | Place::Block(section, ..)) => (t.section_number)(section),
        None => String::new(),
    }
}

/// The class that gives a place its area's colour.
pub(crate) fn accent(area: Option<&str>) -> &'static str {
    match area {
        Some("1") => "accent-1",
        Some("2") => "accent-2",
        Some("3") => "accent-3",
        Some("4") => "accent-4",
        Some("5") => "accent-5",
        _ => "accent-6",
    }
}
