//! Filer, på dansk.

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
        Format::Everything => "Alt fra en enhed",
        Format::MeasurementSet => "Et målesæt",
        Format::VillageProfile => "En landsbyprofil",
        Format::Workshop => "En workshop",
    }
}

fn number(count: usize) -> String {
    super::number(count, Language::Da)
}

pub(super) const TEXT: FilesText = FilesText {
    refused_title: "Filen er ikke lagt ind",
    refused: |refused| {
        match refused {
        Refused::TooLarge => "Den er større end 50 MB.".into(),
        Refused::Empty => "Den er tom.".into(),
        Refused::Packed => "Den er en zip-fil eller et dokument fra for eksempel Excel eller Word. Pak zip-filen ud, eller gem regnearket som CSV, og prøv igen.".into(),
        Refused::Picture => "Den er et billede, en film eller en lyd.".into(),
        Refused::Pdf => "Den er en PDF. Kopiér teksten fra den, eller find den som ren tekst.".into(),
        Refused::WebPage => "Den er en webside. Måske er det siden med linket, der er hentet, og ikke selve filen.".into(),
        Refused::OtherEncoding => "Filens bogstaver er gemt på en måde, appen ikke kan læse (UTF-16). Gem den som UTF-8 – i et regneark: Gem som, CSV UTF-8 – og prøv igen.".into(),
        Refused::NotUtf8 => "Filens bogstaver er gemt på en måde, appen ikke kan læse. Gem den som UTF-8, og prøv igen.".into(),
        Refused::NotText => "Den er ikke tekst.".into(),
        Refused::NotJson(error) => {
            let wrong = match error.wrong {
                Wrong::Unexpected => "der mangler noget, eller den er kun delvis hentet",
                Wrong::Number => "et tal er skrevet på en måde, der ikke kan læses",
                Wrong::Large => "et tal er for stort",
                Wrong::Text => "et tegn i en tekst kan ikke læses",
                Wrong::Twice => "det samme felt står to gange",
                Wrong::Deep | Wrong::Many => "den er ikke skrevet, som appen kan læse den",
                Wrong::Long => "en enkelt ting i den er for lang",
            };
            format!("Den kan ikke læses: {wrong} (linje {}, tegn {}).", error.line, error.column)
        }
        Refused::NotOurs => "Den er ikke en fil fra Pejlemærke.".into(),
        Refused::OtherVision(name) => format!("Den handler om en anden vision ({name})."),
        Refused::Newer => "Den er fra en nyere version af appen. Genindlæs siden, når der er netforbindelse, og prøv igen. Hjælper det ikke, ligger den nye version ikke på denne adresse endnu.".into(),
        Refused::Damaged(number, name) => {
            format!("Ting nr. {number} i filen er beskadiget. Intet af filen er lagt ind. Bed afsenderen om at gemme og sende den igen. ({name})")
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

    several_hint: |most| {
        format!(
            "Op til {most} filer fra Pejlemærke kan vælges eller trækkes ind på én gang og lægges ind som én."
        )
    },
    refused_title_several: "Filerne er ikke lagt ind",
    too_much: |much| match much {
        TooMuch::Files => {
            format!("Vælg højst {MOST_FILES} filer ad gangen. Ingen af dem er læst.")
        }
        TooMuch::Bytes => {
            "Tilsammen er de større end 50 MB. Vælg færre ad gangen. Ingen af dem er læst.".into()
        }
    },
    none_of: |name, count| {
        format!("Det gælder {name}. Ingen af de {count} filer kunne lægges ind.")
    },
    reading_of: |at, of, percent| format!("Læser fil {at} af {of} … {percent} %"),
    preview_several: "Det vil filerne ændre",
    several_lead: |read, of| {
        let read = if read == of { format!("{of} filer") } else { format!("{read} af {of} filer") };
        format!("{read} er læst. Intet er ændret endnu.")
    },
    file_read: |format, time, count| {
        format!("{}, gemt {time}: {} ting.", what(format), number(count))
    },
    file_misfits: |count| {
        format!("{} ting passer ikke til en af de andre filer og lægges ikke ind.", number(count))
    },
    file_same: |name| format!("Samme fil som {name}. Den tælles kun én gang."),
    file_left_out: |why| format!("Udeladt: {why}"),
    sheet_alone: "Den ligner en tabel (CSV). Åbn den alene, så du kan se, om kolonnerne er forstået rigtigt.",
    document_alone: "Den er tekst, måske byrådets eget dokument. Åbn den alene.",
    misfits_lead: "En af de andre filer har noget andet med samme id. Det lægges ikke ind.",
    effect_lead_several: |effect| match effect {
        Effect::Changed => Some("Filerne bygger videre på det, der står her."),
        Effect::Deleted => Some(
            "Er slettet der, hvor en af filerne kommer fra. Det kan hentes tilbage fra papirkurven.",
        ),
        Effect::Conflict => Some(
            "Det samme er ændret forskelligt her og i en fil, eller i flere filer, hver for sig. Alt bevares, indtil nogen vælger.",
        ),
        Effect::New | Effect::Unchanged | Effect::Foreign => None,
    },
    nothing_several: "Alt i filerne er her allerede. Der er intet at lægge ind.",
    files: "Filerne",
    newer_several: "Filerne har det nyeste",
    settled_several: "Det, der står i filerne",
    files_differ: "Filerne siger ikke det samme. Alt bevares; vælg bagefter under Konflikter.",
    imported_of: |count, files| {
        let from = if files == 1 { "1 fil".into() } else { format!("{files} filer") };
        format!("{} ting er lagt ind fra {from}.", number(count))
    },

    preview: "Det vil filen ændre",
    preview_lead: |format, time| format!("{}, gemt {time}. Intet er ændret endnu.", what(format)),
    from_sheet: "Målinger fra en tabel. Intet er ændret endnu.",
    without_names: "Navne på personer er udeladt i filen. De navne, du selv har, bliver stående.",
    effect: |effect, count| {
        let count = number(count);
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
            "Det samme er ændret forskelligt her og i filen, hver for sig. Begge dele bevares, indtil nogen vælger."
        }
        Effect::Unchanged => "Er her allerede.",
        Effect::Foreign => "Her findes noget andet med samme id. Det lægges ikke ind.",
    },
    all: "Vælg alle",
    none: "Vælg ingen",
    more: |count| format!("Vis flere ({} tilbage)", number(count)),
    take: |count| match count {
        0 => "Intet valgt".into(),
        1 => "Læg 1 ting ind".into(),
        count => format!("Læg {} ting ind", number(count)),
    },
    nothing: "Alt i filen er her allerede. Der er intet at lægge ind.",
    here: "Her",
    file: "Filen",
    field: "Se felterne",
    newer: |newer| match newer {
        Newer::File => "Filen har det nyeste",
        Newer::Here => "Det nyeste står her",
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
            fields::OF => "Af eller mod",
            fields::STATE => "Milepæl",
            fields::QUALITY => "Sikkerhed",
            fields::BREAK => "Ny metode",
            fields::TITLE => "Kilde",
            fields::PUBLISHER => "Udgiver",
            fields::ADDRESS => "Kildens adresse",
            fields::SOURCE_DATE => "Kildens dato",
            fields::SAMPLE => "Antal adspurgte eller optalte",
            fields::NOTE => "Bemærkning",
            fields::OWNER => "Ansvarlig",
            fields::KIND => "Slags",
            fields::UNIT => "Enhed",
            fields::SIDE => "Retning",
            fields::DEADLINE => "Frist",
            fields::BASELINE => "Udgangspunkt",
            fields::BASELINE_WHEN => "Udgangspunktets dato",
            fields::STATUS => "Status",
            fields::FROM_WORKSHOP => "Fra workshop",
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
        "workshop" => "Workshop",
        "activity" => "Aktivitet",
        "subject" => "Emne",
        "table" => "Bord",
        "seat" => "Plads",
        "round" => "Afstemning",
        "hands" => "Håndsoprækning",
        "ballot" => "Stemmeseddel",
        "workshop-note" => "Seddel",
        "group" => "Gruppe",
        "agreement" => "Aftale",
        kind => (crate::village::words(crate::vision::Language::Da).kind_name)(kind),
    },
    last_import: |time| format!("Sidst lagt ind: {time}"),
    undo_import: "Fortryd det, der sidst blev lagt ind",

    share_set: "Del målesættet",
    share_lead: "Filen kan åbnes i Pejlemærke på en anden enhed og lægges ind der. Kommer den tilbage med rettelser, ser du dem, før de lægges ind; er I uenige, vælger du. En tabel har kun målingerne.",
    share_profile_lead: "Filen kan åbnes i Pejlemærke på en anden enhed og lægges ind der. Kommer den tilbage med rettelser, ser du dem, før de lægges ind. Har I rettet det samme felt, vælger du.",
    share_as: "Hvilken slags fil?",
    as_file: "Fil til Pejlemærke (JSON)",
    as_table: "Tabel til dansk regneark (CSV med semikolon og decimalkomma)",
    as_table_point: "Tabel til andre programmer (CSV med komma og decimalpunktum)",
    as_markdown: "Tekst til andre programmer (Markdown)",
    leave_names_out: "Del uden navne",
    leave_names_out_hint: "Felter med personnavne udelades. Navne, der er skrevet i noter, bemærkninger og anden tekst, kommer med.",
    profile_alone: "Kun selve profilen",
    profile_alone_hint: "Til kommunen og andre læsere: Kommentarer, versioner og slettede dele udelades. Skriver I flere på profilen, så lad dem følge med.",
    leave_contact_out: "Del uden kontakt og navne",
    leave_contact_out_hint: "Lokalrådets kontaktoplysninger og navne på dem, der har skrevet kommentarer, udelades. Navne, der er skrevet i teksterne, kommer med.",
    from: "Hvem er filen fra? (kommer med i filnavnet)",
    from_hint: "For eksempel et lokalråd. Kan stå tomt.",
    send: "Send …",
    save: "Gem som fil",
    copy: "Kopiér",
    show_codes: "Vis som QR-koder",
    saved: |name| {
        format!("Browseren har fået filen {name}. Den ligger som regel blandt dine hentede filer.")
    },
    sent: "Filen er givet videre til den app, du valgte.",
    shown_only: |count| match count {
        1 => "Del den viste måling".into(),
        count => format!("Del de {} viste målinger", number(count)),
    },
    everything: "Flere måder at gemme eller dele alt på",

    sheet: "Tabel med målinger",
    sheet_lead: |rows| match rows {
        1 => "Tabellen har 1 række. Se efter, om kolonnerne er forstået rigtigt.".into(),
        rows => format!(
            "Tabellen har {} rækker. Se efter, om kolonnerne er forstået rigtigt.",
            number(rows)
        ),
    },
    sheet_open_sdg: "Tabellen ligner en fra Open SDG. Rækker, der kun gælder en undergruppe (for eksempel en aldersgruppe), er ikke hovedtallet og lægges ikke ind.",
    column: |number, header| format!("Kolonne {number}: {header}"),
    column_unused: "Bruges ikke",
    example: |cell| format!("for eksempel »{cell}«"),
    into_set: "Læg målingerne i",
    into_new: "Et nyt målesæt",
    for_indicator: "Indikator, hvor rækken ikke selv nævner en",
    for_indicator_none: "Vælg en indikator",
    readable: |readable, rows| {
        format!("Rækker, der kan læses: {} af {}.", number(readable), number(rows))
    },
    bad_cells: |count| match count {
        1 => "1 celle kan ikke læses".into(),
        count => format!("{} celler kan ikke læses", number(count)),
    },
    bad_cell: |cell, why| {
        let place =
            if cell.header.is_empty() { String::new() } else { format!(", {}", cell.header) };
        let shown =
            if cell.cell.is_empty() { "(tomt)".to_owned() } else { format!("»{}«", cell.cell) };
        format!("Linje {}{place}: {shown}: {why}", cell.line)
    },
    why_no_indicator: "Ingen indikator er nævnt, eller den kendes ikke.",
    why_state: "Skal være Ikke begyndt, Planlagt, Besluttet, I gang, Udført eller Opgivet.",
    why_quality: "Skal være Målt, Skønnet, Foreløbig eller Prognose.",
    why_yes_no: "Skal være ja eller nej.",
    why_id: "Er ikke et id fra Pejlemærke.",
    why_long: "Er for langt.",
    why_beyond: "Står uden for tabellens kolonner.",
    leave_out: |count| match count {
        1 => "Udelad rækken, der ikke kan læses".into(),
        count => format!("Udelad de {} rækker, der ikke kan læses", number(count)),
    },
    parts_left_out: |count| match count {
        1 => "1 række gælder kun en undergruppe og lægges ikke ind.".into(),
        count => format!("{} rækker gælder kun en undergruppe og lægges ikke ind.", number(count)),
    },
    show_preview: "Vis, hvad der vil ændres",

    codes: "Overfør med QR-koder",
    codes_lead: "Hold kameraet på den anden enhed op foran skærmen. Koderne vises igen og igen; rækkefølgen er uden betydning.",
    codes_count: |count| match count {
        1 => "1 kode".into(),
        count => format!("{count} koder eller lidt flere"),
    },
    codes_large: "Det er for meget til QR-koder. Gem det som fil i stedet.",
    codes_close: "Luk koderne",
    code: |number| format!("Kode nr. {number}"),
    slower: "Langsommere",
    faster: "Hurtigere",
    receive: "Modtag med kamera",
    receive_lead: "Vis QR-koderne på den anden enhed, og hold kameraet op foran dem. Billedet forlader ikke enheden.",
    receive_start: "Tænd kameraet",
    receive_stop: "Sluk kameraet",
    received: |have, of| {
        format!("Modtaget: {have} af {of} dele. Bliv ved med at holde kameraet på koderne.")
    },
    receive_waiting: "Venter på en kode …",
    receive_damaged: "Koderne passede ikke sammen. Appen begynder forfra.",
    receive_newer: "Koderne er fra en nyere version af appen. Brug en fil, eller genindlæs siden, når der er netforbindelse.",
    camera_refused: "Kameraet kan ikke bruges. Brug en fil i stedet: Gem den på den anden enhed, og vælg den her.",
};
