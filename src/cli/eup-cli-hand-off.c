/* euphoria-cli hand-off and take-back: an external service signs the record, by file. */

#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli.h"
#include "record/eup-hand-off.h"
#include "record/eup-verify.h"
#include "util/eup-digest.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
may_go_out (const char *path, GBytes *pdf)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (pdf, NULL, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  if (verdict && (eup_verdict_is_good (verdict) || verdict->kind == EUP_VERDICT_NOT_SIGNED))
    return TRUE;
  eup_cli_complain ("%s: this is no record, or not as it was made; it is not handed over", shown);
  return FALSE;
}

/* The digest beside it is in the form that sha256sum --check reads. */
static int
hand_off (const char *path, const char *output)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autofree char *digest = pdf ? eup_digest_bytes (pdf) : NULL;
  g_autofree char *name = g_path_get_basename (output);
  g_autofree char *beside = g_strconcat (output, ".sha256", NULL);
  g_autofree char *line = g_strdup_printf ("%s  %s\n", digest ? digest : "", name);
  g_autoptr (GBytes) text = g_bytes_new (line, strlen (line));
  g_autofree char *shown = g_filename_display_name (output);

  if (pdf == NULL || !may_go_out (path, pdf) || !eup_cli_pdf_write (beside, text))
    return EUP_CLI_BAD;
  if (!eup_cli_pdf_write (output, pdf))
    {
      g_unlink (beside);
      return EUP_CLI_BAD;
    }
  eup_cli_say ("%s: ready to be signed elsewhere, SHA-256 %s", shown, digest);
  return EUP_CLI_GOOD;
}

static int
take_back (const char *handed_path, const char *returned_path, const char *output)
{
  g_autoptr (GBytes) handed = eup_cli_pdf_read (handed_path);
  g_autoptr (GBytes) returned = handed ? eup_cli_pdf_read (returned_path) : NULL;
  g_autofree char *shown = g_filename_display_name (output);
  g_autoptr (GError) error = NULL;

  if (returned == NULL)
    return EUP_CLI_BAD;
  if (!eup_hand_off_check (handed, returned, &error))
    return eup_cli_fail_for (returned_path, error);
  if (!eup_cli_pdf_write (output, returned))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: taken back; nothing but signatures was added", shown);
  return EUP_CLI_GOOD;
}

static int
run (int argc, char **argv, const char *parameters, const char *summary, int files)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where the record goes", "OUT.pdf" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *command = g_strdup (argv[0]);

  if (!eup_cli_parse (&argc, &argv, entries, parameters, summary))
    return EUP_CLI_USAGE;
  if (!eup_cli_usage_is_good (command, argc != files + 1 ? "it was called with too few or too many files"
                                       : output == NULL  ? "the option -o OUT.pdf is missing"
                                                         : NULL))
    return EUP_CLI_USAGE;
  return files == 1 ? hand_off (argv[1], output) : take_back (argv[1], argv[2], output);
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_hand_off (int argc, char **argv)
{
  return run (argc, argv, "RECORD.pdf",
              "Copies a record for an external service that signs it, and writes its digest beside "
              "(OUT.pdf.sha256).",
              1);
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_take_back (int argc, char **argv)
{
  return run (argc, argv, "HANDED.pdf RETURNED.pdf",
              "Takes back a record that an external service signed, if it is the record that was handed over "
              "and nothing but signatures was added.",
              2);
}
