/* Acknowledging on the screen: what the hand draws, what is taken back, the other answers, and that nobody
 * sees more than is theirs. */

#include "ui-test.h"

#include "assessment/eup-acknowledge.h"
#include "casework/eup-workspace.h"
#include "ui/acknowledge/eup-acknowledge-dialog.h"
#include "ui/acknowledge/eup-acknowledge-page.h"
#include "ui/acknowledge/eup-acknowledgements-group.h"
#include "ui/acknowledge/eup-ink-area.h"
#include "ui/common/eup-name-row.h"
#include "ui/eup-window.h"

typedef struct
{
  EupCase *kase;
  GtkWidget *page;
  GtkWindow *window;
  EupInkArea *ink;
  int answer;
  char **drawing;
} Fixture;

static void
answered_cb (EupAcknowledgePage *page, int answer, char **drawing, Fixture *fixture)
{
  fixture->answer = answer;
  g_strfreev (fixture->drawing);
  fixture->drawing = g_strdupv (drawing);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->page = eup_acknowledge_page_new (fixture->kase, "anna", "Anna B.");
  g_signal_connect (fixture->page, "answered", G_CALLBACK (answered_cb), fixture);
  fixture->window = ui_test_present (fixture->page, 1100, 900);
  ui_test_settle ();
  fixture->ink = EUP_INK_AREA (ui_test_find (fixture->page, EUP_TYPE_INK_AREA, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_strfreev (fixture->drawing);
  g_clear_object (&fixture->kase);
}

static guint
count (Fixture *fixture)
{
  return eup_drawing_get_n_strokes (eup_ink_area_get_drawing (fixture->ink));
}

/* From a corner of the box to another, in parts of its width and height. */
static void
stroke (Fixture *fixture, double x0, double y0, double x1, double y1)
{
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->ink)), height = width / 2;

  eup_ink_area_down (fixture->ink, x0 * width, y0 * height);
  for (int i = 1; i <= 10; i++)
    eup_ink_area_move (fixture->ink, (x0 + (x1 - x0) * i / 10) * width, (y0 + (y1 - y0) * i / 10) * height);
  eup_ink_area_up (fixture->ink);
}

/* Within the width of the pen: the box has a border. */
static void
assert_stroke (const char *written, int x0, int y0, int x1, int y1)
{
  const int expected[] = { x0, y0, x1, y1 };
  g_auto (GStrv) numbers = g_strsplit_set (written, " ,", -1);

  g_assert_cmpuint (g_strv_length (numbers), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (ABS (atoi (numbers[i]) - expected[i]), <=, EUP_DRAWING_PEN);
}

static void
a_stroke_lies_where_the_hand_was (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) written = NULL;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->ink)), >, 600);
  stroke (fixture, 0.1, 0.2, 0.5, 0.6);
  written = eup_drawing_write (eup_ink_area_get_drawing (fixture->ink));
  assert_stroke (written[0], 200, 200, 1000, 600);
  g_assert_null (written[1]);
}

