/* Own drawings in a square of 100; positive y is down. */

#include "ui/sitting/eup-mark.h"

#include <math.h>

typedef enum
{
  EUP_SIGN_YES,
  EUP_SIGN_NEITHER,
  EUP_SIGN_NO,
  EUP_SIGN_OTHER,
  EUP_SIGN_AMOUNT,
} EupSignKind;

struct _EupMark
{
  GtkWidget parent_instance;
  EupSignKind kind;
  double amount; /* 0 to 1 */
};

G_DEFINE_FINAL_TYPE (EupMark, eup_mark, GTK_TYPE_WIDGET)

/* Whether the scale goes from less to more: every option lies on a side, and the sides never turn back. */
static gboolean
is_gradual (const EupScale *scale)
{
  int direction = 0;

  for (guint i = 0; i < scale->options->len; i++)
    {
      const EupOption *option = scale->options->pdata[i];
      int step = i > 0 ? (int) option->side - (int) ((EupOption *) scale->options->pdata[i - 1])->side : 0;

      if (option->side == EUP_SIDE_NONE || option->noted || step * direction < 0)
        return FALSE;
      direction = step != 0 ? step : direction;
    }
  return TRUE;
}

static void
draw_ring (cairo_t *cr)
{
  cairo_arc (cr, 50, 50, 45, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* A glass that fills up. */
static void
draw_amount (cairo_t *cr, double amount)
{
  cairo_save (cr);
  cairo_arc (cr, 50, 50, 38, 0, 2 * G_PI);
  cairo_clip (cr);
  cairo_rectangle (cr, 0, 88 - 76 * amount, 100, 76 * amount);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_yes (cairo_t *cr)
{
  cairo_move_to (cr, 28, 53);
  cairo_line_to (cr, 44, 68);
  cairo_line_to (cr, 73, 34);
  cairo_stroke (cr);
}

static void
draw_no (cairo_t *cr)
{
  cairo_move_to (cr, 33, 33);
  cairo_line_to (cr, 67, 67);
  cairo_move_to (cr, 67, 33);
  cairo_line_to (cr, 33, 67);
  cairo_stroke (cr);
}

static void
draw_neither (cairo_t *cr)
{
  cairo_move_to (cr, 26, 54);
  cairo_curve_to (cr, 36, 34, 44, 44, 50, 50);
  cairo_curve_to (cr, 56, 56, 64, 66, 74, 46);
  cairo_stroke (cr);
}

static void
draw_other (cairo_t *cr)
{
  for (int i = -1; i <= 1; i++)
    {
      cairo_arc (cr, 50 + i * 20, 50, 6, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw (cairo_t *cr, const EupMark *self)
{
  switch (self->kind)
    {
    case EUP_SIGN_YES:
      draw_yes (cr);
      break;
    case EUP_SIGN_NEITHER:
      draw_neither (cr);
      break;
    case EUP_SIGN_NO:
      draw_no (cr);
      break;
    case EUP_SIGN_AMOUNT:
      draw_amount (cr, self->amount);
      break;
    case EUP_SIGN_OTHER:
    default:
      draw_other (cr);
      break;
    }
}

static void
eup_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float size = MIN (width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA ink;

  gtk_widget_get_color (widget, &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cairo_scale (cr, size / 100, size / 100);
  cairo_set_line_width (cr, 4);
  draw_ring (cr);
  cairo_set_line_width (cr, 8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw (cr, EUP_MARK (widget));
  cairo_destroy (cr);
}

static void
eup_mark_class_init (EupMarkClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = eup_mark_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mark");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
eup_mark_init (EupMark *self)
{
}

/**
 * eup_mark_new:
 * @scale: the scale that @option is of
 *
 * Returns: (transfer floating): the sign; its size comes from the CSS, its meaning stands beside it
 */
GtkWidget *
eup_mark_new (const EupScale *scale, const EupOption *option)
{
  static const EupSignKind kinds[] = { [EUP_SIDE_NONE] = EUP_SIGN_OTHER,
                                       [EUP_SIDE_AGAINST] = EUP_SIGN_NO,
                                       [EUP_SIDE_BETWEEN] = EUP_SIGN_NEITHER,
                                       [EUP_SIDE_FOR] = EUP_SIGN_YES };
  EupMark *self = g_object_new (EUP_TYPE_MARK, NULL);
  guint index = 0;

  self->kind = kinds[option->side];
  if (is_gradual (scale) && g_ptr_array_find (scale->options, option, &index))
    {
      self->kind = EUP_SIGN_AMOUNT;
      self->amount = (double) index / (scale->options->len - 1);
    }
  return GTK_WIDGET (self);
}
