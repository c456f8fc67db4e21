/* A record that an external service signs goes out as a file and comes back as one. It is taken back only
 * when it is the very file that went out, followed by signatures. */

#include "record/eup-hand-off.h"

#include "record/eup-verify-private.h"

#include <string.h>

G_DEFINE_QUARK (eup-hand-off-error-quark, eup_hand_off_error)

static gboolean
fail (GError **error, EupHandOffError code, const char *message)
{
  g_set_error_literal (error, EUP_HAND_OFF_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
begins_with (GBytes *longer, GBytes *shorter)
{
  gsize size = g_bytes_get_size (shorter);

  return size > 0 && g_bytes_get_size (longer) >= size &&
         memcmp (g_bytes_get_data (longer, NULL), g_bytes_get_data (shorter, NULL), size) == 0;
}

static guint
count_signatures (GBytes *pdf)
{
  gboolean sound;
  g_autoptr (GArray) ranges = eup_verify_find_ranges (pdf, &sound);

  return ranges->len;
}

/* The verifier compares from the first signature on; this compares up to the first new one. */
static gboolean
only_signed (GBytes *handed, GBytes *returned, guint before)
{
  gboolean sound;
  g_autoptr (GArray) ranges = eup_verify_find_ranges (returned, &sound);
  g_autoptr (GBytes) part =
      g_bytes_new_from_bytes (returned, 0, g_array_index (ranges, EupRange, before).end);
  g_auto (EupQpdf) old = eup_qpdf_open (handed, NULL);
  g_auto (EupQpdf) new = eup_qpdf_open (part, NULL);
  EupChange change = old && new ? eup_verify_compare (old, new) : EUP_CHANGE_CONTENT;

  return sound && (change == EUP_CHANGE_FILLED || change == EUP_CHANGE_FILLED_AND_EXTENDED);
}

/**
 * eup_hand_off_check:
 * @handed: the record as it went out, signed or not
 * @returned: what came back
 * @error: EUP_HAND_OFF_ERROR
 *
 * Who signed is another question: see eup_verify_run().
 *
 * Returns: whether @returned is @handed with at least one more signature, in a place of the record or in a
 *   field of its own that shows nothing, and nothing else but validation data
 */
gboolean
eup_hand_off_check (GBytes *handed, GBytes *returned, GError **error)
{
  guint before = count_signatures (handed), after = count_signatures (returned);
  g_autoptr (EupVerdict) verdict = NULL;

  if (!begins_with (returned, handed))
    return fail (
        error, EUP_HAND_OFF_ERROR_OTHER_FILE,
        "This is not the record that was handed over: the service changed it, wrote it anew, or gave "
        "back another file.");
  if (after <= before)
    return fail (error, EUP_HAND_OFF_ERROR_UNSIGNED, "Nobody signed the record while it was away.");
  verdict = eup_verify_run (returned, NULL, NULL);
  if (verdict == NULL || (!eup_verdict_is_good (verdict) && verdict->kind != EUP_VERDICT_EXTENDED) ||
      !only_signed (handed, returned, before))
    return fail (
        error, EUP_HAND_OFF_ERROR_CHANGED,
        "Something else than signatures was added, or a signature shows something outside the record's own "
        "places, or does not hold.");
  return TRUE;
}
