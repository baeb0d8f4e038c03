//! A profile as Markdown (`CommonMark`, with tables), for other programs: in the order in which it is
//! read on screen and on paper.
//!
//! What people typed shows as they typed it and cannot change how the page is built (`signs`). No HTML
//! is written. Only addresses that [`Profile`] has checked become links.

mod lists;
mod signs;

use super::{
    Aim, Course, POINTS, Profile, Words,
    records::{self, PROCESS},
    words::{date as date_shown, number as number_shown, rating_field, words},
};
use crate::vision::Language;
use signs::{line, link, prose, quoted};

/// A profile as Markdown. `contact` stands in it only where it is given. `label` names a goal or a
/// point by its id ("Identitet"), and `date` is the day of writing as it is to be shown. What the
/// profile does not say is left out, with its heading.
#[must_use]
pub fn markdown(
    profile: &Profile,
    contact: Option<&str>,
    label: impl Fn(&str) -> String,
    date: &str,
    language: Language,
) -> String {
    let page = Page { profile, words: words(language), language, label: &label };
    let mut blocks = page.head();
    blocks.extend(page.together());
    blocks.extend(page.council(contact.unwrap_or_default()));
    blocks.extend(page.passages("##", &["vision", "values", "known"]));
    blocks.extend(page.figures());
    blocks.extend(page.ratings());
    blocks.extend(POINTS.into_iter().flat_map(|point| page.point(point)));
    blocks.extend(page.actions());
    let rest = ["history", "heritage", "background", "carried", "sources"];
    blocks.extend(page.passages("##", &rest));
    blocks.push("---".into());
    blocks.push(line(&(page.words.written)(date)));
    blocks.join("\n\n") + "\n"
}

/// What all parts of the page need.
struct Page<'a> {
    profile: &'a Profile,
    words: &'static Words,
    language: Language,
    label: &'a dyn Fn(&str) -> String,
}

/// The blocks under a heading; none at all where there is nothing to head.
fn section(level: &str, heading: &str, blocks: Vec<String>) -> Vec<String> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let mut section = vec![format!("{level} {}", line(heading))];
    section.extend(blocks);
    section
}

/// What is there, with something between.
fn joined<const N: usize>(parts: [String; N], between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// A label before a text; nothing where there is no text.
fn labelled(label: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("{label}: {text}"))
}

/// A label that stands out before a text; likewise.
fn headed(label: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("**{label}:** {text}"))
}

