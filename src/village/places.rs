//! The places of Randers Kommune that a profile may be about, as suggestions: any other name may be
//! typed as well.
//!
//! The facts come from the municipality's own pages as they could be read in 2026. What a place is in
//! the town pattern stands in the municipal plans of 2013, 2017 and 2021; the newest one that names the
//! place counts. A place that only other pages call a village is a village here too; where no page says
//! what a place is, nothing is said. Whether the citizens had made a plan stood in the town descriptions
//! of May 2017, which are no longer kept up: a plan made since, as in Uggelhuse in 2023, does not count.
//! The plans of Langå (February 2014, `docplayer.dk/200975`) and of Albæk and Østrup (spring 2013) are
//! documents of their own.
//!
//! The town of Randers and the suburbs that have grown together with it are left out: goal 8a is about
//! centre towns and villages. The list is not complete, for the pages name only some of the villages.

/// A place of Randers Kommune that a profile may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// What it is in the town pattern; none where the sources do not say.
    pub kind: Option<PlaceKind>,
    /// Whether its citizens had made a plan by May 2017, where that is known.
    pub had_plan: Option<bool>,
    /// The address of the page that names the place.
    pub source: &'static str,
}

/// What a place is in the municipality's town pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A centre town: the level below Randers itself.
    CentreTown,
    /// A local town: the level below the centre towns.
    LocalTown,
    /// A village.
    Village,
    /// Several villages that stand together.
    Cluster,
}

