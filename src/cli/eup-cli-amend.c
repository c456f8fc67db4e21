/* euphoria-cli amend: makes the document that follows a sealed record, from the words of an amendment. The
 * record is read and stays as it is. */

#include "assessment/eup-amendment.h"
#include "casework/eup-recording.h"
#include "cli/eup-cli-model.h"
#include "cli/eup-cli-pdf.h"
#include "cli/eup-cli.h"
#include "record/eup-verify.h"
#include "util/eup-clock.h"
#include "util/eup-digest.h"
#include "util/eup-file.h"
#include "util/eup-json.h"
#include "util/eup-schema.h"

#include <string.h>

typedef struct
{
  char *output;
  char *language;
  char *twin;
  char **additions;
  gboolean draft;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->language);
  g_free (options->twin);
  g_strfreev (options->additions);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The document before it: what it is about, and how its file stands. */
typedef struct
{
  EupAssessment *cover;
  EupModel *model;
  EupAmends *amends;
  char *languages; /* that it says everything in: "sv", or "sv,zh" */
} Before;

static void
before_clear (Before *before)
{
  g_clear_pointer (&before->cover, eup_assessment_free);
  g_clear_pointer (&before->model, eup_model_unref);
  g_clear_pointer (&before->amends, eup_amends_free);
  g_free (before->languages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Before, before_clear)

static const char *
usage_problem (const Options *options, int argc)
{
  if (argc != 3)
    return "one record and one file with an amendment are named";
  if (options->output == NULL)
    return "the option -o OUT.pdf is missing";
  if (!g_str_has_suffix (options->output, ".pdf") || strlen (options->output) < 5)
    return "the amendment's name must end in .pdf";
  return options->language != NULL && !eup_cli_are_languages (options->language)
             ? "the language must be sv, en or zh, or two of them such as sv,zh"
             : NULL;
}

static gboolean G_GNUC_PRINTF (2, 3) refuse (const char *path, const char *format, ...)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  eup_cli_complain ("%s: %s", shown, why);
  return FALSE;
}

static gboolean
complain_all (const EupProblems *problems, const GError *error)
{
  if (problems != NULL && eup_problems_get_n (problems) > 0)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
  return FALSE;
}

/* Only what is whole is amended: the amendment says for ever which file it followed. */
static gboolean
check_pdf (const char *path, GBytes *pdf, EupVerdict **verdict)
{
  g_autoptr (GError) error = NULL;

  *verdict = eup_verify_run (pdf, NULL, &error);
  if (*verdict == NULL)
    return refuse (path, "%s", error->message);
  if ((*verdict)->kind == EUP_VERDICT_NOT_OURS)
    return refuse (path, "this is no record; it can't be amended");
  if ((*verdict)->kind == EUP_VERDICT_CHANGED)
    return refuse (path, "this record is not as it was made; it can't be amended");
  if (eup_document_number ((*verdict)->document_id) == 0)
    return refuse (path, "the document “%s” has no number to count on from", (*verdict)->document_id);
  return TRUE;
}

/* The twin that belongs to the record, read against the schema of its kind. */
static JsonNode *
load_twin (const char *path, const char *pdf_path, const EupVerdict *verdict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupProblems) problems = eup_problems_new (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (EupSchema) schema = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (path);

      refuse (pdf_path, "the file with its data, %s, is missing", shown);
      return NULL;
    }
  bytes = eup_file_read (path, EUP_JSON_MAX_SIZE, &error);
  if (bytes == NULL)
    {
      eup_cli_complain_error (error);
      return NULL;
    }
  if (!eup_verdict_matches_twin (verdict, bytes))
    {
      refuse (path, "this is not the data of the record %s", verdict->document_id);
      return NULL;
    }
  node = eup_json_parse (bytes, problems);
  schema = eup_schema_new_from_resource (verdict->amends ? "amendment.schema.json" : "case.schema.json");
  if (node == NULL || !eup_schema_check (schema, node, problems))
    {
      eup_cli_complain_problems (problems);
      return NULL;
    }
  return g_steal_pointer (&node);
}

