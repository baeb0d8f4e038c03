//! What a record is called, and what its fields say, wherever records of all kinds stand side by side.

use super::{session::Session, told::value, wording::place_name};
use crate::{
    app::{Measuring, Route, SetKey, Villages, Workshops},
    document::{Record, RecordId, Value},
    measure::{self, Decimal, Quality, State, Status, When, records},
    note,
    village::{self, Course, PlaceKind, Rating, Stage, records as of},
    workshop::records as workshop,
};

/// So much of a text is shown where it stands for the whole.
const SHORT: usize = 120;

/// The name of a record in a list of many kinds.
pub(crate) fn name(session: Session, record: &Record) -> String {
    let t = session.text();
    let text = |field: &str| shortened(record.text(field));
    let item = || place_name_of(session, record.text(records::ITEM));
    let parts = match record.kind.as_str() {
        kind if kind == note::KIND.name => {
            let words = text(note::TEXT);
            let words = if words.is_empty() { t.work.note_empty.into() } else { words };
            return format!("{}: {words}", place_name_of(session, record.text(note::ITEM)));
        }
        kind if kind == records::OBSERVATION.name => {
            let kept = records::observation(record);
            let set =
                kept.as_ref().and_then(|kept| kept.set).map_or(SetKey::Published, SetKey::Own);
            let id = record.text(records::INDICATOR);
            let indicator = session.measuring.now(|measures| measures.indicator(set, id));
            let name = indicator.as_ref().map(|one| one.name.get(session.language()).to_owned());
            let when = kept.as_ref().and_then(|kept| kept.observation.when);
            let shown = kept.zip(indicator);
            vec![
                name.unwrap_or_else(|| id.into()),
                shown
                    .map(|(kept, one)| value(session, &one, &kept.observation))
                    .unwrap_or_default(),
                when.map(|when| when.show(session.language())).unwrap_or_default(),
            ]
        }
        kind if kind == records::TARGET.name => {
            let id = record.text(records::INDICATOR);
            let set = RecordId::parse(record.text(records::OF_SET));
            let set = set.map_or(SetKey::Published, SetKey::Own);
            let indicator = session.measuring.now(|measures| measures.indicator(set, id));
            let name = indicator.map(|one| one.name.get(session.language()).to_owned());
            vec![
                name.unwrap_or_else(|| id.into()),
                says(session, records::VALUE, record.front(records::VALUE)),
            ]
        }
        kind if kind == records::VERDICT.name => {
            vec![item(), says(session, records::STATUS, record.front(records::STATUS))]
        }
        kind if of::KINDS.iter().any(|known| known.name == kind) => {
            return village_name(session, record);
        }
        kind if workshop::KINDS.iter().any(|known| known.name == kind) => {
            return workshop_name(session, record);
        }
        kind if kind == records::SET.name && record.text(records::NAME).is_empty() => {
            vec![t.measure.unnamed.into()]
        }
        _ => vec![text(records::NAME), item()],
    };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", (t.files.kind_name)(&record.kind), parts.join(" · "))
}

/// Where a record is seen and worked on.
pub(crate) fn address(session: Session, record: &Record) -> Option<String> {
    let route = match record.kind.as_str() {
        kind if kind == records::OBSERVATION.name => {
            Some(Route::Measure(Measuring::Edit(record.id.to_string())))
        }
        kind if kind == records::SET.name || kind == records::INDICATOR_KIND.name => {
            Some(Route::Measure(Measuring::Sets))
        }
        kind if kind == records::TARGET.name => {
            Some(Route::Measure(Measuring::Target(record.text(records::INDICATOR).into())))
        }
        _ if workshop::workshop_of(record).is_some() => workshop::workshop_of(record)
            .map(|id| Route::Workshops(Workshops::Results(id.to_string()))),
        _ => of::profile_of(record).map_or_else(
            || Route::to_id(record.text(records::ITEM), session.edition),
            |profile| Some(Route::Villages(Villages::Profile(profile.to_string()))),
        ),
    };
    route.map(|route| route.address())
}

/// The name of a field of a kind of records.
pub(crate) fn field_name(session: Session, kind: &str, field: &str) -> String {
    let is_village = of::KINDS.iter().any(|known| known.name == kind);
    let of_village = (village::words(session.language()).field)(kind, field);
    let is_workshop = workshop::KINDS.iter().any(|known| known.name == kind);
    let name = match (is_village, is_workshop) {
        (true, _) => Some(of_village),
        (_, true) => Some((session.text().workshop.field)(field)),
        _ => (session.text().files.field_name)(field),
    };
    name.filter(|name| !name.is_empty()).map_or_else(|| field.to_owned(), str::to_owned)
}

