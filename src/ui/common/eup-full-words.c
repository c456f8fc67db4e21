/* With very large letters a row has room for the beginning of its title only. Whoever points at it reads
 * the rest; one handler of the window does it for every label in it. */

#include "ui/common/eup-full-words.h"

static void
gather (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) &&
      strstr (words->str, gtk_label_get_text (GTK_LABEL (widget))) == NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, words);
}

/**
 * eup_full_words_of:
 * @widget: (nullable): what is pointed at
 *
 * Returns: (transfer full) (nullable): the words of the label that is shortened, or of those in the row: the
 *   field of a row lies over its title
 */
char *
eup_full_words_of (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW) : NULL;
  GString *words = g_string_new (NULL);

  if (row != NULL || GTK_IS_LABEL (widget))
    gather (row != NULL ? row : widget, words);
  if (words->len > 0)
    return g_string_free (words, FALSE);
  g_string_free (words, TRUE);
  return NULL;
}

static gboolean
query_cb (GtkWidget *window, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  g_autofree char *words = keyboard ? NULL : eup_full_words_of (picked);

  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/**
 * eup_full_words_install:
 * @window: called once for each window
 */
void
eup_full_words_install (GtkWidget *window)
{
  gtk_widget_set_has_tooltip (window, TRUE);
  g_signal_connect (window, "query-tooltip", G_CALLBACK (query_cb), NULL);
}

/**
 * eup_full_words_set_tooltip:
 *
 * As gtk_widget_set_tooltip_text(), which looks for what is pointed at also where the words are the same.
 */
void
eup_full_words_set_tooltip (GtkWidget *widget, const char *words)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) != 0)
    gtk_widget_set_tooltip_text (widget, words);
}
