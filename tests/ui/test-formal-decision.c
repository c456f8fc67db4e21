/* The formal decision: the road of the country's rules, what a lawyer must verify, the follow-up's
 * limit with its reason, and how long the record is kept. */

#include "ui-test.h"

#include "ui/meeting/eup-condition-row.h"
#include "ui/meeting/eup-decider-group.h"
#include "ui/meeting/eup-follow-up-group.h"
#include "ui/meeting/eup-retention-note.h"
#include "ui/meeting/eup-road-group.h"

static const EupDecision *
decision_of (EupCase *kase)
{
  return eup_case_get_assessment (kase)->decision;
}

static void
forget_road (EupDecision *decision)
{
  g_set_str (&decision->road, NULL);
  g_set_str (&decision->provision, NULL);
  decision->appeal = FALSE;
}

static void
rest_on_the_first_law (EupDecision *decision)
{
  g_set_str (&decision->road, "execution");
  g_set_str (&decision->provision, "sol-8-4"); /* known at second hand only */
}

static void
make_urgent (EupCard *card)
{
  card->urgent = TRUE;
}

static void
forget_number (EupCard *card)
{
  g_set_str (&card->personal_number, NULL);
}

static void
be_born_on_the_fifth (EupCard *card)
{
  g_set_str (&card->personal_number, NULL);
  g_set_str (&card->birthday, "1942-03-05");
}

static GtkWindow *
show_road (EupCase *kase, GtkWidget **group)
{
  *group = g_object_new (EUP_TYPE_ROAD_GROUP, NULL);
  eup_road_group_set_case (EUP_ROAD_GROUP (*group), kase);
  return ui_test_present (*group, 700, 800);
}

static void
no_road_is_chosen_beforehand (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window;

  ui_test_decide (kase, forget_road);
  window = show_road (kase, &group);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (ui_test_row (group, "The road"))), ==, 0);
  g_assert_false (gtk_widget_get_visible (ui_test_row (group, "The provision it rests on")));
  g_assert_null (decision_of (kase)->road);
  gtk_window_destroy (window);
}

static void
the_road_says_what_it_means_and_how_to_appeal (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group, *appeal;
  GtkWindow *window;

  ui_test_decide (kase, forget_road);
  window = show_road (kase, &group);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_row (group, "The road")), 2);
  g_assert_cmpstr (decision_of (kase)->road, ==, "needs-assessment");
  g_assert_true (ui_test_holds (group, "The care manager assesses the need"));
  appeal = ui_test_row (group, "It has been told how to appeal");
  g_assert_nonnull (appeal);
  adw_switch_row_set_active (ADW_SWITCH_ROW (appeal), TRUE);
  g_assert_true (decision_of (kase)->appeal);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_row (group, "The road")), 1);
  g_assert_nonnull (ui_test_row (group, "It has been told what one can do if one is not satisfied"));
  gtk_window_destroy (window);
}

static void
a_provision_goes_with_its_road (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("medicine-dispenser.json");
  GtkWidget *group;
  GtkWindow *window = show_road (kase, &group);

  g_assert_cmpstr (decision_of (kase)->provision, ==, "hsl");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_row (group, "The road")), 1);
  g_assert_cmpstr (decision_of (kase)->road, ==, "execution");
  g_assert_null (decision_of (kase)->provision);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_row (group, "The provision it rests on")), 1);
  g_assert_cmpstr (decision_of (kase)->provision, ==, "sol-10-6");
  gtk_window_destroy (window);
}

static void
another_countrys_rules_have_other_roads (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autoptr (EupModel) other = eup_model_new_shipped ("CN");
  g_autoptr (GError) error = NULL;
  GtkWidget *group;
  GtkWindow *window = show_road (kase, &group);

  eup_case_take_over (kase, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (ui_test_row (group, "The road"))), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_test_row (group, "The road")), 1);
  g_assert_cmpstr (decision_of (kase)->road, ==, "care-agreement");
  gtk_window_destroy (window);
}

static void
what_a_lawyer_must_see_is_said (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group;
  GtkWindow *window;

  ui_test_decide (kase, rest_on_the_first_law);
  window = show_road (kase, &group);
  g_assert_nonnull (ui_test_row (group, "Social Services Act (2025:400), chapter 8, section 4"));
  g_assert_nonnull (ui_test_find (group, GTK_TYPE_LABEL, "Verify with a lawyer"));
  gtk_window_destroy (window);
}