/// What stands in a field, in words.
pub(crate) fn says(session: Session, field: &str, value: Option<&Value>) -> String {
    let (t, language) = (session.text(), session.language());
    let w = village::words(language);
    let text = match value {
        Some(value) if value.is_withheld() => return t.files.withheld.into(),
        Some(Value::Text(text)) if !text.is_empty() => text,
        Some(Value::Flag(is_so)) => return if *is_so { t.files.yes } else { t.files.no }.into(),
        Some(Value::Whole(number)) => return Decimal::whole(*number).show(language),
        Some(other @ (Value::List(_) | Value::Map(_))) => return shortened(&other.to_string()),
        _ => return t.files.empty.into(),
    };
    let shown = match field {
        records::WHEN | records::SOURCE_DATE | records::DEADLINE | records::BASELINE_WHEN => {
            When::parse(text).map(|when| when.show(language))
        }
        records::VALUE | records::OF | records::BASELINE => {
            Decimal::parse(text).map(|number| number.show(language))
        }
        records::STATE => State::from_name(text).map(|state| (t.measure.state)(state).into()),
        records::QUALITY => {
            Quality::from_name(text).map(|quality| (t.measure.quality)(quality).into())
        }
        records::STATUS => Status::from_name(text).map(|status| (t.measure.status)(status).into()),
        records::KIND => measure::Kind::from_name(text).map(|kind| (t.measure.kind)(kind).into()),
        records::OF_SET => RecordId::parse(text).map(|set| session.set_name(SetKey::Own(set))),
        records::ITEM | of::GOAL => Some(place_name_of(session, text)),
        of::PLACE_KIND => PlaceKind::from_name(text).map(|kind| (w.place_kind)(kind).into()),
        of::COURSE => Course::from_name(text).map(|course| (w.course)(course).into()),
        of::STAGE => Stage::from_name(text).map(|stage| (w.stage)(stage).into()),
        of::AMOUNT | of::WISHED | of::COST => Some(village::number(text, language)),
        of::YEAR
        | of::WISHED_BY
        | of::MADE
        | of::BEGUN
        | of::HEARING_FROM
        | of::HEARING_TO
        | of::ADOPTED
        | of::REVISION => Some(village::date(text, language)),
        of::TALLY => Rating::of("", text).and_then(|rating| {
            let group = rating.group?;
            let value = (w.rated)(&rating.value.show(language));
            Some(format!("{value} – {}", (w.group)(group.people, group.least, group.most)))
        }),
        of::OF_PROFILE | of::WITH => Some(name_of(session, text, of::NAME)),
        of::ACTION_ID => Some(name_of(session, text, of::WHAT)),
        of::CONTENT => Some(t.village.whole_profile.into()),
        _ => None,
    };
    shown.unwrap_or_else(|| text.clone())
}

/// The name of a record of a village profile: which village, and which part of it.
fn village_name(session: Session, record: &Record) -> String {
    let language = session.language();
    let w = village::words(language);
    let kind = (w.kind_name)(&record.kind);
    let point = |id: &str| super::villages::label(session, id);
    let own = match record.kind.as_str() {
        "rating" => {
            let name = format!("rating/{}/{}", record.text(of::PART), of::RATED);
            village::text_name(&name, point, language)
        }
        "passage" => {
            village::text_name(&format!("passage/{}", record.text(of::PART)), point, language)
        }
        "thread" => place_name_of(session, record.text(of::GOAL)),
        "action" => shortened(record.text(of::WHAT)),
        "comment" => shortened(record.text(of::TEXT)),
        "process" | "profile" => String::new(),
        _ => shortened(record.text(of::NAME)),
    };
    let profile = of::profile_of(record).map(|id| id.to_string()).unwrap_or_default();
    let mut village = if record.kind == of::PROFILE.name {
        record.text(of::NAME).to_owned()
    } else {
        name_of(session, &profile, of::NAME)
    };
    if village.is_empty() {
        village = w.unnamed.into();
    }
    let parts = [village, own].into_iter().filter(|part| !part.is_empty());
    format!("{kind}: {}", parts.collect::<Vec<_>>().join(" · "))
}

/// The name of a record of a workshop: which workshop, and what it says.
fn workshop_name(session: Session, record: &Record) -> String {
    let t = session.text();
    let kind = (t.files.kind_name)(&record.kind);
    let own = [record.text(workshop::TEXT), record.text(workshop::QUESTION)];
    let own = own.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let id = workshop::workshop_of(record).map(|id| id.to_string()).unwrap_or_default();
    let name = name_of(session, &id, workshop::NAME);
    let name =
        if record.id.to_string() == id { record.text(workshop::NAME).to_owned() } else { name };
    let name = super::workshops::named(session, &name);
    let parts = [name, shortened(own)].into_iter().filter(|part| !part.is_empty());
    format!("{kind}: {}", parts.collect::<Vec<_>>().join(" · "))
}

/// What stands in a field of another record, where that is on this device.
fn name_of(session: Session, id: &str, field: &str) -> String {
    let name = RecordId::parse(id).and_then(|id| {
        session.work.look_now(|document| Some(document.get(id)?.text(field).to_owned()))
    });
    name.unwrap_or_default()
}

fn place_name_of(session: Session, item: &str) -> String {
    if Route::to_id(item, session.edition).is_some() {
        place_name(session, item)
    } else {
        item.to_owned()
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SHORT).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
