//! The words for what a profile consists of, in both languages: on screens, on paper and in Markdown.

mod texts;

use super::{Aim, Course, PlaceKind, Stage};
use crate::{
    measure::{Decimal, State, When},
    vision::Language,
};

/// The words for what a profile consists of, in one language. Labels have at most forty characters.
pub struct Words {
    /// The heading of a text of the profile: `history`, or `8a1/today`, where what follows the
    /// stroke decides. Empty for a text that this version does not know.
    pub passage: fn(part: &str) -> &'static str,
    /// The label of a field of a kind of [`super::records`]; empty for a field that this version
    /// does not know.
    pub field: fn(kind: &str, field: &str) -> &'static str,
    /// What a place is in the town pattern.
    pub place_kind: fn(PlaceKind) -> &'static str,
    /// Whether a place is to be developed.
    pub course: fn(Course) -> &'static str,
    /// How far a profile has come.
    pub stage: fn(Stage) -> &'static str,
    /// How far an action has come.
    pub state: fn(State) -> &'static str,
    /// Which rating of a point.
    pub aim: fn(Aim) -> &'static str,
    /// One record of a kind of [`super::records`]; empty for another kind.
    pub kind_name: fn(kind: &str) -> &'static str,
    /// The heading of the picture and of the table of the ratings.
    pub compass: &'static str,
    /// The heading of the seven points.
    pub points: &'static str,
    /// One of the seven points.
    pub point: &'static str,
    /// The heading of the key figures.
    pub figures: &'static str,
    /// The heading of the action plan.
    pub actions: &'static str,
    /// The heading of what is done together with others.
    pub partners: &'static str,
    /// The heading of the sources.
    pub sources: &'static str,
    /// The heading of what is said of the local council.
    pub council: &'static str,
    /// The heading of the goals of the vision that an action serves.
    pub threads: &'static str,
    /// The heading of the versions of a profile.
    pub versions: &'static str,
    /// The heading of what the village says against the plan.
    pub challenge: &'static str,
    /// In the place of a rating that was not given.
    pub not_rated: &'static str,
    /// Before the date on which a profile is to be looked at again.
    pub next_revision: &'static str,
    /// In the place of a name that was not given.
    pub unnamed: &'static str,
    /// The place that this one belongs to, by its name.
    pub belongs: fn(place: &str) -> String,
    /// An amount of money, given as [`number`] shows it; what is no number stays as it is.
    pub kroner: fn(shown: &str) -> String,
    /// How many have rated, and their lowest and highest rating.
    pub group: fn(people: u32, least: u8, most: u8) -> String,
    /// A rating, given as [`number`] shows it.
    pub rated: fn(shown: &str) -> String,
    /// The last line of a profile on paper and in Markdown: what it was written with, and when.
    pub written: fn(date: &str) -> String,
}

/// The words in a language.
#[must_use]
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Da => &texts::DA,
        Language::En => &texts::EN,
    }
}

/// A number of a profile as it is read: in the habit of the language, or as it was typed where it is
/// no number.
#[must_use]
pub fn number(text: &str, language: Language) -> String {
    Decimal::parse(text).map_or_else(|| text.to_owned(), |number| number.show(language))
}

/// A date of a profile as it is read: in the habit of the language, or as it was typed where it is no
/// date.
#[must_use]
pub fn date(text: &str, language: Language) -> String {
    When::parse(text).map_or_else(|| text.to_owned(), |when| when.show(language))
}

/// What to call a text of a profile ([`super::Profile::texts`]), such as "8a1 Identitet: Styrker" or
/// "Handling: Hvem". The label of a point or a goal, "Identitet", comes from outside. A text that
/// this version does not know is called by its own name.
#[must_use]
pub fn text_name(name: &str, point_label: impl Fn(&str) -> String, language: Language) -> String {
    let words = words(language);
    let labelled = |id: &str| format!("{id} {}", point_label(id)).trim_end().to_owned();
    let parts: Vec<&str> = name.split('/').collect();
    let (of, told) = match *parts.as_slice() {
        ["passage", part] => (String::new(), (words.passage)(part).to_owned()),
        ["passage", point, part] => (labelled(point), (words.passage)(part).to_owned()),
        ["rating", point, aim, field] => {
            let aim = if aim == "wished" { Aim::Wished } else { Aim::Today };
            (labelled(point), rating_field(field, aim, words))
        }
        ["thread", _, goal] => ((words.kind_name)("action").to_owned(), labelled(goal)),
        [kind @ ("profile" | "process"), field] => {
            (String::new(), (words.field)(kind, field).to_owned())
        }
        [kind, _, field] => {
            ((words.kind_name)(kind).to_owned(), (words.field)(kind, field).to_owned())
        }
        _ => (String::new(), String::new()),
    };
    match (of.as_str(), told.as_str()) {
        (_, "") => name.to_owned(),
        ("", told) => told.to_owned(),
        (of, told) => format!("{of}: {told}"),
    }
}

