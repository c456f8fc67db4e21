/* Draws what a hand draws, while it does. A pen that is near wins over a finger: a hand that rests on the
 * screen leaves no marks. */

#include "ui/acknowledge/eup-ink-area.h"

#include "record/eup-ink.h"

/* Around an eraser, in units of the drawing. */
#define REACH 40
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 280 /* where it is wide enough for that */
#define USUAL_WIDTH 900

struct _EupInkArea
{
  GtkWidget parent_instance;

  EupDrawing *drawing;
  GPtrArray *before; /* EupDrawing: what undoing comes back to, the latest last */
  gboolean down;
  gboolean erasing; /* with the other end of the pen; what it takes is one step */
  gboolean pen;     /* a pen has the word: fingers and the mouse are not listened to */
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupInkArea, eup_ink_area, GTK_TYPE_WIDGET)

/* The drawing's box in the widget: as large as its shape allows, in the middle. */
static double
get_box (EupInkArea *self, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double fits = MAX (1, MIN (width, height * EUP_INK_RATIO));

  *x = (width - fits) / 2;
  *y = (height - fits / EUP_INK_RATIO) / 2;
  return fits;
}

static void
to_units (EupInkArea *self, double *x, double *y)
{
  double left, top, width = get_box (self, &left, &top);

  *x = (*x - left) * EUP_DRAWING_WIDTH / width;
  *y = (*y - top) * EUP_DRAWING_WIDTH / width;
}

static void
changed (EupInkArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remember (EupInkArea *self)
{
  g_ptr_array_add (self->before, eup_drawing_copy (self->drawing));
}

/* Between two frames a pointer moves several times; GTK keeps these moves with the last of them. */
static void
move_through_history (EupInkArea *self, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  g_autofree GdkTimeCoord *history = NULL;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t point;
  guint n = 0;
  double dx, dy;

  if (event != NULL && native != NULL && gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY)
    history = gdk_event_get_history (event, &n);
  if (n == 0)
    return;
  gtk_native_get_surface_transform (native, &dx, &dy);
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t there = { (float) (history[i].axes[GDK_AXIS_X] - dx),
                                 (float) (history[i].axes[GDK_AXIS_Y] - dy) };

      if ((history[i].flags & GDK_AXIS_FLAG_X) && (history[i].flags & GDK_AXIS_FLAG_Y) &&
          gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self), &there, &point))
        eup_ink_area_move (self, point.x, point.y);
    }
}

static void
drag_begin_cb (EupInkArea *self, double x, double y, GtkGesture *gesture)
{
  if (self->pen)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  eup_ink_area_down (self, x, y);
}

static void
drag_update_cb (EupInkArea *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  if (!self->down || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  move_through_history (self, GTK_EVENT_CONTROLLER (gesture));
  eup_ink_area_move (self, x + dx, y + dy);
}

static void
drag_end_cb (EupInkArea *self, double dx, double dy, GtkGestureDrag *gesture)
{
  drag_update_cb (self, dx, dy, gesture);
  eup_ink_area_up (self);
}

static void
drag_cancel_cb (EupInkArea *self)
{
  eup_ink_area_up (self);
}

static gboolean
is_eraser (GtkGestureStylus *gesture)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (gesture);

  return tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
}

static void
pen_down_cb (EupInkArea *self, double x, double y, GtkGestureStylus *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pen = TRUE;
  self->erasing = is_eraser (gesture);
  if (self->erasing)
    eup_ink_area_erase (self, x, y);
  else
    eup_ink_area_down (self, x, y);
}

static void
pen_motion_cb (EupInkArea *self, double x, double y, GtkGestureStylus *gesture)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (self->erasing)
    {
      eup_ink_area_erase (self, x, y);
      return;
    }
  if (!self->down)
    return;
  if (gtk_gesture_stylus_get_backlog (gesture, &backlog, &n))
    for (guint i = 0; i < n; i++)
      eup_ink_area_move (self, backlog[i].axes[GDK_AXIS_X], backlog[i].axes[GDK_AXIS_Y]);
  eup_ink_area_move (self, x, y);
}

static void
pen_up_cb (EupInkArea *self)
{
  self->pen = self->erasing = FALSE;
  eup_ink_area_up (self);
}

static GtkSizeRequestMode
eup_ink_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eup_ink_area_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = LEAST_WIDTH;
  *natural = USUAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MIN (LEAST_HEIGHT, (int) ((for_size > 0 ? for_size : LEAST_WIDTH) / EUP_INK_RATIO));
      *natural = (int) ((for_size > 0 ? for_size : USUAL_WIDTH) / EUP_INK_RATIO);
    }
}

