//! How people vote, in which way their votes come in, and what a note is.

/// How people vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Each person has some votes and spreads them as they like, several on one subject too.
    #[default]
    Dots,
    /// Each person rates each subject from 1 to 7.
    Rating,
    /// Each person agrees, disagrees, or does neither.
    Stance,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::Dots, Self::Rating, Self::Stance];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Rating => "rating",
            Self::Stance => "stance",
        }
    }

    /// The method with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }

    /// How many answers there are to a subject: 1 where votes are counted, 7 ratings, and agree, disagree
    /// or neither.
    #[must_use]
    pub const fn answers(self) -> u8 {
        match self {
            Self::Dots => 1,
            Self::Rating => 7,
            Self::Stance => 3,
        }
    }
}

/// In which way the votes of a table come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// The tablet goes round, and everybody casts a ballot.
    #[default]
    Pass,
    /// People show their hands, and the facilitator counts them.
    Hands,
}

impl Way {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Pass, Self::Hands];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Hands => "hands",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// What a note is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteSort {
    /// Something that could be done.
    #[default]
    Idea,
    /// Something that somebody fears.
    Worry,
    /// Something that somebody will do.
    Offer,
    /// Something that somebody asks.
    Question,
}

impl NoteSort {
    /// All sorts.
    pub const ALL: [Self; 4] = [Self::Idea, Self::Worry, Self::Offer, Self::Question];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Worry => "worry",
            Self::Offer => "offer",
            Self::Question => "question",
        }
    }

    /// The sort with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_read_by_its_name() {
        assert!(Method::ALL.into_iter().all(|one| Method::from_name(one.name()) == Some(one)));
        assert!(Way::ALL.into_iter().all(|one| Way::from_name(one.name()) == Some(one)));
        assert!(NoteSort::ALL.into_iter().all(|one| NoteSort::from_name(one.name()) == Some(one)));
        assert_eq!(Method::from_name(""), None);
    }
}
