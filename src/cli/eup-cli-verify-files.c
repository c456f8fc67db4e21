/* Which files are meant: one after the other, so that a list of any length takes no room. */

#include "cli/eup-cli-verify.h"

#include "cli/eup-cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Folders inside each other. */
#define DEEPEST 32

struct _EupCliFiles
{
  char **paths; /* borrowed */
  guint at;
  GQueue *found; /* of paths: what is left of folders */
  FILE *list;
  gboolean nul;
  gboolean bad; /* a folder or list could not be read, or a folder holds nothing */
};

/**
 * eup_cli_files_new:
 * @paths: files and folders; must outlive the answer
 * @list: (nullable): a file with one name a line, or "-" for the standard input
 * @nul: whether names in it end with a NUL
 *
 * Returns: (transfer full) (nullable): %NULL when @list can't be read; the person has been told
 */
EupCliFiles *
eup_cli_files_new (char **paths, const char *list, gboolean nul)
{
  FILE *opened = list == NULL ? NULL : g_str_equal (list, "-") ? stdin : fopen (list, "re");
  EupCliFiles *self;

  if (list != NULL && opened == NULL)
    {
      g_autofree char *shown = g_filename_display_name (list);

      eup_cli_complain ("%s: %s", shown, g_strerror (errno));
      return NULL;
    }
  self = g_new0 (EupCliFiles, 1);
  self->paths = paths;
  self->found = g_queue_new ();
  self->list = opened;
  self->nul = nul;
  return self;
}

void
eup_cli_files_free (EupCliFiles *self)
{
  g_queue_free_full (self->found, g_free);
  if (self->list != NULL && self->list != stdin)
    fclose (self->list);
  g_free (self);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_pdf (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".pdf") == 0;
}

/* A link to a folder is not followed, so no circle is walked. */
static guint
look_into (EupCliFiles *self, const char *folder, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  if (dir == NULL)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      eup_cli_complain ("%s: this folder can't be read", shown);
      self->bad = TRUE;
      return 1;
    }
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (depth < DEEPEST && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
            n += look_into (self, path, depth + 1);
        }
      else if (is_pdf (path))
        {
          g_queue_push_tail (self->found, g_strdup (path));
          n++;
        }
    }
  return n;
}

static char *
read_name (EupCliFiles *self)
{
  char *line = NULL;
  size_t room = 0;
  gssize length;

  while ((length = getdelim (&line, &room, self->nul ? '\0' : '\n', self->list)) >= 0)
    {
      while (length > 0 && (line[length - 1] == '\0' || (!self->nul && strchr ("\r\n", line[length - 1]))))
        line[--length] = '\0';
      if (length > 0)
        {
          char *name = g_strdup (line);

          free (line);
          return name;
        }
    }
  free (line);
  return NULL;
}

/* Returns: (transfer full) (nullable): a file, or a folder that is still to be looked into */
static char *
next_named (EupCliFiles *self)
{
  if (self->paths[self->at] != NULL)
    return g_strdup (self->paths[self->at++]);
  return self->list ? read_name (self) : NULL;
}

/**
 * eup_cli_files_next:
 *
 * Returns: (transfer full) (nullable): the next file
 */
char *
eup_cli_files_next (EupCliFiles *self)
{
  char *path = NULL;

  while (g_queue_is_empty (self->found) && (path = next_named (self)) != NULL)
    {
      g_autofree char *folder = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        return path;
      folder = path;
      if (look_into (self, folder, 0) == 0)
        {
          g_autofree char *shown = g_filename_display_name (folder);

          eup_cli_complain ("%s: there is no PDF in this folder", shown);
          self->bad = TRUE;
        }
    }
  return g_queue_pop_head (self->found);
}

/* Returns: whether each folder so far could be read and held something */
gboolean
eup_cli_files_are_good (const EupCliFiles *self)
{
  return !self->bad;
}
