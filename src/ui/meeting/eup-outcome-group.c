/* Radios of equal weight. The resident's no closes every yes, and the row says so; what is
 * only not ready yet can be chosen, and says that it can't be sealed. */

#include "ui/meeting/eup-outcome-group.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-follow.h"
#include "ui/common/eup-language.h"
#include "ui/meeting/eup-meeting-day.h"

typedef struct
{
  const EupOutcome *outcome;
  AdwActionRow *row;
  GtkCheckButton *radio;
  GtkWidget *hand; /* in its stead where a no closes the outcome */
} Choice;

struct _EupOutcomeGroup
{
  AdwPreferencesGroup parent_instance;
  EupCase *kase;
  const EupMethod *method; /* whose outcomes the choices are; of the case's model, which may change */
  GArray *choices;         /* Choice */
  EupDateRow *until;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (EupOutcomeGroup, eup_outcome_group, ADW_TYPE_PREFERENCES_GROUP)

static void
chosen_cb (EupOutcomeGroup *self, GtkCheckButton *radio)
{
  EupDecision *decision;

  if (self->filling || !gtk_check_button_get_active (radio))
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->radio != radio)
        continue;
      decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
      g_set_str (&decision->outcome, choice->outcome->id);
      eup_case_put (self->kase, EUP_PART_DECISION, decision);
      return;
    }
}

static void
until_cb (EupOutcomeGroup *self)
{
  EupDecision *decision;

  if (self->filling)
    return;
  decision = eup_case_edit (self->kase, EUP_PART_DECISION, NULL);
  g_set_str (&decision->until, eup_date_row_get_date (self->until));
  eup_case_put (self->kase, EUP_PART_DECISION, decision);
}

/* How many gates hold a yes back; in @forbidding the sentences of those needs that close every yes. */
static guint
count_holding (EupOutcomeGroup *self, GString *forbidding)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);
  guint n = 0;

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (!state->open || state->gate->kind == EUP_GATE_WARNING || state->gate->at_signing)
        continue;
      n++;
      for (guint j = 0; j < state->needs->len; j++)
        {
          const EupGateNeed *need = state->needs->pdata[j];
          g_autofree char *missing = NULL;

          if (!need->forbids)
            continue;
          missing = eup_rules_say (need->missing, eup_ui_language (), assessment, model);
          g_string_append_printf (forbidding, "%s%s", forbidding->len > 0 ? "\n" : "", missing);
        }
    }
  return n;
}

/* Whether something that must hold has its name and its day. */
static gboolean
has_condition (const EupAssessment *assessment)
{
  for (guint i = 0; i < assessment->conditions->len; i++)
    {
      const EupCondition *condition = assessment->conditions->pdata[i];

      if (eup_text_is_written (condition->text) && eup_text_is_written (condition->owner) &&
          eup_text_is_written (condition->date))
        return TRUE;
    }
  return FALSE;
}

/* A first meeting and a follow-up have outcomes of their own. */
static gboolean
belongs (const EupOutcome *outcome, const EupCard *card)
{
  return outcome->follow_up == (g_strcmp0 (card->occasion, "follow-up") == 0);
}

/* What the chosen outcome still waits for. */
static char *
describe_waiting (EupOutcomeGroup *self, const EupOutcome *outcome, const EupOutcome *chosen, guint n_open)
{
  GString *words = g_string_new (NULL);

  if (outcome != chosen)
    return g_string_free_and_steal (words);
  if (!belongs (outcome, eup_case_get_assessment (self->kase)->card))
    g_string_append (words,
                     outcome->follow_up ? _ ("Belongs to a follow-up") : _ ("Belongs to a first meeting"));
  else if (outcome->yes && n_open > 0)
    g_string_append_printf (words,
                            ngettext ("Can be chosen, but not sealed until %u thing is in place",
                                      "Can be chosen, but not sealed until %u things are in place", n_open),
                            n_open);
  if (outcome->needs_condition && !has_condition (eup_case_get_assessment (self->kase)))
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                            _ ("Needs a condition below, with a name and a date"));
  return g_string_free_and_steal (words);
}

/* A row that a no closes has a hand instead of a radio, and says why, also to those who hear it. */
static void
show_choice (
    const Choice *choice, gboolean possible, gboolean chosen, const char *waiting, const char *forbidden)
{
  adw_action_row_set_subtitle (choice->row,
                               possible || *waiting != '\0' ? waiting : _ ("Closed by the no above"));
  gtk_widget_set_sensitive (GTK_WIDGET (choice->row), possible);
  gtk_widget_set_visible (GTK_WIDGET (choice->radio), possible || chosen);
  gtk_widget_set_visible (choice->hand, !possible && !chosen);
  if (possible)
    gtk_widget_remove_css_class (GTK_WIDGET (choice->row), "closed-outcome");
  else
    gtk_widget_add_css_class (GTK_WIDGET (choice->row), "closed-outcome");
  gtk_check_button_set_active (choice->radio, chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->radio), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  possible ? waiting : forbidden, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  possible ? waiting : forbidden, -1);
}

