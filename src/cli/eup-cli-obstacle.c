/* Why a case can't be sealed or signed, a line each. */

#include "cli/eup-cli-obstacle.h"

#include "cli/eup-cli.h"

/* Those that no gate is needed to explain. */
static const char *const reasons[] = {
  [EUP_OBSTACLE_OUTCOME] = "$.decision.outcome: no outcome is chosen, expected one for a sealed record",
  [EUP_OBSTACLE_DATE] = "$.decision.until: the date is missing, expected one for this outcome",
  [EUP_OBSTACLE_CONDITION] =
      "$.conditions: no condition has words, an owner and a date, expected one at least for this outcome",
  [EUP_OBSTACLE_REMOVAL] =
      "$.decision.removed: expected for this outcome when it was taken away, when the data "
      "were deleted (dataDeleted) and who confirmed it (removalConfirmedBy)",
  [EUP_OBSTACLE_URGENT] =
      "$.decision.until: an urgent yes needs a last day, within the days that the rule pack allows",
  [EUP_OBSTACLE_RULES] = "$.rules: no rule pack is chosen, expected one for a sealed record",
  [EUP_OBSTACLE_REASONS] = "$.decision.because: the reasons are missing, expected because and therefore",
  [EUP_OBSTACLE_DECIDER] = "$.decision.decider: nobody is named, expected who decides",
};

/* What is missing, in the words of the gate. */
static char *
words_of (const EupObstacle *obstacle)
{
  const char *title = eup_text_get (obstacle->gate->title, "en");
  const char *missing = obstacle->need ? eup_text_get (obstacle->need->missing, "en") : "";

  return *missing != '\0' ? g_strdup_printf ("%s (%s): %s", title, obstacle->gate->id, missing)
                          : g_strdup_printf ("%s (%s)", title, obstacle->gate->id);
}

/* @path is the case file as the person named it. */
void
eup_cli_complain_obstacle (const char *path, const EupObstacle *obstacle)
{
  g_autofree char *words = obstacle->gate ? words_of (obstacle) : NULL;

  if (obstacle->kind == EUP_OBSTACLE_FORBIDDEN)
    eup_cli_complain ("%s: $.decision.outcome: found a yes, expected another outcome: %s", path, words);
  else if (obstacle->kind == EUP_OBSTACLE_GATE)
    eup_cli_complain ("%s: $.decision.outcome: found a yes that is held back by a gate: %s", path, words);
  else
    eup_cli_complain ("%s: %s", path, reasons[obstacle->kind]);
}
