/* euphoria-cli record: makes the decision record of a case file, and its twin beside it; or one of the
 * papers that go with it. */

#include "casework/eup-recording.h"
#include "cli/eup-cli-material.h"
#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli-signer.h"
#include "cli/eup-cli.h"
#include "util/eup-clock.h"
#include "util/eup-file.h"

#include <string.h>

/* A record holds what people said and how to do about it: its owner's alone. */
#define MODE 0600

typedef struct
{
  char *output;
  char *language;
  EupCliSigner signer;
  char *rules;
  char *page;
  char *profile;
  char **additions;
  gboolean draft;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->language);
  eup_cli_signer_clear (&options->signer);
  g_free (options->rules);
  g_free (options->page);
  g_free (options->profile);
  g_strfreev (options->additions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Returns: (transfer none) (nullable): EUP_PDF_PROFILE_…; %NULL when there is no such */
static const char *
find_profile (const char *name)
{
  static const char *const profiles[][2] = { { "2a", EUP_PDF_PROFILE },
                                             { "2u", EUP_PDF_PROFILE_UNICODE },
                                             { "3a", EUP_PDF_PROFILE_TWIN } };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (profiles); i++)
    if (g_str_equal (profiles[i][0], name))
      return profiles[i][1];
  return NULL;
}

static const char *
usage_problem (const Options *options, int argc)
{
  static const char *const rules[] = { "se", "cn", NULL };
  static const char *const pages[] = { "resident", "send-out", NULL };

  if (argc != 2)
    return argc < 2 ? "no case file is named" : "one case file makes one record, found more";
  if (options->output == NULL)
    return "the option -o OUT.pdf is missing";
  if (!g_str_has_suffix (options->output, ".pdf") || strlen (options->output) < 5)
    return "the record's name must end in .pdf";
  if (options->language != NULL && !eup_cli_are_languages (options->language))
    return "the language must be sv, en or zh, or two of them such as sv,zh";
  if (options->rules != NULL && !g_strv_contains (rules, options->rules))
    return "the rules must be se or cn";
  if (options->page != NULL && !g_strv_contains (pages, options->page))
    return "the page must be resident or send-out";
  if (options->profile != NULL && find_profile (options->profile) == NULL)
    return "the profile must be 2a, 2u or 3a";
  if (options->page != NULL && options->profile != NULL)
    return "only the record has a profile: leave out --profile or --page";
  if (options->page != NULL && options->signer.certificate != NULL)
    return "only the record is signed: leave out --sign or --page";
  if ((options->signer.certificate == NULL) != (options->signer.password_file == NULL))
    return "--sign and --password-file belong together";
  if (options->signer.certificate != NULL && options->draft)
    return "a draft is not signed: leave out --sign or --draft";
  return NULL;
}

static gboolean
fail_for (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  eup_cli_complain ("%s: %s", shown, error->message);
  return FALSE;
}

/* Both files or none. A record that holds its twin is one file. */
static gboolean
write_files (const EupRecording *recording, const char *output)
{
  return recording->holds_twin ? eup_cli_pdf_write (output, recording->pdf)
                               : eup_cli_pdf_write_both (output, recording->pdf, recording->twin);
}

/* The resident's own page of a case that can be sealed or is a draft; the questions need no answers. */
static int
make_page (const char *path, const Options *options)
{
  g_auto (EupCliMaterial) material = { NULL };
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *shown = g_filename_display_name (options->output);
  gboolean questions = g_str_equal (options->page, "send-out");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  if (!eup_cli_material_load (&material, path, options->rules, options->additions) ||
      (!questions && !options->draft && !eup_cli_material_seal (&material, path, now)))
    return EUP_CLI_BAD;
  pdf = eup_recording_make_sheet (material.assessment, material.model, options->language,
                                  questions || options->draft,
                                  questions ? EUP_SHEET_SEND_OUT : EUP_SHEET_RESIDENT, &error);
  if (pdf == NULL)
    {
      fail_for (path, error);
      return EUP_CLI_BAD;
    }
  if (!eup_file_replace (options->output, pdf, MODE, &error))
    {
      eup_cli_complain_error (error);
      return EUP_CLI_BAD;
    }
  eup_cli_say ("%s: %s", shown, questions ? "the questions for a relative" : "the resident's own page");
  return EUP_CLI_GOOD;
}

static int
make_record (const char *path, const Options *options)
{
  g_auto (EupCliMaterial) material = { NULL };
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autoptr (GDateTime) time = eup_clock_now (clock);
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (EupSigner) signer = NULL;
  g_autoptr (EupRecording) recording = NULL;
  g_autoptr (GError) error = NULL;

  if (!eup_cli_material_load (&material, path, options->rules, options->additions) ||
      (!options->draft && !eup_cli_material_seal (&material, path, now)))
    return EUP_CLI_BAD;
  if (options->signer.certificate != NULL)
    {
      if (!eup_cli_material_may_be_signed (&material, path))
        return EUP_CLI_BAD;
      signer = eup_cli_signer_open (&options->signer, time);
      if (signer == NULL)
        return EUP_CLI_BAD;
    }
  recording = eup_recording_new (material.assessment, material.model, options->language, options->draft,
                                 find_profile (options->profile), &error);
  if (recording == NULL ||
      (signer && !eup_recording_sign (recording, signer, material.assessment, now, &error)))
    {
      fail_for (recording ? options->signer.certificate : path, error);
      return EUP_CLI_BAD;
    }
  if (!write_files (recording, options->output))
    return EUP_CLI_BAD;

  eup_cli_say ("%s: %s, %s%s%s", shown, recording->document_id, options->draft ? "a draft" : "sealed",
               signer ? " and signed by " : "", signer ? eup_signer_get_name (signer) : "");
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_record (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Where the record goes; its twin goes beside",
      "OUT.pdf" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
      "Language of the record, or two such as sv,zh; else the case's own", "sv|en|zh" },
    { "sign", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.certificate,
      "Sign with this certificate (PKCS#12)", "CERT.p12" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.signer.password_file,
      "Its password is the first line of this file", "FILE" },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &options.rules,
      "Rule pack of the country, for a case that does not say which", "se|cn" },
    { "addition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.additions,
      "A local addition that the case was made with; may be given more than once", "FILE" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options.page,
      "A paper beside the record instead: the resident's own page, or questions for a relative to answer",
      "resident|send-out" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &options.profile,
      "Kind of PDF/A, else the one that the rules name; in 3a the twin stands inside the record, not beside "
      "it",
      "2a|2u|3a" },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &options.draft,
      "Mark every page as a draft; the case need not be ready", NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *problem;
  g_autofree char *twin = NULL;

  if (!eup_cli_parse (
          &argc, &argv, entries, "CASE.json",
          "Makes the decision record of a case as PDF, and its twin for machines as JSON beside it."))
    return EUP_CLI_USAGE;
  problem = usage_problem (&options, argc);
  if (problem != NULL)
    {
      eup_cli_complain ("euphoria-cli record: %s; euphoria-cli record --help says how it is called", problem);
      return EUP_CLI_USAGE;
    }
  twin = eup_cli_twin_path (options.output);
  if (eup_cli_same_file (argv[1], twin) || eup_cli_same_file (argv[1], options.output))
    {
      eup_cli_complain (
          "euphoria-cli record: the record or its twin would be written over %s; choose another name",
          argv[1]);
      return EUP_CLI_USAGE;
    }
  return options.page != NULL ? make_page (argv[1], &options) : make_record (argv[1], &options);
}
