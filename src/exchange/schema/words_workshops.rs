//! What stands in the kinds of records of workshops, in the schema's words.

use super::Described;

const OF_WORKSHOP: &str = "The workshop that it belongs to: the `id` of a record of the kind `workshop`, \
     in this file or on the reader's device, such as `01a209cb-59c1-77ee-a761-5ef35f30b701`, in lower \
     case. Without it, it is not shown and counts nowhere.";
const OF_ACTIVITY: &str = "The activity that it belongs to: the `id` of a record of the kind `activity` \
     in the same workshop, in lower case. Without it, or with one of another workshop, it counts nowhere.";
const OF_TABLE: &str = "The table that it comes from: the `id` of a record of the kind `table` in the same \
     workshop, in lower case (see `workshop` on how it follows).";
const OF_SUBJECT: &str = "What it is about: the id of an item of the vision, such as `8a1`, or the `id` of \
     a record of the kind `subject`, `workshop-note` or `group` in the same workshop.";
const ORDER: &str = "Its place among the others of its kind in the workshop: a whole number, the lowest \
     comes first. Among equal numbers the one with the smallest id does; without a number it comes last.";

pub(super) const WORKSHOP: Described = (
    "workshop",
    "A workshop: what it is about and how it is held. Everything else of it are records of the other \
     kinds, which name it in `workshop`; the workshop does not list them. Its agenda are the records of \
     the kind `activity`. Each device is a `table` with its own place on the agenda and its own clock. \
     Tables are combined by taking in the files of all of them, in any order; what is in two files \
     counts once.\n\n\
     IDS. A workshop, an activity, a subject, a note, a group and an agreement each have a new id. A \
     table, a seat, a round, hands and a ballot are each a part of which there is one only. So that \
     whoever votes again has one ballot still, and a file that comes twice brings nothing new, its id is \
     not new but follows from its owner and its part. Make the text `OWNER/KIND/PART`: the owner's id in \
     lower case with hyphens, a stroke, the name of the kind, a stroke, and the part. Take the SHA-256 of \
     this text in UTF-8. The id has sixteen bytes: the first six of the owner's id, which are its \
     milliseconds, and then the first ten of the SHA-256, in which the version and the variant of UUID \
     version 7 are set: the upper four bits of the id's seventh byte are 0111, the upper two of its ninth \
     are 10. Owners and parts, with the ids of a workshop \
     W = `01a209cb-59c1-77ee-a761-5ef35f30b701` and its activity \
     A = `01a209cb-59bb-701e-9261-7b0feda7b711`: `W/table/DEVICE`, such as `W/table/AnesMac1` with the id \
     T = `01a209cb-59c1-7419-9c65-17262a512349`; `A/seat/T/NUMBER`, such as `A/seat/T/2` with \
     `01a209cb-59bb-79c2-bf10-abb7f5e6e801`; `A/round/T` with \
     `01a209cb-59bb-7d92-a3de-11062a8333a9`; `A/hands/T/SUBJECT`, such as `A/hands/T/8a1` with \
     `01a209cb-59bb-7d42-875f-f61d8634c583`; and `A/ballot/T/NUMBER`, such as `A/ballot/T/2` with \
     `01a209cb-59bb-7c7a-b33a-e69a7ca894e2`. In these texts the ids themselves stand in the place of W, A \
     and T.\n\n\
     COUNTING. What a vote came to is not kept: it is counted from the rounds, the ballots and the hands \
     that name its activity and its workshop, table by table. Of a field with several values the one in \
     front counts. What was deleted does not count, nor does a round, a ballot or hands under another id \
     than the fields `activity`, `table`, and `number` or `subject` give it: it would count beside the one \
     that people write in the app. The `way` of a table's round decides whether its ballots count or its \
     hands; the others are kept and not counted. A ballot FITS if all its answers are ones that the method \
     has, and where votes are spread (`dots`) are no more than the activity's `votes` together. An empty \
     one fits: whoever abstains has voted. Hands fit if the method has their answers and the `people` of \
     the round can have shown them: with `dots`, all hands of the table together are no more than `people` \
     times `votes`, or none of them fits; else \
     those for one subject are no more than `people`. Where hands are all there is and nobody said how \
     many people there are, they do not fit. What does not fit (UNFIT) is taken in and kept, told of in \
     the result, and nothing of it counts. A table that is LEFT OUT is shown with what it cast and adds \
     nothing. A vote on something that people cannot vote on there, or that was deleted since, counts and \
     is shown after the others. Where people vote on notes, a group has the votes of its own id, of its \
     notes, and of the groups that were merged into it.",
    &[
        ("name", "The name of the workshop, such as `Borgermøde i Ellekrog`. One line."),
        ("aim", "What is to come of it: plain text with line breaks, shown when people arrive."),
        ("place", "Where it is held, such as `Forsamlingshuset, Ellekrog`. One line."),
        (
            "held",
            "The day on which it is held: a date such as `2026-11-25`, or as typed, such as `til foråret`, \
             which is shown and not reckoned with. One line.",
        ),
        (
            "facilitator",
            "Who leads it. It is the name of a person: files that are handed on without names do not hold \
             it. Leave it out where it is not needed.",
        ),
        (
            "template",
            "The template that its agenda was made from; left out where there was none. Nothing follows \
             from it.",
        ),
        (
            "profile",
            "The village profile that it is for: the `id` of a record of the kind `profile`, which is \
             mostly not in this file. Left out where there is none.",
        ),
        (
            "named",
            "True if people give their names, at their seats and on notes; else left out, or false.",
        ),
        (
            "locking",
            "True if the app takes nothing in once a table's time is up; else left out, or false. What is \
             in a file counts all the same.",
        ),
    ],
);

