/* How fast the meeting answers: meeting next|type|durable|memory|words|floor|floor-type [CASE]. Prints the
 * median and the 99th percentile in milliseconds: of going to the next question until its frame is painted, of
 * one letter more in an answer until its frame is painted, or until it is on disk. “memory” goes through all
 * questions and prints the program's own share of memory in KiB; “words” prints all that was said.
 *
 * The peers (“floor…”) do the same in a window of the same size that holds nothing but a page of text: what
 * the toolkit and the screen take by themselves. Both draw on the virtual screen of the tests. */

#include <stdlib.h>
#include <string.h>
#include "ui-test.h"
#include "ui/meeting/eup-meeting-page.h"

#define ROUNDS 112
#define STATEMENTS 300
#define WIDTH 1920
#define HEIGHT 1080

/* Long enough to be looked at as people do it: faster than the screen nobody goes on. */
#define PAUSE 40 /* milliseconds */

typedef struct
{
  EupCase *kase; /* NULL: the peer */
  EupMeetingPage *page;
  GtkWindow *window;
  GtkTextView *view; /* where is typed */
  GtkTextBuffer *buffer;
} Scene;

static void
add_person (EupCase *kase, const char *id, const char *voice)
{
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, id);

  g_set_str (&person->name, id);
  g_set_str (&person->voice, voice);
  g_set_str (&person->presence, "room");
  eup_case_put (kase, EUP_PART_PERSON, person);
}

/* Everybody says something to every question that asks them, until there are enough statements. */
static void
fill (EupCase *kase)
{
  GPtrArray *questions = eup_method_get_questions (eup_case_get_model (kase)->method);

  for (guint n = 0; eup_case_get_assessment (kase)->statements->len < STATEMENTS; n++)
    {
      g_autofree char *id = g_strdup_printf ("somebody-%u", n);
      const char *voice = n % 2 == 0 ? "relatives" : "staff";
      EupVoice asked;

      g_assert_true (eup_voice_from_id (voice, &asked));
      add_person (kase, id, voice);
      for (guint i = 0; i < questions->len; i++)
        if (eup_question_asks (questions->pdata[i], asked) &&
            eup_case_get_assessment (kase)->statements->len < STATEMENTS)
          ui_test_say (kase, ((EupQuestion *) questions->pdata[i])->id, id, NULL,
                       "Det går bra så länge någon av oss ringer först och säger vad klockan är.");
    }
}

static GtkTextView *
find_view (GtkWidget *root)
{
  if (GTK_IS_TEXT_VIEW (root) && gtk_widget_get_mapped (root))
    return GTK_TEXT_VIEW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up_meeting (Scene *scene, const char *file)
{
  GtkWindow *shared;

  scene->kase = ui_test_case (file);
  fill (scene->kase);
  scene->page = eup_meeting_page_new (scene->kase);
  scene->window = ui_test_present (GTK_WIDGET (scene->page), WIDTH, HEIGHT);
  gtk_widget_activate_action (GTK_WIDGET (scene->page), "meeting.shared", NULL);
  shared = eup_meeting_page_get_shared_window (scene->page);
  gtk_window_set_default_size (shared, 1280, 720);
  ui_test_settle ();
}

static void
set_up_floor (Scene *scene)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  scene->window = ui_test_present (view, WIDTH, HEIGHT);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* From doing something until the frame that shows it has been painted. */
static double
time_to_frame (Scene *scene, void (*act) (Scene *scene))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scene->window));
  gboolean painted = FALSE;
  gint64 began = g_get_monotonic_time ();
  gulong handler;

  act (scene);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  return (g_get_monotonic_time () - began) / 1000.0;
}

static double
time_to_disk (Scene *scene, void (*act) (Scene *scene))
{
  gint64 began = g_get_monotonic_time ();

  act (scene);
  while (!eup_case_get_saved (scene->kase))
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - began) / 1000.0;
}

