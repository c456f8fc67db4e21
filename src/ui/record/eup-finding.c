/* What was found about a file, in the words of the windows. */

#include "ui/record/eup-finding.h"

#include <glib/gi18n.h>

struct _EupFinding
{
  GObject parent_instance;
  EupInspection *inspection;
};

G_DEFINE_FINAL_TYPE (EupFinding, eup_finding, G_TYPE_OBJECT)

static void
eup_finding_finalize (GObject *object)
{
  eup_inspection_free (EUP_FINDING (object)->inspection);
  G_OBJECT_CLASS (eup_finding_parent_class)->finalize (object);
}

static void
eup_finding_class_init (EupFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_finding_finalize;
}

static void
eup_finding_init (EupFinding *self)
{
}

/**
 * eup_finding_new:
 * @inspection: (transfer full): what was found
 */
EupFinding *
eup_finding_new (EupInspection *inspection)
{
  EupFinding *self = g_object_new (EUP_TYPE_FINDING, NULL);

  self->inspection = inspection;
  return self;
}

/* Returns: (transfer none): what was found */
const EupInspection *
eup_finding_get (EupFinding *self)
{
  g_return_val_if_fail (EUP_IS_FINDING (self), NULL);
  return self->inspection;
}

/* Returns: (transfer full): the file's name without its folder */
char *
eup_finding_dup_file (EupFinding *self)
{
  return g_filename_display_basename (self->inspection->path);
}

/* Returns: (transfer none): the verdict in a few words */
const char *
eup_finding_title (EupFinding *self)
{
  if (self->inspection->verdict == NULL)
    return _ ("It could not be read");
  switch (self->inspection->verdict->kind)
    {
    case EUP_VERDICT_SEALED:
      return _ ("Sealed and unchanged");
    case EUP_VERDICT_SIGNED_LATER:
      return _ ("Unchanged, and later signed by others");
    case EUP_VERDICT_EXTENDED:
      return _ ("Another program has added something");
    case EUP_VERDICT_CHANGED:
      return _ ("Changed after it was signed");
    case EUP_VERDICT_NOT_SIGNED:
      return _ ("Whole, but nobody has signed it");
    case EUP_VERDICT_NOT_OURS:
      return _ ("Not one of our records");
    }
  g_return_val_if_reached ("");
}

/* Returns: (transfer none): what that means, and what to do */
const char *
eup_finding_advice (EupFinding *self)
{
  if (self->inspection->verdict == NULL)
    return _ ("The file is not there, may not be read, or is larger than any record.");
  switch (self->inspection->verdict->kind)
    {
    case EUP_VERDICT_SEALED:
      return _ ("It was signed, and not one character has changed since.");
    case EUP_VERDICT_SIGNED_LATER:
      return _ ("Nothing but further signatures was added after the first one.");
    case EUP_VERDICT_EXTENDED:
      return _ ("What was signed still stands. What was added later does not come from Euphoria.");
    case EUP_VERDICT_CHANGED:
      return _ ("Do not rely on it. Look for another copy.");
    case EUP_VERDICT_NOT_SIGNED:
      return _ ("Anybody can make such a file. Ask for the one that is signed.");
    case EUP_VERDICT_NOT_OURS:
      return _ ("It may be a good document; Euphoria can say nothing about it.");
    }
  g_return_val_if_reached ("");
}

/* Somebody's certificate was revoked, or the twin beside it is another one. */
static gboolean
is_doubtful (const EupInspection *inspection)
{
  return eup_verdict_is_good (inspection->verdict) && !eup_inspection_is_good (inspection, FALSE);
}

/* Returns: (transfer none): a symbol beside the words */
const char *
eup_finding_icon (EupFinding *self)
{
  const EupVerdict *verdict = self->inspection->verdict;

  if (verdict == NULL || verdict->kind == EUP_VERDICT_NOT_OURS)
    return "dialog-question-symbolic";
  if (eup_verdict_is_good (verdict) && !is_doubtful (self->inspection))
    return "object-select-symbolic";
  return "dialog-warning-symbolic";
}

/* Returns: (transfer none): a style class for the symbol */
const char *
eup_finding_style (EupFinding *self)
{
  const EupVerdict *verdict = self->inspection->verdict;

  if (verdict == NULL || verdict->kind == EUP_VERDICT_NOT_OURS)
    return "dim-label";
  if (verdict->kind == EUP_VERDICT_CHANGED)
    return "error";
  return eup_verdict_is_good (verdict) && !is_doubtful (self->inspection) ? "success" : "warning";
}

/* Returns: (transfer none): what is to be said of a certificate */
const char *
eup_finding_standing (EupStanding standing)
{
  switch (standing)
    {
    case EUP_STANDING_KNOWN:
      return _ ("Known here");
    case EUP_STANDING_UNKNOWN:
      return _ ("Not known here: nobody who vouches for it is known on this computer");
    case EUP_STANDING_SELF_MADE:
      return _ ("Self-made: it vouches for itself, and is not known here");
    case EUP_STANDING_EXPIRED:
      return _ ("It had run out when it signed");
    case EUP_STANDING_NOT_YET:
      return _ ("It was not yet in force when it signed");
    case EUP_STANDING_WRONG_USE:
      return _ ("It was not made for signing documents");
    case EUP_STANDING_REVOKED:
      return _ ("It had been revoked when it signed");
    }
  g_return_val_if_reached ("");
}

/* Returns: (transfer none): where a certificate is known from */
const char *
eup_finding_origin (EupOrigin origin)
{
  switch (origin)
    {
    case EUP_ORIGIN_OWN:
      return _ ("known here, added by you");
    case EUP_ORIGIN_SYSTEM:
      return _ ("known here, from the system");
    case EUP_ORIGIN_NONE:
      return _ ("came with the record");
    }
  g_return_val_if_reached ("");
}

/* Returns: (transfer none) (nullable): what a level means */
const char *
eup_finding_level (EupVerdictLevel level)
{
  switch (level)
    {
    case EUP_LEVEL_NONE:
      return NULL;
    case EUP_LEVEL_B:
      return _ ("B-B: a signature; the time is what the signer’s clock said");
    case EUP_LEVEL_T:
      return _ ("B-T: with a time stamp that proves when it was there at the latest");
    case EUP_LEVEL_LT:
      return _ ("B-LT: with a time stamp, and with what its certificates can be checked with");
    case EUP_LEVEL_LTA:
      return _ ("B-LTA: made to last, with a time stamp on the whole document");
    }
  g_return_val_if_reached (NULL);
}

/* Returns: (transfer none) (nullable): about the twin beside it; %NULL when there is none */
const char *
eup_finding_twin (EupTwinState twin)
{
  switch (twin)
    {
    case EUP_TWIN_NONE:
      return NULL;
    case EUP_TWIN_BELONGS:
      return _ ("The data file beside it belongs to it");
    case EUP_TWIN_DIFFERS:
      return _ ("The data file beside it is another one");
    case EUP_TWIN_UNREADABLE:
      return _ ("The data file beside it can’t be read");
    }
  g_return_val_if_reached (NULL);
}

/**
 * eup_finding_dup_time:
 * @iso: (nullable): a time
 *
 * Returns: (transfer full): the same for people, in the zone in which it was written
 */
char *
eup_finding_dup_time (const char *iso)
{
  g_autoptr (GDateTime) time = iso ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  if (time == NULL)
    return g_strdup (_ ("No time is given"));
  return g_date_time_format (time, g_date_time_get_utc_offset (time) == 0 ? "%Y-%m-%d %H:%M UTC"
                                                                          : "%Y-%m-%d %H:%M (UTC%:z)");
}
