/* Where people are, and since when, in words. */

#include "ui/meeting/eup-attendance-words.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"

static char *
describe_stay (const EupAttendance *stay)
{
  g_autofree char *since = eup_rules_time_of_day (stay->joined, eup_ui_language ());

  if (g_strcmp0 (stay->how, "video") == 0)
    return g_strdup_printf (_ ("On video since %s"), since);
  if (g_strcmp0 (stay->how, "phone") == 0)
    return g_strdup_printf (_ ("On the phone since %s"), since);
  return g_strdup_printf (_ ("Here since %s"), since);
}

static char *
describe_left (const EupAttendance *stay)
{
  g_autofree char *left = eup_rules_time_of_day (stay->left, eup_ui_language ());

  return g_strdup_printf (_ ("Left at %s"), left);
}

/**
 * eup_attendance_describe:
 *
 * Returns: (transfer full): where @person is: "Here since 14.05", "Left at 14.40", "Comes later: at 15
 *   for the decision"
 */
char *
eup_attendance_describe (const EupAssessment *assessment, const EupPerson *person)
{
  EupWhereabouts whereabouts = eup_rules_whereabouts (assessment, person);
  const EupAttendance *stay = eup_rules_last_stay (assessment, person->id);
  const char *presence = eup_person_get_presence_words (person);

  switch (whereabouts)
    {
    case EUP_WHEREABOUTS_HERE:
      return describe_stay (stay);
    case EUP_WHEREABOUTS_LEFT:
      return describe_left (stay);
    case EUP_WHEREABOUTS_LATER:
    case EUP_WHEREABOUTS_ABSENT:
      return eup_text_is_written (person->reason)
                 /* Translators: how somebody takes part, and why: "Not here: travelling" */
                 ? g_strdup_printf (C_ ("presence and reason", "%1$s: %2$s"), presence, person->reason)
                 : g_strdup (presence);
    case EUP_WHEREABOUTS_PLANNED:
    case EUP_WHEREABOUTS_UNKNOWN:
    default:
      return g_strdup (presence);
    }
}

/**
 * eup_attendance_count:
 *
 * Returns: how many are in the room or on a link
 */
guint
eup_attendance_count (const EupAssessment *assessment)
{
  guint n = 0;

  for (guint i = 0; i < assessment->people->len; i++)
    {
      EupWhereabouts whereabouts = eup_rules_whereabouts (assessment, assessment->people->pdata[i]);

      n += whereabouts == EUP_WHEREABOUTS_HERE || whereabouts == EUP_WHEREABOUTS_PLANNED;
    }
  return n;
}

/**
 * eup_interest_get_words:
 *
 * Returns: (transfer none): what is to be seen beside the person; "" when there is nothing to say
 */
const char *
eup_interest_get_words (EupInterest interest)
{
  switch (interest)
    {
    case EUP_INTEREST_SOME:
      return _ ("Has an interest");
    case EUP_INTEREST_NOT_ASKED:
      return _ ("Interest: not asked yet");
    case EUP_INTEREST_NONE:
    default:
      return "";
    }
}

/**
 * eup_parked_describe:
 *
 * Returns: (transfer full): when it was parked, and why where somebody said so
 */
char *
eup_parked_describe (const EupParked *parked)
{
  g_autofree char *day = eup_rules_date (parked->at, eup_ui_language ());
  g_autofree char *time = eup_rules_time_of_day (parked->at, eup_ui_language ());

  if (!eup_text_is_written (parked->reason))
    return g_strdup_printf (_ ("Parked %1$s at %2$s"), day, time);
  return g_strdup_printf (_ ("Parked %1$s at %2$s: %3$s"), day, time, parked->reason);
}
