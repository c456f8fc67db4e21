/* euphoria-cli verify: what has become of a record since it was sealed, one line a file. */

#include "cli/eup-cli.h"
#include "record/eup-verify.h"
#include "util/eup-file.h"
#include "util/eup-json.h"

#include <string.h>

#define MAX_CERTIFICATES (4 * 1024 * 1024)

typedef struct
{
  gboolean json;
  char **known; /* files with certificates */
} Options;

typedef enum
{
  TWIN_NONE,
  TWIN_BELONGS,
  TWIN_DIFFERS,
  TWIN_UNREADABLE,
} Twin;

static const char *const twin_nicks[] = { "none", "belongs", "differs", "unreadable" };

/* What is told about one file. */
typedef struct
{
  const char *path;
  char *shown;
  EupVerdict *verdict; /* NULL: it can't be read */
  char *problem;       /* why not */
  Twin twin;
  gboolean good;
} Finding;

static void
finding_clear (Finding *finding)
{
  g_free (finding->shown);
  g_clear_pointer (&finding->verdict, eup_verdict_free);
  g_free (finding->problem);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, finding_clear)

static void
options_clear (Options *options)
{
  g_strfreev (options->known);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
verdict_words (EupVerdictKind kind)
{
  switch (kind)
    {
    case EUP_VERDICT_SEALED:
      return "sealed and unchanged";
    case EUP_VERDICT_SIGNED_LATER:
      return "signed, and later signed by others";
    case EUP_VERDICT_EXTENDED:
      return "extended by another program";
    case EUP_VERDICT_CHANGED:
      return "changed after signing";
    case EUP_VERDICT_NOT_SIGNED:
      return "whole, but nobody has signed it";
    case EUP_VERDICT_NOT_OURS:
      return "not one of our records";
    default:
      g_assert_not_reached ();
    }
}

/* Looks at OUT.json for OUT.pdf. */
static Twin
check_twin (const char *path, const EupVerdict *verdict)
{
  g_autofree char *beside = NULL;
  g_autoptr (GBytes) twin = NULL;

  if (verdict->twin_digest == NULL || !g_str_has_suffix (path, ".pdf"))
    return TWIN_NONE;
  beside = g_strdup_printf ("%.*s.json", (int) (strlen (path) - strlen (".pdf")), path);
  if (!g_file_test (beside, G_FILE_TEST_EXISTS))
    return TWIN_NONE;
  twin = eup_file_read (beside, EUP_JSON_MAX_SIZE, NULL);
  if (twin == NULL)
    return TWIN_UNREADABLE;
  return eup_verdict_matches_twin (verdict, twin) ? TWIN_BELONGS : TWIN_DIFFERS;
}

static gboolean
somebody_was_revoked (const EupVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    if (((EupVerdictSignature *) verdict->signatures->pdata[i])->revoked)
      return TRUE;
  return FALSE;
}

static void
look_at (Finding *finding, const char *path, const EupTrust *trust)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_file_read (path, EUP_VERIFY_MOST_BYTES, &error);

  finding->path = path;
  finding->shown = g_filename_display_name (path);
  if (pdf != NULL)
    finding->verdict = eup_verify_run (pdf, trust, &error);
  if (finding->verdict == NULL)
    {
      finding->problem =
          pdf ? g_strdup_printf ("%s: %s", finding->shown, error->message) : g_strdup (error->message);
      return;
    }
  finding->twin = check_twin (path, finding->verdict);
  finding->good = eup_verdict_is_good (finding->verdict) && !somebody_was_revoked (finding->verdict) &&
                  finding->twin != TWIN_DIFFERS && finding->twin != TWIN_UNREADABLE &&
                  (trust == NULL || !finding->verdict->certificate_unknown);
}

static void
say_signatures (GString *line, const EupVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];

      const char *level = eup_verdict_level_to_nick (signature->level);

      g_string_append_printf (line, "%s%s",
                              signature->is_stamp ? "; the whole stamped by "
                              : i == 0            ? "; signed by "
                                                  : " and ",
                              signature->name ? signature->name : "?");
      if (signature->time != NULL)
        g_string_append_printf (line, " at %s", signature->time);
      if (signature->revoked)
        g_string_append (line, " (certificate revoked)");
      else if (!signature->known)
        g_string_append (line, " (certificate unknown here)");
      if (signature->stamped != NULL)
        g_string_append_printf (line, ", stamped by %s at %s%s", signature->stamped_by, signature->stamped,
                                signature->stamp_known ? "" : " (certificate unknown here)");
      if (level != NULL && signature->level > EUP_LEVEL_B)
        g_string_append_printf (line, ", PAdES %s", level);
    }
}

