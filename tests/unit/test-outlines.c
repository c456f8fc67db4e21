#include "record/eup-outlines.h"

#include <string.h>

static EupTypeface *typeface;

static char *
draw (const char *text, double width, double height)
{
  const EupOutlineLine lines[] = { { text, EUP_STYLE_LEAD }, { "nr 12", EUP_STYLE_SMALL } };

  return eup_outlines_draw (typeface, lines, G_N_ELEMENTS (lines), width, height);
}

/* The largest coordinate of all points, x and y by turns. */
static void
measure (const char *operators, double *right, double *top)
{
  g_auto (GStrv) lines = g_strsplit (operators, "\n", -1);

  *right = *top = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = g_strv_length (words);

      for (guint word = 0; n > 2 && !g_str_equal (words[n - 1], "rg") && word + 1 < n; word += 2)
        {
          *right = MAX (*right, g_ascii_strtod (words[word], NULL));
          *top = MAX (*top, g_ascii_strtod (words[word + 1], NULL));
        }
    }
}

static void
long_lines_shrink_to_the_place (void)
{
  g_autofree char *operators =
      draw ("Ett namn som är så långt att det aldrig får rum på en enda rad", 100, 40);
  double right, top;

  measure (operators, &right, &top);
  g_assert_cmpfloat (right, >, 80);
  g_assert_cmpfloat (right, <=, 100.5);
  g_assert_cmpfloat (top, <=, 40);
}

static void
low_places_shrink_the_lines (void)
{
  g_autofree char *operators = draw ("Åsa Ek", 200, 14);
  double right, top;

  measure (operators, &right, &top);
  g_assert_cmpfloat (top, <=, 14);
  g_assert_cmpfloat (top, >, 8);
}

static void
lines_that_no_font_can_write_are_left_out (void)
{
  g_autofree char *known = draw ("Åsa Ek", 200, 60);
  g_autofree char *unknown = draw ("\xf0\x92\x80\xad\xf0\x92\x80\xad", 200, 60); /* cuneiform */
  g_autofree char *nothing = eup_outlines_draw (typeface, NULL, 0, 200, 60);

  g_assert_cmpuint (strlen (unknown), >, 0);
  g_assert_cmpuint (strlen (unknown), <, strlen (known));
  g_assert_cmpstr (nothing, ==, "");
}

static void
names_in_chinese_are_drawn (void)
{
  g_autofree char *operators = draw ("王小明", 200, 60);
  g_autofree char *latin = draw ("", 200, 60);

  g_assert_cmpuint (strlen (operators), >, strlen (latin) + 200);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typeface = eup_typeface_new (&error);
  g_assert_no_error (error);
#define ADD(name) g_test_add_func ("/outlines/" #name, name)
  ADD (long_lines_shrink_to_the_place);
  ADD (low_places_shrink_the_lines);
  ADD (lines_that_no_font_can_write_are_left_out);
  ADD (names_in_chinese_are_drawn);
  status = g_test_run ();
  eup_typeface_free (typeface);
  return status;
}
