//! What is said of a person's own work: notes, saving, undoing, and what is on the device.

use crate::{
    app::DeedName,
    store::{StoreError, backup::Advice, snapshot::Why},
    ui::platform::chance::LocalTime,
    vision::Language,
};

/// The words for a person's own work.
pub(crate) struct WorkText {
    pub(crate) time: fn(LocalTime) -> String,

    pub(crate) messages: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) not_saved: &'static str,
    pub(crate) not_saved_why: fn(StoreError) -> &'static str,
    pub(crate) read_only: &'static str,
    pub(crate) reload: &'static str,
    pub(crate) room_scarce: &'static str,
    pub(crate) unreadable_found: fn(usize) -> String,
    pub(crate) recovered: fn(usize) -> String,
    pub(crate) to_files: &'static str,

    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    pub(crate) undone: fn(&str) -> String,
    pub(crate) redone: fn(&str) -> String,
    pub(crate) nothing_to_undo: &'static str,
    pub(crate) nothing_to_redo: &'static str,
    pub(crate) overwritten_since: fn(&str) -> String,
    pub(crate) deed: fn(DeedName) -> String,

    pub(crate) notes: &'static str,
    pub(crate) notes_lead: &'static str,
    pub(crate) note_add: &'static str,
    pub(crate) note_text: &'static str,
    pub(crate) note_by: &'static str,
    pub(crate) note_delete: &'static str,
    pub(crate) note_deleted: &'static str,
    pub(crate) note_empty: &'static str,
    pub(crate) conflict: &'static str,
    pub(crate) conflict_lead: &'static str,
    pub(crate) conflict_use: &'static str,
    pub(crate) conflict_empty: &'static str,
    pub(crate) side_here: &'static str,
    pub(crate) side_elsewhere: &'static str,
    pub(crate) disputed: &'static str,
    pub(crate) disputed_keep: &'static str,
    pub(crate) disputed_delete: &'static str,

    pub(crate) nav_files: &'static str,
    pub(crate) files_title: &'static str,
    pub(crate) files_lead: &'static str,
    pub(crate) backup: &'static str,
    pub(crate) backup_save: &'static str,
    pub(crate) backup_done: &'static str,
    pub(crate) backup_failed: &'static str,
    pub(crate) backup_last: fn(&str) -> String,
    pub(crate) backup_never: &'static str,
    pub(crate) backup_advice: fn(Advice) -> String,
    pub(crate) import: &'static str,
    pub(crate) import_choose: &'static str,
    pub(crate) import_hint: &'static str,
    pub(crate) imported: fn(usize) -> String,
    pub(crate) import_foreign: fn(usize) -> String,
    pub(crate) import_no_snapshot: &'static str,
    pub(crate) changed_meanwhile: &'static str,
    pub(crate) storage: &'static str,
    pub(crate) records: fn(usize) -> String,
    pub(crate) storage_used: fn(usize, usize) -> String,
    pub(crate) storage_journal: fn(bool) -> &'static str,
    pub(crate) lasting: fn(Option<bool>) -> &'static str,
    pub(crate) lasting_ask: &'static str,
    pub(crate) device: &'static str,
    pub(crate) clock_ahead: fn(usize) -> String,
    pub(crate) conflicts: &'static str,
    pub(crate) conflicts_none: &'static str,
    pub(crate) snapshots: &'static str,
    pub(crate) snapshots_lead: &'static str,
    pub(crate) snapshots_none: &'static str,
    pub(crate) snapshot_take: &'static str,
    pub(crate) snapshot_taken: &'static str,
    pub(crate) snapshot_failed: &'static str,
    pub(crate) snapshot_why: fn(Why) -> &'static str,
    pub(crate) snapshot_restore: &'static str,
    pub(crate) snapshot_unreadable: &'static str,
    pub(crate) trash: &'static str,
    pub(crate) trash_lead: &'static str,
    pub(crate) trash_none: &'static str,
    pub(crate) trash_more: fn(usize) -> String,
    pub(crate) trash_restore: &'static str,
    pub(crate) quarantine: &'static str,
    pub(crate) quarantine_lead: &'static str,
    pub(crate) quarantine_none: &'static str,
    pub(crate) quarantine_save: &'static str,
    pub(crate) characters: fn(usize) -> String,
    pub(crate) recovery: &'static str,
}

