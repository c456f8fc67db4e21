/* Case files: read, checked against the schema and against the model that they name. */

#include "assessment/eup-check-private.h"
#include "assessment/eup-place.h"

#include "util/eup-schema.h"

static void
check_functions (EupCheck *check, const EupTechnology *technology)
{
  char **functions = check->assessment->card->functions;

  for (guint i = 0; functions != NULL && functions[i] != NULL; i++)
    {
      g_autofree char *place = eup_json_path_element ("$.card.functions", i);
      gboolean found = FALSE;

      for (guint j = 0; j < technology->functions->len; j++)
        found = found || g_str_equal (((EupFunction *) technology->functions->pdata[j])->id, functions[i]);
      if (!found)
        EUP_WRONG (check, place, "“%s” has no function “%s”", technology->id, functions[i]);
    }
}

static gboolean
has_task (const EupMethod *method, const char *id)
{
  GPtrArray *stages = eup_method_get_stages (method);

  for (guint i = 0; i < stages->len; i++)
    {
      GPtrArray *tasks = ((EupStage *) stages->pdata[i])->tasks;

      for (guint j = 0; tasks != NULL && j < tasks->len; j++)
        if (g_str_equal (((EupItem *) tasks->pdata[j])->id, id))
          return TRUE;
    }
  return FALSE;
}

static void
check_card (EupCheck *check)
{
  const EupCard *card = check->assessment->card;
  const EupTechnology *technology = eup_catalogue_find (check->model->catalogue, card->technology);
  EupPlace stands;

  if (technology == NULL)
    EUP_WRONG (check, "$.card.technology", "the catalogue has no technology “%s”", card->technology);
  else
    check_functions (check, technology);
  if (eup_has_text (card->question) &&
      eup_method_find_question (check->model->method, card->question) == NULL)
    EUP_WRONG (check, "$.card.question", "the method has no question “%s”", card->question);
  if (eup_has_text (card->stands) && !eup_place_from_name (card->stands, check->model, &stands))
    EUP_WRONG (check, "$.card.stands", "a meeting has no place “%s”", card->stands);
  for (guint i = 0; card->done != NULL && card->done[i] != NULL; i++)
    {
      g_autofree char *place = eup_json_path_element ("$.card.done", i);

      if (!has_task (check->model->method, card->done[i]))
        EUP_WRONG (check, place, "the method has no task “%s”", card->done[i]);
    }
}

/* No two parts of a kind may have the same id. */
static void
check_ids (EupCheck *check, EupPartKind kind, GPtrArray *list, const char *name)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const char *id = eup_part_get_id (kind, list->pdata[i]);

      if (!g_hash_table_add (seen, (gpointer) id))
        {
          g_autofree char *place = g_strdup_printf ("$.%s[%u].id", name, i);

          EUP_WRONG (check, place, "the id “%s” is there already, expected each id once", id);
        }
    }
}

static void
check_all_ids (EupCheck *check)
{
  const EupAssessment *assessment = check->assessment;

  check_ids (check, EUP_PART_ADDITION, assessment->additions, "additions");
  check_ids (check, EUP_PART_PERSON, assessment->people, "people");
  check_ids (check, EUP_PART_STATEMENT, assessment->statements, "statements");
  check_ids (check, EUP_PART_ALTERNATIVE, assessment->alternatives, "alternatives");
  check_ids (check, EUP_PART_CONDITION, assessment->conditions, "conditions");
  check_ids (check, EUP_PART_ATTEMPT, assessment->attempts, "attempts");
  check_ids (check, EUP_PART_REVEAL, assessment->reveals, "reveals");
  check_ids (check, EUP_PART_DISSENT, assessment->dissents, "dissents");
  check_ids (check, EUP_PART_CONSENT, assessment->consents, "consents");
  check_ids (check, EUP_PART_WEIGHT, assessment->weights, "weights");
  check_ids (check, EUP_PART_OVERRIDE, assessment->overrides, "overrides");
  check_ids (check, EUP_PART_SESSION, assessment->sessions, "sessions");
  check_ids (check, EUP_PART_ATTENDANCE, assessment->attendance, "attendance");
  check_ids (check, EUP_PART_STAGE_TIME, assessment->stage_times, "stageTimes");
  check_ids (check, EUP_PART_PARKED, assessment->parked, "parked");
  check_ids (check, EUP_PART_CONFIRMATION, assessment->confirmations, "confirmations");
  check_ids (check, EUP_PART_SITTING, assessment->sittings, "sittings");
  check_ids (check, EUP_PART_SITTING_ANSWER, assessment->sitting_answers, "sittingAnswers");
  check_ids (check, EUP_PART_SIGN, assessment->signs, "signs");
  check_ids (check, EUP_PART_ACKNOWLEDGEMENT, assessment->acknowledgements, "acknowledgements");
}

static void
check_people (EupCheck *check)
{
  guint residents = 0;

  for (guint i = 0; i < check->assessment->people->len; i++)
    residents += eup_person_voice (check->assessment->people->pdata[i]) == EUP_VOICE_RESIDENT;
  if (residents > 1)
    EUP_WRONG (check, "$.people", "found %u residents, expected one", residents);
}

/**
 * eup_assessment_check:
 * @problems: takes each fault with its JSON path
 *
 * Returns: whether all that the case names is there: method, technology, questions, people, options …
 */
gboolean
eup_assessment_check (const EupAssessment *self, const EupModel *model, EupProblems *problems)
{
  EupCheck check = { self, model, problems };
  guint before = eup_problems_get_n (problems);

  if (!eup_check_pins (&check))
    return FALSE;
  check_card (&check);
  check_people (&check);
  check_all_ids (&check);
  eup_check_statements (&check);
  eup_check_decision_parts (&check);
  eup_check_meeting_parts (&check);
  eup_check_acknowledgements (&check);
  return eup_problems_get_n (problems) == before;
}

/**
 * eup_assessment_check_pins:
 *
 * Returns: whether @model is the one that the case names; @problems takes what is not
 */
gboolean
eup_assessment_check_pins (const EupAssessment *self, const EupModel *model, EupProblems *problems)
{
  EupCheck check = { self, model, problems };

  return eup_check_pins (&check);
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
