//! The columns of a file, and the headers by which they are known.

use crate::{measure::entry::Field, vision::Language};

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The id of the record.
    Id,
    /// The measurement set.
    Set,
    /// The indicator.
    Indicator,
    /// The name of the indicator.
    Name,
    /// The goal, theme or paragraph.
    Item,
    /// The date.
    When,
    /// The value.
    Value,
    /// Of how many, or compared with what.
    Of,
    /// The state of a yes/no promise.
    State,
    /// The unit of the value; it informs and decides nothing.
    Unit,
    /// How sure it is.
    Quality,
    /// Whether it cannot be compared with the one before.
    Break,
    /// How many were asked or counted.
    Sample,
    /// The title of the source.
    Title,
    /// Who published the source.
    Publisher,
    /// The address of the source.
    Address,
    /// The date of the source.
    SourceDate,
    /// A remark.
    Note,
    /// Whoever answers for it.
    Owner,
}

impl Column {
    /// All columns, in the order in which they are written.
    pub const ALL: [Self; 19] = [
        Self::Id,
        Self::Set,
        Self::Indicator,
        Self::Name,
        Self::Item,
        Self::When,
        Self::Value,
        Self::Of,
        Self::State,
        Self::Unit,
        Self::Quality,
        Self::Break,
        Self::Sample,
        Self::Title,
        Self::Publisher,
        Self::Address,
        Self::SourceDate,
        Self::Note,
        Self::Owner,
    ];

    /// The header in a language.
    #[must_use]
    pub const fn header(self, language: Language) -> &'static str {
        let (da, en) = self.headers();
        match language {
            Language::Da => da,
            Language::En => en,
        }
    }

    /// The column that a header means: its own in either language, or a common other word, whatever
    /// case, spaces and punctuation it is written with.
    #[must_use]
    pub fn from_header(header: &str) -> Option<Self> {
        Self::named(header).map(|(column, _)| column)
    }

    /// The column that a header means, and whether it is the column's own header.
    pub(super) fn named(header: &str) -> Option<(Self, bool)> {
        let header = folded(header);
        let is_own = |column: &Self| {
            let (da, en) = column.headers();
            folded(da) == header || folded(en) == header
        };
        let is_other =
            |column: &Self| column.others().split('|').any(|other| folded(other) == header);
        if header.is_empty() {
            return None;
        }
        let own = Self::ALL.into_iter().find(is_own);
        let other = || Self::ALL.into_iter().find(is_other);
        own.map(|column| (column, true)).or_else(|| other().map(|column| (column, false)))
    }

    /// The column in which a field of the form stands.
    pub(super) const fn of_field(field: Field) -> Self {
        match field {
            Field::Value => Self::Value,
            Field::Of => Self::Of,
            Field::State => Self::State,
            Field::When => Self::When,
            Field::Quality => Self::Quality,
            Field::Title => Self::Title,
            Field::Publisher => Self::Publisher,
            Field::Address => Self::Address,
            Field::SourceDate => Self::SourceDate,
            Field::Sample => Self::Sample,
            Field::Note => Self::Note,
            Field::Owner => Self::Owner,
        }
    }

    const fn headers(self) -> (&'static str, &'static str) {
        match self {
            Self::Id => ("Id", "Id"),
            Self::Set => ("Målesæt", "Measurement set"),
            Self::Indicator => ("Indikator", "Indicator"),
            Self::Name => ("Navn", "Name"),
            Self::Item => ("Mål", "Goal"),
            Self::When => ("Dato", "Date"),
            Self::Value => ("Værdi", "Value"),
            Self::Of => ("Af eller mod", "Of or against"),
            Self::State => ("Milepæl", "Milestone"),
            Self::Unit => ("Enhed", "Unit"),
            Self::Quality => ("Sikkerhed", "Certainty"),
            Self::Break => ("Ny metode", "New method"),
            Self::Sample => ("Antal adspurgte", "Number asked"),
            Self::Title => ("Kilde", "Source"),
            Self::Publisher => ("Udgiver", "Publisher"),
            Self::Address => ("Kildens adresse", "Address of the source"),
            Self::SourceDate => ("Kildens dato", "Date of the source"),
            Self::Note => ("Bemærkning", "Remark"),
            Self::Owner => ("Ansvarlig", "Responsible"),
        }
    }

    /// Other words for it that are common, between strokes.
    const fn others(self) -> &'static str {
        match self {
            Self::Id => "Målingens id|Record id|Measurement id",
            Self::Set => "Sæt|Set",
            Self::Indicator => "Indikator-id|Indikatornr.|Indicator id|Indicator no.",
            Self::Name => "Indikatornavn|Indikatorens navn|Indicator name",
            Self::Item => "Mål-id|Løfte|Tema|Goal id|Promise|Theme",
            Self::When => {
                "År|Årstal|Tid|Tidspunkt|Periode|Måned|Kvartal|Måledato|Hvornår|\
                 Year|Time|Period|Time period|Month|Quarter|When"
            }
            Self::Value => {
                "Tal|Måling|Målt værdi|Resultat|Antal|Andel|Procent|Indhold|\
                 Measurement|Observation|Obs value|Result|Figure|Count|Share|Percent"
            }
            Self::Of => {
                "Af|Ud af|Mod|I alt|Sammenlignet med|Det andet tal|\
                 Of|Out of|Against|In total|Compared with|The other figure"
            }
            Self::State => "Tilstand|Status|Stade|State",
            Self::Unit => "Enheder|Måleenhed|Units|Unit of measure",
            Self::Quality => "Kvalitet|Quality",
            Self::Break => "Brud|Databrud|Metodebrud|Break|Series break",
            Self::Sample => {
                "Antal adspurgte eller optalte|Adspurgte|Antal svar|Svar|Antal besvarelser|\
                 Besvarelser|Stikprøve|Number asked or counted|Respondents|Responses|Sample|\
                 Sample size|n"
            }
            Self::Title => "Kilde (titel)|Titel|Source (title)|Title",
            Self::Publisher => "Udgivet af|Published by",
            Self::Address => {
                "Kildens adresse (link)|Adresse|Link|Webadresse|URL|Address|\
                 Address of the source (link)|Source address|Source URL"
            }
            Self::SourceDate => "Kildedato|Udgivet|Offentliggjort|Source date|Published",
            Self::Note => {
                "Bemærkninger|Note|Noter|Kommentar|Kommentarer|Remarks|Notes|Comment|Comments"
            }
            Self::Owner => "Ansvarlige|Ansvarlig person|Ejer|Kontakt|Owner|Contact",
        }
    }
}

