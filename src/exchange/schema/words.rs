//! The descriptions in the schema: what whoever writes an importer or reads a file has to know.

// Beside this file and not below it, as all of the schema's files.
#[path = "words_villages.rs"]
mod villages;
#[path = "words_workshops.rs"]
mod workshops;

/// What a file is, how it is read, how copies are merged, and how a new one is written.
pub(super) fn file() -> String {
    [
        "A file of Pejlemærke. It is JSON (RFC 8259) in UTF-8, at most 50,000,000 bytes. No key may \
         stand twice in an object, and no object may have more than 10,000 keys or nest deeper than \
         64. Numbers are whole: fractions are written as texts, such as \"87.5\", with a point and \
         without grouping. What does not conform is refused as a whole, and nothing of it is kept.",
        "READING. `body.records` holds records: things that people made, each with an id that never \
         changes. A record's `changes` hold what still stands of everything that was done to it; each \
         change has a name of its own (`by`), a time and the fields that it `set`. To know what is in \
         a field, look for it in the `set` of every change. Where it stands once, or everywhere with \
         the same value, that is its value. Where it stands with different values, people changed it \
         without knowing of each other: all of them are its values, until somebody chooses. The one \
         in front is of the change with the highest number, and among equal numbers of the writer \
         that comes last in the order of ASCII; within one change `set` comes before `or`. A field \
         that stands nowhere, or is null, is empty. A record is shown if one of the values of `alive` \
         is true; with a false one only, it was deleted; without either, it is not there.",
        "STANDS means: nobody who had seen the value has put another in its place. Whoever overwrites \
         a value takes it out of the change in which it stood; a change without any field left is \
         dropped. So `changes` are not a history. `seen` remembers what was dropped: of each writer, \
         it has the number up to which this copy has seen changes to this record.",
        "MERGING two copies of a record, that is, two with the same id and kind: a field that stands in \
         the same change of both stays. One that stands in one copy only stays if the other has not \
         seen that change (the number in `by` is higher than the other's `seen` for its writer, or \
         there is none), and falls if it has. `seen` becomes the higher number of each writer. Where \
         the same change has different values in both, as after an alteration by hand, all of them \
         stay, and `{\"withheld\": true}` gives way to a name. No clock decides. Merging the same file \
         twice changes nothing.",
        "WRITING a new file: make up a writer of your own, fourteen random letters, for each run of \
         your program. Give every record a new id (UUID version 7, RFC 9562, in lower case), exactly \
         one change with the number 1, and `seen` with that writer and 1. Set `alive` to true, or the \
         record is not shown, and leave out the fields that are empty. The first entry of `examples` \
         is a whole file: a record, and another that names it.",
        "WRITING AGAIN: keep the ids that you gave. New ids make second records. To change a record, \
         take the newest copy of it that you have, choose a number one above the highest in its `seen`, \
         put your fields and `alive` into a change with that number and your writer, take what they \
         replace out of the older changes, and enter the number in `seen` for your writer. To delete \
         it, set `alive` to false in this way. Never use the same writer and number for something \
         else. Whatever people changed in copies that you did not have is not lost: it stands beside \
         your values.",
        "KEEP what you do not know. Fields in `set` that are not described here are allowed and are \
         handed on as they are; a newer version may have written them. Other keys outside `set` and \
         `or` are not kept. A kind of record that is not described here is refused.",
    ]
    .join("\n\n")
}

pub(super) const FORMAT: &str =
    "What the file is. It decides which kinds of records may stand in it.";
pub(super) const VERSION: &str = "The version of the form of the file.";
pub(super) const MIN_READER: &str = "The oldest version that can read the file. A reader that only knows lower ones must refuse it.";
pub(super) const VISION: &str = "The edition of the vision that the file is about: `randers-2021` for \
     Randers Kommune’s Vision 2021. The ids of goals and indicators are those of this edition. A file \
     about another one is refused.";
