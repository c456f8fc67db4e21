/* Which questions the meeting asks follows the case while it goes on; what was said is never lost. */

#include "ui-test.h"
#include "ui/meeting/eup-answer-form.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-meeting-rail.h"
#include "ui/meeting/eup-question-page.h"
#include "ui/meeting/eup-side-panel.h"
#include "ui/meeting/eup-weight-row.h"

typedef struct
{
  EupCase *kase;
  GtkWindow *window;
  EupMeetingPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer file)
{
  fixture->kase = ui_test_case (file);
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1920, 1080);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

static void
go_to (Fixture *fixture, const char *question)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", question);
  ui_test_settle ();
}

static const char *
shown (Fixture *fixture)
{
  return eup_meeting_page_get_question (fixture->page)->id;
}

static void
set_functions (Fixture *fixture, const char *function)
{
  EupCard *card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);

  g_strfreev (card->functions);
  card->functions = function ? g_strdupv ((char *[]) { (char *) function, NULL }) : NULL;
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
}

static guint
n_open (Fixture *fixture)
{
  g_autoptr (GPtrArray) open =
      eup_rules_open_questions (eup_case_get_assessment (fixture->kase), eup_case_get_model (fixture->kase));

  return open->len;
}

/* Whether the road has a row for the question, seen or folded. */
static gboolean
on_the_road (Fixture *fixture, const char *question)
{
  GtkWidget *rail = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_MEETING_RAIL, NULL);
  const char *title = eup_text_get (ui_test_question (fixture->kase, question)->title, "en");

  return ui_test_holds (rail, title);
}

static void
a_function_that_is_switched_off_closes_questions_and_keeps_answers (Fixture *fixture, gconstpointer data)
{
  guint full = n_open (fixture), said;

  g_assert_true (on_the_road (fixture, "q3"));
  said = eup_case_get_assessment (fixture->kase)->statements->len;
  set_functions (fixture, "talk");
  g_assert_cmpuint (n_open (fixture), <, full);
  g_assert_false (on_the_road (fixture, "q3"));
  g_assert_cmpuint (eup_case_get_assessment (fixture->kase)->statements->len, ==, said);
  set_functions (fixture, "position-on-press");
  g_assert_cmpuint (n_open (fixture), ==, full);
  g_assert_true (on_the_road (fixture, "q3"));
}

static void
an_unclear_answer_opens_the_questions_after_it (Fixture *fixture, gconstpointer data)
{
  set_functions (fixture, "talk");
  ui_test_forget (fixture->kase, "q10");
  ui_test_say (fixture->kase, "q10", "anna", "yes", NULL);
  g_assert_false (on_the_road (fixture, "q11"));
  ui_test_say (fixture->kase, "q10", "anna", "unsure", NULL);
  g_assert_true (on_the_road (fixture, "q11"));
  g_assert_true (on_the_road (fixture, "q13"));
}

static void
a_question_that_closes_while_it_is_shown_keeps_its_neighbours (Fixture *fixture, gconstpointer data)
{
  go_to (fixture, "q3");
  set_functions (fixture, "talk");
  g_assert_cmpstr (shown (fixture), ==, "q3");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "no longer asked"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.next", NULL);
  g_assert_cmpstr (shown (fixture), ==, "q4");
  go_to (fixture, "q3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.previous", NULL);
  g_assert_cmpstr (shown (fixture), ==, "q2");
}

static void
an_urgent_case_asks_less (Fixture *fixture, gconstpointer data)
{
  guint before = n_open (fixture);
  EupCard *card = eup_case_edit (fixture->kase, EUP_PART_CARD, NULL);

  g_assert_true (on_the_road (fixture, "q18"));
  card->urgent = TRUE;
  eup_case_put (fixture->kase, EUP_PART_CARD, card);
  g_assert_cmpuint (n_open (fixture), <, before);
  g_assert_true (on_the_road (fixture, "q10"));
  g_assert_false (on_the_road (fixture, "q18"));
}

static void
the_technology_s_prompts_stand_beside_the_question (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_SIDE_PANEL, NULL);
  const EupTechnology *technology =
      eup_catalogue_find (eup_case_get_model (fixture->kase)->catalogue, "gps-alarm");
  const EupPrompt *prompt = technology->prompts->pdata[0];
  g_autofree char *words = eup_rules_say (prompt->text, "en", eup_case_get_assessment (fixture->kase),
                                          eup_case_get_model (fixture->kase));

  go_to (fixture, prompt->question);
  g_assert_nonnull (ui_test_find (panel, GTK_TYPE_LABEL, words));
  go_to (fixture, "q1");
  g_assert_null (ui_test_find (panel, GTK_TYPE_LABEL, words));
}

