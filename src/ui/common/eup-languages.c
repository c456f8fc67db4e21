/* Swedish, English and Chinese: what the method is written in, so what a record can be in. */

#include "ui/common/eup-languages.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name; /* in the language itself */
} languages[] = {
  { "sv", "Svenska" },
  { "en", "English" },
  { "zh", "中文" },
};

/**
 * eup_languages_new_list:
 * @with_none: whether the first line says that there is none
 *
 * Returns: (transfer full): their names
 */
GtkStringList *
eup_languages_new_list (gboolean with_none)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (with_none)
    gtk_string_list_append (list, C_ ("language", "None"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (list, languages[i].name);
  return list;
}

/**
 * eup_languages_find:
 * @id: (nullable): "sv", "en" or "zh"
 *
 * Returns: its place in the list without none, or %GTK_INVALID_LIST_POSITION
 */
guint
eup_languages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].id, id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

guint
eup_languages_find_or_none (const char *id)
{
  guint position = eup_languages_find (id);

  return position == GTK_INVALID_LIST_POSITION ? 0 : position + 1;
}

const char *
eup_languages_get (guint position)
{
  return position < G_N_ELEMENTS (languages) ? languages[position].id : NULL;
}

const char *
eup_languages_get_or_none (guint position)
{
  return position == 0 ? NULL : eup_languages_get (position - 1);
}

/**
 * eup_languages_name:
 * @id: (nullable): a language
 *
 * Returns: (transfer none): its own name, "" for one that is not ours
 */
const char *
eup_languages_name (const char *id)
{
  guint position = eup_languages_find (id);

  return position == GTK_INVALID_LIST_POSITION ? "" : languages[position].name;
}
