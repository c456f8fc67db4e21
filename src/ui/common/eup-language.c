/* Which language the windows speak, and how that is changed while they are open. What reads it keeps
 * nothing: a change is seen at the next call; widgets that are there already are made anew
 * (eup-window-language.c). */

#include "ui/common/eup-language.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

/* Ours, with the catalogue's name and the locales that write dates and sort as the language does. */
static const struct
{
  const char *id;
  const char *catalogue;
  const char *locales[4];
} languages[] = {
  { "sv", "sv", { "sv_SE.UTF-8", "sv_FI.UTF-8" } },
  { "en", "en", { "en_GB.UTF-8", "en_US.UTF-8", "en_IE.UTF-8" } },
  { "zh", "zh_CN", { "zh_CN.UTF-8", "zh_SG.UTF-8" } },
};

static gboolean
set_category (int category, guint language)
{
  for (guint i = 0; languages[language].locales[i] != NULL; i++)
    if (setlocale (category, languages[language].locales[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* gettext translates nothing in the locales C and C.UTF-8, whatever LANGUAGE says. */
static gboolean
translates (void)
{
  const char *now = setlocale (LC_MESSAGES, NULL);

  return now != NULL && g_strcmp0 (now, "C") != 0 && g_strcmp0 (now, "POSIX") != 0 &&
         !g_str_has_prefix (now, "C.");
}

static void
set_locales (guint language)
{
  set_category (LC_TIME, language);
  set_category (LC_COLLATE, language);
  set_category (LC_MESSAGES, language);
  for (guint i = 0; i < G_N_ELEMENTS (languages) && !translates (); i++)
    set_category (LC_MESSAGES, i);
}

/* LANGUAGE as the desktop gave it; "" means the same to gettext as none at all. */
static char *language_of_system = NULL;

static void
set_locales_of_system (void)
{
  setlocale (LC_TIME, "");
  setlocale (LC_COLLATE, "");
  setlocale (LC_MESSAGES, "");
}

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

/**
 * eup_ui_language_begin:
 *
 * To be called before the program has a second thread: from here on LANGUAGE is in the environment, so
 * that giving it another value changes one pointer in its place, and a thread that reads the
 * environment meanwhile finds the one or the other.
 */
void
eup_ui_language_begin (void)
{
  if (language_of_system != NULL)
    return;
  language_of_system = g_strdup (g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "");
  setenv ("LANGUAGE", language_of_system, TRUE);
}

/**
 * eup_ui_language_is_ours:
 * @id: (nullable): what may be a language
 *
 * Returns: whether the windows can speak it; "" stands for the language of the desktop
 */
gboolean
eup_ui_language_is_ours (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].id, id) == 0)
      return TRUE;
  return g_strcmp0 (id, "") == 0;
}

/**
 * eup_ui_language_set:
 * @id: "sv", "en" or "zh"; "" for the language of the desktop
 *
 * From now on messages come in that language. Call it on the main thread only. LANGUAGE is the one
 * thing that gettext asks before each message and that needs no locale of the language on the machine;
 * what it has found it keeps, though, until it hears that catalogues have changed, and naming the text
 * domain again is the documented way of saying so. Where the locale is there, the toolkit's calendar
 * and sorting follow too; our own dates never ask it.
 *
 * Returns: whether the windows can speak that language on this machine
 */
gboolean
eup_ui_language_set (const char *id)
{
  g_return_val_if_fail (eup_ui_language_is_ours (id), FALSE);
  eup_ui_language_begin ();
  if (*id == '\0')
    {
      setenv ("LANGUAGE", language_of_system, TRUE);
      set_locales_of_system ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].id, id))
      {
        setenv ("LANGUAGE", languages[i].catalogue, TRUE);
        set_locales (i);
      }
  textdomain (textdomain (NULL));
  return *id == '\0' || (g_str_equal (eup_ui_language (), id) && (translates () || g_str_equal (id, "en")));
}
