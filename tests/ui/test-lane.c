/* A lane: what is chosen and written goes to the case, nothing is chosen by itself, and what was
 * said is covered while another has the word. */

#include "ui-test.h"
#include "ui/common/eup-voices.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-person-list.h"
#include "ui/meeting/eup-scale-choice.h"
#include "ui/meeting/eup-when-popover.h"
#include "ui/meeting/eup-words.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  EupLane *lane;
} Fixture;

static void
show_lane (Fixture *fixture, EupVoice voice, const char *question, gboolean has_word)
{
  fixture->lane = EUP_LANE (eup_lane_new (fixture->kase, voice));
  eup_lane_show (fixture->lane, ui_test_question (fixture->kase, question), has_word);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->lane), 500, 800);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static const EupStatement *
said (Fixture *fixture, const char *question, const char *person)
{
  return eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), question, person);
}

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
an_unasked_question_has_nothing_chosen (Fixture *fixture, gconstpointer data)
{
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      int n = 0;

      show_lane (fixture, (EupVoice) voice, "q16", TRUE);
      count_checked (GTK_WIDGET (fixture->lane), &n);
      g_assert_cmpint (n, ==, 0);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

static void
a_face_that_is_chosen_is_in_the_case_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *good;

  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  good = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Good");
  g_assert_nonnull (good);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (good), TRUE);
  g_assert_cmpstr (g_hash_table_lookup (said (fixture, "q16", "anna")->stances, EUP_ITEM_ANSWER), ==, "good");
}

static void
words_are_in_the_case_with_each_keystroke (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "J", -1);
  g_assert_cmpstr (said (fixture, "q16", "anna")->words, ==, "J");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "a", -1);
  g_assert_cmpstr (said (fixture, "q16", "anna")->words, ==, "Ja");
}

static void
tab_leaves_the_field_for_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
}

static void
a_reason_why_not_takes_the_place_of_a_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  ui_test_say (fixture->kase, "q16", "anna", "good", "Kanske.");
  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  form = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
  gtk_widget_activate_action (form, "answer.non-answer", "s", "declined");
  g_assert_cmpstr (said (fixture, "q16", "anna")->non_answer, ==, "declined");
  g_assert_cmpuint (g_hash_table_size (said (fixture, "q16", "anna")->stances), ==, 0);
  g_assert_cmpstr (said (fixture, "q16", "anna")->words, ==, "Kanske.");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Good")), TRUE);
  g_assert_null (said (fixture, "q16", "anna")->non_answer);
}

static void
a_choice_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  int n = 0;

  ui_test_say (fixture->kase, "q16", "anna", "good", NULL);
  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  count_checked (GTK_WIDGET (fixture->lane), &n);
  g_assert_cmpint (n, ==, 1);
  form = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
  gtk_widget_activate_action (form, "answer.clear", NULL);
  n = 0;
  count_checked (GTK_WIDGET (fixture->lane), &n);
  g_assert_cmpint (n, ==, 0);
}

static void
several_people_of_one_voice_have_an_answer_each (Fixture *fixture, gconstpointer data)
{
  GtkWidget *worse;

  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "eva");
  worse = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_CHECK_BUTTON, "Worse");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (worse), TRUE);
  g_assert_cmpstr (g_hash_table_lookup (said (fixture, "q16", "eva")->stances, EUP_ITEM_ANSWER), ==, "worse");
  g_assert_null (said (fixture, "q16", "per"));
  g_assert_cmpint (eup_lane_get_state (fixture->lane), ==, EUP_LANE_HAS_WORD);
}

static void
what_was_said_is_covered_while_another_has_the_word (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  ui_test_say (fixture->kase, "q16", "anna", "good", "Då träffar jag Gösta.");
  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", FALSE);
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
nothing_is_covered_once_the_answers_are_shown (Fixture *fixture, gconstpointer data)
{
  show_lane (fixture, EUP_VOICE_RESIDENT, "q15", FALSE);
  g_assert_true (eup_rules_is_revealed (eup_case_get_assessment (fixture->kase),
                                        ui_test_question (fixture->kase, "q15")));
  g_assert_false (eup_lane_get_covered (fixture->lane));
  g_assert_cmpint (eup_lane_get_state (fixture->lane), ==, EUP_LANE_HAS_ANSWERED);
}

static void
the_lane_and_its_fields_have_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view, *choice;

  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
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
every_target_is_44_pixels_or_more (Fixture *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "per", "better", "Ja.");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  ui_test_settle ();
  assert_large_enough (GTK_WIDGET (fixture->lane));
}

