/* Steps back: each change keeps the part as it was before. */

#include "casework/eup-case-private.h"

#define UNDO_STEPS 500
#define SAME_STEP (2 * G_TIME_SPAN_SECOND) /* typing on in one part within this is one step back */

static void
undo_step_free (gpointer data)
{
  EupUndoStep *step = data;

  if (step->before != NULL)
    eup_shape_free (eup_part_shape (step->kind), step->before);
  g_free (step->id);
  g_free (step);
}

void
eup_case_undo_init (EupCase *self)
{
  self->undo = g_ptr_array_new_with_free_func (undo_step_free);
}

/* Remembers how the part is now, unless the last step back leads to the same moment of typing. */
void
eup_case_remember (EupCase *self, EupPartKind kind, const char *id)
{
  gint64 now = g_get_monotonic_time ();
  EupUndoStep *last = self->undo->len ? self->undo->pdata[self->undo->len - 1] : NULL;
  EupUndoStep *step;

  if (last != NULL && last->kind == kind && g_strcmp0 (last->id, id) == 0 && now - last->when < SAME_STEP)
    {
      last->when = now;
      return;
    }
  step = g_new0 (EupUndoStep, 1);
  step->kind = kind;
  step->id = g_strdup (id);
  step->before = eup_case_copy_of (self, kind, id);
  step->index = eup_assessment_index_of (self->assessment, kind, id);
  step->when = now;
  g_ptr_array_add (self->undo, step);
  if (self->undo->len > UNDO_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  if (self->undo->len == 1)
    g_object_notify (G_OBJECT (self), "can-undo");
}

gboolean
eup_case_get_can_undo (EupCase *self)
{
  return self->undo->len > 0 && eup_case_may_change (self);
}

/* Takes the last change back. */
void
eup_case_undo (EupCase *self)
{
  g_autofree char *id = NULL;
  EupUndoStep *step;
  EupPartKind kind;

  if (!eup_case_get_can_undo (self))
    return;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  kind = step->kind;
  id = g_strdup (step->id);
  if (step->before == NULL)
    eup_assessment_remove (self->assessment, kind, id);
  else
    eup_assessment_insert (self->assessment, kind, g_steal_pointer (&step->before), step->index);
  undo_step_free (step);
  eup_case_touch (self, kind, id);
  eup_case_emit_changed (self, kind, id);
  g_object_notify (G_OBJECT (self), "can-undo");
}
