/* From the sittings to what the resident says in the meeting, also when a sitting is taken away or put
 * back. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

/* (transfer full) (nullable): what the resident said to @question in all sittings */
EupStatement *
eup_case_derive_said (EupCase *self, const EupQuestion *question)
{
  return question ? eup_rules_said_in_sittings (self->assessment, question, NULL) : NULL;
}

static void
free_statement (EupStatement *statement)
{
  if (statement != NULL)
    eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), statement);
}

/* (transfer full): takes @said over into the resident's statement @id, which may be new. */
static void
put_said (EupCase *self, EupStatement *said, const char *id)
{
  said->id = id ? g_strdup (id) : eup_case_new_id (self);
  said->changed = eup_case_now (self);
  eup_case_put (self, EUP_PART_STATEMENT, said);
}

/* @before: (transfer full) (nullable): what followed from the sittings before they were changed. Puts what
 * follows now in its place, unless something else was said. */
void
eup_case_say_again (EupCase *self, const EupQuestion *question, EupStatement *before)
{
  const EupPerson *resident = eup_rules_resident (self->assessment);
  const EupStatement *now = question && resident
                                ? eup_assessment_find_statement (self->assessment, question->id, resident->id)
                                : NULL;
  g_autofree char *id = g_strdup (now ? now->id : NULL);

  if (now == NULL || eup_statement_is_empty (now) || eup_rules_is_said_in_sittings (now, before))
    {
      EupStatement *after = eup_case_derive_said (self, question);

      if (after != NULL)
        put_said (self, after, id);
      else if (id != NULL && before != NULL)
        eup_case_remove (self, EUP_PART_STATEMENT, id);
    }
  free_statement (before);
}

/* (transfer full) (element-type EupStatement): what follows from the sittings, a place a question */
static GPtrArray *
derive_all (EupCase *self)
{
  GPtrArray *questions = eup_method_get_questions (self->model->method);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (all, eup_case_derive_said (self, questions->pdata[i]));
  return all;
}

/* @before: (transfer full): derive_all() as it was */
static void
say_all_again (EupCase *self, GPtrArray *before)
{
  GPtrArray *questions = eup_method_get_questions (self->model->method);

  for (guint i = 0; i < questions->len; i++)
    {
      EupStatement *after = eup_case_derive_said (self, questions->pdata[i]);
      gboolean concerned = before->pdata[i] != NULL || after != NULL;

      free_statement (after);
      if (concerned)
        eup_case_say_again (self, questions->pdata[i], before->pdata[i]);
    }
  g_ptr_array_unref (before);
}

/* (transfer full): the ids of the parts of @kind that belong to @sitting */
static GPtrArray *
ids_of (const EupAssessment *assessment, EupPartKind kind, const char *sitting)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *parts = kind == EUP_PART_SIGN ? assessment->signs : assessment->sitting_answers;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *its = kind == EUP_PART_SIGN ? ((EupSign *) parts->pdata[i])->sitting
                                              : ((EupSittingAnswer *) parts->pdata[i])->sitting;

      if (g_strcmp0 (its, sitting) == 0)
        g_ptr_array_add (ids, g_strdup (eup_part_get_id (kind, parts->pdata[i])));
    }
  return ids;
}

/* Takes a sitting out with all that was answered and noted in it. */
void
eup_case_remove_sitting (EupCase *self, const char *sitting)
{
  static const EupPartKind kinds[] = { EUP_PART_SITTING_ANSWER, EUP_PART_SIGN };
  g_autofree char *id = g_strdup (sitting);
  GPtrArray *before;

  if (!eup_case_may_change (self) || eup_assessment_find (self->assessment, EUP_PART_SITTING, id) == NULL)
    return;
  before = derive_all (self);
  eup_case_begin_group (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) ids = ids_of (self->assessment, kinds[i], id);

      for (guint j = 0; j < ids->len; j++)
        eup_case_remove (self, kinds[i], ids->pdata[j]);
    }
  eup_case_remove (self, EUP_PART_ATTEMPT, id);
  eup_case_remove (self, EUP_PART_SITTING, id);
  say_all_again (self, before);
  eup_case_end_group (self);
}

static void
put_back (EupCase *self, const EupAssessment *before, EupPartKind kind, const char *id)
{
  gconstpointer part = eup_assessment_find (before, kind, id);

  if (part != NULL)
    eup_case_put (self, kind, eup_shape_copy (eup_part_shape (kind), part));
}

/**
 * eup_case_restore_sitting:
 * @before: the case as it was when the sitting was in it
 *
 * Puts a sitting back that was removed, whatever has been done since.
 */
void
eup_case_restore_sitting (EupCase *self, const EupAssessment *before, const char *sitting)
{
  static const EupPartKind kinds[] = { EUP_PART_SITTING_ANSWER, EUP_PART_SIGN };
  GPtrArray *said;

  if (!eup_case_may_change (self))
    return;
  said = derive_all (self);
  eup_case_begin_group (self);
  put_back (self, before, EUP_PART_SITTING, sitting);
  put_back (self, before, EUP_PART_ATTEMPT, sitting);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) ids = ids_of (before, kinds[i], sitting);

      for (guint j = 0; j < ids->len; j++)
        put_back (self, before, kinds[i], ids->pdata[j]);
    }
  say_all_again (self, said);
  eup_case_end_group (self);
}
