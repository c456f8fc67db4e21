/* What the tests of the upper layers speak about. */

#include "eup-sample.h"

#include "util/eup-json.h"

static const char method_text[] =
    "{'format':1,'kind':'method','id':'sample','version':'1.0','date':'2026-11-20','languages':['sv','en'],"
    "'title':{'sv':'Prov','en':'Sample'},"
    "'scales':["
    "{'id':'effect','title':{'sv':'V','en':'E'},'options':["
    "{'id':'worse','label':{'sv':'Sämre','en':'Worse'},'side':'against'},"
    "{'id':'same','label':{'sv':'Ingen skillnad','en':'No difference'},'side':'between'},"
    "{'id':'better','label':{'sv':'Bättre','en':'Better'},'side':'for'}]},"
    "{'id':'will','title':{'sv':'Vilja','en':'Will'},'options':["
    "{'id':'yes','label':{'sv':'Ja','en':'Yes'},'side':'for'},"
    "{'id':'unsure','label':{'sv':'Osäker','en':'Unsure'},'side':'between'},"
    "{'id':'no','label':{'sv':'Nej','en':'No'},'side':'against'}]}],"
    "'nonAnswers':["
    "{'id':'unknown','label':{'sv':'Vet inte','en':'Don\\u2019t know'},'needsReason':false},"
    "{'id':'not-asked','label':{'sv':'Inte tillfrågad','en':'Not asked'},'needsReason':true}],"
    "'levels':["
    "{'level':0,'title':{'sv':'a','en':'a'},'meaning':{'sv':'a','en':'a'},'paths':['short'],'followUpDays':"
    "183},"
    "{'level':1,'title':{'sv':'a','en':'a'},'meaning':{'sv':'a','en':'a'},'paths':['short','signal'],'"
    "followUpDays':92},"
    "{'level':2,'title':{'sv':'a','en':'a'},'meaning':{'sv':'a','en':'a'},'paths':['short','signal','full'],'"
    "followUpDays':42},"
    "{'level':3,'title':{'sv':'a','en':'a'},'meaning':{'sv':'a','en':'a'},'paths':['short','signal','full'],'"
    "followUpDays':28}],"
    "'stages':[{'id':'need','number':1,'title':{'sv':'Behov','en':'Need'},'minutes':5,'questions':["
    "{'id':'aim','number':1,'path':'short','kind':'purpose','voices':['resident','facilitator'],"
    "'ticks':[{'id':'resident-wish','label':{'sv':'Önskan','en':'Wish'}}],"
    "'title':{'sv':'Ändamål','en':'Aim'},'question':{'sv':'Vad ska {technology} göra för "
    "{person}?','en':'What for?'},"
    "'resident':{'sv':'Vad vill du?','en':'What do you "
    "want?'},'why':{'sv':'v','en':'w'},'example':{'sv':'e','en':'e'}},"
    "{'id':'want','number':2,'path':'short','kind':'statement','voices':['resident'],'scales':{'resident':'"
    "will'},'attempts':true,"
    "'title':{'sv':'Vilja','en':'Will'},'question':{'sv':'Vad säger {person}?','en':'What?'},"
    "'resident':{'sv':'Vill du ha det?','en':'Do you want "
    "it?'},'why':{'sv':'v','en':'w'},'example':{'sv':'e','en':'e'}}]},"
    "{'id':'life','number':2,'title':{'sv':'Liv','en':'Life'},'minutes':5,'questions':["
    "{'id':'calm','number':3,'path':'signal','kind':'statement','voices':['resident','relatives','staff'],"
    "'scales':{'resident':'effect','relatives':'effect','staff':'effect'},"
    "'title':{'sv':'Lugn','en':'Calm'},'question':{'sv':'Blir det lugnare?','en':'Calmer?'},"
    "'resident':{'sv':'Lugnare?','en':'Calmer?'},'why':{'sv':'v','en':'w'},'example':{'sv':'e','en':'e'}}]}],"
    "'gates':["
    "{'id':'purpose','kind':'hard','closed':'filled(purpose)','title':{'sv':'P','en':'P'},'missing':{'sv':'m'"
    ",'en':'m'},'action':{'sv':'a','en':'a'},'goto':'aim'},"
    "{'id':'refusal','kind':'hard','forbids':true,'closed':'not (\\'no\\' in stance(\\'want\\', "
    "\\'resident\\'))','title':{'sv':'N','en':'N'},'missing':{'sv':'m','en':'m'},'action':{'sv':'a','en':'a'}"
    ",'goto':'want'},"
    "{'id':'heard','kind':'hard','closed':'answered(\\'want\\', \\'resident\\') or (reason(\\'want\\', "
    "\\'resident\\') and attempts(\\'want\\') >= 2 and attempt_days(\\'want\\') >= 2 and "
    "attempt_methods(\\'want\\') >= "
    "2)','title':{'sv':'H','en':'H'},'missing':{'sv':'m','en':'m'},'action':{'sv':'a','en':'a'},'goto':'want'"
    "},"
    "{'id':'choices','kind':'hard','closed':'alternatives >= 2 and alternatives_without_technology >= 1 and "
    "alternatives_without_reason = "
    "0','title':{'sv':'A','en':'A'},'missing':{'sv':'m','en':'m'},'action':{'sv':'a','en':'a'},'goto':'"
    "decision-alternatives'},"
    "{'id':'later','kind':'hard','when':'level >= 1','closed':'filled(follow_up_owner) and follow_up_days >= "
    "0 and follow_up_days <= "
    "follow_up_limit','title':{'sv':'U','en':'U'},'missing':{'sv':'m','en':'m'},'action':{'sv':'a','en':'a'},"
    "'goto':'decision-follow-up'},"
    "{'id':'wish','kind':'warning','closed':'\\'resident-wish\\' in "
    "ticks(\\'aim\\')','title':{'sv':'W','en':'W'},'missing':{'sv':'m','en':'m'},'action':{'sv':'a','en':'a'}"
    ",'goto':'aim'}],"
    "'outcomes':["
    "{'id':'introduce','label':{'sv':'Inför','en':'Introduce'},'sentence':{'sv':'{technology} "
    "införs','en':'{technology}'},'yes':true},"
    "{'id':'trial','label':{'sv':'Prova','en':'Try'},'sentence':{'sv':'Prov med {technology} till den "
    "{date}','en':'Trial of {technology} until {date}'},'yes':true,'needsDate':true},"
    "{'id':'refrain','label':{'sv':'Avstå','en':'Refrain'},'sentence':{'sv':'Nej till "
    "{technology}','en':'No'},'yes':false}]}";

