/* The program only proposes: the archive decides, and the rule pack's note says so. */

#include "ui/meeting/eup-retention-note.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-reference-rows.h"

struct _EupRetentionNote
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  AdwActionRow *row;
  GtkWidget *birthday;
  GtkWidget *references;    /* (nullable) */
  const EupRulePack *rules; /* whose references are shown; of the case's model */
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupRetentionNote, eup_retention_note, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (const EupRetention *retention, const EupRetentionRule *rule)
{
  if (retention->always)
    return g_strdup (_ ("Kept for ever, for research: the birthday is among those that are kept."));
  if (retention->birth_day_unknown)
    return g_strdup (_ ("How long it is kept can’t be told: the birthday is not written."));
  if (retention->year > 0)
    return g_strdup_printf (
        ngettext ("Kept for at least %1$d year after the last entry, so not weeded before %2$d.",
                  "Kept for at least %1$d years after the last entry, so not weeded before %2$d.",
                  rule->years),
        rule->years, retention->year);
  return g_strdup_printf (ngettext ("Kept for at least %d year after the last entry.",
                                    "Kept for at least %d years after the last entry.", rule->years),
                          rule->years);
}

static void
show_references (EupRetentionNote *self, const EupRulePack *rules, const EupRetentionRule *rule)
{
  if (rules == self->rules)
    return;
  self->rules = rules;
  if (self->references != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->references);
  self->references = eup_reference_rows_new (rules, (const char *const *) rule->references);
  if (self->references != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->references);
}

static void
refresh (EupRetentionNote *self)
{
  EupModel *model = eup_case_get_model (self->kase);
  const EupRetentionRule *rule = model->rules != NULL ? eup_rule_pack_get_retention (model->rules) : NULL;
  EupRetention retention;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), rule != NULL);
  if (rule == NULL)
    return;
  retention = eup_rules_retention (eup_case_get_assessment (self->kase), model);
  words = describe (&retention, rule);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), words);
  adw_action_row_set_subtitle (self->row,
                               rule->note != NULL ? eup_text_get (rule->note, eup_ui_language ()) : "");
  gtk_widget_set_visible (self->birthday, retention.birth_day_unknown && !retention.always);
  show_references (self, model->rules, rule);
}

static void
birthday_cb (EupRetentionNote *self)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, "prepare-case");
}

static void
eup_retention_note_dispose (GObject *object)
{
  g_clear_object (&EUP_RETENTION_NOTE (object)->kase);
  G_OBJECT_CLASS (eup_retention_note_parent_class)->dispose (object);
}

static void
eup_retention_note_class_init (EupRetentionNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_retention_note_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_RETENTION_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eup_retention_note_init (EupRetentionNote *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("How long the record is kept"));
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_title_lines (self->row, 0);
  adw_action_row_set_subtitle_lines (self->row, 0);
  self->birthday = gtk_button_new_with_label (_ ("Write the birthday"));
  gtk_widget_set_valign (self->birthday, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->birthday, "tall");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->birthday), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->row, NULL, -1);
  g_signal_connect_swapped (self->birthday, "clicked", G_CALLBACK (birthday_cb), self);
  adw_action_row_add_suffix (self->row, self->birthday);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}

/**
 * eup_retention_note_set_case:
 * @self: the note
 * @kase: (transfer none): whose record; set once
 */
void
eup_retention_note_set_case (EupRetentionNote *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_RETENTION_NOTE (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
