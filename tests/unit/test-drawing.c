/* Strokes drawn by hand: what is kept, what is refused, and how they become smooth. */

#include "assessment/eup-drawing.h"

#include <math.h>

static EupDrawing *
read (const char *const *strokes)
{
  g_autofree char *problem = NULL;
  guint wrong;
  EupDrawing *drawing = eup_drawing_read (strokes, &wrong, &problem);

  g_assert_cmpstr (problem, ==, NULL);
  return drawing;
}

static void
what_is_read_is_written_again (void)
{
  static const char *const strokes[] = { "0,0 2000,1000", "5,5", "120,340 133,352 140,90", NULL };
  g_autoptr (EupDrawing) drawing = read (strokes);
  g_autoptr (EupDrawing) copy = eup_drawing_copy (drawing);
  g_auto (GStrv) written = eup_drawing_write (copy);

  g_assert_true (g_strv_equal (strokes, (const char *const *) written));
  g_assert_cmpuint (eup_drawing_get_n_strokes (copy), ==, 3);
  g_assert_cmpuint (eup_drawing_get_n_points (copy), ==, 6);
}

static void
what_is_no_stroke_is_refused_with_its_number (void)
{
  static const char *const wrongs[] = { "",       "5",       "5,",       ",5",
                                        "5,5 ",   " 5,5",    "5,5  6,6", "2001,0",
                                        "0,1001", "-1,0",    "1.5,2",    "5;5",
                                        "5,5,5",  "5,5 6",   "1e3,1",    "99999999999999999999,1",
                                        "５,5",   "5,5\n6,6" };

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      const char *const strokes[] = { "1,1 2,2", wrongs[i], NULL };
      g_autofree char *problem = NULL;
      guint wrong;

      g_assert_null (eup_drawing_read (strokes, &wrong, &problem));
      g_assert_cmpuint (wrong, ==, 1);
      g_assert_nonnull (problem);
    }
}

static char *
many_points (guint n)
{
  GString *line = g_string_new ("0,0");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (line, " %u,%u", i % 2000, i % 1000);
  return g_string_free_and_steal (line);
}

static void
more_than_a_drawing_may_hold_is_refused (void)
{
  g_autofree char *just = many_points (EUP_DRAWING_MOST_POINTS);
  const char *const fits[] = { just, NULL };
  const char *const too_long[] = { just, "1,1", NULL };
  const char *too_many[EUP_DRAWING_MOST_STROKES + 2] = { NULL };
  g_autoptr (EupDrawing) good = read (fits);
  g_autofree char *points = NULL;
  g_autofree char *strokes = NULL;
  guint wrong;

  for (guint i = 0; i <= EUP_DRAWING_MOST_STROKES; i++)
    too_many[i] = "1,1";
  g_assert_null (eup_drawing_read (too_long, &wrong, &points));
  g_assert_cmpstr (points, ==, "found more than 3000 points in all strokes");
  g_assert_null (eup_drawing_read (too_many, &wrong, &strokes));
  g_assert_cmpstr (strokes, ==, "found more than 100 strokes");
  g_assert_cmpuint (wrong, ==, 100);
}

static void
a_full_drawing_takes_no_more (void)
{
  g_autoptr (EupDrawing) drawing = eup_drawing_new ();
  guint n = 0;

  while (eup_drawing_begin_stroke (drawing, n, n))
    n++;
  g_assert_cmpuint (n, ==, EUP_DRAWING_MOST_STROKES);
  for (guint i = 0; i < 2 * EUP_DRAWING_MOST_POINTS; i++)
    eup_drawing_add_point (drawing, (i * 17) % 2000, (i * 13) % 1000);
  g_assert_cmpuint (eup_drawing_get_n_points (drawing), ==, EUP_DRAWING_MOST_POINTS);
}

static void
a_straight_line_keeps_its_ends_alone (void)
{
  g_autoptr (EupDrawing) drawing = eup_drawing_new ();
  g_auto (GStrv) written = NULL;

  g_assert_true (eup_drawing_begin_stroke (drawing, 100, 100));
  g_assert_false (eup_drawing_add_point (drawing, 101, 101)); /* the hand rests */
  for (int x = 110; x <= 1000; x += 10)
    g_assert_true (eup_drawing_add_point (drawing, x, 100 + x % 3 - 1));
  eup_drawing_end_stroke (drawing);
  written = eup_drawing_write (drawing);
  g_assert_cmpstr (written[0], ==, "100,100 1000,100");
}

