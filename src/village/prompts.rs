//! What helps a local council to think about the seven points of goal 8a: open questions to talk
//! about, none of which has to be answered.

mod texts;

use crate::vision::Language;

pub use texts::PROMPTS;

/// What helps to think about one of the seven points. Every text stands in Danish, then in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompts {
    /// The part of goal 8a: `8a1` to `8a7`.
    pub point: &'static str,
    /// What the point is about, in one sentence of at most 140 characters.
    pub about: [&'static str; 2],
    /// Questions about how it is today.
    pub today: &'static [[&'static str; 2]],
    /// Questions about what is strong and what is weak.
    pub weighing: &'static [[&'static str; 2]],
    /// Questions about what is wished for.
    pub wishes: &'static [[&'static str; 2]],
    /// What the rating 1 means on this point, in at most 60 characters.
    pub lowest: [&'static str; 2],
    /// What the rating 7 means on this point, in at most 60 characters.
    pub highest: [&'static str; 2],
}

/// A text of the prompts in one of its languages.
#[must_use]
pub const fn in_language(text: [&'static str; 2], language: Language) -> &'static str {
    let [danish, english] = text;
    match language {
        Language::Da => danish,
        Language::En => english,
    }
}

/// The prompts for a point; none for any other id.
#[must_use]
pub fn prompts(point: &str) -> Option<&'static Prompts> {
    PROMPTS.iter().find(|prompts| prompts.point == point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vision::Edition;

    /// Both languages of a text, each of which may be at most this long.
    fn check(text: [&str; 2], longest: usize) {
        for text in text {
            assert_eq!(text.trim(), text);
            assert!((1..=longest).contains(&text.chars().count()), "{text}");
        }
    }

    /// Every question of a point.
    fn questions(prompts: &Prompts) -> impl Iterator<Item = [&'static str; 2]> {
        [prompts.today, prompts.weighing, prompts.wishes].concat().into_iter()
    }

    #[test]
    fn the_points_are_the_parts_of_goal_8a_in_their_order() {
        let edition = Edition::embedded().unwrap();
        let (_, goal) = edition.goals().find(|(_, goal)| goal.id == "8a").unwrap();
        let parts: Vec<_> = goal.parts.iter().map(|part| part.id.as_str()).collect();
        assert_eq!(PROMPTS.map(|prompts| prompts.point).as_slice(), parts);
    }

    #[test]
    fn every_text_stands_in_both_languages_and_is_short() {
        for prompts in &PROMPTS {
            check(prompts.about, 140);
            check(prompts.lowest, 60);
            check(prompts.highest, 60);
            for question in questions(prompts) {
                check(question, 110);
            }
        }
    }

    #[test]
    fn every_point_has_a_few_questions_of_each_sort() {
        for prompts in &PROMPTS {
            assert!((3..=4).contains(&prompts.today.len()), "{}", prompts.point);
            assert!((2..=3).contains(&prompts.weighing.len()), "{}", prompts.point);
            assert!((2..=3).contains(&prompts.wishes.len()), "{}", prompts.point);
        }
    }

    #[test]
    fn questions_alone_end_with_a_question_mark() {
        for prompts in &PROMPTS {
            for text in questions(prompts).flatten() {
                assert!(text.ends_with('?'), "{text}");
            }
            for text in [prompts.about, prompts.lowest, prompts.highest].concat() {
                assert!(!text.contains('?'), "{text}");
            }
        }
    }

    #[test]
    fn no_text_stands_twice() {
        let mut texts: Vec<_> = PROMPTS
            .iter()
            .flat_map(|prompts| {
                questions(prompts).chain([prompts.about, prompts.lowest, prompts.highest])
            })
            .flatten()
            .collect();
        texts.sort_unstable();
        for pair in texts.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }

    #[test]
    fn prompts_are_found_by_their_point() {
        fn check(point: &str, expected: Option<&str>) {
            assert_eq!(prompts(point).map(|prompts| prompts.point), expected, "{point:?}");
        }
        check("8a1", Some("8a1"));
        check("8a7", Some("8a7"));
        check("8a8", None);
        check("8a", None);
        check("", None);
    }

    #[test]
    fn a_text_is_picked_by_its_language() {
        assert_eq!(in_language(["mål", "goal"], Language::Da), "mål");
        assert_eq!(in_language(["mål", "goal"], Language::En), "goal");
    }
}