static void
tab_reaches_a_scale_on_which_nothing_is_chosen (Fixture *fixture, gconstpointer data)
{
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      GtkWidget *focus, *next;

      show_lane (fixture, (EupVoice) voice, "q16", TRUE);
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
focus_goes_to_what_is_to_be_done_next (Fixture *fixture, gconstpointer data)
{
  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (fixture->window)));
  ui_test_say (fixture->kase, "q16", "anna", "good", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));
}

static void
a_question_in_words_only_is_ready_to_be_written (Fixture *fixture, gconstpointer data)
{
  ui_test_forget (fixture->kase, "q1");
  show_lane (fixture, EUP_VOICE_STAFF, "q1", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->lane));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));
}

static void
someone_with_another_language_gets_a_place_for_the_translation (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->kase);
  fixture->kase = ui_test_case ("medicine-dispenser.json");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "min");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Translated to Swedish"));
}

/* Also what is in a popover that is not open. */
static GtkWidget *
find_inside (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static GtkWidget *
form_of (Fixture *fixture)
{
  return ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
}

static void
add_person (Fixture *fixture, const char *id, const char *name, const char *role, const char *size)
{
  EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, id);

  g_set_str (&person->name, name);
  g_set_str (&person->role, role);
  g_set_str (&person->voice, "relatives");
  g_set_str (&person->presence, "room");
  g_set_str (&person->size, size);
  eup_case_put (fixture->kase, EUP_PART_PERSON, person);
}

static void
reveal (Fixture *fixture, const char *question)
{
  EupReveal *shown = eup_case_edit (fixture->kase, EUP_PART_REVEAL, question);

  g_set_str (&shown->at, "2026-11-26T14:30:00+01:00");
  eup_case_put (fixture->kase, EUP_PART_REVEAL, shown);
}

/* The button of a person, by what a screen reader calls it. */
static GtkWidget *
person_button (Fixture *fixture, const char *name)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return button;
}

static void
where_two_relatives_stand_is_side_by_side_once_all_is_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *per, *eva;
  graphene_rect_t one, other;

  ui_test_say (fixture->kase, "q16", "per", "same", NULL);
  ui_test_say (fixture->kase, "q16", "eva", "worse", NULL);
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  per = person_button (fixture, "Per B.");
  eva = person_button (fixture, "Eva B.");
  g_assert_false (ui_test_holds (per, "No difference"));
  gtk_test_accessible_assert_property (eva, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Has answered");
  reveal (fixture, "q16");
  ui_test_settle ();
  g_assert_true (ui_test_holds (per, "No difference"));
  g_assert_true (ui_test_holds (eva, "Worse"));
  gtk_test_accessible_assert_property (eva, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Worse");
  g_assert_true (gtk_widget_compute_bounds (per, GTK_WIDGET (fixture->lane), &one));
  g_assert_true (gtk_widget_compute_bounds (eva, GTK_WIDGET (fixture->lane), &other));
  g_assert_cmpfloat (one.origin.y, ==, other.origin.y);
  g_assert_cmpfloat (one.origin.x + one.size.width, <=, other.origin.x);
}

static void
two_of_one_name_and_a_name_from_right_to_left_are_told_apart (Fixture *fixture, gconstpointer data)
{
  add_person (fixture, "eva-2", "Eva B.", "granne", NULL);
  add_person (fixture, "fatima", "فاطمة", NULL, NULL);
  add_person (fixture, "bold", "<b>Bo</b>", NULL, NULL);
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  person_button (fixture, "Eva B. (dotter)");
  person_button (fixture, "Eva B. (granne)");
  person_button (fixture, "\342\200\216\342\201\250فاطمة\342\201\251");
  person_button (fixture, "<b>Bo</b>");
  eup_lane_show_person (fixture->lane, "eva-2");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Own words: Eva B. (granne)"));
}

static void
forty_people_are_in_a_list_that_can_be_searched (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list, *search, *button;
  GtkListBoxRow *row = NULL;
  guint seen = 0;

  for (guint i = 1; i <= 38; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      add_person (fixture, id, name, NULL, NULL);
    }
  ui_test_say (fixture->kase, "q16", "per", "same", NULL);
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TOGGLE_BUTTON, "Per B."));
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "1 of 40 have answered"));
  button = ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_PERSON_LIST, NULL);
  list = find_inside (button, GTK_TYPE_LIST_BOX);
  search = find_inside (button, GTK_TYPE_SEARCH_ENTRY);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_test_find (button, GTK_TYPE_MENU_BUTTON, NULL)));
  gtk_editable_set_text (GTK_EDITABLE (search), "person 37");
  g_signal_emit_by_name (search, "search-changed");
  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i))))
      {
        row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i);
        seen++;
      }
  g_assert_cmpuint (seen, ==, 1);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Person 37");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "In Person 37’s own words"));
}

