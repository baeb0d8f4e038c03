//! Dansk.

use super::{Text, measure_da, work};
use crate::{
    app::{Group, Nature},
    vision::{Block, NoteKind, adopted::Refusal},
};

pub(super) const TEXT: Text = Text {
    app: "Pejlemærke",
    work: work::DA,
    measure: measure_da::DA,
    #[cfg(feature = "whole")]
    files: super::files_da::TEXT,
    #[cfg(feature = "whole")]
    village: super::village_da::DA,
    #[cfg(feature = "whole")]
    workshop: super::workshop_da::DA,
    skip: "Gå til indholdet",
    menu: "Hovedmenu",
    nav_vision: "Visionen",
    nav_goals: "Alle mål",
    nav_villages: "Landsbyer",
    nav_workshops: "Workshop",
    nav_adopted: "Ordlyd",
    nav_about: "Om",
    breadcrumbs: "Du er her",

    settings: "Sprog og udseende",
    language: "Sprog",
    appearance: "Udseende",
    appearance_system: "Som enheden",
    appearance_light: "Lyst",
    appearance_dark: "Mørkt",
    appearance_contrast: "Høj kontrast",
    slash_key: "Tasten / åbner søgningen",
    close: "Luk",

    search: "Søg i visionen",
    search_hint: "Søg: skole, 85 %, cykel …",
    search_title: "Søg i visionen",
    search_title_for: |words| format!("Søgning: {words}"),
    search_empty: "Skriv et ord, et tal eller et mål. Bøjede ord, dele af ord og engelske ord virker også, og en enkelt slåfejl gør ikke noget.",
    search_examples: &["skoleleder", "85 %", "cykel", "Østbroen", "boliger", "2.000"],
    search_none: |words| format!("Intet i visionen passer på ”{words}”."),
    search_none_advice: "Prøv et kortere ord, eller begynd med fokusområderne.",
    search_count: |count| match count {
        0 => "Ingen resultater".into(),
        1 => "1 resultat".into(),
        count => format!("{count} resultater"),
    },
    search_partial: "Intet sted indeholder alle ordene. Her er de steder, der har flest af dem.",
    search_keys: "Brug pil ned og pil op i resultaterne, Enter for at åbne og Esc for at gå tilbage.",
    show_all: |count| format!("Vis alle {count}"),
    group: |group| match group {
        Group::Goals => "Mål",
        Group::Sections => "Fokusområder og temaer",
        Group::Rationale => "Begrundelser",
        Group::Support => "Det skal understøtte målene",
        Group::Measures => "Sådan måles det",
        Group::Notes => "Bemærkninger",
    },

    overview_promises: |count, year| format!("{count} løfter til {year}"),
    overview_areas: "Fokusområderne",
    nature: |nature| match nature {
        Nature::Figure => "Tal",
        Nature::YesNo => "Ja eller nej",
        Nature::Perception => "Oplevelse",
        Nature::Course => "Retning",
    },
    nature_explained: |nature| match nature {
        Nature::Figure => "Et antal, en andel eller en placering",
        Nature::YesNo => "Noget, der enten er på plads eller ej",
        Nature::Perception => "Hvad borgere og gæster oplever",
        Nature::Course => "En kurs, som må vurderes",
    },

    goals_title: |count| format!("Alle {count} mål"),
    goals_lead: "Hvert løfte i få ord. Vælg et for at læse det hele.",
    goals_filter: "Vis løfter efter slags",
    goals_all: "Alle",
    goals_shown: |shown, all| format!("{shown} af {all} mål"),

    area_number: |number| format!("Fokusområde {number}"),
    section_number: |section| {
        if section.is_element() {
            format!("Det {}. element", section.number())
        } else {
            format!("Tema {}", section.number())
        }
    },
    goal_number: |id| format!("Mål {id}"),
    part_number: |id| format!("Punkt {id}"),
    beside_the_areas: "Står ved siden af de fem fokusområder",
    count_goals: |count| if count == 1 { "1 mål".into() } else { format!("{count} mål") },
    count_themes: |count| if count == 1 { "1 tema".into() } else { format!("{count} temaer") },
    previous: "Forrige",
    next: "Næste",

    we_are: |year| format!("Her er vi i {year}"),
    block: |block| match block {
        Block::Rationale => "Begrundelse",
        Block::Support => "Skal understøttes af blandt andet",
        Block::Measures => "Vi måler det sådan",
    },
    block_item: |block, number| {
        let name = match block {
            Block::Rationale => "begrundelse",
            Block::Support => "støttepunkt",
            Block::Measures => "målepunkt",
        };
        format!("{name} {number}")
    },
    no_measures: "Visionen siger ikke, hvordan det skal måles.",
    notes: "Bemærk",
    note_kind: |kind| match kind {
        NoteKind::DeadReference => "Henvisning uden mål",
        NoteKind::WrongReference => "Henviser til et forkert sted",
        NoteKind::Repeated => "Lovet to gange",
        NoteKind::Disagreeing => "Forskellige tal",
        NoteKind::Undefined => "Ikke defineret",
        NoteKind::Ambiguous => "Kan læses på to måder",
        NoteKind::Tension => "Trækker i to retninger",
        NoteKind::Horizon => "Et andet årstal",
        NoteKind::Unmeasured => "Uden måling",
        NoteKind::Naming => "Flere navne",
        NoteKind::Misplaced => "Står et andet sted",
    },
    related: "Hører sammen med",
    reference: "En henvisning",
    leads_nowhere: "Henvisningen fører ingen steder hen",
    outside: "Uden for dokumentet",
    preface: "Forordet",
    open_targets: "Måltal, der mangler",
    open_targets_lead: "Visionen lader disse måltal stå åbne:",
    actors: "Nævnes her",
    target: "Måltal",
    deadline: "Frist",
    deadline_year: |year| format!("udgangen af {year}"),
    baseline: "Udgangspunkt",
    no_target: "Intet måltal",
    kind_of_promise: "Slags løfte",
    parts_title: "Profilens syv punkter",
    theme_says: "Om temaet",
    read_theme: "Læs hele temaet",
    in_theme: "Målene i temaet",
    copy_link: "Kopiér link",
    link_copied: "Linket er kopieret",
    link_not_copied: |address| format!("Linket kunne ikke kopieres. Adressen er: {address}"),

    wording: "Ordlyd",
    wording_plain: "Klart sprog",
    wording_adopted: "Vedtaget",
    wording_both: "Begge",
    wording_label: "Vedtaget ordlyd",
    wording_missing: "Dette sted blev ikke fundet i det dokument, du har åbnet.",
    wording_whole_block: "Vedtaget ordlyd for hele afsnittet. Den kan ikke med sikkerhed deles op på de enkelte punkter.",
    wording_offer: "Læg byrådets egen ordlyd ved siden af",

    adopted_title: "Byrådets egen ordlyd",
    adopted_lead: "Teksten i appen er skrevet i et klart sprog. Har du byrådets dokument ”Vision 2021”, kan du åbne dets tekst her og læse den vedtagne ordlyd ved siden af hvert løfte.",
    adopted_how: "Åbn en tekstfil, træk den ind på siden, eller sæt teksten ind. Fra en pdf: markér alt, kopiér, og sæt ind herunder. Teksten bliver på denne enhed.",
    adopted_choose: "Åbn en tekstfil",
    adopted_drop: "… eller slip den hvor som helst på siden",
    adopted_paste: "Sæt teksten ind",
    adopted_paste_open: "Læs den indsatte tekst",
    adopted_open_failed: "Teksten blev ikke taget i brug",
    adopted_loaded: |sections, all_sections, goals, all_goals| {
        format!(
            "{sections} af {all_sections} temaer og {goals} af {all_goals} mål er fundet i dokumentet."
        )
    },
    adopted_blocks: |placed, all| {
        format!(
            "{placed} af {all} begrundelser, støttepunkter og målepunkter er fundet hver for sig."
        )
    },
    adopted_kept: "Ordlyden er gemt på denne enhed.",
    adopted_not_kept: "Ordlyden kan kun bruges, indtil du lukker siden, for enhedens lager er spærret eller fuldt.",
    adopted_remove: "Fjern ordlyden fra enheden",
    adopted_removed: "Den vedtagne ordlyd er fjernet",
    adopted_undo: "Fortryd",
    adopted_unplaced: |count| {
        if count == 1 {
            "1 stykke tekst kunne ikke placeres".into()
        } else {
            format!("{count} stykker tekst kunne ikke placeres")
        }
    },
    adopted_unplaced_lead: "Appen gætter ikke. Disse linjer står i dokumentet, men det er ikke sikkert, hvor de hører til:",
    adopted_line: |line| format!("Linje {line}"),
    adopted_missing: |count| {
        if count == 1 {
            "1 sted i visionen har ingen vedtaget ordlyd".into()
        } else {
            format!("{count} steder i visionen har ingen vedtaget ordlyd")
        }
    },
    adopted_read: "Læs visionen med ordlyden",
    refusal: |refusal| {
        let sentence = match refusal {
            Refusal::Empty => "Teksten er tom.",
            Refusal::TooLarge => "Filen er for stor til at være visionens tekst (over 2 MB).",
            Refusal::Pdf => {
                "Det er en pdf. Åbn den i en pdf-læser, markér alt, kopiér, og sæt teksten ind her."
            }
            Refusal::Office => {
                "Det er en zip-fil eller et dokument fra et tekstbehandlingsprogram. Gem det som ren tekst, eller kopiér teksten, og sæt den ind her."
            }
            Refusal::NotText => "Det er ikke en tekstfil.",
            Refusal::NoThemes => {
                "Teksten indeholder ingen af visionens temaer. Det må være et andet dokument."
            }
            Refusal::WrongDocument { found, expected } => {
                return format!(
                    "Teksten ligner en vision, men kun {found} af de {expected} temaer fra Vision 2021 er i den. Det må være et andet dokument eller kun en del af det."
                );
            }
        };
        sentence.into()
    },
    unreadable_file: "Filen kunne ikke læses. Prøv igen, eller sæt teksten ind.",

    #[cfg(not(feature = "whole"))]
    rest_coming: "Henter resten af appen …",
    #[cfg(not(feature = "whole"))]
    rest_failed: "Resten af appen kunne ikke hentes. Den kommer, når der er netforbindelse. Intet er gået tabt.",

    unknown_title: "Her er der ikke noget",
    unknown_lead: |address| format!("Adressen ”{address}” fører ikke til noget i visionen."),
    unknown_perhaps: "Måske ledte du efter",
    unknown_home: "Gå til overblikket",

    about_title: "Om Pejlemærke",
    about: &[
        (
            "Hvad er Pejlemærke?",
            &[
                "Et pejlemærke er noget, man styrer efter på vandet. Denne app åbner Randers Kommunes Vision 2021 for alle: de 72 løfter, hvorfor de blev givet, hvad der skulle støtte dem, og hvordan de skulle måles.",
                "Appen virker uden server og efter første besøg også uden net.",
            ],
        ),
        (
            "Teksten",
            &[
                "Visionen står her i et klart sprog, skrevet til denne app på dansk og engelsk. Alle tal, navne, betingelser og forbehold er bevaret, og intet er lagt til. Det er ikke den vedtagne ordlyd. Den kan du åbne ved siden af, hvis du har dokumentet.",
                "Hvor dokumentet lader noget stå åbent, siger en kort bemærkning det: en henvisning, der ikke fører nogen steder hen, et løfte, der er givet to gange, eller to forskellige tal for det samme.",
            ],
        ),
        (
            "Kilder",
            &[
                "Vision 2021, vedtaget af Randers Byråd i juni 2014. Numre og bogstaver på temaer og mål er dokumentets egne.",
            ],
        ),
        (
            "Privatliv",
            &[
                "Intet af det, du læser, søger efter eller åbner, forlader din enhed. Appen henter kun sine egne filer, sætter ingen cookies og sporer ingen.",
                "På enheden gemmes appens egne filer, dit valg af sprog og udseende og den vedtagne ordlyd, hvis du åbner den. Sletter du browserens data for siden, forsvinder det hele.",
            ],
        ),
    ],
    about_preface: "Visionens forord",
    about_accessibility: "Tilgængelighedserklæring",
    accessibility: &[
        (
            "Hvad erklæringen gælder",
            &[
                "Erklæringen gælder for webappen Pejlemærke. Den, der udgiver appen på en webadresse, har ansvaret for den dér og for at svare på henvendelser om tilgængelighed.",
            ],
        ),
        (
            "Overholdelse af kravene",
            &[
                "Appen er efter udviklernes egen vurdering i overensstemmelse med EN 301 549 og WCAG 2.2 på niveau AA.",
            ],
        ),
        (
            "Indhold, der ikke er tilgængeligt",
            &[
                "Vi kender ikke til indhold, der ikke overholder kravene. Åbner du selv den vedtagne ordlyd, vises den, som den står i dokumentet.",
            ],
        ),
        (
            "Udarbejdelse af erklæringen",
            &[
                "Erklæringen er udarbejdet den 23. november 2026 på grundlag af en selvevaluering: automatisk test af alle skærmbilleder med axe-core i lyst og mørkt udseende og i bredderne 320 og 1.280 pixel samt en gennemgang kun med tastatur i tre browsere. Appen er ikke testet af en uafhængig part.",
            ],
        ),
        (
            "Feedback og kontakt",
            &[
                "Finder du noget, der ikke er tilgængeligt for dig, så skriv til den, der har udgivet appen på den webadresse, du bruger.",
            ],
        ),
        (
            "Håndhævelse og klage",
            &[
                "Er appen udgivet af en offentlig myndighed, og får du ikke et tilfredsstillende svar, kan du henvende dig til Digitaliseringsstyrelsen, der fører tilsyn med loven om tilgængelighed af offentlige organers websteder og mobilapplikationer.",
            ],
        ),
    ],
    about_version: "Version og licenser",
    version: |version| {
        format!("Pejlemærke {version}. Koden må bruges under licensen MIT eller Apache 2.0.")
    },
    licences: "Licenser for de dele, appen er bygget af",
    schemas: &[
        ("edition", "JSON Schema for udgaven"),
        ("measurement-set", "JSON Schema for målesæt"),
        ("village-profile", "JSON Schema for landsbyprofiler"),
        ("workshop", "JSON Schema for workshopper"),
        ("everything", "JSON Schema for alt på en enhed"),
    ],

    offline_preparing: "Gøres klar til brug uden net …",
    offline_ready: "Virker uden net",
    offline_unavailable: "Kræver net i denne browser",
    storage_blocked: "Browseren tillader ikke, at noget gemmes. Dine valg gælder, indtil du lukker siden.",
    update_ready: "En ny udgave af appen er klar.",
    update_apply: "Tag den i brug",
    later: "Senere",
    footer: "Vision 2021 i et klart sprog · Intet forlader din enhed",
};
