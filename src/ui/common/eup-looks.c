/* The dark look and the two of high contrast, over style.css that always holds. libadwaita finds style.css
 * by itself; the others it wants as media queries since 1.8, which the oldest platform does not know. */

#include "ui/common/eup-looks.h"

#include <adwaita.h>

static const struct
{
  const char *resource;
  gboolean dark;
  gboolean contrast;
} looks[] = {
  { "/io/github/euphoria_care/Euphoria/look-dark.css", TRUE, FALSE },
  { "/io/github/euphoria_care/Euphoria/look-contrast.css", FALSE, TRUE },
  { "/io/github/euphoria_care/Euphoria/look-contrast-dark.css", TRUE, TRUE },
};

static GtkCssProvider *providers[G_N_ELEMENTS (looks)];

static void
follow_cb (AdwStyleManager *manager)
{
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gboolean wanted = (!looks[i].dark || adw_style_manager_get_dark (manager)) &&
                        (!looks[i].contrast || adw_style_manager_get_high_contrast (manager));

      if (wanted && providers[i] == NULL)
        {
          providers[i] = gtk_css_provider_new ();
          gtk_css_provider_load_from_resource (providers[i], looks[i].resource);
          gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (providers[i]),
                                                      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 + i);
        }
      else if (!wanted && providers[i] != NULL)
        {
          gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (providers[i]));
          g_clear_object (&providers[i]);
        }
    }
}

/**
 * eup_looks_follow:
 *
 * From now on the windows are dark or rich in contrast as the desktop is. To be called once there is a
 * display; calling it again changes nothing.
 */
void
eup_looks_follow (void)
{
  static gboolean follows = FALSE;
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (!follows)
    {
      g_signal_connect (manager, "notify::dark", G_CALLBACK (follow_cb), NULL);
      g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (follow_cb), NULL);
    }
  follows = TRUE;
  follow_cb (manager);
}
