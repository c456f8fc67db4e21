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
  { "dark", { "style.css", "look-dark.css" } },
  { "high contrast", { "style.css", "look-contrast.css" } },
  { "high contrast, dark", { "style.css", "look-dark.css", "look-contrast.css", "look-contrast-dark.css" } },
};

/* What is written in the colour of a voice, or on it; the same for all four. */
#define VOICE(voice)                                                                                         \
  { voice, "window-bg-color", NULL, NULL, NULL, 4.5 }, { voice, "card-bg-color", NULL, NULL, NULL, 4.5 },    \
      { voice, "card-bg-color", voice, "eup-tint-pill", NULL, 4.5 },                                         \
      { voice, "card-bg-color", voice, "eup-tint-disc", NULL, 4.5 },                                         \
      { voice, "window-bg-color", voice, "eup-tint-word", NULL, 4.5 },                                       \
      { voice, "window-bg-color", voice, "eup-tint-waiting", "eup-tint-pill", 4.5 },                         \
      { voice, "window-bg-color", voice, "eup-tint-word", "eup-tint-disc", 4.5 },                            \
      { "eup-dim", "window-bg-color", voice, "eup-tint-word", NULL, 4.5 },                                   \
      { "eup-dim", "window-bg-color", voice, "eup-tint-waiting", NULL, 4.5 },                                \
      { "card-fg-color", "eup-field", voice, "8", NULL, 7 },                                                 \
      { "eup-on-voice", voice, NULL, NULL, NULL, 4.5 }

/* The ground may be mixed with a share of another colour, and once more with a second share of it, as a pill
 * is on a tinted lane. A share is a variable or a number, in per cent. */
static const struct
{
  const char *ink, *ground, *tint, *share, *second;
  double least;
} pairs[] = {
  { "window-fg-color", "window-bg-color", NULL, NULL, NULL, 7 },
  { "view-fg-color", "view-bg-color", NULL, NULL, NULL, 7 },
  { "card-fg-color", "card-bg-color", NULL, NULL, NULL, 7 },
  { "sidebar-fg-color", "sidebar-bg-color", NULL, NULL, NULL, 7 },
  { "secondary-sidebar-fg-color", "secondary-sidebar-bg-color", NULL, NULL, NULL, 7 },
  { "popover-fg-color", "popover-bg-color", NULL, NULL, NULL, 7 },
  { "dialog-fg-color", "dialog-bg-color", NULL, NULL, NULL, 7 },
  { "headerbar-fg-color", "headerbar-bg-color", NULL, NULL, NULL, 7 },
  { "eup-dim", "window-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "card-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "sidebar-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "popover-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "dialog-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "headerbar-bg-color", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "eup-field", NULL, NULL, NULL, 4.5 },
  { "eup-dim", "eup-stripe", NULL, NULL, NULL, 4.5 },
  { "window-fg-color", "window-bg-color", "window-fg-color", "9", NULL, 7 },
  { "window-fg-color", "window-bg-color", "window-fg-color", "6", NULL, 7 },
  { "sidebar-fg-color", "sidebar-bg-color", "sidebar-fg-color", "9", NULL, 7 },
  { "sidebar-fg-color", "sidebar-bg-color", "sidebar-fg-color", "10", NULL, 7 },
  { "card-fg-color", "card-bg-color", "card-fg-color", "7", NULL, 7 },
  { "card-fg-color", "card-bg-color", "card-fg-color", "13", NULL, 7 },
  { "popover-fg-color", "popover-bg-color", "popover-fg-color", "9", NULL, 7 },
  { "eup-dim", "window-bg-color", "window-fg-color", "6", NULL, 4.5 },
  { "eup-dim", "sidebar-bg-color", "sidebar-fg-color", "9", NULL, 4.5 },
  { "eup-dim", "card-bg-color", "card-fg-color", "7", NULL, 4.5 },
  { "window-bg-color", "window-fg-color", NULL, NULL, NULL, 7 },
  { "sidebar-bg-color", "sidebar-fg-color", NULL, NULL, NULL, 7 },
  VOICE ("eup-resident"),
  VOICE ("eup-relatives"),
  VOICE ("eup-staff"),
  VOICE ("eup-together"),
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
part (GHashTable *variables, const char *share)
{
  const char *value = g_ascii_isdigit (*share) ? share : g_hash_table_lookup (variables, share);

  g_assert_nonnull (value);
  return g_ascii_strtod (value, NULL) / 100;
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
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
        ground = mix (ground, colour (variables, pairs[i].tint), part (variables, pairs[i].share));
      if (pairs[i].second != NULL)
        ground = mix (ground, colour (variables, pairs[i].tint), part (variables, pairs[i].second));
      reached = contrast (colour (variables, pairs[i].ink), ground);
      g_test_message ("%s on %s: %.1f", pairs[i].ink, pairs[i].ground, reached);
      g_assert_cmpfloat (reached, >=, pairs[i].least);
    }
}

static gboolean
is_measured (const char *name, gboolean ink)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (name, ink ? pairs[i].ink : pairs[i].ground) ||
        (!ink && g_strcmp0 (name, pairs[i].tint) == 0))
      return TRUE;
  return FALSE;
}

