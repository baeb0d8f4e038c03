//! A choice of one among a few, all in sight.

use super::{flag, words};
use crate::ui::platform::page;
use leptos::prelude::*;

/// A group of radio buttons in one row. `name` ties them together and must be unique on the page.
pub(crate) fn segments<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    legend: impl Fn() -> &'static str + Send + Sync + 'static,
    choices: Vec<T>,
    word: impl Fn(T) -> &'static str + Copy + Send + Sync + 'static,
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let take = move |choice| {
        choose(choice);
        // The choice may redraw the page, and with it these buttons.
        page::focus_soon(&format!("input[name='{name}']:checked"));
    };
    let choices = choices.into_iter().map(|choice| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    prop:checked=flag(move || chosen() == choice)
                    on:change=move |_| take(choice)
                />
                <span>{words(move || word(choice))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segments">
            <legend>{legend}</legend>
            <div class="segment-row">{choices.collect_view()}</div>
        </fieldset>
    }
}
