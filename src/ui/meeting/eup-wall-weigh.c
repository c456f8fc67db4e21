/* The ways to meet the need, calmly, on the wall. */

#include "ui/meeting/eup-wall-weigh.h"

#include "ui/meeting/eup-alternatives-table.h"
#include "ui/meeting/eup-wall-words.h"

/* Cards come and go with the languages that are chosen. */
static void
changed_cb (GtkLabel *title, EupPartKind kind, const char *id, EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  g_autofree char *words = NULL;

  if (kind != EUP_PART_CARD)
    return;
  words = second ? g_strdup_printf ("%s · %s", eup_wall_word (EUP_WALL_DECIDE, language),
                                    eup_wall_word (EUP_WALL_DECIDE, second))
                 : g_strdup (eup_wall_word (EUP_WALL_DECIDE, language));
  eup_wall_set_words (title, words, second ? second : language);
}

/**
 * eup_wall_weigh_new:
 *
 * Returns: (transfer floating): the page; it follows the case
 */
GtkWidget *
eup_wall_weigh_new (EupCase *kase)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (box, "wall-page");
  gtk_widget_add_css_class (box, "wall-weigh");
  gtk_widget_add_css_class (title, "wall-title");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), eup_alternatives_table_new (kase, TRUE));
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), title, G_CONNECT_SWAPPED);
  changed_cb (GTK_LABEL (title), EUP_PART_CARD, NULL, kase);
  return box;
}
