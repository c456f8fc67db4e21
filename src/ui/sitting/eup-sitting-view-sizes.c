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
set_css_class (EupSittingView *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
move_foot (EupSittingView *self, gboolean upright)
{
  g_autoptr (GtkWidget) helper = g_object_ref (self->helper);
  g_autoptr (GtkWidget) non_answers = GTK_WIDGET (g_object_ref (self->non_answers));
  gboolean is_above = gtk_widget_get_parent (helper) == GTK_WIDGET (self->above);

  if (is_above == upright)
    return;
  if (upright)
    {
      gtk_center_box_set_start_widget (self->bar, NULL);
      gtk_center_box_set_center_widget (self->bar, NULL);
      gtk_box_append (self->above, helper);
      gtk_box_append (self->above, non_answers);
    }
  else
    {
      gtk_box_remove (self->above, helper);
      gtk_box_remove (self->above, non_answers);
      gtk_center_box_set_start_widget (self->bar, helper);
      gtk_center_box_set_center_widget (self->bar, non_answers);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->above), upright);
}

/* What stands beside each other stands one under the other where the window is upright; fewer answers in a
 * row where the letters are large. */
static void
set_shape (EupSittingView *self, gboolean upright, gboolean large_letters)
{
  GtkOrientation across = upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (self->upright == upright && self->large_letters == large_letters)
    return;
  self->upright = upright;
  self->large_letters = large_letters;
  set_css_class (self, "upright", upright);
  set_css_class (self, "large-letters", large_letters);
  move_foot (self, upright);
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
  graphene_rect_t bounds;
  double width, height, unit, scale = text_scale (GTK_WIDGET (self));

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self), &bounds))
    return;
  width = bounds.size.width;
  height = bounds.size.height;
  if (width <= 0 || height <= 0)
    return;
  set_shape (self, width < height, scale > 1.3);
  unit = self->upright ? MIN (width / 1080, height / 1600) : MIN (width / 1920, height / 1080);
  unit = MAX (unit, SMALLEST);
  set_measures (self, unit, unit * sqrt (scale));
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
