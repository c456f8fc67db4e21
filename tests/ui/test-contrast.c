/* Every ink can be read on every ground it stands on: computed from the colours of the style sheets,
 * for light and dark and both high contrasts. */

#include <math.h>
#include "ui-test.h"

#define PREFIX "/io/github/euphoria_care/Euphoria/"

static const struct
{
  const char *name;
  const char *sheets[4]; /* a later one overrides */
} looks[] = {
  { "light", { "style.css" } },
  { "dark", { "style.css", "style-dark.css" } },
  { "high contrast", { "style.css", "style-hc.css" } },
  { "high contrast, dark", { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};

/* The ground may be mixed with a share (a variable, in per cent) of another colour. */
static const struct
{
  const char *ink, *ground, *tint, *share;
  double least;
} pairs[] = {
  { "window-fg-color", "window-bg-color", NULL, NULL, 7 },
  { "card-fg-color", "card-bg-color", NULL, NULL, 7 },
  { "sidebar-fg-color", "sidebar-bg-color", NULL, NULL, 7 },
  { "eup-dim", "window-bg-color", NULL, NULL, 4.5 },
  { "eup-dim", "card-bg-color", NULL, NULL, 4.5 },
  { "eup-dim", "sidebar-bg-color", NULL, NULL, 4.5 },
  { "eup-dim", "eup-field", NULL, NULL, 4.5 },
  { "eup-dim", "eup-stripe", NULL, NULL, 4.5 },
  { "eup-resident", "card-bg-color", "eup-resident", "eup-tint-pill", 4.5 },
  { "eup-relatives", "card-bg-color", "eup-relatives", "eup-tint-pill", 4.5 },
  { "eup-staff", "card-bg-color", "eup-staff", "eup-tint-pill", 4.5 },
  { "eup-resident", "window-bg-color", "eup-resident", "eup-tint-word", 4.5 },
  { "eup-relatives", "window-bg-color", "eup-relatives", "eup-tint-word", 4.5 },
  { "eup-staff", "window-bg-color", "eup-staff", "eup-tint-word", 4.5 },
  { "eup-dim", "window-bg-color", "eup-resident", "eup-tint-word", 4.5 },
  { "eup-dim", "window-bg-color", "eup-relatives", "eup-tint-waiting", 4.5 },
  { "eup-on-voice", "eup-resident", NULL, NULL, 4.5 },
  { "eup-on-voice", "eup-relatives", NULL, NULL, 4.5 },
  { "eup-on-voice", "eup-staff", NULL, NULL, 4.5 },
};

static void
read_variables (GHashTable *variables, const char *sheet)
{
  g_autofree char *path = g_strconcat (PREFIX, sheet, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GRegex) regex = g_regex_new ("--([a-z-]+): ([^;]+);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *css;

  g_assert_no_error (error);
  css = g_bytes_get_data (bytes, NULL);
  for (g_regex_match (regex, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_replace (variables, g_match_info_fetch (match, 1), g_match_info_fetch (match, 2));
}

static GdkRGBA
colour (GHashTable *variables, const char *name)
{
  const char *value = g_hash_table_lookup (variables, name);
  GdkRGBA rgba;

  g_assert_nonnull (value);
  g_assert_true (gdk_rgba_parse (&rgba, value));
  return rgba;
}

static GdkRGBA
mix (GdkRGBA ground, GdkRGBA tint, double share)
{
  ground.red += (float) share * (tint.red - ground.red);
  ground.green += (float) share * (tint.green - ground.green);
  ground.blue += (float) share * (tint.blue - ground.blue);
  return ground;
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (GdkRGBA rgba)
{
  return 0.2126 * linear (rgba.red) + 0.7152 * linear (rgba.green) + 0.0722 * linear (rgba.blue);
}

static double
contrast (GdkRGBA a, GdkRGBA b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static void
every_ink_can_be_read (gconstpointer data)
{
  guint look = GPOINTER_TO_UINT (data);
  g_autoptr (GHashTable) variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (looks[look].sheets) && looks[look].sheets[i] != NULL; i++)
    read_variables (variables, looks[look].sheets[i]);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GdkRGBA ground = colour (variables, pairs[i].ground);
      double reached;

      if (pairs[i].tint != NULL)
        ground = mix (ground, colour (variables, pairs[i].tint),
                      g_ascii_strtod (g_hash_table_lookup (variables, pairs[i].share), NULL) / 100);
      reached = contrast (colour (variables, pairs[i].ink), ground);
      g_test_message ("%s on %s: %.1f", pairs[i].ink, pairs[i].ground, reached);
      g_assert_cmpfloat (reached, >=, pairs[i].least);
    }
}

static void
the_measure_can_fail (void)
{
  GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey = { 0.6f, 0.6f, 0.6f, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (white, black), 21, 0.01);
  g_assert_cmpfloat (contrast (white, grey), <, 4.5);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/contrast/the_measure_can_fail", the_measure_can_fail);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("/contrast/every_ink_can_be_read/%s", looks[i].name);

      g_strdelimit (name, " ,", '_');
      g_test_add_data_func (name, GUINT_TO_POINTER (i), every_ink_can_be_read);
    }
  return g_test_run ();
}