pub(super) const ACTIVITY: Described = (
    "activity",
    "A step of the agenda: what is done, and what is asked. Its id is a new one. People vote in those of \
     the stages `voting` and `prioritising`; only there `method`, `votes`, `on_notes` and `items` are \
     looked at. Once somebody has voted, these four are not to be changed.",
    &[
        ("workshop", OF_WORKSHOP),
        (
            "stage",
            "What is done in it; `welcome` where it is left out. `welcome`: people arrive and hear what it \
             is about. `writing`: everybody writes notes in silence. `voting`: people vote, and what it \
             comes to is hidden. `reveal`: what the vote before came to is shown. `grouping`: notes that \
             say the same are put together. `prioritising`: people vote on what is most important, mostly \
             on the notes. `agreeing`: what is to be done, who does it, and when. `closing`: the result is \
             looked at, and handed on.",
        ),
        (
            "minutes",
            "How many minutes it takes: a whole number. Where it is left out: 5 for `welcome`, `reveal`, \
             `prioritising` and `closing`, 8 for `writing` and `voting`, 10 for `grouping` and `agreeing`.",
        ),
        ("question", "What is asked, such as `Hvad skal vi tage fat på først?`. One line."),
        (
            "method",
            "How people vote; `dots` where it is left out. `dots`: each person has so many `votes` and \
             spreads them, several on one subject too. `rating`: each person rates each subject from 1 to \
             7. `stance`: each person agrees, disagrees, or does neither.",
        ),
        (
            "votes",
            "How many votes each person has, with `dots`: a whole number. Where it is left out: 1, and 3 \
             for `prioritising`.",
        ),
        (
            "on_notes",
            "True if people vote on the notes of the workshop, or on the groups that they are in, and not \
             on `items` and subjects; else left out, or false.",
        ),
        (
            "items",
            "The ids of the goals, points of goal 8a, themes or paragraphs of the vision that people vote \
             on, in order, each once, at most a hundred, with one blank between: `8a1 8a3 8a4`. What people \
             vote on in their own words are records of the kind `subject`, which come after these.",
        ),
        ("order", ORDER),
    ],
);

pub(super) const SUBJECT: Described = (
    "subject",
    "Something to vote on in the workshop's own words. Its id is a new one; votes on it name that id. It \
     needs all its fields but `order`.",
    &[
        ("workshop", OF_WORKSHOP),
        ("activity", OF_ACTIVITY),
        ("text", "What is voted on, such as `Den tomme butik ved kirken`. One line."),
        ("order", ORDER),
    ],
);

pub(super) const TABLE: Described = (
    "table",
    "A table: a device at a workshop. There is one for each device, and its id follows from the text \
     `WORKSHOP/table/DEVICE` (see `workshop`), in which the device is eight letters of `A–Z`, `a–z`, \
     `0–9`, `-` and `_`: the first eight of its writers. A program that brings the votes of a table makes \
     up eight for it at random and stays with them. Votes from a table without such a record count too.",
    &[
        ("workshop", OF_WORKSHOP),
        (
            "name",
            "What the table is called, such as `Ved døren`. Not the name of a person. One line.",
        ),
        (
            "people",
            "How many people sit there: a whole number. It is shown, and no vote is counted by it; that is \
             the `people` of a `round`. Left out, or 0, where nobody has said.",
        ),
        (
            "at",
            "Where the table is on the agenda: the `id` of a record of the kind `activity` in the same \
             workshop; without it, or where that is not on the agenda, at the first. What a vote came to \
             is shown at a table once it is past the vote.",
        ),
        (
            "timer",
            "The clock of the table. `stopped 300`: it stands still with 300 seconds left, at most 36000, \
             which are ten hours. `running 1764000000`: it runs, and its time is up so many seconds after \
             the beginning of 1970 (UTC). One blank, and no zeros before a number.",
        ),
        (
            "left_out",
            "True if what the table cast does not count, as where a table has voted twice; else left out, \
             or false. It is shown all the same, and can be taken in again.",
        ),
    ],
);

