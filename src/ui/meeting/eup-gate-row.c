/* A gate says the first thing that it waits for, with the button that leads there; what else it waits
 * for opens below. One that somebody has gone past says who and why, and can be taken back. */

#include "ui/meeting/eup-gate-row.h"

#include <glib/gi18n.h>
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"

static char *
say (EupCase *kase, const EupText *text)
{
  return eup_rules_say (text, eup_ui_language (), eup_case_get_assessment (kase), eup_case_get_model (kase));
}

/* An open ring holds back; a small i only tells. Both say in words what they are, beside the shape. */
static GtkWidget *
new_mark (const EupGateState *state)
{
  GtkWidget *mark;

  if (state->overridden || state->gate->kind == EUP_GATE_WARNING)
    {
      mark = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                           state->overridden ? "eup-hand-symbolic" : "dialog-information-symbolic",
                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (mark, "gate-mark");
    }
  else
    {
      mark = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (mark, "open-ring");
    }
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
new_button (const char *label, const char *action, const char *target, GtkWidget *described_by)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (words, TRUE); /* only where there is no room for one line */
  gtk_label_set_natural_wrap_mode (words, GTK_NATURAL_WRAP_NONE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "tall");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, described_by,
                                  NULL, -1);
  return button;
}

static void
set_words (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* One thing that is missing, and where it is done. */
static GtkWidget *
new_need_row (EupCase *kase, const EupGateNeed *need)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *missing = say (kase, need->missing);
  g_autofree char *action = say (kase, need->action);
  GtkWidget *button = new_button (action, "gate.go-to", need->go_to, row);

  set_words (row, missing);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* The way past the gate, for whoever decides. */
static GtkWidget *
new_override_row (const EupGate *gate)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = new_button (_ ("Go ahead anyway …"), "gate.override", gate->id, row);

  set_words (row, _ ("Whoever decides may go ahead without this, with a reason"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* "It does not say who charges it. And 2 more things." */
static char *
describe_open (EupCase *kase, const EupGateState *state)
{
  const EupGateNeed *first = state->needs->pdata[0];
  g_autofree char *missing = say (kase, first->missing);
  guint more = state->needs->len - 1;

  if (more == 0)
    return g_steal_pointer (&missing);
  /* Translators: %s is a whole sentence about the first thing that is missing */
  return g_strdup_printf (ngettext ("%1$s And %2$u more thing.", "%1$s And %2$u more things.", more), missing,
                          more);
}

/* "Karin Lund, unit manager, goes ahead without this: …" */
static char *
describe_override (EupCase *kase, const EupGate *gate)
{
  const EupOverride *override =
      eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_OVERRIDE, gate->id);
  g_autofree char *who = NULL;

  if (override == NULL)
    return g_strdup ("");
  if (eup_text_is_written (override->role))
    who = g_strdup_printf (C_ ("name and role", "%1$s, %2$s"), override->name, override->role);
  else
    who = g_strdup (override->name);
  /* Translators: who goes ahead past something that is missing, and the reason in that person's words */
  return g_strdup_printf (_ ("%1$s goes ahead without this: “%2$s”"), who,
                          override->reason != NULL ? override->reason : "");
}

static GtkWidget *
new_simple_row (EupCase *kase, const EupGateState *state, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  const EupGateNeed *need = state->needs->pdata[0];
  g_autofree char *action = say (kase, need->action);
  GtkWidget *button = new_button (action, "gate.go-to", need->go_to, row);

  set_words (row, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_mark (state));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* The first need's button stands outside; it is not said twice inside. */
static GtkWidget *
new_opening_row (EupCase *kase, const EupGateState *state, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  const EupGateNeed *first = state->needs->pdata[0];
  g_autofree char *action = say (kase, first->action);

  set_words (row, title);
  adw_expander_row_set_subtitle (expander, subtitle);
  adw_expander_row_set_subtitle_lines (expander, 0);
  adw_expander_row_add_prefix (expander, new_mark (state));
  if (state->overridden)
    adw_expander_row_add_suffix (expander,
                                 new_button (_ ("Take back"), "gate.take-back", state->gate->id, row));
  else
    adw_expander_row_add_suffix (expander, new_button (action, "gate.go-to", first->go_to, row));
  for (guint i = state->overridden ? 0 : 1; i < state->needs->len; i++)
    adw_expander_row_add_row (expander, new_need_row (kase, state->needs->pdata[i]));
  if (!state->overridden && state->gate->kind == EUP_GATE_HARD_WITH_OVERRIDE)
    adw_expander_row_add_row (expander, new_override_row (state->gate));
  return row;
}

/**
 * eup_gate_row_new:
 * @kase: the case
 * @state: a gate that is open or that somebody has gone past; it has at least one open need
 *
 * Returns: (transfer floating): a row, named by the gate's id
 */
GtkWidget *
eup_gate_row_new (EupCase *kase, const EupGateState *state)
{
  g_autofree char *title = say (kase, state->gate->title);
  g_autofree char *subtitle =
      state->overridden ? describe_override (kase, state->gate) : describe_open (kase, state);
  gboolean opens =
      state->overridden || state->needs->len > 1 || state->gate->kind == EUP_GATE_HARD_WITH_OVERRIDE;
  GtkWidget *row =
      opens ? new_opening_row (kase, state, title, subtitle) : new_simple_row (kase, state, title, subtitle);

  gtk_widget_set_name (row, state->gate->id);
  return row;
}

/**
 * eup_gate_row_new_closed:
 * @kase: the case
 * @gate: a gate that waits for nothing
 *
 * Returns: (transfer floating): a row with its title
 */
GtkWidget *
eup_gate_row_new_closed (EupCase *kase, const EupGate *gate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = say (kase, gate->title);

  set_words (row, title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  return row;
}
