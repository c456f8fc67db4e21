/* One open case: its parts in memory, changed one at a time, each change undoable (eup-case-undo.c)
 * and on its way to the store (eup-case-save.c). What it is made with stands in eup-case-model.c, what
 * only a meeting does in eup-case-meeting.c, consents in eup-case-consent.c, sealing and signing in
 * eup-case-record.c. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

enum
{
  PROP_SAVED = 1,
  PROP_PROBLEM,
  PROP_CAN_UNDO,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_AMENDED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (eup-case-error-quark, eup_case_error)
G_DEFINE_FINAL_TYPE (EupCase, eup_case, G_TYPE_OBJECT)

gboolean
eup_case_may_change (EupCase *self)
{
  return !self->sealing && !eup_assessment_is_sealed (self->assessment);
}

void
eup_case_emit_changed (EupCase *self, EupPartKind kind, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, (int) kind, id);
}

gpointer
eup_case_copy_of (EupCase *self, EupPartKind kind, const char *id)
{
  gpointer part = eup_assessment_find (self->assessment, kind, id);

  return part ? eup_shape_copy (eup_part_shape (kind), part) : NULL;
}

/* Puts without a step back: what the program notes by itself. Whatever comes into a case comes this way. */
void
eup_case_put_quietly (EupCase *self, EupPartKind kind, gpointer part)
{
  g_autofree char *id = g_strdup (eup_part_get_id (kind, part));

  eup_shape_make_plain (eup_part_shape (kind), part);
  eup_assessment_put (self->assessment, kind, part);
  eup_case_touch (self, kind, id);
  eup_case_emit_changed (self, kind, id);
}

