/* Strokes drawn by hand: thinned while they are drawn, smooth when they are shown. Pure values, so that the
 * window, the page and the signature's place all draw the same line. */

#include "assessment/eup-drawing.h"

#include <math.h>

/* Nearer to the point before than this: the hand rests, or the pointer reports more than can be seen. */
#define NEAR 4.0
/* How far a point may lie from the line without being kept: a quarter of a millimetre on paper is 14. */
#define STRAY 2.0

typedef struct
{
  int x, y;
} Point;

struct _EupDrawing
{
  GPtrArray *strokes; /* GArray of Point, none of them empty */
};

/**
 * eup_drawing_new:
 *
 * Returns: (transfer full): a drawing without strokes
 */
EupDrawing *
eup_drawing_new (void)
{
  EupDrawing *self = g_new0 (EupDrawing, 1);

  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
eup_drawing_free (EupDrawing *self)
{
  g_ptr_array_unref (self->strokes);
  g_free (self);
}

EupDrawing *
eup_drawing_copy (const EupDrawing *self)
{
  EupDrawing *copy = eup_drawing_new ();

  for (guint i = 0; i < self->strokes->len; i++)
    g_ptr_array_add (copy->strokes, g_array_copy (self->strokes->pdata[i]));
  return copy;
}

/* A whole number without sign, at most @most; NULL when there is none. */
static const char *
read_number (const char *at, int most, int *number)
{
  *number = 0;
  if (!g_ascii_isdigit (*at))
    return NULL;
  while (g_ascii_isdigit (*at))
    {
      *number = *number * 10 + (*at++ - '0');
      if (*number > most)
        return NULL;
    }
  return at;
}

/* (nullable): "x,y x,y …" */
static GArray *
read_stroke (const char *text)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  const char *at = text;

  while (TRUE)
    {
      Point point;

      at = read_number (at, EUP_DRAWING_WIDTH, &point.x);
      at = at != NULL && *at == ',' ? read_number (at + 1, EUP_DRAWING_HEIGHT, &point.y) : NULL;
      if (at == NULL)
        return NULL;
      g_array_append_val (points, point);
      if (*at == '\0')
        return g_steal_pointer (&points);
      if (*at++ != ' ')
        return NULL;
    }
}

/**
 * eup_drawing_read:
 * @strokes: (array zero-terminated=1) (nullable): each a line of points
 * @wrong: (out): which stroke is wrong, from 0
 * @problem: (out) (transfer full): what was found and what was expected
 *
 * Returns: (transfer full) (nullable): the drawing; %NULL where a stroke can't be read, lies outside the
 *   box, or there is more than a drawing may hold
 */
