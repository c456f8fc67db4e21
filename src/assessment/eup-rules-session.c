/* When the meeting sat and when it last did something, what it left for later, the soft clock. */

#include "assessment/eup-rules-session.h"

#include "assessment/eup-assessment-private.h"

/**
 * eup_rules_compare_times:
 * @first: (nullable): ISO 8601 with its offset
 * @second: (nullable): the same
 *
 * Returns: less than 0, 0 or more than 0 as @first is before, at the same second as or after @second;
 *   what is no time is before all times
 */
int
eup_rules_compare_times (const char *first, const char *second)
{
  gint64 a = G_MININT64, b = G_MININT64;

  eup_time_read (first, &a);
  eup_time_read (second, &b);
  return a < b ? -1 : a > b;
}

/**
 * eup_rules_minutes_between:
 *
 * Returns: the minutes from one time to the other, rounded up; 0 or less when @to is past; 0 when one
 *   of them is no time
 */
int
eup_rules_minutes_between (const char *from, const char *to)
{
  gint64 first, last, seconds;

  if (!eup_time_read (from, &first) || !eup_time_read (to, &last))
    return 0;
  seconds = CLAMP (last - first, -86400 * 366, 86400 * 366);
  return (int) (seconds > 0 ? (seconds + 59) / 60 : seconds / 60);
}

/**
 * eup_rules_open_session:
 *
 * Returns: (transfer none) (nullable): the session that goes on; %NULL before the first and in a pause
 */
const EupSession *
eup_rules_open_session (const EupAssessment *assessment)
{
  for (guint i = 0; i < assessment->sessions->len; i++)
    {
      const EupSession *session = assessment->sessions->pdata[i];

      if (!eup_has_text (session->ended))
        return session;
    }
  return NULL;
}

/**
 * eup_rules_last_session:
 *
 * Returns: (transfer none) (nullable): the one that began last
 */
const EupSession *
eup_rules_last_session (const EupAssessment *assessment)
{
  const EupSession *last = NULL;

  for (guint i = 0; i < assessment->sessions->len; i++)
    {
      const EupSession *session = assessment->sessions->pdata[i];

      if (last == NULL || eup_rules_compare_times (session->began, last->began) >= 0)
        last = session;
    }
  return last;
}

/* One walk through the times of a case. */
typedef struct
{
  const char *last;
  gint64 seconds;
} Latest;

static void
look_at (Latest *latest, const char *iso)
{
  gint64 seconds;

  if (eup_time_read (iso, &seconds) && (latest->last == NULL || seconds > latest->seconds))
    {
      latest->last = iso;
      latest->seconds = seconds;
    }
}

#define LOOK_AT_EACH(latest, list, type, member)                                                             \
  for (guint i = 0; i < (list)->len; i++)                                                                    \
  look_at (latest, ((const type *) (list)->pdata[i])->member)

/**
 * eup_rules_last_time:
 *
 * When something last happened to this case. When a statement was said is not among it: that is what
 * somebody tells, of a sitting or of a call, and can be told wrongly.
 *
 * Returns: (transfer none) (nullable): the latest time that the meeting itself has noted
 */
const char *
eup_rules_last_time (const EupAssessment *assessment)
{
  Latest latest = { NULL, 0 };

  LOOK_AT_EACH (&latest, assessment->statements, EupStatement, changed);
  LOOK_AT_EACH (&latest, assessment->reveals, EupReveal, at);
  LOOK_AT_EACH (&latest, assessment->sessions, EupSession, began);
  LOOK_AT_EACH (&latest, assessment->sessions, EupSession, ended);
  LOOK_AT_EACH (&latest, assessment->attendance, EupAttendance, joined);
  LOOK_AT_EACH (&latest, assessment->attendance, EupAttendance, left);
  LOOK_AT_EACH (&latest, assessment->parked, EupParked, at);
  LOOK_AT_EACH (&latest, assessment->confirmations, EupConfirmation, at);
  LOOK_AT_EACH (&latest, assessment->sittings, EupSitting, began);
  LOOK_AT_EACH (&latest, assessment->sittings, EupSitting, ended);
  LOOK_AT_EACH (&latest, assessment->sitting_answers, EupSittingAnswer, at);
  LOOK_AT_EACH (&latest, assessment->signs, EupSign, at);
  return latest.last;
}

