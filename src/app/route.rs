//! Addresses: every view has one in the fragment, so that links work on any static host and in
//! any sub-folder.

use super::Nature;
use crate::{measure::Status, village::Step};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What an address asks for. Whether the ids in it exist is for [`crate::app::Screen`] to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Overview,
    /// `#/maal`: all goals in one list; `#/maal/slags/tal`: those of one nature.
    Goals(Option<Nature>),
    /// `#/maal/status/kept`: the goals with one status.
    GoalsWith(Status),
    /// `#/omraade/1`
    Area(String),
    /// `#/tema/5`, or `#/tema/5/5-r1` with the item that is to be in sight.
    Section(String, Option<String>),
    /// `#/maal/5d`; a part such as `8a1` too.
    Goal(String),
    /// `#/soeg/ord`
    Search(String),
    /// `#/maalinger` and what lies below it.
    Measure(Measuring),
    /// `#/landsbyer` and what lies below it.
    Villages(Villages),
    /// `#/workshop` and what lies below it.
    Workshops(Workshops),
    /// `#/ordlyd`: the council's own document.
    Adopted,
    /// `#/filer`: what is on this device.
    Files,
    /// `#/om`
    About,
    /// Any other address, as it was written.
    Unknown(String),
}

/// The views of measuring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measuring {
    /// `#/maalinger`: every indicator in one table; `#/maalinger/vis/status=kept`: filtered.
    Table(String),
    /// `#/maalinger/alle`: every observation.
    All,
    /// `#/maalinger/ny/5d`: a new observation of an indicator.
    New(String),
    /// `#/maalinger/ret/…`: an observation's record, to be changed.
    Edit(String),
    /// `#/maalinger/mange`: many observations at once.
    Grid,
    /// `#/maalinger/sammenlign`
    Compare,
    /// `#/maalinger/tid`
    Timeline,
    /// `#/maalinger/matrix`
    Matrix,
    /// `#/maalinger/saet`
    Sets,
    /// `#/maalinger/maaltal/o03`: a target where the vision sets none.
    Target(String),
    /// `#/maalinger/indikator/5`: a new indicator about an item.
    Indicator(String),
}

/// The views of village profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Villages {
    /// `#/landsbyer`: all profiles.
    List,
    /// `#/landsbyer/roed-traad`: which actions serve which goals.
    Threads,
    /// `#/landsbyer/sammenlign`: two profiles beside each other.
    Compare,
    /// `#/landsbyer/…`: a profile's record, to be read.
    Profile(String),
    /// `#/landsbyer/…/skriv/8a1`: a step of the guided editor.
    Edit(String, Step),
    /// `#/landsbyer/…/versioner`
    Versions(String),
    /// `#/landsbyer/…/vis`: for everybody in the hall to see.
    Present(String),
}

/// The views of workshops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Workshops {
    /// `#/workshop`: all workshops, and the templates.
    List,
    /// `#/workshop/…`: a workshop's record, to be prepared.
    Prepare(String),
    /// `#/workshop/…/koer`: the tablet in the hall.
    Run(String),
    /// `#/workshop/…/skaerm`: for everybody in the hall to see.
    Present(String),
    /// `#/workshop/…/resultat`
    Results(String),
    /// `#/workshop/…/referat`: to be printed.
    Minutes(String),
}

/// What may not stand unescaped in one step of a fragment.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'?');