/* "Until, 10 December 2026 at the latest" of an interim decision */
static void
show_until (EupOutcomeGroup *self, const EupOutcome *chosen)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  const EupRulePack *rules = eup_case_get_model (self->kase)->rules;
  gboolean interim = assessment->card->urgent && chosen != NULL && chosen->yes;
  g_autofree char *limit = NULL, *date = NULL, *title = NULL;

  if (interim && rules != NULL)
    limit = eup_meeting_day_after (assessment, eup_rule_pack_get_urgent_days (rules));
  date = eup_rules_date (limit, eup_ui_language ());
  title = limit != NULL ? g_strdup_printf (_ ("Until, %s at the latest"), date) : g_strdup (_ ("Until"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->until), title);
  gtk_widget_set_visible (GTK_WIDGET (self->until), chosen != NULL && (chosen->needs_date || interim));
  eup_date_row_set_date (self->until, assessment->decision->until);
}

/* What closes one yes closes all of the occasion, so the gates are asked once. @yes: −1 until they were. */
static gboolean
is_possible (EupOutcomeGroup *self, const EupOutcome *outcome, int *yes)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);

  if (!outcome->yes || !belongs (outcome, assessment->card))
    return eup_rules_outcome_is_possible (assessment, model, outcome);
  if (*yes < 0)
    *yes = eup_rules_outcome_is_possible (assessment, model, outcome);
  return *yes;
}

static void
add_choice (EupOutcomeGroup *self, const EupOutcome *outcome)
{
  const char *label = eup_text_get (outcome->label, eup_ui_language ());
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *radio = gtk_check_button_new ();
  GtkWidget *hand = g_object_new (GTK_TYPE_IMAGE, "icon-name", "eup-hand-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Choice choice = { outcome, ADW_ACTION_ROW (row), GTK_CHECK_BUTTON (radio), hand };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->choices->len > 0)
    gtk_check_button_set_group (choice.radio, g_array_index (self->choices, Choice, 0).radio);
  g_signal_connect_swapped (radio, "toggled", G_CALLBACK (chosen_cb), self);
  adw_action_row_add_prefix (choice.row, radio);
  adw_action_row_add_prefix (choice.row, hand);
  adw_action_row_set_activatable_widget (choice.row, radio);
  g_array_append_val (self->choices, choice);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* Another model has outcomes of its own. The date stays last. */
static void
fill_choices (EupOutcomeGroup *self, const EupMethod *method)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GPtrArray *outcomes = eup_method_get_outcomes (method);

  for (guint i = 0; i < self->choices->len; i++)
    adw_preferences_group_remove (group, GTK_WIDGET (g_array_index (self->choices, Choice, i).row));
  g_array_set_size (self->choices, 0);
  g_object_ref (self->until);
  adw_preferences_group_remove (group, GTK_WIDGET (self->until));
  for (guint i = 0; i < outcomes->len; i++)
    add_choice (self, outcomes->pdata[i]);
  adw_preferences_group_add (group, GTK_WIDGET (self->until));
  g_object_unref (self->until);
  self->method = method;
}

static void
refresh (EupOutcomeGroup *self)
{
  const EupAssessment *assessment = eup_case_get_assessment (self->kase);
  EupModel *model = eup_case_get_model (self->kase);
  const EupOutcome *chosen = eup_method_find_outcome (model->method, assessment->decision->outcome);
  g_autoptr (GString) forbidding = g_string_new (NULL);
  guint n_open = count_holding (self, forbidding);
  g_autofree char *description = NULL;
  int yes_is_possible = -1;

  self->filling = TRUE;
  if (model->method != self->method)
    fill_choices (self, model->method);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);
      gboolean possible = is_possible (self, choice->outcome, &yes_is_possible);
      g_autofree char *waiting = describe_waiting (self, choice->outcome, chosen, n_open);

      show_choice (choice, possible, choice->outcome == chosen, waiting, forbidding->str);
      gtk_widget_set_visible (GTK_WIDGET (choice->row), /* one that was chosen stays to be seen */
                              choice->outcome == chosen || belongs (choice->outcome, assessment->card));
    }
  description = g_markup_escape_text (forbidding->str, -1); /* may hold a name; the group reads markup */
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  show_until (self, chosen);
  self->filling = FALSE;
}

static void
eup_outcome_group_dispose (GObject *object)
{
  EupOutcomeGroup *self = EUP_OUTCOME_GROUP (object);

  g_clear_object (&self->kase);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (eup_outcome_group_parent_class)->dispose (object);
}

static void
eup_outcome_group_class_init (EupOutcomeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_outcome_group_dispose;
}

static void
eup_outcome_group_init (EupOutcomeGroup *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What do you arrive at?"));
  self->until = EUP_DATE_ROW (eup_date_row_new (_ ("Until")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->until));
  g_signal_connect_swapped (self->until, "notify::date", G_CALLBACK (until_cb), self);
}

/**
 * eup_outcome_group_set_case:
 * @self: the group
 * @kase: (transfer none): whose decision; set once
 */
void
eup_outcome_group_set_case (EupOutcomeGroup *self, EupCase *kase)
{
  g_return_if_fail (EUP_IS_OUTCOME_GROUP (self) && self->kase == NULL);
  self->kase = g_object_ref (kase);
  eup_follow (kase, GTK_WIDGET (self), G_CALLBACK (refresh));
  refresh (self);
}
