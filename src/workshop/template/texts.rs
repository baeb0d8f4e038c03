//! The templates' agendas, with what is asked in each step as a facilitator asks it aloud. How many
//! votes people have is never said here: it can be changed.

use super::{Plan, Step};
use crate::workshop::Stage;

const fn step(stage: Stage, minutes: i64, question: [&'static str; 2]) -> Step {
    Step { stage, minutes, question }
}

/// Notes are put together in the same way, whatever they are about.
const GROUPING: Step = step(
    Stage::Grouping,
    10,
    [
        "Hvilke sedler siger det samme? Vi lægger dem sammen og giver hver gruppe et navn.",
        "Which notes say the same? Let us put them together and give each group a name.",
    ],
);

/// Every workshop ends with the same question.
const CLOSING: Step = step(
    Stage::Closing,
    5,
    [
        "Hvad går vi hjem med, og hvem giver vi det videre til?",
        "What do we take home, and whom do we hand it on to?",
    ],
);

/// The village's priorities.
pub(super) static PRIORITIES: Plan = Plan {
    title: ["Landsbyens prioriteter", "The village’s priorities"],
    lead: [
        "Alle fordeler stemmer på landsbyprofilens syv punkter og finder idéer til de vigtigste. Det giver en fælles rækkefølge og aftaler om, hvem der gør hvad.",
        "Everybody spreads votes over the seven points of a village profile and finds ideas for the most important ones. You leave with shared priorities and agreements on who does what.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvad håber du, at vi får ud af at mødes?",
                "Welcome! What do you hope will come of our meeting?",
            ],
        ),
        step(
            Stage::Voting,
            10,
            [
                "Hvor skal vi lægge kræfterne de næste år?",
                "Where should we put our energy in the years ahead?",
            ],
        ),
        step(
            Stage::Reveal,
            5,
            [
                "Hvad lægger du mærke til, og hvad overrasker dig?",
                "What do you notice, and what surprises you?",
            ],
        ),
        step(
            Stage::Writing,
            10,
            [
                "Hvad kan vi gøre ved det, der fik flest stemmer? Skriv én idé på hver seddel.",
                "What could we do about what got the most votes? Write one idea on each note.",
            ],
        ),
        GROUPING,
        step(Stage::Prioritising, 5, ["Hvad skal vi begynde med?", "What should we begin with?"]),
        step(
            Stage::Agreeing,
            10,
            [
                "Hvad gør vi nu, hvem gør det, og hvornår?",
                "What do we do now, who does it, and when?",
            ],
        ),
        CLOSING,
    ],
};

/// What became of the vision.
pub(super) static PROMISES: Plan = Plan {
    title: ["Hvad blev der af visionen?", "What became of the vision?"],
    lead: [
        "Alle vurderer, hvor langt visionens temaer er kommet, og skriver, hvad der blev godt, og hvad der mangler. Det giver et fælles svar og aftaler om de næste skridt.",
        "Everybody rates how far the vision’s themes have come, and writes what turned out well and what is missing. You leave with a shared answer and agreements on the next steps.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvad har forandret sig her, siden visionen blev til?",
                "Welcome! What has changed here since the vision was made?",
            ],
        ),
        step(
            Stage::Voting,
            15,
            [
                "Hvor langt er vi kommet med hvert tema? 1 er slet ingen vegne, 7 er helt i mål.",
                "How far have we come with each theme? 1 is nowhere at all, 7 is all the way.",
            ],
        ),
        step(
            Stage::Reveal,
            10,
            [
                "Hvor er vi enige, og hvor ser vi forskelligt på det?",
                "Where do we agree, and where do we see it differently?",
            ],
        ),
        step(
            Stage::Writing,
            10,
            [
                "Hvad blev godt, og hvad mangler? Skriv én ting på hver seddel.",
                "What turned out well, and what is missing? Write one thing on each note.",
            ],
        ),
        GROUPING,
        step(
            Stage::Prioritising,
            5,
            ["Hvad betyder mest, når vi ser fremad?", "What matters most as we look ahead?"],
        ),
        step(
            Stage::Agreeing,
            15,
            [
                "Hvad gør vi selv, og hvad beder vi kommunen om? Hvem gør det, og hvornår?",
                "What do we do ourselves, and what do we ask of the municipality? Who does it, and when?",
            ],
        ),
        CLOSING,
    ],
};

