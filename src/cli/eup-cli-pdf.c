/* Reading and writing records for the commands that add something to one. */

#include "cli/eup-cli-pdf.h"

#include "cli/eup-cli.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"
#include "util/eup-json.h"

#include <glib/gstdio.h>
#include <string.h>

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

/* OUT.json for OUT.pdf */
char *
eup_cli_twin_path (const char *output)
{
  return g_strdup_printf ("%.*s.json", (int) (strlen (output) - strlen (".pdf")), output);
}

/* Both files or none: when the record can't be written, its twin becomes what it was. */
gboolean
eup_cli_pdf_write_both (const char *output, GBytes *pdf, GBytes *twin)
{
  g_autofree char *beside = eup_cli_twin_path (output);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean existed = g_file_test (beside, G_FILE_TEST_EXISTS);

  if (existed)
    before = eup_file_read (beside, EUP_JSON_MAX_SIZE, &error);
  if ((existed && before == NULL) || !eup_file_replace (beside, twin, MODE, &error))
    {
      eup_cli_complain_error (error);
      return FALSE;
    }
  if (eup_file_replace (output, pdf, MODE, &error))
    return TRUE;

  if (before != NULL)
    eup_file_replace (beside, before, MODE, NULL);
  else
    g_unlink (beside);
  eup_cli_complain_error (error);
  return FALSE;
}

/* Whether both names lead to one file. */
gboolean
eup_cli_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
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
