//! The stages of a workshop.

/// What a table is doing. A table is at one stage at a time; the facilitator moves it on, or back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// People arrive and hear what it is about.
    #[default]
    Welcome,
    /// Everybody writes notes in silence.
    Writing,
    /// People vote; what it comes to is hidden.
    Voting,
    /// What the vote before came to is shown.
    Reveal,
    /// Notes that say the same are put together.
    Grouping,
    /// People vote on what is most important, mostly on the notes.
    Prioritising,
    /// What is to be done, who does it, and when.
    Agreeing,
    /// The result is looked at, and handed on.
    Closing,
}

impl Stage {
    /// All stages, in the order they mostly come in.
    pub const ALL: [Self; 8] = [
        Self::Welcome,
        Self::Writing,
        Self::Voting,
        Self::Reveal,
        Self::Grouping,
        Self::Prioritising,
        Self::Agreeing,
        Self::Closing,
    ];

    /// The name in records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Writing => "writing",
            Self::Voting => "voting",
            Self::Reveal => "reveal",
            Self::Grouping => "grouping",
            Self::Prioritising => "prioritising",
            Self::Agreeing => "agreeing",
            Self::Closing => "closing",
        }
    }

    /// The stage with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// Whether people vote in it.
    #[must_use]
    pub const fn is_vote(self) -> bool {
        matches!(self, Self::Voting | Self::Prioritising)
    }

    /// The minutes it mostly takes.
    #[must_use]
    pub const fn usual_minutes(self) -> i64 {
        match self {
            Self::Welcome | Self::Reveal | Self::Prioritising | Self::Closing => 5,
            Self::Writing | Self::Voting => 8,
            Self::Grouping | Self::Agreeing => 10,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_read_by_its_name() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_name(stage.name()), Some(stage));
        }
        assert_eq!(Stage::from_name("Voting"), None);
    }
}
