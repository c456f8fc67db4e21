/* Swedish, English and Chinese: what the method is written in, so what a record can be in. */

#include "ui/common/eup-languages.h"

static const struct
{
  const char *id;
  const char *name; /* in the language itself */
} languages[] = {
  { "sv", "Svenska" },
  { "en", "English" },
  { "zh", "简体中文" },
};

/**
 * eup_languages_new_list:
 * @first: (nullable): what the first line says, such as that there is none
 *
 * Returns: (transfer full): their names
 */
GtkStringList *
eup_languages_new_list (const char *first)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (first != NULL)
    gtk_string_list_append (list, first);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (list, languages[i].name);
  return list;
}

/**
 * eup_languages_append_to_menu:
 * @menu: may hold other choices already
 * @action: takes the language's id
 */
void
eup_languages_append_to_menu (GMenu *menu, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (languages[i].name, NULL);

      g_menu_item_set_action_and_target (item, action, "s", languages[i].id);
      g_menu_append_item (menu, item);
    }
}

/**
 * eup_languages_find:
 * @id: (nullable): "sv", "en" or "zh"
 *
 * Returns: its place in the list without a first line, or %GTK_INVALID_LIST_POSITION
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
