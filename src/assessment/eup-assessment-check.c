/* Case files: read, checked against the schema and against the method that they name. */

#include "assessment/eup-assessment.h"

#include "util/eup-json.h"
#include "util/eup-schema.h"

typedef struct
{
  const EupAssessment *assessment;
  const EupModel *model;
  EupProblems *problems;
} Check;

#define WRONG(check, path, ...)                                                                              \
  eup_problems_add ((check)->problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

static void
check_pins (Check *check)
{
  const EupPin *method = check->assessment->method;
  const EupPin *catalogue = check->assessment->catalogue;

  if (g_strcmp0 (method->id, eup_method_get_id (check->model->method)) != 0)
    WRONG (check, "$.method.id", "the method “%s” is not known here, expected “%s”", method->id,
           eup_method_get_id (check->model->method));
  else if (g_strcmp0 (method->version, eup_method_get_version (check->model->method)) != 0)
    WRONG (check, "$.method.version", "version %s of the method is not here, expected %s", method->version,
           eup_method_get_version (check->model->method));
  else if (method->digest != NULL &&
           g_strcmp0 (method->digest, eup_method_get_digest (check->model->method)) != 0)
    WRONG (check, "$.method.digest",
           "the method has the same version but other contents than the one this case was begun with");
  if (catalogue->id != NULL && g_strcmp0 (catalogue->id, eup_catalogue_get_id (check->model->catalogue)) != 0)
    WRONG (check, "$.catalogue.id", "the catalogue “%s” is not known here, expected “%s”", catalogue->id,
           eup_catalogue_get_id (check->model->catalogue));
}

static void
check_card (Check *check)
{
  const EupCard *card = check->assessment->card;
  const EupTechnology *technology = eup_catalogue_find (check->model->catalogue, card->technology);

  if (technology == NULL)
    {
      WRONG (check, "$.card.technology", "the catalogue has no technology “%s”", card->technology);
      return;
    }
  for (guint i = 0; card->functions != NULL && card->functions[i] != NULL; i++)
    {
      g_autofree char *place = eup_json_path_element ("$.card.functions", i);
      gboolean found = FALSE;

      for (guint j = 0; j < technology->functions->len; j++)
        found =
            found || g_str_equal (((EupFunction *) technology->functions->pdata[j])->id, card->functions[i]);
      if (!found)
        WRONG (check, place, "“%s” has no function “%s”", technology->id, card->functions[i]);
    }
}

/* No two parts of a kind may have the same id. */
static void
check_ids (Check *check, EupPartKind kind, GPtrArray *list, const char *name)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const char *id = eup_part_get_id (kind, list->pdata[i]);

      if (!g_hash_table_add (seen, (gpointer) id))
        {
          g_autofree char *place = g_strdup_printf ("$.%s[%u].id", name, i);

          WRONG (check, place, "the id “%s” is there already, expected each id once", id);
        }
    }
}

static void
check_stances (Check *check,
               const EupStatement *statement,
               const EupQuestion *question,
               EupVoice voice,
               const char *path)
{
  const EupScale *scale = question->scales[voice];
  GHashTableIter iter;
  gpointer item, option;

  g_hash_table_iter_init (&iter, statement->stances);
  while (g_hash_table_iter_next (&iter, &item, &option))
    {
      g_autofree char *place = g_strdup_printf ("%s.stances.%s", path, (char *) item);
      gboolean known = question->items->len == 0 && g_str_equal (item, EUP_ITEM_ANSWER);

      for (guint i = 0; i < question->items->len; i++)
        known = known || g_str_equal (((EupItem *) question->items->pdata[i])->id, item);
      if (!known)
        WRONG (check, place, "question “%s” is not answered for “%s”", question->id, (char *) item);
      else if (scale == NULL)
        WRONG (check, place, "question “%s” has no scale for this voice, expected words only", question->id);
      else if (eup_scale_find_option (scale, option) == NULL)
        WRONG (check, place, "the scale “%s” has no option “%s”", scale->id, (char *) option);
    }
}