static void
people_without_names_are_counted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *worse, *same;
  const EupStatement *statement;

  add_person (fixture, "cousins", "Kusinerna", NULL, "5");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "cousins");
  worse = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_SPIN_BUTTON, "Worse");
  same = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_SPIN_BUTTON, "No difference");
  g_assert_nonnull (worse);
  g_assert_nonnull (same);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (worse), GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (worse), 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (same), 4); /* only two are left */
  statement = said (fixture, "q16", "cousins");
  g_assert_cmpuint (eup_statement_get_count (statement, EUP_ITEM_ANSWER, "worse"), ==, 3);
  g_assert_cmpuint (eup_statement_get_count (statement, EUP_ITEM_ANSWER, "same"), ==, 2);
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "5 of 5 have answered"));
  eup_case_undo (fixture->kase);
  g_assert_null (said (fixture, "q16", "cousins")); /* typed in one go */
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (worse)), ==, 0);
}

/* The labels of chips and the field that asks who. */
static void
how_the_words_came_is_told_and_can_be_changed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *lane, *form, *who, *popover;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  lane = GTK_WIDGET (fixture->lane);
  form = form_of (fixture);
  gtk_widget_activate_action (form, "answer.how", "s", "interpreter");
  g_assert_true (ui_test_holds (lane, "Through an interpreter"));
  who = ui_test_find (lane, GTK_TYPE_ENTRY, "Who interpreted?");
  g_assert_true (gtk_widget_get_mapped (who));
  g_assert_true (gtk_widget_get_mapped (
      ui_test_find (lane, GTK_TYPE_LABEL, "Write the name, so that the record can tell.")));
  gtk_widget_activate_action (form, "answer.source", "s", "Hong Lindgren");
  g_assert_cmpstr (said (fixture, "q16", "per")->source, ==, "Hong Lindgren");
  g_assert_null (ui_test_find (lane, GTK_TYPE_LABEL, "Write the name, so that the record can tell."));
  popover = find_inside (lane, EUP_TYPE_WHEN_POPOVER);
  g_signal_emit_by_name (popover, "picked", "2026-11-20");
  g_assert_cmpstr (said (fixture, "q16", "per")->said, ==, "2026-11-20");
  g_assert_nonnull (ui_test_find (lane, GTK_TYPE_LABEL, "20 Nov"));
  g_signal_emit_by_name (popover, "picked", "");
  g_assert_nonnull (ui_test_find (lane, GTK_TYPE_LABEL, "Today"));
}

static void
any_words_can_be_translated_and_stay_as_they_fell (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form, *view;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  form = form_of (fixture);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Translated to Chinese"));
  gtk_widget_activate_action (form, "answer.translate", "s", "zh");
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, "Translated to Chinese");
  g_assert_true (gtk_window_get_focus (fixture->window) == view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "大概没什么区别。", -1);
  gtk_editable_set_text (
      GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_ENTRY, "Who translated?")), "Hong");
  g_assert_cmpstr (said (fixture, "q16", "per")->translation, ==, "大概没什么区别。");
  g_assert_cmpstr (said (fixture, "q16", "per")->translation_language, ==, "zh");
  g_assert_cmpstr (said (fixture, "q16", "per")->translator, ==, "Hong");
  g_assert_cmpstr (said (fixture, "q16", "per")->words, ==, "Det gör nog ingen skillnad.");
  gtk_widget_activate_action (form, "answer.language", "s", "en");
  g_assert_cmpstr (said (fixture, "q16", "per")->language, ==, "en");
  gtk_widget_activate_action (form, "answer.translate", "s", "");
  g_assert_null (said (fixture, "q16", "per")->translation);
}

static const EupConfirmation *
confirmation (Fixture *fixture)
{
  return eup_rules_confirmation (eup_case_get_assessment (fixture->kase), said (fixture, "q16", "per"));
}

static void
tell_of_per (Fixture *fixture)
{
  EupStatement *told;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  told = eup_case_edit_statement (fixture->kase, "q16", "per");
  g_set_str (&told->how, "told");
  eup_case_put (fixture->kase, EUP_PART_STATEMENT, told);
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
}

