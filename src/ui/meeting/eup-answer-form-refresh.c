/* From the case to the form: shows what one person says to one question, as the case has it now. */

#include "ui/meeting/eup-answer-form-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-field-input.h"
#include "ui/meeting/eup-scale-choice.h"

static const EupStatement no_statement;

static void
refresh_choices (EupAnswerForm *self, const EupStatement *statement)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->scales)); child;
       child = gtk_widget_get_next_sibling (child))
    eup_scale_choice_set_chosen (EUP_SCALE_CHOICE (child),
                                 statement->stances
                                     ? g_hash_table_lookup (statement->stances,
                                                            g_object_get_data (G_OBJECT (child), "item"))
                                     : NULL);
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

static void
set_entry (GtkEntry *entry, const char *text)
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
  set_entry (self->reason, statement->reason);
}

/* (nullable): "24 Nov"; the year stands in the record */
static char *
short_date (const char *iso)
{
  g_autoptr (GDateTime) time = iso ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  /* Translators: a day and a short month, for g_date_time_format()
   * xgettext:no-c-format */
  return time ? g_date_time_format (time, _ ("%-d %b")) : NULL;
}

static void
refresh_provenance (EupAnswerForm *self, const EupStatement *statement)
{
  g_autofree char *date = short_date (statement->said);
  const char *how = eup_how_get_words (statement->how);
  g_autofree char *label =
      date ? g_strdup_printf (C_ ("how and when", "%1$s, %2$s"), how, date) : g_strdup (how);
  gboolean other = g_strcmp0 (statement->how, "told") == 0 || g_strcmp0 (statement->how, "interpreter") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->provenance), statement->id != NULL &&
                                                             !eup_statement_is_empty (statement) &&
                                                             self->voice != EUP_VOICE_FACILITATOR);
  gtk_image_set_from_icon_name (self->how_icon, eup_how_get_icon (statement->how));
  gtk_label_set_label (self->how_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->how), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (self->exact_label, statement->summary ? _ ("A summary") : _ ("Word for word"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->exact), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->exact_label), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->exact), statement->words != NULL && *statement->words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->source),
                          other || (statement->source != NULL && *statement->source != '\0'));
  set_entry (self->source, statement->source);
  eup_sitting_chips_show (self->chips, self->kase, self->question, statement->id ? statement : NULL);
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
  refresh_provenance (self, statement);
  eup_words_set_text (self->words, statement->words);
  eup_words_set_text (self->translation_words, statement->translation);
  set_entry (self->translator, statement->translator);
  eup_answer_form_update_actions (self, statement);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !eup_case_is_sealed (self->kase));
  self->refreshing = FALSE;
}
