/* The table of what a gate can ask of a case (docs/method-format.md says it in words). */

#include "method/eup-expression-private.h"

static const EupFactInfo facts[] = {
  { "level", EUP_FACT_LEVEL, EUP_TYPE_NUMBER, 0 },
  { "purpose", EUP_FACT_PURPOSE, EUP_TYPE_TEXT, 0 },
  { "follow_up_days", EUP_FACT_FOLLOW_UP_DAYS, EUP_TYPE_NUMBER, 0 },
  { "follow_up_limit", EUP_FACT_FOLLOW_UP_LIMIT, EUP_TYPE_NUMBER, 0 },
  { "follow_up_owner", EUP_FACT_FOLLOW_UP_OWNER, EUP_TYPE_TEXT, 0 },
  { "alternatives", EUP_FACT_ALTERNATIVES, EUP_TYPE_NUMBER, 0 },
  { "alternatives_without_technology", EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY, EUP_TYPE_NUMBER, 0 },
  { "alternatives_without_reason", EUP_FACT_ALTERNATIVES_WITHOUT_REASON, EUP_TYPE_NUMBER, 0 },
  { "stance", EUP_FACT_STANCE, EUP_TYPE_SET, 2 },
  { "ticks", EUP_FACT_TICKS, EUP_TYPE_SET, 1 },
  { "answered", EUP_FACT_ANSWERED, EUP_TYPE_TRUTH, 2 },
  { "reason", EUP_FACT_REASON, EUP_TYPE_TRUTH, 2 },
  { "attempts", EUP_FACT_ATTEMPTS, EUP_TYPE_NUMBER, 1 },
  { "attempt_days", EUP_FACT_ATTEMPT_DAYS, EUP_TYPE_NUMBER, 1 },
  { "attempt_methods", EUP_FACT_ATTEMPT_METHODS, EUP_TYPE_NUMBER, 1 },
};

/**
 * eup_fact_find:
 *
 * Returns: (nullable) (transfer none): the fact that gates call @name
 */
const EupFactInfo *
eup_fact_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].name, name))
      return &facts[i];
  return NULL;
}
