/* Reading and writing records for the commands that add something to one. */

#include "cli/eup-cli-pdf.h"

#include "cli/eup-cli.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"

/* A record holds what people said: its owner's alone. */
#define MODE 0600

/* Returns: (transfer full) (nullable): what the file holds */
GBytes *
eup_cli_pdf_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = eup_file_read (path, EUP_VERIFY_MOST_BYTES, &error);

  if (bytes == NULL)
    eup_cli_complain_error (error);
  return bytes;
}

/* Whole or not at all: what stood there before stands there until the new one is safe. */
gboolean
eup_cli_pdf_write (const char *path, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;

  if (eup_file_replace (path, pdf, MODE, &error))
    return TRUE;
  eup_cli_complain_error (error);
  return FALSE;
}

/* Returns: EUP_CLI_BAD */
int
eup_cli_fail_for (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  eup_cli_complain ("%s: %s", shown, error->message);
  return EUP_CLI_BAD;
}

/* Whether there is no @problem (nullable) with how @command was called; if there is, the person is told. */
gboolean
eup_cli_usage_is_good (const char *command, const char *problem)
{
  if (problem != NULL)
    eup_cli_complain ("euphoria-cli %s: %s; euphoria-cli %s --help says how it is called", command, problem,
                      command);
  return problem == NULL;
}
