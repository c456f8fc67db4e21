/* Every way in which a method is refused, each with its own message and place. */

#include "method/eup-method.h"

#include "tests/unit/changed.h"

static const Change wrong_methods[] = {
  /* what its schema refuses */
  { "\"kind\": \"method\"", "\"kind\": \"case\"", "$.kind: found \"case\", expected \"method\"" },
  { "\"format\": 1", "\"format\": 2",
    "$.format: made for a newer version of the program: format 2, this one reads 1" },
  { "\"format\": 1", "\"format\": 0", "$.format: found 0, expected 1" },
  { "\"date\": \"2026-11-23\"", "\"date\": \"2026-02-30\"",
    "$.date: found \"2026-02-30\", expected a date as 2026-11-26" },
  { "\"version\": \"1.2\"", "\"version\": \"new\"",
    "$.version: found \"new\", expected the form ^[0-9]+(\\.[0-9]+)*$" },
  { "\"version\": \"1.2\",", "", "$: the key “version” is missing" },
  { "\"languages\": [\"sv\", \"en\"]", "\"languages\": [\"sv\", \"sv\"]",
    "$.languages[1]: stands in the list already, expected each entry once" },
  { "\"id\": \"small\"", "\"id\": \"Small one\"",
    "$.id: found \"Small one\", expected the form ^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
  { "\"minutes\": 5,", "\"minutes\": \"5\",", "$.stages[0].minutes: found a text, expected a whole number" },
  { "\"minutes\": 5,", "\"minutes\": 500,", "$.stages[0].minutes: found 500, expected at most 120" },
  { "\"path\": \"short\"", "\"path\": \"shrot\"",
    "$.stages[0].questions[0].path: found \"shrot\", expected one of [\"short\",\"signal\",\"full\"]" },
  { "\"attempts\": true", "\"atempts\": true",
    "$.stages[1].questions[0].atempts: this key is not known here" },
  { "\"kind\": \"hard-with-override\"", "\"kind\": \"soft\"",
    "$.gates[2].kind: found \"soft\", expected one of [\"hard\",\"hard-with-override\",\"warning\"]" },
  { "\"at\": \"sign\"", "\"at\": \"some time\"",
    "$.gates[2].at: found \"some time\", expected one of [\"seal\",\"sign\"]" },
  { "\"of\": \"resident\"", "\"of\": \"staff\"",
    "$.consents[0].of: found \"staff\", expected one of "
    "[\"resident\",\"cohabitant\",\"resident-about-each\"]" },
  { "\"kind\": \"line\"", "\"kind\": \"number\", \"options\": []",
    "$.stages[1].questions[2].fields[3].options: the list has 0 entries, expected at least 2" },
  { "\"sv\": \"Liten\"", "\"sv\": \"\"", "$.title.sv: the text is empty, expected some words" },
  { "[\"insats\", \"delaktighet\"]", "[\"x\"]", "$.jargon.sv[0]: found “x”, expected at least 2 characters" },

  /* more than the schema is said of a file that it refuses */
  { "\"version\": \"1.2\",\n  \"date\": \"2026-11-23\",\n  \"languages\": [\"sv\", \"en\"],\n  \"title\": { "
    "\"sv\": \"Liten\", \"en\": \"Small\" }",
    "\"date\": \"2026-11-23\",\n  \"languages\": [\"sv\", \"en\"],\n  \"title\": { \"sv\": \"Liten {x}\" }",
    "$: the key “version” is missing\n"
    "$.title: the Swedish (sv) words have “{x}”, expected {person}, {technology}, {date} or {other}\n"
    "$.title: the English (en) words are missing" },
  { "\"when\": \"level >= 1\",\n      \"title\"", "\"when\": \"level >=\",\n      \"titel\"",
    "$.gates[1]: the key “title” is missing\n"
    "$.gates[1].titel: this key is not known here\n"
    "$.gates[1].when: character 9: found the end, expected a value" },

  /* the same name twice */
  { "\"id\": \"ask\"", "\"id\": \"begin\"",
    "$.stages[1].id: the id “begin” stands already at $.stages[0].id, expected each only once" },
  { "\"id\": \"weigh\"", "\"id\": \"want\"",
    "$.stages[1].questions[1].id: the id “want” stands already at $.stages[1].questions[0].id, expected each "
    "only once\n"
    "$.stages[1].questions[2].opens: character 52: there is no question “weigh”" },
  { "\"id\": \"weigh\"", "\"id\": \"purpose\"",
    "$.stages[1].questions[1].id: the id “purpose” stands already at $.stages[0].questions[0].id, expected "
    "each only once\n"
    "$.stages[1].questions[2].opens: character 52: there is no question “weigh”" },
  { "\"id\": \"no-is-no\"", "\"id\": \"purpose-said\"",
    "$.gates[1].id: the id “purpose-said” stands already at $.gates[0].id, expected each only once" },
  { "\"id\": \"without\"", "\"id\": \"use\"",
    "$.outcomes[1].id: the id “use” stands already at $.outcomes[0].id, expected each only once" },
  { "\"id\": \"weight\"", "\"id\": \"wish\"",
    "$.scales[1].id: the id “wish” stands already at $.scales[0].id, expected each only once\n"
    "$.weightScale: there is no scale “weight” in $.scales" },
  { "\"id\": \"unsure\"", "\"id\": \"yes\"",
    "$.scales[0].options[1].id: the id “yes” stands already at $.scales[0].options[0].id, expected each only "
    "once\n"
    "$.stages[1].questions[2].opens: character 1: the scale “wish” has no option “unsure”" },
  { "\"id\": \"privacy\"", "\"id\": \"freedom\"",
    "$.stages[1].questions[1].items[1].id: the id “freedom” stands already at "
    "$.stages[1].questions[1].items[0].id, expected each only once" },
  { "\"id\": \"own-risk\"", "\"id\": \"own-wish\"",
    "$.stages[0].questions[0].ticks[1].id: the id “own-wish” stands already at "
    "$.stages[0].questions[0].ticks[0].id, expected each only once\n"
    "$.gates[0].needs[0].closed: character 56: the question “purpose” has no tick “own-risk”" },
  { "\"id\": \"not-asked\"", "\"id\": \"dont-know\"",
    "$.nonAnswers[1].id: the id “dont-know” stands already at $.nonAnswers[0].id, expected each only once" },
  { "\"id\": \"sharing\"", "\"id\": \"data\"",
    "$.consents[1].id: the id “data” stands already at $.consents[0].id, expected each only once" },
  { "\"id\": \"invite\"", "\"id\": \"show\"",
    "$.stages[0].tasks[1].id: the id “show” stands already at $.stages[0].tasks[0].id, expected each only "
    "once" },
  { "\"id\": \"helps\"", "\"id\": \"often\"",
    "$.stages[1].questions[2].fields[3].id: the id “often” stands already at "
    "$.stages[1].questions[2].fields[2].id, expected each only once" },
  { "\"id\": \"partly\"", "\"id\": \"yes\"",
    "$.stages[1].questions[2].fields[0].options[1].id: the id “yes” stands already at "
    "$.stages[1].questions[2].fields[0].options[0].id, expected each only once" },
  { "\"number\": 3,\n          \"path\"", "\"number\": 1,\n          \"path\"",
    "$.stages[1].questions[1].number: the number “1” stands already at $.stages[0].questions[0].number, "
    "expected each only once" },
  { "\"number\": 1,\n      \"title\": { \"sv\": \"Fråga\"",
    "\"number\": 0,\n      \"title\": { \"sv\": \"Fråga\"",
    "$.stages[1].number: the number “0” stands already at $.stages[0].number, expected each only once" },
  { "\"number\": 2,\n      \"of\"", "\"number\": 1,\n      \"of\"",
    "$.consents[1].number: the number “1” stands already at $.consents[0].number, expected each only once" },
  { "\"number\": 2,\n      \"label\"", "\"number\": 1,\n      \"label\"",
    "$.outcomes[1].number: the number “1” stands already at $.outcomes[0].number, expected each only once" },
  { "\"level\": 3", "\"level\": 2",
    "$.levels[3].level: the level 2 stands already, expected each only once\n"
    "$.levels: the level 3 is missing, expected each of 0 to 3" },

  /* words */
  { "\"title\": { \"sv\": \"Väg\", \"en\": \"Weigh\" }", "\"title\": { \"en\": \"Weigh\" }",
    "$.stages[1].questions[1].title: the Swedish (sv) words are missing" },
  { "{ \"sv\": \"Egen risk\", \"en\": \"Own risk\" }", "{}",
    "$.stages[0].questions[0].ticks[1].label: the Swedish (sv) words are missing\n"
    "$.stages[0].questions[0].ticks[1].label: the English (en) words are missing" },
  { "{ \"sv\": \"gånger\", \"en\": \"times\" }", "{ \"sv\": \"gånger\" }",
    "$.stages[1].questions[2].fields[2].unit: the English (en) words are missing" },
  { "{ \"sv\": \"Bjud in\", \"en\": \"Invite\" }", "{ \"sv\": \"Bjud in\" }",
    "$.stages[0].tasks[1].label: the English (en) words are missing" },
  { "\"en\": [\"intervention\"]", "\"zh\": [\"干预\"]",
    "$.jargon: the key “en” is missing: the method has that language\n"
    "$.jargon.zh: the method does not have the language “zh” in $.languages" },
  { "Vill {person}?", "Vill {persson}?",
    "$.stages[1].questions[0].question: the Swedish (sv) words have “{persson}”, expected {person} or "
    "{technology}" },
  { "Vill {person}?", "Vill {date}?",
    "$.stages[1].questions[0].question: the Swedish (sv) words have “{date}”, expected {person} or "
    "{technology}" },
  { "Får {technology} se dig?", "Får {other} se dig?",
    "$.consents[0].question: the Swedish (sv) words have “{other}”, expected {person} or {technology}" },
  { "Får {other} vara med?", "Får {person vara med?",
    "$.consents[1].question: the Swedish (sv) words have “{person vara med?”, expected {person}, "
    "{technology} or {other}" },
  { "{technology} till {date}", "{technology}",
    "$.outcomes[0].sentence: the Swedish (sv) words lack {date}, which the outcome asks for with needsDate" },
  { "Not {technology}", "Not {technology} until {date}",
    "$.outcomes[1].sentence: the English (en) words have {date}, but the outcome does not say needsDate" },

  /* what is named must be there */
  { "\"relatives\": \"wish\"", "\"relatives\": \"wsh\"",
    "$.stages[1].questions[0].scales.relatives: there is no scale “wsh” in $.scales" },
  { "\"relatives\": \"wish\"", "\"facilitator\": \"wish\"",
    "$.stages[1].questions[0].scales.facilitator: the voice has a scale but is not asked, expected it among "
    "the voices" },
  { "\"scales\": { \"staff\": \"wish\" },", "",
    "$.stages[1].questions[1].items: items are answered on a scale, but no voice has one" },
  { "\"weightScale\": \"weight\"", "\"weightScale\": \"wait\"",
    "$.weightScale: there is no scale “wait” in $.scales" },
  { "\"goto\": \"purpose\"", "\"goto\": \"porpoise\"",
    "$.gates[0].needs[0].goto: there is no question “porpoise”, expected a question or one of "
    "decision-outcome, decision-reasons, decision-follow-up, decision-alternatives, decision-consents, "
    "decision-weights, decision-conditions, decision-dissent, decision-decider, prepare-case, "
    "prepare-people" },
  { "\"voices\": [\"resident\", \"staff\"],\n              \"label\"",
    "\"voices\": [\"resident\", \"relatives\"],\n              \"label\"",
    "$.stages[1].questions[2].fields[1].voices: the question does not ask the voice “relatives”" },
  { "\"voices\": [\"resident\", \"staff\"],\n              \"label\"",
    "\"voices\": [\"staff\"],\n              \"label\"",
    "$.stages[1].questions[2].fields[1].resident: words for the resident, who does not fill in “ways”, "
    "expected the resident among its voices" },
  { "\"unit\": { \"sv\": \"gånger\", \"en\": \"times\" }",
    "\"options\": [{ \"id\": \"a\", \"label\": { \"sv\": \"X\", \"en\": \"X\" } }, { \"id\": \"b\", "
    "\"label\": { \"sv\": \"X\", \"en\": \"X\" } }]",
    "$.stages[1].questions[2].fields[2].options: a field of the kind “number” has no options, expected the "
    "kind “choice” or “choices”" },
  { "\"kind\": \"number\"", "\"kind\": \"date\"",
    "$.stages[1].questions[2].fields[2].unit: a field of the kind “date” has no unit, expected the kind "
    "“number”" },
  { "\"kind\": \"number\"", "\"kind\": \"choice\"",
    "$.stages[1].questions[2].fields[2]: the key “options” is missing: a field of the kind “choice” needs "
    "them\n"
    "$.stages[1].questions[2].fields[2].unit: a field of the kind “choice” has no unit, expected the kind "
    "“number”" },

  /* conditions that can't be read or ask for what is not there */
  { "\"level >= 1\"", "\"level >= \"", "$.gates[1].when: character 10: found the end, expected a value" },
  { "\"level >= 1\"", "\"level\"",
    "$.gates[1].when: character 1: the whole is a number, expected true or false" },
  { "\"level >= 1\"", "\"levle >= 1\"", "$.gates[1].when: character 1: the name “levle” is not known" },
  { "\"level >= 1\"", "\"level >= '1'\"", "$.gates[1].when: character 10: found a text, expected a number" },
  { "stance('want', 'resident'))", "stance('wnt', 'resident'))",
    "$.gates[1].needs[0].closed: character 21: there is no question “wnt”" },
  { "stance('want', 'resident'))", "stance('want', 'facilitator'))",
    "$.gates[1].needs[0].closed: character 29: the question “want” does not ask a voice “facilitator”" },
  { "stance('want', 'resident'))", "stance('want', 'staff'))",
    "$.gates[1].needs[0].closed: character 14: the voice “staff” has no scale in the question “want”" },
  { "not ('no' in", "not ('nej' in",
    "$.gates[1].needs[0].closed: character 6: the scale “wish” has no option “nej”" },
  { "not ('no' in stance('want', 'resident'))", "stance('want', 'resident') = {'yes', 'ja'}",
    "$.gates[1].needs[0].closed: character 30: the scale “wish” has no option “ja”" },
  { "'own-wish' in", "'other' in",
    "$.gates[0].needs[0].closed: character 22: the question “purpose” has no tick “other”" },
  { "filled(purpose) and (", "filled(purpose) and ('a' in ticks('want') or ",
    "$.gates[0].needs[0].closed: character 29: the question “want” has no ticks" },
  { "consent('data') = {'yes'}", "consent('dat') = {'yes'}",
    "$.gates[1].needs[1].closed: character 9: there is no consent “dat”" },
  { "consent('data') = {'yes'}", "consent('data') = {'maybe'}",
    "$.gates[1].needs[1].closed: character 19: “consent” is never “maybe”, expected one of yes, no, cannot, "
    "withdrawn, missing" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"attempts('weigh') > 1\"",
    "$.gates[1].needs[1].when: character 1: no attempts are noted at the question “weigh”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"weight('want') = 'heavy'\"",
    "$.gates[1].needs[1].when: character 1: the question “want” is not weighed" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"weight('weigh') = 'awful'\"",
    "$.gates[1].needs[1].when: character 19: the scale “weight” has no option “awful”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"'awful' in weights\"",
    "$.gates[1].needs[1].when: character 1: the scale “weight” has no option “awful”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"filled(field('able', 'hlps'))\"",
    "$.gates[1].needs[1].when: character 22: the question “able” has no field “hlps”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"field('able', 'grasps') = 'no'\"",
    "$.gates[1].needs[1].when: character 27: the field “grasps” has no option “no”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"field('able', 'ways') = 'talk'\"",
    "$.gates[1].needs[1].when: character 25: the field “ways” can hold several options, expected choices() "
    "to look for “talk”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"'song' in choices('able', 'ways')\"",
    "$.gates[1].needs[1].when: character 1: the field “ways” has no option “song”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"choices('able', 'helps') = {}\"",
    "$.gates[1].needs[1].when: character 1: the field “helps” has nothing to choose from, expected "
    "field('able', 'helps')" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"outcome = 'perhaps'\"",
    "$.gates[1].needs[1].when: character 11: there is no outcome “perhaps”" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"occasion = 'second'\"",
    "$.gates[1].needs[1].when: character 12: “occasion” is never “second”, expected one of first, "
    "follow-up" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"decider_interest in {'some', 'much'}\"",
    "$.gates[1].needs[1].when: character 21: “decider_interest” is never “much”, expected one of none, "
    "some" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"country = 'Sweden'\"",
    "$.gates[1].needs[1].when: character 11: “Sweden” is no country, expected two capital letters such as "
    "'SE'" },

  /* conditions that can never be, or always are */
  { "\"level >= 1\"", "\"level >= 4\"",
    "$.gates[1].when: this can never be so in a case that is not urgent: the gate would never count" },
  { "\"level >= 1\"", "\"urgent\"",
    "$.gates[1].when: this can never be so in a case that is not urgent: the gate would never count" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"level = 0\"",
    "$.gates[1].needs[1].when: this can never be so where the gate counts" },
  { "\"when\": \"consent_required('data')\"", "\"when\": \"occasion != 'first' and occasion != 'follow-up'\"",
    "$.gates[1].needs[1].when: this can never be so where the gate counts" },
  { "\"closed\": \"consent('data') = {'yes'}\"",
    "\"closed\": \"consent('data') = {'yes'} and 'no' in consent('data')\"",
    "$.gates[1].needs[1].closed: this can never be so: nobody could close the gate" },
  { "\"when\": \"consent_required('data')\",\n          \"closed\": \"consent('data') = {'yes'}\"",
    "\"when\": \"level >= 1\",\n          \"closed\": \"'no' in stance('want', 'resident')\"",
    "$.gates[1]: its needs can never be met all at once: nobody could close the gate" },
  { "\"closed\": \"filled(decider)\"", "\"closed\": \"filled(decider) and decider = ''\"",
    "$.gates[2].needs[0].closed: this can never be so: nobody could close the gate" },
  { "\"closed\": \"filled(decider)\"",
    "\"closed\": \"follow_up_days < follow_up_limit and follow_up_limit < until_days and until_days < "
    "follow_up_days\"",
    "$.gates[2].needs[0].closed: this can never be so: nobody could close the gate" },
  { "\"closed\": \"filled(decider)\"", "\"closed\": \"level <= 3\"",
    "$.gates[2].needs[0].closed: this is always so: the gate would hold nothing back" },
  { "\"opens\": \"'unsure' in stance('want', 'resident') or", "\"opens\": \"alternatives < 0 and",
    "$.stages[1].questions[2].opens: this can never be so: the question would never open" },

  /* questions that wait for themselves */
  { "answered('weigh', 'staff')", "answered('able', 'staff')",
    "$.stages[1].questions[2].opens: it waits for itself: “able” waits for “able”" },
  { "\"path\": \"full\",\n          \"kind\": \"statement\",\n          \"voices\": [\"resident\", "
    "\"staff\"],\n          \"scales\"",
    "\"path\": \"full\",\n          \"opens\": \"filled(field('able', 'helps'))\",\n          \"kind\": "
    "\"statement\",\n          \"voices\": [\"resident\", \"staff\"],\n          \"scales\"",
    "$.stages[1].questions[1].opens: it waits for itself: “weigh” waits for “able” waits for “weigh”" },
  { "answered('weigh', 'staff')", "unweighed > 0",
    "$.stages[1].questions[2].opens: character 43: “unweighed” hangs on which questions are open, so none "
    "can open by it" },

  /* gates that contradict themselves */
  { "\"kind\": \"hard\",\n      \"when\"", "\"kind\": \"warning\",\n      \"when\"",
    "$.gates[1].needs[0].forbids: the gate is \"warning\", expected \"hard\" where a need forbids" },
  { "\"when\": \"level >= 1\",", "\"when\": \"level >= 1\",\n      \"at\": \"sign\",",
    "$.gates[1].needs[0].forbids: the gate is closed at signing, expected \"at\": \"seal\" where a need "
    "forbids" },

  /* the method as a whole */
  { "[\"resident\", \"relatives\", \"staff\"],\n          \"scales\": { \"resident\": \"wish\", "
    "\"relatives\": \"wish\" }",
    "[\"relatives\", \"staff\"],\n          \"scales\": { \"relatives\": \"wish\" }",
    "$.stages[1].questions[2].opens: character 28: the question “want” does not ask a voice “resident”\n"
    "$.gates[1].needs[0].closed: character 29: the question “want” does not ask a voice “resident”\n"
    "$.stages: at level 0 no question asks the resident, expected one at least\n"
    "$.stages: at level 1 no question asks the resident, expected one at least\n"
    "$.stages: in an urgent case no question asks the resident, expected one at least that does and says "
    "urgent" },
  { "\"urgent\": true,\n          \"kind\"", "\"kind\"",
    "$.stages: in an urgent case no question asks the resident, expected one at least that does and says "
    "urgent" },
  { "\"kind\": \"statement\"", "\"kind\": \"purpose\"",
    "$.stages[1].questions[0].kind: the question “purpose” has the kind “purpose” already, expected one "
    "only" },
  { "\"yes\": false", "\"yes\": true",
    "$.outcomes: every outcome of the first meeting is a yes, expected one at least that is not" },
  { "\"yes\": false,\n      \"needsRemoval\"", "\"yes\": true,\n      \"needsRemoval\"",
    "$.outcomes[2].needsRemoval: an outcome that takes the technology away can't be a yes\n"
    "$.outcomes: every outcome of a follow-up is a yes, expected one at least that is not" },
  { "\"id\": \"use\",\n      \"number\": 1,\n      \"label\": { \"sv\": \"Använd\", \"en\": \"Use\" },\n     "
    " \"sentence\": { \"sv\": \"{technology} till {date}\", \"en\": \"{technology} until {date}\" },\n      "
    "\"yes\": true,\n      \"needsDate\": true,\n      \"needsCondition\": true\n    },\n    {\n      "
    "\"id\": \"without\",\n      \"number\": 2,\n      \"label\": { \"sv\": \"Utan\", \"en\": \"Without\" "
    "},\n      \"sentence\": { \"sv\": \"Inte {technology}\", \"en\": \"Not {technology}\" },\n      "
    "\"yes\": false\n    },\n    {\n      \"id\": \"end\"",
    "\"id\": \"end\"", "$.outcomes: no outcome is for the first meeting, expected one at least" },
  { "\"scales\": [",
    "\"scales\": [ { \"id\": \"spare\", \"title\": { \"sv\": \"X\", \"en\": \"X\" }, \"options\": [ { "
    "\"id\": \"a\", \"label\": { \"sv\": \"X\", \"en\": \"X\" } }, { \"id\": \"b\", \"label\": { \"sv\": "
    "\"X\", \"en\": \"X\" } } ] },",
    "$.scales[0]: no question answers on the scale “spare”" },
  { "\"weigh\": true,\n", "", "$.scales[1]: no question answers on the scale “weight”" },
  { "\"weightScale\": \"weight\",", "",
    "$.scales[1].options[1].needsSafeguard: “weight” is not the weight scale: only there is a safeguard "
    "named\n"
    "$.stages[1].questions[1].weigh: there is nothing to weigh on, expected a scale in $.weightScale\n"
    "$.scales[1]: no question answers on the scale “weight”" },
  { "\"needsSafeguard\": true", "\"side\": \"for\"",
    "$.scales[1].options[1].side: an option of the weight scale takes no side\n"
    "$.weightScale: no option of “weight” needs a safeguard, expected one at least" },
  { "{ \"sv\": \"Lätt\", \"en\": \"Light\" }",
    "{ \"sv\": \"Lätt\", \"en\": \"Light\" }, \"needsSafeguard\": true",
    "$.weightScale: every option of “weight” needs a safeguard, expected one at least that does not" },
  { "\"en\": \"Shown\" }", "\"en\": \"Shown\" }, \"needsSafeguard\": true",
    "$.scales[0].options[3].needsSafeguard: “wish” is not the weight scale: only there is a safeguard "
    "named" },
  { "\"id\": \"weigh\"", "\"id\": \"decision-outcome\"",
    "$.stages[1].questions[2].opens: character 52: there is no question “weigh”\n"
    "$.stages[1].questions[1].id: “decision-outcome” is a place that gates lead to, expected another id" },
  { "[\"short\", \"signal\", \"full\"]", "[\"short\", \"full\"]",
    "$.levels: the level 2 leaves out the path “signal”, which the level 1 opens: a higher level never asks "
    "less" },
  { "\"paths\": [\"short\", \"signal\"] },\n    { \"level\": 2, \"title\": { \"sv\": \"N2\", \"en\": \"L2\" "
    "}, \"meaning\": { \"sv\": \"Mer\", \"en\": \"More\" }, \"paths\": [\"short\", \"signal\", \"full\"] "
    "},\n    { \"level\": 3, \"title\": { \"sv\": \"N3\", \"en\": \"L3\" }, \"meaning\": { \"sv\": \"Mest\", "
    "\"en\": \"Most\" }, \"paths\": [\"short\", \"signal\", \"full\"] }",
    "\"paths\": [\"short\", \"signal\"] },\n    { \"level\": 2, \"title\": { \"sv\": \"N2\", \"en\": \"L2\" "
    "}, \"meaning\": { \"sv\": \"Mer\", \"en\": \"More\" }, \"paths\": [\"short\", \"signal\"] },\n    { "
    "\"level\": 3, \"title\": { \"sv\": \"N3\", \"en\": \"L3\" }, \"meaning\": { \"sv\": \"Mest\", \"en\": "
    "\"Most\" }, \"paths\": [\"short\", \"signal\"] }",
    "$.stages[1].questions[1].path: no level opens the path “full”: the question is never asked" },
  { "\"tasks\": [",
    "\"questions\": []\n    },\n    {\n      \"id\": \"more\",\n      \"number\": 7,\n      \"title\": { "
    "\"sv\": \"X\", \"en\": \"X\" },\n      \"minutes\": 1,\n      \"tasks\": [",
    "$.stages[0]: the stage has neither questions nor tasks" },
};

static void
method_that_is_wrong_is_refused_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_methods); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("small.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = changed_node ("methods/small.json", &wrong_methods[i], &bytes);

      g_test_message ("%s", wrong_methods[i].replace);
      g_assert_null (eup_method_new_from_node (node, bytes, problems));
      assert_problems (problems, wrong_methods[i].problems);
    }
}

/* Rows that try the same mistake in another form share their message; the mistakes themselves don't. */
static void
each_mistake_has_its_own_message (void)
{
  g_autoptr (GHashTable) messages = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_methods); i++)
    g_hash_table_add (messages, (gpointer) wrong_methods[i].problems);
  g_assert_cmpuint (g_hash_table_size (messages), >=, 100);
}

static void
root_that_is_no_object_is_refused (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("list.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]", 3);
  g_autoptr (JsonNode) node = eup_json_parse (bytes, problems);

  g_assert_null (eup_method_new_from_node (node, bytes, problems));
  assert_problems (problems, "$: found a list, expected an object");
}

static void
file_of_another_kind_is_one_problem (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "catalogues", "small.json", NULL);
  g_autoptr (EupProblems) problems = NULL;

  g_assert_null (eup_method_load (path, &problems, NULL));
  assert_problems (problems, "$.kind: found \"catalogue\", expected \"method\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/method-wrong/" #name, name)
  ADD (method_that_is_wrong_is_refused_with_its_place);
  ADD (each_mistake_has_its_own_message);
  ADD (root_that_is_no_object_is_refused);
  ADD (file_of_another_kind_is_one_problem);
  return g_test_run ();
}