/* Whatever a rule draws letters with, or puts under them, is in the table above. */
static void
look_through (const char *sheet, const char *pattern, gboolean ink)
{
  g_autofree char *path = g_strconcat (PREFIX, sheet, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *css = g_bytes_get_data (bytes, NULL);

  for (g_regex_match (regex, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      /* --eup-voice is one of the four; errors and the accent are libadwaita's own; dots and the clock's
       * bar have no letters on them. */
      if (g_str_equal (name, "eup-voice") || g_str_has_prefix (name, "accent-") ||
          g_str_equal (name, "error-color") || (!ink && g_str_equal (name, "eup-dim")))
        continue;
      g_test_message ("%s: %s", sheet, name);
      g_assert_true (is_measured (name, ink));
    }
}

static void
every_colour_of_a_rule_is_measured (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children (PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      if (!g_str_has_suffix (files[i], ".css"))
        continue;
      n++;
      look_through (files[i], "[ {;]color: var\\(--([a-z-]+)", TRUE);
      look_through (files[i], "background-color: var\\(--([a-z-]+)", FALSE);
      look_through (files[i], "background-color: color-mix\\(in srgb, var\\(--([a-z-]+)", FALSE);
    }
  g_assert_cmpuint (n, >=, 5);
}

/* Whichever accent the person has chosen for the desktop. */
static void
white_can_be_read_on_every_accent (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PREFIX "style.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new (
      "button.suggested-action \\{ background-color: color-mix\\(in srgb, var\\(--accent-bg-color\\) "
      "([0-9]+)%, black\\)",
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *share = NULL;
  GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };

  g_assert_true (g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match));
  share = g_match_info_fetch (match, 1);
  for (int i = 0; i <= ADW_ACCENT_COLOR_SLATE; i++)
    {
      GdkRGBA accent;

      adw_accent_color_to_rgba ((AdwAccentColor) i, &accent);
      g_assert_cmpfloat (contrast (white, mix (black, accent, g_ascii_strtod (share, NULL) / 100)), >=, 4.5);
    }
}

static void
the_measure_can_fail (void)
{
  GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey = { 0.6f, 0.6f, 0.6f, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (white, black), 21, 0.01);
  g_assert_cmpfloat (contrast (white, grey), <, 4.5);
}

static void
assert_ink (GtkWidget *label, const char *wanted)
{
  GdkRGBA ink, expected;

  ui_test_settle ();
  gtk_widget_get_color (label, &ink);
  g_assert_true (gdk_rgba_parse (&expected, wanted));
  g_assert_cmpfloat_with_epsilon (ink.red, expected.red, 0.01);
  g_assert_cmpfloat_with_epsilon (ink.blue, expected.blue, 0.01);
}

/* The grey of small words is another one in each sheet (--eup-dim), and back again. */
static void
the_windows_put_on_the_look_of_the_desktop (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.gnome.desktop.a11y.interface");
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *label = gtk_label_new ("Words");
  GtkWindow *window;

  gtk_widget_add_css_class (label, "dimmed");
  window = ui_test_present (label, 300, 200);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_ink (label, "#615f61");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_ink (label, "#bfbbb7");
  g_settings_set_boolean (settings, "high-contrast", TRUE);
  assert_ink (label, "#ffffff");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_ink (label, "#000000");
  g_settings_set_boolean (settings, "high-contrast", FALSE);
  assert_ink (label, "#615f61");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/contrast/the_measure_can_fail", the_measure_can_fail);
  g_test_add_func ("/contrast/the_windows_put_on_the_look_of_the_desktop",
                   the_windows_put_on_the_look_of_the_desktop);
  g_test_add_func ("/contrast/white_can_be_read_on_every_accent", white_can_be_read_on_every_accent);
  g_test_add_func ("/contrast/every_colour_of_a_rule_is_measured", every_colour_of_a_rule_is_measured);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("/contrast/every_ink_can_be_read/%s", looks[i].name);

      g_strdelimit (name, " ,", '_');
      g_test_add_data_func (name, GUINT_TO_POINTER (i), every_ink_can_be_read);
    }
  return ui_test_run ();
}