impl Route {
    /// Reads an address. The `#` may be there or not; an empty one is the overview.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        let steps: Vec<String> = path
            .split('/')
            .filter(|step| !step.is_empty())
            .map(|step| percent_decode_str(step).decode_utf8_lossy().into_owned())
            .collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        match *steps.as_slice() {
            [] => Self::Overview,
            ["maal"] => Self::Goals(None),
            ["maal", "slags", name] => Nature::from_name(name)
                .map_or_else(|| Self::Unknown(path.into()), |nature| Self::Goals(Some(nature))),
            ["maal", "status", name] => {
                Status::from_name(name).map_or_else(|| Self::Unknown(path.into()), Self::GoalsWith)
            }
            ["maal", id] => Self::Goal(id.into()),
            ["omraade", id] => Self::Area(id.into()),
            ["tema", id] => Self::Section(id.into(), None),
            ["tema", id, item] => Self::Section(id.into(), Some(item.into())),
            ["soeg"] => Self::Search(String::new()),
            ["soeg", words] => Self::Search(words.into()),
            ["maalinger", ..] => Measuring::parse(steps.get(1..).unwrap_or_default())
                .map_or_else(|| Self::Unknown(path.into()), Self::Measure),
            ["landsbyer", ..] => Villages::parse(steps.get(1..).unwrap_or_default())
                .map_or_else(|| Self::Unknown(path.into()), Self::Villages),
            ["workshop", ..] => Workshops::parse(steps.get(1..).unwrap_or_default())
                .map_or_else(|| Self::Unknown(path.into()), Self::Workshops),
            ["ordlyd"] => Self::Adopted,
            ["filer"] => Self::Files,
            ["om"] => Self::About,
            _ => Self::Unknown(path.into()),
        }
    }

    /// The item that is to be in sight once the view stands.
    #[must_use]
    pub fn item_in_sight(&self) -> Option<&str> {
        if let Self::Section(_, Some(item)) | Self::Goal(item) = self { Some(item) } else { None }
    }

    /// The words that are searched for; none on any other view.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        if let Self::Search(words) = self { Some(words) } else { None }
    }

    /// The address, with its `#`.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Overview => "#/".into(),
            Self::Goals(None) => "#/maal".into(),
            Self::Goals(Some(nature)) => format!("#/maal/slags/{}", nature.name()),
            Self::GoalsWith(status) => format!("#/maal/status/{}", status.name()),
            Self::Measure(measuring) => measuring.address(),
            Self::Villages(villages) => villages.address(),
            Self::Workshops(workshops) => workshops.address(),
            Self::Goal(id) => format!("#/maal/{}", step(id)),
            Self::Area(id) => format!("#/omraade/{}", step(id)),
            Self::Section(id, None) => format!("#/tema/{}", step(id)),
            Self::Section(id, Some(item)) => format!("#/tema/{}/{}", step(id), step(item)),
            Self::Search(words) if words.is_empty() => "#/soeg".into(),
            Self::Search(words) => format!("#/soeg/{}", step(words)),
            Self::Adopted => "#/ordlyd".into(),
            Self::Files => "#/filer".into(),
            Self::About => "#/om".into(),
            Self::Unknown(path) => format!("#{path}"),
        }
    }
}

impl Measuring {
    fn parse(steps: &[&str]) -> Option<Self> {
        Some(match *steps {
            [] => Self::Table(String::new()),
            ["vis", filter] => Self::Table(filter.into()),
            ["alle"] => Self::All,
            ["ny", id] => Self::New(id.into()),
            ["ret", id] => Self::Edit(id.into()),
            ["mange"] => Self::Grid,
            ["sammenlign"] => Self::Compare,
            ["tid"] => Self::Timeline,
            ["matrix"] => Self::Matrix,
            ["saet"] => Self::Sets,
            ["maaltal", id] => Self::Target(id.into()),
            ["indikator", id] => Self::Indicator(id.into()),
            _ => return None,
        })
    }

    fn address(&self) -> String {
        let (name, rest) = match self {
            Self::Table(filter) if filter.is_empty() => return "#/maalinger".into(),
            Self::Table(filter) => ("vis", filter.as_str()),
            Self::All => ("alle", ""),
            Self::New(id) => ("ny", id.as_str()),
            Self::Edit(id) => ("ret", id.as_str()),
            Self::Grid => ("mange", ""),
            Self::Compare => ("sammenlign", ""),
            Self::Timeline => ("tid", ""),
            Self::Matrix => ("matrix", ""),
            Self::Sets => ("saet", ""),
            Self::Target(id) => ("maaltal", id.as_str()),
            Self::Indicator(id) => ("indikator", id.as_str()),
        };
        let slash = if rest.is_empty() { "" } else { "/" };
        format!("#/maalinger/{name}{slash}{}", step(rest))
    }
}

impl Villages {
    fn parse(steps: &[&str]) -> Option<Self> {
        Some(match *steps {
            [] => Self::List,
            ["roed-traad"] => Self::Threads,
            ["sammenlign"] => Self::Compare,
            [id] => Self::Profile(id.into()),
            [id, "skriv"] => Self::Edit(id.into(), Step::Place),
            [id, "skriv", step] => Self::Edit(id.into(), Step::from_name(step)?),
            [id, "versioner"] => Self::Versions(id.into()),
            [id, "vis"] => Self::Present(id.into()),
            _ => return None,
        })
    }

    fn address(&self) -> String {
        match self {
            Self::List => "#/landsbyer".into(),
            Self::Threads => "#/landsbyer/roed-traad".into(),
            Self::Compare => "#/landsbyer/sammenlign".into(),
            Self::Profile(id) => format!("#/landsbyer/{}", step(id)),
            Self::Edit(id, at) => format!("#/landsbyer/{}/skriv/{}", step(id), at.name()),
            Self::Versions(id) => format!("#/landsbyer/{}/versioner", step(id)),
            Self::Present(id) => format!("#/landsbyer/{}/vis", step(id)),
        }
    }
}

