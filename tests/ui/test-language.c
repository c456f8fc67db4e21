/* The windows in another language, in the middle of a meeting: what is read changes, what was written,
 * where it is and who looks on does not. */

#include "ui-test.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "casework/eup-workspace.h"
#include "eup-config.h"
#include "ui/common/eup-date-row.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-preferences-dialog.h"
#include "ui/eup-window.h"
#include "ui/meeting/eup-lane.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/meeting/eup-question-page.h"
#include "ui/meeting/eup-words.h"
#include "ui/sitting/eup-sitting-view.h"

typedef struct
{
  EupWorkspace *workspace;
  EupWindow *window;
  EupCase *kase;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-26T13:30:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  eup_ui_language_set ("en");
  fixture->workspace = ui_test_workspace (clock);
  fixture->window = eup_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  eup_window_set_workspace (fixture->window, fixture->workspace);
  fixture->kase = ui_test_case ("gps-alarm.json");
  ui_test_forget (fixture->kase, "q16");
  eup_archive_page_show_case (eup_window_get_archive (fixture->window), fixture->kase);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->kase);
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
  eup_ui_language_set ("");
}

static void
speak (Fixture *fixture, const char *id)
{
  g_assert_true (eup_ui_language_set (id));
  eup_window_speak (fixture->window);
  ui_test_settle ();
}

static EupMeetingPage *
meeting (Fixture *fixture)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_MEETING_PAGE, NULL);

  g_assert_nonnull (page);
  return EUP_MEETING_PAGE (page);
}

static void
act (Fixture *fixture, const char *action)
{
  ui_test_act (GTK_WIDGET (meeting (fixture)), action);
}

static void
meet_at (Fixture *fixture, const char *question)
{
  g_autofree char *action = g_strconcat ("meeting.go-to::", question, NULL);

  eup_window_meet (fixture->window);
  ui_test_settle ();
  act (fixture, action);
}

static gboolean
is_shown (Fixture *fixture, const char *words)
{
  return ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, words) != NULL;
}

static GtkWidget *
lane (Fixture *fixture, EupVoice voice)
{
  GtkWidget *page = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_QUESTION_PAGE, NULL);

  return eup_question_page_get_lane (EUP_QUESTION_PAGE (page), voice);
}

/* Where the words of the lane are written. */
static GtkTextView *
words_of (Fixture *fixture, EupVoice voice)
{
  GtkWidget *words = ui_test_find (lane (fixture, voice), EUP_TYPE_WORDS, NULL);

  return GTK_TEXT_VIEW (ui_test_find (words, GTK_TYPE_TEXT_VIEW, NULL));
}

static int
cursor_of (GtkTextView *view)
{
  int position;

  g_object_get (gtk_text_view_get_buffer (view), "cursor-position", &position, NULL);
  return position;
}

static void
write_half_a_sentence (Fixture *fixture)
{
  GtkTextView *view = words_of (fixture, EUP_VOICE_RESIDENT);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter place;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, "Jag vill ju gå ut <b>", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, 8);
  gtk_text_buffer_place_cursor (buffer, &place);
  ui_test_settle ();
}

static void
the_language_of_messages_follows_and_comes_back (void)
{
  static const struct
  {
    const char *id, *words;
  } rows[] = {
    { "sv", "Inställningar" }, { "zh", "首选项" },        { "en", "Preferences" },
    { "zh", "首选项" },        { "sv", "Inställningar" },
  };
  g_autofree char *of_system = g_strdup (eup_ui_language ());

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (eup_ui_language_set (rows[i].id));
      g_assert_cmpstr (eup_ui_language (), ==, rows[i].id);
      g_assert_cmpstr (_ ("Preferences"), ==, rows[i].words);
    }
  g_assert_true (eup_ui_language_set (""));
  g_assert_cmpstr (eup_ui_language (), ==, of_system);
  g_assert_cmpstr (_ ("Preferences"), ==, "Preferences");
}

