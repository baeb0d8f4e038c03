//! Measurements in English.

use super::measure::{MeasureText, Told, list_counts};
use crate::{
    app::{Change, Grouping, Staleness},
    measure::{
        Decimal, Kind, Quality, Reason, Status,
        entry::{Field, Problem, Question},
        show,
    },
    vision::Language,
};

/// English.
pub(super) const EN: MeasureText = MeasureText {
    status: |status| match status {
        Status::Kept => "Kept",
        Status::KeptLate => "Kept late",
        Status::OnTheWay => "On the way",
        Status::Behind => "Behind",
        Status::MovingAway => "Moving away",
        Status::Missed => "Missed",
        Status::NoTarget => "No target",
        Status::NoData => "No data",
    },
    status_explained: |status| match status {
        Status::Kept => "the target was met at the deadline",
        Status::KeptLate => "the target was met after the deadline",
        Status::OnTheWay => "the measurement keeps to the path towards the target",
        Status::Behind => "the measurement is behind on the path towards the target",
        Status::MovingAway => "the measurement is further from the target than at the start",
        Status::Missed => "the target was not met at the deadline",
        Status::NoTarget => "there are measurements, but nothing to compare them with",
        Status::NoData => "nothing published settles whether the promise was kept",
    },
    counts: |counts| {
        let words = [
            "kept",
            "kept late",
            "on the way",
            "behind",
            "moving away",
            "missed",
            "without a target",
            "without data",
        ];
        list_counts(counts, &words, "and")
    },
    state: |state| show::state(state, Language::En),
    quality: |quality| match quality {
        Quality::Measured => "Measured",
        Quality::Estimated => "Estimated",
        Quality::Provisional => "Provisional",
        Quality::Forecast => "Forecast",
    },
    kind: |kind| match kind {
        Kind::Share => "Share as a percentage",
        Kind::Count => "Number",
        Kind::Rank => "Rank",
        Kind::Comparison => "Comparison",
        Kind::Coverage => "How many out of all",
        Kind::Milestone => "Milestone (yes/no)",
        Kind::Scale => "Points on a scale",
    },
    explain: |told| {
        let Told { target, deadline, beside, .. } = told;
        let (value, when) = told.decided.clone().unwrap_or_default();
        let goal = if target.is_empty() { String::new() } else { format!(" Target: {target}.") };
        match told.reason {
            Reason::Nothing => {
                "There is no dated measurement that settles whether the promise was kept.".into()
            }
            Reason::OnlyBefore => {
                "The only measurements are from before the promise was made. They are a baseline."
                    .into()
            }
            Reason::OnlyAfter => format!(
                "There is no measurement from before the deadline ({deadline}). The later ones do not show whether the promise was kept in time."
            ),
            Reason::NoTarget => format!(
                "The latest measurement is {value} ({when}), but there is no target to compare it with."
            ),
            Reason::Reached if told.is_over => format!(
                "The last measurement before the deadline ({deadline}) was {value} ({when}).{goal}"
            ),
            Reason::Reached => format!("The target is met: {value} ({when}).{goal}"),
            Reason::ReachedLate(_) => {
                let (late, late_when) = told.late.clone().unwrap_or_default();
                let before = if value.is_empty() || told.decided == told.late {
                    String::new()
                } else {
                    format!(" At the deadline: {value} ({when}).")
                };
                format!(
                    "The target was not met until after the deadline ({deadline}): {late} ({late_when}).{before}{goal}"
                )
            }
            Reason::NotReached => format!(
                "The last measurement before the deadline ({deadline}) was {value} ({when}).{goal}"
            ),
            Reason::Path(_) if told.status == Status::OnTheWay => format!(
                "{value} ({when}) keeps to the straight path from the baseline to the target; on that date the path is at {beside}.{goal}"
            ),
            Reason::Path(_) => format!(
                "{value} ({when}) is behind the straight path from the baseline to the target; on that date the path is at {beside}.{goal}"
            ),
            Reason::WorseThan(_) => {
                format!(
                    "{value} ({when}) is further from the target than the baseline, {beside}.{goal}"
                )
            }
            Reason::NoPath => format!(
                "The target has not been met: {value} ({when}). There are too few measurements to judge the progress towards it.{goal}"
            ),
            Reason::State(_) if told.is_over => {
                format!(
                    "At the deadline ({deadline}), the latest known state was: {value} ({when})."
                )
            }
            Reason::State(_) => format!("Latest known state: {value} ({when})."),
        }
    },
    since: |value, when, is_reached| {
        let word = if is_reached { "the target is met" } else { "the target is not met" };
        format!("Since then: {value} ({when}); {word}.")
    },

    overview_question: "What became of them?",
    overview_lead: |counts, all| {
        let [kept, late, .., missed, no_target, no_data] = *counts;
        let unknown = no_target + no_data;
        let late = if late > 0 { format!(", {late} kept late") } else { String::new() };
        format!(
            "Measured by what has been published, the city council’s {all} promises from 2014 come out like this: {kept} kept{late} and {missed} missed. For {unknown} nothing that has been published settles it. No data is not the same as a broken promise."
        )
    },
    overview_statuses: "The promises by status",
    newest: "Newest measurements and milestones",
    newest_none: "There are no dated measurements in the measurement set yet.",

    theme_measured: "The theme’s own targets",
    became: "What became of it?",
    together: "The promise is kept when all of its indicators are.",
    add: "Add a measurement",
    set_target: "Set a target",
    change_target: "Change the target",
    own_target: "The target was set by you, not by the vision.",
    open_target: "The vision says that a target is to be set, but does not set it.",
    decides: "What decides it?",
    also_published: "Other things that have been published",
    also_published_lead: "This says something about the promise, or about something close to it, but does not decide its status.",
    show_more: |count| format!("Show {count} more"),
    inferred: "Inferred",
    inferred_hint: "Takes interpretation: a year, a replacement or an indirect sign.",
    weak: "Not a result",
    weak_hint: "Says something close to the promise, not what came of it.",
    undated: "No date",
    source: "Source",
    caution: "Please note",
    break_here: "Cannot be compared with what came before",
    loading: "Fetching the published figures …",
    loading_failed: "The published figures could not be fetched. They will come once there is a network.",
    try_again: "Try again",
    other_sets: |count, names| match count {
        1 => format!("The measurement set {names} also has measurements of this."),
        _ => format!("The measurement sets {names} also have measurements of this."),
    },

    chart: |name| format!("Chart: {name}"),
    chart_target: "Target",
    chart_deadline: |when| format!("Deadline {when}"),
    table: "Measurements as a table",
    date: "Date",
    value: "Value",
    actions: "Changes",
    copy_csv: "Copy as CSV",
    copied: "Copied.",
    not_copied: "The browser did not let the app copy.",
    save_picture: "Save as a picture",
    edit: "Edit",
    delete: "Delete",
    deleted: "The measurement is deleted.",

    verdict: "Your own assessment",
    verdict_lead: "If the calculated status is misleading, you can set a different one in one of your measurement sets, and say why. Both are shown.",
    verdict_status: "Status",
    verdict_reason: "Reason",
    verdict_needs_reason: "Give a reason. Nobody can check an assessment without one.",
    verdict_by: "Assessed by (may be left out)",
    verdict_give: "Save the assessment",
    verdict_remove: "Remove the assessment",
    verdict_says: |by, reason| {
        let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
        format!("Assessed{by}: {reason}")
    },
    computed_says: |status| format!("Calculated status: {status}"),

    nav: "Measure",
    title: "Measurements",
    lead: "All indicators in one table. The published figures come with the app; your own stand beside them in measurement sets and never change them.",
    views: "Views of measurements",
    view_table: "Indicators",
    view_all: "All measurements",
    view_grid: "Enter many",
    view_compare: "Compare",
    view_timeline: "Timeline",
    view_matrix: "Status overview",
    view_sets: "Measurement sets",
    set: "Measurement set",
    published: "Published figures",
    published_about: "Figures and milestones that have been published about the promises, each with its source. They come with the app and cannot be changed.",
    unnamed: "My measurements",
    words: "Search the indicators",
    area: "Focus area",
    all: "All",
    staleness_label: "Latest measurement",
    staleness: |one| match one {
        Staleness::Fresh => "Less than 1 year old",
        Staleness::Ageing => "1–3 years old",
        Staleness::Old => "More than 3 years old",
        Staleness::Never => "Never measured",
    },
    owner: "Responsible",
    open_only: "Only targets still to be set",
    sort_label: "Sort by",
    grouping_label: "Group by",
    grouping: |one| match one {
        Grouping::None => "Nothing",
        Grouping::Area => "Focus area",
        Grouping::Status => "Status",
        Grouping::Kind => "Kind",
    },
    filters_more: "Filters and grouping",
    clear_filter: "Show all",
    shown: |shown, all| format!("{shown} of {all} indicators"),
    none_shown: "No indicators match your choice.",
    column_number: "No.",
    column_name: "Indicator",
    column_status: "Status",
    column_latest: "Latest measurement",
    column_count: "Count",
    kind_label: "Kind",
    observations: |count| match count {
        1 => "1 measurement".into(),
        count => format!("{} measurements", super::number(count, Language::En)),
    },
    all_lead: |count, set| {
        let count = match count {
            1 => "1 measurement".into(),
            count => {
                let count = Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX));
                format!("{} measurements", count.show(Language::En))
            }
        };
        format!("{count} in the measurement set {set}.")
    },
    all_none: "No measurements match your choice.",

    entry_title: "New measurement",
    entry_edit_title: "Edit measurement",
    entry_set: "Save in the measurement set",
    entry_new_set: "A new measurement set",
    entry_value: |kind| match kind {
        Kind::Share => "Share as a percentage",
        Kind::Count => "Number",
        Kind::Rank => "Rank (no.)",
        Kind::Comparison => "The figure here",
        Kind::Coverage => "How many",
        Kind::Milestone => "Milestone",
        Kind::Scale => "Points",
    },
    entry_of: |kind| match kind {
        Kind::Rank => "Out of how many (may be left out)",
        Kind::Comparison => "The figure it is compared with",
        Kind::Coverage => "Out of how many in all",
        Kind::Scale => "Top of the scale (may be left out)",
        Kind::Share | Kind::Count | Kind::Milestone => "",
    },
    entry_state: "How far has it come?",
    choose: "Choose …",
    entry_when: "Date",
    entry_when_hint: "As precisely as it is known: 2026, H1 2026 (first half), Q3 2026 (third quarter), March 2026 or 23 Nov 2026",
    entry_quality: "How certain is the figure?",
    entry_source: "Source (title)",
    entry_address: "Address of the source (link)",
    entry_publisher: "Publisher",
    entry_source_date: "Date of the source",
    entry_sample: "Number asked or counted",
    entry_note: "Remark",
    entry_owner: "Responsible",
    entry_break: "Cannot be compared with the measurement before it (new method)",
    entry_more: "More details",
    entry_read_as: |what| format!("Read as: {what}"),
    entry_save: "Save the measurement",
    entry_confirm: "Yes, that is right",
    entry_unknown: "There is no such measurement or indicator here.",
    field: |field| match field {
        Field::Value => "Value",
        Field::Of => "The other figure",
        Field::State => "Milestone",
        Field::When => "Date",
        Field::Quality => "Certainty",
        Field::Title => "Source",
        Field::Publisher => "Publisher",
        Field::Address => "Address of the source",
        Field::SourceDate => "Date of the source",
        Field::Sample => "Number asked",
        Field::Note => "Remark",
        Field::Owner => "Responsible",
    },
    problem: |problem| match problem {
        Problem::Missing => "Must be filled in.",
        Problem::NotANumber(_) => "Cannot be read as a number. Write, for example, 1,234.5.",
        Problem::NotADate => {
            "Cannot be read as a date. Write, for example, 2026, March 2026 or 23 Nov 2026."
        }
        Problem::Negative => "Cannot be below zero.",
        Problem::BelowOne => "Ranks begin at no. 1.",
        Problem::NotWhole => "Must be a whole number.",
        Problem::AboveAll => "Is more than there are in all.",
        Problem::NothingOfAll => "The number in all must be above zero.",
        Problem::InTheFuture => {
            "Is in the future. Only a forecast can be: choose Forecast, or correct the date."
        }
        Problem::NotALink => "Must begin with https://, http:// or mailto: and contain no spaces.",
        Problem::TooLong => "Is too long.",
    },
    question: |question| match question {
        Question::AboveHundred => "More than 100%: is that right?".into(),
        Question::NegativeCount => "A number below zero: is that right?".into(),
        Question::FarFromLast(last) => {
            format!("The previous measurement was {}. Is this one right?", last.show(Language::En))
        }
        Question::LongBefore => "The date is long before the vision: is it right?".into(),
        Question::OnTheSameDate => {
            "There is already a measurement with that date. Should there be two?".into()
        }
    },
    not_saved_problems: |count| match count {
        1 => "Not saved yet: one field needs correcting.".into(),
        count => format!("Not saved yet: {count} fields need correcting."),
    },

    grid_lead: "Write one measurement in each row, or paste rows from a spreadsheet: indicator (such as 1e), date, value, of or against, source, responsible. Enter goes to the next row.",
    grid_indicator: "Indicator",
    grid_of: "Of / against",
    grid_row: |number| format!("Row {number}"),
    grid_clear: "Clear the table",
    grid_cleared: "The table is cleared.",
    grid_save: |count| match count {
        0 => "Save".into(),
        1 => "Save 1 measurement".into(),
        count => format!("Save {count} measurements"),
    },
    grid_saved: |saved, left| {
        let left = match left {
            0 => String::new(),
            1 => " 1 row needs correcting and is still here.".into(),
            left => format!(" {left} rows need correcting and are still here."),
        };
        let saved =
            if saved == 1 { "1 measurement".into() } else { format!("{saved} measurements") };
        format!("{saved} saved.{left}")
    },
    grid_bad: |count| match count {
        1 => "1 row cannot be saved yet.".into(),
        count => format!("{count} rows cannot be saved yet."),
    },
    grid_nothing: "No rows are filled in.",
    grid_pasted: |count| match count {
        1 => "1 row pasted. Check it before you save.".into(),
        count => format!("{count} rows pasted. Check them before you save."),
    },
    grid_cut: "Only the first 5,000 rows were taken in.",
    grid_no_indicator: "No indicator is called that. Write its number, for example 1e.",
    grid_read: "Read as",

    target_title: |name| format!("Target: {name}"),
    target_lead: "The vision does not set this target itself. The one you set applies in your measurement set and is marked as yours.",
    target_value: "Target",
    target_side: "The target is met at",
    side_least: "The target figure or more",
    side_most: "The target figure or less",
    target_unit: "Unit, for example % or homes",
    target_deadline: "Deadline",
    target_baseline: "Baseline (may be left out)",
    target_baseline_when: "Date of the baseline",
    target_save: "Save the target",
    target_remove: "Remove the target",
    target_fixed: "The vision sets this target itself. It cannot be changed here.",

    indicator_title: "New indicator",
    indicator_add: "Add an indicator",
    indicator_name: "What is measured?",
    indicator_save: "Save the indicator",
    indicator_own: "Your indicator",

    sets_lead: "A measurement set is a collection of measurements, targets and indicators of your own. You can have several side by side and choose which one the app shows.",
    set_add: "New measurement set",
    set_name: "Name",
    set_about: "Description",
    set_show: "Show this one",
    set_shown: "Shown now",
    set_copy: "Make a copy",
    set_copy_of: |name| format!("Copy of {name}"),
    set_copied: |count| match count {
        1 => "Copied with 1 measurement.".into(),
        count => format!("Copied with {count} measurements."),
    },
    set_delete: "Delete the measurement set",
    set_read_only: "Read only",

    compare_lead: "Compare two measurement sets, or the same one at two points in time.",
    compare_first: "First",
    compare_second: "Then",
    compare_until: "Up to and including (empty: everything)",
    compare_differences: |changed, same| {
        let changed = match changed {
            0 => "No differences".into(),
            1 => "1 difference".into(),
            count => format!("{count} differences"),
        };
        format!("{changed}, {same} the same.")
    },
    compare_nothing: "Neither side has any measurements.",
    compare_changed: "Difference",
    change: |change| match change {
        Change::OnlyFirst => "Only in the first",
        Change::OnlySecond => "Only in the second",
        Change::Value => "Different value",
        Change::Status => "Different status",
        Change::Same => "The same",
    },
    nothing: "None",

    timeline_lead: "Everything that has a date, newest first.",
    timeline_year: |year, count| format!("{year} ({count})"),
    timeline_none: "Nothing here has a date.",
    matrix_lead: "One mark for each goal. Choose one to read what became of it.",
    matrix_theme: "Theme",
    matrix_goals: "Goals",

    rules_title: "How the status is calculated",
    rules: &[
        (
            "What counts",
            "Only dated measurements that are not forecasts and not in the future. What was measured before the city council adopted the vision on 16 June 2014 is a baseline.",
        ),
        (
            "No data",
            "Without measurements that count, the promise cannot be judged. No data is never zero and never a broken promise.",
        ),
        (
            "No target",
            "There are measurements, but the vision does not say what was to be reached.",
        ),
        (
            "After the deadline",
            "The vision’s deadline is the end of 2021. The last measurement before the deadline decides: if it met the target, the promise was kept. If a later one met it, the promise was kept late. Otherwise it was missed. If there are only measurements from after the deadline, there is no data. What happened since stands beside it.",
        ),
        (
            "Before the deadline",
            "If the target is met, the promise is kept. Otherwise a straight path is drawn from the baseline to the target. A measurement at most 5% of the distance behind the path is on the way; further behind it is behind; more than 5% of the distance worse than the baseline it is moving away.",
        ),
        (
            "Without a deadline or a baseline",
            "Then no path can be drawn. A target that is not met is behind, and a measurement worse than the baseline is moving away.",
        ),
        (
            "Yes/no promises",
            "The last milestone counts. Done is kept, and done after the deadline is kept late. Before the deadline planned, decided and under way are on the way, not begun is behind, and dropped is missed.",
        ),
        (
            "Several indicators",
            "A promise with several indicators is kept only when all of them are. If one is missed, so is the promise.",
        ),
        (
            "Published figures",
            "Only direct information about the promise itself decides its status. What is marked Inferred or Not a result, single examples, and figures about something close to the promise are shown as background. Every goal says what decides it, and why.",
        ),
        (
            "A verdict of your own",
            "In your own measurement sets you can put another status in its place, with a reason. The calculated one stays beside it.",
        ),
    ],
};
