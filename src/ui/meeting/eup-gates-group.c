/* The gates that are still open stand first; those that are closed wait in an expander. Rows are made
 * anew only when something about the gates has changed, so typing elsewhere moves nothing here. */

#include "ui/meeting/eup-gates-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"

struct _EupGatesGroup
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

G_DEFINE_FINAL_TYPE (EupGatesGroup, eup_gates_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
say (EupGatesGroup *self, const EupText *text)
{
  return eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (self->kase),
                        eup_case_get_model (self->kase));
}

static void
go_cb (GtkButton *button, EupGatesGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
add (EupGatesGroup *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static GtkWidget *
new_ring (void)
{
  GtkWidget *ring = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                  GTK_ALIGN_CENTER, "halign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (ring, "open-ring");
  return ring;
}

static GtkWidget *
new_open_row (EupGatesGroup *self, const EupGate *gate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = say (self, gate->title);
  g_autofree char *missing = say (self, gate->missing);
  g_autofree char *action = say (self, gate->action);
  GtkWidget *button = gtk_button_new_with_label (action);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), missing);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_ring ());
  gtk_widget_set_name (button, gate->go_to);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tall");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (go_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* "Ten things are done", with their titles inside */
static GtkWidget *
new_closed_row (EupGatesGroup *self, GPtrArray *gates, guint n)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u thing is in place", "%u things are in place", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];
      GtkWidget *row;
      g_autofree char *words = NULL;

      if (state->open)
        continue;
      row = adw_action_row_new ();
      words = say (self, state->gate->title);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("object-select-symbolic"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  return expander;
}

static void
rebuild (EupGatesGroup *self, GPtrArray *gates)
{
  guint n_open = 0;
  g_autofree char *description = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (!state->open)
        continue;
      n_open++;
      add (self, new_open_row (self, state->gate));
    }
  if (n_open < gates->len)
    add (self, new_closed_row (self, gates, gates->len - n_open));
  if (n_open == 0)
    description = g_strdup (_ ("Everything is in place."));
  else
    description =
        g_strdup_printf (ngettext ("%u thing. A no or a “not now” can be sealed at any time.",
                                   "%u things. A no or a “not now” can be sealed at any time.", n_open),
                         n_open);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
}

static void
refresh (EupGatesGroup *self)
{
  g_autoptr (GPtrArray) gates =
      eup_rules_gates (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];
      g_autofree char *missing = say (self, state->gate->missing);

      g_string_append_printf (shown, "%s %d %s\n", state->gate->id, state->open, missing);
    }
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, gates);
}

static void
changed_cb (EupGatesGroup *self)
{
  refresh (self);
}

static void
eup_gates_group_dispose (GObject *object)
{
  EupGatesGroup *self = EUP_GATES_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_gates_group_parent_class)->dispose (object);
}

static void
eup_gates_group_class_init (EupGatesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_gates_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_GATES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eup_gates_group_init (EupGatesGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Before you can say yes"));
}

/**
 * eup_gates_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose gates; set once
 */
void
eup_gates_group_set_case (EupGatesGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_GATES_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}
