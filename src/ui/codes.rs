//! A file as a series of codes that another device's camera reads.

use super::{
    components::{Icon, icon, live, press, words},
    platform::page,
    session::Session,
};
use crate::exchange::{
    qr,
    series::{Sender, pack},
};
use leptos::prelude::*;

/// How long a code is shown at first, in milliseconds, and at least and at most. Three a second at
/// first: faster changes may trouble people (WCAG 2.2, 2.3.1), and not every camera keeps up.
const SHOWN: i32 = 340;
const SHORTEST: i32 = 334;
const LONGEST: i32 = 1_400;

/// Shows a text as a series of codes until it is closed.
pub(crate) fn view(session: Session, text: &str, close: impl Fn() + 'static) -> AnyView {
    let t = &session.text().files;
    let close_button = view! { <button class="button is-quiet" on:click=press(close)>{icon(Icon::Close)}{t.codes_close}</button> };
    let Some(sender) = Sender::new(&pack(text)) else {
        return view! { <div class="codes" role="status"><p class="note is-refusal">{icon(Icon::Note)}<span>{t.codes_large}</span></p>{close_button}</div> }
            .into_any();
    };
    let blocks = sender.blocks();
    let sender = StoredValue::new(sender);
    let number = RwSignal::new(0_u32);
    let shown = RwSignal::new(SHOWN);
    let is_there = StoredValue::new(true);
    on_cleanup(move || is_there.set_value(false));
    go_on(number, shown, is_there);
    let picture = move || {
        let frame = sender.try_with_value(|sender| sender.frame(number.get()));
        let Some(picture) = frame.and_then(|frame| qr::draw(&frame)) else {
            return ().into_any();
        };
        // With the light margin that its path leaves.
        let size = picture.size + 8;
        let label = (session.text().files.code)(number.get_untracked() + 1);
        view! {
            <svg role="img" aria-label=label viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges">
                <path fill="currentColor" d=picture.path()></path>
            </svg>
        }
        .into_any()
    };
    let change = move |times: i32, of: i32| {
        shown.update(|shown| *shown = (*shown * times / of).clamp(SHORTEST, LONGEST));
    };
    view! {
        <div class="codes">
            <p>{t.codes_lead}</p>
            <p class="quiet" role="status">{(t.codes_count)(blocks)}</p>
            {live(picture)}
            <p class="quiet" aria-hidden="true">{words(move || (session.text().files.code)(number.get() + 1))}</p>
            <p class="button-row">
                <button class="button is-quiet" on:click=press(move || change(7, 5))>{t.slower}</button>
                <button class="button is-quiet" on:click=press(move || change(5, 7))>{t.faster}</button>
                {close_button}
            </p>
        </div>
    }
    .into_any()
}

/// Shows the next code after a while, as long as the view is there.
fn go_on(number: RwSignal<u32>, shown: RwSignal<i32>, is_there: StoredValue<bool>) {
    let Some(wait) = shown.try_get_untracked() else { return };
    page::after(wait, move || {
        if is_there.try_get_value() == Some(true) {
            number.update(|number| *number = number.wrapping_add(1));
            go_on(number, shown, is_there);
        }
    });
}
