/* All keys on one page, made from the table in eup-shortcuts.c. (AdwShortcutsDialog is newer than the
 * oldest platform we run on.) */

#include "ui/common/eup-shortcuts-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-shortcuts.h"

/* The width of keys, in letters. */
#define MOST_CHARS 16

/* "Ctrl+N", "Ctrl+Enter or Ctrl+Keypad Enter": as it is printed on keys */
static char *
describe_keys (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (each[i], &key, &modifiers))
        g_strv_builder_take (labels, gtk_accelerator_get_label (key, modifiers));
    }
  words = g_strv_builder_end (labels);
  /* Translators: between two keys that do the same */
  return g_strjoinv (_ (" or "), words);
}

static GtkWidget *
new_row (const EupShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = describe_keys (shortcut->keys);
  GtkWidget *label = gtk_label_new (keys);

  /* With large letters two keys stand one below the other and leave room for the title. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "keys");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_set_focusable (row, TRUE);
  return row;
}

/* The groups come in the order in which the table first names them. */
static AdwPreferencesGroup *
find_group (GHashTable *groups, AdwPreferencesPage *page, const char *name)
{
  AdwPreferencesGroup *group = g_hash_table_lookup (groups, name);

  if (group != NULL)
    return group;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _ (name));
  adw_preferences_page_add (page, group);
  g_hash_table_insert (groups, (gpointer) name, group);
  return group;
}

/**
 * eup_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists every key
 */
AdwDialog *
eup_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const EupShortcut *shortcuts = eup_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (find_group (groups, ADW_PREFERENCES_PAGE (page), shortcuts[i].group),
                               new_row (&shortcuts[i]));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