static void
eup_case_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  EupCase *self = EUP_CASE (object);

  switch (property_id)
    {
    case PROP_SAVED:
      g_value_set_boolean (value, eup_case_get_saved (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, eup_case_get_can_undo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
eup_case_dispose (GObject *object)
{
  EupCase *self = EUP_CASE (object);

  eup_case_save_clear (self);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (eup_case_parent_class)->dispose (object);
}

static void
eup_case_finalize (GObject *object)
{
  EupCase *self = EUP_CASE (object);

  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_clear_pointer (&self->assessment, eup_assessment_free);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->flush_tasks, g_ptr_array_unref);
  g_free (self->note);
  g_free (self->problem);
  g_free (self->scheduled);
  g_free (self->document);
  g_clear_weak_pointer (&self->amending);
  g_free (self->profile);
  g_free (self->ended_to_seal);
  G_OBJECT_CLASS (eup_case_parent_class)->finalize (object);
}

static void
eup_case_class_init (EupCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_case_get_property;
  object_class->dispose = eup_case_dispose;
  object_class->finalize = eup_case_finalize;

  properties[PROP_SAVED] =
      g_param_spec_boolean ("saved", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] =
      g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_AMENDED] = g_signal_new ("amended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_case_init (EupCase *self)
{
  self->models = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_model_unref);
  eup_case_undo_init (self);
  eup_case_save_init (self);
}

/**
 * eup_case_new:
 * @assessment: (transfer full): what was said so far
 */
EupCase *
eup_case_new (EupStore *store, EupModel *model, EupClock *clock, EupAssessment *assessment)
{
  EupCase *self = g_object_new (EUP_TYPE_CASE, NULL);

  self->store = g_object_ref (store);
  eup_case_set_model (self, model);
  self->clock = g_object_ref (clock);
  self->assessment = assessment;
  return self;
}

/* (transfer none): as it is now; parts that are changed are freed, so keep no pointer into it */
const EupAssessment *
eup_case_get_assessment (EupCase *self)
{
  return self->assessment;
}

const char *
eup_case_get_id (EupCase *self)
{
  return self->assessment->card->id;
}

EupModel *
eup_case_get_model (EupCase *self)
{
  return self->model;
}

EupClock *
eup_case_get_clock (EupCase *self)
{
  return self->clock;
}

gboolean
eup_case_is_sealed (EupCase *self)
{
  return eup_assessment_is_sealed (self->assessment);
}

/**
 * eup_case_put:
 * @part: (transfer full): replaces the part of its kind with its id, or is added
 *
 * The change is on disk within a second. A sealed case stays as it is.
 */
void
eup_case_put (EupCase *self, EupPartKind kind, gpointer part)
{
  g_return_if_fail (EUP_IS_CASE (self) && part != NULL);

  if (!eup_case_may_change (self))
    {
      eup_shape_free (eup_part_shape (kind), part);
      return;
    }
  if (kind == EUP_PART_CARD) /* a rehearsal stays one, and nothing real becomes one */
    ((EupCard *) part)->rehearsal = self->assessment->card->rehearsal;
  eup_case_remember (self, kind, eup_part_get_id (kind, part));
  eup_case_put_quietly (self, kind, part);
}

static void
remove_part (EupCase *self, EupPartKind kind, const char *id)
{
  eup_case_remember (self, kind, id);
  eup_assessment_remove (self->assessment, kind, id);
  eup_case_touch (self, kind, id);
  eup_case_emit_changed (self, kind, id);
}

/* Takes the part away; a person's stays in the meeting go with the person, as one step back. */
void
eup_case_remove (EupCase *self, EupPartKind kind, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  g_return_if_fail (EUP_IS_CASE (self) && id != NULL);

  if (!eup_case_may_change (self) || eup_assessment_find (self->assessment, kind, kept) == NULL)
    return;
  if (kind == EUP_PART_PERSON)
    {
      eup_case_begin_group (self);
      eup_case_remove_stays (self, kept);
      remove_part (self, kind, kept);
      eup_case_end_group (self);
      return;
    }
  remove_part (self, kind, kept);
}

/**
 * eup_case_edit:
 * @id: (nullable): the part's id; %NULL for a new part of a kind of which there are many
 *
 * Returns: (transfer full): a copy to change and hand to eup_case_put(); a new part, with its id
 *   set, when there is none with @id
 */
gpointer
eup_case_edit (EupCase *self, EupPartKind kind, const char *id)
{
  gpointer copy = eup_case_copy_of (self, kind, id);
  JsonObject *object;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *new_id = NULL;

  if (copy != NULL)
    return copy;
  new_id = id ? g_strdup (id) : eup_case_new_id (self);
  node = json_node_new (JSON_NODE_OBJECT);
  object = json_object_new ();
  json_object_set_string_member (object, "id", new_id);
  json_node_take_object (node, object);
  return eup_shape_read (eup_part_shape (kind), node);
}

/**
 * eup_case_edit_statement:
 *
 * Returns: (transfer full): a copy of what @person said to @question, or a new statement said now
 *   in the meeting; change it and hand it to eup_case_put()
 */
EupStatement *
eup_case_edit_statement (EupCase *self, const char *question, const char *person)
{
  const EupStatement *statement = eup_assessment_find_statement (self->assessment, question, person);
  EupStatement *copy = eup_case_edit (self, EUP_PART_STATEMENT, statement ? statement->id : NULL);
  const EupPerson *who = eup_assessment_find_person (self->assessment, person);

  g_free (copy->changed);
  copy->changed = eup_case_time_of_change (self, statement);
  if (statement == NULL)
    {
      copy->question = g_strdup (question);
      copy->person = g_strdup (person);
      copy->said = g_strdup (copy->changed);
      copy->how = g_strdup ("meeting");
      copy->language = g_strdup (who && who->language ? who->language : self->assessment->card->language);
      copy->entered_by = g_strdup (self->assessment->card->facilitator);
    }
  return copy;
}

/* (transfer full): an id that no part has */
char *
eup_case_new_id (EupCase *self)
{
  return g_uuid_string_random ();
}

const char *
eup_case_get_note (EupCase *self)
{
  return self->note ? self->note : "";
}

void
eup_case_set_note (EupCase *self, const char *note)
{
  if (!eup_case_may_change (self) || g_strcmp0 (self->note, note) == 0)
    return;
  g_set_str (&self->note, note);
  eup_case_touch_note (self);
}

/* As it was read; not a change. */
void
eup_case_set_note_from_store (EupCase *self, const char *note)
{
  g_set_str (&self->note, note);
}

/* Marks the assessment as sealed at a time, or as not sealed (NULL). */
void
eup_case_set_sealed (EupCase *self, const char *sealed)
{
  g_set_str (&self->assessment->decision->sealed, sealed);
  eup_case_emit_changed (self, EUP_PART_DECISION, "decision");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}
