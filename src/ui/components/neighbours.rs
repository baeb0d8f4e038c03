//! The way on and back, at the foot of a page.

use super::{Icon, icon};
use leptos::prelude::*;

/// A place before or after this one.
pub(crate) struct Neighbour {
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) name: String,
}

/// Links to the neighbours that there are.
pub(crate) fn neighbours(
    (previous_word, next_word): (&'static str, &'static str),
    (previous, next): (Option<Neighbour>, Option<Neighbour>),
) -> impl IntoView {
    let link = move |neighbour: Neighbour, class: &'static str, word: &'static str, arrow: Icon| {
        view! {
            <a class=class href=neighbour.address>
                {icon(arrow)}
                <span>
                    <small>{word}" · "{neighbour.number}</small>
                    <span class="neighbour-name">{neighbour.name}</span>
                </span>
            </a>
        }
    };
    view! {
        <div class="neighbours">
            {previous.map(|previous| link(previous, "neighbour is-previous", previous_word, Icon::Back))}
            {next.map(|next| link(next, "neighbour is-next", next_word, Icon::Forward))}
        </div>
    }
}