static void
undo_takes_back_one_stroke_at_a_time (Fixture *fixture, gconstpointer data)
{
  stroke (fixture, 0.1, 0.1, 0.2, 0.9);
  stroke (fixture, 0.3, 0.1, 0.4, 0.9);
  gtk_widget_activate_action (fixture->page, "acknowledge.undo", NULL);
  g_assert_cmpuint (count (fixture), ==, 1);
  gtk_widget_activate_action (fixture->page, "acknowledge.undo", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_false (eup_ink_area_get_can_undo (fixture->ink));
  gtk_widget_activate_action (fixture->page, "acknowledge.undo", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
starting_over_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  stroke (fixture, 0.1, 0.1, 0.2, 0.9);
  stroke (fixture, 0.3, 0.1, 0.4, 0.9);
  gtk_widget_activate_action (fixture->page, "acknowledge.start-over", NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  gtk_widget_activate_action (fixture->page, "acknowledge.undo", NULL);
  g_assert_cmpuint (count (fixture), ==, 2);
}

static void
an_eraser_takes_the_stroke_that_it_meets (Fixture *fixture, gconstpointer data)
{
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->ink));

  stroke (fixture, 0.1, 0.5, 0.4, 0.5);
  stroke (fixture, 0.6, 0.5, 0.9, 0.5);
  eup_ink_area_erase (fixture->ink, 0.5 * width, 0.25 * width); /* between them */
  g_assert_cmpuint (count (fixture), ==, 2);
  eup_ink_area_erase (fixture->ink, 0.25 * width, 0.25 * width);
  g_assert_cmpuint (count (fixture), ==, 1);
  eup_ink_area_undo (fixture->ink);
  g_assert_cmpuint (count (fixture), ==, 2);
}

static GtkWidget *
find_answer (Fixture *fixture, const char *label)
{
  GtkWidget *button = ui_test_find (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

static void
the_answers_are_equal (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Så har jag skrivit", "Jag säger eller visar det i stället",
                                        "Jag vill inte", "Jag kan inte" };
  GtkWidget *first = find_answer (fixture, labels[0]);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (first);

  for (guint i = 1; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *other = find_answer (fixture, labels[i]);
      g_auto (GStrv) its = gtk_widget_get_css_classes (other);

      g_assert_cmpint (ABS (gtk_widget_get_width (other) - gtk_widget_get_width (first)), <=, 1);
      g_assert_cmpint (gtk_widget_get_height (other), ==, gtk_widget_get_height (first));
      g_assert_cmpint (gtk_widget_get_height (other), >=, 72);
      g_assert_true (g_strv_equal ((const char *const *) classes, (const char *const *) its));
      g_assert_true (gtk_widget_is_sensitive (other));
    }
}

static void
only_what_was_drawn_can_be_said_to_be_drawn (Fixture *fixture, gconstpointer data)
{
  GtkWidget *done = find_answer (fixture, "Så har jag skrivit");

  g_assert_false (gtk_widget_is_sensitive (done));
  gtk_widget_activate_action (fixture->page, "acknowledge.answer", "s", "drawn");
  gtk_widget_activate_action (fixture->page, "acknowledge.done", NULL);
  g_assert_cmpint (fixture->answer, ==, EUP_ACKNOWLEDGED_OPEN);
  stroke (fixture, 0.1, 0.2, 0.5, 0.6);
  g_assert_true (gtk_widget_is_sensitive (done));
  ui_test_press (fixture->page, "Så har jag skrivit");
  g_assert_cmpint (fixture->answer, ==, EUP_ACKNOWLEDGED_DRAWN);
  assert_stroke (fixture->drawing[0], 200, 200, 1000, 600);
}

static void
who_does_not_wish_to_leaves_no_strokes (Fixture *fixture, gconstpointer data)
{
  stroke (fixture, 0.1, 0.2, 0.5, 0.6);
  ui_test_press (fixture->page, "Jag vill inte");
  g_assert_cmpint (fixture->answer, ==, EUP_ACKNOWLEDGED_DECLINED);
  g_assert_null (fixture->drawing);
  ui_test_press (fixture->page, "Jag säger eller visar det i stället");
  g_assert_cmpint (fixture->answer, ==, EUP_ACKNOWLEDGED_SAID);
  ui_test_press (fixture->page, "Jag kan inte");
  g_assert_cmpint (fixture->answer, ==, EUP_ACKNOWLEDGED_CANNOT);
}

/* Whoever holds the screen sees their own name and what it came to, and nobody else's anything. */
static void
nothing_else_of_the_case_is_there (Fixture *fixture, gconstpointer data)
{
  const EupAssessment *assessment = eup_case_get_assessment (fixture->kase);

  eup_case_set_note (fixture->kase, "Maria tvekar");
  g_assert_true (ui_test_holds (fixture->page, "Anna B."));
  g_assert_true (ui_test_holds (fixture->page, "7 januari 2027"));
  g_assert_false (ui_test_holds (fixture->page, "Maria"));
  g_assert_false (ui_test_holds (fixture->page, assessment->card->number));
  g_assert_false (ui_test_holds (fixture->page, assessment->card->personal_number));
  for (guint i = 0; i < assessment->people->len; i++)
    if (i > 0)
      g_assert_false (ui_test_holds (fixture->page, ((EupPerson *) assessment->people->pdata[i])->name));
}

static void
it_speaks_the_language_of_who_holds_it (Fixture *fixture, gconstpointer data)
{
  EupPerson *person = eup_case_edit (fixture->kase, EUP_PART_PERSON, "per");
  g_autoptr (GtkWidget) page = NULL;

  g_set_str (&person->language, "zh");
  eup_case_put (fixture->kase, EUP_PART_PERSON, person);
  page = g_object_ref_sink (eup_acknowledge_page_new (fixture->kase, "per", "Per B."));
  g_assert_true (ui_test_holds (page, "我不愿意"));
  g_assert_true (ui_test_holds (page, "会议得出的结果是："));
  g_assert_false (ui_test_holds (page, "Jag vill inte"));
}

static void
every_button_is_large_enough_for_a_finger (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Back without an answer", "Ångra", "Börja om", "Jag kan inte" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = find_answer (fixture, labels[i]);
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, button, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 44);
      g_assert_cmpfloat (bounds.size.height, >=, 44);
    }
}

