/* A folder with certificates that are known here: one file or many, PEM or DER, whatever their names. */

#include "record/eup-trust.h"

#include "util/eup-file.h"

/* More than any list of authorities, and than any file of one. */
#define MOST_FILES 2000
#define MOST_BYTES (4 * 1024 * 1024)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_names (GDir *dir)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name; names->len < MOST_FILES && (name = g_dir_read_name (dir)) != NULL;)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
add_file (EupTrust *self, const char *path, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = eup_file_read (path, MOST_BYTES, &error);

  if (bytes != NULL && eup_trust_add (self, bytes, &error))
    return;
  if (problems != NULL)
    g_ptr_array_add (problems,
                     bytes ? g_strdup_printf ("%s: %s", shown, error->message) : g_strdup (error->message));
}

/**
 * eup_trust_add_folder:
 * @folder: a folder with certificates and lists of revoked ones
 * @problems: (nullable) (element-type utf8): gets one sentence for each file that can't be used
 * @error: EUP_TRUST_ERROR_NO_FOLDER
 *
 * A file that can't be used stops nothing. Files whose names begin with a dot, and folders, are left out.
 *
 * Returns: whether the folder could be read
 */
gboolean
eup_trust_add_folder (EupTrust *self, const char *folder, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local);
  g_autoptr (GPtrArray) names = dir ? list_names (dir) : NULL;

  if (dir == NULL)
    {
      g_autofree char *shown = g_filename_display_name (folder);
      gboolean there = g_file_test (folder, G_FILE_TEST_EXISTS);

      g_set_error (error, EUP_TRUST_ERROR, EUP_TRUST_ERROR_NO_FOLDER, "%s: %s", shown,
                   there ? "this folder can't be read" : "this folder is not there");
      return FALSE;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        add_file (self, path, problems);
    }
  return TRUE;
}
