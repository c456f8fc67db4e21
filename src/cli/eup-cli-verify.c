/* euphoria-cli verify: what has become of records since they were sealed, one line a file. */

#include "cli/eup-cli-verify.h"

#include "casework/eup-known.h"
#include "cli/eup-cli-chain.h"
#include "cli/eup-cli.h"
#include "util/eup-file.h"

#include <stdio.h>
#include <unistd.h>

#define MAX_CERTIFICATES (4 * 1024 * 1024)

typedef struct
{
  gboolean json, progress, summary, nul;
  char **known; /* files with certificates */
  char **trust; /* folders with certificates */
  char *list;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->known);
  g_strfreev (options->trust);
  g_free (options->list);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_known (EupTrust *trust, char **files)
{
  for (guint i = 0; files && files[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (files[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = eup_file_read (files[i], MAX_CERTIFICATES, &error);

      if (bytes == NULL)
        eup_cli_complain_error (error);
      else if (!eup_trust_add (trust, bytes, &error))
        eup_cli_complain ("%s: %s", shown, error->message);
      if (error != NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_folders (EupTrust *trust, char **folders, GPtrArray *problems)
{
  for (guint i = 0; folders && folders[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!eup_trust_add_folder (trust, folders[i], problems, &error))
        {
          eup_cli_complain_error (error);
          return FALSE;
        }
    }
  return TRUE;
}

/* A file in a folder that can't be used is told and stops nothing; one that was named does.
 *
 * Returns: (transfer full) (nullable): %NULL when what was named can't be used; the person has been told */
static EupTrust *
load_trust (const Options *options)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EupTrust) trust = eup_known_load (problems);
  gboolean good = add_known (trust, options->known) && add_folders (trust, options->trust, problems);

  for (guint i = 0; i < problems->len; i++)
    eup_cli_complain ("%s", (const char *) problems->pdata[i]);
  return good ? g_steal_pointer (&trust) : NULL;
}

typedef struct
{
  const Options *options;
  EupCliFiles *files;
  EupCliChain *chain;
  EupCliTally tally;
} Verifying;

static char *
next_cb (gpointer data)
{
  return eup_cli_files_next (((Verifying *) data)->files);
}

static gboolean
must_be_known (const Options *options)
{
  return options->known != NULL || options->trust != NULL;
}

static void
done_cb (EupInspection *inspection, gpointer data)
{
  Verifying *verifying = data;
  g_autoptr (EupInspection) found = inspection;

  if (verifying->tally.progress && verifying->tally.terminal)
    fputs ("\r\033[K", stderr);
  if (verifying->options->json)
    eup_cli_verify_say_json (found, must_be_known (verifying->options));
  else
    eup_cli_verify_say (found);
  eup_cli_chain_add (verifying->chain, found);
  eup_cli_tally_count (&verifying->tally, found,
                       eup_inspection_is_good (found, must_be_known (verifying->options)));
}

static int
verify_files (char **paths, const Options *options)
{
  g_autoptr (EupTrust) trust = load_trust (options);
  g_autoptr (EupCliFiles) files = trust ? eup_cli_files_new (paths, options->list, options->nul) : NULL;
  g_autoptr (EupCliChain) chain = eup_cli_chain_new ();
  Verifying verifying = { options, files, chain, { FALSE } };
  EupCliTally *tally = &verifying.tally;
  gboolean good, several = options->list != NULL || g_strv_length (paths) > 1;

  if (files == NULL)
    return EUP_CLI_BAD;
  tally->terminal = isatty (STDERR_FILENO);
  tally->progress = options->progress || (tally->terminal && several && !isatty (STDOUT_FILENO));
  tally->summary = options->summary || (tally->terminal && several);
  for (guint i = 0; options->list == NULL && paths[i] != NULL; i++)
    tally->total = g_file_test (paths[i], G_FILE_TEST_IS_DIR) ? G_MAXUINT : tally->total + 1;
  if (tally->total > g_strv_length (paths))
    tally->total = 0;
  eup_inspect_run (next_cb, done_cb, &verifying, trust, NULL);
  good = eup_cli_chain_say (chain, options->json);
  eup_cli_tally_end (tally);
  return good && tally->good == tally->n && eup_cli_files_are_good (files) ? EUP_CLI_GOOD : EUP_CLI_BAD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_verify (int argc, char **argv)
{
  g_auto (Options) options = { FALSE };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "One JSON object a line, for other programs", NULL },
    { "known", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.known,
      "Certificates that are known here (PEM or DER); a signature by another is then not good. Can stand "
      "several times",
      "FILE" },
    { "trust", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.trust,
      "The same for all files in a folder. The certificates of the system and of the folder “certificates” "
      "in Euphoria's data are always known",
      "FOLDER" },
    { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &options.list,
      "Also the files that are named there, one a line; - for the standard input", "FILE" },
    { "null", '0', 0, G_OPTION_ARG_NONE, &options.nul, "Names there end with a NUL, as of find -print0",
      NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &options.progress,
      "Tell how far it has come, also where the standard error is no terminal", NULL },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &options.summary,
      "At the end, how many of each verdict, on the standard error", NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!eup_cli_parse (&argc, &argv, entries, "FILE.pdf|FOLDER…",
                      "Says in words what has become of records since they were sealed, and whether the twin "
                      "beside each (FILE.json) belongs to it; of an amendment also which document it follows, and "
                      "whether that is the file with this number among those that are named. Of a folder all PDFs "
                      "in it. Needs no network and changes nothing. Ends with 0 when all are good, 1 when one is not, 2 when it was "
                      "called wrongly."))
    return EUP_CLI_USAGE;
  if (argc < 2 && options.list == NULL)
    {
      eup_cli_complain (
          "euphoria-cli verify: no record is named; euphoria-cli verify --help says how it is called");
      return EUP_CLI_USAGE;
    }
  return verify_files (argv + 1, &options);
}