static void
only_our_languages_can_be_chosen (void)
{
  static const char *const ours[] = { "", "sv", "en", "zh" };
  static const char *const others[] = { "fi", "SV", "zh_CN", "Svenska" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    g_assert_true (eup_ui_language_is_ours (ours[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (eup_ui_language_is_ours (others[i]));
  g_assert_false (eup_ui_language_is_ours (NULL));
}

static void
the_meeting_reads_in_the_new_language_at_the_same_question (Fixture *fixture, gconstpointer data)
{
  meet_at (fixture, "q16");
  g_assert_true (is_shown (fixture, "Show Answers"));
  speak (fixture, "zh");
  g_assert_false (is_shown (fixture, "Show Answers"));
  g_assert_true (is_shown (fixture, _ ("Show Answers")));
  g_assert_cmpstr (eup_meeting_page_get_question (meeting (fixture))->id, ==, "q16");
  g_assert_true (is_shown (fixture, "参与")); /* the stage's question, from the method */
  g_assert_true (ui_test_holds (lane (fixture, EUP_VOICE_RESIDENT), "本人"));
  speak (fixture, "en");
  g_assert_true (is_shown (fixture, "Show Answers"));
}

static void
half_a_sentence_stays_with_focus_and_cursor (Fixture *fixture, gconstpointer data)
{
  meet_at (fixture, "q16");
  write_half_a_sentence (fixture);
  speak (fixture, "zh");
  g_assert_true (
      ui_test_holds (GTK_WIDGET (words_of (fixture, EUP_VOICE_RESIDENT)), "Jag vill ju gå ut <b>"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (words_of (fixture, EUP_VOICE_RESIDENT)));
  g_assert_cmpint (cursor_of (words_of (fixture, EUP_VOICE_RESIDENT)), ==, 8);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (words_of (fixture, EUP_VOICE_RESIDENT)),
                                    " inte", -1);
  g_assert_cmpstr (
      eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), "q16", "anna")->words, ==,
      "Jag vill inte ju gå ut <b>");
}

static void
the_turn_and_the_person_of_a_lane_stay (Fixture *fixture, gconstpointer data)
{
  meet_at (fixture, "q16");
  act (fixture, "meeting.lane(2)");
  eup_lane_show_person (EUP_LANE (lane (fixture, EUP_VOICE_RELATIVES)), "eva");
  speak (fixture, "sv");
  g_assert_cmpint (eup_meeting_page_get_turn (meeting (fixture)), ==, EUP_VOICE_RELATIVES);
  g_assert_cmpstr (eup_lane_get_person (EUP_LANE (lane (fixture, EUP_VOICE_RELATIVES))), ==, "eva");
}

static void
what_was_done_before_the_switch_can_be_undone_after_it (Fixture *fixture, gconstpointer data)
{
  meet_at (fixture, "q16");
  write_half_a_sentence (fixture);
  speak (fixture, "sv");
  act (fixture, "meeting.undo");
  g_assert_null (eup_assessment_find_statement (eup_case_get_assessment (fixture->kase), "q16", "anna"));
  g_assert_false (ui_test_holds (GTK_WIDGET (words_of (fixture, EUP_VOICE_RESIDENT)), "Jag vill"));
}

static void
the_wall_stays_open_and_goes_on_as_it_was (Fixture *fixture, gconstpointer data)
{
  GtkWindow *wall;
  GtkWidget *page;

  meet_at (fixture, "q16");
  act (fixture, "meeting.shared");
  act (fixture, "meeting.larger");
  wall = eup_meeting_page_get_shared_window (meeting (fixture));
  page = ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Etapp");
  speak (fixture, "zh");
  g_assert_true (eup_meeting_page_get_shared_window (meeting (fixture)) == wall);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (wall)));
  g_assert_true (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Etapp") == page);
  g_assert_cmpfloat (eup_shared_state_get_zoom (eup_meeting_page_get_shared_state (meeting (fixture))), >, 1);
  act (fixture, "meeting.next");
  g_assert_true (ui_test_holds (GTK_WIDGET (wall), "Fråga 3"));
  gtk_widget_activate_action (GTK_WIDGET (wall), "meeting.blank", NULL);
  ui_test_settle ();
  g_assert_true (eup_shared_state_get_blank (eup_meeting_page_get_shared_state (meeting (fixture))));
  gtk_window_close (wall);
  ui_test_settle ();
  g_assert_null (eup_meeting_page_get_shared_window (meeting (fixture)));
}

static void
a_paused_meeting_stays_paused (Fixture *fixture, gconstpointer data)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);
  guint n_sessions;

  meet_at (fixture, "q16");
  act (fixture, "meeting.pause");
  n_sessions = assessment->sessions->len;
  speak (fixture, "sv");
  g_assert_null (eup_rules_open_session (eup_case_get_assessment (fixture->kase)));
  g_assert_cmpuint (eup_case_get_assessment (fixture->kase)->sessions->len, ==, n_sessions);
  g_assert_cmpint (eup_shared_state_get_view (eup_meeting_page_get_shared_state (meeting (fixture))), ==,
                   EUP_VIEW_PAUSE);
  act (fixture, "meeting.resume");
  g_assert_cmpstr (eup_meeting_page_get_question (meeting (fixture))->id, ==, "q16");
}

