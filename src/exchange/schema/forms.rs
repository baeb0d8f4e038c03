//! The forms of fields: what a text may look like, as patterns.
//!
//! Patterns say as much as they can; what none can say, such as that nothing stands twice, stands in the
//! field's description.

use super::{add, list, to, whole};
use crate::{
    document::{Shape, Value},
    measure::{Kind as Measured, Quality, Side, State, Status},
    village::{Course, PlaceKind, Stage as Process},
    workshop::{Method, NoteSort, Stage, Template, Way},
};

const LINE: &str = r"^[^\n\r]*$";
/// Fifteen digits at most, and six decimals, as [`crate::measure::Decimal`] reads them.
const DECIMAL: &str = concat!(
    r"^-?0*([0-9]{1,9}(\.[0-9]{1,6})?|[0-9]{10}(\.[0-9]{1,5})?|[0-9]{11}(\.[0-9]{1,4})?",
    r"|[0-9]{12}(\.[0-9]{1,3})?|[0-9]{13}(\.[0-9]{1,2})?|[0-9]{14}(\.[0-9])?|[0-9]{15})$",
);
/// The five precisions of [`crate::measure::When`].
const DATE: &str = "^(19[0-9]{2}|2[01][0-9]{2}|2200)(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])\
                    |-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])\
                    |-(0[469]|11)-(0[1-9]|[12][0-9]|30)|-02-(0[1-9]|[12][0-9]))?$";
const LINK: &str =
    concat!("^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)", r"[^\s\x00-\x1f\x7f-\x9f]+$",);

/// Seven counts of at most 100,000, as [`crate::village::Tally`] reads them.
const TALLY: &str = "^0*([0-9]{1,5}|100000)(,0*([0-9]{1,5}|100000)){6}$";
/// Up to a hundred ids with blanks between, as [`crate::workshop::subjects`] takes them.
const ITEMS: &str = "^([A-Za-z0-9-]{1,40}( [A-Za-z0-9-]{1,40}){0,99})?$";
/// Up to a hundred answers from 1 to 20, as [`crate::workshop::Ballot`] reads them.
const BALLOT: &str = "^([A-Za-z0-9-]{1,40}=([1-9]|1[0-9]|20)\
                      ( [A-Za-z0-9-]{1,40}=([1-9]|1[0-9]|20)){0,99})?$";
/// Up to seven counts of at most 100,000, the last of several not 0, as [`crate::workshop::Counts`] reads
/// them.
const COUNTS: &str = "^((0|[1-9][0-9]{0,4}|100000)\
                      |((0|[1-9][0-9]{0,4}|100000),){1,6}([1-9][0-9]{0,4}|100000))$";
/// Seconds up to ten hours, or up to the last second of the year 9999, as [`crate::workshop::Timer`]
/// reads them.
const TIMER: &str = "^(stopped (0|[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36000)\
                     |running (0|[1-9][0-9]{0,10}|1[0-9]{11}|2[0-4][0-9]{10}|25[0-2][0-9]{9}\
                     |253[0-3][0-9]{8}|25340[01][0-9]{6}|253402[0-2][0-9]{5}|253402300[0-7][0-9]{2}))$";

/// Every field may also be empty.
pub(super) fn or_null(name: &str) -> Value {
    list([name, "null"])
}

/// What may stand in a field of a kind.
pub(super) fn of_shape(kind: &str, field: &str, shape: Shape) -> Value {
    match shape {
        Shape::Line(most) => line(most, LINE),
        Shape::Personal(most) => Value::map([("anyOf", list([line(most, LINE), to("withheld")]))]),
        Shape::Prose(most) => {
            Value::map([("type", or_null("string")), ("maxLength", number(most))])
        }
        Shape::Flag => Value::map([("type", or_null("boolean"))]),
        Shape::Whole(least, most) => {
            let mut schema = whole(least, most);
            add(&mut schema, "type", or_null("integer"));
            schema
        }
        Shape::Checked(_) => {
            checked(kind, field).unwrap_or_else(|| Value::map([("type", or_null("string"))]))
        }
    }
}

fn line(most: usize, pattern: &str) -> Value {
    Value::map([
        ("type", or_null("string")),
        ("maxLength", number(most)),
        ("pattern", pattern.into()),
    ])
}

fn number(most: usize) -> Value {
    Value::Whole(i64::try_from(most).unwrap_or(i64::MAX))
}

/// The form of a text whose test is code. A new field of that shape gets its row here.
pub(super) fn checked(kind: &str, field: &str) -> Option<Value> {
    let form =
        |pattern: &str| Value::map([("type", or_null("string")), ("pattern", pattern.into())]);
    Some(match (kind, field) {
        ("observation", "value" | "of") | ("target", "value" | "baseline") => form(DECIMAL),
        ("observation", "when" | "source_date") | ("target", "deadline" | "baseline_when") => {
            form(DATE)
        }
        ("observation", "address") => line(2_000, LINK),
        ("observation" | "action", "state") => one_of(State::ALL.map(State::name)),
        ("observation", "quality") => one_of(Quality::ALL.map(Quality::name)),
        ("indicator", "kind") => one_of(Measured::ALL.map(Measured::name)),
        ("target", "side") => one_of(Side::ALL.map(Side::name)),
        ("verdict", "status") => one_of(Status::ALL.map(Status::name)),
        ("profile", "place_kind") => one_of(PlaceKind::ALL.map(PlaceKind::name)),
        ("profile", "course") => one_of(Course::ALL.map(Course::name)),
        ("process", "stage") => one_of(Process::ALL.map(Process::name)),
        ("rating", "tally") => form(TALLY),
        ("version", "content") => form(&texts()),
        ("workshop", "template") => one_of(Template::ALL.map(Template::name)),
        ("activity", "stage") => one_of(Stage::ALL.map(Stage::name)),
        ("activity", "method") => one_of(Method::ALL.map(Method::name)),
        ("activity", "items") => form(ITEMS),
        ("table", "timer") => form(TIMER),
        ("round", "way") => one_of(Way::ALL.map(Way::name)),
        ("hands", "counts") => form(COUNTS),
        ("ballot", "voted") => form(BALLOT),
        ("workshop-note", "sort") => one_of(NoteSort::ALL.map(NoteSort::name)),
        _ => return None,
    })
}

/// A JSON object of texts, as [`crate::village::Profile`] reads it. It stands in a text itself, into
/// which no schema looks.
fn texts() -> String {
    let text = r#""([^"\\\x00-\x1f]|\\(["\\/bfnrt]|u[0-9A-Fa-f]{4}))*""#;
    let blank = r"[ \t\n\r]*";
    let entry = format!("{blank}{text}{blank}:{blank}{text}{blank}");
    format!(r"^{blank}\{{({entry}(,{entry})*|{blank})\}}{blank}$")
}

fn one_of<const N: usize>(names: [&str; N]) -> Value {
    let names = names.into_iter().map(Value::from).chain([Value::Nothing]);
    Value::map([("enum", list(names))])
}
