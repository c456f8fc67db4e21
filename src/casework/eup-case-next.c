/* An urgent yes is decided for a few days only: the full assessment is scheduled as the case is sealed. */

#include "casework/eup-case-private.h"

#include <string.h>

static gboolean
is_urgent_yes (EupCase *self)
{
  const EupOutcome *outcome =
      eup_method_find_outcome (self->model->method, self->assessment->decision->outcome);

  return self->assessment->card->urgent && outcome != NULL && outcome->yes;
}

/* @day becomes @other when that is a day before it. */
static void
no_later_than (char **day, const char *other)
{
  if (other != NULL && strlen (other) == strlen (*day) && strcmp (other, *day) < 0)
    g_set_str (day, other);
}

/* The day of the follow-up, no later than the interim decision holds, and never more than the rule pack's
 * days from the meeting; at the same time of day. (transfer full) */
static char *
next_meeting (EupCase *self, const char *sealed)
{
  const EupCard *card = self->assessment->card;
  const EupDecision *decision = self->assessment->decision;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) meeting = g_date_time_new_from_iso8601 (card->meeting ? card->meeting : sealed, zone);
  g_autoptr (GDateTime) last = NULL;
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;

  if (meeting == NULL)
    meeting = eup_clock_now (self->clock);
  last = g_date_time_add_days (meeting, eup_rule_pack_get_urgent_days (self->model->rules));
  day = g_date_time_format (last, "%Y-%m-%d");
  no_later_than (&day, decision->until);
  no_later_than (&day, decision->follow_up_date);
  time = g_date_time_format (last, "T%H:%M:%S%:z");
  return g_strconcat (day, time, NULL);
}

static void
fill_card (EupCase *self, EupCard *card, const char *sealed)
{
  const char *number = self->assessment->card->number;

  g_free (card->id);
  card->id = g_uuid_string_random ();
  g_free (card->meeting);
  card->meeting = next_meeting (self, sealed);
  g_set_str (&card->earlier, number && *number ? number : self->assessment->card->id);
  g_set_str (&card->number, NULL); /* the authority gives it one */
  g_set_str (&card->occasion, "first");
  card->urgent = FALSE;
  g_set_str (&card->urgent_reason, NULL);
  g_set_str (&card->question, NULL);
  g_set_str (&card->second_reader_view, NULL);
  g_clear_pointer (&card->done, g_strfreev);
}

/* Who could not come in a hurry may come now. */
static void
add_person (EupAssessment *assessment, const EupPerson *before)
{
  EupPerson *person = eup_shape_copy (eup_part_shape (EUP_PART_PERSON), before);

  if (g_strcmp0 (person->presence, "absent") == 0)
    {
      g_set_str (&person->presence, "room");
      g_set_str (&person->reason, NULL);
    }
  eup_assessment_put (assessment, EUP_PART_PERSON, person);
}

/**
 * eup_case_new_full_assessment:
 * @sealed: ISO 8601, when the urgent case is sealed
 *
 * Returns: (transfer full) (nullable): the full assessment that follows an urgent yes, not stored yet:
 *   the same resident, people and technology, nothing said; %NULL when none follows
 */
EupCase *
eup_case_new_full_assessment (EupCase *self, const char *sealed)
{
  EupAssessment *assessment;
  EupCard *card;

  if (!is_urgent_yes (self))
    return NULL;
  assessment = eup_assessment_new ();
  eup_case_pin (assessment, self->model);
  card = eup_case_copy_of (self, EUP_PART_CARD, NULL);
  fill_card (self, card, sealed);
  eup_assessment_put (assessment, EUP_PART_CARD, card);
  for (guint i = 0; i < self->assessment->people->len; i++)
    add_person (assessment, self->assessment->people->pdata[i]);
  return eup_case_new (self->store, self->model, self->clock, assessment);
}

const char *
eup_case_get_scheduled (EupCase *self)
{
  return self->scheduled;
}
