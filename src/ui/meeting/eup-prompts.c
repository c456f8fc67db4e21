/* What the catalogue wants to have thought of at a question, one line each. For the facilitator: beside
 * the question and in its explanation, never on the wall. */

#include "ui/meeting/eup-prompts.h"

#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"

/**
 * eup_prompts_fill:
 * @box: where they stand; what stood there goes
 * @prompts: (element-type EupText): from eup_rules_prompts()
 * @kase: whose names are filled in
 */
void
eup_prompts_fill (GtkBox *box, GPtrArray *prompts, EupCase *kase)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < prompts->len; i++)
    {
      g_autofree char *words = eup_rules_say (prompts->pdata[i], eup_ui_language (),
                                              eup_case_get_assessment (kase), eup_case_get_model (kase));
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
      gtk_widget_add_css_class (label, "prompt");
      gtk_box_append (box, label);
    }
}
