/* What an addition changes of the method: warnings that are left out, texts in other words. */

#include "method/eup-addition-private.h"

#include <string.h>

/* "file: place", where the addition at hand says something. */
static char *
said_at (const EupAdding *self, const char *path)
{
  return g_strdup_printf ("%s: %s", eup_merge_get_file (self->merge, self->file), path);
}

/* (nullable) (transfer none): the index of the gate with that id goes to @index */
static JsonNode *
find_gate (EupAdding *self, const char *id, guint *index)
{
  JsonArray *gates = json_object_get_array_member (self->method, "gates");

  for (guint i = 0; i < json_array_get_length (gates); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (gates, i), "id"), id))
      {
        *index = i;
        return json_array_get_element (gates, i);
      }
  return NULL;
}

static void
remove_gate (EupAdding *self, const char *id, const char *path)
{
  guint index;
  JsonNode *gate = find_gate (self, id, &index);
  const EupPlace *place = gate ? eup_merge_find_place (self->merge, gate) : NULL;
  const char *kind = gate ? json_object_get_string_member (json_node_get_object (gate), "kind") : NULL;

  if (g_hash_table_contains (self->removed, id))
    return; /* two additions may leave out the same warning */
  if (gate == NULL)
    {
      EUP_ADDING_WRONG (self, path, "the method has no gate “%s”", id);
      return;
    }
  if (place->file >= self->first)
    {
      EUP_ADDING_WRONG (self, path, "the gate “%s” comes from %s: %s, expected a gate of the method", id,
                        eup_merge_get_file (self->merge, place->file), place->path);
      return;
    }
  if (!g_str_equal (kind, "warning"))
    {
      EUP_ADDING_WRONG (
          self, path,
          "an addition may not remove a hard gate: “%s” at %s: %s.kind is “%s”, expected a warning", id,
          eup_merge_get_file (self->merge, place->file), place->path, kind);
      return;
    }
  g_hash_table_insert (self->removed, g_strdup (id), said_at (self, path));
  json_array_remove_element (json_object_get_array_member (self->method, "gates"), index);
}

/* The warnings that the addition at hand leaves out. */
void
eup_adding_removals (EupAdding *self)
{
  for (guint i = 0; i < EUP_ADDING_N (self, "removes"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.removes[%u]", i);

      remove_gate (self,
                   json_array_get_string_element (json_object_get_array_member (self->root, "removes"), i),
                   path);
    }
}

static JsonObject *
find_reworded (EupAdding *self, const char *of, const char *id)
{
  static const char *const lists[][2] = {
    { "stage", "stages" }, { "gate", "gates" }, { "outcome", "outcomes" }, { "consent", "consents" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i][0], of))
      return eup_adding_find (self->method, lists[i][1], id);
  if (g_str_equal (of, "technology"))
    return eup_adding_find (self->catalogue, "technologies", id);
  return eup_adding_find_question (self->method, id);
}

/* Whether the member is a text: an object with a language for each of its keys, which have two letters. */
static gboolean
is_text (JsonObject *object, const char *part)
{
  JsonNode *node = json_object_get_member (object, part);
  JsonObjectIter iter;
  const char *language;
  gboolean any = FALSE;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, NULL))
    {
      any = TRUE;
      if (strlen (language) != 2)
        return FALSE;
    }
  return any;
}

static char *
list_of_texts (JsonObject *object)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (is_text (object, name))
      g_strv_builder_add (builder, name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static void
complain_not_there (EupAdding *self, const char *of, const char *id, const char *path)
{
  g_autofree char *place = eup_json_path_member (path, "id");
  const char *left_out = g_str_equal (of, "gate") ? g_hash_table_lookup (self->removed, id) : NULL;

  if (left_out != NULL)
    EUP_ADDING_WRONG (self, place, "the gate “%s” is left out at %s, so its words can't change", id,
                      left_out);
  else if (g_str_equal (of, "technology"))
    EUP_ADDING_WRONG (self, place, "the catalogue has no technology “%s”", id);
  else
    EUP_ADDING_WRONG (self, place, "the method has no %s “%s”", of, id);
}

static void
reword (EupAdding *self, JsonObject *entry, const char *path)
{
  const char *of = json_object_get_string_member (entry, "of");
  const char *id = json_object_get_string_member (entry, "id");
  const char *part = json_object_get_string_member (entry, "part");
  JsonObject *found = find_reworded (self, of, id);
  g_autofree char *key = g_strdup_printf ("%s %s %s", of, id, part);
  const char *first = g_hash_table_lookup (self->reworded, key);
  g_autofree char *text = eup_json_path_member (path, "text");
  g_autofree char *place = eup_json_path_member (path, "part");

  if (found == NULL)
    {
      complain_not_there (self, of, id, path);
    }
  else if (!is_text (found, part))
    {
      g_autofree char *list = list_of_texts (found);

      EUP_ADDING_WRONG (self, place, "the %s “%s” has no words called “%s”, expected one of %s", of, id, part,
                        list);
    }
  else if (first != NULL)
    {
      EUP_ADDING_WRONG (self, path, "the words “%s” of the %s “%s” change already at %s, expected once", part,
                        of, id, first);
    }
  else
    {
      json_object_set_member (found, part,
                              eup_merge_take (self->merge, json_object_get_member (entry, "text"), self->file,
                                              text, 0));
      g_hash_table_insert (self->reworded, g_steal_pointer (&key), said_at (self, path));
    }
}

/* The other words of the addition at hand. */
void
eup_adding_wording (EupAdding *self)
{
  for (guint i = 0; i < EUP_ADDING_N (self, "wording"); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.wording[%u]", i);

      reword (self, json_array_get_object_element (json_object_get_array_member (self->root, "wording"), i),
              path);
    }
}
