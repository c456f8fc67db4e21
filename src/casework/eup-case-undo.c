/* Steps back: each change keeps the part as it was before. Changes that belong together, such as going
 * over to another model, are one step. */

#include "casework/eup-case-private.h"

#define UNDO_STEPS 500
#define SAME_STEP (2 * G_TIME_SPAN_SECOND) /* typing on in one part within this is one step back */

/* The part as it was before; NULL: it was not there. */
typedef struct
{
  EupPartKind kind;
  char *id;
  gpointer before;
  guint index; /* its place in its list */
} EupUndoPart;

typedef struct
{
  GPtrArray *parts; /* EupUndoPart, in the order of the changes */
  EupModel *model;  /* (nullable): the model before, where the step changed it */
  gint64 when;      /* monotonic, microseconds */
} EupUndoStep;

static void
undo_part_free (gpointer data)
{
  EupUndoPart *part = data;

  if (part->before != NULL)
    eup_shape_free (eup_part_shape (part->kind), part->before);
  g_free (part->id);
  g_free (part);
}

static void
undo_step_free (gpointer data)
{
  EupUndoStep *step = data;

  g_ptr_array_unref (step->parts);
  g_clear_pointer (&step->model, eup_model_unref);
  g_free (step);
}

void
eup_case_undo_init (EupCase *self)
{
  self->undo = g_ptr_array_new_with_free_func (undo_step_free);
}

static EupUndoStep *
last_step (EupCase *self)
{
  return self->undo->len ? self->undo->pdata[self->undo->len - 1] : NULL;
}

static EupUndoStep *
add_step (EupCase *self)
{
  EupUndoStep *step = g_new0 (EupUndoStep, 1);

  step->parts = g_ptr_array_new_with_free_func (undo_part_free);
  step->when = g_get_monotonic_time ();
  g_ptr_array_add (self->undo, step);
  if (self->undo->len > UNDO_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  if (self->undo->len == 1)
    g_object_notify (G_OBJECT (self), "can-undo");
  return step;
}

/* Whether @step leads to the same moment of typing in the same part. */
static gboolean
is_same_typing (const EupUndoStep *step, EupPartKind kind, const char *id)
{
  const EupUndoPart *part = step->parts->len == 1 ? step->parts->pdata[0] : NULL;

  return part != NULL && step->model == NULL && part->kind == kind && g_strcmp0 (part->id, id) == 0 &&
         g_get_monotonic_time () - step->when < SAME_STEP;
}

static void
drop_last_step (EupCase *self)
{
  g_ptr_array_set_size (self->undo, (gint) self->undo->len - 1);
  if (self->undo->len == 0)
    g_object_notify (G_OBJECT (self), "can-undo");
}

/* Whether the group @after goes on typing in the same parts as the group @before. */
static gboolean
is_typed_on (EupUndoStep *before, const EupUndoStep *after)
{
  if (before->model != NULL || after->model != NULL || before->parts->len != after->parts->len ||
      after->when - before->when >= SAME_STEP)
    return FALSE;
  for (guint i = 0; i < after->parts->len; i++)
    {
      const EupUndoPart *one = before->parts->pdata[i], *other = after->parts->pdata[i];

      if (one->kind != other->kind || g_strcmp0 (one->id, other->id) != 0)
        return FALSE;
    }
  before->when = after->when;
  return TRUE;
}

/* All changes until eup_case_end_group() are one step back. Typing on in the same parts is, too. */
void
eup_case_begin_group (EupCase *self)
{
  if (self->undo_group++ == 0)
    add_step (self);
}

void
eup_case_end_group (EupCase *self)
{
  EupUndoStep *step = last_step (self);

  g_return_if_fail (self->undo_group > 0);

  if (--self->undo_group > 0)
    return;
  if (step->parts->len == 0 && step->model == NULL)
    drop_last_step (self);
  else if (self->undo->len > 1 && is_typed_on (self->undo->pdata[self->undo->len - 2], step))
    drop_last_step (self);
}

/* Remembers how the part is now, unless the last step back leads to the same moment of typing. */
void
eup_case_remember (EupCase *self, EupPartKind kind, const char *id)
{
  EupUndoStep *step = last_step (self);
  EupUndoPart *part;

  if (self->undo_group == 0)
    {
      if (step != NULL && is_same_typing (step, kind, id))
        {
          step->when = g_get_monotonic_time ();
          return;
        }
      step = add_step (self);
    }
  part = g_new0 (EupUndoPart, 1);
  part->kind = kind;
  part->id = g_strdup (id);
  part->before = eup_case_copy_of (self, kind, id);
  part->index = eup_assessment_index_of (self->assessment, kind, id);
  g_ptr_array_add (step->parts, part);
}

/* Within a group: the step back also leads to the model as it is now. */
void
eup_case_remember_model (EupCase *self)
{
  EupUndoStep *step = last_step (self);

  g_return_if_fail (self->undo_group > 0 && step->model == NULL);

  step->model = eup_model_ref (self->model);
}

/* The meeting pauses: a step back may still lead to a stay, but to one that ended then. */
void
eup_case_end_stays_in_steps (EupCase *self, const char *at)
{
  for (guint i = 0; i < self->undo->len; i++)
    {
      EupUndoStep *step = self->undo->pdata[i];

      for (guint j = 0; j < step->parts->len; j++)
        {
          EupUndoPart *part = step->parts->pdata[j];
          EupAttendance *stay = part->kind == EUP_PART_ATTENDANCE ? part->before : NULL;

          if (stay != NULL && (stay->left == NULL || *stay->left == '\0'))
            g_set_str (&stay->left, at);
        }
    }
}

gboolean
eup_case_get_can_undo (EupCase *self)
{
  return self->undo->len > 0 && eup_case_may_change (self);
}

static void
restore (EupCase *self, EupUndoPart *part)
{
  if (part->before == NULL)
    eup_assessment_remove (self->assessment, part->kind, part->id);
  else
    eup_assessment_insert (self->assessment, part->kind, g_steal_pointer (&part->before), part->index);
  eup_case_touch (self, part->kind, part->id);
}

/* Takes the last step back. Who listens sees it when all of it is done. */
void
eup_case_undo (EupCase *self)
{
  EupUndoStep *step;

  if (!eup_case_get_can_undo (self))
    return;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  if (step->model != NULL)
    eup_case_set_model (self, step->model);
  for (guint i = step->parts->len; i > 0; i--)
    restore (self, step->parts->pdata[i - 1]);
  for (guint i = step->parts->len; i > 0; i--)
    {
      const EupUndoPart *part = step->parts->pdata[i - 1];

      eup_case_emit_changed (self, part->kind, part->id);
    }
  undo_step_free (step);
  g_object_notify (G_OBJECT (self), "can-undo");
}
