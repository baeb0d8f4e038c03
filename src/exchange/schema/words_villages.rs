//! What stands in the kinds of records of village profiles, in the schema's words.

use super::{Described, FROM_WORKSHOP};

const OF_PROFILE: &str = "The profile that it belongs to: the `id` of a record of the kind `profile`, in \
     this file or on the reader's device, such as `0199160f-2a40-7b1e-8c55-6d20f4a1e301`. Without it, it \
     is not shown.";

pub(super) const PROFILE: Described = (
    "profile",
    "A village profile: what place it is about, and who writes it. Everything else of it are records of \
     the other kinds, which name the profile; the profile does not list them. A long text or a rating is \
     a record of its own.\n\n\
     PARTS. A process, a passage, a rating and a thread are each a part of which there is one only. So \
     that two people who write the same part without knowing of each other write the same record, its id \
     is not new but follows from its owner and its part. The owner is the profile; of a thread it is the \
     action. Make the text `OWNER/KIND/PART`: the owner's id in lower case with hyphens, a stroke, the \
     name of the kind, a stroke, and the part. The part of a passage and of a rating stands in its field \
     `part`; of a thread it is its `goal`; of a process it is empty, so that the text ends with a stroke. \
     Take the SHA-256 of this text in UTF-8. The id has sixteen bytes: the first six of the owner's id, \
     which are its milliseconds, and then the first ten of the SHA-256, in which the version and the \
     variant of UUID version 7 are set: the upper four bits of the id's seventh byte are 0111, the upper \
     two of its ninth are 10. Of the profile `0199160f-2a40-7b1e-8c55-6d20f4a1e301` the passage \
     `8a1/today` has the id `0199160f-2a40-7bad-8d69-cec56eac8878`. A part that gets another id stands beside the one that people \
     write in the app, and they do not meet.\n\n\
     AS TYPED. Where a number or a date is asked for, the app keeps it in one form if it can read it: a \
     number as a text such as `1250.5`, with a point before the decimals and no grouping, at most fifteen \
     digits, of which six decimals; a date as `2026`, `2026-H1`, `2026-Q3`, `2026-09` or `2026-09-05`. \
     What it cannot read it keeps as it was typed, such as `ca. 30`; that is shown, and nothing is reckoned \
     with it. Write the one form wherever you can. An address is kept as it was typed too; it can be \
     followed only where it is a link with http, https or mailto and without blanks.",
    &[
        ("name", "The name of the place, or of several that stand together. One line."),
        (
            "place_kind",
            "What the place is in the municipality's town pattern. `centre_town`: the level below Randers \
             itself. `local_town`: the level below the centre towns. `village`. `cluster`: several places \
             that stand together; they stand in the passage `members`.",
        ),
        (
            "course",
            "Whether the place is to be developed; `own` where it is left out. `own`: in its own right. \
             `together`: it is a place to live, together with another village or cluster, which stands in \
             `belongs_to`; how they belong together stands in the passage `together`.",
        ),
        (
            "belongs_to",
            "The name of the village or cluster that the place belongs to. It is looked at where `course` \
             is `together`. One line.",
        ),
        ("pitch", "What the place is, for somebody who does not know it. One line."),
        ("council", "The name of the local council that writes the profile. One line."),
        (
            "contact",
            "How the local council is reached: mostly the name, the address or the number of a person. It \
             is personal: it stands in no version, and files that are handed on without names do not hold \
             it. Leave it out where it is not needed. One line.",
        ),
        ("map", "The address of a map of the place, such as `https://example.org/map`; as typed."),
        (
            "plan_link",
            "The address of a plan for the place that was published elsewhere, such as \
             `https://example.org/plan`; as typed.",
        ),
    ],
);

pub(super) const PROCESS: Described = (
    "process",
    "How far a profile has come. There is one for a profile, with an empty part: its id follows from the \
     text `PROFILE/process/` (see `profile`). All dates are in the one form, such as `2026-06-18`, or as \
     typed.",
    &[
        ("profile", OF_PROFILE),
        (
            "stage",
            "How far it has come; `draft` where it is left out. `draft`: it is being written. `hearing`: \
             everybody is asked what they think of it. `adopted`: it was adopted. `revision`: it was \
             adopted, and is being looked at again.",
        ),
        ("begun", "When the work on the profile began; a date, or as typed."),
        ("hearing_from", "The first day of the hearing; a date, or as typed."),
        ("hearing_to", "The last day of the hearing; a date, or as typed."),
        ("adopted", "When the profile was adopted; a date, or as typed."),
        (
            "revision",
            "When the profile is to be looked at again; a date, or as typed. Without it that is two years \
             after `adopted`.",
        ),
    ],
);

