//! English.

use super::{Text, list};
use crate::{
    app::{Group, Nature},
    vision::{Block, NoteKind, adopted::Refusal},
};

pub(super) const TEXT: Text = Text {
    app: "Pejlemærke",
    skip: "Skip to the content",
    menu: "Main menu",
    nav_vision: "Vision",
    nav_goals: "All goals",
    nav_adopted: "Wording",
    nav_about: "About",
    breadcrumbs: "You are here",

    settings: "Language and appearance",
    language: "Language",
    appearance: "Appearance",
    appearance_system: "As the device",
    appearance_light: "Light",
    appearance_dark: "Dark",
    appearance_contrast: "High contrast",
    close: "Close",

    search: "Search the vision",
    search_hint: "Search: school, 85%, cycle …",
    search_title: "Search the vision",
    search_title_for: |words| format!("Search: {words}"),
    search_empty: "Type a word, a figure or a goal. Inflections, parts of words and a single slip do no harm, and Danish words work too.",
    search_examples: &["school leader", "85%", "cycle", "Østbroen", "homes", "2,000"],
    search_none: |words| format!("Nothing in the vision matches “{words}”."),
    search_none_advice: "Try a shorter word, or begin with the focus areas.",
    search_count: |count| match count {
        0 => "No places".into(),
        1 => "1 place".into(),
        count => format!("{count} places"),
    },
    search_partial: "No place has all the words. These have most of them.",
    search_keys: "Arrow down and up move through the results, Enter opens, Esc goes back.",
    show_all: |count| format!("Show all {count}"),
    group: |group| match group {
        Group::Goals => "Goals",
        Group::Sections => "Focus areas and themes",
        Group::Rationale => "Reasons",
        Group::Support => "What is to support the goals",
        Group::Measures => "How it is measured",
        Group::Notes => "Notes",
    },

    overview_promises: |count, year| format!("{count} promises for {year}"),
    overview_question: "What did the council promise, why, and how was it to be measured?",
    overview_lead: |who, when, [figure, yes_no, perception, course], open| {
        let mut letters = who.chars();
        let who: String = letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
        format!(
            "{who} adopted Vision 2021 in {when}. {figure} of the promises can be measured by a figure, {yes_no} are either kept or not, {perception} are about what people experience, and {course} set a direction. In {open} places the target was still missing."
        )
    },
    overview_natures: "What can the promises be held against?",
    overview_areas: "The focus areas",
    nature: |nature| match nature {
        Nature::Figure => "Figure",
        Nature::YesNo => "Yes or no",
        Nature::Perception => "Experience",
        Nature::Course => "Direction",
    },
    nature_explained: |nature| match nature {
        Nature::Figure => "A number, a share or a rank",
        Nature::YesNo => "Something that is there or is not",
        Nature::Perception => "What citizens and visitors experience",
        Nature::Course => "A course that has to be judged",
    },
    natures_in: |counts| {
        let words = ["with a figure", "yes or no", "about experience", "about direction"];
        let parts: Vec<String> = counts
            .iter()
            .zip(words)
            .filter(|(count, _)| **count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        list(&parts, "and")
    },

    goals_title: |count| format!("All {count} goals"),
    goals_lead: "Each promise in a few words. Press one to read it in full.",
    goals_filter: "Show promises that can be held against",
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
            Block::Support => "support",
            Block::Measures => "measure",
        };
        format!("{name} {number}")
    },
    no_measures: "The vision does not say how this is to be measured.",
    notes: "Note",
    note_kind: |kind| match kind {
        NoteKind::DeadReference => "Reference to nowhere",
        NoteKind::WrongReference => "Reference to another place",
        NoteKind::Repeated => "Promised twice",
        NoteKind::Disagreeing => "Figures that differ",
        NoteKind::Undefined => "Not defined",
        NoteKind::Ambiguous => "Can be read in two ways",
        NoteKind::Tension => "Pulls in two directions",
        NoteKind::Horizon => "Another year",
        NoteKind::Unmeasured => "Not measured",
        NoteKind::Naming => "Several names",
        NoteKind::Misplaced => "Stands elsewhere",
    },
    related: "Belongs with",
    reference: "A reference",
    leads_nowhere: "The reference leads nowhere",
    outside: "Outside the document",
    preface: "The preface",
    open_targets: "Targets that were missing",
    open_targets_lead: "The vision leaves these targets open:",
    actors: "Named here",
    target: "Target",
    deadline: "Deadline",
    deadline_year: |year| format!("the end of {year}"),
    baseline: "Baseline",
    no_target: "No target",
    kind_of_promise: "Kind of promise",
    parts_title: "The seven points of the profile",
    theme_says: "The theme also says",
    read_theme: "Read the whole theme",
    in_theme: "The goals of the theme",
    copy_link: "Copy link",
    link_copied: "The link is copied",
    link_not_copied: |address| format!("The link could not be copied. The address is: {address}"),

    wording: "Wording",
    wording_plain: "Plain language",
    wording_adopted: "Adopted",
    wording_both: "Both",
    wording_label: "Adopted wording (Danish)",
    wording_missing: "This place was not found in the document you opened.",
    wording_whole_block: "Adopted wording of the whole section. It cannot safely be divided among the single points.",
    wording_offer: "Lay the council’s own wording beside it",

    adopted_title: "The council’s own wording",
    adopted_lead: "The text in the app is written in plain language. If you have the council’s document “Vision 2021”, you can open its text here and read the adopted wording, in Danish, beside each promise.",
    adopted_how: "Open a text file, drag it onto the page, or paste the text. From a PDF: select all, copy, and paste below. The text stays on this device.",
    adopted_choose: "Open a text file",
    adopted_drop: "… or drop it anywhere on the page",
    adopted_paste: "Paste the text",
    adopted_paste_open: "Read the pasted text",
    adopted_open_failed: "The text was not taken into use",
    adopted_loaded: |sections, all_sections, goals, all_goals| {
        format!(
            "{sections} of {all_sections} themes and {goals} of {all_goals} goals were found in the document."
        )
    },
    adopted_blocks: |placed, all| {
        format!("{placed} of {all} reasons, supports and measures were found one by one.")
    },
    adopted_kept: "The wording is kept on this device.",
    adopted_not_kept: "The wording is in use only until you close the page: the device’s storage is blocked or full.",
    adopted_remove: "Remove the wording from the device",
    adopted_removed: "The adopted wording is removed",
    adopted_undo: "Undo",
    adopted_unplaced: |count| {
        if count == 1 {
            "1 piece of text could not be placed".into()
        } else {
            format!("{count} pieces of text could not be placed")
        }
    },
    adopted_unplaced_lead: "The app does not guess. These lines stand in the document but do not safely belong to one place:",
    adopted_line: |line| format!("Line {line}"),
    adopted_missing: |count| {
        if count == 1 {
            "1 place in the vision has no adopted wording".into()
        } else {
            format!("{count} places in the vision have no adopted wording")
        }
    },
    adopted_read: "Read the vision with the wording",
    refusal: |refusal| {
        let sentence = match refusal {
            Refusal::Empty => "The text is empty.",
            Refusal::TooLarge => "The file is too large to be the text of the vision (over 2 MB).",
            Refusal::Pdf => {
                "This is a PDF. Open it in a PDF reader, select all, copy, and paste the text here."
            }
            Refusal::Office => {
                "This is a packed file or an office document. Save it as plain text, or copy the text and paste it here."
            }
            Refusal::NotText => "This is not a text file.",
            Refusal::NoThemes => {
                "The text has none of the vision’s themes. It must be another document."
            }
            Refusal::WrongDocument { found, expected } => {
                return format!(
                    "The text looks like a vision, but only {found} of the {expected} themes of Vision 2021 are in it. It must be another document, or only a part of it."
                );
            }
        };
        sentence.into()
    },
    unreadable_file: "The file could not be read. Try again, or paste the text.",

    unknown_title: "There is nothing here",
    unknown_lead: |address| format!("The address “{address}” leads to nothing in the vision."),
    unknown_perhaps: "Perhaps you were looking for",
    unknown_home: "Go to the overview",

    about_title: "About Pejlemærke",
    about: &[
        (
            "What it is",
            &[
                "A pejlemærke is a landmark that one steers by on the water. This app opens the Vision 2021 of Randers Municipality to everybody: the 72 promises, why they were made, what was to support them, and how they were to be measured.",
                "The app works without a server and, after the first visit, without a network.",
            ],
        ),
        (
            "The text",
            &[
                "The vision stands here in plain language, written for this app in Danish and English. Every figure, name, condition and reservation is kept, and nothing is added. It is not the adopted wording: you can open that beside it if you have the document.",
                "Where the document leaves something open, a short note says so: a reference that leads nowhere, a promise made twice, or two figures that differ.",
            ],
        ),
        (
            "Sources",
            &[
                "Vision 2021, adopted by the city council of Randers in June 2014. Numbers and letters of themes and goals are the document’s own.",
            ],
        ),
        (
            "Privacy",
            &[
                "Nothing leaves your device. The app fetches only its own files, sets no cookies and follows nobody.",
                "The device holds your choice of language and appearance and, if you open it, the adopted wording. If you delete the browser’s data for the site, it is gone.",
            ],
        ),
    ],
    about_preface: "The vision’s preface",
    about_accessibility: "Accessibility statement",
    accessibility: &[
        (
            "What the statement covers",
            &[
                "The statement covers the web app Pejlemærke. Whoever puts the app on an address is responsible for it there and for answering enquiries about its accessibility.",
            ],
        ),
        ("Compliance", &["The app is built to comply with EN 301 549 and WCAG 2.2 at level AA."]),
        (
            "Content that is not accessible",
            &[
                "We know of no content that does not comply. The adopted wording that you open yourself is shown as it stands in the document.",
            ],
        ),
        (
            "How the statement was made",
            &[
                "The statement was made on 23 November 2026 on the basis of a self-assessment: automatic testing of all screens with axe-core in light and dark, at widths of 320 and 1280 pixels, and use by keyboard alone in three browsers. The app has not been tested by an independent party.",
            ],
        ),
        (
            "Contact",
            &[
                "If you find something you cannot use, write to whoever put the app on the address you use.",
            ],
        ),
        (
            "Complaints",
            &[
                "If the app belongs to a public body and you do not get an answer you can use, you can turn to the Danish Agency for Digital Government, which supervises the act on the accessibility of public bodies’ websites and mobile applications.",
            ],
        ),
    ],
    about_version: "Version and licences",
    version: |version| {
        format!("Pejlemærke {version}. The code may be used under MIT or Apache 2.0.")
    },
    licences: "Licences of what the app is built from",
    schema: "JSON Schema of the edition",

    offline_preparing: "Getting ready for use offline …",
    offline_ready: "Works offline",
    offline_unavailable: "Needs a network in this browser",
    storage_blocked: "The browser does not allow anything to be kept. Your choices hold until you close the page.",
    update_ready: "A new version of the app is ready.",
    update_apply: "Start using it",
    later: "Later",
    footer: "Vision 2021 in plain language · Nothing leaves your device",
};