static void
the_box_says_what_it_holds (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *ink = GTK_ACCESSIBLE (fixture->ink);

  gtk_test_accessible_assert_role (ink, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (ink, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rutan att skriva i");
  gtk_test_accessible_assert_property (ink, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Inget är skrivet än");
  stroke (fixture, 0.1, 0.2, 0.5, 0.6);
  gtk_test_accessible_assert_property (ink, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Något är skrivet");
}

static gboolean
has_stroke (gpointer data)
{
  return count (data) == 1 && !eup_ink_area_get_empty (((Fixture *) data)->ink) &&
         eup_ink_area_get_can_undo (((Fixture *) data)->ink);
}

static gboolean
has_none (gpointer data)
{
  return count (data) == 0;
}

static void
run (const char *format, ...)
{
  va_list arguments;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  int status = 1;

  va_start (arguments, format);
  command = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);
}

/* A pointer of the display itself, not a call: pressed, moved, let go; then Ctrl+Z by the keyboard. */
static void
a_mouse_draws_and_a_key_takes_back (Fixture *fixture, gconstpointer data)
{
  graphene_point_t from, to;
  double dx, dy, width = gtk_widget_get_width (GTK_WIDGET (fixture->ink));

  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &dx, &dy);
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (fixture->ink), GTK_WIDGET (fixture->window),
                                &GRAPHENE_POINT_INIT ((float) (0.2 * width), (float) (0.1 * width)), &from));
  g_assert_true (
      gtk_widget_compute_point (GTK_WIDGET (fixture->ink), GTK_WIDGET (fixture->window),
                                &GRAPHENE_POINT_INIT ((float) (0.7 * width), (float) (0.3 * width)), &to));
  run ("xdotool mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", (int) (from.x + dx),
       (int) (from.y + dy), (int) ((from.x + to.x) / 2 + dx), (int) (from.y + dy + 40), (int) (to.x + dx),
       (int) (to.y + dy));
  ui_test_wait (has_stroke, fixture);
  g_assert_cmpuint (eup_drawing_get_n_points (eup_ink_area_get_drawing (fixture->ink)), >=, 2);
  gtk_window_present (fixture->window);
  run ("xdotool key ctrl+z");
  ui_test_wait (has_none, fixture);
}

static const EupAcknowledgement *
find (EupCase *kase, const char *person)
{
  return eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_ACKNOWLEDGEMENT, person);
}

static AdwDialog *
present_dialog (Fixture *fixture, const char *person)
{
  AdwDialog *dialog = eup_acknowledge_dialog_new (fixture->kase, person);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_test_settle ();
  return dialog;
}

