/* euphoria-cli twin: takes the JSON twin out of a record that holds it. */

#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli.h"
#include "record/eup-verify.h"

/* Only of a record as it was made: from another nobody could say whose data it is. */
static const char *
why_not (const EupVerdict *verdict)
{
  if (verdict->kind == EUP_VERDICT_CHANGED)
    return "it was changed after it was signed; its data is not taken out";
  if (verdict->kind == EUP_VERDICT_NOT_OURS)
    return verdict->detail;
  return verdict->twin == NULL ? "there is no twin inside; it was written beside the record" : NULL;
}

static int
take_out (const char *path, const char *output)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *shown_output = g_filename_display_name (output);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupVerdict) verdict = pdf ? eup_verify_run (pdf, NULL, &error) : NULL;
  const char *problem;

  if (verdict == NULL)
    return pdf ? eup_cli_fail_for (path, error) : EUP_CLI_BAD;
  problem = why_not (verdict);
  if (problem != NULL)
    {
      eup_cli_complain ("%s: %s", shown, problem);
      return EUP_CLI_BAD;
    }
  if (!eup_cli_pdf_write (output, verdict->twin))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: the twin of %s", shown_output, verdict->document_id);
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_twin (int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where the data goes", "FILE.json" },
    G_OPTION_ENTRY_NULL,
  };
  const char *problem;

  if (!eup_cli_parse (
          &argc, &argv, entries, "RECORD.pdf",
          "Takes the twin for machines (JSON) out of a record that holds it, and nothing else: only "
          "of a record that is as it was made."))
    return EUP_CLI_USAGE;
  problem = argc != 2        ? "one record is named, not none or several"
            : output == NULL ? "the option -o FILE.json is missing"
                             : NULL;
  return eup_cli_usage_is_good ("twin", problem) ? take_out (argv[1], output) : EUP_CLI_USAGE;
}
