/* Our own verdict on a signed record, in words.
 *
 * Readers call a document valid when each signature fits the bytes it covers, whatever was appended
 * later. Here every later revision is held against the document before it, and of a signature that was
 * made here every single byte of the file is accounted for. */

#include "record/eup-verify-private.h"

#include "record/eup-stamp-private.h"
#include "record/eup-validation-private.h"

#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (eup-verify-error-quark, eup_verify_error)

#define OTHER_FILES "what is attached to it is not the data that its metadata names"

typedef struct
{
  GBytes *pdf;
  const EupTrust *trust;
  EupVerdict *verdict;
  GArray *ranges;
  gboolean foreign;      /* a signature or a revision that another program made */
  gboolean other_files;  /* something is attached that is not the twin that the metadata names */
  EupMaterial *material; /* validation data that we wrote */
  gsize material_end;
} Verification;

static void
signature_free (EupVerdictSignature *signature)
{
  g_free (signature->name);
  g_free (signature->reason);
  g_free (signature->role);
  g_free (signature->place);
  g_free (signature->time);
  g_free (signature->slot);
  g_free (signature->stamped);
  g_free (signature->stamped_by);
  g_free (signature->acknowledges);
  g_free (signature->acknowledged);
  g_free (signature->witness);
  g_clear_pointer (&signature->certificate, g_bytes_unref);
  g_clear_pointer (&signature->stamp_certificate, g_bytes_unref);
  g_clear_pointer (&signature->stamp_others, g_ptr_array_unref);
  g_clear_pointer (&signature->others, g_ptr_array_unref);
  g_clear_pointer (&signature->chain, g_ptr_array_unref);
  g_clear_pointer (&signature->stamp_chain, g_ptr_array_unref);
  g_free (signature);
}

static EupVerdict *
conclude (EupVerdict *verdict, EupVerdictKind kind, const char *detail)
{
  verdict->kind = kind;
  g_free (verdict->detail);
  verdict->detail = g_strdup (detail);
  return verdict;
}

/* "D:20261123100000+01'00'" as ISO 8601; %NULL when it is something else */
static char *
read_date (const char *date)
{
  int year, month, day, hour, minute, second, ahead_hours = 0, ahead_minutes = 0;
  char sign = 'Z';
  int found = date ? sscanf (date, "D:%4d%2d%2d%2d%2d%2d%c%2d'%2d", &year, &month, &day, &hour, &minute,
                             &second, &sign, &ahead_hours, &ahead_minutes)
                   : 0;
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (found < 6 || (sign != 'Z' && sign != '+' && sign != '-'))
    return NULL;
  iso = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day, hour, minute, second,
                         sign == 'Z' ? '+' : sign, ahead_hours, ahead_minutes);
  time = g_date_time_new_from_iso8601 (iso, NULL);
  return time ? g_steal_pointer (&iso) : NULL;
}

static void
ask_trust (Verification *v, EupVerdictSignature *signature)
{
  g_autoptr (GDateTime) when = signature->time ? g_date_time_new_from_iso8601 (signature->time, NULL) : NULL;
  g_autoptr (GDateTime) stamped =
      signature->stamped ? g_date_time_new_from_iso8601 (signature->stamped, NULL) : NULL;

  if (when && signature->certificate)
    signature->standing = eup_trust_judge (v->trust, signature->certificate, signature->others, when,
                                           signature->is_stamp, &signature->chain);
  if (stamped)
    signature->stamp_standing =
        eup_trust_judge (v->trust, signature->stamp_certificate, signature->stamp_others, stamped, TRUE,
                         &signature->stamp_chain);
  signature->known = signature->standing == EUP_STANDING_KNOWN;
  signature->stamp_known = signature->stamp_standing == EUP_STANDING_KNOWN;
}

/* What is in the room: a person's signature, or an authority's time stamp on the whole. */
static gboolean
check_room (Verification *v, const EupRange *range, EupVerdictSignature *signature)
{
  gboolean ours = eup_verify_made_here (v->pdf, range);
  g_autoptr (GBytes) cms = eup_verify_get_cms (v->pdf, range, ours);
  g_autoptr (GBytes) content = eup_verify_get_content (v->pdf, range);

  v->foreign = v->foreign || !ours;
  if (cms && eup_verify_archive_stamp (cms, content, signature, signature->others))
    return !ours || eup_stamp_token_is_exact (cms);
  return cms && eup_verify_cms (cms, content, ours, signature, signature->others);
}

/* First step: each signature for itself, on bytes alone. */
static gboolean
check_signatures (Verification *v)
{
  gboolean good = TRUE;
  gsize size = g_bytes_get_size (v->pdf);

  for (guint i = 0; i < v->ranges->len; i++)
    {
      const EupRange *range = &g_array_index (v->ranges, EupRange, i);
      EupVerdictSignature *signature = g_new0 (EupVerdictSignature, 1);

      signature->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      signature->intact = check_room (v, range, signature);
      signature->whole = eup_verify_ends_well (v->pdf, range->end);
      signature->last = range->end == size;
      signature->hole = range->hole;
      signature->resume = range->resume;
      signature->end = range->end;
      good = good && signature->intact && signature->whole;
      g_ptr_array_add (v->verdict->signatures, signature);
    }
  return good;
}

