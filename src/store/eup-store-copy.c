/* The dated copy of the database that stands before a migration touches it. */

#include "store/eup-store-copy.h"

#include "store/eup-store-database.h"
#include "store/eup-store-key.h"
#include "store/eup-store-values.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (GError **error, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_FULL, "%s: %s", shown, reason);
  return FALSE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  return synced ? TRUE : fail (error, path, g_strerror (reason));
}

/**
 * eup_store_copy_make:
 * @folder: the data folder; the copy goes to the folder "copies" in it
 * @path: the database, without anything left in its write-ahead log
 * @version: its version, for the name of the copy
 * @clock: for the date in that name
 * @error: EUP_STORE_ERROR_FULL
 *
 * The copy is encrypted with the same key. It appears under its name only when it is whole.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
eup_store_copy_make (const char *folder, const char *path, gint64 version, EupClock *clock, GError **error)
{
  g_autofree char *copies = g_build_filename (folder, EUP_STORE_COPIES_FOLDER, NULL);
  g_autoptr (GDateTime) now = eup_clock_now (clock);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("euphoria-%s-version-%" G_GINT64_FORMAT ".db", date, version);
  g_autofree char *copy = g_build_filename (copies, name, NULL);
  g_autofree char *draft = g_build_filename (copies, "draft", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (draft);
  g_autoptr (GError) local = NULL;

  if (g_mkdir_with_parents (copies, 0700) != 0)
    return fail (error, copies, g_strerror (errno));
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &local))
    return fail (error, draft, local->message);
  if (!sync_file (draft, error))
    return FALSE;
  if (g_rename (draft, copy) != 0)
    return fail (error, copy, g_strerror (errno));

  return eup_store_sync_folder (copies, error) && eup_store_sync_folder (folder, error);
}
