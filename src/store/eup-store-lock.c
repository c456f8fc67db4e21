/* One program at a time in a data folder. The lock goes with the descriptor: a killed program leaves none. */

#include "store/eup-store-lock.h"

#include "store/eup-store-database.h"
#include "store/eup-store-values.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * eup_store_lock_take:
 * @folder: the data folder
 * @error: EUP_STORE_ERROR_IN_USE, or EUP_STORE_ERROR_FULL when the folder can't be written
 *
 * Returns: a descriptor to give back with eup_store_lock_release(), or -1
 */
int
eup_store_lock_take (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, EUP_STORE_LOCK_FILE, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_autofree char *shown = g_filename_display_name (folder);
  int reason;

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  reason = errno;
  eup_store_lock_release (fd);
  if (reason == EWOULDBLOCK)
    g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_IN_USE, "%s: another program has this folder open",
                 shown);
  else
    g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_FULL, "%s/%s: %s", shown, EUP_STORE_LOCK_FILE,
                 g_strerror (reason));
  return -1;
}

void
eup_store_lock_release (int lock)
{
  if (lock >= 0)
    close (lock);
}
