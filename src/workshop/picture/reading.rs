//! Reading a picture in tests, as strictly as a reader of XML.

use super::letters::{is_mark, text_width};

/// An element: its name, its attributes, the text right behind its start, and how many are around it.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
    pub(super) depth: usize,
}

/// The rectangle that an element fills.
#[derive(Clone, Debug)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A row, or a line of text above or below the rows.
#[derive(Debug)]
pub(super) struct Band {
    pub(super) is_row: bool,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) boxes: Vec<Area>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// A number, 0 where none is said.
    pub(super) fn number(&self, name: &str) -> f64 {
        self.get(name).map_or(0.0, |value| value.parse().unwrap())
    }

    fn area(&self) -> Option<Area> {
        let (x, y) = (self.number("x") + self.number("dx"), self.number("y"));
        let (width, height) = (self.number("width"), self.number("height"));
        match self.name.as_str() {
            "rect" => Some(Area { left: x, right: x + width, top: y, bottom: y + height }),
            "text" => {
                let size = self.number("font-size");
                let seen: String = self.text.chars().filter(|one| !is_mark(*one)).collect();
                let width = f64::from(u32::try_from(text_width(&seen)).unwrap()) * size / 100.0;
                let is_middle = self.get("text-anchor") == Some("middle");
                let left = if is_middle { x - width / 2.0 } else { x };
                let (right, top) = (left + width, y - size);
                Some(Area { left, right, top, bottom: y + size / 4.0 })
            }
            _ => None,
        }
    }
}

/// The elements of a file, in which every start has its end and all is inside of one element.
pub(super) fn read(file: &str) -> Vec<Tag> {
    let is_forbidden =
        |sign: char| (sign.is_control() && sign != '\n') || matches!(sign, '\u{fffe}' | '\u{ffff}');
    assert!(!file.contains(is_forbidden), "{file:?}");
    let (mut tags, mut open): (Vec<Tag>, Vec<String>) = (Vec::new(), Vec::new());
    let mut parts = file.split('<');
    assert_eq!(parts.next(), Some(""));
    for part in parts {
        let (inside, text) = part.split_once('>').unwrap();
        assert!(!text.contains('>'), "{part}");
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{part}");
        } else {
            assert!(tags.is_empty() || !open.is_empty(), "{part}");
            let start = inside.strip_suffix('/');
            let (name, rest) = start.unwrap_or(inside).split_once(' ').unwrap_or((inside, ""));
            let (name, text) = (name.to_owned(), plain(text));
            if start.is_none() {
                open.push(name.clone());
            }
            let depth = open.len() - usize::from(start.is_none());
            tags.push(Tag { name, attributes: attributes(rest), text, depth });
        }
        assert!(!open.is_empty() || text == "\n", "{part}");
    }
    assert!(open.is_empty());
    tags
}

/// The attributes of an element, each once.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut pieces = text.split('"');
    while let Some(name) = pieces.next() {
        let Some(value) = pieces.next() else {
            assert_eq!(name, "", "{text}");
            break;
        };
        let name = name.trim().strip_suffix('=').unwrap();
        assert!(name.chars().all(|sign| sign.is_ascii_alphabetic() || sign == '-'), "{text}");
        assert!(!found.iter().any(|(other, _)| other == name), "{text}");
        found.push((name.to_owned(), plain(value)));
    }
    found
}

/// What a reader of XML makes of a text.
fn plain(text: &str) -> String {
    let mut parts = text.split('&');
    let mut read = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap();
        read.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => panic!("{part}"),
        });
        read.push_str(rest);
    }
    read
}

/// The rows and the lines around them, from above.
pub(super) fn bands(tags: &[Tag]) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    // The first elements are the picture, its name and its paper.
    for tag in tags.iter().skip(3) {
        let is_row = tag.name == "g";
        if is_row || (tag.name == "text" && tag.depth == 1) {
            bands.push(Band { is_row, top: f64::MAX, bottom: f64::MIN, boxes: Vec::new() });
        }
        if let (Some(area), Some(band)) = (tag.area(), bands.last_mut()) {
            band.top = band.top.min(area.top);
            band.bottom = band.bottom.max(area.bottom);
            band.boxes.push(area);
        }
    }
    bands
}
