/* What is said of a meeting that does not sit now. */

#include "ui/meeting/eup-pause-words.h"

#include <glib/gi18n.h>
#include "assessment/eup-place.h"
#include "assessment/eup-rules-session.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-place-words.h"

static char *
describe_parked (EupCase *kase)
{
  g_autoptr (GPtrArray) parked = eup_rules_parked (eup_case_get_assessment (kase), eup_case_get_model (kase));

  if (parked->len == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u question parked", "%u questions parked", parked->len), parked->len);
}

/**
 * eup_pause_describe:
 * @kase: a case whose meeting has sat and does not sit now
 *
 * Returns: (transfer full): "Paused 21 November 2026 at Having a say, 2 questions parked"; of a meeting
 *   that was broken off also up to when all of it is there
 */
char *
eup_pause_describe (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupSession *session = eup_rules_last_session (assessment);
  EupPlace place = eup_rules_current_place (assessment, eup_case_get_model (kase));
  const char *at = eup_place_get_title (&place);
  g_autofree char *day = eup_rules_date (session->ended, eup_ui_language ());
  g_autofree char *time = eup_rules_time_of_day (session->ended, eup_ui_language ());
  g_autofree char *parked = describe_parked (kase);
  g_autofree char *paused = NULL;

  if (session->interrupted)
    /* Translators: a day, the place where the meeting stood, a time of day */
    paused = g_strdup_printf (_ ("Interrupted %1$s at %2$s. Everything up to %3$s is here"), day, at, time);
  else
    /* Translators: a day, and the place where the meeting stands: "Paused 21 November 2026 at Safety" */
    paused = g_strdup_printf (_ ("Paused %1$s at %2$s"), day, at);
  if (parked == NULL)
    return g_steal_pointer (&paused);
  /* Translators: where it paused, and how many questions are parked */
  return g_strdup_printf (C_ ("pause and parked", "%1$s, %2$s"), paused, parked);
}

/**
 * eup_pause_describe_resumes:
 *
 * Returns: (transfer full) (nullable): when the meeting means to go on; %NULL when nobody has said
 */
char *
eup_pause_describe_resumes (EupCase *kase)
{
  const EupSession *session = eup_rules_last_session (eup_case_get_assessment (kase));
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (session == NULL || session->resumes == NULL || *session->resumes == '\0')
    return NULL;
  time = eup_rules_time_of_day (session->resumes, eup_ui_language ());
  if (session->ended != NULL && strncmp (session->ended, session->resumes, strlen ("YYYY-MM-DD")) == 0)
    return g_strdup_printf (_ ("Goes on at %s"), time);
  day = eup_rules_date (session->resumes, eup_ui_language ());
  return g_strdup_printf (_ ("Goes on %1$s at %2$s"), day, time);
}