static const char catalogue_text[] =
    "{'format':1,'kind':'catalogue','id':'things','version':'1.0','languages':['sv','en'],'technologies':["
    "{'id':'alarm','name':{'sv':'larm','en':'alarm'},'definite':{'sv':'larmet','en':'the alarm'},"
    "'purpose':{'sv':'p','en':'p'},'level':0,'functions':["
    "{'id':'signal','name':{'sv':'signal','en':'signal'},'level':1},"
    "{'id':'camera','name':{'sv':'kamera','en':'camera'},'level':3}]}]}";

/* The texts above are written with single quotes; \' is a quote inside. */
static JsonNode *
parse (const char *text, GBytes **bytes)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("sample");
  GString *json = g_string_new (NULL);
  JsonNode *node;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (c[0] == '\\' && c[1] == '\'')
        g_string_append_c (json, *++c);
      else
        g_string_append_c (json, *c == '\'' ? '"' : *c);
    }
  *bytes = g_string_free_to_bytes (json);
  node = eup_json_parse (*bytes, problems);
  g_assert_cmpuint (eup_problems_get_n (problems), ==, 0);
  return node;
}

EupMethod *
eup_sample_method (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = parse (method_text, &bytes);
  g_autoptr (EupProblems) problems = eup_problems_new ("sample");
  EupMethod *method = eup_method_new_from_node (node, bytes, problems);

  if (method == NULL)
    g_error ("%s: %s", eup_problems_get (problems, 0)->path, eup_problems_get (problems, 0)->message);
  return method;
}

EupCatalogue *
eup_sample_catalogue (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = parse (catalogue_text, &bytes);
  g_autoptr (EupProblems) problems = eup_problems_new ("sample");
  EupCatalogue *catalogue = eup_catalogue_new_from_node (node, bytes, problems);

  g_assert_nonnull (catalogue);
  return catalogue;
}

EupModel *
eup_sample_model (void)
{
  g_autoptr (EupMethod) method = eup_sample_method ();
  g_autoptr (EupCatalogue) catalogue = eup_sample_catalogue ();

  return eup_model_new (method, catalogue);
}