impl Page<'_> {
    /// A number and its name: "8a1 Identitet".
    fn name_of(&self, id: &str) -> String {
        line(&format!("{id} {}", (self.label)(id)))
    }

    fn date(&self, text: &str) -> String {
        line(&date_shown(text, self.language))
    }

    fn number(&self, text: &str) -> String {
        line(&number_shown(text, self.language))
    }

    fn passage(&self, level: &str, part: &str) -> Vec<String> {
        let text = prose(self.profile.passage(part));
        let blocks = if text.is_empty() { Vec::new() } else { vec![text] };
        section(level, (self.words.passage)(part), blocks)
    }

    fn passages(&self, level: &str, parts: &[&str]) -> Vec<String> {
        parts.iter().flat_map(|part| self.passage(level, part)).collect()
    }

    fn head(&self) -> Vec<String> {
        let (profile, words) = (self.profile, self.words);
        let name = Some(line(profile.name())).filter(|name| !name.is_empty());
        let members: Vec<String> = profile.members().into_iter().map(line).collect();
        let links = [(records::MAP, profile.map()), (records::PLAN_LINK, profile.plan_link())];
        let links = links.into_iter().filter(|(_, address)| !address.is_empty());
        let links: Vec<String> =
            links.map(|(field, to)| link((words.field)("profile", field), to)).collect();
        let mut blocks = vec![
            format!("# {}", name.unwrap_or_else(|| words.unnamed.into())),
            self.process(),
            headed((words.passage)("members"), &members.join(", ")).unwrap_or_default(),
            links.join(" · "),
            quoted(&prose(profile.pitch())),
        ];
        blocks.retain(|block| !block.is_empty());
        blocks
    }

    /// What place it is, and how far the profile has come, on one line.
    fn process(&self) -> String {
        let (profile, words) = (self.profile, self.words);
        let typed = |field: &str| profile.text(&format!("process/{field}"));
        let dates = [records::BEGUN, records::HEARING_FROM, records::HEARING_TO, records::ADOPTED]
            .map(|field| labelled((words.field)(PROCESS.name, field), &self.date(typed(field))));
        // What was agreed stands there also where it is no date.
        let agreed = Some(typed(records::REVISION)).filter(|agreed| !agreed.is_empty());
        let computed = || profile.next_revision().map(|when| when.show(self.language));
        let revision = agreed.map(|agreed| self.date(agreed)).or_else(computed);
        let [begun, from, to, adopted] = dates.map(Option::unwrap_or_default);
        let parts = [
            profile.place_kind().map(words.place_kind).unwrap_or_default().into(),
            (words.stage)(profile.stage()).into(),
            begun,
            from,
            to,
            adopted,
            labelled(words.next_revision, &revision.unwrap_or_default()).unwrap_or_default(),
        ];
        joined(parts, " · ")
    }

    /// Of a place that is not developed in its own right: where it belongs, and how.
    fn together(&self) -> Vec<String> {
        if self.profile.course() == Course::Own {
            return Vec::new();
        }
        let belongs_to = self.profile.belongs_to();
        let belongs = if belongs_to.is_empty() {
            String::new()
        } else {
            line(&(self.words.belongs)(belongs_to))
        };
        let mut blocks = vec![belongs, prose(self.profile.passage("together"))];
        blocks.retain(|block| !block.is_empty());
        // The heading says something by itself.
        let heading = format!("## {}", (self.words.course)(Course::Together));
        [vec![heading], blocks].concat()
    }

    fn council(&self, contact: &str) -> Vec<String> {
        let contact_label = (self.words.field)("profile", records::CONTACT);
        let mut blocks = vec![
            prose(self.profile.council()),
            headed(contact_label, &prose(contact)).unwrap_or_default(),
        ];
        blocks.retain(|block| !block.is_empty());
        blocks.extend(self.passage("###", "influence"));
        section("##", self.words.council, blocks)
    }

    fn point(&self, point: &str) -> Vec<String> {
        let passages = |parts: &[&str]| -> Vec<String> {
            let parts = parts.iter().map(|part| format!("{point}/{part}"));
            parts.flat_map(|part| self.passage("###", &part)).collect()
        };
        let mut blocks = passages(&["today", "strengths", "weaknesses", "wishes"]);
        for aim in [Aim::Today, Aim::Wished] {
            let reason = prose(self.profile.reason(point, aim));
            let heading = rating_field(records::REASON, aim, self.words);
            let reason = if reason.is_empty() { Vec::new() } else { vec![reason] };
            blocks.extend(section("###", &heading, reason));
        }
        let challenge = ["challenge", "challenge-why", "challenge-proposal", "challenge-answer"];
        blocks.extend(passages(&["plan"]));
        blocks.extend(passages(&challenge));
        if point == "8a7" {
            blocks.extend(self.partners());
        }
        section("##", &format!("{point} {}", (self.label)(point)), blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Value, sorted::Sorted};

    fn labels(id: &str) -> String {
        let label = match id {
            "8a1" => "Identitet",
            "8a4" => "Infrastruktur",
            "8a7" => "Partnerskaber og foreningsliv",
            "5d" => "Flere på cykel",
            _ => "Navn",
        };
        label.into()
    }

    fn check(texts: &str, contact: Option<&str>, expected: &str) {
        let profile = Profile::parse(texts).unwrap();
        let told = markdown(&profile, contact, labels, "23. nov. 2026", Language::Da);
        assert_eq!(told, expected, "{told}");
    }

    const FULL: &str = r#"{
            "profile/name": "Mosbæk og Tved", "profile/place_kind": "cluster",
            "profile/pitch": "To byer om én å.\nHer hilser vi.", "profile/council": "Mosbæk-Tved Lokalråd",
            "profile/map": "https://kort.example/?a=1&b=2", "profile/plan_link": "javascript:alert(1)",
            "process/stage": "adopted", "process/begun": "2022-09", "process/hearing_to": "først på året",
            "process/adopted": "2023-09-05",
            "passage/members": "Mosbæk\nTved", "passage/influence": "Vi høres om *alle* planer.",
            "passage/vision": "Åen er vores.\nIngen flytter for skolens skyld.\n\n- Heller ikke du.",
            "passage/values": "Nærhed", "passage/known": "Sankthans ved åen",
            "passage/history": "Møllen er fra 1742.", "passage/heritage": "Møllen og dæmningen.",
            "passage/background": "Tre borgermøder.", "passage/carried": "Vi ses hver marts.",
            "passage/sources": "Kirkebogen\nDanmarks Statistik",
            "figure/f1/name": "Indbyggere", "figure/f1/amount": "1240", "figure/f1/unit": "personer",
            "figure/f1/year": "2023", "figure/f1/source": "Danmarks Statistik", "figure/f1/link": "https://tal.example",
            "figure/f1/wished": "1300", "figure/f1/wished_by": "2030-H1",
            "figure/f2/name": "Afstand | til byen", "figure/f2/amount": "cirka 12", "figure/f2/unit": "km",
            "rating/8a1/now/tally": "0,0,3,5,1,0,0", "rating/8a1/now/reason": "Få kender os.",
            "rating/8a1/wished/rated": "6", "rating/8a1/wished/reason": "Åen kan mere.",
            "passage/8a1/today": "To byer, ét fællesskab.", "passage/8a1/strengths": "Åen",
            "passage/8a1/weaknesses": "Skiltene", "passage/8a1/wishes": "Et navn at huske",
            "passage/8a4/plan": "Ingen cykelsti.", "passage/8a4/challenge": "Det vil vi have ændret.",
            "passage/8a4/challenge-why": "Børnene cykler alligevel.",
            "passage/8a4/challenge-proposal": "En sti på 2 km.", "passage/8a4/challenge-answer": "Afventer.",
            "partner/p1/name": "Ådal", "partner/p1/about": "Hallen.\n\nOg bussen.",
            "action/a1/what": "Maling af broen", "action/a1/order": "2",
            "action/a2/what": "Sti langs åen", "action/a2/order": "1", "action/a2/state": "under_way",
            "action/a2/why": "Vejen er smal.", "action/a2/who": "Stilauget", "action/a2/time": "forår 2027",
            "action/a2/cost": "1200000", "action/a2/funding": "Landsbypuljen",
            "action/a2/link": "https://sti.example",
            "thread/a2/5d": "5d", "thread/a2/8a4": "8a4"}"#;

    const FULL_TOLD: &str = r"# Mosbæk og Tved

