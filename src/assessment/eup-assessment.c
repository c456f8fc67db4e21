/* One case as plain values, and the parts that it is kept, undone and exchanged in. */

#include "assessment/eup-assessment-private.h"

static const EupPartType *
type_of (EupPartKind kind)
{
  g_assert ((guint) kind < EUP_N_PARTS);
  return &eup_part_types[kind];
}

static gpointer *
place_of (const EupAssessment *self, EupPartKind kind)
{
  return (gpointer *) ((char *) self + type_of (kind)->offset);
}

/**
 * eup_assessment_new:
 *
 * Returns: (transfer full): a case in which nothing is said yet
 */
EupAssessment *
eup_assessment_new (void)
{
  EupAssessment *self = eup_shape_new (&eup_assessment_shape);

  self->decision->id = g_strdup ("decision");
  return self;
}

/**
 * eup_assessment_read:
 * @node: a case file that its schema has passed
 *
 * Returns: (transfer full): the case
 */
EupAssessment *
eup_assessment_read (JsonNode *node)
{
  EupAssessment *self = eup_shape_read (&eup_assessment_shape, node);

  if (self->decision->id == NULL)
    self->decision->id = g_strdup ("decision");
  return self;
}

/**
 * eup_assessment_write:
 *
 * Returns: (transfer full): the case file
 */
JsonNode *
eup_assessment_write (const EupAssessment *self)
{
  g_autoptr (JsonNode) parts = eup_shape_write (&eup_assessment_shape, self);
  JsonObject *from = json_node_get_object (parts);
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  /* What it is stands first: files are known by how they begin. */
  json_object_set_int_member (object, "format", 1);
  json_object_set_string_member (object, "kind", "case");
  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_str_equal (name, "catalogue") || self->catalogue->id != NULL)
      json_object_set_member (object, name, json_node_copy (node));
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

EupAssessment *
eup_assessment_copy (const EupAssessment *self)
{
  return eup_shape_copy (&eup_assessment_shape, self);
}

void
eup_assessment_free (EupAssessment *self)
{
  eup_shape_free (&eup_assessment_shape, self);
}

const char *
eup_part_kind_to_name (EupPartKind kind)
{
  return type_of (kind)->name;
}

gboolean
eup_part_kind_from_name (const char *name, EupPartKind *kind)
{
  for (guint i = 0; i < EUP_N_PARTS; i++)
    if (g_strcmp0 (eup_part_types[i].name, name) == 0)
      {
        *kind = (EupPartKind) i;
        return TRUE;
      }
  return FALSE;
}

const EupShape *
eup_part_shape (EupPartKind kind)
{
  return type_of (kind)->shape;
}

const char *
eup_part_get_id (EupPartKind kind, gconstpointer part)
{
  return *(char *const *) ((const char *) part + type_of (kind)->id_offset);
}

static gboolean
find_in_list (const EupAssessment *self, EupPartKind kind, const char *id, guint *index)
{
  GPtrArray *list = *place_of (self, kind);

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (eup_part_get_id (kind, list->pdata[i]), id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * eup_assessment_find:
 * @id: (nullable): ignored for the kinds of which a case has one
 *
 * Returns: (transfer none) (nullable): the part
 */
gpointer
eup_assessment_find (const EupAssessment *self, EupPartKind kind, const char *id)
{
  guint index;

  if (!type_of (kind)->many)
    return *place_of (self, kind);
  if (!find_in_list (self, kind, id, &index))
    return NULL;
  return ((GPtrArray *) *place_of (self, kind))->pdata[index];
}

/**
 * eup_assessment_put:
 * @part: (transfer full): takes the place of the part with its id, or comes last
 */
void
eup_assessment_put (EupAssessment *self, EupPartKind kind, gpointer part)
{
  const EupPartType *type = type_of (kind);
  GPtrArray *list;
  guint index;

  g_return_if_fail (part != NULL);

  if (!type->many)
    {
      eup_shape_free (type->shape, *place_of (self, kind));
      *place_of (self, kind) = part;
      return;
    }
  list = *place_of (self, kind);
  if (find_in_list (self, kind, eup_part_get_id (kind, part), &index))
    {
      eup_shape_free (type->shape, list->pdata[index]);
      list->pdata[index] = part;
    }
  else
    {
      g_ptr_array_add (list, part);
    }
}

/* Like eup_assessment_put(), but a part that is not there comes at @index. */
void
eup_assessment_insert (EupAssessment *self, EupPartKind kind, gpointer part, guint index)
{
  GPtrArray *list;
  guint found;

  if (!type_of (kind)->many || find_in_list (self, kind, eup_part_get_id (kind, part), &found))
    {
      eup_assessment_put (self, kind, part);
      return;
    }
  list = *place_of (self, kind);
  g_ptr_array_insert (list, (gint) MIN (index, list->len), part);
}

/* The part's place in its list; the list's length when it is not there. */
guint
eup_assessment_index_of (const EupAssessment *self, EupPartKind kind, const char *id)
{
  guint index;

  if (!type_of (kind)->many)
    return 0;
  return find_in_list (self, kind, id, &index) ? index : ((GPtrArray *) *place_of (self, kind))->len;
}

/* (transfer full) (element-type utf8): the ids of all parts of a kind */
GPtrArray *
eup_assessment_list_ids (const EupAssessment *self, EupPartKind kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *list = type_of (kind)->many ? *place_of (self, kind) : NULL;

  if (list == NULL && eup_part_get_id (kind, *place_of (self, kind)) != NULL)
    g_ptr_array_add (ids, g_strdup (eup_part_get_id (kind, *place_of (self, kind))));
  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (ids, g_strdup (eup_part_get_id (kind, list->pdata[i])));
  return ids;
}

/**
 * eup_assessment_remove:
 *
 * Returns: whether there was such a part
 */
gboolean
eup_assessment_remove (EupAssessment *self, EupPartKind kind, const char *id)
{
  GPtrArray *list;
  guint index;

  if (!type_of (kind)->many || !find_in_list (self, kind, id, &index))
    return FALSE;
  list = *place_of (self, kind);
  eup_shape_free (type_of (kind)->shape, list->pdata[index]);
  g_ptr_array_remove_index (list, index);
  return TRUE;
}
