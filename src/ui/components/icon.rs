//! Icons and the motif: the sight line, the horizon and the mark one aims at.

use leptos::prelude::*;

/// An icon, drawn in the colour of the text. It never stands without words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Vision,
    List,
    Document,
    About,
    Files,
    Search,
    Close,
    Settings,
    Link,
    Note,
    Back,
    Forward,
    Related,
    Offline,
    Figure,
    YesNo,
    Perception,
    Course,
    Measure,
    Add,
    Copy,
    Village,
    Workshop,
    Clock,
    Screen,
}

impl Icon {
    /// Outline in a square of 24.
    const fn outline(self) -> &'static str {
        match self {
            Self::Vision => "M3 19h18M12 19V8M9 12h6M12 3l3.5 5h-7z",
            Self::List => "M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1",
            Self::Document => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Self::About => "M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 11v6M12 7.2v.6",
            Self::Files => "M3 7h6l2 2h10v10H3zM3 12h18",
            Self::Measure => "M4 20V4M4 20h16M7 16l4-5 3 3 6-8",
            Self::Add => "M12 5v14M5 12h14",
            Self::Village => "M3 20h18M5 20v-8l5-4 5 4v8M10 20v-4M15 14l3-2.500 2 1.700V20",
            Self::Workshop => {
                "M4 10h16v3H4zM7 13v7M17 13v7M8 7a2 2 0 1 1 .010 0zM16 7a2 2 0 1 1 .010 0z"
            }
            Self::Clock => "M12 21a8.500 8.500 0 1 1 0-17 8.500 8.500 0 0 1 0 17zM12 8v5l3 2M9 2h6",
            Self::Screen => "M3 4h18v12H3zM12 16v4M8 20h8",
            Self::Copy => "M8 8h12v12H8zM4 16V4h12",
            Self::Search => "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.5 15.5 21 21",
            Self::Close => "M5 5l14 14M19 5 5 19",
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
            Self::Link => {
                "M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.600 3.600a4 4 0 0 0 5.700 5.700L12 17.700"
            }
            Self::Note => "M5 4h14v12h-8l-4 4v-4H5zM9 8h6M9 12h4",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Forward => "M9 5l7 7-7 7",
            Self::Related => "M7 7h10M7 17h10M14 4l3 3-3 3M10 14l-3 3 3 3",
            Self::Offline => "M5 12.500l4.500 4.500L19 7.500",
            Self::Figure => "M5 20V12M12 20V4M19 20V9M3 20h18",
            Self::YesNo => "M12 3l9 9-9 9-9-9zM8.500 12l2.500 2.500 4.500-4.500",
            Self::Perception => {
                "M12 20a8 8 0 1 1 0-16 8 8 0 0 1 0 16zM9 10v.5M15 10v.5M8.500 14.500c2 2 5 2 7 0"
            }
            Self::Course => "M3 18h18M6 14 17 6M17 6h-5M17 6v5",
        }
    }
}

/// An icon.
pub(crate) fn icon(which: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=which.outline()/>
        </svg>
    }
}

/// The app's own mark: a post on the horizon, over water.
pub(crate) fn brand_mark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="horizon" d="M2 24h28"/>
            <path class="water" d="M5 28c4-2 6 1 11 0s7-2 11 0"/>
            <path class="post" d="M16 24V9M12 16h8"/>
            <path class="mark" d="m16 2 6 8H10z"/>
        </svg>
    }
}

/// Contour lines of the fjord, as a quiet ground under an opening.
pub(crate) fn contours() -> impl IntoView {
    let lines = (0..6).map(|line| {
        let at = 26 + line * 15;
        let path = format!(
            "M0 {at}C180 {} 320 {} 520 {} S900 {} 1200 {}",
            at - 22,
            at + 26 - line * 3,
            at + 6,
            at - 26 + line * 2,
            at + 4
        );
        view! { <path d=path/> }
    });
    view! {
        <svg class="contours" viewBox="0 0 1200 130" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {lines.collect_view()}
        </svg>
    }
}
