/* A lane: what is chosen and written goes to the case, nothing is chosen by itself, and what was
 * said is covered while another has the word. */

#include "lane-test.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-scale-choice.h"

static void
count_checked (GtkWidget *root, int *n)
{
  if (GTK_IS_CHECK_BUTTON (root) && gtk_widget_get_visible (root) &&
      gtk_check_button_get_active (GTK_CHECK_BUTTON (root)))
    *n += 1;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    count_checked (child, n);
}

static void
an_unasked_question_has_nothing_chosen (LaneTest *fixture, gconstpointer data)
{
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      int n = 0;

      lane_test_show (fixture, (EupVoice) voice, "q16", TRUE);
      count_checked (GTK_WIDGET (fixture->lane), &n);
      g_assert_cmpint (n, ==, 0);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

static void
a_face_that_is_chosen_is_in_the_case_at_once (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *good;

  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  good = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Good");
  g_assert_nonnull (good);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (good), TRUE);
  g_assert_cmpstr (g_hash_table_lookup (lane_test_said (fixture, "q16", "anna")->stances, EUP_ITEM_ANSWER),
                   ==, "good");
}

static void
words_are_in_the_case_with_each_keystroke (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *view;

  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "J", -1);
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->words, ==, "J");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "a", -1);
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->words, ==, "Ja");
}

static void
tab_leaves_the_field_for_words (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *view;

  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
}

static void
a_reason_why_not_takes_the_place_of_a_choice (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *form;

  ui_test_say (fixture->kase, "q16", "anna", "good", "Kanske.");
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  form = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
  gtk_widget_activate_action (form, "answer.non-answer", "s", "declined");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->non_answer, ==, "declined");
  g_assert_cmpuint (g_hash_table_size (lane_test_said (fixture, "q16", "anna")->stances), ==, 0);
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->words, ==, "Kanske.");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Good")), TRUE);
  g_assert_null (lane_test_said (fixture, "q16", "anna")->non_answer);
}

static void
a_choice_can_be_taken_back (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *form;
  int n = 0;

  ui_test_say (fixture->kase, "q16", "anna", "good", NULL);
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  count_checked (GTK_WIDGET (fixture->lane), &n);
  g_assert_cmpint (n, ==, 1);
  form = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
  gtk_widget_activate_action (form, "answer.clear", NULL);
  n = 0;
  count_checked (GTK_WIDGET (fixture->lane), &n);
  g_assert_cmpint (n, ==, 0);
}

static void
several_people_of_one_voice_have_an_answer_each (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *worse;

  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "eva");
  worse = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Worse");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (worse), TRUE);
  g_assert_cmpstr (g_hash_table_lookup (lane_test_said (fixture, "q16", "eva")->stances, EUP_ITEM_ANSWER), ==,
                   "worse");
  g_assert_null (lane_test_said (fixture, "q16", "per"));
  g_assert_cmpint (eup_lane_get_state (fixture->lane), ==, EUP_LANE_HAS_WORD);
}

static void
what_was_said_is_covered_while_another_has_the_word (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *form;

  ui_test_say (fixture->kase, "q16", "anna", "good", "Då träffar jag Gösta.");
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", FALSE);
  ui_test_settle ();
  form = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
  g_assert_true (eup_lane_get_covered (fixture->lane));
  g_assert_false (gtk_widget_get_mapped (form));
  eup_lane_show (fixture->lane, ui_test_question (fixture->kase, "q16"), TRUE);
  ui_test_settle ();
  g_assert_false (eup_lane_get_covered (fixture->lane));
  g_assert_true (gtk_widget_get_mapped (form));
}

static void
nothing_is_covered_once_the_answers_are_shown (LaneTest *fixture, gconstpointer data)
{
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q15", FALSE);
  g_assert_true (eup_rules_is_revealed (eup_case_get_assessment (fixture->kase),
                                        ui_test_question (fixture->kase, "q15")));
  g_assert_false (eup_lane_get_covered (fixture->lane));
  g_assert_cmpint (eup_lane_get_state (fixture->lane), ==, EUP_LANE_HAS_ANSWERED);
}

static void
the_lane_and_its_fields_have_names (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *view, *choice;

  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->lane), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->lane, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The resident, Anna B.: Has the word");
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "In Anna B.’s own words");
  choice = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_SCALE_CHOICE, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_test_find (choice, GTK_TYPE_CHECK_BUTTON, "Good")),
                                   GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
