/* Where the voices differ and what weighs: side by side, nothing that is still covered, nothing added up. */

#include "ui-test.h"

#include "ui/meeting/eup-differences-group.h"
#include "ui/meeting/eup-weights-group.h"

static GtkWindow *
show (EupCase *kase, GtkWidget **group)
{
  *group = g_object_new (EUP_TYPE_DIFFERENCES_GROUP, NULL);
  eup_differences_group_set_case (EUP_DIFFERENCES_GROUP (*group), kase);
  return ui_test_present (*group, 700, 900);
}

static void
take_cb (GtkWidget *group, const char *target, char **taken)
{
  g_set_str (taken, target);
}

static void
statements_stand_side_by_side_and_lead_to_their_question (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *target = NULL;
  GtkWidget *group, *row;
  GtkWindow *window = show (kase, &group);

  g_signal_connect (group, "go-to", G_CALLBACK (take_cb), &target);
  row = ui_test_row (group, "Privacy");
  g_assert_nonnull (row);
  g_assert_true (ui_test_holds (row, "Anna: In between."));
  g_assert_true (ui_test_holds (row, "Eva B.: Worse."));
  gtk_widget_activate_action (row, "listed.go-to", "s", "q18");
  g_assert_cmpstr (target, ==, "q18");
  gtk_window_destroy (window);
}

static void
what_is_still_covered_is_not_told (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window = show (kase, &group);

  eup_case_hide (kase, ui_test_question (kase, "q18"));
  g_assert_null (ui_test_row (group, "Privacy"));
  gtk_window_destroy (window);
}

static void
a_weight_says_what_it_waits_for (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group = g_object_new (EUP_TYPE_WEIGHTS_GROUP, NULL), *row;
  EupWeight *weight;
  GtkWindow *window;

  eup_weights_group_set_case (EUP_WEIGHTS_GROUP (group), kase);
  window = ui_test_present (group, 700, 900);
  row = ui_test_row (group, "Privacy");
  g_assert_nonnull (
      strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "Only with strong reasons"));
  weight = eup_case_edit (kase, EUP_PART_WEIGHT, "q18");
  g_set_str (&weight->safeguard, " ");
  eup_case_put (kase, EUP_PART_WEIGHT, weight);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                            "The special protection is not written yet."));
  eup_case_remove (kase, EUP_PART_WEIGHT, "q18");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Not weighed yet");
  eup_case_hide (kase, ui_test_question (kase, "q18"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "The answers are not shown yet");
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/differences-group/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (statements_stand_side_by_side_and_lead_to_their_question);
  CASE (what_is_still_covered_is_not_told);
  CASE (a_weight_says_what_it_waits_for);
  return ui_test_run ();
}
