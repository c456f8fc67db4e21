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
