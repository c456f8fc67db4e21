/* From the form to the case: each change takes a copy of the statement, changes it and puts it. */

#include "ui/meeting/eup-answer-form-private.h"

#include "ui/meeting/eup-field-input.h"

/* (transfer full) (nullable): a copy to change; %NULL while the form only shows, and when it is sealed */
EupStatement *
eup_answer_form_begin (EupAnswerForm *self)
{
  const EupPerson *person = self->kase ? eup_answer_form_get_person (self) : NULL;
  EupStatement *statement;
  gboolean is_new, away;

  if (self->refreshing || person == NULL || eup_case_is_sealed (self->kase))
    return NULL;
  is_new = eup_assessment_find_statement (eup_case_get_assessment (self->kase), self->question->id,
                                          self->person) == NULL;
  away = g_strcmp0 (person->presence, "video") == 0 || g_strcmp0 (person->presence, "phone") == 0;
  statement = eup_case_edit_statement (self->kase, self->question->id, self->person);
  if (is_new && away)
    g_set_str (&statement->how, person->presence);
  return statement;
}

void
eup_answer_form_end (EupAnswerForm *self, EupStatement *statement)
{
  eup_case_put (self->kase, EUP_PART_STATEMENT, statement);
}

static void
forget_non_answer (EupStatement *statement)
{
  g_clear_pointer (&statement->non_answer, g_free);
  g_clear_pointer (&statement->reason, g_free);
}

static void
forget_choices (EupStatement *statement)
{
  g_hash_table_remove_all (statement->stances);
  g_hash_table_remove_all (statement->counts);
  g_clear_pointer (&statement->ticks, g_strfreev);
}

void
eup_answer_form_chosen_cb (GtkWidget *choice, const char *option, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_hash_table_replace (statement->stances, g_strdup (g_object_get_data (G_OBJECT (choice), "item")),
                        g_strdup (option));
  forget_non_answer (statement);
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_counted_cb (GtkWidget *counts, const char *option, guint count, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  eup_statement_set_count (statement, g_object_get_data (G_OBJECT (counts), "item"), option, count);
  forget_non_answer (statement);
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_ticked_cb (GtkCheckButton *ticked, EupAnswerForm *self)
{
  g_autoptr (GStrvBuilder) ticks = g_strv_builder_new ();
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->ticks)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (ticks, g_object_get_data (G_OBJECT (child), "tick"));
  g_strfreev (statement->ticks);
  statement->ticks = g_strv_builder_end (ticks);
  if (gtk_check_button_get_active (ticked))
    forget_non_answer (statement);
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_filled_cb (GtkWidget *input, const char *value, EupAnswerForm *self)
{
  const char *field = eup_field_input_get_id (EUP_FIELD_INPUT (input));
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  if (statement->fields == NULL)
    statement->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (*value != '\0')
    g_hash_table_replace (statement->fields, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (statement->fields, field);
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_take_back_cb (GtkWidget *button, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  forget_non_answer (statement);
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_reason_changed_cb (GtkEditable *editable, EupAnswerForm *self)
{
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  g_set_str (&statement->reason, gtk_editable_get_text (editable));
  eup_answer_form_end (self, statement);
}

void
eup_answer_form_written_cb (GtkWidget *words, EupAnswerForm *self)
{
  g_autofree char *text = eup_words_get_text (EUP_WORDS (words));
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  if (words == GTK_WIDGET (self->words))
    {
      const EupPerson *person = eup_answer_form_get_person (self);

      g_set_str (&statement->words, text);
      if (statement->language == NULL)
        g_set_str (&statement->language, person->language);
    }
  else
    {
      g_set_str (&statement->translation, text);
      if (statement->translation_language == NULL)
        g_set_str (&statement->translation_language, eup_answer_form_translation_target (self, statement));
    }
  eup_answer_form_end (self, statement);
}

static void
non_answer_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);
  const EupNonAnswer *chosen;

  if (statement == NULL)
    return;
  chosen = eup_method_find_non_answer (eup_case_get_model (self->kase)->method,
                                       g_variant_get_string (value, NULL));
  forget_choices (statement);
  g_set_str (&statement->non_answer, g_variant_get_string (value, NULL));
  eup_answer_form_end (self, statement);
  if (chosen != NULL && chosen->needs_reason)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupAnswerForm *self = data;
  EupStatement *statement = eup_answer_form_begin (self);

  if (statement == NULL)
    return;
  forget_choices (statement);
  forget_non_answer (statement);
  eup_answer_form_end (self, statement);
}

static const GActionEntry entries[] = {
  { .name = "non-answer", .parameter_type = "s", .state = "''", .change_state = non_answer_cb },
  { .name = "clear", .activate = clear_cb },
};

void
eup_answer_form_install_actions (EupAnswerForm *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  eup_answer_form_add_origin_actions (self);
  eup_answer_form_add_confirm_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "answer", G_ACTION_GROUP (self->actions));
}

static void
set_state (EupAnswerForm *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), state);
}

void
eup_answer_form_update_actions (EupAnswerForm *self, const EupStatement *statement)
{
  gboolean any =
      statement->id != NULL &&
      (statement->non_answer != NULL || g_hash_table_size (statement->stances) > 0 ||
       eup_statement_has_counts (statement) || (statement->ticks != NULL && statement->ticks[0] != NULL));

  set_state (self, "non-answer", g_variant_new_string (statement->non_answer ? statement->non_answer : ""));
  set_state (self, "how", g_variant_new_string (statement->how ? statement->how : ""));
  set_state (self, "summary", g_variant_new_boolean (statement->summary));
  set_state (self, "language", g_variant_new_string (statement->language ? statement->language : ""));
  set_state (self, "translate",
             g_variant_new_string (statement->translation_language ? statement->translation_language : ""));
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "clear")), any);
}
