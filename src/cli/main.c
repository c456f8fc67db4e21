/* euphoria-cli: the verbs of Euphoria without a window, for tests, archives and scripts. */

#include <locale.h>
#include <stdio.h>

#include "cli/eup-cli.h"
#include "eup-config.h"

static const struct
{
  const char *name;
  EupCliFunc run;
  const char *parameters;
  const char *summary;
} commands[] = {
  { "check", eup_cli_check, "FILE…",
    "say what is wrong in a method, catalogue, rule pack, addition or case, and where" },
  { "record", eup_cli_record, "CASE.json -o OUT.pdf",
    "make the decision record of a case, signed if wanted" },
  { "amend", eup_cli_amend, "RECORD.pdf AMENDMENT.json -o OUT.pdf",
    "make the document that corrects or changes a sealed record, which stays as it is" },
  { "sign", eup_cli_sign, "RECORD.pdf -o OUT.pdf", "add a signature, by a certificate file or a card" },
  { "cards", eup_cli_cards, "MODULE.so", "list the certificates on cards that records can be signed with" },
  { "time-stamp", eup_cli_time_stamp, "request|import|ask RECORD.pdf -o OUT",
    "write a request for a time stamp, or take the answer" },
  { "validation", eup_cli_validation, "RECORD.pdf FILE… -o OUT.pdf",
    "put in what its certificates can be checked with after many years" },
  { "hand-off", eup_cli_hand_off, "RECORD.pdf -o OUT.pdf", "copy a record for a service that signs it" },
  { "take-back", eup_cli_take_back, "HANDED.pdf RETURNED.pdf -o OUT.pdf",
    "take a record back that such a service signed" },
  { "verify", eup_cli_verify, "FILE.pdf…", "say what has become of records since they were sealed" },
  { "twin", eup_cli_twin, "RECORD.pdf -o FILE.json", "take the data out of a record that holds it" },
  { "text", eup_cli_text, "FILE.pdf", "write a record as plain text, in reading order" },
};

static void
print_help (FILE *stream)
{
  fputs ("usage: euphoria-cli COMMAND [ARGUMENTS]\n\n", stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %s %s\n      %s\n", commands[i].name, commands[i].parameters, commands[i].summary);
  fputs ("\neuphoria-cli COMMAND --help says more. It ends with 0 when all is good, with 1 when\n"
         "something is wrong or could not be done, with 2 when it was called wrongly.\n",
         stream);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");

  if (argc < 2)
    {
      print_help (stderr);
      return EUP_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (stdout);
      return EUP_CLI_GOOD;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      puts ("euphoria-cli " EUP_VERSION);
      return EUP_CLI_GOOD;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  eup_cli_complain ("euphoria-cli: there is no command “%s”; euphoria-cli --help lists them", argv[1]);
  return EUP_CLI_USAGE;
}
