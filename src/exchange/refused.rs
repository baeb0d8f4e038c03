//! Why something is not taken in.

use crate::value::JsonError;

/// A larger file is refused before it is read, in bytes.
pub const LARGEST: usize = 50_000_000;

/// Why a file is not taken in. Nothing was written then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// Other files are packed in it, as in a zip, a spreadsheet or an office document.
    Packed,
    /// It is a picture, a film or a sound.
    Picture,
    /// It is a PDF.
    Pdf,
    /// It is a web page, or of the same family.
    WebPage,
    /// It is text in an encoding other than UTF-8: UTF-16 or UTF-32.
    OtherEncoding,
    /// It is perhaps text, but not in UTF-8.
    NotUtf8,
    /// It is no text.
    NotText,
    /// It begins like JSON and is none, or none that can be taken in.
    NotJson(JsonError),
    /// It is JSON, but no file of this app.
    NotOurs,
    /// It is about another vision: its name.
    OtherVision(String),
    /// A newer app wrote it.
    Newer,
    /// A record is damaged: its place in the file, from 1, and what is wrong.
    Damaged(usize, String),
}

impl From<JsonError> for Refused {
    fn from(error: JsonError) -> Self {
        Self::NotJson(error)
    }
}