static void
nobody_is_their_own_witness (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (fixture, "lena");
  GtkWidget *witness = ui_test_row (GTK_WIDGET (dialog), "Who sits beside, as witness");
  GtkWidget *hand_over = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Hand over the screen");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (witness)), ==, "");
  g_assert_false (gtk_widget_is_sensitive (hand_over));
  gtk_editable_set_text (GTK_EDITABLE (witness), "Lena Sand");
  g_assert_false (gtk_widget_is_sensitive (hand_over));
  gtk_editable_set_text (GTK_EDITABLE (witness), "Maria Ek");
  g_assert_true (gtk_widget_is_sensitive (hand_over));
  adw_dialog_force_close (dialog);
}

static void
who_is_not_asked_has_a_reason (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present_dialog (fixture, "natt");
  GtkWidget *note = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Note that");

  g_assert_false (gtk_widget_is_sensitive (note));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (GTK_WIDGET (dialog), "Not asked, because")), "Sover nu");
  ui_test_press (GTK_WIDGET (dialog), "Note that");
  g_assert_cmpstr (find (fixture->kase, "natt")->answer, ==, "not-asked");
  g_assert_cmpstr (find (fixture->kase, "natt")->words, ==, "Sover nu");
}

static void
own_words_are_kept_as_they_are_written (Fixture *fixture, gconstpointer data)
{
  EupAcknowledgement *of = eup_case_edit (fixture->kase, EUP_PART_ACKNOWLEDGEMENT, "per");
  AdwDialog *dialog;

  g_set_str (&of->answer, "declined");
  g_set_str (&of->witness, "Lena Sand");
  g_set_str (&of->at, "2026-11-26T15:20:00+01:00");
  eup_case_put (fixture->kase, EUP_PART_ACKNOWLEDGEMENT, of);
  dialog = present_dialog (fixture, "per");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_row (GTK_WIDGET (dialog), "Own words, or why")), "Inte i dag");
  g_assert_cmpstr (find (fixture->kase, "per")->words, ==, "Inte i dag");
  ui_test_press (GTK_WIDGET (dialog), "Take it away");
  g_assert_null (find (fixture->kase, "per"));
}

static void
each_person_has_a_row_with_the_answer (Fixture *fixture, gconstpointer data)
{
  EupAcknowledgementsGroup *group = g_object_new (EUP_TYPE_ACKNOWLEDGEMENTS_GROUP, NULL);
  GtkWindow *window;
  GtkWidget *row;
  EupAcknowledgement *of;

  eup_acknowledgements_group_set_case (group, fixture->kase);
  window = ui_test_present (GTK_WIDGET (group), 700, 900);
  row = ui_test_row (GTK_WIDGET (group), "Anna B.");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not asked yet");
  of = eup_case_edit (fixture->kase, EUP_PART_ACKNOWLEDGEMENT, "anna");
  g_set_str (&of->answer, "cannot");
  g_set_str (&of->witness, "Lena Sand");
  g_set_str (&of->at, "2026-11-26T15:20:00+01:00");
  g_set_str (&of->outcome, "Något annat");
  eup_case_put (fixture->kase, EUP_PART_ACKNOWLEDGEMENT, of);
  ui_test_settle ();
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "Can’t acknowledge 15:20, with Lena Sand\nThe outcome was another one then."));
  gtk_window_destroy (window);
}

/* The whole way in the program's window. */

typedef struct
{
  EupWorkspace *workspace;
  EupWindow *window;
  GAsyncResult *result;
} Way;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Way *) data)->result = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return ((Way *) data)->result != NULL;
}

