//! A picture of a vote as a file of its own, and its table for a spreadsheet.
//!
//! Sizes are px of the `viewBox`; y grows downwards. All but the length of a bar are whole numbers, so
//! that every reader of pictures knows them. Whatever people wrote gets into the file in one way alone,
//! as the text of an element with the signs of XML written out; from colours nothing is taken that
//! could end an attribute.

mod letters;
#[cfg(test)]
mod reading;

use crate::measure::paste::safe_cell;
use letters::{END, FOOTER, Face, LABEL, SUBTITLE, TITLE, VALUE, count_face, on_one_line, wrap};

/// The width of the picture, and the empty edge around it.
const WIDTH: u64 = 800;
const EDGE: u64 = 32;
/// What is left for lines of text.
const ROOM: u64 = WIDTH - 2 * EDGE;
/// The longest bar, with room for its value behind it.
const LONGEST: f64 = 600.0;
/// A bar is seen, if it is longer than nothing.
const SHORTEST: f64 = 2.0;
/// How thick a bar is, and how far the line at its beginning stands out above and below.
const THICK: u64 = 18;
const OUT: u64 = 3;
/// Between a text and what belongs to it, between a bar and its value, and between two rows.
const NEAR: u64 = 6;
const BESIDE: u64 = 10;
const APART: u64 = 20;
/// The room of each end of a scale, left and right of its columns.
const END_ROOM: u64 = 24;
/// The room of a column and its count, how wide the column is in it, and how tall the tallest is.
const SLOT: u64 = 56;
const WIDE: u64 = 36;
const TALLEST: u64 = 48;
/// From the foot of a column to what its count stands on, and to the end of the row.
const COUNT_RISE: u64 = 18;
const COUNT_ROOM: u64 = 22;
/// Sets a text with its middle at its x.
const MIDDLE: &str = " text-anchor=\"middle\"";
/// Draws a line on whole px.
const SHARP: &str = "shape-rendering=\"crispEdges\"";
/// System letters. Their names are in quotation marks of another kind than the attribute is.
const FAMILY: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif";

/// One row of the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// What was voted on.
    pub label: String,
    /// What the vote came to, as it is shown: `12`, `4,8`, `67 %`.
    pub value: String,
    /// How long the bar is, up to 1 for the widest of the picture.
    pub share: f64,
    /// How many gave which rating from 1 to 7. Then seven columns stand in place of the bar.
    pub spread: Option<[u32; 7]>,
}

/// The colours of the picture, as a browser computes them from the tokens: `#0b5560`,
/// `rgb(11, 85, 96)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// Of what everything stands on.
    pub paper: String,
    /// Of text.
    pub ink: String,
    /// Of text and lines that stand back.
    pub quiet: String,
    /// Of bars and columns.
    pub bar: String,
}

impl Colours {
    /// Paper, ink, quiet and bar. Where one of them is no colour, all are black on white: were it
    /// replaced alone, it could be the colour of what it stands on.
    fn fit(&self) -> [&str; 4] {
        let all = [&self.paper, &self.ink, &self.quiet, &self.bar].map(String::as_str);
        if all.into_iter().all(is_colour) { all } else { ["white", "black", "black", "black"] }
    }
}

/// Whether a text holds only signs that colours are written with.
fn is_colour(text: &str) -> bool {
    let is_fit = |sign: char| sign.is_ascii_alphanumeric() || "#(),.% -".contains(sign);
    !text.trim().is_empty() && text.chars().all(is_fit)
}

/// A picture of a vote as the text of an SVG file: a title, a subtitle that says how many voted on
/// what, a row for each bar, and a footer with source and date. What is empty takes no room; a text
/// that is too long for its lines ends with "…".
#[must_use]
pub fn picture(
    title: &str,
    subtitle: &str,
    bars: &[Bar],
    colours: &Colours,
    footer: &str,
) -> String {
    let [paper, ink, quiet, bar] = colours.fit();
    let mut sheet = Sheet { y: EDGE, drawn: String::new(), quiet, bar };
    sheet.lines(title, &TITLE);
    sheet.y += NEAR;
    sheet.lines(subtitle, &SUBTITLE);
    sheet.horizon();
    for one in bars {
        sheet.row(one);
    }
    if !bars.is_empty() {
        sheet.horizon();
    }
    sheet.lines(footer, &FOOTER);
    let (height, drawn, name) = (sheet.y + EDGE, sheet.drawn, on_one_line(title));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\" font-family=\"{FAMILY}\" \
         fill=\"{ink}\">\n<title>{name}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{paper}\"/>\n{drawn}</svg>\n"
    )
}

