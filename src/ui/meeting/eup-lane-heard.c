/* The chips of a covered lane: how people were heard, and nothing of what they said. */

#include "ui/meeting/eup-lane-heard.h"

#include <glib/gi18n.h>
#include "assessment/eup-assessment.h"
#include "ui/common/eup-voices.h"

#define MOST_CHIPS 5

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_heard_row (const char *words, const char *how)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (eup_how_get_icon (how)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "chip-pill");
  return box;
}

/**
 * eup_lane_fill_heard:
 * @box: what is filled anew
 * @names: (element-type utf8): of those who said something
 * @statements: (element-type EupStatement): what they said, in the same order
 *
 * Shows how each was heard, or of many how many in which way.
 */
void
eup_lane_fill_heard (GtkBox *box, GPtrArray *names, GPtrArray *statements)
{
  const char *const *hows = eup_hows_get ();

  clear_box (box);
  for (guint i = 0; statements->len <= MOST_CHIPS && i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];
      g_autofree char *words = g_strdup_printf (C_ ("who and how", "%1$s: %2$s"), (char *) names->pdata[i],
                                                eup_how_get_words (statement->how));

      gtk_box_append (box, new_heard_row (words, statement->how));
    }
  for (guint i = 0; statements->len > MOST_CHIPS && hows[i] != NULL; i++)
    {
      g_autofree char *words = NULL;
      guint n = 0;

      for (guint j = 0; j < statements->len; j++)
        n += g_strcmp0 (((EupStatement *) statements->pdata[j])->how, hows[i]) == 0 ? 1 : 0;
      /* Translators: a way of being heard, and how many were heard in that way */
      words = g_strdup_printf (C_ ("how and how many", "%1$s: %2$u"), eup_how_get_words (hows[i]), n);
      if (n > 0)
        gtk_box_append (box, new_heard_row (words, hows[i]));
    }
}
