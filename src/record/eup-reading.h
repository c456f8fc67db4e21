#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EUP_READING_ERROR (eup_reading_error_quark ())
GQuark eup_reading_error_quark (void);

/**
 * EupReadingError:
 * @EUP_READING_ERROR_UNREADABLE: this is no whole PDF, or its pages are not written as ours are
 */
typedef enum
{
  EUP_READING_ERROR_UNREADABLE,
} EupReadingError;

char *eup_reading_run (GBytes *pdf, GError **error);

G_END_DECLS
