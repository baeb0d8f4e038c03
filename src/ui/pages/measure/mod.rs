//! Measuring: the views of indicators, observations and sets.

mod all;
mod compare;
mod entry;
mod grid;
mod indicator;
mod matrix;
mod sets;
mod table;
mod target;
mod timeline;

use crate::{
    app::{Measuring, Route},
    ui::{components::live, session::Session, status::set_choice},
};
use leptos::prelude::*;

/// The view at an address of measuring.
pub(super) fn page(session: Session, measuring: Measuring) -> AnyView {
    match measuring {
        Measuring::Table(filter) => table::page(session, &filter),
        Measuring::All => all::page(session),
        Measuring::New(id) => entry::new(session, &id),
        Measuring::Edit(id) => entry::edit(session, &id),
        Measuring::Grid => grid::page(session),
        Measuring::Compare => compare::page(session),
        Measuring::Timeline => timeline::page(session),
        Measuring::Matrix => matrix::page(session),
        Measuring::Sets => sets::page(session),
        Measuring::Target(id) => target::page(session, &id),
        Measuring::Indicator(item) => indicator::page(session, &item),
    }
}

/// The head of a view: its name, which set is looked at, and the other views.
fn head(session: Session, here: &Measuring, title: &'static str, lead: String) -> AnyView {
    let t = &session.text().measure;
    let views = [
        (Measuring::Table(String::new()), t.view_table),
        (Measuring::All, t.view_all),
        (Measuring::Grid, t.view_grid),
        (Measuring::Matrix, t.view_matrix),
        (Measuring::Timeline, t.view_timeline),
        (Measuring::Compare, t.view_compare),
        (Measuring::Sets, t.view_sets),
    ];
    let is_here = |view: &Measuring| std::mem::discriminant(view) == std::mem::discriminant(here);
    let views = views.map(|(view, name)| {
        let current = is_here(&view).then_some("page");
        let address = Route::Measure(view).address();
        view! { <li><a href=address aria-current=current>{name}</a></li> }.into_any()
    });
    let views = views.into_iter().collect::<Vec<AnyView>>();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{lead}</p>
            <nav class="filter" aria-label=t.views><ul>{views}</ul></nav>
            {live(move || set_choice(session))}
        </header>
    }
    .into_any()
}
