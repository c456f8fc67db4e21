/* The meeting with the shared view as its only window. */

#include "ui-test.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-words.h"

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  GtkWindow *window;
} Fixture;

static void
act (Fixture *fixture, const char *action)
{
  ui_test_act (GTK_WIDGET (fixture->page), action);
}

static GtkWidget *
wall (Fixture *fixture)
{
  return GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
  eup_case_go_to (fixture->kase, &(EupPlace) { EUP_PLACE_QUESTION, ui_test_question (fixture->kase, "q16") });
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1366, 768);
  act (fixture, "meeting.one-screen");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static EupAnswerForm *
form (Fixture *fixture)
{
  return EUP_ANSWER_FORM (ui_test_find (wall (fixture), EUP_TYPE_ANSWER_FORM, NULL));
}

static const EupStatement *
said (Fixture *fixture, const char *person)
{
  return eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), "q16", person);
}

static void
write_down (Fixture *fixture, const char *words)
{
  GtkWidget *field = ui_test_find (GTK_WIDGET (form (fixture)), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_widget_grab_focus (field);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), words, -1);
}

static void
the_facilitators_window_is_away (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (wall (fixture));
  g_assert_true (gtk_widget_get_visible (wall (fixture)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_nonnull (ui_test_find (wall (fixture), GTK_TYPE_LABEL, "Private notes are not available"));
}

static void
what_is_said_is_typed_into_the_lane_that_has_the_word (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (form (fixture));
  write_down (fixture, "Jag vill ut.");
  g_assert_cmpstr (said (fixture, "anna")->words, ==, "Jag vill ut.");
}

/* The lanes are made anew after each change of the case; the open one must not. */
static void
the_focus_stays_while_somebody_types (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field = ui_test_find (GTK_WIDGET (form (fixture)), GTK_TYPE_TEXT_VIEW, NULL);

  write_down (fixture, "Jag");
  ui_test_say (fixture->kase, "q16", "per", "same", "Det gör nog ingen skillnad.");
  ui_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (wall (fixture))) == field);
}

static void
pressing_a_lane_gives_it_the_word_and_closes_the_other (Fixture *fixture, gconstpointer data)
{
  write_down (fixture, "Jag vill ut.");
  ui_test_press (wall (fixture), "Give the word: Relatives");
  ui_test_settle ();
  g_assert_cmpint (eup_meeting_page_get_turn (fixture->page), ==, EUP_VOICE_RELATIVES);
  g_assert_nonnull (form (fixture));
  g_assert_false (ui_test_holds (wall (fixture), "Jag vill ut."));
  write_down (fixture, "Vet inte.");
  g_assert_cmpstr (said (fixture, "per")->words, ==, "Vet inte.");
  g_assert_cmpstr (said (fixture, "anna")->words, ==, "Jag vill ut.");
}

/* Several speak with one voice: the one who has not answered is next, nobody else's answer opens. */
static void
an_answer_of_the_same_lane_stays_closed (Fixture *fixture, gconstpointer data)
{
  ui_test_say (fixture->kase, "q16", "per", "same", "Ingen ska läsa det här än");
  act (fixture, "meeting.lane(2)");
  g_assert_false (ui_test_holds (wall (fixture), "Ingen ska läsa det här än"));
  ui_test_say (fixture->kase, "q16", "eva", "better", "Inte det här heller");
  act (fixture, "meeting.lane(3)");
  act (fixture, "meeting.lane(2)");
  g_assert_false (ui_test_holds (wall (fixture), "Ingen ska läsa det här än"));
  g_assert_false (ui_test_holds (wall (fixture), "Inte det här heller"));
  g_assert_nonnull (ui_test_find (wall (fixture), GTK_TYPE_LABEL, "All have answered. Choose a name"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_test_find (wall (fixture), GTK_TYPE_TOGGLE_BUTTON, "Per B.")), TRUE);
  g_assert_true (ui_test_holds (wall (fixture), "Ingen ska läsa det här än"));
  g_assert_false (ui_test_holds (wall (fixture), "Inte det här heller"));
}

