/* The weight of a question: chosen together, once its answers are shown, with the protection it needs. */

#include "ui-test.h"
#include "ui/meeting/eup-scale-choice.h"
#include "ui/meeting/eup-weight-row.h"
#include "ui/meeting/eup-words.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->kase = ui_test_case ("gps-alarm.json");
  eup_case_remove (fixture->kase, EUP_PART_WEIGHT, "q16");
  fixture->row = eup_weight_row_new (fixture->kase, ui_test_question (fixture->kase, "q16"));
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->row);
  fixture->window = ui_test_present (list, 600, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static const EupWeight *
weight (Fixture *fixture)
{
  return eup_assessment_find (eup_case_get_assessment (fixture->kase), EUP_PART_WEIGHT, "q16");
}

static void
choose (Fixture *fixture, const char *label)
{
  GtkWidget *option = ui_test_find (fixture->row, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (option);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (option), TRUE);
}

static void
nothing_is_chosen_beforehand (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choice = ui_test_find (fixture->row, EUP_TYPE_SCALE_CHOICE, NULL);

  g_assert_null (weight (fixture));
  g_assert_null (eup_scale_choice_get_chosen (EUP_SCALE_CHOICE (choice)));
  g_assert_null (ui_test_find (fixture->row, EUP_TYPE_WORDS, NULL));
}

static void
it_waits_until_the_answers_are_shown (Fixture *fixture, gconstpointer data)
{
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q16"));
  g_assert_null (ui_test_find (fixture->row, EUP_TYPE_SCALE_CHOICE, NULL));
  g_assert_nonnull (ui_test_find (fixture->row, GTK_TYPE_LABEL, "First show the answers"));
}

static void
a_choice_and_its_reason_go_to_the_case_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  choose (fixture, "No concern");
  g_assert_cmpstr (weight (fixture)->weight, ==, "no-concern");
  view = ui_test_find (fixture->row, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Anna är van.", -1);
  g_assert_cmpstr (weight (fixture)->reason, ==, "Anna är van.");
}

static void
a_protection_is_asked_for_where_the_option_needs_one (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "No concern");
  g_assert_null (ui_test_find (fixture->row, GTK_TYPE_LABEL, "Special protection"));
  choose (fixture, "Only with strong reasons");
  g_assert_nonnull (ui_test_find (fixture->row, GTK_TYPE_LABEL, "This choice needs a protection"));
}

static void
what_was_written_stays_when_the_option_no_longer_needs_it (Fixture *fixture, gconstpointer data)
{
  EupWeight *edited;

  choose (fixture, "Only with strong reasons");
  edited = eup_case_edit (fixture->kase, EUP_PART_WEIGHT, "q16");
  g_set_str (&edited->safeguard, "Kartan är av på natten.");
  eup_case_put (fixture->kase, EUP_PART_WEIGHT, edited);
  g_assert_null (ui_test_find (fixture->row, GTK_TYPE_LABEL, "This choice needs a protection"));
  choose (fixture, "No concern");
  g_assert_cmpstr (weight (fixture)->safeguard, ==, "Kartan är av på natten.");
  g_assert_nonnull (ui_test_find (fixture->row, GTK_TYPE_LABEL, "Special protection"));
}

static void
a_weight_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "Should not be done");
  g_signal_emit_by_name (ui_test_find (fixture->row, GTK_TYPE_BUTTON, "Take Back"), "clicked");
  g_assert_null (weight (fixture));
  nothing_is_chosen_beforehand (fixture, data);
}

static void
the_choice_says_which_question_it_weighs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choice = ui_test_find (fixture->row, EUP_TYPE_SCALE_CHOICE, NULL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (
      choice, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Participation: How heavily does it weigh, now that all have answered?");
}

#define ADD(name) g_test_add ("/weight-row/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (nothing_is_chosen_beforehand);
  ADD (it_waits_until_the_answers_are_shown);
  ADD (a_choice_and_its_reason_go_to_the_case_at_once);
  ADD (a_protection_is_asked_for_where_the_option_needs_one);
  ADD (what_was_written_stays_when_the_option_no_longer_needs_it);
  ADD (a_weight_can_be_taken_back);
  ADD (the_choice_says_which_question_it_weighs);
  return ui_test_run ();
}