pub(super) const EXPORTED: &str = "When the file was written, by its writer's clock.";
pub(super) const WITHOUT: &str = "What was left out of the file on purpose. `[\"names\"]`: the names of \
     persons were taken out, and `{\"withheld\": true}` stands in their place. Absent where nothing \
     was left out.";
pub(super) const BODY: &str = "What the file holds.";
pub(super) const RECORDS: &str = "The records, in any order; the app writes them by their ids, a record \
     a line. An id stands once. Deleted records stand here too, so that a deletion is handed on.";

pub(super) const RECORD_ID: &str = "A record's id: a UUID of version 7 (RFC 9562) in lower case with \
     hyphens, such as `01a20dc8-fb08-7c3e-9b1f-5a2d84e0c617`. Its first 48 bits are the time at which \
     the record was made, in milliseconds since 1970, so that ids sort by time. It never changes, and \
     other records refer to it.";
pub(super) const WRITER: &str = "Who writes: fourteen letters of `A–Z`, `a–z`, `0–9`, `-` and `_`, such \
     as `k3Jd92Lxab12Zy`. The first eight name a device, the other six one opening of the app on it. A \
     program makes up all fourteen at random for each run.";
pub(super) const MOMENT: &str = "A time in UTC to the second, such as `2026-11-24T13:40:05Z`, by the \
     clock of some device. It is shown and decides nothing.";
pub(super) const SEEN: &str = "Of each writer the number up to which this copy has seen changes to this \
     record. It covers every change that stands in `changes`. A record that was made by one change has \
     one entry with the number 1.";
pub(super) const CHANGE: &str = "What still stands of a change to the record. A change stands once in a \
     record.";
pub(super) const BY: &str = "The change's name: its writer, a point, and its number, such as \
     `k3Jd92Lxab12Zy.1`. The number is one more than the highest in `seen` when the change was made. It \
     is at most the number that `seen` has for the writer.";
pub(super) const SET: &str = "The values that the change put into fields and nobody has overwritten \
     since. Null: the field was emptied.";
pub(super) const OR: &str = "Further values that the same change left in a field of `set`; mostly \
     absent. Every field in it stands in `set` too. A program that makes records does not need it.";
pub(super) const ALIVE: &str = "Whether the record is there. True: it is, and every change to a record \
     says so. False: it was deleted. Null: its making was undone. True and false by two changes: it \
     was deleted by somebody who did not know of the other change; it is shown until somebody decides.";
pub(super) const WITHHELD: &str = "A name that was left out of the file on purpose. Wherever the name is \
     known, it stays when the file is taken in.";
pub(super) const RECORD_FORMAT: &str = "The version of this kind's fields.";
pub(super) const CHANGES: &str = "What still stands of the changes to the record. The app writes the \
     oldest first: by number, then by writer.";
pub(super) const FIELDS: &str = "The fields of this kind. All may be left out; others are kept.";

const OF_SET: &str = "The set that it belongs to: the `id` of a record of the kind `set`, in this file \
     or on the reader's device, such as `01a20dc8-fb08-7c3e-9b1f-5a2d84e0c617`. Without it, it is not \
     shown.";
const INDICATOR: &str = "The id of the indicator. Of the vision's own indicators it is the id of their \
     goal or paragraph, such as `1e` or `5-m2`, with `.2` for a second one of the same, or `o01` and so \
     on where the vision announces a target and sets none. Of an indicator that somebody added it is \
     the `id` of its record. The app has it at the end of the address of the form for a new \
     observation: `#/maalinger/ny/1e`.";

const FROM_WORKSHOP: &str = "The workshop that it came out of: the `id` of a record of the kind `workshop`. \
     That one is mostly not in this file; where it is on the reader's device, the app leads to it. Nothing \
     is reckoned with it. Left out where there is none.";

type Fields = &'static [(&'static str, &'static str)];

/// A kind with what it is, and its fields with what stands in them.
type Described = (&'static str, &'static str, Fields);

