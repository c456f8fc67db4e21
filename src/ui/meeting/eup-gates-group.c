/* The gates that are open stand first, then those that somebody has gone past; those that are closed
 * wait in an expander. Warnings and what only the signature waits for have groups of their own, so
 * that nobody takes them for something that stops a yes. Rows are made anew only when something about
 * the gates has changed, so typing elsewhere moves nothing here. */

#include "ui/meeting/eup-gates-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-toasts.h"
#include "ui/meeting/eup-gate-row.h"
#include "ui/meeting/eup-override-dialog.h"

typedef enum
{
  SECTION_YES,
  SECTION_SIGNING,
  SECTION_WARNINGS,
  N_SECTIONS
} Section;

struct _EupGatesGroup
{
  GtkBox parent_instance;
  EupCase *kase;
  AdwPreferencesGroup *groups[N_SECTIONS];
  GPtrArray *rows[N_SECTIONS];
  char *shown; /* what the rows say */
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupGatesGroup, eup_gates_group, GTK_TYPE_BOX)

static Section
section_of (const EupGate *gate)
{
  if (gate->kind == EUP_GATE_WARNING)
    return SECTION_WARNINGS;
  return gate->at_signing ? SECTION_SIGNING : SECTION_YES;
}

static void
add (EupGatesGroup *self, Section section, GtkWidget *row)
{
  g_ptr_array_add (self->rows[section], row);
  adw_preferences_group_add (self->groups[section], row);
}

/* The gates whose rows are open now, so that they are open again when the rows are made anew. */
static GHashTable *
list_expanded (EupGatesGroup *self)
{
  GHashTable *expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint section = 0; section < N_SECTIONS; section++)
    for (guint i = 0; i < self->rows[section]->len; i++)
      {
        GtkWidget *row = self->rows[section]->pdata[i];

        if (ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
          g_hash_table_add (expanded, g_strdup (gtk_widget_get_name (row)));
      }
  return expanded;
}

static void
clear (EupGatesGroup *self)
{
  for (guint section = 0; section < N_SECTIONS; section++)
    {
      for (guint i = 0; i < self->rows[section]->len; i++)
        adw_preferences_group_remove (self->groups[section], self->rows[section]->pdata[i]);
      g_ptr_array_set_size (self->rows[section], 0);
    }
}

/* "Ten things are done", with their titles inside; warnings that have nothing to warn of are silent. */
static void
add_closed (EupGatesGroup *self, GPtrArray *gates)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (state->open || state->overridden || state->gate->kind == EUP_GATE_WARNING)
        continue;
      n++;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                eup_gate_row_new_closed (self->kase, state->gate));
    }
  if (n == 0)
    {
      g_object_unref (g_object_ref_sink (expander));
      return;
    }
  title = g_strdup_printf (ngettext ("%u thing is in place", "%u things are in place", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  gtk_widget_set_name (expander, "closed");
  add (self, SECTION_YES, expander);
}

static void
describe (EupGatesGroup *self, const guint n_open[N_SECTIONS])
{
  guint n = n_open[SECTION_YES];
  g_autofree char *description = NULL;

  if (n == 0)
    description = g_strdup (_ ("Everything is in place."));
  else
    description = g_strdup_printf (ngettext ("%u thing. A no or a “not now” can be sealed at any time.",
                                             "%u things. A no or a “not now” can be sealed at any time.", n),
                                   n);
  adw_preferences_group_set_description (self->groups[SECTION_YES], description);
  for (guint section = SECTION_SIGNING; section < N_SECTIONS; section++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[section]), self->rows[section]->len > 0);
}

