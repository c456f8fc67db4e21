/* Parking, pausing, going on, and what the wall and the case say meanwhile. */

#include "ui-test.h"
#include "casework/eup-case-session.h"
#include "ui/archive/eup-case-page.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-parked-group.h"
#include "ui/meeting/eup-parked-note.h"

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  GtkWindow *window;
} Fixture;

static void
set_clock (Fixture *fixture, const char *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  eup_clock_set_fixed (eup_case_get_clock (fixture->kase), time);
}

static void
open_page (Fixture *fixture, int width)
{
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), width, 1080);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
  ui_test_forget (fixture->kase, "q17");
  eup_case_go_to (fixture->kase, &(EupPlace) { EUP_PLACE_QUESTION, ui_test_question (fixture->kase, "q16") });
  set_clock (fixture, "2026-11-26T14:30:00Z");
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
is_parked (Fixture *fixture, const char *question)
{
  return eup_rules_is_parked (eup_case_get_assessment (fixture->kase), eup_case_get_model (fixture->kase),
                              ui_test_question (fixture->kase, question));
}

static gboolean
rail_says_parked (Fixture *fixture)
{
  GtkWidget *rail = ui_test_find (GTK_WIDGET (fixture->page), g_type_from_name ("EupMeetingRail"), NULL);

  return ui_test_find (rail, GTK_TYPE_LABEL, "parked") != NULL;
}

static void
opening_the_meeting_begins_a_session_that_is_no_step_back (Fixture *fixture, gconstpointer data)
{
  gboolean could = eup_case_get_can_undo (fixture->kase);

  g_assert_null (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  open_page (fixture, 1920);
  g_assert_nonnull (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  g_assert_cmpint (eup_case_get_can_undo (fixture->kase), ==, could);
}

static void
a_parked_question_is_marked_and_the_next_follows (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920);
  act (fixture, "meeting.park");
  g_assert_cmpstr (at (fixture), ==, "q17");
  g_assert_true (is_parked (fixture, "q16"));
  g_assert_true (rail_says_parked (fixture));
  act (fixture, "meeting.previous");
  g_assert_true (is_shown (fixture, "Take It Up Again"));
  act (fixture, "meeting.park");
  g_assert_false (is_parked (fixture, "q16"));
  g_assert_cmpstr (at (fixture), ==, "q16");
}

static void
why_it_is_parked_can_be_said_afterwards (Fixture *fixture, gconstpointer data)
{
  GtkWidget *note, *entry;
  const EupParked *parked;

  open_page (fixture, 1920);
  act (fixture, "meeting.park");
  note = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_PARKED_NOTE, NULL);
  g_assert_nonnull (note);
  entry = ui_test_find (note, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Anna wants to <b>rest</b>");
  parked = eup_assessment_find (eup_case_get_assessment (fixture->kase), EUP_PART_PARKED, "q16");
  g_assert_cmpstr (parked->reason, ==, "Anna wants to <b>rest</b>");
  act (fixture, "meeting.go-to::q18");
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_PARKED_NOTE, NULL));
}

static void
undo_of_the_toast_leads_back_to_the_question (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920);
  act (fixture, "meeting.park");
  ui_test_press (ui_test_find (GTK_WIDGET (fixture->page), g_type_from_name ("AdwToastWidget"),
                               "Participation is parked"),
                 "Undo");
  g_assert_false (is_parked (fixture, "q16"));
  g_assert_cmpstr (at (fixture), ==, "q16");
}

static void
an_answer_takes_the_mark_away (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920);
  act (fixture, "meeting.park");
  ui_test_say (fixture->kase, "q16", "anna", "good", "Ja.");
  ui_test_say (fixture->kase, "q16", "per", "same", NULL);
  ui_test_say (fixture->kase, "q16", "eva", "better", NULL);
  ui_test_say (fixture->kase, "q16", "maria", "worse", NULL);
  g_assert_true (rail_says_parked (fixture));
  ui_test_say (fixture->kase, "q16", "ali", "same", NULL);
  g_assert_false (rail_says_parked (fixture));
}