/* The card and what the case was made with, from the twin of a record or of an amendment. */
static EupAssessment *
read_cover (JsonNode *twin, gboolean of_amendment)
{
  EupAmendmentFile *file;
  EupAssessment *cover;

  if (!of_amendment)
    return eup_assessment_read (twin);
  file = eup_amendment_file_read (twin);
  cover = eup_assessment_new ();
  eup_assessment_put (cover, EUP_PART_METHOD, g_steal_pointer (&file->method));
  eup_assessment_put (cover, EUP_PART_CATALOGUE, g_steal_pointer (&file->catalogue));
  eup_assessment_put (cover, EUP_PART_RULES, g_steal_pointer (&file->rules));
  while (file->additions->len > 0)
    eup_assessment_put (cover, EUP_PART_ADDITION, g_ptr_array_steal_index (file->additions, 0));
  eup_assessment_put (cover, EUP_PART_CARD, g_steal_pointer (&file->card));
  eup_amendment_file_free (file);
  return cover;
}

static gboolean
load_model (Before *before, const char *path, char **additions)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupProblems) of_pins = eup_problems_new (path);
  g_autoptr (GError) error = NULL;

  before->model = eup_cli_model_new (before->cover, NULL, additions, &problems, &error);
  if (before->model == NULL)
    return complain_all (problems, error);
  return eup_assessment_check_pins (before->cover, before->model, of_pins) || complain_all (of_pins, NULL);
}

static char *
read_languages (JsonObject *record)
{
  const char *first = json_object_get_string_member (record, "language");
  const char *second = json_object_get_string_member_with_default (record, "secondLanguage", NULL);

  return second ? g_strconcat (first, ",", second, NULL) : g_strdup (first);
}

static gboolean
load_before (Before *before, const char *path, const Options *options)
{
  g_autoptr (GBytes) pdf = eup_cli_pdf_read (path);
  g_autofree char *beside = options->twin ? g_strdup (options->twin) : eup_cli_twin_path (path);
  g_autofree char *digest = NULL;
  g_autoptr (EupVerdict) verdict = NULL;
  g_autoptr (JsonNode) twin = NULL;
  JsonObject *record;
  const char *sealed;

  if (pdf == NULL || !check_pdf (path, pdf, &verdict))
    return FALSE;
  twin = load_twin (beside, path, verdict);
  if (twin == NULL)
    return FALSE;
  record = json_object_get_object_member (json_node_get_object (twin), "record");
  sealed = json_object_get_string_member_with_default (record, "sealed", NULL);
  if (sealed == NULL || json_object_get_boolean_member (record, "draft"))
    return refuse (path, "this is a draft; only a sealed record is amended");
  digest = eup_digest_bytes (pdf);
  before->amends = eup_amends_new (verdict->document_id, digest, sealed);
  before->cover = read_cover (twin, verdict->amends != NULL);
  before->languages = read_languages (record);
  return load_model (before, beside, options->additions);
}

static gboolean
check_words (const char *path, const EupAmendment *amendment, const Before *before)
{
  const char *concerns = amendment->concerns;
  guint last = eup_document_number (before->amends->document_id);
  guint number = eup_document_number (concerns);
  g_autofree char *other = number ? eup_document_with_number (before->amends->document_id, number) : NULL;
  const EupMethod *method = before->model->method;
  gboolean good = TRUE;

  if (amendment->id != NULL && eup_amendment_get_number (amendment) != last + 1)
    good = refuse (path, "$.amendment.id: found “%s”, but after %s comes number %u", amendment->id,
                   before->amends->document_id, last + 1);
  if (concerns != NULL && *concerns != '\0' && (number > last || g_strcmp0 (other, concerns) != 0))
    good = refuse (path, "$.amendment.concerns: “%s” is no document before this one in its case", concerns);
  if (amendment->question != NULL && *amendment->question != '\0' &&
      eup_method_find_question (method, amendment->question) == NULL)
    good = refuse (path, "$.amendment.question: the method has no question “%s”", amendment->question);
  return good;
}