static void
eup_ink_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EupInkArea *self = EUP_INK_AREA (widget);
  double x, y, width = get_box (self, &x, &y);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) (width / EUP_INK_RATIO));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  /* a line to write on */
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.35);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x + width * 0.05, y + width * 0.42);
  cairo_line_to (cr, x + width * 0.95, y + width * 0.42);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  eup_ink_draw (cr, self->drawing, x, y, width);
  cairo_destroy (cr);
}

static void
eup_ink_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EupInkArea *self = EUP_INK_AREA (object);

  g_value_set_boolean (value, id == PROP_CAN_UNDO ? eup_ink_area_get_can_undo (self)
                                                  : eup_ink_area_get_empty (self));
}

static void
eup_ink_area_finalize (GObject *object)
{
  EupInkArea *self = EUP_INK_AREA (object);

  g_clear_pointer (&self->drawing, eup_drawing_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_ink_area_parent_class)->finalize (object);
}

static void
eup_ink_area_class_init (EupInkAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = eup_ink_area_get_property;
  object_class->finalize = eup_ink_area_finalize;
  widget_class->get_request_mode = eup_ink_area_get_request_mode;
  widget_class->measure = eup_ink_area_measure;
  widget_class->snapshot = eup_ink_area_snapshot;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", EUP_TYPE_INK_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "ink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eup_ink_area_init (EupInkArea *self)
{
  GtkGesture *pen = gtk_gesture_stylus_new (), *drag = gtk_gesture_drag_new ();

  self->drawing = eup_drawing_new ();
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_drawing_free);
  g_signal_connect_swapped (pen, "down", G_CALLBACK (pen_down_cb), self);
  g_signal_connect_swapped (pen, "motion", G_CALLBACK (pen_motion_cb), self);
  g_signal_connect_swapped (pen, "up", G_CALLBACK (pen_up_cb), self);
  g_signal_connect_swapped (pen, "cancel", G_CALLBACK (pen_up_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pen)); /* the last one hears first */
}

/* (transfer none): what is drawn so far */
const EupDrawing *
eup_ink_area_get_drawing (EupInkArea *self)
{
  g_return_val_if_fail (EUP_IS_INK_AREA (self), NULL);
  return self->drawing;
}

gboolean
eup_ink_area_get_can_undo (EupInkArea *self)
{
  g_return_val_if_fail (EUP_IS_INK_AREA (self), FALSE);
  return self->before->len > 0 && !self->down;
}

gboolean
eup_ink_area_get_empty (EupInkArea *self)
{
  g_return_val_if_fail (EUP_IS_INK_AREA (self), TRUE);
  return eup_drawing_get_n_strokes (self->drawing) == 0;
}

/**
 * eup_ink_area_down:
 * @x: @y: in the widget's pixels
 *
 * Sets the pen down; nothing happens where the drawing is full.
 */
void
eup_ink_area_down (EupInkArea *self, double x, double y)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  if (self->down)
    eup_ink_area_up (self);
  to_units (self, &x, &y);
  remember (self);
  self->down = eup_drawing_begin_stroke (self->drawing, x, y);
  if (!self->down)
    g_ptr_array_set_size (self->before, (int) self->before->len - 1);
  changed (self);
}

void
eup_ink_area_move (EupInkArea *self, double x, double y)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  to_units (self, &x, &y);
  if (self->down && eup_drawing_add_point (self->drawing, x, y))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
eup_ink_area_up (EupInkArea *self)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  if (!self->down)
    return;
  self->down = FALSE;
  eup_drawing_end_stroke (self->drawing);
  changed (self);
}

/**
 * eup_ink_area_erase:
 * @x: @y: in the widget's pixels
 *
 * Takes away each stroke that runs past there.
 */
void
eup_ink_area_erase (EupInkArea *self, double x, double y)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  to_units (self, &x, &y);
  remember (self);
  if (eup_drawing_erase (self->drawing, x, y, REACH) > 0)
    changed (self);
  else
    g_ptr_array_set_size (self->before, (int) self->before->len - 1);
}

void
eup_ink_area_undo (EupInkArea *self)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  if (!eup_ink_area_get_can_undo (self))
    return;
  eup_drawing_free (self->drawing);
  self->drawing = g_ptr_array_steal_index (self->before, self->before->len - 1);
  changed (self);
}

void
eup_ink_area_start_over (EupInkArea *self)
{
  g_return_if_fail (EUP_IS_INK_AREA (self));
  if (self->down || eup_ink_area_get_empty (self))
    return;
  remember (self);
  eup_drawing_free (self->drawing);
  self->drawing = eup_drawing_new ();
  changed (self);
}
