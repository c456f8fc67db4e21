/* Faults come as lines, "file: place: what is wrong". The sentence stands first, the place below it. */

#include "ui/common/eup-problems-dialog.h"

#include <glib/gi18n.h>

static GtkWidget *
new_row (const char *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) parts = g_strsplit (line, ": ", 3);
  gboolean placed = g_strv_length (parts) == 3;
  /* Translators: where in which file something is wrong */
  g_autofree char *place =
      placed ? g_strdup_printf (_ ("In %1$s, at %2$s"), parts[0], parts[1]) : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), placed ? parts[2] : line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

/**
 * eup_problems_dialog_new:
 * @title: what could not be done
 * @lines: what is wrong, one fault a line
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_problems_dialog_new (const char *title, const char *lines)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  guint n = 0;

  for (guint i = 0; each[i] != NULL; i++)
    if (*g_strstrip (each[i]) != '\0')
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (each[i]));
        n++;
      }
  {
    g_autofree char *counted =
        g_strdup_printf (ngettext ("%u fault. Nothing of the file is used until it is mended.",
                                   "%u faults. Nothing of the file is used until they are mended.", n),
                         n);

    adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page), counted);
  }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
