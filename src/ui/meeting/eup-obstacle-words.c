/* What stands against sealing or signing, in words, and where it is done. */

#include "ui/meeting/eup-obstacle-words.h"

#include <glib/gi18n.h>
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"

static char *
say_urgent (EupCase *kase)
{
  const EupRulePack *rules = eup_case_get_model (kase)->rules;
  int days = rules != NULL ? eup_rule_pack_get_urgent_days (rules) : 0;

  if (days <= 0)
    return g_strdup (_ ("An interim decision needs a last day."));
  return g_strdup_printf (
      ngettext ("An interim decision needs a last day, at most %d day after the meeting.",
                "An interim decision needs a last day, at most %d days after the meeting.", days),
      days);
}

/**
 * eup_obstacle_words:
 *
 * Returns: (transfer full): a sentence about what is missing
 */
char *
eup_obstacle_words (EupCase *kase, const EupObstacle *obstacle)
{
  switch (obstacle->kind)
    {
    case EUP_OBSTACLE_OUTCOME:
      if (eup_text_is_written (eup_case_get_assessment (kase)->decision->outcome))
        return g_strdup (_ ("What you have chosen belongs to another kind of meeting. Choose anew."));
      return g_strdup (_ ("What you arrive at is not chosen yet."));
    case EUP_OBSTACLE_FORBIDDEN:
    case EUP_OBSTACLE_GATE:
      return eup_rules_say (obstacle->need->missing, eup_ui_language (), eup_case_get_assessment (kase),
                            eup_case_get_model (kase));
    case EUP_OBSTACLE_DATE:
      return g_strdup (_ ("The outcome needs a date."));
    case EUP_OBSTACLE_CONDITION:
      return g_strdup (_ ("The outcome needs a condition, with a name and a date."));
    case EUP_OBSTACLE_REMOVAL:
      return g_strdup (_ ("It does not say when it was taken away, when its data were deleted, and who has "
                          "confirmed it."));
    case EUP_OBSTACLE_URGENT:
      return say_urgent (kase);
    case EUP_OBSTACLE_RULES:
      return g_strdup (_ ("It is not chosen which country’s rules apply."));
    case EUP_OBSTACLE_REASONS:
      return g_strdup (_ ("“Because” and “therefore” are not written yet."));
    case EUP_OBSTACLE_DECIDER:
      return g_strdup (_ ("Nobody is named who decides."));
    }
  return g_strdup ("");
}

/**
 * eup_obstacles_list:
 * @obstacles: (element-type EupObstacle): what is missing
 *
 * Returns: (transfer full): a sentence a line
 */
char *
eup_obstacles_list (EupCase *kase, GPtrArray *obstacles)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < obstacles->len; i++)
    {
      g_autofree char *words = eup_obstacle_words (kase, obstacles->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "\n" : "", words);
    }
  return g_string_free_and_steal (list);
}

/**
 * eup_obstacle_place:
 *
 * Returns: (transfer none): the question, or the place of the decision or the preparation, where it is done
 */
const char *
eup_obstacle_place (const EupObstacle *obstacle)
{
  switch (obstacle->kind)
    {
    case EUP_OBSTACLE_FORBIDDEN:
    case EUP_OBSTACLE_GATE:
      return obstacle->need->go_to;
    case EUP_OBSTACLE_CONDITION:
      return "decision-conditions";
    case EUP_OBSTACLE_REMOVAL:
      return "decision-removal";
    case EUP_OBSTACLE_RULES:
      return "prepare-case";
    case EUP_OBSTACLE_REASONS:
      return "decision-reasons";
    case EUP_OBSTACLE_DECIDER:
      return "decision-decider";
    case EUP_OBSTACLE_OUTCOME:
    case EUP_OBSTACLE_DATE:
    case EUP_OBSTACLE_URGENT:
    default:
      return "decision-outcome";
    }
}
