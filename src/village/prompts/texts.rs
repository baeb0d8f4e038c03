//! The texts of the prompts, each in Danish and in English.

use super::Prompts;

/// The prompts for the seven points, in the order of the vision.
pub const PROMPTS: [Prompts; 7] = [
    // 8a1: identity. A place may also see its future under a neighbour: the vision allows for it.
    Prompts {
        point: "8a1",
        about: [
            "Hvem I er som sted: jeres historie, jeres særpræg og det, I gerne vil kendes for.",
            "Who you are as a place: your history, your character and what you want to be known for.",
        ],
        today: &[
            [
                "Hvordan vil I beskrive stedet for en, der aldrig har været her?",
                "How would you describe the place to someone who has never been here?",
            ],
            [
                "Hvilke historier, bygninger og traditioner hører til her?",
                "Which stories, buildings and traditions belong here?",
            ],
            [
                "Hvad siger folk udefra om stedet, og hvor godt passer det?",
                "What do people from elsewhere say about the place, and how true is it?",
            ],
            [
                "Hvilke byer og landsbyer i nærheden hører I naturligt sammen med?",
                "Which towns and villages nearby do you naturally belong with?",
            ],
        ],
        weighing: &[
            ["Hvad er I mest stolte af ved stedet?", "What are you most proud of about the place?"],
            [
                "Hvad af det særlige står stærkt, og hvad er ved at gå tabt?",
                "Which parts of your character stand strong, and which are fading?",
            ],
            [
                "Hvor let får andre øje på det, der er særligt her?",
                "How easily do others notice what is special here?",
            ],
        ],
        wishes: &[
            [
                "Hvad vil I gerne være kendt for om ti år?",
                "What would you like to be known for in ten years?",
            ],
            [
                "Hvad må gerne forandre sig, og hvad skal blive, som det er?",
                "What may change, and what should stay as it is?",
            ],
            [
                "Hvordan ser I jeres fremtid: på egne ben, i en klynge eller som en del af en naboby?",
                "How do you see your future: on your own, in a cluster or as part of a place nearby?",
            ],
        ],
        lowest: ["Vi ved ikke rigtig, hvem vi er som sted", "We hardly know who we are as a place"],
        highest: [
            "Vi ved, hvem vi er, og det gør andre også",
            "We know who we are, and so do others",
        ],
    },
    // 8a2: public facilities.
    Prompts {
        point: "8a2",
        about: [
            "Skole, børnehus og velfærd: hvad I har her, og hvad I må andre steder hen for at få.",
            "School, children’s centre and welfare: what you have here, and what you go elsewhere for.",
        ],
        today: &[
            [
                "Hvor går børnene i børnehus og skole, og hvordan kommer de derhen?",
                "Where are the children’s centre and the school, and how do the children get there?",
            ],
            [
                "Hvilken hjælp kan ældre og syge få tæt på hjemmet?",
                "What help can people who are old or ill get close to home?",
            ],
            [
                "Hvad bruges skolens og børnehusets lokaler til, når børnene er gået hjem?",
                "What are the rooms at school and centre used for once the children have gone home?",
            ],
            [
                "Hvilke tilbud ligger et andet sted, og hvor lang er turen?",
                "Which services are somewhere else, and how long is the journey?",
            ],
        ],
        weighing: &[
            [
                "Hvilke tilbud ville I savne mest, hvis de ikke var her?",
                "Which services would you miss most if they were not here?",
            ],
            [
                "Hvad fungerer godt, netop fordi det er småt og nært?",
                "What works well just because it is small and close by?",
            ],
            [
                "Hvem har svært ved at bruge de tilbud, der er, og hvorfor?",
                "Who finds it hard to use the services there are, and why?",
            ],
        ],
        wishes: &[
            [
                "Hvilke tilbud til børn, voksne og ældre er vigtigst at have tæt på?",
                "Which services for children, adults and older people matter most to have close by?",
            ],
            [
                "Hvilke tilbud kunne I være fælles om med en naboby?",
                "Which services could you share with a neighbouring town or village?",
            ],
            [
                "Hvordan kan skole, børnehus og ældre få mere glæde af hinanden?",
                "How could school, children’s centre and older people gain more from one another?",
            ],
        ],
        lowest: [
            "Det meste mangler eller ligger for langt væk",
            "Most of it is missing or too far away",
        ],
        highest: [
            "Vi kan få det, vi har brug for, hele livet",
            "We can get what we need all through life",
        ],
    },
    // 8a3: housing development and adaptation.
    Prompts {
        point: "8a3",
        about: [
            "Boligerne: hvilke der findes, hvem de passer til, og hvad der skal bygges eller laves om.",
            "The homes: which there are, whom they suit, and what should be built or adapted.",
        ],
        today: &[
            [
                "Hvilke slags boliger findes her, og hvem bor i dem?",
                "What kinds of homes are there, and who lives in them?",
            ],
            [
                "Hvem leder efter en bolig her uden at finde den?",
                "Who is looking for a home here without finding one?",
            ],
            [
                "Hvilke huse står tomme eller trænger til en kærlig hånd?",
                "Which houses stand empty or could do with some care?",
            ],
            [
                "Hvor er der ledige byggegrunde, og hvordan går det med at sælge dem?",
                "Where are there vacant building plots, and how well do they sell?",
            ],
        ],
        weighing: &[
            [
                "Hvad får folk til at blive boende, og hvad får dem til at flytte?",
                "What makes people stay, and what makes them move away?",
            ],
            [
                "Hvilke huse og gader er særligt værd at passe på?",
                "Which houses and streets are most worth looking after?",
            ],
            [
                "Hvad kan man flytte over i her, når huset er blevet for stort eller for småt?",
                "Where can people move locally when their house has become too big or too small?",
            ],
        ],
        wishes: &[
            [
                "Hvem vil I gerne have plads til, og hvad skal de kunne bo i?",
                "Whom would you like to have room for, and what kind of home would suit them?",
            ],
            [
                "Hvor og hvordan kan der bygges, så stedet stadig ligner sig selv?",
                "Where and how could homes be built so that the place still looks like itself?",
            ],
            [
                "Hvad skal der ske med de huse, som ingen bor i længere?",
                "What should become of the houses where nobody lives any more?",
            ],
        ],
        lowest: [
            "Det er svært at finde en bolig, der passer",
            "It is hard to find a home that suits",
        ],
        highest: [
            "Der er gode boliger til alle, hele livet igennem",
            "There are good homes for everyone, at every age",
        ],
    },
    // 8a4: infrastructure.
    Prompts {
        point: "8a4",
        about: [
            "Veje, cykelstier og busser, net og mobildækning, varme og anden forsyning.",
            "Roads, cycle paths and buses, broadband and mobile coverage, heating and other utilities.",
        ],
        today: &[
            [
                "Hvordan kommer I på arbejde, i skole og på indkøb, med og uden bil?",
                "How do you get to work, to school and to the shops, with and without a car?",
            ],
            [
                "Hvor er det trygt at gå og cykle, og hvor er det ikke?",
                "Where is it safe to walk and cycle, and where is it not?",
            ],
            [
                "Hvor godt virker nettet og mobilen derhjemme og undervejs?",
                "How well do the internet and mobile phones work at home and on the way?",
            ],
            [
                "Hvordan varmer I husene op, og hvad koster det?",
                "How do you heat the houses, and what does it cost?",
            ],
        ],
        weighing: &[
            [
                "Hvilke forbindelser kan man regne med, og hvilke svigter?",
                "Which connections can be relied on, and which let you down?",
            ],
            [
                "Hvem rammes hårdest, når bussen ikke kører, eller nettet er nede?",
                "Who is hit hardest when there is no bus or the network is down?",
            ],
            [
                "Hvad betyder trafikken for dem, der bor langs vejen?",
                "What does the traffic mean for those who live along the road?",
            ],
        ],
        wishes: &[
            [
                "Hvilken vej, sti eller bus ville betyde mest for hverdagen?",
                "Which road, path or bus would matter most in daily life?",
            ],
            [
                "Hvad skal der til, for at alle kan arbejde og lære hjemmefra?",
                "What would it take for everyone to be able to work and learn from home?",
            ],
            [
                "Hvordan kunne I være fælles om kørsel, varme eller strøm?",
                "How could you share lifts, heating or electricity?",
            ],
        ],
        lowest: [
            "Det er svært at komme rundt og svært at få forbindelse",
            "Hard to get about and hard to get a connection",
        ],
        highest: [
            "Trygge veje og gode forbindelser for alle",
            "Safe roads and good connections for everyone",
        ],
    },
    // 8a5: communities.
    Prompts {
        point: "8a5",
        about: [
            "Hvordan I er sammen: mødesteder, traditioner, frivillige kræfter og plads til nye.",
            "How you come together: meeting places, traditions, volunteers and room for newcomers.",
        ],
        today: &[
            [
                "Hvor mødes I, både når det er aftalt, og når det bare sker?",
                "Where do you meet, both when it is arranged and when it just happens?",
            ],
            [
                "Hvad samles I om i løbet af et år?",
                "What brings you together in the course of a year?",
            ],
            [
                "Hvordan finder en nytilflytter ud af, hvad der foregår?",
                "How does a newcomer find out what is going on?",
            ],
            [
                "Hvem er med i fællesskaberne, og hvem ser I kun sjældent?",
                "Who takes part in what you do together, and whom do you seldom see?",
            ],
        ],
        weighing: &[
            [
                "Hvad kan I løfte sammen, når det gælder?",
                "What can you manage together when it matters?",
            ],
            [
                "Hvor hænger det hele på nogle få, og hvordan har de det med det?",
                "Where does it all depend on a few people, and how do they feel about it?",
            ],
            [
                "Hvad gør det let eller svært at være ny, ung eller alene her?",
                "What makes it easy or hard to be new, young or alone here?",
            ],
        ],
        wishes: &[
            [
                "Hvilke fællesskaber savner I, og hvem kunne sætte dem i gang?",
                "What kinds of community do you miss, and who could start them?",
            ],
            [
                "Hvad kunne give flere lyst til at være med?",
                "What could make more people want to join in?",
            ],
            [
                "Hvilke mødesteder ville I bruge på tværs af alder?",
                "Which meeting places would you use across the ages?",
            ],
        ],
        lowest: [
            "Vi ses sjældent og kender ikke hinanden",
            "We seldom meet and do not know one another",
        ],
        highest: [
            "Her er plads til alle, og mange giver en hånd med",
            "There is room for everyone, and many lend a hand",
        ],
    },
    // 8a6: business, trade, tourism and nature.
    Prompts {
        point: "8a6",
        about: [
            "Mulighederne i erhverv, handel og turisme, og hvor tæt I bor på det grønne.",
            "The potential in business, trade and tourism, and how close you live to nature.",
        ],
        today: &[
            [
                "Hvilke virksomheder og landbrug findes her, og hvem arbejder i dem?",
                "Which businesses and farms are there, and who works in them?",
            ],
            [
                "Hvor handler I, og hvad kan man købe på stedet?",
                "Where do you shop, and what can be bought locally?",
            ],
            [
                "Hvad kommer gæster efter, og hvor kan de spise og sove?",
                "What do visitors come for, and where can they eat and sleep?",
            ],
            [
                "Hvor er den nærmeste natur, og hvordan kommer man ud i den?",
                "Where is the nearest nature, and how do people get out into it?",
            ],
        ],
        weighing: &[
            [
                "Hvad har I at byde på, som gæster og virksomheder endnu ikke kender?",
                "What do you have to offer that visitors and businesses do not know of yet?",
            ],
            [
                "Hvad gør det let eller svært at drive en virksomhed her?",
                "What makes it easy or hard to run a business here?",
            ],
            [
                "Hvor trives naturen, og hvor er den trængt?",
                "Where does nature thrive, and where is it under pressure?",
            ],
        ],
        wishes: &[
            [
                "Hvilke virksomheder og butikker ville passe godt til stedet?",
                "Which businesses and shops would suit the place well?",
            ],
            [
                "Hvad skal gæster opleve her, og hvor mange vil I gerne have?",
                "What should visitors experience here, and how many would you like?",
            ],
            [
                "Hvordan kan skov, fjord, å og marker blive en større del af hverdagen?",
                "How could woods, fjord, river and fields become a bigger part of daily life?",
            ],
        ],
        lowest: ["Få muligheder og langt til naturen", "Few opportunities and far from nature"],
        highest: [
            "Gode muligheder og naturen lige uden for døren",
            "Good opportunities and nature on the doorstep",
        ],
    },
    // 8a7: partnerships and associations.
    Prompts {
        point: "8a7",
        about: [
            "Partnerskaber og foreningsliv på tværs: med andre klynger og med foreninger i Randers.",
            "Partnerships and associations across places: with other clusters and with those in Randers.",
        ],
        today: &[
            [
                "Hvilke foreninger har I selv, og hvilke har I sammen med andre?",
                "Which associations do you have yourselves, and which together with others?",
            ],
            [
                "Hvilke klynger og landsbyer arbejder I sammen med, og om hvad?",
                "Which clusters and villages do you work with, and on what?",
            ],
            [
                "Hvilke foreninger i Randers har I forbindelse med?",
                "Which associations in Randers are you in touch with?",
            ],
            [
                "Hvem tager sig af regnskaber, ansøgninger og andet papirarbejde?",
                "Who takes care of accounts, applications and other paperwork?",
            ],
        ],
        weighing: &[
            [
                "Hvad får I ud af at samarbejde, og hvad kræver det af jer?",
                "What do you gain from working together, and what does it ask of you?",
            ],
            [
                "Hvor mangler I folk, og hvor kan I selv hjælpe andre?",
                "Where are you short of people, and where can you help others?",
            ],
            [
                "Hvad gør I hver for sig, som kunne gøres i fællesskab?",
                "What do you each do alone that could be done jointly?",
            ],
        ],
        wishes: &[
            [
                "Hvem vil I gerne lære af eller slå jer sammen med?",
                "Whom would you like to learn from or join forces with?",
            ],
            [
                "Hvilke kræfter kunne flere foreninger deles om, for eksempel trænere eller kasserere?",
                "Which key people could several associations share, such as coaches or treasurers?",
            ],
            [
                "Hvad ville I bruge kræfterne på, hvis I var flere om administrationen?",
                "What would you put your energy into if more of you shared the administration?",
            ],
        ],
        lowest: [
            "Vi står alene, og det slider på kræfterne",
            "We stand alone, and it wears us out",
        ],
        highest: [
            "Vi har gode partnere og deles om opgaverne",
            "We have good partners and share the work",
        ],
    },
];
