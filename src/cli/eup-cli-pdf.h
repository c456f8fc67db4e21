#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of records. The functions tell the person what is wrong. */
GBytes *eup_cli_pdf_read (const char *path);
gboolean eup_cli_pdf_write (const char *path, GBytes *pdf);
char *eup_cli_twin_path (const char *output);
gboolean eup_cli_pdf_write_both (const char *output, GBytes *pdf, GBytes *twin);
gboolean eup_cli_same_file (const char *a, const char *b);
int eup_cli_fail_for (const char *path, const GError *error);
gboolean eup_cli_usage_is_good (const char *command, const char *problem);

G_END_DECLS
