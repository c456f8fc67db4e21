/* Whoever switches the wall's language may not see the wall: it is said. */

#include "ui/meeting/eup-wall-language-words.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-languages.h"

/**
 * eup_wall_say_languages:
 *
 * Returns: (transfer full): which languages the shared window speaks, in the interface's
 */
char *
eup_wall_say_languages (const EupAssessment *assessment)
{
  const char *first = eup_languages_name (eup_rules_wall_language (assessment));
  const char *second = eup_rules_wall_second_language (assessment);

  /* Translators: %s is the name of a language in that language, such as Svenska */
  return second == NULL ? g_strdup_printf (_ ("Language on the shared view: %s"), first)
                        : g_strdup_printf (_ ("Languages on the shared view: %1$s, and %2$s below it"), first,
                                           eup_languages_name (second));
}
