/* How large the sitting is drawn: by the size of the window it fills. Letters also follow the person's own
 * text size, but they are four times as large as usual already: what doubles elsewhere grows here by the
 * square root, so that the answers stay in sight. */

#include "ui/sitting/eup-sitting-view-private.h"

#include <math.h>

#define USUAL_DPI (96 * 1024)
#define SMALLEST 0.4 /* of the full size: below it the page scrolls */

static double
text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / USUAL_DPI : 1;
}

static void
set_upright (EupSittingView *self, gboolean upright)
{
  GtkOrientation across = upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (self->upright == upright)
    return;
  self->upright = upright;
  if (upright)
    gtk_widget_add_css_class (GTK_WIDGET (self), "upright");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "upright");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar), across);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->offer), across);
  eup_sitting_view_refresh (self);
}

static void
set_measures (EupSittingView *self, double unit, double letter)
{
  char one[G_ASCII_DTOSTR_BUF_SIZE], other[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  if (ABS (unit - self->unit) < 0.002 && ABS (letter - self->letter) < 0.002)
    return;
  self->unit = unit;
  self->letter = letter;
  g_ascii_formatd (one, sizeof one, "%.4f", unit);
  g_ascii_formatd (other, sizeof other, "%.4f", letter);
  css = g_strdup_printf (".%s { --eup-unit: %spx; --eup-letter: %spx; }", self->css_class, one, other);
  gtk_css_provider_load_from_string (self->sizes, css);
}

/* Fits the measures to the size that the view has now. */
void
eup_sitting_view_resize (EupSittingView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double unit;

  if (width <= 0 || height <= 0)
    return;
  set_upright (self, width < height);
  unit = self->upright ? MIN (width / 1080, height / 1600) : MIN (width / 1920, height / 1080);
  unit = MAX (unit, SMALLEST);
  set_measures (self, unit, unit * sqrt (text_scale (GTK_WIDGET (self))));
}

void
eup_sitting_view_sizes_init (EupSittingView *self)
{
  static guint n_views;

  self->css_class = g_strdup_printf ("sitting-%u", ++n_views);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (eup_sitting_view_resize), self, G_CONNECT_SWAPPED);
}

void
eup_sitting_view_sizes_clear (EupSittingView *self)
{
  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
}
