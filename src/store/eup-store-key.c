/* The key file: 32 random bytes as 64 hexadecimal digits, made once and never written again.
 *
 * Who loses it loses every case, so it is complete and on the disk before a database exists, and it
 * never takes the place of another. */

#include "store/eup-store-key.h"

#include "store/eup-store-values.h"
#include "util/eup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  KEY_BYTES = 32,
  KEY_DIGITS = 2 * KEY_BYTES,
};

static gboolean
fail (GError **error, EupStoreError code, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, EUP_STORE_ERROR, code, "%s: %s", shown, reason);
  return FALSE;
}

/**
 * eup_store_sync_folder:
 * @folder: a folder
 * @error: EUP_STORE_ERROR_FULL
 *
 * Returns: whether the names in @folder, as they are now, outlast a power cut
 */
gboolean
eup_store_sync_folder (const char *folder, GError **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  return synced ? TRUE : fail (error, EUP_STORE_ERROR_FULL, folder, g_strerror (reason));
}

/**
 * eup_store_key_free:
 * @key: (nullable): a key
 *
 * Wipes and frees it.
 */
void
eup_store_key_free (char *key)
{
  if (key == NULL)
    return;

  explicit_bzero (key, strlen (key));
  g_free (key);
}

/**
 * eup_store_key_read:
 * @folder: the data folder
 * @error: EUP_STORE_ERROR_UNREADABLE, naming the file that is missing or not a key
 *
 * Returns: (transfer full) (nullable): 64 hexadecimal digits; free with eup_store_key_free()
 */
char *
eup_store_key_read (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, EUP_STORE_KEY_FILE, NULL);
  g_autoptr (GBytes) bytes = NULL;
  const char *digits;
  gsize length, n_digits = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      fail (error, EUP_STORE_ERROR_UNREADABLE, path,
            "the key file is missing; without it the database can't be read");
      return NULL;
    }

  bytes = eup_file_read (path, 4096, NULL);
  if (bytes == NULL)
    {
      fail (error, EUP_STORE_ERROR_UNREADABLE, path, "the key file can't be read");
      return NULL;
    }

  digits = g_bytes_get_data (bytes, &length);
  while (n_digits < length && g_ascii_isxdigit (digits[n_digits]))
    n_digits++;
  if (n_digits != KEY_DIGITS || length > KEY_DIGITS + 1 ||
      (length == KEY_DIGITS + 1 && digits[KEY_DIGITS] != '\n'))
    {
      fail (error, EUP_STORE_ERROR_UNREADABLE, path, "this is not a key; 64 hexadecimal digits are expected");
      return NULL;
    }

  return g_strndup (digits, KEY_DIGITS);
}

/* Writes a new key to @fd and on to the disk. Returns 0 or an errno. */
static int
write_key (int fd)
{
  guint8 bytes[KEY_BYTES];
  char line[KEY_DIGITS + 2];
  int reason = 0;

  if (getrandom (bytes, sizeof bytes, 0) != (ssize_t) sizeof bytes)
    return EIO;

  for (gsize i = 0; i < KEY_BYTES; i++)
    g_snprintf (line + 2 * i, 3, "%02x", bytes[i]);
  line[KEY_DIGITS] = '\n';

  errno = ENOSPC;
  if (write (fd, line, KEY_DIGITS + 1) != KEY_DIGITS + 1 || fsync (fd) != 0)
    reason = errno;

  explicit_bzero (bytes, sizeof bytes);
  explicit_bzero (line, sizeof line);
  return reason;
}

/**
 * eup_store_key_make:
 * @folder: the data folder
 * @error: EUP_STORE_ERROR_FULL
 *
 * Makes the key file, or leaves alone the one that is there. It is written under another name, synced,
 * and then linked to its own: linking never replaces, and a power cut leaves either no key or a whole one.
 *
 * Returns: whether there is a key file now
 */
gboolean
eup_store_key_make (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, EUP_STORE_KEY_FILE, NULL);
  g_autofree char *draft = g_build_filename (folder, EUP_STORE_KEY_FILE ".XXXXXX", NULL);
  int fd, reason;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0)
    return fail (error, EUP_STORE_ERROR_FULL, path, g_strerror (errno));

  reason = write_key (fd);
  close (fd);
  if (reason == 0 && link (draft, path) != 0 && errno != EEXIST)
    reason = errno;
  g_unlink (draft);

  if (reason != 0)
    return fail (error, EUP_STORE_ERROR_FULL, path, g_strerror (reason));
  return eup_store_sync_folder (folder, error);
}
