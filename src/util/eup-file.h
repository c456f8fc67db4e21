#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EUP_FILE_ERROR (eup_file_error_quark ())
GQuark eup_file_error_quark (void);

/**
 * EupFileError:
 * @EUP_FILE_ERROR_UNREADABLE: the file is not there or may not be read
 * @EUP_FILE_ERROR_TOO_LARGE: the file is larger than anything of its kind can be
 * @EUP_FILE_ERROR_UNWRITABLE: the file can't be written; what stood there before still stands
 */
typedef enum
{
  EUP_FILE_ERROR_UNREADABLE,
  EUP_FILE_ERROR_TOO_LARGE,
  EUP_FILE_ERROR_UNWRITABLE,
} EupFileError;

GBytes *eup_file_read (const char *path, gsize max_size, GError **error);
gboolean eup_file_replace (const char *path, GBytes *contents, int mode, GError **error);
gboolean eup_file_stands_alone (const char *path);

G_END_DECLS
