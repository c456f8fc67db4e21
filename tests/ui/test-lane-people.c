/* The people in a lane: where each stands, how their words came, and what another told of them. */

#include "lane-test.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-person-list.h"
#include "ui/meeting/eup-when-popover.h"

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
form_of (LaneTest *fixture)
{
  return ui_test_find (GTK_WIDGET (fixture->lane), EUP_TYPE_ANSWER_FORM, NULL);
}

static void
add_person (LaneTest *fixture, const char *id, const char *name, const char *role, const char *size)
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
reveal (LaneTest *fixture, const char *question)
{
  EupReveal *shown = eup_case_edit (fixture->kase, EUP_PART_REVEAL, question);

  g_set_str (&shown->at, "2026-11-26T14:30:00+01:00");
  eup_case_put (fixture->kase, EUP_PART_REVEAL, shown);
}

/* The button of a person, by what a screen reader calls it. */
static GtkWidget *
person_button (LaneTest *fixture, const char *name)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return button;
}

static void
where_two_relatives_stand_is_side_by_side_once_all_is_shown (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *per, *eva;
  graphene_rect_t one, other;

  ui_test_say (fixture->kase, "q16", "per", "same", NULL);
  ui_test_say (fixture->kase, "q16", "eva", "worse", NULL);
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
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
two_of_one_name_and_a_name_from_right_to_left_are_told_apart (LaneTest *fixture, gconstpointer data)
{
  add_person (fixture, "eva-2", "Eva B.", "granne", NULL);
  add_person (fixture, "fatima", "فاطمة", NULL, NULL);
  add_person (fixture, "bold", "<b>Bo</b>", NULL, NULL);
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  person_button (fixture, "Eva B. (dotter)");
  person_button (fixture, "Eva B. (granne)");
  person_button (fixture, "\342\200\216\342\201\250فاطمة\342\201\251");
  person_button (fixture, "<b>Bo</b>");
  eup_lane_show_person (fixture->lane, "eva-2");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Own words: Eva B. (granne)"));
}

static void
forty_people_are_in_a_list_that_can_be_searched (LaneTest *fixture, gconstpointer data)
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
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
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
  gtk_editable_set_text (GTK_EDITABLE (search), "person 12");
  g_signal_emit_by_name (search, "activate"); /* before the search has begun */
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "In Person 12’s own words"));
}

static void
people_without_names_are_counted (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *worse, *same;
  const EupStatement *statement;

  add_person (fixture, "cousins", "Kusinerna", NULL, "5");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "cousins");
  worse = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_SPIN_BUTTON, "Worse");
  same = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_SPIN_BUTTON, "No difference");
  g_assert_nonnull (worse);
  g_assert_nonnull (same);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (worse), GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (worse), 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (same), 4); /* only two are left */
  statement = lane_test_said (fixture, "q16", "cousins");
  g_assert_cmpuint (eup_statement_get_count (statement, EUP_ITEM_ANSWER, "worse"), ==, 3);
  g_assert_cmpuint (eup_statement_get_count (statement, EUP_ITEM_ANSWER, "same"), ==, 2);
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "5 of 5 have answered"));
  eup_case_undo (fixture->kase);
  g_assert_null (lane_test_said (fixture, "q16", "cousins")); /* typed in one go */
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (worse)), ==, 0);
}

/* The labels of chips and the field that asks who. */
static void
how_the_words_came_is_told_and_can_be_changed (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *lane, *form, *who, *popover;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
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
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->source, ==, "Hong Lindgren");
  g_assert_null (ui_test_find (lane, GTK_TYPE_LABEL, "Write the name, so that the record can tell."));
  popover = find_inside (lane, EUP_TYPE_WHEN_POPOVER);
  g_signal_emit_by_name (popover, "picked", "2026-11-20");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->said, ==, "2026-11-20");
  g_assert_nonnull (ui_test_find (lane, GTK_TYPE_LABEL, "20 Nov"));
  g_signal_emit_by_name (popover, "picked", "");
  g_assert_nonnull (ui_test_find (lane, GTK_TYPE_LABEL, "Today"));
}