static void
what_is_read_back_stays_at_its_person (Fixture *fixture, gconstpointer data)
{
  EupReadBack *read_back;

  eup_window_meet (fixture->window);
  ui_test_settle ();
  act (fixture, "meeting.go-to::read-back");
  read_back = eup_shared_state_get_read_back (eup_meeting_page_get_shared_state (meeting (fixture)));
  g_action_group_activate_action (eup_read_back_get_actions (read_back), "person",
                                  g_variant_new_string ("eva"));
  ui_test_settle ();
  g_assert_cmpstr (eup_read_back_get_person (read_back)->id, ==, "eva");
  speak (fixture, "sv");
  g_assert_true (eup_shared_state_get_read_back (eup_meeting_page_get_shared_state (meeting (fixture))) ==
                 read_back);
  g_assert_cmpstr (eup_read_back_get_person (read_back)->id, ==, "eva");
}

static void
on_one_screen_the_buttons_follow_and_the_wall_stays_alone (Fixture *fixture, gconstpointer data)
{
  GtkWindow *wall;
  GtkWidget *main = GTK_WIDGET (fixture->window);

  meet_at (fixture, "q16");
  act (fixture, "meeting.shared");
  wall = eup_meeting_page_get_shared_window (meeting (fixture));
  act (fixture, "meeting.one-screen");
  g_assert_false (gtk_widget_get_visible (main));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Two Windows Again"));
  g_assert_true (eup_ui_language_set ("zh"));
  eup_window_speak (fixture->window);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (main));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (wall)));
  g_assert_null (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Two Windows Again"));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, _ ("Two Windows Again")));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Etapp"));
  gtk_widget_activate_action (GTK_WIDGET (wall), "meeting.wall-language", "s", "en");
  gtk_widget_activate_action (GTK_WIDGET (wall), "meeting.one-screen", NULL);
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (main));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (wall), GTK_TYPE_LABEL, "Stage 4"));
}

static void
the_walls_languages_are_its_own_and_can_be_undone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *wall;

  meet_at (fixture, "q16");
  act (fixture, "meeting.shared");
  wall = GTK_WIDGET (eup_meeting_page_get_shared_window (meeting (fixture)));
  act (fixture, "meeting.wall-below::zh");
  g_assert_nonnull (ui_test_find (wall, GTK_TYPE_LABEL, "Etapp 4"));
  g_assert_nonnull (ui_test_find (wall, GTK_TYPE_LABEL, "第 4 阶段"));
  act (fixture, "meeting.wall-language::zh");
  g_assert_cmpstr (eup_rules_wall_language (eup_case_get_assessment (fixture->kase)), ==, "zh");
  g_assert_cmpstr (eup_rules_wall_second_language (eup_case_get_assessment (fixture->kase)), ==, "sv");
  act (fixture, "meeting.wall-below::");
  g_assert_null (ui_test_find (wall, GTK_TYPE_LABEL, "Etapp"));
  g_assert_nonnull (ui_test_find (wall, GTK_TYPE_LABEL, "第 4 阶段"));
  g_assert_true (is_shown (fixture, "Show Answers")); /* the facilitator's window is as it was */
  act (fixture, "meeting.undo");
  g_assert_null (ui_test_find (wall, GTK_TYPE_LABEL, "第 4 阶段"));
}

static void
the_explanation_shows_how_the_wall_asks (Fixture *fixture, gconstpointer data)
{
  const char *asked = "您和别人见面会更多";

  meet_at (fixture, "q16");
  act (fixture, "meeting.wall-language::en");
  g_assert_false (ui_test_holds (GTK_WIDGET (meeting (fixture)), asked));
  act (fixture, "meeting.wall-below::zh");
  g_assert_true (ui_test_holds (GTK_WIDGET (meeting (fixture)), asked));
  g_assert_false (ui_test_holds (GTK_WIDGET (meeting (fixture)), "Skulle GPS-larmet"));
}

static void
the_preparation_stays_where_it_was_scrolled_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller, *page;
  double place;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  eup_window_prepare_at (fixture->window, "prepare-people");
  ui_test_settle ();
  page = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_PREPARE_PAGE, NULL);
  scroller = ui_test_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 600);
  place = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_assert_cmpfloat (place, >, 100);
  speak (fixture, "sv");
  page = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_PREPARE_PAGE, NULL);
  scroller = ui_test_find (page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))), place,
      2);
  g_assert_true (is_shown (fixture, _ ("Language of the record")) ||
                 ui_test_holds (page, _ ("Language of the record")));
}

