//! What belongs together: the document's own references, read from one item's side.

use super::{Bilingual, Edition, Reference, ReferenceKind};

/// An item that belongs to another, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Related<'a> {
    /// The items on the other side, in the document's order of mention; empty where the reference
    /// leads outside the document or nowhere.
    pub items: Vec<&'a str>,
    /// The document's way of referring.
    pub kind: ReferenceKind,
    /// Whether it leads somewhere; none where that lies outside the document.
    pub resolves: Option<bool>,
    /// Why they belong together.
    pub reason: &'a Bilingual,
}

impl Edition {
    /// What an item refers to, what refers to it, and what says the same.
    #[must_use]
    pub fn related(&self, id: &str) -> Vec<Related<'_>> {
        self.references.iter().filter_map(|reference| seen_from(reference, id)).collect()
    }
}

fn seen_from<'a>(reference: &'a Reference, id: &str) -> Option<Related<'a>> {
    let names = |ids: &[String]| ids.iter().any(|other| other == id);
    let others = |ids: &'a [String]| {
        ids.iter().map(String::as_str).filter(|other| *other != id).collect::<Vec<_>>()
    };
    let items = match reference.kind {
        ReferenceKind::Repeat if names(&reference.from) => {
            let mut all = others(&reference.from);
            all.extend(others(&reference.to));
            all
        }
        ReferenceKind::Explicit | ReferenceKind::External if names(&reference.from) => {
            others(&reference.to)
        }
        ReferenceKind::Repeat | ReferenceKind::Explicit | ReferenceKind::External => {
            if !names(&reference.to) {
                return None;
            }
            others(&reference.from)
        }
    };
    Some(Related {
        items,
        kind: reference.kind,
        resolves: reference.resolves,
        reason: &reference.reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(kind: ReferenceKind, from: &[&str], to: &[&str]) -> Reference {
        let owned = |ids: &[&str]| ids.iter().map(ToString::to_string).collect();
        Reference {
            kind,
            from: owned(from),
            to: owned(to),
            adopted: String::new(),
            resolves: Some(true),
            reason: Bilingual { da: "fordi".into(), en: "because".into() },
        }
    }

    fn check(reference: &Reference, id: &str, expected: Option<&[&str]>) {
        assert_eq!(seen_from(reference, id).map(|related| related.items).as_deref(), expected);
    }

    #[test]
    fn a_reference_is_seen_from_both_its_sides() {
        let one = reference(ReferenceKind::Explicit, &["5-r3"], &["7a"]);
        check(&one, "5-r3", Some(&["7a"]));
        check(&one, "7a", Some(&["5-r3"]));
        check(&one, "7b", None);
    }

    #[test]
    fn items_that_repeat_each_other_each_see_all_the_others() {
        let repeat = reference(ReferenceKind::Repeat, &["1e", "3a", "13e"], &[]);
        check(&repeat, "3a", Some(&["1e", "13e"]));
    }

    #[test]
    fn a_reference_to_nowhere_is_still_told_of() {
        check(&reference(ReferenceKind::Explicit, &["1-r1"], &[]), "1-r1", Some(&[]));
    }

    #[test]
    fn those_who_refer_to_one_place_are_not_thereby_related_to_each_other() {
        let list = reference(ReferenceKind::Explicit, &["4-m1"], &["4a", "4b"]);
        check(&list, "4a", Some(&["4-m1"]));
    }
}
