/* Days that are counted from the meeting. */

#include "ui/meeting/eup-meeting-day.h"

#include <stdio.h>

/**
 * eup_meeting_day_after:
 * @assessment: a case
 * @days: how many; less than 0 stands for no limit
 *
 * Returns: (transfer full) (nullable): the day so long after the meeting, YYYY-MM-DD; %NULL while the
 *   day of the meeting is not known, or nothing limits
 */
char *
eup_meeting_day_after (const EupAssessment *assessment, int days)
{
  int year, month, day;
  GDate date;

  if (days < 0 || assessment->card->meeting == NULL ||
      sscanf (assessment->card->meeting, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_add_days (&date, (guint) days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}