Landsbyklynge · Vedtaget · Arbejdet begyndte: sep. 2022 · Høring til: først på året · Vedtaget den: 5. sep. 2023 · Næste revision: 5. sep. 2025

**Stederne i klyngen:** Mosbæk, Tved

[Link til kort](<https://kort.example/?a=1&b=2>)

> To byer om én å.\
> Her hilser vi.

## Lokalrådet

Mosbæk-Tved Lokalråd

**Kontakt til lokalrådet:** Ring 12 34\
56 78

### Indflydelse og aftaler

Vi høres om \*alle\* planer.

## Vores vision

Åen er vores.\
Ingen flytter for skolens skyld.

\- Heller ikke du.

## Vores værdier

Nærhed

## Det vil vi kendes for

Sankthans ved åen

## Nøgletal

| Navn | Antal | År | Måltal | Kilde |
| --- | --- | --- | --- | --- |
| Indbyggere | 1.240 personer | 2023 | 1.300 (1. halvår 2030) | [Danmarks Statistik](<https://tal.example>) |
| Afstand \| til byen | cirka 12 km |  |  |  |

## Kompas

| Punkt | I dag | Ønsket |
| --- | --- | --- |
| 8a1 Identitet | 3,8 af 7 (9 personer, 3–5) | 6 af 7 |
| 8a2 Navn | Ikke vurderet | Ikke vurderet |
| 8a3 Navn | Ikke vurderet | Ikke vurderet |
| 8a4 Infrastruktur | Ikke vurderet | Ikke vurderet |
| 8a5 Navn | Ikke vurderet | Ikke vurderet |
| 8a6 Navn | Ikke vurderet | Ikke vurderet |
| 8a7 Partnerskaber og foreningsliv | Ikke vurderet | Ikke vurderet |

## 8a1 Identitet

### Sådan er det i dag

To byer, ét fællesskab.

### Styrker

Åen

### Svagheder

Skiltene

### Ønsker

Et navn at huske

### Begrundelse (i dag)

Få kender os.

### Begrundelse (ønsket)

Åen kan mere.

## 8a4 Infrastruktur

### Det siger planen

Ingen cykelsti.

### Det udfordrer vi

Det vil vi have ændret.

### Derfor udfordrer vi det

Børnene cykler alligevel.

### Vores forslag

En sti på 2 km.

### Kommunens svar

Afventer.

## 8a7 Partnerskaber og foreningsliv

### Partnerskaber

- **Ådal**: Hallen.

  Og bussen.

## Handlingsplan

1. **Sti langs åen** – I gang

   Vejen er smal.

   - Hvem: Stilauget
   - Hvornår: forår 2027
   - Udgift: 1.200.000 kr.
   - Finansiering: Landsbypuljen
   - Den røde tråd: 5d Flere på cykel · 8a4 Infrastruktur
   - [Læs mere](<https://sti.example>)

2. **Maling af broen**

## Stedets historie

Møllen er fra 1742.

## Kulturarv og bevaring

Møllen og dæmningen.

## Sådan blev profilen til

Tre borgermøder.

## Sådan føres profilen ud i livet

Vi ses hver marts.

## Kilder

Kirkebogen\
Danmarks Statistik

---

Skrevet med Pejlemærke, 23. nov. 2026
";

    #[test]
    fn a_full_profile_reads_from_the_place_to_its_sources() {
        check(FULL, Some("Ring 12 34\n56 78"), FULL_TOLD);
    }

    #[test]
    fn an_empty_profile_says_nothing_but_that_it_is_a_draft() {
        let expected =
            "# Sted uden navn\n\nKladde\n\n---\n\nSkrevet med Pejlemærke, 23. nov. 2026\n";
        check("{}", None, expected);
        check(r#"{"profile/name":"\u0001","passage/vision":"\n"}"#, Some(" "), expected);
    }

    #[test]
    fn a_place_that_belongs_to_another_says_so_with_what_it_is() {
        check(
            r#"{"profile/name":"Tved","profile/place_kind":"village","profile/course":"together","profile/belongs_to":"Mosbæk","passage/together":"Skolen er fælles."}"#,
            None,
            "# Tved\n\nLandsby · Kladde\n\n## Et sted at bo – sammen med en naboby\n\nHører til Mosbæk\n\nSkolen er fælles.\n\n---\n\nSkrevet med Pejlemærke, 23. nov. 2026\n",
        );
    }

    #[test]
    fn typed_signs_change_nothing_about_how_the_page_is_built() {
        let parts = [
            "profile/name",
            "profile/pitch",
            "passage/vision",
            "passage/8a1/today",
            "action/a/what",
            "action/a/who",
            "action/a/why",
            "partner/p/name",
            "partner/p/about",
            "figure/f/name",
            "figure/f/source",
        ];
        let page = |typed: &str| {
            let mut profile = Sorted::default();
            profile.extend(parts.map(|part| (part.to_owned(), typed.into())));
            let profile = Profile::parse(&Value::Map(profile).to_string()).unwrap();
            markdown(&profile, Some(typed), labels, typed, Language::En)
        };
        // Built the same way: the same lines are headings, list items, quotes and rows of a table.
        let built = |page: &str| -> Vec<String> {
            let marks = [
                "# ", "## ", "### ", "- ", "+ ", "1. ", "2) ", "> ", "| ", "--", "==", "``", "~~",
                "<", "[", "![",
            ];
            let mark = |line: &str| {
                marks.iter().find(|mark| line.trim_start().starts_with(**mark)).copied()
            };
            page.lines().filter_map(mark).map(str::to_owned).collect()
        };
        let plain = built(&page("Sti"));
        for hostile in [
            "# a",
            "- a",
            "+ a",
            "1. a",
            "2) a",
            "> a",
            "| a | b |",
            "---",
            "===",
            "```",
            "~~~",
            "<b>",
            "[a](https://a.dk)",
            "![a](b)",
            "**a",
            "a**",
            "\\",
            "a\\",
            "\tx",
            "&lt;",
            "a\u{0}\u{1b}b",
        ] {
            let page = page(hostile);
            assert_eq!(built(&page), plain, "{page}");
        }
    }
}
