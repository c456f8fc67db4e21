/* The wall at rest, in the wall's languages. */

#include "ui/meeting/eup-wall-rest.h"

#include "assessment/eup-rules.h"
#include "ui/meeting/eup-wall-words.h"

static void
changed_cb (GtkWidget *box, EupPartKind kind, const char *id, EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *language = eup_rules_wall_language (assessment);
  const char *second = eup_rules_wall_second_language (assessment);
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *below = gtk_widget_get_next_sibling (first);

  if (kind != EUP_PART_CARD)
    return;
  eup_wall_set_words (GTK_LABEL (first), eup_wall_word (EUP_WALL_DECIDE, language), language);
  eup_wall_set_words (GTK_LABEL (below), second ? eup_wall_word (EUP_WALL_DECIDE, second) : "", second);
  gtk_widget_set_visible (below, second != NULL);
}

static void
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
eup_wall_rest_new (EupCase *kase, EupSharedState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  append_label (box, "wall-question");
  append_label (box, "wall-second");
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  changed_cb (box, EUP_PART_CARD, NULL, kase);
  return box;
}
