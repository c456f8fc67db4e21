/* Acknowledgements as values: what each answer needs, and whom they are asked of. */

#include "assessment/eup-acknowledge.h"

#include "assessment/eup-assessment-private.h"

static const char *const ids[] = {
  [EUP_ACKNOWLEDGED_OPEN] = "open",     [EUP_ACKNOWLEDGED_DRAWN] = "drawn",
  [EUP_ACKNOWLEDGED_SAID] = "said",     [EUP_ACKNOWLEDGED_DECLINED] = "declined",
  [EUP_ACKNOWLEDGED_CANNOT] = "cannot", [EUP_ACKNOWLEDGED_NOT_ASKED] = "not-asked",
};

/**
 * eup_acknowledged_from_id:
 * @id: (nullable): as in a case file
 *
 * Returns: the answer; %EUP_ACKNOWLEDGED_OPEN for what is none
 */
EupAcknowledged
eup_acknowledged_from_id (const char *id)
{
  for (guint i = EUP_ACKNOWLEDGED_DRAWN; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (EupAcknowledged) i;
  return EUP_ACKNOWLEDGED_OPEN;
}

const char *
eup_acknowledged_to_id (EupAcknowledged kind)
{
  return ids[kind];
}

/**
 * eup_acknowledgement_kind:
 * @self: (nullable): %NULL where nothing is noted
 */
EupAcknowledged
eup_acknowledgement_kind (const EupAcknowledgement *self)
{
  return self != NULL ? eup_acknowledged_from_id (self->answer) : EUP_ACKNOWLEDGED_OPEN;
}

/**
 * eup_acknowledgement_draw:
 *
 * Returns: (transfer full) (nullable): what was drawn; %NULL where nothing was, or it can't be read
 */
EupDrawing *
eup_acknowledgement_draw (const EupAcknowledgement *self)
{
  g_autofree char *problem = NULL;
  guint wrong;

  if (eup_acknowledgement_kind (self) != EUP_ACKNOWLEDGED_DRAWN || self->drawing == NULL ||
      self->drawing[0] == NULL)
    return NULL;
  return eup_drawing_read ((const char *const *) self->drawing, &wrong, &problem);
}

static char *
needs (const char **member, const char *which, const char *what)
{
  *member = which;
  return g_strdup (what);
}

/**
 * eup_acknowledgement_problem:
 * @name: (nullable): of the person
 * @member: (out): which field is wrong
 *
 * Returns: (transfer full) (nullable): what was found and what was expected; %NULL when all is well. The
 *   strokes themselves are not looked at
 */
char *
eup_acknowledgement_problem (const EupAcknowledgement *self, const char *name, const char **member)
{
  EupAcknowledged kind = eup_acknowledgement_kind (self);
  gboolean drawn = self->drawing != NULL && self->drawing[0] != NULL;

  if (kind == EUP_ACKNOWLEDGED_OPEN)
    return needs (member, "answer", "expected drawn, said, declined, cannot or not-asked");
  if (kind == EUP_ACKNOWLEDGED_DRAWN && !drawn)
    return needs (member, "drawing", "“drawn”, but there is no stroke");
  if (kind != EUP_ACKNOWLEDGED_DRAWN && drawn)
    return needs (member, "drawing", "strokes belong to the answer “drawn” alone");
  if (kind == EUP_ACKNOWLEDGED_NOT_ASKED)
    return eup_has_text (self->words) ? NULL : needs (member, "words", "“not-asked” needs the reason");
  if (!eup_has_text (self->witness))
    return needs (member, "witness", "expected who sat beside");
  if (name != NULL && g_strcmp0 (self->witness, name) == 0)
    return needs (member, "witness", "nobody is the witness of their own acknowledgement");
  if (!eup_has_text (self->at))
    return needs (member, "at", "expected when it was");
  return NULL;
}

/**
 * eup_rules_who_may_acknowledge:
 *
 * Returns: (transfer container) (element-type EupPerson): everybody with a voice, the resident first;
 *   not those who stand for several people without their names
 */
GPtrArray *
eup_rules_who_may_acknowledge (const EupAssessment *assessment)
{
  static const EupVoice order[] = { EUP_VOICE_RESIDENT, EUP_VOICE_RELATIVES, EUP_VOICE_STAFF,
                                    EUP_VOICE_FACILITATOR };
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < assessment->people->len; j++)
      {
        EupPerson *person = assessment->people->pdata[j];

        if (eup_person_voice (person) == order[i] && eup_person_get_size (person) <= 1)
          g_ptr_array_add (people, person);
      }
  return people;
}

/**
 * eup_rules_acknowledgement_is_of_outcome:
 *
 * Returns: whether the outcome is still the one that the person was told; where none was told, nobody can
 *   say that it was another
 */
gboolean
eup_rules_acknowledgement_is_of_outcome (const EupAcknowledgement *self,
                                         const EupAssessment *assessment,
                                         const EupModel *model)
{
  g_autofree char *now = eup_rules_outcome_sentence (assessment, model, assessment->card->language);

  return !eup_has_text (self->outcome) || g_strcmp0 (self->outcome, now) == 0;
}
