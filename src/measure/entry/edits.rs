//! From what was read to the changes of a record, and back.

use super::{Reading, Typed};
use crate::{
    document::{Edit, Record, RecordId},
    measure::{
        Found, Quality, State,
        records::{
            ADDRESS, BREAK, INDICATOR, NOTE, OBSERVATION, OF, OF_SET, OWNER, PUBLISHER, QUALITY,
            SAMPLE, SOURCE_DATE, STATE, TITLE, VALUE, WHEN,
        },
    },
    value::Value,
};
use std::collections::BTreeSet;

impl Reading {
    /// The fields of a record that is to say this, [`Value::Nothing`] where a field is empty.
    fn fields(&self, typed: &Typed) -> Vec<(&'static str, Value)> {
        let text = |text: &str| if text.is_empty() { Value::Nothing } else { text.into() };
        let line = |line: &str| text(&line.split_whitespace().collect::<Vec<_>>().join(" "));
        let shown = |one: Option<String>| one.map_or(Value::Nothing, Value::from);
        let (value, of, state) = match self.found {
            Some(Found::Figure(value, of)) => (Some(value), of, None),
            Some(Found::State(state)) => (None, None, Some(state)),
            None => (None, None, None),
        };
        let quality = typed.quality();
        let quality = if quality == Quality::Measured { "" } else { quality.name() };
        vec![
            (WHEN, shown(self.when.map(|when| when.to_string()))),
            (VALUE, shown(value.map(|value| value.to_string()))),
            (OF, shown(of.map(|of| of.to_string()))),
            (STATE, text(state.map_or("", State::name))),
            (QUALITY, text(quality)),
            (BREAK, if typed.is_break { Value::Flag(true) } else { Value::Nothing }),
            (TITLE, line(&typed.title)),
            (PUBLISHER, line(&typed.publisher)),
            (ADDRESS, text(typed.address.trim())),
            (SOURCE_DATE, shown(self.source_date.map(|when| when.to_string()))),
            (SAMPLE, self.sample.map_or(Value::Nothing, Value::Whole)),
            (NOTE, text(typed.note.trim())),
            (OWNER, line(&typed.owner)),
        ]
    }
}

/// The edits that make a new record of it.
#[must_use]
pub fn edits_new(
    id: RecordId,
    set: RecordId,
    indicator: &str,
    typed: &Typed,
    reading: &Reading,
) -> Vec<Edit> {
    let mut fields = vec![(OF_SET, set.to_string().into()), (INDICATOR, indicator.into())];
    fields.extend(reading.fields(typed));
    let filled = fields.into_iter().filter(|(_, value)| *value != Value::Nothing);
    let set = filled.map(|(field, value)| Edit::Set(id, field, value, BTreeSet::new()));
    std::iter::once(Edit::Create(id, OBSERVATION.name)).chain(set).collect()
}

/// The edits that make a record say it: of the fields that differ, over what stands in them.
#[must_use]
pub fn edits_changed(record: &Record, typed: &Typed, reading: &Reading) -> Vec<Edit> {
    // A name that was left out of a file was not typed away.
    let is_unknown = |field: &str| record.front(field).is_some_and(Value::is_withheld);
    let differs = |(field, value): &(&'static str, Value)| {
        record.front(field).unwrap_or(&Value::Nothing) != value
            && !(*value == Value::Nothing && is_unknown(field))
    };
    let changed = reading.fields(typed).into_iter().filter(differs);
    changed.map(|(field, value)| Edit::Set(record.id, field, value, record.basis(field))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        measure::{Kind, entry::read},
        vision::Language,
    };

    const TODAY: i32 = 20_782;

    #[test]
    fn a_record_is_made_read_back_and_changed_in_what_differs() {
        use crate::document::{Author, Device, Document, Moment, Writer};
        let kinds = [&OBSERVATION];
        let author =
            Author { writer: Writer::new(Device::new(&[1; 8]), &[1; 6]), at: Moment::default() };
        let (id, set) = (RecordId::new(1, &[1; 10]), RecordId::new(2, &[2; 10]));
        let first = Typed {
            value: "87,5".into(),
            when: "nov. 2020".into(),
            title: "Vores  \n måling".into(),
            ..Typed::default()
        };
        let reading = read(&first, Kind::Share, &[], TODAY, Language::Da);
        let mut document = Document::default();
        document.change(author, &edits_new(id, set, "1e", &first, &reading), &kinds);
        let record = document.get(id).unwrap();
        let back = Typed::of_record(record, Language::Da);
        assert_eq!((back.value.as_str(), back.when.as_str()), ("87,5", "nov. 2020"));
        assert_eq!(back.title, "Vores måling");
        assert_eq!(edits_changed(record, &back, &reading), []);
        let mut changed = back.clone();
        changed.title = String::new();
        changed.value = "88".into();
        let reading = read(&changed, Kind::Share, &[], TODAY, Language::Da);
        let edits = edits_changed(record, &changed, &reading);
        assert_eq!(edits.len(), 2);
        document.change(author, &edits, &kinds);
        let record = document.get(id).unwrap();
        assert_eq!((record.text(VALUE), record.text(TITLE)), ("88", ""));
    }
}