static void
what_is_answered_cannot_be_parked (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920);
  act (fixture, "meeting.go-to::q15");
  act (fixture, "meeting.park");
  g_assert_cmpstr (at (fixture), ==, "q15");
  g_assert_cmpuint (eup_case_get_assessment (fixture->kase)->parked->len, ==, 0);
}

static void
the_parked_are_listed_before_it_is_weighed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;

  open_page (fixture, 1920);
  act (fixture, "meeting.park");
  act (fixture, "meeting.go-to::decide");
  group = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_PARKED_GROUP, NULL);
  g_assert_nonnull (group);
  gtk_widget_activate (ui_test_row (group, "16. Participation"));
  ui_test_settle ();
  g_assert_cmpstr (at (fixture), ==, "q16");
  act (fixture, "meeting.park");
  act (fixture, "meeting.go-to::decide");
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_PARKED_GROUP, NULL));
}

static void
a_pause_ends_the_session_and_rests_the_wall (Fixture *fixture, gconstpointer data)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);
  GtkWidget *wall;

  open_page (fixture, 1920);
  act (fixture, "meeting.shared");
  wall = GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page));
  act (fixture, "meeting.pause");
  g_assert_null (eup_rules_open_session (assessment));
  g_assert_true (is_shown (fixture, "The meeting is paused"));
  g_assert_true (is_shown (fixture, "Shared view shows the pause"));
  g_assert_cmpint (eup_shared_state_get_view (eup_meeting_page_get_shared_state (fixture->page)), ==,
                   EUP_VIEW_PAUSE);
  g_assert_true (ui_test_holds (wall, "Paus"));
  g_assert_false (ui_test_holds (wall, "Anna B."));
  act (fixture, "meeting.next");
  act (fixture, "meeting.reveal");
  g_assert_true (is_shown (fixture, "The meeting is paused"));
  eup_case_set_resumes (fixture->kase, "2026-11-26T16:00:00+00:00");
  ui_test_settle ();
  g_assert_true (ui_test_holds (wall, "Vi fortsätter klockan 16.00"));
}

static void
it_goes_on_at_the_same_question_and_asks_who_is_here (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1366);
  act (fixture, "meeting.pause");
  set_clock (fixture, "2026-12-03T09:00:00Z");
  act (fixture, "meeting.resume");
  g_assert_cmpstr (at (fixture), ==, "q16");
  g_assert_cmpuint (eup_case_get_assessment (fixture->kase)->sessions->len, ==, 2);
  g_assert_nonnull (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  g_assert_true (is_shown (fixture, "Who is here now?"));
  g_assert_cmpint (eup_shared_state_get_view (eup_meeting_page_get_shared_state (fixture->page)), ==,
                   EUP_VIEW_QUESTION);
  act (fixture, "meeting.next");
  g_assert_false (is_shown (fixture, "Who is here now?"));
}

static void
going_to_a_question_in_a_pause_goes_on (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, 1920);
  act (fixture, "meeting.pause");
  act (fixture, "meeting.go-to::q18");
  g_assert_cmpstr (at (fixture), ==, "q18");
  g_assert_nonnull (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
}

static void
another_language_does_not_end_a_pause (Fixture *fixture, gconstpointer data)
{
  EupMeetingPage *again;

  open_page (fixture, 1920);
  act (fixture, "meeting.pause");
  eup_case_set_resumes (fixture->kase, "2026-12-03T14:00:00+00:00");
  again = g_object_ref_sink (eup_meeting_page_new_from (fixture->page));
  g_assert_null (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (again), GTK_TYPE_LABEL, "The meeting is paused"));
  g_assert_cmpstr (eup_rules_last_session (eup_case_get_assessment (fixture->kase))->resumes, ==,
                   "2026-12-03T14:00:00+00:00");
  gtk_widget_activate_action (GTK_WIDGET (again), "meeting.resume", NULL);
  g_assert_cmpstr (eup_meeting_page_get_question (again)->id, ==, "q16");
  g_assert_nonnull (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  g_object_unref (again);
}

