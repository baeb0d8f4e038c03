//! The way from the overview to here.

use leptos::prelude::*;

/// Links from the outermost place to the one above this; the last step has no link.
pub(crate) fn breadcrumbs(
    label: &'static str,
    steps: Vec<(String, String)>,
    here: String,
) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=label>
            <ol>
                {steps.into_iter().map(|(address, name)| view! { <li><a href=address>{name}</a></li> }).collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
