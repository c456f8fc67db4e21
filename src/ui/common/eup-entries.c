/* What rows that are typed in share. */

#include "ui/common/eup-entries.h"

#include <string.h>

/**
 * eup_text_is_written:
 * @text: (nullable): some words
 *
 * Returns: whether there is anything in them but space
 */
gboolean
eup_text_is_written (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

gboolean
eup_entry_is_written (GtkEditable *entry)
{
  return eup_text_is_written (gtk_editable_get_text (entry));
}

/**
 * eup_entry_show:
 * @entry: a row that is typed in
 * @text: (nullable): what it should hold; where it is there already the cursor stays
 */
void
eup_entry_show (GtkEditable *entry, const char *text)
{
  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

/**
 * eup_entry_mark:
 * @entry: a row that is typed in
 * @wrong: whether what is written there can't be read
 */
void
eup_entry_mark (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
