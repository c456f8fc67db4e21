/* The meeting, through its actions. */

#include "ui-test.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-purpose.h"

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  GtkWindow *window;
} Fixture;

static void
open_page (Fixture *fixture, int width, int height)
{
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), width, height);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
  eup_case_go_to (fixture->kase,
                  &(EupPlace) { EUP_PLACE_QUESTION, ui_test_question (fixture->kase, "q16"), NULL });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static void
act (Fixture *fixture, const char *action)
{
  ui_test_act (GTK_WIDGET (fixture->page), action);
}

static const char *
at (Fixture *fixture)
{
  const EupQuestion *question = eup_meeting_page_get_question (fixture->page);

  return question ? question->id : NULL;
}

static gboolean
is_shown (Fixture *fixture, const char *words)
{
  return ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
can (Fixture *fixture, const char *label)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static void
all_say_something (Fixture *fixture)
{
  ui_test_say (fixture->kase, "q16", "anna", "good", "Ja.");
  ui_test_say (fixture->kase, "q16", "per", "same", NULL);
  ui_test_say (fixture->kase, "q16", "eva", "better", NULL);
  ui_test_say (fixture->kase, "q16", "maria", "worse", NULL);
  ui_test_say (fixture->kase, "q16", "ali", "same", NULL);
}

static void
it_opens_where_it_stood_with_the_resident_first (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  g_assert_cmpstr (at (fixture), ==, "q16");
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_VOICE_RESIDENT);
}

static void
next_and_previous_walk_the_open_questions (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.next");
  g_assert_cmpstr (at (fixture), ==, "q17");
  g_assert_cmpstr (eup_case_get_assessment (fixture->kase)->card->question, ==, "q17");
  act (fixture, "meeting.previous");
  act (fixture, "meeting.previous");
  g_assert_cmpstr (at (fixture), ==, "q15");
}

static void
after_the_last_question_comes_the_decision (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.go-to::q28");
  act (fixture, "meeting.next");
  g_assert_null (at (fixture));
  act (fixture, "meeting.previous");
  g_assert_cmpstr (at (fixture), ==, "q28");
  act (fixture, "meeting.go-to::decide");
  g_assert_null (at (fixture));
}

static void
answers_are_not_shown_before_all_have_spoken (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  g_assert_false (can (fixture, "Show Answers"));
  g_assert_true (is_shown (fixture, "Waiting for Anna B."));
  act (fixture, "meeting.reveal");
  g_assert_false (eup_rules_is_revealed (eup_case_get_assessment (fixture->kase),
                                         ui_test_question (fixture->kase, "q16")));
}

static void
answers_are_shown_side_by_side_and_where_they_differ (Fixture *fixture, gconstpointer data)
{
  all_say_something (fixture);
  open_page (fixture, 1920, 1080);
  g_assert_true (can (fixture, "Show Answers"));
  g_assert_false (is_shown (fixture, "Here we differ"));
  act (fixture, "meeting.reveal");
  g_assert_true (is_shown (fixture, "Here we differ"));
  g_assert_true (can (fixture, "Hide Answers"));
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_NO_VOICE);
}

static void
the_word_goes_round_and_covers_what_was_said (Fixture *fixture, gconstpointer data)
{
  GtkWidget *resident;

  open_page (fixture, 1920, 1080);
  ui_test_say (fixture->kase, "q16", "anna", "good", "Ja.");
  resident = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_LANE, "The resident");
  g_assert_false (eup_lane_get_covered (EUP_LANE (resident)));
  act (fixture, "meeting.lane(2)");
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_VOICE_RELATIVES);
  g_assert_true (eup_lane_get_covered (EUP_LANE (resident)));
}

static void
a_lane_that_the_question_does_not_have_is_not_taken (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.lane(4)");
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_VOICE_RESIDENT);
}

static void
undo_takes_the_last_change_back (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  ui_test_say (fixture->kase, "q16", "anna", "good", NULL);
  act (fixture, "meeting.undo");
  g_assert_null (eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), "q16", "anna"));
}

static void
blank_and_shared_go_by_their_actions (Fixture *fixture, gconstpointer data)
{
  EupSharedState *state;

  open_page (fixture, 1920, 1080);
  state = eup_meeting_page_get_shared_state (fixture->page);
  act (fixture, "meeting.blank");
  g_assert_true (eup_shared_state_get_blank (state));
  act (fixture, "meeting.shared");
  g_assert_nonnull (eup_meeting_page_get_shared_window (fixture->page));
  g_assert_true (is_shown (fixture, "Shared view is blank"));
  act (fixture, "meeting.blank");
  g_assert_true (is_shown (fixture, "Shared view shows the question"));
  act (fixture, "meeting.shared");
  g_assert_null (eup_meeting_page_get_shared_window (fixture->page));
}

static void
the_private_note_goes_to_the_case_and_not_to_the_wall (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel, *view;

  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.shared");
  panel = ui_test_find (GTK_WIDGET (fixture->page), g_type_from_name ("EupSidePanel"), NULL);
  view = ui_test_find (panel, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Between me and me", -1);
  ui_test_settle ();
  g_assert_cmpstr (eup_case_get_note (fixture->kase), ==, "Between me and me");
  g_assert_false (
      ui_test_holds (GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page)), "Between me and me"));
}