/**
 * eup_rules_time_of_day:
 * @iso: (nullable): ISO 8601 with its offset
 *
 * Returns: (transfer full): the time of day as it was where it happened: "14.05" in Swedish, else
 *   "14:05"; "" when it is no time
 */
char *
eup_rules_time_of_day (const char *iso, const char *language)
{
  gint64 seconds;

  if (!eup_time_read (iso, &seconds))
    return g_strdup ("");
  return g_strdup_printf ("%.2s%c%.2s", iso + 11, language && g_str_has_prefix (language, "sv") ? '.' : ':',
                          iso + 14);
}

/**
 * eup_rules_is_parked:
 *
 * Returns: whether @question was left for later and still has somebody who has not answered
 */
gboolean
eup_rules_is_parked (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  return eup_assessment_find (assessment, EUP_PART_PARKED, question->id) != NULL &&
         !eup_rules_is_revealed (assessment, question) && !eup_rules_may_reveal (assessment, model, question);
}

/**
 * eup_rules_parked:
 *
 * Returns: (transfer container) (element-type EupQuestion): those that this case asks and that are
 *   still parked, in the method's order
 */
GPtrArray *
eup_rules_parked (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) open = NULL;
  GPtrArray *parked = g_ptr_array_new ();

  if (assessment->parked->len == 0)
    return parked;
  open = eup_rules_open_questions (assessment, model);
  for (guint i = 0; i < open->len; i++)
    if (eup_rules_is_parked (assessment, model, open->pdata[i]))
      g_ptr_array_add (parked, open->pdata[i]);
  return parked;
}

/**
 * eup_rules_stage_seconds:
 *
 * Returns: how long the meeting has been at @stage, over all its sessions, in seconds
 */
gint64
eup_rules_stage_seconds (const EupAssessment *assessment, const EupStage *stage)
{
  const EupStageTime *time = eup_assessment_find (assessment, EUP_PART_STAGE_TIME, stage->id);

  return time != NULL && time->seconds != NULL ? g_ascii_strtoll (time->seconds, NULL, 10) : 0;
}

/**
 * eup_rules_meeting_minutes:
 *
 * Returns: how long the method thinks that the meeting takes: the minutes of all questions that are
 *   open in this case
 */
int
eup_rules_meeting_minutes (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  int minutes = 0;

  for (guint i = 0; i < open->len; i++)
    minutes += ((EupQuestion *) open->pdata[i])->minutes;
  return minutes;
}

/**
 * eup_rules_planned_end:
 *
 * When the meeting was planned to end: its time on the card and the minutes of its questions. Only of
 * the day for which it was planned; of one that goes on another day nobody knows.
 *
 * Returns: (transfer full) (nullable): ISO 8601 with the offset of the planned beginning
 */
char *
eup_rules_planned_end (const EupAssessment *assessment, const EupModel *model)
{
  const EupSession *session = eup_rules_open_session (assessment);
  const char *meeting = assessment->card->meeting;
  int minutes = eup_rules_meeting_minutes (assessment, model);
  g_autoptr (GDateTime) begin = NULL;
  g_autoptr (GDateTime) end = NULL;
  gint64 seconds;

  if (session == NULL || minutes == 0 || !eup_time_read (meeting, &seconds) ||
      eup_days_between (meeting, session->began) != 0)
    return NULL;
  begin = g_date_time_new_from_iso8601 (meeting, NULL);
  end = begin ? g_date_time_add_minutes (begin, minutes) : NULL;
  return end ? g_date_time_format (end, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}
