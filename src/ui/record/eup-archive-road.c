/* How far a record is on its way, in plain words. A record is as far as the signature that is least far. */

#include "ui/record/eup-archive-road.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-voices.h"

static EupVerdictLevel
least_level (const EupVerdict *verdict)
{
  EupVerdictLevel least = EUP_LEVEL_LTA;
  guint people = 0;

  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];

      if (signature->is_stamp)
        continue;
      people++;
      least = MIN (least, signature->level);
    }
  return people > 0 ? least : EUP_LEVEL_NONE;
}

/* The first person's signature without a stamp; of those only the last signature can still get one. */
static const EupVerdictSignature *
find_unstamped (const EupVerdict *verdict)
{
  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];

      if (!signature->is_stamp && signature->stamped == NULL)
        return signature;
    }
  return NULL;
}

/**
 * eup_archive_road_next:
 * @verdict: of a whole record
 *
 * Returns: the first step that is not done, or %EUP_ROAD_N_STEPS
 */
EupRoadStep
eup_archive_road_next (const EupVerdict *verdict)
{
  EupVerdictLevel level = least_level (verdict);

  if (eup_verdict_count_people (verdict) == 0)
    return EUP_ROAD_SIGN;
  if (find_unstamped (verdict) != NULL)
    return EUP_ROAD_STAMP;
  if (level < EUP_LEVEL_LT)
    return EUP_ROAD_VALIDATION;
  return level < EUP_LEVEL_LTA ? EUP_ROAD_ARCHIVE : EUP_ROAD_N_STEPS;
}

/* The names of those who signed, or of those who stamped. */
static char *
join_names (const EupVerdict *verdict, gboolean stampers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < verdict->signatures->len; i++)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i];
      char *name = stampers ? signature->stamped_by : signature->name;

      if (!signature->is_stamp && name != NULL &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  return eup_names_join ((const char *const *) names->pdata);
}

static char *
sign_words (const EupVerdict *verdict)
{
  g_autofree char *names = join_names (verdict, FALSE);

  if (eup_verdict_count_people (verdict) == 0)
    return g_strdup (_ ("Nobody has signed yet. Close this, and choose “Sign”."));
  /* Translators: %s is one or more names */
  return g_strdup_printf (_ ("By %s"), names);
}

static char *
stamp_words (const EupVerdict *verdict)
{
  const EupVerdictSignature *unstamped = find_unstamped (verdict);

  if (eup_verdict_count_people (verdict) > 0 && unstamped == NULL)
    {
      g_autofree char *names = join_names (verdict, TRUE);

      /* Translators: %s is one or more authorities for time stamps */
      return g_strdup_printf (_ ("Made by %s"), names);
    }
  if (unstamped != NULL && !unstamped->last)
    /* Translators: %s is a name */
    return g_strdup_printf (_ ("The signature of %s got none before something was added after it, and can’t "
                               "get one any more. It holds all the same; only this list ends here."),
                            unstamped->name);
  return g_strdup (_ ("Says when the signature was there at the latest. An authority makes it from a small "
                      "file; ask for it before the next person signs."));
}

static char *
archive_words (const EupVerdict *verdict)
{
  for (guint i = verdict->signatures->len; i > 0 && least_level (verdict) == EUP_LEVEL_LTA; i--)
    {
      const EupVerdictSignature *signature = verdict->signatures->pdata[i - 1];
      g_autofree char *date =
          signature->is_stamp ? eup_rules_date (signature->time, eup_ui_language ()) : NULL;

      if (signature->is_stamp)
        /* Translators: a date, and the name of an authority for time stamps */
        return g_strdup_printf (_ ("Made %1$s by %2$s"), date, signature->name);
    }
  return g_strdup (_ ("Keeps all of it together, as it is on the day when the record goes to the archive."));
}

/**
 * eup_archive_road_words:
 *
 * Returns: (transfer full): what is there of @step, or what it is for
 */
char *
eup_archive_road_words (const EupVerdict *verdict, EupRoadStep step)
{
  switch (step)
    {
    case EUP_ROAD_SIGN:
      return sign_words (verdict);
    case EUP_ROAD_STAMP:
      return stamp_words (verdict);
    case EUP_ROAD_VALIDATION:
      if (eup_archive_road_next (verdict) > EUP_ROAD_VALIDATION)
        return g_strdup (_ ("The authorities and their lists of revoked certificates are in the record"));
      return g_strdup (
          _ ("The certificates of the authorities, and their lists of revoked certificates or "
             "answers about one, as files from whoever issued them. Choose all of them at once."));
    case EUP_ROAD_ARCHIVE:
      return archive_words (verdict);
    case EUP_ROAD_N_STEPS:
      break;
    }
  return g_strdup ("");
}

/**
 * eup_archive_road_level:
 *
 * Returns: (transfer full) (nullable): the level of EN 319 142-1 by its name; %NULL before somebody signs
 */
char *
eup_archive_road_level (const EupVerdict *verdict)
{
  EupVerdictLevel level = least_level (verdict);

  /* Translators: %s is a level of the standard, such as B-LT */
  return level != EUP_LEVEL_NONE ? g_strdup_printf (_ ("Level %s"), eup_verdict_level_to_nick (level)) : NULL;
}

/* Returns: (transfer none): what that level means */
const char *
eup_archive_road_level_words (const EupVerdict *verdict)
{
  switch (least_level (verdict))
    {
    case EUP_LEVEL_B:
      return _ ("The record says who signed.");
    case EUP_LEVEL_T:
      return _ ("The record says who signed, and an authority says when at the latest.");
    case EUP_LEVEL_LT:
      return _ ("The record holds all that its signatures can be checked with.");
    case EUP_LEVEL_LTA:
      return _ ("Ready for the archive: everything is in the record, under a time stamp on the whole.");
    case EUP_LEVEL_NONE:
      break;
    }
  return "";
}
