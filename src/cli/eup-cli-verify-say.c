/* What is told of one file, in words or as JSON (docs/verify.md). */

#include "cli/eup-cli-verify.h"

#include "cli/eup-cli.h"

#include <json-glib/json-glib.h>

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

static const char *
standing_words (EupStanding standing)
{
  switch (standing)
    {
    case EUP_STANDING_KNOWN:
      return "";
    case EUP_STANDING_SELF_MADE:
      return " (certificate vouches for itself and is unknown here)";
    case EUP_STANDING_EXPIRED:
      return " (certificate had expired)";
    case EUP_STANDING_NOT_YET:
      return " (certificate did not hold yet)";
    case EUP_STANDING_WRONG_USE:
      return " (certificate is not for signing documents)";
    case EUP_STANDING_REVOKED:
      return " (certificate revoked)";
    case EUP_STANDING_UNKNOWN:
    default:
      return " (certificate unknown here)";
    }
}

/* "; signed by Ana", " and Bo", "; acknowledgement of Per (drawn, witnessed by Lena), sealed by the unit" */
static void
say_who (GString *line, const EupVerdict *verdict, guint i)
{
  const EupVerdictSignature *signature = verdict->signatures->pdata[i];
  const EupVerdictSignature *before = i > 0 ? verdict->signatures->pdata[i - 1] : NULL;

  if (signature->acknowledges != NULL)
    g_string_append_printf (line, "; acknowledgement of %s (%s, witnessed by %s), sealed by ",
                            signature->acknowledges, signature->acknowledged ? signature->acknowledged : "?",
                            signature->witness ? signature->witness : "?");
  else if (signature->is_stamp)
    g_string_append (line, "; the whole stamped by ");
  else
    g_string_append (line, before == NULL || before->acknowledges ? "; signed by " : " and ");
  g_string_append (line, signature->name ? signature->name : "?");
}

static void
say_signatures (GString *line, const EupVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];
      const char *level = eup_verdict_level_to_nick (signature->level);

      say_who (line, verdict, i);
      if (signature->time != NULL)
        g_string_append_printf (line, " at %s", signature->time);
      g_string_append (line, standing_words (signature->standing));
      if (signature->stamped != NULL)
        g_string_append_printf (line, ", stamped by %s at %s%s", signature->stamped_by, signature->stamped,
                                standing_words (signature->stamp_standing));
      if (level != NULL && signature->level > EUP_LEVEL_B)
        g_string_append_printf (line, ", PAdES %s", level);
    }
}

/* One line; of what can't be read on the standard error. */
void
eup_cli_verify_say (const EupInspection *found)
{
  static const char *const twins[] = { "", "; the twin beside it belongs to it",
                                       "; the twin beside it is another one",
                                       "; the twin beside it can't be read" };
  const EupVerdict *verdict = found->verdict;
  g_autofree char *shown = g_filename_display_name (found->path);
  g_autoptr (GString) line = g_string_new (NULL);

  if (verdict == NULL)
    {
      eup_cli_complain ("%s", found->problem);
      return;
    }
  g_string_append_printf (line, "%s: %s", shown, verdict_words (verdict->kind));
  if (verdict->detail != NULL && !eup_verdict_is_good (verdict))
    g_string_append_printf (line, " (%s)", verdict->detail);
  say_signatures (line, verdict);
  if (verdict->twin != NULL)
    g_string_append (line, "; the twin inside it is the one that it names");
  g_string_append (line, twins[found->twin]);
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
add_number (JsonBuilder *builder, const char *name, gsize number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) number);
}

static void
add_chain (JsonBuilder *builder, const char *name, GPtrArray *chain)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; chain && i < chain->len; i++)
    {
      const EupChainLink *link = chain->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "name", link->name);
      add_text (builder, "issuer", link->issuer);
      add_text (builder, "serial", link->serial);
      add_text (builder, "from", link->from);
      add_text (builder, "until", link->until);
      add_text (builder, "known", eup_origin_to_nick (link->origin));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* From 0 up to the room of the signature, and from behind it up to the end of its revision. */
static void
add_coverage (JsonBuilder *builder, const EupVerdictSignature *signature)
{
  json_builder_set_member_name (builder, "covers");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, 0);
  json_builder_add_int_value (builder, (gint64) signature->hole);
  json_builder_add_int_value (builder, (gint64) signature->resume);
  json_builder_add_int_value (builder, (gint64) signature->end);
  json_builder_end_array (builder);
}

