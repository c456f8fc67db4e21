/* Who said it when, and who stands by it. */

#include "assessment/eup-assessment-private.h"

/* Whether @later is not before @earlier; what is no time stands in nobody's way. */
static gboolean
is_not_before (const char *later, const char *earlier)
{
  gint64 one, other;

  return !eup_time_read (later, &one) || !eup_time_read (earlier, &other) || one >= other;
}

/**
 * eup_rules_confirmation:
 *
 * Returns: (transfer none) (nullable): what the person whose statement it is said of it when they heard
 *   it again; %NULL as well where the statement was changed after that
 */
const EupConfirmation *
eup_rules_confirmation (const EupAssessment *assessment, const EupStatement *statement)
{
  const EupConfirmation *confirmation =
      eup_assessment_find (assessment, EUP_PART_CONFIRMATION, statement->id);

  if (confirmation == NULL || g_strcmp0 (confirmation->person, statement->person) != 0 ||
      !is_not_before (confirmation->at, statement->changed))
    return NULL;
  return confirmation;
}

/* Of a day without a time its beginning: what is not known can't make anybody later. */
static gboolean
read_moment (const char *iso, gint64 *moment)
{
  GDate day;

  if (eup_time_read (iso, moment))
    return TRUE;
  if (!eup_day_read (iso, &day))
    return FALSE;
  *moment = ((gint64) g_date_get_julian (&day) - 719163) * 86400; /* as eup_time_read() counts */
  return TRUE;
}

/* Earlier first; who has no time that can be read comes last. */
static int
compare_said (gconstpointer a, gconstpointer b)
{
  const EupStatement *one = *(EupStatement *const *) a, *other = *(EupStatement *const *) b;
  gint64 first, second;
  gboolean known_first = read_moment (one->said, &first);
  gboolean known_second = read_moment (other->said, &second);

  if (!known_first || !known_second)
    return known_second - known_first;
  return (first > second) - (first < second);
}

/**
 * eup_rules_speaking_order:
 *
 * Returns: (transfer container) (element-type EupStatement): the answers to @question in the order in
 *   which they were given; those of the same moment as they stand in the case
 */
GPtrArray *
eup_rules_speaking_order (const EupAssessment *assessment, const EupQuestion *question)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < assessment->statements->len; i++)
    {
      EupStatement *statement = assessment->statements->pdata[i];

      if (g_strcmp0 (statement->question, question->id) == 0 && eup_statement_is_answer (statement) &&
          eup_assessment_find_person (assessment, statement->person) != NULL)
        g_ptr_array_add (order, statement);
    }
  g_ptr_array_sort (order, compare_said); /* a stable sort: g_qsort_with_data() promises it */
  return order;
}

/**
 * eup_rules_speaking_place:
 *
 * Returns: whether @person was the first to answer @question (1), the second …; 0 for no answer
 */
guint
eup_rules_speaking_place (const EupAssessment *assessment, const EupQuestion *question, const char *person)
{
  g_autoptr (GPtrArray) order = eup_rules_speaking_order (assessment, question);

  for (guint i = 0; i < order->len; i++)
    if (g_strcmp0 (((EupStatement *) order->pdata[i])->person, person) == 0)
      return i + 1;
  return 0;
}

/* Whether @statement came to the case by somebody else's hand, mouth or eyes, or another day. */
static gboolean
came_another_way (const EupStatement *statement, const char *today)
{
  static const char *const here[] = { "meeting", "video", NULL };
  const char *how = eup_has_text (statement->how) ? statement->how : here[0];

  return !g_strv_contains (here, how) || eup_days_between (statement->said, today) > 0;
}

/**
 * eup_rules_wants_confirmation:
 * @today: the day of the meeting, YYYY-MM-DD
 *
 * What was said aloud in the meeting was heard by all. What came another way can be read to the person
 * in whose name it stands, when they take part, and is theirs to confirm, change or object to.
 */
gboolean
eup_rules_wants_confirmation (const EupAssessment *assessment,
                              const EupStatement *statement,
                              const char *today)
{
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);

  return person != NULL && eup_person_get_size (person) == 0 &&
         eup_person_voice (person) != EUP_VOICE_FACILITATOR && eup_statement_is_answer (statement) &&
         g_strcmp0 (person->presence, "absent") != 0 && g_strcmp0 (person->presence, "later") != 0 &&
         came_another_way (statement, today);
}
