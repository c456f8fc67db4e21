/* When the meeting sat, when each person was there, and which questions it left for later. */

#include "record/eup-layout-private.h"

#include "assessment/eup-rules-session.h"

static gboolean
same_day (const char *first, const char *second)
{
  return first != NULL && second != NULL && strncmp (first, second, strlen ("YYYY-MM-DD")) == 0;
}

/* "10.00–11.30"; of what goes on "10.00–" */
static char *
hours (const EupLayout *self, const char *from, const char *to)
{
  g_autofree char *begin = eup_rules_time_of_day (from, self->language);
  g_autofree char *end = eup_rules_time_of_day (to, self->language);

  return g_strdup_printf ("%s–%s", begin, end);
}

/* With the day before it, and with the second day where it went past midnight. */
static char *
span (const EupLayout *self, const char *from, const char *to)
{
  g_autofree char *begin = eup_layout_time (self, from);
  g_autofree char *end = NULL;

  if (!eup_layout_is_said (to))
    return g_strdup_printf ("%s–", begin);
  end = same_day (from, to) ? eup_rules_time_of_day (to, self->language) : eup_layout_time (self, to);
  return g_strdup_printf ("%s–%s", begin, end);
}

/**
 * eup_layout_session:
 *
 * Returns: (transfer full): when it sat; where the program was broken off, that its end is the last
 *   thing that was kept
 */
char *
eup_layout_session (const EupLayout *self, const EupSession *session)
{
  g_autofree char *when = span (self, session->began, session->ended);

  return session->interrupted ? eup_words_fill ("session-interrupted", self->language, "span", when, NULL)
                              : g_steal_pointer (&when);
}

static gboolean
on_one_day (const EupAssessment *assessment)
{
  for (guint i = 1; i < assessment->sessions->len; i++)
    if (!same_day (((EupSession *) assessment->sessions->pdata[0])->began,
                   ((EupSession *) assessment->sessions->pdata[i])->began))
      return FALSE;
  return TRUE;
}

/* "by video 10.00–11.30"; the day too where the meeting sat on several */
static char *
describe_stay (const EupLayout *self, const EupPerson *person, const EupAttendance *stay)
{
  g_autofree char *when = on_one_day (self->assessment) ? hours (self, stay->joined, stay->left)
                                                        : span (self, stay->joined, stay->left);
  g_autofree char *key = g_strconcat ("presence-", stay->how, NULL);

  /* How they take part stands above already, unless it was another way then. */
  if (g_strcmp0 (stay->how, person->presence) == 0 || !eup_words_has (key))
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s %s", eup_layout_word (self, key), when);
}

static gboolean
stayed_all (const EupAssessment *assessment, const EupPerson *person, const EupSession *session)
{
  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      if (g_strcmp0 (stay->person, person->id) == 0 &&
          eup_rules_compare_times (stay->joined, session->began) <= 0 &&
          (!eup_layout_is_said (stay->left) || (eup_layout_is_said (session->ended) &&
                                                eup_rules_compare_times (stay->left, session->ended) >= 0)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the person was there for less than the whole of all sessions. */
static gboolean
is_part (const EupAssessment *assessment, const EupPerson *person)
{
  for (guint i = 0; i < assessment->sessions->len; i++)
    if (!stayed_all (assessment, person, assessment->sessions->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * eup_layout_stays:
 *
 * Returns: (transfer full) (nullable): when @person was there, a line a stay, and whether that was a
 *   part of the meeting only; %NULL when nobody noted it
 */
char *
eup_layout_stays (const EupLayout *self, const EupPerson *person)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->assessment->attendance->len; i++)
    {
      const EupAttendance *stay = self->assessment->attendance->pdata[i];
      g_autofree char *line = NULL;

      if (g_strcmp0 (stay->person, person->id) != 0)
        continue;
      line = describe_stay (self, person, stay);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  if (lines->len > 0 && is_part (self->assessment, person))
    g_string_append_printf (lines, "\n%s", eup_layout_word (self, "part-of-meeting"));
  if (lines->len > 0)
    return g_string_free_and_steal (lines);
  g_string_free (lines, TRUE);
  return NULL;
}

/**
 * eup_layout_parked:
 *
 * Returns: (transfer full) (nullable): "15. Feeling secure", why it waited where somebody said so, and
 *   whether it was answered after all; %NULL when it was not parked
 */
char *
eup_layout_parked (const EupLayout *self, const EupQuestion *question)
{
  const EupParked *parked = eup_assessment_find (self->assessment, EUP_PART_PARKED, question->id);
  g_autofree char *number = g_strdup_printf ("%d", question->number);
  g_autofree char *title = eup_layout_say (self, question->title);
  g_autofree char *words = NULL;

  if (parked == NULL)
    return NULL;
  words = eup_words_fill (eup_layout_is_said (parked->reason) ? "parked-because" : "parked-question",
                          self->language, "number", number, "title", title, "reason",
                          parked->reason ? parked->reason : "", NULL);
  return eup_words_fill (eup_rules_is_parked (self->assessment, self->snapshot->model, question)
                             ? "parked-still"
                             : "parked-then",
                         self->language, "question", words, NULL);
}
