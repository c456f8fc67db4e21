/* The three faces of the resident's scale, drawn so that they are as sharp on the wall as in a lane.
 *
 * One skin and one line for all; only brows, mouth and cheeks differ. Coordinates are in a square
 * of 100; positive y is down. */

#include "ui/common/eup-face.h"

#include <math.h>

struct _EupFace
{
  GtkWidget parent_instance;
  EupSide side;
  int size;
};

G_DEFINE_FINAL_TYPE (EupFace, eup_face, GTK_TYPE_WIDGET)

static void
set_ink (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.29, 0.161, 0.078);
}

static void
draw_skin (cairo_t *cr)
{
  cairo_pattern_t *skin = cairo_pattern_create_radial (42, 36, 8, 50, 50, 48);

  cairo_pattern_add_color_stop_rgb (skin, 0, 1, 0.925, 0.8);
  cairo_pattern_add_color_stop_rgb (skin, 1, 0.965, 0.8, 0.6);
  cairo_arc (cr, 50, 50, 47, 0, 2 * G_PI);
  cairo_set_source (cr, skin);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.549, 0.302, 0.122);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
  cairo_pattern_destroy (skin);
}

static void
draw_cheeks (cairo_t *cr, EupSide side)
{
  double strength = side == EUP_SIDE_FOR ? 0.5 : side == EUP_SIDE_AGAINST ? 0.22 : 0.34;

  cairo_set_source_rgba (cr, 0.93, 0.55, 0.4, strength);
  cairo_arc (cr, 24, 57, 7.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_arc (cr, 76, 57, 7.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_eyes (cairo_t *cr)
{
  static const double centres[] = { 35, 65 };

  for (guint i = 0; i < G_N_ELEMENTS (centres); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, centres[i], 43);
      cairo_scale (cr, 4, 5.2);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (cr);
      cairo_fill (cr);
    }
}

/* @tilt: how much lower the outer end of a brow is than the inner one. */
static void
draw_brows (cairo_t *cr, double tilt)
{
  cairo_move_to (cr, 27, 30 + tilt);
  cairo_curve_to (cr, 31, 27 + tilt / 2, 37, 27 - tilt / 2, 41, 30 - tilt);
  cairo_move_to (cr, 73, 30 + tilt);
  cairo_curve_to (cr, 69, 27 + tilt / 2, 63, 27 - tilt / 2, 59, 30 - tilt);
  cairo_stroke (cr);
}

/* @bend: how far the middle of the mouth lies under its corners. */
static void
draw_mouth (cairo_t *cr, double bend)
{
  double corner = 70 - bend * 0.4;

  cairo_move_to (cr, 33, corner);
  cairo_curve_to (cr, 41, corner + bend, 59, corner + bend, 67, corner);
  cairo_stroke (cr);
}

static void
eup_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EupFace *self = EUP_FACE (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gboolean good = self->side == EUP_SIDE_FOR, bad = self->side == EUP_SIDE_AGAINST;

  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cairo_scale (cr, size / 100, size / 100);
  draw_skin (cr);
  draw_cheeks (cr, self->side);
  set_ink (cr);
  draw_eyes (cr);
  cairo_set_line_width (cr, 3.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_brows (cr, good ? 0 : bad ? 2.6 : 0.6);
  draw_mouth (cr, good ? 17 : bad ? -15 : 0);
  cairo_destroy (cr);
}

static void
eup_face_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = EUP_FACE (widget)->size;
  *minimum_baseline = *natural_baseline = -1;
}

static void
eup_face_class_init (EupFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = eup_face_snapshot;
  widget_class->measure = eup_face_measure;
  gtk_widget_class_set_css_name (widget_class, "face");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
eup_face_init (EupFace *self)
{
}

/**
 * eup_face_new:
 * @side: glad for %EUP_SIDE_FOR, sad for %EUP_SIDE_AGAINST, else in between
 * @size: width and height in pixels
 *
 * Returns: (transfer floating): the face; it has no words: what it means stands beside it
 */
GtkWidget *
eup_face_new (EupSide side, int size)
{
  EupFace *self = g_object_new (EUP_TYPE_FACE, NULL);

  self->side = side;
  self->size = size;
  return GTK_WIDGET (self);
}
