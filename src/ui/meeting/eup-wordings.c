/* How a question reads in the languages of the wall that the facilitator's window does not speak: whoever
 * leads the talk in Swedish sees what the Chinese-speaking family is asked. */

#include "ui/meeting/eup-wordings.h"

#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-languages.h"
#include "ui/meeting/eup-wall-words.h"

static void
append (GtkBox *box, const char *words, const char *language, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  eup_wall_set_words (GTK_LABEL (label), words, language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* Its name, how the question is put to the resident, and how it is put to everybody. */
static void
append_language (GtkBox *box, EupCase *kase, const EupQuestion *question, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  EupModel *model = eup_case_get_model (kase);
  g_autofree char *to_resident = eup_rules_say (question->resident, language, assessment, model);
  g_autofree char *to_all = eup_rules_say (question->question, language, assessment, model);

  append (box, eup_languages_name (language), language, "dimmed");
  append (box, to_resident, language, NULL);
  if (g_strcmp0 (to_resident, to_all) != 0)
    append (box, to_all, language, NULL);
}

/**
 * eup_wordings_fill:
 * @box: where they stand; what stood there goes
 *
 * Returns: whether the wall speaks a language that the window does not
 */
gboolean
eup_wordings_fill (GtkBox *box, EupCase *kase, const EupQuestion *question)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const char *languages[] = { eup_rules_wall_language (assessment),
                              eup_rules_wall_second_language (assessment) };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i] != NULL && !g_str_equal (languages[i], eup_ui_language ()))
      append_language (box, kase, question, languages[i]);
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
