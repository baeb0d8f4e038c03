//! Measurements in Danish.

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

/// Dansk.
pub(super) const DA: MeasureText = MeasureText {
    status: |status| match status {
        Status::Kept => "Holdt",
        Status::KeptLate => "Holdt for sent",
        Status::OnTheWay => "På vej",
        Status::Behind => "Bagud",
        Status::MovingAway => "Går den forkerte vej",
        Status::Missed => "Ikke holdt",
        Status::NoTarget => "Intet måltal",
        Status::NoData => "Ingen data",
    },
    status_explained: |status| match status {
        Status::Kept => "måltallet var nået, da fristen udløb",
        Status::KeptLate => "måltallet blev nået efter fristen",
        Status::OnTheWay => "målingen følger vejen mod måltallet",
        Status::Behind => "målingen er bagud i forhold til måltallet",
        Status::MovingAway => "målingen er længere fra måltallet end ved starten",
        Status::Missed => "måltallet var ikke nået, da fristen udløb",
        Status::NoTarget => "der er målinger, men intet at holde dem op imod",
        Status::NoData => "intet offentliggjort afgør, om løftet blev holdt",
    },
    counts: |counts| {
        let words = [
            "holdt",
            "holdt for sent",
            "på vej",
            "bagud",
            "på vej den forkerte vej",
            "ikke holdt",
            "uden måltal",
            "uden data",
        ];
        list_counts(counts, &words, "og")
    },
    state: |state| show::state(state, Language::Da),
    quality: |quality| match quality {
        Quality::Measured => "Målt",
        Quality::Estimated => "Skønnet",
        Quality::Provisional => "Foreløbig",
        Quality::Forecast => "Prognose",
    },
    kind: |kind| match kind {
        Kind::Share => "Andel i procent",
        Kind::Count => "Antal",
        Kind::Rank => "Placering",
        Kind::Comparison => "Sammenligning",
        Kind::Coverage => "Hvor mange af alle",
        Kind::Milestone => "Milepæl (ja/nej)",
        Kind::Scale => "Point på en skala",
    },
    explain: |told| {
        let Told { target, deadline, beside, .. } = told;
        let (value, when) = told.decided.clone().unwrap_or_default();
        let goal = if target.is_empty() { String::new() } else { format!(" Måltal: {target}.") };
        match told.reason {
            Reason::Nothing => {
                "Der er ingen dateret måling, som afgør, om løftet blev holdt.".into()
            }
            Reason::OnlyBefore => {
                "Der er kun målinger fra før, løftet blev givet. De er et udgangspunkt.".into()
            }
            Reason::OnlyAfter => format!(
                "Der er ingen måling fra før fristen ({deadline}). De senere viser ikke, om løftet blev holdt i tide."
            ),
            Reason::NoTarget => format!(
                "Den seneste måling er {value} ({when}), men der er intet måltal at holde den op imod."
            ),
            Reason::Reached if told.is_over => {
                format!("Den seneste måling før fristen ({deadline}) er {value} ({when}).{goal}")
            }
            Reason::Reached => format!("Måltallet er nået: {value} ({when}).{goal}"),
            Reason::ReachedLate(_) => {
                let (late, late_when) = told.late.clone().unwrap_or_default();
                let before = if value.is_empty() || told.decided == told.late {
                    String::new()
                } else {
                    format!(" Ved fristen: {value} ({when}).")
                };
                format!(
                    "Det blev først nået efter fristen ({deadline}): {late} ({late_when}).{before}{goal}"
                )
            }
            Reason::NotReached => {
                format!("Den seneste måling før fristen ({deadline}) er {value} ({when}).{goal}")
            }
            Reason::Path(_) if told.status == Status::OnTheWay => format!(
                "{value} ({when}) følger den lige vej fra udgangspunktet til målet; den dag ligger vejen ved {beside}.{goal}"
            ),
            Reason::Path(_) => format!(
                "{value} ({when}) ligger bag den lige vej fra udgangspunktet til målet; den dag ligger vejen ved {beside}.{goal}"
            ),
            Reason::WorseThan(_) => {
                format!(
                    "{value} ({when}) er længere fra måltallet end udgangspunktet, {beside}.{goal}"
                )
            }
            Reason::NoPath => format!(
                "Måltallet er ikke nået: {value} ({when}). Der er for få målinger til at bedømme vejen dertil.{goal}"
            ),
            Reason::State(_) if told.is_over => {
                format!("Ved fristen ({deadline}) var det sidste, der er oplyst: {value} ({when}).")
            }
            Reason::State(_) => format!("Det seneste, der er oplyst: {value} ({when})."),
        }
    },
    since: |value, when, is_reached| {
        let word = if is_reached { "måltallet er nået" } else { "måltallet er ikke nået" };
        format!("Siden da: {value} ({when}), {word}.")
    },

    overview_question: "Hvad blev der af dem?",
    overview_lead: |counts, all| {
        let [kept, late, .., missed, no_target, no_data] = *counts;
        let unknown = no_target + no_data;
        let late = if late > 0 { format!(", {late} for sent") } else { String::new() };
        format!(
            "Af byrådets {all} løfter fra 2014 er {kept} holdt{late} og {missed} ikke holdt, målt på det, der er offentliggjort. For {unknown} er der intet offentliggjort, som afgør det. Ingen data er ikke det samme som et brudt løfte."
        )
    },
    overview_statuses: "Løfterne efter status",
    newest: "Nyeste målinger og milepæle",
    newest_none: "Der er endnu ingen daterede målinger i målesættet.",

    theme_measured: "Temaets egne måltal",
    became: "Hvad blev der af det?",
    together: "Løftet er holdt, når alle dets indikatorer er det.",
    add: "Tilføj en måling",
    set_target: "Sæt et måltal",
    change_target: "Ret måltallet",
    own_target: "Måltallet er sat af dig, ikke af visionen.",
    open_target: "Visionen siger, at et måltal skal sættes, men sætter det ikke.",
    decides: "Hvad afgør det?",
    also_published: "Andet, der er offentliggjort",
    also_published_lead: "Det her fortæller om løftet eller om noget, der ligger tæt på det, men afgør ikke dets status.",
    show_more: |count| format!("Vis {count} til"),
    inferred: "Tolket",
    inferred_hint: "Kræver tolkning: et årstal, en erstatning eller et indirekte tegn.",
    weak: "Ikke et resultat",
    weak_hint: "Fortæller om noget, der ligger tæt på løftet, ikke hvad der kom ud af det.",
    undated: "Uden dato",
    source: "Kilde",
    caution: "Bemærk",
    break_here: "Kan ikke sammenlignes med det før",
    loading: "Henter de offentliggjorte tal …",
    loading_failed: "De offentliggjorte tal kunne ikke hentes. De kommer, når der er netforbindelse.",
    try_again: "Prøv igen",
    other_sets: |count, names| match count {
        1 => format!("Målesættet {names} har også målinger af det her."),
        _ => format!("Målesættene {names} har også målinger af det her."),
    },

    chart: |name| format!("Kurve: {name}"),
    chart_target: "Måltal",
    chart_deadline: |when| format!("Frist {when}"),
    table: "Målinger i tabel",
    date: "Dato",
    value: "Værdi",
    actions: "Ændring",
    copy_csv: "Kopiér som CSV",
    copied: "Kopieret.",
    not_copied: "Browseren lod ikke appen kopiere.",
    save_picture: "Gem som billede",
    edit: "Ret",
    delete: "Slet",
    deleted: "Målingen er slettet.",

    verdict: "Din egen vurdering",
    verdict_lead: "Er den beregnede status misvisende, kan du sætte en anden i et af dine målesæt, med en begrundelse. Begge bliver vist.",
    verdict_status: "Status",
    verdict_reason: "Begrundelse",
    verdict_needs_reason: "Skriv en begrundelse. En vurdering uden begrundelse kan ingen efterprøve.",
    verdict_by: "Vurderet af (kan udelades)",
    verdict_give: "Gem vurderingen",
    verdict_remove: "Fjern vurderingen",
    verdict_says: |by, reason| {
        let by = if by.is_empty() { String::new() } else { format!(" af {by}") };
        format!("Vurderet{by}: {reason}")
    },
    computed_says: |status| format!("Beregnet status: {status}"),

    nav: "Målinger",
    title: "Målinger",
    lead: "Alle indikatorer i én tabel. De offentliggjorte tal følger med appen; dine egne står i målesæt ved siden af og ændrer dem aldrig.",
    views: "Visninger af målinger",
    view_table: "Indikatorer",
    view_all: "Alle målinger",
    view_grid: "Indtast mange",
    view_compare: "Sammenlign",
    view_timeline: "Tidslinje",
    view_matrix: "Statusoversigt",
    view_sets: "Målesæt",
    set: "Målesæt",
    published: "Offentliggjorte tal",
    published_about: "Tal og milepæle, som er offentliggjort om løfterne, hver med sin kilde. Følger med appen og kan ikke ændres.",
    unnamed: "Mine målinger",
    words: "Søg i indikatorer",
    area: "Fokusområde",
    all: "Alle",
    staleness_label: "Seneste måling",
    staleness: |one| match one {
        Staleness::Fresh => "Under 1 år gammel",
        Staleness::Ageing => "1–3 år gammel",
        Staleness::Old => "Over 3 år gammel",
        Staleness::Never => "Aldrig målt",
    },
    owner: "Ansvarlig",
    open_only: "Kun måltal, der endnu ikke er sat",
    sort_label: "Sortér efter",
    grouping_label: "Gruppér efter",
    grouping: |one| match one {
        Grouping::None => "Ingenting",
        Grouping::Area => "Fokusområde",
        Grouping::Status => "Status",
        Grouping::Kind => "Slags",
    },
    filters_more: "Filtre og gruppering",
    clear_filter: "Vis alle",
    shown: |shown, all| format!("{shown} af {all} indikatorer"),
    none_shown: "Ingen indikatorer passer til valget.",
    column_number: "Nr.",
    column_name: "Indikator",
    column_status: "Status",
    column_latest: "Seneste måling",
    column_count: "Antal",
    kind_label: "Slags",
    observations: |count| match count {
        1 => "1 måling".into(),
        count => format!("{} målinger", super::number(count, Language::Da)),
    },
    all_lead: |count, set| {
        let count = match count {
            1 => "1 måling".into(),
            count => format!(
                "{} målinger",
                Decimal::whole(i64::try_from(count).unwrap_or(i64::MAX)).show(Language::Da)
            ),
        };
        format!("{count} i målesættet {set}.")
    },
    all_none: "Ingen målinger passer til valget.",

    entry_title: "Ny måling",
    entry_edit_title: "Ret måling",
    entry_set: "Gem i målesættet",
    entry_new_set: "Et nyt målesæt",
    entry_value: |kind| match kind {
        Kind::Share => "Andel i procent",
        Kind::Count => "Antal",
        Kind::Rank => "Placering (nr.)",
        Kind::Comparison => "Tallet her",
        Kind::Coverage => "Så mange",
        Kind::Milestone => "Milepæl",
        Kind::Scale => "Point",
    },
    entry_of: |kind| match kind {
        Kind::Rank => "Af hvor mange (kan udelades)",
        Kind::Comparison => "Tallet, der sammenlignes med",
        Kind::Coverage => "Af så mange i alt",
        Kind::Scale => "Skalaens højeste (kan udelades)",
        Kind::Share | Kind::Count | Kind::Milestone => "",
    },
    entry_state: "Hvor langt er det?",
    choose: "Vælg …",
    entry_when: "Dato",
    entry_when_hint: "Så nøjagtigt, som den er kendt: 2026, 1. halvår 2026, 3. kvartal 2026, marts 2026 eller 23-11-2026",
    entry_quality: "Hvor sikkert er tallet?",
    entry_source: "Kilde (titel)",
    entry_address: "Kildens adresse (link)",
    entry_publisher: "Udgiver",
    entry_source_date: "Kildens dato",
    entry_sample: "Antal adspurgte eller optalte",
    entry_note: "Bemærkning",
    entry_owner: "Ansvarlig",
    entry_break: "Kan ikke sammenlignes med målingen før (ny metode)",
    entry_more: "Flere oplysninger",
    entry_read_as: |what| format!("Læst som: {what}"),
    entry_save: "Gem målingen",
    entry_confirm: "Ja, det er rigtigt",
    entry_unknown: "Den måling eller indikator findes ikke her.",
    field: |field| match field {
        Field::Value => "Værdi",
        Field::Of => "Det andet tal",
        Field::State => "Milepæl",
        Field::When => "Dato",
        Field::Quality => "Sikkerhed",
        Field::Title => "Kilde",
        Field::Publisher => "Udgiver",
        Field::Address => "Kildens adresse",
        Field::SourceDate => "Kildens dato",
        Field::Sample => "Antal adspurgte eller optalte",
        Field::Note => "Bemærkning",
        Field::Owner => "Ansvarlig",
    },
    problem: |problem| match problem {
        Problem::Missing => "Skal udfyldes.",
        Problem::NotANumber(_) => "Kan ikke læses som et tal. Skriv for eksempel 1.234,5.",
        Problem::NotADate => {
            "Kan ikke læses som en dato. Skriv for eksempel 2026, marts 2026 eller 23-11-2026."
        }
        Problem::Negative => "Kan ikke være under nul.",
        Problem::BelowOne => "En placering begynder ved nr. 1.",
        Problem::NotWhole => "Skal være et helt tal.",
        Problem::AboveAll => "Er mere end der er i alt.",
        Problem::NothingOfAll => "Antallet i alt skal være over nul.",
        Problem::InTheFuture => {
            "Ligger i fremtiden. Kun en prognose kan det: vælg Prognose, eller ret datoen."
        }
        Problem::NotALink => {
            "Skal begynde med https://, http:// eller mailto: og være uden mellemrum."
        }
        Problem::TooLong => "Er for langt.",
    },
    question: |question| match question {
        Question::AboveHundred => "Mere end 100 %: er det rigtigt?".into(),
        Question::NegativeCount => "Et antal under nul: er det rigtigt?".into(),
        Question::FarFromLast(last) => {
            format!("Den forrige måling var {}. Er det her rigtigt?", last.show(Language::Da))
        }
        Question::LongBefore => "Datoen ligger langt før visionen: er den rigtig?".into(),
        Question::OnTheSameDate => {
            "Der er allerede en måling med den dato. Skal der være to?".into()
        }
    },
    not_saved_problems: |count| match count {
        1 => "Ikke gemt endnu: ét felt skal rettes.".into(),
        count => format!("Ikke gemt endnu: {count} felter skal rettes."),
    },

    grid_lead: "Skriv en måling i hver række, eller indsæt rækker fra et regneark: indikator (som 1e), dato, værdi, af eller mod, kilde, ansvarlig. Enter går til næste række.",
    grid_indicator: "Indikator",
    grid_of: "Af / mod",
    grid_row: |number| format!("Række {number}"),
    grid_clear: "Tøm tabellen",
    grid_cleared: "Tabellen er tømt.",
    grid_save: |count| match count {
        0 => "Gem".into(),
        1 => "Gem 1 måling".into(),
        count => format!("Gem {count} målinger"),
    },
    grid_saved: |saved, left| {
        let left = match left {
            0 => String::new(),
            1 => " 1 række skal rettes og står her endnu.".into(),
            left => format!(" {left} rækker skal rettes og står her endnu."),
        };
        let saved = if saved == 1 { "1 måling".into() } else { format!("{saved} målinger") };
        format!("{saved} gemt.{left}")
    },
    grid_bad: |count| match count {
        1 => "1 række kan ikke gemmes endnu.".into(),
        count => format!("{count} rækker kan ikke gemmes endnu."),
    },
    grid_nothing: "Der er ingen udfyldte rækker.",
    grid_pasted: |count| match count {
        1 => "1 række indsat. Se den efter, før du gemmer.".into(),
        count => format!("{count} rækker indsat. Se dem efter, før du gemmer."),
    },
    grid_cut: "Kun de første 5.000 rækker er taget med.",
    grid_no_indicator: "Ingen indikator hedder sådan. Skriv dens nummer, for eksempel 1e.",
    grid_read: "Læst som",

    target_title: |name| format!("Måltal: {name}"),
    target_lead: "Visionen sætter ikke selv dette måltal. Det, du sætter, gælder i dit målesæt og er mærket som dit.",
    target_value: "Måltal",
    target_side: "Måltallet er nået ved",
    side_least: "Måltallet eller mere",
    side_most: "Måltallet eller mindre",
    target_unit: "Enhed, for eksempel % eller boliger",
    target_deadline: "Frist",
    target_baseline: "Udgangspunkt (kan udelades)",
    target_baseline_when: "Udgangspunktets dato",
    target_save: "Gem måltallet",
    target_remove: "Fjern måltallet",
    target_fixed: "Visionen sætter selv dette måltal. Det kan ikke ændres her.",

    indicator_title: "Ny indikator",
    indicator_add: "Tilføj en indikator",
    indicator_name: "Hvad måles?",
    indicator_save: "Gem indikatoren",
    indicator_own: "Din indikator",

    sets_lead: "Et målesæt er en samling af målinger, måltal og egne indikatorer. Du kan have flere ved siden af hinanden og vælge, hvilket appen viser.",
    set_add: "Nyt målesæt",
    set_name: "Navn",
    set_about: "Beskrivelse",
    set_show: "Vis dette",
    set_shown: "Vises nu",
    set_copy: "Lav en kopi",
    set_copy_of: |name| format!("Kopi af {name}"),
    set_copied: |count| match count {
        1 => "Kopieret med 1 måling.".into(),
        count => format!("Kopieret med {count} målinger."),
    },
    set_delete: "Slet målesættet",
    set_read_only: "Kan kun læses",

    compare_lead: "Sammenlign to målesæt, eller det samme på to tidspunkter.",
    compare_first: "Først",
    compare_second: "Derefter",
    compare_until: "Til og med (tomt felt: alt)",
    compare_differences: |changed, same| {
        let changed = match changed {
            0 => "Ingen forskelle".into(),
            1 => "1 forskel".into(),
            count => format!("{count} forskelle"),
        };
        format!("{changed}, {same} ens.")
    },
    compare_nothing: "De to sider har ingen målinger.",
    compare_changed: "Forskel",
    change: |change| match change {
        Change::OnlyFirst => "Kun i det første",
        Change::OnlySecond => "Kun i det andet",
        Change::Value => "Anden værdi",
        Change::Status => "Anden status",
        Change::Same => "Ens",
    },
    nothing: "Ingen",

    timeline_lead: "Alt, der har en dato, det nyeste først.",
    timeline_year: |year, count| format!("{year} ({count})"),
    timeline_none: "Her er intet med en dato.",
    matrix_lead: "Et mærke for hvert mål. Vælg et for at læse, hvad der blev af det.",
    matrix_theme: "Tema",
    matrix_goals: "Mål",

    rules_title: "Sådan beregnes status",
    rules: &[
        (
            "Hvad der tæller",
            "Kun daterede målinger, som ikke er prognoser og ikke ligger i fremtiden. Det, der er målt, før byrådet vedtog visionen den 16. juni 2014, er et udgangspunkt.",
        ),
        (
            "Ingen data",
            "Uden målinger, der tæller, kan løftet ikke bedømmes. Ingen data er aldrig nul og aldrig et brudt løfte.",
        ),
        ("Intet måltal", "Der er målinger, men visionen siger ikke, hvad der skulle nås."),
        (
            "Efter fristen",
            "Visionens frist er udgangen af 2021. Den seneste måling før fristen afgør: nåede den måltallet, er løftet holdt. Nåede en senere måling det, er løftet holdt for sent. Ellers er det ikke holdt. Findes der kun målinger efter fristen, er der ingen data. Hvad der skete siden, står ved siden af.",
        ),
        (
            "Før fristen",
            "Er måltallet nået, er løftet holdt. Ellers tegnes en lige vej fra udgangspunktet til måltallet. Er målingen højst 5 % af strækningen bag vejen, er løftet på vej; er den længere bagud, er det bagud; er den mere end 5 % af strækningen dårligere end udgangspunktet, går det den forkerte vej.",
        ),
        (
            "Uden frist eller udgangspunkt",
            "Så kan der ingen vej tegnes. Er måltallet ikke nået, er indikatoren bagud, og er målingen dårligere end udgangspunktet, går det den forkerte vej.",
        ),
        (
            "Ja/nej-løfter",
            "Den sidste milepæl gælder. Udført er holdt, og udført efter fristen er holdt for sent. Før fristen er planlagt, besluttet og i gang på vej, ikke begyndt er bagud, og opgivet er ikke holdt.",
        ),
        (
            "Flere indikatorer",
            "Et løfte med flere indikatorer er kun holdt, når alle er det. Er én ikke holdt, er løftet det heller ikke.",
        ),
        (
            "Offentliggjorte tal",
            "Kun direkte oplysninger om selve løftet afgør dets status. Det, der er mærket Tolket eller Ikke et resultat, enkelte eksempler og tal om noget, der ligger tæt på løftet, vises som baggrund. På hvert mål står, hvad der afgør det, og hvorfor.",
        ),
        (
            "Egen vurdering",
            "I dine egne målesæt kan du sætte en anden status med en begrundelse. Den beregnede bliver stående ved siden af.",
        ),
    ],
};