/// A field of a rating, with which of a point's two ratings it is: "Begrundelse (i dag)".
pub(super) fn rating_field(field: &str, aim: Aim, words: &Words) -> String {
    match (words.field)("rating", field) {
        "" => String::new(),
        label => format!("{label} ({})", (words.aim)(aim).to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::village::{PASSAGES, POINT_PASSAGES, records::KINDS};

    /// All labels that stand alone, in a language.
    fn labels(language: Language) -> Vec<&'static str> {
        let words = words(language);
        let mut all: Vec<_> =
            PASSAGES.iter().chain(&POINT_PASSAGES).copied().map(words.passage).collect();
        for kind in KINDS {
            all.push((words.kind_name)(kind.name));
            all.extend(kind.fields.iter().map(|(field, _)| (words.field)(kind.name, field)));
        }
        all.extend(PlaceKind::ALL.map(words.place_kind));
        all.extend(Course::ALL.map(words.course));
        all.extend(Stage::ALL.map(words.stage));
        all.extend(State::ALL.map(words.state));
        all.extend([Aim::Today, Aim::Wished].map(words.aim));
        all.extend([words.compass, words.points, words.point, words.figures, words.actions]);
        all.extend([words.partners, words.sources, words.council, words.threads, words.versions]);
        all.extend([words.challenge, words.not_rated, words.next_revision, words.unnamed]);
        all
    }

    #[test]
    fn everything_that_is_kept_has_a_short_word_in_both_languages() {
        for language in Language::ALL {
            for label in labels(language) {
                assert!((1..=40).contains(&label.chars().count()), "{language:?}: {label:?}");
                assert_eq!(label.trim(), label);
            }
        }
    }

    #[test]
    fn no_two_texts_of_a_profile_have_the_same_heading() {
        for language in Language::ALL {
            for parts in [PASSAGES.as_slice(), POINT_PASSAGES.as_slice()] {
                let mut all: Vec<_> = parts.iter().copied().map(words(language).passage).collect();
                all.sort_unstable();
                all.dedup();
                assert_eq!(all.len(), parts.len(), "{all:?}");
            }
        }
    }

    #[test]
    fn a_text_of_a_point_has_the_same_heading_on_every_point() {
        let passage = words(Language::Da).passage;
        assert_eq!(passage("8a1/today"), "Sådan er det i dag");
        assert_eq!(passage("8a7/today"), passage("8a1/today"));
        assert_eq!([passage(""), passage("8a1/"), passage("8a1")], ["", "", ""]);
    }

    #[test]
    fn a_text_is_called_by_what_it_belongs_to_and_what_it_is() {
        let label = |id: &str| if id == "8a1" { "Identitet".into() } else { String::new() };
        let check = |name: &str, danish: &str, english: &str| {
            assert_eq!(text_name(name, label, Language::Da), danish);
            assert_eq!(text_name(name, label, Language::En), english);
        };
        check("profile/name", "Stedets navn", "Name of the place");
        check("process/adopted", "Vedtaget den", "Adopted on");
        check("passage/history", "Stedets historie", "Our history");
        check("passage/8a1/strengths", "8a1 Identitet: Styrker", "8a1 Identitet: Strengths");
        check("passage/8a9/wishes", "8a9: Ønsker", "8a9: Wishes");
        check(
            "rating/8a1/wished/reason",
            "8a1 Identitet: Begrundelse (ønsket)",
            "8a1 Identitet: Reason (wish)",
        );
        check("action/0190/who", "Handling: Hvem", "Action: Who");
        check("figure/0190/amount", "Nøgletal: Antal", "Key figure: Amount");
        check("partner/0190/name", "Partnerskab: Navn", "Partnership: Name");
        check("thread/0190/8a1", "Handling: 8a1 Identitet", "Action: 8a1 Identitet");
        for unknown in
            ["", "/", "a/b/c/d/e", "passage/colour", "profile/colour", "rating/8a1/now/x"]
        {
            check(unknown, unknown, unknown);
        }
    }

    #[test]
    fn numbers_and_dates_follow_the_language_and_anything_else_stays_as_typed() {
        let (danish, english) = (Language::Da, Language::En);
        assert_eq!(number("1234.5", danish), "1.234,5");
        assert_eq!(number("1234.5", english), "1,234.5");
        assert_eq!(number("cirka 40", danish), "cirka 40");
        assert_eq!(date("2023-09-05", danish), "5. sep. 2023");
        assert_eq!(date("sidste år", danish), "sidste år");
        let kroner = |text: &str, language| (words(language).kroner)(&number(text, language));
        assert_eq!(kroner("1200000", danish), "1.200.000 kr.");
        assert_eq!(kroner("1200000", english), "DKK 1,200,000");
        assert_eq!(kroner("efter tilbud", danish), "efter tilbud");
        assert_eq!(kroner("", english), "");
    }

    #[test]
    fn a_groups_rating_says_how_many_and_how_far_apart() {
        let check = |group: (u32, u8, u8), danish: &str, english: &str| {
            let (people, least, most) = group;
            assert_eq!((words(Language::Da).group)(people, least, most), danish);
            assert_eq!((words(Language::En).group)(people, least, most), english);
        };
        check((9, 3, 5), "9 personer, 3–5", "9 people, 3–5");
        check((4, 7, 7), "4 personer, alle 7", "4 people, all 7");
        check((1, 4, 4), "1 person", "1 person");
        check((1_200, 1, 7), "1.200 personer, 1–7", "1,200 people, 1–7");
        assert_eq!((words(Language::Da).rated)("4,6"), "4,6 af 7");
        assert_eq!((words(Language::En).rated)("4.6"), "4.6 of 7");
    }
}