static void
rebuild (EupGatesGroup *self, GPtrArray *gates)
{
  g_autoptr (GHashTable) expanded = list_expanded (self);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint n_open[N_SECTIONS] = { 0 };

  clear (self);
  for (int overridden = FALSE; overridden <= TRUE; overridden++)
    for (guint i = 0; i < gates->len; i++)
      {
        const EupGateState *state = gates->pdata[i];
        Section section = section_of (state->gate);

        if (state->overridden != overridden || (!state->open && !state->overridden))
          continue;
        n_open[section] += !overridden;
        add (self, section, eup_gate_row_new (self->kase, state));
      }
  add_closed (self, gates);
  for (guint section = 0; section < N_SECTIONS; section++)
    for (guint i = 0; i < self->rows[section]->len; i++)
      if (g_hash_table_contains (expanded, gtk_widget_get_name (self->rows[section]->pdata[i])))
        adw_expander_row_set_expanded (self->rows[section]->pdata[i], TRUE);
  describe (self, n_open);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
append_state (EupGatesGroup *self, GString *shown, const EupGateState *state)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupOverride *override = eup_assessment_find (assessment, EUP_PART_OVERRIDE, state->gate->id);

  g_string_append_printf (shown, "%s %d %d %s %s %s\n", state->gate->id, state->open, state->overridden,
                          override != NULL ? override->name : "", override != NULL ? override->role : "",
                          override != NULL ? override->reason : "");
  for (guint i = 0; i < state->needs->len; i++)
    {
      const EupGateNeed *need = state->needs->pdata[i];
      g_autofree char *missing =
          eup_rules_say (need->missing, eup_ui_language (), assessment, eup_case_get_model (self->kase));

      g_string_append_printf (shown, "  %s\n", missing);
    }
}

static void
refresh (EupGatesGroup *self)
{
  g_autoptr (GPtrArray) gates =
      eup_rules_gates (eup_case_get_assessment (self->kase), eup_case_get_model (self->kase));
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    append_state (self, shown, gates->pdata[i]);
  if (g_set_str (&self->shown, shown->str))
    rebuild (self, gates);
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GO_TO], 0, g_variant_get_string (parameter, NULL));
}

static void
override_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupGatesGroup *self = EUP_GATES_GROUP (widget);
  const EupGate *gate =
      eup_method_find_gate (eup_case_get_model (self->kase)->method, g_variant_get_string (parameter, NULL));

  g_return_if_fail (gate != NULL);
  adw_dialog_present (eup_override_dialog_new (self->kase, gate), widget);
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *gate = g_variant_dup_string (parameter, NULL); /* the button goes away */

  eup_toast_removed (widget, _ ("It holds back again"), EUP_GATES_GROUP (widget)->kase, EUP_PART_OVERRIDE,
                     gate);
}

static void
eup_gates_group_dispose (GObject *object)
{
  EupGatesGroup *self = EUP_GATES_GROUP (object);

  g_clear_object (&self->kase);
  for (guint section = 0; section < N_SECTIONS; section++)
    g_clear_pointer (&self->rows[section], g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (eup_gates_group_parent_class)->dispose (object);
}

static void
eup_gates_group_class_init (EupGatesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_gates_group_dispose;
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", EUP_TYPE_GATES_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "gate.go-to", "s", go_to_cb);
  gtk_widget_class_install_action (widget_class, "gate.override", "s", override_cb);
  gtk_widget_class_install_action (widget_class, "gate.take-back", "s", take_back_cb);
}

static void
eup_gates_group_init (EupGatesGroup *self)
{
  const char *titles[N_SECTIONS] = { _ ("Before you can say yes"), _ ("Before the record can be signed"),
                                     _ ("Worth a thought") };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  for (guint section = 0; section < N_SECTIONS; section++)
    {
      self->rows[section] = g_ptr_array_new ();
      self->groups[section] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[section], titles[section]);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->groups[section]));
    }
  adw_preferences_group_set_description (self->groups[SECTION_SIGNING],
                                         _ ("A sealed case stays as it is, so see to it before the seal."));
  adw_preferences_group_set_description (self->groups[SECTION_WARNINGS],
                                         _ ("This does not hold anything back."));
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
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
