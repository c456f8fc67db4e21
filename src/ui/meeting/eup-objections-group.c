/* One row an objection: whose, what they said is wrong, and the sentence that it is about. */

#include "ui/meeting/eup-objections-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-disc.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-read-back-words.h"

struct _EupObjectionsGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  GPtrArray *rows;
  char *shown; /* what the rows say */
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupObjectionsGroup, eup_objections_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe (EupObjectionsGroup *self, const EupConfirmation *objection, const EupStatement *statement)
{
  g_autofree char *sentence = eup_read_back_sentence (self->kase, statement, eup_ui_language ());

  if (objection->words == NULL || *objection->words == '\0')
    /* Translators: %s is the sentence that somebody objects to */
    return g_strdup_printf (_ ("About “%s”"), sentence);
  /* Translators: what somebody says is wrong, and the sentence that it is about */
  return g_strdup_printf (_ ("“%1$s” About “%2$s”"), objection->words, sentence);
}

static GtkWidget *
new_row (const EupPerson *person, const EupStatement *statement, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), eup_disc_new (eup_person_voice (person)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "objection.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", statement->question);
  return row;
}

static void
rebuild (EupObjectionsGroup *self, GPtrArray *objections)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < objections->len; i++)
    {
      const EupConfirmation *objection = objections->pdata[i];
      const EupStatement *statement = eup_assessment_find (assessment, EUP_PART_STATEMENT, objection->id);
      g_autofree char *words = describe (self, objection, statement);
      GtkWidget *row = new_row (eup_assessment_find_person (assessment, objection->person), statement, words);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
refresh (EupObjectionsGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  g_autoptr (GPtrArray) objections = assessment->confirmations->len > 0
                                         ? eup_rules_objections (assessment, eup_case_get_model (self->kase))
                                         : g_ptr_array_new ();
  g_autoptr (GString) shown = g_string_new ("-");

  for (guint i = 0; i < objections->len; i++)
    {
      const EupConfirmation *objection = objections->pdata[i];
      const EupStatement *statement = eup_assessment_find (assessment, EUP_PART_STATEMENT, objection->id);
      g_autofree char *words = describe (self, objection, statement);

      g_string_append_printf (shown, "%s %s\n", objection->id, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), objections->len > 0);
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, objections);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
eup_objections_group_dispose (GObject *object)
{
  EupObjectionsGroup *self = EUP_OBJECTIONS_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_objections_group_parent_class)->dispose (object);
}

static void
eup_objections_group_class_init (EupObjectionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_objections_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_OBJECTIONS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "objection.go-to", "s", go_to_cb);
}

static void
eup_objections_group_init (EupObjectionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Objections"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("Said when their own words were read to them. It holds nothing back, and stays in the record."));
}

/**
 * eup_objections_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose people; set once
 */
void
eup_objections_group_set_case (EupObjectionsGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_OBJECTIONS_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