static void
check_statement (Check *check, const EupStatement *statement, guint i)
{
  g_autofree char *path = g_strdup_printf ("$.statements[%u]", i);
  g_autofree char *question_path = eup_json_path_member (path, "question");
  g_autofree char *person_path = eup_json_path_member (path, "person");
  g_autofree char *non_answer_path = eup_json_path_member (path, "nonAnswer");
  const EupQuestion *question = eup_method_find_question (check->model->method, statement->question);
  const EupPerson *person = eup_assessment_find_person (check->assessment, statement->person);

  if (question == NULL)
    WRONG (check, question_path, "the method has no question “%s”", statement->question);
  if (person == NULL)
    WRONG (check, person_path, "nobody in “people” has the id “%s”", statement->person);
  if (statement->non_answer != NULL &&
      eup_method_find_non_answer (check->model->method, statement->non_answer) == NULL)
    WRONG (check, non_answer_path, "the method has no such non-answer as “%s”", statement->non_answer);
  if (question != NULL && person != NULL)
    {
      if (!eup_question_asks (question, eup_person_voice (person)))
        WRONG (check, person_path, "question “%s” does not ask the voice “%s”", question->id, person->voice);
      check_stances (check, statement, question, eup_person_voice (person), path);
      if (eup_assessment_find_statement (check->assessment, statement->question, statement->person) !=
          statement)
        WRONG (check, path, "“%s” has answered question “%s” already, expected one statement", person->id,
               question->id);
    }
}

static void
check_people (Check *check)
{
  guint residents = 0;

  for (guint i = 0; i < check->assessment->people->len; i++)
    residents += eup_person_voice (check->assessment->people->pdata[i]) == EUP_VOICE_RESIDENT;
  if (residents > 1)
    WRONG (check, "$.people", "found %u residents, expected one", residents);
}

static void
check_decision (Check *check)
{
  const EupAssessment *assessment = check->assessment;

  if (assessment->decision->outcome != NULL &&
      eup_method_find_outcome (check->model->method, assessment->decision->outcome) == NULL)
    WRONG (check, "$.decision.outcome", "the method has no outcome “%s”", assessment->decision->outcome);
  for (guint i = 0; i < assessment->reveals->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("$.reveals[%u].id", i);
      const EupReveal *reveal = assessment->reveals->pdata[i];

      if (eup_method_find_question (check->model->method, reveal->id) == NULL)
        WRONG (check, place, "the method has no question “%s”", reveal->id);
    }
  for (guint i = 0; i < assessment->dissents->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("$.dissents[%u].id", i);
      const EupDissent *dissent = assessment->dissents->pdata[i];

      if (eup_assessment_find_person (assessment, dissent->id) == NULL)
        WRONG (check, place, "nobody in “people” has the id “%s”", dissent->id);
    }
}

/**
 * eup_assessment_check:
 * @problems: takes each fault with its JSON path
 *
 * Returns: whether all that the case names is there: method, technology, questions, people, options
 */
gboolean
eup_assessment_check (const EupAssessment *self, const EupModel *model, EupProblems *problems)
{
  Check check = { self, model, problems };
  guint before = eup_problems_get_n (problems);

  check_pins (&check);
  if (eup_problems_get_n (problems) > before)
    return FALSE; /* against another method nothing else means anything */

  check_card (&check);
  check_people (&check);
  check_ids (&check, EUP_PART_PERSON, self->people, "people");
  check_ids (&check, EUP_PART_STATEMENT, self->statements, "statements");
  check_ids (&check, EUP_PART_ALTERNATIVE, self->alternatives, "alternatives");
  check_ids (&check, EUP_PART_CONDITION, self->conditions, "conditions");
  check_ids (&check, EUP_PART_ATTEMPT, self->attempts, "attempts");
  check_ids (&check, EUP_PART_REVEAL, self->reveals, "reveals");
  check_ids (&check, EUP_PART_DISSENT, self->dissents, "dissents");
  for (guint i = 0; i < self->statements->len; i++)
    check_statement (&check, self->statements->pdata[i], i);
  check_decision (&check);
  return eup_problems_get_n (problems) == before;
}

/**
 * eup_assessment_load:
 * @path: a case file
 * @problems: (out) (optional) (transfer full): all that is wrong with it, for further checks to add to
 * @error: EUP_FILE_ERROR or EUP_DATA_ERROR
 *
 * Reads a case file and checks it against its schema, not yet against a method.
 *
 * Returns: (transfer full) (nullable): the case
 */
EupAssessment *
eup_assessment_load (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupProblems) found = NULL;
  g_autoptr (JsonNode) node = eup_json_load (path, &found, error);
  EupAssessment *self = NULL;

  if (node != NULL)
    {
      g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("case.schema.json");

      if (eup_schema_check (schema, node, found))
        self = eup_assessment_read (node);
      else
        eup_problems_to_error (found, error);
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}