/* A circle of 180 points: none of those that are left out lies farther away than can be seen. */
static void
a_curve_keeps_its_shape (void)
{
  g_autoptr (EupDrawing) drawing = eup_drawing_new ();

  eup_drawing_begin_stroke (drawing, 1400, 500);
  for (int i = 1; i <= 180; i++)
    eup_drawing_add_point (drawing, 1000 + 400 * cos (i * G_PI / 90), 500 + 400 * sin (i * G_PI / 90));
  eup_drawing_end_stroke (drawing);
  g_assert_cmpuint (eup_drawing_get_n_points (drawing), >, 20);
  g_assert_cmpuint (eup_drawing_get_n_points (drawing), <, 80);
}

static void
what_leaves_the_box_stays_at_its_edge (void)
{
  g_autoptr (EupDrawing) drawing = eup_drawing_new ();
  g_auto (GStrv) written = NULL;

  eup_drawing_begin_stroke (drawing, -50, 300);
  eup_drawing_add_point (drawing, 3000, 1e9);
  eup_drawing_end_stroke (drawing);
  written = eup_drawing_write (drawing);
  g_assert_cmpstr (written[0], ==, "0,300 2000,1000");
}

static void
the_eraser_takes_whole_strokes (void)
{
  static const char *const strokes[] = { "0,0 1000,0", "0,500 1000,500", "700,20", NULL };
  g_autoptr (EupDrawing) drawing = read (strokes);
  g_auto (GStrv) written = NULL;

  g_assert_cmpuint (eup_drawing_erase (drawing, 500, 250, 40), ==, 0);
  g_assert_cmpuint (eup_drawing_erase (drawing, 700, 10, 40), ==, 2);
  written = eup_drawing_write (drawing);
  g_assert_cmpstr (written[0], ==, "0,500 1000,500");
  g_assert_null (written[1]);
}

typedef struct
{
  GString *text;
  double x;           /* where the pen stands */
  double least, most; /* of y */
  double back;        /* how far a handle reaches before or after the ends of its piece, in x */
} Traced;

static void
move_to (double x, double y, gpointer data)
{
  g_string_append_printf (((Traced *) data)->text, "M%g,%g ", x, y);
  ((Traced *) data)->x = x;
}

static void
curve_to (double x1, double y1, double x2, double y2, double x3, double y3, gpointer data)
{
  Traced *traced = data;

  g_string_append_printf (traced->text, "C%g,%g ", x3, y3);
  traced->least = MIN (traced->least, MIN (y1, y2));
  traced->most = MAX (traced->most, MAX (y1, y2));
  traced->back = MAX (traced->back, MAX (traced->x - x1, traced->x - x2));
  traced->back = MAX (traced->back, MAX (x1 - x3, x2 - x3));
  traced->x = x3;
}

static void
trace (const char *const *strokes, Traced *traced)
{
  static const EupDrawingSink sink = { move_to, curve_to };
  g_autoptr (EupDrawing) drawing = read (strokes);

  traced->text = g_string_new (NULL);
  traced->least = G_MAXDOUBLE;
  traced->most = -G_MAXDOUBLE;
  eup_drawing_trace (drawing, &sink, traced);
}

static void
a_line_runs_through_all_its_points (void)
{
  static const char *const strokes[] = { "0,0 100,300 110,300 900,20", "7,7", NULL };
  Traced traced = { NULL };

  trace (strokes, &traced);
  g_assert_cmpstr (traced.text->str, ==, "M0,0 C100,300 C110,300 C900,20 M7,7 C8,7 ");
  g_string_free (traced.text, TRUE);
}

/* Points that lie unevenly make a plain Catmull-Rom line run back into a loop; this one must not. */
static void
a_smooth_line_makes_no_loops (void)
{
  static const char *const strokes[] = { "0,500 990,500 1000,500 1010,510 2000,510", NULL };
  static const char *const twice[] = { "5,5 5,5 5,5", NULL };
  Traced traced = { NULL };

  trace (strokes, &traced);
  g_assert_cmpfloat (traced.back, <=, 0);
  g_assert_cmpfloat (traced.least, >=, 475);
  g_assert_cmpfloat (traced.most, <=, 535);
  g_string_free (traced.text, TRUE);
  trace (twice, &traced);
  g_assert_true (isfinite (traced.least) && isfinite (traced.most));
  g_string_free (traced.text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define CASE(name) g_test_add_func ("/drawing/" #name, name)
  CASE (what_is_read_is_written_again);
  CASE (what_is_no_stroke_is_refused_with_its_number);
  CASE (more_than_a_drawing_may_hold_is_refused);
  CASE (a_full_drawing_takes_no_more);
  CASE (a_straight_line_keeps_its_ends_alone);
  CASE (a_curve_keeps_its_shape);
  CASE (what_leaves_the_box_stays_at_its_edge);
  CASE (the_eraser_takes_whole_strokes);
  CASE (a_line_runs_through_all_its_points);
  CASE (a_smooth_line_makes_no_loops);
  return g_test_run ();
}