/// Dansk.
pub(super) const DA: WorkText = WorkText {
    time: |LocalTime { year, month, day, hour, minute }| {
        const MONTHS: [&str; 12] = [
            "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
            "dec.",
        ];
        format!("{day}. {} {year} kl. {hour:02}.{minute:02}", month_name(&MONTHS, month))
    },
    messages: "Beskeder",
    saving: "Gemmer …",
    saved: "Gemt",
    not_saved: "Ikke gemt",
    not_saved_why: |error| match error {
        StoreError::Blocked => {
            "Browseren lader ikke appen gemme noget på enheden. Det, du har skrevet, findes kun i denne fane. Gem det som en fil, før du lukker den."
        }
        StoreError::Refused => {
            "Der er ikke mere plads på enheden. Det, du har skrevet, findes kun i denne fane. Gem det som en fil, før du lukker den."
        }
        StoreError::Newer => {
            "En nyere udgave af appen er i brug på enheden. Gem det, du har skrevet, som en fil, og genindlæs siden."
        }
    },
    read_only: "En nyere udgave af appen har gemt på denne enhed. Her kan du kun læse. Genindlæs siden for at få den nye udgave.",
    reload: "Genindlæs",
    room_scarce: "Pladsen til det, du skriver, er ved at være brugt. Gem en sikkerhedskopi.",
    unreadable_found: |count| match count {
        1 => "Noget af det gemte kunne ikke læses. Det er sat til side og ikke gået tabt.".into(),
        count => {
            format!("{count} gemte tekster kunne ikke læses. De er sat til side og ikke gået tabt.")
        }
    },
    recovered: |count| match count {
        1 => "Én ting, som browseren ikke nåede at gemme, er hentet frem igen.".into(),
        count => {
            format!("{count} ting, som browseren ikke nåede at gemme, er hentet frem igen.")
        }
    },
    to_files: "Se filer",

    undo: "Fortryd",
    redo: "Gentag",
    undone: |what| format!("Fortrudt: {what}"),
    redone: |what| format!("Gentaget: {what}"),
    nothing_to_undo: "Der er intet at fortryde.",
    nothing_to_redo: "Der er intet at gentage.",
    overwritten_since: |what| format!("{what} er ændret siden et andet sted og bliver stående."),
    deed: super::deed::da,

    notes: "Dine noter",
    notes_lead: "Noter bliver på denne enhed, til du selv gemmer dem som en fil.",
    note_add: "Skriv en note",
    note_text: "Note",
    note_by: "Skrevet af (kan udelades)",
    note_delete: "Slet noten",
    note_deleted: "Noten er slettet.",
    note_empty: "Tom note",
    conflict: "Konflikt",
    conflict_lead: "Feltet er ændret to steder uden kendskab til hinanden. Begge udgaver er bevaret. Vælg en, eller skriv videre i feltet.",
    conflict_use: "Brug denne",
    conflict_empty: "(tomt)",
    side_here: "Fra denne enhed",
    side_elsewhere: "Fra en anden enhed",
    disputed: "Noten er slettet et sted og ændret et andet. Den er bevaret, til du vælger.",
    disputed_keep: "Behold den",
    disputed_delete: "Slet den",

    nav_files: "Filer",
    files_title: "Filer på denne enhed",
    files_lead: "Alt, hvad du skriver i Pejlemærke, ligger på denne enhed og ingen andre steder, til du selv gemmer det som en fil.",
    backup: "Sikkerhedskopi",
    backup_save: "Gem alt som en fil",
    backup_done: "Filen er gemt. Læg en kopi et andet sted end på denne enhed.",
    backup_failed: "Browseren ville ikke gemme filen. Prøv igen, eller brug nødsiden nederst.",
    backup_last: |time| format!("Sidste sikkerhedskopi: {time}."),
    backup_never: "Der er ikke gemt en sikkerhedskopi endnu.",
    backup_advice: |advice| match advice {
        Advice::Nothing => "Der er intet nyt at sikre.".into(),
        Advice::Fine(1) => "1 ændring findes kun her.".into(),
        Advice::Fine(count) => format!("{count} ændringer findes kun her."),
        Advice::Due(1) => "1 ændring findes kun her. Det er tid til en sikkerhedskopi.".into(),
        Advice::Due(count) => {
            format!("{count} ændringer findes kun her. Det er tid til en sikkerhedskopi.")
        }
    },
    import: "Læg en fil ind",
    import_choose: "Vælg en fil",
    import_hint: "En fil fra Pejlemærke, eller en tabel (CSV) med målinger. Du kan også trække filen ind i vinduet. Du ser først, hvad filen vil ændre, og kan fortryde bagefter. Er det samme ændret begge steder, bevares begge dele, til du vælger.",
    imported: |count| match count {
        1 => "1 ting er lagt ind fra filen.".into(),
        count => {
            format!("{} ting er lagt ind fra filen.", super::number(count, Language::Da))
        }
    },
    import_foreign: |count| {
        format!("{count} ting i filen passede ikke til det, der er her, og blev ikke lagt ind.")
    },
    import_no_snapshot: "Øjebliksbilledet før filen kunne ikke tages. Du kan stadig fortryde, til du lukker fanen.",
    changed_meanwhile: "Noget er ændret imens. Se igen, hvad filen vil ændre.",
    storage: "Plads",
    records: |count| match count {
        1 => "1 ting".into(),
        count => format!("{} ting", super::number(count, Language::Da)),
    },
    storage_used: |percent, free| {
        let free = grouped(free, '.');
        format!("{percent} % af pladsen er brugt. Der er plads til omkring {free} tegn endnu.")
    },
    storage_journal: |is_there| {
        if is_there {
            "Hver ændring gemmes også i en journal, som overlever, at browseren går ned."
        } else {
            "Browseren fører ingen journal. Går den ned, kan de sidste sekunder gå tabt."
        }
    },
    lasting: |is_granted| match is_granted {
        Some(true) => "Browseren har lovet ikke at rydde op i det af sig selv.",
        Some(false) => {
            "Browseren må rydde op i det af sig selv, når pladsen er trang. Safari gør det efter syv dage uden besøg."
        }
        None => "Denne browser siger ikke, om den rydder op af sig selv.",
    },
    lasting_ask: "Bed browseren om at beholde det",
    device: "Enhedens navn i filer",
    clock_ahead: |count| {
        format!(
            "{count} ændringer er dateret i fremtiden: et af urene går forkert. Det afgør intet, men tiderne er ikke til at stole på."
        )
    },
    conflicts: "Konflikter",
    conflicts_none: "Ingen konflikter.",
    snapshots: "Øjebliksbilleder",
    snapshots_lead: "De seneste ti. De tages af sig selv, før noget stort sker, og kan hentes tilbage. Også det kan fortrydes.",
    snapshots_none: "Ingen øjebliksbilleder endnu.",
    snapshot_take: "Tag et nu",
    snapshot_taken: "Øjebliksbilledet er taget.",
    snapshot_failed: "Øjebliksbilledet kunne ikke tages. Gem i stedet en sikkerhedskopi.",
    snapshot_why: |why| match why {
        Why::Import => "Før en fil blev lagt ind",
        Why::Delete => "Før meget blev slettet",
        Why::Restore => "Før et øjebliksbillede blev hentet tilbage",
        Why::Migration => "Før en ny udgave af appen",
        Why::Asked => "Taget af dig",
    },
    snapshot_restore: "Hent tilbage",
    snapshot_unreadable: "Øjebliksbilledet kunne ikke læses. Intet er ændret.",
    trash: "Papirkurv",
    trash_lead: "Det slettede bliver her og kan hentes tilbage.",
    trash_none: "Papirkurven er tom.",
    trash_more: |count| format!("… og {count} til"),
    trash_restore: "Hent tilbage",
    quarantine: "Sat til side",
    quarantine_lead: "Dette kunne appen ikke læse. Det er bevaret, som det var.",
    quarantine_none: "Alt kunne læses.",
    quarantine_save: "Gem som fil",
    characters: |count| format!("{count} tegn"),
    recovery: "Nødside: hent alt råt, også når appen ikke kan starte",
};