/// What is drawn so far, from above.
struct Sheet<'a> {
    /// The upper edge of what comes next.
    y: u64,
    drawn: String,
    quiet: &'a str,
    bar: &'a str,
}

impl Sheet<'_> {
    fn draw(&mut self, element: &str) {
        self.drawn.push_str(element);
        self.drawn.push('\n');
    }

    /// Lines of text at the left edge, one below the other.
    fn lines(&mut self, text: &str, face: &Face) {
        for line in wrap(text, face) {
            self.text(EDGE, self.y + face.size, &line, face, "");
            self.y += face.line;
        }
    }

    /// One line of text that stands on `y`, set as the attributes say.
    fn text(&mut self, x: u64, y: u64, text: &str, face: &Face, attributes: &str) {
        let bold = if face.is_bold { " font-weight=\"700\"" } else { "" };
        let fill = if face.is_quiet { format!(" fill=\"{}\"", self.quiet) } else { String::new() };
        let (size, text) = (face.size, on_one_line(text));
        self.draw(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{fill}{attributes}>{text}</text>"
        ));
    }

    /// The value of a row, if it has one.
    fn value(&mut self, x: u64, y: u64, value: &str, attributes: &str) {
        if let Some(line) = wrap(value, &VALUE).first() {
            self.text(x, y, line, &VALUE, attributes);
        }
    }

    fn stroke(&mut self, path: &str) {
        self.draw(&format!("<path d=\"{path}\" stroke=\"{}\" {SHARP}/>", self.quiet));
    }

    /// A thin line from edge to edge, above and below the rows.
    fn horizon(&mut self) {
        self.y += BESIDE;
        self.stroke(&format!("M{EDGE} {}h{ROOM}", self.y));
        self.y += APART;
    }

    fn row(&mut self, one: &Bar) {
        self.draw("<g>");
        self.lines(&one.label, &LABEL);
        self.y += NEAR;
        match &one.spread {
            Some(counts) => self.columns(counts, &one.value),
            None => self.bar(one.share, &one.value),
        }
        self.draw("</g>");
        self.y += APART;
    }

    /// A bar with its value at its end.
    fn bar(&mut self, share: f64, value: &str) {
        let (top, length) = (self.y + OUT, length(share));
        if length > 0.0 {
            self.draw(&format!(
                "<rect x=\"{EDGE}\" y=\"{top}\" width=\"{length:.2}\" height=\"{THICK}\" \
                 fill=\"{}\"/>",
                self.bar
            ));
        }
        self.stroke(&format!("M{EDGE} {}v{}", self.y, THICK + 2 * OUT));
        let moved = format!(" dx=\"{length:.2}\"");
        self.value(EDGE + BESIDE, top + THICK - 4, value, &moved);
        self.y = top + THICK + OUT;
    }

    /// Seven columns on a line between the ends of the scale, and the count under each.
    fn columns(&mut self, counts: &[u32; 7], value: &str) {
        let foot = self.y + TALLEST;
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        let first = EDGE + END_ROOM;
        let mut x = first;
        for (rating, count) in (1..=7).zip(counts) {
            // Rounded up, so that one vote among many is seen.
            let tall = (u64::from(*count) * TALLEST).div_ceil(u64::from(most));
            if tall > 0 {
                let (left, top) = (x + (SLOT - WIDE) / 2, foot - tall);
                self.draw(&format!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{WIDE}\" height=\"{tall}\" \
                     fill=\"{}\"><title>{rating}: {count}</title></rect>",
                    self.bar
                ));
            }
            let count = count.to_string();
            self.text(x + SLOT / 2, foot + COUNT_RISE, &count, &count_face(&count), MIDDLE);
            x += SLOT;
        }
        self.stroke(&format!("M{first} {foot}H{x}"));
        self.text(first - END_ROOM / 2, foot, "1", &END, MIDDLE);
        self.text(x + END_ROOM / 2, foot, "7", &END, MIDDLE);
        self.value(x + END_ROOM + BESIDE, foot, value, "");
        self.y = foot + COUNT_ROOM;
    }
}

/// How long a bar is; what is no number has none.
fn length(share: f64) -> f64 {
    // A comparison with what is no number is false.
    if share > 0.0 { (share.min(1.0) * LONGEST).max(SHORTEST) } else { 0.0 }
}