static GtkWidget *
sitting_view (Fixture *fixture)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_SITTING_VIEW, NULL);

  g_assert_nonnull (view);
  return view;
}

/* (nullable): what the resident is asked now */
static const char *
asked_in (GtkWidget *widget)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "sitting-question"))
    return gtk_label_get_label (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = asked_in (child);
  return found;
}

static void
a_sitting_goes_on_at_its_topic_in_the_residents_language (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = ui_test_sit (fixture->kase, "q16");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  eup_window_sit (fixture->window);
  ui_test_settle ();
  first = g_strdup (asked_in (sitting_view (fixture)));
  gtk_widget_activate_action (sitting_view (fixture), "sitting.next", NULL);
  ui_test_settle ();
  second = g_strdup (asked_in (sitting_view (fixture)));
  g_assert_cmpstr (first, !=, second);
  speak (fixture, "zh");
  g_assert_cmpstr (asked_in (sitting_view (fixture)), ==, second);
}

static void
a_date_that_is_half_typed_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  meet_at (fixture, "decision-conditions");
  row = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_DATE_ROW, NULL);
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-12-");
  speak (fixture, "zh");
  row = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_DATE_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-12-");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), row));
}

static void
what_is_searched_for_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "Ann");
  speak (fixture, "sv");
  search = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "Ann");
}

static void
the_pages_behind_follow_too (Fixture *fixture, gconstpointer data)
{
  meet_at (fixture, "q16");
  speak (fixture, "sv");
  g_assert_true (eup_window_go_back (fixture->window));
  ui_test_settle ();
  g_assert_null (ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_MEETING_PAGE, NULL));
  g_assert_true (eup_archive_page_get_case (eup_window_get_archive (fixture->window)) == fixture->kase);
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), _ ("Search by name or number")));
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->window), "Search by name or number"));
}

static void
a_dialog_that_is_filled_in_comes_first (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = adw_alert_dialog_new ("Half done", NULL);
  g_autoptr (EupMeetingPage) before = NULL;

  meet_at (fixture, "q16");
  before = g_object_ref (meeting (fixture));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_test_settle ();
  speak (fixture, "sv");
  g_assert_true (meeting (fixture) == before);
  adw_dialog_force_close (dialog);
  ui_test_settle ();
  g_assert_true (meeting (fixture) != before);
  g_assert_false (is_shown (fixture, "Show Answers"));
}

static void
the_preferences_follow_while_they_are_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  adw_dialog_present (eup_preferences_dialog_new (fixture->workspace), GTK_WIDGET (fixture->window));
  ui_test_settle ();
  speak (fixture, "sv");
  row = ui_test_row (GTK_WIDGET (fixture->window), "Språk");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), row) ||
                 gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
}

#define CASE(name) g_test_add ("/language/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *translations = g_build_filename (g_getenv ("EUP_BUILD"), "po", NULL);

  ui_test_init (&argc, &argv);
  bindtextdomain (EUP_GETTEXT_DOMAIN, translations);
  bind_textdomain_codeset (EUP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (EUP_GETTEXT_DOMAIN);
  g_test_add_func ("/language/the_language_of_messages_follows_and_comes_back",
                   the_language_of_messages_follows_and_comes_back);
  g_test_add_func ("/language/only_our_languages_can_be_chosen", only_our_languages_can_be_chosen);
  CASE (the_meeting_reads_in_the_new_language_at_the_same_question);
  CASE (half_a_sentence_stays_with_focus_and_cursor);
  CASE (the_turn_and_the_person_of_a_lane_stay);
  CASE (what_was_done_before_the_switch_can_be_undone_after_it);
  CASE (the_wall_stays_open_and_goes_on_as_it_was);
  CASE (a_paused_meeting_stays_paused);
  CASE (what_is_read_back_stays_at_its_person);
  CASE (on_one_screen_the_buttons_follow_and_the_wall_stays_alone);
  CASE (the_walls_languages_are_its_own_and_can_be_undone);
  CASE (the_explanation_shows_how_the_wall_asks);
  CASE (the_preparation_stays_where_it_was_scrolled_to);
  CASE (a_sitting_goes_on_at_its_topic_in_the_residents_language);
  CASE (a_date_that_is_half_typed_stays);
  CASE (what_is_searched_for_stays);
  CASE (the_pages_behind_follow_too);
  CASE (a_dialog_that_is_filled_in_comes_first);
  CASE (the_preferences_follow_while_they_are_open);
  return ui_test_run ();
}