/// English.
pub(super) const EN: WorkText = WorkText {
    time: |LocalTime { year, month, day, hour, minute }| {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        format!("{day} {} {year}, {hour:02}:{minute:02}", month_name(&MONTHS, month))
    },
    messages: "Messages",
    saving: "Saving …",
    saved: "Saved",
    not_saved: "Not saved",
    not_saved_why: |error| match error {
        StoreError::Blocked => {
            "The browser does not let the app keep anything on the device. What you have written is in this tab alone. Save it as a file before you close it."
        }
        StoreError::Refused => {
            "There is no more room on the device. What you have written is in this tab alone. Save it as a file before you close it."
        }
        StoreError::Newer => {
            "A newer version of the app is in use on the device. Save what you have written as a file, and reload the page."
        }
    },
    read_only: "A newer version of the app has saved on this device. Here you can only read. Reload the page to get the new version.",
    reload: "Reload",
    room_scarce: "The room for what you write is nearly used up. Save a backup.",
    unreadable_found: |count| match count {
        1 => "Something that was kept could not be read. It is set aside and not lost.".into(),
        count => {
            format!(
                "{count} texts that were kept could not be read. They are set aside and not lost."
            )
        }
    },
    recovered: |count| match count {
        1 => "One thing that the browser had not managed to save was brought back.".into(),
        count => {
            format!("{count} things that the browser had not managed to save were brought back.")
        }
    },
    to_files: "See files",

    undo: "Undo",
    redo: "Redo",
    undone: |what| format!("Undone: {what}"),
    redone: |what| format!("Done again: {what}"),
    nothing_to_undo: "There is nothing to undo.",
    nothing_to_redo: "There is nothing to redo.",
    overwritten_since: |what| {
        format!("{what} has been changed elsewhere since and is left standing.")
    },
    deed: super::deed::en,

    notes: "Your notes",
    notes_lead: "Notes stay on this device until you save them as a file yourself.",
    note_add: "Write a note",
    note_text: "Note",
    note_by: "Written by (may be left out)",
    note_delete: "Delete the note",
    note_deleted: "The note is deleted.",
    note_empty: "Empty note",
    conflict: "Conflict",
    conflict_lead: "The field was changed in two places that did not know of each other. Both versions are kept. Choose one, or go on writing in the field.",
    conflict_use: "Use this one",
    conflict_empty: "(empty)",
    side_here: "From this device",
    side_elsewhere: "From another device",
    disputed: "The note was deleted in one place and changed in another. It is kept until you choose.",
    disputed_keep: "Keep it",
    disputed_delete: "Delete it",

    nav_files: "Files",
    files_title: "Files on this device",
    files_lead: "Everything you write in Pejlemærke is on this device and nowhere else, until you save it as a file yourself.",
    backup: "Backup",
    backup_save: "Save everything as a file",
    backup_done: "The file is saved. Put a copy somewhere other than on this device.",
    backup_failed: "The browser would not save the file. Try again, or use the recovery page below.",
    backup_last: |time| format!("Last backup: {time}."),
    backup_never: "No backup has been saved yet.",
    backup_advice: |advice| match advice {
        Advice::Nothing => "There is nothing new to back up.".into(),
        Advice::Fine(1) => "1 change is here alone.".into(),
        Advice::Fine(count) => format!("{count} changes are here alone."),
        Advice::Due(1) => "1 change is here alone. It is time for a backup.".into(),
        Advice::Due(count) => format!("{count} changes are here alone. It is time for a backup."),
    },
    import: "Take in a file",
    import_choose: "Choose a file",
    import_hint: "A file from Pejlemærke, or a table (CSV) of measurements. You can also drop the file anywhere in the window. You first see what the file would change, and can undo it afterwards. If the same thing was changed in both places, both are kept until you choose.",
    imported: |count| match count {
        1 => "1 item was imported from the file.".into(),
        count => {
            format!("{} items were imported from the file.", super::number(count, Language::En))
        }
    },
    import_foreign: |count| {
        format!("{count} things in the file did not fit what is here and were left out.")
    },
    import_no_snapshot: "The snapshot before the file could not be taken. You can still undo until you close the tab.",
    changed_meanwhile: "Something has changed meanwhile. Look again at what the file would change.",
    storage: "Room",
    records: |count| match count {
        1 => "1 thing".into(),
        count => format!("{} things", super::number(count, Language::En)),
    },
    storage_used: |percent, free| {
        let free = grouped(free, ',');
        format!("{percent}% of the room is used. There is room for about {free} more characters.")
    },
    storage_journal: |is_there| {
        if is_there {
            "Every change is also kept in a journal that survives a crash of the browser."
        } else {
            "The browser keeps no journal. If it crashes, the last seconds may be lost."
        }
    },
    lasting: |is_granted| match is_granted {
        Some(true) => "The browser has promised not to clear it away by itself.",
        Some(false) => {
            "The browser may clear it away by itself when room is short. Safari does so after seven days without a visit."
        }
        None => "This browser does not say whether it clears things away by itself.",
    },
    lasting_ask: "Ask the browser to keep it",
    device: "The device’s name in files",
    clock_ahead: |count| {
        format!(
            "{count} changes are dated in the future: one of the clocks is wrong. That decides nothing, but the times cannot be relied on."
        )
    },
    conflicts: "Conflicts",
    conflicts_none: "No conflicts.",
    snapshots: "Snapshots",
    snapshots_lead: "The last ten. They are taken by themselves before something large happens, and can be restored. That, too, can be undone.",
    snapshots_none: "No snapshots yet.",
    snapshot_take: "Take one now",
    snapshot_taken: "The snapshot is taken.",
    snapshot_failed: "The snapshot could not be taken. Save a backup instead.",
    snapshot_why: |why| match why {
        Why::Import => "Before a file was taken in",
        Why::Delete => "Before much was deleted",
        Why::Restore => "Before a snapshot was restored",
        Why::Migration => "Before a new version of the app",
        Why::Asked => "Taken by you",
    },
    snapshot_restore: "Restore",
    snapshot_unreadable: "The snapshot could not be read. Nothing has changed.",
    trash: "Trash",
    trash_lead: "What is deleted stays here and can be brought back.",
    trash_none: "The trash is empty.",
    trash_more: |count| format!("… and {count} more"),
    trash_restore: "Bring back",
    quarantine: "Set aside",
    quarantine_lead: "The app could not read this. It is kept as it was.",
    quarantine_none: "Everything could be read.",
    quarantine_save: "Save as a file",
    characters: |count| format!("{count} characters"),
    recovery: "Recovery page: fetch everything raw, also when the app cannot start",
};

fn month_name(months: &[&'static str; 12], month: u32) -> &'static str {
    usize::try_from(month.saturating_sub(1))
        .ok()
        .and_then(|index| months.get(index).copied())
        .unwrap_or_default()
}

/// A number in whole thousands, with a sign between groups of three digits.
fn grouped(number: usize, sign: char) -> String {
    let digits = (number / 1000 * 1000).to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(sign);
        }
        grouped.push(digit);
    }
    grouped
}
