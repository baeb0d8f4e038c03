//! What people vote on: ids of the vision's items, kept as one text with blanks between.

/// So many items can stand in one activity: more than there are goals.
const MOST: usize = 100;

/// The ids in a text of [`super::records::ITEMS`].
#[must_use]
pub fn items(text: &str) -> Vec<String> {
    text.split_ascii_whitespace().map(str::to_owned).collect()
}

/// Whether a text is ids with a blank between each two: letters, digits and hyphens, each id once.
#[must_use]
pub fn are_items(text: &str) -> bool {
    let ids: Vec<&str> = text.split_ascii_whitespace().collect();
    let is_id = |id: &str| {
        id.len() <= 40 && id.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-')
    };
    let is_single = |(at, id): (usize, &&str)| !ids.iter().take(at).any(|other| other == id);
    ids.len() <= MOST
        && ids.join(" ") == text
        && ids.iter().all(|id| is_id(id))
        && ids.iter().enumerate().all(is_single)
}

/// The text with these ids.
#[must_use]
pub fn text(ids: &[String]) -> String {
    ids.join(" ")
}

/// A text as it fits in a field of one line, of at most so many characters.
#[must_use]
pub fn line(text: &str, most: usize) -> String {
    let plain = |sign| if matches!(sign, '\n' | '\r') { ' ' } else { sign };
    text.trim().chars().map(plain).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_as_they_are_written() {
        let ids = ["8a1", "e6c", "8-r3"].map(str::to_owned);
        assert_eq!(items(&text(&ids)), ids);
        assert!(are_items(&text(&ids)) && are_items(""));
    }

    #[test]
    fn what_is_no_id_or_stands_twice_is_refused() {
        assert!(!are_items("8a1 8a1"));
        assert!(!are_items(" 8a1") && !are_items("8a1  8a2") && !are_items("8a1\n8a2"));
        assert!(!are_items("8a1,8a2"));
        assert!(!are_items(&"x".repeat(41)));
        assert!(!are_items(&(0..101).map(|at| format!("{at}")).collect::<Vec<_>>().join(" ")));
    }
}
