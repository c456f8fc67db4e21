/* euphoria-cli time-stamp and validation: what lets a signature be checked after many years. */

#include "cli/eup-cli-authority.h"
#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli.h"
#include "record/eup-stamp.h"
#include "record/eup-validation.h"
#include "util/eup-file.h"

#define MAX_ANSWER (1024 * 1024)
#define MAX_MATERIAL (64 * 1024 * 1024) /* lists of revoked certificates can be long */

typedef struct
{
  char *output;
  char *request;
  char *answer;
  char *authority;
  gboolean archive;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->request);
  g_free (options->answer);
  g_free (options->authority);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GBytes *
read_file (const char *path, gsize most)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = eup_file_read (path, most, &error);

  if (bytes == NULL)
    eup_cli_complain_error (error);
  return bytes;
}

static EupStampKind
get_kind (const Options *options)
{
  return options->archive ? EUP_STAMP_ARCHIVE : EUP_STAMP_SIGNATURE;
}

static int
write_request (const char *path, const Options *options)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) request = NULL;
  g_autofree char *shown = g_filename_display_name (options->output);

  if (pdf == NULL)
    return EUP_CLI_BAD;
  request = eup_stamp_request (pdf, get_kind (options), &error);
  if (request == NULL)
    return eup_cli_fail_for (path, error);
  if (!eup_cli_pdf_write (options->output, request))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: a request for a time stamp on %s; keep it until the answer is taken", shown,
               options->archive ? "the whole record" : "the last signature");
  return EUP_CLI_GOOD;
}

static int
take_answer (const char *path, const Options *options)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autoptr (GBytes) request = pdf ? read_file (options->request, MAX_ANSWER) : NULL;
  g_autoptr (GBytes) answer = request ? read_file (options->answer, MAX_ANSWER) : NULL;
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) done = NULL;

  if (answer == NULL)
    return EUP_CLI_BAD;
  done = eup_stamp_take (pdf, request, answer, &error);
  if (done == NULL)
    return eup_cli_fail_for (options->answer, error);
  if (!eup_cli_pdf_write (options->output, done))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: with the time stamp", shown);
  return EUP_CLI_GOOD;
}

static int
ask (const char *path, const Options *options)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) done = NULL;

  if (pdf == NULL)
    return EUP_CLI_BAD;
  done = eup_stamp_through (pdf, get_kind (options), eup_cli_authority_ask, options->authority, &error);
  if (done == NULL)
    return eup_cli_fail_for (path, error);
  if (!eup_cli_pdf_write (options->output, done))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: with the time stamp of %s", shown, options->authority);
  return EUP_CLI_GOOD;
}

static const struct
{
  const char *word;
  int (*run) (const char *path, const Options *options);
} ways[] = { { "request", write_request }, { "import", take_answer }, { "ask", ask } };

static int
find_way (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (word, ways[i].word) == 0)
      return (int) i;
  return -1;
}

static const char *
usage_problem (const Options *options, int argc, char **argv)
{
  const char *word = find_way (argv[1]) >= 0 ? argv[1] : NULL;

  if (word == NULL)
    return "the first word is request, import or ask";
  if (argc != 3)
    return "one record is named, not none or several";
  if (options->output == NULL)
    return "the option -o is missing";
  if (!g_str_equal (word, "import") && (options->request || options->answer))
    return "--request and --answer belong to import";
  if (g_str_equal (word, "import") && (options->request == NULL || options->answer == NULL))
    return "import needs --request and --answer";
  if (g_str_equal (word, "import") && options->archive)
    return "--archive belongs to request and ask";
  if (g_str_equal (word, "ask") != (options->authority != NULL))
    return "ask and --authority belong together";
  return NULL;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_time_stamp (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      "Where the request (.tsq) or the stamped record goes", "FILE" },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &options.archive,
      "A stamp on the whole record, else one on its last signature", NULL },
    { "request", 0, 0, G_OPTION_ARG_FILENAME, &options.request, "The request that was answered", "FILE.tsq" },
    { "answer", 0, 0, G_OPTION_ARG_FILENAME, &options.answer, "What the authority answered", "FILE.tsr" },
    { "authority", 0, 0, G_OPTION_ARG_STRING, &options.authority,
      "Where the authority is that ask speaks with, where this program may", "URL" },
    G_OPTION_ENTRY_NULL,
  };

  if (!eup_cli_parse (
          &argc, &argv, entries, "request|import|ask RECORD.pdf",
          "Writes a request for a time stamp (RFC 3161) that any authority can answer, and takes the "
          "answer; that needs no network. Or asks the authority itself, where this program was built to "
          "(-Dnetwork=true). Only a digest of the record is in the request."))
    return EUP_CLI_USAGE;
  if (!eup_cli_usage_is_good ("time-stamp", usage_problem (&options, argc, argv)))
    return EUP_CLI_USAGE;
  return ways[find_way (argv[1])].run (argv[2], &options);
}

static int
add_validation (char **paths, const char *output)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (paths[0]);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *shown = g_filename_display_name (output);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) done = NULL;

  if (pdf == NULL)
    return EUP_CLI_BAD;
  for (guint i = 1; paths[i] != NULL; i++)
    {
      GBytes *file = read_file (paths[i], MAX_MATERIAL);

      if (file == NULL)
        return EUP_CLI_BAD;
      g_ptr_array_add (files, file);
    }
  done = eup_validation_append (pdf, files, &error);
  if (done == NULL)
    return eup_cli_fail_for (paths[0], error);
  if (!eup_cli_pdf_write (output, done))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: with what its certificates can be checked with", shown);
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_validation (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Where the record goes", "OUT.pdf" },
    G_OPTION_ENTRY_NULL,
  };

  if (!eup_cli_parse (&argc, &argv, entries, "RECORD.pdf FILE…",
                      "Puts into a record what its certificates can be checked with after many years: "
                      "authorities, lists of revoked certificates (DER or PEM), answers of OCSP (DER)."))
    return EUP_CLI_USAGE;
  if (!eup_cli_usage_is_good ("validation", argc < 3 ? "a record and at least one file are named"
                                            : options.output == NULL ? "the option -o OUT.pdf is missing"
                                                                     : NULL))
    return EUP_CLI_USAGE;
  return add_validation (argv + 1, options.output);
}