static void
prompts_are_never_on_the_wall (Fixture *fixture, gconstpointer data)
{
  const EupTechnology *technology =
      eup_catalogue_find (eup_case_get_model (fixture->kase)->catalogue, "gps-alarm");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.shared", NULL);
  for (guint i = 0; i < technology->prompts->len; i++)
    {
      const EupPrompt *prompt = technology->prompts->pdata[i];

      go_to (fixture, prompt->question);
      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *words =
              eup_rules_say (prompt->text, j == 0 ? "en" : "sv", eup_case_get_assessment (fixture->kase),
                             eup_case_get_model (fixture->kase));

          g_assert_false (
              ui_test_holds (GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page)), words));
        }
    }
}

static void
a_question_of_the_meeting_s_own_has_one_wide_lane (Fixture *fixture, gconstpointer data)
{
  static const char *const questions[] = { "q9", "q13", "q25", "q26" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      GtkWidget *lane;

      go_to (fixture, questions[i]);
      lane = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_LANE, NULL);
      g_assert_cmpint (eup_lane_get_voice (EUP_LANE (lane)), ==, EUP_VOICE_FACILITATOR);
      g_assert_cmpint (gtk_widget_get_width (lane), >,
                       gtk_widget_get_width (gtk_widget_get_parent (lane)) * 9 / 10);
    }
}

static void
the_weight_comes_with_the_answers_and_goes_with_them (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_QUESTION_PAGE, NULL);

  go_to (fixture, "q15");
  g_assert_nonnull (ui_test_find (page, EUP_TYPE_WEIGHT_ROW, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.reveal", NULL);
  g_assert_null (ui_test_find (page, EUP_TYPE_WEIGHT_ROW, NULL));
  go_to (fixture, "q1");
  g_assert_null (ui_test_find (page, EUP_TYPE_WEIGHT_ROW, NULL));
}

static void
what_is_filled_in_is_on_the_wall_only_once_it_is_shown (Fixture *fixture, gconstpointer data)
{
  EupStatement *statement;
  GtkWidget *wall;

  go_to (fixture, "q23");
  statement = eup_case_edit_statement (fixture->kase, "q23", "maria");
  g_hash_table_replace (statement->fields, g_strdup ("training"), g_strdup ("Femton minuter var"));
  eup_case_put (fixture->kase, EUP_PART_STATEMENT, statement);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.shared", NULL);
  wall = GTK_WIDGET (eup_meeting_page_get_shared_window (fixture->page));
  g_assert_true (ui_test_holds (wall, "Femton minuter var"));
  g_assert_true (ui_test_holds (wall, "Vad behöver ni lära er? Femton minuter var"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.reveal", NULL);
  g_assert_false (ui_test_holds (wall, "Femton minuter var"));
}

static void
those_without_a_voice_are_among_who_is_here_and_have_no_lane (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_SIDE_PANEL, NULL);
  const EupPerson *interpreter = eup_assessment_find_person (eup_case_get_assessment (fixture->kase), "hong");

  g_assert_cmpstr (interpreter->voice, ==, "none");
  g_assert_nonnull (ui_test_find (panel, GTK_TYPE_LIST_BOX_ROW, interpreter->name));
  go_to (fixture, "q16");
  g_assert_null (ui_test_find (ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_LANE, NULL), GTK_TYPE_LABEL,
                               interpreter->name));
}

/* Beside the road and the people, with a person whose name is one long word and who gave no answer. */
static void
four_lanes_fit_on_the_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *question = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_QUESTION_PAGE, NULL);
  GtkWidget *beside = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_SIDE_PANEL, NULL);
  GtkWidget *road = ui_test_find (GTK_WIDGET (fixture->page), EUP_TYPE_MEETING_RAIL, NULL);
  int least;

  go_to (fixture, "q28");
  ui_test_press (question, "Nattpersonalen");
  ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (beside));
  g_assert_true (gtk_widget_get_mapped (road));
  gtk_widget_measure (question, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least + gtk_widget_get_width (beside) + gtk_widget_get_width (road), <=, 1920);
}

#define ADD(file, name) g_test_add ("/meeting-questions/" #name, Fixture, file, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("gps-alarm.json", a_function_that_is_switched_off_closes_questions_and_keeps_answers);
  ADD ("gps-alarm.json", an_unclear_answer_opens_the_questions_after_it);
  ADD ("gps-alarm.json", a_question_that_closes_while_it_is_shown_keeps_its_neighbours);
  ADD ("gps-alarm.json", an_urgent_case_asks_less);
  ADD ("gps-alarm.json", the_technology_s_prompts_stand_beside_the_question);
  ADD ("gps-alarm.json", prompts_are_never_on_the_wall);
  ADD ("gps-alarm.json", a_question_of_the_meeting_s_own_has_one_wide_lane);
  ADD ("gps-alarm.json", the_weight_comes_with_the_answers_and_goes_with_them);
  ADD ("gps-alarm.json", what_is_filled_in_is_on_the_wall_only_once_it_is_shown);
  ADD ("gps-alarm.json", four_lanes_fit_on_the_screen);
  ADD ("medicine-dispenser.json", those_without_a_voice_are_among_who_is_here_and_have_no_lane);
  return ui_test_run ();
}
