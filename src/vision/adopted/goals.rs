//! Lettered goals and their numbered parts.

use super::lines::{Line, join};
use super::report::{Adopted, ExpectedSection, Why};

/// What may stand before a part of a goal.
const PART_BULLETS: [char; 8] = ['•', '▪', '●', '·', '*', '-', '–', '\u{f0b7}'];
/// Second words of abbreviations that look like a letter before a goal, such as "f. eks.".
const SECOND_WORDS: [&str; 7] = ["eks", "fl", "l", "lign", "m", "t", "v"];

/// What a line with a letter begins.
#[derive(Clone, Copy)]
enum Begin {
    /// The goal with the letter.
    Goal(char),
    /// Nothing that could be placed.
    Stray(Why),
}

struct Entry {
    begin: Begin,
    lines: Vec<Line>,
}

/// Places the goals of a section. A line with the next letter begins a goal, a line with another
/// letter of the section is reported with all that follows it, any other line goes on.
///
/// `is_closed` says whether the heading that should follow the goals was found. A goal after which
/// the heading or the next letter is lost may have swallowed what follows, and is placed only when
/// it is a single line.
pub(super) fn place(
    lines: Vec<Line>,
    section: &ExpectedSection<'_>,
    is_closed: bool,
    adopted: &mut Adopted,
) {
    let mut entries = entries(lines, section.goals).into_iter().peekable();
    while let Some(Entry { begin, lines }) = entries.next() {
        let next = entries.peek().map(|next| next.begin);
        match begin {
            Begin::Stray(why) => report(&lines, section, why, adopted),
            Begin::Goal(letter) => {
                let goal = section.goal_id(letter);
                let parts = section.parts_of(&goal);
                if parts > 0 {
                    place_parts(&goal, parts, &lines, section, adopted);
                } else if lines.len() > 1 && !is_followed(letter, next, section, is_closed) {
                    report(&lines, section, Why::NextMissing, adopted);
                } else {
                    adopted.items.insert(goal, text_of(&lines));
                }
            }
        }
    }
}

/// Whether what should follow a goal does: the next letter, or after the last goal a heading.
fn is_followed(
    letter: char,
    next: Option<Begin>,
    section: &ExpectedSection<'_>,
    is_closed: bool,
) -> bool {
    match next {
        Some(Begin::Goal(_) | Begin::Stray(Why::ExtraGoal)) => true,
        Some(Begin::Stray(_)) => false,
        None => is_closed && ('a'..=letter).count() == section.goals,
    }
}

fn entries(lines: Vec<Line>, goals: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut next = 0;
    for line in lines {
        if let Some((begin, text)) = begin(&line.text, next, goals) {
            next += usize::from(!matches!(begin, Begin::Stray(Why::LetterOutOfOrder)));
            let text = text.to_owned();
            entries.push(Entry { begin, lines: vec![Line { text, ..line }] });
        } else if let Some(entry) = entries.last_mut() {
            entry.lines.push(line);
        } else {
            entries.push(Entry { begin: Begin::Stray(Why::NoLetter), lines: vec![line] });
        }
    }
    entries
}

/// What a line begins when `next` letters have been met, and its text: without the letter where
/// it is a goal, with it where it is to be reported.
fn begin(text: &str, next: usize, goals: usize) -> Option<(Begin, &str)> {
    let (letter, rest) = lettered(text)?;
    let at = ('a'..='z').position(|other| other == letter)?;
    if at == next && at < goals {
        return Some((Begin::Goal(letter), rest));
    }
    // A letter that is not expected may as well be the end of an abbreviation.
    if rest.starts_with(char::is_lowercase) {
        return None;
    }
    if at == next {
        Some((Begin::Stray(Why::ExtraGoal), text))
    } else if at < goals.max(next) || rest.starts_with(char::is_uppercase) {
        Some((Begin::Stray(Why::LetterOutOfOrder), text))
    } else {
        None
    }
}

/// The letter of a line like "b. …" or "b) …" and what follows it.
fn lettered(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_lowercase)?;
    let mark = chars.next().filter(|mark| matches!(mark, '.' | ')'));
    let rest = mark.map(|_| chars.as_str())?;
    let apart = rest.is_empty() || rest.starts_with(|c: char| c == ' ' || c.is_uppercase());
    let rest = rest.trim_start();
    let second = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    (apart && !SECOND_WORDS.contains(&second)).then_some((letter, rest))
}

/// Gives the lines after the one that ends in a colon to the goal's parts, if they are as many.
fn place_parts(
    goal: &str,
    expected: usize,
    lines: &[Line],
    section: &ExpectedSection<'_>,
    adopted: &mut Adopted,
) {
    let colon = lines.iter().position(|line| line.text.ends_with(':'));
    let Some((lead, rest)) = colon.and_then(|at| lines.split_at_checked(at + 1)) else {
        report(lines, section, Why::PartCount { found: 0, expected }, adopted);
        return;
    };
    adopted.items.insert(goal.to_owned(), text_of(lead));
    let parts = parts_of(rest, expected);
    if parts.len() == expected {
        let numbered = (1..).zip(parts);
        adopted.items.extend(numbered.map(|(number, part)| (format!("{goal}{number}"), part)));
    } else {
        report(rest, section, Why::PartCount { found: parts.len(), expected }, adopted);
        if !parts.is_empty() {
            adopted.blocks.insert(goal.to_owned(), parts);
        }
    }
}