pub(super) const PASSAGE: Described = (
    "passage",
    "One text of a profile. There is one for each part: its id follows from the text \
     `PROFILE/passage/PART` (see `profile`). It needs `profile`, `part` and `text`.",
    &[
        ("profile", OF_PROFILE),
        (
            "part",
            "Which text it is. Of the whole profile: `members` (the places of a cluster, one a line), \
             `together` (how the place and the one that it belongs to belong together), `history`, \
             `heritage` (what is to be taken care of), `vision`, `values`, `known` (what the place wants \
             to be known for), `influence` (what the local council is heard about, and what is agreed with \
             the municipality), `background` (how the profile came about), `carried` (who carries it out) \
             and `sources` (one a line). Of each point of goal 8a, from `8a1` to `8a7`, with a stroke and: \
             `today`, `strengths`, `weaknesses`, `wishes`, `plan` (what the adopted plan says), `challenge` \
             (what of it the village challenges), `challenge-why`, `challenge-proposal` and \
             `challenge-answer` (what the municipality answered); such as `8a4/challenge-why`.",
        ),
        ("text", "The text itself: plain text with line breaks, no markup."),
    ],
);

pub(super) const RATING: Described = (
    "rating",
    "A rating of a point from 1 to 7, by one person or by a group. There are two for a point, of which the \
     ids follow from the text `PROFILE/rating/PART` (see `profile`). It needs `profile`, `part` and \
     either `rated` or `tally`.",
    &[
        ("profile", OF_PROFILE),
        (
            "part",
            "Which rating it is: the id of the point, from `8a1` to `8a7`, a stroke, and `now` for how it \
             is or `wished` for how it is to be; such as `8a1/now` and `8a1/wished`.",
        ),
        (
            "rated",
            "The rating, from 1 (the least) to 7 (the most): a whole number, not a text. It is looked at \
             where no group has rated.",
        ),
        (
            "tally",
            "How many of a group gave each rating: seven whole numbers in a text, from the rating 1 to the \
             rating 7, with commas and without blanks, each at most 100,000; such as `0,0,3,5,1,0,0` for \
             nine people with the mean 3.8. It goes before `rated`, unless all are 0.",
        ),
        ("reason", "Why the point is rated so: plain text with line breaks."),
        ("from_workshop", FROM_WORKSHOP),
    ],
);

pub(super) const FIGURE: Described = (
    "figure",
    "A key figure of a place, such as how many live there. Its id is a new one.",
    &[
        ("profile", OF_PROFILE),
        ("name", "What is counted or measured, such as `Indbyggere`. One line."),
        ("amount", "How much or how many: a number in a text, such as `412`, or as typed."),
        (
            "unit",
            "What stands after the amount, such as `km`. Left out where nothing stands there.",
        ),
        ("year", "When it was so: a date, such as `2026` or `2026-01-01`, or as typed."),
        ("source", "Where the figure comes from, such as `Danmarks Statistik, BY1`. One line."),
        ("link", "The address of the source, such as `https://example.org/figures`; as typed."),
        ("wished", "What the figure is to become: a number in the form of `amount`, or as typed."),
        ("wished_by", "By when it is to be so: a date in the form of `year`, or as typed."),
    ],
);

pub(super) const ACTION: Described = (
    "action",
    "A line of the action plan. Its id is a new one. The goals of the vision that it serves are records of \
     the kind `thread`.",
    &[
        ("profile", OF_PROFILE),
        ("what", "What is to be done, such as `Sti fra skolen til hallen`. One line."),
        ("why", "Why it is to be done: plain text with line breaks."),
        (
            "who",
            "Who does it, such as `Stiudvalget`: an association or a group. It is handed on with every \
             file: do not write the name of a person here.",
        ),
        ("time", "When it is done, in any words, such as `forår 2027`. One line."),
        ("cost", "What it costs, in kroner: a number in a text, such as `125000`, or as typed."),
        ("funding", "Who pays, in any words, such as `Landsbypuljen og egne midler`. One line."),
        (
            "state",
            "How far it has come; left out where nobody has said. `dropped`: it was given up, or something \
             else came in its place.",
        ),
        (
            "link",
            "Where more can be read: an address such as `https://example.org/path`; as typed.",
        ),
        (
            "order",
            "Its place among the actions of the profile: a whole number, the lowest comes first. Among \
             equal numbers the one that was made first does; without a number it comes last.",
        ),
        ("from_workshop", FROM_WORKSHOP),
    ],
);

