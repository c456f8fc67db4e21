/* What is missing before a meeting can begin, for the preparation and for the list of cases. */

#include "ui/meeting/eup-prepare-page.h"

#include <glib/gi18n.h>
#include "ui/common/eup-voices.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * eup_prepare_page_describe_missing:
 * @kase: a case
 *
 * Returns: (transfer full) (nullable): one sentence on what is missing before the meeting; %NULL when
 *   it can begin
 */
char *
eup_prepare_page_describe_missing (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupCard *values = assessment->card;
  g_autoptr (GPtrArray) residents = eup_assessment_people_of (assessment, EUP_VOICE_RESIDENT);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (!has_text (values->alias))
    g_ptr_array_add (missing, (char *) _ ("the name on the screen"));
  if (!has_text (values->number))
    g_ptr_array_add (missing, (char *) _ ("the case number"));
  if (eup_catalogue_find (eup_case_get_model (kase)->catalogue, values->technology) == NULL)
    g_ptr_array_add (missing, (char *) _ ("the technology"));
  if (residents->len == 0)
    g_ptr_array_add (missing, (char *) _ ("the resident among those who take part"));
  if (missing->len == 0)
    return NULL;
  g_ptr_array_add (missing, NULL);
  list = eup_names_join ((const char *const *) missing->pdata);
  return g_strdup_printf (_ ("Still missing: %s."), list);
}
