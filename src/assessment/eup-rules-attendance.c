/* Who is there, and whose answer the meeting therefore waits for. */

#include "assessment/eup-rules-session.h"

#include "assessment/eup-assessment-private.h"

/**
 * eup_person_is_planned:
 *
 * Returns: whether the person is meant to be in the room or on a link as long as the meeting sits
 */
gboolean
eup_person_is_planned (const EupPerson *self)
{
  return g_strcmp0 (self->presence, "room") == 0 || g_strcmp0 (self->presence, "video") == 0 ||
         g_strcmp0 (self->presence, "phone") == 0;
}

/**
 * eup_rules_open_stay:
 *
 * Returns: (transfer none) (nullable): the stay of @person that goes on
 */
const EupAttendance *
eup_rules_open_stay (const EupAssessment *assessment, const char *person)
{
  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      if (g_strcmp0 (stay->person, person) == 0 && !eup_has_text (stay->left))
        return stay;
    }
  return NULL;
}

/**
 * eup_rules_last_stay:
 *
 * Returns: (transfer none) (nullable): the stay of @person that goes on, else the one that began last
 */
const EupAttendance *
eup_rules_last_stay (const EupAssessment *assessment, const char *person)
{
  const EupAttendance *last = eup_rules_open_stay (assessment, person);

  for (guint i = 0; i < assessment->attendance->len && (last == NULL || eup_has_text (last->left)); i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      if (g_strcmp0 (stay->person, person) == 0 &&
          (last == NULL || eup_rules_compare_times (stay->joined, last->joined) >= 0))
        last = stay;
    }
  return last;
}


/* Whether @stay, which is over, ended because the meeting itself paused: nobody went away. */
static gboolean
lasted (const EupAssessment *assessment, const EupAttendance *stay)
{
  const EupSession *session = eup_rules_last_session (assessment);

  return session != NULL && eup_rules_open_session (assessment) == NULL &&
         eup_rules_compare_times (stay->left, session->ended) >= 0;
}

/**
 * eup_rules_whereabouts:
 *
 * Returns: where @person is now; in a pause those who stayed to its beginning are as planned
 */
EupWhereabouts
eup_rules_whereabouts (const EupAssessment *assessment, const EupPerson *person)
{
  const EupAttendance *stay = eup_rules_last_stay (assessment, person->id);

  if (stay != NULL && !eup_has_text (stay->left))
    return EUP_WHEREABOUTS_HERE;
  if (g_strcmp0 (person->presence, "absent") == 0)
    return EUP_WHEREABOUTS_ABSENT;
  if (g_strcmp0 (person->presence, "later") == 0)
    return EUP_WHEREABOUTS_LATER;
  if (stay != NULL && !lasted (assessment, stay))
    return EUP_WHEREABOUTS_LEFT;
  return eup_has_text (person->presence) ? EUP_WHEREABOUTS_PLANNED : EUP_WHEREABOUTS_UNKNOWN;
}

static gboolean
was_there (const EupAttendance *stay, const char *at)
{
  return eup_rules_compare_times (stay->joined, at) <= 0 &&
         (!eup_has_text (stay->left) || eup_rules_compare_times (stay->left, at) >= 0);
}

/* Now, or in a pause as soon as it is over. */
static gboolean
goes_on (const EupAssessment *assessment, const EupAttendance *stay, const EupPerson *person)
{
  return !eup_has_text (stay->left) || (eup_person_is_planned (person) && lasted (assessment, stay));
}

/**
 * eup_rules_is_expected:
 *
 * Before there is a stay the plan counts. Then who is there: whoever left is not waited for, and
 * whoever came when the answers to a question had been shown already is not missing there.
 *
 * Returns: whether the meeting waits for the answer of @person to @question
 */
gboolean
eup_rules_is_expected (const EupAssessment *assessment, const EupQuestion *question, const EupPerson *person)
{
  const EupReveal *reveal = eup_assessment_find (assessment, EUP_PART_REVEAL, question->id);
  gboolean stayed = FALSE;

  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      if (g_strcmp0 (stay->person, person->id) != 0)
        continue;
      stayed = TRUE;
      if (reveal != NULL ? was_there (stay, reveal->at) : goes_on (assessment, stay, person))
        return TRUE;
    }
  return !stayed && g_strcmp0 (person->presence, "absent") != 0 && g_strcmp0 (person->presence, "later") != 0;
}

static gboolean
is_time (const char *iso)
{
  gint64 seconds;

  return eup_time_read (iso, &seconds);
}

/**
 * eup_rules_check_stay:
 * @left: (nullable): %NULL: still there
 *
 * Returns: what is wrong with a stay of these times, if anything is
 */
EupStayFault
eup_rules_check_stay (const EupAssessment *assessment, const char *joined, const char *left, const char *now)
{
  if (!is_time (joined) || (left != NULL && !is_time (left)))
    return EUP_STAY_NO_TIME;
  if (eup_rules_compare_times (joined, now) > 0 || eup_rules_compare_times (left, now) > 0)
    return EUP_STAY_FUTURE;
  if (left != NULL && eup_rules_compare_times (left, joined) < 0)
    return EUP_STAY_BACKWARD;
  return left == NULL && eup_rules_open_session (assessment) == NULL ? EUP_STAY_ALONE : EUP_STAY_GOOD;
}

/**
 * eup_rules_interest:
 *
 * Who decides has to say whether the outcome touches an interest of their own; of all others it is
 * shown when they have said so.
 */
EupInterest
eup_rules_interest (const EupPerson *person)
{
  if (g_strcmp0 (person->interest, "some") == 0)
    return EUP_INTEREST_SOME;
  return person->decides && !eup_has_text (person->interest) ? EUP_INTEREST_NOT_ASKED : EUP_INTEREST_NONE;
}