EupDrawing *
eup_drawing_read (const char *const *strokes, guint *wrong, char **problem)
{
  g_autoptr (EupDrawing) self = eup_drawing_new ();

  for (*wrong = 0; strokes != NULL && strokes[*wrong] != NULL; ++*wrong)
    {
      GArray *points = *wrong < EUP_DRAWING_MOST_STROKES ? read_stroke (strokes[*wrong]) : NULL;

      if (*wrong >= EUP_DRAWING_MOST_STROKES)
        *problem = g_strdup_printf ("found more than %d strokes", EUP_DRAWING_MOST_STROKES);
      else if (points == NULL)
        *problem = g_strdup_printf ("found “%.40s”, expected points as “120,340 133,352”, at most %d,%d",
                                    strokes[*wrong], EUP_DRAWING_WIDTH, EUP_DRAWING_HEIGHT);
      else if (eup_drawing_get_n_points (self) + points->len > EUP_DRAWING_MOST_POINTS)
        *problem = g_strdup_printf ("found more than %d points in all strokes", EUP_DRAWING_MOST_POINTS);
      if (points != NULL)
        g_ptr_array_add (self->strokes, points);
      if (*problem != NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * eup_drawing_write:
 *
 * Returns: (transfer full) (array zero-terminated=1): what eup_drawing_read() reads
 */
char **
eup_drawing_write (const EupDrawing *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->strokes->len; i++)
    {
      const GArray *points = self->strokes->pdata[i];
      GString *line = g_string_new (NULL);

      for (guint j = 0; j < points->len; j++)
        {
          const Point *point = &g_array_index (points, Point, j);

          g_string_append_printf (line, "%s%d,%d", j == 0 ? "" : " ", point->x, point->y);
        }
      g_strv_builder_take (builder, g_string_free_and_steal (line));
    }
  return g_strv_builder_end (builder);
}

guint
eup_drawing_get_n_strokes (const EupDrawing *self)
{
  return self->strokes->len;
}

guint
eup_drawing_get_n_points (const EupDrawing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->strokes->len; i++)
    n += ((GArray *) self->strokes->pdata[i])->len;
  return n;
}

static Point
place (double x, double y)
{
  return (Point) { (int) lround (CLAMP (x, 0, EUP_DRAWING_WIDTH)),
                   (int) lround (CLAMP (y, 0, EUP_DRAWING_HEIGHT)) };
}

static double
distance (double x0, double y0, double x1, double y1)
{
  return hypot (x1 - x0, y1 - y0);
}

/* From a point to a piece of a line. */
static double
distance_to_line (const Point *point, const Point *from, const Point *to)
{
  double dx = to->x - from->x, dy = to->y - from->y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((point->x - from->x) * dx + (point->y - from->y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return distance (point->x, point->y, from->x + t * dx, from->y + t * dy);
}

/**
 * eup_drawing_begin_stroke:
 *
 * Sets the pen down. What lies outside the box is moved to its edge.
 *
 * Returns: %FALSE where the drawing is full; nothing is drawn then
 */
gboolean
eup_drawing_begin_stroke (EupDrawing *self, double x, double y)
{
  GArray *points;
  Point point = place (x, y);

  if (self->strokes->len >= EUP_DRAWING_MOST_STROKES ||
      eup_drawing_get_n_points (self) >= EUP_DRAWING_MOST_POINTS)
    return FALSE;
  points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_array_append_val (points, point);
  g_ptr_array_add (self->strokes, points);
  return TRUE;
}

/**
 * eup_drawing_add_point:
 *
 * Moves the pen on; a point that lies on the one before is left out.
 *
 * Returns: whether the line is longer now
 */
gboolean
eup_drawing_add_point (EupDrawing *self, double x, double y)
{
  GArray *points;
  const Point *last;
  Point point = place (x, y);

  g_return_val_if_fail (self->strokes->len > 0, FALSE);
  points = self->strokes->pdata[self->strokes->len - 1];
  last = &g_array_index (points, Point, points->len - 1);
  if (distance (last->x, last->y, point.x, point.y) < NEAR ||
      eup_drawing_get_n_points (self) >= EUP_DRAWING_MOST_POINTS)
    return FALSE;
  g_array_append_val (points, point);
  return TRUE;
}

/* Marks the points that the line can't do without between two that it keeps (Ramer, Douglas, Peucker). A
 * list of pieces instead of recursion, so that no stroke is too long for the stack. */
static void
mark_needed (const GArray *points, gboolean *needed)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Point));
  Point piece = { 0, (int) points->len - 1 };

  g_array_append_val (pieces, piece);
  while (pieces->len > 0)
    {
      double farthest = STRAY;
      int at = -1;

      piece = g_array_index (pieces, Point, pieces->len - 1);
      g_array_set_size (pieces, pieces->len - 1);
      for (int i = piece.x + 1; i < piece.y; i++)
        {
          double stray =
              distance_to_line (&g_array_index (points, Point, i), &g_array_index (points, Point, piece.x),
                                &g_array_index (points, Point, piece.y));

          if (stray > farthest)
            {
              farthest = stray;
              at = i;
            }
        }
      if (at >= 0)
        {
          Point one = { piece.x, at }, two = { at, piece.y };

          needed[at] = TRUE;
          g_array_append_val (pieces, one);
          g_array_append_val (pieces, two);
        }
    }
}

