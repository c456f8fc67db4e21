/* Files that are read with a limit and written whole or not at all. */

#include "util/eup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (eup-file-error-quark, eup_file_error)

static gboolean
fail (GError **error, EupFileError code, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, EUP_FILE_ERROR, code, "%s: %s", shown, reason);
  return FALSE;
}

/* GLib says "Failed to do this with “file”: g_that() failed: Reason"; a person needs the reason. */
static const char *
reason_of (const GError *error)
{
  const char *colon = g_strrstr (error->message, ": ");

  return colon ? colon + strlen (": ") : error->message;
}

/**
 * eup_file_read:
 * @path: a file name
 * @max_size: the largest size in bytes that makes sense for this kind of file
 * @error: EUP_FILE_ERROR_UNREADABLE or EUP_FILE_ERROR_TOO_LARGE
 *
 * Reads a whole regular file. A larger one is refused before it is read.
 *
 * Returns: (transfer full) (nullable): the contents
 */
GBytes *
eup_file_read (const char *path, gsize max_size, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) local = NULL;
  GStatBuf status;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_stat (path, &status) != 0)
    {
      fail (error, EUP_FILE_ERROR_UNREADABLE, path, g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      fail (error, EUP_FILE_ERROR_UNREADABLE, path, "this is not a file");
      return NULL;
    }
  if ((guint64) status.st_size > max_size)
    {
      g_autofree char *found = g_format_size (status.st_size);
      g_autofree char *limit = g_format_size (max_size);
      g_autofree char *reason = g_strdup_printf ("the file has %s; at most %s is expected", found, limit);

      fail (error, EUP_FILE_ERROR_TOO_LARGE, path, reason);
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, &local))
    {
      fail (error, EUP_FILE_ERROR_UNREADABLE, path, reason_of (local));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

/* g_file_set_contents_full() makes a new file beside, syncs and renames: a full disk or a cut of
 * power leaves either the old contents or the new ones. */

/**
 * eup_file_replace:
 * @path: a file name
 * @contents: what it shall hold
 * @mode: permission bits of the new file, such as 0600
 * @error: EUP_FILE_ERROR_UNWRITABLE
 *
 * Returns: whether @path now durably holds @contents; if not, it holds what it held before
 */
gboolean
eup_file_replace (const char *path, GBytes *contents, int mode, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (contents, &length);

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_set_contents_full (path, data ? data : "", (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &local))
    {
      g_autofree char *reason = g_strdup_printf ("can't be written: %s", reason_of (local));

      return fail (error, EUP_FILE_ERROR_UNWRITABLE, path, reason);
    }

  return TRUE;
}

/**
 * eup_file_stands_alone:
 * @path: a file name
 *
 * The desktop's document portal hands a sandboxed program single files, each in a folder of its own:
 * DOCUMENTS/ID/NAME. What is written beside it there vanishes without a word.
 *
 * Returns: whether only this one file may be written, and nothing beside it
 */
gboolean
eup_file_stands_alone (const char *path)
{
  g_autofree char *documents = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);

  return g_str_equal (above, documents) || g_str_equal (above, "/run/flatpak/doc");
}