pub(super) const THREAD: Described = (
    "thread",
    "The red thread: an action serves a goal of the vision. There is one for each action and goal: its id \
     follows from the text `ACTION/thread/GOAL` (see `profile`), where the action is the owner. It needs \
     all its fields. An action that no longer serves a goal has a deleted thread.",
    &[
        ("profile", OF_PROFILE),
        ("action", "The action: the `id` of a record of the kind `action` in the same profile."),
        (
            "goal",
            "The id of the goal of the vision, such as `16a`; a part of a goal, such as `8a4`, too.",
        ),
    ],
);

pub(super) const PARTNER: Described = (
    "partner",
    "A place or an association that this place works together with. Its id is a new one.",
    &[
        ("profile", OF_PROFILE),
        (
            "with",
            "The other place's profile: the `id` of a record of the kind `profile`. That one is mostly not \
             in this file; where it is on the reader's device, the app leads to it. Left out where there is \
             none.",
        ),
        ("name", "The name of the other place or association. One line."),
        ("about", "What the partnership is about: plain text with line breaks."),
    ],
);

pub(super) const COMMENT: Described = (
    "comment",
    "What somebody says to a part of a profile. Its id is a new one. Comments are handed on with the \
     profile, and stand in no version of it.",
    &[
        ("profile", OF_PROFILE),
        (
            "part",
            "What the comment is about: the id of a point, from `8a1` to `8a7`, or `actions` for the action \
             plan. Others are kept, and not shown.",
        ),
        ("text", "The comment itself: plain text with line breaks, no markup."),
        (
            "by",
            "Who says it, such as `Bo, Ellekrog`. It is personal: files that are handed on without names do \
             not hold it. Leave it out where it is not needed.",
        ),
        ("settled", "True if the comment has been dealt with; else left out, or false."),
    ],
);

pub(super) const VERSION: Described = (
    "version",
    "A profile as it was when somebody gave that a name, so that a later one can be compared with it. Its \
     id is a new one. It holds no names of persons.",
    &[
        ("profile", OF_PROFILE),
        ("name", "What the version is called, such as `Efter borgermødet`. One line."),
        ("made", "The day on which it was named: a date, such as `2025-09-18`."),
        (
            "content",
            "What the profile said, as a text that is JSON itself: one object of names with texts, each \
             text without blanks around it, empty ones left out, whole numbers as texts too. The names are \
             `profile/FIELD`, `process/FIELD`, `passage/PART` for the text of a passage, \
             `rating/PART/FIELD`, `figure/ID/FIELD`, `action/ID/FIELD`, `partner/ID/FIELD` and \
             `thread/ACTION/GOAL`, at which the goal stands again; for example \
             `{\"passage/8a1/today\":\"Ved fjorden.\",\"profile/name\":\"Ellekrog\"}`. The fields \
             `profile` and `part` of the records are not repeated. The contact, comments and other \
             versions do not stand in it. Where a field had several values, it holds the one in front.",
        ),
    ],
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::RecordId, village};

    #[test]
    fn the_id_of_a_part_that_is_told_is_the_one_that_the_app_makes() {
        let (_, words, _) = PROFILE;
        let profile = "0199160f-2a40-7b1e-8c55-6d20f4a1e301";
        assert!(words.contains(&format!("Of the profile `{profile}`")));
        let owner = RecordId::parse(profile).unwrap();
        let id = village::records::part_id(owner, &village::records::PASSAGE, "8a1/today");
        assert!(words.contains(&format!("has the id `{id}`")), "{id}");
    }

    #[test]
    fn every_part_that_the_app_knows_is_told() {
        let (_, _, fields) = PASSAGE;
        let words = fields.iter().find(|(field, _)| *field == "part").unwrap().1;
        for part in village::PASSAGES.iter().chain(&village::POINT_PASSAGES) {
            assert!(words.contains(&format!("`{part}`")), "{part}");
        }
    }
}