static gboolean
is_complete (const char *path, const EupAmendment *amendment)
{
  static const struct
  {
    EupAmendmentLacks lack;
    const char *what;
  } words[] = {
    { EUP_AMENDMENT_LACKS_KIND, "which kind of amendment it is ($.amendment.kind)" },
    { EUP_AMENDMENT_LACKS_PART, "which part of the record it concerns ($.amendment.part)" },
    { EUP_AMENDMENT_LACKS_OLD_WORDS, "the words as they stand there ($.amendment.oldWords)" },
    { EUP_AMENDMENT_LACKS_NEW_WORDS, "what is so instead ($.amendment.newWords)" },
    { EUP_AMENDMENT_LACKS_REASON, "why ($.amendment.reason)" },
    { EUP_AMENDMENT_LACKS_ASKED_BY, "who considers it wrong ($.amendment.askedBy)" },
    { EUP_AMENDMENT_LACKS_DECIDED_BY, "who decided or noted it ($.amendment.decidedBy)" },
    { EUP_AMENDMENT_LACKS_DECIDED, "the day on which that was done ($.amendment.decided)" },
  };
  EupAmendmentLacks lacks = eup_amendment_lacks (amendment);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (lacks & words[i].lack)
      refuse (path, "not said yet: %s", words[i].what);
  return lacks == EUP_AMENDMENT_LACKS_NOTHING;
}

static int
amend (const char *record, const char *words, const Options *options)
{
  g_auto (Before) before = { NULL };
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  g_autofree char *now = eup_clock_now_iso (clock);
  g_autofree char *shown = g_filename_display_name (options->output);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupAmendmentFile) file = eup_amendment_file_load (words, &problems, &error);
  g_autoptr (EupRecording) recording = NULL;

  if (file == NULL)
    {
      complain_all (problems, error);
      return EUP_CLI_BAD;
    }
  if (!load_before (&before, record, options) || !check_words (words, file->amendment, &before) ||
      (!options->draft && !is_complete (words, file->amendment)))
    return EUP_CLI_BAD;
  eup_amendment_make_plain (file->amendment);
  g_set_str (&before.cover->decision->sealed, now);
  recording = eup_recording_new_amendment (before.cover, before.model,
                                           options->language ? options->language : before.languages,
                                           options->draft, file->amendment, before.amends, &error);
  if (recording == NULL)
    return eup_cli_fail_for (words, error);
  if (!eup_cli_pdf_write_both (options->output, recording->pdf, recording->twin))
    return EUP_CLI_BAD;
  eup_cli_say ("%s: %s, %s, follows %s", shown, recording->document_id, options->draft ? "a draft" : "sealed",
               before.amends->document_id);
  return EUP_CLI_GOOD;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_amend (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      "Where the amendment goes; its twin goes beside", "OUT.pdf" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
      "Language of the amendment, or two such as sv,zh; else the record's own", "sv|en|zh" },
    { "twin", 0, 0, G_OPTION_ARG_FILENAME, &options.twin,
      "The data of the record, where they do not lie beside it", "RECORD.json" },
    { "addition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.additions,
      "A local addition that the case was made with; may be given more than once", "FILE" },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &options.draft,
      "Mark every page as a draft; the amendment need not be ready", NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *problem;
  g_autofree char *twin = NULL;

  if (!eup_cli_parse (&argc, &argv, entries, "RECORD.pdf AMENDMENT.json",
                      "Makes the document that follows a sealed record: a correction, a changed decision, or "
                      "what somebody considers wrong. RECORD.pdf is the newest document of its case; it and "
                      "its data (RECORD.json) are read and stay as they are."))
    return EUP_CLI_USAGE;
  problem = usage_problem (&options, argc);
  if (problem == NULL)
    {
      twin = eup_cli_twin_path (options.output);
      if (eup_cli_same_file (argv[1], options.output) || eup_cli_same_file (argv[2], twin) ||
          eup_cli_same_file (options.twin ? options.twin : argv[1], twin))
        problem = "the amendment or its twin would be written over a file that it is made from";
      else
        {
          g_autofree char *beside = eup_cli_twin_path (argv[1]);

          if (eup_cli_same_file (beside, twin))
            problem = "the amendment's twin would be written over that of the record";
        }
    }
  return eup_cli_usage_is_good ("amend", problem) ? amend (argv[1], argv[2], &options) : EUP_CLI_USAGE;
}
