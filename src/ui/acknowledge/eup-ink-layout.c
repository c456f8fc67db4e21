/* Gives the place to draw in its shape. GtkAspectFrame would do that, but ends the program in GTK 4.24 where a
 * child that is wider asks for more height than one that is narrow. */

#include "ui/acknowledge/eup-ink-layout.h"

#include "record/eup-ink.h"

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* As large as the shape allows, in the middle. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int wide = MIN (width, (int) (height * EUP_INK_RATIO));
  int least, high;
  graphene_point_t corner;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  wide = MAX (wide, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &least, NULL, NULL, NULL);
  high = MAX ((int) (wide / EUP_INK_RATIO), least);
  graphene_point_init (&corner, (float) ((width - wide) / 2), (float) ((height - high) / 2));
  gtk_widget_allocate (child, wide, high, -1, gsk_transform_translate (NULL, &corner));
}

/**
 * eup_ink_layout_new:
 *
 * Returns: (transfer full): for a widget with one child, an EupInkArea
 */
GtkLayoutManager *
eup_ink_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
