//! Files, in English.

use super::files::FilesText;
use crate::{
    app::{MOST_FILES, TooMuch},
    exchange::{Effect, Format, Newer, Refused, Settled, csv::NoSheet},
    measure::records as fields,
    value::Wrong,
    vision::Language,
};

const fn what(format: Format) -> &'static str {
    match format {
        Format::Everything => "Everything from a device",
        Format::MeasurementSet => "A measurement set",
        Format::VillageProfile => "A village profile",
        Format::Workshop => "A workshop",
    }
}

fn number(count: usize) -> String {
    super::number(count, Language::En)
}

pub(super) const TEXT: FilesText = FilesText {
    refused_title: "The file was not imported",
    refused: |refused| {
        match refused {
        Refused::TooLarge => "It is larger than 50 MB.".into(),
        Refused::Empty => "It is empty.".into(),
        Refused::Packed => "It is a zip file, or a document from Excel or Word, for example. Unzip it, or save the spreadsheet as CSV, and try again.".into(),
        Refused::Picture => "It is a picture, a film or a sound.".into(),
        Refused::Pdf => "It is a PDF. Copy the text out of it, or find it as plain text.".into(),
        Refused::WebPage => "It is a web page. Perhaps the page with the link was saved, and not the file itself.".into(),
        Refused::OtherEncoding => "The letters in the file are stored in a way the app cannot read (UTF-16). Save it as UTF-8 – in a spreadsheet: Save as, CSV UTF-8 – and try again.".into(),
        Refused::NotUtf8 => "The letters in the file are stored in a way the app cannot read. Save it as UTF-8, and try again.".into(),
        Refused::NotText => "It is not text.".into(),
        Refused::NotJson(error) => {
            let wrong = match error.wrong {
                Wrong::Unexpected => "something is missing, or only part of it was downloaded",
                Wrong::Number => "a number is written in a way that cannot be read",
                Wrong::Large => "a number is too large",
                Wrong::Text => "a character in a text cannot be read",
                Wrong::Twice => "the same field is there twice",
                Wrong::Deep | Wrong::Many => "it is not written in a way the app can read",
                Wrong::Long => "a single item in it is too long",
            };
            format!("It cannot be read: {wrong} (line {}, character {}).", error.line, error.column)
        }
        Refused::NotOurs => "It is not a file from Pejlemærke.".into(),
        Refused::OtherVision(name) => format!("It is about another vision ({name})."),
        Refused::Newer => "It is from a newer version of the app. Reload the page when you are online, and try again. If that does not help, this address does not have the new version yet.".into(),
        Refused::Damaged(number, name) => {
            format!("Item no. {number} in the file is damaged. Nothing was imported. Ask the sender to save and send it again. ({name})")
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
    taking: |percent| format!("Importing … {percent}%"),
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing was changed.",

    several_hint: |most| {
        format!(
            "Up to {most} files from Pejlemærke can be chosen or dropped together and imported as one."
        )
    },
    refused_title_several: "The files were not imported",
    too_much: |much| match much {
        TooMuch::Files => {
            format!("Choose at most {MOST_FILES} files at a time. None of them was read.")
        }
        TooMuch::Bytes => {
            "Together they are larger than 50 MB. Choose fewer at a time. None of them was read."
                .into()
        }
    },
    none_of: |name, count| {
        format!("This is about {name}. None of the {count} files could be imported.")
    },
    reading_of: |at, of, percent| format!("Reading file {at} of {of} … {percent}%"),
    preview_several: "What the files would change",
    several_lead: |read, of| {
        let verb = if read == 1 { "was" } else { "were" };
        let read = if read == of { format!("{of} files") } else { format!("{read} of {of} files") };
        format!("{read} {verb} read. Nothing has been changed yet.")
    },
    file_read: |format, time, count| {
        let count = if count == 1 { "1 item".into() } else { format!("{} items", number(count)) };
        format!("{}, saved {time}: {count}.", what(format))
    },
    file_misfits: |count| match count {
        1 => "1 item does not fit one of the other files and is not imported.".into(),
        count => format!(
            "{} items do not fit one of the other files and are not imported.",
            number(count)
        ),
    },
    file_same: |name| format!("The same file as {name}. It counts once."),
    file_left_out: |why| format!("Left out: {why}"),
    sheet_alone: "It looks like a table (CSV). Open it alone, so that you can check that the columns were read correctly.",
    document_alone: "It is text, perhaps the council’s own document. Open it alone.",
    misfits_lead: "Another of the files has something else with the same id. It is not imported.",
    effect_lead_several: |effect| match effect {
        Effect::Changed => Some("The files have a later version of what is here."),
        Effect::Deleted => Some(
            "Deleted where one of the files comes from. It can be brought back from the trash.",
        ),
        Effect::Conflict => Some(
            "The same thing was changed differently here and in a file, or in several files. All of it is kept until somebody chooses.",
        ),
        Effect::New | Effect::Unchanged | Effect::Foreign => None,
    },
    nothing_several: "Everything in the files is here already. There is nothing to import.",
    files: "The files",
    newer_several: "The files have the newer one",
    settled_several: "What is in the files",
    files_differ: "The files do not say the same. All of it is kept; choose afterwards under Conflicts.",
    imported_of: |count, files| {
        let count = if count == 1 {
            "1 item was imported".into()
        } else {
            format!("{} items were imported", number(count))
        };
        let from = if files == 1 { "1 file".into() } else { format!("{files} files") };
        format!("{count} from {from}.")
    },

    preview: "What the file would change",
    preview_lead: |format, time| {
        format!("{}, saved {time}. Nothing has been changed yet.", what(format))
    },
    from_sheet: "Measurements from a table. Nothing has been changed yet.",
    without_names: "People’s names are left out of the file. The names you have yourself stay.",
    effect: |effect, count| {
        let count = number(count);
        match effect {
            Effect::New => format!("New: {count}"),
            Effect::Changed => format!("Changed: {count}"),
            Effect::Deleted => format!("Deleted: {count}"),
            Effect::Conflict => format!("Conflict: {count}"),
            Effect::Unchanged => format!("Unchanged: {count}"),
            Effect::Foreign => format!("Does not fit: {count}"),
        }
    },
    effect_lead: |effect| match effect {
        Effect::New => "Not here yet.",
        Effect::Changed => "The file has a later version of what is here.",
        Effect::Deleted => {
            "Deleted where the file comes from. It can be brought back from the trash."
        }
        Effect::Conflict => {
            "The same thing was changed differently here and in the file. Both are kept until somebody chooses."
        }
        Effect::Unchanged => "Here already.",
        Effect::Foreign => "Something else here already has the same id. It is not imported.",
    },
    all: "Choose all",
    none: "Choose none",
    more: |count| format!("Show more ({} left)", number(count)),
    take: |count| match count {
        0 => "Nothing chosen".into(),
        1 => "Import 1 item".into(),
        count => format!("Import {} items", number(count)),
    },
    nothing: "Everything in the file is here already. There is nothing to import.",
    here: "Here",
    file: "The file",
    field: "See the fields",
    newer: |newer| match newer {
        Newer::File => "The file has the newer one",
        Newer::Here => "Yours is newer",
        Newer::Neither => "",
    },
    settle: "Which should apply?",
    settled: |settled| match settled {
        Settled::Later => "Choose later",
        Settled::Here => "What is here",
        Settled::File => "What is in the file",
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
            fields::OF => "Of or against",
            fields::STATE => "Milestone",
            fields::QUALITY => "Certainty",
            fields::BREAK => "New method",
            fields::TITLE => "Source",
            fields::PUBLISHER => "Publisher",
            fields::ADDRESS => "Address of the source",
            fields::SOURCE_DATE => "Date of the source",
            fields::SAMPLE => "Number asked or counted",
            fields::NOTE => "Remark",
            fields::OWNER => "Responsible",
            fields::KIND => "Kind",
            fields::UNIT => "Unit",
            fields::SIDE => "Direction",
            fields::DEADLINE => "Deadline",
            fields::BASELINE => "Baseline",
            fields::BASELINE_WHEN => "Date of the baseline",
            fields::STATUS => "Status",
            fields::FROM_WORKSHOP => "From workshop",
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
        "workshop" => "Workshop",
        "activity" => "Activity",
        "subject" => "Subject",
        "table" => "Table",
        "seat" => "Seat",
        "round" => "Round of votes",
        "hands" => "Show of hands",
        "ballot" => "Ballot",
        "workshop-note" => "Workshop note",
        "group" => "Group",
        "agreement" => "Agreement",
        kind => (crate::village::words(crate::vision::Language::En).kind_name)(kind),
    },
    last_import: |time| format!("Last imported: {time}"),
    undo_import: "Undo the import",

    share_set: "Share the measurement set",
    share_lead: "The file can be opened in Pejlemærke on another device and imported there. If it comes back with changes, you see them before they are imported; where you disagree, you choose. A table holds the measurements only.",
    share_profile_lead: "The file can be opened in Pejlemærke on another device and taken in there. If it comes back with changes, you see them before they are taken in. Where both of you changed the same field, you choose.",
    share_as: "What kind of file?",
    as_file: "File for Pejlemærke (JSON)",
    as_table: "Table for Danish spreadsheets (CSV with semicolons and decimal commas)",
    as_table_point: "Table for other programs (CSV with commas and decimal points)",
    as_markdown: "Text for other programs (Markdown)",
    leave_names_out: "Share without names",
    leave_names_out_hint: "Fields with people’s names are left out. Names written in notes, remarks or other text are still included.",
    profile_alone: "The profile alone",
    profile_alone_hint: "For the municipality and other readers: comments, versions and deleted parts are left out. If several of you write on the profile, let them go along.",
    leave_contact_out: "Share without contact and names",
    leave_contact_out_hint: "The council’s contact details and the names of those who commented are left out. Names written in the texts are still included.",
    from: "Who is the file from? (becomes part of the file name)",
    from_hint: "A local council, for example. May be empty.",
    send: "Send …",
    save: "Save as a file",
    copy: "Copy",
    show_codes: "Show as QR codes",
    saved: |name| {
        format!("The browser was given the file {name}. It is usually among your downloads.")
    },
    sent: "The file was passed to the app you chose.",
    shown_only: |count| match count {
        1 => "Share the measurement shown".into(),
        count => format!("Share the {} measurements shown", number(count)),
    },
    everything: "More ways to save or share everything",

    sheet: "A table of measurements",
    sheet_lead: |rows| match rows {
        1 => "The table has 1 row. Check that the columns were read correctly.".into(),
        rows => {
            format!(
                "The table has {} rows. Check that the columns were read correctly.",
                number(rows)
            )
        }
    },
    sheet_open_sdg: "The table looks like one from Open SDG. Rows that cover only a subgroup (an age group, for example) are not the main figure and are not imported.",
    column: |number, header| format!("Column {number}: {header}"),
    column_unused: "Not used",
    example: |cell| format!("for example “{cell}”"),
    into_set: "Put the measurements into",
    into_new: "A new measurement set",
    for_indicator: "Indicator where a row names none itself",
    for_indicator_none: "Choose an indicator",
    readable: |readable, rows| {
        format!("Rows that can be read: {} of {}.", number(readable), number(rows))
    },
    bad_cells: |count| match count {
        1 => "1 cell cannot be read".into(),
        count => format!("{} cells cannot be read", number(count)),
    },
    bad_cell: |cell, why| {
        let place =
            if cell.header.is_empty() { String::new() } else { format!(", {}", cell.header) };
        let shown = if cell.cell.is_empty() {
            "(empty)".to_owned()
        } else {
            format!("“{}”", cell.cell)
        };
        format!("Line {}{place}: {shown}: {why}", cell.line)
    },
    why_no_indicator: "No indicator is named, or it is not known.",
    why_state: "Must be Not begun, Planned, Decided, Under way, Done or Dropped.",
    why_quality: "Must be Measured, Estimated, Provisional or Forecast.",
    why_yes_no: "Must be yes or no.",
    why_id: "Is not a Pejlemærke id.",
    why_long: "Is too long.",
    why_beyond: "Is outside the table’s columns.",
    leave_out: |count| match count {
        1 => "Leave out the row that cannot be read".into(),
        count => format!("Leave out the {} rows that cannot be read", number(count)),
    },
    parts_left_out: |count| match count {
        1 => "1 row covers only a subgroup and is not imported.".into(),
        count => format!("{} rows cover only a subgroup and are not imported.", number(count)),
    },
    show_preview: "Show what would change",

    codes: "Transfer with QR codes",
    codes_lead: "Hold the other device’s camera up to this screen. The codes are shown again and again; their order does not matter.",
    codes_count: |count| match count {
        1 => "1 code".into(),
        count => format!("{count} codes or a few more"),
    },
    codes_large: "It is too much for QR codes. Save it as a file instead.",
    codes_close: "Close the codes",
    code: |number| format!("Code no. {number}"),
    slower: "Slower",
    faster: "Faster",
    receive: "Receive by camera",
    receive_lead: "Show the QR codes on the other device, and hold the camera up to them. The picture does not leave the device.",
    receive_start: "Turn the camera on",
    receive_stop: "Turn the camera off",
    received: |have, of| format!("Received: {have} of {of} parts. Keep the camera on the codes."),
    receive_waiting: "Waiting for a code …",
    receive_damaged: "The codes did not fit together. Starting again.",
    receive_newer: "The codes are from a newer version of the app. Use a file, or reload the page when you are online.",
    camera_refused: "The camera cannot be used. Use a file instead: save it on the other device, and choose it here.",
};