/// Every kind.
pub(super) const KINDS: &[Described] = &[
    (
        "note",
        "A note that somebody wrote to an item of the vision. It is shown there if it has an `item`.",
        &[
            (
                "item",
                "The id of the item that the note is about: a goal (`1a`, a part such as `8a1`), a theme \
                 (`5`, `e6`) or a paragraph (`1-r1`).",
            ),
            (
                "text",
                "The note itself: plain text with line breaks, no markup. At most 20,000 characters.",
            ),
            (
                "by",
                "The name of whoever wrote it, such as `Ane, Asferg lokalråd`, if they want it there; else \
                 leave it out.",
            ),
            ("from_workshop", FROM_WORKSHOP),
        ],
    ),
    (
        "set",
        "A measurement set: a named collection of observations, targets and indicators. They name the \
         set; the set does not list them.",
        &[
            ("name", "The name of the set, such as `Forældretilfredshed 2018–2020`. One line."),
            (
                "about",
                "What the set is about and where its figures come from: plain text with line breaks.",
            ),
            ("from_workshop", FROM_WORKSHOP),
        ],
    ),
    (
        "observation",
        "An observation: a dated value of an indicator, or the state of a yes/no promise, with its \
         source. It needs `set`, `indicator` and either `value` or `state`, and without `when` it \
         decides no status. Which of the fields are used depends on the kind of the indicator. share: \
         `value` in per cent. count: `value` in the unit of the indicator. rank: `value` is the place, \
         from 1, and `of` how many there are. comparison: `value` beside `of`, the figure it is compared \
         with. coverage: `value` out of `of`. scale: `value` is a mean on a scale up to `of`. milestone: \
         `state`, and no value.",
        &[
            ("set", OF_SET),
            ("indicator", INDICATOR),
            (
                "when",
                "When it was so, as precisely as is known: `2020`, `2020-H1`, `2020-Q3`, `2020-11` or \
                 `2020-11-24`; a day that exists, from 1900 to 2200. It is in the future only where \
                 `quality` is `forecast`. What is known less precisely counts as its last day.",
            ),
            (
                "value",
                "The value as a decimal number in a text, such as `87.5` or `-3`: a point before the \
                 decimals, no grouping, no unit, at most fifteen digits, of which six decimals. 87.5 per \
                 cent is `87.5`, not `0.875`. The decimals are shown as they are written.",
            ),
            (
                "of",
                "Of how many, or compared with what; a decimal number such as `91`. Needed for coverage and \
                 comparison, of use for rank and scale, and left out for all others.",
            ),
            (
                "state",
                "The state of a yes/no promise, for indicators of the kind milestone, such as `under_way`. \
                 Where it is given, `value` is not looked at. `dropped`: it was given up, or something else \
                 came in its place.",
            ),
            (
                "quality",
                "How sure it is; left out for `measured`. `estimated`: reckoned from something else. \
                 `provisional`: to be corrected later. `forecast`: about the future; it never decides a \
                 status.",
            ),
            (
                "break",
                "True if the value cannot be compared with the one before it, as after a new way of \
                 counting; else left out.",
            ),
            (
                "title",
                "The title of the source, such as `Brugertilfredshed i dagtilbud 2020`. One line.",
            ),
            ("publisher", "Who published the source, such as `Danmarks Statistik`. One line."),
            (
                "address",
                "The address of the source: a link with http, https or mailto, without blanks, such as \
                 `https://example.org/survey`.",
            ),
            ("source_date", "When the source was published, in the form of `when`: `2021-01-15`."),
            (
                "sample",
                "How many were asked or counted, such as 1204: a whole number, not a text. Left out where it \
                 is not known.",
            ),
            ("note", "A remark on the observation: plain text with line breaks."),
            (
                "owner",
                "The person who answers for the observation, such as `Ane Holm`. It is the name of a person: \
                 leave it out where it is not needed.",
            ),
            ("from_workshop", FROM_WORKSHOP),
        ],
    ),
    (
        "indicator",
        "An indicator that somebody added to a set: something that can be measured for an item of the \
         vision. Observations and targets refer to it by its record's `id`.",
        &[
            ("set", OF_SET),
            (
                "item",
                "The id of the goal, theme or paragraph that it is about, such as `5d`, `5` or `5-m2`.",
            ),
            ("name", "What is measured, such as `Antal frivillige i foreningerne`. One line."),
            (
                "kind",
                "How it is measured, and thereby how its observations are written (see there); `count` where \
                 it is left out. share: per cent. count: a number of something. rank: a place among so \
                 many, lower is better. comparison: a figure beside another. coverage: so many of all. \
                 milestone: a yes/no promise. scale: a mean on a scale.",
            ),
            (
                "unit",
                "What stands after the values, such as `boliger` or `km`. For shares it is always per cent. \
                 Left out where nothing stands there.",
            ),
            ("from_workshop", FROM_WORKSHOP),
        ],
    ),
    (
        "target",
        "A target that somebody set for an indicator for which the vision sets none; elsewhere it is not \
         looked at. It needs `set`, `indicator` and `value`. At most one for an indicator in a set.",
        &[
            ("set", OF_SET),
            ("indicator", INDICATOR),
            (
                "value",
                "What is to be reached: a decimal number in a text, such as `85`, in the unit of the \
                 indicator; for coverage in per cent. `0` where the side says everything, as for `above` \
                 and `done`.",
            ),
            (
                "side",
                "On which side of the value it is reached; `at_least` where it is left out. at_least: the \
                 value or more. at_most: the value or less, as for ranks. above: the observation's `value` \
                 is above its `of`. upper_part: the place times the value is at most `of`, so that 3 is the \
                 upper third. done: the state is done.",
            ),
            (
                "unit",
                "What stands after the indicator's values, such as `boliger` or `%`, where that is not said \
                 already. One line.",
            ),
            (
                "deadline",
                "By when it is to be reached: `2021`, `2021-H1`, `2021-Q4`, `2021-06` or `2021-06-30`. The last \
                 day of it counts. Left out where there is none.",
            ),
            (
                "baseline",
                "The value where it started, such as `72`, in the form of `value`. It counts only together \
                 with `baseline_when`.",
            ),
            ("baseline_when", "When it started there, in the form of `deadline`: `2014`."),
        ],
    ),
    (
        "verdict",
        "A status that a person has put in place of the computed one, with their reason; both are shown. \
         It needs `set`, `item` and `status`. At most one for a goal in a set.",
        &[
            ("set", OF_SET),
            ("item", "The id of the goal, such as `5d` or `8a1`, of which the status is replaced."),
            (
                "status",
                "The status. kept: reached in time. kept-late: reached after the deadline. on-the-way: on \
                 the straight path to the target. behind: behind that path. moving-away: further from the \
                 target than at the start. missed: not reached in time. no-target: nothing to hold the \
                 observations against. no-data: nothing that tells.",
            ),
            (
                "reason",
                "Why the computed status misleads: plain text that others can check, never empty.",
            ),
            (
                "owner",
                "The person whose judgement it is, such as `Ane Holm`. It is the name of a person: leave it \
                 out where it is not needed.",
            ),
        ],
    ),
    villages::PROFILE,
    villages::PROCESS,
    villages::PASSAGE,
    villages::RATING,
    villages::FIGURE,
    villages::ACTION,
    villages::THREAD,
    villages::PARTNER,
    villages::COMMENT,
    villages::VERSION,
    workshops::WORKSHOP,
    workshops::ACTIVITY,
    workshops::SUBJECT,
    workshops::TABLE,
    workshops::SEAT,
    workshops::ROUND,
    workshops::HANDS,
    workshops::BALLOT,
    workshops::NOTE,
    workshops::GROUP,
    workshops::AGREEMENT,
];

/// What a kind is.
pub(super) fn kind(name: &str) -> Option<&'static str> {
    KINDS.iter().find(|(kind, ..)| *kind == name).map(|(_, words, _)| *words)
}

/// What stands in a field of a kind.
pub(super) fn field(kind: &str, name: &str) -> Option<&'static str> {
    let (.., fields) = KINDS.iter().find(|(known, ..)| *known == kind)?;
    fields.iter().find(|(field, _)| *field == name).map(|(_, words)| *words)
}
