/* A file held against everything that can be known about it here: the verdict, the twin beside it. */

#include "record/eup-inspection.h"

#include "record/eup-chain.h"
#include "util/eup-digest.h"
#include "util/eup-file.h"
#include "util/eup-json.h"

#include <string.h>

void
eup_inspection_free (EupInspection *self)
{
  g_free (self->path);
  g_clear_pointer (&self->verdict, eup_verdict_free);
  g_free (self->problem);
  g_free (self->digest);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_free (self);
}

/**
 * eup_twin_state_to_nick:
 *
 * Returns: (transfer none): a word for JSON and logs that will not change
 */
const char *
eup_twin_state_to_nick (EupTwinState state)
{
  static const char *const nicks[] = { "none", "belongs", "differs", "unreadable" };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), NULL);
  return nicks[state];
}

/* Looks at OUT.json for OUT.pdf. */
static EupTwinState
check_twin (const char *path, const EupVerdict *verdict)
{
  g_autofree char *beside = NULL;
  g_autoptr (GBytes) twin = NULL;

  if (path == NULL || verdict->twin_digest == NULL || !g_str_has_suffix (path, ".pdf"))
    return EUP_TWIN_NONE;
  beside = g_strdup_printf ("%.*s.json", (int) (strlen (path) - strlen (".pdf")), path);
  if (!g_file_test (beside, G_FILE_TEST_EXISTS))
    return EUP_TWIN_NONE;
  twin = eup_file_read (beside, EUP_JSON_MAX_SIZE, NULL);
  if (twin == NULL)
    return EUP_TWIN_UNREADABLE;
  return eup_verdict_matches_twin (verdict, twin) ? EUP_TWIN_BELONGS : EUP_TWIN_DIFFERS;
}

/* The verdict and what it needs, without the twin. */
static EupInspection *
inspect_bytes (const char *path, GBytes *pdf, const EupTrust *trust)
{
  EupInspection *self = g_new0 (EupInspection, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_strdup (path);
  self->size = g_bytes_get_size (pdf);
  self->verdict = eup_verify_run (pdf, trust, &error);
  if (self->verdict == NULL)
    {
      g_autofree char *shown = path ? g_filename_display_name (path) : g_strdup ("");

      self->problem = g_strdup_printf ("%s: %s", shown, error->message);
      return self;
    }
  if (self->verdict->document_id != NULL)
    self->states = eup_chain_states (pdf);
  self->digest = self->states ? g_strdup (self->states->pdata[0]) : eup_digest_bytes (pdf);
  return self;
}

/**
 * eup_inspection_new:
 * @path: a file, whatever it is
 * @trust: (nullable): who is known here
 *
 * Returns: (transfer full): what was found
 */
EupInspection *
eup_inspection_new (const char *path, const EupTrust *trust)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_file_read (path, EUP_VERIFY_MOST_BYTES, &error);
  EupInspection *self;

  if (pdf != NULL)
    {
      self = inspect_bytes (path, pdf, trust);
      if (self->verdict != NULL)
        self->twin = check_twin (path, self->verdict);
      return self;
    }
  self = g_new0 (EupInspection, 1);
  self->path = g_strdup (path);
  self->problem = g_strdup (error->message);
  return self;
}

/**
 * eup_inspection_new_bytes:
 * @path: what the file is called
 * @pdf: what is kept of it
 * @twin: (nullable): what is kept as its twin
 * @trust: (nullable): who is known here
 *
 * As eup_inspection_new(), of a record that lies in no folder.
 *
 * Returns: (transfer full): what was found
 */
EupInspection *
eup_inspection_new_bytes (const char *path, GBytes *pdf, GBytes *twin, const EupTrust *trust)
{
  EupInspection *self = inspect_bytes (path, pdf, trust);

  if (self->verdict != NULL && self->verdict->twin_digest != NULL && twin != NULL)
    self->twin = eup_verdict_matches_twin (self->verdict, twin) ? EUP_TWIN_BELONGS : EUP_TWIN_DIFFERS;
  return self;
}

/**
 * eup_inspection_is_good:
 * @must_be_known: whether each certificate must be known here
 *
 * Returns: whether the record is signed, as it was signed, nobody's certificate was revoked, and the twin
 *   beside it, if there is one, belongs to it
 */
gboolean
eup_inspection_is_good (const EupInspection *self, gboolean must_be_known)
{
  const EupVerdict *verdict = self->verdict;

  if (verdict == NULL || !eup_verdict_is_good (verdict) || self->twin == EUP_TWIN_DIFFERS ||
      self->twin == EUP_TWIN_UNREADABLE || (must_be_known && verdict->certificate_unknown))
    return FALSE;
  for (guint i = 0; i < verdict->signatures->len; i++)
    if (((EupVerdictSignature *) verdict->signatures->pdata[i])->standing == EUP_STANDING_REVOKED)
      return FALSE;
  return TRUE;
}