impl PlaceKind {
    /// All kinds, the largest place first and the cluster last.
    pub const ALL: [Self; 4] = [Self::CentreTown, Self::LocalTown, Self::Village, Self::Cluster];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CentreTown => "centre_town",
            Self::LocalTown => "local_town",
            Self::Village => "village",
            Self::Cluster => "cluster",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

// Pages that name several places.
const PATTERN_2013: &str = "http://randers-kp.cowi.webhouse.dk/dk/planens_indhold/retningslinier/1_by_og_land/11_bymoenster_og_byudvikling/11_bymoenster_og_byudvikling.htm";
const PATTERN_2021: &str = "https://kommuneplan2021.randers.dk/maal-og-retningslinjer/udvikling-i-byer-og-landdistrikter/bymoenster/";
const SUPPLEMENT_2017: &str = "http://kommuneplan2017.randers.dk/dk/kommuneplantillaeg/06---tillaeg-6-til-kommuneplan---opsamling-paa-hoering-af-kommuneplan-2017/06---tillaeg-6-til-kommuneplan---opsamling-paa-hoering-af-kommuneplan-2017.htm";
const FJORD_TOWNS: &str = "https://www.fremtidensranders.dk/baggrund/geografi-overordnet-og-lokalt-land-og-by/kommunens-geografiske-opbygning";
const LOWER_TOWNS: &str = "http://docplayer.dk/3114387-Udviklingsplan-for-albaek-og-oestrup.html";
const BJERREGRAV: &str =
    "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/%C3%B8ster-bjerregrav/";
const BUDGETING: &str = "https://www.randers.dk/nyheder/nye-landsbyer-klar-til-borgerbudgettering/";

const CENTRE_TOWN: Option<PlaceKind> = Some(PlaceKind::CentreTown);
const LOCAL_TOWN: Option<PlaceKind> = Some(PlaceKind::LocalTown);
const VILLAGE: Option<PlaceKind> = Some(PlaceKind::Village);

/// The places, in Danish alphabetical order.
pub const PLACES: &[Place] = &[
    place("Albæk", None, Some(true), LOWER_TOWNS),
    place(
        "Asferg",
        LOCAL_TOWN,
        Some(false),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/asferg/",
    ),
    place("Assentoft", CENTRE_TOWN, None, PATTERN_2021),
    place(
        "Dalbyneder",
        VILLAGE,
        Some(false),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/landsbyer/dalbyneder/",
    ),
    place(
        "Dalbyover",
        VILLAGE,
        Some(false),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/landsbyer/dalbyover/",
    ),
    place(
        "Drastrup",
        VILLAGE,
        None,
        "http://kommuneplan.randers.dk/dk/planens_indhold/centerbyer/assentoft/",
    ),
    place("Enslev", None, None, SUPPLEMENT_2017),
    place("Floes", None, None, FJORD_TOWNS),
    place(
        "Fårup",
        LOCAL_TOWN,
        Some(true),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/faarup/",
    ),
    place("Gjerlev", None, None, SUPPLEMENT_2017),
    place("Harridslev", LOCAL_TOWN, None, PATTERN_2013),
    place(
        "Havndal",
        LOCAL_TOWN,
        Some(true),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/havndal/",
    ),
    place("Kærby", VILLAGE, None, BUDGETING),
    place("Langå", CENTRE_TOWN, Some(true), PATTERN_2021),
    place("Mejlby", None, None, SUPPLEMENT_2017),
    place(
        "Mellerup",
        LOCAL_TOWN,
        Some(true),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/mellerup/",
    ),
    place(
        "Munkdrup",
        VILLAGE,
        Some(false),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/landsbyer/munkdrup/",
    ),
    place("Over Fussing", None, Some(true), BJERREGRAV),
    place(
        "Råby",
        VILLAGE,
        Some(false),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/landsbyer/raaby/",
    ),
    place("Spentrup", CENTRE_TOWN, None, PATTERN_2021),
    place(
        "Stevnstrup",
        LOCAL_TOWN,
        Some(true),
        "https://kommuneplan2017.randers.dk/bybeskrivelser/lokalbyer/stevnstrup/",
    ),
    place("Tjærby", None, None, FJORD_TOWNS),
    place("Tånum", None, None, SUPPLEMENT_2017),
    place("Udbyhøj", None, None, FJORD_TOWNS),
    place("Uggelhuse", None, None, FJORD_TOWNS),
    place("Vestrup", None, None, FJORD_TOWNS),
    place("Væth", None, None, SUPPLEMENT_2017),
    place("Øster Bjerregrav", LOCAL_TOWN, Some(true), BJERREGRAV),
    place("Øster Tørslev", LOCAL_TOWN, None, PATTERN_2013),
    place(
        "Øster Velling",
        VILLAGE,
        None,
        "https://nyheder.randers.dk/alle-nyheder/2015/10/randers-kommunes-nye-landdistriktsudvalg-besoeger-landsbyer/",
    ),
    place("Østrup", None, Some(true), LOWER_TOWNS),
    place("Ålum", VILLAGE, None, BUDGETING),
];

const fn place(
    name: &'static str,
    kind: Option<PlaceKind>,
    had_plan: Option<bool>,
    source: &'static str,
) -> Place {
    Place { name, kind, had_plan, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters in their Danish order: of æ, ø and å, only å stands elsewhere in Unicode.
    fn danish(name: &str) -> String {
        name.to_lowercase().replace('å', "\u{ff}")
    }

    #[test]
    fn places_stand_in_danish_order_and_none_stands_twice() {
        for pair in PLACES.windows(2) {
            let (first, second) = (pair[0].name, pair[1].name);
            assert!(danish(first) < danish(second), "{first}, {second}");
        }
    }

    #[test]
    fn every_source_is_a_link() {
        for place in PLACES {
            let is_link =
                place.source.starts_with("https://") || place.source.starts_with("http://");
            assert!(is_link && !place.source.contains(char::is_whitespace), "{}", place.name);
        }
    }

    #[test]
    fn the_three_centre_towns_are_there() {
        let towns: Vec<_> = PLACES
            .iter()
            .filter(|place| place.kind == Some(PlaceKind::CentreTown))
            .map(|place| place.name)
            .collect();
        assert_eq!(towns, ["Assentoft", "Langå", "Spentrup"]);
    }

    #[test]
    fn randers_and_its_suburbs_are_left_out() {
        for suburb in ["Randers", "Hornbæk", "Paderup", "Dronningborg", "Romalt"] {
            assert!(PLACES.iter().all(|place| place.name != suburb), "{suburb}");
        }
    }

    #[test]
    fn a_plan_is_claimed_or_denied_only_where_that_is_known() {
        fn check(name: &str, expected: Option<bool>) {
            let place = PLACES.iter().find(|place| place.name == name).unwrap();
            assert_eq!(place.had_plan, expected, "{name}");
        }
        check("Havndal", Some(true));
        check("Råby", Some(false));
        check("Assentoft", None);
        check("Uggelhuse", None);
    }

    #[test]
    fn a_kind_is_found_again_by_its_name() {
        fn check(name: &str, expected: Option<PlaceKind>) {
            assert_eq!(PlaceKind::from_name(name), expected, "{name:?}");
        }
        for kind in PlaceKind::ALL {
            check(kind.name(), Some(kind));
        }
        check("", None);
        check("Village", None);
        check("suburb", None);
    }
}
