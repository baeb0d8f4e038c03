//! Parts of a view that follow changes, and what buttons do, in one type each: every further type
//! would be built into the wasm once more, some 2 kB each.

use leptos::{ev::MouseEvent, prelude::*};

/// A part of a view that is drawn anew when what it looks at changes.
pub(crate) fn live(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(view);
    view.into_any()
}

/// A text that follows changes.
pub(crate) type Words = Box<dyn Fn() -> String + Send + Sync>;

/// A text that follows changes.
pub(crate) fn words<T: Into<String>>(text: impl Fn() -> T + Send + Sync + 'static) -> Words {
    Box::new(move || text().into())
}

/// A yes or no that follows changes.
pub(crate) fn flag(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
) -> Box<dyn Fn() -> bool + Send + Sync> {
    Box::new(is_so)
}

/// What a button does.
pub(crate) fn press(action: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| action())
}