static void
the_decisions_words_stand_apart_from_the_meetings (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *group = g_object_new (EUP_TYPE_DECIDER_GROUP, NULL), *view;
  g_autofree char *because = g_strdup (decision_of (kase)->because);
  GtkWindow *window;

  eup_decider_group_set_case (EUP_DECIDER_GROUP (group), kase);
  window = ui_test_present (group, 600, 700);
  view = ui_test_find (group, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The decision, as it is written");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Anna får prova.", -1);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (group, "Who presented the case")), "Ali Noor");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (group, "Day of the decision")), "2026-11-30");
  g_assert_cmpstr (decision_of (kase)->content, ==, "Anna får prova.");
  g_assert_cmpstr (decision_of (kase)->presenter, ==, "Ali Noor");
  g_assert_cmpstr (decision_of (kase)->decided, ==, "2026-11-30");
  g_assert_cmpstr (decision_of (kase)->because, ==, because);
  gtk_window_destroy (window);
}

static void
the_limit_of_the_follow_up_is_counted_from_the_meeting_and_says_why (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  g_autofree char *limit = eup_follow_up_limit (kase);
  GtkWidget *group = g_object_new (EUP_TYPE_FOLLOW_UP_GROUP, NULL);
  GtkWindow *window;

  g_assert_cmpstr (limit, ==, "2027-01-07");
  eup_follow_up_group_set_case (EUP_FOLLOW_UP_GROUP (group), kase);
  window = ui_test_present (group, 600, 400);
  g_assert_true (ui_test_holds (group, "Within 42 days. Level 2:"));
  g_assert_true (ui_test_holds (group, "After a yes, see how it works within 14 days of the start."));
  ui_test_edit_card (kase, make_urgent);
  g_assert_true (ui_test_holds (group, "Within 14 days, because the decision is an interim one."));
  g_assert_nonnull (ui_test_row (group, "Date, 10 December 2026 at the latest"));
  gtk_window_destroy (window);
}

static void
how_long_it_is_kept_follows_from_the_birthday (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *note = g_object_new (EUP_TYPE_RETENTION_NOTE, NULL);
  GtkWindow *window;

  eup_retention_note_set_case (EUP_RETENTION_NOTE (note), kase);
  window = ui_test_present (note, 600, 400);
  g_assert_true (ui_test_holds (note, "Kept for at least 5 years after the last entry"));
  g_assert_null (ui_test_find (note, GTK_TYPE_BUTTON, "Write the birthday"));
  ui_test_edit_card (kase, forget_number);
  g_assert_true (ui_test_holds (note, "the birthday is not written"));
  g_assert_nonnull (ui_test_find (note, GTK_TYPE_BUTTON, "Write the birthday"));
  ui_test_edit_card (kase, be_born_on_the_fifth);
  g_assert_true (ui_test_holds (note, "Kept for ever, for research"));
  g_assert_true (ui_test_holds (note, "The program proposes, the archive decides."));
  gtk_window_destroy (window);
}

static void
a_condition_can_answer_to_a_question (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  const EupCondition *condition =
      eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_CONDITION, "c4");
  GtkWidget *row = eup_condition_row_new (kase, "c4");
  GtkWidget *list = g_object_new (ADW_TYPE_PREFERENCES_GROUP, NULL), *question;
  GtkWindow *window;
  guint there;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), row);
  window = ui_test_present (list, 600, 600);
  question = ui_test_row (row, "Answers to");
  there = adw_combo_row_get_selected (ADW_COMBO_ROW (question));
  g_assert_cmpuint (there, >, 0);
  g_assert_cmpstr (condition->question, ==, "q20");
  adw_combo_row_set_selected (ADW_COMBO_ROW (question), 0);
  condition = eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_CONDITION, "c4");
  g_assert_null (condition->question);
  adw_combo_row_set_selected (ADW_COMBO_ROW (question), there);
  condition = eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_CONDITION, "c4");
  g_assert_cmpstr (condition->question, ==, "q20");
  gtk_window_destroy (window);
}

#define CASE(name) g_test_add_func ("/formal-decision/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (no_road_is_chosen_beforehand);
  CASE (the_road_says_what_it_means_and_how_to_appeal);
  CASE (a_provision_goes_with_its_road);
  CASE (another_countrys_rules_have_other_roads);
  CASE (what_a_lawyer_must_see_is_said);
  CASE (the_decisions_words_stand_apart_from_the_meetings);
  CASE (the_limit_of_the_follow_up_is_counted_from_the_meeting_and_says_why);
  CASE (how_long_it_is_kept_follows_from_the_birthday);
  CASE (a_condition_can_answer_to_a_question);
  return ui_test_run ();
}
