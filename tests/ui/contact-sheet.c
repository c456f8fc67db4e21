/* Puts pictures side by side, so that one look shows what is not like the rest: contact-sheet OUT FOLDER…
 *
 * With one folder: its pictures, in rows. With several: a row for each picture, a column for each folder. */

#include <cairo.h>
#include <glib.h>
#include <math.h>

#define CELL_WIDTH 480
#define CELL_HEIGHT 300
#define LABEL_HEIGHT 26
#define GAP 12
#define IN_A_ROW 5

typedef struct
{
  cairo_t *cr;
  int columns;
} Sheet;

static GPtrArray *
names_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".png") && !g_str_has_prefix (name, "_"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  return names;
}

static void
say (cairo_t *cr, double x, double y, const char *words)
{
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 14);
  cairo_move_to (cr, x, y + 17);
  cairo_show_text (cr, words);
}

/* The picture as large as the cell lets it be; one that is not there leaves it empty. */
static void
draw (cairo_t *cr, double x, double y, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
  double width = cairo_image_surface_get_width (picture), height = cairo_image_surface_get_height (picture);
  double scale = width > 0 ? fmin (CELL_WIDTH / width, CELL_HEIGHT / height) : 1;

  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    {
      cairo_save (cr);
      cairo_translate (cr, x, y);
      cairo_scale (cr, scale, scale);
      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  cairo_surface_destroy (picture);
}

static void
draw_cell (cairo_t *cr, int column, int row, const char *folder, const char *name)
{
  g_autofree char *variant = g_path_get_basename (folder);
  g_autofree char *words = g_strdup_printf ("%.*s · %s", (int) strlen (name) - 4, name, variant);
  double x = GAP + column * (CELL_WIDTH + GAP), y = GAP + row * (CELL_HEIGHT + LABEL_HEIGHT + GAP);

  say (cr, x, y, words);
  draw (cr, x, y + LABEL_HEIGHT, folder, name);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = argc > 2 ? names_in (argv[2]) : NULL;
  int folders = argc - 2;
  int columns = folders > 1 ? folders : IN_A_ROW;
  int rows;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (names == NULL || names->len == 0)
    {
      g_printerr ("contact-sheet OUT FOLDER…: there are no pictures\n");
      return 1;
    }
  rows = folders > 1 ? (int) names->len : ((int) names->len + columns - 1) / columns;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, GAP + columns * (CELL_WIDTH + GAP),
                                        GAP + rows * (CELL_HEIGHT + LABEL_HEIGHT + GAP));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_paint (cr);
  for (int i = 0; i < (int) names->len; i++)
    for (int f = 0; f < folders; f++)
      draw_cell (cr, folders > 1 ? f : i % columns, folders > 1 ? i : i / columns, argv[2 + f],
                 names->pdata[i]);
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, argv[1]) != CAIRO_STATUS_SUCCESS)
    g_error ("%s can't be written", argv[1]);
  cairo_surface_destroy (surface);
  return 0;
}