static void
open_window (Way *way)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-acknowledge-XXXXXX", NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", "gps-alarm.json", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-26T15:00:00+01:00", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GError) error = NULL;

  eup_workspace_open_async (folder, clock, NULL, result_cb, way);
  ui_test_wait (has_result, way);
  way->workspace = eup_workspace_open_finish (way->result, &error);
  g_assert_no_error (error);
  g_clear_object (&way->result);
  eup_workspace_import_case_async (way->workspace, eup_assessment_load (path, &problems, &error), NULL,
                                   result_cb, way);
  ui_test_wait (has_result, way);
  kase = eup_workspace_import_case_finish (way->workspace, way->result, &error);
  g_assert_no_error (error);
  g_clear_object (&way->result);
  way->window = eup_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (way->window), 1366, 900);
  gtk_window_present (GTK_WINDOW (way->window));
  eup_window_set_workspace (way->window, way->workspace);
  ui_test_settle ();
  eup_archive_page_show_case (eup_window_get_archive (way->window), kase);
  ui_test_settle ();
}

static void
the_screen_goes_round_and_comes_back (void)
{
  Way way = { NULL };
  EupCase *kase;
  GtkWidget *page;
  AdwDialog *dialog;

  open_window (&way);
  kase = eup_archive_page_get_case (eup_window_get_archive (way.window));
  eup_window_meet (way.window);
  ui_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (way.window), "win.acknowledge", "s", "anna");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (way.window));
  ui_test_press (GTK_WIDGET (dialog), "Hand over the screen");
  ui_test_settle ();
  page = ui_test_find (GTK_WIDGET (way.window), EUP_TYPE_ACKNOWLEDGE_PAGE, NULL);
  g_assert_nonnull (page);
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page))); /* a swipe would leave it */
  gtk_widget_activate_action (page, "acknowledge.answer", "s", "declined");
  ui_test_settle ();
  g_assert_null (ui_test_find (GTK_WIDGET (way.window), EUP_TYPE_ACKNOWLEDGE_PAGE, NULL));
  g_assert_cmpstr (find (kase, "anna")->answer, ==, "declined");
  g_assert_cmpstr (find (kase, "anna")->witness, ==, "Lena Sand");
  g_assert_true (ui_test_holds (GTK_WIDGET (way.window), "Noted what Anna B. answered"));
  gtk_widget_activate_action (GTK_WIDGET (way.window), "win.acknowledge", "s", "per");
  ui_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (way.window));
  ui_test_press (GTK_WIDGET (dialog), "Hand over the screen");
  ui_test_settle ();
  page = ui_test_find (GTK_WIDGET (way.window), EUP_TYPE_ACKNOWLEDGE_PAGE, NULL);
  g_assert_false (ui_test_holds (GTK_WIDGET (way.window), "Noted what Anna B. answered"));
  gtk_widget_activate_action (page, "acknowledge.give-back", NULL);
  ui_test_settle ();
  g_assert_null (ui_test_find (GTK_WIDGET (way.window), EUP_TYPE_ACKNOWLEDGE_PAGE, NULL));
  g_assert_null (find (kase, "per"));
  gtk_window_destroy (GTK_WINDOW (way.window));
  eup_store_close (eup_workspace_get_store (way.workspace));
  g_clear_object (&way.workspace);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
#define CASE(name) g_test_add ("/acknowledge/" #name, Fixture, NULL, set_up, name, tear_down)
  CASE (a_stroke_lies_where_the_hand_was);
  CASE (undo_takes_back_one_stroke_at_a_time);
  CASE (starting_over_can_be_taken_back);
  CASE (an_eraser_takes_the_stroke_that_it_meets);
  CASE (the_answers_are_equal);
  CASE (only_what_was_drawn_can_be_said_to_be_drawn);
  CASE (who_does_not_wish_to_leaves_no_strokes);
  CASE (nothing_else_of_the_case_is_there);
  CASE (it_speaks_the_language_of_who_holds_it);
  CASE (every_button_is_large_enough_for_a_finger);
  CASE (the_box_says_what_it_holds);
  CASE (a_mouse_draws_and_a_key_takes_back);
  CASE (nobody_is_their_own_witness);
  CASE (who_is_not_asked_has_a_reason);
  CASE (own_words_are_kept_as_they_are_written);
  CASE (each_person_has_a_row_with_the_answer);
  g_test_add_func ("/acknowledge/the_screen_goes_round_and_comes_back", the_screen_goes_round_and_comes_back);
  return ui_test_run ();
}