pub(super) const SEAT: Described = (
    "seat",
    "Who voted from a seat of a table in an activity, in a workshop that is held with names. There is one \
     for each activity, table and number: its id follows from the text `ACTIVITY/seat/TABLE/NUMBER` (see \
     `workshop`). Ballots name the number of \
     their seat, so that with this record they can be traced to a name: leave it out where that is not \
     wanted.",
    &[
        ("workshop", OF_WORKSHOP),
        ("activity", OF_ACTIVITY),
        ("table", OF_TABLE),
        ("number", "The number of the seat, from 1, such as 2: a whole number, not a text."),
        (
            "name",
            "Who sits there. It is the name of a person: files that are handed on without names do not \
             hold it.",
        ),
    ],
);

pub(super) const ROUND: Described = (
    "round",
    "How a table votes in an activity. There is one for each activity and table: its id follows from the \
     text `ACTIVITY/round/TABLE` (see `workshop`), and under another it does not count. Where it is left \
     out, the ballots count.",
    &[
        ("workshop", OF_WORKSHOP),
        ("activity", OF_ACTIVITY),
        ("table", OF_TABLE),
        (
            "way",
            "In which way the votes came in that count; `pass` where it is left out. `pass`: a device went \
             round, and everybody cast a `ballot`. `hands`: people showed their `hands`, and somebody \
             counted them. What came in the other way is kept and not counted.",
        ),
        (
            "people",
            "How many people took part by showing their hands: a whole number. They are counted as having \
             voted, and hands fit only as far as so many people can have shown them. Of use with `hands` \
             only.",
        ),
    ],
);

pub(super) const HANDS: Described = (
    "hands",
    "How many hands a table showed for one subject. There is one for each activity, table and subject: its \
     id follows from the text `ACTIVITY/hands/TABLE/SUBJECT` (see `workshop`), and under another it does \
     not count. It counts where the table's `round` has the way `hands`, and fits. A subject for which \
     nobody showed a hand needs none.",
    &[
        ("workshop", OF_WORKSHOP),
        ("activity", OF_ACTIVITY),
        ("table", OF_TABLE),
        ("subject", OF_SUBJECT),
        (
            "counts",
            "How many gave each answer, from the answer 1 on, with commas and without blanks, each at most \
             100,000 and without zeros before it, up to the last answer that anybody gave: at most seven \
             numbers. With `dots`: how many votes, such as `5`. With `rating`: how many gave the rating 1, \
             2 and so on, such as `0,0,1,2,1` for one 3, two 4 and one 5. With `stance`: how many agree, \
             disagree, and do neither, such as `3,1,1`. `0` where nobody answered.",
        ),
    ],
);

pub(super) const BALLOT: Described = (
    "ballot",
    "A ballot: what one person voted in an activity. There is one for each activity, table and seat: its \
     id follows from the text `ACTIVITY/ballot/TABLE/NUMBER` (see `workshop`). Under another id it is kept \
     and not counted. It counts unless the table's `round` has the way `hands`, and if it fits. It holds \
     no name. Whoever votes again changes this record (see WRITING AGAIN at the top).",
    &[
        ("workshop", OF_WORKSHOP),
        ("activity", OF_ACTIVITY),
        ("table", OF_TABLE),
        (
            "number",
            "The number of the seat at its table, from 1, such as 2: a whole number, not a text. People \
             without seats are numbered as they vote.",
        ),
        (
            "voted",
            "What stands on it: for each subject that was answered its id, an equals sign and the answer, \
             such as `8a1=2 8a3=1`. The ids are those that `subject` of `hands` can have, each once, in the \
             order of ASCII, at most a hundred, with one blank between. The answers are whole numbers \
             without zeros before them, from 1 to 20: with `dots` how many votes it gets, with `rating` a \
             rating from 1 to 7, with `stance` 1 for agree, 2 for disagree and 3 for neither. A subject \
             without an answer does not stand there. An empty text is a blank ballot, of somebody who \
             abstained; without `voted` there is no ballot.",
        ),
    ],
);

pub(super) const NOTE: Described = (
    "workshop-note",
    "A note that somebody wrote at a workshop; not to be mistaken for a `note`, which is on an item of the \
     vision. Its id is a new one. Votes on it name that id. One without `text` is not shown.",
    &[
        ("workshop", OF_WORKSHOP),
        (
            "activity",
            "The activity in which it was written: the `id` of a record of the kind `activity`. It is kept \
             and decides nothing: all notes of a workshop are grouped and voted on together.",
        ),
        ("table", "The table at which it was written: the `id` of a record of the kind `table`."),
        (
            "sort",
            "What it is; `idea` where it is left out. `idea`: something that could be done. `worry`: \
             something that somebody fears. `offer`: something that somebody will do. `question`: \
             something that somebody asks.",
        ),
        ("text", "The note itself: plain text with line breaks, no markup."),
        (
            "by",
            "Who wrote it, where people give their names. It is personal: files that are handed on without \
             names do not hold it. Leave it out where it is not needed.",
        ),
        (
            "group",
            "The group that it was put in: the `id` of a record of the kind `group` in the same workshop. \
             Without it, or where that is not there, the note stands alone.",
        ),
    ],
);

