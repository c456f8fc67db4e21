/* From the case to the form: shows what one person says to one question, as the case has it now. */

#include "ui/meeting/eup-answer-form-private.h"

#include "ui/common/eup-language.h"
#include "ui/meeting/eup-field-input.h"
#include "ui/meeting/eup-scale-choice.h"
#include "ui/meeting/eup-scale-counts.h"

static const EupStatement no_statement;

static void
refresh_scale (EupAnswerForm *self, GtkWidget *scale, const EupStatement *statement)
{
  const char *item = g_object_get_data (G_OBJECT (scale), "item");

  if (EUP_IS_SCALE_COUNTS (scale))
    eup_scale_counts_show (EUP_SCALE_COUNTS (scale), statement->id ? statement : NULL, item,
                           eup_person_get_size (eup_answer_form_get_person (self)));
  else
    eup_scale_choice_set_chosen (EUP_SCALE_CHOICE (scale),
                                 statement->stances ? g_hash_table_lookup (statement->stances, item) : NULL);
}

static void
refresh_choices (EupAnswerForm *self, const EupStatement *statement)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->scales)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      refresh_scale (self, child, statement);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->ticks)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 statement->ticks != NULL &&
                                     g_strv_contains ((const char *const *) statement->ticks,
                                                      g_object_get_data (G_OBJECT (child), "tick")));
}

static void
refresh_fields (EupAnswerForm *self, const EupStatement *statement)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      EupFieldInput *input = EUP_FIELD_INPUT (child);

      eup_field_input_set_value (
          input,
          statement->fields ? g_hash_table_lookup (statement->fields, eup_field_input_get_id (input)) : NULL);
    }
}

void
eup_answer_form_set_entry (GtkEntry *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
}

static void
refresh_non_answer (EupAnswerForm *self, const EupStatement *statement)
{
  const EupNonAnswer *non_answer =
      statement->non_answer
          ? eup_method_find_non_answer (eup_case_get_model (self->kase)->method, statement->non_answer)
          : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->non_answer), non_answer != NULL);
  if (non_answer != NULL)
    gtk_label_set_label (self->non_answer_label, eup_text_get (non_answer->label, eup_ui_language ()));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), non_answer != NULL && non_answer->needs_reason);
  eup_answer_form_set_entry (self->reason, statement->reason);
}

/**
 * eup_answer_form_refresh:
 *
 * Shows what the case has now; the cursor stays where words are the same.
 */
void
eup_answer_form_refresh (EupAnswerForm *self)
{
  const EupStatement *statement;

  if (self->question == NULL || eup_answer_form_get_person (self) == NULL)
    return;
  statement =
      eup_assessment_find_statement (eup_case_get_assessment (self->kase), self->question->id, self->person);
  statement = statement ? statement : &no_statement;
  self->refreshing = TRUE;
  refresh_choices (self, statement);
  refresh_fields (self, statement);
  refresh_non_answer (self, statement);
  eup_answer_form_refresh_origin (self, statement);
  eup_sitting_chips_show (self->chips, self->kase, self->question, statement->id ? statement : NULL);
  eup_answer_form_refresh_confirmation (self, statement);
  eup_words_set_text (self->words, statement->words);
  eup_answer_form_refresh_translation (self, statement);
  eup_answer_form_update_actions (self, statement);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
  self->refreshing = FALSE;
}
