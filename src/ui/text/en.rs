//! English.

use super::{Text, measure_en, work};
use crate::{
    app::{Group, Nature},
    vision::{Block, NoteKind, adopted::Refusal},
};

pub(super) const TEXT: Text = Text {
    app: "Pejlemærke",
    work: work::EN,
    measure: measure_en::EN,
    #[cfg(feature = "whole")]
    files: super::files_en::TEXT,
    #[cfg(feature = "whole")]
    village: super::village_en::EN,
    #[cfg(feature = "whole")]
    workshop: super::workshop_en::EN,
    skip: "Skip to content",
    menu: "Main menu",
    nav_vision: "Vision",
    nav_goals: "All goals",
    nav_villages: "Villages",
    nav_workshops: "Workshops",
    nav_adopted: "Wording",
    nav_about: "About",
    breadcrumbs: "You are here",

    settings: "Language and appearance",
    language: "Language",
    appearance: "Appearance",
    appearance_system: "Same as device",
    appearance_light: "Light",
    appearance_dark: "Dark",
    appearance_contrast: "High contrast",
    slash_key: "The / key opens search",
    close: "Close",

    search: "Search the vision",
    search_hint: "Search: school, 85%, cycle …",
    search_title: "Search the vision",
    search_title_for: |words| format!("Search: {words}"),
    search_empty: "Type a word, a figure or a goal. Inflected forms, parts of words and Danish words work too, and a single typo does no harm.",
    search_examples: &["school leader", "85%", "cycle", "Østbroen", "homes", "2,000"],
    search_none: |words| format!("Nothing in the vision matches “{words}”."),
    search_none_advice: "Try a shorter word, or begin with the focus areas.",
    search_count: |count| match count {
        0 => "No results".into(),
        1 => "1 result".into(),
        count => format!("{count} results"),
    },
    search_partial: "No passage contains all the words. These contain the most of them.",
    search_keys: "Use the down and up arrows to move through the results, Enter to open and Esc to go back.",
    show_all: |count| format!("Show all {count}"),
    group: |group| match group {
        Group::Goals => "Goals",
        Group::Sections => "Focus areas and themes",
        Group::Rationale => "Reasons",
        Group::Support => "Support for the goals",
        Group::Measures => "How it is measured",
        Group::Notes => "Notes",
    },

    overview_promises: |count, year| format!("{count} promises for {year}"),
    overview_areas: "The focus areas",
    nature: |nature| match nature {
        Nature::Figure => "Figure",
        Nature::YesNo => "Yes or no",
        Nature::Perception => "Experience",
        Nature::Course => "Direction",
    },
    nature_explained: |nature| match nature {
        Nature::Figure => "A number, a share or a rank",
        Nature::YesNo => "Something that is either in place or not",
        Nature::Perception => "What citizens and visitors experience",
        Nature::Course => "A course that has to be judged",
    },

    goals_title: |count| format!("All {count} goals"),
    goals_lead: "Each promise in a few words. Choose one to read it in full.",
    goals_filter: "Show promises by kind",
    goals_all: "All",
    goals_shown: |shown, all| format!("{shown} of {all} goals"),

    area_number: |number| format!("Focus area {number}"),
    section_number: |section| {
        if section.is_element() {
            match section.number() {
                "6" => "The sixth element".into(),
                number => format!("Element {number}"),
            }
        } else {
            format!("Theme {}", section.number())
        }
    },
    goal_number: |id| format!("Goal {id}"),
    part_number: |id| format!("Point {id}"),
    beside_the_areas: "Stands beside the five focus areas",
    count_goals: |count| if count == 1 { "1 goal".into() } else { format!("{count} goals") },
    count_themes: |count| if count == 1 { "1 theme".into() } else { format!("{count} themes") },
    previous: "Previous",
    next: "Next",

    we_are: |year| format!("Where we are in {year}"),
    block: |block| match block {
        Block::Rationale => "Why",
        Block::Support => "To be supported by, among other things",
        Block::Measures => "How we measure it",
    },
    block_item: |block, number| {
        let name = match block {
            Block::Rationale => "reason",
            Block::Support => "supporting point",
            Block::Measures => "measure",
        };
        format!("{name} {number}")
    },
    no_measures: "The vision does not say how this is to be measured.",
    notes: "Note",
    note_kind: |kind| match kind {
        NoteKind::DeadReference => "Reference that leads nowhere",
        NoteKind::WrongReference => "Refers to the wrong place",
        NoteKind::Repeated => "Promised twice",
        NoteKind::Disagreeing => "Differing figures",
        NoteKind::Undefined => "Not defined",
        NoteKind::Ambiguous => "Can be read two ways",
        NoteKind::Tension => "Pulls in two directions",
        NoteKind::Horizon => "A different year",
        NoteKind::Unmeasured => "No measure",
        NoteKind::Naming => "Several names",
        NoteKind::Misplaced => "Placed elsewhere",
    },
    related: "Related to",
    reference: "A reference",
    leads_nowhere: "The reference leads nowhere",
    outside: "Outside the document",
    preface: "The preface",
    open_targets: "Missing targets",
    open_targets_lead: "The vision leaves these targets open:",
    actors: "Named here",
    target: "Target",
    deadline: "Deadline",
    deadline_year: |year| format!("the end of {year}"),
    baseline: "Baseline",
    no_target: "No target",
    kind_of_promise: "Kind of promise",
    parts_title: "The seven points of the profile",
    theme_says: "About the theme",
    read_theme: "Read the whole theme",
    in_theme: "Goals in the theme",
    copy_link: "Copy link",
    link_copied: "Link copied",
    link_not_copied: |address| format!("The link could not be copied. The address is: {address}"),

    wording: "Wording",
    wording_plain: "Plain language",
    wording_adopted: "Adopted",
    wording_both: "Both",
    wording_label: "Adopted wording (Danish)",
    wording_missing: "This passage was not found in the document you opened.",
    wording_whole_block: "Adopted wording of the whole section. It cannot be divided with certainty among the individual points.",
    wording_offer: "Put the city council’s own wording beside it",

    adopted_title: "The city council’s own wording",
    adopted_lead: "The text in the app is written in plain language. If you have the city council’s document “Vision 2021”, you can open its text here and read the adopted wording, in Danish, beside each promise.",
    adopted_how: "Open a text file, drag it onto the page, or paste the text. From a PDF: select all, copy, and paste below. The text stays on this device.",
    adopted_choose: "Open a text file",
    adopted_drop: "… or drop it anywhere on the page",
    adopted_paste: "Paste the text",
    adopted_paste_open: "Read the pasted text",
    adopted_open_failed: "The text could not be used",
    adopted_loaded: |sections, all_sections, goals, all_goals| {
        format!(
            "{sections} of {all_sections} themes and {goals} of {all_goals} goals were found in the document."
        )
    },
    adopted_blocks: |placed, all| {
        format!(
            "{placed} of {all} reasons, supporting points and measures were found individually."
        )
    },
    adopted_kept: "The wording is saved on this device.",
    adopted_not_kept: "The wording can be used only until you close the page, because the device’s storage is blocked or full.",
    adopted_remove: "Remove the wording from the device",
    adopted_removed: "The adopted wording has been removed",
    adopted_undo: "Undo",
    adopted_unplaced: |count| {
        if count == 1 {
            "1 piece of text could not be placed".into()
        } else {
            format!("{count} pieces of text could not be placed")
        }
    },
    adopted_unplaced_lead: "The app does not guess. These lines are in the document, but it is not certain where they belong:",
    adopted_line: |line| format!("Line {line}"),
    adopted_missing: |count| {
        if count == 1 {
            "1 place in the vision has no adopted wording".into()
        } else {
            format!("{count} places in the vision have no adopted wording")
        }
    },
    adopted_read: "Read the vision with the adopted wording",
    refusal: |refusal| {
        let sentence = match refusal {
            Refusal::Empty => "The text is empty.",
            Refusal::TooLarge => "The file is too large to be the text of the vision (over 2 MB).",
            Refusal::Pdf => {
                "This is a PDF. Open it in a PDF reader, select all, copy, and paste the text here."
            }
            Refusal::Office => {
                "This is a zip file or a word processor document. Save it as plain text, or copy the text and paste it here."
            }
            Refusal::NotText => "This is not a text file.",
            Refusal::NoThemes => {
                "The text contains none of the vision’s themes. It must be a different document."
            }
            Refusal::WrongDocument { found, expected } => {
                return format!(
                    "The text looks like a vision, but only {found} of the {expected} themes of Vision 2021 are in it. It must be a different document, or only part of it."
                );
            }
        };
        sentence.into()
    },
    unreadable_file: "The file could not be read. Try again, or paste the text.",

    #[cfg(not(feature = "whole"))]
    rest_coming: "Fetching the rest of the app …",
    #[cfg(not(feature = "whole"))]
    rest_failed: "The rest of the app could not be fetched. It will come once there is a network. Nothing has been lost.",

    unknown_title: "There is nothing here",
    unknown_lead: |address| {
        format!("The address “{address}” does not lead to anything in the vision.")
    },
    unknown_perhaps: "You may have been looking for",
    unknown_home: "Go to the overview",

    about_title: "About Pejlemærke",
    about: &[
        (
            "What is Pejlemærke?",
            &[
                "A pejlemærke is a landmark to steer by on the water. This app opens Randers Municipality’s Vision 2021 to everyone: the 72 promises, why they were made, what was to support them, and how they were to be measured.",
                "The app works without a server and, after the first visit, without a network.",
            ],
        ),
        (
            "The text",
            &[
                "The vision appears here in plain language, written for this app in Danish and English. Every figure, name, condition and reservation is kept, and nothing is added. It is not the adopted wording. You can open that beside it if you have the document.",
                "Where the document leaves something open, a short note says so: a reference that leads nowhere, a promise made twice, or two different figures for the same thing.",
            ],
        ),
        (
            "Sources",
            &[
                "Vision 2021, adopted by the city council of Randers in June 2014. The numbers and letters of themes and goals are the document’s own.",
            ],
        ),
        (
            "Privacy",
            &[
                "Nothing of what you read, search for or open leaves your device. The app fetches only its own files, sets no cookies and tracks nobody.",
                "The app’s own files, your choice of language and appearance, and the adopted wording if you open it, are kept on the device. If you clear the browser’s data for the site, all of it is gone.",
            ],
        ),
    ],
    about_preface: "The vision’s preface",
    about_accessibility: "Accessibility statement",
    accessibility: &[
        (
            "What the statement covers",
            &[
                "The statement covers the web app Pejlemærke. Whoever publishes the app at a web address is responsible for it there and for answering enquiries about accessibility.",
            ],
        ),
        (
            "Compliance with the requirements",
            &[
                "In the developers’ own assessment the app complies with EN 301 549 and WCAG 2.2 at level AA.",
            ],
        ),
        (
            "Content that is not accessible",
            &[
                "We know of no content that does not comply. If you open the adopted wording yourself, it is shown as it stands in the document.",
            ],
        ),
        (
            "Preparation of the statement",
            &[
                "The statement was prepared on 23 November 2026 on the basis of a self-assessment: automated testing of all screens with axe-core in light and dark appearance and at widths of 320 and 1,280 pixels, and a walk-through with the keyboard alone in three browsers. The app has not been tested by an independent party.",
            ],
        ),
        (
            "Feedback and contact",
            &[
                "If you find something that is not accessible to you, write to whoever published the app at the web address you use.",
            ],
        ),
        (
            "Enforcement and complaints",
            &[
                "If the app is published by a public body and you do not get a satisfactory answer, you can contact the Danish Agency for Digital Government, which supervises the act on the accessibility of public bodies’ websites and mobile applications.",
            ],
        ),
    ],
    about_version: "Version and licences",
    version: |version| {
        format!("Pejlemærke {version}. The code may be used under the MIT or Apache 2.0 licence.")
    },
    licences: "Licences of the parts the app is built from",
    schemas: &[
        ("edition", "JSON Schema of the edition"),
        ("measurement-set", "JSON Schema of measurement sets"),
        ("village-profile", "JSON Schema of village profiles"),
        ("workshop", "JSON Schema of workshops"),
        ("everything", "JSON Schema of everything on a device"),
    ],

    offline_preparing: "Getting ready for offline use …",
    offline_ready: "Works offline",
    offline_unavailable: "Needs a connection in this browser",
    storage_blocked: "The browser does not allow anything to be saved. Your choices last until you close the page.",
    update_ready: "A new version of the app is ready.",
    update_apply: "Start using it",
    later: "Later",
    footer: "Vision 2021 in plain language · Nothing leaves your device",
};
