/* Which of the method's languages the windows speak. Nothing is kept: a change of the interface
 * language is seen at the next call. */

#include "ui/common/eup-language.h"

/**
 * eup_ui_language:
 *
 * Returns: (transfer none): "sv", "zh" or "en", as the messages of the program are in now
 */
const char *
eup_ui_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "sv"))
        return "sv";
      if (g_str_has_prefix (names[i], "zh"))
        return "zh";
      if (g_str_has_prefix (names[i], "en") || g_str_equal (names[i], "C"))
        return "en";
    }
  return "en";
}