/// A table for a spreadsheet: a line for the heads and one for each row, their cells with semicolons
/// between them.
#[must_use]
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut lines = line(head.iter().copied());
    for row in rows {
        lines.push_str(&line(row.iter().map(String::as_str)));
    }
    lines
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(safe_cell).collect::<Vec<_>>().join(";") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use reading::{Tag, bands, read};

    fn colours() -> Colours {
        let [paper, ink, quiet, bar] =
            ["#f7f5ef", "rgb(16, 38, 46)", "color(srgb 0.28 0.35 0.38)", "#0b5560"];
        let own = str::to_owned;
        Colours { paper: own(paper), ink: own(ink), quiet: own(quiet), bar: own(bar) }
    }

    fn bar(label: &str, value: &str, share: f64) -> Bar {
        Bar { label: label.to_owned(), value: value.to_owned(), share, spread: None }
    }

    fn spread(label: &str, counts: [u32; 7]) -> Bar {
        Bar { spread: Some(counts), ..bar(label, "4,8", 0.5) }
    }

    fn drawn(bars: &[Bar]) -> String {
        picture("Hvad er vigtigst?", "12 stemmer", bars, &colours(), "Borgermøde, 3. maj 2026")
    }

    #[test]
    fn a_picture_has_title_subtitle_rows_and_footer() {
        let check = |bars: &[Bar], expected: &str| {
            let tags = read(&drawn(bars)).into_iter().filter(|tag| tag.name == "text");
            assert_eq!(tags.map(|tag| tag.text).collect::<Vec<_>>().join("|"), expected);
        };
        check(&[], "Hvad er vigtigst?|12 stemmer|Borgermøde, 3. maj 2026");
        check(
            &[bar("En bro", "12", 1.0), bar("", "", 0.5), spread("Åen", [0, 0, 1, 2, 5, 0, 0])],
            "Hvad er vigtigst?|12 stemmer|En bro|12|Åen|0|0|1|2|5|0|0|1|7|4,8|\
             Borgermøde, 3. maj 2026",
        );
        // The picture, its name, its paper and the line below the title.
        assert_eq!(read(&picture("", "", &[], &colours(), "")).len(), 4);
    }

    const SHARES: [f64; 8] = [0.0, 0.3, 1.0, f64::NAN, f64::INFINITY, -1e300, 1e-300, 0.123_456_7];
    const COUNTS: [u32; 6] = [0, 1, 12, 300, 100_000, u32::MAX];

    #[test]
    fn whatever_is_voted_on_nothing_overlaps_or_stands_outside() {
        let labels = [
            String::new(),
            "Bro".to_owned(),
            "W".repeat(300),
            "i".repeat(5000),
            "langt ord ".repeat(30),
            "🏠\u{fe0f}\u{200d}".repeat(80),
            "e\u{301}".repeat(400),
        ];
        let mut seed = 7_u64;
        let mut below = |end: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
            usize::try_from(seed >> 33).unwrap() % end
        };
        for count in [0, 1, 2, 3, 10, 300] {
            let mut bars = Vec::new();
            let mut before = 0.0;
            for _ in 0..count {
                bars.push(Bar {
                    label: labels[below(7)].clone(),
                    value: labels[below(7)].clone(),
                    share: SHARES[below(8)],
                    spread: (below(2) == 0).then(|| [(); 7].map(|()| COUNTS[below(6)])),
                });
            }
            let title = &labels[below(7)];
            let tags = read(&picture(title, &labels[below(7)], &bars, &colours(), title));
            tags.iter().for_each(check_numbers);
            let bands = bands(&tags);
            assert_eq!(bands.iter().filter(|band| band.is_row).count(), count);
            for band in &bands {
                assert!(band.top >= before, "{band:?}");
                before = band.bottom;
                for (index, one) in band.boxes.iter().enumerate() {
                    assert!(one.left >= 0.0 && one.right <= 800.0, "{one:?}");
                    assert!(!band.boxes.iter().skip(index + 1).any(|other| one.overlaps(other)));
                }
            }
            assert!(before <= tags[0].number("height"));
        }
    }

    fn check_numbers(tag: &Tag) {
        for (_, value) in &tag.attributes {
            let is_finite = value.parse().is_ok_and(f64::is_finite);
            assert!(is_finite || value.parse::<f64>().is_err(), "{tag:?}");
            let decimals = value.split_once('.').map_or("", |(_, decimals)| decimals);
            assert!(!is_finite || decimals.len() <= 2, "{tag:?}");
        }
    }

    #[test]
    fn each_row_makes_the_picture_taller() {
        let height = |count: usize| {
            let bars = vec![bar("En bro", "12", 0.5); count];
            read(&drawn(&bars))[0].number("height")
        };
        assert!((0..20).all(|count| height(count) + 60.0 < height(count + 1)));
        let long = bar(&"lang ".repeat(60), "12", 0.5);
        assert!(read(&drawn(&[long]))[0].number("height") > height(1));
        assert!(height(300) > 18_000.0);
    }

    #[test]
    fn whatever_is_written_stays_text() {
        let hostile = "</text><script>x(\"1\")</script>&lt;]]>\0\u{8}\u{85}\u{fffe}<!--' on=\"";
        let shown = "</text><script>x(\"1\")</script>&lt;]]> <!--' on=\"";
        let bars = [bar(hostile, "<b a=\"\">", 1.0)];
        let file = picture(hostile, hostile, &bars, &colours(), hostile);
        let tags = read(&file);
        let names = ["svg", "title", "rect", "g", "path", "text"];
        assert!(tags.iter().all(|tag| names.contains(&tag.name.as_str())), "{file}");
        let found: Vec<&str> =
            tags.iter().filter(|tag| tag.text.len() > 1).map(|tag| tag.text.as_str()).collect();
        assert_eq!(found, [shown, shown, shown, shown, "<b a=\"\">", shown]);
    }

    #[test]
    fn a_colour_that_is_none_makes_all_black_on_white() {
        let check = |paper: &str, expected: [&str; 2]| {
            let colours = Colours { paper: paper.to_owned(), ..colours() };
            let tags = read(&picture("T", "", &[], &colours, ""));
            assert_eq!([tags[0].get("fill").unwrap(), tags[2].get("fill").unwrap()], expected);
        };
        check("#ffF", ["rgb(16, 38, 46)", "#ffF"]);
        check("hsl(20.5deg, 10%, -1%)", ["rgb(16, 38, 46)", "hsl(20.5deg, 10%, -1%)"]);
        for broken in ["", "  ", "red\" onload=\"x()", "url(//a.dk)", "red;", "<", "&#34;", "rød"]
        {
            check(broken, ["black", "white"]);
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let check = |share: f64, expected: f64| {
            let tags = read(&drawn(&[bar("Bro", "12", share)]));
            let found = tags.iter().find(|tag| tag.name == "rect" && tag.depth == 2);
            assert!((found.map_or(0.0, |tag| tag.number("width")) - expected).abs() < 0.01);
            let value = tags.iter().find(|tag| tag.text == "12").unwrap();
            assert!((value.number("dx") - expected).abs() < 0.01, "{share}");
        };
        check(1.0, 600.0);
        check(1.0 / 3.0, 200.0);
        check(1e-9, 2.0);
        check(0.0, 0.0);
        check(-0.5, 0.0);
        check(f64::NAN, 0.0);
        check(f64::NEG_INFINITY, 0.0);
        check(f64::INFINITY, 600.0);
    }

    #[test]
    fn a_column_is_as_tall_as_its_count_and_one_vote_is_seen() {
        let check = |counts: [u32; 7], expected: &[f64]| {
            let tags = read(&drawn(&[spread("Bro", counts)]));
            let columns = tags.iter().filter(|tag| tag.name == "rect" && tag.depth == 2);
            let found: Vec<f64> = columns.map(|tag| tag.number("height")).collect();
            assert_eq!(found, expected, "{counts:?}");
        };
        check([0; 7], &[]);
        check([1, 0, 2, 4, 0, 0, 0], &[12.0, 24.0, 48.0]);
        check([u32::MAX, 1, 0, 0, 0, 0, 0], &[48.0, 1.0]);
    }

    #[test]
    fn a_table_is_cells_by_semicolons_and_ends_with_a_line() {
        let rows = [vec!["=1+1".to_owned(), "4,8".to_owned()], vec!["En; to\n\"tre\"".to_owned()]];
        let expected = "Emne;Stemmer\n'=1+1;\"4,8\"\n\"En; to \"\"tre\"\"\"\n";
        assert_eq!(table(&["Emne", "Stemmer"], &rows), expected);
        assert_eq!(table(&["Emne"], &[]), "Emne\n");
    }
}