static void
add_person (EupAssessment *assessment, const char *id, const char *voice)
{
  EupPerson *person = eup_shape_new (eup_part_shape (EUP_PART_PERSON));

  person->id = g_strdup (id);
  person->name = g_strdup (id);
  person->voice = g_strdup (voice);
  person->presence = g_strdup ("room");
  eup_assessment_put (assessment, EUP_PART_PERSON, person);
}

EupAssessment *
eup_sample_case (void)
{
  EupAssessment *assessment = eup_assessment_new ();

  assessment->method->id = g_strdup ("sample");
  assessment->method->version = g_strdup ("1.0");
  assessment->card->id = g_strdup ("case-1");
  assessment->card->number = g_strdup ("2026-1");
  assessment->card->alias = g_strdup ("Anna");
  assessment->card->technology = g_strdup ("alarm");
  assessment->card->functions = g_strsplit ("signal", " ", -1);
  assessment->card->language = g_strdup ("sv");
  assessment->card->meeting = g_strdup ("2026-11-26T13:30:00+01:00");
  add_person (assessment, "anna", "resident");
  add_person (assessment, "per", "relatives");
  add_person (assessment, "mei", "relatives");
  add_person (assessment, "maria", "staff");
  return assessment;
}

static EupStatement *
statement (EupAssessment *assessment, const char *question, const char *person)
{
  EupStatement *said = eup_shape_new (eup_part_shape (EUP_PART_STATEMENT));

  said->id = g_strdup_printf ("%s-%s", question, person);
  said->question = g_strdup (question);
  said->person = g_strdup (person);
  eup_assessment_put (assessment, EUP_PART_STATEMENT, said);
  return said;
}

EupStatement *
eup_sample_say (EupAssessment *assessment,
                const char *question,
                const char *person,
                const char *option,
                const char *words)
{
  EupStatement *said = statement (assessment, question, person);

  if (option != NULL)
    g_hash_table_insert (said->stances, g_strdup (EUP_ITEM_ANSWER), g_strdup (option));
  said->words = g_strdup (words);
  return said;
}

EupStatement *
eup_sample_no_answer (EupAssessment *assessment,
                      const char *question,
                      const char *person,
                      const char *non_answer,
                      const char *reason)
{
  EupStatement *said = statement (assessment, question, person);

  said->non_answer = g_strdup (non_answer);
  said->reason = g_strdup (reason);
  return said;
}

EupAlternative *
eup_sample_alternative (EupAssessment *assessment,
                        const char *id,
                        gboolean without_technology,
                        const char *reason)
{
  EupAlternative *alternative = eup_shape_new (eup_part_shape (EUP_PART_ALTERNATIVE));

  alternative->id = g_strdup (id);
  alternative->title = g_strdup (id);
  alternative->without_technology = without_technology;
  alternative->reason = g_strdup (reason);
  eup_assessment_put (assessment, EUP_PART_ALTERNATIVE, alternative);
  return alternative;
}

/* Everything that a decision needs but the gates. */
void
eup_sample_decide (EupAssessment *assessment, const char *outcome)
{
  EupDecision *decision = assessment->decision;

  g_set_str (&decision->outcome, outcome);
  g_set_str (&decision->because, "Anna vill");
  g_set_str (&decision->therefore, "provar vi");
  g_set_str (&decision->decider, "Karin Lund");
}

char *
eup_sample_path (const char *name)
{
  return g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", name, NULL);
}

/* One of the fictional cases in tests/data/cases/. */
EupAssessment *
eup_sample_file (const char *name)
{
  g_autofree char *path = eup_sample_path (name);
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = eup_assessment_load (path, NULL, &error);

  g_assert_no_error (error);
  return assessment;
}

/* A case in which nothing stands against a yes. */
EupAssessment *
eup_sample_complete (void)
{
  EupAssessment *assessment = eup_sample_case ();

  g_set_str (&assessment->card->purpose, "Anna ska kunna gå till sjön");
  eup_sample_say (assessment, "want", "anna", "yes", "Ja tack");
  eup_sample_alternative (assessment, "alarm", FALSE, "valt");
  eup_sample_alternative (assessment, "company", TRUE, "inte varje dag");
  eup_sample_decide (assessment, "introduce");
  g_set_str (&assessment->decision->follow_up_date, "2026-12-20");
  g_set_str (&assessment->decision->follow_up_owner, "Maria");
  return assessment;
}
