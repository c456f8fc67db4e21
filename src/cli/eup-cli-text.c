/* euphoria-cli text: what stands in a record, in reading order. */

#include "cli/eup-cli.h"
#include "record/eup-reading.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"

#include <errno.h>
#include <stdio.h>

static int
write_text (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_file_read (path, EUP_VERIFY_MOST_BYTES, &error);
  g_autofree char *text = pdf ? eup_reading_run (pdf, &error) : NULL;

  if (pdf == NULL)
    eup_cli_complain_error (error);
  else if (text == NULL)
    eup_cli_complain ("%s: %s", shown, error->message);
  if (text == NULL)
    return EUP_CLI_BAD;

  if (fputs (text, stdout) == EOF || fflush (stdout) == EOF)
    {
      eup_cli_complain ("euphoria-cli text: the text can't be written: %s", g_strerror (errno));
      return EUP_CLI_BAD;
    }
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_text (int argc, char **argv)
{
  if (!eup_cli_parse (
          &argc, &argv, NULL, "FILE.pdf",
          "Writes what stands in a record as plain text, in the order in which it is read aloud."))
    return EUP_CLI_USAGE;
  if (argc != 2)
    {
      eup_cli_complain ("euphoria-cli text: %s; euphoria-cli text --help says how it is called",
                        argc < 2 ? "no record is named" : "one record at a time, found more");
      return EUP_CLI_USAGE;
    }
  return write_text (argv[1]);
}