/**
 * eup_drawing_end_stroke:
 *
 * Lifts the pen: of the last stroke only the points stay that its shape needs.
 */
void
eup_drawing_end_stroke (EupDrawing *self)
{
  GArray *points, *kept;
  g_autofree gboolean *needed = NULL;

  if (self->strokes->len == 0)
    return;
  points = self->strokes->pdata[self->strokes->len - 1];
  needed = g_new0 (gboolean, points->len);
  needed[0] = needed[points->len - 1] = TRUE;
  mark_needed (points, needed);
  kept = g_array_new (FALSE, FALSE, sizeof (Point));
  for (guint i = 0; i < points->len; i++)
    if (needed[i])
      g_array_append_val (kept, g_array_index (points, Point, i));
  g_ptr_array_index (self->strokes, self->strokes->len - 1) = kept;
  g_array_unref (points);
}

static gboolean
stroke_is_near (const GArray *points, const Point *at, double reach)
{
  for (guint i = 0; i < points->len; i++)
    {
      const Point *to = &g_array_index (points, Point, i);

      if (distance_to_line (at, i > 0 ? to - 1 : to, to) <= reach)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_drawing_erase:
 * @reach: how far from the point a stroke is still met
 *
 * Takes away every stroke that runs past there, whole: half a stroke is nobody's line.
 *
 * Returns: how many
 */
guint
eup_drawing_erase (EupDrawing *self, double x, double y, double reach)
{
  Point at = place (x, y);
  guint n = 0;

  for (guint i = self->strokes->len; i > 0; i--)
    if (stroke_is_near (self->strokes->pdata[i - 1], &at, reach))
      {
        g_ptr_array_remove_index (self->strokes, i - 1);
        n++;
      }
  return n;
}

/* Where a curve through @at leaves it towards @to, when it came from @from: a Catmull-Rom line with the
 * square root of the distances as its time, which neither overshoots nor loops where points lie unevenly
 * (Yuksel, Schaefer, Keyser: Parameterization and applications of Catmull-Rom curves). */
static void
handle (const Point *from, const Point *at, const Point *to, double *x, double *y)
{
  double near = distance (from->x, from->y, at->x, at->y), far = distance (at->x, at->y, to->x, to->y);
  double a = sqrt (near), b = sqrt (far);
  double self = 2 * near + 3 * a * b + far, all = 3 * a * (a + b);

  *x = all > 0 ? (near * to->x - far * from->x + self * at->x) / all : at->x;
  *y = all > 0 ? (near * to->y - far * from->y + self * at->y) / all : at->y;
}

static void
trace_stroke (const GArray *points, const EupDrawingSink *sink, gpointer data)
{
  const Point *p = &g_array_index (points, Point, 0);

  sink->move_to (p[0].x, p[0].y, data);
  if (points->len == 1) /* a dot: as short a line as a round pen shows */
    sink->curve_to (p[0].x, p[0].y, p[0].x + 1, p[0].y, p[0].x + 1, p[0].y, data);
  for (guint i = 0; i + 1 < points->len; i++)
    {
      const Point *before = &p[i > 0 ? i - 1 : 0], *after = &p[MIN (i + 2, points->len - 1)];
      double x1, y1, x2, y2;

      handle (before, &p[i], &p[i + 1], &x1, &y1);
      handle (after, &p[i + 1], &p[i], &x2, &y2);
      sink->curve_to (x1, y1, x2, y2, p[i + 1].x, p[i + 1].y, data);
    }
}

/**
 * eup_drawing_trace:
 * @sink: where it is drawn, with a round pen of EUP_DRAWING_PEN
 *
 * Draws each stroke as one smooth line through its points.
 */
void
eup_drawing_trace (const EupDrawing *self, const EupDrawingSink *sink, gpointer data)
{
  for (guint i = 0; i < self->strokes->len; i++)
    trace_stroke (self->strokes->pdata[i], sink, data);
}