/// A header for comparing: small letters and digits alone, `æ`, `ø` and `å` as people write them where
/// they have none.
pub(super) fn folded(header: &str) -> String {
    let mut folded = String::new();
    for sign in header.chars().flat_map(char::to_lowercase) {
        match sign {
            'æ' => folded.push_str("ae"),
            'ø' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            // The ring of an `å` in two parts comes after its `a`.
            '\u{30a}' => folded.push('a'),
            _ if sign.is_alphanumeric() => folded.push(sign),
            _ => {}
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_as_people_write_them() {
        let check = |header: &str, expected: Option<Column>| {
            assert_eq!(Column::from_header(header), expected, "{header}");
        };
        for (header, column) in [
            ("Indikator", Column::Indicator),
            (" INDICATOR ", Column::Indicator),
            ("Indikator-ID", Column::Indicator),
            ("dato", Column::When),
            ("År", Column::When),
            ("aar", Column::When),
            ("A\u{30a}r", Column::When),
            ("Tid:", Column::When),
            ("Year", Column::When),
            ("TIME_PERIOD", Column::When),
            ("værdi", Column::Value),
            ("Vaerdi", Column::Value),
            ("Værdi (%)", Column::Value),
            ("Tal", Column::Value),
            ("Måling", Column::Value),
            ("Value", Column::Value),
            ("OBS_VALUE", Column::Value),
            ("ud af", Column::Of),
            ("Milepæl", Column::State),
            ("status", Column::State),
            ("Enhed", Column::Unit),
            ("Units", Column::Unit),
            ("Antal\nadspurgte", Column::Sample),
            ("n", Column::Sample),
            ("Kilde", Column::Title),
            ("kilde (titel)", Column::Title),
            ("Link", Column::Address),
            ("Kilde-dato", Column::SourceDate),
            ("Kommentar", Column::Note),
            ("Ansvarlig", Column::Owner),
            ("mål", Column::Item),
            ("Ny metode?", Column::Break),
            ("Sikkerhed", Column::Quality),
        ] {
            check(header, Some(column));
        }
        for header in ["", " ", "…", "Køn", "Sex", "Age", "1e", "Kommune", "Værdien", "Series"]
        {
            check(header, None);
        }
    }

    #[test]
    fn every_header_means_one_column() {
        let mut all = Vec::new();
        for column in Column::ALL {
            for language in Language::ALL {
                let header = column.header(language);
                assert_eq!(Column::named(header), Some((column, true)));
                all.push((folded(header), column));
            }
            for other in column.others().split('|') {
                assert_eq!(Column::named(other), Some((column, false)), "{other}");
                all.push((folded(other), column));
            }
        }
        for (header, column) in &all {
            let mut same = all.iter().filter(|(other, _)| other == header);
            assert!(same.all(|(_, other)| other == column), "{header}");
        }
    }
}
