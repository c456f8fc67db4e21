/* The looks of a picture. Making a page costs far more than drawing it, so a page that stands is drawn in
 * all looks, one after the other: light and dark, high contrast, letters twice as large, a narrow window.
 * LOOKS names those wanted ("light dark-200"); without it all are.
 *
 * High contrast can be switched while the program runs because the settings are in memory
 * (GSETTINGS_BACKEND). */

#include "shots-look.h"

#define NARROW 360
#define LARGE 2.0
#define DOTS_PER_INCH 96

typedef struct
{
  const char *name;
  gboolean dark, contrast, large, narrow;
} Look;

static const Look looks[] = {
  { "light", FALSE, FALSE, FALSE, FALSE }, { "dark", TRUE, FALSE, FALSE, FALSE },
  { "hc", FALSE, TRUE, FALSE, FALSE },     { "hcdark", TRUE, TRUE, FALSE, FALSE },
  { "200", FALSE, FALSE, TRUE, FALSE },    { "narrow", FALSE, FALSE, FALSE, TRUE },
};

static const char *folder, *language;
static GSettings *contrast;

static gboolean
is_wanted (const Look *look)
{
  const char *wanted = g_getenv ("LOOKS");
  g_auto (GStrv) names = wanted != NULL ? g_strsplit (wanted, " ", -1) : NULL;

  return names == NULL || g_strv_contains ((const char *const *) names, look->name);
}

static void
put_on (const Look *look)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), look->dark
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_set_boolean (contrast, "high-contrast", look->contrast);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                (int) (DOTS_PER_INCH * 1024 * (look->large ? LARGE : 1)), NULL);
}

static void
raise_cb (gboolean *flag)
{
  *flag = TRUE;
}

/* Draws frames until two in a row have found nothing to arrange and nothing is left to be done. */
void
shots_look_settle (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean arranged = FALSE, drawn = FALSE;
  gulong layout, paint;
  guint quiet = 0;

  if (clock == NULL)
    return;
  layout = g_signal_connect_swapped (clock, "layout", G_CALLBACK (raise_cb), &arranged);
  paint = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (raise_cb), &drawn);
  for (guint frame = 0; quiet < 2 && frame < 60; frame++)
    {
      arranged = drawn = FALSE;
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      while (!drawn || g_main_context_pending (NULL))
        g_main_context_iteration (NULL, TRUE);
      quiet = arranged ? 0 : quiet + 1;
    }
  g_signal_handler_disconnect (clock, layout);
  g_signal_handler_disconnect (clock, paint);
}

static void
save (GtkWindow *window, const Look *look, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *variant = g_strdup_printf ("%s-%s", look->name, language);
  g_autofree char *place = g_build_filename (folder, variant, NULL);
  g_autofree char *file = g_strdup_printf ("%s/%s.png", place, name);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  g_mkdir_with_parents (place, 0755);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, file);
  g_print ("%s %d×%d\n", file, width, height);
}

/**
 * shots_look_init:
 * @to: the folder; each look has one in it, such as "light-sv"
 * @in: the language, for the name of that folder
 */
void
shots_look_init (const char *to, const char *in)
{
  folder = to;
  language = in;
  contrast = g_settings_new ("org.gnome.desktop.a11y.interface");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

/**
 * shots_look_take:
 * @window: what stands ready; it has its size again afterwards
 */
void
shots_look_take (GtkWindow *window, const char *name)
{
  int width, height, frame;

  /* A window draws a frame of its own within its size. */
  gtk_window_get_default_size (window, &width, &height);
  frame = MAX (width - gtk_widget_get_width (GTK_WIDGET (window)), 0);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (!is_wanted (&looks[i]))
        continue;
      put_on (&looks[i]);
      if (looks[i].narrow)
        gtk_window_set_default_size (window, NARROW + frame, MAX (height, 2 * NARROW));
      shots_look_settle (GTK_WIDGET (window));
      /* Without a window manager no window is the active one. */
      gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
      shots_look_settle (GTK_WIDGET (window));
      save (window, &looks[i], name);
      if (looks[i].narrow)
        gtk_window_set_default_size (window, width, height);
    }
  put_on (&looks[0]);
}