static EupQpdf
open_up_to (GBytes *pdf, gsize end, GBytes **part)
{
  *part = g_bytes_new_from_bytes (pdf, 0, end);
  return eup_qpdf_open (*part, NULL);
}

/* (nullable): a name without its slash */
static char *
dup_name (EupQpdf q, qpdf_oh dict, const char *key)
{
  qpdf_oh value = eup_qpdf_get (q, dict, key);

  return qpdf_oh_is_name (q, value) ? g_strdup (qpdf_oh_get_name (q, value) + 1) : NULL;
}

static void
describe (Verification *v, EupQpdf q, qpdf_oh field, guint index)
{
  EupVerdictSignature *signature = g_ptr_array_index (v->verdict->signatures, index);
  qpdf_oh value = eup_qpdf_get (q, field, "/V");
  g_autofree char *date = eup_qpdf_dup_text (q, value, "/M");

  signature->slot = eup_qpdf_dup_text (q, field, "/T");
  signature->reason = eup_qpdf_dup_text (q, value, "/Reason");
  signature->role = eup_qpdf_dup_text (q, value, "/EUPH_Role");
  signature->place = eup_qpdf_dup_text (q, value, "/Location");
  signature->acknowledges = eup_qpdf_dup_text (q, value, "/EUPH_Acknowledges");
  signature->acknowledged = dup_name (q, value, "/EUPH_Acknowledged");
  signature->witness = eup_qpdf_dup_text (q, value, "/EUPH_Witness");
  if (!signature->is_stamp)
    signature->time = read_date (date);
  ask_trust (v, signature);
}

