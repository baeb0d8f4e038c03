//! The entrance: what a file is, by its bytes. Names and types that come with a file are not believed.

use super::{LARGEST, Refused};

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// JSON: to be read by [`super::Reading`].
    File(String),
    /// A table: to be read by [`super::csv`].
    Sheet(String),
    /// Any other text: perhaps the council's own document.
    Document(String),
}

/// How files begin that are no text, and what they are.
const BEGINNINGS: [(&[u8], Refused); 22] = [
    (b"PK\x03\x04", Refused::Packed),
    (b"PK\x05\x06", Refused::Packed),
    (b"\x1f\x8b", Refused::Packed),
    (b"7z\xbc\xaf\x27\x1c", Refused::Packed),
    (b"Rar!", Refused::Packed),
    (b"BZh", Refused::Packed),
    (b"\xfd7zXZ", Refused::Packed),
    // The older office documents.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refused::Packed),
    (b"\x89PNG", Refused::Picture),
    (b"\xff\xd8\xff", Refused::Picture),
    (b"GIF8", Refused::Picture),
    (b"RIFF", Refused::Picture),
    (b"II*\0", Refused::Picture),
    (b"MM\0*", Refused::Picture),
    (b"\0\0\x01\0", Refused::Picture),
    (b"ID3", Refused::Picture),
    (b"OggS", Refused::Picture),
    (b"%PDF", Refused::Pdf),
    (b"\xff\xfe", Refused::OtherEncoding),
    (b"\xfe\xff", Refused::OtherEncoding),
    (b"\0\0\xfe\xff", Refused::OtherEncoding),
    (b"{\\rtf", Refused::Packed),
];

/// Says what a file is.
///
/// # Errors
/// When it is nothing that this app can read, with the reason.
pub fn enter(bytes: Vec<u8>) -> Result<Entered, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    if let Some((_, refused)) = BEGINNINGS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err(refused.clone());
    }
    // Pictures and films of newer kinds name themselves after the length of their first part.
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(Refused::Picture);
    }
    check_signs(&bytes)?;
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => of_windows(error.as_bytes()).ok_or(Refused::NotUtf8)?,
    };
    while text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    let start = text.trim_start();
    let has = |begin: &str| {
        start.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
    };
    if start.is_empty() {
        Err(Refused::Empty)
    } else if start.starts_with(['{', '[']) {
        Ok(Entered::File(text))
    } else if ["<!doctype", "<html", "<?xml", "<svg", "<head", "<body", "<script"]
        .iter()
        .any(|tag| has(tag))
    {
        Err(Refused::WebPage)
    } else if is_sheet(start) {
        Ok(Entered::Sheet(text))
    } else {
        Ok(Entered::Document(text))
    }
}

/// Text has no control signs but those that end lines, pages and cells. Where every second byte is
/// zero it is text of another encoding.
fn check_signs(bytes: &[u8]) -> Result<(), Refused> {
    let is_control =
        |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | 0xb | 0xc | b'\r' | 0x1b);
    let Some(control) = bytes.iter().find(|byte| is_control(byte)) else { return Ok(()) };
    let begin = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let mostly_zero = |rest: usize| {
        let (zeros, others): (Vec<&u8>, Vec<&u8>) =
            begin.iter().skip(rest).step_by(2).partition(|byte| **byte == 0);
        zeros.len() + others.len() > 1 && zeros.len() > others.len()
    };
    let is_other = *control == 0 && mostly_zero(0) != mostly_zero(1);
    Err(if is_other { Refused::OtherEncoding } else { Refused::NotText })
}

/// The signs of Windows-1252 from 0x80 to 0x9f, as the Encoding Standard (WHATWG) has them.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A table or document that was saved in Windows-1252, as Danish spreadsheets and older programs do.
/// JSON is always UTF-8 (RFC 8259): with other bytes in it, it is damaged.
fn of_windows(bytes: &[u8]) -> Option<String> {
    let begin = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    // A byte order mark of UTF-8 promises UTF-8.
    if matches!(begin, Some(b'{' | b'[')) || bytes.starts_with(b"\xef\xbb\xbf") {
        return None;
    }
    let sign = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(*byte),
    };
    Some(bytes.iter().map(sign).collect())
}

/// Whether a text is a table: its first lines have the same separator, and equally often.
fn is_sheet(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    if first.to_ascii_lowercase().starts_with("sep=") {
        return true;
    }
    let second = lines.next();
    [';', '\t', ','].into_iter().any(|separator| {
        let cells = first.matches(separator).count();
        // A comma is common in sentences; headers are short.
        let is_header = separator != ',' || first.split(',').all(|cell| cell.trim().len() <= 40);
        let is_like = |line: &str| line.matches(separator).count() * 2 >= cells;
        cells > 0 && is_header && second.is_none_or(is_like)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &Result<&str, Refused>) {
        let found = enter(bytes.to_vec()).map(|entered| match entered {
            Entered::File(_) => "file",
            Entered::Sheet(_) => "sheet",
            Entered::Document(_) => "document",
        });
        assert_eq!(found.as_ref(), expected.as_ref(), "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn a_file_is_known_by_its_content() {
        for text in ["{}", " \n[", "\u{feff}{\"a\": 1}"] {
            check(text.as_bytes(), &Ok("file"));
        }
        for text in ["dato;værdi\n2018;91\n", "Year,Value\n2018,91", "a\tb", "sep=;\na;b"] {
            check(text.as_bytes(), &Ok("sheet"));
        }
        for text in [
            "Vision 2021\n\nMål og midler",
            "Byrådet har vedtaget en vision, og den gælder for alle i kommunen, store som små\nog",
            "x",
        ] {
            check(text.as_bytes(), &Ok("document"));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_what_it_is() {
        check(b"", &Err(Refused::Empty));
        check(b" \r\n ", &Err(Refused::Empty));
        check("\u{feff}".as_bytes(), &Err(Refused::Empty));
        check(b"PK\x03\x04\x14", &Err(Refused::Packed));
        check(b"\x89PNG\r\n", &Err(Refused::Picture));
        check(b"\0\0\0\x18ftypheic", &Err(Refused::Picture));
        check(b"%PDF-1.7", &Err(Refused::Pdf));
        check(b"<!DOCTYPE html>", &Err(Refused::WebPage));
        check(b"\xff\xfe{\0}\0", &Err(Refused::OtherEncoding));
        check(b"{\0}\0\n\0", &Err(Refused::OtherEncoding));
        check(b"\0{\0}\0\n", &Err(Refused::OtherEncoding));
        check(b"{\"a\": \"\0\"}", &Err(Refused::NotText));
        check(b"{\"a\": \"\x01\"}", &Err(Refused::NotText));
        check(b"{\"a\": \"m\xe5l\"}", &Err(Refused::NotUtf8));
    }

    #[test]
    fn tables_and_documents_of_older_programs_are_read_in_their_encoding() {
        let read = enter(b"m\xe5l;v\xe6rdi\n1e;\x80 5".to_vec());
        assert_eq!(read, Ok(Entered::Sheet("mål;værdi\n1e;€ 5".into())));
        assert_eq!(WINDOWS.chars().count(), 32);
    }

    #[test]
    fn the_largest_file_is_let_in_and_a_larger_one_is_not() {
        assert_eq!(enter(vec![b' '; LARGEST]), Err(Refused::Empty));
        assert_eq!(enter(vec![b' '; LARGEST + 1]), Err(Refused::TooLarge));
    }
}
