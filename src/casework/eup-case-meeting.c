/* What only a meeting does: showing and hiding answers, noting where it stands, leaving a question for
 * later, and the languages in which the room reads along. When it sits and who is there has files of its
 * own. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

/**
 * eup_case_reveal:
 * @error: EUP_CASE_ERROR_NOT_YET when somebody has neither an answer nor a reason,
 *   EUP_CASE_ERROR_SEALED
 *
 * Shows the answers to @question side by side.
 */
gboolean
eup_case_reveal (EupCase *self, const EupQuestion *question, GError **error)
{
  EupReveal *reveal;

  if (!eup_case_may_change (self))
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED, "the case is sealed");
      return FALSE;
    }
  if (!eup_rules_may_reveal (self->assessment, self->model, question))
    {
      g_set_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                   "somebody has neither an answer nor a reason to question “%s”", question->id);
      return FALSE;
    }
  if (eup_rules_is_revealed (self->assessment, question))
    return TRUE;
  reveal = eup_case_edit (self, EUP_PART_REVEAL, question->id);
  reveal->at = eup_case_now (self);
  eup_case_put_quietly (self, EUP_PART_REVEAL, reveal);
  return TRUE;
}

/* Hides the answers again, as when a statement is to be said anew. */
void
eup_case_hide (EupCase *self, const EupQuestion *question)
{
  if (!eup_case_may_change (self) || !eup_rules_is_revealed (self->assessment, question))
    return;
  eup_assessment_remove (self->assessment, EUP_PART_REVEAL, question->id);
  eup_case_touch (self, EUP_PART_REVEAL, question->id);
  eup_case_emit_changed (self, EUP_PART_REVEAL, question->id);
}

/* Notes where the meeting stands, so that it opens there again. Nobody hears “changed”: what the case says is
 * the same, and whoever goes somewhere shows the place by itself. */
void
eup_case_go_to (EupCase *self, const EupPlace *place)
{
  const EupCard *now = self->assessment->card;
  gboolean question = place->kind == EUP_PLACE_QUESTION;
  g_autofree char *name = eup_place_to_name (place);
  EupCard *card;

  if (!eup_case_may_change (self) || (question ? now->stands == NULL && g_strcmp0 (now->question, name) == 0
                                               : g_strcmp0 (now->stands, name) == 0))
    return;
  card = eup_case_edit (self, EUP_PART_CARD, NULL);
  if (question)
    g_set_str (&card->question, name);
  g_set_str (&card->stands, question ? NULL : name);
  eup_assessment_put (self->assessment, EUP_PART_CARD, card);
  eup_case_touch (self, EUP_PART_CARD, eup_part_get_id (EUP_PART_CARD, card));
}

/**
 * eup_case_choose_wall_language:
 * @below: whether the language below the first is chosen
 * @language: (nullable): the language; %NULL for none below
 *
 * Switches the shared window's language; can be undone.
 */
void
eup_case_choose_wall_language (EupCase *self, gboolean below, const char *language)
{
  EupCard *card;

  g_return_if_fail (below || language != NULL);

  if (!eup_case_may_change (self))
    return;
  card = eup_case_edit (self, EUP_PART_CARD, NULL);
  eup_rules_choose_wall_language (card, below, language);
  eup_case_put (self, EUP_PART_CARD, card);
}

/**
 * eup_case_park:
 *
 * Leaves @question for later: a change that can be undone. Why can be said afterwards, in the part
 * itself. Nothing happens where it is parked already.
 */
void
eup_case_park (EupCase *self, const EupQuestion *question)
{
  EupParked *parked;

  if (!eup_case_may_change (self) ||
      eup_assessment_find (self->assessment, EUP_PART_PARKED, question->id) != NULL)
    return;
  parked = eup_case_edit (self, EUP_PART_PARKED, question->id);
  parked->at = eup_case_now (self);
  eup_case_put (self, EUP_PART_PARKED, parked);
}

/* Takes @question up again. */
void
eup_case_unpark (EupCase *self, const EupQuestion *question)
{
  eup_case_remove (self, EUP_PART_PARKED, question->id);
}
