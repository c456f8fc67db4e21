/* The places after the questions, as pages and on the wall: differences, weighing, decision. */

#include "ui-test.h"

#include "ui/meeting/eup-alternatives-table.h"
#include "ui/meeting/eup-differences-page.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-meeting-rail.h"
#include "ui/meeting/eup-weigh-page.h"
#include "ui/meeting/eup-weights-group.h"

typedef struct
{
  EupCase *kase;
  EupMeetingPage *page;
  GtkWindow *window;
  GtkWindow *wall;
} Fixture;

static void
go_to (Fixture *fixture, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.go-to", "s", place);
  ui_test_settle ();
}

static void
open_at (Fixture *fixture, const char *place)
{
  fixture->page = eup_meeting_page_new (fixture->kase);
  fixture->window = ui_test_present (GTK_WIDGET (fixture->page), 1920, 1080);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.shared", NULL);
  fixture->wall = eup_meeting_page_get_shared_window (fixture->page);
  go_to (fixture, place);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case (data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->kase);
}

/* Among what is seen now: other pages of the meeting may hold the same words. */
static gboolean
is_shown (gpointer root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (root), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child, words))
      return TRUE;
  return FALSE;
}

static const char *
at (Fixture *fixture)
{
  const EupCard *card = eup_case_get_assessment (fixture->kase)->card;

  return card->stands != NULL ? card->stands : card->question;
}

static void
a_stage_ends_with_its_differences_and_they_lead_back (Fixture *fixture, gconstpointer data)
{
  open_at (fixture, "q20");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "meeting.next", NULL);
  ui_test_settle ();
  g_assert_cmpstr (at (fixture), ==, "differences-values");
  g_assert_true (is_shown (fixture->window, "Values: where we differ"));
  g_assert_true (is_shown (fixture->window, "Anna: In between"));
  g_assert_true (is_shown (fixture->window, "Eva B.: Worse"));
  g_assert_true (is_shown (fixture->wall, "Här tänker vi olika"));
  g_assert_true (is_shown (fixture->wall, "Anna: Mitt emellan"));
  gtk_widget_activate_action (ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_DIFFERENCES_PAGE, NULL),
                              "difference.go-to", "s", "q18");
  ui_test_settle ();
  g_assert_cmpstr (at (fixture), ==, "q18");
}

static GtkWidget *
row_of_road (GtkWidget *root, const char *title)
{
  if (GTK_IS_LIST_BOX_ROW (root) && gtk_widget_get_mapped (root) && ui_test_holds (root, title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = row_of_road (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
the_places_stand_in_the_road_with_their_names (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Where we differ", "Weigh together", "Decide", "Read back" };
  GtkWidget *road;

  open_at (fixture, "differences-values");
  road = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_MEETING_RAIL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = row_of_road (road, titles[i]);

      g_assert_nonnull (row);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, i == 0);
    }
}

static void
differences_that_are_covered_again_leave_both_windows (Fixture *fixture, gconstpointer data)
{
  open_at (fixture, "differences-values");
  g_assert_true (is_shown (fixture->window, "Är jag sedd jämt"));
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q18"));
  ui_test_settle ();
  g_assert_false (is_shown (fixture->window, "Är jag sedd jämt"));
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->wall), "Integritet"));
}

static void
the_alternatives_stand_in_a_table_in_both_windows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table;

  open_at (fixture, "weigh");
  table = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_ALTERNATIVES_TABLE, NULL);
  gtk_test_accessible_assert_role (table, GTK_ACCESSIBLE_ROLE_TABLE);
  g_assert_true (is_shown (table, "Sällskap på promenaden varje dag"));
  g_assert_true (is_shown (table, "This is what we choose"));
  g_assert_true (is_shown (fixture->wall, "Sällskap på promenaden varje dag"));
  g_assert_true (is_shown (fixture->wall, "Det här väljer vi"));
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->wall), GTK_TYPE_BUTTON, "Remove"));
}

static void
an_alternative_that_is_removed_comes_back_with_undo (Fixture *fixture, gconstpointer data)
{
  GPtrArray *alternatives = eup_case_get_assessment (fixture->kase)->alternatives;
  guint n = alternatives->len;

  open_at (fixture, "weigh");
  ui_test_press (ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_ALTERNATIVES_TABLE, NULL),
                 "Remove “Larmknapp utan plats”");
  ui_test_settle ();
  g_assert_cmpuint (alternatives->len, ==, n - 1);
  g_assert_false (is_shown (fixture->wall, "Larmknapp utan plats"));
  eup_case_undo (fixture->kase);
  g_assert_cmpuint (alternatives->len, ==, n);
}

static void
gates_lead_to_what_has_moved_to_the_weighing (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "decision-weights", "decision-alternatives", "decision-differences" };

  open_at (fixture, "decide");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *focus;

      go_to (fixture, "decide");
      go_to (fixture, places[i]);
      focus = gtk_window_get_focus (fixture->window);
      g_assert_cmpstr (at (fixture), ==, "weigh");
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, EUP_TYPE_WEIGH_PAGE));
    }
}

static void
forget_outcome (EupDecision *decision)
{
  g_set_str (&decision->outcome, NULL);
}

static void
the_wall_says_what_the_meeting_arrives_at (Fixture *fixture, gconstpointer data)
{
  open_at (fixture, "decide");
  g_assert_true (is_shown (fixture->wall, "Prov med GPS-larm till den 7 januari 2027"));
  g_assert_true (is_shown (fixture->wall, "Ja, om ingen sitter och tittar på mig hela tiden."));
  ui_test_decide (fixture->kase, forget_outcome);
  ui_test_settle ();
  g_assert_false (is_shown (fixture->wall, "Prov med GPS-larm"));
  g_assert_true (is_shown (fixture->wall, "Vad kommer vi fram till?"));
}

static void
the_resident_s_covered_answer_is_not_on_the_wall (Fixture *fixture, gconstpointer data)
{
  eup_case_hide (fixture->kase, ui_test_question (fixture->kase, "q10"));
  open_at (fixture, "decide");
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->wall), "Ja, om ingen sitter"));
}

static void
a_no_closes_every_yes_in_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_at (fixture, "decide");
  row = ui_test_row (GTK_WIDGET (fixture->window), "Introduce");
  g_assert_nonnull (row);
  g_assert_true (ui_test_holds (row, "Closed by the no above"));
  g_assert_false (gtk_widget_is_sensitive (row));
  g_assert_true (is_shown (fixture->wall, "Gunnar: Nej"));
}

#define ADD(file, name) g_test_add ("/meeting-places/" #name, Fixture, file, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("gps-alarm.json", a_stage_ends_with_its_differences_and_they_lead_back);
  ADD ("gps-alarm.json", the_places_stand_in_the_road_with_their_names);
  ADD ("gps-alarm.json", differences_that_are_covered_again_leave_both_windows);
  ADD ("gps-alarm.json", the_alternatives_stand_in_a_table_in_both_windows);
  ADD ("gps-alarm.json", an_alternative_that_is_removed_comes_back_with_undo);
  ADD ("gps-alarm.json", gates_lead_to_what_has_moved_to_the_weighing);
  ADD ("gps-alarm.json", the_wall_says_what_the_meeting_arrives_at);
  ADD ("gps-alarm.json", the_resident_s_covered_answer_is_not_on_the_wall);
  ADD ("night-camera.json", a_no_closes_every_yes_in_words);
  return ui_test_run ();
}
