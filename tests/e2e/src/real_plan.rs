//! What real development plans of Randers Kommune say, in our own words: the vision for Mellerup (2017), the
//! plans of Havndal (2013) and of Albæk and Østrup (2013), put together into one.

/// The texts about the place, by the part of the profile.
pub const PLACE: [(&str, &str); 9] = [
    (
        "history",
        "Skolerne her har rødder i Grundtvigs tanker, og færgen har sejlet i generationer.",
    ),
    ("heritage", "Havnen og færgelejet hører til stedet og skal bevares."),
    ("vision", "En levende landsby med gode boliger tæt på skov og fjord."),
    ("values", "Fællesskab kræver, at man engagerer sig: En landsby er i dag mest et sted at bo."),
    ("known", "Kommunens første landsby med fibernet til alle."),
    ("influence", "Bylauget taler med kommunen, fiberselskaberne og varmeværket."),
    (
        "background",
        "Opstart med borgermøde, byvandring, høring og et afsluttende møde. Børn og firmaer var med.",
    ),
    CARRIED,
    ("sources", "Vision for Mellerup 2017\nKommuneplan 2017"),
];

/// The texts about the points: the point, the part, and what is said.
pub const POINTS: [(&str, &str, &str); 14] = [
    ("8a1", "today", "Vi er en gammel stationsby, der er vant til at klare sig selv."),
    ("8a1", "weaknesses", "Vi taler for sjældent godt om vores egen by."),
    ("8a2", "today", "Her er skole, idrætshal, plejecenter og butikker."),
    ("8a2", "wishes", "100 flere skolebørn og et sundhedshus med læger, kiropraktor og tandlæger."),
    ("8a3", "today", "Nogle huse er for dårlige til at blive boet i."),
    (
        "8a3",
        "wishes",
        "Byggegrunde til salg, og de ringeste huse købt op, sat i stand eller revet ned.",
    ),
    ("8a3", "plan", "Lokalplan 641 giver ti byggegrunde på 20.000 m²."),
    ("8a4", "strengths", "Flere slags offentlig transport."),
    ("8a4", "wishes", "Hurtigt internet og god mobildækning overalt."),
    ("8a4", "challenge", "En omfartsvej er kun skitseret i planen."),
    ("8a4", "challenge-proposal", "Sæt omfartsvejen på investeringsplanen."),
    ("8a5", "today", "Samtalerne undervejs er det vigtigste, planen har givet."),
    ("8a6", "wishes", "100 arbejdspladser, og et informationshus for Naturpark Randers Fjord."),
    ("8a7", "today", "Egnsudvikling Ommersyssel bærer samarbejdet, og lokale firmaer hjælper til."),
];

/// The actions, the most important first: what, why, and a goal of the vision.
pub const ACTIONS: [(&str, &str, &str); 5] = [
    ("Fibernet til alle", "Arbejde og skole kræver hurtigt net.", "8a"),
    ("Byggegrunde til salg", "Nye familier skal kunne flytte hertil.", "8b"),
    ("Grønne oaser og pæne huse", "Byen skal se ud, som den er.", "9a"),
    ("Sande oplysninger om varmeprisen", "Rygtet om landets dyreste varme skal modsiges.", "16a"),
    ("Fælles hjemmeside for byen", "Én indgang til alt, hvad der sker.", "12a"),
];

/// How the plan is carried out: a text of the last step.
pub const CARRIED: (&str, &str) =
    ("carried", "Bylauget fører planen ud i livet og samler op på et møde hvert år.");
