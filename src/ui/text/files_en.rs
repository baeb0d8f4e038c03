//! Files, in English.

use super::files::FilesText;
use crate::{
    exchange::{Effect, Format, Newer, Refused, Settled, csv::NoSheet},
    measure::records as fields,
    value::Wrong,
    vision::Language,
};

pub(super) const TEXT: FilesText = FilesText {
    refused_title: "The file was not taken in",
    refused: |refused| {
        match refused {
        Refused::TooLarge => "It is larger than 50 MB.".into(),
        Refused::Empty => "It is empty.".into(),
        Refused::Packed => "It is packed (zip, spreadsheet or office document). Unpack it, or save it as CSV, and try again.".into(),
        Refused::Picture => "It is a picture, a film or a sound.".into(),
        Refused::Pdf => "It is a PDF. Copy the text out of it, or find it as plain text.".into(),
        Refused::WebPage => "It is a web page. Perhaps the page with the link was saved, and not the file itself.".into(),
        Refused::OtherEncoding => "The text is in another encoding (UTF-16). Save it as UTF-8, and try again.".into(),
        Refused::NotUtf8 => "The text is in an encoding other than UTF-8. Save it as UTF-8, and try again.".into(),
        Refused::NotText => "It is not text.".into(),
        Refused::NotJson(error) => {
            let wrong = match error.wrong {
                Wrong::Unexpected => "something is missing, or only part of it was downloaded",
                Wrong::Number => "a number is written in a way that cannot be read",
                Wrong::Large => "a number is too large",
                Wrong::Text => "a sign in a text cannot be read",
                Wrong::Twice => "the same name stands twice",
                Wrong::Deep => "it is nested too deeply",
                Wrong::Long => "a single thing in it is too long",
                Wrong::Many => "it has too many names in one thing",
            };
            format!("It cannot be read: {wrong} (line {}, character {}).", error.line, error.column)
        }
        Refused::NotOurs => "It is not a file from Pejlemærke.".into(),
        Refused::OtherVision(name) => format!("It is about another vision ({name})."),
        Refused::Newer => "It is from a newer version of the app. Reload the page to get the newest version, and try again.".into(),
        Refused::Damaged(number, name) => {
            format!("No. {number} in the file is damaged ({name}). Nothing of the file was taken in.")
        }
    }
    },
    no_sheet: |problem| {
        match problem {
        NoSheet::Empty => "The table is empty.".into(),
        NoSheet::NoHeader => "The first line of the table must have headers that the app knows, such as Indicator, Date and Value.".into(),
        NoSheet::TooManyRows(most) => format!("The table has more than {most} rows. Divide it into several files."),
        NoSheet::TooManyColumns(most) => format!("The table has more than {most} columns."),
        NoSheet::Quote(line) => format!("A quotation mark on line {line} is never closed."),
        NoSheet::Twice(_) => "Two columns have the same header. Give one of them another name.".into(),
    }
    },
    pasted: "Pasted text",
    reading: |percent| format!("Reading the file … {percent}%"),
    taking: |percent| format!("Taking in … {percent}%"),
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing was changed.",

    preview: "What the file would change",
    preview_lead: |format, time| {
        let what = match format {
            Format::Everything => "Everything from a device",
            Format::MeasurementSet => "A measurement set",
        };
        format!("{what}, saved {time}. Nothing has been changed yet.")
    },
    from_sheet: "Measurements from a table. Nothing has been changed yet.",
    without_names: "Names of persons are left out of the file. The names you have yourself stay.",
    effect: |effect, count| {
        let count = super::number(count, Language::En);
        match effect {
            Effect::New => format!("New: {count}"),
            Effect::Changed => format!("Changed: {count}"),
            Effect::Deleted => format!("Deleted: {count}"),
            Effect::Conflict => format!("Conflict: {count}"),
            Effect::Unchanged => format!("Unchanged: {count}"),
            Effect::Foreign => format!("Do not fit: {count}"),
        }
    },
    effect_lead: |effect| match effect {
        Effect::New => "Not here yet.",
        Effect::Changed => "The file goes on from what stands here.",
        Effect::Deleted => {
            "Deleted where the file comes from. It can be brought back from the trash."
        }
        Effect::Conflict => {
            "Here and in the file something different was written without knowing of each other. Both are kept until somebody chooses."
        }
        Effect::Unchanged => "Here already.",
        Effect::Foreign => {
            "Something of another kind is here under the same mark. It is not taken in."
        }
    },
    all: "Choose all",
    none: "Choose none",
    more: |count| format!("Show more ({count} left)"),
    take: |count| match count {
        0 => "Nothing chosen".into(),
        1 => "Take in 1 thing".into(),
        count => format!("Take in {} things", super::number(count, Language::En)),
    },
    nothing: "Everything in the file is here already. There is nothing to take in.",
    here: "Here",
    file: "The file",
    field: "See the fields",
    newer: |newer| match newer {
        Newer::File => "The file’s is newer",
        Newer::Here => "The one here is newer",
        Newer::Neither => "",
    },
    settle: "Which is to count?",
    settled: |settled| match settled {
        Settled::Later => "Choose later",
        Settled::Here => "What stands here",
        Settled::File => "What stands in the file",
    },
    empty: "(empty)",
    withheld: "(name left out)",
    yes: "yes",
    no: "no",
    field_name: |field| {
        Some(match field {
            fields::NAME => "Name",
            fields::ABOUT => "Description",
            fields::OF_SET => "Measurement set",
            fields::INDICATOR => "Indicator",
            fields::ITEM => "Goal or theme",
            fields::WHEN => "Date",
            fields::VALUE => "Value",
            fields::OF => "Out of",
            fields::STATE => "Milestone",
            fields::QUALITY => "Certainty",
            fields::BREAK => "New method",
            fields::TITLE => "Source",
            fields::PUBLISHER => "Publisher",
            fields::ADDRESS => "Address",
            fields::SOURCE_DATE => "Date of the source",
            fields::SAMPLE => "Number asked",
            fields::NOTE => "Remark",
            fields::OWNER => "Owner",
            fields::KIND => "Kind",
            fields::UNIT => "Unit",
            fields::SIDE => "Direction",
            fields::DEADLINE => "Deadline",
            fields::BASELINE => "Baseline",
            fields::BASELINE_WHEN => "Date of the baseline",
            fields::STATUS => "Status",
            fields::REASON => "Reason",
            "text" => "Text",
            "by" => "Written by",
            _ => return None,
        })
    },
    kind_name: |kind| match kind {
        "note" => "Note",
        "set" => "Measurement set",
        "observation" => "Measurement",
        "indicator" => "Indicator",
        "target" => "Target",
        "verdict" => "Verdict",
        _ => "",
    },
    last_import: |time| format!("Last taken in: {time}"),
    undo_import: "Undo the import",

    share_set: "Share the measurement set",
    share_lead: "The file can be opened in Pejlemærke on another device and taken in there. If it comes back with changes, they are put together with yours.",
    share_as: "As",
    as_file: "File for Pejlemærke (JSON)",
    as_table: "Table for Danish spreadsheets (CSV, semicolon and comma)",
    as_table_point: "Table for other programs (CSV, comma and point)",
    leave_names_out: "Share without names",
    leave_names_out_hint: "Fields with names of persons are left out. Names that stand in running text are not.",
    from: "Who shares? (becomes part of the file’s name)",
    from_hint: "A local council, for example. May be empty.",
    send: "Send …",
    save: "Save as a file",
    copy: "Copy",
    show_codes: "Show as codes",
    saved: |name| format!("Saved as {name}."),
    sent: "The file was handed on.",
    shown_only: |count| match count {
        1 => "Share the measurement shown".into(),
        count => format!("Share the {count} measurements shown"),
    },
    everything: "More ways to save or share everything",

    sheet: "A table of measurements",
    sheet_lead: |rows| match rows {
        1 => "The table has 1 row. See whether the columns were understood rightly.".into(),
        rows => {
            format!("The table has {rows} rows. See whether the columns were understood rightly.")
        }
    },
    sheet_open_sdg: "The table looks like one from Open SDG. Rows that are about a part only (an age group, for example) are not the main figure and are not taken in.",
    column: |number, header| format!("Column {number}: {header}"),
    column_unused: "Not used",
    example: "for example",
    into_set: "Put the measurements into",
    into_new: "A new measurement set",
    for_indicator: "Indicator where a row names none itself",
    for_indicator_none: "Choose an indicator",
    readable: |readable, rows| format!("{readable} of {rows} rows can be read."),
    bad_cells: |count| match count {
        1 => "1 cell cannot be read".into(),
        count => format!("{count} cells cannot be read"),
    },
    bad_cell: |cell, why| {
        let place =
            if cell.header.is_empty() { String::new() } else { format!(", {}", cell.header) };
        format!("Line {}{place}: “{}” – {why}", cell.line, cell.cell)
    },
    why_no_indicator: "no indicator is named, or it is not known",
    why_state: "is no milestone that the app knows",
    why_quality: "is no certainty that the app knows",
    why_yes_no: "is neither yes nor no",
    why_id: "is no mark of Pejlemærke’s",
    why_long: "is too long",
    why_beyond: "stands beyond the columns of the table",
    leave_out: |count| match count {
        1 => "Leave out the row that cannot be read".into(),
        count => format!("Leave out the {count} rows that cannot be read"),
    },
    parts_left_out: |count| format!("{count} rows are about a part only and are not taken in."),
    show_preview: "Show what would change",

    codes: "Hand over by codes",
    codes_lead: "Hold the camera of the other tablet up to the screen. The codes are shown again and again; their order does not matter.",
    codes_count: |count| match count {
        1 => "1 code".into(),
        count => format!("{count} codes or a few more"),
    },
    codes_large: "It is too much for codes. Save it as a file instead.",
    codes_close: "Close the codes",
    code: |number| format!("Code no. {number}"),
    slower: "Slower",
    faster: "Faster",
    receive: "Receive by camera",
    receive_lead: "Show the codes on the other tablet, and hold the camera up to them. The picture does not leave the device.",
    receive_start: "Turn the camera on",
    receive_stop: "Turn the camera off",
    received: |have, of| format!("{have} of {of} parts received"),
    receive_waiting: "Waiting for a code …",
    receive_damaged: "The parts did not fit together. It begins anew.",
    receive_newer: "The codes are from a newer version of the app. Use a file, or reload the page.",
    camera_refused: "The camera cannot be used. Use a file instead: save it on the other tablet, and choose it here.",
};
