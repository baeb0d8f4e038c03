//! The ways in which a word of a query can be found.

/// How a word of the query was found in an entry; the greatest is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// With one typing error, in the word or in the beginning of a longer one.
    Typo,
    /// With a plain `o` for `ø` or a plain `a` for `å` or `æ`.
    Plain,
    /// By its stem, as the beginning or a part of a longer word.
    Root,
    /// Somewhere inside a longer word; of a percentage the figure without its sign.
    Infix,
    /// As a later part of a compound.
    Part,
    /// As the beginning of a longer word.
    Prefix,
    /// In another inflection.
    Stem,
    /// As the beginning of a longer word, when it may still be being typed.
    Typed,
    /// As it stands.
    Exact,
    /// As it stands, in an id.
    Key,
}

impl Class {
    /// What it is worth, in parts of the score.
    pub(super) const fn points(self) -> u32 {
        match self {
            Self::Typo => 5,
            Self::Plain => 6,
            Self::Root => 7,
            Self::Infix => 8,
            Self::Part => 14,
            Self::Prefix => 18,
            Self::Stem => 24,
            Self::Typed => 31,
            Self::Exact => 32,
            Self::Key => 64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_way_is_worth_more() {
        let classes = [
            Class::Typo,
            Class::Plain,
            Class::Root,
            Class::Infix,
            Class::Part,
            Class::Prefix,
            Class::Stem,
            Class::Typed,
            Class::Exact,
            Class::Key,
        ];
        assert!(classes.is_sorted());
        assert!(classes.is_sorted_by_key(|class| class.points()));
    }
}