static void
say (const Finding *finding)
{
  static const char *const twins[] = { "", "; the twin beside it belongs to it",
                                       "; the twin beside it is another one",
                                       "; the twin beside it can't be read" };
  const EupVerdict *verdict = finding->verdict;
  g_autoptr (GString) line = g_string_new (NULL);

  if (verdict == NULL)
    {
      eup_cli_complain ("%s", finding->problem);
      return;
    }
  g_string_append_printf (line, "%s: %s", finding->shown, verdict_words (verdict->kind));
  if (verdict->detail != NULL && !eup_verdict_is_good (verdict))
    g_string_append_printf (line, " (%s)", verdict->detail);
  say_signatures (line, verdict);
  if (verdict->twin != NULL)
    g_string_append (line, "; the twin inside it is the one that it names");
  g_string_append (line, twins[finding->twin]);
  eup_cli_say ("%s", line->str);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_truth (JsonBuilder *builder, const char *name, gboolean truth)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, truth);
}

static void
add_signature (JsonBuilder *builder, const EupVerdictSignature *signature)
{
  json_builder_begin_object (builder);
  add_text (builder, "name", signature->name);
  add_text (builder, "role", signature->role);
  add_text (builder, "reason", signature->reason);
  add_text (builder, "place", signature->place);
  add_text (builder, "time", signature->time);
  add_text (builder, "slot", signature->slot);
  add_truth (builder, "intact", signature->intact);
  add_truth (builder, "whole", signature->whole);
  add_truth (builder, "last", signature->last);
  add_truth (builder, "known", signature->known);
  add_truth (builder, "revoked", signature->revoked);
  add_truth (builder, "wholeStamp", signature->is_stamp);
  add_text (builder, "level", eup_verdict_level_to_nick (signature->level));
  add_text (builder, "stamped", signature->stamped);
  add_text (builder, "stampedBy", signature->stamped_by);
  if (signature->stamped != NULL)
    add_truth (builder, "stampKnown", signature->stamp_known);
  json_builder_end_object (builder);
}

/* One JSON object a line, so that another program can read while this one still verifies. */
static void
say_json (const Finding *finding)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const EupVerdict *verdict = finding->verdict;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "file", finding->shown);
  add_truth (builder, "good", finding->good);
  add_text (builder, "problem", finding->problem);
  if (verdict != NULL)
    {
      add_text (builder, "verdict", eup_verdict_kind_to_nick (verdict->kind));
      add_text (builder, "words", verdict_words (verdict->kind));
      add_text (builder, "detail", verdict->detail);
      add_text (builder, "document", verdict->document_id);
      add_text (builder, "method", verdict->method);
      add_text (builder, "twinDigest", verdict->twin_digest);
      add_text (builder, "twin", twin_nicks[finding->twin]);
      add_truth (builder, "twinInside", verdict->twin != NULL);
      add_truth (builder, "certificateUnknown", verdict->certificate_unknown);
      json_builder_set_member_name (builder, "signatures");
      json_builder_begin_array (builder);
      for (guint i = 0; i < verdict->signatures->len; i++)
        add_signature (builder, verdict->signatures->pdata[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  eup_cli_say ("%s", line);
}

/* Returns: (nullable): %NULL when a file can't be used; the person has been told */
static EupTrust *
load_known (char **files)
{
  g_autoptr (EupTrust) trust = eup_trust_new ();

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *shown = g_filename_display_name (files[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = eup_file_read (files[i], MAX_CERTIFICATES, &error);

      if (bytes == NULL)
        {
          eup_cli_complain_error (error);
          return NULL;
        }
      if (!eup_trust_add (trust, bytes, &error))
        {
          eup_cli_complain ("%s: %s", shown, error->message);
          return NULL;
        }
    }
  return g_steal_pointer (&trust);
}

static int
verify_files (char **paths, const Options *options)
{
  g_autoptr (EupTrust) trust = options->known ? load_known (options->known) : NULL;
  gboolean good = TRUE;

  if (options->known != NULL && trust == NULL)
    return EUP_CLI_BAD;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_auto (Finding) finding = { NULL };

      look_at (&finding, paths[i], trust);
      if (options->json)
        say_json (&finding);
      else
        say (&finding);
      good = good && finding.good;
    }
  return good ? EUP_CLI_GOOD : EUP_CLI_BAD;
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
    G_OPTION_ENTRY_NULL,
  };

  if (!eup_cli_parse (&argc, &argv, entries, "FILE.pdf…",
                      "Says in words what has become of records since they were sealed, and whether the twin "
                      "beside each (FILE.json) belongs to it. Needs no network and changes nothing."))
    return EUP_CLI_USAGE;
  if (argc < 2)
    {
      eup_cli_complain (
          "euphoria-cli verify: no record is named; euphoria-cli verify --help says how it is called");
      return EUP_CLI_USAGE;
    }
  return verify_files (argv + 1, &options);
}
