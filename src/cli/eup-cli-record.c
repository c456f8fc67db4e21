/* euphoria-cli record: makes the decision record of a case file, and its twin beside it. */

#include "assessment/eup-rules.h"
#include "casework/eup-recording.h"
#include "cli/eup-cli-model.h"
#include "cli/eup-cli.h"
#include "record/eup-signer.h"
#include "util/eup-clock.h"
#include "util/eup-file.h"
#include "util/eup-json.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_CERTIFICATE (1024 * 1024)
#define MAX_PASSWORD 4096
/* A record holds what people said and how to do about it: its owner's alone. */
#define MODE 0600

typedef struct
{
  char *output;
  char *language;
  char *certificate;
  char *password_file;
  char *rules;
  char **additions;
  gboolean draft;
} Options;

typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
} Material;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->language);
  g_free (options->certificate);
  g_free (options->password_file);
  g_free (options->rules);
  g_strfreev (options->additions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->assessment, eup_assessment_free);
  g_clear_pointer (&material->model, eup_model_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

static gboolean
same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/* OUT.json for OUT.pdf */
static char *
twin_path (const char *output)
{
  return g_strdup_printf ("%.*s.json", (int) (strlen (output) - strlen (".pdf")), output);
}

static const char *
usage_problem (const Options *options, int argc)
{
  static const char *const languages[] = { "sv", "en", "zh", NULL };
  static const char *const rules[] = { "se", "cn", NULL };

  if (argc != 2)
    return argc < 2 ? "no case file is named" : "one case file makes one record, found more";
  if (options->output == NULL)
    return "the option -o OUT.pdf is missing";
  if (!g_str_has_suffix (options->output, ".pdf") || strlen (options->output) < 5)
    return "the record's name must end in .pdf";
  if (options->language != NULL && !g_strv_contains (languages, options->language))
    return "the language must be sv, en or zh";
  if (options->rules != NULL && !g_strv_contains (rules, options->rules))
    return "the rules must be se or cn";
  if ((options->certificate == NULL) != (options->password_file == NULL))
    return "--sign and --password-file belong together";
  if (options->certificate != NULL && options->draft)
    return "a draft is not signed: leave out --sign or --draft";
  return NULL;
}

static void
complain_all (const EupProblems *problems, const GError *error)
{
  if (problems != NULL && eup_problems_get_n (problems) > 0)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
}

/* The case holds who chose the rules: what is asked for here counts only where it does not say. */
static gboolean
choose_rules (Material *material, const char *path, const char *rules)
{
  EupAssessment *assessment = material->assessment;
  g_autofree char *shown = g_filename_display_name (path);

  if (rules == NULL || (assessment->rules != NULL && g_strcmp0 (assessment->rules->id, rules) == 0))
    return TRUE;
  if (assessment->rules != NULL)
    {
      eup_cli_complain ("%s: $.rules: the case is under the rules “%s”, leave out --rules %s", shown,
                        assessment->rules->id, rules);
      return FALSE;
    }
  assessment->rules = g_new0 (EupPin, 1);
  assessment->rules->id = g_strdup (eup_rule_pack_get_id (material->model->rules));
  assessment->rules->version = g_strdup (eup_rule_pack_get_version (material->model->rules));
  assessment->rules->digest = g_strdup (eup_rule_pack_get_digest (material->model->rules));
  return TRUE;
}

/* Reads the case and checks it against the model it names. */
static gboolean
load_material (Material *material, const char *path, const Options *options)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupProblems) of_model = NULL;
  g_autoptr (GError) error = NULL;

  material->assessment = eup_assessment_load (path, &problems, &error);
  if (material->assessment == NULL)
    {
      complain_all (problems, error);
      return FALSE;
    }
  material->model =
      eup_cli_model_new (material->assessment, options->rules, options->additions, &of_model, &error);
  if (material->model == NULL)
    {
      complain_all (of_model, error);
      return FALSE;
    }
  if (!choose_rules (material, path, options->rules))
    return FALSE;
  if (!eup_assessment_check (material->assessment, material->model, problems))
    {
      complain_all (problems, NULL);
      return FALSE;
    }
  return TRUE;
}

