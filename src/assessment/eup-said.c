/* Small questions about people and what they said. */

#include "assessment/eup-assessment-private.h"

const EupPerson *
eup_assessment_find_person (const EupAssessment *self, const char *id)
{
  return eup_assessment_find (self, EUP_PART_PERSON, id);
}

/**
 * eup_assessment_find_statement:
 *
 * Returns: (transfer none) (nullable): what @person said to @question
 */
const EupStatement *
eup_assessment_find_statement (const EupAssessment *self, const char *question, const char *person)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      const EupStatement *statement = self->statements->pdata[i];

      if (g_strcmp0 (statement->question, question) == 0 && g_strcmp0 (statement->person, person) == 0)
        return statement;
    }
  return NULL;
}

/* EUP_VOICE_NONE for an interpreter, an observer and whoever else is there without a voice */
EupVoice
eup_person_voice (const EupPerson *self)
{
  EupVoice voice = EUP_VOICE_NONE;

  if (self->voice == NULL || !eup_voice_from_id (self->voice, &voice))
    return EUP_VOICE_NONE;
  return voice;
}

/**
 * eup_assessment_people_of:
 *
 * Returns: (transfer container) (element-type EupPerson): those who speak with @voice, in their order
 */
GPtrArray *
eup_assessment_people_of (const EupAssessment *self, EupVoice voice)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    if (eup_person_voice (self->people->pdata[i]) == voice)
      g_ptr_array_add (people, self->people->pdata[i]);
  return people;
}

/**
 * eup_statement_get_field:
 *
 * Returns: (transfer none) (nullable): what was filled in for @field; of several choices their ids
 *   with a space between
 */
const char *
eup_statement_get_field (const EupStatement *self, const char *field)
{
  return g_hash_table_lookup (self->fields, field);
}

/**
 * eup_statement_get_translation_language:
 *
 * Returns: (transfer none): the language of its translation; the record's where it doesn't say
 */
const char *
eup_statement_get_translation_language (const EupStatement *self, const EupAssessment *assessment)
{
  return eup_has_text (self->translation_language) ? self->translation_language : assessment->card->language;
}

static gboolean
has_field (const EupStatement *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (eup_has_text (value))
      return TRUE;
  return FALSE;
}

/* Whether it is an answer in substance: a stance, a count, a tick, words, or a field filled in. */
gboolean
eup_statement_is_answer (const EupStatement *self)
{
  return !eup_has_text (self->non_answer) &&
         (g_hash_table_size (self->stances) > 0 || eup_statement_has_counts (self) ||
          (self->ticks && self->ticks[0]) || eup_has_text (self->words) || has_field (self));
}

/* Whether it says nothing at all, not even why. */
gboolean
eup_statement_is_empty (const EupStatement *self)
{
  return !eup_has_text (self->non_answer) && !eup_statement_is_answer (self);
}

/* Whether it is an answer, or a non-answer with the reason that the method wants of it. */
gboolean
eup_statement_is_complete (const EupStatement *self, const EupMethod *method)
{
  const EupNonAnswer *non_answer;

  if (!eup_has_text (self->non_answer))
    return eup_statement_is_answer (self);
  non_answer = eup_method_find_non_answer (method, self->non_answer);
  return non_answer == NULL || !non_answer->needs_reason || eup_has_text (self->reason);
}

/* (nullable): the scale on which @person answers; %NULL for words only and for somebody without a voice */
const EupScale *
eup_question_scale_of (const EupQuestion *question, const EupPerson *person)
{
  EupVoice voice = person ? eup_person_voice (person) : EUP_VOICE_NONE;

  return question != NULL && voice < EUP_N_VOICES ? question->scales[voice] : NULL;
}

/* What the meeting writes together is the facilitator's answer where the question's kind says so. */
gboolean
eup_assessment_has_joint_answer (const EupAssessment *self, const EupQuestion *question)
{
  switch (question->kind)
    {
    case EUP_QUESTION_PURPOSE:
      return eup_has_text (self->card->purpose);
    case EUP_QUESTION_ALTERNATIVES:
      return self->alternatives->len > 0;
    case EUP_QUESTION_STATEMENT:
    default:
      return FALSE;
    }
}

/* Whether it says what, who and when. */
gboolean
eup_condition_is_whole (const EupCondition *self)
{
  return eup_has_text (self->text) && eup_has_text (self->owner) && eup_has_text (self->date);
}

gboolean
eup_assessment_is_sealed (const EupAssessment *self)
{
  return eup_has_text (self->decision->sealed);
}