assert_large_enough (GtkWidget *root)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_CHECK_BUTTON (root) || (GTK_IS_BUTTON (root) && gtk_widget_get_focusable (root)))
    {
      g_assert_true (gtk_widget_compute_bounds (root, root, &bounds));
      g_assert_cmpfloat (bounds.size.height, >=, 44);
      g_assert_cmpfloat (bounds.size.width, >=, 44);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    assert_large_enough (child);
}

static void
every_target_is_44_pixels_or_more (LaneTest *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "per", "better", "Ja.");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  ui_test_settle ();
  assert_large_enough (GTK_WIDGET (fixture->lane));
}

static void
tab_reaches_a_scale_on_which_nothing_is_chosen (LaneTest *fixture, gconstpointer data)
{
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      GtkWidget *focus, *next;

      lane_test_show (fixture, (EupVoice) voice, "q16", TRUE);
      if (voice != EUP_VOICE_RESIDENT)
        eup_lane_show_person (fixture->lane, voice == EUP_VOICE_RELATIVES ? "per" : "maria");
      gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
      focus = gtk_window_get_focus (fixture->window);
      g_assert_true (GTK_IS_CHECK_BUTTON (focus));
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window),
                                             voice == EUP_VOICE_RESIDENT ? GTK_DIR_RIGHT : GTK_DIR_DOWN));
      next = gtk_window_get_focus (fixture->window);
      g_assert_true (GTK_IS_CHECK_BUTTON (next));
      g_assert_true (next != focus);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

static void
focus_goes_to_what_is_to_be_done_next (LaneTest *fixture, gconstpointer data)
{
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (fixture->window)));
  ui_test_say (fixture->kase, "q16", "anna", "good", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));
}

static void
a_question_in_words_only_is_ready_to_be_written (LaneTest *fixture, gconstpointer data)
{
  ui_test_forget (fixture->kase, "q1");
  lane_test_show (fixture, EUP_VOICE_STAFF, "q1", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));
}

static void
someone_with_another_language_gets_a_place_for_the_translation (LaneTest *fixture, gconstpointer data)
{
  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("medicine-dispenser.json");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "min");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Translated to Swedish"));
}

/* Also what is in a popover that is not open. */
/* Ten thousand letters are there, letter for letter, and the lane keeps its size and scrolls. */
static void
ten_thousand_letters_are_pasted_whole (LaneTest *fixture, gconstpointer data)
{
  GString *pasted = g_string_new (NULL);
  graphene_rect_t before, after;
  GtkWidget *view;

  while (pasted->len < 10000)
    g_string_append (pasted, "Långt och länge, 🌻 och \"<b>\" med. ");
  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (fixture->lane), GTK_WIDGET (fixture->window), &before));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), pasted->str, -1);
  ui_test_settle ();
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->words, ==, pasted->str);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (fixture->lane), GTK_WIDGET (fixture->window), &after));
  g_assert_cmpfloat (before.size.height, ==, after.size.height);
  g_assert_cmpfloat (before.size.width, ==, after.size.width);
  g_string_free (pasted, TRUE);
}

static void
a_control_character_goes_and_the_cursor_stays (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter cursor;

  lane_test_show (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "Jag går", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, 3);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_buffer_insert_at_cursor (buffer, "\007 och\033 du", -1);
  g_assert_cmpstr (lane_test_said (fixture, "q16", "anna")->words, ==, "Jag och du går");
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 10);
}

#define ADD(name) g_test_add ("/lane/" #name, LaneTest, NULL, lane_test_set_up, name, lane_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (an_unasked_question_has_nothing_chosen);
  ADD (a_face_that_is_chosen_is_in_the_case_at_once);
  ADD (words_are_in_the_case_with_each_keystroke);
  ADD (tab_leaves_the_field_for_words);
  ADD (a_reason_why_not_takes_the_place_of_a_choice);
  ADD (a_choice_can_be_taken_back);
  ADD (several_people_of_one_voice_have_an_answer_each);
  ADD (what_was_said_is_covered_while_another_has_the_word);
  ADD (nothing_is_covered_once_the_answers_are_shown);
  ADD (the_lane_and_its_fields_have_names);
  ADD (every_target_is_44_pixels_or_more);
  ADD (tab_reaches_a_scale_on_which_nothing_is_chosen);
  ADD (focus_goes_to_what_is_to_be_done_next);
  ADD (a_question_in_words_only_is_ready_to_be_written);
  ADD (someone_with_another_language_gets_a_place_for_the_translation);
  ADD (ten_thousand_letters_are_pasted_whole);
  ADD (a_control_character_goes_and_the_cursor_stays);
  return ui_test_run ();
}
