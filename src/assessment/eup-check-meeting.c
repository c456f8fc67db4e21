/* How the talk went: sessions, attendance, what was parked and confirmed, the resident's sittings. */

#include "assessment/eup-check-private.h"

static gboolean
check_found (EupCheck *check, EupPartKind kind, const char *list, guint i, const char *member, const char *id)
{
  g_autofree char *place = NULL;

  if (eup_assessment_find (check->assessment, kind, id) != NULL)
    return TRUE;
  place = g_strdup_printf ("$.%s[%u].%s", list, i, member);
  EUP_WRONG (check, place, "there is no %s “%s”", eup_part_kind_to_name (kind), id);
  return FALSE;
}

/* A stay or a session can't end before it begins; what has no end goes on. */
static void
check_times (EupCheck *check, const char *list, guint i, const char *member, const char *from, const char *to)
{
  g_autoptr (GDateTime) begin = g_date_time_new_from_iso8601 (from, NULL);
  g_autoptr (GDateTime) end = eup_has_text (to) ? g_date_time_new_from_iso8601 (to, NULL) : NULL;
  g_autofree char *place = NULL;

  if (begin == NULL || end == NULL || g_date_time_compare (begin, end) <= 0)
    return;
  place = g_strdup_printf ("$.%s[%u].%s", list, i, member);
  EUP_WRONG (check, place, "found %s, expected a time after %s", to, from);
}

static void
check_stage_times (EupCheck *check)
{
  GPtrArray *stages = eup_method_get_stages (check->model->method);
  GPtrArray *times = check->assessment->stage_times;

  for (guint i = 0; i < times->len; i++)
    {
      const EupStageTime *time = times->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < stages->len && !known; j++)
        known = g_strcmp0 (((EupStage *) stages->pdata[j])->id, time->id) == 0;
      if (!known)
        {
          g_autofree char *place = g_strdup_printf ("$.stageTimes[%u].id", i);

          EUP_WRONG (check, place, "the method has no stage “%s”", time->id);
        }
    }
}

static void
check_confirmations (EupCheck *check)
{
  GPtrArray *confirmations = check->assessment->confirmations;

  for (guint i = 0; i < confirmations->len; i++)
    {
      const EupConfirmation *confirmation = confirmations->pdata[i];
      const EupStatement *statement;
      g_autofree char *place = g_strdup_printf ("$.confirmations[%u].person", i);

      if (!check_found (check, EUP_PART_STATEMENT, "confirmations", i, "id", confirmation->id))
        continue;
      statement = eup_assessment_find (check->assessment, EUP_PART_STATEMENT, confirmation->id);
      if (g_strcmp0 (statement->person, confirmation->person) != 0)
        EUP_WRONG (check, place, "found “%s”, expected “%s”, who is said to have said it",
                   confirmation->person, statement->person);
    }
}

static gboolean
has_item (const EupQuestion *question, const char *id)
{
  for (guint i = 0; i < question->items->len; i++)
    if (g_strcmp0 (((EupItem *) question->items->pdata[i])->id, id) == 0)
      return TRUE;
  return g_strcmp0 (id, EUP_ITEM_ANSWER) == 0 &&
         (question->items->len == 0 || question->scales[EUP_VOICE_RESIDENT] == NULL);
}

/* "q10", or "q4/security" */
static void
check_topics (EupCheck *check, const EupSitting *sitting, guint i)
{
  for (guint j = 0; sitting->topics != NULL && sitting->topics[j] != NULL; j++)
    {
      g_auto (GStrv) names = g_strsplit (sitting->topics[j], "/", 2);
      const EupQuestion *question = eup_method_find_question (check->model->method, names[0]);
      g_autofree char *place = g_strdup_printf ("$.sittings[%u].topics[%u]", i, j);

      if (question == NULL)
        EUP_WRONG (check, place, "the method has no question “%s”", names[0]);
      else if (names[1] != NULL && !has_item (question, names[1]))
        EUP_WRONG (check, place, "question “%s” is not answered for “%s”", question->id, names[1]);
    }
}

static void
check_option (EupCheck *check, const EupSittingAnswer *answer, const EupQuestion *question, guint i)
{
  const EupScale *scale = question->scales[EUP_VOICE_RESIDENT];
  g_autofree char *option = g_strdup_printf ("$.sittingAnswers[%u].option", i);
  g_autofree char *non_answer = g_strdup_printf ("$.sittingAnswers[%u].nonAnswer", i);
  g_autofree char *item = g_strdup_printf ("$.sittingAnswers[%u].item", i);

  if (!has_item (question, answer->item))
    EUP_WRONG (check, item, "question “%s” is not answered for “%s”", question->id,
               answer->item ? answer->item : "");
  if (eup_has_text (answer->option) &&
      (scale == NULL || eup_scale_find_option (scale, answer->option) == NULL))
    EUP_WRONG (check, option, "the resident has no option “%s” at question “%s”", answer->option,
               question->id);
  if (eup_has_text (answer->non_answer) &&
      eup_method_find_non_answer (check->model->method, answer->non_answer) == NULL)
    EUP_WRONG (check, non_answer, "the method has no such non-answer as “%s”", answer->non_answer);
}

static void
check_sittings (EupCheck *check)
{
  const EupAssessment *assessment = check->assessment;

  for (guint i = 0; i < assessment->sittings->len; i++)
    {
      const EupSitting *sitting = assessment->sittings->pdata[i];

      check_times (check, "sittings", i, "ended", sitting->began, sitting->ended);
      check_topics (check, sitting, i);
    }
  for (guint i = 0; i < assessment->sitting_answers->len; i++)
    {
      const EupSittingAnswer *answer = assessment->sitting_answers->pdata[i];

      check_found (check, EUP_PART_SITTING, "sittingAnswers", i, "sitting", answer->sitting);
      if (eup_check_question (check, "sittingAnswers", i, "question", answer->question))
        check_option (check, answer, eup_method_find_question (check->model->method, answer->question), i);
    }
  for (guint i = 0; i < assessment->signs->len; i++)
    {
      const EupSign *sign = assessment->signs->pdata[i];

      if (eup_has_text (sign->sitting))
        check_found (check, EUP_PART_SITTING, "signs", i, "sitting", sign->sitting);
      if (eup_has_text (sign->question))
        eup_check_question (check, "signs", i, "question", sign->question);
    }
}

void
eup_check_meeting_parts (EupCheck *check)
{
  const EupAssessment *assessment = check->assessment;

  for (guint i = 0; i < assessment->sessions->len; i++)
    {
      const EupSession *session = assessment->sessions->pdata[i];

      check_times (check, "sessions", i, "ended", session->began, session->ended);
    }
  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      eup_check_person (check, "attendance", i, "person", stay->person);
      check_times (check, "attendance", i, "left", stay->joined, stay->left);
    }
  for (guint i = 0; i < assessment->parked->len; i++)
    eup_check_question (check, "parked", i, "id", ((EupParked *) assessment->parked->pdata[i])->id);
  check_stage_times (check);
  check_confirmations (check);
  check_sittings (check);
}