/// One part a line where that gives the expected number, otherwise one part a bullet, and where
/// the bullets are lost one part a line again.
fn parts_of(lines: &[Line], expected: usize) -> Vec<String> {
    let has_bullets = lines.iter().any(|line| line.text.starts_with(PART_BULLETS));
    let line_by_line = lines.len() == expected || !has_bullets;
    let mut parts: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        let text = line.text.trim_start_matches(PART_BULLETS).trim_start();
        let begins = line_by_line || line.text.starts_with(PART_BULLETS);
        match parts.last_mut().filter(|_| !begins) {
            Some(part) => part.push(text),
            None => parts.push(vec![text]),
        }
    }
    parts.into_iter().map(join).collect()
}

fn text_of(lines: &[Line]) -> String {
    join(lines.iter().map(|line| line.text.as_str()))
}

fn report(lines: &[Line], section: &ExpectedSection<'_>, why: Why, adopted: &mut Adopted) {
    if let Some(first) = lines.first() {
        adopted.report(first.number, Some(section.id), text_of(lines), why);
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::read;
    use super::*;

    fn placed(text: &str, goals: usize, parts: usize) -> Adopted {
        let section = ExpectedSection {
            id: "4",
            title: "",
            goals,
            parts: vec![("4a", parts)],
            rationale: 0,
            support: 0,
            measures: 0,
        };
        let mut adopted = Adopted::default();
        place(read(text), &section, true, &mut adopted);
        adopted
    }

    fn check(text: &str, goals: usize, items: &[(&str, &str)], strays: &[(&str, Why)]) {
        let adopted = placed(text, goals, 0);
        let found: Vec<(&str, &str)> =
            adopted.items.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
        let left: Vec<(&str, Why)> =
            adopted.unplaced.iter().map(|found| (found.text.as_str(), found.why)).collect();
        assert_eq!((found.as_slice(), left.as_slice()), (items, strays), "{text}");
    }

    #[test]
    fn goals_run_from_letter_to_letter() {
        check(
            "a. Ét\n b. To\nog mere\nc) Tre",
            3,
            &[("4a", "Ét"), ("4b", "To og mere"), ("4c", "Tre")],
            &[],
        );
        check("a.Ét\nb.\nTo", 2, &[("4a", "Ét"), ("4b", "To")], &[]);
    }

    #[test]
    fn letters_out_of_order_are_reported_with_what_follows_them() {
        check(
            "a. Ét\nc. Tre\nog mere\nb. To",
            3,
            &[("4a", "Ét"), ("4b", "To")],
            &[("c. Tre og mere", Why::LetterOutOfOrder)],
        );
        check("a. Ét\na. Igen", 1, &[("4a", "Ét")], &[("a. Igen", Why::LetterOutOfOrder)]);
    }

    #[test]
    fn a_goal_that_may_have_swallowed_the_next_is_reported() {
        check(
            "a. Ét\nTo\nc. Tre",
            3,
            &[],
            &[("Ét To", Why::NextMissing), ("c. Tre", Why::LetterOutOfOrder)],
        );
        check("a. Ét\nTo", 2, &[], &[("Ét To", Why::NextMissing)]);
    }

    #[test]
    fn a_goal_too_many_and_words_before_the_first_letter_are_reported() {
        check("a. Ét\nb. To", 1, &[("4a", "Ét")], &[("b. To", Why::ExtraGoal)]);
        check("Indledning\na. Ét", 1, &[("4a", "Ét")], &[("Indledning", Why::NoLetter)]);
    }

    #[test]
    fn an_abbreviation_at_the_beginning_of_a_line_is_no_letter() {
        check("a. Bøger\nm. fl.", 1, &[("4a", "Bøger m. fl.")], &[]);
        check(
            "a. Ét\nb. To\nc. Tre\nd. Fire\ne. lign.",
            4,
            &[("4a", "Ét"), ("4b", "To"), ("4c", "Tre"), ("4d", "Fire e. lign.")],
            &[],
        );
    }

    #[test]
    fn parts_are_found_with_and_without_bullets() {
        let check = |text: &str| {
            let adopted = placed(text, 1, 3);
            let found: Vec<(&str, &str)> =
                adopted.items.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
            let expected = [
                ("4a", "Byen har en plan for:"),
                ("4a1", "Skov"),
                ("4a2", "strand og sø"),
                ("4a3", "Sti."),
            ];
            assert_eq!(found, expected, "{text}");
            assert!(adopted.unplaced.is_empty());
        };
        check("a. Byen har en\nplan for:\n Skov\n strand og sø\n Sti.");
        check("a. Byen har en plan for:\n• Skov\n• strand og sø\n• Sti.");
        check("a. Byen har en plan for:\n- Skov\n- strand\nog sø\n- Sti.");
        check("a. Byen har en plan for:\n\u{f0b7}\nSkov\n\u{f0b7}\nstrand og sø\n\u{f0b7}\nSti.");
    }

    #[test]
    fn parts_of_another_number_are_kept_whole_and_reported() {
        let adopted = placed("a. Byen har en plan for:\nSkov\nstrand\nog sø\nSti.", 1, 3);
        assert_eq!(adopted.items.keys().collect::<Vec<_>>(), ["4a"]);
        assert_eq!(*adopted.blocks.get("4a").unwrap(), ["Skov", "strand", "og sø", "Sti."]);
        let [only] = adopted.unplaced.as_slice() else { unreachable!() };
        assert_eq!((only.line, only.why), (2, Why::PartCount { found: 4, expected: 3 }));
    }
}
