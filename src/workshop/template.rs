//! Templates: agendas that a workshop can be made from. Everything in them can be changed afterwards.

mod texts;

use super::{Method, Stage};
use crate::{
    village::{POINTS, in_language},
    vision::Language,
};

/// So many votes does each person have where a template lets people spread votes.
const USUAL_VOTES: i64 = 3;

/// What a workshop can be made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Template {
    /// Which of the seven points of goal 8a comes first, and what is done about it.
    Priorities,
    /// How far the themes of the vision have come.
    Promises,
    /// Whether each promise of one theme is kept.
    Theme,
    /// How the village is on the seven points today.
    Compass,
    /// What could be done, and who helps.
    Ideas,
    /// A vote on subjects of people's own.
    Free,
}

/// A step of the agenda that a template makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What is done in it.
    pub stage: Stage,
    /// How many minutes it takes.
    pub minutes: i64,
    /// What is asked, in at most 300 characters.
    pub question: String,
    /// How people vote, where they vote.
    pub method: Method,
    /// How many votes each person has, where votes are counted.
    pub votes: i64,
    /// Whether people vote on the notes.
    pub is_on_notes: bool,
    /// The items of the vision that people vote on.
    pub items: Vec<String>,
    /// What people vote on in the workshop's own words.
    pub own: Vec<String>,
}

/// A template as it is written down. Every text stands in Danish, then in English.
struct Plan {
    /// Its title, in at most 40 characters.
    title: [&'static str; 2],
    /// What people do and what comes out.
    lead: [&'static str; 2],
    /// Its agenda.
    steps: &'static [Step],
}

/// A step of a template.
struct Step {
    /// What is done in it.
    stage: Stage,
    /// How many minutes it takes.
    minutes: i64,
    /// What is asked aloud.
    question: [&'static str; 2],
}

impl Template {
    /// All templates.
    pub const ALL: [Self; 6] =
        [Self::Priorities, Self::Promises, Self::Theme, Self::Compass, Self::Ideas, Self::Free];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Priorities => "priorities",
            Self::Promises => "promises",
            Self::Theme => "theme",
            Self::Compass => "compass",
            Self::Ideas => "ideas",
            Self::Free => "free",
        }
    }

    /// The template with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|template| template.name() == name)
    }