/// One theme in depth.
pub(super) static THEME: Plan = Plan {
    title: ["Et tema i dybden", "One theme in depth"],
    lead: [
        "Alle tager stilling til temaets løfter ét for ét og skriver, hvad der skal til. Det giver et svar på hvert løfte og aftaler om det vigtigste.",
        "Everybody takes a stand on the theme’s promises one by one, and writes what it takes. You leave with an answer to each promise and agreements on what matters most.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvor møder du dette tema i din hverdag?",
                "Welcome! Where do you meet this theme in your daily life?",
            ],
        ),
        step(
            Stage::Voting,
            10,
            [
                "Løftet er holdt. Er du enig eller uenig?",
                "The promise has been kept. Do you agree or disagree?",
            ],
        ),
        step(
            Stage::Reveal,
            5,
            [
                "Hvor er vi uenige, og hvad har vi hver især set?",
                "Where do we disagree, and what has each of us seen?",
            ],
        ),
        step(
            Stage::Writing,
            10,
            [
                "Hvad skal der til, for at løfterne bliver holdt? Skriv én ting på hver seddel.",
                "What would it take for the promises to be kept? Write one thing on each note.",
            ],
        ),
        GROUPING,
        step(
            Stage::Prioritising,
            5,
            ["Hvad vil gøre den største forskel?", "What would make the biggest difference?"],
        ),
        step(
            Stage::Agreeing,
            15,
            [
                "Hvad tager vi fat på, hvem gør det, og hvornår?",
                "What do we take on, who does it, and when?",
            ],
        ),
        CLOSING,
    ],
};

/// The village's compass.
pub(super) static COMPASS: Plan = Plan {
    title: ["Landsbyens kompas", "The village’s compass"],
    lead: [
        "Alle vurderer, hvordan det står til på landsbyprofilens syv punkter. Det giver landsbyens kompas og et første skridt.",
        "Everybody rates how things are on the seven points of a village profile. You leave with the village’s compass and a first step.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvad holder du mest af ved stedet her?",
                "Welcome! What do you like best about this place?",
            ],
        ),
        step(
            Stage::Voting,
            7,
            [
                "Hvor godt står det til i dag? 1 er dårligst, 7 er bedst.",
                "How are things today? 1 is worst, 7 is best.",
            ],
        ),
        step(
            Stage::Reveal,
            5,
            [
                "Hvor står det bedst til, og hvor ser vi forskelligt på det?",
                "Where do things stand best, and where do we see it differently?",
            ],
        ),
        step(
            Stage::Agreeing,
            8,
            [
                "Hvilket skridt tager vi først, hvem tager det, og hvornår?",
                "Which step do we take first, who takes it, and when?",
            ],
        ),
        CLOSING,
    ],
};

/// Ideas and offers.
pub(super) static IDEAS: Plan = Plan {
    title: ["Idéer og tilbud", "Ideas and offers"],
    lead: [
        "Alle skriver, hvad der kan gøres, og hvad de selv vil hjælpe med. Det samler de bedste idéer og giver aftaler om, hvem der går i gang.",
        "Everybody writes what could be done, and what they will help with themselves. You leave with the best ideas and agreements on who gets started.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvilken god idé er allerede blevet til noget her?",
                "Welcome! Which good idea has already come true here?",
            ],
        ),
        step(
            Stage::Writing,
            10,
            [
                "Hvad kunne vi gøre her, og hvad vil du selv hjælpe med? Skriv én ting på hver seddel.",
                "What could we do here, and what will you help with yourself? Write one thing on each note.",
            ],
        ),
        GROUPING,
        step(
            Stage::Prioritising,
            5,
            ["Hvilke idéer skal blive til noget?", "Which ideas should we make happen?"],
        ),
        step(
            Stage::Agreeing,
            15,
            ["Hvem går i gang med hvad, og hvornår?", "Who gets started on what, and when?"],
        ),
        CLOSING,
    ],
};

/// From scratch.
pub(super) static FREE: Plan = Plan {
    title: ["Fra bunden", "From scratch"],
    lead: [
        "Alle stemmer om jeres egne emner, og I ser svaret sammen. Skriv emnerne, og tilføj de aktiviteter, I har brug for.",
        "Everybody votes on subjects of your own, and you look at the answer together. Write the subjects, and add the activities you need.",
    ],
    steps: &[
        step(
            Stage::Welcome,
            5,
            [
                "Velkommen! Hvad er vi kommet for at tale om?",
                "Welcome! What have we come to talk about?",
            ],
        ),
        step(Stage::Voting, 10, ["Hvad er vigtigst for dig?", "What is most important to you?"]),
        step(Stage::Reveal, 10, ["Hvad fortæller svaret os?", "What does the answer tell us?"]),
        CLOSING,
    ],
};
