/* A row a question, made anew only when what they say has changed. */

#include "ui/meeting/eup-parked-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-attendance-words.h"

struct _EupParkedGroup
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

G_DEFINE_FINAL_TYPE (EupParkedGroup, eup_parked_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (EupParkedGroup *self, const EupQuestion *question, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (C_ ("number and title of a question", "%1$d. %2$s"), question->number,
                       eup_text_get (question->title, eup_ui_language ()));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "eup-parked-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "parked.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", question->id);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static char *
describe (EupParkedGroup *self, const EupQuestion *question)
{
  return eup_parked_describe (
      eup_assessment_find (eup_case_get_assessment (self->kase), EUP_PART_PARKED, question->id));
}

static void
refresh (EupParkedGroup *self)
{
  g_autoptr (GPtrArray) parked =
      eup_rules_parked (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autoptr (GString) shown = g_string_new ("-");

  for (guint i = 0; i < parked->len; i++)
    {
      g_autofree char *words = describe (self, parked->pdata[i]);

      g_string_append_printf (shown, "%s %s\n", ((EupQuestion *) parked->pdata[i])->id, words);
    }
  if (!g_set_str (&self->shown, shown->str))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < parked->len; i++)
    {
      g_autofree char *words = describe (self, parked->pdata[i]);

      add_row (self, parked->pdata[i], words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), parked->len > 0);
}

static void
changed_cb (EupCase *kase, EupPartKind kind, const char *id, EupParkedGroup *self)
{
  if (kind != EUP_PART_STAGE_TIME)
    refresh (self);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
eup_parked_group_dispose (GObject *object)
{
  EupParkedGroup *self = EUP_PARKED_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_parked_group_parent_class)->dispose (object);
}

static void
eup_parked_group_class_init (EupParkedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_parked_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_PARKED_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "parked.go-to", "s", go_to_cb);
}

static void
eup_parked_group_init (EupParkedGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Parked questions"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("You left these for later. Take them up now, or let the record say that they stayed open."));
}

/**
 * eup_parked_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose questions; set once
 */
void
eup_parked_group_set_case (EupParkedGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_PARKED_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  refresh (self);
}