impl Workshops {
    fn parse(steps: &[&str]) -> Option<Self> {
        Some(match *steps {
            [] => Self::List,
            [id] => Self::Prepare(id.into()),
            [id, "koer"] => Self::Run(id.into()),
            [id, "skaerm"] => Self::Present(id.into()),
            [id, "resultat"] => Self::Results(id.into()),
            [id, "referat"] => Self::Minutes(id.into()),
            _ => return None,
        })
    }

    fn address(&self) -> String {
        let (id, view) = match self {
            Self::List => return "#/workshop".into(),
            Self::Prepare(id) => (id, ""),
            Self::Run(id) => (id, "/koer"),
            Self::Present(id) => (id, "/skaerm"),
            Self::Results(id) => (id, "/resultat"),
            Self::Minutes(id) => (id, "/referat"),
        };
        format!("#/workshop/{}{view}", step(id))
    }
}

fn step(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_survives_being_written_and_read() {
        let texts =
            ["5d", "e6", "8a1", "skole leder", "85 %", "a/b#c?d", "æøå", "<script>", "%2F", "+"];
        let mut routes = vec![
            Route::Overview,
            Route::Goals(None),
            Route::Adopted,
            Route::Files,
            Route::About,
            Route::Search(String::new()),
            Route::Unknown("/hvor/er/jeg".into()),
        ];
        for text in texts {
            routes.push(Route::Area(text.into()));
            routes.push(Route::Section(text.into(), None));
            routes.push(Route::Section(text.into(), Some("5-r1".into())));
            routes.push(Route::Goal(text.into()));
            routes.push(Route::Search(text.into()));
            let measuring: [fn(String) -> Measuring; 5] = [
                Measuring::Table,
                Measuring::New,
                Measuring::Edit,
                Measuring::Target,
                Measuring::Indicator,
            ];
            routes.extend(measuring.map(|of| Route::Measure(of(text.into()))));
        }
        let plain = [
            Measuring::Table(String::new()),
            Measuring::All,
            Measuring::Grid,
            Measuring::Compare,
            Measuring::Timeline,
            Measuring::Matrix,
            Measuring::Sets,
        ];
        routes.extend(plain.map(Route::Measure));
        for id in ["0193b3f2-0000-7000-8000-000000000001", "å/b"] {
            routes.push(Route::Villages(Villages::Profile(id.into())));
            routes.push(Route::Villages(Villages::Versions(id.into())));
            routes.push(Route::Villages(Villages::Present(id.into())));
            let of: [fn(String) -> Workshops; 5] = [
                Workshops::Prepare,
                Workshops::Run,
                Workshops::Present,
                Workshops::Results,
                Workshops::Minutes,
            ];
            routes.extend(of.map(|of| Route::Workshops(of(id.into()))));
            for step in Step::ALL {
                routes.push(Route::Villages(Villages::Edit(id.into(), step)));
            }
        }
        for villages in [Villages::List, Villages::Threads, Villages::Compare] {
            routes.push(Route::Villages(villages));
        }
        routes.push(Route::Workshops(Workshops::List));
        routes.extend(Status::ALL.map(Route::GoalsWith));
        routes.extend(Nature::ALL.map(|nature| Route::Goals(Some(nature))));
        for route in routes {
            assert_eq!(Route::parse(&route.address()), route, "{}", route.address());
        }
    }

    #[test]
    fn addresses_are_read_with_and_without_their_first_signs() {
        for address in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(address), Route::Overview, "{address:?}");
        }
        assert_eq!(Route::parse("maal/5d"), Route::Goal("5d".into()));
        assert_eq!(Route::parse("#/maal/5d/"), Route::Goal("5d".into()));
    }

    #[test]
    fn what_is_no_address_is_kept_as_it_was_written() {
        assert_eq!(Route::parse("#/goals/5d"), Route::Unknown("/goals/5d".into()));
        assert_eq!(Route::parse("#/maal/slags/x"), Route::Unknown("/maal/slags/x".into()));
        assert_eq!(Route::parse("#/maal/5d/x"), Route::Unknown("/maal/5d/x".into()));
    }

    #[test]
    fn broken_escapes_do_not_fail() {
        assert_eq!(Route::parse("#/soeg/85 %"), Route::Search("85 %".into()));
        assert_eq!(Route::parse("#/soeg/%FF"), Route::Search("\u{fffd}".into()));
    }
}