pub(super) const GROUP: Described = (
    "group",
    "A group of notes that say the same. Its id is a new one; votes on it name that id. The notes name \
     their group. One that was merged into another hands its votes and notes on to it, and gets them back \
     when `into` is emptied.",
    &[
        ("workshop", OF_WORKSHOP),
        (
            "name",
            "What its notes say together, such as `Lys og sikker vej`. Where it is left out, the group is \
             called by its first note. One line.",
        ),
        (
            "into",
            "The group that it was merged into: the `id` of a record of the kind `group` in the same \
             workshop, which may itself be merged into another. Left out where there is none. Of groups \
             that were merged in a circle the one with the smallest id stands for all.",
        ),
        ("order", ORDER),
    ],
);

pub(super) const AGREEMENT: Described = (
    "agreement",
    "What was agreed to be done. Its id is a new one. It needs `text`.",
    &[
        ("workshop", OF_WORKSHOP),
        ("text", "What is to be done, such as `Lys på stien til hallen`. One line."),
        (
            "who",
            "Who does it: mostly the name of a person. Files that are handed on without names do not hold \
             it. One line.",
        ),
        ("time", "When it is done, in any words, such as `inden jul`. One line."),
        ("subject", OF_SUBJECT),
        ("order", ORDER),
    ],
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Device, RecordId},
        workshop::{Method, NoteSort, Stage, Way, records as of},
    };

    fn words(of: Described) -> &'static str {
        of.1
    }

    fn field(of: Described, name: &str) -> &'static str {
        of.2.iter().find(|(field, _)| *field == name).unwrap().1
    }

    #[test]
    fn the_ids_of_parts_that_are_told_are_the_ones_that_the_app_makes() {
        let id = |text| RecordId::parse(text).unwrap();
        let workshop = id("01a209cb-59c1-77ee-a761-5ef35f30b701");
        let activity = id("01a209cb-59bb-701e-9261-7b0feda7b711");
        let table = of::table_id(workshop, Device::parse("AnesMac1").unwrap());
        for told in [
            format!("W = `{workshop}`"),
            format!("A = `{activity}`"),
            format!("`W/table/AnesMac1` with the id T = `{table}`"),
            format!("`A/seat/T/2` with `{}`", of::seat_id(activity, table, 2)),
            format!("`A/round/T` with `{}`", of::round_id(activity, table)),
            format!("`A/hands/T/8a1` with `{}`", of::hands_id(activity, table, "8a1")),
            format!("`A/ballot/T/2` with `{}`", of::ballot_id(activity, table, 2)),
        ] {
            assert!(words(WORKSHOP).contains(&told), "{told}");
        }
    }

    #[test]
    fn every_part_tells_how_its_id_follows_and_all_others_have_new_ones() {
        let parts = [TABLE, SEAT, ROUND, HANDS, BALLOT];
        assert!(parts.iter().all(|part| words(*part).contains("id follows from the text `")));
        for other in [ACTIVITY, SUBJECT, NOTE, GROUP, AGREEMENT] {
            assert!(words(other).contains("Its id is a new one"), "{}", other.0);
        }
    }

    #[test]
    fn the_usual_minutes_that_are_told_are_those_of_the_stages() {
        let told = field(ACTIVITY, "minutes");
        for minutes in Stage::ALL.map(Stage::usual_minutes) {
            let are_usual = |stage: &Stage| stage.usual_minutes() == minutes;
            let names = Stage::ALL.into_iter().filter(are_usual);
            let mut names: Vec<String> = names.map(|one| format!("`{}`", one.name())).collect();
            let last = names.pop().unwrap();
            let expected = format!("{minutes} for {} and {last}", names.join(", "));
            assert!(told.contains(&expected), "{expected}");
        }
    }

    #[test]
    fn every_name_that_can_be_chosen_is_told() {
        let check = |told: &str, names: &[&str]| {
            assert!(names.iter().all(|name| told.contains(&format!("`{name}`:"))), "{told}");
        };
        check(field(ACTIVITY, "stage"), &Stage::ALL.map(Stage::name));
        check(field(ACTIVITY, "method"), &Method::ALL.map(Method::name));
        check(field(ROUND, "way"), &Way::ALL.map(Way::name));
        check(field(NOTE, "sort"), &NoteSort::ALL.map(NoteSort::name));
    }
}