static void
complain_obstacle (const char *path, const EupObstacle *obstacle)
{
  const char *title = obstacle->gate ? eup_text_get (obstacle->gate->title, "en") : NULL;

  switch (obstacle->kind)
    {
    case EUP_OBSTACLE_OUTCOME:
      eup_cli_complain ("%s: $.decision.outcome: no outcome is chosen, expected one for a sealed record",
                        path);
      break;
    case EUP_OBSTACLE_FORBIDDEN:
      eup_cli_complain ("%s: $.decision.outcome: found a yes, expected another outcome: %s", path, title);
      break;
    case EUP_OBSTACLE_GATE:
      eup_cli_complain ("%s: $.decision.outcome: found a yes that is held back by a gate: %s", path, title);
      break;
    case EUP_OBSTACLE_DATE:
      eup_cli_complain ("%s: $.decision.until: the date is missing, expected one for this outcome", path);
      break;
    case EUP_OBSTACLE_REASONS:
      eup_cli_complain ("%s: $.decision.because: the reasons are missing, expected because and therefore",
                        path);
      break;
    case EUP_OBSTACLE_DECIDER:
      eup_cli_complain ("%s: $.decision.decider: nobody is named, expected who decides", path);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A record without --draft is one of a sealed case; a case file that is not sealed is sealed now. */
static gboolean
seal (const Material *material, const char *path, const char *now)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) obstacles = eup_rules_seal_obstacles (material->assessment, material->model);

  for (guint i = 0; i < obstacles->len; i++)
    complain_obstacle (shown, obstacles->pdata[i]);
  if (obstacles->len == 0 && !eup_assessment_is_sealed (material->assessment))
    g_set_str (&material->assessment->decision->sealed, now);
  return obstacles->len == 0;
}

static gboolean
fail_for (const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  eup_cli_complain ("%s: %s", shown, error->message);
  return FALSE;
}

/* The first line of the file. */
static char *
read_password (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = eup_file_read (path, MAX_PASSWORD, error);
  gsize length;
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *line = bytes ? g_strndup (text ? text : "", text ? length : 0) : NULL;

  if (line != NULL)
    line[strcspn (line, "\r\n")] = '\0';
  return g_steal_pointer (&line);
}

static EupSigner *
open_signer (const Options *options, GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = eup_file_read (options->certificate, MAX_CERTIFICATE, &error);
  g_autofree char *password = file ? read_password (options->password_file, &error) : NULL;
  EupSigner *signer;

  if (password == NULL)
    {
      eup_cli_complain_error (error);
      return NULL;
    }
  signer = eup_signer_new_pkcs12 (file, password, now, &error);
  if (signer == NULL)
    fail_for (options->certificate, error);
  return signer;
}

/* Both files or none: when the record can't be written, its twin becomes what it was. */
static gboolean
write_both (const EupRecording *recording, const char *output)
{
  g_autofree char *twin = twin_path (output);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean existed = g_file_test (twin, G_FILE_TEST_EXISTS);

  if (existed)
    before = eup_file_read (twin, EUP_JSON_MAX_SIZE, &error);
  if ((existed && before == NULL) || !eup_file_replace (twin, recording->twin, MODE, &error))
    {
      eup_cli_complain_error (error);
      return FALSE;
    }
  if (eup_file_replace (output, recording->pdf, MODE, &error))
    return TRUE;

  if (before != NULL)
    eup_file_replace (twin, before, MODE, NULL);
  else
    g_unlink (twin);
  eup_cli_complain_error (error);
  return FALSE;
}

static int
make_record (const char *path, const Options *options)
{
  g_auto (Material) material = { NULL };
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autoptr (GDateTime) time = eup_clock_now (clock);
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (EupSigner) signer = NULL;
  g_autoptr (EupRecording) recording = NULL;
  g_autoptr (GError) error = NULL;

  if (!load_material (&material, path, options) || (!options->draft && !seal (&material, path, now)))
    return EUP_CLI_BAD;
  if (options->certificate != NULL)
    {
      signer = open_signer (options, time);
      if (signer == NULL)
        return EUP_CLI_BAD;
    }
  recording =
      eup_recording_new (material.assessment, material.model, options->language, options->draft, &error);
  if (recording == NULL ||
      (signer && !eup_recording_sign (recording, signer, material.assessment, now, &error)))
    {
      fail_for (recording ? options->certificate : path, error);
      return EUP_CLI_BAD;
    }
  if (!write_both (recording, options->output))
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
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the record, else the case's own",
      "sv|en|zh" },
    { "sign", 0, 0, G_OPTION_ARG_FILENAME, &options.certificate, "Sign with this certificate (PKCS#12)",
      "CERT.p12" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options.password_file,
      "Its password is the first line of this file", "FILE" },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &options.rules,
      "Rule pack of the country, for a case that does not say which", "se|cn" },
    { "addition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.additions,
      "A local addition that the case was made with; may be given more than once", "FILE" },
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
  twin = twin_path (options.output);
  if (same_file (argv[1], twin) || same_file (argv[1], options.output))
    {
      eup_cli_complain (
          "euphoria-cli record: the record or its twin would be written over %s; choose another name",
          argv[1]);
      return EUP_CLI_USAGE;
    }
  return make_record (argv[1], &options);
}
