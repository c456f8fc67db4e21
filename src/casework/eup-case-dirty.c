/* Which parts are to be written, and their text as it is when they are. */

#include "casework/eup-case-private.h"

#include "util/eup-json.h"

static void
dirty_free (gpointer data)
{
  EupDirty *dirty = data;

  g_free (dirty->id);
  g_free (dirty);
}

GHashTable *
eup_case_dirty_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dirty_free);
}

void
eup_case_add_dirty (EupCase *self, const EupDirty *what)
{
  char *key = g_strdup_printf ("%d %d %s", what->is_note, what->kind, what->id);
  EupDirty *dirty = g_new0 (EupDirty, 1);

  dirty->kind = what->kind;
  dirty->id = g_strdup (what->id);
  dirty->is_note = what->is_note;
  g_hash_table_replace (self->dirty, key, dirty);
}

static void
touch (EupCase *self, const EupDirty *what)
{
  gboolean saved = eup_case_get_saved (self);

  eup_case_add_dirty (self, what);
  eup_case_save_later (self, EUP_CASE_SAVE_DELAY);
  if (saved)
    g_object_notify (G_OBJECT (self), "saved");
}

/* Notes that a part has changed or gone. */
void
eup_case_touch (EupCase *self, EupPartKind kind, const char *id)
{
  EupDirty what = { kind, (char *) id, FALSE };

  touch (self, &what);
}

void
eup_case_touch_note (EupCase *self)
{
  EupDirty what = { 0, (char *) "note", TRUE };

  touch (self, &what);
}

/* Notes that everything is to be written: a case that comes from a file. */
void
eup_case_touch_all (EupCase *self)
{
  for (guint kind = 0; kind < EUP_N_PARTS; kind++)
    {
      g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, (EupPartKind) kind);

      for (guint i = 0; i < ids->len; i++)
        eup_case_touch (self, (EupPartKind) kind, ids->pdata[i]);
    }
}

static char *
part_text (EupCase *self, EupPartKind kind, const char *id)
{
  gpointer part = eup_assessment_find (self->assessment, kind, id);
  g_autoptr (JsonNode) node = part ? eup_shape_write (eup_part_shape (kind), part) : NULL;

  return node ? eup_json_canonical (node) : NULL;
}

/* (transfer full) (element-type EupStorePart): the whole case as the store takes it */
GPtrArray *
eup_case_all_parts (EupCase *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);

  for (guint kind = 0; kind < EUP_N_PARTS; kind++)
    {
      g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, (EupPartKind) kind);

      for (guint i = 0; i < ids->len; i++)
        {
          g_autofree char *text = part_text (self, (EupPartKind) kind, ids->pdata[i]);

          g_ptr_array_add (parts, eup_store_part_new (eup_part_kind_to_name ((EupPartKind) kind),
                                                      ids->pdata[i], text));
        }
    }
  return parts;
}

/* The store keeps new parts in the order in which it gets them: the order of their lists. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EupCase *self = user_data;
  const EupDirty *first = *(EupDirty *const *) a;
  const EupDirty *second = *(EupDirty *const *) b;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  return (int) eup_assessment_index_of (self->assessment, first->kind, first->id) -
         (int) eup_assessment_index_of (self->assessment, second->kind, second->id);
}

/* Within casework: the parts that are to be written, in their order, as the store takes them. */
GPtrArray *
eup_case_take_dirty (EupCase *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GPtrArray) values = g_hash_table_get_values_as_ptr_array (self->dirty);

  g_ptr_array_sort_with_data (values, compare_places, self);
  for (guint i = 0; i < values->len; i++)
    {
      const EupDirty *dirty = values->pdata[i];
      g_autofree char *text = dirty->is_note ? NULL : part_text (self, dirty->kind, dirty->id);

      if (dirty->is_note)
        {
          g_autoptr (JsonNode) node =
              json_node_init_string (json_node_alloc (), self->note ? self->note : "");

          text = eup_json_canonical (node);
        }
      g_ptr_array_add (parts,
                       eup_store_part_new (dirty->is_note ? "note" : eup_part_kind_to_name (dirty->kind),
                                           dirty->id, text));
    }
  return parts;
}
