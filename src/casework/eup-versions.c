/* The versions of what the core stands on, for a report of a fault. Nothing of the person or the machine. */

#include "casework/eup-versions.h"

#include <cairo.h>
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <lcms2.h>
#include <openssl/crypto.h>
#include <pango/pango.h>
#include <qpdf/qpdf-c.h>
#include <sqlite3.h>
#include "eup-config.h"

/**
 * eup_versions_describe:
 *
 * Returns: (transfer full): a line each: the program, then its libraries; in English, to be copied into a report
 */
char *
eup_versions_describe (void)
{
  return g_strdup_printf ("Euphoria %s\n"
                          "GLib %u.%u.%u\n"
                          "json-glib %s\n"
                          "SQLite %s (SQLCipher)\n"
                          "cairo %s\n"
                          "Pango %s\n"
                          "qpdf %s\n"
                          "Little CMS %d\n"
                          "%s\n",
                          EUP_VERSION, glib_major_version, glib_minor_version, glib_micro_version,
                          JSON_VERSION_S, sqlite3_libversion (), cairo_version_string (),
                          pango_version_string (), qpdf_get_qpdf_version (), cmsGetEncodedCMMversion (),
                          OpenSSL_version (OPENSSL_VERSION));
}
