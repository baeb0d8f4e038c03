//! Filer, på dansk.

use super::files::FilesText;
use crate::{
    exchange::{Effect, Format, Newer, Refused, Settled, csv::NoSheet},
    measure::records as fields,
    value::Wrong,
    vision::Language,
};

pub(super) const TEXT: FilesText = FilesText {
    refused_title: "Filen er ikke lagt ind",
    refused: |refused| {
        match refused {
        Refused::TooLarge => "Den er større end 50 MB.".into(),
        Refused::Empty => "Den er tom.".into(),
        Refused::Packed => "Den er pakket (zip, regneark eller kontordokument). Pak den ud, eller gem den som CSV, og prøv igen.".into(),
        Refused::Picture => "Den er et billede, en film eller en lyd.".into(),
        Refused::Pdf => "Den er en PDF. Kopiér teksten fra den, eller find den som ren tekst.".into(),
        Refused::WebPage => "Den er en webside. Måske er det siden med linket, der er hentet, og ikke selve filen.".into(),
        Refused::OtherEncoding => "Teksten er gemt i en anden kodning (UTF-16). Gem den som UTF-8, og prøv igen.".into(),
        Refused::NotUtf8 => "Teksten er gemt i en anden kodning end UTF-8. Gem den som UTF-8, og prøv igen.".into(),
        Refused::NotText => "Den er ikke tekst.".into(),
        Refused::NotJson(error) => {
            let wrong = match error.wrong {
                Wrong::Unexpected => "der mangler noget, eller den er kun delvis hentet",
                Wrong::Number => "et tal er skrevet på en måde, der ikke kan læses",
                Wrong::Large => "et tal er for stort",
                Wrong::Text => "et tegn i en tekst kan ikke læses",
                Wrong::Twice => "det samme navn står to gange",
                Wrong::Deep => "den er indlejret for dybt",
                Wrong::Long => "en enkelt ting i den er for lang",
                Wrong::Many => "den har for mange navne i én ting",
            };
            format!("Den kan ikke læses: {wrong} (linje {}, tegn {}).", error.line, error.column)
        }
        Refused::NotOurs => "Den er ikke en fil fra Pejlemærke.".into(),
        Refused::OtherVision(name) => format!("Den handler om en anden vision ({name})."),
        Refused::Newer => "Den er fra en nyere udgave af appen. Genindlæs siden for at få den nyeste udgave, og prøv igen.".into(),
        Refused::Damaged(number, name) => {
            format!("Nr. {number} i filen er beskadiget ({name}). Intet af filen er lagt ind.")
        }
    }
    },
    no_sheet: |problem| {
        match problem {
        NoSheet::Empty => "Tabellen er tom.".into(),
        NoSheet::NoHeader => "Tabellens første linje skal have overskrifter, som appen kender, for eksempel Indikator, Dato og Værdi.".into(),
        NoSheet::TooManyRows(most) => format!("Tabellen har flere end {most} rækker. Del den i flere filer."),
        NoSheet::TooManyColumns(most) => format!("Tabellen har flere end {most} kolonner."),
        NoSheet::Quote(line) => format!("Et anførselstegn på linje {line} bliver aldrig lukket."),
        NoSheet::Twice(_) => "To kolonner har den samme overskrift. Giv den ene et andet navn.".into(),
    }
    },
    pasted: "Indsat tekst",
    reading: |percent| format!("Læser filen … {percent} %"),
    taking: |percent| format!("Lægger ind … {percent} %"),
    cancel: "Annuller",
    cancelled: "Annulleret. Intet er ændret.",

    preview: "Det vil filen ændre",
    preview_lead: |format, time| {
        let what = match format {
            Format::Everything => "Alt fra en enhed",
            Format::MeasurementSet => "Et målesæt",
        };
        format!("{what}, gemt {time}. Intet er ændret endnu.")
    },
    from_sheet: "Målinger fra en tabel. Intet er ændret endnu.",
    without_names: "Navne på personer er udeladt i filen. De navne, du selv har, bliver stående.",
    effect: |effect, count| {
        let count = super::number(count, Language::Da);
        match effect {
            Effect::New => format!("Nyt: {count}"),
            Effect::Changed => format!("Ændret: {count}"),
            Effect::Deleted => format!("Slettet: {count}"),
            Effect::Conflict => format!("Konflikt: {count}"),
            Effect::Unchanged => format!("Uændret: {count}"),
            Effect::Foreign => format!("Passer ikke: {count}"),
        }
    },
    effect_lead: |effect| match effect {
        Effect::New => "Findes ikke her endnu.",
        Effect::Changed => "Filen bygger videre på det, der står her.",
        Effect::Deleted => {
            "Er slettet der, hvor filen kommer fra. Det kan hentes tilbage fra papirkurven."
        }
        Effect::Conflict => {
            "Her og i filen er der skrevet noget forskelligt uden at kende hinanden. Begge dele bevares, indtil nogen vælger."
        }
        Effect::Unchanged => "Er her allerede.",
        Effect::Foreign => {
            "Her findes noget af en anden slags med samme kendetegn. Det lægges ikke ind."
        }
    },
    all: "Vælg alle",
    none: "Vælg ingen",
    more: |count| format!("Vis flere ({count} tilbage)"),
    take: |count| match count {
        0 => "Intet valgt".into(),
        1 => "Læg 1 ting ind".into(),
        count => format!("Læg {} ting ind", super::number(count, Language::Da)),
    },
    nothing: "Alt i filen er her allerede. Der er intet at lægge ind.",
    here: "Her",
    file: "Filen",
    field: "Se felterne",
    newer: |newer| match newer {
        Newer::File => "Filens er nyere",
        Newer::Here => "Det her er nyere",
        Newer::Neither => "",
    },
    settle: "Hvad skal gælde?",
    settled: |settled| match settled {
        Settled::Later => "Vælg senere",
        Settled::Here => "Det, der står her",
        Settled::File => "Det, der står i filen",
    },
    empty: "(tomt)",
    withheld: "(navn udeladt)",
    yes: "ja",
    no: "nej",
    field_name: |field| {
        Some(match field {
            fields::NAME => "Navn",
            fields::ABOUT => "Beskrivelse",
            fields::OF_SET => "Målesæt",
            fields::INDICATOR => "Indikator",
            fields::ITEM => "Mål eller tema",
            fields::WHEN => "Dato",
            fields::VALUE => "Værdi",
            fields::OF => "Ud af",
            fields::STATE => "Milepæl",
            fields::QUALITY => "Sikkerhed",
            fields::BREAK => "Ny metode",
            fields::TITLE => "Kilde",
            fields::PUBLISHER => "Udgiver",
            fields::ADDRESS => "Adresse",
            fields::SOURCE_DATE => "Kildens dato",
            fields::SAMPLE => "Antal adspurgte",
            fields::NOTE => "Bemærkning",
            fields::OWNER => "Ansvarlig",
            fields::KIND => "Slags",
            fields::UNIT => "Enhed",
            fields::SIDE => "Retning",
            fields::DEADLINE => "Frist",
            fields::BASELINE => "Udgangspunkt",
            fields::BASELINE_WHEN => "Udgangspunktets dato",
            fields::STATUS => "Status",
            fields::REASON => "Begrundelse",
            "text" => "Tekst",
            "by" => "Skrevet af",
            _ => return None,
        })
    },
    kind_name: |kind| match kind {
        "note" => "Note",
        "set" => "Målesæt",
        "observation" => "Måling",
        "indicator" => "Indikator",
        "target" => "Måltal",
        "verdict" => "Vurdering",
        _ => "",
    },
    last_import: |time| format!("Sidst lagt ind: {time}"),
    undo_import: "Fortryd indlæsningen",

    share_set: "Del målesættet",
    share_lead: "Filen kan åbnes i Pejlemærke på en anden enhed og lægges ind der. Kommer den tilbage med rettelser, lægges de sammen med dine.",
    share_as: "Som",
    as_file: "Fil til Pejlemærke (JSON)",
    as_table: "Tabel til dansk regneark (CSV, semikolon og komma)",
    as_table_point: "Tabel til andre programmer (CSV, komma og punktum)",
    leave_names_out: "Del uden navne",
    leave_names_out_hint: "Felter med navne på personer udelades. Navne, der står i løbende tekst, gør ikke.",
    from: "Hvem deler? (kommer i filens navn)",
    from_hint: "For eksempel et lokalråd. Kan stå tomt.",
    send: "Send …",
    save: "Gem som fil",
    copy: "Kopiér",
    show_codes: "Vis som koder",
    saved: |name| format!("Gemt som {name}."),
    sent: "Filen er sendt videre.",
    shown_only: |count| match count {
        1 => "Del den viste måling".into(),
        count => format!("Del de {count} viste målinger"),
    },
    everything: "Flere måder at gemme eller dele alt på",

    sheet: "Tabel med målinger",
    sheet_lead: |rows| match rows {
        1 => "Tabellen har 1 række. Se efter, om kolonnerne er forstået rigtigt.".into(),
        rows => format!("Tabellen har {rows} rækker. Se efter, om kolonnerne er forstået rigtigt."),
    },
    sheet_open_sdg: "Tabellen ligner en fra Open SDG. Rækker, der kun gælder en del (for eksempel en aldersgruppe), er ikke hovedtallet og lægges ikke ind.",
    column: |number, header| format!("Kolonne {number}: {header}"),
    column_unused: "Bruges ikke",
    example: "for eksempel",
    into_set: "Læg målingerne i",
    into_new: "Et nyt målesæt",
    for_indicator: "Indikator, hvor rækken ikke selv nævner en",
    for_indicator_none: "Vælg en indikator",
    readable: |readable, rows| format!("{readable} af {rows} rækker kan læses."),
    bad_cells: |count| match count {
        1 => "1 celle kan ikke læses".into(),
        count => format!("{count} celler kan ikke læses"),
    },
    bad_cell: |cell, why| {
        let place =
            if cell.header.is_empty() { String::new() } else { format!(", {}", cell.header) };
        format!("Linje {}{place}: »{}« – {why}", cell.line, cell.cell)
    },
    why_no_indicator: "ingen indikator er nævnt, eller den kendes ikke",
    why_state: "er ingen milepæl, appen kender",
    why_quality: "er ingen sikkerhed, appen kender",
    why_yes_no: "er hverken ja eller nej",
    why_id: "er intet kendetegn fra Pejlemærke",
    why_long: "er for langt",
    why_beyond: "står uden for tabellens kolonner",
    leave_out: |count| match count {
        1 => "Udelad rækken, der ikke kan læses".into(),
        count => format!("Udelad de {count} rækker, der ikke kan læses"),
    },
    parts_left_out: |count| format!("{count} rækker gælder kun en del og lægges ikke ind."),
    show_preview: "Vis, hvad der vil ændres",

    codes: "Overfør med koder",
    codes_lead: "Hold den anden tablets kamera hen foran skærmen. Koderne vises igen og igen; rækkefølgen er uden betydning.",
    codes_count: |count| match count {
        1 => "1 kode".into(),
        count => format!("{count} koder eller lidt flere"),
    },
    codes_large: "Det er for meget til koder. Gem det som fil i stedet.",
    codes_close: "Luk koderne",
    code: |number| format!("Kode nr. {number}"),
    slower: "Langsommere",
    faster: "Hurtigere",
    receive: "Modtag med kamera",
    receive_lead: "Vis koderne på den anden tablet, og hold kameraet hen foran dem. Billedet forlader ikke enheden.",
    receive_start: "Tænd kameraet",
    receive_stop: "Sluk kameraet",
    received: |have, of| format!("{have} af {of} dele modtaget"),
    receive_waiting: "Venter på en kode …",
    receive_damaged: "Delene passede ikke sammen. Der begyndes forfra.",
    receive_newer: "Koderne er fra en nyere udgave af appen. Brug en fil, eller genindlæs siden.",
    camera_refused: "Kameraet kan ikke bruges. Brug en fil i stedet: Gem den på den anden tablet, og vælg den her.",
};