    /// Its title.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        in_language(self.plan().title, language)
    }

    /// What people do and what comes out, in a sentence or two.
    #[must_use]
    pub fn lead(self, language: Language) -> &'static str {
        in_language(self.plan().lead, language)
    }

    /// Whether it is made for one theme of the vision, which has to be chosen first.
    #[must_use]
    pub const fn takes_theme(self) -> bool {
        matches!(self, Self::Theme)
    }

    /// How many minutes its agenda takes.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.plan().steps.iter().map(|step| step.minutes).sum()
    }

    /// Its agenda. The items are what was chosen to vote on: the goals of a theme, or themes. A
    /// template about the seven points, or about people's own subjects, leaves them.
    #[must_use]
    pub fn agenda(self, items: &[String], language: Language) -> Vec<Planned> {
        let planned = |step: &Step| Planned {
            stage: step.stage,
            minutes: step.minutes,
            question: in_language(step.question, language).to_owned(),
            method: if step.stage == Stage::Voting { self.method() } else { Method::Dots },
            votes: if step.stage.is_vote() { USUAL_VOTES } else { 1 },
            is_on_notes: step.stage == Stage::Prioritising,
            items: if step.stage == Stage::Voting { self.items(items) } else { Vec::new() },
            own: Vec::new(),
        };
        self.plan().steps.iter().map(planned).collect()
    }

    const fn plan(self) -> &'static Plan {
        match self {
            Self::Priorities => &texts::PRIORITIES,
            Self::Promises => &texts::PROMISES,
            Self::Theme => &texts::THEME,
            Self::Compass => &texts::COMPASS,
            Self::Ideas => &texts::IDEAS,
            Self::Free => &texts::FREE,
        }
    }

    /// How people vote on the items.
    const fn method(self) -> Method {
        match self {
            Self::Priorities | Self::Ideas | Self::Free => Method::Dots,
            Self::Promises | Self::Compass => Method::Rating,
            Self::Theme => Method::Stance,
        }
    }

    /// What of the vision people vote on.
    fn items(self, chosen: &[String]) -> Vec<String> {
        match self {
            Self::Priorities | Self::Compass => POINTS.map(str::to_owned).to_vec(),
            Self::Promises | Self::Theme => chosen.to_vec(),
            Self::Ideas | Self::Free => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids that a caller may have chosen.
    fn chosen() -> Vec<String> {
        ["9a", "9b", "e6c"].map(str::to_owned).to_vec()
    }

    /// Every agenda there is, with its template.
    fn agendas() -> Vec<(Template, Vec<Planned>)> {
        let both = |template: Template| {
            Language::ALL.map(|language| (template, template.agenda(&chosen(), language)))
        };
        Template::ALL.into_iter().flat_map(both).collect()
    }

    /// Both languages of a text, which differ and are short, tidy and written for people.
    fn check([danish, english]: [&str; 2], longest: usize) {
        assert_ne!(danish, english);
        for text in [danish, english] {
            assert!((1..=longest).contains(&text.chars().count()), "{text}");
            assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), text);
            assert!(!text.contains(['\'', '"']), "{text}");
        }
    }

    #[test]
    fn every_template_is_read_by_its_name() {
        for template in Template::ALL {
            assert_eq!(Template::from_name(template.name()), Some(template));
        }
        assert_eq!(Template::from_name("Priorities"), None);
        assert_eq!(Template::from_name(""), None);
    }

    #[test]
    fn every_text_is_short_and_stands_in_both_languages() {
        for template in Template::ALL {
            let plan = template.plan();
            check(plan.title, 40);
            check(plan.lead, 200);
            for step in plan.steps {
                check(step.question, 120);
            }
        }
    }

    #[test]
    fn titles_and_leads_are_told_apart() {
        for language in Language::ALL {
            let titles = Template::ALL.map(|template| template.title(language));
            let leads = Template::ALL.map(|template| template.lead(language));
            for (at, (title, lead)) in titles.iter().zip(leads).enumerate() {
                assert!(!titles[..at].contains(title), "{title}");
                assert!(!leads[..at].contains(&lead), "{lead}");
            }
        }
        assert_eq!(Template::Priorities.title(Language::Da), "Landsbyens prioriteter");
        assert_eq!(Template::Compass.title(Language::En), "The village’s compass");
    }

    #[test]
    fn every_agenda_begins_with_a_welcome_and_ends_with_a_closing() {
        for (template, agenda) in agendas() {
            let is_end = |one: &Planned| [Stage::Welcome, Stage::Closing].contains(&one.stage);
            assert_eq!(agenda[0].stage, Stage::Welcome, "{template:?}");
            assert_eq!(agenda[agenda.len() - 1].stage, Stage::Closing, "{template:?}");
            assert_eq!(agenda.iter().filter(|one| is_end(one)).count(), 2, "{template:?}");
        }
    }

    #[test]
    fn every_vote_on_subjects_is_revealed_next_and_nothing_else_is() {
        for (template, agenda) in agendas() {
            for pair in agenda.windows(2) {
                let is_voted = pair[0].stage == Stage::Voting;
                assert_eq!(is_voted, pair[1].stage == Stage::Reveal, "{template:?}");
            }
        }
    }

    #[test]
    fn notes_are_written_before_they_are_grouped_and_grouped_before_they_are_voted_on() {
        for (template, agenda) in agendas() {
            let place = |stage| agenda.iter().position(|one| one.stage == stage);
            let writing = place(Stage::Writing);
            assert_eq!(writing.is_some(), place(Stage::Grouping).is_some(), "{template:?}");
            assert_eq!(writing.is_some(), place(Stage::Prioritising).is_some(), "{template:?}");
            assert!(writing <= place(Stage::Grouping), "{template:?}");
            assert!(place(Stage::Grouping) <= place(Stage::Prioritising), "{template:?}");
            for one in &agenda {
                assert_eq!(one.is_on_notes, one.stage == Stage::Prioritising, "{template:?}");
            }
        }
    }

    #[test]
    fn every_agenda_fits_the_fields_in_which_it_is_kept() {
        for (template, agenda) in agendas() {
            for one in agenda {
                assert!((1..=20).contains(&one.votes), "{template:?} {one:?}");
                assert!((1..=600).contains(&one.minutes), "{template:?} {one:?}");
                assert!(one.question.chars().count() <= 300, "{template:?} {one:?}");
                assert!(one.items.is_empty() || one.stage == Stage::Voting, "{template:?} {one:?}");
            }
        }
    }

    #[test]
    fn an_agenda_is_the_same_in_both_languages_but_for_its_questions() {
        for template in Template::ALL {
            let [danish, english] =
                Language::ALL.map(|language| template.agenda(&chosen(), language));
            assert_eq!(danish.len(), english.len(), "{template:?}");
            for (danish, english) in danish.into_iter().zip(english) {
                assert_ne!(danish.question, english.question);
                let asked = Planned { question: danish.question.clone(), ..english };
                assert_eq!(danish, asked, "{template:?}");
            }
        }
    }

    #[test]
    fn a_workshop_takes_an_hour_or_so_and_the_short_ones_half_of_it() {
        for (template, agenda) in agendas() {
            let is_short = [Template::Compass, Template::Free].contains(&template);
            let fitting = if is_short { 25..=35 } else { 45..=75 };
            assert!(fitting.contains(&template.minutes()), "{template:?}");
            assert_eq!(agenda.iter().map(|one| one.minutes).sum::<i64>(), template.minutes());
        }
    }

    #[test]
    fn people_vote_in_the_way_and_on_the_items_of_the_template() {
        fn check(template: Template, expected: Option<(Method, &[&str])>) {
            let agenda = template.agenda(&chosen(), Language::Da);
            let vote = agenda.iter().find(|one| one.stage == Stage::Voting);
            let vote = vote.map(|one| (one.method, one.items.as_slice()));
            let expected = expected.map(|(method, ids)| (method, ids.to_vec()));
            assert_eq!(
                vote.map(|(method, ids)| (method, ids.iter().map(String::as_str).collect())),
                expected,
                "{template:?}"
            );
        }
        check(Template::Priorities, Some((Method::Dots, &POINTS)));
        check(Template::Promises, Some((Method::Rating, &["9a", "9b", "e6c"])));
        check(Template::Theme, Some((Method::Stance, &["9a", "9b", "e6c"])));
        check(Template::Compass, Some((Method::Rating, &POINTS)));
        check(Template::Ideas, None);
        check(Template::Free, Some((Method::Dots, &[])));
    }

    #[test]
    fn only_a_theme_in_depth_has_to_be_chosen_first() {
        let taking: Vec<_> = Template::ALL.into_iter().filter(|one| one.takes_theme()).collect();
        assert_eq!(taking, [Template::Theme]);
    }

    #[test]
    fn without_items_the_agenda_is_the_same_but_for_them() {
        for template in Template::ALL {
            let bare = template.agenda(&[], Language::Da);
            let stages = bare.iter().map(|one| one.stage);
            assert!(stages.eq(template.plan().steps.iter().map(|step| step.stage)), "{template:?}");
        }
    }
}