static void
what_another_told_can_be_confirmed (Fixture *fixture, gconstpointer data)
{
  tell_of_per (fixture);
  g_assert_true (gtk_widget_get_mapped (
      ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Per B.: is this right?")));
  ui_test_press (GTK_WIDGET (fixture->lane), "This Is Right");
  g_assert_cmpstr (confirmation (fixture)->answer, ==, "yes");
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Per B.: is this right?"));
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Confirmed by Per B., "));
  eup_case_undo (fixture->kase);
  g_assert_null (confirmation (fixture));
}

static void
what_another_told_can_be_changed_in_ones_own_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  tell_of_per (fixture);
  ui_test_press (GTK_WIDGET (fixture->lane), "Change It");
  view = gtk_window_get_focus (fixture->window);
  g_assert_true (GTK_IS_TEXT_VIEW (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Jo, det blir skillnad.", -1);
  g_assert_cmpstr (said (fixture, "q16", "per")->words, ==,
                   "Jo, det blir skillnad."); /* kept as it is typed */
  ui_test_press (GTK_WIDGET (fixture->lane), "Done");
  g_assert_cmpstr (confirmation (fixture)->answer, ==, "changed");
  g_assert_cmpstr (confirmation (fixture)->before, ==, "Det gör nog ingen skillnad.");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Changed by Per B., "));
}

static void
what_is_not_right_after_all_is_kept_with_what_is_wrong (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  tell_of_per (fixture);
  ui_test_press (GTK_WIDGET (fixture->lane), "Not Right");
  entry = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_ENTRY, "What is not right?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Det sa jag aldrig");
  g_assert_cmpstr (confirmation (fixture)->answer, ==, "objects");
  g_assert_cmpstr (confirmation (fixture)->words, ==, "Det sa jag aldrig");
  g_assert_cmpstr (said (fixture, "q16", "per")->words, ==, "Det gör nog ingen skillnad.");
}

static void
the_order_of_speaking_is_seen_once_all_is_shown (Fixture *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "eva", "worse", "Sämre.");
  ui_test_say (fixture->kase, "q16", "per", "same", "Lika.");
  show_lane (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke"));
  reveal (fixture, "q16");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke as number 2"));
  eup_lane_show_person (fixture->lane, "eva");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke first"));
}

/* Ten thousand letters are there, letter for letter, and the lane keeps its size and scrolls. */
static void
ten_thousand_letters_are_pasted_whole (Fixture *fixture, gconstpointer data)
{
  GString *pasted = g_string_new (NULL);
  graphene_rect_t before, after;
  GtkWidget *view;

  while (pasted->len < 10000)
    g_string_append (pasted, "Långt och länge, 🌻 och \"<b>\" med. ");
  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (fixture->lane), GTK_WIDGET (fixture->window), &before));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), pasted->str, -1);
  ui_test_settle ();
  g_assert_cmpstr (said (fixture, "q16", "anna")->words, ==, pasted->str);
  g_assert_true (
      gtk_widget_compute_bounds (GTK_WIDGET (fixture->lane), GTK_WIDGET (fixture->window), &after));
  g_assert_cmpfloat (before.size.height, ==, after.size.height);
  g_assert_cmpfloat (before.size.width, ==, after.size.width);
  g_string_free (pasted, TRUE);
}

static void
a_control_character_goes_and_the_cursor_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter cursor;

  show_lane (fixture, EUP_VOICE_RESIDENT, "q16", TRUE);
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "Jag går", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, 3);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_buffer_insert_at_cursor (buffer, "\007 och\033 du", -1);
  g_assert_cmpstr (said (fixture, "q16", "anna")->words, ==, "Jag och du går");
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 10);
}

#define ADD(name) g_test_add ("/lane/" #name, Fixture, NULL, set_up, name, tear_down)

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
  ADD (where_two_relatives_stand_is_side_by_side_once_all_is_shown);
  ADD (two_of_one_name_and_a_name_from_right_to_left_are_told_apart);
  ADD (forty_people_are_in_a_list_that_can_be_searched);
  ADD (people_without_names_are_counted);
  ADD (how_the_words_came_is_told_and_can_be_changed);
  ADD (any_words_can_be_translated_and_stay_as_they_fell);
  ADD (what_another_told_can_be_confirmed);
  ADD (what_another_told_can_be_changed_in_ones_own_words);
  ADD (what_is_not_right_after_all_is_kept_with_what_is_wrong);
  ADD (the_order_of_speaking_is_seen_once_all_is_shown);
  ADD (ten_thousand_letters_are_pasted_whole);
  ADD (a_control_character_goes_and_the_cursor_stays);
  return ui_test_run ();
}
