/* A question a row: what was answered in this sitting, and under it what was answered another day. Only to
 * look at; the dialog shows the case as it was when it was opened. */

#include "ui/sitting/eup-sitting-answers-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/sitting/eup-sitting-describe.h"

typedef struct
{
  EupCase *kase;
  const EupAssessment *assessment;
  GPtrArray *sittings; /* EupSitting */
  const EupSitting *shown;
} Compare;

static void
free_said (EupStatement *said)
{
  eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), said);
}

/* (transfer full): "Good. “I like it.”" */
static char *
words_of (const Compare *compare, const EupStatement *said)
{
  g_autofree char *stance = eup_rules_stance_words (said, compare->assessment,
                                                    eup_case_get_model (compare->kase), eup_ui_language ());
  gboolean spoken = said->words != NULL && *said->words != '\0';

  if (!spoken)
    return g_steal_pointer (&stance);
  if (*stance == '\0')
    return g_strdup_printf (C_ ("quotation", "“%s”"), said->words);
  /* Translators: an answer and what was said with it */
  return g_strdup_printf (C_ ("answer and words", "%1$s · “%2$s”"), stance, said->words);
}

static char *
compare_words (const Compare *compare, const EupStatement *now, const EupStatement *other, const char *date)
{
  g_autofree char *words = words_of (compare, other);

  switch (eup_rules_answers_agree (now, other))
    {
    case EUP_AGREEMENT_SAME:
      return g_strdup_printf (_ ("Same answer %1$s: %2$s"), date, words);
    case EUP_AGREEMENT_DIFFERENT:
      return g_strdup_printf (_ ("Another answer %1$s: %2$s"), date, words);
    case EUP_AGREEMENT_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Also answered %1$s: %2$s"), date, words);
    }
}

static void
add_line (GtkWidget *box, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
new_question (const Compare *compare, const EupQuestion *question, const EupStatement *now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = eup_rules_say (question->title, eup_ui_language (), compare->assessment,
                                          eup_case_get_model (compare->kase));
  g_autofree char *words = words_of (compare, now);

  gtk_widget_add_css_class (box, "sitting-answer");
  add_line (box, title, "field-title");
  add_line (box, words, "sitting-answer-words");
  for (guint i = 0; i < compare->sittings->len; i++)
    {
      const EupSitting *sitting = compare->sittings->pdata[i];
      g_autofree char *date = eup_sitting_short_date (sitting->began);
      EupStatement *other = sitting != compare->shown
                                ? eup_rules_said_in_sittings (compare->assessment, question, sitting->id)
                                : NULL;

      if (other != NULL)
        {
          g_autofree char *line = compare_words (compare, now, other, date);

          add_line (box, line, "dim-label");
          free_said (other);
        }
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
new_list (const Compare *compare)
{
  GPtrArray *questions = eup_method_get_questions (eup_case_get_model (compare->kase)->method);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < questions->len; i++)
    {
      EupStatement *said =
          eup_rules_said_in_sittings (compare->assessment, questions->pdata[i], compare->shown->id);

      if (said == NULL)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), new_question (compare, questions->pdata[i], said));
      free_said (said);
    }
  return list;
}

static GtkWidget *
new_content (const Compare *compare)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  g_autofree char *facts = eup_sitting_describe (compare->assessment, compare->shown);
  gboolean any = eup_rules_sitting_n_answers (compare->assessment, compare->shown->id) > 0;

  gtk_widget_add_css_class (box, "sitting-answers");
  add_line (box, facts, "dim-label");
  if (any)
    gtk_box_append (GTK_BOX (box), new_list (compare));
  else
    add_line (box, _ ("Nothing was answered this time. That it was tried is kept."), "sitting-answer-words");
  return box;
}

/**
 * eup_sitting_answers_dialog_new:
 * @id: one of the sittings of @kase
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
eup_sitting_answers_dialog_new (EupCase *kase, const char *id)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (assessment);
  Compare compare = { kase, assessment, sittings, eup_assessment_find (assessment, EUP_PART_SITTING, id) };
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *title = eup_sitting_describe_time (compare.shown);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_content (&compare));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