/* One later revision, held against the document before it. */
static gboolean
check_step (Verification *v, EupQpdf before, gsize start, EupQpdf after, gsize end, gboolean is_signed)
{
  EupChange change = after ? eup_verify_compare (before, after) : EUP_CHANGE_CONTENT;

  switch (change)
    {
    case EUP_CHANGE_FILLED:
      v->foreign = v->foreign || !eup_verify_increment_is_ours (v->pdf, start, end);
      return is_signed;
    case EUP_CHANGE_FILLED_AND_EXTENDED:
      v->foreign = TRUE;
      return is_signed;
    case EUP_CHANGE_NONE:
    case EUP_CHANGE_EXTENDED:
      v->foreign = TRUE;
      return !is_signed;
    case EUP_CHANGE_CONTENT:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/* Validation data in just the form that we write is taken into the document before, so that what follows is
 * held against both. */
static void
take_validation (Verification *v, GBytes **kept, EupQpdf *before, gsize *start, EupQpdf after, gsize end)
{
  g_autoptr (EupMaterial) material =
      after && !eup_validation_is_in (*before) ? eup_validation_read (after) : NULL;
  g_autoptr (GBytes) written = material ? eup_validation_write (*kept, material) : NULL;
  gsize size = written ? g_bytes_get_size (written) : 0;

  if (written == NULL || size > end || !eup_material_holds (material) ||
      memcmp (g_bytes_get_data (written, NULL), g_bytes_get_data (v->pdf, NULL), size) != 0)
    return;
  g_clear_pointer (before, eup_qpdf_close);
  g_bytes_unref (*kept);
  *kept = g_steal_pointer (&written);
  *before = eup_qpdf_open (*kept, NULL);
  *start = v->material_end = size;
  v->material = g_steal_pointer (&material);
}

/* Second step: the revisions. %NULL when all is well, else what is wrong. */
static const char *
check_revisions (Verification *v)
{
  g_autoptr (GBytes) kept = NULL; /* what the document before reads from */
  g_auto (EupQpdf) before = NULL;
  gsize start = 0, size = g_bytes_get_size (v->pdf);

  for (guint i = 0; i < v->ranges->len; i++)
    {
      const EupRange *range = &g_array_index (v->ranges, EupRange, i);
      g_autoptr (GBytes) part = NULL;
      g_auto (EupQpdf) after = open_up_to (v->pdf, range->end, &part);
      qpdf_oh field;

      if (after == NULL)
        return "a signed revision can't be read";
      field = eup_verify_find_field (after, v->pdf, range);
      if (qpdf_oh_is_null (after, field) || eup_verify_count_filled (after) != i + 1)
        return "the fields do not fit the signatures";
      if (before)
        take_validation (v, &kept, &before, &start, after, range->end);
      if (before && !check_step (v, before, start, after, range->end, TRUE))
        return "a later revision changes what was signed";
      describe (v, after, field, i);
      if (before == NULL && !eup_verify_read_xmp (after, v->verdict))
        return NULL;
      if (before == NULL && !eup_verify_read_twin (after, v->verdict))
        v->other_files = TRUE;
      g_clear_pointer (&before, eup_qpdf_close);
      g_clear_pointer (&kept, g_bytes_unref);
      before = g_steal_pointer (&after);
      kept = g_steal_pointer (&part);
      start = range->end;
    }
  if (start < size)
    {
      g_autoptr (GBytes) part = NULL;
      g_auto (EupQpdf) after = open_up_to (v->pdf, size, &part);

      take_validation (v, &kept, &before, &start, after, size);
      if (start < size && !check_step (v, before, start, after, size, FALSE))
        return "something was added after the last signature";
    }
  return NULL;
}

/* A file without our marks is not even opened. */
static EupVerdict *
judge_unsigned (GBytes *pdf, EupVerdict *verdict, gboolean sound)
{
  g_autofree char *reason = NULL;
  g_auto (EupQpdf) q = NULL;

  if (!eup_verify_has_our_marks (pdf))
    return conclude (verdict, EUP_VERDICT_NOT_OURS, "it does not carry our marks");
  q = eup_qpdf_open (pdf, &reason);
  if (q == NULL || !sound)
    return conclude (verdict, EUP_VERDICT_CHANGED, reason ? reason : "a signature in it was damaged");
  if (!eup_verify_read_xmp (q, verdict))
    return conclude (verdict, EUP_VERDICT_NOT_OURS, "its metadata is not that of a record");
  if (!eup_verify_read_twin (q, verdict))
    return conclude (verdict, EUP_VERDICT_NOT_OURS, OTHER_FILES);
  if (eup_verify_count_filled (q) > 0 || !eup_verify_ends_well (pdf, g_bytes_get_size (pdf)))
    return conclude (verdict, EUP_VERDICT_CHANGED, "a signature in it was damaged or cut off");
  return conclude (verdict, EUP_VERDICT_NOT_SIGNED, NULL);
}

static EupVerdict *
judge (Verification *v, gboolean good, const char *problem)
{
  if (!good || problem)
    return conclude (v->verdict, EUP_VERDICT_CHANGED,
                     problem ? problem : "a signature does not fit what it covers");
  if (v->verdict->document_id == NULL)
    return conclude (v->verdict, EUP_VERDICT_NOT_OURS, "its metadata is not that of a record");
  if (v->other_files)
    return conclude (v->verdict, EUP_VERDICT_NOT_OURS, OTHER_FILES);
  if (v->foreign)
    return conclude (v->verdict, EUP_VERDICT_EXTENDED, "another program added to it or signed it");
  return conclude (v->verdict,
                   eup_verdict_count_people (v->verdict) + eup_verdict_count_acknowledgements (v->verdict) > 1
                       ? EUP_VERDICT_SIGNED_LATER
                       : EUP_VERDICT_SEALED,
                   NULL);
}

/**
 * eup_verify_run:
 * @pdf: the bytes of a file, whatever they are
 * @trust: (nullable): the certificates that are known here
 * @error: EUP_VERIFY_ERROR_TOO_LARGE
 *
 * Needs no network and changes nothing. Bytes that are no PDF at all get a verdict too.
 *
 * Returns: (transfer full) (nullable): the verdict
 */
EupVerdict *
eup_verify_run (GBytes *pdf, const EupTrust *trust, GError **error)
{
  EupVerdict *verdict;
  g_autoptr (GArray) ranges = NULL;
  Verification v;
  gboolean sound, good;

  g_return_val_if_fail (pdf != NULL, NULL);

  if (g_bytes_get_size (pdf) > EUP_VERIFY_MOST_BYTES)
    {
      g_set_error_literal (error, EUP_VERIFY_ERROR, EUP_VERIFY_ERROR_TOO_LARGE,
                           "This file is larger than any record; it was not read.");
      return NULL;
    }

  verdict = g_new0 (EupVerdict, 1);
  verdict->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) signature_free);
  ranges = eup_verify_find_ranges (pdf, &sound);
  if (ranges->len == 0)
    return judge_unsigned (pdf, verdict, sound);

  v = (Verification) { pdf, trust, verdict, ranges, FALSE, FALSE, NULL, 0 };
  if (!eup_verify_has_our_marks (pdf))
    return conclude (verdict, EUP_VERDICT_NOT_OURS, "it does not carry our marks");
  good = check_signatures (&v) && sound;
  judge (&v, good, good ? check_revisions (&v) : NULL);
  if (eup_verdict_is_good (verdict))
    eup_verify_levels (verdict, ranges, v.material, v.material_end);
  g_clear_pointer (&v.material, eup_material_free);
  for (guint i = 0; i < verdict->signatures->len; i++)
    if (!((EupVerdictSignature *) g_ptr_array_index (verdict->signatures, i))->known)
      verdict->certificate_unknown = TRUE;
  return verdict;
}
