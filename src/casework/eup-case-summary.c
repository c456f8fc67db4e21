/* What the lists show of a case, and when it is due. */

#include "casework/eup-case-private.h"

#include "assessment/eup-rules-session.h"

#include <string.h>

/* A case that follows from an earlier one is due on the day of its meeting, until its own follow-up is
 * decided. */
static char *
due_date (EupCase *self)
{
  const EupCard *card = self->assessment->card;
  const EupDecision *decision = self->assessment->decision;

  if (decision->follow_up_date != NULL && *decision->follow_up_date != '\0')
    return g_strdup (decision->follow_up_date);
  if (eup_assessment_is_sealed (self->assessment) || card->earlier == NULL || *card->earlier == '\0' ||
      card->meeting == NULL || strlen (card->meeting) < strlen ("YYYY-MM-DD"))
    return NULL;
  return g_strndup (card->meeting, strlen ("YYYY-MM-DD"));
}

static const char *
due_owner (EupCase *self)
{
  const char *owner = self->assessment->decision->follow_up_owner;
  const char *facilitator = self->assessment->card->facilitator;

  if (owner != NULL && *owner != '\0')
    return owner;
  return facilitator != NULL && !eup_assessment_is_sealed (self->assessment) ? facilitator : "";
}

/* What the lists show: no health facts. */
EupStoreSummary *
eup_case_summarize (EupCase *self)
{
  const EupCard *card = self->assessment->card;
  g_autofree char *now = eup_clock_now_iso (self->clock);
  g_autofree char *due = due_date (self);
  const EupSession *session = eup_rules_last_session (self->assessment);
  const char *state = EUP_STORE_STATE_PREPARING;
  EupStoreSummary *summary;

  if (eup_assessment_is_sealed (self->assessment))
    state = EUP_STORE_STATE_SEALED;
  else if (card->question != NULL && *card->question != '\0')
    state = EUP_STORE_STATE_MEETING;
  summary = eup_store_summary_new (card->id, card->number ? card->number : "", card->alias ? card->alias : "",
                                   state, due, due ? due_owner (self) : "", now);
  if (session != NULL && eup_rules_open_session (self->assessment) == NULL)
    summary->paused = g_strdup (session->ended);
  return summary;
}
