/* What stands in somebody's name and came another way is read to them: it is right, they change it, or
 * it is not right. While they change it the form is filled in as always, and “Done” says that it now is
 * as they want it. */

#include "ui/meeting/eup-answer-form-private.h"

#include <glib/gi18n.h>

static const EupStatement *
get_statement (EupAnswerForm *self)
{
  return eup_assessment_find_statement (eup_case_get_assessment (self->kase), self->question->id,
                                        self->person);
}

static void
confirm (EupAnswerForm *self, const char *answer, const char *words)
{
  const EupStatement *statement = get_statement (self);
  g_autoptr (GError) error = NULL;

  if (statement != NULL && !eup_case_confirm (self->kase, statement->id, answer, "meeting", words, &error))
    g_warning ("“%s” can't be noted: %s", answer, error->message);
}

static char *
say_answer (EupAnswerForm *self, const EupConfirmation *confirmation)
{
  g_autofree char *name =
      eup_rules_name (eup_case_get_assessment (self->kase), eup_answer_form_get_person (self));
  g_autofree char *date = eup_answer_form_short_date (confirmation->at);
  /* Translators: name and day */
  const char *format = g_strcmp0 (confirmation->answer, "objects") == 0   ? _ ("%1$s says: not right, %2$s")
                       : g_strcmp0 (confirmation->answer, "changed") == 0 ? _ ("Changed by %1$s, %2$s")
                                                                          : _ ("Confirmed by %1$s, %2$s");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, name, date ? date : "");
#pragma GCC diagnostic pop
}

static void
refresh_chip (EupAnswerForm *self, const EupConfirmation *confirmation)
{
  gboolean objects = confirmation != NULL && g_strcmp0 (confirmation->answer, "objects") == 0;
  g_autofree char *words = confirmation ? say_answer (self, confirmation) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->confirmed), confirmation != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->objection), objects);
  eup_answer_form_set_entry (self->objection, objects ? confirmation->words : NULL);
  if (confirmation == NULL)
    return;
  gtk_image_set_from_icon_name (self->confirmed_icon,
                                objects ? "eup-hand-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->confirmed_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirmed), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
eup_answer_form_refresh_confirmation (EupAnswerForm *self, const EupStatement *statement)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupConfirmation *confirmation = statement->id ? eup_rules_confirmation (assessment, statement) : NULL;
  g_autofree char *today = eup_clock_today (eup_case_get_clock (self->kase));
  gboolean asks = statement->id != NULL && confirmation == NULL &&
                  eup_rules_wants_confirmation (assessment, statement, today);
  g_autofree char *name = eup_rules_name (assessment, eup_answer_form_get_person (self));
  g_autofree char *words = self->changing ? g_strdup_printf (_ ("%s puts it in other words"), name)
                                          : g_strdup_printf (_ ("%s: is this right?"), name);

  if (statement->id == NULL)
    self->changing = FALSE;
  refresh_chip (self, self->changing ? NULL : confirmation);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), asks || self->changing);
  gtk_widget_set_visible (self->confirm_answers, !self->changing);
  gtk_widget_set_visible (self->confirm_done, self->changing);
  gtk_label_set_label (self->confirm_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* What was not touched after all is right as it is. */
void
eup_answer_form_finish_change (EupAnswerForm *self)
{
  const EupStatement *statement = self->changing ? get_statement (self) : NULL;
  const EupConfirmation *begun =
      statement ? eup_rules_confirmation (eup_case_get_assessment (self->kase), statement) : NULL;

  self->changing = FALSE;
  if (statement != NULL && !eup_case_is_sealed (self->kase))
    confirm (self, begun != NULL ? "yes" : "changed", NULL);
}

void
eup_answer_form_done_cb (GtkWidget *button, EupAnswerForm *self)
{
  eup_answer_form_finish_change (self);
  eup_answer_form_refresh (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->confirmed_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
eup_answer_form_objection_changed_cb (GtkEditable *editable, EupAnswerForm *self)
{
  const EupStatement *statement = self->refreshing || self->kase == NULL ? NULL : get_statement (self);
  EupConfirmation *confirmation;

  if (statement == NULL || eup_case_is_sealed (self->kase) ||
      eup_rules_confirmation (eup_case_get_assessment (self->kase), statement) == NULL)
    return;
  confirmation = eup_case_edit (self->kase, EUP_PART_CONFIRMATION, statement->id);
  g_set_str (&confirmation->words, gtk_editable_get_text (editable));
  eup_case_put (self->kase, EUP_PART_CONFIRMATION, confirmation);
}

/* What is about to be changed is kept first. */
static void
begin_change (EupAnswerForm *self, const EupStatement *statement)
{
  gboolean words = statement->words != NULL && *statement->words != '\0';
  g_autofree char *before = words ? g_strdup (statement->words) : NULL;

  self->changing = TRUE;
  confirm (self, "changed", before);
  eup_answer_form_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
confirm_cb (GSimpleAction *action, GVariant *answer, gpointer data)
{
  EupAnswerForm *self = data;
  const EupStatement *statement = self->kase ? get_statement (self) : NULL;
  const char *what = g_variant_get_string (answer, NULL);

  if (statement == NULL || eup_case_is_sealed (self->kase))
    return;
  if (g_str_equal (what, "changed"))
    {
      begin_change (self, statement);
      return;
    }
  self->changing = FALSE;
  confirm (self, what, NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->confirmed_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (g_str_equal (what, "objects"))
    gtk_widget_grab_focus (GTK_WIDGET (self->objection));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->confirmed));
}

static const GActionEntry entries[] = {
  { .name = "confirm", .parameter_type = "s", .activate = confirm_cb },
};

void
eup_answer_form_add_confirm_actions (EupAnswerForm *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
