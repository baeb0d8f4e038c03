//! What stands in tables and lists: key figures, ratings, partnerships, actions.

use super::{
    Page, joined, labelled, section,
    signs::{indented, line, link, prose},
};
use crate::village::{
    Action, Aim, Figure, POINTS, Partner, Rating,
    records::{self, ACTION, FIGURE},
    words::number as number_shown,
};

/// A table whose cells are Markdown already.
fn table<const N: usize>(heads: [&str; N], rows: Vec<[String; N]>) -> String {
    let row = |cells: [String; N]| format!("| {} |", cells.join(" | "));
    let mut lines = vec![row(heads.map(line)), row(heads.map(|_| "---".into()))];
    lines.extend(rows.into_iter().map(row));
    lines.join("\n")
}

impl Page<'_> {
    pub(super) fn figures(&self) -> Vec<String> {
        let figures = self.profile.figures();
        if figures.is_empty() {
            return Vec::new();
        }
        let heads =
            [records::NAME, records::AMOUNT, records::YEAR, records::WISHED, records::SOURCE]
                .map(|field| (self.words.field)(FIGURE.name, field));
        let rows = figures.iter().map(|one| self.figure(one)).collect();
        section("##", self.words.figures, vec![table(heads, rows)])
    }

    fn figure(&self, one: &Figure<'_>) -> [String; 5] {
        let by = self.date(one.wished_by);
        let by = if by.is_empty() { by } else { format!("({by})") };
        [
            line(one.name),
            joined([self.number(one.amount), line(one.unit)], " "),
            self.date(one.year),
            joined([self.number(one.wished), by], " "),
            if one.link.is_empty() { line(one.source) } else { link(one.source, one.link) },
        ]
    }

    /// What the compass shows, as a table.
    pub(super) fn ratings(&self) -> Vec<String> {
        let aims = [Aim::Today, Aim::Wished];
        let rated = |point: &str| aims.map(|aim| self.profile.rating(point, aim));
        if !POINTS.into_iter().flat_map(rated).any(|rating| rating.is_some()) {
            return Vec::new();
        }
        let [today, wished] = aims.map(self.words.aim);
        let row = |point: &'static str| {
            let [today, wished] = rated(point).map(|rating| self.rating(rating));
            [self.name_of(point), today, wished]
        };
        let rows = POINTS.into_iter().map(row).collect();
        section("##", self.words.compass, vec![table([self.words.point, today, wished], rows)])
    }

    fn rating(&self, rating: Option<Rating>) -> String {
        let Some(rating) = rating else { return self.words.not_rated.into() };
        let value = (self.words.rated)(&rating.value.show(self.language));
        match rating.group {
            Some(of) => format!("{value} ({})", (self.words.group)(of.people, of.least, of.most)),
            None => value,
        }
    }

    pub(super) fn partners(&self) -> Vec<String> {
        let item = |one: &Partner<'_>| {
            let name = Some(line(one.name)).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| self.words.unnamed.into());
            let about = prose(one.about);
            let parted = if about.is_empty() { "" } else { ": " };
            indented(&format!("- **{name}**{parted}{about}"), 2)
        };
        let items: Vec<String> = self.profile.partners().iter().map(item).collect();
        let list = if items.is_empty() { Vec::new() } else { vec![items.join("\n")] };
        section("###", self.words.partners, list)
    }

    pub(super) fn actions(&self) -> Vec<String> {
        let actions = self.profile.actions();
        let items = (1..).zip(&actions).map(|(number, one)| self.action(number, one));
        section("##", self.words.actions, items.collect())
    }

    fn action(&self, number: usize, one: &Action<'_>) -> String {
        let words = self.words;
        let field = |field: &str| (words.field)(ACTION.name, field);
        let what = Some(line(one.what)).filter(|what| !what.is_empty());
        let what = what.unwrap_or_else(|| (words.kind_name)(ACTION.name).into());
        let state = one.state.map(|state| format!(" – {}", (words.state)(state)));
        let cost = if one.cost.is_empty() {
            String::new()
        } else {
            line(&(words.kroner)(&number_shown(one.cost, self.language)))
        };
        let goals: Vec<String> = one.goals.iter().map(|goal| self.name_of(goal)).collect();
        let facts = [
            labelled(field(records::WHO), &line(one.who)),
            labelled(field(records::TIME), &line(one.time)),
            labelled(field(records::COST), &cost),
            labelled(field(records::FUNDING), &line(one.funding)),
            labelled(words.threads, &goals.join(" · ")),
            (!one.link.is_empty()).then(|| link(field(records::LINK), one.link)),
        ];
        let facts: Vec<String> =
            facts.into_iter().flatten().map(|fact| format!("- {fact}")).collect();
        let mark = format!("{number}. ");
        let head = format!("{mark}**{what}**{}", state.unwrap_or_default());
        indented(&joined([head, prose(one.why), facts.join("\n")], "\n\n"), mark.len())
    }
}