static void
any_words_can_be_translated_and_stay_as_they_fell (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *form, *view;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  form = form_of (fixture);
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_LABEL, "Translated to Chinese"));
  gtk_widget_activate_action (form, "answer.translate", "s", "zh");
  view = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_TEXT_VIEW, "Translated to Chinese");
  g_assert_true (gtk_window_get_focus (fixture->window) == view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "大概没什么区别。", -1);
  gtk_editable_set_text (
      GTK_EDITABLE (ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_ENTRY, "Who translated?")), "Hong");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->translation, ==, "大概没什么区别。");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->translation_language, ==, "zh");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->translator, ==, "Hong");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->words, ==, "Det gör nog ingen skillnad.");
  gtk_widget_activate_action (form, "answer.language", "s", "en");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->language, ==, "en");
  gtk_widget_activate_action (form, "answer.translate", "s", "");
  g_assert_null (lane_test_said (fixture, "q16", "per")->translation);
}

static const EupConfirmation *
confirmation (LaneTest *fixture)
{
  return eup_rules_confirmation (eup_case_get_assessment (fixture->kase),
                                 lane_test_said (fixture, "q16", "per"));
}

static void
tell_of_per (LaneTest *fixture)
{
  EupStatement *told;

  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  told = eup_case_edit_statement (fixture->kase, "q16", "per");
  g_set_str (&told->how, "told");
  eup_case_put (fixture->kase, EUP_PART_STATEMENT, told);
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
}

static void
what_another_told_can_be_confirmed (LaneTest *fixture, gconstpointer data)
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
what_another_told_can_be_changed_in_ones_own_words (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *view;

  tell_of_per (fixture);
  ui_test_press (GTK_WIDGET (fixture->lane), "Change It");
  view = gtk_window_get_focus (fixture->window);
  g_assert_true (GTK_IS_TEXT_VIEW (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Jo, det blir skillnad.", -1);
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->words, ==,
                   "Jo, det blir skillnad."); /* kept as it is typed */
  ui_test_press (GTK_WIDGET (fixture->lane), "Done");
  g_assert_cmpstr (confirmation (fixture)->answer, ==, "changed");
  g_assert_cmpstr (confirmation (fixture)->before, ==, "Det gör nog ingen skillnad.");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Changed by Per B., "));
}

static void
what_is_not_right_after_all_is_kept_with_what_is_wrong (LaneTest *fixture, gconstpointer data)
{
  GtkWidget *entry;

  tell_of_per (fixture);
  ui_test_press (GTK_WIDGET (fixture->lane), "Not Right");
  entry = ui_test_find (GTK_WIDGET (fixture->lane), GTK_TYPE_ENTRY, "What is not right?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Det sa jag aldrig");
  g_assert_cmpstr (confirmation (fixture)->answer, ==, "objects");
  g_assert_cmpstr (confirmation (fixture)->words, ==, "Det sa jag aldrig");
  g_assert_cmpstr (lane_test_said (fixture, "q16", "per")->words, ==, "Det gör nog ingen skillnad.");
}

static void
the_order_of_speaking_is_seen_once_all_is_shown (LaneTest *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "eva", "worse", "Sämre.");
  ui_test_say (fixture->kase, "q16", "per", "same", "Lika.");
  lane_test_show (fixture, EUP_VOICE_RELATIVES, "q16", TRUE);
  eup_lane_show_person (fixture->lane, "per");
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke"));
  reveal (fixture, "q16");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke as number 2"));
  eup_lane_show_person (fixture->lane, "eva");
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->lane), "Spoke first"));
}

#define ADD(name)                                                                                            \
  g_test_add ("/lane-people/" #name, LaneTest, NULL, lane_test_set_up, name, lane_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
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
  return ui_test_run ();
}