static void
when_it_goes_on_is_written_in_the_pause (Fixture *fixture, gconstpointer data)
{
  GtkWidget *time;

  open_page (fixture, 1920);
  act (fixture, "meeting.pause");
  time = ui_test_find (GTK_WIDGET (fixture->page), g_type_from_name ("EupTimeRow"), NULL);
  gtk_editable_set_text (GTK_EDITABLE (time), "16.15");
  g_assert_true (g_str_has_prefix (eup_rules_last_session (eup_case_get_assessment (fixture->kase))->resumes,
                                   "2026-11-26T16:15:00"));
  gtk_editable_set_text (GTK_EDITABLE (time), "");
  g_assert_null (eup_rules_last_session (eup_case_get_assessment (fixture->kase))->resumes);
}

static void
the_case_says_where_it_paused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = eup_case_page_new (NULL, fixture->kase);
  GtkWindow *window = ui_test_present (page, 700, 600);

  eup_case_begin_session (fixture->kase);
  eup_case_park (fixture->kase, ui_test_question (fixture->kase, "q16"));
  ui_test_settle ();
  g_assert_true (ui_test_holds (page, "The meeting is going on, since 14:30"));
  eup_case_pause (fixture->kase);
  eup_case_set_resumes (fixture->kase, "2026-12-03T14:00:00+01:00");
  ui_test_settle ();
  g_assert_true (ui_test_holds (page, "Paused 26 November 2026 at Participation, 1 question parked"));
  g_assert_true (ui_test_holds (page, "Goes on 3 December 2026 at 14:00"));
  g_assert_true (ui_test_holds (page, "Go On"));
  eup_case_begin_session (fixture->kase);
  eup_case_close_session (fixture->kase, TRUE);
  ui_test_settle ();
  g_assert_true (ui_test_holds (page, "Everything up to 14:30 is here"));
  gtk_window_destroy (window);
}

static void
the_time_at_a_stage_comes_back (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *question = ui_test_question (fixture->kase, "q16");
  GPtrArray *stages = eup_method_get_stages (eup_case_get_model (fixture->kase)->method);

  eup_case_add_stage_time (fixture->kase, stages->pdata[question->stage], 6 * 60);
  open_page (fixture, 1920);
  g_assert_true (is_shown (fixture, "Values: 6 of 15 min"));
}

static void
the_planned_end_is_told_without_hurry (Fixture *fixture, gconstpointer data)
{
  GPtrArray *questions = eup_method_get_questions (eup_case_get_model (fixture->kase)->method);

  for (guint i = 0; i < questions->len; i++)
    ui_test_forget (fixture->kase, ((EupQuestion *) questions->pdata[i])->id);
  set_clock (fixture, "2026-11-26T13:05:00Z");
  open_page (fixture, 1920);
  g_assert_true (is_shown (fixture, "45 minutes left until 14:50, as planned. No hurry."));
  gtk_window_destroy (fixture->window);
  set_clock (fixture, "2026-11-26T14:05:00Z");
  open_page (fixture, 1920);
  g_assert_true (is_shown (fixture, "The planned end was 14:50."));
}

static void
nothing_of_the_agenda_asks_for_more_room_than_a_small_window_has (Fixture *fixture, gconstpointer data)
{
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 600, 760);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 600);
  act (fixture, "meeting.pause");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->page)), <=, 600);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->page)), <=, 760);
}

#define ADD(name) g_test_add ("/agenda/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (opening_the_meeting_begins_a_session_that_is_no_step_back);
  ADD (a_parked_question_is_marked_and_the_next_follows);
  ADD (why_it_is_parked_can_be_said_afterwards);
  ADD (undo_of_the_toast_leads_back_to_the_question);
  ADD (an_answer_takes_the_mark_away);
  ADD (what_is_answered_cannot_be_parked);
  ADD (the_parked_are_listed_before_it_is_weighed);
  ADD (a_pause_ends_the_session_and_rests_the_wall);
  ADD (it_goes_on_at_the_same_question_and_asks_who_is_here);
  ADD (going_to_a_question_in_a_pause_goes_on);
  ADD (another_language_does_not_end_a_pause);
  ADD (when_it_goes_on_is_written_in_the_pause);
  ADD (the_case_says_where_it_paused);
  ADD (the_time_at_a_stage_comes_back);
  ADD (the_planned_end_is_told_without_hurry);
  ADD (nothing_of_the_agenda_asks_for_more_room_than_a_small_window_has);
  return ui_test_run ();
}