static void
add_signature (JsonBuilder *builder, const EupVerdictSignature *signature, guint revision)
{
  json_builder_begin_object (builder);
  add_number (builder, "revision", revision);
  add_coverage (builder, signature);
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
  add_truth (builder, "revoked", signature->standing == EUP_STANDING_REVOKED);
  add_text (builder, "certificate", eup_standing_to_nick (signature->standing));
  add_chain (builder, "chain", signature->chain);
  add_truth (builder, "wholeStamp", signature->is_stamp);
  add_text (builder, "acknowledges", signature->acknowledges);
  add_text (builder, "acknowledged", signature->acknowledged);
  add_text (builder, "witness", signature->witness);
  add_text (builder, "level", eup_verdict_level_to_nick (signature->level));
  add_text (builder, "stamped", signature->stamped);
  add_text (builder, "stampedBy", signature->stamped_by);
  if (signature->stamped != NULL)
    {
      add_truth (builder, "stampKnown", signature->stamp_known);
      add_text (builder, "stampCertificate", eup_standing_to_nick (signature->stamp_standing));
      add_chain (builder, "stampChain", signature->stamp_chain);
    }
  json_builder_end_object (builder);
}

/* Short words that will not change: what keeps the file from being good, or from being known. */
static void
add_problems (JsonBuilder *builder, const EupInspection *found)
{
  const EupVerdict *verdict = found->verdict;

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  if (verdict == NULL)
    json_builder_add_string_value (builder, "unreadable");
  else if (!eup_verdict_is_good (verdict))
    json_builder_add_string_value (builder, eup_verdict_kind_to_nick (verdict->kind));
  if (found->twin == EUP_TWIN_DIFFERS || found->twin == EUP_TWIN_UNREADABLE)
    json_builder_add_string_value (builder,
                                   found->twin == EUP_TWIN_DIFFERS ? "twin-differs" : "twin-unreadable");
  for (guint i = 0; verdict && eup_verdict_is_good (verdict) && i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];
      g_autofree char *word = g_strconcat ("certificate-", eup_standing_to_nick (signature->standing), NULL);
      g_autofree char *stamp =
          g_strconcat ("stamp-certificate-", eup_standing_to_nick (signature->stamp_standing), NULL);

      if (signature->standing != EUP_STANDING_KNOWN)
        json_builder_add_string_value (builder, word);
      if (signature->stamped && signature->stamp_standing != EUP_STANDING_KNOWN)
        json_builder_add_string_value (builder, stamp);
    }
  json_builder_end_array (builder);
}

static void
add_verdict (JsonBuilder *builder, const EupInspection *found)
{
  const EupVerdict *verdict = found->verdict;
  guint n = verdict->signatures->len;
  const EupVerdictSignature *last = n > 0 ? verdict->signatures->pdata[n - 1] : NULL;

  add_text (builder, "verdict", eup_verdict_kind_to_nick (verdict->kind));
  add_text (builder, "words", verdict_words (verdict->kind));
  add_text (builder, "detail", verdict->detail);
  add_number (builder, "bytes", found->size);
  add_number (builder, "after", last ? found->size - last->end : found->size);
  add_text (builder, "digest", found->digest);
  add_text (builder, "document", verdict->document_id);
  add_text (builder, "method", verdict->method);
  add_text (builder, "amends", verdict->amends);
  add_text (builder, "amendsDigest", verdict->amends_digest);
  add_text (builder, "twinDigest", verdict->twin_digest);
  add_text (builder, "twin", eup_twin_state_to_nick (found->twin));
  add_truth (builder, "twinInside", verdict->twin != NULL);
  add_truth (builder, "certificateUnknown", verdict->certificate_unknown);
  json_builder_set_member_name (builder, "signatures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_signature (builder, verdict->signatures->pdata[i], i + 1);
  json_builder_end_array (builder);
}

/* One JSON object a line, so that another program can read while this one still verifies. */
void
eup_cli_verify_say_json (const EupInspection *found, gboolean must_be_known)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *shown = g_filename_display_name (found->path);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_number (builder, "format", 1);
  add_text (builder, "file", shown);
  add_truth (builder, "good", eup_inspection_is_good (found, must_be_known));
  add_text (builder, "problem", found->problem);
  add_problems (builder, found);
  if (found->verdict != NULL)
    add_verdict (builder, found);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  eup_cli_say ("%s", line);
}
