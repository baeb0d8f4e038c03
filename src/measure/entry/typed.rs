//! What a person typed for one observation.

use crate::{
    document::Record,
    measure::{
        Decimal, Quality, When,
        records::{
            ADDRESS, BREAK, NOTE, OF, OWNER, PUBLISHER, QUALITY, SAMPLE, SOURCE_DATE, STATE, TITLE,
            VALUE, WHEN,
        },
    },
    sorted::Sorted,
    value::Value,
    vision::Language,
};

/// What was typed, as it stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The value.
    pub value: String,
    /// Of how many, or compared with what.
    pub of: String,
    /// The name of a state; empty for none.
    pub state: String,
    /// The date.
    pub when: String,
    /// The name of a quality; empty for measured.
    pub quality: String,
    /// The title of the source.
    pub title: String,
    /// Who published the source.
    pub publisher: String,
    /// The address of the source.
    pub address: String,
    /// The date of the source.
    pub source_date: String,
    /// How many were asked or counted.
    pub sample: String,
    /// A remark.
    pub note: String,
    /// Whoever answers for it.
    pub owner: String,
    /// Whether it cannot be compared with the one before.
    pub is_break: bool,
    /// Whether the person answered the questions with yes.
    pub is_confirmed: bool,
}

type Texts<'a> = [(&'static str, &'a str); 12];

impl Typed {
    fn texts(&self) -> Texts<'_> {
        [
            (VALUE, &self.value),
            (OF, &self.of),
            (STATE, &self.state),
            (WHEN, &self.when),
            (QUALITY, &self.quality),
            (TITLE, &self.title),
            (PUBLISHER, &self.publisher),
            (ADDRESS, &self.address),
            (SOURCE_DATE, &self.source_date),
            (SAMPLE, &self.sample),
            (NOTE, &self.note),
            (OWNER, &self.owner),
        ]
    }

    pub(super) fn text_mut(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            VALUE => &mut self.value,
            OF => &mut self.of,
            STATE => &mut self.state,
            WHEN => &mut self.when,
            QUALITY => &mut self.quality,
            TITLE => &mut self.title,
            PUBLISHER => &mut self.publisher,
            ADDRESS => &mut self.address,
            SOURCE_DATE => &mut self.source_date,
            SAMPLE => &mut self.sample,
            NOTE => &mut self.note,
            OWNER => &mut self.owner,
            _ => return None,
        })
    }

    /// As JSON, to be kept until it is sent off.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut map = Sorted::default();
        for (name, text) in self.texts() {
            if !text.is_empty() {
                map.insert(name.to_owned(), Value::from(text));
            }
        }
        map.insert(BREAK.to_owned(), Value::Flag(self.is_break));
        Value::Map(map)
    }

    /// Reads what [`Self::to_value`] wrote; other fields are left out.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        let mut typed = Self::default();
        for (name, value) in value.as_map()? {
            match value {
                Value::Text(text) => {
                    if let Some(field) = typed.text_mut(name) {
                        field.clone_from(text);
                    }
                }
                Value::Flag(flag) if name == BREAK => typed.is_break = *flag,
                Value::Nothing
                | Value::Flag(_)
                | Value::Whole(_)
                | Value::List(_)
                | Value::Map(_) => {}
            }
        }
        Some(typed)
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts().iter().all(|(_, text)| text.is_empty()) && !self.is_break
    }

    /// What stands in a record, as it would be typed in a language.
    #[must_use]
    pub fn of_record(record: &Record, language: Language) -> Self {
        let mut typed = Self::default();
        for (name, _) in Self::default().texts() {
            let kept = record.text(name);
            let shown = match name {
                VALUE | OF => Decimal::parse(kept).map(|one| one.show(language)),
                WHEN | SOURCE_DATE => When::parse(kept).map(|one| one.show(language)),
                SAMPLE => record.front(SAMPLE).and_then(Value::as_whole).map(|one| one.to_string()),
                _ => None,
            };
            if let Some(field) = typed.text_mut(name) {
                *field = shown.unwrap_or_else(|| kept.to_owned());
            }
        }
        typed.is_break = record.front(BREAK) == Some(&Value::Flag(true));
        typed
    }

    pub(super) fn quality(&self) -> Quality {
        Quality::from_name(&self.quality).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_survives_being_kept() {
        let all = Typed {
            value: "1,5".into(),
            note: "to\nlinjer".into(),
            owner: "Mette".into(),
            is_break: true,
            ..Typed::default()
        };
        assert_eq!(Typed::from_value(&all.to_value()), Some(all.clone()));
        assert!(!all.is_empty() && Typed::default().is_empty());
        assert_eq!(Typed::from_value(&Value::Nothing), None);
    }
}
