/* The wall at rest. */

#include "ui/meeting/eup-wall-rest.h"

#include "ui/meeting/eup-wall-words.h"

static void
changed_cb (GtkLabel *label, EupPartKind kind, const char *id, EupCase *kase)
{
  const char *language = eup_case_get_assessment (kase)->card->language;

  if (kind == EUP_PART_CARD)
    eup_wall_set_words (label, eup_wall_word (EUP_WALL_DECIDE, language), language);
}

GtkWidget *
eup_wall_rest_new (EupCase *kase, EupSharedState *state)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "wall-question");
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), label, G_CONNECT_SWAPPED);
  changed_cb (GTK_LABEL (label), EUP_PART_CARD, NULL, kase);
  return label;
}
