/* Reading back: what people say of their own sentences before the case is sealed. */

#include "casework/eup-case-private.h"

/**
 * eup_case_read_back:
 * @statements: (array zero-terminated=1): the ids of what stands in one person's name
 * @answer: yes, changed, objects
 * @words: (nullable): as for eup_case_confirm()
 *
 * Notes at the reading back what that person says of all of them; one step back.
 *
 * Returns: whether all are noted; @error: as eup_case_confirm()
 */
gboolean
eup_case_read_back (
    EupCase *self, const char *const *statements, const char *answer, const char *words, GError **error)
{
  gboolean noted = TRUE;

  for (guint i = 0; statements[i] != NULL; i++) /* nothing is begun that can't be finished */
    if (!eup_case_may_change (self) ||
        eup_assessment_find (self->assessment, EUP_PART_STATEMENT, statements[i]) == NULL)
      return eup_case_confirm (self, statements[i], answer, "read-back", words, error);
  eup_case_begin_group (self);
  for (guint i = 0; noted && statements[i] != NULL; i++)
    noted = eup_case_confirm (self, statements[i], answer, "read-back", words, error);
  eup_case_end_group (self);
  return noted;
}
