//! The page as a whole: its title and language, focus, scrolling, global keys.

use super::browser;
use leptos::ev;
use leptos::prelude::{request_animation_frame, window_event_listener_untyped};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Names the page in the browser's tab and history.
pub(crate) fn set_title(title: &str) {
    if let Some((_, document)) = browser() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element.
pub(crate) fn set_root(name: &str, value: &str) {
    let root = browser().and_then(|(_, document)| document.document_element());
    if let Some(root) = root {
        // Fails only for names that are no attribute names; these are literals.
        let _ = root.set_attribute(name, value);
    }
}

/// An attribute of the root element.
#[cfg(not(feature = "whole"))]
pub(crate) fn root(name: &str) -> Option<String> {
    browser()?.1.document_element()?.get_attribute(name)
}

/// Marks the moment for measurements, as the browser's own tools show it.
pub(crate) fn mark_time(name: &str) {
    if let Some(performance) = browser().and_then(|(window, _)| window.performance()) {
        // Fails only for names of navigation timings.
        let _ = performance.mark(name);
    }
}

/// Does something and notes under a name how long it took, for the browser's own tools.
pub(crate) fn timed<T>(name: &str, action: impl FnOnce() -> T) -> T {
    mark_time(name);
    let result = action();
    if let Some(performance) = browser().and_then(|(window, _)| window.performance()) {
        // Fails only where the mark was cleared in between.
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
    result
}

/// Ends the start with an error, which `public/boot.js` tells the person of.
pub(crate) fn fail(reason: &str) {
    wasm_bindgen::throw_str(reason);
}

/// Takes the static shell away once the app stands.
pub(crate) fn remove_shell() {
    if let Some(shell) = element("#shell") {
        shell.remove();
    }
}

/// Does something after what was changed has been drawn.
pub(crate) fn after_drawing(action: impl FnOnce() + 'static) {
    // The first frame draws; in the second everything is in place.
    request_animation_frame(move || request_animation_frame(action));
}

/// Moves the focus, without scrolling; where there is no such element it stays.
pub(crate) fn focus(selector: &str) {
    focus_found(selector);
}

/// Like [`focus`], and says whether there is such an element.
pub(crate) fn focus_found(selector: &str) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let found = element(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Moves the focus once what was changed has been drawn, unless the person moved it meanwhile: what
/// they type next belongs where they went.
pub(crate) fn focus_soon(selector: &str) {
    let (selector, is_moved) = (selector.to_owned(), watch_focus());
    after_drawing(move || {
        if !is_moved() {
            focus(&selector);
        }
    });
}

/// Moves the focus to the heading of the view, once a button that had it is gone.
pub(crate) fn focus_heading_soon() {
    focus_soon("h1");
}

/// Notes where the focus is; asked later, tells whether the person has moved it since. A focus
/// that went with a redrawn view was not moved.
pub(crate) fn watch_focus() -> impl Fn() -> bool {
    let active = || browser().and_then(|(_, document)| document.active_element());
    let before = active();
    move || {
        let now = active().filter(|element| element.tag_name() != "BODY");
        now.is_some() && now != before
    }
}

/// Moves the focus among elements: from one of them by `step`, from elsewhere to the first.
/// Past either end it goes to `outside`.
pub(crate) fn move_focus(among: &str, step: i32, outside: &str) {
    let Some((_, document)) = browser() else { return };
    let Ok(all) = document.query_selector_all(among) else { return };
    let active = document.active_element();
    let at = (0..all.length()).find(|index| {
        active.as_ref().is_some_and(|active| {
            all.item(*index).is_some_and(|node| node.is_same_node(Some(active)))
        })
    });
    let next = match at {
        Some(index) => index.checked_add_signed(step),
        None => (step > 0).then_some(0),
    };
    let next =
        next.and_then(|index| all.item(index)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    match next {
        // A focus that fails leaves it where it was, which is seen at once.
        Some(element) => drop(element.focus()),
        None if at == Some(0) => focus(outside),
        None => {}
    }
}

/// Whether something that can be folded is closed.
#[cfg(feature = "whole")]
pub(crate) fn is_closed(selector: &str) -> bool {
    element(selector).is_some_and(|element| !element.has_attribute("open"))
}

/// Selects all text of an input, as after pressing the search key.
pub(crate) fn select_text(selector: &str) {
    if let Some(input) =
        element(selector).and_then(|found| found.dyn_into::<HtmlInputElement>().ok())
    {
        input.select();
    }
}

/// Whether the view is as narrow as a phone's.
pub(crate) fn is_narrow() -> bool {
    is_below(600.0)
}

/// Whether the window is less wide than so many CSS pixels.
pub(crate) fn is_below(most: f64) -> bool {
    let width = browser().and_then(|(window, _)| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < most)
}

/// Scrolls to a height in CSS pixels.
pub(crate) fn scroll_to(height: f64) {
    if let Some((window, _)) = browser() {
        window.scroll_to_with_x_and_y(0.0, height);
    }
}

/// The height scrolled to, in CSS pixels.
pub(crate) fn scrolled() -> f64 {
    browser().and_then(|(window, _)| window.scroll_y().ok()).unwrap_or(0.0)
}

/// The id of the element that has the focus.
pub(crate) fn focused_id() -> Option<String> {
    browser()?.1.active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Puts all fields of a form back to how they were drawn empty.
pub(crate) fn reset_fields(selector: &str) {
    let Some((_, document)) = browser() else { return };
    let Ok(all) = document.query_selector_all(&format!("{selector} input, {selector} select"))
    else {
        return;
    };
    for at in 0..all.length() {
        let node = all.item(at);
        if let Some(input) = node.as_ref().and_then(|node| node.dyn_ref::<HtmlInputElement>()) {
            input.set_value("");
            input.set_checked(false);
        } else if let Some(select) =
            node.as_ref().and_then(|node| node.dyn_ref::<web_sys::HtmlSelectElement>())
        {
            select.set_selected_index(0);
        }
    }
}

/// How far an element is scrolled within, and its height, in CSS pixels.
pub(crate) fn scrolled_within(selector: &str) -> (f64, f64) {
    let of =
        |element: Element| (f64::from(element.scroll_top()), f64::from(element.client_height()));
    element(selector).map_or((0.0, 0.0), of)
}

/// Puts the focus back on the element of the same id once everything is drawn anew.
pub(crate) fn keep_focus() {
    let active = browser().and_then(|(_, document)| document.active_element());
    let id = active.map(|element| element.id()).filter(|id| !id.is_empty());
    if let Some(id) = id {
        focus_soon(&format!("[id='{id}']"));
    }
}

/// Brings an element into sight.
pub(crate) fn show(selector: &str) {
    if let Some(element) = element(selector) {
        element.scroll_into_view();
    }
}

/// Listens for keys pressed anywhere.
pub(crate) fn on_key(action: impl Fn(&KeyboardEvent) + 'static) {
    let handle = leptos::prelude::window_event_listener(ev::keydown, move |event| action(&event));
    std::mem::forget(handle);
}

/// Listens for an event of the window for as long as the page lives.
pub(crate) fn on_window(name: &str, action: impl Fn(Event) + 'static) {
    std::mem::forget(window_event_listener_untyped(name, action));
}

/// Calls whenever the page may be about to go away: phones often give no other sign.
pub(crate) fn on_leaving(action: impl Fn() + Clone + 'static) {
    let leave = action.clone();
    on_window("pagehide", move |_| leave());
    on_window("visibilitychange", move |_| action());
}

/// Has the browser ask before the page is left, whenever there is something to lose.
pub(crate) fn on_unload(is_something_to_lose: impl Fn() -> bool + 'static) {
    on_window("beforeunload", move |event| {
        if is_something_to_lose() {
            event.prevent_default();
        }
    });
}

/// Whether the person is typing somewhere.
pub(crate) fn is_typing(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// Puts a text into the field that an event comes from.
#[cfg(feature = "whole")]
pub(crate) fn set_value(event: &Event, text: &str) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(text);
    }
}

/// Scrolls what lies in a row sideways, so that one thing in it is seen.
#[cfg(feature = "whole")]
pub(crate) fn show_within(row: &str, one: &str) {
    let row = element(row).and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let Some(row) = row else { return };
    let one =
        row.query_selector(one).ok().flatten().and_then(|one| one.dyn_into::<HtmlElement>().ok());
    if let Some(one) = one {
        row.set_scroll_left(one.offset_left() - row.offset_left() - row.client_width() / 3);
    }
}

/// Chooses the first option of a choice.
#[cfg(feature = "whole")]
pub(crate) fn select_first(selector: &str) {
    let select =
        element(selector).and_then(|one| one.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(select) = select {
        select.set_selected_index(0);
    }
}

/// Opens something that can be folded, once it is drawn.
#[cfg(feature = "whole")]
pub(crate) fn open_soon(selector: &str) {
    let selector = selector.to_owned();
    after_drawing(move || {
        if let Some(element) = element(&selector) {
            // Fails only for names that are no attribute names.
            let _ = element.set_attribute("open", "");
        }
    });
}

/// Asks the browser to print the page.
#[cfg(feature = "whole")]
pub(crate) fn print() {
    if let Some((window, _)) = browser() {
        // Fails only where printing is forbidden; then nothing happens.
        let _ = window.print();
    }
}

/// Listens for keys pressed anywhere, for as long as the present view stands.
#[cfg(feature = "whole")]
pub(crate) fn on_key_here(action: impl Fn(&KeyboardEvent) + Send + Sync + 'static) {
    let handle = leptos::prelude::window_event_listener(ev::keydown, move |event| action(&event));
    leptos::prelude::on_cleanup(move || handle.remove());
}

/// Reloads the page.
pub(crate) fn reload() {
    if let Some((window, _)) = browser() {
        // Fails only where navigation is forbidden, and then nothing is lost.
        let _ = window.location().reload();
    }
}

/// Loads the whole app in place of its first part, on the same view. The name of a window outlives
/// its pages, also where nothing can be kept; `public/start.js` looks for it.
#[cfg(not(feature = "whole"))]
pub(crate) fn load_whole() {
    if let Some((window, _)) = browser() {
        // Fails only where there is no window any more.
        let _ = window.set_name("pejlemaerke-whole");
        reload();
    }
}

/// Calls once, after so many milliseconds.
pub(crate) fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    let Some((window, _)) = browser() else { return };
    let callback = Closure::once_into_js(action);
    // Fails only where there is no page any more.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        callback.unchecked_ref(),
        milliseconds,
    );
}

/// A picture of the page as a file of its own, its styles written out; none where there is none.
pub(crate) fn picture(selector: &str) -> Option<String> {
    const KEPT: [&str; 9] = [
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "font-family",
        "font-size",
        "font-weight",
        "text-anchor",
    ];
    let (window, _) = browser()?;
    let drawn = element(selector)?;
    let copy: Element = drawn.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (inside, copies) =
        (drawn.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for at in 0..inside.length() {
        let from: Element = inside.item(at)?.dyn_into().ok()?;
        let to: Element = copies.item(at)?.dyn_into().ok()?;
        let style = window.get_computed_style(&from).ok()??;
        for name in KEPT {
            if let Ok(value) = style.get_property_value(name) {
                // Fails only for names that are no attribute names.
                let _ = to.set_attribute(name, &value);
            }
        }
    }
    let paper =
        window.get_computed_style(&drawn).ok()??.get_property_value("background-color").ok()?;
    let _ = copy.set_attribute("xmlns", "http://www.w3.org/2000/svg");
    let _ = copy.set_attribute("style", &format!("background:{paper}"));
    Some(copy.outer_html())
}

/// A colour of the tokens, as the present appearance has it.
#[cfg(feature = "whole")]
pub(crate) fn colour(name: &str) -> Option<String> {
    let (window, document) = browser()?;
    let probe = document.create_element("span").ok()?.dyn_into::<HtmlElement>().ok()?;
    probe.style().set_property("color", &format!("var({name})")).ok()?;
    document.body()?.append_child(&probe).ok()?;
    let colour = window.get_computed_style(&probe).ok().flatten();
    let colour = colour.and_then(|style| style.get_property_value("color").ok());
    probe.remove();
    colour
}

fn element(selector: &str) -> Option<Element> {
    browser()?.1.query_selector(selector).ok().flatten()
}