static void
the_purpose_is_written_on_the_card_and_counted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *purpose, *entry;

  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.go-to::q5");
  purpose = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_PURPOSE, NULL);
  entry = ui_test_find (purpose, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Anna går själv.");
  g_assert_cmpstr (eup_case_get_assessment (fixture->kase)->card->purpose, ==, "Anna går själv.");
  g_assert_true (is_shown (fixture, "15 of 200 characters"));
}

static void
nothing_asks_for_more_room_than_a_small_window_has (Fixture *fixture, gconstpointer data)
{
  static const char *const questions[] = { "q1", "q2", "q4", "q5", "q7", "q10", "q16", "q21" };

  open_page (fixture, 1024, 700);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *action = g_strconcat ("meeting.go-to::", questions[i], NULL);

      act (fixture, action);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 1024);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->page)), <=, 700);
    }
}

static void
the_panel_the_rail_and_two_lanes_give_way_in_turn (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    gboolean panel, rail, all_lanes;
  } sizes[] = { { 1920, TRUE, TRUE, TRUE },
                { 1700, FALSE, TRUE, TRUE },
                { 1366, FALSE, FALSE, TRUE },
                { 1000, FALSE, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *staff;

      open_page (fixture, sizes[i].width, 900);
      staff = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_LANE, "Staff, ");
      g_assert_cmpint (is_shown (fixture, "Who is here") &&
                           gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (fixture->page),
                                                                g_type_from_name ("EupSidePanel"), NULL)),
                       ==, sizes[i].panel);
      g_assert_cmpint (gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (fixture->page),
                                                            g_type_from_name ("EupMeetingRail"), NULL)),
                       ==, sizes[i].rail);
      g_assert_cmpint (staff != NULL, ==, sizes[i].all_lanes);
      gtk_window_destroy (g_steal_pointer (&fixture->window));
    }
}

static int
lane_of (GtkWidget *widget)
{
  GtkWidget *lane = widget ? gtk_widget_get_ancestor (widget, EUP_TYPE_LANE) : NULL;

  return lane ? (int) eup_lane_get_voice (EUP_LANE (lane)) : EUP_NO_VOICE;
}

static void
tab_goes_from_the_resident_to_the_relatives_to_the_staff (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  int last = EUP_NO_VOICE;

  open_page (fixture, 1920, 1080);
  act (fixture, "meeting.lane(1)");
  for (guint i = 0; i < 60; i++)
    {
      int lane = lane_of (gtk_window_get_focus (fixture->window));

      if (lane != EUP_NO_VOICE && lane != last)
        g_array_append_val (order, lane);
      last = lane != EUP_NO_VOICE ? lane : last;
      if (!gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD))
        break;
    }
  g_assert_cmpuint (order->len, >=, 3);
  g_assert_cmpint (g_array_index (order, int, 0), ==, EUP_VOICE_RESIDENT);
  g_assert_cmpint (g_array_index (order, int, 1), ==, EUP_VOICE_RELATIVES);
  g_assert_cmpint (g_array_index (order, int, 2), ==, EUP_VOICE_STAFF);
}

static void
the_word_follows_the_focus (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920, 1080);
  gtk_widget_grab_focus (ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_LANE, "Staff, "));
  ui_test_settle ();
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_VOICE_STAFF);
}

static void
a_narrow_window_shows_one_lane_and_its_arrows (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 600, 760);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 600);
  act (fixture, "meeting.go-to::q7");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 600);
}

static void
text_twice_as_large_still_fits_the_window (Fixture *fixture, gconstpointer data)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  open_page (fixture, 1366, 768);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 1366);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->page)), <=, 768);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

#define ADD(name) g_test_add ("/meeting-page/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (it_opens_where_it_stood_with_the_resident_first);
  ADD (next_and_previous_walk_the_open_questions);
  ADD (after_the_last_question_comes_the_decision);
  ADD (answers_are_not_shown_before_all_have_spoken);
  ADD (answers_are_shown_side_by_side_and_where_they_differ);
  ADD (the_word_goes_round_and_covers_what_was_said);
  ADD (a_lane_that_the_question_does_not_have_is_not_taken);
  ADD (undo_takes_the_last_change_back);
  ADD (blank_and_shared_go_by_their_actions);
  ADD (the_private_note_goes_to_the_case_and_not_to_the_wall);
  ADD (the_purpose_is_written_on_the_card_and_counted);
  ADD (nothing_asks_for_more_room_than_a_small_window_has);
  ADD (the_panel_the_rail_and_two_lanes_give_way_in_turn);
  ADD (tab_goes_from_the_resident_to_the_relatives_to_the_staff);
  ADD (the_word_follows_the_focus);
  ADD (a_narrow_window_shows_one_lane_and_its_arrows);
  ADD (text_twice_as_large_still_fits_the_window);
  return ui_test_run ();
}