static void
the_bar_says_whom_the_meeting_waits_for_and_shows_the_answers (Fixture *fixture, gconstpointer data)
{
  static const char *const people[] = { "anna", "per", "eva", "maria", "ali", "karin" };

  g_assert_nonnull (ui_test_find (wall (fixture), GTK_TYPE_LABEL, "Waiting for Anna,"));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    ui_test_say (fixture->kase, "q16", people[i], "same", "Sagt.");
  ui_test_settle ();
  ui_test_press (wall (fixture), "Show Answers");
  ui_test_settle ();
  g_assert_true (eup_rules_is_revealed (eup_case_get_assessment (fixture->kase),
                                        ui_test_question (fixture->kase, "q16")));
  g_assert_null (form (fixture));
  g_assert_nonnull (ui_test_find (wall (fixture), GTK_TYPE_LABEL, "Sagt."));
}

static void
the_bar_goes_to_the_next_question_and_takes_back (Fixture *fixture, gconstpointer data)
{
  write_down (fixture, "Jag vill ut.");
  ui_test_press (wall (fixture), "Undo");
  g_assert_true (said (fixture, "anna") == NULL || said (fixture, "anna")->words == NULL ||
                 *said (fixture, "anna")->words == '\0');
  ui_test_press (wall (fixture), "Next");
  g_assert_cmpstr (eup_meeting_page_get_question (fixture->page)->id, ==, "q17");
  ui_test_press (wall (fixture), "Previous");
  g_assert_cmpstr (eup_meeting_page_get_question (fixture->page)->id, ==, "q16");
}

static void
blank_leaves_one_button (Fixture *fixture, gconstpointer data)
{
  ui_test_press (wall (fixture), "Blank");
  ui_test_settle ();
  g_assert_null (form (fixture));
  g_assert_null (ui_test_find (wall (fixture), GTK_TYPE_LABEL, "Waiting for"));
  g_assert_false (ui_test_holds (wall (fixture), "GPS-larmet"));
  ui_test_press (wall (fixture), "Show Again");
  ui_test_settle ();
  g_assert_nonnull (form (fixture));
}

/* Also over what lies above the page. */
static void
blank_closes_a_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_child (dialog, gtk_label_new ("Läs inte det här"));
  adw_dialog_present (dialog, wall (fixture));
  ui_test_settle ();
  g_assert_true (ui_test_holds (wall (fixture), "Läs inte det här"));
  act (fixture, "meeting.blank");
  g_assert_false (ui_test_holds (wall (fixture), "Läs inte det här"));
}

static void
the_decision_is_made_in_the_facilitators_window_without_the_note (Fixture *fixture, gconstpointer data)
{
  eup_case_set_note (fixture->kase, "Only for the facilitator");
  act (fixture, "meeting.go-to::decide");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_false (gtk_widget_get_visible (wall (fixture)));
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_TEXT_VIEW, "Only for the facilitator"));
  act (fixture, "meeting.go-to::q16");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_true (gtk_widget_get_visible (wall (fixture)));
}

static void
closing_the_wall_brings_both_windows_back_into_their_order (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (wall (fixture)));
  ui_test_settle ();
  g_assert_null (wall (fixture));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  act (fixture, "meeting.shared");
  g_assert_null (ui_test_find (wall (fixture), EUP_TYPE_ANSWER_FORM, NULL));
}

static void
two_windows_again_leaves_the_wall_open (Fixture *fixture, gconstpointer data)
{
  ui_test_press (wall (fixture), "Two Windows Again");
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_true (gtk_widget_get_visible (wall (fixture)));
  g_assert_null (form (fixture));
  g_assert_false (ui_test_holds (wall (fixture), "Private notes"));
}

#define ADD(name) g_test_add ("/one-screen/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (the_facilitators_window_is_away);
  ADD (what_is_said_is_typed_into_the_lane_that_has_the_word);
  ADD (the_focus_stays_while_somebody_types);
  ADD (pressing_a_lane_gives_it_the_word_and_closes_the_other);
  ADD (an_answer_of_the_same_lane_stays_closed);
  ADD (the_bar_says_whom_the_meeting_waits_for_and_shows_the_answers);
  ADD (the_bar_goes_to_the_next_question_and_takes_back);
  ADD (blank_leaves_one_button);
  ADD (blank_closes_a_dialog);
  ADD (the_decision_is_made_in_the_facilitators_window_without_the_note);
  ADD (closing_the_wall_brings_both_windows_back_into_their_order);
  ADD (two_windows_again_leaves_the_wall_open);
  return ui_test_run ();
}