/* On through all places of the meeting, then over from the first question. */
static void
go_on (Scene *scene)
{
  EupSharedState *state = eup_meeting_page_get_shared_state (scene->page);
  EupView view = eup_shared_state_get_view (state);
  const EupQuestion *question = eup_shared_state_get_question (state);
  const EupStage *stage = eup_shared_state_get_stage (state);

  gtk_widget_activate_action (GTK_WIDGET (scene->page), "meeting.next", NULL);
  if (eup_shared_state_get_view (state) == view && eup_shared_state_get_question (state) == question &&
      eup_shared_state_get_stage (state) == stage)
    gtk_widget_activate_action (GTK_WIDGET (scene->page), "meeting.go-to", "s", "q1");
}

static void
type_letter (Scene *scene)
{
  g_assert_true (gtk_text_buffer_insert_interactive_at_cursor (scene->buffer, "a", -1, TRUE));
}

/* The peer's next page: as many letters as a question has, all others than before. */
static void
turn_page (Scene *scene)
{
  static guint n;
  GString *text = g_string_new (NULL);

  n++;
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%u %u ", n, i);
  gtk_text_buffer_set_text (scene->buffer, text->str, -1);
  g_string_free (text, TRUE);
}

static gboolean
rested_cb (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, rested_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
measure (Scene *scene, double (*time_of) (Scene *, void (*) (Scene *)), void (*act) (Scene *))
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      times[i] = time_of (scene, act);
      rest (PAUSE);
    }
  qsort (times, ROUNDS, sizeof (double), compare);
  g_print ("%.2f %.2f\n", times[ROUNDS / 2], times[ROUNDS * 99 / 100]);
}

/* The proportional set size of this process, as the kernel counts it. */
static void
print_memory (Scene *scene)
{
  g_autofree char *text = NULL;
  const char *line;

  for (guint i = 0; i <= eup_method_get_questions (eup_case_get_model (scene->kase)->method)->len; i++)
    {
      go_on (scene);
      ui_test_settle ();
    }
  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL));
  line = strstr (text, "\nPss:");
  g_assert_nonnull (line);
  g_print ("%ld\n", strtol (line + strlen ("\nPss:"), NULL, 10));
}

static void
print_words (const char *file)
{
  g_autoptr (EupCase) kase = ui_test_case (file);
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  fill (kase);
  for (guint i = 0; i < assessment->statements->len; i++)
    g_print ("%s\n", ((EupStatement *) assessment->statements->pdata[i])->words);
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";
  const char *file = argc > 2 ? argv[2] : "gps-alarm.json";
  Scene scene = { NULL };

  ui_test_init (&argc, &argv);
  if (g_str_equal (what, "words"))
    {
      print_words (file);
      return 0;
    }
  if (g_str_has_prefix (what, "floor"))
    set_up_floor (&scene);
  else
    set_up_meeting (&scene, file);
  if (g_str_equal (what, "type") || g_str_equal (what, "durable"))
    {
      gtk_widget_activate_action (GTK_WIDGET (scene.page), "meeting.go-to", "s", "q16");
      gtk_widget_activate_action (GTK_WIDGET (scene.page), "meeting.reveal", NULL);
      gtk_widget_activate_action (GTK_WIDGET (scene.page), "meeting.lane", "i", 1);
      ui_test_settle ();
    }
  scene.view = find_view (GTK_WIDGET (scene.window));
  if (scene.view != NULL)
    scene.buffer = gtk_text_view_get_buffer (scene.view);
  if (g_str_equal (what, "next"))
    measure (&scene, time_to_frame, go_on);
  else if (g_str_equal (what, "type") || g_str_equal (what, "floor-type"))
    measure (&scene, time_to_frame, type_letter);
  else if (g_str_equal (what, "durable"))
    measure (&scene, time_to_disk, type_letter);
  else if (g_str_equal (what, "floor"))
    measure (&scene, time_to_frame, turn_page);
  else if (g_str_equal (what, "memory"))
    print_memory (&scene);
  else
    g_error ("usage: meeting next|type|durable|memory|words|floor|floor-type [CASE]");
  return 0;
}
