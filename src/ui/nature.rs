//! The natures of promises as pictures, and rows of them.

use super::{
    components::{Icon, icon},
    session::Session,
};
use crate::{app::Nature, vision::Goal};
use leptos::prelude::*;

/// The icon of a nature.
pub(crate) const fn picture(nature: Nature) -> Icon {
    match nature {
        Nature::Figure => Icon::Figure,
        Nature::YesNo => Icon::YesNo,
        Nature::Perception => Icon::Perception,
        Nature::Course => Icon::Course,
    }
}

/// How many goals there are of each nature, in the order of [`Nature::ALL`].
pub(crate) fn counts(goals: &[&Goal]) -> [usize; 4] {
    Nature::ALL.map(|nature| nature.count(goals.iter().copied()))
}

/// A nature as a label.
pub(crate) fn chip(session: Session, nature: Nature) -> impl IntoView {
    view! { <span class="chip">{icon(picture(nature))}{(session.text().nature)(nature)}</span> }
}

/// A horizon with one mark for every goal, its shape telling the goal's nature. It says nothing
/// that the words beside it do not say.
pub(crate) fn horizon(goals: &[&Goal]) -> impl IntoView + use<> {
    const STEP: usize = 20;
    let width = goals.len().max(1) * STEP;
    let marks = goals.iter().enumerate().map(|(index, goal)| {
        let x = index * STEP + STEP / 2;
        let (stem, head) = match Nature::of(goal) {
            Nature::Figure => (format!("M{x} 40V8"), format!("M{} 8h8v4h-8z", x - 4)),
            Nature::YesNo => (format!("M{x} 40V20"), format!("M{x} 10l5 5-5 5-5-5z")),
            Nature::Perception => {
                (format!("M{x} 40V26"), format!("M{} 22a4 4 0 1 1 8 0 4 4 0 0 1-8 0z", x - 4))
            }
            Nature::Course => (format!("M{x} 40V32"), format!("M{} 32l4-7 4 7z", x - 4)),
        };
        view! { <path class="horizon-stem" d=stem/><path class="horizon-head" d=head/> }
    });
    view! {
        <svg class="horizon-line" viewBox=format!("0 0 {width} 44") width=width aria-hidden="true" focusable="false">
            <path class="horizon-base" d=format!("M0 40H{width}")/>
            {marks.collect_view()}
        </svg>
    }
}
