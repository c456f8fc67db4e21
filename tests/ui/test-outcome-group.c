/* The outcomes: none beforehand, those of the occasion only, and every reason why a yes is closed. */

#include "ui-test.h"

#include "assessment/eup-rules.h"
#include "ui/meeting/eup-outcome-group.h"
#include "ui/meeting/eup-removal-group.h"
#include "ui/meeting/eup-urgent-note.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **group)
{
  *group = g_object_new (EUP_TYPE_OUTCOME_GROUP, NULL);
  eup_outcome_group_set_case (EUP_OUTCOME_GROUP (*group), kase);
  return ui_test_present (*group, 700, 900);
}

static const EupDecision *
decision_of (EupCase *kase)
{
  return eup_case_get_assessment (kase)->decision;
}

static GtkWidget *
row_of (GtkWidget *group, const EupOutcome *outcome)
{
  GtkWidget *row = ui_test_row (group, eup_text_get (outcome->label, "en"));

  g_assert_nonnull (row);
  return row;
}

static GtkCheckButton *
radio_of (GtkWidget *group, const EupOutcome *outcome)
{
  return GTK_CHECK_BUTTON (ui_test_find (row_of (group, outcome), GTK_TYPE_CHECK_BUTTON, NULL));
}

static const EupOutcome *
outcome (EupCase *kase, const char *id)
{
  return eup_method_find_outcome (eup_case_get_model (kase)->method, id);
}

static void
forget_outcome (EupDecision *decision)
{
  g_set_str (&decision->outcome, NULL);
}

static void
choose_trial (EupDecision *decision)
{
  g_set_str (&decision->outcome, "trial");
}

static void
choose_end (EupDecision *decision)
{
  g_set_str (&decision->outcome, "end");
}

static void
make_follow_up (EupCard *card)
{
  g_set_str (&card->occasion, "follow-up");
}

static void
make_calm (EupCard *card)
{
  card->urgent = FALSE;
}

static void
forget_why (EupCard *card)
{
  g_set_str (&card->urgent_reason, NULL);
}

static void
nothing_is_chosen_beforehand (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GPtrArray *outcomes = eup_method_get_outcomes (eup_case_get_model (kase)->method);
  GtkWidget *group;
  GtkWindow *window;

  ui_test_decide (kase, forget_outcome);
  window = show (kase, &group);
  for (guint i = 0; i < outcomes->len; i++)
    if (!((EupOutcome *) outcomes->pdata[i])->follow_up)
      g_assert_false (gtk_check_button_get_active (radio_of (group, outcomes->pdata[i])));
  g_assert_null (decision_of (kase)->outcome);
  gtk_window_destroy (window);
}

static void
each_occasion_has_outcomes_of_its_own (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GPtrArray *outcomes = eup_method_get_outcomes (eup_case_get_model (kase)->method);
  GtkWidget *group;
  GtkWindow *window;

  ui_test_decide (kase, forget_outcome);
  window = show (kase, &group);
  for (guint i = 0; i < outcomes->len; i++)
    g_assert_true (gtk_widget_get_visible (row_of (group, outcomes->pdata[i])) !=
                   ((EupOutcome *) outcomes->pdata[i])->follow_up);
  ui_test_edit_card (kase, make_follow_up);
  for (guint i = 0; i < outcomes->len; i++)
    g_assert_true (gtk_widget_get_visible (row_of (group, outcomes->pdata[i])) ==
                   ((EupOutcome *) outcomes->pdata[i])->follow_up);
  gtk_window_destroy (window);
}

static void
one_that_was_chosen_for_another_occasion_stays_and_says_so (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window;

  ui_test_decide (kase, choose_trial);
  ui_test_edit_card (kase, make_follow_up);
  window = show (kase, &group);
  g_assert_true (gtk_widget_get_visible (row_of (group, outcome (kase, "trial"))));
  g_assert_true (ui_test_holds (row_of (group, outcome (kase, "trial")), "Belongs to a first meeting"));
  gtk_window_destroy (window);
}

static void
a_residents_no_closes_every_yes_and_says_why (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("night-camera.json");
  GPtrArray *outcomes = eup_method_get_outcomes (eup_case_get_model (kase)->method);
  GtkWidget *group;
  GtkWindow *window = show (kase, &group);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const EupOutcome *one = outcomes->pdata[i];

      if (one->follow_up)
        continue;
      g_assert_true (gtk_widget_is_sensitive (row_of (group, one)) == !one->yes);
      if (one->yes)
        g_assert_true (ui_test_holds (row_of (group, one), "Closed by the no above"));
      if (one->yes)
        g_assert_true (ui_test_holds (row_of (group, one), "Gunnar has said or shown no."));
    }
  g_assert_true (ui_test_holds (group, "Gunnar has said or shown no."));
  g_assert_true (ui_test_holds (group, "Gunnar does not consent"));
  gtk_window_destroy (window);
}

static void
choosing_puts_the_outcome_and_asks_for_its_date (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window = show (kase, &group);

  gtk_check_button_set_active (radio_of (group, outcome (kase, "refrain")), TRUE);
  g_assert_cmpstr (decision_of (kase)->outcome, ==, "refrain");
  g_assert_false (gtk_widget_get_visible (ui_test_row (group, "Until")));
  gtk_check_button_set_active (radio_of (group, outcome (kase, "trial")), TRUE);
  g_assert_cmpstr (decision_of (kase)->outcome, ==, "trial");
  g_assert_true (gtk_widget_get_visible (ui_test_row (group, "Until")));
  gtk_window_destroy (window);
}

static void
an_outcome_that_needs_a_condition_says_so_until_there_is_one (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupOutcome *not_now = outcome (kase, "not-now");
  GtkWidget *group;
  GtkWindow *window;

  while (eup_case_get_assessment (kase)->conditions->len > 0)
    {
      g_autofree char *id =
          g_strdup (((EupCondition *) eup_case_get_assessment (kase)->conditions->pdata[0])->id);

      eup_case_remove (kase, EUP_PART_CONDITION, id);
    }
  window = show (kase, &group);
  gtk_check_button_set_active (radio_of (group, not_now), TRUE);
  g_assert_true (ui_test_holds (row_of (group, not_now), "Needs a condition below"));
  eup_case_undo (kase); /* the choice */
  eup_case_undo (kase); /* the last condition that went */
  gtk_check_button_set_active (radio_of (group, not_now), TRUE);
  g_assert_false (ui_test_holds (row_of (group, not_now), "Needs a condition below"));
  gtk_window_destroy (window);
}

static void
an_interim_yes_has_a_last_day (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("urgent-door-lock.json");
  GtkWidget *group;
  GtkWindow *window = show (kase, &group);

  gtk_check_button_set_active (radio_of (group, outcome (kase, "introduce")), TRUE);
  g_assert_true (gtk_widget_get_visible (ui_test_row (group, "Until, 17 December 2026 at the latest")));
  gtk_check_button_set_active (radio_of (group, outcome (kase, "refrain")), TRUE);
  g_assert_false (gtk_widget_get_visible (ui_test_row (group, "Until")));
  gtk_window_destroy (window);
}

static void
the_note_on_urgency_says_how_long_and_what_then (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("urgent-door-lock.json");
  GtkWidget *note = g_object_new (EUP_TYPE_URGENT_NOTE, NULL);
  GtkWindow *window;

  eup_urgent_note_set_case (EUP_URGENT_NOTE (note), kase);
  window = ui_test_present (note, 600, 400);
  g_assert_true (gtk_widget_get_visible (note));
  gtk_test_accessible_assert_role (note, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (ui_test_holds (note, "It holds for at most 14 days, until 17 December 2026."));
  g_assert_true (ui_test_holds (note, "Why it is urgent: I natt"));
  ui_test_edit_card (kase, forget_why);
  g_assert_true (ui_test_holds (note, "It does not say yet why it is urgent."));
  ui_test_edit_card (kase, make_calm);
  g_assert_false (gtk_widget_get_visible (note));
  gtk_window_destroy (window);
}

static void
ending_asks_for_two_days_and_a_name (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group = g_object_new (EUP_TYPE_REMOVAL_GROUP, NULL);
  GtkWindow *window;

  eup_removal_group_set_case (EUP_REMOVAL_GROUP (group), kase);
  window = ui_test_present (group, 600, 400);
  g_assert_false (gtk_widget_get_visible (group));
  ui_test_edit_card (kase, make_follow_up);
  ui_test_decide (kase, choose_end);
  g_assert_true (gtk_widget_get_visible (group));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (group, "The day it was taken away")), "2026-11-27");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (group, "The day its data were deleted")), "2026-11-28");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (group, "Who has confirmed it")), "Maria Ek");
  g_assert_cmpstr (decision_of (kase)->removed, ==, "2026-11-27");
  g_assert_cmpstr (decision_of (kase)->data_deleted, ==, "2026-11-28");
  g_assert_cmpstr (decision_of (kase)->removal_confirmed_by, ==, "Maria Ek");
  gtk_window_destroy (window);
}

static void
another_model_brings_outcomes_of_its_own (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autoptr (EupModel) other = eup_model_new_shipped ("CN");
  g_autoptr (GError) error = NULL;
  GtkWidget *group;
  GtkWindow *window = show (kase, &group);

  g_assert_true (gtk_check_button_get_active (radio_of (group, outcome (kase, "trial"))));
  eup_case_take_over (kase, other, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_check_button_get_active (radio_of (group, outcome (kase, "trial"))));
  gtk_check_button_set_active (radio_of (group, outcome (kase, "refrain")), TRUE);
  g_assert_cmpstr (decision_of (kase)->outcome, ==, "refrain");
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/outcome-group/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (nothing_is_chosen_beforehand);
  CASE (each_occasion_has_outcomes_of_its_own);
  CASE (one_that_was_chosen_for_another_occasion_stays_and_says_so);
  CASE (a_residents_no_closes_every_yes_and_says_why);
  CASE (choosing_puts_the_outcome_and_asks_for_its_date);
  CASE (an_outcome_that_needs_a_condition_says_so_until_there_is_one);
  CASE (an_interim_yes_has_a_last_day);
  CASE (the_note_on_urgency_says_how_long_and_what_then);
  CASE (another_model_brings_outcomes_of_its_own);
  CASE (ending_asks_for_two_days_and_a_name);
  return ui_test_run ();
}
